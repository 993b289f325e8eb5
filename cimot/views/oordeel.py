"""What the investigation comes to: the judgement, the advice of others, and which municipality or region answers."""

from django.utils import timezone

from cimot import actions, beoordeling, forms
from cimot.views.aanmelding import AanmeldingActie
from kern.tijd.kalender import datum_nl


class BeoordelingVastleggen(AanmeldingActie):
    actie, form_class = actions.beoordeling_vastleggen, forms.Beoordeling
    template_name = "cimot/beoordeling.html"

    def toon(self, form, **opties):
        self.aanwezig = form.aanwezig()
        return super().toon(form, **opties)

    def get_context(self):
        advies = beoordeling.advies(self.onderwerp, self.aanwezig, timezone.localdate())
        return {**super().get_context(), "conclusie": beoordeling.conclusie(self.aanwezig), "advies": advies}


class AdviesVragen(AanmeldingActie):
    actie, form_class = actions.advies_vragen, forms.AdviesVragen


class AdviesVastleggen(AanmeldingActie):
    actie, form_class = actions.advies_vastleggen, forms.AdviesVastleggen

    def uitleg(self):
        onderzoek = getattr(self.onderwerp, "onderzoek", None)
        open_ = onderzoek and onderzoek.adviezen.filter(gegeven_op__isnull=True).exists()
        return [] if open_ else ["Er is geen advies gevraagd dat nog moet komen. Leg eerst vast wat u vroeg."]


class VerantwoordelijkeVastleggen(AanmeldingActie):
    actie, form_class = actions.verantwoordelijke_vastleggen, forms.Verantwoordelijke

    def uitleg(self):
        nu = self.onderwerp.verantwoordelijkheden.filter(tot__isnull=True).select_related("gemeente").first()
        return [f"Nu is {nu.gemeente} verantwoordelijk, sinds {datum_nl(nu.vanaf)}."] if nu else []


class EldersOvergenomen(AanmeldingActie):
    actie, form_class = actions.elders_overgenomen, forms.AlleenDatum

    def uitleg(self):
        return ["Een andere regio heeft bevestigd dat zij deze cliënt helpt. Deze aanmelding gaat dicht."]


ACTIES = (BeoordelingVastleggen, AdviesVragen, AdviesVastleggen, VerantwoordelijkeVastleggen, EldersOvergenomen)
