"""What one changes of a provider: one small form page per action, and the page of a location."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.views import View

from aanbieders.actions import aanbieder as actions
from aanbieders.forms import aanbieder as forms
from aanbieders.forms import locatie as locatieforms
from aanbieders.models import Aanbieder, Contactpersoon, Locatie, Plek
from aanbieders.secties import aanbieder as secties
from kern.schermen.views.formulier import Formulierpagina
from kern.tijd import klok

_LOCATIES = Locatie.objects.select_related("aanbieder__organisatie", "gemeente", "voor_regio")


class OverAanbieder(Formulierpagina):
    """A form about a provider."""

    recht, template_name = "aanbieder.wijzigen", "aanbieders/formulier.html"
    actie = None

    def zoek_onderwerp(self):
        return get_object_or_404(Aanbieder.objects.select_related("organisatie"), pk=self.kwargs["pk"])

    @property
    def aanbieder(self):
        return self.onderwerp

    def get_context(self):
        return {"aanbieder": self.aanbieder}

    def terug(self):
        return reverse("aanbieder_detail", args=[self.aanbieder.pk])

    def uitvoeren(self, form):
        argumenten = form.argumenten()
        dag, nu = argumenten.pop("op", None), timezone.now()
        # A day in the past is recorded at noon of that day; today is now.
        op = nu if dag is None or dag == timezone.localdate() else klok.moment(dag)
        type(self).actie(self.onderwerp, door=self.request.user, op=op, **argumenten)
        return self.terug()


class OverLocatie(OverAanbieder):
    """A form about a location, also one of which nobody knows whose it is."""

    def zoek_onderwerp(self):
        return get_object_or_404(_LOCATIES, pk=self.kwargs["pk"])

    @property
    def aanbieder(self):
        return self.onderwerp.aanbieder

    def get_context(self):
        return {**super().get_context(), "locatie": self.onderwerp}

    def terug(self):
        return reverse("locatie_detail", args=[self.onderwerp.pk])


class OverPlek(OverLocatie):
    def zoek_onderwerp(self):
        return get_object_or_404(Plek.objects.select_related("locatie__aanbieder__organisatie"), pk=self.kwargs["pk"])

    @property
    def aanbieder(self):
        return self.onderwerp.locatie.aanbieder

    def get_context(self):
        return {"aanbieder": self.aanbieder, "locatie": self.onderwerp.locatie}

    def terug(self):
        return reverse("locatie_detail", args=[self.onderwerp.locatie_id])


class OverContactpersoon(OverAanbieder):
    def zoek_onderwerp(self):
        return get_object_or_404(Contactpersoon.objects.select_related("aanbieder__organisatie"), pk=self.kwargs["pk"])

    @property
    def aanbieder(self):
        return self.onderwerp.aanbieder


class AanbiederWijzigen(OverAanbieder):
    actie, form_class, titel = actions.aanbieder_wijzigen, forms.AanbiederWijzigen, "Gegevens van de aanbieder"


class VerledenVaststellen(OverAanbieder):
    actie, form_class, titel = actions.verleden_vaststellen, forms.VerledenVaststellen, "Status vóór 2015 vastleggen"
    knop = "Vastleggen"

    def get_context(self):
        uitleg = [
            "Wat de aanbieder vóór 1-1-2015 leverde, bepaalt of verblijf of compensatie van huurlasten te kiezen is.",
            "Wat er al staat, blijft staan. De nieuwste vaststelling telt.",
        ]
        if self.aanbieder.opgericht_op and self.aanbieder.opgericht_op.year >= 2015:
            uitleg.append("Let op: deze aanbieder is opgericht na 1-1-2015.")
        return {**super().get_context(), "uitleg": uitleg}


class ContactpersoonToevoegen(OverAanbieder):
    actie, form_class = actions.contactpersoon_toevoegen, forms.ContactpersoonToevoegen
    titel, knop = "Contactpersoon toevoegen", "Toevoegen"


class ContactpersoonWijzigen(OverContactpersoon):
    actie, form_class = actions.contactpersoon_wijzigen, forms.ContactpersoonWijzigen
    titel = "Contactpersoon wijzigen"


class ContactpersoonBeeindigen(OverContactpersoon):
    actie, form_class = actions.contactpersoon_beeindigen, forms.Beeindigen
    titel, knop = "Contactpersoon beëindigen", "Beëindigen"

    def get_context(self):
        return {**super().get_context(), "uitleg": [f"{self.onderwerp.naam}: daarna belt en schrijft u hem hier niet meer."]}


class LocatieToevoegen(OverAanbieder):
    actie, form_class = actions.locatie_toevoegen, locatieforms.LocatieToevoegen
    titel, knop = "Locatie toevoegen", "Toevoegen"


class LocatieWijzigen(OverLocatie):
    actie, form_class, titel = actions.locatie_wijzigen, locatieforms.LocatieWijzigen, "Locatie wijzigen"


class LocatieBeeindigen(OverLocatie):
    actie, form_class = actions.locatie_beeindigen, forms.Beeindigen
    titel, knop = "Locatie beëindigen", "Beëindigen"

    def get_context(self):
        return {**super().get_context(), "uitleg": [f"{self.onderwerp.naam}: de plekken eindigen op dezelfde dag."]}


class PlekToevoegen(OverLocatie):
    actie, form_class, titel, knop = actions.plek_toevoegen, locatieforms.PlekToevoegen, "Plek toevoegen", "Toevoegen"


class PlekWijzigen(OverPlek):
    actie, form_class, titel = actions.plek_wijzigen, locatieforms.PlekWijzigen, "Plek wijzigen"


class PlekBeeindigen(OverPlek):
    actie, form_class, titel, knop = actions.plek_beeindigen, forms.Beeindigen, "Plek beëindigen", "Beëindigen"

    def get_context(self):
        return {**super().get_context(), "uitleg": [f"Plek {self.onderwerp.naam} van {self.onderwerp.locatie.naam}."]}


class LocatieDetail(View):
    """Every field of a location, and its places."""

    def get(self, request, pk):
        if not request.user.has_perm("aanbieder.bekijken"):
            raise PermissionDenied
        locatie = get_object_or_404(_LOCATIES.prefetch_related("plekken"), pk=pk)
        sectie, vandaag = secties.locatie(locatie, request.user), timezone.localdate()
        if sectie.klasse not in secties.klassen(request.user):
            raise Http404
        context = {
            "titel": locatie.naam,
            "locatie": locatie,
            "aanbieder": locatie.aanbieder,
            "sectie": sectie,
            "plekken": [p for p in locatie.plekken.all() if p.tot is None or p.tot >= vandaag],
            "plekken_eerder": [p for p in locatie.plekken.all() if p.tot and p.tot < vandaag],
            "mag_wijzigen": request.user.has_perm("aanbieder.wijzigen"),
            "vandaag": vandaag,
        }
        return render(request, "aanbieders/locatie_detail.html", context)


def _pad(pad, view, naam):
    return path(pad, view.as_view(), name=naam)


urlpatterns = [
    _pad("aanbieder/<int:pk>/wijzigen/", AanbiederWijzigen, "aanbieder_wijzigen"),
    _pad("aanbieder/<int:pk>/verleden/", VerledenVaststellen, "aanbieder_verleden"),
    _pad("aanbieder/<int:pk>/contactpersoon/", ContactpersoonToevoegen, "contactpersoon_toevoegen"),
    _pad("contactpersoon/<int:pk>/wijzigen/", ContactpersoonWijzigen, "contactpersoon_wijzigen"),
    _pad("contactpersoon/<int:pk>/beeindigen/", ContactpersoonBeeindigen, "contactpersoon_beeindigen"),
    _pad("aanbieder/<int:pk>/locatie/", LocatieToevoegen, "locatie_toevoegen"),
    _pad("locatie/<int:pk>/", LocatieDetail, "locatie_detail"),
    _pad("locatie/<int:pk>/wijzigen/", LocatieWijzigen, "locatie_wijzigen"),
    _pad("locatie/<int:pk>/beeindigen/", LocatieBeeindigen, "locatie_beeindigen"),
    _pad("locatie/<int:pk>/plek/", PlekToevoegen, "plek_toevoegen"),
    _pad("plek/<int:pk>/wijzigen/", PlekWijzigen, "plek_wijzigen"),
    _pad("plek/<int:pk>/beeindigen/", PlekBeeindigen, "plek_beeindigen"),
]
