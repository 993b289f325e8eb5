"""A provider as an organisation: who it is, what it was before 1-1-2015, whom one calls (R-FIN-03, R-FIN-04, X-13)."""

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kern.models import Gebruiker, Organisatie
from kern.tijd.velden import VastgelegdVeld


class Doelgroep(models.TextChoices):
    """What a provider or a location is specialised in (R-FIN-04)."""

    PSYCHIATRIE = "psychiatrie", "Psychiatrie"
    VERSLAVING = "verslaving", "Verslaving"
    LVB = "lvb", "Licht verstandelijke beperking"
    JONGEREN = "jongeren", "Jongeren van 18 tot 27 jaar"
    OUDEREN = "ouderen", "Ouderen"
    AUTISME = "autisme", "Autisme"
    FORENSISCH = "forensisch", "Na detentie of forensische zorg"
    DAKLOOS = "dakloos", "Mensen zonder huis"
    OUDER_KIND = "ouder_kind", "Ouders met kinderen"
    VROUWEN = "vrouwen", "Alleen vrouwen"


class Verleden(models.TextChoices):
    """What it delivered before 1-1-2015: it decides which housing component can be granted (X-13, R-IND-13, R-IND-15)."""

    ONBEKEND = "onbekend", "Nog niet bekend"
    GEEN = "geen", "Geen zorg vóór 2015"
    AWBZ = "awbz", "Zorgaanbieder volgens de AWBZ"
    PGB = "pgb", "Zorg betaald uit pgb"
    BEIDE = "beide", "AWBZ en pgb"


@pghistory.track(model_name="AanbiederVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Aanbieder(models.Model):
    """The data of one organisation that delivers or wants to deliver BW, in whatever region."""

    class Rechtsvorm(models.TextChoices):
        BV = "bv", "Besloten vennootschap (bv)"
        STICHTING = "stichting", "Stichting"
        VERENIGING = "vereniging", "Vereniging"
        COOPERATIE = "cooperatie", "Coöperatie"
        VOF = "vof", "Vennootschap onder firma (vof)"
        EENMANSZAAK = "eenmanszaak", "Eenmanszaak"
        ANDERS = "anders", "Anders"

    organisatie = models.OneToOneField(Organisatie, models.PROTECT, primary_key=True, related_name="aanbieder")
    kvk = models.CharField("KvK-nummer", max_length=8, null=True, blank=True, unique=True)
    agb = models.CharField("AGB-code", max_length=8, null=True, blank=True, unique=True)
    rechtsvorm = models.CharField("rechtsvorm", max_length=12, choices=Rechtsvorm, blank=True)
    ubo = models.TextField("uiteindelijk belanghebbenden (UBO)", max_length=2000, blank=True)
    opgericht_op = models.DateField("opgericht op", null=True, blank=True)
    straat = models.CharField("straat of postbus", max_length=120, blank=True)
    huisnummer = models.CharField("huisnummer", max_length=20, blank=True)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    plaats = models.CharField("plaats", max_length=80, blank=True)
    website = models.URLField("website", blank=True)
    specialisaties = ArrayField(
        models.CharField(max_length=12, choices=Doelgroep), verbose_name="specialisaties", default=list, blank=True
    )
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "aanbieder"
        verbose_name_plural = "aanbieders"
        constraints = [
            models.CheckConstraint(
                condition=Q(kvk__isnull=True) | Q(kvk__regex=r"^[0-9]{8}$"),
                name="aanbieder_kvk_acht_cijfers",
                violation_error_message="Een KvK-nummer heeft 8 cijfers.",
            ),
            models.CheckConstraint(
                condition=Q(agb__isnull=True) | Q(agb__regex=r"^[0-9]{8}$"),
                name="aanbieder_agb_acht_cijfers",
                violation_error_message="Een AGB-code heeft 8 cijfers.",
            ),
        ]

    def __str__(self):
        return self.organisatie.naam


class Verledenvaststelling(models.Model):
    """What a provider was before 1-1-2015, with its evidence. Rows are only added, so nothing changes without a reason.

    The newest row counts; without one it is not known, and neither housing component can be chosen (Q-12).
    """

    aanbieder = models.ForeignKey(Aanbieder, models.PROTECT, related_name="verledens")
    verleden = models.CharField("vóór 1-1-2015", max_length=10, choices=Verleden)
    bewijs = models.CharField("waaruit blijkt dat", max_length=500)
    reden = models.CharField("waarom u dit vastlegt of wijzigt", max_length=500)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    vastgesteld_op = models.DateField("vastgesteld op")
    vastgelegd_op = VastgelegdVeld()

    class Meta:
        verbose_name = "status vóór 2015"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reden="") & ~Q(bewijs=""),
                name="verleden_met_bewijs_en_reden",
                violation_error_message="Vul in waaruit het blijkt en waarom u het vastlegt.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="verleden_niet_wijzigen", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return self.get_verleden_display()


@pghistory.track(model_name="ContactpersoonVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Contactpersoon(models.Model):
    """Whom one calls or writes at a provider."""

    aanbieder = models.ForeignKey(Aanbieder, models.PROTECT, related_name="contactpersonen")
    naam = models.CharField("naam", max_length=120)
    functie = models.CharField("functie", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mail", blank=True)
    krijgt_brieven = models.BooleanField("krijgt onze brieven", default=False)
    vanaf = models.DateField("vanaf")
    tot = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "contactpersoon"
        verbose_name_plural = "contactpersonen"
        ordering = ["tot", "naam", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")),
                name="contactpersoon_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
            models.CheckConstraint(
                condition=~Q(telefoon="") | ~Q(email=""),
                name="contactpersoon_bereikbaar",
                violation_error_message="Vul een telefoonnummer of een e-mailadres in.",
            ),
        ]

    def __str__(self):
        return self.naam
