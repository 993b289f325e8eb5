"""The aanvraag: when it may come, what is missing, and what each step back takes with it (L-12, L-15, L-56, L-59)."""

import pytest
from django.utils import timezone

from cimot import actions
from cimot.models import Aanvraag, Aanvulling, Besluit
from cimot.processen.aanmelding import AANMELDING, Status
from kern.models import Gebeurtenis, Opschorting, Taak
from kern.proces import actions as kern
from kern.proces import correctie
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import opschorten, signalen, termijnen
from tests.cimot.scenario import dag, stand, termijn
from tests.factories import NAMENS, laatste_moment, landelijk, melding, moment, naar

pytestmark = pytest.mark.django_db
VROEG = ["melding_bevestigd", "geen_ingezetene_toets", "onderzoek", "verslag_concept", "verslag_client"]
VRAAG = {"ontbreekt": "Het zorgplan.", "via": "brief"}


def vraag_aan(zaak, cast, op, tot=None):
    return actions.aanvulling_vragen(zaak, door=cast.bas, op=moment(op), gesteld_tot=tot, **VRAAG)


def terug(zaak, door, reden="Verkeerde knop."):
    return correctie.corrigeren(zaak, door=door, op=timezone.now(), reden=reden)


# Before the account (L-12).


@pytest.mark.eis("L-12", "T-ONDERZOEK")
@pytest.mark.parametrize("status", VROEG)
def test_an_early_aanvraag_waits_for_the_six_weeks(scenario, status):
    zaak = scenario.melding("2-11-2026")
    scenario.op("20-11-2026")
    zaak = naar(zaak, status, scenario.cast)
    with pytest.raises(Weigering, match="het verslag is definitief, of de zes weken van het onderzoek zijn voorbij"):
        scenario.aanvraag(zaak, "14-12-2026")
    assert not Aanvraag.objects.exists()
    zaak = scenario.aanvraag(zaak, "15-12-2026")
    # The investigation goes on.
    assert zaak.status == status
    assert termijn(zaak, "besluit") == (dag("15-12-2026"), dag("29-12-2026"), dag("29-12-2026"))
    assert stand(zaak, "onderzoek") == ("open", None)


@pytest.mark.eis("L-12", "L-15")
def test_an_early_aanvraag_keeps_its_own_day_and_waits_for_the_account(scenario):
    zaak = scenario.melding("2-11-2026")
    scenario.op("20-11-2026")
    zaak = scenario.aanvraag(naar(zaak, Status.ONDERZOEK, scenario.cast), "15-12-2026")
    with pytest.raises(Weigering, match="kan niet meer of nog niet"):
        actions.besluit_opstellen(zaak, door=scenario.cast.anke, op=scenario.op("16-12-2026"))
    zaak = scenario.langs(
        zaak,
        (Status.VERSLAG_CONCEPT, "17-12-2026"),
        (Status.VERSLAG_CLIENT, "18-12-2026"),
        (Status.VERSLAG_DEFINITIEF, "21-12-2026"),
    )
    zaak = scenario.aanvraag(zaak, "22-12-2026")
    assert (zaak.status, zaak.aanvraag.ontvangen_op) == (Status.AANVRAAG_ONTVANGEN, dag("15-12-2026"))
    assert termijn(zaak, "besluit") == (dag("15-12-2026"), dag("29-12-2026"), dag("29-12-2026"))
    # Only the step goes back: what came early, came.
    zaak = terug(zaak, scenario.cast.tineke)
    assert (zaak.status, zaak.aanvraag.ontvangen_op) == (Status.VERSLAG_DEFINITIEF, dag("15-12-2026"))
    assert stand(zaak, "besluit") == ("open", None)


@pytest.mark.eis("L-56", "L-59")
def test_an_early_aanvraag_can_be_completed_early(scenario):
    cast, zaak = scenario.cast, scenario.melding("2-11-2026")
    scenario.op("20-11-2026")
    zaak = naar(zaak, Status.ONDERZOEK, cast)
    scenario.op("15-12-2026")
    with pytest.raises(Weigering, match="Er is nog geen aanvraag"):
        vraag_aan(zaak, cast, "2026-12-15", dag("29-12-2026"))
    with pytest.raises(Weigering, match="Er loopt geen verzoek om aanvulling"):
        actions.aanvulling_ontvangen(zaak, door=cast.bas, op=scenario.nu)
    zaak = scenario.aanvraag(zaak, "15-12-2026")
    with pytest.raises(Weigering, match="Er loopt geen verzoek om aanvulling"):
        actions.aanvulling_ontvangen(zaak, door=cast.bas, op=scenario.nu)
    zaak = actions.aanvulling_vragen(
        zaak, door=cast.bas, op=scenario.op("16-12-2026"), gesteld_tot=dag("30-12-2026"), **VRAAG
    )
    assert (zaak.status, zaak.taken.get(code="besluit").opgeschorte_dagen) == (Status.ONDERZOEK, 13)
    zaak = actions.aanvulling_ontvangen(zaak, door=cast.bas, op=scenario.op("19-12-2026"))
    assert (zaak.status, zaak.taken.get(code="besluit").opgeschorte_dagen) == (Status.ONDERZOEK, 2)
    assert termijn(zaak, "besluit")[1:] == (dag("31-12-2026"), dag("31-12-2026"))


def test_each_condition_of_the_aanvraag_has_its_sentence(cast, later):
    onderzoek = naar(melding(cast), Status.ONDERZOEK, cast)
    aangevraagd = naar(melding(cast, naam="Twee, T"), Status.AANVRAAG_ONTVANGEN, cast)
    gevallen = {
        (onderzoek, "aanvulling_vragen", "anke"): "er is een aanvraag",
        (onderzoek, "aanvulling_ontvangen", "anke"): "u hebt om aanvulling gevraagd",
        (onderzoek, "advies_vastleggen", "anke"): "u hebt om advies gevraagd",
        (onderzoek, "elders_overgenomen", "anke"): "een andere regio heeft bevestigd dat zij het overneemt",
        (aangevraagd, "buiten_behandeling_laten", "bas"): (
            "u gaf een termijn om aan te vullen, en die is voorbij; "
            "het is nog geen vier weken geleden dat de tijd om aan te vullen voorbij was"
        ),
    }
    for (zaak, actie, wie), zin in gevallen.items():
        with pytest.raises(Weigering) as fout:
            kern.overgaan(zaak, actie, door=getattr(cast, wie), op=timezone.now())
        assert fout.value.zin == f"Dit kan nog niet. Nog nodig: {zin}."


@pytest.mark.eis("L-02")
def test_an_aanmelding_ends_when_the_other_region_confirmed(cast, later):
    zaak = naar(melding(cast), Status.ONDERZOEK, cast)
    landelijk(cast, "overdracht", aanmelding=zaak)
    with pytest.raises(Weigering, match="een andere regio heeft bevestigd"):
        actions.elders_overgenomen(zaak, door=cast.anke, op=timezone.now())
    ander = naar(melding(cast, naam="Twee, T"), Status.ONDERZOEK, cast)
    landelijk(cast, "overdracht_afgerond", aanmelding=ander)
    ander = actions.elders_overgenomen(ander, door=cast.anke, op=timezone.now())
    assert (ander.status, ander.is_open) == (Status.DOORGEZONDEN, False)


# Asking.


@pytest.fixture
def ontvangen(cast):
    """Received on zo 8-11-2026."""
    zaak = naar(melding(cast), Status.AANVRAAG_ONTVANGEN, cast)
    assert zaak.aangevraagd_op == dag("8-11-2026")
    return zaak


@pytest.mark.eis("L-56", "L-59")
@pytest.mark.parametrize(
    ("op", "tot", "zin", "veld"),
    [
        ("2026-11-10", "10-11-2026", "moet na de dag van het verzoek liggen", "gesteld_tot"),
        ("2026-11-10", "1-11-2026", "moet na de dag van het verzoek liggen", "gesteld_tot"),
        ("2026-11-10", "10-11-2062", "langer dan een jaar", "gesteld_tot"),
        ("2026-11-07", None, "De vorige stap was op", "op"),
    ],
)
def test_a_wrong_day_is_refused_at_its_field(cast, ontvangen, op, tot, zin, veld):
    with pytest.raises(Weigering, match=zin) as fout:
        vraag_aan(ontvangen, cast, op, dag(tot) if tot else None)
    assert fout.value.veld == veld
    assert not Aanvulling.objects.exists() and not Opschorting.objects.exists()


@pytest.mark.eis("L-59")
def test_one_request_at_a_time(cast, later):
    zaak = vroeg_aangevraagd(cast)
    zaak = vraag_aan(zaak, cast, "2027-01-05", dag("19-1-2027"))
    with pytest.raises(Weigering, match="Er loopt al een verzoek om aanvulling"):
        vraag_aan(zaak, cast, "2027-01-06", dag("20-1-2027"))
    zaak = actions.aanvulling_ontvangen(zaak, door=cast.bas, op=moment("2027-01-08"))
    zaak = vraag_aan(zaak, cast, "2027-01-11", dag("18-1-2027"))
    assert zaak.taken.get(code="besluit").opgeschorte_dagen == 2 + 6
    # The second request has a term of its own, in the same row.
    assert termijn(zaak, "aanvulling") == (dag("11-1-2027"), dag("18-1-2027"), dag("18-1-2027"))


def vroeg_aangevraagd(cast):
    """An early aanvraag, of ma 4-1-2027, while the investigation runs."""
    zaak = naar(melding(cast), Status.ONDERZOEK, cast)
    return actions.aanvraag_vastleggen(zaak, door=cast.bas, op=moment("2027-01-04"), vorm="brief", is_ondertekend=True)


@pytest.mark.eis("L-58")
def test_a_delay_names_a_day_after_the_message(cast, ontvangen):
    stel = {"door": cast.anke, "op": moment("2026-11-10"), "via": "brief"}
    for tot in ("10-11-2026", "9-11-2026"):
        with pytest.raises(Weigering, match="Noem een dag na het bericht") as fout:
            actions.vertraging_meedelen(ontvangen, reden="Ziek.", mededeling_tot=dag(tot), **stel)
        assert fout.value.veld == "mededeling_tot"
    with pytest.raises(Weigering, match="Vul in waarom"):
        actions.vertraging_meedelen(ontvangen, reden=" ", mededeling_tot=dag("1-12-2026"), **stel)


@pytest.mark.eis("SM-1", "R-VIS-06")
@pytest.mark.parametrize(
    ("actie", "status"),
    [("geen_aanvraag", "geen_aanvraag"), ("algemene_voorziening", "afgesloten_algemene_voorziening")],
)
def test_without_an_aanvraag_it_ends_on_behalf_of_the_client(cast, actie, status):
    zaak = naar(melding(cast), Status.VERSLAG_DEFINITIEF, cast)
    doe = getattr(actions, actie)
    with pytest.raises(Weigering, match="Vul in waarom"):
        doe(zaak, door=cast.anke, op=timezone.now(), reden="", namens=NAMENS)
    zaak = doe(zaak, door=cast.anke, op=timezone.now(), reden="De inloop helpt.", namens=NAMENS)
    assert (zaak.status, zaak.sluitreden) == (status, "De inloop helpt.")
    assert Gebeurtenis.objects.get(actie=actie).namens == "client"
    assert not zaak.taken.filter(code__in=("besluit", "bezwaar")).exists()


# Put right.


@pytest.mark.eis("L-15", "T-BESLUIT")
def test_an_aanvraag_that_never_came_takes_its_term_along(cast, ontvangen):
    with pytest.raises(NietBevoegd):
        terug(ontvangen, cast.bas)
    zaak = terug(ontvangen, cast.tineke)
    assert zaak.status == Status.VERSLAG_DEFINITIEF
    assert not Aanvraag.objects.exists()
    assert stand(zaak, "besluit")[0] == "vervallen"


@pytest.mark.eis("L-56", "L-59")
def test_a_request_that_was_not_made_suspends_nothing(cast, ontvangen):
    voor = termijn(ontvangen, "besluit")
    zaak = vraag_aan(ontvangen, cast, "2026-11-10", dag("24-11-2026"))
    assert termijn(zaak, "besluit") != voor
    zaak = terug(zaak, cast.tineke)
    assert (zaak.status, termijn(zaak, "besluit")) == (Status.AANVRAAG_ONTVANGEN, voor)
    assert not Aanvulling.objects.exists() and not Opschorting.objects.exists()
    assert {stand(zaak, code)[0] for code in ("aanvulling", "buiten_behandeling")} == {"vervallen"}


@pytest.mark.eis("L-59")
@pytest.mark.parametrize("actie", ["aanvulling_ontvangen", "aanvraag_compleet_verklaren"])
def test_not_complete_after_all_it_stands_still_again(cast, ontvangen, actie):
    zaak = vraag_aan(ontvangen, cast, "2026-11-10", dag("24-11-2026"))
    stil = termijn(zaak, "besluit")
    zaak = getattr(actions, actie)(zaak, door=cast.anke, op=moment("2026-11-13"))
    assert (zaak.aanvraag.compleet_op, zaak.taken.get(code="besluit").opgeschorte_dagen) == (dag("13-11-2026"), 2)
    zaak = terug(zaak, cast.anke)
    assert (zaak.status, zaak.aanvraag.compleet_op) == (Status.AANVRAAG_ONVOLLEDIG, None)
    assert (termijn(zaak, "besluit"), zaak.taken.get(code="besluit").opgeschorte_dagen) == (stil, 13)
    assert stand(zaak, "aanvulling") == stand(zaak, "buiten_behandeling") == ("open", None)


@pytest.mark.eis("L-56", "T-4:5", "T-BEZWAAR")
@pytest.mark.parametrize("gecontroleerd", [True, False], ids=["checked", "not checked"])
def test_leaving_it_untreated_is_put_right_by_the_teamleider(cast, later, gecontroleerd):
    """Three years later: the term for objections never began, also when the check had called it over."""
    zaak = naar(melding(cast), Status.AANVRAAG_ONVOLLEDIG, cast)
    waarden = {"waarom": "Niets gekregen.", "ondertekenaar": cast.tineke, "via": "brief"}
    zaak = actions.buiten_behandeling_laten(zaak, door=cast.bas, op=moment("2026-11-27"), **waarden)
    with pytest.raises(NietBevoegd):
        terug(zaak, cast.bas)
    if gecontroleerd:
        signalen.controleer(dag("1-12-2029"), op=timezone.now())
        assert stand(zaak, "bezwaar_post")[0] == "verstreken"
    zaak = terug(zaak, cast.tineke)
    assert (zaak.status, zaak.gesloten_op) == (Status.AANVRAAG_ONVOLLEDIG, None)
    assert not Besluit.objects.exists()
    assert (stand(zaak, "bezwaar")[0], stand(zaak, "bezwaar_post")[0], stand(zaak, "bewaar")[0]) == ("vervallen",) * 3
    assert stand(zaak, "besluit") == ("open", None)


# Always the same outcome.


def _taken():
    return list(Taak.objects.order_by("id").values())


@pytest.mark.langzaam("a dossier in every status")
@pytest.mark.eis("T-BESLUIT", "T-BEZWAAR", "T-BEWAAR")
def test_computing_all_deadlines_again_changes_nothing(cast):
    """Of every status, the closed ones too."""
    statussen = [s for s in Status if s not in (*AANMELDING.eind, Status.BESLUIT_VERZONDEN)]
    zaken = [naar(melding(cast, naam=f"S{i}, S"), s, cast) for i, s in enumerate((*statussen, Status.INDICATIE_ACTIEF))]
    zaken.append(naar(melding(cast, naam="Nee, N"), Status.AFGEWEZEN_AFGESLOTEN, cast, uitkomst="afwijzing"))
    voor = _taken()
    for _ in range(2):
        for zaak in zaken:
            zaak = zaak.__class__.objects.get(pk=zaak.pk)
            assert termijnen.bijwerken(zaak, laatste_moment(zaak).date()) == []
        assert opschorten.herbereken(opschorten.geraakt(), door=None, op=timezone.now()) == []
    assert _taken() == voor
