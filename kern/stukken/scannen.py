"""Scanning what was added: after the commit by a worker, and every minute what still waits."""

import logging
import time
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from kern.models import Document
from kern.proces import actions
from kern.stukken import opslag, scanner
from kern.werk import wachtrij

logger = logging.getLogger(__name__)
WACHT_TE_LANG = timedelta(hours=1)
# Like the mail: a run stays shorter than the time after which the broker hands its task to another worker.
HOOGSTENS_SECONDEN = 5


def zet_in_gang(na=0) -> None:
    """Ask a worker to scan what waits, from a document on."""
    wachtrij.zet_in_gang("scan_documenten", na)


def scan_wachtende(op: datetime, *, na=0) -> int:
    """Scan what waits, oldest first; returns how many got an answer. Harmless to repeat and to run twice at once.

    Without a scanner nothing waits any more; a scanner that is away leaves everything as it is.
    """
    if not settings.CLAMD_URL:
        Document.objects.filter(scan=Document.Scan.WACHT).update(scan=Document.Scan.NIET_GESCAND)
        return 0
    gescand, einde = 0, time.monotonic() + HOOGSTENS_SECONDEN
    while time.monotonic() < einde:
        try:
            na, is_gescand = _scan_volgende(na, op)
        except scanner.ScannerWeg as fout:
            logger.warning("The virus scanner cannot be reached: %s", fout)
            return gescand
        if na is None:
            return gescand
        gescand += is_gescand
    # Further on, not from the start: what cannot be scanned must not keep the others waiting.
    zet_in_gang(na)
    return gescand


@transaction.atomic
def _scan_volgende(na: int, op: datetime) -> tuple[int | None, bool]:
    """Claim one document, so that two workers never scan the same. Raises ScannerWeg."""
    wachtend = Document.objects.filter(scan=Document.Scan.WACHT, pk__gt=na)
    document = wachtend.select_for_update(skip_locked=True, of=("self",)).order_by("pk").first()
    if document is None:
        return None, False
    try:
        with opslag.lees(document.uuid) as bestand:
            virus = scanner.scan(settings.CLAMD_URL, bestand)
    except (scanner.NietTeScannen, FileNotFoundError) as fout:
        logger.error("Document %s cannot be scanned: %s", document.pk, type(fout).__name__)
        return document.pk, False
    document.scan = Document.Scan.BESMET if virus else Document.Scan.SCHOON
    document.gescand_op = op
    document.save()
    if virus:
        logger.error("A virus was found in document %s: %s", document.pk, virus)
        waarden = {"document": document.pk, "virus": virus[:100]}
        actions.vastleggen(document.dossier, "document_besmet", door=None, op=op, waarden=waarden)
        transaction.on_commit(lambda: opslag.isoleer(document.uuid))
    return document.pk, True


def wacht_te_lang(op: datetime) -> int:
    """How many documents the scanner left waiting: visible work for the administrator."""
    return Document.objects.filter(scan=Document.Scan.WACHT, vastgelegd_op__lt=op - WACHT_TE_LANG).count()
