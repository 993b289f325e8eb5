"""What points at a dossier carries its world; what was closed already is kept from the day that it was closed."""

from django.db import migrations


def _sleutel(tabel, kolom, naam):
    return migrations.RunSQL(
        f"ALTER TABLE kern_{tabel} ADD CONSTRAINT {naam} FOREIGN KEY ({kolom}, wereld) "
        "REFERENCES kern_dossier (id, wereld) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE kern_{tabel} DROP CONSTRAINT {naam}",
    )


class Migration(migrations.Migration):
    dependencies = [("kern", "0004_relaties_documenten")]
    operations = [
        _sleutel("document", "dossier_id", "document_wereld"),
        _sleutel("dossier", "hoofddossier_id", "hoofddossier_wereld"),
        migrations.RunSQL(
            "UPDATE kern_dossier SET gewijzigd_op = gesloten_op WHERE gesloten_op IS NOT NULL", migrations.RunSQL.noop
        ),
    ]
