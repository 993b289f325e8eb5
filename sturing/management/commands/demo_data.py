import time
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kern.models import Dossier
from sturing import referentie
from sturing.demo import accounts, dossiers, massa, opruimen

SEED = 2026


class Command(BaseCommand):
    help = "Fills an empty database with fictitious people, made by the real actions; many more are copies of these."

    def add_arguments(self, parser):
        hoeveel = "how many dossiers; up to the stories of the demo, what runs beside one comes on top"
        parser.add_argument("--clienten", type=int, default=dossiers.KLEIN, metavar="N", help=hoeveel)
        parser.add_argument(
            "--vol", action="store_const", const=dossiers.VOL, dest="clienten", help="all stories of the demo"
        )
        parser.add_argument("--seed", type=int, default=SEED, metavar="S", help="another seed gives other people")
        parser.add_argument(
            "--peildatum", type=date.fromisoformat, metavar="D", help="the day on which the demo stands (today)"
        )
        parser.add_argument("--reset", action="store_true", help="throw away all dossiers and accounts first")

    def handle(self, *args, **options):
        begonnen = time.monotonic()
        # Real people have real accounts: then nothing is made (a known password) and nothing is thrown away.
        alleen_demo = accounts.alleen_demo()
        if options["reset"]:
            if not alleen_demo:
                raise CommandError("There are accounts that do not belong to the demo: nothing is thrown away.")
            opruimen.alles()
        if Dossier.objects.exists():
            self.stdout.write("There are dossiers already: no demo data made.")
            return
        if not alleen_demo:
            raise CommandError("There are accounts that do not belong to the demo: no demo data made.")
        referentie.laad()
        peildatum = options["peildatum"] or timezone.localdate()
        aantal = max(options["clienten"], 0)
        gemaakt = dossiers.maak(peildatum=peildatum, seed=options["seed"], aantal=min(aantal, dossiers.VOL), meld=self.meld)
        self.meld(f"{gemaakt} dossiers made in {time.monotonic() - begonnen:.1f} s")
        gemaakt += massa.kopieer(aantal - gemaakt, meld=self.meld)
        if aantal > dossiers.VOL:
            self.meld(f"{gemaakt} dossiers in {time.monotonic() - begonnen:.1f} s")

    def meld(self, regel: str) -> None:
        self.stdout.write(regel)
        self.stdout.flush()
