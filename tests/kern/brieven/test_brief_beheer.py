"""The text of a letter: a next version is a concept, and what could harm the reader cannot be published."""

import io
from datetime import UTC, date, datetime

import pytest
from django.db import InternalError, transaction
from pypdf import PdfReader

from kern.brieven import beheer, maken, voorbeeld
from kern.models import Briefsjabloon, Gebeurtenis
from kern.proces.weigering import NietBevoegd, Weigering
from kern.toegang.rollen import Rol
from tests.kern import briefproef
from tests.kern.briefproef import CODE, TEKST
from tests.kern.mensen import maak

pytestmark = pytest.mark.django_db
OP = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def soort(monkeypatch, tmp_path):
    return briefproef.registreer(monkeypatch, tmp_path)


@pytest.fixture
def eerste(soort):
    return briefproef.eerste_versie(OP)


@pytest.fixture
def concept(eerste, frida):
    return beheer.nieuwe_versie(code=CODE, door=frida, op=OP)


def schrijf(concept, **velden):
    """What the form does: keep what was typed."""
    for naam, waarde in velden.items():
        setattr(concept, naam, waarde)
    concept.save()
    return concept


def fouten(tekst=TEKST, onderwerp="Uw gesprek"):
    return beheer.controleer(code=CODE, onderwerp=onderwerp, tekst=tekst)


# Versions.


def test_a_next_version_is_a_concept_that_begins_as_the_newest(concept, eerste, frida):
    assert (concept.versie, concept.onderwerp, concept.tekst) == (2, eerste.onderwerp, eerste.tekst)
    assert (concept.gepubliceerd_op, concept.reden) == (None, "")
    log = Gebeurtenis.objects.get(soort="brieftekst")
    assert (log.actie, log.gebruiker_id, log.dossier_id, log.client_id) == ("nieuwe_versie", frida.pk, None, None)
    assert log.waarden == {"betreft": concept.pk, "code": CODE, "versie": 2}


def test_letters_keep_the_old_text_until_the_new_one_is_published(concept, eerste, frida):
    schrijf(concept, tekst=TEKST.replace("Wij spreken u", "Wij zien u"), reden="korter")
    assert maken.sjabloon(CODE) == eerste
    beheer.publiceren(sjabloon=concept, door=frida, op=OP)
    assert maken.sjabloon(CODE) == concept
    assert beheer.geldende_versies()[CODE] == 2


def test_there_is_one_concept_at_a_time(concept, frida):
    with pytest.raises(Weigering, match="al een concept"):
        beheer.nieuwe_versie(code=CODE, door=frida, op=OP)


def test_a_letter_without_text_or_out_of_use_has_no_next_version(soort, frida):
    with pytest.raises(Weigering, match="nog geen tekst"):
        beheer.nieuwe_versie(code=CODE, door=frida, op=OP)
    with pytest.raises(Weigering, match="maakt de brief BRF-00 niet meer"):
        beheer.nieuwe_versie(code="BRF-00", door=frida, op=OP)


def test_publishing_says_when_by_whom_and_why(concept, frida):
    schrijf(concept, reden="nieuwe uitleg")
    rij = beheer.publiceren(sjabloon=concept, door=frida, op=OP)
    assert (rij.gepubliceerd_op, rij.gepubliceerd_door, rij.reden) == (OP, frida, "nieuwe uitleg")
    assert Gebeurtenis.objects.filter(soort="brieftekst", actie="publiceren", waarden__versie=2).exists()
    with pytest.raises(Weigering, match="al gepubliceerd"):
        beheer.publiceren(sjabloon=concept, door=frida, op=OP)


@pytest.mark.parametrize("reden", ["", "   "])
def test_publishing_without_a_reason_is_refused(concept, frida, reden):
    schrijf(concept, reden=reden)
    with pytest.raises(beheer.NietTePubliceren) as weigering:
        beheer.publiceren(sjabloon=concept, door=frida, op=OP)
    assert set(weigering.value.zinnen) == {"reden"}


def test_an_unknown_field_cannot_be_published(concept, frida):
    schrijf(concept, tekst=TEKST.replace("client.naam", "client.naem"), reden="x", onderwerp="Over {{ iets }}")
    with pytest.raises(beheer.NietTePubliceren) as weigering:
        beheer.publiceren(sjabloon=concept, door=frida, op=OP)
    assert weigering.value.zinnen == {
        "onderwerp": ["Het veld iets bestaat niet."],
        "tekst": ["Regel 1: het veld client.naem bestaat niet. Bedoelt u client.naam?"],
    }
    concept.refresh_from_db()
    assert concept.gepubliceerd_op is None
    assert not Gebeurtenis.objects.filter(actie="publiceren").exists()


def test_the_database_keeps_what_was_published(eerste):
    with pytest.raises(InternalError), transaction.atomic():
        Briefsjabloon.objects.filter(pk=eerste.pk).update(tekst="anders")
    with pytest.raises(InternalError), transaction.atomic():
        Briefsjabloon.objects.filter(pk=eerste.pk).delete()


@pytest.mark.parametrize("rol", [Rol.FRONTOFFICE, Rol.CASEMANAGER, Rol.TEAMLEIDER, Rol.PRIVACY_OFFICER])
def test_nobody_else_writes_letters(rol, concept, almelo):
    ander = maak("ander", rol, regio=almelo)
    with pytest.raises(NietBevoegd):
        beheer.publiceren(sjabloon=concept, door=ander, op=OP)
    with pytest.raises(NietBevoegd):
        beheer.nieuwe_versie(code=CODE, door=ander, op=OP)


# The check.


def test_the_first_text_has_nothing_wrong(soort):
    assert fouten() == {}


@pytest.mark.parametrize(
    ("van", "naar", "zin"),
    [
        ("[clausule ondersteuning]", "", "De vaste tekst ondersteuning hoort in deze brief."),
        ("[clausule ondersteuning]", "[als vervangt] [clausule ondersteuning]", "er zonder voorwaarde in"),
        ("[vrij persoonlijk]", "", "verdwijnt wat de medewerker er zelf bij schrijft"),
        ("[vrij persoonlijk]", "[vrij persoonlijk]\n\n[vrij slot]", "[vrij slot] bestaat niet"),
        ("[tabel gesprek.rooster]", "De tijden: {{ gesprek.rooster }}", "het veld gesprek.rooster past niet in een zin"),
        ("[lijst gesprek.meenemen]", "[tabel gesprek.meenemen]", "Schrijf [lijst gesprek.meenemen]"),
        ("Wij spreken u op {{ gesprek.dag }}.", "[lijst gesprek.dag]", "Schrijf {{ gesprek.dag }}"),
        ("[clausule groet_cimot]", "", "De groet ontbreekt"),
        ("[clausule groet_cimot]", "[clausule groet_cimot]\n\n[clausule bezwaar]", "Dit is geen besluit"),
        ("{{ gesprek.dag }}", "{{ gesprek dag }}", "schrijf een veld zo"),
    ],
)
def test_what_stands_in_the_way(soort, van, naar, zin):
    gevonden = fouten(TEKST.replace(van, naar))
    assert set(gevonden) == {"tekst"}
    assert zin in " ".join(gevonden["tekst"])


def test_greeting_and_contact_may_be_chosen(soort):
    assert fouten(TEKST.replace("groet_cimot", "groet").replace("[clausule bij_vragen]", "")) == {}
    assert fouten(TEKST.replace("{{ gesprek.dag }}", "{{ gesprek.meenemen }}")) == {}


@pytest.mark.parametrize(
    "onderwerp", ["# Kop", "[als vervangt] Iets", "[clausule groet]", "{{ gesprek.rooster }}", "{{ x", ""]
)
def test_a_subject_is_one_plain_line(soort, onderwerp):
    assert set(fouten(onderwerp=onderwerp)) == {"onderwerp"}


@pytest.mark.eis("L-55")
@pytest.mark.parametrize("is_besluit", [True, lambda dossier: False])
def test_a_letter_that_may_be_a_besluit_says_how_to_object(monkeypatch, tmp_path, is_besluit):
    briefproef.registreer(monkeypatch, tmp_path, is_besluit=is_besluit)
    assert "Zet er [clausule bezwaar] in" in fouten()["tekst"][0]
    assert fouten(f"{TEKST}\n\n[clausule bezwaar]") == {}


# The example.


def lees(inhoud):
    return " ".join("".join(pagina.extract_text() for pagina in PdfReader(io.BytesIO(inhoud)).pages).split())


def test_the_example_has_every_field_and_no_real_person(concept, almelo):
    briefproef.briefhoofd(almelo)
    tekst = lees(voorbeeld.maak(sjabloon=concept, regio=almelo, op=date(2026, 11, 23)))
    for woord in ("J. Voorbeeld", "‹de dag van het gesprek›", "‹uitleg over het gesprek›", "‹de tijden›", "A-0000-00000"):
        assert woord in tekst
    assert "‹wat de medewerker er zelf bij schrijft" in tekst


def test_the_short_example_leaves_out_what_may_be_missing(concept, almelo):
    briefproef.briefhoofd(almelo)
    tekst = lees(voorbeeld.maak(sjabloon=concept, regio=almelo, op=date(2026, 11, 23), is_kort=True))
    assert "uitleg over het gesprek" not in tekst
    assert "‹de dag van het gesprek›" in tekst


def test_the_example_shows_an_unknown_field_as_unknown(concept, almelo):
    briefproef.briefhoofd(almelo)
    schrijf(concept, tekst="Beste {{ wie }}", onderwerp="{{ wat }}")
    tekst = lees(voorbeeld.maak(sjabloon=concept, regio=almelo, op=date(2026, 11, 23)))
    assert "‹onbekend veld wie›" in tekst
    assert "‹onbekend veld wat›" in tekst


@pytest.mark.parametrize("tekst", ["[clausule iets]", "{{ x", "[tabel gesprek.dag]", "Op {{ gesprek.rooster }}"])
def test_a_text_that_cannot_be_made_has_no_example(concept, almelo, tekst):
    briefproef.briefhoofd(almelo)
    schrijf(concept, tekst=tekst)
    with pytest.raises(Weigering):
        voorbeeld.maak(sjabloon=concept, regio=almelo, op=date(2026, 11, 23))


def test_an_example_needs_a_letterhead(concept, almelo):
    with pytest.raises(Weigering, match="geen briefhoofd voor de regio Almelo"):
        voorbeeld.maak(sjabloon=concept, regio=almelo, op=date(2026, 11, 23))
