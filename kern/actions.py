"""The only writers of a dossier's status: one transaction locks, tests the table, saves, logs and moves the deadlines.

Every function takes who did it (`door`) and when it happened (`op`, aware); a demo or an import may date `op` back, the
log's own time is the database's. Several dossiers are locked in order of id.
"""

from datetime import date, datetime, timedelta
from datetime import time as tijdstip

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone

from kern import termijnen
from kern.kalender import datum_nl
from kern.models import Dossier, Gebeurtenis, Kenmerkteller, Toelichting, Verantwoordelijkheid
from kern.proces import NietBevoegd, Overgang, Proces, Weigering, gevolgen
from kern.rollen import Rol


def dag(op: datetime) -> date:
    """The calendar day in Amsterdam."""
    return timezone.localdate(op)


def moment(dag_: date) -> datetime:
    """Noon of a calendar day, for facts of which only the day is known."""
    return timezone.make_aware(datetime.combine(dag_, tijdstip(12)))


def op_dag(dag_: date | None) -> datetime:
    """A day of which the hour is not known: now when it is today, or no day; else its noon."""
    nu = timezone.now()
    return nu if dag_ is None or dag_ == dag(nu) else moment(dag_)


def vergrendel(dossier):
    """Lock the parent row and read the child afresh. Must run inside a transaction."""
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    return _vers(dossier)


def _vers(dossier):
    model = apps.get_model(dossier.proces.model)
    return model.objects.select_related("client", "regio", "behandelaar", *model.RECORDS).get(pk=dossier.pk)


def vergrendel_alle(ids):
    """Lock several dossiers in order of id, so that two actions on the same two never wait for each other."""
    for rij in Dossier.objects.filter(pk__in=list(ids)).order_by("pk").select_for_update(of=("self",)):
        yield rij.concreet()


def vastleggen(dossier, actie: str, *, door, op: datetime, van="", naar="", namens=None, waarden=None, verwijst_naar=None):
    """One row in the audit log, in the transaction of the action: keys and codes, never a name or free text."""
    namens = namens or {}
    return Gebeurtenis.objects.create(
        wereld=dossier.wereld,
        dossier_id=dossier.pk,
        client_id=dossier.client_id,
        soort=dossier.soort,
        actie=actie,
        van=van,
        naar=naar,
        gebruiker_id=door.pk if door else None,
        rol=(door.rol if door else Rol.SYSTEEM) or "",
        namens=namens.get("wie", ""),
        kanaal=namens.get("kanaal", ""),
        waarden=waarden or {},
        verwijst_naar_id=verwijst_naar,
        op=op,
    )


def toelichten(dossier, rij: Gebeurtenis, reden: str) -> None:
    """Keep why somebody did it: with the dossier, and not in the log."""
    if reden.strip():
        Toelichting.objects.create(dossier_id=dossier.pk, wereld=dossier.wereld, gebeurtenis_id=rij.pk, reden=reden)


def bewaar_kopie(dossier) -> None:
    """Save the copies for lists, without a new version: nothing changed that a person typed."""
    termijnen.samenvatten(dossier)
    dossier.save()


def bewaar(dossier, op: datetime) -> None:
    """Deadlines in line with the facts, a new version, save."""
    dossier.gewijzigd_op = max(dossier.gewijzigd_op, dag(op))
    termijnen.bijwerken(dossier, dag(op))
    dossier.versie += 1
    dossier.save()


def _nieuw_kenmerk(proces: Proces, jaar: int) -> str:
    Kenmerkteller.objects.get_or_create(letter=proces.letter, jaar=jaar)
    teller = Kenmerkteller.objects.select_for_update(of=("self",)).get(letter=proces.letter, jaar=jaar)
    teller.laatste += 1
    teller.save()
    return f"{proces.letter}-{jaar}-{teller.laatste:04d}"


@transaction.atomic
def openen(dossier, *, door, op: datetime, feiten=None, waarden=None):
    """Save a new dossier in the first status of its table. `feiten(dossier)` saves the records that deadlines start from.

    Raises NietBevoegd when the role may not open this kind.
    """
    proces = dossier.proces
    if not proces.mag(door.rol, "openen"):
        raise NietBevoegd(f"Uw rol mag geen {proces.naam.lower()} openen.")
    dossier.wereld, dossier.status = proces.wereld, proces.begin
    dossier.is_een_per_client = proces.een_per_client
    # What was entered days later still began on its own day, and its next step may lie before today.
    dossier.geopend_op = dossier.status_sinds = dossier.gewijzigd_op = dossier.geopend_op or dag(op)
    dossier.kenmerk = _nieuw_kenmerk(proces, dossier.geopend_op.year)
    dossier.save()
    if feiten:
        feiten(dossier)
    vastleggen(dossier, "openen", door=door, op=op, naar=dossier.status, waarden=waarden)
    bewaar(dossier, op)
    return dossier


def toegestaan(dossier, actie: str, *, door) -> Overgang:
    """The row of the table for this action now. Raises NietBevoegd ("not you") or Weigering ("not now")."""
    proces = dossier.proces
    overgang = proces.overgang(dossier.status, actie)
    if not proces.mag(door.rol, actie):
        raise NietBevoegd("Uw rol mag dit niet doen.")
    if overgang is None:
        naam = proces.acties[actie][0].knop
        raise Weigering(f"“{naam}” kan niet meer of nog niet: de status is nu “{dossier.status_naam}”.")
    if not door.has_perm(f"{proces.soort}.{actie}", dossier):
        raise NietBevoegd("Dit kan alleen de casemanager van deze zaak, of wie hem waarneemt.")
    return overgang


def ontbreekt(dossier, overgang: Overgang, op: date) -> list[str]:
    """The sentences of the conditions that do not hold yet."""
    return [voorwaarde.zin for voorwaarde in overgang.mits if not voorwaarde.test(dossier, op)]


@transaction.atomic
def overgaan(dossier, actie: str, *, door, op: datetime, wijzig=None, reden="", namens=None, waarden=None, brief=None):
    """Do one action of the table on a locked dossier and return it.

    `wijzig(dossier)` writes the facts that belong to the action; conditions are judged after it. The letters that the table
    names are made last, of the facts as they are then; `brief` (kern.brieven.Opdracht) is what the sender adds to them.
    Raises Weigering with a sentence; the database then keeps nothing of it.
    """
    # The letters read the deadlines and keep documents, which stand above this module.
    from kern.brieven import maken

    dossier = vergrendel(dossier)
    overgang = toegestaan(dossier, actie, door=door)
    if overgang.met_reden and not reden.strip():
        raise Weigering("Vul in waarom u dit doet.", "reden")
    _op_tijd(dossier, overgang, op)
    if wijzig:
        wijzig(dossier)
    if zinnen := ontbreekt(dossier, overgang, dag(op)):
        raise Weigering(f"Dit kan nog niet. Nog nodig: {'; '.join(zinnen)}.")
    van = dossier.status
    if overgang.naar:
        dossier.status, dossier.status_sinds = overgang.naar, dag(op)
        if overgang.naar in dossier.proces.eind:
            dossier.gesloten_op, dossier.sluitreden = dag(op), reden[:500]
    waarden = {**(waarden or {}), **({"brief": maken.codes(dossier, overgang)} if overgang.verstuurt else {})}
    rij = vastleggen(dossier, actie, door=door, op=op, van=van, naar=dossier.status, namens=namens, waarden=waarden)
    toelichten(dossier, rij, reden)
    bewaar(dossier, op)
    for _, functie in gevolgen(dossier.soort, actie):
        functie(dossier, overgang)
    if overgang.verstuurt:
        maken.maak(dossier, overgang, rij, opdracht=brief, door=door, op=op)
    return dossier


def _op_tijd(dossier, overgang: Overgang, op: datetime) -> None:
    """Raises Weigering for a moment that cannot be: in the future, or before what it follows."""
    if op > timezone.now():
        raise Weigering("Deze datum ligt in de toekomst.", "op")
    if dag(op) < dossier.geopend_op:
        raise Weigering(f"Dit begon op {datum_nl(dossier.geopend_op)}. Deze datum ligt daarvoor.", "op")
    if overgang.naar and dag(op) < dossier.status_sinds:
        raise Weigering(f"De vorige stap was op {datum_nl(dossier.status_sinds)}. Deze datum ligt daarvoor.", "op")


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
            return dag(rij.op)
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
    dossier = vergrendel(dossier)
    if mag_corrigeren(dossier, door) is None:
        raise NietBevoegd("U kunt deze stap niet terugdraaien. Vraag het de teamleider.")
    if not reden.strip():
        raise Weigering("Vul in waarom u deze stap terugdraait.", "reden")
    while (rij := laatste_overgang(dossier)).rol == Rol.SYSTEEM:
        dossier = _keer_om(dossier, rij, door=door, op=op, reden=reden)
    dossier = _keer_om(dossier, rij, door=door, op=op, reden=reden)
    bewaar(dossier, op)
    return dossier


def _keer_om(dossier, rij: Gebeurtenis, *, door, op: datetime, reden: str):
    overgang = dossier.proces.overgang(rij.van, rij.actie)
    if overgang.terug:
        overgang.terug(dossier)
        dossier = _vers(dossier)
    van, dossier.status = dossier.status, rij.van
    dossier.status_sinds = _sinds(dossier, rij)
    dossier.gesloten_op, dossier.sluitreden = None, ""
    dossier.save()
    nieuw = vastleggen(dossier, "corrigeren", door=door, op=op, van=van, naar=dossier.status, verwijst_naar=rij.pk)
    toelichten(dossier, nieuw, reden)
    return dossier


def verantwoordelijk_maken(dossier, *, gemeente, regel: str, grond: str, vanaf: date) -> Verantwoordelijkheid:
    """End the running responsibility the day before and start the next one (X-21); the same one changes nothing.

    Raises Weigering when it would begin on or before the day on which the running one began.
    """
    lopend = dossier.verantwoordelijkheden.filter(tot__isnull=True).first()
    if lopend and (lopend.gemeente_id, lopend.regel, lopend.grond) == (gemeente.pk, regel, grond):
        return lopend
    if lopend:
        if vanaf <= lopend.vanaf:
            sinds = datum_nl(lopend.vanaf)
            raise Weigering(f"{lopend.gemeente} is verantwoordelijk vanaf {sinds}. Kies een latere dag.", "vanaf")
        lopend.tot = vanaf - timedelta(days=1)
        lopend.save()
    return dossier.verantwoordelijkheden.create(gemeente=gemeente, regel=regel, grond=grond, vanaf=vanaf)


def zin_bij(fout: IntegrityError, *modellen) -> str | None:
    """The Dutch sentence of the constraint that the database refused, if it is one of ours."""
    naam = getattr(getattr(fout.__cause__, "diag", None), "constraint_name", None)
    for model in modellen or apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == naam and constraint.violation_error_message:
                return str(constraint.get_violation_error_message())
    return None
