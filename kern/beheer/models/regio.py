"""Regions, municipalities, and what differs per region (domein.md T-GEM and 1.20)."""

import pghistory
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import JSONObject

from kern.beheer import instellingen


@pghistory.track(model_name="RegioVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Regio(models.Model):
    """A centre municipality with its region: Almelo or Enschede (R-ORG-02, R-ORG-03)."""

    code = models.SlugField("code", unique=True)
    naam = models.CharField("naam", max_length=60)
    telefoon = models.CharField("telefoon van het team", max_length=20, blank=True)
    email = models.EmailField("e-mail van het team", blank=True)

    class Meta:
        verbose_name = "regio"
        verbose_name_plural = "regio's"
        ordering = ["naam"]

    def __str__(self):
        return self.naam

    def onthoud(self, instellingen: list[dict]) -> None:
        """Keep what was read with something else (`instellingen_van`)."""
        self._instellingen = instellingen

    def instelling(self, sleutel: str, op) -> object:
        """The value of a setting on a date (`op`). Raises KeyError for an unknown key. Source: domein.md 1.20."""
        beschrijving = instellingen.INSTELLINGEN[sleutel]
        # Read once per object: a page that asks ten settings asks the database once.
        if not hasattr(self, "_instellingen"):
            self.onthoud(Regio.objects.values_list(instellingen_van("pk"), flat=True).get(pk=self.pk))
        for rij in self._instellingen:
            if rij["sleutel"] == sleutel and rij["geldig_vanaf"] <= op.isoformat():
                return rij["waarde"]
        return beschrijving.standaard(self.code)


@pghistory.track(model_name="RegioInstellingVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class RegioInstelling(models.Model):
    """One setting of one region from a date on; the newest row that already applies wins."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="instellingen", verbose_name="regio")
    sleutel = models.CharField("instelling", max_length=60, choices=instellingen.keuzes)
    waarde = models.JSONField("waarde", null=True, blank=True)
    geldig_vanaf = models.DateField("geldig vanaf")
    reden = models.CharField("reden van de wijziging", max_length=200)

    class Meta:
        verbose_name = "instelling van een regio"
        verbose_name_plural = "instellingen per regio"
        ordering = ["regio", "sleutel", "-geldig_vanaf"]
        constraints = [
            models.UniqueConstraint(
                fields=["regio", "sleutel", "geldig_vanaf"],
                name="regioinstelling_een_per_dag",
                violation_error_message="Deze instelling heeft op deze datum al een waarde.",
            ),
            models.CheckConstraint(
                condition=~models.Q(reden=""),
                name="regioinstelling_met_reden",
                violation_error_message="Vul in waarom u dit wijzigt.",
            ),
        ]

    def __str__(self):
        return f"{self.regio}: {self.get_sleutel_display()} vanaf {self.geldig_vanaf:%d-%m-%Y}"

    def clean(self):
        beschrijving = instellingen.INSTELLINGEN.get(self.sleutel)
        if beschrijving:
            try:
                self.waarde = beschrijving.lees(self.waarde)
            except ValueError as fout:
                raise ValidationError({"waarde": str(fout)}) from fout


def instellingen_van(regio: str) -> ArraySubquery:
    """All settings of a region, the newest first, to read with something else; `regio` is the column that names it."""
    rijen = RegioInstelling.objects.filter(regio=models.OuterRef(regio)).order_by("-geldig_vanaf")
    return ArraySubquery(rijen.values(rij=JSONObject(sleutel="sleutel", waarde="waarde", geldig_vanaf="geldig_vanaf")))


@pghistory.track(model_name="GemeenteVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Gemeente(models.Model):
    """A municipality of Twente, or one of the two rests (T-GEM, R-ORG-02, R-ORG-03)."""

    class Soort(models.TextChoices):
        TWENTE = "twente", "gemeente in Twente"
        BUITEN = "buiten", "buiten de regio"
        ONBEKEND = "onbekend", "onbekend"

    naam = models.CharField("naam", max_length=60, unique=True)
    cbs_code = models.CharField("CBS-code", max_length=4, blank=True)
    soort = models.CharField("soort", max_length=10, choices=Soort, default=Soort.TWENTE)
    regio = models.ForeignKey(Regio, models.PROTECT, null=True, blank=True, related_name="gemeenten")
    is_centrum = models.BooleanField("is centrumgemeente", default=False)

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ["soort", "naam"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(soort="twente", regio__isnull=False, cbs_code__regex=r"^[0-9]{4}$")
                | (~models.Q(soort="twente") & models.Q(regio__isnull=True, cbs_code="")),
                name="gemeente_regio_en_code",
                violation_error_message="Een gemeente in Twente heeft een regio en een CBS-code van vier cijfers.",
            ),
            models.UniqueConstraint(
                fields=["regio"],
                condition=models.Q(is_centrum=True),
                name="gemeente_een_centrum",
                violation_error_message="Deze regio heeft al een centrumgemeente.",
            ),
            models.UniqueConstraint(fields=["cbs_code"], condition=~models.Q(cbs_code=""), name="gemeente_cbs_code_uniek"),
        ]

    def __str__(self):
        return self.naam


@pghistory.track(model_name="GelijkgesteldeDagVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class GelijkgesteldeDag(models.Model):
    """A day that a decree equates with a holiday (Algemene termijnenwet art. 3 lid 3)."""

    datum = models.DateField("datum", unique=True)
    naam = models.CharField("naam", max_length=60, default="gelijkgestelde dag")
    bron = models.CharField("bron (koninklijk besluit)", max_length=200)
    versie = models.CharField("versie van de feestdagenlijst", max_length=12, help_text="Bijvoorbeeld 2027-1.")

    class Meta:
        verbose_name = "gelijkgestelde dag"
        verbose_name_plural = "gelijkgestelde dagen"
        ordering = ["-datum"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(versie__regex=r"^[0-9]{4}-[0-9]+$"),
                name="gelijkgesteldedag_versie",
                violation_error_message="Schrijf de versie als jaar-nummer, bijvoorbeeld 2027-1.",
            )
        ]

    def __str__(self):
        return f"{self.datum:%d-%m-%Y} {self.naam}"
