"""The roads of a provider: the real actions that bring a toelating from one status of SM-9 to the next."""

from datetime import timedelta

from aanbieders.actions import aanbieder as gegevens
from aanbieders.actions import contract, einde, gesprek, maatregel, toelating
from aanbieders.models import Contract, Kwaliteitstoets
from aanbieders.processen.toelating import Status as S

NAMENS = {"wie": "aanbieder", "kanaal": "email"}
# Who it is, without which the test does not begin.
COMPLEET = {"rechtsvorm": "bv", "ubo": "A. Vis", "straat": "Industrieweg", "huisnummer": "4", "plaats": "Almelo"}
LOCATIE = {"naam": "Huis", "capaciteit": 4, "eenheid": "plekken"}
FINANCIEN = {"boekjaar": 2025, "solvabiliteit": 30, "liquiditeit": None, "oordeel": "voldoende", "toelichting": ""}
AFSPRAAK = {"tekst": "Twee mensen erbij", "wie": "aanbieder"}


def compleet_maken(t, cast, op):
    """What must be known of the provider before the test begins: its numbers, its owners, a location."""
    con, aanbieder = cast.contractmanager(t.regio), t.organisatie.aanbieder
    if not aanbieder.kvk:
        nummer = f"{aanbieder.pk:08d}"
        gegevens.aanbieder_wijzigen(aanbieder, door=con, op=op, kvk=nummer, agb=nummer, **COMPLEET)
    if not aanbieder.locaties.exists():
        gegevens.locatie_toevoegen(aanbieder, door=con, op=op, vanaf=op.date(), **LOCATIE)
    return t


def getoetst(t, cast, op):
    """Quality and finances suffice."""
    con = cast.contractmanager(t.regio)
    toetsen = {eis: {"uitkomst": "voldoet", "toelichting": ""} for eis in Kwaliteitstoets.Eis.values}
    t = toelating.kwaliteit_toetsen(t, door=con, op=op, toetsen=toetsen)
    return toelating.financien_toetsen(t, door=con, op=op, **FINANCIEN)


def contractgegevens(t, op) -> dict:
    """A signed contract of two years, as the region agrees it (X-11)."""
    dag = op.date()
    waarden = {"nummer": "C-1", "vanaf": dag, "tot": dag + timedelta(days=730), "ondertekend_op": dag}
    if t.financiering == "subsidie":
        waarden |= {"afspraak": "Twaalf plekken.", "doelen": [Contract.Doel.HERSTEL]}
        waarden |= {"verantwoorden_uiterlijk": dag + timedelta(days=820)}
    return waarden


def _toets(t, cast, op):
    t = compleet_maken(t, cast, op)
    return toelating.toets_starten(t, door=cast.contractmanager(t.regio), op=op)


def _aanvulling(t, cast, op):
    tot = op.date() + timedelta(days=14)
    con = cast.contractmanager(t.regio)
    return toelating.aanvulling_vragen(t, door=con, op=op, ontbreekt="De jaarrekening.", aanvulling_tot=tot)


def _toegelaten(t, cast, op):
    t, con = getoetst(t, cast, op), cast.contractmanager(t.regio)
    return toelating.toelaten(t, door=con, op=op, motivering="Alles voldoet.", toegelaten_vanaf=op.date())


def _afgewezen(t, cast, op):
    return toelating.afwijzen(t, door=cast.contractmanager(t.regio), op=op, reden="Geen meldcode.")


def _ingetrokken(t, cast, op):
    return toelating.intrekken(t, door=cast.contractmanager(t.regio), op=op, reden="Ziet ervan af.", namens=NAMENS)


def _contract(t, cast, op):
    return contract.contract_opstellen(t, door=cast.contractmanager(t.regio), op=op)


def _actief(t, cast, op):
    con = cast.contractmanager(t.regio)
    t = contract.contract_vastleggen(t, door=con, op=op, **contractgegevens(t, op))
    return contract.contract_ingaan(t, door=con, op=op)


def _gesprek(t, cast, op):
    return gesprek.gesprek_plannen(t, door=cast.contractmanager(t.regio), op=op, gepland_op=op.date(), agenda="Cijfers")


def _verscherpt(t, cast, op):
    feiten = {"soort": "clientenstop", "reden": "Te weinig personeel.", "advies": "Stop de instroom."}
    feiten |= {"advies_op": op.date(), "vanaf": op.date()}
    return maatregel.verscherpen(t, door=cast.leider(t.regio), op=op, **feiten)


def _opgeschort(t, cast, op):
    return maatregel.opschorten(t, door=cast.leider(t.regio), op=op, reden="Fraude.", vanaf=op.date())


def _beeindigd(t, cast, op):
    con = cast.contractmanager(t.regio)
    t = einde.einde_voorbereiden(t, door=con, op=op, eindigt_op=op.date(), reden="Stopt met zorg.")
    return einde.beeindigen(t, door=con, op=op)


def _aangevuld(t, cast, op):
    return toelating.aanvulling_ontvangen(t, door=cast.contractmanager(t.regio), op=op, namens=NAMENS)


def _te_laat_aangevuld(t, cast, op):
    return _afgewezen(t, cast, op + timedelta(days=14))


def _afgerond(t, cast, op):
    con, verslag = cast.contractmanager(t.regio), {"agenda": "Cijfers", "aanwezigen": "Coen", "verslag": "Het gaat goed."}
    t = gesprek.gesprek_schrijven(t, door=con, op=op, gehouden_op=op.date(), **verslag)
    return gesprek.gesprek_afronden(t, door=con, op=op)


def _afgezegd(t, cast, op):
    return gesprek.gesprek_afzeggen(t, door=cast.contractmanager(t.regio), op=op, reden="Ziek.")


def _opgeheven(t, cast, op):
    return maatregel.maatregel_opheffen(t, door=cast.leider(t.regio), op=op, reden="Het is op orde.")


# Per action, the step that does it from any status in which it is possible; refusing is another one after a request.
STAPPEN = {
    "toets_starten": _toets,
    "aanvulling_vragen": _aanvulling,
    "aanvulling_ontvangen": _aangevuld,
    "toelaten": _toegelaten,
    "afwijzen": _afgewezen,
    "intrekken": _ingetrokken,
    "contract_opstellen": _contract,
    "contract_ingaan": _actief,
    "gesprek_plannen": _gesprek,
    "gesprek_afronden": _afgerond,
    "gesprek_afzeggen": _afgezegd,
    "verscherpen": _verscherpt,
    "opschorten": _opgeschort,
    "maatregel_opheffen": _opgeheven,
    "beeindigen": _beeindigd,
}


def stap(van, actie):
    return _te_laat_aangevuld if (van, actie) == (S.AANVULLING, "afwijzen") else STAPPEN[actie]


TOELATING = {
    S.TOELATING_TOETS: (S.AANGEMELD, _toets),
    S.AANVULLING: (S.TOELATING_TOETS, _aanvulling),
    S.TOEGELATEN: (S.TOELATING_TOETS, _toegelaten),
    S.AFGEWEZEN: (S.TOELATING_TOETS, _afgewezen),
    S.INGETROKKEN: (S.AANGEMELD, _ingetrokken),
    S.CONTRACT: (S.TOEGELATEN, _contract),
    S.ACTIEF: (S.CONTRACT, _actief),
    S.VOORTGANGSGESPREK: (S.ACTIEF, _gesprek),
    S.VERSCHERPT: (S.ACTIEF, _verscherpt),
    S.OPGESCHORT: (S.ACTIEF, _opgeschort),
    S.BEEINDIGD: (S.ACTIEF, _beeindigd),
}
