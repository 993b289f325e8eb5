"""A region, its people and its cases in as few words as possible, made by the real actions."""

from datetime import date, datetime, time, timedelta
from itertools import count

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from cimot.models import Aanmelding, Melding
from kern.models import Afwezigheid, Gebruiker, Regio
from kern.proces import actions
from kern.toegang.rollen import Rol

_nummer = count(1)


def op(dag: date) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time(9)))


def regio(code: str) -> Regio:
    return Regio.objects.get_or_create(code=code, defaults={"naam": code.title()})[0]


def almelo() -> Regio:
    return regio("almelo")


def gebruiker(rol=Rol.CASEMANAGER, plek=None, **velden) -> Gebruiker:
    naam = f"gebruiker{next(_nummer)}"
    mens = Gebruiker.objects.create(gebruikersnaam=naam, naam=naam.title(), email=f"{naam}@voorbeeld.nl", **velden)
    mens.rolverleningen.create(rol=rol, regio=plek or almelo(), periode=DateRange(date(2020, 1, 1), None, "[)"))
    return mens


def aanmelding(gemeld_op: date, behandelaar=None, *, is_spoed=False) -> Aanmelding:
    """A melding of that day, entered on that day."""
    door = behandelaar or Gebruiker.objects.filter(rolverleningen__rol=Rol.CASEMANAGER).first() or gebruiker()

    def feiten(dossier):
        Melding.objects.create(
            aanmelding=dossier, ontvangen_op=op(gemeld_op), kanaal="telefoon", melder="zelf", is_spoed=is_spoed
        )

    zaak = Aanmelding(soort="aanmelding", regio=almelo(), behandelaar=behandelaar)
    return actions.openen(zaak, door=door, op=op(gemeld_op), feiten=feiten)


def afwezig(mens: Gebruiker, waarnemer: Gebruiker, dag: date) -> Afwezigheid:
    periode = DateRange(dag, dag + timedelta(days=1), "[)")
    return Afwezigheid.objects.create(gebruiker=mens, waarnemer=waarnemer, periode=periode)
