"""The checklists of the regions, the bye-laws and the mandates, kept by the functional administrator."""

from django.contrib import admin

from cimot.models import Criterium, Mandaat, Verordening
from kern.beheer.admin.basis import Beheer, PeriodeForm
from kern.models import Gebruiker, Gemeente


class MetPeriode(Beheer):
    """A row that holds from a day to a day."""

    form = PeriodeForm

    @admin.display(description="vanaf", ordering="periode")
    def vanaf(self, rij):
        return rij.periode.vanaf

    @admin.display(description="tot en met")
    def tot_en_met(self, rij):
        return rij.periode.tot


@admin.register(Criterium)
class CriteriumBeheer(MetPeriode):
    list_display = ["vraag", "regio", "onderwerp", "volgorde", "vanaf", "tot_en_met"]
    list_filter = ["regio", "onderwerp"]
    list_select_related = ["regio"]
    fields = ["regio", "onderwerp", "code", "vraag", "advies", "bron", "volgorde", "vanaf", "tot_en_met"]


class VanCollege(MetPeriode):
    """A besluit is taken by the college of a centre municipality (Q-03)."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "college":
            kwargs["queryset"] = Gemeente.objects.filter(is_centrum=True)
        if db_field.name == "gebruiker":
            kwargs["queryset"] = Gebruiker.objects.filter(is_active=True).order_by("naam")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(Verordening)
class VerordeningBeheer(VanCollege):
    list_display = ["naam", "versie", "college", "vanaf", "tot_en_met"]
    list_filter = ["college"]
    list_select_related = ["college"]
    fields = ["college", "naam", "versie", "vanaf", "tot_en_met"]


@admin.register(Mandaat)
class MandaatBeheer(VanCollege):
    list_display = ["gebruiker", "soort", "college", "vanaf", "tot_en_met"]
    list_filter = ["college", "soort"]
    list_select_related = ["gebruiker", "college"]
    search_fields = ["gebruiker__naam"]
    fields = ["gebruiker", "college", "soort", "bron", "vanaf", "tot_en_met"]
