"""Suspending a deadline (Awb 4:15), and recomputing what is open when a rule, a setting or the holidays change."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from kern import actions, termijnen
from kern.models import Opschorting, Taak
from kern.proces import Weigering


def _toegestaan(taak: Taak, grond: str) -> None:
    """Raises Weigering when the table does not allow this suspension (L-59; T-ONDERZOEK never, L-06)."""
    if taak.status != Taak.Status.OPEN:
        raise Weigering("Deze termijn loopt niet meer.")
    if grond not in taak.termijn.opschorten:
        raise Weigering(f"De termijn “{taak.naam}” kan niet worden opgeschort op deze grond.", "grond")


def opschorten(taak: Taak, *, grond: str, reden: str, vanaf: date, door, op) -> Opschorting:
    """Let a deadline stand still from a day on (Awb 4:15). Raises Weigering when the table does not allow it."""
    with transaction.atomic():
        dossier = actions.vergrendel(taak.dossier)
        taak = dossier.taken.select_for_update(of=("self",)).get(pk=taak.pk)
        taak.dossier = dossier
        _toegestaan(taak, grond)
        if taak.opschortingen.filter(tot__isnull=True).exists():
            raise Weigering("Deze termijn staat al stil.")
        if taak.opschortingen.filter(tot__gte=vanaf).exists():
            # A day is suspended once: two periods over the same day would move the end twice.
            raise Weigering("Deze termijn stond op die dag al stil.", "vanaf")
        rij = taak.opschortingen.create(dossier=dossier, wereld=dossier.wereld, grond=grond, reden=reden, vanaf=vanaf)
        actions.vastleggen(dossier, "opschorten", door=door, op=op, waarden={"termijn": taak.code, "grond": grond})
        actions.bewaar(dossier, op)
    return rij


def hervatten(taak: Taak, *, klaar_op: date, door, op) -> None:
    """End a running suspension: `klaar_op` is the day of completion and is itself no suspended day. Raises Weigering."""
    with transaction.atomic():
        dossier = actions.vergrendel(taak.dossier)
        rij = Opschorting.objects.filter(taak=taak, tot__isnull=True).first()
        if rij is None:
            raise Weigering("Deze termijn staat niet stil.")
        # Completed on or before the first suspended day: no suspended days at all.
        rij.tot = max(klaar_op, rij.vanaf) - timedelta(days=1)
        rij.save()
        actions.vastleggen(dossier, "hervatten", door=door, op=op, waarden={"termijn": taak.code})
        actions.bewaar(dossier, op)


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
            for taak in termijnen.bijwerken(dossier, actions.dag(op), dagen):
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
