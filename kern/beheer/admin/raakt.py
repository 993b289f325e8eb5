"""A change shows what it touches: first the list of moved deadlines, then, after a yes, the change and the new dates."""

import hashlib

from django.contrib import messages
from django.shortcuts import render
from django.utils import timezone

from kern.beheer.admin.basis import Beheer
from kern.models import Dossier, Taak
from kern.tijd import opschorten

ZEKER = "_raakt"  # the fingerprint of the list that was agreed to


class NogNietBevestigd(Exception):
    """Raised inside the transaction of the page, so that the change and the new dates are rolled back together."""

    def __init__(self, regels):
        super().__init__("not confirmed")
        self.regels = regels


def vingerafdruk(regels) -> str:
    return hashlib.sha256(repr(regels).encode()).hexdigest()[:16]


def _stand(dossiers) -> dict:
    """The open deadlines of these dossiers: (kenmerk, code, onderwerp) → date."""
    taken = Taak.objects.filter(dossier__in=dossiers, status=Taak.Status.OPEN).select_related("dossier")
    return {(t.dossier.kenmerk, t.code, t.onderwerp): t for t in taken}


def herbereken(taken, *, door) -> list[dict]:
    """Recompute the dossiers of these deadlines; returns every deadline that moved, began or ended, by kenmerk only."""
    dossiers = list(taken.values_list("dossier", flat=True).distinct())
    oud = _stand(dossiers)
    opschorten.herbereken(taken, door=door, op=timezone.localtime())
    nieuw = _stand(dossiers)
    regels = []
    for sleutel in sorted(oud.keys() | nieuw.keys()):
        van, naar = oud.get(sleutel), nieuw.get(sleutel)
        if van and naar and van.vervalt_op == naar.vervalt_op:
            continue
        regels.append(
            {
                "kenmerk": sleutel[0],
                "termijn": (naar or van).naam,
                "van": van.vervalt_op if van else None,
                "naar": naar.vervalt_op if naar else None,
                "wat": "vervalt" if naar is None else "begint" if van is None else "verschuift",
            }
        )
    return regels


class RaaktTermijnen(Beheer):
    """A page whose change may move deadlines. Below it say which: `geraakte_taken`."""

    def geraakte_taken(self, obj, oud):
        """The open deadlines of every dossier that the change may move; `oud` is the row as it was, None for a new one."""
        raise NotImplementedError

    def save_model(self, request, obj, form, change):
        oud = self.model.objects.get(pk=obj.pk) if change else None
        super().save_model(request, obj, form, change)
        if not form.changed_data:
            return
        regels = herbereken(self.geraakte_taken(obj, oud), door=request.user)
        if regels and request.POST.get(ZEKER) != vingerafdruk(regels):
            raise NogNietBevestigd(regels)
        if not regels:
            messages.info(request, "Deze wijziging raakt geen lopende termijnen.")
        else:
            messages.info(request, f"{_aantal(regels)} opnieuw berekend.")

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except NogNietBevestigd as vraag:
            context = {
                **self.admin_site.each_context(request),
                "title": f"Dit raakt {_aantal(vraag.regels)}",
                "opts": self.opts,
                "regels": vraag.regels,
                "velden": [
                    (naam, waarde)
                    for naam, waarden in request.POST.lists()
                    for waarde in waarden
                    if naam not in ("csrfmiddlewaretoken", ZEKER)
                ],
                "zeker": ZEKER,
                "vingerafdruk": vingerafdruk(vraag.regels),
                "is_veranderd": ZEKER in request.POST,
            }
            return render(request, "admin/raakt.html", context)


def _aantal(regels) -> str:
    return "1 lopende termijn" if len(regels) == 1 else f"{len(regels)} lopende termijnen"


def open_taken_van(**dossierfilter):
    """The open deadlines of open dossiers, for a setting that may also let a deadline begin or end."""
    dossiers = Dossier.objects.open().filter(**dossierfilter)
    return Taak.objects.filter(status=Taak.Status.OPEN, dossier__in=dossiers)
