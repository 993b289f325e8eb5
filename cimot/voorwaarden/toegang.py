"""The conditions of SM-1: each is one sentence and one predicate on the dossier and the day (domein.md 3.1)."""

from datetime import date, timedelta

from cimot.leefgebieden import Leefgebied
from kern.proces.tabel import Voorwaarde
from kern.tijd.kalender import Duur, terugtellen


def _onderzoek(d):
    return getattr(d, "onderzoek", None)


def _verslag(d):
    return getattr(d, "verslag", None)


def _plan_geweest(d, op):
    if _onderzoek(d) and d.onderzoek.plan_afgehandeld_op:
        return True
    taken = [t for t in d.taken.all() if t.code == "persplan"]
    return bool(taken) and all(t.vervalt_op < op for t in taken)


def _achttien_of_bijna(d, op):
    """18 or older, or within the months before it that the region allows; an unknown date does not block (R-EXT-01)."""
    geboren = d.client.geboren if d.client else ""
    if not geboren or geboren.endswith("00"):
        return True
    maanden = d.regio.instelling("bw.aanmelden_voor_18", op) or 0
    jaar, rest = int(geboren[:4]) + 18, geboren[4:]
    achttien = date.fromisoformat(f"{jaar}{rest}") if rest != "-02-29" else date(jaar, 2, 28)
    vroegst = terugtellen(achttien, Duur(maanden=maanden)) if maanden else achttien
    return op >= vroegst


def _criteria_ingevuld(d, op):
    onderzoek = _onderzoek(d)
    if onderzoek is None:
        return False
    gevraagd = d.regio.criteria.filter(onderwerp=d.onderwerp, periode__contains=d.gemeld_op).values_list("id", flat=True)
    beantwoord = {u.criterium_id for u in onderzoek.criteriumuitkomsten.all() if u.uitkomst != "onbekend"}
    return set(gevraagd) <= beantwoord


def _leefgebieden_ingevuld(d, op):
    onderzoek = _onderzoek(d)
    ingevuld = (
        {b.leefgebied for b in onderzoek.bevindingen.all() if b.tekst or b.is_niet_aan_de_orde} if onderzoek else set()
    )
    return set(Leefgebied.values) <= ingevuld


def _reactie_of_voorbij(d, op):
    verslag = _verslag(d)
    if verslag is None or verslag.naar_client_op is None:
        return False
    dagen = d.regio.instelling("onderzoek.reactie_dagen", op) or 0
    return bool(verslag.reactie) or op > verslag.naar_client_op + timedelta(days=dagen)


ER_IS_EEN_PERSOON = Voorwaarde("de naam van de cliënt is bekend", lambda d, op: d.client_id is not None, "SM-1")
ONDERWERP_BEKEND = Voorwaarde(
    "u weet of het gaat om beschermd wonen of opvang", lambda d, op: d.onderwerp != "onbekend", "SM-1"
)
GROND_BEKEND = Voorwaarde("er is toestemming of een wettelijke grond", lambda d, op: bool(d.melding.grond), "SM-1, L-37")
HERKOMST_BEKEND = Voorwaarde(
    "de gemeente van herkomst is ingevuld", lambda d, op: bool(d.client and d.client.herkomst_id), "X-17"
)
BSN_OF_REDEN = Voorwaarde(
    "het BSN is ingevuld, of waarom het er niet is",
    lambda d, op: bool(d.client and d.client.bsn_compleet),
    "L-38",
)
DUBBEL_BEKEKEN = Voorwaarde(
    "u hebt gekeken of de cliënt al bekend is", lambda d, op: d.melding.is_dubbel_bekeken, "R-AAN-03"
)
WLZ_BEKEKEN = Voorwaarde("u hebt gekeken of de Wlz kan helpen", lambda d, op: d.melding.is_wlz_bekeken, "L-17")
ACHTTIEN_OF_BIJNA = Voorwaarde(
    "de cliënt is 18 jaar, of oud genoeg om zich alvast te melden", _achttien_of_bijna, "R-VIS-03, R-EXT-01"
)
ER_IS_EEN_CASEMANAGER = Voorwaarde("er is een casemanager", lambda d, op: d.behandelaar_id is not None, "SM-1")
EERSTE_CONTACT_GEWEEST = Voorwaarde(
    "het eerste contact is geweest", lambda d, op: d.melding.eerste_contact_op is not None, "SM-1"
)
PLAN_GEWEEST = Voorwaarde(
    "het persoonlijk plan is er, de cliënt wil het niet, of de zeven dagen zijn voorbij",
    _plan_geweest,
    "L-07",
)
OP_ONDERSTEUNING_GEWEZEN = Voorwaarde(
    "u hebt de cliënt op gratis cliëntondersteuning gewezen",
    lambda d, op: bool(_onderzoek(d) and d.onderzoek.ondersteuning_op),
    "L-05, L-08",
)
IDENTITEIT_BEKEKEN = Voorwaarde(
    "de identiteit is vastgesteld, of er staat waarom nog niet",
    lambda d, op: bool(_onderzoek(d) and d.onderzoek.identiteitsbewijs),
    "L-14",
)
LID_4_INGEVULD = Voorwaarde(
    "alle zeven vragen van de wet (a tot en met g) zijn beantwoord",
    lambda d, op: bool(_onderzoek(d)) and all(getattr(d.onderzoek, veld).strip() for veld in d.onderzoek.LID_4),
    "L-09",
)
LEEFGEBIEDEN_INGEVULD = Voorwaarde("alle leefgebieden zijn bekeken", _leefgebieden_ingevuld, "R-VIS-19, R-VIS-26")
CRITERIA_INGEVULD = Voorwaarde("alle criteria van de regio zijn beantwoord", _criteria_ingevuld, "R-VIS-02, R-VIS-03")
VERSLAG_GESCHREVEN = Voorwaarde(
    "het verslag heeft een conclusie en een voorstel",
    lambda d, op: bool(_verslag(d) and d.verslag.conclusie.strip() and d.verslag.voorstel.strip()),
    "L-11",
)
REACTIE_OF_TERMIJN_VOORBIJ = Voorwaarde(
    "de cliënt heeft gereageerd, of de tijd om te reageren is voorbij", _reactie_of_voorbij, "L-11"
)


def _beoordeeld(d, op):
    """R-VIS-24 (at home first), R-VIS-11 (psychosociale test), R-VIS-25 (housing question), L-17 (Wlz), R-AAN-04."""
    o = _onderzoek(d)
    antwoorden = ("thuis", "is_beperkt", "is_verstoord", "woonvraag", "wlz", "instroombron")
    teksten = ["thuis_toelichting", "woonvraag_toelichting", *(["duurzaam_plan"] if d.onderwerp == "mo" else [])]
    return bool(o) and all(getattr(o, veld) for veld in antwoorden) and all(getattr(o, veld).strip() for veld in teksten)


def _van_elders(d) -> bool:
    herkomst = d.client.herkomst if d.client else None
    return bool(herkomst) and herkomst.soort != "onbekend" and herkomst.regio_id != d.regio_id


def _landelijk(d):
    return [n for n in d.nevendossiers.all() if n.soort == "landelijk"]


ETHOS_BEKEND = Voorwaarde(
    "u weet waar de cliënt nu slaapt (bij opvang)", lambda d, op: d.onderwerp != "mo" or bool(d.melding.ethos), "Q-20"
)
LANDELIJK_BEKEKEN = Voorwaarde(
    "komt de cliënt van buiten de regio, dan is “Beste kans in welke regio” begonnen",
    lambda d, op: not _van_elders(d) or bool(_landelijk(d)),
    "SM-4, R-LT-02",
)
LANDELIJK_KLAAR = Voorwaarde(
    "het is duidelijk in welke regio de kans het best is",
    lambda d, op: all(n.status not in ("lt_signaal", "lt_onderzoek") for n in _landelijk(d)),
    "SM-4, R-LT-02",
)
BEOORDELING_INGEVULD = Voorwaarde(
    "de beoordeling is ingevuld: oplossing thuis, psychosociale problemen, woonvraag, Wlz en herkomst",
    _beoordeeld,
    "R-VIS-11, R-VIS-24, R-VIS-25, L-17, R-AAN-04",
)
