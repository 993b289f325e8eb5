"""The list, the dossier, and one small view per action of SM-1: it names the action and its form."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.utils import timezone
from icalendar import Calendar, Event

from cimot import actions, forms, secties
from cimot.filters import AanmeldingFilter
from cimot.models import Aanmelding, Besluit, Gesprek
from kern.schermen.views.actie import DossierActie
from kern.schermen.views.dossier import DossierDetail
from kern.schermen.views.lijst import DossierLijst


class AanmeldingLijst(DossierLijst):
    soort, filterset_class = "aanmelding", AanmeldingFilter


class AanmeldingDetail(DossierDetail):
    soort = "aanmelding"

    def queryset(self):
        return (
            super()
            .queryset()
            .select_related("melding", "onderzoek", "verslag", "aanvraag")
            .prefetch_related(
                Prefetch("besluiten", Besluit.objects.select_related(*secties.VAN_BESLUIT)),
                "onderzoek__bevindingen",
                "onderzoek__criteriumuitkomsten__criterium",
                "onderzoek__gesprekken",
                "onderzoek__adviezen",
                "aanvraag__aanvullingen",
                "besluiten__onderdelen__aanbieder",
                "verantwoordelijkheden__gemeente",
            )
        )

    def secties(self):
        return secties.van(self.dossier, self.request.user)


class AanmeldingActie(DossierActie):
    soort = "aanmelding"


class Bevestigen(AanmeldingActie):
    actie, form_class = actions.bevestigen, forms.Bevestigen


class MeldingWijzigen(AanmeldingActie):
    actie, form_class = actions.melding_wijzigen, forms.MeldingWijzigen


class Toewijzen(AanmeldingActie):
    actie, form_class = actions.toewijzen, forms.Toewijzen


class MeldmomentCorrigeren(AanmeldingActie):
    actie, form_class = actions.meldmoment_corrigeren, forms.MeldmomentCorrigeren


class EersteContact(AanmeldingActie):
    actie, form_class = actions.eerste_contact, forms.EersteContact


class Doorzenden(AanmeldingActie):
    actie, form_class = actions.doorzenden, forms.Doorzenden


class IngezetenschapNagaan(AanmeldingActie):
    actie, form_class = actions.ingezetenschap_nagaan, forms.AlleenReden


class NietBevoegdVerklaren(AanmeldingActie):
    actie, form_class = actions.niet_bevoegd_verklaren, forms.Doorzenden


class OnderzoekStarten(AanmeldingActie):
    actie, form_class = actions.onderzoek_starten, forms.AlleenDatum


class PlanVastleggen(AanmeldingActie):
    actie, form_class = actions.plan_vastleggen, forms.Plan


class OndersteuningVastleggen(AanmeldingActie):
    actie, form_class = actions.ondersteuning_vastleggen, forms.Ondersteuning


class IdentiteitVaststellen(AanmeldingActie):
    actie, form_class = actions.identiteit_vaststellen, forms.Identiteit


class GesprekPlannen(AanmeldingActie):
    actie, form_class = actions.gesprek_plannen, forms.Gesprek


class InformatieVragen(AanmeldingActie):
    actie, form_class = actions.informatie_vragen, forms.InformatieVragen


class OnderzoekInvullen(AanmeldingActie):
    actie, form_class = actions.onderzoek_invullen, forms.OnderzoekInvullen


class LeefgebiedenInvullen(AanmeldingActie):
    actie, form_class = actions.leefgebieden_invullen, forms.Leefgebieden
    template_name = "cimot/leefgebieden.html"


class CriteriaInvullen(AanmeldingActie):
    actie, form_class = actions.criteria_invullen, forms.CriteriaInvullen


class VertragingNoteren(AanmeldingActie):
    actie, form_class = actions.vertraging_noteren, forms.AlleenReden


class VerslagMaken(AanmeldingActie):
    actie, form_class = actions.verslag_maken, forms.AlleenDatum


class VerslagSchrijven(AanmeldingActie):
    actie, form_class = actions.verslag_schrijven, forms.Verslag


class VerslagVersturen(AanmeldingActie):
    actie, form_class = actions.verslag_versturen, forms.Versturen


class ReactieVastleggen(AanmeldingActie):
    actie, form_class = actions.reactie_vastleggen, forms.Reactie


class DefinitiefMaken(AanmeldingActie):
    actie, form_class = actions.definitief_maken, forms.DefinitiefMaken


class Intrekken(AanmeldingActie):
    actie, form_class = actions.intrekken, forms.Intrekken


def gesprek_agenda(request, pk):
    """The appointment for one's own calendar: when and how long, without name, place or subject."""
    if not request.user.has_perm("aanmelding.gesprek_plannen"):
        raise PermissionDenied
    gesprek = Gesprek.objects.filter(pk=pk, onderzoek__aanmelding__in=Aanmelding.objects.voor(request.user)).first()
    if gesprek is None:
        raise Http404
    # When somebody speaks with whom is content: for who may plan it.
    if not request.user.has_perm("aanmelding.gesprek_plannen", gesprek.onderzoek.aanmelding):
        raise PermissionDenied
    agenda, afspraak = Calendar(), Event()
    agenda.add("prodid", "-//Cimot//NL")
    agenda.add("version", "2.0")
    for naam, waarde in (
        ("summary", "Afspraak"),
        ("uid", f"{gesprek.uid}@cimot"),
        ("dtstamp", timezone.now()),
        ("dtstart", timezone.localtime(gesprek.op)),
        ("dtend", timezone.localtime(gesprek.op) + timedelta(minutes=gesprek.minuten)),
    ):
        afspraak.add(naam, waarde)
    agenda.add_component(afspraak)
    response = HttpResponse(agenda.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="afspraak.ics"'
    return response
