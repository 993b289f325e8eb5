"""The checklists of the regions, kept by the functional administrator."""

from django.contrib import admin

from cimot.models import Criterium
from kern.admin.basis import Beheer, PeriodeForm


@admin.register(Criterium)
class CriteriumBeheer(Beheer):
    form = PeriodeForm
    list_display = ["vraag", "regio", "onderwerp", "volgorde", "vanaf", "tot_en_met"]
    list_filter = ["regio", "onderwerp"]
    list_select_related = ["regio"]
    fields = ["regio", "onderwerp", "code", "vraag", "advies", "bron", "volgorde", "vanaf", "tot_en_met"]

    @admin.display(description="vanaf", ordering="periode")
    def vanaf(self, criterium):
        return criterium.periode.lower

    @admin.display(description="tot en met")
    def tot_en_met(self, criterium):
        return PeriodeForm.laatste(criterium.periode)
