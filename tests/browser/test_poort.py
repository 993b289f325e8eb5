"""The component gate of SC-14 in a real browser: what cannot be is shown with its reason, and typing is never lost."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from cimot.models import Besluitonderdeel
from cimot.processen.aanmelding import Status
from tests.aanbieders import opstelling
from tests.factories import melding, naar

pytestmark = pytest.mark.browser


@pytest.fixture
def zaak(cast_in_browser):
    """Bas, who rents from a third party; Zorghuis Nieuw, founded in 2018, has three apartments that it rents out."""
    cast = cast_in_browser
    zorghuis = opstelling.aanbieder()
    opstelling.locatie(zorghuis, "Drie appartementen", capaciteit=3)
    opstelling.verleden(zorghuis, "geen", cast.coen)
    opstelling.wending(cast.coen)
    begin = timezone.now() - timedelta(days=20)
    return naar(melding(cast, naam="Smit, Bas", ontvangen=begin), Status.BESLUIT_CONCEPT, cast)


@pytest.mark.eis("SC-14", "X-13", "R-IND-12", "R-IND-13", "R-IND-15", "R-IND-18", "L-77")
@pytest.mark.parametrize("breedte", [1280, 390])
def test_for_bas_at_zorghuis_nieuw_only_zelfvoorzienend_can_be(scherm, cast_in_browser, zaak, breedte):
    een = scherm(breedte).inloggen(cast_in_browser.anke)
    een.open(f"/aanmelding/{zaak.pk}/onderdelen_kiezen/")
    pagina = een.pagina
    vandaag = timezone.localdate()
    een.kies(woon_soort="verblijf", woon_huurt_van="derde")
    een.vul(
        woon_vanaf=f"{vandaag:%d-%m-%Y}", woon_tot=f"{vandaag + timedelta(days=300):%d-%m-%Y}", woon_motivering="Huurt al."
    )
    pagina.select_option("[name=woon_aanbieder]", label="Zorghuis Nieuw BV")
    een.knop("Opslaan")
    # The server decides; nothing is saved, and what was typed is there.
    assert "Dit klopt nog niet" in een.tekst and not Besluitonderdeel.objects.exists()
    assert "leverde vóór 2015 geen zorg volgens de AWBZ" in pagina.locator("#div_id_woon_soort .veldfout").inner_text()
    assert pagina.input_value("[name=woon_motivering]") == "Huurt al."
    # What cannot be is closed, with its reason; what was chosen can be left.
    een.kies(woon_soort="zelfvoorzienend")
    een.knop("Bekijk wat kan")
    pagina.wait_for_url("**#onderdeel-woon")
    for soort in ("verblijf", "compensatie"):
        knop = pagina.locator(f"[name=woon_soort][value={soort}]")
        assert knop.is_disabled()
        reden = pagina.locator(f"#{knop.get_attribute('aria-describedby')}")
        assert reden.is_visible() and "kan niet" in reden.inner_text()
    assert pagina.locator("[name=woon_soort][value=zelfvoorzienend]").is_checked()
    assert pagina.input_value("[name=woon_motivering]") == "Huurt al."
    assert "Deze aanbieder is nog niet toegelaten in deze regio." in een.tekst
    assert not Axe().run(pagina).response["violations"]
    assert pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    een.knop("Opslaan")
    pagina.wait_for_url(re.compile(rf"/aanmelding/{zaak.pk}/(#.*)?$"))
    assert "Zelfvoorzienend, zorg in natura" in een.tekst and "Let op" in een.tekst
    rij = Besluitonderdeel.objects.get()
    assert (rij.soort, rij.huurt_van, rij.aanbieder.naam) == ("zelfvoorzienend", "derde", "Zorghuis Nieuw BV")


def test_another_provider_opens_what_was_closed(scherm, cast_in_browser, zaak):
    een = scherm().inloggen(cast_in_browser.anke)
    een.open(f"/aanmelding/{zaak.pk}/onderdelen_kiezen/")
    pagina = een.pagina
    een.kies(woon_soort="zelfvoorzienend", woon_huurt_van="instelling")
    pagina.select_option("[name=woon_aanbieder]", label="Zorghuis Nieuw BV")
    een.knop("Bekijk wat kan")
    pagina.wait_for_url("**#onderdeel-woon")
    assert pagina.locator("[name=woon_soort][value=verblijf]").is_disabled()
    pagina.select_option("[name=woon_aanbieder]", label="Stichting De Wending")
    with pagina.expect_navigation():
        een.knop("Bekijk wat kan")
    assert pagina.locator("[name=woon_soort][value=verblijf]").is_enabled()
    # Enter in a field saves.
    een.kies(woon_soort="verblijf")
    vandaag = timezone.localdate()
    een.vul(woon_vanaf=f"{vandaag:%d-%m-%Y}", woon_tot=f"{vandaag + timedelta(days=300):%d-%m-%Y}")
    pagina.press("[name=woon_tot]", "Enter")
    pagina.wait_for_url(re.compile(rf"/aanmelding/{zaak.pk}/(#.*)?$"))
    assert Besluitonderdeel.objects.get().soort == "verblijf"
