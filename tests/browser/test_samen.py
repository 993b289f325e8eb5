"""Nothing typed is lost: two people on one form, a session that ends, drafts, and one press that is one action."""

import re

import pytest
from django.contrib.sessions.models import Session

from cimot.processen.aanmelding import Status
from kern.models import Concept, Contactmoment, Gebeurtenis
from tests import factories

pytestmark = pytest.mark.browser
KANARIE = "Deze tekst mag niet weg."


@pytest.fixture
def zaak(cast_in_browser):
    """A case of Anke in which Karim works too."""
    zaak = factories.naar(factories.melding(cast_in_browser), Status.ONDERZOEK, cast_in_browser)
    zaak.medebehandelaars.add(cast_in_browser.karim)
    return zaak


@pytest.fixture
def zonder_script(chromium, live_server, scherm):
    """A browser of somebody who has script turned off."""
    een = scherm()
    een.context.close()
    een.context = chromium.new_context(java_script_enabled=False, locale="nl-NL")
    een.pagina = een.context.new_page()
    return een


def invullen(zaak):
    return f"/aanmelding/{zaak.pk}/onderzoek_invullen/"


def contact(zaak):
    return f"/dossier/{zaak.pk}/contact/"


def onderzoek(zaak):
    zaak.onderzoek.refresh_from_db()
    return zaak.onderzoek


def log_in(een, gebruiker):
    """On the login page that the browser was led to."""
    gebruiker.set_password(factories.WACHTWOORD)
    gebruiker.save()
    een.pagina.fill("[name=username]", gebruiker.gebruikersnaam)
    een.pagina.fill("[name=password]", factories.WACHTWOORD)
    een.pagina.click("main button[type=submit]")
    een.pagina.wait_for_url(lambda url: "/inloggen/" not in url)


# Two people.


def test_fields_that_one_of_them_changed_are_joined_without_a_question(scherm, cast_in_browser, zaak):
    anke, karim = scherm().inloggen(cast_in_browser.anke), scherm().inloggen(cast_in_browser.karim)
    anke.open(invullen(zaak))
    karim.open(invullen(zaak))
    anke.vul(behoeften="Van Anke", samenwerking="Ook van Anke")
    anke.knop("Opslaan")
    karim.vul(bijdrage="Van Karim")
    karim.knop("Opslaan")
    karim.pagina.wait_for_url(f"**{zaak.get_absolute_url()}*")
    nu = onderzoek(zaak)
    assert (nu.behoeften, nu.samenwerking, nu.bijdrage) == ("Van Anke", "Ook van Anke", "Van Karim")


def test_what_both_changed_is_shown_per_field_and_each_choice_is_kept(scherm, cast_in_browser, zaak):
    anke, karim = scherm().inloggen(cast_in_browser.anke), scherm().inloggen(cast_in_browser.karim)
    anke.open(invullen(zaak))
    karim.open(invullen(zaak))
    anke.vul(behoeften="Behoeften van Anke", maatwerk="Maatwerk van Anke")
    anke.knop("Opslaan")
    karim.vul(behoeften="Behoeften van Karim", maatwerk="Maatwerk van Karim", bijdrage="Bijdrage van Karim")
    karim.knop("Opslaan")
    vraag = karim.pagina.locator(".conflicten")
    vraag.wait_for()
    assert vraag.locator("fieldset").count() == 2
    for tekst in ("Behoeften van Anke", "Behoeften van Karim", "Maatwerk van Anke", "Maatwerk van Karim"):
        assert tekst in vraag.inner_text()
    # Nothing is saved, and what he typed is still in the form: also what nobody else touched.
    assert onderzoek(zaak).behoeften == "Behoeften van Anke"
    assert karim.pagina.input_value("main [name=bijdrage]") == "Bijdrage van Karim"
    # What he did not answer is asked again.
    karim.kies(_keuze_behoeften="opgeslagen")
    with karim.pagina.expect_navigation():
        karim.knop("Opslaan")
    assert vraag.locator("fieldset").count() == 1
    assert onderzoek(zaak).maatwerk == "Maatwerk van Anke"
    karim.kies(_keuze_maatwerk="getypt")
    karim.knop("Opslaan")
    karim.pagina.wait_for_url(f"**{zaak.get_absolute_url()}*")
    nu = onderzoek(zaak)
    assert (nu.behoeften, nu.maatwerk, nu.bijdrage) == ("Behoeften van Anke", "Maatwerk van Karim", "Bijdrage van Karim")


# The session ends.


@pytest.mark.parametrize("hoe", ["de sessie is verlopen", "het koekje is weg"])
def test_after_the_session_ended_the_text_is_back_for_the_same_person_alone(scherm, cast_in_browser, zaak, hoe):
    anke = scherm().inloggen(cast_in_browser.anke)
    anke.open(invullen(zaak))
    anke.vul(behoeften=KANARIE)
    if hoe == "de sessie is verlopen":
        Session.objects.all().delete()
    else:
        anke.context.clear_cookies(name="sessionid")
    anke.knop("Opslaan")
    anke.pagina.wait_for_url(re.compile("/inloggen/"))
    assert onderzoek(zaak).behoeften == ""
    # On the same computer somebody else logs in first, and comes on the same page.
    log_in(anke, cast_in_browser.karim)
    anke.pagina.wait_for_url(f"**{invullen(zaak)}")
    assert KANARIE not in anke.tekst
    assert anke.pagina.input_value("main [name=behoeften]") == ""
    anke.context.clear_cookies()
    anke.open(invullen(zaak))
    log_in(anke, cast_in_browser.anke)
    anke.pagina.wait_for_url(f"**{invullen(zaak)}")
    assert anke.pagina.input_value("main [name=behoeften]") == KANARIE
    assert "Dit is uw concept" in anke.tekst
    anke.knop("Opslaan")
    anke.pagina.wait_for_url(f"**{zaak.get_absolute_url()}*")
    assert onderzoek(zaak).behoeften == KANARIE
    assert not Concept.objects.exists()


# Drafts.


def test_a_draft_is_saved_every_ten_seconds_while_typing(scherm, cast_in_browser, zaak):
    anke = scherm().inloggen(cast_in_browser.anke)
    anke.pagina.clock.install()
    anke.open(contact(zaak))
    anke.vul(tekst=KANARIE)
    anke.pagina.clock.run_for(9_000)
    assert not Concept.objects.exists()
    with anke.pagina.expect_response("**/concept/"):
        anke.pagina.clock.run_for(2_000)
    anke.pagina.get_by_text("laatst om").wait_for()
    assert Concept.objects.get().velden["tekst"] == [KANARIE]
    # Another browser of the same person goes on where this one was.
    thuis = scherm().inloggen(cast_in_browser.anke)
    thuis.open(contact(zaak))
    assert thuis.pagina.input_value("main [name=tekst]") == KANARIE
    assert not Contactmoment.objects.exists()


def test_without_script_a_draft_is_saved_with_the_button(zonder_script, cast_in_browser, zaak):
    anke = zonder_script.inloggen(cast_in_browser.anke)
    anke.open(contact(zaak))
    anke.vul(tekst=KANARIE)
    anke.knop("Concept bewaren")
    anke.pagina.wait_for_url(f"**{contact(zaak)}")
    assert "Uw concept is bewaard." in anke.tekst
    assert anke.pagina.input_value("main [name=tekst]") == KANARIE
    anke.vul(met="moeder")
    anke.knop("Contact vastleggen")
    anke.pagina.wait_for_url("**?tab=contact")
    assert Contactmoment.objects.get().tekst == KANARIE
    assert not Concept.objects.exists()


# One press is one action.


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_a_double_click_and_the_way_back_do_nothing_twice(scherm, request, cast_in_browser, zaak, script):
    een = scherm() if script else request.getfixturevalue("zonder_script")
    anke = een.inloggen(cast_in_browser.anke)
    anke.open(zaak.get_absolute_url())
    anke.open(contact(zaak))
    anke.vul(met="moeder", tekst=KANARIE)
    anke.pagina.get_by_role("button", name="Contact vastleggen", exact=True).dblclick()
    anke.pagina.wait_for_url("**?tab=contact")
    anke.pagina.go_back()
    if "/contact/" in anke.pagina.url:
        # The page is asked for again and is a new form: what was handed in is not in it.
        assert anke.pagina.input_value("main [name=tekst]") == ""
        anke.knop("Contact vastleggen")
        anke.pagina.get_by_text("Vul dit in.").first.wait_for()
    assert Contactmoment.objects.count() == 1
    assert Gebeurtenis.objects.filter(actie="contact_vastleggen").count() == 1


def test_a_step_that_was_done_cannot_be_done_again_from_the_page_before(scherm, cast_in_browser):
    zaak = factories.melding(cast_in_browser)
    factories.compleet_maken(zaak, cast_in_browser, factories.moment("2026-11-03"))
    bas, pad = scherm().inloggen(cast_in_browser.bas), f"/aanmelding/{zaak.pk}/bevestigen/"
    bas.open(zaak.get_absolute_url())
    bas.open(pad)
    bas.vul(op="03-11-2026")
    bas.pagina.get_by_role("button", name="Melding bevestigen", exact=True).dblclick()
    bas.pagina.wait_for_url(f"**{zaak.get_absolute_url()}*")
    bas.pagina.go_back()
    bas.pagina.wait_for_load_state()
    assert bas.pagina.get_by_role("button", name="Melding bevestigen", exact=True).count() == 0
    assert Gebeurtenis.objects.filter(dossier_id=zaak.pk, actie="bevestigen").count() == 1
