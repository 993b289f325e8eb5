"""Spoed beside an aanmelding (L-13): decided at once, on whatever is known; the investigation runs on."""

from datetime import date

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from time_machine import travel

from cimot import actions
from cimot.models import Besluit, Mandaat, Spoedvoorziening
from cimot.processen.aanmelding import Status as AStatus
from cimot.processen.spoed import Status
from kern.models import Dossier, Gemeente, Toelichting
from kern.proces import actions as kern
from kern.proces import correctie
from kern.proces.weigering import NietBevoegd, Weigering
from tests.brieftekst import tekst
from tests.factories import melding, moment, naar, spoed

pytestmark = pytest.mark.django_db
VERHAAL = {"reden": "Slaapt buiten.", "risico": "Kou.", "voorziening": "Nachtopvang."}
HULP = {
    "tijdelijk_vanaf": date(2026, 11, 3),
    "tijdelijk_tot": date(2026, 11, 30),
    "waarom": "Het vriest.",
    "via": "balie",
}


def _besluit(neven, cast, op="2026-11-03", **anders):
    waarden = {**HULP, "ondertekenaar": cast.tineke, **anders}
    return actions.tijdelijk_besluiten(neven, door=cast.tineke, op=moment(op), **waarden)


def _termijnen(dossier) -> dict:
    return {t.code: (str(t.vervalt_op), t.status) for t in dossier.taken.all()}


@pytest.mark.eis("L-13", "T-SPOED")
def test_an_urgent_melding_opens_it_by_itself_and_is_due_the_next_day(cast):
    dossier = melding(cast, is_spoed=True, ontvangen="2026-11-06 23:30")
    neven = Spoedvoorziening.objects.get()
    assert (neven.hoofddossier_id, neven.client, neven.regio) == (dossier.pk, dossier.client, dossier.regio)
    assert (neven.status, neven.geopend_op) == (Status.SPOED, date(2026, 11, 6))
    # The day after, and a Saturday is no excuse: the norm is the region's, not a term of the law.
    assert _termijnen(neven) == {"spoed": ("2026-11-07", "open")}
    melding(cast, naam="Rustig, R")
    assert Spoedvoorziening.objects.count() == 1


@pytest.mark.eis("L-13")
def test_it_can_be_reported_later_while_the_clock_of_the_melding_runs_on(cast):
    dossier = naar(melding(cast), AStatus.ONDERZOEK, cast)
    voor = dossier.taken.get(code="onderzoek").vervalt_op
    neven = spoed(cast, aanmelding=dossier, op=moment("2026-11-09"), **VERHAAL, is_geweld=True)
    dossier.refresh_from_db()
    assert (dossier.status, dossier.taken.get(code="onderzoek").vervalt_op) == ("onderzoek", voor)
    assert voor == date(2026, 12, 14)
    assert (neven.reden, neven.is_geweld, neven.behandelaar) == ("Slaapt buiten.", True, cast.anke)
    assert _termijnen(neven) == {"spoed": ("2026-11-10", "open")}
    _besluit(neven, cast, op="2026-11-09", tijdelijk_vanaf=date(2026, 11, 9))
    dossier.refresh_from_db()
    assert (dossier.status, dossier.taken.get(code="onderzoek").vervalt_op) == ("onderzoek", voor)


@pytest.mark.eis("L-13")
def test_a_second_one_beside_the_same_aanmelding_is_refused(cast):
    dossier = melding(cast, is_spoed=True)
    with pytest.raises(Weigering, match="Dit loopt al bij deze aanmelding"):
        actions.spoed_openen(dossier, door=cast.bas, op=moment("2026-11-03"))
    assert Dossier.objects.filter(soort="spoed").count() == 1
    actions.geen_spoed(Spoedvoorziening.objects.get(), door=cast.tineke, op=moment("2026-11-03"), reden="Kan wachten.")
    actions.spoed_openen(dossier, door=cast.bas, op=moment("2026-11-04"))
    assert Dossier.objects.filter(soort="spoed").count() == 2


@pytest.mark.eis("L-13")
def test_nothing_that_is_missing_stops_the_decision(cast):
    """No name, no birth date, no BSN, no municipality, no document, no consent, no casemanager, nothing confirmed."""
    dossier = melding(cast, naam="", geboren="", gemeente=None, omschrijving="Man bij het station.", is_spoed=True)
    neven = Spoedvoorziening.objects.get()
    assert (dossier.client, neven.client, neven.behandelaar, neven.gemeente) == (None, None, None, None)
    neven = actions.spoed_beoordelen(neven, door=cast.tineke, op=moment("2026-11-02"), **VERHAAL)
    neven = _besluit(neven, cast, op="2026-11-02")
    assert neven.status == Status.TIJDELIJK_BESLUIT
    # The only document is the besluit itself, for in his hand.
    assert [rij.soort for rij in neven.documenten.all()] == ["besluit"] and not dossier.melding.grond
    assert dossier.status == AStatus.MELDING_ONTVANGEN


@pytest.mark.eis("L-13", "L-26")
def test_the_teamleider_decides_with_a_signatory_who_has_the_mandate(cast):
    neven = spoed(cast, op=moment("2026-11-04"))
    with pytest.raises(Weigering, match="waarom het niet kan wachten"):
        _besluit(neven, cast, op="2026-11-04")
    neven = actions.spoed_beoordelen(neven, door=cast.karim, op=moment("2026-11-04"), **VERHAAL)
    with pytest.raises(NietBevoegd):
        actions.tijdelijk_besluiten(neven, door=cast.anke, op=moment("2026-11-04"), ondertekenaar=cast.tineke, **HULP)
    with pytest.raises(Weigering, match="Ruben mag dit besluit op deze dag niet ondertekenen") as fout:
        _besluit(neven, cast, op="2026-11-04", ondertekenaar=cast.ruben)
    assert fout.value.veld == "ondertekenaar"
    # A mandate for another kind of besluit, or that ended, is none.
    Mandaat.objects.filter(gebruiker=cast.tineke, soort="tijdelijk").update(
        periode=DateRange(date(2015, 1, 1), date(2026, 11, 4))
    )
    with pytest.raises(Weigering, match="Tineke mag dit besluit"):
        _besluit(neven, cast, op="2026-11-04")
    assert not Besluit.objects.exists() and Dossier.objects.get(pk=neven.pk).status == Status.SPOED
    Mandaat.objects.filter(gebruiker=cast.tineke, soort="tijdelijk").update(periode=DateRange(date(2015, 1, 1), None))
    neven = _besluit(neven, cast, op="2026-11-04")
    besluit = Besluit.objects.get()
    assert (besluit.uitkomst, besluit.ondertekenaar, str(besluit.verzonden_op)) == ("tijdelijk", cast.tineke, "2026-11-04")
    assert (besluit.verzonden_via, besluit.mandaat.soort) == ("balie", "tijdelijk")


@pytest.mark.eis("L-13")
def test_the_period_is_no_longer_than_the_region_allows(cast):
    """91 days: 3 November 2026 is the first, 1 February 2027 the last."""
    neven = actions.spoed_beoordelen(spoed(cast), door=cast.tineke, op=moment("2026-11-04"), **VERHAAL)
    with pytest.raises(Weigering, match="uiterlijk ma 1 feb 2027") as fout:
        _besluit(neven, cast, op="2026-11-04", tijdelijk_tot=date(2027, 2, 2))
    assert fout.value.veld == "tijdelijk_tot"
    with pytest.raises(Weigering, match="einddatum ligt vóór de begindatum"):
        _besluit(neven, cast, op="2026-11-04", tijdelijk_tot=date(2026, 11, 2))
    neven = _besluit(neven, cast, op="2026-11-04", tijdelijk_tot=date(2027, 1, 31))
    verleng = {"door": cast.tineke, "op": moment("2026-11-05"), "reden": "Nog geen plek."}
    verleng |= {"ondertekenaar": cast.tineke, "via": "brief"}
    for tot, zin in ((date(2027, 1, 31), "loopt al tot en met zo 31 jan 2027"), (date(2027, 2, 2), "uiterlijk")):
        with pytest.raises(Weigering, match=zin):
            actions.voorziening_verlengen(neven, tijdelijk_tot=tot, **verleng)
    neven = actions.voorziening_verlengen(neven, tijdelijk_tot=date(2027, 2, 1), **verleng)
    assert (neven.tijdelijk_tot, _termijnen(neven)["tijdelijk"]) == (date(2027, 2, 1), ("2027-02-01", "open"))
    # Why it lasts longer is not why it was urgent.
    assert neven.reden == "Slaapt buiten."


@pytest.mark.eis("L-13", "L-55", "T-BEZWAAR", "T-BEZWAAR-POST")
def test_an_extension_is_a_besluit_of_its_own_and_leaves_the_bezwaar_of_the_first_alone(cast):
    """Six weeks from Wednesday 4 November end on 16 December, from Thursday 26 November on 7 January; post: a week more."""
    neven = actions.spoed_beoordelen(spoed(cast), door=cast.tineke, op=moment("2026-11-04"), **VERHAAL)
    neven = _besluit(neven, cast, op="2026-11-04", tijdelijk_tot=date(2026, 11, 30))
    verleng = {"reden": "Nog geen plek.", "ondertekenaar": cast.tineke, "via": "brief"}
    verleng |= {"door": cast.tineke, "op": moment("2026-11-26")}
    with travel(moment("2026-11-26")):
        neven = actions.voorziening_verlengen(neven, tijdelijk_tot=date(2026, 12, 31), **verleng)
    assert [str(b.verzonden_op) for b in neven.besluiten.all()] == ["2026-11-04", "2026-11-26"]
    assert [b.weigering_toelichting for b in neven.besluiten.all()] == ["Het vriest.", "Nog geen plek."]
    bezwaar = neven.taken.filter(code__startswith="bezwaar").order_by("code", "vervalt_op")
    assert [(t.naam, str(t.vervalt_op), t.status) for t in bezwaar] == [
        ("Bezwaar 6 weken: besluit van wo 4 nov 2026", "2026-12-16", "open"),
        ("Bezwaar 6 weken: besluit van do 26 nov 2026", "2027-01-07", "open"),
        ("Bezwaar per post: besluit van wo 4 nov 2026", "2026-12-23", "open"),
        ("Bezwaar per post: besluit van do 26 nov 2026", "2027-01-14", "open"),
    ]
    assert str(neven.tijdelijk_besloten_op) == "2026-11-04"
    brief = neven.brieven.order_by("-id").first()
    assert "donderdag 7 januari 2027" in tekst(brief)


@pytest.mark.eis("L-13", "T-SPOED", "T-BEZWAAR", "T-BEZWAAR-POST")
def test_the_deadlines_from_melding_to_bezwaar(cast):
    """Sent on Monday 9 November: six weeks end on Monday 21 December, a week for the post on Monday 28 December."""
    neven = spoed(cast, Status.TIJDELIJK_BESLUIT, op=moment("2026-11-09"))
    assert _termijnen(neven) == {
        "spoed": ("2026-11-10", "afgedaan"),
        "tijdelijk": ("2026-12-07", "open"),
        "bezwaar": ("2026-12-21", "open"),
        "bezwaar_post": ("2026-12-28", "open"),
    }
    neven = actions.voorziening_beeindigen(neven, door=cast.anke, op=moment("2026-11-16"), reden="Heeft een plek.")
    assert (neven.status, str(neven.gesloten_op)) == (Status.BEEINDIGD, "2026-11-16")
    na = _termijnen(neven)
    assert (na["tijdelijk"], na["bezwaar"]) == (("2026-12-07", "vervallen"), ("2026-12-21", "open"))
    assert na["bewaar"][1] == "open"


@pytest.mark.eis("SM-1", "T-SPOED")
def test_every_step_can_be_reversed(cast):
    op = moment("2026-11-16")
    neven = spoed(cast, Status.TIJDELIJK_BESLUIT, op=moment("2026-11-09"))
    with pytest.raises(NietBevoegd):
        correctie.corrigeren(neven, door=cast.anke, op=op, reden="Fout.")
    neven = correctie.corrigeren(neven, door=cast.tineke, op=op, reden="Verkeerde periode.")
    assert (neven.status, neven.tijdelijk_vanaf, neven.tijdelijk_tot) == (Status.SPOED, None, None)
    assert not Besluit.objects.exists()
    lopend = {code: t for code, t in _termijnen(neven).items() if t[1] == "open"}
    assert lopend == {"spoed": ("2026-11-10", "open")}
    # What was written about the urgency stays, so the decision can be made again.
    neven = _besluit(neven, cast, op="2026-11-16", tijdelijk_vanaf=date(2026, 11, 9))
    neven = actions.voorziening_beeindigen(neven, door=cast.anke, op=op, reden="Klaar.")
    neven = correctie.corrigeren(neven, door=cast.anke, op=op, reden="Toch niet klaar.")
    assert (neven.status, neven.is_open, neven.sluitreden) == (Status.TIJDELIJK_BESLUIT, True, "")
    assert _termijnen(neven)["tijdelijk"] == ("2026-11-30", "open")
    ander = spoed(cast, Status.GEEN_SPOED, aanmelding=melding(cast, naam="Twee, T"), op=moment("2026-11-09"))
    ander = correctie.corrigeren(ander, door=cast.tineke, op=op, reden="Toch spoed.")
    assert (ander.status, ander.is_open, _termijnen(ander)["spoed"]) == (Status.SPOED, True, ("2026-11-10", "open"))


@pytest.mark.eis("L-13")
def test_opening_again_what_ended_is_refused_while_another_runs(cast):
    oud = spoed(cast, Status.GEEN_SPOED, aanmelding=melding(cast))
    spoed(cast, aanmelding=Dossier.objects.get(pk=oud.hoofddossier_id).concreet(), op=moment("2026-11-03"))
    with pytest.raises(Exception, match="dossier_een_neven") as fout:
        correctie.corrigeren(oud, door=cast.tineke, op=moment("2026-11-03"), reden="Toch.")
    assert kern.zin_bij(fout.value) == "Bij dit dossier loopt dit al."


def test_who_it_is_becomes_known_later_and_reaches_it(cast):
    dossier = melding(cast, naam="", omschrijving="Man bij het station.", is_spoed=True)
    dossier = actions.client_koppelen(dossier, door=cast.bas, op=moment("2026-11-03"), naam="Bakker, Hans")
    neven = Spoedvoorziening.objects.get()
    assert (neven.client, neven.sorteernaam[:6]) == (dossier.client, "bakker")


@pytest.mark.eis("SM-1")
def test_the_casemanager_who_gets_the_aanmelding_gets_it_too(cast):
    dossier = melding(cast, is_spoed=True)
    actions.toewijzen(dossier, door=cast.bas, op=moment("2026-11-03"), behandelaar=cast.karim)
    assert Spoedvoorziening.objects.get().behandelaar == cast.karim


# The pages.


def _pagina(client, gebruiker, neven, pad=""):
    client.force_login(gebruiker, backend="kern.toegang.backends.RolBackend")
    return client.get(f"/spoed/{neven.pk}/{pad}").content.decode()


@pytest.mark.eis("L-13", "L-37")
def test_violence_is_shown_to_the_casemanager_of_the_case_alone(cast, client):
    neven = spoed(cast, **VERHAAL, is_geweld=True)
    assert "let op" in _pagina(client, cast.anke, neven) and "Huiselijk geweld of onveilig thuis" in _pagina(
        client, cast.anke, neven
    )
    for ander in (cast.karim, cast.tineke, cast.bas):
        tekst = _pagina(client, ander, neven)
        assert "let op" not in tekst and "geweld" not in tekst
    # Until somebody decided, whoever is there reads why it is urgent and may complete it.
    assert "Slaapt buiten." in _pagina(client, cast.karim, neven) and "Slaapt buiten." in _pagina(client, cast.bas, neven)
    neven = actions.spoed_beoordelen(neven, door=cast.tineke, op=moment("2026-11-04"), **VERHAAL)
    _besluit(neven, cast, op="2026-11-04")
    assert "Slaapt buiten." not in _pagina(client, cast.karim, neven)
    assert "Slaapt buiten." not in _pagina(client, cast.bas, neven)


@pytest.mark.eis("L-37")
def test_who_cannot_read_about_violence_can_report_it_and_not_take_it_back(cast, client):
    neven = spoed(cast, **VERHAAL, is_geweld=True)
    pad = f"/spoed/{neven.pk}/spoed_beoordelen/"
    assert "checked" not in _pagina(client, cast.tineke, neven, "spoed_beoordelen/")
    client.post(pad, {**VERHAAL, "risico": "Vorst."})
    neven.refresh_from_db()
    assert (neven.risico, neven.is_geweld) == ("Vorst.", True)
    client.force_login(cast.anke, backend="kern.toegang.backends.RolBackend")
    assert "checked" in client.get(pad).content.decode()
    client.post(pad, VERHAAL)
    neven.refresh_from_db()
    assert neven.is_geweld is False
    client.force_login(cast.tineke, backend="kern.toegang.backends.RolBackend")
    client.post(pad, {**VERHAAL, "is_geweld": "on"})
    neven.refresh_from_db()
    assert neven.is_geweld is True


def test_the_form_names_the_longest_period_and_who_may_sign(cast, client, settings):
    neven = actions.spoed_beoordelen(spoed(cast), door=cast.tineke, op=moment("2026-11-04"), **VERHAAL)
    tekst = _pagina(client, cast.tineke, neven, "tijdelijk_besluiten/")
    assert "Hoogstens 91 dagen" in tekst and "selected>Tineke" in tekst and "Ruben" not in tekst
    pad = f"/spoed/{neven.pk}/tijdelijk_besluiten/"
    fout = client.post(pad, {"tijdelijk_vanaf": "04-11-2026", "tijdelijk_tot": "04-11-2027", "waarom": "Kou.",
                             "ondertekenaar": cast.tineke.pk, "via": "brief", "op": "04-11-2026"})  # fmt: skip
    assert fout.status_code == 422 and "uiterlijk di 2 feb 2027" in fout.content.decode()
    assert "04-11-2027" in fout.content.decode()
    Mandaat.objects.all().delete()
    assert "Niemand heeft vandaag het mandaat" in _pagina(client, cast.tineke, neven, "tijdelijk_besluiten/")


def test_from_the_aanmelding_one_goes_to_what_was_opened_and_back(cast, client):
    dossier = melding(cast)
    client.force_login(cast.bas, backend="kern.toegang.backends.RolBackend")
    antwoord = client.post(f"/aanmelding/{dossier.pk}/spoed_openen/", {"op": "03-11-2026", "reden": "Kou."})
    neven = Spoedvoorziening.objects.get()
    assert antwoord["Location"] == f"/spoed/{neven.pk}/" and neven.reden == "Kou."
    tekst = client.get(f"/aanmelding/{dossier.pk}/").content.decode()
    assert "Loopt hiernaast" in tekst and f'href="/spoed/{neven.pk}/"' in tekst and "wo 4 nov 2026" in tekst
    tekst = client.get(f"/spoed/{neven.pk}/").content.decode()
    assert "Hoort bij" in tekst and f'href="/aanmelding/{dossier.pk}/"' in tekst
    assert "Onderzoek 6 weken" in tekst and "Melding ontvangen: ma 2 nov 2026 (telt niet mee)" in tekst
    dubbel = client.post(f"/aanmelding/{dossier.pk}/spoed_openen/", {"op": "03-11-2026"})
    assert dubbel.status_code == 422 and "Dit loopt al bij deze aanmelding" in dubbel.content.decode()


def test_the_municipality_sees_the_aanmelding_and_not_what_runs_beside_it(cast, client):
    dossier = melding(cast, is_spoed=True, gemeente=Gemeente.objects.get(naam="Wierden"))
    neven = Spoedvoorziening.objects.get()
    client.force_login(cast.gerda, backend="kern.toegang.backends.RolBackend")
    tekst = client.get(f"/aanmelding/{dossier.pk}/").content.decode()
    assert dossier.kenmerk in tekst and neven.kenmerk not in tekst and "Loopt hiernaast" not in tekst
    assert client.get(f"/spoed/{neven.pk}/").status_code == 403


def test_a_reason_of_a_step_is_kept_apart_from_the_facts(cast):
    neven = actions.spoed_beoordelen(spoed(cast), door=cast.tineke, op=moment("2026-11-04"), **VERHAAL)
    assert not Toelichting.objects.filter(dossier=neven).exists()


@pytest.mark.eis("R-AAN-10")
def test_the_card_of_what_runs_beside_asks_no_more_questions_for_more_of_them(cast, client):
    dossier = naar(melding(cast), AStatus.ONDERZOEK, cast)
    client.force_login(cast.anke, backend="kern.toegang.backends.RolBackend")
    aantallen = []
    for dag in ("2026-11-09", "2026-11-10", "2026-11-11"):
        neven = spoed(cast, aanmelding=dossier, op=moment(dag))
        if dag != "2026-11-11":
            actions.geen_spoed(neven, door=cast.tineke, op=moment(dag), reden="Kan wachten.")
        client.get(dossier.get_absolute_url())
        with CaptureQueriesContext(connection) as vragen:
            tekst = client.get(dossier.get_absolute_url()).content.decode()
        aantallen.append(len(vragen))
    assert len(set(aantallen)) == 1, aantallen
    assert tekst.count("Geen spoed · afgesloten op") == 2 and tekst.index("S-2026-0003") < tekst.index("S-2026-0001")
