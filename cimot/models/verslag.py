"""The written account of the investigation, up to its final text (L-11)."""

import pghistory
from django.db import models
from django.db.models import F, Q

from cimot.models.aanmelding import Aanmelding, Kanaal


@pghistory.track(model_name="VerslagVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Verslag(models.Model):
    """The written account of Wmo 2.3.2 lid 8: concept, reaction of the client, final version (L-11)."""

    class Reactie(models.TextChoices):
        AKKOORD = "akkoord", "Akkoord"
        GEZIEN = "gezien", "Gezien, met opmerkingen"
        NIET_AKKOORD = "niet_akkoord", "Niet akkoord"

    aanmelding = models.OneToOneField(Aanmelding, models.CASCADE, related_name="verslag", primary_key=True)
    conclusie = models.TextField("conclusie", max_length=20000, blank=True)
    voorstel = models.TextField("voorstel", max_length=20000, blank=True)
    naar_client_op = models.DateField("naar cliënt gestuurd op", null=True, blank=True)
    naar_client_via = models.CharField("hoe gestuurd", max_length=10, choices=Kanaal, blank=True)
    reactie = models.CharField("reactie van de cliënt", max_length=12, choices=Reactie, blank=True)
    reactie_op = models.DateField("reactie op", null=True, blank=True)
    reactie_tekst = models.TextField("opmerkingen van de cliënt", max_length=20000, blank=True)
    is_ondertekend = models.BooleanField("ondertekend", default=False)
    definitief_op = models.DateField("definitief verslag gestuurd op", null=True, blank=True)
    definitieve_tekst = models.TextField("definitieve tekst", blank=True)
    definitief_hash = models.CharField("kenmerk van de definitieve tekst", max_length=64, blank=True)

    class Meta:
        verbose_name = "verslag"
        verbose_name_plural = "verslagen"
        constraints = [
            models.CheckConstraint(
                condition=Q(reactie="", reactie_op__isnull=True) | (~Q(reactie="") & Q(reactie_op__isnull=False)),
                name="verslag_reactie_met_datum",
                violation_error_message="Vul de reactie en de datum van de reactie samen in.",
            ),
            models.CheckConstraint(
                condition=Q(definitief_op__isnull=True)
                | (Q(naar_client_op__isnull=False) & Q(definitief_op__gte=F("naar_client_op"))),
                name="verslag_definitief_na_client",
                violation_error_message="Het definitieve verslag kan niet vóór het concept verstuurd zijn.",
            ),
            models.CheckConstraint(
                condition=Q(definitief_op__isnull=True) | ~Q(definitief_hash=""),
                name="verslag_definitief_met_hash",
            ),
        ]

    def __str__(self):
        return f"verslag {self.pk}"
