"""Mail that must leave: rows made in the transaction of the work, sent by the worker.

A mail that was handed over just before a crash may arrive twice; none is lost. What keeps failing becomes visible work
at /storingen/.
"""

import logging
import time
from collections import Counter
from datetime import date, timedelta

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from kern.models import Afwezigheid, Gebruiker, Rolverlening, Uitgaand
from kern.proces.tabel import PROCESSEN
from kern.toegang.rollen import Rol
from kern.werk import berichten, wachtrij

logger = logging.getLogger(__name__)
# After so many failures in a row the mail server itself is away: the next run tries again.
HOOGSTENS_OP_RIJ = 3
# A run stays shorter than the time after which the broker hands its task to another worker.
HOOGSTENS_SECONDEN = 5


def zet_in_gang() -> None:
    """Ask a worker to send now; call it with `transaction.on_commit`."""
    wachtrij.zet_in_gang("verstuur_berichten")


# 1. Make.


def maak_dagberichten(dag: date) -> int:
    """One row per user with work today, however often it is called; returns how many are new.

    Whoever muted the digest still gets it for legal deadlines, unless a colleague replaces him today.
    """
    vervangen = dict(Afwezigheid.objects.filter(periode__contains=dag).values_list("gebruiker_id", "waarnemer_id"))
    met_werk = _van_wie(berichten.gesignaleerd(), dag, vervangen)
    met_wet = _van_wie(berichten.gesignaleerd().filter(is_wettelijk=True), dag, vervangen)
    rollen = {rol for proces in PROCESSEN.values() for rol in proces.zicht}
    zicht = Rolverlening.objects.op(dag).filter(gebruiker=OuterRef("pk"), rol__in=rollen)
    ontvangers = Gebruiker.objects.filter(
        Q(dagbericht=True, pk__in=met_werk) | Q(dagbericht=False, pk__in=met_wet - set(vervangen)),
        Exists(zicht),
        is_active=True,
    )
    return _voeg_toe(
        Uitgaand(
            soort=Uitgaand.Soort.DAGBERICHT,
            gebruiker=gebruiker,
            sleutel=f"dagbericht:{gebruiker.pk}:{dag}",
            gegevens={"dag": dag.isoformat()},
        )
        for gebruiker in ontvangers
    )


def _van_wie(taken, dag: date, vervangen: dict[int, int]) -> set[int]:
    """Whose work these deadlines are: of who is responsible, of who replaces them, and unassigned ones of the role."""
    mensen = set()
    for weg in ("dossier__behandelaar", "dossier__medebehandelaars"):
        mensen |= set(taken.filter(**{f"{weg}__isnull": False}).values_list(weg, flat=True).distinct())
    mensen |= {vervangen[pk] for pk in mensen if pk in vervangen}
    onverdeeld = set(taken.filter(dossier__behandelaar__isnull=True).values_list("rol", "dossier__regio").distinct())
    rollen = Rolverlening.objects.op(dag).values_list("gebruiker", "rol", "regio")
    return mensen | {gebruiker for gebruiker, rol, regio in rollen if (rol, regio) in onverdeeld}


def spoed_melden(dossier) -> None:
    """Tell every teamleider of the region about an urgent case. Call it inside the transaction of the melding."""
    rollen = Rolverlening.objects.op(timezone.localdate()).filter(rol=Rol.TEAMLEIDER, regio=dossier.regio_id)
    _voeg_toe(
        Uitgaand(
            soort=Uitgaand.Soort.SPOED,
            gebruiker=leider,
            sleutel=f"spoed:{dossier.pk}:{leider.pk}",
            gegevens={"dossier": dossier.pk},
        )
        for leider in Gebruiker.objects.filter(is_active=True, pk__in=rollen.values("gebruiker"))
    )


def _voeg_toe(rijen) -> int:
    """Add what is not there yet; when two do so at once, the unique key decides."""
    rijen = {rij.sleutel: rij for rij in rijen}
    bekend = set(Uitgaand.objects.filter(sleutel__in=rijen).values_list("sleutel", flat=True))
    nieuw = [rij for sleutel, rij in rijen.items() if sleutel not in bekend]
    if nieuw:
        Uitgaand.objects.bulk_create(nieuw, ignore_conflicts=True)
        transaction.on_commit(zet_in_gang)
    return len(nieuw)


# 2. Send.


def _te_doen():
    return Uitgaand.objects.filter(verzonden_op__isnull=True, vervallen_op__isnull=True)


def verstuur() -> Counter:
    """Send what may leave now; returns how many were `verzonden`, `vervallen` or `mislukt`."""
    tellingen = Counter()
    op_rij, einde = 0, time.monotonic() + HOOGSTENS_SECONDEN
    while op_rij < HOOGSTENS_OP_RIJ and (uitkomst := _verstuur_volgende()):
        tellingen[uitkomst] += 1
        op_rij = op_rij + 1 if uitkomst == "mislukt" else 0
        if time.monotonic() > einde:
            zet_in_gang()
            break
    return tellingen


@transaction.atomic
def _verstuur_volgende() -> str | None:
    """Claim one mail, so that two workers never send the same, and send it. None when nothing is left."""
    nu = timezone.now()
    wachtend = _te_doen().filter(pogingen__lt=Uitgaand.MAX_POGINGEN, niet_voor__lte=nu)
    bericht = wachtend.select_related("gebruiker").select_for_update(skip_locked=True, of=("self",)).order_by("id").first()
    if bericht is None:
        return None
    try:
        with transaction.atomic():
            is_nodig = _verzend(bericht)
    except Exception as fout:  # whatever is wrong with one mail, the others leave and this one becomes visible
        # Only the class: the message of a mail server holds addresses.
        bericht.fout = type(fout).__name__
        bericht.pogingen += 1
        bericht.niet_voor = nu + timedelta(minutes=4 ** (bericht.pogingen - 1))
        bericht.save()
        logger.warning("Mail %s (%s) failed: %s", bericht.pk, bericht.soort, bericht.fout)
        return "mislukt"
    bericht.verzonden_op, bericht.vervallen_op = (nu, None) if is_nodig else (None, nu)
    bericht.fout = ""
    bericht.save()
    return "verzonden" if is_nodig else "vervallen"


def _verzend(bericht: Uitgaand) -> bool:
    """False when the mail is no longer needed."""
    brief = berichten.opstellen(bericht)
    if brief is None:
        return False
    # The header keeps automatic replies ("I am on holiday") away.
    kop = {"Auto-Submitted": "auto-generated"}
    EmailMessage(brief.onderwerp, brief.tekst, to=[bericht.gebruiker.email], headers=kop).send()
    return True


# 3. Put right.


def mislukt():
    """Mail that failed too often and now waits for the administrator."""
    return _te_doen().filter(pogingen__gte=Uitgaand.MAX_POGINGEN)


@transaction.atomic
def opnieuw(pk: int) -> bool:
    """Try a failed mail again; False when it no longer waits (sent meanwhile, or not needed)."""
    geraakt = mislukt().filter(pk=pk).update(pogingen=0, niet_voor=timezone.now())
    if geraakt:
        transaction.on_commit(zet_in_gang)
    return bool(geraakt)
