from django.db import models
from django.db.models.expressions import DatabaseDefault
from django.db.models.functions import Now
from django.utils import timezone


class VastgelegdVeld(models.DateTimeField):
    """When a row came into being. Python gives the moment, so that what is compared with it was read from one clock.

    The default of the column stays: it is for SQL by hand. To migrations this is a plain field with that default.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"db_default": Now(), **kwargs})

    def deconstruct(self):
        naam, _, args, kwargs = super().deconstruct()
        return naam, "django.db.models.DateTimeField", args, kwargs

    def pre_save(self, model_instance, add):
        if isinstance(getattr(model_instance, self.attname), DatabaseDefault):
            setattr(model_instance, self.attname, timezone.now())
        return super().pre_save(model_instance, add)
