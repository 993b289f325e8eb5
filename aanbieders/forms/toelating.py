"""Forms of admission: the request of a provider, what is tested of it, and the decision (SM-9)."""

from django import forms
from django.utils import timezone

from aanbieders.actions.aanmelden import SOORTEN
from aanbieders.actions.toelating import contractmanagers
from aanbieders.forms.aanbieder import AchtCijfers, keuze, tekstvak
from aanbieders.forms.gesprek import NamensAanbieder
from aanbieders.forms.velden import GetalVeld
from aanbieders.models import Financieletoets, Kwaliteitstoets
from kern.models import Gebruiker, Organisatie, Regio
from kern.schermen.forms.basis import Formulier, MetReden
from kern.schermen.forms.velden import DatumVeld

EISEN, UITKOMSTEN = Kwaliteitstoets.Eis, Kwaliteitstoets.Uitkomst


class AlleenDatum(Formulier):
    """A step that needs no more than its day: nothing that is worth a draft."""

    zonder_concept = True

    op = DatumVeld(label="Op welke dag", mag_toekomst=False)


class Aanmelden(Formulier):
    """An organisation that is known already, or a new one."""

    organisatie = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label="Welke organisatie",
        required=False,
        empty_label="staat er niet bij: een nieuwe",
        error_messages={"invalid_choice": "Deze organisatie kunt u niet kiezen."},
    )
    naam = forms.CharField(label="Naam", max_length=120, required=False)
    soort = keuze(
        "Wat voor organisatie",
        [(s.value, s.label.capitalize()) for s in SOORTEN],
        initial=SOORTEN[0].value,
        required=False,
    )
    kvk = AchtCijfers(label="KvK-nummer", required=False, fout="Een KvK-nummer heeft 8 cijfers.")
    agb = AchtCijfers(label="AGB-code", required=False, fout="Een AGB-code heeft 8 cijfers.")
    regio = forms.ModelChoiceField(Regio.objects.none(), label="In welke regio", empty_label=None, widget=forms.RadioSelect)
    aanvraag = tekstvak("Wat wil de aanbieder leveren", 5, max_length=5000, required=False, help_text="Mag later.")
    aangevraagd_op = DatumVeld(label="Aanvraag ontvangen op", mag_toekomst=False)

    NIEUW = ("naam", "soort", "kvk", "agb")
    VERDER = ("regio", "aanvraag", "aangevraagd_op")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisatie"].queryset = Organisatie.objects.filter(soort__in=SOORTEN, is_actief=True)
        self.regios = list(Regio.objects.filter(pk__in=self.gebruiker.regio_ids))
        self.fields["regio"].queryset = Regio.objects.filter(pk__in=self.gebruiker.regio_ids)
        if len(self.regios) == 1:
            del self.fields["regio"]

    def begin(self):
        return {"aangevraagd_op": timezone.localdate()}

    def nieuw(self):
        return [self[naam] for naam in self.NIEUW]

    def verder(self):
        return [self[naam] for naam in self.VERDER if naam in self.fields]

    def clean(self):
        schoon = super().clean()
        bestaand, naam = schoon.get("organisatie"), schoon.get("naam", "").strip()
        if not (bestaand or naam or {"organisatie", "naam"} & set(self.errors)):
            self.add_error("organisatie", "Kies een organisatie, of vul hieronder de naam van een nieuwe in.")
        if bestaand and naam:
            self.add_error("naam", "U koos al een organisatie. Maak dit veld leeg, of kies “een nieuwe”.")
        return schoon

    def argumenten(self):
        waarden = super().argumenten()
        return {**waarden, "regio": waarden.get("regio") or self.regios[0], "soort": waarden["soort"] or SOORTEN[0].value}


class AanvraagWijzigen(Formulier):
    aanvraag = tekstvak("Wat wil de aanbieder leveren", 8, max_length=5000, required=False)
    aangevraagd_op = DatumVeld(label="Aanvraag ontvangen op", mag_toekomst=False)

    def lees_opgeslagen(self):
        return {naam: getattr(self.onderwerp, naam) for naam in self.fields}


class Intrekken(MetReden, NamensAanbieder):
    field_order = ["op", "namens_kanaal", "reden"]


class KwaliteitToetsen(Formulier):
    """All items on one form; half of it may be saved."""

    def __init__(self, *args, onderwerp=None, **kwargs):
        self.base_fields = {}
        for eis in EISEN.values:
            self.base_fields |= {
                f"uitkomst_{eis}": keuze(
                    "Uitkomst", [("", "Nog niet bekeken"), *UITKOMSTEN.choices], required=False, initial=""
                ),
                f"toelichting_{eis}": tekstvak("Wat u zag", 2, max_length=5000, required=False),
            }
        self.bekend = {rij.eis: rij for rij in onderwerp.kwaliteitstoetsen.select_related("door")} if onderwerp else {}
        super().__init__(*args, onderwerp=onderwerp, **kwargs)

    def lees_opgeslagen(self):
        opgeslagen = {}
        for eis in EISEN.values:
            rij = self.bekend.get(eis)
            opgeslagen[f"uitkomst_{eis}"] = rij.uitkomst if rij else ""
            opgeslagen[f"toelichting_{eis}"] = rij.toelichting if rij else ""
        return opgeslagen

    def blokken(self) -> list[dict]:
        """Per item its name, its two fields, and who saw it last."""
        return [
            {
                "naam": EISEN(eis).label,
                "uitkomst": self[f"uitkomst_{eis}"],
                "toelichting": self[f"toelichting_{eis}"],
                "bekend": self.bekend.get(eis),
            }
            for eis in EISEN.values
        ]

    def clean(self):
        schoon = super().clean()
        for eis in EISEN.values:
            uitkomst, toelichting = schoon.get(f"uitkomst_{eis}"), schoon.get(f"toelichting_{eis}", "").strip()
            if uitkomst == UITKOMSTEN.VOLDOET_NIET and not toelichting:
                self.add_error(f"toelichting_{eis}", "Leg uit waarom de aanbieder hier niet aan voldoet.")
            if not uitkomst and toelichting and f"uitkomst_{eis}" not in self.errors:
                self.add_error(f"uitkomst_{eis}", "Kies de uitkomst, of maak de toelichting leeg.")
        return schoon

    def argumenten(self):
        waarden = self.cleaned_data
        return {
            "toetsen": {
                eis: {"uitkomst": waarden[f"uitkomst_{eis}"], "toelichting": waarden[f"toelichting_{eis}"].strip()}
                for eis in EISEN.values
            }
        }


class FinancienToetsen(Formulier):
    boekjaar = forms.IntegerField(
        label="Jaarrekening over jaar",
        min_value=2000,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": "4"}),
    )
    solvabiliteit = GetalVeld(
        label="Solvabiliteit in procenten",
        cijfers=1,
        hoogst=1000,
        negatief=True,
        voorbeeld="27,5",
        help_text="Eigen vermogen gedeeld door totaal vermogen.",
    )
    liquiditeit = GetalVeld(
        label="Liquiditeit (current ratio)",
        cijfers=2,
        hoogst=999,
        voorbeeld="1,35",
        required=False,
        help_text="Vlottende activa gedeeld door kortlopende schulden.",
    )
    oordeel = keuze("Is de financiële continuïteit voldoende", Financieletoets.Oordeel.choices)
    toelichting = tekstvak("Toelichting", 4, max_length=5000, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        veld = self.fields["boekjaar"]
        veld.error_messages["invalid"] = "Vul een jaar in, bijvoorbeeld 2025."
        for validator in veld.validators:
            validator.message = veld.error_messages["invalid"]

    def lees_opgeslagen(self):
        rij = getattr(self.onderwerp, "financieletoets", None)
        return {naam: getattr(rij, naam) for naam in self.fields} if rij else {}

    def clean(self):
        schoon = super().clean()
        onvoldoende = schoon.get("oordeel") == Financieletoets.Oordeel.ONVOLDOENDE
        if onvoldoende and not schoon.get("toelichting", "").strip() and "toelichting" not in self.errors:
            self.add_error("toelichting", "Leg uit waarom het oordeel onvoldoende is.")
        return schoon


class AanvullingVragen(Formulier):
    ontbreekt = tekstvak("Wat ontbreekt er", 6, max_length=5000, help_text="Zet elk punt op een eigen regel.")
    aanvulling_tot = DatumVeld(label="De aanbieder heeft de tijd tot en met")
    op = DatumVeld(label="Op welke dag vraagt u het", mag_toekomst=False)


class AanvullingOntvangen(NamensAanbieder):
    zonder_concept = True


class Toelaten(Formulier):
    motivering = tekstvak("Waarom laat u deze aanbieder toe", 8, max_length=20000)
    toegelaten_vanaf = DatumVeld(label="Toegelaten vanaf")
    toegelaten_tot = DatumVeld(label="Toegelaten tot en met", required=False, help_text="Leeg: zonder einddatum.")
    op = DatumVeld(label="Op welke dag gaat het besluit weg", mag_toekomst=False)

    def begin(self):
        return {**super().begin(), "toegelaten_vanaf": timezone.localdate()}


class Afwijzen(Formulier):
    reden = tekstvak("Waarom laat u deze aanbieder niet toe", 8, max_length=20000)
    op = DatumVeld(label="Op welke dag gaat het besluit weg", mag_toekomst=False)


class Toewijzen(Formulier):
    behandelaar = forms.ModelChoiceField(
        Gebruiker.objects.none(),
        label="Contractmanager",
        empty_label="kies een collega",
        error_messages={"invalid_choice": "Kies een contractmanager van deze regio."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["behandelaar"].queryset = contractmanagers(self.onderwerp.regio, timezone.localdate())

    def lees_opgeslagen(self):
        return {"behandelaar": self.onderwerp.behandelaar_id}
