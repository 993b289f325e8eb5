"""Pages for what people note themselves on a dossier, and for turning back the last step."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kern.models import Bezoek, Contactmoment, Dossier, Herinnering, Inzage, WachtOp
from kern.proces import correctie
from kern.proces.weigering import NietBevoegd
from kern.schermen.views.formulier import Formulierpagina
from kern.toegang import inzage
from kern.werk import notities
from kern.werk.forms import notities as forms


def in_beeld(request, pk):
    """The dossier in this user's view, or 404."""
    inzage.gevraagd(request, dossier=pk)
    dossier = Dossier.objects.voor(request.user).select_related("client", "regio").filter(pk=pk).first()
    if dossier is None:
        raise Http404
    return dossier


class DossierNotitie(Formulierpagina):
    """A page about a dossier of any kind."""

    recht = "dossier.noteren"

    def zoek_onderwerp(self):
        return in_beeld(self.request, self.kwargs["pk"])

    @property
    def dossier(self):
        return self.onderwerp

    def toon(self, form, **opties):
        inzage.noteer(self.request, soort=Inzage.Soort.DETAIL, dossier=self.dossier, klassen=["D1"])
        return super().toon(form, **opties)

    def get_context(self):
        return {"dossier": self.dossier, "client": self.dossier.client, "kenmerk": self.dossier.kenmerk}

    def terug(self):
        return self.dossier.get_absolute_url()


class ContactVastleggen(DossierNotitie):
    form_class, titel, knop = forms.Contact, "Contact vastleggen", "Contact vastleggen"

    def uitvoeren(self, form):
        notities.contact_vastleggen(self.dossier, door=self.request.user, **form.argumenten())
        return f"{self.terug()}?tab=contact"


class ContactWijzigen(DossierNotitie):
    form_class, titel = forms.ContactVerbeteren, "Contact verbeteren"

    def zoek_onderwerp(self):
        contact = get_object_or_404(Contactmoment.objects.select_related("dossier"), pk=self.kwargs["pk"])
        in_beeld(self.request, contact.dossier_id)
        if contact.door_id != self.request.user.pk:
            raise PermissionDenied
        return contact

    @property
    def dossier(self):
        return self.onderwerp.dossier

    def toon(self, form, **opties):
        response = super().toon(form, **opties)
        inzage.noteer(self.request, soort=Inzage.Soort.DETAIL, dossier=self.dossier, klassen=[self.dossier.proces.inhoud])
        return response

    def uitvoeren(self, form):
        notities.contact_wijzigen(self.onderwerp, door=self.request.user, op=timezone.now(), **form.argumenten())
        return f"{self.terug()}?tab=contact"


class HerinneringMaken(DossierNotitie):
    form_class, titel, knop = forms.Herinnering, "Herinner mij", "Herinner mij"

    def uitvoeren(self, form):
        notities.herinnering_maken(self.dossier, door=self.request.user, **form.argumenten())
        return self.terug()


class WachtZetten(DossierNotitie):
    form_class, titel, knop = forms.Wacht, "Wacht op", "Wachten"

    def uitvoeren(self, form):
        notities.wacht_zetten(self.dossier, door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()


class LabelZetten(DossierNotitie):
    form_class, titel = forms.Label, "Eigen label"

    def maak_form(self, data=None, initial=None):
        bezoek = Bezoek.objects.filter(gebruiker=self.request.user, dossier=self.dossier.pk).first()
        return super().maak_form(data, {"label": bezoek.label if bezoek else "", **(initial or {})})

    def uitvoeren(self, form):
        notities.label_zetten(self.dossier, door=self.request.user, **form.argumenten())
        return self.terug()


class Corrigeren(DossierNotitie):
    recht = "dossier.terugdraaien"
    form_class, titel, knop = forms.Terugdraaien, "Laatste stap terugdraaien", "Terugdraaien"

    def zoek_onderwerp(self):
        dossier = super().zoek_onderwerp()
        if self.request.method == "GET" and correctie.mag_corrigeren(dossier, self.request.user) is None:
            raise PermissionDenied
        return dossier

    def uitvoeren(self, form):
        correctie.corrigeren(self.dossier, door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()


def _eigen_notitie(request, model, pk):
    if not request.user.has_perm("dossier.noteren"):
        raise PermissionDenied
    rij = get_object_or_404(model.objects.select_related("dossier"), pk=pk)
    in_beeld(request, rij.dossier_id)
    return rij


@require_POST
def herinnering_gedaan(request, pk):
    rij = _eigen_notitie(request, Herinnering, pk)
    try:
        notities.herinnering_gedaan(rij, door=request.user)
    except NietBevoegd as fout:
        raise PermissionDenied from fout
    return redirect(rij.dossier)


@require_POST
def wacht_klaar(request, pk):
    rij = _eigen_notitie(request, WachtOp, pk)
    notities.wacht_klaar(rij, door=request.user, op=timezone.now())
    return redirect(rij.dossier)
