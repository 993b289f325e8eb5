"""All models of aanbieders as they were when this history began."""

from decimal import Decimal

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import aanbieders.models.contract
import aanbieders.models.product
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
                    name="Aanbieder",
                    fields=[
                        (
                            "organisatie",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                primary_key=True,
                                related_name="aanbieder",
                                serialize=False,
                                to="kern.organisatie",
                            ),
                        ),
                        (
                            "kvk",
                            models.CharField(blank=True, max_length=8, null=True, unique=True, verbose_name="KvK-nummer"),
                        ),
                        ("agb", models.CharField(blank=True, max_length=8, null=True, unique=True, verbose_name="AGB-code")),
                        (
                            "rechtsvorm",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("bv", "Besloten vennootschap (bv)"),
                                    ("stichting", "Stichting"),
                                    ("vereniging", "Vereniging"),
                                    ("cooperatie", "Coöperatie"),
                                    ("vof", "Vennootschap onder firma (vof)"),
                                    ("eenmanszaak", "Eenmanszaak"),
                                    ("anders", "Anders"),
                                ],
                                max_length=12,
                                verbose_name="rechtsvorm",
                            ),
                        ),
                        (
                            "ubo",
                            models.TextField(blank=True, max_length=2000, verbose_name="uiteindelijk belanghebbenden (UBO)"),
                        ),
                        ("opgericht_op", models.DateField(blank=True, null=True, verbose_name="opgericht op")),
                        ("straat", models.CharField(blank=True, max_length=120, verbose_name="straat of postbus")),
                        ("huisnummer", models.CharField(blank=True, max_length=20, verbose_name="huisnummer")),
                        ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                        ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        (
                            "specialisaties",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("psychiatrie", "Psychiatrie"),
                                        ("verslaving", "Verslaving"),
                                        ("lvb", "Licht verstandelijke beperking"),
                                        ("jongeren", "Jongeren van 18 tot 27 jaar"),
                                        ("ouderen", "Ouderen"),
                                        ("autisme", "Autisme"),
                                        ("forensisch", "Na detentie of forensische zorg"),
                                        ("dakloos", "Mensen zonder huis"),
                                        ("ouder_kind", "Ouders met kinderen"),
                                        ("vrouwen", "Alleen vrouwen"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="specialisaties",
                            ),
                        ),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name": "aanbieder",
                        "verbose_name_plural": "aanbieders",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kvk__isnull", True), ("kvk__regex", "^[0-9]{8}$"), _connector="OR"),
                                name="aanbieder_kvk_acht_cijfers",
                                violation_error_message="Een KvK-nummer heeft 8 cijfers.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("agb__isnull", True), ("agb__regex", "^[0-9]{8}$"), _connector="OR"),
                                name="aanbieder_agb_acht_cijfers",
                                violation_error_message="Een AGB-code heeft 8 cijfers.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Aanbieder",
                            "aanbieders_aanbieder",
                            "aanbieders_aanbiederversie",
                            "agb huisnummer kvk opgericht_op organisatie_id plaats postcode rechtsvorm specialisaties straat ubo versie website",
                            pk="organisatie_id",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="AanbiederVersie",
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
                                to="aanbieders.aanbieder",
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
                            "organisatie",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="kern.organisatie",
                            ),
                        ),
                        ("kvk", models.CharField(blank=True, max_length=8, null=True, verbose_name="KvK-nummer")),
                        ("agb", models.CharField(blank=True, max_length=8, null=True, verbose_name="AGB-code")),
                        (
                            "rechtsvorm",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("bv", "Besloten vennootschap (bv)"),
                                    ("stichting", "Stichting"),
                                    ("vereniging", "Vereniging"),
                                    ("cooperatie", "Coöperatie"),
                                    ("vof", "Vennootschap onder firma (vof)"),
                                    ("eenmanszaak", "Eenmanszaak"),
                                    ("anders", "Anders"),
                                ],
                                max_length=12,
                                verbose_name="rechtsvorm",
                            ),
                        ),
                        (
                            "ubo",
                            models.TextField(blank=True, max_length=2000, verbose_name="uiteindelijk belanghebbenden (UBO)"),
                        ),
                        ("opgericht_op", models.DateField(blank=True, null=True, verbose_name="opgericht op")),
                        ("straat", models.CharField(blank=True, max_length=120, verbose_name="straat of postbus")),
                        ("huisnummer", models.CharField(blank=True, max_length=20, verbose_name="huisnummer")),
                        ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                        ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                        ("website", models.URLField(blank=True, verbose_name="website")),
                        (
                            "specialisaties",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("psychiatrie", "Psychiatrie"),
                                        ("verslaving", "Verslaving"),
                                        ("lvb", "Licht verstandelijke beperking"),
                                        ("jongeren", "Jongeren van 18 tot 27 jaar"),
                                        ("ouderen", "Ouderen"),
                                        ("autisme", "Autisme"),
                                        ("forensisch", "Na detentie of forensische zorg"),
                                        ("dakloos", "Mensen zonder huis"),
                                        ("ouder_kind", "Ouders met kinderen"),
                                        ("vrouwen", "Alleen vrouwen"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="specialisaties",
                            ),
                        ),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Afspraak",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "toelating",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="afspraken",
                                to="aanbieders.toelating",
                            ),
                        ),
                        (
                            "gesprek",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="afspraken",
                                to="aanbieders.gesprek",
                            ),
                        ),
                        ("tekst", models.CharField(max_length=500, verbose_name="wat")),
                        (
                            "wie",
                            models.CharField(
                                choices=[("aanbieder", "De aanbieder"), ("cimot", "Cimot")],
                                max_length=10,
                                verbose_name="wie doet dit",
                            ),
                        ),
                        ("gemaakt_op", models.DateField(verbose_name="afgesproken op")),
                        ("uiterlijk", models.DateField(verbose_name="uiterlijk op")),
                        ("gedaan_op", models.DateField(blank=True, null=True, verbose_name="klaar op")),
                        ("uitkomst", models.CharField(blank=True, max_length=500, verbose_name="wat is ervan gekomen")),
                    ],
                    options={
                        "verbose_name": "afspraak",
                        "verbose_name_plural": "afspraken",
                        "ordering": ["uiterlijk", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("uiterlijk__gte", models.F("gemaakt_op"))),
                                name="afspraak_uiterlijk",
                                violation_error_message="De laatste dag ligt vóór de dag waarop u dit afsprak.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("gedaan_op__isnull", True), ("gedaan_op__gte", models.F("gemaakt_op")), _connector="OR"
                                ),
                                name="afspraak_gedaan_na_gemaakt",
                                violation_error_message="Dit kan niet klaar zijn vóór het was afgesproken.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Afspraak",
                            "aanbieders_afspraak",
                            "aanbieders_afspraakversie",
                            "gedaan_op gemaakt_op gesprek_id id tekst toelating_id uiterlijk uitkomst wie",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="AfspraakVersie",
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
                                to="aanbieders.afspraak",
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
                            "toelating",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.toelating",
                            ),
                        ),
                        (
                            "gesprek",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.gesprek",
                            ),
                        ),
                        ("tekst", models.CharField(max_length=500, verbose_name="wat")),
                        (
                            "wie",
                            models.CharField(
                                choices=[("aanbieder", "De aanbieder"), ("cimot", "Cimot")],
                                max_length=10,
                                verbose_name="wie doet dit",
                            ),
                        ),
                        ("gemaakt_op", models.DateField(verbose_name="afgesproken op")),
                        ("uiterlijk", models.DateField(verbose_name="uiterlijk op")),
                        ("gedaan_op", models.DateField(blank=True, null=True, verbose_name="klaar op")),
                        ("uitkomst", models.CharField(blank=True, max_length=500, verbose_name="wat is ervan gekomen")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Contactpersoon",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "aanbieder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contactpersonen",
                                to="aanbieders.aanbieder",
                            ),
                        ),
                        ("naam", models.CharField(max_length=120, verbose_name="naam")),
                        ("functie", models.CharField(blank=True, max_length=120, verbose_name="functie")),
                        ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("krijgt_brieven", models.BooleanField(default=False, verbose_name="krijgt onze brieven")),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                    ],
                    options={
                        "verbose_name": "contactpersoon",
                        "verbose_name_plural": "contactpersonen",
                        "ordering": ["tot", "naam", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("tot__isnull", True), ("tot__gte", models.F("vanaf")), _connector="OR"),
                                name="contactpersoon_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("telefoon", ""), _negated=True),
                                    models.Q(("email", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="contactpersoon_bereikbaar",
                                violation_error_message="Vul een telefoonnummer of een e-mailadres in.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Contactpersoon",
                            "aanbieders_contactpersoon",
                            "aanbieders_contactpersoonversie",
                            "aanbieder_id email functie id krijgt_brieven naam telefoon tot vanaf",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="ContactpersoonVersie",
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
                                to="aanbieders.contactpersoon",
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
                            "aanbieder",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.aanbieder",
                            ),
                        ),
                        ("naam", models.CharField(max_length=120, verbose_name="naam")),
                        ("functie", models.CharField(blank=True, max_length=120, verbose_name="functie")),
                        ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                        ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                        ("krijgt_brieven", models.BooleanField(default=False, verbose_name="krijgt onze brieven")),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Contract",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "toelating",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="contracten",
                                to="aanbieders.toelating",
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("overeenkomst", "Uitvoeringsovereenkomst"),
                                    ("subsidie", "Subsidie op de werkelijke kosten"),
                                ],
                                max_length=14,
                                verbose_name="soort",
                            ),
                        ),
                        ("nummer", models.CharField(blank=True, max_length=40, verbose_name="nummer")),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(verbose_name="tot en met")),
                        (
                            "ondertekend_op",
                            models.DateField(blank=True, null=True, verbose_name="ondertekend of verleend op"),
                        ),
                        ("voorwaarden", models.TextField(blank=True, max_length=20000, verbose_name="voorwaarden")),
                        ("afspraak", models.TextField(blank=True, max_length=20000, verbose_name="individuele afspraak")),
                        (
                            "doelen",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("participatie", "Meedoen in de samenleving"),
                                        ("veilige_plek", "Een veilige plek"),
                                        ("zelfredzaamheid", "Het zelf kunnen"),
                                        ("herstel", "Herstel"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="doelen",
                            ),
                        ),
                        (
                            "subsidie_maximaal",
                            aanbieders.models.product.Bedrag(
                                blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="hoogste bedrag in euro"
                            ),
                        ),
                        (
                            "werkelijke_kosten",
                            aanbieders.models.product.Bedrag(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                verbose_name="werkelijke kosten in euro",
                            ),
                        ),
                        (
                            "verantwoorden_uiterlijk",
                            models.DateField(blank=True, null=True, verbose_name="verantwoorden uiterlijk op"),
                        ),
                        ("verantwoord_op", models.DateField(blank=True, null=True, verbose_name="verantwoord op")),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.document",
                                verbose_name="document",
                            ),
                        ),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name": "contract",
                        "verbose_name_plural": "contracten",
                        "ordering": ["-vanaf"],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("toelating", "="),
                                    (
                                        aanbieders.models.contract.DateRange(
                                            "vanaf",
                                            "tot",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="contract_een_per_dag",
                                violation_error_message="In deze periode is er al een contract met deze aanbieder.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tot__gte", models.F("vanaf"))),
                                name="contract_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("soort", "overeenkomst"),
                                        ("subsidie_maximaal__isnull", True),
                                        ("verantwoorden_uiterlijk__isnull", True),
                                    ),
                                    models.Q(
                                        ("doelen__len__gte", 1),
                                        ("soort", "subsidie"),
                                        ("verantwoorden_uiterlijk__isnull", False),
                                        models.Q(("afspraak", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="contract_subsidie_met_afspraak",
                                violation_error_message="Een subsidie heeft een afspraak, een doel en een dag om te verantwoorden.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("subsidie_maximaal__isnull", True), ("subsidie_maximaal__gt", 0), _connector="OR"
                                ),
                                name="contract_bedrag_boven_nul",
                                violation_error_message="Vul een bedrag boven 0 euro in.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("verantwoord_op__isnull", True), ("werkelijke_kosten__isnull", True)),
                                    models.Q(
                                        ("soort", "subsidie"),
                                        ("verantwoord_op__isnull", False),
                                        ("werkelijke_kosten__gte", 0),
                                        ("werkelijke_kosten__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="contract_verantwoord_met_kosten",
                                violation_error_message="Vul de werkelijke kosten in en de dag waarop de aanbieder ze verantwoordde.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Contract",
                            "aanbieders_contract",
                            "aanbieders_contractversie",
                            "afspraak document_id doelen id nummer ondertekend_op soort subsidie_maximaal toelating_id tot vanaf verantwoord_op verantwoorden_uiterlijk versie voorwaarden werkelijke_kosten",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="ContractVersie",
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
                                to="aanbieders.contract",
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
                            "toelating",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.toelating",
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("overeenkomst", "Uitvoeringsovereenkomst"),
                                    ("subsidie", "Subsidie op de werkelijke kosten"),
                                ],
                                max_length=14,
                                verbose_name="soort",
                            ),
                        ),
                        ("nummer", models.CharField(blank=True, max_length=40, verbose_name="nummer")),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(verbose_name="tot en met")),
                        (
                            "ondertekend_op",
                            models.DateField(blank=True, null=True, verbose_name="ondertekend of verleend op"),
                        ),
                        ("voorwaarden", models.TextField(blank=True, max_length=20000, verbose_name="voorwaarden")),
                        ("afspraak", models.TextField(blank=True, max_length=20000, verbose_name="individuele afspraak")),
                        (
                            "doelen",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("participatie", "Meedoen in de samenleving"),
                                        ("veilige_plek", "Een veilige plek"),
                                        ("zelfredzaamheid", "Het zelf kunnen"),
                                        ("herstel", "Herstel"),
                                    ],
                                    max_length=16,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="doelen",
                            ),
                        ),
                        (
                            "subsidie_maximaal",
                            aanbieders.models.product.Bedrag(
                                blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="hoogste bedrag in euro"
                            ),
                        ),
                        (
                            "werkelijke_kosten",
                            aanbieders.models.product.Bedrag(
                                blank=True,
                                decimal_places=2,
                                max_digits=10,
                                null=True,
                                verbose_name="werkelijke kosten in euro",
                            ),
                        ),
                        (
                            "verantwoorden_uiterlijk",
                            models.DateField(blank=True, null=True, verbose_name="verantwoorden uiterlijk op"),
                        ),
                        ("verantwoord_op", models.DateField(blank=True, null=True, verbose_name="verantwoord op")),
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
                                verbose_name="document",
                            ),
                        ),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Financieletoets",
                    fields=[
                        (
                            "toelating",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="financieletoets",
                                serialize=False,
                                to="aanbieders.toelating",
                            ),
                        ),
                        ("boekjaar", models.PositiveSmallIntegerField(verbose_name="jaarrekening over jaar")),
                        (
                            "solvabiliteit",
                            models.DecimalField(
                                decimal_places=1,
                                help_text="Eigen vermogen gedeeld door totaal vermogen.",
                                max_digits=5,
                                verbose_name="solvabiliteit in procenten",
                            ),
                        ),
                        (
                            "liquiditeit",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="liquiditeit (current ratio)",
                            ),
                        ),
                        (
                            "oordeel",
                            models.CharField(
                                choices=[("voldoende", "Voldoende"), ("onvoldoende", "Onvoldoende")],
                                max_length=12,
                                verbose_name="oordeel",
                            ),
                        ),
                        ("toelichting", models.TextField(blank=True, max_length=5000, verbose_name="toelichting")),
                        ("gezien_op", models.DateField(verbose_name="gezien op")),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "financiële toets",
                        "verbose_name_plural": "financiële toetsen",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("boekjaar__gte", 2000), ("boekjaar__lte", 2100)),
                                name="financieletoets_boekjaar",
                                violation_error_message="Vul een jaar in, bijvoorbeeld 2025.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("oordeel", "voldoende"), models.Q(("toelichting", ""), _negated=True), _connector="OR"
                                ),
                                name="financieletoets_onvoldoende_met_uitleg",
                                violation_error_message="Leg uit waarom het oordeel onvoldoende is.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Financieletoets",
                            "aanbieders_financieletoets",
                            "aanbieders_financieletoetsversie",
                            "boekjaar door_id gezien_op liquiditeit oordeel solvabiliteit toelating_id toelichting",
                            pk="toelating_id",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="FinancieletoetsVersie",
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
                                to="aanbieders.financieletoets",
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
                            "toelating",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                serialize=False,
                                to="aanbieders.toelating",
                            ),
                        ),
                        ("boekjaar", models.PositiveSmallIntegerField(verbose_name="jaarrekening over jaar")),
                        (
                            "solvabiliteit",
                            models.DecimalField(
                                decimal_places=1,
                                help_text="Eigen vermogen gedeeld door totaal vermogen.",
                                max_digits=5,
                                verbose_name="solvabiliteit in procenten",
                            ),
                        ),
                        (
                            "liquiditeit",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                max_digits=5,
                                null=True,
                                verbose_name="liquiditeit (current ratio)",
                            ),
                        ),
                        (
                            "oordeel",
                            models.CharField(
                                choices=[("voldoende", "Voldoende"), ("onvoldoende", "Onvoldoende")],
                                max_length=12,
                                verbose_name="oordeel",
                            ),
                        ),
                        ("toelichting", models.TextField(blank=True, max_length=5000, verbose_name="toelichting")),
                        ("gezien_op", models.DateField(verbose_name="gezien op")),
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
                    name="Gekoppeldcontract",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "toelating",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="gekoppeld",
                                to="aanbieders.toelating",
                            ),
                        ),
                        ("zorgvorm", models.CharField(max_length=120, verbose_name="zorgvorm")),
                        ("opdrachtgever", models.CharField(max_length=120, verbose_name="opdrachtgever")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="loopt tot en met")),
                        ("toelichting", models.CharField(blank=True, max_length=500, verbose_name="waar u op let")),
                    ],
                    options={
                        "verbose_name": "gekoppeld contract",
                        "verbose_name_plural": "gekoppelde contracten",
                        "ordering": ["tot", "id"],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Gekoppeldcontract",
                            "aanbieders_gekoppeldcontract",
                            "aanbieders_gekoppeldcontractversie",
                            "id opdrachtgever toelating_id toelichting tot zorgvorm",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="GekoppeldcontractVersie",
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
                                to="aanbieders.gekoppeldcontract",
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
                            "toelating",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.toelating",
                            ),
                        ),
                        ("zorgvorm", models.CharField(max_length=120, verbose_name="zorgvorm")),
                        ("opdrachtgever", models.CharField(max_length=120, verbose_name="opdrachtgever")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="loopt tot en met")),
                        ("toelichting", models.CharField(blank=True, max_length=500, verbose_name="waar u op let")),
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
                            "toelating",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="gesprekken",
                                to="aanbieders.toelating",
                            ),
                        ),
                        ("gepland_op", models.DateField(verbose_name="gepland op")),
                        ("agenda", models.TextField(blank=True, max_length=5000, verbose_name="agenda")),
                        ("gehouden_op", models.DateField(blank=True, null=True, verbose_name="gehouden op")),
                        ("aanwezigen", models.TextField(blank=True, max_length=2000, verbose_name="wie waren erbij")),
                        ("verslag", models.TextField(blank=True, max_length=20000, verbose_name="verslag")),
                        ("cijfers", models.JSONField(blank=True, default=list, verbose_name="cijfers")),
                        ("gesloten_op", models.DateField(blank=True, null=True, verbose_name="afgerond op")),
                        (
                            "gesloten_door",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("reactie", models.TextField(blank=True, max_length=20000, verbose_name="reactie van de aanbieder")),
                        ("reactie_op", models.DateField(blank=True, null=True, verbose_name="reactie ontvangen op")),
                    ],
                    options={
                        "verbose_name": "voortgangsgesprek",
                        "verbose_name_plural": "voortgangsgesprekken",
                        "ordering": ["-gepland_op", "-id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("gesloten_op__isnull", True)),
                                fields=("toelating",),
                                name="gesprek_een_open",
                                violation_error_message="Er is al een voortgangsgesprek gepland.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("gesloten_door__isnull", True), ("gesloten_op__isnull", True)),
                                    models.Q(
                                        ("gehouden_op__isnull", False),
                                        ("gesloten_door__isnull", False),
                                        ("gesloten_op__gte", models.F("gehouden_op")),
                                        ("gesloten_op__isnull", False),
                                        models.Q(("verslag", ""), _negated=True),
                                        models.Q(("aanwezigen", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="gesprek_afgerond_met_verslag",
                                violation_error_message="Vul in wanneer het gesprek was, wie erbij waren en wat er is besproken.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reactie", ""), ("reactie_op__isnull", True)),
                                    models.Q(
                                        ("gesloten_op__isnull", False),
                                        ("reactie_op__isnull", False),
                                        models.Q(("reactie", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="gesprek_reactie_met_datum",
                                violation_error_message="Vul de reactie in en de dag waarop u haar kreeg.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Gesprek",
                            "aanbieders_gesprek",
                            "aanbieders_gesprekversie",
                            "aanwezigen agenda cijfers gehouden_op gepland_op gesloten_door_id gesloten_op id reactie reactie_op toelating_id verslag",
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
                                to="aanbieders.gesprek",
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
                            "toelating",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.toelating",
                            ),
                        ),
                        ("gepland_op", models.DateField(verbose_name="gepland op")),
                        ("agenda", models.TextField(blank=True, max_length=5000, verbose_name="agenda")),
                        ("gehouden_op", models.DateField(blank=True, null=True, verbose_name="gehouden op")),
                        ("aanwezigen", models.TextField(blank=True, max_length=2000, verbose_name="wie waren erbij")),
                        ("verslag", models.TextField(blank=True, max_length=20000, verbose_name="verslag")),
                        ("cijfers", models.JSONField(blank=True, default=list, verbose_name="cijfers")),
                        ("gesloten_op", models.DateField(blank=True, null=True, verbose_name="afgerond op")),
                        (
                            "gesloten_door",
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
                        ("reactie", models.TextField(blank=True, max_length=20000, verbose_name="reactie van de aanbieder")),
                        ("reactie_op", models.DateField(blank=True, null=True, verbose_name="reactie ontvangen op")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Kwaliteitstoets",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "toelating",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="kwaliteitstoetsen",
                                to="aanbieders.toelating",
                            ),
                        ),
                        (
                            "eis",
                            models.CharField(
                                choices=[
                                    ("vog", "Verklaringen omtrent gedrag (VOG)"),
                                    ("klachten", "Klachtenregeling"),
                                    ("medezeggenschap", "Medezeggenschap van cliënten"),
                                    ("meldcode", "Meldcode huiselijk geweld en kindermishandeling"),
                                    ("kwaliteitssysteem", "Kwaliteitssysteem"),
                                    ("gedragscode", "Gedragscode"),
                                    ("verzekering", "Verzekering"),
                                    ("integriteit", "AGB en integriteit nagegaan"),
                                ],
                                max_length=20,
                                verbose_name="eis",
                            ),
                        ),
                        (
                            "uitkomst",
                            models.CharField(
                                choices=[("voldoet", "Voldoet"), ("voldoet_niet", "Voldoet niet")],
                                max_length=12,
                                verbose_name="uitkomst",
                            ),
                        ),
                        ("toelichting", models.TextField(blank=True, max_length=5000, verbose_name="toelichting")),
                        ("gezien_op", models.DateField(verbose_name="gezien op")),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kwaliteitstoets",
                        "verbose_name_plural": "kwaliteitstoetsen",
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("toelating", "eis"), name="kwaliteitstoets_een_per_eis"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("uitkomst", "voldoet"), models.Q(("toelichting", ""), _negated=True), _connector="OR"
                                ),
                                name="kwaliteitstoets_niet_met_uitleg",
                                violation_error_message="Leg uit waarom de aanbieder hier niet aan voldoet.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Kwaliteitstoets",
                            "aanbieders_kwaliteitstoets",
                            "aanbieders_kwaliteitstoetsversie",
                            "door_id eis gezien_op id toelating_id toelichting uitkomst",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="KwaliteitstoetsVersie",
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
                                to="aanbieders.kwaliteitstoets",
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
                            "toelating",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.toelating",
                            ),
                        ),
                        (
                            "eis",
                            models.CharField(
                                choices=[
                                    ("vog", "Verklaringen omtrent gedrag (VOG)"),
                                    ("klachten", "Klachtenregeling"),
                                    ("medezeggenschap", "Medezeggenschap van cliënten"),
                                    ("meldcode", "Meldcode huiselijk geweld en kindermishandeling"),
                                    ("kwaliteitssysteem", "Kwaliteitssysteem"),
                                    ("gedragscode", "Gedragscode"),
                                    ("verzekering", "Verzekering"),
                                    ("integriteit", "AGB en integriteit nagegaan"),
                                ],
                                max_length=20,
                                verbose_name="eis",
                            ),
                        ),
                        (
                            "uitkomst",
                            models.CharField(
                                choices=[("voldoet", "Voldoet"), ("voldoet_niet", "Voldoet niet")],
                                max_length=12,
                                verbose_name="uitkomst",
                            ),
                        ),
                        ("toelichting", models.TextField(blank=True, max_length=5000, verbose_name="toelichting")),
                        ("gezien_op", models.DateField(verbose_name="gezien op")),
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
                    name="Locatie",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "aanbieder",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="locaties",
                                to="aanbieders.aanbieder",
                            ),
                        ),
                        ("code", models.CharField(blank=True, max_length=3, verbose_name="code in de lijst van 2020")),
                        ("naam", models.CharField(max_length=120, verbose_name="naam")),
                        ("alias", models.CharField(blank=True, max_length=120, verbose_name="ook bekend als")),
                        (
                            "categorie",
                            models.CharField(
                                choices=[
                                    ("beschermd_wonen", "Beschermd wonen"),
                                    ("opvang_woonbegeleiding", "Opvang en woonbegeleiding"),
                                    ("jongeren", "Jongeren"),
                                    ("verslavingszorg", "Verslavingszorg"),
                                    ("ggz_ondersteuning", "GGZ ondersteuning"),
                                ],
                                default="beschermd_wonen",
                                max_length=24,
                                verbose_name="categorie",
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("eigen_woning", "In de eigen woning van de cliënt"),
                                    ("zorgboerderij", "Kleinschalige zorgboerderij"),
                                    ("appartementen", "Gebouw met appartementen"),
                                    ("groepswoning", "Groepswoning"),
                                    ("anders", "Anders"),
                                ],
                                max_length=14,
                                verbose_name="soort plek",
                            ),
                        ),
                        (
                            "is_eigen_instelling",
                            models.BooleanField(
                                default=False,
                                help_text="Nodig voor het onderdeel verblijf.",
                                verbose_name="is een eigen instelling van de aanbieder",
                            ),
                        ),
                        ("straat", models.CharField(blank=True, max_length=120, verbose_name="straat")),
                        ("huisnummer", models.CharField(blank=True, max_length=20, verbose_name="huisnummer")),
                        ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                        ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
                        (
                            "gemeente",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.gemeente",
                                verbose_name="gemeente",
                            ),
                        ),
                        (
                            "voor_regio",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.regio",
                                verbose_name="capaciteit is voor regio",
                            ),
                        ),
                        (
                            "toezicht",
                            models.CharField(
                                choices=[
                                    ("geen", "Niet dag en nacht"),
                                    ("toezicht", "24-uurs toezicht: dag en nacht te bereiken"),
                                    ("aanwezigheid", "24-uurs aanwezigheid: dag en nacht iemand in huis"),
                                ],
                                default="geen",
                                max_length=12,
                                verbose_name="toezicht",
                            ),
                        ),
                        (
                            "ruimte",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("studio", "Studio met eigen voordeur"),
                                    ("kamer", "Kamer"),
                                    ("appartement", "Appartement"),
                                    ("slaapzaal", "Gedeelde slaapruimte"),
                                ],
                                max_length=12,
                                verbose_name="ruimte",
                            ),
                        ),
                        (
                            "is_toegankelijk",
                            models.BooleanField(default=False, verbose_name="toegankelijk voor een rolstoel"),
                        ),
                        (
                            "doelgroepen",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("psychiatrie", "Psychiatrie"),
                                        ("verslaving", "Verslaving"),
                                        ("lvb", "Licht verstandelijke beperking"),
                                        ("jongeren", "Jongeren van 18 tot 27 jaar"),
                                        ("ouderen", "Ouderen"),
                                        ("autisme", "Autisme"),
                                        ("forensisch", "Na detentie of forensische zorg"),
                                        ("dakloos", "Mensen zonder huis"),
                                        ("ouder_kind", "Ouders met kinderen"),
                                        ("vrouwen", "Alleen vrouwen"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="doelgroepen",
                            ),
                        ),
                        (
                            "leeftijd_vanaf",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="leeftijd vanaf"),
                        ),
                        (
                            "leeftijd_tot",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="leeftijd tot en met"),
                        ),
                        ("capaciteit", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="capaciteit")),
                        (
                            "eenheid",
                            models.CharField(
                                choices=[
                                    ("plekken", "plekken"),
                                    ("gem_personen", "personen gemiddeld"),
                                    ("adressen", "adressen"),
                                    ("onbekend", "onbekend"),
                                ],
                                default="plekken",
                                max_length=12,
                                verbose_name="eenheid",
                            ),
                        ),
                        ("bijzonderheid", models.CharField(blank=True, max_length=200, verbose_name="bijzonderheid")),
                        ("vanaf", models.DateField(verbose_name="in gebruik vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="in gebruik tot en met")),
                        ("is_te_bevestigen", models.BooleanField(default=False, verbose_name="nog te bevestigen")),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name": "locatie",
                        "verbose_name_plural": "locaties",
                        "ordering": ["aanbieder", "naam", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("tot__isnull", True), ("tot__gte", models.F("vanaf")), _connector="OR"),
                                name="locatie_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("leeftijd_vanaf__isnull", True),
                                    ("leeftijd_tot__isnull", True),
                                    ("leeftijd_tot__gte", models.F("leeftijd_vanaf")),
                                    _connector="OR",
                                ),
                                name="locatie_leeftijd",
                                violation_error_message="De hoogste leeftijd is lager dan de laagste.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("capaciteit__isnull", True), ("eenheid", "onbekend")),
                                    models.Q(
                                        models.Q(("eenheid", "onbekend"), _negated=True), ("capaciteit__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="locatie_capaciteit_met_eenheid",
                                violation_error_message="Vul de capaciteit in met de eenheid, of kies “onbekend” en laat haar leeg.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("code", ""), _negated=True),
                                fields=("code",),
                                name="locatie_code_een_keer",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Locatie",
                            "aanbieders_locatie",
                            "aanbieders_locatieversie",
                            "aanbieder_id alias bijzonderheid capaciteit categorie code doelgroepen eenheid gemeente_id huisnummer id is_eigen_instelling is_te_bevestigen is_toegankelijk leeftijd_tot leeftijd_vanaf naam plaats postcode ruimte straat toezicht tot type vanaf versie voor_regio_id",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="LocatieVersie",
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
                                to="aanbieders.locatie",
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
                            "aanbieder",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.aanbieder",
                            ),
                        ),
                        ("code", models.CharField(blank=True, max_length=3, verbose_name="code in de lijst van 2020")),
                        ("naam", models.CharField(max_length=120, verbose_name="naam")),
                        ("alias", models.CharField(blank=True, max_length=120, verbose_name="ook bekend als")),
                        (
                            "categorie",
                            models.CharField(
                                choices=[
                                    ("beschermd_wonen", "Beschermd wonen"),
                                    ("opvang_woonbegeleiding", "Opvang en woonbegeleiding"),
                                    ("jongeren", "Jongeren"),
                                    ("verslavingszorg", "Verslavingszorg"),
                                    ("ggz_ondersteuning", "GGZ ondersteuning"),
                                ],
                                default="beschermd_wonen",
                                max_length=24,
                                verbose_name="categorie",
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("eigen_woning", "In de eigen woning van de cliënt"),
                                    ("zorgboerderij", "Kleinschalige zorgboerderij"),
                                    ("appartementen", "Gebouw met appartementen"),
                                    ("groepswoning", "Groepswoning"),
                                    ("anders", "Anders"),
                                ],
                                max_length=14,
                                verbose_name="soort plek",
                            ),
                        ),
                        (
                            "is_eigen_instelling",
                            models.BooleanField(
                                default=False,
                                help_text="Nodig voor het onderdeel verblijf.",
                                verbose_name="is een eigen instelling van de aanbieder",
                            ),
                        ),
                        ("straat", models.CharField(blank=True, max_length=120, verbose_name="straat")),
                        ("huisnummer", models.CharField(blank=True, max_length=20, verbose_name="huisnummer")),
                        ("postcode", models.CharField(blank=True, max_length=7, verbose_name="postcode")),
                        ("plaats", models.CharField(blank=True, max_length=80, verbose_name="plaats")),
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
                                verbose_name="gemeente",
                            ),
                        ),
                        (
                            "voor_regio",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.regio",
                                verbose_name="capaciteit is voor regio",
                            ),
                        ),
                        (
                            "toezicht",
                            models.CharField(
                                choices=[
                                    ("geen", "Niet dag en nacht"),
                                    ("toezicht", "24-uurs toezicht: dag en nacht te bereiken"),
                                    ("aanwezigheid", "24-uurs aanwezigheid: dag en nacht iemand in huis"),
                                ],
                                default="geen",
                                max_length=12,
                                verbose_name="toezicht",
                            ),
                        ),
                        (
                            "ruimte",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("studio", "Studio met eigen voordeur"),
                                    ("kamer", "Kamer"),
                                    ("appartement", "Appartement"),
                                    ("slaapzaal", "Gedeelde slaapruimte"),
                                ],
                                max_length=12,
                                verbose_name="ruimte",
                            ),
                        ),
                        (
                            "is_toegankelijk",
                            models.BooleanField(default=False, verbose_name="toegankelijk voor een rolstoel"),
                        ),
                        (
                            "doelgroepen",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("psychiatrie", "Psychiatrie"),
                                        ("verslaving", "Verslaving"),
                                        ("lvb", "Licht verstandelijke beperking"),
                                        ("jongeren", "Jongeren van 18 tot 27 jaar"),
                                        ("ouderen", "Ouderen"),
                                        ("autisme", "Autisme"),
                                        ("forensisch", "Na detentie of forensische zorg"),
                                        ("dakloos", "Mensen zonder huis"),
                                        ("ouder_kind", "Ouders met kinderen"),
                                        ("vrouwen", "Alleen vrouwen"),
                                    ],
                                    max_length=12,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="doelgroepen",
                            ),
                        ),
                        (
                            "leeftijd_vanaf",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="leeftijd vanaf"),
                        ),
                        (
                            "leeftijd_tot",
                            models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="leeftijd tot en met"),
                        ),
                        ("capaciteit", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="capaciteit")),
                        (
                            "eenheid",
                            models.CharField(
                                choices=[
                                    ("plekken", "plekken"),
                                    ("gem_personen", "personen gemiddeld"),
                                    ("adressen", "adressen"),
                                    ("onbekend", "onbekend"),
                                ],
                                default="plekken",
                                max_length=12,
                                verbose_name="eenheid",
                            ),
                        ),
                        ("bijzonderheid", models.CharField(blank=True, max_length=200, verbose_name="bijzonderheid")),
                        ("vanaf", models.DateField(verbose_name="in gebruik vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="in gebruik tot en met")),
                        ("is_te_bevestigen", models.BooleanField(default=False, verbose_name="nog te bevestigen")),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Maatregel",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "toelating",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="maatregelen",
                                to="aanbieders.toelating",
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("toezicht", "Verscherpt toezicht"),
                                    ("clientenstop", "Cliëntenstop: geen nieuwe cliënten"),
                                    ("opschorting", "Opschorting: geen nieuwe cliënten"),
                                ],
                                max_length=14,
                                verbose_name="maatregel",
                            ),
                        ),
                        ("reden", models.TextField(max_length=5000, verbose_name="waarom")),
                        (
                            "advies",
                            models.TextField(blank=True, max_length=5000, verbose_name="advies van de toezichthouder"),
                        ),
                        ("advies_op", models.DateField(blank=True, null=True, verbose_name="advies van")),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        ("beeindigd_op", models.DateField(blank=True, null=True, verbose_name="opgeheven op")),
                        ("beeindigd_reden", models.CharField(blank=True, max_length=500, verbose_name="waarom opgeheven")),
                    ],
                    options={
                        "verbose_name": "maatregel",
                        "verbose_name_plural": "maatregelen",
                        "ordering": ["-vanaf", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reden", ""), _negated=True),
                                name="maatregel_met_reden",
                                violation_error_message="Vul in waarom u dit doet.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tot__isnull", True), ("tot__gte", models.F("vanaf")), _connector="OR"),
                                name="maatregel_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("advies", ""), ("advies_op__isnull", True)),
                                    models.Q(("advies_op__isnull", False), models.Q(("advies", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="maatregel_advies_met_datum",
                                violation_error_message="Vul bij het advies in van welke dag het is.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("soort", "opschorting"), ("advies_op__isnull", False), _connector="OR"),
                                name="maatregel_na_advies",
                                violation_error_message="Vul het advies van de toezichthouder in.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("beeindigd_op__isnull", True),
                                    models.Q(
                                        ("beeindigd_op__gte", models.F("vanaf")),
                                        models.Q(("beeindigd_reden", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="maatregel_opgeheven_met_reden",
                                violation_error_message="Vul in waarom de maatregel stopt.",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("beeindigd_op__isnull", True)),
                                fields=("toelating", "soort"),
                                name="maatregel_een_lopend",
                                violation_error_message="Deze maatregel loopt al.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Maatregel",
                            "aanbieders_maatregel",
                            "aanbieders_maatregelversie",
                            "advies advies_op beeindigd_op beeindigd_reden id reden soort toelating_id tot vanaf",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="MaatregelVersie",
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
                                to="aanbieders.maatregel",
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
                            "toelating",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.toelating",
                            ),
                        ),
                        (
                            "soort",
                            models.CharField(
                                choices=[
                                    ("toezicht", "Verscherpt toezicht"),
                                    ("clientenstop", "Cliëntenstop: geen nieuwe cliënten"),
                                    ("opschorting", "Opschorting: geen nieuwe cliënten"),
                                ],
                                max_length=14,
                                verbose_name="maatregel",
                            ),
                        ),
                        ("reden", models.TextField(max_length=5000, verbose_name="waarom")),
                        (
                            "advies",
                            models.TextField(blank=True, max_length=5000, verbose_name="advies van de toezichthouder"),
                        ),
                        ("advies_op", models.DateField(blank=True, null=True, verbose_name="advies van")),
                        ("vanaf", models.DateField(verbose_name="vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                        ("beeindigd_op", models.DateField(blank=True, null=True, verbose_name="opgeheven op")),
                        ("beeindigd_reden", models.CharField(blank=True, max_length=500, verbose_name="waarom opgeheven")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Maximumtarief",
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
                                verbose_name="product",
                            ),
                        ),
                        (
                            "bedrag",
                            aanbieders.models.product.Bedrag(decimal_places=2, max_digits=10, verbose_name="bedrag in euro"),
                        ),
                        (
                            "eenheid",
                            models.CharField(
                                choices=[
                                    ("uur", "per uur"),
                                    ("dagdeel", "per dagdeel"),
                                    ("etmaal", "per etmaal"),
                                    ("maand", "per maand"),
                                    ("stuk", "per stuk"),
                                ],
                                max_length=8,
                                verbose_name="eenheid",
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name": "maximumtarief",
                        "verbose_name_plural": "maximumtarieven",
                        "ordering": ["regio", "soort", "-periode"],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("regio", "="), ("soort", "="), ("periode", "&&")],
                                name="maximumtarief_een_per_dag",
                                violation_error_message="Dit onderdeel heeft in deze periode al een maximum.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("bedrag__gt", Decimal("0"))),
                                name="maximumtarief_boven_nul",
                                violation_error_message="Een tarief is meer dan 0 euro.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("periode__isempty", False), ("periode__lower_inf", False)),
                                name="maximumtarief_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("soort__in", ("verblijf", "compensatie"))),
                                name="maximumtarief_huisvesting",
                                violation_error_message="Een maximum is er alleen voor verblijf en voor compensatie van huurlasten.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Maximumtarief",
                            "aanbieders_maximumtarief",
                            "aanbieders_maximumtariefversie",
                            "bedrag eenheid id periode regio_id soort versie",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="MaximumtariefVersie",
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
                                to="aanbieders.maximumtarief",
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
                                verbose_name="product",
                            ),
                        ),
                        (
                            "bedrag",
                            aanbieders.models.product.Bedrag(decimal_places=2, max_digits=10, verbose_name="bedrag in euro"),
                        ),
                        (
                            "eenheid",
                            models.CharField(
                                choices=[
                                    ("uur", "per uur"),
                                    ("dagdeel", "per dagdeel"),
                                    ("etmaal", "per etmaal"),
                                    ("maand", "per maand"),
                                    ("stuk", "per stuk"),
                                ],
                                max_length=8,
                                verbose_name="eenheid",
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Overdracht",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "toelating",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="overdrachten",
                                to="aanbieders.toelating",
                            ),
                        ),
                        ("kenmerk", models.CharField(max_length=20, verbose_name="zaaknummer")),
                        ("product", models.CharField(max_length=200, verbose_name="product")),
                        (
                            "naar",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="kern.organisatie",
                                verbose_name="nieuwe aanbieder",
                            ),
                        ),
                        ("uiterlijk", models.DateField(blank=True, null=True, verbose_name="uiterlijk over op")),
                        ("overgedragen_op", models.DateField(blank=True, null=True, verbose_name="overgegaan op")),
                        ("toelichting", models.CharField(blank=True, max_length=500, verbose_name="toelichting")),
                    ],
                    options={
                        "verbose_name": "overdracht",
                        "verbose_name_plural": "overdrachten",
                        "ordering": ["kenmerk"],
                        "constraints": [
                            models.UniqueConstraint(fields=("toelating", "kenmerk"), name="overdracht_een_per_zaak"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("overgedragen_op__isnull", True), ("naar__isnull", False), _connector="OR"
                                ),
                                name="overdracht_naar_wie",
                                violation_error_message="Kies naar welke aanbieder de cliënt is gegaan.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Overdracht",
                            "aanbieders_overdracht",
                            "aanbieders_overdrachtversie",
                            "id kenmerk naar_id overgedragen_op product toelating_id toelichting uiterlijk",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="OverdrachtVersie",
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
                                to="aanbieders.overdracht",
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
                            "toelating",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.toelating",
                            ),
                        ),
                        ("kenmerk", models.CharField(max_length=20, verbose_name="zaaknummer")),
                        ("product", models.CharField(max_length=200, verbose_name="product")),
                        (
                            "naar",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="kern.organisatie",
                                verbose_name="nieuwe aanbieder",
                            ),
                        ),
                        ("uiterlijk", models.DateField(blank=True, null=True, verbose_name="uiterlijk over op")),
                        ("overgedragen_op", models.DateField(blank=True, null=True, verbose_name="overgegaan op")),
                        ("toelichting", models.CharField(blank=True, max_length=500, verbose_name="toelichting")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Plek",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "locatie",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="plekken", to="aanbieders.locatie"
                            ),
                        ),
                        ("naam", models.CharField(max_length=40, verbose_name="naam of nummer")),
                        (
                            "ruimte",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("studio", "Studio met eigen voordeur"),
                                    ("kamer", "Kamer"),
                                    ("appartement", "Appartement"),
                                    ("slaapzaal", "Gedeelde slaapruimte"),
                                ],
                                max_length=12,
                                verbose_name="ruimte",
                            ),
                        ),
                        (
                            "is_toegankelijk",
                            models.BooleanField(default=False, verbose_name="toegankelijk voor een rolstoel"),
                        ),
                        ("vanaf", models.DateField(verbose_name="in gebruik vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="in gebruik tot en met")),
                    ],
                    options={
                        "verbose_name": "plek",
                        "verbose_name_plural": "plekken",
                        "ordering": ["naam", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("locatie", "naam"),
                                name="plek_een_keer",
                                violation_error_message="Deze locatie heeft al een plek met deze naam.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tot__isnull", True), ("tot__gte", models.F("vanaf")), _connector="OR"),
                                name="plek_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Plek",
                            "aanbieders_plek",
                            "aanbieders_plekversie",
                            "id is_toegankelijk locatie_id naam ruimte tot vanaf",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="PlekVersie",
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
                                to="aanbieders.plek",
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
                            "locatie",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.locatie",
                            ),
                        ),
                        ("naam", models.CharField(max_length=40, verbose_name="naam of nummer")),
                        (
                            "ruimte",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("studio", "Studio met eigen voordeur"),
                                    ("kamer", "Kamer"),
                                    ("appartement", "Appartement"),
                                    ("slaapzaal", "Gedeelde slaapruimte"),
                                ],
                                max_length=12,
                                verbose_name="ruimte",
                            ),
                        ),
                        (
                            "is_toegankelijk",
                            models.BooleanField(default=False, verbose_name="toegankelijk voor een rolstoel"),
                        ),
                        ("vanaf", models.DateField(verbose_name="in gebruik vanaf")),
                        ("tot", models.DateField(blank=True, null=True, verbose_name="in gebruik tot en met")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Product",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "regio",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="producten",
                                to="kern.regio",
                                verbose_name="regio",
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
                                verbose_name="product",
                            ),
                        ),
                        ("naam", models.CharField(max_length=120, verbose_name="naam in de regio")),
                        ("omschrijving", models.TextField(blank=True, max_length=5000, verbose_name="wat het inhoudt")),
                        (
                            "categorie",
                            models.CharField(
                                choices=[
                                    ("beschermd_wonen", "Beschermd wonen"),
                                    ("opvang", "Opvang"),
                                    ("spoedopvang", "Spoedopvang"),
                                    ("overig", "Overige beschermd wonen en opvang"),
                                ],
                                max_length=16,
                                verbose_name="productcategorie",
                            ),
                        ),
                        (
                            "eenheid",
                            models.CharField(
                                choices=[
                                    ("uur", "per uur"),
                                    ("dagdeel", "per dagdeel"),
                                    ("etmaal", "per etmaal"),
                                    ("maand", "per maand"),
                                    ("stuk", "per stuk"),
                                ],
                                max_length=8,
                                verbose_name="eenheid",
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name": "product",
                        "verbose_name_plural": "producten",
                        "ordering": ["regio", "soort", "-periode"],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("regio", "="), ("soort", "="), ("periode", "&&")],
                                name="product_een_per_dag",
                                violation_error_message="Dit product heeft in deze periode al een versie.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("periode__isempty", False), ("periode__lower_inf", False)),
                                name="product_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Product",
                            "aanbieders_product",
                            "aanbieders_productversie",
                            "categorie eenheid id naam omschrijving periode regio_id soort versie",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="ProductVersie",
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
                                to="aanbieders.product",
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
                                verbose_name="product",
                            ),
                        ),
                        ("naam", models.CharField(max_length=120, verbose_name="naam in de regio")),
                        ("omschrijving", models.TextField(blank=True, max_length=5000, verbose_name="wat het inhoudt")),
                        (
                            "categorie",
                            models.CharField(
                                choices=[
                                    ("beschermd_wonen", "Beschermd wonen"),
                                    ("opvang", "Opvang"),
                                    ("spoedopvang", "Spoedopvang"),
                                    ("overig", "Overige beschermd wonen en opvang"),
                                ],
                                max_length=16,
                                verbose_name="productcategorie",
                            ),
                        ),
                        (
                            "eenheid",
                            models.CharField(
                                choices=[
                                    ("uur", "per uur"),
                                    ("dagdeel", "per dagdeel"),
                                    ("etmaal", "per etmaal"),
                                    ("maand", "per maand"),
                                    ("stuk", "per stuk"),
                                ],
                                max_length=8,
                                verbose_name="eenheid",
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Tarief",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "aanbieder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tarieven",
                                to="aanbieders.aanbieder",
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
                                verbose_name="product",
                            ),
                        ),
                        (
                            "bedrag",
                            aanbieders.models.product.Bedrag(decimal_places=2, max_digits=10, verbose_name="bedrag in euro"),
                        ),
                        (
                            "eenheid",
                            models.CharField(
                                choices=[
                                    ("uur", "per uur"),
                                    ("dagdeel", "per dagdeel"),
                                    ("etmaal", "per etmaal"),
                                    ("maand", "per maand"),
                                    ("stuk", "per stuk"),
                                ],
                                max_length=8,
                                verbose_name="eenheid",
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name": "tarief",
                        "verbose_name_plural": "tarieven",
                        "ordering": ["aanbieder", "regio", "soort", "-periode"],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("aanbieder", "="), ("regio", "="), ("soort", "="), ("periode", "&&")],
                                name="tarief_een_per_dag",
                                violation_error_message="Voor dit product is in deze periode al een tarief.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("bedrag__gt", Decimal("0"))),
                                name="tarief_boven_nul",
                                violation_error_message="Een tarief is meer dan 0 euro.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("periode__isempty", False), ("periode__lower_inf", False)),
                                name="tarief_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("soort", "zelfvoorzienend"), _negated=True),
                                name="tarief_niet_zelfvoorzienend",
                                violation_error_message="Zelfvoorzienend heeft geen tarief: de cliënt betaalt zelf.",
                            ),
                        ],
                        "triggers": kern.schema.RowHistory(
                            "aanbieders.Tarief",
                            "aanbieders_tarief",
                            "aanbieders_tariefversie",
                            "aanbieder_id bedrag eenheid id periode regio_id soort versie",
                        ),
                    },
                ),
                migrations.CreateModel(
                    name="TariefVersie",
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
                                to="aanbieders.tarief",
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
                            "aanbieder",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="aanbieders.aanbieder",
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
                                verbose_name="product",
                            ),
                        ),
                        (
                            "bedrag",
                            aanbieders.models.product.Bedrag(decimal_places=2, max_digits=10, verbose_name="bedrag in euro"),
                        ),
                        (
                            "eenheid",
                            models.CharField(
                                choices=[
                                    ("uur", "per uur"),
                                    ("dagdeel", "per dagdeel"),
                                    ("etmaal", "per etmaal"),
                                    ("maand", "per maand"),
                                    ("stuk", "per stuk"),
                                ],
                                max_length=8,
                                verbose_name="eenheid",
                            ),
                        ),
                        ("periode", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="geldig")),
                        ("versie", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Toelating",
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
                            "financiering",
                            models.CharField(
                                choices=[
                                    ("per_indicatie", "Uitvoeringsovereenkomst, betaald per indicatie"),
                                    ("subsidie", "Subsidie op de werkelijke kosten"),
                                ],
                                max_length=14,
                                verbose_name="financiering",
                            ),
                        ),
                        (
                            "aanvraag",
                            models.TextField(blank=True, max_length=5000, verbose_name="wat de aanbieder wil leveren"),
                        ),
                        ("aangevraagd_op", models.DateField(verbose_name="aanvraag ontvangen op")),
                        ("geinformeerd_op", models.DateField(blank=True, null=True, verbose_name="informatie gestuurd op")),
                        ("getoetst_vanaf", models.DateField(blank=True, null=True, verbose_name="toets begonnen op")),
                        ("ontbreekt", models.TextField(blank=True, max_length=5000, verbose_name="wat ontbreekt")),
                        (
                            "aanvulling_gevraagd_op",
                            models.DateField(blank=True, null=True, verbose_name="om aanvulling gevraagd op"),
                        ),
                        ("aanvulling_tot", models.DateField(blank=True, null=True, verbose_name="aanvullen tot en met")),
                        ("aangevuld_op", models.DateField(blank=True, null=True, verbose_name="aangevuld op")),
                        ("besloten_op", models.DateField(blank=True, null=True, verbose_name="besluit verzonden op")),
                        ("motivering", models.TextField(blank=True, max_length=20000, verbose_name="waarom")),
                        ("toegelaten_vanaf", models.DateField(blank=True, null=True, verbose_name="toegelaten vanaf")),
                        ("toegelaten_tot", models.DateField(blank=True, null=True, verbose_name="toegelaten tot en met")),
                        ("actief_vanaf", models.DateField(blank=True, null=True, verbose_name="levert vanaf")),
                        ("eindigt_op", models.DateField(blank=True, null=True, verbose_name="laatste dag")),
                        (
                            "einde_reden",
                            models.TextField(blank=True, max_length=5000, verbose_name="waarom de samenwerking stopt"),
                        ),
                    ],
                    options={
                        "verbose_name": "toelating",
                        "verbose_name_plural": "toelatingen",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("toegelaten_tot__isnull", True),
                                    models.Q(
                                        ("toegelaten_tot__gte", models.F("toegelaten_vanaf")),
                                        ("toegelaten_vanaf__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="toelating_periode",
                                violation_error_message="De einddatum ligt vóór de begindatum.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("aanvulling_tot__isnull", True),
                                    models.Q(
                                        ("aanvulling_gevraagd_op__isnull", False),
                                        ("aanvulling_tot__gt", models.F("aanvulling_gevraagd_op")),
                                    ),
                                    _connector="OR",
                                ),
                                name="toelating_aanvulling",
                                violation_error_message="De laatste dag ligt na de dag waarop u om aanvulling vraagt.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("eindigt_op__isnull", True),
                                    models.Q(("einde_reden", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="toelating_einde_met_reden",
                                violation_error_message="Vul in waarom de samenwerking stopt.",
                            ),
                        ],
                    },
                    bases=("kern.dossier",),
                ),
                migrations.CreateModel(
                    name="Verledenvaststelling",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "aanbieder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="verledens",
                                to="aanbieders.aanbieder",
                            ),
                        ),
                        (
                            "verleden",
                            models.CharField(
                                choices=[
                                    ("onbekend", "Nog niet bekend"),
                                    ("geen", "Geen zorg vóór 2015"),
                                    ("awbz", "Zorgaanbieder volgens de AWBZ"),
                                    ("pgb", "Zorg betaald uit pgb"),
                                    ("beide", "AWBZ en pgb"),
                                ],
                                max_length=10,
                                verbose_name="vóór 1-1-2015",
                            ),
                        ),
                        ("bewijs", models.CharField(max_length=500, verbose_name="waaruit blijkt dat")),
                        ("reden", models.CharField(max_length=500, verbose_name="waarom u dit vastlegt of wijzigt")),
                        (
                            "door",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("vastgesteld_op", models.DateField(verbose_name="vastgesteld op")),
                        ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                    ],
                    options={
                        "verbose_name": "status vóór 2015",
                        "ordering": ["-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reden", ""), _negated=True), models.Q(("bewijs", ""), _negated=True)
                                ),
                                name="verleden_met_bewijs_en_reden",
                                violation_error_message="Vul in waaruit het blijkt en waarom u het vastlegt.",
                            )
                        ],
                        "triggers": [
                            pgtrigger.compiler.Trigger(
                                name="verleden_niet_wijzigen",
                                sql=pgtrigger.compiler.UpsertTriggerSql(
                                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                                    hash="26ed97faba6dfa1c57eedc569b76cbfe9509dd62",
                                    operation="UPDATE OR DELETE",
                                    pgid="pgtrigger_verleden_niet_wijzigen_3346b",
                                    table="aanbieders_verledenvaststelling",
                                    when="BEFORE",
                                ),
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
