"""Users and their roles. A password is never typed here: an invitation lets people choose their own."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Q
from django.forms import BaseInlineFormSet
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django_otp.plugins.otp_totp.models import TOTPDevice

from kern.beheer.admin.basis import Beheer, BeheerForm, PeriodeForm, ZonderVensters
from kern.models import Dossier, Gebruiker, Regio, Rolverlening
from kern.proces.weigering import Weigering
from kern.templatetags.cimot import meervoud, opsomming
from kern.toegang import gebruikers, tweede_stap
from kern.werk import team
from kern.werk.forms.team import OverdragenEnStoppen


class RolForm(PeriodeForm):
    """What has begun keeps its role, place and first day: end it and give another one."""

    VAST = ("rol", "regio", "gemeente", "organisatie", "vanaf")

    class Meta:
        model = Rolverlening
        fields = ["rol", "regio", "gemeente", "organisatie"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and self.instance.periode.vanaf < timezone.localdate():
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

    def get_urls(self):
        overdragen = self.admin_site.admin_view(self.overdragen)
        return [path("<int:pk>/overdragen/", overdragen, name="kern_gebruiker_overdragen"), *super().get_urls()]

    def overdragen(self, request, pk):
        """Give the work to colleagues and stop the account, in one action. Counts per region, never a case or a client."""
        gebruiker = Gebruiker.objects.filter(pk=pk).first()
        if not self.has_change_permission(request, gebruiker):
            raise PermissionDenied
        if gebruiker is None:
            raise Http404
        waarnemingen = gebruikers.hangend(gebruiker, op=timezone.now()).waarnemingen
        opties = {"gebruiker": gebruiker, "regios": _werk_per_regio(gebruiker), "waarnemingen": waarnemingen}
        form = OverdragenEnStoppen(request.POST if request.method == "POST" else None, **opties)
        if request.method == "POST" and form.is_valid():
            try:
                team.overdragen_en_stoppen(gebruiker, door=request.user, op=timezone.now(), **form.argumenten())
            except Weigering as weigering:
                form.add_error(weigering.veld if weigering.veld in form.fields else None, weigering.zin)
            else:
                messages.info(request, f"Het werk van {gebruiker} is overgedragen. {gebruiker} kan niet meer inloggen.")
                return redirect("admin:kern_gebruiker_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": f"Werk van {gebruiker} overdragen en inloggen stoppen",
            "opts": self.opts,
            "object": gebruiker,
            "form": form,
        }
        return render(request, "admin/overdragen.html", context)

    def _voor_elk(self, request, queryset, actie, gedaan):
        """One refusal does not stop the others."""
        aantal = 0
        for gebruiker in queryset:
            try:
                actie(gebruiker, door=request.user, op=timezone.now())
                aantal += 1
            except gebruikers.WerkHangt as weigering:
                url = reverse("admin:kern_gebruiker_overdragen", args=[gebruiker.pk])
                knop = format_html('<a href="{}">Werk overdragen en daarna stoppen</a>', url)
                messages.warning(request, format_html("{} {}", weigering.zin, knop))
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


def _werk_per_regio(gebruiker) -> list[dict]:
    """Where he has open work, as numbers."""
    open_ = Dossier.objects.open().order_by().values_list("regio")
    eigen = dict(open_.filter(behandelaar=gebruiker).annotate(aantal=Count("pk")))
    mee = dict(open_.filter(~Q(behandelaar=gebruiker), medebehandelaars=gebruiker).annotate(aantal=Count("pk")))
    rijen = []
    for regio in Regio.objects.filter(pk__in={*eigen, *mee}).order_by("naam"):
        delen = [meervoud(eigen[regio.pk], "open zaak", "open zaken")] if regio.pk in eigen else []
        if regio.pk in mee:
            delen.append(f"{meervoud(mee[regio.pk], 'zaak', 'zaken')} van een collega waaraan {gebruiker} meewerkt")
        rijen.append({"regio": regio, "tekst": opsomming(delen).capitalize()})
    return rijen
