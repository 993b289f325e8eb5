"""Putting a wrong click right: the last transition is reversed with a reason, and both steps stay visible."""

from datetime import date, datetime

from django.db import transaction

from kern.models import Gebeurtenis
from kern.proces import actions
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import klok
from kern.toegang.rollen import Rol


def laatste_overgang(dossier) -> Gebeurtenis | None:
    """The last change of status that a correctie did not reverse yet."""
    rijen = Gebeurtenis.objects.filter(dossier_id=dossier.pk)
    omgekeerd = set(rijen.filter(actie="corrigeren").values_list("verwijst_naar_id", flat=True))
    for rij in rijen.exclude(actie__in=("openen", "corrigeren")).order_by("-id"):
        if rij.van != rij.naar and rij.naar and rij.pk not in omgekeerd:
            return rij
    return None


def _door_een_mens(dossier, rij: Gebeurtenis) -> Gebeurtenis | None:
    """The transition of a person after which the system did this one."""
    eerder = Gebeurtenis.objects.filter(dossier_id=dossier.pk, pk__lt=rij.pk).exclude(rol=Rol.SYSTEEM)
    return next((r for r in eerder.order_by("-id") if r.naar and r.van != r.naar and r.actie != "corrigeren"), None)


def _sinds(dossier, omgekeerd: Gebeurtenis) -> date:
    """Since when the status holds again that a reversed transition left: else its real day could not be entered."""
    eerder = Gebeurtenis.objects.filter(dossier_id=dossier.pk, pk__lt=omgekeerd.pk, naar=omgekeerd.van)
    for rij in eerder.exclude(actie__in=("openen", "corrigeren")).order_by("-id"):
        if rij.van != rij.naar:
            return klok.dag(rij.op)
    return dossier.geopend_op


def mag_corrigeren(dossier, door) -> Gebeurtenis | None:
    """The transition that this user may reverse now: its maker until something was sent, after that the teamleider.

    A step of the system is judged by the step of a person that it followed.
    """
    rij = laatste_overgang(dossier)
    if rij is None or rij.naar != dossier.status:
        return None
    if rij.rol == Rol.SYSTEEM:
        rij = _door_een_mens(dossier, rij)
    if rij is None or not dossier.proces.mag(door.rol, rij.actie) and door.rol != Rol.TEAMLEIDER:
        return None
    overgang = dossier.proces.overgang(rij.van, rij.actie)
    if overgang.alleen_eigen and door.rol == Rol.CASEMANAGER and not dossier.is_eigen(door):
        # Who handed the case over made the step, but the case is not his any more.
        return None
    verzonden = bool(rij.waarden.get("brief"))
    zelf = rij.gebruiker_id == door.pk and not verzonden
    return rij if zelf or door.rol == Rol.TEAMLEIDER else None


@transaction.atomic
def corrigeren(dossier, *, door, op: datetime, reden: str):
    """Reverse the last transition with a reason; both steps stay visible and the deadlines are recomputed.

    What the system did by itself because of a step goes back with that step. Raises Weigering without a reason and
    NietBevoegd when somebody else must do it.
    """
    dossier = actions.vergrendel(dossier)
    if mag_corrigeren(dossier, door) is None:
        raise NietBevoegd("U kunt deze stap niet terugdraaien. Vraag het de teamleider.")
    if not reden.strip():
        raise Weigering("Vul in waarom u deze stap terugdraait.", "reden")
    while (rij := laatste_overgang(dossier)).rol == Rol.SYSTEEM:
        dossier = _keer_om(dossier, rij, door=door, op=op, reden=reden)
    dossier = _keer_om(dossier, rij, door=door, op=op, reden=reden)
    actions.bewaar(dossier, op)
    return dossier


def _keer_om(dossier, rij: Gebeurtenis, *, door, op: datetime, reden: str):
    overgang = dossier.proces.overgang(rij.van, rij.actie)
    if overgang.terug:
        overgang.terug(dossier)
        dossier = actions.vers(dossier)
    van, dossier.status = dossier.status, rij.van
    dossier.status_sinds = _sinds(dossier, rij)
    dossier.gesloten_op, dossier.sluitreden = None, ""
    dossier.save()
    nieuw = actions.vastleggen(dossier, "corrigeren", door=door, op=op, van=van, naar=dossier.status, verwijst_naar=rij.pk)
    actions.toelichten(dossier, nieuw, reden)
    return dossier
