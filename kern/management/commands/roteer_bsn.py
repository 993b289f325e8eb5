"""Write every BSN again under the newest keys, so that the older ones can leave the settings (kern/personen/bsn.py)."""

import json

from cryptography.exceptions import InvalidTag
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError, transaction
from django.db.models import Q

from kern.models import Client
from kern.personen import bsn


class Command(BaseCommand):
    help = "Versleutelt elk BSN opnieuw onder de nieuwste sleutels. Mag onderbroken en herhaald worden."

    def add_arguments(self, parser):
        parser.add_argument("--batch", type=int, default=500, help="zoveel cliënten per transactie")

    def handle(self, *args, batch, **options):
        tellingen, mislukt, na = {"herschreven": 0, "onleesbaar": 0, "dubbel": 0}, [], 0
        while True:
            with transaction.atomic():
                rijen = list(_te_doen(na)[:batch])
                for client in rijen:
                    uitkomst = _herschrijf(client)
                    tellingen[uitkomst] += 1
                    if uitkomst != "herschreven":
                        mislukt.append(client.pk)
            if not rijen:
                break
            na = rijen[-1].pk
        self.stdout.write(json.dumps(tellingen))
        if mislukt:
            # Numbers only: a name or a BSN does not belong in a terminal.
            raise CommandError(f"Niet herschreven, bewaar de oude sleutels: cliënt {', '.join(map(str, mislukt))}.")


def _te_doen(na: int):
    """The rows after this id that still stand under an older key, locked in order of id."""
    cijfer, index = bsn.versies()
    nieuw = Q(bsn_cijfer__startswith=f"{cijfer}:", bsn_index__startswith=f"{index}:")
    return (
        Client.objects.filter(~nieuw, pk__gt=na)
        .exclude(bsn_index="")
        .order_by("pk")
        .select_for_update(no_key=True, of=("self",))
    )


def _herschrijf(client) -> str:
    try:
        nummer = client.lees_bsn()
    except (KeyError, InvalidTag):
        return "onleesbaar"
    client.zet_bsn(nummer)
    try:
        with transaction.atomic():
            Client.objects.filter(pk=client.pk).update(bsn_cijfer=client.bsn_cijfer, bsn_index=client.bsn_index)
    except IntegrityError:
        # Somebody entered the same number under the new key meanwhile: people must say which of the two it is.
        return "dubbel"
    return "herschreven"
