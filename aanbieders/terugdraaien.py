"""What a reversed step of SM-9 takes back: the fact that it recorded, so that its deadline goes with it."""

from datetime import timedelta

from kern.models import Opschorting
from kern.tijd.gronden import AANVULLING


def _leeg(*velden):
    def terug(toelating):
        for veld in velden:
            setattr(toelating, veld, "" if veld in ("motivering", "ontbreekt") else None)
        toelating.save()

    return terug


toets = _leeg("getoetst_vanaf")
besluit = _leeg("besloten_op", "toegelaten_vanaf", "toegelaten_tot", "motivering")
begin = _leeg("actief_vanaf")


def _stil(toelating):
    """The standing still that the last request to complete caused (L-59)."""
    rijen = Opschorting.objects.filter(dossier=toelating, grond=AANVULLING, vanaf__gt=toelating.aanvulling_gevraagd_op)
    return rijen.order_by("-vanaf")


def aanvulling(toelating) -> None:
    """The request disappears, and with it the standing still that it caused."""
    _stil(toelating).delete()
    _leeg("aanvulling_gevraagd_op", "aanvulling_tot", "ontbreekt")(toelating)


def aangevuld(toelating) -> None:
    """Not completed after all: what this step let run, stands still again until the last day that was set."""
    stil, een_dag = _stil(toelating).first(), timedelta(days=1)
    # It may have ended before, by hand: then its last day is another one.
    if stil and stil.tot == max(toelating.aangevuld_op, stil.vanaf) - een_dag:
        stil.tot = toelating.aanvulling_tot - een_dag
        stil.save()
    _leeg("aangevuld_op")(toelating)


def planning(toelating) -> None:
    """The review that was only planned. What was agreed meanwhile stays agreed."""
    toelating.afspraken.filter(gesprek__gesloten_op__isnull=True, gesprek__isnull=False).update(gesprek=None)
    toelating.gesprekken.filter(gesloten_op__isnull=True).delete()


def afronding(toelating) -> None:
    """The review is open again; its figures are frozen anew when it is finished."""
    gesprek = toelating.gesprekken.filter(gesloten_op__isnull=False).order_by("-gesloten_op", "-id").first()
    gesprek.gesloten_op, gesprek.gesloten_door, gesprek.cijfers = None, None, []
    gesprek.reactie, gesprek.reactie_op = "", None
    gesprek.save()


def maatregel(toelating) -> None:
    """The measure that was just imposed."""
    toelating.maatregelen.order_by("-id").first().delete()


def opheffing(toelating) -> None:
    """The measures that ended together run again."""
    laatste = toelating.maatregelen.filter(beeindigd_op__isnull=False).order_by("-beeindigd_op", "-id").first()
    rijen = toelating.maatregelen.filter(beeindigd_op=laatste.beeindigd_op, beeindigd_reden=laatste.beeindigd_reden)
    rijen.update(beeindigd_op=None, beeindigd_reden="")
