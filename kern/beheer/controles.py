"""Checks at start-up: every process has its model, and no dossier is stranded in a status that left its table."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import connection

from kern.models import Dossier
from kern.proces.tabel import PROCESSEN
from kern.stukken import opslag


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
    # On a new database this runs before the first migration.
    if not databases or Dossier._meta.db_table not in connection.introspection.table_names():
        return []
    fouten = []
    for soort, status in Dossier.objects.order_by().values_list("soort", "status").distinct():
        if soort not in PROCESSEN or status not in PROCESSEN[soort].statussen.values:
            fouten.append(Error(f"Dossiers stand in {soort}.{status}, which no table knows.", id="kern.E002"))
    return fouten


@register()
def documenten_liggen_niet_in_beeld(app_configs, **kwargs):
    """No folder from which a web server hands out files may hold a document."""
    map_ = Path(settings.DOCUMENTEN_MAP).resolve()
    getoond = [
        settings.STATIC_ROOT,
        settings.MEDIA_ROOT,
        *(d[1] if isinstance(d, tuple) else d for d in settings.STATICFILES_DIRS),
    ]
    fouten = [
        Error(f"DOCUMENTEN_MAP lies in {deel}, which the web server shows.", id="kern.E003")
        for deel in getoond
        if deel and map_.is_relative_to(Path(str(deel)).resolve())
    ]
    if settings.CLAMD_URL and not settings.CLAMD_URL.startswith(("tcp://", "unix:///")):
        fouten.append(Error("CLAMD_URL must begin with tcp:// or unix:///.", id="kern.E004"))
    return fouten


@register(Tags.database)
def documenten_kunnen_worden_bewaard(app_configs, databases=None, **kwargs):
    """Write one file and remove it; with `migrate` and `check --database`, so that a build needs no folder."""
    if not databases:
        return []
    try:
        opslag.probeer()
    except OSError as fout:
        return [Error(f"DOCUMENTEN_MAP cannot be written: {type(fout).__name__}.", id="kern.E005")]
    return []
