"""Makes any text printable: what has no form on paper is named between brackets, what only steers a screen goes.

A PDF/A must know every character that it shows. So a letter never fails on what somebody typed or pasted: a face
becomes "[emoji: lachend gezicht]" and a name in Chinese "[Chinees schrift: 2 tekens]".
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator

from kern.brieven.lettertypen import vormen

# The joiners and marks that Arabic, Persian and Hebrew are written with. Other invisible characters can turn the order
# of the words around them, or hide something, and go.
_ONZICHTBAAR_NODIG = frozenset("\u200c\u200d\u200e\u200f")
# No language writes more accents on one letter; a tower of them would run over the lines above.
_HOOGSTE_STAPEL = 3
_SPATIE = re.compile(r"[\t\v\f\x1c-\x1f\x85]+")
_REGELEINDE = re.compile(r"\r\n|\r|\u2028|\u2029")
_SCHRIFT = {
    "CJK": "Chinees",
    "HIRAGANA": "Japans",
    "KATAKANA": "Japans",
    "HANGUL": "Koreaans",
    "ETHIOPIC": "Ethiopisch",
    "ARMENIAN": "Armeens",
    "TAMIL": "Tamil",
    "BENGALI": "Bengaals",
    "SYRIAC": "Syrisch",
    "TIBETAN": "Tibetaans",
    "KHMER": "Khmer",
    "LAO": "Laotiaans",
    "MYANMAR": "Birmaans",
    "SINHALA": "Singalees",
}
_EMOJI = {
    "😀": "lachend gezicht",
    "😃": "lachend gezicht",
    "😄": "lachend gezicht",
    "😁": "lachend gezicht",
    "😊": "blij gezicht",
    "🙂": "glimlachend gezicht",
    "😂": "gezicht met lachtranen",
    "🤣": "schaterend gezicht",
    "😉": "knipoog",
    "😍": "verliefd gezicht",
    "😘": "kus",
    "😎": "gezicht met zonnebril",
    "😐": "gezicht zonder uitdrukking",
    "🤔": "nadenkend gezicht",
    "😕": "verward gezicht",
    "🙁": "verdrietig gezicht",
    "😞": "teleurgesteld gezicht",
    "😢": "huilend gezicht",
    "😭": "hard huilend gezicht",
    "😡": "boos gezicht",
    "😠": "boos gezicht",
    "😱": "gillend gezicht",
    "🙏": "gevouwen handen",
    "💪": "gespierde arm",
    "🤝": "handdruk",
    "🥳": "feestend gezicht",
    "🤗": "knuffelend gezicht",
    "👨": "man",
    "👩": "vrouw",
    "👦": "jongen",
    "👧": "meisje",
    "👶": "baby",
    "✅": "groen vinkje",
    "❌": "rood kruis",
}


def leesbaar(tekst: str) -> str:
    """The same words, printable: only characters that a font of the letters has, and no control character."""
    schoon = unicodedata.normalize("NFC", _SPATIE.sub(" ", _REGELEINDE.sub("\n", tekst)))
    if schoon.isascii() and schoon.replace("\n", "").isprintable():
        return schoon
    uit: list[str] = []
    fonts = 0  # those that have every part of the letter so far: an accent must come from the font of its letter
    for schrift, groep in itertools.groupby(_zonder_torens(schoon), _vreemd_schrift):
        if schrift:
            uit.append(_noem_schrift(schrift, len(list(groep))))
            continue
        for teken in groep:
            stuk, fonts = _druk(teken, fonts)
            uit.append(stuk)
    return "".join(uit)


def _zonder_torens(tekst: str) -> Iterator[str]:
    hoogte = 0
    for teken in tekst:
        hoogte = hoogte + 1 if unicodedata.combining(teken) else 0
        if hoogte <= _HOOGSTE_STAPEL:
            yield teken


def _vorm(teken: str) -> int:
    """The fonts that have this character. A character of private use looks different everywhere, so none has it."""
    return 0 if unicodedata.category(teken) == "Co" else vormen().get(ord(teken), 0)


def _druk(teken: str, fonts: int) -> tuple[str, int]:
    """One character as it is, as its name, or not at all, with the fonts for an accent that may follow."""
    soort = unicodedata.category(teken)
    if teken in _ONZICHTBAAR_NODIG:
        return teken, fonts
    if teken == "\n":
        return teken, 0
    if soort in ("Cc", "Cs", "Cf") or _is_kleur_of_variant(teken):
        return "", fonts
    passend = _vorm(teken) & fonts if soort[0] == "M" else _vorm(teken)
    if passend:
        return teken, passend
    if soort in ("Zs", "Zl", "Zp"):
        return " ", 0
    return f"[{_naam(teken, soort)}]", 0


def _naam(teken: str, soort: str) -> str:
    if teken in _EMOJI:
        return f"emoji: {_EMOJI[teken]}"
    naam = unicodedata.name(teken, "").lower() or f"U+{ord(teken):04X}"
    return f"emoji: {naam}" if soort == "So" and ord(teken) >= 0x1F000 else f"teken: {naam}"


def _is_kleur_of_variant(teken: str) -> bool:
    """The skin colour and the style of the emoji in front, which stand on their own for nobody."""
    return 0xFE00 <= ord(teken) <= 0xFE0F or 0x1F3FB <= ord(teken) <= 0x1F3FF or 0xE0100 <= ord(teken) <= 0xE01EF


def _vreemd_schrift(teken: str) -> str:
    """The script of a letter that no font here has, by the first word of its name, or nothing."""
    if teken.isascii() or unicodedata.category(teken)[0] not in "LM" or _is_kleur_of_variant(teken) or _vorm(teken):
        return ""
    return unicodedata.name(teken, "ONBEKEND").partition(" ")[0].partition("-")[0]


def _noem_schrift(schrift: str, aantal: int) -> str:
    tekens_ = "1 teken" if aantal == 1 else f"{aantal} tekens"
    if schrift in _SCHRIFT:
        return f"[{_SCHRIFT[schrift]} schrift: {tekens_}]"
    return f"[{tekens_} in een schrift dat niet kan worden afgedrukt]"
