"""Actions on a provider: who it is, what it was before 2015, whom one calls, and where it delivers (R-FIN-04, X-13, X-19).

A provider belongs to no dossier. Each action locks it first and leaves one row in the log, with keys and names of fields.
"""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from aanbieders.models import Aanbieder, Contactpersoon, Locatie, Plek, Verledenvaststelling
from aanbieders.models.aanbieder import Verleden
from kern.models import Gebeurtenis
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import klok
from kern.toegang.rollen import Wereld

# Beside which field the sentence of a constraint belongs.
VELDEN = {
    "aanbieder_kvk_acht_cijfers": "kvk",
    "aanbieder_agb_acht_cijfers": "agb",
    "contactpersoon_periode": "tot",
    "contactpersoon_bereikbaar": "telefoon",
    "locatie_periode": "tot",
    "locatie_leeftijd": "leeftijd_tot",
    "locatie_capaciteit_met_eenheid": "capaciteit",
    "plek_een_keer": "naam",
    "plek_periode": "tot",
}
BEZET = {
    "kvk": "Dit KvK-nummer staat al bij een andere aanbieder.",
    "agb": "Deze AGB-code staat al bij een andere aanbieder.",
}
AL_GEEINDIGD = "Dit is al geëindigd. Pas zo nodig de einddatum aan bij “Wijzigen”."


@transaction.atomic
def aanbieder_wijzigen(aanbieder, *, door, op: datetime, **waarden) -> Aanbieder:
    """Who it is (R-FIN-03). Raises Weigering for a KvK-nummer or AGB-code that is wrong or of another provider."""
    aanbieder = _vergrendel(aanbieder, door)
    for veld in BEZET:
        if veld in waarden:
            waarden[veld] = waarden[veld] or None
            _vrij(aanbieder, veld, waarden[veld])
    velden = _zet(aanbieder, waarden)
    if velden:
        aanbieder.versie += 1
        _bewaar(aanbieder, "aanbieder_wijzigen", aanbieder, door=door, op=op, velden=velden)
    return aanbieder


def _vrij(aanbieder, veld: str, waarde) -> None:
    if waarde and Aanbieder.objects.filter(**{veld: waarde}).exclude(pk=aanbieder.pk).exists():
        raise Weigering(BEZET[veld], veld)


@transaction.atomic
def verleden_vaststellen(aanbieder, *, door, op: datetime, verleden: str, bewijs: str, reden: str) -> Verledenvaststelling:
    """What it delivered before 1-1-2015, on the day of `op` (X-13). Nothing is overwritten: this row counts from now on.

    Raises Weigering without evidence or reason, or when that was already known by the same evidence.
    """
    aanbieder = _vergrendel(aanbieder, door)
    bewijs, reden = bewijs.strip(), reden.strip()
    if not bewijs:
        raise Weigering("Vul in waaruit dit blijkt.", "bewijs")
    if not reden:
        raise Weigering("Vul in waarom u dit vastlegt of wijzigt.", "reden")
    vorige = aanbieder.verledens.first()
    if (vorige.verleden if vorige else Verleden.ONBEKEND) == verleden and (vorige is None or vorige.bewijs == bewijs):
        raise Weigering("Dit staat er al zo.", "verleden")
    rij = Verledenvaststelling(
        aanbieder=aanbieder, verleden=verleden, bewijs=bewijs, reden=reden, door=door, vastgesteld_op=klok.dag(op)
    )
    _bewaar(rij, "verleden_vaststellen", aanbieder, door=door, op=op)
    return rij


# Whom one calls.


@transaction.atomic
def contactpersoon_toevoegen(aanbieder, *, door, op: datetime, vanaf: date, **waarden) -> Contactpersoon:
    """Raises Weigering for somebody who cannot be reached by telephone or e-mail."""
    aanbieder = _vergrendel(aanbieder, door)
    rij = Contactpersoon(aanbieder=aanbieder, vanaf=vanaf, **waarden)
    _bewaar(rij, "contactpersoon_toevoegen", aanbieder, door=door, op=op)
    return rij


@transaction.atomic
def contactpersoon_wijzigen(contactpersoon, *, door, op: datetime, **waarden) -> Contactpersoon:
    """Raises Weigering as adding does."""
    return _wijzig(contactpersoon, "contactpersoon_wijzigen", waarden, door=door, op=op)


@transaction.atomic
def contactpersoon_beeindigen(contactpersoon, *, door, op: datetime, tot: date) -> Contactpersoon:
    """The last day on which one calls or writes here. Raises Weigering when it ended already."""
    return _beeindig(contactpersoon, "contactpersoon_beeindigen", tot, door=door, op=op)


# Where it delivers.


@transaction.atomic
def locatie_toevoegen(aanbieder, *, door, op: datetime, **waarden) -> Locatie:
    """A place with its capacity and the unit of it (X-19). Raises Weigering for a capacity without a unit."""
    aanbieder = _vergrendel(aanbieder, door)
    rij = Locatie(aanbieder=aanbieder, **waarden)
    _bewaar(rij, "locatie_toevoegen", aanbieder, door=door, op=op)
    return rij


@transaction.atomic
def locatie_wijzigen(locatie, *, door, op: datetime, **waarden) -> Locatie:
    """Also of which provider it is, as long as that was not known (Q-11). Raises Weigering as adding does."""
    if locatie.aanbieder_id and waarden.get("aanbieder", locatie.aanbieder) != locatie.aanbieder:
        raise Weigering("Van deze locatie is de aanbieder al bekend.", "aanbieder")
    locatie = _wijzig(locatie, "locatie_wijzigen", waarden, door=door, op=op)
    if locatie.tot and locatie.plekken.exclude(tot__lte=locatie.tot).exists():
        raise Weigering(
            "Een plek van deze locatie loopt langer door. Kies “Beëindigen”: dat beëindigt ook de plekken.", "tot"
        )
    return locatie


@transaction.atomic
def locatie_beeindigen(locatie, *, door, op: datetime, tot: date) -> Locatie:
    """The last day of a location, and so of its places. Raises Weigering when it ended already, or one begins after it."""
    locatie = _beeindig(locatie, "locatie_beeindigen", tot, door=door, op=op)
    plekken = list(locatie.plekken.select_for_update(no_key=True, of=("self",)))
    if any(plek.vanaf > tot for plek in plekken if plek.tot is None or plek.tot > tot):
        raise Weigering("Een plek van deze locatie begint later. Kies een latere dag, of wijzig eerst die plek.", "tot")
    for plek in plekken:
        if plek.tot is None or plek.tot > tot:
            plek.tot = tot
            plek.save()
    return locatie


@transaction.atomic
def plek_toevoegen(locatie, *, door, op: datetime, **waarden) -> Plek:
    """One room, studio or bed. Raises Weigering for a name that the location has already."""
    aanbieder = _vergrendel(locatie.aanbieder, door)
    rij = Plek(locatie=Locatie.objects.select_for_update(no_key=True, of=("self",)).get(pk=locatie.pk), **waarden)
    _binnen_locatie(rij)
    _bewaar(rij, "plek_toevoegen", aanbieder, door=door, op=op)
    return rij


@transaction.atomic
def plek_wijzigen(plek, *, door, op: datetime, **waarden) -> Plek:
    """Raises Weigering as adding does."""
    return _wijzig(plek, "plek_wijzigen", waarden, door=door, op=op)


@transaction.atomic
def plek_beeindigen(plek, *, door, op: datetime, tot: date) -> Plek:
    """The last day on which it is used. Raises Weigering when it ended already."""
    return _beeindig(plek, "plek_beeindigen", tot, door=door, op=op)


def _binnen_locatie(rij) -> None:
    if isinstance(rij, Plek) and rij.vanaf < rij.locatie.vanaf:
        raise Weigering("De locatie is dan nog niet in gebruik.", "vanaf")
    if isinstance(rij, Plek) and rij.locatie.tot and (rij.tot is None or rij.tot > rij.locatie.tot):
        raise Weigering("De locatie is dan niet meer in gebruik. Vul een einddatum in die daarvóór ligt.", "tot")


# What they share.


def _vergrendel(aanbieder, door):
    """The provider afresh and locked; None for a location of which nobody knows whose it is. Raises NietBevoegd."""
    if not door.has_perm("aanbieder.wijzigen"):
        raise NietBevoegd("Uw rol mag de gegevens van een aanbieder niet wijzigen.")
    if aanbieder is None:
        return None
    return Aanbieder.objects.select_related("organisatie").select_for_update(of=("self",), no_key=True).get(pk=aanbieder.pk)


def _van(rij):
    return rij.locatie.aanbieder if isinstance(rij, Plek) else rij.aanbieder


def _zet(rij, waarden) -> set[str]:
    velden = {naam for naam, waarde in waarden.items() if getattr(rij, naam) != waarde}
    for naam, waarde in waarden.items():
        setattr(rij, naam, waarde)
    return velden


def _vers(rij):
    return type(rij).objects.select_for_update(of=("self",), no_key=True).get(pk=rij.pk)


def _wijzig(rij, actie: str, waarden, *, door, op):
    aanbieder = _vergrendel(_van(rij), door)
    rij = _vers(rij)
    velden = _zet(rij, waarden)
    _binnen_locatie(rij)
    if velden:
        if hasattr(rij, "versie"):
            rij.versie += 1
        _bewaar(rij, actie, aanbieder or _van(rij), door=door, op=op, velden=velden)
    return rij


def _beeindig(rij, actie: str, tot: date, *, door, op):
    aanbieder = _vergrendel(_van(rij), door)
    rij = _vers(rij)
    if rij.tot and rij.tot < klok.dag(op):
        raise Weigering(AL_GEEINDIGD, "tot")
    if tot < rij.vanaf:
        raise Weigering("De einddatum ligt vóór de begindatum.", "tot")
    rij.tot = tot
    _binnen_locatie(rij)
    _bewaar(rij, actie, aanbieder, door=door, op=op, velden={"tot"})
    return rij


def _bewaar(rij, actie: str, aanbieder, *, door, op, velden=()) -> None:
    """The constraints of the database beside their field, then save, then one row in the log."""
    for constraint in rij._meta.constraints:
        try:
            constraint.validate(type(rij), rij)
        except ValidationError as fout:
            raise Weigering(fout.messages[0], VELDEN.get(constraint.name)) from None
    rij.save()
    Gebeurtenis.objects.create(
        wereld=Wereld.AANBIEDERS,
        soort="aanbieder",
        actie=actie,
        gebruiker_id=door.pk,
        rol=door.rol or "",
        waarden={
            "aanbieder": aanbieder.pk if aanbieder else None,
            rij._meta.model_name: rij.pk,
            **({"velden": sorted(velden)} if velden else {}),
        },
        op=op,
    )
