"""One small view per action of the besluit, and the page on which its text is read."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views import View

from cimot import actions, besluitblad, forms, poort
from cimot.models import Aanmelding
from cimot.processen.aanmelding import AANMELDING
from cimot.views.aanmelding import AanmeldingActie
from cimot.views.aanvraag import bezwaar_tot
from kern.brieven.maken import Proef
from kern.models import Inzage
from kern.tijd import kalender, termijnen
from kern.tijd.kalender import datum_nl
from kern.toegang import inzage
from kern.toegang.rollen import Klasse


class MetTekst(AanmeldingActie):
    """Shows the text of the besluit to whoever may read the content, and what the providers say of it."""

    template_name = "cimot/besluit_actie.html"

    def get_context(self):
        leest = Klasse.D4 in self.onderwerp.klassen(self.request.user)
        getekend = bool(getattr(self.onderwerp, "besluit", None) and self.onderwerp.besluit.goedgekeurd_op)
        paren = poort.van_besluit(self.onderwerp, timezone.localdate()) if leest or getekend else []
        return {
            **super().get_context(),
            "alineas": besluitblad.van(self.onderwerp) if leest else [],
            "kan_niet": poort.zinnen(paren, "nee"),
            "let_op": poort.zinnen(paren, "let_op"),
        }


class MetBriefErnaast(AanmeldingActie):
    """Shows the letter of the besluit as it would read with what is typed, to whoever may read the content."""

    @property
    def met_voorbeeld(self):
        return Klasse.D4 in self.onderwerp.klassen(self.request.user)

    def stel_op(self, form):
        dossier = self.doe(form, self.onderwerp, door=self.request.user)
        raise Proef(besluitblad.concept(dossier, timezone.localdate()))


class BesluitOpstellen(AanmeldingActie):
    actie, form_class = actions.besluit_opstellen, forms.AlleenDatum


class BesluitSchrijven(MetBriefErnaast):
    actie, form_class = actions.besluit_schrijven, forms.BesluitSchrijven
    template_name = "cimot/besluit_schrijven.html"

    def get_context(self):
        return {**super().get_context(), "gevonden": besluitblad.gevonden(self.onderwerp)}


class OnderdelenKiezen(MetBriefErnaast):
    actie, form_class = actions.onderdelen_kiezen, forms.OnderdelenKiezen
    template_name = "cimot/besluit_onderdelen.html"

    def post(self, request, *args, **kwargs):
        """“Bekijk wat kan” shows what was typed, with what it leaves to choose; nothing is saved or judged."""
        if "_bekijk" not in request.POST:
            return super().post(request, *args, **kwargs)
        getypt = {naam: request.POST.get(naam, "") for naam in self.maak_form().fields}
        return self.toon(self.maak_form(initial=getypt))

    def get_context(self):
        # What was stored when the typed text was typed.
        basis = {"basis": self.request.POST.get("_basis", "")} if "_bekijk" in self.request.POST else {}
        return {**super().get_context(), **basis}


class HoorVastleggen(AanmeldingActie):
    actie, form_class = actions.hoor_vastleggen, forms.HoorVastleggen

    def uitleg(self):
        return ["Wilt u (een deel) weigeren? Dan vertelt u dat eerst aan de cliënt en vraagt u wat hij ervan vindt."]


class BesluitAanpassen(AanmeldingActie):
    actie, form_class = actions.besluit_aanpassen, forms.AlleenReden

    def uitleg(self):
        return ["De goedkeuring vervalt. De teamleider bekijkt het besluit opnieuw."]


class BesluitVoorleggen(MetTekst):
    actie, form_class = actions.besluit_voorleggen, forms.AlleenDatum

    def bericht(self, dossier):
        return "Het besluit ligt bij de teamleider."


class BesluitGoedkeuren(MetTekst):
    actie, form_class = actions.besluit_goedkeuren, forms.BesluitGoedkeuren

    def uitleg(self):
        besluit = getattr(self.onderwerp, "besluit", None)
        if besluit is None:
            return []
        if besluit.auteur_id == self.request.user.pk:
            return ["U schreef zelf aan dit besluit. Een ander moet het goedkeuren."]
        return [f"{besluit.auteur} schreef dit besluit. U leest mee als tweede persoon. Lees eerst de hele tekst."]

    def bericht(self, dossier):
        return f"Goedgekeurd. {dossier.besluit.ondertekenaar} ondertekent. Het besluit kan nu worden verstuurd."


class BesluitTerugsturen(MetTekst):
    actie, form_class = actions.besluit_terugsturen, forms.AlleenReden


class BesluitVersturen(MetTekst):
    actie, form_class = actions.besluit_versturen, forms.BesluitVersturen

    def uitleg(self):
        termijn = AANMELDING.termijn("bezwaar")
        dag = kalender.bereken(
            timezone.localdate(), termijn.duur, atw=termijn.atw, feestdagen=termijnen.feestdagen()
        ).vervalt
        return [f"Verstuurt u het vandaag, dan kan de cliënt bezwaar maken tot en met {datum_nl(dag)}."]

    def bericht(self, dossier):
        return bezwaar_tot(dossier, "Besluit verzonden.")


class BesluitLezen(View):
    """The text as it was approved, to read and to print; before that as it reads now."""

    def get(self, request, pk):
        if not request.user.has_perm("aanmelding.bekijken"):
            raise PermissionDenied
        dossiers = Aanmelding.objects.voor(request.user).select_related("client", "regio", "behandelaar")
        dossier = get_object_or_404(dossiers.prefetch_related("medebehandelaars"), pk=pk)
        klassen = dossier.klassen(request.user)
        if Klasse.D4 not in klassen:
            raise PermissionDenied
        besluit = getattr(dossier, "besluit", None)
        if besluit is None:
            raise Http404
        inzage.noteer(request, soort=Inzage.Soort.DETAIL, dossier=dossier, klassen=klassen)
        context = {
            "dossier": dossier,
            "besluit": besluit,
            "kenmerk": dossier.kenmerk,
            "alineas": besluitblad.van(dossier),
            "ondertekening": besluitblad.ondertekening(dossier),
        }
        return render(request, "cimot/besluit_lezen.html", context)


ACTIES = (
    BesluitOpstellen,
    BesluitSchrijven,
    OnderdelenKiezen,
    HoorVastleggen,
    BesluitAanpassen,
    BesluitVoorleggen,
    BesluitGoedkeuren,
    BesluitTerugsturen,
    BesluitVersturen,
)
