"""Word, Excel and OpenDocument files are ZIPs. Their list of members is judged before anything in them is read."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable

MEESTE_DELEN = 3000
MB = 1024 * 1024
LANGST_UITGEPAKT = 300 * MB
# Text packs to a tenth or a twentieth; a bomb to a thousandth.
HOOGSTE_VERHOUDING = 150
VERHOUDING_VANAF = 10 * MB
LANGSTE_OPGAVE = 2 * MB
LANGST_INGESLOTEN = 30 * MB
_OOXML = "application/vnd.openxmlformats-officedocument"
_HOOFDDELEN = {
    b"wordprocessingml.document.main+xml": f"{_OOXML}.wordprocessingml.document",
    b"spreadsheetml.sheet.main+xml": f"{_OOXML}.spreadsheetml.sheet",
    b"presentationml.presentation.main+xml": f"{_OOXML}.presentationml.presentation",
}
_MACRO = re.compile(r"(^|/)(vbaproject\w*\.bin|vbadata\.xml|macrosheets/.*)$|^(basic|scripts)/.", re.I)
PROGRAMMANAAM = re.compile(r"\.(exe|dll|scr|com|msi|lnk|bat|cmd|ps1|vbs|js|jar|hta)$", re.I)
_OBJECT = re.compile(r"(^|/)(activex/|oleobject\d*\.bin$)", re.I)
_KANTOOR = re.compile(r"\.(docx|xlsx|pptx)$", re.I)
BOM = "wordt bij het uitpakken ongewoon groot. Dat kan schade doen. Sla het op als PDF."
STUK = "is beschadigd. Open het en sla het opnieuw op, of maak er een PDF van."
MACRO = "bevat macro's. Sla het op zonder macro's, of als PDF."
WACHTWOORD = "is met een wachtwoord beveiligd. Haal het wachtwoord eraf of sla het op als PDF."
INGESLOTEN = "bevat een ander bestand of programma. Sla het op als PDF."


class NietGoed(Exception):
    """The rest of the sentence after the name of the file."""


def keur_container(bestand, *, is_programma: Callable[[bytes], bool], diepte: int = 0) -> str | None:
    """What an open ZIP is by its own word, or None when it is no document. Raises NietGoed with a sentence."""
    bestand.seek(0)
    try:
        with zipfile.ZipFile(bestand) as zip_:
            delen = zip_.infolist()
            _keur_lijst(delen)
            for deel in delen:
                if not deel.is_dir():
                    _keur_deel(zip_, deel, is_programma, diepte)
            return _opgave(zip_)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as fout:
        raise NietGoed(STUK) from fout


def _keur_lijst(delen) -> None:
    """Names, sizes and methods, as the list of members gives them; nothing is unpacked yet."""
    namen = [deel.filename for deel in delen]
    uitgepakt, ingepakt = sum(d.file_size for d in delen), sum(d.compress_size for d in delen)
    if len(delen) > MEESTE_DELEN or uitgepakt > LANGST_UITGEPAKT:
        raise NietGoed(BOM)
    if uitgepakt > VERHOUDING_VANAF and uitgepakt > HOOGSTE_VERHOUDING * max(ingepakt, 1):
        raise NietGoed(BOM)
    if any(deel.flag_bits & 0x1 for deel in delen):
        raise NietGoed(WACHTWOORD)
    vreemd = any(naam.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", naam) for naam in namen)
    onbekend = any(deel.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for deel in delen)
    if vreemd or onbekend or len({naam.lower() for naam in namen}) != len(namen):
        raise NietGoed(STUK)
    if any(_MACRO.search(naam) for naam in namen):
        raise NietGoed(MACRO)
    if any(PROGRAMMANAAM.search(naam) or _OBJECT.search(naam) for naam in namen):
        raise NietGoed(INGESLOTEN)


def _keur_deel(zip_, deel, is_programma, diepte) -> None:
    """The first bytes of a member; a document inside a document (the figures of a chart) is judged the same way once.

    It is read to its end without keeping it: who lies about its size is found by the sum at the end.
    """
    with zip_.open(deel) as stroom:
        kop = stroom.read(512)
        while stroom.read(MB):
            pass
    if not kop:
        return
    if kop.startswith(b"PK\x03\x04"):
        if diepte or not _KANTOOR.search(deel.filename):
            raise NietGoed(INGESLOTEN)
        if deel.file_size > LANGST_INGESLOTEN:
            raise NietGoed(BOM)
        keur_container(io.BytesIO(zip_.read(deel)), is_programma=is_programma, diepte=diepte + 1)
    elif b"\0" in kop and is_programma(kop):
        raise NietGoed(INGESLOTEN)


def _opgave(zip_) -> str | None:
    """The kind that the container declares."""
    namen = set(zip_.namelist())
    if "mimetype" in namen:
        soort = _lees(zip_, "mimetype", 200).decode(errors="replace").strip()
        if b"encryption-data" in (_lees(zip_, "META-INF/manifest.xml") if "META-INF/manifest.xml" in namen else b""):
            raise NietGoed(WACHTWOORD)
        return soort if soort.startswith("application/vnd.oasis.opendocument.") else None
    if "[Content_Types].xml" not in namen:
        return None
    opgave = _lees(zip_, "[Content_Types].xml")
    if b"macroenabled" in opgave.lower():
        raise NietGoed(MACRO)
    gevonden = [soort for deel, soort in _HOOFDDELEN.items() if deel in opgave]
    return gevonden[0] if len(gevonden) == 1 else None


def _lees(zip_, naam: str, hoogstens: int = LANGSTE_OPGAVE) -> bytes:
    with zip_.open(naam) as stroom:
        return stroom.read(hoogstens)
