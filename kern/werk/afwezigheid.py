"""Being away while a colleague does the work (waarnemer). Told by oneself, or by the teamleider for who is ill at home."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from kern.models import Afwezigheid, Gebruiker, Rolverlening
from kern.proces import actions
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd.periode import Periode
from kern.toegang.gebruikers import laatste_dag, vastleggen
from kern.toegang.rollen import Rol


def leidt(door: Gebruiker, collega: Gebruiker) -> bool:
    """Whether this is the teamleider of a casemanager: they share a region today."""
    rollen = Rolverlening.objects.op(timezone.localdate()).filter(rol=Rol.CASEMANAGER, regio__in=door.regio_ids)
    return door.has_perm("team.verdelen") and rollen.filter(gebruiker=collega).exists()


def _verleningen(gebruiker: Gebruiker, rol: str | None) -> list[Rolverlening]:
    return [v for v in gebruiker.verleningen if v.rol == (rol or gebruiker.rol)]


def waarnemers(gebruiker: Gebruiker, periode: Periode, rol: Rol | None = None):
    """The colleagues who can take over the work of a period. Nobody without a role.

    They hold the role (the active one when none is named) in every place where he holds it, during the whole period.
    """
    verleningen = _verleningen(gebruiker, rol)
    if not verleningen:
        return Gebruiker.objects.none()
    voorwaarde = Q(is_active=True)
    for verlening in verleningen:
        zelfde = Rolverlening.objects.filter(
            rol=verlening.rol,
            regio=verlening.regio_id,
            gemeente=verlening.gemeente_id,
            organisatie=verlening.organisatie_id,
            periode__contains=periode,
        )
        voorwaarde &= Q(pk__in=zelfde.values("gebruiker"))
    return Gebruiker.objects.filter(voorwaarde).exclude(pk=gebruiker.pk)


def _controleer_waarnemer(gebruiker: Gebruiker, waarnemer: Gebruiker, periode: Periode, rol, *, zelf: bool) -> None:
    """Raises Weigering for who cannot do it. Locks both, so that two absences at once cannot point at each other."""
    list(
        Gebruiker.objects.filter(pk__in=[gebruiker.pk, waarnemer.pk])
        .order_by("pk")
        .select_for_update(no_key=True, of=("self",))
    )
    if not waarnemers(gebruiker, periode, rol).filter(pk=waarnemer.pk).exists():
        als = "u" if zelf else gebruiker.naam
        raise Weigering(f"{waarnemer.naam} heeft in deze dagen niet dezelfde rol en regio als {als}.", "waarnemer")
    if Afwezigheid.objects.filter(gebruiker=waarnemer, periode__overlap=periode).exists():
        raise Weigering(f"{waarnemer.naam} is dan zelf afwezig. Kies een andere collega.", "waarnemer")


def _neemt_niet_waar(gebruiker: Gebruiker, periode: Periode, *, zelf: bool) -> None:
    """Raises Weigering when somebody counts on him in these days: that work would be nobody's."""
    rij = Afwezigheid.objects.filter(waarnemer=gebruiker, periode__overlap=periode).select_related("gebruiker").first()
    if rij is None:
        return
    wie = "U neemt" if zelf else f"{gebruiker.naam} neemt"
    tot = laatste_dag(rij)
    raise Weigering(f"{wie} dan waar voor {rij.gebruiker} (tot en met {tot}). Regel daarvoor eerst een ander.", "eerste")


@transaction.atomic
def melden(
    gebruiker: Gebruiker, *, eerste: date, laatste: date, waarnemer: Gebruiker, op: datetime, door: Gebruiker | None = None
) -> Afwezigheid:
    """Somebody is away, both days included, and a colleague does the work. `door`: himself, or his teamleider.

    Raises Weigering, and NietBevoegd for anybody else.
    """
    door = door or gebruiker
    zelf = door.pk == gebruiker.pk
    if not zelf and not leidt(door, gebruiker):
        raise NietBevoegd("Dit is geen casemanager van uw regio.")
    if laatste < eerste:
        raise Weigering("De laatste dag ligt vóór de eerste dag.", "laatste")
    if eerste < timezone.localdate(op):
        raise Weigering("De eerste dag ligt in het verleden.", "eerste")
    periode = Periode(eerste, laatste)
    _controleer_waarnemer(gebruiker, waarnemer, periode, None if zelf else Rol.CASEMANAGER, zelf=zelf)
    _neemt_niet_waar(gebruiker, periode, zelf=zelf)
    try:
        with transaction.atomic():
            rij = Afwezigheid.objects.create(gebruiker=gebruiker, waarnemer=waarnemer, periode=periode)
    except IntegrityError as fout:
        zin = actions.zin_bij(fout, Afwezigheid)
        if zin is None:
            raise
        raise Weigering(zin, "eerste") from fout
    waarden = {"waarnemer": waarnemer.pk, "van": str(eerste), "tot": str(laatste)}
    vastleggen("afwezig_melden", betreft=gebruiker, door=door, op=op, **waarden)
    return rij


@transaction.atomic
def intrekken(rij: Afwezigheid, *, door: Gebruiker, op: datetime) -> None:
    """Back earlier: what did not start yet disappears, what runs ends today.

    Raises Weigering when it is over, and NietBevoegd for who is neither himself nor his teamleider.
    """
    rij = Afwezigheid.objects.select_for_update(of=("self",)).select_related("gebruiker").get(pk=rij.pk)
    vandaag = timezone.localdate(op)
    if rij.gebruiker_id != door.pk and not leidt(door, rij.gebruiker):
        raise NietBevoegd("Dit is niet uw eigen afwezigheid.")
    if rij.periode.is_voorbij(vandaag):
        raise Weigering("Deze afwezigheid is al voorbij.")
    if rij.periode.vanaf >= vandaag:
        rij.delete()
    else:
        rij.periode = Periode.tot_dag(rij.periode.vanaf, vandaag)
        rij.save()
    vastleggen("afwezigheid_intrekken", betreft=rij.gebruiker, door=door, op=op)


def resterend(rij: Afwezigheid, dag: date) -> Periode:
    """What is still to come of an absence."""
    return rij.periode.rest(dag)


def vervangers(rij: Afwezigheid, dag: date):
    """Who can replace the waarnemer for the rest of this absence."""
    rol = Rolverlening.objects.op(dag).filter(gebruiker=rij.gebruiker, rol=Rol.CASEMANAGER).exists()
    periode = resterend(rij, dag)
    mensen = waarnemers(rij.gebruiker, periode, Rol.CASEMANAGER if rol else None)
    weg = Afwezigheid.objects.filter(periode__overlap=periode)
    return mensen.exclude(pk=rij.waarnemer_id).exclude(pk__in=weg.values("gebruiker"))


@transaction.atomic
def waarnemer_wijzigen(rij: Afwezigheid, *, waarnemer: Gebruiker, door: Gebruiker, op: datetime) -> None:
    """Somebody else replaces him for the days that are left. Raises Weigering when that colleague cannot."""
    rij = Afwezigheid.objects.select_for_update(of=("self",)).select_related("gebruiker").get(pk=rij.pk)
    list(Gebruiker.objects.filter(pk=waarnemer.pk).select_for_update(no_key=True, of=("self",)))
    if not vervangers(rij, timezone.localdate(op)).filter(pk=waarnemer.pk).exists():
        raise Weigering(f"{waarnemer.naam} kan niet waarnemen voor {rij.gebruiker}. Kies een andere collega.")
    rij.waarnemer = waarnemer
    rij.save()
    vastleggen("waarnemer_wijzigen", betreft=rij.gebruiker, door=door, op=op, waarnemer=waarnemer.pk)
