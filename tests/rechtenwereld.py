"""What the tests of rights look at: tests/rechten.csv, and a dossier in every status in every relation to who looks."""

import csv
from datetime import timedelta
from pathlib import Path

from django.urls import URLPattern, get_resolver
from django.utils import timezone

from cimot import actions
from cimot.models import Gesprek, Onderzoek
from cimot.processen.aanmelding import AANMELDING, Status
from kern.models import Client, Gemeente, Samenvoeging
from kern.personen import relaties
from kern.proces.tabel import PROCESSEN
from kern.toegang.rollen import Rol
from kern.werk import notities
from tests import aanbiederwereld, factories
from tests.kern import bestandenmaker, briefproef

# Pages before or around the login; tests/kern/toegang/test_account.py has them. The admin: tests/kern/beheer/test_admin.py.
ELDERS = {
    "inloggen",
    "uitloggen",
    "wachtwoord_vergeten",
    "wachtwoord_verstuurd",
    "wachtwoord_nieuw",
    "tweede_stap",
    "tweede_stap_uitzetten",
    "afwezigheid_intrekken",
    "storing_opnieuw",
    "gezondheid_gereed",
}
with (Path(__file__).parent / "rechten.csv").open(encoding="utf-8") as bestand:
    MATRIX = list(csv.DictReader(bestand, delimiter=";"))


def urlnamen(resolver=None) -> set[str]:
    namen = set()
    for patroon in (resolver or get_resolver()).url_patterns:
        if isinstance(patroon, URLPattern):
            namen.add(patroon.name)
        elif getattr(patroon, "app_name", None) != "admin":
            namen |= urlnamen(patroon)
    return namen


class Wereld:
    """Per relation one dossier in every status, by real steps, with a note, a reminder and an appointment."""

    def __init__(self, cast):
        self.cast = cast
        self.gebruikers = cast.per_rol()
        cm = self.gebruikers[Rol.CASEMANAGER]
        wierden, borne = Gemeente.objects.get(naam="Wierden"), Gemeente.objects.get(naam="Borne")
        anders = {
            "gemeente": borne,
            "regio": cast.enschede,
            "door": cast.gebruiker("eva", Rol.FRONTOFFICE, regio=cast.enschede),
        }
        self.dossiers = {
            "eigen": self._alle(cm, {"gemeente": wierden}),
            "collega": self._alle(cast.anke, {"gemeente": wierden}),
            "vreemd": {Status.MELDING_ONTVANGEN: factories.melding(cast, naam="Vreemd, V", **anders)},
        }
        self.neven = {wie: self._neven(dossiers) for wie, dossiers in self.dossiers.items()}
        toelatingen, self.van_aanbieder = aanbiederwereld.maak(cast)
        for wie, dossiers in toelatingen.items():
            self.neven[wie]["toelating"] = dossiers
        self.notities = {
            "eigen": self._notities(self.dossiers["eigen"][Status.ONDERZOEK], cm),
            "vreemd": self._notities(self.dossiers["vreemd"][Status.MELDING_ONTVANGEN], cast.els),
        }

    def _alle(self, casemanager, plek):
        # A besluit that was sent is granted or refused at the same moment.
        statussen = [s for s in Status if s not in (*AANMELDING.eind, Status.BESLUIT_VERZONDEN)]
        dossiers = {}
        for status in statussen:
            dossier = factories.melding(self.cast, naam=f"{casemanager.naam}, {status}", **plek)
            dossier = factories.naar(dossier, status, self.cast, casemanager=casemanager)
            op = dossier.melding.ontvangen_op
            dossiers[status] = actions.toewijzen(dossier, door=self.cast.bas, op=op, behandelaar=casemanager)
        return dossiers

    def _neven(self, aanmeldingen):
        """What runs beside them, in every open status: one of each kind per aanmelding. Elsewhere the first status."""
        maken = {"spoed": factories.spoed, "landelijk": factories.landelijk}
        neven = {}
        for soort, maak in maken.items():
            open_ = [s for s in PROCESSEN[soort].statussen if s not in PROCESSEN[soort].eind]
            paren = zip(open_, aanmeldingen.values(), strict=False)
            neven[soort] = {status: maak(self.cast, status, aanmelding=a) for status, a in paren}
        return neven

    def _notities(self, dossier, door):
        morgen = timezone.localdate() + timedelta(days=1)
        contact = notities.contact_vastleggen(
            dossier, op=timezone.now(), met="moeder", kanaal="telefoon", tekst="Gebeld.", door=door
        )
        herinnering = notities.herinnering_maken(dossier, op=morgen, tekst="Bel", door=door)
        wacht = notities.wacht_zetten(dossier, wie="huisarts", waarop="brief", tot=morgen, door=door, op=timezone.now())
        if dossier.status == Status.ONDERZOEK:
            actions.gesprek_plannen(
                dossier, door=door, op=timezone.now(), wanneer=timezone.now(), minuten=30, plaats="thuis", aanwezigen="A"
            )
            gesprek = Gesprek.objects.get(onderzoek_id=dossier.pk)
        else:
            onderzoek = Onderzoek.objects.create(aanmelding=dossier)
            gesprek = Gesprek.objects.create(
                onderzoek=onderzoek, uid=dossier.client.uuid, op=timezone.now(), plaats="x", aanwezigen="y", door=door
            )
        rijen = {"contact": contact, "herinnering": herinnering, "wacht": wacht, "gesprek": gesprek}
        relatie = relaties.relatie_toevoegen(
            dossier.client, door=door, op=timezone.now(), soort="ouder", naam="Moeder", vanaf=timezone.localdate()
        )
        toestemming = relaties.toestemming_vastleggen(
            dossier.client,
            door=door,
            op=timezone.now(),
            waarvoor="overleg",
            partij="huisarts",
            omvang="Alles.",
            gegeven_op=timezone.localdate(),
            via="telefoon",
        )
        # A merge that cannot be taken back any more: the page says so, and nothing changes.
        verplaatst = {"dossier": [], "stand": dict.fromkeys(("client", "dossier", "adres", "relatie", "toestemming"), {})}
        samenvoeging = Samenvoeging.objects.create(
            doel=dossier.client, bron=Client.objects.create(achternaam="X"), verplaatst=verplaatst, doel_versie=1, door=door
        )
        rijen |= {"relatie": relatie, "toestemming": toestemming, "samenvoeging": samenvoeging}
        return rijen | {"document": bestandenmaker.document(dossier, door), **briefproef.post(dossier, door)}

    def argumenten(self, url, relatie):
        if relatie == "-":
            return []
        prefix = url.split("_")[0]
        if url in ("termijn_opschorten", "termijn_hervatten"):
            taken = self._dossier("aanmelding_besluit_opstellen", relatie).taken.order_by("-id")
            return [next((t for t in taken if t.code == "besluit"), taken[0]).pk]
        if url == "aanmelding_besluit":
            return [self._dossier("aanmelding_besluit_schrijven", relatie).pk]
        if prefix == "team":
            return [{"eigen": self.gebruikers[Rol.CASEMANAGER], "vreemd": self.cast.els}[relatie].pk]
        if prefix == "brief":
            return [self.notities[relatie]["brief"].uuid]
        if relatie in self.van_aanbieder and (gevonden := aanbiederwereld.argumenten(url, self.van_aanbieder[relatie])):
            return gevonden
        van_rij = not url.endswith(("maken", "zetten", "vastleggen", "toevoegen"))
        if url == "client_samenvoegen_met":
            ander = {"eigen": "collega", "vreemd": "vreemd"}[relatie]
            return [self._dossier(url, wie).client_id for wie in ("eigen", ander)]
        if prefix in self.notities["eigen"] and van_rij:
            return [self.notities[relatie][prefix].pk]
        dossier = self._dossier(url, relatie)
        return [dossier.client_id if prefix in ("client", "relatie", "toestemming") else dossier.pk]

    def _dossier(self, url, relatie):
        soort = url.split("_")[0]
        soort = soort if soort in PROCESSEN else "aanmelding"
        dossiers = {**self.neven[relatie], "aanmelding": self.dossiers[relatie]}[soort]
        overgangen = PROCESSEN[soort].acties.get(url.removeprefix(f"{soort}_"))
        if overgangen:
            passend = [dossiers[van] for o in overgangen for van in o.van if van in dossiers]
            return passend[0] if passend else next(iter(dossiers.values()))
        return dossiers.get(Status.ONDERZOEK) or next(iter(dossiers.values()))
