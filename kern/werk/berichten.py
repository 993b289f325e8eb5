"""The text of a mail, made at the moment it is sent: counts, a link, at most a kenmerk. Never a name of a client."""

from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from kern.models import Dossier, Gebruiker, Signaal, Taak, Uitgaand
from kern.toegang import gebruikers


class Brief(NamedTuple):
    onderwerp: str
    tekst: str


def gesignaleerd():
    """Open deadlines that passed a threshold of the date that they have now."""
    signalen = Signaal.objects.filter(taak=OuterRef("pk"), vervalt_op=OuterRef("vervalt_op"))
    return Taak.objects.filter(Exists(signalen), status=Taak.Status.OPEN, dossier__gesloten_op__isnull=True).order_by()


def opstellen(bericht: Uitgaand) -> Brief | None:
    """The mail as it must read now; None when it is no longer needed."""
    if not bericht.gebruiker.is_active:
        return None
    if bericht.soort == Uitgaand.Soort.DAGBERICHT:
        return _dagbericht(bericht)
    if bericht.soort == Uitgaand.Soort.SPOED:
        return _spoed(bericht)
    return Brief(*gebruikers.brief(bericht))


def _per_rol(gebruiker: Gebruiker):
    """Each role that he holds, active in turn: the role that he used last says nothing about what waits for him."""
    for rol in gebruiker.rollen:
        gebruiker.rol = rol
        yield rol, Dossier.objects.voor(gebruiker)


def tel_werk(gebruiker: Gebruiker, vandaag: date) -> dict[str, int]:
    """How many of his cases are late, and how many soon are; of unassigned cases those that his role must start."""
    mijn = Q(pk__in=[])
    for rol, zicht in _per_rol(gebruiker):
        mijn |= Q(dossier__in=zicht.van(gebruiker)) | Q(dossier__in=zicht.filter(behandelaar__isnull=True), rol=rol)
    taken = gesignaleerd().filter(mijn)
    if not gebruiker.dagbericht:
        taken = taken.filter(is_wettelijk=True)
    laat = Q(vervalt_op__lt=vandaag, is_van_client=False)
    te_laat = set(taken.filter(laat).values_list("dossier", flat=True))
    alle = set(taken.values_list("dossier", flat=True))
    return {"te_laat": len(te_laat), "bijna": len(alle - te_laat)}


def _adres(pad: str) -> str:
    return f"{settings.SITE_URL.rstrip('/')}{pad}"


def _dagbericht(bericht: Uitgaand) -> Brief | None:
    vandaag = timezone.localdate()
    if bericht.gegevens["dag"] != vandaag.isoformat():
        return None
    telling = tel_werk(bericht.gebruiker, vandaag)
    if not any(telling.values()):
        return None
    context = {
        **telling,
        "is_uitgezet": not bericht.gebruiker.dagbericht,
        "werkvoorraad": _adres(reverse("werkvoorraad")),
        "voorkeuren": _adres(reverse("voorkeuren")),
    }
    return Brief("Cimot: termijnen die aandacht vragen", render_to_string("mail/dagbericht.txt", context))


def _spoed(bericht: Uitgaand) -> Brief | None:
    zoek = {"pk": bericht.gegevens["dossier"], "gesloten_op__isnull": True}
    gevonden = (zicht.filter(**zoek).first() for _, zicht in _per_rol(bericht.gebruiker))
    dossier = next((d for d in gevonden if d), None)
    if dossier is None:
        return None
    context = {
        "kenmerk": dossier.kenmerk,
        "regio": dossier.regio,
        "adres": _adres(dossier.get_absolute_url()),
    }
    return Brief(f"Cimot: melding met spoed {dossier.kenmerk}", render_to_string("mail/spoed.txt", context))
