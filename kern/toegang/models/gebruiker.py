"""Users, the roles that were given to them, and who replaces whom (domein.md 4.1)."""

from functools import cached_property

import pghistory
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower
from django.utils import timezone

from kern.beheer.models.organisatie import Organisatie
from kern.beheer.models.regio import Gemeente, Regio
from kern.tijd.periode import PeriodeVeld
from kern.tijd.velden import VastgelegdVeld
from kern.toegang.rechten import mag
from kern.toegang.rollen import TOEZICHTROLLEN, UITVOERENDE_ROLLEN, ZICHT, ZONDER_INLOG, Rol


class GebruikerManager(BaseUserManager):
    def get_by_natural_key(self, gebruikersnaam):
        # In small letters, like the counter of wrong passwords: in capitals "ı" is an "I", and would be counted apart.
        return self.alias(klein=Lower("gebruikersnaam")).get(klein=gebruikersnaam.lower())


# Last login is left out: the log records it, and a history row per login would say nothing more.
@pghistory.track(
    model_name="GebruikerVersie",
    obj_field=pghistory.ObjForeignKey(related_name="versies"),
    exclude=["password", "last_login"],
)
class Gebruiker(AbstractBaseUser):
    """Somebody who logs in. What he may do follows from his active role; nothing else gives a right."""

    gebruikersnaam = models.CharField("gebruikersnaam", max_length=60)
    naam = models.CharField("naam", max_length=120)
    email = models.EmailField("e-mail")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="gebruikers")
    actieve_rol = models.CharField("actieve rol", max_length=40, choices=Rol, blank=True)
    is_active = models.BooleanField("mag inloggen", default=True)
    dagbericht = models.BooleanField("dagelijkse e-mail", default=True)
    aangemaakt_op = VastgelegdVeld("aangemaakt op", editable=False)

    USERNAME_FIELD = "gebruikersnaam"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam", "email"]
    objects = GebruikerManager()

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                Lower("gebruikersnaam"),
                name="gebruiker_gebruikersnaam_uniek",
                violation_error_message="Deze gebruikersnaam bestaat al.",
            ),
            models.UniqueConstraint(
                Lower("email"),
                name="gebruiker_email_uniek",
                violation_error_message="Dit e-mailadres is al van een andere gebruiker.",
            ),
        ]

    def __str__(self):
        return self.naam

    def get_full_name(self):
        return self.naam

    def get_short_name(self):
        return self.naam.split(" ")[0]

    # Django's admin asks these two; a superuser does not exist here.
    @property
    def is_staff(self) -> bool:
        return self.rol == Rol.FUNCTIONEEL_BEHEERDER

    @property
    def is_superuser(self) -> bool:
        return False

    def has_perm(self, perm, obj=None):
        return self.is_active and mag(self, perm, obj)

    def has_perms(self, perm_list, obj=None):
        return all(self.has_perm(perm, obj) for perm in perm_list)

    def has_module_perms(self, app_label):
        return self.is_staff

    @cached_property
    def verleningen(self) -> list["Rolverlening"]:
        """The roles that he holds today, read once per request."""
        rijen = self.rolverleningen.op(timezone.localdate()).select_related("regio", "gemeente", "organisatie")
        return list(rijen.order_by("rol", "id"))

    @property
    def rollen(self) -> list[Rol]:
        return list(dict.fromkeys(Rol(v.rol) for v in self.verleningen))

    @cached_property
    def rol(self) -> Rol | None:
        """The active role; the first that he holds when the chosen one ended."""
        rollen = [rol for rol in self.rollen if rol not in ZONDER_INLOG]
        return Rol(self.actieve_rol) if self.actieve_rol in rollen else (rollen[0] if rollen else None)

    @property
    def actieve_verleningen(self) -> list["Rolverlening"]:
        return [v for v in self.verleningen if v.rol == self.rol]

    @property
    def regio_ids(self) -> list[int]:
        return [v.regio_id for v in self.actieve_verleningen if v.regio_id]

    @property
    def gemeente_ids(self) -> list[int]:
        return [v.gemeente_id for v in self.actieve_verleningen if v.gemeente_id]

    @property
    def plek(self) -> str:
        """Where the active role applies, for the header: "Almelo", "Hengelo", "De Wending"."""
        namen = [str(v.regio or v.gemeente or v.organisatie or "") for v in self.actieve_verleningen]
        return " en ".join(dict.fromkeys(naam for naam in namen if naam))

    @property
    def zicht(self):
        return ZICHT[self.rol] if self.rol else None

    @cached_property
    def waargenomen_ids(self) -> list[int]:
        """Whose work he does today because they are away."""
        vandaag = timezone.localdate()
        rijen = Afwezigheid.objects.filter(waarnemer=self, periode__contains=vandaag)
        return list(rijen.values_list("gebruiker_id", flat=True))

    @cached_property
    def medezaak_ids(self) -> list[int]:
        """The dossiers that he shares with a colleague. As numbers, because a subquery inside OR cannot use an index."""
        return list(self.medezaken.through.objects.filter(gebruiker=self).values_list("dossier_id", flat=True))

    @property
    def werkt_voor_ids(self) -> list[int]:
        return [self.pk, *self.waargenomen_ids]


class RolverleningQuerySet(models.QuerySet):
    def op(self, dag):
        return self.filter(periode__contains=dag)


@pghistory.track(model_name="RolverleningVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Rolverlening(models.Model):
    """A role that somebody holds during a period (start included, end not), for a region, municipality or organisation."""

    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="rolverleningen", verbose_name="gebruiker")
    rol = models.CharField("rol", max_length=40, choices=[(r.value, r.label) for r in Rol if r not in ZONDER_INLOG])
    regio = models.ForeignKey(Regio, models.PROTECT, null=True, blank=True, related_name="+")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, related_name="+")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    periode = PeriodeVeld("periode")
    verleend_door = models.ForeignKey(
        Gebruiker,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="verleend door",
    )
    # 1 = supervises, 2 = executes, empty = neither: the exclusion constraint below forbids 1 and 2 in one person.
    kant = models.GeneratedField(
        expression=models.Case(
            models.When(rol__in=sorted(TOEZICHTROLLEN), then=models.Value(1)),
            models.When(rol__in=sorted(UITVOERENDE_ROLLEN), then=models.Value(2)),
            default=models.Value(None),
            output_field=models.IntegerField(null=True),
        ),
        output_field=models.IntegerField(null=True),
        db_persist=True,
    )
    objects = RolverleningQuerySet.as_manager()

    class Meta:
        verbose_name = "rol van een gebruiker"
        verbose_name_plural = "rollen van gebruikers"
        constraints = [
            ExclusionConstraint(
                name="rolverlening_toezicht_apart",
                expressions=[
                    ("gebruiker", RangeOperators.EQUAL),
                    ("kant", RangeOperators.NOT_EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ],
                condition=Q(kant__isnull=False),
                violation_error_message="Een toezichthouder kan niet ook casemanager of contractmanager zijn.",
            ),
            ExclusionConstraint(
                name="rolverlening_niet_dubbel",
                expressions=[
                    ("gebruiker", RangeOperators.EQUAL),
                    ("rol", RangeOperators.EQUAL),
                    (Func(F("regio"), -1, function="COALESCE"), RangeOperators.EQUAL),
                    (Func(F("gemeente"), -1, function="COALESCE"), RangeOperators.EQUAL),
                    (Func(F("organisatie"), -1, function="COALESCE"), RangeOperators.EQUAL),
                    ("periode", RangeOperators.OVERLAPS),
                ],
                violation_error_message="Deze gebruiker heeft deze rol al in deze periode.",
            ),
            models.CheckConstraint(
                condition=Q(verleend_door__isnull=True) | ~Q(verleend_door=F("gebruiker")),
                name="rolverlening_niet_aan_zichzelf",
                violation_error_message="U kunt uzelf geen rol geven.",
            ),
            models.CheckConstraint(
                condition=~Q(rol__in=["frontoffice", "casemanager", "teamleider"]) | Q(regio__isnull=False),
                name="rolverlening_met_regio",
                violation_error_message="Kies een regio bij deze rol.",
            ),
            models.CheckConstraint(
                condition=~Q(rol__in=["regiogemeente", "regiogemeente_indicerend"]) | Q(gemeente__isnull=False),
                name="rolverlening_met_gemeente",
                violation_error_message="Kies een gemeente bij deze rol.",
            ),
            models.CheckConstraint(
                condition=~Q(rol__in=["zorgaanbieder", "opvangaanbieder", "corporatie"]) | Q(organisatie__isnull=False),
                name="rolverlening_met_organisatie",
                violation_error_message="Kies een organisatie bij deze rol.",
            ),
        ]

    def __str__(self):
        plek = self.regio or self.gemeente or self.organisatie
        return f"{self.get_rol_display()}{f' {plek}' if plek else ''}"


@pghistory.track(model_name="AfwezigheidVersie", obj_field=pghistory.ObjForeignKey(related_name="versies"))
class Afwezigheid(models.Model):
    """Somebody is away and a colleague does the work; the colleague sees the content, logged."""

    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="afwezigheden")
    waarnemer = models.ForeignKey(Gebruiker, models.PROTECT, related_name="waarnemingen")
    periode = PeriodeVeld("periode")

    class Meta:
        verbose_name = "afwezigheid"
        verbose_name_plural = "afwezigheden"
        constraints = [
            ExclusionConstraint(
                name="afwezigheid_niet_dubbel",
                expressions=[("gebruiker", RangeOperators.EQUAL), ("periode", RangeOperators.OVERLAPS)],
                violation_error_message="In deze periode staat al een afwezigheid.",
            ),
            models.CheckConstraint(
                condition=~Q(gebruiker=F("waarnemer")),
                name="afwezigheid_ander_neemt_waar",
                violation_error_message="Kies een collega die uw werk doet.",
            ),
        ]

    def __str__(self):
        return f"{self.gebruiker}, waarnemer {self.waarnemer}"
