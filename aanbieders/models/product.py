"""The product catalogue and what is paid: versions with a period that never overlap (R-IND-26, R-FIN-11, R-IND-17).

Money is Decimal in euros with two digits behind the comma; a float never touches it.
"""

from decimal import Decimal

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q

from aanbieders.models.aanbieder import Aanbieder
from kern.models import Regio
from kern.tijd.periode import PeriodeVeld


class Productsoort(models.TextChoices):
    """What can be granted, by the words of the besluit (R-IND-01 to R-IND-21)."""

    OZL_STANDAARD = "ozl_standaard", "OZL standaard"
    OZL_INTENSIEF = "ozl_intensief", "OZL intensief"
    OZL_ZEER_INTENSIEF = "ozl_zeer_intensief", "OZL zeer intensief"
    OMD = "omd", "OMD"
    VERBLIJF = "verblijf", "Verblijf"
    COMPENSATIE = "compensatie", "Compensatie huurlasten en –risico"
    ZELFVOORZIENEND = "zelfvoorzienend", "Zelfvoorzienend"
    TOESLAG = "toeslag", "Toeslag"
    ALL_INCLUSIVE = "all_inclusive", "BW all inclusive"
    MODULAIR = "modulair", "BW modulair"
    OPVANG = "opvang", "Opvang"


# For these the region sets a maximum (R-IND-17).
HUISVESTING = ("verblijf", "compensatie")


class Eenheid(models.TextChoices):
    """WJ756; stored as words, the iWmo code stands in `IWMO_EENHEID`."""

    UUR = "uur", "per uur"
    DAGDEEL = "dagdeel", "per dagdeel"
    ETMAAL = "etmaal", "per etmaal"
    MAAND = "maand", "per maand"
    STUK = "stuk", "per stuk"


# Unit and frequency of iWmo 3.2 (WJ756, WMO757): a month is one unit of output, four times a year there is none.
IWMO_EENHEID = {"uur": "04", "dagdeel": "16", "etmaal": "14", "maand": "82", "stuk": "84"}


class Productcategorie(models.TextChoices):
    """WMO020 of iWmo 3.2, by its code in `IWMO_CATEGORIE`."""

    BESCHERMD_WONEN = "beschermd_wonen", "Beschermd wonen"
    OPVANG = "opvang", "Opvang"
    SPOEDOPVANG = "spoedopvang", "Spoedopvang"
    OVERIG = "overig", "Overige beschermd wonen en opvang"


IWMO_CATEGORIE = {"beschermd_wonen": "15", "opvang": "16", "spoedopvang": "17", "overig": "18"}


@pghistory.track(model_name="ProductVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Product(models.Model):
    """One version of one product of a region. `periode`: the first day counts, the last one does not (`[)`)."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="producten", verbose_name="regio")
    soort = models.CharField("product", max_length=20, choices=Productsoort)
    naam = models.CharField("naam in de regio", max_length=120)
    omschrijving = models.TextField("wat het inhoudt", max_length=5000, blank=True)
    categorie = models.CharField("productcategorie", max_length=16, choices=Productcategorie)
    eenheid = models.CharField("eenheid", max_length=8, choices=Eenheid)
    periode = PeriodeVeld("geldig")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "product"
        verbose_name_plural = "producten"
        ordering = ["regio", "soort", "-periode"]
        constraints = [
            ExclusionConstraint(
                name="product_een_per_dag",
                expressions=[
                    ("regio", RangeOperators.EQUAL),
                    ("soort", RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ],
                violation_error_message="Dit product heeft in deze periode al een versie.",
            ),
            models.CheckConstraint(
                condition=Q(periode__isempty=False, periode__lower_inf=False),
                name="product_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
        ]

    def __str__(self):
        return self.naam


class Bedrag(models.DecimalField):
    """Euros with two digits behind the comma."""

    def __init__(self, *args, **opties):
        super().__init__(*args, **{"max_digits": 10, "decimal_places": 2, **opties})


@pghistory.track(model_name="MaximumtariefVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Maximumtarief(models.Model):
    """The most that the region pays for a housing component in a period (R-IND-17, Q-13: empty until known)."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+", verbose_name="regio")
    soort = models.CharField("product", max_length=20, choices=Productsoort)
    bedrag = Bedrag("bedrag in euro")
    eenheid = models.CharField("eenheid", max_length=8, choices=Eenheid)
    periode = PeriodeVeld("geldig")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "maximumtarief"
        verbose_name_plural = "maximumtarieven"
        ordering = ["regio", "soort", "-periode"]
        constraints = [
            ExclusionConstraint(
                name="maximumtarief_een_per_dag",
                expressions=[
                    ("regio", RangeOperators.EQUAL),
                    ("soort", RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ],
                violation_error_message="Dit onderdeel heeft in deze periode al een maximum.",
            ),
            models.CheckConstraint(
                condition=Q(bedrag__gt=Decimal(0)),
                name="maximumtarief_boven_nul",
                violation_error_message="Een tarief is meer dan 0 euro.",
            ),
            models.CheckConstraint(
                condition=Q(periode__isempty=False, periode__lower_inf=False),
                name="maximumtarief_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(soort__in=HUISVESTING),
                name="maximumtarief_huisvesting",
                violation_error_message="Een maximum is er alleen voor verblijf en voor compensatie van huurlasten.",
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()}: {self.bedrag}"


@pghistory.track(model_name="TariefVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Tarief(models.Model):
    """What one provider is paid for one product in one region during a period; a besluit without one is allowed (Q-13)."""

    aanbieder = models.ForeignKey(Aanbieder, models.PROTECT, related_name="tarieven")
    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+", verbose_name="regio")
    soort = models.CharField("product", max_length=20, choices=Productsoort)
    bedrag = Bedrag("bedrag in euro")
    eenheid = models.CharField("eenheid", max_length=8, choices=Eenheid)
    periode = PeriodeVeld("geldig")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "tarief"
        verbose_name_plural = "tarieven"
        ordering = ["aanbieder", "regio", "soort", "-periode"]
        constraints = [
            ExclusionConstraint(
                name="tarief_een_per_dag",
                expressions=[
                    ("aanbieder", RangeOperators.EQUAL),
                    ("regio", RangeOperators.EQUAL),
                    ("soort", RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ],
                violation_error_message="Voor dit product is in deze periode al een tarief.",
            ),
            models.CheckConstraint(
                condition=Q(bedrag__gt=Decimal(0)),
                name="tarief_boven_nul",
                violation_error_message="Een tarief is meer dan 0 euro.",
            ),
            models.CheckConstraint(
                condition=Q(periode__isempty=False, periode__lower_inf=False),
                name="tarief_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
            # Who lives in his own dwelling costs no housing (R-IND-18).
            models.CheckConstraint(
                condition=~Q(soort="zelfvoorzienend"),
                name="tarief_niet_zelfvoorzienend",
                violation_error_message="Zelfvoorzienend heeft geen tarief: de cliënt betaalt zelf.",
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()}: {self.bedrag}"
