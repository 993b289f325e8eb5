"""The pages of a provider: who sees what, what is typed stays, and every figure opens its rows."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aanbieders import cijfers, plaatsingen
from aanbieders.actions import aanbieder as acties
from aanbieders.models import Contactpersoon, Maatregel, Plek, Verledenvaststelling
from aanbieders.plaatsingen import Plaatsing
from aanbieders.secties import gesprek as secties
from kern.models import Gemeente, Inzage
from kern.toegang.rollen import Rol
from tests.aanbieders import opstelling
from tests.aanbieders.opstelling import NU, VANDAAG
from tests.kern.scherm import open_, tekst

pytestmark = pytest.mark.django_db
GISTEREN = VANDAAG - timedelta(days=1)
REDEN = "kanarie-reden"


@pytest.fixture(autouse=True)
def _bronnen(monkeypatch):
    monkeypatch.setattr(cijfers, "_BRONNEN", {})
    monkeypatch.setattr(plaatsingen, "_BRONNEN", [])


def pagina(van):
    return reverse("aanbieder_detail", args=[van.pk])


def stop(dossier, soort="clientenstop", **anders):
    velden = {"reden": REDEN, "advies": "kanarie-advies", "advies_op": GISTEREN, "vanaf": GISTEREN, **anders}
    return Maatregel.objects.create(toelating=dossier, soort=soort, **velden)


@pytest.fixture
def mensen(cast, con, fin):
    per_rol = {
        "con": con,
        "fin": fin,
        "cm": cast.anke,
        "bal": cast.bas,
        "tl": cast.tineke,
        "gem": cast.gerda,
        "fb": cast.frida,
    }
    per_rol["tk"] = cast.gebruiker("karin", Rol.TOEZICHT_KWALITEIT, regio=cast.almelo)
    per_rol["tc"] = cast.gebruiker("tom", Rol.TOEZICHT_CALAMITEITEN, regio=cast.almelo)
    per_rol["ab"] = cast.gebruiker("wanda", Rol.ZORGAANBIEDER, organisatie=opstelling.aanbieder("Ander").organisatie)
    return per_rol


# Who sees what.


@pytest.mark.eis("R-FIN-04", "L-73")
@pytest.mark.parametrize("wie", ["con", "fin", "tl", "tk", "tc", "cm", "bal"])
def test_the_reason_of_a_measure_and_the_ubo_are_for_readers_of_contracts(dossier, zorghuis, mensen, inloggen, wie):
    type(zorghuis).objects.filter(pk=zorghuis.pk).update(ubo="kanarie-ubo")
    stop(dossier)
    stop(dossier, "toezicht", reden="kanarie-toezicht")
    inhoud = tekst(inloggen(mensen[wie]).get(pagina(zorghuis)))
    assert "Cliëntenstop" in inhoud and "zo 22 nov 2026" in inhoud
    leest = wie not in ("cm", "bal")
    for geheim in (REDEN, "kanarie-ubo", "kanarie-toezicht", "Verscherpt toezicht", dossier.kenmerk, "Afspraken te laat"):
        assert (geheim in inhoud) == leest, geheim
    assert "kanarie-advies" not in inhoud
    assert ("Gegevens wijzigen" in inhoud) == (wie == "con")


@pytest.mark.parametrize("wie", ["gem", "fb", "ab"])
def test_others_see_no_provider_at_all(dossier, zorghuis, mensen, inloggen, wie):
    browser = inloggen(mensen[wie])
    huis = opstelling.locatie(zorghuis)
    for naam, args in (("aanbieder_lijst", []), ("aanbieder_detail", [zorghuis.pk]), ("locatie_detail", [huis.pk])):
        assert browser.get(reverse(naam, args=args)).status_code == 403
    assert browser.get(reverse("aanbieder_cijfer", args=[zorghuis.pk, "locaties"])).status_code == 403


def test_a_measure_and_a_dossier_of_another_region_are_not_shown(dossier, zorghuis, cast, inloggen):
    stop(dossier)
    browser = inloggen(opstelling.contractmanager(cast, "con3", cast.enschede))
    inhoud = tekst(browser.get(pagina(zorghuis)))
    assert REDEN not in inhoud and "Cliëntenstop" not in inhoud and dossier.kenmerk not in inhoud
    browser = inloggen(cast.els)
    assert "Cliëntenstop" not in tekst(browser.get(pagina(zorghuis)))


def test_a_measure_that_is_over_is_not_shown(dossier, zorghuis, con, inloggen):
    stop(dossier, tot=GISTEREN)
    assert REDEN not in tekst(inloggen(con).get(pagina(zorghuis)))


@pytest.mark.eis("X-13")
def test_the_status_before_2015_with_its_history(zorghuis, con, cast, inloggen):
    browser = inloggen(cast.anke)
    assert "Nog niet bekend: verblijf en compensatie zijn niet te kiezen." in tekst(browser.get(pagina(zorghuis)))
    for verleden, bewijs in (("awbz", "Besluit 2011"), ("geen", "Opgericht in 2018")):
        acties.verleden_vaststellen(zorghuis, door=con, op=NU, verleden=verleden, bewijs=bewijs, reden="Gezien")
    inhoud = tekst(browser.get(pagina(zorghuis)))
    assert "Geen zorg vóór 2015" in inhoud and "Besluit 2011" in inhoud and "Opgericht in 2018" in inhoud
    assert "Nog niet bekend" not in inhoud and "Eerder vastgesteld (1)" in inhoud


# The list.


def test_the_list_finds_on_name_location_number_and_what_it_offers(dossier, zorghuis, con, inloggen):
    hengelo = Gemeente.objects.get(naam="Hengelo")
    ander = opstelling.aanbieder("De Overkant", kvk="12345678", specialisaties=["lvb"])
    opstelling.locatie(ander, "Het Veerhuis", gemeente=hengelo)
    opstelling.locatie(zorghuis, "Weg", gemeente=hengelo, tot=GISTEREN)
    stop(dossier)
    browser = inloggen(con)

    def gevonden(**vraag):
        antwoord = browser.get(reverse("aanbieder_lijst"), vraag)
        assert antwoord.status_code == 200
        return [rij["organisatie"].naam for rij in antwoord.context["rijen"]]

    assert gevonden() == ["De Overkant", "Zorghuis Nieuw BV"]
    assert "Alles tonen" not in tekst(browser.get(reverse("aanbieder_lijst")))
    for vraag in ({"zoek": "overkant"}, {"zoek": "veerh"}, {"zoek": "12345678"}, {"specialisatie": "lvb"}, {"vrij": "on"}):
        assert gevonden(**vraag) == ["De Overkant"], vraag
    assert gevonden(gemeente=hengelo.pk) == ["De Overkant"]
    assert gevonden(zoek="zorg") == ["Zorghuis Nieuw BV"]
    for raar in ({"zoek": "%"}, {"zoek": "'; drop table"}, {"gemeente": "x"}, {"specialisatie": "<b>"}, {"zoek": "x" * 500}):
        assert gevonden(**raar) == [], raar
    for raar in ({"na": "abc"}, {"na": "eyJ4"}, {"zoek": "a\x00b"}):
        assert browser.get(reverse("aanbieder_lijst"), raar).status_code == 200


def test_a_stop_elsewhere_does_not_hide_a_provider_here(dossier, cast, inloggen):
    stop(dossier)
    browser = inloggen(opstelling.contractmanager(cast, "con4", cast.enschede))
    assert len(browser.get(reverse("aanbieder_lijst"), {"vrij": "on"}).context["rijen"]) == 1


@pytest.mark.eis("X-15")
def test_the_number_of_queries_does_not_grow(dossier, zorghuis, cast, con, inloggen):
    browser = inloggen(con)
    huis = opstelling.locatie(zorghuis)
    urls = [reverse("aanbieder_lijst"), pagina(zorghuis), reverse("locatie_detail", args=[huis.pk])]
    urls.append(reverse("aanbieder_cijfer", args=[zorghuis.pk, "locaties"]))

    def tel():
        aantallen = []
        for url in urls:
            browser.get(url)
            with CaptureQueriesContext(connection) as vragen:
                assert browser.get(url).status_code == 200
            aantallen.append(len(vragen))
        return aantallen

    def meer(nummer):
        ander = opstelling.aanbieder(f"Meer {nummer}")
        stop(opstelling.toelating(con, ander, cast.almelo))
        opstelling.locatie(ander)
        opstelling.locatie(zorghuis, f"Huis {nummer}", gemeente=Gemeente.objects.first())
        Plek.objects.create(locatie=huis, naam=str(nummer), vanaf=VANDAAG)
        Contactpersoon.objects.create(aanbieder=zorghuis, naam="x", telefoon="06", vanaf=VANDAAG)
        Verledenvaststelling.objects.create(
            aanbieder=zorghuis, verleden="awbz", bewijs="x", reden="y", door=con, vastgesteld_op=VANDAAG
        )
        opstelling.locatie(None, f"Van niemand {nummer}", gemeente=Gemeente.objects.first())

    meer(0)
    voor = tel()
    for nummer in range(1, 8):
        meer(nummer)
    assert tel() == voor
    assert max(voor) < 25


# Figures.


@pytest.mark.eis("X-15", "X-19")
def test_every_figure_opens_its_rows_and_says_its_unit(dossier, zorghuis, con, inloggen):
    opstelling.locatie(zorghuis, "Huis Een", capaciteit=12, eenheid="gem_personen", toezicht="aanwezigheid")
    browser = inloggen(con)
    getoond = browser.get(pagina(zorghuis)).context["cijfers"]
    assert {"locaties", "capaciteit_gem_personen", "dag_en_nacht_aanwezigheid", "plaatsingen"} <= {c.code for c in getoond}
    for cijfer in getoond:
        antwoord = browser.get(reverse("aanbieder_cijfer", args=[zorghuis.pk, cijfer.code]))
        assert antwoord.status_code == 200 and cijfer.eenheid in tekst(antwoord)
    inhoud = tekst(browser.get(reverse("aanbieder_cijfer", args=[zorghuis.pk, "capaciteit_gem_personen"])))
    assert "Huis Een" in inhoud and "12 personen gemiddeld" in inhoud
    assert browser.get(reverse("aanbieder_cijfer", args=[zorghuis.pk, "bezetting"])).status_code == 404
    assert browser.get(reverse("aanbieder_cijfer", args=[99999, "locaties"])).status_code == 404


@pytest.mark.eis("L-74")
@pytest.mark.parametrize("wie", ["con", "fin", "tl", "tk", "cm", "bal"])
def test_lines_of_clients_are_for_who_may_see_them_and_are_logged(zorghuis, mensen, inloggen, cast, wie):
    lijn = Plaatsing(
        kenmerk="A-2026-0007",
        product="OMD",
        soort="omd",
        vanaf=VANDAAG,
        tot=VANDAAG,
        uren=Decimal(4),
        regio_id=cast.almelo.pk,
    )
    plaatsingen.registreer(lambda organisatie_id, op: [lijn] if organisatie_id == zorghuis.pk else [])
    browser = inloggen(mensen[wie])
    url = reverse("aanbieder_cijfer", args=[zorghuis.pk, "plaatsingen"])
    antwoord = browser.get(url)
    if wie not in ("con", "fin", "tl"):
        assert antwoord.status_code == 404
        assert "Lopende plaatsingen" not in tekst(browser.get(pagina(zorghuis)))
        return
    assert "A-2026-0007" in tekst(antwoord)
    rij = Inzage.objects.filter(pagina="aanbieder_cijfer").get()
    assert (rij.aantal, rij.gebruiker_id) == (1, mensen[wie].pk)


# Forms.


def test_changing_the_data_keeps_what_was_typed_and_says_what_is_wrong(zorghuis, con, inloggen):
    browser, url = inloggen(con), reverse("aanbieder_wijzigen", args=[zorghuis.pk])
    antwoord = browser.post(url, open_(browser, url, kvk="123", agb="12 34.56-78", postcode="7607", plaats="Almelo"))
    assert antwoord.status_code == 422
    inhoud = tekst(antwoord)
    assert "Een KvK-nummer heeft 8 cijfers." in inhoud and 'value="123"' in inhoud and "7607 AB" in inhoud
    goed = open_(browser, url, kvk="12345678", agb="12 34.56-78", postcode="7607ab", website="www.example.org")
    antwoord = browser.post(url, {**goed, "specialisaties_lvb": "on", "specialisaties_autisme": "on"})
    assert antwoord.status_code == 302
    zorghuis.refresh_from_db()
    assert (zorghuis.kvk, zorghuis.agb, zorghuis.postcode) == ("12345678", "12345678", "7607 AB")
    assert (zorghuis.website, zorghuis.specialisaties) == ("https://www.example.org", ["lvb", "autisme"])


@pytest.mark.parametrize(
    "raar", [{"website": "javascript:alert(1)"}, {"ubo": "111222333"}, {"rechtsvorm": "x"}, {"opgericht_op": "31-02-2020"}]
)
def test_what_cannot_be_typed_is_a_sentence(zorghuis, con, inloggen, raar):
    browser, url = inloggen(con), reverse("aanbieder_wijzigen", args=[zorghuis.pk])
    assert browser.post(url, open_(browser, url, **raar)).status_code == 422


def test_two_people_tick_different_boxes_and_both_stay(zorghuis, con, inloggen):
    browser, url = inloggen(con), reverse("aanbieder_wijzigen", args=[zorghuis.pk])
    velden = open_(browser, url, specialisaties_lvb="on")
    acties.aanbieder_wijzigen(zorghuis, door=con, op=NU, specialisaties=["autisme"], plaats="Almelo")
    assert browser.post(url, velden).status_code == 302
    zorghuis.refresh_from_db()
    assert (sorted(zorghuis.specialisaties), zorghuis.plaats) == (["autisme", "lvb"], "Almelo")
    velden = open_(browser, url, plaats="Wierden")
    acties.aanbieder_wijzigen(zorghuis, door=con, op=NU, plaats="Borne")
    antwoord = browser.post(url, velden)
    assert antwoord.status_code == 409 and "Borne" in tekst(antwoord) and "Wierden" in tekst(antwoord)


def test_the_whole_life_of_a_location_through_its_pages(zorghuis, con, inloggen):
    browser, url = inloggen(con), reverse("locatie_toevoegen", args=[zorghuis.pk])
    assert browser.post(url, open_(browser, url, naam="Huis", capaciteit="", eenheid="plekken")).status_code == 422
    assert browser.post(url, open_(browser, url, naam="Huis", capaciteit="9" * 30)).status_code == 422
    antwoord = browser.post(url, open_(browser, url, naam="<script>Huis", capaciteit="10", toezicht="aanwezigheid"))
    assert antwoord.status_code == 302
    huis = zorghuis.locaties.get()
    detail = reverse("locatie_detail", args=[huis.pk])
    inhoud = tekst(browser.get(detail))
    assert "10 plekken" in inhoud and "24-uurs aanwezigheid" in inhoud and "<script>Huis" not in inhoud
    url = reverse("locatie_wijzigen", args=[huis.pk])
    assert browser.post(url, open_(browser, url, doelgroepen_lvb="on", leeftijd_vanaf="18")).status_code == 302
    huis.refresh_from_db()
    assert (huis.doelgroepen, huis.leeftijd_vanaf, huis.versie) == (["lvb"], 18, 2)
    url = reverse("plek_toevoegen", args=[huis.pk])
    assert browser.post(url, open_(browser, url, naam="Kamer 1")).status_code == 302
    antwoord = browser.post(url, open_(browser, url, naam="Kamer 1"))
    assert antwoord.status_code == 422 and "al een plek met deze naam" in tekst(antwoord)
    plek = Plek.objects.get()
    for naam, pk in (("plek_wijzigen", plek.pk), ("plek_beeindigen", plek.pk), ("locatie_beeindigen", huis.pk)):
        url = reverse(naam, args=[pk])
        assert browser.post(url, open_(browser, url)).status_code == 302, naam
    huis.refresh_from_db()
    assert huis.tot == VANDAAG


def test_a_location_of_nobody_is_listed_and_gets_its_provider(zorghuis, con, inloggen):
    huis = opstelling.locatie(None, "Van niemand")
    browser = inloggen(con)
    assert "Van niemand" in tekst(browser.get(reverse("aanbieder_lijst")))
    assert "niet bekend" in tekst(browser.get(reverse("locatie_detail", args=[huis.pk])))
    url = reverse("locatie_wijzigen", args=[huis.pk])
    assert browser.post(url, open_(browser, url, aanbieder=str(zorghuis.pk))).status_code == 302
    assert "Van niemand" in tekst(browser.get(pagina(zorghuis)))


def test_contact_persons_and_the_past_through_their_pages(zorghuis, con, inloggen):
    browser, url = inloggen(con), reverse("contactpersoon_toevoegen", args=[zorghuis.pk])
    antwoord = browser.post(url, open_(browser, url, naam="Wanda"))
    assert antwoord.status_code == 422 and "telefoonnummer of een e-mailadres" in tekst(antwoord)
    assert browser.post(url, open_(browser, url, naam="Wanda", email="w@example.org")).status_code == 302
    rij = Contactpersoon.objects.get()
    assert "Wanda" in tekst(browser.get(pagina(zorghuis)))
    url = reverse("contactpersoon_wijzigen", args=[rij.pk])
    assert browser.post(url, open_(browser, url, functie="directeur")).status_code == 302
    url = reverse("contactpersoon_beeindigen", args=[rij.pk])
    assert browser.post(url, open_(browser, url, tot="22-11-2020")).status_code == 422
    assert browser.post(url, open_(browser, url)).status_code == 302
    url = reverse("aanbieder_verleden", args=[zorghuis.pk])
    assert browser.post(url, open_(browser, url, verleden="awbz", bewijs="Besluit")).status_code == 422
    assert browser.post(url, open_(browser, url, verleden="awbz", bewijs="Besluit", reden="Gezien")).status_code == 302
    assert zorghuis.verledens.get().vastgesteld_op == VANDAAG


# The blocks on the page of SM-9.


@pytest.mark.eis("R-FIN-07")
def test_figures_as_they_were_stand_beside_those_of_now(dossier, zorghuis, con):
    rij = dossier.gesprekken.create(gepland_op=GISTEREN, gehouden_op=GISTEREN, aanwezigen="x", verslag="y")
    rij.cijfers = [{"code": "locaties", "naam": "Locaties", "waarde": "7", "eenheid": "locaties", "op": "2026-11-22"}]
    rij.gesloten_op, rij.gesloten_door = GISTEREN, con
    rij.save()
    opstelling.locatie(zorghuis)
    secties_ = {s.titel: s for s in secties.van(dossier)}
    (cijfer,) = secties_["Voortgangsgesprek zo 22 nov 2026"].extra["cijfers"]
    assert (cijfer["waarde"], cijfer["nu"]) == ("7", "1")
    assert {s.klasse for s in secties_.values()} == {"D11"}
