"""Checks at start-up: every process has its model, and no dossier is stranded in a status that left its table."""

from django.apps import apps
from django.core.checks import Error, Tags, register
from django.db import connection

from kern.proces import PROCESSEN


@register()
def processen_hebben_een_model(app_configs, **kwargs):
    fouten = []
    for proces in PROCESSEN.values():
        try:
            apps.get_model(proces.model)
        except (LookupError, ValueError):
            fouten.append(Error(f"Process {proces.soort} names the unknown model {proces.model!r}.", id="kern.E001"))
    return fouten


@register(Tags.database)
def geen_gestrande_dossiers(app_configs, databases=None, **kwargs):
    """A status that disappears from a table needs a data migration (runs with `migrate` and `check --database`)."""
    from kern.models import Dossier

    # On a new database this runs before the first migration.
    if not databases or Dossier._meta.db_table not in connection.introspection.table_names():
        return []
    fouten = []
    for soort, status in Dossier.objects.order_by().values_list("soort", "status").distinct():
        if soort not in PROCESSEN or status not in PROCESSEN[soort].statussen.values:
            fouten.append(Error(f"Dossiers stand in {soort}.{status}, which no table knows.", id="kern.E002"))
    return fouten
