"""The documents of a timeline. The title has the class of the document (domein.md 4.2)."""

from django.db.models import DateTimeField, F, Func

from kern.models import Document
from kern.tijd.kalender import datum_nl
from kern.tijd.klok import dag
from kern.tijdlijn.bronnen import Lezer
from kern.tijdlijn.venster import Moment, Venster
from kern.toegang.rollen import Klasse

DOCUMENT, INGETROKKEN = 40, 50


class _Middag(Func):
    """A day as a moment: its noon on the Dutch calendar, like `kern.tijd.klok.moment`."""

    template = "((%(expressions)s + time '12:00') AT TIME ZONE 'Europe/Amsterdam')"
    output_field = DateTimeField()


def documenten(lezer: Lezer, venster: Venster) -> list[Moment]:
    """Documents on the day that they came or left, and when one was withdrawn."""
    rijen = Document.objects.filter(dossier_id__in=lezer.dossiers)
    uit = [_document(lezer, rij) for rij in venster.pagina(rijen.annotate(moment=_Middag("gedateerd_op")), DOCUMENT)]
    ingetrokken = rijen.filter(ingetrokken_op__isnull=False).annotate(moment=F("ingetrokken_op"))
    return uit + [_ingetrokken(lezer, rij) for rij in venster.pagina(ingetrokken, INGETROKKEN)]


def _document(lezer: Lezer, rij: Document) -> Moment:
    wat, icoon = {
        Document.Richting.IN: ("ontvangen", "file-input"),
        Document.Richting.UIT: ("verstuurd", "file-output"),
    }.get(rij.richting, ("toegevoegd", "file-plus"))
    uit = Moment(
        op=rij.moment,
        bron=DOCUMENT,
        id=rij.pk,
        soort="document",
        titel=f"Document {wat}",
        icoon=icoon,
        is_dag=True,
        dossier_id=rij.dossier_id,
        gebruiker_id=rij.door_id,
    )
    _titel(lezer, rij, uit)
    if dag(rij.vastgelegd_op) != rij.gedateerd_op:
        uit.regels.append(f"Toegevoegd op {datum_nl(dag(rij.vastgelegd_op))}.")
    return uit


def _titel(lezer: Lezer, rij: Document, uit: Moment) -> bool:
    if not lezer.mag(rij.dossier_id, rij.klasse):
        uit.titel = "Document ingetrokken" if uit.bron == INGETROKKEN else "Document toegevoegd"
        return False
    uit.regels.append(f"{rij.get_soort_display()}: {rij.titel}")
    uit.klassen.add(Klasse(rij.klasse))
    return True


def _ingetrokken(lezer: Lezer, rij: Document) -> Moment:
    uit = Moment(
        op=rij.ingetrokken_op,
        bron=INGETROKKEN,
        id=rij.pk,
        soort="document",
        titel="Document ingetrokken",
        icoon="file-x",
        dossier_id=rij.dossier_id,
        gebruiker_id=rij.ingetrokken_door_id,
    )
    if _titel(lezer, rij, uit):
        uit.regels.append(rij.ingetrokken_reden)
    return uit
