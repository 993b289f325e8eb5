"""Many more dossiers, as copies of the ones that were made by the real actions: INSERT … SELECT per table.

A copy is the same row with other keys. Copy number c of a row has id `id + c * stride` of its table, so that every key
that points at a copied table is known without looking it up. What may not or should not be the same (kenmerk, BSN,
names) is written out below; everything else follows from the columns of the models.

An open dossier keeps its dates: moved ones would all be late. A closed one moves back by whole weeks, up to years.
"""

import math
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field

import pgtrigger
from django.core.management.color import no_style
from django.db import connection, models, transaction

from cimot.models import Aanmelding, Melding, Onderzoek, Verslag
from kern.models import (
    Adres,
    Client,
    Contactmoment,
    Dossier,
    Gebeurtenis,
    Herinnering,
    Signaal,
    Taak,
    Toelichting,
    Verantwoordelijkheid,
    WachtOp,
)
from kern.models.dossier import NOOIT
from sturing.demo import namen

# In this order: a dossier reads the sort name of its copied client.
MODELLEN = (
    Client,
    Adres,
    Dossier,
    Aanmelding,
    Melding,
    Onderzoek,
    Verslag,
    Verantwoordelijkheid,
    Taak,
    Signaal,
    Contactmoment,
    Herinnering,
    WachtOp,
    Gebeurtenis,
    Toelichting,
)
# Keys without a foreign key: the logs have none, so that destruction never has to touch them.
LOSSE_SLEUTELS = {
    (Gebeurtenis, "dossier_id"): Dossier,
    (Gebeurtenis, "client_id"): Client,
    (Gebeurtenis, "verwijst_naar_id"): Gebeurtenis,
    (Toelichting, "gebeurtenis_id"): Gebeurtenis,
}
# The dossier that a row `t` belongs to.
DOSSIER_VAN = {
    Dossier: "t.id",
    Client: "(SELECT min(x.id) FROM kern_dossier x WHERE x.client_id = t.id AND x.id <= {laatste})",
    Adres: "(SELECT min(x.id) FROM kern_dossier x WHERE x.client_id = t.client_id AND x.id <= {laatste})",
    Aanmelding: "t.dossier_ptr_id",
    Melding: "t.aanmelding_id",
    Onderzoek: "t.aanmelding_id",
    Verslag: "t.aanmelding_id",
    Signaal: "(SELECT x.dossier_id FROM kern_taak x WHERE x.id = t.taak_id)",
}
# No percent sign anywhere: what rests the triggers adds a parameter of its own to each statement.
WEKEN_TERUG = "(CASE WHEN d.gesloten_op IS NULL THEN 0 ELSE -7 * (1 + mod(c, 500)) END)"


def _een_van(reeks: list[str], stap: int, sprong: int) -> str:
    """Walk through a list of names, so that neighbours and copies differ."""
    waarden = ", ".join(f"'{naam}'" for naam in reeks)
    return f"(ARRAY[{waarden}])[1 + mod(t.id * {stap} + c::bigint * {sprong}, {len(reeks)})::int]"


ANDERS = {
    (Client, "uuid"): "gen_random_uuid()",
    (Client, "achternaam"): _een_van(namen.MASSA_ACHTERNAMEN, 31, 17),
    (Client, "tussenvoegsel"): "''",
    (Client, "roepnaam"): _een_van(namen.MASSA_ROEPNAMEN, 13, 7),
    (Client, "voornamen"): "''",
    (Client, "geboren"): "CASE WHEN t.geboren = '' OR right(t.geboren, 3) = '-00' THEN t.geboren"
    " ELSE to_char(t.geboren::date - mod(c * 37, 3000), 'YYYY-MM-DD') END",
    (Client, "bsn_cijfer"): "''",
    (Client, "bsn_index"): "''",
    (Client, "bsn_reden"): "COALESCE(NULLIF(t.bsn_reden, ''), 'niet_vastgesteld')",
    # Far above every number that was given out; the counters follow at the end.
    (Dossier, "kenmerk"): f"split_part(t.kenmerk, '-', 1) || '-' || to_char(t.geopend_op + {WEKEN_TERUG}, 'YYYY')"
    " || '-' || ({hoogste_nummer} + {sleutel})",
    (Dossier, "sorteernaam"): "COALESCE((SELECT x.sorteernaam FROM kern_client x WHERE x.id = {client}), '')",
    # The steps name the old days; a closed deadline that moved has none to show.
    (Taak, "stappen"): "CASE WHEN d.gesloten_op IS NULL THEN t.stappen ELSE '[]'::jsonb END",
}
# Only what belongs to a dossier: an event about a user has none.
INSERT = """
INSERT INTO {tabel} ({kolommen})
SELECT {waarden}
FROM {tabel} t JOIN kern_dossier d ON d.id = {dossier}
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
    """Copy so many dossiers and everything that belongs to them; returns how many. The foreign keys stay true."""
    originelen = Dossier.objects.count()
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
    return Dossier.objects.order_by("pk").values_list("pk", flat=True)[rest - 1]


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
