"""The pages for letters: a concept beside its fields, publishing with a reason, and no real care content."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from kern.models import Bouwsteen, Briefhoofd, Briefsjabloon, Regio
from kern.toegang.rollen import Rol
from tests.kern import briefproef
from tests.kern.briefproef import CODE, TEKST
from tests.kern.mensen import browser, maak

pytestmark = pytest.mark.django_db
OP = datetime(2026, 11, 23, 9, tzinfo=UTC)
LIJST = "admin:kern_briefsjabloon_changelist"


@pytest.fixture(autouse=True)
def soort(monkeypatch, tmp_path):
    return briefproef.registreer(monkeypatch, tmp_path)


@pytest.fixture
def eerste():
    return briefproef.eerste_versie(OP)


@pytest.fixture
def concept(eerste):
    return Briefsjabloon.objects.create(code=CODE, versie=2, onderwerp=eerste.onderwerp, tekst=TEKST)


def pad(wat, *rest):
    return reverse(f"admin:kern_briefsjabloon_{wat}", args=rest)


def velden(**anders):
    return {"onderwerp": "Uw gesprek", "tekst": TEKST, "reden": "", **anders}


def tekst_van(antwoord):
    assert antwoord.status_code == 200
    return antwoord.content.decode()


# The list.


def test_the_list_shows_the_newest_of_every_letter(beheer, eerste):
    assert "Geldt, gepubliceerd" in tekst_van(beheer.get(reverse(LIJST)))
    Briefsjabloon.objects.create(code=CODE, versie=2, onderwerp="a", tekst="b")
    nieuwste = tekst_van(beheer.get(reverse(LIJST)))
    assert "Concept" in nieuwste
    assert "Geldt, gepubliceerd" not in nieuwste
    alle = tekst_van(beheer.get(reverse(LIJST), {"welke": "alle"}))
    assert "Concept" in alle and "Geldt, gepubliceerd" in alle
    assert "Geldt, gepubliceerd" not in tekst_van(beheer.get(reverse(LIJST), {"welke": "concept"}))


def test_an_older_version_is_called_old(beheer, eerste):
    Briefsjabloon.objects.create(code=CODE, versie=2, onderwerp="a", tekst="b", gepubliceerd_op=OP)
    assert "Ouder, gepubliceerd" in tekst_van(beheer.get(pad("change", eerste.pk)))


def test_the_list_costs_the_same_for_one_letter_and_for_many(beheer, eerste, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    beheer.get(reverse(LIJST))
    with CaptureQueriesContext(connection) as eerst:
        beheer.get(reverse(LIJST))
    Briefsjabloon.objects.bulk_create(
        Briefsjabloon(code=f"BRF-{nummer}", versie=1, onderwerp="a", tekst="b", gepubliceerd_op=OP)
        for nummer in range(80, 90)
    )
    with django_assert_num_queries(len(eerst)):
        beheer.get(reverse(LIJST))


# A concept.


def test_a_new_version_is_one_button_and_opens_the_concept(beheer, eerste):
    assert "Nieuwe versie maken" in tekst_van(beheer.get(pad("change", eerste.pk)))
    antwoord = beheer.post(pad("nieuw", eerste.pk), follow=True)
    concept = Briefsjabloon.objects.get(versie=2)
    assert antwoord.redirect_chain == [(pad("change", concept.pk), 302)]
    oud = tekst_van(beheer.get(pad("change", eerste.pk)))
    assert "concept: versie 2" in oud
    assert "Nieuwe versie maken" not in oud
    assert "al een concept" in tekst_van(beheer.post(pad("nieuw", eerste.pk), follow=True))
    assert beheer.get(pad("nieuw", eerste.pk)).status_code == 405


def test_beside_the_text_stands_what_one_may_use(beheer, concept):
    tekst = tekst_van(beheer.get(pad("change", concept.pk)))
    for stuk in (
        "{{ gesprek.dag }}",
        "de dag van het gesprek",
        "[lijst gesprek.meenemen]",
        "[tabel gesprek.rooster]",
        "{{ client.naam }}",
        "[clausule bezwaar]",
        "Bezwaar maken",
        "[vrij persoonlijk]",
    ):
        assert stuk in tekst, stuk
    assert "Deze tekst kan worden gepubliceerd" in tekst


def test_saving_keeps_the_text_and_says_what_is_wrong(beheer, concept):
    slecht = TEKST.replace("gesprek.dag", "gesprek.dga").replace("[clausule ondersteuning]", "")
    tekst = tekst_van(beheer.post(pad("change", concept.pk), velden(tekst=slecht, _continue="ja"), follow=True))
    assert "Dit moet nog anders voordat u kunt publiceren" in tekst
    assert "het veld gesprek.dga bestaat niet. Bedoelt u gesprek.dag?" in tekst
    assert "De vaste tekst ondersteuning hoort in deze brief" in tekst
    concept.refresh_from_db()
    assert "gesprek.dga" in concept.tekst


def test_publishing_is_refused_with_every_sentence_and_saves_nothing(beheer, concept):
    slecht = velden(tekst=TEKST.replace("gesprek.dag", "gesprek.dga"), onderwerp="Over {{ niets }}", _publiceren="ja")
    tekst = tekst_van(beheer.post(pad("change", concept.pk), slecht))
    for zin in ("gesprek.dga bestaat niet", "Het veld niets bestaat niet", "Vul in wat er anders is"):
        assert zin in tekst
    assert "Over {{ niets }}" in tekst
    concept.refresh_from_db()
    assert concept.gepubliceerd_op is None
    assert concept.tekst == TEKST


def test_publishing_with_a_reason(beheer, frida, concept):
    antwoord = beheer.post(pad("change", concept.pk), velden(reden="nieuwe uitleg", _publiceren="ja"), follow=True)
    assert "krijgen vanaf nu deze tekst" in tekst_van(antwoord)
    concept.refresh_from_db()
    assert (concept.gepubliceerd_door, concept.reden, concept.onderwerp) == (frida, "nieuwe uitleg", "Uw gesprek")


def test_what_was_published_is_read_only(beheer, eerste):
    tekst = tekst_van(beheer.get(pad("change", eerste.pk)))
    assert "<textarea" not in tekst
    assert "Opslaan" not in tekst
    assert beheer.post(pad("change", eerste.pk), velden(tekst="Anders", _continue="ja")).status_code == 403
    eerste.refresh_from_db()
    assert eerste.tekst == TEKST


def test_published_while_the_form_was_open(beheer, concept, monkeypatch):
    from kern.beheer.admin.brieven import BriefsjabloonBeheer

    monkeypatch.setattr(BriefsjabloonBeheer, "has_change_permission", lambda *args: True)
    Briefsjabloon.objects.filter(pk=concept.pk).update(gepubliceerd_op=OP)
    assert beheer.post(pad("change", concept.pk), velden(tekst="Anders", _continue="ja")).status_code == 403


def test_nobody_adds_or_deletes_a_text_by_hand(beheer, concept):
    assert beheer.get(pad("add")).status_code == 403
    assert beheer.post(pad("delete", concept.pk), {"post": "yes"}).status_code == 403


def test_a_letter_that_cimot_no_longer_makes_stays_readable(beheer):
    oud = Briefsjabloon.objects.create(code="BRF-98", versie=1, onderwerp="a", tekst="b", gepubliceerd_op=OP)
    tekst = tekst_van(beheer.get(pad("change", oud.pk)))
    assert "Cimot maakt deze brief niet meer" in tekst
    assert "Nieuwe versie maken" not in tekst
    assert "niet meer" in tekst_van(beheer.post(pad("nieuw", oud.pk), follow=True))


def test_the_history_of_a_text(beheer, frida, concept):
    beheer.post(pad("change", concept.pk), velden(reden="eerst", _continue="ja"))
    tekst = tekst_van(beheer.get(pad("history", concept.pk)))
    assert "Frida" in tekst
    assert "wat is er anders: leeg → eerst" in tekst


# The example.


def test_the_example_is_a_pdf_of_invented_values(beheer, concept, almelo):
    briefproef.briefhoofd(almelo)
    assert f"{pad('voorbeeld', concept.pk, 'almelo')}?kort" in tekst_van(beheer.get(pad("change", concept.pk)))
    for vraag in ({}, {"kort": ""}):
        antwoord = beheer.get(pad("voorbeeld", concept.pk, "almelo"), vraag)
        assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
        assert antwoord.content.startswith(b"%PDF")
        assert antwoord["Content-Disposition"] == 'inline; filename="voorbeeld-BRF-99-2.pdf"'


def test_no_example_is_a_sentence(beheer, concept, almelo):
    antwoord = beheer.get(pad("voorbeeld", concept.pk, "almelo"), follow=True)
    assert "Er is nog geen voorbeeld. Er is geen briefhoofd voor de regio Almelo" in tekst_van(antwoord)
    assert beheer.get(pad("voorbeeld", concept.pk, "nergens")).status_code == 404
    assert beheer.get(pad("voorbeeld", 0, "almelo")).status_code == 404


@pytest.mark.parametrize("rol", [Rol.FRONTOFFICE, Rol.CASEMANAGER, Rol.TEAMLEIDER, Rol.PRIVACY_OFFICER])
def test_only_the_administrator(rol, concept, almelo):
    ander = browser(maak("ander", rol, regio=almelo))
    assert ander.get(pad("voorbeeld", concept.pk, "almelo")).status_code == 403
    assert ander.post(pad("nieuw", concept.pk)).status_code == 403


# Letterhead and paragraphs.


def test_a_letterhead_holds_from_a_day_on(beheer, almelo):
    briefproef.briefhoofd(almelo)
    nieuw = {
        "regio": almelo.pk,
        "geldig_vanaf": "01-01-2015",
        "organisatie": "Cimot",
        "afzender": "Cimot",
        "adres": "Plein 1, 7600 AA Almelo",
        "telefoon": "0546-111111",
        "email": "post@example.org",
        "bezwaar_adres": "Plein 1, 7600 AA Almelo",
    }
    toevoegen = reverse("admin:kern_briefhoofd_add")
    assert "heeft op deze dag al een briefhoofd" in tekst_van(beheer.post(toevoegen, nieuw))
    assert beheer.post(toevoegen, nieuw | {"geldig_vanaf": "01-01-2027"}).status_code == 302
    assert list(Briefhoofd.objects.values_list("geldig_vanaf", flat=True)) == [date(2027, 1, 1), date(2015, 1, 1)]


def test_a_paragraph_is_for_the_chosen_letters_or_for_all(beheer):
    toevoegen = reverse("admin:kern_bouwsteen_add")
    assert f"{CODE} proefbrief" in tekst_van(beheer.get(toevoegen))
    beheer.post(toevoegen, {"naam": "Een", "tekst": "Tekst", "is_actief": "on", "codes": [CODE]})
    beheer.post(toevoegen, {"naam": "Twee", "tekst": "Tekst", "is_actief": "on"})
    assert dict(Bouwsteen.objects.values_list("naam", "codes")) == {"Een": [CODE], "Twee": []}
    lijst = tekst_van(beheer.get(reverse("admin:kern_bouwsteen_changelist")))
    assert "alle brieven" in lijst and CODE in lijst
    een = Bouwsteen.objects.get(naam="Een")
    assert f'value="{CODE}"' in tekst_van(beheer.get(reverse("admin:kern_bouwsteen_change", args=[een.pk])))


@pytest.mark.parametrize("tekst", ["Beste {{ client.naam }}", "[clausule bezwaar]"])
def test_a_paragraph_is_plain_text(beheer, tekst):
    antwoord = beheer.post(reverse("admin:kern_bouwsteen_add"), {"naam": "Een", "tekst": tekst, "is_actief": "on"})
    assert "geen velden of opdrachten" in tekst_van(antwoord)
    assert not Bouwsteen.objects.exists()


def test_the_region_of_the_example_is_a_choice(beheer, concept, almelo):
    enschede = Regio.objects.get_or_create(code="enschede", defaults={"naam": "Enschede"})[0]
    tekst = tekst_van(beheer.get(pad("change", concept.pk)))
    assert pad("voorbeeld", concept.pk, enschede.code) in tekst and pad("voorbeeld", concept.pk, "almelo") in tekst
