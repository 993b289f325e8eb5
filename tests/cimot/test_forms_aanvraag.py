"""The forms of the aanvraag and of the judgement before it: what they ask, what they pass on, how a mistake reads."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cimot import actions, beoordeling, forms
from cimot.processen.aanmelding import Status
from tests.factories import laatste_moment, melding, naar

pytestmark = pytest.mark.django_db


@pytest.fixture
def zaak(cast):
    def maak(status, **gegevens):
        return naar(melding(cast, **gegevens), status, cast)

    return maak


def form(klasse, dossier, door, /, **data):
    return klasse(data or None, onderwerp=dossier, gebruiker=door)


@pytest.mark.eis("L-59")
def test_a_request_asks_whether_there_is_a_term_and_passes_none_without_one(cast, zaak):
    vandaag = timezone.localdate()
    tot = vandaag + timedelta(days=14)
    dossier = zaak(Status.AANVRAAG_ONTVANGEN)
    leeg = form(forms.AanvullingVragen, dossier, cast.bas)
    assert leeg.initial["gesteld_tot"] == tot
    assert "termijn" not in leeg.initial
    data = {"ontbreekt": "Budgetplan.", "via": "brief", "op": f"{vandaag:%d-%m-%Y}", "gesteld_tot": f"{tot:%d-%m-%Y}"}
    assert "termijn" in form(forms.AanvullingVragen, dossier, cast.bas, **data).errors
    met = form(forms.AanvullingVragen, dossier, cast.bas, **data, termijn="met")
    assert met.is_valid() and met.argumenten()["gesteld_tot"] == tot
    zonder = form(forms.AanvullingVragen, dossier, cast.bas, **data, termijn="zonder")
    assert zonder.is_valid() and zonder.argumenten()["gesteld_tot"] is None
    assert {"bestand", "termijn"}.isdisjoint(zonder.argumenten())
    leeg = form(forms.AanvullingVragen, dossier, cast.bas, **{**data, "gesteld_tot": ""}, termijn="met")
    assert leeg.errors["gesteld_tot"] == ["Vul in tot en met welke dag de cliënt de tijd heeft."]


@pytest.mark.eis("L-12")
def test_an_early_aanvraag_is_corrected_or_only_taken_up(cast, zaak):
    dossier = zaak(Status.VERSLAG_DEFINITIEF)
    assert list(form(forms.AanvraagVastleggen, dossier, cast.bas).fields) == ["vorm", "is_ondertekend", "op"]
    dossier.aanvraag = dossier._meta.get_field("aanvraag").related_model.objects.create(
        aanmelding=dossier, ontvangen_op=date(2026, 11, 5), vorm="brief", is_ondertekend=True
    )
    opnemen = form(forms.AanvraagVastleggen, dossier, cast.bas, op=f"{timezone.localdate():%d-%m-%Y}")
    assert list(opnemen.fields) == ["op"] and opnemen.fields["op"].label == "In behandeling genomen op"
    assert opnemen.is_valid(), opnemen.errors
    assert opnemen.argumenten() == {"vorm": "brief", "is_ondertekend": True, "op": timezone.localdate()}
    dossier.status = Status.ONDERZOEK
    verbeteren = form(forms.AanvraagVastleggen, dossier, cast.bas)
    assert list(verbeteren.fields) == ["vorm", "is_ondertekend", "op"]
    assert verbeteren.initial == {"vorm": "brief", "is_ondertekend": True, "op": date(2026, 11, 5)}


@pytest.mark.eis("L-66")
def test_only_who_has_the_mandate_can_sign(cast, zaak):
    dossier = zaak(Status.AANVRAAG_ONVOLLEDIG)
    leeg = form(forms.BuitenBehandelingLaten, dossier, cast.bas)
    assert list(leeg.fields["ondertekenaar"].queryset) == [cast.tineke] and leeg.initial["ondertekenaar"] == cast.tineke.pk
    cast.tineke.mandaten.filter(soort="buiten_behandeling").delete()
    leeg = form(forms.BuitenBehandelingLaten, dossier, cast.bas)
    assert not leeg.fields["ondertekenaar"].queryset and "Mandaatregister" in leeg.fields["ondertekenaar"].help_text


@pytest.mark.eis("L-17")
def test_the_judgement_asks_about_the_ciz_only_when_wlz_may_be(cast, zaak):
    dossier = zaak(Status.ONDERZOEK)
    assert form(forms.Beoordeling, dossier, cast.anke, wlz="nee").is_valid()
    misschien = form(forms.Beoordeling, dossier, cast.anke, wlz="vermoeden")
    assert misschien.errors == {"wlz_medewerking": ["Kies of de cliënt meewerkt aan een aanvraag bij het CIZ."]}
    half = form(forms.Beoordeling, dossier, cast.anke, thuis="nee")
    assert half.is_valid() and "duurzaam_plan" not in half.argumenten()


@pytest.mark.eis("R-AAN-09")
def test_a_plan_for_a_lasting_solution_is_asked_in_opvang(cast, zaak):
    dossier = zaak(Status.ONDERZOEK, onderwerp="mo")
    assert "duurzaam_plan" in form(forms.Beoordeling, dossier, cast.anke).fields


@pytest.mark.eis("R-VIS-11")
@pytest.mark.parametrize(
    ("beperkt", "verstoord", "aanwezig"),
    [("ja", "nee", True), ("nee", "ja", True), ("ja", "", True), ("nee", "nee", False), ("nee", "", None), ("", "", None)],
)
def test_one_of_two_tests_is_enough(beperkt, verstoord, aanwezig):
    assert beoordeling.psychosociaal(beperkt, verstoord) is aanwezig


@pytest.mark.eis("R-AAN-08")
def test_the_region_advises_about_opvang_without_psychosocial_problems(cast, zaak):
    almelo, op = zaak(Status.ONDERZOEK, onderwerp="mo"), date(2026, 12, 2)
    assert beoordeling.advies(almelo, False, op) == ""
    almelo.regio = cast.enschede
    assert "Huis te leen" in beoordeling.advies(almelo, False, op)
    assert beoordeling.advies(almelo, True, op) == beoordeling.advies(almelo, None, op) == ""
    almelo.onderwerp = "bw"
    assert beoordeling.advies(almelo, False, op) == ""


@pytest.mark.eis("R-ORG-12")
def test_only_an_advice_that_was_asked_can_be_given(cast, zaak):
    dossier = zaak(Status.ONDERZOEK)
    assert form(forms.AdviesVastleggen, dossier, cast.anke).gevraagd == []
    op = laatste_moment(dossier)
    dossier = actions.advies_vragen(dossier, door=cast.anke, op=op, discipline="ggz", adviseur="Dimence", vraag="Wat past?")
    leeg = form(forms.AdviesVastleggen, dossier, cast.anke)
    [(pk, tekst)] = leeg.gevraagd
    assert leeg.initial["advies_id"] == pk and tekst.startswith("Ggz: Dimence, gevraagd op")
    goed = form(
        forms.AdviesVastleggen, dossier, cast.anke, advies_id=pk, advies="Dit.", op=f"{timezone.localdate():%d-%m-%Y}"
    )
    assert goed.is_valid() and goed.argumenten()["advies_id"] == pk
    fout = form(forms.AdviesVastleggen, dossier, cast.anke, advies_id=pk + 1, advies="Dit.", op="01-01-2026")
    assert fout.errors["advies_id"] == ["Kies een van de mogelijkheden."]


@pytest.mark.eis("L-54", "L-02")
def test_to_forward_asks_why_and_living_elsewhere_is_no_reason(cast, zaak):
    dossier = zaak(Status.MELDING_BEVESTIGD)
    data = {"ontvanger": "Zorgkantoor", "op": f"{timezone.localdate():%d-%m-%Y}", "reden": "Vraag over de Wlz."}
    assert "waarom" in form(forms.Doorzenden, dossier, cast.anke, **data).errors
    goed = form(forms.Doorzenden, dossier, cast.anke, **data, waarom="wlz")
    assert goed.is_valid() and goed.argumenten()["reden"] == "Wlz: zorgkantoor. Vraag over de Wlz."
    assert "Beste kans in welke regio" in goed.fields["waarom"].help_text
    assert not any("woont" in label.lower() for _, label in forms.Doorzenden.WAAROM)


def test_the_melding_asks_where_the_client_sleeps(cast, zaak):
    dossier = zaak(Status.MELDING_ONTVANGEN, onderwerp="mo")
    goed = form(forms.MeldingWijzigen, dossier, cast.bas, onderwerp="mo", ethos="noodopvang")
    assert goed.is_valid() and goed.argumenten()["ethos"] == "noodopvang"
    leeg = form(forms.MeldingWijzigen, dossier, cast.bas, onderwerp="mo")
    assert leeg.is_valid() and leeg.argumenten()["ethos"] == ""


def test_late_names_a_day_and_the_legal_date_stays(cast, zaak):
    dossier = zaak(Status.AANVRAAG_COMPLEET)
    later = timezone.localdate() + timedelta(days=10)
    data = {"reden": "Advies duurt.", "mededeling_tot": f"{later:%d-%m-%Y}", "via": "brief"}
    goed = form(forms.VertragingMeedelen, dossier, cast.anke, **data, op=f"{timezone.localdate():%d-%m-%Y}")
    assert goed.is_valid() and goed.argumenten()["mededeling_tot"] == later
