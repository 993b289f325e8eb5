"""Forms of the team: give, hand over, share, and being away on behalf of a colleague."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from kern.models import Gebruiker
from kern.schermen.forms.basis import Formulier
from kern.tijd.periode import Periode
from kern.toegang.forms.account import Afwezig
from kern.toegang.rollen import Rol
from kern.werk import afwezigheid, team

KIES_COLLEGA = {"required": "Kies een collega.", "invalid_choice": "Deze collega kunt u niet kiezen."}


class Dossiernummers(forms.Field):
    """The ticked rows of a list. What they are is judged by the action, under lock."""

    widget = forms.MultipleHiddenInput
    default_error_messages = {"invalid": "Laad de lijst opnieuw en kies opnieuw."}

    def to_python(self, value):
        try:
            nummers = [int(w) for w in value or [] if w.isascii() and len(w) < 19]
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], "invalid") from None
        if len(nummers) != len(value or []) or any(n < 1 for n in nummers):
            raise ValidationError(self.error_messages["invalid"], "invalid")
        return nummers


class CollegaVeld(forms.ModelChoiceField):
    """A colleague, with his caseload and absence beside his name where that is known."""

    def __init__(self, label, **opties):
        opties.setdefault("empty_label", "kies een collega")
        super().__init__(Gebruiker.objects.none(), label=label, error_messages=KIES_COLLEGA, **opties)
        self.woorden = {}

    def label_from_instance(self, obj):
        return self.woorden.get(obj.pk, obj.naam)


class Verdelen(Formulier):
    """Give the ticked dossiers to one colleague."""

    zonder_concept = True
    dossier = Dossiernummers(required=False)
    behandelaar = CollegaVeld("Geef aan")

    def __init__(self, *args, personen=(), behalve=None, **kwargs):
        super().__init__(*args, **kwargs)
        veld = self.fields["behandelaar"]
        veld.woorden = {persoon.gebruiker.pk: persoon.keuze for persoon in personen}
        veld.queryset = team.casemanagers(self.gebruiker.regio_ids).exclude(pk=behalve)


class Overdragen(Verdelen):
    """The ticked ones, or everything that he has."""

    alles = forms.BooleanField(required=False, widget=forms.HiddenInput)


class AfwezigVan(Afwezig):
    """The same, told by the teamleider: `gebruiker` is the colleague who is away."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        naam = self.gebruiker.naam
        self.fields["eerste"].label = f"Eerste dag dat {naam} er niet is"
        self.fields["laatste"].label = f"Laatste dag dat {naam} er niet is"
        self.fields["waarnemer"].label = f"Wie doet het werk van {naam}"
        self.fields["waarnemer"].help_text = "Een casemanager van dezelfde regio. Die ziet dan de inhoud van deze zaken."
        self.fields["waarnemer"].error_messages["invalid_choice"] = "Deze collega heeft nu niet dezelfde rol en regio."

    def _kandidaten(self):
        vandaag = timezone.localdate()
        return afwezigheid.waarnemers(self.gebruiker, Periode(vandaag, vandaag), Rol.CASEMANAGER)


class Delen(Formulier):
    """Who works along on a case, and why."""

    zonder_concept = True
    gebruiker = CollegaVeld("Wie werkt mee", help_text="Die collega ziet dan de inhoud van deze zaak.")
    reden = forms.CharField(
        label="Waarom",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Vul in waarom u dit doet."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        al = self.onderwerp.medebehandelaars.values("pk")
        mensen = team.collegas([self.onderwerp.regio_id], self.onderwerp.behandelrol).exclude(pk__in=al)
        self.fields["gebruiker"].queryset = mensen.exclude(pk=self.onderwerp.behandelaar_id)


class OverdragenEnStoppen(forms.Form):
    """Of the administrator: per region who gets the work, per absence who replaces him. Names of colleagues only."""

    def __init__(self, *args, gebruiker, regios, waarnemingen, **kwargs):
        super().__init__(*args, **kwargs)
        self.regios, self.waarnemingen = regios, waarnemingen
        for rij in regios:
            veld = CollegaVeld(f"Werk in {rij['regio']}", help_text=rij["tekst"])
            veld.queryset = team.opvolgers(gebruiker, rij["regio"].pk)
            self.fields[f"regio_{rij['regio'].pk}"] = veld
        for rij in waarnemingen:
            veld = CollegaVeld(f"Waarnemer voor {rij.gebruiker}")
            veld.queryset = afwezigheid.vervangers(rij, timezone.localdate())
            self.fields[f"waarneming_{rij.pk}"] = veld

    def argumenten(self) -> dict:
        return {
            "naar": {rij["regio"].pk: self.cleaned_data[f"regio_{rij['regio'].pk}"] for rij in self.regios},
            "waarnemers": {rij.pk: self.cleaned_data[f"waarneming_{rij.pk}"] for rij in self.waarnemingen},
        }
