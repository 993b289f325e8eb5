"""Forms about one's own account: logging in, passwords, the second step, preferences."""

from django import forms
from django.contrib.auth import forms as auth
from django.utils import timezone

from kern.models import Gebruiker
from kern.schermen.forms.basis import Formulier
from kern.schermen.forms.velden import DatumVeld
from kern.tijd.periode import Periode
from kern.werk import afwezigheid


class Inloggen(auth.AuthenticationForm):
    error_messages = {
        "invalid_login": "De gebruikersnaam of het wachtwoord klopt niet. Let bij het wachtwoord op hoofdletters.",
        "inactive": "De gebruikersnaam of het wachtwoord klopt niet. Let bij het wachtwoord op hoofdletters.",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Gebruikersnaam"
        self.fields["username"].error_messages["required"] = "Vul uw gebruikersnaam in."
        self.fields["password"].label = "Wachtwoord"
        self.fields["password"].error_messages["required"] = "Vul uw wachtwoord in."

    def clean_username(self):
        # One name, one counter of wrong passwords: capitals must not give five more tries.
        naam = self.cleaned_data["username"].strip().lower()
        if len(naam) > self.fields["username"].max_length:
            # Django does not judge the length here, and what counts wrong passwords cannot store it.
            raise self.get_invalid_login_error()
        return naam


class WachtwoordVergeten(forms.Form):
    wie = forms.CharField(
        label="Gebruikersnaam of e-mailadres",
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        error_messages={"required": "Vul uw gebruikersnaam of e-mailadres in."},
    )


class _Wachtwoordwoorden:
    """The words of this site at the fields of Django's own forms."""

    LABELS = {
        "old_password": "Uw wachtwoord van nu",
        "new_password1": "Nieuw wachtwoord",
        "new_password2": "Nieuw wachtwoord, nog een keer",
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for naam, veld in self.fields.items():
            veld.label = self.LABELS[naam]
            veld.error_messages["required"] = "Vul dit in."
        self.fields[
            "new_password1"
        ].help_text = "Gebruik 12 tekens of meer, bijvoorbeeld drie of vier woorden. Gebruik niet uw naam."
        self.fields["new_password2"].help_text = ""


class WachtwoordNieuw(_Wachtwoordwoorden, auth.SetPasswordForm):
    error_messages = {"password_mismatch": "De twee wachtwoorden zijn niet gelijk."}


class WachtwoordWijzigen(_Wachtwoordwoorden, auth.PasswordChangeForm):
    error_messages = {
        "password_mismatch": "De twee wachtwoorden zijn niet gelijk.",
        "password_incorrect": "Dit is niet uw wachtwoord van nu.",
    }


class Code(forms.Form):
    """The six figures of the app."""

    code = forms.RegexField(
        r"^\s*[0-9]{3}\s?[0-9]{3}\s*$",
        label="Code uit de app",
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": "Vul de code in.", "invalid": "De code heeft zes cijfers."},
    )

    def clean_code(self):
        return "".join(self.cleaned_data["code"].split())


class Dagbericht(forms.Form):
    dagbericht = forms.BooleanField(label="Stuur mij elke werkdag een e-mail met wat er te doen is", required=False)


class Afwezig(Formulier):
    """Both days count. Who can take over is asked of the rule, not of the form."""

    zonder_concept = True
    eerste = DatumVeld(label="Eerste dag dat u er niet bent", vroegst=timezone.localdate)
    laatste = DatumVeld(label="Laatste dag dat u er niet bent", vroegst=timezone.localdate)
    waarnemer = forms.ModelChoiceField(
        label="Wie doet uw werk",
        queryset=Gebruiker.objects.none(),
        empty_label="Kies een collega",
        help_text="Een collega met dezelfde rol in dezelfde regio. Die collega ziet dan de inhoud van uw zaken.",
        error_messages={
            "required": "Kies een collega.",
            "invalid_choice": "Deze collega heeft nu niet dezelfde rol en regio als u.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["waarnemer"].queryset = self._kandidaten()

    def _kandidaten(self):
        """Whoever can do it all those days; before the days are known, whoever can do it from today on."""
        vandaag = timezone.localdate()
        return afwezigheid.waarnemers(self.gebruiker, Periode(vandaag, vandaag))
