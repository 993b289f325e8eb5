"""A file of a dossier. Its bytes lie outside the web root under the uuid; the name that was typed never becomes a path."""

import uuid

import pghistory
from django.db import models
from django.db.models import Q

from kern.proces.models.dossier import Dossier
from kern.tijd.velden import VastgelegdVeld
from kern.toegang.models.gebruiker import Gebruiker
from kern.toegang.rollen import Klasse, Wereld
from kern.werk.models.werk import Contactmoment


@pghistory.track(model_name="DocumentVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Document(models.Model):
    """One file with what it is, how it came or left, and what the scanner said. Never changed, at most withdrawn."""

    class Soort(models.TextChoices):
        AANVRAAG = "aanvraag", "Aanvraagformulier"
        PLAN = "plan", "Persoonlijk plan"
        VERSLAG = "verslag", "Verslag"
        BESLUIT = "besluit", "Besluit"
        BRIEF = "brief", "Brief of e-mail"
        MEDISCH = "medisch", "Medische informatie"
        JUSTITIE = "justitie", "Justitie of veiligheid"
        GELD = "geld", "Inkomen of schulden"
        BEWIJS = "bewijs", "Volmacht, beschikking of toestemming"
        OVERIG = "overig", "Iets anders"

    class Richting(models.TextChoices):
        IN = "in", "Ontvangen"
        UIT = "uit", "Verstuurd"
        INTERN = "intern", "Van onszelf"

    class Scan(models.TextChoices):
        NIET_GESCAND = "niet_gescand", "Niet gescand"
        WACHT = "wacht", "Wordt gescand"
        SCHOON = "schoon", "Gescand, geen virus"
        BESMET = "besmet", "Virus gevonden"

    # The data class that a kind of document has (domein.md 4.2).
    KLASSEN = {Soort.JUSTITIE: Klasse.D5, Soort.GELD: Klasse.D6}

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="documenten")
    wereld = models.CharField(max_length=20, choices=Wereld)
    soort = models.CharField("soort", max_length=12, choices=Soort, default=Soort.OVERIG)
    klasse = models.CharField(max_length=4, choices=Klasse, default=Klasse.D4)
    titel = models.CharField("titel", max_length=200)
    bestandsnaam = models.CharField("bestandsnaam", max_length=200)
    mime = models.CharField(max_length=100)
    grootte = models.PositiveBigIntegerField("grootte in bytes")
    sha256 = models.CharField(max_length=64)
    richting = models.CharField("ontvangen of verstuurd", max_length=8, choices=Richting, default=Richting.IN)
    gedateerd_op = models.DateField("ontvangen of verstuurd op")
    kanaal = models.CharField("hoe", max_length=10, choices=Contactmoment.Kanaal, blank=True)
    scan = models.CharField("viruscontrole", max_length=12, choices=Scan, default=Scan.NIET_GESCAND)
    gescand_op = models.DateTimeField(null=True, blank=True)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    vastgelegd_op = VastgelegdVeld()
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    ingetrokken_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")
    ingetrokken_reden = models.CharField("waarom ingetrokken", max_length=500, blank=True)

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering = ["-gedateerd_op", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "sha256"],
                condition=Q(ingetrokken_op__isnull=True),
                name="document_een_keer",
                violation_error_message="Dit bestand staat al in dit dossier.",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_door__isnull=True, ingetrokken_reden="")
                | (Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False) & ~Q(ingetrokken_reden="")),
                name="document_ingetrokken_met_reden",
                violation_error_message="Vul in waarom u dit document intrekt.",
            ),
            models.CheckConstraint(
                condition=Q(scan__in=["niet_gescand", "wacht"], gescand_op__isnull=True)
                | Q(scan__in=["schoon", "besmet"], gescand_op__isnull=False),
                name="document_scan_met_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["dossier", "-gedateerd_op", "-id"], name="document_dossier"),
            models.Index(fields=["id"], name="document_te_scannen", condition=Q(scan="wacht")),
        ]

    def __str__(self):
        return self.titel
