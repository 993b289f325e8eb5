"""A period speaks inclusive days to people and a half-open range to the database."""

from datetime import date

import pytest

from kern.tijd.periode import Periode, PeriodeVeld

JAN, FEB = date(2026, 1, 1), date(2026, 2, 1)
JANUARI = Periode(JAN, date(2026, 1, 31))


def test_the_last_day_counts_and_the_range_ends_the_day_after():
    assert (JANUARI.bereik.lower, JANUARI.bereik.upper) == (JAN, FEB)
    assert Periode.van_bereik(JANUARI.bereik) == JANUARI == Periode.tot_dag(JAN, FEB)
    assert Periode(JAN).bereik.upper is None and Periode.tot_dag(JAN, None) == Periode(JAN)


@pytest.mark.parametrize(
    ("dag", "erin"), [("2025-12-31", False), ("2026-01-01", True), ("2026-01-31", True), ("2026-02-01", False)]
)
def test_which_days_are_in_it(dag, erin):
    assert (date.fromisoformat(dag) in JANUARI) is erin


def test_when_it_is_over():
    assert [JANUARI.is_voorbij(d) for d in (date(2026, 1, 31), FEB)] == [False, True]
    assert not Periode(JAN).is_voorbij(date(2099, 1, 1))


def test_two_that_share_a_day():
    februari = Periode(FEB, date(2026, 2, 28))
    assert not JANUARI.raakt(februari) and not februari.raakt(JANUARI)
    assert JANUARI.raakt(Periode(date(2026, 1, 31))) and Periode(date(2026, 1, 31)).raakt(JANUARI)
    assert Periode(JAN).raakt(februari) and februari.raakt(Periode(JAN)) and not JANUARI.raakt(Periode(FEB))


def test_what_is_left_of_it():
    assert JANUARI.rest(date(2026, 1, 10)) == Periode(date(2026, 1, 10), date(2026, 1, 31))
    assert JANUARI.rest(date(2025, 1, 1)) == JANUARI


def test_in_words():
    assert str(JANUARI) == "van do 1 jan 2026 tot en met za 31 jan 2026"
    assert str(Periode(JAN)) == "vanaf do 1 jan 2026"


def test_the_field_takes_both_and_is_a_range_to_migrations():
    veld = PeriodeVeld()
    assert veld.get_prep_value(JANUARI) == JANUARI.bereik == veld.get_prep_value(JANUARI.bereik)
    assert veld.from_db_value(JANUARI.bereik, None, None) == JANUARI and veld.from_db_value(None, None, None) is None
    assert PeriodeVeld().deconstruct()[1].endswith("DateRangeField")
