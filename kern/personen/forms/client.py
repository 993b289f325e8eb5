"""Forms about a person: a birth date that may be partly unknown, a BSN that is checked and never shown again."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from localflavor.nl.validators import NLBSNFieldValidator

from kern.models import Adres, Client, Gemeente
from kern.personen.zoekvraag import vind_bsn
from kern.schermen.forms.basis import Formulier
from kern.schermen.forms.velden import DatumVeld, lees_datum
from kern.tijd.kalender import MAANDEN, MAANDEN_KORT


class GeborenVeld(forms.CharField):
    """A birth date as people say it: "12-03-1990", "maart 1990", "1990". The value is JJJJ-MM-DD with zeros for unknown."""

    default_error_messages = {"geen_datum": "Dit is geen geboortedatum. Schrijf bijvoorbeeld 12-03-1990, of alleen 1990."}

    def __init__(self, **opties):
        opties.setdefault("help_text", "Mag ook alleen een jaar zijn, of een maand en een jaar.")
        super().__init__(max_length=30, **opties)

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "autocomplete": "off"}

    def prepare_value(self, value):
        if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return value
        jaar, maand, dag = value.split("-")
        return "-".join(deel for deel in (dag, maand, jaar) if deel != "00")

    def clean(self, value):
        tekst = " ".join(super().clean(value).replace("\x00", "").lower().split())
        if not tekst or tekst == "onbekend":
            return ""
        geboren = self._jaar_of_maand(tekst) or lees_datum(tekst).isoformat()
        vandaag = timezone.localdate().isoformat()
        if geboren > vandaag or geboren[:4] < "1900":
            raise ValidationError("Deze geboortedatum ligt in de toekomst of te ver terug.")
        return geboren

    def _jaar_of_maand(self, tekst):
        gevonden = re.fullmatch(r"(?:(?:(\d{1,2})[-/ ]|([a-z]{3,9})\.? ))?(\d{4})", tekst, re.ASCII)
        if not gevonden:
            return None
        cijfer, woord, jaar = gevonden.groups()
        maand = 0
        if woord:
            namen = [*MAANDEN, *MAANDEN_KORT]
            if woord not in namen:
                raise ValidationError(self.error_messages["geen_datum"])
            maand = namen.index(woord) % 12 + 1
        elif cijfer:
            maand = int(cijfer)
            if not 1 <= maand <= 12:
                raise ValidationError(self.error_messages["geen_datum"])
        return f"{jaar}-{maand:02}-00"


class BsnVeld(forms.CharField):
    """A BSN of eight or nine digits that passes the eleven test; the value has nine (L-38)."""

    def __init__(self, **opties):
        super().__init__(max_length=12, **opties)

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "autocomplete": "off", "inputmode": "numeric"}

    def clean(self, value):
        cijfers = re.sub(r"[\s.\-]", "", super().clean(value).replace("\x00", ""))
        if not cijfers:
            return ""
        if not re.fullmatch(r"\d{8,9}", cijfers, re.ASCII):
            raise ValidationError("Een BSN heeft acht of negen cijfers.")
        cijfers = cijfers.zfill(9)
        try:
            NLBSNFieldValidator()(cijfers)
        except ValidationError:
            raise ValidationError("Dit BSN klopt niet. Controleer de cijfers.") from None
        return cijfers


def lees_postcode(getypt: str) -> str:
    """ "7607AB" as "7607 AB". Raises ValidationError for what is no Dutch postcode."""
    tekst = getypt.upper().replace(" ", "")
    if tekst and not re.fullmatch(r"[1-9]\d{3}[A-Z]{2}", tekst, re.ASCII):
        raise ValidationError("Schrijf de postcode als 7607 AB.")
    return f"{tekst[:4]} {tekst[4:]}".strip()


def weiger_bsn(form, schoon: dict, namen, raad: str = "Vul alleen de naam in.") -> None:
    """No BSN where it would stand in lists, in the history and in the clear (L-72)."""
    for naam in namen:
        if schoon.get(naam) and vind_bsn(schoon[naam]):
            form.add_error(naam, f"Hierin staat een nummer dat een BSN kan zijn. {raad}")


class ClientGegevens(Formulier):
    voornamen = forms.CharField(label="Voornamen", max_length=120, required=False)
    roepnaam = forms.CharField(label="Roepnaam", max_length=60, required=False)
    tussenvoegsel = forms.CharField(label="Tussenvoegsel", max_length=20, required=False)
    achternaam = forms.CharField(label="Achternaam", max_length=120)
    geboren = GeborenVeld(label="Geboren op", required=False)
    bsn = BsnVeld(label="BSN", required=False, help_text="Laat leeg als er niets verandert.")
    bsn_reden = forms.ChoiceField(
        label="Waarom geen BSN",
        choices=[("", "niet van toepassing"), *Client.BsnReden.choices],
        required=False,
    )
    herkomst = forms.ModelChoiceField(
        Gemeente.objects.all(), label="Gemeente van herkomst", required=False, empty_label="nog niet ingevuld"
    )
    woongemeente = forms.ModelChoiceField(
        Gemeente.objects.all(), label="Woongemeente", required=False, empty_label="nog niet ingevuld"
    )
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    email = forms.EmailField(label="E-mail", required=False, max_length=254)
    kanaal = forms.ChoiceField(
        label="Hoe wil de cliënt brieven krijgen",
        choices=Client.Kanaal.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text="Per e-mail kan alleen als de cliënt zegt dat dit mag.",
    )
    taal = forms.CharField(label="Taal", max_length=40, required=False)
    is_tolk_nodig = forms.BooleanField(label="Er is een tolk nodig", required=False)
    is_geheim = forms.BooleanField(label="De verblijfplaats is geheim", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.onderwerp is not None and not self.onderwerp.plaats_zichtbaar(self.gebruiker):
            for naam in ("woongemeente", "is_geheim"):
                del self.fields[naam]
                self.opgeslagen.pop(naam, None)

    def lees_opgeslagen(self):
        velden = {
            naam: getattr(self.onderwerp, naam) for naam in self.fields if naam not in ("bsn", "herkomst", "woongemeente")
        }
        return {
            **velden,
            "herkomst": self.onderwerp.herkomst_id,
            "woongemeente": self.onderwerp.woongemeente_id,
        }

    def clean(self):
        schoon = super().clean()
        heeft = schoon.get("bsn") or (self.onderwerp is not None and self.onderwerp.heeft_bsn)
        if heeft and schoon.get("bsn_reden"):
            self.add_error("bsn_reden", "Er is een BSN. Kies hier “niet van toepassing”.")
        if schoon.get("kanaal") == Client.Kanaal.EMAIL and not schoon.get("email") and "email" not in self.errors:
            self.add_error("email", "Vul het e-mailadres in, of kies bij brieven voor “per post”.")
        weiger_bsn(self, schoon, ("voornamen", "roepnaam", "tussenvoegsel", "achternaam"))
        return schoon

    def clean_kanaal(self):
        return self.cleaned_data["kanaal"] or Client.Kanaal.BRIEF


class AdresGegevens(Formulier):
    soort = forms.ChoiceField(label="Soort adres", choices=Adres.Soort.choices, widget=forms.RadioSelect)
    straat = forms.CharField(label="Straat", max_length=80)
    huisnummer = forms.CharField(label="Huisnummer", max_length=10)
    postcode = forms.CharField(label="Postcode", max_length=7, required=False)
    plaats = forms.CharField(label="Plaats", max_length=60)
    vanaf = DatumVeld(label="Vanaf")
    is_geheim = forms.BooleanField(label="Dit adres is geheim", required=False)

    def begin(self):
        return {"soort": Adres.Soort.VERBLIJF, "vanaf": timezone.localdate()}

    def clean_postcode(self):
        return lees_postcode(self.cleaned_data["postcode"])
