"""Voortgangsgesprekken and what was agreed in them; a finished one keeps its figures as they were (R-FIN-07)."""

import pghistory
from django.db import models
from django.db.models import F, Q

from aanbieders.models.toelating import Toelating
from kern.models import Gebruiker


@pghistory.track(model_name="GesprekVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Gesprek(models.Model):
    """One review. `cijfers`: the figures of the provider on the day that it was finished, never computed again."""

    toelating = models.ForeignKey(Toelating, models.PROTECT, related_name="gesprekken")
    gepland_op = models.DateField("gepland op")
    agenda = models.TextField("agenda", max_length=5000, blank=True)
    gehouden_op = models.DateField("gehouden op", null=True, blank=True)
    aanwezigen = models.TextField("wie waren erbij", max_length=2000, blank=True)
    verslag = models.TextField("verslag", max_length=20000, blank=True)
    cijfers = models.JSONField("cijfers", default=list, blank=True)
    gesloten_op = models.DateField("afgerond op", null=True, blank=True)
    gesloten_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")
    reactie = models.TextField("reactie van de aanbieder", max_length=20000, blank=True)
    reactie_op = models.DateField("reactie ontvangen op", null=True, blank=True)

    class Meta:
        verbose_name = "voortgangsgesprek"
        verbose_name_plural = "voortgangsgesprekken"
        ordering = ["-gepland_op", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["toelating"],
                condition=Q(gesloten_op__isnull=True),
                name="gesprek_een_open",
                violation_error_message="Er is al een voortgangsgesprek gepland.",
            ),
            models.CheckConstraint(
                condition=Q(gesloten_op__isnull=True, gesloten_door__isnull=True)
                | (
                    Q(
                        gesloten_op__isnull=False,
                        gesloten_door__isnull=False,
                        gehouden_op__isnull=False,
                        gesloten_op__gte=F("gehouden_op"),
                    )
                    & ~Q(verslag="")
                    & ~Q(aanwezigen="")
                ),
                name="gesprek_afgerond_met_verslag",
                violation_error_message="Vul in wanneer het gesprek was, wie erbij waren en wat er is besproken.",
            ),
            models.CheckConstraint(
                condition=Q(reactie="", reactie_op__isnull=True)
                | (Q(reactie_op__isnull=False, gesloten_op__isnull=False) & ~Q(reactie="")),
                name="gesprek_reactie_met_datum",
                violation_error_message="Vul de reactie in en de dag waarop u haar kreeg.",
            ),
        ]

    def __str__(self):
        return f"voortgangsgesprek {self.gepland_op:%d-%m-%Y}"


@pghistory.track(model_name="AfspraakVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Afspraak(models.Model):
    """One agreement with a last day and who does it."""

    class Wie(models.TextChoices):
        AANBIEDER = "aanbieder", "De aanbieder"
        CIMOT = "cimot", "Cimot"

    toelating = models.ForeignKey(Toelating, models.PROTECT, related_name="afspraken")
    gesprek = models.ForeignKey(Gesprek, models.PROTECT, null=True, blank=True, related_name="afspraken")
    tekst = models.CharField("wat", max_length=500)
    wie = models.CharField("wie doet dit", max_length=10, choices=Wie)
    gemaakt_op = models.DateField("afgesproken op")
    uiterlijk = models.DateField("uiterlijk op")
    gedaan_op = models.DateField("klaar op", null=True, blank=True)
    uitkomst = models.CharField("wat is ervan gekomen", max_length=500, blank=True)

    class Meta:
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        ordering = ["uiterlijk", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(uiterlijk__gte=F("gemaakt_op")),
                name="afspraak_uiterlijk",
                violation_error_message="De laatste dag ligt vóór de dag waarop u dit afsprak.",
            ),
            models.CheckConstraint(
                condition=Q(gedaan_op__isnull=True) | Q(gedaan_op__gte=F("gemaakt_op")),
                name="afspraak_gedaan_na_gemaakt",
                violation_error_message="Dit kan niet klaar zijn vóór het was afgesproken.",
            ),
        ]

    def __str__(self):
        return self.tekst

    @property
    def onderwerp(self) -> str:
        """What its deadline is about."""
        return self.tekst
