"""One action of the table on one dossier."""

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone

from kern import actions, documenten, inzage
from kern.models import Contactmoment, Document, Inzage
from kern.proces import PROCESSEN
from kern.views.formulier import Formulierpagina


class DossierActie(Formulierpagina):
    """One action of the table on one dossier: `actie` is the function, its name is the name in the table.

    After it the letter that was chosen with it is kept, in the same transaction, and one line says what it led to.
    """

    soort = ""
    actie = None
    brief = ""  # the title of the letter that this step sends
    briefsoort = Document.Soort.BRIEF

    def uitleg(self) -> list[str]:
        """What one should know before one fills in the form."""
        return []

    def bericht(self, dossier) -> str:
        """What the action led to, in one line."""
        return ""

    @property
    def recht(self):
        return f"{self.soort}.{self.naam}"

    @property
    def naam(self) -> str:
        return self.actie.__func__.__name__ if hasattr(self.actie, "__func__") else self.actie.__name__

    @property
    def proces(self):
        return PROCESSEN[self.soort]

    @property
    def titel(self):
        return self._overgang().knop

    @property
    def knop(self):
        return self._overgang().knop if self._overgang().naar else "Opslaan"

    def _overgang(self):
        return self.proces.overgang(self.onderwerp.status, self.naam) or self.proces.acties[self.naam][0]

    def zoek_onderwerp(self):
        model = apps.get_model(self.proces.model)
        dossier = (
            model.objects.voor(self.request.user)
            .select_related("client", "regio", "behandelaar")
            .prefetch_related("medebehandelaars")
            .filter(pk=self.kwargs["pk"])
            .first()
        )
        if dossier is None:
            raise Http404
        if not self.request.user.has_perm(self.recht, dossier):
            raise PermissionDenied
        return dossier

    def get(self, request, *args, **kwargs):
        # A stale link or the back button: say what the status is now, on the dossier itself.
        if self.proces.overgang(self.onderwerp.status, self.naam) is None:
            messages.warning(request, f"“{self.titel}” kan nu niet: de status is “{self.onderwerp.status_naam}”.")
            return redirect(self.onderwerp)
        return super().get(request, *args, **kwargs)

    def toon(self, form, **opties):
        inzage.noteer(
            self.request,
            soort=Inzage.Soort.DETAIL,
            dossier=self.onderwerp,
            klassen=self.onderwerp.klassen(self.request.user),
        )
        return super().toon(form, **opties)

    def get_context(self):
        vandaag = timezone.localdate()
        overgang = self.proces.overgang(self.onderwerp.status, self.naam)
        return {
            "dossier": self.onderwerp,
            "client": self.onderwerp.client,
            "kenmerk": self.onderwerp.kenmerk,
            "uitleg": self.uitleg(),
            "ontbreekt": actions.ontbreekt(self.onderwerp, overgang, vandaag) if overgang else [],
        }

    def terug(self):
        return self.onderwerp.get_absolute_url()

    def uitvoeren(self, form):
        argumenten = form.argumenten()
        op = argumenten.pop("op", None)
        nu = timezone.now()
        # A day in the past is recorded at noon of that day; today is now.
        moment = nu if op is None or op == timezone.localdate() else actions.moment(op)
        dossier = type(self).actie(self.onderwerp, door=self.request.user, op=moment, **argumenten)
        # Once more from the database: an action may have changed records that this object had already read.
        dossier = type(dossier).objects.get(pk=dossier.pk)
        if form.cleaned_data.get("bestand"):
            self._bewaar_brief(dossier, form.cleaned_data, actions.dag(moment))
        if zin := self.bericht(dossier):
            messages.success(self.request, zin)
        return dossier.get_absolute_url()

    def _bewaar_brief(self, dossier, schoon, dag) -> None:
        via = schoon.get("via", "")
        documenten.brief(
            dossier,
            schoon["bestand"],
            soort=self.briefsoort,
            gedateerd_op=dag,
            kanaal=via if via in Contactmoment.Kanaal.values else "",
            titel=self.brief,
            door=self.request.user,
            op=timezone.now(),
        )
