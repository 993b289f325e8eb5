"""Forms about who stands beside a client and what he allows. Every field is there without script; the help says when."""

from django import forms
from django.utils import timezone

from kern.models import Client, Contactmoment, Document, Dossier, Relatie, Toestemming
from kern.personen import clienten, relaties
from kern.personen.forms.client import lees_postcode, weiger_bsn
from kern.schermen.forms.basis import Formulier
from kern.schermen.forms.velden import DatumVeld
from kern.toegang.rollen import Klasse

S = Relatie.Soort
KIES = "Kies een van de mogelijkheden."
SOORTEN = (
    ("Vertegenwoordiger", Relatie.VERTEGENWOORDIGERS),
    ("Familie en naasten", (S.PARTNER, S.OUDER, S.KIND, S.BROER_ZUS, S.MANTELZORGER, S.NAASTE)),
    ("Beroepskracht", (S.ONDERSTEUNER, S.HULPVERLENER)),
)
ADRESVELDEN = ("straat", "huisnummer", "postcode", "plaats")
GEEN_BSN = "Haal dat nummer weg."


def keuze(label, keuzes, **opties):
    """Up to six options as real radio buttons."""
    fouten = {"required": KIES, "invalid_choice": KIES}
    return forms.ChoiceField(label=label, choices=keuzes, widget=forms.RadioSelect, error_messages=fouten, **opties)


def bewijsveld(label, help_text):
    return forms.ModelChoiceField(
        Document.objects.none(),
        label=label,
        required=False,
        empty_label="nog geen document",
        help_text=help_text,
        error_messages={"invalid_choice": "Dit document kunt u niet kiezen."},
    )


def bewijsstukken(client, gebruiker, dossiers) -> list[int]:
    """The ids of the documents of these dossiers that the user may read: not withdrawn, without a virus."""
    klassen = {dossier.pk: dossier.klassen(gebruiker) for dossier in dossiers}
    rijen = Document.objects.filter(dossier__in=list(klassen), dossier__client=client, ingetrokken_op__isnull=True)
    rijen = rijen.exclude(scan=Document.Scan.BESMET)
    return [pk for pk, dossier, klasse in rijen.values_list("pk", "dossier", "klasse") if klasse in klassen[dossier]]


class OverClient(Formulier):
    """About a client, or about a row that belongs to one; offers his documents as evidence."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dossiers = list(Dossier.objects.voor(self.gebruiker).filter(client=self.client))
        self.klassen = clienten.klassen(dossiers, self.gebruiker)
        self.ziet_geheim = clienten.ziet_geheim(dossiers, self.gebruiker)
        if "bewijs" in self.fields:
            eigen = bewijsstukken(self.client, self.gebruiker, dossiers)
            self.fields["bewijs"].queryset = Document.objects.filter(pk__in=eigen)
            if self.opgeslagen.get("bewijs") and self.opgeslagen["bewijs"] not in eigen:
                # Evidence that this user may not see stays as it is.
                self._zonder("bewijs")

    @property
    def client(self) -> Client:
        return self.onderwerp if isinstance(self.onderwerp, Client) else self.onderwerp.client

    def _zonder(self, *namen) -> None:
        for naam in namen:
            del self.fields[naam]
            self.opgeslagen.pop(naam, None)


class RelatieToevoegen(OverClient):
    soort = forms.ChoiceField(
        label="Wat is hij van de cliënt",
        choices=[("", "kies"), *((groep, [(s.value, s.label) for s in soorten]) for groep, soorten in SOORTEN)],
        error_messages={"required": KIES, "invalid_choice": KIES},
    )
    naam = forms.CharField(label="Naam", max_length=120)
    organisatie = forms.CharField(label="Organisatie", max_length=120, required=False)
    vanaf = DatumVeld(label="Vanaf")
    grond = keuze(
        "Op grond waarvan",
        Relatie.Grond.choices,
        required=False,
        help_text="U kunt dit overslaan. Een curator, mentor, bewindvoerder of voogd heeft altijd een uitspraak van de "
        "rechter, een gemachtigde altijd een volmacht. Anders is het: geen.",
    )
    bewijs = bewijsveld("Uitspraak of volmacht", "Kies het document uit een dossier van de cliënt. Dat mag ook later.")
    telefoon = forms.CharField(label="Telefoon", max_length=20, required=False)
    email = forms.EmailField(label="E-mail", required=False, max_length=254)
    straat = forms.CharField(label="Straat", max_length=80, required=False)
    huisnummer = forms.CharField(label="Huisnummer", max_length=10, required=False)
    postcode = forms.CharField(label="Postcode", max_length=7, required=False)
    plaats = forms.CharField(label="Plaats", max_length=60, required=False)
    krijgt_brieven = forms.BooleanField(
        label="Krijgt een kopie van brieven",
        required=False,
        help_text="Alleen als de cliënt dat goedvindt, of als hij de cliënt vertegenwoordigt. "
        "Een curator krijgt altijd de brieven.",
    )
    wordt_uitgenodigd = forms.BooleanField(label="Wordt uitgenodigd bij gesprekken", required=False)
    is_eerste_contact = forms.BooleanField(label="Bellen we het eerst", required=False)
    toelichting = forms.CharField(
        label="Toelichting",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Iedereen die de cliënt kan zien, leest dit. Schrijf hier niets over zorg.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if Klasse.D4 not in self.klassen:
            groepen = self.fields["soort"].choices
            self.fields["soort"].choices = [
                (groep, [k for k in keuzes if k[0] != S.HULPVERLENER] if groep else keuzes) for groep, keuzes in groepen
            ]

    def begin(self):
        return {"vanaf": timezone.localdate()}

    def clean_postcode(self):
        return lees_postcode(self.cleaned_data["postcode"])

    def clean(self):
        schoon = super().clean()
        weiger_bsn(self, schoon, ("naam", "organisatie"))
        weiger_bsn(self, schoon, ("toelichting",), GEEN_BSN)
        return schoon


class RelatieWijzigen(RelatieToevoegen):
    tot = DatumVeld(label="Tot en met", required=False, help_text="Leeg: het loopt nog.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.ziet_geheim and relaties.is_adres_geheim(self.onderwerp, self.client):
            self._zonder(*ADRESVELDEN)

    def lees_opgeslagen(self):
        return {n: getattr(self.onderwerp, n) for n in self.fields if n != "bewijs"} | {"bewijs": self.onderwerp.bewijs_id}

    def begin(self):
        return {}


class RelatieBeeindigen(Formulier):
    zonder_concept = True

    tot = DatumVeld(label="Tot en met", help_text="De laatste dag. Daarna krijgt hij geen brieven en uitnodigingen meer.")

    def begin(self):
        return {"tot": timezone.localdate()}


class ToestemmingVastleggen(OverClient):
    waarvoor = keuze("Waarvoor", Toestemming.Waarvoor.choices)
    partij = forms.CharField(label="Bij of met wie", max_length=120, help_text="Bijvoorbeeld: huisarts De Vries")
    omvang = forms.CharField(
        label="Waarover precies",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Schrijf op wat wel mag, en wat niet.",
    )
    gegeven_op = DatumVeld(label="Gegeven op", mag_toekomst=False)
    via = keuze("Hoe", Contactmoment.Kanaal.choices)
    gegeven_door = forms.ModelChoiceField(
        Relatie.objects.none(),
        label="Gegeven door",
        required=False,
        empty_label="de cliënt zelf",
        error_messages={"invalid_choice": "Deze persoon kunt u niet kiezen."},
    )
    geldig_tot = DatumVeld(label="Geldig tot en met", required=False, help_text="Leeg: tot de cliënt het intrekt.")
    bewijs = bewijsveld("Bewijs", "Een getekend formulier of een e-mail. Dat mag ook later.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        met_grond = Relatie.objects.filter(client=self.client).exclude(grond=Relatie.Grond.GEEN)
        self.fields["gegeven_door"].queryset = met_grond

    def begin(self):
        return {"gegeven_op": timezone.localdate()}

    def clean(self):
        schoon = super().clean()
        weiger_bsn(self, schoon, ("partij",))
        weiger_bsn(self, schoon, ("omvang",), GEEN_BSN)
        return schoon


class ToestemmingIntrekken(Formulier):
    zonder_concept = True

    ingetrokken_op = DatumVeld(
        label="Ingetrokken op", mag_toekomst=False, help_text="Vanaf deze dag geldt de toestemming niet meer."
    )
    ingetrokken_via = keuze("Hoe", Contactmoment.Kanaal.choices)

    def begin(self):
        return {"ingetrokken_op": timezone.localdate()}
