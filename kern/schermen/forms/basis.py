"""What every form of an action shares: the user, the subject, the stored values, and how a mistake reads."""

import hashlib

from django import forms
from django.utils import timezone

from kern.schermen.forms.velden import DatumVeld

KANALEN = [
    ("telefoon", "telefoon"),
    ("balie", "balie"),
    ("email", "e-mail"),
    ("brief", "brief"),
    ("bezoek", "bezoek"),
]


class Formulier(forms.Form):
    """Base of all forms. `opgeslagen` holds what is stored now, so that two people on one form see each other's text."""

    zonder_concept = False  # True where nothing typed may wait as a draft

    def __init__(self, *args, onderwerp=None, gebruiker=None, **kwargs):
        self.onderwerp = onderwerp
        self.gebruiker = gebruiker
        super().__init__(*args, **kwargs)
        self.opgeslagen = self.lees_opgeslagen() if onderwerp is not None else {}
        self.initial = {**self.begin(), **self.opgeslagen, **self.initial}
        for veld in self.fields.values():
            veld.error_messages.setdefault("required", "Vul dit in.")
            if veld.error_messages["required"] == forms.Field.default_error_messages["required"]:
                veld.error_messages["required"] = "Vul dit in."
            if isinstance(veld.widget, forms.Textarea):
                veld.widget.attrs.setdefault("rows", 5)

    def lees_opgeslagen(self) -> dict:
        """The stored values of the fields that this form changes."""
        return {}

    def begin(self) -> dict:
        """First values of a fresh form."""
        return {"op": timezone.localdate()} if "op" in self.fields else {}

    def argumenten(self) -> dict:
        """The keyword arguments of the action."""
        return dict(self.cleaned_data)

    @property
    def eigen_velden(self):
        """The fields to show one after another; not what has its own place (`kern.brieven.forms.brief`)."""
        return list(self)

    def clean(self):
        schoon = super().clean()
        # PostgreSQL cannot store a NUL; nobody types one, so it is silently dropped from text.
        return {naam: w.replace("\x00", "") if isinstance(w, str) else w for naam, w in schoon.items()}


class MetReden(Formulier):
    reden = forms.CharField(
        label="Waarom",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Vul in waarom u dit doet."},
    )


class Namens(Formulier):
    """What an outside party did, recorded on its behalf: who said it, when, by which channel."""

    NAMENS = ("client",)
    namens_kanaal = forms.ChoiceField(
        label="Hoe hoorde u dit", choices=KANALEN, widget=forms.RadioSelect, initial="telefoon"
    )
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)

    def argumenten(self):
        waarden = super().argumenten()
        waarden["namens"] = {"wie": self.NAMENS[0], "kanaal": waarden.pop("namens_kanaal")}
        return waarden


def vingerafdruk(waarde) -> str:
    """A short hash of a stored value, to see later whether somebody else changed it."""
    tekst = "" if waarde is None else str(waarde)
    return hashlib.sha256(tekst.replace("\r\n", "\n").strip().encode()).hexdigest()[:12]
