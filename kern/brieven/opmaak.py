"""The text of a letter as an administrator writes it: its fields, its check, and the blocks that come out. Pure.

    # Kop                      a heading              - regel            a list; an empty line ends a block
    {{ client.naam }}          a field                [als x] or [tenzij x] in front of a block or item: only then
    [clausule bezwaar]         a locked clause        [vrij persoonlijk] the place of a free part
    [blokken x] [lijst x] [tabel x]                   the place of data with its own headings, items or rows

A text is parsed before anything is filled in, so no value can become markup, here or in what is made of the result.
The fields of a clause are the letter's own fields. `gegevens` is flat: one key per field, with the points in it.
"""

import difflib
import re
from collections.abc import Iterable, Iterator

from kern.brieven.clausules import CLAUSULES
from kern.brieven.lezer import ALINEA, BLOKKEN, CLAUSULE, KOP, LIJST, TABEL, VRIJ, Als, Blok, Tekst, Veld, lees
from kern.proces.weigering import Weigering

__all__ = ["Blok", "clausules", "controleer", "lees", "ontbreekt", "velden", "vrije_delen", "vul"]

BEZWAAR = "bezwaar"
GROETEN = ("groet", "groet_cimot")
Waarde = str | bool | list | dict | None

_LEGE_REGEL = re.compile(r"\n[ \t]*\n\s*")


def _regels(tekst: str) -> str:
    """Every way to end a line becomes one, as a browser and Word send different ones."""
    return tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")


def _van_tekst(tekst: Tekst) -> Iterator[str]:
    return (deel.naam for deel in tekst if isinstance(deel, Veld))


def _van_blok(blok: Blok) -> Iterator[str]:
    yield from (als.veld for als in blok.als)
    yield from _van_tekst(blok.tekst)
    for item in blok.items:
        yield from (als.veld for als in item.als)
        yield from _van_tekst(item.tekst)
    if blok.soort in (BLOKKEN, LIJST, TABEL) and blok.naam:
        yield blok.naam
    if blok.soort == CLAUSULE and blok.naam in CLAUSULES:
        yield from sorted(CLAUSULES[blok.naam].velden)


def velden(tekst: str) -> set[str]:
    """Every field that the text needs, those of its conditions, places and clauses too. Raises Weigering."""
    return {naam for blok in lees(tekst) for naam in _van_blok(blok)}


def clausules(tekst: str) -> set[str]:
    """The names of the locked clauses in the text. Raises Weigering."""
    return {blok.naam for blok in lees(tekst) if blok.soort == CLAUSULE}


def vrije_delen(tekst: str) -> set[str]:
    """The names of the free parts in the text. Raises Weigering."""
    return {blok.naam for blok in lees(tekst) if blok.soort == VRIJ}


# Filling


def _heeft(waarde: Waarde) -> bool:
    if isinstance(waarde, str):
        return bool(waarde.strip())
    if isinstance(waarde, dict):
        return bool(waarde.get("rijen"))
    return bool(waarde)


def _geldt(voorwaarden: Iterable[Als], gegevens: dict) -> bool:
    return all(_heeft(gegevens[als.veld]) is als.wel for als in voorwaarden)


def _als_tekst(waarde: Waarde) -> str:
    """A value in a sentence: yes and no in words, a list as "a, b en c"."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        delen = [deel for deel in map(_als_tekst, waarde) if deel]
        return " en ".join([", ".join(delen[:-1]), delen[-1]] if len(delen) > 1 else delen)
    if isinstance(waarde, dict):
        raise TypeError("A table has its own place in a letter and cannot stand in a sentence.")
    return _regels(str(waarde)).strip()


def _vul_tekst(tekst: Tekst, gegevens: dict) -> str:
    """The text with its values. A line that consists of empty fields only disappears."""
    delen = [_als_tekst(gegevens[deel.naam]) if isinstance(deel, Veld) else deel for deel in tekst]
    return "\n".join(regel for regel in "".join(delen).split("\n") if regel.strip()).strip()


def _alineas(tekst: Waarde) -> list[dict]:
    """Free text: an empty line begins the next paragraph, any other line end stays one."""
    delen = _LEGE_REGEL.split(_als_tekst(tekst))
    return [{"soort": ALINEA, "tekst": deel.strip()} for deel in delen if deel.strip()]


def _kop(tekst: str) -> list[dict]:
    return [{"soort": KOP, "tekst": tekst}] if tekst else []


def _lijst(items: Iterable[str]) -> list[dict]:
    gevuld = [item for item in items if item]
    return [{"soort": LIJST, "regels": gevuld}] if gevuld else []


def _tabel(waarde: dict) -> list[dict]:
    kop = [_als_tekst(cel) for cel in waarde.get("kop", [])]
    rijen = [[_als_tekst(cel) for cel in rij] for rij in waarde.get("rijen", [])]
    breedte = max([len(kop), *map(len, rijen)], default=0)
    if not rijen or not breedte:
        return []
    vol = [[*rij, *[""] * (breedte - len(rij))] for rij in (kop, *rijen)]
    return [{"soort": TABEL, "kop": vol[0], "rijen": vol[1:]}]


def _vul_blok(blok: Blok, gegevens: dict, vrij: dict[str, str]) -> list[dict]:
    match blok.soort:
        case "alinea":
            tekst = _vul_tekst(blok.tekst, gegevens)
            return [{"soort": ALINEA, "tekst": tekst}] if tekst else []
        case "kop":
            return _kop(" ".join(_vul_tekst(blok.tekst, gegevens).split("\n")))
        case "lijst" if blok.naam:
            return _lijst(_als_tekst(item) for item in gegevens[blok.naam] or [])
        case "lijst":
            return _lijst(_vul_tekst(item.tekst, gegevens) for item in blok.items if _geldt(item.als, gegevens))
        case "tabel":
            return _tabel(gegevens[blok.naam] or {})
        case "blokken":
            return [
                uit for deel in gegevens[blok.naam] or [] for uit in _kop(_als_tekst(deel["kop"])) + _alineas(deel["tekst"])
            ]
        case "vrij":
            return _alineas(vrij.get(blok.naam, ""))
    clausule = CLAUSULES[blok.naam]
    binnen = _vul_alles(lees(clausule.tekst.strip()), gegevens, {})
    return [
        {"soort": CLAUSULE, "naam": clausule.naam, "versie": clausule.versie, "titel": clausule.titel, "blokken": binnen}
    ]


def _vul_alles(blokken: list[Blok], gegevens: dict, vrij: dict[str, str]) -> list[dict]:
    return [uit for blok in blokken if _geldt(blok.als, gegevens) for uit in _vul_blok(blok, gegevens, vrij)]


def vul(tekst: str, gegevens: dict[str, Waarde], vrij: dict[str, str]) -> list[dict]:
    """The blocks of one letter, ready for the page and the PDF; every text in them is plain text.

    alinea {tekst}, kop {tekst}, lijst {regels}, tabel {kop, rijen}, clausule {naam, versie, titel, blokken}. A line end
    in a text is a line break. Raises KeyError for a field without a key or an unknown clause, Weigering on broken syntax.
    """
    return _vul_alles(lees(tekst), gegevens, vrij)


def ontbreekt(tekst: str, gegevens: dict[str, Waarde]) -> list[str]:
    """The fields that this letter would print but that have no value, in order, so that they can be named beforehand.

    A block that its condition hides asks for nothing, and a condition asks for nothing itself. Raises Weigering.
    """
    leeg: dict[str, None] = {}
    bekend = _AltijdEr(gegevens)
    for blok in lees(tekst):
        if not _geldt(blok.als, bekend):
            continue
        namen = set(_van_blok(Blok(blok.soort, blok.regel, (), blok.tekst, naam=blok.naam)))
        for item in blok.items:
            if _geldt(item.als, bekend):
                namen |= set(_van_tekst(item.tekst))
        leeg.update(
            dict.fromkeys(naam for naam in sorted(namen) if not (isinstance(bekend[naam], bool) or _heeft(bekend[naam])))
        )
    return list(leeg)


class _AltijdEr(dict):
    """A key that is missing has no value."""

    def __missing__(self, naam: str) -> None:
        return None


# Checking


def _bedoelt(naam: str, bekend: Iterable[str]) -> str:
    """A question that names the nearest known name, or nothing."""
    dichtbij = difflib.get_close_matches(naam, sorted(bekend), n=1, cutoff=0.5)
    return f" Bedoelt u {dichtbij[0]}?" if dichtbij else ""


def _clausulefouten(blokken: list[Blok], *, is_besluit: bool) -> Iterator[str]:
    gezien = [blok for blok in blokken if blok.soort == CLAUSULE]
    for blok in gezien:
        if blok.naam not in CLAUSULES:
            yield f"Regel {blok.regel}: de vaste tekst {blok.naam} bestaat niet.{_bedoelt(blok.naam, CLAUSULES)}"
    namen = [blok.naam for blok in gezien]
    for naam in sorted({naam for naam in namen if naam in CLAUSULES and namen.count(naam) > 1}):
        yield f"De vaste tekst {naam} staat er meer dan één keer in."
    altijd = {blok.naam for blok in gezien if not blok.als}
    if is_besluit and BEZWAAR not in namen:
        yield "Dit is een besluit. Zet er [clausule bezwaar] in, zodat de ontvanger weet hoe hij bezwaar kan maken."
    elif is_besluit and BEZWAAR not in altijd:
        yield "Dit is een besluit. Zet [clausule bezwaar] er zonder voorwaarde in."
    if not is_besluit and BEZWAAR in namen:
        yield "Dit is geen besluit. Haal [clausule bezwaar] weg, want de ontvanger kan geen bezwaar maken."
    if not altijd.intersection(GROETEN):
        yield "De groet ontbreekt. Sluit af met [clausule groet] of [clausule groet_cimot], zonder voorwaarde."
    elif len(set(GROETEN).intersection(namen)) > 1:
        yield "Er staan twee groeten in. Kies [clausule groet] of [clausule groet_cimot]."


def _veldfouten(blokken: list[Blok], bekend: set[str]) -> Iterator[str]:
    gemeld: set[str] = set()
    for blok in blokken:
        for naam in dict.fromkeys(_van_blok(blok)):
            if naam in bekend or naam in gemeld:
                continue
            gemeld.add(naam)
            if blok.soort == CLAUSULE and naam not in {als.veld for als in blok.als}:
                yield f"De vaste tekst {blok.naam} heeft het veld {naam} nodig. Deze brief heeft dat veld niet."
            else:
                yield f"Regel {blok.regel}: het veld {naam} bestaat niet.{_bedoelt(naam, bekend)}"


def controleer(tekst: str, bekend: set[str], *, is_besluit: bool) -> list[str]:
    """What stands in the way of publishing this text, as sentences for the administrator; empty when nothing does."""
    if not tekst.strip():
        return ["De tekst is leeg."]
    try:
        blokken = lees(tekst)
    except Weigering as weigering:
        return [weigering.zin]
    if not any(blok.soort != CLAUSULE for blok in blokken):
        return ["De brief heeft alleen vaste teksten. Schrijf ook een eigen tekst."]
    return [*_veldfouten(blokken, bekend), *_clausulefouten(blokken, is_besluit=is_besluit)]
