"""People for the tests of accounts and of the administration, with a real password or past it."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse

from cimot.models import Aanmelding, Melding
from kern.models import Gebruiker
from kern.proces import actions
from kern.tijd import klok
from kern.toegang.rollen import Rol

WACHTWOORD = "drie lange woorden"


def maak(naam, *rollen, tot=None, wachtwoord=None, **plek):
    """A user who holds these roles, all in the same place."""
    gebruiker = Gebruiker(gebruikersnaam=naam.lower(), naam=naam.capitalize(), email=f"{naam.lower()}@voorbeeld.nl")
    gebruiker.set_password(wachtwoord)
    gebruiker.save()
    for rol in rollen:
        gebruiker.rolverleningen.create(rol=rol, periode=DateRange(date(2020, 1, 1), tot, "[)"), **plek)
    return gebruiker


def browser(gebruiker):
    client = Client()
    client.force_login(gebruiker, backend="kern.toegang.backends.RolBackend")
    return client


def inloggen(client, naam="karin", wachtwoord=WACHTWOORD, **extra):
    return client.post(reverse("inloggen"), {"username": naam, "password": wachtwoord, **extra})


def is_binnen(client):
    return client.get(reverse("rol_kiezen")).status_code == 200


def maak_aanmelding(regio, ontvangen):
    """A melding of a day, without the forms of the access domain."""
    op = klok.moment(date.fromisoformat(ontvangen))
    frontoffice = Gebruiker.objects.filter(gebruikersnaam="bas").first() or maak("bas", Rol.FRONTOFFICE, regio=regio)

    def feiten(dossier):
        Melding.objects.create(aanmelding=dossier, ontvangen_op=op, kanaal="telefoon", melder="zelf")

    return actions.openen(Aanmelding(soort="aanmelding", regio=regio), door=frontoffice, op=op, feiten=feiten)
