"""The component gate against a table typed by hand (domein.md 3.9), and the arithmetic of money and periods."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aanbieders import regels
from aanbieders.models.aanbieder import Verleden
from aanbieders.regels import Periode, Prijs
from cimot.models import Besluitonderdeel

VERLEDENS = (None, *Verleden.values)
HUURT_VAN = ("", *Besluitonderdeel.HuurtVan.values)
DRAAGKRACHT = ("", *Besluitonderdeel.Draagkracht.values)

# Past, own institution, where the client lives, whether he can pay, historic right -> what can be chosen. Nothing else can.
KAN = {
    # verblijf: AWBZ before 2015, an own institution, and the client lives there
    *{("awbz", True, "instelling", d, True, "verblijf") for d in ("", "voldoende", "onvoldoende")},
    *{("beide", True, "instelling", d, True, "verblijf") for d in ("", "voldoende", "onvoldoende")},
    # compensatie: pgb before 2015, rent paid to the provider, and not able to
    *{("pgb", i, "aanbieder", "onvoldoende", True, "compensatie") for i in (True, False)},
    *{("beide", i, "aanbieder", "onvoldoende", True, "compensatie") for i in (True, False)},
    # where the region does not ask the past, the facts about the client count all the same
    *{(v, True, "instelling", d, False, "verblijf")
      for v in ("onbekend", "geen", "awbz", "pgb", "beide") for d in ("", "voldoende", "onvoldoende")},
    *{(v, i, "aanbieder", "onvoldoende", False, "compensatie")
      for v in ("onbekend", "geen", "awbz", "pgb", "beide") for i in (True, False)},
    # zelfvoorzienend: an own dwelling, or rent to a third party, whoever the provider is
    *{(v, i, "derde", d, r, "zelfvoorzienend") for v in (None, "onbekend", "geen", "awbz", "pgb", "beide")
      for i in (True, False) for d in ("", "voldoende", "onvoldoende") for r in (True, False)},
}  # fmt: skip


@pytest.mark.eis("X-13", "R-IND-12", "R-IND-13", "R-IND-15", "R-IND-16", "R-IND-18")
def test_what_can_be_chosen_is_exactly_the_table():
    gevonden = {
        (*feiten, soort)
        for feiten in product(VERLEDENS, (True, False), HUURT_VAN, DRAAGKRACHT, (True, False))
        for soort, redenen in regels.woonvormen(*feiten).items()
        if not redenen
    }
    assert gevonden == KAN


@pytest.mark.eis("X-04", "R-IND-15", "R-IND-18")
@given(
    st.tuples(
        st.sampled_from(VERLEDENS), st.booleans(), st.sampled_from(HUURT_VAN), st.sampled_from(DRAAGKRACHT), st.booleans()
    )
)
def test_at_most_one_can_be_chosen_and_every_no_has_a_sentence(feiten):
    antwoord = regels.woonvormen(*feiten)
    assert sum(not redenen for redenen in antwoord.values()) <= 1
    for redenen in antwoord.values():
        assert len(redenen) == len(set(redenen)) and all(zin.endswith(".") for zin in redenen)


@pytest.mark.eis("X-13", "R-IND-13", "R-IND-15")
@pytest.mark.parametrize(
    ("verleden", "verblijf", "compensatie"),
    [
        (None, regels.GEEN_AANBIEDER, regels.GEEN_AANBIEDER),
        ("onbekend", regels.NIET_BEKEND, regels.NIET_BEKEND),
        ("geen", regels.GEEN_AWBZ, regels.GEEN_PGB),
        ("pgb", regels.GEEN_AWBZ, None),
        ("awbz", None, regels.GEEN_PGB),
        ("beide", None, None),
    ],
)
def test_the_past_gives_its_own_reason(verleden, verblijf, compensatie):
    in_huis = regels.woonvormen(verleden, True, "instelling", "")
    assert in_huis["verblijf"] == ([verblijf] if verblijf else [])
    huurt = regels.woonvormen(verleden, True, "aanbieder", "onvoldoende")
    assert huurt["compensatie"] == ([compensatie] if compensatie else [])


def test_every_reason_is_given_at_once():
    antwoord = regels.woonvormen("geen", False, "aanbieder", "voldoende")
    assert antwoord == {
        "verblijf": [regels.GEEN_AWBZ, regels.GEEN_INSTELLING, regels.NIET_IN_INSTELLING],
        "compensatie": [regels.GEEN_PGB, regels.BETAALT_ZELF],
        "zelfvoorzienend": [regels.NIET_ZELFVOORZIENEND],
    }
    assert regels.woonvormen("pgb", False, "aanbieder", "")["compensatie"] == [regels.DRAAGKRACHT]
    assert regels.woonvormen("pgb", False, "", "")["compensatie"] == [regels.WAAR_WOONT]


# Money.


@pytest.mark.parametrize(
    ("bedrag", "centen"),
    [("0.005", "0.01"), ("0.0049", "0.00"), ("2.675", "2.68"), ("1.115", "1.12"), ("12", "12.00"), ("99.995", "100.00")],
)
def test_half_a_cent_goes_up(bedrag, centen):
    assert str(regels.centen(Decimal(bedrag))) == centen


@pytest.mark.parametrize("bedrag", [1.0, True, "1"])
def test_money_is_no_float(bedrag):
    with pytest.raises(TypeError):
        regels.centen(bedrag)


BEDRAGEN = st.decimals(min_value=0, max_value=99999999, places=4)


@given(BEDRAGEN)
def test_rounding_moves_less_than_a_cent_and_only_once(bedrag):
    afgerond = regels.centen(bedrag)
    assert abs(afgerond - bedrag) <= Decimal("0.005") and regels.centen(afgerond) == afgerond
    assert afgerond == int(bedrag * 100 + Decimal("0.5")) / Decimal(100)


@pytest.mark.eis("R-IND-17", "R-FIN-11")
@given(BEDRAGEN, BEDRAGEN)
def test_a_maximum_is_passed_by_a_cent(bedrag, maximum):
    assert not regels.boven_maximum(bedrag, None) and not regels.boven_maximum(maximum, maximum)
    assert regels.boven_maximum(bedrag, maximum) == (regels.centen(bedrag) > regels.centen(maximum))
    assert regels.boven_maximum(regels.centen(maximum) + Decimal("0.01"), maximum)


@pytest.mark.parametrize(
    ("bedrag", "tekst"), [("1234.5", "€ 1.234,50"), ("0.1", "€ 0,10"), ("1234567.891", "€ 1.234.567,89"), ("7", "€ 7,00")]
)
def test_an_amount_as_people_write_it(bedrag, tekst):
    assert regels.euro(Decimal(bedrag)) == tekst


# Periods.

DAGEN = st.dates(min_value=date(2020, 1, 1), max_value=date(2021, 12, 31))


@st.composite
def periodes(draw):
    vanaf = draw(DAGEN)
    lengte = draw(st.none() | st.integers(0, 400))
    return Periode(vanaf, None if lengte is None else vanaf + timedelta(days=lengte))


def dagen(periode, einde=date(2023, 12, 31)):
    laatste = periode.tot or einde
    return {periode.vanaf + timedelta(days=n) for n in range((laatste - periode.vanaf).days + 1)}


@given(periodes(), periodes())
def test_two_periods_touch_when_they_share_a_day(een, ander):
    assert een.raakt(ander) == ander.raakt(een) == bool(dagen(een) & dagen(ander))


@given(st.decimals(1, 100, places=2), periodes(), st.lists(st.tuples(st.decimals(1, 100, places=2), periodes()), max_size=4))
def test_a_price_fits_when_no_day_of_it_has_a_lower_maximum(bedrag, periode, maxima):
    prijs = Prijs(bedrag, "etmaal", periode)
    rijen = [Prijs(hoogste, "etmaal", duur) for hoogste, duur in maxima]
    verwacht = any(bedrag > hoogste and dagen(periode) & dagen(duur) for hoogste, duur in maxima)
    gevonden = regels.eerste_te_laag(prijs, rijen)
    assert (gevonden is not None) == verwacht
    if gevonden:
        assert gevonden.bedrag < bedrag and gevonden.periode.raakt(periode)


def test_another_unit_cannot_be_compared():
    prijs = Prijs(Decimal("1"), "maand", Periode(date(2027, 1, 1)))
    maximum = Prijs(Decimal("100"), "etmaal", Periode(date(2028, 1, 1)))
    assert regels.eerste_te_laag(prijs, [maximum]) == maximum
