"""Do the rows and the files of documents agree? After a restore this is the question."""

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from kern.models import Document
from kern.stukken import opslag

logger = logging.getLogger(__name__)
# A file gets its row when its transaction ends; after a day that will not happen any more.
WEES_NA = timedelta(days=1)


@dataclass
class Uitkomst:
    """`wezen`: files without a row. `half`: what came in and was never kept."""

    documenten: int = 0
    zonder_bestand: list[int] = field(default_factory=list)
    andere_inhoud: list[int] = field(default_factory=list)
    wezen: list[Path] = field(default_factory=list)
    half: list[Path] = field(default_factory=list)

    @property
    def is_goed(self) -> bool:
        return not self.zonder_bestand and not self.andere_inhoud


def controleer(op: datetime, *, inhoud=False) -> Uitkomst:
    """Compare both ways; with `inhoud` every file is read and compared with its sum. Changes nothing but a quarantine."""
    uitkomst = Uitkomst()
    rijen = Document.objects.order_by("pk").values_list("pk", "uuid", "grootte", "sha256", "scan")
    for pk, uuid, grootte, sha256, scan in rijen.iterator():
        uitkomst.documenten += 1
        if scan == Document.Scan.BESMET:
            # A worker that fell between its commit and the move.
            opslag.isoleer(uuid)
        deel = opslag.QUARANTAINE if scan == Document.Scan.BESMET else opslag.OPEN
        if not opslag.is_er(uuid, deel):
            uitkomst.zonder_bestand.append(pk)
        elif not _klopt(opslag.pad(uuid, deel), grootte, sha256 if inhoud else None):
            uitkomst.andere_inhoud.append(pk)
    for bestand, uuid in opslag.bestanden(voor=(op - WEES_NA).timestamp()):
        if uuid is None:
            uitkomst.half.append(bestand)
        elif not Document.objects.filter(uuid=uuid).exists():
            uitkomst.wezen.append(bestand)
    return uitkomst


def _klopt(bestand: Path, grootte: int, sha256: str | None) -> bool:
    if bestand.stat().st_size != grootte:
        return False
    if sha256 is None:
        return True
    with bestand.open("rb") as open_:
        return opslag.som(open_) == sha256


def nachtelijk(op: datetime) -> Uitkomst:
    """Remove what was never kept, and put in the log what a person must look at.

    Files without a row stay: after a restore of an older database they are what a newer copy still needs.
    """
    uitkomst = controleer(op)
    for bestand in uitkomst.half:
        bestand.unlink(missing_ok=True)
    if uitkomst.zonder_bestand or uitkomst.andere_inhoud:
        logger.error("Documents without their file: %s; other content: %s", uitkomst.zonder_bestand, uitkomst.andere_inhoud)
    if uitkomst.wezen:
        logger.warning("%s files without a document; see manage.py documenten_controleren", len(uitkomst.wezen))
    return uitkomst
