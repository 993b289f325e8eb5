"""What happens to a user: invited, choosing a role, stopped. The rules live here, not in views or the admin.

The dossier of these actions is nobody's: each writes one Gebeurtenis with keys only, never a name.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from kern.models import Afwezigheid, Dossier, Gebeurtenis, Gebruiker, Rolverlening, Uitgaand
from kern.proces.weigering import NietBevoegd, Weigering
from kern.templatetags.cimot import meervoud, opsomming
from kern.tijd.kalender import datum_nl
from kern.tijd.periode import Periode
from kern.toegang.rollen import ZONDER_INLOG, Rol, Wereld
from kern.werk.wachtrij import zet_in_gang

BRIEVEN = {
    Uitgaand.Soort.UITNODIGING: ("Uw account bij Cimot", "mail/uitnodiging.txt"),
    Uitgaand.Soort.WACHTWOORD: ("Een nieuw wachtwoord voor Cimot", "mail/wachtwoord.txt"),
}
# Whoever asks again within this time gets no second mail: the mailbox of a colleague cannot be flooded.
WACHTWOORD_ELKE = timedelta(minutes=10)


def vastleggen(actie: str, *, betreft: Gebruiker, door: Gebruiker | None, op: datetime, **waarden) -> Gebeurtenis:
    """One row in the audit log about a user."""
    return Gebeurtenis.objects.create(
        wereld=Wereld.ZORG,
        soort="gebruiker",
        actie=actie,
        gebruiker_id=door.pk if door else None,
        rol=(door.rol or "") if door else Rol.SYSTEEM,
        waarden={"betreft": betreft.pk, **waarden},
        op=op,
    )


# --- Invitation and password: a link by mail, made when the mail leaves, valid once and for a day ---------------------


@transaction.atomic
def uitnodigen(gebruiker: Gebruiker, *, door: Gebruiker | None, op: datetime) -> Uitgaand:
    """Mail a link to choose the first password. Raises Weigering when he may not log in."""
    if not gebruiker.is_active:
        raise Weigering(f"{gebruiker.naam} mag niet inloggen. Sta dat eerst weer toe.")
    vastleggen("uitnodigen", betreft=gebruiker, door=door, op=op)
    transaction.on_commit(partial(zet_in_gang, "verstuur_berichten"))
    return Uitgaand.objects.create(
        soort=Uitgaand.Soort.UITNODIGING, gebruiker=gebruiker, sleutel=f"uitnodiging:{gebruiker.pk}:{uuid4()}"
    )


def wachtwoord_aanvragen(wie: str, *, op: datetime) -> None:
    """Mail a link for a new password to whoever has this name or address. Says nothing about whether he exists.

    The mail waits for the next round: asking the broker to hurry would make the answer measurably slower for who exists.
    """
    wie = wie.strip()
    gebruiker = Gebruiker.objects.filter(Q(gebruikersnaam__iexact=wie) | Q(email__iexact=wie), is_active=True).first()
    if gebruiker is None:
        return
    beurt = int(op.timestamp() // WACHTWOORD_ELKE.total_seconds())
    with transaction.atomic():
        _, nieuw = Uitgaand.objects.get_or_create(
            sleutel=f"wachtwoord:{gebruiker.pk}:{beurt}",
            defaults={"soort": Uitgaand.Soort.WACHTWOORD, "gebruiker": gebruiker},
        )
        if nieuw:
            vastleggen("wachtwoord_aanvragen", betreft=gebruiker, door=None, op=op)


def wachtwoordlink(gebruiker: Gebruiker) -> str:
    pad = reverse(
        "wachtwoord_nieuw",
        args=[
            urlsafe_base64_encode(force_bytes(gebruiker.pk)),
            default_token_generator.make_token(gebruiker),
        ],
    )
    return f"{settings.SITE_URL.rstrip('/')}{pad}"


def brief(uitgaand: Uitgaand) -> tuple[str, str]:
    """Subject and text of an invitation or a password mail, with a fresh link. Raises KeyError for other kinds."""
    onderwerp, sjabloon = BRIEVEN[uitgaand.soort]
    gebruiker = uitgaand.gebruiker
    context = {
        "gebruiker": gebruiker,
        "link": wachtwoordlink(gebruiker),
        "uren": settings.PASSWORD_RESET_TIMEOUT // 3600,
    }
    return onderwerp, render_to_string(sjabloon, context)


# --- Roles -------------------------------------------------------------------------------------------------------


@transaction.atomic
def rol_kiezen(gebruiker: Gebruiker, rol: str, *, op: datetime) -> None:
    """Work in another role from now on. Raises NietBevoegd for a role that he does not hold today."""
    if rol not in gebruiker.rollen or rol in ZONDER_INLOG:
        raise NietBevoegd("Deze rol hebt u vandaag niet.")
    van, gebruiker.actieve_rol = gebruiker.rol, rol
    del gebruiker.rol  # was read and kept on the line above
    gebruiker.save(update_fields=["actieve_rol"])
    vastleggen("rol_kiezen", betreft=gebruiker, door=gebruiker, op=op, van=van or "", naar=rol)


def moet_kiezen(gebruiker: Gebruiker) -> bool:
    """Nobody can know in which role he wants to work: he has several and none was chosen, or he has none."""
    rollen = [rol for rol in gebruiker.rollen if rol not in ZONDER_INLOG]
    return len(rollen) != 1 and gebruiker.actieve_rol not in rollen


def beheerders(op: date):
    """The functional administrators of today or later."""
    rijen = Rolverlening.objects.filter(
        Q(periode__endswith__isnull=True) | Q(periode__endswith__gt=op), rol=Rol.FUNCTIONEEL_BEHEERDER
    )
    return Gebruiker.objects.filter(is_active=True, pk__in=rijen.values("gebruiker"))


@transaction.atomic
def maak_beheerder(*, gebruikersnaam: str, naam: str, email: str, wachtwoord: str | None, op: datetime) -> Gebruiker:
    """The account with which everything starts: nobody could give it its role, so nobody is named as the giver."""
    gebruiker = Gebruiker(gebruikersnaam=gebruikersnaam.lower(), naam=naam, email=email)
    gebruiker.set_password(wachtwoord)
    gebruiker.full_clean(exclude=["password"])
    gebruiker.save()
    gebruiker.rolverleningen.create(rol=Rol.FUNCTIONEEL_BEHEERDER, periode=Periode(timezone.localdate(op)))
    vastleggen("maak_beheerder", betreft=gebruiker, door=None, op=op)
    if wachtwoord is None:
        uitnodigen(gebruiker, door=None, op=op)
    return gebruiker


# --- Stopping ----------------------------------------------------------------------------------------------------


class WerkHangt(Weigering):
    """His account cannot be stopped yet: somebody else has to take over first (`kern.werk.team.overdragen_en_stoppen`)."""


@dataclass(frozen=True)
class Hangend:
    """What would be left without anybody when this user can no longer log in. Counts and colleagues, never a case."""

    zaken: int
    medezaken: int
    waarnemingen: list[Afwezigheid]

    def __bool__(self):
        return bool(self.zaken or self.medezaken or self.waarnemingen)

    def zinnen(self, naam: str) -> str:
        delen = [f"heeft nog {meervoud(self.zaken, 'open dossier', 'open dossiers')}"] if self.zaken else []
        if self.medezaken:
            delen.append(f"werkt mee aan {meervoud(self.medezaken, 'open dossier', 'open dossiers')} van een collega")
        werk = f"{naam} {opsomming(delen)}. Draag die eerst over." if delen else ""
        wie = opsomming([f"{rij.gebruiker} (tot en met {laatste_dag(rij)})" for rij in self.waarnemingen])
        waar = f"{naam} neemt waar voor {wie}. Kies daarvoor eerst een andere collega." if wie else ""
        return f"{werk} {waar}".strip()


def laatste_dag(rij: Afwezigheid) -> str:
    """The last day of an absence as people say it."""
    return datum_nl(rij.periode.tot) if rij.periode.tot else "nader bericht"


def hangend(gebruiker: Gebruiker, *, op: datetime) -> Hangend:
    """Open cases, shared cases, and the colleagues whom he replaces now or later."""
    open_ = Dossier.objects.open()
    waarnemingen = Afwezigheid.objects.filter(waarnemer=gebruiker, periode__endswith__gt=timezone.localdate(op))
    return Hangend(
        zaken=open_.filter(behandelaar=gebruiker).count(),
        medezaken=open_.filter(medebehandelaars=gebruiker).exclude(behandelaar=gebruiker).count(),
        waarnemingen=list(waarnemingen.select_related("gebruiker").order_by("periode", "id")),
    )


@transaction.atomic
def inloggen_stoppen(gebruiker: Gebruiker, *, door: Gebruiker, op: datetime) -> None:
    """He can no longer log in; a running session ends at its next page. Raises WerkHangt while work hangs on him."""
    # The same kind of lock as whoever gives him a case takes: nothing is given to an account that stops.
    gebruiker = Gebruiker.objects.select_for_update(no_key=True, of=("self",)).get(pk=gebruiker.pk)
    if gebruiker.pk == door.pk:
        raise Weigering("U kunt uw eigen toegang niet stoppen. Vraag het een andere beheerder.")
    if rest := hangend(gebruiker, op=op):
        raise WerkHangt(rest.zinnen(gebruiker.naam))
    gebruiker.is_active = False
    gebruiker.save(update_fields=["is_active"])
    vastleggen("inloggen_stoppen", betreft=gebruiker, door=door, op=op)


@transaction.atomic
def inloggen_toestaan(gebruiker: Gebruiker, *, door: Gebruiker, op: datetime) -> None:
    gebruiker.is_active = True
    gebruiker.save(update_fields=["is_active"])
    vastleggen("inloggen_toestaan", betreft=gebruiker, door=door, op=op)


@transaction.atomic
def dagbericht_zetten(gebruiker: Gebruiker, aan: bool, *, op: datetime) -> None:
    """Turn the daily mail on or off. What the law demands is mailed all the same, unless a colleague replaces him."""
    if gebruiker.dagbericht != aan:
        gebruiker.dagbericht = aan
        gebruiker.save(update_fields=["dagbericht"])
        vastleggen("dagbericht_zetten", betreft=gebruiker, door=gebruiker, op=op, aan=aan)
