from importlib import import_module

from django.apps import AppConfig


class KernConfig(AppConfig):
    name = "kern"
    verbose_name = "Kern"

    def ready(self):
        import_module("kern.beheer.controles")
        import_module("kern.tasks")
        # What stands above the engine and acts within its transaction.
        import_module("kern.proces.actions").verzender = import_module("kern.brieven.maken")
