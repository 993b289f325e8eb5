from django.apps import AppConfig


class IndicatiesConfig(AppConfig):
    name = "indicaties"
    verbose_name = "Indicaties"

    def ready(self):
        """It knows both the access and the providers, and tells each what it may know of the other."""
        from aanbieders import plaatsingen as bij_aanbieder
        from cimot import poort as bij_toegang
        from indicaties import plaatsingen, poort

        bij_toegang.registreer(poort.antwoorden)
        bij_aanbieder.registreer(plaatsingen.lopend)
