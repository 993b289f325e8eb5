"""What forms share that let somebody sign."""

from django import forms
from django.utils import timezone

from cimot import models
from cimot.actions.besluit import mandaten
from kern.models import Gebruiker
from kern.schermen.forms.basis import Formulier

GEEN_MANDAAT = (
    "Niemand heeft vandaag het mandaat om dit besluit te ondertekenen. "
    "De functioneel beheerder legt dat vast in Beheer, bij “Mandaatregister”."
)


class MetOndertekenaar(Formulier):
    """Whoever may sign this kind of besluit today (L-66)."""

    besluitsoort = models.Besluitsoort.AANVRAAG
    ondertekenaar = forms.ModelChoiceField(Gebruiker.objects.none(), label="Wie ondertekent", empty_label="kies een collega")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        gevonden = mandaten(self.onderwerp, self.besluitsoort, timezone.localdate()).values("gebruiker")
        veld = self.fields["ondertekenaar"]
        veld.queryset = Gebruiker.objects.filter(pk__in=gevonden).order_by("naam")
        wie = list(veld.queryset[:2])
        if not wie:
            veld.help_text = GEEN_MANDAAT
        elif len(wie) == 1:
            self.initial.setdefault("ondertekenaar", wie[0].pk)
