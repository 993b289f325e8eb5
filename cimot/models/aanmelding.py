"""One request for beschermd wonen or opvang with its melding, and the question that is no melding (SM-1)."""

import pghistory
from django.db import models
from django.utils import timezone

from kern.models import Dossier, Gebruiker, Regio
from kern.proces.models.dossier import DossierManager
from kern.tijd.velden import VastgelegdVeld


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
    RECORDS = ("melding", "onderzoek", "verslag", "aanvraag")

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

    @property
    def verslag_definitief_op(self):
        """T-ONDERZOEK ends when the final account is sent (L-06)."""
        verslag = getattr(self, "verslag", None)
        return verslag.definitief_op if verslag else None

    @property
    def aangevraagd_op(self):
        aanvraag = getattr(self, "aanvraag", None)
        return aanvraag.ontvangen_op if aanvraag else None

    @property
    def aanvulling(self):
        """The last request to complete the aanvraag, open or answered."""
        aanvraag = getattr(self, "aanvraag", None)
        return max(aanvraag.aanvullingen.all(), key=lambda a: (a.gevraagd_op, a.pk), default=None) if aanvraag else None

    @property
    def aanvulling_gevraagd_op(self):
        return self.aanvulling.gevraagd_op if self.aanvulling else None

    @property
    def aanvulling_tot(self):
        """The last day of the term that was set; None when none was set."""
        return self.aanvulling.gesteld_tot if self.aanvulling else None

    @property
    def aangevuld_op(self):
        return self.aanvulling.ontvangen_op if self.aanvulling else None

    @property
    def besluit_verzonden_op(self):
        """Bekendmaking: T-BESLUIT ends and T-BEZWAAR starts on the day of sending (L-55)."""
        return self.besluit.verzonden_op if self.besluit else None

    @property
    def besluit(self):
        """The besluit that is being written, else the last one; None when there is none."""
        return self.laatste("besluiten")

    @property
    def ondertekenaar(self):
        return self.besluit.ondertekenaar if self.besluit else None


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

    class Ethos(models.TextChoices):
        """ETHOS Light, the national standard for counting homelessness (domein.md 2.8)."""

        STRAAT = "straat", "1. Slaapt buiten"
        NOODOPVANG = "noodopvang", "2. Nachtopvang"
        OPVANG = "opvang", "3. Opvang voor daklozen"
        INSTELLING = "instelling", "4. Gaat weg uit een instelling, zonder woning"
        ANDERS = "anders", "5. Caravan, auto of iets dat geen woning is"
        BIJ_ANDEREN = "bij_anderen", "6. Tijdelijk bij familie of vrienden"
        UITZETTING = "uitzetting", "Raakt misschien zijn woning kwijt"
        NIET = "niet", "Heeft een woning"

    aanmelding = models.OneToOneField(Aanmelding, models.CASCADE, related_name="melding", primary_key=True)
    ontvangen_op = models.DateTimeField("ontvangen op")
    kanaal = models.CharField("hoe", max_length=10, choices=Kanaal)
    melder = models.CharField("wie meldt", max_length=10, choices=Melder)
    melder_naam = models.CharField("naam van de melder", max_length=120, blank=True)
    melder_telefoon = models.CharField("telefoon van de melder", max_length=20, blank=True)
    melder_email = models.EmailField("e-mail van de melder", blank=True)
    is_spoed = models.BooleanField("spoed", default=False)
    omschrijving = models.TextField("wat is er aan de hand", max_length=20000, blank=True)
    ethos = models.CharField("slaapplek (ETHOS)", max_length=12, choices=Ethos, blank=True)
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
    vastgelegd_op = VastgelegdVeld()

    class Meta:
        verbose_name = "vraag"
        verbose_name_plural = "vragen"
        indexes = [models.Index(fields=["regio", "op", "id"], name="vraag_regio")]

    def __str__(self):
        return f"vraag {self.op:%d-%m-%Y}"
