"""How many queries a transition costs, on average over the demo, and which statements those are.

    .venv/bin/python -m benchmarks.stappen [--meeste N]

Counts, so the same on every machine. Runs the demo in a database of its own that is thrown away.
"""

import argparse
import os
import re
import tempfile
from collections import Counter

VORM = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM)\b")
TABEL = re.compile(r'(?:FROM|INTO|UPDATE) "(\w+)"')


class Teller:
    """Wraps the engine's one function, and counts what the database is asked inside it."""

    def __init__(self, overgaan):
        self.overgaan, self.diepte, self.stappen = overgaan, 0, Counter()
        self.vragen = Counter()

    def __call__(self, dossier, actie, **argumenten):
        self.diepte += 1
        try:
            return self.overgaan(dossier, actie, **argumenten)
        finally:
            self.diepte -= 1
            self.stappen[actie] += not self.diepte

    def vraag(self, execute, sql, params, many, context):
        vorm = VORM.search(sql)
        # A savepoint is no question; the context of the history travels in front of a statement.
        if self.diepte and vorm:
            tabel = TABEL.search(sql)
            self.vragen[vorm.group(1), tabel.group(1) if tabel else ""] += 1
        return execute(sql, params, many, context)


def meet() -> Teller:
    from django.core.management import call_command
    from django.db import connection

    from kern.proces import actions

    call_command("migrate", verbosity=0)
    teller = actions.overgaan = Teller(actions.overgaan)
    with connection.execute_wrapper(teller.vraag):
        call_command("demo_data", verbosity=0)
    return teller


def main():
    opties = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    opties.add_argument("--meeste", type=int, default=15, help="so many statements")
    gekozen = opties.parse_args()

    from config.lokaal import environment

    environment.fill_test()
    leases = environment.fill()
    os.environ["DOCUMENTEN_MAP"] = tempfile.mkdtemp()
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    import django

    django.setup()
    teller = meet()
    aantal = sum(teller.stappen.values())
    print(f"{aantal} transitions, {sum(teller.vragen.values()) / aantal:.1f} queries each")
    for (vorm, tabel), keren in teller.vragen.most_common(gekozen.meeste):
        print(f"{keren / aantal:6.2f}  {vorm} {tabel}")
    for lease in leases:
        lease.release_and_wait()


if __name__ == "__main__":
    main()
