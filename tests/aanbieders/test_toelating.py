"""Admission: asked for, tested, decided; the time to decide with its standing still (R-FIN-01, R-FIN-08, L-55, L-59)."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from aanbieders.actions import toelating
from aanbieders.models import Financieletoets, Kwaliteitstoets, Toelating
from kern.models import Gebeurtenis, Opschorting, Organisatie, Taak
from kern.proces import actions as kern
from kern.proces import correctie
from kern.proces.weigering import NietBevoegd, Weigering
from kern.toegang.rollen import Rol
from tests.aanbieders.weg import GELD, NAMENS, VOLDOET, dag, organisatie, termijn

pytestmark = pytest.mark.django_db


# Its request.


@pytest.mark.eis("R-FIN-08", "X-11")
def test_a_new_provider_is_reported_and_informed(weg):
    dossier = weg.aanmelden("2-11-2026", naam=" Zorghuis  Nieuw BV ", kvk="12345678", agb="12345670")
    zelf = dossier.organisatie.aanbieder
    assert (dossier.organisatie.naam, zelf.kvk, zelf.agb) == ("Zorghuis Nieuw BV", "12345678", "12345670")
    assert (dossier.status, dossier.financiering, dossier.behandelaar) == ("aangemeld", "per_indicatie", weg.con)
    assert (dossier.titel, dossier.sorteernaam, dossier.kenmerk) == ("Zorghuis Nieuw BV", "zorghuis nieuw bv", "T-2026-0001")
    dossier = weg.doe(toelating.informeren, dossier, "3-11-2026")
    assert dossier.geinformeerd_op == dag("3-11-2026")


@pytest.mark.eis("X-11", "R-FIN-05")
def test_financing_follows_from_the_region_on_that_day(weg):
    org = organisatie()
    almelo = weg.aanmelden("2-11-2026", organisatie=org)
    enschede = weg.aanmelden("2-11-2026", organisatie=org, regio=weg.cast.enschede)
    assert (almelo.financiering, enschede.financiering) == ("per_indicatie", "subsidie")
    assert Toelating.objects.filter(organisatie=org).count() == 2


@pytest.mark.eis("X-11")
def test_a_region_that_says_neither_is_refused(weg, monkeypatch):
    monkeypatch.setattr(type(weg.cast.almelo), "instelling", lambda *args: "iets anders")
    with pytest.raises(Weigering, match="niet bekend hoe zij betaalt") as fout:
        weg.aanmelden()
    assert fout.value.veld == "regio"


def test_one_running_dossier_per_provider_and_region(weg):
    eerste = weg.aanmelden("2-11-2026")
    with pytest.raises(Weigering, match=f"al een lopend dossier: {eerste.kenmerk}") as fout:
        weg.aanmelden("3-11-2026", organisatie=eerste.organisatie)
    assert fout.value.veld == "organisatie"
    # The database guards it too, with a sentence.
    with pytest.raises(IntegrityError) as botsing, transaction.atomic():
        kern.openen(
            Toelating(
                soort="toelating", regio=eerste.regio, organisatie=eerste.organisatie, financiering="subsidie",
                aangevraagd_op=dag("3-11-2026"),
            ),
            door=weg.con, op=weg.nu,
        )  # fmt: skip
    assert "al een lopend dossier" in kern.zin_bij(botsing.value)
    weg.doe(toelating.intrekken, eerste, "3-11-2026", reden="Toch niet.", namens=NAMENS)
    assert weg.aanmelden("4-11-2026", organisatie=eerste.organisatie).kenmerk == "T-2026-0002"


@pytest.mark.parametrize(
    ("waarden", "veld", "zin"),
    [
        ({"naam": " "}, "naam", "Kies een organisatie"),
        ({"naam": "Zorg", "soort": "corporatie"}, "soort", "Kies een zorgaanbieder of"),
        ({"naam": "de wending"}, "naam", "Er is al een organisatie “De Wending”"),
        ({"naam": "Zorg", "kvk": "1234567"}, "kvk", "8 cijfers"),
        ({"naam": "Zorg", "kvk": "١٢٣٤٥٦٧٨"}, "kvk", "8 cijfers"),
        ({"naam": "Zorg", "agb": "123456789"}, "agb", "8 cijfers"),
        ({"naam": "Zorg", "kvk": "11111111"}, "kvk", "Dit KvK-nummer staat al bij De Wending"),
        ({"naam": "Zorg", "agb": "22222222"}, "agb", "Deze AGB-code staat al bij De Wending"),
        ({"naam": "Zorg", "aangevraagd_op": dag("3-11-2026")}, "aangevraagd_op", "toekomst"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(weg, waarden, veld, zin):
    bekend = weg.aanmelden("2-11-2026", naam="De Wending", kvk="11111111", agb="22222222")
    with pytest.raises(Weigering, match=zin) as fout:
        weg.aanmelden("2-11-2026", **waarden)
    assert fout.value.veld == veld
    assert list(Toelating.objects.all()) == [bekend]
    assert not Organisatie.objects.filter(naam="Zorg").exists()


def test_a_known_number_is_not_overwritten(weg):
    org = weg.aanmelden("2-11-2026", naam="De Wending", kvk="11111111").organisatie
    with pytest.raises(Weigering, match="een ander nummer: 11111111"):
        weg.aanmelden("2-11-2026", organisatie=org, kvk="33333333", regio=weg.cast.enschede)
    weg.aanmelden("2-11-2026", organisatie=org, kvk="11111111", agb="22222222", regio=weg.cast.enschede)
    org.aanbieder.refresh_from_db()
    assert org.aanbieder.agb == "22222222"


def test_only_a_contractmanager_of_the_region_opens(weg):
    org = organisatie()
    waarden = {"regio": weg.cast.almelo, "organisatie": org, "aangevraagd_op": dag("1-11-2026"), "op": weg.nu}
    for door in (weg.con_enschede, weg.cast.anke, weg.cast.tineke):
        with pytest.raises(NietBevoegd):
            toelating.aanmelden(door=door, **waarden)
    with pytest.raises(Weigering, match="zorgaanbieder of een opvangaanbieder"):
        corporatie = organisatie("Woonst", Organisatie.Soort.CORPORATIE)
        toelating.aanmelden(door=weg.con, **{**waarden, "organisatie": corporatie})


def test_the_day_of_the_request_can_be_put_right(weg):
    dossier = weg.aanmelden("2-11-2026")
    dossier = weg.doe(toelating.aanvraag_wijzigen, dossier, "5-11-2026", aanvraag="OMD.", aangevraagd_op=dag("28-10-2026"))
    gevonden = (dossier.aangevraagd_op, dossier.geopend_op, dossier.status_sinds)
    assert gevonden == (dag("28-10-2026"),) * 3
    dossier = weg.doe(toelating.informeren, dossier, "6-11-2026")
    for op, zin in (("7-11-2026", "De informatie ging weg op"), ("9-12-2026", "toekomst")):
        with pytest.raises(Weigering, match=zin) as fout:
            weg.doe(toelating.aanvraag_wijzigen, dossier, "8-11-2026", aanvraag="OMD.", aangevraagd_op=dag(op))
        assert fout.value.veld == "aangevraagd_op"


@pytest.mark.eis("R-FIN-01")
def test_the_test_begins_when_everything_is_known(weg):
    dossier = weg.aanmelden("2-11-2026", aanvraag="")
    with pytest.raises(Weigering) as fout:
        weg.doe(toelating.toets_starten, dossier, "3-11-2026")
    for zin in ("KvK-nummer, AGB-code", "wat de aanbieder wil leveren", "een locatie"):
        assert zin in fout.value.zin
    weg.doe(toelating.aanvraag_wijzigen, weg.compleet(dossier), "3-11-2026", aanvraag="OZL.")
    dossier = weg.doe(toelating.toets_starten, dossier, "3-11-2026")
    assert (dossier.status, dossier.getoetst_vanaf) == ("toelating_toets", dag("3-11-2026"))


def test_the_provider_withdraws_and_it_is_recorded_on_its_behalf(weg):
    dossier = weg.doe(toelating.intrekken, weg.in_toets(), "4-11-2026", reden="Te weinig mensen.", namens=NAMENS)
    assert (dossier.status, dossier.gesloten_op) == ("ingetrokken", dag("4-11-2026"))
    rij = Gebeurtenis.objects.get(dossier_id=dossier.pk, actie="intrekken")
    assert (rij.namens, rij.kanaal) == ("aanbieder", "email")


# Eight weeks to decide.


@pytest.mark.eis("R-FIN-01")
@pytest.mark.parametrize(
    ("begin", "einde"),
    [
        ("2-11-2026", "28-12-2026"),  # a Monday, eight weeks later
        ("30-10-2026", "28-12-2026"),  # eight weeks ends on eerste kerstdag, a Friday: the Monday after
        ("6-11-2026", "4-1-2027"),  # nieuwjaarsdag, a Friday: the Monday after
        ("7-11-2026", "4-1-2027"),  # a Saturday: the Monday after
    ],
)
def test_eight_weeks_to_decide_and_never_on_a_day_off(weg, begin, einde):
    dossier = weg.in_toets(begin)
    assert termijn(dossier, "toelating") == (dag(begin), dag(einde))


@pytest.mark.eis("R-FIN-01")
def test_the_time_to_decide_stands_still_while_the_provider_completes(weg):
    dossier = weg.in_toets("2-11-2026")
    vraag = {"ontbreekt": "De jaarrekening.", "aanvulling_tot": dag("30-11-2026")}
    dossier = weg.doe(toelating.aanvulling_vragen, dossier, "16-11-2026", **vraag)
    stil = Opschorting.objects.get(dossier=dossier.pk)
    assert (stil.vanaf, stil.tot, stil.grond) == (dag("17-11-2026"), dag("29-11-2026"), "Awb 4:15 lid 1 a")
    # Thirteen days: from Monday 28 December to Sunday 10 January, so Monday the 11th.
    assert termijn(dossier, "toelating") == (dag("2-11-2026"), dag("11-1-2027"))
    assert termijn(dossier, "aanvulling") == (dag("16-11-2026"), dag("30-11-2026"))
    dossier = weg.doe(toelating.aanvulling_ontvangen, dossier, "20-11-2026", namens=NAMENS)
    stil.refresh_from_db()
    assert (dossier.status, stil.tot) == ("toelating_toets", dag("19-11-2026"))
    # Three days: Thursday 31 December.
    assert termijn(dossier, "toelating") == (dag("2-11-2026"), dag("31-12-2026"))
    assert Taak.objects.get(dossier=dossier.pk, code="aanvulling").status == "afgedaan"
    # Asked once more, it stands still once more.
    vraag = {"ontbreekt": "De VOG's.", "aanvulling_tot": dag("4-12-2026")}
    dossier = weg.doe(toelating.aanvulling_vragen, dossier, "24-11-2026", **vraag)
    assert termijn(dossier, "toelating") == (dag("2-11-2026"), dag("11-1-2027"))
    assert termijn(dossier, "aanvulling") == (dag("24-11-2026"), dag("4-12-2026"))


def test_steps_of_completion_that_are_reversed_take_their_standing_still_along(weg):
    dossier = weg.in_toets("2-11-2026")
    vraag = {"ontbreekt": "De jaarrekening.", "aanvulling_tot": dag("30-11-2026")}
    dossier = weg.doe(toelating.aanvulling_vragen, dossier, "16-11-2026", **vraag)
    dossier = weg.doe(toelating.aanvulling_ontvangen, dossier, "20-11-2026", namens=NAMENS)
    dossier = correctie.corrigeren(dossier, door=weg.con, op=weg.nu, reden="Verkeerd dossier.")
    assert (dossier.status, dossier.aangevuld_op) == ("aanvulling", None)
    assert Opschorting.objects.get(dossier=dossier.pk).tot == dag("29-11-2026")
    assert termijn(dossier, "toelating") == (dag("2-11-2026"), dag("11-1-2027"))
    dossier = correctie.corrigeren(dossier, door=weg.cast.tineke, op=weg.nu, reden="Verkeerd dossier.")
    assert not Opschorting.objects.filter(dossier=dossier.pk).exists()
    assert termijn(dossier, "toelating") == (dag("2-11-2026"), dag("28-12-2026"))


def test_asked_after_the_time_was_over_nothing_stands_still(weg):
    dossier = weg.in_toets("2-11-2026")
    vraag = {"ontbreekt": "De jaarrekening.", "aanvulling_tot": dag("15-1-2027")}
    dossier = weg.doe(toelating.aanvulling_vragen, dossier, "29-12-2026", **vraag)
    assert not Opschorting.objects.filter(dossier=dossier.pk).exists()


@pytest.mark.parametrize(
    ("ontbreekt", "tot", "veld"),
    [(" ", "30-11-2026", "ontbreekt"), ("x", "16-11-2026", "aanvulling_tot"), ("x", "1-12-2027", "aanvulling_tot")],
)
def test_a_request_to_complete_that_cannot_be(weg, ontbreekt, tot, veld):
    dossier = weg.in_toets("2-11-2026")
    with pytest.raises(Weigering) as fout:
        weg.doe(toelating.aanvulling_vragen, dossier, "16-11-2026", ontbreekt=ontbreekt, aanvulling_tot=dag(tot))
    assert fout.value.veld == veld


# What is tested.


@pytest.mark.eis("R-FIN-01")
def test_half_of_the_items_is_saved_and_each_keeps_who_saw_it(weg):
    dossier = weg.in_toets("2-11-2026")
    tk = weg.cast.gebruiker("tk", Rol.TOEZICHT_KWALITEIT, regio=weg.cast.almelo)
    half = {"vog": {"uitkomst": "voldoet", "toelichting": ""}}
    weg.doe(toelating.kwaliteit_toetsen, dossier, "3-11-2026", toetsen=half, door=tk)
    met_uitleg = {"uitkomst": "voldoet_niet", "toelichting": "Geen cliëntenraad."}
    weg.doe(toelating.kwaliteit_toetsen, dossier, "5-11-2026", toetsen={**VOLDOET, "medezeggenschap": met_uitleg})
    rijen = {rij.eis: rij for rij in Kwaliteitstoets.objects.filter(toelating=dossier)}
    assert len(rijen) == 8
    assert (rijen["vog"].door, rijen["vog"].gezien_op) == (tk, dag("3-11-2026"))
    assert (rijen["meldcode"].door, rijen["meldcode"].gezien_op) == (weg.con, dag("5-11-2026"))
    weg.doe(toelating.financien_toetsen, dossier, "5-11-2026", **GELD)
    besluit = {"motivering": "x", "toegelaten_vanaf": dag("6-11-2026")}
    with pytest.raises(Weigering, match="voldoet aan alle eisen van kwaliteit"):
        weg.doe(toelating.toelaten, dossier, "6-11-2026", **besluit)
    leeg = {"medezeggenschap": {"uitkomst": "", "toelichting": ""}}
    weg.doe(toelating.kwaliteit_toetsen, dossier, "6-11-2026", toetsen=leeg)
    assert Kwaliteitstoets.objects.filter(toelating=dossier).count() == 7


def test_an_item_that_does_not_hold_says_why(weg):
    dossier = weg.in_toets("2-11-2026")
    toetsen = {"vog": {"uitkomst": "voldoet_niet", "toelichting": " "}}
    with pytest.raises(Weigering, match="Leg uit waarom de aanbieder hier niet aan voldoet") as fout:
        weg.doe(toelating.kwaliteit_toetsen, dossier, "3-11-2026", toetsen=toetsen)
    assert fout.value.veld == "toelichting_vog"
    assert not Kwaliteitstoets.objects.exists()


@pytest.mark.eis("R-FIN-01")
@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"oordeel": "onvoldoende"}, "toelichting"),
        ({"boekjaar": 2027}, "boekjaar"),
        ({"boekjaar": 1999}, "boekjaar"),
    ],
)
def test_financial_continuity_that_cannot_be(weg, anders, veld):
    dossier = weg.in_toets("2-11-2026")
    with pytest.raises(Weigering) as fout:
        weg.doe(toelating.financien_toetsen, dossier, "3-11-2026", **{**GELD, **anders})
    assert fout.value.veld == veld
    assert not Financieletoets.objects.exists()


@pytest.mark.eis("R-FIN-01")
def test_without_financial_continuity_nobody_is_admitted(weg):
    dossier = weg.in_toets("2-11-2026")
    fin = weg.cast.gebruiker("fin", Rol.ADMINISTRATIE, regio=weg.cast.almelo)
    weg.doe(toelating.kwaliteit_toetsen, dossier, "3-11-2026", toetsen=VOLDOET)
    slecht = {**GELD, "solvabiliteit": Decimal("-12.5"), "oordeel": "onvoldoende", "toelichting": "Negatief vermogen."}
    weg.doe(toelating.financien_toetsen, dossier, "3-11-2026", **slecht, door=fin)
    with pytest.raises(Weigering, match="financiële continuïteit is voldoende"):
        weg.doe(toelating.toelaten, dossier, "4-11-2026", motivering="x", toegelaten_vanaf=dag("4-11-2026"))
    with pytest.raises(NietBevoegd):
        weg.doe(toelating.toelaten, dossier, "4-11-2026", motivering="x", toegelaten_vanaf=dag("4-11-2026"), door=fin)


# The decision.


@pytest.mark.eis("R-FIN-01", "L-55")
def test_admitted_with_a_reason_and_open_to_bezwaar(weg):
    dossier = weg.getoetst("2-11-2026")
    besluit = {"motivering": "Voldoet.", "toegelaten_vanaf": dag("1-1-2027"), "toegelaten_tot": dag("31-12-2030")}
    dossier = weg.doe(toelating.toelaten, dossier, "7-12-2026", **besluit)
    assert (dossier.status, dossier.besloten_op) == ("toegelaten", dag("7-12-2026"))
    assert Taak.objects.get(dossier=dossier.pk, code="toelating").gesloten_op == dag("7-12-2026")
    assert termijn(dossier, "bezwaar") == (dag("7-12-2026"), dag("18-1-2027"))


@pytest.mark.parametrize(
    ("anders", "veld"), [({"motivering": " "}, "motivering"), ({"toegelaten_tot": dag("1-12-2026")}, "toegelaten_tot")]
)
def test_an_admission_that_cannot_be(weg, anders, veld):
    besluit = {"motivering": "Voldoet.", "toegelaten_vanaf": dag("7-12-2026"), **anders}
    with pytest.raises(Weigering) as fout:
        weg.doe(toelating.toelaten, weg.getoetst("2-11-2026"), "7-12-2026", **besluit)
    assert fout.value.veld == veld


@pytest.mark.eis("R-FIN-01", "L-55")
def test_refused_during_the_test_or_after_the_time_to_complete(weg):
    dossier = weg.in_toets("2-11-2026")
    vraag = {"ontbreekt": "De jaarrekening.", "aanvulling_tot": dag("30-11-2026")}
    dossier = weg.doe(toelating.aanvulling_vragen, dossier, "16-11-2026", **vraag)
    with pytest.raises(Weigering, match="de tijd om aan te vullen is voorbij"):
        weg.doe(toelating.afwijzen, dossier, "30-11-2026", reden="Niet aangevuld.")
    dossier = weg.doe(toelating.afwijzen, dossier, "1-12-2026", reden="Niet aangevuld.")
    assert (dossier.status, dossier.motivering, dossier.besloten_op) == ("afgewezen", "Niet aangevuld.", dag("1-12-2026"))
    assert termijn(dossier, "bezwaar") == (dag("1-12-2026"), dag("12-1-2027"))


def test_it_is_given_to_a_contractmanager_of_the_region(weg):
    dossier = weg.aanmelden("2-11-2026")
    collega = weg.cast.gebruiker("cor", Rol.CONTRACTMANAGER, regio=weg.cast.almelo)
    dossier = weg.doe(toelating.toewijzen, dossier, "3-11-2026", behandelaar=collega, door=weg.cast.tineke)
    assert dossier.behandelaar == collega
    for ander in (weg.con_enschede, weg.cast.anke):
        with pytest.raises(Weigering, match="geen contractmanager van deze regio") as fout:
            weg.doe(toelating.toewijzen, dossier, "3-11-2026", behandelaar=ander)
        assert fout.value.veld == "behandelaar"
