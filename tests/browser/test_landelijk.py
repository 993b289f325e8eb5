"""Beside an aanmelding: an urgent call that is decided at once, and the question where the best chance is."""

import re

import pytest

from cimot.models import LandelijkeToegang, Spoedvoorziening
from cimot.processen.aanmelding import Status
from tests import factories

pytestmark = pytest.mark.browser
PUNTEN = ("netwerk", "werk", "zorg", "veiligheid", "wonen", "wens", "voorziening", "justitie")


def _openen(cm, dossier):
    cm.open(f"/aanmelding/{dossier.pk}/")
    cm.link("Beste kans in welke regio")
    cm.kies(richting="in")
    cm.vul(
        andere_regio="Zwolle",
        laatst_gewoond="Zwolle",
        woonde_vanaf="01-02-2019",
        woonde_tot="31-10-2026",
        reden_komst="Zijn zus woont hier.",
    )
    cm.knop("Opslaan")
    cm.pagina.wait_for_url(re.compile(r"/landelijk/\d+/$"))


def _naar_de_andere_regio(cm, detail):
    cm.link("Beste kans onderzoeken")
    cm.knop("Beste kans onderzoeken")
    cm.link("Beste kans wegen")
    for punt in PUNTEN:
        cm.kies(**{punt: "daar"})
    cm.vul(netwerk_toelichting="Al zijn vrienden wonen daar.")
    cm.knop("Opslaan")
    cm.open(f"{detail}contact_andere_regio/")
    cm.vul(contact_naam="M. Bos, casemanager", contact_gegevens="06-00000001")
    cm.knop("Opslaan")
    cm.open(f"{detail}tijdelijk_regelen/")
    cm.kies(tijdelijk="geregeld")
    cm.vul(tijdelijk_toelichting="Nachtopvang in Almelo.")
    cm.knop("Opslaan")
    cm.open(f"{detail}daar_helpen/")
    cm.vul(motivering="Zijn werk en zijn vrienden zijn daar.")
    cm.kies(uitleg_via="telefoon")
    cm.knop("Beste kans in de andere regio")


def _overdragen(cm, detail):
    cm.open(f"{detail}akkoord_vastleggen/")
    cm.vul(akkoord_naam="M. Bos, casemanager")
    cm.kies(namens_kanaal="email")
    cm.knop("Opslaan")
    cm.open(f"{detail}overdragen/")
    cm.knop("Overdracht beginnen")
    cm.open(f"{detail}overdracht_vastleggen/")
    cm.vul(gesprek_op="16-11-2026", stukken="Verslag, met toestemming.", aangekomen_op="18-11-2026")
    cm.knop("Opslaan")
    cm.open(f"{detail}overdracht_afronden/")
    cm.vul(overgenomen_naam="M. Bos, casemanager")
    cm.knop("Overname bevestigd")


@pytest.mark.eis("L-02", "L-06")
def test_the_best_chance_is_elsewhere_and_he_is_handed_over(scherm, cast_in_browser):
    cast = cast_in_browser
    dossier = factories.naar(factories.melding(cast), Status.ONDERZOEK, cast)
    cm = scherm().inloggen(cast.anke)
    _openen(cm, dossier)
    detail = "/" + "/".join(cm.pagina.url.split("/")[3:5]) + "/"
    zin = "Tot de overname helpt Almelo deze cliënt."
    assert zin in cm.tekst
    # The six weeks of the melding run on, with their reasons.
    assert f"Hoort bij {dossier.kenmerk}" in cm.tekst
    cm.pagina.get_by_text("Waarom deze datum").first.click()
    assert "Melding ontvangen: ma 2 nov 2026 (telt niet mee)" in cm.tekst
    _naar_de_andere_regio(cm, detail)
    assert "hier 0, daar 8, maakt niet uit 0" in cm.tekst and zin in cm.tekst
    _overdragen(cm, detail)
    assert "Overgenomen door de andere regio" in cm.tekst and zin not in cm.tekst
    assert LandelijkeToegang.objects.get().status == "overdracht_afgerond"
    cm.open(f"/aanmelding/{dossier.pk}/")
    assert "Liep hiernaast" in cm.tekst and "ma 14 dec 2026" in cm.tekst


@pytest.mark.eis("L-13")
def test_an_urgent_call_about_somebody_without_a_name_is_decided_the_same_day(scherm, cast_in_browser):
    cast = cast_in_browser
    balie = scherm().inloggen(cast.bas)
    balie.open("/aanmelding/nieuw/")
    balie.vul(omschrijving="Man bij het station, het vriest.")
    balie.kies(melder="anders", onderwerp="mo", spoed="ja")
    balie.knop("Melding opslaan")
    balie.pagina.wait_for_url(re.compile(r"/aanmelding/\d+/"))
    assert "Loopt hiernaast" in balie.tekst
    neven = Spoedvoorziening.objects.get()
    leider = scherm(390).inloggen(cast.tineke)
    leider.open("/spoed/")
    leider.pagina.locator(".rij a").first.click()
    leider.pagina.wait_for_url(re.compile(r"/spoed/\d+/$"))
    assert "De teamleider beslist meteen" in leider.tekst
    leider.link("Spoed beoordelen")
    leider.vul(reden="Slaapt buiten.", risico="Hij vriest dood.", voorziening="Nachtopvang.")
    leider.knop("Opslaan")
    leider.link("Tijdelijke hulp toekennen")
    vanaf = neven.geopend_op
    leider.vul(tijdelijk_vanaf=f"{vanaf:%d-%m-%Y}", tijdelijk_tot=f"{vanaf:%d-%m}-{vanaf.year + 1}", waarom="Het vriest.")
    leider.knop("Tijdelijke hulp toekennen")
    assert "Tijdelijke hulp duurt hoogstens 91 dagen" in leider.tekst
    leider.vul(tijdelijk_tot=f"{vanaf:%d-%m-%Y}")
    leider.knop("Tijdelijke hulp toekennen")
    leider.pagina.wait_for_url(re.compile(r"/spoed/\d+/$"))
    neven.refresh_from_db()
    assert (neven.status, neven.client) == ("tijdelijk_besluit", None)


def test_the_eight_points_by_keyboard_alone(scherm, cast_in_browser):
    neven = factories.landelijk(cast_in_browser, "lt_onderzoek")
    cm = scherm().inloggen(cast_in_browser.anke)
    cm.open(f"/landelijk/{neven.pk}/kans_wegen/")
    toetsen = cm.pagina.keyboard
    cm.pagina.locator("[name=netwerk]:checked").focus()
    for _ in PUNTEN:
        # "Weet ik nog niet" is the last of four; up is "Maakt niet uit". Then why, then the next point.
        toetsen.press("ArrowUp")
        kader = cm.pagina.evaluate("getComputedStyle(document.activeElement.nextElementSibling).outlineStyle")
        assert kader != "none"
        toetsen.press("Tab")
        toetsen.type("Zo.")
        toetsen.press("Tab")
    toetsen.press("Enter")
    cm.pagina.wait_for_url(re.compile(r"/landelijk/\d+/$"))
    assert "hier 0, daar 0, maakt niet uit 8" in cm.tekst
    assert set(neven.wegingen.values_list("toelichting", flat=True)) == {"Zo."}
