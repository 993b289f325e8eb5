"""Files that are read as text, and saved e-mail: what a person can read, and nothing that a machine runs."""

import codecs
import email
import email.policy
import re
from collections.abc import Callable
from email.errors import MessageError

from kern.stukken.kantoorbestanden import PROGRAMMANAAM, NietGoed

BLOK = 256 * 1024
KOP = 64 * 1024
_SCRIPT = re.compile(rb"\s*(#!|@echo\b|<\?php|<script|<\?xml[^>]*\?>\s*<(?:job|package)\b)", re.I)
_WEBPAGINA = re.compile(
    rb"\s*(?:(?:<!--(?:(?!-->).)*-->|<\?xml[^>]*\?>)\s*)*<(?:html|head|body|svg|!doctype)\b", re.I | re.S
)
_PROGRAMMA = "is een programma. Dat kan hier niet."
_STUURTEKEN = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def tekstgevaar(kop: bytes) -> str:
    """What is wrong with a script or a page, as the rest of a sentence; empty for anything else."""
    begin = kop[:4096].removeprefix(codecs.BOM_UTF8)
    if _SCRIPT.match(begin):
        return "is een script. Dat kan hier niet."
    if _WEBPAGINA.match(begin):
        return "is een webpagina of SVG. Sla het op als PDF."
    return ""


def keur_tekst(upload, *, is_programma: Callable[[bytes], bool], is_mail: bool) -> None:
    """Text is UTF-8 without control characters; a mail may have older letters. Raises NietGoed with a sentence."""
    lezer = codecs.getincrementaldecoder("utf-8")()
    upload.seek(0)
    kop = upload.read(KOP)
    if zin := tekstgevaar(kop):
        raise NietGoed(zin)
    upload.seek(0)
    try:
        while blok := upload.read(BLOK):
            if _STUURTEKEN.search(blok):
                raise NietGoed(_PROGRAMMA if is_programma(kop) else "is geen gewone tekst. Controleer het bestand.")
            if not is_mail:
                lezer.decode(blok)
        lezer.decode(b"", final=True)
    except UnicodeDecodeError as fout:
        raise NietGoed("is geen tekst in UTF-8. Sla het opnieuw op als UTF-8, of als PDF.") from fout
    if is_mail:
        _keur_mail(upload, is_programma)


def _keur_mail(upload, is_programma) -> None:
    """A saved message: the heads of a mail, and no program among its attachments."""
    upload.seek(0)
    try:
        bericht = email.message_from_binary_file(upload, policy=email.policy.compat32)
        if not bericht["From"] or not (bericht["Date"] or bericht["Received"]):
            raise NietGoed("is geen bewaarde e-mail. Sla het bericht opnieuw op, of maak er een PDF van.")
        for deel in bericht.walk():
            if not deel.is_multipart():
                _keur_bijlage(deel, is_programma)
    except (MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError) as fout:
        raise NietGoed("is beschadigd. Sla het bericht opnieuw op, of maak er een PDF van.") from fout


def _keur_bijlage(deel, is_programma) -> None:
    inhoud = (deel.get_payload(decode=True) or b"")[:KOP]
    naam = str(deel.get_filename() or "").strip()
    # A text that happens to begin with the letters of a program has no zero byte.
    if PROGRAMMANAAM.search(naam) or b"\0" in inhoud and is_programma(inhoud):
        raise NietGoed("heeft een programma als bijlage. Dat kan hier niet.")
