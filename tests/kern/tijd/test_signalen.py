"""The deadline check: what it writes, and that nothing that goes wrong around it changes the outcome."""

import json
import threading
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from kern.models import Controle, Dossier, Herinnering, Signaal, Taak, WachtOp
from kern.proces import actions
from kern.tijd import opschorten, signalen, termijnen
from tests.kern.zaken import aanmelding, gebruiker, op

GEMELD = date(2026, 3, 2)  # a Monday: onderzoek ends Monday 13 April, persplan Monday 9 March
DAG = timedelta(days=1)
pytestmark = pytest.mark.django_db


def controleer(peildatum, **opties):
    return signalen.controleer(peildatum, op=op(peildatum), **opties)


def signalen_van(dossier, code):
    return sorted(dossier.taken.get(code=code).signalen.values_list("drempel", flat=True), reverse=True)


def toestand():
    """All that a check writes, without the day on which it did."""
    return (
        sorted(Signaal.objects.values_list("taak", "wereld", "drempel", "vervalt_op")),
        list(Taak.objects.order_by("id").values_list("id", "status", "gesloten_op")),
        list(Dossier.objects.order_by("id").values_list("id", "vervalt_op", "eerst_op", "aandacht_op")),
    )


@pytest.mark.eis("T-ONDERZOEK", "L-06")
@pytest.mark.parametrize(
    ("dagen_ervoor", "drempels"),
    [(15, []), (14, [14]), (8, [14]), (7, [14, 7]), (1, [14, 7, 1]), (0, [14, 7, 1]), (-1, [14, 7, 1, 0])],
)
def test_each_threshold_signals_from_its_own_day_on(dagen_ervoor, drempels):
    zaak = aanmelding(GEMELD)
    einde = zaak.taken.get(code="onderzoek").vervalt_op
    assert einde == date(2026, 4, 13)
    controleer(einde - dagen_ervoor * DAG)
    assert signalen_van(zaak, "onderzoek") == drempels


@pytest.mark.eis("T-ONTVANGST")
def test_a_deadline_of_the_same_day_is_late_the_day_after():
    zaak = aanmelding(GEMELD)
    assert controleer(GEMELD)["te_laat"] == 0
    assert controleer(GEMELD + DAG)["te_laat"] == 1
    assert signalen_van(zaak, "ontvangst") == [0]


@pytest.mark.eis("T-ONDERZOEK")
def test_a_moved_date_warns_again():
    zaak = aanmelding(GEMELD)
    taak = zaak.taken.get(code="onderzoek")
    controleer(taak.vervalt_op - DAG)
    zaak.melding.ontvangen_op = op(GEMELD + DAG)
    zaak.melding.save()
    actions.bewaar(zaak, op(GEMELD + DAG))
    taak.refresh_from_db()
    controleer(taak.vervalt_op - DAG)
    assert list(taak.signalen.filter(drempel=14).order_by("vervalt_op").values_list("vervalt_op", flat=True)) == [
        date(2026, 4, 13),
        date(2026, 4, 14),
    ]


def test_a_suspended_deadline_is_silent():
    zaak = aanmelding(GEMELD)
    taak = zaak.taken.get(code="onderzoek")
    # Not suspended by an action: the law forbids it for this one (L-06), the check must not care which one it is.
    Taak.objects.filter(pk=taak.pk).update(vervalt_op=None)
    controleer(date(2026, 12, 31))
    assert signalen_van(zaak, "onderzoek") == []


def test_a_closed_deadline_is_silent():
    zaak = aanmelding(GEMELD)
    zaak.melding.bevestigd_op = GEMELD
    zaak.melding.save()
    actions.bewaar(zaak, op(GEMELD))
    controleer(GEMELD + DAG)
    assert signalen_van(zaak, "ontvangst") == []


@pytest.mark.eis("T-PERSPLAN", "L-07")
def test_a_term_of_the_client_lapses_and_nothing_is_late():
    zaak = aanmelding(GEMELD)
    taak = zaak.taken.get(code="persplan")
    assert controleer(taak.vervalt_op)["verstreken"] == 0
    uitkomst = controleer(taak.vervalt_op + 3 * DAG)
    taak.refresh_from_db()
    assert uitkomst["verstreken"] == 1
    assert (taak.status, taak.gesloten_op) == (Taak.Status.VERSTREKEN, taak.vervalt_op)
    assert signalen_van(zaak, "persplan") == [2]
    assert not taak.is_te_laat_afgedaan


@pytest.mark.eis("T-PERSPLAN")
def test_a_term_that_lapsed_stays_so_when_the_dossier_is_saved():
    zaak = aanmelding(GEMELD)
    controleer(GEMELD + 30 * DAG)
    actions.bewaar(actions.vergrendel(zaak), op(GEMELD + 30 * DAG))
    assert zaak.taken.get(code="persplan").status == Taak.Status.VERSTREKEN


# The copies on the dossier


def _gewoon(zaak, mens): ...


def _wacht(zaak, mens):
    WachtOp.objects.create(dossier=zaak, wereld=zaak.wereld, wie="GGZ", vanaf=GEMELD, tot=GEMELD + 5 * DAG, door=mens)


def _wacht_klaar(zaak, mens):
    _wacht(zaak, mens)
    zaak.wachten.update(klaar_op=GEMELD)


def _herinnerd(zaak, mens):
    for wie, dag, klaar in ((mens, 3, None), (mens, 1, GEMELD), (gebruiker(), 2, None)):
        Herinnering.objects.create(
            dossier=zaak, wereld=zaak.wereld, gebruiker=wie, op=GEMELD + dag * DAG, tekst="bel", gedaan_op=klaar
        )


def _alles(zaak, mens):
    _wacht(zaak, mens)
    _herinnerd(zaak, mens)


def _onverdeeld(zaak, mens):
    _herinnerd(zaak, mens)
    zaak.behandelaar = None


def _bij_client(zaak, mens):
    zaak.status = "verslag_client"


def _ingetrokken(zaak, mens):
    zaak.status, zaak.gesloten_op = "ingetrokken", GEMELD + DAG
    zaak.taken.exclude(code="persplan").update(status=Taak.Status.VERVALLEN, gesloten_op=GEMELD + DAG)


def _stil(zaak, mens):
    zaak.taken.exclude(code="persplan").update(vervalt_op=None)


def _alleen_persplan(zaak, mens):
    zaak.taken.exclude(code="persplan").update(status=Taak.Status.AFGEDAAN, gesloten_op=GEMELD)


@pytest.mark.parametrize(
    "maak",
    [
        _gewoon,
        _wacht,
        _wacht_klaar,
        _herinnerd,
        _alles,
        _onverdeeld,
        _bij_client,
        _ingetrokken,
        _stil,
        _alleen_persplan,
    ],
)
def test_the_copies_for_lists_are_those_of_the_engine(maak):
    mens = gebruiker()
    zaak = aanmelding(GEMELD, mens)
    maak(zaak, mens)
    actions.bewaar_kopie(zaak)
    controleer(GEMELD + 8 * DAG)
    assert zaak.taken.get(code="persplan").status == Taak.Status.VERSTREKEN
    gezet = Dossier.objects.values("vervalt_op", "eerst_op", "aandacht_op", "wacht_tot", "versie").get(pk=zaak.pk)
    vers = zaak.__class__.objects.get(pk=zaak.pk)
    termijnen.samenvatten(vers)
    assert gezet == {naam: getattr(vers, naam) for naam in gezet}


def test_the_row_history_says_that_the_check_did_it():
    zaak = aanmelding(GEMELD)
    controleer(GEMELD + 8 * DAG)
    versie = zaak.taken.get(code="persplan").versies.order_by("-pgh_id").first()
    assert versie.status == Taak.Status.VERSTREKEN
    assert versie.pgh_context.metadata["bron"] == "controle"


# Repeated, late, at once, in advance


@pytest.mark.eis("T-ONDERZOEK")
def test_a_second_run_changes_nothing():
    aanmelding(GEMELD)
    eerst = controleer(GEMELD + 60 * DAG)
    na_een = toestand()
    nog_eens = controleer(GEMELD + 60 * DAG)
    assert eerst["signalen"] > 0
    assert (nog_eens["signalen"], nog_eens["te_laat"], nog_eens["verstreken"]) == (0, 0, 0)
    assert toestand() == na_een
    assert Controle.objects.count() == 2


@pytest.mark.eis("T-ONDERZOEK")
def test_a_missed_week_is_caught_up():
    zaken = [aanmelding(GEMELD + n * DAG) for n in range(5)]
    nachten = [GEMELD + n * DAG for n in range(60)]
    elke_nacht = na_nachten(nachten)
    for gemist in (range(3, 10), range(40, 47), range(59)):
        over = [nacht for n, nacht in enumerate(nachten) if n not in gemist]
        assert na_nachten(over) == elke_nacht
    controleer(nachten[-1])
    assert all(signalen_van(zaak, "onderzoek") == [14, 7, 1, 0] for zaak in zaken)


def na_nachten(nachten):
    """What stands in the database after a check in each of these nights; put back afterwards."""
    with transaction.atomic():
        for nacht in nachten:
            controleer(nacht)
        stand = toestand()
        transaction.set_rollback(True)
    return stand


def test_a_date_after_today_reports_and_writes_nothing():
    aanmelding(GEMELD)
    voor = toestand()
    later = GEMELD + 60 * DAG
    vooruit = signalen.controleer(later, op=op(GEMELD))
    assert toestand() == voor
    assert not Controle.objects.exists()
    echt = controleer(later)
    assert vooruit["geschreven"] is False
    assert echt == {**vooruit, "geschreven": True}


def test_asking_without_writing():
    aanmelding(GEMELD)
    assert controleer(GEMELD + DAG, schrijf=False)["signalen"] == 1
    assert not Signaal.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_four_at_once_are_one():
    for n in range(10):
        aanmelding(GEMELD + n * DAG)
    start, uitkomsten = threading.Barrier(4), []

    def een():
        try:
            start.wait(timeout=10)
            uitkomsten.append(controleer(GEMELD + 90 * DAG))
        finally:
            connection.close()

    draden = [threading.Thread(target=een) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)
    assert len(uitkomsten) == 4
    assert sum(u["signalen"] for u in uitkomsten) == Signaal.objects.count() == 10 * 6
    assert sum(u["verstreken"] for u in uitkomsten) == 10
    assert sorted(u["signalen"] for u in uitkomsten)[:3] == [0, 0, 0]


@pytest.mark.django_db(transaction=True)
def test_a_run_that_breaks_off_leaves_nothing(monkeypatch):
    aanmelding(GEMELD)
    voor = toestand()

    def breek(*args):
        raise KeyboardInterrupt

    with monkeypatch.context() as m, pytest.raises(KeyboardInterrupt):
        m.setattr(signalen, "_laat_verstrijken", breek)
        controleer(GEMELD + 60 * DAG)
    assert toestand() == voor
    assert not Controle.objects.exists()
    assert controleer(GEMELD + 60 * DAG)["signalen"] > 0


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    aanmelding(GEMELD)
    with django_assert_num_queries(8):
        controleer(GEMELD + 60 * DAG)
    for n in range(12):
        aanmelding(GEMELD + n * DAG)
    with django_assert_num_queries(8):
        controleer(GEMELD + 80 * DAG)


def test_the_check_of_an_earlier_day_is_not_the_last_check():
    assert signalen.laatste_controle() is None
    vandaag = timezone.localdate()
    signalen.controleer(vandaag, op=timezone.now())
    laatste = signalen.laatste_controle()
    signalen.controleer(vandaag - 7 * DAG, op=timezone.now())
    assert signalen.laatste_controle() == laatste


# The commands


def opdracht(naam, *argumenten):
    uit = StringIO()
    call_command(naam, *argumenten, stdout=uit)
    return uit.getvalue()


def test_the_command_prints_the_counts():
    aanmelding(timezone.localdate() - 10 * DAG)
    vandaag = timezone.localdate().isoformat()
    uitkomst = json.loads(opdracht("controleer_termijnen"))
    assert uitkomst == {"peildatum": vandaag, "signalen": 2, "te_laat": 1, "verstreken": 1, "geschreven": True}
    later = (timezone.localdate() + 40 * DAG).isoformat()
    uitkomst = json.loads(opdracht("controleer_termijnen", "--peildatum", later))
    assert (uitkomst["peildatum"], uitkomst["geschreven"]) == (later, False)
    assert uitkomst["signalen"] > 0
    assert Controle.objects.count() == 1


@pytest.mark.parametrize("datum", ["31-02-2026", "2026-02-31", "20261123", "0026-11-23", "", "morgen", "2026-W48-1"])
def test_a_wrong_date_is_a_dutch_sentence(datum):
    with pytest.raises(CommandError, match="is geen datum. Schrijf JJJJ-MM-DD"):
        opdracht("controleer_termijnen", "--peildatum", datum)


def test_the_last_date_of_all_is_a_date():
    aanmelding(GEMELD)
    assert json.loads(opdracht("controleer_termijnen", "--peildatum", "9999-12-31"))["geschreven"] is False


@pytest.fixture
def verschoven_regel():
    """A case whose stored date is not the one that the rules give now."""
    zaak = aanmelding(GEMELD)
    zaak.taken.filter(code="onderzoek").update(vervalt_op=date(2026, 4, 10))
    return zaak


@pytest.mark.eis("T-ONDERZOEK")
def test_recomputing_shows_and_then_moves_dates(verschoven_regel):
    verwacht = {
        "kenmerk": verschoven_regel.kenmerk,
        "code": "onderzoek",
        "van": "2026-04-10",
        "naar": "2026-04-13",
    }
    taak = verschoven_regel.taken.get(code="onderzoek")
    assert [json.loads(r) for r in opdracht("herbereken_termijnen", "--toon").splitlines()] == [verwacht]
    taak.refresh_from_db()
    assert taak.vervalt_op == date(2026, 4, 10)
    assert opdracht("herbereken_termijnen", "--code", "ontvangst", "--toon").splitlines() != []
    assert [json.loads(r) for r in opdracht("herbereken_termijnen").splitlines()] == [verwacht]
    taak.refresh_from_db()
    assert taak.vervalt_op == date(2026, 4, 13)
    assert opdracht("herbereken_termijnen") == ""


def test_recomputing_an_unknown_deadline():
    with pytest.raises(CommandError, match="De termijn “bestaatniet” bestaat niet. Kies uit: .*onderzoek"):
        opdracht("herbereken_termijnen", "--code", "bestaatniet")


def test_recomputing_leaves_a_term_that_lapsed_alone(verschoven_regel):
    controleer(GEMELD + 8 * DAG)
    opschorten.herbereken(opschorten.geraakt(), door=None, op=op(GEMELD + 8 * DAG))
    assert verschoven_regel.taken.get(code="persplan").status == Taak.Status.VERSTREKEN
