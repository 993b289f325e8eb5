"""What every page of the administration shares: Dutch sentences of constraints, periods, history, no deleting."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpResponseBadRequest
from django.shortcuts import render
from django.utils.text import capfirst

from kern.beheer.admin import geschiedenis
from kern.proces import actions
from kern.schermen.forms.velden import DatumVeld
from kern.schermen.nummers import nummer
from kern.tijd.periode import Periode

BOTST = "Dit kan niet worden opgeslagen: het botst met iets wat er al staat."
PER_BLAD = 50


class BeheerForm(forms.ModelForm):
    """A refusal of the database comes back as a sentence on the form, with what was typed."""

    weigering = ""

    def clean(self):
        schoon = super().clean()
        if self.weigering:
            raise forms.ValidationError(self.weigering)
        return schoon


class PeriodeForm(BeheerForm):
    """A period as two days that both count; see `kern.tijd.periode`. The constraints of the period are judged too."""

    vanaf = DatumVeld(label="Vanaf")
    tot_en_met = DatumVeld(label="Tot en met", required=False, help_text="Leeg: loopt door.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        periode = self.instance.periode if self.instance.pk else None
        if periode:
            self.initial |= {"vanaf": periode.vanaf, "tot_en_met": periode.tot}

    def clean(self):
        schoon = super().clean()
        vanaf, tot_en_met = schoon.get("vanaf"), schoon.get("tot_en_met")
        if vanaf and tot_en_met and tot_en_met < vanaf:
            self.add_error("tot_en_met", "De laatste dag ligt vóór de eerste dag.")
        elif vanaf and "tot_en_met" not in self.errors:
            self.instance.periode = Periode(vanaf, tot_en_met)
        return schoon

    def _get_validation_exclusions(self):
        # Django skips constraints of fields that are not on the form; the period is, as two days.
        uitgezonderd = super()._get_validation_exclusions()
        return uitgezonderd if self.errors else uitgezonderd - {"periode"}


class ZonderVensters:
    """Plain choices: the pop-up windows of the admin would lead away from what was typed here."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        veld = super().formfield_for_dbfield(db_field, request, **kwargs)
        for knop in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
            if hasattr(getattr(veld, "widget", None), knop):
                setattr(veld.widget, knop, False)
        return veld


class Beheer(ZonderVensters, admin.ModelAdmin):
    """Base of all pages of the administration."""

    form = BeheerForm
    list_per_page = PER_BLAD
    show_full_result_count = False
    save_on_top = False
    view_on_site = False

    def has_delete_permission(self, request, obj=None):
        return False

    def lookup_allowed(self, lookup, value, request):
        # Else a hash can be guessed sign by sign in the address of a list. PostgreSQL has no text with a NUL in it.
        is_leesbaar = not lookup.startswith("password") and "\x00" not in str(value)
        return is_leesbaar and super().lookup_allowed(lookup, value, request)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.weigering = getattr(request, "weigering", "")
        return form

    def changelist_view(self, request, extra_context=None):
        # Django's own filter on what was ticked breaks on what is no number.
        if any(nummer(pk) is None for pk in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            return HttpResponseBadRequest("Kies de regels opnieuw.")
        titel = capfirst(self.opts.verbose_name_plural)
        return super().changelist_view(request, {"title": titel, **(extra_context or {})})

    def message_user(self, request, message, level=messages.INFO, *args, **kwargs):
        # Django's own sentence after saving is long and full of praise.
        kort = "Opgeslagen." if level == messages.SUCCESS else message
        super().message_user(request, kort, level, *args, **kwargs)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError as fout:
            # Everything was rolled back; the same form again, now with the sentence of the constraint.
            request.weigering = actions.zin_bij(fout) or BOTST
            return super().changeform_view(request, object_id, form_url, extra_context)

    def hoort_erbij(self, onderwerp):
        """Rows of other tables whose history belongs to this one's."""
        return []

    def history_view(self, request, object_id, extra_context=None):
        """The row history that triggers write, so that changes outside these pages are in it too."""
        onderwerp = self.get_object(request, object_id)
        if onderwerp is None or not hasattr(onderwerp, "versies"):
            return super().history_view(request, object_id, extra_context)
        if not self.has_view_or_change_permission(request, onderwerp):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": f"Geschiedenis van {onderwerp}",
            "opts": self.opts,
            "object": onderwerp,
            "versies": geschiedenis.van(onderwerp, *self.hoort_erbij(onderwerp)),
        }
        return render(request, "admin/geschiedenis.html", context)
