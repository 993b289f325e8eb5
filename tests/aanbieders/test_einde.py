"""The end of the work with a provider: nobody is lost on the way (SM-9 `beeindigd`)."""

from datetime import date

import pytest

from aanbieders import plaatsingen
from aanbieders.actions import einde
from aanbieders.plaatsingen import Plaatsing
from kern.models import Taak
from kern.proces.weigering import Weigering
from tests.aanbieders.weg import dag, organisatie, termijn

pytestmark = pytest.mark.django_db
LAATSTE = {"eindigt_op": dag("31-3-2027"), "reden": "De aanbieder stopt."}


@pytest.fixture
def clienten(monkeypatch):
    """Who lives where: a list of lines to change in a test."""
    rijen = []
    monkeypatch.setattr(plaatsingen, "_BRONNEN", [lambda organisatie_id, op: [r for r in rijen if r.vanaf <= op <= r.tot]])
    return rijen


def lijn(weg, kenmerk, product="OZL standaard", tot=date(2028, 1, 1), regio=None):
    return Plaatsing(kenmerk, product, "ozl", date(2026, 1, 1), tot, None, (regio or weg.cast.almelo).pk)


@pytest.fixture
def stopt(weg, clienten):
    """A provider that stops on 31-3-2027 with two clients in Almelo, one with two products."""
    clienten += [lijn(weg, "I-2026-0001"), lijn(weg, "I-2026-0001", "OMD"), lijn(weg, "I-2026-0002")]
    clienten.append(lijn(weg, "I-2026-0009", regio=weg.cast.enschede))
    return weg.doe(einde.einde_voorbereiden, weg.actief(), "4-1-2027", **LAATSTE)


def regel(naar=None, **waarden):
    return {"naar": naar, "uiterlijk": None, "overgedragen_op": None, "toelichting": "", **waarden}


def test_the_plan_has_a_line_for_each_client_of_this_region(stopt):
    gevonden = list(stopt.overdrachten.values_list("kenmerk", "product"))
    assert gevonden == [("I-2026-0001", "OZL standaard, OMD"), ("I-2026-0002", "OZL standaard")]
    assert (stopt.eindigt_op, stopt.einde_reden, stopt.status) == (dag("31-3-2027"), "De aanbieder stopt.", "actief")
    assert termijn(stopt, "overdracht") == (dag("1-1-2027"), dag("31-3-2027"))


def test_it_ends_only_after_the_last_day_and_with_a_place_for_everybody(weg, stopt):
    ander = organisatie("De Wending")
    klaar = regel(ander, uiterlijk=dag("31-3-2027"))
    weg.doe(einde.overdracht_regelen, stopt, "5-1-2027", regels={"I-2026-0001": klaar})
    with pytest.raises(Weigering, match="de laatste dag is geweest; elke cliënt heeft een nieuwe aanbieder"):
        weg.doe(einde.beeindigen, stopt, "30-3-2027")
    over = regel(ander, overgedragen_op=dag("30-3-2027"))
    weg.doe(einde.overdracht_regelen, stopt, "30-3-2027", regels={"I-2026-0002": over})
    rij = stopt.overdrachten.get(kenmerk="I-2026-0002")
    assert (rij.uiterlijk, rij.overgedragen_op) == (dag("30-3-2027"), dag("30-3-2027"))
    with pytest.raises(Weigering, match="de laatste dag is geweest"):
        weg.doe(einde.beeindigen, stopt, "30-3-2027")
    dossier = weg.doe(einde.beeindigen, stopt, "31-3-2027")
    assert (dossier.status, dossier.gesloten_op) == ("beeindigd", dag("31-3-2027"))
    assert not Taak.objects.filter(dossier=dossier.pk, status="open").exists()


def test_a_client_who_came_since_is_not_forgotten(weg, stopt, clienten):
    ander = organisatie("De Wending")
    klaar = regel(ander, uiterlijk=dag("31-3-2027"))
    weg.doe(einde.overdracht_regelen, stopt, "5-1-2027", regels={k: klaar for k in ("I-2026-0001", "I-2026-0002")})
    clienten.append(lijn(weg, "I-2027-0003"))
    with pytest.raises(Weigering, match="elke cliënt heeft een nieuwe aanbieder"):
        weg.doe(einde.beeindigen, stopt, "31-3-2027")
    weg.doe(einde.overdracht_regelen, stopt, "31-3-2027", regels={})
    assert stopt.overdrachten.get(kenmerk="I-2027-0003").naar is None
    # Those who were arranged are still so.
    assert stopt.overdrachten.get(kenmerk="I-2026-0001").naar == ander


def test_a_line_goes_only_when_the_client_is_gone_and_somebody_says_so(weg, stopt, clienten):
    with pytest.raises(Weigering, match="nog bij deze aanbieder") as fout:
        weg.doe(einde.overdracht_regelen, stopt, "5-1-2027", regels={"I-2026-0002": regel(is_weg=True)})
    assert fout.value.veld == "weg_I-2026-0002"
    clienten[:] = [rij for rij in clienten if rij.kenmerk != "I-2026-0002"]
    weg.doe(einde.overdracht_regelen, stopt, "6-1-2027", regels={})
    assert stopt.overdrachten.count() == 2
    weg.doe(einde.overdracht_regelen, stopt, "6-1-2027", regels={"I-2026-0002": regel(is_weg=True)})
    assert [rij.kenmerk for rij in stopt.overdrachten.all()] == ["I-2026-0001"]


@pytest.mark.parametrize(
    ("waarden", "veld"),
    [
        ({"uiterlijk": dag("1-4-2027")}, "uiterlijk_I-2026-0001"),
        ({"overgedragen_op": dag("6-1-2027")}, "over_I-2026-0001"),
        ({"overgedragen_op": dag("4-1-2027"), "naar": None}, "naar_I-2026-0001"),
        ({"naar": "zelf"}, "naar_I-2026-0001"),
    ],
)
def test_a_transfer_that_cannot_be_is_refused_beside_its_field(weg, stopt, waarden, veld):
    waarden = {"naar": organisatie("De Wending"), **waarden}
    waarden["naar"] = stopt.organisatie if waarden["naar"] == "zelf" else waarden["naar"]
    with pytest.raises(Weigering) as fout:
        weg.doe(einde.overdracht_regelen, stopt, "5-1-2027", regels={"I-2026-0001": regel(**waarden)})
    assert fout.value.veld == veld


def test_the_work_can_go_on_after_all(weg, stopt):
    dossier = weg.doe(einde.einde_voorbereiden, stopt, "5-1-2027", eindigt_op=None, reden="Er is een overname.")
    assert (dossier.eindigt_op, dossier.einde_reden) == (None, "")
    assert Taak.objects.get(dossier=dossier.pk, code="overdracht").status != "open"
    with pytest.raises(Weigering, match="er is een laatste dag"):
        weg.doe(einde.overdracht_regelen, dossier, "6-1-2027", regels={})


def test_the_last_day_lies_after_the_first_and_has_a_reason(weg, clienten):
    dossier = weg.actief()
    with pytest.raises(Weigering, match="levert vanaf .*1 jan 2027") as fout:
        weg.doe(einde.einde_voorbereiden, dossier, "4-1-2027", eindigt_op=dag("31-12-2026"), reden="x")
    assert fout.value.veld == "eindigt_op"
    with pytest.raises(Weigering, match="Vul de laatste dag in"):
        weg.doe(einde.einde_voorbereiden, dossier, "4-1-2027", eindigt_op=None, reden="x")
    with pytest.raises(Weigering, match="waarom"):
        weg.doe(einde.einde_voorbereiden, dossier, "4-1-2027", eindigt_op=dag("31-3-2027"), reden=" ")


def test_who_ends_before_the_last_day_needs_no_other_provider(weg, clienten):
    clienten += [lijn(weg, "I-2026-0001", tot=dag("1-2-2027")), lijn(weg, "I-2026-0002", tot=dag("31-3-2027"))]
    dossier = weg.doe(einde.einde_voorbereiden, weg.actief(), "4-1-2027", **LAATSTE)
    assert [rij.kenmerk for rij in dossier.overdrachten.all()] == ["I-2026-0002"]
