"""Around a case: who stands beside the client, what he allowed, what lies in the dossier, who works along."""

from datetime import timedelta

from kern.personen import relaties
from kern.stukken import documenten
from kern.tijd import klok
from kern.werk import team
from sturing.demo import stukken, teksten
from sturing.demo.neven import Neven
from sturing.demo.toneel import COLLEGA


class Omgeving(Neven):
    def omringen(self) -> None:
        """The clock still stands at the last step; who was there, was there before the melding."""
        if self.zaak.client_id:
            self._mensen()
        if self.zaak.client_id and self.zaakhouder and self.kans.random() < 0.3:
            self._toestemmingen()
        if self.heeft("stukken"):
            self._stukken()
        if self.heeft("samen"):
            collega = self.t.mensen[COLLEGA[self.scene.casemanager]]
            reden = self.kans.choice(teksten.SAMEN)
            team.medebehandelaar_toevoegen(self.zaak, gebruiker=collega, door=self.zaakhouder, op=self.klok.nu, reden=reden)

    def _mensen(self) -> None:
        soorten = [soort for soort in teksten.RELATIES if self.heeft(soort)]
        if not soorten and self.kans.random() < 0.25:
            soorten = [self.kans.choice(["moeder", "zus", "begeleider", "begeleider", "partner"])]
        for soort in soorten:
            vanaf = self.scene.gemeld - timedelta(days=self.kans.randint(60, 900))
            waarden = {**teksten.RELATIES[soort], "naam": self.kans.choice(teksten.NAASTEN[soort])}
            relaties.relatie_toevoegen(
                self.zaak.client,
                door=self.zaakhouder or self.balie,
                op=self.klok.nu,
                vanaf=vanaf,
                telefoon=f"06-0000{self.kans.randint(0, 9999):04d}",
                **waarden,
            )

    def _toestemmingen(self) -> None:
        """Given when the investigation began; now and then one that was withdrawn later."""
        gegeven = min(self.scene.gemeld + timedelta(days=5), klok.dag(self.klok.nu))
        waarden = self.kans.choice(teksten.TOESTEMMINGEN)
        wie = {"door": self.zaakhouder, "op": self.klok.nu}
        rij = relaties.toestemming_vastleggen(self.zaak.client, **wie, gegeven_op=gegeven, via="bezoek", **waarden)
        if self.kans.random() < 0.25:
            relaties.toestemming_intrekken(rij, **wie, ingetrokken_op=klok.dag(self.klok.nu), ingetrokken_via="telefoon")

    def _stukken(self) -> None:
        wie = {"door": self.zaakhouder, "op": self.klok.nu}
        ontvangen = self.scene.gemeld + timedelta(days=8)
        for naam, soort, titel, regels in teksten.STUKKEN:
            bestand = stukken.pdf(naam, titel, regels) if naam.endswith(".pdf") else stukken.tekst(naam, "\n".join(regels))
            documenten.toevoegen(
                self.zaak,
                bestanden=[bestand],
                soort=soort,
                richting="in",
                gedateerd_op=min(ontvangen, klok.dag(self.klok.nu)),
                kanaal="email",
                titel=titel,
                **wie,
            )
