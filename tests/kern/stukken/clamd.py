"""A real server that speaks clamd's INSTREAM, with the ways in which one goes wrong."""

import contextlib
import socket
import struct
import threading

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd:
    """`hoe`: gewoon, stil (never answers), weg (hangs up at once), halverwege (hangs up while receiving)."""

    def __init__(self, adres=("127.0.0.1", 0), hoe="gewoon", hoogstens=25 * 1024 * 1024):
        self.hoe, self.hoogstens, self.gezien = hoe, hoogstens, []
        soort = socket.AF_INET if isinstance(adres, tuple) else socket.AF_UNIX
        self.lijn = socket.socket(soort)
        self.lijn.bind(adres)
        self.lijn.listen()
        self.klaar = threading.Event()
        self.draad = threading.Thread(target=self._dien, daemon=True)

    @property
    def url(self):
        naam = self.lijn.getsockname()
        return f"unix://{naam}" if isinstance(naam, str) else f"tcp://{naam[0]}:{naam[1]}"

    def __enter__(self):
        self.draad.start()
        return self

    def __exit__(self, *_):
        self.klaar.set()
        with contextlib.suppress(OSError):
            self.lijn.shutdown(socket.SHUT_RDWR)
        self.lijn.close()
        self.draad.join(5)

    def _dien(self):
        while not self.klaar.is_set():
            try:
                lijn, _ = self.lijn.accept()
            except OSError:
                return
            with lijn, contextlib.suppress(OSError, struct.error):
                self._antwoord(lijn)

    def _antwoord(self, lijn):
        if self.hoe == "weg":
            return
        with lijn.makefile("rb") as lees:
            self._ontvang(lijn, lees)

    def _ontvang(self, lijn, lees):
        assert lees.read(10) == b"zINSTREAM\0"
        inhoud = b""
        while lengte := struct.unpack(">I", lees.read(4))[0]:
            inhoud += lees.read(lengte)
            if self.hoe == "halverwege":
                return
            if len(inhoud) > self.hoogstens:
                lijn.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                return
        self.gezien.append(inhoud)
        if self.hoe == "stil":
            self.klaar.wait(5)
            return
        lijn.sendall(b"stream: Eicar-Test-Signature FOUND\0" if EICAR in inhoud else b"stream: OK\0")
