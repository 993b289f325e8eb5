"""A letter in a real browser: the preview follows what is typed, the letter is sent, and read."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from cimot.processen.aanmelding import Status
from tests import factories

pytestmark = pytest.mark.browser


@pytest.mark.eis("L-55")
@pytest.mark.parametrize("breedte", [1280, 390])
def test_the_preview_follows_what_is_typed_and_the_letter_is_read(scherm, cast_in_browser, breedte):
    cast = cast_in_browser
    ontvangen = timezone.now() - timedelta(days=20)
    dossier = factories.naar(factories.melding(cast, ontvangen=ontvangen), Status.VERSLAG_CLIENT, cast)
    een, detail = scherm(breedte).inloggen(cast.anke), dossier.get_absolute_url()
    pagina = een.pagina
    een.open(f"{detail}definitief_maken/")
    blad = pagina.get_by_alt_text("Voorbeeld van de brief, bladzijde 1").first
    blad.wait_for()
    assert blad.evaluate("beeld => beeld.naturalWidth") > 400
    een.vul(brief_persoonlijk="Bel mij gerust.")
    pagina.locator(".brieftekst").get_by_text("Bel mij gerust.").wait_for(state="attached")
    een.vul(op="")
    pagina.get_by_text("Nog in te vullen: Op welke dag").wait_for()
    een.vul(op=f"{timezone.localdate():%d-%m-%Y}")
    blad.wait_for()
    assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth")
    een.knop("Definitief verslag sturen")
    pagina.wait_for_url(f"**{detail}")
    een.open(f"{detail}?tab=documenten")
    pagina.get_by_role("link", name=re.compile("Lees de brief.*Definitief verslag")).click()
    pagina.wait_for_url("**/brief/**")
    assert "Bel mij gerust." in een.tekst and "Controlegetal" in een.tekst
    assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # A preview that is still on its way when the letter is sent is broken off.
    assert not een.elders and not [melding for melding in een.meldingen if not melding.startswith("htmx:")]
