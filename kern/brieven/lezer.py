"""Reads the text of a letter into blocks; the language is described in `kern.brieven.opmaak`."""

import re
from dataclasses import dataclass

from kern.proces.weigering import Weigering

ALINEA, KOP, LIJST, TABEL, CLAUSULE = "alinea", "kop", "lijst", "tabel", "clausule"
VRIJ, BLOKKEN = "vrij", "blokken"
PLAATSEN = (CLAUSULE, VRIJ, BLOKKEN, LIJST, TABEL)

_NAAM = r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*"
_VELD = re.compile(r"\{\{\s*(" + _NAAM + r")\s*\}\}")
_ALS = re.compile(r"\[(als|tenzij)\s+(" + _NAAM + r")\]\s*")
_PLAATS = re.compile(r"\[(" + "|".join(PLAATSEN) + r")\s+(" + _NAAM + r")\]$")
_OPDRACHT = re.compile(r"\[\s*(als|tenzij|" + "|".join(PLAATSEN) + r")\b", re.IGNORECASE)
_NIEUWE_REGEL = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Veld:
    """A place in a text that a value takes."""

    naam: str


@dataclass(frozen=True)
class Als:
    """What is shown only with a value in `veld`, or (not `wel`) only without one."""

    veld: str
    wel: bool


Tekst = tuple[str | Veld, ...]


@dataclass(frozen=True)
class Item:
    """One item of a list, with its own conditions if it has any."""

    tekst: Tekst
    als: tuple[Als, ...] = ()


@dataclass(frozen=True)
class Blok:
    """One block. A paragraph or heading has `tekst`, a typed list `items`, a place that data fills a `naam`."""

    soort: str
    regel: int
    als: tuple[Als, ...] = ()
    tekst: Tekst = ()
    items: tuple[Item, ...] = ()
    naam: str = ""


def _fout(nummer: int, zin: str) -> Weigering:
    return Weigering(f"Regel {nummer}: {zin}")


def _lees_tekst(bron: str, nummer: int) -> Tekst:
    """The words and the fields of one piece of text, in order."""
    delen: list[str | Veld] = []
    begin = 0
    for match in _VELD.finditer(bron):
        delen += [bron[begin : match.start()], Veld(match[1])]
        begin = match.end()
    delen.append(bron[begin:])
    for deel in delen:
        if isinstance(deel, str) and ("{{" in deel or "}}" in deel):
            raise _fout(
                nummer, "schrijf een veld zo: {{ client.naam }}. Met twee accolades aan elke kant en kleine letters."
            )
        if isinstance(deel, str) and (opdracht := _OPDRACHT.search(deel)):
            raise _fout(nummer, f"[{opdracht[1].lower()} …] mag alleen aan het begin van een regel staan.")
    return tuple(deel for deel in delen if deel)


def _lees_als(bron: str, nummer: int) -> tuple[tuple[Als, ...], str]:
    """The conditions at the beginning of a line, and what comes after them."""
    gevonden = []
    while match := _ALS.match(bron):
        gevonden.append(Als(match[2], match[1] == "als"))
        bron = bron[match.end() :]
    if (opdracht := _OPDRACHT.match(bron)) and opdracht[1].lower() in ("als", "tenzij"):
        raise _fout(nummer, "schrijf een voorwaarde zo: [als client.naam] of [tenzij client.naam].")
    return tuple(gevonden), bron


class _Lezer:
    """Goes through the lines once. An empty line, or the beginning of another block, closes the block that is open."""

    def __init__(self):
        self.blokken: list[Blok] = []
        self.begin = 0  # the line on which the open block or condition began
        self.als: tuple[Als, ...] = ()
        self.alinea: list[str] = []
        self.items: list[Item] = []

    def lees(self, tekst: str) -> list[Blok]:
        for nummer, regel in enumerate(_NIEUWE_REGEL.split(tekst), 1):
            bron = regel.strip()
            if not bron:
                self._sluit()
            elif self.items and bron.startswith("- "):
                self._lees_item(bron, nummer)
            else:
                self._lees_regel(bron, nummer)
        self._sluit()
        return self.blokken

    def _lees_regel(self, bron: str, nummer: int) -> None:
        als, rest = _lees_als(bron, nummer)
        if self.items or (self.alinea and (als or rest.startswith(("# ", "- ", "[")))):
            self._sluit()
        if not (self.als or self.alinea):
            self.begin = nummer
        self.als += als
        if rest.startswith("["):
            self._lees_plaats(rest, nummer)
        elif re.match(r"#(\s|$)", rest):
            self._lees_kop(rest, nummer)
        elif re.match(r"-(\s|$)", rest):
            self._lees_item(rest, nummer)
        elif rest:
            _lees_tekst(rest, nummer)  # a mistake names its own line, not the first one of the paragraph
            self.alinea.append(rest)

    def _lees_kop(self, bron: str, nummer: int) -> None:
        if not (tekst := bron[1:].strip()):
            raise _fout(nummer, "zet achter # de tekst van de kop.")
        self._voeg_toe(Blok(KOP, nummer, self.als, _lees_tekst(tekst, nummer)))

    def _lees_item(self, bron: str, nummer: int) -> None:
        als, tekst = _lees_als(bron[1:].strip(), nummer)
        if not tekst:
            raise _fout(nummer, "zet achter het streepje een tekst.")
        self.items.append(Item(_lees_tekst(tekst, nummer), als))

    def _lees_plaats(self, bron: str, nummer: int) -> None:
        if match := _PLAATS.match(bron):
            self._voeg_toe(Blok(match[1], nummer, self.als, naam=match[2]))
            return
        kan = ", ".join(f"[{plaats} naam]" for plaats in PLAATSEN)
        stuk = bron if len(bron) <= 40 else f"{bron[:40]}…"
        raise _fout(
            nummer,
            f"wij kennen “{stuk}” niet. Wel, alleen op een regel: {kan}. Voor een tekst: [als veld] en [tenzij veld].",
        )

    def _voeg_toe(self, blok: Blok) -> None:
        self.blokken.append(blok)
        self.als, self.alinea, self.items = (), [], []

    def _sluit(self) -> None:
        if self.alinea:
            self._voeg_toe(Blok(ALINEA, self.begin, self.als, _lees_tekst("\n".join(self.alinea), self.begin)))
        elif self.items:
            self._voeg_toe(Blok(LIJST, self.begin, self.als, items=tuple(self.items)))
        elif self.als:
            raise _fout(self.begin, "zet achter een voorwaarde meteen een tekst, zonder lege regel ertussen.")


def lees(tekst: str) -> list[Blok]:
    """The blocks of a text, in order. Raises Weigering with the line of the first mistake."""
    return _Lezer().lees(tekst)
