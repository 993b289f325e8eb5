"""Letting a deadline stand still, and letting it run again (L-59)."""

from django import forms
from django.utils import timezone

from kern.schermen.forms.basis import Formulier, MetReden
from kern.schermen.forms.velden import DatumVeld
from kern.tijd.gronden import AANVULLING, GRONDEN


class Opschorten(MetReden):
    """The grounds that the table allows for this deadline; the request to complete is an action of its own."""

    grond = forms.ChoiceField(label="Op welke grond", widget=forms.RadioSelect)
    vanaf = DatumVeld(label="Staat stil vanaf")
    tot = DatumVeld(
        label="Tot en met", required=False, help_text="Leeg als u het nog niet weet. De termijn heeft dan geen datum."
    )
    document = forms.ModelChoiceField(label="Bewijs", queryset=None, required=False, empty_label="geen document")
    field_order = ["grond", "vanaf", "tot", "reden", "document"]

    def __init__(self, *args, onderwerp, **kwargs):
        super().__init__(*args, onderwerp=onderwerp, **kwargs)
        gronden = [grond for grond in onderwerp.taak.termijn.opschorten if grond != AANVULLING]
        self.fields["grond"].choices = [(grond, f"{GRONDEN[grond]} ({grond})") for grond in gronden]
        zichtbaar = onderwerp.klassen(self.gebruiker) if self.gebruiker else ()
        self.fields["document"].queryset = onderwerp.documenten.filter(
            ingetrokken_op__isnull=True, klasse__in=[str(klasse) for klasse in zichtbaar]
        )

    def begin(self):
        return {"vanaf": timezone.localdate()}


class Hervatten(Formulier):
    klaar_op = DatumVeld(
        label="Loopt weer vanaf",
        mag_toekomst=False,
        help_text="Deze dag telt weer mee. De dag ervoor is de laatste stille dag.",
    )

    def begin(self):
        return {"klaar_op": timezone.localdate()}
