"""Letters: the versions of their text, the letterhead of a region, and what left, word for word and for good.

A letter is made by the transition that sends it. Nothing of it ever changes: a mistake is put right by a new letter.
"""

import uuid

import pghistory
import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kern.beheer.models.regio import Regio
from kern.proces.models.dossier import Dossier
from kern.stukken.models.document import Document
from kern.tijd.velden import VastgelegdVeld
from kern.toegang.models.gebruiker import Gebruiker
from kern.toegang.rollen import Wereld


@pghistory.track(model_name="BriefhoofdVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Briefhoofd(models.Model):
    """The letterhead of a region from a day on; the newest that already applies counts."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="briefhoofden", verbose_name="regio")
    geldig_vanaf = models.DateField("geldig vanaf")
    organisatie = models.CharField("naam boven de brief", max_length=120)
    afzender = models.CharField("afzender", max_length=120, help_text="Kleine regel boven het adres.")
    adres = models.CharField("postadres", max_length=200)
    bezoekadres = models.CharField("bezoekadres", max_length=200, blank=True)
    telefoon = models.CharField("telefoon", max_length=20)
    email = models.EmailField("e-mail")
    website = models.CharField("website", max_length=120, blank=True)
    bezwaar_adres = models.CharField("waar bezwaar heen gaat", max_length=300)

    class Meta:
        verbose_name = "briefhoofd"
        verbose_name_plural = "briefhoofden"
        ordering = ["regio", "-geldig_vanaf"]
        constraints = [
            models.UniqueConstraint(
                fields=["regio", "geldig_vanaf"],
                name="briefhoofd_een_per_dag",
                violation_error_message="Deze regio heeft op deze dag al een briefhoofd.",
            ),
        ]

    def __str__(self):
        return f"{self.regio} vanaf {self.geldig_vanaf:%d-%m-%Y}"


@pghistory.track(model_name="BriefsjabloonVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Briefsjabloon(models.Model):
    """One version of the text of one letter. Once published it never changes; the highest published version counts."""

    code = models.CharField("brief", max_length=8)
    versie = models.PositiveIntegerField("versie")
    onderwerp = models.CharField("onderwerp", max_length=200)
    tekst = models.TextField("tekst", max_length=20000)
    reden = models.CharField("wat is er anders", max_length=200, blank=True)
    gepubliceerd_op = models.DateTimeField("gepubliceerd op", null=True, blank=True)
    gepubliceerd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "brieftekst"
        verbose_name_plural = "briefteksten"
        ordering = ["code", "-versie"]
        constraints = [
            models.UniqueConstraint(fields=["code", "versie"], name="briefsjabloon_een_per_versie"),
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(gepubliceerd_op__isnull=True),
                name="briefsjabloon_een_concept",
                violation_error_message="Van deze brief is er al een concept.",
            ),
            models.CheckConstraint(
                condition=Q(code__regex=r"^BRF-[0-9]{2}$"),
                name="briefsjabloon_code",
                violation_error_message="Kies een brief uit de lijst.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="briefsjabloon_gepubliceerd_blijft",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__gepubliceerd_op__isnull=False),
            )
        ]

    def __str__(self):
        return f"{self.code} versie {self.versie}"


@pghistory.track(model_name="BouwsteenVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Bouwsteen(models.Model):
    """A paragraph that one may pick for a letter."""

    naam = models.CharField("naam", max_length=80, unique=True)
    tekst = models.TextField("tekst", max_length=5000)
    codes = ArrayField(
        models.CharField(max_length=8), verbose_name="voor welke brieven", default=list, blank=True,
        help_text="Leeg: voor alle brieven.",
    )  # fmt: skip
    is_actief = models.BooleanField("te kiezen", default=True)

    class Meta:
        verbose_name = "bouwsteen"
        verbose_name_plural = "bouwstenen"
        ordering = ["naam"]

    def __str__(self):
        return self.naam


@pghistory.track(model_name="DagpostVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Dagpost(models.Model):
    """The post of one region that leaves on one day; its day is the day of sending of every letter in it."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+", verbose_name="regio")
    dag = models.DateField("gaat weg op")
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    gemaakt_op = VastgelegdVeld()

    class Meta:
        verbose_name = "dagpost"
        verbose_name_plural = "dagposten"
        ordering = ["-dag", "-id"]

    def __str__(self):
        return f"{self.regio} {self.dag:%d-%m-%Y}"


def _blijft(naam):
    return [pgtrigger.Protect(name=f"{naam}_blijft", operation=pgtrigger.Update)]


class Brief(models.Model):
    """One letter that left, made by one transition. `inhoud`: the blocks that page and PDF show."""

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="brieven")
    wereld = models.CharField(max_length=20, choices=Wereld)
    code = models.CharField("brief", max_length=8)
    sjabloon = models.ForeignKey(Briefsjabloon, models.PROTECT, related_name="+")
    briefhoofd = models.ForeignKey(Briefhoofd, models.PROTECT, related_name="+")
    gebeurtenis_id = models.BigIntegerField()
    onderwerp = models.CharField("onderwerp", max_length=300)
    inhoud = models.JSONField()
    clausules = models.JSONField(default=dict, help_text="Version of each legal clause.")
    vervangt = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="vervangen_door")
    dagpost = models.ForeignKey(Dagpost, models.PROTECT, null=True, blank=True, related_name="brieven")
    gedateerd_op = models.DateField("datum van de brief")
    door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = VastgelegdVeld()

    class Meta:
        verbose_name = "brief"
        verbose_name_plural = "brieven"
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["id", "wereld"], name="brief_id_wereld"),
            models.CheckConstraint(condition=~Q(vervangt=F("id")), name="brief_vervangt_ander"),
        ]
        indexes = [models.Index(fields=["dossier", "-id"], name="brief_dossier")]
        triggers = _blijft("brief")

    def __str__(self):
        return f"{self.code} {self.gedateerd_op:%d-%m-%Y}"


class Exemplaar(models.Model):
    """What one addressee got: his own PDF, its hash, and how it went."""

    class Kanaal(models.TextChoices):
        POST = "post", "Per post"
        EMAIL = "email", "Beveiligde e-mail"
        MEEGEVEN = "meegeven", "Persoonlijk meegeven"

    brief = models.ForeignKey(Brief, models.PROTECT, related_name="exemplaren")
    naam = models.CharField("aan", max_length=200)
    rol = models.CharField("wie dat is", max_length=60)
    adres = ArrayField(models.CharField(max_length=200), default=list)
    email = models.EmailField("e-mail", blank=True)
    kanaal = models.CharField("hoe", max_length=10, choices=Kanaal)
    is_kopie = models.BooleanField("kopie", default=False)
    is_geheim = models.BooleanField("adres is geheim", default=False)
    document = models.OneToOneField(Document, models.PROTECT, related_name="exemplaar")
    sha256 = models.CharField("controlegetal", max_length=64)

    class Meta:
        verbose_name = "exemplaar"
        verbose_name_plural = "exemplaren"
        ordering = ["is_kopie", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kanaal="email") | ~Q(email=""),
                name="exemplaar_email_met_adres",
                violation_error_message="Er is geen e-mailadres.",
            ),
            models.CheckConstraint(
                condition=~Q(kanaal="post") | Q(adres__len__gte=1),
                name="exemplaar_post_met_adres",
                violation_error_message="Er is geen adres voor de post.",
            ),
        ]
        triggers = _blijft("exemplaar")

    def __str__(self):
        return f"{self.naam} ({self.get_kanaal_display().lower()})"


class Bijlage(models.Model):
    """A document of the dossier that goes along with a letter."""

    brief = models.ForeignKey(Brief, models.PROTECT, related_name="bijlagen")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    titel = models.CharField("titel", max_length=200)

    class Meta:
        verbose_name = "bijlage"
        verbose_name_plural = "bijlagen"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["brief", "document"], name="bijlage_een_keer")]
        triggers = _blijft("bijlage")

    def __str__(self):
        return self.titel


@pghistory.track(
    model_name="KlaargezetVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"), exclude=["formulier"]
)
class Klaargezet(models.Model):
    """A step with a letter that waits for the day's post: the step is done on the day that the post leaves.

    `formulier`: what was filled in, as it was sent. Nothing is sent and no deadline starts before that day.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="klaargezet")
    wereld = models.CharField(max_length=20, choices=Wereld)
    actie = models.CharField("stap", max_length=60)
    formulier = models.JSONField()
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    klaargezet_op = VastgelegdVeld("klaargezet op")
    weigering = models.CharField("waarom het niet ging", max_length=500, blank=True)
    dagpost = models.ForeignKey(Dagpost, models.PROTECT, null=True, blank=True, related_name="klaargezet")
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    ingetrokken_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "klaargezette brief"
        verbose_name_plural = "klaargezette brieven"
        ordering = ["klaargezet_op", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(dagpost__isnull=True, ingetrokken_op__isnull=True),
                name="klaargezet_een_per_dossier",
                violation_error_message="Er ligt al een brief van dit dossier klaar voor de post.",
            ),
            models.CheckConstraint(
                condition=Q(dagpost__isnull=True) | Q(ingetrokken_op__isnull=True), name="klaargezet_weg_of_ingetrokken"
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_door__isnull=True)
                | Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False),
                name="klaargezet_ingetrokken_door",
            ),
        ]

    def __str__(self):
        return f"{self.actie} {self.dossier_id}"
