"""bin/demo --check: the demo on a free port and in its own folder, tried as its users would, and stopped."""

import http.cookiejar
import os
import re
import shutil
import socket
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from config import demo
from config.guard import send
from config.lokaal import lease
from config.supervisor import ChildEnded, Supervisor

SECONDS_FOR_TASK = 60


def run():
    """The exit status: 0 when every check passed."""
    # Whatever the caller's environment names, this never touches it.
    for name in ("DATABASE_URL", "REDIS_URL", "EMAIL_URL"):
        os.environ.pop(name, None)
    data = Path(tempfile.mkdtemp(prefix="cimot-check-", dir="/tmp"))
    data.chmod(0o711)  # root's servers run as another account
    checks = Checks()
    try:
        port = free_port()
        leases = demo.prepare(data, port)
        with Supervisor(data / "logs") as supervisor:
            demo.start(supervisor, data, port)
            demo.wait_for_page(supervisor, port)
            check_site(checks, f"http://localhost:{port}")
            checks.run("every process is still running", supervisor.check)
            groups = supervisor.groups()
        for one in leases:
            one.release_and_wait()
        checks.run("no process is left", lambda: none_left(groups, data))
    except (demo.Refused, ChildEnded, lease.NotStarted) as error:
        checks.report("the demo runs", error)
    finally:
        shutil.rmtree(data, ignore_errors=True)
    print(f"{checks.passed} passed, {checks.failed} failed", flush=True)
    return 1 if checks.failed else 0


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def run(self, what, check):
        """`check` returns something true, or fails."""
        began = time.monotonic()
        try:
            problem = None if check() else "no"
        except Exception as error:  # whatever goes wrong is the answer of the check
            problem = f"{type(error).__name__}: {error}"
        self.report(f"{what} ({time.monotonic() - began:.1f} s)", problem)

    def report(self, what, problem=None):
        self.passed, self.failed = self.passed + (not problem), self.failed + bool(problem)
        print(f"FAILED  {what}: {problem}" if problem else f"ok      {what}", flush=True)


def check_site(checks, site):
    from sturing.demo.accounts import ACCOUNTS, WACHTWOORD

    checks.run("the site lives", lambda: fetch(urllib.request.build_opener(), f"{site}/gezondheid/levend/"))
    checks.run("the worker checks the deadlines", worker_does_task)
    checks.run("the site is ready", lambda: fetch(urllib.request.build_opener(), f"{site}/gezondheid/gereed/"))
    for account in ACCOUNTS:
        what = f"{account.gebruikersnaam} ({account.rol}) logs in and sees the first page"
        checks.run(what, lambda account=account: log_in(site, account.gebruikersnaam, WACHTWOORD))


def log_in(site, username, password):
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = fetch(opener, f"{site}/inloggen/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token, "the login page has no form"
    fields = {"username": username, "password": password, "csrfmiddlewaretoken": token[1]}
    fetch(opener, f"{site}/inloggen/", urllib.parse.urlencode(fields).encode())
    with opener.open(f"{site}/", timeout=30) as response:
        assert "/inloggen/" not in response.url, "not logged in"
        return response.status == 200


def fetch(opener, url, data=None):
    try:
        with opener.open(url, data, timeout=30) as response:
            return response.read().decode()
    except urllib.error.HTTPError as error:
        raise AssertionError(f"{url} answers {error.code}: {error.read()[:300].decode(errors='replace')}") from error


def worker_does_task():
    """Send the task and listen for the event that the worker itself sends when it has done it."""
    from config.celery import app

    ended = {}

    def remember(event):
        ended[event["uuid"]] = event["type"]
        if event["uuid"] == sent.id:
            receiver.should_stop = True

    with app.connection() as connection:
        receiver = app.events.Receiver(connection, {"task-succeeded": remember, "task-failed": remember})
        with receiver.consumer_context() as (listening, *_):
            sent = app.send_task(demo.CHECK_TASK)
            until = time.monotonic() + SECONDS_FOR_TASK
            while sent.id not in ended and time.monotonic() < until:
                try:
                    listening.drain_events(timeout=1)
                except TimeoutError:
                    continue
    assert sent.id in ended, f"not done within {SECONDS_FOR_TASK} s"
    return ended[sent.id] == "task-succeeded"


def none_left(groups, data):
    return not send(groups, 0) and not any(lease.keeper_lives(data / kind) for kind in ("postgres", "valkey"))


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
