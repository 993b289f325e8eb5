"""Who stands beside a client, and what he allowed (domein.md 3.0 Relatie; L-01, L-37, L-50)."""

import pghistory
from django.db import models
from django.db.models import F, Q

from kern.personen.models.client import Client
from kern.stukken.models.document import Document
from kern.tijd.velden import VastgelegdVeld
from kern.toegang.models.gebruiker import Gebruiker
from kern.toegang.rollen import Klasse
from kern.werk.models.werk import Contactmoment


class RelatieQuerySet(models.QuerySet):
    def op(self, dag):
        """Those that hold on a day."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gte=dag), vanaf__lte=dag)


@pghistory.track(model_name="RelatieVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Relatie(models.Model):
    """A person beside the client: who represents him, who is near, who helps. Screens and letters stand on this."""

    class Soort(models.TextChoices):
        CURATOR = "curator", "Curator"
        MENTOR = "mentor", "Mentor"
        BEWINDVOERDER = "bewindvoerder", "Bewindvoerder"
        GEMACHTIGDE = "gemachtigde", "Gemachtigde"
        VOOGD = "voogd", "Voogd"
        PARTNER = "partner", "Partner"
        OUDER = "ouder", "Ouder"
        KIND = "kind", "Kind"
        BROER_ZUS = "broer_zus", "Broer of zus"
        MANTELZORGER = "mantelzorger", "Mantelzorger"
        NAASTE = "naaste", "Andere naaste"
        ONDERSTEUNER = "ondersteuner", "Cliëntondersteuner"
        HULPVERLENER = "hulpverlener", "Hulpverlener"

    class Grond(models.TextChoices):
        """On what his right to act for the client stands (L-01)."""

        RECHTER = "rechter", "Uitspraak van de rechter"
        VOLMACHT = "volmacht", "Volmacht van de cliënt"
        WET = "wet", "Naaste volgens de wet, als er niemand anders is"
        GEEN = "geen", "Geen: hij vertegenwoordigt de cliënt niet"

    VERTEGENWOORDIGERS = (Soort.CURATOR, Soort.MENTOR, Soort.BEWINDVOERDER, Soort.GEMACHTIGDE, Soort.VOOGD)
    # Whom the law names when nobody else represents the client, the partner before the others (L-01).
    NAASTEN_VAN_DE_WET = (Soort.PARTNER, Soort.OUDER, Soort.KIND, Soort.BROER_ZUS, Soort.NAASTE)

    client = models.ForeignKey(Client, models.CASCADE, related_name="relaties")
    soort = models.CharField("wat is hij van de cliënt", max_length=20, choices=Soort)
    naam = models.CharField("naam", max_length=120)
    organisatie = models.CharField("organisatie", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mail", blank=True)
    straat = models.CharField("straat", max_length=80, blank=True)
    huisnummer = models.CharField("huisnummer", max_length=10, blank=True)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    plaats = models.CharField("plaats", max_length=60, blank=True)
    grond = models.CharField("op grond waarvan", max_length=10, choices=Grond, default=Grond.GEEN)
    vanaf = models.DateField("vanaf")
    tot = models.DateField("tot en met", null=True, blank=True)
    krijgt_brieven = models.BooleanField("krijgt een kopie van brieven", default=False)
    wordt_uitgenodigd = models.BooleanField("wordt uitgenodigd bij gesprekken", default=False)
    is_eerste_contact = models.BooleanField("bellen we het eerst", default=False)
    bewijs = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    toelichting = models.CharField("toelichting", max_length=500, blank=True)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    vastgelegd_op = VastgelegdVeld()
    objects = RelatieQuerySet.as_manager()

    class Meta:
        verbose_name = "relatie"
        verbose_name_plural = "relaties"
        ordering = ["-is_eerste_contact", "soort", "-vanaf", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(soort__in=["curator", "mentor", "bewindvoerder", "voogd"]) | Q(grond="rechter"),
                name="relatie_door_rechter",
                violation_error_message="Een curator, mentor, bewindvoerder of voogd heeft een uitspraak nodig.",
            ),
            models.CheckConstraint(
                condition=~Q(soort="gemachtigde") | Q(grond="volmacht"),
                name="relatie_gemachtigde_met_volmacht",
                violation_error_message="Een gemachtigde heeft een volmacht van de cliënt nodig.",
            ),
            models.CheckConstraint(
                condition=~Q(grond="rechter") | Q(soort__in=["curator", "mentor", "bewindvoerder", "voogd"]),
                name="relatie_rechter_benoemt",
                violation_error_message="De rechter benoemt een curator, mentor, bewindvoerder of voogd.",
            ),
            models.CheckConstraint(
                condition=~Q(grond="wet") | Q(soort__in=["partner", "ouder", "kind", "broer_zus", "naaste"]),
                name="relatie_wet_voor_naasten",
                violation_error_message="Volgens de wet kan alleen een partner, familielid of andere naaste dit zijn.",
            ),
            # The letters of somebody under curatele go to the curator, so he too has to be reachable.
            models.CheckConstraint(
                condition=~(Q(krijgt_brieven=True) | Q(soort="curator"))
                | ~Q(email="")
                | (~Q(straat="") & ~Q(huisnummer="") & ~Q(plaats="")),
                name="relatie_brieven_met_adres",
                violation_error_message="Hij krijgt brieven. Vul straat, huisnummer en plaats in, of een e-mailadres.",
            ),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")),
                name="relatie_periode",
                violation_error_message="De einddatum ligt vóór de begindatum.",
            ),
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(soort="curator", tot__isnull=True),
                name="relatie_een_curator",
                violation_error_message="Deze cliënt heeft al een curator. Vul daar eerst een einddatum in.",
            ),
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(is_eerste_contact=True, tot__isnull=True),
                name="relatie_een_eerste_contact",
                violation_error_message="Er is al iemand die u het eerst belt. Zet dat daar eerst uit.",
            ),
        ]

    def __str__(self):
        return f"{self.naam} ({self.get_soort_display().lower()})"

    @property
    def is_vertegenwoordiger(self) -> bool:
        return self.grond != self.Grond.GEEN

    @property
    def klasse(self) -> Klasse:
        """Who helps a client says what he needs help with: that is content of care (domein.md 4.2)."""
        return Klasse.D4 if self.soort == self.Soort.HULPVERLENER else Klasse.D1

    @property
    def adres(self) -> str:
        """On one line; empty when a letter cannot arrive there."""
        if not (self.straat and self.huisnummer and self.plaats):
            return ""
        return f"{self.straat} {self.huisnummer}, {self.postcode} {self.plaats}".replace(",  ", ", ")

    def geldt(self, dag) -> bool:
        """Whether it holds on a day, as `RelatieQuerySet.op` on a loaded row."""
        return self.vanaf <= dag and (self.tot is None or self.tot >= dag)

    @classmethod
    def vaste_grond(cls, soort: str) -> str:
        """The ground that a kind of relation always has; nothing where there is a choice."""
        if soort == cls.Soort.GEMACHTIGDE:
            return cls.Grond.VOLMACHT
        return cls.Grond.RECHTER if soort in cls.VERTEGENWOORDIGERS else ""


class ToestemmingQuerySet(models.QuerySet):
    def op(self, dag):
        """Those that hold on a day: given, not past, not withdrawn. On the day of withdrawal it no longer holds."""
        return self.filter(
            Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=dag),
            Q(ingetrokken_op__isnull=True) | Q(ingetrokken_op__gt=dag),
            gegeven_op__lte=dag,
        )


@pghistory.track(model_name="ToestemmingVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Toestemming(models.Model):
    """What the client allows: with whom, about what, since when, and until he withdraws it (L-37)."""

    class Waarvoor(models.TextChoices):
        OPVRAGEN = "opvragen", "Informatie opvragen"
        DELEN = "delen", "Informatie geven"
        OVERLEG = "overleg", "Overleggen"

    client = models.ForeignKey(Client, models.CASCADE, related_name="toestemmingen")
    waarvoor = models.CharField("waarvoor", max_length=10, choices=Waarvoor)
    partij = models.CharField("bij of met wie", max_length=120)
    omvang = models.CharField("waarover precies", max_length=500)
    gegeven_op = models.DateField("gegeven op")
    via = models.CharField("hoe", max_length=10, choices=Contactmoment.Kanaal)
    gegeven_door = models.ForeignKey(
        Relatie, models.PROTECT, null=True, blank=True, related_name="+", help_text="Leeg: de cliënt zelf."
    )
    geldig_tot = models.DateField("geldig tot en met", null=True, blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    ingetrokken_via = models.CharField("hoe ingetrokken", max_length=10, choices=Contactmoment.Kanaal, blank=True)
    bewijs = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    vastgelegd_op = VastgelegdVeld()
    objects = ToestemmingQuerySet.as_manager()

    class Meta:
        verbose_name = "toestemming"
        verbose_name_plural = "toestemmingen"
        ordering = ["-gegeven_op", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=F("gegeven_op")),
                name="toestemming_periode",
                violation_error_message="De einddatum ligt vóór de dag waarop de toestemming is gegeven.",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_via="")
                | (Q(ingetrokken_op__isnull=False, ingetrokken_op__gte=F("gegeven_op")) & ~Q(ingetrokken_via="")),
                name="toestemming_ingetrokken",
                violation_error_message="Vul in wanneer en hoe de cliënt dit introk. Dat kan niet vóór de toestemming.",
            ),
        ]

    def __str__(self):
        return f"{self.get_waarvoor_display()}: {self.partij}"

    @property
    def klasse(self) -> Klasse:
        return Klasse.D4

    def geldt(self, dag) -> bool:
        """Whether it holds on a day, as `ToestemmingQuerySet.op` on a loaded row."""
        over = self.geldig_tot is not None and self.geldig_tot < dag
        return self.gegeven_op <= dag and not over and not (self.ingetrokken_op and self.ingetrokken_op <= dag)
