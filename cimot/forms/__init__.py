"""One form per action of the table, named after it."""

from cimot.forms.melding import (
    Bevestigen,
    ClientKoppelen,
    Doorzenden,
    EersteContact,
    Intrekken,
    Melden,
    MeldingWijzigen,
    MeldmomentCorrigeren,
    Toewijzen,
    VraagVastleggen,
)
from cimot.forms.onderzoek import (
    CriteriaInvullen,
    Gesprek,
    Identiteit,
    Leefgebieden,
    Ondersteuning,
    OnderzoekInvullen,
    Plan,
    Reactie,
    Verslag,
    Versturen,
)
from kern.forms.basis import Formulier, MetReden
from kern.forms.velden import DatumVeld


class AlleenDatum(Formulier):
    """A transition that needs no more than its day: nothing that is worth a draft."""

    zonder_concept = True

    op = DatumVeld(label="Op welke dag", mag_toekomst=False)


class AlleenReden(MetReden):
    """A transition that needs no more than its reason."""


__all__ = [
    "AlleenDatum",
    "AlleenReden",
    "Bevestigen",
    "ClientKoppelen",
    "CriteriaInvullen",
    "Doorzenden",
    "EersteContact",
    "Gesprek",
    "Identiteit",
    "Intrekken",
    "Leefgebieden",
    "Melden",
    "MeldingWijzigen",
    "MeldmomentCorrigeren",
    "Ondersteuning",
    "OnderzoekInvullen",
    "Plan",
    "Reactie",
    "Toewijzen",
    "Verslag",
    "Versturen",
    "VraagVastleggen",
]
