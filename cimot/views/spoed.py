"""Spoed: the list, the dossier, and one small view per action (L-13)."""

from cimot import actions, forms, secties_neven
from cimot.filters import SpoedFilter
from cimot.views.aanmelding import AanmeldingActie
from kern.schermen.views.actie import DossierActie
from kern.schermen.views.dossier import DossierDetail
from kern.schermen.views.lijst import DossierLijst


class NevenOpenen(AanmeldingActie):
    """An action of the aanmelding that opens what runs beside it, and goes there."""

    neven = ""

    def uitvoeren(self, form):
        super().uitvoeren(form)
        return self.onderwerp.nevendossiers.get(soort=self.neven, gesloten_op__isnull=True).get_absolute_url()


class SpoedOpenen(NevenOpenen):
    actie, form_class, neven = actions.spoed_openen, forms.SpoedOpenen, "spoed"

    def uitleg(self):
        return ["U hoeft nog niet alles te weten. De teamleider beslist meteen, en het onderzoek loopt door."]


class SpoedLijst(DossierLijst):
    soort, filterset_class = "spoed", SpoedFilter
    met_nieuw = False


class SpoedDetail(DossierDetail):
    soort = "spoed"

    def queryset(self):
        return super().queryset().prefetch_related("besluiten__ondertekenaar")

    def secties(self):
        return secties_neven.van_spoed(self.dossier)


class SpoedActie(DossierActie):
    soort = "spoed"


class SpoedBeoordelen(SpoedActie):
    actie, form_class = actions.spoed_beoordelen, forms.SpoedBeoordelen


class TijdelijkBesluiten(SpoedActie):
    actie, form_class = actions.tijdelijk_besluiten, forms.TijdelijkBesluiten


class GeenSpoed(SpoedActie):
    actie, form_class = actions.geen_spoed, forms.StopReden


class VoorzieningVerlengen(SpoedActie):
    actie, form_class = actions.voorziening_verlengen, forms.VoorzieningVerlengen


class VoorzieningBeeindigen(SpoedActie):
    actie, form_class = actions.voorziening_beeindigen, forms.StopReden


class Toewijzen(SpoedActie):
    actie, form_class = actions.toewijzen, forms.Toewijzen


ACTIES = (
    SpoedOpenen,
    SpoedBeoordelen,
    TijdelijkBesluiten,
    GeenSpoed,
    VoorzieningVerlengen,
    VoorzieningBeeindigen,
    Toewijzen,
)
