"""The filters of the list of toelatingen: all on columns of the dossier."""

import django_filters
from django import forms

from aanbieders.models import Toelating
from aanbieders.processen.toelating import Status
from kern.models import Regio
from kern.personen import namen


class ToelatingFilter(django_filters.FilterSet):
    STANDEN = [("open", "lopend"), ("gesloten", "afgesloten")]

    zoek = django_filters.CharFilter(label="Naam of kenmerk", method="op_tekst", max_length=100)
    stand = django_filters.ChoiceFilter(label="Stand", choices=STANDEN, method="op_stand", empty_label="alle")
    status = django_filters.ChoiceFilter(label="Status", choices=Status.choices, empty_label="alle")
    regio = django_filters.ModelChoiceFilter(
        label="Regio", queryset=lambda request: Regio.objects.filter(pk__in=request.user.regio_ids), empty_label="alle"
    )

    class Meta:
        model = Toelating
        fields = []
        form = forms.Form

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Who works for one region has nothing to choose.
        if len(set(self.request.user.regio_ids)) < 2:
            del self.filters["regio"]

    def op_tekst(self, queryset, name, value):
        """Each word stands somewhere in the name; or it is the whole kenmerk."""
        tekst = value.replace("\x00", "").strip()
        gevonden = queryset
        for woord in namen.plat(tekst).split():
            gevonden = gevonden.filter(sorteernaam__contains=woord)
        return gevonden | queryset.filter(kenmerk__iexact=tekst)

    def op_stand(self, queryset, name, value):
        return queryset.filter(gesloten_op__isnull=value == "open")
