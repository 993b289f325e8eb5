"""The holidays of the Algemene termijnenwet (Atw): the library's, filtered, plus those by decree."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2200
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@dataclass(frozen=True)
class Feestdagen:
    """The holidays of the Atw, plus the days that a decree equates with them."""

    versie: str
    gelijkgesteld: Mapping[date, str]

    def naam(self, dag: date) -> str | None:
        """The name of the holiday; a weekend is not a name."""
        return _wettelijke_feestdagen(dag.year).get(dag) or self.gelijkgesteld.get(dag)

    def vrij(self, dag: date) -> str | None:
        """Why the day is free, None on an ordinary day."""
        naam = self.naam(dag)
        if naam is None and dag.weekday() >= 5:
            return WEEKDAGEN[dag.weekday()]
        return naam

    @cached_property
    def laatste_jaar(self) -> int | None:
        """The last year for which a decree is known."""
        return max((dag.year for dag in self.gelijkgesteld), default=None)


@cache
def _nederland() -> type:
    # Imported at first use: the library takes a tenth of a second to load.
    from holidays.countries.netherlands import Netherlands

    # The library stops at 2100; the rules themselves have no end.
    return type("Nederland", (Netherlands,), {"start_year": EERSTE_JAAR, "end_year": LAATSTE_JAAR})


# Only what art. 3 Atw names; Easter and Whitsun fall on a Sunday anyhow.
_NAAM_IN_DE_WET = {
    "Nieuwjaarsdag": "Nieuwjaarsdag",
    "Goede vrijdag": "Goede Vrijdag",
    "Tweede paasdag": "2e Paasdag",
    "Koninginnedag": "Koninginnedag",
    "Koningsdag": "Koningsdag",
    "Bevrijdingsdag": "5 mei",
    "Hemelvaartsdag": "Hemelvaartsdag",
    "Tweede pinksterdag": "2e Pinksterdag",
    "Eerste kerstdag": "1e Kerstdag",
    "Tweede kerstdag": "2e Kerstdag",
}


@cache
def _wettelijke_feestdagen(jaar: int) -> Mapping[date, str]:
    """The holidays of art. 3 Atw; the number of years, and so the cache, is limited."""
    dagen = _nederland()(years=jaar, categories=("public", "optional"), language="nl")
    namen = {}
    for dag in dagen:
        wettelijk = [_NAAM_IN_DE_WET[naam] for naam in dagen.get_list(dag) if naam in _NAAM_IN_DE_WET]
        if wettelijk:
            namen[dag] = " en ".join(sorted(wettelijk, reverse=True))
    return MappingProxyType(namen)


def lees_feestdagen(pad: Path) -> Feestdagen:
    """Read the equated days (datum, naam, bron, versie); the highest version names the table."""
    with pad.open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.DictReader(bestand))
    dagen = {date.fromisoformat(rij["datum"]): rij["naam"] for rij in rijen}
    return Feestdagen(max(rij["versie"] for rij in rijen), MappingProxyType(dagen))


STANDAARD = lees_feestdagen(Path(__file__).parent / "gegevens" / "gelijkgestelde_dagen.csv")
