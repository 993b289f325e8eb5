"""htmx acts only for the regions of the templates: never for what somebody typed, should it ever reach a page."""

import re
from pathlib import Path

import pytest
from django_htmx import __file__ as pakket

from cimot.processen.aanmelding import Status
from kern.templatetags.cimot import HTMX
from tests import factories

pytestmark = pytest.mark.browser
DOEL = "/getypt/"
GETYPT = [
    f'<b hx-post="{DOEL}" hx-trigger="load">x</b>',
    f'<b data-hx-post="{DOEL}" data-hx-trigger="load" hx-vals=\'{{"a": 1}}\'>x</b>',
    f'<b data-htmx hx-get="{DOEL}" hx-trigger="load">x</b>',
    f'<b data-htmx="k" hx-get="{DOEL}" hx-trigger="load">x</b>',
    f'<meta name="htmx-config" content=\'{{"disableSelector": "[x]"}}\'><b hx-put="{DOEL}" hx-trigger="load">x</b>',
    f'<div hx-boost="true" hx-vals=\'{{"a": 1}}\'><a class="lokaas" href="{DOEL}">x</a></div>',
]


def _met(een, html):
    """Whatever this page is, with this in it: at its beginning, and in the answer that htmx itself asks for."""

    def antwoord(route):
        echt = route.fetch()
        inhoud = re.sub(r"(<main[^>]*>|<article)", lambda treffer: f"{html}{treffer[0]}", echt.text())
        route.fulfill(response=echt, body=inhoud)

    een.pagina.route(re.compile("/definitief_maken/"), antwoord)


@pytest.mark.parametrize("html", GETYPT)
def test_what_was_typed_makes_htmx_do_nothing(scherm, cast_in_browser, html):
    cast = cast_in_browser
    dossier = factories.naar(factories.melding(cast), Status.VERSLAG_CLIENT, cast)
    een, gevraagd = scherm().inloggen(cast.anke), []
    een.pagina.on("request", lambda verzoek: gevraagd.append((verzoek.url, verzoek.headers)))
    _met(een, html)
    een.open(f"{dossier.get_absolute_url()}definitief_maken/")
    # The region of the page itself still works, and its answer has the same markup in it.
    een.pagina.get_by_alt_text("Voorbeeld van de brief, bladzijde 1").first.wait_for()
    assert een.pagina.locator("#voorbeeld b, #voorbeeld .lokaas").count()
    een.pagina.wait_for_timeout(300)
    assert not [url for url, _ in gevraagd if DOEL in url]
    if "lokaas" in html:
        een.pagina.locator("body > .schil .lokaas").first.click()
        een.pagina.wait_for_url(f"**{DOEL}")
        assert all("hx-request" not in kop for url, kop in gevraagd if DOEL in url)


def test_every_attribute_of_htmx_is_known():
    bron = (Path(pakket).parent / "static" / "django_htmx" / "htmx-2.js").read_text(encoding="utf-8")
    namen = {naam for naam in re.findall(r"'hx-([a-z-]+)'", bron) if not naam.startswith("on")}
    assert namen <= set(HTMX)
    # What runs script of its own is off as a whole, and so is what is inherited.
    assert "allowEval" in bron and "disableInheritance" in bron
