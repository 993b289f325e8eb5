"""The sheet of a letter as PDF/A-2a and PDF/UA-1 in one file, as pictures for the preview, and joined for the printer.

Nothing here reads the clock or the machine: the same sheet gives the same bytes.
"""

import io
import json
import os
import threading
from collections.abc import Sequence
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import typst
from pypdf import PdfReader, PdfWriter

from kern.brieven.blad import Blad, als_gegevens
from kern.brieven.lettertypen import fonts

__all__ = ["Blad", "beelden", "pdf", "samen"]

NORMEN = ["a-2a", "ua-1"]
_BRON = Path(__file__).with_name("brief.typ")
_SLOT = threading.Lock()  # a compiler of typst serves one thread at a time


def pdf(blad: Blad) -> bytes:
    """The letter as one file that is both PDF/A-2a and PDF/UA-1."""
    moment = datetime.combine(blad.gemaakt_op, time(12), tzinfo=UTC)
    return _zet(blad, format="pdf", pdf_standards=NORMEN, timestamp=moment)


def beelden(blad: Blad, ppi: float = 90) -> list[bytes]:
    """A PNG per page."""
    uit = _zet(blad, format="png", ppi=ppi)
    return uit if isinstance(uit, list) else [uit]


def samen(pdfs: Sequence[bytes], *, dubbelzijdig: bool = True) -> bytes:
    """The letters one after another for the printer; printed on both sides, each begins on a new sheet of paper."""
    uit = PdfWriter()
    for bron in pdfs:
        lezer = PdfReader(io.BytesIO(bron))
        uit.append(lezer, import_outline=False)
        if dubbelzijdig and len(lezer.pages) % 2:
            uit.add_blank_page()
    uit.compress_identical_objects()
    bestand = io.BytesIO()
    uit.write(bestand)
    return bestand.getvalue()


def _zet(blad: Blad, **soort) -> bytes | list[bytes]:
    """Raises RuntimeError in a process that was forked from one that made a letter: typst would wait there for ever."""
    bron = _bron(json.dumps(als_gegevens(blad)))
    with _SLOT:
        proces, compiler = _compiler()
        if proces != os.getpid():
            raise RuntimeError("This process was forked from one that made letters; the threads of typst stayed behind.")
        return compiler.compile(input=bron, **soort)


def _bron(gegevens: str) -> bytes:
    """The letter with its data in the one string that waits for it. JSON in ASCII has only these two to escape."""
    assert gegevens.isascii() and gegevens.isprintable()
    voor, na = _sjabloon()
    return "".join((voor, gegevens.replace("\\", "\\\\").replace('"', '\\"'), na)).encode()


@cache
def _sjabloon() -> tuple[str, str]:
    voor, na = _BRON.read_text(encoding="utf-8").split("BRIEF")
    return voor, na


@cache
def _compiler() -> tuple[int, typst.Compiler]:
    return os.getpid(), typst.Compiler(font_paths=fonts(), ignore_system_fonts=True)
