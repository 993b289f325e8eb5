"""A melding becomes a verslag, by two people, in a real browser."""

import re

import pytest
from django.utils import timezone

from cimot.models import Aanmelding
from cimot.processen.aanmelding import Status
from kern.models import Gemeente
from tests import factories
from tests.browser.wegstappen import melding_compleet, melding_opnemen, onderzoeken, verslag

pytestmark = pytest.mark.browser


@pytest.mark.eis("SC-01", "SM-1", "T-ONDERZOEK", "T-PERSPLAN", "L-06", "L-07", "L-11")
def test_two_people_take_a_melding_to_its_verslag(scherm, cast_in_browser):
    cast = cast_in_browser
    balie, cm = scherm().inloggen(cast.bas), scherm().inloggen(cast.anke)
    melding_opnemen(balie)
    detail = "/" + "/".join(balie.pagina.url.split("/")[3:5]) + "/"
    melding_compleet(balie, detail)
    nu = balie.pagina.locator(".stap-nu")
    assert nu.text_content().split()[:2] == ["Melding", "Bevestigd"]

    cm.open(detail)
    termijn = cm.pagina.locator(".termijn", has_text="Onderzoek 6 weken")
    if not termijn.locator("details").evaluate("details => details.open"):
        termijn.get_by_text("Waarom deze datum").click()
    for zin in ("ma 14 dec 2026", "Melding ontvangen: ma 2 nov 2026 (telt niet mee)", "+ 6 weken", "Wmo 2.3.2 lid 1"):
        assert zin in cm.tekst, zin
    assert "kan nog niet" in cm.tekst
    onderzoeken(cm, detail)
    verslag(cm, detail)

    assert "Verslag definitief" in cm.tekst
    aanmelding = Aanmelding.objects.get()
    onderzoek = aanmelding.taken.get(code="onderzoek")
    assert (aanmelding.status, onderzoek.status, str(onderzoek.gesloten_op)) == (
        "verslag_definitief",
        "afgedaan",
        "2026-11-16",
    )
    assert aanmelding.verslag.is_ondertekend
    cm.open(f"{detail}?tab=tijdlijn")
    assert "namens" in cm.tekst
    # The frontoffice no longer reads what was found.
    balie.open(detail)
    assert "Petra heeft elke dag hulp nodig" not in balie.tekst


@pytest.mark.eis("R-AAN-03")
def test_who_resembles_appears_while_typing(scherm, cast_in_browser):
    factories.melding(cast_in_browser, naam="Berg, Sanne van den", geboren="1990-03-12")
    balie = scherm().inloggen(cast_in_browser.bas)
    balie.open("/aanmelding/nieuw/")
    balie.vul(naam="v.d. Berg, Sanne")
    balie.pagina.locator("[name=geboren]").press_sequentially("12-03-1990", delay=20)
    balie.pagina.get_by_text("12 mrt 1990").first.wait_for()


def test_a_draft_is_kept_while_typing_and_after_the_session_ended(scherm, cast_in_browser):
    aanmelding = factories.naar(factories.melding(cast_in_browser), Status.ONDERZOEK, cast_in_browser)
    cm = scherm().inloggen(cast_in_browser.anke)
    pad = f"/aanmelding/{aanmelding.pk}/onderzoek_invullen/"
    cm.open(pad)
    cm.vul(behoeften="Deze tekst mag niet weg.")
    cm.context.clear_cookies(name="sessionid")
    cm.knop("Opslaan")
    cm.pagina.wait_for_url(re.compile("/inloggen/"))
    cm.pagina.fill("[name=username]", "anke")
    cm.pagina.fill("[name=password]", factories.WACHTWOORD)
    cm.pagina.click("main button[type=submit]")
    cm.pagina.wait_for_url(re.compile("onderzoek_invullen"))
    assert cm.pagina.input_value("[name=behoeften]") == "Deze tekst mag niet weg."
    assert "concept" in cm.tekst.lower()


def test_two_people_on_one_form_see_both_texts(scherm, cast_in_browser):
    aanmelding = factories.naar(factories.melding(cast_in_browser), Status.ONDERZOEK, cast_in_browser)
    aanmelding.medebehandelaars.add(cast_in_browser.karim)
    pad = f"/aanmelding/{aanmelding.pk}/onderzoek_invullen/"
    anke, karim = scherm().inloggen(cast_in_browser.anke), scherm().inloggen(cast_in_browser.karim)
    anke.open(pad)
    karim.open(pad)
    anke.vul(behoeften="Tekst van Anke")
    anke.knop("Opslaan")
    karim.vul(behoeften="Tekst van Karim", bijdrage="Alleen Karim")
    karim.knop("Opslaan")
    assert "Tekst van Anke" in karim.tekst
    karim.kies(_keuze_behoeften="opgeslagen")
    karim.knop("Opslaan")
    aanmelding.onderzoek.refresh_from_db()
    assert (aanmelding.onderzoek.behoeften, aanmelding.onderzoek.bijdrage) == ("Tekst van Anke", "Alleen Karim")


def test_by_keyboard_alone(scherm, cast_in_browser):
    """Search with "/", walk to the first row and open it, without a mouse."""
    vandaag = timezone.localtime()
    factories.melding(cast_in_browser, ontvangen=vandaag, gemeente=Gemeente.objects.get(naam="Almelo"))
    balie = scherm().inloggen(cast_in_browser.bas)
    toetsen = balie.pagina.keyboard
    toetsen.press("Tab")
    assert balie.pagina.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    toetsen.press("Enter")
    for _ in range(30):
        toetsen.press("Tab")
        if balie.pagina.evaluate("document.activeElement.closest('.rij') !== null"):
            break
    kader = balie.pagina.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert kader != "none"
    toetsen.press("Enter")
    balie.pagina.wait_for_url(re.compile(r"/aanmelding/\d+/"))
    toetsen.press("/")
    toetsen.type("Wit")
    toetsen.press("Enter")
    balie.pagina.wait_for_url(re.compile("/zoeken/"))
    assert "Petra" in balie.tekst
