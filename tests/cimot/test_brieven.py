"""The letters of the access domain, each made by its real transition (domein.md 3.14)."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cimot import actions
from cimot.brieven import basis
from cimot.processen.aanmelding import AANMELDING, Status
from cimot.processen.landelijk import LANDELIJK
from cimot.processen.landelijk import Status as Lt
from cimot.processen.spoed import SPOED
from cimot.processen.spoed import Status as Sp
from kern.brieven import opmaak
from kern.brieven.soorten import ALGEMEEN, SOORTEN, Opdracht
from kern.models import Brief, Exemplaar
from kern.personen import relaties
from kern.proces.weigering import Weigering
from kern.tijd.kalender import datum_nl
from kern.tijd.klok import dag
from tests import factories, nevenwegen, wegen
from tests.brieftekst import aan, clausules, de_brief, tekst

CODES = [f"BRF-{nr:02}" for nr in (*range(1, 17), 33, 34, 35)]
BESLUITEN = {"BRF-03", "BRF-11", "BRF-12", "BRF-13", "BRF-14"}
CURATOR = {"naam": "Ria Jansen", "straat": "Dorpsstraat", "huisnummer": "1", "plaats": "Wierden",
           "postcode": "7641 AA"}  # fmt: skip


def eigen():
    return {code: soort for code, soort in SOORTEN.items() if soort.map == basis.MAP}


def lang(op):
    return datum_nl(op, kort=False)


def uiterlijk(dossier, code):
    return lang(dossier.taken.filter(code=code).order_by("-id").first().vervalt_op)


@pytest.fixture
def onderzoek(cast):
    return factories.naar(factories.melding(cast), Status.ONDERZOEK, cast)


@pytest.fixture
def aangevraagd(cast):
    return factories.naar(factories.melding(cast), Status.AANVRAAG_ONTVANGEN, cast)


# The catalogue.


def test_every_letter_of_the_catalogue_is_registered():
    assert sorted(eigen()) == CODES


def test_the_tables_and_the_registry_name_the_same_letters():
    genoemd = {code for proces in (AANMELDING, SPOED, LANDELIJK) for o in proces.overgangen for code in o.verstuurt}
    assert genoemd == set(eigen())


@pytest.mark.eis("L-55")
@pytest.mark.parametrize("code", CODES)
def test_the_text_can_be_published(code):
    soort = SOORTEN[code]
    onderwerp, inhoud = soort.tekst
    assert opmaak.controleer(inhoud, soort.bekend, is_besluit=code in BESLUITEN) == []
    assert opmaak.velden(onderwerp) <= soort.bekend
    assert soort.met_bezwaar(None) is (code in BESLUITEN)
    assert {"bij_vragen", "groet"} <= opmaak.clausules(inhoud)


@pytest.mark.parametrize("code", CODES)
def test_every_field_is_used_and_described(code):
    soort = SOORTEN[code]
    gebruikt = opmaak.velden(soort.tekst[1]) | opmaak.velden(soort.tekst[0])
    assert set(soort.velden) <= gebruikt
    assert set(soort.nodig) <= soort.bekend
    assert not set(soort.velden) & set(ALGEMEEN)
    assert all(soort.velden.values())


@pytest.mark.parametrize("code", CODES)
def test_the_text_is_calm_and_has_one_clause_of_each(code):
    onderwerp, inhoud = SOORTEN[code].tekst
    assert "!" not in onderwerp + inhoud
    assert inhoud.count("[vrij persoonlijk]") == 1
    assert len(onderwerp) < 80


# Melding and onderzoek.


@pytest.mark.eis("L-05", "L-06", "L-07", "L-08", "L-52")
def test_the_confirmation_tells_what_came_and_what_is_next(cast):
    dossier = factories.naar(factories.melding(cast), Status.MELDING_BEVESTIGD, cast)
    brief = de_brief(dossier, "BRF-01")
    woorden = tekst(brief)
    assert "Op maandag 2 november 2026 kregen wij een melding over u (telefoon)." in woorden
    assert f"geef het plan uiterlijk op {uiterlijk(dossier, 'persplan')} aan ons" in woorden
    assert f"Het is klaar op {uiterlijk(dossier, 'onderzoek')} of eerder." in woorden
    assert dossier.kenmerk in woorden
    assert "college van burgemeester en wethouders van Almelo" in woorden
    assert {"ondersteuning", "persoonlijk_plan", "privacy", "bij_vragen", "groet"} == set(clausules(brief))


@pytest.mark.eis("L-07")
def test_a_late_confirmation_does_not_ask_for_a_plan_by_a_day_that_is_past(cast):
    dossier = wegen.compleet_maken(factories.melding(cast), cast, factories.moment("2026-11-02"))
    actions.bevestigen(dossier, door=cast.bas, op=factories.moment("2026-11-13"), via="brief")
    brief = de_brief(dossier, "BRF-01")
    assert "persoonlijk_plan" not in clausules(brief)
    assert f"Die waren voorbij op {uiterlijk(dossier, 'persplan')}." in tekst(brief)


def test_who_reported_himself_is_addressed_so(cast):
    dossier = factories.naar(factories.melding(cast, melder="zelf", is_spoed=True), Status.MELDING_BEVESTIGD, cast)
    woorden = tekst(de_brief(dossier, "BRF-01"))
    assert "hebt u zich bij ons gemeld" in woorden
    assert "Bij de melding is gezegd dat het haast heeft." in woorden


@pytest.mark.eis("L-13")
def test_somebody_without_an_address_gets_his_letter_in_his_hand(cast):
    dossier = factories.naar(factories.melding(cast), Status.MELDING_BEVESTIGD, cast)
    assert aan(de_brief(dossier, "BRF-01")) == [("Petra de Wit", Exemplaar.Kanaal.MEEGEVEN, False)]


@pytest.mark.eis("L-01", "L-50")
def test_the_curator_gets_the_letter_and_the_client_a_copy(cast):
    dossier = factories.melding(cast)
    op = factories.moment("2026-11-02")
    relaties.relatie_toevoegen(dossier.client, door=cast.bas, op=op, soort="curator", vanaf=dag(op), **CURATOR)
    dossier = factories.naar(dossier, Status.MELDING_BEVESTIGD, cast)
    brief = de_brief(dossier, "BRF-01")
    assert aan(brief) == [("Ria Jansen", "post", False), ("Petra de Wit", "meegeven", True)]
    assert "Waar hieronder “u” staat, bedoelen wij Petra de Wit." in tekst(brief)


def test_to_the_client_himself_the_letter_does_not_explain_who_u_is(cast):
    dossier = factories.naar(factories.melding(cast), Status.MELDING_BEVESTIGD, cast)
    assert "Waar hieronder" not in tekst(de_brief(dossier, "BRF-01"))


def _plan(dossier, cast, op):
    wanneer = factories.moment("2026-11-20 14:30")
    return actions.gesprek_plannen(
        dossier, door=cast.anke, op=op, wanneer=wanneer, minuten=45, plaats="Stadhuis, kamer 3", aanwezigen="Petra en Anke"
    )


def test_an_appointment_before_the_onderzoek_and_an_invitation_in_it(cast, onderzoek):
    nieuw = factories.naar(factories.melding(cast, naam="Vos, D"), Status.MELDING_BEVESTIGD, cast)
    nieuw = actions.toewijzen(nieuw, door=cast.bas, op=factories.laatste_moment(nieuw), behandelaar=cast.anke)
    for dossier, code in ((nieuw, "BRF-02"), (onderzoek, "BRF-04")):
        dossier = _plan(dossier, cast, factories.laatste_moment(dossier))
        gemaakt = dossier.brieven.filter(code__in=("BRF-02", "BRF-04"))
        assert [brief.code for brief in gemaakt] == [code]
        woorden = tekst(gemaakt.get())
        assert "Wanneer: vrijdag 20 november 2026 om 14.30 uur" in woorden
        assert "Waar: Stadhuis, kamer 3" in woorden
        assert "45 minuten" in woorden


@pytest.fixture
def toestemming(cast, onderzoek):
    op = factories.laatste_moment(onderzoek)
    return relaties.toestemming_vastleggen(
        onderzoek.client, door=cast.anke, op=op, gegeven_op=dag(op), waarvoor="opvragen", partij="Huisarts Mol",
        omvang="Behandeling in 2026", via="balie", geldig_tot=dag(op) + timedelta(days=30),
    )  # fmt: skip


VRAAG = {"aan": "Huisarts Mol", "adres": "Markt 1, 7600 AA Almelo", "wat": "- Welke behandeling?\n- Hoe lang nog?"}


@pytest.mark.eis("L-37")
def test_a_third_party_is_asked_only_what_the_client_allowed(cast, onderzoek, toestemming):
    op = factories.laatste_moment(onderzoek)
    dossier = actions.informatie_vragen(onderzoek, door=cast.anke, op=op, toestemming=toestemming, **VRAAG)
    brief = de_brief(dossier, "BRF-05")
    assert aan(brief) == [("Huisarts Mol", "post", False)]
    assert brief.exemplaren.get().adres == ["Markt 1", "7600 AA Almelo"]
    woorden = tekst(brief)
    assert "Welke behandeling?\nHoe lang nog?" in woorden
    assert f"gegeven op {lang(dag(op))}, door Petra de Wit" in woorden
    assert "Het gaat over: Behandeling in 2026." in woorden
    assert f"geldt tot en met {lang(toestemming.geldig_tot)}" in woorden


@pytest.mark.eis("L-37")
def test_without_a_running_consent_nothing_is_asked(cast, onderzoek, toestemming):
    op = factories.laatste_moment(onderzoek)
    relaties.toestemming_intrekken(toestemming, door=cast.anke, op=op, ingetrokken_op=dag(op), ingetrokken_via="balie")
    with pytest.raises(Weigering, match="geldt niet op deze dag") as weigering:
        actions.informatie_vragen(onderzoek, door=cast.anke, op=op, toestemming=toestemming, **VRAAG)
    assert weigering.value.veld == "toestemming"
    assert de_brief(onderzoek, "BRF-05") is None


@pytest.mark.eis("L-37")
def test_the_consent_of_another_or_for_something_else_does_not_count(cast, onderzoek, toestemming):
    op = factories.laatste_moment(onderzoek)
    ander = factories.naar(factories.melding(cast, naam="Vos, D"), Status.ONDERZOEK, cast)
    with pytest.raises(Weigering, match="van deze cliënt"):
        actions.informatie_vragen(ander, door=cast.anke, op=op, toestemming=toestemming, **VRAAG)
    delen = relaties.toestemming_vastleggen(
        onderzoek.client, door=cast.anke, op=op, gegeven_op=dag(op), waarvoor="delen", partij="Huisarts Mol",
        omvang="Alles", via="balie",
    )  # fmt: skip
    with pytest.raises(Weigering, match="om informatie op te vragen"):
        actions.informatie_vragen(onderzoek, door=cast.anke, op=op, toestemming=delen, **VRAAG)


@pytest.mark.eis("L-37")
@pytest.mark.vandaag("2026-11-25")
def test_the_page_offers_only_the_consents_that_run(cast, inloggen, onderzoek, toestemming):
    pagina = f"{onderzoek.get_absolute_url()}informatie_vragen/"
    browser = inloggen(cast.anke)
    assert "Huisarts Mol: Behandeling in 2026" in browser.get(pagina).content.decode()
    geldig = {**VRAAG, "toestemming": toestemming.pk, "op": f"{timezone.localdate():%d-%m-%Y}", "stap": "versturen"}
    fout = browser.post(pagina, {**geldig, "wat": ""})
    assert fout.status_code == 422
    assert browser.post(pagina, {**geldig, "toestemming": toestemming.pk + 1}).status_code == 422
    nu = timezone.now()
    relaties.toestemming_intrekken(toestemming, door=cast.anke, op=nu, ingetrokken_op=dag(nu), ingetrokken_via="balie")
    assert "Er is nu geen toestemming om informatie op te vragen." in browser.get(pagina).content.decode()
    assert browser.post(pagina, geldig).status_code == 422


@pytest.mark.eis("L-11")
def test_the_account_goes_with_its_words_and_the_day_to_react(cast):
    dossier = factories.naar(factories.melding(cast), Status.VERSLAG_CLIENT, cast)
    brief = de_brief(dossier, "BRF-06")
    woorden = tekst(brief)
    assert "a. Wat heeft de cliënt nodig en wat wil hij?\nIngevuld." in woorden
    assert "Conclusie\nConclusie.\nVoorstel\nVoorstel." in woorden
    assert f"uiterlijk op {lang(dossier.verslag.naar_client_op + timedelta(days=7))} reageren" in woorden
    assert "Geen reactie gekregen" not in woorden


@pytest.mark.eis("L-11", "L-12")
def test_the_final_account_word_for_word_and_how_to_apply(cast):
    dossier = factories.naar(factories.melding(cast), Status.VERSLAG_DEFINITIEF, cast)
    verslag, uitleg = de_brief(dossier, "BRF-07"), de_brief(dossier, "BRF-08")
    assert dossier.verslag.definitieve_tekst.replace("\n\n", "\n") in tekst(verslag)
    assert f"Op {lang(dossier.verslag.reactie_op)} vertelde u ons" in tekst(verslag)
    assert "Wij beslissen binnen twee weken nadat wij uw aanvraag hebben." in tekst(uitleg)
    assert "Dat verslag mag uw aanvraag zijn." in tekst(uitleg)
    assert "ondersteuning" in clausules(uitleg)


# Aanvraag and besluit.


@pytest.mark.eis("L-15")
def test_the_receipt_of_the_aanvraag_names_the_last_day_to_decide(aangevraagd):
    woorden = tekst(de_brief(aangevraagd, "BRF-09"))
    assert f"Op {lang(aangevraagd.aangevraagd_op)} kregen wij uw aanvraag voor beschermd wonen." in woorden
    assert f"Wij beslissen uiterlijk op {uiterlijk(aangevraagd, 'besluit')}." in woorden
    assert "Het onderzoek is nog niet klaar" not in woorden


@pytest.mark.eis("L-12")
def test_an_early_aanvraag_is_confirmed_too_and_not_explained_again(cast):
    dossier = factories.naar(factories.melding(cast, ontvangen="2026-09-01"), Status.VERSLAG_CLIENT, cast)
    op = factories.moment("2026-10-20")
    dossier = actions.aanvraag_vastleggen(dossier, door=cast.bas, op=op, vorm="brief", is_ondertekend=True)
    assert "Het onderzoek is nog niet klaar." in tekst(de_brief(dossier, "BRF-09"))
    dossier = factories.naar(dossier, Status.VERSLAG_DEFINITIEF, cast, op=op)
    assert de_brief(dossier, "BRF-07") is not None
    assert de_brief(dossier, "BRF-08") is None


def _vraag_aanvulling(dossier, cast, *, dagen=14, op=None):
    op = op or factories.laatste_moment(dossier)
    tot = dag(op) + timedelta(days=dagen) if dagen else None
    return actions.aanvulling_vragen(
        dossier, door=cast.bas, op=op, ontbreekt="Budgetplan\nHandtekening", via="brief", gesteld_tot=tot
    )


@pytest.mark.eis("L-56", "L-59")
def test_the_request_to_complete_says_what_until_when_and_that_the_term_stands_still(cast, aangevraagd):
    dossier = _vraag_aanvulling(aangevraagd, cast)
    verzoek, woorden = dossier.aanvulling, tekst(de_brief(dossier, "BRF-10"))
    assert "Budgetplan\nHandtekening" in woorden
    assert f"uiterlijk op {lang(verzoek.gesteld_tot)} aan ons sturen" in woorden
    assert f"staat stil vanaf {lang(verzoek.gevraagd_op + timedelta(days=1))}" in woorden
    assert f"Wij beslissen daarom uiterlijk op {uiterlijk(dossier, 'besluit')}." in woorden


@pytest.mark.eis("L-59")
def test_without_a_set_term_nothing_stands_still(cast, aangevraagd):
    dossier = _vraag_aanvulling(aangevraagd, cast, dagen=0)
    woorden = tekst(de_brief(dossier, "BRF-10"))
    assert f"loopt gewoon door. Wij beslissen uiterlijk op {uiterlijk(dossier, 'besluit')}." in woorden
    assert "zo snel mogelijk aan ons sturen" in woorden
    assert "buiten behandeling" not in woorden


@pytest.mark.eis("L-58")
def test_who_was_too_late_himself_says_so(cast):
    dossier = factories.naar(factories.melding(cast, ontvangen="2026-08-03"), Status.AANVRAAG_ONTVANGEN, cast)
    dossier = _vraag_aanvulling(dossier, cast, op=factories.moment("2026-10-01"))
    assert f"was op {uiterlijk(dossier, 'besluit')} al voorbij. Dat spijt ons." in tekst(de_brief(dossier, "BRF-10"))


def _tot_en_met(op, woorden) -> bool:
    return any(f"U kunt bezwaar maken tot en met {datum_nl(op, kort=kort)}." in woorden for kort in (True, False))


def _is_besluit(dossier, brief, leider):
    """Every besluit on paper: the approved words, the last day for bezwaar, the college, the signatory."""
    woorden, besluit = tekst(brief), dossier.besluit
    taak = dossier.taken.filter(code="bezwaar").order_by("-id").first()
    assert _tot_en_met(taak.vervalt_op, woorden)
    assert "college van burgemeester en wethouders van Almelo" in woorden
    assert leider.naam in woorden
    assert besluit.tekst.replace("\n\n", "\n") in woorden
    assert clausules(brief).count("bezwaar") == 1
    assert brief.exemplaren.first().document.soort == "besluit"


@pytest.mark.eis("L-55", "L-56", "L-62", "L-66")
def test_leaving_untreated_is_a_besluit(cast):
    dossier = factories.naar(factories.melding(cast, ontvangen="2026-09-01"), Status.AANVRAAG_ONTVANGEN, cast)
    dossier = _vraag_aanvulling(dossier, cast, dagen=7)
    op = factories.laatste_moment(dossier) + timedelta(days=9)
    dossier = actions.buiten_behandeling_laten(
        dossier, door=cast.bas, op=op, waarom="Niet gekregen.", ondertekenaar=cast.tineke, via="brief"
    )
    brief = de_brief(dossier, "BRF-11")
    _is_besluit(dossier, brief, cast.tineke)
    woorden = tekst(brief)
    assert f"U had de tijd tot en met {lang(dossier.aanvulling.gesteld_tot)}." in woorden
    assert "artikel 4:5 van de Algemene wet bestuursrecht" in woorden
    assert "Waarom\nNiet gekregen." in woorden


UITKOMSTEN = [("toekenning", "BRF-12"), ("afwijzing", "BRF-13"), ("gedeeltelijk", "BRF-14")]


@pytest.mark.eis("L-04", "L-16", "L-55", "L-62", "L-66")
@pytest.mark.parametrize(("uitkomst", "code"), UITKOMSTEN)
def test_the_besluit_that_was_approved_leaves_word_for_word(cast, uitkomst, code):
    dossier = factories.naar(
        factories.melding(cast, ontvangen="2026-09-01"), Status.INDICATIE_ACTIEF, cast, uitkomst=uitkomst
    )
    brieven = dossier.brieven.filter(code__in=[c for _, c in UITKOMSTEN])
    assert [brief.code for brief in brieven] == [code]
    _is_besluit(dossier, brieven[0], cast.tineke)
    woorden = tekst(brieven[0])
    assert str(dossier.besluit.verordening) in woorden
    assert "artikel 2.3.5 van de Wet maatschappelijke ondersteuning 2015" in woorden
    assert f"Op {lang(dossier.aangevraagd_op)} vroeg u beschermd wonen aan." in woorden


@pytest.mark.eis("L-55")
def test_what_the_sender_adds_stands_before_the_approved_words_and_never_among_them(cast):
    dossier = factories.naar(factories.melding(cast, ontvangen="2026-09-01"), Status.BESLUIT_ONDERTEKEND, cast)
    op = factories.laatste_moment(dossier)
    opdracht = Opdracht(persoonlijk="Wij spraken elkaar gisteren.")
    dossier = actions.besluit_versturen(dossier, door=cast.bas, op=op, via="brief", brief=opdracht)
    woorden = tekst(de_brief(dossier, "BRF-12"))
    goedgekeurd = dossier.besluit.tekst.replace("\n\n", "\n")
    assert woorden.index("Wij spraken elkaar gisteren.") < woorden.index(goedgekeurd)


REGIMES = [
    ("bw_intramuraal", "Het CAK berekent"), ("abonnement", "Het CAK berekent"), ("opvang_instelling", "aan de opvang waar"),
    ("geen", "geen eigen bijdrage"), ("onbepaald", "Wij weten nog niet"),
]  # fmt: skip


@pytest.mark.parametrize(("regime", "zin"), REGIMES)
def test_what_it_costs_is_said_in_one_way_only(regime, zin):
    gegevens = {veld: regime in regimes for veld, regimes in SOORTEN["BRF-12"].gegevens.__globals__["BIJDRAGE"].items()}
    leeg = dict.fromkeys(SOORTEN["BRF-12"].bekend, "")
    blokken = opmaak.vul(SOORTEN["BRF-12"].tekst[1], {**leeg, **gegevens}, {})
    zinnen = [blok["tekst"] for blok in blokken if "tekst" in blok and ("bijdrage" in blok["tekst"])]
    assert len(zinnen) == 1
    assert zin in zinnen[0]


# The ways out.


@pytest.mark.eis("L-54")
@pytest.mark.parametrize("actie", ["doorzenden", "niet_bevoegd_verklaren"])
def test_forwarding_tells_the_client_to_whom(cast, actie):
    dossier = factories.naar(factories.melding(cast), Status.MELDING_BEVESTIGD, cast)
    op = factories.laatste_moment(dossier)
    functie = getattr(actions, actie)
    dossier = functie(dossier, door=cast.tineke, op=op, reden="Geheime reden.", ontvanger="het zorgkantoor")
    brief = de_brief(dossier, "BRF-15")
    woorden = tekst(brief)
    assert "doorgestuurd naar het zorgkantoor." in woorden
    assert ("mag beslissen" in woorden) is (actie == "niet_bevoegd_verklaren")
    assert "Geheime reden" not in woorden
    assert aan(brief) == [("Petra de Wit", "meegeven", False)]


@pytest.mark.eis("L-54")
def test_of_a_melding_without_a_name_the_one_who_reported_gets_the_notice(cast):
    dossier = factories.melding(cast, naam="", melder_naam="Wijkagent Kok", melder_email="kok@example.org")
    op = factories.moment("2026-11-03")
    dossier = actions.doorzenden(dossier, door=cast.anke, op=op, reden="Jeugd.", ontvanger="de gemeente Wierden")
    brief = de_brief(dossier, "BRF-15")
    assert aan(brief) == [("Wijkagent Kok", "email", False)]
    assert "deed u bij ons een melding" in tekst(brief)


def test_withdrawing_is_confirmed_and_leaves_the_door_open(cast, aangevraagd):
    op = factories.laatste_moment(aangevraagd)
    dossier = actions.intrekken(aangevraagd, door=cast.bas, op=op, reden="Wil niet.", namens=wegen.NAMENS)
    woorden = tekst(de_brief(dossier, "BRF-16"))
    assert f"uw aanvraag van {lang(aangevraagd.aangevraagd_op)} intrekt" in woorden
    assert "U mag zich altijd opnieuw bij ons melden." in woorden
    assert "Wil niet" not in woorden


@pytest.mark.vandaag("2026-11-25")
def test_withdrawing_does_not_end_temporary_help(cast):
    spoed = factories.spoed(cast, Sp.TIJDELIJK_BESLUIT)
    hoofd = spoed.hoofddossier.concreet()
    op = factories.laatste_moment(hoofd)
    dossier = actions.intrekken(hoofd, door=cast.bas, op=op, reden="Wil niet.", namens=wegen.NAMENS)
    assert f"tijdelijke hulp, tot en met {lang(spoed.tijdelijk_tot)}" in tekst(de_brief(dossier, "BRF-16"))


# Spoed.


@pytest.mark.eis("L-13", "L-26", "L-55", "L-62", "L-66")
def test_temporary_help_is_a_besluit_and_so_is_its_extension(cast):
    spoed = factories.spoed(cast, Sp.TIJDELIJK_BESLUIT)
    eerste = de_brief(spoed, "BRF-03")
    _is_besluit(spoed, eerste, cast.tineke)
    assert "artikel 2.3.3 van de Wet maatschappelijke ondersteuning 2015" in tekst(eerste)
    tot, op = spoed.tijdelijk_tot, factories.laatste_moment(spoed) + timedelta(days=3)
    langer = tot + timedelta(days=14)
    spoed = actions.voorziening_verlengen(
        spoed, door=cast.tineke, op=op, tijdelijk_tot=langer, reden="Nog geen plek.", ondertekenaar=cast.tineke, via="balie"
    )
    tweede = de_brief(spoed, "BRF-03")
    assert tweede != eerste
    _is_besluit(spoed, tweede, cast.tineke)
    assert f"tijdelijke hulp tot en met {lang(tot)}." in tekst(tweede)
    assert f"dat die hulp langer duurt: tot en met {lang(langer)}." in tekst(tweede)
    assert f"van {lang(spoed.tijdelijk_vanaf)} tot en met {lang(tot)}" in tekst(eerste)


@pytest.mark.eis("L-13")
def test_who_gave_no_name_still_gets_his_besluit_in_his_hand(cast):
    aanmelding = factories.melding(cast, naam="", is_spoed=True)
    spoed = aanmelding.nevendossiers.get(soort="spoed").concreet()
    op = factories.moment("2026-11-02 11:00")
    spoed = nevenwegen.langs(spoed, Sp.TIJDELIJK_BESLUIT, cast, op=op)
    assert aan(de_brief(spoed, "BRF-03")) == [("mevrouw of meneer", "meegeven", False)]


@pytest.mark.eis("L-13")
def test_why_somebody_is_in_danger_does_not_stand_in_his_letter(cast):
    spoed = factories.spoed(cast)
    spoed = actions.spoed_beoordelen(
        spoed, door=cast.anke, op=factories.laatste_moment(spoed), reden="Partner slaat.", risico="Weer geweld.",
        voorziening="Een veilige plek.", is_geweld=True,
    )  # fmt: skip
    op = factories.laatste_moment(spoed)
    spoed = actions.tijdelijk_besluiten(
        spoed, door=cast.tineke, op=op, tijdelijk_vanaf=dag(op), tijdelijk_tot=dag(op), waarom="Het kan niet wachten.",
        ondertekenaar=cast.tineke, via="balie",
    )  # fmt: skip
    woorden = tekst(de_brief(spoed, "BRF-03"))
    assert "Een veilige plek." in woorden
    assert "slaat" not in woorden
    assert "geweld" not in woorden


# Landelijke toegankelijkheid.


@pytest.mark.eis("L-02", "L-37")
def test_the_other_region_is_asked_with_no_more_than_it_needs(cast):
    dossier = factories.landelijk(cast, Lt.LT_ONDERZOEK)
    op = factories.laatste_moment(dossier)
    dossier = actions.contact_andere_regio(
        dossier, door=cast.anke, op=op, contact_naam="M. Bos", contact_gegevens="06-1, bos@example.org"
    )
    brief = de_brief(dossier, "BRF-33")
    woorden, hoofd = tekst(brief), dossier.hoofddossier.concreet()
    assert aan(brief) == [("Zwolle, t.a.v. M. Bos", "email", False)]
    assert f"uiterlijk klaar op {uiterlijk(hoofd, 'onderzoek')}" in woorden
    assert "De laatste woonplaats was Zwolle." in woorden
    assert dossier.client.geboren_tekst in woorden
    for inhoud in (dossier.reden_komst, hoofd.melding.omschrijving, "Ingevuld."):
        assert inhoud not in woorden


@pytest.mark.eis("L-02")
@pytest.mark.parametrize(("status", "zin"), [
    (Lt.LT_HIER, "Wij denken dat u hier de beste kans hebt."),
    (Lt.LT_DAAR, "Wij denken dat u de beste kans hebt in Zwolle."),
])  # fmt: skip
def test_the_client_hears_where_and_that_he_may_still_apply_here(cast, status, zin):
    dossier = factories.landelijk(cast, status)
    brief = de_brief(dossier, "BRF-34")
    woorden, hoofd = tekst(brief), dossier.hoofddossier.concreet()
    assert zin in woorden
    assert dossier.motivering in woorden
    assert f"Het onderzoek is uiterlijk klaar op {uiterlijk(hoofd, 'onderzoek')}." in woorden
    assert ("Tot die tijd krijgt u hulp van ons: Nachtopvang." in woorden) is (status == Lt.LT_DAAR)
    assert "bezwaar" not in clausules(brief)


@pytest.mark.eis("R-LT-05")
def test_the_hand_over_tells_the_client_what_went_along(cast):
    dossier = factories.landelijk(cast, Lt.OVERDRACHT_AFGEROND)
    brief = de_brief(dossier, "BRF-35")
    woorden = tekst(brief)
    assert f"Zwolle heeft op {lang(dossier.overgenomen_op)} bevestigd dat u daar hulp krijgt." in woorden
    assert "Verslag, met toestemming." in woorden
    assert [(rij.rol, rij.is_kopie) for rij in brief.exemplaren.all()] == [("cliënt", False), ("andere regio", True)]


# All of them.


@pytest.mark.langzaam("makes every letter")
def test_every_letter_brings_exactly_the_fields_that_it_describes(cast):
    """On one long road, the letters of which were made; each was complete or it would have been refused."""
    factories.naar(factories.melding(cast, ontvangen="2026-09-01"), Status.INDICATIE_ACTIEF, cast)
    factories.landelijk(cast, Lt.OVERDRACHT_AFGEROND)
    factories.spoed(cast, Sp.TIJDELIJK_BESLUIT, aanmelding=factories.naar(
        factories.melding(cast, naam="Vos, D"), Status.ONDERZOEK, cast
    ))  # fmt: skip
    gezien = set()
    for brief in Brief.objects.select_related("dossier"):
        soort = SOORTEN[brief.code]
        gegevens = soort.gegevens(brief.dossier.concreet(), brief.gedateerd_op)
        assert set(gegevens) >= set(soort.velden), brief.code
        gezien.add(brief.code)
    assert gezien >= {"BRF-01", "BRF-06", "BRF-07", "BRF-08", "BRF-09", "BRF-12", "BRF-03", "BRF-33", "BRF-34", "BRF-35"}


@pytest.mark.eis("L-62")
def test_the_last_day_for_bezwaar_is_moved_by_a_holiday_as_the_deadline_is(cast):
    """Six weeks after 13 November is Christmas: on paper stands the day to which the act moves it."""
    dossier = factories.naar(factories.melding(cast, ontvangen="2026-09-01"), Status.BESLUIT_ONDERTEKEND, cast)
    op = factories.moment("2026-11-13")
    dossier = actions.besluit_versturen(dossier, door=cast.bas, op=op, via="brief")
    taak = dossier.taken.get(code="bezwaar")
    assert taak.vervalt_op > date(2026, 12, 25)
    assert _tot_en_met(taak.vervalt_op, tekst(de_brief(dossier, "BRF-12")))
