"""The search in the header, and who resembles the person that is being typed."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import permission_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from kern.models import Inzage
from kern.personen import zoeken as vinden
from kern.personen import zoekvraag
from kern.toegang import inzage
from kern.toegang.rollen import Klasse

KAART = [Klasse.D1, Klasse.D3]
BSN_IN_ADRES = "Een nummer dat een BSN kan zijn, mag niet in het adres van een pagina staan. Typ het in het zoekveld."
TE_LANG = f"Dit is te lang om op te zoeken. Gebruik hoogstens {zoekvraag.LANGST} tekens."
TE_KORT = "Typ ten minste twee letters van de naam."


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("dossier.zoeken", raise_exception=True)
def zoeken(request):
    """Typed in the header it arrives as a POST. Only what cannot be a BSN goes on to a URL that can be shared (L-72)."""
    is_adres = request.method != "POST"
    vraag = zoekvraag.lees((request.GET if is_adres else request.POST).get("q", ""))
    if not is_adres and not vraag.bsn and not vraag.is_te_lang:
        return redirect(f"{reverse('zoeken')}?{urlencode({'q': vraag.tekst})}")
    fout = _fout(vraag, is_adres)
    gevonden = vinden.Resultaat() if fout or not vraag.tekst else vinden.zoek(vraag, gebruiker=request.user)
    _noteer(request, [*(c.pk for c in gevonden.clienten), *(d.client_id for d in gevonden.dossiers)])
    if vraag.kenmerk and len(gevonden.dossiers) == 1:
        return redirect(gevonden.dossiers[0].get_absolute_url())
    context = {
        "titel": "Zoeken",
        # What can be a BSN is not repeated, not even in the search field.
        "zoekterm": "" if vraag.bsn or vraag.is_te_lang else vraag.tekst,
        "gezocht": bool(vraag.tekst) and not fout,
        "fout": fout,
        "gevonden": gevonden,
        "hoogstens": vinden.MEESTE_RESULTATEN,
    }
    return render(request, "kern/personen/zoeken.html", context, status=400 if fout == BSN_IN_ADRES else 200)


def _fout(vraag, is_adres: bool) -> str:
    if vraag.bsn and is_adres:
        return BSN_IN_ADRES
    if vraag.is_te_lang:
        return TE_LANG
    return TE_KORT if vraag.tekst and vraag.is_te_kort else ""


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("client.vergelijken", raise_exception=True)
def lijkt_op(request):
    """A fragment beside the form of a melding, asked for while name and birth date are typed.

    The form posts them: what is typed about a person stands in no address, and in no log of addresses.
    """
    getypt = request.POST if request.method == "POST" else request.GET
    naam, geboren = _getypte_naam(getypt), getypt.get("geboren", "")
    context = gelijkenis_context(request, naam, geboren, getypt.get("client", ""))
    return render(request, "kern/personen/lijkt_op.html", context)


def gelijkenis_context(request, naam: str, geboren: str, gekozen: str = "") -> dict:
    """What the fragment shows, and is logged; also for the page around it, which works without script."""
    lijkend = vinden.lijkt_op(naam, geboren, gebruiker=request.user)
    treffers = [_kaart(treffer, gekozen) for treffer in lijkend.treffers]
    if naam.strip():
        _noteer(request, [treffer.client.pk for treffer in lijkend.treffers])
    return {
        "treffers": treffers,
        "buiten": lijkend.buiten,
        "gekozen": any(treffer["gekozen"] for treffer in treffers),
        "leeg": _leeg(naam, geboren),
    }


def _getypte_naam(velden) -> str:
    """One field with a name, or the fields of a client."""
    achternaam = velden.get("achternaam", "").strip()
    if not achternaam:
        return velden.get("naam", "")
    voor = [velden.get(veld, "").strip() for veld in ("roepnaam", "voornaam", "voornamen", "tussenvoegsel")]
    return ", ".join(filter(None, [achternaam, " ".join(filter(None, voor))]))


def _kaart(treffer, gekozen: str) -> dict:
    """What onderdelen/lijkt_op.html shows of one client: the card, never the content of a dossier."""
    client = treffer.client
    # Where somebody lives stays hidden when the address is secret.
    plaats = "" if client.is_geheim or not client.woongemeente else client.woongemeente.naam
    lopend = "; ".join(_lopend(dossier) for dossier in treffer.dossiers)
    return {
        "naam": client.naam,
        "geboren": client.geboren_tekst,
        "regel": " · ".join(filter(None, [plaats, lopend and f"lopend: {lopend}"])),
        "url": client.get_absolute_url(),
        "radio": "client",
        "waarde": client.pk,
        "gekozen": str(client.pk) == gekozen,
    }


def _lopend(dossier) -> str:
    bij = f" bij {dossier.behandelaar.naam}" if dossier.behandelaar else ", nog geen casemanager"
    return f"{dossier.proces.naam} {dossier.kenmerk}{bij}"


def _leeg(naam: str, geboren: str) -> str:
    if not naam.strip():
        return "Typ een naam en een geboortedatum. Hier komt te staan wie erop lijkt."
    if not geboren.strip():
        return "Nog niemand die hierop lijkt. Met de geboortedatum erbij vindt u meer."
    return "Nog niemand die hierop lijkt."


def _noteer(request, client_ids) -> None:
    client_ids = {pk for pk in client_ids if pk}
    inzage.noteer(request, soort=Inzage.Soort.ZOEKEN, clienten=client_ids, klassen=KAART if client_ids else ())
