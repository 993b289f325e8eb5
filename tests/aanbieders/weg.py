"""The road of a provider through SM-9 by real steps, each on its own day; the clock stands where the story is."""

from datetime import date
from decimal import Decimal

from aanbieders.actions import contract, toelating
from aanbieders.models import Kwaliteitstoets, Locatie
from kern.models import Organisatie, Taak
from kern.tijd import signalen
from kern.toegang.rollen import Rol
from tests.factories import moment

NAMENS = {"wie": "aanbieder", "kanaal": "email"}
VOLDOET = {eis: {"uitkomst": "voldoet", "toelichting": ""} for eis in Kwaliteitstoets.Eis.values}
GELD = {"boekjaar": 2025, "solvabiliteit": Decimal("27.5"), "oordeel": "voldoende"}
SUBSIDIE = {
    "afspraak": "Twintig plekken.",
    "doelen": ["herstel"],
    "subsidie_maximaal": Decimal("1250000.00"),
    "verantwoorden_uiterlijk": date(2028, 4, 1),
}


def dag(tekst: str) -> date:
    """ "17-12-2026"."""
    d, m, j = tekst.split("-")
    return date(int(j), int(m), int(d))


def termijn(dossier, code) -> tuple[date, date | None]:
    """Begin and effective end of a deadline as it is stored now."""
    taak = Taak.objects.get(dossier_id=dossier.pk, code=code)
    return taak.begin_op, taak.vervalt_op


def organisatie(naam="Zorghuis Nieuw BV", soort=Organisatie.Soort.ZORGAANBIEDER):
    return Organisatie.objects.create(naam=naam, soort=soort)


class Weg:
    def __init__(self, cast):
        self.cast, self.nu = cast, moment("2026-11-01")
        self.con = cast.gebruiker("coen", Rol.CONTRACTMANAGER, regio=cast.almelo)
        self.con_enschede = cast.gebruiker("carla", Rol.CONTRACTMANAGER, regio=cast.enschede)

    def op(self, dag_: str):
        """Ten o'clock on that day; the clock stands there from now on."""
        self.nu = moment(dag(dag_).isoformat())
        return self.nu

    def wie(self, dossier):
        return self.con if dossier.regio_id == self.cast.almelo.pk else self.con_enschede

    def doe(self, actie, dossier, dag_: str, **waarden):
        return actie(dossier, door=waarden.pop("door", None) or self.wie(dossier), op=self.op(dag_), **waarden)

    def aanmelden(self, dag_="2-11-2026", *, regio=None, **waarden):
        regio = regio or self.cast.almelo
        op = self.op(dag_)
        door = self.con if regio == self.cast.almelo else self.con_enschede
        if not {"organisatie", "naam"} & set(waarden):
            waarden["organisatie"] = organisatie()
        standaard = {"aanvraag": "OZL in eigen woning.", "aangevraagd_op": op.date()}
        return toelating.aanmelden(door=door, op=op, regio=regio, **{**standaard, **waarden})

    def compleet(self, dossier):
        aanbieder = dossier.organisatie.aanbieder
        aanbieder.kvk, aanbieder.agb = f"{aanbieder.pk:08}", f"{aanbieder.pk:08}"
        aanbieder.rechtsvorm, aanbieder.ubo = "bv", "W. Jansen"
        aanbieder.save()
        Locatie.objects.create(aanbieder=aanbieder, naam="Huis", vanaf=date(2026, 1, 1), capaciteit=10, eenheid="plekken")
        return dossier

    def in_toets(self, dag_="2-11-2026", **waarden):
        dossier = self.compleet(self.aanmelden(dag_, **waarden))
        return self.doe(toelating.toets_starten, dossier, dag_)

    def getoetst(self, dag_="2-11-2026", **waarden):
        dossier = self.in_toets(dag_, **waarden)
        self.doe(toelating.kwaliteit_toetsen, dossier, dag_, toetsen=VOLDOET)
        return self.doe(toelating.financien_toetsen, dossier, dag_, **GELD)

    def toegelaten(self, dag_="2-11-2026", **waarden):
        besluit = {"motivering": "Voldoet aan alles.", "toegelaten_vanaf": dag(dag_)}
        return self.doe(toelating.toelaten, self.getoetst(dag_, **waarden), dag_, **besluit)

    def bij_contract(self, dag_="2-11-2026", **waarden):
        return self.doe(contract.contract_opstellen, self.toegelaten(dag_, **waarden), dag_)

    def contract(self, dossier, dag_="2-11-2026", **waarden):
        extra = SUBSIDIE if dossier.financiering == "subsidie" else {}
        standaard = {"vanaf": dag("1-1-2027"), "tot": dag("31-12-2027"), "ondertekend_op": dag(dag_), **extra}
        return self.doe(contract.contract_vastleggen, dossier, dag_, **{**standaard, **waarden})

    def actief(self, dag_="2-11-2026", **waarden):
        """Delivers from 1-1-2027 up to and including 31-12-2027."""
        dossier = self.contract(self.bij_contract(dag_, **waarden), dag_)
        return self.doe(contract.contract_ingaan, dossier, "1-1-2027")

    def nacht(self, dag_: str) -> dict:
        return signalen.controleer(dag(dag_), op=self.op(dag_))
