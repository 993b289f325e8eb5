"""The timeline of a client, and what the two timelines share: kind, period and pages in the URL."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.views import View

from kern import tijdlijn
from kern.models import Dossier, Inzage
from kern.personen.samenvoegen import ids_van
from kern.personen.views.client import in_beeld
from kern.tijdlijn.forms.tijdlijn import Periode
from kern.toegang import inzage
from kern.toegang.rollen import Klasse

# What belongs to a timeline in a URL; the other parameters say where one came from.
VELDEN = ("soort", "dossier", "van", "tot", "na")


def vraag(request, **anders) -> str:
    """The query of this page with some parameters changed; every change but the next page begins at the top."""
    nieuw = request.GET.copy()
    nieuw.pop("na", None)
    for naam, waarde in anders.items():
        nieuw.pop(naam, None)
        if waarde:
            nieuw[naam] = waarde
    return f"?{nieuw.urlencode()}"


def keuze(request, naam: str, keuzes) -> list[dict]:
    """The links of one filter; `keuzes` are (value, label)."""
    nu = request.GET.get(naam, "")
    nu = nu if nu in dict(keuzes) else ""
    return [{"label": label, "url": vraag(request, **{naam: code}), "actief": code == nu} for code, label in keuzes]


def blad(request, lees, *, soort=None) -> dict:
    """One page of a timeline for the template. `lees(venster)` gives its moments; `soort` fixes the kind."""
    gekozen = request.GET.get("soort", "") if soort is None else soort
    periode = Periode(request.GET if {"van", "tot"} & set(request.GET) else None)
    momenten, aantal = [], tijdlijn.Venster.aantal
    # An unreadable period shows nothing but its own message.
    if not periode.is_bound or periode.is_valid():
        venster = tijdlijn.Venster(
            soort=gekozen if gekozen in dict(tijdlijn.SOORTEN) else "",
            cursor=tijdlijn.lees_cursor(request.GET.get("na", "")),
            **(periode.cleaned_data if periode.is_bound else {}),
        )
        momenten = lees(venster)
    meer, momenten = len(momenten) > aantal, momenten[:aantal]
    return {
        "momenten": momenten,
        "soorten": keuze(request, "soort", tijdlijn.SOORTEN),
        "periode": periode,
        "periode_ook": [(n, w) for n, w in request.GET.items() if n not in ("van", "tot", "na")],
        "is_gefilterd": any(request.GET.get(naam) for naam in ("soort", "dossier", "van", "tot")),
        "alles_url": vraag(request, soort="", dossier="", van="", tot=""),
        "bladeren": {
            "eerste_url": vraag(request) if "na" in request.GET else None,
            "volgende_url": vraag(request, na=tijdlijn.schrijf_cursor(momenten[-1])) if meer else None,
        },
    }


def getoond(momenten) -> set[Klasse]:
    """The data classes that these lines show."""
    return {klasse for moment in momenten for klasse in moment.klassen}


class ClientTijdlijn(View):
    """Everything of one person in order, over all dossiers in this user's view."""

    def get(self, request, pk):
        if not request.user.has_perm("client.bekijken"):
            raise PermissionDenied
        client = in_beeld(request, pk)
        ids = ids_van(client)
        dossiers = list(Dossier.objects.voor(request.user).filter(client__in=ids).order_by("-geopend_op", "-pk"))
        keuzes = [("", "Alle dossiers"), *((str(d.pk), f"{d.proces.naam} {d.kenmerk}") for d in dossiers)]
        gekozen = [d for d in dossiers if str(d.pk) == request.GET.get("dossier")]
        # Of one dossier is asked: the events of the person himself belong to none.
        over = (gekozen, []) if gekozen else (dossiers, ids)
        context = blad(request, lambda venster: tijdlijn.van_client(over[1], over[0], request.user, venster))
        klassen = {Klasse.D1} | getoond(context["momenten"])
        inzage.noteer(request, soort=Inzage.Soort.DETAIL, clienten=[client.pk], klassen=klassen)
        vandaag = timezone.localdate()
        context |= {
            "client": client,
            "titel": client.naam,
            "leeftijd": client.leeftijd(vandaag),
            "dossierkeuzes": keuze(request, "dossier", keuzes) if len(dossiers) > 1 else [],
        }
        return render(request, "kern/tijdlijn/tijdlijn_client.html", context)
