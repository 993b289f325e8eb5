"""The end of the work with a provider, and where each of its clients goes by when (SM-9 `beeindigd`, BRF-55).

A line of the plan holds the number of a case and no name (domein.md 4.1 CON). No line goes away by itself.
"""

from datetime import date

from aanbieders import plaatsingen
from aanbieders.actions.aanmelden import SOORTEN
from aanbieders.models import Overdracht, Toelating
from kern.models import Organisatie
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.tijd import klok
from kern.tijd.kalender import datum_nl


def lopend(toelating, op: date) -> dict[str, str]:
    """Who must go elsewhere: the number of each case that runs on the last day (or today, after it), with its products."""
    producten: dict[str, list[str]] = {}
    dag = max(op, toelating.eindigt_op or op)
    for rij in plaatsingen.lopend(toelating.organisatie_id, dag, [toelating.regio_id]):
        producten.setdefault(rij.kenmerk, []).append(rij.product)
    return {kenmerk: ", ".join(dict.fromkeys(namen))[:200] for kenmerk, namen in producten.items()}


def aanbieders(toelating):
    """Where a client can go: every provider that is active, but this one."""
    rijen = Organisatie.objects.filter(soort__in=SOORTEN, is_actief=True)
    return rijen.exclude(pk=toelating.organisatie_id).order_by("naam")


def _ververs(toelating, op: date) -> dict[str, str]:
    """A line for each client who has none yet; a line that exists keeps what was arranged."""
    nu = lopend(toelating, op)
    bekend = {rij.kenmerk: rij for rij in toelating.overdrachten.all()}
    for kenmerk, product in nu.items():
        rij = bekend.get(kenmerk) or Overdracht(toelating=toelating, kenmerk=kenmerk)
        if rij.product != product:
            rij.product = product
            rij.save()
    return nu


def einde_voorbereiden(toelating, *, door, op, eindigt_op: date | None, reden: str) -> Toelating:
    """The last day and why, and the plan of who must go elsewhere. Without a day the work goes on after all.

    Raises Weigering for a last day before delivery began, and to go on with what was not going to end.
    """

    def wijzig(t):
        if eindigt_op is None and t.eindigt_op is None:
            raise Weigering("Vul de laatste dag in.", "eindigt_op")
        if eindigt_op and t.actief_vanaf and eindigt_op < t.actief_vanaf:
            raise Weigering(f"De aanbieder levert vanaf {datum_nl(t.actief_vanaf)}. Deze dag ligt daarvoor.", "eindigt_op")
        t.eindigt_op, t.einde_reden = eindigt_op, reden[:5000] if eindigt_op else ""
        if eindigt_op:
            _ververs(t, klok.dag(op))

    waarden = {"eindigt_op": eindigt_op.isoformat() if eindigt_op else ""}
    return kern.overgaan(toelating, "einde_voorbereiden", door=door, op=op, wijzig=wijzig, reden=reden, waarden=waarden)


def overdracht_regelen(toelating, *, door, op, regels: dict[str, dict]) -> Toelating:
    """Per case number {naar, uiterlijk, overgedragen_op, toelichting}; clients who came since get a line too.

    `is_weg` takes off a client who is no longer with this provider. Raises Weigering, beside the field, for the same
    provider, a day after its last one, a transfer in the future or to nobody, and for leaving out who is still there.
    """

    def wijzig(t):
        nu = _ververs(t, klok.dag(op))
        rijen = {rij.kenmerk: rij for rij in t.overdrachten.all()}
        for kenmerk, waarden in regels.items():
            rij = rijen.get(kenmerk)
            if rij is None:
                raise Weigering(f"Zaak {kenmerk} staat niet in het plan van overdracht.")
            if waarden.get("is_weg"):
                _van_het_plan(rij, nu)
            else:
                _leg_vast(t, rij, waarden, klok.dag(op))

    waarden = {"aantal": len(regels)}
    return kern.overgaan(toelating, "overdracht_regelen", door=door, op=op, wijzig=wijzig, waarden=waarden)


def _van_het_plan(rij: Overdracht, nu: dict[str, str]) -> None:
    if rij.kenmerk in nu:
        raise Weigering("Deze cliënt is nog bij deze aanbieder. Hij blijft in het plan.", f"weg_{rij.kenmerk}")
    rij.delete()


def _leg_vast(toelating, rij: Overdracht, waarden: dict, dag: date) -> None:
    naar, uiterlijk, over = waarden.get("naar"), waarden.get("uiterlijk"), waarden.get("overgedragen_op")
    if naar and naar.pk == toelating.organisatie_id:
        raise Weigering("Kies een andere aanbieder: deze stopt.", f"naar_{rij.kenmerk}")
    if uiterlijk and uiterlijk > toelating.eindigt_op:
        laatste = datum_nl(toelating.eindigt_op)
        raise Weigering(f"De laatste dag is {laatste}. Deze datum ligt daarna.", f"uiterlijk_{rij.kenmerk}")
    if over and over > dag:
        raise Weigering("Deze datum ligt in de toekomst.", f"over_{rij.kenmerk}")
    if over and naar is None:
        raise Weigering("Kies naar welke aanbieder de cliënt is gegaan.", f"naar_{rij.kenmerk}")
    rij.naar, rij.uiterlijk, rij.overgedragen_op = naar, uiterlijk or over, over
    rij.toelichting = waarden.get("toelichting", "")
    rij.save()


def beeindigen(toelating, *, door, op, brief=None) -> Toelating:
    """The last day is past and every client has somewhere to go (BRF-55). Who came since must be in the plan too."""
    return kern.overgaan(toelating, "beeindigen", door=door, op=op, wijzig=lambda t: _ververs(t, klok.dag(op)), brief=brief)
