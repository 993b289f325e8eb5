"""One life in order: the person, every dossier in view, and the last contacts. Plus the list and the forms."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views import View

from kern.models import Client, Dossier, Inzage
from kern.personen import clienten, relatieblad, samenvoegen
from kern.personen.forms import client as forms
from kern.personen.forms.relaties import bewijsstukken
from kern.schermen import bladeren
from kern.schermen.views.formulier import Formulierpagina
from kern.toegang import inzage
from kern.toegang.rollen import Klasse
from kern.werk import voorraad

PER_PAGINA = 25


def in_beeld(request, pk) -> Client:
    inzage.gevraagd(request, client=pk)
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
        return render(request, "kern/personen/client_lijst.html", context)


class ClientDetail(View):
    """Every dossier, address and contact of one person that this user may see."""

    def get(self, request, pk):
        if not request.user.has_perm("client.bekijken"):
            raise PermissionDenied
        try:
            client = in_beeld(request, pk)
        except Http404:
            # The old address of a merged person leads to the one that was kept.
            if (opvolger := samenvoegen.opvolger(pk, request.user)) is None:
                raise
            messages.info(request, "Deze cliënt is samengevoegd. U ziet nu de cliënt die bleef.")
            return redirect(opvolger)
        return render(request, "kern/personen/client_detail.html", client_context(request, client))


def client_context(request, client) -> dict:
    gebruiker = request.user
    dossiers = list(
        voorraad.met_zaken(Dossier.objects.voor(gebruiker).filter(client=client), gebruiker).order_by("-geopend_op")
    )
    prefetch_related_objects(
        [client], "adressen", "relaties__bewijs", "toestemmingen__bewijs", "toestemmingen__gegeven_door"
    )
    klassen, vandaag = clienten.klassen(dossiers, gebruiker), timezone.localdate()
    getoond = {Klasse.D1, Klasse.D3} | ({Klasse.D4} & klassen)
    inzage.noteer(request, soort=Inzage.Soort.DETAIL, clienten=[client.pk], klassen=getoond)
    ziet_geheim, mag_wijzigen = clienten.ziet_geheim(dossiers, gebruiker), gebruiker.has_perm("client.wijzigen")
    adressen = [a for a in client.adressen.all() if ziet_geheim or not (a.is_geheim or client.is_geheim)]
    return {
        "client": client,
        "titel": client.naam,
        "leeftijd": client.leeftijd(vandaag),
        "dossiers": [voorraad.levensrij(dossier, gebruiker) for dossier in dossiers],
        "gegevens": _gegevens(client, ziet_geheim),
        "adressen": adressen,
        "adres_verborgen": len(client.adressen.all()) > len(adressen),
        "mag_wijzigen": mag_wijzigen,
        "mag_samenvoegen": gebruiker.has_perm("client.samenvoegen"),
        "vandaag": vandaag,
        **relatieblad.kaarten(
            client,
            klassen,
            ziet_geheim=ziet_geheim,
            bewijs_ids=bewijsstukken(client, gebruiker, dossiers),
            mag_wijzigen=mag_wijzigen,
            dag=vandaag,
        ),
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
        ("Brieven", client.get_kanaal_display()),
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
        clienten.wijzigen(self.onderwerp, door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()


class AdresToevoegen(ClientWijzigen):
    form_class, titel = forms.AdresGegevens, "Adres toevoegen"

    def uitvoeren(self, form):
        clienten.adres_toevoegen(self.onderwerp, door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()
