"""Pages for who stands beside a client and what he allows. Each belongs to the page of the client."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from kern.models import Client, Dossier, Inzage, Relatie, Toestemming
from kern.personen import clienten, relaties
from kern.personen.forms import relaties as forms
from kern.personen.views.client import in_beeld
from kern.schermen.views.formulier import Formulierpagina
from kern.toegang import inzage
from kern.toegang.rollen import Klasse


class OverClient(Formulierpagina):
    """A form about a client in view, of a data class that the user may read."""

    recht, template_name = "client.wijzigen", "kern/personen/relatie.html"
    klasse = Klasse.D1

    def zoek_onderwerp(self):
        self.client = in_beeld(self.request, self.kwargs["pk"])
        if self.klasse not in self._klassen():
            raise PermissionDenied
        return self.client

    def _klassen(self):
        dossiers = Dossier.objects.voor(self.request.user).filter(client=self.client)
        return clienten.klassen(dossiers, self.request.user)

    def toon(self, form, **opties):
        inzage.noteer(self.request, soort=Inzage.Soort.DETAIL, clienten=[self.client.pk], klassen=["D1", self.klasse])
        return super().toon(form, **opties)

    def get_context(self):
        return {"client": self.client}

    def terug(self):
        return self.client.get_absolute_url()

    def _vergrendel(self, form):
        # The client first, as every action does: so that two of them never wait for each other.
        Client.objects.select_for_update(no_key=True, of=("self",)).get(pk=self.client.pk)
        super()._vergrendel(form)

    def uitvoeren(self, form):
        self.doe(door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()


class OverRij(OverClient):
    """A form about one row of a client: out of scope, and of a class that the user may not read, is not there."""

    model = None

    def zoek_onderwerp(self):
        rij = get_object_or_404(self.model.objects.select_related("client"), pk=self.kwargs["pk"])
        self.client = in_beeld(self.request, rij.client_id)
        self.klasse = rij.klasse
        if self.klasse not in self._klassen():
            raise Http404
        return rij


class RelatieToevoegen(OverClient):
    form_class, titel = forms.RelatieToevoegen, "Relatie toevoegen"

    def get_context(self):
        vandaag, klassen = timezone.localdate(), self._klassen()
        return {
            **super().get_context(),
            "al_bekend": relaties.zichtbaar(relaties.lopend(self.client, vandaag), klassen),
        }

    def doe(self, **waarden):
        relaties.relatie_toevoegen(self.onderwerp, **waarden)


class RelatieWijzigen(OverRij):
    form_class, titel, model = forms.RelatieWijzigen, "Relatie wijzigen", Relatie

    def doe(self, **waarden):
        relaties.relatie_wijzigen(self.onderwerp, **waarden)


class RelatieBeeindigen(OverRij):
    form_class, titel, knop, model = forms.RelatieBeeindigen, "Relatie beëindigen", "Beëindigen", Relatie

    def get_context(self):
        return {**super().get_context(), "relatie": self.onderwerp}

    def doe(self, **waarden):
        relaties.relatie_beeindigen(self.onderwerp, **waarden)


class ToestemmingVastleggen(OverClient):
    form_class, titel, klasse = forms.ToestemmingVastleggen, "Toestemming vastleggen", Klasse.D4

    def doe(self, **waarden):
        relaties.toestemming_vastleggen(self.onderwerp, **waarden)


class ToestemmingIntrekken(OverRij):
    form_class, titel, knop, model = forms.ToestemmingIntrekken, "Toestemming intrekken", "Intrekken", Toestemming

    def get_context(self):
        return {**super().get_context(), "toestemming": self.onderwerp}

    def doe(self, **waarden):
        relaties.toestemming_intrekken(self.onderwerp, **waarden)
