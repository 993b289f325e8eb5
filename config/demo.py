"""bin/demo: a complete Cimot on one machine, with a real worker and beat, until Ctrl-C."""

import argparse
import hashlib
import multiprocessing
import os
import socket
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from config.lokaal import environment, lease, postgres
from config.supervisor import ChildEnded, Supervisor

CHECK_TASK = "kern.tasks.controleer_termijnen"


class Refused(RuntimeError):
    """The demo cannot start; the text says why and what to do."""


def main():
    options = parse()
    try:
        if options.check:
            from config import demo_check

            sys.exit(demo_check.run())
        run(options.data, options.port or 8000, reset=options.reset)
    except (Refused, ChildEnded, lease.NotStarted, PermissionError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)


def parse():
    parser = argparse.ArgumentParser(prog="bin/demo", description=__doc__)
    parser.add_argument("--port", type=int, help="port of the web server (8000)")
    parser.add_argument("--data", type=Path, default=environment.ROOT / ".data", help="folder for database, keys, mail")
    parser.add_argument("--reset", action="store_true", help="throw the demo's database away first")
    parser.add_argument("--check", action="store_true", help="try everything on a free port and stop")
    return parser.parse_args()


def run(data, port, *, reset):
    data = data.resolve()
    require_free(port)
    if reset:
        throw_away(data)
    leases = prepare(data, port)
    with Supervisor(data / "logs") as supervisor:
        start(supervisor, data, port)
        if wait_for_page(supervisor, port):
            announce(port, data)
            supervisor.wait()
        print("\nStopping …", flush=True)
    for one in leases:
        one.release_and_wait()


def prepare(data, port):
    """Everything up to the moment that the processes can start; returns the leases on the servers."""
    data.mkdir(parents=True, exist_ok=True)
    fill_environment(data, port)
    with step("Starting PostgreSQL and Valkey"):
        leases = environment.fill_shared(data)
    import django

    django.setup()
    # Beside the database, on the other core; a fork, because Django is loaded and no connection is open yet.
    static = multiprocessing.get_context("fork").Process(target=collect_static, args=(data,))
    static.start()
    fill_database()
    with step("Preparing the static files"):
        static.join()
    if static.exitcode:
        raise Refused("The static files could not be prepared; see above.")
    return leases


def fill_database():
    """Only when something that it is made of changed: the database says itself what it was made of."""
    from django.core.management import call_command
    from django.db import connection, connections

    made_of = digest_of_database()
    with connection.cursor() as cursor:
        cursor.execute("SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()")
        known = cursor.fetchone()[0]
    if known != made_of:
        with step("Bringing the database up to date"):
            call_command("migrate", verbosity=0, interactive=False)
            call_command("referentiegegevens")
        with step("Making demo data, if there is none"):
            call_command("demo_data")
        with connection.cursor() as cursor:
            name = connection.ops.quote_name(connection.settings_dict["NAME"])
            cursor.execute(f"COMMENT ON DATABASE {name} IS %s", [made_of])
    connections.close_all()


def digest_of_database():
    """The migrations, the reference data and the texts of letters of this checkout."""
    digest = hashlib.sha256()
    for pattern in ("*/migrations/*.py", "sturing/**/*.py", "sturing/gegevens/*", "kern/*/gegevens/*", "*/brieven/*.txt"):
        for path in sorted(environment.ROOT.glob(pattern)):
            digest.update(f"{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def fill_environment(data, port):
    os.environ.update(
        CIMOT_DATA=str(data),
        DJANGO_SETTINGS_MODULE="config.settings",
        DEBUG="0",
        BEHIND_TLS="0",
        SITE_URL=f"http://localhost:{port}",
        STATIC_ROOT=str(data / "static"),
    )
    environment.fill_local(data)


def start(supervisor, data, port):
    python = sys.executable
    web = f"--bind 127.0.0.1:{port} --workers 2 --threads 4 --worker-class gthread --no-control-socket"
    supervisor.start("web", [python, "-m", "gunicorn", "config.wsgi", *web.split()])
    worker = "worker --concurrency 2 --task-events --without-gossip --without-mingle --loglevel INFO"
    supervisor.start("worker", [python, "-m", "celery", "-A", "config", *worker.split()])
    schedule = str(data / "beat-schedule")
    supervisor.start("beat", [python, "-m", "celery", "-A", "config", "beat", "--schedule", schedule, "--pidfile="])


def wait_for_page(supervisor, port):
    """True once the site answers; then the deadlines are checked at once, because the demo may have slept."""
    from config.celery import app

    with step("Starting the web server, worker and beat"):
        until = time.monotonic() + 60
        while supervisor.check():
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/gezondheid/levend/", timeout=5).close()
                app.send_task(CHECK_TASK)
                return True
            except OSError as error:
                if time.monotonic() > until:
                    raise Refused(f"The site does not answer: {error}. See the logs in {supervisor.logs}") from error
                time.sleep(0.1)
    return False


def announce(port, data):
    from sturing.demo.accounts import ACCOUNTS, WACHTWOORD

    rows = [
        ("account", "name", "role", "for"),
        *((a.gebruikersnaam, a.naam, str(a.rol), a.waarvoor) for a in ACCOUNTS),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    print(f"\nCimot runs at http://localhost:{port}/\n")
    for row in rows:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)) + "  " + row[3])
    print(f"\nThe password of every account: {WACHTWOORD}")
    print(f"Data, mail and logs: {data}\nCtrl-C stops everything.", flush=True)


def throw_away(data):
    if "DATABASE_URL" in os.environ:
        raise Refused("--reset throws away the demo's own database only, and DATABASE_URL names another one.")
    folder = data / "postgres"
    if not folder.exists():
        return
    with lease.locked(folder / "start.lock"):
        if lease.keeper_lives(folder):
            raise Refused(f"The database in {data} is in use. Stop the other demo or command first.")
        print(f"Throwing away the demo's database in {folder}", flush=True)
        postgres.remove(folder)


def require_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Refused(f"Port {port} cannot be used ({error.strerror}). Choose another: bin/demo --port 8001") from error


def collect_static(data):
    """Only when a file changed: compressing them all takes seconds."""
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = os.stat(storage.path(name))
            digest.update(f"{name} {found.st_mtime_ns} {found.st_size}\n".encode())
    stamp = data / "static.sha256"
    if stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(digest.hexdigest())


@contextmanager
def step(what):
    print(f"{what} … ", end="", flush=True)
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:.1f} s", flush=True)


if __name__ == "__main__":
    main()
