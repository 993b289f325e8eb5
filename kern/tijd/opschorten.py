"""Suspending a deadline (Awb 4:15), and recomputing what is open when a rule, a setting or the holidays change."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from kern.models import Opschorting, Taak
from kern.proces import actions
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import klok, termijnen
from kern.tijd.kalender import datum_nl


def _toegestaan(taak: Taak, grond: str) -> None:
    """Raises Weigering when the table does not allow this suspension (L-59; T-ONDERZOEK never, L-06)."""
    if taak.status != Taak.Status.OPEN:
        raise Weigering("Deze termijn loopt niet meer.")
    if grond not in taak.termijn.opschorten:
        raise Weigering(f"De termijn “{taak.naam}” kan niet worden opgeschort op deze grond.", "grond")


# Longer is a mistyped year: nobody lets a term of two weeks stand still for decades.
LANGST = timedelta(days=366)


def is_voorbij(taak: Taak, dag: date) -> bool:
    """Whether the term had ended before a day: what is over does not stand still any more (L-59)."""
    return taak.vervalt_op is not None and taak.vervalt_op < dag


def zet_stil(taak: Taak, *, grond: str, reden: str, vanaf: date, tot: date | None = None, document=None) -> Opschorting:
    """Let a deadline of a locked dossier stand still from a day on, at the latest up to and including `tot`.

    For actions that are already inside the engine, which recomputes afterwards. Raises Weigering when the table forbids it.
    """
    _toegestaan(taak, grond)
    if vanaf <= taak.begin_op:
        # The first day does not count (Awb 4:15): a day before the term ran would move its end all the same.
        raise Weigering(f"De termijn begon op {datum_nl(taak.begin_op)}. Kies een latere dag.", "vanaf")
    # What is asked on its last day stands still from the day after.
    if is_voorbij(taak, vanaf - timedelta(days=1)):
        raise Weigering(f"De termijn was op {datum_nl(taak.vervalt_op)} al voorbij en kan niet meer stilstaan.", "vanaf")
    if taak.opschortingen.filter(tot__isnull=True).exists():
        raise Weigering("Deze termijn staat al stil.")
    if taak.opschortingen.filter(tot__gte=vanaf).exists():
        # A day is suspended once: two periods over the same day would move the end twice.
        raise Weigering("Deze termijn stond op die dag al stil.", "vanaf")
    if tot is not None and tot < vanaf - timedelta(days=1):
        raise Weigering("De laatste dag ligt vóór de eerste dag.", "tot")
    if tot is not None and tot - vanaf > LANGST:
        raise Weigering("Dit is langer dan een jaar. Kijk het jaartal na.", "tot")
    return taak.opschortingen.create(
        dossier_id=taak.dossier_id, wereld=taak.wereld, grond=grond, reden=reden, vanaf=vanaf, tot=tot, document=document
    )


def laat_lopen(taak: Taak, *, klaar_op: date, grond: str = "") -> bool:
    """End the suspension that runs on `klaar_op`, the day of completion, itself no suspended day. False when none runs.

    With `grond` only one on that ground: what stands still for another reason goes on doing so (L-59).
    """
    rijen = taak.opschortingen.filter(Q(tot__isnull=True) | Q(tot__gte=klaar_op)).order_by("vanaf")
    rijen = rijen.filter(grond=grond) if grond else rijen
    # In order of time: the one that runs, and else the first that was to come.
    rij = rijen.first()
    if rij is None:
        return False
    # Completed on or before the first suspended day: no suspended days at all.
    rij.tot = max(klaar_op, rij.vanaf) - timedelta(days=1)
    rij.save()
    return True


@transaction.atomic
def opschorten(taak: Taak, *, grond: str, reden: str, vanaf: date, door, op, tot: date | None = None, document=None):
    """Suspend a deadline (Awb 4:15). Raises Weigering when the table does not allow it, NietBevoegd for who may not."""
    dossier, taak = _vergrendeld(taak, door)
    rij = zet_stil(taak, grond=grond, reden=reden, vanaf=vanaf, tot=tot, document=document)
    actions.vastleggen(dossier, "opschorten", door=door, op=op, waarden={"termijn": taak.code, "grond": grond})
    actions.bewaar(dossier, op)
    return rij


@transaction.atomic
def hervatten(taak: Taak, *, klaar_op: date, door, op) -> None:
    """The reason is gone: the deadline runs again from `klaar_op` on. Raises Weigering when it does not stand still."""
    dossier, taak = _vergrendeld(taak, door)
    if not laat_lopen(taak, klaar_op=klaar_op):
        raise Weigering("Deze termijn staat niet stil.")
    actions.vastleggen(dossier, "hervatten", door=door, op=op, waarden={"termijn": taak.code})
    actions.bewaar(dossier, op)


def _vergrendeld(taak: Taak, door):
    """The dossier and the deadline under their locks. Raises NietBevoegd when this user may not suspend here."""
    dossier = actions.vergrendel(taak.dossier)
    if not door.has_perm("termijn.opschorten", dossier):
        raise NietBevoegd("Dit kan alleen de casemanager van deze zaak, of de teamleider.")
    taak = dossier.taken.select_for_update(of=("self",)).get(pk=taak.pk)
    taak.dossier = dossier
    return dossier, taak


def geraakt(codes=None, vanaf: date | None = None):
    """The open deadlines that a changed rule, setting or holiday may move."""
    taken = Taak.objects.filter(status=Taak.Status.OPEN)
    if codes is not None:
        taken = taken.filter(code__in=codes)
    # A free Monday moves a term that ended nominally on the Saturday before it: the effective date decides.
    return taken.filter(Q(vervalt_op__gte=vanaf) | Q(vervalt_op__isnull=True)) if vanaf else taken


def herbereken(taken, *, door, op, alleen_tonen: bool = False, reden: str = "") -> list[dict]:
    """Recompute open deadlines; returns the moved ones as {kenmerk, code, van, naar}. `alleen_tonen` changes nothing.

    What was communicated stays in the row history and in the log.
    """
    verschoven = []
    dagen = termijnen.feestdagen()
    with transaction.atomic():
        for dossier in actions.vergrendel_alle(taken.values_list("dossier_id", flat=True).distinct()):
            oud = {t.pk: t.vervalt_op for t in dossier.taken.filter(status=Taak.Status.OPEN)}
            for taak in termijnen.bijwerken(dossier, klok.dag(op), dagen):
                regel = {
                    "kenmerk": dossier.kenmerk,
                    "code": taak.code,
                    "van": oud.get(taak.pk),
                    "naar": taak.vervalt_op,
                }
                verschoven.append(regel)
                rij = actions.vastleggen(
                    dossier,
                    "herberekenen",
                    door=door,
                    op=op,
                    waarden={"termijn": taak.code, "van": str(regel["van"]), "naar": str(regel["naar"])},
                )
                actions.toelichten(dossier, rij, reden)
            # The copies for lists were refreshed with the deadlines.
            dossier.save()
        if alleen_tonen:
            transaction.set_rollback(True)
    return verschoven
