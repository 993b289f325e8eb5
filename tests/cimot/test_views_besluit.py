"""The pages from aanvraag to besluit, as a browser uses them: what they say before and after, and who sees what."""

from datetime import timedelta
from unittest.mock import Mock

import pytest
from django.contrib.messages import get_messages
from django.test import Client as Browser
from django.utils import timezone

from cimot import actions
from cimot.models import Aanmelding, Besluit
from cimot.processen.aanmelding import Status
from kern.models import Inzage
from kern.stukken import opslag
from kern.tijd.kalender import datum_nl
from tests.factories import besluit_van, laatste_moment, melding, naar
from tests.kern.scherm import open_, tekst

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(settings):
    def open_browser(gebruiker):
        browser = Browser()
        browser.force_login(gebruiker, backend=settings.AUTHENTICATION_BACKENDS[1])
        return browser

    return open_browser


@pytest.fixture
def zaak(cast):
    """A case in a status, reported sixteen days ago, so that today lies within its terms."""

    def maak(status, **gegevens):
        begin = timezone.now() - timedelta(days=16)
        return naar(melding(cast, ontvangen=begin, **gegevens), status, cast)

    return maak


def pad(zaak, actie=""):
    return f"/aanmelding/{zaak.pk}/{actie}/" if actie else f"/aanmelding/{zaak.pk}/"


def doe(client, zaak, actie, /, **getypt):
    """Open the page of an action, type, send; returns the answer and the messages that it left."""
    antwoord = client.post(pad(zaak, actie), open_(client, pad(zaak, actie), **getypt))
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    return [str(bericht) for bericht in get_messages(antwoord.wsgi_request)]


def nu(zaak):
    return Aanmelding.objects.get(pk=zaak.pk)


ONDERDELEN = {"ozl_soort": "ozl_standaard", "ozl_uren": "8,5", "ozl_motivering": "Elke dag hulp.",
              "ozl_vanaf": "01-12-2026", "ozl_tot": "30-11-2028"}  # fmt: skip


@pytest.mark.eis("L-16", "L-55", "L-66", "SM-1")
def test_a_besluit_is_written_looked_at_signed_and_sent(cast, zaak, browser):
    dossier = zaak(Status.AANVRAAG_COMPLEET)
    anke, tineke, bas = browser(cast.anke), browser(cast.tineke), browser(cast.bas)
    doe(anke, dossier, "besluit_opstellen")
    doe(anke, dossier, "besluit_schrijven", uitkomst="toekenning", **dict.fromkeys(Besluit.ELEMENTEN, "Gemotiveerd."),
        doel_zingeving="on", afbouwdoel="Minder uren.", herbeoordelen_op="01-12-2027")  # fmt: skip
    doe(anke, dossier, "onderdelen_kiezen", **ONDERDELEN)
    assert doe(anke, dossier, "besluit_voorleggen") == ["Het besluit ligt bij de teamleider."]
    pagina = tekst(tineke.get(pad(dossier, "besluit_goedkeuren")))
    assert "Anke schreef dit besluit" in pagina and "Elke dag hulp." in pagina and "8,5 uur per week" in pagina
    [zin] = doe(tineke, dossier, "besluit_goedkeuren")
    assert zin == "Goedgekeurd. Tineke ondertekent. Het besluit kan nu worden verstuurd."
    # The frontoffice sends it, without reading the content.
    pagina = tekst(bas.get(pad(dossier, "besluit_versturen")))
    assert "Verstuurt u het vandaag" in pagina and "Elke dag hulp." not in pagina
    [zin] = doe(bas, dossier, "besluit_versturen")
    bezwaar = nu(dossier).taken.get(code="bezwaar").vervalt_op
    assert zin == f"Besluit verzonden. Bezwaar kan tot en met {datum_nl(bezwaar)}."
    stuk = dossier.documenten.get(soort="besluit")
    assert (stuk.richting, stuk.kanaal, stuk.titel) == ("uit", "balie", "Besluit: toekenning aan Petra de Wit")
    pagina = tekst(bas.get(pad(dossier)))
    assert "OZL standaard, 8,5 uur per week, zorg in natura" in pagina and "Bezwaar kan tot en met" in pagina
    assert "Elke dag hulp." not in pagina and "Gemotiveerd." not in pagina


@pytest.mark.eis("L-59")
def test_without_a_term_the_page_says_that_nothing_stands_still(cast, zaak, browser):
    dossier, bas = zaak(Status.AANVRAAG_ONTVANGEN), browser(cast.bas)
    voor = dossier.taken.get(code="besluit").vervalt_op
    assert "Zonder termijn staat niets stil" in tekst(bas.get(pad(dossier, "aanvulling_vragen")))
    [zin] = doe(bas, dossier, "aanvulling_vragen", ontbreekt="Budgetplan.", termijn="zonder")
    assert "Zonder termijn staat niets stil" in zin
    assert dossier.taken.get(code="besluit").vervalt_op == voor
    pagina = tekst(bas.get(pad(dossier)))
    assert "geen termijn gegeven: de beslistermijn loopt door" in pagina and "staat stil" not in pagina
    assert "Budgetplan." not in pagina and "Budgetplan." in tekst(browser(cast.anke).get(pad(dossier)))
    [zin] = doe(browser(cast.anke), dossier, "aanvulling_ontvangen")
    assert zin.startswith("Aanvulling ontvangen. Verzend het besluit uiterlijk op")


@pytest.mark.eis("L-59")
def test_with_a_term_the_time_to_decide_stands_still_until_it_ends(cast, zaak, browser):
    dossier, bas = zaak(Status.AANVRAAG_ONTVANGEN), browser(cast.bas)
    tot = timezone.localdate() + timedelta(days=10)
    [zin] = doe(bas, dossier, "aanvulling_vragen", ontbreekt="Budgetplan.", termijn="met", gesteld_tot=f"{tot:%d-%m-%Y}")
    laatste = datum_nl(tot - timedelta(days=1))
    assert zin == f"De beslistermijn staat stil, uiterlijk tot en met {laatste}."
    assert f"staat stil, uiterlijk tot en met {laatste}" in tekst(bas.get(pad(dossier)))


@pytest.mark.eis("L-15")
def test_an_aanvraag_says_when_the_besluit_must_leave(cast, zaak, browser):
    dossier = zaak(Status.VERSLAG_DEFINITIEF)
    [zin] = doe(browser(cast.bas), dossier, "aanvraag_vastleggen", vorm="verslag", is_ondertekend="on")
    dag = datum_nl(dossier.taken.get(code="besluit").vervalt_op)
    assert zin == f"Aanvraag vastgelegd. Verzend het besluit uiterlijk op {dag}."


@pytest.mark.eis("L-58")
def test_late_and_said_so_moves_no_deadline(cast, zaak, browser):
    dossier, anke = zaak(Status.AANVRAAG_COMPLEET), browser(cast.anke)
    voor, later = dossier.taken.get(code="besluit").vervalt_op, timezone.localdate() + timedelta(days=16)
    doe(anke, dossier, "vertraging_meedelen", reden="Advies duurt.", mededeling_tot=f"{later:%d-%m-%Y}")
    assert dossier.taken.get(code="besluit").vervalt_op == voor
    assert f"Besluit toegezegd op {datum_nl(later)}. De wettelijke datum blijft staan." in tekst(anke.get(pad(dossier)))


def test_two_people_on_one_besluit_keep_each_others_text_and_goals(cast, zaak, browser):
    dossier, anke = zaak(Status.BESLUIT_CONCEPT), browser(cast.anke)
    pagina = pad(dossier, "besluit_schrijven")
    mijn = open_(anke, pagina, motivering_doel="Van mij.", doel_gevaar="on")
    doe(anke, dossier, "besluit_schrijven", motivering_problematiek="Van een ander.", doel_zingeving="on")
    assert anke.post(pagina, mijn).status_code == 302
    besluit = nu(dossier).besluit
    assert (besluit.motivering_problematiek, besluit.motivering_doel) == ("Van een ander.", "Van mij.")
    assert besluit.doelen == ["gevaar", "zingeving"]
    botst = anke.post(pagina, open_(anke, pagina, motivering_doel="A.") | {"_basis": mijn["_basis"]})
    assert botst.status_code == 409 and "Van mij." in tekst(botst)


def test_two_people_on_the_components(cast, zaak, browser):
    dossier, anke = zaak(Status.BESLUIT_CONCEPT), browser(cast.anke)
    pagina = pad(dossier, "onderdelen_kiezen")
    mijn = open_(anke, pagina, omd_soort="omd", omd_vanaf="01-12-2026", omd_tot="30-11-2027", omd_uren="3")
    doe(anke, dossier, "onderdelen_kiezen", **ONDERDELEN)
    assert anke.post(pagina, mijn).status_code == 302
    assert {o.groep: str(o.uren) for o in nu(dossier).besluit.onderdelen.all()} == {"ozl": "8.50", "omd": "3.00"}


def test_a_letter_that_cannot_be_kept_stops_the_step(cast, zaak, browser, monkeypatch):
    dossier, bas = zaak(Status.BESLUIT_ONDERTEKEND), browser(cast.bas)
    monkeypatch.setattr(opslag, "bewaar", Mock(side_effect=OSError))
    voor = dossier.documenten.count()
    antwoord = bas.post(pad(dossier, "besluit_versturen"), open_(bas, pad(dossier, "besluit_versturen")))
    assert antwoord.status_code == 422 and "kon nu niet worden opgeslagen" in tekst(antwoord)
    assert nu(dossier).status == Status.BESLUIT_ONDERTEKEND and nu(dossier).besluit.verzonden_op is None
    assert dossier.documenten.count() == voor


@pytest.mark.eis("L-66")
def test_nobody_with_a_mandate_is_said_and_nothing_is_signed(cast, zaak, browser):
    dossier, tineke = zaak(Status.BESLUIT_4OGEN), browser(cast.tineke)
    cast.tineke.mandaten.all().delete()
    assert "Niemand heeft vandaag het mandaat" in tekst(tineke.get(pad(dossier, "besluit_goedkeuren")))
    assert (
        tineke.post(pad(dossier, "besluit_goedkeuren"), open_(tineke, pad(dossier, "besluit_goedkeuren"))).status_code == 422
    )


@pytest.mark.eis("L-73", "L-74")
def test_the_text_is_for_who_may_read_the_content_and_reading_is_logged(cast, zaak, browser):
    dossier = zaak(Status.INDICATIE_ACTIEF)
    assert browser(cast.bas).get(pad(dossier, "besluit")).status_code == 403
    assert browser(cast.els).get(pad(dossier, "besluit")).status_code == 404
    voor = Inzage.objects.count()
    pagina = tekst(browser(cast.anke).get(pad(dossier, "besluit")))
    assert "Namens het college van burgemeester en wethouders van Almelo" in pagina and "Gemotiveerd." in pagina
    assert "nog niet goedgekeurd" not in pagina
    assert Inzage.objects.count() == voor + 1
    assert browser(cast.anke).get(pad(zaak(Status.ONDERZOEK, naam="Nog, Niets"), "besluit")).status_code == 404


def test_a_concept_is_no_outcome_yet(cast, zaak, browser):
    """What was decided is on the card (D3) from the moment it is signed."""
    concept, getekend = zaak(Status.BESLUIT_4OGEN), zaak(Status.BESLUIT_ONDERTEKEND, naam="Zwart, Z")
    bas = browser(cast.bas)
    assert "OZL intensief" not in tekst(bas.get(pad(concept)))
    assert "OZL intensief" in tekst(bas.get(pad(getekend)))


@pytest.mark.eis("L-57", "L-18")
def test_a_refusal_shows_its_ground_and_what_the_client_said_to_who_may_read_it(cast, zaak, browser):
    dossier = besluit_van(zaak(Status.AANVRAAG_COMPLEET), "afwijzing", cast)
    pagina = tekst(browser(cast.anke).get(pad(dossier)))
    assert "Eigen kracht of netwerk is genoeg" in pagina and "Oneens." in pagina
    assert "Oneens." not in tekst(browser(cast.bas).get(pad(dossier)))


@pytest.mark.eis("X-21")
def test_who_answers_is_shown_with_its_rule_and_what_was_before(cast, zaak, browser):
    dossier, anke = zaak(Status.ONDERZOEK), browser(cast.anke)
    wierden = cast.almelo.gemeenten.get(naam="Wierden")
    doe(anke, dossier, "verantwoordelijke_vastleggen", gemeente=wierden.pk, regel="afspraak", grond="Brief van 3 november")
    pagina = tekst(anke.get(pad(dossier)))
    assert "Brief van 3 november" in pagina and "Eerder verantwoordelijk" in pagina and "Wmo 1.2.1" in pagina
    # With a secret address it would tell where the client lives.
    dossier.client.is_geheim = True
    dossier.client.save()
    pagina = tekst(browser(cast.bas).get(pad(dossier)))
    assert "Brief van 3 november" in pagina and "Wierden" not in pagina.split("Verantwoordelijke gemeente")[1]


def test_the_page_to_write_shows_what_was_found(cast, zaak, browser):
    dossier = zaak(Status.BESLUIT_CONCEPT)
    pagina = tekst(browser(cast.anke).get(pad(dossier, "besluit_schrijven")))
    for gevonden in ("Conclusie.", "Voorstel.", "Psychosociale problemen zijn aanwezig.", "Er is elke dag hulp nodig."):
        assert gevonden in pagina


@pytest.mark.parametrize("actie", ["besluit_schrijven", "onderdelen_kiezen", "hoor_vastleggen", "besluit_goedkeuren"])
def test_a_page_of_a_step_that_is_not_now_says_so(cast, zaak, browser, actie):
    dossier = zaak(Status.ONDERZOEK)
    client = browser(cast.tineke if actie == "besluit_goedkeuren" else cast.anke)
    assert client.get(pad(dossier, actie)).status_code == 302
    assert client.post(pad(dossier, actie), {}).status_code == 422


def test_an_advice_that_is_awaited_is_asked_for_on_the_case(cast, zaak, browser):
    dossier, anke = zaak(Status.ONDERZOEK), browser(cast.anke)
    doe(anke, dossier, "advies_vragen", discipline="ggz", adviseur="Dimence", vraag="Wat past?")
    assert "Nog geen advies" in tekst(anke.get(pad(dossier)))
    doe(anke, dossier, "advies_vastleggen", advies="Lichte hulp.")
    assert "Lichte hulp." in tekst(anke.get(pad(dossier)))


@pytest.mark.eis("L-56")
def test_left_untreated_is_a_besluit_with_its_own_signature(cast, zaak, browser):
    dossier, anke = zaak(Status.AANVRAAG_ONTVANGEN), browser(cast.anke)
    op = laatste_moment(dossier)
    tot = op.date() + timedelta(days=3)
    actions.aanvulling_vragen(dossier, door=cast.bas, op=op, ontbreekt="Alles.", via="brief", gesteld_tot=tot)
    [zin] = doe(anke, dossier, "buiten_behandeling_laten", waarom="Niets ontvangen.")
    assert zin.startswith("De aanvraag is buiten behandeling gelaten. Bezwaar kan tot en met")
    assert nu(dossier).besluit.ondertekenaar == cast.tineke and dossier.documenten.filter(soort="besluit").count() == 1
