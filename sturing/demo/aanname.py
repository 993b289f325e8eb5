"""The first part of a story: from the telephone to the casemanager, by the real actions."""

from datetime import datetime, timedelta

from cimot import actions
from cimot.models import Aanmelding
from cimot.processen.aanmelding import Status as S
from kern.models import Client
from kern.personen import clienten
from kern.proces import correctie
from kern.tijd import klok
from kern.tijd.kalender import werkdag
from kern.werk import notities
from sturing.demo import teksten
from sturing.demo.namen import Persoon
from sturing.demo.toneel import (
    BEVESTIGEN,
    CONTACT,
    DUUR,
    FRONTOFFICE,
    PLAN,
    TEAMLEIDER,
    TOEWIJZEN,
    Scene,
    Toneel,
    moment,
)

NAMENS = {"wie": "client", "kanaal": "telefoon"}


class Aanname:
    """Every step has its day, its person and its clock."""

    def __init__(self, toneel: Toneel, scene: Scene, persoon: Persoon, client: Client | None = None):
        self.t, self.scene, self.persoon, self.client = toneel, scene, persoon, client
        self.kans, self.klok = toneel.kans, toneel.klok
        self.regio = toneel.regios[scene.regio]
        self.balie = toneel.mensen[FRONTOFFICE[scene.regio]]
        self.leider = toneel.mensen[TEAMLEIDER[scene.regio]]
        self.zaakhouder = toneel.mensen.get(scene.casemanager)
        dagen = (toneel.peildatum - scene.gemeld).days
        # An answer can only be late when there was time to wait for it.
        over = dagen - (6 if self.heeft("wacht_laat") else 1)
        self.tempo = min(1, max(over, 0) / DUUR[scene.doel])
        self.zaak: Aanmelding | None = None
        self.is_teruggekomen = False

    def heeft(self, wat: str) -> bool:
        return wat in self.scene.extra

    def naar(self, dagen: float) -> datetime:
        """Move the clock to so many days after the melding: a working day in office hours, and never back."""
        dag = self.scene.gemeld + timedelta(days=round(dagen * self.tempo))
        while not werkdag(dag):
            dag += timedelta(days=1)
        gepland = moment(min(dag, self.t.uiterlijk), self.kans.randint(9, 15), self.kans.randint(0, 59))
        self.klok.nu = max(gepland, self.klok.nu + timedelta(minutes=9))
        return self.klok.nu

    def doe(self, actie, **waarden) -> None:
        """One action of the case, by its casemanager unless another is named."""
        self.zaak = actie(self.zaak, **{"door": self.zaakhouder, "op": self.klok.nu, **waarden})

    def contact(self, fase: str) -> None:
        if self.kans.random() < 0.3:
            return
        met = self.kans.choice(["cliënt", "cliënt", *teksten.HULPVERLENERS])
        notities.contact_vastleggen(
            self.zaak,
            op=self.klok.nu,
            met=met,
            kanaal=self.kans.choice(["telefoon", "telefoon", "bezoek", "email"]),
            tekst=self.kans.choice(teksten.CONTACT[fase]),
            door=self.zaakhouder or self.balie,
        )

    def melden(self) -> None:
        kans, werk = self.kans, werkdag(self.scene.gemeld)
        vandaag = self.scene.gemeld == self.t.peildatum
        # Today counts from midnight: what came in before office hours.
        uur = kans.randint(0, 5) if vandaag else kans.randint(9, 15)
        ontvangen = self.klok.nu = moment(self.scene.gemeld, uur, kans.randint(5, 55))
        kanaal = kans.choice(
            ["telefoon", "telefoon", "balie", "email", "brief"] if werk and not vandaag else ["website", "email"]
        )
        self.onderwerp = kans.choice(teksten.ONDERWERPEN)
        hier = kans.random() < 0.92 and not any(wat.startswith("lt_") for wat in self.scene.extra)
        self.gemeente = kans.choice(self.t.gemeenten[self.scene.regio]) if hier else self.t.buiten
        melder = kans.choice(["zelf", "familie", "familie", "aanbieder", "gemeente", "zorg", "anders"])
        naamloos = self.heeft("naamloos") or self.heeft("later_naam")
        wie = {"client": self.client} if self.client else {"naam": self.persoon.lijst, "geboren": self.persoon.geboren}
        omschrijving = kans.choice(teksten.NAAMLOOS if naamloos else teksten.OMSCHRIJVING[self.onderwerp])
        vraag = None
        if self.heeft("vraag"):
            vraag = actions.vraag_vastleggen(
                door=self.balie, op=ontvangen, regio=self.regio, kanaal=kanaal, melder=melder, tekst=omschrijving
            )
        self.zaak = actions.melden(
            door=self.balie,
            op=ontvangen,
            regio=self.regio,
            ontvangen_op=ontvangen,
            onderwerp="onbekend" if naamloos else self.onderwerp,
            kanaal=kanaal,
            melder="anders" if naamloos else melder,
            melder_naam="" if melder == "zelf" else kans.choice(teksten.MELDERNAMEN),
            melder_telefoon=f"06-0000{kans.randint(0, 9999):04d}",
            is_spoed=any("spoed" in wat for wat in self.scene.extra),
            omschrijving=omschrijving,
            gemeente=self.gemeente,
            vraag=vraag,
            woonsituatie=kans.choice(["dreigend", "feitelijk"] if self.onderwerp == "mo" else ["thuis", "dreigend"]),
            ethos="" if naamloos or self.onderwerp == "bw" else kans.choice(["straat", "noodopvang", "bij_anderen"]),
            grond="" if naamloos else "zelf" if melder == "zelf" else "toestemming",
            is_dubbel_bekeken=not self.heeft("dubbel"),
            # Not everybody asks it on the telephone.
            is_wlz_bekeken=not naamloos and kans.random() < 0.6,
            **({} if naamloos else wie),
        )

    def blijft_nieuw(self, doel) -> None:
        if self.heeft("later_naam"):
            self.naar(CONTACT)
            self.doe(
                actions.client_koppelen,
                door=self.balie,
                naam=self.persoon.lijst,
                geboren=self.persoon.geboren,
                is_dubbel_bekeken=True,
            )
        if doel == S.DOORGEZONDEN:
            self.naar(CONTACT)
            self.doe(
                actions.doorzenden,
                door=self.leider,
                reden=teksten.REDEN["doorzenden"],
                ontvanger=teksten.ONTVANGER["doorzenden"],
            )

    def gegevens(self) -> None:
        """Who it is, completed afterwards: herkomst and BSN or the reason are needed to confirm."""
        kans, p = self.kans, self.persoon
        zonder_bsn = self.heeft("zonder_bsn")
        self.zaak.client = clienten.wijzigen(
            self.zaak.client,
            door=self.balie,
            bsn="" if zonder_bsn else p.bsn,
            bsn_reden=kans.choice(["niet_vastgesteld", "wil_niet"]) if zonder_bsn else "",
            voornamen=p.voornamen,
            herkomst=self.gemeente,
            telefoon=f"06-0000{kans.randint(0, 9999):04d}",
            taal=p.taal,
            is_tolk_nodig=bool(p.taal) and kans.random() < 0.4,
            is_geheim=self.heeft("geheim"),
        )
        if self.heeft("geheim") or kans.random() < 0.5:
            clienten.adres_toevoegen(
                self.zaak.client,
                door=self.balie,
                vanaf=self.scene.gemeld - timedelta(days=400),
                soort="brp",
                straat=kans.choice(teksten.STRATEN),
                huisnummer=str(kans.randint(1, 180)),
                postcode="1234 AB",
                plaats=self.gemeente.naam if self.gemeente != self.t.buiten else "Zwolle",
                is_geheim=self.heeft("geheim"),
            )

    def bevestigen(self) -> None:
        self.naar(self.kans.choice([0, BEVESTIGEN]))
        if not self.client:
            self.gegevens()
        if not self.zaak.melding.is_wlz_bekeken:
            self.doe(
                actions.melding_wijzigen,
                door=self.balie,
                onderwerp=self.onderwerp,
                is_dubbel_bekeken=not self.heeft("dubbel"),
                is_wlz_bekeken=True,
                wlz_uitkomst="niet aan de orde",
            )
        via = self.kans.choice(["brief", "email"])
        self.doe(actions.bevestigen, door=self.balie, via=via)
        if self.heeft("correctie"):
            self.naar(BEVESTIGEN)
            self.doe(correctie.corrigeren, door=self.leider, reden=teksten.REDEN["corrigeren"])
            self.doe(actions.bevestigen, door=self.balie, op=self.naar(BEVESTIGEN), via="brief")

    def toewijzen(self) -> None:
        self.naar(TOEWIJZEN)
        self.doe(actions.toewijzen, door=self.leider, behandelaar=self.zaakhouder)
        if self.heeft("meldmoment"):
            eerder = self.zaak.melding.ontvangen_op - timedelta(days=1)
            self.doe(actions.meldmoment_corrigeren, ontvangen_op=eerder, reden=teksten.REDEN["meldmoment_corrigeren"])
        if self.heeft("geen_contact"):
            return
        self.naar(CONTACT)
        self.contact("melding")
        self.doe(actions.eerste_contact)
        self.doe(
            actions.ondersteuning_vastleggen,
            ondersteuning=self.kans.choice(["aangeboden", "ja", "nee"]),
            ondersteuning_op=klok.dag(self.klok.nu),
        )
        is_kort = self.tempo < 1
        if (is_kort and self.scene.doel == S.MELDING_BEVESTIGD) or (not is_kort and self.kans.random() < 0.3):
            return  # the client still has time for his plan, or let it lapse
        self.naar(PLAN)
        plan = self.kans.choice(["ontvangen", "niet_gewenst"])
        tekst = self.kans.choice(teksten.PLAN) if plan == "ontvangen" else ""
        self.doe(actions.plan_vastleggen, plan=plan, plan_tekst=tekst, namens=NAMENS)
