"""Two rows that turned out to be one person (R-AAN-03)."""

import pghistory
from django.db import models
from django.db.models import F, Q

from kern.personen.models.client import Client
from kern.tijd.velden import VastgelegdVeld
from kern.toegang.models.gebruiker import Gebruiker


@pghistory.track(model_name="SamenvoegingVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Samenvoeging(models.Model):
    """One merge: what was chosen, what moved and what was there before, so that it can be taken back.

    `oud` holds the old values of the columns that changed, never a BSN; `verplaatst` the ids that moved, per kind.
    """

    doel = models.ForeignKey(Client, models.PROTECT, related_name="samenvoegingen")
    bron = models.ForeignKey(Client, models.PROTECT, related_name="+")
    keuzes = models.JSONField(default=dict)
    oud = models.JSONField(default=dict)
    verplaatst = models.JSONField(default=dict)
    doel_versie = models.PositiveIntegerField()
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    op = VastgelegdVeld()
    ongedaan_op = models.DateTimeField(null=True, blank=True)
    ongedaan_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "samenvoeging"
        verbose_name_plural = "samenvoegingen"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(doel=F("bron")), name="samenvoeging_twee_personen"),
            models.UniqueConstraint(
                fields=["bron"],
                condition=Q(ongedaan_op__isnull=True),
                name="samenvoeging_een_keer",
                violation_error_message="Deze cliënt is al samengevoegd.",
            ),
        ]

    def __str__(self):
        return f"{self.bron_id} naar {self.doel_id}"
