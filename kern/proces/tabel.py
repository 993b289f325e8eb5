"""The language of the process tables: a process is a table, everything else derives from it.

A domain app writes one `Proces` per kind of dossier. Buttons, URLs, rights, tasks, the audit verbs, the generated
documentation and the tests read that table; only `kern.proces.actions` changes a status.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db import models

from kern.tijd.kalender import Duur
from kern.toegang.rollen import Klasse, Rijen, Rol, Wereld

BLIJFT = None  # an action that changes facts but not the status


@dataclass(frozen=True)
class Voorwaarde:
    """One sentence and one predicate: guard, message to the user and documentation at once.

    `zin` says what must be true ("er is een casemanager"); `test` gets the dossier and the moment (`op`).
    """

    zin: str
    test: Callable[[models.Model, date], bool]
    bron: str = ""


@dataclass(frozen=True)
class Overgang:
    """One row of the table. `naar` is a status, or BLIJFT for an action that keeps the status."""

    van: tuple[str, ...]
    actie: str
    naar: str | None
    wie: tuple[Rol, ...]
    mits: tuple[Voorwaarde, ...] = ()
    label: str = ""
    alleen_eigen: bool = False  # a casemanager only as behandelaar, medebehandelaar or their waarnemer
    namens: bool = False  # may be recorded on behalf of an outside party: who, when, by which channel
    met_reden: bool = False  # a reason is mandatory
    verstuurt: tuple[str, ...] = ()  # the letters of which one or more leave (BRF-..); after it only a teamleider corrects
    feit_van_buiten: bool = False  # its day is that of what happened outside: its letter leaves when it is recorded
    is_besluit: bool = False  # part of deciding: the timeline puts it under Besluiten
    hoofd: bool = False  # the one primary button of its status
    toon_als: Callable[[models.Model], bool] | None = None  # else the page is silent about it
    terug: Callable[[models.Model], None] | None = None  # takes back the recorded fact when the step is reversed
    bron: str = ""

    @property
    def knop(self) -> str:
        return self.label or self.actie.replace("_", " ").capitalize()


@dataclass(frozen=True)
class UitInstelling:
    """A duration that the region sets: key of `kern.beheer.instellingen`, and the unit of its value. Empty = no deadline."""

    sleutel: str
    eenheid: str


@dataclass(frozen=True)
class TotDatum:
    """No length but a last day that somebody set: the name of a date attribute of the dossier. Empty = no deadline."""

    attribuut: str
    uitleg: str  # how the explanation begins: "De gestelde termijn loopt tot en met"


@dataclass(frozen=True)
class Termijn:
    """One deadline. `vanaf` and `klaar` name a date attribute of the dossier; without `duur` it is due the same day.

    `per` names the records of the dossier that start one each (its besluiten, its afspraken): the dates are then those of
    the record, and there is at most one open deadline per record. Such a record says its `onderwerp` in words.
    `na` names another deadline of the same record: this one begins on its effective end, and `vanaf` says nothing.
    `zolang`: the statuses in which it runs, end statuses too where it outlives the dossier.
    `opschorten`: the legal grounds on which it may be suspended (none = never).
    `van_client` terms are not ours to miss: when they lapse they close by themselves and nothing is late.
    `waarschuw`: days before the effective date on which a signal appears. `geldig_vanaf`: first event date of this version.
    """

    code: str
    naam: str
    vanaf: str
    duur: Duur | UitInstelling | TotDatum | None
    voor: Rol
    bron: str
    zolang: tuple[str, ...]
    te_doen: str
    gebeurtenis: str = "Begin"  # what happened on the first day, for the explanation
    atw: bool = False
    wettelijk: bool = True
    klaar: str = ""
    per: str = ""
    na: str = ""
    van_client: bool = False
    bevoegdheid: bool = False  # a power that lapses and no duty: a dossier is not judged by it
    opschorten: tuple[str, ...] = ()
    waarschuw: tuple[int, ...] = ()
    geldig_vanaf: date = date(2015, 1, 1)

    @property
    def regelversie(self) -> str:
        return f"{self.code} {self.geldig_vanaf:%Y-%m-%d}"


def bezwaar(vanaf: str, zolang: tuple[str, ...], voor: Rol, per: str = "") -> tuple[Termijn, Termijn]:
    """Six weeks from the day after sending, and a week for what was posted in time (L-62): never ours to miss."""
    return (
        Termijn(
            "bezwaar", "Bezwaar 6 weken", vanaf, Duur(weken=6), voor, "Awb 6:7, 6:8 (T-BEZWAAR)",
            zolang=zolang, te_doen="Bezwaar afwachten", gebeurtenis="Besluit verzonden", atw=True, van_client=True,
            per=per,
        ),
        Termijn(
            "bezwaar_post", "Bezwaar per post", vanaf, Duur(weken=1), voor, "Awb 6:9 (T-BEZWAAR-POST)",
            zolang=zolang, te_doen="Bezwaar per post afwachten", gebeurtenis="Einde van de bezwaartermijn", atw=True,
            van_client=True, na="bezwaar", per=per,
        ),
    )  # fmt: skip


def bewaartermijn(eind: tuple[str, ...]) -> Termijn:
    """Personal data of the Wmo are kept fifteen years after their last change (L-40, L-70, T-BEWAAR): a date, no work."""
    return Termijn(
        "bewaar", "Bewaren 15 jaar", "bewaren_vanaf", Duur(jaren=15), Rol.ARCHIEF, "Wmo 5.3.4 (T-BEWAAR)",
        zolang=eind, te_doen="Vernietigen of langer bewaren", gebeurtenis="Laatste wijziging van persoonsgegevens",
    )  # fmt: skip


@dataclass(frozen=True)
class Stap:
    """One step of the progress bar: a name and the statuses that belong to it."""

    naam: str
    statussen: tuple[str, ...]


@dataclass(frozen=True)
class Menu:
    """Where the list of a kind stands in the left column; its label is the plural of the kind."""

    groep: str
    icoon: str


@dataclass(frozen=True)
class Proces:
    """One kind of dossier. Raises ValueError at import when the table contradicts itself."""

    soort: str
    naam: str
    meervoud: str
    letter: str
    wereld: Wereld
    statussen: type[models.TextChoices]
    begin: str
    overgangen: tuple[Overgang, ...]
    termijnen: tuple[Termijn, ...]
    stappen: tuple[Stap, ...]
    zicht: dict[Rol, Rijen]
    te_doen: dict[str, str]  # the verb of each status in which somebody at Cimot must act now
    openen: tuple[Rol, ...] = ()
    aanname: tuple[str, ...] = ()  # statuses before the hand-over to one casemanager
    wacht_extern: tuple[str, ...] = ()  # statuses in which somebody outside must move first
    eind: tuple[str, ...] = ()
    inhoud: Klasse = Klasse.D4  # the data class of its content: notes, documents, whom it waits for
    behandelrol: Rol = Rol.CASEMANAGER  # who can be responsible
    menu: Menu | None = None
    een_per_client: bool = False  # a client has at most one open dossier of this kind (a database constraint)
    model: str = ""  # "app.Model"
    bron: str = ""

    def __post_init__(self):
        bekend = set(self.statussen.values)
        genoemd = {s for o in self.overgangen for s in (*o.van, o.naar) if s} | {
            self.begin,
            *self.te_doen,
            *self.eind,
        }
        genoemd |= {s for t in self.termijnen for s in t.zolang} | {s for stap in self.stappen for s in stap.statussen}
        if genoemd - bekend:
            raise ValueError(f"{self.soort}: unknown status {sorted(genoemd - bekend)}")
        codes = [t.code for t in self.termijnen]
        for termijn in self.termijnen:
            # The one that it follows must have been computed before it.
            if termijn.na and termijn.na not in codes[: codes.index(termijn.code)]:
                raise ValueError(f"{self.soort}: {termijn.code} follows {termijn.na}, which is not above it")
        for status in self.eind:
            if any(status in o.van for o in self.overgangen if o.naar):
                raise ValueError(f"{self.soort}: end status {status} has a way out")
        PROCESSEN[self.soort] = self

    @cached_property
    def acties(self) -> dict[str, tuple[Overgang, ...]]:
        gevonden: dict[str, tuple[Overgang, ...]] = {}
        for overgang in self.overgangen:
            gevonden[overgang.actie] = (*gevonden.get(overgang.actie, ()), overgang)
        return gevonden

    def overgang(self, status: str, actie: str) -> Overgang | None:
        return next((o for o in self.acties.get(actie, ()) if status in o.van), None)

    def vanuit(self, status: str) -> Iterator[Overgang]:
        return (o for o in self.overgangen if status in o.van)

    def termijn(self, code: str, op: date | None = None) -> Termijn:
        """The version of a deadline that applies to an event on `op` (the newest without `op`). Raises KeyError."""
        versies = sorted((t for t in self.termijnen if t.code == code), key=lambda t: t.geldig_vanaf)
        if not versies:
            raise KeyError(code)
        geldig = [t for t in versies if op is None or t.geldig_vanaf <= op]
        return (geldig or versies[:1])[-1]

    @cached_property
    def termijncodes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(t.code for t in self.termijnen))

    def mag(self, rol: str, actie: str) -> bool:
        if actie == "openen":
            return rol in self.openen
        if actie in ("bekijken", "lijst"):
            return rol in self.zicht
        return any(rol in o.wie for o in self.acties.get(actie, ()))


PROCESSEN: dict[str, Proces] = {}

Gevolg = Callable[[models.Model, Overgang], None]
_GEVOLGEN: dict[tuple[str, str], list[tuple[str, Gevolg]]] = {}


def gevolg(soort: str, actie: str, beschrijving: str) -> Callable[[Gevolg], Gevolg]:
    """Register, from an AppConfig of a higher app, an effect of a transition of a lower app. Runs in its transaction."""

    def registreer(functie: Gevolg) -> Gevolg:
        _GEVOLGEN.setdefault((soort, actie), []).append((beschrijving, functie))
        return functie

    return registreer


def gevolgen(soort: str, actie: str) -> list[tuple[str, Gevolg]]:
    return _GEVOLGEN.get((soort, actie), [])
