"""A deadline whose length the region sets: it begins, moves and ends with the setting."""

from datetime import date

import pytest

from cimot import actions as cimot
from kern.models import RegioInstelling, Taak
from kern.tijd import termijnen
from tests.factories import compleet_maken, melding, moment

pytestmark = pytest.mark.django_db
MA_2_NOV = date(2026, 11, 2)


def taak(dossier, code):
    return dossier.taken.get(code=code)


def stand(dossier):
    return {t.code: t.status for t in dossier.taken.all()}


def opnieuw(dossier, op=MA_2_NOV):
    dossier = dossier.__class__.objects.get(pk=dossier.pk)
    return termijnen.bijwerken(dossier, op)


@pytest.mark.eis("R-EXT-02")
def test_the_first_contact_exists_only_where_the_region_sets_it(cast):
    """Ten working days, SC-04's rule on days that have passed: from vr 30-10-2026 without weekends is vr 13-11-2026."""
    assert "eerste_contact" not in stand(melding(cast))
    dossier = melding(cast, naam="Kamphuis, Lotte", regio=cast.enschede, door=cast.els, ontvangen="2026-10-30")
    contact = taak(dossier, "eerste_contact")
    assert (contact.vervalt_op, contact.nominaal_op) == (date(2026, 11, 13), date(2026, 11, 13))
    assert not contact.is_wettelijk
    dossier = cimot.eerste_contact(dossier, door=cast.els, op=moment("2026-11-05"))
    assert taak(dossier, "eerste_contact").gesloten_op == date(2026, 11, 5)


@pytest.mark.eis("R-EXT-02")
def test_a_holiday_is_no_working_day_for_the_first_contact(cast):
    dossier = melding(cast, naam="Feest, F", regio=cast.enschede, door=cast.els, ontvangen="2026-04-30")
    assert taak(dossier, "eerste_contact").vervalt_op == date(2026, 5, 19)  # 5, 14 and 15 May are free


def test_a_changed_setting_begins_and_ends_the_deadline_of_what_is_open(cast):
    dossier = melding(cast)
    stel = {"regio": cast.almelo, "sleutel": "opvang.intake_contact_werkdagen", "reden": "proef"}
    RegioInstelling.objects.create(waarde=5, geldig_vanaf=date(2026, 11, 1), **stel)
    opnieuw(dossier)
    assert taak(dossier, "eerste_contact").vervalt_op == date(2026, 11, 9)
    assert "eerste_contact" not in stand(melding(cast, naam="Eerder, E", ontvangen="2026-10-30"))
    RegioInstelling.objects.create(waarde=None, geldig_vanaf=MA_2_NOV, **stel)
    opnieuw(dossier, date(2026, 11, 6))
    contact = taak(dossier, "eerste_contact")
    assert (contact.status, contact.gesloten_op) == ("vervallen", date(2026, 11, 6))
    RegioInstelling.objects.update(waarde=10)
    opnieuw(dossier)
    contact.refresh_from_db()
    assert (contact.status, contact.gesloten_op, contact.vervalt_op) == ("open", None, date(2026, 11, 16))
    assert Taak.objects.filter(dossier=dossier, code="eerste_contact").count() == 1


def test_what_was_never_done_is_not_called_done(cast):
    """Enschede: to another authority without a first contact; and while residence is checked the term runs on."""
    dossier = melding(cast, regio=cast.enschede, door=cast.els)
    dossier = cimot.bevestigen(
        compleet_maken(dossier, cast, moment("2026-11-03")), door=cast.els, op=moment("2026-11-03"), via="brief"
    )
    dossier = cimot.toewijzen(dossier, door=cast.els, op=moment("2026-11-03"), behandelaar=cast.els)
    dossier = cimot.ingezetenschap_nagaan(dossier, door=cast.els, op=moment("2026-11-04"), reden="Paspoort zoek.")
    assert stand(dossier)["eerste_contact"] == "open"
    dossier = cimot.eerste_contact(dossier, door=cast.els, op=moment("2026-11-05"))
    assert stand(dossier)["eerste_contact"] == "afgedaan"
    dossier = cimot.niet_bevoegd_verklaren(dossier, door=cast.els, op=moment("2026-11-06"), reden="Nee.", ontvanger="Zwolle")
    assert stand(dossier) == dict(
        ontvangst="afgedaan", eerste_contact="afgedaan", persplan="vervallen", onderzoek="vervallen", bewaar="open"
    )
