"""A wrong click is put right: the last step is reversed with a reason, and both steps stay visible."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cimot import actions as cimot
from cimot.models import Onderzoek, Verslag
from cimot.processen.aanmelding import Status
from kern.models import Dossier, Gebeurtenis, Taak
from kern.proces import actions, correctie
from kern.proces.weigering import NietBevoegd, Weigering
from tests.factories import NAMENS, melding, moment, naar

pytestmark = pytest.mark.django_db


def terug(dossier, door, reden="Verkeerde knop."):
    return correctie.corrigeren(dossier, door=door, op=timezone.now(), reden=reden)


def test_its_maker_reverses_a_step_with_a_reason_and_both_stay_visible(cast):
    dossier = naar(melding(cast), Status.ONDERZOEK, cast)
    dossier = terug(dossier, cast.anke)
    assert dossier.status == Status.MELDING_BEVESTIGD
    stap, correctie = Gebeurtenis.objects.filter(actie__in=("onderzoek_starten", "corrigeren")).order_by("id")
    assert (correctie.van, correctie.naar, correctie.verwijst_naar_id) == (stap.naar, stap.van, stap.pk)
    assert dossier.toelichtingen.get(gebeurtenis_id=correctie.pk).reden == "Verkeerde knop."
    assert Onderzoek.objects.get().gestart_op is None


@pytest.mark.parametrize("reden", ["", " \t"])
def test_a_correction_needs_a_reason(cast, reden):
    dossier = naar(melding(cast), Status.ONDERZOEK, cast)
    with pytest.raises(Weigering, match="waarom u deze stap terugdraait") as fout:
        terug(dossier, cast.anke, reden)
    assert fout.value.veld == "reden"
    assert Dossier.objects.get().status == Status.ONDERZOEK


def test_a_colleague_may_not_and_a_teamleider_may(cast):
    dossier = naar(melding(cast), Status.ONDERZOEK, cast)
    for door in (cast.karim, cast.bas, cast.gerda, cast.frida):
        with pytest.raises(NietBevoegd, match="Vraag het de teamleider"):
            terug(dossier, door)
    assert terug(dossier, cast.tineke).status == Status.MELDING_BEVESTIGD


@pytest.mark.parametrize(
    ("status", "door"),
    [(Status.MELDING_BEVESTIGD, "bas"), (Status.VERSLAG_CLIENT, "anke"), (Status.VERSLAG_DEFINITIEF, "anke")],
)
def test_after_a_letter_left_only_the_teamleider_may(cast, status, door):
    dossier = naar(melding(cast), status, cast)
    with pytest.raises(NietBevoegd):
        terug(dossier, getattr(cast, door))
    assert terug(dossier, cast.tineke).status != status


def test_a_fresh_dossier_has_nothing_to_reverse(cast):
    with pytest.raises(NietBevoegd):
        terug(melding(cast), cast.tineke)


@pytest.mark.eis("L-06", "L-11")
def test_the_fact_is_taken_back_and_its_deadline_runs_again(cast):
    dossier = naar(melding(cast), Status.VERSLAG_DEFINITIEF, cast)
    assert Taak.objects.get(code="onderzoek").status == Taak.Status.AFGEDAAN
    dossier = terug(dossier, cast.tineke)
    verslag = Verslag.objects.get()
    assert (verslag.definitief_op, verslag.definitieve_tekst, verslag.definitief_hash) == (None, "", "")
    assert verslag.reactie == "akkoord"
    taak = Taak.objects.get(code="onderzoek")
    assert (taak.status, taak.gesloten_op, taak.vervalt_op) == (Taak.Status.OPEN, None, date(2026, 12, 14))
    assert dossier.vervalt_op == date(2026, 12, 14)


def test_an_account_that_was_not_sent_has_no_reaction(cast):
    dossier = naar(melding(cast), Status.VERSLAG_CLIENT, cast)
    dossier = cimot.reactie_vastleggen(
        dossier, door=cast.anke, op=timezone.now(), reactie="niet_akkoord", reactie_tekst="Nee.", namens=NAMENS
    )
    dossier = terug(dossier, cast.tineke)
    verslag = Verslag.objects.get()
    assert (verslag.naar_client_op, verslag.reactie, verslag.reactie_op, verslag.reactie_tekst) == (None, "", None, "")
    assert verslag.versies.filter(reactie="niet_akkoord", reactie_tekst="Nee.").exists()
    assert dossier.status == Status.VERSLAG_CONCEPT


@pytest.mark.eis("L-06")
def test_a_step_with_a_wrong_day_is_done_again_with_the_right_one(cast):
    """The reversal happens today, but the status before it holds since its own day: else the real day is refused."""
    dossier = naar(melding(cast), Status.MELDING_BEVESTIGD, cast, op=moment("2026-11-09"))
    dossier = terug(dossier, cast.tineke)
    assert dossier.status_sinds == date(2026, 11, 2)
    dossier = cimot.bevestigen(dossier, door=cast.bas, op=moment("2026-11-03"), via="brief")
    assert Taak.objects.get(code="ontvangst").gesloten_op == date(2026, 11, 3)
    dossier = cimot.niet_bevoegd_verklaren(
        dossier, door=cast.anke, op=moment("2026-11-20"), reden="Woont elders.", ontvanger="Zwolle"
    )
    assert terug(dossier, cast.tineke).status_sinds == date(2026, 11, 3)


def test_reversing_twice_goes_back_two_steps_and_a_step_done_again_is_the_last(cast):
    dossier = naar(melding(cast), Status.ONDERZOEK, cast)
    dossier = terug(terug(dossier, cast.tineke), cast.tineke)
    assert dossier.status == Status.MELDING_ONTVANGEN
    with pytest.raises(NietBevoegd):
        terug(dossier, cast.tineke)
    dossier = cimot.bevestigen(dossier, door=cast.bas, op=timezone.now(), via="email")
    assert terug(dossier, cast.tineke).status == Status.MELDING_ONTVANGEN


def test_a_closed_dossier_opens_again_unless_the_client_has_a_new_one(cast):
    dossier = cimot.intrekken(melding(cast), door=cast.bas, op=moment("2026-11-05"), reden="Wil niet.", namens=NAMENS)
    open_weer = terug(dossier, cast.tineke)
    assert (open_weer.gesloten_op, open_weer.sluitreden) == (None, "")
    assert set(open_weer.taken.exclude(code="bewaar").values_list("status", flat=True)) == {"open"}
    # It is kept for as long as it runs: that is not "done".
    assert open_weer.taken.get(code="bewaar").status == "vervallen"
    assert open_weer.vervalt_op < date(2027, 1, 1)
    dossier = cimot.intrekken(open_weer, door=cast.bas, op=timezone.now(), reden="Toch.", namens=NAMENS)
    melding(cast, client=dossier.client)
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        terug(dossier, cast.tineke)
    assert actions.zin_bij(fout.value) == "Deze cliënt heeft al zo'n lopend dossier."


def test_only_the_sentence_of_the_broken_constraint_is_shown(cast):
    dossier = melding(cast)
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=date(2020, 1, 1))
    assert actions.zin_bij(fout.value) == "De datum van sluiten ligt vóór de datum van openen."
    assert actions.zin_bij(fout.value, Taak) is None
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        Dossier.objects.filter(pk=dossier.pk).update(kenmerk=None)
    assert actions.zin_bij(fout.value) is None
    assert actions.zin_bij(IntegrityError("zonder oorzaak")) is None
