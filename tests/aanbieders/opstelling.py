"""A provider with a dossier of SM-9 that delivers, made without the steps before it."""

from datetime import date

from django.db import transaction

from aanbieders.models import Aanbieder, Contract, Locatie, Toelating, Verledenvaststelling
from kern.models import Organisatie
from kern.proces import actions as kern
from kern.toegang.rollen import Rol
from tests.factories import moment

NU = moment("2026-11-23 12:00")
VANDAAG = NU.date()
LEVERT = {"toegelaten_vanaf": date(2026, 1, 1), "actief_vanaf": date(2026, 2, 1), "besloten_op": date(2026, 1, 2)}


def aanbieder(naam="Zorghuis Nieuw BV", **velden) -> Aanbieder:
    organisatie = Organisatie.objects.create(naam=naam, soort=Organisatie.Soort.ZORGAANBIEDER)
    return Aanbieder.objects.create(organisatie=organisatie, **velden)


def contractmanager(cast, naam="con", regio=None):
    return cast.gebruiker(naam, Rol.CONTRACTMANAGER, regio=regio or cast.almelo)


@transaction.atomic
def toelating(con, van, regio, *, status="actief", contract=True, **feiten) -> Toelating:
    """A dossier in a status, with a signed contract for this year and the next."""
    subsidie = regio.code == "enschede"
    nieuw = Toelating(
        soort="toelating",
        regio=regio,
        organisatie=van.organisatie,
        financiering="subsidie" if subsidie else "per_indicatie",
        aangevraagd_op=date(2025, 12, 1),
        geopend_op=date(2025, 12, 1),
    )
    dossier = kern.openen(nieuw, door=con, op=moment("2025-12-01"))
    for naam, waarde in {**LEVERT, **feiten}.items():
        setattr(dossier, naam, waarde)
    dossier.status = status
    dossier.save()
    if contract:
        extra = {"soort": "overeenkomst"}
        if subsidie:
            extra = {
                "soort": "subsidie",
                "doelen": ["herstel"],
                "afspraak": "x",
                "verantwoorden_uiterlijk": date(2028, 4, 1),
            }
        Contract.objects.create(
            toelating=dossier, vanaf=date(2026, 1, 1), tot=date(2027, 12, 31), ondertekend_op=date(2026, 1, 5), **extra
        )
    kern.bewaar(dossier, moment("2026-02-01"))
    return Toelating.objects.get(pk=dossier.pk)


def locatie(van, naam="Huis", **velden) -> Locatie:
    return Locatie.objects.create(
        aanbieder=van, naam=naam, **{"vanaf": date(2026, 1, 1), "capaciteit": 10, "eenheid": "plekken", **velden}
    )


def verleden(van, wat, door) -> Verledenvaststelling:
    """What it was before 2015."""
    return Verledenvaststelling.objects.create(
        aanbieder=van, verleden=wat, bewijs="Uittreksel", reden="Nagegaan", door=door, vastgesteld_op=date(2026, 1, 1)
    )


def wending(door) -> Aanbieder:
    """Stichting De Wending of SC-01: AWBZ before 2015, with an own institution."""
    van = aanbieder("Stichting De Wending")
    locatie(van, "De Linde", is_eigen_instelling=True)
    verleden(van, "awbz", door)
    return van
