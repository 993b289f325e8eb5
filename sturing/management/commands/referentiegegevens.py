from django.core.management.base import BaseCommand

from sturing import referentie


class Command(BaseCommand):
    help = "Makes the reference data that is missing; what an administrator changed stays as it is."

    def handle(self, *args, **options):
        nieuw = {soort: aantal for soort, aantal in referentie.laad().items() if aantal}
        if options["verbosity"]:
            regel = ", ".join(f"{aantal} {soort}" for soort, aantal in nieuw.items())
            self.stdout.write(f"Reference data: {f'{regel} new' if regel else 'complete'}.")
