from django.apps import AppConfig


class CimotConfig(AppConfig):
    name = "cimot"
    verbose_name = "Toegang"

    def ready(self):
        from importlib import import_module

        for soort in ("aanmelding", "spoed", "landelijk"):
            import_module(f"cimot.processen.{soort}")
        import_module("cimot.brieven")
        import_module("cimot.rechten")
        navigatie = import_module("kern.schermen.navigatie")
        navigatie.voeg_toe("Toegang", navigatie.Pagina("Vragen", "vraag_lijst", "circle-question-mark", "vraag.vastleggen"))
        self._spoed()

    @staticmethod
    def _spoed():
        """What the screen of the team puts first: an open spoed, and the aanmelding that it stands beside."""
        from django.db.models import Exists, OuterRef, Q

        from kern.models import Dossier
        from kern.werk import teamblad

        ernaast = Dossier.objects.open().filter(hoofddossier=OuterRef("pk"), soort="spoed")
        teamblad.SPOED |= {"aanmelding": Q(Exists(ernaast)), "spoed": Q()}
