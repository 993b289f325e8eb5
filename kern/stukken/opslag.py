"""Where the bytes of documents lie: outside the web root, under a uuid, never under a name that a person typed.

A file is written beside its place and renamed, so that half a file never has the name of a whole one. What came in but
was not kept, and a file whose transaction was rolled back, stay behind; `documenten_controleren` finds them.
"""

import contextlib
import hashlib
import io
import logging
import os
import tempfile
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler

logger = logging.getLogger(__name__)
BLOK = 256 * 1024
MB = 1024 * 1024
# Above this much a request is cut off; up to it the form can still say what is wrong.
AFBREKEN_BIJ_MB = 1024
OPEN, QUARANTAINE, BINNEN = "open", "quarantaine", "binnen"


def _map(deel: str) -> Path:
    return Path(settings.DOCUMENTEN_MAP) / deel


def pad(uuid: UUID, deel: str = OPEN) -> Path:
    """The place of a file: two levels of folders, so that no folder holds too many."""
    naam = str(UUID(str(uuid)))
    return _map(deel) / naam[:2] / naam[2:4] / naam


def _maak_map(pad_: Path) -> None:
    # Every level is for this account only; `mkdir(parents=True)` gives that mode to the last one alone.
    for map_ in (*reversed(pad_.parents), pad_):
        with contextlib.suppress(FileExistsError):
            map_.mkdir(mode=0o700)


def _naar_schijf(map_: Path) -> None:
    """Make a rename in this folder survive a power cut."""
    nummer = os.open(map_, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)


def bewaar(bron, uuid: UUID) -> None:
    """Copy an open file to its place. Raises OSError; then nothing has its name."""
    doel = pad(uuid)
    _maak_map(doel.parent)
    half = doel.with_name(f".{doel.name}.half")
    bron.seek(0)
    try:
        # O_EXCL: a uuid that exists is never overwritten. The mode holds from the first byte.
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as uit:
            while blok := bron.read(BLOK):
                uit.write(blok)
            uit.flush()
            os.fsync(uit.fileno())
        half.rename(doel)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    _naar_schijf(doel.parent)


def lees(uuid: UUID):
    """The open file. Raises FileNotFoundError when it is not there, or in quarantine."""
    return pad(uuid).open("rb")


def omvang(uuid: UUID) -> int:
    """How many bytes lie there. Raises FileNotFoundError when it is not there, or in quarantine."""
    return pad(uuid).stat().st_size


def stroom(uuid: UUID):
    """The bytes in blocks; the file is opened only when somebody reads."""
    with lees(uuid) as bestand:
        while blok := bestand.read(BLOK):
            yield blok


def verwijder(uuid: UUID) -> None:
    """Only for what has no row: the file of a refused or rolled back action."""
    pad(uuid).unlink(missing_ok=True)


def isoleer(uuid: UUID) -> None:
    """Move a file out of reach of every download. Doing it twice changes nothing."""
    doel = pad(uuid, QUARANTAINE)
    _maak_map(doel.parent)
    with contextlib.suppress(FileNotFoundError):
        pad(uuid).rename(doel)
        _naar_schijf(doel.parent)


def probeer() -> None:
    """Write a file where documents are received and remove it. Raises OSError."""
    _maak_map(_map(BINNEN))
    with tempfile.NamedTemporaryFile(dir=_map(BINNEN), suffix=".proef") as proef:
        proef.write(b"proef")


def is_er(uuid: UUID, deel: str = OPEN) -> bool:
    return pad(uuid, deel).is_file()


def som(bron) -> str:
    """The SHA-256 of an open file, read in blocks."""
    bron.seek(0)
    som_ = hashlib.sha256()
    while blok := bron.read(BLOK):
        som_.update(blok)
    bron.seek(0)
    return som_.hexdigest()


def bestanden(voor: float):
    """Every file that is older than a moment (seconds since 1970), with its uuid; None for what has no whole name."""
    for deel in (OPEN, QUARANTAINE, BINNEN):
        for bestand in sorted(_map(deel).rglob("*")):
            with contextlib.suppress(FileNotFoundError):
                if bestand.is_file() and bestand.stat().st_mtime < voor:
                    yield bestand, _uuid(bestand.name)


def _uuid(naam: str) -> UUID | None:
    try:
        return UUID(naam)
    except ValueError:
        return None


# Receiving.

_tijdelijk = tempfile.NamedTemporaryFile  # Django closes it at the end of the request, and then it is gone


class Ontvangen(TemporaryUploadedFile):
    """A file on its way in, on the disk of the documents: /tmp may be memory."""

    def __init__(self, name, content_type, size, charset, content_type_extra=None):
        self.past_niet = self.kan_niet = False
        try:
            _maak_map(_map(BINNEN))
            bestand = _tijdelijk(suffix=".binnen", dir=_map(BINNEN))
        except OSError as fout:
            bestand = io.BytesIO()
            self.mislukt(fout)
        UploadedFile.__init__(self, bestand, name, content_type, size, charset, content_type_extra)

    def mislukt(self, fout: OSError) -> None:
        """The disk does not work: the form says so, and nothing else that was typed is lost."""
        logger.error("A file could not be received: %s", type(fout).__name__)
        self.kan_niet = True


class BegrensdOntvangen(TemporaryFileUploadHandler):
    """Streams files to disk and writes no more of them than may be kept: the form then says which is too large.

    Whoever is not logged in writes nothing at all.
    """

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.is_eindeloos = content_length > AFBREKEN_BIJ_MB * MB
        self.aantal = self.totaal = 0

    def new_file(self, field_name, file_name, content_type, content_length, charset=None, content_type_extra=None):
        if self.is_eindeloos:
            raise StopUpload(connection_reset=True)
        super(TemporaryFileUploadHandler, self).new_file(
            field_name, file_name, content_type, content_length, charset, content_type_extra
        )
        self.aantal += 1
        self.gelezen = 0
        self.file = Ontvangen(file_name, content_type, 0, charset, content_type_extra)

    def _mag_schrijven(self) -> bool:
        gebruiker = getattr(self.request, "user", None)
        return (
            gebruiker is not None
            and gebruiker.is_authenticated
            and not self.file.kan_niet
            and self.aantal <= settings.DOCUMENT_MEESTE
            and self.gelezen <= settings.DOCUMENT_MAX_MB * MB
        )

    def receive_data_chunk(self, raw_data, start):
        self.gelezen += len(raw_data)
        if not self._mag_schrijven():
            return
        if self.totaal + len(raw_data) > settings.DOCUMENT_TOTAAL_MB * MB:
            self.file.past_niet = True
            return
        self.totaal += len(raw_data)
        try:
            self.file.write(raw_data)
        except OSError as fout:
            self.file.mislukt(fout)

    def file_complete(self, file_size):
        self.file.seek(0)
        self.file.size = file_size
        return self.file
