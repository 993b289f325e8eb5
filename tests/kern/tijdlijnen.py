"""Notes and documents in as few words as possible, and the timeline that a user reads of a dossier."""

from datetime import timedelta

from django.utils import timezone

from kern import tijdlijn
from kern.models import Document, Dossier
from kern.werk import notities
from tests.factories import moment

UUR = timedelta(hours=1)


def noteer(zaak, door, *, op=None, **anders):
    gegevens = {"met": "moeder", "kanaal": "telefoon", "tekst": "Gebeld."} | anders
    return notities.contact_vastleggen(zaak, op=op or timezone.now() - UUR, door=door, **gegevens)


def document(zaak, door, **anders):
    gegevens = {
        "titel": "Brief van de huisarts",
        "bestandsnaam": "a.pdf",
        "mime": "application/pdf",
        "grootte": 1,
        "sha256": f"{Document.objects.count():064}",
        "gedateerd_op": moment("2026-11-10").date(),
    }
    return Document.objects.create(dossier_id=zaak.pk, wereld=zaak.wereld, door=door, **gegevens | anders)


def lees(zaak, gebruiker, **venster):
    zaak = Dossier.objects.get(pk=zaak.pk)
    return tijdlijn.van_dossier(zaak, zaak.klassen(gebruiker), gebruiker, tijdlijn.Venster(**venster))


def url(zaak, vraag=""):
    return f"{zaak.get_absolute_url()}?tab=tijdlijn{vraag}"
