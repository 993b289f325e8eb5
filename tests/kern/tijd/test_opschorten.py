"""Suspending (Awb 4:15), and recomputing what is open when a holiday or a setting changes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from cimot.models import Melding
from cimot.processen.aanmelding import AANMELDING, Status
from kern.models import Gebeurtenis, GelijkgesteldeDag, Opschorting, RegioInstelling, Signaal, Taak
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import kalender, opschorten, signalen, termijnen
from kern.tijd.kalender import Duur
from tests.factories import melding, moment, naar

pytestmark = pytest.mark.django_db
GROND = "Awb 4:15 lid 1 onder a"


@pytest.fixture
def twee_weken(monkeypatch):
    """The third deadline as a term to decide: two weeks, and it may stand still on one ground."""
    kort = [
        replace(t, duur=Duur(weken=2), opschorten=(GROND,)) if t.code == "onderzoek" else t for t in AANMELDING.termijnen
    ]
    monkeypatch.setitem(AANMELDING.__dict__, "termijnen", tuple(kort))


def taak_van(dossier, code="onderzoek"):
    return Taak.objects.select_related("dossier").get(dossier=dossier, code=code)


def stil(taak, vanaf, cast, grond=GROND):
    return opschorten.opschorten(
        taak, grond=grond, reden="Budgetplan mist.", vanaf=vanaf, door=cast.tineke, op=timezone.now()
    )


def verder(taak, klaar_op, cast):
    opschorten.hervatten(taak, klaar_op=klaar_op, door=cast.tineke, op=timezone.now())


def emre(cast):
    """The term of SC-03: it begins on vr 11-12-2026."""
    dossier = melding(cast, naam="Demir, Emre")
    Melding.objects.update(ontvangen_op=moment("2026-12-11"))
    dossier = dossier.__class__.objects.get()
    termijnen.bijwerken(dossier, date(2026, 12, 11))
    return dossier


@pytest.mark.eis("L-06", "T-ONDERZOEK")
@pytest.mark.parametrize("code", ["onderzoek", "persplan", "ontvangst"])
def test_a_deadline_that_the_table_does_not_name_cannot_be_suspended(cast, code):
    taak = taak_van(melding(cast), code)
    with pytest.raises(Weigering, match=f"“{taak.naam}” kan niet worden opgeschort") as fout:
        stil(taak, date(2026, 11, 5), cast)
    assert fout.value.veld == "grond"
    assert not Opschorting.objects.exists()


@pytest.mark.eis("L-59", "SC-03")
def test_twelve_suspended_days_move_the_end_by_twelve_days(cast, twee_weken):
    taak = taak_van(emre(cast))
    assert (taak.nominaal_op, taak.vervalt_op) == (date(2026, 12, 25), date(2026, 12, 28))
    rij = stil(taak, date(2026, 12, 16), cast)
    verder(taak, date(2026, 12, 28), cast)
    rij.refresh_from_db()
    taak.refresh_from_db()
    assert (rij.vanaf, rij.tot, rij.wereld) == (date(2026, 12, 16), date(2026, 12, 27), "zorg")
    assert (taak.opgeschorte_dagen, taak.nominaal_op, taak.vervalt_op) == (12, date(2027, 1, 6), date(2027, 1, 6))
    assert any("12 dagen opgeschort" in stap["tekst"] for stap in taak.stappen)
    rijen = Gebeurtenis.objects.filter(actie__in=("opschorten", "hervatten")).order_by("id")
    assert [r.waarden for r in rijen] == [{"termijn": "onderzoek", "grond": GROND}, {"termijn": "onderzoek"}]


@pytest.mark.eis("L-59")
@pytest.mark.parametrize(
    ("klaar_op", "dagen"),
    [
        (date(2026, 12, 15), 0),
        (date(2026, 12, 16), 0),
        (date(2026, 12, 17), 1),
        (date(2026, 12, 28), 12),
    ],
)
def test_the_day_of_completion_is_no_suspended_day(cast, twee_weken, klaar_op, dagen):
    taak = taak_van(emre(cast))
    stil(taak, date(2026, 12, 16), cast)
    verder(taak, klaar_op, cast)
    taak.refresh_from_db()
    assert taak.opgeschorte_dagen == dagen
    assert (taak.nominaal_op - date(2026, 12, 25)).days == dagen


@pytest.mark.eis("L-59")
def test_without_an_end_there_is_no_date_and_the_check_passes_by(cast, twee_weken):
    dossier = melding(cast, ontvangen="2026-08-03")
    taak = taak_van(dossier)
    stil(taak, date(2026, 8, 10), cast)
    taak.refresh_from_db()
    dossier = dossier.__class__.objects.get()
    assert (taak.vervalt_op, taak.status, dossier.vervalt_op) == (None, "open", date(2026, 8, 3))
    signalen.controleer(date(2026, 11, 1), op=timezone.now())
    assert not Signaal.objects.filter(taak=taak).exists()
    verder(taak, date(2026, 8, 22), cast)
    taak.refresh_from_db()
    assert (taak.nominaal_op, taak.vervalt_op) == (date(2026, 8, 29), date(2026, 8, 31))
    signalen.controleer(date(2026, 11, 1), op=timezone.now())
    assert Signaal.objects.filter(taak=taak, drempel=0, vervalt_op=date(2026, 8, 31)).exists()


@pytest.mark.eis("L-59", "L-73")
def test_only_the_casemanager_of_the_case_and_the_teamleider_may(cast, twee_weken):
    dossier = naar(melding(cast), Status.ONDERZOEK, cast, casemanager=cast.karim)
    stel = {"grond": GROND, "reden": "Budgetplan mist.", "vanaf": date(2026, 11, 10), "op": timezone.now()}
    for mens in (cast.anke, cast.bas, cast.gerda, cast.frida):
        with pytest.raises(NietBevoegd, match="de casemanager van deze zaak, of de teamleider"):
            opschorten.opschorten(taak_van(dossier), door=mens, **stel)
        with pytest.raises(NietBevoegd, match="de casemanager van deze zaak, of de teamleider"):
            opschorten.hervatten(taak_van(dossier), klaar_op=date(2026, 11, 12), door=mens, op=timezone.now())
    assert not Opschorting.objects.exists()
    opschorten.opschorten(taak_van(dossier), door=cast.karim, **stel)
    opschorten.hervatten(taak_van(dossier), klaar_op=date(2026, 11, 12), door=cast.tineke, op=timezone.now())
    assert taak_van(dossier).opgeschorte_dagen == 2


def test_a_day_is_suspended_once(cast, twee_weken):
    taak = taak_van(emre(cast))
    stil(taak, date(2026, 12, 16), cast)
    with pytest.raises(Weigering, match="staat al stil"):
        stil(taak, date(2026, 12, 20), cast)
    verder(taak, date(2026, 12, 18), cast)
    with pytest.raises(Weigering, match="stond op die dag al stil"):
        stil(taak, date(2026, 12, 17), cast)
    stil(taak, date(2026, 12, 18), cast)
    verder(taak, date(2026, 12, 20), cast)
    taak.refresh_from_db()
    assert taak.opgeschorte_dagen == 4
    with pytest.raises(Weigering, match="staat niet stil"):
        verder(taak, date(2026, 12, 21), cast)


def test_another_ground_or_an_ended_deadline_is_refused(cast, twee_weken):
    dossier = naar(melding(cast), Status.VERSLAG_DEFINITIEF, cast)
    with pytest.raises(Weigering, match="loopt niet meer"):
        stil(taak_van(dossier), date(2026, 11, 5), cast)
    taak = taak_van(melding(cast, naam="Ander, A"))
    with pytest.raises(Weigering, match="op deze grond"):
        stil(taak, date(2026, 11, 5), cast, grond="Awb 4:15 lid 2")


# Recomputing.


@pytest.fixture
def nieuwe_dag(cast):
    """14 December becomes a free day, after two dossiers were counted on it: one open, one done."""
    open_ = naar(melding(cast), Status.MELDING_BEVESTIGD, cast)
    klaar = naar(melding(cast, naam="Klaar, K"), Status.VERSLAG_DEFINITIEF, cast)
    GelijkgesteldeDag.objects.create(datum=date(2026, 12, 14), bron="proef", versie="2099-1")
    return open_, klaar


def doe(**opties):
    return opschorten.herbereken(opschorten.geraakt(), door=None, op=timezone.now(), **opties)


@pytest.mark.eis("L-06")
def test_a_new_holiday_moves_only_what_is_open_and_tells_which(nieuwe_dag):
    open_, klaar = nieuwe_dag
    verschoven = doe(reden="Koninklijk besluit.")
    regel = {"kenmerk": open_.kenmerk, "code": "onderzoek", "van": date(2026, 12, 14), "naar": date(2026, 12, 15)}
    assert verschoven == [regel]
    taak = taak_van(open_)
    assert (taak.nominaal_op, taak.vervalt_op, taak.feestdagversie) == (date(2026, 12, 14), date(2026, 12, 15), "2099-1")
    assert taak_van(klaar).vervalt_op == date(2026, 12, 14)
    [rij] = Gebeurtenis.objects.filter(actie="herberekenen")
    assert (rij.dossier_id, rij.rol) == (open_.pk, "systeem")
    assert rij.waarden == {"termijn": "onderzoek", "van": "2026-12-14", "naar": "2026-12-15"}
    assert open_.toelichtingen.get().reden == "Koninklijk besluit."
    assert doe() == []


def test_what_was_communicated_stays_in_the_history(nieuwe_dag):
    doe()
    versies = taak_van(nieuwe_dag[0]).versies.order_by("pgh_id")
    assert [v.vervalt_op for v in versies] == [date(2026, 12, 14), date(2026, 12, 15)]


def test_only_showing_changes_nothing(nieuwe_dag):
    voor = (list(Taak.objects.order_by("id").values()), Gebeurtenis.objects.count())
    verschoven = doe(alleen_tonen=True)
    assert [r["naar"] for r in verschoven] == [date(2026, 12, 15)]
    assert voor == (list(Taak.objects.order_by("id").values()), Gebeurtenis.objects.count())
    assert doe() == verschoven


def test_the_copies_on_the_dossier_move_with_it_and_the_version_does_not(cast, nieuwe_dag):
    dossier = nieuwe_dag[0].__class__.objects.get(pk=nieuwe_dag[0].pk)
    doe()
    later = dossier.__class__.objects.get(pk=dossier.pk)
    assert (later.vervalt_op, later.versie) == (date(2026, 12, 15), dossier.versie)


def test_the_day_of_recomputing_is_the_day_in_amsterdam(cast):
    dossier = melding(cast, regio=cast.enschede, door=cast.els)
    stel = {"sleutel": "opvang.intake_contact_werkdagen", "geldig_vanaf": date(2026, 11, 1), "reden": "proef"}
    RegioInstelling.objects.create(regio=cast.enschede, waarde=None, **stel)
    half_een_s_nachts = datetime(2026, 11, 5, 23, 30, tzinfo=UTC)
    opschorten.herbereken(opschorten.geraakt(["eerste_contact"]), door=cast.frida, op=half_een_s_nachts)
    taak = taak_van(dossier, "eerste_contact")
    assert (taak.status, taak.gesloten_op) == ("vervallen", date(2026, 11, 6))


def test_which_deadlines_a_change_may_move(cast, twee_weken):
    dossier = naar(melding(cast), Status.MELDING_BEVESTIGD, cast)
    assert set(opschorten.geraakt().values_list("code", flat=True)) == {"persplan", "onderzoek"}
    assert [t.code for t in opschorten.geraakt(["onderzoek"])] == ["onderzoek"]
    vanaf = date(2026, 11, 16)
    assert [t.code for t in opschorten.geraakt(vanaf=vanaf)] == ["onderzoek"]
    stil(taak_van(dossier), date(2026, 11, 5), cast)
    assert [t.code for t in opschorten.geraakt(vanaf=date(2030, 1, 1))] == ["onderzoek"]


@pytest.mark.eis("L-59")
@pytest.mark.parametrize(
    ("begin", "vanaf", "tot", "verwacht"),
    [
        # Saturday 14 November, due Monday the 30th; asked to complete on that day, with time until Monday 14 December.
        ("2026-11-14", "2026-12-01", "2026-12-13", "2026-12-14"),
        # Due Monday 28 December (Christmas); the three days after it end on Thursday 31 December.
        ("2026-12-11", "2026-12-29", "2026-12-31", "2026-12-31"),
        # A standstill that ends long before the end only moves it.
        ("2026-11-02", "2026-11-04", "2026-11-05", "2026-11-18"),
        # No last day of a standstill on New Year's Day: the first working day after it.
        ("2026-12-11", "2026-12-29", "2027-01-01", "2027-01-04"),
    ],
)
def test_a_term_never_ends_inside_its_own_standstill(begin, vanaf, tot, verwacht):
    stil = [Opschorting(vanaf=date.fromisoformat(vanaf), tot=date.fromisoformat(tot))]
    uitkomst = termijnen._met_stilstand(date.fromisoformat(begin), Duur(weken=2), True, stil, kalender.STANDAARD)
    assert str(uitkomst.vervalt) == verwacht
    assert uitkomst.stappen[-1].tekst.endswith(f"{kalender.datum_nl(uitkomst.vervalt)}.")


@pytest.mark.eis("L-59")
def test_a_standstill_that_began_too_late_holds_nothing_back():
    """Due Monday 16 November; a standstill from the 18th was never possible. Its days count, its end does not."""
    stil = [Opschorting(vanaf=date(2026, 11, 18), tot=date(2026, 11, 30))]
    uitkomst = termijnen._met_stilstand(date(2026, 11, 2), Duur(weken=2), True, stil, kalender.STANDAARD)
    assert (str(uitkomst.vervalt), [s.soort for s in uitkomst.stappen].count("stilstand")) == ("2026-11-30", 0)
    te_laat = [Opschorting(vanaf=date(2026, 11, 20), tot=date(2026, 11, 20))]
    assert str(termijnen._met_stilstand(date(2026, 11, 2), Duur(weken=2), True, te_laat, kalender.STANDAARD).vervalt) == (
        "2026-11-17"
    )
