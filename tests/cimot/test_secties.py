"""What stands open on a dossier and what is folded, per phase."""

import pytest

from cimot import secties
from cimot.processen.aanmelding import Status
from tests.factories import melding, naar

pytestmark = pytest.mark.django_db


@pytest.fixture
def blokken(cast):
    def per_stand(status):
        alle = secties.van(naar(melding(cast), status, cast), cast.anke)
        # What is folded stands together, at the end.
        assert [sectie.is_eerder for sectie in alle] == sorted(sectie.is_eerder for sectie in alle)
        return {eerder: {s.titel.partition(":")[0] for s in alle if s.is_eerder == eerder} for eerder in (False, True)}

    return per_stand


@pytest.mark.parametrize("status", [Status.MELDING_ONTVANGEN, Status.ONDERZOEK, Status.VERSLAG_CLIENT])
def test_nothing_is_folded_while_it_is_written(blokken, status):
    assert not blokken(status)[True]


def test_the_investigation_folds_when_the_verslag_is_there(blokken):
    stand = blokken(Status.AANVRAAG_ONVOLLEDIG)
    assert {"Aanvraag", "Wat er ontbrak aan de aanvraag", "Verslag", "Cliënt"} <= stand[False]
    assert {"Onderzoek", "Beoordeling", "Leefgebieden", "Geld", "Melding", "Aanleiding"} <= stand[True]


@pytest.mark.parametrize("status", [Status.BESLUIT_CONCEPT, Status.INDICATIE_ACTIEF])
def test_with_a_besluit_the_besluit_comes_first_and_the_verslag_folds(blokken, status):
    stand = blokken(status)
    assert {"Besluit", "Motivering van het besluit", "Aanvraag", "Cliënt"} <= stand[False]
    assert {"Verslag", "Onderzoek", "Melding"} <= stand[True]
