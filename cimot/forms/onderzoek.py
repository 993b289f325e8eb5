"""Forms of the investigation and its account."""

from django import forms
from django.utils import timezone

from cimot import models
from cimot.forms.melding import keuze, tekstvak
from cimot.leefgebieden import Leefgebied
from kern.models import Toestemming
from kern.schermen.forms.basis import Formulier, Namens
from kern.schermen.forms.velden import DatumTijdVeld, DatumVeld


def _opgeslagen(form, record):
    return {naam: getattr(record, naam) for naam in form.fields if hasattr(record, naam)} if record else {}


class VanOnderzoek(Formulier):
    """Reads its stored values from the onderzoek."""

    def lees_opgeslagen(self):
        return _opgeslagen(self, getattr(self.onderwerp, "onderzoek", None))


class Plan(Namens, VanOnderzoek):
    plan = keuze("Persoonlijk plan", models.Onderzoek.Plan.choices)
    plan_tekst = tekstvak("Wat staat er in het plan", required=False)
    field_order = ["plan", "op", "namens_kanaal", "plan_tekst"]


class Ondersteuning(VanOnderzoek):
    ondersteuning = keuze("Wat zegt de cliënt", models.Onderzoek.Ondersteuning.choices)
    ondersteuning_op = DatumVeld(label="Wanneer hebt u de cliënt erop gewezen", mag_toekomst=False)

    def begin(self):
        return {"ondersteuning_op": timezone.localdate()}

    def lees_opgeslagen(self):
        return {naam: waarde for naam, waarde in super().lees_opgeslagen().items() if waarde}


class Identiteit(VanOnderzoek):
    identiteitsbewijs = forms.ChoiceField(
        label="Welk document hebt u gezien", choices=models.Onderzoek.Identiteitsbewijs.choices
    )
    identiteit_op = DatumVeld(label="Gezien op", mag_toekomst=False, required=False)
    identiteit_reden = forms.CharField(label="Waarom nog niet vastgesteld", max_length=200, required=False)

    def clean(self):
        schoon = super().clean()
        nog_niet = schoon.get("identiteitsbewijs") == models.Onderzoek.Identiteitsbewijs.NIET_VASTGESTELD
        if nog_niet and not schoon.get("identiteit_reden", "").strip():
            self.add_error("identiteit_reden", "Vul in waarom de identiteit nog niet is vastgesteld.")
        if not nog_niet and not schoon.get("identiteit_op") and "identiteit_op" not in self.errors:
            self.add_error("identiteit_op", "Vul in wanneer u het document zag.")
        return schoon


class OnderzoekInvullen(VanOnderzoek):
    """Wmo 2.3.2 lid 4, a to g; may be saved half-way."""

    behoeften = tekstvak("a. Wat heeft de cliënt nodig en wat wil hij?", required=False)
    eigen_kracht = tekstvak("b. Wat kan de cliënt zelf, of met zijn netwerk?", required=False)
    mantelzorger = tekstvak("c. Wat heeft de mantelzorger nodig?", required=False)
    algemene_voorziening = tekstvak("d. Helpt een algemene voorziening?", required=False)
    samenwerking = tekstvak("e. Met wie werken we samen?", required=False)
    maatwerk = tekstvak("f. Welke maatwerkvoorziening is mogelijk?", required=False)
    bijdrage = tekstvak("g. Wat gaat de cliënt zelf betalen?", required=False)


class Gesprek(Formulier):
    wanneer = DatumTijdVeld(label="Wanneer")
    minuten = forms.IntegerField(
        label="Duur in minuten",
        min_value=5,
        max_value=480,
        initial=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    plaats = forms.CharField(label="Waar", max_length=120)
    aanwezigen = forms.CharField(label="Wie zijn erbij", max_length=300)

    def begin(self):
        return {"aanwezigen": self.onderwerp.client.naam if self.onderwerp.client else "", "minuten": 60}


class InformatieVragen(Formulier):
    """To whom it goes is typed: the consent names a party, and a letter an address (L-37)."""

    zonder_concept = True

    toestemming = forms.ModelChoiceField(
        Toestemming.objects.none(),
        label="Welke toestemming gaf de cliënt",
        empty_label="kies een toestemming",
        error_messages={"required": "Kies de toestemming van de cliënt.", "invalid_choice": "Deze toestemming geldt niet."},
    )
    aan = forms.CharField(label="Aan wie", max_length=120, help_text="Alleen de partij uit de toestemming.")
    adres = forms.CharField(
        label="Adres",
        max_length=200,
        required=False,
        help_text="Straat en nummer, postcode en plaats. Zet er komma's tussen.",
    )
    wat = tekstvak("Wat wilt u weten", 5, max_length=5000, help_text="Niet meer dan waar de cliënt toestemming voor gaf.")
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        veld, client = self.fields["toestemming"], self.onderwerp.client
        if client:
            opvragen = Toestemming.Waarvoor.OPVRAGEN
            veld.queryset = client.toestemmingen.filter(waarvoor=opvragen).op(timezone.localdate())
        wie = list(veld.queryset[:2])
        veld.label_from_instance = lambda rij: f"{rij.partij}: {rij.omvang}"
        if not wie:
            veld.help_text = "Er is nu geen toestemming om informatie op te vragen. Leg die eerst vast bij de cliënt."
        elif len(wie) == 1:
            self.initial.setdefault("toestemming", wie[0].pk)
            self.initial.setdefault("aan", wie[0].partij)


class Leefgebieden(Formulier):
    """Two fields per life domain: what was found, or that it does not matter here."""

    def __init__(self, *args, **kwargs):
        self.base_fields = {}
        for code, naam in Leefgebied.choices:
            self.base_fields[f"{code}_tekst"] = tekstvak(naam, 2, required=False)
            self.base_fields[f"{code}_niet"] = forms.BooleanField(label=f"{naam}: niet aan de orde", required=False)
        super().__init__(*args, **kwargs)

    def rijen(self) -> list[dict]:
        """The two fields of each life domain together, and whether it was looked at."""
        paren = [(self[f"{code}_tekst"], self[f"{code}_niet"]) for code in Leefgebied.values]
        return [{"tekst": tekst, "niet": niet, "is_bekeken": tekst.value() or niet.value()} for tekst, niet in paren]

    def nog_te_bekijken(self) -> list[dict]:
        open_ = [rij["tekst"] for rij in self.rijen() if not rij["is_bekeken"]]
        return [{"tekst": veld.label, "url": f"#{veld.id_for_label}"} for veld in open_]

    def lees_opgeslagen(self):
        onderzoek = getattr(self.onderwerp, "onderzoek", None)
        rijen = onderzoek.bevindingen.all() if onderzoek else []
        opgeslagen = {naam: "" if naam.endswith("_tekst") else False for naam in self.fields}
        for rij in rijen:
            opgeslagen[f"{rij.leefgebied}_tekst"] = rij.tekst
            opgeslagen[f"{rij.leefgebied}_niet"] = rij.is_niet_aan_de_orde
        return opgeslagen

    def argumenten(self):
        schoon = self.cleaned_data
        return {
            "bevindingen": {
                code: {"tekst": schoon[f"{code}_tekst"], "is_niet_aan_de_orde": schoon[f"{code}_niet"]}
                for code in Leefgebied.values
            }
        }


class CriteriaInvullen(Formulier):
    """The checklist of the region on the day of the melding: advice, never a refusal."""

    def __init__(self, *args, onderwerp, **kwargs):
        # Bound to the checklist that was valid when the melding came in.
        self.criteria = list(
            onderwerp.regio.criteria.filter(onderwerp=onderwerp.onderwerp, periode__contains=onderwerp.gemeld_op)
        )
        self.base_fields = {}
        for criterium in self.criteria:
            self.base_fields[f"c{criterium.pk}"] = keuze(
                criterium.vraag,
                models.Criteriumuitkomst.Uitkomst.choices,
                required=False,
                help_text=f"Bij nee: {criterium.advies}" if criterium.advies else "",
            )
            self.base_fields[f"t{criterium.pk}"] = tekstvak("Toelichting", 2, required=False, max_length=2000)
        super().__init__(*args, onderwerp=onderwerp, **kwargs)

    def lees_opgeslagen(self):
        onderzoek = getattr(self.onderwerp, "onderzoek", None)
        rijen = {rij.criterium_id: rij for rij in onderzoek.criteriumuitkomsten.all()} if onderzoek else {}
        opgeslagen = {}
        for criterium in self.criteria:
            rij = rijen.get(criterium.pk)
            opgeslagen[f"c{criterium.pk}"] = rij.uitkomst if rij else "onbekend"
            opgeslagen[f"t{criterium.pk}"] = rij.toelichting if rij else ""
        return opgeslagen

    def argumenten(self):
        schoon = self.cleaned_data
        return {
            "uitkomsten": {
                c.pk: {"uitkomst": schoon[f"c{c.pk}"] or "onbekend", "toelichting": schoon[f"t{c.pk}"]}
                for c in self.criteria
            }
        }


class Verslag(Formulier):
    conclusie = tekstvak("Conclusie", 8, required=False)
    voorstel = tekstvak("Voorstel", 6, required=False)

    def lees_opgeslagen(self):
        return _opgeslagen(self, getattr(self.onderwerp, "verslag", None))


class Versturen(Formulier):
    via = keuze("Hoe gaat het verslag naar de cliënt", models.Kanaal.choices, initial=models.Kanaal.BRIEF)
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)


class DefinitiefMaken(Formulier):
    zonder_concept = True

    op = DatumVeld(label="Op welke dag", mag_toekomst=False)


class Reactie(Namens):
    reactie = keuze("Wat zegt de cliënt", models.Verslag.Reactie.choices)
    reactie_tekst = tekstvak("Opmerkingen van de cliënt", required=False)
    is_ondertekend = forms.BooleanField(label="De cliënt heeft ondertekend", required=False)
    field_order = ["reactie", "op", "namens_kanaal", "reactie_tekst", "is_ondertekend"]

    def lees_opgeslagen(self):
        velden = ("reactie", "reactie_tekst", "is_ondertekend")
        verslag = getattr(self.onderwerp, "verslag", None)
        return {naam: getattr(verslag, naam) for naam in velden} if verslag else {}
