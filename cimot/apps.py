from django.apps import AppConfig


class CimotConfig(AppConfig):
    name = "cimot"
    verbose_name = "Toegang"

    def ready(self):
        from importlib import import_module

        for soort in ("aanmelding", "spoed", "landelijk"):
            import_module(f"cimot.processen.{soort}")
        self._spoed()

    @staticmethod
    def _spoed():
        """What the screen of the team puts first."""
        from django.db.models import Q

        from kern import teamblad

        teamblad.SPOED |= {"aanmelding": Q(aanmelding__melding__is_spoed=True), "spoed": Q()}
