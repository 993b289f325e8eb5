"""The teamleider divides and hands over with mouse and keyboard, without script too, at both widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone

from kern.models import Dossier
from kern.werk import team
from tests import factories

pytestmark = pytest.mark.browser


def _zaken(cast):
    nu = timezone.now()
    vrij = [factories.melding(cast, naam=f"Vrij, {i}", ontvangen=nu, is_spoed=i == 0) for i in range(3)]
    van_anke = factories.melding(cast, naam="Eigen, E", ontvangen=nu)
    team.toewijzen(van_anke, door=cast.bas, op=nu, behandelaar=cast.anke)
    return vrij, van_anke


def _netjes(een):
    gemeld = len(een.meldingen)
    fouten = [f"{f['id']} {f['nodes'][0]['target']}" for f in Axe().run(een.pagina).response["violations"]]
    del een.meldingen[gemeld:]
    breed = een.pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert not fouten and breed <= 0, (een.pagina.url, fouten, breed)


@pytest.mark.parametrize("breedte", [1280, 390])
def test_the_teamleider_divides_and_hands_over(scherm, cast_in_browser, breedte):
    cast = cast_in_browser
    vrij, van_anke = _zaken(cast)
    een = scherm(breedte).inloggen(cast.tineke)
    een.open(reverse("team"))
    _netjes(een)
    for dossier in vrij[:2]:
        een.pagina.check(f"input[name=dossier][value='{dossier.pk}']")
    een.pagina.select_option("[name=behandelaar]", str(cast.karim.pk))
    een.knop("Geven")
    een.pagina.wait_for_selector("text=2 dossiers zijn nu van Karim.")
    assert Dossier.objects.get(pk=vrij[0].pk).behandelaar_id == cast.karim.pk
    een.open(reverse("team_zaken", args=[cast.anke.pk]))
    _netjes(een)
    een.pagina.select_option("[name=behandelaar]", str(cast.karim.pk))
    een.knop("Alles overdragen (1)")
    een.pagina.wait_for_selector("text=1 dossier is overgedragen aan Karim.")
    assert Dossier.objects.get(pk=van_anke.pk).behandelaar_id == cast.karim.pk
    een.open(reverse("team_afwezig", args=[cast.anke.pk]))
    _netjes(een)


def test_sharing_and_the_page_of_the_administrator(scherm, cast_in_browser):
    cast = cast_in_browser
    _, van_anke = _zaken(cast)
    anke = scherm(390).inloggen(cast.anke)
    anke.open(reverse("dossier_medebehandelaars", args=[van_anke.pk]))
    anke.pagina.select_option("[name=gebruiker]", str(cast.karim.pk))
    anke.vul(reden="Samen op bezoek.")
    anke.knop("Toevoegen")
    anke.pagina.wait_for_selector("text=Karim werkt nu mee aan deze zaak.")
    _netjes(anke)
    anke.pagina.get_by_role("button", name="Stopt met meewerken").click()
    anke.pagina.wait_for_selector("text=Karim werkt niet meer mee aan deze zaak.")
    frida = scherm().inloggen(cast.frida)
    frida.open(reverse("admin:kern_gebruiker_overdragen", args=[cast.anke.pk]))
    _netjes(frida)
    frida.pagina.select_option("main select, #content select", str(cast.karim.pk))
    frida.knop("Overdragen en inloggen stoppen")
    frida.pagina.wait_for_selector("text=Anke kan niet meer inloggen.")


def test_without_script_everything_works(scherm, cast_in_browser):
    cast = cast_in_browser
    vrij, _ = _zaken(cast)
    een = scherm()
    een.context.close()
    een.context = een.context.browser.new_context(java_script_enabled=False, locale="nl-NL")
    een.pagina = een.context.new_page()
    een.inloggen(cast.tineke)
    een.open(reverse("team"))
    een.pagina.check(f"input[name=dossier][value='{vrij[2].pk}']")
    een.pagina.select_option("[name=behandelaar]", str(cast.anke.pk))
    een.knop("Geven")
    een.pagina.wait_for_selector("text=1 dossier is nu van Anke.")
