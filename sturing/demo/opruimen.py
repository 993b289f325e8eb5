"""Throw the demo away: everything but the reference data, and the files of its documents."""

from django.apps import apps
from django.db import connection, transaction

from kern.models import Document, GelijkgesteldeDag, Gemeente, Organisatie, Regio, RegioInstelling
from kern.stukken import opslag

APPS = ("kern", "cimot", "indicaties", "aanbieders", "opvang", "uitstroom", "toezicht")
BLIJFT = {
    Regio,
    RegioInstelling,
    Gemeente,
    GelijkgesteldeDag,
    Organisatie,
    apps.get_model("cimot", "Criterium"),
    apps.get_model("cimot", "Verordening"),
}


def alles() -> None:
    """TRUNCATE, which the logs allow to the owner of the tables only: the application's own role cannot do this."""
    blijft = BLIJFT | {getattr(model, "pgh_event_model", None) for model in BLIJFT}
    modellen = [model for app in APPS for model in apps.get_app_config(app).get_models() if model not in blijft]
    tabellen = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in modellen)
    bestanden = list(Document.objects.values_list("uuid", flat=True))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tabellen} RESTART IDENTITY CASCADE")
        transaction.on_commit(lambda: [opslag.verwijder(uuid) for uuid in bestanden])
