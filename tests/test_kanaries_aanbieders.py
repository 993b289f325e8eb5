"""Who works with providers meets no client: no name, BSN, care or letter, on any page, by address or by link (X-14, 4.1)."""

import re

import pytest
from django.urls import reverse

from kern.models import Brief, Document
from kern.proces.tabel import PROCESSEN
from tests import aanbiederwereld
from tests.kanariewereld import KANARIES, paginas
from tests.rechtenwereld import ELDERS, MATRIX

pytestmark = pytest.mark.usefixtures("stil")

HREF = re.compile(r'href="(/[^"#]*)')
NIET_VOLGEN = re.compile(r"^/(static|uitloggen|beheer|inloggen|tweede-stap|wachtwoord)")
# The number of a case is all that a provider's lines hold, and only for who may see those (domein.md 4.1 CON).
MET_ZAAKNUMMER = re.compile(r"^/(aanbieder/\d+/cijfer/|toelating/\d+/overdracht_regelen/|toelating/\d+/beeindigen/)")


@pytest.fixture
def scene(db, wereldkeuze):
    return wereldkeuze.lees("kanarie_aanbieder")


def _van_de_client(dossier):
    yield from paginas(dossier)
    for brief in Brief.objects.filter(dossier__client=dossier.client_id):
        yield reverse("brief_lezen", args=[brief.uuid])
    for document in Document.objects.filter(dossier__client=dossier.client_id):
        yield reverse("document_downloaden", args=[document.pk])
        yield reverse("document_intrekken", args=[document.pk])
    for naam in ("dossier_corrigeren", "dossier_medebehandelaars", "label_zetten", "document_toevoegen"):
        yield reverse(naam, args=[dossier.pk])
    for taak in dossier.taken.all():
        yield reverse("termijn_opschorten", args=[taak.pk])
    yield f"{reverse('zoeken')}?q={dossier.kenmerk}"


def _van_de_aanbieder(toelating, rijen):
    detail = toelating.get_absolute_url()
    yield from (detail, *(f"{detail}?tab={tab}" for tab in ("contact", "tijdlijn", "documenten")))
    yield f"{reverse('toelating_lijst')}?export=csv"
    yield from (reverse(f"toelating_{actie}", args=[toelating.pk]) for actie in PROCESSEN["toelating"].acties)
    for naam in sorted({r["url"] for r in MATRIX if r["methode"] == "GET" and r["object"] == "eigen"} - ELDERS):
        if argumenten := aanbiederwereld.argumenten(naam, rijen):
            yield reverse(naam, args=argumenten)


def _open(client, url):
    """The text of a page, and the addresses on it; nothing of a file."""
    antwoord = client.get(url)
    if antwoord.streaming:
        return antwoord, b"".join(antwoord.streaming_content).decode(errors="ignore"), []
    inhoud = antwoord.content.decode()
    return antwoord, inhoud, [a.replace("&amp;", "&") for a in HREF.findall(inhoud) if not NIET_VOLGEN.match(a)]


@pytest.mark.langzaam("follows every link")
@pytest.mark.eis("X-14", "L-72", "L-73")
@pytest.mark.wereld("kanarie_aanbieder")
@pytest.mark.parametrize("wie", ["coen", "fien", "tess"])
def test_who_works_with_providers_meets_no_client(cast, client, scene, wie):
    dossier, toelating, rijen = scene
    client.force_login(getattr(cast, wie), backend="kern.toegang.backends.RolBackend")
    client.raise_request_exception = False
    van_client, gelinkt = list(_van_de_client(dossier)), set()
    te_doen, gezien, met_nummer, kreeg = [*van_client, *_van_de_aanbieder(toelating, rijen)], set(), set(), {}
    while te_doen:
        url = te_doen.pop()
        if url in gezien:
            continue
        gezien.add(url)
        antwoord, inhoud, links = _open(client, url)
        kreeg[url] = antwoord.status_code
        te_doen += links
        gelinkt |= set(links)
        # What the user himself typed in the address comes back to him.
        getypt = {"D1"} if "Kanarienaam" in url else set()
        aanwezig = {klasse for klasse, tekst in KANARIES.items() if tekst in inhoud} - getypt
        assert not aanwezig, f"{wie} sees {aanwezig} at {url}"
        if dossier.kenmerk in inhoud.replace(f'value="{dossier.kenmerk}"', "") and dossier.kenmerk not in url:
            met_nummer.add(url)
    assert {url for url in met_nummer if not MET_ZAAKNUMMER.match(url)} == set()
    # The one who may see the lines of a provider finds this client there, by number; the supervisor does not.
    assert bool(met_nummer) is (wie != "tess")
    eigen = {f"/{soort}/" for soort in ("aanmelding", "spoed", "landelijk", "client", "relatie", "toestemming", "brief")}
    for url in van_client:
        if any(url.startswith(begin) for begin in eigen):
            assert kreeg[url] in (403, 404), f"{wie} opens {url}: {kreeg[url]}"
    assert kreeg[toelating.get_absolute_url()] == 200
    # And whatever a page offers can be opened.
    assert {url: kreeg[url] for url in gelinkt if kreeg[url] not in (200, 302)} == {}
    assert {url: status for url, status in kreeg.items() if status >= 500} == {}
