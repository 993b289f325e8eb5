"""The rules of the access domain that are arithmetic: pure functions, no database, no clock."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

# Awb 4:17 lid 2: fourteen days at each rate, forty-two days in all.
DAGEN_PER_TARIEF = 14
TARIEVEN = (Decimal(23), Decimal(35), Decimal(45))
MAXIMUM_DAGEN = DAGEN_PER_TARIEF * len(TARIEVEN)
TWEE_WEKEN = timedelta(weeks=2)

# Which variants belong to which component; of each component a besluit has at most one (R-IND-01 to R-IND-04, R-IND-12).
GROEPEN = {
    "ozl": ("ozl_standaard", "ozl_intensief", "ozl_zeer_intensief"),
    "omd": ("omd",),
    "woon": ("verblijf", "compensatie", "zelfvoorzienend"),
    "toeslag": ("toeslag",),
    "product": ("all_inclusive", "modulair"),
    "opvang": ("opvang",),
}
# The least hours a week of each OZL variant (R-IND-05, R-IND-06, R-IND-07).
OZL_UREN = {"ozl_standaard": 8, "ozl_intensief": 11, "ozl_zeer_intensief": 18}


def groepen_bij(onderwerp: str, catalogus: str) -> tuple[str, ...]:
    """The components that a besluit may have: of the catalogue of the region for BW, opvang for MO (R-IND-21, X-11).

    `catalogus` is the setting bw.productcatalogus of the region.
    """
    if onderwerp == "mo":
        return ("opvang",)
    return ("ozl", "omd", "woon", "toeslag") if catalogus == "componenten" else ("product",)


@dataclass(frozen=True)
class Dwangsom:
    """What is owed up to a day; `laatste_dag` is the last day that counts, None when none does."""

    dagen: int
    bedrag: Decimal
    laatste_dag: date | None
    is_definitief: bool


def is_voortijdig(ingebrekestelling: date, besluit_uiterlijk: date) -> bool:
    """A notice that arrives before the term to decide has passed starts nothing (Awb 4:17 lid 3)."""
    return ingebrekestelling <= besluit_uiterlijk


def eerste_dwangsomdag(ingebrekestelling: date) -> date:
    """The day after the two full weeks that follow the day of receipt."""
    return ingebrekestelling + TWEE_WEKEN + timedelta(days=1)


def dwangsom(ingebrekestelling: date, besluit_verzonden: date | None, peildatum: date) -> Dwangsom:
    """The dwangsom as it stands on `peildatum`; the day on which the decision is sent counts."""
    verzonden = besluit_verzonden is not None and besluit_verzonden <= peildatum
    tot_en_met = besluit_verzonden if verzonden else peildatum
    eerste = eerste_dwangsomdag(ingebrekestelling)
    dagen = min(max((tot_en_met - eerste).days + 1, 0), MAXIMUM_DAGEN)
    return Dwangsom(
        dagen=dagen,
        bedrag=dwangsom_bedrag(dagen),
        laatste_dag=eerste + timedelta(days=dagen - 1) if dagen else None,
        is_definitief=verzonden or dagen == MAXIMUM_DAGEN,
    )


def dwangsom_bedrag(dagen: int) -> Decimal:
    dagen_per_tarief = (min(max(dagen - nummer * DAGEN_PER_TARIEF, 0), DAGEN_PER_TARIEF) for nummer in range(len(TARIEVEN)))
    return sum((tarief * aantal for tarief, aantal in zip(TARIEVEN, dagen_per_tarief, strict=True)), Decimal(0))
