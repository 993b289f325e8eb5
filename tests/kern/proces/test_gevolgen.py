"""An effect that a higher app hangs on a transition of a lower one: both happen, or neither."""

from datetime import date

import pytest

from cimot import actions as cimot
from cimot.models import Melding
from cimot.processen.aanmelding import Status
from kern.models import Dossier, Gebeurtenis, Herinnering, Taak
from kern.proces import tabel
from kern.proces.weigering import Weigering
from tests.factories import compleet_maken, melding, moment, naar

pytestmark = pytest.mark.django_db


@pytest.fixture
def gevolg(monkeypatch):
    monkeypatch.setattr(tabel, "_GEVOLGEN", {})
    return tabel.gevolg


def test_an_effect_runs_on_its_own_transition_after_the_status_changed(cast, gevolg):
    gezien = []
    gevolg("aanmelding", "bevestigen", "iets in een hogere app")(lambda d, o: gezien.append((d.status, o.actie, d.versie)))
    dossier = naar(melding(cast), Status.ONDERZOEK, cast)
    [(status, actie, versie)] = gezien
    assert (status, actie) == (Status.MELDING_BEVESTIGD, "bevestigen")
    assert dossier.versie > versie


def test_an_effect_that_fails_takes_the_step_back_and_so_does_a_step_its_effect(cast, gevolg):
    dossier = compleet_maken(melding(cast), cast, moment("2026-11-03"))

    @gevolg("aanmelding", "bevestigen", "schrijft eerst, weigert dan")
    def mislukt(d, overgang):
        Herinnering.objects.create(dossier_id=d.pk, wereld=d.wereld, gebruiker=cast.bas, op=date(2026, 11, 9), tekst="x")
        raise Weigering("De plek is al bezet.")

    gebeurtenissen = Gebeurtenis.objects.count()
    with pytest.raises(Weigering, match="De plek is al bezet"):
        cimot.bevestigen(dossier, door=cast.bas, op=moment("2026-11-03"), via="brief")
    assert Gebeurtenis.objects.count() == gebeurtenissen
    assert Dossier.objects.get().status == Status.MELDING_ONTVANGEN
    assert not Herinnering.objects.exists()
    assert Melding.objects.get().bevestigd_op is None
    assert Taak.objects.get(code="ontvangst").status == Taak.Status.OPEN
