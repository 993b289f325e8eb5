"""More of what a curious colleague tries: each of these was possible once."""

import logging
import sys

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kern.beheer.logregels import ZonderRij
from kern.models import Client, Concept, Inzage
from kern.personen import clienten
from kern.personen.views.client import ClientWijzigen
from kern.toegang import concepten
from tests.factories import melding, naar


@pytest.fixture
def geheim(cast):
    """A client of Anke whose place is secret."""
    dossier = naar(melding(cast), "onderzoek", cast)
    return clienten.wijzigen(dossier.client, door=cast.anke, is_geheim=True)


@pytest.mark.eis("L-73")
def test_a_colleague_neither_reads_nor_opens_a_secret_place(cast, inloggen, geheim):
    pad = reverse("client_wijzigen", args=[geheim.pk])
    browser = inloggen(cast.karim)
    assert "woongemeente" not in browser.get(pad).content.decode()
    browser.post(pad, {"achternaam": "Wit", "bsn_reden": "niet_vastgesteld"})
    geheim.refresh_from_db()
    assert geheim.is_geheim and geheim.woongemeente.naam == "Wierden"
    assert "woongemeente" in inloggen(cast.anke).get(pad).content.decode()


@pytest.mark.eis("L-74")
def test_a_refusal_says_what_was_asked_for(cast, inloggen):
    vreemd = melding(cast, regio=cast.enschede, door=cast.gebruiker("eva", "frontoffice", regio=cast.enschede))
    browser = inloggen(cast.anke)
    browser.get(reverse("client_detail", args=[vreemd.client_id]))
    browser.get(reverse("aanmelding_detail", args=[vreemd.pk]))
    browser.get(reverse("inzage_lijst"))
    rijen = list(Inzage.objects.filter(soort="weigering").order_by("id").values_list("client_ids", "dossier_id", "status"))
    assert rijen == [([vreemd.client_id], None, 404), ([], vreemd.pk, 404), ([], None, 403)]


def test_a_mark_of_one_form_stores_nothing_under_another(cast, client):
    merk = concepten.markering(cast.anke, "/vraag/nieuw/")
    client.post("/aanmelding/nieuw/", {"omschrijving": "overschreven", "_van": merk})
    assert not Concept.objects.exists()
    client.post("/vraag/nieuw/", {"tekst": "bewaard", "_van": merk})
    assert Concept.objects.get().gebruiker == cast.anke


@pytest.mark.eis("L-72")
def test_the_log_does_not_repeat_a_refused_row(cast):
    geweigerd = Client(achternaam="Kanarie", geboren="gisteren")
    try:
        with transaction.atomic():
            geweigerd.save()
    except IntegrityError:
        regel = ZonderRij().formatException(sys.exc_info())
    assert "client_geboren_vorm" in regel and "Failing row" not in regel
    assert "Kanarie" not in regel
    assert logging.getLogger().handlers


def test_a_colleague_who_saves_a_moment_earlier_is_not_overwritten(cast, inloggen, geheim, monkeypatch):
    """Between the comparison of the texts and the lock: the form compares again and shows both."""
    browser = inloggen(cast.anke)
    pad = reverse("client_wijzigen", args=[geheim.pk])
    form = browser.get(pad).context
    velden = {n: w for n, w in form["form"].initial.items() if w not in (None, False)}
    velden |= {"achternaam": "Witte", "_basis": form["basis"], "_eenmalig": form["eenmalig"]}

    def tussendoor(self, form):
        Client.objects.filter(pk=geheim.pk, achternaam="Wit").update(achternaam="Wiet")
        return ""

    monkeypatch.setattr(ClientWijzigen, "vooraf", tussendoor)
    antwoord = browser.post(pad, velden)
    assert antwoord.status_code == 409
    assert "Wiet" in antwoord.content.decode() and "Witte" in antwoord.content.decode()
    geheim.refresh_from_db()
    assert geheim.achternaam == "Wiet"


@pytest.mark.django_db
def test_an_unreadable_request_gets_a_dutch_page(client):
    antwoord = client.get("/inloggen/", headers={"host": "elders.example"})
    assert antwoord.status_code == 400
    assert "Er is niets opgeslagen" in antwoord.content.decode()
