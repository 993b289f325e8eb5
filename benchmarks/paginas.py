"""How long the pages take among many dossiers, as a ratio to an empty page measured in turn in the same process.

    .venv/bin/python -m benchmarks.paginas [--dossiers N] [--ronden N]

Loads the demo, copies it up to N dossiers (1,000,000) in a database of its own that is thrown away at the end, and asks
each page through Django's own request cycle. The empty page has the same frame, session and rights, and no rows. Trust
the ratio, not the milliseconds.
"""

import argparse
import os
import shutil
import statistics
import tempfile
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
    "spoed": "/spoed/",
    "landelijk": "/landelijk/",
    "cliënten": "/client/",
    "zoeken, naam": "/zoeken/?q=jansen",
    "zoeken, geboortedatum": "/zoeken/?q=03-03-2007",
}
VAN_TEAMLEIDER = {
    "teamleider, van mij": "/?kring=mij&tab=te_doen",
    "team": "/team/",
    "mogelijk dubbel": "/client/dubbel/",
}


def meet(client, pad) -> float:
    begin = time.perf_counter()
    antwoord = client.get(pad)
    duur = (time.perf_counter() - begin) * 1000
    # A kenmerk leads straight to its dossier.
    assert antwoord.status_code in (200, 302), (pad, antwoord.status_code)
    return duur


def main() -> None:
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--dossiers", type=int, default=1_000_000)
    opties.add_argument("--ronden", type=int, default=15)
    gekozen = opties.parse_args()
    environment.fill_test()
    os.environ["DOCUMENTEN_MAP"] = tempfile.mkdtemp(prefix="cimot-bench-")
    leases = environment.fill()
    try:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        import django

        django.setup()
        verslag(gekozen.dossiers, gekozen.ronden)
    finally:
        for lease in leases:
            lease.release_and_wait()
        shutil.rmtree(os.environ["DOCUMENTEN_MAP"], ignore_errors=True)


def verslag(dossiers: int, ronden: int) -> None:
    from django.conf import settings
    from django.core.management import call_command

    from kern.models import Dossier

    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    call_command("migrate", verbosity=0)
    begin = time.perf_counter()
    call_command("demo_data", clienten=dossiers)
    print(f"{Dossier.objects.count():,} dossiers in {time.perf_counter() - begin:.0f} s")
    print(f"{'':30}{'p50 ms':>9}{'max ms':>9}{'leeg ms':>9}{'ratio':>8}")
    tabel("anke", {**PAGINAS, **van_een_zaak()}, ronden)
    tabel("tineke", VAN_TEAMLEIDER, ronden)


def van_een_zaak() -> dict[str, str]:
    """Pages of single cases of anke: one with a besluit that was sent, one with something beside it, one with documents."""
    from cimot.models import Aanmelding

    zaken = Aanmelding.objects.filter(behandelaar__gebruikersnaam="anke").order_by("pk")
    eigen, besloten = zaken.filter(status="onderzoek").first(), zaken.filter(status="indicatie_actief").first()
    gekoppeld = zaken.filter(nevendossiers__isnull=False, gesloten_op__isnull=True).first()
    met_stukken = zaken.filter(documenten__isnull=False, gesloten_op__isnull=True).first()
    return {
        "zoeken, kenmerk (stuurt door)": f"/zoeken/?q={eigen.kenmerk}",
        "dossier": eigen.get_absolute_url(),
        "dossier, besluit verzonden": besloten.get_absolute_url(),
        "dossier, met gekoppelde": gekoppeld.get_absolute_url(),
        "dossier, tijdlijn": f"{besloten.get_absolute_url()}?tab=tijdlijn",
        "dossier, documenten": f"{met_stukken.get_absolute_url()}?tab=documenten",
        "besluit lezen": f"{besloten.get_absolute_url()}besluit/",
        "cliënt": besloten.client.get_absolute_url(),
        "cliënt, tijdlijn": f"{besloten.client.get_absolute_url()}tijdlijn/",
    }


def tabel(wie: str, paginas: dict[str, str], ronden: int) -> None:
    """Measure the pages of one user, each in turn with an empty page of the same user."""
    from django.test import Client

    from kern.models import Gebruiker

    client = Client()
    client.force_login(Gebruiker.objects.get(gebruikersnaam=wie), backend="kern.toegang.backends.RolBackend")
    for pad in (LEEG, *paginas.values()):
        meet(client, pad)
    for naam, pad in paginas.items():
        paren = [(meet(client, pad), meet(client, LEEG)) for _ in range(ronden)]
        duur, leeg = statistics.median(p[0] for p in paren), statistics.median(p[1] for p in paren)
        print(f"{naam:30}{duur:>9.1f}{max(p[0] for p in paren):>9.1f}{leeg:>9.1f}{duur / leeg:>7.1f}x", flush=True)


if __name__ == "__main__":
    main()
