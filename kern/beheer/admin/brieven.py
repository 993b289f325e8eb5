"""Letters: their texts in versions, the letterhead of a region, and the paragraphs to choose from. Never a case."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from kern.beheer.admin.basis import Beheer, BeheerForm
from kern.brieven import beheer, voorbeeld
from kern.brieven.clausules import CLAUSULES
from kern.brieven.soorten import ALGEMEEN, SOORTEN
from kern.models import Bouwsteen, Briefhoofd, Briefsjabloon, Regio
from kern.proces.weigering import Weigering
from kern.schermen.forms.velden import DatumVeld
from kern.templatetags.cimot import datum

GEEN_FOUT = "In een bouwsteen kunnen geen velden of opdrachten staan. Schrijf gewone tekst."


def naam_van(code: str) -> str:
    return SOORTEN[code].naam if code in SOORTEN else "brief die Cimot niet meer maakt"


def _keuzes() -> list[tuple[str, str]]:
    return [(code, f"{code} {SOORTEN[code].naam}") for code in sorted(SOORTEN)]


class BriefhoofdForm(BeheerForm):
    geldig_vanaf = DatumVeld(label="Geldig vanaf", help_text="Voor brieven die op of na deze dag weggaan.")

    class Meta:
        widgets = {"bezwaar_adres": forms.Textarea(attrs={"rows": 3, "cols": 60})} | {
            naam: forms.TextInput(attrs={"size": 60}) for naam in ("organisatie", "afzender", "adres", "bezoekadres")
        }


@admin.register(Briefhoofd)
class BriefhoofdBeheer(Beheer):
    form = BriefhoofdForm
    list_display = ["regio", "geldig_vanaf", "organisatie", "adres", "telefoon"]
    list_filter = ["regio"]
    list_select_related = ["regio"]
    fields = [
        "regio", "geldig_vanaf", "organisatie", "afzender", "adres", "bezoekadres", "telefoon", "email", "website",
        "bezwaar_adres",
    ]  # fmt: skip


class BouwsteenForm(BeheerForm):
    codes = forms.MultipleChoiceField(
        label="Voor welke brieven",
        required=False,
        choices=_keuzes,
        widget=forms.CheckboxSelectMultiple,
        help_text="Niets gekozen: voor alle brieven.",
    )

    def clean_tekst(self):
        tekst = self.cleaned_data["tekst"]
        if "{{" in tekst or "}}" in tekst or "[clausule" in tekst:
            raise forms.ValidationError(GEEN_FOUT)
        return tekst


@admin.register(Bouwsteen)
class BouwsteenBeheer(Beheer):
    form = BouwsteenForm
    list_display = ["naam", "voor", "is_actief"]
    list_filter = ["is_actief"]
    search_fields = ["naam", "tekst"]
    fields = ["naam", "tekst", "is_actief", "codes"]

    @admin.display(description="voor welke brieven")
    def voor(self, bouwsteen):
        return ", ".join(bouwsteen.codes) or "alle brieven"


class Versies(admin.SimpleListFilter):
    """The newest version of every letter, unless asked otherwise."""

    title = "versie"
    parameter_name = "welke"

    def lookups(self, request, model_admin):
        return [("concept", "Alleen concepten"), ("alle", "Alle versies")]

    def choices(self, changelist):
        eerste, *rest = super().choices(changelist)
        yield eerste | {"display": "Nieuwste van elke brief"}
        yield from rest

    def queryset(self, request, queryset):
        if self.value() == "alle":
            return queryset
        if self.value() == "concept":
            return queryset.filter(gepubliceerd_op__isnull=True)
        nieuwste = Briefsjabloon.objects.filter(code=OuterRef("code")).order_by("-versie").values("versie")[:1]
        return queryset.filter(versie=Subquery(nieuwste))


@admin.register(Briefsjabloon)
class BriefsjabloonBeheer(Beheer):
    """A concept is edited and published; what was published is read only, here and in the database."""

    change_form_template = "admin/brieftekst.html"
    list_display = ["code", "naam", "versie", "stand", "reden"]
    list_display_links = ["code", "naam"]
    list_filter = [Versies]
    fields = ["naam", "stand", "onderwerp", "tekst", "reden"]
    readonly_fields = ["naam", "stand"]

    def get_queryset(self, request):
        gepubliceerd = Briefsjabloon.objects.filter(code=OuterRef("code"), gepubliceerd_op__isnull=False)
        geldt = gepubliceerd.order_by("-versie").values("versie")[:1]
        return super().get_queryset(request).select_related("gepubliceerd_door").annotate(geldt=Subquery(geldt))

    def has_change_permission(self, request, obj=None):
        is_vast = obj is not None and obj.gepubliceerd_op is not None
        return not is_vast and super().has_change_permission(request, obj)

    @admin.display(description="naam van de brief", ordering="code")
    def naam(self, rij):
        return naam_van(rij.code)

    @admin.display(description="stand")
    def stand(self, rij):
        if rij.gepubliceerd_op is None:
            return "Concept"
        door = f" door {rij.gepubliceerd_door}" if rij.gepubliceerd_door else ""
        return f"{'Geldt' if rij.versie == rij.geldt else 'Ouder'}, gepubliceerd {datum(rij.gepubliceerd_op)}{door}"

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        veld = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "tekst":
            veld.widget.attrs |= {"rows": 32, "cols": 80, "spellcheck": "true"}
        if db_field.name == "reden":
            veld.help_text = "Nodig om te publiceren. Bijvoorbeeld: nieuw telefoonnummer van de cliëntondersteuning."
        return veld

    def save_model(self, request, obj, form, change):
        # Somebody may have published it while this page was open.
        if (
            not Briefsjabloon.objects.select_for_update(of=("self",))
            .filter(pk=obj.pk, gepubliceerd_op__isnull=True)
            .exists()
        ):
            raise PermissionDenied
        super().save_model(request, obj, form, change)
        if "_publiceren" in request.POST:
            beheer.publiceren(sjabloon=obj, door=request.user, op=timezone.now())
            messages.info(request, f"Nieuwe brieven “{naam_van(obj.code)}” krijgen vanaf nu deze tekst.")

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Weigering as weigering:
            # Nothing was saved; the same form again, with the sentences beside their fields.
            request.weigering = getattr(weigering, "zinnen", weigering.zin)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, **kwargs):
        rij = kwargs.get("obj")
        context.update(_omgeving(rij))
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self):
        naar = self.admin_site.admin_view
        return [
            path("<int:pk>/voorbeeld/<slug:regio>/", naar(self.voorbeeld), name="kern_briefsjabloon_voorbeeld"),
            path("<int:pk>/nieuwe-versie/", naar(require_POST(self.nieuw)), name="kern_briefsjabloon_nieuw"),
            *super().get_urls(),
        ]

    def voorbeeld(self, request, pk, regio):
        """The PDF of what is stored, with invented values."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rij, plek = get_object_or_404(Briefsjabloon, pk=pk), get_object_or_404(Regio, code=regio)
        try:
            inhoud = voorbeeld.maak(sjabloon=rij, regio=plek, op=timezone.localdate(), is_kort="kort" in request.GET)
        except Weigering as weigering:
            messages.warning(request, f"Er is nog geen voorbeeld. {weigering.zin}")
            return redirect("admin:kern_briefsjabloon_change", rij.pk)
        kop = f'inline; filename="voorbeeld-{rij.code}-{rij.versie}.pdf"'
        return HttpResponse(inhoud, content_type="application/pdf", headers={"Content-Disposition": kop})

    def nieuw(self, request, pk):
        rij = get_object_or_404(Briefsjabloon, pk=pk)
        try:
            concept = beheer.nieuwe_versie(code=rij.code, door=request.user, op=timezone.now())
        except Weigering as weigering:
            messages.warning(request, weigering.zin)
            return redirect("admin:kern_briefsjabloon_change", rij.pk)
        messages.info(
            request, f"Dit is versie {concept.versie}, nu een concept. Brieven houden de vorige tekst tot u publiceert."
        )
        return redirect("admin:kern_briefsjabloon_change", concept.pk)


def _omgeving(rij: Briefsjabloon) -> dict:
    """What stands around the text: what is wrong with it, what one may use in it, and its examples."""
    soort = SOORTEN.get(rij.code)
    if soort is None:
        return {}
    is_concept = rij.gepubliceerd_op is None
    fouten = beheer.controleer(code=rij.code, onderwerp=rij.onderwerp, tekst=rij.tekst) if is_concept else {}
    return {
        "soort": soort,
        "is_concept": is_concept,
        "fouten": [zin for zinnen in fouten.values() for zin in zinnen],
        "concept": Briefsjabloon.objects.filter(code=rij.code, gepubliceerd_op__isnull=True).exclude(pk=rij.pk).first(),
        "eigen_velden": [(beheer.schrijf(naam, soort), wat) for naam, wat in soort.velden.items()],
        "algemene_velden": [(beheer.schrijf(naam, soort), wat) for naam, wat in ALGEMEEN.items()],
        "clausules": CLAUSULES.values(),
        "vrij": beheer.VRIJE_DELEN.items(),
        "regios": [
            (regio.naam, reverse("admin:kern_briefsjabloon_voorbeeld", args=[rij.pk, regio.code]))
            for regio in Regio.objects.order_by("naam")
        ],
    }
