"""The gate between a besluit and the providers: what may be granted with whom (SM-9 "component gate", X-13, R-IND-26).

It only gathers facts, for all questions of a page at once; what they lead to stands in aanbieders/regels.py.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from aanbieders import plaatsen, regels
from aanbieders.models import Locatie, Product, Tarief, Toelating, Verledenvaststelling
from aanbieders.models.aanbieder import Verleden
from aanbieders.models.product import Eenheid, Productsoort
from cimot.poort import Antwoord, Vraag
from kern.tijd.kalender import datum_nl

NIET_TOEGELATEN = "Deze aanbieder is nog niet toegelaten in deze regio."
GEEN_TARIEF = "Er is nog geen tarief bekend voor dit product bij deze aanbieder."
WOONVORMEN = ("verblijf", "compensatie", "zelfvoorzienend")
# Nobody is paid for who lives in his own dwelling; the height of a toeslag is set per case (R-IND-18, R-IND-19).
ZONDER_TARIEF = ("zelfvoorzienend", "toeslag")

# What must be known first, and in which column it is typed.
OPEN_VRAGEN = {regels.GEEN_AANBIEDER: "aanbieder", regels.WAAR_WOONT: "huurt_van", regels.DRAAGKRACHT: "draagkracht"}


def antwoorden(vragen: Sequence[Vraag]) -> list[Antwoord]:
    """One answer per question; the number of queries depends on the regions and the days, not on the providers."""
    feiten = Feiten(vragen)
    return [_antwoord(vraag, feiten) for vraag in vragen]


def levering(vraag: Vraag) -> date:
    """The first day on which it is delivered: the product and the tarief of that day count."""
    return vraag.vanaf or vraag.op


def instroom(vraag: Vraag) -> date:
    """The day on which the provider must let somebody in: what began in the past is judged as it stands now."""
    return max(vraag.op, levering(vraag))


class Feiten:
    """What the tables say about the providers and products of some questions."""

    def __init__(self, vragen: Sequence[Vraag]):
        self.ids = {vraag.aanbieder.pk for vraag in vragen if vraag.aanbieder}
        self.producten, self.tarieven, self.locaties = defaultdict(list), defaultdict(list), defaultdict(list)
        self.bekend, self.redenen = set(), {}
        self.regels = {}
        regios = {vraag.regio.pk: vraag.regio for vraag in vragen}
        for rij in Product.objects.filter(regio__in=regios):
            self.producten[rij.regio_id, rij.soort].append(rij)
        for regio, op in {(vraag.regio, vraag.op) for vraag in vragen}:
            self.regels[regio.pk, op] = (
                bool(regio.instelling("woonvoorziening.historisch_recht", op)),
                regio.instelling("financiering.model", op) == "per indicatie",
            )
        # The newest row counts: they come oldest first.
        rijen = Verledenvaststelling.objects.filter(aanbieder__in=self.ids).order_by("id")
        self.verleden = dict(rijen.values_list("aanbieder_id", "verleden"))
        for rij in Locatie.objects.filter(aanbieder__in=self.ids, is_eigen_instelling=True):
            self.locaties[rij.aanbieder_id].append(rij)
        for rij in Tarief.objects.filter(aanbieder__in=self.ids, regio__in=regios):
            self.tarieven[rij.aanbieder_id, rij.regio_id, rij.soort].append(rij)
        self._toelatingen(vragen, regios)

    def _toelatingen(self, vragen, regios) -> None:
        hier = Toelating.objects.filter(Q(organisatie__in=self.ids, regio__in=regios))
        self.bekend = set(hier.values_list("organisatie_id", "regio_id"))
        for regio_id, op in {(vraag.regio.pk, instroom(vraag)) for vraag in vragen if vraag.aanbieder}:
            for pk, zinnen in plaatsen.redenen(self.ids, regio_id, op).items():
                self.redenen[pk, regio_id, op] = zinnen

    def heeft_instelling(self, aanbieder_id: int, dag: date) -> bool:
        return any(rij.vanaf <= dag and (rij.tot is None or rij.tot >= dag) for rij in self.locaties[aanbieder_id])


def _antwoord(vraag: Vraag, feiten: Feiten) -> Antwoord:
    toelating, let_op = _toelating(vraag, feiten)
    tarief = _tarief(vraag, feiten)
    if tarief == "":
        let_op = [*let_op, GEEN_TARIEF]
    nee = [*_product(vraag, feiten), *_woonvorm(vraag, feiten), *toelating]
    return Antwoord(tuple(nee), tuple(let_op), {**OPEN_VRAGEN, **dict.fromkeys(toelating, "aanbieder")}, tarief or "")


def _product(vraag: Vraag, feiten: Feiten) -> list[str]:
    dag = levering(vraag)
    periodes = [rij.periode for rij in feiten.producten[vraag.regio.pk, vraag.soort]]
    if any(periode.raakt(regels.Periode(dag, dag)) for periode in periodes):
        return []
    return [f"“{Productsoort(vraag.soort).label}” staat op {datum_nl(dag)} niet in de catalogus van deze regio."]


def _woonvorm(vraag: Vraag, feiten: Feiten) -> list[str]:
    if vraag.soort not in WOONVORMEN:
        return []
    pk = vraag.aanbieder.pk if vraag.aanbieder else None
    historisch_recht, _ = feiten.regels[vraag.regio.pk, vraag.op]
    return regels.woonvormen(
        verleden=feiten.verleden.get(pk, Verleden.ONBEKEND) if pk else None,
        heeft_eigen_instelling=bool(pk) and feiten.heeft_instelling(pk, levering(vraag)),
        huurt_van=vraag.huurt_van,
        draagkracht=vraag.draagkracht,
        historisch_recht=historisch_recht,
    )[vraag.soort]


def _toelating(vraag: Vraag, feiten: Feiten) -> tuple[list[str], list[str]]:
    """Why not, and what to know. Who has no dossier in this region yet may be granted: that is seen, not refused."""
    if vraag.aanbieder is None:
        return [], []
    sleutel = (vraag.aanbieder.pk, vraag.regio.pk)
    if vraag.leveringsvorm == "pgb":
        # The client buys it himself: no contract with the region is needed, but what runs against a provider is told.
        return [], list(feiten.redenen[*sleutel, instroom(vraag)]) if sleutel in feiten.bekend else []
    if sleutel not in feiten.bekend:
        return [], [NIET_TOEGELATEN]
    return list(feiten.redenen[*sleutel, instroom(vraag)]), []


def _tarief(vraag: Vraag, feiten: Feiten) -> str | None:
    """What is paid, in words; empty when that is not known, None when there is nothing to know."""
    _, per_indicatie = feiten.regels[vraag.regio.pk, vraag.op]
    if vraag.aanbieder is None or vraag.soort in ZONDER_TARIEF or vraag.leveringsvorm == "pgb" or not per_indicatie:
        return None
    dag = regels.Periode(levering(vraag), levering(vraag))
    for rij in feiten.tarieven[vraag.aanbieder.pk, vraag.regio.pk, vraag.soort]:
        if rij.periode.raakt(dag):
            return f"{regels.euro(rij.bedrag)} {Eenheid(rij.eenheid).label}"
    return ""
