"""What happens around every request: a reference, idle end, no caching, and the log of who saw whom."""

import secrets

from django.contrib import messages
from django.contrib.auth import logout
from django.db import OperationalError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from psycopg2.errors import LockNotAvailable, QueryCanceled

from kern.schermen.views import fouten
from kern.toegang import concepten, inzage
from kern.toegang.rollen import ZICHT

WACHTTE_TE_LANG = (LockNotAvailable, QueryCanceled)


class Referentie:
    """Give every request a short reference: error pages show it, logs carry it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.referentie = secrets.token_hex(4).upper()
        response = self.get_response(request)
        response["X-Referentie"] = request.referentie
        return response


class Rust:
    """End a session that was idle longer than its role allows (domein.md 4.6). What was typed is kept as a draft."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        gebruiker = request.user
        if gebruiker.is_authenticated:
            nu = int(timezone.now().timestamp())
            minuten = ZICHT[gebruiker.rol].rust_minuten if gebruiker.rol else 15
            laatst = request.session.get("laatst", nu)
            if nu - laatst > minuten * 60 or not gebruiker.is_active:
                concepten.bewaar_ingestuurd(request)
                logout(request)
                messages.info(request, "U was een tijd niet actief. Log opnieuw in; wat u typte is bewaard.")
                return redirect(
                    f"{reverse('inloggen')}?next={concepten.pad(request) if request.path != '/concept/' else '/'}"
                )
            # Writing the session on every request costs a query; once a minute is exact enough.
            if nu - laatst >= 60 or "laatst" not in request.session:
                request.session["laatst"] = nu
        return self.get_response(request)


class NietBewaren:
    """Pages behind the login are never cached, by nobody."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.user.is_authenticated or request.path.startswith("/inloggen"):
            add_never_cache_headers(response)
        return response


class ConceptBijVerlopenSessie:
    """A form that arrives after the session ended keeps its fields: they wait as a draft of the same person."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        naar_inloggen = response.status_code == 302 and response.get("Location", "").startswith(reverse("inloggen"))
        if request.method == "POST" and naar_inloggen and not getattr(request, "concept_bewaard", False):
            concepten.bewaar_ingestuurd(request)
        return response


class Bezet:
    """The database waited too long, for a lock or for itself (config/limits.py): say so, and keep what was typed.

    Only what the view itself raises: its one step was rolled back, so that nothing was saved.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, OperationalError) and isinstance(exception.__cause__, WACHTTE_TE_LANG):
            return fouten.bezet(request, exception)
        return None


class InzageVastleggen:
    """Write who saw which clients, outside the view's transaction and before the response leaves.

    If it cannot be written, nothing is shown: the exception becomes the 500 page.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        inzage.schrijf(request, response)
        return response
