"""Every URL × every role × own, a colleague's and a foreign object, against the hand-typed tests/rechten.csv."""

import pytest
from django.urls import reverse

from kern.toegang.rollen import ZONDER_INLOG, Rol
from tests.rechtenwereld import ELDERS, MATRIX, urlnamen

pytestmark = pytest.mark.usefixtures("stil")

KOLOMMEN = {
    Rol.FRONTOFFICE: "BAL",
    Rol.CASEMANAGER: "CM",
    Rol.TEAMLEIDER: "TL",
    Rol.REGIOGEMEENTE: "GEM",
    Rol.REGIOGEMEENTE_INDICEREND: "GEM",
    Rol.FUNCTIONEEL_BEHEERDER: "FB",
    Rol.PRIVACY_OFFICER: "FG",
    Rol.CONTRACTMANAGER: "CON",
    Rol.ADMINISTRATIE: "FIN",
    Rol.TOEZICHT_KWALITEIT: "TK",
    Rol.TOEZICHT_CALAMITEITEN: "TC",
}


def test_every_url_stands_in_the_matrix():
    assert urlnamen() - ELDERS == {rij["url"] for rij in MATRIX}


@pytest.fixture
def wereld(db, wereldkeuze):
    return wereldkeuze.lees("rechten")


def _doe(client, wereld, rij):
    url = reverse(rij["url"], args=wereld.argumenten(rij["url"], rij["object"]))
    return client.get(url) if rij["methode"] == "GET" else client.post(url)


@pytest.mark.langzaam("every page there is")
@pytest.mark.eis("R-ORG-10", "L-73", "L-37")
@pytest.mark.wereld("rechten")
@pytest.mark.parametrize("rol", [rol for rol in Rol if rol not in ZONDER_INLOG])
def test_every_url_for_every_role(wereld, client, rol):
    client.raise_request_exception = True
    client.force_login(wereld.gebruikers[rol], backend="kern.toegang.backends.RolBackend")
    fouten = []
    for rij in MATRIX:
        antwoord, verwacht = _doe(client, wereld, rij), int(rij[KOLOMMEN.get(rol, "overig")])
        if antwoord.status_code != verwacht:
            fouten.append(f"{rij['methode']} {rij['url']} ({rij['object']}) {rol}: {antwoord.status_code}, not {verwacht}")
    assert not fouten, "\n".join(fouten)


@pytest.mark.wereld("rechten")
def test_every_role_has_somebody(wereld):
    assert wereld.gebruikers.keys() == set(Rol) - ZONDER_INLOG


@pytest.mark.wereld("rechten")
def test_without_login_every_page_leads_to_the_login(wereld, client):
    for rij in MATRIX:
        if rij["url"] == "gezondheid_levend":
            continue
        antwoord = _doe(client, wereld, rij)
        assert antwoord.status_code == 302 and antwoord["Location"].startswith("/inloggen/"), rij["url"]
