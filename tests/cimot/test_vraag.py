"""Half of all calls are questions; one button makes a melding of it that keeps the text and asks which day counts."""

import pytest

from cimot import actions
from cimot.models import Vraag
from kern.models import Concept, Dossier
from tests.factories import melding, moment
from tests.kern.scherm import open_, tekst

pytestmark = pytest.mark.django_db
TEKST = "Waar kan mijn zoon slapen?"


@pytest.fixture
def vraag(cast):
    return maak(cast)


def maak(cast, regio=None, tekst_=TEKST):
    op = moment("2026-11-02 09:15")
    return actions.vraag_vastleggen(
        door=cast.bas, op=op, regio=regio or cast.almelo, kanaal="balie", melder="familie", tekst=tekst_
    )


def pad(vraag):
    return f"/aanmelding/nieuw/?vraag={vraag.pk}"


@pytest.mark.eis("R-AAN-01")
def test_three_fields_make_a_question_that_starts_no_term(cast, inloggen):
    client = inloggen(cast.bas)
    antwoord = client.post("/vraag/nieuw/", open_(client, "/vraag/nieuw/", melder="zelf", tekst=TEKST), follow=True)
    assert TEKST in tekst(antwoord)
    vraag = Vraag.objects.get()
    assert (vraag.regio, vraag.door, vraag.kanaal, vraag.aanmelding) == (cast.almelo, cast.bas, "telefoon", None)
    assert not Dossier.objects.exists()


def test_the_melding_keeps_the_text_and_asks_which_day_counts(cast, inloggen, vraag):
    client = inloggen(cast.bas)
    data = open_(client, pad(vraag))
    assert (data["omschrijving"], data["kanaal"], data["melder"]) == (TEKST, "balie", "familie")
    assert data["ontvangen_op"] == "02-11-2026 09:15"
    antwoord = client.post(pad(vraag), {**data, "onderwerp": "mo", "ontvangen_op": "05-11-2026 10:00"})
    dossier = Dossier.objects.get().concreet()
    assert antwoord["Location"] == dossier.get_absolute_url()
    vraag.refresh_from_db()
    assert (vraag.aanmelding, dossier.melding.omschrijving) == (dossier, TEKST)
    assert dossier.gemeld_op == moment("2026-11-05").date()
    tweede = client.post(pad(vraag), {**data, "onderwerp": "mo", "_eenmalig": ""})
    assert tweede.status_code == 422
    assert "Deze vraag is al een melding geworden." in tekst(tweede)
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize("elders", ["x", "²", "-1", "9" * 30, "0"])
def test_a_question_that_is_none_or_of_another_region_is_not_found(cast, inloggen, elders):
    client = inloggen(cast.bas)
    assert client.get("/aanmelding/nieuw/", {"vraag": elders}).status_code == 404
    assert client.get(pad(maak(cast, cast.enschede))).status_code == 404


def test_drafts_of_two_questions_and_of_a_new_melding_do_not_mix(cast, inloggen, vraag):
    """Else the text of one person would stand under the name of another."""
    client = inloggen(cast.bas)
    ander = maak(cast, tekst_="Een andere vraag.")
    for adres, naam in (("/aanmelding/nieuw/", "Eerste, E"), (pad(vraag), "Tweede, T")):
        data = open_(client, adres, naam=naam)
        assert client.post("/concept/", data)["Location"] == adres
    assert open_(client, pad(ander))["omschrijving"] == "Een andere vraag."
    assert "naam" not in open_(client, pad(ander))
    assert open_(client, "/aanmelding/nieuw/")["naam"] == "Eerste, E"
    data = open_(client, pad(vraag))
    assert (data["naam"], data["omschrijving"]) == ("Tweede, T", TEKST)
    assert client.post(pad(vraag), {**data, "onderwerp": "mo"}).status_code == 302
    assert [c.sleutel for c in Concept.objects.all()] == ["/aanmelding/nieuw/"]


def test_after_an_ended_session_the_melding_of_a_question_waits_too(cast, inloggen, vraag):
    client = inloggen(cast.bas)
    data = open_(client, pad(vraag), naam="Tweede, T")
    client.logout()
    assert client.post(pad(vraag), data).status_code == 302
    assert open_(inloggen(cast.bas), pad(vraag))["naam"] == "Tweede, T"


def test_only_a_question_after_all_takes_over_what_was_typed(cast, inloggen):
    client = inloggen(cast.bas)
    data = open_(client, "/aanmelding/nieuw/", melder="zorg", kanaal="email", omschrijving=TEKST)
    antwoord = client.post("/vraag/nieuw/", {**data, "_uit_melding": "1"})
    assert antwoord.status_code == 200
    form = antwoord.context["form"]
    assert (form["tekst"].value(), form["melder"].value(), form["kanaal"].value()) == (TEKST, "zorg", "email")
    assert not Vraag.objects.exists()


def test_the_list_counts_questions_and_what_became_of_them(cast, inloggen, vraag):
    maak(cast, cast.enschede, "Uit Enschede.")
    maak(cast, tekst_="Nog een.")
    melding(cast, vraag=vraag)
    antwoord = inloggen(cast.bas).get("/vraag/")
    assert (antwoord.context["totaal"], antwoord.context["geworden"]) == ("2", "1")
    assert "Uit Enschede." not in tekst(antwoord)
