"""One action of the table on one dossier."""

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone

from kern.brieven import dagpost, vraag
from kern.brieven.forms.brief import met_brief
from kern.brieven.views.voorbeeld import MetVoorbeeld
from kern.models import Inzage
from kern.proces import actions
from kern.proces.tabel import PROCESSEN
from kern.proces.weigering import Weigering
from kern.schermen.views.formulier import Formulierpagina
from kern.tijd import klok
from kern.toegang import concepten, inzage


class DossierActie(MetVoorbeeld, Formulierpagina):
    """One action of the table on one dossier: `actie` is the function, its name is the name in the table.

    When the table says that it sends a letter, its form gets a letter part (`brief`, kern.brieven.vraag), and the letter
    stands beside it. The letter leaves with the step, or the step waits for the post of the day (`kern.brieven.dagpost`).
    """

    soort = ""
    actie = None
    brief = None  # what the letters of this step ask, while it sends any

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
        return self._naam()

    @classmethod
    def _naam(cls) -> str:
        return cls.actie.__name__

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
            .select_related("client", "organisatie", "regio", "behandelaar")
            .prefetch_related("medebehandelaars")
            .filter(pk=self.kwargs["pk"])
            .first()
        )
        if dossier is None:
            raise Http404
        if not self.request.user.has_perm(self.recht, dossier):
            raise PermissionDenied
        self.brief = vraag.van(dossier, self.proces.overgang(dossier.status, self.naam), self.request.user)
        self.form_class = self._form_class(self.brief)
        return dossier

    # The form, and the action with what it says: also without a request, when the post of the day does the step.

    @classmethod
    def _form_class(cls, brief):
        return met_brief(cls.form_class) if brief else cls.form_class

    @classmethod
    def formulier(cls, data, *, dossier, gebruiker):
        """The form of this step as this user sent it, with its letter part as it is now."""
        brief = vraag.van(dossier, dossier.proces.overgang(dossier.status, cls._naam()), gebruiker)
        extra = {"brief": brief} if brief else {}
        return cls._form_class(brief)(data, None, onderwerp=dossier, gebruiker=gebruiker, **extra)

    @classmethod
    def doe(cls, form, dossier, *, door, dag=None, **brief):
        """Do the action with the fields of a valid form and return the dossier, read once more. Raises Weigering.

        `dag` is its day when the form asks for none.
        """
        argumenten = form.argumenten()
        op = klok.op_dag(argumenten.pop("op", None) or dag)
        dossier = cls.actie(dossier, door=door, op=op, **argumenten, **brief)
        # Once more from the database: an action may have changed records that this object had already read.
        return type(dossier).objects.get(pk=dossier.pk)

    def maak_form(self, data=None, initial=None):
        if self.brief is None:
            return super().maak_form(data, initial)
        return self.form_class(
            data, None, onderwerp=self.onderwerp, gebruiker=self.request.user, initial=initial, brief=self.brief
        )

    def get(self, request, *args, **kwargs):
        # A stale link or the back button: say what the status is now, on the dossier itself.
        if self.proces.overgang(self.onderwerp.status, self.naam) is None:
            messages.warning(request, f"“{self.titel}” kan nu niet: de status is “{self.onderwerp.status_naam}”.")
            return redirect(self.onderwerp)
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        # Somebody did the step meanwhile: say that first, whatever else there is to say about the form.
        if self.proces.overgang(self.onderwerp.status, self.naam) is None and not self._eerder(self._eenmalig()):
            form = self.maak_form(request.POST)
            form.is_valid()
            try:
                actions.toegestaan(self.onderwerp, self.naam, door=request.user)
            except Weigering as weigering:
                form.add_error(None, weigering.zin)
            return self.toon(form, status=422)
        return super().post(request, *args, **kwargs)

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
            "brief": self.brief,
            "met_voorbeeld": self.met_voorbeeld,
            "voorbeeld": self.voorbeeld,
        }

    def terug(self):
        return self.onderwerp.get_absolute_url()

    def uitvoeren(self, form):
        brief = {"brief": form.opdracht()} if self.brief else {}
        dossier = self.doe(form, self.onderwerp, door=self.request.user, **brief)
        if zin := self.bericht(dossier):
            messages.success(self.request, zin)
        return dossier.get_absolute_url()

    def afhandelen(self, form):
        if self.brief is None or not form.met_dagpost:
            return super().afhandelen(form)
        dagpost.klaarzetten(
            self.onderwerp, actie=self.naam, velden=concepten.velden(form.data), door=self.request.user, op=timezone.now()
        )
        messages.success(self.request, f"“{self.titel}” ligt klaar voor de dagpost.")
        return self.onderwerp.get_absolute_url()

    # The letter beside the form.

    @property
    def met_voorbeeld(self) -> bool:
        return self.brief is not None and self.brief.kijker.leest_inhoud

    def stel_op(self, form):
        self.doe(form, self.onderwerp, door=self.request.user, brief=form.opdracht(proef=True))
