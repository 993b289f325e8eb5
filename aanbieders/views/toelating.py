"""The dossier of SM-9: its list, its page, and how it is opened; the steps up to the decision, one small view each."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from aanbieders.actions import toelating as actions
from aanbieders.filters import ToelatingFilter
from aanbieders.forms import toelating as forms
from aanbieders.secties import toelating as secties
from aanbieders.views import contract
from aanbieders.views.stap import ToelatingStap, uiterlijk
from kern.schermen.views.dossier import DossierDetail
from kern.schermen.views.formulier import Formulierpagina
from kern.schermen.views.lijst import DossierLijst
from kern.tijd.kalender import datum_nl


class ToelatingLijst(DossierLijst):
    soort, filterset_class = "toelating", ToelatingFilter
    nieuw_label, nieuw_icoon = "Nieuwe aanbieder", "plus"


class ToelatingNieuw(Formulierpagina):
    recht, form_class, template_name = "toelating.openen", forms.Aanmelden, "aanbieders/toelating_nieuw.html"
    titel, knop = "Aanbieder aanmelden", "Aanmelden"

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and request.user.has_perm(self.recht) and not request.user.regio_ids:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def terug(self):
        return reverse("toelating_lijst")

    def uitvoeren(self, form):
        dossier = actions.aanmelden(door=self.request.user, op=timezone.now(), **form.argumenten())
        return dossier.get_absolute_url()


class ToelatingDetail(DossierDetail):
    soort = "toelating"

    def queryset(self):
        return (
            super()
            .queryset()
            .select_related("organisatie__aanbieder", "financieletoets__door")
            .prefetch_related(
                "organisatie__aanbieder__locaties",
                "kwaliteitstoetsen__door",
                "contracten__document",
                "gekoppeld",
                "gesprekken",
                "afspraken",
                "maatregelen",
                "overdrachten__naar",
            )
        )

    def secties(self):
        return secties.van(self.dossier, self.request.user)


class Informeren(ToelatingStap):
    actie, form_class = actions.informeren, forms.AlleenDatum


class AanvraagWijzigen(ToelatingStap):
    actie, form_class = actions.aanvraag_wijzigen, forms.AanvraagWijzigen


class ToetsStarten(ToelatingStap):
    actie, form_class = actions.toets_starten, forms.AlleenDatum

    def bericht(self, dossier):
        dag = uiterlijk(dossier, "toelating")
        return f"De toets is begonnen. Besluit uiterlijk op {datum_nl(dag)}." if dag else "De toets is begonnen."


class Intrekken(ToelatingStap):
    actie, form_class = actions.intrekken, forms.Intrekken


class KwaliteitToetsen(ToelatingStap):
    actie, form_class = actions.kwaliteit_toetsen, forms.KwaliteitToetsen
    template_name = "aanbieders/kwaliteit_toetsen.html"


class FinancienToetsen(ToelatingStap):
    actie, form_class = actions.financien_toetsen, forms.FinancienToetsen


class AanvullingVragen(ToelatingStap):
    actie, form_class = actions.aanvulling_vragen, forms.AanvullingVragen

    def uitleg(self):
        return [
            "De tijd om te beslissen staat stil vanaf de dag na uw verzoek. "
            "Op de laatste dag van de aanbieder loopt zij weer."
        ]

    def uitvoeren(self, form):
        doel = super().uitvoeren(form)
        taak = self.onderwerp.taken.filter(code="toelating").first()
        stil = taak.opschortingen.filter(vanaf__gt=form.cleaned_data["op"]).first() if taak else None
        if stil:
            messages.success(self.request, f"De beslistermijn staat stil, uiterlijk tot en met {datum_nl(stil.tot)}.")
        else:
            messages.warning(self.request, "De beslistermijn was al voorbij en staat daarom niet stil.")
        return doel


class AanvullingOntvangen(ToelatingStap):
    actie, form_class = actions.aanvulling_ontvangen, forms.AanvullingOntvangen

    def uitleg(self):
        # Meanwhile the request may have been taken back.
        gevraagd = self.onderwerp.aanvulling_gevraagd_op
        return [f"U vroeg om aanvulling op {datum_nl(gevraagd)}.", self.onderwerp.ontbreekt] if gevraagd else []

    def bericht(self, dossier):
        dag = uiterlijk(dossier, "toelating")
        return f"De beslistermijn loopt weer. Besluit uiterlijk op {datum_nl(dag)}." if dag else ""


class _Besluit(ToelatingStap):
    begin = ""

    def bericht(self, dossier):
        dag = uiterlijk(dossier, "bezwaar")
        return f"{self.begin} Bezwaar kan tot en met {datum_nl(dag)}." if dag else self.begin


class Toelaten(_Besluit):
    actie, form_class, begin = actions.toelaten, forms.Toelaten, "De aanbieder is toegelaten."

    def uitleg(self):
        selectie = self.onderwerp.regio.instelling("aanbieder.toelating", timezone.localdate()) == "selectie"
        if selectie:
            return ["In deze regio kiest de centrumgemeente met welke aanbieders zij werkt. Leg uit waarom met deze."]
        return ["In deze regio wordt elke aanbieder toegelaten die voldoet aan de eisen van kwaliteit en continuïteit."]


class Afwijzen(_Besluit):
    actie, form_class, begin = actions.afwijzen, forms.Afwijzen, "De aanbieder is niet toegelaten."

    def uitleg(self):
        return ["Wat u hier schrijft, staat ook in de brief aan de aanbieder."]


class Toewijzen(ToelatingStap):
    actie, form_class = actions.toewijzen, forms.Toewijzen


ACTIES = (
    Informeren,
    AanvraagWijzigen,
    ToetsStarten,
    Intrekken,
    KwaliteitToetsen,
    FinancienToetsen,
    AanvullingVragen,
    AanvullingOntvangen,
    Toelaten,
    Afwijzen,
    Toewijzen,
    *contract.ACTIES,
)
