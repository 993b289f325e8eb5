"""Actions on persons: change the data, add an address."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from kern import actions
from kern.models import Adres, Client, Dossier, Gebeurtenis
from kern.proces import Weigering


def _vastleggen(client, actie, *, door, velden=()):
    Gebeurtenis.objects.create(
        wereld="zorg",
        client_id=client.pk,
        soort="client",
        actie=actie,
        gebruiker_id=door.pk,
        rol=door.rol or "",
        waarden={"velden": sorted(velden)} if velden else {},
        op=timezone.now(),
    )


@transaction.atomic
def wijzigen(client, *, door, bsn: str | None = None, **waarden) -> Client:
    """Change a person's data. `bsn`: nine digits, empty to leave it as it is; a BSN removes the reason that it was missing.

    The copies on the dossiers (sort name, municipality) follow in the same transaction. Raises Weigering when
    another client has this BSN.
    """
    client = Client.objects.select_for_update().get(pk=client.pk)
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
    client.save()
    client.refresh_from_db()
    _vastleggen(client, "client_wijzigen", door=door, velden=gewijzigd)
    ids = Dossier.objects.filter(client=client).values_list("pk", flat=True)
    for dossier in actions.vergrendel_alle(ids):
        dossier.client = client
        dossier.versie += 1
        actions.bewaar_kopie(dossier)
    return client


@transaction.atomic
def adres_toevoegen(client, *, door, vanaf: date, soort: str, **waarden) -> Adres:
    """Add an address; the running one of the same kind ends the day before. Raises Weigering when that is impossible."""
    Client.objects.select_for_update().get(pk=client.pk)
    vorig = client.adressen.filter(soort=soort, tot__isnull=True).first()
    if vorig:
        if vorig.vanaf >= vanaf:
            raise Weigering("Het vorige adres begon later. Controleer de datum.", "vanaf")
        vorig.tot = vanaf - timedelta(days=1)
        vorig.save()
    adres = client.adressen.create(soort=soort, vanaf=vanaf, **waarden)
    _vastleggen(client, "adres_toevoegen", door=door, velden=[soort])
    return adres
