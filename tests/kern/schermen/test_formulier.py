"""Nothing typed is lost: drafts, ended sessions, old tokens, and wrong values that come back with what was typed."""

import re

import pytest
from django.test import Client as Browser
from django.utils import timezone

from kern.models import Concept, Contactmoment, Dossier
from kern.toegang import concepten
from tests.factories import melding
from tests.kern.scherm import open_, tekst

pytestmark = pytest.mark.django_db
NIEUW = "/aanmelding/nieuw/"
KANARIE = "Kanarie zit op een hek."


@pytest.fixture
def zaak(cast):
    return melding(cast)


def contact(zaak):
    return f"/dossier/{zaak.pk}/contact/"


# Drafts.


def test_with_script_a_draft_is_saved_while_typing_and_is_there_again(cast, inloggen, zaak):
    client = inloggen(cast.anke)
    antwoord = client.post("/concept/", open_(client, contact(zaak), tekst=KANARIE), HTTP_ACCEPT="application/json")
    assert antwoord.json() == {"bewaard": f"{timezone.localtime():%H:%M}"}
    pagina = client.get(contact(zaak))
    assert KANARIE in tekst(pagina)
    assert "Dit is uw concept van" in tekst(pagina)
    assert not Contactmoment.objects.exists()
    client.post("/concept/", open_(client, contact(zaak), tekst="Later."), HTTP_ACCEPT="application/json")
    assert Concept.objects.get().velden["tekst"] == ["Later."]


def test_without_script_the_button_saves_and_returns_to_the_form(cast, inloggen, zaak):
    client = inloggen(cast.anke)
    antwoord = client.post("/concept/", open_(client, contact(zaak), tekst=KANARIE), follow=True)
    assert antwoord.redirect_chain == [(contact(zaak), 302)]
    assert "Uw concept is bewaard." in tekst(antwoord)
    assert KANARIE in tekst(antwoord)


def test_a_draft_can_be_thrown_away_and_goes_when_the_form_is_saved(cast, inloggen, zaak):
    client = inloggen(cast.anke)
    for einde in ("weg", "opgeslagen"):
        data = open_(client, contact(zaak), tekst=KANARIE)
        client.post("/concept/", data)
        assert Concept.objects.exists()
        if einde == "weg":
            client.post("/concept/", {"_weg": "1", "_pad": contact(zaak)})
        else:
            assert client.post(contact(zaak), data).status_code == 302
        assert not Concept.objects.exists()
        assert KANARIE not in tekst(client.get(contact(zaak)))
    assert Contactmoment.objects.get().tekst == KANARIE


def test_a_draft_is_seen_by_nobody_else(cast, inloggen, zaak):
    client = inloggen(cast.anke)
    client.post("/concept/", open_(client, contact(zaak), tekst=KANARIE))
    for ander in (cast.karim, cast.tineke, cast.bas):
        assert KANARIE not in tekst(inloggen(ander).get(contact(zaak)))


def test_empty_and_endless_drafts_are_not_kept_and_say_so(cast, inloggen):
    client = inloggen(cast.bas)
    for getypt in ({}, {"tekst": ""}, {"tekst": "x" * (concepten.MAX_TEKENS + 1)}):
        antwoord = client.post("/concept/", {"_pad": NIEUW, **getypt}, HTTP_ACCEPT="application/json")
        assert antwoord.json() == {"fout": "Dit concept is leeg of te lang om te bewaren."}
    assert "Er viel niets te bewaren." in tekst(client.post("/concept/", {"_pad": NIEUW}, follow=True))
    assert not Concept.objects.exists()


def test_a_draft_never_holds_a_bsn_a_token_or_a_password(cast, inloggen, zaak):
    client = inloggen(cast.bas)
    pad = f"/client/{zaak.client_id}/wijzigen/"
    client.post("/concept/", open_(client, pad, bsn="999990019", password="geheim", csrfmiddlewaretoken="x", taal="Fries"))
    inhoud = Concept.objects.get().velden
    assert inhoud["taal"] == ["Fries"]
    assert not {"bsn", "password", "csrfmiddlewaretoken", "_van", "_eenmalig"} & set(inhoud)


def test_a_sign_that_the_database_cannot_keep_costs_nothing_else(cast, inloggen, zaak):
    client = inloggen(cast.anke)
    client.post("/concept/", open_(client, contact(zaak), tekst=f"{KANARIE}\x00 😀", met="\x00"))
    assert Concept.objects.get().velden["tekst"] == [f"{KANARIE} 😀"]
    assert client.post("/concept/", {"_pad": "/\x00", "x\x00": "y"}).status_code == 302


@pytest.mark.parametrize("pad", ["https://elders.example/", "//elders.example/", "javascript:alert(1)", "", "geen-pad"])
def test_a_draft_leads_to_no_other_site(cast, inloggen, pad):
    antwoord = inloggen(cast.bas).post("/concept/", {"_pad": pad, "tekst": "x"})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/")


# The session ended, or the token is old.


@pytest.mark.parametrize("naar", ["form", "draft"])
def test_after_an_ended_session_the_text_waits_for_the_same_person(cast, inloggen, zaak, naar):
    client = inloggen(cast.anke)
    data = open_(client, contact(zaak), tekst=KANARIE)
    client.logout()
    antwoord = client.post(contact(zaak) if naar == "form" else "/concept/", data)
    assert antwoord["Location"].startswith("/inloggen/?next=")
    assert not Contactmoment.objects.exists()
    assert KANARIE not in tekst(inloggen(cast.karim).get(contact(zaak)))
    assert KANARIE in tekst(inloggen(cast.anke).get(contact(zaak)))


def test_without_a_genuine_mark_of_its_reader_nothing_is_kept(cast, inloggen, zaak, client):
    vals = concepten.markering(cast.anke, contact(zaak))[:-1] + "x"
    for van in ("", vals, str(cast.anke.pk)):
        client.post(contact(zaak), {"tekst": KANARIE, "_van": van})
    assert not Concept.objects.exists()


def test_an_old_token_keeps_the_text_and_says_how_to_go_on(cast, zaak, settings):
    client = Browser(enforce_csrf_checks=True)
    client.force_login(cast.anke, backend=settings.AUTHENTICATION_BACKENDS[1])
    data = open_(client, contact(zaak), tekst=KANARIE)
    antwoord = client.post(contact(zaak), {**data, "csrfmiddlewaretoken": "a" * 64})
    assert antwoord.status_code == 403
    assert contact(zaak) in tekst(antwoord)
    assert antwoord["X-Referentie"]
    assert not Contactmoment.objects.exists()
    pagina = client.get(contact(zaak))
    assert KANARIE in tekst(pagina)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', tekst(pagina))[1]
    assert client.post(contact(zaak), {**data, "csrfmiddlewaretoken": token}).status_code == 302
    assert Contactmoment.objects.get().tekst == KANARIE


# Wrong values.


FOUT = {
    "31 February": ({"op": "31-02-2026 10:00"}, "op", "31-02-2026 bestaat niet."),
    "year 26": ({"op": "02-11-0026 10:00"}, "op", "Het jaar 26 klopt niet."),
    "the future": ({"op": "01-01-2100 10:00"}, "op", "Dit moment ligt in de toekomst."),
    "no time": ({"op": "02-11-2026"}, "op", "Vul ook de tijd in"),
    "no date": ({"op": "gisteren om tien uur"}, "op", "Dit is geen datum."),
    "no moment": ({"op": ""}, "op", "Vul een datum en een tijd in."),
    "too long a name": ({"met": "x" * 121}, "met", "120"),
    "no such choice": ({"kanaal": "rooksignaal"}, "kanaal", "rooksignaal"),
    "a NUL": ({"met": "Pe\x00tra"}, "met", "Null-tekens"),
    "no text": ({"met": " "}, "met", "Vul dit in."),
}


@pytest.mark.parametrize(("getypt", "veld", "zin"), FOUT.values(), ids=FOUT)
def test_a_wrong_value_comes_back_with_its_sentence_and_everything_typed(cast, inloggen, zaak, getypt, veld, zin):
    client = inloggen(cast.anke)
    antwoord = client.post(contact(zaak), open_(client, contact(zaak), **{"tekst": KANARIE, **getypt}))
    assert antwoord.status_code == 422
    assert list(antwoord.context["form"].errors) == [veld]
    assert zin in " ".join(antwoord.context["form"].errors[veld])
    assert KANARIE in tekst(antwoord)
    assert antwoord.context["form"][veld].value() == getypt[veld]
    assert not Contactmoment.objects.exists()


def test_an_endless_text_comes_back_whole(cast, inloggen, zaak):
    client = inloggen(cast.anke)
    lang = "é" * 20_001
    antwoord = client.post(contact(zaak), open_(client, contact(zaak), tekst=lang))
    assert antwoord.status_code == 422
    assert "20000" in " ".join(antwoord.context["form"].errors["tekst"])
    assert lang in tekst(antwoord)


@pytest.mark.parametrize("getypt", ["😀👩‍👩‍👧‍👦", '<b>vet</b> & "aanhaling"', "עברית", "regel\r\nregel", "a" * 20_000])
def test_any_other_text_is_kept_as_typed(cast, inloggen, zaak, getypt):
    client = inloggen(cast.anke)
    antwoord = client.post(contact(zaak), open_(client, contact(zaak), tekst=getypt), follow=True)
    assert antwoord.status_code == 200
    assert Contactmoment.objects.get().tekst == getypt
    assert "<b>vet</b>" not in tekst(antwoord)


@pytest.mark.parametrize("waarde", ["9" * 30, "x", "\x00", "-1", "1.5"])
@pytest.mark.parametrize("veld", ["gemeente", "client"])
def test_a_choice_that_is_none_is_refused_with_a_sentence(cast, inloggen, veld, waarde):
    client = inloggen(cast.bas)
    data = open_(client, NIEUW, melder="zelf", onderwerp="bw", omschrijving=KANARIE, **{veld: waarde})
    antwoord = client.post(NIEUW, data)
    assert (antwoord.status_code, list(antwoord.context["form"].errors)) == (422, [veld])
    assert KANARIE in tekst(antwoord)
    assert not Dossier.objects.exists()


@pytest.mark.parametrize("geboren", ["31-02-2000", "01-01-0026", "01-01-2100", "1899", "13-2000", "²"])
def test_a_birth_date_that_cannot_be_is_refused(cast, inloggen, geboren):
    client = inloggen(cast.bas)
    antwoord = client.post(NIEUW, open_(client, NIEUW, melder="zelf", onderwerp="bw", naam="Wit, P", geboren=geboren))
    assert (antwoord.status_code, list(antwoord.context["form"].errors)) == (422, ["geboren"])
    assert not Dossier.objects.exists()
