"""The timeline in a browser: choose, leaf through, unfold; and a note of a colleague who sees no content."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from cimot.processen.aanmelding import Status
from kern.models import Contactmoment
from kern.werk import notities
from tests import factories

pytestmark = pytest.mark.browser
KANARIE = "kanarie-zorginhoud"


@pytest.fixture
def zaak(cast_in_browser):
    zaak = factories.naar(factories.melding(cast_in_browser), Status.ONDERZOEK, cast_in_browser)
    op = timezone.now() - timedelta(days=1)
    contact = notities.contact_vastleggen(
        zaak, op=op, met=KANARIE, kanaal="telefoon", tekst=f"{KANARIE} eerste", door=cast_in_browser.anke
    )
    notities.contact_wijzigen(contact, tekst=f"{KANARIE} tweede", met=KANARIE, door=cast_in_browser.anke, op=timezone.now())
    return zaak


def test_choosing_a_kind_a_period_and_an_old_version(scherm, cast_in_browser, zaak):
    anke = scherm().inloggen(cast_in_browser.anke)
    anke.open(f"{zaak.get_absolute_url()}?tab=tijdlijn")
    keuzes = anke.pagina.get_by_role("navigation", name="Wat u ziet")
    keuzes.get_by_role("link", name="Contact", exact=True).click()
    anke.pagina.wait_for_url("**soort=contact*")
    assert keuzes.locator("[aria-current=page]").inner_text() == "Contact"
    moment = anke.pagina.locator(".moment")
    assert moment.count() == 1
    oud = moment.get_by_text(f"{KANARIE} eerste")
    assert not oud.is_visible()
    moment.get_by_text("eerdere tekst bekijken").click()
    assert oud.is_visible()
    anke.pagina.get_by_text("Periode kiezen").click()
    anke.vul(van="01-01-2020", tot="02-01-2020")
    anke.knop("Tonen")
    anke.pagina.get_by_text("Niets gevonden.").wait_for()
    assert "soort=contact" in anke.pagina.url
    anke.pagina.locator("main").get_by_role("link", name="Alles tonen").first.click()
    anke.pagina.get_by_text("Dossier geopend").wait_for()


@pytest.mark.parametrize("breedte", [1280, 390])
def test_leafing_through_the_life_of_a_client(scherm, cast_in_browser, zaak, breedte):
    for nummer in range(60):
        notities.contact_vastleggen(
            zaak,
            op=timezone.now() - timedelta(minutes=nummer),
            met="moeder",
            kanaal="telefoon",
            tekst=f"Noot {nummer:02}. " + "lang" * 40,
            door=cast_in_browser.anke,
        )
    anke = scherm(breedte).inloggen(cast_in_browser.anke)
    anke.open(f"/client/{zaak.client_id}/tijdlijn/")
    assert anke.pagina.locator(".moment").count() == 50
    assert anke.pagina.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    anke.link("volgende")
    anke.pagina.get_by_text("Noot 59.").wait_for()
    assert "Noot 00." not in anke.tekst
    assert not Axe().run(anke.pagina).response["violations"]
    del anke.meldingen[:]
    anke.link(zaak.kenmerk)
    anke.pagina.wait_for_url(f"**{zaak.get_absolute_url()}")


def test_a_colleague_adds_a_note_and_sees_no_content(scherm, cast_in_browser, zaak):
    karim = scherm().inloggen(cast_in_browser.karim)
    karim.open(zaak.get_absolute_url())
    assert KANARIE not in karim.pagina.content()
    karim.link("Contact")
    karim.vul(met="buurman", tekst="Van Karim.")
    karim.knop("Contact vastleggen")
    karim.pagina.wait_for_url("**tab=contact")
    assert "Van Karim." in karim.tekst
    assert "Verbeterd op" in karim.tekst
    for pad in (f"{zaak.get_absolute_url()}?tab=tijdlijn", zaak.get_absolute_url(), f"/client/{zaak.client_id}/tijdlijn/"):
        karim.open(pad)
        assert KANARIE not in karim.pagina.content()
    assert Contactmoment.objects.get(door=cast_in_browser.karim).dossier_id == zaak.pk
