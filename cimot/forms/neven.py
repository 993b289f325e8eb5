"""Forms of what runs beside an aanmelding: spoed (L-13) and landelijke toegankelijkheid (SM-4)."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from cimot.forms.brief import MetOndertekenaar
from cimot.forms.melding import keuze, tekstvak
from cimot.models import Besluitsoort, Kanaal, Kansweging, LandelijkeToegang
from kern.schermen.forms.basis import Formulier, MetReden, Namens
from kern.schermen.forms.velden import DatumVeld
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Klasse


class VanDossier(Formulier):
    """Reads its stored values from the columns of the dossier itself."""

    def lees_opgeslagen(self):
        return {naam: getattr(self.onderwerp, naam) for naam in self.fields if hasattr(self.onderwerp, naam)}


class StopReden(MetReden):
    """Why, and on which day."""

    op = DatumVeld(label="Op welke dag", mag_toekomst=False)

    field_order = ["op", "reden"]


# Spoed.


class SpoedOpenen(Formulier):
    """Nothing but the day is asked: what is not known yet may follow (L-13)."""

    op = DatumVeld(label="Wanneer hoorde u dat het niet kan wachten", mag_toekomst=False)
    reden = tekstvak("Waarom kan dit niet wachten", 4, required=False, max_length=5000)
    risico = tekstvak("Wat gebeurt er als we wachten", 3, required=False, max_length=5000)
    is_geweld = forms.BooleanField(label="Er is huiselijk geweld, of thuis is het onveilig", required=False)
    voorziening = tekstvak("Welke hulp is nu nodig", 3, required=False, max_length=5000)


class SpoedBeoordelen(VanDossier):
    reden = tekstvak("Waarom kan dit niet wachten", 4, required=False, max_length=5000)
    risico = tekstvak("Wat gebeurt er als we wachten", 3, required=False, max_length=5000)
    is_geweld = forms.BooleanField(label="Er is huiselijk geweld, of thuis is het onveilig", required=False)
    voorziening = tekstvak("Welke hulp is nu nodig", 3, required=False, max_length=5000)

    def __init__(self, *args, onderwerp, gebruiker, **kwargs):
        # Who may not read about violence can still report it, and never takes back what somebody else reported.
        self.leest_geweld = Klasse.D5 in onderwerp.klassen(gebruiker)
        super().__init__(*args, onderwerp=onderwerp, gebruiker=gebruiker, **kwargs)
        if not self.leest_geweld:
            self.fields["is_geweld"].help_text = "U ziet niet wat een collega hier al invulde. Dat blijft staan."

    def lees_opgeslagen(self):
        opgeslagen = super().lees_opgeslagen()
        return opgeslagen if self.leest_geweld else {n: w for n, w in opgeslagen.items() if n != "is_geweld"}

    def argumenten(self):
        waarden = super().argumenten()
        if not self.leest_geweld and not waarden["is_geweld"]:
            del waarden["is_geweld"]
        return waarden


def _hoogstens(spoed, vanaf) -> str:
    """The longest period that the region allows, in words; empty when it sets none."""
    dagen = spoed.regio.instelling("spoed.max_dagen", vanaf)
    if not dagen:
        return ""
    return (
        f"Hoogstens {dagen} dagen: bij een begin op {datum_nl(vanaf)} tot en met {datum_nl(vanaf + timedelta(dagen - 1))}."
    )


class TijdelijkBesluiten(MetOndertekenaar):
    besluitsoort = Besluitsoort.TIJDELIJK
    tijdelijk_vanaf = DatumVeld(label="De hulp begint op")
    tijdelijk_tot = DatumVeld(label="De hulp duurt tot en met")
    waarom = tekstvak("Waarom krijgt de cliënt deze hulp", 5)
    via = keuze("Hoe gaat het besluit naar de cliënt", Kanaal.choices, initial=Kanaal.BRIEF)
    op = DatumVeld(label="Op welke dag gaat het besluit weg", mag_toekomst=False)

    field_order = ["tijdelijk_vanaf", "tijdelijk_tot", "waarom", "ondertekenaar", "via", "op"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tijdelijk_tot"].help_text = _hoogstens(self.onderwerp, timezone.localdate())
        # Whoever decides and has the mandate, mostly signs himself: there is no time to lose.
        if self.fields["ondertekenaar"].queryset.filter(pk=self.gebruiker.pk).exists():
            self.initial.setdefault("ondertekenaar", self.gebruiker.pk)

    def begin(self):
        return {**super().begin(), "tijdelijk_vanaf": timezone.localdate()}


class VoorzieningVerlengen(MetOndertekenaar, MetReden):
    """A besluit of its own: signed, sent, and open to bezwaar."""

    besluitsoort = Besluitsoort.TIJDELIJK
    tijdelijk_tot = DatumVeld(label="De hulp duurt nu tot en met")
    via = keuze("Hoe gaat het besluit naar de cliënt", Kanaal.choices, initial=Kanaal.BRIEF)
    op = DatumVeld(label="Op welke dag gaat het besluit weg", mag_toekomst=False)

    field_order = ["tijdelijk_tot", "reden", "ondertekenaar", "via", "op"]

    def lees_opgeslagen(self):
        # Why it lasts longer is asked anew: the column of that name says why it was urgent.
        return {"tijdelijk_tot": self.onderwerp.tijdelijk_tot}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.onderwerp.tijdelijk_vanaf:
            self.fields["tijdelijk_tot"].help_text = _hoogstens(self.onderwerp, self.onderwerp.tijdelijk_vanaf)


# Landelijke toegankelijkheid.


class LtGegevens(Formulier):
    """Where somebody comes from, or goes to; never a reason to refuse (L-02)."""

    richting = keuze("Welke kant op", LandelijkeToegang.Richting.choices, initial=LandelijkeToegang.Richting.IN)
    andere_regio = forms.CharField(
        label="Welke andere centrumgemeente", max_length=120, help_text="Weet u die niet, vul dan de gemeente in."
    )
    laatst_gewoond = forms.CharField(label="Waar woonde de cliënt het laatst", max_length=200, required=False)
    woonde_vanaf = DatumVeld(label="Woonde daar vanaf", required=False, mag_toekomst=False)
    woonde_tot = DatumVeld(label="Woonde daar tot en met", required=False, help_text="Laat leeg als dat nog zo is.")
    reden_komst = tekstvak("Waarom komt de cliënt hier, of waarom gaat hij weg", 4, required=False, max_length=5000)

    def clean(self):
        schoon = super().clean()
        vanaf, tot = schoon.get("woonde_vanaf"), schoon.get("woonde_tot")
        if vanaf and tot and tot < vanaf:
            self.add_error("woonde_tot", "De einddatum ligt vóór de begindatum.")
        return schoon


class LtOpenen(LtGegevens):
    def begin(self):
        client = self.onderwerp.client
        herkomst = client.herkomst if client else None
        if herkomst is None or herkomst.regio_id in (None, self.onderwerp.regio_id):
            return {}
        return {"andere_regio": herkomst.regio.naam, "laatst_gewoond": herkomst.naam}


class SignaalAanvullen(LtGegevens, VanDossier):
    pass


class KansWegen(Formulier):
    """Eight points, each for here or for there and why (R-LT-02). Help for the casemanager, who decides himself."""

    def __init__(self, *args, **kwargs):
        self.base_fields = {}
        for code, naam in Kansweging.Criterium.choices:
            self.base_fields[code] = keuze(naam, Kansweging.Voorkeur.choices, required=False)
            self.base_fields[f"{code}_toelichting"] = tekstvak("Waarom", 2, required=False, max_length=2000)
        super().__init__(*args, **kwargs)

    def rijen(self) -> list[dict]:
        """The two fields of each point together."""
        return [{"voorkeur": self[code], "waarom": self[f"{code}_toelichting"]} for code in Kansweging.Criterium.values]

    def nog_te_wegen(self) -> list[dict]:
        open_ = [rij["voorkeur"] for rij in self.rijen() if rij["voorkeur"].value() in (None, "", "onbekend")]
        return [{"tekst": veld.label, "url": f"#div_{veld.auto_id}"} for veld in open_]

    def lees_opgeslagen(self):
        gewogen = {rij.criterium: rij for rij in self.onderwerp.wegingen.all()}
        opgeslagen = {}
        for code in Kansweging.Criterium.values:
            rij = gewogen.get(code)
            opgeslagen[code] = rij.voorkeur if rij else Kansweging.Voorkeur.ONBEKEND
            opgeslagen[f"{code}_toelichting"] = rij.toelichting if rij else ""
        return opgeslagen

    def argumenten(self):
        schoon = self.cleaned_data
        onbekend = Kansweging.Voorkeur.ONBEKEND
        return {
            "wegingen": {
                code: {"voorkeur": schoon[code] or onbekend, "toelichting": schoon[f"{code}_toelichting"]}
                for code in Kansweging.Criterium.values
            }
        }


class ContactAndereRegio(VanDossier):
    contact_naam = forms.CharField(label="Met wie sprak u", max_length=120, help_text="Naam en functie.")
    contact_gegevens = forms.CharField(label="Telefoon of e-mail", max_length=200, required=False)
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)


class BesteKans(VanDossier):
    """Where the chance is best, why, and how the client heard it."""

    motivering = tekstvak("Waarom is de kans daar of hier het best", 6)
    uitleg_via = keuze("Hoe legt u het uit aan de cliënt", Kanaal.choices)
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)


class TijdelijkRegelen(VanDossier):
    tijdelijk = keuze("Hulp totdat de andere regio het overneemt", LandelijkeToegang.Tijdelijk.choices)
    tijdelijk_toelichting = tekstvak("Welke hulp, en waar. Of waarom dat niet nodig is", 4, max_length=5000)


class AkkoordVastleggen(Namens, VanDossier):
    akkoord_naam = forms.CharField(label="Wie stemt in namens de andere regio", max_length=120, help_text="Naam en functie.")

    field_order = ["akkoord_naam", "op", "namens_kanaal"]

    def argumenten(self):
        waarden = super().argumenten()
        waarden["namens"] |= {"wie": "andere_regio"}
        return waarden


class GeschilMelden(MetReden):
    geschilstap = keuze(
        "Bij welke stap begint u",
        LandelijkeToegang.Geschilstap.choices,
        initial=LandelijkeToegang.Geschilstap.CONTACTPERSONEN,
    )

    field_order = ["geschilstap", "reden"]


class GeschilBijwerken(VanDossier):
    geschilstap = keuze("Welke stap loopt nu", LandelijkeToegang.Geschilstap.choices)
    geschil_uitkomst = tekstvak("Wat is er besproken of beslist", 6, required=False, max_length=5000)


class OverdrachtVastleggen(VanDossier):
    """May be saved half-way: the arrival is often later than the conversation."""

    gesprek_op = DatumVeld(label="Gesprek met cliënt en ontvanger op", mag_toekomst=False, required=False)
    stukken = tekstvak("Welke stukken gingen mee, en waarom mag dat", 4, required=False, max_length=5000)
    aangekomen_op = DatumVeld(label="Cliënt aangekomen op", mag_toekomst=False, required=False)


class OverdrachtAfronden(VanDossier):
    overgenomen_naam = forms.CharField(
        label="Wie bevestigt de overname namens de andere regio", max_length=120, help_text="Naam en functie."
    )
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)
