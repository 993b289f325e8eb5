"""What stands on one letter, and how it is handed to the paper: printable text with what typst must know about it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kern.brieven.leesbaar import leesbaar
from kern.brieven.lettertypen import FAMILIES

_LANGSTE_TITEL, _LANGSTE_REGEL = 250, 70
_MEESTE_REGELS = 20  # what is longer may run over a page, instead of over its edge
_KOLOM, _TEKEN, _CELRAND = 160.0, 2.0, 4.4  # mm: the text column, a wide character of 10 points, the sides of a cell
_LATIJN, _ANDERS = 1.05, 20.0  # em: no letter before U+0180 is wider in our fonts; a whole Arabic sentence can be one
_CONTACT = (("Postadres", "adres"), ("Telefoon", "telefoon"), ("E-mail", "email"), ("Website", "website"))


@dataclass(frozen=True)
class Blad:
    """Everything that stands on one letter. `hoofd`: organisatie, afzender, adres, telefoon, email, website.

    `ontvanger` are the lines in the window of the envelope, `titel` what a reader shows in its title bar, `blokken` what
    `opmaak.vul` gives, `gemaakt_op` the only date that the file itself knows. `kopie_aan` is names, or a whole sentence
    that begins with "Kopie".
    """

    hoofd: dict[str, str]
    ontvanger: Sequence[str]
    titel: str
    datum: str
    kenmerk: str
    onderwerp: str
    blokken: Sequence[dict]
    gemaakt_op: date
    kopie_aan: str = ""
    bijlagen: Sequence[str] = ()
    concept: bool = False
    taal: str = "nl"


def als_gegevens(blad: Blad) -> dict:
    """The sheet as plain data, in which every text is printable."""
    onderwerp = _op_een_regel(blad.onderwerp) or _op_een_regel(blad.titel) or "Brief"
    slot = _slot(blad)
    organisatie = _op_een_regel(blad.hoofd.get("organisatie", ""))
    return {
        "fonts": FAMILIES,
        "taal": blad.taal,
        "titel": _kort(_op_een_regel(blad.titel) or onderwerp, _LANGSTE_TITEL),
        "auteur": _kort(organisatie, _LANGSTE_TITEL),
        "kort": _kort(organisatie, _LANGSTE_REGEL),
        "kenmerk": _kort(_op_een_regel(blad.kenmerk), _LANGSTE_REGEL),
        "datum": _kort(_op_een_regel(blad.datum), _LANGSTE_REGEL),
        "concept": blad.concept,
        "hoofd": {"organisatie": _tekst(organisatie), "afzender": _tekst(_op_een_regel(blad.hoofd.get("afzender", "")))},
        "contact": _paren((naam, blad.hoofd.get(sleutel, "")) for naam, sleutel in _CONTACT),
        "ontvanger": [_tekst(_op_een_regel(regel)) for regel in blad.ontvanger if regel.strip()],
        "gegevens": _paren((("Datum", blad.datum), ("Kenmerk", blad.kenmerk), ("Bijlagen", _aantal(blad.bijlagen)))),
        "onderwerp": onderwerp,
        "blokken": _blokken(blad.blokken),
        "slot": slot,
        "slot_past": _regels(slot) <= _MEESTE_REGELS,
    }


def _kort(tekst: str, hoogstens: int) -> str:
    return tekst if len(tekst) <= hoogstens else f"{tekst[: hoogstens - 1].rstrip()}…"


def _op_een_regel(tekst: str) -> str:
    return " ".join(leesbaar(tekst).split())


def _tekst(tekst: str) -> dict:
    """A text with the direction of its first letter, which decides where its lines begin, and how wide a word may be."""
    schoon = leesbaar(tekst)
    eerste = next((soort for soort in map(unicodedata.bidirectional, schoon) if soort in ("L", "R", "AL")), "L")
    return {"t": schoon, "rtl": eerste != "L", "em": max(map(_em, schoon.replace("\n", " ").split(" ")))}


def _em(woord: str) -> float:
    """The most that a word can take, in times the size of the letter: no Latin letter is wider, what is not may be much."""
    return _LATIJN * len(woord) if max(woord, default="") < "\u0180" else _ANDERS * len(woord)


def _paren(paren) -> list[list]:
    return [[naam, _tekst(waarde)] for naam, waarde in paren if waarde.strip()]


def _aantal(bijlagen: Sequence[str]) -> str:
    return str(len(bijlagen)) if bijlagen else ""


def _slot(blad: Blad) -> list[dict]:
    """Under the letter: who gets a copy, and the annexes."""
    delen = []
    if blad.kopie_aan.startswith("Kopie"):
        delen.append({"naam": "", "regels": [_tekst(blad.kopie_aan)]})
    elif blad.kopie_aan:
        delen.append({"naam": "Kopie aan", "regels": [_tekst(blad.kopie_aan)]})
    if blad.bijlagen:
        naam = "Bijlage" if len(blad.bijlagen) == 1 else "Bijlagen"
        delen.append({"naam": naam, "regels": [_tekst(_op_een_regel(bijlage)) for bijlage in blad.bijlagen]})
    return delen


def _blokken(blokken: Sequence[dict]) -> list[dict]:
    """A heading without a printable character is left out: it would be a step in the outline that says nothing."""
    uit = [_blok(blok) for blok in blokken]
    return [blok for blok in uit if blok["soort"] != "kop" or blok["tekst"]]


def _blok(blok: dict) -> dict:
    match blok["soort"]:
        case "lijst":
            return {"soort": "lijst", "regels": [_tekst(regel) for regel in blok["regels"]]}
        case "kop":
            return {"soort": "kop", "tekst": _op_een_regel(blok["tekst"])}
        case "tabel":
            return _tabel(blok)
        case "clausule":
            groet = blok["naam"].startswith("groet")
            binnen = _blokken(blok["blokken"])
            return {"soort": "clausule", "groet": groet, "blokken": binnen, "past": _regels(binnen) <= _MEESTE_REGELS}
        case soort:
            return {"soort": soort, "tekst": _tekst(blok["tekst"])}


def _regels(inhoud) -> int:
    """About how many lines the texts in here take, in a narrow column."""
    if isinstance(inhoud, str):
        return sum(1 + len(regel) // 40 for regel in inhoud.split("\n"))
    if isinstance(inhoud, dict):
        return _regels(inhoud.get("t") or list(inhoud.values()))
    return sum(map(_regels, inhoud)) if isinstance(inhoud, list) else 0


def _tabel(blok: dict) -> dict:
    kop = [_tekst(cel) for cel in blok["kop"]]
    kolommen = zip(blok["kop"], *blok["rijen"], strict=True)
    return {
        "soort": "tabel",
        "kop": kop,
        "rijen": [[_tekst(cel) for cel in rij] for rij in blok["rijen"]],
        "breedtes": _breedtes([_langste_regel(kolom) for kolom in kolommen]),
        # A head stays on one page and comes back on each; one without end is an ordinary row.
        "kop_past": _regels(kop) <= _MEESTE_REGELS,
        "met_kop": any(cel.strip() for cel in blok["kop"]),
    }


def _langste_regel(kolom: Sequence[str]) -> int:
    return max(len(regel) for cel in kolom for regel in (cel or " ").split("\n"))


def _breedtes(langste: list[int]) -> list[float]:
    """Shares of the width: a narrow column gets what its longest line asks, the wide ones share what is left."""
    vraag = [_TEKEN * lengte + _CELRAND for lengte in langste]
    over, nog, uit = _KOLOM, len(vraag), [0.0] * len(vraag)
    for nummer in sorted(range(len(vraag)), key=vraag.__getitem__):
        uit[nummer] = min(vraag[nummer], over / nog)
        over, nog = over - uit[nummer], nog - 1
    return uit
