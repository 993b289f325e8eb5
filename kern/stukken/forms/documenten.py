"""Form fields and forms for files. A chosen file cannot wait as a draft: the page says so when it comes back."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from kern.models import Contactmoment, Document
from kern.proces.weigering import Weigering
from kern.schermen.forms.basis import Formulier, MetReden
from kern.schermen.forms.velden import DatumVeld
from kern.stukken import bestanden

ACCEPT = ",".join(f".{einde}" for einde in bestanden.SOORTEN)


class Bestandskiezer(forms.FileInput):
    """The browser's own button; with script a place to drop files too (static/cimot.js)."""

    def __init__(self, attrs=None):
        super().__init__({"accept": ACCEPT, "data-neerzetten": "", **(attrs or {})})


class MeerBestandenKiezer(Bestandskiezer):
    allow_multiple_selected = True


class BestandVeld(forms.FileField):
    """One file, optional unless asked; the value is a `bestanden.Bestand`, judged by its content, or None."""

    widget = Bestandskiezer
    default_error_messages = {"required": "Kies een bestand.", "invalid": "Kies een bestand.", "empty": "Kies een bestand."}

    def __init__(self, *, required=False, **opties):
        opties.setdefault("help_text", f"{bestanden.TOEGESTAAN}. Hoogstens {settings.DOCUMENT_MAX_MB} MB.")
        super().__init__(required=required, **opties)

    def clean(self, data, initial=None):
        if not data:
            if self.required:
                raise ValidationError(self.error_messages["required"], "required")
            return None
        try:
            return bestanden.keur(data)
        except Weigering as weigering:
            raise ValidationError(weigering.zin, "bestand") from weigering


class BestandenVeld(BestandVeld):
    """Several files at once; the value is the good ones, and what was wrong with the others as sentences.

    Only when none is good the field itself is wrong: what is good need not be chosen again.
    """

    widget = MeerBestandenKiezer

    def clean(self, data, initial=None):
        data = data or []
        if len(data) > settings.DOCUMENT_MEESTE:
            zin = f"U koos {len(data)} bestanden. Kies er hoogstens {settings.DOCUMENT_MEESTE} tegelijk."
            raise ValidationError(zin, "te_veel")
        goed, zinnen = [], []
        for upload in data:
            try:
                goed.append(super().clean(upload))
            except ValidationError as fout:
                zinnen += fout.messages
        if zinnen and not goed:
            raise ValidationError(zinnen)
        if self.required and not goed:
            raise ValidationError(self.error_messages["required"], "required")
        return goed, zinnen


class Toevoegen(Formulier):
    zonder_concept = True  # without the file there is little to keep

    bestanden = BestandenVeld(label="Bestanden", required=True)
    soort = forms.ChoiceField(
        label="Wat is het", choices=[("", "Kies"), *Document.Soort.choices], error_messages={"required": "Kies wat het is."}
    )
    richting = forms.ChoiceField(
        label="Ontvangen of verstuurd", choices=Document.Richting.choices, widget=forms.RadioSelect, initial="in"
    )
    gedateerd_op = DatumVeld(label="Op welke dag", mag_toekomst=False)
    kanaal = forms.ChoiceField(
        label="Hoe", choices=[("", "Niet van toepassing"), *Contactmoment.Kanaal.choices], required=False
    )
    titel = forms.CharField(
        label="Titel",
        max_length=120,
        required=False,
        help_text="Leeg: de naam van het bestand. Bij meer bestanden komt die naam erachter.",
    )

    def begin(self):
        return {"gedateerd_op": timezone.localdate()}

    def argumenten(self):
        """The arguments of the action; what was refused is in `geweigerd`."""
        waarden = super().argumenten()
        waarden["bestanden"], self.geweigerd = waarden["bestanden"]
        return waarden


class Intrekken(MetReden):
    reden = forms.CharField(
        label="Waarom",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={"required": "Vul in waarom u dit document intrekt."},
    )
