"""The third part of a story: from the aanvraag to the besluit, or what came instead."""

from datetime import date, timedelta
from decimal import Decimal

from cimot import actions
from cimot.models import Besluit
from cimot.processen.aanmelding import Status as S
from cimot.regels import groepen_bij
from kern.tijd import klok
from sturing.demo import teksten
from sturing.demo.aanname import NAMENS
from sturing.demo.onderzoeken import Onderzoeken
from sturing.demo.toneel import (
    AANVRAGEN,
    AANVULDAGEN,
    AANVULLEN,
    BESLUITEN,
    BUITEN,
    COMPLEET,
    GOEDKEUREN,
    OPSTELLEN,
    SCHRIJVEN,
    VOORLEGGEN,
)

TWEE_JAAR = timedelta(days=2 * 365 - 1)
OZL = (("ozl_standaard", 8), ("ozl_intensief", 11), ("ozl_intensief", 14), ("ozl_zeer_intensief", 18))


class Besluiten(Onderzoeken):
    # The aanvraag.

    def aanvragen(self) -> None:
        self.naar(AANVRAGEN)
        vorm = "verslag" if self.zaak.verslag.is_ondertekend else self.kans.choice(["formulier", "brief"])
        self.doe(actions.aanvraag_vastleggen, door=self.balie, vorm=vorm, is_ondertekend=True)

    def aanvulling_vragen(self) -> None:
        self.naar(AANVULLEN)
        tot = None if self.heeft("zonder_termijn") else klok.dag(self.klok.nu) + timedelta(days=AANVULDAGEN)
        self.doe(actions.aanvulling_vragen, ontbreekt=self.kans.choice(teksten.ONTBREEKT), via="brief", gesteld_tot=tot)

    def buiten_behandeling(self) -> None:
        tot = self.zaak.aanvraag.aanvullingen.get().gesteld_tot
        self.naar(max(BUITEN, (tot - self.scene.gemeld).days + 2))
        self.doe(
            actions.buiten_behandeling_laten,
            waarom=teksten.NIET_AANGEVULD,
            ondertekenaar=self.leider,
            via="brief",
        )

    def compleet_maken(self) -> None:
        if self.heeft("aangevuld"):
            self.aanvulling_vragen()
            # Before the last day of the term: the time to decide runs again at once.
            self.naar(COMPLEET + 2)
            self.doe(actions.aanvulling_ontvangen, door=self.balie)
            return
        self.naar(COMPLEET)
        self.doe(actions.aanvraag_compleet_verklaren)

    def geen_aanvraag(self) -> None:
        self.naar(AANVRAGEN)
        self.doe(actions.geen_aanvraag, reden=teksten.REDEN["geen_aanvraag"], namens=NAMENS)

    def algemene_voorziening(self) -> None:
        self.naar(AANVRAGEN)
        self.doe(actions.algemene_voorziening, reden=teksten.REDEN["algemene_voorziening"], namens=NAMENS)

    # The besluit.

    @property
    def uitkomst(self) -> str:
        if self.scene.doel == S.AFGEWEZEN_AFGESLOTEN or self.heeft("afwijzing"):
            return "afwijzing"
        return "gedeeltelijk" if self.heeft("gedeeltelijk") else "toekenning"

    def opstellen(self) -> None:
        self.naar(OPSTELLEN)
        self.doe(actions.besluit_opstellen)
        self.naar(SCHRIJVEN)
        teksten_ = dict(zip(Besluit.ELEMENTEN, self.kans.choice(teksten.MOTIVERING), strict=True))
        if self.heeft("half"):
            self.doe(actions.besluit_schrijven, **dict(list(teksten_.items())[:2]))
            return
        self._uitschrijven(teksten_)
        if self.heeft("laat"):
            self._uitstel_melden()
        if self.heeft("teruggestuurd"):
            self.voorleggen()
            self.naar(GOEDKEUREN)
            self.doe(actions.besluit_terugsturen, door=self.leider, reden=self.kans.choice(teksten.TERUGGESTUURD))

    def _uitschrijven(self, motivering: dict[str, str]) -> None:
        vandaag, kans = klok.dag(self.klok.nu), self.kans
        kent_toe, weigert = self.uitkomst != "afwijzing", self.uitkomst != "toekenning"
        grond, uitleg = kans.choice(teksten.WEIGERING) if weigert else ("", "")
        self.doe(
            actions.besluit_schrijven,
            uitkomst=self.uitkomst,
            **motivering,
            doelen=sorted(kans.sample(Besluit.Doel.values, 2)) if kent_toe else [],
            afbouwdoel=kans.choice(teksten.AFBOUW) if kent_toe else "",
            herbeoordelen_op=vandaag + timedelta(days=365) if kent_toe else None,
            cak_regime=kans.choice(["bw_intramuraal", "abonnement", "onbepaald"]) if kent_toe else "onbepaald",
            weigeringsgrond=grond,
            weigering_toelichting=uitleg,
            verordening=actions.college(self.zaak).verordeningen.get(periode__contains=vandaag),
        )
        if kent_toe:
            self.doe(actions.onderdelen_kiezen, onderdelen=self._onderdelen(vandaag + timedelta(days=14)))
        if weigert:
            zienswijze = kans.choice(teksten.ZIENSWIJZE)
            self.doe(actions.hoor_vastleggen, gehoord="gehoord", zienswijze=zienswijze, namens=NAMENS)

    def _onderdelen(self, vanaf: date) -> list[dict]:
        """What the region has: components, or one product; for opvang there is opvang."""
        kans, toe = self.kans, {"beslissing": "toegekend", "vanaf": vanaf, "tot": vanaf + TWEE_JAAR}
        groepen = groepen_bij(self.onderwerp, self.regio.instelling("bw.productcatalogus", self.scene.gemeld))
        aanbieder = self.t.aanbieders["mo" if self.onderwerp == "mo" else "bw"]
        if "ozl" not in groepen:
            soort = "opvang" if "opvang" in groepen else kans.choice(["all_inclusive", "modulair"])
            return [{**toe, "soort": soort, "aanbieder": aanbieder, "motivering": teksten.ONDERDEEL[soort]}]
        soort, uren = kans.choice(OZL)
        rijen = [
            {**toe, "soort": soort, "uren": Decimal(uren), "aanbieder": aanbieder, "motivering": teksten.ONDERDEEL["ozl"]}
        ]
        if kans.random() < 0.5:
            rijen.append({**toe, "soort": "omd", "is_vervoer": kans.random() < 0.3, "motivering": teksten.ONDERDEEL["omd"]})
        if self.heeft("gedeeltelijk"):
            niet = {"beslissing": "afgewezen", "motivering": teksten.ONDERDEEL["geen_verblijf"]}
            rijen.append({**niet, "soort": "verblijf"})
        elif kans.random() < 0.7:
            woont = {"aanbieder": aanbieder, "huurt_van": "instelling"}
            rijen.append({**toe, **woont, "soort": "verblijf", "motivering": teksten.ONDERDEEL["verblijf"]})
        return rijen

    def _uitstel_melden(self) -> None:
        """The two weeks are over: the client hears that, and when the besluit comes (L-58)."""
        uiterlijk = self.zaak.taken.get(code="besluit").vervalt_op
        self.naar((uiterlijk - self.scene.gemeld).days + 1)
        tot = self.t.peildatum + timedelta(days=10)
        reden = self.kans.choice(teksten.BESLUIT_LAAT)
        self.doe(actions.vertraging_meedelen, reden=reden, via="brief", mededeling_tot=tot)

    def voorleggen(self) -> None:
        self.naar(VOORLEGGEN)
        self.doe(actions.besluit_voorleggen)

    def goedkeuren(self) -> None:
        self.naar(GOEDKEUREN)
        self.doe(actions.besluit_goedkeuren, door=self.leider, ondertekenaar=self.leider)

    def besluiten(self) -> None:
        self.naar(BESLUITEN)
        self.doe(actions.besluit_versturen, via="brief")
