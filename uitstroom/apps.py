from django.apps import AppConfig


class UitstroomConfig(AppConfig):
    name = "uitstroom"
    verbose_name = "Uitstroom"
