"""The deadline check by hand; the worker does the same every hour."""

import json
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kern.tijd import signalen


def _datum(tekst: str) -> date:
    try:
        gelezen = date.fromisoformat(tekst)
    except ValueError:
        gelezen = None
    if gelezen is None or gelezen.isoformat() != tekst or gelezen.year < 2015:
        raise CommandError(f"“{tekst}” is geen datum. Schrijf JJJJ-MM-DD, bijvoorbeeld 2026-11-23.")
    return gelezen


class Command(BaseCommand):
    help = "Controleert de termijnen en drukt af hoeveel signalen erbij kwamen. Een datum na vandaag schrijft niets."

    def add_arguments(self, parser):
        parser.add_argument("--peildatum", metavar="JJJJ-MM-DD", help="Standaard vandaag.")

    def handle(self, *args, peildatum=None, **options):
        nu = timezone.now()
        dag = _datum(peildatum) if peildatum is not None else timezone.localdate(nu)
        self.stdout.write(json.dumps(signalen.controleer(dag, op=nu)))
