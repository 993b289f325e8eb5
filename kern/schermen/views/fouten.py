"""Dutch error pages with a reference number. An old token loses nothing: what was typed waits as a draft."""

from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from kern.toegang.concepten import bewaar_ingestuurd, pad


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


def csrf(request, reason=""):
    concept = bewaar_ingestuurd(request)
    return _toon(request, "kern/toegang/verlopen.html", 403, concept=concept, pad=pad(request))
