"""Who does the work: giving dossiers to a casemanager, sharing them, handing them over. The only writer of `behandelaar`.

Locks are always taken in one order: the dossiers by id, then the users by id.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from kern.models import Dossier, Gebruiker, Herinnering, Rolverlening
from kern.proces import actions
from kern.proces.tabel import PROCESSEN, gevolgen
from kern.proces.weigering import NietBevoegd, Weigering
from kern.templatetags.cimot import opsomming
from kern.toegang import gebruikers
from kern.toegang.rollen import Rol
from kern.werk import afwezigheid

HOOGSTENS = 1000  # as many dossiers as are given away in one action


def casemanagers(regio_ids):
    """Who can have a case in one of these regions today."""
    return collegas(regio_ids, Rol.CASEMANAGER)


def collegas(regio_ids, rol: Rol):
    """Who has this role in one of these regions today."""
    rollen = Rolverlening.objects.op(timezone.localdate()).filter(rol=rol, regio__in=regio_ids)
    return Gebruiker.objects.filter(is_active=True, pk__in=rollen.values("gebruiker")).order_by("naam", "pk")


def opvolgers(gebruiker: Gebruiker, regio_id: int):
    """Who can have all the open work of somebody in a region: of a provider only a contractmanager can."""
    soorten = werk_van(gebruiker, Dossier.objects.filter(regio=regio_id)).order_by().values_list("soort", flat=True)
    rollen = {PROCESSEN[soort].behandelrol for soort in soorten.distinct()} or {Rol.CASEMANAGER}
    mensen = Gebruiker.objects.filter(is_active=True)
    for rol in sorted(rollen):
        mensen = mensen.filter(pk__in=collegas([regio_id], rol).values("pk"))
    return mensen.exclude(pk=gebruiker.pk).order_by("naam", "pk")


def _controleer_collega(gebruiker: Gebruiker, dossier, veld: str = "behandelaar") -> None:
    """Raises Weigering when he cannot have it in this region. Locks him: an account that stops is not given a case."""
    mensen = collegas([dossier.regio_id], dossier.behandelrol).filter(pk=gebruiker.pk)
    if mensen.select_for_update(no_key=True, of=("self",)).first() is None:
        raise Weigering(f"Kies een {dossier.behandelnaam} van deze regio.", veld)


def _met_neven(ids) -> list[int]:
    """These dossiers, and what runs beside them: open, and of the same casemanager or of nobody yet."""
    zelfde = Q(behandelaar=F("hoofddossier__behandelaar")) | Q(behandelaar__isnull=True)
    neven = Dossier.objects.open().filter(zelfde, hoofddossier__in=ids)
    return sorted({*ids, *neven.values_list("pk", flat=True)})


# --- Giving ------------------------------------------------------------------------------------------------------


def _zet(dossier, behandelaar: Gebruiker) -> None:
    _controleer_collega(behandelaar, dossier)
    dossier.behandelaar = behandelaar
    # Whoever is responsible does not also share his own case.
    dossier.medebehandelaars.remove(behandelaar)


def _geef(dossier, *, door, op: datetime, behandelaar: Gebruiker):
    """One row of the table: the role of `door` and the status decide."""
    return actions.overgaan(
        dossier, "toewijzen", door=door, op=op,
        wijzig=lambda d: _zet(d, behandelaar), waarden={"behandelaar": behandelaar.pk},
    )  # fmt: skip


def _geef_als_beheer(dossier, *, door, op: datetime, behandelaar: Gebruiker):
    """The same facts, log and effects without asking the table: the administrator may do no action on a case."""
    dossier = actions.vergrendel(dossier)
    _zet(dossier, behandelaar)
    waarden = {"behandelaar": behandelaar.pk}
    actions.vastleggen(dossier, "toewijzen", door=door, op=op, van=dossier.status, naar=dossier.status, waarden=waarden)
    actions.bewaar(dossier, op)
    overgang = dossier.proces.overgang(dossier.status, "toewijzen")
    for _, functie in gevolgen(dossier.soort, "toewijzen") if overgang else ():
        functie(dossier, overgang)
    return dossier


@transaction.atomic
def toewijzen(dossier, *, door, op: datetime, behandelaar: Gebruiker):
    """Give a dossier to a casemanager of its region; what runs beside it goes along, the head of a linked one does not.

    Raises Weigering when he is no casemanager there today, and as `kern.proces.actions.overgaan`.
    """
    gegeven = None
    for rij in list(actions.vergrendel_alle(_met_neven([dossier.pk]))):
        if rij.pk == dossier.pk:
            gegeven = _geef(rij, door=door, op=op, behandelaar=behandelaar)
        elif rij.is_open and rij.behandelaar_id != behandelaar.pk:
            _geef(rij, door=door, op=op, behandelaar=behandelaar)
    return gegeven


def _mag_verdelen(door) -> None:
    if not door.has_perm("team.verdelen"):
        raise NietBevoegd("Alleen de teamleider verdeelt het werk.")


def _vergrendeld(bereik, dossier_ids) -> list:
    """The chosen dossiers and what goes along, locked. Raises Weigering for none, too many, and out of view."""
    gekozen = set(dossier_ids)
    if not gekozen:
        raise Weigering("Kies eerst een of meer dossiers.", "dossier")
    if len(gekozen) > HOOGSTENS:
        raise Weigering(f"Kies hoogstens {HOOGSTENS} dossiers tegelijk.", "dossier")
    if bereik.filter(pk__in=gekozen).count() != len(gekozen):
        raise Weigering("Een van deze dossiers kunt u niet verdelen. Laad de lijst opnieuw.", "dossier")
    return list(actions.vergrendel_alle(_met_neven(gekozen)))


def _intussen(anders) -> Weigering:
    """Somebody was faster: which dossiers, and that nothing changed."""
    namen = opsomming([f"{d.kenmerk}{f' ({d.behandelaar})' if d.is_open and d.behandelaar else ''}" for d in anders])
    wat = "is intussen" if len(anders) == 1 else "zijn intussen"
    return Weigering(f"{namen} {wat} veranderd. Er is niets verdeeld. Kies opnieuw.", "dossier")


def _met_kenmerk(geef, dossier, **argumenten):
    """Do it, and let a refusal name the dossier."""
    try:
        return geef(dossier, **argumenten)
    except Weigering as weigering:
        raise type(weigering)(f"{dossier.kenmerk}: {weigering.zin}", weigering.veld) from weigering


@transaction.atomic
def verdelen(dossier_ids, *, door, op: datetime, behandelaar: Gebruiker) -> int:
    """Give several dossiers of nobody to one casemanager: all of them or none. Returns how many were chosen.

    Raises Weigering with the kenmerk of what could not, also when a colleague took one meanwhile; NietBevoegd for who
    is no teamleider.
    """
    _mag_verdelen(door)
    gekozen = set(dossier_ids)
    dossiers = _vergrendeld(Dossier.objects.voor(door), gekozen)
    anders = [d for d in dossiers if d.pk in gekozen and (d.behandelaar_id or not d.is_open)]
    if anders:
        raise _intussen(anders)
    for dossier in dossiers:
        if dossier.is_open and dossier.behandelaar_id is None:
            _met_kenmerk(_geef, dossier, door=door, op=op, behandelaar=behandelaar)
    return len(gekozen)


# --- Handing over ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Overdracht:
    """What went to the colleague, and how many reminders of his own stay: those are personal."""

    zaken: int
    medezaken: int
    herinneringen: int


def werk_van(gebruiker: Gebruiker, bereik):
    """The open dossiers within reach that he has or shares."""
    return bereik.filter(Q(behandelaar=gebruiker) | Q(pk__in=gebruiker.medezaken.values("pk")), gesloten_op__isnull=True)


def _overdragen(dossiers, van: Gebruiker, naar: Gebruiker, *, door, op: datetime, geef) -> Overdracht:
    gedeeld = set(van.medezaken.filter(pk__in=[d.pk for d in dossiers]).values_list("pk", flat=True))
    eigen = {d.pk for d in dossiers if d.behandelaar_id == van.pk}
    zaken = medezaken = 0
    for dossier in dossiers:
        if dossier.pk in eigen or dossier.behandelaar_id is None and dossier.hoofddossier_id in eigen:
            _met_kenmerk(geef, dossier, door=door, op=op, behandelaar=naar)
            zaken += 1
        elif dossier.pk in gedeeld:
            _met_kenmerk(_deel_over, dossier, van=van, naar=naar, door=door, op=op)
            medezaken += 1
    blijft = Herinnering.objects.filter(gebruiker=van, gedaan_op__isnull=True, dossier__in=[d.pk for d in dossiers])
    gebruikers.vastleggen("overdragen", betreft=van, door=door, op=op, naar=naar.pk, zaken=zaken, medezaken=medezaken)
    return Overdracht(zaken, medezaken, blijft.count())


@transaction.atomic
def overdragen(van: Gebruiker, *, naar: Gebruiker, door, op: datetime, dossier_ids=None) -> Overdracht:
    """Hand over all open work of a colleague, or the chosen part: his cases, and the cases that he shares.

    All or nothing. Raises Weigering with the kenmerk of what is no longer his or cannot go; NietBevoegd for who is no
    teamleider.
    """
    _mag_verdelen(door)
    if naar.pk == van.pk:
        raise Weigering("Kies een andere collega.", "behandelaar")
    werk = werk_van(van, Dossier.objects.voor(door))
    if dossier_ids is None:
        ids = list(werk.values_list("pk", flat=True)[:HOOGSTENS])
        if not ids:
            raise Weigering(f"{van.naam} heeft geen open werk.")
    else:
        ids = list(set(dossier_ids))
    dossiers = _vergrendeld(Dossier.objects.voor(door), ids)
    nu = set(werk.filter(pk__in=ids).values_list("pk", flat=True))
    anders = [d for d in dossiers if d.pk in ids and d.pk not in nu]
    if anders:
        raise _intussen(anders)
    return _overdragen(dossiers, van, naar, door=door, op=op, geef=_geef)


@transaction.atomic
def overdragen_en_stoppen(
    gebruiker: Gebruiker, *, naar: dict[int, Gebruiker], waarnemers: dict[int, Gebruiker], door, op: datetime
) -> None:
    """Hand over everything and stop the account, in one action of the administrator, who sees no case.

    `naar`: per region who gets the work; `waarnemers`: per absence of a colleague who replaces him from now on. Raises
    Weigering for what has no successor, and NietBevoegd for who keeps no accounts.
    """
    if not door.has_perm("beheer.openen"):
        raise NietBevoegd("Alleen de functioneel beheerder stopt een account.")
    ids = werk_van(gebruiker, Dossier.objects.all()).values_list("pk", flat=True)
    dossiers = list(actions.vergrendel_alle(_met_neven(list(ids))))
    mensen = {gebruiker.pk, *(g.pk for g in naar.values()), *(g.pk for g in waarnemers.values())}
    list(Gebruiker.objects.filter(pk__in=mensen).order_by("pk").select_for_update(no_key=True, of=("self",)))
    for regio in sorted({d.regio for d in dossiers}, key=lambda r: r.pk):
        opvolger = naar.get(regio.pk)
        if opvolger is None or opvolger.pk == gebruiker.pk:
            raise Weigering(f"Kies een collega voor het werk in {regio}.", f"regio_{regio.pk}")
        deel = [d for d in dossiers if d.regio_id == regio.pk]
        _overdragen(deel, gebruiker, opvolger, door=door, op=op, geef=_geef_als_beheer)
    for rij in gebruikers.hangend(gebruiker, op=op).waarnemingen:
        if rij.pk not in waarnemers:
            raise Weigering(f"Kies wie waarneemt voor {rij.gebruiker}.", f"waarneming_{rij.pk}")
        afwezigheid.waarnemer_wijzigen(rij, waarnemer=waarnemers[rij.pk], door=door, op=op)
    gebruikers.inloggen_stoppen(gebruiker, door=door, op=op)


# --- Sharing -----------------------------------------------------------------------------------------------------


def mag_delen(dossier, gebruiker) -> bool:
    """The casemanager of the case, who replaces him, or the teamleider; not a colleague who only shares it."""
    verantwoordelijk = dossier.behandelaar_id is not None and dossier.behandelaar_id in gebruiker.werkt_voor_ids
    return gebruiker.has_perm("dossier.delen") and (verantwoordelijk or gebruiker.rol == Rol.TEAMLEIDER)


def _deelbaar(dossier, door):
    dossier = actions.vergrendel(dossier)
    if not mag_delen(dossier, door):
        raise NietBevoegd("Dit kan alleen de casemanager van deze zaak, wie hem waarneemt, of de teamleider.")
    return dossier


def _bewaar_delen(dossier, actie: str, gebruiker: Gebruiker, *, door, op: datetime, reden: str = "") -> None:
    rij = actions.vastleggen(dossier, actie, door=door, op=op, waarden={"medebehandelaar": gebruiker.pk})
    actions.toelichten(dossier, rij, reden)
    actions.bewaar(dossier, op)


@transaction.atomic
def medebehandelaar_toevoegen(dossier, *, gebruiker: Gebruiker, door, op: datetime, reden: str) -> None:
    """Share a case with a casemanager of the region: he then reads its content. Raises Weigering and NietBevoegd."""
    dossier = _deelbaar(dossier, door)
    if not dossier.is_open:
        raise Weigering("Dit dossier is gesloten.")
    if not reden.strip():
        raise Weigering("Vul in waarom u dit doet.", "reden")
    if gebruiker.pk == dossier.behandelaar_id:
        raise Weigering(f"{gebruiker.naam} is al de {dossier.behandelnaam} van deze zaak.", "gebruiker")
    _controleer_collega(gebruiker, dossier, "gebruiker")
    if dossier.medebehandelaars.filter(pk=gebruiker.pk).exists():
        raise Weigering(f"{gebruiker.naam} werkt al mee aan deze zaak.", "gebruiker")
    dossier.medebehandelaars.add(gebruiker)
    _bewaar_delen(dossier, "medebehandelaar_toevoegen", gebruiker, door=door, op=op, reden=reden)


@transaction.atomic
def medebehandelaar_verwijderen(dossier, *, gebruiker: Gebruiker, door, op: datetime, reden: str = "") -> None:
    """He no longer shares the case, also of a closed dossier. Doing it twice changes nothing. Raises NietBevoegd."""
    dossier = _deelbaar(dossier, door)
    if dossier.medebehandelaars.filter(pk=gebruiker.pk).exists():
        dossier.medebehandelaars.remove(gebruiker)
        _bewaar_delen(dossier, "medebehandelaar_verwijderen", gebruiker, door=door, op=op, reden=reden)


def _deel_over(dossier, *, van: Gebruiker, naar: Gebruiker, door, op: datetime) -> None:
    """The colleague shares the case instead, unless it is his own."""
    dossier = actions.vergrendel(dossier)
    dossier.medebehandelaars.remove(van)
    if naar.pk != dossier.behandelaar_id:
        _controleer_collega(naar, dossier)
        dossier.medebehandelaars.add(naar)
        actions.vastleggen(dossier, "medebehandelaar_toevoegen", door=door, op=op, waarden={"medebehandelaar": naar.pk})
    _bewaar_delen(dossier, "medebehandelaar_verwijderen", van, door=door, op=op)
