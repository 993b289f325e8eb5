"""Home: what do I do now? And all of one's cases in one table."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.shortcuts import render
from django.utils import timezone
from django.views import View

from kern.models import Afwezigheid, Bezoek, Contactmoment, Dossier, Inzage
from kern.schermen import bladeren
from kern.toegang import inzage
from kern.toegang.rollen import Rol
from kern.werk import voorraad

PER_PAGINA = 25


class Werkvoorraad(View):
    """Te doen, wacht op, binnenkort, te laat: one row per dossier, the most urgent matter first."""

    def get(self, request):
        gebruiker = request.user
        if not gebruiker.has_perm("werkvoorraad.bekijken"):
            raise PermissionDenied
        if not gebruiker.has_perm("dossier.zoeken"):
            return render(request, "kern/schermen/welkom.html", {"titel": f"Welkom, {gebruiker.get_short_name()}"})
        vandaag = timezone.localdate()
        # The frontoffice has no cases of its own; what waits for a teamleider stands under "Van mij".
        standaard = "onverdeeld" if gebruiker.rol == Rol.FRONTOFFICE else "mij"
        if not gebruiker.has_perm("dossier.noteren"):
            standaard = "team"
        kring = self._keuze("kring", voorraad.KRINGEN, standaard)
        tab = self._keuze("tab", voorraad.TABS, "te_doen")
        self.vanzelf = voorraad.vanzelf(gebruiker, vandaag)
        alles = voorraad.in_kring(gebruiker, kring, self.vanzelf)
        context = {
            "titel": "Werkvoorraad",
            "tab": tab,
            "kring": kring,
            "kringen": [
                {"label": naam, "url": f"?tab={tab}&kring={code}", "actief": code == kring}
                for code, naam in voorraad.KRINGEN
            ],
            "tabs": [self._tab(alles, code, naam, tab, kring, vandaag) for code, naam in voorraad.TABS],
            "vandaag": vandaag,
            "waarneming": self._waarneming(gebruiker),
            "mag_melden": gebruiker.has_perm("aanmelding.openen"),
            **self._rijen(voorraad.op_tab(alles, tab, vandaag, self.vanzelf), tab, kring, vandaag),
        }
        return render(request, "kern/werk/werkvoorraad.html", context)

    def _keuze(self, naam, keuzes, standaard):
        gekozen = self.request.GET.get(naam, standaard)
        return gekozen if gekozen in dict(keuzes) else standaard

    def _tab(self, alles, code, naam, tab, kring, vandaag):
        aantal = bladeren.begrensd(voorraad.op_tab(alles, code, vandaag, self.vanzelf))
        return {
            "label": naam,
            "url": f"?tab={code}&kring={kring}",
            "aantal": bladeren.aantal_tekst(aantal),
            "actief": code == tab,
            "dringend": code == "te_laat" and aantal > 0,
        }

    def _rijen(self, lijst, tab, kring, vandaag):
        cursor = voorraad.EERST.lees(Dossier, self.request.GET.get("na", ""))
        rijen = bladeren.per_scope(self._scopes(lijst, kring), voorraad.EERST, cursor, PER_PAGINA + 1)
        meer, rijen = len(rijen) > PER_PAGINA, rijen[:PER_PAGINA]
        inzage.noteer(
            self.request,
            soort=Inzage.Soort.LIJST,
            clienten=[r.client_id for r in rijen],
            klassen=["D1", "D3"],
        )
        vraag = f"?lijst={tab}&kring={kring}"
        volgende = None
        if meer:
            na = bladeren.schrijf_cursor(*voorraad.EERST.sleutel(rijen[-1]))
            volgende = f"?tab={tab}&kring={kring}&na={na}"
        return {
            "rijen": [voorraad.rij(dossier, self.request.user, vandaag=vandaag, vraag=vraag) for dossier in rijen],
            "volgende_url": volgende,
            "eerste_url": f"?tab={tab}&kring={kring}" if cursor else None,
        }

    def _scopes(self, lijst, kring):
        """Per region for the lists of the team (along their index); one's own cases are few."""
        lijst = voorraad.met_zaken(lijst, self.request.user)
        regio_ids = sorted(set(self.request.user.regio_ids))
        if kring == "mij" or len(regio_ids) < 2:
            return [lijst]
        return [lijst.filter(regio=regio) for regio in regio_ids]

    @staticmethod
    def _waarneming(gebruiker):
        if not gebruiker.waargenomen_ids:
            return []
        rijen = Afwezigheid.objects.filter(waarnemer=gebruiker, periode__contains=timezone.localdate())
        return [
            {"naam": rij.gebruiker.get_short_name(), "laatste": rij.periode.tot}
            for rij in rijen.select_related("gebruiker")
            if rij.periode.tot
        ]


class MijnZaken(View):
    """All of one's cases: phase, waiting for, next date, last contact, own label, changed since last visit."""

    def get(self, request):
        if not request.user.has_perm("dossier.zoeken"):
            raise PermissionDenied
        gebruiker = request.user
        bezoek = Bezoek.objects.filter(gebruiker=gebruiker, dossier=OuterRef("pk"))
        contact = Contactmoment.objects.filter(dossier=OuterRef("pk")).order_by("-op").values("op")[:1]
        lijst = voorraad.met_zaken(Dossier.objects.voor(gebruiker).open().van(gebruiker), gebruiker).annotate(
            laatste_contact=Subquery(contact),
            label=Subquery(bezoek.values("label")[:1]),
            gezien=Subquery(bezoek.values("versie")[:1]),
        )
        label = request.GET.get("label", "").replace("\x00", "")[:40]
        alleen = {"label": label} if label else {}
        lijst = lijst.filter(**alleen)
        volgorde = bladeren.Volgorde("Naam", "sorteernaam")
        cursor = bladeren.lees_cursor(request.GET.get("na", ""))
        rijen = bladeren.per_scope([lijst], volgorde, cursor, 101)
        meer, rijen = len(rijen) > 100, rijen[:100]
        inzage.noteer(request, soort=Inzage.Soort.LIJST, clienten=[r.client_id for r in rijen], klassen=["D1", "D3"])
        labels = Bezoek.objects.filter(gebruiker=gebruiker).exclude(label="").values_list("label", flat=True)
        context = {
            "titel": "Mijn zaken",
            "rijen": [self._rij(dossier) for dossier in rijen],
            "labels": self._labels(labels.order_by("label").distinct()[:20], label),
            "label": label,
            "vandaag": timezone.localdate(),
            "volgende_url": f"?{urlencode({**alleen, 'na': self._na(volgorde, rijen)})}" if meer else None,
            "eerste_url": f"?{urlencode(alleen)}" if cursor else None,
        }
        return render(request, "kern/werk/mijn_zaken.html", context)

    @staticmethod
    def _na(volgorde, rijen) -> str:
        return bladeren.schrijf_cursor(*volgorde.sleutel(rijen[-1]))

    @staticmethod
    def _labels(labels, gekozen) -> list[dict]:
        keuzes = [{"label": naam, "url": f"?{urlencode({'label': naam})}", "actief": naam == gekozen} for naam in labels]
        return [{"label": "Alle zaken", "url": "?", "actief": not gekozen}, *keuzes] if keuzes else []

    @staticmethod
    def _rij(dossier):
        return {
            **voorraad.lijstrij(dossier),
            "wacht": next(iter(dossier.wachten.all()), None),
            "contact": dossier.laatste_contact,
            "label": dossier.label or "",
            "gewijzigd": dossier.gezien is not None and dossier.gezien != dossier.versie,
        }
