"""What no model says: a besluit carries the world of its dossier, and a composite foreign key keeps that copy true."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cimot", "0001_begin")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE cimot_besluit ADD CONSTRAINT besluit_wereld FOREIGN KEY (dossier_id, wereld) "
            "REFERENCES kern_dossier (id, wereld) DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE cimot_besluit DROP CONSTRAINT besluit_wereld",
        ),
    ]
