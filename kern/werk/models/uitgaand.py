from django.db import models
from django.db.models import Q

from kern.tijd.velden import VastgelegdVeld
from kern.toegang.models.gebruiker import Gebruiker


class Uitgaand(models.Model):
    """A mail to a user that must leave. Its text is made when it is sent, so that no personal data waits here.

    A mail that fails is tried again; after `MAX_POGINGEN` it is visible work for the administrator (/storingen/).
    """

    MAX_POGINGEN = 5

    class Soort(models.TextChoices):
        DAGBERICHT = "dagbericht", "dagbericht"
        UITNODIGING = "uitnodiging", "uitnodiging"
        WACHTWOORD = "wachtwoord", "nieuw wachtwoord"
        SPOED = "spoed", "spoedmelding"

    soort = models.CharField("soort", max_length=20, choices=Soort)
    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="uitgaand")
    sleutel = models.CharField(max_length=80, unique=True, help_text="Makes the same mail impossible twice.")
    gegevens = models.JSONField(default=dict)
    aangemaakt_op = VastgelegdVeld()
    verzonden_op = models.DateTimeField("verzonden op", null=True, blank=True)
    vervallen_op = models.DateTimeField("niet meer nodig", null=True, blank=True)
    niet_voor = VastgelegdVeld("niet vóór", help_text="A failed mail waits longer each time.")
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    fout = models.CharField("laatste fout", max_length=200, blank=True)

    class Meta:
        verbose_name = "uitgaand bericht"
        verbose_name_plural = "uitgaande berichten"
        indexes = [
            models.Index(
                fields=["id"],
                name="uitgaand_te_doen",
                condition=Q(verzonden_op__isnull=True, vervallen_op__isnull=True),
            )
        ]

    def __str__(self):
        return f"{self.soort} aan {self.gebruiker_id}"
