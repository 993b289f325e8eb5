"""A statement that lasts too long, and a lock that does not come: the database gives up, and the page says so."""

from datetime import timedelta

import environ
import pytest
from django.db import connection
from django.utils import timezone

from config import limits
from kern.models import Concept, Contactmoment, Dossier
from tests.factories import melding, naar
from tests.kern.scherm import open_

pytestmark = pytest.mark.django_db(transaction=True)
LIMIETEN = {"lock": ("lock_timeout", "statement_timeout"), "statement": ("statement_timeout", "lock_timeout")}


@pytest.fixture
def zaak(cast):
    return naar(melding(cast, ontvangen=timezone.now() - timedelta(days=14)), "onderzoek", cast)


@pytest.fixture
def bezet(zaak):
    """Another connection changes this dossier and does not end."""
    ander = connection.copy()
    with ander.cursor() as cursor:
        ander.set_autocommit(False)
        cursor.execute("SELECT 1 FROM kern_dossier WHERE id = %s FOR UPDATE", [zaak.pk])
        yield zaak
        ander.rollback()
    ander.close()


@pytest.fixture(params=LIMIETEN)
def kort(request):
    """The one limit strikes at once, the other never."""
    wel, niet = LIMIETEN[request.param]
    with connection.cursor() as cursor:
        cursor.execute(f"SET {wel} = '300ms'; SET {niet} = 0")
    yield
    connection.close()  # the next one begins with its own limits


def test_says_that_it_is_busy_and_keeps_what_was_typed(cast, inloggen, bezet, kort):
    browser, pad = inloggen(cast.anke), f"/dossier/{bezet.pk}/contact/"
    antwoord = browser.post(pad, open_(browser, pad, met="moeder", tekst="Belt morgen terug."))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 503 and antwoord["Retry-After"] == "10"
    assert "Cimot is nu te druk" in tekst and "Er is niets opgeslagen" in tekst and f'href="{pad}"' in tekst
    assert not Contactmoment.objects.exists()
    concept = Concept.objects.get(gebruiker=cast.anke, sleutel=pad)
    assert concept.velden["tekst"] == ["Belt morgen terug."]
    assert "Belt morgen terug." in browser.get(pad).content.decode()


def test_a_page_that_only_shows_may_be_asked_again(cast, inloggen, zaak, kort, monkeypatch):
    def slaap(*_args, **_meer):
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = '200ms'; SELECT pg_sleep(5)")

    monkeypatch.setattr(type(Dossier.objects), "voor", slaap)
    antwoord = inloggen(cast.anke).get(f"/aanmelding/{zaak.pk}/")
    assert antwoord.status_code == 503
    assert "Er is niets gewijzigd" in antwoord.content.decode()


@pytest.mark.parametrize("soort", limits.LIMITS)
def test_a_connection_begins_with_the_limits_of_its_process(soort, monkeypatch):
    monkeypatch.setattr(limits, "_kind", soort)
    ander = connection.copy()
    ander.settings_dict["OPTIONS"] = {**ander.settings_dict["OPTIONS"], "options": limits.options(environ.Env())}
    with ander.cursor() as cursor:
        cursor.execute(
            "SELECT name, setting::int / 1000 FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout')"
        )
        gevonden = dict(cursor.fetchall())
    ander.close()
    assert (gevonden["statement_timeout"], gevonden["lock_timeout"]) == limits.LIMITS[soort]


def test_this_process_has_the_limits_of_a_test_and_the_environment_wins(monkeypatch):
    # Another test may have loaded the web server's entry point.
    monkeypatch.setattr(limits, "_kind", "test")
    assert connection.settings_dict["OPTIONS"]["options"] == "-c statement_timeout=120s -c lock_timeout=60s"
    monkeypatch.setenv("LOCK_TIMEOUT", "0")
    assert limits.options(environ.Env()) == "-c statement_timeout=120s -c lock_timeout=0s"


@pytest.mark.parametrize(
    ("argv", "soort"),
    [
        (["/x/bin/celery", "-A", "config", "worker"], "worker"),
        (["/x/site-packages/celery/__main__.py", "-A", "config", "beat"], "worker"),
        (["/x/benchmarks/paginas.py"], "command"),
    ],
)
def test_how_a_process_was_started_says_what_it_is(argv, soort, monkeypatch):
    monkeypatch.setattr(limits, "_kind", None)
    monkeypatch.setattr("sys.argv", argv)
    assert limits.kind() == soort
