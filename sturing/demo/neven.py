"""What runs beside an aanmelding in the stories: spoed, and the question in which region somebody has the best chance."""

from datetime import timedelta

from cimot import actions
from cimot.models import Kansweging
from kern.tijd import klok
from sturing.demo import teksten
from sturing.demo.aanname import Aanname
from sturing.demo.toneel import INVULLEN, VERSLAG

SPOED = {"spoed", "spoed_hulp", "spoed_langer", "spoed_klaar", "geen_spoed"}
DAAR = {"lt_daar", "lt_akkoord", "lt_overdracht", "lt_over", "lt_geschil"}
LANDELIJK = DAAR | {"lt_signaal", "lt_onderzoek", "lt_hier", "lt_vervallen"}


class Neven(Aanname):
    # Spoed.

    @property
    def spoed(self):
        return self.zaak.nevendossiers.get(soort="spoed").concreet()

    def spoed_afhandelen(self) -> None:
        """The teamleider decides within the hour, whatever day it is."""
        if not self.scene.extra & (SPOED - {"spoed"}):
            return
        self.klok.nu += timedelta(minutes=self.kans.randint(20, 50))
        wie = {"door": self.leider, "op": self.klok.nu}
        if self.heeft("geen_spoed"):
            actions.geen_spoed(self.spoed, **wie, reden=teksten.REDEN["geen_spoed"])
            return
        spoed = actions.spoed_beoordelen(self.spoed, **wie, **self.kans.choice(teksten.SPOED))
        vandaag = klok.dag(self.klok.nu)
        # Help that is made longer afterwards, or was stopped before its last day.
        tot = self.scene.gemeld + timedelta(days=14) if self.heeft("spoed_langer") else self.t.peildatum + timedelta(days=20)
        actions.tijdelijk_besluiten(
            spoed,
            **wie,
            tijdelijk_vanaf=vandaag,
            tijdelijk_tot=tot,
            waarom=self.kans.choice(teksten.SPOED_WAAROM),
            ondertekenaar=self.leider,
            via="balie",
        )

    def spoed_volgen(self) -> None:
        wie = {"door": self.leider, "op": self.klok.nu}
        if self.heeft("spoed_langer"):
            tot = self.t.peildatum + timedelta(days=5)
            brief = {"ondertekenaar": self.leider, "via": "brief"}
            actions.voorziening_verlengen(self.spoed, **wie, **brief, tijdelijk_tot=tot, reden=teksten.REDEN["verlengen"])
        elif self.heeft("spoed_klaar"):
            actions.voorziening_beeindigen(self.spoed, **wie, reden=teksten.REDEN["beeindigen"])

    # Landelijke toegankelijkheid.

    @property
    def van_elders(self) -> bool:
        herkomst = self.zaak.client.herkomst
        return herkomst.soort != "onbekend" and herkomst.regio_id != self.regio.pk

    @property
    def landelijk(self):
        return self.zaak.nevendossiers.get(soort="landelijk").concreet()

    def landelijk_openen(self) -> None:
        if self.van_elders:
            self.doe(actions.lt_openen, **teksten.VAN_ELDERS)

    def naast(self, neven, actie, **waarden):
        """One action of what runs beside the case, by the casemanager of both."""
        return actie(neven, door=self.zaakhouder, op=self.klok.nu, **waarden)

    def landelijk_verder(self) -> None:
        """As far as this story goes while the investigation runs."""
        if self.heeft("lt_vervallen"):
            self.naast(self.landelijk, actions.vervallen, reden=teksten.REDEN["vervallen"])
        if not self.scene.extra & (DAAR | {"lt_onderzoek"}):
            return
        self.naar(INVULLEN)
        neven = self.naast(self.landelijk, actions.lt_onderzoeken)
        half = self.heeft("lt_onderzoek")
        neven = self.naast(neven, actions.kans_wegen, wegingen=self._wegingen("daar", half=half))
        neven = self.naast(neven, actions.contact_andere_regio, **teksten.ANDERE_REGIO)
        if not half:
            self._daar_helpen(neven)

    def _wegingen(self, kant: str, *, half: bool = False) -> dict:
        """Most criteria speak for one side, each with its reason; some make no difference."""
        criteria = list(Kansweging.Criterium.values)
        wegingen = {}
        for nummer, criterium in enumerate(criteria):
            if half and nummer > 4:
                wegingen[criterium] = {"voorkeur": "onbekend", "toelichting": ""}
            else:
                voorkeur = kant if nummer in (0, 5) or self.kans.random() < 0.6 else "gelijk"
                waarom = teksten.WEGING[criterium] if voorkeur == kant else ""
                wegingen[criterium] = {"voorkeur": voorkeur, "toelichting": waarom}
        return wegingen

    def _daar_helpen(self, neven) -> None:
        tijdelijk = {"tijdelijk": "geregeld", "tijdelijk_toelichting": teksten.TOT_DE_OVERNAME}
        neven = self.naast(neven, actions.tijdelijk_regelen, **tijdelijk)
        neven = self.naast(neven, actions.daar_helpen, motivering=teksten.BESTE_KANS_DAAR, uitleg_via="telefoon")
        if self.heeft("lt_geschil"):
            self.naar(INVULLEN + 4)
            reden = teksten.REDEN["geschil"]
            neven = self.naast(neven, actions.geschil_melden, reden=reden, geschilstap="contactpersonen")
        if self.scene.extra & {"lt_akkoord", "lt_overdracht", "lt_over"}:
            self.naar(INVULLEN + 3)
            namens = {"wie": "gemeente Zwolle", "kanaal": "email"}
            naam = teksten.ANDERE_REGIO["contact_naam"]
            neven = self.naast(neven, actions.akkoord_vastleggen, akkoord_naam=naam, namens=namens)
        if self.scene.extra & {"lt_overdracht", "lt_over"}:
            neven = self.naast(neven, actions.overdragen)
        if self.heeft("lt_over"):
            self._overgenomen(neven)

    def _overgenomen(self, neven) -> None:
        """The other region helps, so the aanmelding here ends (R-LT-05)."""
        self.naar(VERSLAG)
        gesprek = klok.dag(self.klok.nu)
        self.naar(VERSLAG + 5)
        dagen = {"gesprek_op": gesprek, "aangekomen_op": klok.dag(self.klok.nu)}
        neven = self.naast(neven, actions.overdracht_vastleggen, stukken=teksten.STUKKEN_MEE, **dagen)
        self.naast(neven, actions.overdracht_afronden, overgenomen_naam=teksten.ANDERE_REGIO["contact_naam"])
        self.doe(actions.elders_overgenomen)

    def hier_de_beste_kans(self) -> None:
        """It must be known before the account leaves (SM-4)."""
        if not self.van_elders or not self.landelijk.is_open:
            return
        neven = self.naast(self.landelijk, actions.lt_onderzoeken)
        neven = self.naast(neven, actions.kans_wegen, wegingen=self._wegingen("hier"))
        self.naast(neven, actions.hier_helpen, motivering=teksten.BESTE_KANS, uitleg_via="telefoon")
