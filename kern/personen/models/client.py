"""Persons: names, a birth date that may be partly unknown, BSN, addresses (domein.md 3.0 Persoon)."""

import re
import uuid
from datetime import date

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils import timezone

from kern.beheer.models.regio import Gemeente
from kern.personen import bsn
from kern.tijd.velden import VastgelegdVeld


class ClientQuerySet(models.QuerySet):
    def voor(self, gebruiker):
        """The clients that have at least one dossier in this user's view."""
        dossier = self.model.dossiers.rel.related_model  # it is defined after this one
        dossiers = dossier.objects.voor(gebruiker).filter(client=models.OuterRef("pk"))
        return self.filter(models.Exists(dossiers))

    def met_bsn(self, nummer: str):
        """Who has this number; a merged person keeps it only to be taken apart again."""
        return self.filter(bsn_index__in=bsn.indexen(nummer), samengevoegd_met__isnull=True)


# Without BSN (encrypted and index): the history would keep it after the destruction of the row.
@pghistory.track(
    model_name="ClientVersie",
    obj_field=pghistory.ObjForeignKey(related_name="versies"),
    exclude=["bsn_cijfer", "bsn_index", "sorteernaam", "zoeknaam", "versie"],
)
class Client(models.Model):
    """A person who is reported to Cimot (R-ACT-01)."""

    class BsnReden(models.TextChoices):
        NIET_VASTGESTELD = "niet_vastgesteld", "nog niet vastgesteld"
        WIL_NIET = "wil_niet", "cliënt wil het niet geven"
        HEEFT_GEEN = "heeft_geen", "cliënt heeft geen BSN"

    class Kanaal(models.TextChoices):
        """How letters go; by e-mail only when the client said that he can be reached there (L-51)."""

        BRIEF = "brief", "per post"
        EMAIL = "email", "per e-mail"

    uuid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    voornamen = models.CharField("voornamen", max_length=120, blank=True)
    roepnaam = models.CharField("roepnaam", max_length=60, blank=True)
    tussenvoegsel = models.CharField("tussenvoegsel", max_length=20, blank=True)
    achternaam = models.CharField("achternaam", max_length=120)
    # The notation of the population register: JJJJ-MM-DD with zeros for what is unknown, empty when nothing is known.
    geboren = models.CharField("geboren op", max_length=10, blank=True)
    bsn_cijfer = models.TextField(blank=True, editable=False)
    bsn_index = models.CharField(max_length=80, blank=True, editable=False)
    bsn_reden = models.CharField("waarom geen BSN", max_length=20, choices=BsnReden, blank=True)
    herkomst = models.ForeignKey(
        Gemeente,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gemeente van herkomst",
    )
    woongemeente = models.ForeignKey(
        Gemeente, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="woongemeente"
    )
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mail", blank=True)
    taal = models.CharField("taal", max_length=40, blank=True)
    is_tolk_nodig = models.BooleanField("tolk nodig", default=False)
    is_geheim = models.BooleanField("verblijfplaats geheim", default=False)
    kanaal = models.CharField("hoe wil hij brieven krijgen", max_length=10, choices=Kanaal, default=Kanaal.BRIEF)
    # A merged person points at the one that is kept, and has no dossiers, addresses or relations any more (R-AAN-03).
    samengevoegd_met = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    versie = models.PositiveIntegerField(default=1, editable=False)
    # The last day on which personal data changed: what was kept 15 years counts from it (L-40).
    gewijzigd_op = models.DateField("gewijzigd op", default=timezone.localdate, editable=False)
    aangemaakt_op = VastgelegdVeld(editable=False)
    sorteernaam = models.GeneratedField(
        expression=Func(F("achternaam"), F("roepnaam"), F("voornamen"), function="kern_sorteernaam"),
        output_field=models.CharField(max_length=320),
        db_persist=True,
    )
    zoeknaam = models.GeneratedField(
        expression=Func(F("tussenvoegsel"), F("achternaam"), F("roepnaam"), F("voornamen"), function="kern_zoeknaam"),
        output_field=models.CharField(max_length=320),
        db_persist=True,
    )
    objects = ClientQuerySet.as_manager()

    class Meta:
        verbose_name = "cliënt"
        verbose_name_plural = "cliënten"
        constraints = [
            models.CheckConstraint(
                condition=Q(geboren="") | Q(geboren__regex=r"^(19|20)\d\d-((0[1-9]|1[0-2])-(0[0-9]|[12]\d|3[01])|00-00)$"),
                name="client_geboren_vorm",
                violation_error_message="Deze geboortedatum klopt niet.",
            ),
            models.CheckConstraint(
                condition=Q(bsn_index="", bsn_cijfer="") | (~Q(bsn_index="") & ~Q(bsn_cijfer="") & Q(bsn_reden="")),
                name="client_bsn_of_reden",
                violation_error_message="Vul het BSN in, of waarom het er niet is. Niet allebei.",
            ),
            models.UniqueConstraint(
                fields=["bsn_index"],
                condition=~Q(bsn_index="") & Q(samengevoegd_met__isnull=True),
                name="client_bsn_uniek",
                violation_error_message="Er is al een cliënt met dit BSN.",
            ),
            models.CheckConstraint(
                condition=~Q(achternaam=""),
                name="client_achternaam",
                violation_error_message="Vul een achternaam in.",
            ),
            models.CheckConstraint(
                condition=~Q(kanaal="email") | ~Q(email=""),
                name="client_kanaal_email",
                violation_error_message="Vul het e-mailadres in, of stuur brieven per post.",
            ),
            models.CheckConstraint(condition=~Q(samengevoegd_met=F("id")), name="client_niet_met_zichzelf"),
        ]
        indexes = [
            models.Index(fields=["sorteernaam", "id"], name="client_sorteernaam"),
            models.Index(fields=["geboren", "id"], name="client_geboren"),
            # For searching: the beginning of a word, a word with one typing error, and a number however it was typed.
            GinIndex(fields=["zoeknaam"], opclasses=["gin_trgm_ops"], name="client_zoeknaam"),
            GinIndex(Func(F("zoeknaam"), function="kern_vormen"), name="client_vormen"),
            models.Index(
                Func(F("telefoon"), function="kern_belnummer"),
                name="client_belnummer",
                condition=~Q(telefoon=""),
            ),
        ]

    def __str__(self):
        return self.naam

    def get_absolute_url(self):
        return reverse("client_detail", args=[self.pk])

    @property
    def naam(self) -> str:
        """ "Petra de Wit"."""
        delen = (self.roepnaam or self.voornamen, self.tussenvoegsel, self.achternaam)
        return " ".join(deel for deel in delen if deel)

    @property
    def lijstnaam(self) -> str:
        """ "Wit, P. de (Petra)", for lists that are sorted by surname."""
        voorletters = "".join(f"{deel[0].upper()}." for deel in re.split(r"[\s-]+", self.voornamen or self.roepnaam) if deel)
        naam = ", ".join(
            deel for deel in (self.achternaam, " ".join(filter(None, [voorletters, self.tussenvoegsel]))) if deel
        )
        return f"{naam} ({self.roepnaam})" if self.roepnaam else naam

    @property
    def geboren_tekst(self) -> str:
        """ "3 mrt 2007", "mrt 2007", "2007" or "geboortedatum onbekend"."""
        if not self.geboren:
            return "geboortedatum onbekend"
        jaar, maand, dag = self.geboren.split("-")
        maanden = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
        delen = [str(int(dag)) if dag != "00" else "", maanden[int(maand) - 1] if maand != "00" else "", jaar]
        return " ".join(filter(None, delen))

    def leeftijd(self, op: date) -> int | None:
        """Full years on a date; counted from 31 December or the last of the month when the day is unknown."""
        if not self.geboren:
            return None
        jaar, maand, dag = (int(deel) for deel in self.geboren.split("-"))
        return op.year - jaar - ((op.month, op.day) < (maand or 12, dag or 31))

    def plaats_zichtbaar(self, gebruiker) -> bool:
        """A secret place is seen, and made public again, only by the casemanager of one of his cases (domein.md 4.6)."""
        if not self.is_geheim:
            return True
        return gebruiker.has_perm("client.wijzigen") and self.dossiers.voor(gebruiker).van(gebruiker).exists()

    @property
    def heeft_bsn(self) -> bool:
        return bool(self.bsn_index)

    @property
    def bsn_compleet(self) -> bool:
        """A BSN, or the reason why there is none (L-38)."""
        return bool(self.bsn_index or self.bsn_reden)

    def zet_bsn(self, nummer: str) -> None:
        """Encrypt and index a BSN of 9 digits (L-72); an empty string removes it."""
        self.bsn_cijfer = bsn.versleutel(nummer, self.uuid) if nummer else ""
        self.bsn_index = bsn.index(nummer) if nummer else ""

    def lees_bsn(self) -> str:
        return bsn.ontsleutel(self.bsn_cijfer, self.uuid) if self.bsn_cijfer else ""


@pghistory.track(model_name="AdresVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Adres(models.Model):
    """An address of a client during a period. A secret one stays out of every list, copy and export."""

    class Soort(models.TextChoices):
        BRP = "brp", "adres volgens de gemeente"
        VERBLIJF = "verblijf", "verblijft nu op"
        BRIEF = "brief", "brieven naar"

    client = models.ForeignKey(Client, models.CASCADE, related_name="adressen")
    soort = models.CharField("soort adres", max_length=10, choices=Soort)
    straat = models.CharField("straat", max_length=80)
    huisnummer = models.CharField("huisnummer", max_length=10)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    plaats = models.CharField("plaats", max_length=60)
    vanaf = models.DateField("vanaf")
    tot = models.DateField("tot en met", null=True, blank=True)
    is_geheim = models.BooleanField("geheim", default=False)

    class Meta:
        verbose_name = "adres"
        verbose_name_plural = "adressen"
        ordering = ["soort", "-vanaf"]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "soort"],
                condition=Q(tot__isnull=True),
                name="adres_een_lopend_per_soort",
                violation_error_message="Er is al een adres van deze soort. Vul daar eerst een einddatum in.",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")),
                name="adres_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
        ]

    def __str__(self):
        return f"{self.straat} {self.huisnummer}, {self.postcode} {self.plaats}".replace(",  ", ", ")
