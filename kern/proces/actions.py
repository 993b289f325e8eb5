"""The only writers of a dossier's status: one transaction locks, tests the table, saves, logs and moves the deadlines.

Every function takes who did it (`door`) and when it happened (`op`, aware); a demo or an import may date `op` back, the
log's own time is the database's. Several dossiers are locked in order of id.
"""

from copy import copy
from datetime import date, datetime, timedelta
from types import ModuleType

from django.apps import apps
from django.db import IntegrityError, transaction

from kern.beheer.models.regio import instellingen_van
from kern.models import Dossier, Gebeurtenis, Kenmerkteller, Toelichting, Verantwoordelijkheid
from kern.proces.tabel import Overgang, Proces, gevolgen
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import klok, termijnen
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Rol

# Makes the letters that a transition sends. They read deadlines and keep documents, which stand above this module, so the
# app hooks them in when it starts (`kern.apps`).
verzender: ModuleType | None = None


def vergrendel(dossier):
    """Lock the parent row and read the child afresh. Must run inside a transaction."""
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    return vers(dossier)


def vers(dossier):
    """The child row as the database has it, with the records that an action reads."""
    model = apps.get_model(dossier.proces.model)
    rijen = model.objects.select_related("client", "regio", "behandelaar", *model.RECORDS)
    # What every action asks of the region and the calendar comes along.
    rijen = rijen.annotate(gelijkgesteld=termijnen.GELIJKGESTELD, van_regio=instellingen_van("regio"))
    gelezen = rijen.get(pk=dossier.pk)
    gelezen.regio.onthoud(gelezen.van_regio)
    gelezen.eigen_kolommen = _eigen_kolommen(gelezen)
    return gelezen


def _eigen_kolommen(dossier) -> dict:
    """What the table of the child holds, to see whether an action changed it."""
    return {veld.attname: copy(getattr(dossier, veld.attname)) for veld in dossier._meta.local_concrete_fields}


def vergrendel_alle(ids):
    """Lock several dossiers in order of id, so that two actions on the same two never wait for each other."""
    for rij in Dossier.objects.filter(pk__in=list(ids)).order_by("pk").select_for_update(of=("self",)):
        yield rij.concreet()


def vastleggen(dossier, actie: str, *, door, op: datetime, van="", naar="", namens=None, waarden=None, verwijst_naar=None):
    """One row in the audit log, in the transaction of the action: keys and codes, never a name or free text."""
    namens = namens or {}
    return Gebeurtenis.objects.create(
        wereld=dossier.wereld,
        dossier_id=dossier.pk,
        client_id=dossier.client_id,
        soort=dossier.soort,
        actie=actie,
        van=van,
        naar=naar,
        gebruiker_id=door.pk if door else None,
        rol=(door.rol if door else Rol.SYSTEEM) or "",
        namens=namens.get("wie", ""),
        kanaal=namens.get("kanaal", ""),
        waarden=waarden or {},
        verwijst_naar_id=verwijst_naar,
        op=op,
    )


def toelichten(dossier, rij: Gebeurtenis, reden: str) -> None:
    """Keep why somebody did it: with the dossier, and not in the log."""
    if reden.strip():
        Toelichting.objects.create(dossier_id=dossier.pk, wereld=dossier.wereld, gebeurtenis_id=rij.pk, reden=reden)


def bewaar_kopie(dossier) -> None:
    """Save the copies for lists, without a new version: nothing changed that a person typed."""
    termijnen.samenvatten(dossier)
    dossier.save()


def bewaar(dossier, op: datetime) -> None:
    """Deadlines in line with the facts, a new version, save."""
    dossier.gewijzigd_op = max(dossier.gewijzigd_op, klok.dag(op))
    termijnen.bijwerken(dossier, klok.dag(op))
    dossier.versie += 1
    _schrijf(dossier)


def _schrijf(dossier) -> None:
    """Save; most actions change the parent alone, which is then the only row to write."""
    if getattr(dossier, "eigen_kolommen", None) == _eigen_kolommen(dossier):
        dossier.save(update_fields=[veld.name for veld in Dossier._meta.local_concrete_fields if not veld.primary_key])
    else:
        dossier.save()


def _nieuw_kenmerk(proces: Proces, jaar: int) -> str:
    Kenmerkteller.objects.get_or_create(letter=proces.letter, jaar=jaar)
    teller = Kenmerkteller.objects.select_for_update(of=("self",)).get(letter=proces.letter, jaar=jaar)
    teller.laatste += 1
    teller.save()
    return f"{proces.letter}-{jaar}-{teller.laatste:04d}"


@transaction.atomic
def openen(dossier, *, door, op: datetime, feiten=None, waarden=None):
    """Save a new dossier in the first status of its table. `feiten(dossier)` saves the records that deadlines start from.

    Raises NietBevoegd when the role may not open this kind.
    """
    proces = dossier.proces
    if not proces.mag(door.rol, "openen"):
        raise NietBevoegd(f"Uw rol mag geen {proces.naam.lower()} openen.")
    dossier.wereld, dossier.status = proces.wereld, proces.begin
    dossier.is_een_per_client = proces.een_per_client
    # What was entered days later still began on its own day, and its next step may lie before today.
    dossier.geopend_op = dossier.status_sinds = dossier.gewijzigd_op = dossier.geopend_op or klok.dag(op)
    dossier.kenmerk = _nieuw_kenmerk(proces, dossier.geopend_op.year)
    dossier.save()
    if feiten:
        feiten(dossier)
    vastleggen(dossier, "openen", door=door, op=op, naar=dossier.status, waarden=waarden)
    bewaar(dossier, op)
    return dossier


def toegestaan(dossier, actie: str, *, door) -> Overgang:
    """The row of the table for this action now. Raises NietBevoegd ("not you") or Weigering ("not now")."""
    proces = dossier.proces
    overgang = proces.overgang(dossier.status, actie)
    if not proces.mag(door.rol, actie):
        raise NietBevoegd("Uw rol mag dit niet doen.")
    if overgang is None:
        naam = proces.acties[actie][0].knop
        raise Weigering(f"“{naam}” kan niet meer of nog niet: de status is nu “{dossier.status_naam}”.")
    if not door.has_perm(f"{proces.soort}.{actie}", dossier):
        raise NietBevoegd("Dit kan alleen de casemanager van deze zaak, of wie hem waarneemt.")
    return overgang


def ontbreekt(dossier, overgang: Overgang, op: date) -> list[str]:
    """The sentences of the conditions that do not hold yet."""
    return [voorwaarde.zin for voorwaarde in overgang.mits if not voorwaarde.test(dossier, op)]


@transaction.atomic
def overgaan(dossier, actie: str, *, door, op: datetime, wijzig=None, reden="", namens=None, waarden=None, brief=None):
    """Do one action of the table on a locked dossier and return it.

    `wijzig(dossier)` writes the facts that belong to the action; conditions are judged after it. The letters that the table
    names are made last, of the facts as they are then; `brief` (kern.brieven.Opdracht) is what the sender adds to them.
    Raises Weigering with a sentence; the database then keeps nothing of it.
    """
    dossier = vergrendel(dossier)
    overgang = toegestaan(dossier, actie, door=door)
    if overgang.met_reden and not reden.strip():
        raise Weigering("Vul in waarom u dit doet.", "reden")
    _op_tijd(dossier, overgang, op)
    if wijzig:
        wijzig(dossier)
    if zinnen := ontbreekt(dossier, overgang, klok.dag(op)):
        raise Weigering(f"Dit kan nog niet. Nog nodig: {'; '.join(zinnen)}.")
    van = dossier.status
    if overgang.naar:
        dossier.status, dossier.status_sinds = overgang.naar, klok.dag(op)
        if overgang.naar in dossier.proces.eind:
            dossier.gesloten_op, dossier.sluitreden = klok.dag(op), reden[:500]
    waarden = {**(waarden or {}), **({"brief": verzender.codes(dossier, overgang)} if overgang.verstuurt else {})}
    rij = vastleggen(dossier, actie, door=door, op=op, van=van, naar=dossier.status, namens=namens, waarden=waarden)
    toelichten(dossier, rij, reden)
    bewaar(dossier, op)
    for _, functie in gevolgen(dossier.soort, actie):
        functie(dossier, overgang)
    if overgang.verstuurt:
        verzender.maak(dossier, overgang, rij, opdracht=brief, door=door, op=op)
    return dossier


def _op_tijd(dossier, overgang: Overgang, op: datetime) -> None:
    """Raises Weigering for a moment that cannot be: in the future, or before what it follows."""
    if op > klok.nu():
        raise Weigering("Deze datum ligt in de toekomst.", "op")
    if klok.dag(op) < dossier.geopend_op:
        raise Weigering(f"Dit begon op {datum_nl(dossier.geopend_op)}. Deze datum ligt daarvoor.", "op")
    if overgang.naar and klok.dag(op) < dossier.status_sinds:
        raise Weigering(f"De vorige stap was op {datum_nl(dossier.status_sinds)}. Deze datum ligt daarvoor.", "op")


def verantwoordelijk_maken(dossier, *, gemeente, regel: str, grond: str, vanaf: date) -> Verantwoordelijkheid:
    """End the running responsibility the day before and start the next one (X-21); the same one changes nothing.

    Raises Weigering when it would begin on or before the day on which the running one began.
    """
    lopend = dossier.verantwoordelijkheden.filter(tot__isnull=True).first()
    if lopend and (lopend.gemeente_id, lopend.regel, lopend.grond) == (gemeente.pk, regel, grond):
        return lopend
    if lopend:
        if vanaf <= lopend.vanaf:
            sinds = datum_nl(lopend.vanaf)
            raise Weigering(f"{lopend.gemeente} is verantwoordelijk vanaf {sinds}. Kies een latere dag.", "vanaf")
        lopend.tot = vanaf - timedelta(days=1)
        lopend.save()
    return dossier.verantwoordelijkheden.create(gemeente=gemeente, regel=regel, grond=grond, vanaf=vanaf)


def zin_bij(fout: IntegrityError, *modellen) -> str | None:
    """The Dutch sentence of the constraint that the database refused, if it is one of ours."""
    naam = getattr(getattr(fout.__cause__, "diag", None), "constraint_name", None)
    for model in modellen or apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == naam and constraint.violation_error_message:
                return str(constraint.get_violation_error_message())
    return None
