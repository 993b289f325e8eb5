"""What the migrations are written with: it makes what Django and django-pgtrigger would make, at once and back again."""

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState

from kern.models import Client, Dossier
from kern.schema import CreateModels, RowHistory

_ACTIONS = ("insert", "update", "delete")


def _model(name, other):
    fields = [("id", models.BigAutoField(primary_key=True)), ("ander", models.ForeignKey(other, models.CASCADE, null=True))]
    constraint = models.CheckConstraint(condition=~models.Q(id=0), name=f"{name}_niet_nul")
    return migrations.CreateModel(name, fields, {"constraints": [constraint]})


@pytest.mark.django_db(transaction=True)
def test_models_that_point_at_each_other_are_made_and_removed_at_once():
    operation = CreateModels([_model("Heen", "kern.Terug"), _model("Terug", "kern.Heen")])
    before = ProjectState()
    after = before.clone()
    operation.state_forwards("kern", after)
    with connection.schema_editor() as editor:
        operation.database_forwards("kern", editor, before, after)
    with connection.cursor() as cursor:
        made = {name: set(connection.introspection.get_constraints(cursor, f"kern_{name}")) for name in ("heen", "terug")}
    with connection.schema_editor() as editor:
        operation.database_backwards("kern", editor, after, before)
    assert "Heen_niet_nul" in made["heen"]
    assert any("fk_kern_heen" in name for name in made["terug"])
    assert not {"kern_heen", "kern_terug"} & set(connection.introspection.table_names())


@pytest.mark.parametrize(
    ("model", "partly"), [(Client, True), (Dossier, True), (Dossier.medebehandelaars.through, False)], ids=str
)
def test_the_row_history_is_what_the_library_compiles(model, partly):
    compiled = [trigger.compile(model) for trigger in model._meta.triggers if trigger.name.split("_")[0] in _ACTIONS]
    history, columns, pk = _read(compiled[0], model)
    made = RowHistory(model._meta.label, model._meta.db_table, history, columns, pk=pk, partly=partly)
    assert made == compiled


def _read(trigger, model):
    """The table and the columns that the library writes, as the migration gives them."""
    text = trigger.sql.kwargs["func"]
    history, columns = text.split('"')[1], text.partition("(")[2].partition(")")[0].replace('"', "").split(", ")
    pk = model._meta.pk.column if "pgh_obj_id" in columns else ""
    return history, " ".join(name for name in columns if not name.startswith("pgh_")), pk
