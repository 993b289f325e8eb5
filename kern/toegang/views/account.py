"""Logging in and out, passwords, and the active role."""

from datetime import timedelta

import axes.utils
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import views as auth
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods
from django.views.generic import FormView, TemplateView

from kern.proces.weigering import NietBevoegd
from kern.toegang import gebruikers, tweede_stap
from kern.toegang.forms import account as forms
from kern.toegang.rollen import ZONDER_INLOG, Rol


def vervolg(request) -> str:
    """Where to go next: the page that was asked for, when it is one of this site."""
    doel = request.POST.get("next") or request.GET.get("next", "")
    veilig = url_has_allowed_host_and_scheme(doel, {request.get_host()}, require_https=request.is_secure())
    return doel if veilig else reverse(settings.LOGIN_REDIRECT_URL)


class Inloggen(auth.LoginView):
    template_name = "kern/toegang/inloggen.html"
    form_class = forms.Inloggen
    redirect_authenticated_user = True

    def form_valid(self, form):
        antwoord = super().form_valid(form)
        self.request.session.pop(tweede_stap.SESSIE, None)
        gebruiker = form.get_user()
        gebruikers.vastleggen("inloggen", betreft=gebruiker, door=gebruiker, op=timezone.now())
        if gebruikers.moet_kiezen(gebruiker):
            return redirect("rol_kiezen")
        return antwoord


class Uitloggen(auth.LogoutView):
    http_method_names = ["post", "options"]

    def post(self, request, *args, **kwargs):
        gebruikers.vastleggen("uitloggen", betreft=request.user, door=request.user, op=timezone.now())
        antwoord = super().post(request, *args, **kwargs)
        messages.info(request, "U bent uitgelogd.")
        return antwoord


@login_not_required
def geblokkeerd(request, antwoord=None, credentials=None):
    """Too many wrong passwords in a row. Each new try starts the waiting time again, so the time is counted from now."""
    vrij = timezone.localtime() + settings.AXES_COOLOFF_TIME + timedelta(minutes=1)
    minuten = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    return render(request, "kern/toegang/inloggen_geblokkeerd.html", {"vrij": vrij, "minuten": minuten}, status=429)


@method_decorator(login_not_required, name="dispatch")
class WachtwoordVergeten(FormView):
    """The answer is the same for every name, so that nobody learns who has an account."""

    template_name = "kern/toegang/wachtwoord_vergeten.html"
    form_class = forms.WachtwoordVergeten
    success_url = reverse_lazy("wachtwoord_verstuurd")

    def form_valid(self, form):
        gebruikers.wachtwoord_aanvragen(form.cleaned_data["wie"], op=timezone.now())
        return super().form_valid(form)


@method_decorator(login_not_required, name="dispatch")
class WachtwoordVerstuurd(TemplateView):
    template_name = "kern/toegang/wachtwoord_verstuurd.html"


class WachtwoordNieuw(auth.PasswordResetConfirmView):
    """The page behind the link of an invitation or a password mail."""

    template_name = "kern/toegang/wachtwoord_nieuw.html"
    form_class = forms.WachtwoordNieuw
    success_url = reverse_lazy("inloggen")

    def get_user(self, uidb64):
        gebruiker = super().get_user(uidb64)
        return gebruiker if gebruiker and gebruiker.is_active else None

    def get_context_data(self, **kwargs):
        eerste = self.user is not None and not self.user.has_usable_password()
        return super().get_context_data(**kwargs) | {"eerste": eerste, "gebruiker": self.user}

    def form_valid(self, form):
        antwoord = super().form_valid(form)
        # Whoever has the mailbox is no longer guessing.
        axes.utils.reset(username=self.user.get_username())
        gebruikers.vastleggen("wachtwoord_kiezen", betreft=self.user, door=self.user, op=timezone.now())
        messages.success(self.request, "Uw wachtwoord is bewaard. Log nu in.")
        return antwoord


class WachtwoordWijzigen(PermissionRequiredMixin, auth.PasswordChangeView):
    permission_required = "voorkeuren.wijzigen"
    template_name = "kern/toegang/wachtwoord_wijzigen.html"
    form_class = forms.WachtwoordWijzigen
    success_url = reverse_lazy("voorkeuren")

    def form_valid(self, form):
        antwoord = super().form_valid(form)
        door = self.request.user
        gebruikers.vastleggen("wachtwoord_wijzigen", betreft=door, door=door, op=timezone.now())
        messages.success(self.request, "Uw wachtwoord is gewijzigd. Op andere apparaten bent u nu uitgelogd.")
        return antwoord


@require_http_methods(["GET", "HEAD", "POST"])
def rol_kiezen(request):
    """Open to everyone who is logged in: whoever has no role today reads here whom to ask."""
    if request.method != "POST":
        return render(
            request,
            "kern/toegang/rol_kiezen.html",
            {"rollen": _rollen(request.user), "next": request.GET.get("next", "")},
        )
    try:
        gebruikers.rol_kiezen(request.user, request.POST.get("rol", ""), op=timezone.now())
    except NietBevoegd as weigering:
        raise PermissionDenied(weigering.zin) from weigering
    messages.info(request, f"U werkt nu als {Rol(request.user.rol).label.lower()}.")
    return HttpResponseRedirect(vervolg(request))


def _rollen(gebruiker) -> list[dict]:
    """Each role of today with the places where it is held."""
    rollen = []
    for rol in gebruiker.rollen:
        if rol not in ZONDER_INLOG:
            rijen = [v for v in gebruiker.verleningen if v.rol == rol]
            plekken = [str(v.regio or v.gemeente or v.organisatie or "") for v in rijen]
            plek = " en ".join(dict.fromkeys(p for p in plekken if p))
            rollen.append({"rol": rol, "plek": plek, "is_nu": rol == gebruiker.rol})
    return rollen
