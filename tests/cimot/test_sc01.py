"""SC-01, Petra de Wit: from the telephone call of her mother to the besluit (domein.md 6)."""

from decimal import Decimal

import pytest

from cimot import actions
from cimot.processen.aanmelding import Status
from kern.models import Gebeurtenis
from kern.personen import clienten
from tests.aanbieders.opstelling import wending as wending_van
from tests.cimot.scenario import dag, stand, termijn, waarom
from tests.factories import besluit_van

pytestmark = [pytest.mark.django_db, pytest.mark.eis("SC-01")]


@pytest.fixture
def wending(cast):
    """No part of the reference data: an AWBZ provider before 2015, with an own institution."""
    return wending_van(cast.coen).organisatie


@pytest.fixture
def tot_aanvraag(scenario):
    zaak = scenario.melding("2-11-2026", naam="Wit, Petra de", geboren="2007-03-03", melder="familie")
    zaak = scenario.langs(
        zaak,
        (Status.MELDING_BEVESTIGD, "2-11-2026"),
        (Status.ONDERZOEK, "10-11-2026"),
        (Status.VERSLAG_CONCEPT, "30-11-2026"),
        (Status.VERSLAG_CLIENT, "1-12-2026"),
        (Status.VERSLAG_DEFINITIEF, "4-12-2026"),
    )
    return scenario.aanvraag(zaak, "9-12-2026", vorm="verslag")


def onderdelen(aanbieder):
    duur = {"vanaf": dag("1-2-2027"), "tot": dag("31-1-2029"), "beslissing": "toegekend", "aanbieder": aanbieder}
    return [
        {"soort": "ozl_intensief", "uren": Decimal(11), "motivering": "Elke dag ongeplande hulp.", **duur},
        {"soort": "omd", "motivering": "Terug naar school.", **duur},
        {"soort": "verblijf", "huurt_van": "instelling", "motivering": "Thuis gaat het niet meer.", **duur},
    ]


@pytest.fixture
def besloten(scenario, tot_aanvraag, wending):
    zaak = scenario.langs(tot_aanvraag, (Status.AANVRAAG_COMPLEET, "9-12-2026"), (Status.BESLUIT_CONCEPT, "10-12-2026"))
    anke, cast = scenario.cast.anke, scenario.cast
    zaak = besluit_van(zaak, "toekenning", cast, op=scenario.op("14-12-2026"))
    zaak = actions.onderdelen_kiezen(zaak, door=anke, op=scenario.nu, onderdelen=onderdelen(wending))
    zaak = actions.besluit_voorleggen(zaak, door=anke, op=scenario.nu)
    zaak = scenario.stap(zaak, Status.BESLUIT_ONDERTEKEND, "16-12-2026")
    return scenario.versturen(zaak, "17-12-2026")


@pytest.mark.eis("T-PERSPLAN", "T-ONDERZOEK", "L-06", "L-07")
def test_the_terms_of_the_melding(tot_aanvraag):
    assert termijn(tot_aanvraag, "persplan") == (dag("2-11-2026"), dag("9-11-2026"), dag("9-11-2026"))
    assert stand(tot_aanvraag, "persplan") == ("verstreken", dag("9-11-2026"))
    assert termijn(tot_aanvraag, "onderzoek") == (dag("2-11-2026"), dag("14-12-2026"), dag("14-12-2026"))
    assert stand(tot_aanvraag, "onderzoek") == ("afgedaan", dag("4-12-2026"))


@pytest.mark.eis("T-BESLUIT", "L-15")
def test_the_signed_account_is_the_aanvraag_and_starts_the_two_weeks(tot_aanvraag):
    assert tot_aanvraag.status == Status.AANVRAAG_ONTVANGEN
    assert (tot_aanvraag.aanvraag.vorm, tot_aanvraag.aanvraag.is_ondertekend) == ("verslag", True)
    assert termijn(tot_aanvraag, "besluit") == (dag("9-12-2026"), dag("23-12-2026"), dag("23-12-2026"))
    assert stand(tot_aanvraag, "besluit") == ("open", None)
    assert not tot_aanvraag.taken.filter(code__in=("aanvulling", "buiten_behandeling", "bezwaar")).exists()


@pytest.mark.eis("T-BESLUIT", "T-BEZWAAR", "T-BEZWAAR-POST", "L-55", "L-62", "SM-1")
def test_sending_the_besluit_ends_one_term_and_starts_the_other(besloten):
    assert (besloten.status, besloten.gesloten_op) == (Status.INDICATIE_ACTIEF, dag("17-12-2026"))
    assert stand(besloten, "besluit") == ("afgedaan", dag("17-12-2026"))
    assert not besloten.taken.get(code="besluit").is_te_laat_afgedaan
    assert termijn(besloten, "bezwaar") == (dag("17-12-2026"), dag("28-1-2027"), dag("28-1-2027"))
    assert termijn(besloten, "bezwaar_post") == (dag("28-1-2027"), dag("4-2-2027"), dag("4-2-2027"))
    assert "Besluit verzonden: do 17 dec 2026 (telt niet mee)." in waarom(besloten, "bezwaar")


@pytest.mark.eis("R-IND-01", "R-IND-02", "R-IND-06", "L-16")
def test_what_was_granted_is_what_the_second_person_approved(besloten):
    rijen = {o.groep: (o.soort, o.uren, o.vanaf, o.tot, o.aanbieder.naam) for o in besloten.besluit.onderdelen.all()}
    periode = (dag("1-2-2027"), dag("31-1-2029"), "Stichting De Wending")
    assert rijen == {
        "ozl": ("ozl_intensief", Decimal(11), *periode),
        "omd": ("omd", None, *periode),
        "woon": ("verblijf", None, *periode),
    }
    assert (besloten.besluit.goedgekeurd_door.naam, besloten.besluit.goedgekeurd_op) == ("Tineke", dag("16-12-2026"))
    for deel in ("OZL intensief, 11 uur per week", "bij Stichting De Wending", "van ma 1 feb 2027 tot en met wo 31 jan 2029",
                 "Terug naar school.", str(besloten.besluit.verordening)):  # fmt: skip
        assert deel in besloten.besluit.tekst


@pytest.mark.eis("SM-1", "L-55", "L-66")
def test_every_step_of_the_besluit_is_in_the_log(besloten):
    rijen = Gebeurtenis.objects.filter(dossier_id=besloten.pk, naar__startswith="besluit").order_by("id")
    rijen |= Gebeurtenis.objects.filter(dossier_id=besloten.pk, actie="toekenning_afronden")
    weg = [(r.actie, r.naar, r.rol, r.waarden.get("brief")) for r in rijen if r.van != r.naar]
    assert weg == [
        ("besluit_opstellen", "besluit_concept", "casemanager", None),
        ("besluit_voorleggen", "besluit_4ogen", "casemanager", None),
        ("besluit_goedkeuren", "besluit_ondertekend", "teamleider", None),
        ("besluit_versturen", "besluit_verzonden", "frontoffice", "BRF-12"),
        ("toekenning_afronden", "indicatie_actief", "systeem", None),
    ]
    assert rijen.get(actie="besluit_versturen").waarden["uitkomst"] == "toekenning"


@pytest.mark.eis("T-BEWAAR", "L-40", "L-70")
def test_fifteen_years_from_her_last_change(scenario, besloten):
    assert termijn(besloten, "bewaar") == (dag("17-12-2026"), dag("17-12-2041"), dag("17-12-2041"))
    clienten.wijzigen(besloten.client, door=scenario.cast.bas, op=scenario.op("14-1-2030"), telefoon="06-00000002")
    # A Saturday: the Algemene termijnenwet does not move it.
    assert termijn(besloten, "bewaar") == (dag("14-1-2030"), dag("14-1-2045"), dag("14-1-2045"))
