"""The besluit: what it must say, who may approve and sign it, and what happens when it changes (L-16, L-57, L-66)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from cimot import actions
from cimot.models import Besluit, Besluitonderdeel, Criteriumuitkomst, Mandaat, Verslag
from cimot.processen.aanmelding import AANMELDING, Status
from cimot.voorwaarden import besluit as voorwaarden
from kern.models import Client, Dossier, Gebeurtenis, Gemeente, Signaal, Taak
from kern.personen import clienten
from kern.proces import actions as kern
from kern.proces import correctie
from kern.proces.systeem import SYSTEEM
from kern.proces.tabel import Voorwaarde
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import signalen, termijnen
from tests.cimot.scenario import dag, stand, termijn
from tests.factories import besluit_van, laatste_moment, melding, moment, naar
from tests.wegen import onderdelen_van

pytestmark = pytest.mark.django_db


def zet(model, **waarden):
    return lambda: model.objects.update(**waarden)


def alleen_omd():
    Besluitonderdeel.objects.update(groep="omd", soort="omd", uren=None)


def zonder_uitkomst():
    Besluit.objects.update(uitkomst="")
    Besluitonderdeel.objects.all().delete()


def ook_een_product():
    van = Besluitonderdeel.objects.get()
    periode = {"vanaf": van.vanaf, "tot": van.tot, "motivering": "Past goed."}
    Besluitonderdeel.objects.create(besluit=van.besluit, groep="product", soort="modulair", **periode)


# Condition, outcome, how to break it alone.
VOORLEGGEN = {
    "no outcome": ("UITKOMST_GEKOZEN", "toekenning", zonder_uitkomst),
    **{veld: ("GEMOTIVEERD", "toekenning", zet(Besluit, **{veld: " \n"})) for veld in Besluit.ELEMENTEN},
    "reasons of a component": ("ONDERDELEN_KLOPPEN", "toekenning", zet(Besluitonderdeel, motivering=" ")),
    "granted, but nothing": ("ONDERDELEN_KLOPPEN", "toekenning", lambda: Besluitonderdeel.objects.all().delete()),
    "refused, but something": ("ONDERDELEN_KLOPPEN", "gedeeltelijk", zet(Besluit, uitkomst="afwijzing")),
    "only refused components": ("ONDERDELEN_KLOPPEN", "toekenning", zet(Besluitonderdeel, beslissing="afgewezen")),
    "a product of the other region": (
        "ONDERDELEN_KLOPPEN",
        "toekenning",
        ook_een_product,
    ),
    "no OZL": ("OZL_ERBIJ", "toekenning", alleen_omd),
    "no goal": ("DOEL_EN_HERBEOORDELING", "toekenning", zet(Besluit, doelen=[])),
    "no day": ("DOEL_EN_HERBEOORDELING", "gedeeltelijk", zet(Besluit, herbeoordelen_op=None)),
    "no lighter help": ("DOEL_EN_HERBEOORDELING", "toekenning", zet(Besluit, afbouwdoel=" ")),
    "pgb": ("PGB_UITGELEGD", "toekenning", zet(Besluitonderdeel, leveringsvorm="pgb")),
    "no ground": ("GROND_GEKOZEN", "afwijzing", zet(Besluit, weigeringsgrond="")),
    "no explanation": ("GROND_GEKOZEN", "gedeeltelijk", zet(Besluit, weigering_toelichting=" ")),
    "not heard": ("GEHOORD", "afwijzing", zet(Besluit, gehoord="", gehoord_op=None)),
    "partly not heard": ("GEHOORD", "gedeeltelijk", zet(Besluit, gehoord="", gehoord_op=None)),
    "no bye-law": ("VERORDENING_GEKOZEN", "toekenning", zet(Besluit, verordening=None)),
}
# Tried by a test of their own, here, in test_aanvraag.py or in tests/indicaties/test_poort.py.
ELDERS = {
    "AANVRAAG_IS_ER", "AANVULLING_GEVRAAGD", "AANVULTERMIJN_VOORBIJ", "BINNEN_VIER_WEKEN", "OVERGENOMEN",
    "ZES_WEKEN_VOORBIJ", "VERSLAG_IS_DEFINITIEF", "NIETS_GEWIJZIGD", "IS_TOEGEKEND", "IS_AFGEWEZEN", "ADVIES_GEVRAAGD",
    "POORT_OPEN",
}  # fmt: skip


@pytest.fixture
def compleet(cast):
    return naar(melding(cast), Status.AANVRAAG_COMPLEET, cast)


@pytest.fixture
def ondertekend(cast):
    return naar(melding(cast), Status.BESLUIT_ONDERTEKEND, cast)


def vers(zaak):
    return zaak.__class__.objects.get(pk=zaak.pk)


def voorleggen(zaak, cast):
    return actions.besluit_voorleggen(vers(zaak), door=cast.anke, op=laatste_moment(zaak))


def goedkeuren(zaak, door, ondertekenaar=None):
    return actions.besluit_goedkeuren(vers(zaak), door=door, op=laatste_moment(zaak), ondertekenaar=ondertekenaar or door)


def versturen(zaak, cast):
    return actions.besluit_versturen(vers(zaak), door=cast.bas, op=laatste_moment(zaak), via="brief")


# What it must say.


def test_every_condition_of_the_besluit_is_tried_here():
    namen = {id(w): naam for naam, w in vars(voorwaarden).items() if isinstance(w, Voorwaarde)}
    gevraagd = {namen[id(w)] for o in AANMELDING.overgangen for w in o.mits if id(w) in namen}
    assert gevraagd == set(namen.values()) == {naam for naam, *_ in VOORLEGGEN.values()} | ELDERS


@pytest.mark.eis("SM-1", "L-04", "L-10", "L-16", "L-18", "L-57", "R-VIS-04", "R-VIS-06", "R-IND-01", "R-IND-02", "X-04")
@pytest.mark.parametrize("geval", VOORLEGGEN)
def test_each_condition_is_refused_alone_with_its_sentence(cast, compleet, geval):
    naam, uitkomst, breek = VOORLEGGEN[geval]
    zaak = besluit_van(compleet, uitkomst, cast)
    breek()
    with pytest.raises(Weigering) as fout:
        voorleggen(zaak, cast)
    assert fout.value.zin == f"Dit kan nog niet. Nog nodig: {getattr(voorwaarden, naam).zin}."
    assert Dossier.objects.get().status == Status.BESLUIT_CONCEPT


@pytest.mark.eis("SM-1")
@pytest.mark.parametrize("uitkomst", ["toekenning", "gedeeltelijk", "afwijzing"])
def test_a_complete_besluit_goes_to_the_teamleider(cast, compleet, uitkomst):
    assert voorleggen(besluit_van(compleet, uitkomst, cast), cast).status == Status.BESLUIT_4OGEN


@pytest.mark.eis("R-VIS-05")
def test_a_place_to_live_needs_its_own_reason(cast, compleet):
    zaak = besluit_van(compleet, "toekenning", cast)
    rij = Besluitonderdeel.objects.get()
    Besluitonderdeel.objects.create(
        besluit=rij.besluit,
        groep="woon",
        soort="zelfvoorzienend",
        huurt_van="derde",
        vanaf=rij.vanaf,
        tot=rij.tot,
        motivering=" ",
    )
    with pytest.raises(Weigering, match="elk onderdeel past bij de regio en is gemotiveerd"):
        voorleggen(zaak, cast)
    Besluitonderdeel.objects.filter(groep="woon").update(motivering="Thuis gaat het niet meer.")
    assert voorleggen(zaak, cast).status == Status.BESLUIT_4OGEN


@pytest.mark.eis("L-12")
def test_without_a_finished_investigation_there_is_no_besluit(cast, compleet):
    Verslag.objects.update(definitief_op=None)
    with pytest.raises(Weigering) as fout:
        actions.besluit_opstellen(vers(compleet), door=cast.anke, op=laatste_moment(compleet))
    assert fout.value.zin == f"Dit kan nog niet. Nog nodig: {voorwaarden.VERSLAG_IS_DEFINITIEF.zin}."
    Verslag.objects.update(definitief_op=date(2026, 11, 7))
    Criteriumuitkomst.objects.update(uitkomst="onbekend")
    with pytest.raises(Weigering, match="alle criteria van de regio zijn beantwoord"):
        actions.besluit_opstellen(vers(compleet), door=cast.anke, op=laatste_moment(compleet))
    assert not Besluit.objects.exists()


@pytest.mark.eis("R-IND-21", "X-11")
@pytest.mark.parametrize(
    ("regio", "onderwerp", "past"),
    [
        ("almelo", "bw", {"ozl"}),
        ("enschede", "bw", {"product"}),
        ("almelo", "mo", {"opvang"}),
        ("enschede", "mo", {"opvang"}),
    ],
)
def test_each_region_grants_what_is_in_its_own_catalogue(cast, regio, onderwerp, past):
    zaak = melding(cast, regio=getattr(cast, regio), onderwerp=onderwerp)
    zaak = besluit_van(naar(zaak, Status.AANVRAAG_COMPLEET, cast), "toekenning", cast)
    soorten = {"ozl": ("ozl_standaard", 8), "product": ("modulair", None), "opvang": ("opvang", None)}
    gelukt = set()
    for groep, (soort, uren) in soorten.items():
        Besluitonderdeel.objects.update(groep=groep, soort=soort, uren=uren)
        if kern.ontbreekt(vers(zaak), AANMELDING.overgang(zaak.status, "besluit_voorleggen"), zaak.status_sinds) == []:
            gelukt.add(groep)
    assert gelukt == past


@pytest.mark.eis("R-IND-04", "R-IND-12", "X-04")
def test_a_component_that_is_left_out_disappears_and_one_variant_is_kept(cast, compleet):
    zaak = besluit_van(compleet, "toekenning", cast)
    begin, stel = zaak.status_sinds, {"door": cast.anke, "op": laatste_moment(zaak)}
    rij = onderdelen_van(zaak, begin)[0]
    omd = {**rij, "soort": "omd", "uren": None}
    zaak = actions.onderdelen_kiezen(zaak, onderdelen=[rij, omd], **stel)
    assert set(Besluitonderdeel.objects.values_list("groep", flat=True)) == {"ozl", "omd"}
    zaak = actions.onderdelen_kiezen(zaak, onderdelen=[{**rij, "soort": "ozl_standaard", "uren": 8}], **stel)
    assert set(Besluitonderdeel.objects.values_list("groep", "soort")) == {("ozl", "ozl_standaard")}
    with pytest.raises(Weigering, match="De einddatum ligt vóór de begindatum") as fout:
        actions.onderdelen_kiezen(zaak, onderdelen=[{**rij, "tot": begin - (rij["tot"] - begin)}], **stel)
    assert fout.value.veld == "ozl_tot"


@pytest.mark.eis("R-IND-05", "R-IND-06", "R-IND-07")
@pytest.mark.parametrize(("soort", "te_weinig"), [("ozl_standaard", 7), ("ozl_intensief", 10), ("ozl_zeer_intensief", 17)])
def test_too_few_hours_are_refused_by_the_database_with_a_sentence(cast, compleet, soort, te_weinig):
    zaak = besluit_van(compleet, "toekenning", cast)
    for uren in (te_weinig, None):
        rij = onderdelen_van(zaak, zaak.status_sinds, soort=soort, uren=uren)
        with pytest.raises(IntegrityError) as fout, transaction.atomic():
            actions.onderdelen_kiezen(zaak, door=cast.anke, op=laatste_moment(zaak), onderdelen=rij)
        assert "8 (standaard), 11 (intensief) of 18 (zeer intensief)" in kern.zin_bij(fout.value)


# The second person.


@pytest.mark.eis("SM-1")
@pytest.mark.parametrize("nog_steeds", [True, False], ids=["author", "earlier author"])
def test_who_wrote_on_it_cannot_approve_it(cast, compleet, nog_steeds):
    zaak = besluit_van(compleet, "toekenning", cast)
    Besluit.objects.update(auteur=cast.tineke)
    if not nog_steeds:
        Besluit.objects.update(auteur=cast.anke)
    zaak = voorleggen(zaak, cast)
    with pytest.raises(NietBevoegd, match="U schreef zelf aan dit besluit"):
        goedkeuren(zaak, cast.tineke)
    assert vers(zaak).status == Status.BESLUIT_4OGEN
    ander = cast.gebruiker("trees", "teamleider", regio=cast.almelo)
    assert goedkeuren(zaak, ander, cast.tineke).besluit.goedgekeurd_door == ander


@pytest.mark.eis("SM-1")
def test_each_action_that_writes_makes_its_person_a_writer(cast, compleet):
    """A colleague who helped counts as well, also when the casemanager wrote after him."""
    zaak = besluit_van(compleet, "toekenning", cast)
    zaak.medebehandelaars.add(cast.karim)
    stel = {"door": cast.karim, "op": laatste_moment(zaak)}
    for actie, waarden in (
        ("besluit_schrijven", {"zienswijze": "x"}),
        ("onderdelen_kiezen", {"onderdelen": onderdelen_van(zaak, zaak.status_sinds)}),
        ("hoor_vastleggen", {"gehoord": "gehoord", "namens": {"wie": "client", "kanaal": "telefoon"}}),
    ):
        Besluit.objects.update(auteur=cast.anke)
        getattr(actions, actie)(zaak, **stel, **waarden)
        assert Besluit.objects.get().auteur == cast.karim


@pytest.mark.eis("SM-1")
def test_the_database_refuses_an_author_who_approves(cast, ondertekend):
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        Besluit.objects.update(auteur=cast.tineke)
    assert kern.zin_bij(fout.value) == "Een ander dan de schrijver moet het besluit goedkeuren."


@pytest.mark.eis("L-66", "L-26")
@pytest.mark.parametrize(
    "waarden",
    [
        {"periode": DateRange(date(2015, 1, 1), date(2026, 11, 1))},
        {"periode": DateRange(date(2027, 1, 1), None)},
        {"soort": "tijdelijk"},
        {"college": "Enschede"},
    ],
    ids=["ended", "not yet", "another kind", "another college"],
)
def test_who_has_no_mandate_for_it_that_day_does_not_sign(cast, waarden):
    zaak = naar(melding(cast), Status.BESLUIT_4OGEN, cast)
    Mandaat.objects.filter(gebruiker=cast.tineke).exclude(soort="aanvraag").delete()
    if "college" in waarden:
        waarden = {"college": Gemeente.objects.get(naam=waarden["college"])}
    Mandaat.objects.filter(gebruiker=cast.tineke).update(**waarden)
    with pytest.raises(Weigering, match="Tineke mag dit besluit op deze dag niet ondertekenen") as fout:
        goedkeuren(zaak, cast.tineke)
    assert fout.value.veld == "ondertekenaar"
    assert (vers(zaak).status, Besluit.objects.get().mandaat) == (Status.BESLUIT_4OGEN, None)


@pytest.mark.eis("L-66")
def test_who_left_does_not_sign(cast):
    zaak = naar(melding(cast), Status.BESLUIT_4OGEN, cast)
    oud = cast.gebruiker("oud", "teamleider", regio=cast.almelo)
    Mandaat.objects.filter(gebruiker=cast.tineke, soort="aanvraag").update(gebruiker=oud)
    assert [m.gebruiker for m in actions.mandaten(zaak, "aanvraag", zaak.status_sinds)] == [oud]
    oud.is_active = False
    oud.save()
    with pytest.raises(Weigering, match="niet ondertekenen"):
        goedkeuren(zaak, cast.tineke, oud)


@pytest.mark.eis("SM-1")
@pytest.mark.parametrize("status", [Status.BESLUIT_4OGEN, Status.BESLUIT_ONDERTEKEND])
def test_a_change_withdraws_the_approval(cast, status):
    zaak = naar(melding(cast), status, cast)
    with pytest.raises(Weigering, match="kan niet meer of nog niet"):
        actions.besluit_schrijven(zaak, door=cast.anke, op=laatste_moment(zaak), afbouwdoel="Anders.")
    with pytest.raises(Weigering, match="Vul in waarom"):
        actions.besluit_aanpassen(zaak, door=cast.anke, op=laatste_moment(zaak), reden=" ")
    zaak = actions.besluit_aanpassen(zaak, door=cast.anke, op=laatste_moment(zaak), reden="Fout in de uren.")
    b = Besluit.objects.get()
    leeg = (b.goedgekeurd_door, b.goedgekeurd_op, b.ondertekenaar, b.mandaat, b.tekst, b.tekst_hash)
    assert (zaak.status, leeg) == (Status.BESLUIT_CONCEPT, (None, None, None, None, "", ""))
    with pytest.raises(Weigering, match="kan niet meer of nog niet"):
        versturen(zaak, cast)


@pytest.mark.eis("SM-1")
def test_the_teamleider_sends_it_back_with_a_reason(cast):
    zaak = naar(melding(cast), Status.BESLUIT_4OGEN, cast)
    with pytest.raises(Weigering, match="Vul in waarom"):
        actions.besluit_terugsturen(zaak, door=cast.tineke, op=laatste_moment(zaak), reden="")
    zaak = actions.besluit_terugsturen(zaak, door=cast.tineke, op=laatste_moment(zaak), reden="De uren kloppen niet.")
    assert (zaak.status, zaak.toelichtingen.get().reden) == (Status.BESLUIT_CONCEPT, "De uren kloppen niet.")


ACHTERAF = {
    "text": zet(Besluit, motivering_doel="Anders."),
    "outcome": zet(Besluit, uitkomst="gedeeltelijk", weigeringsgrond="wlz", gehoord="gehoord", gehoord_op=date(2026, 11, 9)),
    "hours": zet(Besluitonderdeel, uren=40),
    "end": zet(Besluitonderdeel, tot=date(2040, 1, 1)),
    "component gone": lambda: Besluitonderdeel.objects.all().delete(),
    "contribution": zet(Besluit, cak_regime="geen"),
    "bye-law": zet(Besluit, verordening=None),
}


@pytest.mark.eis("SM-1")
@pytest.mark.parametrize("wat", ACHTERAF)
def test_what_was_changed_behind_the_second_person_is_not_sent(cast, ondertekend, wat):
    """Past all actions: a raw row."""
    ACHTERAF[wat]()
    with pytest.raises(Weigering) as fout:
        versturen(ondertekend, cast)
    assert fout.value.zin == f"Dit kan nog niet. Nog nodig: {voorwaarden.NIETS_GEWIJZIGD.zin}."
    assert (vers(ondertekend).status, Besluit.objects.get().verzonden_op) == (Status.BESLUIT_ONDERTEKEND, None)


@pytest.mark.eis("SM-1", "L-66")
def test_without_an_approval_the_database_sends_nothing(cast, ondertekend):
    leeg = dict.fromkeys(("goedgekeurd_op", "goedgekeurd_door", "ondertekenaar", "mandaat"))
    Besluit.objects.update(tekst_hash="", **leeg)
    with pytest.raises(IntegrityError, match="besluit_aanvraag_goedgekeurd"), transaction.atomic():
        versturen(ondertekend, cast)
    assert vers(ondertekend).status == Status.BESLUIT_ONDERTEKEND


# Sent.


@pytest.mark.eis("SM-1", "L-55")
@pytest.mark.parametrize(
    ("uitkomst", "status"),
    [
        ("toekenning", Status.INDICATIE_ACTIEF),
        ("gedeeltelijk", Status.INDICATIE_ACTIEF),
        ("afwijzing", Status.AFGEWEZEN_AFGESLOTEN),
    ],
)
def test_the_system_ends_it_as_granted_or_refused(cast, uitkomst, status):
    zaak = naar(melding(cast), status, cast, uitkomst=uitkomst)
    assert (zaak.status, zaak.gesloten_op) == (status, zaak.besluit.verzonden_op)
    rij = Gebeurtenis.objects.filter(dossier_id=zaak.pk).latest("id")
    assert (rij.rol, rij.gebruiker_id, rij.van, rij.naar) == ("systeem", None, "besluit_verzonden", status)
    assert {"bezwaar", "bezwaar_post", "bewaar"} == set(zaak.taken.filter(status="open").values_list("code", flat=True))


@pytest.mark.eis("SM-1")
@pytest.mark.parametrize(
    ("actie", "uitkomst", "naam"),
    [
        ("toekenning_afronden", "afwijzing", "IS_TOEGEKEND"),
        ("afwijzing_afronden", "toekenning", "IS_AFGEWEZEN"),
        ("afwijzing_afronden", "gedeeltelijk", "IS_AFGEWEZEN"),
    ],
)
def test_even_the_system_cannot_end_it_otherwise(cast, compleet, actie, uitkomst, naam):
    zaak = besluit_van(compleet, uitkomst, cast)
    Dossier.objects.update(status=Status.BESLUIT_VERZONDEN)
    with pytest.raises(Weigering) as fout:
        kern.overgaan(zaak, actie, door=SYSTEEM, op=laatste_moment(zaak))
    assert fout.value.zin == f"Dit kan nog niet. Nog nodig: {getattr(voorwaarden, naam).zin}."
    with pytest.raises(NietBevoegd):
        kern.overgaan(zaak, actie, door=cast.tineke, op=laatste_moment(zaak))


@pytest.mark.eis("L-57", "SM-1")
@pytest.mark.parametrize(
    "leeg", [{"weigeringsgrond": ""}, {"gehoord": "", "gehoord_op": None}], ids=["no ground", "not heard"]
)
def test_the_database_sends_no_refusal_without_ground_or_hearing(cast, leeg):
    naar(melding(cast), Status.BESLUIT_ONDERTEKEND, cast, uitkomst="afwijzing")
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        Besluit.objects.update(verzonden_op=date(2026, 12, 1), **leeg)
    assert kern.zin_bij(fout.value) == "Een weigering heeft een reden uit de lijst, en de cliënt is gehoord."


@pytest.mark.eis("SM-1", "T-BEZWAAR", "T-BESLUIT", "L-55")
@pytest.mark.parametrize("uitkomst", ["toekenning", "afwijzing"])
def test_a_besluit_that_did_not_leave_takes_the_step_of_the_system_along(cast, uitkomst):
    einde = Status.AFGEWEZEN_AFGESLOTEN if uitkomst == "afwijzing" else Status.INDICATIE_ACTIEF
    zaak = naar(melding(cast), einde, cast, uitkomst=uitkomst)
    voor = termijn(zaak, "besluit")
    for door in (cast.bas, cast.anke, cast.karim):
        with pytest.raises(NietBevoegd, match="Vraag het de teamleider"):
            correctie.corrigeren(zaak, door=door, op=timezone.now(), reden="Niet gepost.")
    zaak = correctie.corrigeren(zaak, door=cast.tineke, op=timezone.now(), reden="Niet gepost.")
    assert (zaak.status, zaak.gesloten_op, zaak.besluit.verzonden_op) == (Status.BESLUIT_ONDERTEKEND, None, None)
    rijen = Gebeurtenis.objects.filter(dossier_id=zaak.pk, actie="corrigeren").order_by("id")
    assert [(r.van, r.naar) for r in rijen] == [(einde, "besluit_verzonden"), ("besluit_verzonden", "besluit_ondertekend")]
    assert {stand(zaak, code)[0] for code in ("bezwaar", "bezwaar_post", "bewaar")} == {"vervallen"}
    assert (stand(zaak, "besluit"), termijn(zaak, "besluit")) == (("open", None), voor)
    # The approval still holds: it can leave after all.
    assert versturen(zaak, cast).status == einde
    assert stand(zaak, "bezwaar")[0] == "open"


@pytest.mark.eis("SM-1")
def test_an_approval_is_taken_back_by_who_gave_it(cast, ondertekend):
    zaak = correctie.corrigeren(ondertekend, door=cast.tineke, op=timezone.now(), reden="Toch niet.")
    b = Besluit.objects.get()
    assert (zaak.status, b.goedgekeurd_door, b.mandaat, b.tekst_hash) == (Status.BESLUIT_4OGEN, None, None, "")


@pytest.mark.eis("T-BEZWAAR", "T-BEZWAAR-POST", "L-62")
def test_a_lapsed_objection_term_is_over_and_nothing_is_late(scenario):
    zaak = scenario.melding("2-11-2026")
    scenario.op("1-12-2026")
    zaak = naar(zaak, Status.INDICATIE_ACTIEF, scenario.cast)
    assert (zaak.is_open, termijn(zaak, "bezwaar")) == (False, (dag("13-11-2026"), dag("25-12-2026"), dag("28-12-2026")))
    scenario.nacht("28-12-2026")
    assert stand(zaak, "bezwaar") == ("open", None)
    scenario.nacht("29-12-2026")
    assert stand(zaak, "bezwaar") == ("verstreken", dag("28-12-2026"))
    assert (termijn(zaak, "bezwaar_post")[2], stand(zaak, "bezwaar_post")) == (dag("4-1-2027"), ("open", None))
    scenario.nacht("5-1-2027")
    assert stand(zaak, "bezwaar_post") == ("verstreken", dag("4-1-2027"))
    assert not Signaal.objects.filter(taak__code__in=("bezwaar", "bezwaar_post")).exists()
    assert signalen.controleer(dag("5-1-2027"), op=scenario.nu)["te_laat"] == 0
    voor = list(Taak.objects.order_by("id").values())
    assert termijnen.bijwerken(vers(zaak), dag("6-1-2027")) == []
    assert list(Taak.objects.order_by("id").values()) == voor


# Kept for fifteen years.


@pytest.mark.eis("T-BEWAAR", "L-40", "L-70")
@pytest.mark.parametrize(
    ("dossier", "client", "einde"),
    [
        ("9-12-2026", "1-12-2026", "9-12-2041"),
        ("9-12-2026", "14-6-2028", "14-6-2043"),  # SC-11: a Sunday, and no Atw
        ("14-1-2030", "1-1-2027", "14-1-2045"),  # SC-01: a Saturday
        ("29-2-2028", "1-1-2027", "28-2-2043"),
        ("1-1-2027", "28-2-2029", "28-2-2044"),
    ],
)
def test_fifteen_years_from_the_last_change_of_person_or_dossier(cast, later, dossier, client, einde):
    zaak = naar(melding(cast), Status.INDICATIE_ACTIEF, cast)
    Client.objects.update(gewijzigd_op=dag(client))
    zaak = vers(zaak)
    zaak.gewijzigd_op = dag(dossier)
    termijnen.bijwerken(zaak, dag(dossier))
    assert zaak.bewaren_vanaf == max(dag(dossier), dag(client))
    assert termijn(zaak, "bewaar") == (zaak.bewaren_vanaf, dag(einde), dag(einde))


@pytest.mark.eis("T-BEWAAR", "L-40")
def test_an_open_dossier_has_no_last_day_yet_and_a_later_change_moves_it(scenario):
    zaak = scenario.melding("2-11-2026")
    scenario.op("1-12-2026")
    zaak = naar(zaak, Status.BESLUIT_ONDERTEKEND, scenario.cast)
    assert not zaak.taken.filter(code="bewaar").exists()
    zaak = scenario.versturen(zaak, "14-12-2026")
    assert termijn(zaak, "bewaar")[2] == dag("14-12-2041")
    clienten.wijzigen(zaak.client, door=scenario.cast.bas, op=scenario.op("29-2-2028"), telefoon="06-00000009")
    assert termijn(zaak, "bewaar") == (dag("29-2-2028"), dag("28-2-2043"), dag("28-2-2043"))
    # A change that was made on an earlier day does not bring it back.
    clienten.wijzigen(zaak.client, door=scenario.cast.bas, op=moment("2027-05-01"), telefoon="06-00000008")
    assert termijn(zaak, "bewaar")[2] == dag("28-2-2043")
