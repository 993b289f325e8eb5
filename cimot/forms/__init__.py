"""One form per action of the table, named after it."""

from cimot.forms.aanvraag import (
    AanvraagVastleggen,
    AanvullingOntvangen,
    AanvullingVragen,
    AlgemeneVoorziening,
    BuitenBehandelingLaten,
    GeenAanvraag,
    VertragingMeedelen,
)
from cimot.forms.beoordeling import AdviesVastleggen, AdviesVragen, Beoordeling, Verantwoordelijke
from cimot.forms.besluit import BesluitGoedkeuren, BesluitSchrijven, BesluitVersturen, HoorVastleggen
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
from cimot.forms.neven import (
    AkkoordVastleggen,
    BesteKans,
    ContactAndereRegio,
    GeschilBijwerken,
    GeschilMelden,
    KansWegen,
    LtOpenen,
    OverdrachtAfronden,
    OverdrachtVastleggen,
    SignaalAanvullen,
    SpoedBeoordelen,
    SpoedOpenen,
    StopReden,
    TijdelijkBesluiten,
    TijdelijkRegelen,
    VoorzieningVerlengen,
)
from cimot.forms.onderdelen import OnderdelenKiezen
from cimot.forms.onderzoek import (
    CriteriaInvullen,
    DefinitiefMaken,
    Gesprek,
    Identiteit,
    InformatieVragen,
    Leefgebieden,
    Ondersteuning,
    OnderzoekInvullen,
    Plan,
    Reactie,
    Verslag,
    Versturen,
)
from kern.schermen.forms.basis import Formulier, MetReden
from kern.schermen.forms.velden import DatumVeld


class AlleenDatum(Formulier):
    """A transition that needs no more than its day: nothing that is worth a draft."""

    zonder_concept = True

    op = DatumVeld(label="Op welke dag", mag_toekomst=False)


class AlleenReden(MetReden):
    """A transition that needs no more than its reason."""


__all__ = [
    "AanvraagVastleggen",
    "AanvullingOntvangen",
    "AanvullingVragen",
    "AdviesVastleggen",
    "AdviesVragen",
    "AkkoordVastleggen",
    "AlgemeneVoorziening",
    "AlleenDatum",
    "AlleenReden",
    "Beoordeling",
    "BesluitGoedkeuren",
    "BesluitSchrijven",
    "BesluitVersturen",
    "BesteKans",
    "Bevestigen",
    "BuitenBehandelingLaten",
    "ClientKoppelen",
    "ContactAndereRegio",
    "CriteriaInvullen",
    "DefinitiefMaken",
    "Doorzenden",
    "EersteContact",
    "GeenAanvraag",
    "GeschilBijwerken",
    "GeschilMelden",
    "Gesprek",
    "HoorVastleggen",
    "Identiteit",
    "InformatieVragen",
    "Intrekken",
    "KansWegen",
    "Leefgebieden",
    "LtOpenen",
    "Melden",
    "MeldingWijzigen",
    "MeldmomentCorrigeren",
    "OnderdelenKiezen",
    "Ondersteuning",
    "OnderzoekInvullen",
    "OverdrachtAfronden",
    "OverdrachtVastleggen",
    "Plan",
    "Reactie",
    "SignaalAanvullen",
    "SpoedBeoordelen",
    "SpoedOpenen",
    "StopReden",
    "TijdelijkBesluiten",
    "TijdelijkRegelen",
    "Toewijzen",
    "Verantwoordelijke",
    "Verslag",
    "Versturen",
    "VertragingMeedelen",
    "VoorzieningVerlengen",
    "VraagVastleggen",
]
