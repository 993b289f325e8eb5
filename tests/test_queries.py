"""Every GET page asks the database the same number of questions at 10 and at 10,000 dossiers."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cimot.models import Vraag
from cimot.processen.aanmelding import Status
from kern.models import Inzage
from sturing.demo import massa
from tests import factories
from tests.rechtenwereld import ELDERS, MATRIX

ROLLEN = (
    "casemanager",
    "frontoffice",
    "teamleider",
    "contractmanager",
    "regiogemeente",
    "privacy_officer",
    "functioneel_beheerder",
)
EXTRA = (
    "{werkvoorraad}?kring=team",
    "{werkvoorraad}?tab=te_laat&kring=onverdeeld",
    "{aanmelding_lijst}?volgorde=sorteernaam",
)


def _urls(wereld, cast):
    for rij in MATRIX:
        if rij["methode"] == "GET" and rij["object"] in ("-", "eigen") and rij["url"] not in ELDERS:
            yield rij["url"], reverse(rij["url"], args=wereld.argumenten(rij["url"], rij["object"]))
    detail = wereld.dossiers["eigen"][Status.ONDERZOEK].get_absolute_url()
    for extra in (f"{detail}?tab=tijdlijn", f"{detail}?tab=contact", f"{detail}?lijst=te_doen&kring=team"):
        yield extra.split("?")[1], extra
    for extra in EXTRA:
        naam = extra[1:].split("}")[0]
        yield extra, extra.replace(f"{{{naam}}}", reverse(naam))
    yield "zoeken", f"{reverse('zoeken')}?q=Test"


def _tel(client, urls):
    tellingen = {}
    for naam, url in urls:
        # The first visit of a dossier is noted with one row more than the next.
        if client.get(url).status_code != 200:
            continue
        ContentType.objects.clear_cache()
        # The log of who looked is part of every page that shows a client.
        with CaptureQueriesContext(connection) as vragen:
            client.get(url)
        tellingen[naam] = len(vragen)
    return tellingen


@pytest.mark.langzaam("10,000 dossiers")
@pytest.mark.eis("R-AAN-10")
@pytest.mark.wereld("rechten")
def test_the_number_of_queries_does_not_grow(cast, client, wereldkeuze):
    wereld = wereldkeuze.lees("rechten")
    for i in range(30):
        factories.melding(cast, naam=f"Test, Nummer{i}")
        Vraag.objects.create(
            regio=cast.almelo, op=factories.moment("2026-11-02"), kanaal="telefoon", melder="zelf", tekst="?", door=cast.bas
        )
    urls = list(_urls(wereld, cast))
    gebruikers = [wereld.gebruikers[rol] for rol in ROLLEN]
    voor, na = {}, {}
    for gebruiker in gebruikers:
        client.force_login(gebruiker, backend="kern.toegang.backends.RolBackend")
        client.get(reverse("werkvoorraad"))
        voor[gebruiker.gebruikersnaam] = _tel(client, urls)
    massa.kopieer(10_000, meld=lambda regel: None)
    for gebruiker in gebruikers:
        client.force_login(gebruiker, backend="kern.toegang.backends.RolBackend")
        client.get(reverse("werkvoorraad"))
        toen = voor[gebruiker.gebruikersnaam]
        na[gebruiker.gebruikersnaam] = _tel(client, [(naam, url) for naam, url in urls if naam in toen])
    anders = {
        (wie, naam): (voor[wie][naam], aantal)
        for wie, tellingen in na.items()
        for naam, aantal in tellingen.items()
        if voor[wie][naam] != aantal
    }
    assert not anders
    assert all(na[wie].keys() == tellingen.keys() for wie, tellingen in voor.items())
    assert max(aantal for tellingen in na.values() for aantal in tellingen.values()) < 45
    assert Inzage.objects.exists()
