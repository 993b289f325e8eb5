"""Take the pictures of the README from a running demo.

bin/demo --port 8000            # in another terminal
.venv/bin/python docs/schermen/maak.py http://localhost:8000
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

MAP = Path(__file__).parent
NAAM, WACHTWOORD = "anke", "welkom-bij-cimot"
BEREKENING = "/termijnen/berekenen/?begin=20-11-2026&aantal=6&eenheid=weken&atw=ja&opgeschorte_dagen=0"


def maak(pagina, adres: str) -> None:
    pagina.goto(f"{adres}/inloggen/")
    pagina.fill("[name=username]", NAAM)
    pagina.fill("[name=password]", WACHTWOORD)
    pagina.click("main button[type=submit]")
    pagina.wait_for_url(f"{adres}/")
    pagina.screenshot(path=MAP / "werkvoorraad.png")
    pagina.goto(f"{adres}/zoeken/?q=Petra de Wit")
    pagina.click("main a[href^='/aanmelding/'] >> nth=0")
    pagina.wait_for_load_state()
    pagina.locator(".termijn", has_text="Onderzoek 6 weken").locator("details").first.evaluate("d => (d.open = true)")
    pagina.screenshot(path=MAP / "dossier.png", full_page=True)
    pagina.goto(f"{adres}{BEREKENING}")
    pagina.screenshot(path=MAP / "termijn.png", full_page=True)
    pagina.goto(f"{adres}/aanmelding/nieuw/")
    pagina.fill("[name=naam]", "de Wit, Petra")
    pagina.locator("[name=geboren]").press_sequentially("03-03-2007")
    pagina.wait_for_timeout(1500)
    pagina.screenshot(path=MAP / "melding.png", full_page=True)


def main() -> None:
    adres = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://localhost:8000"
    opties = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=[*opties, "--disable-quic"])
        maak(browser.new_page(viewport={"width": 1280, "height": 900}, locale="nl-NL"), adres)
        browser.close()


if __name__ == "__main__":
    main()
