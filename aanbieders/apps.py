from django.apps import AppConfig


class AanbiedersConfig(AppConfig):
    name = "aanbieders"
    verbose_name = "Aanbieders"

    def ready(self):
        from importlib import import_module

        import_module("aanbieders.processen.toelating")
        import_module("aanbieders.brieven")
        import_module("aanbieders.rechten")
        navigatie = import_module("kern.schermen.navigatie")
        navigatie.voeg_toe(
            "Aanbieders",
            navigatie.Pagina("Aanbieders", "aanbieder_lijst", "building-2", "aanbieder.bekijken"),
            navigatie.Pagina("Producten en tarieven", "product_lijst", "tags", "product.bekijken"),
        )
