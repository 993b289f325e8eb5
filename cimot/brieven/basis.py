"""What the letters of the access domain share: their common fields, their dates, and to whom they go."""

from datetime import date
from pathlib import Path

from django.utils import timezone

from cimot.models import Aanmelding, Onderwerp
from kern.brieven.soorten import Geadresseerde, aan_client
from kern.models import Exemplaar
from kern.tijd import termijnen
from kern.tijd.kalender import datum_nl

MAP = Path(__file__).parent
HULP = {Onderwerp.BW: "beschermd wonen", Onderwerp.MO: "opvang", Onderwerp.ONBEKEND: "beschermd wonen of opvang"}
VELDEN = {
    "soort_hulp": "waar de vraag over gaat: beschermd wonen of opvang",
    "gemeld_op": "de dag van de melding",
    "onderzoek_uiterlijk": "de laatste dag van het onderzoek (zes weken)",
    "aangevraagd_op": "de dag van de aanvraag",
    "besluit_uiterlijk": "de laatste dag om te beslissen",
    "besluit": "de goedgekeurde tekst van het besluit, met koppen",
    "verslag": "de tekst van het verslag, met koppen",
    "ontbreekt": "wat er ontbreekt, als lijst",
    "aanvullen_tot": "de laatste dag om aan te vullen",
    "tijdelijk_tot": "de laatste dag van de tijdelijke hulp",
    "andere_regio": "de andere centrumgemeente",
    "contact_naam": "de contactpersoon van de andere regio",
}


def velden(*namen: str, **eigen: str) -> dict[str, str]:
    """The description of these common fields, and of the letter's own."""
    return {**{naam: VELDEN[naam] for naam in namen}, **eigen}


def dag(op: date | None) -> str:
    """A day in full, as one says it: "maandag 2 november 2026"."""
    return datum_nl(op, kort=False) if op else ""


def tijdstip(op) -> str:
    lokaal = timezone.localtime(op)
    return f"{dag(lokaal.date())} om {lokaal:%H.%M} uur"


def regels(tekst: str) -> list[str]:
    """What was typed on lines, as items."""
    return [regel for regel in (regel.strip(" \t-•*") for regel in tekst.splitlines()) if regel]


def termijn(dossier, code: str):
    """The newest deadline of this kind: what the paper says is the date that the database keeps."""
    return termijnen.nieuwste(dossier, code)


def uiterlijk(dossier, code: str) -> date | None:
    taak = termijn(dossier, code)
    return taak.vervalt_op if taak else None


def aanmelding_van(dossier) -> Aanmelding:
    """The aanmelding itself, or the one that this runs beside."""
    return dossier if isinstance(dossier, Aanmelding) else dossier.hoofddossier.concreet()


def soort_hulp(dossier) -> str:
    return HULP[aanmelding_van(dossier).onderwerp]


def aan_wie(dossier, op: date) -> list[Geadresseerde]:
    """The client; also when nobody knows who he is, because then he gets the letter in his hand (L-13)."""
    onbekend = Geadresseerde("client", "mevrouw of meneer", "cliënt", waarom="Wij weten nog niet wie de cliënt is.")
    return aan_client(dossier, op) or [onbekend]


def aan_client_of_melder(dossier, op: date) -> list[Geadresseerde]:
    """The client, else whoever reported: a notice without a name can go to nobody else (L-54)."""
    melding = dossier.melding
    melder = Geadresseerde(
        "melder", melding.melder_naam or "mevrouw of meneer", "melder", email=melding.melder_email,
        kanaal=Exemplaar.Kanaal.EMAIL if melding.melder_email else Exemplaar.Kanaal.MEEGEVEN,
        waarom="De naam van de cliënt is niet bekend.",
    )  # fmt: skip
    return aan_client(dossier, op) or [melder]
