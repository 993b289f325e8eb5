"""SC-02, Hans Bakker: opvang, without a BSN, over the turn of the year (domein.md 6)."""

import pytest

from cimot import actions
from cimot.models import Melding
from cimot.processen.aanmelding import Status
from kern.models import Gemeente
from kern.proces.weigering import Weigering
from tests.cimot.scenario import dag, stand, termijn, waarom

pytestmark = [pytest.mark.django_db, pytest.mark.eis("SC-02")]
HANS = {"naam": "Bakker, Hans", "geboren": "1976-05-00", "onderwerp": "mo", "kanaal": "balie", "melder": "zelf"}


@pytest.fixture
def hans(scenario):
    return scenario.melding("20-11-2026", gemeente=Gemeente.objects.get(naam="Almelo"), **HANS)


@pytest.fixture
def aangevraagd(scenario, hans):
    zaak = scenario.langs(
        hans,
        (Status.MELDING_BEVESTIGD, "20-11-2026"),
        (Status.ONDERZOEK, "30-11-2026"),
        (Status.VERSLAG_CONCEPT, "14-12-2026"),
        (Status.VERSLAG_CLIENT, "16-12-2026"),
        (Status.VERSLAG_DEFINITIEF, "22-12-2026"),
    )
    return scenario.aanvraag(zaak, "31-12-2026")


@pytest.mark.eis("T-PERSPLAN", "T-ONDERZOEK")
def test_six_weeks_that_end_on_new_years_day_end_on_the_monday(hans):
    assert termijn(hans, "persplan") == (dag("20-11-2026"), dag("27-11-2026"), dag("27-11-2026"))
    assert termijn(hans, "onderzoek") == (dag("20-11-2026"), dag("1-1-2027"), dag("4-1-2027"))
    for reden in ("Nieuwjaarsdag", "zaterdag", "zondag"):
        assert reden in waarom(hans, "onderzoek")


@pytest.mark.eis("T-BESLUIT", "T-BEZWAAR", "L-15", "L-55", "L-62")
def test_the_terms_of_his_besluit(scenario, aangevraagd):
    assert stand(aangevraagd, "onderzoek") == ("afgedaan", dag("22-12-2026"))
    assert termijn(aangevraagd, "besluit") == (dag("31-12-2026"), dag("14-1-2027"), dag("14-1-2027"))
    zaak = scenario.langs(
        aangevraagd,
        (Status.AANVRAAG_COMPLEET, "31-12-2026"),
        (Status.BESLUIT_CONCEPT, "4-1-2027"),
        (Status.BESLUIT_4OGEN, "5-1-2027"),
        (Status.BESLUIT_ONDERTEKEND, "6-1-2027"),
        (Status.INDICATIE_ACTIEF, "7-1-2027"),
    )
    assert stand(zaak, "besluit") == ("afgedaan", dag("7-1-2027"))
    assert termijn(zaak, "bezwaar") == (dag("7-1-2027"), dag("18-2-2027"), dag("18-2-2027"))
    [onderdeel] = zaak.besluit.onderdelen.all()
    assert (onderdeel.groep, onderdeel.soort) == ("opvang", "opvang")


@pytest.mark.eis("L-38")
def test_without_a_bsn_it_all_goes_on_with_the_reason(aangevraagd):
    assert (aangevraagd.client.heeft_bsn, aangevraagd.client.bsn_reden) == (False, "niet_vastgesteld")


@pytest.mark.eis("SM-1")
def test_where_he_sleeps_must_be_known_before_the_investigation(scenario, hans):
    zaak = scenario.stap(hans, Status.MELDING_BEVESTIGD, "20-11-2026")
    Melding.objects.update(ethos="")
    with pytest.raises(Weigering, match="u weet waar de cliënt nu slaapt") as fout:
        scenario.stap(zaak.__class__.objects.get(), Status.ONDERZOEK, "30-11-2026")
    assert fout.value.zin.count(";") == 0
    zaak = actions.melding_wijzigen(
        zaak, door=scenario.cast.bas, op=scenario.nu, onderwerp="mo", is_dubbel_bekeken=True, ethos="noodopvang"
    )
    assert scenario.stap(zaak, Status.ONDERZOEK, "30-11-2026").status == Status.ONDERZOEK
