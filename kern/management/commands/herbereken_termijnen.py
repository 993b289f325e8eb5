"""Recompute the open deadlines after a deployment with new rules, or show beforehand what would move."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kern.proces.tabel import PROCESSEN
from kern.tijd import opschorten


class Command(BaseCommand):
    help = "Berekent lopende termijnen opnieuw en drukt elke verschoven datum af, één JSON-regel per termijn."

    def add_arguments(self, parser):
        parser.add_argument("--toon", action="store_true", help="Laat alleen zien wat er zou verschuiven.")
        parser.add_argument("--code", help="Alleen termijnen met deze code.")

    def handle(self, *args, toon=False, code=None, **options):
        bekend = sorted({c for proces in PROCESSEN.values() for c in proces.termijncodes})
        if code is not None and code not in bekend:
            raise CommandError(f"De termijn “{code}” bestaat niet. Kies uit: {', '.join(bekend)}.")
        taken = opschorten.geraakt(codes=None if code is None else [code])
        for regel in opschorten.herbereken(taken, door=None, op=timezone.now(), alleen_tonen=toon):
            self.stdout.write(json.dumps(regel, default=str))
