"""The team: who has how much, what nobody has yet, and who works along on one case."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.http import require_POST

from kern.models import Dossier, Inzage
from kern.proces.weigering import NietBevoegd
from kern.schermen import bladeren
from kern.schermen.nummers import nummer
from kern.schermen.views.formulier import Formulierpagina
from kern.templatetags.cimot import meervoud
from kern.toegang import inzage
from kern.toegang.views.voorkeuren import afwezigheden
from kern.werk import afwezigheid, team, teamblad, voorraad
from kern.werk.forms import team as forms
from kern.werk.views.notities import DossierNotitie, in_beeld


class _Teampagina(Formulierpagina):
    """Rows to tick and one colleague to give them to."""

    @property
    def recht(self):
        return "team.verdelen" if self.request.method == "POST" else "team.bekijken"

    @cached_property
    def personen(self) -> list[teamblad.Persoon]:
        return teamblad.personen(self.request.user, timezone.localdate())

    @property
    def persoon(self) -> teamblad.Persoon:
        gevonden = next((p for p in self.personen if p.gebruiker.pk == self.kwargs["pk"]), None)
        if gevonden is None:
            raise Http404
        return gevonden

    def toon(self, form, **opties):
        if form.is_bound:
            # After a refusal the figures are those of now.
            self.__dict__.pop("personen", None)
        getypt = [str(w) for w in form["dossier"].value() or ()] if form.is_bound else []
        self.gekozen = {pk for tekst in getypt if (pk := nummer(tekst)) is not None}
        return super().toon(form, **opties)

    def _rijen(self, dossiers):
        inzage.noteer(self.request, soort=Inzage.Soort.LIJST, clienten=[d.client_id for d in dossiers], klassen=["D1", "D3"])
        return teamblad.rijen(dossiers, self.request.user, vandaag=timezone.localdate(), gekozen=self.gekozen)


class Team(_Teampagina):
    """Caseload per person above, what nobody has below."""

    template_name, form_class, titel = "kern/werk/team.html", forms.Verdelen, "Team"

    def maak_form(self, data=None, initial=None):
        return self.form_class(data, gebruiker=self.request.user, initial=initial, personen=self.personen)

    def uitvoeren(self, form):
        naar = form.cleaned_data["behandelaar"]
        aantal = team.verdelen(form.cleaned_data["dossier"], door=self.request.user, op=timezone.now(), behandelaar=naar)
        messages.info(self.request, f"{meervoud(aantal, 'dossier is', 'dossiers zijn')} nu van {naar}.")
        return reverse("team")

    def get_context(self):
        cursor = teamblad.OUDSTE.lees(Dossier, self.request.GET.get("na", ""))
        dossiers, meer = teamblad.onverdeeld(self.request.user, cursor)
        return {
            "personen": [self._persoon(persoon) for persoon in self.personen],
            "koppen": [label for label, _ in teamblad.cijfers(timezone.localdate()).values()],
            "rijen": self._rijen(dossiers),
            "totaal": bladeren.aantal_tekst(bladeren.begrensd(teamblad.van_niemand(self.request.user))),
            "eerste_url": "?" if cursor else None,
            "volgende_url": f"?na={bladeren.schrijf_cursor(*meer)}" if meer else None,
        }

    @staticmethod
    def _persoon(persoon) -> dict:
        url = reverse("team_zaken", args=[persoon.gebruiker.pk])
        cijfers = teamblad.cijfers(timezone.localdate())
        getallen = [
            {"code": code, "label": label, "aantal": persoon.getallen[code], "url": f"{url}?toon={code}"}
            for code, (label, _) in cijfers.items()
        ]
        return {"wie": persoon, "url": url, "getallen": getallen}


class TeamZaken(_Teampagina):
    """The work of one colleague: behind every figure its list, and what can be handed over."""

    template_name, form_class = "kern/werk/team_zaken.html", forms.Overdragen

    def zoek_onderwerp(self):
        # Not the colleague himself: nobody needs to lock him while his work is handed over.
        self.titel = f"Werk van {self.persoon.gebruiker}"

    def maak_form(self, data=None, initial=None):
        return self.form_class(
            data, gebruiker=self.request.user, initial=initial, personen=self.personen, behalve=self.kwargs["pk"]
        )

    def uitvoeren(self, form):
        van, naar = self.persoon.gebruiker, form.cleaned_data["behandelaar"]
        ids = None if form.cleaned_data["alles"] else form.cleaned_data["dossier"]
        gedaan = team.overdragen(van, naar=naar, door=self.request.user, op=timezone.now(), dossier_ids=ids)
        aantal = gedaan.zaken + gedaan.medezaken
        zin = f"{meervoud(aantal, 'dossier is', 'dossiers zijn')} overgedragen aan {naar}."
        if gedaan.herinneringen:
            blijft = meervoud(gedaan.herinneringen, "eigen herinnering blijft", "eigen herinneringen blijven")
            zin = f"{zin} {blijft} bij {van}."
        messages.info(self.request, zin)
        return self.request.get_full_path()

    def get_context(self):
        gebruiker, persoon, vandaag = self.request.user, self.persoon, timezone.localdate()
        cijfers = teamblad.cijfers(vandaag)
        toon = self.request.GET.get("toon", "open")
        toon = toon if toon in cijfers else "open"
        cursor = voorraad.EERST.lees(Dossier, self.request.GET.get("na", ""))
        zaken = teamblad.zaken_van(persoon.gebruiker, gebruiker, toon, vandaag)
        dossiers = bladeren.per_scope([zaken], voorraad.EERST, cursor, teamblad.PER_PAGINA + 1)
        meer, dossiers = len(dossiers) > teamblad.PER_PAGINA, dossiers[: teamblad.PER_PAGINA]
        mee = teamblad.medezaken_van(persoon.gebruiker, gebruiker)
        na = bladeren.schrijf_cursor(*voorraad.EERST.sleutel(dossiers[-1])) if meer else ""
        return {
            "persoon": persoon,
            "keuzes": [
                {"label": f"{label} ({persoon.getallen[code]})", "url": f"?toon={code}", "actief": code == toon}
                for code, (label, _) in cijfers.items()
            ],
            "rijen": self._rijen(dossiers),
            "medezaken": self._rijen(mee),
            "alles": persoon.open + persoon.medezaken,
            "afwezigheden": afwezigheden(persoon.gebruiker),
            "eerste_url": f"?toon={toon}" if cursor else None,
            "volgende_url": f"?{urlencode({'toon': toon, 'na': na})}" if meer else None,
        }


class TeamAfwezig(_Teampagina):
    """The teamleider tells that a colleague is away."""

    template_name, form_class, knop = "kern/werk/team_afwezig.html", forms.AfwezigVan, "Afwezig melden"

    def zoek_onderwerp(self):
        if not self.persoon.is_casemanager:
            raise Http404
        self.titel = f"{self.persoon.gebruiker} afwezig melden"

    def maak_form(self, data=None, initial=None):
        return self.form_class(data, gebruiker=self.persoon.gebruiker, initial=initial)

    def uitvoeren(self, form):
        collega = self.persoon.gebruiker
        afwezigheid.melden(collega, door=self.request.user, op=timezone.now(), **form.argumenten())
        messages.info(self.request, f"De afwezigheid van {collega} is bewaard.")
        return self.terug()

    def toon(self, form, **opties):
        return Formulierpagina.toon(self, form, **opties)

    def terug(self):
        return reverse("team_zaken", args=[self.kwargs["pk"]])

    def get_context(self):
        return {"persoon": self.persoon}


# --- Who works along on one case ---------------------------------------------------------------------------------


class Medebehandelaars(DossierNotitie):
    recht = "dossier.delen"
    template_name, form_class = "kern/werk/team_medebehandelaars.html", forms.Delen
    titel, knop = "Wie werkt mee", "Toevoegen"

    def zoek_onderwerp(self):
        return _deelbaar(self.request, self.kwargs["pk"])

    def get_context(self):
        return {**super().get_context(), "medebehandelaars": self.dossier.medebehandelaars.order_by("naam")}

    def uitvoeren(self, form):
        team.medebehandelaar_toevoegen(self.dossier, door=self.request.user, op=timezone.now(), **form.argumenten())
        messages.info(self.request, f"{form.cleaned_data['gebruiker']} werkt nu mee aan deze zaak.")
        return reverse("dossier_medebehandelaars", args=[self.dossier.pk])


def _deelbaar(request, pk):
    """The dossier in view that this user may share: else 404 or 403."""
    dossier = in_beeld(request, pk)
    if not team.mag_delen(dossier, request.user):
        raise PermissionDenied
    return dossier


@require_POST
def medebehandelaar_verwijderen(request, pk):
    if not request.user.has_perm("dossier.delen"):
        raise PermissionDenied
    dossier = _deelbaar(request, pk)
    wie = nummer(request.POST.get("gebruiker", ""))
    collega = dossier.medebehandelaars.filter(pk=wie).first() if wie is not None else None
    if collega is None:
        messages.warning(request, "Deze collega werkt niet meer mee.")
        return redirect("dossier_medebehandelaars", pk=pk)
    try:
        team.medebehandelaar_verwijderen(dossier, gebruiker=collega, door=request.user, op=timezone.now())
    except NietBevoegd as fout:
        raise PermissionDenied from fout
    messages.info(request, f"{collega} werkt niet meer mee aan deze zaak.")
    return redirect("dossier_medebehandelaars", pk=pk)
