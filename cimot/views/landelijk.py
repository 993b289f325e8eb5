"""Landelijke toegankelijkheid: the list, the dossier, and one small view per action of SM-4."""

from cimot import actions, forms, secties_neven
from cimot.filters import LandelijkFilter
from cimot.views.spoed import NevenOpenen
from kern.schermen.views.actie import DossierActie
from kern.schermen.views.dossier import DossierDetail
from kern.schermen.views.lijst import DossierLijst


class LtOpenen(NevenOpenen):
    actie, form_class, neven = actions.lt_openen, forms.LtOpenen, "landelijk"

    def uitleg(self):
        return ["Waar iemand woont, is nooit een reden om hulp te weigeren. De zes weken van het onderzoek lopen door."]


class LandelijkLijst(DossierLijst):
    soort, filterset_class = "landelijk", LandelijkFilter
    met_nieuw = False


class LandelijkDetail(DossierDetail):
    soort = "landelijk"
    template_name = "cimot/landelijk_detail.html"

    def queryset(self):
        return super().queryset().prefetch_related("wegingen")

    def secties(self):
        return secties_neven.van_landelijk(self.dossier, self.dossier.klassen(self.request.user))


class LandelijkActie(DossierActie):
    soort = "landelijk"


class SignaalAanvullen(LandelijkActie):
    actie, form_class = actions.signaal_aanvullen, forms.SignaalAanvullen


class LtOnderzoeken(LandelijkActie):
    actie, form_class = actions.lt_onderzoeken, forms.AlleenDatum


class KansWegen(LandelijkActie):
    actie, form_class = actions.kans_wegen, forms.KansWegen
    template_name = "cimot/landelijk_kans.html"

    def get_context(self):
        return {**super().get_context(), "balans": secties_neven.balans(self.onderwerp.wegingen.all())}


class ContactAndereRegio(LandelijkActie):
    actie, form_class = actions.contact_andere_regio, forms.ContactAndereRegio


class HierHelpen(LandelijkActie):
    actie, form_class = actions.hier_helpen, forms.BesteKans


class TijdelijkRegelen(LandelijkActie):
    actie, form_class = actions.tijdelijk_regelen, forms.TijdelijkRegelen


class DaarHelpen(LandelijkActie):
    actie, form_class = actions.daar_helpen, forms.BesteKans


class AkkoordVastleggen(LandelijkActie):
    actie, form_class = actions.akkoord_vastleggen, forms.AkkoordVastleggen


class Overdragen(LandelijkActie):
    actie, form_class = actions.overdragen, forms.AlleenDatum


class GeschilMelden(LandelijkActie):
    actie, form_class = actions.geschil_melden, forms.GeschilMelden


class OverdrachtVastleggen(LandelijkActie):
    actie, form_class = actions.overdracht_vastleggen, forms.OverdrachtVastleggen


class OverdrachtAfronden(LandelijkActie):
    actie, form_class = actions.overdracht_afronden, forms.OverdrachtAfronden


class GeschilBijwerken(LandelijkActie):
    actie, form_class = actions.geschil_bijwerken, forms.GeschilBijwerken


class GeschilOverdragen(LandelijkActie):
    actie, form_class = actions.geschil_overdragen, forms.StopReden


class GeschilHier(LandelijkActie):
    actie, form_class = actions.geschil_hier, forms.StopReden


class Vervallen(LandelijkActie):
    actie, form_class = actions.vervallen, forms.StopReden


class Toewijzen(LandelijkActie):
    actie, form_class = actions.toewijzen, forms.Toewijzen


ACTIES = (
    LtOpenen,
    SignaalAanvullen,
    LtOnderzoeken,
    KansWegen,
    ContactAndereRegio,
    HierHelpen,
    TijdelijkRegelen,
    DaarHelpen,
    AkkoordVastleggen,
    Overdragen,
    GeschilMelden,
    OverdrachtVastleggen,
    OverdrachtAfronden,
    GeschilBijwerken,
    GeschilOverdragen,
    GeschilHier,
    Vervallen,
    Toewijzen,
)
