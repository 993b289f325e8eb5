"""Merging two clients in a real browser: wide and narrow, with and without script, by keyboard alone."""

import pytest

from cimot import actions as cimot
from kern.models import Client
from tests.factories import NAMENS, melding, moment

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def twee(cast):
    doel = melding(cast, naam="Wit, Petra de").client
    dossier = melding(cast, naam="Wit, P de")
    cimot.intrekken(dossier, door=cast.bas, op=moment("2026-11-03"), reden="Dubbel.", namens=NAMENS)
    return doel, dossier.client


def past(pagina) -> bool:
    pagina.wait_for_load_state()
    return pagina.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.eis("R-AAN-03")
@pytest.mark.parametrize("breedte", [1280, 390])
def test_from_the_list_to_one_client_and_back(scherm, cast_in_browser, breedte):
    doel, bron = twee(cast_in_browser)
    balie = scherm(breedte).inloggen(cast_in_browser.bas)
    balie.open("/client/")
    balie.link("Dubbele cliënten")
    assert past(balie.pagina)
    balie.open(doel.get_absolute_url())
    balie.pagina.click(f"main a[href='/client/{doel.pk}/samenvoegen/']")
    assert past(balie.pagina)
    balie.vul(q="P de Wit")
    balie.pagina.get_by_role("main").get_by_role("button", name="Zoeken").click()
    balie.pagina.get_by_role("link", name=f"P de Wit, cliënt {bron.pk}").first.click()
    assert past(balie.pagina)
    balie.knop("Samenvoegen")
    assert "Roepnaam: Kies wat blijft." in balie.tekst
    balie.kies(roepnaam="doel")
    balie.knop("Samenvoegen")
    assert "Dit is nu één cliënt." in balie.tekst
    assert Client.objects.get(pk=bron.pk).samengevoegd_met_id == doel.pk
    balie.pagina.click(f"main a[href='/client/{doel.pk}/samenvoegen/']")
    assert past(balie.pagina)
    balie.pagina.get_by_role("button", name="Terugdraaien").click()
    assert "Dit zijn weer twee cliënten." in balie.tekst


def test_the_choice_is_made_by_keyboard(scherm, cast_in_browser):
    doel, bron = twee(cast_in_browser)
    balie = scherm().inloggen(cast_in_browser.bas)
    balie.open(f"/client/{doel.pk}/samenvoegen/{bron.pk}/")
    balie.pagina.focus("main [name=roepnaam][value=doel]")
    balie.pagina.keyboard.press("ArrowRight")
    assert balie.pagina.is_checked("main [name=roepnaam][value=bron]")
    balie.pagina.keyboard.press("Enter")
    balie.pagina.wait_for_url(f"**{doel.get_absolute_url()}")
    assert Client.objects.get(pk=doel.pk).roepnaam == "P"
