"""The calculator of terms for staff."""

from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kern.tijd import kalender
from kern.tijd.forms import termijnen as forms


@require_safe
@permission_required("termijn.berekenen", raise_exception=True)
def berekenen(request):
    is_ingevuld = any(veld in request.GET for veld in forms.Berekenen.base_fields)
    form = forms.Berekenen(request.GET if is_ingevuld else None)
    berekening = form.berekening if form.is_valid() else None
    uitkomst = _uitkomst(berekening) if berekening else None
    return render(request, "kern/tijd/termijn_berekenen.html", {"form": form, "uitkomst": uitkomst})


def _uitkomst(berekening: kalender.Berekening) -> dict:
    toegepast = "toegepast" if berekening.atw_toegepast else "niet toegepast"
    return {
        "laatste_dag": kalender.datum_nl(berekening.vervalt, kort=False),
        "afstand": kalender.afstand_nl(berekening.vervalt, timezone.localdate()),
        "nominaal": kalender.datum_nl(berekening.nominaal, kort=False),
        "verlengd": berekening.vervalt != berekening.nominaal,
        "stappen": berekening.stappen,
        "bron": f"Algemene termijnenwet {toegepast}",
        "feestdagversie": berekening.feestdagversie,
    }
