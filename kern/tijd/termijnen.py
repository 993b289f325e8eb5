"""Deadlines of one dossier: computed from facts, stored with their reasons, recomputed at any time with the same outcome.

`bijwerken` compares what the table says must run with what is stored and changes only the difference. It is called by
the engine in its transaction, after every change of status or fact; nobody else opens or closes a deadline.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import JSONObject

from kern.models import Dossier, GelijkgesteldeDag, Herinnering, Opschorting, Taak, WachtOp
from kern.personen import namen
from kern.proces.models.dossier import NOOIT
from kern.proces.tabel import Termijn, TotDatum, UitInstelling
from kern.tijd import kalender
from kern.tijd.gronden import GRONDEN

# Read with the dossier, in the statement that reads it under its lock.
GELIJKGESTELD = ArraySubquery(
    GelijkgesteldeDag.objects.order_by("datum").values(rij=JSONObject(datum="datum", naam="naam", versie="versie"))
)


def feestdagen(dossier=None) -> kalender.Feestdagen:
    """The holidays of today: the statutory ones and the days that the database has as equated by decree."""
    gelezen = getattr(dossier, "gelijkgesteld", None)
    if gelezen is None:
        rijen = list(GelijkgesteldeDag.objects.order_by("datum").values_list("datum", "naam", "versie"))
    else:
        rijen = [(date.fromisoformat(rij["datum"]), rij["naam"], rij["versie"]) for rij in gelezen]
    versie = max((versie for *_, versie in rijen), default=kalender.STANDAARD.versie)
    return kalender.Feestdagen(versie, {datum: naam for datum, naam, _ in rijen})


@dataclass(frozen=True)
class Onderwerp:
    """What starts a deadline: the dossier itself, or one of its records (`Termijn.per`)."""

    sleutel: str
    naam: str
    feiten: models.Model  # has the dates that the table names

    @classmethod
    def van(cls, termijn: Termijn, dossier) -> "list[Onderwerp]":
        if not termijn.per:
            return [cls("", "", dossier)]
        rijen = getattr(dossier, termijn.per).all()
        return [cls(f"{rij._meta.model_name} {rij.pk}", rij.onderwerp[:120], rij) for rij in rijen]


def _duur(termijn: Termijn, dossier, begin: date) -> kalender.Duur | None:
    """The duration on the day of the event; None when the region sets none. Raises nothing."""
    if isinstance(termijn.duur, UitInstelling):
        aantal = dossier.regio.instelling(termijn.duur.sleutel, begin)
        return kalender.Duur(**{termijn.duur.eenheid: aantal}) if aantal else None
    return termijn.duur


def _berekend(termijn: Termijn, dossier, over: Onderwerp, begin: date, stil: list, dagen) -> dict | None:
    """The columns of a Taak for an event on `begin`; None when this deadline does not exist here."""
    if termijn.duur is None:
        teksten = [
            ("gebeurtenis", begin, f"{termijn.gebeurtenis}: {kalender.datum_nl(begin)}."),
            ("einde", begin, "Dit moet meteen: nog dezelfde dag."),
        ]
        return _uitkomst(begin, begin, begin, _als_json(teksten))
    if isinstance(termijn.duur, TotDatum):
        return _tot_datum(termijn, begin, getattr(over.feiten, termijn.duur.attribuut))
    duur = _duur(termijn, dossier, begin)
    if duur is None:
        return None
    uitkomst = _met_stilstand(begin, duur, termijn.atw, stil, dagen)
    stappen = uitkomst.als_json()
    for stap in stappen:
        if stap["soort"] == "opgeschort":
            stap["tekst"] = f"{' '.join(_periode(rij) for rij in stil if _dagen(rij))} {stap['tekst']}"
    stappen[0]["tekst"] = f"{termijn.gebeurtenis}: {kalender.datum_nl(begin)} (telt niet mee)."
    return _uitkomst(begin, uitkomst.nominaal, uitkomst.vervalt, stappen)


def _met_stilstand(begin: date, duur: kalender.Duur, atw: bool, stil: list, dagen) -> kalender.Berekening:
    """The last day after one standstill after another; only one that began in time holds the end back (L-59)."""
    uitkomst, opgeschort, stil_tot = kalender.bereken(begin, duur, atw=atw, feestdagen=dagen), 0, None
    for rij in sorted(stil, key=lambda rij: rij.vanaf):
        if not _dagen(rij):
            continue
        opgeschort += _dagen(rij)
        if rij.vanaf <= uitkomst.vervalt + timedelta(days=1):
            stil_tot = rij.tot
        uitkomst = kalender.bereken(begin, duur, atw=atw, opgeschorte_dagen=opgeschort, stil_tot=stil_tot, feestdagen=dagen)
    return uitkomst


def _uitkomst(begin: date, nominaal: date, vervalt: date, stappen: list[dict]) -> dict:
    return {"begin_op": begin, "nominaal_op": nominaal, "vervalt_op": vervalt, "stappen": stappen}


def _als_json(teksten: list[tuple[str, date, str]]) -> list[dict]:
    return [{"soort": soort, "datum": datum.isoformat(), "tekst": tekst} for soort, datum, tekst in teksten]


def _tot_datum(termijn: Termijn, begin: date, tot: date | None) -> dict | None:
    """A last day that was set: nothing is computed, and the Algemene termijnenwet does not move it (art. 5)."""
    if tot is None:
        return None
    teksten = [
        ("gebeurtenis", begin, f"{termijn.gebeurtenis}: {kalender.datum_nl(begin)}."),
        ("einde", tot, f"{termijn.duur.uitleg} {kalender.datum_nl(tot)}."),
    ]
    return _uitkomst(begin, tot, tot, _als_json(teksten))


def _dagen(rij) -> int:
    """Suspended days of one suspension; one without an end has no days yet (L-59)."""
    return max((rij.tot - rij.vanaf).days + 1, 0) if rij.tot else 0


def _periode(rij) -> str:
    dagen = f"{kalender.datum_nl(rij.vanaf)} tot en met {kalender.datum_nl(rij.tot)}"
    return f"Stil van {dagen}: {GRONDEN.get(rij.grond, rij.grond).lower()} ({rij.grond})."


def _klaar(termijn: Termijn, over: Onderwerp) -> date | None:
    return getattr(over.feiten, termijn.klaar) if termijn.klaar else None


def _begin(termijn: Termijn, over: Onderwerp, bestaand: dict[tuple[str, str], Taak]) -> date | None:
    """The first day: a recorded fact, or the effective end of the deadline that this one follows."""
    if not termijn.na:
        return getattr(over.feiten, termijn.vanaf)
    vorige = bestaand.get((termijn.na, over.sleutel))
    loopt_of_liep = vorige is not None and vorige.status != Taak.Status.VERVALLEN
    return vorige.vervalt_op if loopt_of_liep else None


def _sluit(taak: Taak, termijn: Termijn, dossier, klaar: date | None, begin: date | None, op: date) -> None:
    """Done, lapsed, or no longer needed: the same whether the nightly check came by or not."""
    # A term that waits for a fact is not done because the dossier went on, nor one whose first day was taken back, nor
    # one of closed dossiers because this one was opened again.
    eind = dossier.proces.eind
    afgebroken = klaar is None and (
        termijn.klaar or begin is None or dossier.status in eind or set(termijn.zolang) <= set(eind)
    )
    taak.status, taak.gesloten_op = Taak.Status.VERVALLEN if afgebroken else Taak.Status.AFGEDAAN, klaar or op
    # What never began did not lapse either, however late the mistake is put right.
    if termijn.van_client and begin is not None and taak.vervalt_op and taak.vervalt_op < taak.gesloten_op:
        taak.status, taak.gesloten_op = Taak.Status.VERSTREKEN, taak.vervalt_op
    taak.save()


def bijwerken(dossier, op: date, dagen: kalender.Feestdagen | None = None) -> list[Taak]:
    """Bring the deadlines of a locked dossier in line with its facts; returns those whose date moved. Idempotent."""
    dagen = dagen or feestdagen(dossier)
    taken = _lees(dossier)
    gelezen = [(taak.herinnerd_op, taak.wacht_tot) for taak in taken]
    # Of one subject the newest row counts: an earlier one ended.
    bestaand = {(taak.code, taak.onderwerp): taak for taak in taken}
    verschoven, bekend = [], set()
    for code in _codes(dossier, taken):
        for over in Onderwerp.van(dossier.proces.termijn(code), dossier):
            bekend.add((code, over.sleutel))
            taak = bestaand.get((code, over.sleutel))
            oud = taak.vervalt_op if taak else None
            nieuw = _werk_bij(code, over, dossier, bestaand, op, dagen)
            if taak is None and nieuw:
                taken.append(nieuw)
                bestaand[code, over.sleutel] = nieuw
            elif taak and taak.status == Taak.Status.OPEN and taak.vervalt_op != oud:
                verschoven.append(taak)
    _laat_vervallen([taak for sleutel, taak in bestaand.items() if sleutel not in bekend], op)
    dossier.gelezen_taken = taken
    samenvatten(dossier, taken, gelezen[:1])
    return verschoven


def _lees(dossier) -> list[Taak]:
    """The deadlines of a locked dossier, with the suspensions of those that have any, and what people noted."""
    stilstand = Exists(Opschorting.objects.filter(taak=OuterRef("pk")))
    rijen = dossier.taken.select_for_update(of=("self",)).annotate(had_stilstand=stilstand, **_van_mensen(dossier))
    taken = list(rijen.order_by("id"))
    models.prefetch_related_objects([taak for taak in taken if taak.had_stilstand], "opschortingen")
    return taken


def _codes(dossier, taken: list[Taak]) -> list[str]:
    """The deadlines that may run in this status, or of which a row may have to close; in the order of the table."""
    proces = dossier.proces
    nu = {t.code for t in proces.termijnen if dossier.status in t.zolang}
    nu |= {taak.code for taak in taken if taak.status in (Taak.Status.OPEN, Taak.Status.VERSTREKEN)}
    return [code for code in proces.termijncodes if code in nu]


def nieuwste(dossier, code: str) -> Taak | None:
    """The newest deadline of a kind: what the engine has just computed, else what the database keeps."""
    taken = getattr(dossier, "gelezen_taken", None)
    if taken is None:
        return dossier.taken.filter(code=code).order_by("begin_op", "id").last()
    return max((taak for taak in taken if taak.code == code), key=lambda taak: (taak.begin_op, taak.pk), default=None)


def _laat_vervallen(taken: list[Taak], op: date) -> None:
    """A deadline of which the record is gone never was."""
    for taak in taken:
        if taak.status in (Taak.Status.OPEN, Taak.Status.VERSTREKEN):
            taak.status, taak.gesloten_op = Taak.Status.VERVALLEN, op
            taak.save()


def _werk_bij(code: str, over: Onderwerp, dossier, bestaand, op: date, dagen) -> Taak | None:
    """One deadline in line with its facts; returns its row, None when it has none."""
    taak = bestaand.get((code, over.sleutel))
    begin = _begin(dossier.proces.termijn(code), over, bestaand)
    termijn = dossier.proces.termijn(code, begin)
    loopt = begin is not None and dossier.status in termijn.zolang and _klaar(termijn, over) is None
    if not loopt:
        nooit_begonnen = begin is None and taak and taak.status == Taak.Status.VERSTREKEN
        if nooit_begonnen or (taak and taak.status == Taak.Status.OPEN):
            _sluit(taak, termijn, dossier, _klaar(termijn, over), begin, op)
        return taak
    if taak and taak.status == Taak.Status.VERSTREKEN and taak.begin_op == begin:
        return taak
    return _open(termijn, dossier, over, taak, begin, op, dagen)


def _open(termijn: Termijn, dossier, over: Onderwerp, taak: Taak | None, begin: date, op: date, dagen) -> Taak | None:
    """Open, reopen or recompute one deadline; None when it does not exist here."""
    stil = list(taak.opschortingen.all()) if taak and taak.had_stilstand else []
    waarden = _berekend(termijn, dossier, over, begin, stil, dagen)
    if waarden is None:
        if taak and taak.status == Taak.Status.OPEN:
            taak.status, taak.gesloten_op = Taak.Status.VERVALLEN, op
            taak.save()
        return taak
    if any(rij.tot is None for rij in stil):
        waarden["vervalt_op"] = None
    waarden |= {
        "status": Taak.Status.OPEN,
        "gesloten_op": None,
        "onderwerp_naam": over.naam,
        "opgeschorte_dagen": sum(_dagen(rij) for rij in stil),
        "rol": termijn.voor,
        "is_wettelijk": termijn.wettelijk,
        "is_van_client": termijn.van_client,
        "bron": termijn.bron,
        "regelversie": termijn.regelversie,
        "feestdagversie": dagen.versie,
        "waarschuw": list(termijn.waarschuw),
    }
    if taak is None:
        taak = dossier.taken.create(wereld=dossier.wereld, code=termijn.code, onderwerp=over.sleutel, **waarden)
        taak.dossier, taak.had_stilstand = dossier, False
        return taak
    # A new version of the list that moves nothing leaves the row, and so its history, alone.
    if any(getattr(taak, naam) != waarde for naam, waarde in waarden.items() if naam != "feestdagversie"):
        for naam, waarde in waarden.items():
            setattr(taak, naam, waarde)
        taak.save()
    return taak


def _van_mensen(dossier) -> dict[str, Subquery]:
    """The first open reminder of its behandelaar, and until when it waits for somebody; to read with something else."""
    eigen = Herinnering.objects.filter(dossier=dossier.pk, gedaan_op__isnull=True, gebruiker=dossier.behandelaar_id)
    wacht = WachtOp.objects.filter(dossier=dossier.pk, klaar_op__isnull=True)
    return {
        "herinnerd_op": Subquery(eigen.order_by("op").values("op")[:1]),
        "wacht_tot": Subquery(wacht.order_by("tot").values("tot")[:1]),
    }


def samenvatten(dossier, taken: list[Taak] | None = None, van_mensen: list[tuple] | None = None) -> None:
    """Refresh the copies on the dossier that lists filter and sort on, from its deadlines (read here when not given)."""
    taken = dossier.taken.filter(status=Taak.Status.OPEN) if taken is None else taken
    open_taken = [taak for taak in taken if taak.status == Taak.Status.OPEN]
    onze = [t for t in open_taken if t.vervalt_op and not t.is_van_client]
    datums = [t.vervalt_op for t in open_taken if t.vervalt_op]
    waarschuwingen = [t.vervalt_op - timedelta(days=max(t.waarschuw, default=0)) for t in open_taken if t.vervalt_op]
    # Written a moment ago and not in the object: read here, unless it came with the deadlines.
    rijen = van_mensen or Dossier.objects.filter(pk=dossier.pk).order_by("pk").values_list(*_van_mensen(dossier).values())
    herinnerd, wacht_tot = rijen[0]
    eigen = [herinnerd] if herinnerd else []
    dossier.vervalt_op = min((t.vervalt_op for t in onze), default=NOOIT)
    dossier.eerst_op = min([*datums, *eigen], default=NOOIT) if dossier.is_open else NOOIT
    aandacht = [*waarschuwingen, *eigen]
    if dossier.status in dossier.proces.te_doen and dossier.status not in dossier.proces.wacht_extern:
        aandacht.append(dossier.status_sinds)
    if wacht_tot:
        # While waiting only what becomes urgent asks attention; the day after the waiting ends, the dossier does.
        aandacht = [*waarschuwingen, *eigen, wacht_tot + timedelta(days=1)]
    dossier.wacht_tot = wacht_tot
    dossier.aandacht_op = min(aandacht, default=NOOIT) if dossier.is_open else NOOIT
    if dossier.client_id:
        dossier.sorteernaam = dossier.client.sorteernaam
    else:
        dossier.sorteernaam = namen.plat(dossier.organisatie.naam) if dossier.organisatie_id else ""
    dossier.gemeente_id = dossier.client.woongemeente_id if dossier.client_id else dossier.gemeente_id
