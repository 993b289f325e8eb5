"""Forms of the besluit: written in parts, looked at by a second person, sent."""

from django import forms
from django.utils import timezone

from cimot import models
from cimot.actions.besluit import college
from cimot.forms.brief import MetOndertekenaar
from cimot.forms.melding import KIES, keuze, tekstvak
from kern.schermen.forms.basis import Formulier, Namens
from kern.schermen.forms.velden import DatumVeld

_UITKOMST = models.Besluit.Uitkomst
UITKOMSTEN = [(u.value, u.label) for u in (_UITKOMST.TOEKENNING, _UITKOMST.GEDEELTELIJK, _UITKOMST.AFWIJZING)]
GEEN_VERORDENING = "Er is geen verordening die vandaag geldt. De functioneel beheerder legt die vast in Beheer."


def _motivering(veld: str):
    return tekstvak(models.Besluit._meta.get_field(veld).verbose_name, 8, required=False)


class BesluitSchrijven(Formulier):
    """May be saved half-way: the teamleider gets it only when it is complete.

    Each goal is a field of its own, so that two people on this form keep each other's goals.
    """

    uitkomst = keuze("Wat besluit u", UITKOMSTEN, required=False)
    verordening = forms.ModelChoiceField(
        models.Verordening.objects.none(), label="Verordening", required=False, empty_label="kies een verordening"
    )
    motivering_problematiek = _motivering("motivering_problematiek")
    motivering_eigen_kracht = _motivering("motivering_eigen_kracht")
    motivering_doel = _motivering("motivering_doel")
    motivering_lichtste = _motivering("motivering_lichtste")
    afbouwdoel = tekstvak(
        "Hoe wordt de hulp lichter", 4, required=False, max_length=5000, help_text="Nodig als u iets toekent."
    )
    herbeoordelen_op = DatumVeld(label="Opnieuw bekijken op", required=False, help_text="Nodig als u iets toekent.")
    cak_regime = keuze("Eigen bijdrage", models.Besluit.Cak.choices, initial=models.Besluit.Cak.ONBEPAALD)
    weigeringsgrond = forms.ChoiceField(
        label="Reden van weigering",
        choices=[("", "Geen weigering"), *models.Besluit.Weigeringsgrond.choices],
        required=False,
        help_text="Nodig als u afwijst of een deel afwijst. Ergens anders wonen is geen reden.",
        error_messages={"invalid_choice": KIES},
    )
    weigering_toelichting = tekstvak(
        "Uitleg bij de weigering", 6, required=False, help_text="Nodig als u afwijst of een deel afwijst."
    )

    ELEMENTEN = models.Besluit.ELEMENTEN
    DOELEN = {f"doel_{doel.value}": doel for doel in models.Besluit.Doel}

    def __init__(self, *args, **kwargs):
        doelen = {naam: forms.BooleanField(label=doel.label, required=False) for naam, doel in self.DOELEN.items()}
        self.base_fields = {**self.base_fields, **doelen}
        super().__init__(*args, **kwargs)
        veld = self.fields["verordening"]
        veld.queryset = models.Verordening.objects.filter(
            college=college(self.onderwerp), periode__contains=timezone.localdate()
        )
        geldig = [verordening.pk for verordening in veld.queryset]
        if not geldig:
            veld.help_text = GEEN_VERORDENING
        elif self.initial.get("verordening") not in geldig:
            self.initial["verordening"] = geldig[0]

    def lees_opgeslagen(self):
        besluit = getattr(self.onderwerp, "besluit", None)
        if besluit is None:
            return {}
        gewoon = [naam for naam in self.fields if naam not in self.DOELEN and naam != "verordening"]
        opgeslagen = {naam: getattr(besluit, naam) for naam in gewoon} | {"verordening": besluit.verordening_id}
        return opgeslagen | {naam: doel in besluit.doelen for naam, doel in self.DOELEN.items()}

    def elementen(self):
        return [self[naam] for naam in self.ELEMENTEN]

    def doelen(self):
        return [self[naam] for naam in self.DOELEN]

    def argumenten(self):
        waarden = super().argumenten()
        waarden["doelen"] = [doel.value for naam, doel in self.DOELEN.items() if waarden.pop(naam)]
        return waarden


class HoorVastleggen(Namens):
    gehoord = keuze("Wat zegt de cliënt over de weigering", models.Besluit.Gehoord.choices)
    zienswijze = tekstvak("Wat vindt de cliënt", required=False)
    field_order = ["gehoord", "op", "namens_kanaal", "zienswijze"]

    def lees_opgeslagen(self):
        besluit = getattr(self.onderwerp, "besluit", None)
        if besluit is None or not besluit.gehoord:
            return {}
        return {"gehoord": besluit.gehoord, "zienswijze": besluit.zienswijze}


class BesluitGoedkeuren(MetOndertekenaar):
    """Approval is an act of now: it has no day of its own."""

    zonder_concept = True


class BesluitVersturen(Formulier):
    via = keuze("Hoe gaat het besluit naar de cliënt", models.Kanaal.choices, initial=models.Kanaal.BRIEF)
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)
