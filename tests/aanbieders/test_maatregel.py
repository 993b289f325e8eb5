"""Measures follow an advice, and decide whether somebody new may come (SM-9)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aanbieders.actions import maatregel
from aanbieders.models import Contract, Maatregel, Toelating
from aanbieders.plaatsen import mag_plaatsen, redenen
from kern.models import Gebeurtenis
from kern.proces import correctie
from kern.proces.weigering import NietBevoegd, Weigering
from tests.aanbieders import opstelling
from tests.aanbieders.opstelling import NU, VANDAAG
from tests.factories import moment

pytestmark = pytest.mark.django_db
GEGEVENS = {"soort": "clientenstop", "reden": "Te weinig personeel.", "advies": "Stop de instroom.", "advies_op": VANDAAG}


def verscherp(dossier, cast, **anders):
    gegevens = {**GEGEVENS, "vanaf": VANDAAG, **anders}
    return maatregel.verscherpen(dossier, door=cast.tineke, op=anders.pop("op", NU), **gegevens)


@pytest.mark.eis("SC-14")
@pytest.mark.parametrize("soort", ["toezicht", "clientenstop"])
def test_a_measure_follows_an_advice_and_ends_with_a_reason(dossier, cast, soort):
    dossier = verscherp(dossier, cast, soort=soort)
    assert dossier.status == "verscherpt"
    rij = dossier.maatregelen.get()
    assert (rij.soort, rij.advies_op, rij.vanaf, rij.tot) == (soort, VANDAAG, VANDAAG, None)
    dossier = maatregel.maatregel_opheffen(dossier, door=cast.tineke, op=NU, reden="Het is op orde.")
    rij.refresh_from_db()
    assert (dossier.status, rij.beeindigd_op, rij.beeindigd_reden) == ("actief", VANDAAG, "Het is op orde.")


MORGEN, GISTEREN = VANDAAG + timedelta(days=1), VANDAAG - timedelta(days=1)
GEWEIGERD = [
    ({"advies": " "}, "advies"),
    ({"advies_op": None}, "advies"),
    ({"advies_op": MORGEN}, "advies_op"),
    ({"reden": "  "}, "reden"),
    ({"soort": "opschorting"}, "soort"),
    ({"soort": "x' OR 1=1"}, "soort"),
    ({"tot": GISTEREN}, "tot"),
    ({"vanaf": date(2025, 1, 1), "tot": date(2025, 12, 31)}, "vanaf"),
    ({"vanaf": date(2026, 3, 1), "tot": date(2026, 4, 1)}, "tot"),
]


@pytest.mark.parametrize(("anders", "veld"), GEWEIGERD)
def test_a_measure_that_cannot_be_is_refused(dossier, cast, anders, veld):
    with pytest.raises(Weigering) as fout:
        verscherp(dossier, cast, **anders)
    assert fout.value.veld == veld
    assert not Maatregel.objects.exists()


def test_only_the_teamleider_takes_a_measure(dossier, cast, con):
    with pytest.raises(NietBevoegd):
        maatregel.verscherpen(dossier, door=con, op=NU, vanaf=VANDAAG, **GEGEVENS)
    with pytest.raises(NietBevoegd):
        maatregel.opschorten(dossier, door=con, op=NU, reden="x", vanaf=VANDAAG)


def test_suspension_needs_no_advice_but_an_advice_has_its_day(dossier, cast):
    with pytest.raises(Weigering, match="van welke dag") as fout:
        maatregel.opschorten(dossier, door=cast.tineke, op=NU, reden="x", vanaf=VANDAAG, advies="Doe dat.")
    assert fout.value.veld == "advies_op"
    dossier = maatregel.opschorten(dossier, door=cast.tineke, op=NU, reden="Fraude.", vanaf=VANDAAG)
    assert dossier.status == "opgeschort"


def test_both_measures_end_together_and_come_back_together(dossier, cast):
    dossier = verscherp(dossier, cast)
    dossier = maatregel.opschorten(dossier, door=cast.tineke, op=NU, reden="Erger.", vanaf=VANDAAG)
    dossier = maatregel.maatregel_opheffen(dossier, door=cast.tineke, op=NU, reden="Klaar.")
    assert not dossier.maatregelen.filter(beeindigd_op=None).exists()
    dossier = correctie.corrigeren(dossier, door=cast.tineke, op=NU, reden="Te vroeg.")
    assert dossier.status == "opgeschort"
    assert dossier.maatregelen.filter(beeindigd_op=None).count() == 2


def test_one_that_had_still_to_begin_never_holds(dossier, cast):
    dossier = verscherp(dossier, cast, vanaf=MORGEN)
    maatregel.maatregel_opheffen(dossier, door=cast.tineke, op=NU, reden="Toch niet.")
    assert mag_plaatsen(dossier.organisatie_id, dossier.regio_id, MORGEN) == []


def test_the_reason_of_a_measure_is_not_in_the_log(dossier, cast):
    verscherp(dossier, cast)
    rij = Gebeurtenis.objects.filter(actie="verscherpen").get()
    assert rij.waarden["soort"] == "clientenstop"
    assert "personeel" not in str(rij.waarden) and "instroom" not in str(rij.waarden)


# Whether somebody new may come.


@pytest.mark.eis("SC-14", "X-11")
@pytest.mark.parametrize("regio", ["almelo", "enschede"])
def test_nobody_new_under_a_stop_and_for_its_days_only(cast, con, zorghuis, klok, regio):
    regio = getattr(cast, regio)
    leider = cast.leider(regio)
    con = opstelling.contractmanager(cast, "con2", regio)
    dossier = opstelling.toelating(con, zorghuis, regio)

    def mag(op):
        return mag_plaatsen(zorghuis.pk, regio.pk, op)

    assert mag(VANDAAG) == []
    tot = VANDAAG + timedelta(days=30)
    maatregel.verscherpen(dossier, door=leider, op=NU, vanaf=VANDAAG, tot=tot, **GEGEVENS)
    assert mag(GISTEREN) == []
    assert mag(tot + timedelta(days=1)) == []
    (zin,) = mag(tot)
    assert zin == (
        "Er geldt een cliëntenstop vanaf ma 23 nov 2026 tot en met wo 23 dec 2026: "
        "deze aanbieder mag geen nieuwe cliënten opnemen."
    )
    assert "personeel" not in zin


def test_supervision_alone_lets_people_in_and_a_suspension_does_not(dossier, cast):
    dossier = verscherp(dossier, cast, soort="toezicht")
    assert mag_plaatsen(dossier.organisatie_id, dossier.regio_id, VANDAAG) == []
    maatregel.opschorten(dossier, door=cast.tineke, op=NU, reden="x", vanaf=VANDAAG)
    (zin,) = mag_plaatsen(dossier.organisatie_id, dossier.regio_id, VANDAAG)
    assert "een opschorting" in zin


@pytest.mark.parametrize(
    ("feiten", "zin"),
    [
        ({"toegelaten_vanaf": None}, "De aanbieder is in deze regio niet toegelaten."),
        ({"toegelaten_vanaf": date(2027, 1, 1)}, "toegelaten vanaf vr 1 jan 2027"),
        ({"toegelaten_tot": date(2026, 6, 30)}, "was toegelaten tot en met di 30 jun 2026"),
        ({"eindigt_op": date(2026, 6, 30), "einde_reden": "x"}, "De laatste dag was di 30 jun 2026"),
        ({"actief_vanaf": None}, "nog niet ingegaan"),
    ],
)
def test_who_is_not_admitted_or_stopped_takes_nobody(dossier, feiten, zin):
    Toelating.objects.filter(pk=dossier.pk).update(**feiten)
    redenen_ = mag_plaatsen(dossier.organisatie_id, dossier.regio_id, VANDAAG)
    assert len(redenen_) == 1 and zin in redenen_[0]


@pytest.mark.parametrize(
    ("contract", "zin"),
    [
        ({"ondertekend_op": None}, "Er is geen getekende overeenkomst met deze aanbieder."),
        ({"vanaf": date(2026, 12, 1)}, "nog geen getekende overeenkomst. Die begint op di 1 dec 2026."),
        ({"tot": date(2026, 11, 22)}, "De laatste liep tot en met zo 22 nov 2026."),
    ],
)
def test_without_a_running_contract_nobody_comes(dossier, contract, zin):
    Contract.objects.filter(toelating=dossier).update(**contract)
    (reden,) = mag_plaatsen(dossier.organisatie_id, dossier.regio_id, VANDAAG)
    assert zin in reden


def test_a_contract_of_the_other_kind_or_region_does_not_count(dossier, cast):
    Toelating.objects.filter(pk=dossier.pk).update(financiering="subsidie")
    assert mag_plaatsen(dossier.organisatie_id, dossier.regio_id, VANDAAG) == [
        "Er is geen verleende subsidie met deze aanbieder."
    ]
    assert mag_plaatsen(dossier.organisatie_id, cast.enschede.pk, VANDAAG) == [
        "De aanbieder is in deze regio niet toegelaten."
    ]


def test_a_provider_that_came_back_is_judged_by_its_new_dossier(dossier, cast, con, zorghuis):
    Toelating.objects.filter(pk=dossier.pk).update(
        status="beeindigd", gesloten_op=date(2026, 5, 1), eindigt_op=date(2026, 5, 1), einde_reden="x"
    )
    assert "De laatste dag was vr 1 mei 2026" in mag_plaatsen(zorghuis.pk, cast.almelo.pk, VANDAAG)[0]
    opstelling.toelating(con, zorghuis, cast.almelo)
    assert mag_plaatsen(zorghuis.pk, cast.almelo.pk, VANDAAG) == []


def test_a_list_of_providers_is_one_query(dossier, cast, con, django_assert_num_queries):
    anderen = [opstelling.aanbieder(f"Ander {n}") for n in range(5)]
    for ander in anderen:
        opstelling.toelating(con, ander, cast.almelo)
    with CaptureQueriesContext(connection) as vragen:
        antwoord = redenen([dossier.organisatie_id, *(a.pk for a in anderen), 999], cast.almelo.pk, VANDAAG)
    assert len(vragen) == 1
    assert [pk for pk, zinnen in antwoord.items() if zinnen] == [999]


def test_a_day_before_the_dossier_is_refused(dossier, cast):
    with pytest.raises(Weigering):
        maatregel.opschorten(dossier, door=cast.tineke, op=moment("2024-01-01"), reden="x", vanaf=VANDAAG)
