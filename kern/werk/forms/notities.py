from django import forms
from django.utils import timezone

from kern.models import Contactmoment
from kern.schermen.forms.basis import Formulier, MetReden
from kern.schermen.forms.velden import DatumTijdVeld, DatumVeld


class Contact(Formulier):
    """A note of a call or visit: one text field; now, with whom and channel are prefilled."""

    tekst = forms.CharField(label="Wat is er besproken", widget=forms.Textarea(attrs={"rows": 7}), max_length=20000)
    met = forms.CharField(label="Met wie", max_length=120)
    kanaal = forms.ChoiceField(
        label="Hoe", choices=Contactmoment.Kanaal.choices, widget=forms.RadioSelect, initial="telefoon"
    )
    op = DatumTijdVeld(label="Wanneer", mag_toekomst=False)

    def begin(self):
        client = getattr(self.onderwerp, "client", None)
        return {"op": timezone.localtime(), "met": client.naam if client else ""}


class ContactVerbeteren(Formulier):
    tekst = forms.CharField(label="Wat is er besproken", widget=forms.Textarea(attrs={"rows": 7}), max_length=20000)
    met = forms.CharField(label="Met wie", max_length=120)

    def lees_opgeslagen(self):
        return {"tekst": self.onderwerp.tekst, "met": self.onderwerp.met}


class Herinnering(Formulier):
    tekst = forms.CharField(label="Waaraan", max_length=200)
    op = DatumVeld(label="Wanneer", help_text="Op deze dag staat het in uw werkvoorraad.")

    def begin(self):
        return {}


class Wacht(Formulier):
    wie = forms.CharField(label="Op wie wacht u", max_length=120)
    waarop = forms.CharField(label="Waarop", max_length=200, required=False)
    tot = DatumVeld(label="Tot en met", help_text="De dag erna staat het dossier weer bij Te doen.")


class Label(Formulier):
    label = forms.CharField(label="Eigen label", max_length=40, required=False, help_text="Alleen u ziet dit.")


class Terugdraaien(MetReden):
    pass
