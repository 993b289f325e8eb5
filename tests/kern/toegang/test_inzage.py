"""Who saw whom: one row per response that shows somebody, refusals too, and nothing is shown when it cannot be written."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from cimot.processen.aanmelding import Status
from kern.models import Afwezigheid, Inzage
from kern.toegang import inzage
from tests.factories import WACHTWOORD, compleet_maken, melding, moment, naar

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L-74")]


@pytest.fixture
def zaak(cast):
    return naar(melding(cast), Status.ONDERZOEK, cast)


def een(antwoord=None):
    """The one row that was written, for this response."""
    rij = Inzage.objects.get()
    if antwoord is not None:
        assert (rij.status, rij.referentie) == (antwoord.status_code, antwoord["X-Referentie"])
    return rij


def test_a_dossier_is_one_row_with_the_classes_that_were_read(cast, inloggen, zaak):
    antwoord = inloggen(cast.anke).get(f"/aanmelding/{zaak.pk}/")
    rij = een(antwoord)
    assert (rij.soort, rij.wereld, rij.pagina, rij.dossier_id) == ("detail", "zorg", "aanmelding_detail", zaak.pk)
    assert (rij.gebruiker_id, rij.rol, rij.client_ids, rij.namens_ids) == (cast.anke.pk, "casemanager", [zaak.client_id], [])
    assert rij.klassen == ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"]
    assert timezone.now() - rij.op < timedelta(minutes=1)


def test_a_colleague_reads_the_card_and_the_row_says_so(cast, inloggen, zaak):
    inloggen(cast.karim).get(f"/aanmelding/{zaak.pk}/")
    assert een().klassen == ["D1", "D3"]


def test_who_replaces_somebody_is_logged_with_his_name(cast, inloggen, zaak):
    vandaag = timezone.localdate()
    periode = DateRange(vandaag, vandaag + timedelta(days=1), "[)")
    Afwezigheid.objects.create(gebruiker=cast.anke, waarnemer=cast.karim, periode=periode)
    inloggen(cast.karim).get(f"/aanmelding/{zaak.pk}/")
    rij = een()
    assert (rij.gebruiker_id, rij.namens_ids) == (cast.karim.pk, [cast.anke.pk])
    assert "D4" in rij.klassen


PAGINAS = {
    "/aanmelding/": ("lijst", "aanmelding_lijst"),
    "/client/": ("lijst", "client_lijst"),
    "/?tab=te_doen&kring=team": ("lijst", "werkvoorraad"),
    "/mijn-zaken/": ("lijst", "mijn_zaken"),
    "/zoeken/?q=wit": ("zoeken", "zoeken"),
    "/client/lijkt-op/?naam=Wit, Petra&geboren=03-03-2007": ("zoeken", "client_lijkt_op"),
    "/client/{client}/": ("detail", "client_detail"),
    "/client/{client}/wijzigen/": ("detail", "client_wijzigen"),
    "/client/{client}/adres/": ("detail", "client_adres"),
    "/aanmelding/{pk}/?tab=tijdlijn": ("detail", "aanmelding_detail"),
    "/aanmelding/{pk}/onderzoek_invullen/": ("detail", "aanmelding_onderzoek_invullen"),
    "/dossier/{pk}/contact/": ("detail", "contact_vastleggen"),
    "/dossier/{pk}/wacht/": ("detail", "wacht_zetten"),
    "/dossier/{pk}/terugdraaien/": ("detail", "dossier_corrigeren"),
}


@pytest.mark.parametrize("pad", PAGINAS)
def test_every_page_that_shows_somebody_writes_one_row(cast, inloggen, zaak, pad):
    antwoord = inloggen(cast.anke).get(pad.format(pk=zaak.pk, client=zaak.client_id))
    assert antwoord.status_code == 200
    assert "Petra" in antwoord.content.decode()
    rij = een(antwoord)
    assert (rij.soort, rij.pagina, rij.client_ids) == (*PAGINAS[pad], [zaak.client_id])


def test_a_form_that_comes_back_shows_somebody_too(cast, inloggen, zaak):
    antwoord = inloggen(cast.anke).post(f"/aanmelding/{zaak.pk}/vertraging_noteren/", {"reden": ""})
    assert antwoord.status_code == 422
    assert een(antwoord).client_ids == [zaak.client_id]


def test_a_list_names_exactly_who_stood_on_it(cast, inloggen, zaak):
    ander = melding(cast, naam="Ander, A")
    melding(cast, naam="Elders, E", regio=cast.enschede)
    melding(cast, naam="", omschrijving="Zonder naam.")
    inloggen(cast.tineke).get("/aanmelding/")
    rij = een()
    assert rij.client_ids == sorted([zaak.client_id, ander.client_id])
    assert (rij.dossier_id, rij.klassen, rij.aantal) == (None, ["D1", "D3"], 2)


def test_an_export_logs_how_many_rows_left(cast, inloggen, zaak):
    for n in range(26):
        melding(cast, naam=f"N, {n}")
    antwoord = inloggen(cast.tineke).get("/aanmelding/?export=csv")
    rij = een(antwoord)
    assert (rij.soort, rij.aantal, len(rij.client_ids)) == ("export", 27, 27)
    assert antwoord.content.decode().count("\r\n") == 28


@pytest.mark.parametrize("pad", ["/inloggen/", "/wachtwoord/vergeten/", "/gezondheid/levend/"])
def test_a_public_page_writes_nothing(db, client, pad):
    client.get(pad)
    client.post("/inloggen/", {"username": "anke", "password": WACHTWOORD})
    assert not Inzage.objects.exists()


@pytest.mark.parametrize(
    "pad", ["/termijnen/berekenen/", "/voorkeuren/", "/aanmelding/nieuw/", "/inloggen/", "/rol/", "/bestaat-niet/"]
)
def test_a_page_about_nobody_names_nobody(cast, inloggen, zaak, pad):
    inloggen(cast.anke).get(pad)
    assert not Inzage.objects.exclude(client_ids=[]).exists()
    assert not Inzage.objects.exclude(soort="zoeken").exists()


def test_a_redirect_after_an_action_shows_nobody(cast, inloggen, zaak):
    antwoord = inloggen(cast.anke).post(f"/aanmelding/{zaak.pk}/vertraging_noteren/", {"reden": "Client is ziek."})
    assert antwoord.status_code == 302
    assert not Inzage.objects.exists()


# Refusals.


def test_what_is_out_of_view_is_a_refusal_that_says_what_was_asked_for(cast, inloggen, zaak):
    client = inloggen(cast.els)
    for pad in ("/aanmelding/{pk}/", "/client/{client}/", "/dossier/{pk}/contact/", "/aanmelding/{pk}/toewijzen/"):
        antwoord = client.get(pad.format(pk=zaak.pk, client=zaak.client_id))
        assert antwoord.status_code == 404
        assert "Petra" not in antwoord.content.decode()
    rijen = list(Inzage.objects.order_by("id").values_list("soort", "status", "client_ids", "dossier_id"))
    dossier = ("weigering", 404, [], zaak.pk)
    assert rijen == [dossier, ("weigering", 404, [zaak.client_id], None), dossier, dossier]


def test_what_a_role_may_not_do_is_a_refusal_too(cast, inloggen, zaak):
    antwoord = inloggen(cast.karim).get(f"/aanmelding/{zaak.pk}/onderzoek_invullen/")
    assert antwoord.status_code == 403
    rij = een(antwoord)
    assert (rij.soort, rij.pagina, rij.client_ids) == ("weigering", "aanmelding_onderzoek_invullen", [])


# Nothing is shown when it cannot be written.


@pytest.mark.parametrize("pad", ["/aanmelding/{pk}/", "/aanmelding/", "/zoeken/?q=wit", "/aanmelding/?export=csv"])
def test_without_the_row_nothing_is_shown(cast, inloggen, zaak, monkeypatch, pad):
    def vol(**waarden):
        raise DatabaseError("no space left")

    monkeypatch.setattr(inzage.Inzage.objects, "create", vol)
    client = inloggen(cast.anke)
    client.raise_request_exception = False
    antwoord = client.get(pad.format(pk=zaak.pk))
    assert antwoord.status_code == 500
    tekst = antwoord.content.decode()
    assert "Petra" not in tekst
    assert "no space" not in tekst
    assert antwoord["X-Referentie"] in tekst


def test_the_row_stays_when_the_action_is_taken_back(cast, inloggen):
    """A refused action shows the form again: what was shown is logged although the action left no trace."""
    dossier = compleet_maken(melding(cast), cast, moment("2026-11-03"))
    antwoord = inloggen(cast.bas).post(f"/aanmelding/{dossier.pk}/bevestigen/", {"via": "brief", "op": "01-11-2026"})
    assert antwoord.status_code == 422
    assert een(antwoord).client_ids == [dossier.client_id]
