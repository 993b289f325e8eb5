"""Two rows of one person: find the other one, look at both, merge, take back; and the list of who may be double."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views import View
from django.views.decorators.http import require_POST, require_safe

from kern.models import Inzage, Samenvoeging
from kern.personen import dubbel, samenvoegen, zoekvraag
from kern.personen import zoeken as vinden
from kern.personen.forms import samenvoegen as forms
from kern.personen.views.client import in_beeld
from kern.proces.weigering import NietBevoegd, Weigering
from kern.schermen.views.formulier import Formulierpagina
from kern.toegang import inzage
from kern.toegang.rollen import Klasse

RECHT = "client.samenvoegen"
TE_KORT = "Typ ten minste twee letters van de naam."


class Kiezen(View):
    """Who is the other one: whoever resembles this client, and a search among the clients in view."""

    def dispatch(self, request, pk):
        if not request.user.has_perm(RECHT):
            raise PermissionDenied
        self.client = in_beeld(request, pk)
        return super().dispatch(request, pk)

    def get(self, request, pk):
        return self.toon(forms.Zoeken())

    def post(self, request, pk):
        form = forms.Zoeken(request.POST)
        if not form.is_valid():
            return self.toon(form, status=422)
        vraag = zoekvraag.lees(form.cleaned_data["q"])
        if not vraag.tekst or vraag.is_te_kort:
            form.add_error("q", TE_KORT)
            return self.toon(form, status=422)
        gevonden = vinden.zoek(vraag, gebruiker=request.user).clienten
        # What can be a BSN is not repeated, not even in the search field.
        leeg = forms.Zoeken(initial={"q": "" if vraag.bsn else vraag.tekst})
        return self.toon(leeg, gevonden=[c for c in gevonden if c.pk != self.client.pk])

    def toon(self, form, gevonden=None, status=200):
        naam = f"{self.client.achternaam}, {self.client.voornamen or self.client.roepnaam} {self.client.tussenvoegsel}"
        lijkend = vinden.lijkt_op(naam, self.client.geboren, gebruiker=self.request.user)
        anderen = [treffer.client for treffer in lijkend.treffers if treffer.client.pk != self.client.pk]
        getoond = [self.client.pk, *(c.pk for c in anderen), *(c.pk for c in gevonden or ())]
        inzage.noteer(self.request, soort=Inzage.Soort.ZOEKEN, clienten=getoond, klassen=[Klasse.D1, Klasse.D3])
        context = {
            "titel": "Samenvoegen met een andere cliënt",
            "client": self.client,
            "form": form,
            "lijkend": anderen,
            "buiten": lijkend.buiten,
            "gevonden": gevonden,
            "eerder": dubbel.samenvoegingen(self.request.user, self.client),
        }
        return render(self.request, "kern/personen/samenvoegen_kiezen.html", context, status=status)


class Samenvoegen(Formulierpagina):
    """Both side by side, a choice for each difference, and what moves."""

    form_class, recht = forms.Samenvoegen, RECHT
    titel, knop = "Zijn dit dezelfde mens?", "Samenvoegen"
    template_name = "kern/personen/samenvoegen.html"

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            # After the first submit the other one is gone: the second goes where the first one went.
            if request.method != "POST" or (eerder := self._eerder(self._eenmalig())) is None:
                raise
            return eerder

    def zoek_onderwerp(self):
        # No single subject: the action itself locks both, in order of id.
        self.doel, self.bron = (in_beeld(self.request, self.kwargs[naam]) for naam in ("pk", "met"))
        if self.doel.pk == self.bron.pk:
            raise Http404

    def maak_form(self, data=None, initial=None):
        beeld = samenvoegen.voorbeeld(self.doel, self.bron, gebruiker=self.request.user)
        return self.form_class(data, gebruiker=self.request.user, initial=initial, beeld=beeld)

    def vooraf(self, form):
        return "" if self.request.POST.get("gezien") == form.beeld.stand else samenvoegen.INTUSSEN

    def toon(self, form, **opties):
        self.beeld = form.beeld
        inzage.noteer(
            self.request,
            soort=Inzage.Soort.DETAIL,
            clienten=[self.doel.pk, self.bron.pk],
            klassen=[Klasse.D1, Klasse.D2, Klasse.D3],
        )
        return super().toon(form, **opties)

    def get_context(self):
        return {
            "client": self.doel,
            "doel": self.doel,
            "bron": self.bron,
            "beeld": self.beeld,
            "draai_om": reverse("client_samenvoegen_met", args=[self.bron.pk, self.doel.pk]),
        }

    def terug(self):
        return reverse("client_samenvoegen", args=[self.doel.pk])

    def uitvoeren(self, form):
        samenvoegen.samenvoegen(
            self.doel,
            self.bron,
            door=self.request.user,
            op=timezone.now(),
            gezien=form.beeld.stand,
            **form.argumenten(),
        )
        messages.info(self.request, "Dit is nu één cliënt. Klopt het niet? Bij “Samenvoegen” kunt u het terugdraaien.")
        return self.doel.get_absolute_url()


@require_POST
@permission_required(RECHT, raise_exception=True)
def ongedaan(request, pk):
    rij = get_object_or_404(Samenvoeging.objects.select_related("doel"), pk=pk)
    in_beeld(request, rij.doel_id)
    try:
        samenvoegen.ongedaan_maken(rij, door=request.user, op=timezone.now())
    except NietBevoegd as fout:
        raise PermissionDenied from fout
    except Weigering as weigering:
        messages.error(request, weigering.zin)
        return redirect("client_samenvoegen", rij.doel_id)
    messages.info(request, "Dit zijn weer twee cliënten.")
    return redirect(rij.doel)


@require_safe
@permission_required(RECHT, raise_exception=True)
def dubbelen(request):
    """Who may be double, what was merged, and how often somebody known was found at entry."""
    paren, rijen = dubbel.mogelijk(request.user), dubbel.samenvoegingen(request.user)
    getoond = {*(client.pk for paar in paren for client in paar), *(rij.doel_id for rij in rijen)}
    inzage.noteer(request, soort=Inzage.Soort.LIJST, clienten=getoond, klassen=[Klasse.D1])
    context = {
        "titel": "Dubbele cliënten",
        "paren": paren,
        "samenvoegingen": rijen,
        "tellingen": dubbel.tellingen(request.user, timezone.localdate()),
        "jaar": timezone.localdate().year,
    }
    return render(request, "kern/personen/samenvoegen_lijst.html", context)
