"""A list of one kind of dossier: filters in the URL, orders with their index, keyset paging, export."""

import csv
import io

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views import View

from kern.models import Inzage
from kern.proces.tabel import PROCESSEN
from kern.schermen import bladeren
from kern.toegang import inzage
from kern.werk import voorraad

PER_PAGINA = 25
MEESTE_EXPORT = 10_000


class DossierLijst(View):
    """A list of one kind: filters in the URL, at most three orders each with its index, keyset paging, export."""

    soort = ""
    filterset_class = None
    met_nieuw = True
    nieuw_label, nieuw_icoon = "Nieuwe melding", "phone-incoming"
    volgorden = (
        bladeren.Volgorde("Eerste datum", "eerst_op"),
        bladeren.Volgorde("Naam", "sorteernaam"),
        bladeren.Volgorde("Nieuwste", "geopend_op", aflopend=True),
    )
    template_name = "kern/schermen/dossier_lijst.html"
    exportkolommen = ("kenmerk", "lijsttitel", "status_naam", "geopend_op", "eerst_op")

    @property
    def proces(self):
        return PROCESSEN[self.soort]

    def get(self, request):
        if not request.user.has_perm(f"{self.soort}.lijst"):
            raise PermissionDenied
        filters = self.filterset_class(request.GET, queryset=self.queryset(), request=request)
        if "export" in request.GET:
            return self.exporteer(request, filters)
        return render(request, self.template_name, self.context(request, filters))

    def queryset(self):
        model = apps.get_model(self.proces.model)
        return model.objects.voor(self.request.user).select_related("client", "organisatie", "regio", "behandelaar")

    @cached_property
    def volgorde(self):
        gekozen = self.request.GET.get("volgorde", "")
        return next((v for v in self.volgorden if v.veld == gekozen), self.volgorden[0])

    def scopes(self, queryset):
        """One queryset per region, municipality or organisation: no index serves several in one order."""
        gebruiker = self.request.user
        kolom = {"regio": "regio_id", "gemeente": "gemeente_id", "organisatie": "organisatie_id"}[
            self.proces.zicht[gebruiker.rol].value
        ]
        waarden = sorted({getattr(v, kolom) for v in gebruiker.actieve_verleningen if getattr(v, kolom)})
        return [queryset.filter(**{kolom: waarde}) for waarde in waarden]

    def context(self, request, filters):
        # An unreadable filter shows nothing but its own message.
        queryset = filters.qs if filters.is_valid() else self.queryset().none()
        cursor = self.volgorde.lees(queryset.model, request.GET.get("na", ""))
        rijen = bladeren.per_scope(self.scopes(queryset), self.volgorde, cursor, PER_PAGINA + 1)
        meer, rijen = len(rijen) > PER_PAGINA, rijen[:PER_PAGINA]
        inzage.noteer(request, soort=Inzage.Soort.LIJST, clienten=[r.client_id for r in rijen], klassen=["D1", "D3"])
        vraag = request.GET.copy()
        for naam in ("na", "export"):
            vraag.pop(naam, None)
        volgende = None
        if meer:
            laatste = vraag.copy()
            laatste["na"] = bladeren.schrijf_cursor(*self.volgorde.sleutel(rijen[-1]))
            volgende = f"?{laatste.urlencode()}"
        mag_export = request.user.has_perm("dossier.exporteren")
        return {
            "proces": self.proces,
            "titel": self.proces.meervoud,
            "filter": filters,
            "rijen": [voorraad.lijstrij(dossier) for dossier in rijen],
            "volgorden": [self._volgorde(vraag, volgorde) for volgorde in self.volgorden],
            "volgorde": self.volgorde,
            "nieuw_url": self._nieuw_url(),
            "nieuw_label": self.nieuw_label,
            "nieuw_icoon": self.nieuw_icoon,
            "totaal": bladeren.aantal_tekst(bladeren.begrensd(queryset)),
            "eerste_url": f"?{vraag.urlencode()}" if "na" in request.GET else None,
            "volgende_url": volgende,
            "export_url": f"?{vraag.urlencode()}&export=csv" if mag_export and rijen else None,
            "vandaag": timezone.localdate(),
        }

    def _nieuw_url(self) -> str | None:
        """Of a kind that is opened from its list; what runs beside a dossier is opened from there."""
        mag = self.met_nieuw and self.request.user.has_perm(f"{self.soort}.openen")
        return reverse(f"{self.soort}_nieuw") if mag else None

    def _volgorde(self, vraag, volgorde) -> dict:
        anders = vraag.copy()
        anders["volgorde"] = volgorde.veld
        return {"label": volgorde.naam, "url": f"?{anders.urlencode()}", "actief": volgorde == self.volgorde}

    def exporteer(self, request, filters):
        """Exactly this list as CSV; needs its own right and is logged with the row count (domein.md 4.3)."""
        if not request.user.has_perm("dossier.exporteren"):
            raise PermissionDenied
        queryset = filters.qs if filters.is_valid() else self.queryset().none()
        rijen = bladeren.per_scope(self.scopes(queryset), self.volgorde, None, MEESTE_EXPORT)
        inzage.noteer(
            request,
            soort=Inzage.Soort.EXPORT,
            clienten=[r.client_id for r in rijen],
            klassen=["D1", "D3"],
            aantal=len(rijen),
        )
        uit = io.StringIO()
        schrijver = csv.writer(uit, delimiter=";")
        schrijver.writerow(["kenmerk", "naam", "status", "geopend op", "eerste datum"])
        for rij in rijen:
            schrijver.writerow([_cel(getattr(rij, kolom)) for kolom in self.exportkolommen])
        response = HttpResponse("\ufeff" + uit.getvalue(), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{self.soort}-{timezone.localdate():%Y-%m-%d}.csv"'
        return response


def _cel(waarde) -> str:
    """A cell that no spreadsheet takes for a formula; "no date" stays empty."""
    if hasattr(waarde, "year"):
        return "" if waarde.year == 9999 else f"{waarde:%d-%m-%Y}"
    tekst = str(waarde)
    return f"'{tekst}" if tekst[:1] in ("=", "+", "-", "@", "\t", "\r") else tekst
