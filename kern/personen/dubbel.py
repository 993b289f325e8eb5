"""Persons who may stand in the list twice, and how often somebody who was known already was found at entry (R-AAN-03)."""

from datetime import date, datetime, time
from itertools import groupby

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from kern.models import Client, Dossier, Gebeurtenis, Regio, Samenvoeging
from kern.personen import geboortedatum, namen
from kern.personen.zoeken import Getypt, gelijkenis

RECENT = 100  # persons of the newest dossiers: so many are compared with whoever has the same birth date
MEESTE_VERGELEKEN = 4000
MEESTE_PAREN = 20
MEESTE_SAMENVOEGINGEN = 20


def tellingen(gebruiker, op: date) -> list[dict]:
    """Per region of the user: known persons found at entry and new ones made, this year and in all. One query each."""
    begin = timezone.make_aware(datetime.combine(date(op.year, 1, 1), time()))
    bekend, nieuw, dit_jaar = Q(waarden__gevonden=True), Q(waarden__gevonden=False), Q(op__gte=begin)
    rijen = []
    for regio in Regio.objects.filter(pk__in=gebruiker.regio_ids).order_by("naam"):
        keuzes = Gebeurtenis.objects.filter(
            waarden__has_key="gevonden", dossier_id__in=Dossier.objects.filter(regio=regio).values("pk")
        )
        telling = keuzes.order_by().aggregate(
            gevonden=Count("pk", filter=bekend & dit_jaar),
            nieuw=Count("pk", filter=nieuw & dit_jaar),
            gevonden_ooit=Count("pk", filter=bekend),
            nieuw_ooit=Count("pk", filter=nieuw),
        )
        rijen.append({"regio": regio, **telling})
    return rijen


def samenvoegingen(gebruiker, client=None) -> list[Samenvoeging]:
    """The newest merges of persons in view, or of one person."""
    in_beeld = Dossier.objects.voor(gebruiker).filter(client=OuterRef("doel"))
    rijen = Samenvoeging.objects.filter(Exists(in_beeld)).select_related("doel", "door", "ongedaan_door")
    if client is not None:
        rijen = rijen.filter(doel=client)
    return list(rijen.order_by("-id")[:MEESTE_SAMENVOEGINGEN])


def mogelijk(gebruiker) -> list[tuple[Client, Client]]:
    """Pairs in view with the same complete birth date and a name that is very much alike.

    Only persons of the newest dossiers are compared, along the index of the birth date: the costs do not grow with the
    number of persons. Four queries at most per region.
    """
    recent = Client.objects.in_bulk(_recente_ids(gebruiker))
    data = {client.geboren for client in recent.values() if geboortedatum.is_volledig(client.geboren)}
    zelfde_dag = Client.objects.voor(gebruiker).filter(geboren__in=data, samengevoegd_met__isnull=True)
    paren = {}
    rijen = zelfde_dag.select_related("woongemeente").order_by("geboren", "id")[:MEESTE_VERGELEKEN]
    for _, groep in groupby(rijen, key=lambda client: client.geboren):
        mensen = list(groep)
        for een in (mens for mens in mensen if mens.pk in recent):
            getypt = als_getypt(een)
            for ander in mensen:
                if een.pk != ander.pk and gelijkenis(ander, getypt):
                    paren[frozenset((een.pk, ander.pk))] = tuple(sorted((een, ander), key=lambda client: client.pk))
    nieuwste = sorted(paren.values(), key=lambda paar: -paar[1].pk)
    return nieuwste[:MEESTE_PAREN]


def als_getypt(client: Client) -> Getypt:
    """A person as if his name and birth date were typed."""
    voor = " ".join(filter(None, [client.voornamen or client.roepnaam, client.tussenvoegsel]))
    naam = f"{client.achternaam}, {voor}"
    return Getypt(tuple(namen.lees(naam)), (client.geboren,), " ".join(namen.voornaamwoorden(naam)))


def _recente_ids(gebruiker) -> set[int]:
    """The persons of the newest dossiers in view, each region along its own index."""
    ids = set()
    for regio_id in sorted(set(gebruiker.regio_ids)):
        rijen = Dossier.objects.voor(gebruiker).filter(regio=regio_id, client__isnull=False)
        ids |= set(rijen.order_by("-geopend_op", "-id").values_list("client_id", flat=True)[:RECENT])
    return ids
