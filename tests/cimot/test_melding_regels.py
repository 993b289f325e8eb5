"""What the policy says about who reports, from where, and what is told to the client."""

from datetime import date

import pytest

from cimot import actions
from cimot.models import Kanaal, Melder, Melding
from kern.models import Gebeurtenis, Gemeente, RegioInstelling
from kern.proces.weigering import Weigering
from kern.tijd import opschorten
from tests import factories


@pytest.mark.eis("R-AAN-01", "R-AAN-02")
@pytest.mark.parametrize("melder", Melder.values)
def test_everybody_may_report_also_a_provider(cast, melder):
    aanmelding = factories.melding(cast, melder=melder)
    assert (aanmelding.status, aanmelding.melding.melder) == ("melding_ontvangen", melder)
    assert {"zelf", "aanbieder", "gemeente"} <= set(Melder.values)


@pytest.mark.eis("L-50")
@pytest.mark.parametrize("kanaal", ["telefoon", "balie", "brief", "email", "website"])
def test_paper_telephone_and_desk_count_like_the_rest(cast, kanaal):
    assert set(Kanaal.values) == {"telefoon", "balie", "brief", "email", "website"}
    aanmelding = factories.melding(cast, kanaal=kanaal)
    assert aanmelding.taken.get(code="onderzoek").vervalt_op == date(2026, 12, 14)


@pytest.mark.eis("R-AAN-05")
def test_threatened_and_actual_homelessness_are_told_apart(cast):
    assert {"dreigend", "feitelijk"} <= set(Melding.Woonsituatie.values)
    aanmelding = factories.melding(cast)
    for woonsituatie in ("dreigend", "feitelijk"):
        aanmelding = actions.melding_wijzigen(
            aanmelding, door=cast.bas, op=factories.moment("2026-11-03"), onderwerp="mo", woonsituatie=woonsituatie
        )
        assert aanmelding.melding.woonsituatie == woonsituatie


@pytest.mark.eis("L-02", "X-21")
def test_who_lives_elsewhere_is_not_refused_and_the_rule_names_who_answers(cast):
    elders = Gemeente.objects.get(soort="buiten")
    aanmelding = factories.melding(cast, gemeente=elders)
    rij = aanmelding.verantwoordelijkheden.get()
    assert (aanmelding.regio, rij.gemeente.naam, rij.regel) == (cast.almelo, "Almelo", "centrumgemeente")


@pytest.mark.eis("X-21")
def test_a_new_rule_counts_from_its_own_day(cast):
    RegioInstelling.objects.create(
        regio=cast.almelo,
        sleutel="verantwoordelijke_gemeente.regel",
        waarde="woongemeente",
        geldig_vanaf=date(2026, 11, 3),
        reden="proef",
    )
    regio = type(cast.almelo).objects.get(pk=cast.almelo.pk)
    eerder = factories.melding(cast, regio=regio, naam="Eerder, E")
    later = factories.melding(cast, regio=regio, naam="Later, L", ontvangen="2026-11-03")
    namen = [a.verantwoordelijkheden.get().gemeente.naam for a in (eerder, later)]
    assert namen == ["Almelo", "Wierden"]


@pytest.mark.eis("L-05", "L-08")
def test_free_support_is_recorded_with_its_day_before_the_investigation(cast):
    aanmelding = factories.naar(factories.melding(cast), "melding_bevestigd", cast)
    op = factories.moment("2026-11-04")
    aanmelding = actions.toewijzen(aanmelding, door=cast.bas, op=op, behandelaar=cast.anke)
    with pytest.raises(Weigering, match="cliëntondersteuning"):
        actions.onderzoek_starten(aanmelding, door=cast.anke, op=op)
    aanmelding = actions.ondersteuning_vastleggen(
        aanmelding, door=cast.anke, op=op, ondersteuning="ja", ondersteuning_op=date(2026, 11, 4)
    )
    assert (aanmelding.onderzoek.ondersteuning, aanmelding.onderzoek.ondersteuning_op) == ("ja", date(2026, 11, 4))


@pytest.mark.eis("L-54")
def test_what_is_meant_for_another_is_forwarded_with_a_reason_and_ends(cast):
    aanmelding = factories.melding(cast)
    op = factories.moment("2026-11-03")
    aanmelding = actions.doorzenden(aanmelding, door=cast.anke, op=op, reden="Woont daar.", ontvanger="Gemeente Zwolle")
    assert (aanmelding.status, aanmelding.gesloten_op) == ("doorgezonden", date(2026, 11, 3))
    assert "Gemeente Zwolle" in aanmelding.sluitreden
    gebeurtenis = Gebeurtenis.objects.get(dossier_id=aanmelding.pk, actie="doorzenden")
    assert gebeurtenis.waarden["brief"] == "BRF-15"
    assert {taak.status for taak in aanmelding.taken.exclude(code="bewaar")} == {"vervallen"}


@pytest.mark.eis("L-52", "T-ONTVANGST")
def test_the_confirmation_has_its_day_and_channel_and_ends_the_task(cast):
    aanmelding = factories.naar(factories.melding(cast, kanaal="website"), "melding_bevestigd", cast)
    assert (aanmelding.melding.bevestigd_op, aanmelding.melding.bevestigd_via) == (date(2026, 11, 3), "brief")
    taak = aanmelding.taken.get(code="ontvangst")
    assert (taak.vervalt_op, taak.gesloten_op, taak.is_te_laat_afgedaan) == (date(2026, 11, 2), date(2026, 11, 3), True)


@pytest.mark.eis("L-17")
def test_the_wlz_is_looked_at_before_the_investigation(cast):
    aanmelding = factories.naar(factories.melding(cast), "melding_bevestigd", cast)
    op = factories.moment("2026-11-04")
    aanmelding = actions.melding_wijzigen(aanmelding, door=cast.bas, op=op, onderwerp="bw", is_wlz_bekeken=False)
    aanmelding = actions.toewijzen(aanmelding, door=cast.bas, op=op, behandelaar=cast.anke)
    with pytest.raises(Weigering, match="Wlz"):
        actions.onderzoek_starten(aanmelding, door=cast.anke, op=op)


@pytest.mark.eis("L-06")
def test_the_six_weeks_cannot_be_suspended(cast):
    taak = factories.melding(cast).taken.get(code="onderzoek")
    with pytest.raises(Weigering, match="kan niet worden opgeschort"):
        opschorten.opschorten(
            taak, grond="4:15", reden="x", vanaf=date(2026, 11, 5), door=cast.tineke, op=factories.moment("2026-11-05")
        )
