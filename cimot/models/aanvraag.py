"""The application: when it came, whether it is complete, and what was asked to complete it (L-12, L-15, L-56, L-59)."""

import pghistory
from django.db import models
from django.db.models import F, Q

from cimot.models.aanmelding import Aanmelding, Kanaal


@pghistory.track(model_name="AanvraagVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Aanvraag(models.Model):
    """The aanvraag of one aanmelding: T-BESLUIT counts from the day that it was received (L-15)."""

    class Vorm(models.TextChoices):
        FORMULIER = "formulier", "Aanvraagformulier"
        VERSLAG = "verslag", "Ondertekend verslag"
        BRIEF = "brief", "Brief of e-mail"

    aanmelding = models.OneToOneField(Aanmelding, models.CASCADE, related_name="aanvraag", primary_key=True)
    ontvangen_op = models.DateField("aanvraag ontvangen op")
    vorm = models.CharField("hoe is de aanvraag gedaan", max_length=12, choices=Vorm)
    is_ondertekend = models.BooleanField("ondertekend", default=False)
    compleet_op = models.DateField("compleet op", null=True, blank=True)
    # Awb 4:14: late, and said so. It names a new day and moves no deadline (L-58).
    mededeling_op = models.DateField("uitstel gemeld op", null=True, blank=True)
    mededeling_via = models.CharField("hoe gemeld", max_length=10, choices=Kanaal, blank=True)
    mededeling_tot = models.DateField("nieuwe datum genoemd", null=True, blank=True)

    class Meta:
        verbose_name = "aanvraag"
        verbose_name_plural = "aanvragen"
        constraints = [
            models.CheckConstraint(
                condition=Q(compleet_op__isnull=True) | Q(compleet_op__gte=F("ontvangen_op")),
                name="aanvraag_compleet_na_ontvangst",
                violation_error_message="De aanvraag kan niet compleet zijn vóór de dag waarop hij kwam.",
            ),
            models.CheckConstraint(
                condition=Q(mededeling_op__isnull=True, mededeling_tot__isnull=True)
                | Q(mededeling_op__isnull=False, mededeling_tot__isnull=False, mededeling_tot__gt=F("mededeling_op")),
                name="aanvraag_mededeling_met_datum",
                violation_error_message="Noem een nieuwe datum die na het bericht ligt.",
            ),
        ]

    def __str__(self):
        return f"aanvraag {self.pk}"


@pghistory.track(model_name="AanvullingVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Aanvulling(models.Model):
    """One request to complete the aanvraag (Awb 4:5). Without a set term nothing is suspended (L-59)."""

    aanvraag = models.ForeignKey(Aanvraag, models.CASCADE, related_name="aanvullingen")
    ontbreekt = models.TextField("wat ontbreekt er", max_length=5000)
    gevraagd_op = models.DateField("gevraagd op")
    via = models.CharField("hoe gevraagd", max_length=10, choices=Kanaal)
    gesteld_tot = models.DateField("termijn tot en met", null=True, blank=True)
    ontvangen_op = models.DateField("aanvulling ontvangen op", null=True, blank=True)

    class Meta:
        verbose_name = "aanvulling"
        verbose_name_plural = "aanvullingen"
        ordering = ["gevraagd_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(gesteld_tot__isnull=True) | Q(gesteld_tot__gt=F("gevraagd_op")),
                name="aanvulling_termijn_na_verzoek",
                violation_error_message="De termijn moet na de dag van het verzoek liggen.",
            ),
            models.CheckConstraint(
                condition=Q(ontvangen_op__isnull=True) | Q(ontvangen_op__gte=F("gevraagd_op")),
                name="aanvulling_ontvangen_na_verzoek",
                violation_error_message="De aanvulling kan niet vóór het verzoek gekomen zijn.",
            ),
            models.UniqueConstraint(
                fields=["aanvraag"],
                condition=Q(ontvangen_op__isnull=True),
                name="aanvulling_een_open",
                violation_error_message="Er loopt al een verzoek om aanvulling.",
            ),
        ]

    def __str__(self):
        return f"aanvulling {self.gevraagd_op:%d-%m-%Y}"
