"""Forms of the aanvraag: received, completed or not, left untreated, late."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from cimot import models
from cimot.forms.brief import MetOndertekenaar
from cimot.forms.melding import keuze, tekstvak
from cimot.processen.aanmelding import Status
from kern.schermen.forms.basis import Formulier, MetReden, Namens
from kern.schermen.forms.velden import DatumVeld

MET_TERMIJN, ZONDER_TERMIJN = "met", "zonder"


class AanvraagVastleggen(Formulier):
    """An aanvraag that came early can be corrected until the account is final; then it is only taken up."""

    vorm = keuze(
        "Hoe is de aanvraag gedaan",
        models.Aanvraag.Vorm.choices,
        help_text="Een verslag met een handtekening telt als aanvraag.",
    )
    is_ondertekend = forms.BooleanField(label="De aanvraag is ondertekend", required=False)
    op = DatumVeld(label="Aanvraag ontvangen op", mag_toekomst=False)

    def __init__(self, *args, onderwerp=None, **kwargs):
        self.eerder = getattr(onderwerp, "aanvraag", None)
        super().__init__(*args, onderwerp=onderwerp, **kwargs)
        if not self.eerder:
            return
        if onderwerp.status == Status.VERSLAG_DEFINITIEF:
            self.fields["op"].label = "In behandeling genomen op"
            for naam in ("vorm", "is_ondertekend"):
                del self.fields[naam]

    def lees_opgeslagen(self):
        if self.eerder is None or self.onderwerp.status == Status.VERSLAG_DEFINITIEF:
            return {}
        return {"vorm": self.eerder.vorm, "is_ondertekend": self.eerder.is_ondertekend, "op": self.eerder.ontvangen_op}

    def argumenten(self):
        vast = {n: getattr(self.eerder, n) for n in ("vorm", "is_ondertekend")} if self.eerder else {}
        return {**vast, **super().argumenten()}


class GeenAanvraag(MetReden, Namens):
    field_order = ["op", "namens_kanaal", "reden"]


class AlgemeneVoorziening(MetReden, Namens):
    field_order = ["op", "namens_kanaal", "reden"]


class AanvullingVragen(Formulier):
    """Without a set term the time to decide runs on: the user says which of the two he means (L-59)."""

    ontbreekt = tekstvak("Wat ontbreekt er", max_length=5000)
    termijn = keuze(
        "Geeft u een termijn?",
        [
            (MET_TERMIJN, "Met termijn (de beslistermijn staat dan stil)"),
            (ZONDER_TERMIJN, "Zonder termijn (de beslistermijn loopt door)"),
        ],
    )
    gesteld_tot = DatumVeld(label="De cliënt heeft de tijd tot en met", required=False, help_text="Alleen met termijn.")
    via = keuze("Hoe vraagt u het", models.Kanaal.choices, initial=models.Kanaal.BRIEF)
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)
    field_order = ["ontbreekt", "termijn", "gesteld_tot", "via", "op"]

    def begin(self):
        vandaag = timezone.localdate()
        dagen = self.onderwerp.regio.instelling("aanvraag.aanvul_dagen", vandaag)
        return {"op": vandaag, "gesteld_tot": vandaag + timedelta(days=dagen) if dagen else None}

    def clean(self):
        schoon = super().clean()
        if schoon.get("termijn") == MET_TERMIJN and not schoon.get("gesteld_tot") and "gesteld_tot" not in self.errors:
            self.add_error("gesteld_tot", "Vul in tot en met welke dag de cliënt de tijd heeft.")
        return schoon

    def argumenten(self):
        waarden = super().argumenten()
        if waarden.pop("termijn") == ZONDER_TERMIJN:
            waarden["gesteld_tot"] = None
        return waarden


class AanvullingOntvangen(Formulier):
    zonder_concept = True

    op = DatumVeld(label="Aanvulling ontvangen op", mag_toekomst=False)


class BuitenBehandelingLaten(MetOndertekenaar):
    besluitsoort = models.Besluitsoort.BUITEN_BEHANDELING

    waarom = tekstvak("Waarom laat u de aanvraag buiten behandeling")
    via = keuze("Hoe stuurt u het besluit", models.Kanaal.choices, initial=models.Kanaal.BRIEF)
    op = DatumVeld(label="Op welke dag", mag_toekomst=False)
    field_order = ["waarom", "ondertekenaar", "via", "op"]


class VertragingMeedelen(MetReden):
    mededeling_tot = DatumVeld(label="Het besluit komt uiterlijk op", help_text="De kortste tijd die haalbaar is.")
    via = keuze("Hoe meldt u het", models.Kanaal.choices, initial=models.Kanaal.BRIEF)
    op = DatumVeld(label="Op welke dag meldt u het", mag_toekomst=False)
    field_order = ["reden", "mededeling_tot", "via", "op"]
