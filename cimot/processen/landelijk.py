"""SM-4: landelijke toegankelijkheid and warme overdracht, beside an aanmelding whose clock runs on (domein.md 3.4, L-02)."""

from django.db import models

from cimot import terugdraaien as t
from cimot.voorwaarden import neven as n
from kern.proces.tabel import BLIJFT, Menu, Overgang, Proces, Stap, bewaartermijn
from kern.toegang.rollen import Rijen, Rol, Wereld


class Status(models.TextChoices):
    LT_SIGNAAL = "lt_signaal", "Komt van elders"
    LT_ONDERZOEK = "lt_onderzoek", "Beste kans onderzoeken"
    LT_DAAR = "lt_daar", "Beste kans in de andere regio"
    OVERDRACHT = "overdracht", "Warme overdracht"
    GESCHIL = "geschil", "Geschil tussen regio's"
    LT_HIER = "lt_hier", "Beste kans hier"
    OVERDRACHT_AFGEROND = "overdracht_afgerond", "Overgenomen door de andere regio"
    VERVALLEN = "vervallen", "Vervallen"


S = Status
BAL, CM, TL, SYS = Rol.FRONTOFFICE, Rol.CASEMANAGER, Rol.TEAMLEIDER, Rol.SYSTEEM
EIND = (S.LT_HIER, S.OVERDRACHT_AFGEROND, S.VERVALLEN)
OPEN = (S.LT_SIGNAAL, S.LT_ONDERZOEK, S.LT_DAAR, S.OVERDRACHT, S.GESCHIL)
# fmt: off
OVERGANGEN = (
    #        van                actie                    naar                    wie        mits, and what else
    Overgang((S.LT_SIGNAAL,),   "signaal_aanvullen",     BLIJFT,                 (BAL, CM),
             label="Gegevens aanvullen", bron="SM-4"),
    Overgang((S.LT_SIGNAAL,),   "lt_onderzoeken",        S.LT_ONDERZOEK,         (CM,),
             mits=(n.HERKOMST_VAN_ELDERS,), label="Beste kans onderzoeken", alleen_eigen=True, hoofd=True, bron="R-LT-02"),
    Overgang((S.LT_ONDERZOEK,), "kans_wegen",            BLIJFT,                 (CM,),
             label="Beste kans wegen", alleen_eigen=True, bron="R-LT-02"),
    Overgang((S.LT_ONDERZOEK, S.LT_DAAR),
                                "contact_andere_regio",  BLIJFT,                 (CM,),
             label="Contact met de andere regio", alleen_eigen=True, feit_van_buiten=True, verstuurt=("BRF-33",), bron="R-LT-04"),
    Overgang((S.LT_ONDERZOEK,), "hier_helpen",           S.LT_HIER,              (CM,),
             mits=(n.KANS_GEWOGEN,), label="Beste kans hier", alleen_eigen=True, hoofd=True, verstuurt=("BRF-34",), bron="L-02, R-LT-02"),
    Overgang((S.LT_ONDERZOEK,), "tijdelijk_regelen",     BLIJFT,                 (CM,),
             label="Hulp tot de overname", alleen_eigen=True, bron="L-13, SM-4"),
    Overgang((S.LT_ONDERZOEK,), "daar_helpen",           S.LT_DAAR,              (CM, TL),
             mits=(n.KANS_GEWOGEN, n.CONTACT_GEWEEST, n.TIJDELIJK_GEREGELD),
             label="Beste kans in de andere regio", alleen_eigen=True, verstuurt=("BRF-34",), bron="R-LT-02, R-LT-03"),
    Overgang((S.LT_DAAR,),      "akkoord_vastleggen",    BLIJFT,                 (CM,),
             label="Andere regio stemt in", alleen_eigen=True, namens=True, bron="SM-4"),
    Overgang((S.LT_DAAR,),      "overdragen",            S.OVERDRACHT,           (CM, TL),
             mits=(n.AKKOORD,), label="Overdracht beginnen", alleen_eigen=True, hoofd=True, bron="R-LT-05"),
    Overgang((S.LT_DAAR, S.OVERDRACHT),
                                "geschil_melden",        S.GESCHIL,              (CM, TL),
             label="Geschil melden", alleen_eigen=True, met_reden=True, bron="L-102"),
    Overgang((S.OVERDRACHT,),   "overdracht_vastleggen", BLIJFT,                 (CM,),
             label="Overdracht vastleggen", alleen_eigen=True, bron="SM-4"),
    Overgang((S.OVERDRACHT,),   "overdracht_afronden",   S.OVERDRACHT_AFGEROND,  (CM,),
             mits=(n.GESPREK_GEWEEST, n.OVERGENOMEN), label="Overname bevestigd", alleen_eigen=True, hoofd=True,
             feit_van_buiten=True, verstuurt=("BRF-35",), terug=t.overname, bron="R-LT-05"),
    Overgang((S.GESCHIL,),      "geschil_bijwerken",     BLIJFT,                 (TL,),
             label="Stap in het geschil", bron="L-102"),
    Overgang((S.GESCHIL,),      "geschil_overdragen",    S.OVERDRACHT,           (TL,),
             label="Uitkomst: overdragen", met_reden=True, hoofd=True, bron="L-102"),
    Overgang((S.GESCHIL,),      "geschil_hier",          S.LT_HIER,              (TL,),
             label="Uitkomst: wij helpen", met_reden=True, bron="L-102"),
    # By the system when the aanmelding ends before there is an answer.
    Overgang(OPEN,              "vervallen",             S.VERVALLEN,            (CM, TL, SYS),
             label="Niet meer nodig", alleen_eigen=True, met_reden=True),
    Overgang(OPEN,              "toewijzen",             BLIJFT,                 (BAL, CM, TL),
             label="Casemanager kiezen"),
)
# fmt: on

LANDELIJK = Proces(
    soort="landelijk",
    naam="Landelijke toegankelijkheid",
    meervoud="Landelijke toegankelijkheid",
    letter="L",
    wereld=Wereld.ZORG,
    menu=Menu("Toegang", "map"),
    model="cimot.LandelijkeToegang",
    bron="SM-4",
    statussen=Status,
    begin=S.LT_SIGNAAL,
    openen=(BAL, CM),
    zicht={BAL: Rijen.REGIO, CM: Rijen.REGIO, TL: Rijen.REGIO},
    aanname=(S.LT_SIGNAAL,),
    eind=EIND,
    wacht_extern=(S.LT_DAAR, S.GESCHIL),
    te_doen={
        S.LT_SIGNAAL: "Beste kans onderzoeken",
        S.LT_ONDERZOEK: "Beste kans bepalen",
        S.LT_DAAR: "Instemming van de andere regio",
        S.OVERDRACHT: "Warme overdracht afronden",
        S.GESCHIL: "Geschil oplossen",
    },
    stappen=(
        Stap("Signaal", (S.LT_SIGNAAL,)),
        Stap("Beste kans", (S.LT_ONDERZOEK, S.LT_DAAR)),
        Stap("Overdracht", (S.OVERDRACHT, S.GESCHIL)),
    ),
    overgangen=OVERGANGEN,
    # No deadline of its own: the six weeks of the melding run on (SM-4).
    termijnen=(bewaartermijn(EIND),),
)
