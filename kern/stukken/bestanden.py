"""What a file really is, judged by its content; what does not fit is refused with a sentence that names the file.

The signatures are puremagic's. Nothing is decoded or unpacked to judge it: an image stays a row of bytes.
"""

import re
import unicodedata
from dataclasses import dataclass

import puremagic
from django.conf import settings

from kern.proces.weigering import Weigering
from kern.stukken import opslag
from kern.stukken.kantoorbestanden import NietGoed, keur_container
from kern.stukken.tekstbestanden import keur_tekst, tekstgevaar

KOP = 64 * 1024
PDF, JPEG, PNG, TIFF, TEKST, MAIL = (
    "application/pdf",
    "image/jpeg",
    "image/png",
    "image/tiff",
    "text/plain",
    "message/rfc822",
)
_OOXML = "application/vnd.openxmlformats-officedocument"
DOCX, XLSX = f"{_OOXML}.wordprocessingml.document", f"{_OOXML}.spreadsheetml.sheet"
ODT, ODS = "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet"
ZIP = frozenset({DOCX, XLSX, ODT, ODS})

# The end of the name says what somebody means to add; the content must say the same.
SOORTEN = {
    "pdf": PDF,
    "jpg": JPEG,
    "jpeg": JPEG,
    "png": PNG,
    "tif": TIFF,
    "tiff": TIFF,
    "docx": DOCX,
    "xlsx": XLSX,
    "odt": ODT,
    "ods": ODS,
    "txt": TEKST,
    "eml": MAIL,
}
NAMEN = {
    PDF: "PDF",
    JPEG: "JPEG",
    PNG: "PNG",
    TIFF: "TIFF",
    DOCX: "Word",
    XLSX: "Excel",
    ODT: "OpenDocument-tekst",
    ODS: "OpenDocument-rekenblad",
    TEKST: "tekst",
    MAIL: "e-mail",
}
TOEGESTAAN = "PDF, JPEG, PNG, TIFF, Word (docx), Excel (xlsx), OpenDocument (odt, ods), e-mail (eml) of tekst (txt)"
# Shorter matches of the same kind also fit other files.
_KORTST = {PDF: 4, JPEG: 3, PNG: 8, TIFF: 4}
_PROGRAMMA = re.compile(r"executable|mach-o|\bELF\b|\bDLL\b|shortcut|java bytecode", re.I)
_PROGRAMMANAMEN = frozenset({".exe", ".dll", ".scr", ".com", ".class", ".lnk", ".msi", ".apk", ".jar", ".elf", ".so"})
_ARCHIEF = frozenset({".zip", ".rar", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".tar", ".cab", ".iso", ".zst", ".lz", ".lzh"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ANDERS = {
    "heic": "Sla de foto op als JPEG, of verstuur hem als JPEG vanaf de telefoon.",
    "heif": "Sla de foto op als JPEG, of verstuur hem als JPEG vanaf de telefoon.",
    "webp": "Sla de afbeelding op als JPEG of PNG.",
    "doc": "Sla het op als Word (docx) of PDF.",
    "xls": "Sla het op als Excel (xlsx) of PDF.",
    "rtf": "Sla het op als Word (docx) of PDF.",
    "msg": "Sla het bericht op als eml of PDF.",
    "docm": "Het kan macro's bevatten. Sla het op als Word (docx) of PDF.",
    "xlsm": "Het kan macro's bevatten. Sla het op als Excel (xlsx) of PDF.",
    "csv": "Sla het op als Excel (xlsx).",
}


@dataclass(frozen=True)
class Bestand:
    """A file that was judged: its open content, its clean name and what it is."""

    inhoud: object
    naam: str
    mime: str
    grootte: int
    sha256: str

    @property
    def stam(self) -> str:
        return self.naam.rpartition(".")[0]


def nette_naam(naam: str) -> str:
    """The last part of a name without what cannot be seen: a hidden mark can make "exe.pdf" of "fdp.exe"."""
    zichtbaar = "".join(teken for teken in naam if unicodedata.category(teken)[0] != "C")
    laatste = " ".join(re.split(r"[/\\]", zichtbaar)[-1].split()).strip(". ") or "bestand"
    stam, punt, einde = laatste.rpartition(".")
    return f"{stam[: 190 - len(einde)]}.{einde}" if punt and len(einde) < 10 else laatste[:190]


def grootte(aantal: int) -> str:
    """1,2 MB or 340 kB"""
    if aantal < opslag.MB:
        return f"{max(1, round(aantal / 1024))} kB"
    return f"{aantal / opslag.MB:.1f} MB".replace(".0 ", " ").replace(".", ",")


def keur(upload) -> Bestand:
    """Judge an uploaded or opened file. Raises Weigering with a sentence that names the file."""
    if isinstance(upload, Bestand):
        return upload
    naam = nette_naam(upload.name)
    try:
        mime = _keur(upload, naam)
    except NietGoed as fout:
        raise Weigering(f"“{_kort(naam)}” {fout}") from fout
    return Bestand(upload, naam, mime, upload.size, opslag.som(upload))


def _kort(naam: str) -> str:
    return naam if len(naam) <= 60 else f"{naam[:40]}…{naam[-15:]}"


def _keur(upload, naam: str) -> str:
    _keur_grootte(upload)
    upload.seek(0)
    kop = upload.read(KOP)
    einde = naam.rpartition(".")[2].lower() if "." in naam else ""
    bedoeld = SOORTEN.get(einde)
    if bedoeld in (TEKST, MAIL):
        keur_tekst(upload, is_programma=_is_programma, is_mail=bedoeld == MAIL)
        return bedoeld
    echt = _soorten(kop)
    if bedoeld in ZIP and "zip" in echt:
        _keur_kantoor(upload, bedoeld)
    elif bedoeld is None or bedoeld not in echt:
        raise NietGoed(_wat_het_is(kop, echt, einde, bedoeld))
    return bedoeld


def _keur_grootte(upload) -> None:
    if getattr(upload, "kan_niet", False):
        raise NietGoed("kon nu niet worden opgeslagen. Probeer het later opnieuw.")
    if not upload.size:
        raise NietGoed("is leeg.")
    if getattr(upload, "past_niet", False):
        raise NietGoed(f"past er niet meer bij: samen mogen de bestanden hoogstens {settings.DOCUMENT_TOTAAL_MB} MB zijn.")
    if upload.size > settings.DOCUMENT_MAX_MB * opslag.MB:
        raise NietGoed(f"is te groot: {grootte(upload.size)}. Een bestand mag hoogstens {settings.DOCUMENT_MAX_MB} MB zijn.")


def _soorten(kop: bytes) -> set[str]:
    """Our own names of what the first bytes may be: the allowed kinds, and programma, archief, zip."""
    soorten = {"zip"} if kop.startswith(b"PK\x03\x04") else set()
    try:
        alle = puremagic.magic_string(kop)
    except (puremagic.PureError, ValueError):  # no signature at all
        return soorten
    for gevonden in alle:
        if gevonden.offset < 0:
            continue  # what stands at the end of these bytes says nothing about the whole
        if len(gevonden.byte_match) >= _KORTST.get(gevonden.mime_type, 1000):
            soorten.add(gevonden.mime_type)
        if "zip" not in soorten and (gevonden.extension in _PROGRAMMANAMEN or _PROGRAMMA.search(gevonden.name)):
            soorten.add("programma")
        if gevonden.extension in _ARCHIEF:
            soorten.add("archief")
    return soorten


def _is_programma(kop: bytes) -> bool:
    return "programma" in _soorten(kop)


def _wat_het_is(kop: bytes, echt: set[str], einde: str, bedoeld: str | None) -> str:
    """Why the content does not fit the name."""
    bekend = echt & set(NAMEN)
    if bekend and bedoeld:
        soort = NAMEN[sorted(bekend)[0]]
        return f"heet {einde}, maar de inhoud is {soort}. Sla het op als {NAMEN[bedoeld]} of geef het de juiste naam."
    if kop.startswith(_OLE) and bedoeld in ZIP:
        return "is met een wachtwoord beveiligd, of het is een oud bestand. Haal het wachtwoord eraf of sla het op als PDF."
    if einde in _ANDERS:
        return f"kan hier niet. {_ANDERS[einde]}"
    if not kop.startswith(_OLE) and not bekend and "programma" in echt:
        return "is een programma. Dat kan hier niet."
    if zin := tekstgevaar(kop):
        return zin
    if "zip" in echt or "archief" in echt:
        return "is een archief, zoals zip. Pak het uit en voeg de bestanden zelf toe."
    if bedoeld:
        return f"is geen {NAMEN[bedoeld]}, of het is beschadigd. Open het en sla het opnieuw op."
    return f"kan hier niet. Kies {TOEGESTAAN}."


def _keur_kantoor(upload, bedoeld: str) -> None:
    """A Word, Excel or OpenDocument file: a ZIP of which the members are looked at before anything is unpacked."""
    echt = keur_container(upload, is_programma=_is_programma)
    if echt is None:
        raise NietGoed("is een archief, zoals zip. Pak het uit en voeg de bestanden zelf toe.")
    if echt != bedoeld:
        raise NietGoed(f"heeft niet de inhoud van {NAMEN[bedoeld]}, maar van {NAMEN.get(echt, 'een ander bestand')}.")
