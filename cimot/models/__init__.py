"""The intake: one Aanmelding per request, with its melding, onderzoek, verslag, aanvraag and besluit (SM-1), and what runs
beside it (SM-4, spoed)."""

from cimot.models.aanmelding import Aanmelding, Kanaal, Melder, Melding, Onderwerp, Vraag
from cimot.models.aanvraag import Aanvraag, Aanvulling
from cimot.models.advies import Expertiseadvies
from cimot.models.besluit import Besluit, Besluitonderdeel
from cimot.models.mandaat import Besluitsoort, Mandaat, Verordening
from cimot.models.neven import Kansweging, LandelijkeToegang, Spoedvoorziening
from cimot.models.onderzoek import Bevinding, Criterium, Criteriumuitkomst, Gesprek, Onderzoek
from cimot.models.verslag import Verslag

__all__ = [
    "Aanmelding",
    "Aanvraag",
    "Aanvulling",
    "Besluit",
    "Besluitonderdeel",
    "Besluitsoort",
    "Bevinding",
    "Criterium",
    "Criteriumuitkomst",
    "Expertiseadvies",
    "Gesprek",
    "Kanaal",
    "Kansweging",
    "LandelijkeToegang",
    "Mandaat",
    "Melder",
    "Melding",
    "Onderwerp",
    "Onderzoek",
    "Spoedvoorziening",
    "Verordening",
    "Verslag",
    "Vraag",
]
