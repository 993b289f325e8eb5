"""Who stands beside a client and what he allowed: the actions, and who gets letters and invitations.

Sources: domein.md 3.0 Relatie; L-01 (who represents), L-37 (consent), L-50 (anyone may be represented), L-51 (channel).
The reads work on `client.relaties`, `client.adressen` and `client.toestemmingen` and ask nothing when those are prefetched.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from kern.models import Adres, Relatie, Toestemming
from kern.personen import clienten
from kern.proces.weigering import Weigering
from kern.tijd import klok
from kern.toegang.rollen import Klasse

S, G = Relatie.Soort, Relatie.Grond
# Whose word counts first; one of the first three keeps a relation of the law from acting (L-01). The administrator of
# somebody's money does not represent him in care.
VOLGORDE = [S.CURATOR, S.MENTOR, S.VOOGD, S.GEMACHTIGDE, S.BEWINDVOERDER]
GAAT_VOOR_DE_WET = {S.CURATOR, S.MENTOR, S.VOOGD}
VELDEN = {
    "relatie_door_rechter": "grond",
    "relatie_gemachtigde_met_volmacht": "grond",
    "relatie_rechter_benoemt": "grond",
    "relatie_wet_voor_naasten": "grond",
    "relatie_brieven_met_adres": "straat",
    "relatie_periode": "tot",
    "relatie_een_curator": "soort",
    "relatie_een_eerste_contact": "is_eerste_contact",
    "toestemming_periode": "geldig_tot",
    "toestemming_ingetrokken": "ingetrokken_op",
}


@dataclass(frozen=True)
class Ontvanger:
    """Who gets a letter, how, and why. `kanaal` is empty while nothing can arrive; a secret address is for sending only."""

    naam: str
    rol: str
    kanaal: str
    adres: str
    email: str
    waarom: str
    is_kopie: bool
    is_geheim: bool = False
    relatie: Relatie | None = None


@dataclass(frozen=True)
class Uitgenodigde:
    naam: str
    rol: str
    telefoon: str
    email: str
    waarom: str
    relatie: Relatie | None = None


# Reads.


def zichtbaar(relaties, klassen) -> list[Relatie]:
    """Those that somebody with these data classes may know of."""
    return [relatie for relatie in relaties if relatie.klasse in klassen]


def lopend(client, op: date) -> list[Relatie]:
    return [relatie for relatie in client.relaties.all() if relatie.geldt(op)]


def vertegenwoordigers(client, op: date) -> list[Relatie]:
    """Who represents the client on a day, whose word counts first in front (L-01).

    A relation of the law acts only where no curator, mentor, voogd or gemachtigde does, and the partner before the others.
    """
    met_grond = [r for r in lopend(client, op) if r.is_vertegenwoordiger]
    benoemd = [r for r in met_grond if r.grond != G.WET]
    volgens_wet = [r for r in met_grond if r.grond == G.WET and not _gaan_voor(r, met_grond)]
    return sorted(benoemd, key=gewicht) + volgens_wet


def gewicht(relatie) -> tuple[int, int]:
    """For sorting: who represents the client before who is near him, whose word counts first in front."""
    if relatie.soort in VOLGORDE:
        return VOLGORDE.index(relatie.soort), relatie.pk
    # Somebody near with a power of attorney stands beside whoever is only that.
    eigen = {G.VOLMACHT: VOLGORDE.index(S.GEMACHTIGDE), G.WET: len(VOLGORDE)}
    return eigen.get(relatie.grond, len(VOLGORDE) + 1), relatie.pk


def _gaan_voor(relatie, anderen) -> list[Relatie]:
    """Who keeps a relation of the law from acting."""
    benoemd = [r for r in anderen if r.soort in GAAT_VOOR_DE_WET or r.grond == G.VOLMACHT]
    if benoemd or relatie.soort == S.PARTNER:
        return benoemd
    return [r for r in anderen if r.grond == G.WET and r.soort == S.PARTNER]


def adviezen(client, op: date, klassen=frozenset(Klasse)) -> list[str]:
    """What to look at once more, one sentence each; nothing is refused for it (L-01)."""
    zinnen, lopende = [], zichtbaar(lopend(client, op), klassen)
    for relatie in lopende:
        ander = next(iter(_gaan_voor(relatie, lopende)), None) if relatie.grond == G.WET else None
        if ander:
            zinnen.append(
                f"{_wie(ander)} gaat voor. Daarom vertegenwoordigt {_wie(relatie)} de cliënt nu niet volgens de wet."
            )
    for relatie in lopende:
        if relatie.grond in (G.RECHTER, G.VOLMACHT) and not relatie.bewijs_id:
            zinnen.append(f"Van {_wie(relatie)} is er nog geen {'uitspraak' if relatie.grond == G.RECHTER else 'volmacht'}.")
    return zinnen


def _wie(relatie) -> str:
    return f"{relatie.naam} ({relatie.get_soort_display().lower()})"


def is_adres_geheim(relatie, client) -> bool:
    """Whether this address may give away where the client is: he hides, or it is the same as a secret address of his."""
    geheime = {_plek(adres) for adres in client.adressen.all() if adres.is_geheim}
    return client.is_geheim or _plek(relatie) in geheime


def _plek(rij) -> tuple[str, str]:
    """The postcode or else the place, and the number: the same however the street was spelled."""
    return "".join((rij.postcode or rij.plaats).lower().split()), "".join(rij.huisnummer.lower().split())


def briefadres(client, op: date) -> Adres | None:
    """Where letters go on a day: the address for letters, else that of the municipality, else where he stays."""
    lopende = [a for a in client.adressen.all() if a.vanaf <= op and (a.tot is None or a.tot >= op)]
    volgorde = (Adres.Soort.BRIEF, Adres.Soort.BRP, Adres.Soort.VERBLIJF)
    return min(lopende, key=lambda a: volgorde.index(a.soort), default=None)


def ontvangers(client, op: date) -> list[Ontvanger]:
    """Who must get a letter on a day, with the address also when it is secret: who shows this hides it.

    Under curatele a letter goes to the curator, with a copy to the client: the curator acts for him (L-01, L-50).
    """
    curator = next((r for r in lopend(client, op) if r.soort == S.CURATOR), None)
    kopieen = [r for r in lopend(client, op) if r.krijgt_brieven and r != curator]
    rijen = [_brief_aan(curator, "De cliënt staat onder curatele: de curator krijgt de brief.")] if curator else []
    rijen.append(_brief_aan_client(client, op, curator))
    return rijen + [_brief_aan(r, "Zo is het afgesproken.", is_kopie=True) for r in kopieen]


_WAAROM_HIER = {
    Adres.Soort.BRIEF: "De cliënt heeft een apart adres voor brieven.",
    Adres.Soort.BRP: "Dit is het adres volgens de gemeente.",
    Adres.Soort.VERBLIJF: "Er is geen ander adres dan waar de cliënt nu verblijft.",
}


def _brief_aan_client(client, op, curator) -> Ontvanger:
    adres, per_email = briefadres(client, op), client.kanaal == client.Kanaal.EMAIL
    hoe = "De cliënt wil brieven per e-mail." if per_email else _WAAROM_HIER[adres.soort] if adres else ""
    return Ontvanger(
        naam=client.naam,
        rol="cliënt",
        # On paper unless he said that he can be reached by e-mail (L-51).
        kanaal="email" if per_email else "brief" if adres else "",
        adres=str(adres or ""),
        email=client.email,
        waarom=" ".join(filter(None, ["De curator krijgt de brief, de cliënt een kopie." if curator else "", hoe])),
        is_kopie=curator is not None,
        is_geheim=client.is_geheim or bool(adres and adres.is_geheim),
    )


def _brief_aan(relatie, waarom, *, is_kopie=False) -> Ontvanger:
    return Ontvanger(
        naam=relatie.naam,
        rol=relatie.get_soort_display().lower(),
        kanaal="brief" if relatie.adres else "email" if relatie.email else "",
        adres=relatie.adres,
        email=relatie.email,
        waarom=waarom,
        is_kopie=is_kopie,
        relatie=relatie,
    )


def uitgenodigden(client, op: date) -> list[Uitgenodigde]:
    """Who is asked to a conversation on a day: the client, his curator, and who should be there."""
    rijen = [Uitgenodigde(client.naam, "cliënt", client.telefoon, client.email, "Het gesprek gaat over de cliënt.")]
    for relatie in lopend(client, op):
        waarom = "De curator beslist voor de cliënt." if relatie.soort == S.CURATOR else "Zo is het afgesproken."
        if relatie.soort == S.CURATOR or relatie.wordt_uitgenodigd:
            rol = relatie.get_soort_display().lower()
            rijen.append(Uitgenodigde(relatie.naam, rol, relatie.telefoon, relatie.email, waarom, relatie))
    return rijen


def kaart(client, klassen, op: date) -> list[dict]:
    """Rows for the page of a dossier: who represents the client, and whom one calls first."""
    rijen = zichtbaar(vertegenwoordigers(client, op), klassen)
    rijen += [r for r in zichtbaar(lopend(client, op), klassen) if r.is_eerste_contact and r not in rijen]
    return [
        {
            "naam": r.naam,
            "rol": r.get_soort_display().lower(),
            "organisatie": r.organisatie,
            "telefoon": r.telefoon,
            "vertegenwoordigt": r.is_vertegenwoordiger,
            "eerst_bellen": r.is_eerste_contact,
        }
        for r in rijen
    ]


# Actions. Each locks the client first, and counts as a change of his personal data (L-40).


@transaction.atomic
def relatie_toevoegen(client, *, door, op: datetime, soort: str, grond: str = "", **waarden) -> Relatie:
    """Add somebody beside the client. Without `grond` it is the one that the kind always has, or none.

    Raises Weigering when the ground does not fit, when letters could not arrive, or when there is a curator already (L-01).
    """
    client = clienten.vergrendel(client)
    grond = grond or Relatie.vaste_grond(soort) or G.GEEN
    relatie = Relatie(client=client, door=door, soort=soort, grond=grond, **waarden)
    _bewaar(relatie, "relatie_toevoegen", client, door=door, op=op)
    return relatie


@transaction.atomic
def relatie_wijzigen(relatie, *, door, op: datetime, **waarden) -> Relatie:
    """Change a relation, also one that ended; the old version stays in the history. Raises Weigering as adding does."""
    client = clienten.vergrendel(relatie.client)
    relatie = _vergrendel(relatie, client)
    if not waarden.get("grond", relatie.grond):
        waarden["grond"] = Relatie.vaste_grond(waarden.get("soort", relatie.soort)) or G.GEEN
    velden = {naam for naam, waarde in waarden.items() if getattr(relatie, naam) != waarde}
    for naam, waarde in waarden.items():
        setattr(relatie, naam, waarde)
    if velden:
        _bewaar(relatie, "relatie_wijzigen", client, door=door, op=op, velden=velden)
    return relatie


@transaction.atomic
def relatie_beeindigen(relatie, *, door, op: datetime, tot: date) -> Relatie:
    """The last day on which it holds; after it this person gets nothing any more. Raises Weigering when it ended already."""
    client = clienten.vergrendel(relatie.client)
    relatie = _vergrendel(relatie, client)
    if relatie.tot and relatie.tot < klok.dag(op):
        raise Weigering("Dit is al beëindigd. Pas zo nodig de einddatum aan bij “Wijzigen”.", "tot")
    if tot < relatie.vanaf:
        raise Weigering("De einddatum ligt vóór de begindatum.", "tot")
    relatie.tot = tot
    _bewaar(relatie, "relatie_beeindigen", client, door=door, op=op, velden={"tot"})
    return relatie


@transaction.atomic
def toestemming_vastleggen(client, *, door, op: datetime, gegeven_op: date, gegeven_door=None, **waarden) -> Toestemming:
    """What the client allows, or who represents him on that day (L-37).

    Raises Weigering for a day in the future, or when `gegeven_door` did not represent the client then.
    """
    client = clienten.vergrendel(client)
    if gegeven_op > klok.dag(op):
        raise Weigering("Deze datum ligt in de toekomst.", "gegeven_op")
    if gegeven_door and gegeven_door not in vertegenwoordigers(client, gegeven_op):
        raise Weigering("Hij vertegenwoordigde de cliënt toen niet.", "gegeven_door")
    toestemming = Toestemming(client=client, door=door, gegeven_op=gegeven_op, gegeven_door=gegeven_door, **waarden)
    _bewaar(toestemming, "toestemming_vastleggen", client, door=door, op=op)
    return toestemming


@transaction.atomic
def toestemming_intrekken(toestemming, *, door, op: datetime, ingetrokken_op: date, ingetrokken_via: str) -> Toestemming:
    """Withdrawn: on this day it no longer holds (L-37). Raises Weigering when it did not hold any more."""
    client = clienten.vergrendel(toestemming.client)
    toestemming = _vergrendel(toestemming, client)
    if ingetrokken_op > klok.dag(op):
        raise Weigering("Deze datum ligt in de toekomst.", "ingetrokken_op")
    if toestemming.ingetrokken_op:
        raise Weigering("Deze toestemming is al ingetrokken.")
    if toestemming.geldig_tot and toestemming.geldig_tot < ingetrokken_op:
        raise Weigering("Deze toestemming gold toen al niet meer.", "ingetrokken_op")
    toestemming.ingetrokken_op, toestemming.ingetrokken_via = ingetrokken_op, ingetrokken_via
    _bewaar(toestemming, "toestemming_intrekken", client, door=door, op=op, velden={"ingetrokken_op"})
    return toestemming


def _vergrendel(rij, client):
    """The row afresh, under the lock of its client. Raises Weigering when it meanwhile belongs to another."""
    rij = type(rij).objects.select_for_update(of=("self",)).get(pk=rij.pk)
    if rij.client_id != client.pk:
        raise Weigering("Deze cliënt is intussen samengevoegd met een ander. Wijzig de gegevens daar.")
    return rij


def _bewaar(rij, actie: str, client, *, door, op, velden=()) -> None:
    _bewaak(rij, is_bewijs_nieuw=rij.pk is None or "bewijs" in velden)
    rij.save()
    clienten.bewaar(client, actie, door=door, op=op, velden=velden, waarden={rij._meta.model_name: rij.pk})


def _bewaak(rij, *, is_bewijs_nieuw: bool) -> None:
    """The constraints of the database, with the field that each is about; and the two rules that look at other rows."""
    for constraint in rij._meta.constraints:
        try:
            constraint.validate(type(rij), rij)
        except ValidationError as fout:
            raise Weigering(fout.messages[0], VELDEN.get(constraint.name)) from None
    if is_bewijs_nieuw and rij.bewijs and (rij.bewijs.dossier.client_id != rij.client_id or rij.bewijs.ingetrokken_op):
        raise Weigering("Dit document hoort niet bij deze cliënt, of het is ingetrokken.", "bewijs")
    if isinstance(rij, Relatie) and rij.soort == S.CURATOR and _andere_curator(rij):
        raise Weigering("Er is in die tijd al een curator. Vul daar eerst een einddatum in.", "vanaf")


def _andere_curator(relatie) -> bool:
    anderen = Relatie.objects.filter(client=relatie.client_id, soort=S.CURATOR).exclude(pk=relatie.pk)
    return any(r.vanaf <= (relatie.tot or date.max) and relatie.vanaf <= (r.tot or date.max) for r in anderen)
