"""When something was recorded: in the demo on the day that it happened. The log's own clock is left as it is."""

import pgtrigger
from django.db.models import BigIntegerField, DateTimeField, F, OuterRef, Subquery
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce, Greatest

from cimot.models import Vraag
from kern.models import (
    Client,
    Contactmoment,
    Document,
    Dossier,
    Gebeurtenis,
    Opschorting,
    Relatie,
    Samenvoeging,
    Taak,
    Toelichting,
    Toestemming,
    WachtOp,
)

# What the log says of it, and under which key.
IN_LOG = {
    Relatie: ("relatie_toevoegen", "relatie"),
    Toestemming: ("toestemming_vastleggen", "toestemming"),
    Document: ("document_toevoegen", "document"),
}


def _geopend(dossier: str):
    rij = Gebeurtenis.objects.filter(dossier_id=OuterRef(dossier), actie="openen")
    return Subquery(rij.values("op")[:1])


def _gelogd(actie: str, sleutel: str):
    """When the log says that a row was made."""
    rijen = Gebeurtenis.objects.filter(actie=actie).annotate(rij=Cast(KT(f"waarden__{sleutel}"), BigIntegerField()))
    return Subquery(rijen.filter(rij=OuterRef("pk")).values("op")[:1])


def terugdateren() -> None:
    """The triggers rest: putting back a clock is no change that the row history should keep."""
    with pgtrigger.ignore():
        for model in (Gebeurtenis, Contactmoment, Vraag):
            model.objects.update(vastgelegd_op=F("op"))
        Dossier.objects.update(vastgelegd_op=_geopend("pk"))
        # Not before it began: the time to decide starts long after the dossier was opened.
        begin = Cast(F("begin_op"), DateTimeField())
        Taak.objects.update(vastgelegd_op=Greatest(_geopend("dossier_id"), begin))
        for model in (WachtOp, Opschorting):
            model.objects.update(vastgelegd_op=Cast(F("vanaf"), DateTimeField()))
        for model, (actie, sleutel) in IN_LOG.items():
            model.objects.update(vastgelegd_op=Coalesce(_gelogd(actie, sleutel), F("vastgelegd_op")))
        Samenvoeging.objects.update(op=Coalesce(_gelogd("client_samenvoegen", "samenvoeging"), F("op")))
        redenen = Gebeurtenis.objects.filter(pk=OuterRef("gebeurtenis_id"))
        Toelichting.objects.update(vastgelegd_op=Subquery(redenen.values("op")[:1]))
        eerste = Dossier.objects.filter(client=OuterRef("pk")).order_by("vastgelegd_op")
        gemeld = Subquery(eerste.values("vastgelegd_op")[:1])
        Client.objects.update(aangemaakt_op=Coalesce(gemeld, F("aangemaakt_op")))
