"""The text of a letter: what is read, what is refused, what comes out, and that no value ever becomes markup."""

import json
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kern.brieven import opmaak
from kern.brieven.clausules import CLAUSULES
from kern.proces.weigering import Weigering

GROET = {"college": "Almelo", "ondertekenaar.naam": "Ineke Wolters", "ondertekenaar.functie": "teamleider"}
BEZWAAR = {
    "bezwaar_tot": "28 januari 2027",
    "bezwaar_adres": "Postbus 1\n7600 AA Almelo",
    "college": "Almelo",
    "voor_aanbieder": False,
}


def alinea(tekst):
    return {"soort": "alinea", "tekst": tekst}


def vul(tekst, vrij=None, **gegevens):
    return opmaak.vul(tekst, {naam.replace("__", "."): waarde for naam, waarde in gegevens.items()}, vrij or {})


def teksten(blokken):
    """Every text in the blocks, in order."""
    for blok in blokken:
        yield from [blok["tekst"]] if "tekst" in blok else []
        yield from blok.get("regels", [])
        yield from [cel for rij in [blok.get("kop", []), *blok.get("rijen", [])] for cel in rij]
        yield from teksten(blok.get("blokken", []))


LEES = {
    "paragraphs": ("Een.\nTwee.\n\n\n Drie. ", [alinea("Een.\nTwee."), alinea("Drie.")]),
    "other line ends": ("Een.\r\n\r\nTwee.\rDrie.", [alinea("Een."), alinea("Twee.\nDrie.")]),
    "a heading ends a paragraph": (
        "Een.\n# Kop\nTwee.",
        [alinea("Een."), {"soort": "kop", "tekst": "Kop"}, alinea("Twee.")],
    ),
    "a list ends a paragraph": (
        "Een.\n- a\n- b\nTwee.",
        [alinea("Een."), {"soort": "lijst", "regels": ["a", "b"]}, alinea("Twee.")],
    ),
    "marks inside a line are words": ("Nr. # 1 - 2 [zie 3] { }", [alinea("Nr. # 1 - 2 [zie 3] { }")]),
    "a minus without a space is a word": ("-5 graden\n#1", [alinea("-5 graden\n#1")]),
}


@pytest.mark.parametrize(("tekst", "blokken"), LEES.values(), ids=LEES)
def test_reads_blocks(tekst, blokken):
    assert vul(tekst) == blokken


VELD = "schrijf een veld zo: {{ client.naam }}. Met twee accolades aan elke kant en kleine letters."
FOUT = {
    "{{ Client }}": f"Regel 1: {VELD}",
    "Goed\nfout {{ naam": f"Regel 2: {VELD}",
    "fout }}": f"Regel 1: {VELD}",
    "#": "Regel 1: zet achter # de tekst van de kop.",
    "a\n\n-": "Regel 3: zet achter het streepje een tekst.",
    "[als x]": "Regel 1: zet achter een voorwaarde meteen een tekst, zonder lege regel ertussen.",
    "[als x]\n\ntekst": "Regel 1: zet achter een voorwaarde meteen een tekst, zonder lege regel ertussen.",
    "[als] tekst": "Regel 1: schrijf een voorwaarde zo: [als client.naam] of [tenzij client.naam].",
    "[tenzij X] tekst": "Regel 1: schrijf een voorwaarde zo: [als client.naam] of [tenzij client.naam].",
    "tekst [als x] tekst": "Regel 1: [als …] mag alleen aan het begin van een regel staan.",
    "zie [clausule bezwaar]": "Regel 1: [clausule …] mag alleen aan het begin van een regel staan.",
    "# kop [tabel x]": "Regel 1: [tabel …] mag alleen aan het begin van een regel staan.",
    "[plaatje x]": "Regel 1: wij kennen “[plaatje x]” niet. Wel, alleen op een regel: [clausule naam], [vrij naam], "
    "[blokken naam], [lijst naam], [tabel naam]. Voor een tekst: [als veld] en [tenzij veld].",
}


@pytest.mark.parametrize(("tekst", "zin"), FOUT.items())
def test_names_the_line_of_a_mistake(tekst, zin):
    with pytest.raises(Weigering) as weigering:
        opmaak.lees(tekst)
    assert weigering.value.zin == zin
    assert opmaak.controleer(tekst, set(), is_besluit=False) == [zin]


def test_names_the_line_of_a_place_with_words_behind_it():
    with pytest.raises(Weigering, match=r"Regel 2: wij kennen “\[clausule groet\] en meer” niet"):
        opmaak.lees("a\n[clausule groet] en meer")


def test_gathers_fields_clauses_and_free_parts():
    tekst = "[als a]\n{{ b.c }}\n\n- [tenzij d] {{ e }}\n\n[blokken f]\n[lijst g]\n[tabel h]\n[vrij i]\n[clausule bezwaar]"
    assert opmaak.velden(tekst) == {"a", "b.c", "d", "e", "f", "g", "h", *BEZWAAR}
    assert opmaak.clausules(tekst) == {"bezwaar"}
    assert opmaak.vrije_delen(tekst) == {"i"}


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("Jan", "Jan"),
        (True, "ja"),
        (False, "nee"),
        (None, ""),
        ("", ""),
        (["a", "b", "c"], "a, b en c"),
        (["a"], "a"),
        ([], ""),
    ],
)
def test_prints_a_value_in_a_sentence(waarde, tekst):
    assert vul("Het is {{ x }}.", x=waarde) == [alinea(f"Het is {tekst}.")]


def test_a_table_does_not_fit_in_a_sentence():
    with pytest.raises(TypeError, match="cannot stand in a sentence"):
        vul("{{ x }}", x={"kop": [], "rijen": []})


def test_a_line_end_in_a_value_stays_one_and_an_empty_line_goes():
    assert vul("{{ adres }}", adres="Postbus 1\r\n\r\n7600 AA\u2028Almelo") == [alinea("Postbus 1\n7600 AA\nAlmelo")]
    assert vul("# Over {{ x }}", x="een\ntwee") == [{"soort": "kop", "tekst": "Over een twee"}]


@pytest.mark.parametrize(
    ("waarde", "wel"),
    [("x", True), (" ", False), (True, True), (False, False), ([1], True), ([], False), (None, False)]
    + [({"kop": ["a"], "rijen": []}, False), ({"kop": [], "rijen": [["a"]]}, True)],
)
def test_shows_a_block_only_with_or_without_a_value(waarde, wel):
    tekst = "[als x] met\n\n[tenzij x]\n# zonder\n\n[als x] [als ja]\n- een\n- [tenzij x] twee\n\n[tenzij x] - drie"
    met = [alinea("met"), {"soort": "lijst", "regels": ["een"]}]
    zonder = [{"soort": "kop", "tekst": "zonder"}, {"soort": "lijst", "regels": ["drie"]}]
    assert vul(tekst, x=waarde, ja=True) == (met if wel else zonder)


def test_what_stays_empty_leaves_nothing_behind():
    assert (
        vul("{{ x }}\n\n# {{ x }}\n\n- {{ x }}\n\n[lijst l]\n[tabel t]\n[blokken b]\n[vrij v]", x=" ", l=[], t=None, b=[])
        == []
    )
    assert vul("Postbus\n{{ x }}\nAlmelo", x="") == [alinea("Postbus\nAlmelo")]


@pytest.mark.parametrize(
    "tekst", ["{{ x }}", "[als x] a", "[lijst x]", "[tabel x]", "[blokken x]", "[clausule onbekend]", "[clausule groet]"]
)
def test_a_field_without_a_key_is_a_mistake_of_the_program(tekst):
    with pytest.raises(KeyError):
        vul(tekst)


def test_places_free_parts_blocks_lists_and_tables():
    uit = vul(
        "[vrij persoonlijk]\n[blokken motivering]\n[lijst doelen]\n[tabel uren]",
        {"persoonlijk": "Een.\nTwee.\n \nDrie."},
        motivering=[{"kop": "Waarom", "tekst": "a\n\nb"}, {"kop": "", "tekst": "c"}],
        doelen=["x", ""],
        uren={"kop": ["dag"], "rijen": [["ma", 4], [True]]},
    )
    assert uit == [
        alinea("Een.\nTwee."), alinea("Drie."),
        {"soort": "kop", "tekst": "Waarom"}, alinea("a"), alinea("b"), alinea("c"),
        {"soort": "lijst", "regels": ["x"]},
        {"soort": "tabel", "kop": ["dag", ""], "rijen": [["ma", "4"], ["ja", ""]]},
    ]  # fmt: skip


def test_names_what_would_be_printed_empty():
    tekst = "{{ a }} {{ b }}\n\n[als c] {{ d }}\n\n[tenzij c] {{ e }}\n\n- [als c] {{ d }}\n- {{ f }}\n\n[lijst g]"
    tekst += "\n[clausule groet]"
    gegevens = {"a": "x", "b": " ", "c": False, "f": True, "college": "Almelo", "ondertekenaar.functie": ""}
    assert opmaak.ontbreekt(tekst, gegevens) == ["b", "e", "g", "ondertekenaar.functie", "ondertekenaar.naam"]


# The check of an administrator's text

BEKEND = {"client.naam", *GROET, *BEZWAAR}
GOED = "Beste {{ client.naam }},\n\n[clausule groet]"
CONTROLE = {
    "good": (GOED, False, []),
    "good besluit": (f"{GOED}\n[clausule bezwaar]", True, []),
    "empty": (" \n", False, ["De tekst is leeg."]),
    "only clauses": ("[clausule groet]", False, ["De brief heeft alleen vaste teksten. Schrijf ook een eigen tekst."]),
    "unknown field": (
        f"{GOED}\n{{{{ client.nam }}}}\n\n[als zzz] a {{{{ client.nam }}}}",
        False,
        ["Regel 4: het veld client.nam bestaat niet. Bedoelt u client.naam?", "Regel 6: het veld zzz bestaat niet."],
    ),
    "unknown clause": (
        f"{GOED}\n[clausule prive]",
        False,
        ["Regel 4: de vaste tekst prive bestaat niet. Bedoelt u privacy?"],
    ),
    "field of a clause": (
        f"{GOED}\n[clausule persoonlijk_plan]",
        False,
        ["De vaste tekst persoonlijk_plan heeft het veld plan_tot nodig. Deze brief heeft dat veld niet."],
    ),
    "besluit without remedy": (
        GOED,
        True,
        ["Dit is een besluit. Zet er [clausule bezwaar] in, zodat de ontvanger weet hoe hij bezwaar kan maken."],
    ),
    "remedy under a condition": (
        f"{GOED}\n[als client.naam] [clausule bezwaar]",
        True,
        ["Dit is een besluit. Zet [clausule bezwaar] er zonder voorwaarde in."],
    ),
    "remedy without besluit": (
        f"{GOED}\n[clausule bezwaar]",
        False,
        ["Dit is geen besluit. Haal [clausule bezwaar] weg, want de ontvanger kan geen bezwaar maken."],
    ),
    "twice": (
        f"{GOED}\n[clausule privacy]\n[clausule privacy]",
        False,
        ["De vaste tekst privacy staat er meer dan één keer in."],
    ),
    "no greeting": (
        "Beste lezer",
        False,
        ["De groet ontbreekt. Sluit af met [clausule groet] of [clausule groet_cimot], zonder voorwaarde."],
    ),
    "two greetings": (
        f"{GOED}\n[clausule groet_cimot]",
        False,
        ["Er staan twee groeten in. Kies [clausule groet] of [clausule groet_cimot]."],
    ),
}


@pytest.mark.parametrize(("tekst", "is_besluit", "zinnen"), CONTROLE.values(), ids=CONTROLE)
def test_checks_a_text_before_it_is_published(tekst, is_besluit, zinnen):
    assert opmaak.controleer(tekst, BEKEND, is_besluit=is_besluit) == zinnen


# The locked clauses


@pytest.mark.parametrize("clausule", CLAUSULES.values(), ids=CLAUSULES)
def test_a_clause_reads_and_names_its_own_fields(clausule):
    assert opmaak.velden(clausule.tekst) == clausule.velden
    assert clausule.versie >= 1
    [uit] = opmaak.vul(f"[clausule {clausule.naam}]", dict.fromkeys(clausule.velden, "waarde"), {})
    assert (uit["soort"], uit["naam"], uit["versie"]) == ("clausule", clausule.naam, clausule.versie)
    assert "{{" not in json.dumps(uit) and uit["blokken"]


@pytest.mark.eis("L-62", "L-55")
def test_the_remedy_says_what_the_law_asks():
    """Awb 3:45: that, by whom, where and until when; 6:5: what must be in it; 6:9: by post; 8:81: what if it cannot wait."""
    tekst = "\n".join(teksten(opmaak.vul("[clausule bezwaar]", BEZWAAR, {})))
    for stuk in (
        "tot en met 28 januari 2027",
        "Postbus 1\n7600 AA Almelo",
        "binnen één week daarna",
        "uw naam en adres",
        "de datum waarop u de brief schrijft",
        "met welk besluit u het niet eens bent",
        "waarom u het niet eens bent",
        "uw handtekening",
        "Dat is gratis",
        "Het besluit geldt ook als u bezwaar maakt",
        "voorlopige voorziening",
        "rechtbank Overijssel",
        "griffierecht",
        "cliëntondersteuner",
        "Juridisch Loket",
    ):
        assert stuk in tekst


@pytest.mark.eis("L-05")
def test_the_support_clause_says_that_it_is_free_and_independent():
    tekst = "\n".join(teksten(opmaak.vul("[clausule ondersteuning]", {}, {})))
    assert "onafhankelijk" in tekst and "U betaalt er niets voor" in tekst


# Hostile data

STUKKEN = [
    "{{ b }}",
    "{{",
    "}}",
    "[als a] ",
    "[clausule bezwaar]",
    "# ",
    "- ",
    "<b>",
    "#import",
    "$x$",
    "*",
    "\\",
    "“",
    "é",
    "م",
    "😀",
]
VIJANDIG = st.lists(st.sampled_from(STUKKEN) | st.text(string.ascii_letters + " ", max_size=8), min_size=1, max_size=8).map(
    "".join
)


@settings(max_examples=60)
@given(waarde=VIJANDIG, vrij=VIJANDIG)
def test_no_value_becomes_markup(waarde, vrij):
    tekst = "{{ a }}\n\n# {{ a }}\n\n- {{ a }}\n\n[vrij v]\n[blokken b]\n[lijst l]\n[tabel t]"
    uit = vul(
        tekst, {"v": vrij}, a=waarde, b=[{"kop": waarde, "tekst": waarde}], l=[waarde], t={"kop": ["k"], "rijen": [[waarde]]}
    )
    schoon, deel = waarde.strip(), vrij.strip()
    verwacht = [schoon] * 3 * bool(schoon) + [deel] * bool(deel) + [schoon] * 3 * bool(schoon) + ["k", schoon]
    assert list(teksten(uit)) == verwacht
    assert json.loads(json.dumps(uit)) == uit


@settings(max_examples=100)
@given(
    tekst=st.lists(st.sampled_from([*STUKKEN, "\n", "\n\n", "[vrij x]", "[tabel a]", "{{ a }}", "tekst"]), max_size=12).map(
        "".join
    )
)
def test_any_text_is_read_or_refused_with_a_sentence(tekst):
    zinnen = opmaak.controleer(tekst, {"a", "b"}, is_besluit=True)
    assert zinnen and all(zin.endswith((".", "?")) for zin in zinnen)
