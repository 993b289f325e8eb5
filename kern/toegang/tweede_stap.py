"""The second step of logging in: a code of an app on the telephone (TOTP). Optional; once confirmed it is always asked."""

from base64 import b64encode
from io import BytesIO

import django_otp
import qrcode
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice
from qrcode.image.svg import SvgPathImage

from kern.proces.weigering import Weigering
from kern.toegang import gebruikers
from kern.toegang.concepten import bewaar_ingestuurd

SESSIE = "tweede_stap"
NODIG, NIET_NODIG = "nodig", "niet_nodig"
FOUTE_CODE = "Deze code klopt niet. Kijk in uw app en vul de nieuwste code in."


class TweedeStapVereist:
    """Until the code was given, every page leads to the page that asks it.

    Whether a code is needed is asked of the database once per session: no answer yet means asking, never skipping.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        gebruiker = request.user
        if not gebruiker.is_authenticated or request.path in (reverse("tweede_stap"), reverse("uitloggen")):
            return self.get_response(request)
        if request.session.get(SESSIE) is None:
            request.session[SESSIE] = NODIG if apparaten(gebruiker).exists() else NIET_NODIG
        if request.session[SESSIE] == NODIG and not gebruiker.is_verified():
            bewaar_ingestuurd(request)
            return redirect_to_login(request.get_full_path(), reverse("tweede_stap"))
        return self.get_response(request)


def apparaten(gebruiker):
    return TOTPDevice.objects.filter(user_id=gebruiker.pk, confirmed=True)


def beeld(gebruiker, sleutel: str) -> str:
    """The QR code as a data: address, because the security policy allows no inline SVG with styles."""
    apparaat = TOTPDevice(user=gebruiker, key=sleutel, name="app")
    stroom = BytesIO()
    qrcode.make(apparaat.config_url, image_factory=SvgPathImage, border=2).save(stroom)
    return f"data:image/svg+xml;base64,{b64encode(stroom.getvalue()).decode()}"


@transaction.atomic
def instellen(request, sleutel: str, code: str, *, op) -> None:
    """Keep the telephone of which the code is right, and count this session as confirmed. Raises Weigering."""
    apparaten(request.user).delete()
    apparaat = TOTPDevice.objects.create(user_id=request.user.pk, key=sleutel, name="app", confirmed=True)
    if not apparaat.verify_token(code):
        raise Weigering(FOUTE_CODE, "code")
    gebruikers.vastleggen("tweede_stap_instellen", betreft=request.user, door=request.user, op=op)
    _bevestigd(request, apparaat)


def bevestigen(request, code: str, *, op) -> None:
    """Check the code of this login. Raises Weigering; wrong codes make the next try wait longer and longer."""
    with transaction.atomic():
        apparaat = apparaten(request.user).select_for_update(of=("self",)).first()
        if apparaat is None:
            request.session[SESSIE] = NIET_NODIG
            return
        mag, reden = apparaat.verify_is_allowed()
        goed = mag and apparaat.verify_token(code)
    # Outside the transaction: the counter of wrong codes must stay.
    if not mag:
        seconden = max(int((reden["locked_until"] - timezone.now()).total_seconds()) + 1, 1)
        wacht = "1 seconde" if seconden == 1 else f"{seconden} seconden"
        raise Weigering(f"Er is te vaak een verkeerde code ingevuld. Wacht nog {wacht}.", "code")
    if not goed:
        raise Weigering(FOUTE_CODE, "code")
    gebruikers.vastleggen("tweede_stap", betreft=request.user, door=request.user, op=op)
    _bevestigd(request, apparaat)


def _bevestigd(request, apparaat) -> None:
    # A new session key, as at logging in: what somebody could do grows here.
    request.session.cycle_key()
    request.session[SESSIE] = NODIG
    django_otp.login(request, apparaat)


def uitzetten(request, code: str, *, op) -> None:
    """Log in without the second step from now on. Raises Weigering when the code is wrong."""
    bevestigen(request, code, op=op)
    with transaction.atomic():
        apparaten(request.user).delete()
        gebruikers.vastleggen("tweede_stap_uitzetten", betreft=request.user, door=request.user, op=op)
    request.session[SESSIE] = NIET_NODIG


@transaction.atomic
def wissen(gebruiker, *, door, op) -> None:
    """The administrator's recovery: a lost telephone. The user logs in with his password and can set it up anew."""
    if not apparaten(gebruiker).exists():
        raise Weigering(f"{gebruiker.naam} heeft geen tweede stap ingesteld.")
    TOTPDevice.objects.filter(user_id=gebruiker.pk).delete()
    gebruikers.vastleggen("tweede_stap_wissen", betreft=gebruiker, door=door, op=op)
