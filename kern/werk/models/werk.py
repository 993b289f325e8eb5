"""What people make themselves, apart from the legal deadlines: notes, reminders, waiting, drafts."""

import pghistory
from django.db import models
from django.db.models import F, Q

from kern.proces.models.dossier import Dossier
from kern.tijd.velden import VastgelegdVeld
from kern.toegang.models.gebruiker import Gebruiker
from kern.toegang.rollen import Wereld


@pghistory.track(model_name="ContactmomentVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Contactmoment(models.Model):
    """A call, visit or mail in one's own words. A correction keeps the old version (row history)."""

    class Kanaal(models.TextChoices):
        TELEFOON = "telefoon", "telefoon"
        BEZOEK = "bezoek", "bezoek"
        BALIE = "balie", "balie"
        EMAIL = "email", "e-mail"
        BRIEF = "brief", "brief"
        OVERLEG = "overleg", "overleg"

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="contactmomenten")
    wereld = models.CharField(max_length=20, choices=Wereld)
    op = models.DateTimeField("wanneer")
    met = models.CharField("met wie", max_length=120)
    kanaal = models.CharField("hoe", max_length=10, choices=Kanaal, default=Kanaal.TELEFOON)
    tekst = models.TextField("wat is er besproken", max_length=20000)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    vastgelegd_op = VastgelegdVeld()

    class Meta:
        verbose_name = "contactmoment"
        verbose_name_plural = "contactmomenten"
        ordering = ["-op", "-id"]
        indexes = [models.Index(fields=["dossier", "-op"], name="contactmoment_dossier")]

    def __str__(self):
        return f"{self.kanaal} {self.op:%d-%m-%Y}"


@pghistory.track(model_name="ToelichtingVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Toelichting(models.Model):
    """Why somebody did it: the reason of one Gebeurtenis. It lives with the dossier, so that it is destroyed with it."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="toelichtingen")
    wereld = models.CharField(max_length=20, choices=Wereld)
    gebeurtenis_id = models.BigIntegerField(unique=True)
    reden = models.TextField("reden", max_length=2000)
    vastgelegd_op = VastgelegdVeld()

    def __str__(self):
        return f"toelichting {self.gebeurtenis_id}"


@pghistory.track(model_name="HerinneringVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Herinnering(models.Model):
    """A note to oneself for a day: "bel moeder vrijdag". Only its owner (and who replaces him) sees it."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="herinneringen")
    wereld = models.CharField(max_length=20, choices=Wereld)
    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="herinneringen")
    op = models.DateField("wanneer")
    tekst = models.CharField("waaraan", max_length=200)
    gedaan_op = models.DateField(null=True, blank=True)
    vastgelegd_op = VastgelegdVeld()

    class Meta:
        verbose_name = "herinnering"
        ordering = ["op", "id"]
        indexes = [models.Index(fields=["gebruiker", "op"], name="herinnering_open", condition=Q(gedaan_op__isnull=True))]

    def __str__(self):
        return f"{self.op:%d-%m-%Y}"


@pghistory.track(model_name="WachtOpVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class WachtOp(models.Model):
    """The dossier waits for somebody, until a day. At most one at a time."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="wachten")
    wereld = models.CharField(max_length=20, choices=Wereld)
    wie = models.CharField("op wie", max_length=120)
    waarop = models.CharField("waarop", max_length=200, blank=True)
    vanaf = models.DateField()
    tot = models.DateField("tot en met")
    klaar_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    vastgelegd_op = VastgelegdVeld()

    class Meta:
        verbose_name = "wacht op"
        ordering = ["-vanaf", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(klaar_op__isnull=True),
                name="wachtop_een_open",
                violation_error_message="Dit dossier wacht al op iemand. Rond dat eerst af.",
            ),
            models.CheckConstraint(
                condition=Q(tot__gte=F("vanaf")),
                name="wachtop_periode",
                violation_error_message="De datum ligt vóór vandaag.",
            ),
        ]

    def __str__(self):
        return f"{self.wie} tot {self.tot:%d-%m-%Y}"


class Concept(models.Model):
    """What somebody typed and did not save yet. Kept out of the row history and removed when the form is saved."""

    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="concepten")
    sleutel = models.CharField(max_length=120, help_text="The path of the form.")
    velden = models.JSONField()
    bewaard_op = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gebruiker", "sleutel"], name="concept_een_per_formulier")]

    def __str__(self):
        return self.sleutel


class Ingediend(models.Model):
    """A form that was handed in, by its one-time key: a double submit finds the key taken and changes nothing."""

    sleutel = models.UUIDField(primary_key=True)
    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="+")
    doel = models.CharField(max_length=200, blank=True)
    op = VastgelegdVeld()

    class Meta:
        indexes = [models.Index(fields=["op"], name="ingediend_op")]

    def __str__(self):
        return str(self.sleutel)


class Bezoek(models.Model):
    """When a user last opened a dossier, and his own label for it: "gewijzigd sinds u keek"."""

    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="+")
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="bezoeken")
    op = models.DateTimeField()
    versie = models.PositiveIntegerField(default=0)
    label = models.CharField("eigen label", max_length=40, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gebruiker", "dossier"], name="bezoek_een")]

    def __str__(self):
        return f"{self.gebruiker_id} {self.dossier_id}"
