"""The figures of one provider, each with the rows that it counts and the unit in which it counts them (X-15, X-19).

What a higher app knows (occupancy, refusals, how fast it answers) it registers here, from its AppConfig. Without that
there is no such figure: nothing is made up.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.urls import reverse

from aanbieders import plaatsingen
from aanbieders.models import Afspraak, Locatie, Toelating
from kern.models import Taak
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Klasse


@dataclass(frozen=True)
class Record:
    """One row behind a figure."""

    wat: str
    toelichting: str = ""
    op: date | None = None
    url: str = ""


@dataclass(frozen=True)
class Cijfer:
    """A number, what it counts, and the rows behind it. `recht`: a right that one needs beside the data class."""

    code: str
    naam: str
    waarde: Decimal | int
    eenheid: str
    records: tuple[Record, ...] = ()
    klasse: Klasse = Klasse.D11
    recht: str = ""

    def mag(self, gebruiker, klassen) -> bool:
        return self.klasse in klassen and (not self.recht or gebruiker.has_perm(self.recht))


# What a higher app may add: its name, and where it stands among the others.
VAKKEN = {"bezetting": "Bezetting", "weigeringen": "Weigeringen", "antwoordtijd": "Antwoordtijd"}
Bron = Callable[[int, frozenset[int], date], list[Cijfer]]
_BRONNEN: dict[str, Bron] = {}


def registreer(vak: str, bron: Bron) -> None:
    """`bron(organisatie_id, regio_ids, op)` gives the figures of one slot. Raises ValueError for a slot that is not ours."""
    if vak not in VAKKEN:
        raise ValueError(f"unknown slot {vak}")
    _BRONNEN[vak] = bron


def van(aanbieder, regio_ids, op: date) -> list[Cijfer]:
    """All figures on a day, of the dossiers of these regions. A fixed number of queries."""
    regio_ids = frozenset(regio_ids)
    eigen = [
        *_afspraken(aanbieder, regio_ids, op),
        *_termijnen(aanbieder, regio_ids, op),
        _plaatsingen(aanbieder, regio_ids, op),
        *_locaties(aanbieder, op),
    ]
    return eigen + [cijfer for vak in VAKKEN if vak in _BRONNEN for cijfer in _BRONNEN[vak](aanbieder.pk, regio_ids, op)]


def bevroren(aanbieder, regio_ids, op: date) -> list[dict]:
    """The figures of a day as they are kept with a finished review: words and texts, so that nothing computes them again."""
    return [
        {"code": c.code, "naam": c.naam, "waarde": str(c.waarde), "eenheid": c.eenheid, "op": op.isoformat()}
        for c in van(aanbieder, regio_ids, op)
    ]


def _dossiers(aanbieder, regio_ids):
    return Toelating.objects.filter(organisatie=aanbieder.pk, regio__in=regio_ids)


def _afspraken(aanbieder, regio_ids, op: date):
    rijen = Afspraak.objects.filter(toelating__in=_dossiers(aanbieder, regio_ids), gemaakt_op__lte=op)
    per = {"op_tijd": [], "te_laat": [], "open": []}
    for rij in rijen.select_related("toelating"):
        klaar = rij.gedaan_op if rij.gedaan_op and rij.gedaan_op <= op else None
        stand = "te_laat" if (klaar or op) > rij.uiterlijk else "op_tijd" if klaar else "open"
        wanneer = f"klaar op {datum_nl(klaar)}" if klaar else "nog niet klaar"
        per[stand].append(
            Record(
                wat=rij.tekst,
                toelichting=f"{rij.get_wie_display()} · uiterlijk {datum_nl(rij.uiterlijk)} · {wanneer}",
                op=rij.gemaakt_op,
                url=rij.toelating.get_absolute_url(),
            )
        )
    namen = {"op_tijd": "Afspraken op tijd", "te_laat": "Afspraken te laat", "open": "Afspraken nog open"}
    for stand, naam in namen.items():
        yield Cijfer(f"afspraken_{stand}", naam, len(per[stand]), "afspraken", tuple(per[stand]))


def _termijnen(aanbieder, regio_ids, op: date):
    rijen = Taak.objects.filter(
        dossier__in=_dossiers(aanbieder, regio_ids), status=Taak.Status.AFGEDAAN, gesloten_op__lte=op
    )
    per = {False: [], True: []}
    for taak in rijen.select_related("dossier"):
        uiterlijk = f"uiterlijk {datum_nl(taak.vervalt_op)} · " if taak.vervalt_op else ""
        per[taak.is_te_laat_afgedaan].append(
            Record(
                wat=f"{taak.naam} ({taak.dossier.kenmerk})",
                toelichting=f"{uiterlijk}klaar op {datum_nl(taak.gesloten_op)}",
                op=taak.gesloten_op,
                url=taak.dossier.get_absolute_url(),
            )
        )
    yield Cijfer("termijnen_op_tijd", "Termijnen op tijd", len(per[False]), "termijnen in het dossier", tuple(per[False]))
    yield Cijfer("termijnen_te_laat", "Termijnen te laat", len(per[True]), "termijnen in het dossier", tuple(per[True]))


def _plaatsingen(aanbieder, regio_ids, op: date) -> Cijfer:
    records = [
        Record(wat=rij.kenmerk, toelichting=_lijn(rij), op=rij.vanaf)
        for rij in plaatsingen.lopend(aanbieder.pk, op, regio_ids)
    ]
    return Cijfer(
        "plaatsingen",
        "Lopende plaatsingen",
        len(records),
        "plaatsingen, geen personen: één cliënt kan vaker meetellen",
        tuple(records),
        recht="plaatsing.bekijken",
    )


def _lijn(rij) -> str:
    uren = f" · {rij.uren.normalize():f} uur".replace(".", ",") if rij.uren is not None else ""
    return f"{rij.product} · {datum_nl(rij.vanaf)} tot en met {datum_nl(rij.tot)}{uren}"


def in_gebruik(locaties, op: date) -> list:
    """Which of these are used on a day."""
    return [rij for rij in locaties if rij.vanaf <= op and (rij.tot is None or rij.tot >= op)]


def _locaties(aanbieder, op: date):
    gebruikt = in_gebruik(aanbieder.locaties.select_related("gemeente"), op)
    yield _van_locaties("locaties", "Locaties", "locaties in gebruik", gebruikt)
    # Per unit: places, persons on average and addresses are never one sum.
    for eenheid in Locatie.Eenheid:
        met = [rij for rij in gebruikt if rij.eenheid == eenheid]
        if not met:
            continue
        if eenheid == Locatie.Eenheid.ONBEKEND:
            yield _van_locaties("capaciteit_onbekend", "Capaciteit onbekend", "locaties zonder bekende capaciteit", met)
            continue
        som = sum(rij.capaciteit for rij in met)
        naam = f"Capaciteit: {eenheid.label}"
        yield Cijfer(f"capaciteit_{eenheid}", naam, som, eenheid.label, _regels(met), klasse=Klasse.D3)
    # Somebody who is there is not the same as somebody who can be called (R-IND-22).
    for soort, naam in (("aanwezigheid", "24-uurs aanwezigheid"), ("toezicht", "24-uurs toezicht")):
        met = [rij for rij in gebruikt if rij.toezicht == soort]
        if met:
            yield _van_locaties(f"dag_en_nacht_{soort}", naam, "locaties in gebruik", met)


def _van_locaties(code: str, naam: str, eenheid: str, rijen) -> Cijfer:
    return Cijfer(code, naam, len(rijen), eenheid, _regels(rijen), klasse=Klasse.D3)


def _regels(locaties) -> tuple[Record, ...]:
    return tuple(
        Record(
            wat=rij.naam,
            toelichting=" · ".join(
                filter(None, [str(rij.gemeente or rij.plaats), capaciteit(rij), rij.get_toezicht_display()])
            ),
            op=rij.vanaf,
            url=reverse("locatie_detail", args=[rij.pk]),
        )
        for rij in locaties
    )


def capaciteit(locatie) -> str:
    """ "20 plekken", "10 personen gemiddeld", "capaciteit onbekend": a number never without its unit."""
    if locatie.eenheid == Locatie.Eenheid.ONBEKEND:
        return "capaciteit onbekend"
    een = {
        Locatie.Eenheid.PLEKKEN: "plek",
        Locatie.Eenheid.ADRESSEN: "adres",
        Locatie.Eenheid.GEM_PERSONEN: "persoon gemiddeld",
    }
    return f"{locatie.capaciteit} {een[locatie.eenheid] if locatie.capaciteit == 1 else locatie.get_eenheid_display()}"
