"""What a watching machine is told."""

import socket
from datetime import timedelta

import pytest
from django.db import DatabaseError, OperationalError
from django.urls import reverse
from django.utils import timezone

from kern.beheer.views import gezondheid
from kern.models import Controle
from kern.tijd import signalen
from tests.kern.wachtrij import vrije_poort


def gereed(client):
    antwoord = client.get(reverse("gezondheid_gereed"))
    return antwoord.status_code, antwoord.json()


@pytest.fixture
def gecontroleerd(db):
    signalen.controleer(timezone.localdate(), op=timezone.now())


@pytest.fixture
def zonder_broker(settings):
    settings.REDIS_URL = f"redis://127.0.0.1:{vrije_poort()}/0"


def test_alive_touches_nothing(client):
    # Without the db mark a query would fail the test.
    antwoord = client.get(reverse("gezondheid_levend"))
    assert (antwoord.status_code, antwoord.content) == (200, b"ok")
    assert "no-store" in antwoord["Cache-Control"]


def test_ready(client, gecontroleerd):
    assert gereed(client) == (
        200,
        {"gereed": True, "database": True, "broker": True, "laatste_controle_minuten": 0, "redenen": []},
    )
    antwoord = client.get(reverse("gezondheid_gereed"))
    assert "no-store" in antwoord["Cache-Control"]


def test_readiness_is_a_question_and_nothing_else(client, db):
    assert client.post(reverse("gezondheid_gereed")).status_code == 405


@pytest.mark.django_db
def test_a_system_that_never_checked_its_deadlines_is_not_ready(client):
    status, inhoud = gereed(client)
    assert (status, inhoud["laatste_controle_minuten"]) == (503, None)
    assert inhoud["redenen"] == ["de controle van de termijnen is nog niet gedraaid"]


@pytest.mark.parametrize(("uren", "status"), [(25, 200), (27, 503)])
def test_a_check_of_long_ago(client, gecontroleerd, uren, status):
    toen = timezone.now() - timedelta(hours=uren)
    Controle.objects.update(klaar_op=toen, peildatum=timezone.localdate(toen))
    gekregen, inhoud = gereed(client)
    assert (gekregen, inhoud["laatste_controle_minuten"]) == (status, uren * 60)
    assert bool(inhoud["redenen"]) == (status == 503)
    if inhoud["redenen"]:
        assert inhoud["redenen"] == ["de laatste controle van de termijnen is 27 uur oud"]


def test_a_check_of_an_earlier_day_by_hand_does_not_count(client, gecontroleerd):
    Controle.objects.update(peildatum=timezone.localdate() - timedelta(days=1))
    assert gereed(client)[0] == 503


def test_without_a_broker(client, gecontroleerd, zonder_broker):
    status, inhoud = gereed(client)
    assert (status, inhoud["broker"], inhoud["database"]) == (503, False, True)
    assert inhoud["redenen"] == ["de wachtrij antwoordt niet"]


def test_a_broker_that_takes_the_call_and_says_nothing(settings, monkeypatch):
    monkeypatch.setattr(gezondheid, "WACHTTIJD", 0.1)
    with socket.socket() as stil:
        stil.bind(("127.0.0.1", 0))
        stil.listen()
        settings.REDIS_URL = f"redis://127.0.0.1:{stil.getsockname()[1]}/0"
        assert gezondheid.broker_antwoordt() is False


@pytest.mark.parametrize("fout", [OperationalError, DatabaseError])
@pytest.mark.django_db(transaction=True)
def test_without_a_database(client, monkeypatch, fout):
    def weg():
        raise fout("server closed the connection at 10.0.0.1")

    monkeypatch.setattr(signalen, "laatste_controle", weg)
    status, inhoud = gereed(client)
    assert (status, inhoud["database"], inhoud["redenen"]) == (503, False, ["de database antwoordt niet"])


def test_ready_asks_the_database_one_question(client, gecontroleerd, django_assert_num_queries):
    with django_assert_num_queries(1):
        gereed(client)
