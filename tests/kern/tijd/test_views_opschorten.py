"""Letting a deadline stand still on the screen: who may, on which ground, and what it does to the date (L-59)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cimot import actions
from cimot.processen.aanmelding import Status
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L-59")]


@pytest.fixture
def taak(cast):
    begin = timezone.now() - timedelta(days=16)
    aanmelding = factories.naar(factories.melding(cast, ontvangen=begin), Status.AANVRAAG_COMPLEET, cast)
    return aanmelding.taken.get(code="besluit")


def _gegevens(**anders):
    return {
        "grond": "Awb 4:15 lid 2 a",
        "vanaf": timezone.localdate().isoformat(),
        "reden": "Cliënt ging op vakantie.",
        **anders,
    }


def _url(taak, naam="termijn_opschorten"):
    return reverse(naam, args=[taak.pk])


def test_an_open_end_takes_the_date_away_and_going_on_moves_it(client, cast, taak):
    client.force_login(cast.anke)
    oud = taak.vervalt_op
    assert "Laten stilstaan" in client.get(taak.dossier.concreet().get_absolute_url()).content.decode()
    assert client.post(_url(taak), _gegevens()).status_code == 302
    taak.refresh_from_db()
    assert taak.vervalt_op is None
    tekst = client.get(taak.dossier.concreet().get_absolute_url()).content.decode()
    assert "staat stil" in tekst and "Weer laten lopen" in tekst
    morgen = timezone.localdate() + timedelta(days=1)
    assert client.post(_url(taak, "termijn_hervatten"), {"klaar_op": morgen.isoformat()}).status_code == 422
    assert client.post(_url(taak, "termijn_hervatten"), {"klaar_op": timezone.localdate().isoformat()}).status_code == 302
    taak.refresh_from_db()
    assert taak.vervalt_op == oud and taak.opgeschorte_dagen == 0


def test_a_known_end_keeps_a_date_that_says_why(client, cast, taak):
    client.force_login(cast.anke)
    vandaag = timezone.localdate()
    tot = vandaag + timedelta(days=9)
    assert client.post(_url(taak), _gegevens(tot=tot.isoformat())).status_code == 302
    taak.refresh_from_db()
    assert taak.opgeschorte_dagen == 10
    assert taak.nominaal_op == taak.begin_op + timedelta(days=14 + 10)
    tekst = client.get(taak.dossier.concreet().get_absolute_url()).content.decode()
    assert "cliënt stemt schriftelijk in met uitstel (Awb 4:15 lid 2 a)" in tekst


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        ({"grond": ""}, "Vul dit in."),
        ({"grond": "Awb 4:15 lid 1 a"}, "Selecteer een geldige keuze"),
        ({"reden": ""}, "Vul in waarom u dit doet."),
        ({"tot": "2000-01-01"}, "De laatste dag ligt vóór de eerste dag."),
        ({"tot": "2062-12-01"}, "Dit is langer dan een jaar. Kijk het jaartal na."),
        ({"vanaf": "overmorgen ofzo"}, "datum"),
    ],
)
def test_bad_input_is_named_and_stays(client, cast, taak, fout, zin):
    client.force_login(cast.anke)
    antwoord = client.post(_url(taak), _gegevens(**fout))
    assert antwoord.status_code == 422 and zin in antwoord.content.decode()
    assert not taak.opschortingen.exists()


def test_only_the_casemanager_of_the_case_and_the_teamleider(client, cast, taak):
    for gebruiker, status in ((cast.karim, 403), (cast.bas, 403), (cast.els, 404), (cast.tineke, 200)):
        client.force_login(gebruiker)
        assert client.get(_url(taak)).status_code == status


def test_what_the_law_never_suspends_has_no_page(client, cast):
    aanmelding = factories.naar(factories.melding(cast), Status.ONDERZOEK, cast)
    client.force_login(cast.anke)
    assert client.get(_url(aanmelding.taken.get(code="onderzoek"))).status_code == 404


@pytest.mark.eis("L-12")
def test_the_worklist_says_that_it_stands_still(client, cast, taak):
    client.force_login(cast.anke)
    client.post(_url(taak), _gegevens())
    actions.besluit_opstellen(taak.dossier.concreet(), door=cast.anke, op=timezone.now())
    assert "staat stil" in client.get("/").content.decode()
