"""One page with one form that does one action. Nothing typed is lost: drafts, double submits, two people on one form."""

import json
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError, transaction
from django.forms import BooleanField
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views import View
from psycopg2 import errors

from kern.models import Dossier, Ingediend
from kern.proces import actions
from kern.proces.weigering import Weigering
from kern.schermen.forms.basis import vingerafdruk
from kern.toegang import concepten


class Ingehaald(Exception):
    """Somebody saved the same subject between the comparison of the texts and the lock: compare again."""


class Formulierpagina(View):
    """Right → 403, scope → 404, form → sentence beside the field, then exactly one action, then redirect."""

    template_name = "kern/schermen/actie.html"
    form_class = None
    recht = ""
    titel = ""
    knop = "Opslaan"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(self.recht):
            raise PermissionDenied
        self.onderwerp = self.zoek_onderwerp()
        return super().dispatch(request, *args, **kwargs)

    # What a page says about itself.

    def zoek_onderwerp(self):
        """The object that the action is about; raises Http404 when it is out of scope."""
        return

    def uitvoeren(self, form) -> str:
        """Call one action and return the URL to go to."""
        raise NotImplementedError

    def afhandelen(self, form) -> str:
        """Do what was asked, and return the URL to go to: mostly the action itself."""
        return self.uitvoeren(form)

    def vooraf(self, form) -> str:
        """A question that a valid form must answer before the action, as a sentence; empty when there is none."""
        return ""

    def terug(self) -> str:
        """Where *Annuleren* goes."""
        return "/"

    def get_context(self) -> dict:
        return {}

    # The flow.

    def maak_form(self, data=None, initial=None):
        files = None if data is None else self.request.FILES
        return self.form_class(data, files, onderwerp=self.onderwerp, gebruiker=self.request.user, initial=initial)

    def get(self, request, *args, **kwargs):
        concept = None if self.form_class.zonder_concept else concepten.van(request.user, concepten.pad(request))
        form = self.maak_form(initial=self._uit_concept(concept))
        return self.toon(form, concept=concept)

    def _uit_concept(self, concept) -> dict | None:
        if concept is None:
            return None
        leeg = self.form_class.base_fields
        gevuld = {}
        for naam, waarden in concept.velden.items():
            if naam == concepten.BASIS:
                continue
            meervoudig = naam in leeg and hasattr(leeg[naam].widget, "allow_multiple_selected")
            gevuld[naam] = waarden if meervoudig and leeg[naam].widget.allow_multiple_selected else waarden[-1]
        return gevuld

    def post(self, request, *args, **kwargs):
        sleutel = self._eenmalig()
        if eerder := self._eerder(sleutel):
            return eerder
        data, conflicten = self._samengevoegd()
        form = self.maak_form(data)
        if conflicten:
            return self.toon(form, conflicten=conflicten, status=409)
        if not form.is_valid():
            return self.toon(form, status=422)
        if vraag := self.vooraf(form):
            # The first of two equal submits may be what this one stumbles over.
            if eerder := self._eerder(sleutel):
                return eerder
            form.add_error(None, vraag)
            return self.toon(form, status=422)
        return self._doe(form, sleutel)

    def _eerder(self, sleutel):
        """Where the first submit of this same form went to, if there was one."""
        eerder = Ingediend.objects.filter(sleutel=sleutel, gebruiker=self.request.user).first()
        return HttpResponseRedirect(eerder.doel or self.terug()) if eerder else None

    def _doe(self, form, sleutel):
        try:
            with transaction.atomic():
                # A second submit of the same form waits here for the first, and then finds the key taken.
                ingediend = Ingediend.objects.create(sleutel=sleutel, gebruiker=self.request.user)
                self._vergrendel(form)
                doel = self.afhandelen(form)
                ingediend.doel = doel[:200]
                ingediend.save()
                concepten.verwijder(self.request.user, concepten.pad(self.request))
        except Ingehaald:
            return self._opnieuw()
        except OperationalError as fout:
            # Two waited for each other (a merge and a new linked dossier): the database let this one go, with nothing done.
            if not isinstance(fout.__cause__, errors.DeadlockDetected):
                raise
            return self._opnieuw()
        except Weigering as weigering:
            form.add_error(weigering.veld if weigering.veld in form.fields else None, weigering.zin)
            return self.toon(form, status=422)
        except IntegrityError as fout:
            if eerder := self._eerder(sleutel):
                return eerder
            zin = actions.zin_bij(fout)
            if zin is None:
                raise
            form.add_error(None, zin)
            return self.toon(form, status=422)
        return HttpResponseRedirect(doel)

    def _opnieuw(self):
        self.onderwerp = self.zoek_onderwerp()
        return self.post(self.request)

    def _vergrendel(self, form) -> None:
        """Lock the subject before the action. Raises Ingehaald when it changed since its text was compared."""
        if self.onderwerp is None:
            return
        if isinstance(self.onderwerp, Dossier):
            nu = Dossier.objects.select_for_update(of=("self",)).filter(pk=self.onderwerp.pk)
            gewijzigd = nu.values_list("versie", flat=True).get() != self.onderwerp.versie
        else:
            nu = type(self.onderwerp).objects.select_for_update(of=("self",), no_key=True).get(pk=self.onderwerp.pk)
            gewijzigd = self.form_class(onderwerp=nu, gebruiker=self.request.user).opgeslagen != form.opgeslagen
        if gewijzigd:
            raise Ingehaald

    def _eenmalig(self) -> UUID:
        """The one-time key of this form; a new one when it has none, or when it is of somebody else's form."""
        try:
            sleutel = UUID(self.request.POST.get("_eenmalig", ""))
        except ValueError:
            return uuid4()
        van_ander = Ingediend.objects.filter(sleutel=sleutel).exclude(gebruiker=self.request.user).exists()
        return uuid4() if van_ander else sleutel

    # Two people on one form.

    def _samengevoegd(self):
        """The posted fields, joined with what a colleague saved since this form was shown.

        A field that only the colleague changed takes his text; one that both changed is a conflict until a choice is made.
        """
        post = self.request.POST
        data = post.copy()
        leeg = self.maak_form()
        try:
            basis = json.loads(post.get("_basis", "{}"))
        except (ValueError, RecursionError):
            basis = {}
        conflicten = []
        for naam, nu in leeg.opgeslagen.items():
            getypt = post.get(naam, "")
            nu_tekst = self._als_tekst(leeg, naam, nu)
            toen = basis.get(naam) if isinstance(basis, dict) else None
            if toen is None or toen == vingerafdruk(nu_tekst) or vingerafdruk(getypt) == vingerafdruk(nu_tekst):
                continue
            keuze = post.get(f"_keuze_{naam}")
            if toen == vingerafdruk(getypt) or keuze == "opgeslagen":
                data[naam] = nu_tekst
            elif keuze != "getypt":
                teksten = {"opgeslagen": nu_tekst, "getypt": getypt}
                teksten = {wie: self._leesbaar(leeg.fields[naam], tekst) for wie, tekst in teksten.items()}
                conflicten.append({"naam": naam, "label": leeg[naam].label, **teksten})
        return data, conflicten

    @staticmethod
    def _als_tekst(form, naam, waarde) -> str:
        """A stored value as the browser would post it."""
        veld = form.fields[naam]
        waarde = veld.prepare_value(waarde)
        if waarde is True:
            return "on"
        if waarde in (None, False):
            return ""
        opgemaakt = veld.widget.format_value(waarde)
        if isinstance(opgemaakt, list | tuple):
            return str(opgemaakt[0]) if opgemaakt else ""
        return "" if opgemaakt is None else str(opgemaakt)

    @staticmethod
    def _leesbaar(veld, tekst: str) -> str:
        """A posted value in the words of the screen: a choice by its label, a check box as yes or no."""
        if isinstance(veld, BooleanField):
            return "ja" if tekst else "nee"
        return dict((str(waarde), label) for waarde, label in getattr(veld, "choices", ())).get(tekst, tekst)

    def _basis(self, form) -> str:
        return json.dumps({n: vingerafdruk(self._als_tekst(form, n, w)) for n, w in form.opgeslagen.items()})

    def _getoonde_basis(self, form, concept, conflicten) -> str:
        """What was stored when the shown text was typed."""
        if conflicten:
            return self.request.POST.get(concepten.BASIS, "")
        return concept.velden[concepten.BASIS][0] if concept and concepten.BASIS in concept.velden else self._basis(form)

    def toon(self, form, *, concept=None, conflicten=(), status=200):
        context = {
            "form": form,
            "titel": self.titel,
            "knop": self.knop,
            "terug": self.terug(),
            "concept": concept,
            "conflicten": conflicten,
            "met_concept": not form.zonder_concept,
            "bestand_kwijt": form.is_multipart() and bool(self.request.FILES),
            "eenmalig": self.request.POST.get("_eenmalig") if status == 422 else uuid4(),
            "basis": self._getoonde_basis(form, concept, conflicten),
            "pad": concepten.pad(self.request),
            "van": concepten.markering(self.request.user, concepten.pad(self.request)),
            "vandaag": timezone.localdate(),
            **self.get_context(),
        }
        return render(self.request, self.template_name, context, status=status)
