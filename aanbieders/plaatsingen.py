"""Who knows which clients a provider has: a higher app registers it, from its AppConfig.

A line holds no name and no care content: the number of the case, the product, the days and the hours (domein.md 4.1 CON).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Plaatsing:
    """One pseudonymous line."""

    kenmerk: str
    product: str
    soort: str
    vanaf: date
    tot: date
    uren: Decimal | None = None
    regio_id: int | None = None


_BRONNEN: list[Callable[[int, date], list[Plaatsing]]] = []


def registreer(bron: Callable[[int, date], list[Plaatsing]]) -> None:
    """`bron(organisatie_id, op)` gives the running lines of one provider on a day."""
    _BRONNEN.append(bron)


def lopend(organisatie_id: int, op: date, regio_ids) -> list[Plaatsing]:
    """The running lines of one provider on a day in these regions, by case."""
    rijen = [rij for bron in _BRONNEN for rij in bron(organisatie_id, op) if rij.regio_id in regio_ids]
    return sorted(rijen, key=lambda rij: (rij.kenmerk, rij.soort))
