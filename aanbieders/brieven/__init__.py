"""The letters of SM-9: BRF-50 to BRF-55."""

from functools import partial
from pathlib import Path

from aanbieders.brieven import gegevens
from kern.brieven.soorten import Briefsoort, registreer
from kern.models import Document

_brief = partial(Briefsoort, map=Path(__file__).parent, ontvangers=gegevens.ontvangers)

registreer(
    _brief(
        "BRF-50", "Informatie voor een nieuwe aanbieder", gegevens=gegevens.informatie, nodig=("aangevraagd_op",),
        velden={
            "aangevraagd_op": "de dag van de aanvraag",
            "open_toelating": "ja als elke aanbieder die voldoet wordt toegelaten",
            "eisen": "de eisen van kwaliteit, als lijst",
            "beslis_weken": "binnen hoeveel weken wij beslissen",
            "is_besluit": "ja als bezwaar tegen de toelating kan",
            "subsidie": "ja als wij met subsidie betalen",
        },
    ),
    _brief(
        "BRF-51", "Toets van toelating", gegevens=gegevens.toets, nodig=("aangevraagd_op",),
        velden={
            "onderwerp": "waar de brief over gaat: de toets of de aanvulling",
            "aangevraagd_op": "de dag van de aanvraag",
            "getoetst_vanaf": "de dag waarop de toets begon",
            "aanvulling": "ja als wij om aanvulling vragen",
            "ontbreekt": "wat er ontbreekt, als lijst",
            "aanvullen_tot": "de laatste dag om aan te vullen",
            "eisen": "de eisen van kwaliteit, als lijst",
            "stil_vanaf": "vanaf wanneer de tijd om te beslissen stilstaat",
            "beslissen_uiterlijk": "de laatste dag om te beslissen",
        },
    ),
    _brief(
        "BRF-52", "Beslissing over toelating", gegevens=gegevens.besluit, nodig=("motivering",),
        is_besluit=gegevens.is_besluit, document=Document.Soort.BESLUIT,
        velden={
            "onderwerp": "waar de brief over gaat: toegelaten of niet",
            "aangevraagd_op": "de dag van de aanvraag",
            "toegelaten": "ja als de aanbieder is toegelaten",
            "toegelaten_vanaf": "de eerste dag van de toelating",
            "toegelaten_tot": "de laatste dag van de toelating",
            "motivering": "waarom, als tekst",
            "subsidie": "ja als wij met subsidie betalen",
            "is_besluit": "ja als bezwaar kan",
        },
    ),
    _brief(
        "BRF-53", "Verslag van het voortgangsgesprek", gegevens=gegevens.gesprek, document=Document.Soort.VERSLAG,
        nodig=("gehouden_op", "aanwezigen", "verslag"),
        velden={
            "gehouden_op": "de dag van het gesprek",
            "aanwezigen": "wie erbij waren",
            "verslag": "agenda en verslag, met koppen",
            "afspraken": "de afspraken, als tabel",
        },
    ),
    _brief(
        "BRF-54", "Maatregel", gegevens=gegevens.maatregel, nodig=("motivering",),
        velden={
            "onderwerp": "waar de brief over gaat: een maatregel of het einde ervan",
            "maatregel": "welke maatregel",
            "maatregel_vanaf": "de eerste dag van de maatregel",
            "maatregel_tot": "de laatste dag van de maatregel",
            "geen_nieuwe": "ja als er geen nieuwe cliënten bij mogen",
            "opgeheven": "ja als de maatregel stopt",
            "opgeheven_op": "de dag waarop de maatregel stopt",
            "opgeheven_maatregelen": "wat er stopt, als lijst",
            "motivering": "waarom, met een kop",
        },
    ),
    _brief(
        "BRF-55", "Einde van de samenwerking", gegevens=gegevens.einde, nodig=("eindigt_op", "reden"),
        velden={
            "eindigt_op": "de laatste dag",
            "reden": "waarom de samenwerking stopt, met een kop",
            "overdracht": "waar elke cliënt heen gaat, als tabel met zaaknummers",
            "subsidie": "ja als wij met subsidie betalen",
        },
    ),
)  # fmt: skip
