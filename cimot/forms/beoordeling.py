"""Forms around the investigation: the judgement, the advice of another discipline, the municipality that answers."""

from django import forms
from django.utils import timezone

from cimot import beoordeling, models
from cimot.forms.melding import KIES, keuze, tekstvak
from cimot.forms.onderzoek import VanOnderzoek
from kern.models import Gemeente
from kern.schermen.forms.basis import Formulier
from kern.schermen.forms.velden import DatumVeld
from kern.tijd.kalender import datum_nl

_JA_NEE = models.Onderzoek.JaNee.choices


class Beoordeling(VanOnderzoek):
    """May be saved half-way: the account of the investigation leaves only when it is complete."""

    thuis = keuze("Kan het met hulp thuis?", _JA_NEE, required=False)
    thuis_toelichting = tekstvak("Welke oplossing thuis hebt u bekeken?", 4, required=False)
    is_beperkt = keuze(
        "Is de cliënt ernstig beperkt in sociale zelfredzaamheid?",
        _JA_NEE,
        required=False,
        help_text="Bij ja op deze vraag of op de volgende zijn er psychosociale problemen.",
    )
    is_verstoord = keuze("Is de omgang met anderen ernstig verstoord?", _JA_NEE, required=False)
    woonvraag = keuze(
        "Gaat het vooral om een woning?",
        _JA_NEE,
        required=False,
        help_text="Een vraag om zorg mag geen vraag om een woning zijn.",
    )
    woonvraag_toelichting = tekstvak("Waarom wel of niet?", 3, required=False, max_length=5000)
    wlz = keuze("Heeft de cliënt recht op zorg uit de Wlz?", models.Onderzoek.Wlz.choices, required=False)
    wlz_medewerking = keuze(
        "Werkt de cliënt mee aan een aanvraag bij het CIZ?", _JA_NEE, required=False, help_text="Alleen bij misschien of ja."
    )
    instroombron = forms.ChoiceField(
        label="Waar komt de cliënt vandaan?",
        choices=[("", "Kies"), *models.Onderzoek.Instroombron.choices],
        required=False,
        error_messages={"invalid_choice": KIES},
    )
    andere_hulp = tekstvak(
        "Welke andere hulp loopt er?",
        3,
        required=False,
        max_length=5000,
        help_text="Bijvoorbeeld ggz, huisarts of hulp van de gemeente.",
    )
    duurzaam_plan = tekstvak(
        "Wat is het plan voor een vaste oplossing?",
        4,
        required=False,
        max_length=5000,
        help_text="Bij opvang zoekt u vanaf de eerste dag samen naar een vaste plek.",
    )
    pgb_uitgelegd_op = DatumVeld(
        label="Pgb uitgelegd op",
        mag_toekomst=False,
        required=False,
        help_text="Alleen als de cliënt een pgb wil. Leg uit wat dat voor hem betekent.",
    )

    def __init__(self, *args, onderwerp=None, **kwargs):
        super().__init__(*args, onderwerp=onderwerp, **kwargs)
        if onderwerp is None or onderwerp.onderwerp != models.Onderwerp.MO:
            del self.fields["duurzaam_plan"]
            self.opgeslagen.pop("duurzaam_plan", None)

    def aanwezig(self) -> bool | None:
        """What the answers on the screen say of psychosociale problemen."""
        return beoordeling.psychosociaal(self["is_beperkt"].value() or "", self["is_verstoord"].value() or "")

    def clean(self):
        schoon = super().clean()
        vraagt_ciz = schoon.get("wlz") in (models.Onderzoek.Wlz.VERMOEDEN, models.Onderzoek.Wlz.JA)
        if vraagt_ciz and not schoon.get("wlz_medewerking") and "wlz_medewerking" not in self.errors:
            self.add_error("wlz_medewerking", "Kies of de cliënt meewerkt aan een aanvraag bij het CIZ.")
        return schoon


class AdviesVragen(Formulier):
    discipline = forms.ChoiceField(
        label="Welke discipline",
        choices=[("", "Kies"), *models.Expertiseadvies.Discipline.choices],
        error_messages={"required": KIES, "invalid_choice": KIES},
    )
    adviseur = forms.CharField(label="Aan wie", max_length=120, help_text="Naam en organisatie.")
    vraag = tekstvak("Wat is de vraag", max_length=5000)
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)


class AdviesVastleggen(Formulier):
    advies_id = forms.TypedChoiceField(
        label="Welk advies",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": KIES, "invalid_choice": KIES},
    )
    advies = tekstvak("Wat is het advies", 8)
    op = DatumVeld(label="Wanneer kwam het advies", mag_toekomst=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        onderzoek = getattr(self.onderwerp, "onderzoek", None)
        open_ = onderzoek.adviezen.filter(gegeven_op__isnull=True) if onderzoek else []
        self.gevraagd = [
            (a.pk, f"{a.get_discipline_display()}: {a.adviseur}, gevraagd op {datum_nl(a.gevraagd_op)}") for a in open_
        ]
        self.fields["advies_id"].choices = self.gevraagd
        if len(self.gevraagd) == 1:
            self.initial.setdefault("advies_id", self.gevraagd[0][0])


class Verantwoordelijke(Formulier):
    REGELS = [
        ("centrumgemeente", "De centrumgemeente is verantwoordelijk"),
        ("woongemeente", "De woongemeente is verantwoordelijk"),
        ("afspraak", "Afspraak tussen gemeenten"),
    ]
    gemeente = forms.ModelChoiceField(Gemeente.objects.none(), label="Gemeente", empty_label="kies een gemeente")
    regel = keuze("Volgens welke regel", REGELS)
    grond = forms.CharField(label="Waarop is dat gebaseerd", max_length=200, help_text="Bijvoorbeeld: Wmo 1.2.1.")
    vanaf = DatumVeld(label="Vanaf")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["gemeente"].queryset = Gemeente.objects.exclude(soort="onbekend")

    def begin(self):
        return {"vanaf": timezone.localdate()}
