"""Measures against a provider, and to whom its clients go when it stops (SM-9 `verscherpt`, `opgeschort`, `beeindigd`)."""

import pghistory
from django.db import models
from django.db.models import F, Q

from aanbieders.models.toelating import Toelating
from kern.models import Organisatie
from kern.tijd.kalender import datum_nl


@pghistory.track(model_name="MaatregelVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Maatregel(models.Model):
    """A decision with its reason and the advice that it follows. A cliëntenstop or opschorting lets in nobody new."""

    class Soort(models.TextChoices):
        TOEZICHT = "toezicht", "Verscherpt toezicht"
        CLIENTENSTOP = "clientenstop", "Cliëntenstop: geen nieuwe cliënten"
        OPSCHORTING = "opschorting", "Opschorting: geen nieuwe cliënten"

    toelating = models.ForeignKey(Toelating, models.PROTECT, related_name="maatregelen")
    soort = models.CharField("maatregel", max_length=14, choices=Soort)
    reden = models.TextField("waarom", max_length=5000)
    advies = models.TextField("advies van de toezichthouder", max_length=5000, blank=True)
    advies_op = models.DateField("advies van", null=True, blank=True)
    vanaf = models.DateField("vanaf")
    tot = models.DateField("tot en met", null=True, blank=True)
    beeindigd_op = models.DateField("opgeheven op", null=True, blank=True)
    beeindigd_reden = models.CharField("waarom opgeheven", max_length=500, blank=True)

    class Meta:
        verbose_name = "maatregel"
        verbose_name_plural = "maatregelen"
        ordering = ["-vanaf", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reden=""), name="maatregel_met_reden", violation_error_message="Vul in waarom u dit doet."
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")),
                name="maatregel_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(advies="", advies_op__isnull=True) | (Q(advies_op__isnull=False) & ~Q(advies="")),
                name="maatregel_advies_met_datum",
                violation_error_message="Vul bij het advies in van welke dag het is.",
            ),
            # Verscherpt toezicht and a cliëntenstop follow the supervisor's advice (SM-9).
            models.CheckConstraint(
                condition=Q(soort="opschorting") | Q(advies_op__isnull=False),
                name="maatregel_na_advies",
                violation_error_message="Vul het advies van de toezichthouder in.",
            ),
            models.CheckConstraint(
                condition=Q(beeindigd_op__isnull=True) | (Q(beeindigd_op__gte=F("vanaf")) & ~Q(beeindigd_reden="")),
                name="maatregel_opgeheven_met_reden",
                violation_error_message="Vul in waarom de maatregel stopt.",
            ),
            models.UniqueConstraint(
                fields=["toelating", "soort"],
                condition=Q(beeindigd_op__isnull=True),
                name="maatregel_een_lopend",
                violation_error_message="Deze maatregel loopt al.",
            ),
        ]

    def __str__(self):
        return self.get_soort_display()

    @property
    def onderwerp(self) -> str:
        """What its deadline is about."""
        return f"{self.get_soort_display()} vanaf {datum_nl(self.vanaf)}"


@pghistory.track(model_name="OverdrachtVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Overdracht(models.Model):
    """One line of the transfer plan: a client, by the number of his case only, and where he goes by when."""

    toelating = models.ForeignKey(Toelating, models.PROTECT, related_name="overdrachten")
    kenmerk = models.CharField("zaaknummer", max_length=20)
    product = models.CharField("product", max_length=200)
    naar = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="nieuwe aanbieder"
    )
    uiterlijk = models.DateField("uiterlijk over op", null=True, blank=True)
    overgedragen_op = models.DateField("overgegaan op", null=True, blank=True)
    toelichting = models.CharField("toelichting", max_length=500, blank=True)

    class Meta:
        verbose_name = "overdracht"
        verbose_name_plural = "overdrachten"
        ordering = ["kenmerk"]
        constraints = [
            models.UniqueConstraint(fields=["toelating", "kenmerk"], name="overdracht_een_per_zaak"),
            models.CheckConstraint(
                condition=Q(overgedragen_op__isnull=True) | Q(naar__isnull=False),
                name="overdracht_naar_wie",
                violation_error_message="Kies naar welke aanbieder de cliënt is gegaan.",
            ),
        ]

    def __str__(self):
        return self.kenmerk
