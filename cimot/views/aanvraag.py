"""One small view per action of the aanvraag; each says afterwards what it did to the time to decide."""

from datetime import timedelta

from django.contrib import messages
from django.utils import timezone

from cimot import actions, forms
from cimot.forms.aanvraag import MET_TERMIJN
from cimot.processen.aanmelding import Status
from cimot.views.aanmelding import AanmeldingActie
from kern.models import Opschorting
from kern.tijd.gronden import AANVULLING
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Klasse

LOOPT_DOOR = "Zonder termijn staat niets stil: de beslistermijn loopt door."
WAS_VOORBIJ = "De beslistermijn was al voorbij en staat daarom niet stil."


def uiterlijk(dossier, code: str):
    """The last day of a running deadline; None when there is none, or when it stands still without an end."""
    return dossier.taken.filter(code=code).values_list("vervalt_op", flat=True).first()


def _beslissen(dossier, begin: str) -> str:
    dag = uiterlijk(dossier, "besluit")
    return f"{begin} Verzend het besluit uiterlijk op {datum_nl(dag)}." if dag else begin


class AanvraagVastleggen(AanmeldingActie):
    actie, form_class = actions.aanvraag_vastleggen, forms.AanvraagVastleggen

    def uitleg(self):
        eerder = getattr(self.onderwerp, "aanvraag", None)
        if eerder is None:
            return []
        zin = f"De aanvraag kwam op {datum_nl(eerder.ontvangen_op)}."
        if self.onderwerp.status != Status.VERSLAG_DEFINITIEF:
            return [f"{zin} Klopt dat niet, verbeter het dan hier."]
        return [f"{zin} Die dag blijft staan.", "Het verslag is nu definitief: neem de aanvraag in behandeling."]

    def bericht(self, dossier):
        return _beslissen(dossier, "Aanvraag vastgelegd.")


class GeenAanvraag(AanmeldingActie):
    actie, form_class = actions.geen_aanvraag, forms.GeenAanvraag


class AlgemeneVoorziening(AanmeldingActie):
    actie, form_class = actions.algemene_voorziening, forms.AlgemeneVoorziening


class AanvraagCompleetVerklaren(AanmeldingActie):
    actie, form_class = actions.aanvraag_compleet_verklaren, forms.AlleenDatum

    def bericht(self, dossier):
        return _beslissen(dossier, "De aanvraag is compleet.")


class AanvullingVragen(AanmeldingActie):
    actie, form_class = actions.aanvulling_vragen, forms.AanvullingVragen

    def uitleg(self):
        return [
            "Geeft u de cliënt een termijn, dan staat de beslistermijn stil vanaf de dag na uw verzoek. "
            f"Op de laatste dag van de termijn loopt zij weer. {LOOPT_DOOR}"
        ]

    def uitvoeren(self, form):
        doel = super().uitvoeren(form)
        dag = form.cleaned_data["op"]
        if form.cleaned_data["termijn"] == MET_TERMIJN and not self._staat_stil(dag):
            messages.warning(self.request, f"Aanvulling gevraagd. {WAS_VOORBIJ}")
        elif form.cleaned_data["termijn"] == MET_TERMIJN:
            laatste = form.cleaned_data["gesteld_tot"] - timedelta(days=1)
            messages.success(self.request, f"De beslistermijn staat stil, uiterlijk tot en met {datum_nl(laatste)}.")
        else:
            messages.warning(self.request, f"Aanvulling gevraagd. {LOOPT_DOOR}")
        return doel

    def _staat_stil(self, gevraagd_op) -> bool:
        stil = Opschorting.objects.filter(dossier=self.onderwerp.pk, grond=AANVULLING, vanaf__gt=gevraagd_op)
        return stil.exists()


class AanvullingOntvangen(AanmeldingActie):
    actie, form_class = actions.aanvulling_ontvangen, forms.AanvullingOntvangen

    def uitleg(self):
        verzoek = self.onderwerp.aanvulling
        if verzoek is None:
            return []
        zinnen = [f"U vroeg om aanvulling op {datum_nl(verzoek.gevraagd_op)}."]
        # What is missing is content.
        if Klasse.D4 in self.onderwerp.klassen(self.request.user):
            zinnen.append(f"Dit ontbrak: {verzoek.ontbreekt}")
        return zinnen

    def bericht(self, dossier):
        return _beslissen(dossier, "Aanvulling ontvangen.")


class BuitenBehandelingLaten(AanmeldingActie):
    actie, form_class = actions.buiten_behandeling_laten, forms.BuitenBehandelingLaten

    def uitleg(self):
        dag = uiterlijk(self.onderwerp, "buiten_behandeling")
        kan_tot = f" Dit kan tot en met {datum_nl(dag)}." if dag else ""
        return [f"Dit is een besluit. De cliënt kan er bezwaar tegen maken.{kan_tot}"]

    def bericht(self, dossier):
        return bezwaar_tot(dossier, "De aanvraag is buiten behandeling gelaten.")


class VertragingMeedelen(AanmeldingActie):
    actie, form_class = actions.vertraging_meedelen, forms.VertragingMeedelen

    def uitleg(self):
        dag = uiterlijk(self.onderwerp, "besluit")
        wettelijk = f" Die blijft {datum_nl(dag)}." if dag else ""
        te_laat = dag is not None and dag < timezone.localdate()
        extra = ["De wettelijke datum is voorbij. De cliënt kan Cimot in gebreke stellen."] if te_laat else []
        return [f"U noemt een nieuwe dag. De wettelijke datum verandert daar niet door.{wettelijk}", *extra]

    def bericht(self, dossier):
        return "Uitstel vastgelegd. De wettelijke datum is niet veranderd."


def bezwaar_tot(dossier, begin: str) -> str:
    dag = uiterlijk(dossier, "bezwaar")
    return f"{begin} Bezwaar kan tot en met {datum_nl(dag)}." if dag else begin


ACTIES = (
    AanvraagVastleggen,
    GeenAanvraag,
    AlgemeneVoorziening,
    AanvraagCompleetVerklaren,
    AanvullingVragen,
    AanvullingOntvangen,
    BuitenBehandelingLaten,
    VertragingMeedelen,
)
