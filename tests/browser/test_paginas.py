"""axe-core finds nothing on any page, and no page is wider than a telephone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from cimot.processen.aanmelding import Status
from kern.toegang.rollen import Rol
from tests import factories
from tests.rechtenwereld import ELDERS, MATRIX

pytestmark = pytest.mark.browser
KOLOM = {Rol.CASEMANAGER: "CM", Rol.FUNCTIONEEL_BEHEERDER: "FB", Rol.PRIVACY_OFFICER: "FG", Rol.TEAMLEIDER: "TL"}
ADMIN = (
    "",
    "kern/regioinstelling/",
    "kern/gebruiker/",
    "kern/gebruiker/add/",
    "kern/gelijkgesteldedag/add/",
    "cimot/criterium/",
    "cimot/mandaat/",
    "cimot/mandaat/add/",
    "cimot/verordening/",
    "cimot/verordening/add/",
)


ZONDER_PAGINA = ELDERS | {
    "gesprek_agenda",
    "gezondheid_levend",
    "client_lijkt_op",
    "document_downloaden",
    "dagpost_afdrukken",
}


def _paden(wereld, rol):
    for rij in MATRIX:
        gaat = rij["methode"] == "GET" and rij["object"] in ("-", "eigen") and rij[KOLOM[rol]] == "200"
        if gaat and rij["url"] not in ZONDER_PAGINA:
            yield reverse(rij["url"], args=wereld.argumenten(rij["url"], rij["object"]))


def _bekijk(een, pad, fouten):
    een.open(pad)
    gemeld = len(een.meldingen)
    een.pagina.evaluate("document.querySelectorAll('main details').forEach(vouw => { vouw.open = true })")
    for overtreding in Axe().run(een.pagina).response["violations"]:
        fouten.append(f"{pad}: {overtreding['id']} {overtreding['nodes'][0]['target']}")
    # axe itself tries an inline style on the pages of the admin; the policy stops it.
    del een.meldingen[gemeld:]
    een.pagina.set_viewport_size({"width": 390, "height": 844})
    te_breed = een.pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if te_breed > 0:
        fouten.append(f"{pad}: {te_breed} pixels too wide at 390")
    een.pagina.set_viewport_size({"width": 1280, "height": 900})


def _elke_status(wereld, cast):
    """The page of a dossier in every status of every table, granted and refused too; what stands still; every tab."""
    eigen = [*wereld.dossiers["eigen"].values()]
    eigen += [neven for per_status in wereld.neven["eigen"].values() for neven in per_status.values()]
    for uitkomst in ("toekenning", "afwijzing"):
        zaak = factories.melding(cast, naam=f"Wit, {uitkomst}")
        eigen.append(factories.naar(zaak, Status.INDICATIE_ACTIEF, cast, casemanager=cast.karim, uitkomst=uitkomst))
    yield from (dossier.get_absolute_url() for dossier in eigen)
    detail = wereld.dossiers["eigen"][Status.ONDERZOEK].get_absolute_url()
    yield from (f"{detail}?tab={tab}" for tab in ("documenten", "contact", "tijdlijn"))
    for dossier in (
        wereld.dossiers["eigen"][Status.AANVRAAG_ONVOLLEDIG],
        wereld.dossiers["eigen"][Status.AANVRAAG_COMPLEET],
    ):
        taak = dossier.taken.get(code="besluit")
        naam = "termijn_hervatten" if dossier.status == Status.AANVRAAG_ONVOLLEDIG else "termijn_opschorten"
        yield reverse(naam, args=[taak.pk])


@pytest.mark.eis("L-77")
@pytest.mark.wereld("rechten")
@pytest.mark.parametrize("rol", KOLOM, ids=lambda rol: rol.value)
def test_every_page_is_accessible(scherm, cast_in_browser, wereldkeuze, rol):
    wereld = wereldkeuze.lees("rechten")
    een = scherm().inloggen(wereld.gebruikers[rol])
    fouten = []
    paden = list(dict.fromkeys(_paden(wereld, rol)))
    if rol == Rol.CASEMANAGER:
        paden += _elke_status(wereld, cast_in_browser)
        paden += ["/zoeken/?q=karim", "/werkvoorraad/bestaat-niet/"]
        paden += ["/?tab=wacht_op", "/?tab=te_laat&kring=team", "/termijnen/berekenen/?begin=31-02-2026&aantal=x"]
    if rol == Rol.FUNCTIONEEL_BEHEERDER:
        paden += [f"/beheer/{deel}" for deel in ADMIN]
    for pad in paden:
        _bekijk(een, pad, fouten)
    assert not fouten, "\n".join(fouten)


@pytest.mark.eis("L-77")
def test_pages_before_the_login_are_accessible(scherm, cast_in_browser):
    een, fouten = scherm(), []
    for pad in ("/inloggen/", "/wachtwoord/vergeten/", "/wachtwoord/verstuurd/", "/wachtwoord/nieuw/x/y/"):
        _bekijk(een, pad, fouten)
    assert not fouten, "\n".join(fouten)
