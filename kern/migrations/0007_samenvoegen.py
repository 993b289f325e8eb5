"""A merged person gets nothing any more, and counting who was found at entry reads only those rows of the log."""

from django.db import migrations, models

# With the name of the constraint that says it in words: whoever still had the old page open reads that sentence.
FUNCTIE = """
CREATE FUNCTION public.kern_niet_samengevoegd() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT samengevoegd_met_id IS NOT NULL FROM public.kern_client WHERE id = NEW.client_id FOR KEY SHARE) THEN
        RAISE EXCEPTION 'client % is merged', NEW.client_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'samenvoeging_een_keer';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION public.kern_samengevoegd_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'client % is merged', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'samenvoeging_een_keer';
END $$;
CREATE TRIGGER samengevoegd_blijft BEFORE UPDATE ON kern_client FOR EACH ROW
    WHEN (OLD.samengevoegd_met_id IS NOT NULL AND NEW.samengevoegd_met_id IS NOT NULL AND OLD.versie <> NEW.versie)
    EXECUTE FUNCTION public.kern_samengevoegd_blijft();
"""
TERUG = """
DROP TRIGGER samengevoegd_blijft ON kern_client;
DROP FUNCTION public.kern_samengevoegd_blijft();
DROP FUNCTION public.kern_niet_samengevoegd();
"""


def _trigger(tabel):
    doe = "FOR EACH ROW {} EXECUTE FUNCTION public.kern_niet_samengevoegd()"
    anders = "WHEN (NEW.client_id IS DISTINCT FROM OLD.client_id)"
    return migrations.RunSQL(
        f"CREATE TRIGGER {tabel}_niet_samengevoegd BEFORE INSERT ON kern_{tabel} {doe.format('')};"
        f"CREATE TRIGGER {tabel}_blijft_niet_samengevoegd BEFORE UPDATE ON kern_{tabel} {doe.format(anders)};",
        f"DROP TRIGGER {tabel}_niet_samengevoegd ON kern_{tabel};"
        f"DROP TRIGGER {tabel}_blijft_niet_samengevoegd ON kern_{tabel};",
    )


class Migration(migrations.Migration):
    dependencies = [("kern", "0006_relatie_regels")]
    operations = [
        migrations.RunSQL(FUNCTIE, TERUG),
        *[_trigger(tabel) for tabel in ("dossier", "adres", "relatie", "toestemming")],
        migrations.AddIndex(
            "gebeurtenis",
            models.Index(fields=["op"], condition=models.Q(("waarden__has_key", "gevonden")), name="gebeurtenis_gevonden"),
        ),
    ]
