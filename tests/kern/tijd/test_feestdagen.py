"""The holidays, pinned against the text of the Algemene termijnenwet and not against the library."""

from datetime import date, timedelta

import pytest

from kern.tijd.kalender import STANDAARD, Feestdagen, werkdag

WETTELIJK = {
    2026: {
        date(2026, 1, 1): "Nieuwjaarsdag",
        date(2026, 4, 3): "Goede Vrijdag",
        date(2026, 4, 6): "2e Paasdag",
        date(2026, 4, 27): "Koningsdag",
        date(2026, 5, 5): "5 mei",
        date(2026, 5, 14): "Hemelvaartsdag",
        date(2026, 5, 25): "2e Pinksterdag",
        date(2026, 12, 25): "1e Kerstdag",
        date(2026, 12, 26): "2e Kerstdag",
    },
    2027: {
        date(2027, 1, 1): "Nieuwjaarsdag",
        date(2027, 3, 26): "Goede Vrijdag",
        date(2027, 3, 29): "2e Paasdag",
        date(2027, 4, 27): "Koningsdag",
        date(2027, 5, 5): "5 mei",
        date(2027, 5, 6): "Hemelvaartsdag",
        date(2027, 5, 17): "2e Pinksterdag",
        date(2027, 12, 25): "1e Kerstdag",
        date(2027, 12, 26): "2e Kerstdag",
    },
    2028: {
        date(2028, 1, 1): "Nieuwjaarsdag",
        date(2028, 4, 14): "Goede Vrijdag",
        date(2028, 4, 17): "2e Paasdag",
        date(2028, 4, 27): "Koningsdag",
        date(2028, 5, 5): "5 mei",
        date(2028, 5, 25): "Hemelvaartsdag",
        date(2028, 6, 5): "2e Pinksterdag",
        date(2028, 12, 25): "1e Kerstdag",
        date(2028, 12, 26): "2e Kerstdag",
    },
}
GELIJKGESTELD = {
    *{date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27), date(2025, 5, 30)},
    *{date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)},
}
# Easter Sundays, typed from an almanac: everything else that moves follows from them.
PASEN = """
    2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21 2020-04-12 2021-04-04
    2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16
    2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25
    2036-04-13 2037-04-05 2038-04-25 2039-04-10 2040-04-01
"""
ZONDER_BESLUIT = Feestdagen("wet", {})


def dagen_van(jaar: int) -> list[date]:
    eerste = date(jaar, 1, 1)
    return [dag for n in range(366) if (dag := eerste + timedelta(days=n)).year == jaar]


@pytest.mark.parametrize("jaar", WETTELIJK)
def test_the_statutory_holidays_by_name(jaar):
    gevonden = {dag: ZONDER_BESLUIT.naam(dag) for dag in dagen_van(jaar) if ZONDER_BESLUIT.naam(dag)}
    assert gevonden == WETTELIJK[jaar]


@pytest.mark.parametrize("pasen", [date.fromisoformat(tekst) for tekst in PASEN.split()], ids=str)
def test_article_3_of_the_act(pasen):
    jaar = pasen.year
    koningsdag = date(jaar, 4, 27)
    verwacht = {
        *{date(jaar, 1, 1), date(jaar, 5, 5), date(jaar, 12, 25), date(jaar, 12, 26)},
        *{pasen + timedelta(days=n) for n in (-2, 1, 39, 50)},
        koningsdag - timedelta(days=1) if koningsdag.weekday() == 6 else koningsdag,
    }
    assert {dag for dag in dagen_van(jaar) if ZONDER_BESLUIT.naam(dag)} == verwacht


def test_koningsdag_on_a_sunday_is_celebrated_on_saturday():
    assert STANDAARD.naam(date(2025, 4, 26)) == STANDAARD.naam(date(2031, 4, 26)) == "Koningsdag"
    assert STANDAARD.vrij(date(2025, 4, 27)) == "zondag"


def test_two_holidays_on_one_day_are_both_named():
    assert STANDAARD.naam(date(2016, 5, 5)) == "Hemelvaartsdag en 5 mei"


def test_the_table_holds_exactly_the_days_of_the_decrees():
    assert set(STANDAARD.gelijkgesteld) == GELIJKGESTELD
    assert STANDAARD.versie == "2026-1"
    assert STANDAARD.laatste_jaar == 2028
    # A decree that equates a day that is free already would be a typing error.
    assert all(ZONDER_BESLUIT.vrij(dag) is None for dag in STANDAARD.gelijkgesteld)


def test_why_a_day_is_free():
    assert STANDAARD.vrij(date(2027, 5, 7)) == "dag na Hemelvaartsdag"
    assert STANDAARD.vrij(date(2026, 12, 26)) == "2e Kerstdag", "the name wins over the weekend"
    assert STANDAARD.vrij(date(2026, 4, 5)) == "zondag", "Easter Sunday has no name in the act"
    assert STANDAARD.naam(date(2026, 4, 4)) is None and STANDAARD.vrij(date(2026, 4, 4)) == "zaterdag"
    assert STANDAARD.vrij(date(2026, 11, 2)) is None
    assert werkdag(date(2026, 11, 2)) and not werkdag(date(2027, 5, 7))


def test_holidays_do_not_stop_where_the_library_does():
    assert STANDAARD.naam(date(2150, 12, 25)) == "1e Kerstdag"
    assert STANDAARD.naam(date(2150, 4, 13)) == "2e Paasdag"
