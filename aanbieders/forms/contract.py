"""Forms of contracts, and of the end of working with a provider (SM-9)."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from aanbieders.actions import einde
from aanbieders.actions.contract import contractsoort
from aanbieders.forms.aanbieder import MetVakken, tekstvak
from aanbieders.forms.velden import BedragVeld
from aanbieders.models import Contract, Overdracht
from kern.schermen.forms.basis import Formulier
from kern.schermen.forms.velden import DatumVeld
from kern.tijd.kalender import datum_nl


class VanRegel(Formulier):
    """A form about one row of the dossier, or about a new one (`regel` is None)."""

    def __init__(self, *args, regel=None, **kwargs):
        self.regel = regel
        super().__init__(*args, **kwargs)

    def lees_opgeslagen(self):
        return {naam: getattr(self.regel, naam) for naam in self.fields if hasattr(self.regel, naam)} if self.regel else {}


class ContractVastleggen(MetVakken, VanRegel):
    """What one asks of a subsidie and not of an overeenkomst is left out where it has no meaning (X-11)."""

    vakken = ("doelen", "Waaraan draagt de subsidie bij", Contract.Doel.choices)
    SUBSIDIE = ("afspraak", "subsidie_maximaal", "verantwoorden_uiterlijk", *(f"doelen_{code}" for code in Contract.Doel))

    nummer = forms.CharField(label="Nummer", max_length=40, required=False)
    vanaf = DatumVeld(label="Vanaf")
    tot = DatumVeld(label="Tot en met")
    ondertekend_op = DatumVeld(
        label="Ondertekend op", required=False, mag_toekomst=False, help_text="Leeg: nog niet ondertekend."
    )
    voorwaarden = tekstvak("Voorwaarden", 6, max_length=20000, required=False)
    afspraak = tekstvak("Individuele afspraak", 6, max_length=20000)
    subsidie_maximaal = BedragVeld(label="Hoogste bedrag in euro", required=False)
    verantwoorden_uiterlijk = DatumVeld(label="De aanbieder verantwoordt zijn kosten uiterlijk op")
    document = forms.ModelChoiceField(
        None,
        label="Het contract zelf",
        required=False,
        empty_label="nog geen document",
        help_text="Voeg het bestand eerst toe bij Documenten.",
        error_messages={"invalid_choice": "Kies een document van dit dossier."},
    )

    def __init__(self, *args, onderwerp=None, regel=None, **kwargs):
        soort = regel.soort if regel else contractsoort(onderwerp)
        self.is_subsidie = soort == Contract.Soort.SUBSIDIE
        super().__init__(*args, onderwerp=onderwerp, regel=regel, **kwargs)
        self.fields["document"].queryset = onderwerp.documenten.filter(ingetrokken_op__isnull=True)
        if self.is_subsidie:
            self.fields["ondertekend_op"].label = "Verleend op"
            self.fields["ondertekend_op"].help_text = "Leeg: nog niet verleend."
            self.fields["voorwaarden"].label = "Subsidievoorwaarden"
        else:
            for naam in self.SUBSIDIE:
                self.fields.pop(naam)

    def lees_opgeslagen(self):
        if self.regel is None:
            return {}
        velden = {**super().lees_opgeslagen(), "document": self.regel.document_id, **self.aangevinkt(self.regel.doelen)}
        return {naam: waarde for naam, waarde in velden.items() if self.is_subsidie or naam not in self.SUBSIDIE}

    def groepen(self) -> list[dict]:
        eerste = {"nummer": 6, "ondertekend_op": 6, "vanaf": 6, "tot": 6}
        delen = [("Het contract", eerste)]
        if self.is_subsidie:
            geld = {"subsidie_maximaal": 6, "verantwoorden_uiterlijk": 6}
            delen.append(("Wat er is afgesproken", {"afspraak": 12, **geld}))
            delen.append((self.vakken[1], {f"doelen_{code}": 6 for code in Contract.Doel}))
        delen.append(("Verder", {"voorwaarden": 12, "document": 12}))
        return [
            {"titel": titel, "velden": [{"veld": self[v], "breedte": f"col-md-{n}"} for v, n in velden.items()]}
            for titel, velden in delen
        ]

    def clean(self):
        schoon = super().clean()
        doelen = [f"doelen_{code}" for code in Contract.Doel]
        if self.is_subsidie and not any(schoon.get(naam) for naam in doelen):
            self.add_error(doelen[0], "Kies ten minste één doel waaraan de subsidie bijdraagt.")
        vanaf, tot = schoon.get("vanaf"), schoon.get("tot")
        if vanaf and tot and tot < vanaf:
            self.add_error("tot", "De einddatum ligt vóór de begindatum.")
        return schoon

    def argumenten(self):
        waarden = dict(self.cleaned_data)
        if self.is_subsidie:
            waarden["doelen"] = [str(code) for code in Contract.Doel if waarden.pop(f"doelen_{code}")]
        return {**waarden, "contract": self.regel}


class ContractKoppelen(VanRegel):
    zorgvorm = forms.CharField(label="Voor welke zorg", max_length=120, help_text="Bijvoorbeeld: jeugdhulp met verblijf.")
    opdrachtgever = forms.CharField(label="Met wie is dat contract", max_length=120)
    tot = DatumVeld(label="Loopt tot en met", required=False)
    toelichting = forms.CharField(label="Waar u op let", max_length=500, required=False)

    def argumenten(self):
        return {**super().argumenten(), "gekoppeld": self.regel}


class SubsidieKeuze(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        klaar = f", verantwoord op {datum_nl(obj.verantwoord_op)}" if obj.verantwoord_op else ""
        return f"{obj}, {datum_nl(obj.vanaf)} tot en met {datum_nl(obj.tot)}{klaar}"


class KostenVerantwoorden(Formulier):
    contract = SubsidieKeuze(
        Contract.objects.none(),
        label="Welke subsidie",
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Kies een subsidie.", "invalid_choice": "Kies een subsidie van deze aanbieder."},
    )
    werkelijke_kosten = BedragVeld(label="Werkelijke kosten in euro", mag_nul=True)
    op = DatumVeld(label="De aanbieder verantwoordde dit op", mag_toekomst=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rijen = self.onderwerp.contracten.filter(soort=Contract.Soort.SUBSIDIE)
        self.fields["contract"].queryset = rijen
        eerste = rijen.filter(verantwoord_op__isnull=True).order_by("vanaf").values_list("pk", flat=True).first()
        self.initial.setdefault("contract", eerste)


class EindeVoorbereiden(Formulier):
    eindigt_op = DatumVeld(label="De laatste dag")
    reden = tekstvak("Waarom stopt de samenwerking", 4, max_length=5000)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.onderwerp.eindigt_op:
            self.fields["eindigt_op"].required = False
            self.fields["eindigt_op"].help_text = "Maak dit leeg als de samenwerking toch doorgaat."
            self.fields["reden"].label = "Waarom"

    def lees_opgeslagen(self):
        zelf = self.onderwerp
        return {"eindigt_op": zelf.eindigt_op, "reden": zelf.einde_reden} if zelf.eindigt_op else {}


class AanbiederVeld(forms.TypedChoiceField):
    """A provider out of a list that is read once for all lines."""

    def __init__(self, organisaties: dict, **opties):
        self.organisaties = organisaties
        keuzes = [("", "nog niet bekend"), *((pk, str(rij)) for pk, rij in organisaties.items())]
        fouten = {"invalid_choice": "Kies een aanbieder uit de lijst."}
        super().__init__(choices=keuzes, coerce=self._organisatie, empty_value=None, error_messages=fouten, **opties)

    def _organisatie(self, waarde):
        try:
            return self.organisaties[int(waarde)]
        except KeyError:
            raise ValidationError(self.error_messages["invalid_choice"]) from None

    def prepare_value(self, value):
        return getattr(value, "pk", value)


class OverdrachtRegelen(Formulier):
    """Per client, by the number of his case: to whom, by when, and since when. Half of it may be saved."""

    def __init__(self, *args, onderwerp=None, **kwargs):
        self.rijen = {rij.kenmerk: rij for rij in onderwerp.overdrachten.select_related("naar")}
        self.nu = einde.lopend(onderwerp, timezone.localdate())
        self.kenmerken = sorted({*self.rijen, *self.nu})
        organisaties = {rij.pk: rij for rij in einde.aanbieders(onderwerp)}
        # One that stopped since stays to be seen.
        organisaties |= {rij.naar_id: rij.naar for rij in self.rijen.values() if rij.naar_id}
        self.base_fields = {}
        for kenmerk in self.kenmerken:
            self.base_fields |= self._velden(kenmerk, organisaties)
        super().__init__(*args, onderwerp=onderwerp, **kwargs)

    def _velden(self, kenmerk: str, organisaties) -> dict:
        velden = {
            f"naar_{kenmerk}": AanbiederVeld(organisaties, label="Nieuwe aanbieder", required=False),
            f"uiterlijk_{kenmerk}": DatumVeld(label="Uiterlijk op", required=False),
            f"over_{kenmerk}": DatumVeld(label="Overgegaan op", required=False, mag_toekomst=False),
            f"toelichting_{kenmerk}": forms.CharField(label="Toelichting", max_length=500, required=False),
        }
        if kenmerk not in self.nu:
            velden[f"weg_{kenmerk}"] = forms.BooleanField(label="Hoeft niet meer: haal uit het plan", required=False)
        return velden

    def lees_opgeslagen(self):
        opgeslagen = {}
        for kenmerk in self.kenmerken:
            rij = self.rijen.get(kenmerk) or Overdracht()
            opgeslagen |= {
                f"naar_{kenmerk}": rij.naar_id,
                f"uiterlijk_{kenmerk}": rij.uiterlijk,
                f"over_{kenmerk}": rij.overgedragen_op,
                f"toelichting_{kenmerk}": rij.toelichting,
            }
        return opgeslagen

    def blokken(self) -> list[dict]:
        return [
            {
                "kenmerk": kenmerk,
                "product": self.nu.get(kenmerk) or self.rijen[kenmerk].product,
                "is_nieuw": kenmerk not in self.rijen,
                "is_hier": kenmerk in self.nu,
                **{naam: self[f"{naam}_{kenmerk}"] for naam in ("naar", "uiterlijk", "over", "toelichting")},
                "weg": self[f"weg_{kenmerk}"] if f"weg_{kenmerk}" in self.fields else None,
            }
            for kenmerk in self.kenmerken
        ]

    def argumenten(self):
        waarden = self.cleaned_data
        return {
            "regels": {
                kenmerk: {
                    "naar": waarden[f"naar_{kenmerk}"],
                    "uiterlijk": waarden[f"uiterlijk_{kenmerk}"],
                    "overgedragen_op": waarden[f"over_{kenmerk}"],
                    "toelichting": waarden[f"toelichting_{kenmerk}"],
                    "is_weg": waarden.get(f"weg_{kenmerk}", False),
                }
                for kenmerk in self.kenmerken
            }
        }
