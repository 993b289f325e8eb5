"""All models of kern as they were when this history began."""

import datetime
import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import kern.beheer.instellingen
import kern.schema


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kern", "0001_functies"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        kern.schema.CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Adres",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="adressen", to="kern.client"
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("brp", "adres volgens de gemeente"),
                                    ("verblijf", "verblijft nu op"),
                                    ("brief", "brieven naar"),
                                ],
                                max_length=10,
                                verbose_name="soort adres",
                            ),
                        ),
                        ("straat", models.CharField(max_length=80, verbose_name="straat")),
                        ("huisnummer", models.CharField(max_length=10, verbose_name="huisnummer")),
                        ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                        ("plaats", models.CharField(max_length=60, verbose_name="plaats")),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        ("is_geheim", models.BooleanField(default=False, verbose_name="geheim")),
                    ],
                    options={
                        "verbose_name": "adres",
                        "verbose_name_plural": "adressen",
                        "ordering": ["soort", "-vanaf"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("tot__isnull", True)),
                                fields=("client", "soort"),
                                name="adres_een_lopend_per_soort",
                                violation_error_message="Er is al een adres van deze soort. Vul daar eerst een einddatum in.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tot__isnull", True), ("tot__gte", models.F("vanaf")), _connector="OR"),
                                name="adres_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Adres",
                            "kern_adres",
                            "kern_adresversie",
                            "client_id huisnummer id is_geheim plaats postcode soort straat tot vanaf",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="AdresVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.adres",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.client",
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("brp", "adres volgens de gemeente"),
                                    ("verblijf", "verblijft nu op"),
                                    ("brief", "brieven naar"),
                                ],
                                max_length=10,
                                verbose_name="soort adres",
                            ),
                        ),
                        ("straat", models.CharField(max_length=80, verbose_name="straat")),
                        ("huisnummer", models.CharField(max_length=10, verbose_name="huisnummer")),
                        ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                        ("plaats", models.CharField(max_length=60, verbose_name="plaats")),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        ("is_geheim", models.BooleanField(default=False, verbose_name="geheim")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Afwezigheid",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="afwezigheden",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "waarnemer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="waarnemingen",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="periode")),
                    ],
                    options={
                        "verbose_name": "afwezigheid",
                        "verbose_name_plural": "afwezigheden",
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("gebruiker", "="), ("periode", "&&")],
                                name="afwezigheid_niet_dubbel",
                                violation_error_message="In deze periode staat al een afwezigheid.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("gebruiker", models.F("waarnemer")), _negated=True),
                                name="afwezigheid_ander_neemt_waar",
                                violation_error_message="Kies een collega die uw werk doet.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Afwezigheid",
                            "kern_afwezigheid",
                            "kern_afwezigheidversie",
                            "gebruiker_id id periode waarnemer_id",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="AfwezigheidVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.afwezigheid",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "waarnemer",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="periode")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Bezoek",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="bezoeken", to="kern.dossier"
                            ),
                        ),
                        ("op", models.DateTimeField()),
                        ("versie", models.PositiveIntegerField(default=0)),
                        ("label", models.CharField(blank=True, max_length=40, verbose_name="eigen label")),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("gebruiker", "dossier"), name="bezoek_een")],
                    },
                ),
                migrations.CreateModel(
                    name="Bijlage",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "brief",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="bijlagen", to="kern.brief"
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.document"
                            ),
                        ),
                        ("titel", models.CharField(max_length=200, verbose_name="titel")),
                    ],
                    options={
                        "verbose_name": "bijlage",
                        "verbose_name_plural": "bijlagen",
                        "ordering": ["id"],
                        "constraints": [models.UniqueConstraint(fields=("brief", "document"), name="bijlage_een_keer")],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="bijlage_blijft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="51fdeadeae8e68b6fb08ad26a6bfeb20ed5bd597",
                                    operation="UPDATE",
                                    pgid="pgtrigger_bijlage_blijft_5da59",
                                    table="kern_bijlage",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Bouwsteen",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("naam", models.CharField(max_length=80, unique=True, verbose_name="naam")),
                        ("tekst", models.TextField(max_length=5000, verbose_name="tekst")),
                        (
                            "codes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=8),
                                blank=True,
                                default=list,
                                help_text="Leeg: voor alle brieven.",
                                size=None,
                                verbose_name="voor welke brieven",
                            ),
                        ),
                        ("is_actief", models.BooleanField(default=True, verbose_name="te kiezen")),
                    ],
                    options={
                        "verbose_name": "bouwsteen",
                        "verbose_name_plural": "bouwstenen",
                        "ordering": ["naam"],
                        "triggers": kern.schema.RowHistory(
                            "kern.Bouwsteen", "kern_bouwsteen", "kern_bouwsteenversie", "codes id is_actief naam tekst"
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="BouwsteenVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.bouwsteen",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("naam", models.CharField(max_length=80, verbose_name="naam")),
                        ("tekst", models.TextField(max_length=5000, verbose_name="tekst")),
                        (
                            "codes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=8),
                                blank=True,
                                default=list,
                                help_text="Leeg: voor alle brieven.",
                                size=None,
                                verbose_name="voor welke brieven",
                            ),
                        ),
                        ("is_actief", models.BooleanField(default=True, verbose_name="te kiezen")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Brief",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="brieven", to="kern.dossier"
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("code", models.CharField(max_length=8, verbose_name="brief")),
                        (
                            "sjabloon",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.briefsjabloon"
                            ),
                        ),
                        (
                            "briefhoofd",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.briefhoofd"
                            ),
                        ),
                        ("gebeurtenis_id", models.BigIntegerField()),
                        ("onderwerp", models.CharField(max_length=300, verbose_name="onderwerp")),
                        ("inhoud", models.JSONField()),
                        ("clausules", models.JSONField(default=dict, help_text="Version of each legal clause.")),
                        (
                            "vervangt",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vervangen_door",
                                to="kern.brief",
                            ),
                        ),
                        (
                            "dagpost",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="brieven",
                                to="kern.dagpost",
                            ),
                        ),
                        ("gedateerd_op", models.DateField(verbose_name="datum van de brief")),
                        (
                            "door",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "verbose_name": "brief",
                        "verbose_name_plural": "brieven",
                        "ordering": ["-id"],
                        "indexes": [models.Index(fields=["dossier", "-id"], name="brief_dossier")],
                        "constraints": [
                            models.UniqueConstraint(fields=("id", "wereld"), name="brief_id_wereld"),
                            models.CheckConstraint(
                                condition=models.Q(("vervangt", models.F("id")), _negated=True), name="brief_vervangt_ander"
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="brief_blijft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="c63791eb12e7b7ac039d913e5a7f756ff8aa121f",
                                    operation="UPDATE",
                                    pgid="pgtrigger_brief_blijft_f7a5e",
                                    table="kern_brief",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Briefhoofd",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "regio",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="briefhoofden",
                                to="kern.regio",
                                verbose_name="regio",
                            ),
                        ),
                        ("geldig_vanaf", models.DateField(verbose_name="geldig vanaf")),
                        ("organisatie", models.CharField(max_length=120, verbose_name="naam boven de brief")),
                        (
                            "afzender",
                            models.CharField(
                                help_text="Kleine regel boven het adres.", max_length=120, verbose_name="afzender"
                            ),
                        ),
                        ("adres", models.CharField(max_length=200, verbose_name="postadres")),
                        ("bezoekadres", models.CharField(blank=True, max_length=200, verbose_name="bezoekadres")),
                        ("telefoon", models.CharField(max_length=20, verbose_name="telefoon")),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        ("website", models.CharField(blank=True, max_length=120, verbose_name="website")),
                        ("bezwaar_adres", models.CharField(max_length=300, verbose_name="waar bezwaar heen gaat")),
                    ],
                    options={
                        "verbose_name": "briefhoofd",
                        "verbose_name_plural": "briefhoofden",
                        "ordering": ["regio", "-geldig_vanaf"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("regio", "geldig_vanaf"),
                                name="briefhoofd_een_per_dag",
                                violation_error_message="Deze regio heeft op deze dag al een briefhoofd.",
                            )
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Briefhoofd",
                            "kern_briefhoofd",
                            "kern_briefhoofdversie",
                            "adres afzender bezoekadres bezwaar_adres email geldig_vanaf id organisatie regio_id telefoon website",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="BriefhoofdVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.briefhoofd",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "regio",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.regio",
                                verbose_name="regio",
                            ),
                        ),
                        ("geldig_vanaf", models.DateField(verbose_name="geldig vanaf")),
                        ("organisatie", models.CharField(max_length=120, verbose_name="naam boven de brief")),
                        (
                            "afzender",
                            models.CharField(
                                help_text="Kleine regel boven het adres.", max_length=120, verbose_name="afzender"
                            ),
                        ),
                        ("adres", models.CharField(max_length=200, verbose_name="postadres")),
                        ("bezoekadres", models.CharField(blank=True, max_length=200, verbose_name="bezoekadres")),
                        ("telefoon", models.CharField(max_length=20, verbose_name="telefoon")),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        ("website", models.CharField(blank=True, max_length=120, verbose_name="website")),
                        ("bezwaar_adres", models.CharField(max_length=300, verbose_name="waar bezwaar heen gaat")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Briefsjabloon",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(max_length=8, verbose_name="brief")),
                        ("versie", models.PositiveIntegerField(verbose_name="versie")),
                        ("onderwerp", models.CharField(max_length=200, verbose_name="onderwerp")),
                        ("tekst", models.TextField(max_length=20000, verbose_name="tekst")),
                        ("reden", models.CharField(blank=True, max_length=200, verbose_name="wat is er anders")),
                        ("gepubliceerd_op", models.DateTimeField(blank=True, null=True, verbose_name="gepubliceerd op")),
                        (
                            "gepubliceerd_door",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "brieftekst",
                        "verbose_name_plural": "briefteksten",
                        "ordering": ["code", "-versie"],
                        "constraints": [
                            models.UniqueConstraint(fields=("code", "versie"), name="briefsjabloon_een_per_versie"),
                            models.UniqueConstraint(
                                condition=models.Q(("gepubliceerd_op__isnull", True)),
                                fields=("code",),
                                name="briefsjabloon_een_concept",
                                violation_error_message="Van deze brief is er al een concept.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("code__regex", "^BRF-[0-9]{2}$")),
                                name="briefsjabloon_code",
                                violation_error_message="Kies een brief uit de lijst.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="briefsjabloon_gepubliceerd_blijft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition='WHEN (OLD."gepubliceerd_op" IS NOT NULL)',
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="7851d2737da3edcddedf6cbba9cb2878140861fd",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_briefsjabloon_gepubliceerd_blijft_a1215",
                                    table="kern_briefsjabloon",
                                    when="BEFORE",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="insert_insert",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "kern_briefsjabloonversie" ("code", "gepubliceerd_door_id", "gepubliceerd_op", "id", "onderwerp", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "tekst", "versie") VALUES (NEW."code", NEW."gepubliceerd_door_id", NEW."gepubliceerd_op", NEW."id", NEW."onderwerp", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reden", NEW."tekst", NEW."versie"); RETURN NULL;',
                                    hash="6292f66f6c7d35e77bb8c4e4591494700f5c7215",
                                    operation="INSERT",
                                    pgid="pgtrigger_insert_insert_48377",
                                    table="kern_briefsjabloon",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="update_update",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                                    func='INSERT INTO "kern_briefsjabloonversie" ("code", "gepubliceerd_door_id", "gepubliceerd_op", "id", "onderwerp", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "tekst", "versie") VALUES (NEW."code", NEW."gepubliceerd_door_id", NEW."gepubliceerd_op", NEW."id", NEW."onderwerp", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reden", NEW."tekst", NEW."versie"); RETURN NULL;',
                                    hash="20d4a65514efce6f8e9d2c917755297a1f53b5a5",
                                    operation="UPDATE",
                                    pgid="pgtrigger_update_update_34857",
                                    table="kern_briefsjabloon",
                                    when="AFTER",
                                ),
                            ),
                            pgtrigger.compiler.Trigger(
                                name="delete_delete",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func='INSERT INTO "kern_briefsjabloonversie" ("code", "gepubliceerd_door_id", "gepubliceerd_op", "id", "onderwerp", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "tekst", "versie") VALUES (OLD."code", OLD."gepubliceerd_door_id", OLD."gepubliceerd_op", OLD."id", OLD."onderwerp", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reden", OLD."tekst", OLD."versie"); RETURN NULL;',
                                    hash="5de97c48b8e8f5795de10c81944cbeb5940acf96",
                                    operation="DELETE",
                                    pgid="pgtrigger_delete_delete_ca322",
                                    table="kern_briefsjabloon",
                                    when="AFTER",
                                ),
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BriefsjabloonVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.briefsjabloon",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("code", models.CharField(max_length=8, verbose_name="brief")),
                        ("versie", models.PositiveIntegerField(verbose_name="versie")),
                        ("onderwerp", models.CharField(max_length=200, verbose_name="onderwerp")),
                        ("tekst", models.TextField(max_length=20000, verbose_name="tekst")),
                        ("reden", models.CharField(blank=True, max_length=200, verbose_name="wat is er anders")),
                        ("gepubliceerd_op", models.DateTimeField(blank=True, null=True, verbose_name="gepubliceerd op")),
                        (
                            "gepubliceerd_door",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Client",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        ("voornamen", models.CharField(blank=True, max_length=120, verbose_name="voornamen")),
                        ("roepnaam", models.CharField(blank=True, max_length=60, verbose_name="roepnaam")),
                        ("tussenvoegsel", models.CharField(blank=True, max_length=20, verbose_name="tussenvoegsel")),
                        ("achternaam", models.CharField(max_length=120, verbose_name="achternaam")),
                        ("geboren", models.CharField(blank=True, max_length=10, verbose_name="geboren op")),
                        ("bsn_cijfer", models.TextField(blank=True, editable=False)),
                        ("bsn_index", models.CharField(blank=True, editable=False, max_length=80)),
                        (
                            "bsn_reden",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("niet_vastgesteld", "nog niet vastgesteld"),
                                    ("wil_niet", "cliënt wil het niet geven"),
                                    ("heeft_geen", "cliënt heeft geen BSN"),
                                ],
                                max_length=20,
                                verbose_name="waarom geen BSN",
                            ),
                        ),
                        (
                            "herkomst",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.gemeente",
                                verbose_name="gemeente van herkomst",
                            ),
                        ),
                        (
                            "woongemeente",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.gemeente",
                                verbose_name="woongemeente",
                            ),
                        ),
                        ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("taal", models.CharField(blank=True, max_length=40, verbose_name="taal")),
                        ("is_tolk_nodig", models.BooleanField(default=False, verbose_name="tolk nodig")),
                        ("is_geheim", models.BooleanField(default=False, verbose_name="verblijfplaats geheim")),
                        (
                            "kanaal",
                            models.CharField(
                                choices=[("brief", "per post"), ("email", "per e-mail")],
                                default="brief",
                                max_length=10,
                                verbose_name="hoe wil hij brieven krijgen",
                            ),
                        ),
                        (
                            "samengevoegd_met",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.client",
                            ),
                        ),
                        ("versie", models.PositiveIntegerField(default=1, editable=False)),
                        (
                            "gewijzigd_op",
                            models.DateField(
                                default=django.utils.timezone.localdate, editable=False, verbose_name="gewijzigd op"
                            ),
                        ),
                        (
                            "aangemaakt_op",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                        (
                            "sorteernaam",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    models.F("achternaam"),
                                    models.F("roepnaam"),
                                    models.F("voornamen"),
                                    function="kern_sorteernaam",
                                ),
                                output_field=models.CharField(max_length=320),
                            ),
                        ),
                        (
                            "zoeknaam",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Func(
                                    models.F("tussenvoegsel"),
                                    models.F("achternaam"),
                                    models.F("roepnaam"),
                                    models.F("voornamen"),
                                    function="kern_zoeknaam",
                                ),
                                output_field=models.CharField(max_length=320),
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "cliënt",
                        "verbose_name_plural": "cliënten",
                        "indexes": [
                            models.Index(fields=["sorteernaam", "id"], name="client_sorteernaam"),
                            models.Index(fields=["geboren", "id"], name="client_geboren"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["zoeknaam"], name="client_zoeknaam", opclasses=["gin_trgm_ops"]
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                models.Func(models.F("zoeknaam"), function="kern_vormen"), name="client_vormen"
                            ),
                            models.Index(
                                models.Func(models.F("telefoon"), function="kern_belnummer"),
                                condition=models.Q(("telefoon", ""), _negated=True),
                                name="client_belnummer",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("geboren", ""),
                                    ("geboren__regex", "^(19|20)\\d\\d-((0[1-9]|1[0-2])-(0[0-9]|[12]\\d|3[01])|00-00)$"),
                                    _connector="OR",
                                ),
                                name="client_geboren_vorm",
                                violation_error_message="Deze geboortedatum klopt niet.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("bsn_cijfer", ""), ("bsn_index", "")),
                                    models.Q(
                                        models.Q(("bsn_index", ""), _negated=True),
                                        models.Q(("bsn_cijfer", ""), _negated=True),
                                        ("bsn_reden", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="client_bsn_of_reden",
                                violation_error_message="Vul het BSN in, of waarom het er niet is. Niet allebei.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    models.Q(("bsn_index", ""), _negated=True), ("samengevoegd_met__isnull", True)
                                ),
                                fields=("bsn_index",),
                                name="client_bsn_uniek",
                                violation_error_message="Er is al een cliënt met dit BSN.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("achternaam", ""), _negated=True),
                                name="client_achternaam",
                                violation_error_message="Vul een achternaam in.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kanaal", "email"), _negated=True),
                                    models.Q(("email", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="client_kanaal_email",
                                violation_error_message="Vul het e-mailadres in, of stuur brieven per post.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("samengevoegd_met", models.F("id")), _negated=True),
                                name="client_niet_met_zichzelf",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Client",
                            "kern_client",
                            "kern_clientversie",
                            "aangemaakt_op achternaam bsn_reden email geboren gewijzigd_op herkomst_id id is_geheim is_tolk_nodig kanaal roepnaam samengevoegd_met_id taal telefoon tussenvoegsel uuid voornamen woongemeente_id",
                            partly=True,
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="ClientVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.client",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                        ("voornamen", models.CharField(blank=True, max_length=120, verbose_name="voornamen")),
                        ("roepnaam", models.CharField(blank=True, max_length=60, verbose_name="roepnaam")),
                        ("tussenvoegsel", models.CharField(blank=True, max_length=20, verbose_name="tussenvoegsel")),
                        ("achternaam", models.CharField(max_length=120, verbose_name="achternaam")),
                        ("geboren", models.CharField(blank=True, max_length=10, verbose_name="geboren op")),
                        (
                            "bsn_reden",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("niet_vastgesteld", "nog niet vastgesteld"),
                                    ("wil_niet", "cliënt wil het niet geven"),
                                    ("heeft_geen", "cliënt heeft geen BSN"),
                                ],
                                max_length=20,
                                verbose_name="waarom geen BSN",
                            ),
                        ),
                        (
                            "herkomst",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.gemeente",
                                verbose_name="gemeente van herkomst",
                            ),
                        ),
                        (
                            "woongemeente",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.gemeente",
                                verbose_name="woongemeente",
                            ),
                        ),
                        ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("taal", models.CharField(blank=True, max_length=40, verbose_name="taal")),
                        ("is_tolk_nodig", models.BooleanField(default=False, verbose_name="tolk nodig")),
                        ("is_geheim", models.BooleanField(default=False, verbose_name="verblijfplaats geheim")),
                        (
                            "kanaal",
                            models.CharField(
                                choices=[("brief", "per post"), ("email", "per e-mail")],
                                default="brief",
                                max_length=10,
                                verbose_name="hoe wil hij brieven krijgen",
                            ),
                        ),
                        (
                            "samengevoegd_met",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.client",
                            ),
                        ),
                        (
                            "gewijzigd_op",
                            models.DateField(
                                default=django.utils.timezone.localdate, editable=False, verbose_name="gewijzigd op"
                            ),
                        ),
                        (
                            "aangemaakt_op",
                            models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Concept",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="concepten",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("sleutel", models.CharField(help_text="The path of the form.", max_length=120)),
                        ("velden", models.JSONField()),
                        ("bewaard_op", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("gebruiker", "sleutel"), name="concept_een_per_formulier")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contactmoment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="contactmomenten",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("op", models.DateTimeField(verbose_name="wanneer")),
                        ("met", models.CharField(max_length=120, verbose_name="met wie")),
                        (
                            "kanaal",
                            models.CharField(
                                choices=[
                                    ("telefoon", "telefoon"),
                                    ("bezoek", "bezoek"),
                                    ("balie", "balie"),
                                    ("email", "e-mail"),
                                    ("brief", "brief"),
                                    ("overleg", "overleg"),
                                ],
                                default="telefoon",
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        ("tekst", models.TextField(max_length=20000, verbose_name="wat is er besproken")),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "verbose_name": "contactmoment",
                        "verbose_name_plural": "contactmomenten",
                        "ordering": ["-op", "-id"],
                        "indexes": [models.Index(fields=["dossier", "-op"], name="contactmoment_dossier")],
                        "triggers": kern.schema.RowHistory(
                            "kern.Contactmoment",
                            "kern_contactmoment",
                            "kern_contactmomentversie",
                            "door_id dossier_id id kanaal met op tekst vastgelegd_op wereld",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="ContactmomentVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.contactmoment",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "dossier",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("op", models.DateTimeField(verbose_name="wanneer")),
                        ("met", models.CharField(max_length=120, verbose_name="met wie")),
                        (
                            "kanaal",
                            models.CharField(
                                choices=[
                                    ("telefoon", "telefoon"),
                                    ("bezoek", "bezoek"),
                                    ("balie", "balie"),
                                    ("email", "e-mail"),
                                    ("brief", "brief"),
                                    ("overleg", "overleg"),
                                ],
                                default="telefoon",
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        ("tekst", models.TextField(max_length=20000, verbose_name="wat is er besproken")),
                        (
                            "door",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Controle",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("peildatum", models.DateField()),
                        ("tellingen", models.JSONField()),
                        ("klaar_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "ordering": ["-id"],
                        "indexes": [models.Index(fields=["-klaar_op"], name="controle_laatste")],
                    },
                ),
                migrations.CreateModel(
                    name="Dagpost",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "regio",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.regio",
                                verbose_name="regio",
                            ),
                        ),
                        ("dag", models.DateField(verbose_name="gaat weg op")),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("gemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "verbose_name": "dagpost",
                        "verbose_name_plural": "dagposten",
                        "ordering": ["-dag", "-id"],
                        "triggers": kern.schema.RowHistory(
                            "kern.Dagpost", "kern_dagpost", "kern_dagpostversie", "dag door_id gemaakt_op id regio_id"
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="DagpostVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.dagpost",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "regio",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.regio",
                                verbose_name="regio",
                            ),
                        ),
                        ("dag", models.DateField(verbose_name="gaat weg op")),
                        (
                            "door",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("gemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Document",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="documenten", to="kern.dossier"
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("aanvraag", "Aanvraagformulier"),
                                    ("plan", "Persoonlijk plan"),
                                    ("verslag", "Verslag"),
                                    ("besluit", "Besluit"),
                                    ("brief", "Brief of e-mail"),
                                    ("medisch", "Medische informatie"),
                                    ("justitie", "Justitie of veiligheid"),
                                    ("geld", "Inkomen of schulden"),
                                    ("bewijs", "Volmacht, beschikking of toestemming"),
                                    ("overig", "Iets anders"),
                                ],
                                default="overig",
                                max_length=12,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "klasse",
                            models.CharField(
                                choices=[
                                    ("D1", "Identiteit en contact"),
                                    ("D2", "BSN en identiteitsbewijs"),
                                    ("D3", "Status, data en termijnen"),
                                    ("D4", "Zorginhoud"),
                                    ("D5", "Justitie en veiligheid"),
                                    ("D6", "Geld"),
                                    ("D7", "Wonen"),
                                    ("D8", "Verblijf in de opvang"),
                                    ("D9", "Toezicht kwaliteit"),
                                    ("D10", "Toezicht calamiteiten"),
                                    ("D11", "Contracten en tarieven"),
                                    ("D12", "Cijfers"),
                                    ("D13", "Logboek"),
                                ],
                                default="D4",
                                max_length=4,
                            ),
                        ),
                        ("titel", models.CharField(max_length=200, verbose_name="titel")),
                        ("bestandsnaam", models.CharField(max_length=200, verbose_name="bestandsnaam")),
                        ("mime", models.CharField(max_length=100)),
                        ("grootte", models.PositiveBigIntegerField(verbose_name="grootte in bytes")),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "richting",
                            models.CharField(
                                choices=[("in", "Ontvangen"), ("uit", "Verstuurd"), ("intern", "Van onszelf")],
                                default="in",
                                max_length=8,
                                verbose_name="ontvangen of verstuurd",
                            ),
                        ),
                        ("gedateerd_op", models.DateField(verbose_name="ontvangen of verstuurd op")),
                        (
                            "kanaal",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "telefoon"),
                                    ("bezoek", "bezoek"),
                                    ("balie", "balie"),
                                    ("email", "e-mail"),
                                    ("brief", "brief"),
                                    ("overleg", "overleg"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "scan",
                            models.CharField(
                                choices=[
                                    ("niet_gescand", "Niet gescand"),
                                    ("wacht", "Wordt gescand"),
                                    ("schoon", "Gescand, geen virus"),
                                    ("besmet", "Virus gevonden"),
                                ],
                                default="niet_gescand",
                                max_length=12,
                                verbose_name="viruscontrole",
                            ),
                        ),
                        ("gescand_op", models.DateTimeField(blank=True, null=True)),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "ingetrokken_door",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ingetrokken_reden",
                            models.CharField(blank=True, max_length=500, verbose_name="waarom ingetrokken"),
                        ),
                    ],
                    options={
                        "verbose_name": "document",
                        "verbose_name_plural": "documenten",
                        "ordering": ["-gedateerd_op", "-id"],
                        "indexes": [
                            models.Index(fields=["dossier", "-gedateerd_op", "-id"], name="document_dossier"),
                            models.Index(condition=models.Q(("scan", "wacht")), fields=["id"], name="document_te_scannen"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ingetrokken_op__isnull", True)),
                                fields=("dossier", "sha256"),
                                name="document_een_keer",
                                violation_error_message="Dit bestand staat al in dit dossier.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ingetrokken_door__isnull", True),
                                        ("ingetrokken_op__isnull", True),
                                        ("ingetrokken_reden", ""),
                                    ),
                                    models.Q(
                                        ("ingetrokken_door__isnull", False),
                                        ("ingetrokken_op__isnull", False),
                                        models.Q(("ingetrokken_reden", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="document_ingetrokken_met_reden",
                                violation_error_message="Vul in waarom u dit document intrekt.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("gescand_op__isnull", True), ("scan__in", ["niet_gescand", "wacht"])),
                                    models.Q(("gescand_op__isnull", False), ("scan__in", ["schoon", "besmet"])),
                                    _connector="OR",
                                ),
                                name="document_scan_met_moment",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Document",
                            "kern_document",
                            "kern_documentversie",
                            "bestandsnaam door_id dossier_id gedateerd_op gescand_op grootte id ingetrokken_door_id ingetrokken_op ingetrokken_reden kanaal klasse mime richting scan sha256 soort titel uuid vastgelegd_op wereld",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="DocumentVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.document",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("uuid", models.UUIDField(default=uuid.uuid4, editable=False)),
                        (
                            "dossier",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("aanvraag", "Aanvraagformulier"),
                                    ("plan", "Persoonlijk plan"),
                                    ("verslag", "Verslag"),
                                    ("besluit", "Besluit"),
                                    ("brief", "Brief of e-mail"),
                                    ("medisch", "Medische informatie"),
                                    ("justitie", "Justitie of veiligheid"),
                                    ("geld", "Inkomen of schulden"),
                                    ("bewijs", "Volmacht, beschikking of toestemming"),
                                    ("overig", "Iets anders"),
                                ],
                                default="overig",
                                max_length=12,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "klasse",
                            models.CharField(
                                choices=[
                                    ("D1", "Identiteit en contact"),
                                    ("D2", "BSN en identiteitsbewijs"),
                                    ("D3", "Status, data en termijnen"),
                                    ("D4", "Zorginhoud"),
                                    ("D5", "Justitie en veiligheid"),
                                    ("D6", "Geld"),
                                    ("D7", "Wonen"),
                                    ("D8", "Verblijf in de opvang"),
                                    ("D9", "Toezicht kwaliteit"),
                                    ("D10", "Toezicht calamiteiten"),
                                    ("D11", "Contracten en tarieven"),
                                    ("D12", "Cijfers"),
                                    ("D13", "Logboek"),
                                ],
                                default="D4",
                                max_length=4,
                            ),
                        ),
                        ("titel", models.CharField(max_length=200, verbose_name="titel")),
                        ("bestandsnaam", models.CharField(max_length=200, verbose_name="bestandsnaam")),
                        ("mime", models.CharField(max_length=100)),
                        ("grootte", models.PositiveBigIntegerField(verbose_name="grootte in bytes")),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "richting",
                            models.CharField(
                                choices=[("in", "Ontvangen"), ("uit", "Verstuurd"), ("intern", "Van onszelf")],
                                default="in",
                                max_length=8,
                                verbose_name="ontvangen of verstuurd",
                            ),
                        ),
                        ("gedateerd_op", models.DateField(verbose_name="ontvangen of verstuurd op")),
                        (
                            "kanaal",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "telefoon"),
                                    ("bezoek", "bezoek"),
                                    ("balie", "balie"),
                                    ("email", "e-mail"),
                                    ("brief", "brief"),
                                    ("overleg", "overleg"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "scan",
                            models.CharField(
                                choices=[
                                    ("niet_gescand", "Niet gescand"),
                                    ("wacht", "Wordt gescand"),
                                    ("schoon", "Gescand, geen virus"),
                                    ("besmet", "Virus gevonden"),
                                ],
                                default="niet_gescand",
                                max_length=12,
                                verbose_name="viruscontrole",
                            ),
                        ),
                        ("gescand_op", models.DateTimeField(blank=True, null=True)),
                        (
                            "door",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "ingetrokken_door",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "ingetrokken_reden",
                            models.CharField(blank=True, max_length=500, verbose_name="waarom ingetrokken"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Dossier",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kenmerk", models.CharField(max_length=20, unique=True, verbose_name="kenmerk")),
                        ("soort", models.CharField(max_length=30, verbose_name="soort")),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                                verbose_name="wereld",
                            ),
                        ),
                        ("status", models.CharField(max_length=40, verbose_name="status")),
                        ("status_sinds", models.DateField(verbose_name="status sinds")),
                        (
                            "client",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dossiers",
                                to="kern.client",
                            ),
                        ),
                        (
                            "regio",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.regio",
                                verbose_name="regio",
                            ),
                        ),
                        (
                            "gemeente",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.gemeente",
                            ),
                        ),
                        (
                            "organisatie",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.organisatie",
                            ),
                        ),
                        (
                            "behandelaar",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="zaken",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "hoofddossier",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="nevendossiers",
                                to="kern.dossier",
                            ),
                        ),
                        ("geopend_op", models.DateField(verbose_name="geopend op")),
                        ("gesloten_op", models.DateField(blank=True, null=True, verbose_name="gesloten op")),
                        ("sluitreden", models.CharField(blank=True, max_length=500, verbose_name="reden van sluiten")),
                        (
                            "gewijzigd_op",
                            models.DateField(default=django.utils.timezone.localdate, verbose_name="gewijzigd op"),
                        ),
                        ("versie", models.PositiveIntegerField(default=1)),
                        ("is_een_per_client", models.BooleanField(default=False)),
                        ("sorteernaam", models.CharField(blank=True, max_length=320)),
                        (
                            "vervalt_op",
                            models.DateField(default=datetime.date(9999, 12, 31), verbose_name="eerste vervaldatum"),
                        ),
                        ("eerst_op", models.DateField(default=datetime.date(9999, 12, 31), verbose_name="eerste datum")),
                        (
                            "aandacht_op",
                            models.DateField(default=datetime.date(9999, 12, 31), verbose_name="vraagt aandacht vanaf"),
                        ),
                        ("wacht_tot", models.DateField(blank=True, null=True, verbose_name="wacht tot")),
                        (
                            "vastgelegd_op",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), verbose_name="vastgelegd op"
                            ),
                        ),
                        (
                            "medebehandelaars",
                            models.ManyToManyField(blank=True, related_name="medezaken", to=settings.AUTH_USER_MODEL),
                        ),
                    ],
                    options={
                        "verbose_name": "dossier",
                        "verbose_name_plural": "dossiers",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("gesloten_op__isnull", True)),
                                fields=["behandelaar", "eerst_op", "id"],
                                name="dossier_mijn",
                            ),
                            models.Index(fields=["regio", "soort", "eerst_op", "id"], name="dossier_regio_eerst"),
                            models.Index(fields=["regio", "soort", "sorteernaam", "id"], name="dossier_regio_naam"),
                            models.Index(fields=["regio", "soort", "geopend_op", "id"], name="dossier_regio_geopend"),
                            models.Index(fields=["gemeente", "soort", "geopend_op", "id"], name="dossier_gemeente"),
                            models.Index(
                                condition=models.Q(("behandelaar__isnull", True), ("gesloten_op__isnull", True)),
                                fields=["regio", "eerst_op", "id"],
                                name="dossier_onverdeeld",
                            ),
                            models.Index(
                                condition=models.Q(("behandelaar__isnull", True), ("gesloten_op__isnull", True)),
                                fields=["regio", "geopend_op", "id"],
                                name="dossier_onverdeeld_oudste",
                            ),
                            models.Index(fields=["client", "id"], name="dossier_client"),
                            models.Index(
                                condition=models.Q(("gesloten_op__isnull", True)),
                                fields=["regio", "eerst_op", "id"],
                                name="dossier_regio_open",
                            ),
                            models.Index(
                                condition=models.Q(("gesloten_op__isnull", True)),
                                fields=["regio", "soort", "status", "eerst_op", "id"],
                                name="dossier_regio_status",
                            ),
                            models.Index(
                                condition=models.Q(("behandelaar__isnull", True), ("gesloten_op__isnull", True)),
                                fields=["regio", "aandacht_op"],
                                name="dossier_onverdeeld_aandacht",
                            ),
                            models.Index(
                                condition=models.Q(("gesloten_op__isnull", True)),
                                fields=["regio", "aandacht_op"],
                                name="dossier_aandacht",
                            ),
                            models.Index(
                                condition=models.Q(("gesloten_op__isnull", True)),
                                fields=["regio", "vervalt_op"],
                                name="dossier_vervalt",
                            ),
                            models.Index(
                                condition=models.Q(("gesloten_op__isnull", True), ("wacht_tot__isnull", False)),
                                fields=["regio", "wacht_tot"],
                                name="dossier_wacht",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("gesloten_op__isnull", True),
                                    ("gesloten_op__gte", models.F("geopend_op")),
                                    _connector="OR",
                                ),
                                name="dossier_gesloten_na_geopend",
                                violation_error_message="De datum van sluiten ligt vóór de datum van openen.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("wereld__in", ["kwaliteit", "calamiteiten"]), _negated=True),
                                    ("client__isnull", True),
                                    _connector="OR",
                                ),
                                name="dossier_gesloten_wereld_zonder_client",
                            ),
                            models.UniqueConstraint(fields=("id", "wereld"), name="dossier_id_wereld"),
                            models.UniqueConstraint(
                                condition=models.Q(("gesloten_op__isnull", True), ("is_een_per_client", True)),
                                fields=("client", "soort"),
                                name="dossier_een_per_client",
                                violation_error_message="Deze cliënt heeft al zo'n lopend dossier.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("gesloten_op__isnull", True), ("hoofddossier__isnull", False)),
                                fields=("hoofddossier", "soort"),
                                name="dossier_een_neven",
                                violation_error_message="Bij dit dossier loopt dit al.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("hoofddossier", models.F("id")), _negated=True),
                                name="dossier_niet_bij_zichzelf",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("wereld", "aanbieders"), _negated=True),
                                    models.Q(("client__isnull", True), ("organisatie__isnull", False)),
                                    _connector="OR",
                                ),
                                name="dossier_van_een_aanbieder",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("gesloten_op__isnull", True), ("wereld", "aanbieders")),
                                fields=("organisatie", "regio", "soort"),
                                name="dossier_een_per_aanbieder",
                                violation_error_message="Deze aanbieder heeft in deze regio al een lopend dossier.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Dossier",
                            "kern_dossier",
                            "kern_dossierversie",
                            "behandelaar_id client_id gemeente_id geopend_op gesloten_op hoofddossier_id id is_een_per_client kenmerk organisatie_id regio_id sluitreden soort status status_sinds vastgelegd_op versie wereld",
                            partly=True,
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="DossierVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("kenmerk", models.CharField(max_length=20, verbose_name="kenmerk")),
                        ("soort", models.CharField(max_length=30, verbose_name="soort")),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                                verbose_name="wereld",
                            ),
                        ),
                        ("status", models.CharField(max_length=40, verbose_name="status")),
                        ("status_sinds", models.DateField(verbose_name="status sinds")),
                        (
                            "client",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.client",
                            ),
                        ),
                        (
                            "regio",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.regio",
                                verbose_name="regio",
                            ),
                        ),
                        (
                            "gemeente",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.gemeente",
                            ),
                        ),
                        (
                            "organisatie",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.organisatie",
                            ),
                        ),
                        (
                            "behandelaar",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "hoofddossier",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dossier",
                            ),
                        ),
                        ("geopend_op", models.DateField(verbose_name="geopend op")),
                        ("gesloten_op", models.DateField(blank=True, null=True, verbose_name="gesloten op")),
                        ("sluitreden", models.CharField(blank=True, max_length=500, verbose_name="reden van sluiten")),
                        ("versie", models.PositiveIntegerField(default=1)),
                        ("is_een_per_client", models.BooleanField(default=False)),
                        (
                            "vastgelegd_op",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), verbose_name="vastgelegd op"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Exemplaar",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "brief",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="exemplaren", to="kern.brief"
                            ),
                        ),
                        ("naam", models.CharField(max_length=200, verbose_name="aan")),
                        ("rol", models.CharField(max_length=60, verbose_name="wie dat is")),
                        (
                            "adres",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=200), default=list, size=None
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        (
                            "kanaal",
                            models.CharField(
                                choices=[
                                    ("post", "Per post"),
                                    ("email", "Beveiligde e-mail"),
                                    ("meegeven", "Persoonlijk meegeven"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        ("is_kopie", models.BooleanField(default=False, verbose_name="kopie")),
                        ("is_geheim", models.BooleanField(default=False, verbose_name="adres is geheim")),
                        (
                            "document",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="exemplaar", to="kern.document"
                            ),
                        ),
                        ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
                    ],
                    options={
                        "verbose_name": "exemplaar",
                        "verbose_name_plural": "exemplaren",
                        "ordering": ["is_kopie", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kanaal", "email"), _negated=True),
                                    models.Q(("email", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="exemplaar_email_met_adres",
                                violation_error_message="Er is geen e-mailadres.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kanaal", "post"), _negated=True), ("adres__len__gte", 1), _connector="OR"
                                ),
                                name="exemplaar_post_met_adres",
                                violation_error_message="Er is geen adres voor de post.",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="exemplaar_blijft",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                                    hash="27679102854ea30a44ef3958f556d1e0f44cf181",
                                    operation="UPDATE",
                                    pgid="pgtrigger_exemplaar_blijft_f217f",
                                    table="kern_exemplaar",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Gebeurtenis",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("dossier_id", models.BigIntegerField(null=True)),
                        ("client_id", models.BigIntegerField(null=True)),
                        ("soort", models.CharField(max_length=30)),
                        ("actie", models.CharField(max_length=60)),
                        ("van", models.CharField(blank=True, max_length=40)),
                        ("naar", models.CharField(blank=True, max_length=40)),
                        ("gebruiker_id", models.BigIntegerField(null=True)),
                        ("rol", models.CharField(blank=True, max_length=40)),
                        ("namens", models.CharField(blank=True, max_length=40)),
                        ("kanaal", models.CharField(blank=True, max_length=20)),
                        ("verwijst_naar_id", models.BigIntegerField(null=True)),
                        ("waarden", models.JSONField(default=dict)),
                        ("op", models.DateTimeField()),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "ordering": ["-id"],
                        "indexes": [
                            models.Index(fields=["dossier_id", "-id"], name="gebeurtenis_dossier"),
                            models.Index(fields=["client_id", "-id"], name="gebeurtenis_client"),
                            models.Index(
                                condition=models.Q(("waarden__has_key", "gevonden")),
                                fields=["op"],
                                name="gebeurtenis_gevonden",
                            ),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="gebeurtenis_niet_wijzigen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="175df72abb69f330bca47015b2a089cfa62949fa",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_gebeurtenis_niet_wijzigen_5c347",
                                    table="kern_gebeurtenis",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Gebruiker",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        ("gebruikersnaam", models.CharField(max_length=60, verbose_name="gebruikersnaam")),
                        ("naam", models.CharField(max_length=120, verbose_name="naam")),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        (
                            "organisatie",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="gebruikers",
                                to="kern.organisatie",
                            ),
                        ),
                        (
                            "actieve_rol",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("client", "Cliënt"),
                                    ("frontoffice", "Frontoffice"),
                                    ("casemanager", "Casemanager"),
                                    ("woonmedewerker", "Woonmedewerker"),
                                    ("teamleider", "Teamleider"),
                                    ("contractmanager", "Contractmanager"),
                                    ("administratie", "Gemeentelijke administratie"),
                                    ("toezicht_kwaliteit", "Toezichthouder kwaliteit"),
                                    ("toezicht_calamiteiten", "Toezichthouder calamiteiten en geweld"),
                                    ("regiogemeente", "Wmo-consulent regiogemeente"),
                                    ("regiogemeente_indicerend", "Wmo-consulent die indiceert"),
                                    ("zorgaanbieder", "Medewerker zorgaanbieder"),
                                    ("opvangaanbieder", "Medewerker opvangaanbieder"),
                                    ("corporatie", "Medewerker woningcorporatie"),
                                    ("bemoeizorger", "Bemoeizorger"),
                                    ("bezwaarbehandelaar", "Bezwaar- en klachtbehandelaar"),
                                    ("beleidsadviseur", "Beleidsadviseur"),
                                    ("functioneel_beheerder", "Functioneel beheerder"),
                                    ("privacy_officer", "Privacy officer"),
                                    ("archief", "Archief"),
                                    ("systeem", "Systeem"),
                                ],
                                max_length=40,
                                verbose_name="actieve rol",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="mag inloggen")),
                        ("dagbericht", models.BooleanField(default=True, verbose_name="dagelijkse e-mail")),
                        (
                            "aangemaakt_op",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(),
                                editable=False,
                                verbose_name="aangemaakt op",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gebruiker",
                        "verbose_name_plural": "gebruikers",
                        "ordering": ["naam"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("gebruikersnaam"),
                                name="gebruiker_gebruikersnaam_uniek",
                                violation_error_message="Deze gebruikersnaam bestaat al.",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("email"),
                                name="gebruiker_email_uniek",
                                violation_error_message="Dit e-mailadres is al van een andere gebruiker.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Gebruiker",
                            "kern_gebruiker",
                            "kern_gebruikerversie",
                            "aangemaakt_op actieve_rol dagbericht email gebruikersnaam id is_active naam organisatie_id",
                            partly=True,
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="GebruikerVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("gebruikersnaam", models.CharField(max_length=60, verbose_name="gebruikersnaam")),
                        ("naam", models.CharField(max_length=120, verbose_name="naam")),
                        ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                        (
                            "organisatie",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.organisatie",
                            ),
                        ),
                        (
                            "actieve_rol",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("client", "Cliënt"),
                                    ("frontoffice", "Frontoffice"),
                                    ("casemanager", "Casemanager"),
                                    ("woonmedewerker", "Woonmedewerker"),
                                    ("teamleider", "Teamleider"),
                                    ("contractmanager", "Contractmanager"),
                                    ("administratie", "Gemeentelijke administratie"),
                                    ("toezicht_kwaliteit", "Toezichthouder kwaliteit"),
                                    ("toezicht_calamiteiten", "Toezichthouder calamiteiten en geweld"),
                                    ("regiogemeente", "Wmo-consulent regiogemeente"),
                                    ("regiogemeente_indicerend", "Wmo-consulent die indiceert"),
                                    ("zorgaanbieder", "Medewerker zorgaanbieder"),
                                    ("opvangaanbieder", "Medewerker opvangaanbieder"),
                                    ("corporatie", "Medewerker woningcorporatie"),
                                    ("bemoeizorger", "Bemoeizorger"),
                                    ("bezwaarbehandelaar", "Bezwaar- en klachtbehandelaar"),
                                    ("beleidsadviseur", "Beleidsadviseur"),
                                    ("functioneel_beheerder", "Functioneel beheerder"),
                                    ("privacy_officer", "Privacy officer"),
                                    ("archief", "Archief"),
                                    ("systeem", "Systeem"),
                                ],
                                max_length=40,
                                verbose_name="actieve rol",
                            ),
                        ),
                        ("is_active", models.BooleanField(default=True, verbose_name="mag inloggen")),
                        ("dagbericht", models.BooleanField(default=True, verbose_name="dagelijkse e-mail")),
                        (
                            "aangemaakt_op",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(),
                                editable=False,
                                verbose_name="aangemaakt op",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GelijkgesteldeDag",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("datum", models.DateField(unique=True, verbose_name="datum")),
                        ("naam", models.CharField(default="gelijkgestelde dag", max_length=60, verbose_name="naam")),
                        ("bron", models.CharField(max_length=200, verbose_name="bron (koninklijk besluit)")),
                        (
                            "versie",
                            models.CharField(
                                help_text="Bijvoorbeeld 2027-1.", max_length=12, verbose_name="versie van de feestdagenlijst"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gelijkgestelde dag",
                        "verbose_name_plural": "gelijkgestelde dagen",
                        "ordering": ["-datum"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("versie__regex", "^[0-9]{4}-[0-9]+$")),
                                name="gelijkgesteldedag_versie",
                                violation_error_message="Schrijf de versie als jaar-nummer, bijvoorbeeld 2027-1.",
                            )
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.GelijkgesteldeDag",
                            "kern_gelijkgesteldedag",
                            "kern_gelijkgesteldedagversie",
                            "bron datum id naam versie",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="GelijkgesteldeDagVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.gelijkgesteldedag",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("datum", models.DateField(verbose_name="datum")),
                        ("naam", models.CharField(default="gelijkgestelde dag", max_length=60, verbose_name="naam")),
                        ("bron", models.CharField(max_length=200, verbose_name="bron (koninklijk besluit)")),
                        (
                            "versie",
                            models.CharField(
                                help_text="Bijvoorbeeld 2027-1.", max_length=12, verbose_name="versie van de feestdagenlijst"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Gemeente",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("naam", models.CharField(max_length=60, unique=True, verbose_name="naam")),
                        ("cbs_code", models.CharField(blank=True, max_length=4, verbose_name="CBS-code")),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("twente", "gemeente in Twente"),
                                    ("buiten", "buiten de regio"),
                                    ("onbekend", "onbekend"),
                                ],
                                default="twente",
                                max_length=10,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "regio",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="gemeenten",
                                to="kern.regio",
                            ),
                        ),
                        ("is_centrum", models.BooleanField(default=False, verbose_name="is centrumgemeente")),
                    ],
                    options={
                        "verbose_name": "gemeente",
                        "verbose_name_plural": "gemeenten",
                        "ordering": ["soort", "naam"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("cbs_code__regex", "^[0-9]{4}$"), ("regio__isnull", False), ("soort", "twente")
                                    ),
                                    models.Q(
                                        models.Q(("soort", "twente"), _negated=True),
                                        ("cbs_code", ""),
                                        ("regio__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="gemeente_regio_en_code",
                                violation_error_message="Een gemeente in Twente heeft een regio en een CBS-code van vier cijfers.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_centrum", True)),
                                fields=("regio",),
                                name="gemeente_een_centrum",
                                violation_error_message="Deze regio heeft al een centrumgemeente.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("cbs_code", ""), _negated=True),
                                fields=("cbs_code",),
                                name="gemeente_cbs_code_uniek",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Gemeente",
                            "kern_gemeente",
                            "kern_gemeenteversie",
                            "cbs_code id is_centrum naam regio_id soort",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="GemeenteVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.gemeente",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("naam", models.CharField(max_length=60, verbose_name="naam")),
                        ("cbs_code", models.CharField(blank=True, max_length=4, verbose_name="CBS-code")),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("twente", "gemeente in Twente"),
                                    ("buiten", "buiten de regio"),
                                    ("onbekend", "onbekend"),
                                ],
                                default="twente",
                                max_length=10,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "regio",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.regio",
                            ),
                        ),
                        ("is_centrum", models.BooleanField(default=False, verbose_name="is centrumgemeente")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Herinnering",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="herinneringen", to="kern.dossier"
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="herinneringen",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("op", models.DateField(verbose_name="wanneer")),
                        ("tekst", models.CharField(max_length=200, verbose_name="waaraan")),
                        ("gedaan_op", models.DateField(blank=True, null=True)),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "verbose_name": "herinnering",
                        "ordering": ["op", "id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("gedaan_op__isnull", True)),
                                fields=["gebruiker", "op"],
                                name="herinnering_open",
                            )
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Herinnering",
                            "kern_herinnering",
                            "kern_herinneringversie",
                            "dossier_id gebruiker_id gedaan_op id op tekst vastgelegd_op wereld",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="HerinneringVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.herinnering",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "dossier",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("op", models.DateField(verbose_name="wanneer")),
                        ("tekst", models.CharField(max_length=200, verbose_name="waaraan")),
                        ("gedaan_op", models.DateField(blank=True, null=True)),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Ingediend",
                    fields=[
                        ("sleutel", models.UUIDField(primary_key=True, serialize=False)),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("doel", models.CharField(blank=True, max_length=200)),
                        ("op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "indexes": [models.Index(fields=["op"], name="ingediend_op")],
                    },
                ),
                migrations.CreateModel(
                    name="Inzage",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("detail", "pagina bekeken"),
                                    ("lijst", "lijst bekeken"),
                                    ("zoeken", "gezocht"),
                                    ("export", "geëxporteerd"),
                                    ("weigering", "geweigerd"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("wereld", models.CharField(blank=True, max_length=20)),
                        ("gebruiker_id", models.BigIntegerField()),
                        ("rol", models.CharField(blank=True, max_length=40)),
                        (
                            "namens_ids",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), default=list, size=None
                            ),
                        ),
                        ("pagina", models.CharField(max_length=80)),
                        ("dossier_id", models.BigIntegerField(null=True)),
                        (
                            "client_ids",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(), default=list, size=None
                            ),
                        ),
                        (
                            "klassen",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=4), default=list, size=None
                            ),
                        ),
                        ("aantal", models.PositiveIntegerField(default=0)),
                        ("status", models.PositiveSmallIntegerField()),
                        ("referentie", models.CharField(max_length=20)),
                        ("op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "ordering": ["-id"],
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(fields=["client_ids"], name="inzage_client"),
                            models.Index(fields=["gebruiker_id", "-id"], name="inzage_gebruiker"),
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="inzage_niet_wijzigen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="1550e7f69f7977f219cfee32c330cf467c4aa785",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_inzage_niet_wijzigen_7e063",
                                    table="kern_inzage",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Kenmerkteller",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("letter", models.CharField(max_length=4)),
                        ("jaar", models.PositiveIntegerField()),
                        ("laatste", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("letter", "jaar"), name="kenmerkteller_een")],
                    },
                ),
                migrations.CreateModel(
                    name="Klaargezet",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="klaargezet", to="kern.dossier"
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("actie", models.CharField(max_length=60, verbose_name="stap")),
                        ("formulier", models.JSONField()),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "klaargezet_op",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), verbose_name="klaargezet op"
                            ),
                        ),
                        ("weigering", models.CharField(blank=True, max_length=500, verbose_name="waarom het niet ging")),
                        (
                            "dagpost",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="klaargezet",
                                to="kern.dagpost",
                            ),
                        ),
                        ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "ingetrokken_door",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "klaargezette brief",
                        "verbose_name_plural": "klaargezette brieven",
                        "ordering": ["klaargezet_op", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("dagpost__isnull", True), ("ingetrokken_op__isnull", True)),
                                fields=("dossier",),
                                name="klaargezet_een_per_dossier",
                                violation_error_message="Er ligt al een brief van dit dossier klaar voor de post.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("dagpost__isnull", True), ("ingetrokken_op__isnull", True), _connector="OR"
                                ),
                                name="klaargezet_weg_of_ingetrokken",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ingetrokken_door__isnull", True), ("ingetrokken_op__isnull", True)),
                                    models.Q(("ingetrokken_door__isnull", False), ("ingetrokken_op__isnull", False)),
                                    _connector="OR",
                                ),
                                name="klaargezet_ingetrokken_door",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Klaargezet",
                            "kern_klaargezet",
                            "kern_klaargezetversie",
                            "actie dagpost_id door_id dossier_id id ingetrokken_door_id ingetrokken_op klaargezet_op weigering wereld",
                            partly=True,
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="KlaargezetVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.klaargezet",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "dossier",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("actie", models.CharField(max_length=60, verbose_name="stap")),
                        (
                            "door",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "klaargezet_op",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(), verbose_name="klaargezet op"
                            ),
                        ),
                        ("weigering", models.CharField(blank=True, max_length=500, verbose_name="waarom het niet ging")),
                        (
                            "dagpost",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dagpost",
                            ),
                        ),
                        ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "ingetrokken_door",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MedebehandelaarVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "dossier",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                db_constraint=False,
                                db_tablespace="",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Opschorting",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "taak",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="opschortingen", to="kern.taak"
                            ),
                        ),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="opschortingen", to="kern.dossier"
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        ("grond", models.CharField(max_length=80, verbose_name="wettelijke grond")),
                        ("reden", models.CharField(max_length=500, verbose_name="reden")),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.document",
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "verbose_name": "opschorting",
                        "ordering": ["vanaf"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("tot__isnull", True)),
                                fields=("taak",),
                                name="opschorting_een_lopend",
                                violation_error_message="Deze termijn staat al stil.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("tot__isnull", True),
                                    (
                                        "tot__gte",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("vanaf"), "-", models.Value(1)
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="opschorting_periode",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Opschorting",
                            "kern_opschorting",
                            "kern_opschortingversie",
                            "document_id dossier_id grond id reden taak_id tot vanaf vastgelegd_op wereld",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="OpschortingVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.opschorting",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "taak",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.taak",
                            ),
                        ),
                        (
                            "dossier",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        ("grond", models.CharField(max_length=80, verbose_name="wettelijke grond")),
                        ("reden", models.CharField(max_length=500, verbose_name="reden")),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.document",
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Organisatie",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("naam", models.CharField(max_length=120, unique=True, verbose_name="naam")),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("centrumgemeente", "centrumgemeente"),
                                    ("gemeente", "gemeente"),
                                    ("zorgaanbieder", "zorgaanbieder"),
                                    ("opvangaanbieder", "opvangaanbieder"),
                                    ("corporatie", "woningcorporatie"),
                                    ("behandelaar", "behandelinstelling"),
                                    ("toezicht", "toezichthouder"),
                                    ("overig", "overig"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "regio",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="organisaties",
                                to="kern.regio",
                            ),
                        ),
                        (
                            "gemeente",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="organisaties",
                                to="kern.gemeente",
                            ),
                        ),
                        ("is_actief", models.BooleanField(default=True, verbose_name="is actief")),
                    ],
                    options={
                        "verbose_name": "organisatie",
                        "verbose_name_plural": "organisaties",
                        "ordering": ["naam"],
                        "triggers": kern.schema.RowHistory(
                            "kern.Organisatie",
                            "kern_organisatie",
                            "kern_organisatieversie",
                            "gemeente_id id is_actief naam regio_id soort",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="OrganisatieVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.organisatie",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("naam", models.CharField(max_length=120, verbose_name="naam")),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("centrumgemeente", "centrumgemeente"),
                                    ("gemeente", "gemeente"),
                                    ("zorgaanbieder", "zorgaanbieder"),
                                    ("opvangaanbieder", "opvangaanbieder"),
                                    ("corporatie", "woningcorporatie"),
                                    ("behandelaar", "behandelinstelling"),
                                    ("toezicht", "toezichthouder"),
                                    ("overig", "overig"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "regio",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.regio",
                            ),
                        ),
                        (
                            "gemeente",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.gemeente",
                            ),
                        ),
                        ("is_actief", models.BooleanField(default=True, verbose_name="is actief")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Regio",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.SlugField(unique=True, verbose_name="code")),
                        ("naam", models.CharField(max_length=60, verbose_name="naam")),
                        ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon van het team")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail van het team")),
                    ],
                    options={
                        "verbose_name": "regio",
                        "verbose_name_plural": "regio's",
                        "ordering": ["naam"],
                        "triggers": kern.schema.RowHistory(
                            "kern.Regio", "kern_regio", "kern_regioversie", "code email id naam telefoon"
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="RegioInstelling",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "regio",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="instellingen",
                                to="kern.regio",
                                verbose_name="regio",
                            ),
                        ),
                        (
                            "sleutel",
                            models.CharField(
                                choices=kern.beheer.instellingen.keuzes, max_length=60, verbose_name="instelling"
                            ),
                        ),
                        ("waarde", models.JSONField(blank=True, null=True, verbose_name="waarde")),
                        ("geldig_vanaf", models.DateField(verbose_name="geldig vanaf")),
                        ("reden", models.CharField(max_length=200, verbose_name="reden van de wijziging")),
                    ],
                    options={
                        "verbose_name": "instelling van een regio",
                        "verbose_name_plural": "instellingen per regio",
                        "ordering": ["regio", "sleutel", "-geldig_vanaf"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("regio", "sleutel", "geldig_vanaf"),
                                name="regioinstelling_een_per_dag",
                                violation_error_message="Deze instelling heeft op deze datum al een waarde.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reden", ""), _negated=True),
                                name="regioinstelling_met_reden",
                                violation_error_message="Vul in waarom u dit wijzigt.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.RegioInstelling",
                            "kern_regioinstelling",
                            "kern_regioinstellingversie",
                            "geldig_vanaf id reden regio_id sleutel waarde",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="RegioInstellingVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.regioinstelling",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "regio",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.regio",
                                verbose_name="regio",
                            ),
                        ),
                        (
                            "sleutel",
                            models.CharField(
                                choices=kern.beheer.instellingen.keuzes, max_length=60, verbose_name="instelling"
                            ),
                        ),
                        ("waarde", models.JSONField(blank=True, null=True, verbose_name="waarde")),
                        ("geldig_vanaf", models.DateField(verbose_name="geldig vanaf")),
                        ("reden", models.CharField(max_length=200, verbose_name="reden van de wijziging")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RegioVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.regio",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("code", models.SlugField(db_index=False, verbose_name="code")),
                        ("naam", models.CharField(max_length=60, verbose_name="naam")),
                        ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon van het team")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail van het team")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Relatie",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="relaties", to="kern.client"
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("curator", "Curator"),
                                    ("mentor", "Mentor"),
                                    ("bewindvoerder", "Bewindvoerder"),
                                    ("gemachtigde", "Gemachtigde"),
                                    ("voogd", "Voogd"),
                                    ("partner", "Partner"),
                                    ("ouder", "Ouder"),
                                    ("kind", "Kind"),
                                    ("broer_zus", "Broer of zus"),
                                    ("mantelzorger", "Mantelzorger"),
                                    ("naaste", "Andere naaste"),
                                    ("ondersteuner", "Cliëntondersteuner"),
                                    ("hulpverlener", "Hulpverlener"),
                                ],
                                max_length=20,
                                verbose_name="wat is hij van de cliënt",
                            ),
                        ),
                        ("naam", models.CharField(max_length=120, verbose_name="naam")),
                        ("organisatie", models.CharField(blank=True, max_length=120, verbose_name="organisatie")),
                        ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("straat", models.CharField(blank=True, max_length=80, verbose_name="straat")),
                        ("huisnummer", models.CharField(blank=True, max_length=10, verbose_name="huisnummer")),
                        ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                        ("plaats", models.CharField(blank=True, max_length=60, verbose_name="plaats")),
                        (
                            "grond",
                            models.CharField(
                                choices=[
                                    ("rechter", "Uitspraak van de rechter"),
                                    ("volmacht", "Volmacht van de cliënt"),
                                    ("wet", "Naaste volgens de wet, als er niemand anders is"),
                                    ("geen", "Geen: hij vertegenwoordigt de cliënt niet"),
                                ],
                                default="geen",
                                max_length=10,
                                verbose_name="op grond waarvan",
                            ),
                        ),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        ("krijgt_brieven", models.BooleanField(default=False, verbose_name="krijgt een kopie van brieven")),
                        (
                            "wordt_uitgenodigd",
                            models.BooleanField(default=False, verbose_name="wordt uitgenodigd bij gesprekken"),
                        ),
                        ("is_eerste_contact", models.BooleanField(default=False, verbose_name="bellen we het eerst")),
                        (
                            "bewijs",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.document",
                            ),
                        ),
                        ("toelichting", models.CharField(blank=True, max_length=500, verbose_name="toelichting")),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "verbose_name": "relatie",
                        "verbose_name_plural": "relaties",
                        "ordering": ["-is_eerste_contact", "soort", "-vanaf", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("soort__in", ["curator", "mentor", "bewindvoerder", "voogd"]), _negated=True),
                                    ("grond", "rechter"),
                                    _connector="OR",
                                ),
                                name="relatie_door_rechter",
                                violation_error_message="Een curator, mentor, bewindvoerder of voogd heeft een uitspraak nodig.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("soort", "gemachtigde"), _negated=True), ("grond", "volmacht"), _connector="OR"
                                ),
                                name="relatie_gemachtigde_met_volmacht",
                                violation_error_message="Een gemachtigde heeft een volmacht van de cliënt nodig.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("grond", "rechter"), _negated=True),
                                    ("soort__in", ["curator", "mentor", "bewindvoerder", "voogd"]),
                                    _connector="OR",
                                ),
                                name="relatie_rechter_benoemt",
                                violation_error_message="De rechter benoemt een curator, mentor, bewindvoerder of voogd.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("grond", "wet"), _negated=True),
                                    ("soort__in", ["partner", "ouder", "kind", "broer_zus", "naaste"]),
                                    _connector="OR",
                                ),
                                name="relatie_wet_voor_naasten",
                                violation_error_message="Volgens de wet kan alleen een partner, familielid of andere naaste dit zijn.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("krijgt_brieven", True), ("soort", "curator"), _connector="OR", _negated=True),
                                    models.Q(("email", ""), _negated=True),
                                    models.Q(
                                        models.Q(("straat", ""), _negated=True),
                                        models.Q(("huisnummer", ""), _negated=True),
                                        models.Q(("plaats", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="relatie_brieven_met_adres",
                                violation_error_message="Hij krijgt brieven. Vul straat, huisnummer en plaats in, of een e-mailadres.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tot__isnull", True), ("tot__gte", models.F("vanaf")), _connector="OR"),
                                name="relatie_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("soort", "curator"), ("tot__isnull", True)),
                                fields=("client",),
                                name="relatie_een_curator",
                                violation_error_message="Deze cliënt heeft al een curator. Vul daar eerst een einddatum in.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("is_eerste_contact", True), ("tot__isnull", True)),
                                fields=("client",),
                                name="relatie_een_eerste_contact",
                                violation_error_message="Er is al iemand die u het eerst belt. Zet dat daar eerst uit.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Relatie",
                            "kern_relatie",
                            "kern_relatieversie",
                            "bewijs_id client_id door_id email grond huisnummer id is_eerste_contact krijgt_brieven naam organisatie plaats postcode soort straat telefoon toelichting tot vanaf vastgelegd_op wordt_uitgenodigd",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="RelatieVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.relatie",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.client",
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("curator", "Curator"),
                                    ("mentor", "Mentor"),
                                    ("bewindvoerder", "Bewindvoerder"),
                                    ("gemachtigde", "Gemachtigde"),
                                    ("voogd", "Voogd"),
                                    ("partner", "Partner"),
                                    ("ouder", "Ouder"),
                                    ("kind", "Kind"),
                                    ("broer_zus", "Broer of zus"),
                                    ("mantelzorger", "Mantelzorger"),
                                    ("naaste", "Andere naaste"),
                                    ("ondersteuner", "Cliëntondersteuner"),
                                    ("hulpverlener", "Hulpverlener"),
                                ],
                                max_length=20,
                                verbose_name="wat is hij van de cliënt",
                            ),
                        ),
                        ("naam", models.CharField(max_length=120, verbose_name="naam")),
                        ("organisatie", models.CharField(blank=True, max_length=120, verbose_name="organisatie")),
                        ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("straat", models.CharField(blank=True, max_length=80, verbose_name="straat")),
                        ("huisnummer", models.CharField(blank=True, max_length=10, verbose_name="huisnummer")),
                        ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                        ("plaats", models.CharField(blank=True, max_length=60, verbose_name="plaats")),
                        (
                            "grond",
                            models.CharField(
                                choices=[
                                    ("rechter", "Uitspraak van de rechter"),
                                    ("volmacht", "Volmacht van de cliënt"),
                                    ("wet", "Naaste volgens de wet, als er niemand anders is"),
                                    ("geen", "Geen: hij vertegenwoordigt de cliënt niet"),
                                ],
                                default="geen",
                                max_length=10,
                                verbose_name="op grond waarvan",
                            ),
                        ),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        ("krijgt_brieven", models.BooleanField(default=False, verbose_name="krijgt een kopie van brieven")),
                        (
                            "wordt_uitgenodigd",
                            models.BooleanField(default=False, verbose_name="wordt uitgenodigd bij gesprekken"),
                        ),
                        ("is_eerste_contact", models.BooleanField(default=False, verbose_name="bellen we het eerst")),
                        (
                            "bewijs",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.document",
                            ),
                        ),
                        ("toelichting", models.CharField(blank=True, max_length=500, verbose_name="toelichting")),
                        (
                            "door",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Rolverlening",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rolverleningen",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gebruiker",
                            ),
                        ),
                        (
                            "rol",
                            models.CharField(
                                choices=[
                                    ("frontoffice", "Frontoffice"),
                                    ("casemanager", "Casemanager"),
                                    ("woonmedewerker", "Woonmedewerker"),
                                    ("teamleider", "Teamleider"),
                                    ("contractmanager", "Contractmanager"),
                                    ("administratie", "Gemeentelijke administratie"),
                                    ("toezicht_kwaliteit", "Toezichthouder kwaliteit"),
                                    ("toezicht_calamiteiten", "Toezichthouder calamiteiten en geweld"),
                                    ("regiogemeente", "Wmo-consulent regiogemeente"),
                                    ("regiogemeente_indicerend", "Wmo-consulent die indiceert"),
                                    ("zorgaanbieder", "Medewerker zorgaanbieder"),
                                    ("opvangaanbieder", "Medewerker opvangaanbieder"),
                                    ("corporatie", "Medewerker woningcorporatie"),
                                    ("bemoeizorger", "Bemoeizorger"),
                                    ("bezwaarbehandelaar", "Bezwaar- en klachtbehandelaar"),
                                    ("beleidsadviseur", "Beleidsadviseur"),
                                    ("functioneel_beheerder", "Functioneel beheerder"),
                                    ("privacy_officer", "Privacy officer"),
                                    ("archief", "Archief"),
                                ],
                                max_length=40,
                                verbose_name="rol",
                            ),
                        ),
                        (
                            "regio",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.regio",
                            ),
                        ),
                        (
                            "gemeente",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.gemeente",
                            ),
                        ),
                        (
                            "organisatie",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.organisatie",
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="periode")),
                        (
                            "verleend_door",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verleend door",
                            ),
                        ),
                        (
                            "kant",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(
                                        rol__in=["toezicht_calamiteiten", "toezicht_kwaliteit"], then=models.Value(1)
                                    ),
                                    models.When(rol__in=["casemanager", "contractmanager"], then=models.Value(2)),
                                    default=models.Value(None),
                                    output_field=models.IntegerField(null=True),
                                ),
                                output_field=models.IntegerField(null=True),
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rol van een gebruiker",
                        "verbose_name_plural": "rollen van gebruikers",
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("kant__isnull", False)),
                                expressions=[("gebruiker", "="), ("kant", "<>"), ("periode", "&&")],
                                name="rolverlening_toezicht_apart",
                                violation_error_message="Een toezichthouder kan niet ook casemanager of contractmanager zijn.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("gebruiker", "="),
                                    ("rol", "="),
                                    (models.Func(models.F("regio"), -1, function="COALESCE"), "="),
                                    (models.Func(models.F("gemeente"), -1, function="COALESCE"), "="),
                                    (models.Func(models.F("organisatie"), -1, function="COALESCE"), "="),
                                    ("periode", "&&"),
                                ],
                                name="rolverlening_niet_dubbel",
                                violation_error_message="Deze gebruiker heeft deze rol al in deze periode.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verleend_door__isnull", True),
                                    models.Q(("verleend_door", models.F("gebruiker")), _negated=True),
                                    _connector="OR",
                                ),
                                name="rolverlening_niet_aan_zichzelf",
                                violation_error_message="U kunt uzelf geen rol geven.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("rol__in", ["frontoffice", "casemanager", "teamleider"]), _negated=True),
                                    ("regio__isnull", False),
                                    _connector="OR",
                                ),
                                name="rolverlening_met_regio",
                                violation_error_message="Kies een regio bij deze rol.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("rol__in", ["regiogemeente", "regiogemeente_indicerend"]), _negated=True),
                                    ("gemeente__isnull", False),
                                    _connector="OR",
                                ),
                                name="rolverlening_met_gemeente",
                                violation_error_message="Kies een gemeente bij deze rol.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("rol__in", ["zorgaanbieder", "opvangaanbieder", "corporatie"]), _negated=True),
                                    ("organisatie__isnull", False),
                                    _connector="OR",
                                ),
                                name="rolverlening_met_organisatie",
                                violation_error_message="Kies een organisatie bij deze rol.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Rolverlening",
                            "kern_rolverlening",
                            "kern_rolverleningversie",
                            "gebruiker_id gemeente_id id organisatie_id periode regio_id rol verleend_door_id",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="RolverleningVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.rolverlening",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="gebruiker",
                            ),
                        ),
                        (
                            "rol",
                            models.CharField(
                                choices=[
                                    ("frontoffice", "Frontoffice"),
                                    ("casemanager", "Casemanager"),
                                    ("woonmedewerker", "Woonmedewerker"),
                                    ("teamleider", "Teamleider"),
                                    ("contractmanager", "Contractmanager"),
                                    ("administratie", "Gemeentelijke administratie"),
                                    ("toezicht_kwaliteit", "Toezichthouder kwaliteit"),
                                    ("toezicht_calamiteiten", "Toezichthouder calamiteiten en geweld"),
                                    ("regiogemeente", "Wmo-consulent regiogemeente"),
                                    ("regiogemeente_indicerend", "Wmo-consulent die indiceert"),
                                    ("zorgaanbieder", "Medewerker zorgaanbieder"),
                                    ("opvangaanbieder", "Medewerker opvangaanbieder"),
                                    ("corporatie", "Medewerker woningcorporatie"),
                                    ("bemoeizorger", "Bemoeizorger"),
                                    ("bezwaarbehandelaar", "Bezwaar- en klachtbehandelaar"),
                                    ("beleidsadviseur", "Beleidsadviseur"),
                                    ("functioneel_beheerder", "Functioneel beheerder"),
                                    ("privacy_officer", "Privacy officer"),
                                    ("archief", "Archief"),
                                ],
                                max_length=40,
                                verbose_name="rol",
                            ),
                        ),
                        (
                            "regio",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.regio",
                            ),
                        ),
                        (
                            "gemeente",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.gemeente",
                            ),
                        ),
                        (
                            "organisatie",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.organisatie",
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="periode")),
                        (
                            "verleend_door",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="verleend door",
                            ),
                        ),
                        (
                            "kant",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(
                                        rol__in=["toezicht_calamiteiten", "toezicht_kwaliteit"], then=models.Value(1)
                                    ),
                                    models.When(rol__in=["casemanager", "contractmanager"], then=models.Value(2)),
                                    default=models.Value(None),
                                    output_field=models.IntegerField(null=True),
                                ),
                                output_field=models.IntegerField(null=True),
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Samenvoeging",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "doel",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="samenvoegingen", to="kern.client"
                            ),
                        ),
                        (
                            "bron",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.client"
                            ),
                        ),
                        ("keuzes", models.JSONField(default=dict)),
                        ("oud", models.JSONField(default=dict)),
                        ("verplaatst", models.JSONField(default=dict)),
                        ("doel_versie", models.PositiveIntegerField()),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        ("ongedaan_op", models.DateTimeField(blank=True, null=True)),
                        (
                            "ongedaan_door",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "samenvoeging",
                        "verbose_name_plural": "samenvoegingen",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("doel", models.F("bron")), _negated=True),
                                name="samenvoeging_twee_personen",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ongedaan_op__isnull", True)),
                                fields=("bron",),
                                name="samenvoeging_een_keer",
                                violation_error_message="Deze cliënt is al samengevoegd.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Samenvoeging",
                            "kern_samenvoeging",
                            "kern_samenvoegingversie",
                            "bron_id doel_id doel_versie door_id id keuzes ongedaan_door_id ongedaan_op op oud verplaatst",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="SamenvoegingVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.samenvoeging",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "doel",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.client",
                            ),
                        ),
                        (
                            "bron",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.client",
                            ),
                        ),
                        ("keuzes", models.JSONField(default=dict)),
                        ("oud", models.JSONField(default=dict)),
                        ("verplaatst", models.JSONField(default=dict)),
                        ("doel_versie", models.PositiveIntegerField()),
                        (
                            "door",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        ("ongedaan_op", models.DateTimeField(blank=True, null=True)),
                        (
                            "ongedaan_door",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Signaal",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "taak",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="signalen", to="kern.taak"
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("drempel", models.IntegerField(verbose_name="dagen ervoor")),
                        ("vervalt_op", models.DateField(verbose_name="vervalt op")),
                        ("op", models.DateField(verbose_name="peildatum")),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("taak", "drempel", "vervalt_op"), name="signaal_een_per_drempel")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Taak",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="taken", to="kern.dossier"
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("code", models.CharField(max_length=40, verbose_name="termijn")),
                        ("onderwerp", models.CharField(blank=True, max_length=60)),
                        ("onderwerp_naam", models.CharField(blank=True, max_length=120, verbose_name="waarover")),
                        (
                            "rol",
                            models.CharField(
                                choices=[
                                    ("client", "Cliënt"),
                                    ("frontoffice", "Frontoffice"),
                                    ("casemanager", "Casemanager"),
                                    ("woonmedewerker", "Woonmedewerker"),
                                    ("teamleider", "Teamleider"),
                                    ("contractmanager", "Contractmanager"),
                                    ("administratie", "Gemeentelijke administratie"),
                                    ("toezicht_kwaliteit", "Toezichthouder kwaliteit"),
                                    ("toezicht_calamiteiten", "Toezichthouder calamiteiten en geweld"),
                                    ("regiogemeente", "Wmo-consulent regiogemeente"),
                                    ("regiogemeente_indicerend", "Wmo-consulent die indiceert"),
                                    ("zorgaanbieder", "Medewerker zorgaanbieder"),
                                    ("opvangaanbieder", "Medewerker opvangaanbieder"),
                                    ("corporatie", "Medewerker woningcorporatie"),
                                    ("bemoeizorger", "Bemoeizorger"),
                                    ("bezwaarbehandelaar", "Bezwaar- en klachtbehandelaar"),
                                    ("beleidsadviseur", "Beleidsadviseur"),
                                    ("functioneel_beheerder", "Functioneel beheerder"),
                                    ("privacy_officer", "Privacy officer"),
                                    ("archief", "Archief"),
                                    ("systeem", "Systeem"),
                                ],
                                max_length=40,
                                verbose_name="voor",
                            ),
                        ),
                        ("is_wettelijk", models.BooleanField(verbose_name="wettelijk")),
                        ("is_van_client", models.BooleanField(default=False, verbose_name="termijn van de cliënt")),
                        ("begin_op", models.DateField(verbose_name="begin")),
                        ("nominaal_op", models.DateField(verbose_name="nominaal einde")),
                        (
                            "vervalt_op",
                            models.DateField(
                                help_text="Empty while a suspension has no end.", null=True, verbose_name="vervalt op"
                            ),
                        ),
                        ("opgeschorte_dagen", models.PositiveIntegerField(default=0)),
                        ("stappen", models.JSONField(default=list, verbose_name="waarom deze datum")),
                        ("bron", models.CharField(max_length=80, verbose_name="bron")),
                        ("regelversie", models.CharField(max_length=80, verbose_name="versie van de regel")),
                        ("feestdagversie", models.CharField(max_length=12, verbose_name="versie van de feestdagen")),
                        (
                            "waarschuw",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.IntegerField(), default=list, size=None
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "loopt"),
                                    ("afgedaan", "afgedaan"),
                                    ("verstreken", "voorbij"),
                                    ("vervallen", "vervallen"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        ("gesloten_op", models.DateField(blank=True, null=True, verbose_name="gesloten op")),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "verbose_name": "termijn",
                        "verbose_name_plural": "termijnen",
                        "ordering": ["vervalt_op", "id"],
                        "indexes": [
                            models.Index(
                                condition=models.Q(("status", "open")), fields=["vervalt_op"], name="taak_te_controleren"
                            ),
                            models.Index(fields=["dossier", "vervalt_op"], name="taak_dossier"),
                            models.Index(
                                condition=models.Q(("status", "open")), fields=["code", "begin_op"], name="taak_herberekenen"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("status", "open")),
                                fields=("dossier", "code", "onderwerp"),
                                name="taak_een_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("gesloten_op__isnull", True), ("status", "open")),
                                    models.Q(models.Q(("status", "open"), _negated=True), ("gesloten_op__isnull", False)),
                                    _connector="OR",
                                ),
                                name="taak_gesloten_met_datum",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("vervalt_op__isnull", True), ("vervalt_op__gte", models.F("begin_op")), _connector="OR"
                                ),
                                name="taak_vervalt_na_begin",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Taak",
                            "kern_taak",
                            "kern_taakversie",
                            "begin_op bron code dossier_id feestdagversie gesloten_op id is_van_client is_wettelijk nominaal_op onderwerp onderwerp_naam opgeschorte_dagen regelversie rol stappen status vastgelegd_op vervalt_op waarschuw wereld",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="TaakVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.taak",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "dossier",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("code", models.CharField(max_length=40, verbose_name="termijn")),
                        ("onderwerp", models.CharField(blank=True, max_length=60)),
                        ("onderwerp_naam", models.CharField(blank=True, max_length=120, verbose_name="waarover")),
                        (
                            "rol",
                            models.CharField(
                                choices=[
                                    ("client", "Cliënt"),
                                    ("frontoffice", "Frontoffice"),
                                    ("casemanager", "Casemanager"),
                                    ("woonmedewerker", "Woonmedewerker"),
                                    ("teamleider", "Teamleider"),
                                    ("contractmanager", "Contractmanager"),
                                    ("administratie", "Gemeentelijke administratie"),
                                    ("toezicht_kwaliteit", "Toezichthouder kwaliteit"),
                                    ("toezicht_calamiteiten", "Toezichthouder calamiteiten en geweld"),
                                    ("regiogemeente", "Wmo-consulent regiogemeente"),
                                    ("regiogemeente_indicerend", "Wmo-consulent die indiceert"),
                                    ("zorgaanbieder", "Medewerker zorgaanbieder"),
                                    ("opvangaanbieder", "Medewerker opvangaanbieder"),
                                    ("corporatie", "Medewerker woningcorporatie"),
                                    ("bemoeizorger", "Bemoeizorger"),
                                    ("bezwaarbehandelaar", "Bezwaar- en klachtbehandelaar"),
                                    ("beleidsadviseur", "Beleidsadviseur"),
                                    ("functioneel_beheerder", "Functioneel beheerder"),
                                    ("privacy_officer", "Privacy officer"),
                                    ("archief", "Archief"),
                                    ("systeem", "Systeem"),
                                ],
                                max_length=40,
                                verbose_name="voor",
                            ),
                        ),
                        ("is_wettelijk", models.BooleanField(verbose_name="wettelijk")),
                        ("is_van_client", models.BooleanField(default=False, verbose_name="termijn van de cliënt")),
                        ("begin_op", models.DateField(verbose_name="begin")),
                        ("nominaal_op", models.DateField(verbose_name="nominaal einde")),
                        (
                            "vervalt_op",
                            models.DateField(
                                help_text="Empty while a suspension has no end.", null=True, verbose_name="vervalt op"
                            ),
                        ),
                        ("opgeschorte_dagen", models.PositiveIntegerField(default=0)),
                        ("stappen", models.JSONField(default=list, verbose_name="waarom deze datum")),
                        ("bron", models.CharField(max_length=80, verbose_name="bron")),
                        ("regelversie", models.CharField(max_length=80, verbose_name="versie van de regel")),
                        ("feestdagversie", models.CharField(max_length=12, verbose_name="versie van de feestdagen")),
                        (
                            "waarschuw",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.IntegerField(), default=list, size=None
                            ),
                        ),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("open", "loopt"),
                                    ("afgedaan", "afgedaan"),
                                    ("verstreken", "voorbij"),
                                    ("vervallen", "vervallen"),
                                ],
                                default="open",
                                max_length=12,
                                verbose_name="status",
                            ),
                        ),
                        ("gesloten_op", models.DateField(blank=True, null=True, verbose_name="gesloten op")),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Toelichting",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="toelichtingen", to="kern.dossier"
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("gebeurtenis_id", models.BigIntegerField(unique=True)),
                        ("reden", models.TextField(max_length=2000, verbose_name="reden")),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "triggers": kern.schema.RowHistory(
                            "kern.Toelichting",
                            "kern_toelichting",
                            "kern_toelichtingversie",
                            "dossier_id gebeurtenis_id id reden vastgelegd_op wereld",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="ToelichtingVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.toelichting",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "dossier",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("gebeurtenis_id", models.BigIntegerField()),
                        ("reden", models.TextField(max_length=2000, verbose_name="reden")),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Toestemming",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="toestemmingen", to="kern.client"
                            ),
                        ),
                        (
                            "waarvoor",
                            models.CharField(
                                choices=[
                                    ("opvragen", "Informatie opvragen"),
                                    ("delen", "Informatie geven"),
                                    ("overleg", "Overleggen"),
                                ],
                                max_length=10,
                                verbose_name="waarvoor",
                            ),
                        ),
                        ("partij", models.CharField(max_length=120, verbose_name="bij of met wie")),
                        ("omvang", models.CharField(max_length=500, verbose_name="waarover precies")),
                        ("gegeven_op", models.DateField(verbose_name="gegeven op")),
                        (
                            "via",
                            models.CharField(
                                choices=[
                                    ("telefoon", "telefoon"),
                                    ("bezoek", "bezoek"),
                                    ("balie", "balie"),
                                    ("email", "e-mail"),
                                    ("brief", "brief"),
                                    ("overleg", "overleg"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "gegeven_door",
                            models.ForeignKey(
                                blank=True,
                                help_text="Leeg: de cliënt zelf.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.relatie",
                            ),
                        ),
                        ("geldig_tot", models.DateField(blank=True, null=True, verbose_name="geldig tot en met")),
                        ("ingetrokken_op", models.DateField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "ingetrokken_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "telefoon"),
                                    ("bezoek", "bezoek"),
                                    ("balie", "balie"),
                                    ("email", "e-mail"),
                                    ("brief", "brief"),
                                    ("overleg", "overleg"),
                                ],
                                max_length=10,
                                verbose_name="hoe ingetrokken",
                            ),
                        ),
                        (
                            "bewijs",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.document",
                            ),
                        ),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "verbose_name": "toestemming",
                        "verbose_name_plural": "toestemmingen",
                        "ordering": ["-gegeven_op", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("geldig_tot__isnull", True),
                                    ("geldig_tot__gte", models.F("gegeven_op")),
                                    _connector="OR",
                                ),
                                name="toestemming_periode",
                                violation_error_message="De einddatum ligt vóór de dag waarop de toestemming is gegeven.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ingetrokken_op__isnull", True), ("ingetrokken_via", "")),
                                    models.Q(
                                        ("ingetrokken_op__gte", models.F("gegeven_op")),
                                        ("ingetrokken_op__isnull", False),
                                        models.Q(("ingetrokken_via", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="toestemming_ingetrokken",
                                violation_error_message="Vul in wanneer en hoe de cliënt dit introk. Dat kan niet vóór de toestemming.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Toestemming",
                            "kern_toestemming",
                            "kern_toestemmingversie",
                            "bewijs_id client_id door_id gegeven_door_id gegeven_op geldig_tot id ingetrokken_op ingetrokken_via omvang partij vastgelegd_op via waarvoor",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="ToestemmingVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.toestemming",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "client",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.client",
                            ),
                        ),
                        (
                            "waarvoor",
                            models.CharField(
                                choices=[
                                    ("opvragen", "Informatie opvragen"),
                                    ("delen", "Informatie geven"),
                                    ("overleg", "Overleggen"),
                                ],
                                max_length=10,
                                verbose_name="waarvoor",
                            ),
                        ),
                        ("partij", models.CharField(max_length=120, verbose_name="bij of met wie")),
                        ("omvang", models.CharField(max_length=500, verbose_name="waarover precies")),
                        ("gegeven_op", models.DateField(verbose_name="gegeven op")),
                        (
                            "via",
                            models.CharField(
                                choices=[
                                    ("telefoon", "telefoon"),
                                    ("bezoek", "bezoek"),
                                    ("balie", "balie"),
                                    ("email", "e-mail"),
                                    ("brief", "brief"),
                                    ("overleg", "overleg"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "gegeven_door",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Leeg: de cliënt zelf.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.relatie",
                            ),
                        ),
                        ("geldig_tot", models.DateField(blank=True, null=True, verbose_name="geldig tot en met")),
                        ("ingetrokken_op", models.DateField(blank=True, null=True, verbose_name="ingetrokken op")),
                        (
                            "ingetrokken_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "telefoon"),
                                    ("bezoek", "bezoek"),
                                    ("balie", "balie"),
                                    ("email", "e-mail"),
                                    ("brief", "brief"),
                                    ("overleg", "overleg"),
                                ],
                                max_length=10,
                                verbose_name="hoe ingetrokken",
                            ),
                        ),
                        (
                            "bewijs",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.document",
                            ),
                        ),
                        (
                            "door",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Uitgaand",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("dagbericht", "dagbericht"),
                                    ("uitnodiging", "uitnodiging"),
                                    ("wachtwoord", "nieuw wachtwoord"),
                                    ("spoed", "spoedmelding"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="uitgaand",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "sleutel",
                            models.CharField(help_text="Makes the same mail impossible twice.", max_length=80, unique=True),
                        ),
                        ("gegevens", models.JSONField(default=dict)),
                        ("aangemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                        ("verzonden_op", models.DateTimeField(blank=True, null=True, verbose_name="verzonden op")),
                        ("vervallen_op", models.DateTimeField(blank=True, null=True, verbose_name="niet meer nodig")),
                        (
                            "niet_voor",
                            models.DateTimeField(
                                db_default=django.db.models.functions.datetime.Now(),
                                help_text="A failed mail waits longer each time.",
                                verbose_name="niet vóór",
                            ),
                        ),
                        ("pogingen", models.PositiveSmallIntegerField(default=0, verbose_name="pogingen")),
                        ("fout", models.CharField(blank=True, max_length=200, verbose_name="laatste fout")),
                    ],
                    options={
                        "verbose_name": "uitgaand bericht",
                        "verbose_name_plural": "uitgaande berichten",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("vervallen_op__isnull", True), ("verzonden_op__isnull", True)),
                                fields=["id"],
                                name="uitgaand_te_doen",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Verantwoordelijkheid",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="verantwoordelijkheden",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "gemeente",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.gemeente"
                            ),
                        ),
                        ("regel", models.CharField(max_length=60, verbose_name="regel")),
                        ("grond", models.CharField(max_length=200, verbose_name="grond")),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                    ],
                    options={
                        "ordering": ["-vanaf"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("tot__isnull", True)),
                                fields=("dossier",),
                                name="verantwoordelijkheid_een_lopend",
                                violation_error_message="Er is al een verantwoordelijke gemeente.",
                            )
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.Verantwoordelijkheid",
                            "kern_verantwoordelijkheid",
                            "kern_verantwoordelijkheidversie",
                            "dossier_id gemeente_id grond id regel tot vanaf",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="VerantwoordelijkheidVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.verantwoordelijkheid",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "dossier",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "gemeente",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.gemeente",
                            ),
                        ),
                        ("regel", models.CharField(max_length=60, verbose_name="regel")),
                        ("grond", models.CharField(max_length=200, verbose_name="grond")),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="WachtOp",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="wachten", to="kern.dossier"
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("wie", models.CharField(max_length=120, verbose_name="op wie")),
                        ("waarop", models.CharField(blank=True, max_length=200, verbose_name="waarop")),
                        ("vanaf", models.DateField()),
                        ("tot", models.DateField(verbose_name="tot en met")),
                        ("klaar_op", models.DateField(blank=True, null=True)),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "verbose_name": "wacht op",
                        "ordering": ["-vanaf", "-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("klaar_op__isnull", True)),
                                fields=("dossier",),
                                name="wachtop_een_open",
                                violation_error_message="Dit dossier wacht al op iemand. Rond dat eerst af.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tot__gte", models.F("vanaf"))),
                                name="wachtop_periode",
                                violation_error_message="De datum ligt vóór vandaag.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "kern.WachtOp",
                            "kern_wachtop",
                            "kern_wachtopversie",
                            "door_id dossier_id id klaar_op tot vanaf vastgelegd_op waarop wereld wie",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="WachtOpVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="versies",
                                to="kern.wachtop",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "dossier",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "wereld",
                            models.CharField(
                                choices=[
                                    ("zorg", "Zorg"),
                                    ("aanbieders", "Aanbieders"),
                                    ("kwaliteit", "Kwaliteit"),
                                    ("calamiteiten", "Calamiteiten"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("wie", models.CharField(max_length=120, verbose_name="op wie")),
                        ("waarop", models.CharField(blank=True, max_length=200, verbose_name="waarop")),
                        ("vanaf", models.DateField()),
                        ("tot", models.DateField(verbose_name="tot en met")),
                        ("klaar_op", models.DateField(blank=True, null=True)),
                        (
                            "door",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
    ]
