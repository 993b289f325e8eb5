"""Whatever points at a dossier carries its world; a composite foreign key keeps that copy true."""

from django.db import migrations

TABELLEN = ("taak", "opschorting", "contactmoment", "herinnering", "wachtop", "toelichting")


def _sleutel(tabel):
    return migrations.RunSQL(
        f"ALTER TABLE kern_{tabel} ADD CONSTRAINT {tabel}_wereld FOREIGN KEY (dossier_id, wereld) "
        "REFERENCES kern_dossier (id, wereld) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE kern_{tabel} DROP CONSTRAINT {tabel}_wereld",
    )


class Migration(migrations.Migration):
    dependencies = [("kern", "0002_kern")]
    # These point at the user, and depend on our first migration only, which makes functions and no user yet.
    run_before = [("admin", "0001_initial"), ("otp_totp", "0001_initial")]
    operations = [_sleutel(tabel) for tabel in TABELLEN]
