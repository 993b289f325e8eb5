"""The catalogue of products with its maxima, and what each provider is paid (R-IND-17, R-IND-26, R-FIN-11)."""

from collections import defaultdict

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.views import View

from aanbieders import regels
from aanbieders.actions import tarief as actions
from aanbieders.forms import tarief as forms
from aanbieders.models import Aanbieder, Maximumtarief, Product, Tarief
from aanbieders.models.product import HUISVESTING, Productsoort
from kern.models import Regio
from kern.schermen.nummers import nummer
from kern.schermen.views.formulier import Formulierpagina

NU, STRAKS, EERDER = "nu", "straks", "eerder"
# Nobody is paid for who lives in his own dwelling; the height of a toeslag is set per case (R-IND-18, R-IND-19).
ZONDER = (Productsoort.ZELFVOORZIENEND, Productsoort.TOESLAG)
VOLGORDE = {soort: nummer for nummer, soort in enumerate(Productsoort.values)}


def stand(rij, vandaag) -> str:
    """Whether a version holds today, later, or did before."""
    periode = rij.periode
    if periode.vanaf > vandaag:
        return STRAKS
    return EERDER if periode.tot is not None and periode.tot < vandaag else NU


def regel(rij, vandaag) -> dict:
    """One version as a row of a table."""
    bedrag = getattr(rij, "bedrag", None)
    return {
        "rij": rij,
        "stand": stand(rij, vandaag),
        "geldig": str(rij.periode),
        "bedrag": regels.euro(bedrag) if bedrag is not None else "",
        "eenheid": rij.get_eenheid_display(),
    }


def _per_regio(gebruiker, rijen, vandaag):
    """The rows of each own region, by region."""
    per = defaultdict(list)
    for rij in rijen:
        per[rij.regio_id].append(regel(rij, vandaag))
    for regels_ in per.values():
        regels_.sort(key=lambda r: VOLGORDE[r["rij"].soort])
    return [(regio, per[regio.pk]) for regio in Regio.objects.filter(pk__in=gebruiker.regio_ids).order_by("naam")]


class ProductLijst(View):
    """What a region can grant today, what comes and what was; the maxima for who reads tarieven."""

    def get(self, request):
        if not request.user.has_perm("product.bekijken"):
            raise PermissionDenied
        vandaag, regios = timezone.localdate(), request.user.regio_ids
        ziet_bedrag = request.user.has_perm("tarief.bekijken")
        producten = Product.objects.filter(regio__in=regios).order_by("categorie", "soort", "periode")
        maxima = Maximumtarief.objects.filter(regio__in=regios).order_by("soort", "periode") if ziet_bedrag else []
        per_maximum = {regio.pk: rijen for regio, rijen in _per_regio(request.user, maxima, vandaag)}
        context = {
            "titel": "Producten en tarieven" if ziet_bedrag else "Producten",
            "regios": [
                {
                    "regio": regio,
                    "nu": [r for r in rijen if r["stand"] == NU],
                    "anders": [r for r in rijen if r["stand"] != NU],
                    "maxima": per_maximum[regio.pk],
                    "zonder_maximum": _zonder_maximum(rijen, per_maximum[regio.pk]),
                }
                for regio, rijen in _per_regio(request.user, producten, vandaag)
            ],
            "ziet_bedrag": ziet_bedrag,
            "mag_product": request.user.has_perm("product.wijzigen"),
            "mag_tarief": request.user.has_perm("tarief.wijzigen"),
        }
        return render(request, "aanbieders/product_lijst.html", context)


def _zonder_maximum(producten, maxima) -> list[str]:
    """The housing components of today of which no maximum is known (Q-13)."""
    bekend = {r["rij"].soort for r in maxima if r["stand"] == NU}
    hier = {r["rij"].soort for r in producten if r["stand"] == NU}
    return [str(Productsoort(soort).label) for soort in HUISVESTING if soort in hier - bekend]


class TariefLijst(View):
    """Everything that one provider is or was paid in the own regions."""

    def get(self, request, pk):
        if not request.user.has_perm("tarief.bekijken"):
            raise PermissionDenied
        aanbieder, vandaag = _aanbieder(pk), timezone.localdate()
        tarieven = aanbieder.tarieven.filter(regio__in=request.user.regio_ids).order_by("soort", "-periode")
        producten = Product.objects.filter(regio__in=request.user.regio_ids, periode__contains=vandaag)
        hier = defaultdict(set)
        for rij in producten.exclude(soort__in=ZONDER):
            hier[rij.regio_id].add(rij.soort)
        context = {
            "titel": "Tarieven",
            "aanbieder": aanbieder,
            "regios": [
                {
                    "regio": regio,
                    "nu": [r for r in rijen if r["stand"] != EERDER],
                    "eerder": [r for r in rijen if r["stand"] == EERDER],
                    "zonder": _zonder_tarief(hier[regio.pk], rijen),
                }
                for regio, rijen in _per_regio(request.user, tarieven, vandaag)
            ],
            "mag_tarief": request.user.has_perm("tarief.wijzigen"),
        }
        return render(request, "aanbieders/tarief_lijst.html", context)


def _zonder_tarief(soorten, rijen) -> list[str]:
    bekend = {r["rij"].soort for r in rijen if r["stand"] == NU}
    return [str(label) for soort, label in Productsoort.choices if soort in soorten - bekend]


def _aanbieder(pk) -> Aanbieder:
    return get_object_or_404(Aanbieder.objects.select_related("organisatie"), pk=pk)


class ProductNieuw(Formulierpagina):
    """A new product, or with `?van=` a new version of one, which begins as the old one reads."""

    recht, form_class, titel = "product.wijzigen", forms.ProductVastleggen, "Product vastleggen"
    template_name = "aanbieders/tarief_formulier.html"

    def maak_form(self, data=None, initial=None):
        return super().maak_form(data, {**self._vorige(), **(initial or {})})

    def _vorige(self) -> dict:
        van = nummer(self.request.GET.get("van", ""))
        rij = Product.objects.filter(pk=van, regio__in=self.request.user.regio_ids).first()
        velden = ("regio", "soort", "naam", "omschrijving", "categorie", "eenheid")
        return {naam: getattr(rij, "regio_id" if naam == "regio" else naam) for naam in velden} if rij else {}

    def terug(self):
        return reverse("product_lijst")

    def uitvoeren(self, form):
        actions.product_vastleggen(door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()


class MaximumNieuw(ProductNieuw):
    recht, form_class, titel = "tarief.wijzigen", forms.MaximumVastleggen, "Maximumtarief vastleggen"

    def _vorige(self):
        return {}

    def uitvoeren(self, form):
        actions.maximum_vastleggen(door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()


class TariefNieuw(Formulierpagina):
    recht, form_class, titel = "tarief.wijzigen", forms.TariefVastleggen, "Tarief vastleggen"
    template_name = "aanbieders/tarief_formulier.html"

    def zoek_onderwerp(self):
        return _aanbieder(self.kwargs["pk"])

    @property
    def aanbieder(self):
        return self.onderwerp

    def get_context(self):
        return {"aanbieder": self.aanbieder}

    def terug(self):
        return reverse("tarief_lijst", args=[self.aanbieder.pk])

    def uitvoeren(self, form):
        actions.tarief_vastleggen(self.onderwerp, door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()


class TariefWijzigen(TariefNieuw):
    form_class, titel = forms.TariefWijzigen, "Tarief wijzigen"

    def zoek_onderwerp(self):
        tarieven = Tarief.objects.select_related("aanbieder__organisatie", "regio")
        return get_object_or_404(tarieven.filter(regio__in=self.request.user.regio_ids), pk=self.kwargs["pk"])

    @property
    def aanbieder(self):
        return self.onderwerp.aanbieder

    def get_context(self):
        return {**super().get_context(), "tarief": self.onderwerp}

    def uitvoeren(self, form):
        actions.tarief_wijzigen(self.onderwerp, door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()


urlpatterns = [
    path("product/", ProductLijst.as_view(), name="product_lijst"),
    path("product/nieuw/", ProductNieuw.as_view(), name="product_nieuw"),
    path("product/maximum/", MaximumNieuw.as_view(), name="maximum_nieuw"),
    path("aanbieder/<int:pk>/tarief/", TariefLijst.as_view(), name="tarief_lijst"),
    path("aanbieder/<int:pk>/tarief/nieuw/", TariefNieuw.as_view(), name="tarief_nieuw"),
    path("tarief/<int:pk>/wijzigen/", TariefWijzigen.as_view(), name="tarief_wijzigen"),
]
