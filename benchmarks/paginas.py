"""How long the pages take among many dossiers, as a ratio to an empty page measured in turn in the same process.

    .venv/bin/python -m benchmarks.paginas [--dossiers N] [--ronden N]

Loads the demo, copies it up to N dossiers (1,000,000) in a database of its own that is thrown away at the end, and asks
each page through Django's own request cycle. The empty page has the same frame, session and rights, and no rows. Trust
the ratio, not the milliseconds.
"""

import argparse
import os
import statistics
import time

from config.lokaal import environment

LEEG = "/termijnen/berekenen/"
PAGINAS = {
    "werkvoorraad, van mij": "/?kring=mij&tab=te_doen",
    "werkvoorraad, te laat": "/?kring=mij&tab=te_laat",
    "werkvoorraad, team": "/?kring=team&tab=te_doen",
    "werkvoorraad, niemand": "/?kring=onverdeeld&tab=binnenkort",
    "mijn zaken": "/mijn-zaken/",
    "aanmeldingen, eerste datum": "/aanmelding/",
    "aanmeldingen, naam": "/aanmelding/?volgorde=sorteernaam",
    "aanmeldingen, status": "/aanmelding/?status=onderzoek&stand=open",
    "cliënten": "/client/",
    "zoeken": "/zoeken/?q=jansen",
}


def meet(client, pad) -> float:
    begin = time.perf_counter()
    antwoord = client.get(pad)
    duur = (time.perf_counter() - begin) * 1000
    assert antwoord.status_code == 200, (pad, antwoord.status_code)
    return duur


def main() -> None:
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--dossiers", type=int, default=1_000_000)
    opties.add_argument("--ronden", type=int, default=15)
    gekozen = opties.parse_args()
    environment.fill_test()
    leases = environment.fill()
    try:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        import django

        django.setup()
        verslag(gekozen.dossiers, gekozen.ronden)
    finally:
        for lease in leases:
            lease.release_and_wait()


def verslag(dossiers: int, ronden: int) -> None:
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from cimot.models import Aanmelding
    from kern.models import Gebruiker

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    call_command("migrate", verbosity=0)
    begin = time.perf_counter()
    call_command("demo_data", clienten=dossiers)
    print(f"{Aanmelding.objects.count():,} dossiers in {time.perf_counter() - begin:.0f} s")
    anke = Gebruiker.objects.get(gebruikersnaam="anke")
    client = Client()
    client.force_login(anke, backend="kern.backends.RolBackend")
    eigen = Aanmelding.objects.filter(behandelaar=anke).first()
    paginas = {**PAGINAS, "dossier": eigen.get_absolute_url(), "cliënt": eigen.client.get_absolute_url()}
    for pad in (LEEG, *paginas.values()):
        meet(client, pad)
    print(f"{'':30}{'p50 ms':>9}{'max ms':>9}{'leeg ms':>9}{'ratio':>8}")
    for naam, pad in paginas.items():
        paren = [(meet(client, pad), meet(client, LEEG)) for _ in range(ronden)]
        duur, leeg = statistics.median(p[0] for p in paren), statistics.median(p[1] for p in paren)
        print(f"{naam:30}{duur:>9.1f}{max(p[0] for p in paren):>9.1f}{leeg:>9.1f}{duur / leeg:>7.1f}x")


if __name__ == "__main__":
    main()
