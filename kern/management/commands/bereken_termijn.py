"""The calculator of terms on the command line: one term with its explanation, or a stream of lines.

The stream is handled line by line, so that a wrong line (an open quote, a foreign byte) can spoil
only itself, and a file of any size fits in memory.
"""

import csv
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import repeat

from django.core.management.base import BaseCommand, CommandError

from kern.tijd import kalender

KOLOMMEN = ["begin", "aantal", "eenheid", "atw", "opgeschorte_dagen"]
UITKOMST = ["nominaal", "vervalt"]
ENKELVOUD = {"dag": "dagen", "werkdag": "werkdagen", "week": "weken", "maand": "maanden", "jaar": "jaren"}
# Longer is no line of this file; without a limit, a stream without line ends would fill the memory.
LANGSTE_REGEL = 100_000


def lees_datum(tekst: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", tekst):
        raise kalender.Ongeldig("De begindatum klopt niet. Schrijf jjjj-mm-dd, bijvoorbeeld 2026-11-02.")
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise kalender.Ongeldig(f"De begindatum {tekst} bestaat niet.") from None


def lees_getal(tekst: str, kolom: str, minstens: int) -> int:
    if not re.fullmatch(r"[0-9]+", tekst) or not tekst.strip("0") and minstens:
        raise kalender.Ongeldig(f"De kolom {kolom} moet een heel getal zijn van {minstens} of meer.")
    if len(tekst.lstrip("0")) > 9:
        raise kalender.Ongeldig(f"Het getal in de kolom {kolom} is te groot.")
    return int(tekst)


def lees_eenheid(tekst: str) -> str:
    if tekst in kalender.EENHEDEN:
        return tekst
    bedoeld = ENKELVOUD.get(tekst.lower(), tekst.lower())
    if bedoeld in kalender.EENHEDEN:
        raise kalender.Ongeldig(f"De eenheid {tekst} is niet bekend. Schrijf {bedoeld}.")
    raise kalender.Ongeldig("De eenheid is niet bekend. Kies dagen, werkdagen, weken, maanden of jaren.")


def lees_ja_nee(tekst: str) -> bool:
    if tekst not in ("ja", "nee"):
        raise kalender.Ongeldig("De kolom atw moet ja of nee zijn, in kleine letters.")
    return tekst == "ja"


def bereken_velden(velden: list[str]) -> kalender.Berekening:
    if len(velden) != len(KOLOMMEN):
        raise kalender.Ongeldig(
            f"De regel moet {len(KOLOMMEN)} kolommen hebben, met komma's ertussen. Dit zijn er {len(velden)}."
        )
    begin, aantal, eenheid, atw, opgeschort = (veld.strip() for veld in velden)
    return kalender.bereken(
        lees_datum(begin),
        kalender.Duur.van(lees_getal(aantal, "aantal", 1), lees_eenheid(eenheid)),
        atw=lees_ja_nee(atw),
        opgeschorte_dagen=lees_getal(opgeschort, "opgeschorte_dagen", 0),
    )


def velden_van(regel: str) -> list[str]:
    if len(regel) >= LANGSTE_REGEL - 1:
        raise kalender.Ongeldig("De regel is te lang.")
    if not regel.strip():
        raise kalender.Ongeldig("De regel is leeg.")
    try:
        return next(csv.reader([regel], strict=True))
    except (csv.Error, StopIteration):
        raise kalender.Ongeldig("De aanhalingstekens of regeleinden in de regel kloppen niet.") from None


def met_uitkomst(regel: str, *uitkomst: str) -> str:
    """The line exactly as it was given, with the outcome behind it."""
    achteraan = io.StringIO()
    csv.writer(achteraan, lineterminator="").writerow(uitkomst)
    return f"{regel},{achteraan.getvalue()}"


def met_fout(regel: str, reden: str) -> str:
    try:
        next(csv.reader([regel], strict=True), None)
    except csv.Error:
        # Quoted after all: an open quote or a stray line end would swallow the reason.
        veilig = io.StringIO()
        csv.writer(veilig, lineterminator="").writerow(regel.split(","))
        regel = veilig.getvalue()
    return met_uitkomst(regel, "fout", reden)


def beantwoord(regel: str) -> tuple[str, bool]:
    """The answer to one line, and whether it was a good one."""
    try:
        berekening = bereken_velden(velden_van(regel))
    except kalender.Ongeldig as fout:
        return met_fout(regel, str(fout)), False
    return met_uitkomst(regel, berekening.nominaal.isoformat(), berekening.vervalt.isoformat()), True


def is_kop(regel: str) -> bool:
    return [veld.strip().strip('"') for veld in regel.split(",")] == KOLOMMEN


def regels(invoer: io.IOBase) -> Iterator[str]:
    """The lines as text, whatever their encoding; blank lines at the very end are no lines."""
    leeg = 0
    eerste = True
    while ruw := invoer.readline(LANGSTE_REGEL):
        regel = ruw if isinstance(ruw, str) else tekst_van(ruw)
        lees_tot_regeleinde(invoer, ruw)
        regel = regel.removeprefix("\ufeff") if eerste else regel
        eerste = False
        regel = regel.removesuffix("\n").removesuffix("\r")
        if not regel.strip():
            leeg += 1
            continue
        yield from repeat("", leeg)
        leeg = 0
        yield regel


def tekst_van(ruw: bytes) -> str:
    # A line that was cut off may end in half a character, and keeps its length in this way.
    if len(ruw) >= LANGSTE_REGEL:
        return ruw.decode("latin-1")
    try:
        return ruw.decode("utf-8")
    except UnicodeDecodeError:
        return ruw.decode("cp1252", errors="replace")


def lees_tot_regeleinde(invoer: io.IOBase, ruw: str | bytes) -> None:
    """Skip the rest of a line that was cut off."""
    einde = "\n" if isinstance(ruw, str) else b"\n"
    while len(ruw) >= LANGSTE_REGEL and not ruw.endswith(einde):
        ruw = invoer.readline(LANGSTE_REGEL)


class Command(BaseCommand):
    help = "Berekent de laatste dag van een termijn."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("begin", nargs="?", help="de dag van de gebeurtenis: jjjj-mm-dd")
        parser.add_argument("aantal", nargs="?")
        parser.add_argument("eenheid", nargs="?", help=", ".join(kalender.EENHEDEN))
        parser.add_argument("--csv", action="store_true", help="lees regels van de standaardinvoer")
        parser.add_argument("--zonder-atw", action="store_true", help="pas de Algemene termijnenwet niet toe")
        parser.add_argument("--opgeschort", default="0", metavar="N", help="aantal opgeschorte dagen")

    def handle(self, *args, begin, aantal, eenheid, zonder_atw, opgeschort, **opties):
        if opties["csv"]:
            if begin:
                raise CommandError("Met --csv komen de termijnen van de standaardinvoer.")
            self.stroom(getattr(sys.stdin, "buffer", sys.stdin))
        elif eenheid is None:
            raise CommandError("Geef begin, aantal en eenheid, bijvoorbeeld: 2026-11-02 6 weken.")
        else:
            atw = "nee" if zonder_atw else "ja"
            self.een_termijn([begin, aantal, ENKELVOUD.get(eenheid, eenheid), atw, opgeschort])

    def een_termijn(self, velden: list[str]) -> None:
        try:
            berekening = bereken_velden(velden)
        except kalender.Ongeldig as fout:
            raise CommandError(str(fout)) from None
        self.stdout.write(f"Laatste dag: {kalender.datum_nl(berekening.vervalt, kort=False)}")
        self.stdout.write("Waarom deze datum:")
        for nummer, stap in enumerate(berekening.stappen, start=1):
            self.stdout.write(f"  {nummer}. {stap.tekst}")
        self.stdout.write(f"Feestdagen: versie {berekening.feestdagversie}")

    def stroom(self, invoer: Iterable) -> None:
        # Each answer leaves at once, and in UTF-8 whatever the terminal says.
        if hasattr(self.stdout, "reconfigure"):
            self.stdout.reconfigure(encoding="utf-8", line_buffering=True)
        fouten = 0
        try:
            for nummer, regel in enumerate(regels(invoer)):
                if nummer == 0 and is_kop(regel):
                    self.stdout.write(met_uitkomst(regel, *UITKOMST))
                    continue
                antwoord, goed = beantwoord(regel)
                self.stdout.write(antwoord)
                fouten += not goed
        except BrokenPipeError:
            # The reader has seen enough (| head); Python must not complain again when it exits.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(1) from None
        if fouten:
            raise CommandError(f"Aantal regels met een fout: {fouten}.", returncode=1)
