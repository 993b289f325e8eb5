"""The post of the day: a step that waits until its letter leaves, and the one moment on which all of it leaves.

Nothing of a step that lies ready was done: no status, no letter, no deadline. On the day of the post each step is done as
whoever put it ready, with that day as its day; what cannot be done any more stays, with the reason.
"""

import logging
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.http import QueryDict
from django.urls import resolve, reverse

from kern.brieven.forms.brief import NIEMAND_PER_POST
from kern.brieven.maken import Proef
from kern.brieven.soorten import Opdracht
from kern.models import Dagpost, Dossier, Exemplaar, Klaargezet
from kern.proces import actions
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import klok
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Rol

logger = logging.getLogger(__name__)
OPEN = Q(dagpost__isnull=True, ingetrokken_op__isnull=True)
STORING = "Door een storing ging deze brief niet weg. Vraag het de beheerder, of haal de brief van de post."


class Niets(Exception):
    """Not one letter could leave: then there is no post of this day either."""


# 1. Putting ready, and taking back.


@transaction.atomic
def klaarzetten(dossier, *, actie: str, velden: dict, door, op: datetime) -> Klaargezet:
    """Keep a step, as it was filled in, for the post. Raises Weigering when it could not be done now, NietBevoegd."""
    if not door.has_perm("dagpost.bekijken"):
        raise NietBevoegd("Uw rol kan geen brieven klaarleggen voor de dagpost.")
    dossier = actions.vergrendel(dossier)
    bladen = _proef(dossier, actie, velden, door=door, op=op)
    if not any(aan.kanaal == Exemplaar.Kanaal.POST for aan, _ in bladen):
        raise Weigering(NIEMAND_PER_POST, "brief_wanneer")
    rij = Klaargezet.objects.create(
        dossier_id=dossier.pk,
        wereld=dossier.wereld,
        actie=actie,
        formulier={"velden": velden, "rol": door.rol},
        door=door,
        klaargezet_op=op,
    )
    actions.vastleggen(dossier, "brief_klaarzetten", door=door, op=op, waarden={"stap": actie})
    return rij


def stap(rij: Klaargezet) -> str:
    """The step in the words of its button."""
    overgangen = rij.dossier.proces.acties.get(rij.actie)
    return overgangen[0].knop if overgangen else rij.actie


def mag_intrekken(rij: Klaargezet, gebruiker) -> bool:
    """Whoever put it ready, whoever may do the step, and the teamleider. Of a dossier that the user has in view."""
    is_open = rij.dagpost_id is None and rij.ingetrokken_op is None
    zelf = rij.door_id == gebruiker.pk or gebruiker.rol == Rol.TEAMLEIDER
    return is_open and (zelf or gebruiker.has_perm(f"{rij.dossier.soort}.{rij.actie}", rij.dossier))


@transaction.atomic
def intrekken(rij: Klaargezet, *, door, op: datetime) -> Klaargezet:
    """Do not send it after all. Raises Weigering when it left already, NietBevoegd."""
    rij = Klaargezet.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=rij.pk)
    if rij.dagpost_id:
        raise Weigering("Deze brief is al weg met de dagpost.")
    if rij.ingetrokken_op:
        raise Weigering("Deze brief lag al niet meer klaar.")
    if not mag_intrekken(rij, door):
        raise NietBevoegd("Alleen wie deze stap mag doen of de teamleider haalt de brief van de post.")
    rij.ingetrokken_op, rij.ingetrokken_door = op, door
    rij.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
    actions.vastleggen(rij.dossier, "brief_niet_versturen", door=door, op=op, waarden={"stap": rij.actie})
    return rij


# 2. Doing a step from its form.


def _doe(dossier, actie: str, velden: dict, *, door, op: datetime, **brief):
    """Do the step with its form, on the day of `op`. Raises Weigering, Proef."""
    if not Dossier.objects.voor(door).filter(pk=dossier.pk).exists():
        raise NietBevoegd(f"{door} heeft dit dossier niet meer in beeld.")
    overgang = actions.toegestaan(dossier, actie, door=door)
    view = resolve(reverse(f"{dossier.soort}_{actie}", args=[dossier.pk])).func.view_class
    data = QueryDict("", mutable=True)
    for naam, waarden in velden.items():
        data.setlist(naam, waarden)
    if not overgang.feit_van_buiten:
        data["op"] = f"{klok.dag(op):%d-%m-%Y}"
    form = view.formulier(data, dossier=dossier, gebruiker=door)
    if not form.is_valid():
        raise Weigering(_fout(form))
    opdracht = form.opdracht(**brief) if hasattr(form, "opdracht") else Opdracht(**brief)
    return view.doe(form, dossier, door=door, dag=klok.dag(op), brief=opdracht)


def _fout(form) -> str:
    naam, fouten = next(iter(form.errors.items()))
    return f"{form[naam].label}: {fouten[0]}" if naam in form.fields else str(fouten[0])


def _proef(dossier, actie: str, velden: dict, *, door, op: datetime) -> list:
    """The sheets that would leave; nothing of it stays."""
    try:
        with transaction.atomic():
            _doe(dossier, actie, velden, door=door, op=op, proef=True)
    except Proef as proef:
        return proef.bladen
    return []


# 3. The post itself.


def ligt_klaar(gebruiker):
    """What this user can send: of the dossiers that he has in view."""
    return Klaargezet.objects.filter(OPEN, dossier__in=Dossier.objects.voor(gebruiker))


@transaction.atomic
def maken(*, regio, dag: date, door, op: datetime) -> tuple[Dagpost | None, list[Klaargezet]]:
    """Send all that lies ready in a region, on one day. Returns the post, and what was refused with the reason on it.

    Two who press at once: the second waits here, and then finds nothing left. Raises NietBevoegd, and Weigering for a day
    in the future, a day before something was put ready, or when nothing lies ready.
    """
    if not door.has_perm("dagpost.sluiten"):
        raise NietBevoegd("Uw rol maakt de dagpost niet.")
    if dag > klok.dag(op):
        raise Weigering("Deze datum ligt in de toekomst.", "dag")
    rijen = ligt_klaar(door).filter(dossier__regio=regio).select_related("dossier", "door")
    rijen = list(rijen.order_by("dossier_id").select_for_update(of=("self",)))
    if not rijen:
        raise Weigering("Er ligt niets meer klaar voor de post.")
    laatste = max(klok.dag(rij.klaargezet_op) for rij in rijen)
    if dag < laatste:
        raise Weigering(f"De laatste brief werd klaargelegd op {datum_nl(laatste)}. Kies die dag of later.", "dag")
    try:
        with transaction.atomic():
            dagpost = Dagpost.objects.create(regio=regio, dag=dag, door=door)
            weg = [rij for rij in rijen if _verstuur(rij, dagpost)]
            if not weg:
                raise Niets
    except Niets:
        dagpost, weg = None, []
    for rij in rijen:
        rij.dagpost = dagpost if rij in weg else None
        rij.save(update_fields=["dagpost", "weigering"])
    return dagpost, [rij for rij in rijen if rij not in weg]


def _verstuur(rij: Klaargezet, dagpost: Dagpost) -> bool:
    """Do one step in a savepoint of its own: what is refused stops nothing else."""
    door, rij.weigering = rij.door, ""
    try:
        with transaction.atomic():
            _als_toen(door, rij.formulier["rol"])
            dossier = actions.vergrendel(rij.dossier)
            _doe(dossier, rij.actie, rij.formulier["velden"], door=door, op=klok.op_dag(dagpost.dag), dagpost=dagpost)
    except Weigering as weigering:
        rij.weigering = weigering.zin[:500]
    except IntegrityError as fout:
        rij.weigering = (actions.zin_bij(fout) or STORING)[:500]
    except Exception:
        # One letter that cannot be made must not hold back the post of a whole region.
        logger.exception("Klaargezet %s could not be sent", rij.pk)
        rij.weigering = STORING
    return not rij.weigering


def _als_toen(door, rol: str) -> None:
    """Let somebody act in the role in which he put it ready. Raises NietBevoegd when he does not hold it any more."""
    if not door.is_active or rol not in door.rollen:
        raise NietBevoegd(f"{door} heeft de rol niet meer waarmee deze brief is klaargelegd. Doe de stap opnieuw.")
    door.__dict__["rol"] = Rol(rol)


# 4. What left.


def exemplaren(dagpost: Dagpost):
    """Every copy of this post, in the order in which its letters were made."""
    rijen = Exemplaar.objects.filter(brief__dagpost=dagpost).select_related("brief__dossier__client", "document")
    return rijen.order_by("brief_id", "is_kopie", "id")
