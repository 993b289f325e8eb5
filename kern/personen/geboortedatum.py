"""Birth dates in the notation of the population register: JJJJ-MM-DD with zeros for what is unknown.

Reading what people type, and comparing two of them. Pure functions, no clock.
"""

import re
from datetime import date

from django.core.exceptions import ValidationError

from kern.personen.namen import Graad
from kern.schermen.forms.velden import lees_datum
from kern.tijd.kalender import MAANDEN, MAANDEN_KORT

_EEUWEN = ("19", "20")
_JAAR = r"(?P<jaar>(?:19|20)\d\d)"
_SCHEIDING = r"\s*[-/. ]\s*"
_DEELS = [
    re.compile(vorm, re.ASCII)
    for vorm in (
        rf"{_JAAR}(?:-00(?:-00)?)?",
        rf"(?:00?{_SCHEIDING}){{2}}{_JAAR}",
        rf"{_JAAR}-(?P<maand>\d{{1,2}})(?:-00)?",
        rf"(?:00?{_SCHEIDING})?(?P<maand>\d{{1,2}}){_SCHEIDING}{_JAAR}",
        rf"(?P<naam>[a-z]{{3,9}})\.?\s+{_JAAR}",
    )
]
_KORT_JAAR = re.compile(rf"(\d{{1,2}}){_SCHEIDING}(\d{{1,2}}){_SCHEIDING}(\d{{2}})", re.ASCII)


def lees(tekst: str | None) -> tuple[str, ...]:
    """The dates that can be meant; none when it is no date. Two figures for the year can be two centuries."""
    netjes = " ".join((tekst or "")[:60].lower().split())
    for vorm in _DEELS:
        if gevonden := vorm.fullmatch(netjes):
            return _deels(gevonden.groupdict())
    if gevonden := _KORT_JAAR.fullmatch(netjes):
        dag, maand, jaar = gevonden.groups()
        return tuple(filter(None, (_bestaand(f"{eeuw}{jaar}-{maand:0>2}-{dag:0>2}") for eeuw in _EEUWEN)))
    try:
        return tuple(filter(None, [_bestaand(lees_datum(netjes).isoformat())]))
    except ValidationError:
        return ()


def _deels(delen: dict) -> tuple[str, ...]:
    maand = int(delen.get("maand") or 0)
    if naam := delen.get("naam"):
        namen = [(lang, kort, lang[:3], lang[:4]) for lang, kort in zip(MAANDEN, MAANDEN_KORT, strict=True)]
        maand = next((nummer for nummer, vormen in enumerate(namen, 1) if naam in vormen), 13)
    return (f"{delen['jaar']}-{maand:02}-00",) if maand <= 12 else ()


def _bestaand(geboren: str) -> str:
    try:
        return geboren if date.fromisoformat(geboren).isoformat()[:2] in _EEUWEN else ""
    except ValueError:
        return ""


def is_volledig(geboren: str) -> bool:
    return bool(geboren) and not geboren.endswith("-00")


def vergelijk(bekend: str, getypt: str) -> Graad:
    if not bekend or not getypt:
        return Graad.LEEG
    if is_volledig(bekend) and is_volledig(getypt):
        return Graad.GELIJK if bekend == getypt else Graad.BIJNA if bekend in bijna(getypt) else Graad.ANDERS
    paren = zip(bekend.split("-"), getypt.split("-"), strict=True)
    return Graad.DEELS if all(een == ander or "00" in (een, ander) for een, ander in paren) else Graad.ANDERS


def bijna(geboren: str) -> set[str]:
    """The existing dates with day and month swapped, or with one other figure."""
    jaar, maand, dag = geboren.split("-")
    andere = {f"{jaar}-{dag}-{maand}"}
    for plaats, oud in enumerate(geboren):
        if oud != "-":
            andere |= {f"{geboren[:plaats]}{cijfer}{geboren[plaats + 1 :]}" for cijfer in "0123456789"}
    return {anders for anders in andere if _bestaand(anders)} - {geboren}


def deels(geboren: str) -> list[str]:
    """The partly known dates that this complete date can be."""
    return [f"{geboren[:7]}-00", f"{geboren[:4]}-00-00"]
