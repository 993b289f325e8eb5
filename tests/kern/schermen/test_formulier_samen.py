"""The same form twice, and two people on one form."""

import json

import pytest
from django.test import Client as Browser

from cimot import actions as cimot
from cimot.models import Aanmelding, Melding
from kern.models import Client, Contactmoment, Dossier, Gebeurtenis, Ingediend
from kern.schermen.views.formulier import Formulierpagina
from tests.draden import tegelijk
from tests.factories import compleet_maken, melding, moment
from tests.kern.scherm import open_, tekst

pytestmark = pytest.mark.django_db
NIEUW = "/aanmelding/nieuw/"
GETYPT = {"melder": "familie", "onderwerp": "bw", "naam": "Jansen, Jan", "geboren": "03-03-1990", "omschrijving": "Belt."}


@pytest.fixture
def browser(settings):
    def open_browser(gebruiker):
        browser = Browser()
        browser.force_login(gebruiker, backend=settings.AUTHENTICATION_BACKENDS[1])
        return browser

    return open_browser


@pytest.fixture
def zaak(cast):
    return melding(cast)


def aanvullen(zaak):
    return f"/aanmelding/{zaak.pk}/melding_wijzigen/"


def opgeslagen():
    return Melding.objects.get()


# The same form twice.


@pytest.mark.eis("R-AAN-03")
def test_a_double_submit_makes_one_melding_and_leads_twice_to_it(cast, browser):
    client = browser(cast.bas)
    data = open_(client, NIEUW, **GETYPT)
    eerste, tweede = (client.post(NIEUW, data) for _ in range(2))
    assert (eerste.status_code, tweede.status_code) == (302, 302)
    assert eerste["Location"] == tweede["Location"] == Dossier.objects.get().get_absolute_url()
    assert Client.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("wat", ["melding", "contact"])
def test_a_double_submit_at_the_same_moment_too(cast, browser, wat):
    eerste, tweede = browser(cast.bas), browser(cast.bas)
    pad, getypt = NIEUW, GETYPT
    if wat == "contact":
        pad, getypt = f"/dossier/{melding(cast).pk}/contact/", {"tekst": "Belde terug."}
    data = open_(eerste, pad, **getypt)
    antwoorden = tegelijk(lambda: eerste.post(pad, data), lambda: tweede.post(pad, data))
    assert [a.status_code for a in antwoorden] == [302, 302]
    assert len({a["Location"] for a in antwoorden}) == 1
    assert Dossier.objects.count() == 1
    assert Contactmoment.objects.count() == (wat == "contact")


def test_a_form_that_was_refused_may_be_sent_again(cast, browser):
    client = browser(cast.bas)
    data = open_(client, NIEUW, **{**GETYPT, "geboren": "31-02-1990"})
    antwoord = client.post(NIEUW, data)
    assert antwoord.status_code == 422
    assert str(antwoord.context["eenmalig"]) == data["_eenmalig"]
    assert client.post(NIEUW, {**data, "geboren": "01-02-1990"}).status_code == 302
    assert Ingediend.objects.count() == Dossier.objects.count() == 1


@pytest.mark.parametrize("sleutel", ["", "x", "zonder"])
def test_without_a_key_a_form_still_works(cast, browser, sleutel):
    client = browser(cast.bas)
    data = open_(client, NIEUW, **GETYPT)
    data.pop("_eenmalig")
    assert client.post(NIEUW, data if sleutel == "zonder" else {**data, "_eenmalig": sleutel}).status_code == 302
    assert Dossier.objects.exists()


def test_a_key_that_somebody_else_used_is_no_key(cast, browser, zaak):
    pad = f"/dossier/{zaak.pk}/contact/"
    data = open_(browser(cast.bas), pad, tekst="Van Bas.")
    assert browser(cast.bas).post(pad, data).status_code == 302
    assert browser(cast.anke).post(pad, {**data, "tekst": "Van Anke."}).status_code == 302
    assert set(Contactmoment.objects.values_list("tekst", "door")) == {
        ("Van Bas.", cast.bas.pk),
        ("Van Anke.", cast.anke.pk),
    }


@pytest.mark.eis("R-AAN-03")
def test_who_resembles_a_known_client_is_a_question_before_anything_is_saved(cast, browser, zaak):
    client = browser(cast.bas)
    data = open_(client, NIEUW, **{**GETYPT, "naam": "Wit, Petra de", "geboren": "03-03-2007"})
    antwoord = client.post(NIEUW, data)
    assert antwoord.status_code == 422
    assert "Er zijn mensen die hierop lijken." in tekst(antwoord)
    assert "Belt." in tekst(antwoord)
    assert client.post(NIEUW, {**data, "is_niemand": "on"}).status_code == 302
    assert Client.objects.count() == 2


# The back button.


def test_a_page_of_a_step_that_was_done_leads_to_the_dossier(cast, browser):
    dossier = compleet_maken(melding(cast), cast, moment("2026-11-03"))
    client, pad = browser(cast.bas), f"/aanmelding/{dossier.pk}/bevestigen/"
    data = open_(client, pad)
    assert client.post(pad, data).status_code == 302
    terug = client.get(pad, follow=True)
    assert terug.redirect_chain == [(dossier.get_absolute_url(), 302)]
    assert "“Melding bevestigen” kan nu niet: de status is “Melding bevestigd”." in tekst(terug)
    opnieuw = client.post(pad, {**data, "_eenmalig": ""})
    assert opnieuw.status_code == 422
    assert "kan niet meer of nog niet" in tekst(opnieuw)
    assert Gebeurtenis.objects.filter(actie="bevestigen").count() == 1


# Two people.


def test_what_only_a_colleague_changed_is_taken_over(cast, browser, zaak):
    bas, anke = browser(cast.bas), browser(cast.anke)
    van_bas = open_(bas, aanvullen(zaak), melder_naam="Moeder")
    anke.post(aanvullen(zaak), open_(anke, aanvullen(zaak), omschrijving="Van Anke.", is_wlz_bekeken="on"))
    assert bas.post(aanvullen(zaak), van_bas).status_code == 302
    assert (opgeslagen().omschrijving, opgeslagen().melder_naam) == ("Van Anke.", "Moeder")
    assert opgeslagen().is_wlz_bekeken


@pytest.mark.parametrize(("keuze", "bewaard"), [("getypt", "Van Bas."), ("opgeslagen", "Van Anke.")])
def test_what_both_changed_is_shown_twice_and_chosen(cast, browser, zaak, keuze, bewaard):
    bas, anke = browser(cast.bas), browser(cast.anke)
    van_bas = open_(bas, aanvullen(zaak), omschrijving="Van Bas.", melder_naam="Moeder")
    anke.post(aanvullen(zaak), open_(anke, aanvullen(zaak), omschrijving="Van Anke."))
    vraag = bas.post(aanvullen(zaak), van_bas)
    assert vraag.status_code == 409
    assert "Van Bas." in tekst(vraag)
    assert "Van Anke." in tekst(vraag)
    [conflict] = vraag.context["conflicten"]
    assert (conflict["naam"], conflict["label"]) == ("omschrijving", "Wat is er aan de hand")
    assert 'name="_keuze_omschrijving"' in tekst(vraag)
    assert opgeslagen().omschrijving == "Van Anke."
    opnieuw = {**van_bas, "_eenmalig": str(vraag.context["eenmalig"]), "_basis": vraag.context["basis"]}
    assert bas.post(aanvullen(zaak), opnieuw).status_code == 409
    assert bas.post(aanvullen(zaak), {**opnieuw, "_keuze_omschrijving": keuze}).status_code == 302
    assert (opgeslagen().omschrijving, opgeslagen().melder_naam) == (bewaard, "Moeder")


def test_two_who_type_the_same_agree(cast, browser, zaak):
    bas, anke = browser(cast.bas), browser(cast.anke)
    van_bas = open_(bas, aanvullen(zaak), omschrijving="Zelfde\r\ntekst. ", onderwerp="mo")
    anke.post(aanvullen(zaak), open_(anke, aanvullen(zaak), omschrijving="Zelfde\ntekst.", onderwerp="mo"))
    assert bas.post(aanvullen(zaak), van_bas).status_code == 302


def test_a_choice_is_shown_in_the_words_of_the_screen(cast, browser, zaak):
    bas, anke = browser(cast.bas), browser(cast.anke)
    van_bas = open_(bas, aanvullen(zaak), onderwerp="mo")
    anke.post(aanvullen(zaak), open_(anke, aanvullen(zaak), onderwerp="onbekend"))
    [conflict] = bas.post(aanvullen(zaak), van_bas).context["conflicten"]
    assert (conflict["getypt"], conflict["opgeslagen"]) == ("Maatschappelijke opvang", "Weet ik nog niet")


def test_a_draft_that_is_older_than_a_colleagues_text_does_not_overwrite_it(cast, browser, zaak):
    bas, anke = browser(cast.bas), browser(cast.anke)
    bas.post("/concept/", open_(bas, aanvullen(zaak), omschrijving="Van Bas."))
    anke.post(aanvullen(zaak), open_(anke, aanvullen(zaak), omschrijving="Van Anke."))
    uit_concept = open_(bas, aanvullen(zaak))
    assert uit_concept["omschrijving"] == "Van Bas."
    assert bas.post(aanvullen(zaak), uit_concept).status_code == 409
    assert opgeslagen().omschrijving == "Van Anke."


def test_a_colleague_who_saves_in_between_is_not_overwritten(cast, browser, zaak, monkeypatch):
    """Between the comparison of the texts and the lock somebody else saves: the texts are compared again."""
    vergelijk, gedaan = Formulierpagina._samengevoegd, []

    def eerst_een_collega(self):
        uitkomst = vergelijk(self)
        if not gedaan:
            gedaan.append(1)
            cimot.melding_wijzigen(
                Aanmelding.objects.get(), door=cast.anke, op=moment("2026-11-03"), onderwerp="bw", omschrijving="Van Anke."
            )
        return uitkomst

    bas = browser(cast.bas)
    data = open_(bas, aanvullen(zaak), omschrijving="Van Bas.")
    monkeypatch.setattr(Formulierpagina, "_samengevoegd", eerst_een_collega)
    assert bas.post(aanvullen(zaak), data).status_code == 409
    assert opgeslagen().omschrijving == "Van Anke."


@pytest.mark.parametrize("basis", ["", "{", "null", "[1]", '{"omschrijving": {"a": 1}}', "[" * 5000])
def test_a_mangled_comparison_breaks_nothing(cast, browser, zaak, basis):
    bas = browser(cast.bas)
    data = open_(bas, aanvullen(zaak), omschrijving="Van Bas.", _basis=basis)
    assert bas.post(aanvullen(zaak), data).status_code in (302, 409)


@pytest.mark.django_db(transaction=True)
def test_two_who_save_different_fields_at_once_both_keep_theirs(cast, browser):
    zaak = melding(cast)
    bas, anke = browser(cast.bas), browser(cast.anke)
    van_bas = open_(bas, aanvullen(zaak), melder_naam="Moeder")
    van_anke = open_(anke, aanvullen(zaak), omschrijving="Van Anke.")
    assert json.loads(van_bas["_basis"]) == json.loads(van_anke["_basis"])
    antwoorden = tegelijk(lambda: bas.post(aanvullen(zaak), van_bas), lambda: anke.post(aanvullen(zaak), van_anke))
    assert [a.status_code for a in antwoorden] == [302, 302]
    assert (opgeslagen().omschrijving, opgeslagen().melder_naam) == ("Van Anke.", "Moeder")
