"""What the reader of a timeline asked for, and one moment of it. Pure data: no database."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from kern.schermen import bladeren
from kern.toegang.rollen import Klasse

PER_PAGINA = 50
SOORTEN = (
    ("", "Alles"),
    ("stap", "Stappen"),
    ("besluit", "Besluiten"),
    ("contact", "Contact"),
    ("document", "Documenten"),
    ("termijn", "Termijnen"),
    ("correctie", "Correcties"),
)


@dataclass
class Moment:
    """One line of the timeline. `op`, `bron` and `id` are its place in the order; `klassen` what its text shows (L-74)."""

    op: datetime
    bron: int
    id: int
    soort: str
    titel: str
    icoon: str
    regels: list[str] = field(default_factory=list)
    klassen: set[Klasse] = field(default_factory=lambda: {Klasse.D3})
    is_dag: bool = False  # only the day is known
    dossier_id: int | None = None
    gebruiker_id: int | None = None
    rol: str = ""
    namens: str = ""
    door: str = ""
    url: str = ""
    kenmerk: str = ""
    kenmerk_url: str = ""
    termijn: str = ""  # the code of a deadline that the log names
    contact_id: int | None = None
    verbeterd_op: datetime | None = None
    versies: list = field(default_factory=list)

    @property
    def plaats(self) -> tuple[datetime, int, int]:
        return self.op, self.bron, self.id

    @property
    def wanneer(self) -> date | datetime:
        return timezone.localdate(self.op) if self.is_dag else self.op

    @property
    def tekst(self) -> str:
        return "\n".join(filter(None, self.regels))


def begin_van(dag: date) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time.min))


def einde_van(dag: date) -> datetime:
    """A fact of a day stands above what happened at an hour of that day: it is its outcome."""
    return timezone.make_aware(datetime.combine(dag, time.max))


@dataclass(frozen=True)
class Venster:
    """The kind, the period (days, both included) and where the page begins."""

    soort: str = ""
    van: date | None = None
    tot: date | None = None
    cursor: tuple[datetime, int, int] | None = None
    aantal: int = PER_PAGINA

    def wil(self, *soorten: str) -> bool:
        return not self.soort or self.soort in soorten

    def _grenzen(self) -> tuple[datetime | None, datetime | None]:
        return (
            begin_van(self.van) if self.van else None,
            begin_van(self.tot + timedelta(days=1)) if self.tot else None,
        )

    def pagina(self, rijen, bron: int) -> list:
        """The first rows of one source, that has its place in the order as `moment`, and one more than fits."""
        vanaf, voor = self._grenzen()
        if vanaf:
            rijen = rijen.filter(moment__gte=vanaf)
        if voor:
            rijen = rijen.filter(moment__lt=voor)
        if self.cursor:
            op, na_bron, pk = self.cursor
            gelijk = Q(moment=op) if bron < na_bron else Q(moment=op, pk__lt=pk) if bron == na_bron else Q()
            rijen = rijen.filter(Q(moment__lt=op) | gelijk if gelijk else Q(moment__lt=op))
        return list(rijen.order_by("-moment", "-pk")[: self.aantal + 1])

    def past(self, moment: Moment) -> bool:
        """The same for a moment that was computed."""
        vanaf, voor = self._grenzen()
        if (vanaf and moment.op < vanaf) or (voor and moment.op >= voor):
            return False
        return self.cursor is None or moment.plaats < self.cursor


def schrijf_cursor(moment: Moment) -> str:
    return bladeren.schrijf_cursor(f"{moment.op.astimezone(UTC).isoformat()} {moment.bron}", moment.id)


def lees_cursor(tekst: str) -> tuple[datetime, int, int] | None:
    """The cursor of a URL; None for anything that is not one (a mangled link shows the first page)."""
    waarde, pk = bladeren.lees_cursor(tekst) or ("", 0)
    op_tekst, _, bron = waarde.rpartition(" ")
    try:
        op = parse_datetime(op_tekst)
    except ValueError:
        return None
    if op is None or op.utcoffset() != timedelta(0) or not bron.isascii() or not bron.isdecimal() or len(bron) > 4:
        return None
    return op, int(bron), pk
