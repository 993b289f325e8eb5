"""The deadlines of SM-1 on the dates of the worked examples."""

from datetime import date

import pytest

from cimot import actions
from cimot.processen.aanmelding import Status
from kern.models import Taak
from tests.factories import NAMENS, melding, moment, naar

pytestmark = pytest.mark.django_db


def datums(dossier):
    return {t.code: (t.nominaal_op, t.vervalt_op) for t in dossier.taken.all()}


def taak(dossier, code="onderzoek"):
    return dossier.taken.get(code=code)


@pytest.mark.eis("SC-01", "T-PERSPLAN", "T-ONDERZOEK", "L-06", "L-07")
def test_petra_at_her_start(cast):
    dossier = melding(cast, ontvangen="2026-11-02 09:15", naam="Wit, Petra de", melder="familie")
    assert datums(dossier)["persplan"] == (date(2026, 11, 9), date(2026, 11, 9))
    assert datums(dossier)["onderzoek"] == (date(2026, 12, 14), date(2026, 12, 14))


@pytest.mark.eis("SC-02", "T-PERSPLAN", "T-ONDERZOEK", "L-06", "L-07")
def test_hans_at_his_start(cast):
    dossier = melding(cast, ontvangen="2026-11-20", naam="Bakker, Hans", onderwerp="mo", melder="zelf")
    assert datums(dossier)["persplan"] == (date(2026, 11, 27), date(2026, 11, 27))
    assert datums(dossier)["onderzoek"] == (date(2027, 1, 1), date(2027, 1, 4))
    waarom = " ".join(stap["tekst"] for stap in taak(dossier).stappen)
    for reden in ("Nieuwjaarsdag", "zaterdag", "zondag", "artikel 1"):
        assert reden in waarom


@pytest.mark.eis("SC-03", "T-ONDERZOEK")
def test_emre_at_his_start(cast):
    dossier = melding(cast, ontvangen="2026-10-30", naam="Demir, Emre", regio=cast.enschede, door=cast.els)
    assert datums(dossier)["onderzoek"] == (date(2026, 12, 11), date(2026, 12, 11))


@pytest.mark.eis("T-ONDERZOEK")
@pytest.mark.parametrize(
    ("ontvangen", "dag"),
    [
        ("2026-11-02 00:00", date(2026, 11, 2)),
        ("2026-11-02 23:59", date(2026, 11, 2)),
        ("2026-10-25 02:30", date(2026, 10, 25)),
    ],
)
def test_a_minute_before_midnight_counts_for_that_day(cast, ontvangen, dag):
    dossier = melding(cast, ontvangen=ontvangen)
    assert dossier.gemeld_op == dossier.geopend_op == taak(dossier).begin_op == dag
    assert (taak(dossier).nominaal_op - dag).days == 42


@pytest.mark.eis("T-ONDERZOEK", "L-06", "L-11")
@pytest.mark.parametrize(("verzonden", "te_laat"), [("2026-12-14 23:59", False), ("2026-12-15 00:01", True)])
@pytest.mark.vandaag("2027-01-31")
def test_the_six_weeks_end_on_the_day_the_account_is_sent(cast, verzonden, te_laat):
    dossier = naar(melding(cast), Status.VERSLAG_CLIENT, cast)
    dossier = actions.reactie_vastleggen(dossier, door=cast.anke, op=moment("2026-12-10"), reactie="akkoord", namens=NAMENS)
    dossier = actions.definitief_maken(dossier, door=cast.anke, op=moment(verzonden))
    onderzoek = taak(dossier)
    assert (onderzoek.status, onderzoek.gesloten_op) == (Taak.Status.AFGEDAAN, moment(verzonden).date())
    assert onderzoek.vervalt_op == date(2026, 12, 14)
    assert onderzoek.is_te_laat_afgedaan is te_laat


@pytest.mark.eis("L-06")
def test_an_agreed_delay_is_a_note_and_moves_nothing(cast):
    dossier = naar(melding(cast), Status.ONDERZOEK, cast)
    dossier = actions.vertraging_noteren(dossier, door=cast.anke, op=moment("2026-11-10"), reden="Client is opgenomen.")
    assert taak(dossier).vervalt_op == date(2026, 12, 14)
    assert (dossier.status, dossier.toelichtingen.get().reden) == (Status.ONDERZOEK, "Client is opgenomen.")
