"""The letters to a provider, each made by its transition (domein.md 3.9 and 3.14)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from aanbieders.actions import einde
from aanbieders.actions import gesprek as gesprekken
from aanbieders.actions import maatregel as maatregelen
from aanbieders.actions import toelating as stappen
from aanbieders.brieven import gegevens
from aanbieders.models import Aanbieder, Kwaliteitstoets, Overdracht, Toelating
from aanbieders.processen.toelating import TOELATING, Status
from kern.brieven import opmaak
from kern.brieven.soorten import ALGEMEEN, SOORTEN
from kern.models import Organisatie, RegioInstelling
from kern.proces import actions
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Rol
from tests import factories
from tests.brieftekst import aan, clausules, de_brief, tekst

CODES = [f"BRF-{nr}" for nr in range(50, 56)]
BEGIN = "2026-10-05"


def lang(op):
    return datum_nl(op, kort=False)


def eigen():
    return {code: soort for code, soort in SOORTEN.items() if soort.ontvangers is gegevens.ontvangers}


@pytest.fixture
def con(cast):
    return cast.gebruiker("coen", Rol.CONTRACTMANAGER, regio=cast.almelo)


@pytest.fixture
def toelating(cast, con):
    organisatie = Organisatie.objects.create(naam="De Nieuwe Wending", soort=Organisatie.Soort.ZORGAANBIEDER)
    Aanbieder.objects.create(
        organisatie=organisatie, kvk="12345678", agb="12345678", rechtsvorm="bv", ubo="A. Vis", straat="Industrieweg",
        huisnummer="4", postcode="7600 AA", plaats="Almelo",
    ).locaties.create(naam="Huis", capaciteit=4, vanaf=date(2020, 1, 1))  # fmt: skip
    op = factories.moment(BEGIN)
    nieuw = Toelating(
        soort="toelating", organisatie=organisatie, regio=cast.almelo, behandelaar=con, geopend_op=op.date(),
        financiering="per_indicatie", aanvraag="OZL", aangevraagd_op=op.date(),
    )  # fmt: skip
    return actions.openen(nieuw, door=con, op=op)


def toets(toelating, con, op):
    toelating = stappen.toets_starten(toelating, door=con, op=op)
    toetsen = {eis: {"uitkomst": "voldoet"} for eis in Kwaliteitstoets.Eis.values}
    toelating = stappen.kwaliteit_toetsen(toelating, door=con, op=op, toetsen=toetsen)
    return stappen.financien_toetsen(
        toelating, door=con, op=op, boekjaar=2025, solvabiliteit=Decimal(30), oordeel="voldoende"
    )


def toelaten(toelating, con, op):
    toelating, begin = toets(toelating, con, op), op.date()
    return stappen.toelaten(
        toelating, door=con, op=op, motivering="Alles voldoet.", toegelaten_vanaf=begin,
        toegelaten_tot=begin.replace(year=begin.year + 1),
    )  # fmt: skip


def actief(toelating, con, op):
    """Delivering: the contract itself is no subject here."""
    toelating = toelaten(toelating, con, op)
    Toelating.objects.filter(pk=toelating.pk).update(status=Status.ACTIEF, actief_vanaf=op.date())
    return Toelating.objects.get(pk=toelating.pk)


# The catalogue.


def test_the_table_and_the_registry_name_the_same_letters():
    assert sorted(eigen()) == CODES
    assert {code for o in TOELATING.overgangen for code in o.verstuurt} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_text_can_be_published(code):
    soort = SOORTEN[code]
    onderwerp, inhoud = soort.tekst
    gebruikt = opmaak.velden(onderwerp) | opmaak.velden(inhoud)
    assert opmaak.controleer(inhoud, soort.bekend, is_besluit=bool(soort.is_besluit)) == []
    assert set(soort.velden) <= gebruikt <= soort.bekend
    assert set(soort.nodig) <= soort.bekend
    assert not set(soort.velden) & set(ALGEMEEN)
    assert {"bij_vragen"} <= opmaak.clausules(inhoud)
    assert inhoud.count("[vrij persoonlijk]") == 1
    assert "!" not in onderwerp + inhoud


# To whom.


def test_letters_go_to_the_contact_persons_who_get_them_now(toelating):
    op = date(2026, 10, 5)
    contact = toelating.organisatie.aanbieder.contactpersonen
    contact.create(naam="Eva Boer", functie="Bestuurder", email="eva@example.org", krijgt_brieven=True, vanaf=op)
    contact.create(naam="Jan Post", telefoon="0546-1", krijgt_brieven=True, vanaf=op)
    contact.create(naam="Weg", email="weg@example.org", krijgt_brieven=True, vanaf=date(2020, 1, 1), tot=date(2026, 10, 4))
    contact.create(naam="Later", email="later@example.org", krijgt_brieven=True, vanaf=date(2026, 10, 6))
    contact.create(naam="Niet", email="niet@example.org", vanaf=op)
    rijen = gegevens.ontvangers(toelating, op)
    assert [(r.naam, r.kanaal, r.is_kopie) for r in rijen] == [("Eva Boer", "email", False), ("Jan Post", "post", True)]
    assert rijen[1].adres == ("De Nieuwe Wending", "Industrieweg 4", "7600 AA Almelo")


def test_without_a_contact_person_the_organisation_itself_and_without_an_address_by_hand(toelating):
    (rij,) = gegevens.ontvangers(toelating, date(2026, 10, 5))
    assert (rij.naam, rij.kanaal, rij.adres) == ("De Nieuwe Wending", "post", ("Industrieweg 4", "7600 AA Almelo"))
    toelating.organisatie.aanbieder.straat = ""
    (rij,) = gegevens.ontvangers(toelating, date(2026, 10, 5))
    assert (rij.kanaal, rij.adres) == ("meegeven", ())


# From the request to the decision.


@pytest.mark.eis("R-FIN-08", "R-FIN-01")
def test_a_new_provider_hears_what_is_asked_and_how_long_it_takes(toelating, con):
    toelating = stappen.informeren(toelating, door=con, op=factories.moment(BEGIN))
    brief = de_brief(toelating, "BRF-50")
    woorden = tekst(brief)
    assert "binnen 8 weken na het begin van de toets" in woorden
    assert all(eis in woorden for eis in Kwaliteitstoets.Eis.labels)
    assert "uitvoeringsovereenkomst" in woorden
    assert "Daartegen kunt u bezwaar maken." in woorden
    assert aan(brief) == [("De Nieuwe Wending", "post", False)]


def test_in_a_region_that_subsidises_the_letter_says_so(toelating, con, cast):
    Toelating.objects.filter(pk=toelating.pk).update(regio=cast.enschede, financiering="subsidie")
    toelating = Toelating.objects.get(pk=toelating.pk)
    inhoud = gegevens.informatie(toelating, date(2026, 10, 5))
    assert (inhoud["subsidie"], inhoud["open_toelating"]) == (True, False)


def test_the_start_of_the_test_names_what_is_tested_and_the_last_day(toelating, con):
    toelating = toets(toelating, con, factories.moment(BEGIN))
    brief = de_brief(toelating, "BRF-51")
    taak, woorden = toelating.taken.get(code="toelating"), tekst(brief)
    assert brief.onderwerp == "Wij toetsen uw aanvraag om toelating"
    assert f"Wij beslissen uiterlijk op {lang(taak.vervalt_op)}." in woorden
    assert "Klachtenregeling" in woorden
    assert "Wat missen wij?" not in woorden


@pytest.mark.eis("L-59")
def test_the_request_to_complete_says_what_is_missing_until_when_and_that_the_term_stands_still(toelating, con):
    op = factories.moment("2026-10-12")
    toelating = toets(toelating, con, factories.moment(BEGIN))
    tot = op.date() + timedelta(days=14)
    toelating = stappen.aanvulling_vragen(toelating, door=con, op=op, ontbreekt="Jaarrekening\nPolis", aanvulling_tot=tot)
    brief = de_brief(toelating, "BRF-51")
    woorden = tekst(brief)
    assert brief.onderwerp == "Wilt u uw aanvraag aanvullen?"
    assert "Jaarrekening\nPolis" in woorden
    assert f"uiterlijk op {lang(tot)} naar ons" in woorden
    assert f"staat stil vanaf {lang(op.date() + timedelta(days=1))}" in woorden
    assert f"Wij beslissen uiterlijk op {lang(toelating.taken.get(code='toelating').vervalt_op)}." in woorden
    assert "Klachtenregeling" not in woorden


@pytest.mark.eis("L-55", "L-62", "L-66")
def test_a_toelating_is_a_besluit_with_its_period_reasons_and_last_day_for_bezwaar(toelating, con):
    toelating = toelaten(toelating, con, factories.moment("2026-10-12"))
    brief = de_brief(toelating, "BRF-52")
    woorden = tekst(brief)
    bezwaar = toelating.taken.get(code="bezwaar")
    assert brief.onderwerp == "U bent toegelaten als aanbieder"
    assert f"van {lang(toelating.toegelaten_vanaf)} tot en met {lang(toelating.toegelaten_tot)}" in woorden
    assert "Alles voldoet." in woorden
    datums = [datum_nl(bezwaar.vervalt_op, kort=kort) for kort in (True, False)]
    assert any(f"U kunt bezwaar maken tot en met {datum}." in woorden for datum in datums)
    assert "college van burgemeester en wethouders van Almelo" in woorden
    assert clausules(brief).count("bezwaar") == 1


@pytest.mark.eis("L-55")
def test_a_refusal_has_its_reasons_and_bezwaar_too(toelating, con):
    toelating = toets(toelating, con, factories.moment(BEGIN))
    op = factories.moment("2026-10-12")
    toelating = stappen.afwijzen(toelating, door=con, op=op, reden="Geen polis.")
    brief = de_brief(toelating, "BRF-52")
    assert brief.onderwerp == "Wij laten u niet toe als aanbieder"
    assert "Waarom?" in tekst(brief)
    assert "Geen polis." in tekst(brief)
    assert "bezwaar" in clausules(brief)


def test_where_a_toelating_is_no_besluit_there_is_no_bezwaar(toelating, con, cast):
    RegioInstelling.objects.create(
        regio=cast.almelo, sleutel="toelating.is_besluit", waarde=False, geldig_vanaf=date(2026, 1, 1), reden="Privaatrecht."
    )
    toelating = toelaten(toelating, con, factories.moment("2026-10-12"))
    brief = de_brief(toelating, "BRF-52")
    assert "bezwaar" not in clausules(brief)
    assert "Laat het ons weten. Wij bespreken het dan met u." in tekst(brief)


# While it delivers, and its end.


@pytest.mark.eis("R-FIN-07")
def test_the_report_of_a_review_goes_with_its_agreements(toelating, con):
    op = factories.moment("2026-11-02")
    toelating = actief(toelating, con, factories.moment("2026-10-12"))
    toelating = gesprekken.gesprek_plannen(toelating, door=con, op=op, gepland_op=op.date(), agenda="Wachttijd")
    afspraak = {"tekst": "Plan sturen", "wie": "aanbieder", "uiterlijk": op.date() + timedelta(days=30)}
    toelating = gesprekken.gesprek_schrijven(
        toelating, door=con, op=op, gehouden_op=op.date(), agenda="Wachttijd", aanwezigen="Eva Boer\nCoen",
        verslag="De wachttijd is te lang.", afspraken=[afspraak],
    )  # fmt: skip
    toelating = gesprekken.gesprek_afronden(toelating, door=con, op=op)
    woorden = tekst(de_brief(toelating, "BRF-53"))
    assert f"Op {lang(op.date())} hadden wij een voortgangsgesprek" in woorden
    assert "Erbij waren: Eva Boer, Coen" in woorden
    assert "De wachttijd is te lang." in woorden
    assert f"Plan sturen | De aanbieder | {datum_nl(afspraak['uiterlijk'])}" in woorden


def test_a_measure_and_its_end(toelating, con, cast):
    op = factories.moment("2026-11-02")
    toelating = actief(toelating, con, factories.moment("2026-10-12"))
    toelating = maatregelen.verscherpen(
        toelating, door=cast.tineke, op=op, soort="clientenstop", reden="Te weinig personeel.", advies="Stop.",
        advies_op=op.date(), vanaf=op.date(), tot=op.date() + timedelta(days=60),
    )  # fmt: skip
    brief = de_brief(toelating, "BRF-54")
    woorden = tekst(brief)
    assert brief.onderwerp == "Wij nemen een maatregel"
    assert f"De maatregel geldt van {lang(op.date())} tot en met {lang(op.date() + timedelta(days=60))}." in woorden
    assert "plaatsen wij geen nieuwe cliënten bij u" in woorden
    assert "Te weinig personeel." in woorden
    later = op + timedelta(days=10)
    toelating = maatregelen.maatregel_opheffen(toelating, door=cast.tineke, op=later, reden="Er is weer genoeg personeel.")
    brief = de_brief(toelating, "BRF-54")
    woorden = tekst(brief)
    assert brief.onderwerp == "De maatregel is opgeheven"
    assert f"Cliëntenstop: geen nieuwe cliënten, vanaf {lang(op.date())}" in woorden
    assert "Er is weer genoeg personeel." in woorden
    assert "plaatsen wij geen nieuwe" not in woorden


def test_the_end_names_the_clients_by_the_number_of_their_case_only(toelating, con):
    op = factories.moment("2026-11-02")
    toelating = actief(toelating, con, factories.moment("2026-10-12"))
    ander = Organisatie.objects.create(naam="Het Anker", soort=Organisatie.Soort.ZORGAANBIEDER)
    Overdracht.objects.create(
        toelating=toelating, kenmerk="A-2026-0012", product="OZL standaard", naar=ander, uiterlijk=op.date()
    )
    toelating = einde.einde_voorbereiden(toelating, door=con, op=op, eindigt_op=op.date(), reden="U stopt.")
    toelating = einde.beeindigen(toelating, door=con, op=op)
    woorden = tekst(de_brief(toelating, "BRF-55"))
    assert f"De laatste dag was {lang(op.date())}." in woorden
    assert f"A-2026-0012 | OZL standaard | Het Anker | {datum_nl(op.date())}" in woorden
    assert "U stopt." in woorden
