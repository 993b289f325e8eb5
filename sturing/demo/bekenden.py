"""Petra de Wit and Hans Bakker of the worked examples (domein.md SC-01 and SC-02).

Petra goes as far as her own dates on the day of the demo, up to the besluit; Hans stands at the start of his story.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal

from cimot import actions
from cimot.processen.aanmelding import Status as S
from kern.models import Gemeente
from kern.personen import clienten
from kern.tijd.kalender import Duur, laatste_dag
from kern.werk import notities
from sturing.demo import teksten
from sturing.demo.namen import Persoon
from sturing.demo.toneel import Scene, Toneel, moment
from sturing.demo.verhaal import Verhaal

# The lowest number of the test range; the others are drawn from the rest of it.
BSN_PETRA = "999900006"
VANAF = date(2026, 11, 23)


def speel(toneel: Toneel) -> None:
    """With their own dates once these have passed, else as long ago as they are on that day."""
    verschuiving = timedelta(0) if toneel.peildatum >= VANAF else toneel.peildatum - VANAF
    _petra(toneel, date(2026, 11, 2) + verschuiving)
    _hans(toneel, date(2026, 11, 20) + verschuiving)


def _petra(toneel: Toneel, gemeld: date) -> None:
    """Nineteen, from Rijssen-Holten; her mother calls. Anke is her casemanager."""
    klok, fenna, anke = toneel.klok, toneel.mensen["fenna"], toneel.mensen["anke"]
    gemeente = Gemeente.objects.get(naam="Rijssen-Holten")
    op = klok.nu = moment(gemeld, 10, 12)
    zaak = actions.melden(
        door=fenna,
        op=op,
        regio=toneel.regios["almelo"],
        ontvangen_op=op,
        onderwerp="bw",
        kanaal="telefoon",
        melder="familie",
        melder_naam="Ria de Wit",
        melder_telefoon="06-00001102",
        naam="Wit, Petra de",
        geboren="2007-03-03",
        gemeente=gemeente,
        woonsituatie="thuis",
        grond="toestemming",
        omschrijving="Moeder belt, Petra is erbij. ADHD en borderline, gebruikt drugs. Thuis gaat het niet meer.",
        is_dubbel_bekeken=True,
        is_wlz_bekeken=True,
        wlz_uitkomst="niet aan de orde",
    )
    waarden = {"herkomst": gemeente, "voornamen": "Petra", "telefoon": "06-00001103"}
    clienten.wijzigen(zaak.client, door=fenna, bsn=BSN_PETRA, **waarden)
    op = klok.nu = moment(gemeld, 11, 30)
    zaak = actions.bevestigen(zaak, door=fenna, op=op, via="brief")
    op = klok.nu = moment(gemeld, 14)
    zaak = actions.toewijzen(zaak, door=toneel.mensen["tineke"], op=op, behandelaar=anke)
    op = klok.nu = moment(gemeld, 16, 5)
    tekst = "Kennisgemaakt. Petra wil begeleiding in de buurt en weer naar school. Moeder is contactpersoon."
    notities.contact_vastleggen(zaak, op=op, met="Petra en haar moeder", kanaal="telefoon", tekst=tekst, door=anke)
    zaak = actions.eerste_contact(zaak, door=anke, op=op)
    zaak = actions.ondersteuning_vastleggen(zaak, door=anke, op=op, ondersteuning="aangeboden", ondersteuning_op=gemeld)
    petra = Petra(toneel, zaak, gemeld)
    petra.tot(18)
    klok.nu = moment(gemeld + timedelta(days=18), 15, 20)
    tekst = "Petra belde: school wil weten of ze blijft."
    notities.contact_vastleggen(zaak, op=klok.nu, met="Petra", kanaal="telefoon", tekst=tekst, door=anke)
    petra.tot((toneel.peildatum - gemeld).days)


class Petra(Verhaal):
    """Her steps, each on its own day after the melding."""

    def __init__(self, toneel: Toneel, zaak, gemeld: date):
        scene = Scene(S.INDICATIE_ACTIEF, "almelo", "anke", gemeld, frozenset({"brief"}))
        super().__init__(toneel, scene, Persoon("Petra", "de", "Wit"), zaak.client)
        self.zaak, self.onderwerp, self.dag = zaak, "bw", 0
        dagen = (8, 28, 29, 32, 37, 38, 39, 42, 44, 45)
        self.nog_te_doen = list(zip(dagen, self.stappen, strict=True))

    def tot(self, dag: int) -> None:
        """Everything before that day."""
        while self.nog_te_doen and self.nog_te_doen[0][0] < dag:
            self.dag, stap = self.nog_te_doen.pop(0)
            stap()

    def naar(self, dagen: float) -> datetime:
        vroeg = moment(self.scene.gemeld + timedelta(days=self.dag), 10)
        self.klok.nu = max(vroeg, self.klok.nu + timedelta(minutes=9))
        return self.klok.nu

    def aanvragen(self) -> None:
        """She sends the account back with her signature."""
        self.naar(self.dag)
        self.doe(actions.aanvraag_vastleggen, door=self.balie, vorm="verslag", is_ondertekend=True)

    def _onderdelen(self, vanaf: date) -> list[dict]:
        begin = self.scene.gemeld + timedelta(days=91)
        einde = laatste_dag(begin, Duur(jaren=2))
        duur = {"vanaf": begin, "tot": einde, "beslissing": "toegekend", "aanbieder": self.t.aanbieders["bw"]}
        return [
            {**duur, "soort": "ozl_intensief", "uren": Decimal(11), "motivering": teksten.ONDERDEEL["ozl"]},
            {**duur, "soort": "omd", "motivering": "Met begeleiding gaat Petra weer naar school."},
            {**duur, "soort": "verblijf", "huurt_van": "instelling", "motivering": teksten.ONDERDEEL["verblijf"]},
        ]


def _hans(toneel: Toneel, gemeld: date) -> None:
    """Fifty, no identity document, slept in the nachtopvang. Nobody has his case yet."""
    klok, fenna = toneel.klok, toneel.mensen["fenna"]
    gemeente = Gemeente.objects.get(naam="Almelo")
    op = klok.nu = moment(gemeld, 9, 40)
    zaak = actions.melden(
        door=fenna,
        op=op,
        regio=toneel.regios["almelo"],
        ontvangen_op=op,
        onderwerp="mo",
        kanaal="balie",
        melder="zelf",
        naam="Bakker, Hans",
        geboren="1976-05-00",
        gemeente=gemeente,
        woonsituatie="feitelijk",
        grond="zelf",
        omschrijving="Bedrijf failliet, huwelijk voorbij. Drinkt en gebruikt. Sliep vier nachten in de nachtopvang.",
        is_dubbel_bekeken=True,
        is_wlz_bekeken=True,
        wlz_uitkomst="niet aan de orde",
    )
    clienten.wijzigen(zaak.client, door=fenna, herkomst=gemeente, bsn_reden="niet_vastgesteld")
    klok.nu = moment(gemeld, 11, 15)
    actions.bevestigen(zaak, door=fenna, op=klok.nu, via="balie")
