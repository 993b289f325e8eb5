from django.apps import AppConfig


class AanbiedersConfig(AppConfig):
    name = "aanbieders"
    verbose_name = "Aanbieders"

    def ready(self):
        from importlib import import_module

        import_module("aanbieders.processen.toelating")
        import_module("aanbieders.brieven")
