"""Two logs that can only grow: what was done, and who saw whom (L-74). The database refuses UPDATE and DELETE (a trigger),
and TRUNCATE (the application's role has no right to it).

They hold keys and codes only, never a name, a BSN or free text, and no foreign keys: the destruction of a dossier never
has to touch them.
"""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from kern.tijd.velden import VastgelegdVeld
from kern.toegang.rollen import Wereld


def _alleen_toevoegen(naam):
    return [pgtrigger.Protect(name=f"{naam}_niet_wijzigen", operation=pgtrigger.Update | pgtrigger.Delete)]


class Gebeurtenis(models.Model):
    """An action on a dossier, written in the transaction of that action."""

    wereld = models.CharField(max_length=20, choices=Wereld)
    dossier_id = models.BigIntegerField(null=True)
    client_id = models.BigIntegerField(null=True)
    soort = models.CharField(max_length=30)
    actie = models.CharField(max_length=60)
    van = models.CharField(max_length=40, blank=True)
    naar = models.CharField(max_length=40, blank=True)
    gebruiker_id = models.BigIntegerField(null=True)
    rol = models.CharField(max_length=40, blank=True)
    namens = models.CharField(max_length=40, blank=True)
    kanaal = models.CharField(max_length=20, blank=True)
    verwijst_naar_id = models.BigIntegerField(null=True)
    waarden = models.JSONField(default=dict)
    op = models.DateTimeField()
    vastgelegd_op = VastgelegdVeld()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["dossier_id", "-id"], name="gebeurtenis_dossier"),
            models.Index(fields=["client_id", "-id"], name="gebeurtenis_client"),
            # At entry: was the person known already (`kern.personen.dubbel`).
            models.Index(fields=["op"], name="gebeurtenis_gevonden", condition=models.Q(waarden__has_key="gevonden")),
        ]
        triggers = _alleen_toevoegen("gebeurtenis")

    def __str__(self):
        return f"{self.soort}.{self.actie}"


class Inzage(models.Model):
    """Who saw which clients: one row per response. If it cannot be written, nothing is shown (`kern.toegang.middleware`)."""

    class Soort(models.TextChoices):
        DETAIL = "detail", "pagina bekeken"
        LIJST = "lijst", "lijst bekeken"
        ZOEKEN = "zoeken", "gezocht"
        EXPORT = "export", "geëxporteerd"
        WEIGERING = "weigering", "geweigerd"

    soort = models.CharField(max_length=12, choices=Soort)
    wereld = models.CharField(max_length=20, blank=True)
    gebruiker_id = models.BigIntegerField()
    rol = models.CharField(max_length=40, blank=True)
    namens_ids = ArrayField(models.BigIntegerField(), default=list)
    pagina = models.CharField(max_length=80)
    dossier_id = models.BigIntegerField(null=True)
    client_ids = ArrayField(models.BigIntegerField(), default=list)
    klassen = ArrayField(models.CharField(max_length=4), default=list)
    aantal = models.PositiveIntegerField(default=0)
    status = models.PositiveSmallIntegerField()
    referentie = models.CharField(max_length=20)
    op = VastgelegdVeld()

    class Meta:
        ordering = ["-id"]
        indexes = [
            GinIndex(fields=["client_ids"], name="inzage_client"),
            models.Index(fields=["gebruiker_id", "-id"], name="inzage_gebruiker"),
        ]
        triggers = _alleen_toevoegen("inzage")

    def __str__(self):
        return f"{self.soort} {self.pagina}"
