"""A migration that locks, rewrites or breaks is refused, unless it says why that does no harm. Without a database."""

import sys
import types

import pytest
from django.db import connections, migrations, models

from config import growing

REASON = "The table is filled at night only, and then nobody works."


@pytest.fixture
def loader():
    real = connections["default"]
    yield growing.make_loader()
    connections["default"] = real


@pytest.fixture
def judge(loader, monkeypatch):
    """What is said of a migration of these operations after the last one of kern, with these reasons."""

    def judge(*operations, **allowed):
        module = types.ModuleType("migration_of_test")
        module.ALLOWED = {rule.replace("_", "-"): reason for rule, reason in allowed.items()}
        monkeypatch.setitem(sys.modules, module.__name__, module)
        last = loader.graph.leaf_nodes("kern")[0]
        body = {"operations": operations, "dependencies": [last], "__module__": module.__name__}
        migration = type("Migration", (migrations.Migration,), body)(f"{int(last[1][:4]) + 1:04}_test", "kern")
        key = migration.app_label, migration.name
        loader.disk_migrations[key] = migration
        loader.graph.add_node(key, migration)
        loader.graph.add_dependency(migration, key, last)
        assert migration in growing.new_migrations(loader)
        return list(growing.judge(migration, loader))

    return judge


INDEX = migrations.AddIndex("client", models.Index(fields=["email"], name="client_email"))
UNIQUE = migrations.AlterField("client", "email", models.EmailField(unique=True))
COLUMN = migrations.RemoveField("client", "email")
NOT_NULL = migrations.AddField("client", "kleur", models.CharField(max_length=9, default="rood"))
KEY = migrations.RunSQL("ALTER TABLE kern_taak ADD CONSTRAINT x FOREIGN KEY (a, b) REFERENCES kern_dossier (id, wereld)")


@pytest.mark.parametrize(
    ("operation", "rule"),
    [
        (INDEX, "require-concurrent-index-creation"),
        (UNIQUE, "disallowed-unique-constraint"),
        (COLUMN, "ban-drop-column"),
        (NOT_NULL, "ban-drop-default"),
        (KEY, "adding-foreign-key-constraint"),
    ],
    ids=["index", "unique", "column", "default", "key"],
)
def test_what_locks_or_breaks_is_refused(judge, operation, rule):
    assert any(f": {rule}: " in problem for problem in judge(operation))


def test_a_stated_reason_lets_it_through(judge):
    assert judge(INDEX, require_concurrent_index_creation=REASON) == []


@pytest.mark.parametrize("reasons", [{"require_concurrent_index_creation": "quick"}, {"ban_drop_column": REASON}])
def test_a_reason_that_says_nothing_or_is_of_another_rule_does_not(judge, reasons):
    assert judge(INDEX, **reasons)


def test_a_reason_that_nothing_needs_is_refused(judge):
    field = models.CharField(max_length=9, null=True)
    assert judge(migrations.AddField("client", "kleur", field), ban_drop_column=REASON)


def test_what_only_adds_passes(judge):
    new = migrations.CreateModel(
        "Proef",
        [("id", models.BigAutoField(primary_key=True)), ("dossier", models.ForeignKey("kern.Dossier", models.PROTECT))],
    )
    field = models.CharField(max_length=9, db_default="rood")
    assert judge(new, migrations.AddField("client", "kleur", field)) == []
