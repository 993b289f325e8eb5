"""Actions on persons: change the data, add an address. And what every change of personal data shares (L-40)."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from kern.models import Adres, Client, Dossier, Gebeurtenis
from kern.proces import actions
from kern.proces.weigering import Weigering
from kern.tijd import klok, termijnen


def vergrendel(client) -> Client:
    """Lock the row of a person and read it afresh, inside a transaction. Raises Weigering for a merged person."""
    client = Client.objects.select_for_update(no_key=True, of=("self",)).get(pk=client.pk)
    if client.samengevoegd_met_id:
        raise Weigering("Deze cliënt is samengevoegd met een ander. Wijzig de gegevens daar.")
    return client


def klassen(dossiers, gebruiker) -> frozenset:
    """The data classes of a person that a user may read: all that he may read of one of these dossiers."""
    return frozenset().union(*(dossier.klassen(gebruiker) for dossier in dossiers))


def ziet_geheim(dossiers, gebruiker) -> bool:
    """Whether a secret address may be shown: to the casemanager of one of these dossiers alone (domein.md 4.6)."""
    return gebruiker.has_perm("client.wijzigen") and any(dossier.is_eigen(gebruiker) for dossier in dossiers)


def bewaar(client, actie: str, *, door, op: datetime, velden=(), waarden=None, raakt_dossiers=False) -> Client:
    """Save a locked person after a change of his data: the day, a new version, and one row in the log.

    What was closed before is kept 15 years from this day (L-40). With `raakt_dossiers` every dossier gets the copies of
    its person and a new version. The log has names of fields and keys, never a value.
    """
    client.gewijzigd_op = max(client.gewijzigd_op, klok.dag(op))
    client.versie += 1
    client.save()
    client.refresh_from_db()
    Gebeurtenis.objects.create(
        wereld="zorg",
        client_id=client.pk,
        soort="client",
        actie=actie,
        gebruiker_id=door.pk,
        rol=door.rol or "",
        waarden=({"velden": sorted(velden)} if velden else {}) | (waarden or {}),
        op=op,
    )
    dossiers = Dossier.objects.filter(client=client)
    dossiers = dossiers if raakt_dossiers else dossiers.filter(gesloten_op__isnull=False)
    dagen = termijnen.feestdagen()
    for dossier in actions.vergrendel_alle(dossiers.values_list("pk", flat=True)):
        dossier.client = client
        dossier.versie += raakt_dossiers
        if not dossier.is_open:
            termijnen.bijwerken(dossier, klok.dag(op), dagen)
        actions.bewaar_kopie(dossier)
    return client


@transaction.atomic
def wijzigen(client, *, door, op: datetime | None = None, bsn: str | None = None, **waarden) -> Client:
    """Change a person's data. `bsn`: nine digits, empty to leave it as it is; a BSN removes the reason that it was missing.

    The copies on the dossiers (sort name, municipality) follow in the same transaction. Raises Weigering when
    another client has this BSN, or when this client was merged with another.
    """
    client = vergrendel(client)
    gewijzigd = {naam for naam, waarde in waarden.items() if getattr(client, naam) != waarde}
    for naam, waarde in waarden.items():
        setattr(client, naam, waarde)
    if bsn:
        # While keys are rotated the same number may stand under an older key, where the unique index does not see it.
        if Client.objects.met_bsn(bsn).exclude(pk=client.pk).exists():
            raise Weigering("Er is al een cliënt met dit BSN.", "bsn")
        client.zet_bsn(bsn)
        client.bsn_reden = ""
        gewijzigd.add("bsn")
    if not gewijzigd:
        return client
    op = op or timezone.now()
    return bewaar(client, "client_wijzigen", door=door, op=op, velden=gewijzigd, raakt_dossiers=True)


@transaction.atomic
def adres_toevoegen(client, *, door, vanaf: date, soort: str, op: datetime | None = None, **waarden) -> Adres:
    """Add an address; the running one of the same kind ends the day before. Raises Weigering when that is impossible."""
    client = vergrendel(client)
    vorig = client.adressen.filter(soort=soort, tot__isnull=True).first()
    if vorig:
        if vorig.vanaf >= vanaf:
            raise Weigering("Het vorige adres begon later. Controleer de datum.", "vanaf")
        vorig.tot = vanaf - timedelta(days=1)
        vorig.save()
    adres = client.adressen.create(soort=soort, vanaf=vanaf, **waarden)
    bewaar(client, "adres_toevoegen", door=door, op=op or timezone.now(), velden=[soort])
    return adres
