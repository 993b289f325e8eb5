"""Mail that leaves: who gets it, what stands in it, and what happens when it cannot leave."""

import logging
import smtplib
import threading
import time
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.utils import timezone

from kern import tasks
from kern.models import Taak, Uitgaand
from kern.proces import actions
from kern.tijd import signalen
from kern.toegang import gebruikers
from kern.toegang.rollen import Rol
from kern.werk import uitgaand
from tests.kern.wachtrij import vrije_poort, wachtrij_op
from tests.kern.zaken import aanmelding, afwezig, almelo, gebruiker, regio

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)
SOORT = Uitgaand.Soort


@pytest.fixture(autouse=True)
def zonder_wachtrij(monkeypatch):
    """What would go to the broker, counted."""
    gevraagd = []
    monkeypatch.setattr(tasks.verstuur_berichten, "delay", lambda: gevraagd.append(1))
    return gevraagd


@pytest.fixture
def vandaag():
    return timezone.localdate()


def zaak_met_signaal(behandelaar=None, *, dagen_geleden=2, **opties):
    """Received the day before yesterday and not confirmed: one legal deadline is late."""
    zaak = aanmelding(timezone.localdate() - dagen_geleden * DAG, behandelaar, **opties)
    signalen.controleer(timezone.localdate(), op=timezone.now())
    return zaak


def dagberichten():
    return set(Uitgaand.objects.filter(soort=SOORT.DAGBERICHT).values_list("gebruiker", flat=True))


# Who gets the digest


def test_only_who_has_work_gets_a_digest_and_only_once(vandaag):
    met, zonder = gebruiker(), gebruiker()
    zaak_met_signaal(met)
    assert uitgaand.maak_dagberichten(vandaag) == 1
    assert uitgaand.maak_dagberichten(vandaag) == 0
    assert dagberichten() == {met.pk}
    assert zonder.pk not in dagberichten()
    assert uitgaand.maak_dagberichten(vandaag + DAG) == 1


def test_a_shared_case_is_work_too(vandaag):
    ander = gebruiker()
    zaak_met_signaal(gebruiker()).medebehandelaars.add(ander)
    uitgaand.maak_dagberichten(vandaag)
    assert ander.pk in dagberichten()


def test_who_replaces_a_colleague_gets_his_work(vandaag):
    weg, vervanger = gebruiker(), gebruiker()
    zaak_met_signaal(weg)
    afwezig(weg, vervanger, vandaag)
    uitgaand.maak_dagberichten(vandaag)
    assert dagberichten() == {weg.pk, vervanger.pk}


def test_a_case_of_nobody_is_work_of_the_role_in_that_region(vandaag):
    casemanager = gebruiker()
    balie, balie_elders = gebruiker(Rol.FRONTOFFICE), gebruiker(Rol.FRONTOFFICE, regio("enschede"))
    zaak_met_signaal()
    uitgaand.maak_dagberichten(vandaag)
    assert balie.pk in dagberichten()
    assert balie_elders.pk not in dagberichten()
    # The late deadline is to confirm receipt: that is work of the frontoffice.
    assert casemanager.pk not in dagberichten()


def test_nobody_without_a_role_or_an_account_gets_mail(vandaag):
    for mens in (gebruiker(), gebruiker()):
        zaak_met_signaal(mens)
    mens.is_active = False
    mens.save()
    ander = gebruiker(Rol.BELEIDSADVISEUR)
    zaak_met_signaal(gebruiker()).medebehandelaars.add(ander)
    uitgaand.maak_dagberichten(vandaag)
    assert not {mens.pk, ander.pk} & dagberichten()
    assert len(dagberichten()) == 2


def test_a_signal_of_an_earlier_date_is_no_work(vandaag):
    mens = gebruiker()
    zaak = zaak_met_signaal(mens)
    zaak.taken.filter(code="ontvangst").update(vervalt_op=vandaag + 20 * DAG)
    zaak.taken.exclude(code="ontvangst").update(status=Taak.Status.AFGEDAAN, gesloten_op=vandaag)
    assert uitgaand.maak_dagberichten(vandaag) == 0


def test_legal_deadlines_can_be_muted_only_while_somebody_replaces(vandaag):
    wettelijk, afspraak, vervangen = (gebruiker(dagbericht=False) for _ in range(3))
    zaak_met_signaal(wettelijk)
    zaak_met_signaal(afspraak).taken.update(is_wettelijk=False)
    zaak_met_signaal(vervangen)
    afwezig(vervangen, gebruiker(), vandaag)
    uitgaand.maak_dagberichten(vandaag)
    assert {wettelijk.pk, afspraak.pk, vervangen.pk} & dagberichten() == {wettelijk.pk}
    uitgaand.verstuur()
    [brief] = [m for m in mail.outbox if m.to == [wettelijk.email]]
    assert "behalve als een\ncollega u vervangt" in brief.body


# What stands in it


def test_the_digest_holds_counts_and_links_and_nothing_else(vandaag, settings):
    settings.SITE_URL = "https://cimot.voorbeeld.nl/"
    mens = gebruiker()
    zaken = [zaak_met_signaal(mens), zaak_met_signaal(mens)]
    bijna = zaak_met_signaal(mens, dagen_geleden=30)
    bijna.taken.filter(code="ontvangst").update(status=Taak.Status.AFGEDAAN, gesloten_op=vandaag)
    uitgaand.maak_dagberichten(vandaag)
    assert uitgaand.verstuur() == {"verzonden": 1}
    [brief] = mail.outbox
    assert "Te laat: 2 zaken" in brief.body
    assert "Loopt binnenkort af: 1 zaak" in brief.body
    assert "https://cimot.voorbeeld.nl/\n" in brief.body
    assert "https://cimot.voorbeeld.nl/voorkeuren/" in brief.body
    assert not any(zaak.kenmerk in brief.body + brief.subject for zaak in (*zaken, bijna))
    assert "&" not in brief.body
    assert brief.to == [mens.email]
    assert brief.extra_headers["Auto-Submitted"] == "auto-generated"


def test_work_that_was_done_meanwhile_is_not_mailed(vandaag):
    mens = gebruiker()
    zaak = zaak_met_signaal(mens)
    uitgaand.maak_dagberichten(vandaag)
    zaak.melding.bevestigd_op = vandaag
    zaak.melding.save()
    actions.bewaar(zaak, timezone.now())
    zaak.taken.exclude(code="ontvangst").update(status=Taak.Status.AFGEDAAN, gesloten_op=vandaag)
    assert uitgaand.verstuur() == {"vervallen": 1}
    assert mail.outbox == []
    assert uitgaand.verstuur() == {}


def test_a_digest_of_yesterday_is_not_sent_today(vandaag):
    zaak_met_signaal(gebruiker())
    uitgaand.maak_dagberichten(vandaag - DAG)
    assert uitgaand.verstuur() == {"vervallen": 1}


def test_the_role_used_last_does_not_hide_work(vandaag):
    mens = gebruiker()
    zaak_met_signaal(mens)
    mens.rolverleningen.create(rol=Rol.FUNCTIONEEL_BEHEERDER, periode=mens.rolverleningen.get().periode)
    mens.actieve_rol = Rol.FUNCTIONEEL_BEHEERDER
    mens.save()
    uitgaand.maak_dagberichten(vandaag)
    assert uitgaand.verstuur() == {"verzonden": 1}


def test_urgent_cases_reach_every_teamleider_of_the_region(zonder_wachtrij, django_capture_on_commit_callbacks):
    leiders = [gebruiker(Rol.TEAMLEIDER), gebruiker(Rol.TEAMLEIDER)]
    gebruiker(Rol.TEAMLEIDER, regio("enschede")), gebruiker(Rol.TEAMLEIDER, is_active=False), gebruiker()
    zaak = aanmelding(timezone.localdate(), is_spoed=True)
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        uitgaand.spoed_melden(zaak)
        uitgaand.spoed_melden(zaak)
    assert zonder_wachtrij == [1]
    assert uitgaand.verstuur() == {"verzonden": 2}
    assert {tuple(m.to) for m in mail.outbox} == {(leider.email,) for leider in leiders}
    brief = mail.outbox[0]
    assert zaak.kenmerk in brief.subject
    assert f"/aanmelding/{zaak.pk}/" in brief.body
    assert f"in de regio {almelo().naam}" in brief.body


def test_an_urgent_case_that_ended_is_not_mailed():
    gebruiker(Rol.TEAMLEIDER)
    zaak = aanmelding(timezone.localdate(), is_spoed=True)
    uitgaand.spoed_melden(zaak)
    zaak.gesloten_op = timezone.localdate()
    zaak.save()
    assert uitgaand.verstuur() == {"vervallen": 1}


def test_an_invitation_takes_its_text_from_the_module_of_users(monkeypatch):
    mens = gebruiker()
    bericht = Uitgaand.objects.create(soort=SOORT.UITNODIGING, gebruiker=mens, sleutel="uitnodiging:1")
    monkeypatch.setattr(gebruikers, "brief", lambda rij: (f"Welkom {rij.pk}", "Kies een wachtwoord."))
    assert uitgaand.verstuur() == {"verzonden": 1}
    assert (mail.outbox[0].subject, mail.outbox[0].body) == (f"Welkom {bericht.pk}", "Kies een wachtwoord.")


def test_who_may_no_longer_log_in_gets_no_mail():
    mens = gebruiker(is_active=False)
    Uitgaand.objects.create(soort=SOORT.WACHTWOORD, gebruiker=mens, sleutel="wachtwoord:1")
    assert uitgaand.verstuur() == {"vervallen": 1}


# When it cannot leave


class Weigerend(EmailBackend):
    """A mail server that refuses one address, and another that is away."""

    def send_messages(self, messages):
        if any("geweigerd" in adres for m in messages for adres in m.to):
            raise smtplib.SMTPRecipientsRefused({messages[0].to[0]: (550, b"no such user")})
        return super().send_messages(messages)


class Afwezig(EmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError("mail.intern:25")


def uitnodiging(mens):
    return Uitgaand.objects.create(soort=SOORT.UITNODIGING, gebruiker=mens, sleutel=f"uitnodiging:{mens.pk}")


@pytest.fixture
def brief(monkeypatch):
    monkeypatch.setattr(gebruikers, "brief", lambda rij: ("Welkom", "Kies een wachtwoord."))


def test_a_refused_mail_waits_longer_each_time_and_then_becomes_visible(settings, brief, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.Weigerend"
    mens, ander = gebruiker(), gebruiker()
    mens.email = "geweigerd@voorbeeld.nl"
    mens.save()
    bericht = uitnodiging(mens)
    uitnodiging(ander)
    with caplog.at_level(logging.WARNING):
        assert uitgaand.verstuur() == {"mislukt": 1, "verzonden": 1}
    assert "geweigerd@" not in caplog.text
    wachttijden = []
    while True:
        bericht.refresh_from_db()
        wachttijden.append(round((bericht.niet_voor - timezone.now()) / timedelta(minutes=1)))
        assert bericht.fout == "SMTPRecipientsRefused"
        if bericht.pogingen == Uitgaand.MAX_POGINGEN:
            break
        assert not uitgaand.mislukt().exists()
        assert uitgaand.verstuur() == {}
        Uitgaand.objects.filter(pk=bericht.pk).update(niet_voor=timezone.now())
        assert uitgaand.verstuur() == {"mislukt": 1}
    assert wachttijden == [1, 4, 16, 64, 256]
    assert list(uitgaand.mislukt()) == [bericht]
    Uitgaand.objects.filter(pk=bericht.pk).update(niet_voor=timezone.now())
    assert uitgaand.verstuur() == {}


def test_when_the_mail_server_is_away_the_run_stops_early(settings, brief):
    settings.EMAIL_BACKEND = f"{__name__}.Afwezig"
    for _ in range(5):
        uitnodiging(gebruiker())
    assert uitgaand.verstuur() == {"mislukt": 3}
    assert Uitgaand.objects.filter(pogingen=0).count() == 2


def test_a_long_run_hands_over_to_the_next(monkeypatch, brief, zonder_wachtrij):
    monkeypatch.setattr(uitgaand, "HOOGSTENS_SECONDEN", 0)
    for _ in range(3):
        uitnodiging(gebruiker())
    assert uitgaand.verstuur() == {"verzonden": 1}
    assert zonder_wachtrij == [1]
    assert uitgaand.verstuur() == {"verzonden": 1}


def test_a_text_that_cannot_be_made_holds_nobody_up(monkeypatch, brief):
    mens, ander = gebruiker(), gebruiker()
    kapot = uitnodiging(mens)
    uitnodiging(ander)

    def maak(rij):
        if rij.pk == kapot.pk:
            Taak.objects.raw("SELECT kapot")[0]
        return "Welkom", "Kies een wachtwoord."

    monkeypatch.setattr(gebruikers, "brief", maak)
    assert uitgaand.verstuur() == {"mislukt": 1, "verzonden": 1}
    kapot.refresh_from_db()
    assert kapot.fout == "ProgrammingError"


def test_a_failed_mail_can_be_tried_again(settings, brief, zonder_wachtrij, django_capture_on_commit_callbacks):
    bericht = uitnodiging(gebruiker())
    Uitgaand.objects.filter(pk=bericht.pk).update(
        pogingen=Uitgaand.MAX_POGINGEN, fout="TimeoutError", niet_voor=timezone.now() + DAG
    )
    with django_capture_on_commit_callbacks(execute=True):
        assert uitgaand.opnieuw(bericht.pk) is True
    assert zonder_wachtrij == [1]
    assert uitgaand.verstuur() == {"verzonden": 1}
    bericht.refresh_from_db()
    assert bericht.fout == ""
    assert uitgaand.opnieuw(bericht.pk) is False


# Two workers


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_send_the_same_mail(brief):
    for _ in range(12):
        uitnodiging(gebruiker())
    start, uitkomsten = threading.Barrier(3), []

    def een():
        try:
            start.wait(timeout=10)
            uitkomsten.append(uitgaand.verstuur()["verzonden"])
        finally:
            connection.close()

    draden = [threading.Thread(target=een) for _ in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)
    assert sum(uitkomsten) == 12
    assert len({m.to[0] for m in mail.outbox}) == len(mail.outbox) == 12


# Without a broker


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_down_blocks_and_loses_nothing(monkeypatch, caplog):
    monkeypatch.undo()
    gebruiker(Rol.TEAMLEIDER)
    begin = time.monotonic()
    with wachtrij_op(f"redis://127.0.0.1:{vrije_poort()}/0"), transaction.atomic():
        zaak = aanmelding(timezone.localdate(), is_spoed=True)
        uitgaand.spoed_melden(zaak)
    duur = time.monotonic() - begin
    assert duur < 1
    assert "The broker cannot be reached" in caplog.text
    # What beat does within a minute, once the broker is back.
    tasks.verstuur_berichten()
    assert [m.subject for m in mail.outbox] == [f"Cimot: melding met spoed {zaak.kenmerk}"]


@pytest.mark.django_db(transaction=True)
def test_another_mistake_than_a_silent_broker_is_not_hidden(monkeypatch):
    def kapot():
        raise TypeError("a mistake of ours")

    monkeypatch.setattr(tasks.verstuur_berichten, "delay", kapot)
    with pytest.raises(TypeError):
        uitgaand.zet_in_gang()
