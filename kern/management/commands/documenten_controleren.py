"""Rows and files of documents compared by hand, for after a restore; the worker does the short form every night."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kern.models import Document
from kern.stukken import nakijken


class Command(BaseCommand):
    help = "Vergelijkt de documenten met hun bestanden. Eindigt met een fout als er een bestand ontbreekt of anders is."

    def add_arguments(self, parser):
        parser.add_argument("--inhoud", action="store_true", help="Lees ook elk bestand en vergelijk de controlesom.")
        parser.add_argument("--ruim-op", action="store_true", help="Verwijder de bestanden zonder document, na de lijst.")
        parser.add_argument("--scan", action="store_true", help="Laat alles scannen wat nog niet is gescand.")

    def handle(self, *args, inhoud=False, ruim_op=False, scan=False, **options):
        uitkomst = nakijken.controleer(timezone.now(), inhoud=inhoud)
        self.stdout.write(f"{uitkomst.documenten} documenten gecontroleerd.")
        for bestand in uitkomst.wezen + uitkomst.half:
            self.stdout.write(f"zonder document: {bestand}")
        if ruim_op:
            for bestand in uitkomst.wezen + uitkomst.half:
                bestand.unlink(missing_ok=True)
            self.stdout.write(f"{len(uitkomst.wezen + uitkomst.half)} bestanden verwijderd.")
        if scan:
            aantal = Document.objects.filter(scan=Document.Scan.NIET_GESCAND).update(scan=Document.Scan.WACHT)
            self.stdout.write(f"{aantal} documenten wachten nu op de viruscontrole.")
        if not uitkomst.is_goed:
            weg, anders = uitkomst.zonder_bestand, uitkomst.andere_inhoud
            raise CommandError(f"Zonder bestand: {weg or 'geen'}. Andere inhoud: {anders or 'geen'}.")
