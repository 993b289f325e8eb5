"""Reviews, agreements and measures of SM-9: one small view per action."""

from aanbieders.actions import gesprek, maatregel
from aanbieders.forms import gesprek as forms
from aanbieders.views.stap import ToelatingStap


class GesprekPlannen(ToelatingStap):
    actie, form_class = gesprek.gesprek_plannen, forms.GesprekPlannen


class GesprekSchrijven(ToelatingStap):
    actie, form_class = gesprek.gesprek_schrijven, forms.GesprekSchrijven
    template_name = "aanbieders/gesprek_schrijven.html"

    def get_context(self):
        afspraken = self.onderwerp.afspraken.filter(gedaan_op__isnull=True)
        return {**super().get_context(), "afspraken": afspraken}


class GesprekAfronden(ToelatingStap):
    actie, form_class = gesprek.gesprek_afronden, forms.GesprekAfronden

    def uitleg(self):
        return ["De cijfers van deze dag blijven bij het verslag staan. Ze veranderen daarna niet meer."]


class GesprekAfzeggen(ToelatingStap):
    actie, form_class = gesprek.gesprek_afzeggen, forms.GesprekAfzeggen


class ReactieVastleggen(ToelatingStap):
    actie, form_class = gesprek.reactie_vastleggen, forms.ReactieVastleggen


class AfspraakMaken(ToelatingStap):
    actie, form_class = gesprek.afspraak_maken, forms.AfspraakMaken


class AfspraakAfronden(ToelatingStap):
    actie, form_class = gesprek.afspraak_afronden, forms.AfspraakAfronden


class Verscherpen(ToelatingStap):
    actie, form_class = maatregel.verscherpen, forms.Verscherpen

    def uitleg(self):
        return ["U besluit na advies van de toezichthouder. Bij een cliëntenstop kan niemand deze aanbieder nog kiezen."]


class Opschorten(ToelatingStap):
    actie, form_class = maatregel.opschorten, forms.Opschorten

    def uitleg(self):
        return ["Zolang de opschorting loopt, komt er niemand nieuw bij deze aanbieder."]


class MaatregelOpheffen(ToelatingStap):
    actie, form_class = maatregel.maatregel_opheffen, forms.MaatregelOpheffen

    def uitleg(self):
        rijen = self.onderwerp.maatregelen.filter(beeindigd_op__isnull=True)
        return [f"U heft op: {', '.join(rij.get_soort_display().lower() for rij in rijen)}."] if rijen else []


ACTIES = (
    GesprekPlannen,
    GesprekSchrijven,
    GesprekAfronden,
    GesprekAfzeggen,
    ReactieVastleggen,
    AfspraakMaken,
    AfspraakAfronden,
    Verscherpen,
    Opschorten,
    MaatregelOpheffen,
)
