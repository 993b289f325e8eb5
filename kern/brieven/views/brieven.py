"""The page of a letter that left, and the post of the day: what lies ready, sending it, printing it."""

import logging

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views import View
from django.views.decorators.http import require_POST

from kern.brieven import dagpost, pdf
from kern.brieven.forms.brief import DagpostMaken
from kern.brieven.maken import EEN_BIJLAGE
from kern.brieven.soorten import SOORTEN
from kern.brieven.vraag import GEHEIM, Kijker
from kern.models import Brief, Dagpost, Dossier, Exemplaar, Inzage, Klaargezet, Regio
from kern.proces.weigering import NietBevoegd, Weigering
from kern.schermen.views.formulier import Formulierpagina
from kern.stukken import documenten, opslag
from kern.templatetags.cimot import meervoud
from kern.tijd.kalender import datum_nl
from kern.toegang import inzage
from kern.toegang.rollen import Klasse
from kern.werk.views.notities import in_beeld

logger = logging.getLogger(__name__)
EERDER = 10
GEHEIME_PDF = "U kunt deze pdf niet openen: er staat een geheim adres op."
BLOK = 64 * 1024


# 1. A letter that left.


class BriefLezen(View):
    """The text as it left, to whom, and what proves it."""

    def get(self, request, uuid):
        if not request.user.has_perm("brief.bekijken"):
            raise PermissionDenied
        brief = get_object_or_404(
            Brief.objects.select_related("sjabloon", "vervangt", "door").prefetch_related("vervangen_door"), uuid=uuid
        )
        dossier = in_beeld(request, brief.dossier_id)
        klassen = dossier.klassen(request.user)
        if dossier.proces.inhoud not in klassen:
            raise PermissionDenied
        inzage.noteer(request, soort=Inzage.Soort.DETAIL, dossier=dossier, klassen=klassen)
        soort = SOORTEN.get(brief.code)
        context = {
            "brief": brief,
            "dossier": dossier,
            "kenmerk": dossier.kenmerk,
            "naam": soort.naam if soort else brief.code,
            "documenten_url": f"{dossier.get_absolute_url()}?tab=documenten",
            "exemplaren": _exemplaren(brief, Kijker(dossier, request.user)),
            "bijlagen": [_bijlage(rij, klassen) for rij in brief.bijlagen.select_related("document")],
            "over": _over(brief),
        }
        return render(request, "kern/brieven/brief_lezen.html", context)


def _exemplaren(brief, kijker) -> list[Exemplaar]:
    rijen = list(brief.exemplaren.select_related("document"))
    for rij in rijen:
        mag = kijker.mag_exemplaar(rij)
        rij.hoe, rij.waar = rij.get_kanaal_display(), _waar(rij) if mag else GEHEIM
        rij.weigering = (
            documenten.weigering(rij.document) if mag else "U kunt deze pdf niet openen: er staat een geheim adres op."
        )
    return rijen


def _waar(rij: Exemplaar) -> str:
    return {Exemplaar.Kanaal.EMAIL: rij.email, Exemplaar.Kanaal.POST: ", ".join(rij.adres)}.get(rij.kanaal, "")


def _bijlage(rij, klassen) -> dict:
    mag = rij.document.klasse in klassen and not documenten.weigering(rij.document)
    # The title may say as much as the document.
    titel = rij.titel if rij.document.klasse in klassen else EEN_BIJLAGE
    return {"titel": titel, "url": reverse("document_downloaden", args=[rij.document_id]) if mag else ""}


def _over(brief) -> list[dict]:
    rijen = [
        {"naam": "Datum", "waarde": datum_nl(brief.gedateerd_op)},
        {"naam": "Verstuurd door", "waarde": str(brief.door or "Cimot")},
        {"naam": "Tekst", "waarde": f"{brief.code}, versie {brief.sjabloon.versie}"},
    ]
    if brief.vervangt:
        url = reverse("brief_lezen", args=[brief.vervangt.uuid])
        rijen.append({"naam": "Vervangt", "waarde": f"de brief van {datum_nl(brief.vervangt.gedateerd_op)}", "url": url})
    return rijen


# 2. What lies ready.


@require_POST
def klaargezet_intrekken(request, pk):
    if not request.user.has_perm("dagpost.bekijken"):
        raise PermissionDenied
    rij = get_object_or_404(Klaargezet, pk=pk)
    dossier = in_beeld(request, rij.dossier_id)
    try:
        dagpost.intrekken(rij, door=request.user, op=timezone.now())
    except NietBevoegd as fout:
        raise PermissionDenied from fout
    except Weigering as weigering:
        messages.warning(request, weigering.zin)
    else:
        messages.success(request, "De brief gaat niet mee met de post. De stap is niet gedaan.")
    return redirect(dossier)


class Dagposten(Formulierpagina):
    """What waits per region, the button that sends it, and what left before."""

    template_name = "kern/brieven/dagpost.html"
    form_class, recht, titel, knop = DagpostMaken, "dagpost.bekijken", "Dagpost", "Post van vandaag maken"

    def dispatch(self, request, *args, **kwargs):
        self.rijen = None
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if not request.user.has_perm("dagpost.sluiten"):
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    @property
    def regios(self) -> list[Regio]:
        if self.rijen is None:
            rijen = dagpost.ligt_klaar(self.request.user).select_related("dossier__regio", "door")
            self.rijen = list(rijen.order_by("dossier__regio__naam", "klaargezet_op", "id"))
        return list({rij.dossier.regio_id: rij.dossier.regio for rij in self.rijen}.values())

    def maak_form(self, data=None, initial=None):
        return DagpostMaken(
            data, gebruiker=self.request.user, regios=self.regios, initial={"dag": timezone.localdate(), **(initial or {})}
        )

    def toon(self, form, **opties):
        clienten = [rij.dossier.client_id for rij in self.rijen]
        inzage.noteer(self.request, soort=Inzage.Soort.LIJST, clienten=clienten, klassen=[Klasse.D3])
        return super().toon(form, **opties)

    def get_context(self):
        groepen: dict[str, list] = {}
        for rij in self.rijen:
            rij.stap = dagpost.stap(rij)
            groepen.setdefault(rij.dossier.regio.naam, []).append(rij)
        in_zicht = Brief.objects.filter(dossier__in=Dossier.objects.voor(self.request.user), dagpost__isnull=False)
        eerder = Dagpost.objects.filter(pk__in=in_zicht.values("dagpost")).select_related("regio", "door")
        mag_maken = self.request.user.has_perm("dagpost.sluiten")
        return {"groepen": groepen.items(), "mag_maken": mag_maken, "eerder": eerder[:EERDER] if mag_maken else []}

    def uitvoeren(self, form):
        waarden = form.argumenten()
        regio = next(regio for regio in self.regios if str(regio.pk) == waarden["regio"])
        post, geweigerd = dagpost.maken(regio=regio, dag=waarden["dag"], door=self.request.user, op=timezone.now())
        if geweigerd:
            zin = f"{meervoud(len(geweigerd), 'brief ging', 'brieven gingen')} niet mee. Bij elke staat waarom."
            messages.warning(self.request, zin)
        return reverse("dagpost_detail", args=[post.pk]) if post else reverse("dagpost")


# 3. What left with the post of one day.


def _post(request, pk) -> tuple[Dagpost, list[Exemplaar]]:
    if not request.user.has_perm("dagpost.sluiten"):
        raise PermissionDenied
    post = get_object_or_404(Dagpost.objects.select_related("regio", "door"), pk=pk)
    in_zicht = Dossier.objects.voor(request.user)
    rijen = list(dagpost.exemplaren(post).filter(brief__dossier__in=in_zicht))
    if not rijen:
        raise Http404
    return post, rijen


class DagpostDetail(View):
    """What to put in envelopes, what to send by secure e-mail, and what to hand over."""

    def get(self, request, pk):
        post, rijen = _post(request, pk)
        for rij in rijen:
            rij.soort = SOORTEN[rij.brief.code].naam if rij.brief.code in SOORTEN else rij.brief.code
        clienten = [rij.brief.dossier.client_id for rij in rijen]
        inzage.noteer(request, soort=Inzage.Soort.LIJST, clienten=clienten, klassen=[Klasse.D1, Klasse.D3])
        per_kanaal = {kanaal: [rij for rij in rijen if rij.kanaal == kanaal] for kanaal in Exemplaar.Kanaal.values}
        context = {
            "post": post,
            "titel": f"Dagpost {post.regio}",
            "per_kanaal": per_kanaal,
        }
        return render(request, "kern/brieven/dagpost_detail.html", context)


class DagpostAfdrukken(View):
    """One file for the printer: every copy that goes by post, each on its own sheet of paper."""

    def get(self, request, pk):
        post, rijen = _post(request, pk)
        rijen = [r for r in rijen if r.kanaal == Exemplaar.Kanaal.POST and not documenten.weigering(r.document)]
        if not rijen:
            messages.info(request, "In deze post zit geen brief om af te drukken.")
            return redirect("dagpost_detail", pk)
        try:
            inhoud = pdf.samen([_lees(rij.document) for rij in rijen])
        except FileNotFoundError:
            logger.exception("A letter of dagpost %s is missing", post.pk)
            messages.error(request, "Een van de brieven ontbreekt. Geef dit door aan de beheerder.")
            return redirect("dagpost_detail", pk)
        dossiers = {rij.brief.dossier_id: rij.brief.dossier for rij in rijen}
        klassen = {rij.document.klasse for rij in rijen} | {Klasse.D1}
        inzage.per_dossier(request, soort=Inzage.Soort.EXPORT, dossiers=dossiers.values(), klassen=klassen)
        response = StreamingHttpResponse(_blokken(inhoud), content_type="application/pdf")
        response["Content-Length"] = len(inhoud)
        response["Content-Disposition"] = content_disposition_header(True, f"dagpost {post.regio} {post.dag:%Y-%m-%d}.pdf")
        response["Content-Security-Policy"] = "sandbox; default-src 'none'"
        response["X-Content-Type-Options"] = "nosniff"
        return response


def _lees(document) -> bytes:
    with opslag.lees(document.uuid) as bestand:
        return bestand.read()


def _blokken(inhoud: bytes):
    return (inhoud[i : i + BLOK] for i in range(0, len(inhoud), BLOK))
