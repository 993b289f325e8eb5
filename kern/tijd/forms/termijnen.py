"""The calculator of terms, as a form whose answer is a link that can be sent to a colleague."""

from django import forms

from kern.schermen.forms.velden import DatumVeld
from kern.tijd import kalender, termijnen

JA_NEE = [("ja", "Ja"), ("nee", "Nee")]


class Getal(forms.IntegerField):
    """A whole number, typed as text: a browser shows nothing of a wrong number in a number field."""

    widget = forms.TextInput

    def __init__(self, **opties):
        super().__init__(**opties)
        self.error_messages["invalid"] = "Vul een heel getal in, bijvoorbeeld 6."

    def widget_attrs(self, widget):
        return {"inputmode": "numeric", "autocomplete": "off"}


class Berekenen(forms.Form):
    begin = DatumVeld(label="Dag van de gebeurtenis", help_text="Deze dag telt niet mee.")
    aantal = Getal(
        label="Lengte",
        min_value=1,
        max_value=99_999,
        error_messages={
            "required": "Vul de lengte van de termijn in.",
            "min_value": "Vul een getal in van 1 of meer.",
            "max_value": "Dit getal is te groot.",
        },
    )
    eenheid = forms.ChoiceField(
        label="Eenheid",
        choices=[(eenheid, eenheid) for eenheid in kalender.EENHEDEN],
        initial="weken",
        error_messages={
            "required": "Kies een eenheid.",
            "invalid_choice": "Kies dagen, werkdagen, weken, maanden of jaren.",
        },
    )
    atw = forms.ChoiceField(
        label="Geldt de Algemene termijnenwet?",
        help_text="Ja bij een termijn uit een wet. Nee bij een afspraak of een termijn die Cimot zelf stelt.",
        choices=JA_NEE,
        initial="ja",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies ja of nee.", "invalid_choice": "Kies ja of nee."},
    )
    opgeschorte_dagen = Getal(
        label="Opgeschorte dagen",
        required=False,
        initial=0,
        min_value=0,
        max_value=99_999,
        error_messages={
            "min_value": "Vul een getal in van 0 of meer.",
            "max_value": "Dit getal is te groot.",
        },
    )

    berekening: kalender.Berekening | None = None

    def clean(self):
        waarden = super().clean()
        if self.errors:
            return waarden
        try:
            self.berekening = kalender.bereken(
                waarden["begin"],
                kalender.Duur.van(waarden["aantal"], waarden["eenheid"]),
                atw=waarden["atw"] == "ja",
                opgeschorte_dagen=waarden["opgeschorte_dagen"] or 0,
                # The same days as the running deadlines: also those that the administrator added.
                feestdagen=termijnen.feestdagen(),
            )
        except kalender.Ongeldig as fout:
            self.add_error("aantal", f"Deze termijn is te lang. {fout}")
        return waarden
