"""Guards that stand beside every test: what is wrong in any test, whatever that test is about.

1. A queryset without an order comes back in a random one: who counts on an order must ask for it.
2. `select_for_update` names its tables, so that a join that is added later locks nothing more.
3. A moment is no date: Django would cut it off silently, in a zone of its own choice.
4. A variable that a template of ours names exists, or has a `|default`.

What is exempt stands in VRIJGESTELD, by the package whose code it is; what none of the whole suite needs must go.
"""

import sys
from datetime import datetime
from pathlib import Path

import pytest
from django.db.models import DateField, DateTimeField, QuerySet
from django.db.models.expressions import OrderBy
from django.db.models.functions import Random
from django.db.models.sql.compiler import SQLCompiler
from django.template.base import FilterExpression, Node, Variable, VariableDoesNotExist

ROOT = Path(__file__).resolve().parent.parent
VRIJGESTELD = {
    "slot": {"django"},
    "sjabloon": set(),
}


class Bewaking:
    def __init__(self, config):
        self.gebruikt, self.is_geheel = set(), _is_geheel(config)
        self.met_toeval = True

    def mag(self, bewaker: str, pakket: str) -> bool:
        if pakket in VRIJGESTELD[bewaker]:
            self.gebruikt.add((bewaker, pakket))
            return True
        return False

    # Each worker saw a part of the suite; the controller knows all.

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node):
        self.gebruikt |= {tuple(paar) for paar in getattr(node, "workeroutput", {}).get("vrijgesteld", ())}

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session):
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["vrijgesteld"] = [list(paar) for paar in self.gebruikt]
        elif self.is_geheel and self.overbodig() and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter):
        if self.is_geheel:
            for bewaker, pakket in self.overbodig():
                terminalreporter.line(f"ERROR: the exemption of {pakket} from “{bewaker}” is not needed (tests/bewaking.py)")

    def overbodig(self):
        return sorted(
            {(bewaker, pakket) for bewaker, paketten in VRIJGESTELD.items() for pakket in paketten} - self.gebruikt
        )


BEWAKING: Bewaking | None = None


def pytest_configure(config):
    global BEWAKING
    BEWAKING = Bewaking(config)
    config.pluginmanager.register(BEWAKING, "bewaking")
    SQLCompiler.get_order_by = _met_toeval(SQLCompiler.get_order_by)
    QuerySet.select_for_update = _met_tabel(QuerySet.select_for_update)
    DateField.get_prep_value = _zonder_tijd(DateField.get_prep_value)
    Variable.resolve = _bestaand(Variable.resolve)


@pytest.fixture
def bewaking():
    return BEWAKING


def _is_geheel(config) -> bool:
    opties = config.option
    return not (opties.keyword or opties.markexpr or opties.collectonly) and config.args_source != config.ArgsSource.ARGS


# 1. Order.


def _met_toeval(oud):
    def get_order_by(self):
        volgorde = oud(self)
        if volgorde or not BEWAKING.met_toeval or not _is_gewone_lijst(self.query):
            return volgorde
        toeval = OrderBy(Random().resolve_expression(self.query))
        return [(toeval, (*self.compile(toeval), False))]

    return get_order_by


def _is_gewone_lijst(query) -> bool:
    """Rows for Python: no part of another query, nothing that is counted together, and no list that a database orders."""
    deel = query.subquery or query.combinator or query.distinct or query.group_by is not None
    return not deel and bool(query.default_cols or query.values_select or query.select)


# 2. Locks.


def _pakket(frame) -> str:
    return frame.f_globals.get("__name__", "").split(".")[0]


def _met_tabel(oud):
    def select_for_update(self, nowait=False, skip_locked=False, of=(), no_key=False):
        if not of and not BEWAKING.mag("slot", _pakket(sys._getframe(1))):
            raise AssertionError('select_for_update without of=: name the tables, as in of=("self",)')
        return oud(self, nowait=nowait, skip_locked=skip_locked, of=of, no_key=no_key)

    return select_for_update


# 3. Dates.


def _zonder_tijd(oud):
    def get_prep_value(self, value):
        if isinstance(value, datetime) and not isinstance(self, DateTimeField):
            raise AssertionError(f"{self} is a date and was given the moment {value}: say which day that is")
        return oud(self, value)

    return get_prep_value


# 4. Templates.


def _bestaand(oud):
    def resolve(self, context):
        try:
            return oud(self, context)
        except VariableDoesNotExist:
            frame = sys._getframe(1)
            if _is_voorzien(frame):
                raise
            sjabloon = _sjabloon(frame)
            if sjabloon is None or BEWAKING.mag("sjabloon", _pakket_van(sjabloon)):
                raise
            raise AssertionError(f"{{{{ {self.var} }}}} does not exist in {sjabloon}") from None

    return resolve


def _is_voorzien(frame) -> bool:
    """A test of {% if %} may ask for what is not there, and `|default` says what stands there instead."""
    if frame.f_code is not FilterExpression.resolve.__code__ or frame.f_locals["ignore_failures"]:
        return True
    return any(functie.__name__.startswith("default") for functie, _ in frame.f_locals["self"].filters)


def _sjabloon(frame) -> str | None:
    """The file of the innermost tag that is being drawn."""
    while frame is not None:
        deel = frame.f_locals.get("self")
        if isinstance(deel, Node) and getattr(deel, "origin", None):
            return deel.origin.name
        frame = frame.f_back
    return None


def _pakket_van(sjabloon: str) -> str:
    delen = Path(sjabloon).parts
    return delen[delen.index("site-packages") + 1] if "site-packages" in delen else ""
