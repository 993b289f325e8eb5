"""Make the first account of an installation; everything after it is done on the screen."""

import sys
from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from kern.models import Gebruiker
from kern.toegang import gebruikers


class Command(BaseCommand):
    help = "Maakt de eerste functioneel beheerder. Een wachtwoord komt nooit op de opdrachtregel."

    def add_arguments(self, parser):
        parser.add_argument("--gebruikersnaam", required=True)
        parser.add_argument("--naam", required=True)
        parser.add_argument("--email", required=True)
        parser.add_argument("--wachtwoord-van-stdin", action="store_true", help="lees het wachtwoord van standaardinvoer")
        parser.add_argument("--nog-een", action="store_true", help="ook als er al een functioneel beheerder is")

    def handle(self, *, gebruikersnaam, naam, email, wachtwoord_van_stdin, nog_een, **opties):
        nu = timezone.now()
        if not nog_een and gebruikers.beheerders(timezone.localdate(nu)).exists():
            raise CommandError("Er is al een functioneel beheerder. Gebruik --nog-een als u er toch nog een wilt maken.")
        try:
            wachtwoord = self._wachtwoord(wachtwoord_van_stdin)
            if wachtwoord is not None:
                validate_password(wachtwoord, Gebruiker(gebruikersnaam=gebruikersnaam, naam=naam, email=email))
            with transaction.atomic():
                gebruikers.maak_beheerder(
                    gebruikersnaam=gebruikersnaam, naam=naam, email=email, wachtwoord=wachtwoord, op=nu
                )
        except ValidationError as fout:
            raise CommandError(" ".join(fout.messages)) from fout
        self.stdout.write(f"De functioneel beheerder {gebruikersnaam} is gemaakt.")
        if wachtwoord is None:
            self.stdout.write("De uitnodiging om een wachtwoord te kiezen gaat per e-mail naar deze gebruiker.")

    def _wachtwoord(self, van_stdin: bool) -> str | None:
        """From standard input, typed twice at a terminal, or none: then an invitation is mailed."""
        if van_stdin:
            return sys.stdin.readline().rstrip("\r\n")
        if not sys.stdin.isatty():
            return None
        wachtwoord = getpass("Wachtwoord (leeg: stuur een uitnodiging): ")
        if wachtwoord and getpass("Wachtwoord, nog een keer: ") != wachtwoord:
            raise CommandError("De twee wachtwoorden zijn niet gelijk.")
        return wachtwoord or None
