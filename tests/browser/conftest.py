"""A real Chromium against a real server. Absent: skipped with the reason and the install line; with CI set: a failure."""

import os
import shutil
import time
from threading import Lock

import pytest
from django.core.signals import request_finished, request_started
from playwright.sync_api import sync_playwright

from kern.models import Gebruiker
from tests import factories

OPTIES = [
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--lang=nl-NL",
]
AFGEBROKEN = ("htmx:sendAbort", "htmx:afterRequest")


@pytest.fixture(scope="session")
def chromium():
    pad = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if pad is None:
        uitleg = "Chromium is not installed: apt-get install chromium"
        pytest.fail(uitleg) if os.environ.get("CI") else pytest.skip(uitleg)
    als_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=pad, args=OPTIES + als_root)
        yield browser
        browser.close()


class Scherm:
    """One browser of one person; remembers every request to elsewhere and every message of the console."""

    def __init__(self, chromium, adres, breedte=1280):
        self.adres, self.context = adres, chromium.new_context(viewport={"width": breedte, "height": 900}, locale="nl-NL")
        self.pagina = self.context.new_page()
        self.elders, self.meldingen = [], []
        self.pagina.on("request", self._verzoek)
        self.pagina.on("console", lambda bericht: self.meldingen.append(bericht.text) if bericht.type == "error" else None)
        self.pagina.on("pageerror", lambda fout: self.meldingen.append(str(fout)))

    def _verzoek(self, verzoek):
        if not verzoek.url.startswith((self.adres, "data:", "about:")):
            self.elders.append(verzoek.url)

    def open(self, pad):
        return self.pagina.goto(f"{self.adres}{pad}")

    def inloggen(self, gebruiker: Gebruiker):
        gebruiker.set_password(factories.WACHTWOORD)
        gebruiker.save()
        self.open("/inloggen/")
        self.pagina.fill("[name=username]", gebruiker.gebruikersnaam)
        self.pagina.fill("[name=password]", factories.WACHTWOORD)
        self.pagina.click("main button[type=submit]")
        self.pagina.wait_for_url(f"{self.adres}/")
        return self

    def knop(self, naam):
        self.pagina.get_by_role("button", name=naam, exact=True).click()

    def link(self, naam):
        self.pagina.get_by_role("link", name=naam, exact=True).first.click()

    def vul(self, **velden):
        for naam, waarde in velden.items():
            self.pagina.fill(f"main [name={naam}]", waarde)

    def kies(self, **velden):
        """Choose radio buttons by their value, as a mouse does: on the label."""
        for naam, waarde in velden.items():
            self.pagina.locator(f"main [name={naam}][value={waarde}]").check(force=True)

    @property
    def tekst(self) -> str:
        return self.pagina.inner_text("body")


class Verkeer:
    """The requests that the test server still works on: the database is emptied only when it is at rest."""

    def __init__(self):
        self.bezig, self.slot = 0, Lock()
        request_started.connect(self._begin)
        request_finished.connect(self._einde)

    def _begin(self, **_):
        with self.slot:
            self.bezig += 1

    def _einde(self, **_):
        with self.slot:
            self.bezig -= 1

    def wacht(self, seconden=15):
        """Until nothing happened for half a second; a page that closes still saves its draft."""
        uiterlijk, rustig = time.monotonic() + seconden, 0
        while rustig < 5 and time.monotonic() < uiterlijk:
            time.sleep(0.1)
            rustig = rustig + 1 if self.bezig == 0 else 0
        request_started.disconnect(self._begin)
        request_finished.disconnect(self._einde)


@pytest.fixture
def scherm(chromium, live_server):
    schermen, verkeer = [], Verkeer()

    def maak(breedte=1280):
        schermen.append(Scherm(chromium, live_server.url, breedte))
        return schermen[-1]

    yield maak
    for een in schermen:
        een.context.close()
    verkeer.wacht()
    for een in schermen:
        assert not een.elders, f"something was loaded from elsewhere: {een.elders}"
        # A page that is left breaks off what it was still asking for.
        eigen = [m for m in een.meldingen if "status of 4" not in m and not m.startswith(AFGEBROKEN)]
        assert not eigen, f"the console complained: {eigen}"


@pytest.fixture
def cast_in_browser(transactional_db, cast):
    return cast
