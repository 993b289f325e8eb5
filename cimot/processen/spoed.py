"""Spoed beside an aanmelding: decide at once on a temporary maatwerkvoorziening (Wmo 2.3.3; SM-1 `spoed`, L-13)."""

from django.db import models

from cimot import terugdraaien as t
from cimot.voorwaarden import neven as n
from kern.proces.tabel import BLIJFT, Menu, Overgang, Proces, Stap, Termijn, TotDatum, UitInstelling, bewaartermijn, bezwaar
from kern.toegang.rollen import Rijen, Rol, Wereld


class Status(models.TextChoices):
    SPOED = "spoed", "Spoed"
    TIJDELIJK_BESLUIT = "tijdelijk_besluit", "Tijdelijke hulp loopt"
    BEEINDIGD = "beeindigd", "Tijdelijke hulp gestopt"
    GEEN_SPOED = "geen_spoed", "Geen spoed"


S = Status
BAL, CM, TL = Rol.FRONTOFFICE, Rol.CASEMANAGER, Rol.TEAMLEIDER
EIND = (S.BEEINDIGD, S.GEEN_SPOED)
NORM = UitInstelling("spoed.norm_dagen", "dagen")
TOT = TotDatum("tijdelijk_tot", "De tijdelijke hulp loopt tot en met")
# fmt: off
OVERGANGEN = (
    #        van                     actie                     naar                 wie        mits, and what else
    Overgang((S.SPOED,),             "spoed_beoordelen",       BLIJFT,              (CM, TL),
             label="Spoed beoordelen", bron="L-13"),
    Overgang((S.SPOED,),             "tijdelijk_besluiten",    S.TIJDELIJK_BESLUIT, (TL,),
             mits=(n.SPOED_BEOORDEELD,), label="Tijdelijke hulp toekennen", hoofd=True, verstuurt=("BRF-03",),
             terug=t.tijdelijk_besluit, is_besluit=True, bron="L-13, L-26"),
    Overgang((S.SPOED,),             "geen_spoed",             S.GEEN_SPOED,        (CM, TL),
             label="Geen spoed", met_reden=True, bron="SM-1"),
    Overgang((S.TIJDELIJK_BESLUIT,), "voorziening_verlengen",  BLIJFT,              (TL,),
             label="Tijdelijke hulp verlengen", met_reden=True, verstuurt=("BRF-03",), bron="L-13, L-55"),
    Overgang((S.TIJDELIJK_BESLUIT,), "voorziening_beeindigen", S.BEEINDIGD,         (CM, TL),
             label="Tijdelijke hulp stoppen", met_reden=True, hoofd=True, bron="L-13"),
    Overgang((S.SPOED, S.TIJDELIJK_BESLUIT), "toewijzen",      BLIJFT,              (BAL, CM, TL),
             label="Casemanager kiezen"),
)

TERMIJNEN = (
    #       code         naam                          vanaf              duur  voor bron
    Termijn("spoed",     "Spoed: meteen beslissen",    "geopend_op",      NORM, CM,  "Wmo 2.3.3 (T-SPOED)",
            te_doen="Op spoed beslissen", gebeurtenis="Spoed gemeld", zolang=(S.SPOED,), klaar="tijdelijk_besloten_op"),
    Termijn("tijdelijk", "Tijdelijke hulp tot",        "tijdelijk_vanaf", TOT,  CM,  "Besluit (Wmo 2.3.3)",
            te_doen="Tijdelijke hulp verlengen of stoppen", gebeurtenis="Tijdelijke hulp begon",
            zolang=(S.TIJDELIJK_BESLUIT,), wettelijk=False, waarschuw=(7, 1)),
    *bezwaar("verzonden_op", (S.TIJDELIJK_BESLUIT, S.BEEINDIGD), Rol.CASEMANAGER, per="besluiten"),
    bewaartermijn(EIND),
)
# fmt: on

SPOED = Proces(
    soort="spoed",
    naam="Spoed",
    meervoud="Spoed",
    letter="S",
    wereld=Wereld.ZORG,
    menu=Menu("Toegang", "siren"),
    model="cimot.Spoedvoorziening",
    bron="SM-1 (spoed, tijdelijk_besluit)",
    statussen=Status,
    begin=S.SPOED,
    openen=(BAL, CM, TL),
    zicht={BAL: Rijen.REGIO, CM: Rijen.REGIO, TL: Rijen.REGIO},
    # Whoever is there acts: until a decision every casemanager of the region may read why it is urgent.
    aanname=(S.SPOED,),
    eind=EIND,
    te_doen={S.SPOED: "Op spoed beslissen", S.TIJDELIJK_BESLUIT: "Tijdelijke hulp volgen"},
    wacht_extern=(S.TIJDELIJK_BESLUIT,),
    stappen=(Stap("Spoed", (S.SPOED,)), Stap("Tijdelijke hulp", (S.TIJDELIJK_BESLUIT,))),
    overgangen=OVERGANGEN,
    termijnen=TERMIJNEN,
)
