"""An index for what nobody has yet, and the row history of who shares a case.

Django keeps no state of the table between dossiers and users, which it makes by itself; so its triggers are SQL here.
"""

import pgtrigger.compiler
from django.db import migrations, models

TRIGGERS = [
    pgtrigger.compiler.Trigger(
        name="insert_insert",
        sql=pgtrigger.compiler.UpsertTriggerSql(
            func='INSERT INTO "kern_medebehandelaarversie" ("dossier_id", "gebruiker_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (NEW."dossier_id", NEW."gebruiker_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\'); RETURN NULL;',
            hash="42b0fb35ec877361d5b496f3a5ff9a43ecb48dbd",
            operation="INSERT",
            pgid="pgtrigger_insert_insert_b2c05",
            table="kern_dossier_medebehandelaars",
            when="AFTER",
        ),
    ),
    pgtrigger.compiler.Trigger(
        name="update_update",
        sql=pgtrigger.compiler.UpsertTriggerSql(
            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
            func='INSERT INTO "kern_medebehandelaarversie" ("dossier_id", "gebruiker_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (NEW."dossier_id", NEW."gebruiker_id", NEW."id", _pgh_attach_context(), NOW(), \'update\'); RETURN NULL;',
            hash="3c5d979a92bfd1117f724f236488bb59bedb0d7f",
            operation="UPDATE",
            pgid="pgtrigger_update_update_03a0d",
            table="kern_dossier_medebehandelaars",
            when="AFTER",
        ),
    ),
    pgtrigger.compiler.Trigger(
        name="delete_delete",
        sql=pgtrigger.compiler.UpsertTriggerSql(
            func='INSERT INTO "kern_medebehandelaarversie" ("dossier_id", "gebruiker_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label") VALUES (OLD."dossier_id", OLD."gebruiker_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\'); RETURN NULL;',
            hash="0ddb155b9a2e5847360cffa4e4b026c8a0b4627a",
            operation="DELETE",
            pgid="pgtrigger_delete_delete_7e4f9",
            table="kern_dossier_medebehandelaars",
            when="AFTER",
        ),
    ),
]


class Migration(migrations.Migration):
    dependencies = [
        ("kern", "0008_status_index"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("behandelaar__isnull", True), ("gesloten_op__isnull", True)),
                fields=["regio", "geopend_op", "id"],
                name="dossier_onverdeeld_oudste",
            ),
        ),
        *[migrations.RunSQL(str(trigger.install_sql), str(trigger.uninstall_sql)) for trigger in TRIGGERS],
    ]
