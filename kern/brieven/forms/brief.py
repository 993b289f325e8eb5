"""The letter part of the form of a step that sends: who gets it and how, what is added, when it leaves."""

import copy
from functools import cache

from django import forms
from django.core.exceptions import ValidationError

from kern.brieven.maken import KANAAL_VAN_DOCUMENT
from kern.brieven.soorten import Opdracht
from kern.brieven.vraag import Briefvraag
from kern.models import Exemplaar
from kern.schermen.forms.basis import Formulier
from kern.schermen.forms.velden import DatumVeld

VOOR = "brief_"
KANAAL = f"{VOOR}kanaal_"
VANDAAG, DAGPOST = "vandaag", "dagpost"
WANNEER = [
    (VANDAAG, "Nu. De stap is dan meteen gedaan."),
    (DAGPOST, "Met de dagpost. De stap is pas gedaan op de dag dat de post weggaat."),
]
NIEMAND_PER_POST = "Niemand krijgt deze brief per post. Kies bij iemand “Per post”, of verstuur de brief nu."


class Aankruisen(forms.CheckboxSelectMultiple):
    """Check boxes below one another."""


class MetBriefdeel(Formulier):
    """Beside the own fields of a form: those of its letter. The own code of the form never sees these.

    A field `via` of the form is not asked twice: it is how the first addressee gets the letter.
    """

    brief_persoonlijk = forms.CharField(
        label="Persoonlijke alinea",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        required=False,
        help_text="Mag leeg blijven. Staat in de brief op de plek voor uw eigen woorden.",
    )
    brief_bouwstenen = forms.TypedMultipleChoiceField(
        label="Standaardalinea's", coerce=int, required=False, widget=Aankruisen
    )
    brief_bijlagen = forms.TypedMultipleChoiceField(label="Bijlagen", coerce=int, required=False, widget=Aankruisen)
    brief_wanneer = forms.ChoiceField(
        label="Wanneer gaat de brief weg",
        choices=WANNEER,
        initial=VANDAAG,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wanneer de brief weggaat.", "invalid_choice": "Kies wanneer de brief weggaat."},
    )

    def __init__(self, *args, brief: Briefvraag, **kwargs):
        self.brief = brief
        alle = type(self).base_fields
        self.base_fields = {naam: veld for naam, veld in alle.items() if not naam.startswith(VOOR)}
        super().__init__(*args, **kwargs)
        self.fields |= {naam: copy.deepcopy(veld) for naam, veld in alle.items() if naam.startswith(VOOR)}
        self._kanaalvelden()
        self._toevoegingen()
        if brief.aan:
            self.fields.pop("via", None)

    def _kanaalvelden(self) -> None:
        kijker, eigen, self.vast = self.brief.kijker, {}, []
        for aan in self.brief.aan:
            keuzes = self.brief.kanalen(aan)
            wie = f"{aan.rol}, kopie" if aan.is_kopie else aan.rol
            label = f"Aan {kijker.naam(aan)} ({wie})" if kijker.mag_naam(aan.sleutel) else f"Aan {kijker.naam(aan).lower()}"
            if len(keuzes) == 1:
                # Nothing to choose; the step itself may still record where he can be reached.
                self.vast.append({"label": label, "hoe": keuzes[0][1], "waarom": aan.waarom})
                continue
            eigen[f"{KANAAL}{aan.sleutel}"] = forms.ChoiceField(
                label=label,
                choices=keuzes,
                initial=aan.kanaal if aan.kanaal in dict(keuzes) else keuzes[0][0],
                widget=forms.RadioSelect,
                help_text=" ".join(filter(None, [aan.waarom, _zin(kijker.waar(aan))])),
                error_messages={"required": "Kies hoe de brief gaat.", "invalid_choice": "Kies hoe de brief gaat."},
            )
        # Who gets it stands above what is in it.
        rest = {naam: self.fields.pop(naam) for naam in list(self.fields) if naam.startswith(VOOR)}
        self.fields |= {**eigen, **rest}

    def _toevoegingen(self) -> None:
        bouwstenen = [(rij.pk, rij.naam) for rij in self.brief.bouwstenen]
        bijlagen = [(rij.pk, rij.titel) for rij in self.brief.bijlagen]
        for naam, keuzes in (("brief_bouwstenen", bouwstenen), ("brief_bijlagen", bijlagen)):
            self.fields[naam].choices = keuzes
            if not keuzes:
                del self.fields[naam]
        if not self.brief.mag_dagpost:
            del self.fields["brief_wanneer"]

    @property
    def eigen_velden(self):
        return [self[naam] for naam in self.fields if not naam.startswith(VOOR)]

    @property
    def kanaalvelden(self):
        return [self[naam] for naam in self.fields if naam.startswith(KANAAL)]

    @property
    def briefvelden(self):
        return [self[naam] for naam in self.fields if naam.startswith(VOOR) and not naam.startswith(KANAAL)]

    def clean(self):
        schoon = super().clean()
        if schoon.get("brief_wanneer") == DAGPOST and self.brief.aan and not self.brief.is_later_bekend:
            gekozen = [waarde for naam, waarde in schoon.items() if naam.startswith(KANAAL)]
            if gekozen and Exemplaar.Kanaal.POST not in gekozen:
                self.add_error("brief_wanneer", ValidationError(NIEMAND_PER_POST))
        return schoon

    def argumenten(self):
        waarden = {naam: waarde for naam, waarde in super().argumenten().items() if not naam.startswith(VOOR)}
        if self.brief.aan and "via" in type(self).base_fields:
            eerste = self.brief.aan[0]
            kanaal = self.cleaned_data.get(f"{KANAAL}{eerste.sleutel}", self.brief.kanalen(eerste)[0][0])
            waarden["via"] = KANAAL_VAN_DOCUMENT[kanaal]
        return waarden

    @property
    def met_dagpost(self) -> bool:
        return self.cleaned_data.get("brief_wanneer") == DAGPOST

    def opdracht(self, **meer) -> Opdracht:
        schoon = self.cleaned_data
        return Opdracht(
            persoonlijk=schoon.get("brief_persoonlijk", ""),
            bouwstenen=tuple(schoon.get("brief_bouwstenen", ())),
            kanalen={naam.removeprefix(KANAAL): schoon[naam] for naam in self.fields if naam.startswith(KANAAL)},
            bijlagen=tuple(schoon.get("brief_bijlagen", ())),
            **meer,
        )


def _zin(tekst: str) -> str:
    return f"{tekst[0].upper()}{tekst[1:]}." if tekst else ""


@cache
def met_brief(form_class: type[Formulier]) -> type[Formulier]:
    """The form of a step with its letter part."""
    return type(form_class.__name__, (MetBriefdeel, form_class), {"__module__": form_class.__module__})


class DagpostMaken(Formulier):
    zonder_concept = True

    regio = forms.ChoiceField(
        label="Regio",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies een regio.", "invalid_choice": "Kies een regio."},
    )
    dag = DatumVeld(label="De post gaat weg op", mag_toekomst=False)

    def __init__(self, *args, regios, **kwargs):
        super().__init__(*args, **kwargs)
        veld = self.fields["regio"]
        veld.choices = [(str(regio.pk), regio.naam) for regio in regios]
        if len(regios) == 1:
            veld.initial, veld.widget = str(regios[0].pk), forms.HiddenInput()
