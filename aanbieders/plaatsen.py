"""Whether somebody new may come to a provider in a region on a day (SM-9: nobody new under a cliëntenstop or opschorting).

It is asked when care is granted and when somebody is placed. Every answer is a sentence for the worker with its dates, and
never why a measure was taken: that is not his to read (domein.md 4.3, D11).
"""

from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, CharField, OuterRef, Q, Value, When
from django.db.models.functions import JSONObject

from aanbieders.models import Contract, Maatregel, Toelating
from kern.tijd.kalender import datum_nl

# Under these nobody new comes in; verscherpt toezicht lets them in.
HOUDT_TEGEN = (Maatregel.Soort.CLIENTENSTOP, Maatregel.Soort.OPSCHORTING)


def loopt(op: date) -> Q:
    """The measures that hold on a day: the last day counts, the day on which one was lifted does not."""
    return (
        Q(vanaf__lte=op) & (Q(tot__isnull=True) | Q(tot__gte=op)) & (Q(beeindigd_op__isnull=True) | Q(beeindigd_op__gt=op))
    )


def mag_plaatsen(organisatie_id: int, regio_id: int, op: date) -> list[str]:
    """Why nobody new may come to this provider in this region on this day; nothing when somebody may. One query."""
    return redenen([organisatie_id], regio_id, op)[organisatie_id]


def redenen(organisatie_ids, regio_id: int, op: date) -> dict[int, list[str]]:
    """The same for several providers, in one query: for a list to choose from."""
    ids = set(organisatie_ids)
    per = {}
    for rij in _toelatingen(ids, regio_id, op):
        per.setdefault(rij["organisatie_id"], []).append(_zinnen(rij, op))
    # A provider that came back has more dossiers: one that lets him in is enough, else the newest says why not.
    return {pk: min(per.get(pk, [[_NOOIT]]), key=lambda zinnen: bool(zinnen)) for pk in ids}


_NOOIT = "De aanbieder is in deze regio niet toegelaten."


def _toelatingen(ids, regio_id: int, op: date):
    soort = Case(
        When(financiering=Toelating.Financiering.SUBSIDIE, then=Value(Contract.Soort.SUBSIDIE)),
        default=Value(Contract.Soort.OVEREENKOMST),
        output_field=CharField(),
    )
    hier = Toelating.objects.filter(organisatie__in=ids, regio=regio_id).annotate(contractsoort=soort)
    getekend = Contract.objects.filter(
        toelating=OuterRef("pk"), soort=OuterRef("contractsoort"), ondertekend_op__isnull=False
    ).order_by("vanaf")
    houdt_tegen = Maatregel.objects.filter(loopt(op), toelating=OuterRef("pk"), soort__in=HOUDT_TEGEN).order_by("vanaf")
    periode = JSONObject(vanaf="vanaf", tot="tot")
    return (
        hier.annotate(
            contract=ArraySubquery(getekend.values(periode=periode)),
            maatregel=ArraySubquery(houdt_tegen.values(rij=JSONObject(soort="soort", vanaf="vanaf", tot="tot"))),
        )
        .order_by("-pk")
        .values(
            "organisatie_id",
            "toegelaten_vanaf",
            "toegelaten_tot",
            "actief_vanaf",
            "eindigt_op",
            "gesloten_op",
            "contractsoort",
            "contract",
            "maatregel",
        )
    )


def _zinnen(rij, op: date) -> list[str]:
    """Not admitted or ended says enough; else the contract and the measures."""
    if rij["toegelaten_vanaf"] is None:
        return [_NOOIT]
    if op < rij["toegelaten_vanaf"]:
        return [f"De aanbieder is toegelaten vanaf {datum_nl(rij['toegelaten_vanaf'])}."]
    if laatste := _einde(rij, op):
        return [f"De samenwerking met deze aanbieder stopte. De laatste dag was {datum_nl(laatste)}."]
    if rij["toegelaten_tot"] and op > rij["toegelaten_tot"]:
        return [f"De aanbieder was toegelaten tot en met {datum_nl(rij['toegelaten_tot'])}."]
    return _over_contract(rij, op) + [_over_maatregel(maatregel) for maatregel in rij["maatregel"]]


def _einde(rij, op: date) -> date | None:
    if rij["eindigt_op"]:
        return rij["eindigt_op"] if op > rij["eindigt_op"] else None
    return rij["gesloten_op"] if rij["gesloten_op"] and op > rij["gesloten_op"] else None


def _over_contract(rij, op: date) -> list[str]:
    naam = "getekende overeenkomst" if rij["contractsoort"] == Contract.Soort.OVEREENKOMST else "verleende subsidie"
    periodes = [(date.fromisoformat(p["vanaf"]), date.fromisoformat(p["tot"])) for p in rij["contract"]]
    if any(vanaf <= op <= tot for vanaf, tot in periodes):
        if rij["actief_vanaf"] is None:
            return ["Het contract met deze aanbieder is nog niet ingegaan."]
        return []
    if later := [vanaf for vanaf, _ in periodes if vanaf > op]:
        return [f"Op {datum_nl(op)} is er nog geen {naam}. Die begint op {datum_nl(min(later))}."]
    if eerder := [tot for _, tot in periodes]:
        return [f"Op {datum_nl(op)} is er geen {naam}. De laatste liep tot en met {datum_nl(max(eerder))}."]
    return [f"Er is geen {naam} met deze aanbieder."]


def _over_maatregel(maatregel) -> str:
    wat = "een cliëntenstop" if maatregel["soort"] == Maatregel.Soort.CLIENTENSTOP else "een opschorting"
    tot = f" tot en met {datum_nl(date.fromisoformat(maatregel['tot']))}" if maatregel["tot"] else ""
    sinds = datum_nl(date.fromisoformat(maatregel["vanaf"]))
    return f"Er geldt {wat} vanaf {sinds}{tot}: deze aanbieder mag geen nieuwe cliënten opnemen."
