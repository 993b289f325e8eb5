"""Form fields for money and other numbers."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

VOORBEELD = "1.234,50"
# Full stops between thousands, a comma before the cents; a full stop before two digits is a comma from another keyboard.
_VORMEN = (
    re.compile(r"(?P<euro>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<cent>\d{1,2}|-))?", re.ASCII),
    re.compile(r"(?P<euro>\d+)\.(?P<cent>\d{1,2})", re.ASCII),
)
_GETAL = re.compile(r"(?P<min>-?)(?P<geheel>\d{1,4})(?:[.,](?P<rest>\d{1,4}))?", re.ASCII)
# As the columns hold it: eight digits before the comma.
_HOOGST = Decimal("99999999.99")


def lees_bedrag(tekst: str) -> Decimal:
    """Read an amount as people in the Netherlands type it, or say in Dutch what is wrong with it. Never a float."""
    netjes = re.sub(r"\s", "", tekst[:40]).removeprefix("€")
    for vorm in _VORMEN:
        if gevonden := vorm.fullmatch(netjes):
            break
    else:
        raise ValidationError(f"Vul een bedrag in, bijvoorbeeld {VOORBEELD}.", "geen_bedrag")
    cent = (gevonden["cent"] or "").replace("-", "")
    bedrag = Decimal(f"{gevonden['euro'].replace('.', '')}.{cent.ljust(2, '0')}")
    if bedrag > _HOOGST:
        raise ValidationError("Dit bedrag is te hoog.", "te_hoog")
    return bedrag


class BedragVeld(forms.Field):
    """Euros, typed with a comma; the value is Decimal with two digits behind it."""

    widget = forms.TextInput
    default_error_messages = {"required": "Vul een bedrag in.", "niet_nul": "Vul een bedrag boven 0 euro in."}

    def __init__(self, *, mag_nul: bool = False, **opties):
        super().__init__(**opties)
        self.mag_nul = mag_nul

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "inputmode": "decimal", "autocomplete": "off", "maxlength": "40"}

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, Decimal):
            return None if value in self.empty_values else value
        return lees_bedrag(value.replace("\x00", "")) if value.strip() else None

    def validate(self, value):
        super().validate(value)
        if value is not None and not self.mag_nul and value <= 0:
            raise ValidationError(self.error_messages["niet_nul"], "niet_nul")

    def prepare_value(self, value):
        return f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value


class GetalVeld(forms.Field):
    """A number with a comma, as people write it; the value is Decimal. `cijfers`: at most so many behind the comma."""

    widget = forms.TextInput

    def __init__(self, *, cijfers: int, hoogst: int, negatief: bool = False, voorbeeld: str, **opties):
        super().__init__(**opties)
        self.cijfers, self.hoogst, self.negatief, self.voorbeeld = cijfers, hoogst, negatief, voorbeeld

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "inputmode": "decimal", "autocomplete": "off", "maxlength": "12"}

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, Decimal):
            return None if value in self.empty_values else value
        gevonden = _GETAL.fullmatch(re.sub(r"[\s\x00%]", "", value))
        if not gevonden or (gevonden["min"] and not self.negatief):
            raise ValidationError(f"Vul een getal in, bijvoorbeeld {self.voorbeeld}.", "geen_getal")
        if len(gevonden["rest"] or "") > self.cijfers:
            hoeveel = "één cijfer" if self.cijfers == 1 else f"{self.cijfers} cijfers"
            raise ValidationError(f"Gebruik hoogstens {hoeveel} achter de komma.", "cijfers")
        getal = Decimal(f"{gevonden['min']}{gevonden['geheel']}.{gevonden['rest'] or 0}")
        if abs(getal) > self.hoogst:
            raise ValidationError("Dit getal is te hoog. Kijk of de komma goed staat.", "te_hoog")
        return getal

    def prepare_value(self, value):
        return f"{value:.{self.cijfers}f}".replace(".", ",") if isinstance(value, Decimal) else value
