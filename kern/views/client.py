"""One life in order: the person, every dossier in view, and the last contacts. Plus the list and the forms."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views import View

from kern import bladeren, clienten, inzage, werk
from kern.forms import client as forms
from kern.models import Client, Dossier, Inzage
from kern.rollen import Klasse
from kern.views.formulier import Formulierpagina

PER_PAGINA = 25


def in_beeld(request, pk) -> Client:
    client = Client.objects.voor(request.user).select_related("herkomst", "woongemeente").filter(pk=pk).first()
    if client is None:
        raise Http404
    return client


class ClientLijst(View):
    """Clients in view, by name; read along the dossiers' own index, so that no list scans all persons."""

    volgorde = bladeren.Volgorde("Naam", "sorteernaam")

    def get(self, request):
        if not request.user.has_perm("client.bekijken"):
            raise PermissionDenied
        lijst = Client.objects.voor(request.user).select_related("woongemeente")
        cursor = bladeren.lees_cursor(request.GET.get("na", ""))
        rijen = bladeren.per_scope([lijst], self.volgorde, cursor, PER_PAGINA + 1)
        meer, rijen = len(rijen) > PER_PAGINA, rijen[:PER_PAGINA]
        inzage.noteer(request, soort=Inzage.Soort.LIJST, clienten=[c.pk for c in rijen], klassen=["D1"])
        open_dossiers = {}
        for dossier in Dossier.objects.voor(request.user).open().filter(client__in=[c.pk for c in rijen]):
            open_dossiers.setdefault(dossier.client_id, []).append(dossier)
        vandaag = timezone.localdate()
        context = {
            "titel": "Cliënten",
            "rijen": [
                {"client": c, "leeftijd": c.leeftijd(vandaag), "dossiers": open_dossiers.get(c.pk, [])} for c in rijen
            ],
            "volgende_url": f"?na={bladeren.schrijf_cursor(*self.volgorde.sleutel(rijen[-1]))}" if meer else None,
            "eerste_url": "?" if cursor else None,
        }
        return render(request, "kern/client_lijst.html", context)


class ClientDetail(View):
    """Every dossier, address and contact of one person that this user may see."""

    def get(self, request, pk):
        if not request.user.has_perm("client.bekijken"):
            raise PermissionDenied
        return render(request, "kern/client_detail.html", client_context(request, in_beeld(request, pk)))


def client_context(request, client) -> dict:
    gebruiker = request.user
    dossiers = list(werk.met_zaken(Dossier.objects.voor(gebruiker).filter(client=client), gebruiker).order_by("-geopend_op"))
    eigen = any(dossier.is_eigen(gebruiker) for dossier in dossiers)
    inzage.noteer(request, soort=Inzage.Soort.DETAIL, clienten=[client.pk], klassen=[Klasse.D1, Klasse.D3])
    vandaag = timezone.localdate()
    geheim_zichtbaar = eigen and gebruiker.has_perm("client.wijzigen")
    adressen = [a for a in client.adressen.all() if geheim_zichtbaar or not (a.is_geheim or client.is_geheim)]
    return {
        "client": client,
        "titel": client.naam,
        "leeftijd": client.leeftijd(vandaag),
        "dossiers": [werk.levensrij(dossier, gebruiker) for dossier in dossiers],
        "gegevens": _gegevens(client, geheim_zichtbaar),
        "adressen": adressen,
        "adres_verborgen": client.adressen.count() > len(adressen),
        "mag_wijzigen": gebruiker.has_perm("client.wijzigen"),
        "vandaag": vandaag,
    }


def _gegevens(client, geheim_zichtbaar: bool) -> list[dict]:
    taal = " · ".join(filter(None, [client.taal, "tolk nodig" if client.is_tolk_nodig else ""]))
    rijen = [
        ("Voornamen", client.voornamen),
        ("Roepnaam", client.roepnaam),
        ("Geboren", client.geboren_tekst),
        ("BSN", "bekend" if client.heeft_bsn else client.get_bsn_reden_display()),
        ("Gemeente van herkomst", str(client.herkomst or "")),
        ("Woongemeente", str(client.woongemeente or "") if geheim_zichtbaar or not client.is_geheim else "geheim"),
        ("Telefoon", client.telefoon),
        ("E-mail", client.email),
        ("Taal", taal),
    ]
    return [{"naam": naam, "waarde": waarde} for naam, waarde in rijen]


class ClientWijzigen(Formulierpagina):
    form_class, recht, titel = forms.ClientGegevens, "client.wijzigen", "Gegevens van de cliënt"

    def zoek_onderwerp(self):
        return in_beeld(self.request, self.kwargs["pk"])

    def toon(self, form, **opties):
        inzage.noteer(self.request, soort=Inzage.Soort.DETAIL, clienten=[self.onderwerp.pk], klassen=["D1", "D2"])
        return super().toon(form, **opties)

    def get_context(self):
        return {"client": self.onderwerp}

    def terug(self):
        return self.onderwerp.get_absolute_url()

    def uitvoeren(self, form):
        clienten.wijzigen(self.onderwerp, door=self.request.user, **form.argumenten())
        return self.terug()


class AdresToevoegen(ClientWijzigen):
    form_class, titel = forms.AdresGegevens, "Adres toevoegen"

    def uitvoeren(self, form):
        clienten.adres_toevoegen(self.onderwerp, door=self.request.user, **form.argumenten())
        return self.terug()
