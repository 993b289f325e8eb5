"""The pages about who stands beside a client: what is typed stays, what may not be seen is not there."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cimot.processen.aanmelding import Status
from kern.models import Client, Concept, Inzage, Relatie, Toestemming
from kern.personen import clienten, relaties
from tests.factories import melding, naar
from tests.kern.personen.test_relaties import document
from tests.kern.scherm import open_, tekst

pytestmark = pytest.mark.django_db
ADRES = {"straat": "Kanariestraat", "huisnummer": "12", "postcode": "7641aa", "plaats": "Wierden"}


def vandaag():
    return timezone.localdate()


@pytest.fixture
def zaak(cast):
    """A case of Anke in which the content is hers."""
    return naar(melding(cast, ontvangen=timezone.now() - timedelta(days=9)), Status.ONDERZOEK, cast)


@pytest.fixture
def petra(zaak):
    return zaak.client


def pad(naam, pk):
    return reverse(naam, args=[pk])


def voeg(petra, door, **gegevens):
    return relaties.relatie_toevoegen(petra, door=door, op=timezone.now(), vanaf=vandaag(), **gegevens)


def sta_toe(petra, door, **anders):
    gegevens = {"waarvoor": "delen", "partij": "school", "omvang": "Rooster.", "gegeven_op": vandaag(), "via": "brief"}
    return relaties.toestemming_vastleggen(petra, door=door, op=timezone.now(), **{**gegevens, **anders})


# Add, change, end.


def test_a_mentor_is_added_with_his_address_and_stands_on_the_page(cast, inloggen, petra, zaak):
    browser, stuk = inloggen(cast.anke), document(zaak, cast.anke)
    getypt = {
        "soort": "mentor",
        "naam": "Mia Mentor",
        "bewijs": stuk.pk,
        "krijgt_brieven": "on",
        "telefoon": "06-1",
        **ADRES,
    }
    antwoord = browser.post(pad("relatie_toevoegen", petra.pk), open_(browser, pad("relatie_toevoegen", petra.pk), **getypt))
    assert antwoord["Location"] == petra.get_absolute_url()
    relatie = Relatie.objects.get()
    assert (relatie.grond, relatie.postcode, relatie.bewijs, relatie.door) == ("rechter", "7641 AA", stuk, cast.anke)
    inhoud = tekst(browser.get(petra.get_absolute_url()))
    for woord in (
        "Mia Mentor",
        "Uitspraak van de rechter: ",
        pad("document_downloaden", stuk.pk),
        "Kanariestraat 12, 7641 AA Wierden",
        "06-1",
    ):
        assert woord in inhoud
    assert "Krijgt een kopie van brieven" in inhoud
    assert Inzage.objects.filter(pagina="relatie_toevoegen", client_ids=[petra.pk], klassen=["D1"]).exists()


FOUTEN = [
    ({"soort": ""}, "soort", "Kies een van de mogelijkheden."),
    ({"soort": "buurman"}, "soort", "Kies een van de mogelijkheden."),
    ({"naam": ""}, "naam", "Vul dit in."),
    ({"naam": "Mia 999990019"}, "naam", "Hierin staat een nummer dat een BSN kan zijn. Vul alleen de naam in."),
    ({"organisatie": "9999.90.019"}, "organisatie", "BSN kan zijn"),
    ({"toelichting": "Haar BSN is 999990019."}, "toelichting", "BSN kan zijn"),
    ({"vanaf": "31-02-2026"}, "vanaf", "bestaat niet"),
    ({"vanaf": ""}, "vanaf", "Vul een datum in."),
    ({"email": "mia"}, "email", ""),
    ({"postcode": "0641 AA"}, "postcode", "Schrijf de postcode als 7607 AB."),
    ({"krijgt_brieven": "on", "straat": ""}, "straat", "Vul straat, huisnummer en plaats in, of een e-mailadres."),
    ({"grond": "wet"}, "grond", "heeft een uitspraak nodig"),
    ({"bewijs": "999999"}, "bewijs", "Dit document kunt u niet kiezen."),
    ({"bewijs": "x"}, "bewijs", "Dit document kunt u niet kiezen."),
    ({"naam": "A" * 121}, "naam", "120"),
]


@pytest.mark.parametrize(("getypt", "veld", "zin"), FOUTEN)
def test_a_mistake_is_named_next_to_its_field_and_what_was_typed_stays(cast, inloggen, petra, getypt, veld, zin):
    browser, url = inloggen(cast.bas), pad("relatie_toevoegen", petra.pk)
    goed = {"soort": "mentor", "naam": "Mia", "telefoon": "06-0000", **ADRES}
    antwoord = browser.post(url, {**open_(browser, url), **goed, **getypt})
    assert antwoord.status_code == 422
    fouten = antwoord.context["form"].errors
    assert list(fouten) == [veld] and zin in fouten[veld][0]
    assert 'value="06-0000"' in tekst(antwoord)
    assert not Relatie.objects.exists()


def test_a_nul_is_refused_without_an_accident(cast, inloggen, petra):
    browser, url = inloggen(cast.bas), pad("relatie_toevoegen", petra.pk)
    antwoord = browser.post(url, {**open_(browser, url), "soort": "ouder", "naam": "M\x00oe"})
    assert antwoord.status_code == 422 and list(antwoord.context["form"].errors) == ["naam"]


def test_a_change_sees_what_a_colleague_saved(cast, inloggen, petra):
    moeder = voeg(petra, cast.bas, soort="ouder", naam="Moeder", telefoon="06-1")
    browser, url = inloggen(cast.bas), pad("relatie_wijzigen", moeder.pk)
    begonnen = open_(browser, url, telefoon="06-2")
    relaties.relatie_wijzigen(moeder, door=cast.anke, op=timezone.now(), telefoon="06-3", organisatie="Thuis")
    antwoord = browser.post(url, begonnen)
    assert antwoord.status_code == 409
    assert [(c["naam"], c["opgeslagen"], c["getypt"]) for c in antwoord.context["conflicten"]] == [
        ("telefoon", "06-3", "06-2")
    ]
    assert browser.post(url, {**begonnen, "_keuze_telefoon": "getypt"}).status_code == 302
    moeder.refresh_from_db()
    assert (moeder.telefoon, moeder.organisatie) == ("06-2", "Thuis")


def test_the_page_of_a_change_writes_who_was_seen(cast, inloggen, petra):
    moeder = voeg(petra, cast.bas, soort="ouder", naam="Moeder")
    hulp = voeg(petra, cast.anke, soort="hulpverlener", naam="Hans")
    for rij, klassen in ((moeder, ["D1"]), (hulp, ["D1", "D4"])):
        inloggen(cast.anke).get(pad("relatie_wijzigen", rij.pk))
        log = Inzage.objects.order_by("-id").first()
        assert (log.pagina, log.client_ids, log.klassen) == ("relatie_wijzigen", [petra.pk], klassen)


def test_what_ended_is_folded_away_and_asks_no_new_end(cast, inloggen, petra):
    moeder = voeg(petra, cast.bas, soort="ouder", naam="Moeder", wordt_uitgenodigd=True)
    browser, url = inloggen(cast.bas), pad("relatie_beeindigen", moeder.pk)
    gisteren = vandaag() - timedelta(days=1)
    antwoord = browser.post(url, open_(browser, url, tot=f"{gisteren:%d-%m-%Y}"))
    assert antwoord.context["form"].errors["tot"] == ["De einddatum ligt vóór de begindatum."]
    Relatie.objects.update(vanaf=gisteren)
    assert browser.post(url, open_(browser, url, tot=f"{gisteren:%d-%m-%Y}")).status_code == 302
    antwoord = browser.get(petra.get_absolute_url())
    assert [rij["relatie"] for rij in antwoord.context["relaties_voorbij"]] == [moeder]
    assert not antwoord.context["relaties"] and "1 relatie van vroeger" in tekst(antwoord)
    assert url not in tekst(antwoord) and "wordt uitgenodigd" not in tekst(antwoord).lower().split("1 relatie van")[1][:600]


# Who may see what.


def test_a_helper_is_there_only_for_who_reads_the_content(cast, inloggen, petra):
    hulp = voeg(petra, cast.anke, soort="hulpverlener", naam="Hans Hulp", krijgt_brieven=True, email="h@example.org")
    toestemming = sta_toe(petra, cast.anke, partij="Kliniek")
    eigen = tekst(inloggen(cast.anke).get(petra.get_absolute_url()))
    assert eigen.count("Hans Hulp") >= 2 and "Kliniek" in eigen and "Er is nog iemand." not in eigen
    for ander in (cast.karim, cast.bas):
        browser = inloggen(ander)
        inhoud = tekst(browser.get(petra.get_absolute_url()))
        assert "Hans" not in inhoud and "Kliniek" not in inhoud and "Er is nog iemand." in inhoud
        assert 'id="toestemming-kop"' not in inhoud
        for url in ("relatie_wijzigen", "relatie_beeindigen"):
            assert browser.get(pad(url, hulp.pk)).status_code == 404
            assert browser.post(pad(url, hulp.pk), {"tot": "01-01-2030"}).status_code == 404
        assert browser.get(pad("toestemming_intrekken", toestemming.pk)).status_code == 404
        assert browser.get(pad("toestemming_vastleggen", petra.pk)).status_code == 403
        antwoord = browser.get(pad("relatie_toevoegen", petra.pk))
        assert 'value="hulpverlener"' not in tekst(antwoord)
        antwoord = browser.post(
            pad("relatie_toevoegen", petra.pk), {"soort": "hulpverlener", "naam": "H", "vanaf": "1-1-2026"}
        )
        assert "soort" in antwoord.context["form"].errors
    assert 'value="hulpverlener"' in tekst(inloggen(cast.anke).get(pad("relatie_toevoegen", petra.pk)))
    lezer = tekst(inloggen(cast.tineke).get(petra.get_absolute_url()))
    assert "Kliniek" in lezer and "Intrekken" not in lezer and "Relatie toevoegen" not in lezer


@pytest.mark.eis("L-73")
@pytest.mark.parametrize("hoe", ["client", "adres"])
def test_a_secret_place_is_not_given_away_by_who_lives_there(cast, inloggen, petra, hoe):
    if hoe == "client":
        clienten.wijzigen(petra, door=cast.anke, is_geheim=True)
    adres = {**ADRES, "postcode": "7641 AA"}
    clienten.adres_toevoegen(petra, door=cast.anke, soort="brief", vanaf=vandaag(), is_geheim=hoe == "adres", **adres)
    anders = {"straat": "kanarie str.", "huisnummer": " 12", "postcode": "7641AA", "plaats": "Wierden"}
    vriend = voeg(petra, cast.anke, soort="partner", naam="Piet", krijgt_brieven=True, **anders)
    url = pad("relatie_wijzigen", vriend.pk)
    for ander in (cast.karim, cast.bas, cast.tineke, cast.gerda):
        inhoud = tekst(inloggen(ander).get(petra.get_absolute_url()))
        assert "anarie" not in inhoud and "7641" not in inhoud
        assert "Het adres is geheim." in inhoud
    browser = inloggen(cast.bas)
    begonnen = open_(browser, url, telefoon="06-9")
    assert "straat" not in begonnen and "anarie" not in tekst(browser.get(url))
    assert browser.post(url, {**begonnen, "straat": "Weg", "plaats": "Weg"}).status_code == 302
    vriend.refresh_from_db()
    assert (vriend.telefoon, vriend.straat) == ("06-9", "kanarie str.")
    eigen = inloggen(cast.anke)
    assert "Kanariestraat 12" in tekst(eigen.get(petra.get_absolute_url()))
    assert "kanarie str." in tekst(eigen.get(url))
    # What was typed and kept as a draft is of who typed it.
    assert not Concept.objects.filter(velden__icontains="anarie").exists()


def test_evidence_that_one_may_not_read_is_not_offered_and_not_lost(cast, inloggen, petra, zaak):
    stuk = document(zaak, cast.anke, titel="Geheim vonnis", klasse="D5")
    mentor = voeg(petra, cast.anke, soort="mentor", naam="Mia", bewijs=stuk)
    url = pad("relatie_wijzigen", mentor.pk)
    assert "Geheim vonnis" in tekst(inloggen(cast.anke).get(petra.get_absolute_url()))
    for ander in (cast.bas, cast.karim):
        browser = inloggen(ander)
        inhoud = tekst(browser.get(petra.get_absolute_url()))
        assert "vonnis" not in inhoud and "er is een document" in inhoud
        assert "vonnis" not in tekst(browser.get(url))
        assert "vonnis" not in tekst(browser.get(pad("relatie_toevoegen", petra.pk)))
        assert browser.post(url, open_(browser, url, bewijs="", telefoon=f"06-{ander.pk}")).status_code == 302
    mentor.refresh_from_db()
    assert mentor.bewijs == stuk


# Consent.


@pytest.mark.eis("L-37")
def test_consent_is_given_withdrawn_and_stays_in_sight(cast, inloggen, petra):
    browser, url = inloggen(cast.anke), pad("toestemming_vastleggen", petra.pk)
    mentor = voeg(petra, cast.anke, soort="mentor", naam="Mia")
    getypt = {
        "waarvoor": "opvragen",
        "partij": "huisarts",
        "omvang": "Medicijnen.",
        "via": "balie",
        "gegeven_door": mentor.pk,
    }
    assert browser.post(url, open_(browser, url, **getypt)).status_code == 302
    toestemming = Toestemming.objects.get()
    inhoud = tekst(browser.get(petra.get_absolute_url()))
    assert "Informatie opvragen" in inhoud and "door Mia" in inhoud and "Geldt nu niet" not in inhoud
    weg = pad("toestemming_intrekken", toestemming.pk)
    assert browser.post(weg, {}).status_code == 422
    assert browser.post(weg, open_(browser, weg, ingetrokken_via="telefoon")).status_code == 302
    antwoord = browser.get(petra.get_absolute_url())
    assert antwoord.context["toestemmingen"] == []
    assert "Geldt nu niet" in tekst(antwoord) and "Vanaf die dag geldt dit niet meer." in tekst(antwoord)
    assert weg not in tekst(antwoord)
    assert browser.post(weg, open_(browser, weg, ingetrokken_via="telefoon")).status_code == 422


FOUTE_TOESTEMMING = [
    ({"waarvoor": ""}, "waarvoor", "Kies een van"),
    ({"waarvoor": "alles"}, "waarvoor", "Kies een van"),
    ({"omvang": ""}, "omvang", "Vul dit in."),
    ({"omvang": "BSN 999990019"}, "omvang", "BSN kan zijn"),
    ({"partij": "999990019"}, "partij", "BSN kan zijn"),
    ({"gegeven_op": "01-01-2090"}, "gegeven_op", "in de toekomst"),
    ({"geldig_tot": "01-01-2020"}, "geldig_tot", "vóór de dag"),
    ({"gegeven_door": "0"}, "gegeven_door", "kunt u niet kiezen"),
]


@pytest.mark.parametrize(("getypt", "veld", "zin"), FOUTE_TOESTEMMING)
def test_a_mistake_in_a_consent_is_named_next_to_its_field(cast, inloggen, petra, getypt, veld, zin):
    browser, url = inloggen(cast.anke), pad("toestemming_vastleggen", petra.pk)
    goed = {"waarvoor": "delen", "partij": "school", "omvang": "Rooster.", "via": "brief"}
    antwoord = browser.post(url, {**open_(browser, url), **goed, **getypt})
    assert antwoord.status_code == 422
    fouten = antwoord.context["form"].errors
    assert list(fouten) == [veld] and zin in fouten[veld][0]


# The card of letters and conversations.


@pytest.mark.eis("L-51")
def test_the_channel_is_on_paper_unless_there_is_an_address_for_mail(cast, inloggen, petra):
    browser, url = inloggen(cast.bas), pad("client_wijzigen", petra.pk)
    antwoord = browser.post(url, open_(browser, url, kanaal="email"))
    assert antwoord.context["form"].errors["email"] == ["Vul het e-mailadres in, of kies bij brieven voor “per post”."]
    assert "Een brief kan niet aankomen." in tekst(browser.get(petra.get_absolute_url()))
    assert browser.post(url, open_(browser, url, kanaal="email", email="petra@example.org")).status_code == 302
    assert Client.objects.get(pk=petra.pk).kanaal == "email"
    inhoud = tekst(browser.get(petra.get_absolute_url()))
    assert "De cliënt wil brieven per e-mail." in inhoud and "Een brief kan niet aankomen." not in inhoud


def test_the_page_says_why_somebody_gets_a_letter_and_which_language_is_spoken(cast, inloggen, petra):
    clienten.wijzigen(petra, door=cast.bas, taal="Arabisch", is_tolk_nodig=True)
    voeg(petra, cast.bas, soort="curator", naam="Cor Curator", email="c@example.org")
    inhoud = tekst(inloggen(cast.bas).get(petra.get_absolute_url()))
    for zin in (
        "De cliënt staat onder curatele: de curator krijgt de brief.",
        "De curator krijgt de brief, de cliënt een kopie.",
        "De curator beslist voor de cliënt.",
        "De cliënt spreekt Arabisch.",
        "Van Cor Curator (curator) is er nog geen uitspraak.",
    ):
        assert zin in inhoud


def test_the_page_asks_as_many_questions_for_ten_people_as_for_one(cast, inloggen, petra):
    browser, tellingen = inloggen(cast.anke), []
    for aantal in (1, 9):
        for n in range(aantal):
            mentor = voeg(petra, cast.anke, soort="mentor", naam=f"N{n}", krijgt_brieven=True, **ADRES)
            sta_toe(petra, cast.anke, gegeven_door=mentor)
        browser.get(petra.get_absolute_url())
        with CaptureQueriesContext(connection) as vragen:
            browser.get(petra.get_absolute_url())
        tellingen.append(len(vragen))
    assert tellingen[0] == tellingen[1]
