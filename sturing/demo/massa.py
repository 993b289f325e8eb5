"""Many more dossiers, as copies of the ones that were made by the real actions: INSERT … SELECT per table.

A copy is the same row with other keys. Copy number c of a row has id `id + c * stride` of its table, so that every key
that points at a copied table is known without looking it up. What may not or should not be the same (kenmerk, BSN,
names) is written out in `kopie`; everything else follows from the columns of the models.

An open dossier keeps its dates: moved ones would all be late. A closed one moves back by whole weeks, up to years, with
what runs beside it. Documents are not copied, because their files cannot be; nor the findings of the investigation, a
dozen rows each; nor who works along, because nobody does in thousands of cases.
"""

import math
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field

import pgtrigger
from django.core.management.color import no_style
from django.db import connection, models, transaction

from cimot.models import Besluit
from kern.models import Client, Dossier
from kern.proces.models.dossier import NOOIT
from kern.toegang.rollen import Wereld
from sturing.demo.kopie import ANDERS, DOSSIER_VAN, LOSSE_SLEUTELS, MODELLEN, WEKEN_TERUG

# Only what belongs to a dossier: an event about a user has none. `loopt`: it, or what belongs to it, is open.
INSERT = """
INSERT INTO {tabel} ({kolommen})
SELECT {waarden}
FROM {tabel} t JOIN (
    SELECT x.id, bool_or(x.gesloten_op IS NULL) OVER (PARTITION BY COALESCE(x.hoofddossier_id, x.id)) AS loopt
    FROM kern_dossier x WHERE x.id <= {laatste_dossier} AND x.wereld = 'zorg'
) d ON d.id = {dossier}
CROSS JOIN generate_series({vanaf}, {tot}) AS c
WHERE t.{pk} <= {laatste} AND (c < {keren} OR d.id <= {grens})
"""
RIJEN_PER_KEER = 6_000
VOORTGANG = 2  # seconds between two lines


@dataclass
class Tabel:
    """A table with the ids of its originals: `laatste` and the distance between a row and its next copy."""

    model: type[models.Model]
    eerste: int
    laatste: int
    kolommen: dict[str, str] = field(default_factory=dict)

    @property
    def stride(self) -> int:
        return self.laatste - self.eerste + 1


def kopieer(aantal: int, *, meld: Callable[[str], None]) -> int:
    """Copy so many dossiers of clients and everything that belongs to them; returns how many. The foreign keys stay true.

    A provider has one dossier per region: those stay as few as they are.
    """
    originelen = Dossier.objects.filter(wereld=Wereld.ZORG).count()
    if aantal <= 0 or not originelen:
        return 0
    tabellen = {model: tabel for model in MODELLEN if (tabel := _tabel(model))}
    for tabel in tabellen.values():
        tabel.kolommen = _kolommen(tabel, tabellen)
    keren = math.ceil(aantal / originelen)
    grens = _grens(aantal - (keren - 1) * originelen)
    per_keer = max(1, RIJEN_PER_KEER // originelen)
    gemeld = time.monotonic()
    for vanaf in range(1, keren + 1, per_keer):
        tot = min(vanaf + per_keer - 1, keren)
        _kopieer_reeks(tabellen, vanaf, tot, keren, grens)
        if time.monotonic() - gemeld > VOORTGANG:
            gemeld = time.monotonic()
            meld(f"{min(tot * originelen, aantal)} of {aantal} copies")
    meld("counters and statistics")
    _afronden(tabellen)
    return aantal


def _tabel(model) -> Tabel | None:
    pk = model._meta.pk.attname
    grenzen = model.objects.aggregate(eerste=models.Min(pk), laatste=models.Max(pk))
    return Tabel(model, **grenzen) if grenzen["eerste"] is not None else None


def _grens(rest: int) -> int:
    """The id of the last dossier that the last, shorter copy takes along."""
    return Dossier.objects.filter(wereld=Wereld.ZORG).order_by("pk").values_list("pk", flat=True)[rest - 1]


def _kolommen(tabel: Tabel, tabellen) -> dict[str, str]:
    """Column to its expression in the copy `c` of a row `t` that belongs to the dossier `d`."""
    model = tabel.model
    velden = [v for v in model._meta.local_concrete_fields if not isinstance(v, models.GeneratedField)]
    return {veld.column: _waarde(model, veld, tabellen) for veld in velden}


def _waarde(model, veld, tabellen) -> str:
    kolom = f"t.{veld.column}"
    if (model, veld.column) in ANDERS:
        vul_in = {"client": f"t.client_id + c::bigint * {tabellen[Client].stride}"}
        vul_in["sleutel"] = f"t.id + c::bigint * {tabellen[Dossier].stride}"
        vul_in["besluit"] = f"split_part(t.onderwerp, ' ', 2)::bigint + c::bigint * {tabellen[Besluit].stride}"
        vul_in["hoogste_nummer"] = "(SELECT COALESCE(max(laatste), 0) FROM kern_kenmerkteller)"
        return _met(ANDERS[model, veld.column], **vul_in)
    doel = LOSSE_SLEUTELS.get((model, veld.column)) or (veld.related_model if veld.is_relation else None)
    doel = model if veld.primary_key and not veld.is_relation else doel
    if doel in tabellen:
        return f"{kolom} + c::bigint * {_stride(doel, tabellen)}"
    if isinstance(veld, models.DateTimeField):
        return f"{kolom} + {WEKEN_TERUG} * interval '1 day'"
    if isinstance(veld, models.DateField):
        return f"CASE WHEN {kolom} < '{NOOIT}' THEN {kolom} + {WEKEN_TERUG} ELSE {kolom} END"
    return kolom


def _stride(model, tabellen) -> int:
    """A child shares the key of its parent: an Aanmelding, and its Melding, step as the Dossier does."""
    while model._meta.pk.is_relation:
        model = model._meta.pk.related_model
    return tabellen[model].stride


def _met(tekst: str, **waarden) -> str:
    for naam, waarde in waarden.items():
        tekst = tekst.replace(f"{{{naam}}}", str(waarde))
    return tekst


def _kopieer_reeks(tabellen, vanaf: int, tot: int, keren: int, grens: int) -> None:
    with transaction.atomic(), zonder_triggers(), connection.cursor() as cursor:
        for tabel in tabellen.values():
            cursor.execute(_insert(tabel, tabellen, vanaf, tot, keren, grens))


def _insert(tabel: Tabel, tabellen, vanaf: int, tot: int, keren: int, grens: int) -> str:
    meta = tabel.model._meta
    dossier = _met(DOSSIER_VAN.get(tabel.model, "t.dossier_id"), laatste=tabellen[Dossier].laatste)
    return _met(
        INSERT,
        tabel=meta.db_table,
        kolommen=", ".join(tabel.kolommen),
        waarden=", ".join(tabel.kolommen.values()),
        dossier=dossier,
        vanaf=vanaf,
        tot=tot,
        pk=meta.pk.column,
        laatste=tabel.laatste,
        laatste_dossier=tabellen[Dossier].laatste,
        keren=keren,
        grens=grens,
    )


def mag_rusten(cursor) -> bool:
    """Whether this role may let the database's own checks rest: in the demo it owns the server, elsewhere it does not."""
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    return cursor.fetchone()[0]


@contextmanager
def zonder_triggers():
    """No row history of a million copies, and, where the role may, no check of keys that are right by construction."""
    with connection.cursor() as cursor:
        if mag_rusten(cursor):
            cursor.execute("SET LOCAL session_replication_role = replica")
    with pgtrigger.ignore():
        yield


def _afronden(tabellen) -> None:
    """Sequences and counters behind the last number; statistics for the planner."""
    with connection.cursor() as cursor:
        for regel in connection.ops.sequence_reset_sql(no_style(), [*tabellen]):
            cursor.execute(regel)
        cursor.execute(
            "INSERT INTO kern_kenmerkteller (letter, jaar, laatste) "
            "SELECT split_part(kenmerk, '-', 1), split_part(kenmerk, '-', 2)::int, max(split_part(kenmerk, '-', 3)::int) "
            "FROM kern_dossier GROUP BY 1, 2 "
            "ON CONFLICT (letter, jaar) DO UPDATE SET laatste = GREATEST(kern_kenmerkteller.laatste, EXCLUDED.laatste)"
        )
        onderhoud = "ANALYZE" if connection.in_atomic_block else "VACUUM (ANALYZE)"
        for model in tabellen:
            cursor.execute(f"{onderhoud} {model._meta.db_table}")
