"""Drafts: nobody's text is lost. A form carries a signed mark of who it was shown to, so that what arrives after the
session ended can wait for exactly that person.
"""

from django.core import signing
from django.utils import timezone

from kern.models import Concept
from kern.schermen.nummers import nummer

ZOUT = "kern.concept"
MARKERING = "_van"
BASIS = "_basis"
# Never part of a draft: tokens, the one-time key, and what must not stay anywhere in the clear (L-72).
NOOIT = {"csrfmiddlewaretoken", MARKERING, "_eenmalig", "_versie", BASIS, "_pad", "bsn"}
LANGST = 24 * 3600
MAX_TEKENS = 200_000


def markering(gebruiker, sleutel: str) -> str:
    """A signed mark: this form, at this address, was shown to this person."""
    return signing.dumps([gebruiker.pk, sleutel], salt=ZOUT)


def eigenaar(waarde: str, sleutel: str) -> int | None:
    """The person to whom the form at this address was shown; None for a mark of another form, or an old one."""
    try:
        gebruiker_id, van_formulier = signing.loads(waarde, salt=ZOUT, max_age=LANGST)
    except signing.BadSignature:
        return None
    return gebruiker_id if van_formulier == sleutel else None


def _mag(naam: str) -> bool:
    return naam not in NOOIT and "password" not in naam


def velden(post) -> dict:
    """The fields of a form as lists, without tokens and without what may not be kept."""
    # PostgreSQL has no text with a NUL in it.
    schoon = {naam: [waarde.replace("\x00", "") for waarde in post.getlist(naam)] for naam in post if _mag(naam)}
    return {naam.replace("\x00", ""): waarden for naam, waarden in schoon.items()}


def bewaar(gebruiker_id: int, sleutel: str, post) -> Concept | None:
    """Keep what was typed; a form that became empty or too large keeps nothing. Returns the draft."""
    inhoud = velden(post)
    if not any(waarde for waarden in inhoud.values() for waarde in waarden):
        return None
    if sum(len(naam) + sum(map(len, waarden)) for naam, waarden in inhoud.items()) > MAX_TEKENS:
        return None
    if BASIS in post:
        # What was stored when this was typed: what a colleague saves meanwhile is then still seen as his.
        inhoud[BASIS] = [post[BASIS].replace("\x00", "")]
    concept, _ = Concept.objects.update_or_create(
        gebruiker_id=gebruiker_id,
        sleutel=sleutel.replace("\x00", "")[:120],
        defaults={"velden": inhoud, "bewaard_op": timezone.now()},
    )
    return concept


def pad(request) -> str:
    """The address of a form. A melding made of a question is a form of its own: drafts of two people must not mix.

    So is each row (`regel`) that one step can change.
    """
    for naam in ("vraag", "regel"):
        if (waarde := nummer(request.GET.get(naam, ""))) is not None:
            return f"{request.path}?{naam}={waarde}"
    return request.path


def bewaar_ingestuurd(request) -> Concept | None:
    """Keep a form that could not be handled: the session ended or the token was old."""
    request.concept_bewaard = True
    sleutel = request.POST.get("_pad", request.path) if request.path == "/concept/" else pad(request)
    gebruiker_id = eigenaar(request.POST.get(MARKERING, ""), sleutel)
    if not gebruiker_id:
        return None
    return bewaar(gebruiker_id, sleutel, request.POST)


def van(gebruiker, sleutel: str) -> Concept | None:
    return Concept.objects.filter(gebruiker=gebruiker, sleutel=sleutel).first()


def verwijder(gebruiker, sleutel: str) -> None:
    Concept.objects.filter(gebruiker=gebruiker, sleutel=sleutel).delete()
