"""Contracts: an overeenkomst in Almelo, a subsidie on real costs in Enschede (X-11, R-FIN-05 to R-FIN-07, R-FIN-09)."""

from datetime import date
from decimal import Decimal

from aanbieders.actions.aanmelden import bewaak
from aanbieders.models import Contract, Gekoppeldcontract, Toelating
from aanbieders.processen.toelating import LEVERT
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.tijd import klok
from kern.tijd.kalender import datum_nl

# Beside which field the sentence of a constraint belongs.
VELDEN = {
    "contract_periode": "tot",
    "contract_bedrag_boven_nul": "subsidie_maximaal",
    "contract_subsidie_met_afspraak": "afspraak",
    "contract_verantwoord_met_kosten": "werkelijke_kosten",
}
NIET_VAN_HIER = "Dit contract hoort niet bij deze aanbieder."


def contractsoort(toelating) -> str:
    """What a contract with this provider is, by the way in which it is financed (X-11)."""
    subsidie = toelating.financiering == Toelating.Financiering.SUBSIDIE
    return Contract.Soort.SUBSIDIE if subsidie else Contract.Soort.OVEREENKOMST


def contract_opstellen(toelating, *, door, op) -> Toelating:
    return kern.overgaan(toelating, "contract_opstellen", door=door, op=op)


def contract_vastleggen(
    toelating, *, door, op, vanaf: date, tot: date, contract: Contract | None = None, **waarden
) -> Toelating:
    """A new contract, or another text of `contract`; amounts in euros (R-FIN-07).

    `waarden`: the other columns that somebody fills in. A subsidie has an individual agreement, a goal, and the day on
    which the provider accounts for its real costs (R-FIN-05, R-FIN-06). Raises Weigering, beside the field, for days
    that cannot be, and for a period in which another contract runs.
    """

    def wijzig(t):
        rij = t.contracten.filter(pk=contract.pk).first() if contract else Contract(toelating=t, soort=contractsoort(t))
        if rij is None:
            raise Weigering(NIET_VAN_HIER)
        was_getekend = rij.ondertekend_op
        for naam, waarde in {**waarden, "vanaf": vanaf, "tot": tot}.items():
            setattr(rij, naam, waarde)
        _subsidie(rij)
        _dagen(t, rij, klok.dag(op), was_getekend)
        bewaak(rij, VELDEN)
        _overlapt(t, rij)
        if rij.document and (rij.document.dossier_id != t.pk or rij.document.ingetrokken_op):
            raise Weigering("Kies een document van dit dossier.", "document")
        rij.versie += 1 if rij.pk else 0
        rij.save()
        _vergeet(t)

    regel = {"contract": contract.pk} if contract else {}
    return kern.overgaan(toelating, "contract_vastleggen", door=door, op=op, wijzig=wijzig, waarden=regel)


def _subsidie(rij: Contract) -> None:
    if rij.soort != Contract.Soort.SUBSIDIE:
        return
    if not rij.afspraak.strip():
        raise Weigering("Schrijf de individuele afspraak op.", "afspraak")
    if not rij.doelen:
        raise Weigering("Kies ten minste één doel waaraan de subsidie bijdraagt.", f"doelen_{Contract.Doel.values[0]}")
    if rij.verantwoorden_uiterlijk is None:
        raise Weigering("Vul in wanneer de aanbieder zijn kosten uiterlijk verantwoordt.", "verantwoorden_uiterlijk")
    if rij.verantwoorden_uiterlijk < rij.vanaf:
        raise Weigering("Deze dag ligt vóór het begin van de subsidie.", "verantwoorden_uiterlijk")


def _dagen(toelating, rij: Contract, dag: date, was_getekend: date | None) -> None:
    if toelating.toegelaten_vanaf and rij.vanaf < toelating.toegelaten_vanaf:
        sinds = datum_nl(toelating.toegelaten_vanaf)
        raise Weigering(f"De aanbieder is toegelaten vanaf {sinds}. Deze dag ligt daarvoor.", "vanaf")
    if rij.ondertekend_op and rij.ondertekend_op > dag:
        raise Weigering("Deze datum ligt in de toekomst.", "ondertekend_op")
    if was_getekend and rij.ondertekend_op is None and toelating.status in LEVERT:
        raise Weigering("Dit contract is ingegaan: de dag van ondertekenen hoort erbij.", "ondertekend_op")


def _overlapt(toelating, rij: Contract) -> None:
    """The constraint guards it; here the sentence says with which one."""
    anderen = toelating.contracten.exclude(pk=rij.pk).filter(vanaf__lte=rij.tot, tot__gte=rij.vanaf)
    if ander := anderen.order_by("vanaf").first():
        periode = f"{datum_nl(ander.vanaf)} tot en met {datum_nl(ander.tot)}"
        raise Weigering(f"Er is al een contract van {periode}. Kies een andere periode.", "vanaf")


def _vergeet(toelating) -> None:
    """The deadlines are judged by the contract as it is now."""
    toelating.__dict__.pop("_contract", None)


def contract_koppelen(
    toelating, *, door, op, zorgvorm: str, opdrachtgever: str, tot: date | None = None, toelichting: str = "",
    gekoppeld: Gekoppeldcontract | None = None,
) -> Toelating:  # fmt: skip
    """A contract for another form of care with the same provider, to be kept in step with; new or changed (R-FIN-09)."""

    def wijzig(t):
        rij = t.gekoppeld.filter(pk=gekoppeld.pk).first() if gekoppeld else Gekoppeldcontract(toelating=t)
        if rij is None:
            raise Weigering(NIET_VAN_HIER)
        rij.zorgvorm, rij.opdrachtgever, rij.tot, rij.toelichting = zorgvorm, opdrachtgever, tot, toelichting
        rij.save()

    return kern.overgaan(toelating, "contract_koppelen", door=door, op=op, wijzig=wijzig)


def contract_ingaan(toelating, *, door, op) -> Toelating:
    """The provider delivers from the day of `op`, or from the first day of a signed contract that has still to begin."""

    def wijzig(t):
        dag = klok.dag(op)
        getekend = t.contracten.filter(ondertekend_op__isnull=False, tot__gte=dag).order_by("vanaf").first()
        t.actief_vanaf = max(dag, getekend.vanaf) if getekend else dag

    return kern.overgaan(toelating, "contract_ingaan", door=door, op=op, wijzig=wijzig)


def kosten_verantwoorden(toelating, *, door, op, contract: Contract, werkelijke_kosten: Decimal) -> Toelating:
    """The real costs of a subsidie in euros, accounted for on the day of `op` (R-FIN-05); again puts them right.

    Raises Weigering for another contract, an amount below zero, or a day before the subsidie began.
    """

    def wijzig(t):
        rij = t.contracten.filter(pk=contract.pk, soort=Contract.Soort.SUBSIDIE).first()
        if rij is None:
            raise Weigering("Kies een subsidie van deze aanbieder.", "contract")
        if klok.dag(op) < rij.vanaf:
            raise Weigering(f"De subsidie begon op {datum_nl(rij.vanaf)}. Deze datum ligt daarvoor.", "op")
        rij.werkelijke_kosten, rij.verantwoord_op = werkelijke_kosten, klok.dag(op)
        bewaak(rij, VELDEN)
        rij.versie += 1
        rij.save()
        _vergeet(t)

    waarden = {"contract": contract.pk}
    return kern.overgaan(toelating, "kosten_verantwoorden", door=door, op=op, wijzig=wijzig, waarden=waarden)
