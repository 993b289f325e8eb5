"""The PDF of a letter, read back by other libraries than the one that wrote it, and looked at as a picture."""

import os
import re
import threading
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from kern.brieven import opmaak
from kern.brieven.clausules import CLAUSULES
from kern.brieven.leesbaar import leesbaar
from kern.brieven.pdf import Blad, beelden, pdf, samen

HOOFD = {
    "organisatie": "Cimot Almelo",
    "afzender": "Cimot, Postbus 5100, 7600 GC Almelo",
    "adres": "Postbus 5100, 7600 GC Almelo",
    "telefoon": "0546 12 34 56",
    "email": "cimot@example.nl",
    "website": "",
}
GEGEVENS = {
    "naam": "mevrouw De Vries",
    "doelen": ["U woont veilig.", "U hebt een vaste invulling van uw dag."],
    "uren": {
        "kop": ["Onderdeel", "Vanaf"],
        "rijen": [["Beschermd wonen", "1 december 2026"], ["Dagbesteding", "1 januari 2027"]],
    },
    "motivering": [{"kop": "Waarom", "tekst": "Zo is het. " * 40 + "\n\n" + "Dat is zo. " * 60}] * 3,
    "bezwaar_tot": "28 januari 2027",
    "bezwaar_adres": "Postbus 1\n7600 AA Almelo",
    "voor_aanbieder": False,
    "college": "Almelo",
    "ondertekenaar.naam": "Ineke Wolters",
    "ondertekenaar.functie": "teamleider",
}
TEKST = """Beste {{ naam }},

U krijgt beschermd wonen.

# Wat u krijgt

[tabel uren]
[lijst doelen]
[blokken motivering]
[vrij persoonlijk]
[clausule bezwaar]
[clausule groet]"""
NAMEN = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
MM = 72 / 25.4
LANG = "a" * 2000
ARABISCH = "مرحبا بالعالم هذا نص"


def blad(tekst=TEKST, vrij="", **anders) -> Blad:
    basis = Blad(
        hoofd=HOOFD,
        ontvanger=["Mevrouw A. de Vries", "Kerkstraat 1", "7607 AA Almelo"],
        titel="Besluit beschermd wonen – BW-2026-0042",
        datum="23 november 2026",
        kenmerk="BW-2026-0042",
        onderwerp="Besluit: u krijgt beschermd wonen",
        blokken=opmaak.vul(tekst, GEGEVENS, {"persoonlijk": vrij}),
        gemaakt_op=date(2026, 11, 23),
        kopie_aan="de heer Bakker, bewindvoerder",
        bijlagen=["Folder over de eigen bijdrage"],
    )
    return replace(basis, **anders)


def met(tekst: str, **anders) -> Blad:
    """A letter with this text in every kind of place."""
    blokken = [
        {"soort": "kop", "tekst": tekst},
        {"soort": "alinea", "tekst": tekst},
        {"soort": "lijst", "regels": [tekst, "tweede"]},
        {"soort": "tabel", "kop": ["Kort", tekst, ""], "rijen": [[tekst, "kort", "x"], ["", tekst, tekst]]},
        *opmaak.vul("[clausule groet]", dict.fromkeys(CLAUSULES["groet"].velden, tekst), {}),
    ]
    return blad(**{"blokken": blokken, "onderwerp": tekst, "ontvanger": [tekst, "Almelo"], "bijlagen": [tekst]} | anders)


@pytest.fixture(scope="module")
def besluit() -> bytes:
    return pdf(blad(vrij="Bel gerust."))


def tekst_van(bron: bytes) -> str:
    return "\n".join(bladzij.get_textpage().get_text_range() for bladzij in pypdfium2.PdfDocument(bron))


def aaneen(tekst: str) -> str:
    """Without spaces and line ends, which a reader of a PDF guesses."""
    return re.sub(r"\s", "", tekst)


def tags(knoop):
    """The structure elements below this one, in reading order."""
    if isinstance(knoop, pikepdf.Array):
        for kind in knoop:
            yield from tags(kind)
    elif isinstance(knoop, pikepdf.Dictionary):
        if "/S" in knoop:
            yield str(knoop.S)
        if "/K" in knoop:
            yield from tags(knoop.K)


@pytest.mark.eis("L-77")
def test_says_that_it_is_pdf_a_2a_and_pdf_ua_1(besluit):
    with pikepdf.open(BytesIO(besluit)) as bron, bron.open_metadata() as meta:
        assert meta[f"{{{NAMEN['pdfaid']}}}part"] == "2"
        assert meta[f"{{{NAMEN['pdfaid']}}}conformance"] == "A"
        assert meta[f"{{{NAMEN['pdfuaid']}}}part"] == "1"
        assert meta[f"{{{NAMEN['dc']}}}title"] == "Besluit beschermd wonen – BW-2026-0042"
        assert str(bron.Root.Lang) == "nl-NL"
        assert bool(bron.Root.MarkInfo.Marked)
        assert bool(bron.Root.ViewerPreferences.DisplayDocTitle)
        assert str(bron.docinfo["/Title"]) == "Besluit beschermd wonen – BW-2026-0042"
        assert [str(doel.S) for doel in bron.Root.OutputIntents] == ["/GTS_PDFA1"]
        assert not bron.is_encrypted


@pytest.mark.eis("L-77")
def test_is_tagged_in_reading_order(besluit):
    with pikepdf.open(BytesIO(besluit)) as bron:
        volgorde = list(tags(bron.Root.StructTreeRoot.K))
        geteld = Counter(volgorde)
        assert all(bladzij.get("/Tabs") == "/S" for bladzij in bron.pages)
        titels = [str(regel.title) for regel in bron.open_outline().root]
    assert geteld["/H1"] == 1 and geteld["/H2"] == 7
    assert (geteld["/Table"], geteld["/TH"], geteld["/TD"]) == (1, 2, 4)
    assert geteld["/L"] == 2 and geteld["/LI"] == 7
    assert [tag for tag in volgorde if tag in ("/H1", "/H2", "/Table", "/L")][:4] == ["/H1", "/H2", "/Table", "/L"]
    assert titels == ["Besluit: u krijgt beschermd wonen"]


@pytest.mark.eis("L-77")
@pytest.mark.parametrize("wat", ["letter", "hostile"])
def test_embeds_every_font(wat, besluit):
    bron = besluit if wat == "letter" else pdf(met(f"é {ARABISCH} שלום ❤ ∑ ᾳ ǆ"))
    namen = set()
    with pikepdf.open(BytesIO(bron)) as document:
        for bladzij in document.pages:
            for font in bladzij.Resources.Font.values():
                for deel in font.get("/DescendantFonts", [font]):
                    namen.add(str(deel.FontDescriptor.FontName))
                    assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(deel.FontDescriptor.keys())
                assert "/ToUnicode" in font
    assert namen and all(re.match(r"/[A-Z]{6}\+(FiraGO|NotoSans)", naam) for naam in namen)


def test_reads_from_the_top_to_the_greeting(besluit):
    tekst = tekst_van(besluit)
    stukken = [
        "Cimot Almelo", "Mevrouw A. de Vries", "Kerkstraat 1", "0546 12 34 56", "23 november 2026", "BW-2026-0042",
        "Besluit: u krijgt beschermd wonen", "Beste mevrouw De Vries,", "Wat u krijgt", "Onderdeel", "1 januari 2027",
        "U woont veilig.", "Waarom", "Bel gerust.", "Bent u het niet eens met dit besluit?", "28 januari 2027",
        "Met vriendelijke groet", "Ineke Wolters", "Kopie aan", "de heer Bakker, bewindvoerder", "Folder over de",
    ]  # fmt: skip
    plaats = 0
    for stuk in stukken:
        plaats = tekst.index(stuk, plaats)
    assert "Website" not in tekst and "CONCEPT" not in tekst
    aantal = len(pypdfium2.PdfDocument(besluit))
    assert aantal == 3
    for nummer in range(1, aantal + 1):
        assert f"pagina {nummer} van {aantal}" in tekst


def test_shows_a_sentence_about_the_copy_as_it_is():
    tekst = tekst_van(pdf(blad(kopie_aan="Kopie van de brief aan mevrouw De Vries", bijlagen=())))
    assert "Kopie van de brief aan mevrouw De Vries" in tekst
    assert "Kopie aan" not in tekst and "Bijlage" not in tekst


def test_stands_in_the_window_of_the_envelope(besluit):
    """The window of a DL envelope: from 20 to 110 mm from the left, from 45 to 80 mm from the top of the folded sheet."""
    bladzij = pypdfium2.PdfDocument(besluit)[0]
    tekst = bladzij.get_textpage()
    for regel in ("Mevrouw A. de Vries", "Kerkstraat 1", "7607 AA Almelo"):
        begin, lengte = tekst.search(regel).get_next()
        vakken = [tekst.get_charbox(begin + nummer) for nummer in range(lengte)]
        links, rechts = min(vak[0] for vak in vakken) / MM, max(vak[2] for vak in vakken) / MM
        onder, boven = 297 - min(vak[1] for vak in vakken) / MM, 297 - max(vak[3] for vak in vakken) / MM
        assert links > 20 and rechts < 110 and boven > 45 and onder < 80


def test_gives_the_same_bytes_for_the_same_letter(besluit):
    assert pdf(blad(vrij="Bel gerust.")) == besluit
    assert pdf(blad(vrij="Bel gerust!")) != besluit
    assert beelden(blad()) == beelden(blad())
    later = pdf(blad(vrij="Bel gerust.", gemaakt_op=date(2027, 1, 1)))
    assert later != besluit and b"20270101" in later


def test_makes_letters_in_several_threads_at_once(besluit):
    uit = []
    draden = [threading.Thread(target=lambda: uit.append(pdf(blad(vrij="Bel gerust.")))) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert uit == [besluit] * 4


def test_says_so_after_a_fork_instead_of_waiting_for_ever(besluit, monkeypatch):
    monkeypatch.setattr(os, "getpid", lambda: -1)
    with pytest.raises(RuntimeError, match="was forked"):
        pdf(blad())


# As a picture


def plaatjes(bron: bytes, ppi: int = 72) -> list[Image.Image]:
    return [bladzij.render(scale=ppi / 72).to_pil().convert("L") for bladzij in pypdfium2.PdfDocument(bron)]


def inkt(plaatje: Image.Image):
    """The box around everything that is not white, in mm from the left and the top: (left, top, right, bottom)."""
    vak = ImageChops.invert(plaatje).point(lambda waarde: 255 if waarde > 20 else 0).getbbox()
    return tuple(round(kant * 297 / plaatje.height, 1) for kant in vak)


def binnen(bron: bytes) -> None:
    for plaatje in plaatjes(bron):
        links, boven, rechts, onder = inkt(plaatje)
        assert links > 23 and boven > 7 and rechts < 186 and onder < 286


VIJANDIG = {
    "plain": "Beste mevrouw De Vries",
    "2,000 characters": LANG,
    "wide characters": "W" * 700,
    "right to left without end": "ب" * 600,
    "right to left": f"{ARABISCH}. " * 20,
    "an address without end": "https://example.nl/" + "pad-naar-iets/" * 60,
    "emoji without end": "❤😀" * 300,
    "no-break spaces": "woord\u00a0" * 200,
    "lines without end": "regel\n" * 300,
    "accents without end": "a" + "\u0301\u0308" * 400,
}


@pytest.mark.parametrize("tekst", VIJANDIG.values(), ids=VIJANDIG)
def test_draws_nothing_in_the_margins(tekst):
    binnen(pdf(met(tekst, titel=tekst, datum=tekst, kenmerk=tekst, kopie_aan=tekst, hoofd=dict.fromkeys(HOOFD, tekst))))


def test_draws_each_wide_word_in_its_own_column():
    """Two columns of 2,000 characters side by side: between them stays white, and no character is lost."""
    blokken = [{"soort": "tabel", "kop": ["een", "twee"], "rijen": [["m" * 2000, "w" * 2000]]}]
    bron = pdf(blad(blokken=blokken))
    tekst = aaneen(tekst_van(bron))
    assert tekst.count("m" * 30) and tekst.count("w" * 30)
    plaatje = plaatjes(bron)[1]
    midden = plaatje.crop([round(mm * plaatje.height / 297) for mm in (103.5, 60, 106.5, 240)])
    assert midden.getextrema()[0] > 200


def test_a_draft_carries_its_mark_outside_the_text_and_outside_the_tags():
    bron = pdf(blad(concept=True))
    for bladzij in pypdfium2.PdfDocument(bron):
        assert "CONCEPT" in aaneen(bladzij.get_textpage().get_text_range())
    with pikepdf.open(BytesIO(bron)) as document:
        stroom = b"".join(pikepdf.unparse_content_stream(pikepdf.parse_content_stream(b)) for b in document.pages)
        assert stroom.count(b"/Artifact") >= len(document.pages)
    definitief, ontwerp = plaatjes(pdf(blad()))[0], plaatjes(bron)[0]
    links, _, rechts, _ = (kant * 297 / ontwerp.height for kant in ImageChops.difference(definitief, ontwerp).getbbox())
    assert links > 187 and rechts < 205


def test_a_draft_keeps_its_structure_where_a_list_runs_over_the_page():
    """The mark on each page may not land among the items of a list: typst would refuse the file."""
    lijst = [{"soort": "lijst", "regels": ["Een regel. " * 16] * 4}]
    for regels in range(20, 36):
        vulling = [{"soort": "alinea", "tekst": "\n".join(["vulling"] * regels)}, {"soort": "kop", "tekst": "Kop"}]
        assert pdf(
            blad(blokken=[*vulling, *lijst, *vulling, *lijst, *opmaak.vul("[clausule bezwaar]", GEGEVENS, {})], concept=True)
        )


def test_gives_a_picture_per_page(besluit):
    bladen = beelden(blad(vrij="Bel gerust."), ppi=50)
    assert len(bladen) == 3
    assert {Image.open(BytesIO(png)).size for png in bladen} == {(413, 585)}


def test_repeats_the_head_of_a_table_that_runs_over_the_page():
    blokken = [{"soort": "tabel", "kop": ["Onderdeel", "Vanaf"], "rijen": [["Beschermd wonen", str(n)] for n in range(80)]}]
    bron = pdf(blad(blokken=blokken))
    bladzijden = pypdfium2.PdfDocument(bron)
    assert len(bladzijden) > 2
    assert all("Onderdeel" in bladzij.get_textpage().get_text_range() for bladzij in list(bladzijden)[:2])
    with pikepdf.open(BytesIO(bron)) as document:
        assert Counter(tags(document.Root.StructTreeRoot.K))["/TH"] == 2


def test_keeps_a_heading_with_its_text():
    """Whatever comes before it, a heading never ends a page."""
    for regels in range(14, 44):
        blokken = [{"soort": "alinea", "tekst": "\n".join(["vulling"] * regels)}, {"soort": "kop", "tekst": "Laatste kop"}]
        blokken.append({"soort": "alinea", "tekst": "Tekst onder de kop. " * 12})
        for bladzij in pypdfium2.PdfDocument(pdf(blad(blokken=blokken, bijlagen=(), kopie_aan=""))):
            tekst = bladzij.get_textpage().get_text_range()
            if "Laatste kop" in tekst:
                assert "Tekst onder de kop." in tekst


def test_keeps_the_greeting_whole_with_the_words_before_and_after_it():
    for regels in range(8, 40):
        blokken = [
            {"soort": "alinea", "tekst": "\n".join(["vulling"] * regels)},
            {"soort": "alinea", "tekst": "Laatste woorden."},
        ]
        blokken += opmaak.vul("[clausule groet]", GEGEVENS, {})
        for bladzij in pypdfium2.PdfDocument(pdf(blad(blokken=blokken, bijlagen=["Folder"]))):
            tekst = bladzij.get_textpage().get_text_range()
            stukken = ("Laatste woorden.", "Met vriendelijke groet,", "Ineke Wolters", "teamleider", "Kopie aan", "Folder")
            assert len({stuk in tekst for stuk in stukken}) == 1


# For the printer


def test_joins_letters_so_that_each_begins_on_a_new_sheet(besluit):
    een = pdf(blad("Kort.\n\n[clausule groet_cimot]"))
    samengevoegd = pypdfium2.PdfDocument(samen([een, besluit, een]))
    teksten = [bladzij.get_textpage().get_text_range() for bladzij in samengevoegd]
    assert [bool(tekst) for tekst in teksten] == [True, False, True, True, True, False, True, False]
    assert ["Beste mevrouw" in tekst for tekst in teksten].index(True) == 2
    assert {tuple(map(round, bladzij.get_size())) for bladzij in samengevoegd} == {(595, 842)}
    assert len(pypdfium2.PdfDocument(samen([een, besluit], dubbelzijdig=False))) == 4
    assert samen([een, besluit]) == samen([een, besluit])


# What has no form on paper

LEESBAAR = {
    "Gewoon. Café €": "Gewoon. Café €",
    "cafe\u0301": "café",
    "een\r\ntwee\rdrie\u2028vier\tvijf": "een\ntwee\ndrie\nvier vijf",
    "a\x00b\x07c\ud800d\u202ee\u200bf\ufeffg\u00adh": "abcdefgh",
    ARABISCH: ARABISCH,
    "می\u200cخواهم": "می\u200cخواهم",
    "שלום नमस्ते สวัสดี Привет Γειά": "שלום नमस्ते สวัสดี Привет Γειά",
    "😀 😢\U0001f3fd": "[emoji: lachend gezicht] [emoji: huilend gezicht]",
    "👨\u200d👧": "[emoji: man]\u200d[emoji: meisje]",
    "\U0001f9a5": "[emoji: sloth]",
    "❤\ufe0f": "❤",
    "中文 한": "[Chinees schrift: 2 tekens] [Koreaans schrift: 1 teken]",
    "\ue000": "[teken: U+E000]",
    "ꦲꦏ": "[2 tekens in een schrift dat niet kan worden afgedrukt]",
    "e" + "\u0302\u0301\u0308\u0303\u0304\u0306\u0307": "ế\u0308\u0303\u0304",
    "☎\u05b8": "☎[teken: hebrew point qamats]",
}


@pytest.mark.parametrize(("tekst", "uit"), LEESBAAR.items())
def test_names_what_cannot_be_printed(tekst, uit):
    assert leesbaar(tekst) == uit


def test_prints_the_name_of_what_cannot_be_printed():
    inhoud = tekst_van(pdf(blad(blokken=[{"soort": "alinea", "tekst": "Dag 😀 中文 ❤"}], bijlagen=["\U0001f9a5.pdf"])))
    assert "Dag [emoji: lachend gezicht] [Chinees schrift: 2 tekens] ❤" in inhoud
    assert "[emoji: sloth].pdf" in inhoud


def test_right_to_left_text_keeps_its_order():
    """A reader gets the words in the order in which they are written; on paper the first one stands to the right."""
    bladzij = pypdfium2.PdfDocument(pdf(blad(blokken=[{"soort": "alinea", "tekst": "שלום עולם"}])))[0]
    tekst = bladzij.get_textpage()
    inhoud = tekst.get_text_range()
    assert "שלום" in inhoud and "עולם" in inhoud
    eerste, tweede = inhoud.index("ש"), inhoud.index("ע")
    assert tekst.get_charbox(eerste)[0] > tekst.get_charbox(tweede)[0]
    assert tekst.get_charbox(eerste)[2] / MM > 180


STUKKEN = """{{ naam }}|[als x]|[clausule bezwaar]|# |- |= kop|#import "x": *|#panic()|$x^2$|*vet*|_a_|`code`|<b>html</b>
&amp;|\\|@ref|//|/*|~|---|'"|%|]|[|{|1.|+ |http://a.nl""".replace("\n", "|").split("|")


def _gelezen(tekst: str) -> str:
    """Without what a reader of a PDF guesses: spaces, and the hyphen at the end of a line."""
    return re.sub(r"[\s\-\u00ad\u2010\ufffe\x02]", "", tekst)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(STUKKEN), min_size=1, max_size=9).map(" ".join))
def test_hostile_markup_stays_text_word_for_word(tekst):
    blokken = [{"soort": "kop", "tekst": tekst}, {"soort": "alinea", "tekst": tekst}, {"soort": "lijst", "regels": [tekst]}]
    uit = _gelezen(tekst_van(pdf(blad(blokken=blokken, bijlagen=[tekst]))))
    assert uit.count(_gelezen(tekst)) >= 4


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=40), st.text(max_size=6))
def test_any_text_at_all_becomes_a_letter(tekst, kort):
    bron = pdf(met(tekst, titel=kort, datum=kort, kenmerk=kort, kopie_aan=kort, hoofd=dict.fromkeys(HOOFD, kort)))
    assert bron.startswith(b"%PDF-1.7")
    binnen(bron)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(["alinea", "kop", "lijst", "tabel", "groet"]) | st.integers(1, 9), max_size=25), st.booleans()
)
def test_any_order_of_blocks_becomes_a_letter(soorten, concept):
    """Lists and tables that run over a page in any place keep a valid structure."""
    maak = {
        "alinea": {"soort": "alinea", "tekst": "Een zin. " * 25},
        "kop": {"soort": "kop", "tekst": "Kop"},
        "lijst": {"soort": "lijst", "regels": ["Een regel. " * 12] * 4},
        "tabel": {"soort": "tabel", "kop": ["", ""], "rijen": [["a", "b " * 60]] * 5},
        "groet": opmaak.vul("[clausule groet]", GEGEVENS, {})[0],
    }
    blokken = [maak[s] if isinstance(s, str) else {"soort": "alinea", "tekst": "\n".join("x" * s)} for s in soorten]
    binnen(pdf(blad(blokken=blokken))) if not concept else pdf(blad(blokken=blokken, concept=True))
