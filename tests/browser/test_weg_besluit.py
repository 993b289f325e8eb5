"""SC-01 on its own days: three people take the melding of Petra to the besluit that was sent, in a real browser."""

import re
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from cimot.models import Aanmelding
from cimot.processen.aanmelding import Status
from tests import factories
from tests.aanbieders import opstelling
from tests.browser.wegstappen import melding_compleet, melding_opnemen, onderzoeken, verslag

pytestmark = pytest.mark.browser
PERIODE = "ma 1 feb 2027 tot en met wo 31 jan 2029, Stichting De Wending"
WAAROM = {
    "motivering_problematiek": "Petra verliest haar dag zonder hulp.",
    "motivering_eigen_kracht": "Haar moeder kan niet meer helpen dan zij doet.",
    "motivering_doel": "Zij leert haar dag en haar geld zelf te regelen.",
    "motivering_lichtste": "Hulp aan huis is geprobeerd en was te weinig.",
}


@pytest.fixture
def klok(monkeypatch):
    """The server works in this same process: its clock can stand on the day of the story, and run on from there."""

    def zet(dag, tijd):
        begin, gestart = factories.moment(f"{dag} {tijd}"), time.monotonic()
        monkeypatch.setattr(timezone, "now", lambda: begin + timedelta(seconds=time.monotonic() - gestart))

    return zet


@pytest.fixture
def dag(klok, scherm):
    """Somebody starts his working day."""

    def begin(dag_, gebruiker):
        klok(dag_, "09:00")
        return scherm().inloggen(gebruiker)

    return begin


def _waarom(een, detail, naam):
    """Open “Waarom deze datum” of a deadline as a reader does, and read its block."""
    een.open(detail)
    termijn = een.pagina.locator(".termijn", has_text=naam)
    if not termijn.is_visible():
        een.pagina.get_by_text("voorbij of afgedaan").click()
    if not termijn.locator("details").evaluate("details => details.open"):
        termijn.get_by_text("Waarom deze datum").click()
    return termijn.inner_text()


def _lees(tekst, *zinnen):
    for zin in zinnen:
        assert zin in tekst, f"{zin!r} is not in {tekst!r}"


def _aanvraag(balie, detail):
    balie.open(detail)
    balie.link("Aanvraag vastleggen")
    balie.kies(vorm="verslag")
    balie.pagina.check("[name=is_ondertekend]")
    balie.knop("Aanvraag vastleggen")
    _lees(balie.tekst, "Verzend het besluit uiterlijk op wo 23 dec 2026.")
    balie.link("Aanvraag is compleet")
    balie.knop("Aanvraag is compleet")


def _besluit_schrijven(cm, detail):
    cm.open(detail)
    cm.link("Besluit opstellen")
    cm.knop("Besluit opstellen")
    cm.link("Besluit schrijven")
    cm.kies(uitkomst="toekenning", cak_regime="bw_intramuraal")
    cm.vul(**WAAROM, afbouwdoel="Na een jaar minder uren.", herbeoordelen_op="01-02-2028")
    cm.pagina.get_by_label("Zelfredzaamheid en participatie").check()
    cm.knop("Opslaan")
    cm.link("Onderdelen kiezen")
    cm.kies(ozl_soort="ozl_intensief", omd_soort="omd", woon_soort="verblijf")
    for groep, waarom in (("ozl", "Elke dag hulp."), ("omd", "Terug naar school."), ("woon", "Thuis gaat het niet meer.")):
        velden = {"vanaf": "01-02-2027", "tot": "31-01-2029", "motivering": waarom}
        cm.vul(**{f"{groep}_{veld}": waarde for veld, waarde in velden.items()})
        cm.pagina.select_option(f"[name={groep}_aanbieder]", label="Stichting De Wending")
    cm.kies(woon_huurt_van="instelling")
    # Bad input first: intensief is 11 hours or more; what was typed stays.
    cm.vul(ozl_uren="10")
    cm.knop("Opslaan")
    _lees(cm.tekst, "OZL intensief is minstens 11 uur per week.")
    assert cm.pagina.input_value("[name=omd_motivering]") == "Terug naar school."
    cm.vul(ozl_uren="11")
    cm.knop("Opslaan")


def _voorleggen(cm):
    cm.link("Aan teamleider voorleggen")
    _lees(cm.tekst, "OZL intensief, 11 uur per week", "Terug naar school.")
    cm.knop("Aan teamleider voorleggen")
    _lees(cm.tekst, "Het besluit ligt bij de teamleider.")


def _goedkeuren(leider, detail):
    leider.open("/?kring=team")
    rij = leider.pagina.locator(".rij", has_text="Besluit beoordelen")
    rij.get_by_role("link", name="Openen").click()
    leider.pagina.wait_for_url(f"**{detail}**")
    leider.link("Goedkeuren en laten ondertekenen")
    _lees(leider.tekst, "Anke schreef dit besluit.", *WAAROM.values())
    assert leider.pagina.locator("[name=ondertekenaar] option:checked").inner_text() == "Tineke"
    leider.knop("Goedkeuren en laten ondertekenen")
    _lees(leider.tekst, "Goedgekeurd. Tineke ondertekent.")


def _versturen(balie, detail):
    balie.open(detail)
    balie.link("Besluit versturen")
    _lees(balie.tekst, "Verstuurt u het vandaag, dan kan de cliënt bezwaar maken tot en met do 28 jan 2027.")
    balie.knop("Besluit versturen")
    _lees(balie.tekst, "Besluit verzonden. Bezwaar kan tot en met do 28 jan 2027.", "Toegekend")


def _tot_verslag(dag, cast):
    balie = dag("2026-11-03", cast.bas)
    melding_opnemen(balie)
    detail = "/" + "/".join(balie.pagina.url.split("/")[3:5]) + "/"
    melding_compleet(balie, detail)
    cm = dag("2026-11-05", cast.anke)
    persplan = _waarom(cm, detail, "Persoonlijk plan 7 dagen")
    _lees(persplan, "ma 9 nov 2026", "Melding ontvangen: ma 2 nov 2026 (telt niet mee)", "+ 7 dagen", "Wmo 2.3.2 lid 2")
    onderzoek = _waarom(cm, detail, "Onderzoek 6 weken")
    _lees(onderzoek, "ma 14 dec 2026", "Melding ontvangen: ma 2 nov 2026 (telt niet mee)", "+ 6 weken", "Wmo 2.3.2 lid 1")
    onderzoeken(cm, detail)
    cm = dag("2026-12-04", cast.anke)
    verslag(cm, detail, gemaakt="30-11-2026", gestuurd="01-12-2026", reactie="03-12-2026", definitief="04-12-2026")
    _lees(cm.tekst, "Verslag definitief")
    return detail


@pytest.mark.eis("SC-01", "SM-1", "T-PERSPLAN", "T-ONDERZOEK", "T-BESLUIT", "T-BEZWAAR", "L-15", "L-16", "L-55", "L-66")
def test_three_people_take_a_melding_to_the_besluit(dag, cast_in_browser):
    cast = cast_in_browser
    opstelling.wending(cast.coen)
    detail = _tot_verslag(dag, cast)

    balie = dag("2026-12-09", cast.bas)
    _aanvraag(balie, detail)
    waarom = _waarom(balie, detail, "Besluit 2 weken")
    _lees(waarom, "wo 23 dec 2026", "Aanvraag ontvangen: wo 9 dec 2026 (telt niet mee)", "+ 2 weken", "Wmo 2.3.5 lid 2")
    # What was found is not for the frontoffice.
    assert "Petra heeft elke dag hulp nodig" not in balie.tekst

    cm = dag("2026-12-14", cast.anke)
    _besluit_schrijven(cm, detail)
    _voorleggen(cm)
    # Who wrote it cannot approve it: the button is not there, and the address says so.
    assert cm.pagina.get_by_role("link", name="Goedkeuren en laten ondertekenen").count() == 0
    assert cm.open(f"{detail}besluit_goedkeuren/").status == 403
    _goedkeuren(dag("2026-12-16", cast.tineke), detail)
    balie = dag("2026-12-17", cast.bas)
    _versturen(balie, detail)

    waarom = _waarom(balie, detail, "Bezwaar 6 weken")
    _lees(waarom, "do 28 jan 2027", "Besluit verzonden: do 17 dec 2026 (telt niet mee)", "+ 6 weken")
    _toegekend(dag("2026-12-17", cast.anke), detail)


def _toegekend(cm, detail):
    """What the screens say of it afterwards, and what the database holds."""
    cm.open(detail)
    _lees(cm.tekst, "Toegekend. Dit dossier is gesloten op do 17 dec 2026.", "do 17 dec 2026, balie", "do 28 jan 2027")
    _lees(cm.tekst, "wo 16 dec 2026 door Tineke", "Ondertekend door")
    onderdelen = ("OZL intensief, 11 uur per week", "OMD", "Verblijf")
    blok = cm.pagina.locator("section.sectie", has_text="Opgesteld door").inner_text()
    _lees(blok, *onderdelen)
    assert blok.count(PERIODE) == 3
    cm.link("Besluit lezen en afdrukken")
    _lees(cm.tekst, *WAAROM.values(), *onderdelen, "Elke dag hulp.", "Namens het college", "Verzonden op do 17 dec 2026")
    cm.open(f"{detail}?tab=tijdlijn")
    tijdlijn = re.sub(r"\s+", " ", cm.tekst)
    _lees(tijdlijn, "Besluit versturen", "Goedkeuren en laten ondertekenen", "Aan teamleider voorleggen")
    aanmelding = Aanmelding.objects.get()
    assert (aanmelding.status, str(aanmelding.gesloten_op)) == ("indicatie_actief", "2026-12-17")


def _naar_met_tab(een, zoek, keer=150):
    """Press Tab until the focus is where somebody wants to be, and see that it shows."""
    for _ in range(keer):
        een.pagina.keyboard.press("Tab")
        if een.pagina.evaluate(f"document.activeElement.matches({zoek!r})"):
            kader = een.pagina.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert kader != "none" or een.pagina.evaluate("getComputedStyle(document.activeElement).boxShadow") != "none"
            return
    raise AssertionError(f"Tab never comes to {zoek}")


def test_a_besluit_is_written_and_put_forward_by_keyboard_alone(scherm, cast_in_browser):
    cast = cast_in_browser
    ontvangen = timezone.now() - timedelta(days=20)
    dossier = factories.naar(factories.melding(cast, ontvangen=ontvangen), Status.BESLUIT_CONCEPT, cast)
    factories.besluit_van(dossier, "toekenning", cast, motivering_doel="")
    een, detail = scherm().inloggen(cast.anke), dossier.get_absolute_url()
    toetsen = een.pagina.keyboard
    _naar_met_tab(een, f".rij a[href^='{detail}']")
    toetsen.press("Enter")
    een.pagina.wait_for_url(f"**{detail}**")
    assert "Aan teamleider voorleggen kan nog niet" in een.tekst
    # What is still needed is the first thing after the head of the page.
    _naar_met_tab(een, f"main .knoppen a[href='{detail}besluit_schrijven/']")
    toetsen.press("Enter")
    een.pagina.wait_for_url("**/besluit_schrijven/")
    _naar_met_tab(een, "[name=motivering_doel]")
    toetsen.type("Zij leert haar dag zelf te regelen.")
    _naar_met_tab(een, "main button.btn-primary")
    toetsen.press("Enter")
    een.pagina.wait_for_url(f"**{detail}")
    _naar_met_tab(een, f"main a[href='{detail}besluit_voorleggen/']")
    toetsen.press("Enter")
    een.pagina.wait_for_url("**/besluit_voorleggen/")
    _naar_met_tab(een, "main button.btn-primary")
    toetsen.press("Enter")
    een.pagina.wait_for_url(f"**{detail}")
    assert "Het besluit ligt bij de teamleider." in een.tekst
    assert Aanmelding.objects.get().status == Status.BESLUIT_4OGEN
