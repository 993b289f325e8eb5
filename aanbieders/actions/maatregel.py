"""Measures against a provider, taken by the teamleider after advice of the supervisor (SM-9 `verscherpt`, `opgeschort`)."""

from datetime import date

from aanbieders.models import Maatregel, Toelating
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.tijd import klok
from kern.tijd.kalender import datum_nl

S = Maatregel.Soort


def verscherpen(
    toelating,
    *,
    door,
    op,
    soort: str,
    reden: str,
    advies: str,
    advies_op: date | None,
    vanaf: date,
    tot: date | None = None,
    brief=None,
) -> Toelating:
    """Verscherpt toezicht or a cliëntenstop. Raises Weigering without a reason or advice, or for days that cannot be."""
    if soort not in (S.TOEZICHT, S.CLIENTENSTOP):
        raise Weigering("Kies verscherpt toezicht of een cliëntenstop.", "soort")
    if not advies.strip() or advies_op is None:
        raise Weigering("Vul het advies van de toezichthouder in, en van welke dag het is.", "advies")
    gegevens = {"soort": soort, "reden": reden, "advies": advies, "advies_op": advies_op, "vanaf": vanaf, "tot": tot}
    return _opleggen(toelating, "verscherpen", gegevens, door=door, op=op, brief=brief)


def opschorten(
    toelating,
    *,
    door,
    op,
    reden: str,
    vanaf: date,
    tot: date | None = None,
    advies: str = "",
    advies_op: date | None = None,
    brief=None,
) -> Toelating:
    """No new placements. Raises Weigering without a reason, for an advice without its day, or for days that cannot be."""
    if bool(advies.strip()) != (advies_op is not None):
        raise Weigering("Vul bij het advies in van welke dag het is.", "advies_op" if advies.strip() else "advies")
    gegevens = {"soort": S.OPSCHORTING, "reden": reden, "advies": advies.strip(), "advies_op": advies_op}
    return _opleggen(toelating, "opschorten", {**gegevens, "vanaf": vanaf, "tot": tot}, door=door, op=op, brief=brief)


def _opleggen(toelating, actie: str, gegevens: dict, *, door, op, brief) -> Toelating:
    def wijzig(t):
        _bewaak(t, gegevens, klok.dag(op))
        Maatregel.objects.create(toelating=t, **gegevens)

    waarden = {"soort": gegevens["soort"]}
    return kern.overgaan(toelating, actie, door=door, op=op, wijzig=wijzig, waarden=waarden, brief=brief)


def _bewaak(toelating, gegevens: dict, dag: date) -> None:
    vanaf, tot, advies_op = gegevens["vanaf"], gegevens["tot"], gegevens["advies_op"]
    if not gegevens["reden"].strip():
        raise Weigering("Vul in waarom u dit doet.", "reden")
    if advies_op and advies_op > dag:
        raise Weigering("Deze datum ligt in de toekomst.", "advies_op")
    if vanaf < toelating.geopend_op:
        raise Weigering(f"Dit dossier begon op {datum_nl(toelating.geopend_op)}. Deze datum ligt daarvoor.", "vanaf")
    if tot and tot < vanaf:
        raise Weigering("De einddatum ligt vóór de begindatum.", "tot")
    if tot and tot < dag:
        raise Weigering("De maatregel is dan al voorbij. Kies een latere dag.", "tot")
    if toelating.maatregelen.filter(soort=gegevens["soort"], beeindigd_op__isnull=True).exists():
        raise Weigering("Deze maatregel loopt al.", "soort")


def maatregel_opheffen(toelating, *, door, op, reden: str, brief=None) -> Toelating:
    """All running measures end together, on the day of `op`, for one reason. Raises Weigering without it."""

    def wijzig(t):
        for maatregel in t.maatregelen.filter(beeindigd_op__isnull=True):
            # One that had still to begin never holds.
            maatregel.beeindigd_op, maatregel.beeindigd_reden = max(klok.dag(op), maatregel.vanaf), reden.strip()
            maatregel.save()

    return kern.overgaan(toelating, "maatregel_opheffen", door=door, op=op, wijzig=wijzig, reden=reden, brief=brief)
