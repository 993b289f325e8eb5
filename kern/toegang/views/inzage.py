"""The log of who saw whom, for the privacy officer: keys and codes, no names of clients (domein.md 4.3, D13)."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views import View

from kern.models import Gebruiker, Inzage
from kern.personen import samenvoegen
from kern.schermen.nummers import nummer
from kern.toegang.rollen import Rol

PER_PAGINA = 50


class Zoeken(forms.Form):
    client = forms.IntegerField(
        label="Nummer van de cliënt", required=False, min_value=1, max_value=2**62, widget=forms.TextInput
    )
    gebruiker = forms.CharField(label="Gebruikersnaam", required=False, max_length=60)


class InzageLijst(View):
    """Newest first; keyset on id."""

    def get(self, request):
        if not request.user.has_perm("inzage.bekijken"):
            raise PermissionDenied
        form = Zoeken(request.GET or None)
        rijen = Inzage.objects.order_by("-id")
        if form.is_valid():
            if form.cleaned_data["client"]:
                # Whoever looked before two rows became one person, looked at this person.
                rijen = rijen.filter(client_ids__overlap=samenvoegen.ids_van(form.cleaned_data["client"]))
            if naam := form.cleaned_data["gebruiker"].replace("\x00", ""):
                rijen = rijen.filter(gebruiker_id__in=Gebruiker.objects.filter(gebruikersnaam__iexact=naam).values("pk"))
        if (na := nummer(request.GET.get("na", ""))) is not None:
            rijen = rijen.filter(id__lt=na)
        rijen = list(rijen[: PER_PAGINA + 1])
        meer, rijen = len(rijen) > PER_PAGINA, rijen[:PER_PAGINA]
        rollen = dict(Rol.choices)
        namen = Gebruiker.objects.in_bulk({rij.gebruiker_id for rij in rijen})
        for rij in rijen:
            rij.gebruiker = namen.get(rij.gebruiker_id)
            rij.rol_naam = rollen.get(rij.rol, rij.rol)
        vraag = request.GET.copy()
        if meer:
            vraag["na"] = rijen[-1].pk
        context = {
            "titel": "Inzagelog",
            "form": form,
            "rijen": rijen,
            "volgende_url": f"?{vraag.urlencode()}" if meer else None,
        }
        return render(request, "kern/toegang/inzage_lijst.html", context)
