"""One's own preferences: the daily mail, being away, password and second step."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from kern.models import Afwezigheid
from kern.proces.weigering import Weigering
from kern.schermen.views.formulier import Formulierpagina
from kern.toegang import gebruikers, tweede_stap
from kern.toegang.forms import account as forms
from kern.werk import afwezigheid

RECHT = "voorkeuren.wijzigen"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(RECHT, raise_exception=True)
def voorkeuren(request):
    form = forms.Dagbericht(request.POST or None, initial={"dagbericht": request.user.dagbericht})
    if request.method == "POST":
        form = forms.Dagbericht(request.POST)
        form.full_clean()
        gebruikers.dagbericht_zetten(request.user, form.cleaned_data["dagbericht"], op=timezone.now())
        messages.info(request, "Uw keuze is bewaard.")
        return redirect("voorkeuren")
    context = {
        "form": form,
        "afwezigheden": afwezigheden(request.user),
        "heeft_tweede_stap": tweede_stap.apparaten(request.user).exists(),
    }
    return render(request, "kern/toegang/voorkeuren.html", context)


def afwezigheden(gebruiker) -> list[dict]:
    """What runs or is to come, with the last day as people say it."""
    vandaag = timezone.localdate()
    rijen = Afwezigheid.objects.filter(gebruiker=gebruiker, periode__endswith__gt=vandaag)
    return [
        {
            "pk": rij.pk,
            "eerste": rij.periode.vanaf,
            "laatste": rij.periode.tot,
            "waarnemer": rij.waarnemer.naam,
            "loopt": rij.periode.vanaf <= vandaag,
        }
        for rij in rijen.select_related("waarnemer").order_by("periode")
    ]


class AfwezigMelden(Formulierpagina):
    form_class = forms.Afwezig
    recht = RECHT
    titel = "Afwezig melden"
    knop = "Afwezig melden"

    def uitvoeren(self, form):
        afwezigheid.melden(self.request.user, op=timezone.now(), **form.argumenten())
        messages.info(self.request, "Uw afwezigheid is bewaard.")
        return reverse("voorkeuren")

    def terug(self):
        return reverse("voorkeuren")


@require_POST
@permission_required(RECHT, raise_exception=True)
def afwezigheid_intrekken(request, pk):
    """One's own absence, or that of a casemanager whom one leads; of anybody else there is nothing here."""
    rij = get_object_or_404(Afwezigheid.objects.select_related("gebruiker"), pk=pk)
    is_eigen = rij.gebruiker_id == request.user.pk
    if not is_eigen and not afwezigheid.leidt(request.user, rij.gebruiker):
        raise Http404
    try:
        afwezigheid.intrekken(rij, door=request.user, op=timezone.now())
        messages.info(request, f"{'U doet uw' if is_eigen else f'{rij.gebruiker} doet het'} werk weer zelf.")
    except Weigering as weigering:
        messages.warning(request, weigering.zin)
    return redirect("voorkeuren") if is_eigen else redirect("team_zaken", pk=rij.gebruiker_id)
