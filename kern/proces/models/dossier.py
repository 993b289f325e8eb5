"""The dossier: one concrete parent for every kind, so that scope, locking, deadlines and lists need one table."""

from datetime import date

import pghistory
from django.apps import apps
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from kern.beheer.models.organisatie import Organisatie
from kern.beheer.models.regio import Gemeente, Regio
from kern.personen.models.client import Client
from kern.proces.tabel import PROCESSEN, Proces
from kern.tijd.velden import VastgelegdVeld
from kern.toegang.models.gebruiker import Gebruiker
from kern.toegang.rollen import Klasse, Relatie, Rijen, Rol, Wereld

NOOIT = date(9999, 12, 31)  # "no date": keeps the order columns free of nulls, so that keyset paging can use them


class DossierQuerySet(models.QuerySet):
    def voor(self, gebruiker):
        """The one scope: world first, then the kinds and rows that the active role sees (domein.md 4.1)."""
        rol = getattr(gebruiker, "rol", None)
        filters = {
            Rijen.REGIO: lambda: Q(regio__in=gebruiker.regio_ids),
            Rijen.GEMEENTE: lambda: Q(gemeente__in=gebruiker.gemeente_ids),
            Rijen.ORGANISATIE: lambda: Q(organisatie__in=[v.organisatie_id for v in gebruiker.actieve_verleningen]),
        }
        soorten = {}
        for proces in PROCESSEN.values():
            if rol and rol in proces.zicht and self.model._meta.label in ("kern.Dossier", proces.model):
                soorten.setdefault((proces.wereld, proces.zicht[rol]), []).append(proces.soort)
        # Equal scopes together: an OR of kinds would keep the lists from their indexes.
        zicht = Q()
        for (wereld, rijen), namen in soorten.items():
            zicht |= Q(wereld=wereld, soort__in=namen) & filters[rijen]()
        return self.filter(zicht) if zicht else self.none()

    def open(self):
        return self.filter(gesloten_op__isnull=True)

    def van(self, gebruiker):
        """The cases for which this user is responsible today: own, shared, and of those he replaces."""
        return self.filter(Q(behandelaar__in=gebruiker.werkt_voor_ids) | Q(pk__in=gebruiker.medezaak_ids))


class DossierManager(models.Manager.from_queryset(DossierQuerySet)):
    """Named so that child models inherit it: multi-table children share the scope of the parent."""


@pghistory.track(
    model_name="DossierVersie",
    obj_field=pghistory.ObjForeignKey(related_name="versies"),
    exclude=["sorteernaam", "vervalt_op", "eerst_op", "aandacht_op", "wacht_tot", "gewijzigd_op"],
)
class Dossier(models.Model):
    """One case of one kind (domein.md: Zaak). Status and deadlines are written by `kern.proces.actions` only."""

    kenmerk = models.CharField("kenmerk", max_length=20, unique=True)
    soort = models.CharField("soort", max_length=30)
    wereld = models.CharField("wereld", max_length=20, choices=Wereld)
    status = models.CharField("status", max_length=40)
    status_sinds = models.DateField("status sinds")
    client = models.ForeignKey(Client, models.PROTECT, null=True, blank=True, related_name="dossiers")
    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+", verbose_name="regio")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    behandelaar = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="zaken")
    medebehandelaars = models.ManyToManyField(Gebruiker, blank=True, related_name="medezaken")
    # What runs beside a status is a dossier of its own, linked to the first (spoed, landelijke toegankelijkheid).
    hoofddossier = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="nevendossiers")
    geopend_op = models.DateField("geopend op")
    gesloten_op = models.DateField("gesloten op", null=True, blank=True)
    sluitreden = models.CharField("reden van sluiten", max_length=500, blank=True)
    # The last day on which something in it changed: it is kept 15 years from that day (L-40).
    gewijzigd_op = models.DateField("gewijzigd op", default=timezone.localdate)
    versie = models.PositiveIntegerField(default=1)
    is_een_per_client = models.BooleanField(default=False)
    # Copies that lists filter and sort on; `kern.tijd.termijnen.bijwerken` writes them.
    sorteernaam = models.CharField(max_length=320, blank=True)
    vervalt_op = models.DateField("eerste vervaldatum", default=NOOIT)
    eerst_op = models.DateField("eerste datum", default=NOOIT)
    aandacht_op = models.DateField("vraagt aandacht vanaf", default=NOOIT)
    wacht_tot = models.DateField("wacht tot", null=True, blank=True)
    vastgelegd_op = VastgelegdVeld("vastgelegd op")
    objects = DossierManager()
    # The records that an action reads, of a child that has them: read with it, under its lock.
    RECORDS: tuple[str, ...] = ()

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        constraints = [
            models.CheckConstraint(
                condition=Q(gesloten_op__isnull=True) | Q(gesloten_op__gte=F("geopend_op")),
                name="dossier_gesloten_na_geopend",
                violation_error_message="De datum van sluiten ligt vóór de datum van openen.",
            ),
            models.CheckConstraint(
                condition=~Q(wereld__in=["kwaliteit", "calamiteiten"]) | Q(client__isnull=True),
                name="dossier_gesloten_wereld_zonder_client",
            ),
            models.UniqueConstraint(fields=["id", "wereld"], name="dossier_id_wereld"),
            models.UniqueConstraint(
                fields=["client", "soort"],
                condition=Q(is_een_per_client=True, gesloten_op__isnull=True),
                name="dossier_een_per_client",
                violation_error_message="Deze cliënt heeft al zo'n lopend dossier.",
            ),
            models.UniqueConstraint(
                fields=["hoofddossier", "soort"],
                condition=Q(hoofddossier__isnull=False, gesloten_op__isnull=True),
                name="dossier_een_neven",
                violation_error_message="Bij dit dossier loopt dit al.",
            ),
            models.CheckConstraint(condition=~Q(hoofddossier=F("id")), name="dossier_niet_bij_zichzelf"),
            models.CheckConstraint(
                condition=~Q(wereld="aanbieders") | Q(client__isnull=True, organisatie__isnull=False),
                name="dossier_van_een_aanbieder",
            ),
            models.UniqueConstraint(
                fields=["organisatie", "regio", "soort"],
                condition=Q(wereld="aanbieders", gesloten_op__isnull=True),
                name="dossier_een_per_aanbieder",
                violation_error_message="Deze aanbieder heeft in deze regio al een lopend dossier.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["behandelaar", "eerst_op", "id"],
                name="dossier_mijn",
                condition=Q(gesloten_op__isnull=True),
            ),
            models.Index(fields=["regio", "soort", "eerst_op", "id"], name="dossier_regio_eerst"),
            models.Index(fields=["regio", "soort", "sorteernaam", "id"], name="dossier_regio_naam"),
            models.Index(fields=["regio", "soort", "geopend_op", "id"], name="dossier_regio_geopend"),
            models.Index(fields=["gemeente", "soort", "geopend_op", "id"], name="dossier_gemeente"),
            models.Index(
                fields=["regio", "eerst_op", "id"],
                name="dossier_onverdeeld",
                condition=Q(gesloten_op__isnull=True, behandelaar__isnull=True),
            ),
            models.Index(
                fields=["regio", "geopend_op", "id"],
                name="dossier_onverdeeld_oudste",
                condition=Q(gesloten_op__isnull=True, behandelaar__isnull=True),
            ),
            models.Index(fields=["client", "id"], name="dossier_client"),
            models.Index(
                fields=["regio", "eerst_op", "id"], name="dossier_regio_open", condition=Q(gesloten_op__isnull=True)
            ),
            # What waits for one role, whoever has the case.
            models.Index(
                fields=["regio", "soort", "status", "eerst_op", "id"],
                name="dossier_regio_status",
                condition=Q(gesloten_op__isnull=True),
            ),
            # The tabs of the worklist and their counts.
            models.Index(
                fields=["regio", "aandacht_op"],
                name="dossier_onverdeeld_aandacht",
                condition=Q(gesloten_op__isnull=True, behandelaar__isnull=True),
            ),
            models.Index(fields=["regio", "aandacht_op"], name="dossier_aandacht", condition=Q(gesloten_op__isnull=True)),
            models.Index(fields=["regio", "vervalt_op"], name="dossier_vervalt", condition=Q(gesloten_op__isnull=True)),
            models.Index(
                fields=["regio", "wacht_tot"],
                name="dossier_wacht",
                condition=Q(gesloten_op__isnull=True, wacht_tot__isnull=False),
            ),
        ]

    def __str__(self):
        return self.kenmerk

    def get_absolute_url(self):
        return reverse(f"{self.soort}_detail", args=[self.pk])

    @property
    def proces(self) -> Proces:
        return PROCESSEN[self.soort]

    @property
    def ondertekenaar(self):
        """Who signs the letters of this dossier, where that is not its behandelaar."""
        return None

    @property
    def status_naam(self) -> str:
        return self.proces.statussen(self.status).label

    @property
    def is_open(self) -> bool:
        return self.gesloten_op is None

    @property
    def bewaren_vanaf(self) -> date:
        """The last change of personal data: of the dossier itself or of the person (L-40, T-BEWAAR)."""
        return max(self.gewijzigd_op, self.client.gewijzigd_op) if self.client_id else self.gewijzigd_op

    @property
    def titel(self) -> str:
        return self.client.naam if self.client else self._zonder_client

    @property
    def lijsttitel(self) -> str:
        return self.client.lijstnaam if self.client else self._zonder_client

    @property
    def _zonder_client(self) -> str:
        return self.organisatie.naam if self.wereld == Wereld.AANBIEDERS else "Nog zonder naam"

    @property
    def behandelrol(self) -> Rol:
        """Who can be responsible, as the table says."""
        return self.proces.behandelrol

    @property
    def behandelnaam(self) -> str:
        return self.behandelrol.label.lower()

    def is_eigen(self, gebruiker) -> bool:
        """Responsible: behandelaar, medebehandelaar, or replacing one of them today."""
        return self.behandelaar_id in gebruiker.werkt_voor_ids or self.pk in gebruiker.medezaak_ids

    def relatie(self, gebruiker) -> Relatie:
        """Who is responsible, and else whether the case was handed over yet (domein.md 4.1: content of own cases)."""
        if self.is_eigen(gebruiker):
            return Relatie.EIGEN
        return Relatie.AANNAME if self.status in self.proces.aanname else Relatie.ANDER

    def klassen(self, gebruiker) -> frozenset[Klasse]:
        """The data classes of this dossier that the user may read."""
        return gebruiker.zicht.klassen(self.relatie(gebruiker)) if gebruiker.zicht else frozenset()

    def _rijen(self, naam: str):
        """Records of one kind, read once per object: who changes one and asks again gets the same one."""
        models.prefetch_related_objects([self], naam)
        return getattr(self, naam).all()

    def eerste(self, naam: str):
        return next(iter(self._rijen(naam)), None)

    def laatste(self, naam: str):
        return next(reversed(self._rijen(naam)), None)

    def concreet(self):
        """The child row (an Aanmelding, an Indicatie, …)."""
        model = apps.get_model(self.proces.model)
        return self if isinstance(self, model) else model.objects.get(pk=self.pk)


# Who shares a case decides what he may read, so that list has its history too. Django keeps no state of a table that it
# makes by itself, so the triggers stand in a migration as SQL (0009_team).
pghistory.track(model_name="MedebehandelaarVersie", obj_field=None)(Dossier.medebehandelaars.through)


@pghistory.track(model_name="VerantwoordelijkheidVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Verantwoordelijkheid(models.Model):
    """Which municipality answers for a dossier during a period, with the rule and its ground (X-21, L-02)."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="verantwoordelijkheden")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    regel = models.CharField("regel", max_length=60)
    grond = models.CharField("grond", max_length=200)
    vanaf = models.DateField("vanaf")
    tot = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        ordering = ["-vanaf"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(tot__isnull=True),
                name="verantwoordelijkheid_een_lopend",
                violation_error_message="Er is al een verantwoordelijke gemeente.",
            ),
        ]

    def __str__(self):
        return f"{self.gemeente} vanaf {self.vanaf:%d-%m-%Y}"


class Kenmerkteller(models.Model):
    """The last number given out per letter and year; locked while a kenmerk is made, so numbers have no twins."""

    letter = models.CharField(max_length=4)
    jaar = models.PositiveIntegerField()
    laatste = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "jaar"], name="kenmerkteller_een")]

    def __str__(self):
        return f"{self.letter}-{self.jaar}"
