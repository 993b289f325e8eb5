"""The fonts of the letters, and which characters they have. They come out of a package, so every machine prints the same."""

import io
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

# In the order in which typst looks: FiraGO also has Greek, Cyrillic, Hebrew, Arabic, Thai, Georgian and Devanagari.
FAMILIES = ("FiraGO", "Noto Sans", "Noto Sans Symbols2", "Noto Sans Symbols", "Noto Sans Math")
_REGULIER = (
    "FiraGO_Regular",
    "NotoSans_Regular",
    "NotoSansSymbols2_Regular",
    "NotoSansSymbols_Regular",
    "NotoSansMath_Regular",
)
_VET = ("FiraGO_Bold", "NotoSans_Bold")


def _bytes(naam: str) -> bytes:
    return import_module(f"pymupdf_fonts.{naam}").fontbuffer


@cache
def fonts() -> typst.Fonts:
    """All fonts in memory. typst reads a font from a file at its first use, so each is used once before the files go."""
    with tempfile.TemporaryDirectory(prefix="cimot-letters-") as map_:
        for naam in (*_REGULIER, *_VET):
            (Path(map_) / f"{naam}.ttf").write_bytes(_bytes(naam))
        gevonden = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[map_])
        regels = [
            f'#text(font: "{f.family}", weight: {f.weight}, style: "{f.style}", fallback: false)[0]'
            for f in gevonden.fonts()
        ]
        typst.compile("\n".join(regels).encode(), font_paths=gevonden, ignore_system_fonts=True, format="svg")
    return gevonden


@cache
def vormen() -> dict[int, int]:
    """Per code point the fonts that have a form for it, one bit per font."""
    alle: dict[int, int] = {}
    for nummer, naam in enumerate(_REGULIER):
        with TTFont(io.BytesIO(_bytes(naam)), lazy=True) as font:
            for punt in font.getBestCmap():
                alle[punt] = alle.get(punt, 0) | 1 << nummer
    return alle
