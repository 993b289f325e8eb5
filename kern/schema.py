"""What our migrations are written with: models made in one step, and the row history of a table in a few lines.

The text of a migration never changes once it has run somewhere, so neither may what these make: a new form is a new name.
"""

from hashlib import sha1

from django.db.migrations.operations.base import Operation, OperationCategory
from django.utils.deconstruct import deconstructible
from pgtrigger.compiler import Trigger, UpsertTriggerSql


class CreateModels(Operation):
    """All new models of an app at once.

    Django renders a model again, and all that is related to it, after every operation. Here nearly everything is related
    to a dossier, so that a hundred models took a minute. Whoever creates models only needs no state in between: first
    the state of all of them, then one rendering, then the tables. Keys go both ways, because Django adds a foreign key
    at the end of the migration; for the same reason a model may bring its indexes, constraints and triggers along.
    """

    category = OperationCategory.ADDITION
    serialization_expand_args = ["operations"]

    def __init__(self, operations):
        self.operations = operations

    def deconstruct(self):
        return type(self).__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # rendered anew where it is needed
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {len(self.operations)} models"


@deconstructible(path="kern.schema.RowHistory")
class RowHistory(list):
    """The three triggers that django-pghistory makes for a table, from the columns that they copy.

    They are a list, and each equals what django-pgtrigger compiles from the model: `makemigrations --check` compares them.
    `label` of the model is in their names. With `partly` only a change of these columns counts: others are not kept.
    """

    def __init__(self, label, table, history, columns, pk="id", partly=False):
        columns = columns.split()
        super().__init__(_trigger(operation, label, table, history, columns, pk, partly) for operation in _ROWS)


_ROWS = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}


def _trigger(operation, label, table, history, columns, pk, partly):
    action, row = operation.lower(), _ROWS[operation]
    values = {column: f'{row}."{column}"' for column in columns}
    values |= {"pgh_context_id": "_pgh_attach_context()", "pgh_created_at": "NOW()", "pgh_label": f"'{action}'"}
    if pk:
        values["pgh_obj_id"] = f'{row}."{pk}"'
    names = sorted(values)
    into = ", ".join(f'"{name}"' for name in names)
    func = f'INSERT INTO "{history}" ({into}) VALUES ({", ".join(values[name] for name in names)}); RETURN NULL;'  # noqa: S608
    condition = {"condition": _changed(columns, partly)} if operation == "UPDATE" else {}
    name = f"{action}_{action}"
    code = sha1(f"{label}:{name}".encode(), usedforsecurity=False).hexdigest()[:5]
    sql = UpsertTriggerSql(
        func=func, operation=operation, pgid=f"pgtrigger_{name}_{code}", table=table, when="AFTER", **condition
    )
    return Trigger(name=name, sql=sql)


def _changed(columns, partly):
    if not partly:
        return "WHEN (OLD.* IS DISTINCT FROM NEW.*)"
    return "WHEN (" + " OR ".join(f'OLD."{name}" IS DISTINCT FROM (NEW."{name}")' for name in columns) + ")"
