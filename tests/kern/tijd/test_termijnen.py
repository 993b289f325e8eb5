"""Deadlines follow the facts: opened, closed, reopened and recomputed, always with the same outcome."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cimot import actions as cimot
from cimot.processen.aanmelding import Status
from kern.models import GelijkgesteldeDag
from kern.proces import actions
from kern.proces.models.dossier import NOOIT
from kern.proces.weigering import Weigering
from kern.tijd import signalen, termijnen
from tests.factories import NAMENS, compleet_maken, melding, moment, naar

pytestmark = pytest.mark.django_db
MA_2_NOV = date(2026, 11, 2)


def taak(dossier, code):
    return dossier.taken.get(code=code)


def stand(dossier):
    return {t.code: t.status for t in dossier.taken.all()}


def opnieuw(dossier, op=MA_2_NOV):
    dossier = dossier.__class__.objects.get(pk=dossier.pk)
    return termijnen.bijwerken(dossier, op)


# The same outcome, however often.


@pytest.mark.parametrize("status", [s for s in Status if s not in ("geen_ingezetene_toets", *Status.values[-3:])])
def test_reconciling_again_changes_nothing_and_writes_no_history(cast, status):
    dossier = naar(melding(cast), status, cast)
    voor = list(dossier.taken.order_by("id").values())
    versies = [t.versies.count() for t in dossier.taken.order_by("id")]
    for dag in (MA_2_NOV, date(2026, 11, 20), date(2027, 6, 1)):
        assert opnieuw(dossier, dag) == []
    assert list(dossier.taken.order_by("id").values()) == voor
    assert [t.versies.count() for t in dossier.taken.order_by("id")] == versies


def test_a_new_version_of_the_holidays_that_moves_nothing_leaves_the_row_alone(cast):
    dossier = melding(cast)
    versie = taak(dossier, "onderzoek").feestdagversie
    GelijkgesteldeDag.objects.create(datum=date(2030, 1, 2), bron="besluit", versie="2099-1")
    assert opnieuw(dossier) == []
    assert taak(dossier, "onderzoek").feestdagversie == versie
    assert taak(melding(cast, naam="Nieuw, N"), "onderzoek").feestdagversie == "2099-1"


# Opened and closed.


@pytest.mark.eis("T-ONTVANGST", "T-PERSPLAN", "T-ONDERZOEK", "L-06", "L-07")
def test_a_melding_starts_three_deadlines_with_rule_source_and_reasons(cast):
    dossier = melding(cast)
    datums = {t.code: (t.begin_op, t.nominaal_op, t.vervalt_op) for t in dossier.taken.all()}
    assert datums == {
        "ontvangst": (MA_2_NOV, MA_2_NOV, MA_2_NOV),
        "persplan": (MA_2_NOV, date(2026, 11, 9), date(2026, 11, 9)),
        "onderzoek": (MA_2_NOV, date(2026, 12, 14), date(2026, 12, 14)),
    }
    onderzoek = taak(dossier, "onderzoek")
    assert (onderzoek.rol, onderzoek.is_wettelijk, onderzoek.is_van_client, onderzoek.waarschuw) == (
        "casemanager",
        True,
        False,
        [14, 7, 1],
    )
    assert "T-ONDERZOEK" in onderzoek.bron
    assert onderzoek.regelversie == "onderzoek 2015-01-01"
    assert [stap["datum"] for stap in onderzoek.stappen][-1] == "2026-12-14"
    assert taak(dossier, "persplan").is_van_client


@pytest.mark.eis("T-ONTVANGST", "T-PERSPLAN", "T-ONDERZOEK", "L-06")
def test_each_deadline_ends_with_its_own_fact(cast):
    dossier = naar(melding(cast), Status.MELDING_BEVESTIGD, cast)
    assert taak(dossier, "ontvangst").gesloten_op == date(2026, 11, 3)
    assert stand(dossier) == {"ontvangst": "afgedaan", "persplan": "open", "onderzoek": "open"}
    dossier = cimot.toewijzen(dossier, door=cast.bas, op=moment("2026-11-04"), behandelaar=cast.anke)
    plan = {"door": cast.anke, "op": moment("2026-11-06"), "namens": NAMENS}
    dossier = cimot.plan_vastleggen(dossier, plan="ontvangen", **plan)
    persplan = taak(dossier, "persplan")
    assert (persplan.status, persplan.gesloten_op) == ("afgedaan", date(2026, 11, 6))
    dossier = cimot.plan_vastleggen(dossier, plan="aangeboden", **plan)
    persplan.refresh_from_db()
    assert (persplan.status, persplan.gesloten_op, persplan.vervalt_op) == ("open", None, date(2026, 11, 9))


@pytest.mark.parametrize(
    ("einde", "extra"),
    [("intrekken", {"reden": "Wil niet.", "namens": NAMENS}), ("doorzenden", {"reden": "Zwolle.", "ontvanger": "Zwolle"})],
)
def test_a_dossier_that_ends_early_drops_what_still_ran(cast, einde, extra):
    dossier = naar(melding(cast), Status.MELDING_BEVESTIGD, cast)
    dossier = getattr(cimot, einde)(dossier, door=cast.anke, op=moment("2026-11-06"), **extra)
    assert stand(dossier) == {"ontvangst": "afgedaan", "persplan": "vervallen", "onderzoek": "vervallen", "bewaar": "open"}
    assert taak(dossier, "onderzoek").gesloten_op == date(2026, 11, 6)
    assert (dossier.vervalt_op, dossier.eerst_op, dossier.aandacht_op) == (taak(dossier, "bewaar").vervalt_op, NOOIT, NOOIT)


@pytest.mark.eis("T-PERSPLAN")
@pytest.mark.parametrize("gecontroleerd", [True, False], ids=["checked", "not checked"])
@pytest.mark.parametrize("plan_op", ["2026-11-12", None], ids=["plan comes late", "no plan"])
def test_a_term_of_the_client_lapses_on_its_own_day_whether_the_night_came_by_or_not(cast, gecontroleerd, plan_op):
    dossier = naar(melding(cast), Status.MELDING_BEVESTIGD, cast)
    dossier = cimot.toewijzen(dossier, door=cast.bas, op=moment("2026-11-04"), behandelaar=cast.anke)
    if gecontroleerd:
        signalen.controleer(date(2026, 11, 11), op=timezone.now())
        assert stand(dossier)["persplan"] == "verstreken"
    if plan_op:
        cimot.plan_vastleggen(dossier, door=cast.anke, op=moment(plan_op), plan="ontvangen", namens=NAMENS)
    else:
        cimot.intrekken(dossier, door=cast.anke, op=moment("2026-11-12"), reden="Weg.", namens=NAMENS)
    persplan = taak(dossier, "persplan")
    assert (persplan.status, persplan.gesloten_op) == ("verstreken", date(2026, 11, 9))
    assert not persplan.is_te_laat_afgedaan
    assert opnieuw(dossier) == []


# A corrected fact.


@pytest.mark.eis("T-ONDERZOEK", "L-06")
def test_a_corrected_day_of_receipt_recomputes_what_runs_and_keeps_what_was_said(cast):
    dossier = naar(melding(cast), Status.MELDING_BEVESTIGD, cast)
    dossier = cimot.meldmoment_corrigeren(
        dossier, door=cast.anke, op=moment("2026-11-10"), ontvangen_op=moment("2026-10-30 23:59"), reden="Lag in de bak."
    )
    onderzoek = taak(dossier, "onderzoek")
    assert (onderzoek.begin_op, onderzoek.vervalt_op) == (date(2026, 10, 30), date(2026, 12, 11))
    assert taak(dossier, "persplan").vervalt_op == date(2026, 11, 6)
    assert [v.vervalt_op for v in onderzoek.versies.order_by("pgh_id")] == [date(2026, 12, 14), date(2026, 12, 11)]
    assert taak(dossier, "ontvangst").begin_op == MA_2_NOV  # done; what was, stays
    assert (dossier.geopend_op, dossier.vervalt_op) == (date(2026, 10, 30), date(2026, 12, 11))
    assert [v.ontvangen_op for v in dossier.melding.versies.order_by("pgh_id")][-1] == moment("2026-10-30 23:59")


def test_a_lapsed_term_of_the_client_runs_again_when_the_melding_came_later(cast):
    dossier = melding(cast, ontvangen="2026-10-20")
    signalen.controleer(date(2026, 11, 3), op=timezone.now())
    assert stand(dossier)["persplan"] == "verstreken"
    dossier = cimot.meldmoment_corrigeren(
        dossier, door=cast.anke, op=moment("2026-11-04"), ontvangen_op=moment("2026-11-02"), reden="Verkeerd gelezen."
    )
    persplan = taak(dossier, "persplan")
    assert (persplan.status, persplan.gesloten_op, persplan.vervalt_op) == ("open", None, date(2026, 11, 9))
    assert dossier.status_sinds == MA_2_NOV


@pytest.mark.parametrize("wat", ["bevestiging", "eerste contact"])
def test_a_melding_does_not_come_after_what_followed_it(cast, wat):
    dossier = melding(cast)
    if wat == "bevestiging":
        cimot.bevestigen(
            compleet_maken(dossier, cast, moment("2026-11-03")), door=cast.bas, op=moment("2026-11-03"), via="brief"
        )
    else:
        cimot.eerste_contact(dossier, door=cast.bas, op=moment("2026-11-03"))
    stap = {"door": cast.anke, "op": moment("2026-11-10"), "reden": "Ander moment."}
    with pytest.raises(Weigering, match=f"{wat} was al op di 3 nov 2026") as fout:
        cimot.meldmoment_corrigeren(dossier, ontvangen_op=moment("2026-11-04"), **stap)
    assert fout.value.veld == "ontvangen_op"
    assert cimot.meldmoment_corrigeren(dossier, ontvangen_op=moment("2026-11-03"), **stap).gemeld_op == date(2026, 11, 3)


def test_the_corrected_moment_is_not_in_the_future(cast):
    with pytest.raises(Weigering, match="toekomst"):
        morgen = timezone.now() + timedelta(days=1)
        cimot.meldmoment_corrigeren(melding(cast), door=cast.anke, op=timezone.now(), ontvangen_op=morgen, reden="x")


# The copies for lists.


def test_the_copies_say_the_first_date_and_the_first_day_of_attention(cast):
    dossier = melding(cast)
    assert (dossier.vervalt_op, dossier.eerst_op) == (MA_2_NOV, MA_2_NOV)  # T-ONTVANGST
    dossier = naar(melding(cast, naam="Twee, T"), Status.MELDING_BEVESTIGD, cast)
    # Our own first date; the client's term counts for the first date of all, not for what we can miss.
    assert (dossier.vervalt_op, dossier.eerst_op) == (date(2026, 12, 14), date(2026, 11, 9))
    assert dossier.aandacht_op == date(2026, 11, 3)  # there is something to do since the confirmation
    assert dossier.sorteernaam == dossier.client.sorteernaam == "twee, t"
    assert dossier.gemeente == dossier.client.woongemeente


def test_while_the_client_reads_the_account_only_the_warning_asks_attention(cast):
    dossier = naar(melding(cast), Status.VERSLAG_CLIENT, cast)
    assert dossier.aandacht_op == date(2026, 11, 30)  # 14 days before 14 December
    dossier = naar(melding(cast, naam="Twee, T"), Status.VERSLAG_DEFINITIEF, cast)
    assert (dossier.vervalt_op, dossier.eerst_op) == (NOOIT, NOOIT)


def test_without_a_client_the_municipality_of_the_melding_stays(cast):
    dossier = melding(cast, naam="", omschrijving="Man bij het station.", gemeente=cast.gerda.verleningen[0].gemeente)
    assert (dossier.sorteernaam, dossier.gemeente.naam) == ("", "Wierden")
    dossier = cimot.client_koppelen(dossier, door=cast.bas, op=moment("2026-11-03"), naam="Bakker, Hans")
    assert (dossier.gemeente.naam, dossier.client.woongemeente.naam) == ("Wierden", "Wierden")
    actions.bewaar_kopie(dossier)
    assert dossier.sorteernaam == "bakker, hans"
