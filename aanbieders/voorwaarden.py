"""What must be so before a step of SM-9: one sentence and one predicate each."""

from aanbieders.models import Contract, Kwaliteitstoets, Toelating
from kern.proces.tabel import Voorwaarde


def _getoetst(toelating) -> dict:
    return {rij.eis: rij.uitkomst for rij in toelating.kwaliteitstoetsen.all()}


def _alles_voldoet(toelating, op) -> bool:
    uitkomsten = _getoetst(toelating)
    return all(uitkomsten.get(eis) == Kwaliteitstoets.Uitkomst.VOLDOET for eis in Kwaliteitstoets.Eis.values)


def _financieel(toelating, op) -> bool:
    toets = getattr(toelating, "financieletoets", None)
    return toets is not None and toets.oordeel == toets.Oordeel.VOLDOENDE


def _bekend(toelating, op) -> bool:
    aanbieder = toelating.organisatie.aanbieder
    return bool(aanbieder.kvk and aanbieder.agb and aanbieder.rechtsvorm and aanbieder.ubo.strip())


def _past_bij_regio(toelating, contract) -> bool:
    subsidie = toelating.financiering == Toelating.Financiering.SUBSIDIE
    return contract.soort == (Contract.Soort.SUBSIDIE if subsidie else Contract.Soort.OVEREENKOMST)


def _contract_getekend(toelating, op) -> bool:
    # Asked afresh: the action that writes a contract is judged after it.
    rijen = toelating.contracten.filter(ondertekend_op__isnull=False, tot__gte=op)
    return any(_past_bij_regio(toelating, rij) for rij in rijen)


def _verslag_klaar(toelating, op) -> bool:
    gesprek = toelating.gesprekken.order_by("-id").first()
    return gesprek is not None and bool(gesprek.verslag.strip() and gesprek.aanwezigen.strip() and gesprek.gehouden_op)


def _plan_klaar(toelating, op) -> bool:
    return not toelating.overdrachten.filter(naar__isnull=True).exists() and not (
        toelating.overdrachten.filter(uiterlijk__isnull=True).exists()
    )


GEGEVENS_COMPLEET = Voorwaarde(
    "KvK-nummer, AGB-code, rechtsvorm en belanghebbenden (UBO) zijn bekend", _bekend, "SM-9 aangemeld"
)
WENS_BEKEND = Voorwaarde("er staat wat de aanbieder wil leveren", lambda t, op: bool(t.aanvraag.strip()), "SM-9 aangemeld")
LOCATIE_BEKEND = Voorwaarde(
    "er is een locatie van de aanbieder", lambda t, op: t.organisatie.aanbieder.locaties.exists(), "SM-9 aangemeld"
)
KWALITEIT_VOLDOET = Voorwaarde("de aanbieder voldoet aan alle eisen van kwaliteit", _alles_voldoet, "R-FIN-01")
FINANCIEEL_VOLDOET = Voorwaarde("de financiële continuïteit is voldoende", _financieel, "R-FIN-01")
CONTRACT_GETEKEND = Voorwaarde(
    "er is een getekende overeenkomst of een verleende subsidie, zoals in deze regio afgesproken", _contract_getekend, "X-11"
)
VERSLAG_KLAAR = Voorwaarde(
    "er staat wanneer het gesprek was, wie erbij waren en wat er is besproken", _verslag_klaar, "R-FIN-07"
)
EINDDATUM = Voorwaarde("er is een laatste dag", lambda t, op: t.eindigt_op is not None, "SM-9 beeindigd")
EINDDATUM_VOORBIJ = Voorwaarde(
    "de laatste dag is geweest", lambda t, op: t.eindigt_op is not None and t.eindigt_op <= op, "SM-9 beeindigd"
)
PLAN_KLAAR = Voorwaarde("elke cliënt heeft een nieuwe aanbieder en een datum", _plan_klaar, "SM-9 beeindigd")
TERMIJN_AANVULLING_VOORBIJ = Voorwaarde(
    "de tijd om aan te vullen is voorbij", lambda t, op: t.aanvulling_tot is not None and t.aanvulling_tot < op, "SM-9"
)


def heeft_afspraak(toelating) -> bool:
    return toelating.afspraken.filter(gedaan_op__isnull=True).exists()


def heeft_verslag(toelating) -> bool:
    return toelating.gesprekken.filter(gesloten_op__isnull=False).exists()


def stopt(toelating) -> bool:
    return toelating.eindigt_op is not None


def heeft_subsidie(toelating) -> bool:
    return toelating.contracten.filter(soort=Contract.Soort.SUBSIDIE, verantwoord_op__isnull=True).exists()
