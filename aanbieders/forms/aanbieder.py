"""Forms about a provider: who it is, what it was before 2015, whom one calls, and where it delivers."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from aanbieders.models import Aanbieder
from aanbieders.models.aanbieder import Doelgroep, Verleden
from kern.personen.forms.client import lees_postcode, weiger_bsn
from kern.schermen.forms.basis import Formulier
from kern.schermen.forms.velden import DatumVeld

KIES = "Kies een van de mogelijkheden."


def keuze(label, keuzes, **opties):
    """Up to six options as real radio buttons."""
    fouten = {"required": KIES, "invalid_choice": KIES}
    return forms.ChoiceField(label=label, choices=keuzes, widget=forms.RadioSelect, error_messages=fouten, **opties)


def uit_lijst(label, keuzes, *, leeg="nog niet ingevuld", **opties):
    """More options than one sees at a glance; empty is allowed."""
    fouten = {"invalid_choice": KIES}
    return forms.ChoiceField(label=label, choices=[("", leeg), *keuzes], required=False, error_messages=fouten, **opties)


def tekstvak(label, rijen=3, **opties):
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rijen}), **opties)


class AchtCijfers(forms.CharField):
    """A number of eight digits, however it was spaced."""

    def __init__(self, *, fout: str, **opties):
        self.fout = fout
        super().__init__(max_length=20, **opties)

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), "autocomplete": "off", "inputmode": "numeric"}

    def clean(self, value):
        cijfers = re.sub(r"[\s.\-]", "", super().clean(value).replace("\x00", ""))
        if cijfers and not re.fullmatch(r"\d{8}", cijfers, re.ASCII):
            raise ValidationError(self.fout)
        return cijfers


class MetVakken(Formulier):
    """A list of options as one check box each, so that two people who tick different ones do not undo each other.

    `vakken`: the name of the column, its label and its options.
    """

    vakken = ("", "", [])
    # Title of a group, and its fields with how many columns of twelve each takes.
    indeling: tuple = ()

    def groepen(self) -> list[dict]:
        """The fields in groups; those of the check boxes last."""
        kolom, titel, keuzes = self.vakken
        alle = (*self.indeling, (titel, {f"{kolom}_{code}": 6 for code, _ in keuzes}))
        return [
            {
                "titel": naam,
                "velden": [{"veld": self[v], "breedte": f"col-md-{n}"} for v, n in velden.items() if v in self.fields],
            }
            for naam, velden in alle
        ]

    def __init__(self, *args, **kwargs):
        self.base_fields = dict(type(self).base_fields)
        kolom, _, keuzes = self.vakken
        for code, label in keuzes:
            self.base_fields[f"{kolom}_{code}"] = forms.BooleanField(label=label, required=False)
        super().__init__(*args, **kwargs)

    def aangevinkt(self, waarden) -> dict:
        kolom, _, keuzes = self.vakken
        return {f"{kolom}_{code}": code in waarden for code, _ in keuzes}

    def argumenten(self):
        waarden = super().argumenten()
        kolom, _, keuzes = self.vakken
        waarden[kolom] = [str(code) for code, _ in keuzes if waarden.pop(f"{kolom}_{code}")]
        return waarden


class MetAdres(Formulier):
    straat = forms.CharField(label="Straat of postbus", max_length=120, required=False)
    huisnummer = forms.CharField(label="Huisnummer", max_length=20, required=False)
    postcode = forms.CharField(label="Postcode", max_length=7, required=False)
    plaats = forms.CharField(label="Plaats", max_length=80, required=False)

    def clean_postcode(self):
        return lees_postcode(self.cleaned_data["postcode"].replace("\x00", ""))


class AanbiederWijzigen(MetVakken, MetAdres):
    vakken = ("specialisaties", "Specialisaties", Doelgroep.choices)
    indeling = (
        ("Wie het is", {"kvk": 6, "agb": 6, "rechtsvorm": 6, "opgericht_op": 6, "ubo": 12}),
        ("Adres", {"straat": 8, "huisnummer": 4, "postcode": 4, "plaats": 8, "website": 12}),
    )

    kvk = AchtCijfers(label="KvK-nummer", required=False, fout="Een KvK-nummer heeft 8 cijfers.")
    agb = AchtCijfers(label="AGB-code", required=False, fout="Een AGB-code heeft 8 cijfers.")
    rechtsvorm = uit_lijst("Rechtsvorm", Aanbieder.Rechtsvorm.choices)
    opgericht_op = DatumVeld(label="Opgericht op", required=False, mag_toekomst=False)
    ubo = tekstvak(
        "Uiteindelijk belanghebbenden (UBO)",
        max_length=2000,
        required=False,
        help_text="Wie is voor meer dan 25 procent eigenaar of heeft zoveel zeggenschap? Alleen namen.",
    )
    website = forms.URLField(label="Website", required=False, assume_scheme="https", max_length=200)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["website"].error_messages["invalid"] = (
            "Dit is geen adres van een website. Schrijf bijvoorbeeld www.voorbeeld.nl."
        )

    def lees_opgeslagen(self):
        zelf = self.onderwerp
        velden = {n: getattr(zelf, n) for n in AanbiederWijzigen.base_fields}
        # Both numbers may be unknown; an empty field is what stands on the form then.
        velden |= {n: velden[n] or "" for n in ("kvk", "agb")}
        return velden | self.aangevinkt(zelf.specialisaties)

    def clean(self):
        schoon = super().clean()
        weiger_bsn(self, schoon, ("ubo",))
        return schoon


class VerledenVaststellen(Formulier):
    verleden = forms.ChoiceField(
        label="Wat leverde de aanbieder vóór 1-1-2015",
        choices=Verleden.choices,
        widget=forms.RadioSelect,
        error_messages={"required": KIES, "invalid_choice": KIES},
    )
    bewijs = tekstvak(
        "Waaruit blijkt dat",
        2,
        max_length=500,
        help_text="Bijvoorbeeld: toelatingsbesluit Wtzi van 12-3-2011, nummer en waar u het vindt.",
    )
    reden = tekstvak("Waarom legt u dit vast of wijzigt u het", 2, max_length=500)
    op = DatumVeld(label="Vastgesteld op", mag_toekomst=False)


class ContactpersoonToevoegen(Formulier):
    naam = forms.CharField(label="Naam", max_length=120)
    functie = forms.CharField(label="Functie", max_length=120, required=False)
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    email = forms.EmailField(label="E-mail", required=False, max_length=254)
    krijgt_brieven = forms.BooleanField(label="Krijgt onze brieven", required=False)
    vanaf = DatumVeld(label="Vanaf")

    def begin(self):
        return {"vanaf": timezone.localdate()}

    def clean(self):
        schoon = super().clean()
        weiger_bsn(self, schoon, ("naam", "functie"))
        if not (schoon.get("telefoon") or schoon.get("email") or {"telefoon", "email"} & set(self.errors)):
            self.add_error("telefoon", "Vul een telefoonnummer of een e-mailadres in.")
        return schoon


class ContactpersoonWijzigen(ContactpersoonToevoegen):
    tot = DatumVeld(label="Tot en met", required=False, help_text="Leeg: het loopt nog.")

    def lees_opgeslagen(self):
        return {n: getattr(self.onderwerp, n) for n in self.fields}

    def begin(self):
        return {}


class Beeindigen(Formulier):
    """The last day of a contact person, a location or a place."""

    zonder_concept = True

    tot = DatumVeld(label="Tot en met", help_text="De laatste dag.")

    def begin(self):
        return {"tot": timezone.localdate()}
