"""Regions, what differs per region, municipalities and organisations."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from kern.beheer import instellingen
from kern.beheer.admin.basis import Beheer, BeheerForm
from kern.beheer.admin.raakt import RaaktTermijnen, open_taken_van
from kern.models import Gemeente, Organisatie, Regio, RegioInstelling
from kern.proces.tabel import PROCESSEN, UitInstelling
from kern.schermen.forms.velden import DatumVeld


def _in_woorden(waarde) -> str:
    if waarde is None:
        return "niet ingesteld"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde)


@admin.register(Regio)
class RegioBeheer(Beheer):
    list_display = ["naam", "telefoon", "email"]
    fields = ["naam", "telefoon", "email", "nu"]
    readonly_fields = ["nu"]

    @admin.display(description="Wat geldt vandaag")
    def nu(self, regio):
        vandaag = timezone.localdate()
        rijen = [
            (
                beschrijving.naam,
                _in_woorden(regio.instelling(sleutel, vandaag)),
                " (nog te bevestigen door de centrumgemeente)" if beschrijving.te_bevestigen else "",
            )
            for sleutel, beschrijving in instellingen.INSTELLINGEN.items()
        ]
        tabel = format_html_join("", "<tr><th scope='row'>{}</th><td>{}{}</td></tr>", rijen)
        return format_html("<table>{}</table>", tabel)


class InstellingForm(BeheerForm):
    # Typed as people say it; `RegioInstelling.clean` reads it.
    waarde = forms.CharField(
        label="Waarde",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
        help_text="Een getal, ja of nee, of een tekst. Leeg: in deze regio niet ingesteld.",
    )
    geldig_vanaf = DatumVeld(label="Geldig vanaf", help_text="Geldt voor wat op of na deze dag begint.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        waarde = self.initial.get("waarde")
        if waarde is None or isinstance(waarde, bool):
            self.initial["waarde"] = "" if waarde is None else _in_woorden(waarde)


def termijnen_uit(sleutel: str) -> list[str]:
    """The kinds of dossier with a deadline whose length is this setting."""
    return [
        proces.soort
        for proces in PROCESSEN.values()
        if any(isinstance(t.duur, UitInstelling) and t.duur.sleutel == sleutel for t in proces.termijnen)
    ]


@admin.register(RegioInstelling)
class InstellingBeheer(RaaktTermijnen):
    form = InstellingForm
    list_display = ["regio", "sleutel", "in_woorden", "geldig_vanaf", "reden"]
    list_filter = ["regio", "sleutel"]
    list_select_related = ["regio"]
    fields = ["regio", "sleutel", "waarde", "geldig_vanaf", "reden"]

    @admin.display(description="waarde")
    def in_woorden(self, instelling):
        return _in_woorden(instelling.waarde)

    def geraakte_taken(self, obj, oud):
        sleutels = {obj.sleutel, oud.sleutel} if oud else {obj.sleutel}
        regios = {obj.regio_id, oud.regio_id} if oud else {obj.regio_id}
        soorten = {soort for sleutel in sleutels for soort in termijnen_uit(sleutel)}
        return open_taken_van(soort__in=soorten, regio__in=regios)


@admin.register(Gemeente)
class GemeenteBeheer(Beheer):
    list_display = ["naam", "regio", "cbs_code", "soort"]
    list_filter = ["regio", "soort"]
    list_select_related = ["regio"]
    search_fields = ["naam", "cbs_code"]
    fields = ["naam", "soort", "regio", "is_centrum", "cbs_code"]


@admin.register(Organisatie)
class OrganisatieBeheer(Beheer):
    list_display = ["naam", "soort", "regio", "gemeente", "is_actief"]
    list_filter = ["soort", "regio", "is_actief"]
    list_select_related = ["regio", "gemeente"]
    search_fields = ["naam"]
    fields = ["naam", "soort", "regio", "gemeente", "is_actief"]
