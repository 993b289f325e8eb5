import pghistory
from django.db import models

from kern.beheer.models.regio import Gemeente, Regio


@pghistory.track(model_name="OrganisatieVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Organisatie(models.Model):
    """An organisation whose people use the system or that is named in dossiers (R-ACT-10 to R-ACT-20)."""

    class Soort(models.TextChoices):
        CENTRUMGEMEENTE = "centrumgemeente", "centrumgemeente"
        GEMEENTE = "gemeente", "gemeente"
        ZORGAANBIEDER = "zorgaanbieder", "zorgaanbieder"
        OPVANGAANBIEDER = "opvangaanbieder", "opvangaanbieder"
        CORPORATIE = "corporatie", "woningcorporatie"
        BEHANDELAAR = "behandelaar", "behandelinstelling"
        TOEZICHT = "toezicht", "toezichthouder"
        OVERIG = "overig", "overig"

    naam = models.CharField("naam", max_length=120, unique=True)
    soort = models.CharField("soort", max_length=20, choices=Soort)
    regio = models.ForeignKey(Regio, models.PROTECT, null=True, blank=True, related_name="organisaties")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, related_name="organisaties")
    is_actief = models.BooleanField("is actief", default=True)

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["naam"]

    def __str__(self):
        return self.naam
