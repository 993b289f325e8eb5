"""A real worker on a real broker and a real database, and what goes wrong around them."""

import contextlib
import os
import signal
import subprocess
import time
from datetime import timedelta
from urllib.parse import urlsplit

import psycopg2
import pytest
import redis
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from config.lokaal import valkey
from kern import tasks
from kern.models import Controle, Signaal, Taak, Uitgaand
from kern.tijd import signalen
from kern.toegang.rollen import Rol
from kern.werk import uitgaand
from tests.kern.wachtrij import vrije_poort, wachtrij_op
from tests.kern.zaken import aanmelding, gebruiker
from tests.opdag import opdracht

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]
DAG = timedelta(days=1)


def wacht_tot(test, seconden=20):
    """The first true answer of `test`; fails when there is none in time."""
    einde = time.monotonic() + seconden
    while not (antwoord := test()):
        assert time.monotonic() < einde, f"not within {seconden} s"
        time.sleep(0.05)
    return antwoord


def database_url():
    """Of the test database; DATABASE_URL names the one beside which it was made."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()


@pytest.fixture
def broker():
    """A database of the broker for this process of the test run alone, empty before and after."""
    nummer = 1 + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    url = urlsplit(settings.REDIS_URL)._replace(path=f"/{nummer}").geturl()
    with redis.Redis.from_url(url) as client, wachtrij_op(url):
        client.flushdb()
        yield url
        client.flushdb()


@pytest.fixture
def start_worker(tmp_path):
    """Start a worker on a broker and return its process once it takes work; all are ended afterwards."""
    gestart = []

    def start(broker_url, processen=1):
        log = tmp_path / f"worker{len(gestart)}.log"
        opties = f"-A config worker --concurrency {processen} --without-gossip --without-mingle --loglevel INFO"
        omgeving = os.environ | {
            "DATABASE_URL": database_url(),
            "REDIS_URL": broker_url,
            "EMAIL_URL": f"filemail:///{tmp_path / 'mail'}",
        }
        with log.open("wb") as uitvoer:
            worker = subprocess.Popen(
                opdracht("celery", *opties.split()),
                env=omgeving,
                stdout=uitvoer,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        gestart.append(worker)
        wacht_tot(lambda: b" ready." in log.read_bytes())
        return worker

    yield start
    for worker in gestart:
        doden(worker)


def doden(worker):
    """kill -9, the worker and its children at the same moment."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()


@contextlib.contextmanager
def vastgehouden(sql, *waarden):
    """Hold a lock on a connection of its own."""
    verbinding = psycopg2.connect(database_url())
    try:
        with verbinding.cursor() as cursor:
            cursor.execute(sql, waarden)
            yield
    finally:
        verbinding.close()


def wachtenden():
    """How many other connections to this database wait for a lock."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return cursor.fetchone()[0]


def mails(tmp_path):
    return [bestand.read_text() for bestand in (tmp_path / "mail").glob("*")]


@pytest.mark.eis("T-ONDERZOEK", "T-PERSPLAN")
def test_a_worker_does_everything_on_the_schedule(broker, start_worker, tmp_path):
    mens = gebruiker()
    zaak = aanmelding(timezone.localdate() - 10 * DAG, mens)
    start_worker(broker)
    namen = [regel["task"] for regel in settings.CELERY_BEAT_SCHEDULE.values()]
    assert {naam.rpartition(".")[2] for naam in namen} <= set(vars(tasks))
    for naam in dict.fromkeys(namen):
        getattr(tasks, naam.rpartition(".")[2]).delay()
    wacht_tot(lambda: Controle.objects.filter(peildatum=timezone.localdate()).exists())
    wacht_tot(lambda: Uitgaand.objects.filter(verzonden_op__isnull=False).exists())
    assert zaak.taken.get(code="persplan").status == Taak.Status.VERSTREKEN
    assert [f"To: {mens.email}" in brief and "Te laat: 1 zaak" in brief for brief in mails(tmp_path)] == [True]


@pytest.mark.eis("T-ONDERZOEK")
def test_a_worker_killed_half_way_leaves_nothing_and_its_task_comes_back(broker, start_worker):
    zaak = aanmelding(timezone.localdate() - 10 * DAG)
    eerste = start_worker(broker)
    # The signals are inserted by now, and the check waits for a case that somebody has locked.
    with vastgehouden("SELECT 1 FROM kern_dossier WHERE id = %s FOR UPDATE", zaak.pk):
        tasks.controleer_termijnen.delay()
        wacht_tot(wachtenden)
        doden(eerste)
    wacht_tot(lambda: not wachtenden())
    assert not Controle.objects.exists()
    assert not Signaal.objects.exists()
    start_worker(broker)
    wacht_tot(Controle.objects.exists, 15)
    assert Controle.objects.get().tellingen == {"signalen": 2, "te_laat": 1, "verstreken": 1}
    assert sorted(Signaal.objects.values_list("taak__code", "drempel")) == [("ontvangst", 0), ("persplan", 2)]


@pytest.mark.eis("T-ONDERZOEK")
def test_four_workers_at_once_are_one(broker, start_worker):
    for n in range(10):
        aanmelding(timezone.localdate() - (10 + n) * DAG)
    start_worker(broker, processen=4)
    with vastgehouden("SELECT pg_advisory_lock(%s)", signalen.SLOT):
        for _ in range(4):
            tasks.controleer_termijnen.delay()
        wacht_tot(lambda: wachtenden() == 4)
    wacht_tot(lambda: Controle.objects.count() == 4)
    tellingen = [controle.tellingen["signalen"] for controle in Controle.objects.all()]
    assert sorted(tellingen)[:3] == [0, 0, 0]
    assert sum(tellingen) == Signaal.objects.count() == 20


@contextlib.contextmanager
def eigen_broker(poort):
    proces = subprocess.Popen(
        [valkey.binary(), "--port", str(poort), "--bind", "127.0.0.1", "--save", ""],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )
    client = redis.Redis(port=poort, retry=None)
    try:
        wacht_tot(lambda: _antwoordt(client))
        yield
    finally:
        client.close()
        proces.kill()
        proces.wait()


def _antwoordt(client):
    try:
        return client.ping()
    except redis.ConnectionError:
        return False


@pytest.mark.skipif(not valkey.is_installed(), reason="needs a Valkey or Redis binary; see requirements/README.md")
def test_people_work_on_while_the_broker_is_down(start_worker, tmp_path):
    gebruiker(Rol.TEAMLEIDER)
    poort = vrije_poort()
    url = f"redis://127.0.0.1:{poort}/0"
    with wachtrij_op(url):
        with eigen_broker(poort):
            start_worker(url)
        begin = time.monotonic()
        with transaction.atomic():
            zaak = aanmelding(timezone.localdate(), is_spoed=True)
            uitgaand.spoed_melden(zaak)
        assert time.monotonic() - begin < 2
        assert not mails(tmp_path)
        with eigen_broker(poort):
            # What beat does every minute.
            tasks.verstuur_berichten.delay()
            wacht_tot(lambda: zaak.kenmerk in "".join(mails(tmp_path)), 30)
