"""One provider in one region: from its request to the end of its contract, and what was tested (SM-9)."""

import pghistory
from django.db import models
from django.db.models import F, Q

from kern.models import Dossier, Gebruiker


class Toelating(Dossier):
    """The dossier of SM-9. The organisation stands on the parent; the facts from which deadlines run stand here."""

    RECORDS = ("organisatie__aanbieder",)

    class Financiering(models.TextChoices):
        """X-11: two models behind the same care."""

        PER_INDICATIE = "per_indicatie", "Uitvoeringsovereenkomst, betaald per indicatie"
        SUBSIDIE = "subsidie", "Subsidie op de werkelijke kosten"

    financiering = models.CharField("financiering", max_length=14, choices=Financiering)
    aanvraag = models.TextField("wat de aanbieder wil leveren", max_length=5000, blank=True)
    aangevraagd_op = models.DateField("aanvraag ontvangen op")
    geinformeerd_op = models.DateField("informatie gestuurd op", null=True, blank=True)
    getoetst_vanaf = models.DateField("toets begonnen op", null=True, blank=True)
    ontbreekt = models.TextField("wat ontbreekt", max_length=5000, blank=True)
    aanvulling_gevraagd_op = models.DateField("om aanvulling gevraagd op", null=True, blank=True)
    aanvulling_tot = models.DateField("aanvullen tot en met", null=True, blank=True)
    aangevuld_op = models.DateField("aangevuld op", null=True, blank=True)
    besloten_op = models.DateField("besluit verzonden op", null=True, blank=True)
    motivering = models.TextField("waarom", max_length=20000, blank=True)
    toegelaten_vanaf = models.DateField("toegelaten vanaf", null=True, blank=True)
    toegelaten_tot = models.DateField("toegelaten tot en met", null=True, blank=True)
    actief_vanaf = models.DateField("levert vanaf", null=True, blank=True)
    eindigt_op = models.DateField("laatste dag", null=True, blank=True)
    einde_reden = models.TextField("waarom de samenwerking stopt", max_length=5000, blank=True)

    class Meta:
        verbose_name = "toelating"
        verbose_name_plural = "toelatingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(toegelaten_tot__isnull=True)
                | Q(toegelaten_vanaf__isnull=False, toegelaten_tot__gte=F("toegelaten_vanaf")),
                name="toelating_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(aanvulling_tot__isnull=True)
                | Q(aanvulling_gevraagd_op__isnull=False, aanvulling_tot__gt=F("aanvulling_gevraagd_op")),
                name="toelating_aanvulling",
                violation_error_message="De laatste dag ligt na de dag waarop u om aanvulling vraagt.",
            ),
            models.CheckConstraint(
                condition=Q(eindigt_op__isnull=True) | ~Q(einde_reden=""),
                name="toelating_einde_met_reden",
                violation_error_message="Vul in waarom de samenwerking stopt.",
            ),
        ]

    @property
    def contract(self):
        """The contract that runs or is the last one; None when there is none."""
        if not hasattr(self, "_contract"):
            self._contract = self.contracten.order_by("-vanaf").first()
        return self._contract

    @property
    def bezwaar_vanaf(self):
        """The day from which bezwaar can be made, where the region decides on a toelating by a besluit (SM-9)."""
        besluit = self.besloten_op and self.regio.instelling("toelating.is_besluit", self.besloten_op)
        return self.besloten_op if besluit else None

    @property
    def contract_begin(self):
        return self.contract.vanaf if self.contract else None

    @property
    def contract_eind(self):
        """The last day of the last contract: work, six months ahead."""
        return self.contract.tot if self.contract else None

    @property
    def gesproken_op(self):
        """From when the next voortgangsgesprek is due: the last one, else the first day of delivery."""
        laatste = self.gesprekken.filter(gesloten_op__isnull=False).order_by("-gehouden_op").first()
        return laatste.gehouden_op if laatste else self.actief_vanaf


@pghistory.track(model_name="KwaliteitstoetsVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Kwaliteitstoets(models.Model):
    """What was seen of one quality item (SM-9 `toelating_toets`)."""

    class Eis(models.TextChoices):
        VOG = "vog", "Verklaringen omtrent gedrag (VOG)"
        KLACHTEN = "klachten", "Klachtenregeling"
        MEDEZEGGENSCHAP = "medezeggenschap", "Medezeggenschap van cliënten"
        MELDCODE = "meldcode", "Meldcode huiselijk geweld en kindermishandeling"
        KWALITEITSSYSTEEM = "kwaliteitssysteem", "Kwaliteitssysteem"
        GEDRAGSCODE = "gedragscode", "Gedragscode"
        VERZEKERING = "verzekering", "Verzekering"
        INTEGRITEIT = "integriteit", "AGB en integriteit nagegaan"

    class Uitkomst(models.TextChoices):
        VOLDOET = "voldoet", "Voldoet"
        VOLDOET_NIET = "voldoet_niet", "Voldoet niet"

    toelating = models.ForeignKey(Toelating, models.CASCADE, related_name="kwaliteitstoetsen")
    eis = models.CharField("eis", max_length=20, choices=Eis)
    uitkomst = models.CharField("uitkomst", max_length=12, choices=Uitkomst)
    toelichting = models.TextField("toelichting", max_length=5000, blank=True)
    gezien_op = models.DateField("gezien op")
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "kwaliteitstoets"
        verbose_name_plural = "kwaliteitstoetsen"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["toelating", "eis"], name="kwaliteitstoets_een_per_eis"),
            models.CheckConstraint(
                condition=Q(uitkomst="voldoet") | ~Q(toelichting=""),
                name="kwaliteitstoets_niet_met_uitleg",
                violation_error_message="Leg uit waarom de aanbieder hier niet aan voldoet.",
            ),
        ]

    def __str__(self):
        return self.get_eis_display()


@pghistory.track(model_name="FinancieletoetsVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Financieletoets(models.Model):
    """Financiële continuïteit: the annual accounts and what they say (R-FIN-01)."""

    class Oordeel(models.TextChoices):
        VOLDOENDE = "voldoende", "Voldoende"
        ONVOLDOENDE = "onvoldoende", "Onvoldoende"

    toelating = models.OneToOneField(Toelating, models.CASCADE, related_name="financieletoets", primary_key=True)
    boekjaar = models.PositiveSmallIntegerField("jaarrekening over jaar")
    solvabiliteit = models.DecimalField(
        "solvabiliteit in procenten",
        max_digits=5,
        decimal_places=1,
        help_text="Eigen vermogen gedeeld door totaal vermogen.",
    )
    liquiditeit = models.DecimalField("liquiditeit (current ratio)", max_digits=5, decimal_places=2, null=True, blank=True)
    oordeel = models.CharField("oordeel", max_length=12, choices=Oordeel)
    toelichting = models.TextField("toelichting", max_length=5000, blank=True)
    gezien_op = models.DateField("gezien op")
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "financiële toets"
        verbose_name_plural = "financiële toetsen"
        constraints = [
            models.CheckConstraint(
                condition=Q(boekjaar__gte=2000, boekjaar__lte=2100),
                name="financieletoets_boekjaar",
                violation_error_message="Vul een jaar in, bijvoorbeeld 2025.",
            ),
            models.CheckConstraint(
                condition=Q(oordeel="voldoende") | ~Q(toelichting=""),
                name="financieletoets_onvoldoende_met_uitleg",
                violation_error_message="Leg uit waarom het oordeel onvoldoende is.",
            ),
        ]

    def __str__(self):
        return f"jaarrekening {self.boekjaar}"
