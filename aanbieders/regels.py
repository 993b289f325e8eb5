"""The rules of providers that are logic or arithmetic: pure functions, no database, no clock.

Money is Decimal in whole cents; a float is refused, because it cannot hold a cent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from kern.tijd.periode import Periode

CENT = Decimal("0.01")
# Which answers to "what did it deliver before 1-1-2015" hold which right (R-IND-13, R-IND-15).
AWBZ = ("awbz", "beide")
PGB = ("pgb", "beide")
BEKEND = ("geen", "awbz", "pgb", "beide")

GEEN_AANBIEDER = "Kies eerst de aanbieder: het hangt af van wat hij vóór 2015 leverde."
NIET_BEKEND = "Het is nog niet bekend wat deze aanbieder vóór 2015 leverde."
GEEN_AWBZ = "Deze aanbieder leverde vóór 2015 geen zorg volgens de AWBZ."
GEEN_PGB = "Deze aanbieder leverde vóór 2015 geen zorg uit een pgb."
GEEN_INSTELLING = "Deze aanbieder heeft dan geen eigen instelling."
WAAR_WOONT = "Vul in waar de cliënt woont of gaat wonen."
NIET_IN_INSTELLING = "De cliënt woont niet in een instelling van de aanbieder."
HUURT_NIET_VAN_AANBIEDER = "De cliënt huurt niet van de aanbieder."
DRAAGKRACHT = "Vul in of de cliënt de huur kan betalen."
BETAALT_ZELF = "De cliënt kan de huur zelf betalen."
NIET_ZELFVOORZIENEND = "De cliënt huurt niet van een ander en heeft geen eigen woning."


def woonvormen(
    verleden: str | None, heeft_eigen_instelling: bool, huurt_van: str, draagkracht: str, historisch_recht: bool = True
) -> dict[str, list[str]]:
    """Per woonvoorziening why it cannot be granted; an empty list means that it can (R-IND-13, R-IND-15, R-IND-16, X-13).

    `verleden`: a value of aanbieders.models.aanbieder.Verleden, None when no provider was chosen. `historisch_recht`: the
    setting woonvoorziening.historisch_recht of the region; without it the past is not asked. Empty facts are not known.
    """
    return {
        "verblijf": [
            *_verleden(verleden, AWBZ, GEEN_AWBZ, historisch_recht),
            *_verblijf(verleden, heeft_eigen_instelling, huurt_van),
        ],
        "compensatie": [*_verleden(verleden, PGB, GEEN_PGB, historisch_recht), *_compensatie(huurt_van, draagkracht)],
        "zelfvoorzienend": _woont(huurt_van, "derde", NIET_ZELFVOORZIENEND),
    }


def _verleden(verleden, met_recht, zin, historisch_recht) -> list[str]:
    if verleden is None:
        return [GEEN_AANBIEDER]
    if not historisch_recht or verleden in met_recht:
        return []
    return [zin if verleden in BEKEND else NIET_BEKEND]


def _woont(huurt_van, waar, zin) -> list[str]:
    if not huurt_van:
        return [WAAR_WOONT]
    return [] if huurt_van == waar else [zin]


def _verblijf(verleden, heeft_eigen_instelling, huurt_van) -> list[str]:
    zonder = [] if verleden is None or heeft_eigen_instelling else [GEEN_INSTELLING]
    return [*zonder, *_woont(huurt_van, "instelling", NIET_IN_INSTELLING)]


def _compensatie(huurt_van, draagkracht) -> list[str]:
    huurt = _woont(huurt_van, "aanbieder", HUURT_NIET_VAN_AANBIEDER)
    if draagkracht == "onvoldoende":
        return huurt
    # Whether he can pay a rent that he does not pay here, nobody needs to know.
    return huurt or [BETAALT_ZELF if draagkracht else DRAAGKRACHT]


# Money.


def centen(bedrag: Decimal | int) -> Decimal:
    """Rounded half up to whole cents. Raises TypeError for a float."""
    if not isinstance(bedrag, Decimal | int) or isinstance(bedrag, bool):
        raise TypeError("money is Decimal")
    return Decimal(bedrag).quantize(CENT, rounding=ROUND_HALF_UP)


def euro(bedrag: Decimal | int) -> str:
    """€ 1.234,50"""
    return f"€ {centen(bedrag):,.2f}".translate(str.maketrans(",.", ".,"))


def boven_maximum(bedrag: Decimal, maximum: Decimal | None) -> bool:
    """Whether an amount is more than the maximum; without a maximum nothing is (R-IND-17, Q-13)."""
    return maximum is not None and centen(bedrag) > centen(maximum)


# Periods, with the last day as people say it: it counts. None: no end.


@dataclass(frozen=True)
class Prijs:
    """An amount of money per unit during a period."""

    bedrag: Decimal
    eenheid: str
    periode: Periode


def eerste_te_laag(prijs: Prijs, maxima: Iterable[Prijs]) -> Prijs | None:
    """The first maximum that holds in any part of the period and that the price passes, or that has another unit."""
    geraakt = sorted((m for m in maxima if m.periode.raakt(prijs.periode)), key=lambda m: m.periode.vanaf)
    return next((m for m in geraakt if past_niet(prijs, m)), None)


def past_niet(prijs: Prijs, maximum: Prijs) -> bool:
    """More than the maximum; what has another unit cannot be compared with it."""
    return prijs.eenheid != maximum.eenheid or boven_maximum(prijs.bedrag, maximum.bedrag)
