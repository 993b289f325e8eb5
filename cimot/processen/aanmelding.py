"""SM-1 as a table, from `melding_ontvangen` to `verslag_definitief` (domein.md 3.1)."""

from django.db import models

from cimot import terugdraaien as t
from cimot import voorwaarden as v
from kern.kalender import Duur
from kern.proces import BLIJFT, Overgang, Proces, Stap, Termijn, UitInstelling
from kern.rollen import Rijen, Rol, Wereld


class Status(models.TextChoices):
    MELDING_ONTVANGEN = "melding_ontvangen", "Melding ontvangen"
    MELDING_BEVESTIGD = "melding_bevestigd", "Melding bevestigd"
    GEEN_INGEZETENE_TOETS = "geen_ingezetene_toets", "Verblijfsrecht nagaan"
    ONDERZOEK = "onderzoek", "Onderzoek"
    VERSLAG_CONCEPT = "verslag_concept", "Verslag in concept"
    VERSLAG_CLIENT = "verslag_client", "Verslag bij cliënt"
    VERSLAG_DEFINITIEF = "verslag_definitief", "Verslag definitief"
    DOORGEZONDEN = "doorgezonden", "Doorgezonden"
    NIET_BEVOEGD = "niet_bevoegd", "Niet bevoegd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


S = Status
BAL, CM, TL = Rol.FRONTOFFICE, Rol.CASEMANAGER, Rol.TEAMLEIDER
NIEUW = (S.MELDING_ONTVANGEN, S.MELDING_BEVESTIGD)
VOOR_ONDERZOEK = (*NIEUW, S.GEEN_INGEZETENE_TOETS)
ONDERZOEKEND = (S.MELDING_BEVESTIGD, S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK)
TOT_VERSLAG = (*NIEUW, S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK, S.VERSLAG_CONCEPT, S.VERSLAG_CLIENT)
LOPEND = (*TOT_VERSLAG, S.VERSLAG_DEFINITIEF)
GEMELD = "Melding ontvangen"
INTAKE = UitInstelling("opvang.intake_contact_werkdagen", "werkdagen")
# fmt: off
OVERGANGEN = (
    #        van                          actie                       naar                     wie         mits, and what else
    Overgang((S.MELDING_ONTVANGEN,),      "bevestigen",               S.MELDING_BEVESTIGD,     (BAL, CM),
             mits=(v.ER_IS_EEN_PERSOON, v.ONDERWERP_BEKEND, v.GROND_BEKEND, v.HERKOMST_BEKEND, v.BSN_OF_REDEN),
             label="Melding bevestigen", verstuurt="BRF-01", terug=t.bevestiging, hoofd=True, bron="L-06, L-52"),
    Overgang(NIEUW,                       "melding_wijzigen",         BLIJFT,                  (BAL, CM),
             label="Melding aanvullen"),
    Overgang((S.GEEN_INGEZETENE_TOETS,),  "melding_wijzigen",         BLIJFT,                  (CM,),
             label="Melding aanvullen", alleen_eigen=True),
    Overgang(NIEUW,                       "client_koppelen",          BLIJFT,                  (BAL, CM),
             label="Cliënt kiezen", bron="R-AAN-03"),
    Overgang(LOPEND,                      "toewijzen",                BLIJFT,                  (BAL, CM, TL),
             label="Casemanager kiezen"),
    Overgang(TOT_VERSLAG,                 "meldmoment_corrigeren",    BLIJFT,                  (CM, TL),
             label="Datum van melding verbeteren", met_reden=True),
    Overgang(VOOR_ONDERZOEK,              "eerste_contact",           BLIJFT,                  (BAL, CM),
             label="Eerste contact vastleggen", bron="R-EXT-02"),
    Overgang(NIEUW,                       "doorzenden",               S.DOORGEZONDEN,          (CM, TL),
             label="Doorzenden", met_reden=True, verstuurt="BRF-15", bron="L-54"),
    Overgang((S.MELDING_BEVESTIGD,),      "ingezetenschap_nagaan",    S.GEEN_INGEZETENE_TOETS, (CM,),
             label="Verblijfsrecht nagaan", met_reden=True, alleen_eigen=True, bron="L-03"),
    Overgang((S.MELDING_BEVESTIGD, S.GEEN_INGEZETENE_TOETS),
                                          "niet_bevoegd_verklaren",   S.NIET_BEVOEGD,          (CM, TL),
             label="Niet bevoegd", met_reden=True, verstuurt="BRF-15", bron="L-54"),
    Overgang((S.MELDING_BEVESTIGD, S.GEEN_INGEZETENE_TOETS),
                                          "onderzoek_starten",        S.ONDERZOEK,             (CM,),
             mits=(v.ER_IS_EEN_CASEMANAGER, v.DUBBEL_BEKEKEN, v.ACHTTIEN_OF_BIJNA, v.WLZ_BEKEKEN, v.EERSTE_CONTACT_GEWEEST,
                   v.PLAN_GEWEEST, v.OP_ONDERSTEUNING_GEWEZEN),
             label="Onderzoek starten", alleen_eigen=True, hoofd=True, terug=t.start, bron="L-07, L-08"),
    Overgang(ONDERZOEKEND,                "plan_vastleggen",          BLIJFT,                  (CM,),
             label="Persoonlijk plan", alleen_eigen=True, namens=True, bron="L-07"),
    Overgang(ONDERZOEKEND,                "ondersteuning_vastleggen", BLIJFT,                  (CM,),
             label="Cliëntondersteuning", alleen_eigen=True, bron="L-05, L-08"),
    Overgang(ONDERZOEKEND,                "identiteit_vaststellen",   BLIJFT,                  (CM,),
             label="Identiteit vaststellen", alleen_eigen=True, bron="L-14"),
    Overgang(ONDERZOEKEND,                "gesprek_plannen",          BLIJFT,                  (CM,),
             label="Gesprek plannen", alleen_eigen=True, bron="BRF-02, BRF-04"),
    Overgang((S.ONDERZOEK,),              "onderzoek_invullen",       BLIJFT,                  (CM,),
             label="Onderzoek invullen", alleen_eigen=True, bron="L-09"),
    Overgang((S.ONDERZOEK,),              "leefgebieden_invullen",    BLIJFT,                  (CM,),
             label="Leefgebieden invullen", alleen_eigen=True, bron="R-VIS-19, R-VIS-26"),
    Overgang((S.ONDERZOEK, S.VERSLAG_CONCEPT),
                                          "criteria_invullen",        BLIJFT,                  (CM,),
             label="Criteria invullen", alleen_eigen=True, bron="R-VIS-03, R-EXT-01"),
    Overgang((S.ONDERZOEK,),              "vertraging_noteren",       BLIJFT,                  (CM,),
             label="Vertraging noteren", alleen_eigen=True, met_reden=True, bron="L-06"),
    Overgang((S.ONDERZOEK,),              "verslag_maken",            S.VERSLAG_CONCEPT,       (CM,),
             mits=(v.IDENTITEIT_BEKEKEN, v.LID_4_INGEVULD, v.LEEFGEBIEDEN_INGEVULD),
             label="Verslag maken", alleen_eigen=True, hoofd=True, bron="L-09, L-11"),
    Overgang((S.VERSLAG_CONCEPT,),        "verslag_schrijven",        BLIJFT,                  (CM,),
             label="Verslag schrijven", alleen_eigen=True, bron="L-11"),
    Overgang((S.VERSLAG_CONCEPT,),        "verslag_versturen",        S.VERSLAG_CLIENT,        (CM,),
             mits=(v.VERSLAG_GESCHREVEN, v.CRITERIA_INGEVULD),
             label="Verslag naar cliënt sturen", alleen_eigen=True, hoofd=True, verstuurt="BRF-06", terug=t.verzending, bron="L-11"),
    Overgang((S.VERSLAG_CLIENT,),         "reactie_vastleggen",       BLIJFT,                  (CM,),
             label="Reactie van cliënt vastleggen", alleen_eigen=True, namens=True, bron="L-11"),
    Overgang((S.VERSLAG_CLIENT,),         "definitief_maken",         S.VERSLAG_DEFINITIEF,    (CM,),
             mits=(v.REACTIE_OF_TERMIJN_VOORBIJ,),
             label="Definitief verslag sturen", alleen_eigen=True, hoofd=True, verstuurt="BRF-07", terug=t.definitief, bron="L-06, L-11"),
    Overgang(LOPEND,                      "intrekken",                S.INGETROKKEN,           (BAL, CM),
             label="Cliënt trekt de melding in", namens=True, met_reden=True, verstuurt="BRF-16"),
)

TERMIJNEN = (
    #       code              naam                       vanaf        duur           voor  bron
    Termijn("ontvangst",      "Ontvangst bevestigen",    "gemeld_op", None,          BAL, "Awb 2:17, Wmo 2.3.2 lid 1 (T-ONTVANGST)",
            te_doen="Ontvangst bevestigen", gebeurtenis=GEMELD, zolang=(S.MELDING_ONTVANGEN,), klaar="bevestigd_op"),
    Termijn("persplan",       "Persoonlijk plan 7 dagen", "gemeld_op", Duur(dagen=7), CM,  "Wmo 2.3.2 lid 2 (T-PERSPLAN)",
            te_doen="Persoonlijk plan verwerken", gebeurtenis=GEMELD, zolang=(*NIEUW, S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK),
            atw=True, klaar="plan_afgehandeld_op", van_client=True, waarschuw=(2,)),
    Termijn("eerste_contact", "Eerste contact",          "gemeld_op", INTAKE,        CM,  "Afspraak van de regio (R-EXT-02)",
            te_doen="Eerste contact leggen", gebeurtenis=GEMELD, zolang=VOOR_ONDERZOEK, wettelijk=False, klaar="eerste_contact_op",
            waarschuw=(3, 1)),
    # Cannot be suspended (L-06); its verb is that of the status.
    Termijn("onderzoek",      "Onderzoek 6 weken",       "gemeld_op", Duur(weken=6), CM,  "Wmo 2.3.2 lid 1 (T-ONDERZOEK)",
            te_doen="", gebeurtenis=GEMELD, zolang=TOT_VERSLAG, atw=True, waarschuw=(14, 7, 1)),
)
# fmt: on

AANMELDING = Proces(
    soort="aanmelding",
    naam="Aanmelding",
    meervoud="Aanmeldingen",
    letter="A",
    wereld=Wereld.ZORG,
    model="cimot.Aanmelding",
    een_per_client=True,  # R-AAN-03
    bron="SM-1",
    statussen=Status,
    begin=S.MELDING_ONTVANGEN,
    openen=(BAL, CM),
    zicht={
        BAL: Rijen.REGIO,
        CM: Rijen.REGIO,
        TL: Rijen.REGIO,
        Rol.REGIOGEMEENTE: Rijen.GEMEENTE,
        Rol.REGIOGEMEENTE_INDICEREND: Rijen.GEMEENTE,
    },
    aanname=NIEUW,
    wacht_extern=(S.VERSLAG_CLIENT, S.VERSLAG_DEFINITIEF),
    eind=(S.DOORGEZONDEN, S.NIET_BEVOEGD, S.INGETROKKEN),
    te_doen={
        S.MELDING_ONTVANGEN: "Ontvangst bevestigen",
        S.MELDING_BEVESTIGD: "Onderzoek starten",
        S.GEEN_INGEZETENE_TOETS: "Verblijfsrecht nagaan",
        S.ONDERZOEK: "Verslag maken",
        S.VERSLAG_CONCEPT: "Verslag naar cliënt sturen",
        S.VERSLAG_CLIENT: "Reactie van cliënt vastleggen",
        S.VERSLAG_DEFINITIEF: "Aanvraag afwachten",
    },
    stappen=(
        Stap("Melding", NIEUW),
        Stap("Onderzoek", (S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK)),
        Stap("Verslag", (S.VERSLAG_CONCEPT, S.VERSLAG_CLIENT)),
        Stap("Definitief", (S.VERSLAG_DEFINITIEF,)),
    ),
    overgangen=OVERGANGEN,
    termijnen=TERMIJNEN,
)
