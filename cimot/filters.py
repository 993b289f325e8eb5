import django_filters
from django import forms
from django.utils import timezone

from cimot.models import Aanmelding, LandelijkeToegang, Onderwerp, Spoedvoorziening
from cimot.processen import landelijk, spoed
from cimot.processen.aanmelding import Status
from kern.models import Gebruiker, Rolverlening
from kern.schermen.forms.velden import DatumVeld


class DatumFilter(django_filters.Filter):
    field_class = DatumVeld


class AanmeldingFilter(django_filters.FilterSet):
    """The filters of the list: all on columns of the dossier, at most one of the child."""

    STANDEN = [("open", "lopend"), ("gesloten", "afgesloten")]

    stand = django_filters.ChoiceFilter(label="Stand", choices=STANDEN, method="filter_stand", empty_label="alle")
    status = django_filters.ChoiceFilter(label="Status", choices=Status.choices, empty_label="alle")
    onderwerp = django_filters.ChoiceFilter(label="Onderwerp", choices=Onderwerp.choices, empty_label="alle")
    behandelaar = django_filters.ModelChoiceFilter(
        label="Casemanager", queryset=lambda request: collegas(request), empty_label="iedereen"
    )
    vanaf = DatumFilter(label="Geopend vanaf", field_name="geopend_op", lookup_expr="gte")
    tot = DatumFilter(label="Geopend tot en met", field_name="geopend_op", lookup_expr="lte")

    class Meta:
        model = Aanmelding
        fields = []
        form = forms.Form

    def filter_stand(self, queryset, name, value):
        return queryset.filter(gesloten_op__isnull=value == "open")


class SpoedFilter(AanmeldingFilter):
    onderwerp = None
    status = django_filters.ChoiceFilter(label="Status", choices=spoed.Status.choices, empty_label="alle")

    class Meta(AanmeldingFilter.Meta):
        model = Spoedvoorziening


class LandelijkFilter(AanmeldingFilter):
    onderwerp = None
    status = django_filters.ChoiceFilter(label="Status", choices=landelijk.Status.choices, empty_label="alle")
    richting = django_filters.ChoiceFilter(label="Richting", choices=LandelijkeToegang.Richting.choices, empty_label="beide")

    class Meta(AanmeldingFilter.Meta):
        model = LandelijkeToegang


def collegas(request):
    """The people of one's own regions."""
    rollen = Rolverlening.objects.op(timezone.localdate()).filter(regio__in=request.user.regio_ids)
    return Gebruiker.objects.filter(pk__in=rollen.values("gebruiker")).order_by("naam")
