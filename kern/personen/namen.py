"""Names as people write them: reduced to what is compared, read from what was typed, and compared.

Pure functions, no database. What `plat`, `woorden`, `naamkern` and `vormen` do here, the SQL functions of the first
migration do there; a test keeps the two equal.
"""

import csv
import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

# The words that may stand before a surname, as they read after `plat`.
VOORVOEGSELS = frozenset(
    ["van", "von", "de", "den", "der", "het", "ter", "ten", "te", "t", "s", "v", "d", "vd", "vdr", "la", "le"]
    + ["les", "du", "da", "di", "dos", "das", "el", "al", "op", "in", "aan", "bij", "uit"]
)
KORTSTE_MET_FOUT = 4  # in a shorter name one other letter makes another name: Bos and Vos
LANGSTE_WOORD = 30  # of a longer word only the beginning counts; it keeps the index small
MEESTE_WOORDEN = 8
# Letters that are not a base letter plus a mark.
_EIGEN_LETTERS = str.maketrans(
    {"Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ø": "O", "ø": "o", "ß": "ss", "ẞ": "SS", "Ð": "D", "ð": "d"}
    | {"Đ": "D", "đ": "d", "Ħ": "H", "ħ": "h", "ı": "i", "Ł": "L", "ł": "l", "Þ": "TH", "þ": "th"}
    | {"Ŋ": "N", "ŋ": "n", "ŉ": "n", "Ŧ": "T", "ŧ": "t", "ĸ": "q"}
)
# "v.d.", "v/d" and "'t" would else look like the initials of a first name.
_VAN_DE = re.compile(r"\bv\s*[./]\s*d(?:\b\s*\.?\s*r?\b\.?|er\b|en\b|e\b)")
_HET = re.compile(r"(?:^|(?<=\s))\W([ts])[\s-]")


class Graad(IntEnum):
    """How much two parts of a person resemble each other; the higher, the more."""

    ANDERS = 0
    LEEG = 1  # one of the two says nothing
    DEELS = 2  # what is known agrees: an initial, a year
    BIJNA = 3  # one typing error
    GELIJK = 4


@dataclass(frozen=True)
class Achternaam:
    kern: str  # without particles and spaces: "berg"
    helften: frozenset[str]  # of a double name
    vol: str  # with everything, written as one word: "vandenberg"
    woorden: frozenset[str]


@dataclass(frozen=True)
class Voornamen:
    namen: tuple[str, ...] = ()  # written out, the calling name included
    letters: str = ""  # initials, in order
    eersten: tuple[str, ...] = ()  # the calling name and the first of the others


def plat(tekst: str) -> str:
    """Without accents, in lower case."""
    los = unicodedata.normalize("NFKD", tekst.translate(_EIGEN_LETTERS))
    return "".join(teken for teken in los if not unicodedata.combining(teken)).lower()


def woorden(tekst: str) -> list[str]:
    return re.sub(r"[\W_]+", " ", plat(tekst)).split()


def naamkern(tekst: str) -> list[str]:
    """The words of a surname without its particles, ij and y the same; all of them when nothing else is left."""
    alle = woorden(tekst)
    kern = [woord for woord in alle if woord not in VOORVOEGSELS]
    return [woord.replace("ij", "y") for woord in kern or alle]


def voornaamwoorden(tekst: str) -> list[str]:
    return [woord.replace("ij", "y") for woord in woorden(tekst)]


def vormen(woord: str) -> set[str]:
    """The word, and the word without each of its letters: two words with one typing error share at least one form."""
    woord = woord[:LANGSTE_WOORD]
    if len(woord) < KORTSTE_MET_FOUT:
        return {woord}
    return {woord} | {woord[:plaats] + woord[plaats + 1 :] for plaats in range(len(woord))}


def is_een_fout(een: str, ander: str, kortste: int = KORTSTE_MET_FOUT) -> bool:
    """One letter more, less or other, or two neighbours swapped; not for short names."""
    kort, lang = sorted((een, ander), key=len)
    if len(lang) < kortste or len(lang) - len(kort) > 1:
        return False
    begin = next((i for i, (a, b) in enumerate(zip(kort, lang, strict=False)) if a != b), len(kort))
    if len(kort) < len(lang):
        return kort[begin:] == lang[begin + 1 :]
    gewisseld = kort[begin : begin + 2] == lang[begin : begin + 2][::-1] and kort[begin + 2 :] == lang[begin + 2 :]
    return kort != lang and (gewisseld or kort[begin + 1 :] == lang[begin + 1 :])


def achternaam(tekst: str, tussenvoegsel: str = "") -> Achternaam | None:
    kern = naamkern(tekst)
    if not kern:
        return None
    delen = [[woord for woord in naamkern(deel) if woord not in VOORVOEGSELS] for deel in tekst.split("-")]
    return Achternaam(
        kern="".join(kern),
        helften=frozenset("".join(deel) for deel in delen if deel) or frozenset(["".join(kern)]),
        vol="".join(voornaamwoorden(f"{tussenvoegsel} {tekst}")),
        woorden=frozenset(kern),
    )


def voornamen(tekst: str, roepnaam: str = "") -> Voornamen:
    reeks, roep = voornaamwoorden(tekst)[:MEESTE_WOORDEN], voornaamwoorden(roepnaam)[:MEESTE_WOORDEN]
    namen = tuple(woord for woord in (*roep, *reeks) if len(woord) > 1)
    eersten = tuple(woord for woord in (*roep[:1], *reeks[:1]) if len(woord) > 1)
    letters = "".join(woord[0] for woord in reeks or roep)
    return Voornamen(namen, letters, eersten)


def lees(tekst: str) -> list[tuple[Voornamen, Achternaam]]:
    """Every way in which a typed name can be read: "Berg, Sanne" in one, "Sanne van den Berg" in several."""
    netjes = _HET.sub("het ", _VAN_DE.sub("van den ", plat(tekst)))
    voor_komma, komma, na_komma = netjes.partition(",")
    if komma and naamkern(voor_komma):
        splitsingen = [(_zonder_voorvoegsels(na_komma), voor_komma)]
    else:
        reeks = netjes.replace(",", " ").split()[:MEESTE_WOORDEN]
        knippen = range(1, len(reeks))
        splitsingen = [(" ".join(reeks[:k]), " ".join(reeks[k:])) for k in knippen]
        splitsingen += [(" ".join(reeks[k:]), " ".join(reeks[:k])) for k in knippen]
        splitsingen.append(("", " ".join(reeks)))
    gelezen = [(voornamen(_zonder_voorvoegsels(voor)), achternaam(achter)) for voor, achter in splitsingen]
    # One letter is an initial, unless a comma says that it is the surname: O, B and Y are.
    kortst = 1 if komma else 2
    return list(dict.fromkeys((voor, achter) for voor, achter in gelezen if achter and len(achter.kern) >= kortst))


def _zonder_voorvoegsels(tekst: str) -> str:
    """The particles of the surname that stand with the first names: "Berg, Sanne van den". An initial stays."""
    reeks = tekst.replace(",", " ").split()
    weg = {woord for woord in VOORVOEGSELS if len(woord) > 1}
    return " ".join(woord for woord in reeks if woord not in weg)


def vergelijk_achternamen(een: Achternaam, ander: Achternaam) -> Graad:
    if een.kern == ander.kern or {een.vol, een.kern} & {ander.vol, ander.kern}:
        return Graad.GELIJK
    if een.helften <= ander.helften or ander.helften <= een.helften:
        return Graad.GELIJK
    if een.woorden == ander.woorden:  # a double name swapped, and written without its hyphen
        return Graad.GELIJK
    paren = [(een.kern, ander.kern), (een.vol, ander.kern), (een.kern, ander.vol)]
    paren += [(helft, ander.kern) for helft in een.helften] + [(een.kern, helft) for helft in ander.helften]
    return Graad.BIJNA if any(is_een_fout(*paar) for paar in paren) else Graad.ANDERS


def vergelijk_voornamen(bekend: Voornamen, getypt: Voornamen) -> Graad:
    if not bekend.letters or not getypt.letters:
        return Graad.LEEG
    if bekend.namen and getypt.namen:
        paren = [(getypt.namen[0], naam) for naam in bekend.namen]
        paren += [(naam, eerste) for naam in getypt.namen[1:] for eerste in bekend.eersten]
        return max(_vergelijk_voornaam(*paar) for paar in paren)
    # As many initials as both have; the calling name may be another than the first.
    reeksen_gelijk = all(a == b for a, b in zip(bekend.letters, getypt.letters, strict=False))
    roepletters = {naam[0] for naam in bekend.eersten}
    past = reeksen_gelijk or (len(getypt.letters) == 1 and getypt.letters in roepletters)
    return Graad.DEELS if past else Graad.ANDERS


def _vergelijk_voornaam(een: str, ander: str) -> Graad:
    if een == ander or _roepnaamgroepen().get(een, frozenset()) & _roepnaamgroepen().get(ander, frozenset()):
        return Graad.GELIJK
    # A letter longer than for surnames: Anna and Anne, Daan and Dana are two people.
    return Graad.BIJNA if is_een_fout(een, ander, KORTSTE_MET_FOUT + 1) else Graad.ANDERS


@lru_cache(maxsize=1)
def _groepen() -> list[list[str]]:
    with (Path(__file__).parent / "gegevens" / "roepnamen.csv").open(encoding="utf-8") as bestand:
        return [rij[0].replace("ij", "y").split() for rij in csv.reader(bestand) if rij]


@lru_cache(maxsize=1)
def _roepnaamgroepen() -> dict[str, frozenset[int]]:
    """Name to the groups it belongs to; "jo" is both a Johannes and a Johanna."""
    bij: dict[str, set[int]] = {}
    for nummer, groep in enumerate(_groepen()):
        for naam in groep:
            bij.setdefault(naam, set()).add(nummer)
    return {naam: frozenset(nummers) for naam, nummers in bij.items()}


def roepnamen(naam: str) -> set[str]:
    """The name and its other forms: Elisabeth, Bep, Liesbeth."""
    return {naam}.union(*(_groepen()[nummer] for nummer in _roepnaamgroepen().get(naam, ())))
