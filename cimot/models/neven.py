"""What runs beside an aanmelding: spoed with its temporary provision, and landelijke toegankelijkheid (L-13, SM-4)."""

import pghistory
from django.db import models
from django.db.models import F, Q

from cimot.models.aanmelding import Kanaal
from kern.models import Dossier
from kern.proces.models.dossier import DossierManager


@pghistory.track(model_name="SpoedvoorzieningVersie", obj_field=pghistory.ObjForeignKey(related_name="spoedversies"))
class Spoedvoorziening(Dossier):
    """Urgent: decide at once on a temporary maatwerkvoorziening, while the investigation goes on (Wmo 2.3.3, L-13)."""

    reden = models.TextField("waarom kan dit niet wachten", max_length=5000, blank=True)
    risico = models.TextField("wat gebeurt er als we wachten", max_length=5000, blank=True)
    is_geweld = models.BooleanField("huiselijk geweld of onveilig thuis", default=False)
    voorziening = models.TextField("welke hulp is nu nodig", max_length=5000, blank=True)
    tijdelijk_vanaf = models.DateField("tijdelijk vanaf", null=True, blank=True)
    tijdelijk_tot = models.DateField("tijdelijk tot en met", null=True, blank=True)
    objects = DossierManager()

    class Meta:
        verbose_name = "spoedvoorziening"
        verbose_name_plural = "spoedvoorzieningen"
        constraints = [
            models.CheckConstraint(
                condition=Q(tijdelijk_vanaf__isnull=True, tijdelijk_tot__isnull=True)
                | Q(tijdelijk_vanaf__isnull=False, tijdelijk_tot__isnull=False, tijdelijk_tot__gte=F("tijdelijk_vanaf")),
                name="spoedvoorziening_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
        ]

    @property
    def tijdelijk_besloten_op(self):
        """The day on which the first temporary decision was sent: T-SPOED ends."""
        return self.eerste("besluiten").verzonden_op if self.besluit else None

    @property
    def besluit(self):
        """The last decision: the one that holds now. An extension is a besluit beside the first."""
        return self.laatste("besluiten")

    @property
    def ondertekenaar(self):
        return self.besluit.ondertekenaar if self.besluit else None


@pghistory.track(model_name="LandelijkeToegangVersie", obj_field=pghistory.ObjForeignKey(related_name="landelijkversies"))
class LandelijkeToegang(Dossier):
    """Where has this person the best chance? Never a reason to refuse (L-02, R-LT-01 to R-LT-05, L-102)."""

    class Richting(models.TextChoices):
        IN = "in", "Komt van een andere regio"
        UIT = "uit", "Gaat naar een andere regio"

    class Tijdelijk(models.TextChoices):
        GEREGELD = "geregeld", "Geregeld in onze regio"
        NIET_NODIG = "niet_nodig", "Niet nodig: de cliënt heeft een veilige plek"

    class Geschilstap(models.TextChoices):
        """The steps of the agreement between municipalities (L-102)."""

        CONTACTPERSONEN = "contactpersonen", "1. Contactpersonen overleggen"
        REGIOADVISEUR = "regioadviseur", "2. Regioadviseur van de VNG"
        COMMISSIE = "commissie", "3. Geschillencommissie"

    richting = models.CharField("welke kant op", max_length=4, choices=Richting, default=Richting.IN)
    andere_regio = models.CharField("andere centrumgemeente", max_length=120)
    laatst_gewoond = models.CharField("waar woonde de cliënt het laatst", max_length=200)
    woonde_vanaf = models.DateField("woonde daar vanaf", null=True, blank=True)
    woonde_tot = models.DateField("woonde daar tot en met", null=True, blank=True)
    reden_komst = models.TextField("waarom komt de cliënt hier", max_length=5000)
    contact_naam = models.CharField("contactpersoon van de andere regio", max_length=120, blank=True)
    contact_gegevens = models.CharField("telefoon of e-mail", max_length=200, blank=True)
    contact_op = models.DateField("gesproken op", null=True, blank=True)
    motivering = models.TextField("waarom daar of hier", max_length=20000, blank=True)
    tijdelijk = models.CharField("hulp totdat de ander het overneemt", max_length=12, choices=Tijdelijk, blank=True)
    tijdelijk_toelichting = models.TextField("welke hulp, en waar", max_length=5000, blank=True)
    akkoord_naam = models.CharField("wie stemde in", max_length=120, blank=True)
    akkoord_op = models.DateField("instemming op", null=True, blank=True)
    geschilstap = models.CharField("stap in het geschil", max_length=20, choices=Geschilstap, blank=True)
    geschil_uitkomst = models.TextField("verloop van het geschil", max_length=5000, blank=True)
    gesprek_op = models.DateField("gesprek met cliënt en ontvanger op", null=True, blank=True)
    stukken = models.TextField("welke stukken gingen mee, en waarom mag dat", max_length=5000, blank=True)
    aangekomen_op = models.DateField("cliënt aangekomen op", null=True, blank=True)
    overgenomen_naam = models.CharField("wie bevestigt de overname", max_length=120, blank=True)
    overgenomen_op = models.DateField("overname bevestigd op", null=True, blank=True)
    uitleg_via = models.CharField("hoe is het uitgelegd", max_length=10, choices=Kanaal, blank=True)
    objects = DossierManager()

    class Meta:
        verbose_name = "landelijke toegankelijkheid"
        verbose_name_plural = "landelijke toegankelijkheid"
        constraints = [
            models.CheckConstraint(
                condition=Q(akkoord_naam="", akkoord_op__isnull=True) | (~Q(akkoord_naam="") & Q(akkoord_op__isnull=False)),
                name="landelijketoegang_akkoord_met_datum",
                violation_error_message="Vul in wie instemde en wanneer.",
            ),
            models.CheckConstraint(
                condition=Q(overgenomen_naam="", overgenomen_op__isnull=True)
                | (~Q(overgenomen_naam="") & Q(overgenomen_op__isnull=False)),
                name="landelijketoegang_overname_met_datum",
                violation_error_message="Vul in wie de overname bevestigde en wanneer.",
            ),
            models.CheckConstraint(
                condition=Q(woonde_vanaf__isnull=True) | Q(woonde_tot__isnull=True) | Q(woonde_tot__gte=F("woonde_vanaf")),
                name="landelijketoegang_woonperiode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
        ]


@pghistory.track(model_name="KanswegingVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Kansweging(models.Model):
    """One criterion of the best chance: does it speak for here or for there (R-LT-02)."""

    class Criterium(models.TextChoices):
        NETWERK = "netwerk", "Sociaal netwerk"
        WERK = "werk", "Werk of school"
        ZORG = "zorg", "Eerdere hulp"
        VEILIGHEID = "veiligheid", "Veiligheid"
        WONEN = "wonen", "Kans op een woning"
        WENS = "wens", "Wens van de cliënt"
        VOORZIENING = "voorziening", "Voorzieningen ter plaatse"
        JUSTITIE = "justitie", "Justitie en recht"

    class Voorkeur(models.TextChoices):
        HIER = "hier", "Hier"
        DAAR = "daar", "Daar"
        GELIJK = "gelijk", "Maakt niet uit"
        ONBEKEND = "onbekend", "Weet ik nog niet"

    landelijk = models.ForeignKey(LandelijkeToegang, models.CASCADE, related_name="wegingen")
    criterium = models.CharField("criterium", max_length=12, choices=Criterium)
    voorkeur = models.CharField("waar is de kans het best", max_length=10, choices=Voorkeur, default=Voorkeur.ONBEKEND)
    toelichting = models.TextField("waarom", max_length=2000, blank=True)

    class Meta:
        verbose_name = "weging van de kans"
        constraints = [models.UniqueConstraint(fields=["landelijk", "criterium"], name="kansweging_een_per_criterium")]

    def __str__(self):
        return f"{self.criterium}: {self.voorkeur}"
