"""SC-14 and around it: which component can be granted with which provider, on the day on which it begins (domein.md 3.9)."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext

from aanbieders import regels
from aanbieders.models import Locatie, Maatregel, Product, Tarief
from aanbieders.plaatsingen import lopend
from cimot import actions, besluittekst, poort
from cimot.models import Besluit, Besluitonderdeel
from cimot.processen.aanmelding import AANMELDING, Status
from cimot.voorwaarden.besluit import POORT_OPEN
from indicaties.poort import GEEN_TARIEF, NIET_TOEGELATEN
from kern.models import Organisatie, RegioInstelling
from kern.proces.weigering import Weigering
from tests.aanbieders import opstelling
from tests.factories import besluit_van, laatste_moment, melding, naar
from tests.wegen import onderdelen_van

pytestmark = pytest.mark.django_db
DAG = date(2026, 11, 23)
WOONVORMEN = ("verblijf", "compensatie", "zelfvoorzienend")


@pytest.fixture
def con(cast):
    return opstelling.contractmanager(cast, "con9")


@pytest.fixture
def zorghuis(cast, con):
    """Founded in 2018, three apartments that it rents out itself."""
    van = opstelling.aanbieder(opgericht_op=date(2018, 1, 1))
    opstelling.locatie(van, "Drie appartementen", type="appartementen", capaciteit=3)
    opstelling.verleden(van, "geen", con)
    return van


@pytest.fixture
def wending(cast, con):
    return opstelling.wending(con)


def vraag(regio, soort, van=None, **anders):
    organisatie = getattr(van, "organisatie", van)
    return poort.Vraag(regio, soort, organisatie, **{"op": DAG, **anders})


def kan(regio, van, **feiten):
    vragen = [vraag(regio, soort, van, **feiten) for soort in WOONVORMEN]
    return {v.soort for v, antwoord in zip(vragen, poort.antwoorden(vragen), strict=True) if not antwoord.nee}


# The housing components.


@pytest.mark.eis("SC-14", "X-13", "R-IND-13", "R-IND-15", "R-IND-18")
def test_zorghuis_nieuw_gets_neither_and_bas_only_zelfvoorzienend(cast, zorghuis):
    for huurt_van in Besluitonderdeel.HuurtVan.values:
        for draagkracht in ("", *Besluitonderdeel.Draagkracht.values):
            verwacht = {"zelfvoorzienend"} if huurt_van == "derde" else set()
            assert kan(cast.almelo, zorghuis, huurt_van=huurt_van, draagkracht=draagkracht) == verwacht
    verblijf = poort.antwoord(vraag(cast.almelo, "verblijf", zorghuis, huurt_van="derde"))
    assert verblijf.nee == (regels.GEEN_AWBZ, regels.GEEN_INSTELLING, regels.NIET_IN_INSTELLING) and verblijf.sluit
    compensatie = poort.antwoord(vraag(cast.almelo, "compensatie", zorghuis, huurt_van="derde"))
    assert compensatie.nee == (regels.GEEN_PGB, regels.HUURT_NIET_VAN_AANBIEDER)


@pytest.mark.eis("X-13", "R-IND-13")
def test_the_newest_row_about_the_past_counts(cast, wending, con):
    assert kan(cast.almelo, wending, huurt_van="instelling") == {"verblijf"}
    opstelling.verleden(wending, "pgb", con)
    assert kan(cast.almelo, wending, huurt_van="instelling") == set()
    assert kan(cast.almelo, wending, huurt_van="aanbieder", draagkracht="onvoldoende") == {"compensatie"}


@pytest.mark.eis("R-IND-13")
def test_the_institution_must_be_there_on_the_first_day(cast, wending):
    Locatie.objects.update(tot=DAG)
    assert kan(cast.almelo, wending, huurt_van="instelling", vanaf=DAG) == {"verblijf"}
    assert kan(cast.almelo, wending, huurt_van="instelling", vanaf=DAG + timedelta(days=1)) == set()
    Locatie.objects.update(tot=None, vanaf=date(2027, 1, 1))
    assert kan(cast.almelo, wending, huurt_van="instelling", vanaf=date(2026, 12, 31)) == set()


@pytest.mark.eis("X-13")
def test_a_provider_of_which_nothing_is_known_gets_neither_but_may_be_named(cast):
    nieuw = Organisatie.objects.create(naam="Onbekend", soort=Organisatie.Soort.ZORGAANBIEDER)
    assert kan(cast.almelo, nieuw, huurt_van="instelling") == set()
    antwoord = poort.antwoord(vraag(cast.almelo, "ozl_intensief", nieuw))
    assert (antwoord.nee, antwoord.let_op) == ((), (NIET_TOEGELATEN, GEEN_TARIEF))
    # Nobody chosen yet: what can wait for that, waits.
    zonder = poort.antwoord(vraag(cast.almelo, "verblijf", huurt_van="instelling"))
    assert (zonder.nee, zonder.kolom, zonder.sluit) == ((regels.GEEN_AANBIEDER,), "aanbieder", False)
    assert poort.antwoord(vraag(cast.almelo, "omd")) == poort.Antwoord(bij=poort.antwoord(vraag(cast.almelo, "omd")).bij)


@pytest.mark.eis("X-13", "X-14")
def test_a_region_that_does_not_ask_the_past(cast, zorghuis):
    RegioInstelling.objects.create(
        regio=cast.almelo, sleutel="woonvoorziening.historisch_recht", waarde=False, geldig_vanaf=date(2026, 1, 1), reden="x"
    )
    assert kan(cast.almelo, zorghuis, huurt_van="instelling") == set()
    opstelling.locatie(zorghuis, "Eigen huis", is_eigen_instelling=True)
    assert kan(cast.almelo, zorghuis, huurt_van="instelling") == {"verblijf"}
    # Enschede has no such components at all.
    assert poort.antwoord(vraag(cast.enschede, "all_inclusive", zorghuis)).nee == ()
    assert "catalogus" in poort.antwoord(vraag(cast.enschede, "verblijf", zorghuis, huurt_van="instelling")).nee[0]


# Product, admission, measures, tarief.


@pytest.mark.eis("R-IND-26")
def test_a_product_is_granted_from_its_first_to_its_last_day(cast, wending):
    Product.objects.filter(soort="omd", regio=cast.almelo).update(periode=DateRange(DAG, date(2027, 1, 1)))
    for vanaf, mag in ((DAG, True), (date(2026, 12, 31), True), (date(2027, 1, 1), False), (DAG - timedelta(days=1), False)):
        assert (poort.antwoord(vraag(cast.almelo, "omd", wending, vanaf=vanaf)).nee == ()) == mag


@pytest.mark.eis("SM-9")
def test_a_measure_or_an_end_is_a_no_and_says_when(cast, con, wending):
    dossier = opstelling.toelating(con, wending, cast.almelo)
    assert poort.antwoord(vraag(cast.almelo, "omd", wending)).let_op == (GEEN_TARIEF,)
    stop = Maatregel.objects.create(
        toelating=dossier, soort="clientenstop", reden="x", advies="a", advies_op=DAG, vanaf=date(2027, 1, 1)
    )
    assert poort.antwoord(vraag(cast.almelo, "omd", wending)).nee == ()
    later = poort.antwoord(vraag(cast.almelo, "omd", wending, vanaf=date(2027, 2, 1)))
    assert "cliëntenstop vanaf vr 1 jan 2027" in later.nee[0] and (later.kolom, later.sluit) == ("aanbieder", False)
    # What should have begun long ago is judged as it stands now.
    stop.vanaf = DAG
    stop.save()
    assert poort.antwoord(vraag(cast.almelo, "omd", wending, vanaf=date(2026, 2, 1))).nee
    # A pgb needs no contract, but it is told.
    pgb = poort.antwoord(vraag(cast.almelo, "omd", wending, leveringsvorm="pgb"))
    assert pgb.nee == () and "cliëntenstop" in pgb.let_op[0]
    stop.delete()
    dossier.eindigt_op, dossier.einde_reden = DAG - timedelta(days=1), "Stopt."
    dossier.save()
    assert "stopte" in poort.antwoord(vraag(cast.almelo, "omd", wending)).nee[0]


@pytest.mark.eis("SM-9", "X-11")
def test_the_admission_of_one_region_says_nothing_of_the_other(cast, con, wending):
    opstelling.toelating(con, wending, cast.almelo, status="afgewezen", toegelaten_vanaf=None, actief_vanaf=None)
    assert poort.antwoord(vraag(cast.almelo, "omd", wending)).nee
    anders = poort.antwoord(vraag(cast.enschede, "modulair", wending))
    # A region that pays real costs has no tarief to know.
    assert (anders.nee, anders.let_op) == ((), (NIET_TOEGELATEN,))


@pytest.mark.eis("R-FIN-11", "R-IND-18")
def test_a_tarief_that_is_not_known_is_seen_and_allowed(cast, wending):
    def tarief(soort="omd", vanaf=DAG, **anders):
        return poort.antwoord(vraag(cast.almelo, soort, wending, vanaf=vanaf, **anders))

    assert GEEN_TARIEF in tarief().let_op and tarief().nee == ()
    Tarief.objects.create(aanbieder=wending, regio=cast.almelo, soort="omd", bedrag="52.30", eenheid="dagdeel",
                          periode=DateRange(DAG, date(2027, 1, 1)))  # fmt: skip
    assert GEEN_TARIEF not in tarief().let_op and tarief().tarief == "€ 52,30 per dagdeel"
    assert GEEN_TARIEF in tarief(vanaf=date(2027, 1, 1)).let_op and tarief(vanaf=date(2027, 1, 1)).tarief == ""
    for soort in ("zelfvoorzienend", "toeslag"):
        assert GEEN_TARIEF not in tarief(soort, huurt_van="derde").let_op
    assert GEEN_TARIEF not in tarief(leveringsvorm="pgb").let_op


def test_the_number_of_queries_does_not_grow_with_the_providers(cast, con, wending, zorghuis):
    opstelling.toelating(con, wending, cast.almelo)
    meer = [opstelling.aanbieder(f"Aanbieder {n}") for n in range(5)]

    def tel(aanbieders):
        cast.almelo.__dict__.pop("_instellingen", None)
        with CaptureQueriesContext(connection) as vragen:
            poort.antwoorden([vraag(cast.almelo, soort, van) for van in aanbieders for soort in WOONVORMEN])
        return len(vragen)

    assert tel([wending]) == tel([wending, zorghuis, *meer]) <= 8


# In a besluit.


@pytest.fixture
def zaak(cast):
    return naar(melding(cast), Status.AANVRAAG_COMPLEET, cast)


def rijen(zaak, **woon):
    [ozl] = onderdelen_van(zaak, zaak.status_sinds)
    return [ozl, {**ozl, "soort": "verblijf", "uren": None, **woon}]


@pytest.mark.eis("X-13", "R-IND-13", "R-IND-18", "SC-14")
def test_the_action_refuses_beside_the_field_and_keeps_nothing(cast, zaak, zorghuis, wending):
    zaak = besluit_van(zaak, "toekenning", cast)
    stel = {"door": cast.anke, "op": laatste_moment(zaak)}
    voor = list(Besluitonderdeel.objects.values())
    for woon, veld, zin in (
        ({"aanbieder": zorghuis.organisatie, "huurt_van": "aanbieder"}, "woon_soort", regels.GEEN_AWBZ),
        ({"aanbieder": wending.organisatie}, "woon_huurt_van", regels.WAAR_WOONT),
        ({"huurt_van": "instelling"}, "woon_aanbieder", regels.GEEN_AANBIEDER),
        ({"soort": "compensatie", "aanbieder": zorghuis.organisatie, "huurt_van": "derde"}, "woon_soort", regels.GEEN_PGB),
        ({"soort": "zelfvoorzienend", "huurt_van": "aanbieder"}, "woon_soort", regels.NIET_ZELFVOORZIENEND),
    ):
        with pytest.raises(Weigering) as fout:
            actions.onderdelen_kiezen(zaak, onderdelen=rijen(zaak, **woon), **stel)
        assert zin in fout.value.zin and fout.value.veld == veld
        assert list(Besluitonderdeel.objects.values()) == voor
    goed = rijen(zaak, aanbieder=wending.organisatie, huurt_van="instelling")
    zaak = actions.onderdelen_kiezen(zaak, onderdelen=goed, **stel)
    assert "Waar woont de cliënt: woont in een instelling van de aanbieder" in besluittekst.tekst_van(zaak)
    # What is refused to the client needs no provider.
    actions.onderdelen_kiezen(zaak, onderdelen=rijen(zaak, beslissing="afgewezen"), **stel)


@pytest.mark.eis("X-13", "SM-9")
def test_a_measure_that_came_since_holds_back_each_later_step(cast, con, zaak, wending):
    dossier = opstelling.toelating(con, wending, cast.almelo)
    zaak = besluit_van(zaak, "toekenning", cast)
    stel = {"door": cast.anke, "op": laatste_moment(zaak)}
    [rij] = onderdelen_van(zaak, zaak.status_sinds, aanbieder=wending.organisatie)
    zaak = actions.onderdelen_kiezen(zaak, onderdelen=[rij], **stel)

    def stop():
        return Maatregel.objects.create(toelating=dossier, soort="opschorting", reden="x", vanaf=zaak.status_sinds)

    maatregel = stop()
    zin = f"Dit kan nog niet. Nog nodig: {POORT_OPEN.zin}."
    with pytest.raises(Weigering) as fout:
        actions.besluit_voorleggen(zaak, **stel)
    assert fout.value.zin == zin
    maatregel.delete()
    zaak = _tot_getekend(zaak, cast)
    maatregel = stop()
    with pytest.raises(Weigering) as fout:
        actions.besluit_versturen(zaak, door=cast.bas, op=laatste_moment(zaak), via="brief")
    assert fout.value.zin == zin and Besluit.objects.get().verzonden_op is None
    maatregel.delete()
    verzonden = actions.besluit_versturen(zaak, door=cast.bas, op=laatste_moment(zaak), via="brief")
    assert verzonden.status == Status.INDICATIE_ACTIEF


def _tot_getekend(zaak, cast):
    op = laatste_moment(zaak)
    zaak = actions.besluit_voorleggen(zaak, door=cast.anke, op=op)
    return actions.besluit_goedkeuren(zaak, door=cast.tineke, op=op, ondertekenaar=cast.tineke)


@pytest.mark.eis("X-13")
def test_both_steps_name_the_condition():
    met = {o.actie for o in AANMELDING.overgangen if POORT_OPEN in o.mits}
    assert met == {"besluit_voorleggen", "besluit_versturen"}


# The lines of running clients.


@pytest.mark.eis("R-FIN-04")
def test_a_provider_sees_lines_of_what_was_sent_and_runs(cast, zaak, wending):
    zaak = besluit_van(zaak, "toekenning", cast)
    stel = {"door": cast.anke, "op": laatste_moment(zaak)}
    [ozl] = onderdelen_van(zaak, zaak.status_sinds, aanbieder=wending.organisatie)
    niet = {**ozl, "soort": "omd", "uren": None, "beslissing": "afgewezen"}
    zaak = _tot_getekend(actions.onderdelen_kiezen(zaak, onderdelen=[ozl, niet], **stel), cast)
    regio, vanaf, tot = [cast.almelo.pk], ozl["vanaf"], ozl["tot"]
    assert lopend(wending.pk, vanaf, regio) == []
    zaak = actions.besluit_versturen(zaak, door=cast.bas, op=laatste_moment(zaak), via="brief")
    with CaptureQueriesContext(connection) as vragen:
        [rij] = lopend(wending.pk, vanaf, regio)
    assert len(vragen) == 1
    assert (rij.kenmerk, rij.product, rij.soort, rij.vanaf, rij.tot, rij.uren) == (
        zaak.kenmerk, "OZL intensief", "ozl_intensief", vanaf, tot, 11)  # fmt: skip
    assert zaak.client.achternaam not in str(rij)
    for dag, wie, waar in (
        (vanaf - timedelta(days=1), wending.pk, regio),
        (tot + timedelta(days=1), wending.pk, regio),
        (vanaf, wending.pk, [cast.enschede.pk]),
        (vanaf, wending.pk + 100000, regio),
    ):
        assert lopend(wie, dag, waar) == []
    assert len(lopend(wending.pk, tot, regio)) == 1
