"""SM-9 as a table: a provider from its request to the end of its contract (domein.md 3.9)."""

from django.db import models

from aanbieders import terugdraaien as t
from aanbieders import voorwaarden as v
from kern.proces.tabel import BLIJFT, Menu, Overgang, Proces, Stap, Termijn, TotDatum, UitInstelling, bezwaar
from kern.tijd.gronden import GRONDEN
from kern.toegang.rollen import Klasse, Rijen, Rol, Wereld


class Status(models.TextChoices):
    AANGEMELD = "aangemeld", "Aangemeld"
    TOELATING_TOETS = "toelating_toets", "Toets van toelating"
    AANVULLING = "aanvulling", "Wacht op aanvulling"
    TOEGELATEN = "toegelaten", "Toegelaten"
    CONTRACT = "contract", "Contract opstellen"
    ACTIEF = "actief", "Actief"
    VOORTGANGSGESPREK = "voortgangsgesprek", "Voortgangsgesprek"
    VERSCHERPT = "verscherpt", "Verscherpt toezicht"
    OPGESCHORT = "opgeschort", "Opgeschort"
    BEEINDIGD = "beeindigd", "Beëindigd"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


S = Status
CON, TL, TK, FIN = Rol.CONTRACTMANAGER, Rol.TEAMLEIDER, Rol.TOEZICHT_KWALITEIT, Rol.ADMINISTRATIE
VOORAF = (S.AANGEMELD, S.TOELATING_TOETS, S.AANVULLING)
LEVERT = (S.ACTIEF, S.VOORTGANGSGESPREK, S.VERSCHERPT, S.OPGESCHORT)
LOPEND = (*VOORAF, S.TOEGELATEN, S.CONTRACT, *LEVERT)
EIND = (S.BEEINDIGD, S.AFGEWEZEN, S.INGETROKKEN)
BESLOTEN = (S.TOEGELATEN, S.CONTRACT, *LEVERT, S.AFGEWEZEN)
# fmt: off
OVERGANGEN = (
    #        van                    actie                    naar                 wie        mits, and what else
    Overgang((S.AANGEMELD,),        "informeren",            BLIJFT,              (CON,),
             label="Informatie sturen", verstuurt=("BRF-50",), bron="R-FIN-08"),
    Overgang(VOORAF,                "aanvraag_wijzigen",     BLIJFT,              (CON,),
             label="Aanvraag bijwerken", bron="SM-9 aangemeld"),
    Overgang((S.AANGEMELD,),        "toets_starten",         S.TOELATING_TOETS,   (CON,),
             mits=(v.GEGEVENS_COMPLEET, v.WENS_BEKEND, v.LOCATIE_BEKEND), label="Toets starten", hoofd=True,
             verstuurt=("BRF-51",), terug=t.toets, bron="SM-9 aangemeld, R-FIN-01"),
    Overgang(VOORAF,                "intrekken",             S.INGETROKKEN,       (CON,),
             label="Aanbieder trekt zich terug", namens=True, met_reden=True, bron="SM-9 aangemeld"),
    Overgang((S.TOELATING_TOETS,),  "kwaliteit_toetsen",     BLIJFT,              (CON, TK),
             label="Kwaliteit toetsen", bron="SM-9 toelating_toets, R-FIN-01"),
    Overgang((S.TOELATING_TOETS,),  "financien_toetsen",     BLIJFT,              (CON, FIN),
             label="Financiële continuïteit toetsen", bron="SM-9 toelating_toets, R-FIN-01"),
    Overgang((S.TOELATING_TOETS,),  "aanvulling_vragen",     S.AANVULLING,        (CON,),
             label="Om aanvulling vragen", verstuurt=("BRF-51",), terug=t.aanvulling, bron="SM-9 aanvulling, L-59"),
    Overgang((S.AANVULLING,),       "aanvulling_ontvangen",  S.TOELATING_TOETS,   (CON,),
             label="Aanvulling ontvangen", namens=True, hoofd=True, terug=t.aangevuld, bron="SM-9 aanvulling, L-59"),
    Overgang((S.TOELATING_TOETS,),  "toelaten",              S.TOEGELATEN,        (CON,),
             mits=(v.KWALITEIT_VOLDOET, v.FINANCIEEL_VOLDOET), label="Toelaten", hoofd=True, verstuurt=("BRF-52",),
             terug=t.besluit, bron="R-FIN-01, L-55"),
    Overgang((S.TOELATING_TOETS,),  "afwijzen",              S.AFGEWEZEN,         (CON,),
             label="Niet toelaten", met_reden=True, verstuurt=("BRF-52",), terug=t.besluit, bron="SM-9 toelating_toets, L-55"),
    Overgang((S.AANVULLING,),       "afwijzen",              S.AFGEWEZEN,         (CON,),
             mits=(v.TERMIJN_AANVULLING_VOORBIJ,), label="Niet toelaten", met_reden=True, verstuurt=("BRF-52",),
             terug=t.besluit, bron="SM-9 aanvulling, L-55"),
    Overgang((S.TOEGELATEN,),       "contract_opstellen",    S.CONTRACT,          (CON, TL),
             label="Contract opstellen", hoofd=True, bron="R-FIN-07"),
    Overgang((S.CONTRACT, *LEVERT), "contract_vastleggen",   BLIJFT,              (CON,),
             label="Contract vastleggen", bron="R-FIN-05, R-FIN-07, X-11"),
    Overgang((S.CONTRACT, *LEVERT), "contract_koppelen",     BLIJFT,              (CON,),
             label="Ander contract noteren", bron="R-FIN-09"),
    Overgang((S.CONTRACT,),         "contract_ingaan",       S.ACTIEF,            (CON,),
             mits=(v.CONTRACT_GETEKEND,), label="Contract laten ingaan", hoofd=True, terug=t.begin, bron="SM-9 contract"),
    Overgang(LEVERT,                "kosten_verantwoorden",  BLIJFT,              (CON, FIN),
             toon_als=v.heeft_subsidie, label="Werkelijke kosten vastleggen", bron="R-FIN-05"),
    Overgang((S.ACTIEF,),           "gesprek_plannen",       S.VOORTGANGSGESPREK, (CON,),
             label="Voortgangsgesprek plannen", hoofd=True, terug=t.planning, bron="R-FIN-07"),
    Overgang((S.VOORTGANGSGESPREK,), "gesprek_schrijven",    BLIJFT,              (CON,),
             label="Verslag schrijven", bron="R-FIN-07"),
    Overgang((S.VOORTGANGSGESPREK,), "gesprek_afronden",     S.ACTIEF,            (CON,),
             mits=(v.VERSLAG_KLAAR,), label="Gesprek afronden", hoofd=True, verstuurt=("BRF-53",), terug=t.afronding,
             bron="R-FIN-07"),
    Overgang((S.VOORTGANGSGESPREK,), "gesprek_afzeggen",     S.ACTIEF,            (CON,),
             label="Gesprek gaat niet door", met_reden=True, bron="SM-9"),
    Overgang(LEVERT,                "reactie_vastleggen",    BLIJFT,              (CON,),
             toon_als=v.heeft_verslag, label="Reactie van de aanbieder vastleggen", namens=True, bron="SM-9 voortgangsgesprek"),
    Overgang(LEVERT,                "afspraak_maken",        BLIJFT,              (CON,),
             label="Afspraak maken", bron="SM-9 voortgangsgesprek"),
    Overgang(LEVERT,                "afspraak_afronden",     BLIJFT,              (CON,),
             toon_als=v.heeft_afspraak, label="Afspraak afronden", bron="SM-9 voortgangsgesprek"),
    Overgang((S.ACTIEF, S.VOORTGANGSGESPREK), "verscherpen", S.VERSCHERPT,        (TL,),
             label="Verscherpt toezicht of cliëntenstop", verstuurt=("BRF-54",), terug=t.maatregel, bron="SM-9 verscherpt"),
    Overgang((S.VERSCHERPT,),       "verscherpen",           BLIJFT,              (TL,),
             label="Nog een maatregel nemen", verstuurt=("BRF-54",), bron="SM-9 verscherpt"),
    Overgang((S.ACTIEF, S.VERSCHERPT), "opschorten",         S.OPGESCHORT,        (TL,),
             label="Opschorten", verstuurt=("BRF-54",), terug=t.maatregel, bron="SM-9 opgeschort"),
    Overgang((S.VERSCHERPT, S.OPGESCHORT), "maatregel_opheffen", S.ACTIEF,        (TL,),
             label="Maatregel opheffen", met_reden=True, hoofd=True, verstuurt=("BRF-54",), terug=t.opheffing,
             bron="SM-9 verscherpt, opgeschort"),
    Overgang(LEVERT,                "einde_voorbereiden",    BLIJFT,              (CON,),
             label="Einde voorbereiden", met_reden=True, bron="SM-9 beeindigd"),
    Overgang(LEVERT,                "overdracht_regelen",    BLIJFT,              (CON,),
             mits=(v.EINDDATUM,), toon_als=v.stopt, label="Overdracht van cliënten", bron="SM-9 beeindigd"),
    Overgang(LEVERT,                "beeindigen",            S.BEEINDIGD,         (CON,),
             mits=(v.EINDDATUM_VOORBIJ, v.PLAN_KLAAR), toon_als=v.stopt, label="Samenwerking beëindigen",
             verstuurt=("BRF-55",), bron="SM-9 beeindigd"),
    Overgang(LOPEND,                "toewijzen",             BLIJFT,              (CON, TL),
             label="Contractmanager kiezen"),
)

TERMIJNEN = (
    #       code              naam                        vanaf             duur  voor  bron
    Termijn("toelating",      "Besluit over toelating",   "getoetst_vanaf", UitInstelling("toelating.beslis_weken", "weken"), CON,
            "Awb 4:13 (SM-9)", te_doen="", gebeurtenis="Toets begonnen", zolang=VOORAF, atw=True, klaar="besloten_op",
            opschorten=tuple(GRONDEN), waarschuw=(14, 5)),
    Termijn("aanvulling",     "Aanvulling van aanbieder", "aanvulling_gevraagd_op",
            TotDatum("aanvulling_tot", "De aanbieder heeft de tijd tot en met"), CON, "Awb 4:5 (SM-9)",
            te_doen="Op aanvulling wachten", gebeurtenis="Om aanvulling gevraagd", zolang=(S.AANVULLING,), klaar="aangevuld_op",
            van_client=True, waarschuw=(3,)),
    *bezwaar("bezwaar_vanaf", BESLOTEN, CON),
    # Six months ahead it is work.
    Termijn("contract_einde", "Contract loopt af",        "contract_begin",
            TotDatum("contract_eind", "Het contract loopt tot en met"), CON, "Contract (SM-9)",
            te_doen="Contract verlengen of stoppen", gebeurtenis="Contract begon", zolang=LEVERT, wettelijk=False,
            waarschuw=(183, 91, 30)),
    Termijn("gesprek",        "Voortgangsgesprek",        "gesproken_op",   UitInstelling("aanbieder.gesprek_maanden", "maanden"),
            CON, "Afspraak van de regio (R-FIN-07)", te_doen="Voortgangsgesprek plannen", gebeurtenis="Vorig gesprek of begin",
            zolang=LEVERT, wettelijk=False, waarschuw=(42, 14)),
    Termijn("afspraak",       "Afspraak met aanbieder",   "gemaakt_op",
            TotDatum("uiterlijk", "Afgesproken is uiterlijk"), CON, "Voortgangsgesprek (SM-9)", per="afspraken", klaar="gedaan_op",
            te_doen="Afspraak nagaan", gebeurtenis="Afgesproken", zolang=LEVERT, wettelijk=False, waarschuw=(14, 3)),
    Termijn("verantwoording", "Werkelijke kosten",        "vanaf",
            TotDatum("verantwoorden_uiterlijk", "De aanbieder verantwoordt zijn kosten uiterlijk"), CON, "Subsidie (R-FIN-05)",
            per="contracten", klaar="verantwoord_op",
            te_doen="Verantwoording van kosten nagaan", gebeurtenis="Subsidie begon", zolang=LEVERT, wettelijk=False,
            waarschuw=(30, 7)),
    Termijn("maatregel",      "Maatregel loopt af",       "vanaf",
            TotDatum("tot", "De maatregel loopt tot en met"), TL, "Maatregel (SM-9)", per="maatregelen", klaar="beeindigd_op",
            te_doen="Maatregel opheffen of verlengen", gebeurtenis="Maatregel begon", zolang=LEVERT, wettelijk=False,
            waarschuw=(14, 3)),
    Termijn("overdracht",     "Cliënten overdragen",      "actief_vanaf",
            TotDatum("eindigt_op", "De laatste dag van de aanbieder is"), CON, "Plan van overdracht (SM-9)",
            te_doen="Cliënten overdragen", gebeurtenis="Begin van de samenwerking", zolang=LEVERT, wettelijk=False,
            waarschuw=(91, 30, 7)),
)
# fmt: on

TOELATING = Proces(
    soort="toelating",
    naam="Toelating en contract",
    meervoud="Toelating en contracten",
    letter="T",
    wereld=Wereld.AANBIEDERS,
    menu=Menu("Aanbieders", "handshake"),
    behandelrol=CON,
    inhoud=Klasse.D11,
    model="aanbieders.Toelating",
    bron="SM-9",
    statussen=Status,
    begin=S.AANGEMELD,
    openen=(CON,),
    zicht={
        CON: Rijen.REGIO,
        TL: Rijen.REGIO,
        FIN: Rijen.REGIO,
        TK: Rijen.REGIO,
        Rol.TOEZICHT_CALAMITEITEN: Rijen.REGIO,
    },
    wacht_extern=(S.AANVULLING, S.ACTIEF, S.VERSCHERPT, S.OPGESCHORT),
    eind=EIND,
    te_doen={
        S.AANGEMELD: "Toets starten",
        S.TOELATING_TOETS: "Over toelating besluiten",
        S.AANVULLING: "Aanvulling afwachten",
        S.TOEGELATEN: "Contract opstellen",
        S.CONTRACT: "Contract laten tekenen",
        S.ACTIEF: "Contract volgen",
        S.VOORTGANGSGESPREK: "Gesprek afronden",
        S.VERSCHERPT: "Verbetering volgen",
        S.OPGESCHORT: "Opschorting volgen",
    },
    stappen=(
        Stap("Aanmelding", (S.AANGEMELD,)),
        Stap("Toets", (S.TOELATING_TOETS, S.AANVULLING)),
        Stap("Contract", (S.TOEGELATEN, S.CONTRACT)),
        Stap("Levering", LEVERT),
    ),
    overgangen=OVERGANGEN,
    termijnen=TERMIJNEN,
)
