"""What people make themselves beside the deadlines: contacts, reminders, waiting, labels."""

from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from cimot import actions as cimot
from cimot.processen.aanmelding import Status
from kern.models import Afwezigheid, Bezoek, Contactmoment, Gebeurtenis, Gebruiker, Herinnering, WachtOp
from kern.proces.models.dossier import NOOIT
from kern.proces.weigering import NietBevoegd, Weigering
from kern.werk import notities
from tests.factories import melding, naar

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


def vandaag():
    return timezone.localdate()


@pytest.fixture
def zaak(cast):
    """A case of Anke on which nothing is due for a month: the account lies with the client, received three weeks ago."""
    op = timezone.now() - 14 * DAG
    return naar(melding(cast, ontvangen=op), Status.VERSLAG_CLIENT, cast)


def opnieuw(rij):
    return rij.__class__.objects.get(pk=rij.pk)


# Contacts.


def contact(dossier, cast, **anders):
    gegevens = {"op": timezone.now() - DAG, "met": "moeder", "kanaal": "telefoon", "tekst": "Belt terug.", "door": cast.anke}
    return notities.contact_vastleggen(dossier, **{**gegevens, **anders})


def test_a_contact_is_a_note_with_a_log_row_without_its_text(zaak, cast):
    rij = contact(zaak, cast)
    assert (rij.dossier_id, rij.wereld, rij.door, rij.tekst) == (zaak.pk, "zorg", cast.anke, "Belt terug.")
    log = Gebeurtenis.objects.get(actie="contact_vastleggen")
    assert (log.waarden, log.op, log.van, log.naar) == ({"contact": rij.pk}, rij.op, "", "")


def test_a_contact_is_not_in_the_future(zaak, cast):
    with pytest.raises(Weigering, match="toekomst") as fout:
        contact(zaak, cast, op=timezone.now() + timedelta(minutes=1))
    assert fout.value.veld == "op"
    assert not Contactmoment.objects.exists()


def test_only_who_wrote_it_corrects_it_and_the_old_text_is_kept(zaak, cast):
    rij = contact(zaak, cast)
    for door in (cast.karim, cast.tineke):
        with pytest.raises(NietBevoegd, match="Alleen wie dit schreef"):
            notities.contact_wijzigen(rij, tekst="Nee.", met="vader", door=door, op=timezone.now())
    notities.contact_wijzigen(rij, tekst="Belt niet terug.", met="vader", door=cast.anke, op=timezone.now())
    assert [v.tekst for v in rij.versies.order_by("pgh_id")] == ["Belt terug.", "Belt niet terug."]
    assert opnieuw(rij).met == "vader"
    assert Gebeurtenis.objects.get(actie="contact_wijzigen").waarden == {"contact": rij.pk}


def test_a_contact_whose_log_row_fails_is_not_kept(zaak, cast, monkeypatch):
    def kapot(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(notities.actions, "vastleggen", kapot)
    with pytest.raises(RuntimeError):
        contact(zaak, cast)
    assert not Contactmoment.objects.exists()


# Reminders.


def herinner(dossier, door, op=None):
    return notities.herinnering_maken(dossier, op=op or vandaag() + 2 * DAG, tekst="Bel moeder", door=door)


def test_a_reminder_of_the_casemanager_asks_attention_on_its_day(zaak, cast):
    voor = (zaak.aandacht_op, zaak.vervalt_op)
    rij = herinner(zaak, cast.anke)
    dossier = opnieuw(zaak)
    assert (dossier.eerst_op, dossier.aandacht_op) == (rij.op, rij.op)
    assert dossier.vervalt_op == voor[1]  # a reminder is no deadline that can be late
    notities.herinnering_gedaan(rij, door=cast.anke)
    assert opnieuw(rij).gedaan_op == vandaag()
    assert (opnieuw(zaak).aandacht_op, opnieuw(zaak).vervalt_op) == voor


def test_a_reminder_of_a_colleague_does_not_move_the_case(zaak, cast):
    voor = opnieuw(zaak).eerst_op
    herinner(zaak, cast.karim)
    assert opnieuw(zaak).eerst_op == voor
    cimot.toewijzen(zaak, door=cast.tineke, op=timezone.now(), behandelaar=cast.karim)
    assert opnieuw(zaak).eerst_op == vandaag() + 2 * DAG


def test_a_reminder_is_for_today_or_later(zaak, cast):
    with pytest.raises(Weigering, match="al voorbij") as fout:
        herinner(zaak, cast.anke, vandaag() - DAG)
    assert fout.value.veld == "op"
    assert herinner(zaak, cast.anke, vandaag()).op == vandaag()


def test_a_reminder_is_ticked_off_by_its_owner_or_who_replaces_him_and_once(zaak, cast):
    rij = herinner(zaak, cast.anke)
    with pytest.raises(NietBevoegd, match="van een collega"):
        notities.herinnering_gedaan(rij, door=cast.karim)
    Afwezigheid.objects.create(
        gebruiker=cast.anke, waarnemer=cast.karim, periode=DateRange(vandaag(), vandaag() + DAG, "[)")
    )
    notities.herinnering_gedaan(rij, door=Gebruiker.objects.get(pk=cast.karim.pk))
    Herinnering.objects.update(gedaan_op=date(2026, 1, 1))
    notities.herinnering_gedaan(rij, door=cast.anke)
    assert opnieuw(rij).gedaan_op == date(2026, 1, 1)


# Waiting.


def wacht(dossier, cast, **anders):
    gegevens = {"wie": "huisarts", "waarop": "brief", "tot": vandaag() + 3 * DAG, "door": cast.anke, "op": timezone.now()}
    return notities.wacht_zetten(dossier, **{**gegevens, **anders})


def test_while_a_case_waits_it_asks_attention_the_day_after(cast):
    zaak = naar(melding(cast, ontvangen=timezone.now() - 14 * DAG), Status.ONDERZOEK, cast)
    assert opnieuw(zaak).aandacht_op < vandaag()
    rij = wacht(zaak, cast)
    dossier = opnieuw(zaak)
    assert (dossier.wacht_tot, dossier.aandacht_op) == (rij.tot, rij.tot + DAG)
    notities.wacht_klaar(rij, door=cast.karim, op=timezone.now())
    dossier = opnieuw(zaak)
    assert (dossier.wacht_tot, dossier.aandacht_op) == (None, dossier.status_sinds)
    assert opnieuw(rij).klaar_op == vandaag()


def test_what_becomes_urgent_asks_attention_also_while_waiting(cast):
    zaak = naar(melding(cast, ontvangen=timezone.now() - 20 * DAG), Status.ONDERZOEK, cast)
    waarschuwing = zaak.taken.get(code="onderzoek").vervalt_op - 14 * DAG
    wacht(zaak, cast, tot=vandaag() + 60 * DAG)
    assert opnieuw(zaak).aandacht_op == waarschuwing


def test_a_case_waits_for_one_thing_at_a_time_and_not_for_the_past(zaak, cast):
    with pytest.raises(Weigering, match="al voorbij") as fout:
        wacht(zaak, cast, tot=vandaag() - DAG)
    assert fout.value.veld == "tot"
    rij = wacht(zaak, cast, tot=vandaag())
    with pytest.raises(Weigering, match="wacht al op iemand"):
        wacht(zaak, cast)
    notities.wacht_klaar(rij, door=cast.anke, op=timezone.now())
    wacht(zaak, cast)
    assert WachtOp.objects.count() == 2


def test_the_answer_that_came_is_recorded_once(zaak, cast):
    rij = wacht(zaak, cast)
    for _ in range(2):
        notities.wacht_klaar(rij, door=cast.anke, op=timezone.now())
    assert Gebeurtenis.objects.filter(actie="wacht_klaar").count() == 1
    log = " ".join(str(r) for r in Gebeurtenis.objects.values())
    assert "huisarts" not in log


def test_a_closed_case_asks_nothing(zaak, cast):
    herinner(zaak, cast.anke)
    zaak = cimot.intrekken(
        zaak, door=cast.anke, op=timezone.now(), reden="Weg.", namens={"wie": "client", "kanaal": "brief"}
    )
    assert (zaak.eerst_op, zaak.aandacht_op) == (NOOIT, NOOIT)
    # Only how long it is kept (T-BEWAAR).
    bewaar = zaak.taken.get(status="open")
    assert (bewaar.code, bewaar.vervalt_op) == ("bewaar", zaak.vervalt_op)


# Labels.


def test_a_label_is_ones_own_and_replaces_the_one_before(zaak, cast):
    notities.label_zetten(zaak, label="bellen", door=cast.anke)
    notities.label_zetten(zaak, label="wachten", door=cast.anke)
    notities.label_zetten(zaak, label="let op", door=cast.tineke)
    assert set(Bezoek.objects.values_list("gebruiker", "label")) == {(cast.anke.pk, "wachten"), (cast.tineke.pk, "let op")}
    toen = Bezoek.objects.get(gebruiker=cast.anke).op
    notities.label_zetten(zaak, label="", door=cast.anke)
    bezoek = Bezoek.objects.get(gebruiker=cast.anke)
    assert (bezoek.label, bezoek.op) == ("", toen)  # a label is no visit
