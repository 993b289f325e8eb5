"""The investigation of an aanmelding: the questions of the law, life domains, criteria, conversations (L-06 to L-11)."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q

from cimot.leefgebieden import Leefgebied
from cimot.models.aanmelding import Aanmelding, Onderwerp
from kern.models import Gebruiker, Regio
from kern.tijd.periode import PeriodeVeld


@pghistory.track(model_name="OnderzoekVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Onderzoek(models.Model):
    """The investigation of Wmo 2.3.2: what the law wants to be looked at, in its own words per letter (L-06 to L-11)."""

    class Plan(models.TextChoices):
        AANGEBODEN = "aangeboden", "Aangeboden, nog niet ontvangen"
        ONTVANGEN = "ontvangen", "Ontvangen"
        NIET_GEWENST = "niet_gewenst", "Cliënt wil geen plan maken"

    class Ondersteuning(models.TextChoices):
        AANGEBODEN = "aangeboden", "Op gewezen, nog geen antwoord"
        JA = "ja", "Cliënt wil dit"
        NEE = "nee", "Cliënt wil dit niet"

    class Identiteitsbewijs(models.TextChoices):
        PASPOORT = "paspoort", "Paspoort"
        IDENTITEITSKAART = "identiteitskaart", "Identiteitskaart"
        RIJBEWIJS = "rijbewijs", "Rijbewijs"
        VERBLIJFSDOCUMENT = "verblijfsdocument", "Verblijfsdocument"
        NIET_VASTGESTELD = "niet_vastgesteld", "Nog niet vastgesteld"

    class JaNee(models.TextChoices):
        JA = "ja", "Ja"
        NEE = "nee", "Nee"

    class Wlz(models.TextChoices):
        """L-17."""

        NEE = "nee", "Nee"
        VERMOEDEN = "vermoeden", "Misschien"
        JA = "ja", "Ja"

    class Instroombron(models.TextChoices):
        """R-AAN-04."""

        OPVANG = "opvang", "Maatschappelijke opvang"
        KLINIEK = "kliniek", "Ggz-kliniek"
        JEUGD = "jeugd", "Jeugdhulp"
        DETENTIE = "detentie", "Gevangenis"
        BW = "bw", "Andere plek beschermd wonen"
        THUIS = "thuis", "Eigen woning of ouders"
        STRAAT = "straat", "Geen vaste plek"
        ANDERS = "anders", "Ergens anders"

    aanmelding = models.OneToOneField(Aanmelding, models.CASCADE, related_name="onderzoek", primary_key=True)
    gestart_op = models.DateField("gestart op", null=True, blank=True)
    plan = models.CharField("persoonlijk plan", max_length=12, choices=Plan, default=Plan.AANGEBODEN)
    plan_afgehandeld_op = models.DateField("plan ontvangen of afgezien op", null=True, blank=True)
    plan_tekst = models.TextField("wat staat er in het plan", max_length=20000, blank=True)
    ondersteuning = models.CharField("cliëntondersteuning", max_length=10, choices=Ondersteuning, blank=True)
    ondersteuning_op = models.DateField("op gewezen op", null=True, blank=True)
    identiteitsbewijs = models.CharField("identiteit", max_length=20, choices=Identiteitsbewijs, blank=True)
    identiteit_op = models.DateField("gezien op", null=True, blank=True)
    identiteit_reden = models.CharField("waarom nog niet", max_length=200, blank=True)
    # Wmo 2.3.2 lid 4, letters a to g (L-09).
    behoeften = models.TextField("a. Wat heeft de cliënt nodig en wat wil hij?", max_length=20000, blank=True)
    eigen_kracht = models.TextField("b. Wat kan de cliënt zelf, of met zijn netwerk?", max_length=20000, blank=True)
    mantelzorger = models.TextField("c. Wat heeft de mantelzorger nodig?", max_length=20000, blank=True)
    algemene_voorziening = models.TextField("d. Helpt een algemene voorziening?", max_length=20000, blank=True)
    samenwerking = models.TextField("e. Met wie werken we samen?", max_length=20000, blank=True)
    maatwerk = models.TextField("f. Welke maatwerkvoorziening is mogelijk?", max_length=20000, blank=True)
    bijdrage = models.TextField("g. Wat gaat de cliënt zelf betalen?", max_length=20000, blank=True)

    # What the investigation must say before its account leaves.
    thuis = models.CharField("kan het thuis", max_length=10, choices=JaNee, blank=True)
    thuis_toelichting = models.TextField("Welke oplossing thuis is bekeken?", max_length=20000, blank=True)
    is_beperkt = models.CharField("ernstig beperkt in sociale zelfredzaamheid", max_length=10, choices=JaNee, blank=True)
    is_verstoord = models.CharField("ernstige verstoring met de omgeving", max_length=10, choices=JaNee, blank=True)
    woonvraag = models.CharField("vooral een woonvraag", max_length=10, choices=JaNee, blank=True)
    woonvraag_toelichting = models.TextField("Waarom wel of geen woonvraag?", max_length=5000, blank=True)
    wlz = models.CharField("recht op Wlz", max_length=10, choices=Wlz, blank=True)
    wlz_medewerking = models.CharField("werkt mee aan het CIZ", max_length=10, choices=JaNee, blank=True)
    instroombron = models.CharField("waar komt de cliënt vandaan", max_length=12, choices=Instroombron, blank=True)
    andere_hulp = models.TextField("Welke andere hulp loopt er?", max_length=5000, blank=True)
    duurzaam_plan = models.TextField("Plan voor een vaste oplossing", max_length=5000, blank=True)
    pgb_uitgelegd_op = models.DateField("pgb uitgelegd op", null=True, blank=True)

    LID_4 = (
        "behoeften",
        "eigen_kracht",
        "mantelzorger",
        "algemene_voorziening",
        "samenwerking",
        "maatwerk",
        "bijdrage",
    )

    class Meta:
        verbose_name = "onderzoek"
        verbose_name_plural = "onderzoeken"
        constraints = [
            models.CheckConstraint(
                condition=Q(plan="aangeboden", plan_afgehandeld_op__isnull=True)
                | (~Q(plan="aangeboden") & Q(plan_afgehandeld_op__isnull=False)),
                name="onderzoek_plan_met_datum",
                violation_error_message="Vul in op welke dag het plan kwam, of op welke dag de cliënt ervan afzag.",
            ),
            models.CheckConstraint(
                condition=Q(ondersteuning="") | Q(ondersteuning_op__isnull=False),
                name="onderzoek_ondersteuning_met_datum",
                violation_error_message="Vul in op welke dag u de cliënt op cliëntondersteuning wees.",
            ),
            models.CheckConstraint(
                condition=~Q(identiteitsbewijs="niet_vastgesteld") | ~Q(identiteit_reden=""),
                name="onderzoek_identiteit_met_reden",
                violation_error_message="Vul in waarom de identiteit nog niet is vastgesteld.",
            ),
            models.CheckConstraint(
                condition=Q(wlz__in=["", "nee"]) | ~Q(wlz_medewerking=""),
                name="onderzoek_wlz_met_medewerking",
                violation_error_message="Vul in of de cliënt meewerkt aan een aanvraag bij het CIZ.",
            ),
        ]

    def __str__(self):
        return f"onderzoek {self.pk}"


@pghistory.track(model_name="BevindingVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Bevinding(models.Model):
    """What was found in one life domain (R-VIS-19, R-VIS-26)."""

    onderzoek = models.ForeignKey(Onderzoek, models.CASCADE, related_name="bevindingen")
    leefgebied = models.CharField("leefgebied", max_length=20, choices=Leefgebied)
    is_niet_aan_de_orde = models.BooleanField("niet aan de orde", default=False)
    tekst = models.TextField("bevinding", max_length=20000, blank=True)

    class Meta:
        verbose_name = "bevinding"
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "leefgebied"], name="bevinding_een_per_leefgebied"),
        ]

    def __str__(self):
        return self.get_leefgebied_display()


@pghistory.track(model_name="CriteriumVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Criterium(models.Model):
    """A question of a region's checklist, as dated data: advice, never an automatic refusal (R-VIS-03, R-EXT-01)."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="criteria")
    onderwerp = models.CharField("voor", max_length=10, choices=Onderwerp)
    code = models.SlugField("code")
    vraag = models.CharField("vraag", max_length=300)
    advies = models.CharField("advies als het antwoord nee is", max_length=300, blank=True)
    bron = models.CharField("bron", max_length=60)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=10)
    periode = PeriodeVeld("geldig")

    class Meta:
        verbose_name = "criterium"
        verbose_name_plural = "criteria"
        ordering = ["regio", "onderwerp", "volgorde"]
        constraints = [
            ExclusionConstraint(
                name="criterium_een_versie_per_dag",
                expressions=[
                    ("regio", RangeOperators.EQUAL),
                    ("onderwerp", RangeOperators.EQUAL),
                    ("code", RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ],
                violation_error_message="Dit criterium heeft in deze periode al een versie.",
            ),
        ]

    def __str__(self):
        return f"{self.regio}: {self.vraag}"


@pghistory.track(model_name="CriteriumuitkomstVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Criteriumuitkomst(models.Model):
    """The answer to one question of the checklist in one onderzoek."""

    class Uitkomst(models.TextChoices):
        JA = "ja", "Ja"
        NEE = "nee", "Nee"
        ONBEKEND = "onbekend", "Weet ik nog niet"

    onderzoek = models.ForeignKey(Onderzoek, models.CASCADE, related_name="criteriumuitkomsten")
    criterium = models.ForeignKey(Criterium, models.PROTECT, related_name="+")
    uitkomst = models.CharField("uitkomst", max_length=10, choices=Uitkomst, default=Uitkomst.ONBEKEND)
    toelichting = models.TextField("toelichting", max_length=2000, blank=True)

    class Meta:
        verbose_name = "uitkomst van een criterium"
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "criterium"], name="criteriumuitkomst_een"),
        ]

    def __str__(self):
        return f"{self.criterium_id}: {self.uitkomst}"


@pghistory.track(model_name="GesprekVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Gesprek(models.Model):
    """A conversation with the client, with who is there. The calendar file of it has no content."""

    onderzoek = models.ForeignKey(Onderzoek, models.CASCADE, related_name="gesprekken")
    uid = models.UUIDField(unique=True)
    op = models.DateTimeField("wanneer")
    minuten = models.PositiveSmallIntegerField("duur in minuten", default=60)
    plaats = models.CharField("waar", max_length=120)
    aanwezigen = models.CharField("wie zijn erbij", max_length=300)
    aantekening = models.TextField("aantekening", max_length=20000, blank=True)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "gesprek"
        verbose_name_plural = "gesprekken"
        ordering = ["op"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minuten__gte=5, minuten__lte=480),
                name="gesprek_duur",
                violation_error_message="Een gesprek duurt 5 tot 480 minuten.",
            ),
        ]

    def __str__(self):
        return f"gesprek {self.op:%d-%m-%Y}"
