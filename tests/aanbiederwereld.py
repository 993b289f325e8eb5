"""Providers of both regions with everything that has a page: what the matrix of rights visits."""

from datetime import date
from decimal import Decimal

from aanbieders.actions import aanbieder as gegevens
from aanbieders.actions import tarief
from aanbieders.processen.toelating import EIND, Status
from tests import factories

BEGIN = date(2026, 1, 1)
# A figure that every reader of a provider may open.
CIJFER = "dag_en_nacht_toezicht"


def rijen(cast, toelating) -> dict:
    """A location with a place, a contact person, and a price, made by the contractmanager of the region."""
    con, op = cast.contractmanager(toelating.regio), factories.moment("2026-10-05")
    aanbieder, regio = toelating.organisatie.aanbieder, toelating.regio
    huis = {"naam": "Huis", "capaciteit": 4, "eenheid": "plekken", "toezicht": "toezicht", "vanaf": BEGIN}
    locatie = gegevens.locatie_toevoegen(aanbieder, door=con, op=op, **huis)
    product = {"soort": "omd", "naam": "OMD", "categorie": "beschermd_wonen", "eenheid": "dagdeel", "vanaf": BEGIN}
    if not regio.producten.filter(soort="omd").exists():
        tarief.product_vastleggen(regio, door=con, op=op, **product)
    prijs = {"soort": "omd", "bedrag": Decimal("40.00"), "eenheid": regio.producten.get(soort="omd").eenheid}
    begin = max(BEGIN, regio.producten.get(soort="omd").periode.bereik.lower)
    return {
        "aanbieder": aanbieder,
        "locatie": locatie,
        "plek": gegevens.plek_toevoegen(locatie, door=con, op=op, naam="Kamer 1", vanaf=BEGIN),
        "contactpersoon": gegevens.contactpersoon_toevoegen(
            aanbieder, door=con, op=op, vanaf=BEGIN, naam="Wanda", telefoon="0546-000000"
        ),
        "tarief": tarief.tarief_vastleggen(aanbieder, door=con, op=op, regio=regio, vanaf=begin, **prijs),
    }


def locatie_erbij(cast, rijen_, naam):
    """Another location of the same provider, with a place."""
    op, huis = factories.moment("2026-10-05"), {"naam": naam, "capaciteit": 2, "eenheid": "plekken", "vanaf": BEGIN}
    locatie = gegevens.locatie_toevoegen(rijen_["aanbieder"], door=cast.coen, op=op, toezicht="toezicht", **huis)
    gegevens.plek_toevoegen(locatie, door=cast.coen, op=op, naam="Kamer 1", vanaf=BEGIN)
    gegevens.plek_toevoegen(rijen_["locatie"], door=cast.coen, op=op, naam=naam, vanaf=BEGIN)


def maak(cast) -> tuple[dict, dict]:
    """Per relation the dossiers by status, and the rows."""
    eigen = {
        status: factories.toelating(cast, status, aanbieder=f"Aanbieder {status}") for status in Status if status not in EIND
    }
    vreemd = {Status.AANGEMELD: factories.toelating(cast, aanbieder="Aanbieder elders", regio=cast.enschede)}
    dossiers = {"eigen": eigen, "vreemd": vreemd}
    return dossiers, {wie: rijen(cast, per[Status.AANGEMELD]) for wie, per in dossiers.items()}


def argumenten(url, rijen_):
    """The arguments of a page of a provider; None when the address is of something else."""
    prefix = url.split("_")[0]
    if url == "aanbieder_cijfer":
        return [rijen_["aanbieder"].pk, CIJFER]
    if url in ("tarief_lijst", "tarief_nieuw", "contactpersoon_toevoegen", "locatie_toevoegen"):
        return [rijen_["aanbieder"].pk]
    if url == "plek_toevoegen":
        return [rijen_["locatie"].pk]
    return [rijen_[prefix].pk] if prefix in rijen_ else None
