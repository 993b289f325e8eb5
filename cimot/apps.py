from django.apps import AppConfig


class CimotConfig(AppConfig):
    name = "cimot"
    verbose_name = "Toegang"

    def ready(self):
        from importlib import import_module

        import_module("cimot.processen.aanmelding")
