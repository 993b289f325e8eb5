"""The decision: what is granted or refused, why per element, who looked, who signed, when it left (L-16 to L-18, L-55)."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from cimot.models.aanmelding import Kanaal
from cimot.models.mandaat import Mandaat, Verordening
from cimot.regels import GROEPEN, OZL_UREN
from kern.models import Dossier, Gebruiker, Organisatie
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Wereld


@pghistory.track(model_name="BesluitVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Besluit(models.Model):
    """One decision of a dossier, which may take several.

    Approved by somebody else than its author; a change afterwards withdraws that.
    """

    class Uitkomst(models.TextChoices):
        TOEKENNING = "toekenning", "Toekennen"
        GEDEELTELIJK = "gedeeltelijk", "Gedeeltelijk toekennen"
        AFWIJZING = "afwijzing", "Afwijzen"
        BUITEN_BEHANDELING = "buiten_behandeling", "Buiten behandeling laten"
        TIJDELIJK = "tijdelijk", "Tijdelijk toekennen"

    class Weigeringsgrond(models.TextChoices):
        """SM-1 rule 3. To live elsewhere is no ground: that is landelijke toegankelijkheid (L-02)."""

        VERBLIJFSRECHT = "verblijfsrecht", "Geen rechtmatig verblijf in Nederland"
        EIGEN_KRACHT = "eigen_kracht", "Eigen kracht of netwerk is genoeg"
        ALGEMEEN = "algemeen", "Algemene voorziening is genoeg"
        WLZ = "wlz", "Andere wet gaat voor: Wlz"
        ZVW = "zvw", "Andere wet gaat voor: Zvw"
        JEUGDHULP = "jeugdhulp", "Andere wet gaat voor: jeugdhulp"
        FORENSISCH = "forensisch", "Andere wet gaat voor: forensische zorg"
        GEEN_PROBLEMATIEK = "geen_problematiek", "Geen psychische problematiek"
        GEEN_ONGEPLAND = "geen_ongepland", "Geen ongeplande hulp of hulp dag en nacht nodig"
        GEEN_VERBLIJF = "geen_verblijf", "Geen verblijf nodig"
        WOONVRAAG = "woonvraag", "De vraag is een woonvraag"
        MEDEWERKING = "medewerking", "Te weinig medewerking"
        PGB = "pgb", "Grond om een pgb te weigeren"

    class Gehoord(models.TextChoices):
        GEHOORD = "gehoord", "Cliënt heeft zijn mening gegeven"
        WIL_NIET = "wil_niet", "Cliënt wil geen mening geven"
        GEEN_REACTIE = "geen_reactie", "Cliënt heeft niet gereageerd"

    class Doel(models.TextChoices):
        """The seven goals (R-VIS-04)."""

        ZELFREDZAAMHEID = "zelfredzaamheid", "Zelfredzaamheid en participatie"
        FUNCTIONEREN = "functioneren", "Psychisch en psychosociaal functioneren"
        STABILISATIE = "stabilisatie", "Stabiliseren van het ziektebeeld"
        VERWAARLOZING = "verwaarlozing", "Voorkomen van verwaarlozing of overlast"
        GEVAAR = "gevaar", "Afwenden van gevaar"
        ZINGEVING = "zingeving", "Zingeving"
        NORMALISEREN = "normaliseren", "Normaliseren van het bestaan"

    class Cak(models.TextChoices):
        """L-CAK-05. As long as it is undecided nothing goes to the CAK."""

        ONBEPAALD = "onbepaald", "Nog niet bepaald"
        BW_INTRAMURAAL = "bw_intramuraal", "Bijdrage beschermd wonen"
        ABONNEMENT = "abonnement", "Vast bedrag Wmo"
        OPVANG_INSTELLING = "opvang_instelling", "Bijdrage aan de opvang"
        GEEN = "geen", "Geen bijdrage"

    # L-16, Wmo 2.3.5 lid 4, and the lightest form of support (R-VIS-06): each needs its own reasons.
    ELEMENTEN = ("motivering_problematiek", "motivering_eigen_kracht", "motivering_doel", "motivering_lichtste")

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="besluiten")
    wereld = models.CharField(max_length=20, choices=Wereld)
    uitkomst = models.CharField("besluit", max_length=20, choices=Uitkomst, blank=True)
    motivering_problematiek = models.TextField("Welke problemen heeft de cliënt?", max_length=20000, blank=True)
    motivering_eigen_kracht = models.TextField(
        "Waarom redt de cliënt het wel of niet zelf, met zijn netwerk of met een algemene voorziening?",
        max_length=20000,
        blank=True,
    )
    motivering_doel = models.TextField(
        "Hoe helpt dit de cliënt om het zo snel mogelijk weer zelf te kunnen?", max_length=20000, blank=True
    )
    motivering_lichtste = models.TextField("Waarom is dit de lichtste hulp die past?", max_length=20000, blank=True)
    doelen = ArrayField(models.CharField(max_length=20, choices=Doel), verbose_name="doelen", default=list, blank=True)
    afbouwdoel = models.TextField("hoe wordt de hulp lichter", max_length=5000, blank=True)
    herbeoordelen_op = models.DateField("opnieuw bekijken op", null=True, blank=True)
    cak_regime = models.CharField("eigen bijdrage", max_length=20, choices=Cak, default=Cak.ONBEPAALD)
    weigeringsgrond = models.CharField("reden van weigering", max_length=20, choices=Weigeringsgrond, blank=True)
    weigering_toelichting = models.TextField("uitleg bij de weigering", max_length=20000, blank=True)
    gehoord = models.CharField("gehoord", max_length=12, choices=Gehoord, blank=True)
    gehoord_op = models.DateField("gehoord op", null=True, blank=True)
    zienswijze = models.TextField("wat vindt de cliënt", max_length=20000, blank=True)
    verordening = models.ForeignKey(Verordening, models.PROTECT, null=True, blank=True, related_name="+")
    auteur = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+", verbose_name="opgesteld door")
    goedgekeurd_door = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")
    goedgekeurd_op = models.DateField("goedgekeurd op", null=True, blank=True)
    ondertekenaar = models.ForeignKey(Gebruiker, models.PROTECT, null=True, blank=True, related_name="+")
    mandaat = models.ForeignKey(Mandaat, models.PROTECT, null=True, blank=True, related_name="+")
    # What was approved, word for word: what is sent must still be that.
    tekst = models.TextField("tekst van het besluit", blank=True)
    tekst_hash = models.CharField("kenmerk van de tekst", max_length=64, blank=True)
    verzonden_op = models.DateField("verzonden op", null=True, blank=True)
    verzonden_via = models.CharField("hoe verzonden", max_length=10, choices=Kanaal, blank=True)

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(verzonden_op__isnull=True),
                name="besluit_een_in_concept",
                violation_error_message="Er is al een besluit in concept.",
            ),
            models.CheckConstraint(
                condition=Q(goedgekeurd_door__isnull=True) | ~Q(goedgekeurd_door=F("auteur")),
                name="besluit_vier_ogen",
                violation_error_message="Een ander dan de schrijver moet het besluit goedkeuren.",
            ),
            models.CheckConstraint(
                condition=Q(goedgekeurd_op__isnull=True, tekst_hash="")
                | (Q(goedgekeurd_op__isnull=False, ondertekenaar__isnull=False, mandaat__isnull=False) & ~Q(tekst_hash="")),
                name="besluit_goedgekeurd_met_mandaat",
                violation_error_message="Kies wie het besluit ondertekent, met een geldig mandaat.",
            ),
            models.CheckConstraint(
                condition=Q(goedgekeurd_door__isnull=True) | Q(goedgekeurd_op__isnull=False),
                name="besluit_goedgekeurd_met_datum",
            ),
            models.CheckConstraint(
                condition=Q(verzonden_op__isnull=True)
                | (Q(goedgekeurd_op__isnull=False, verzonden_op__gte=F("goedgekeurd_op")) & ~Q(uitkomst="")),
                name="besluit_verzonden_na_goedkeuring",
                violation_error_message="Het besluit kan niet verzonden zijn vóór de dag waarop het is ondertekend.",
            ),
            # The second person looked at every besluit on an aanvraag (SM-1).
            models.CheckConstraint(
                condition=Q(verzonden_op__isnull=True)
                | Q(uitkomst__in=["buiten_behandeling", "tijdelijk"])
                | Q(goedgekeurd_door__isnull=False),
                name="besluit_aanvraag_goedgekeurd",
                violation_error_message="Een ander dan de schrijver moet dit besluit eerst goedkeuren.",
            ),
            models.CheckConstraint(
                condition=Q(verzonden_op__isnull=True)
                | ~Q(uitkomst__in=["afwijzing", "gedeeltelijk"])
                | (~Q(weigeringsgrond="") & ~Q(gehoord="")),
                name="besluit_weigering_met_grond",
                violation_error_message="Een weigering heeft een reden uit de lijst, en de cliënt is gehoord.",
            ),
            models.CheckConstraint(
                condition=Q(gehoord="", gehoord_op__isnull=True) | (~Q(gehoord="") & Q(gehoord_op__isnull=False)),
                name="besluit_gehoord_met_datum",
                violation_error_message="Vul in wanneer de cliënt is gehoord.",
            ),
        ]

    def __str__(self):
        return f"besluit {self.pk}"

    @property
    def onderwerp(self) -> str:
        """What a deadline that starts here is about."""
        return f"besluit van {datum_nl(self.verzonden_op)}" if self.verzonden_op else "besluit in concept"


@pghistory.track(model_name="BesluitonderdeelVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Besluitonderdeel(models.Model):
    """One component that is granted or refused, with its reasons (R-IND-01 to R-IND-04, R-IND-12, X-04)."""

    class Groep(models.TextChoices):
        OZL = "ozl", "Ondersteuning zelfstandig leven"
        OMD = "omd", "Ondersteuning maatschappelijke deelname"
        WOON = "woon", "Woonvoorziening"
        TOESLAG = "toeslag", "Toeslag bijzondere omstandigheden"
        PRODUCT = "product", "Product"
        OPVANG = "opvang", "Opvang"

    class Soort(models.TextChoices):
        OZL_STANDAARD = "ozl_standaard", "OZL standaard"
        OZL_INTENSIEF = "ozl_intensief", "OZL intensief"
        OZL_ZEER_INTENSIEF = "ozl_zeer_intensief", "OZL zeer intensief"
        OMD = "omd", "OMD"
        VERBLIJF = "verblijf", "Verblijf"
        COMPENSATIE = "compensatie", "Compensatie huurlasten en –risico"
        ZELFVOORZIENEND = "zelfvoorzienend", "Zelfvoorzienend"
        TOESLAG = "toeslag", "Toeslag"
        ALL_INCLUSIVE = "all_inclusive", "BW all inclusive"
        MODULAIR = "modulair", "BW modulair"
        OPVANG = "opvang", "Opvang"

    class Beslissing(models.TextChoices):
        TOEGEKEND = "toegekend", "Toekennen"
        AFGEWEZEN = "afgewezen", "Afwijzen"

    class Leveringsvorm(models.TextChoices):
        ZIN = "zin", "Zorg in natura"
        PGB = "pgb", "Pgb"

    class HuurtVan(models.TextChoices):
        """From whom the client has his dwelling: a fact about the case that decides which component fits (X-13)."""

        INSTELLING = "instelling", "Woont in een instelling van de aanbieder"
        AANBIEDER = "aanbieder", "Huurt van de aanbieder"
        DERDE = "derde", "Huurt van een ander, of heeft een eigen woning"

    class Draagkracht(models.TextChoices):
        VOLDOENDE = "voldoende", "Kan de huur zelf betalen"
        ONVOLDOENDE = "onvoldoende", "Kan de huur niet zelf betalen"

    besluit = models.ForeignKey(Besluit, models.CASCADE, related_name="onderdelen")
    groep = models.CharField("onderdeel", max_length=10, choices=Groep)
    soort = models.CharField("soort", max_length=20, choices=Soort)
    beslissing = models.CharField("beslissing", max_length=10, choices=Beslissing, default=Beslissing.TOEGEKEND)
    leveringsvorm = models.CharField("hoe geleverd", max_length=4, choices=Leveringsvorm, default=Leveringsvorm.ZIN)
    uren = models.DecimalField("uren per week", max_digits=5, decimal_places=2, null=True, blank=True)
    is_vervoer = models.BooleanField("met vervoer", default=False)
    aanbieder = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    vanaf = models.DateField("vanaf", null=True, blank=True)
    tot = models.DateField("tot en met", null=True, blank=True)
    huurt_van = models.CharField("waar woont de cliënt", max_length=10, choices=HuurtVan, blank=True)
    draagkracht = models.CharField("draagkracht", max_length=12, choices=Draagkracht, blank=True)
    motivering = models.TextField("waarom", max_length=20000, blank=True)

    class Meta:
        verbose_name = "onderdeel van het besluit"
        verbose_name_plural = "onderdelen van het besluit"
        ordering = ["id"]
        constraints = [
            # at most one variant of each; that OZL is there at all is a condition of the process (R-IND-02).
            models.UniqueConstraint(
                fields=["besluit", "groep"],
                name="besluitonderdeel_een_variant",
                violation_error_message="Kies per onderdeel één soort.",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    *(Q(groep=groep, soort__in=soorten) for groep, soorten in GROEPEN.items()), _connector=Q.OR
                ),
                name="besluitonderdeel_soort_bij_groep",
            ),
            models.CheckConstraint(
                condition=~Q(beslissing="toegekend") | Q(vanaf__isnull=False, tot__isnull=False, tot__gte=F("vanaf")),
                name="besluitonderdeel_met_einddatum",
                violation_error_message="Wat u toekent heeft een begindatum en een einddatum daarna.",
            ),
            # What was not asked of a besluit from before this question existed stays empty.
            models.CheckConstraint(
                condition=~Q(beslissing="toegekend")
                | Q(huurt_van="")
                | ~Q(soort__in=["verblijf", "compensatie", "zelfvoorzienend"])
                | Q(soort="verblijf", huurt_van="instelling")
                | (Q(soort="compensatie", huurt_van="aanbieder") & ~Q(draagkracht="voldoende"))
                | Q(soort="zelfvoorzienend", huurt_van="derde"),
                name="besluitonderdeel_woon_bij_feit",
                violation_error_message="Deze woonvoorziening past niet bij waar de cliënt woont.",
            ),
            models.CheckConstraint(
                condition=Q(
                    ~Q(beslissing="toegekend") | ~Q(soort__in=list(OZL_UREN)),
                    # A comparison with an empty number is neither true nor false, and a check lets that pass.
                    *(Q(soort=soort, uren__isnull=False, uren__gte=uren, uren__lte=168) for soort, uren in OZL_UREN.items()),
                    _connector=Q.OR,
                ),
                name="besluitonderdeel_ozl_uren",
                violation_error_message="OZL is minstens 8 (standaard), 11 (intensief) of 18 (zeer intensief) uur per week.",
            ),
        ]

    def __str__(self):
        return self.get_soort_display()
