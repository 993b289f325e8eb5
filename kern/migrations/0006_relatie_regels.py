"""Which ground fits which relation, and an address for who gets letters."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("kern", "0005_documenten_wereld")]
    operations = [
        # Each kind of representative has its own rule, which says more.
        migrations.RemoveConstraint(model_name="relatie", name="relatie_vertegenwoordiger_met_grond"),
        migrations.AddConstraint(
            model_name="relatie",
            constraint=models.CheckConstraint(
                condition=~Q(soort="gemachtigde") | Q(grond="volmacht"),
                name="relatie_gemachtigde_met_volmacht",
                violation_error_message="Een gemachtigde heeft een volmacht van de cliënt nodig.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relatie",
            constraint=models.CheckConstraint(
                condition=~Q(grond="rechter") | Q(soort__in=["curator", "mentor", "bewindvoerder", "voogd"]),
                name="relatie_rechter_benoemt",
                violation_error_message="De rechter benoemt een curator, mentor, bewindvoerder of voogd.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relatie",
            constraint=models.CheckConstraint(
                condition=~Q(grond="wet") | Q(soort__in=["partner", "ouder", "kind", "broer_zus", "naaste"]),
                name="relatie_wet_voor_naasten",
                violation_error_message="Volgens de wet kan alleen een partner, familielid of andere naaste dit zijn.",
            ),
        ),
        migrations.AddConstraint(
            model_name="relatie",
            constraint=models.CheckConstraint(
                condition=~(Q(krijgt_brieven=True) | Q(soort="curator"))
                | ~Q(email="")
                | (~Q(straat="") & ~Q(huisnummer="") & ~Q(plaats="")),
                name="relatie_brieven_met_adres",
                violation_error_message="Hij krijgt brieven. Vul straat, huisnummer en plaats in, of een e-mailadres.",
            ),
        ),
    ]
