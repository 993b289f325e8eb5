"""Actions on what people make themselves: contacts, reminders, waiting, labels. None of them changes a status."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from kern.models import Bezoek, Contactmoment, Herinnering, WachtOp
from kern.proces import actions
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import klok


@transaction.atomic
def contact_vastleggen(dossier, *, op: datetime, met: str, kanaal: str, tekst: str, door) -> Contactmoment:
    """Note a call, visit or mail. Raises Weigering for a moment in the future."""
    if op > timezone.now():
        raise Weigering("Dit moment ligt in de toekomst.", "op")
    rij = Contactmoment.objects.create(
        dossier_id=dossier.pk, wereld=dossier.wereld, op=op, met=met, kanaal=kanaal, tekst=tekst, door=door
    )
    actions.vastleggen(dossier, "contact_vastleggen", door=door, op=op, waarden={"contact": rij.pk})
    return rij


@transaction.atomic
def contact_wijzigen(contact, *, tekst: str, met: str, door, op: datetime) -> Contactmoment:
    """Correct one's own note; the old version stays in the row history. Raises NietBevoegd for another's note."""
    contact = Contactmoment.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=contact.pk)
    if contact.door_id != door.pk:
        raise NietBevoegd("Alleen wie dit schreef, kan het verbeteren.")
    contact.tekst, contact.met = tekst, met
    contact.save()
    actions.vastleggen(contact.dossier, "contact_wijzigen", door=door, op=op, waarden={"contact": contact.pk})
    return contact


@transaction.atomic
def herinnering_maken(dossier, *, op: date, tekst: str, door) -> Herinnering:
    """Remember something on a day. Raises Weigering for a day in the past."""
    if op < timezone.localdate():
        raise Weigering("Deze dag is al voorbij.", "op")
    dossier = actions.vergrendel(dossier)
    rij = dossier.herinneringen.create(wereld=dossier.wereld, gebruiker=door, op=op, tekst=tekst)
    actions.bewaar_kopie(dossier)
    return rij


@transaction.atomic
def herinnering_gedaan(herinnering, *, door) -> None:
    """Tick off one's own reminder, or that of whom one replaces. Ticking twice changes nothing."""
    if herinnering.gebruiker_id not in door.werkt_voor_ids:
        raise NietBevoegd("Dit is een herinnering van een collega.")
    dossier = actions.vergrendel(herinnering.dossier)
    Herinnering.objects.filter(pk=herinnering.pk, gedaan_op__isnull=True).update(gedaan_op=timezone.localdate())
    actions.bewaar_kopie(dossier)


@transaction.atomic
def wacht_zetten(dossier, *, wie: str, waarop: str, tot: date, door, op: datetime) -> WachtOp:
    """The dossier waits for somebody until a day. Raises Weigering when it already waits or the day is past."""
    if tot < timezone.localdate():
        raise Weigering("Deze dag is al voorbij.", "tot")
    dossier = actions.vergrendel(dossier)
    if dossier.wachten.filter(klaar_op__isnull=True).exists():
        raise Weigering("Dit dossier wacht al op iemand. Rond dat eerst af.")
    rij = dossier.wachten.create(wereld=dossier.wereld, wie=wie, waarop=waarop, vanaf=klok.dag(op), tot=tot, door=door)
    actions.vastleggen(dossier, "wacht_zetten", door=door, op=op)
    actions.bewaar_kopie(dossier)
    return rij


@transaction.atomic
def wacht_klaar(wacht, *, door, op: datetime) -> None:
    """The answer came. Doing it twice changes nothing."""
    dossier = actions.vergrendel(wacht.dossier)
    if WachtOp.objects.filter(pk=wacht.pk, klaar_op__isnull=True).update(klaar_op=klok.dag(op)):
        actions.vastleggen(dossier, "wacht_klaar", door=door, op=op)
    actions.bewaar_kopie(dossier)


def label_zetten(dossier, *, label: str, door) -> None:
    """One's own label for a case, seen by nobody else."""
    Bezoek.objects.update_or_create(
        gebruiker=door,
        dossier_id=dossier.pk,
        defaults={"label": label},
        create_defaults={"label": label, "op": timezone.now()},
    )
