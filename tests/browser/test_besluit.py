"""A besluit in a real browser: with the keyboard, with a component that opens when it is asked, and without script."""

from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from cimot.models import Besluit
from cimot.processen.aanmelding import Status
from tests.factories import melding, naar

pytestmark = pytest.mark.browser


@pytest.fixture
def zaak(cast_in_browser):
    def maak(status):
        return naar(melding(cast_in_browser, ontvangen=timezone.now() - timedelta(days=20)), status, cast_in_browser)

    return maak


def test_a_component_opens_when_it_is_asked(scherm, cast_in_browser, zaak):
    dossier, een = zaak(Status.BESLUIT_CONCEPT), scherm(390).inloggen(cast_in_browser.anke)
    een.open(f"/aanmelding/{dossier.pk}/onderdelen_kiezen/")
    pagina = een.pagina
    assert not pagina.locator("[name=ozl_uren]").is_visible()
    # With the keyboard: from "not asked" to the first variant.
    pagina.locator("[name=ozl_soort][value='']").focus()
    pagina.keyboard.press("ArrowRight")
    assert pagina.locator("[name=ozl_uren]").is_visible() and not pagina.locator("[name=omd_uren]").is_visible()
    een.vul(ozl_uren="7", ozl_vanaf="01-12-2026", ozl_tot="30-11-2028", ozl_motivering="Elke dag hulp.")
    een.knop("Opslaan")
    assert "OZL standaard is minstens 8 uur per week." in een.tekst
    een.vul(ozl_uren="8,5")
    een.knop("Opslaan")
    pagina.wait_for_url(f"**/aanmelding/{dossier.pk}/")
    assert "OZL standaard, 8,5 uur per week" in een.tekst


def test_what_was_typed_for_a_component_that_is_not_asked_is_shown_again(scherm, cast_in_browser, zaak):
    dossier, een = zaak(Status.BESLUIT_CONCEPT), scherm().inloggen(cast_in_browser.anke)
    een.open(f"/aanmelding/{dossier.pk}/onderdelen_kiezen/")
    een.kies(woon_soort="verblijf")
    een.vul(woon_motivering="Lang verhaal.")
    een.pagina.locator("[name=woon_soort][value='']").check(force=True)
    assert not een.pagina.locator("[name=woon_motivering]").is_visible()
    een.knop("Opslaan")
    assert een.pagina.locator("[name=woon_motivering]").is_visible()
    assert een.pagina.locator("[name=woon_motivering]").input_value() == "Lang verhaal."


def test_from_writing_to_sending(scherm, cast_in_browser, zaak):
    dossier = zaak(Status.BESLUIT_4OGEN)
    tineke, bas = scherm().inloggen(cast_in_browser.tineke), scherm().inloggen(cast_in_browser.bas)
    tineke.open(f"/aanmelding/{dossier.pk}/")
    tineke.link("Goedkeuren en laten ondertekenen")
    assert "Anke schreef dit besluit." in tineke.tekst and "Gemotiveerd." in tineke.tekst
    tineke.knop("Goedkeuren en laten ondertekenen")
    tineke.pagina.wait_for_url(f"**/aanmelding/{dossier.pk}/")
    bas.open(f"/aanmelding/{dossier.pk}/")
    bas.link("Besluit versturen")
    bas.knop("Besluit versturen")
    bas.pagina.wait_for_url(f"**/aanmelding/{dossier.pk}/")
    assert "Besluit verzonden. Bezwaar kan tot en met" in bas.tekst
    assert Besluit.objects.get(dossier=dossier.pk).verzonden_op == timezone.localdate()
    tineke.open(f"/aanmelding/{dossier.pk}/besluit/")
    assert "Namens het college" in tineke.tekst


@pytest.mark.eis("L-77")
def test_the_pages_of_the_besluit_are_accessible_with_errors_too(scherm, cast_in_browser, zaak):
    dossier, een = zaak(Status.BESLUIT_CONCEPT), scherm(390).inloggen(cast_in_browser.anke)
    for actie, fout in (
        ("besluit_schrijven", {"herbeoordelen_op": "x"}),
        ("onderdelen_kiezen", {}),
        ("hoor_vastleggen", {}),
    ):
        een.open(f"/aanmelding/{dossier.pk}/{actie}/")
        if actie == "onderdelen_kiezen":
            een.kies(ozl_soort="ozl_standaard")
        een.vul(**fout)
        een.knop("Opslaan")
        assert "Dit klopt nog niet" in een.tekst
        gevonden = Axe().run(een.pagina).response["violations"]
        assert not gevonden, [(actie, o["id"], o["nodes"][0]["target"]) for o in gevonden]
        assert een.pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
