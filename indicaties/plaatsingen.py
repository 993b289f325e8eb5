"""Which clients a provider has, from the besluiten that were sent: one line per component, without a name (4.1 CON)."""

from datetime import date

from aanbieders.plaatsingen import Plaatsing
from cimot.models import Besluit, Besluitonderdeel

_S = Besluitonderdeel.Soort
_KENT_TOE = (Besluit.Uitkomst.TOEKENNING, Besluit.Uitkomst.GEDEELTELIJK)


def lopend(organisatie_id: int, op: date) -> list[Plaatsing]:
    """What was granted with this provider, was sent, and runs on a day: its last day counts. One query."""
    rijen = Besluitonderdeel.objects.filter(
        aanbieder=organisatie_id,
        beslissing=Besluitonderdeel.Beslissing.TOEGEKEND,
        besluit__uitkomst__in=_KENT_TOE,
        besluit__verzonden_op__lte=op,
        vanaf__lte=op,
        tot__gte=op,
    ).values_list("besluit__dossier__kenmerk", "soort", "vanaf", "tot", "uren", "besluit__dossier__regio_id")
    return [
        Plaatsing(kenmerk, str(_S(soort).label), soort, vanaf, tot, uren, regio_id)
        for kenmerk, soort, vanaf, tot, uren, regio_id in rijen.order_by("id")
    ]
