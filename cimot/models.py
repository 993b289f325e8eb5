"""The intake: one Aanmelding per request, with its melding, onderzoek and verslag (SM-1)."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from cimot.leefgebieden import Leefgebied
from kern.models import Dossier, Gebruiker, Regio
from kern.models.dossier import DossierManager


class Onderwerp(models.TextChoices):
    BW = "bw", "Beschermd wonen"
    MO = "mo", "Maatschappelijke opvang"
    ONBEKEND = "onbekend", "Weet ik nog niet"


class Kanaal(models.TextChoices):
    TELEFOON = "telefoon", "Telefoon"
    BALIE = "balie", "Balie"
    EMAIL = "email", "E-mail"
    BRIEF = "brief", "Brief"
    WEBSITE = "website", "Website"


class Melder(models.TextChoices):
    """Who reports (R-AAN-01, R-AAN-02)."""

    ZELF = "zelf", "Zelf"
    FAMILIE = "familie", "Familie of naaste"
    AANBIEDER = "aanbieder", "Aanbieder"
    GEMEENTE = "gemeente", "Gemeente"
    ZORG = "zorg", "Huisarts of ggz"
    ANDERS = "anders", "Anders"


@pghistory.track(
    model_name="AanmeldingVersie",
    fields=["onderwerp"],
    obj_field=pghistory.ObjForeignKey(related_name="aanmeldingversies"),
)
class Aanmelding(Dossier):
    """One request for beschermd wonen or opvang. Melding, onderzoek and verslag are its records."""

    onderwerp = models.CharField("waar gaat het om", max_length=10, choices=Onderwerp, default=Onderwerp.ONBEKEND)
    objects = DossierManager()

    class Meta:
        verbose_name = "aanmelding"
        verbose_name_plural = "aanmeldingen"

    # Facts from which deadlines start, by the names that the table uses.
    @property
    def gemeld_op(self):
        """The calendar day of receipt in Amsterdam: 23:59 counts for that day (domein.md 2.3)."""
        return timezone.localdate(self.melding.ontvangen_op)

    @property
    def bevestigd_op(self):
        return self.melding.bevestigd_op

    @property
    def eerste_contact_op(self):
        return self.melding.eerste_contact_op

    @property
    def plan_afgehandeld_op(self):
        onderzoek = getattr(self, "onderzoek", None)
        return onderzoek.plan_afgehandeld_op if onderzoek else None

    def overgang_terugdraaien(self, actie: str) -> None:
        """Take back the fact that a transition recorded, so that its deadline runs again (the row history keeps it)."""
        if actie == "bevestigen":
            Melding.objects.filter(aanmelding=self).update(bevestigd_op=None, bevestigd_via="")
        elif actie == "onderzoek_starten":
            Onderzoek.objects.filter(aanmelding=self).update(gestart_op=None)
        elif actie == "verslag_versturen":
            # What the client said was about an account that will be sent again.
            geen_reactie = {"reactie": "", "reactie_op": None, "reactie_tekst": "", "is_ondertekend": False}
            Verslag.objects.filter(aanmelding=self).update(naar_client_op=None, naar_client_via="", **geen_reactie)
        elif actie == "definitief_maken":
            Verslag.objects.filter(aanmelding=self).update(definitief_op=None, definitieve_tekst="", definitief_hash="")
        for naam in ("melding", "onderzoek", "verslag"):
            self._state.fields_cache.pop(naam, None)


@pghistory.track(model_name="MeldingVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Melding(models.Model):
    """The report itself: received when, how, from whom, about what (Wmo 2.3.2 lid 1, L-06)."""

    class Grond(models.TextChoices):
        TOESTEMMING = "toestemming", "Cliënt geeft toestemming"
        ZELF = "zelf", "Cliënt meldt zichzelf"
        WET = "wet", "Wettelijke taak, zonder toestemming"

    class Woonsituatie(models.TextChoices):
        """R-AAN-05."""

        THUIS = "thuis", "Heeft een woning"
        DREIGEND = "dreigend", "Raakt misschien zijn woning kwijt"
        FEITELIJK = "feitelijk", "Heeft geen vaste plek"
        ONBEKEND = "onbekend", "Weet ik nog niet"

    aanmelding = models.OneToOneField(Aanmelding, models.CASCADE, related_name="melding", primary_key=True)
    ontvangen_op = models.DateTimeField("ontvangen op")
    kanaal = models.CharField("hoe", max_length=10, choices=Kanaal)
    melder = models.CharField("wie meldt", max_length=10, choices=Melder)
    melder_naam = models.CharField("naam van de melder", max_length=120, blank=True)
    melder_telefoon = models.CharField("telefoon van de melder", max_length=20, blank=True)
    melder_email = models.EmailField("e-mail van de melder", blank=True)
    is_spoed = models.BooleanField("spoed", default=False)
    omschrijving = models.TextField("wat is er aan de hand", max_length=20000, blank=True)
    woonsituatie = models.CharField("woonsituatie", max_length=10, choices=Woonsituatie, default=Woonsituatie.ONBEKEND)
    grond = models.CharField("toestemming of wettelijke grond", max_length=12, choices=Grond, blank=True)
    bevestigd_op = models.DateField("ontvangst bevestigd op", null=True, blank=True)
    bevestigd_via = models.CharField("bevestigd via", max_length=10, choices=Kanaal, blank=True)
    eerste_contact_op = models.DateField("eerste contact op", null=True, blank=True)
    is_wlz_bekeken = models.BooleanField("Wlz bekeken", default=False)
    wlz_uitkomst = models.CharField("uitkomst Wlz", max_length=200, blank=True)
    is_dubbel_bekeken = models.BooleanField("vergeleken met bekende cliënten", default=False)

    class Meta:
        verbose_name = "melding"
        verbose_name_plural = "meldingen"

    def __str__(self):
        return f"melding {self.pk}"


@pghistory.track(model_name="VraagVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Vraag(models.Model):
    """Only a question: counted, starts no term, and can become a melding that keeps the text."""

    regio = models.ForeignKey(Regio, models.PROTECT, related_name="+")
    op = models.DateTimeField("wanneer")
    kanaal = models.CharField("hoe", max_length=10, choices=Kanaal)
    melder = models.CharField("wie vraagt", max_length=10, choices=Melder)
    tekst = models.TextField("wat is de vraag", max_length=20000)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    aanmelding = models.OneToOneField(Aanmelding, models.PROTECT, null=True, blank=True, related_name="vraag")
    vastgelegd_op = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = "vraag"
        verbose_name_plural = "vragen"
        indexes = [models.Index(fields=["regio", "op", "id"], name="vraag_regio")]

    def __str__(self):
        return f"vraag {self.op:%d-%m-%Y}"


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
    periode = DateRangeField("geldig", help_text="Eerste dag telt mee, einddag niet.")

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


@pghistory.track(model_name="VerslagVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Verslag(models.Model):
    """The written account of Wmo 2.3.2 lid 8: concept, reaction of the client, final version (L-11)."""

    class Reactie(models.TextChoices):
        AKKOORD = "akkoord", "Akkoord"
        GEZIEN = "gezien", "Gezien, met opmerkingen"
        NIET_AKKOORD = "niet_akkoord", "Niet akkoord"

    aanmelding = models.OneToOneField(Aanmelding, models.CASCADE, related_name="verslag", primary_key=True)
    conclusie = models.TextField("conclusie", max_length=20000, blank=True)
    voorstel = models.TextField("voorstel", max_length=20000, blank=True)
    naar_client_op = models.DateField("naar cliënt gestuurd op", null=True, blank=True)
    naar_client_via = models.CharField("hoe gestuurd", max_length=10, choices=Kanaal, blank=True)
    reactie = models.CharField("reactie van de cliënt", max_length=12, choices=Reactie, blank=True)
    reactie_op = models.DateField("reactie op", null=True, blank=True)
    reactie_tekst = models.TextField("opmerkingen van de cliënt", max_length=20000, blank=True)
    is_ondertekend = models.BooleanField("ondertekend", default=False)
    definitief_op = models.DateField("definitief verslag gestuurd op", null=True, blank=True)
    definitieve_tekst = models.TextField("definitieve tekst", blank=True)
    definitief_hash = models.CharField("kenmerk van de definitieve tekst", max_length=64, blank=True)

    class Meta:
        verbose_name = "verslag"
        verbose_name_plural = "verslagen"
        constraints = [
            models.CheckConstraint(
                condition=Q(reactie="", reactie_op__isnull=True) | (~Q(reactie="") & Q(reactie_op__isnull=False)),
                name="verslag_reactie_met_datum",
                violation_error_message="Vul de reactie en de datum van de reactie samen in.",
            ),
            models.CheckConstraint(
                condition=Q(definitief_op__isnull=True)
                | (Q(naar_client_op__isnull=False) & Q(definitief_op__gte=F("naar_client_op"))),
                name="verslag_definitief_na_client",
                violation_error_message="Het definitieve verslag kan niet vóór het concept verstuurd zijn.",
            ),
            models.CheckConstraint(
                condition=Q(definitief_op__isnull=True) | ~Q(definitief_hash=""),
                name="verslag_definitief_met_hash",
            ),
        ]

    def __str__(self):
        return f"verslag {self.pk}"
