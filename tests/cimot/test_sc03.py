"""SC-03, Emre Demir: an aanvraag that is not complete, in Enschede, around Christmas (domein.md 6)."""

import pytest

from cimot import actions
from cimot.processen.aanmelding import Status
from kern.models import Gemeente, Opschorting, Signaal
from kern.proces.weigering import Weigering
from tests.cimot.scenario import dag, stand, termijn, waarom

pytestmark = [pytest.mark.django_db, pytest.mark.eis("SC-03")]
BESLUIT = {"begin": dag("11-12-2026"), "voor": dag("25-12-2026")}


@pytest.fixture
def emre(scenario):
    zaak = scenario.melding(
        "30-10-2026", naam="Demir, Emre", geboren="1992-06-10", regio=scenario.cast.enschede,
        gemeente=Gemeente.objects.get(naam="Hengelo"),
    )  # fmt: skip
    zaak = scenario.langs(
        zaak,
        (Status.MELDING_BEVESTIGD, "30-10-2026"),
        (Status.ONDERZOEK, "10-11-2026"),
        (Status.VERSLAG_CONCEPT, "1-12-2026"),
        (Status.VERSLAG_CLIENT, "3-12-2026"),
        (Status.VERSLAG_DEFINITIEF, "8-12-2026"),
    )
    return scenario.aanvraag(zaak, "11-12-2026")


def vraag_aan(scenario, zaak, tot="29-12-2026", op="15-12-2026"):
    return actions.aanvulling_vragen(
        zaak, door=scenario.cast.els, op=scenario.op(op), ontbreekt="Het budgetplan.", via="brief",
        gesteld_tot=dag(tot) if tot else None,
    )  # fmt: skip


def ontvang(scenario, zaak, op="28-12-2026"):
    return actions.aanvulling_ontvangen(zaak, door=scenario.cast.els, op=scenario.op(op))


def laat_liggen(scenario, zaak, op):
    return actions.buiten_behandeling_laten(
        zaak, door=scenario.cast.els, op=scenario.op(op), waarom="Er kwam geen budgetplan.",
        ondertekenaar=scenario.cast.ruben, via="brief",
    )  # fmt: skip


@pytest.mark.eis("T-ONDERZOEK", "T-BESLUIT")
def test_two_weeks_that_end_on_christmas_end_on_the_monday(emre):
    assert termijn(emre, "onderzoek") == (dag("30-10-2026"), dag("11-12-2026"), dag("11-12-2026"))
    assert termijn(emre, "besluit") == (dag("11-12-2026"), dag("25-12-2026"), dag("28-12-2026"))
    for reden in ("1e Kerstdag", "2e Kerstdag", "zondag"):
        assert reden.lower() in waarom(emre, "besluit").lower()


@pytest.mark.eis("L-59", "L-56", "T-BESLUIT", "T-BEZWAAR")
def test_twelve_suspended_days(scenario, emre):
    zaak = vraag_aan(scenario, emre)
    assert zaak.status == Status.AANVRAAG_ONVOLLEDIG
    zaak = ontvang(scenario, zaak)
    rij = Opschorting.objects.get()
    assert (rij.vanaf, rij.tot, rij.grond) == (dag("16-12-2026"), dag("27-12-2026"), "Awb 4:15 lid 1 a")
    assert zaak.taken.get(code="besluit").opgeschorte_dagen == 12
    assert termijn(zaak, "besluit") == (dag("11-12-2026"), dag("6-1-2027"), dag("6-1-2027"))
    assert (zaak.status, zaak.aanvraag.compleet_op) == (Status.AANVRAAG_COMPLEET, dag("28-12-2026"))
    assert "12 dagen opgeschort" in waarom(zaak, "besluit")
    zaak = scenario.langs(
        zaak,
        (Status.BESLUIT_CONCEPT, "29-12-2026"),
        (Status.BESLUIT_4OGEN, "30-12-2026"),
        (Status.BESLUIT_ONDERTEKEND, "4-1-2027"),
        (Status.INDICATIE_ACTIEF, "6-1-2027"),
    )
    assert not zaak.taken.get(code="besluit").is_te_laat_afgedaan
    assert termijn(zaak, "bezwaar") == (dag("6-1-2027"), dag("17-2-2027"), dag("17-2-2027"))


@pytest.mark.eis("L-59")
@pytest.mark.parametrize(
    ("klaar", "dagen", "nominaal", "effectief"),
    [
        ("15-12-2026", 0, "25-12-2026", "28-12-2026"),
        ("16-12-2026", 0, "25-12-2026", "28-12-2026"),
        ("17-12-2026", 1, "26-12-2026", "28-12-2026"),
        ("28-12-2026", 12, "6-1-2027", "6-1-2027"),
        ("29-12-2026", 13, "7-1-2027", "7-1-2027"),
        # Later than the term that was set: that had ended by itself.
        ("5-1-2027", 13, "7-1-2027", "7-1-2027"),
    ],
)
def test_the_day_of_completion_is_no_suspended_day(scenario, emre, klaar, dagen, nominaal, effectief):
    zaak = ontvang(scenario, vraag_aan(scenario, emre), klaar)
    assert zaak.taken.get(code="besluit").opgeschorte_dagen == dagen
    assert termijn(zaak, "besluit")[1:] == (dag(nominaal), dag(effectief))


@pytest.mark.eis("L-59", "T-BESLUIT")
def test_a_set_term_that_lapses_unused_needs_nobody(scenario, emre):
    """From the invitation on the last day is known; neither the check nor a person has to come by."""
    zaak = vraag_aan(scenario, emre)
    for _ in range(2):
        taak = zaak.taken.get(code="besluit")
        assert (taak.opgeschorte_dagen, taak.status) == (13, "open")
        assert termijn(zaak, "besluit") == (dag("11-12-2026"), dag("7-1-2027"), dag("7-1-2027"))
        scenario.nacht("30-12-2026")
    assert (Opschorting.objects.get().tot, stand(zaak, "aanvulling")) == (
        dag("28-12-2026"),
        ("verstreken", dag("29-12-2026")),
    )
    assert not Signaal.objects.filter(taak=taak, drempel=0).exists()
    scenario.nacht("8-1-2027")
    assert Signaal.objects.filter(taak=taak, drempel=0).exists()


@pytest.mark.eis("L-59")
def test_without_a_set_term_nothing_is_suspended(scenario, emre):
    zaak = vraag_aan(scenario, emre, tot=None)
    assert termijn(zaak, "besluit") == (dag("11-12-2026"), dag("25-12-2026"), dag("28-12-2026"))
    assert not Opschorting.objects.exists()
    assert not zaak.taken.filter(code__in=("aanvulling", "buiten_behandeling")).exists()
    zaak = ontvang(scenario, zaak)
    assert zaak.status == Status.AANVRAAG_COMPLEET
    assert termijn(zaak, "besluit") == (dag("11-12-2026"), dag("25-12-2026"), dag("28-12-2026"))


@pytest.mark.eis("T-AANVUL", "T-4:5")
def test_the_terms_of_the_invitation(scenario, emre):
    zaak = vraag_aan(scenario, emre)
    assert termijn(zaak, "aanvulling") == (dag("15-12-2026"), dag("29-12-2026"), dag("29-12-2026"))
    assert termijn(zaak, "buiten_behandeling") == (dag("29-12-2026"), dag("26-1-2027"), dag("26-1-2027"))
    zaak = ontvang(scenario, zaak)
    assert stand(zaak, "aanvulling") == stand(zaak, "buiten_behandeling") == ("afgedaan", dag("28-12-2026"))


@pytest.mark.eis("T-AANVUL")
def test_the_set_term_is_not_moved_by_a_weekend(scenario, emre):
    assert termijn(vraag_aan(scenario, emre, tot="26-12-2026"), "aanvulling")[1:] == (dag("26-12-2026"), dag("26-12-2026"))


@pytest.mark.eis("T-4:5", "L-56", "T-BEZWAAR")
def test_not_completed_it_is_left_untreated_within_four_weeks(scenario, emre):
    zaak = vraag_aan(scenario, emre)
    with pytest.raises(Weigering, match="u gaf een termijn om aan te vullen, en die is voorbij"):
        laat_liggen(scenario, zaak, "29-12-2026")
    zaak = laat_liggen(scenario, zaak, "26-1-2027")
    assert (zaak.status, zaak.gesloten_op) == (Status.BUITEN_BEHANDELING, dag("26-1-2027"))
    besluit = zaak.besluit
    assert (besluit.uitkomst, besluit.verzonden_op, besluit.ondertekenaar) == (
        "buiten_behandeling",
        dag("26-1-2027"),
        scenario.cast.ruben,
    )
    assert stand(zaak, "besluit") == ("afgedaan", dag("26-1-2027"))
    assert zaak.taken.get(code="besluit").is_te_laat_afgedaan
    assert termijn(zaak, "bezwaar") == (dag("26-1-2027"), dag("9-3-2027"), dag("9-3-2027"))


@pytest.mark.eis("T-4:5", "L-56")
def test_after_four_weeks_it_can_only_be_decided(scenario, emre):
    zaak = vraag_aan(scenario, emre)
    scenario.nacht("27-1-2027")
    assert Signaal.objects.filter(taak__code="buiten_behandeling", drempel=0).exists()
    with pytest.raises(Weigering, match="nog geen vier weken geleden"):
        laat_liggen(scenario, zaak, "27-1-2027")
    zaak = actions.aanvraag_compleet_verklaren(zaak, door=scenario.cast.els, op=scenario.op("28-1-2027"))
    assert zaak.status == Status.AANVRAAG_COMPLEET


@pytest.mark.eis("L-56")
def test_who_leaves_it_untreated_needs_a_mandate_of_this_college(scenario, emre):
    zaak = vraag_aan(scenario, emre)
    with pytest.raises(Weigering, match="Tineke mag dit besluit op deze dag niet ondertekenen"):
        actions.buiten_behandeling_laten(
            zaak, door=scenario.cast.els, op=scenario.op("4-1-2027"), waarom="Niets.",
            ondertekenaar=scenario.cast.tineke, via="brief",
        )  # fmt: skip
    zaak.refresh_from_db()
    assert zaak.status == Status.AANVRAAG_ONVOLLEDIG
