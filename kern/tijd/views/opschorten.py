"""Pages that let one deadline of a dossier stand still or run again (L-59)."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from kern.models import Taak
from kern.tijd import opschorten
from kern.tijd.forms import opschorten as forms
from kern.werk.views.notities import DossierNotitie, in_beeld


class _VanTermijn(DossierNotitie):
    """The subject is the dossier, so that it is locked before its deadline, as every action does."""

    recht = "termijn.opschorten"

    def zoek_onderwerp(self):
        taak = get_object_or_404(Taak, pk=self.kwargs["pk"])
        dossier = in_beeld(self.request, taak.dossier_id)
        if not self.request.user.has_perm(self.recht, dossier):
            raise PermissionDenied
        taak.dossier = dossier
        if not taak.termijn.opschorten:
            raise Http404
        dossier.taak = taak
        return dossier

    def doe(self, actie, form) -> str:
        actie(self.onderwerp.taak, door=self.request.user, op=timezone.now(), **form.argumenten())
        return self.terug()


class Opschorten(_VanTermijn):
    form_class, knop = forms.Opschorten, "Laten stilstaan"

    @property
    def titel(self):
        return f"“{self.onderwerp.taak.naam}” laten stilstaan"

    def uitvoeren(self, form):
        return self.doe(opschorten.opschorten, form)


class Hervatten(_VanTermijn):
    form_class, knop = forms.Hervatten, "Laten lopen"

    @property
    def titel(self):
        return f"“{self.onderwerp.taak.naam}” weer laten lopen"

    def uitvoeren(self, form):
        return self.doe(opschorten.hervatten, form)
