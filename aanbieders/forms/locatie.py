"""Forms about where a provider delivers: a location with its capacity and unit (X-19), and its places."""

from django import forms
from django.utils import timezone

from aanbieders.forms.aanbieder import KIES, MetAdres, MetVakken, keuze, uit_lijst
from aanbieders.models import Aanbieder, Locatie
from aanbieders.models.aanbieder import Doelgroep
from kern.models import Gemeente, Regio
from kern.personen.forms.client import weiger_bsn
from kern.schermen.forms.basis import Formulier
from kern.schermen.forms.velden import DatumVeld


class LocatieToevoegen(MetVakken, MetAdres):
    vakken = ("doelgroepen", "Doelgroepen", Doelgroep.choices)
    indeling = (
        ("De locatie", {"aanbieder": 12, "naam": 6, "alias": 6, "categorie": 6, "type": 6, "is_eigen_instelling": 12}),
        ("Adres", {"straat": 8, "huisnummer": 4, "postcode": 4, "plaats": 8, "gemeente": 6}),
        ("Hoeveel", {"capaciteit": 4, "eenheid": 8, "voor_regio": 6}),
        ("Wat de plek biedt", {"toezicht": 12, "ruimte": 6, "is_toegankelijk": 12, "leeftijd_vanaf": 6, "leeftijd_tot": 6}),
        ("Verder", {"bijzonderheid": 12, "vanaf": 6, "tot": 6, "is_te_bevestigen": 12}),
    )

    straat = forms.CharField(label="Straat", max_length=120, required=False)
    naam = forms.CharField(label="Naam", max_length=120)
    alias = forms.CharField(label="Ook bekend als", max_length=120, required=False)
    categorie = forms.ChoiceField(
        label="Categorie", choices=Locatie.Categorie.choices, error_messages={"required": KIES, "invalid_choice": KIES}
    )
    type = uit_lijst("Soort plek", Locatie.Type.choices)
    is_eigen_instelling = forms.BooleanField(
        label="Is een eigen instelling van de aanbieder", required=False, help_text="Nodig voor het onderdeel verblijf."
    )
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.all(),
        label="Gemeente",
        required=False,
        empty_label="nog niet ingevuld",
        error_messages={"invalid_choice": KIES},
    )
    voor_regio = forms.ModelChoiceField(
        Regio.objects.all(),
        label="De capaciteit is voor regio",
        required=False,
        empty_label="niet bepaald",
        error_messages={"invalid_choice": KIES},
    )
    toezicht = keuze("Toezicht", Locatie.Toezicht.choices, initial=Locatie.Toezicht.GEEN)
    ruimte = uit_lijst("Wat voor ruimte", Locatie.Ruimte.choices)
    is_toegankelijk = forms.BooleanField(label="Toegankelijk voor een rolstoel", required=False)
    leeftijd_vanaf = forms.IntegerField(label="Leeftijd vanaf", required=False, min_value=0, max_value=120)
    leeftijd_tot = forms.IntegerField(label="Leeftijd tot en met", required=False, min_value=0, max_value=120)
    capaciteit = forms.IntegerField(
        label="Capaciteit", required=False, min_value=0, max_value=9999, help_text="Leeg als u haar niet weet."
    )
    eenheid = keuze("Waarin geteld", Locatie.Eenheid.choices, initial=Locatie.Eenheid.PLEKKEN)
    bijzonderheid = forms.CharField(label="Bijzonderheid", max_length=200, required=False)
    vanaf = DatumVeld(label="In gebruik vanaf")
    is_te_bevestigen = forms.BooleanField(label="Dit moet nog worden bevestigd", required=False)

    def begin(self):
        return {"vanaf": timezone.localdate(), "categorie": Locatie.Categorie.BESCHERMD_WONEN}

    def clean(self):
        schoon = super().clean()
        weiger_bsn(self, schoon, ("naam", "alias", "bijzonderheid"), "Haal dat nummer weg.")
        laag, hoog = schoon.get("leeftijd_vanaf"), schoon.get("leeftijd_tot")
        if laag is not None and hoog is not None and hoog < laag:
            self.add_error("leeftijd_tot", "De hoogste leeftijd is lager dan de laagste.")
        self._capaciteit(schoon)
        return schoon

    def _capaciteit(self, schoon) -> None:
        if {"capaciteit", "eenheid"} & set(self.errors):
            return
        onbekend = schoon.get("eenheid") == Locatie.Eenheid.ONBEKEND
        if onbekend != (schoon.get("capaciteit") is None):
            zin = "Vul de capaciteit in met de eenheid, of kies “onbekend” en laat haar leeg."
            self.add_error("capaciteit", zin)


class LocatieWijzigen(LocatieToevoegen):
    tot = DatumVeld(label="In gebruik tot en met", required=False, help_text="Leeg: de locatie is in gebruik.")
    aanbieder = forms.ModelChoiceField(
        Aanbieder.objects.none(),
        label="Aanbieder",
        required=False,
        empty_label="nog niet bekend",
        error_messages={"invalid_choice": KIES},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.onderwerp.aanbieder_id:
            del self.fields["aanbieder"]
        else:
            aanbieders = Aanbieder.objects.select_related("organisatie").order_by("organisatie__naam")
            self.fields["aanbieder"].queryset = aanbieders

    def lees_opgeslagen(self):
        zelf = self.onderwerp
        kolommen = [n for n in LocatieWijzigen.base_fields if n != "aanbieder"]
        velden = {n: getattr(zelf, n) for n in kolommen} | self.aangevinkt(zelf.doelgroepen)
        return velden | {"gemeente": zelf.gemeente_id, "voor_regio": zelf.voor_regio_id}

    def begin(self):
        return {}


class PlekToevoegen(Formulier):
    naam = forms.CharField(label="Naam of nummer", max_length=40)
    ruimte = uit_lijst("Wat voor ruimte", Locatie.Ruimte.choices)
    is_toegankelijk = forms.BooleanField(label="Toegankelijk voor een rolstoel", required=False)
    vanaf = DatumVeld(label="In gebruik vanaf")

    def begin(self):
        return {"vanaf": max(timezone.localdate(), self.onderwerp.vanaf)}

    def clean(self):
        schoon = super().clean()
        weiger_bsn(self, schoon, ("naam",), "Vul geen gegevens van een cliënt in.")
        return schoon


class PlekWijzigen(PlekToevoegen):
    tot = DatumVeld(label="In gebruik tot en met", required=False, help_text="Leeg: de plek is in gebruik.")

    def lees_opgeslagen(self):
        return {n: getattr(self.onderwerp, n) for n in self.fields}

    def begin(self):
        return {}
