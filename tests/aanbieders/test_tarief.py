"""Products, maxima and tarieven: versions that never overlap, and a maximum that nobody passes, also not in a race."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from aanbieders.actions import tarief as actions
from aanbieders.forms.velden import BedragVeld, lees_bedrag
from aanbieders.models import Maximumtarief, Product, Tarief
from kern.models import Gebeurtenis, Regio
from kern.proces.weigering import NietBevoegd, Weigering
from tests.aanbieders import opstelling
from tests.draden import tegelijk

JAN, JUL = date(2027, 1, 1), date(2027, 7, 1)


def bedrag(tekst):
    return Decimal(tekst)


@pytest.fixture
def wie(con):
    return {"door": con, "op": opstelling.NU}


@pytest.fixture
def tarief(cast, zorghuis, wie):
    def maak(van=zorghuis, **anders):
        standaard = {"regio": cast.almelo, "soort": "verblijf", "bedrag": bedrag("50.00"), "eenheid": "etmaal", "vanaf": JAN}
        return actions.tarief_vastleggen(van, **wie, **{**standaard, **anders})

    return maak


@pytest.fixture
def maximum(cast, wie):
    def maak(hoogste="60.00", vanaf=JAN, **anders):
        standaard = {"soort": "verblijf", "eenheid": "etmaal"}
        return actions.maximum_vastleggen(
            cast.almelo, **wie, **{**standaard, "bedrag": bedrag(hoogste), "vanaf": vanaf, **anders}
        )

    return maak


def periodes(model, **filters):
    return [(r.periode.bereik.lower, r.periode.bereik.upper) for r in model.objects.filter(**filters).order_by("periode")]


# The catalogue.


@pytest.mark.django_db
@pytest.mark.eis("R-IND-26")
def test_a_new_version_ends_the_running_one_the_day_before(cast, wie, klok):
    nieuw = {"soort": "omd", "naam": "OMD plus", "categorie": "beschermd_wonen", "eenheid": "uur"}
    rij = actions.product_vastleggen(cast.almelo, **wie, **nieuw, vanaf=JAN)
    assert periodes(Product, regio=cast.almelo, soort="omd") == [(date(2015, 1, 1), JAN), (JAN, None)]
    assert periodes(Product, regio=cast.enschede, soort="opvang") == [(date(2015, 1, 1), None)]
    log = Gebeurtenis.objects.get(actie="product_vastleggen")
    assert log.waarden == {"rij": rij.pk, "regio": cast.almelo.pk, "product": "omd"}
    assert (log.wereld, log.gebruiker_id) == ("aanbieders", wie["door"].pk)
    for dag in (JAN, date(2026, 12, 31)):
        with pytest.raises(Weigering, match="Er is al een versie vanaf vr 1 jan 2027. Kies een latere dag.") as fout:
            actions.product_vastleggen(cast.almelo, **wie, **nieuw, vanaf=dag)
        assert fout.value.veld == "vanaf"
    assert Product.objects.filter(regio=cast.almelo, soort="omd").count() == 2


@pytest.mark.django_db
@pytest.mark.eis("R-IND-26")
def test_a_product_that_a_region_did_not_have_begins_on_its_day(cast, klok):
    cees = opstelling.contractmanager(cast, "cees2", cast.enschede)
    rij = actions.product_vastleggen(cast.enschede, door=cees, op=opstelling.NU, soort="omd", naam="Dagbesteding",
                                     categorie="overig", eenheid="dagdeel", vanaf=JAN)  # fmt: skip
    assert (rij.periode.bereik.lower, rij.periode.bereik.upper, rij.versie) == (JAN, None, 1)


@pytest.mark.django_db
def test_who_may_not_and_whose_region_it_is(cast, wie, fin, zorghuis):
    product = {"soort": "omd", "naam": "x", "categorie": "overig", "eenheid": "uur", "vanaf": JAN}
    with pytest.raises(NietBevoegd, match="Uw rol"):
        actions.product_vastleggen(cast.almelo, door=fin, op=opstelling.NU, **product)
    with pytest.raises(NietBevoegd, match="andere regio"):
        actions.product_vastleggen(cast.enschede, **wie, **product)
    geld = {"soort": "omd", "bedrag": bedrag("1"), "eenheid": "uur", "vanaf": JAN}
    with pytest.raises(NietBevoegd, match="andere regio"):
        actions.tarief_vastleggen(zorghuis, **wie, regio=cast.enschede, **geld)
    with pytest.raises(NietBevoegd, match="Uw rol"):
        actions.tarief_vastleggen(zorghuis, door=cast.anke, op=opstelling.NU, regio=cast.almelo, **geld)
    assert actions.tarief_vastleggen(zorghuis, door=fin, op=opstelling.NU, regio=cast.almelo, **geld).pk


# Tarieven.


@pytest.mark.django_db
@pytest.mark.eis("R-FIN-11")
@pytest.mark.parametrize(
    ("eerste", "tweede"),
    [
        ((JAN, None), (JUL, None)),
        ((JAN, JUL), (JUL, None)),
        ((JUL, None), (JAN, JUL)),
        ((JAN, date(2027, 12, 31)), (JUL, date(2027, 8, 1))),
    ],
)
def test_two_tarieven_never_hold_on_one_day_and_the_refusal_names_the_period(tarief, eerste, tweede):
    rij = tarief(vanaf=eerste[0], tot=eerste[1])
    with pytest.raises(Weigering) as fout:
        tarief(vanaf=tweede[0], tot=tweede[1], bedrag=bedrag("55.00"))
    assert str(rij.periode) in fout.value.zin and "€ 50,00" in fout.value.zin
    assert fout.value.veld == "vanaf" and Tarief.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.eis("R-FIN-11")
def test_the_day_after_the_last_day_is_free(tarief):
    tarief(tot=date(2027, 6, 30))
    tarief(vanaf=JUL, bedrag=bedrag("55.00"))
    tarief(soort="omd", eenheid="dagdeel")
    assert periodes(Tarief, soort="verblijf") == [(JAN, JUL), (JUL, None)]
    assert set(Gebeurtenis.objects.filter(soort="tarief").values_list("actie", flat=True)) == {"tarief_vastleggen"}
    assert all("50" not in str(log.waarden.values()) for log in Gebeurtenis.objects.filter(soort="tarief"))


@pytest.mark.django_db
def test_the_running_tarief_is_ended_when_that_is_asked(tarief):
    tarief()
    tarief(vanaf=JUL, bedrag=bedrag("55.00"), vorige_afsluiten=True)
    assert periodes(Tarief) == [(JAN, JUL), (JUL, None)]
    # And nothing is half done: what is refused ends nothing.
    with pytest.raises(Weigering, match="begindatum"):
        tarief(vanaf=date(2028, 1, 1), tot=date(2027, 12, 1), vorige_afsluiten=True)
    with pytest.raises(Weigering, match="Er geldt al een tarief"):
        tarief(vanaf=date(2027, 3, 1), vorige_afsluiten=True)
    assert periodes(Tarief) == [(JAN, JUL), (JUL, None)]


@pytest.mark.django_db
@pytest.mark.eis("R-IND-18")
def test_what_has_no_tarief(tarief):
    with pytest.raises(Weigering, match="Zelfvoorzienend heeft geen tarief") as fout:
        tarief(soort="zelfvoorzienend")
    assert fout.value.veld == "soort"
    with pytest.raises(Weigering, match="Een tarief is meer dan 0 euro") as fout:
        tarief(bedrag=bedrag("0.001"))
    assert fout.value.veld == "bedrag"
    with pytest.raises(Weigering, match="staat op vr 1 jan 2027 niet in de catalogus"):
        tarief(soort="all_inclusive")
    assert not Tarief.objects.exists()


@pytest.mark.django_db
def test_a_tarief_is_corrected_and_keeps_what_it_was(tarief, wie):
    rij = tarief()
    tarief(vanaf=JUL, vorige_afsluiten=True)
    nu = actions.tarief_wijzigen(rij, **wie, bedrag=bedrag("51.00"), eenheid="etmaal", vanaf=JAN, tot=date(2027, 6, 30))
    assert (nu.bedrag, nu.periode.bereik.upper, nu.versies.count()) == (bedrag("51.00"), JUL, 3)
    with pytest.raises(Weigering, match="Er geldt al een tarief"):
        actions.tarief_wijzigen(rij, **wie, bedrag=bedrag("51.00"), eenheid="etmaal", vanaf=JAN, tot=JUL)


# The maximum.


@pytest.mark.django_db
@pytest.mark.eis("R-IND-17", "R-FIN-11")
def test_no_tarief_is_above_the_maximum_in_any_part_of_its_period(tarief, maximum):
    maximum("60.00", JAN)
    maximum("55.00", JUL)
    assert periodes(Maximumtarief) == [(JAN, JUL), (JUL, None)]
    with pytest.raises(Weigering) as fout:
        tarief(bedrag=bedrag("55.01"))
    assert fout.value.zin == "Vanaf do 1 jul 2027 is het maximum € 55,00 per etmaal. Dit tarief is hoger."
    assert fout.value.veld == "bedrag"
    assert tarief(bedrag=bedrag("60.00"), tot=date(2027, 6, 30)).pk
    with pytest.raises(Weigering, match="Kies dezelfde eenheid") as fout:
        tarief(vanaf=JUL, eenheid="maand", bedrag=bedrag("1.00"))
    assert fout.value.veld == "eenheid"
    assert tarief(vanaf=JUL, bedrag=bedrag("55.00")).pk


@pytest.mark.django_db
@pytest.mark.eis("R-IND-17")
def test_a_lower_maximum_says_how_many_tarieven_are_higher(tarief, maximum, zorghuis):
    ander = opstelling.aanbieder("De Ander")
    tarief(bedrag=bedrag("50.00"), tot=date(2027, 6, 30))
    tarief(bedrag=bedrag("58.00"), vanaf=JUL)
    tarief(ander, bedrag=bedrag("59.00"))
    with pytest.raises(Weigering) as fout:
        maximum("57.99", JAN)
    assert fout.value.zin.startswith("Er zijn 2 tarieven vanaf vr 1 jan 2027 hoger dan dit") and fout.value.veld == "bedrag"
    with pytest.raises(Weigering, match="Er is 1 tarief"):
        maximum("58.00", JAN)
    assert not Maximumtarief.objects.exists()
    assert maximum("59.00", JAN).bedrag == bedrag("59.00")


@pytest.mark.django_db
@pytest.mark.eis("R-IND-17")
def test_a_maximum_is_of_housing_only_and_of_its_own_region(cast, maximum, tarief):
    with pytest.raises(Weigering, match="Kies een van de mogelijkheden"):
        maximum(soort="omd")
    maximum("10.00", soort="compensatie", eenheid="maand")
    assert tarief(bedrag=bedrag("50.00")).pk


@pytest.fixture
def twee(transactional_db, cast):
    return cast.almelo, opstelling.aanbieder(), opstelling.contractmanager(cast, "coen2")


@pytest.mark.django_db(transaction=True)
@pytest.mark.eis("R-IND-17")
def test_a_tarief_and_a_lower_maximum_at_once_cannot_slip_past_each_other(twee):
    regio, zorghuis, con = twee
    op = opstelling.NU
    for ronde in range(3):
        vanaf = date(2027 + ronde, 1, 1)
        geld = {"soort": "verblijf", "eenheid": "etmaal", "vanaf": vanaf}
        antwoorden = tegelijk(
            lambda geld=geld, vanaf=vanaf: actions.tarief_vastleggen(
                zorghuis, door=con, op=op, regio=Regio.objects.get(pk=regio.pk), bedrag=bedrag("50.00"),
                tot=vanaf.replace(month=12, day=31), **geld),
            lambda geld=geld: actions.maximum_vastleggen(regio, door=con, op=op, bedrag=bedrag("49.00"), **geld),
        )  # fmt: skip
        assert [type(a) for a in antwoorden].count(Weigering) == 1, antwoorden
        Maximumtarief.objects.all().delete()


@pytest.mark.django_db(transaction=True)
@pytest.mark.eis("R-IND-26", "R-FIN-11")
def test_two_at_once_make_one_version(twee):
    regio, zorghuis, con = twee
    nieuw = {"soort": "omd", "naam": "OMD", "categorie": "beschermd_wonen", "eenheid": "uur", "vanaf": JAN}
    antwoorden = tegelijk(
        *[lambda: actions.product_vastleggen(regio, door=con, op=opstelling.NU, **nieuw) for _ in range(2)]
    )
    assert sorted(type(a).__name__ for a in antwoorden) == ["Product", "Weigering"]
    geld = {"soort": "omd", "bedrag": bedrag("9.00"), "eenheid": "uur", "vanaf": JAN, "regio": regio}
    antwoorden = tegelijk(
        *[lambda: actions.tarief_vastleggen(zorghuis, door=con, op=opstelling.NU, **geld) for _ in range(2)]
    )
    assert sorted(type(a).__name__ for a in antwoorden) == ["Tarief", "Weigering"]
    assert periodes(Tarief) == [(JAN, None)]


@pytest.mark.django_db
def test_the_database_says_no_as_well(cast, tarief):
    rij = tarief()
    with pytest.raises(IntegrityError, match="tarief_een_per_dag"), transaction.atomic():
        Tarief.objects.create(aanbieder=rij.aanbieder, regio=rij.regio, soort=rij.soort, bedrag=bedrag("1"),
                              eenheid="uur", periode=DateRange(JUL, None))  # fmt: skip


# How amounts are typed.


@pytest.mark.parametrize(
    ("getypt", "waarde"),
    [
        ("12", "12.00"),
        ("12,5", "12.50"),
        ("1.234,50", "1234.50"),
        ("1.234", "1234.00"),
        ("12.34", "12.34"),
        ("€ 12,-", "12.00"),
        (" 1 234,05 ", "1234.05"),
        ("1.234.567,89", "1234567.89"),
    ],
)
def test_an_amount_as_it_is_typed(getypt, waarde):
    assert str(lees_bedrag(getypt)) == waarde


@pytest.mark.parametrize(
    "getypt", ["twaalf", "1,234", "12,345", "-5", "1.23.456", "1e3", "NaN", "∞", "١٢", "12 euro", "9" * 30]
)
def test_what_is_no_amount(getypt):
    with pytest.raises(ValidationError, match="Vul een bedrag in, bijvoorbeeld|te hoog"):
        lees_bedrag(getypt)


def test_the_field_shows_a_comma_and_wants_more_than_nothing():
    veld = BedragVeld(label="x")
    assert veld.prepare_value(bedrag("1234.50")) == "1234,50" and veld.prepare_value("12,-") == "12,-"
    assert veld.clean("1234,50") == bedrag("1234.50") and BedragVeld(required=False).clean(" ") is None
    for getypt, zin in (("", "Vul een bedrag in."), ("0", "Vul een bedrag boven 0 euro in.")):
        with pytest.raises(ValidationError, match=zin):
            veld.clean(getypt)
