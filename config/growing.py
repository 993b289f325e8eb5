"""Refuses a migration that locks, rewrites or breaks what the running version uses; see docs/adr/0019. No database.

`python -m config.growing` writes the SQL of every migration after the beginning and lets squawk judge it. What must be
so all the same is stated in the migration, per rule: `ALLOWED = {"ban-drop-column": "no version reads it since …"}`.
"""

import json
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

# How far the beginning goes: what an empty database starts with cannot lock or break anything.
BEGINNING = {"kern": 3, "cimot": 2, "aanbieders": 1}
# Taste, and timeouts: those belong to the process (settings).
NOT_ASKED = (
    "ban-char-field",
    "prefer-bigint-over-int",
    "prefer-bigint-over-smallint",
    "prefer-identity",
    "prefer-robust-stmts",
    "prefer-text-field",
    "prefer-timestamp-tz",
    "require-lock-timeout",
    "require-statement-timeout",
)
SHORTEST_REASON = 20


def make_loader():
    """The migrations on disk, with a connection that goes nowhere."""
    from django.db import connections
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None)
    loader.connection = connections["default"] = _nowhere(connections["default"])
    return loader


def _nowhere(real):
    """As good as PostgreSQL for who only writes SQL down: it has no names to look up and no transaction to begin."""

    class Nowhere(type(real)):
        pg_version = 180000

        def ensure_connection(self):
            pass

        def get_autocommit(self):
            return True

        def _set_autocommit(self, autocommit):
            pass

        def cursor(self):
            return nullcontext()

    nowhere = Nowhere(real.settings_dict, real.alias)
    nowhere.introspection.get_constraints = lambda cursor, table: {}
    nowhere.ops.compose_sql = _compose
    return nowhere


def _compose(sql, params):
    from psycopg2.extensions import adapt

    return sql % tuple(adapt(value).getquoted().decode() for value in params) if params else sql


def new_migrations(loader):
    from django.conf import settings

    own = [name for name in settings.INSTALLED_APPS if (settings.BASE_DIR / name.partition(".")[0]).is_dir()]
    for (app, name), migration in sorted(loader.disk_migrations.items()):
        if app in own and int(name[:4]) > BEGINNING.get(app, 0):
            yield migration


def sql_of(migration, loader):
    return "\n".join(loader.collect_sql([(migration, False)]))


def judge(migration, loader):
    """The sentences with which this migration is refused."""
    where = f"{migration.app_label}.{migration.name}"
    allowed = getattr(sys.modules[type(migration).__module__], "ALLOWED", {})
    found = _squawk(sql_of(migration, loader), ["--assume-in-transaction"] * bool(migration.atomic))
    for rule, messages in found.items():
        if len(allowed.get(rule, "")) < SHORTEST_REASON:
            yield from (f"{where}: {rule}: {message}" for message in messages)
    for rule in allowed.keys() - found.keys():
        yield f"{where}: ALLOWED names {rule}, which it does not need"


def _squawk(sql, options):
    """Rule to what it says of this SQL, each sentence with its statement."""
    squawk = Path(sys.executable).with_name("squawk")
    options = [*options, "--reporter=json", "--pg-version=18", *(f"--exclude={rule}" for rule in NOT_ASKED)]
    result = subprocess.run([squawk, *options], input=sql, capture_output=True, text=True)
    lines, found = sql.splitlines(), {}
    for problem in json.loads(result.stdout or "[]"):
        sentence = " ".join(filter(None, [problem["message"], problem["help"]]))
        found.setdefault(problem["rule_name"], []).append(f"{sentence}\n    {lines[problem['line']]}")
    assert found or not result.returncode, result.stderr
    return found


def main():
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    loader = make_loader()
    problems = [problem for migration in new_migrations(loader) for problem in judge(migration, loader)]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
