"""What somebody means who types in the search field: a kenmerk, a BSN, a telephone number, a name, a birth date.

Pure functions. A BSN must never stand in a URL (L-72), so it is recognised generously: a number that can be a BSN is
treated as one, also when it can be a telephone number or a date as well.
"""

import re
import unicodedata
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from localflavor.nl.validators import NLBSNFieldValidator

from kern.personen import geboortedatum, namen

LANGST = 100
LANGSTE_DATUM = 3  # words: "12 maart 1990"
_KENMERK = re.compile(r"([a-z]{1,4})[- ]?(20\d\d)[- ]?(\d{1,7})", re.ASCII | re.IGNORECASE)
# With its signs in place this is no BSN: a date, or a kenmerk.
_GEEN_BSN = re.compile(
    r"(?<!\d)(?:\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|(?<=[a-z]-)20\d\d-\d{1,6})(?!\d)",
    re.ASCII | re.IGNORECASE,
)
_CIJFERREEKSEN = [re.compile(rf"(?<!\d)(?=(\d(?:[ .\-]?\d){{{aantal - 1}}})(?!\d))", re.ASCII) for aantal in (9, 8)]
_BELNUMMER = re.compile(r"[\d ()+./\-]+", re.ASCII)


@dataclass(frozen=True)
class Zoekvraag:
    tekst: str
    bsn: str = ""
    kenmerk: str = ""
    belnummer: str = ""
    geboren: tuple[str, ...] = ()
    woorden: tuple[str, ...] = ()

    @property
    def is_te_lang(self) -> bool:
        return len(self.tekst) > LANGST

    @property
    def is_te_kort(self) -> bool:
        """One letter finds half of everybody."""
        zonder = not (self.bsn or self.kenmerk or self.belnummer or self.geboren)
        return zonder and all(len(woord) < 2 for woord in self.woorden)


def schoon(getypt: str) -> str:
    """One line without control characters (PostgreSQL refuses NUL), figures of any width as plain ones."""
    breed = unicodedata.normalize("NFKC", getypt)
    return " ".join("".join(" " if unicodedata.category(teken)[0] == "C" else teken for teken in breed).split())


def vind_bsn(tekst: str) -> str:
    """The first number in a text that can be a BSN, as nine figures, or nothing."""
    if _is_belnummer(tekst):
        return ""
    rest = _GEEN_BSN.sub("|", tekst)
    for reeks in _CIJFERREEKSEN:
        for gevonden in reeks.finditer(rest):
            nummer = re.sub(r"\D", "", gevonden[1]).zfill(9)
            if _is_bsn(nummer):
                return nummer
    return ""


def _is_bsn(nummer: str) -> bool:
    try:
        NLBSNFieldValidator()(nummer)
    except ValidationError:
        return False
    return int(nummer) > 0


def lees(getypt: str) -> Zoekvraag:
    tekst = schoon(getypt)
    if len(tekst) > LANGST:
        return Zoekvraag(tekst, bsn=vind_bsn(tekst))
    bsn = vind_bsn(tekst)
    if not bsn and (gevonden := _KENMERK.fullmatch(tekst)):
        letter, jaar, nummer = gevonden.groups()
        return Zoekvraag(tekst, kenmerk=f"{letter.upper()}-{jaar}-{int(nummer):04}")
    if bsn:
        # Beside a BSN only what the number itself can be: the other words would narrow an exact search.
        geboren = geboortedatum.lees(tekst)
        return Zoekvraag(tekst, bsn=bsn, belnummer=_belnummer(tekst), geboren=geboren)
    if belnummer := _belnummer(tekst):
        return Zoekvraag(tekst, belnummer=belnummer)
    geboren, rest = _knip_datum(tekst)
    return Zoekvraag(tekst, geboren=geboren, woorden=tuple(_naamwoorden(rest)))


def _is_belnummer(tekst: str) -> bool:
    """Ten figures or more that begin like a telephone number: no BSN, whatever part of it may look like one."""
    return bool(_BELNUMMER.fullmatch(tekst)) and tekst[0] in "0+(" and 10 <= len(re.sub(r"\D", "", tekst)) <= 15


def _belnummer(tekst: str) -> str:
    cijfers = re.sub(r"\D", "", tekst)
    return cijfers[-9:] if _BELNUMMER.fullmatch(tekst) and 9 <= len(cijfers) <= 15 else ""


def _knip_datum(tekst: str) -> tuple[tuple[str, ...], str]:
    """The first date in a text, the longest reading first, and what is left."""
    delen = tekst.replace(",", " ").split()
    for lengte in range(LANGSTE_DATUM, 0, -1):
        for begin in range(len(delen) - lengte + 1):
            stuk = " ".join(delen[begin : begin + lengte])
            if any(teken.isdigit() for teken in stuk) and (geboren := geboortedatum.lees(stuk)):
                return geboren, " ".join(delen[:begin] + delen[begin + lengte :])
    return (), tekst


def _naamwoorden(tekst: str) -> list[str]:
    """The words of a name without its particles, the longest first: those narrow the search most."""
    reeks = namen.naamkern(tekst)
    return sorted(dict.fromkeys(reeks), key=len, reverse=True)[: namen.MEESTE_WOORDEN]
