"""One dossier of the demo, lived through by the real actions until where it must be on the day of the demo."""

from datetime import timedelta

from cimot import actions
from cimot.models import Aanmelding
from cimot.processen.aanmelding import Status as S
from kern.tijd import klok
from kern.tijd.kalender import werkdag
from kern.werk import notities
from sturing.demo import teksten
from sturing.demo.aanname import NAMENS
from sturing.demo.besluiten import Besluiten
from sturing.demo.omgeving import Omgeving
from sturing.demo.toneel import AFSLAG, HOOFDWEG, PLAN


class Verhaal(Besluiten, Omgeving):
    def speel(self) -> Aanmelding:
        self.melden()
        self.spoed_afhandelen()
        doel = S(self.scene.doel)
        if doel == S.MELDING_ONTVANGEN or (doel == S.DOORGEZONDEN and not self.zaakhouder):
            self.blijft_nieuw(doel)
            return self.zaak
        self.bevestigen()
        if self.zaakhouder:
            self.toewijzen()
        if self.heeft("lt_signaal"):
            self.landelijk_openen()
        tot = AFSLAG.get(doel, doel)
        if tot in HOOFDWEG:
            for stap in self.stappen[: HOOFDWEG.index(tot)]:
                stap()
        if tot != doel or tot not in HOOFDWEG:
            self.loopt_anders(doel)
        return self.zaak

    @property
    def stappen(self) -> tuple:
        """One step from each status of the main road to the next."""
        return (
            self.starten,
            self.verslag_maken,
            self.versturen,
            self.definitief_maken,
            self.aanvragen,
            self.compleet_maken,
            self.opstellen,
            self.voorleggen,
            self.goedkeuren,
            self.besluiten,
        )

    def loopt_anders(self, doel) -> None:
        anders = {
            S.AANVRAAG_ONVOLLEDIG: self.aanvulling_vragen,
            S.GEEN_AANVRAAG: self.geen_aanvraag,
            S.AFGESLOTEN_ALGEMENE_VOORZIENING: self.algemene_voorziening,
            S.DOORGEZONDEN: self.starten,
            S.GEEN_INGEZETENE_TOETS: self.verblijfsrecht_nagaan,
            S.NIET_BEVOEGD: self.niet_bevoegd,
            S.INGETROKKEN: self.intrekken,
        }
        if doel == S.BUITEN_BEHANDELING:
            self.aanvulling_vragen()
            self.buiten_behandeling()
        elif doel in anders:
            anders[doel]()

    def verblijfsrecht_nagaan(self) -> None:
        self.naar(PLAN)
        self.doe(actions.ingezetenschap_nagaan, reden=teksten.REDEN["ingezetenschap_nagaan"])

    def niet_bevoegd(self) -> None:
        self.naar(PLAN)
        ontvanger, reden = teksten.ONTVANGER["niet_bevoegd_verklaren"], teksten.REDEN["niet_bevoegd_verklaren"]
        self.doe(actions.niet_bevoegd_verklaren, reden=reden, ontvanger=ontvanger)

    def intrekken(self) -> None:
        self.naar(PLAN)
        self.doe(actions.intrekken, reden=teksten.REDEN["intrekken"], namens=NAMENS)

    def naderhand(self) -> None:
        """Reminders, waiting, labels, and all that stands around a case; the clock still stands at the last step."""
        door, peildatum, vandaag = self.zaakhouder or self.balie, self.t.peildatum, klok.dag(self.klok.nu)
        self.spoed_volgen()
        self.omringen()
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
