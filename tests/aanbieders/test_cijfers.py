"""Figures of a provider: each counts its own rows, says its unit, and never adds up what is not the same (X-15, X-19)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from aanbieders import cijfers, plaatsingen
from aanbieders.models import Afspraak, Locatie
from aanbieders.plaatsingen import Plaatsing
from kern.models import Taak
from kern.toegang.rollen import Klasse
from tests.aanbieders import opstelling
from tests.aanbieders.opstelling import VANDAAG

pytestmark = pytest.mark.django_db
MORGEN, GISTEREN = VANDAAG + timedelta(days=1), VANDAAG - timedelta(days=1)


def per_code(van, *regios):
    return {c.code: c for c in cijfers.van(van, [r.pk for r in regios], VANDAAG)}


@pytest.fixture
def bronnen(monkeypatch):
    """What other apps registered, for one test."""
    monkeypatch.setattr(cijfers, "_BRONNEN", {})
    monkeypatch.setattr(plaatsingen, "_BRONNEN", [])


@pytest.mark.eis("X-19")
def test_capacity_is_a_total_per_unit_and_unknown_is_no_number(zorghuis, cast, bronnen):
    for capaciteit, eenheid in ((20, "plekken"), (2, "plekken"), (10, "gem_personen"), (7, "adressen"), (None, "onbekend")):
        opstelling.locatie(zorghuis, capaciteit=capaciteit, eenheid=eenheid)
    gevonden = per_code(zorghuis, cast.almelo)
    totalen = {code: c.waarde for code, c in gevonden.items() if code.startswith("capaciteit")}
    assert totalen == {
        "capaciteit_plekken": 22,
        "capaciteit_gem_personen": 10,
        "capaciteit_adressen": 7,
        "capaciteit_onbekend": 1,
    }
    assert gevonden["locaties"].waarde == 5
    assert gevonden["capaciteit_plekken"].eenheid == "plekken"
    assert [r.toelichting.split(" · ")[0] for r in gevonden["capaciteit_plekken"].records] == ["20 plekken", "2 plekken"]


@pytest.mark.eis("X-19")
@pytest.mark.parametrize(
    ("capaciteit", "eenheid", "tekst"),
    [
        (1, "plekken", "1 plek"),
        (0, "plekken", "0 plekken"),
        (10, "gem_personen", "10 personen gemiddeld"),
        (1, "adressen", "1 adres"),
        (None, "onbekend", "capaciteit onbekend"),
    ],
)
def test_a_capacity_is_never_shown_without_its_unit(capaciteit, eenheid, tekst):
    assert cijfers.capaciteit(Locatie(capaciteit=capaciteit, eenheid=eenheid)) == tekst


@pytest.mark.eis("R-IND-22")
def test_somebody_who_is_there_is_not_somebody_who_can_be_called(zorghuis, cast, bronnen):
    for toezicht in ("aanwezigheid", "toezicht", "toezicht", "geen"):
        opstelling.locatie(zorghuis, toezicht=toezicht)
    gevonden = per_code(zorghuis, cast.almelo)
    assert (gevonden["dag_en_nacht_aanwezigheid"].waarde, gevonden["dag_en_nacht_toezicht"].waarde) == (1, 2)


def test_a_location_counts_on_its_days_only(zorghuis, cast, bronnen):
    for vanaf, tot in ((VANDAAG, VANDAAG), (MORGEN, None), (date(2026, 1, 1), GISTEREN)):
        opstelling.locatie(zorghuis, vanaf=vanaf, tot=tot)
    assert per_code(zorghuis, cast.almelo)["locaties"].waarde == 1


@pytest.mark.eis("R-FIN-07")
def test_agreements_in_time_too_late_and_open(zorghuis, dossier, cast, bronnen):
    for uiterlijk, gedaan in (
        (VANDAAG, VANDAAG),
        (GISTEREN, VANDAAG),
        (GISTEREN, None),
        (VANDAAG, None),
        (MORGEN, None),
        (VANDAAG, MORGEN),
    ):
        Afspraak.objects.create(
            toelating=dossier, tekst="x", wie="cimot", gemaakt_op=GISTEREN, uiterlijk=uiterlijk, gedaan_op=gedaan
        )
    gevonden = per_code(zorghuis, cast.almelo)
    aantallen = [gevonden[f"afspraken_{stand}"].waarde for stand in ("op_tijd", "te_laat", "open")]
    assert aantallen == [1, 2, 3]
    for cijfer in gevonden.values():
        assert cijfer.eenheid
        if not cijfer.code.startswith("capaciteit_"):
            assert cijfer.waarde == len(cijfer.records)


def test_deadlines_that_were_met_and_missed(zorghuis, dossier, cast, bronnen):
    Taak.objects.all().delete()
    for nummer, klaar in enumerate((GISTEREN, VANDAAG, MORGEN)):
        Taak.objects.create(
            dossier_id=dossier.pk,
            wereld="aanbieders",
            code="gesprek",
            onderwerp=str(nummer),
            rol="contractmanager",
            is_wettelijk=False,
            begin_op=date(2026, 1, 1),
            nominaal_op=GISTEREN,
            vervalt_op=GISTEREN,
            bron="x",
            regelversie="1",
            feestdagversie="1",
            status="afgedaan",
            gesloten_op=klaar,
        )
    gevonden = per_code(zorghuis, cast.almelo)
    assert (gevonden["termijnen_op_tijd"].waarde, gevonden["termijnen_te_laat"].waarde) == (1, 1)


@pytest.mark.eis("X-15")
def test_only_the_regions_of_the_reader_count(zorghuis, dossier, cast, bronnen):
    Afspraak.objects.create(toelating=dossier, tekst="x", wie="cimot", gemaakt_op=VANDAAG, uiterlijk=MORGEN)
    plaatsingen.registreer(lambda organisatie, op: [_lijn(cast.almelo), _lijn(cast.enschede)])
    hier, daar, allebei = (per_code(zorghuis, *r) for r in ((cast.almelo,), (cast.enschede,), (cast.almelo, cast.enschede)))
    assert [c["afspraken_open"].waarde for c in (hier, daar, allebei)] == [1, 0, 1]
    assert [c["plaatsingen"].waarde for c in (hier, daar, allebei)] == [1, 1, 2]
    assert "geen personen" in hier["plaatsingen"].eenheid


def _lijn(regio, **anders):
    velden = {
        "kenmerk": "A-2026-0001",
        "product": "OZL standaard",
        "soort": "ozl_standaard",
        "vanaf": VANDAAG,
        "tot": MORGEN,
    }
    return Plaatsing(**{**velden, "regio_id": regio.pk, "uren": Decimal("7.50"), **anders})


def test_a_line_of_a_client_has_no_name(zorghuis, cast, bronnen):
    plaatsingen.registreer(lambda organisatie, op: [_lijn(cast.almelo)])
    (regel,) = per_code(zorghuis, cast.almelo)["plaatsingen"].records
    assert regel.wat == "A-2026-0001"
    assert regel.toelichting == "OZL standaard · ma 23 nov 2026 tot en met di 24 nov 2026 · 7,5 uur"
    assert regel.url == ""


def test_what_another_app_knows_stands_in_its_slot_and_nothing_is_made_up(zorghuis, cast, bronnen):
    assert not {"bezetting", "weigeringen", "antwoordtijd"} & {c.split("_")[0] for c in per_code(zorghuis, cast.almelo)}
    bezet = cijfers.Cijfer("bezetting_plekken", "Bezet", Decimal("18.5"), "plekken", klasse=Klasse.D3)
    cijfers.registreer("bezetting", lambda organisatie, regio_ids, op: [bezet])
    assert per_code(zorghuis, cast.almelo)["bezetting_plekken"] == bezet
    assert "18.5" in {c["waarde"] for c in cijfers.bevroren(zorghuis, [cast.almelo.pk], VANDAAG)}
    with pytest.raises(ValueError, match="unknown slot"):
        cijfers.registreer("verzonnen", lambda *a: [])


def test_the_number_of_queries_does_not_grow(zorghuis, dossier, cast, bronnen, django_assert_num_queries):
    with django_assert_num_queries(3):
        per_code(zorghuis, cast.almelo)
    for nummer in range(12):
        opstelling.locatie(zorghuis, f"Huis {nummer}")
        Afspraak.objects.create(toelating=dossier, tekst="x", wie="cimot", gemaakt_op=VANDAAG, uiterlijk=MORGEN)
    with django_assert_num_queries(3):
        per_code(zorghuis, cast.almelo)
