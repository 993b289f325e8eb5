"""The three pages that every kind of dossier shares: the list, the dossier itself, and one action on it."""

import csv
import io
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views import View

from kern import actions, bladeren, inzage, tijdlijn, werk
from kern.models import Bezoek, Inzage
from kern.proces import PROCESSEN
from kern.rollen import Klasse
from kern.templatetags.cimot import opsomming
from kern.views.formulier import Formulierpagina

PER_PAGINA = 25
MEESTE_EXPORT = 10_000


@dataclass
class Sectie:
    """One block of a dossier page with its data class: who may not read the class never gets the block.

    `acties` are the actions that change this block. `nodig` is what it still lacks: names of actions, or {label, url};
    those are buttons at the top of the page too.
    """

    titel: str
    klasse: Klasse
    rijen: list = field(default_factory=list)
    acties: tuple[str, ...] = ()
    nodig: list = field(default_factory=list)
    tekst: str = ""
    template: str = "kern/sectie.html"
    extra: dict = field(default_factory=dict)


class DossierLijst(View):
    """A list of one kind: filters in the URL, at most three orders each with its index, keyset paging, export."""

    soort = ""
    filterset_class = None
    volgorden = (
        bladeren.Volgorde("Eerste datum", "eerst_op"),
        bladeren.Volgorde("Naam", "sorteernaam"),
        bladeren.Volgorde("Nieuwste", "geopend_op", aflopend=True),
    )
    template_name = "kern/dossier_lijst.html"
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
        return model.objects.voor(self.request.user).select_related("client", "regio", "behandelaar")

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
            "rijen": [werk.lijstrij(dossier) for dossier in rijen],
            "volgorden": [self._volgorde(vraag, volgorde) for volgorde in self.volgorden],
            "volgorde": self.volgorde,
            "nieuw_url": reverse(f"{self.soort}_nieuw") if request.user.has_perm(f"{self.soort}.openen") else None,
            "totaal": bladeren.aantal_tekst(bladeren.begrensd(queryset)),
            "eerste_url": f"?{vraag.urlencode()}" if "na" in request.GET else None,
            "volgende_url": volgende,
            "export_url": f"?{vraag.urlencode()}&export=csv" if mag_export and rijen else None,
            "vandaag": timezone.localdate(),
        }

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


class DossierDetail(View):
    """Who, where in the process, what now, which dates and why; then the data, the contacts and the timeline."""

    soort = ""
    template_name = "kern/dossier_detail.html"
    tabs = (("gegevens", "Gegevens"), ("contact", "Contact"), ("tijdlijn", "Tijdlijn"))

    def get(self, request, pk):
        if not request.user.has_perm(f"{self.soort}.bekijken"):
            raise PermissionDenied
        self.dossier = get_object_or_404(self.queryset(), pk=pk)
        klassen = self.dossier.klassen(request.user)
        inzage.noteer(request, soort=Inzage.Soort.DETAIL, dossier=self.dossier, klassen=klassen)
        context = self.context(klassen)
        context["gewijzigd"] = self.noteer_bezoek()
        context["label"] = self.label
        return render(request, self.template_name, context)

    def queryset(self):
        model = apps.get_model(PROCESSEN[self.soort].model)
        return (
            model.objects.voor(self.request.user)
            .select_related("client__herkomst", "client__woongemeente", "regio", "behandelaar")
            .prefetch_related("medebehandelaars", "taken__opschortingen", "wachten", "herinneringen")
        )

    def secties(self) -> list[Sectie]:
        """The blocks of the tab *Gegevens*."""
        return []

    def noteer_bezoek(self):
        """Remember that this user saw this version (Mijn zaken: changed since last visit)."""
        bezoek, nieuw = Bezoek.objects.get_or_create(
            gebruiker=self.request.user,
            dossier_id=self.dossier.pk,
            defaults={"op": timezone.now(), "versie": self.dossier.versie},
        )
        gewijzigd = not nieuw and bezoek.versie != self.dossier.versie
        if not nieuw:
            Bezoek.objects.filter(pk=bezoek.pk).update(op=timezone.now(), versie=self.dossier.versie)
        self.label = bezoek.label
        return gewijzigd

    def context(self, klassen):
        dossier, gebruiker = self.dossier, self.request.user
        tab = self.request.GET.get("tab", "gegevens")
        tab = tab if tab in dict(self.tabs) else "gegevens"
        vandaag = timezone.localdate()
        acties = werk.acties(dossier, gebruiker, vandaag)
        context = {
            "dossier": dossier,
            "client": dossier.client,
            "leeftijd": dossier.client.leeftijd(vandaag) if dossier.client else None,
            "kenmerk": dossier.kenmerk,
            "klassen": klassen,
            "tab": tab,
            "tabs": [{"label": naam, "url": f"?{self._vraag(code)}", "actief": code == tab} for code, naam in self.tabs],
            "stappen": werk.stappen(dossier, vandaag),
            "overgangen": [a for a in acties if a["naar"]],
            "bijwerken": {a["actie"]: a for a in acties if not a["naar"] and a["mag"]},
            "termijnen": werk.termijnen(dossier, vandaag),
            "tijdlijn_url": f"?{self._vraag('tijdlijn')}",
            "lijst_naam": dossier.proces.meervoud,
            "lijst_url": reverse(f"{self.soort}_lijst"),
            "wacht": next((w for w in dossier.wachten.all() if w.klaar_op is None), None),
            "inhoud_verborgen": Klasse.D4 not in klassen,
            "herinneringen": [
                h for h in dossier.herinneringen.all() if h.gedaan_op is None and h.gebruiker_id == gebruiker.pk
            ],
            "mag_noteren": gebruiker.has_perm("dossier.noteren"),
            "terug_te_draaien": actions.mag_corrigeren(dossier, gebruiker),
            "is_waarneming": dossier.behandelaar_id in gebruiker.waargenomen_ids,
            "vandaag": vandaag,
            **werk.buren(self.request, dossier),
        }
        context["van_collega"] = self._van_collega(context["overgangen"])
        context["termijnen_klaar"] = [t for t in context["termijnen"] if not t["is_open"]]
        secties = [sectie for sectie in self.secties() if sectie.klasse in klassen]
        # An action that a block names stands with that block; the others stand with what can be done now.
        bijwerken = context["bijwerken"]
        nodig = [bijwerken.get(punt) if isinstance(punt, str) else punt for sectie in secties for punt in sectie.nodig]
        context["nodig"] = [actie for actie in nodig if actie]
        genoemd = {actie for sectie in secties for actie in sectie.acties}
        context["ook_mogelijk"] = [a for naam, a in bijwerken.items() if naam not in genoemd]
        context["ook_mogelijk"] += self._eigen_notities(context)
        if tab == "gegevens":
            context["secties"] = secties
        else:
            context["soorten"] = [
                {
                    "label": naam,
                    "url": f"?{self._vraag(tab, soort=code)}",
                    "actief": code == self.request.GET.get("soort", ""),
                }
                for code, naam in tijdlijn.SOORTEN
            ]
            momenten = tijdlijn.van(dossier, klassen, alleen_contact=tab == "contact", soort=self.request.GET.get("soort"))
            context["momenten"] = momenten
        context["laatst"] = tijdlijn.laatste(dossier, klassen)
        return context

    def _eigen_notities(self, context) -> list[dict]:
        if not context["mag_noteren"] or not self.dossier.is_open:
            return []
        label = {"label": "Eigen label", "url": reverse("label_zetten", args=[self.dossier.pk])}
        wacht = {"label": "Wachten op iemand", "url": reverse("wacht_zetten", args=[self.dossier.pk])}
        return [label] if context["wacht"] else [wacht, label]

    def _van_collega(self, overgangen) -> list[str]:
        """One sentence for all that only the responsible colleague may do."""
        labels = [f"“{a['label']}”" for a in overgangen if a["van_collega"]]
        wie = f", {self.dossier.behandelaar}" if self.dossier.behandelaar else ". Die is er nog niet"
        return [f"{opsomming(labels)} doet de casemanager van deze zaak{wie}."] if labels else []

    def _vraag(self, tab, soort="") -> str:
        vraag = self.request.GET.copy()
        vraag.pop("soort", None)
        vraag["tab"] = tab
        if soort:
            vraag["soort"] = soort
        return vraag.urlencode()


class DossierActie(Formulierpagina):
    """One action of the table on one dossier: `actie` is the function, its name is the name in the table."""

    soort = ""
    actie = None

    @property
    def recht(self):
        return f"{self.soort}.{self.naam}"

    @property
    def naam(self) -> str:
        return self.actie.__func__.__name__ if hasattr(self.actie, "__func__") else self.actie.__name__

    @property
    def proces(self):
        return PROCESSEN[self.soort]

    @property
    def titel(self):
        return self._overgang().knop

    @property
    def knop(self):
        return self._overgang().knop if self._overgang().naar else "Opslaan"

    def _overgang(self):
        return self.proces.overgang(self.onderwerp.status, self.naam) or self.proces.acties[self.naam][0]

    def zoek_onderwerp(self):
        model = apps.get_model(self.proces.model)
        dossier = (
            model.objects.voor(self.request.user)
            .select_related("client", "regio", "behandelaar")
            .prefetch_related("medebehandelaars")
            .filter(pk=self.kwargs["pk"])
            .first()
        )
        if dossier is None:
            raise Http404
        if not self.request.user.has_perm(self.recht, dossier):
            raise PermissionDenied
        return dossier

    def get(self, request, *args, **kwargs):
        # A stale link or the back button: say what the status is now, on the dossier itself.
        if self.proces.overgang(self.onderwerp.status, self.naam) is None:
            messages.warning(request, f"“{self.titel}” kan nu niet: de status is “{self.onderwerp.status_naam}”.")
            return redirect(self.onderwerp)
        return super().get(request, *args, **kwargs)

    def toon(self, form, **opties):
        inzage.noteer(
            self.request,
            soort=Inzage.Soort.DETAIL,
            dossier=self.onderwerp,
            klassen=self.onderwerp.klassen(self.request.user),
        )
        return super().toon(form, **opties)

    def get_context(self):
        vandaag = timezone.localdate()
        overgang = self.proces.overgang(self.onderwerp.status, self.naam)
        return {
            "dossier": self.onderwerp,
            "client": self.onderwerp.client,
            "kenmerk": self.onderwerp.kenmerk,
            "ontbreekt": actions.ontbreekt(self.onderwerp, overgang, vandaag) if overgang else [],
        }

    def terug(self):
        return self.onderwerp.get_absolute_url()

    def uitvoeren(self, form):
        argumenten = form.argumenten()
        op = argumenten.pop("op", None)
        nu = timezone.now()
        # A day in the past is recorded at noon of that day; today is now.
        moment = nu if op is None or op == timezone.localdate() else actions.moment(op)
        dossier = type(self).actie(self.onderwerp, door=self.request.user, op=moment, **argumenten)
        return dossier.get_absolute_url()
