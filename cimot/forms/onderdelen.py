"""The components of a besluit on one form: per component what is asked, and what is decided of it (R-IND-01 to R-IND-07)."""

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property

from cimot import poort
from cimot.forms.melding import KIES, keuze, tekstvak
from cimot.models import Besluitonderdeel
from cimot.regels import GROEPEN, OZL_UREN, groepen_bij
from kern.models import Organisatie
from kern.schermen.forms.basis import Formulier
from kern.schermen.forms.velden import DatumVeld

_Soort, _Beslissing, _Levering = Besluitonderdeel.Soort, Besluitonderdeel.Beslissing, Besluitonderdeel.Leveringsvorm
_HuurtVan, _Draagkracht = Besluitonderdeel.HuurtVan, Besluitonderdeel.Draagkracht
NIET_GEVRAAGD, NOG_NIET = ("", "Niet gevraagd"), ("", "Nog niet bekend")
MET_UREN = ("ozl", "omd", "product")
AANBIEDERS = (Organisatie.Soort.ZORGAANBIEDER, Organisatie.Soort.OPVANGAANBIEDER)
OZL_HULP = "Minstens {} (standaard), {} (intensief) of {} (zeer intensief).".format(*OZL_UREN.values())
# The columns of a row, in the order of the screen.
KOLOMMEN = (
    "soort", "beslissing", "huurt_van", "draagkracht", "leveringsvorm", "uren", "is_vervoer", "aanbieder", "vanaf", "tot",
    "motivering",
)  # fmt: skip
GETYPT = ("uren", "aanbieder", "vanaf", "tot", "motivering")
# What decides whether a variant can be granted.
FEITEN = ("aanbieder", "vanaf", "huurt_van", "draagkracht", "leveringsvorm")


class Soorten(forms.RadioSelect):
    """The variants; the ones in `dicht` cannot be chosen. What is chosen stays so: a closed button would not be sent."""

    dicht, uitleg = frozenset(), frozenset()

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if value in self.dicht and not option["selected"]:
            option["attrs"]["disabled"] = True
        if value in self.uitleg:
            option["attrs"]["aria-describedby"] = f"{name}_{value}_waarom"
        return option


class UrenVeld(forms.DecimalField):
    """Hours a week; a comma as people write it, or a full stop."""

    widget = forms.TextInput

    def __init__(self, **opties):
        super().__init__(min_value=0, max_value=168, max_digits=5, decimal_places=2, **opties)
        for soort in ("invalid", "max_digits", "max_decimal_places", "max_whole_digits"):
            self.error_messages[soort] = "Vul een getal in, bijvoorbeeld 8 of 8,5."
        for validator in self.validators:
            validator.message = "Vul een getal in van 0 tot en met 168, met hoogstens twee cijfers achter de komma."

    def widget_attrs(self, widget):
        return {"inputmode": "decimal", "autocomplete": "off"}

    def to_python(self, value):
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)

    def prepare_value(self, value):
        if value is None or isinstance(value, str):
            return value
        return f"{value.normalize():f}".replace(".", ",")


def _velden(groep: str, aanbieders) -> dict:
    soorten = [NIET_GEVRAAGD, *((s, _Soort(s).label) for s in GROEPEN[groep])]
    velden = {
        "soort": forms.ChoiceField(
            label="Wat is gevraagd",
            choices=soorten,
            required=False,
            widget=Soorten,
            error_messages={"invalid_choice": KIES},
        ),
        "beslissing": keuze("Wat besluit u", _Beslissing.choices, initial=_Beslissing.TOEGEKEND),
        "huurt_van": keuze("Waar woont de cliënt", [NOG_NIET, *_HuurtVan.choices], required=False),
        "draagkracht": keuze(
            "Kan de cliënt de huur betalen",
            [NOG_NIET, *_Draagkracht.choices],
            required=False,
            help_text="Nodig voor compensatie van huurlasten.",
        ),
        "leveringsvorm": keuze("Hoe", _Levering.choices, initial=_Levering.ZIN),
        "uren": UrenVeld(label="Uren per week", required=False, help_text=OZL_HULP if groep == "ozl" else ""),
        "is_vervoer": forms.BooleanField(label="Met vervoer", required=False),
        "aanbieder": forms.ModelChoiceField(
            aanbieders,
            label="Aanbieder",
            required=False,
            empty_label="nog niet bekend",
            help_text="Nog niet bekend? Dan gaat de cliënt naar de wachtlijst.",
            error_messages={"invalid_choice": KIES},
        ),
        "vanaf": DatumVeld(label="Vanaf", required=False),
        "tot": DatumVeld(label="Tot en met", required=False),
        "motivering": tekstvak("Waarom", 5, required=False),
    }
    if groep != "woon":
        del velden["huurt_van"], velden["draagkracht"]
    if groep not in MET_UREN:
        del velden["uren"]
    if groep != "omd":
        del velden["is_vervoer"]
    return {f"{groep}_{naam}": veld for naam, veld in velden.items()}


class OnderdelenKiezen(Formulier):
    """Only the components of this region and subject (R-IND-21, X-11)."""

    def __init__(self, *args, onderwerp=None, **kwargs):
        catalogus = onderwerp.regio.instelling("bw.productcatalogus", timezone.localdate())
        self.groepen = groepen_bij(onderwerp.onderwerp, catalogus)
        besluit = getattr(onderwerp, "besluit", None)
        self.rijen_nu = {rij.groep: rij for rij in besluit.onderdelen.all()} if besluit else {}
        self.aanbieders = aanbieders = Organisatie.objects.filter(soort__in=AANBIEDERS, is_actief=True)
        self.base_fields = {n: v for groep in self.groepen for n, v in _velden(groep, aanbieders).items()}
        super().__init__(*args, onderwerp=onderwerp, **kwargs)

    def lees_opgeslagen(self):
        opgeslagen = {}
        for naam in self.fields:
            groep, kolom = naam.split("_", 1)
            rij = self.rijen_nu.get(groep) or Besluitonderdeel(groep=groep)
            opgeslagen[naam] = rij.aanbieder_id if kolom == "aanbieder" else getattr(rij, kolom)
        return opgeslagen

    def blokken(self) -> list[dict]:
        """Per component its fields by column, why a variant cannot be, and what to know of the chosen one."""
        gevraagd = [(groep, soort) for groep in self.groepen for soort in GROEPEN[groep]]
        feiten = {groep: self._feiten(groep) for groep in self.groepen}
        vandaag = timezone.localdate()
        vragen = [poort.Vraag(self.onderwerp.regio, soort, op=vandaag, **feiten[groep]) for groep, soort in gevraagd]
        antwoorden = dict(zip(gevraagd, poort.antwoorden(vragen), strict=True))
        return [self._blok(groep, {s: antwoorden[groep, s] for s in GROEPEN[groep]}) for groep in self.groepen]

    def _blok(self, groep: str, antwoorden: dict) -> dict:
        velden = {k: self[f"{groep}_{k}"] for k in KOLOMMEN if f"{groep}_{k}" in self.fields}
        # What is about the provider belongs beside him, once.
        redenen = {s: [z for z in a.nee if a.bij.get(z) != "aanbieder" or groep == "woon"] for s, a in antwoorden.items()}
        widget = self.fields[f"{groep}_soort"].widget
        widget.dicht = {soort for soort, a in antwoorden.items() if a.sluit}
        widget.uitleg = {soort for soort, zinnen in redenen.items() if zinnen}
        gekozen = antwoorden.get(velden["soort"].value() or "", poort.Antwoord())
        return {
            "groep": groep,
            "naam": Besluitonderdeel.Groep(groep).label,
            "redenen": [
                {
                    "id": f"{groep}_soort_{s}_waarom",
                    "soort": _Soort(s).label,
                    "zinnen": zinnen,
                    "kan_niet": antwoorden[s].sluit,
                }
                for s, zinnen in redenen.items()
                if zinnen
            ],
            "let_op": [*gekozen.let_op, *(z for z in gekozen.nee if gekozen.bij.get(z) == "aanbieder" and groep != "woon")],
            **velden,
        }

    def _feiten(self, groep: str) -> dict:
        """What is typed now, or stored; what cannot be read is not known."""
        feiten = {}
        for kolom in FEITEN:
            naam = f"{groep}_{kolom}"
            if naam in self.fields:
                feiten[kolom] = self._gelezen(self.fields[naam], self[naam].value())
        return feiten

    def _gelezen(self, veld, waarde):
        if isinstance(veld, forms.ModelChoiceField):
            return self._aanbieders.get(str(waarde or ""))
        try:
            return veld.clean(waarde)
        except forms.ValidationError:
            return None if isinstance(veld, DatumVeld) else ""

    @cached_property
    def _aanbieders(self) -> dict:
        return {str(aanbieder.pk): aanbieder for aanbieder in self.aanbieders}

    def clean(self):
        schoon = super().clean()
        for groep in self.groepen:
            self._bekijk(groep, {kolom: schoon.get(f"{groep}_{kolom}") for kolom in KOLOMMEN})
        return schoon

    def _bekijk(self, groep: str, rij: dict) -> None:
        if not rij["soort"]:
            if any(rij[kolom] for kolom in GETYPT):
                self._fout(groep, "soort", "Kies wat is gevraagd, of maak de velden van dit onderdeel leeg.")
            return
        if rij["beslissing"] != _Beslissing.TOEGEKEND:
            return
        for kolom, zin in (("vanaf", "Vul in vanaf welke dag."), ("tot", "Vul in tot en met welke dag.")):
            if not rij[kolom]:
                self._fout(groep, kolom, zin)
        minstens = OZL_UREN.get(rij["soort"])
        if minstens and (rij["uren"] is None or rij["uren"] < minstens):
            self._fout(groep, "uren", f"{_Soort(rij['soort']).label} is minstens {minstens} uur per week.")

    def _fout(self, groep, kolom, zin) -> None:
        """Not on top of what is already wrong with that field."""
        naam = f"{groep}_{kolom}"
        if naam not in self.errors:
            self.add_error(naam, zin)

    def argumenten(self):
        onderdelen = []
        for groep in self.groepen:
            rij = {k: self.cleaned_data[f"{groep}_{k}"] for k in KOLOMMEN if f"{groep}_{k}" in self.fields}
            if rij["soort"]:
                onderdelen.append(rij)
        return {"onderdelen": onderdelen}
