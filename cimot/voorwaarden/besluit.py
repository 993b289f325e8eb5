"""The conditions around aanvraag and besluit (domein.md 3.1): sentence and predicate on the dossier and the day."""

from cimot import poort
from cimot.besluittekst import hash_van
from cimot.models import Besluit, Besluitonderdeel
from cimot.regels import groepen_bij
from kern.proces.tabel import Voorwaarde

_WEIGERT = (Besluit.Uitkomst.AFWIJZING, Besluit.Uitkomst.GEDEELTELIJK)
_KENT_TOE = (Besluit.Uitkomst.TOEKENNING, Besluit.Uitkomst.GEDEELTELIJK)


def _besluit(d):
    return getattr(d, "besluit", None)


def _onderdelen(d, beslissing=Besluitonderdeel.Beslissing.TOEGEKEND) -> list:
    return [o for o in _besluit(d).onderdelen.all() if o.beslissing == beslissing] if _besluit(d) else []


def _kent_toe(d) -> bool:
    return bool(_besluit(d)) and _besluit(d).uitkomst in _KENT_TOE


def _weigert(d) -> bool:
    return bool(_besluit(d)) and _besluit(d).uitkomst in _WEIGERT


def _verlopen(d, code, op) -> bool:
    taken = [taak for taak in d.taken.all() if taak.code == code]
    return bool(taken) and all(taak.vervalt_op is not None and taak.vervalt_op < op for taak in taken)


def _definitief(d) -> bool:
    return d.verslag_definitief_op is not None


def _catalogus(d, op) -> tuple[str, ...]:
    return groepen_bij(d.onderwerp, d.regio.instelling("bw.productcatalogus", op))


def _onderdelen_kloppen(d, op) -> bool:
    """Something is granted when the outcome says so, and only what the region has."""
    alle = [*_onderdelen(d), *_onderdelen(d, Besluitonderdeel.Beslissing.AFGEWEZEN)]
    passend = all(o.groep in _catalogus(d, op) and o.motivering.strip() for o in alle)
    return passend and bool(_onderdelen(d)) == _kent_toe(d)


def _ozl_erbij(d, op) -> bool:
    """OZL is always part of a BW besluit of the region that works with components (R-IND-02, X-04)."""
    toegekend = {o.groep for o in _onderdelen(d)}
    return not toegekend or "ozl" not in _catalogus(d, op) or "ozl" in toegekend


def _poort_open(d, op) -> bool:
    """What the region does not have is refused by ONDERDELEN_KLOPPEN."""
    catalogus = _catalogus(d, op)
    return not any(antwoord.nee for o, antwoord in poort.van_besluit(d, op) if o.groep in catalogus)


def _doel(d, op) -> bool:
    b = _besluit(d)
    return not _kent_toe(d) or bool(b.doelen and b.herbeoordelen_op and b.afbouwdoel.strip())


def _pgb(d, op) -> bool:
    met_pgb = any(o.leveringsvorm == Besluitonderdeel.Leveringsvorm.PGB for o in _onderdelen(d))
    return not met_pgb or d.onderzoek.pgb_uitgelegd_op is not None


def _binnen_vier_weken(d, op) -> bool:
    return any(taak.code == "buiten_behandeling" and taak.vervalt_op >= op for taak in d.taken.all())


def _niets_gewijzigd(d, op) -> bool:
    """What is sent is word for word what the second person approved."""
    b = _besluit(d)
    return bool(b and b.tekst_hash) and hash_van(d) == b.tekst_hash


def met_landelijk(d) -> bool:
    """Whether the question in which region the chance is best was ever asked here."""
    return d.nevendossiers.filter(soort="landelijk").exists()


def met_advies(d) -> bool:
    return bool(getattr(d, "onderzoek", None)) and bool(d.onderzoek.adviezen.all())


def _overgenomen(d, op) -> bool:
    return d.nevendossiers.filter(soort="landelijk", status="overdracht_afgerond").exists()


ZES_WEKEN_VOORBIJ = Voorwaarde(
    "het verslag is definitief, of de zes weken van het onderzoek zijn voorbij",
    lambda d, op: _definitief(d) or _verlopen(d, "onderzoek", op),
    "L-12",
)
AANVRAAG_IS_ER = Voorwaarde("er is een aanvraag", lambda d, op: d.aangevraagd_op is not None, "L-12")
AANVULLING_GEVRAAGD = Voorwaarde("u hebt om aanvulling gevraagd", lambda d, op: d.aanvulling is not None, "L-56")
ADVIES_GEVRAAGD = Voorwaarde(
    "u hebt om advies gevraagd",
    lambda d, op: met_advies(d),
    "R-ORG-12",
)
AANVULTERMIJN_VOORBIJ = Voorwaarde(
    "u gaf een termijn om aan te vullen, en die is voorbij",
    lambda d, op: bool(d.aanvulling and d.aanvulling.gesteld_tot and d.aanvulling.gesteld_tot < op),
    "L-56",
)
BINNEN_VIER_WEKEN = Voorwaarde(
    "het is nog geen vier weken geleden dat de tijd om aan te vullen voorbij was", _binnen_vier_weken, "L-56"
)
VERSLAG_IS_DEFINITIEF = Voorwaarde("het onderzoek is klaar: het verslag is definitief", lambda d, op: _definitief(d), "L-12")
UITKOMST_GEKOZEN = Voorwaarde(
    "het besluit heeft een uitkomst", lambda d, op: bool(_besluit(d) and _besluit(d).uitkomst), "SM-1"
)
GEMOTIVEERD = Voorwaarde(
    "elk onderdeel van de wet is gemotiveerd",
    lambda d, op: bool(_besluit(d)) and all(getattr(_besluit(d), veld).strip() for veld in Besluit.ELEMENTEN),
    "L-16, L-18, R-VIS-06",
)
ONDERDELEN_KLOPPEN = Voorwaarde(
    "elk onderdeel past bij de regio en is gemotiveerd; wie toekent, kent minstens één onderdeel toe",
    _onderdelen_kloppen,
    "R-IND-01, R-VIS-05, L-16",
)
OZL_ERBIJ = Voorwaarde("bij beschermd wonen hoort één soort OZL", _ozl_erbij, "R-IND-02, X-04")
POORT_OPEN = Voorwaarde(
    "elk onderdeel kan bij de gekozen aanbieder, en past bij waar de cliënt woont",
    _poort_open,
    "X-13, R-IND-13, R-IND-15, R-IND-18, SM-9",
)
DOEL_EN_HERBEOORDELING = Voorwaarde(
    "er is een doel, hoe de hulp lichter wordt, en een dag om opnieuw te kijken", _doel, "R-VIS-04, R-VIS-06, L-21"
)
PGB_UITGELEGD = Voorwaarde("u hebt het pgb uitgelegd, als u een pgb toekent", _pgb, "L-10")
GROND_GEKOZEN = Voorwaarde(
    "een weigering heeft een reden uit de lijst, met uitleg",
    lambda d, op: not _weigert(d) or bool(_besluit(d).weigeringsgrond and _besluit(d).weigering_toelichting.strip()),
    "SM-1, L-18",
)
GEHOORD = Voorwaarde(
    "de cliënt is gehoord, als u weigert", lambda d, op: not _weigert(d) or bool(_besluit(d).gehoord), "L-57"
)
VERORDENING_GEKOZEN = Voorwaarde(
    "de verordening is gekozen", lambda d, op: bool(_besluit(d) and _besluit(d).verordening_id), "L-04"
)
NIETS_GEWIJZIGD = Voorwaarde("er is niets veranderd sinds de goedkeuring", _niets_gewijzigd, "SM-1")
IS_TOEGEKEND = Voorwaarde("het besluit kent iets toe", lambda d, op: _kent_toe(d), "SM-1")
IS_AFGEWEZEN = Voorwaarde(
    "het besluit wijst af", lambda d, op: bool(_besluit(d)) and _besluit(d).uitkomst == Besluit.Uitkomst.AFWIJZING, "SM-1"
)
OVERGENOMEN = Voorwaarde("een andere regio heeft bevestigd dat zij het overneemt", _overgenomen, "SM-4, L-13")
