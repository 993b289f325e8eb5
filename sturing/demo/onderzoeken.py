"""The second part of a story: the investigation and its account."""

from datetime import timedelta

from cimot import actions
from cimot.leefgebieden import Leefgebied
from cimot.processen.aanmelding import Status as S
from kern.proces import correctie
from kern.tijd import klok
from sturing.demo import teksten
from sturing.demo.aanname import NAMENS
from sturing.demo.neven import Neven
from sturing.demo.toneel import DEFINITIEF, INVULLEN, REACTIE, STARTEN, VERSLAG, VERSTUREN


class Onderzoeken(Neven):
    def starten(self) -> None:
        self.naar(STARTEN)
        self.landelijk_openen()
        self.doe(actions.onderzoek_starten)
        self.doe(
            actions.gesprek_plannen,
            wanneer=self.klok.nu + timedelta(days=self.kans.randint(2, 6)),
            minuten=self.kans.choice([45, 60, 90]),
            plaats=self.kans.choice(["bij cliënt thuis", "kantoor Cimot", "bij de zus van cliënt"]),
            aanwezigen=f"cliënt, {self.kans.choice(teksten.HULPVERLENERS)}",
        )
        self.contact("onderzoek")
        self.landelijk_verder()
        if not self.zaak.is_open or self.heeft("lt_over"):
            return
        hier = self.scene.doel == S.ONDERZOEK
        # Sometimes nothing is filled in yet.
        if not hier or self.heeft("terug") or self.kans.random() < 0.6:
            self.onderzoeken()
        self.adviseren()
        if hier:
            self.nog_in_onderzoek()

    def onderzoeken(self) -> None:
        kans = self.kans
        self.naar(INVULLEN)
        papier = kans.choice(["paspoort", "identiteitskaart", "rijbewijs"])
        self.doe(actions.identiteit_vaststellen, identiteitsbewijs=papier, identiteit_op=klok.dag(self.klok.nu))
        half = self.scene.doel == S.ONDERZOEK and not self.heeft("terug")
        gebieden = Leefgebied.values[: kans.randint(4, 14)] if half else Leefgebied.values
        bevindingen = {
            gebied: {"tekst": kans.choice(teksten.BEVINDING), "is_niet_aan_de_orde": False}
            if kans.random() < 0.7
            else {"tekst": "", "is_niet_aan_de_orde": True}
            for gebied in gebieden
        }
        self.doe(actions.leefgebieden_invullen, bevindingen=bevindingen)
        antwoorden = dict(list(teksten.LID_4.items())[: kans.randint(1, 5)]) if half else teksten.LID_4
        self.doe(actions.onderzoek_invullen, **antwoorden)
        self.contact("onderzoek")

    def adviseren(self) -> None:
        """Another discipline of Cimot is asked, and sometimes answers (R-ORG-12)."""
        if not self.scene.extra & {"advies", "advies_klaar"}:
            return
        vraag = self.kans.choice(teksten.ADVIES_VRAGEN)
        self.doe(actions.advies_vragen, **vraag)
        if self.heeft("advies_klaar"):
            self.naar(VERSLAG - 1)
            gevraagd = self.zaak.onderzoek.adviezen.get()
            self.doe(actions.advies_vastleggen, advies_id=gevraagd.pk, advies=teksten.ADVIES[vraag["discipline"]])

    def nog_in_onderzoek(self) -> None:
        if self.heeft("vertraging"):
            self.doe(actions.vertraging_noteren, reden=self.kans.choice(teksten.VERTRAGING))
        if self.heeft("terug"):
            self.doe(actions.verslag_maken)
            self.klok.nu += timedelta(minutes=4)
            self.doe(correctie.corrigeren, reden=teksten.REDEN["corrigeren"])
        if self.heeft("vroeg"):
            self.vroeg_aanvragen()

    def vroeg_aanvragen(self) -> None:
        """The six weeks are over, so the client may apply before there is an account (L-12)."""
        zes_weken = self.zaak.taken.get(code="onderzoek").vervalt_op
        self.naar((zes_weken - self.scene.gemeld).days + 1)
        if klok.dag(self.klok.nu) > zes_weken:
            self.doe(actions.aanvraag_vastleggen, door=self.balie, vorm="brief", is_ondertekend=True)

    def verslag_maken(self) -> None:
        self.naar(VERSLAG)
        vragen = self.t.criteria[self.regio.pk, self.onderwerp]
        uitkomsten = {
            vraag.pk: {"uitkomst": "nee" if self.kans.random() < 0.1 else "ja", "toelichting": ""} for vraag in vragen
        }
        self.doe(actions.criteria_invullen, uitkomsten=uitkomsten)
        self.doe(actions.beoordeling_vastleggen, **teksten.BEOORDELING)
        self.doe(actions.verslag_maken)

    def versturen(self) -> None:
        self.naar(VERSTUREN)
        self.hier_de_beste_kans()
        self.doe(actions.verslag_schrijven, conclusie=teksten.CONCLUSIE, voorstel=teksten.VOORSTEL)
        self.doe(actions.verslag_versturen, via=self.kans.choice(["brief", "email"]))
        self.contact("verslag")

    def definitief_maken(self) -> None:
        self.naar(REACTIE)
        reactie = self.kans.choice(["akkoord", "akkoord", "gezien", "niet_akkoord"])
        self.doe(actions.reactie_vastleggen, reactie=reactie, is_ondertekend=reactie == "akkoord", namens=NAMENS)
        self.naar(DEFINITIEF)
        self.doe(actions.definitief_maken)
