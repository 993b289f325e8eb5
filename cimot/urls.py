"""URLs of the access domain. Every action of a table has one: `<soort>/<pk>/<actie>/`, named `<soort>_<actie>`."""

from django.urls import path

from cimot.views import aanmelding, aanvraag, besluit, landelijk, melding, oordeel, spoed

_ACTIES = (
    aanmelding.Bevestigen,
    aanmelding.MeldingWijzigen,
    melding.ClientKoppelen,
    aanmelding.Toewijzen,
    aanmelding.MeldmomentCorrigeren,
    aanmelding.EersteContact,
    aanmelding.Doorzenden,
    aanmelding.IngezetenschapNagaan,
    aanmelding.NietBevoegdVerklaren,
    aanmelding.OnderzoekStarten,
    aanmelding.PlanVastleggen,
    aanmelding.OndersteuningVastleggen,
    aanmelding.IdentiteitVaststellen,
    aanmelding.GesprekPlannen,
    aanmelding.InformatieVragen,
    aanmelding.OnderzoekInvullen,
    aanmelding.LeefgebiedenInvullen,
    aanmelding.CriteriaInvullen,
    aanmelding.VertragingNoteren,
    aanmelding.VerslagMaken,
    aanmelding.VerslagSchrijven,
    aanmelding.VerslagVersturen,
    aanmelding.ReactieVastleggen,
    aanmelding.DefinitiefMaken,
    aanmelding.Intrekken,
    *oordeel.ACTIES,
    *aanvraag.ACTIES,
    *besluit.ACTIES,
    *spoed.ACTIES,
    *landelijk.ACTIES,
)


def _pad(view):
    actie = view.actie.__name__
    return path(f"{view.soort}/<int:pk>/{actie}/", view.as_view(), name=f"{view.soort}_{actie}")


urlpatterns = [
    path("aanmelding/", aanmelding.AanmeldingLijst.as_view(), name="aanmelding_lijst"),
    path("aanmelding/nieuw/", melding.MeldingNieuw.as_view(), name="aanmelding_nieuw"),
    path("aanmelding/<int:pk>/", aanmelding.AanmeldingDetail.as_view(), name="aanmelding_detail"),
    path("spoed/", spoed.SpoedLijst.as_view(), name="spoed_lijst"),
    path("spoed/<int:pk>/", spoed.SpoedDetail.as_view(), name="spoed_detail"),
    path("landelijk/", landelijk.LandelijkLijst.as_view(), name="landelijk_lijst"),
    path("landelijk/<int:pk>/", landelijk.LandelijkDetail.as_view(), name="landelijk_detail"),
    *[_pad(view) for view in _ACTIES],
    path("aanmelding/<int:pk>/besluit/", besluit.BesluitLezen.as_view(), name="aanmelding_besluit"),
    path("gesprek/<int:pk>/agenda.ics", aanmelding.gesprek_agenda, name="gesprek_agenda"),
    path("vraag/", melding.VraagLijst.as_view(), name="vraag_lijst"),
    path("vraag/nieuw/", melding.VraagNieuw.as_view(), name="vraag_nieuw"),
]
