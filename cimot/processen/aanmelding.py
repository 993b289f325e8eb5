"""SM-1 as a table, from melding to besluit (domein.md 3.1)."""

from django.db import models

from cimot import terugdraaien as t
from cimot.voorwaarden import besluit as b
from cimot.voorwaarden import toegang as v
from kern.proces.tabel import BLIJFT, Menu, Overgang, Proces, Stap, Termijn, TotDatum, UitInstelling, bewaartermijn, bezwaar
from kern.tijd.gronden import GRONDEN
from kern.tijd.kalender import Duur
from kern.toegang.rollen import Rijen, Rol, Wereld


class Status(models.TextChoices):
    MELDING_ONTVANGEN = "melding_ontvangen", "Melding ontvangen"
    MELDING_BEVESTIGD = "melding_bevestigd", "Melding bevestigd"
    GEEN_INGEZETENE_TOETS = "geen_ingezetene_toets", "Verblijfsrecht nagaan"
    ONDERZOEK = "onderzoek", "Onderzoek"
    VERSLAG_CONCEPT = "verslag_concept", "Verslag in concept"
    VERSLAG_CLIENT = "verslag_client", "Verslag bij cliënt"
    VERSLAG_DEFINITIEF = "verslag_definitief", "Verslag definitief"
    AANVRAAG_ONTVANGEN = "aanvraag_ontvangen", "Aanvraag ontvangen"
    AANVRAAG_ONVOLLEDIG = "aanvraag_onvolledig", "Aanvraag niet compleet"
    AANVRAAG_COMPLEET = "aanvraag_compleet", "Aanvraag compleet"
    BESLUIT_CONCEPT = "besluit_concept", "Besluit in concept"
    BESLUIT_4OGEN = "besluit_4ogen", "Besluit bij teamleider"
    BESLUIT_ONDERTEKEND = "besluit_ondertekend", "Besluit ondertekend"
    BESLUIT_VERZONDEN = "besluit_verzonden", "Besluit verzonden"
    INDICATIE_ACTIEF = "indicatie_actief", "Toegekend"
    AFGEWEZEN_AFGESLOTEN = "afgewezen_afgesloten", "Afgewezen"
    BUITEN_BEHANDELING = "buiten_behandeling", "Buiten behandeling"
    GEEN_AANVRAAG = "geen_aanvraag", "Geen aanvraag"
    AFGESLOTEN_ALGEMENE_VOORZIENING = "afgesloten_algemene_voorziening", "Algemene voorziening"
    DOORGEZONDEN = "doorgezonden", "Doorgezonden"
    NIET_BEVOEGD = "niet_bevoegd", "Niet bevoegd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


S = Status
BAL, CM, TL, SYS = Rol.FRONTOFFICE, Rol.CASEMANAGER, Rol.TEAMLEIDER, Rol.SYSTEEM
NIEUW = (S.MELDING_ONTVANGEN, S.MELDING_BEVESTIGD)
VOOR_ONDERZOEK = (*NIEUW, S.GEEN_INGEZETENE_TOETS)
ONDERZOEKEND = (S.MELDING_BEVESTIGD, S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK)
TOT_VERSLAG = (*NIEUW, S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK, S.VERSLAG_CONCEPT, S.VERSLAG_CLIENT)
# The aanvraag may come while the onderzoek still runs, when its six weeks have passed (L-12).
VROEG = (S.MELDING_BEVESTIGD, S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK, S.VERSLAG_CONCEPT, S.VERSLAG_CLIENT)
AANVRAAG = (S.AANVRAAG_ONTVANGEN, S.AANVRAAG_ONVOLLEDIG, S.AANVRAAG_COMPLEET)
BESLUIT = (S.BESLUIT_CONCEPT, S.BESLUIT_4OGEN, S.BESLUIT_ONDERTEKEND)
AANVULBAAR = (*VROEG, S.VERSLAG_DEFINITIEF, S.AANVRAAG_ONTVANGEN, S.AANVRAAG_ONVOLLEDIG)
TOT_BESLUIT = (*VROEG, S.VERSLAG_DEFINITIEF, *AANVRAAG, *BESLUIT)
LOPEND = (*TOT_VERSLAG, S.VERSLAG_DEFINITIEF, *AANVRAAG, *BESLUIT)
BESLOTEN = (S.BESLUIT_VERZONDEN, S.INDICATIE_ACTIEF, S.AFGEWEZEN_AFGESLOTEN, S.BUITEN_BEHANDELING)
EIND = (S.INDICATIE_ACTIEF, S.AFGEWEZEN_AFGESLOTEN, S.BUITEN_BEHANDELING, S.GEEN_AANVRAAG,
        S.AFGESLOTEN_ALGEMENE_VOORZIENING, S.DOORGEZONDEN, S.NIET_BEVOEGD, S.INGETROKKEN)  # fmt: skip
GEMELD = "Melding ontvangen"
INTAKE = UitInstelling("opvang.intake_contact_werkdagen", "werkdagen")
# fmt: off
OVERGANGEN = (
    #        van                          actie                       naar                     wie         mits, and what else
    Overgang((S.MELDING_ONTVANGEN,),      "bevestigen",               S.MELDING_BEVESTIGD,     (BAL, CM),
             mits=(v.ER_IS_EEN_PERSOON, v.ONDERWERP_BEKEND, v.GROND_BEKEND, v.HERKOMST_BEKEND, v.BSN_OF_REDEN),
             label="Melding bevestigen", verstuurt=("BRF-01",), terug=t.bevestiging, hoofd=True, bron="L-06, L-52"),
    Overgang(NIEUW,                       "melding_wijzigen",         BLIJFT,                  (BAL, CM),
             label="Melding aanvullen"),
    Overgang((S.GEEN_INGEZETENE_TOETS,),  "melding_wijzigen",         BLIJFT,                  (CM,),
             label="Melding aanvullen", alleen_eigen=True),
    Overgang(NIEUW,                       "client_koppelen",          BLIJFT,                  (BAL, CM),
             label="Cliënt kiezen", bron="R-AAN-03"),
    Overgang(LOPEND,                      "toewijzen",                BLIJFT,                  (BAL, CM, TL),
             label="Casemanager kiezen"),
    Overgang((*NIEUW, S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK, S.VERSLAG_CONCEPT, S.VERSLAG_CLIENT, S.VERSLAG_DEFINITIEF, *AANVRAAG),
                                          "spoed_openen",             BLIJFT,                  (BAL, CM, TL),
             label="Spoed melden", bron="L-13"),
    Overgang((*NIEUW, S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK, S.VERSLAG_CONCEPT),
                                          "lt_openen",                BLIJFT,                  (BAL, CM),
             label="Beste kans in welke regio", bron="SM-4, R-LT-02"),
    Overgang(VROEG,                       "elders_overgenomen",       S.DOORGEZONDEN,          (CM,),
             mits=(b.OVERGENOMEN,), toon_als=b.met_landelijk, label="Afsluiten: andere regio helpt", alleen_eigen=True, bron="SM-4, R-LT-05"),
    Overgang(LOPEND,                      "verantwoordelijke_vastleggen", BLIJFT,              (CM, TL),
             label="Verantwoordelijke gemeente", alleen_eigen=True, bron="X-21, L-02"),
    Overgang(TOT_VERSLAG,                 "meldmoment_corrigeren",    BLIJFT,                  (CM, TL),
             label="Datum van melding verbeteren", met_reden=True),
    Overgang(VOOR_ONDERZOEK,              "eerste_contact",           BLIJFT,                  (BAL, CM),
             label="Eerste contact vastleggen", bron="R-EXT-02"),
    Overgang(NIEUW,                       "doorzenden",               S.DOORGEZONDEN,          (CM, TL),
             label="Doorzenden", met_reden=True, feit_van_buiten=True, verstuurt=("BRF-15",), bron="L-54"),
    Overgang((S.MELDING_BEVESTIGD,),      "ingezetenschap_nagaan",    S.GEEN_INGEZETENE_TOETS, (CM,),
             label="Verblijfsrecht nagaan", met_reden=True, alleen_eigen=True, bron="L-03"),
    Overgang((S.MELDING_BEVESTIGD, S.GEEN_INGEZETENE_TOETS),
                                          "niet_bevoegd_verklaren",   S.NIET_BEVOEGD,          (CM, TL),
             label="Niet bevoegd", met_reden=True, verstuurt=("BRF-15",), bron="L-54"),
    Overgang((S.MELDING_BEVESTIGD, S.GEEN_INGEZETENE_TOETS),
                                          "onderzoek_starten",        S.ONDERZOEK,             (CM,),
             mits=(v.ER_IS_EEN_CASEMANAGER, v.DUBBEL_BEKEKEN, v.ACHTTIEN_OF_BIJNA, v.WLZ_BEKEKEN, v.ETHOS_BEKEND,
                   v.LANDELIJK_BEKEKEN, v.EERSTE_CONTACT_GEWEEST, v.PLAN_GEWEEST, v.OP_ONDERSTEUNING_GEWEZEN),
             label="Onderzoek starten", alleen_eigen=True, hoofd=True, terug=t.start, bron="L-07, L-08"),
    Overgang(ONDERZOEKEND,                "plan_vastleggen",          BLIJFT,                  (CM,),
             label="Persoonlijk plan", alleen_eigen=True, namens=True, bron="L-07"),
    Overgang(ONDERZOEKEND,                "ondersteuning_vastleggen", BLIJFT,                  (CM,),
             label="Cliëntondersteuning", alleen_eigen=True, bron="L-05, L-08"),
    Overgang(ONDERZOEKEND,                "identiteit_vaststellen",   BLIJFT,                  (CM,),
             label="Identiteit vaststellen", alleen_eigen=True, bron="L-14"),
    Overgang(ONDERZOEKEND,                "gesprek_plannen",          BLIJFT,                  (CM,),
             label="Gesprek plannen", alleen_eigen=True, verstuurt=("BRF-02", "BRF-04"), bron="SM-1"),
    Overgang((S.ONDERZOEK, S.VERSLAG_CONCEPT),
                                          "informatie_vragen",        BLIJFT,                  (CM,),
             label="Informatie opvragen", alleen_eigen=True, verstuurt=("BRF-05",), bron="L-37, SM-1"),
    Overgang((S.ONDERZOEK,),              "onderzoek_invullen",       BLIJFT,                  (CM,),
             label="Onderzoek invullen", alleen_eigen=True, bron="L-09"),
    Overgang((S.ONDERZOEK,),              "leefgebieden_invullen",    BLIJFT,                  (CM,),
             label="Leefgebieden invullen", alleen_eigen=True, bron="R-VIS-19, R-VIS-26"),
    Overgang((S.ONDERZOEK, S.VERSLAG_CONCEPT),
                                          "criteria_invullen",        BLIJFT,                  (CM,),
             label="Criteria invullen", alleen_eigen=True, bron="R-VIS-03, R-EXT-01"),
    Overgang((S.ONDERZOEK, S.VERSLAG_CONCEPT),
                                          "beoordeling_vastleggen",   BLIJFT,                  (CM,),
             label="Beoordeling vastleggen", alleen_eigen=True, bron="R-VIS-11, R-VIS-24, R-VIS-25, L-17, R-AAN-04"),
    Overgang((S.ONDERZOEK, S.VERSLAG_CONCEPT, *AANVRAAG, S.BESLUIT_CONCEPT),
                                          "advies_vragen",            BLIJFT,                  (CM,),
             label="Advies van een andere discipline vragen", alleen_eigen=True, bron="R-ORG-12"),
    Overgang((S.ONDERZOEK, S.VERSLAG_CONCEPT, S.VERSLAG_CLIENT, S.VERSLAG_DEFINITIEF, *AANVRAAG, S.BESLUIT_CONCEPT),
                                          "advies_vastleggen",        BLIJFT,                  (CM,),
             mits=(b.ADVIES_GEVRAAGD,), toon_als=b.met_advies, label="Advies vastleggen", alleen_eigen=True, bron="R-ORG-12"),
    Overgang((S.ONDERZOEK,),              "vertraging_noteren",       BLIJFT,                  (CM,),
             label="Vertraging noteren", alleen_eigen=True, met_reden=True, bron="L-06"),
    Overgang((S.ONDERZOEK,),              "verslag_maken",            S.VERSLAG_CONCEPT,       (CM,),
             mits=(v.IDENTITEIT_BEKEKEN, v.LID_4_INGEVULD, v.LEEFGEBIEDEN_INGEVULD),
             label="Verslag maken", alleen_eigen=True, hoofd=True, bron="L-09, L-11"),
    Overgang((S.VERSLAG_CONCEPT,),        "verslag_schrijven",        BLIJFT,                  (CM,),
             label="Verslag schrijven", alleen_eigen=True, bron="L-11"),
    Overgang((S.VERSLAG_CONCEPT,),        "verslag_versturen",        S.VERSLAG_CLIENT,        (CM,),
             mits=(v.VERSLAG_GESCHREVEN, v.CRITERIA_INGEVULD, v.BEOORDELING_INGEVULD, v.LANDELIJK_KLAAR),
             label="Verslag naar cliënt sturen", alleen_eigen=True, hoofd=True, verstuurt=("BRF-06",), terug=t.verzending, bron="L-11"),
    Overgang((S.VERSLAG_CLIENT,),         "reactie_vastleggen",       BLIJFT,                  (CM,),
             label="Reactie van cliënt vastleggen", alleen_eigen=True, namens=True, bron="L-11"),
    Overgang((S.VERSLAG_CLIENT,),         "definitief_maken",         S.VERSLAG_DEFINITIEF,    (CM,),
             mits=(v.REACTIE_OF_TERMIJN_VOORBIJ,),
             label="Definitief verslag sturen", alleen_eigen=True, hoofd=True, verstuurt=("BRF-07", "BRF-08"), terug=t.definitief, bron="L-06, L-11"),
    # The aanvraag (L-12, L-15, L-56).
    Overgang(VROEG,                       "aanvraag_vastleggen",      BLIJFT,                  (BAL, CM),
             mits=(b.ZES_WEKEN_VOORBIJ,), label="Aanvraag vastleggen", feit_van_buiten=True, verstuurt=("BRF-09",), bron="L-12"),
    Overgang((S.VERSLAG_DEFINITIEF,),     "aanvraag_vastleggen",      S.AANVRAAG_ONTVANGEN,    (BAL, CM),
             label="Aanvraag vastleggen", feit_van_buiten=True, verstuurt=("BRF-09",), hoofd=True, terug=t.aanvraag, bron="L-12, L-15"),
    Overgang((S.VERSLAG_DEFINITIEF,),     "geen_aanvraag",            S.GEEN_AANVRAAG,         (CM,),
             label="Cliënt doet geen aanvraag", alleen_eigen=True, namens=True, met_reden=True, bron="SM-1"),
    Overgang((S.VERSLAG_DEFINITIEF,),     "algemene_voorziening",     S.AFGESLOTEN_ALGEMENE_VOORZIENING, (CM,),
             label="Algemene voorziening helpt", alleen_eigen=True, namens=True, met_reden=True, bron="SM-1, R-VIS-06"),
    Overgang((S.AANVRAAG_ONTVANGEN,),     "aanvraag_compleet_verklaren", S.AANVRAAG_COMPLEET,  (BAL, CM),
             label="Aanvraag is compleet", hoofd=True, terug=t.compleet, bron="L-56"),
    Overgang((S.AANVRAAG_ONVOLLEDIG,),    "aanvraag_compleet_verklaren", S.AANVRAAG_COMPLEET,  (CM,),
             label="Toch beslissen zonder aanvulling", alleen_eigen=True, terug=t.compleet, bron="L-56"),
    Overgang(VROEG,                       "aanvulling_vragen",        BLIJFT,                  (BAL, CM),
             mits=(b.AANVRAAG_IS_ER,), label="Om aanvulling vragen", verstuurt=("BRF-10",), bron="L-56, L-59"),
    Overgang((S.AANVRAAG_ONTVANGEN,),     "aanvulling_vragen",        S.AANVRAAG_ONVOLLEDIG,   (BAL, CM),
             label="Om aanvulling vragen", verstuurt=("BRF-10",), terug=t.aanvulling, bron="L-56, L-59"),
    Overgang((*VROEG, S.VERSLAG_DEFINITIEF, S.AANVRAAG_ONTVANGEN),
                                          "aanvulling_ontvangen",     BLIJFT,                  (BAL, CM),
             mits=(b.AANVULLING_GEVRAAGD,), label="Aanvulling ontvangen", bron="L-56, L-59"),
    Overgang((S.AANVRAAG_ONVOLLEDIG,),    "aanvulling_ontvangen",     S.AANVRAAG_COMPLEET,     (BAL, CM),
             label="Aanvulling ontvangen", hoofd=True, terug=t.aangevuld, bron="L-56, L-59"),
    Overgang((S.AANVRAAG_ONTVANGEN, S.AANVRAAG_ONVOLLEDIG),
                                          "buiten_behandeling_laten", S.BUITEN_BEHANDELING,    (BAL, CM),
             mits=(b.AANVULTERMIJN_VOORBIJ, b.BINNEN_VIER_WEKEN),
             label="Buiten behandeling laten", verstuurt=("BRF-11",), terug=t.besluit_weg, is_besluit=True, bron="L-56"),
    Overgang((*AANVRAAG, *BESLUIT),       "vertraging_meedelen",      BLIJFT,                  (CM,),
             label="Vertraging melden aan cliënt", alleen_eigen=True, met_reden=True, bron="L-58"),
    # The besluit (L-16 to L-18, L-55, L-57, L-66).
    Overgang((S.AANVRAAG_COMPLEET,),      "besluit_opstellen",        S.BESLUIT_CONCEPT,       (CM,),
             mits=(b.VERSLAG_IS_DEFINITIEF, v.CRITERIA_INGEVULD),
             label="Besluit opstellen", alleen_eigen=True, hoofd=True, is_besluit=True, bron="L-12"),
    Overgang((S.BESLUIT_CONCEPT,),        "besluit_schrijven",        BLIJFT,                  (CM,),
             label="Besluit schrijven", alleen_eigen=True, is_besluit=True, bron="L-16, L-18, R-VIS-06"),
    Overgang((S.BESLUIT_CONCEPT,),        "onderdelen_kiezen",        BLIJFT,                  (CM,),
             label="Onderdelen kiezen", alleen_eigen=True, bron="R-IND-01, R-IND-02, R-IND-03"),
    Overgang((S.BESLUIT_CONCEPT,),        "hoor_vastleggen",          BLIJFT,                  (CM,),
             label="Cliënt horen", alleen_eigen=True, namens=True, bron="L-57"),
    # Any change after the second person looked withdraws the approval.
    Overgang((S.BESLUIT_4OGEN, S.BESLUIT_ONDERTEKEND),
                                          "besluit_aanpassen",        S.BESLUIT_CONCEPT,       (CM,),
             label="Besluit aanpassen", alleen_eigen=True, met_reden=True, is_besluit=True, bron="SM-1"),
    Overgang((S.BESLUIT_CONCEPT,),        "besluit_voorleggen",       S.BESLUIT_4OGEN,         (CM,),
             mits=(b.UITKOMST_GEKOZEN, b.GEMOTIVEERD, b.ONDERDELEN_KLOPPEN, b.OZL_ERBIJ, b.POORT_OPEN,
                   b.DOEL_EN_HERBEOORDELING, b.PGB_UITGELEGD, b.GROND_GEKOZEN, b.GEHOORD, b.VERORDENING_GEKOZEN),
             label="Aan teamleider voorleggen", alleen_eigen=True, hoofd=True, is_besluit=True, bron="L-16, L-57"),
    Overgang((S.BESLUIT_4OGEN,),          "besluit_goedkeuren",       S.BESLUIT_ONDERTEKEND,   (TL,),
             label="Goedkeuren en laten ondertekenen", hoofd=True, terug=t.goedkeuring, is_besluit=True, bron="SM-1, L-66"),
    Overgang((S.BESLUIT_4OGEN,),          "besluit_terugsturen",      S.BESLUIT_CONCEPT,       (TL,),
             label="Terug naar de casemanager", met_reden=True, is_besluit=True, bron="SM-1"),
    Overgang((S.BESLUIT_ONDERTEKEND,),    "besluit_versturen",        S.BESLUIT_VERZONDEN,     (BAL, CM),
             mits=(b.NIETS_GEWIJZIGD, b.POORT_OPEN), label="Besluit versturen", hoofd=True,
             verstuurt=("BRF-12", "BRF-13", "BRF-14"), terug=t.besluit_verzending, is_besluit=True, bron="L-55"),
    Overgang((S.BESLUIT_VERZONDEN,),      "toekenning_afronden",      S.INDICATIE_ACTIEF,      (SYS,),
             mits=(b.IS_TOEGEKEND,), label="Toegekend", bron="SM-1"),
    Overgang((S.BESLUIT_VERZONDEN,),      "afwijzing_afronden",       S.AFGEWEZEN_AFGESLOTEN,  (SYS,),
             mits=(b.IS_AFGEWEZEN,), label="Afgewezen", bron="SM-1"),
    Overgang(LOPEND,                      "intrekken",                S.INGETROKKEN,           (BAL, CM),
             label="Cliënt trekt in", namens=True, met_reden=True, feit_van_buiten=True, verstuurt=("BRF-16",)),
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
    Termijn("besluit",        "Besluit 2 weken",         "aangevraagd_op", Duur(weken=2), CM, "Wmo 2.3.5 lid 2 (T-BESLUIT)",
            te_doen="", gebeurtenis="Aanvraag ontvangen", zolang=TOT_BESLUIT, atw=True, klaar="besluit_verzonden_op",
            opschorten=tuple(GRONDEN), waarschuw=(5, 1)),
    Termijn("aanvulling",     "Aanvulling van cliënt",   "aanvulling_gevraagd_op", TotDatum("aanvulling_tot", "De cliënt heeft de tijd tot en met"),
            CM, "Awb 4:5 (T-AANVUL)", te_doen="Op aanvulling wachten", gebeurtenis="Om aanvulling gevraagd",
            zolang=AANVULBAAR, klaar="aangevuld_op", van_client=True, waarschuw=(3,)),
    Termijn("buiten_behandeling", "Buiten behandeling 4 weken", "aanvulling_tot", Duur(weken=4), CM, "Awb 4:5 lid 4 (T-4:5)",
            te_doen="Buiten behandeling laten, of toch beslissen", gebeurtenis="Einde van de tijd om aan te vullen",
            zolang=AANVULBAAR, atw=True, klaar="aangevuld_op", bevoegdheid=True, waarschuw=(27, 7)),  # 27: as soon as the client is too late
    *bezwaar("verzonden_op", BESLOTEN, Rol.CASEMANAGER, per="besluiten"),
    bewaartermijn(EIND),
)
# fmt: on

AANMELDING = Proces(
    soort="aanmelding",
    naam="Aanmelding",
    meervoud="Aanmeldingen",
    letter="A",
    wereld=Wereld.ZORG,
    menu=Menu("Toegang", "phone-incoming"),
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
    # Outside, or a colleague: the teamleider is asked by himself.
    wacht_extern=(S.VERSLAG_CLIENT, S.VERSLAG_DEFINITIEF, S.AANVRAAG_ONVOLLEDIG, S.BESLUIT_4OGEN),
    eind=EIND,
    te_doen={
        S.MELDING_ONTVANGEN: "Ontvangst bevestigen",
        S.MELDING_BEVESTIGD: "Onderzoek starten",
        S.GEEN_INGEZETENE_TOETS: "Verblijfsrecht nagaan",
        S.ONDERZOEK: "Verslag maken",
        S.VERSLAG_CONCEPT: "Verslag naar cliënt sturen",
        S.VERSLAG_CLIENT: "Reactie van cliënt vastleggen",
        S.VERSLAG_DEFINITIEF: "Aanvraag afwachten",
        S.AANVRAAG_ONTVANGEN: "Kijken of de aanvraag compleet is",
        S.AANVRAAG_ONVOLLEDIG: "Aanvulling afwachten",
        S.AANVRAAG_COMPLEET: "Besluit opstellen",
        S.BESLUIT_CONCEPT: "Besluit voorleggen",
        S.BESLUIT_4OGEN: "Besluit beoordelen",
        S.BESLUIT_ONDERTEKEND: "Besluit versturen",
        S.BESLUIT_VERZONDEN: "Dossier afronden",
    },
    stappen=(
        Stap("Melding", NIEUW),
        Stap("Onderzoek", (S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK)),
        Stap("Verslag", (S.VERSLAG_CONCEPT, S.VERSLAG_CLIENT)),
        Stap("Aanvraag", (S.VERSLAG_DEFINITIEF, *AANVRAAG)),
        Stap("Besluit", (*BESLUIT, S.BESLUIT_VERZONDEN)),
    ),
    overgangen=OVERGANGEN,
    termijnen=TERMIJNEN,
)
