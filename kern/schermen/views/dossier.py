"""The page of a dossier, shared by every kind: who, where in the process, what now, which dates and why."""

from dataclasses import dataclass, field
from uuid import uuid4

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from kern import tijdlijn
from kern.brieven import dagpost
from kern.models import Bezoek, Inzage, Klaargezet
from kern.personen import relaties
from kern.proces import correctie
from kern.proces.tabel import PROCESSEN
from kern.schermen import dossierblad
from kern.stukken import documenten
from kern.stukken.forms.documenten import Toevoegen
from kern.templatetags.cimot import opsomming
from kern.tijdlijn.views import tijdlijn as tijdlijnen
from kern.toegang import concepten, inzage
from kern.toegang.rollen import Klasse
from kern.werk import team, voorraad


@dataclass
class Sectie:
    """One block of a dossier page with its data class: who may not read the class never gets the block.

    `acties` are the actions that change this block. `nodig` is what it still lacks: names of actions, or {label, url};
    those are buttons at the top of the page too. `is_eerder`: of a phase that is over, folded below the others.
    """

    titel: str
    klasse: Klasse
    rijen: list = field(default_factory=list)
    acties: tuple[str, ...] = ()
    nodig: list = field(default_factory=list)
    tekst: str = ""
    template: str = "kern/schermen/sectie.html"
    extra: dict = field(default_factory=dict)
    is_eerder: bool = False


class DossierDetail(View):
    """Who, where in the process, what now, which dates and why; then the data, the contacts and the timeline."""

    soort = ""
    template_name = "kern/schermen/dossier_detail.html"
    tabs = (("gegevens", "Gegevens"), ("documenten", "Documenten"), ("contact", "Contact"), ("tijdlijn", "Tijdlijn"))

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
            .select_related("client__herkomst", "client__woongemeente", "organisatie", "regio", "behandelaar")
            .prefetch_related("medebehandelaars", "taken__opschortingen", "wachten", "herinneringen", "client__relaties")
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
        tab = self.request.GET.get("tab", "gegevens")
        tabs = [deel for deel in self.tabs if deel[0] != "documenten" or self.request.user.has_perm("document.bekijken")]
        tab = tab if tab in dict(tabs) else "gegevens"
        context = {
            "klassen": klassen,
            "inhoud_verborgen": self.dossier.proces.inhoud not in klassen,
            "tab": tab,
            "tabs": [{"label": naam, "url": f"?{self._vraag(code)}", "actief": code == tab} for code, naam in tabs],
            "tijdlijn_url": f"?{self._vraag('tijdlijn')}",
            "lijst_naam": self.dossier.proces.meervoud,
            "lijst_url": reverse(f"{self.soort}_lijst"),
            "laatst": tijdlijn.laatste(self.dossier, klassen),
            **self._kop(timezone.localdate()),
            **self._notities(),
            **self._documenten(klassen),
            **self._klaargezet(),
            "relaties": relaties.kaart(self.dossier.client, klassen, timezone.localdate()) if self.dossier.client else [],
            **dossierblad.verband(self.dossier, self.request.user, timezone.localdate()),
            **voorraad.buren(self.request, self.dossier),
        }
        context |= self._nu(context, [sectie for sectie in self.secties() if sectie.klasse in klassen])
        return context | self._momenten(tab, klassen) if tab in ("contact", "tijdlijn") else context

    def _kop(self, vandaag) -> dict:
        """Who it is, where it stands, which dates run."""
        dossier = self.dossier
        termijnen = dossierblad.termijnen(dossier, self.request.user, vandaag)
        return {
            "dossier": dossier,
            "client": dossier.client,
            "leeftijd": dossier.client.leeftijd(vandaag) if dossier.client else None,
            "kenmerk": dossier.kenmerk,
            "stappen": dossierblad.stappen(dossier, vandaag),
            "termijnen": termijnen,
            "termijnen_klaar": [termijn for termijn in termijnen if not termijn["is_open"]],
            "is_waarneming": dossier.behandelaar_id in self.request.user.waargenomen_ids,
            "vandaag": vandaag,
        }

    def _notities(self) -> dict:
        dossier, gebruiker = self.dossier, self.request.user
        eigen = [h for h in dossier.herinneringen.all() if h.gedaan_op is None and h.gebruiker_id == gebruiker.pk]
        return {
            "wacht": next((wacht for wacht in dossier.wachten.all() if wacht.klaar_op is None), None),
            "herinneringen": eigen,
            "mag_noteren": gebruiker.has_perm("dossier.noteren"),
            "mag_delen": team.mag_delen(dossier, gebruiker),
            "terug_te_draaien": correctie.mag_corrigeren(dossier, gebruiker),
        }

    def _documenten(self, klassen) -> dict:
        """For who may open documents; the form stands on the tab itself."""
        gebruiker = self.request.user
        if not gebruiker.has_perm("document.bekijken"):
            return {"documenten": None}
        pad = reverse("document_toevoegen", args=[self.dossier.pk])
        return {
            "documenten": documenten.van(self.dossier, klassen, gebruiker),
            "document_form": Toevoegen(onderwerp=self.dossier, gebruiker=gebruiker),
            "document_pad": pad,
            "document_eenmalig": uuid4(),
            "document_van": concepten.markering(gebruiker, pad),
        }

    def _klaargezet(self) -> dict:
        """The step of this dossier that waits for the post."""
        rij = Klaargezet.objects.filter(dagpost.OPEN, dossier=self.dossier.pk).select_related("door").first()
        if rij is None:
            return {"klaargezet": None}
        rij.dossier = self.dossier
        return {
            "klaargezet": rij,
            "klaargezet_stap": dagpost.stap(rij),
            "mag_niet_versturen": dagpost.mag_intrekken(rij, self.request.user),
        }

    def _nu(self, context, secties) -> dict:
        """What can be done now. An action that a block names stands with that block, the others here."""
        acties = dossierblad.acties(self.dossier, self.request.user, context["vandaag"])
        overgangen = [actie for actie in acties if actie["naar"]]
        bijwerken = {actie["actie"]: actie for actie in acties if not actie["naar"] and actie["mag"]}
        nodig = [bijwerken.get(punt) if isinstance(punt, str) else punt for sectie in secties for punt in sectie.nodig]
        genoemd = {actie for sectie in secties for actie in sectie.acties}
        ook = [actie for naam, actie in bijwerken.items() if naam not in genoemd]
        return {
            "secties": secties if context["tab"] == "gegevens" else [],
            "overgangen": overgangen,
            "bijwerken": bijwerken,
            "nodig": [actie for actie in nodig if actie],
            "ook_mogelijk": ook + self._eigen_notities(context),
            "van_collega": self._van_collega(overgangen),
        }

    def _momenten(self, tab, klassen) -> dict:
        context = tijdlijnen.blad(
            self.request,
            lambda venster: tijdlijn.van_dossier(self.dossier, klassen, self.request.user, venster),
            soort="contact" if tab == "contact" else None,
        )
        # Also a note of one's own, on a case whose content one may not read.
        getoond = tijdlijnen.getoond(context["momenten"])
        inzage.noteer(self.request, soort=Inzage.Soort.DETAIL, dossier=self.dossier, klassen=getoond)
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

    def _vraag(self, tab) -> str:
        vraag = self.request.GET.copy()
        for naam in tijdlijnen.VELDEN:
            vraag.pop(naam, None)
        vraag["tab"] = tab
        return vraag.urlencode()
