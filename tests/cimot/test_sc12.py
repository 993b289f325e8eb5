"""SC-12: nothing was decided on the last day (domein.md 6). The ingebrekestelling itself comes with SM-13."""

import pytest

from cimot import actions
from cimot.processen.aanmelding import Status
from kern.models import Signaal
from tests.cimot.scenario import dag, stand, termijn, waarom

pytestmark = [pytest.mark.django_db, pytest.mark.eis("SC-12")]


@pytest.fixture
def ondertekend(scenario):
    """Signed on the day of the aanvraag, and left on a desk."""
    zaak = scenario.melding("18-1-2027")
    zaak = scenario.langs(
        zaak,
        (Status.MELDING_BEVESTIGD, "18-1-2027"),
        (Status.ONDERZOEK, "26-1-2027"),
        (Status.VERSLAG_CONCEPT, "8-2-2027"),
        (Status.VERSLAG_CLIENT, "10-2-2027"),
        (Status.VERSLAG_DEFINITIEF, "19-2-2027"),
        (Status.AANVRAAG_ONTVANGEN, "1-3-2027"),
    )
    assert termijn(zaak, "besluit") == (dag("1-3-2027"), dag("15-3-2027"), dag("15-3-2027"))
    return scenario.langs(
        zaak,
        (Status.AANVRAAG_COMPLEET, "2-3-2027"),
        (Status.BESLUIT_CONCEPT, "3-3-2027"),
        (Status.BESLUIT_4OGEN, "10-3-2027"),
        (Status.BESLUIT_ONDERTEKEND, "11-3-2027"),
    )


@pytest.mark.eis("T-BESLUIT")
def test_the_day_after_it_is_late_and_everybody_sees_it(scenario, ondertekend):
    taak = ondertekend.taken.get(code="besluit")
    scenario.nacht("15-3-2027")
    assert set(Signaal.objects.filter(taak=taak).values_list("drempel", flat=True)) == {5, 1}
    scenario.nacht("16-3-2027")
    assert set(Signaal.objects.filter(taak=taak).values_list("drempel", flat=True)) == {5, 1, 0}
    ondertekend.refresh_from_db()
    assert (ondertekend.vervalt_op, stand(ondertekend, "besluit")) == (dag("15-3-2027"), ("open", None))


@pytest.mark.eis("T-BEZWAAR", "T-BESLUIT", "L-55")
def test_variant_a_sent_on_9_april(scenario, ondertekend):
    zaak = scenario.versturen(ondertekend, "9-4-2027")
    assert stand(zaak, "besluit") == ("afgedaan", dag("9-4-2027"))
    assert zaak.taken.get(code="besluit").is_te_laat_afgedaan
    assert termijn(zaak, "besluit") == (dag("1-3-2027"), dag("15-3-2027"), dag("15-3-2027"))
    assert termijn(zaak, "bezwaar") == (dag("9-4-2027"), dag("21-5-2027"), dag("21-5-2027"))


@pytest.mark.eis("T-BEZWAAR", "T-BEZWAAR-POST", "L-62")
def test_variant_d_sent_on_25_march(scenario, ondertekend):
    zaak = scenario.versturen(ondertekend, "25-3-2027")
    assert zaak.taken.get(code="besluit").is_te_laat_afgedaan
    assert termijn(zaak, "bezwaar") == (dag("25-3-2027"), dag("6-5-2027"), dag("10-5-2027"))
    for reden in ("do 6 mei 2027 is Hemelvaartsdag", "dag na Hemelvaartsdag", "zaterdag", "zondag"):
        assert reden in waarom(zaak, "bezwaar"), waarom(zaak, "bezwaar")
    assert termijn(zaak, "bezwaar_post") == (dag("10-5-2027"), dag("17-5-2027"), dag("18-5-2027"))
    assert "2e Pinksterdag" in waarom(zaak, "bezwaar_post")


@pytest.mark.eis("L-58", "T-BESLUIT")
def test_telling_the_client_moves_no_day(scenario, ondertekend):
    zaak = actions.vertraging_meedelen(
        ondertekend, door=scenario.cast.anke, op=scenario.op("15-3-2027"), reden="De teamleider is ziek.", via="brief",
        mededeling_tot=dag("29-3-2027"),
    )  # fmt: skip
    assert (zaak.aanvraag.mededeling_op, zaak.aanvraag.mededeling_tot) == (dag("15-3-2027"), dag("29-3-2027"))
    assert termijn(zaak, "besluit") == (dag("1-3-2027"), dag("15-3-2027"), dag("15-3-2027"))
    scenario.nacht("16-3-2027")
    assert Signaal.objects.filter(taak__code="besluit", taak__dossier=zaak, drempel=0).exists()
