"""Contracts of both kinds: per indicatie and with a subsidie; when they end it is work (R-FIN-05 to R-FIN-07, R-FIN-09)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from aanbieders.actions import contract
from aanbieders.models import Contract
from kern.models import Document, Signaal, Taak
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.toegang.rollen import Rol
from tests.aanbieders.weg import SUBSIDIE, dag, termijn

pytestmark = pytest.mark.django_db


@pytest.mark.eis("R-FIN-07", "X-11")
def test_an_overeenkomst_is_drawn_up_signed_and_begins(weg):
    dossier = weg.bij_contract("2-11-2026")
    with pytest.raises(Weigering, match="getekende overeenkomst"):
        weg.doe(contract.contract_ingaan, dossier, "3-11-2026")
    dossier = weg.contract(dossier, "3-11-2026", ondertekend_op=None, nummer="UO-1")
    with pytest.raises(Weigering, match="getekende overeenkomst"):
        weg.doe(contract.contract_ingaan, dossier, "3-11-2026")
    dossier = weg.contract(dossier, "4-11-2026", contract=dossier.contracten.get(), nummer="UO-1")
    rij = dossier.contracten.get()
    assert (rij.soort, rij.versie, rij.ondertekend_op) == ("overeenkomst", 2, dag("4-11-2026"))
    # Signed before its first day: the provider delivers from that day.
    dossier = weg.doe(contract.contract_ingaan, dossier, "5-11-2026")
    assert (dossier.status, dossier.actief_vanaf) == ("actief", dag("1-1-2027"))


@pytest.mark.eis("X-11", "R-FIN-05", "R-FIN-06")
def test_in_enschede_it_is_a_subsidie_on_real_costs(weg):
    dossier = weg.contract(weg.bij_contract("2-11-2026", regio=weg.cast.enschede))
    rij = dossier.contracten.get()
    assert (rij.soort, rij.doelen, rij.subsidie_maximaal) == ("subsidie", ["herstel"], Decimal("1250000.00"))
    dossier = weg.doe(contract.contract_ingaan, dossier, "4-1-2027")
    assert (dossier.status, dossier.actief_vanaf) == ("actief", dag("4-1-2027"))
    assert termijn(dossier, "verantwoording") == (dag("1-1-2027"), dag("1-4-2028"))
    fin = weg.cast.gebruiker("fin", Rol.ADMINISTRATIE, regio=weg.cast.enschede)
    kosten = {"contract": rij, "werkelijke_kosten": Decimal("1249999.99"), "door": fin}
    dossier = weg.doe(contract.kosten_verantwoorden, dossier, "15-3-2028", **kosten)
    rij.refresh_from_db()
    assert (rij.werkelijke_kosten, rij.verantwoord_op) == (Decimal("1249999.99"), dag("15-3-2028"))
    assert Taak.objects.get(dossier=dossier.pk, code="verantwoording").status != "open"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"afspraak": " "}, "afspraak"),
        ({"doelen": []}, "doelen_participatie"),
        ({"verantwoorden_uiterlijk": None}, "verantwoorden_uiterlijk"),
        ({"verantwoorden_uiterlijk": dag("31-12-2026")}, "verantwoorden_uiterlijk"),
        ({"subsidie_maximaal": Decimal("0")}, "subsidie_maximaal"),
        ({"tot": dag("31-12-2026")}, "tot"),
        ({"vanaf": dag("1-11-2026")}, "vanaf"),
        ({"ondertekend_op": dag("3-11-2026")}, "ondertekend_op"),
    ],
)
@pytest.mark.eis("R-FIN-05", "R-FIN-06")
def test_a_subsidie_that_cannot_be_is_refused_beside_its_field(weg, anders, veld):
    dossier = weg.bij_contract("2-11-2026", regio=weg.cast.enschede)
    with pytest.raises(Weigering) as fout:
        weg.contract(dossier, "2-11-2026", **anders)
    assert fout.value.veld == veld
    assert not Contract.objects.exists()


@pytest.mark.eis("X-11")
def test_an_overeenkomst_has_nothing_of_a_subsidie(weg):
    with pytest.raises(Weigering, match="Een subsidie heeft een afspraak") as fout:
        weg.contract(weg.bij_contract(), **SUBSIDIE)
    assert fout.value.veld == "afspraak"


def test_the_next_contract_begins_when_the_other_ended(weg):
    dossier = weg.actief()
    for vanaf, tot in (("31-12-2027", "31-12-2028"), ("1-6-2027", "1-7-2027"), ("2-11-2026", "1-1-2027")):
        with pytest.raises(Weigering, match="al een contract van .*1 jan 2027 tot en met .*31 dec 2027") as fout:
            weg.contract(dossier, "2-1-2027", vanaf=dag(vanaf), tot=dag(tot))
        assert fout.value.veld == "vanaf"
    dossier = weg.contract(dossier, "2-1-2027", vanaf=dag("1-1-2028"), tot=dag("31-12-2028"))
    assert termijn(dossier, "contract_einde") == (dag("1-1-2028"), dag("31-12-2028"))
    eerste = dossier.contracten.get(vanaf=dag("1-1-2027"))
    with pytest.raises(Weigering, match="al een contract"):
        weg.contract(dossier, "3-1-2027", contract=eerste, tot=dag("1-1-2028"))
    with pytest.raises(IntegrityError) as botsing, transaction.atomic():
        eerste.tot = dag("1-1-2028")
        eerste.save()
    assert "al een contract" in kern.zin_bij(botsing.value)


def test_what_is_in_force_stays_signed_and_a_document_is_of_the_dossier(weg):
    dossier = weg.actief()
    rij = dossier.contracten.get()
    with pytest.raises(Weigering, match="is ingegaan") as fout:
        weg.contract(dossier, "2-1-2027", contract=rij, ondertekend_op=None)
    assert fout.value.veld == "ondertekend_op"
    ander = weg.bij_contract("3-1-2027", naam="Ander", regio=weg.cast.enschede)
    with pytest.raises(Weigering, match="hoort niet bij deze aanbieder"):
        weg.contract(ander, "3-1-2027", contract=rij)
    with pytest.raises(Weigering, match="document van dit dossier"):
        weg.contract(dossier, "3-1-2027", contract=rij, document=Document(dossier_id=ander.pk))


@pytest.mark.eis("R-FIN-07")
@pytest.mark.parametrize(("voor", "dagen"), [("30-6-2027", 184), ("1-7-2027", 183)])
def test_half_a_year_before_its_end_a_contract_is_work(weg, voor, dagen):
    dossier = weg.actief()
    assert termijn(dossier, "contract_einde") == (dag("1-1-2027"), dag("31-12-2027"))
    assert dag("31-12-2027") - dag(voor) == timedelta(days=dagen)
    weg.nacht(voor)
    rijen = Signaal.objects.filter(taak__dossier=dossier.pk, taak__code="contract_einde")
    assert [rij.drempel for rij in rijen] == ([183] if dagen == 183 else [])
    dossier.refresh_from_db()
    assert dossier.aandacht_op <= dag("1-7-2027")


@pytest.mark.eis("R-FIN-09")
def test_other_contracts_of_the_same_provider_are_kept_beside_it(weg):
    dossier = weg.bij_contract()
    jeugd = {"zorgvorm": "Jeugdhulp", "opdrachtgever": "OZJT", "tot": dag("31-12-2028")}
    dossier = weg.doe(contract.contract_koppelen, dossier, "3-11-2026", **jeugd)
    rij = dossier.gekoppeld.get()
    jeugd["tot"] = dag("31-12-2029")
    weg.doe(contract.contract_koppelen, dossier, "4-11-2026", **jeugd, gekoppeld=rij)
    assert dossier.gekoppeld.get().tot == dag("31-12-2029")
    ander = weg.bij_contract("5-11-2026", naam="Ander", regio=weg.cast.enschede)
    with pytest.raises(Weigering, match="hoort niet bij deze aanbieder"):
        weg.doe(contract.contract_koppelen, ander, "5-11-2026", **jeugd, gekoppeld=rij)


@pytest.mark.parametrize(
    ("bedrag", "op", "veld"),
    [("-0.01", "4-1-2027", "werkelijke_kosten"), ("10.00", "31-12-2026", "op")],
)
def test_real_costs_that_cannot_be(weg, bedrag, op, veld):
    dossier = weg.contract(weg.bij_contract("2-11-2026", regio=weg.cast.enschede))
    dossier = weg.doe(contract.contract_ingaan, dossier, "3-11-2026")
    kosten = {"contract": dossier.contracten.get(), "werkelijke_kosten": Decimal(bedrag)}
    with pytest.raises(Weigering) as fout:
        weg.doe(contract.kosten_verantwoorden, dossier, op, **kosten)
    assert fout.value.veld == veld


def test_only_of_a_subsidie_costs_are_accounted_for(weg):
    dossier = weg.actief()
    with pytest.raises(Weigering, match="Kies een subsidie"):
        kosten = {"contract": dossier.contracten.get(), "werkelijke_kosten": Decimal("1.00")}
        weg.doe(contract.kosten_verantwoorden, dossier, "4-1-2027", **kosten)
