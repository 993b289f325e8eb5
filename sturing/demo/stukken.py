"""Small files for the documents of the demo: a PDF of one page, a letter as text."""

import textwrap

from django.core.files.base import ContentFile

REGELS = 48  # on one page
TEKENS = 88  # in one line


def tekst(naam: str, inhoud: str) -> ContentFile:
    return ContentFile(inhoud.encode(), name=naam)


def pdf(naam: str, kop: str, regels: list[str]) -> ContentFile:
    """A PDF with a heading and text, in one of the fonts that every reader has."""
    passend = [deel for regel in regels for deel in textwrap.wrap(regel, TEKENS) or [""]][:REGELS]
    tekening = ["BT /F1 15 Tf 56 780 Td", f"({_veilig(kop)}) Tj", "/F1 10 Tf 0 -28 Td 14 TL"]
    tekening += [f"({_veilig(regel)}) Tj T*" for regel in passend]
    stroom = "\n".join([*tekening, "ET"]).encode("cp1252", "replace")
    return ContentFile(_bestand(stroom), name=naam)


def _veilig(regel: str) -> str:
    return regel.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _bestand(stroom: bytes) -> bytes:
    delen = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stroom), stroom),
    ]
    bestand, plaatsen = b"%PDF-1.4\n", []
    for nummer, deel in enumerate(delen, 1):
        plaatsen.append(len(bestand))
        bestand += b"%d 0 obj\n%s\nendobj\n" % (nummer, deel)
    tabel = b"".join(b"%010d 00000 n \n" % plaats for plaats in plaatsen)
    staart = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return bestand + staart % (len(delen) + 1, tabel, len(delen) + 1, len(bestand))
