"""What no model says: composite foreign keys, the rest of a merged person, and the history of who shares a case."""

from django.db import migrations

from kern.schema import RowHistory

# Whatever points at a dossier carries its world; the key keeps that copy true.
WERELDEN = (
    ("taak", "dossier_id", "taak_wereld"),
    ("opschorting", "dossier_id", "opschorting_wereld"),
    ("contactmoment", "dossier_id", "contactmoment_wereld"),
    ("herinnering", "dossier_id", "herinnering_wereld"),
    ("wachtop", "dossier_id", "wachtop_wereld"),
    ("toelichting", "dossier_id", "toelichting_wereld"),
    ("document", "dossier_id", "document_wereld"),
    ("brief", "dossier_id", "brief_wereld"),
    ("klaargezet", "dossier_id", "klaargezet_wereld"),
    ("dossier", "hoofddossier_id", "hoofddossier_wereld"),
)
# A merged person gets nothing any more. With the name of the constraint that says it in words: whoever still had the
# old page open reads that sentence.
SAMENGEVOEGD = """
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
SAMENGEVOEGD_TERUG = """
DROP TRIGGER samengevoegd_blijft ON kern_client;
DROP FUNCTION public.kern_samengevoegd_blijft();
DROP FUNCTION public.kern_niet_samengevoegd();
"""
# Django keeps no state of the table between dossiers and users, which it makes by itself.
MEDEBEHANDELAARS = RowHistory(
    "kern.Dossier_medebehandelaars",
    "kern_dossier_medebehandelaars",
    "kern_medebehandelaarversie",
    "dossier_id gebruiker_id id",
    pk="",
)


def _sleutel(tabel, kolom, naam):
    return migrations.RunSQL(
        f"ALTER TABLE kern_{tabel} ADD CONSTRAINT {naam} FOREIGN KEY ({kolom}, wereld) "
        "REFERENCES kern_dossier (id, wereld) DEFERRABLE INITIALLY DEFERRED",
        f"ALTER TABLE kern_{tabel} DROP CONSTRAINT {naam}",
    )


def _niet_samengevoegd(tabel):
    doe = "FOR EACH ROW {} EXECUTE FUNCTION public.kern_niet_samengevoegd()"
    anders = "WHEN (NEW.client_id IS DISTINCT FROM OLD.client_id)"
    return migrations.RunSQL(
        f"CREATE TRIGGER {tabel}_niet_samengevoegd BEFORE INSERT ON kern_{tabel} {doe.format('')};"
        f"CREATE TRIGGER {tabel}_blijft_niet_samengevoegd BEFORE UPDATE ON kern_{tabel} {doe.format(anders)};",
        f"DROP TRIGGER {tabel}_niet_samengevoegd ON kern_{tabel};"
        f"DROP TRIGGER {tabel}_blijft_niet_samengevoegd ON kern_{tabel};",
    )


class Migration(migrations.Migration):
    dependencies = [("kern", "0002_begin")]
    # These point at the user, and depend on our first migration only, which makes functions and no user yet.
    run_before = [("admin", "0001_initial"), ("otp_totp", "0001_initial")]
    operations = [
        *[_sleutel(*wereld) for wereld in WERELDEN],
        migrations.RunSQL(SAMENGEVOEGD, SAMENGEVOEGD_TERUG),
        *[_niet_samengevoegd(tabel) for tabel in ("dossier", "adres", "relatie", "toestemming")],
        *[migrations.RunSQL(trigger.install_sql, trigger.uninstall_sql) for trigger in MEDEBEHANDELAARS],
    ]
