"""Files for the tests: what a person may add, and what he may not."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kern.stukken import documenten

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(60) + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(30)
TIFF = b"II*\x00\x08\x00\x00\x00" + bytes(40)
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(120) + b"PE\x00\x00" + b"This program cannot be run in DOS mode." + bytes(200)
ELF = b"\x7fELF\x02\x01\x01" + bytes(80)
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
EML = b"From: moeder@example.org\r\nDate: Mon, 2 Nov 2026 10:00:00 +0100\r\nSubject: Hallo\r\n\r\nKunt u bellen?\r\n"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def upload(naam, inhoud=PDF):
    return SimpleUploadedFile(naam, inhoud)


def document(dossier, door, *, naam="brief.pdf", inhoud=b"%PDF-1.7 brief", **anders):
    """One document that came in today."""
    gegevens = {"soort": "verslag", "richting": "in", "gedateerd_op": timezone.localdate(), "op": timezone.now()}
    return documenten.toevoegen(dossier, bestanden=[upload(naam, inhoud)], door=door, **{**gegevens, **anders})[0][0]


def zip_(delen: dict, methode=zipfile.ZIP_DEFLATED) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", methode) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam, inhoud)
    return uit.getvalue()


def ooxml(soort=WORD, **delen) -> bytes:
    """A Word or Excel file; further members by keyword, with the path as the key."""
    opgave = f'<Types><Override PartName="/word/document.xml" ContentType="{soort}"/></Types>'
    return zip_({"[Content_Types].xml": opgave, "word/document.xml": "<w:document>Beste</w:document>", **delen})


def odf(soort="application/vnd.oasis.opendocument.text", **delen) -> bytes:
    return zip_({"mimetype": soort, "content.xml": "<office/>", "META-INF/manifest.xml": "<manifest/>", **delen})


def met_wachtwoord(inhoud: bytes) -> bytes:
    """The same ZIP with the mark of encryption on every member, in both places where it stands."""
    uit = bytearray(inhoud)
    for handtekening, plek in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        waar = uit.find(handtekening)
        while waar >= 0:
            uit[waar + plek] |= 1
            waar = uit.find(handtekening, waar + 4)
    return bytes(uit)
