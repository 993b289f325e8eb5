"""The timeline of a dossier and of a client: steps, decisions, contacts, documents, deadlines and corrections.

What is content is shown only to who may read it: every line knows the data classes that it shows (domein.md 4.2).
"""

from django.db.models import Q

from kern.models import Contactmoment, Dossier, Gebruiker
from kern.tijdlijn import bronnen, documenten, woorden
from kern.tijdlijn.bronnen import Lezer
from kern.tijdlijn.venster import SOORTEN, Moment, Venster, lees_cursor, schrijf_cursor
from kern.toegang.rollen import Rol

__all__ = ["SOORTEN", "Moment", "Venster", "laatste", "lees_cursor", "schrijf_cursor", "van_client", "van_dossier"]


def van_dossier(dossier, klassen, gebruiker, venster: Venster) -> list[Moment]:
    """The moments of one dossier, newest first, at most one more than a page. A fixed number of queries."""
    lezer = Lezer(gebruiker, {dossier: klassen})
    momenten = _van_dossiers(lezer, venster)
    if venster.wil("stap") and lezer.dossiers:
        bij = Q(hoofddossier=dossier.pk) | Q(pk=dossier.hoofddossier_id)
        momenten += bronnen.verwante(lezer, venster, Dossier.objects.voor(gebruiker).filter(bij))
    return _geordend(momenten, venster)


def van_client(client_ids: list[int], dossiers, gebruiker, venster: Venster) -> list[Moment]:
    """The moments of all these dossiers and of the person himself; each dossier with its own relation and classes."""
    lezer = Lezer(gebruiker, {dossier: dossier.klassen(gebruiker) for dossier in dossiers})
    momenten = _van_dossiers(lezer, venster, zonder=woorden.VAN_CLIENT_ZELF if client_ids else ())
    if client_ids and venster.wil("stap"):
        momenten += bronnen.van_client(client_ids, venster)
    for moment in momenten:
        dossier = lezer.dossiers.get(moment.dossier_id)
        if dossier:
            moment.kenmerk, moment.kenmerk_url = dossier.kenmerk, dossier.get_absolute_url()
    return _geordend(momenten, venster)


def _van_dossiers(lezer: Lezer, venster: Venster, zonder=()) -> list[Moment]:
    momenten = []
    if venster.soort in ("", "stap", "besluit", "termijn", "correctie"):
        momenten += bronnen.stappen(lezer, venster, zonder)
    if venster.wil("termijn"):
        momenten += bronnen.met_termijnen(lezer, venster, momenten)
    if venster.wil("contact"):
        momenten += bronnen.contacten(lezer, venster)
    if venster.wil("document"):
        momenten += documenten.documenten(lezer, venster)
    return momenten


def _geordend(momenten: list[Moment], venster: Venster) -> list[Moment]:
    momenten = sorted(momenten, key=lambda moment: moment.plaats, reverse=True)[: venster.aantal + 1]
    namen = dict(Gebruiker.objects.filter(pk__in={m.gebruiker_id for m in momenten}).values_list("pk", "naam"))
    rollen = dict(Rol.choices)
    for moment in momenten:
        if moment.gebruiker_id is not None:
            naam = namen.get(moment.gebruiker_id, "het systeem")
            moment.door = f"{naam} ({rollen[moment.rol].lower()})" if moment.rol in rollen else naam
    return momenten


def laatste(dossier, klassen, aantal=3) -> list[dict]:
    """The last contacts, for the side column."""
    rijen = Contactmoment.objects.filter(dossier_id=dossier.pk)[:aantal]
    inhoud = dossier.proces.inhoud in klassen
    return [{"op": rij.op, "tekst": rij.tekst[:120] if inhoud else rij.get_kanaal_display().capitalize()} for rij in rijen]
