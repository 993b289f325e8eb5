"""Documents of a dossier: adding, sending along, withdrawing, and what a viewer may see of them.

The file is written before its row and inside its transaction: when that is rolled back a file without a row stays
behind, which `kern.stukken.nakijken` finds; a row without its file never becomes visible.
"""

import hashlib
import logging
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO

from django.conf import settings
from django.db import transaction

from kern.models import Document
from kern.proces import actions
from kern.proces.weigering import NietBevoegd, Weigering
from kern.stukken import bestanden, opslag, scannen
from kern.tijd import klok
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Rol

logger = logging.getLogger(__name__)
ICONEN = {Document.Richting.IN: "file-input", Document.Richting.UIT: "file-output"}
NIET_OPGESLAGEN = "Het bestand kon nu niet worden opgeslagen. Probeer het later opnieuw."


# 1. Adding and withdrawing.


@transaction.atomic
def toevoegen(dossier, *, bestanden: list, soort: str, richting: str, gedateerd_op: date, kanaal="", titel="", door, op):
    """Store judged or uploaded files and return (documents, sentences about those that were there already).

    Raises Weigering for a file of a kind that is not allowed, a day in the future, or when nothing at all is new.
    """
    if gedateerd_op > klok.dag(op):
        raise Weigering("Deze datum ligt in de toekomst.", "gedateerd_op")
    gekeurd = [_keur(bestand) for bestand in bestanden]
    dossier = actions.vergrendel(dossier)
    documenten, dubbel = [], []
    try:
        for bestand in gekeurd:
            if eerder := dossier.documenten.filter(sha256=bestand.sha256, ingetrokken_op__isnull=True).first():
                dubbel.append(_dubbel(bestand, eerder))
                continue
            document = _rij(dossier, bestand, soort, titel, meer=len(gekeurd) > 1)
            document.richting, document.gedateerd_op, document.kanaal = richting, gedateerd_op, kanaal
            documenten.append(document)
            _bewaar(dossier, document, bestand, door=door, op=op)
    except BaseException:
        for document in documenten:
            opslag.verwijder(document.uuid)
        raise
    if not documenten:
        raise Weigering(" ".join(dubbel) or "Kies een bestand.", "bestanden")
    if not dossier.is_open:
        # It is kept fifteen years from its last change (L-40).
        actions.bewaar(dossier, op)
    if settings.CLAMD_URL:
        transaction.on_commit(scannen.zet_in_gang)
    return documenten, dubbel


def eigen(
    dossier, inhoud: bytes, *, naam: str, soort: str, titel: str, gedateerd_op: date, kanaal: str, door, op
) -> Document:
    """Keep a PDF that the system made itself, of a locked dossier: nothing to judge, nothing to scan. Raises Weigering."""
    bestand = bestanden.Bestand(BytesIO(inhoud), naam, bestanden.PDF, len(inhoud), hashlib.sha256(inhoud).hexdigest())
    document = _rij(dossier, bestand, soort, titel, meer=False)
    document.scan = Document.Scan.NIET_GESCAND
    document.richting, document.gedateerd_op, document.kanaal = Document.Richting.UIT, gedateerd_op, kanaal
    _bewaar(dossier, document, bestand, door=door, op=op)
    return document


def _keur(bestand) -> bestanden.Bestand:
    try:
        return bestanden.keur(bestand)
    except Weigering as weigering:
        raise Weigering(weigering.zin, "bestanden") from weigering


def _dubbel(bestand, eerder) -> str:
    """Which one it was is not told: the other may be of a class that this user does not see."""
    return f"“{bestand.naam}” staat al in dit dossier, toegevoegd op {datum_nl(klok.dag(eerder.vastgelegd_op))}."


def _rij(dossier, bestand, soort, titel, *, meer) -> Document:
    titel = f"{titel}: {bestand.stam}" if titel and meer else titel or bestand.stam
    return Document(
        dossier_id=dossier.pk,
        wereld=dossier.wereld,
        soort=soort,
        klasse=Document.KLASSEN.get(soort, dossier.proces.inhoud),
        titel=titel[:200],
        bestandsnaam=bestand.naam,
        mime=bestand.mime,
        grootte=bestand.grootte,
        sha256=bestand.sha256,
        scan=Document.Scan.WACHT if settings.CLAMD_URL else Document.Scan.NIET_GESCAND,
    )


def _bewaar(dossier, document, bestand, *, door, op) -> None:
    document.door = door
    try:
        opslag.bewaar(bestand.inhoud, document.uuid)
        document.save()
    except OSError as fout:
        logger.error("A document could not be stored: %s", type(fout).__name__)
        raise Weigering(NIET_OPGESLAGEN, "bestanden") from fout
    actions.vastleggen(dossier, "document_toevoegen", door=door, op=op, waarden={"document": document.pk})


def mag_intrekken(document, gebruiker) -> bool:
    """A letter that Cimot sent stays: a new one replaces it."""
    if hasattr(document, "exemplaar"):
        return False
    return document.ingetrokken_op is None and (document.door_id == gebruiker.pk or gebruiker.rol == Rol.TEAMLEIDER)


@transaction.atomic
def intrekken(document, *, reden: str, door, op: datetime) -> Document:
    """Take a document out of use with a reason; row and file stay. Raises Weigering and NietBevoegd."""
    dossier = actions.vergrendel(document.dossier)
    document = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if document.ingetrokken_op:
        raise Weigering("Dit document is al ingetrokken.")
    if not mag_intrekken(document, door):
        raise NietBevoegd("Alleen wie dit toevoegde of de teamleider kan het intrekken.")
    if not reden.strip():
        raise Weigering("Vul in waarom u dit document intrekt.", "reden")
    document.ingetrokken_op, document.ingetrokken_door, document.ingetrokken_reden = op, door, reden.strip()[:500]
    document.save()
    actions.vastleggen(dossier, "document_intrekken", door=door, op=op, waarden={"document": document.pk})
    if not dossier.is_open:
        actions.bewaar(dossier, op)
    return document


# 2. What a viewer sees.


@dataclass
class Lijst:
    zichtbaar: list = field(default_factory=list)
    ingetrokken: list = field(default_factory=list)
    verborgen: int = 0
    besmet: list = field(default_factory=list)


def van(dossier, klassen, gebruiker) -> Lijst:
    """The documents of a dossier as this viewer may see them; of the others only how many. One query."""
    lijst = Lijst()
    for document in dossier.documenten.select_related("door", "ingetrokken_door", "exemplaar__brief"):
        # Who added it is told of a virus also when the content is not his to read.
        betrokken = document.klasse in klassen or document.door_id == gebruiker.pk
        if betrokken and document.scan == Document.Scan.BESMET and document.ingetrokken_op is None:
            lijst.besmet.append(document)
        if document.klasse not in klassen:
            lijst.verborgen += 1
        elif document.ingetrokken_op:
            lijst.ingetrokken.append(document)
        else:
            document.intrekbaar = gebruiker.has_perm("document.intrekken") and mag_intrekken(document, gebruiker)
            document.weigering = weigering(document)
            document.omvang = f"{bestanden.NAMEN.get(document.mime, 'bestand')}, {bestanden.grootte(document.grootte)}"
            document.icoon = ICONEN.get(document.richting, "file-text")
            lijst.zichtbaar.append(document)
    return lijst


def weigering(document) -> str:
    """Why a document cannot be opened now, as a sentence; empty when it can."""
    if document.ingetrokken_op:
        return "Dit document is ingetrokken. U kunt het niet meer openen."
    if document.scan == Document.Scan.BESMET:
        return "In dit document is een virus gevonden. U kunt het niet openen."
    if document.scan == Document.Scan.WACHT and settings.CLAMD_URL:
        return "Dit document wordt nog gescand op virussen. Probeer het over een paar minuten opnieuw."
    return ""
