"""What was agreed with a provider and for how long: an overeenkomst or a subsidie, and other contracts beside it (X-11)."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from aanbieders.models.product import Bedrag
from aanbieders.models.toelating import Toelating
from kern.models import Document
from kern.tijd.kalender import datum_nl


class DateRange(Func):
    """daterange(vanaf, tot, '[]'): both days count; an empty end is open."""

    function = "daterange"


@pghistory.track(model_name="ContractVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Contract(models.Model):
    """Almelo: uitvoeringsovereenkomst. Enschede: subsidie on real costs, with goals and individual agreement (R-FIN-05)."""

    class Soort(models.TextChoices):
        OVEREENKOMST = "overeenkomst", "Uitvoeringsovereenkomst"
        SUBSIDIE = "subsidie", "Subsidie op de werkelijke kosten"

    class Doel(models.TextChoices):
        """What a subsidy contributes to (R-FIN-06)."""

        PARTICIPATIE = "participatie", "Meedoen in de samenleving"
        VEILIGE_PLEK = "veilige_plek", "Een veilige plek"
        ZELFREDZAAMHEID = "zelfredzaamheid", "Het zelf kunnen"
        HERSTEL = "herstel", "Herstel"

    toelating = models.ForeignKey(Toelating, models.PROTECT, related_name="contracten")
    soort = models.CharField("soort", max_length=14, choices=Soort)
    nummer = models.CharField("nummer", max_length=40, blank=True)
    vanaf = models.DateField("vanaf")
    tot = models.DateField("tot en met")
    ondertekend_op = models.DateField("ondertekend of verleend op", null=True, blank=True)
    voorwaarden = models.TextField("voorwaarden", max_length=20000, blank=True)
    afspraak = models.TextField("individuele afspraak", max_length=20000, blank=True)
    doelen = ArrayField(models.CharField(max_length=16, choices=Doel), verbose_name="doelen", default=list, blank=True)
    subsidie_maximaal = Bedrag("hoogste bedrag in euro", null=True, blank=True)
    werkelijke_kosten = Bedrag("werkelijke kosten in euro", null=True, blank=True)
    verantwoorden_uiterlijk = models.DateField("verantwoorden uiterlijk op", null=True, blank=True)
    verantwoord_op = models.DateField("verantwoord op", null=True, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="document")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "contract"
        verbose_name_plural = "contracten"
        ordering = ["-vanaf"]
        constraints = [
            ExclusionConstraint(
                name="contract_een_per_dag",
                expressions=[
                    ("toelating", RangeOperators.EQUAL),
                    (DateRange("vanaf", "tot", RangeBoundary(inclusive_upper=True)), RangeOperators.OVERLAPS),
                ],
                violation_error_message="In deze periode is er al een contract met deze aanbieder.",
            ),
            models.CheckConstraint(
                condition=Q(tot__gte=F("vanaf")),
                name="contract_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(soort="overeenkomst", subsidie_maximaal__isnull=True, verantwoorden_uiterlijk__isnull=True)
                | (Q(soort="subsidie", verantwoorden_uiterlijk__isnull=False, doelen__len__gte=1) & ~Q(afspraak="")),
                name="contract_subsidie_met_afspraak",
                violation_error_message="Een subsidie heeft een afspraak, een doel en een dag om te verantwoorden.",
            ),
            models.CheckConstraint(
                condition=Q(subsidie_maximaal__isnull=True) | Q(subsidie_maximaal__gt=0),
                name="contract_bedrag_boven_nul",
                violation_error_message="Vul een bedrag boven 0 euro in.",
            ),
            models.CheckConstraint(
                condition=Q(verantwoord_op__isnull=True, werkelijke_kosten__isnull=True)
                | Q(
                    soort="subsidie", verantwoord_op__isnull=False, werkelijke_kosten__isnull=False, werkelijke_kosten__gte=0
                ),
                name="contract_verantwoord_met_kosten",
                violation_error_message="Vul de werkelijke kosten in en de dag waarop de aanbieder ze verantwoordde.",
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()} {self.nummer}".strip()

    @property
    def onderwerp(self) -> str:
        """What its deadline is about."""
        return f"{self} vanaf {datum_nl(self.vanaf)}"


@pghistory.track(model_name="GekoppeldcontractVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Gekoppeldcontract(models.Model):
    """A contract with the same provider for another form of care, to be kept in step with (R-FIN-09)."""

    toelating = models.ForeignKey(Toelating, models.CASCADE, related_name="gekoppeld")
    zorgvorm = models.CharField("zorgvorm", max_length=120)
    opdrachtgever = models.CharField("opdrachtgever", max_length=120)
    tot = models.DateField("loopt tot en met", null=True, blank=True)
    toelichting = models.CharField("waar u op let", max_length=500, blank=True)

    class Meta:
        verbose_name = "gekoppeld contract"
        verbose_name_plural = "gekoppelde contracten"
        ordering = ["tot", "id"]

    def __str__(self):
        return self.zorgvorm
