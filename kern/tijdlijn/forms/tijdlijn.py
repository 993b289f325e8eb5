"""The period of a timeline, typed above it."""

from django import forms

from kern.schermen.forms.velden import DatumVeld


class Periode(forms.Form):
    """Raises no error for an empty period: then the whole timeline is meant."""

    van = DatumVeld(label="Van", required=False)
    tot = DatumVeld(label="Tot en met", required=False)

    def clean(self):
        waarden = super().clean()
        van, tot = waarden.get("van"), waarden.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Deze dag ligt vóór de eerste dag.")
        return waarden
