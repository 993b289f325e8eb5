"""What a besluit stands on: the bye-law that it cites, and who may sign it for which college (L-04, L-26, L-66)."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models

from kern.models import Gebruiker, Gemeente
from kern.tijd.periode import PeriodeVeld


class Besluitsoort(models.TextChoices):
    AANVRAAG = "aanvraag", "Besluit op een aanvraag"
    BUITEN_BEHANDELING = "buiten_behandeling", "Aanvraag buiten behandeling laten"
    TIJDELIJK = "tijdelijk", "Tijdelijke voorziening bij spoed"


@pghistory.track(model_name="VerordeningVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Verordening(models.Model):
    """A version of the bye-law that a besluit cites (L-04)."""

    college = models.ForeignKey(Gemeente, models.PROTECT, related_name="verordeningen", verbose_name="gemeente")
    naam = models.CharField("naam", max_length=200)
    versie = models.CharField("versie", max_length=40)
    periode = PeriodeVeld("geldig")

    class Meta:
        verbose_name = "verordening"
        verbose_name_plural = "verordeningen"
        ordering = ["college", "-periode"]
        constraints = [
            ExclusionConstraint(
                name="verordening_een_per_dag",
                expressions=[("college", RangeOperators.EQUAL), ("periode", RangeOperators.OVERLAPS)],
                violation_error_message="Deze gemeente heeft in deze periode al een verordening.",
            ),
        ]

    def __str__(self):
        return f"{self.naam} ({self.versie})"


@pghistory.track(model_name="MandaatVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Mandaat(models.Model):
    """Who may sign which decisions for which college, from when to when (L-26, L-66)."""

    gebruiker = models.ForeignKey(Gebruiker, models.PROTECT, related_name="mandaten", verbose_name="wie")
    college = models.ForeignKey(Gemeente, models.PROTECT, related_name="mandaten", verbose_name="college van")
    soort = models.CharField("welk besluit", max_length=20, choices=Besluitsoort)
    periode = PeriodeVeld("geldig")
    bron = models.CharField("mandaatbesluit", max_length=200)

    class Meta:
        verbose_name = "mandaat"
        verbose_name_plural = "mandaatregister"
        ordering = ["college", "gebruiker", "soort"]
        constraints = [
            ExclusionConstraint(
                name="mandaat_een_per_dag",
                expressions=[
                    ("gebruiker", RangeOperators.EQUAL),
                    ("college", RangeOperators.EQUAL),
                    ("soort", RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ],
                violation_error_message="Deze persoon heeft dit mandaat in deze periode al.",
            ),
        ]

    def __str__(self):
        return f"{self.gebruiker}: {self.get_soort_display()} ({self.college})"
