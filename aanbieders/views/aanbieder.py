"""The list of providers, the page of one, and the rows behind a figure."""

import django_filters
from django import forms
from django.contrib.postgres.aggregates import ArrayAgg
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils import timezone
from django.views import View

from aanbieders import cijfers
from aanbieders.models import Aanbieder, Locatie, Maatregel
from aanbieders.models.aanbieder import Doelgroep
from aanbieders.plaatsen import HOUDT_TEGEN, loopt
from aanbieders.secties import aanbieder as secties
from aanbieders.views import wijzigen
from kern.models import Gemeente, Inzage, Organisatie
from kern.schermen import bladeren
from kern.toegang import inzage

PER_PAGINA = 25


class Aanvinken(django_filters.Filter):
    """One check box: not ticked is no choice."""

    field_class = forms.BooleanField


class AanbiederFilter(django_filters.FilterSet):
    """On the organisation and what hangs below it; all of it in the address of the page."""

    zoek = django_filters.CharFilter(label="Naam, locatie, KvK of AGB", method="op_tekst", max_length=100)
    specialisatie = django_filters.ChoiceFilter(
        label="Specialisatie", choices=Doelgroep.choices, empty_label="alle", method="op_specialisatie"
    )
    gemeente = django_filters.ModelChoiceFilter(
        label="Locatie in", queryset=Gemeente.objects.all(), empty_label="elke gemeente", method="op_gemeente"
    )
    vrij = Aanvinken(label="Alleen zonder cliëntenstop", method="zonder_stop")

    class Meta:
        model = Organisatie
        fields = []
        form = forms.Form

    def op_tekst(self, queryset, name, value):
        tekst = value.strip()
        locaties = Locatie.objects.filter(Q(naam__icontains=tekst) | Q(alias__icontains=tekst), aanbieder=OuterRef("pk"))
        nummers = Q(aanbieder__kvk=tekst[:8]) | Q(aanbieder__agb=tekst[:8])
        return queryset.filter(Q(naam__icontains=tekst) | nummers | Exists(locaties))

    def op_specialisatie(self, queryset, name, value):
        return queryset.filter(aanbieder__specialisaties__contains=[value])

    def op_gemeente(self, queryset, name, value):
        vandaag = timezone.localdate()
        open_einde = Q(tot__isnull=True) | Q(tot__gte=vandaag)
        gebruikt = Locatie.objects.filter(open_einde, aanbieder=OuterRef("pk"), gemeente=value, vanaf__lte=vandaag)
        return queryset.filter(Exists(gebruikt))

    def zonder_stop(self, queryset, name, value):
        stop = Maatregel.objects.filter(
            loopt(timezone.localdate()),
            toelating__organisatie=OuterRef("pk"),
            toelating__regio__in=self.request.user.regio_ids,
            soort__in=HOUDT_TEGEN,
        )
        return queryset.exclude(Exists(stop)) if value else queryset


class AanbiederLijst(View):
    """Providers by name; who it is, for whom, how many locations, and whether somebody new can come."""

    volgorde = bladeren.Volgorde("Naam", "naam")

    def get(self, request):
        if not request.user.has_perm("aanbieder.bekijken"):
            raise PermissionDenied
        alle = Organisatie.objects.filter(aanbieder__isnull=False)
        filters = AanbiederFilter(request.GET, queryset=alle, request=request)
        lijst = filters.qs if filters.is_valid() else alle.none()
        return render(request, "aanbieders/aanbieder_lijst.html", self._context(request, filters, lijst))

    def _context(self, request, filters, lijst) -> dict:
        cursor = bladeren.lees_cursor(request.GET.get("na", ""))
        gevonden = lijst.annotate(
            aantal_locaties=Count("aanbieder__locaties", filter=_in_gebruik(timezone.localdate())),
            plaatsen=ArrayAgg(
                "aanbieder__locaties__gemeente__naam",
                filter=_in_gebruik(timezone.localdate()) & Q(aanbieder__locaties__gemeente__isnull=False),
                distinct=True,
                default=[],
            ),
        ).select_related("aanbieder")
        rijen = bladeren.per_scope([gevonden], self.volgorde, cursor, PER_PAGINA + 1)
        meer, rijen = len(rijen) > PER_PAGINA, rijen[:PER_PAGINA]
        stops = {}
        for maatregel in secties.maatregelen([rij.pk for rij in rijen], request.user, timezone.localdate()):
            stops.setdefault(maatregel.toelating.organisatie_id, []).append(maatregel)
        vraag = request.GET.copy()
        vraag.pop("na", None)
        volgende = vraag.copy()
        if meer:
            volgende["na"] = bladeren.schrijf_cursor(*self.volgorde.sleutel(rijen[-1]))
        return {
            "titel": "Aanbieders",
            "filter": filters,
            "rijen": [
                {
                    "organisatie": r,
                    "voor": secties.doelgroepen(r.aanbieder.specialisaties),
                    "maatregelen": stops.get(r.pk, []),
                }
                for r in rijen
            ],
            "totaal": bladeren.aantal_tekst(bladeren.begrensd(lijst)),
            "eerste_url": f"?{vraag.urlencode()}" if "na" in request.GET else None,
            "volgende_url": f"?{volgende.urlencode()}" if meer else None,
            "zonder_aanbieder": Locatie.objects.filter(aanbieder__isnull=True)
            .select_related("gemeente")
            .order_by("naam", "id")
            if request.user.has_perm("aanbieder.wijzigen") and not cursor
            else [],
        }


def _in_gebruik(op) -> Q:
    open_einde = Q(aanbieder__locaties__tot__isnull=True) | Q(aanbieder__locaties__tot__gte=op)
    return open_einde & Q(aanbieder__locaties__vanaf__lte=op)


def zoek_aanbieder(pk) -> Aanbieder:
    return get_object_or_404(
        Aanbieder.objects.select_related("organisatie").prefetch_related(
            "verledens__door", "contactpersonen", "locaties__gemeente", "locaties__plekken"
        ),
        pk=pk,
    )


class AanbiederDetail(View):
    """Who it is, what it offers, what runs against it, and how it does: every figure opens its rows."""

    def get(self, request, pk):
        if not request.user.has_perm("aanbieder.bekijken"):
            raise PermissionDenied
        aanbieder, vandaag = zoek_aanbieder(pk), timezone.localdate()
        klassen = secties.klassen(request.user)
        contacten = aanbieder.contactpersonen.all()
        context = {
            "titel": aanbieder.organisatie.naam,
            "aanbieder": aanbieder,
            "klassen": klassen,
            "ziet_reden": "D11" in klassen,
            "cijfers": _zichtbaar(aanbieder, request.user, klassen, vandaag),
            "secties": secties.van(aanbieder, request.user),
            "maatregelen": secties.maatregelen([aanbieder.pk], request.user, vandaag),
            "dossiers": secties.dossiers(aanbieder, request.user),
            "contactpersonen": [c for c in contacten if c.tot is None or c.tot >= vandaag],
            "contact_eerder": [c for c in contacten if c.tot and c.tot < vandaag],
            **_locaties(aanbieder, vandaag),
            "mag_wijzigen": request.user.has_perm("aanbieder.wijzigen"),
            "vandaag": vandaag,
        }
        return render(request, "aanbieders/aanbieder_detail.html", context)


def _zichtbaar(aanbieder, gebruiker, klassen, op) -> list[cijfers.Cijfer]:
    return [c for c in cijfers.van(aanbieder, gebruiker.regio_ids, op) if c.mag(gebruiker, klassen)]


def _locaties(aanbieder, vandaag) -> dict:
    rijen = sorted(aanbieder.locaties.all(), key=lambda rij: (rij.naam, rij.pk))
    nu = [
        {
            "locatie": rij,
            "capaciteit": cijfers.capaciteit(rij),
            "plekken": len(cijfers.in_gebruik(rij.plekken.all(), vandaag)),
        }
        for rij in rijen
        if rij.tot is None or rij.tot >= vandaag
    ]
    return {"locaties": nu, "locaties_eerder": [rij for rij in rijen if rij.tot and rij.tot < vandaag]}


class AanbiederCijfer(View):
    """The rows that one figure counts, with the unit in which it counts (X-15)."""

    def get(self, request, pk, code):
        if not request.user.has_perm("aanbieder.bekijken"):
            raise PermissionDenied
        aanbieder, vandaag = zoek_aanbieder(pk), timezone.localdate()
        gevonden = _zichtbaar(aanbieder, request.user, secties.klassen(request.user), vandaag)
        cijfer = next((c for c in gevonden if c.code == code), None)
        if cijfer is None:
            raise Http404
        # Lines of clients, by the number of their case.
        if cijfer.recht == "plaatsing.bekijken":
            inzage.noteer(request, soort=Inzage.Soort.LIJST, klassen=["D3"], aantal=len(cijfer.records))
        context = {"titel": cijfer.naam, "aanbieder": aanbieder, "cijfer": cijfer, "vandaag": vandaag}
        return render(request, "aanbieders/cijfer.html", context)


urlpatterns = [
    path("aanbieder/", AanbiederLijst.as_view(), name="aanbieder_lijst"),
    path("aanbieder/<int:pk>/", AanbiederDetail.as_view(), name="aanbieder_detail"),
    path("aanbieder/<int:pk>/cijfer/<slug:code>/", AanbiederCijfer.as_view(), name="aanbieder_cijfer"),
    *wijzigen.urlpatterns,
]
