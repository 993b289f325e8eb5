"""Products and what is paid for them: versions with a period, and a maximum that no tarief passes (R-IND-17, R-IND-26).

None of them belongs to a dossier. Two people on the same product of a region wait for each other on its rows, so that a
tarief and a new maximum cannot slip past each other; a provider is always locked before a product.
"""

from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import CheckConstraint

from aanbieders import regels
from aanbieders.models import Aanbieder, Maximumtarief, Product, Tarief
from aanbieders.models.product import HUISVESTING, Eenheid, Productsoort
from kern.models import Gebeurtenis, Regio
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd.kalender import datum_nl
from kern.tijd.periode import Periode
from kern.toegang.rollen import Wereld

# Beside which field the sentence of a constraint belongs.
VELDEN = {
    "maximumtarief_boven_nul": "bedrag",
    "maximumtarief_huisvesting": "soort",
    "tarief_boven_nul": "bedrag",
    "tarief_niet_zelfvoorzienend": "soort",
}


def _periode(vanaf: date, tot: date | None) -> Periode:
    if tot is not None and tot < vanaf:
        raise Weigering("De einddatum ligt vóór de begindatum.", "tot")
    return Periode(vanaf, tot)


# The catalogue.


@transaction.atomic
def product_vastleggen(
    regio: Regio, *, door, op: datetime, soort: str, naam: str, categorie: str, eenheid: str, vanaf: date, omschrijving=""
) -> Product:
    """A new product, or a new version of one from a day: the running version ends the day before (R-IND-26).

    Raises Weigering when a version begins on that day or later, and NietBevoegd outside the own region.
    """
    _mag("product.wijzigen", regio, door)
    _sluit_vorige(_producten(regio, soort), vanaf)
    rij = Product(regio=regio, soort=soort, naam=naam.strip(), categorie=categorie, eenheid=eenheid)
    rij.omschrijving, rij.periode = omschrijving, _periode(vanaf, None)
    return _bewaar(rij, "product_vastleggen", door=door, op=op)


@transaction.atomic
def maximum_vastleggen(
    regio: Regio, *, door, op: datetime, soort: str, bedrag: Decimal, eenheid: str, vanaf: date
) -> Maximumtarief:
    """The most that is paid for a housing component from a day; the running maximum ends the day before (R-FIN-11).

    Raises Weigering when a tarief is higher in any part of that time, and says how many are.
    """
    _mag("tarief.wijzigen", regio, door)
    _in_catalogus(_producten(regio, soort), vanaf)
    _sluit_vorige(list(Maximumtarief.objects.filter(regio=regio, soort=soort).order_by("periode")), vanaf)
    rij = Maximumtarief(regio=regio, soort=soort, bedrag=regels.centen(bedrag), eenheid=eenheid)
    rij.periode = _periode(vanaf, None)
    hoger = sum(regels.past_niet(_prijs(t), _prijs(rij)) for t in _tarieven(regio, soort) if _samen(t, rij))
    if hoger:
        wat = f"Er is {hoger} tarief" if hoger == 1 else f"Er zijn {hoger} tarieven"
        raise Weigering(f"{wat} {rij.periode} hoger dan dit, of met een andere eenheid.", "bedrag")
    return _bewaar(rij, "maximum_vastleggen", door=door, op=op)


# What one provider is paid.


@transaction.atomic
def tarief_vastleggen(
    aanbieder: Aanbieder,
    *,
    door,
    op: datetime,
    regio: Regio,
    soort: str,
    bedrag: Decimal,
    eenheid: str,
    vanaf: date,
    tot: date | None = None,
    vorige_afsluiten: bool = False,
) -> Tarief:
    """What a provider is paid for a product in a region during a period (R-FIN-11, R-IND-17).

    With `vorige_afsluiten` the tarief that runs on the first day ends the day before. Raises Weigering when another one
    holds in a part of that period, when a maximum is passed in any part of it, or when the product is not there.
    """
    _mag("tarief.wijzigen", regio, door)
    bereik = _periode(vanaf, tot)
    aanbieder = Aanbieder.objects.select_for_update(of=("self",), no_key=True).get(pk=aanbieder.pk)
    producten = _producten(regio, soort)
    rij = Tarief(
        aanbieder=aanbieder, regio=regio, soort=soort, bedrag=regels.centen(bedrag), eenheid=eenheid, periode=bereik
    )
    _klopt(rij)
    _in_catalogus(producten, vanaf)
    if vorige_afsluiten:
        _sluit_lopende(rij)
    _beoordeel(rij)
    return _bewaar(rij, "tarief_vastleggen", door=door, op=op)


@transaction.atomic
def tarief_wijzigen(
    tarief: Tarief, *, door, op: datetime, bedrag: Decimal, eenheid: str, vanaf: date, tot: date | None = None
) -> Tarief:
    """Correct a tarief or give it a last day; the row history keeps what it was. Raises Weigering as a new one does."""
    _mag("tarief.wijzigen", tarief.regio, door)
    bereik = _periode(vanaf, tot)
    Aanbieder.objects.select_for_update(of=("self",), no_key=True).get(pk=tarief.aanbieder_id)
    producten = _producten(tarief.regio, tarief.soort)
    rij = Tarief.objects.select_related("aanbieder__organisatie", "regio").select_for_update(of=("self",)).get(pk=tarief.pk)
    rij.bedrag, rij.eenheid, rij.periode = regels.centen(bedrag), eenheid, bereik
    rij.versie += 1
    _klopt(rij)
    _in_catalogus(producten, vanaf)
    _beoordeel(rij)
    return _bewaar(rij, "tarief_wijzigen", door=door, op=op)


def _beoordeel(rij: Tarief) -> None:
    """No other tarief and no lower maximum in any part of its period. The product is locked."""
    for ander in _tarieven(rij.regio, rij.soort).filter(aanbieder=rij.aanbieder).exclude(pk=rij.pk):
        if _samen(ander, rij):
            geldt = f"Er geldt al een tarief van {regels.euro(ander.bedrag)} {ander.periode}."
            raise Weigering(f"{geldt} Kies een andere periode, of sluit dat tarief eerst af.", "vanaf")
    maxima = [_prijs(m) for m in Maximumtarief.objects.filter(regio=rij.regio, soort=rij.soort)]
    te_laag = regels.eerste_te_laag(_prijs(rij), maxima)
    if te_laag is None:
        return
    geldt = f"{te_laag.periode} is het maximum {regels.euro(te_laag.bedrag)} {Eenheid(te_laag.eenheid).label}."
    if te_laag.eenheid != rij.eenheid:
        raise Weigering(f"{geldt.capitalize()} Kies dezelfde eenheid.", "eenheid")
    raise Weigering(f"{geldt.capitalize()} Dit tarief is hoger.", "bedrag")


def _sluit_lopende(rij: Tarief) -> None:
    begin = rij.periode.vanaf
    lopend = _tarieven(rij.regio, rij.soort).filter(aanbieder=rij.aanbieder, periode__contains=begin)
    _sluit([t for t in lopend.select_for_update(of=("self",)) if t.periode.vanaf < begin], begin)


# What they share.


def _mag(recht: str, regio: Regio, door) -> None:
    if not door.has_perm(recht):
        raise NietBevoegd("Uw rol mag dit niet wijzigen.")
    if regio.pk not in door.regio_ids:
        raise NietBevoegd("Dit is een andere regio dan die van u.")


def _producten(regio: Regio, soort: str) -> list[Product]:
    """The versions of one product, locked: whoever prices it waits here, and reads afresh what the other one left."""
    rijen = Product.objects.filter(regio=regio, soort=soort).order_by("pk")
    list(rijen.select_for_update(of=("self",), no_key=True))
    return sorted(rijen.all(), key=lambda rij: rij.periode.vanaf)


def _in_catalogus(producten: list[Product], vanaf: date) -> None:
    if not any(vanaf in p.periode for p in producten):
        raise Weigering(f"Dit product staat op {datum_nl(vanaf)} niet in de catalogus van deze regio.", "soort")


def _tarieven(regio: Regio, soort: str):
    return Tarief.objects.filter(regio=regio, soort=soort).order_by("periode")


def _prijs(rij) -> regels.Prijs:
    return regels.Prijs(rij.bedrag, rij.eenheid, rij.periode)


def _samen(een, ander) -> bool:
    return een.periode.raakt(ander.periode)


def _sluit_vorige(rijen, vanaf: date) -> None:
    """End what runs on that day. Raises Weigering when something begins then or later."""
    for rij in rijen:
        if rij.periode.vanaf >= vanaf:
            raise Weigering(f"Er is al een versie {rij.periode}. Kies een latere dag.", "vanaf")
    _sluit([rij for rij in rijen if not rij.periode.is_voorbij(vanaf)], vanaf)


def _sluit(rijen, vanaf: date) -> None:
    for rij in rijen:
        rij.periode = Periode.tot_dag(rij.periode.vanaf, vanaf)
        rij.versie += 1
        rij.save()


def _klopt(rij) -> None:
    """The constraints of one row, beside their field; the others are asked before."""
    if rij.soort not in Productsoort.values or (isinstance(rij, Maximumtarief) and rij.soort not in HUISVESTING):
        raise Weigering("Kies een van de mogelijkheden.", "soort")
    for constraint in rij._meta.constraints:
        if isinstance(constraint, CheckConstraint):
            try:
                constraint.validate(type(rij), rij)
            except ValidationError as fout:
                raise Weigering(fout.messages[0], VELDEN.get(constraint.name)) from None


def _bewaar(rij, actie: str, *, door, op: datetime):
    """Save, and one row in the log: keys and codes, no amount."""
    _klopt(rij)
    rij.save()
    waarden = {"rij": rij.pk, "regio": rij.regio_id, "product": rij.soort}
    if isinstance(rij, Tarief):
        waarden["aanbieder"] = rij.aanbieder_id
    Gebeurtenis.objects.create(
        wereld=Wereld.AANBIEDERS,
        soort="product" if isinstance(rij, Product) else "tarief",
        actie=actie,
        gebruiker_id=door.pk,
        rol=door.rol or "",
        waarden=waarden,
        op=op,
    )
    return rij
