"""When something was recorded: in the demo on the day that it happened. The log's own clock is left as it is."""

import pgtrigger
from django.db.models import DateTimeField, F, OuterRef, Subquery
from django.db.models.functions import Cast, Coalesce

from cimot.models import Vraag
from kern.models import Client, Contactmoment, Dossier, Gebeurtenis, Taak, Toelichting, WachtOp


def _geopend(dossier: str):
    rij = Gebeurtenis.objects.filter(dossier_id=OuterRef(dossier), actie="openen")
    return Subquery(rij.values("op")[:1])


def terugdateren() -> None:
    """The triggers rest: putting back a clock is no change that the row history should keep."""
    with pgtrigger.ignore():
        for model in (Gebeurtenis, Contactmoment, Vraag):
            model.objects.update(vastgelegd_op=F("op"))
        Dossier.objects.update(vastgelegd_op=_geopend("pk"))
        Taak.objects.update(vastgelegd_op=_geopend("dossier_id"))
        WachtOp.objects.update(vastgelegd_op=Cast(F("vanaf"), DateTimeField()))
        redenen = Gebeurtenis.objects.filter(pk=OuterRef("gebeurtenis_id"))
        Toelichting.objects.update(vastgelegd_op=Subquery(redenen.values("op")[:1]))
        eerste = Dossier.objects.filter(client=OuterRef("pk")).order_by("vastgelegd_op")
        gemeld = Subquery(eerste.values("vastgelegd_op")[:1])
        Client.objects.update(aangemaakt_op=Coalesce(gemeld, F("aangemaakt_op")))
