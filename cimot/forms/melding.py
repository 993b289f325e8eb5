"""Forms around a melding: taken down while somebody is on the telephone, completed later."""

from django import forms
from django.utils import timezone

from cimot.models import Kanaal, Melder, Melding, Onderwerp
from kern.models import Client, Gebruiker, Gemeente, Regio, Rolverlening
from kern.personen.forms.client import GeborenVeld
from kern.schermen.forms.basis import Formulier, MetReden, Namens
from kern.schermen.forms.velden import DatumTijdVeld, DatumVeld
from kern.toegang.rollen import Rol

JA_NEE = [("nee", "Nee"), ("ja", "Ja")]
KIES = "Kies een van de mogelijkheden."
ICONEN = {"telefoon": "phone", "balie": "building", "email": "mail", "brief": "mail-open", "website": "globe"}


def keuze(label, keuzes, **opties):
    """Up to six options as real radio buttons."""
    opties.setdefault("error_messages", {"required": KIES, "invalid_choice": KIES})
    return forms.ChoiceField(label=label, choices=keuzes, widget=forms.RadioSelect, **opties)


def tekstvak(label, rijen=5, **opties):
    opties.setdefault("max_length", 20000)
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rijen}), **opties)


class ClientKeuze(forms.ModelChoiceField):
    """The id of an existing client that the user picked; only clients in his view."""

    def __init__(self, **opties):
        super().__init__(Client.objects.none(), required=False, widget=forms.HiddenInput, **opties)
        self.error_messages["invalid_choice"] = "Deze cliënt kunt u niet kiezen."


class Melden(Formulier):
    """To save: when, how, who reports, about what, spoed, and a name or a description. The rest can follow."""

    ontvangen_op = DatumTijdVeld(label="Ontvangen op", mag_toekomst=False, help_text="Mag in het verleden liggen.")
    kanaal = keuze("Hoe", Kanaal.choices, initial=Kanaal.TELEFOON)
    melder = keuze("Wie meldt", Melder.choices)
    naam = forms.CharField(
        label="Naam van de cliënt",
        max_length=160,
        required=False,
        help_text="Bijvoorbeeld: Berg, Sanne van den",
    )
    geboren = GeborenVeld(label="Geboren op", required=False)
    client = ClientKeuze()
    is_niemand = forms.BooleanField(label="Niemand van deze mensen", required=False)
    onderwerp = keuze("Waar gaat het om", Onderwerp.choices)
    omschrijving = tekstvak("Wat is er aan de hand", required=False)
    spoed = keuze("Spoed", JA_NEE, initial="nee")
    gemeente = forms.ModelChoiceField(
        Gemeente.objects.all(), label="Waar woont de cliënt", required=False, empty_label="weet ik nog niet"
    )
    regio = forms.ModelChoiceField(Regio.objects.none(), label="Regio", required=False, empty_label="volgt uit de gemeente")
    melder_naam = forms.CharField(label="Naam van de melder", max_length=120, required=False)
    melder_telefoon = forms.CharField(label="Telefoon van de melder", max_length=20, required=False)
    melder_email = forms.EmailField(label="E-mail van de melder", required=False, max_length=254)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kanaal"].widget.iconen = ICONEN
        self.regios = list(Regio.objects.filter(pk__in=self.gebruiker.regio_ids))
        self.fields["client"].queryset = Client.objects.voor(self.gebruiker)
        if len(self.regios) > 1:
            self.fields["regio"].queryset = Regio.objects.filter(pk__in=self.gebruiker.regio_ids)
        else:
            del self.fields["regio"]

    def begin(self):
        return {"ontvangen_op": timezone.localtime()}

    def clean(self):
        schoon = super().clean()
        is_leeg = not (schoon.get("naam", "").strip() or schoon.get("client") or schoon.get("omschrijving", "").strip())
        if is_leeg and not {"naam", "omschrijving"} & set(self.errors):
            self.add_error("naam", "Vul de naam van de cliënt in, of hieronder wat er aan de hand is.")
        return schoon

    def argumenten(self):
        waarden = super().argumenten()
        waarden["is_spoed"] = waarden.pop("spoed") == "ja"
        waarden["is_dubbel_bekeken"] = bool(waarden["client"]) or waarden.pop("is_niemand")
        waarden.pop("is_niemand", None)
        waarden["regio"] = self._regio(waarden.pop("regio", None), waarden["gemeente"])
        return waarden

    def _regio(self, gekozen, gemeente):
        """Derived: the chosen region, else that of the municipality when it is ours, else the first of the user.

        Somebody from elsewhere who turns to us stays with us (L-02).
        """
        eigen = {regio.pk: regio for regio in self.regios}
        return gekozen or eigen.get(gemeente.regio_id if gemeente else None) or self.regios[0]


class VraagVastleggen(Formulier):
    """Three fields: half of all calls are questions."""

    kanaal = keuze("Hoe", Kanaal.choices, initial=Kanaal.TELEFOON)
    melder = keuze("Wie vraagt", Melder.choices)
    tekst = tekstvak("Wat is de vraag")

    def argumenten(self):
        regio = Regio.objects.filter(pk__in=self.gebruiker.regio_ids).first()
        return {**super().argumenten(), "regio": regio}


class Bevestigen(Formulier):
    via = keuze("Hoe bevestigt u de ontvangst", Kanaal.choices, initial=Kanaal.BRIEF)
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)


class MeldingWijzigen(Formulier):
    onderwerp = keuze("Waar gaat het om", Onderwerp.choices)
    grond = keuze("Toestemming of wettelijke grond", Melding.Grond.choices, required=False)
    woonsituatie = keuze("Woonsituatie", Melding.Woonsituatie.choices, required=False)
    ethos = forms.ChoiceField(
        label="Waar slaapt de cliënt nu",
        choices=[("", "Weet ik nog niet"), *Melding.Ethos.choices],
        required=False,
        help_text="Nodig bij maatschappelijke opvang, vóór het onderzoek.",
        error_messages={"invalid_choice": KIES},
    )
    omschrijving = tekstvak("Wat is er aan de hand", required=False)
    melder_naam = forms.CharField(label="Naam van de melder", max_length=120, required=False)
    melder_telefoon = forms.CharField(label="Telefoon van de melder", max_length=20, required=False)
    melder_email = forms.EmailField(label="E-mail van de melder", required=False, max_length=254)
    is_wlz_bekeken = forms.BooleanField(label="Ik heb gekeken of de Wlz kan helpen", required=False)
    wlz_uitkomst = forms.CharField(label="Wat kwam daaruit", max_length=200, required=False)
    is_dubbel_bekeken = forms.BooleanField(label="Ik heb gekeken of de cliënt al bekend is", required=False)

    def lees_opgeslagen(self):
        melding = self.onderwerp.melding
        return {naam: getattr(melding, naam) for naam in self.fields if naam != "onderwerp"} | {
            "onderwerp": self.onderwerp.onderwerp
        }

    def clean_woonsituatie(self):
        return self.cleaned_data["woonsituatie"] or Melding.Woonsituatie.ONBEKEND


class ClientKoppelen(Formulier):
    naam = forms.CharField(label="Naam van de cliënt", max_length=160, required=False)
    geboren = GeborenVeld(label="Geboren op", required=False)
    client = ClientKeuze()
    is_niemand = forms.BooleanField(label="Niemand van deze mensen", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["client"].queryset = Client.objects.voor(self.gebruiker)

    def argumenten(self):
        waarden = super().argumenten()
        waarden["is_dubbel_bekeken"] = waarden.pop("is_niemand")
        return waarden


class Toewijzen(Formulier):
    behandelaar = forms.ModelChoiceField(Gebruiker.objects.none(), label="Casemanager", empty_label="kies een collega")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rollen = Rolverlening.objects.op(timezone.localdate()).filter(rol=Rol.CASEMANAGER, regio=self.onderwerp.regio_id)
        collegas = Gebruiker.objects.filter(is_active=True, pk__in=rollen.values("gebruiker"))
        self.fields["behandelaar"].queryset = collegas.order_by("naam")

    def lees_opgeslagen(self):
        return {"behandelaar": self.onderwerp.behandelaar_id}


class MeldmomentCorrigeren(MetReden):
    ontvangen_op = DatumTijdVeld(label="Wanneer kwam de melding binnen", mag_toekomst=False)

    field_order = ["ontvangen_op", "reden"]

    def lees_opgeslagen(self):
        return {"ontvangen_op": timezone.localtime(self.onderwerp.melding.ontvangen_op)}


class EersteContact(Formulier):
    op = DatumVeld(label="Wanneer was het eerste contact", mag_toekomst=False)


class Doorzenden(Formulier):
    """Who lives elsewhere is investigated here (L-02): that is none of the reasons."""

    WAAROM = [
        ("wlz", "Wlz: zorgkantoor"),
        ("zvw", "Zvw: huisarts of ggz"),
        ("jeugdhulp", "Jeugdhulp"),
        ("lokaal", "Wmo-toegang van de gemeente"),
        ("anders", "Andere instantie"),
    ]
    waarom = keuze(
        "Waar hoort deze vraag thuis",
        WAAROM,
        help_text="Wie ergens anders woont, wordt hier onderzocht. Kies dan “Beste kans in welke regio”.",
    )
    ontvanger = forms.CharField(label="Naar wie", max_length=120)
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)
    reden = tekstvak("Toelichting", 3, max_length=2000, error_messages={"required": "Vul in waarom u dit doet."})

    def argumenten(self):
        waarden = super().argumenten()
        waarden["reden"] = f"{dict(self.WAAROM)[waarden.pop('waarom')]}. {waarden['reden']}"
        return waarden


class Intrekken(MetReden, Namens):
    field_order = ["op", "namens_kanaal", "reden"]
