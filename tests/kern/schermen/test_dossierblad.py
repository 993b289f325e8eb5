"""The head of a dossier page."""

from datetime import timedelta

import pytest

from cimot.processen.aanmelding import Status
from kern.models import Dossier
from kern.schermen import dossierblad
from tests import factories

pytestmark = pytest.mark.django_db


def _nu(dossier, vandaag):
    dossier = Dossier.objects.get(pk=dossier.pk).concreet()
    return dossier, next(stap for stap in dossierblad.stappen(dossier, vandaag) if stap["stand"] == "nu")


def test_a_step_does_not_repeat_its_name(cast):
    dossier = factories.naar(factories.melding(cast), Status.VERSLAG_CONCEPT, cast)
    _, stap = _nu(dossier, dossier.status_sinds)
    assert (stap["naam"], stap["status"]) == ("Verslag", "In concept")
    _, stap = _nu(factories.melding(cast, naam="Ander, A"), dossier.status_sinds)
    assert (stap["naam"], stap["status"]) == ("Melding", "Ontvangen")


@pytest.mark.eis("L-59")
def test_while_the_client_completes_the_besluit_is_what_counts_and_it_stands_still(cast):
    """The four weeks to leave it untreated are a power and no duty, also when they have begun."""
    dossier = factories.naar(factories.melding(cast), Status.AANVRAAG_ONVOLLEDIG, cast)
    vandaag = dossier.aanvraag.aanvullingen.get().gevraagd_op + timedelta(days=1)
    dossier, stap = _nu(dossier, vandaag)
    assert stap["tekst"] == "termijn staat stil"
    assert dossierblad.hoofdtermijn(dossier, vandaag).code == "besluit"
    assert [t["taak"].code for t in dossierblad.termijnen(dossier, cast.anke, vandaag) if t["is_belangrijkste"]] == [
        "besluit"
    ]


@pytest.mark.eis("L-56")
def test_after_the_term_of_the_client_the_besluit_still_is_what_counts(cast):
    dossier = factories.naar(factories.melding(cast), Status.AANVRAAG_ONVOLLEDIG, cast)
    dossier = Dossier.objects.get(pk=dossier.pk).concreet()
    voorbij = dossier.aanvulling.gesteld_tot + timedelta(days=1)
    assert dossierblad.hoofdtermijn(dossier, voorbij).code == "besluit"


def test_a_warning_that_was_given_is_not_announced_again(cast):
    dossier = factories.naar(factories.melding(cast), Status.ONDERZOEK, cast)
    dossier = Dossier.objects.get(pk=dossier.pk).concreet()
    taak = dossier.taken.get(code="onderzoek")
    regels = {
        dagen: next(
            t["regel"]
            for t in dossierblad.termijnen(dossier, cast.anke, taak.vervalt_op - timedelta(days=dagen))
            if t["taak"] == taak
        )
        for dagen in (20, 3, -1)
    }
    assert "waarschuwt" in regels[20] and "waarschuwt" in regels[3] and "waarschuwt" not in regels[-1]
    assert len(regels[3]) < len(regels[20])


def test_what_has_no_meaning_here_is_not_offered(cast):
    """Ending as taken over by another region is spoken of only where that question was asked."""

    def aangeboden(dossier):
        dossier = Dossier.objects.get(pk=dossier.pk).concreet()
        return {actie["actie"] for actie in dossierblad.acties(dossier, cast.anke, dossier.status_sinds)}

    dossier = factories.naar(factories.melding(cast), Status.ONDERZOEK, cast)
    assert not {"elders_overgenomen", "advies_vastleggen"} & aangeboden(dossier)
    factories.landelijk(cast, aanmelding=dossier)
    assert "elders_overgenomen" in aangeboden(dossier)
