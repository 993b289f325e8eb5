"""The intake: one Aanmelding per request, with its melding, onderzoek and verslag (SM-1)."""

from cimot.models.aanmelding import Aanmelding, Kanaal, Melder, Melding, Onderwerp, Vraag
from cimot.models.onderzoek import Bevinding, Criterium, Criteriumuitkomst, Gesprek, Onderzoek
from cimot.models.verslag import Verslag

__all__ = [
    "Aanmelding",
    "Bevinding",
    "Criterium",
    "Criteriumuitkomst",
    "Gesprek",
    "Kanaal",
    "Melder",
    "Melding",
    "Onderwerp",
    "Onderzoek",
    "Verslag",
    "Vraag",
]
