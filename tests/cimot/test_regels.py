"""The dwangsom of Awb 4:17, with the amounts of the worked example."""

from datetime import date
from decimal import Decimal

import pytest

from cimot import regels

MELDING = date(2027, 3, 18)
pytestmark = pytest.mark.eis("L-60", "SC-12")


def test_the_first_day_comes_after_two_full_weeks():
    assert regels.eerste_dwangsomdag(MELDING) == date(2027, 4, 2)


@pytest.mark.parametrize(
    ("verzonden", "dagen", "bedrag", "laatste_dag"),
    [
        (date(2027, 3, 25), 0, 0, None),
        (date(2027, 4, 1), 0, 0, None),
        (date(2027, 4, 2), 1, 23, date(2027, 4, 2)),
        (date(2027, 4, 9), 8, 184, date(2027, 4, 9)),
        (date(2027, 4, 15), 14, 322, date(2027, 4, 15)),
        (date(2027, 4, 16), 15, 357, date(2027, 4, 16)),
        (date(2027, 4, 29), 28, 812, date(2027, 4, 29)),
        (date(2027, 4, 30), 29, 857, date(2027, 4, 30)),
        (date(2027, 5, 13), 42, 1442, date(2027, 5, 13)),
        (date(2027, 5, 14), 42, 1442, date(2027, 5, 13)),
    ],
)
def test_a_decision_ends_the_dwangsom_and_its_own_day_counts(verzonden, dagen, bedrag, laatste_dag):
    uitkomst = regels.dwangsom(MELDING, verzonden, peildatum=date(2028, 1, 1))
    assert uitkomst == regels.Dwangsom(dagen, Decimal(bedrag), laatste_dag, is_definitief=True)


@pytest.mark.parametrize(
    ("peildatum", "dagen", "bedrag", "laatste_dag", "definitief"),
    [
        (date(2027, 3, 18), 0, 0, None, False),
        (date(2027, 4, 2), 1, 23, date(2027, 4, 2), False),
        (date(2027, 5, 12), 41, 1397, date(2027, 5, 12), False),
        (date(2027, 5, 13), 42, 1442, date(2027, 5, 13), True),
        (date(2029, 1, 1), 42, 1442, date(2027, 5, 13), True),
    ],
)
def test_without_a_decision_it_runs_until_the_maximum(peildatum, dagen, bedrag, laatste_dag, definitief):
    verwacht = regels.Dwangsom(dagen, Decimal(bedrag), laatste_dag, definitief)
    assert regels.dwangsom(MELDING, None, peildatum) == verwacht
    na_de_peildatum = date(2030, 1, 1)
    assert regels.dwangsom(MELDING, na_de_peildatum, peildatum) == verwacht


@pytest.mark.parametrize(
    ("ontvangen", "voortijdig"),
    [(date(2027, 3, 10), True), (date(2027, 3, 15), True), (date(2027, 3, 16), False)],
)
def test_a_notice_before_the_term_has_passed_starts_nothing(ontvangen, voortijdig):
    assert regels.is_voortijdig(ontvangen, besluit_uiterlijk=date(2027, 3, 15)) is voortijdig
