"""What a deadline of the table becomes for one dossier, its suspensions, its signals, and the runs of the check."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kern.proces.models.dossier import Dossier
from kern.tijd.velden import VastgelegdVeld
from kern.toegang.rollen import Rol, Wereld


@pghistory.track(model_name="TaakVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Taak(models.Model):
    """A running or ended deadline with the reasons of its date. Nobody makes one by hand (`kern.tijd.termijnen`)."""

    class Status(models.TextChoices):
        OPEN = "open", "loopt"
        AFGEDAAN = "afgedaan", "afgedaan"
        VERSTREKEN = "verstreken", "voorbij"  # a client's term that lapsed: nothing is late
        VERVALLEN = "vervallen", "vervallen"  # no longer applies

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="taken")
    wereld = models.CharField(max_length=20, choices=Wereld)
    code = models.CharField("termijn", max_length=40)
    # The record that starts it (`Termijn.per`), empty for the dossier itself; and how people call that record.
    onderwerp = models.CharField(max_length=60, blank=True)
    onderwerp_naam = models.CharField("waarover", max_length=120, blank=True)
    rol = models.CharField("voor", max_length=40, choices=Rol)
    is_wettelijk = models.BooleanField("wettelijk")
    is_van_client = models.BooleanField("termijn van de cliënt", default=False)
    begin_op = models.DateField("begin")
    nominaal_op = models.DateField("nominaal einde")
    vervalt_op = models.DateField("vervalt op", null=True, help_text="Empty while a suspension has no end.")
    opgeschorte_dagen = models.PositiveIntegerField(default=0)
    stappen = models.JSONField("waarom deze datum", default=list)
    bron = models.CharField("bron", max_length=80)
    regelversie = models.CharField("versie van de regel", max_length=80)
    feestdagversie = models.CharField("versie van de feestdagen", max_length=12)
    waarschuw = ArrayField(models.IntegerField(), default=list)
    status = models.CharField("status", max_length=12, choices=Status, default=Status.OPEN)
    gesloten_op = models.DateField("gesloten op", null=True, blank=True)
    vastgelegd_op = VastgelegdVeld()

    class Meta:
        verbose_name = "termijn"
        verbose_name_plural = "termijnen"
        ordering = ["vervalt_op", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "code", "onderwerp"], condition=Q(status="open"), name="taak_een_open"
            ),
            models.CheckConstraint(
                condition=Q(status="open", gesloten_op__isnull=True) | (~Q(status="open") & Q(gesloten_op__isnull=False)),
                name="taak_gesloten_met_datum",
            ),
            models.CheckConstraint(
                condition=Q(vervalt_op__isnull=True) | Q(vervalt_op__gte=F("begin_op")),
                name="taak_vervalt_na_begin",
            ),
        ]
        indexes = [
            # On one column: smaller than the other partial index, so that the check reads only what is due.
            models.Index(fields=["vervalt_op"], name="taak_te_controleren", condition=Q(status="open")),
            models.Index(fields=["dossier", "vervalt_op"], name="taak_dossier"),
            models.Index(fields=["code", "begin_op"], name="taak_herberekenen", condition=Q(status="open")),
        ]

    def __str__(self):
        return f"{self.code} van {self.dossier_id}"

    @property
    def termijn(self):
        return self.dossier.proces.termijn(self.code, self.begin_op)

    @property
    def naam(self) -> str:
        """ "Bezwaar 6 weken", with what it is about where a dossier may have several."""
        return f"{self.termijn.naam}: {self.onderwerp_naam}" if self.onderwerp_naam else self.termijn.naam

    def stil_op(self, dag) -> "Opschorting | None":
        """The suspension that covers a day, while the deadline runs; reads what is prefetched."""
        if self.status != self.Status.OPEN:
            return None
        return next((o for o in self.opschortingen.all() if o.vanaf <= dag and (o.tot is None or o.tot >= dag)), None)

    @property
    def is_te_laat_afgedaan(self) -> bool:
        return bool(self.status == self.Status.AFGEDAAN and self.vervalt_op and self.gesloten_op > self.vervalt_op)


@pghistory.track(model_name="OpschortingVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Opschorting(models.Model):
    """A period in which a deadline stands still (Awb 4:15, L-59). First and last day are both suspended days."""

    taak = models.ForeignKey(Taak, models.CASCADE, related_name="opschortingen")
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="opschortingen")
    wereld = models.CharField(max_length=20, choices=Wereld)
    vanaf = models.DateField("vanaf")
    tot = models.DateField("tot en met", null=True, blank=True)
    grond = models.CharField("wettelijke grond", max_length=80)
    reden = models.CharField("reden", max_length=500)
    document = models.ForeignKey("kern.Document", models.PROTECT, null=True, blank=True, related_name="+")
    vastgelegd_op = VastgelegdVeld()

    class Meta:
        verbose_name = "opschorting"
        ordering = ["vanaf"]
        constraints = [
            models.UniqueConstraint(
                fields=["taak"],
                condition=Q(tot__isnull=True),
                name="opschorting_een_lopend",
                violation_error_message="Deze termijn staat al stil.",
            ),
            # A suspension that ends before its second day has no days at all: tot = vanaf - 1.
            models.CheckConstraint(condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf") - 1), name="opschorting_periode"),
        ]

    def __str__(self):
        return f"{self.grond} vanaf {self.vanaf:%d-%m-%Y}"


class Signaal(models.Model):
    """A deadline passed a threshold (days before, 0 = the day after it lapsed). A moved date warns again."""

    taak = models.ForeignKey(Taak, models.CASCADE, related_name="signalen")
    wereld = models.CharField(max_length=20, choices=Wereld)
    drempel = models.IntegerField("dagen ervoor")
    vervalt_op = models.DateField("vervalt op")
    op = models.DateField("peildatum")
    vastgelegd_op = VastgelegdVeld()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["taak", "drempel", "vervalt_op"], name="signaal_een_per_drempel"),
        ]

    def __str__(self):
        return f"{self.taak_id}: {self.drempel}"


class Controle(models.Model):
    """One finished run of the deadline check, written in its transaction: how fresh are the signals?"""

    peildatum = models.DateField()
    tellingen = models.JSONField()
    klaar_op = VastgelegdVeld()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["-klaar_op"], name="controle_laatste")]

    def __str__(self):
        return f"{self.peildatum}"
