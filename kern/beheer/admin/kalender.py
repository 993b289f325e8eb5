"""The days that a decree equates with a holiday."""

from django.contrib import admin

from kern.beheer.admin.basis import BeheerForm
from kern.beheer.admin.raakt import RaaktTermijnen
from kern.models import GelijkgesteldeDag
from kern.schermen.forms.velden import DatumVeld
from kern.tijd import opschorten


class DagForm(BeheerForm):
    datum = DatumVeld(label="Datum")


@admin.register(GelijkgesteldeDag)
class DagBeheer(RaaktTermijnen):
    form = DagForm
    list_display = ["datum", "naam", "bron", "versie"]
    fields = ["datum", "naam", "bron", "versie"]

    def geraakte_taken(self, obj, oud):
        return opschorten.geraakt(vanaf=min(obj.datum, oud.datum) if oud else obj.datum)
