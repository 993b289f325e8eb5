"""Taking down a melding or a question, and choosing the client."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from cimot import actions, forms
from cimot.models import Vraag
from cimot.processen.aanmelding import AANMELDING
from cimot.views.aanmelding import AanmeldingActie
from kern.personen.views.zoeken import gelijkenis_context
from kern.schermen import bladeren
from kern.schermen.nummers import nummer
from kern.schermen.views.formulier import Formulierpagina
from kern.templatetags.cimot import datum_kort
from kern.tijd import kalender, termijnen

PER_PAGINA = 25


class VergelijktMetBekenden:
    """Before a new person is made, whoever resembles him is shown and a choice is asked (R-AAN-03)."""

    gelijkenis = None

    def vooraf(self, form):
        if not self._vraagt_keuze(form.cleaned_data):
            return ""
        return "Er zijn mensen die hierop lijken. Kies wie het is, of vink “Niemand van deze mensen” aan."

    def _vraagt_keuze(self, schoon) -> bool:
        if not schoon["naam"] or schoon["client"] or schoon["is_niemand"]:
            return False
        self.gelijkenis = gelijkenis_context(self.request, schoon["naam"], schoon["geboren"])
        return bool(self.gelijkenis["treffers"] or self.gelijkenis["buiten"])

    def toon(self, form, **opties):
        # What was typed before (a draft, a form that came back) is compared at once, also without script.
        getypt = (form[naam].value() or "" for naam in ("naam", "geboren", "client"))
        self.gelijkenis = self.gelijkenis or gelijkenis_context(self.request, *map(str, getypt))
        return super().toon(form, **opties)


class MeldingNieuw(VergelijktMetBekenden, Formulierpagina):
    """One screen while somebody is on the telephone."""

    form_class, recht, titel, knop = forms.Melden, "aanmelding.openen", "Nieuwe melding", "Melding opslaan"
    template_name = "cimot/melding_nieuw.html"

    def dispatch(self, request, *args, **kwargs):
        self.vraag = self._vraag(request)
        return super().dispatch(request, *args, **kwargs)

    def _vraag(self, request):
        pk = request.GET.get("vraag", "")
        if not pk:
            return None
        vragen = Vraag.objects.filter(regio__in=request.user.regio_ids)
        vraag = vragen.filter(pk=nummer(pk)).first()
        if vraag is None:
            raise Http404
        return vraag

    def maak_form(self, data=None, initial=None):
        if self.vraag:
            uit_vraag = {
                "omschrijving": self.vraag.tekst,
                "kanaal": self.vraag.kanaal,
                "melder": self.vraag.melder,
                "ontvangen_op": timezone.localtime(self.vraag.op),
            }
            initial = {**uit_vraag, **(initial or {})}
        return super().maak_form(data, initial)

    def get_context(self):
        vandaag = timezone.localdate()
        feestdagen = termijnen.feestdagen()
        lopen = []
        for code in ("persplan", "onderzoek"):
            termijn = AANMELDING.termijn(code)
            uitkomst = kalender.bereken(vandaag, termijn.duur, atw=termijn.atw, feestdagen=feestdagen)
            overgeslagen = feestdagen.vrij(uitkomst.nominaal) if uitkomst.vervalt != uitkomst.nominaal else ""
            waarom = f"{datum_kort(uitkomst.nominaal)} is {overgeslagen}" if overgeslagen else ""
            lopen.append({"naam": termijn.naam, "op": uitkomst.vervalt, "toelichting": waarom})
        return {
            "nog_nodig": ["Toestemming of wettelijke grond", "Gemeente van herkomst", "BSN, of waarom niet"],
            "lopen": lopen,
            "vraag": self.vraag,
            **self.gelijkenis,
        }

    def uitvoeren(self, form):
        aanmelding = actions.melden(door=self.request.user, op=timezone.now(), vraag=self.vraag, **form.argumenten())
        return aanmelding.get_absolute_url()


class ClientKoppelen(VergelijktMetBekenden, AanmeldingActie):
    actie, form_class = actions.client_koppelen, forms.ClientKoppelen
    template_name = "cimot/client_koppelen.html"

    def get_context(self):
        return {**super().get_context(), **self.gelijkenis}


class VraagLijst(View):
    """The questions of one's own regions, newest first, with how many became a melding."""

    def get(self, request):
        if not request.user.has_perm("vraag.vastleggen"):
            raise PermissionDenied
        volgorde = bladeren.Volgorde("Nieuwste", "op", aflopend=True)
        cursor = volgorde.lees(Vraag, request.GET.get("na", ""))
        basis = Vraag.objects.select_related("regio", "door", "aanmelding")
        rijen = bladeren.per_scope(
            [basis.filter(regio=regio) for regio in sorted(set(request.user.regio_ids))],
            volgorde,
            cursor,
            PER_PAGINA + 1,
        )
        meer, rijen = len(rijen) > PER_PAGINA, rijen[:PER_PAGINA]
        alle = Vraag.objects.filter(regio__in=request.user.regio_ids)
        context = {
            "titel": "Vragen",
            "mag_melden": request.user.has_perm("aanmelding.openen"),
            "rijen": rijen,
            "totaal": bladeren.aantal_tekst(bladeren.begrensd(alle)),
            "geworden": bladeren.aantal_tekst(bladeren.begrensd(alle.filter(aanmelding__isnull=False))),
            "volgende_url": f"?na={bladeren.schrijf_cursor(*volgorde.sleutel(rijen[-1]))}" if meer else None,
            "eerste_url": "?" if cursor else None,
        }
        return render(request, "cimot/vraag_lijst.html", context)


class VraagNieuw(Formulierpagina):
    form_class, recht, titel = forms.VraagVastleggen, "vraag.vastleggen", "Nieuwe vraag"

    def post(self, request, *args, **kwargs):
        # "Het is alleen een vraag" on the melding form: take over what was typed there.
        if "_uit_melding" in request.POST:
            over = {naam: request.POST.get(naam, "") for naam in ("kanaal", "melder")}
            return self.toon(self.maak_form(initial={**over, "tekst": request.POST.get("omschrijving", "")}))
        return super().post(request, *args, **kwargs)

    def terug(self):
        return reverse("vraag_lijst")

    def uitvoeren(self, form):
        actions.vraag_vastleggen(door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()
