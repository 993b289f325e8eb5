"""What a file really is: allowed kinds pass, everything else is refused with a sentence that names the file."""

import re
import struct
import time

import pytest

from kern.proces.weigering import Weigering
from kern.stukken import bestanden, kantoorbestanden
from tests.kern import bestandenmaker as maak
from tests.kern.bestandenmaker import upload

GOED = {
    "brief.pdf": (maak.PDF, bestanden.PDF),
    "BRIEF.PDF": (b"%PDF-1.4\n/OpenAction<</S/JavaScript>>", bestanden.PDF),
    "foto.jpg": (maak.JPEG, bestanden.JPEG),
    "foto.jpeg": (maak.JPEG, bestanden.JPEG),
    "scherm.png": (maak.PNG, bestanden.PNG),
    "scan.tif": (maak.TIFF, bestanden.TIFF),
    "plan.docx": (maak.ooxml(), bestanden.DOCX),
    "lijst.xlsx": (maak.ooxml(maak.EXCEL), bestanden.XLSX),
    "grafiek.docx": (maak.ooxml(**{"word/embeddings/blad.xlsx": maak.ooxml(maak.EXCEL)}), bestanden.DOCX),
    "foto in tekst.docx": (maak.ooxml(**{"word/media/image1.png": maak.PNG}), bestanden.DOCX),
    "plan.odt": (maak.odf(), bestanden.ODT),
    "lijst.ods": (maak.odf("application/vnd.oasis.opendocument.spreadsheet"), bestanden.ODS),
    "notitie.txt": ("MZ schreef: één regel.\r\n".encode(), bestanden.TEKST),
    "notitie met merk.txt": (b"\xef\xbb\xbfHallo", bestanden.TEKST),
    "bericht.eml": (maak.EML, bestanden.MAIL),
    "oud bericht.eml": (maak.EML + b"na\xefef", bestanden.MAIL),
}


@pytest.mark.parametrize("naam", GOED)
def test_allowed_by_content(naam):
    inhoud, mime = GOED[naam]
    bestand = bestanden.keur(upload(naam, inhoud))
    assert (bestand.naam, bestand.mime, bestand.grootte) == (naam, mime, len(inhoud))
    assert len(bestand.sha256) == 64 and bestand.inhoud.read() == inhoud


def _eml_met(naam: str, inhoud: bytes) -> bytes:
    from email.message import EmailMessage

    bericht = EmailMessage()
    bericht["From"], bericht["Date"] = "a@example.org", "Mon, 2 Nov 2026 10:00:00 +0100"
    bericht.set_content("Zie bijlage")
    bericht.add_attachment(inhoud, maintype="application", subtype="octet-stream", filename=naam)
    return bericht.as_bytes()


FOUT = {
    "leeg": ("brief.pdf", b"", "is leeg"),
    "programma": ("factuur.pdf", maak.EXE, "is een programma"),
    "programma als tekst": ("lees.txt", maak.EXE, "is een programma"),
    "programma met eigen naam": ("setup.exe", maak.EXE, "is een programma"),
    "linux": ("foto.jpg", maak.ELF, "is een programma"),
    "script": ("start.txt", b"#!/bin/sh\nrm -rf /\n", "is een script"),
    "batch": ("start.txt", b"@echo off\r\n", "is een script"),
    "script als pdf": ("start.pdf", b"#!/bin/sh\n", "is een script"),
    "html": ("pagina.txt", b"<!-- x --> <!DOCTYPE html><html><script>1</script>", "is een webpagina"),
    "svg": ("plaatje.png", b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "is een webpagina of SVG"),
    "svg met eigen naam": ("plaatje.svg", b"<svg onload='x'/>", "is een webpagina of SVG"),
    "zip": ("alles.zip", maak.zip_({"a.txt": "x"}), "is een archief"),
    "zip als word": ("plan.docx", maak.zip_({"a.txt": "x"}), "is een archief"),
    "zip als pdf": ("plan.pdf", maak.zip_({"a.txt": "x"}), "is een archief"),
    "rar": ("alles.rar", b"Rar!\x1a\x07\x00" + bytes(20), "is een archief"),
    "gzip": ("brief.pdf", b"\x1f\x8b\x08" + bytes(20), "is een archief"),
    "jpeg heet pdf": ("foto.pdf", maak.JPEG, "heet pdf, maar de inhoud is JPEG"),
    "pdf heet jpg": ("foto.jpg", maak.PDF, "heet jpg, maar de inhoud is PDF"),
    "excel heet docx": ("plan.docx", maak.ooxml(maak.EXCEL), "niet de inhoud van Word, maar van Excel"),
    "geluid heet png": ("foto.png", b"RIFF\x24\x00\x00\x00WAVEfmt ", "is geen PNG"),
    "onbekend": ("model.xyz", b"\x01\x02\x03\x04" * 20, "kan hier niet. Kies PDF"),
    "zonder einde": ("brief", b"\x01\x02\x03", "kan hier niet. Kies PDF"),
    "oude word": ("brief.doc", maak.OLE, "Sla het op als Word"),
    "iphone": ("foto.heic", b"\x00\x00\x00\x18ftypheic" + bytes(30), "als JPEG"),
    "outlook": ("bericht.msg", maak.OLE, "als eml of PDF"),
    "word met wachtwoord": ("brief.docx", maak.OLE, "met een wachtwoord beveiligd"),
    "zip met wachtwoord": ("brief.docx", maak.met_wachtwoord(maak.ooxml()), "met een wachtwoord beveiligd"),
    "odf met wachtwoord": (
        "brief.odt",
        maak.odf(**{"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
        "met een wachtwoord beveiligd",
    ),
    "macro": ("brief.docx", maak.ooxml(**{"word/vbaProject.bin": maak.OLE}), "bevat macro's"),
    "macro in de opgave": (
        "brief.docx",
        maak.ooxml("application/vnd.ms-word.document.macroEnabled.main+xml"),
        "bevat macro's",
    ),
    "macroblad": ("lijst.xlsx", maak.ooxml(maak.EXCEL, **{"xl/macrosheets/sheet1.xml": "<x/>"}), "bevat macro's"),
    "macro in odf": ("brief.odt", maak.odf(**{"Basic/Standard/Module1.xml": "<x/>"}), "bevat macro's"),
    "docm": ("brief.docm", maak.ooxml(**{"word/vbaProject.bin": maak.OLE}), "kan macro's bevatten"),
    "programma erin": ("brief.docx", maak.ooxml(**{"word/media/image1.png": maak.EXE}), "bevat een ander bestand"),
    "programma erin bij naam": ("brief.docx", maak.ooxml(**{"word/x.exe": "tekst"}), "bevat een ander bestand"),
    "object erin": ("brief.docx", maak.ooxml(**{"word/embeddings/oleObject1.bin": maak.OLE}), "bevat een ander bestand"),
    "zip erin": ("brief.docx", maak.ooxml(**{"word/x.bin": maak.zip_({"a": "b"})}), "bevat een ander bestand"),
    "macro in het ingesloten blad": (
        "brief.docx",
        maak.ooxml(**{"word/embeddings/b.xlsx": maak.ooxml(maak.EXCEL, **{"xl/vbaProject.bin": maak.OLE})}),
        "bevat macro's",
    ),
    "pad naar buiten": ("brief.docx", maak.ooxml(**{"../../etc/passwd": "x"}), "is beschadigd"),
    "dubbele naam": ("brief.docx", maak.ooxml(**{"WORD/document.xml": "x"}), "is beschadigd"),
    "afgebroken": ("brief.docx", maak.ooxml()[:-30], "is beschadigd"),
    "presentatie": (
        "brief.docx",
        maak.ooxml("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
        "maar van een ander bestand",
    ),
    "oude letters": ("notitie.txt", b"caf\xe9", "UTF-8"),
    "halve letter": ("notitie.txt", b"caf\xc3", "UTF-8"),
    "nul": ("notitie.txt", b"abc\x00def", "is geen gewone tekst"),
    "geen mail": ("bericht.eml", b"zomaar wat tekst", "is geen bewaarde e-mail"),
    "mail met programma": ("bericht.eml", _eml_met("rekening.pdf", maak.EXE), "heeft een programma als bijlage"),
    "mail met script": ("bericht.eml", _eml_met("start.VBS", b"x"), "heeft een programma als bijlage"),
}


@pytest.mark.parametrize("geval", FOUT)
def test_refused_with_a_sentence_that_names_the_file(geval):
    naam, inhoud, zin = FOUT[geval]
    with pytest.raises(Weigering, match=re.escape(zin)) as fout:
        bestanden.keur(upload(naam, inhoud))
    assert fout.value.zin.startswith(f"“{naam}” ") and fout.value.zin.endswith(".")


def test_a_mail_may_carry_an_ordinary_attachment():
    assert bestanden.keur(upload("bericht.eml", _eml_met("foto.jpg", maak.JPEG))).mime == bestanden.MAIL


def test_a_bomb_is_refused_before_anything_is_unpacked(monkeypatch):
    bom = maak.ooxml(**{"word/document2.xml": bytes(40 * 1024 * 1024)})
    assert len(bom) < 100_000
    monkeypatch.setattr(kantoorbestanden.zipfile.ZipFile, "open", lambda *a, **k: pytest.fail("unpacked"))
    with pytest.raises(Weigering, match="ongewoon groot"):
        bestanden.keur(upload("plan.docx", bom))


def test_a_bomb_of_many_members_is_refused(monkeypatch):
    monkeypatch.setattr(kantoorbestanden, "MEESTE_DELEN", 20)
    with pytest.raises(Weigering, match="ongewoon groot"):
        bestanden.keur(upload("plan.docx", maak.ooxml(**{f"word/{n}.xml": "x" for n in range(20)})))


def test_a_bomb_that_lies_about_its_size_is_refused():
    inhoud = bytearray(maak.ooxml(**{"word/document2.xml": bytes(40 * 1024 * 1024)}))
    plek = inhoud.rfind(b"PK\x01\x02")
    inhoud[plek + 24 : plek + 28] = struct.pack("<I", 1000)
    with pytest.raises(Weigering, match="is beschadigd"):
        bestanden.keur(upload("plan.docx", bytes(inhoud)))


def test_a_large_ordinary_document_passes_quickly():
    rijen = "".join(f"<row><c>{n * 7919 % 10007}</c><c>{n}</c></row>" for n in range(200_000))
    begin = time.monotonic()
    assert bestanden.keur(upload("lijst.xlsx", maak.ooxml(maak.EXCEL, **{"xl/sheet1.xml": rijen}))).mime == bestanden.XLSX
    assert time.monotonic() - begin < 5


def test_hostile_text_does_not_keep_the_pattern_busy():
    begin = time.monotonic()
    bestanden.keur(upload("notitie.txt", b"<!---->" * 9000 + b"x"))
    assert time.monotonic() - begin < 2


def test_too_large_says_how_large_it_may_be(settings):
    settings.DOCUMENT_MAX_MB = 1
    assert bestanden.keur(upload("brief.pdf", maak.PDF.ljust(1024 * 1024, b" ")))
    with pytest.raises(Weigering, match="is te groot: 1,5 MB. Een bestand mag hoogstens 1 MB zijn"):
        bestanden.keur(upload("brief.pdf", maak.PDF.ljust(1536 * 1024, b" ")))


@pytest.mark.parametrize(
    ("naam", "netjes"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\x\\brief.pdf", "brief.pdf"),
        ("fac\u202egpj.exe.pdf", "facgpj.exe.pdf"),
        ("brief\r\nX: y.pdf", "briefX: y.pdf"),
        ("a" * 300 + ".pdf", "a" * 187 + ".pdf"),
        ("..", "bestand"),
        ("  brief  van \t moeder .pdf ", "brief van moeder .pdf"),
    ],
)
def test_a_name_keeps_only_what_can_be_seen(naam, netjes):
    assert bestanden.nette_naam(naam) == netjes


def test_sizes_read_as_people_write_them():
    assert [bestanden.grootte(n) for n in (1, 340 * 1024, 1024**2, int(1.25 * 1024**2))] == [
        "1 kB",
        "340 kB",
        "1 MB",
        "1,2 MB",
    ]
