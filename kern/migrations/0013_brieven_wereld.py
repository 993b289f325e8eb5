"""Letters and what waits for the post carry the world of their dossier, as everything that points at one does."""

from django.db import migrations


def _sleutel(tabel, naam):
    return migrations.RunSQL(
        f"ALTER TABLE kern_{tabel} ADD CONSTRAINT {naam} FOREIGN KEY (dossier_id, wereld) "
        "REFERENCES kern_dossier (id, wereld) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE kern_{tabel} DROP CONSTRAINT {naam}",
    )


class Migration(migrations.Migration):
    dependencies = [("kern", "0012_brieven")]
    operations = [_sleutel("brief", "brief_wereld"), _sleutel("klaargezet", "klaargezet_wereld")]
