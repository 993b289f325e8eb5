"""The virus scanner: clamd's INSTREAM command over TCP or a socket.

Own code, because the one maintained client on the package index has a licence (GPL) that would bind all of Cimot.
"""

import contextlib
import socket
import struct
import time
from urllib.parse import urlsplit

BLOK = 64 * 1024
WACHTTIJD = 20  # seconds for one step
LANGST = 120  # seconds for one file
LANGSTE_ANTWOORD = 4096


class ScannerWeg(Exception):
    """There is no scanner at this address, or it does not answer in time."""


class NietTeScannen(Exception):
    """The scanner answers, but not about this file (larger than its StreamMaxLength, for example)."""


def _verbind(url: str) -> socket.socket:
    delen = urlsplit(url)
    if delen.scheme == "tcp":
        return socket.create_connection((delen.hostname, delen.port or 3310), timeout=WACHTTIJD)
    lijn = socket.socket(socket.AF_UNIX)
    try:
        lijn.settimeout(WACHTTIJD)
        lijn.connect(delen.path)
    except OSError:
        lijn.close()
        raise
    return lijn


def _antwoord(lijn, einde: float) -> str:
    antwoord = b""
    while not antwoord.endswith(b"\0") and len(antwoord) < LANGSTE_ANTWOORD:
        if time.monotonic() > einde:
            raise TimeoutError
        if not (deel := lijn.recv(1024)):
            break
        antwoord += deel
    return antwoord.rstrip(b"\0").decode(errors="replace").strip()


def scan(url: str, bestand) -> str | None:
    """The name of the virus in an open file, or None. Raises ScannerWeg and NietTeScannen."""
    einde = time.monotonic() + LANGST
    try:
        lijn = _verbind(url)
    except OSError as fout:
        raise ScannerWeg(type(fout).__name__) from fout
    try:
        with lijn:
            # The scanner closes the line when it has seen enough; its answer then waits to be read.
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                lijn.sendall(b"zINSTREAM\0")
                while blok := bestand.read(BLOK):
                    if time.monotonic() > einde:
                        raise TimeoutError
                    lijn.sendall(struct.pack(">I", len(blok)) + blok)
                lijn.sendall(struct.pack(">I", 0))
            antwoord = _antwoord(lijn, einde)
    except ConnectionError as fout:
        # It hung up halfway, as it does when a file is too large: that says nothing about the next file.
        raise NietTeScannen(type(fout).__name__) from fout
    except OSError as fout:
        raise ScannerWeg(type(fout).__name__) from fout
    uitslag = antwoord.rpartition(": ")[2]
    if uitslag == "OK":
        return None
    if uitslag.endswith(" FOUND"):
        return uitslag.removesuffix(" FOUND")
    raise NietTeScannen(antwoord[:200] or "no answer")
