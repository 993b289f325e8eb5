"""A second opinion on an onderzoek (R-ORG-12)."""

import pghistory
from django.db import models
from django.db.models import F, Q

from cimot.models.onderzoek import Onderzoek
from kern.models import Gebruiker


@pghistory.track(model_name="ExpertiseadviesVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Expertiseadvies(models.Model):
    """A second opinion of another discipline within Cimot (R-ORG-12)."""

    class Discipline(models.TextChoices):
        GGZ = "ggz", "Ggz"
        BEHANDELING = "behandeling", "Ggz-behandeling"
        VB = "vb", "Verstandelijke beperking"
        CORPORATIE = "corporatie", "Woningcorporatie"
        VERSLAVING = "verslaving", "Verslaving"
        VV = "vv", "Verpleging en verzorging"
        MO = "mo", "Maatschappelijke opvang"

    onderzoek = models.ForeignKey(Onderzoek, models.CASCADE, related_name="adviezen")
    discipline = models.CharField("welke discipline", max_length=12, choices=Discipline)
    adviseur = models.CharField("aan wie", max_length=120)
    vraag = models.TextField("wat is de vraag", max_length=5000)
    gevraagd_op = models.DateField("gevraagd op")
    advies = models.TextField("advies", max_length=20000, blank=True)
    gegeven_op = models.DateField("advies gegeven op", null=True, blank=True)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "expertiseadvies"
        verbose_name_plural = "expertiseadviezen"
        ordering = ["gevraagd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gegeven_op__isnull=True, advies="")
                | (Q(gegeven_op__isnull=False, gegeven_op__gte=F("gevraagd_op")) & ~Q(advies="")),
                name="expertiseadvies_met_datum",
                violation_error_message="Vul het advies en de dag van het advies samen in, niet vóór de vraag.",
            ),
        ]

    def __str__(self):
        return f"{self.get_discipline_display()} {self.gevraagd_op:%d-%m-%Y}"
