"""The local servers survive what happens to them, and end when nobody uses them."""

import json
import os
import signal
import stat
import subprocess
from contextlib import closing, contextmanager

import psycopg2
import pytest
import redis

from config.lokaal import account, environment, lease

HOLD = """
import sys
from pathlib import Path
from config.lokaal import lease
one = lease.acquire("postgres", Path(sys.argv[1]))
print(one.url, flush=True)
sys.stdin.readline()
"""


@contextmanager
def leased(kind, folder):
    one = lease.acquire(kind, folder)
    try:
        yield one
    finally:
        one.release_and_wait()


def query(url, sql):
    with closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else None


def answers(url):
    try:
        return query(url, "SELECT 1")
    except psycopg2.OperationalError:
        return False


def postmaster(folder):
    return int((folder / "postgres/cluster/postmaster.pid").read_text().splitlines()[0])


def keeper(folder):
    """The parent of the server."""
    result = subprocess.run(["ps", "-o", "ppid=", "-p", str(postmaster(folder))], capture_output=True, text=True, check=True)
    return int(result.stdout)


def test_database_is_as_in_production(folder):
    with leased("postgres", folder) as one:
        assert query(one.url, "SHOW server_version")[0][0].startswith("18.")
        assert query(one.url, "SHOW listen_addresses") == [("",)]
        assert query(one.url, "SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'cimot'") == [
            (True,)
        ]
        assert query(
            one.url,
            "SELECT datlocprovider::text, datlocale, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = 'cimot'",
        ) == [("b", "C.UTF-8", "UTF8")]


def test_nothing_of_it_is_open_to_others(folder):
    with leased("postgres", folder) as one:
        socket = one.url.partition("host=")[2]
        closed = [folder / "postgres/url", folder / "postgres/password", folder / "postgres/cluster", socket]
        for path in closed:
            assert stat.S_IMODE(os.stat(path).st_mode) & 0o077 == 0, path
        # The socket asks for the password, of root too.
        with pytest.raises(psycopg2.OperationalError):
            psycopg2.connect(one.url.replace("cimot:", "cimot:not"))
    assert not os.path.exists(socket)


def test_killed_server_comes_back_with_its_rows(folder, eventually):
    with leased("postgres", folder) as one:
        query(one.url, "CREATE TABLE t (n int); INSERT INTO t VALUES (1)")
        os.kill(postmaster(folder), signal.SIGKILL)
        assert eventually(lambda: answers(one.url))
        assert query(one.url, "SELECT n FROM t") == [(1,)]


def test_pid_file_that_names_another_process_is_no_obstacle(folder, eventually):
    with leased("postgres", folder) as one:
        query(one.url, "CREATE TABLE t (n int); INSERT INTO t VALUES (1)")
        server = postmaster(folder)
        # The keeper first: it would start the server again.
        os.kill(keeper(folder), signal.SIGKILL)
        os.kill(server, signal.SIGKILL)
        assert eventually(lambda: not lease.keeper_lives(folder / "postgres"))
    path = folder / "postgres/cluster/postmaster.pid"
    pid, *rest = path.read_text().splitlines()
    # Our own number: a living process of the same account.
    path.write_text("\n".join([str(os.getpid()), *rest]) + "\n")
    with leased("postgres", folder) as one:
        assert query(one.url, "SELECT n FROM t") == [(1,)]


def test_six_at_once_share_one_server_and_the_last_one_stops_it(folder, script, eventually):
    holders = [script(HOLD, folder) for _ in range(6)]
    urls = {holder.stdout.readline().strip() for holder in holders}
    assert len(urls) == 1
    url = urls.pop()
    for holder in holders[:5]:
        # However a holder ends, its lease is gone.
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert answers(url)
    holders[5].send_signal(signal.SIGKILL)
    assert eventually(lambda: not lease.keeper_lives(folder / "postgres"))
    assert not answers(url)


def test_broker_asks_for_its_password(folder):
    with leased("valkey", folder) as one:
        with redis.Redis.from_url(one.url) as client:
            assert client.ping()
        with redis.Redis.from_url("redis://127.0.0.1:" + one.url.rpartition(":")[2]) as client:
            pytest.raises(redis.AuthenticationError, client.ping)
        assert stat.S_IMODE((folder / "valkey/url").stat().st_mode) == 0o600


def test_keys_are_made_once_and_for_their_owner_only(folder, monkeypatch):
    for name in (
        "SECRET_KEY",
        "BSN_SLEUTELS",
        "BSN_INDEXSLEUTELS",
        "BEHIND_TLS",
        "ALLOWED_HOSTS",
        "EMAIL_URL",
    ):
        monkeypatch.delenv(name, raising=False)
    environment.fill_local(folder)
    kept = json.loads((folder / "keys.json").read_text())
    assert stat.S_IMODE((folder / "keys.json").stat().st_mode) == 0o600
    assert os.environ["BSN_SLEUTELS"] == kept["BSN_SLEUTELS"] != kept["BSN_INDEXSLEUTELS"]
    environment.fill_local(folder)
    assert json.loads((folder / "keys.json").read_text()) == kept


def test_given_addresses_always_win(folder, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://given")
    monkeypatch.setenv("REDIS_URL", "redis://given")
    assert environment.fill_shared(folder) == []
    assert not any(folder.iterdir())


class TestRoot:
    """Root's servers run as another account, which cannot enter root's own folders."""

    @pytest.fixture
    def home(self, folder, monkeypatch):
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setattr(account, "ROOT_HOME", folder / "home")
        return folder / "home"

    def test_open_folder_is_used_itself(self, folder, home):
        assert account.home_for(folder) == folder

    def test_closed_folder_keeps_the_cluster_elsewhere(self, folder, home):
        closed = folder / "closed"
        closed.mkdir(mode=0o700)
        assert account.home_for(closed).parent == home
        assert account.home_for(closed) == account.home_for(closed)

    def test_closed_binaries_are_copied_once(self, folder, home):
        installed = folder / "closed" / "package" / "installed"
        (installed / "bin").mkdir(parents=True)
        (installed / "bin" / "server").write_text("binary")
        (installed / "bin" / "server").chmod(0o700)
        copy = account.reachable_copy(installed, "bin/server", "server-1.0")
        assert copy.is_relative_to(home)
        assert account.is_open(copy / "bin" / "server")
        assert account.reachable_copy(installed, "bin/server", "server-1.0") == copy
