"""Where care is delivered: what a place offers, how much of it, and since when (R-FIN-04, R-IND-22, T-CAP, X-18, X-19)."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aanbieders.models.aanbieder import Aanbieder, Doelgroep
from kern.models import Gemeente, Regio


@pghistory.track(model_name="LocatieVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Locatie(models.Model):
    """One address or service; of the list of 2020 it may be unknown whose it is (Q-11)."""

    class Categorie(models.TextChoices):
        """The categories of T-CAP, and BW. Passantenplaatsen are GGZ ondersteuning (X-07)."""

        BESCHERMD_WONEN = "beschermd_wonen", "Beschermd wonen"
        OPVANG_WOONBEGELEIDING = "opvang_woonbegeleiding", "Opvang en woonbegeleiding"
        JONGEREN = "jongeren", "Jongeren"
        VERSLAVINGSZORG = "verslavingszorg", "Verslavingszorg"
        GGZ_ONDERSTEUNING = "ggz_ondersteuning", "GGZ ondersteuning"

    class Type(models.TextChoices):
        EIGEN_WONING = "eigen_woning", "In de eigen woning van de cliënt"
        ZORGBOERDERIJ = "zorgboerderij", "Kleinschalige zorgboerderij"
        APPARTEMENTEN = "appartementen", "Gebouw met appartementen"
        GROEPSWONING = "groepswoning", "Groepswoning"
        ANDERS = "anders", "Anders"

    class Toezicht(models.TextChoices):
        """Supervision that can be called is not the same as somebody who is there (R-IND-22)."""

        GEEN = "geen", "Niet dag en nacht"
        TOEZICHT = "toezicht", "24-uurs toezicht: dag en nacht te bereiken"
        AANWEZIGHEID = "aanwezigheid", "24-uurs aanwezigheid: dag en nacht iemand in huis"

    class Ruimte(models.TextChoices):
        STUDIO = "studio", "Studio met eigen voordeur"
        KAMER = "kamer", "Kamer"
        APPARTEMENT = "appartement", "Appartement"
        SLAAPZAAL = "slaapzaal", "Gedeelde slaapruimte"

    class Eenheid(models.TextChoices):
        """X-19: capacities that may not be added up."""

        PLEKKEN = "plekken", "plekken"
        GEM_PERSONEN = "gem_personen", "personen gemiddeld"
        ADRESSEN = "adressen", "adressen"
        ONBEKEND = "onbekend", "onbekend"

    aanbieder = models.ForeignKey(Aanbieder, models.PROTECT, null=True, blank=True, related_name="locaties")
    code = models.CharField("code in de lijst van 2020", max_length=3, blank=True)
    naam = models.CharField("naam", max_length=120)
    alias = models.CharField("ook bekend als", max_length=120, blank=True)
    categorie = models.CharField("categorie", max_length=24, choices=Categorie, default=Categorie.BESCHERMD_WONEN)
    type = models.CharField("soort plek", max_length=14, choices=Type, blank=True)
    is_eigen_instelling = models.BooleanField(
        "is een eigen instelling van de aanbieder", default=False, help_text="Nodig voor het onderdeel verblijf."
    )
    straat = models.CharField("straat", max_length=120, blank=True)
    huisnummer = models.CharField("huisnummer", max_length=20, blank=True)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    plaats = models.CharField("plaats", max_length=80, blank=True)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="gemeente")
    voor_regio = models.ForeignKey(
        Regio, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="capaciteit is voor regio"
    )
    toezicht = models.CharField("toezicht", max_length=12, choices=Toezicht, default=Toezicht.GEEN)
    ruimte = models.CharField("ruimte", max_length=12, choices=Ruimte, blank=True)
    is_toegankelijk = models.BooleanField("toegankelijk voor een rolstoel", default=False)
    doelgroepen = ArrayField(
        models.CharField(max_length=12, choices=Doelgroep), verbose_name="doelgroepen", default=list, blank=True
    )
    leeftijd_vanaf = models.PositiveSmallIntegerField("leeftijd vanaf", null=True, blank=True)
    leeftijd_tot = models.PositiveSmallIntegerField("leeftijd tot en met", null=True, blank=True)
    capaciteit = models.PositiveSmallIntegerField("capaciteit", null=True, blank=True)
    eenheid = models.CharField("eenheid", max_length=12, choices=Eenheid, default=Eenheid.PLEKKEN)
    bijzonderheid = models.CharField("bijzonderheid", max_length=200, blank=True)
    vanaf = models.DateField("in gebruik vanaf")
    tot = models.DateField("in gebruik tot en met", null=True, blank=True)
    is_te_bevestigen = models.BooleanField("nog te bevestigen", default=False)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "locatie"
        verbose_name_plural = "locaties"
        ordering = ["aanbieder", "naam", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")),
                name="locatie_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(leeftijd_vanaf__isnull=True)
                | Q(leeftijd_tot__isnull=True)
                | Q(leeftijd_tot__gte=F("leeftijd_vanaf")),
                name="locatie_leeftijd",
                violation_error_message="De hoogste leeftijd is lager dan de laagste.",
            ),
            models.CheckConstraint(
                condition=Q(eenheid="onbekend", capaciteit__isnull=True)
                | (~Q(eenheid="onbekend") & Q(capaciteit__isnull=False)),
                name="locatie_capaciteit_met_eenheid",
                violation_error_message="Vul de capaciteit in met de eenheid, of kies “onbekend” en laat haar leeg.",
            ),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="locatie_code_een_keer"),
        ]

    def __str__(self):
        return self.naam


@pghistory.track(model_name="PlekVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Plek(models.Model):
    """One room, studio or bed of a location."""

    locatie = models.ForeignKey(Locatie, models.PROTECT, related_name="plekken")
    naam = models.CharField("naam of nummer", max_length=40)
    ruimte = models.CharField("ruimte", max_length=12, choices=Locatie.Ruimte, blank=True)
    is_toegankelijk = models.BooleanField("toegankelijk voor een rolstoel", default=False)
    vanaf = models.DateField("in gebruik vanaf")
    tot = models.DateField("in gebruik tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "plek"
        verbose_name_plural = "plekken"
        ordering = ["naam", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["locatie", "naam"],
                name="plek_een_keer",
                violation_error_message="Deze locatie heeft al een plek met deze naam.",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")),
                name="plek_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
        ]

    def __str__(self):
        return self.naam
