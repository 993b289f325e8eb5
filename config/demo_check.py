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
    checks.run("tineke sees a besluit to approve, and who of her team has how much", lambda: teamleider(site, WACHTWOORD))
    checks.run("anke reads a besluit that was sent", lambda: besluit(site, WACHTWOORD))
    checks.run("anke adds a document and gets the same bytes back", lambda: document(site, WACHTWOORD))


def teamleider(site, password):
    opener = log_in(site, "tineke", password)
    case = first_case(opener, site, "besluit_4ogen")
    page = fetch(opener, f"{site}{case}besluit_goedkeuren/")
    assert "ondertekenaar" in page, "nobody can sign"
    assert "Karim Aydin" in fetch(opener, f"{site}/team/"), "the team is not there"
    return True


def besluit(site, password):
    opener = log_in(site, "anke", password)
    page = fetch(opener, f"{site}{first_case(opener, site, 'indicatie_actief')}besluit/")
    return "Verzonden op" in page


def document(site, password):
    """Uploaded as a browser does it, and downloaded by the link on the page."""
    from django.utils import timezone

    opener = log_in(site, "anke", password)
    case = first_case(opener, site, "onderzoek")
    url = f"{site}/dossier/{re.search('[0-9]+', case)[0]}/document/"
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', fetch(opener, url))
    fields = {**dict(hidden), "soort": "brief", "richting": "in", "gedateerd_op": f"{timezone.localdate():%d-%m-%Y}"}
    content = f"Proef {os.urandom(8).hex()}\n".encode()
    page = fetch(opener, *multipart(url, fields, "proef.txt", content))
    found = max(int(pk) for pk in re.findall(r"/document/([0-9]+)/", page))
    with opener.open(f"{site}/document/{found}/", timeout=30) as response:
        assert "attachment" in response.headers["Content-Disposition"], "not a download"
        return response.read() == content


def first_case(opener, site, status):
    """The address of the first aanmelding with a status in the list of this user."""
    page = fetch(opener, f"{site}/aanmelding/?status={status}")
    found = re.search(r"/aanmelding/[0-9]+/", page)
    assert found, f"no case in {status}"
    return found[0]


def multipart(url, fields, name, content):
    """A request with a file in the field `bestanden`."""
    edge = f"rand-{os.urandom(8).hex()}"
    lines = [f'--{edge}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{value}\r\n' for n, value in fields.items()]
    lines.append(f'--{edge}\r\nContent-Disposition: form-data; name="bestanden"; filename="{name}"\r\n\r\n')
    body = "".join(lines).encode() + content + f"\r\n--{edge}--\r\n".encode()
    headers = {"Content-Type": f"multipart/form-data; boundary={edge}"}
    return urllib.request.Request(f"http://{url.removeprefix('http://')}", headers=headers), body


def log_in(site, username, password):
    """The opener of somebody who is logged in."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = fetch(opener, f"{site}/inloggen/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token, "the login page has no form"
    fields = {"username": username, "password": password, "csrfmiddlewaretoken": token[1]}
    fetch(opener, f"{site}/inloggen/", urllib.parse.urlencode(fields).encode())
    with opener.open(f"{site}/", timeout=30) as response:
        assert "/inloggen/" not in response.url, "not logged in"
        assert response.status == 200, response.status
    return opener


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
