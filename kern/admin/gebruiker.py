"""Users and their roles. A password is never typed here: an invitation lets people choose their own."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from kern import gebruikers, tweede_stap
from kern.admin.basis import Beheer, BeheerForm, PeriodeForm, ZonderVensters
from kern.models import Gebruiker, Rolverlening
from kern.proces import Weigering


class RolForm(PeriodeForm):
    """What has begun keeps its role, place and first day: end it and give another one."""

    VAST = ("rol", "regio", "gemeente", "organisatie", "vanaf")

    class Meta:
        model = Rolverlening
        fields = ["rol", "regio", "gemeente", "organisatie"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.periode.lower < timezone.localdate():
            for naam in self.VAST:
                self.fields[naam].disabled = True


class RolFormset(BaseInlineFormSet):
    door = None

    def clean(self):
        super().clean()
        if self.instance.pk == self.door.pk and any(form.has_changed() for form in self.forms):
            raise ValidationError("U kunt uzelf geen rol geven of afnemen. Vraag een andere beheerder.")


class RolInline(ZonderVensters, admin.StackedInline):
    model = Rolverlening
    form = RolForm
    formset = RolFormset
    fk_name = "gebruiker"
    fields = [("rol", "vanaf", "tot_en_met"), ("regio", "gemeente", "organisatie")]
    extra = 0
    can_delete = False
    verbose_name = "rol"
    verbose_name_plural = "rollen"

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.door = request.user
        return formset

    def has_delete_permission(self, request, obj=None):
        return False


class GebruikerForm(BeheerForm):
    def clean_gebruikersnaam(self):
        # Small letters only: one name is one counter of wrong passwords.
        return self.cleaned_data["gebruikersnaam"].strip().lower()


@admin.register(Gebruiker)
class GebruikerBeheer(Beheer):
    form = GebruikerForm
    inlines = [RolInline]
    list_display = ["naam", "gebruikersnaam", "email", "organisatie", "rollen_nu", "is_active", "met_tweede_stap"]
    list_filter = ["is_active", "organisatie"]
    list_select_related = ["organisatie"]
    search_fields = ["naam", "gebruikersnaam", "email"]
    fields = ["gebruikersnaam", "naam", "email", "organisatie"]
    actions = ["uitnodiging_sturen", "tweede_stap_wissen", "inloggen_stoppen", "inloggen_toestaan"]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .prefetch_related("rolverleningen__regio", "rolverleningen__gemeente", "rolverleningen__organisatie")
        )

    def hoort_erbij(self, gebruiker):
        return gebruiker.rolverleningen.all()

    @admin.display(description="rollen vandaag")
    def rollen_nu(self, gebruiker):
        vandaag = timezone.localdate()
        rijen = [r for r in gebruiker.rolverleningen.all() if vandaag in r.periode]
        return ", ".join(str(rij) for rij in rijen) or "geen"

    @admin.display(description="tweede stap", boolean=True)
    def met_tweede_stap(self, gebruiker):
        return gebruiker.pk in self._met_app

    def changelist_view(self, request, extra_context=None):
        # One query for the whole list, not one per row.
        self._met_app = set(TOTPDevice.objects.filter(confirmed=True).values_list("user_id", flat=True))
        return super().changelist_view(request, extra_context)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if not change:
            messages.info(request, f"Geef {obj.naam} een rol. Kies daarna in de lijst bij Actie: Uitnodiging sturen.")

    def save_formset(self, request, form, formset, change):
        for rol in formset.save(commit=False):
            rol.verleend_door = request.user
            rol.save()

    def _voor_elk(self, request, queryset, actie, gedaan):
        """One refusal does not stop the others."""
        aantal = 0
        for gebruiker in queryset:
            try:
                actie(gebruiker, door=request.user, op=timezone.now())
                aantal += 1
            except Weigering as weigering:
                messages.warning(request, weigering.zin)
        if aantal:
            messages.info(request, f"{gedaan}: {aantal}.")

    @admin.action(description="Uitnodiging sturen", permissions=["change"])
    def uitnodiging_sturen(self, request, queryset):
        self._voor_elk(request, queryset, gebruikers.uitnodigen, "Uitnodigingen die worden verstuurd")

    @admin.action(description="Tweede stap wissen", permissions=["change"])
    def tweede_stap_wissen(self, request, queryset):
        self._voor_elk(request, queryset, tweede_stap.wissen, "Tweede stap gewist")

    @admin.action(description="Inloggen stoppen", permissions=["change"])
    def inloggen_stoppen(self, request, queryset):
        self._voor_elk(request, queryset, gebruikers.inloggen_stoppen, "Inloggen gestopt")

    @admin.action(description="Inloggen weer toestaan", permissions=["change"])
    def inloggen_toestaan(self, request, queryset):
        self._voor_elk(request, queryset, gebruikers.inloggen_toestaan, "Inloggen weer toegestaan")
