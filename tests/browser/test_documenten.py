"""Documents in a real browser: the button, dropping, a refused file, opening, the keyboard, and without script."""

import re

import pytest

from cimot.processen.aanmelding import Status
from kern.models import Document
from tests import factories
from tests.kern import bestandenmaker as maak

pytestmark = pytest.mark.browser
LAAT_VALLEN = """([veld, bestanden]) => {
  const mee = new DataTransfer();
  for (const [naam, inhoud] of bestanden) mee.items.add(new File([new Uint8Array(inhoud)], naam));
  const vak = document.querySelector(veld).closest(".veld");
  for (const soort of ["dragenter", "dragover", "drop"])
    vak.dispatchEvent(new DragEvent(soort, { bubbles: true, cancelable: true, dataTransfer: mee }));
}"""


@pytest.fixture
def zaak(cast_in_browser):
    return factories.naar(factories.melding(cast_in_browser), Status.ONDERZOEK, cast_in_browser)


def bestand(naam, inhoud=maak.PDF):
    return {"name": naam, "mimeType": "application/octet-stream", "buffer": inhoud}


def toevoegen(een):
    een.pagina.select_option("[name=soort]", "verslag")
    een.knop("Toevoegen")
    een.pagina.wait_for_url(re.compile("tab=documenten"))


def test_choosing_dropping_refusing_and_opening(scherm, cast_in_browser, zaak):
    anke = scherm().inloggen(cast_in_browser.anke)
    anke.open(f"{zaak.get_absolute_url()}?tab=documenten")
    anke.pagina.set_input_files("[name=bestanden]", [bestand("Brief.pdf"), bestand("factuur.pdf", maak.EXE)])
    # What is dropped comes beside what was chosen.
    anke.pagina.evaluate(LAAT_VALLEN, ["[name=bestanden]", [["foto.jpg", list(maak.JPEG)]]])
    assert anke.pagina.locator(".gekozen li").all_inner_texts() == [
        "Brief.pdf (1 kB)",
        "factuur.pdf (1 kB)",
        "foto.jpg (1 kB)",
    ]
    toevoegen(anke)
    assert "2 documenten toegevoegd." in anke.tekst
    assert "Niet toegevoegd: “factuur.pdf” is een programma. Dat kan hier niet." in anke.tekst
    with anke.pagina.expect_download() as download:
        anke.link("Brief")
    assert download.value.suggested_filename == "Brief.pdf"
    assert download.value.path().read_bytes() == maak.PDF

    anke.pagina.locator("a", has_text="Intrekken van Brief").click()
    anke.vul(reden="Van een ander.")
    anke.knop("Intrekken")
    anke.pagina.get_by_text("Ingetrokken (1)").click()
    assert "Van een ander." in anke.tekst


def test_all_refused_stays_on_the_form_and_what_was_typed_too(scherm, cast_in_browser, zaak):
    anke = scherm(breedte=390).inloggen(cast_in_browser.anke)
    anke.open(f"/dossier/{zaak.pk}/document/")
    anke.vul(titel="Beschikking")
    anke.pagina.select_option("[name=soort]", "besluit")
    anke.pagina.set_input_files("[name=bestanden]", [bestand("x.docx", maak.zip_({"a": "b"}))])
    anke.knop("Toevoegen")
    anke.pagina.get_by_text("Kies uw bestand opnieuw").wait_for()
    assert "“x.docx” is een archief" in anke.tekst
    assert anke.pagina.input_value("[name=titel]") == "Beschikking"
    te_breed = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert anke.pagina.evaluate(te_breed) == 0


def test_by_keyboard(scherm, cast_in_browser, zaak):
    anke = scherm().inloggen(cast_in_browser.anke)
    anke.open(f"/dossier/{zaak.pk}/document/")
    anke.pagina.focus("[name=bestanden]")
    assert anke.pagina.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    anke.pagina.locator(".neerzetten-uitleg").wait_for()
    with anke.pagina.expect_file_chooser() as kiezer:
        anke.pagina.press("[name=bestanden]", "Space")
    kiezer.value.set_files([bestand("Brief.pdf")])
    anke.pagina.keyboard.press("Tab")
    anke.pagina.keyboard.type("Versl")
    anke.pagina.focus("main button[type=submit]")
    anke.pagina.keyboard.press("Enter")
    anke.pagina.wait_for_url(re.compile("tab=documenten"))
    # The letters of the steps before stand there too.
    assert Document.objects.get(exemplaar__isnull=True).soort == "verslag"


def test_without_script(chromium, live_server, cast_in_browser, zaak, client):
    client.force_login(cast_in_browser.anke, backend="kern.toegang.backends.RolBackend")
    context = chromium.new_context(java_script_enabled=False, accept_downloads=True)
    naam, waarde = "sessionid", client.cookies["sessionid"].value
    context.add_cookies([{"name": naam, "value": waarde, "url": live_server.url}])
    pagina = context.new_page()
    pagina.goto(f"{live_server.url}{zaak.get_absolute_url()}?tab=documenten")
    pagina.set_input_files("[name=bestanden]", [bestand("Brief.pdf"), bestand("foto.jpg", maak.JPEG)])
    pagina.select_option("[name=soort]", "brief")
    pagina.click("main form button[type=submit]")
    assert "2 documenten toegevoegd." in pagina.inner_text("main")
    context.close()
