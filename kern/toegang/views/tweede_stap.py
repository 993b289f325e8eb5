"""The second step of logging in: set up, asked at login, turned off."""

from base64 import b32encode
from binascii import unhexlify

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_otp.util import random_hex

from kern.proces.weigering import Weigering
from kern.toegang import tweede_stap
from kern.toegang.forms import account as forms
from kern.toegang.views.account import vervolg

# The secret of a telephone that is not confirmed yet waits here, on the server.
SLEUTEL = "tweede_stap_sleutel"


def _doe(request, form, actie) -> bool:
    """Whether the action was done; what is refused stands at the code."""
    if not form.is_valid():
        return False
    try:
        actie(form.cleaned_data["code"])
    except Weigering as weigering:
        form.add_error("code", weigering.zin)
        return False
    return True


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bevestigen(request):
    if request.user.is_verified() or not tweede_stap.apparaten(request.user).exists():
        request.session.pop(tweede_stap.SESSIE, None)
        return HttpResponseRedirect(vervolg(request))
    form = forms.Code(request.POST or None)
    if _doe(request, form, lambda code: tweede_stap.bevestigen(request, code, op=timezone.now())):
        return HttpResponseRedirect(vervolg(request))
    context = {"form": form, "next": request.POST.get("next") or request.GET.get("next", "")}
    return render(request, "kern/toegang/tweede_stap.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("voorkeuren.wijzigen", raise_exception=True)
def instellen(request):
    if tweede_stap.apparaten(request.user).exists():
        return redirect("voorkeuren")
    sleutel = request.session.setdefault(SLEUTEL, random_hex(20))
    form = forms.Code(request.POST or None)
    if _doe(request, form, lambda code: tweede_stap.instellen(request, sleutel, code, op=timezone.now())):
        del request.session[SLEUTEL]
        messages.success(request, "De tweede stap staat aan. Bij het inloggen vragen we voortaan om een code.")
        return redirect("voorkeuren")
    context = {
        "form": form,
        "beeld": tweede_stap.beeld(request.user, sleutel),
        "letters": b32encode(unhexlify(sleutel)).decode(),
    }
    return render(request, "kern/toegang/tweede_stap_instellen.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("voorkeuren.wijzigen", raise_exception=True)
def uitzetten(request):
    if not tweede_stap.apparaten(request.user).exists():
        return redirect("voorkeuren")
    form = forms.Code(request.POST or None)
    if _doe(request, form, lambda code: tweede_stap.uitzetten(request, code, op=timezone.now())):
        messages.info(request, "De tweede stap staat uit.")
        return redirect("voorkeuren")
    return render(request, "kern/toegang/tweede_stap_uitzetten.html", {"form": form}, status=422 if form.errors else 200)
