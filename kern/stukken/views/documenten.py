"""Adding documents to a dossier, opening one, and taking one out of use."""

import logging

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views import View

from kern.brieven.vraag import Kijker
from kern.models import Document, Inzage
from kern.proces.weigering import Weigering
from kern.stukken import documenten, opslag
from kern.stukken.forms import documenten as forms
from kern.templatetags.cimot import meervoud
from kern.toegang import inzage
from kern.werk.views.notities import DossierNotitie, in_beeld

logger = logging.getLogger(__name__)
WEG = "Het bestand van dit document ontbreekt. Geef dit door aan de beheerder, met het nummer hieronder."


def _document(request, pk):
    """The document in this user's view: out of scope is 404, of a class that he may not read is 403."""
    document = Document.objects.select_related("dossier__client", "door", "exemplaar").filter(pk=pk).first()
    if document is None:
        raise Http404
    document.dossier = in_beeld(request, document.dossier_id)
    if document.klasse not in document.dossier.klassen(request.user):
        raise PermissionDenied
    # A letter shows the address to which it went.
    if hasattr(document, "exemplaar") and not Kijker(document.dossier, request.user).mag_exemplaar(document.exemplaar):
        raise PermissionDenied
    return document


class DocumentToevoegen(DossierNotitie):
    recht = "document.toevoegen"
    form_class, titel, knop = forms.Toevoegen, "Documenten toevoegen", "Toevoegen"
    template_name = "kern/stukken/document_toevoegen.html"

    def uitvoeren(self, form):
        waarden = form.argumenten()
        try:
            nieuw, dubbel = documenten.toevoegen(self.dossier, door=self.request.user, op=timezone.now(), **waarden)
        except Weigering as weigering:
            # What was refused before stays in view beside what is refused now.
            raise Weigering(" ".join([weigering.zin, *form.geweigerd]), weigering.veld) from weigering
        self._meld(nieuw, [*form.geweigerd, *dubbel])
        return f"{self.terug()}?tab=documenten"

    def _meld(self, nieuw, zinnen):
        messages.success(self.request, f"{meervoud(len(nieuw), 'document', 'documenten')} toegevoegd.")
        if nieuw[0].klasse not in self.dossier.klassen(self.request.user):
            messages.info(self.request, "De inhoud is zichtbaar voor de casemanager van deze zaak.")
        for zin in zinnen:
            messages.warning(self.request, f"Niet toegevoegd: {zin}")


class DocumentIntrekken(DossierNotitie):
    recht = "document.intrekken"
    form_class, titel, knop = forms.Intrekken, "Document intrekken", "Intrekken"
    template_name = "kern/stukken/document_intrekken.html"

    def zoek_onderwerp(self):
        document = _document(self.request, self.kwargs["pk"])
        if not documenten.mag_intrekken(document, self.request.user):
            raise PermissionDenied
        return document

    @property
    def dossier(self):
        return self.onderwerp.dossier

    def toon(self, form, **opties):
        response = super().toon(form, **opties)
        inzage.noteer(self.request, soort=Inzage.Soort.DETAIL, dossier=self.dossier, klassen=[self.onderwerp.klasse])
        return response

    def get_context(self):
        return {**super().get_context(), "document": self.onderwerp}

    def terug(self):
        return f"{super().terug()}?tab=documenten"

    def uitvoeren(self, form):
        documenten.intrekken(self.onderwerp, door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()


class DocumentDownloaden(View):
    """The file, always as a download and never as a page of this site."""

    def get(self, request, pk):
        if not request.user.has_perm("document.bekijken"):
            raise PermissionDenied
        document = _document(request, pk)
        inzage.noteer(request, soort=Inzage.Soort.DETAIL, dossier=document.dossier, klassen=[document.klasse])
        if zin := documenten.weigering(document):
            return self._kan_niet(document, zin, 409)
        try:
            omvang = opslag.omvang(document.uuid)
        except FileNotFoundError:
            logger.error("The file of document %s is missing", document.pk)
            return self._kan_niet(document, WEG, 503)
        response = StreamingHttpResponse(opslag.stroom(document.uuid), content_type=document.mime)
        response["Content-Length"] = omvang
        response["Content-Disposition"] = content_disposition_header(True, document.bestandsnaam)
        response["Content-Security-Policy"] = "sandbox; default-src 'none'"
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "no-store"
        return response

    def _kan_niet(self, document, zin, status):
        context = {"document": document, "dossier": document.dossier, "zin": zin, "referentie": self.request.referentie}
        return render(self.request, "kern/stukken/document_kan_niet.html", context, status=status)
