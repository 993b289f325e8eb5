"""All models of cimot as they were when this history began."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import kern.schema


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kern", "0003_met_de_hand"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        kern.schema.CreateModels(
            operations=[
                migrations.CreateModel(
                    name="Aanmelding",
                    fields=[
                        (
                            "dossier_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "onderwerp",
                            models.CharField(
                                choices=[
                                    ("bw", "Beschermd wonen"),
                                    ("mo", "Maatschappelijke opvang"),
                                    ("onbekend", "Weet ik nog niet"),
                                ],
                                default="onbekend",
                                max_length=10,
                                verbose_name="waar gaat het om",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "aanmelding",
                        "verbose_name_plural": "aanmeldingen",
                        "triggers": kern.schema.RowHistory(
                            "cimot.Aanmelding",
                            "cimot_aanmelding",
                            "cimot_aanmeldingversie",
                            "onderwerp",
                            partly=True,
                            pk="dossier_ptr_id",
                        ),
                    },
                    bases=("kern.dossier",),
                ),
                migrations.CreateModel(
                    name="AanmeldingVersie",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="aanmeldingversies",
                                to="cimot.aanmelding",
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
                        (
                            "onderwerp",
                            models.CharField(
                                choices=[
                                    ("bw", "Beschermd wonen"),
                                    ("mo", "Maatschappelijke opvang"),
                                    ("onbekend", "Weet ik nog niet"),
                                ],
                                default="onbekend",
                                max_length=10,
                                verbose_name="waar gaat het om",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Aanvraag",
                    fields=[
                        (
                            "aanmelding",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="aanvraag",
                                serialize=False,
                                to="cimot.aanmelding",
                            ),
                        ),
                        ("ontvangen_op", models.DateField(verbose_name="aanvraag ontvangen op")),
                        (
                            "vorm",
                            models.CharField(
                                choices=[
                                    ("formulier", "Aanvraagformulier"),
                                    ("verslag", "Ondertekend verslag"),
                                    ("brief", "Brief of e-mail"),
                                ],
                                max_length=12,
                                verbose_name="hoe is de aanvraag gedaan",
                            ),
                        ),
                        ("is_ondertekend", models.BooleanField(default=False, verbose_name="ondertekend")),
                        ("compleet_op", models.DateField(blank=True, null=True, verbose_name="compleet op")),
                        ("mededeling_op", models.DateField(blank=True, null=True, verbose_name="uitstel gemeld op")),
                        (
                            "mededeling_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe gemeld",
                            ),
                        ),
                        ("mededeling_tot", models.DateField(blank=True, null=True, verbose_name="nieuwe datum genoemd")),
                    ],
                    options={
                        "verbose_name": "aanvraag",
                        "verbose_name_plural": "aanvragen",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("compleet_op__isnull", True),
                                    ("compleet_op__gte", models.F("ontvangen_op")),
                                    _connector="OR",
                                ),
                                name="aanvraag_compleet_na_ontvangst",
                                violation_error_message="De aanvraag kan niet compleet zijn vóór de dag waarop hij kwam.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("mededeling_op__isnull", True), ("mededeling_tot__isnull", True)),
                                    models.Q(
                                        ("mededeling_op__isnull", False),
                                        ("mededeling_tot__gt", models.F("mededeling_op")),
                                        ("mededeling_tot__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="aanvraag_mededeling_met_datum",
                                violation_error_message="Noem een nieuwe datum die na het bericht ligt.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Aanvraag",
                            "cimot_aanvraag",
                            "cimot_aanvraagversie",
                            "aanmelding_id compleet_op is_ondertekend mededeling_op mededeling_tot mededeling_via ontvangen_op vorm",
                            pk="aanmelding_id",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="AanvraagVersie",
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
                                to="cimot.aanvraag",
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
                        (
                            "aanmelding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="cimot.aanmelding",
                            ),
                        ),
                        ("ontvangen_op", models.DateField(verbose_name="aanvraag ontvangen op")),
                        (
                            "vorm",
                            models.CharField(
                                choices=[
                                    ("formulier", "Aanvraagformulier"),
                                    ("verslag", "Ondertekend verslag"),
                                    ("brief", "Brief of e-mail"),
                                ],
                                max_length=12,
                                verbose_name="hoe is de aanvraag gedaan",
                            ),
                        ),
                        ("is_ondertekend", models.BooleanField(default=False, verbose_name="ondertekend")),
                        ("compleet_op", models.DateField(blank=True, null=True, verbose_name="compleet op")),
                        ("mededeling_op", models.DateField(blank=True, null=True, verbose_name="uitstel gemeld op")),
                        (
                            "mededeling_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe gemeld",
                            ),
                        ),
                        ("mededeling_tot", models.DateField(blank=True, null=True, verbose_name="nieuwe datum genoemd")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Aanvulling",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "aanvraag",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="aanvullingen", to="cimot.aanvraag"
                            ),
                        ),
                        ("ontbreekt", models.TextField(max_length=5000, verbose_name="wat ontbreekt er")),
                        ("gevraagd_op", models.DateField(verbose_name="gevraagd op")),
                        (
                            "via",
                            models.CharField(
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe gevraagd",
                            ),
                        ),
                        ("gesteld_tot", models.DateField(blank=True, null=True, verbose_name="termijn tot en met")),
                        ("ontvangen_op", models.DateField(blank=True, null=True, verbose_name="aanvulling ontvangen op")),
                    ],
                    options={
                        "verbose_name": "aanvulling",
                        "verbose_name_plural": "aanvullingen",
                        "ordering": ["gevraagd_op", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("gesteld_tot__isnull", True),
                                    ("gesteld_tot__gt", models.F("gevraagd_op")),
                                    _connector="OR",
                                ),
                                name="aanvulling_termijn_na_verzoek",
                                violation_error_message="De termijn moet na de dag van het verzoek liggen.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ontvangen_op__isnull", True),
                                    ("ontvangen_op__gte", models.F("gevraagd_op")),
                                    _connector="OR",
                                ),
                                name="aanvulling_ontvangen_na_verzoek",
                                violation_error_message="De aanvulling kan niet vóór het verzoek gekomen zijn.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ontvangen_op__isnull", True)),
                                fields=("aanvraag",),
                                name="aanvulling_een_open",
                                violation_error_message="Er loopt al een verzoek om aanvulling.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Aanvulling",
                            "cimot_aanvulling",
                            "cimot_aanvullingversie",
                            "aanvraag_id gesteld_tot gevraagd_op id ontbreekt ontvangen_op via",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="AanvullingVersie",
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
                                to="cimot.aanvulling",
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
                            "aanvraag",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cimot.aanvraag",
                            ),
                        ),
                        ("ontbreekt", models.TextField(max_length=5000, verbose_name="wat ontbreekt er")),
                        ("gevraagd_op", models.DateField(verbose_name="gevraagd op")),
                        (
                            "via",
                            models.CharField(
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe gevraagd",
                            ),
                        ),
                        ("gesteld_tot", models.DateField(blank=True, null=True, verbose_name="termijn tot en met")),
                        ("ontvangen_op", models.DateField(blank=True, null=True, verbose_name="aanvulling ontvangen op")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Besluit",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "dossier",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="besluiten", to="kern.dossier"
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
                            "uitkomst",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("toekenning", "Toekennen"),
                                    ("gedeeltelijk", "Gedeeltelijk toekennen"),
                                    ("afwijzing", "Afwijzen"),
                                    ("buiten_behandeling", "Buiten behandeling laten"),
                                    ("tijdelijk", "Tijdelijk toekennen"),
                                ],
                                max_length=20,
                                verbose_name="besluit",
                            ),
                        ),
                        (
                            "motivering_problematiek",
                            models.TextField(blank=True, max_length=20000, verbose_name="Welke problemen heeft de cliënt?"),
                        ),
                        (
                            "motivering_eigen_kracht",
                            models.TextField(
                                blank=True,
                                max_length=20000,
                                verbose_name="Waarom redt de cliënt het wel of niet zelf, met zijn netwerk of met een algemene voorziening?",
                            ),
                        ),
                        (
                            "motivering_doel",
                            models.TextField(
                                blank=True,
                                max_length=20000,
                                verbose_name="Hoe helpt dit de cliënt om het zo snel mogelijk weer zelf te kunnen?",
                            ),
                        ),
                        (
                            "motivering_lichtste",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="Waarom is dit de lichtste hulp die past?"
                            ),
                        ),
                        (
                            "doelen",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("zelfredzaamheid", "Zelfredzaamheid en participatie"),
                                        ("functioneren", "Psychisch en psychosociaal functioneren"),
                                        ("stabilisatie", "Stabiliseren van het ziektebeeld"),
                                        ("verwaarlozing", "Voorkomen van verwaarlozing of overlast"),
                                        ("gevaar", "Afwenden van gevaar"),
                                        ("zingeving", "Zingeving"),
                                        ("normaliseren", "Normaliseren van het bestaan"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="doelen",
                            ),
                        ),
                        (
                            "afbouwdoel",
                            models.TextField(blank=True, max_length=5000, verbose_name="hoe wordt de hulp lichter"),
                        ),
                        ("herbeoordelen_op", models.DateField(blank=True, null=True, verbose_name="opnieuw bekijken op")),
                        (
                            "cak_regime",
                            models.CharField(
                                choices=[
                                    ("onbepaald", "Nog niet bepaald"),
                                    ("bw_intramuraal", "Bijdrage beschermd wonen"),
                                    ("abonnement", "Vast bedrag Wmo"),
                                    ("opvang_instelling", "Bijdrage aan de opvang"),
                                    ("geen", "Geen bijdrage"),
                                ],
                                default="onbepaald",
                                max_length=20,
                                verbose_name="eigen bijdrage",
                            ),
                        ),
                        (
                            "weigeringsgrond",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("verblijfsrecht", "Geen rechtmatig verblijf in Nederland"),
                                    ("eigen_kracht", "Eigen kracht of netwerk is genoeg"),
                                    ("algemeen", "Algemene voorziening is genoeg"),
                                    ("wlz", "Andere wet gaat voor: Wlz"),
                                    ("zvw", "Andere wet gaat voor: Zvw"),
                                    ("jeugdhulp", "Andere wet gaat voor: jeugdhulp"),
                                    ("forensisch", "Andere wet gaat voor: forensische zorg"),
                                    ("geen_problematiek", "Geen psychische problematiek"),
                                    ("geen_ongepland", "Geen ongeplande hulp of hulp dag en nacht nodig"),
                                    ("geen_verblijf", "Geen verblijf nodig"),
                                    ("woonvraag", "De vraag is een woonvraag"),
                                    ("medewerking", "Te weinig medewerking"),
                                    ("pgb", "Grond om een pgb te weigeren"),
                                ],
                                max_length=20,
                                verbose_name="reden van weigering",
                            ),
                        ),
                        (
                            "weigering_toelichting",
                            models.TextField(blank=True, max_length=20000, verbose_name="uitleg bij de weigering"),
                        ),
                        (
                            "gehoord",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("gehoord", "Cliënt heeft zijn mening gegeven"),
                                    ("wil_niet", "Cliënt wil geen mening geven"),
                                    ("geen_reactie", "Cliënt heeft niet gereageerd"),
                                ],
                                max_length=12,
                                verbose_name="gehoord",
                            ),
                        ),
                        ("gehoord_op", models.DateField(blank=True, null=True, verbose_name="gehoord op")),
                        ("zienswijze", models.TextField(blank=True, max_length=20000, verbose_name="wat vindt de cliënt")),
                        (
                            "verordening",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cimot.verordening",
                            ),
                        ),
                        (
                            "auteur",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="opgesteld door",
                            ),
                        ),
                        (
                            "goedgekeurd_door",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("goedgekeurd_op", models.DateField(blank=True, null=True, verbose_name="goedgekeurd op")),
                        (
                            "ondertekenaar",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "mandaat",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="cimot.mandaat",
                            ),
                        ),
                        ("tekst", models.TextField(blank=True, verbose_name="tekst van het besluit")),
                        ("tekst_hash", models.CharField(blank=True, max_length=64, verbose_name="kenmerk van de tekst")),
                        ("verzonden_op", models.DateField(blank=True, null=True, verbose_name="verzonden op")),
                        (
                            "verzonden_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe verzonden",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "besluit",
                        "verbose_name_plural": "besluiten",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("verzonden_op__isnull", True)),
                                fields=("dossier",),
                                name="besluit_een_in_concept",
                                violation_error_message="Er is al een besluit in concept.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("goedgekeurd_door__isnull", True),
                                    models.Q(("goedgekeurd_door", models.F("auteur")), _negated=True),
                                    _connector="OR",
                                ),
                                name="besluit_vier_ogen",
                                violation_error_message="Een ander dan de schrijver moet het besluit goedkeuren.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("goedgekeurd_op__isnull", True), ("tekst_hash", "")),
                                    models.Q(
                                        ("goedgekeurd_op__isnull", False),
                                        ("mandaat__isnull", False),
                                        ("ondertekenaar__isnull", False),
                                        models.Q(("tekst_hash", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="besluit_goedgekeurd_met_mandaat",
                                violation_error_message="Kies wie het besluit ondertekent, met een geldig mandaat.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("goedgekeurd_door__isnull", True), ("goedgekeurd_op__isnull", False), _connector="OR"
                                ),
                                name="besluit_goedgekeurd_met_datum",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verzonden_op__isnull", True),
                                    models.Q(
                                        ("goedgekeurd_op__isnull", False),
                                        ("verzonden_op__gte", models.F("goedgekeurd_op")),
                                        models.Q(("uitkomst", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="besluit_verzonden_na_goedkeuring",
                                violation_error_message="Het besluit kan niet verzonden zijn vóór de dag waarop het is ondertekend.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verzonden_op__isnull", True),
                                    ("uitkomst__in", ["buiten_behandeling", "tijdelijk"]),
                                    ("goedgekeurd_door__isnull", False),
                                    _connector="OR",
                                ),
                                name="besluit_aanvraag_goedgekeurd",
                                violation_error_message="Een ander dan de schrijver moet dit besluit eerst goedkeuren.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("verzonden_op__isnull", True),
                                    models.Q(("uitkomst__in", ["afwijzing", "gedeeltelijk"]), _negated=True),
                                    models.Q(
                                        models.Q(("weigeringsgrond", ""), _negated=True),
                                        models.Q(("gehoord", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="besluit_weigering_met_grond",
                                violation_error_message="Een weigering heeft een reden uit de lijst, en de cliënt is gehoord.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("gehoord", ""), ("gehoord_op__isnull", True)),
                                    models.Q(models.Q(("gehoord", ""), _negated=True), ("gehoord_op__isnull", False)),
                                    _connector="OR",
                                ),
                                name="besluit_gehoord_met_datum",
                                violation_error_message="Vul in wanneer de cliënt is gehoord.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Besluit",
                            "cimot_besluit",
                            "cimot_besluitversie",
                            "afbouwdoel auteur_id cak_regime doelen dossier_id gehoord gehoord_op goedgekeurd_door_id goedgekeurd_op herbeoordelen_op id mandaat_id motivering_doel motivering_eigen_kracht motivering_lichtste motivering_problematiek ondertekenaar_id tekst tekst_hash uitkomst verordening_id verzonden_op verzonden_via weigering_toelichting weigeringsgrond wereld zienswijze",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="BesluitVersie",
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
                                to="cimot.besluit",
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
                            "uitkomst",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("toekenning", "Toekennen"),
                                    ("gedeeltelijk", "Gedeeltelijk toekennen"),
                                    ("afwijzing", "Afwijzen"),
                                    ("buiten_behandeling", "Buiten behandeling laten"),
                                    ("tijdelijk", "Tijdelijk toekennen"),
                                ],
                                max_length=20,
                                verbose_name="besluit",
                            ),
                        ),
                        (
                            "motivering_problematiek",
                            models.TextField(blank=True, max_length=20000, verbose_name="Welke problemen heeft de cliënt?"),
                        ),
                        (
                            "motivering_eigen_kracht",
                            models.TextField(
                                blank=True,
                                max_length=20000,
                                verbose_name="Waarom redt de cliënt het wel of niet zelf, met zijn netwerk of met een algemene voorziening?",
                            ),
                        ),
                        (
                            "motivering_doel",
                            models.TextField(
                                blank=True,
                                max_length=20000,
                                verbose_name="Hoe helpt dit de cliënt om het zo snel mogelijk weer zelf te kunnen?",
                            ),
                        ),
                        (
                            "motivering_lichtste",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="Waarom is dit de lichtste hulp die past?"
                            ),
                        ),
                        (
                            "doelen",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("zelfredzaamheid", "Zelfredzaamheid en participatie"),
                                        ("functioneren", "Psychisch en psychosociaal functioneren"),
                                        ("stabilisatie", "Stabiliseren van het ziektebeeld"),
                                        ("verwaarlozing", "Voorkomen van verwaarlozing of overlast"),
                                        ("gevaar", "Afwenden van gevaar"),
                                        ("zingeving", "Zingeving"),
                                        ("normaliseren", "Normaliseren van het bestaan"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="doelen",
                            ),
                        ),
                        (
                            "afbouwdoel",
                            models.TextField(blank=True, max_length=5000, verbose_name="hoe wordt de hulp lichter"),
                        ),
                        ("herbeoordelen_op", models.DateField(blank=True, null=True, verbose_name="opnieuw bekijken op")),
                        (
                            "cak_regime",
                            models.CharField(
                                choices=[
                                    ("onbepaald", "Nog niet bepaald"),
                                    ("bw_intramuraal", "Bijdrage beschermd wonen"),
                                    ("abonnement", "Vast bedrag Wmo"),
                                    ("opvang_instelling", "Bijdrage aan de opvang"),
                                    ("geen", "Geen bijdrage"),
                                ],
                                default="onbepaald",
                                max_length=20,
                                verbose_name="eigen bijdrage",
                            ),
                        ),
                        (
                            "weigeringsgrond",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("verblijfsrecht", "Geen rechtmatig verblijf in Nederland"),
                                    ("eigen_kracht", "Eigen kracht of netwerk is genoeg"),
                                    ("algemeen", "Algemene voorziening is genoeg"),
                                    ("wlz", "Andere wet gaat voor: Wlz"),
                                    ("zvw", "Andere wet gaat voor: Zvw"),
                                    ("jeugdhulp", "Andere wet gaat voor: jeugdhulp"),
                                    ("forensisch", "Andere wet gaat voor: forensische zorg"),
                                    ("geen_problematiek", "Geen psychische problematiek"),
                                    ("geen_ongepland", "Geen ongeplande hulp of hulp dag en nacht nodig"),
                                    ("geen_verblijf", "Geen verblijf nodig"),
                                    ("woonvraag", "De vraag is een woonvraag"),
                                    ("medewerking", "Te weinig medewerking"),
                                    ("pgb", "Grond om een pgb te weigeren"),
                                ],
                                max_length=20,
                                verbose_name="reden van weigering",
                            ),
                        ),
                        (
                            "weigering_toelichting",
                            models.TextField(blank=True, max_length=20000, verbose_name="uitleg bij de weigering"),
                        ),
                        (
                            "gehoord",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("gehoord", "Cliënt heeft zijn mening gegeven"),
                                    ("wil_niet", "Cliënt wil geen mening geven"),
                                    ("geen_reactie", "Cliënt heeft niet gereageerd"),
                                ],
                                max_length=12,
                                verbose_name="gehoord",
                            ),
                        ),
                        ("gehoord_op", models.DateField(blank=True, null=True, verbose_name="gehoord op")),
                        ("zienswijze", models.TextField(blank=True, max_length=20000, verbose_name="wat vindt de cliënt")),
                        (
                            "verordening",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cimot.verordening",
                            ),
                        ),
                        (
                            "auteur",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="opgesteld door",
                            ),
                        ),
                        (
                            "goedgekeurd_door",
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
                        ("goedgekeurd_op", models.DateField(blank=True, null=True, verbose_name="goedgekeurd op")),
                        (
                            "ondertekenaar",
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
                            "mandaat",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cimot.mandaat",
                            ),
                        ),
                        ("tekst", models.TextField(blank=True, verbose_name="tekst van het besluit")),
                        ("tekst_hash", models.CharField(blank=True, max_length=64, verbose_name="kenmerk van de tekst")),
                        ("verzonden_op", models.DateField(blank=True, null=True, verbose_name="verzonden op")),
                        (
                            "verzonden_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe verzonden",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Besluitonderdeel",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "besluit",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="onderdelen", to="cimot.besluit"
                            ),
                        ),
                        (
                            "groep",
                            models.CharField(
                                choices=[
                                    ("ozl", "Ondersteuning zelfstandig leven"),
                                    ("omd", "Ondersteuning maatschappelijke deelname"),
                                    ("woon", "Woonvoorziening"),
                                    ("toeslag", "Toeslag bijzondere omstandigheden"),
                                    ("product", "Product"),
                                    ("opvang", "Opvang"),
                                ],
                                max_length=10,
                                verbose_name="onderdeel",
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("ozl_standaard", "OZL standaard"),
                                    ("ozl_intensief", "OZL intensief"),
                                    ("ozl_zeer_intensief", "OZL zeer intensief"),
                                    ("omd", "OMD"),
                                    ("verblijf", "Verblijf"),
                                    ("compensatie", "Compensatie huurlasten en –risico"),
                                    ("zelfvoorzienend", "Zelfvoorzienend"),
                                    ("toeslag", "Toeslag"),
                                    ("all_inclusive", "BW all inclusive"),
                                    ("modulair", "BW modulair"),
                                    ("opvang", "Opvang"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "beslissing",
                            models.CharField(
                                choices=[("toegekend", "Toekennen"), ("afgewezen", "Afwijzen")],
                                default="toegekend",
                                max_length=10,
                                verbose_name="beslissing",
                            ),
                        ),
                        (
                            "leveringsvorm",
                            models.CharField(
                                choices=[("zin", "Zorg in natura"), ("pgb", "Pgb")],
                                default="zin",
                                max_length=4,
                                verbose_name="hoe geleverd",
                            ),
                        ),
                        (
                            "uren",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="uren per week"
                            ),
                        ),
                        ("is_vervoer", models.BooleanField(default=False, verbose_name="met vervoer")),
                        (
                            "aanbieder",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.organisatie",
                            ),
                        ),
                        ("vanaf", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        (
                            "huurt_van",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("instelling", "Woont in een instelling van de aanbieder"),
                                    ("aanbieder", "Huurt van de aanbieder"),
                                    ("derde", "Huurt van een ander, of heeft een eigen woning"),
                                ],
                                max_length=10,
                                verbose_name="waar woont de cliënt",
                            ),
                        ),
                        (
                            "draagkracht",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("voldoende", "Kan de huur zelf betalen"),
                                    ("onvoldoende", "Kan de huur niet zelf betalen"),
                                ],
                                max_length=12,
                                verbose_name="draagkracht",
                            ),
                        ),
                        ("motivering", models.TextField(blank=True, max_length=20000, verbose_name="waarom")),
                    ],
                    options={
                        "verbose_name": "onderdeel van het besluit",
                        "verbose_name_plural": "onderdelen van het besluit",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("besluit", "groep"),
                                name="besluitonderdeel_een_variant",
                                violation_error_message="Kies per onderdeel één soort.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("groep", "ozl"),
                                        ("soort__in", ("ozl_standaard", "ozl_intensief", "ozl_zeer_intensief")),
                                    ),
                                    models.Q(("groep", "omd"), ("soort__in", ("omd",))),
                                    models.Q(
                                        ("groep", "woon"), ("soort__in", ("verblijf", "compensatie", "zelfvoorzienend"))
                                    ),
                                    models.Q(("groep", "toeslag"), ("soort__in", ("toeslag",))),
                                    models.Q(("groep", "product"), ("soort__in", ("all_inclusive", "modulair"))),
                                    models.Q(("groep", "opvang"), ("soort__in", ("opvang",))),
                                    _connector="OR",
                                ),
                                name="besluitonderdeel_soort_bij_groep",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("beslissing", "toegekend"), _negated=True),
                                    models.Q(
                                        ("tot__gte", models.F("vanaf")), ("tot__isnull", False), ("vanaf__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="besluitonderdeel_met_einddatum",
                                violation_error_message="Wat u toekent heeft een begindatum en een einddatum daarna.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("beslissing", "toegekend"), _negated=True),
                                    ("huurt_van", ""),
                                    models.Q(("soort__in", ["verblijf", "compensatie", "zelfvoorzienend"]), _negated=True),
                                    models.Q(("huurt_van", "instelling"), ("soort", "verblijf")),
                                    models.Q(
                                        ("huurt_van", "aanbieder"),
                                        ("soort", "compensatie"),
                                        models.Q(("draagkracht", "voldoende"), _negated=True),
                                    ),
                                    models.Q(("huurt_van", "derde"), ("soort", "zelfvoorzienend")),
                                    _connector="OR",
                                ),
                                name="besluitonderdeel_woon_bij_feit",
                                violation_error_message="Deze woonvoorziening past niet bij waar de cliënt woont.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("beslissing", "toegekend"), _negated=True),
                                        models.Q(
                                            ("soort__in", ["ozl_standaard", "ozl_intensief", "ozl_zeer_intensief"]),
                                            _negated=True,
                                        ),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("soort", "ozl_standaard"),
                                        ("uren__gte", 8),
                                        ("uren__isnull", False),
                                        ("uren__lte", 168),
                                    ),
                                    models.Q(
                                        ("soort", "ozl_intensief"),
                                        ("uren__gte", 11),
                                        ("uren__isnull", False),
                                        ("uren__lte", 168),
                                    ),
                                    models.Q(
                                        ("soort", "ozl_zeer_intensief"),
                                        ("uren__gte", 18),
                                        ("uren__isnull", False),
                                        ("uren__lte", 168),
                                    ),
                                    _connector="OR",
                                ),
                                name="besluitonderdeel_ozl_uren",
                                violation_error_message="OZL is minstens 8 (standaard), 11 (intensief) of 18 (zeer intensief) uur per week.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Besluitonderdeel",
                            "cimot_besluitonderdeel",
                            "cimot_besluitonderdeelversie",
                            "aanbieder_id beslissing besluit_id draagkracht groep huurt_van id is_vervoer leveringsvorm motivering soort tot uren vanaf",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="BesluitonderdeelVersie",
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
                                to="cimot.besluitonderdeel",
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
                            "besluit",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cimot.besluit",
                            ),
                        ),
                        (
                            "groep",
                            models.CharField(
                                choices=[
                                    ("ozl", "Ondersteuning zelfstandig leven"),
                                    ("omd", "Ondersteuning maatschappelijke deelname"),
                                    ("woon", "Woonvoorziening"),
                                    ("toeslag", "Toeslag bijzondere omstandigheden"),
                                    ("product", "Product"),
                                    ("opvang", "Opvang"),
                                ],
                                max_length=10,
                                verbose_name="onderdeel",
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("ozl_standaard", "OZL standaard"),
                                    ("ozl_intensief", "OZL intensief"),
                                    ("ozl_zeer_intensief", "OZL zeer intensief"),
                                    ("omd", "OMD"),
                                    ("verblijf", "Verblijf"),
                                    ("compensatie", "Compensatie huurlasten en –risico"),
                                    ("zelfvoorzienend", "Zelfvoorzienend"),
                                    ("toeslag", "Toeslag"),
                                    ("all_inclusive", "BW all inclusive"),
                                    ("modulair", "BW modulair"),
                                    ("opvang", "Opvang"),
                                ],
                                max_length=20,
                                verbose_name="soort",
                            ),
                        ),
                        (
                            "beslissing",
                            models.CharField(
                                choices=[("toegekend", "Toekennen"), ("afgewezen", "Afwijzen")],
                                default="toegekend",
                                max_length=10,
                                verbose_name="beslissing",
                            ),
                        ),
                        (
                            "leveringsvorm",
                            models.CharField(
                                choices=[("zin", "Zorg in natura"), ("pgb", "Pgb")],
                                default="zin",
                                max_length=4,
                                verbose_name="hoe geleverd",
                            ),
                        ),
                        (
                            "uren",
                            models.DecimalField(
                                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="uren per week"
                            ),
                        ),
                        ("is_vervoer", models.BooleanField(default=False, verbose_name="met vervoer")),
                        (
                            "aanbieder",
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
                        ("vanaf", models.DateField(blank=True, null=True, verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        (
                            "huurt_van",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("instelling", "Woont in een instelling van de aanbieder"),
                                    ("aanbieder", "Huurt van de aanbieder"),
                                    ("derde", "Huurt van een ander, of heeft een eigen woning"),
                                ],
                                max_length=10,
                                verbose_name="waar woont de cliënt",
                            ),
                        ),
                        (
                            "draagkracht",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("voldoende", "Kan de huur zelf betalen"),
                                    ("onvoldoende", "Kan de huur niet zelf betalen"),
                                ],
                                max_length=12,
                                verbose_name="draagkracht",
                            ),
                        ),
                        ("motivering", models.TextField(blank=True, max_length=20000, verbose_name="waarom")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Bevinding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "onderzoek",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="bevindingen", to="cimot.onderzoek"
                            ),
                        ),
                        (
                            "leefgebied",
                            models.CharField(
                                choices=[
                                    ("wonen", "Wonen"),
                                    ("schulden", "Financiën en schulden"),
                                    ("inkomen", "Inkomen"),
                                    ("werk", "Werk en opleiding"),
                                    ("dagbesteding", "Dagbesteding"),
                                    ("psychisch", "Psychische gezondheid"),
                                    ("verslaving", "Verslaving"),
                                    ("lichamelijk", "Lichamelijke gezondheid"),
                                    ("verstandelijk", "Verstandelijk functioneren"),
                                    ("netwerk", "Sociaal netwerk en mantelzorg"),
                                    ("zelfzorg", "Zelfzorg"),
                                    ("veiligheid", "Huiselijke relaties en veiligheid"),
                                    ("justitie", "Justitie"),
                                    ("kinderen", "Kinderen"),
                                    ("taal", "Taal en cultuur"),
                                    ("motivatie", "Motivatie en perspectief"),
                                    ("overlast", "Overlast"),
                                    ("zelfredzaamheid", "Zelfredzaamheid"),
                                    ("wensen", "Wensen van de cliënt"),
                                ],
                                max_length=20,
                                verbose_name="leefgebied",
                            ),
                        ),
                        ("is_niet_aan_de_orde", models.BooleanField(default=False, verbose_name="niet aan de orde")),
                        ("tekst", models.TextField(blank=True, max_length=20000, verbose_name="bevinding")),
                    ],
                    options={
                        "verbose_name": "bevinding",
                        "constraints": [
                            models.UniqueConstraint(fields=("onderzoek", "leefgebied"), name="bevinding_een_per_leefgebied")
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Bevinding",
                            "cimot_bevinding",
                            "cimot_bevindingversie",
                            "id is_niet_aan_de_orde leefgebied onderzoek_id tekst",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="BevindingVersie",
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
                                to="cimot.bevinding",
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
                            "onderzoek",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cimot.onderzoek",
                            ),
                        ),
                        (
                            "leefgebied",
                            models.CharField(
                                choices=[
                                    ("wonen", "Wonen"),
                                    ("schulden", "Financiën en schulden"),
                                    ("inkomen", "Inkomen"),
                                    ("werk", "Werk en opleiding"),
                                    ("dagbesteding", "Dagbesteding"),
                                    ("psychisch", "Psychische gezondheid"),
                                    ("verslaving", "Verslaving"),
                                    ("lichamelijk", "Lichamelijke gezondheid"),
                                    ("verstandelijk", "Verstandelijk functioneren"),
                                    ("netwerk", "Sociaal netwerk en mantelzorg"),
                                    ("zelfzorg", "Zelfzorg"),
                                    ("veiligheid", "Huiselijke relaties en veiligheid"),
                                    ("justitie", "Justitie"),
                                    ("kinderen", "Kinderen"),
                                    ("taal", "Taal en cultuur"),
                                    ("motivatie", "Motivatie en perspectief"),
                                    ("overlast", "Overlast"),
                                    ("zelfredzaamheid", "Zelfredzaamheid"),
                                    ("wensen", "Wensen van de cliënt"),
                                ],
                                max_length=20,
                                verbose_name="leefgebied",
                            ),
                        ),
                        ("is_niet_aan_de_orde", models.BooleanField(default=False, verbose_name="niet aan de orde")),
                        ("tekst", models.TextField(blank=True, max_length=20000, verbose_name="bevinding")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Criterium",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "regio",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="criteria", to="kern.regio"
                            ),
                        ),
                        (
                            "onderwerp",
                            models.CharField(
                                choices=[
                                    ("bw", "Beschermd wonen"),
                                    ("mo", "Maatschappelijke opvang"),
                                    ("onbekend", "Weet ik nog niet"),
                                ],
                                max_length=10,
                                verbose_name="voor",
                            ),
                        ),
                        ("code", models.SlugField(verbose_name="code")),
                        ("vraag", models.CharField(max_length=300, verbose_name="vraag")),
                        (
                            "advies",
                            models.CharField(blank=True, max_length=300, verbose_name="advies als het antwoord nee is"),
                        ),
                        ("bron", models.CharField(max_length=60, verbose_name="bron")),
                        ("volgorde", models.PositiveSmallIntegerField(default=10, verbose_name="volgorde")),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                    ],
                    options={
                        "verbose_name": "criterium",
                        "verbose_name_plural": "criteria",
                        "ordering": ["regio", "onderwerp", "volgorde"],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("regio", "="), ("onderwerp", "="), ("code", "="), ("periode", "&&")],
                                name="criterium_een_versie_per_dag",
                                violation_error_message="Dit criterium heeft in deze periode al een versie.",
                            )
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Criterium",
                            "cimot_criterium",
                            "cimot_criteriumversie",
                            "advies bron code id onderwerp periode regio_id volgorde vraag",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="CriteriumVersie",
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
                                to="cimot.criterium",
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
                            ),
                        ),
                        (
                            "onderwerp",
                            models.CharField(
                                choices=[
                                    ("bw", "Beschermd wonen"),
                                    ("mo", "Maatschappelijke opvang"),
                                    ("onbekend", "Weet ik nog niet"),
                                ],
                                max_length=10,
                                verbose_name="voor",
                            ),
                        ),
                        ("code", models.SlugField(db_index=False, verbose_name="code")),
                        ("vraag", models.CharField(max_length=300, verbose_name="vraag")),
                        (
                            "advies",
                            models.CharField(blank=True, max_length=300, verbose_name="advies als het antwoord nee is"),
                        ),
                        ("bron", models.CharField(max_length=60, verbose_name="bron")),
                        ("volgorde", models.PositiveSmallIntegerField(default=10, verbose_name="volgorde")),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Criteriumuitkomst",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "onderzoek",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="criteriumuitkomsten",
                                to="cimot.onderzoek",
                            ),
                        ),
                        (
                            "criterium",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cimot.criterium"
                            ),
                        ),
                        (
                            "uitkomst",
                            models.CharField(
                                choices=[("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Weet ik nog niet")],
                                default="onbekend",
                                max_length=10,
                                verbose_name="uitkomst",
                            ),
                        ),
                        ("toelichting", models.TextField(blank=True, max_length=2000, verbose_name="toelichting")),
                    ],
                    options={
                        "verbose_name": "uitkomst van een criterium",
                        "constraints": [
                            models.UniqueConstraint(fields=("onderzoek", "criterium"), name="criteriumuitkomst_een")
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Criteriumuitkomst",
                            "cimot_criteriumuitkomst",
                            "cimot_criteriumuitkomstversie",
                            "criterium_id id onderzoek_id toelichting uitkomst",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="CriteriumuitkomstVersie",
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
                                to="cimot.criteriumuitkomst",
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
                            "onderzoek",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cimot.onderzoek",
                            ),
                        ),
                        (
                            "criterium",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cimot.criterium",
                            ),
                        ),
                        (
                            "uitkomst",
                            models.CharField(
                                choices=[("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Weet ik nog niet")],
                                default="onbekend",
                                max_length=10,
                                verbose_name="uitkomst",
                            ),
                        ),
                        ("toelichting", models.TextField(blank=True, max_length=2000, verbose_name="toelichting")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Expertiseadvies",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "onderzoek",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="adviezen", to="cimot.onderzoek"
                            ),
                        ),
                        (
                            "discipline",
                            models.CharField(
                                choices=[
                                    ("ggz", "Ggz"),
                                    ("behandeling", "Ggz-behandeling"),
                                    ("vb", "Verstandelijke beperking"),
                                    ("corporatie", "Woningcorporatie"),
                                    ("verslaving", "Verslaving"),
                                    ("vv", "Verpleging en verzorging"),
                                    ("mo", "Maatschappelijke opvang"),
                                ],
                                max_length=12,
                                verbose_name="welke discipline",
                            ),
                        ),
                        ("adviseur", models.CharField(max_length=120, verbose_name="aan wie")),
                        ("vraag", models.TextField(max_length=5000, verbose_name="wat is de vraag")),
                        ("gevraagd_op", models.DateField(verbose_name="gevraagd op")),
                        ("advies", models.TextField(blank=True, max_length=20000, verbose_name="advies")),
                        ("gegeven_op", models.DateField(blank=True, null=True, verbose_name="advies gegeven op")),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "expertiseadvies",
                        "verbose_name_plural": "expertiseadviezen",
                        "ordering": ["gevraagd_op", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("advies", ""), ("gegeven_op__isnull", True)),
                                    models.Q(
                                        ("gegeven_op__gte", models.F("gevraagd_op")),
                                        ("gegeven_op__isnull", False),
                                        models.Q(("advies", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="expertiseadvies_met_datum",
                                violation_error_message="Vul het advies en de dag van het advies samen in, niet vóór de vraag.",
                            )
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Expertiseadvies",
                            "cimot_expertiseadvies",
                            "cimot_expertiseadviesversie",
                            "advies adviseur discipline door_id gegeven_op gevraagd_op id onderzoek_id vraag",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="ExpertiseadviesVersie",
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
                                to="cimot.expertiseadvies",
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
                            "onderzoek",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cimot.onderzoek",
                            ),
                        ),
                        (
                            "discipline",
                            models.CharField(
                                choices=[
                                    ("ggz", "Ggz"),
                                    ("behandeling", "Ggz-behandeling"),
                                    ("vb", "Verstandelijke beperking"),
                                    ("corporatie", "Woningcorporatie"),
                                    ("verslaving", "Verslaving"),
                                    ("vv", "Verpleging en verzorging"),
                                    ("mo", "Maatschappelijke opvang"),
                                ],
                                max_length=12,
                                verbose_name="welke discipline",
                            ),
                        ),
                        ("adviseur", models.CharField(max_length=120, verbose_name="aan wie")),
                        ("vraag", models.TextField(max_length=5000, verbose_name="wat is de vraag")),
                        ("gevraagd_op", models.DateField(verbose_name="gevraagd op")),
                        ("advies", models.TextField(blank=True, max_length=20000, verbose_name="advies")),
                        ("gegeven_op", models.DateField(blank=True, null=True, verbose_name="advies gegeven op")),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Gesprek",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "onderzoek",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="gesprekken", to="cimot.onderzoek"
                            ),
                        ),
                        ("uid", models.UUIDField(unique=True)),
                        ("op", models.DateTimeField(verbose_name="wanneer")),
                        ("minuten", models.PositiveSmallIntegerField(default=60, verbose_name="duur in minuten")),
                        ("plaats", models.CharField(max_length=120, verbose_name="waar")),
                        ("aanwezigen", models.CharField(max_length=300, verbose_name="wie zijn erbij")),
                        ("aantekening", models.TextField(blank=True, max_length=20000, verbose_name="aantekening")),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gesprek",
                        "verbose_name_plural": "gesprekken",
                        "ordering": ["op"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("minuten__gte", 5), ("minuten__lte", 480)),
                                name="gesprek_duur",
                                violation_error_message="Een gesprek duurt 5 tot 480 minuten.",
                            )
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Gesprek",
                            "cimot_gesprek",
                            "cimot_gesprekversie",
                            "aantekening aanwezigen door_id id minuten onderzoek_id op plaats uid",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="GesprekVersie",
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
                                to="cimot.gesprek",
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
                            "onderzoek",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cimot.onderzoek",
                            ),
                        ),
                        ("uid", models.UUIDField()),
                        ("op", models.DateTimeField(verbose_name="wanneer")),
                        ("minuten", models.PositiveSmallIntegerField(default=60, verbose_name="duur in minuten")),
                        ("plaats", models.CharField(max_length=120, verbose_name="waar")),
                        ("aanwezigen", models.CharField(max_length=300, verbose_name="wie zijn erbij")),
                        ("aantekening", models.TextField(blank=True, max_length=20000, verbose_name="aantekening")),
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Kansweging",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "landelijk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="wegingen",
                                to="cimot.landelijketoegang",
                            ),
                        ),
                        (
                            "criterium",
                            models.CharField(
                                choices=[
                                    ("netwerk", "Sociaal netwerk"),
                                    ("werk", "Werk of school"),
                                    ("zorg", "Eerdere hulp"),
                                    ("veiligheid", "Veiligheid"),
                                    ("wonen", "Kans op een woning"),
                                    ("wens", "Wens van de cliënt"),
                                    ("voorziening", "Voorzieningen ter plaatse"),
                                    ("justitie", "Justitie en recht"),
                                ],
                                max_length=12,
                                verbose_name="criterium",
                            ),
                        ),
                        (
                            "voorkeur",
                            models.CharField(
                                choices=[
                                    ("hier", "Hier"),
                                    ("daar", "Daar"),
                                    ("gelijk", "Maakt niet uit"),
                                    ("onbekend", "Weet ik nog niet"),
                                ],
                                default="onbekend",
                                max_length=10,
                                verbose_name="waar is de kans het best",
                            ),
                        ),
                        ("toelichting", models.TextField(blank=True, max_length=2000, verbose_name="waarom")),
                    ],
                    options={
                        "verbose_name": "weging van de kans",
                        "constraints": [
                            models.UniqueConstraint(fields=("landelijk", "criterium"), name="kansweging_een_per_criterium")
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Kansweging",
                            "cimot_kansweging",
                            "cimot_kanswegingversie",
                            "criterium id landelijk_id toelichting voorkeur",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="KanswegingVersie",
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
                                to="cimot.kansweging",
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
                            "landelijk",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cimot.landelijketoegang",
                            ),
                        ),
                        (
                            "criterium",
                            models.CharField(
                                choices=[
                                    ("netwerk", "Sociaal netwerk"),
                                    ("werk", "Werk of school"),
                                    ("zorg", "Eerdere hulp"),
                                    ("veiligheid", "Veiligheid"),
                                    ("wonen", "Kans op een woning"),
                                    ("wens", "Wens van de cliënt"),
                                    ("voorziening", "Voorzieningen ter plaatse"),
                                    ("justitie", "Justitie en recht"),
                                ],
                                max_length=12,
                                verbose_name="criterium",
                            ),
                        ),
                        (
                            "voorkeur",
                            models.CharField(
                                choices=[
                                    ("hier", "Hier"),
                                    ("daar", "Daar"),
                                    ("gelijk", "Maakt niet uit"),
                                    ("onbekend", "Weet ik nog niet"),
                                ],
                                default="onbekend",
                                max_length=10,
                                verbose_name="waar is de kans het best",
                            ),
                        ),
                        ("toelichting", models.TextField(blank=True, max_length=2000, verbose_name="waarom")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LandelijkeToegang",
                    fields=[
                        (
                            "dossier_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="kern.dossier",
                            ),
                        ),
                        (
                            "richting",
                            models.CharField(
                                choices=[("in", "Komt van een andere regio"), ("uit", "Gaat naar een andere regio")],
                                default="in",
                                max_length=4,
                                verbose_name="welke kant op",
                            ),
                        ),
                        ("andere_regio", models.CharField(max_length=120, verbose_name="andere centrumgemeente")),
                        (
                            "laatst_gewoond",
                            models.CharField(max_length=200, verbose_name="waar woonde de cliënt het laatst"),
                        ),
                        ("woonde_vanaf", models.DateField(blank=True, null=True, verbose_name="woonde daar vanaf")),
                        ("woonde_tot", models.DateField(blank=True, null=True, verbose_name="woonde daar tot en met")),
                        ("reden_komst", models.TextField(max_length=5000, verbose_name="waarom komt de cliënt hier")),
                        (
                            "contact_naam",
                            models.CharField(blank=True, max_length=120, verbose_name="contactpersoon van de andere regio"),
                        ),
                        (
                            "contact_gegevens",
                            models.CharField(blank=True, max_length=200, verbose_name="telefoon of e-mail"),
                        ),
                        ("contact_op", models.DateField(blank=True, null=True, verbose_name="gesproken op")),
                        ("motivering", models.TextField(blank=True, max_length=20000, verbose_name="waarom daar of hier")),
                        (
                            "tijdelijk",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("geregeld", "Geregeld in onze regio"),
                                    ("niet_nodig", "Niet nodig: de cliënt heeft een veilige plek"),
                                ],
                                max_length=12,
                                verbose_name="hulp totdat de ander het overneemt",
                            ),
                        ),
                        (
                            "tijdelijk_toelichting",
                            models.TextField(blank=True, max_length=5000, verbose_name="welke hulp, en waar"),
                        ),
                        ("akkoord_naam", models.CharField(blank=True, max_length=120, verbose_name="wie stemde in")),
                        ("akkoord_op", models.DateField(blank=True, null=True, verbose_name="instemming op")),
                        (
                            "geschilstap",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("contactpersonen", "1. Contactpersonen overleggen"),
                                    ("regioadviseur", "2. Regioadviseur van de VNG"),
                                    ("commissie", "3. Geschillencommissie"),
                                ],
                                max_length=20,
                                verbose_name="stap in het geschil",
                            ),
                        ),
                        (
                            "geschil_uitkomst",
                            models.TextField(blank=True, max_length=5000, verbose_name="verloop van het geschil"),
                        ),
                        (
                            "gesprek_op",
                            models.DateField(blank=True, null=True, verbose_name="gesprek met cliënt en ontvanger op"),
                        ),
                        (
                            "stukken",
                            models.TextField(
                                blank=True, max_length=5000, verbose_name="welke stukken gingen mee, en waarom mag dat"
                            ),
                        ),
                        ("aangekomen_op", models.DateField(blank=True, null=True, verbose_name="cliënt aangekomen op")),
                        (
                            "overgenomen_naam",
                            models.CharField(blank=True, max_length=120, verbose_name="wie bevestigt de overname"),
                        ),
                        ("overgenomen_op", models.DateField(blank=True, null=True, verbose_name="overname bevestigd op")),
                        (
                            "uitleg_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe is het uitgelegd",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "landelijke toegankelijkheid",
                        "verbose_name_plural": "landelijke toegankelijkheid",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("akkoord_naam", ""), ("akkoord_op__isnull", True)),
                                    models.Q(models.Q(("akkoord_naam", ""), _negated=True), ("akkoord_op__isnull", False)),
                                    _connector="OR",
                                ),
                                name="landelijketoegang_akkoord_met_datum",
                                violation_error_message="Vul in wie instemde en wanneer.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("overgenomen_naam", ""), ("overgenomen_op__isnull", True)),
                                    models.Q(
                                        models.Q(("overgenomen_naam", ""), _negated=True), ("overgenomen_op__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="landelijketoegang_overname_met_datum",
                                violation_error_message="Vul in wie de overname bevestigde en wanneer.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("woonde_vanaf__isnull", True),
                                    ("woonde_tot__isnull", True),
                                    ("woonde_tot__gte", models.F("woonde_vanaf")),
                                    _connector="OR",
                                ),
                                name="landelijketoegang_woonperiode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.LandelijkeToegang",
                            "cimot_landelijketoegang",
                            "cimot_landelijketoegangversie",
                            "aangekomen_op akkoord_naam akkoord_op andere_regio contact_gegevens contact_naam contact_op dossier_ptr_id geschil_uitkomst geschilstap gesprek_op laatst_gewoond motivering overgenomen_naam overgenomen_op reden_komst richting stukken tijdelijk tijdelijk_toelichting uitleg_via woonde_tot woonde_vanaf",
                            partly=True,
                            pk="dossier_ptr_id",
                        ),
                    },
                    bases=("kern.dossier",),
                ),
                migrations.CreateModel(
                    name="LandelijkeToegangVersie",
                    fields=[
                        (
                            "dossier_ptr",
                            models.ForeignKey(
                                auto_created=True,
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                parent_link=True,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="kern.dossier",
                            ),
                        ),
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="landelijkversies",
                                to="cimot.landelijketoegang",
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
                        (
                            "richting",
                            models.CharField(
                                choices=[("in", "Komt van een andere regio"), ("uit", "Gaat naar een andere regio")],
                                default="in",
                                max_length=4,
                                verbose_name="welke kant op",
                            ),
                        ),
                        ("andere_regio", models.CharField(max_length=120, verbose_name="andere centrumgemeente")),
                        (
                            "laatst_gewoond",
                            models.CharField(max_length=200, verbose_name="waar woonde de cliënt het laatst"),
                        ),
                        ("woonde_vanaf", models.DateField(blank=True, null=True, verbose_name="woonde daar vanaf")),
                        ("woonde_tot", models.DateField(blank=True, null=True, verbose_name="woonde daar tot en met")),
                        ("reden_komst", models.TextField(max_length=5000, verbose_name="waarom komt de cliënt hier")),
                        (
                            "contact_naam",
                            models.CharField(blank=True, max_length=120, verbose_name="contactpersoon van de andere regio"),
                        ),
                        (
                            "contact_gegevens",
                            models.CharField(blank=True, max_length=200, verbose_name="telefoon of e-mail"),
                        ),
                        ("contact_op", models.DateField(blank=True, null=True, verbose_name="gesproken op")),
                        ("motivering", models.TextField(blank=True, max_length=20000, verbose_name="waarom daar of hier")),
                        (
                            "tijdelijk",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("geregeld", "Geregeld in onze regio"),
                                    ("niet_nodig", "Niet nodig: de cliënt heeft een veilige plek"),
                                ],
                                max_length=12,
                                verbose_name="hulp totdat de ander het overneemt",
                            ),
                        ),
                        (
                            "tijdelijk_toelichting",
                            models.TextField(blank=True, max_length=5000, verbose_name="welke hulp, en waar"),
                        ),
                        ("akkoord_naam", models.CharField(blank=True, max_length=120, verbose_name="wie stemde in")),
                        ("akkoord_op", models.DateField(blank=True, null=True, verbose_name="instemming op")),
                        (
                            "geschilstap",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("contactpersonen", "1. Contactpersonen overleggen"),
                                    ("regioadviseur", "2. Regioadviseur van de VNG"),
                                    ("commissie", "3. Geschillencommissie"),
                                ],
                                max_length=20,
                                verbose_name="stap in het geschil",
                            ),
                        ),
                        (
                            "geschil_uitkomst",
                            models.TextField(blank=True, max_length=5000, verbose_name="verloop van het geschil"),
                        ),
                        (
                            "gesprek_op",
                            models.DateField(blank=True, null=True, verbose_name="gesprek met cliënt en ontvanger op"),
                        ),
                        (
                            "stukken",
                            models.TextField(
                                blank=True, max_length=5000, verbose_name="welke stukken gingen mee, en waarom mag dat"
                            ),
                        ),
                        ("aangekomen_op", models.DateField(blank=True, null=True, verbose_name="cliënt aangekomen op")),
                        (
                            "overgenomen_naam",
                            models.CharField(blank=True, max_length=120, verbose_name="wie bevestigt de overname"),
                        ),
                        ("overgenomen_op", models.DateField(blank=True, null=True, verbose_name="overname bevestigd op")),
                        (
                            "uitleg_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe is het uitgelegd",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Mandaat",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "gebruiker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mandaten",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="wie",
                            ),
                        ),
                        (
                            "college",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mandaten",
                                to="kern.gemeente",
                                verbose_name="college van",
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("aanvraag", "Besluit op een aanvraag"),
                                    ("buiten_behandeling", "Aanvraag buiten behandeling laten"),
                                    ("tijdelijk", "Tijdelijke voorziening bij spoed"),
                                ],
                                max_length=20,
                                verbose_name="welk besluit",
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                        ("bron", models.CharField(max_length=200, verbose_name="mandaatbesluit")),
                    ],
                    options={
                        "verbose_name": "mandaat",
                        "verbose_name_plural": "mandaatregister",
                        "ordering": ["college", "gebruiker", "soort"],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("gebruiker", "="), ("college", "="), ("soort", "="), ("periode", "&&")],
                                name="mandaat_een_per_dag",
                                violation_error_message="Deze persoon heeft dit mandaat in deze periode al.",
                            )
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Mandaat",
                            "cimot_mandaat",
                            "cimot_mandaatversie",
                            "bron college_id gebruiker_id id periode soort",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="MandaatVersie",
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
                                to="cimot.mandaat",
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
                                verbose_name="wie",
                            ),
                        ),
                        (
                            "college",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.gemeente",
                                verbose_name="college van",
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("aanvraag", "Besluit op een aanvraag"),
                                    ("buiten_behandeling", "Aanvraag buiten behandeling laten"),
                                    ("tijdelijk", "Tijdelijke voorziening bij spoed"),
                                ],
                                max_length=20,
                                verbose_name="welk besluit",
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                        ("bron", models.CharField(max_length=200, verbose_name="mandaatbesluit")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Melding",
                    fields=[
                        (
                            "aanmelding",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="melding",
                                serialize=False,
                                to="cimot.aanmelding",
                            ),
                        ),
                        ("ontvangen_op", models.DateTimeField(verbose_name="ontvangen op")),
                        (
                            "kanaal",
                            models.CharField(
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "melder",
                            models.CharField(
                                choices=[
                                    ("zelf", "Zelf"),
                                    ("familie", "Familie of naaste"),
                                    ("aanbieder", "Aanbieder"),
                                    ("gemeente", "Gemeente"),
                                    ("zorg", "Huisarts of ggz"),
                                    ("anders", "Anders"),
                                ],
                                max_length=10,
                                verbose_name="wie meldt",
                            ),
                        ),
                        ("melder_naam", models.CharField(blank=True, max_length=120, verbose_name="naam van de melder")),
                        (
                            "melder_telefoon",
                            models.CharField(blank=True, max_length=20, verbose_name="telefoon van de melder"),
                        ),
                        ("melder_email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail van de melder")),
                        ("is_spoed", models.BooleanField(default=False, verbose_name="spoed")),
                        (
                            "omschrijving",
                            models.TextField(blank=True, max_length=20000, verbose_name="wat is er aan de hand"),
                        ),
                        (
                            "ethos",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("straat", "1. Slaapt buiten"),
                                    ("noodopvang", "2. Nachtopvang"),
                                    ("opvang", "3. Opvang voor daklozen"),
                                    ("instelling", "4. Gaat weg uit een instelling, zonder woning"),
                                    ("anders", "5. Caravan, auto of iets dat geen woning is"),
                                    ("bij_anderen", "6. Tijdelijk bij familie of vrienden"),
                                    ("uitzetting", "Raakt misschien zijn woning kwijt"),
                                    ("niet", "Heeft een woning"),
                                ],
                                max_length=12,
                                verbose_name="slaapplek (ETHOS)",
                            ),
                        ),
                        (
                            "woonsituatie",
                            models.CharField(
                                choices=[
                                    ("thuis", "Heeft een woning"),
                                    ("dreigend", "Raakt misschien zijn woning kwijt"),
                                    ("feitelijk", "Heeft geen vaste plek"),
                                    ("onbekend", "Weet ik nog niet"),
                                ],
                                default="onbekend",
                                max_length=10,
                                verbose_name="woonsituatie",
                            ),
                        ),
                        (
                            "grond",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("toestemming", "Cliënt geeft toestemming"),
                                    ("zelf", "Cliënt meldt zichzelf"),
                                    ("wet", "Wettelijke taak, zonder toestemming"),
                                ],
                                max_length=12,
                                verbose_name="toestemming of wettelijke grond",
                            ),
                        ),
                        ("bevestigd_op", models.DateField(blank=True, null=True, verbose_name="ontvangst bevestigd op")),
                        (
                            "bevestigd_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="bevestigd via",
                            ),
                        ),
                        ("eerste_contact_op", models.DateField(blank=True, null=True, verbose_name="eerste contact op")),
                        ("is_wlz_bekeken", models.BooleanField(default=False, verbose_name="Wlz bekeken")),
                        ("wlz_uitkomst", models.CharField(blank=True, max_length=200, verbose_name="uitkomst Wlz")),
                        (
                            "is_dubbel_bekeken",
                            models.BooleanField(default=False, verbose_name="vergeleken met bekende cliënten"),
                        ),
                    ],
                    options={
                        "verbose_name": "melding",
                        "verbose_name_plural": "meldingen",
                        "triggers": kern.schema.RowHistory(
                            "cimot.Melding",
                            "cimot_melding",
                            "cimot_meldingversie",
                            "aanmelding_id bevestigd_op bevestigd_via eerste_contact_op ethos grond is_dubbel_bekeken is_spoed is_wlz_bekeken kanaal melder melder_email melder_naam melder_telefoon omschrijving ontvangen_op wlz_uitkomst woonsituatie",
                            pk="aanmelding_id",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="MeldingVersie",
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
                                to="cimot.melding",
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
                        (
                            "aanmelding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="cimot.aanmelding",
                            ),
                        ),
                        ("ontvangen_op", models.DateTimeField(verbose_name="ontvangen op")),
                        (
                            "kanaal",
                            models.CharField(
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "melder",
                            models.CharField(
                                choices=[
                                    ("zelf", "Zelf"),
                                    ("familie", "Familie of naaste"),
                                    ("aanbieder", "Aanbieder"),
                                    ("gemeente", "Gemeente"),
                                    ("zorg", "Huisarts of ggz"),
                                    ("anders", "Anders"),
                                ],
                                max_length=10,
                                verbose_name="wie meldt",
                            ),
                        ),
                        ("melder_naam", models.CharField(blank=True, max_length=120, verbose_name="naam van de melder")),
                        (
                            "melder_telefoon",
                            models.CharField(blank=True, max_length=20, verbose_name="telefoon van de melder"),
                        ),
                        ("melder_email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail van de melder")),
                        ("is_spoed", models.BooleanField(default=False, verbose_name="spoed")),
                        (
                            "omschrijving",
                            models.TextField(blank=True, max_length=20000, verbose_name="wat is er aan de hand"),
                        ),
                        (
                            "ethos",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("straat", "1. Slaapt buiten"),
                                    ("noodopvang", "2. Nachtopvang"),
                                    ("opvang", "3. Opvang voor daklozen"),
                                    ("instelling", "4. Gaat weg uit een instelling, zonder woning"),
                                    ("anders", "5. Caravan, auto of iets dat geen woning is"),
                                    ("bij_anderen", "6. Tijdelijk bij familie of vrienden"),
                                    ("uitzetting", "Raakt misschien zijn woning kwijt"),
                                    ("niet", "Heeft een woning"),
                                ],
                                max_length=12,
                                verbose_name="slaapplek (ETHOS)",
                            ),
                        ),
                        (
                            "woonsituatie",
                            models.CharField(
                                choices=[
                                    ("thuis", "Heeft een woning"),
                                    ("dreigend", "Raakt misschien zijn woning kwijt"),
                                    ("feitelijk", "Heeft geen vaste plek"),
                                    ("onbekend", "Weet ik nog niet"),
                                ],
                                default="onbekend",
                                max_length=10,
                                verbose_name="woonsituatie",
                            ),
                        ),
                        (
                            "grond",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("toestemming", "Cliënt geeft toestemming"),
                                    ("zelf", "Cliënt meldt zichzelf"),
                                    ("wet", "Wettelijke taak, zonder toestemming"),
                                ],
                                max_length=12,
                                verbose_name="toestemming of wettelijke grond",
                            ),
                        ),
                        ("bevestigd_op", models.DateField(blank=True, null=True, verbose_name="ontvangst bevestigd op")),
                        (
                            "bevestigd_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="bevestigd via",
                            ),
                        ),
                        ("eerste_contact_op", models.DateField(blank=True, null=True, verbose_name="eerste contact op")),
                        ("is_wlz_bekeken", models.BooleanField(default=False, verbose_name="Wlz bekeken")),
                        ("wlz_uitkomst", models.CharField(blank=True, max_length=200, verbose_name="uitkomst Wlz")),
                        (
                            "is_dubbel_bekeken",
                            models.BooleanField(default=False, verbose_name="vergeleken met bekende cliënten"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Onderzoek",
                    fields=[
                        (
                            "aanmelding",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="onderzoek",
                                serialize=False,
                                to="cimot.aanmelding",
                            ),
                        ),
                        ("gestart_op", models.DateField(blank=True, null=True, verbose_name="gestart op")),
                        (
                            "plan",
                            models.CharField(
                                choices=[
                                    ("aangeboden", "Aangeboden, nog niet ontvangen"),
                                    ("ontvangen", "Ontvangen"),
                                    ("niet_gewenst", "Cliënt wil geen plan maken"),
                                ],
                                default="aangeboden",
                                max_length=12,
                                verbose_name="persoonlijk plan",
                            ),
                        ),
                        (
                            "plan_afgehandeld_op",
                            models.DateField(blank=True, null=True, verbose_name="plan ontvangen of afgezien op"),
                        ),
                        (
                            "plan_tekst",
                            models.TextField(blank=True, max_length=20000, verbose_name="wat staat er in het plan"),
                        ),
                        (
                            "ondersteuning",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("aangeboden", "Op gewezen, nog geen antwoord"),
                                    ("ja", "Cliënt wil dit"),
                                    ("nee", "Cliënt wil dit niet"),
                                ],
                                max_length=10,
                                verbose_name="cliëntondersteuning",
                            ),
                        ),
                        ("ondersteuning_op", models.DateField(blank=True, null=True, verbose_name="op gewezen op")),
                        (
                            "identiteitsbewijs",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("paspoort", "Paspoort"),
                                    ("identiteitskaart", "Identiteitskaart"),
                                    ("rijbewijs", "Rijbewijs"),
                                    ("verblijfsdocument", "Verblijfsdocument"),
                                    ("niet_vastgesteld", "Nog niet vastgesteld"),
                                ],
                                max_length=20,
                                verbose_name="identiteit",
                            ),
                        ),
                        ("identiteit_op", models.DateField(blank=True, null=True, verbose_name="gezien op")),
                        ("identiteit_reden", models.CharField(blank=True, max_length=200, verbose_name="waarom nog niet")),
                        (
                            "behoeften",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="a. Wat heeft de cliënt nodig en wat wil hij?"
                            ),
                        ),
                        (
                            "eigen_kracht",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="b. Wat kan de cliënt zelf, of met zijn netwerk?"
                            ),
                        ),
                        (
                            "mantelzorger",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="c. Wat heeft de mantelzorger nodig?"
                            ),
                        ),
                        (
                            "algemene_voorziening",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="d. Helpt een algemene voorziening?"
                            ),
                        ),
                        (
                            "samenwerking",
                            models.TextField(blank=True, max_length=20000, verbose_name="e. Met wie werken we samen?"),
                        ),
                        (
                            "maatwerk",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="f. Welke maatwerkvoorziening is mogelijk?"
                            ),
                        ),
                        (
                            "bijdrage",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="g. Wat gaat de cliënt zelf betalen?"
                            ),
                        ),
                        (
                            "thuis",
                            models.CharField(
                                blank=True,
                                choices=[("ja", "Ja"), ("nee", "Nee")],
                                max_length=10,
                                verbose_name="kan het thuis",
                            ),
                        ),
                        (
                            "thuis_toelichting",
                            models.TextField(blank=True, max_length=20000, verbose_name="Welke oplossing thuis is bekeken?"),
                        ),
                        (
                            "is_beperkt",
                            models.CharField(
                                blank=True,
                                choices=[("ja", "Ja"), ("nee", "Nee")],
                                max_length=10,
                                verbose_name="ernstig beperkt in sociale zelfredzaamheid",
                            ),
                        ),
                        (
                            "is_verstoord",
                            models.CharField(
                                blank=True,
                                choices=[("ja", "Ja"), ("nee", "Nee")],
                                max_length=10,
                                verbose_name="ernstige verstoring met de omgeving",
                            ),
                        ),
                        (
                            "woonvraag",
                            models.CharField(
                                blank=True,
                                choices=[("ja", "Ja"), ("nee", "Nee")],
                                max_length=10,
                                verbose_name="vooral een woonvraag",
                            ),
                        ),
                        (
                            "woonvraag_toelichting",
                            models.TextField(blank=True, max_length=5000, verbose_name="Waarom wel of geen woonvraag?"),
                        ),
                        (
                            "wlz",
                            models.CharField(
                                blank=True,
                                choices=[("nee", "Nee"), ("vermoeden", "Misschien"), ("ja", "Ja")],
                                max_length=10,
                                verbose_name="recht op Wlz",
                            ),
                        ),
                        (
                            "wlz_medewerking",
                            models.CharField(
                                blank=True,
                                choices=[("ja", "Ja"), ("nee", "Nee")],
                                max_length=10,
                                verbose_name="werkt mee aan het CIZ",
                            ),
                        ),
                        (
                            "instroombron",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("opvang", "Maatschappelijke opvang"),
                                    ("kliniek", "Ggz-kliniek"),
                                    ("jeugd", "Jeugdhulp"),
                                    ("detentie", "Gevangenis"),
                                    ("bw", "Andere plek beschermd wonen"),
                                    ("thuis", "Eigen woning of ouders"),
                                    ("straat", "Geen vaste plek"),
                                    ("anders", "Ergens anders"),
                                ],
                                max_length=12,
                                verbose_name="waar komt de cliënt vandaan",
                            ),
                        ),
                        (
                            "andere_hulp",
                            models.TextField(blank=True, max_length=5000, verbose_name="Welke andere hulp loopt er?"),
                        ),
                        (
                            "duurzaam_plan",
                            models.TextField(blank=True, max_length=5000, verbose_name="Plan voor een vaste oplossing"),
                        ),
                        ("pgb_uitgelegd_op", models.DateField(blank=True, null=True, verbose_name="pgb uitgelegd op")),
                    ],
                    options={
                        "verbose_name": "onderzoek",
                        "verbose_name_plural": "onderzoeken",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("plan", "aangeboden"), ("plan_afgehandeld_op__isnull", True)),
                                    models.Q(
                                        models.Q(("plan", "aangeboden"), _negated=True),
                                        ("plan_afgehandeld_op__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="onderzoek_plan_met_datum",
                                violation_error_message="Vul in op welke dag het plan kwam, of op welke dag de cliënt ervan afzag.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ondersteuning", ""), ("ondersteuning_op__isnull", False), _connector="OR"
                                ),
                                name="onderzoek_ondersteuning_met_datum",
                                violation_error_message="Vul in op welke dag u de cliënt op cliëntondersteuning wees.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("identiteitsbewijs", "niet_vastgesteld"), _negated=True),
                                    models.Q(("identiteit_reden", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="onderzoek_identiteit_met_reden",
                                violation_error_message="Vul in waarom de identiteit nog niet is vastgesteld.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("wlz__in", ["", "nee"]),
                                    models.Q(("wlz_medewerking", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="onderzoek_wlz_met_medewerking",
                                violation_error_message="Vul in of de cliënt meewerkt aan een aanvraag bij het CIZ.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Onderzoek",
                            "cimot_onderzoek",
                            "cimot_onderzoekversie",
                            "aanmelding_id algemene_voorziening andere_hulp behoeften bijdrage duurzaam_plan eigen_kracht gestart_op identiteit_op identiteit_reden identiteitsbewijs instroombron is_beperkt is_verstoord maatwerk mantelzorger ondersteuning ondersteuning_op pgb_uitgelegd_op plan plan_afgehandeld_op plan_tekst samenwerking thuis thuis_toelichting wlz wlz_medewerking woonvraag woonvraag_toelichting",
                            pk="aanmelding_id",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="OnderzoekVersie",
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
                                to="cimot.onderzoek",
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
                        (
                            "aanmelding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="cimot.aanmelding",
                            ),
                        ),
                        ("gestart_op", models.DateField(blank=True, null=True, verbose_name="gestart op")),
                        (
                            "plan",
                            models.CharField(
                                choices=[
                                    ("aangeboden", "Aangeboden, nog niet ontvangen"),
                                    ("ontvangen", "Ontvangen"),
                                    ("niet_gewenst", "Cliënt wil geen plan maken"),
                                ],
                                default="aangeboden",
                                max_length=12,
                                verbose_name="persoonlijk plan",
                            ),
                        ),
                        (
                            "plan_afgehandeld_op",
                            models.DateField(blank=True, null=True, verbose_name="plan ontvangen of afgezien op"),
                        ),
                        (
                            "plan_tekst",
                            models.TextField(blank=True, max_length=20000, verbose_name="wat staat er in het plan"),
                        ),
                        (
                            "ondersteuning",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("aangeboden", "Op gewezen, nog geen antwoord"),
                                    ("ja", "Cliënt wil dit"),
                                    ("nee", "Cliënt wil dit niet"),
                                ],
                                max_length=10,
                                verbose_name="cliëntondersteuning",
                            ),
                        ),
                        ("ondersteuning_op", models.DateField(blank=True, null=True, verbose_name="op gewezen op")),
                        (
                            "identiteitsbewijs",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("paspoort", "Paspoort"),
                                    ("identiteitskaart", "Identiteitskaart"),
                                    ("rijbewijs", "Rijbewijs"),
                                    ("verblijfsdocument", "Verblijfsdocument"),
                                    ("niet_vastgesteld", "Nog niet vastgesteld"),
                                ],
                                max_length=20,
                                verbose_name="identiteit",
                            ),
                        ),
                        ("identiteit_op", models.DateField(blank=True, null=True, verbose_name="gezien op")),
                        ("identiteit_reden", models.CharField(blank=True, max_length=200, verbose_name="waarom nog niet")),
                        (
                            "behoeften",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="a. Wat heeft de cliënt nodig en wat wil hij?"
                            ),
                        ),
                        (
                            "eigen_kracht",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="b. Wat kan de cliënt zelf, of met zijn netwerk?"
                            ),
                        ),
                        (
                            "mantelzorger",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="c. Wat heeft de mantelzorger nodig?"
                            ),
                        ),
                        (
                            "algemene_voorziening",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="d. Helpt een algemene voorziening?"
                            ),
                        ),
                        (
                            "samenwerking",
                            models.TextField(blank=True, max_length=20000, verbose_name="e. Met wie werken we samen?"),
                        ),
                        (
                            "maatwerk",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="f. Welke maatwerkvoorziening is mogelijk?"
                            ),
                        ),
                        (
                            "bijdrage",
                            models.TextField(
                                blank=True, max_length=20000, verbose_name="g. Wat gaat de cliënt zelf betalen?"
                            ),
                        ),
                        (
                            "thuis",
                            models.CharField(
                                blank=True,
                                choices=[("ja", "Ja"), ("nee", "Nee")],
                                max_length=10,
                                verbose_name="kan het thuis",
                            ),
                        ),
                        (
                            "thuis_toelichting",
                            models.TextField(blank=True, max_length=20000, verbose_name="Welke oplossing thuis is bekeken?"),
                        ),
                        (
                            "is_beperkt",
                            models.CharField(
                                blank=True,
                                choices=[("ja", "Ja"), ("nee", "Nee")],
                                max_length=10,
                                verbose_name="ernstig beperkt in sociale zelfredzaamheid",
                            ),
                        ),
                        (
                            "is_verstoord",
                            models.CharField(
                                blank=True,
                                choices=[("ja", "Ja"), ("nee", "Nee")],
                                max_length=10,
                                verbose_name="ernstige verstoring met de omgeving",
                            ),
                        ),
                        (
                            "woonvraag",
                            models.CharField(
                                blank=True,
                                choices=[("ja", "Ja"), ("nee", "Nee")],
                                max_length=10,
                                verbose_name="vooral een woonvraag",
                            ),
                        ),
                        (
                            "woonvraag_toelichting",
                            models.TextField(blank=True, max_length=5000, verbose_name="Waarom wel of geen woonvraag?"),
                        ),
                        (
                            "wlz",
                            models.CharField(
                                blank=True,
                                choices=[("nee", "Nee"), ("vermoeden", "Misschien"), ("ja", "Ja")],
                                max_length=10,
                                verbose_name="recht op Wlz",
                            ),
                        ),
                        (
                            "wlz_medewerking",
                            models.CharField(
                                blank=True,
                                choices=[("ja", "Ja"), ("nee", "Nee")],
                                max_length=10,
                                verbose_name="werkt mee aan het CIZ",
                            ),
                        ),
                        (
                            "instroombron",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("opvang", "Maatschappelijke opvang"),
                                    ("kliniek", "Ggz-kliniek"),
                                    ("jeugd", "Jeugdhulp"),
                                    ("detentie", "Gevangenis"),
                                    ("bw", "Andere plek beschermd wonen"),
                                    ("thuis", "Eigen woning of ouders"),
                                    ("straat", "Geen vaste plek"),
                                    ("anders", "Ergens anders"),
                                ],
                                max_length=12,
                                verbose_name="waar komt de cliënt vandaan",
                            ),
                        ),
                        (
                            "andere_hulp",
                            models.TextField(blank=True, max_length=5000, verbose_name="Welke andere hulp loopt er?"),
                        ),
                        (
                            "duurzaam_plan",
                            models.TextField(blank=True, max_length=5000, verbose_name="Plan voor een vaste oplossing"),
                        ),
                        ("pgb_uitgelegd_op", models.DateField(blank=True, null=True, verbose_name="pgb uitgelegd op")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Spoedvoorziening",
                    fields=[
                        (
                            "dossier_ptr",
                            models.OneToOneField(
                                auto_created=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                parent_link=True,
                                primary_key=True,
                                serialize=False,
                                to="kern.dossier",
                            ),
                        ),
                        ("reden", models.TextField(blank=True, max_length=5000, verbose_name="waarom kan dit niet wachten")),
                        (
                            "risico",
                            models.TextField(blank=True, max_length=5000, verbose_name="wat gebeurt er als we wachten"),
                        ),
                        ("is_geweld", models.BooleanField(default=False, verbose_name="huiselijk geweld of onveilig thuis")),
                        (
                            "voorziening",
                            models.TextField(blank=True, max_length=5000, verbose_name="welke hulp is nu nodig"),
                        ),
                        ("tijdelijk_vanaf", models.DateField(blank=True, null=True, verbose_name="tijdelijk vanaf")),
                        ("tijdelijk_tot", models.DateField(blank=True, null=True, verbose_name="tijdelijk tot en met")),
                    ],
                    options={
                        "verbose_name": "spoedvoorziening",
                        "verbose_name_plural": "spoedvoorzieningen",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("tijdelijk_tot__isnull", True), ("tijdelijk_vanaf__isnull", True)),
                                    models.Q(
                                        ("tijdelijk_tot__gte", models.F("tijdelijk_vanaf")),
                                        ("tijdelijk_tot__isnull", False),
                                        ("tijdelijk_vanaf__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="spoedvoorziening_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            )
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Spoedvoorziening",
                            "cimot_spoedvoorziening",
                            "cimot_spoedvoorzieningversie",
                            "dossier_ptr_id is_geweld reden risico tijdelijk_tot tijdelijk_vanaf voorziening",
                            partly=True,
                            pk="dossier_ptr_id",
                        ),
                    },
                    bases=("kern.dossier",),
                ),
                migrations.CreateModel(
                    name="SpoedvoorzieningVersie",
                    fields=[
                        (
                            "dossier_ptr",
                            models.ForeignKey(
                                auto_created=True,
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                parent_link=True,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="kern.dossier",
                            ),
                        ),
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="spoedversies",
                                to="cimot.spoedvoorziening",
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
                        ("reden", models.TextField(blank=True, max_length=5000, verbose_name="waarom kan dit niet wachten")),
                        (
                            "risico",
                            models.TextField(blank=True, max_length=5000, verbose_name="wat gebeurt er als we wachten"),
                        ),
                        ("is_geweld", models.BooleanField(default=False, verbose_name="huiselijk geweld of onveilig thuis")),
                        (
                            "voorziening",
                            models.TextField(blank=True, max_length=5000, verbose_name="welke hulp is nu nodig"),
                        ),
                        ("tijdelijk_vanaf", models.DateField(blank=True, null=True, verbose_name="tijdelijk vanaf")),
                        ("tijdelijk_tot", models.DateField(blank=True, null=True, verbose_name="tijdelijk tot en met")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Verordening",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "college",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="verordeningen",
                                to="kern.gemeente",
                                verbose_name="gemeente",
                            ),
                        ),
                        ("naam", models.CharField(max_length=200, verbose_name="naam")),
                        ("versie", models.CharField(max_length=40, verbose_name="versie")),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                    ],
                    options={
                        "verbose_name": "verordening",
                        "verbose_name_plural": "verordeningen",
                        "ordering": ["college", "-periode"],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("college", "="), ("periode", "&&")],
                                name="verordening_een_per_dag",
                                violation_error_message="Deze gemeente heeft in deze periode al een verordening.",
                            )
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Verordening",
                            "cimot_verordening",
                            "cimot_verordeningversie",
                            "college_id id naam periode versie",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="VerordeningVersie",
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
                                to="cimot.verordening",
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
                            "college",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.gemeente",
                                verbose_name="gemeente",
                            ),
                        ),
                        ("naam", models.CharField(max_length=200, verbose_name="naam")),
                        ("versie", models.CharField(max_length=40, verbose_name="versie")),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Verslag",
                    fields=[
                        (
                            "aanmelding",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="verslag",
                                serialize=False,
                                to="cimot.aanmelding",
                            ),
                        ),
                        ("conclusie", models.TextField(blank=True, max_length=20000, verbose_name="conclusie")),
                        ("voorstel", models.TextField(blank=True, max_length=20000, verbose_name="voorstel")),
                        ("naar_client_op", models.DateField(blank=True, null=True, verbose_name="naar cliënt gestuurd op")),
                        (
                            "naar_client_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe gestuurd",
                            ),
                        ),
                        (
                            "reactie",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("akkoord", "Akkoord"),
                                    ("gezien", "Gezien, met opmerkingen"),
                                    ("niet_akkoord", "Niet akkoord"),
                                ],
                                max_length=12,
                                verbose_name="reactie van de cliënt",
                            ),
                        ),
                        ("reactie_op", models.DateField(blank=True, null=True, verbose_name="reactie op")),
                        (
                            "reactie_tekst",
                            models.TextField(blank=True, max_length=20000, verbose_name="opmerkingen van de cliënt"),
                        ),
                        ("is_ondertekend", models.BooleanField(default=False, verbose_name="ondertekend")),
                        (
                            "definitief_op",
                            models.DateField(blank=True, null=True, verbose_name="definitief verslag gestuurd op"),
                        ),
                        ("definitieve_tekst", models.TextField(blank=True, verbose_name="definitieve tekst")),
                        (
                            "definitief_hash",
                            models.CharField(blank=True, max_length=64, verbose_name="kenmerk van de definitieve tekst"),
                        ),
                    ],
                    options={
                        "verbose_name": "verslag",
                        "verbose_name_plural": "verslagen",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reactie", ""), ("reactie_op__isnull", True)),
                                    models.Q(models.Q(("reactie", ""), _negated=True), ("reactie_op__isnull", False)),
                                    _connector="OR",
                                ),
                                name="verslag_reactie_met_datum",
                                violation_error_message="Vul de reactie en de datum van de reactie samen in.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("definitief_op__isnull", True),
                                    models.Q(
                                        ("naar_client_op__isnull", False), ("definitief_op__gte", models.F("naar_client_op"))
                                    ),
                                    _connector="OR",
                                ),
                                name="verslag_definitief_na_client",
                                violation_error_message="Het definitieve verslag kan niet vóór het concept verstuurd zijn.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("definitief_op__isnull", True),
                                    models.Q(("definitief_hash", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="verslag_definitief_met_hash",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Verslag",
                            "cimot_verslag",
                            "cimot_verslagversie",
                            "aanmelding_id conclusie definitief_hash definitief_op definitieve_tekst is_ondertekend naar_client_op naar_client_via reactie reactie_op reactie_tekst voorstel",
                            pk="aanmelding_id",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="VerslagVersie",
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
                                to="cimot.verslag",
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
                        (
                            "aanmelding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="cimot.aanmelding",
                            ),
                        ),
                        ("conclusie", models.TextField(blank=True, max_length=20000, verbose_name="conclusie")),
                        ("voorstel", models.TextField(blank=True, max_length=20000, verbose_name="voorstel")),
                        ("naar_client_op", models.DateField(blank=True, null=True, verbose_name="naar cliënt gestuurd op")),
                        (
                            "naar_client_via",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe gestuurd",
                            ),
                        ),
                        (
                            "reactie",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("akkoord", "Akkoord"),
                                    ("gezien", "Gezien, met opmerkingen"),
                                    ("niet_akkoord", "Niet akkoord"),
                                ],
                                max_length=12,
                                verbose_name="reactie van de cliënt",
                            ),
                        ),
                        ("reactie_op", models.DateField(blank=True, null=True, verbose_name="reactie op")),
                        (
                            "reactie_tekst",
                            models.TextField(blank=True, max_length=20000, verbose_name="opmerkingen van de cliënt"),
                        ),
                        ("is_ondertekend", models.BooleanField(default=False, verbose_name="ondertekend")),
                        (
                            "definitief_op",
                            models.DateField(blank=True, null=True, verbose_name="definitief verslag gestuurd op"),
                        ),
                        ("definitieve_tekst", models.TextField(blank=True, verbose_name="definitieve tekst")),
                        (
                            "definitief_hash",
                            models.CharField(blank=True, max_length=64, verbose_name="kenmerk van de definitieve tekst"),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Vraag",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "regio",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kern.regio"
                            ),
                        ),
                        ("op", models.DateTimeField(verbose_name="wanneer")),
                        (
                            "kanaal",
                            models.CharField(
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "melder",
                            models.CharField(
                                choices=[
                                    ("zelf", "Zelf"),
                                    ("familie", "Familie of naaste"),
                                    ("aanbieder", "Aanbieder"),
                                    ("gemeente", "Gemeente"),
                                    ("zorg", "Huisarts of ggz"),
                                    ("anders", "Anders"),
                                ],
                                max_length=10,
                                verbose_name="wie vraagt",
                            ),
                        ),
                        ("tekst", models.TextField(max_length=20000, verbose_name="wat is de vraag")),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "aanmelding",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="vraag",
                                to="cimot.aanmelding",
                            ),
                        ),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "verbose_name": "vraag",
                        "verbose_name_plural": "vragen",
                        "indexes": [models.Index(fields=["regio", "op", "id"], name="vraag_regio")],
                        "triggers": kern.schema.RowHistory(
                            "cimot.Vraag",
                            "cimot_vraag",
                            "cimot_vraagversie",
                            "aanmelding_id door_id id kanaal melder op regio_id tekst vastgelegd_op",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="VraagVersie",
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
                                to="cimot.vraag",
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
                            ),
                        ),
                        ("op", models.DateTimeField(verbose_name="wanneer")),
                        (
                            "kanaal",
                            models.CharField(
                                choices=[
                                    ("telefoon", "Telefoon"),
                                    ("balie", "Balie"),
                                    ("email", "E-mail"),
                                    ("brief", "Brief"),
                                    ("website", "Website"),
                                ],
                                max_length=10,
                                verbose_name="hoe",
                            ),
                        ),
                        (
                            "melder",
                            models.CharField(
                                choices=[
                                    ("zelf", "Zelf"),
                                    ("familie", "Familie of naaste"),
                                    ("aanbieder", "Aanbieder"),
                                    ("gemeente", "Gemeente"),
                                    ("zorg", "Huisarts of ggz"),
                                    ("anders", "Anders"),
                                ],
                                max_length=10,
                                verbose_name="wie vraagt",
                            ),
                        ),
                        ("tekst", models.TextField(max_length=20000, verbose_name="wat is de vraag")),
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
                            "aanmelding",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="cimot.aanmelding",
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
