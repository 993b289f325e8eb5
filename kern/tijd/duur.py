"""A length of time in one unit, and the day that lies that far away."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kern.tijd.feestdagen import EERSTE_JAAR, LAATSTE_JAAR, Feestdagen

EENHEDEN = ("dagen", "werkdagen", "weken", "maanden", "jaren")

_ENKELVOUD = {"dagen": "dag", "werkdagen": "werkdag", "weken": "week", "maanden": "maand", "jaren": "jaar"}
# Numerals keep "jaar" in the singular: 15 jaar, but 15 maanden.
_MEERVOUD = {**{eenheid: eenheid for eenheid in EENHEDEN}, "jaren": "jaar"}
# Art. 4 Atw: longer terms are outside the act. No entry: the act never applies.
_GRENS_ATW = {"dagen": 90, "weken": 12, "maanden": 3}
# No term within the supported years is longer, so anything above is refused before any arithmetic.
_MEESTE_DAGEN = (LAATSTE_JAAR - EERSTE_JAAR + 1) * 366
_EEN_DAG = timedelta(days=1)


class Ongeldig(ValueError):
    """The message is a Dutch sentence that the user may read."""


@dataclass(frozen=True)
class Duur:
    """A length of time in exactly one unit, as a law or an agreement states it."""

    dagen: int = 0
    werkdagen: int = 0
    weken: int = 0
    maanden: int = 0
    jaren: int = 0

    def __post_init__(self) -> None:
        waarden = [getattr(self, eenheid) for eenheid in EENHEDEN]
        if any(type(waarde) is not int for waarde in waarden):
            raise Ongeldig("Het aantal moet een heel getal zijn.")
        if any(waarde < 0 for waarde in waarden) or not any(waarden):
            raise Ongeldig("Het aantal moet groter zijn dan 0.")
        if sum(1 for waarde in waarden if waarde) > 1:
            raise Ongeldig("Een termijn heeft één eenheid: dagen, werkdagen, weken, maanden of jaren.")

    @classmethod
    def van(cls, aantal: int, eenheid: str) -> "Duur":
        if eenheid not in EENHEDEN:
            raise Ongeldig("Kies als eenheid: dagen, werkdagen, weken, maanden of jaren.")
        return cls(**{eenheid: aantal})

    @property
    def eenheid(self) -> str:
        return next(eenheid for eenheid in EENHEDEN if getattr(self, eenheid))

    @property
    def aantal(self) -> int:
        return getattr(self, self.eenheid)

    @property
    def valt_onder_atw(self) -> bool:
        return self.aantal <= _GRENS_ATW.get(self.eenheid, 0)

    def __str__(self) -> str:
        return telwoord(self.aantal, self.eenheid)


def telwoord(aantal: int, eenheid: str) -> str:
    return f"{aantal} {_ENKELVOUD[eenheid] if aantal == 1 else _MEERVOUD[eenheid]}"


def in_bereik(dag: date) -> date:
    if isinstance(dag, datetime):
        raise TypeError("A term runs in whole days: give a date, in local time.")
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise _buiten_bereik()
    return dag


def _buiten_bereik() -> Ongeldig:
    return Ongeldig(f"De datum moet liggen tussen {EERSTE_JAAR} en {LAATSTE_JAAR}.")


def verschuif(dag: date, duur: Duur, richting: int, feestdagen: Feestdagen) -> date:
    """The day that lies `duur` away: later for 1, earlier for -1 as `richting`."""
    if duur.aantal > _MEESTE_DAGEN:
        raise _buiten_bereik()
    aantal = duur.aantal * richting
    if duur.werkdagen:
        return _plus_werkdagen(dag, aantal, feestdagen)
    if duur.maanden or duur.jaren:
        return _plus_maanden(dag, aantal * (12 if duur.jaren else 1))
    return plus_dagen(dag, aantal * (7 if duur.weken else 1))


def plus_dagen(dag: date, aantal: int) -> date:
    try:
        return in_bereik(dag + timedelta(days=aantal))
    except OverflowError:
        raise _buiten_bereik() from None


def _plus_maanden(dag: date, aantal: int) -> date:
    """The same day number, or the last day of a month that is too short (HR 2017:2225)."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise _buiten_bereik()
    return date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))


def _plus_werkdagen(dag: date, aantal: int, feestdagen: Feestdagen) -> date:
    stap = _EEN_DAG if aantal > 0 else -_EEN_DAG
    nog = abs(aantal)
    while nog:
        dag = in_bereik(dag + stap)
        nog -= feestdagen.vrij(dag) is None
    return dag


def is_ingekort(begin: date, eind: date, duur: Duur) -> bool:
    return bool(duur.maanden or duur.jaren) and begin.day != eind.day
