"""The providers of the demo, each lived through by the real actions up to where it stands. All of them are fictitious."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from aanbieders.actions import aanbieder as van_aanbieder
from aanbieders.actions import contract, einde, gesprek, maatregel, tarief, toelating
from aanbieders.models import Aanbieder, Kwaliteitstoets
from aanbieders.processen.toelating import Status as S
from kern.models import Gemeente, Organisatie
from kern.tijd.kalender import werkdag
from sturing.demo import accounts
from sturing.demo.toneel import Toneel, moment

A, E = "almelo", "enschede"
NAMENS = {"wie": "aanbieder", "kanaal": "email"}
BEGON = 900  # days before the day of the demo on which most of them came


@dataclass(frozen=True)
class Rol:
    """One provider: what it was before 2015, where it is, how its story goes on. `eind`: days until its contract ends."""

    naam: str
    kvk: str
    regio: str
    doel: S
    verleden: str = ""
    bewijs: str = ""
    locatie: tuple = ()
    eind: int = 500
    extra: str = ""


AWBZ, PGB = "Erkenning als AWBZ-instelling uit 2011 (WTZi)", "Overeenkomsten met cliënten met een pgb uit 2013 en 2014"
ROLLEN = (
    Rol(accounts.WENDING, "01234501", A, S.ACTIEF, "awbz", AWBZ,
        ("De Wending", "appartementen", "Almelo", True, "aanwezigheid", "studio", 24), 420, "gesprek afspraak_laat"),
    Rol("Zorghuis Nieuw BV", "01234502", A, S.ACTIEF, "geen", "Opgericht op 3-5-2018 (KvK)",
        ("Zorghuis Nieuw, Eskerplein", "appartementen", "Almelo", False, "toezicht", "appartement", 3), 610, "gesprek"),
    Rol("Zorgboerderij Erve Nij Lutt", "01234503", A, S.ACTIEF, "pgb", PGB,
        ("Erve Nij Lutt", "zorgboerderij", "Tubbergen", False, "toezicht", "kamer", 8), 75, "gesprek"),
    Rol("Stichting De Overkant", "01234504", A, S.VERSCHERPT, "beide", f"{AWBZ}; {PGB}",
        ("De Overkant, Havenkade", "groepswoning", "Almelo", True, "aanwezigheid", "kamer", 12), 300, "gesprek"),
    Rol("Thuiszorg Regge", "01234505", A, S.VOORTGANGSGESPREK, "", "",
        ("Begeleiding thuis", "eigen_woning", "Rijssen-Holten", False, "geen", "", 30), 260, "afspraak"),
    Rol("Woonzorg De Schakel", "01234506", A, S.OPGESCHORT, "awbz", AWBZ,
        ("De Schakel", "appartementen", "Wierden", True, "toezicht", "studio", 9), 200, "gesprek"),
    Rol("Huize Mariënhof", "01234507", A, S.BEEINDIGD, "awbz", AWBZ,
        ("Mariënhof", "groepswoning", "Hellendoorn", True, "aanwezigheid", "kamer", 6), 40, "gesprek"),
    Rol("Begeleid Thuis Twente", "01234508", A, S.CONTRACT, "", "",
        ("Begeleiding thuis", "eigen_woning", "Twenterand", False, "geen", "", 12)),
    Rol("Zorgkans BV", "01234509", A, S.TOELATING_TOETS, "geen", "Opgericht in 2021 (KvK)",
        ("Zorgkans, Wilgenpark", "appartementen", "Wierden", False, "toezicht", "studio", 5)),
    Rol("Stichting Herstelwerk", "01234510", A, S.AANVULLING, "", "",
        ("Herstelwerk", "groepswoning", "Almelo", False, "aanwezigheid", "kamer", 4)),
    Rol("Huis aan de Dinkel", "01234515", A, S.TOEGELATEN, "", "",
        ("Huis aan de Dinkel", "groepswoning", "Almelo", False, "toezicht", "kamer", 6)),
    Rol("Zorggroep Vecht", "01234516", A, S.INGETROKKEN),
    Rol("Nieuwe Haven Zorg", "01234511", A, S.AANGEMELD),
    Rol("Direct Zorg Oost", "01234512", A, S.AFGEWEZEN, "", "",
        ("Direct Zorg", "appartementen", "Almelo", False, "geen", "kamer", 10)),
    Rol(accounts.WENDING, "01234501", E, S.ACTIEF,
        locatie=("De Wending", "appartementen", "Enschede", True, "aanwezigheid", "studio", 40), eind=380, extra="gesprek"),
    Rol("Stichting Menswerk", "01234513", E, S.ACTIEF, "awbz", AWBZ,
        ("Menswerk Hengelo", "appartementen", "Hengelo", True, "aanwezigheid", "studio", 19), 130, "gesprek"),
    Rol("Woonvorm Oldenzaal", "01234514", E, S.TOELATING_TOETS, "", "",
        ("Woonvorm", "groepswoning", "Oldenzaal", False, "toezicht", "kamer", 7)),
)  # fmt: skip
VROEG = {
    S.AANGEMELD: 6,
    S.TOELATING_TOETS: 24,
    S.AANVULLING: 30,
    S.AFGEWEZEN: 70,
    S.CONTRACT: 60,
    S.TOEGELATEN: 32,
    S.INGETROKKEN: 45,
}
# In euros. Of some products the tarief is still unknown: that is allowed, and visible.
TARIEVEN = {
    "ozl_standaard": ("uur", "61.50"),
    "ozl_intensief": ("uur", "66.25"),
    "omd": ("dagdeel", "38.40"),
    "verblijf": ("etmaal", "47.85"),
    "compensatie": ("maand", "412.50"),
}
MAXIMUM = {"verblijf": ("etmaal", "52.00"), "compensatie": ("maand", "450.00")}


class Aanbiederverhaal:
    def __init__(self, toneel: Toneel, rol: Rol):
        self.t, self.rol, self.klok = toneel, rol, toneel.klok
        self.regio = toneel.regios[rol.regio]
        self.con = toneel.mensen["coen" if rol.regio == A else "carla"]
        self.leider = toneel.mensen["tineke" if rol.regio == A else "ruben"]
        self.dag = toneel.peildatum - timedelta(days=VROEG.get(rol.doel, BEGON))
        self.zaak = None

    def naar(self, dag: date) -> None:
        while not werkdag(dag):
            dag -= timedelta(days=1)
        self.klok.nu = moment(dag, 10, 30)

    def na(self, dagen: int) -> None:
        self.dag += timedelta(days=dagen)
        self.naar(self.dag)

    def doe(self, actie, door=None, **waarden):
        self.zaak = actie(self.zaak, door=door or self.con, op=self.klok.nu, **waarden)

    def speel(self):
        self.naar(self.dag)
        self.aanmelden()
        if self.rol.doel == S.INGETROKKEN:
            self.na(8)
            self.doe(toelating.intrekken, reden="De aanbieder begint in een andere regio.", namens=NAMENS)
        if self.rol.doel in (S.AANGEMELD, S.INGETROKKEN):
            return self.zaak
        self.toetsen()
        if self.rol.doel in (S.TOELATING_TOETS, S.AANVULLING, S.AFGEWEZEN, S.TOEGELATEN):
            return self.zaak
        self.contract()
        if self.rol.doel != S.CONTRACT:
            self.leveren()
        return self.zaak

    def aanmelden(self) -> None:
        naam = self.rol.naam
        organisatie, _ = Organisatie.objects.get_or_create(naam=naam, defaults={"soort": Organisatie.Soort.ZORGAANBIEDER})
        self.zaak = toelating.aanmelden(
            door=self.con,
            op=self.klok.nu,
            regio=self.regio,
            organisatie=organisatie,
            aanvraag="Begeleiding en woonplekken voor volwassenen met psychiatrische problemen.",
            aangevraagd_op=self.klok.nu.date(),
        )
        self.doe(toelating.informeren)
        aanbieder = Aanbieder.objects.get(pk=organisatie.pk)
        if self.rol.doel not in (S.AANGEMELD, S.INGETROKKEN):
            self._gegevens(aanbieder)

    def _gegevens(self, aanbieder) -> None:
        wie, begin = {"door": self.con, "op": self.klok.nu}, self.klok.nu.date()
        if aanbieder.kvk is None:
            aanbieder = van_aanbieder.aanbieder_wijzigen(
                aanbieder,
                **wie,
                kvk=self.rol.kvk,
                agb=f"7{self.rol.kvk[1:]}",
                rechtsvorm="stichting" if "Stichting" in self.rol.naam else "bv",
                ubo="Het bestuur; zie het uittreksel uit het UBO-register.",
                straat="Dorpsstraat",
                huisnummer=str(int(self.rol.kvk[-2:])),
                postcode="7600 AA",
                plaats="Almelo",
                specialisaties=["psychiatrie", "verslaving"] if int(self.rol.kvk[-1]) % 2 else ["psychiatrie", "lvb"],
            )
            van_aanbieder.contactpersoon_toevoegen(
                aanbieder,
                **wie,
                naam=f"Bureau {self.rol.naam}"[:120],
                functie="Contractbeheer",
                telefoon="",
                email=f"contract{self.rol.kvk[-2:]}@example.org",
                krijgt_brieven=True,
                vanaf=begin,
            )
        if self.rol.verleden:
            van_aanbieder.verleden_vaststellen(
                aanbieder, **wie, verleden=self.rol.verleden, bewijs=self.rol.bewijs, reden="Nagegaan bij de aanmelding."
            )
        self._locatie(aanbieder, wie, begin)

    def _locatie(self, aanbieder, wie, begin) -> None:
        naam, type_, gemeente, eigen, toezicht, ruimte, aantal = self.rol.locatie
        van_aanbieder.locatie_toevoegen(
            aanbieder,
            **wie,
            naam=naam,
            type=type_,
            gemeente=Gemeente.objects.get(naam=gemeente),
            plaats=gemeente,
            is_eigen_instelling=eigen,
            toezicht=toezicht,
            ruimte=ruimte,
            doelgroepen=["psychiatrie"],
            capaciteit=aantal,
            eenheid="adressen" if type_ == "eigen_woning" else "plekken",
            vanaf=begin,
        )

    def toetsen(self) -> None:
        self.na(5)
        self.doe(toelating.toets_starten)
        self.na(9)
        half = self.rol.doel == S.TOELATING_TOETS
        eisen = list(Kwaliteitstoets.Eis.values)
        voldoet = {"uitkomst": "voldoet", "toelichting": ""}
        slecht = {"uitkomst": "voldoet_niet", "toelichting": "Er is geen onafhankelijke klachtencommissie."}
        toetsen = {eis: voldoet for eis in (eisen[:4] if half else eisen)}
        if self.rol.doel == S.AFGEWEZEN:
            toetsen["klachten"] = slecht
        self.doe(toelating.kwaliteit_toetsen, toetsen=toetsen)
        if half:
            return
        if self.rol.doel == S.AANVULLING:
            self.doe(
                toelating.aanvulling_vragen,
                ontbreekt="Jaarrekening van het laatste boekjaar\nVOG van twee medewerkers",
                aanvulling_tot=self.t.peildatum + timedelta(days=9),
            )
            return
        jaar = self.klok.nu.year - 1
        self.doe(
            toelating.financien_toetsen,
            boekjaar=jaar,
            solvabiliteit=Decimal("27.4"),
            liquiditeit=Decimal("1.35"),
            oordeel="voldoende",
            toelichting="",
        )
        self.na(6)
        if self.rol.doel == S.AFGEWEZEN:
            self.doe(toelating.afwijzen, reden="Cliënten kunnen niet terecht bij een onafhankelijke klachtencommissie.")
            return
        self.doe(
            toelating.toelaten,
            motivering="De aanbieder voldoet aan de eisen van kwaliteit. De financiële continuïteit is voldoende.",
            toegelaten_vanaf=self.klok.nu.date(),
        )

    def contract(self) -> None:
        self.na(4)
        self.doe(contract.contract_opstellen)
        if self.rol.doel == S.CONTRACT:
            return
        vanaf, tot = self.klok.nu.date(), self.t.peildatum + timedelta(days=self.rol.eind)
        waarden = {"nummer": f"BW-{vanaf.year}-{self.rol.kvk[-2:]}", "vanaf": vanaf, "tot": tot, "ondertekend_op": vanaf}
        if self.rol.regio == E:
            waarden |= {
                "afspraak": "De subsidie dekt de werkelijke kosten van de plekken, na controle door een accountant.",
                "doelen": ["veilige_plek", "participatie", "zelfredzaamheid"],
                "subsidie_maximaal": Decimal("1850000.00"),
                "verantwoorden_uiterlijk": self.t.peildatum + timedelta(days=120),
            }
        self.doe(contract.contract_vastleggen, voorwaarden="Zie het document bij dit dossier.", **waarden)
        self.doe(contract.contract_ingaan)
        if self.rol.regio == A:
            self._tarieven(vanaf)

    def _tarieven(self, vanaf: date) -> None:
        aanbieder = self.zaak.organisatie.aanbieder
        soorten = ["ozl_standaard", "ozl_intensief", "omd"]
        soorten += ["verblijf"] if self.rol.verleden in ("awbz", "beide") else []
        soorten += ["compensatie"] if self.rol.verleden in ("pgb", "beide") else []
        for soort in soorten:
            eenheid, bedrag = TARIEVEN[soort]
            prijs = {"soort": soort, "eenheid": eenheid, "bedrag": Decimal(bedrag), "vanaf": vanaf}
            tarief.tarief_vastleggen(aanbieder, door=self.con, op=self.klok.nu, regio=self.regio, **prijs)

    def leveren(self) -> None:
        peildatum = self.t.peildatum
        if "gesprek" in self.rol.extra:
            self._gesprek(peildatum - timedelta(days=330))
        if self.rol.doel == S.VOORTGANGSGESPREK:
            self.naar(peildatum - timedelta(days=12))
            agenda = "Vertrek van medewerkers\nWachttijd\nErvaringen van cliënten"
            self.doe(gesprek.gesprek_plannen, gepland_op=peildatum + timedelta(days=6), agenda=agenda)
        elif self.rol.doel == S.VERSCHERPT:
            self._maatregel("clientenstop")
        elif self.rol.doel == S.OPGESCHORT:
            self._maatregel("toezicht")
            self.naar(peildatum - timedelta(days=9))
            reden = "De verbeteringen zijn niet op tijd gedaan."
            self.doe(maatregel.opschorten, self.leider, reden=reden, vanaf=self.klok.nu.date())
        elif self.rol.doel == S.BEEINDIGD:
            self.naar(peildatum - timedelta(days=100))
            reden = "De aanbieder stopt: het gebouw wordt verkocht."
            self.doe(einde.einde_voorbereiden, eindigt_op=peildatum - timedelta(days=20), reden=reden)
            self.naar(peildatum - timedelta(days=15))
            self.doe(einde.beeindigen)

    def _gesprek(self, dag: date) -> None:
        self.naar(dag)
        self.doe(gesprek.gesprek_plannen, gepland_op=self.klok.nu.date(), agenda="Kwaliteit, bezetting en tarieven")
        self.naar(dag + timedelta(days=3))
        afspraken = [
            {"tekst": "Nieuwe klachtenregeling sturen", "wie": "aanbieder", "uiterlijk": dag + timedelta(days=60)},
            {"tekst": "Cijfers over uitstroom delen", "wie": "cimot", "uiterlijk": self.t.peildatum - timedelta(days=8)},
        ]
        self.doe(
            gesprek.gesprek_schrijven,
            agenda="Kwaliteit, bezetting en tarieven",
            gehouden_op=dag,
            aanwezigen="De directeur en de contractmanager",
            verslag="De bezetting is stabiel. Cliënten zijn tevreden. Het vinden van personeel kost meer tijd dan verwacht.",
            afspraken=afspraken,
        )
        self.doe(gesprek.gesprek_afronden)
        self.naar(dag + timedelta(days=50))
        for afspraak in list(self.zaak.afspraken.all())[: 1 if "afspraak_laat" in self.rol.extra else 2]:
            self.doe(gesprek.afspraak_afronden, afspraak=afspraak, uitkomst="Gedaan.")
        reactie = "Wij herkennen het verslag."
        self.doe(gesprek.reactie_vastleggen, reactie=reactie, namens=NAMENS)

    def _maatregel(self, soort: str) -> None:
        self.naar(self.t.peildatum - timedelta(days=40))
        self.doe(
            maatregel.verscherpen,
            self.leider,
            soort=soort,
            reden="Er waren in de nacht twee keer te weinig medewerkers.",
            advies="Neem geen nieuwe cliënten op tot het rooster op orde is.",
            advies_op=self.klok.nu.date(),
            vanaf=self.klok.nu.date(),
            tot=self.t.peildatum + timedelta(days=20),
        )


def speel(toneel: Toneel, *, klein: bool = False) -> None:
    """The maxima first, then every provider; in a small demo the first that stands so in its region."""
    almelo, begin = toneel.regios[A], toneel.peildatum - timedelta(days=BEGON + 30)
    for soort, (eenheid, bedrag) in MAXIMUM.items():
        prijs = {"soort": soort, "eenheid": eenheid, "bedrag": Decimal(bedrag), "vanaf": begin}
        tarief.maximum_vastleggen(almelo, door=toneel.mensen["coen"], op=moment(begin, 9), **prijs)
    eerste = {(rol.regio, rol.doel): rol for rol in reversed(ROLLEN)}
    for rol in ROLLEN:
        if not klein or rol is eerste[rol.regio, rol.doel]:
            Aanbiederverhaal(toneel, rol).speel()
