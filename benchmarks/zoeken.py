"""How long "lijkt op" and the search in the header take among a million clients.

    .venv/bin/python -m benchmarks.zoeken [--clienten N]

Loads fictitious clients and as many dossiers into a database of its own, which is thrown away at the end, and prints
milliseconds and the ratio to an empty query that is measured in turn in the same process. On a shared machine trust the
ratio. The promise is p95 below 200 ms at 1,000,000 clients.
"""

import argparse
import os
import random
import statistics
import time
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path

from config.lokaal import environment

# Four lines: first names and surnames, the most frequent first, and the beginnings and ends of made-up surnames.
VOORNAMEN, VAAK, BEGIN, EIND = map(str.split, (Path(__file__).parent / "namen.txt").read_text().splitlines())
VANDAAG = date(2026, 11, 2)
MIDDEN = ["", "de", "el", "en", "er", "ge", "he", "ing", "ke", "le", "me", "ne", "ste", "te", "ve", "we"]

LAAD_CLIENTEN = """
INSERT INTO kern_client (uuid, voornamen, roepnaam, tussenvoegsel, achternaam, geboren, bsn_cijfer, bsn_index, bsn_reden,
    telefoon, email, taal, is_tolk_nodig, is_geheim, woongemeente_id)
SELECT gen_random_uuid(), v.naam, '', a.voor, a.naam,
    CASE WHEN g.soort < 0.03 THEN '' WHEN g.soort < 0.06 THEN to_char(g.dag, 'YYYY-00-00')
         WHEN g.soort < 0.10 THEN to_char(g.dag, 'YYYY-01-01') ELSE to_char(g.dag, 'YYYY-MM-DD') END,
    '', '', 'niet_vastgesteld', '06-' || lpad(g.i::text, 8, '0'), '', '', false, false, g.gemeente
FROM (SELECT i, random() AS soort, date '1940-01-01' + (random() * 25500)::int AS dag,
             (power(random(), 3) * %(achternamen)s)::int AS achter, (power(random(), 2) * %(voornamen)s)::int AS voor,
             (SELECT min(id) FROM kern_gemeente) + i %% 14 AS gemeente
      FROM generate_series(1, %(aantal)s) AS i) AS g
JOIN namen AS a ON a.soort = 'achter' AND a.rang = least(g.achter, %(achternamen)s - 1)
JOIN namen AS v ON v.soort = 'voor' AND v.rang = least(g.voor, %(voornamen)s - 1)
"""
# Copies of one real row, so that a new column of a dossier needs no change here.
LAAD_DOSSIERS = """
INSERT INTO kern_dossier
SELECT (jsonb_populate_record(d, jsonb_build_object(
    'id', d.id + c.id, 'client_id', c.id, 'kenmerk', 'A-2026-' || (10000 + c.id),
    'sorteernaam', c.sorteernaam, 'regio_id', CASE WHEN c.id %% 2 = 0 THEN %(almelo)s ELSE %(enschede)s END))).*
FROM kern_client AS c, kern_dossier AS d
"""


def bereid_voor(aantal):
    """Migrate, load in bulk with the triggers and the search indexes away, put the indexes back, analyse."""
    from django.core.management import call_command
    from django.db import connection

    from kern.models import Client, Dossier, Gemeente, Regio

    call_command("migrate", verbosity=0)
    regios = [Regio.objects.create(code=naam.lower(), naam=naam, telefoon="0500-000000") for naam in ("Almelo", "Enschede")]
    for nummer in range(14):
        Gemeente.objects.create(naam=f"Gemeente {nummer}", cbs_code=f"{nummer:04}", regio=regios[nummer % 2])
    begin = time.perf_counter()
    indexen = [index for index in Client._meta.indexes if index.name in ("client_zoeknaam", "client_vormen")]
    with connection.schema_editor() as editor:
        for index in indexen:
            editor.remove_index(Client, index)
    with connection.cursor() as cursor:
        for tabel in ("kern_client", "kern_dossier"):
            cursor.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER USER")
        gemaakt = ["".join(delen) for delen in product(BEGIN, MIDDEN, EIND)]
        random.Random(1).shuffle(gemaakt)
        achternamen = VAAK + gemaakt
        cursor.execute("CREATE TEMPORARY TABLE namen (soort text, rang int, voor text, naam text)")
        _namen(cursor, "achter", achternamen)
        _namen(cursor, "voor", VOORNAMEN)
        tellingen = {"aantal": aantal, "achternamen": len(achternamen), "voornamen": len(VOORNAMEN)}
        cursor.execute("SELECT setseed(0.5)")
        cursor.execute(LAAD_CLIENTEN, tellingen)
        Dossier.objects.create(
            soort="aanmelding",
            wereld="zorg",
            status="melding_ontvangen",
            status_sinds=VANDAAG,
            geopend_op=VANDAAG,
            regio=regios[0],
        )
        cursor.execute(LAAD_DOSSIERS, {regio.code: regio.pk for regio in regios})
    geladen = time.perf_counter()
    with connection.schema_editor() as editor:
        for index in indexen:
            editor.add_index(Client, index)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE kern_client, kern_dossier")
    print(f"{aantal:,} clients and dossiers in {geladen - begin:.0f} s, indexes {time.perf_counter() - geladen:.0f} s")


def _namen(cursor, soort, waarden):
    """Names by rank, the most frequent first; "van_den_Berg" as particle and surname."""
    for rang, waarde in enumerate(waarden):
        *voor, achter = waarde.split("_")
        cursor.execute("INSERT INTO namen VALUES (%s, %s, %s, %s)", [soort, rang, " ".join(voor), achter])


def getypt(client, kans):
    """What somebody could type about this client: (kind, name, birth date)."""
    voor, achter, geboren = client.voornamen, client.achternaam, client.geboren
    plek = kans.randrange(1, len(achter))
    cijfer = kans.choice([3, 6, 9])
    return [
        ("achternaam, voornaam", f"{achter}, {voor}", geboren),
        ("voornaam achternaam", f"{voor} {client.tussenvoegsel} {achter}", geboren),
        ("voorletter", f"{voor[0]}. {achter}", geboren),
        ("typefout", f"{achter[:plek]}{achter[plek + 1 :]}, {voor}", geboren),
        ("ander cijfer", f"{voor} {achter}", geboren[:cijfer] + "1" + geboren[cijfer + 1 :]),
        ("alleen jaar", f"{voor} {achter}", geboren[:4]),
        ("zonder datum", f"{achter}, {voor}", ""),
        ("typefout zonder datum", f"{achter[:plek]}{achter[plek + 1 :]}, {voor}", ""),
        ("alleen achternaam", achter, geboren),
        ("1 januari", f"{voor} {achter}", f"01-01-{geboren[:4]}"),
        ("onbekend iemand", f"Xavier Quastenberg{plek}", "12-03-1990"),
    ]


def gezocht(client):
    voor, achter = client.voornamen, client.achternaam
    return [
        ("zoek naam", f"{voor} {achter}"),
        ("zoek begin", f"{achter[:4]} {voor[:3]}"),
        ("zoek achternaam", achter),
        ("zoek drie letters", achter[:3]),
        ("zoek naam en jaar", f"{achter} {client.geboren[:4]}"),
        ("zoek datum", client.geboren),
        ("zoek telefoon", client.telefoon),
        ("zoek kenmerk", f"a-2026-{10000 + client.pk}"),
        ("zoek niemand", "quastenberg"),
    ]


def meet(werk):
    begin = time.perf_counter()
    werk()
    return (time.perf_counter() - begin) * 1000


def metingen(ronden):
    """Yield (kind, ms, ms of an empty query) in turn, for people drawn at random."""
    from django.db import connection

    from kern.models import Client, Gebruiker, Regio
    from kern.personen import zoeken, zoekvraag
    from kern.toegang.rollen import Rol

    gebruiker = Gebruiker.objects.create(gebruikersnaam="meting", naam="Meting", email="meting@example.org")
    gebruiker.rolverleningen.create(
        rol=Rol.CASEMANAGER, regio=Regio.objects.get(code="almelo"), periode=("2020-01-01", None)
    )
    kans = random.Random(2)
    hoogste = Client.objects.order_by("-pk").first().pk
    loten = [kans.randint(1, hoogste) for _ in range(ronden)]
    with connection.cursor() as cursor:
        leeg = partial(cursor.execute, "SELECT 1")
        for client in Client.objects.filter(pk__in=loten):
            proeven = [
                (soort, partial(zoeken.lijkt_op, naam, geboren, gebruiker=gebruiker))
                for soort, naam, geboren in getypt(client, kans)
            ]
            proeven += [
                (soort, partial(zoeken.zoek, zoekvraag.lees(vraag), gebruiker=gebruiker)) for soort, vraag in gezocht(client)
            ]
            for soort, werk in proeven:
                yield soort, meet(werk), meet(leeg)


def verslag(rijen):
    per_soort = {}
    for soort, duur, leeg in rijen:
        groep = "ZOEKEN" if soort.startswith("zoek") else "LIJKT OP"
        for naam in (soort, groep):
            per_soort.setdefault(naam, []).append((duur, leeg))
    print(f"{'':24}{'n':>6}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}{'p50 / leeg':>12}")
    for naam, paren in per_soort.items():
        duren = sorted(duur for duur, _ in paren)
        leeg = statistics.median(leeg for _, leeg in paren)
        p50, p95 = statistics.median(duren), duren[int(len(duren) * 0.95)]
        print(f"{naam:24}{len(duren):>6}{p50:>9.1f}{p95:>9.1f}{duren[-1]:>9.1f}{p50 / leeg:>11.0f}x")


def main():
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--clienten", type=int, default=1_000_000)
    opties.add_argument("--ronden", type=int, default=60, help="people drawn; each is typed in eleven ways")
    gekozen = opties.parse_args()
    environment.fill_test()
    leases = environment.fill()
    try:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        import django

        django.setup()
        bereid_voor(gekozen.clienten)
        verslag(metingen(gekozen.ronden))
    finally:
        for lease in leases:
            lease.release_and_wait()


if __name__ == "__main__":
    main()
