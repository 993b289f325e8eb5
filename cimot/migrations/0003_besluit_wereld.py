"""A besluit carries the world of its dossier; a composite foreign key keeps that copy true."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cimot", "0002_aanvraag_besluit"), ("kern", "0005_documenten_wereld")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE cimot_besluit ADD CONSTRAINT besluit_wereld FOREIGN KEY (dossier_id, wereld) "
            "REFERENCES kern_dossier (id, wereld) DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE cimot_besluit DROP CONSTRAINT besluit_wereld",
        ),
    ]
