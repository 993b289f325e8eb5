"""The steps of SM-9 about contracts, and about the end of working with a provider: one small view each."""

from django.contrib import messages
from django.utils import timezone

from aanbieders.actions import contract, einde
from aanbieders.forms import contract as forms
from aanbieders.forms.toelating import AlleenDatum
from aanbieders.models import Contract
from aanbieders.plaatsen import redenen
from aanbieders.views.stap import OverRegel, ToelatingStap
from kern.tijd.kalender import datum_nl


class ContractOpstellen(ToelatingStap):
    actie, form_class = contract.contract_opstellen, AlleenDatum


class ContractVastleggen(OverRegel):
    actie, form_class, rijen = contract.contract_vastleggen, forms.ContractVastleggen, "contracten"
    template_name = "aanbieders/contract_vastleggen.html"

    @property
    def titel(self):
        return "Contract wijzigen" if self.regel else "Nieuw contract vastleggen"

    def uitleg(self):
        if self.regel:
            return [f"{self.regel}, {datum_nl(self.regel.vanaf)} tot en met {datum_nl(self.regel.tot)}."]
        lopend = self.onderwerp.contracten.filter(tot__gte=timezone.localdate()).first()
        if lopend is None:
            return []
        tot = datum_nl(lopend.tot)
        return [f"Er is al een contract tot en met {tot}. U legt hier een volgend contract vast."]

    def bericht(self, dossier):
        return f"Contract vastgelegd. Het loopt tot en met {datum_nl(dossier.contract_eind)}."


class ContractKoppelen(OverRegel):
    actie, form_class, rijen = contract.contract_koppelen, forms.ContractKoppelen, "gekoppeld"

    def uitleg(self):
        return ["Een contract met dezelfde aanbieder voor andere zorg. Zo houdt u de afspraken op elkaar afgestemd."]


class ContractIngaan(ToelatingStap):
    actie, form_class = contract.contract_ingaan, AlleenDatum

    def bericht(self, dossier):
        return f"De aanbieder levert vanaf {datum_nl(dossier.actief_vanaf)}."


class KostenVerantwoorden(ToelatingStap):
    actie, form_class = contract.kosten_verantwoorden, forms.KostenVerantwoorden

    def uitvoeren(self, form):
        doel, rij = super().uitvoeren(form), Contract.objects.get(pk=form.cleaned_data["contract"].pk)
        if rij.subsidie_maximaal is not None and rij.werkelijke_kosten > rij.subsidie_maximaal:
            messages.warning(self.request, "De werkelijke kosten zijn hoger dan het hoogste bedrag van de subsidie.")
        return doel


class EindeVoorbereiden(ToelatingStap):
    actie, form_class = einde.einde_voorbereiden, forms.EindeVoorbereiden

    def uitleg(self):
        aantal = len(einde.lopend(self.onderwerp, timezone.localdate()))
        wie = "1 cliënt staat" if aantal == 1 else f"{aantal} cliënten staan"
        return [f"{wie} nu bij deze aanbieder. Daarna regelt u voor elke cliënt een nieuwe aanbieder."]

    def bericht(self, dossier):
        if dossier.eindigt_op is None:
            return "De samenwerking gaat door."
        aantal = dossier.overdrachten.filter(overgedragen_op__isnull=True).count()
        wie = "1 cliënt moet" if aantal == 1 else f"{aantal} cliënten moeten"
        return f"De laatste dag is {datum_nl(dossier.eindigt_op)}. {wie} naar een andere aanbieder."


class OverdrachtRegelen(ToelatingStap):
    actie, form_class = einde.overdracht_regelen, forms.OverdrachtRegelen
    template_name = "aanbieders/overdracht_regelen.html"

    def uitleg(self):
        laatste = datum_nl(self.onderwerp.eindigt_op) if self.onderwerp.eindigt_op else ""
        return [f"De laatste dag van deze aanbieder is {laatste}. U mag halverwege opslaan."] if laatste else []

    def uitvoeren(self, form):
        doel = super().uitvoeren(form)
        nieuw = {r["naar"].pk: r["naar"] for r in form.argumenten()["regels"].values() if r["naar"] and not r["is_weg"]}
        houdt_tegen = redenen(nieuw, self.onderwerp.regio_id, timezone.localdate())
        for pk, zinnen in sorted(houdt_tegen.items()):
            if zinnen:
                messages.warning(self.request, f"Let op bij {nieuw[pk]}: {' '.join(zinnen)}")
        return doel


class Beeindigen(ToelatingStap):
    actie, form_class = einde.beeindigen, AlleenDatum


ACTIES = (
    ContractOpstellen,
    ContractVastleggen,
    ContractKoppelen,
    ContractIngaan,
    KostenVerantwoorden,
    EindeVoorbereiden,
    OverdrachtRegelen,
    Beeindigen,
)
