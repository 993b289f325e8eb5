"""Dutch error pages with a reference number. An old token loses nothing: what was typed waits as a draft."""

import logging

from django.db import DatabaseError
from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from kern.toegang.concepten import bewaar_ingestuurd, pad

log = logging.getLogger(__name__)


def _toon(request, template, status, **context):
    context["referentie"] = getattr(request, "referentie", "")
    return render(request, template, context, status=status)


def onjuist(request, exception=None):
    return _toon(request, "400.html", 400)


def verboden(request, exception=None):
    return _toon(request, "403.html", 403)


def onvindbaar(request, exception=None):
    return _toon(request, "404.html", 404)


def kapot(request):
    # Without context processors: they may be what broke.
    return HttpResponseServerError(render_to_string("500.html", {"referentie": getattr(request, "referentie", "")}))


def bezet(request, exception):
    """The step was rolled back as a whole. What was typed is on its way back to the same form, if the database lets us."""
    log.warning("%s gave up: %s", request.path, str(exception).splitlines()[0])
    try:
        concept = bewaar_ingestuurd(request)
    except DatabaseError:
        concept = None
    antwoord = _toon(request, "kern/schermen/bezet.html", 503, concept=concept, is_ingestuurd=request.method == "POST")
    antwoord["Retry-After"] = "10"
    return antwoord


def csrf(request, reason=""):
    concept = bewaar_ingestuurd(request)
    return _toon(request, "kern/toegang/verlopen.html", 403, concept=concept, pad=pad(request))
