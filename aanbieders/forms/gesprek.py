"""Forms of reviews, agreements and measures (SM-9)."""

from django import forms
from django.utils import timezone

from aanbieders.forms.aanbieder import keuze, tekstvak
from aanbieders.models import Afspraak, Maatregel
from kern.schermen.forms.basis import Formulier, Namens
from kern.schermen.forms.velden import DatumVeld
from kern.tijd.kalender import datum_nl

# How many agreements one can add while writing the report; more of them with “Afspraak maken”.
NIEUWE_AFSPRAKEN = 3
S = Maatregel.Soort


class OverGesprek(Formulier):
    """Reads what stands in the review that is open."""

    def __init__(self, *args, onderwerp=None, **kwargs):
        self.gesprek = onderwerp.gesprekken.filter(gesloten_op__isnull=True).first() if onderwerp else None
        super().__init__(*args, onderwerp=onderwerp, **kwargs)

    def lees_opgeslagen(self):
        if self.gesprek is None:
            return {}
        return {naam: getattr(self.gesprek, naam) for naam in self.fields if hasattr(self.gesprek, naam)}


class GesprekPlannen(OverGesprek):
    gepland_op = DatumVeld(label="Wanneer is het gesprek", vroegst=timezone.localdate)
    agenda = tekstvak("Wat bespreekt u", 4, max_length=5000, required=False)


class GesprekSchrijven(OverGesprek):
    """The report, and room for new agreements. Half of it may be saved."""

    gehouden_op = DatumVeld(label="Gehouden op", required=False, mag_toekomst=False)
    aanwezigen = tekstvak("Wie waren erbij", 2, max_length=2000, required=False)
    agenda = tekstvak("Agenda", 3, max_length=5000, required=False)
    verslag = tekstvak("Verslag", 10, max_length=20000, required=False)

    def __init__(self, *args, **kwargs):
        self.base_fields = dict(type(self).base_fields)
        for nummer in range(1, NIEUWE_AFSPRAKEN + 1):
            self.base_fields |= {
                f"tekst_{nummer}": forms.CharField(label="Wat spreekt u af", max_length=500, required=False),
                f"wie_{nummer}": keuze("Wie doet dit", Afspraak.Wie.choices, required=False),
                f"uiterlijk_{nummer}": DatumVeld(label="Uiterlijk op", required=False),
            }
        super().__init__(*args, **kwargs)

    def nieuwe_afspraken(self) -> list[dict]:
        """The three fields of each agreement together."""
        nummers = range(1, NIEUWE_AFSPRAKEN + 1)
        return [{"nummer": n, **{naam: self[f"{naam}_{n}"] for naam in ("tekst", "wie", "uiterlijk")}} for n in nummers]

    def clean(self):
        schoon = super().clean()
        for nummer in range(1, NIEUWE_AFSPRAKEN + 1):
            namen = [f"{naam}_{nummer}" for naam in ("tekst", "wie", "uiterlijk")]
            if not any(schoon.get(naam) for naam in namen):
                continue
            for naam in namen:
                if not schoon.get(naam) and naam not in self.errors:
                    self.add_error(naam, "Vul bij een afspraak in wat, wie en uiterlijk wanneer.")
        return schoon

    def argumenten(self):
        waarden = super().argumenten()
        afspraken = []
        for nummer in range(1, NIEUWE_AFSPRAKEN + 1):
            afspraak = {naam: waarden.pop(f"{naam}_{nummer}") for naam in ("tekst", "wie", "uiterlijk")}
            if afspraak["tekst"]:
                afspraken.append(afspraak)
        return {**waarden, "afspraken": afspraken}


class GesprekAfronden(Formulier):
    zonder_concept = True

    op = DatumVeld(label="Op welke dag rondt u het af", mag_toekomst=False)


class GesprekAfzeggen(Formulier):
    reden = tekstvak("Waarom gaat het niet door", 3, max_length=500)


class NamensAanbieder(Namens):
    """What the provider did or said, recorded on its behalf."""

    def argumenten(self):
        waarden = super().argumenten()
        waarden["namens"] = {**waarden["namens"], "wie": "aanbieder"}
        return waarden


class ReactieVastleggen(NamensAanbieder):
    reactie = tekstvak("Wat vindt de aanbieder van het verslag", 6, max_length=20000)

    field_order = ["op", "namens_kanaal", "reactie"]

    def lees_opgeslagen(self):
        rijen = self.onderwerp.gesprekken.filter(gesloten_op__isnull=False)
        gesprek = rijen.order_by("-gesloten_op", "-id").first()
        return {"reactie": gesprek.reactie} if gesprek else {}


class AfspraakMaken(Formulier):
    tekst = forms.CharField(label="Wat spreekt u af", max_length=500)
    wie = keuze("Wie doet dit", Afspraak.Wie.choices)
    op = DatumVeld(label="Afgesproken op", mag_toekomst=False)
    uiterlijk = DatumVeld(label="Uiterlijk op")


class AfspraakKeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return f"{obj.tekst} ({obj.get_wie_display().lower()}, uiterlijk {datum_nl(obj.uiterlijk)})"


class AfspraakAfronden(Formulier):
    afspraak = AfspraakKeuze(
        Afspraak.objects.none(),
        label="Welke afspraak",
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Kies een afspraak.", "invalid_choice": "Deze afspraak is al afgerond."},
    )
    op = DatumVeld(label="Klaar op", mag_toekomst=False)
    uitkomst = tekstvak("Wat is ervan gekomen", 2, max_length=500)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["afspraak"].queryset = self.onderwerp.afspraken.filter(gedaan_op__isnull=True)


class Opschorten(Formulier):
    reden = tekstvak("Waarom", 4, max_length=5000, error_messages={"required": "Vul in waarom u dit doet."})
    advies = tekstvak("Advies van de toezichthouder", 4, max_length=5000, required=False)
    advies_op = DatumVeld(label="Van welke dag is het advies", required=False, mag_toekomst=False)
    vanaf = DatumVeld(label="Vanaf")
    tot = DatumVeld(label="Tot en met", required=False, help_text="Leeg: totdat u de maatregel opheft.")
    op = DatumVeld(label="Op welke dag besluit u", mag_toekomst=False)

    def begin(self):
        return {**super().begin(), "vanaf": timezone.localdate()}


class Verscherpen(Opschorten):
    """The same with the advice, without which it cannot be (SM-9)."""

    soort = keuze("Welke maatregel", [(S.TOEZICHT.value, S.TOEZICHT.label), (S.CLIENTENSTOP.value, S.CLIENTENSTOP.label)])
    advies = tekstvak("Advies van de toezichthouder", 4, max_length=5000)
    advies_op = DatumVeld(label="Van welke dag is het advies", mag_toekomst=False)

    field_order = ["soort", "reden", "advies", "advies_op", "vanaf", "tot", "op"]


class MaatregelOpheffen(Formulier):
    # As long as the column that keeps it.
    reden = tekstvak("Waarom heft u de maatregel op", 3, max_length=500)
    op = DatumVeld(label="Opgeheven op", mag_toekomst=False)
