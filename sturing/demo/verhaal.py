"""One dossier of the demo, lived through by the real actions until where it must be on the day of the demo."""

from datetime import timedelta

from cimot import actions
from cimot.leefgebieden import Leefgebied
from cimot.models import Aanmelding
from cimot.processen.aanmelding import Status as S
from kern import actions as kern
from kern import notities
from kern.kalender import werkdag
from sturing.demo import teksten
from sturing.demo.aanname import NAMENS, Aanname
from sturing.demo.toneel import DEFINITIEF, HOOFDWEG, INVULLEN, PLAN, REACTIE, STARTEN, VERSLAG, VERSTUREN


class Verhaal(Aanname):
    def speel(self) -> Aanmelding:
        self.melden()
        doel = S(self.scene.doel)
        if doel in (S.MELDING_ONTVANGEN, S.DOORGEZONDEN):
            self.blijft_nieuw(doel)
            return self.zaak
        self.bevestigen()
        if self.zaakhouder:
            self.toewijzen()
        if doel in HOOFDWEG:
            stappen = (self.starten, self.verslag_maken, self.versturen, self.definitief_maken)
            for stap in stappen[: HOOFDWEG.index(doel)]:
                stap()
        else:
            self.loopt_anders(doel)
        return self.zaak

    def loopt_anders(self, doel) -> None:
        self.naar(PLAN)
        if doel == S.GEEN_INGEZETENE_TOETS:
            self.doe(actions.ingezetenschap_nagaan, reden=teksten.REDEN["ingezetenschap_nagaan"])
        elif doel == S.NIET_BEVOEGD:
            ontvanger = teksten.ONTVANGER["niet_bevoegd_verklaren"]
            reden = teksten.REDEN["niet_bevoegd_verklaren"]
            self.doe(actions.niet_bevoegd_verklaren, reden=reden, ontvanger=ontvanger)
        else:
            self.doe(actions.intrekken, reden=teksten.REDEN["intrekken"], namens=NAMENS)

    def starten(self) -> None:
        self.naar(STARTEN)
        self.doe(actions.onderzoek_starten)
        self.doe(
            actions.gesprek_plannen,
            wanneer=self.klok.nu + timedelta(days=self.kans.randint(2, 6)),
            minuten=self.kans.choice([45, 60, 90]),
            plaats=self.kans.choice(["bij cliënt thuis", "kantoor Cimot", "bij de zus van cliënt"]),
            aanwezigen=f"cliënt, {self.kans.choice(teksten.HULPVERLENERS)}",
        )
        self.contact("onderzoek")
        hier = self.scene.doel == S.ONDERZOEK
        # Sometimes nothing is filled in yet.
        if not hier or self.heeft("terug") or self.kans.random() < 0.6:
            self.onderzoeken()
        if hier:
            self.nog_in_onderzoek()

    def onderzoeken(self) -> None:
        kans = self.kans
        self.naar(INVULLEN)
        papier = kans.choice(["paspoort", "identiteitskaart", "rijbewijs"])
        self.doe(actions.identiteit_vaststellen, identiteitsbewijs=papier, identiteit_op=kern.dag(self.klok.nu))
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

    def nog_in_onderzoek(self) -> None:
        if self.heeft("vertraging"):
            self.doe(actions.vertraging_noteren, reden=self.kans.choice(teksten.VERTRAGING))
        if self.heeft("terug"):
            self.doe(actions.verslag_maken)
            self.klok.nu += timedelta(minutes=4)
            self.doe(kern.corrigeren, reden=teksten.REDEN["corrigeren"])

    def verslag_maken(self) -> None:
        self.naar(VERSLAG)
        vragen = self.t.criteria[self.regio.pk, self.onderwerp]
        uitkomsten = {
            vraag.pk: {"uitkomst": "nee" if self.kans.random() < 0.1 else "ja", "toelichting": ""} for vraag in vragen
        }
        self.doe(actions.criteria_invullen, uitkomsten=uitkomsten)
        self.doe(actions.verslag_maken)

    def versturen(self) -> None:
        self.naar(VERSTUREN)
        self.doe(actions.verslag_schrijven, conclusie=teksten.CONCLUSIE, voorstel=teksten.VOORSTEL)
        self.doe(actions.verslag_versturen, via=self.kans.choice(["brief", "email"]))
        self.contact("verslag")

    def definitief_maken(self) -> None:
        self.naar(REACTIE)
        reactie = self.kans.choice(["akkoord", "akkoord", "gezien", "niet_akkoord"])
        self.doe(actions.reactie_vastleggen, reactie=reactie, is_ondertekend=reactie == "akkoord", namens=NAMENS)
        self.naar(DEFINITIEF)
        self.doe(actions.definitief_maken)

    def naderhand(self) -> None:
        """Reminders, waiting and labels; the clock still stands at the last step."""
        door, peildatum, vandaag = self.zaakhouder or self.balie, self.t.peildatum, kern.dag(self.klok.nu)
        if self.heeft("wacht") or self.heeft("wacht_laat"):
            wie, waarop = self.kans.choice(teksten.WACHT)
            dagen = self.kans.randint(2, 9) if self.heeft("wacht") else -self.kans.randint(1, 2)
            tot = max(peildatum + timedelta(days=dagen), vandaag)
            notities.wacht_zetten(self.zaak, wie=wie, waarop=waarop, tot=tot, door=door, op=self.klok.nu)
        if self.heeft("herinnering"):
            dag = peildatum + timedelta(days=self.kans.randint(-1, 5))
            while not werkdag(dag):
                dag += timedelta(days=-1 if dag < peildatum else 1)
            dag = max(dag, vandaag)
            notities.herinnering_maken(self.zaak, op=dag, tekst=self.kans.choice(teksten.HERINNERING), door=door)
        if self.heeft("label"):
            notities.label_zetten(self.zaak, label=self.kans.choice(teksten.LABELS), door=door)
