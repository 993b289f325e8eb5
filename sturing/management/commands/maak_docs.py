"""Write docs/processen.md and docs/eisen.md, or with --check only compare them. Needs no database."""

import csv
import io

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sturing import bewijs, documentatie


class Command(BaseCommand):
    help = "Make the generated documentation, or compare it with the code."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="compare, write nothing, exit 1 on a difference")
        parser.add_argument(
            "--stand", action="store_true", help="first set the column stand of docs/eisen.csv from the tests"
        )

    def handle(self, *, check, stand, **opties):
        if stand:
            self._zet_stand()
        try:
            bestanden = documentatie.bestanden()
        except documentatie.Fout as fout:
            raise CommandError(str(fout)) from fout
        for pad, inhoud in bestanden.items():
            inhoud = inhoud.rstrip() + "\n"
            if check and (not pad.exists() or pad.read_text(encoding="utf-8") != inhoud):
                raise CommandError(f"docs/{pad.name} is not what the code says: run manage.py maak_docs.")
            if not check:
                pad.write_text(inhoud, encoding="utf-8")

    def _zet_stand(self):
        pad = settings.BASE_DIR / "docs" / "eisen.csv"
        tests = bewijs.bewijzen(settings.BASE_DIR)
        with pad.open(encoding="utf-8", newline="") as bestand:
            rijen = list(csv.DictReader(bestand))
        uit = io.StringIO()
        schrijver = csv.DictWriter(uit, rijen[0].keys(), lineterminator="\n")
        schrijver.writeheader()
        for rij in rijen:
            schrijver.writerow({**rij, "stand": "bewezen" if rij["id"] in tests else "open"})
        pad.write_text(uit.getvalue(), encoding="utf-8")
