"""Forms for a merge: whom to look for, and one choice per field that differs."""

from django import forms

from kern.personen.samenvoegvoorbeeld import BRON, DOEL
from kern.schermen.forms.basis import Formulier

KIES = "Kies wat blijft."


class Zoeken(forms.Form):
    """What is typed can be a BSN, so it is posted (L-72)."""

    q = forms.CharField(
        label="Zoek de andere cliënt",
        max_length=100,
        required=False,
        help_text="Naam, geboortedatum, BSN of telefoonnummer.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": "Dit is te lang om op te zoeken. Gebruik hoogstens 100 tekens."},
    )


class Samenvoegen(Formulier):
    """A choice per field of the preview that differs, and the confirmation that these are not two people."""

    zonder_concept = True

    def __init__(self, *args, beeld, **kwargs):
        self.beeld = beeld
        super().__init__(*args, **kwargs)
        for veld in beeld.keuzes:
            self.fields[veld.naam] = forms.ChoiceField(
                label=veld.label,
                choices=[(DOEL, veld.doel or "leeg"), (BRON, veld.bron or "leeg")],
                widget=forms.RadioSelect,
                initial=veld.voorstel or None,
                error_messages={"required": KIES, "invalid_choice": KIES},
            )
        if beeld.geboren_botst:
            self.fields["is_zeker"] = forms.BooleanField(
                label="Ik weet zeker dat dit dezelfde mens is, ook al verschilt de geboortedatum",
                error_messages={"required": "Bevestig dit, of voeg deze cliënten niet samen."},
            )

    def argumenten(self):
        waarden = super().argumenten()
        return {"is_zeker": waarden.pop("is_zeker", False), "keuzes": waarden}
