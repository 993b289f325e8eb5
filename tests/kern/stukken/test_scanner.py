"""The virus scanner's protocol, against a server that speaks it."""

import io
import time

import pytest

from kern.stukken import scanner
from tests.kern.stukken.clamd import EICAR, Clamd
from tests.kern.wachtrij import vrije_poort


def scan(server, inhoud):
    return scanner.scan(server.url, io.BytesIO(inhoud))


def test_a_clean_file_and_a_virus():
    with Clamd() as server:
        assert scan(server, b"Beste mevrouw") is None
        assert scan(server, b"voor" + EICAR) == "Eicar-Test-Signature"
        groot = bytes(range(256)) * 2000
        assert scan(server, groot) is None
        assert server.gezien[-1] == groot


def test_over_a_socket(tmp_path):
    with Clamd(adres=str(tmp_path / "clamd.ctl")) as server:
        assert server.url.startswith("unix:///")
        assert scan(server, EICAR) == "Eicar-Test-Signature"


def test_nobody_at_the_address(tmp_path):
    for url in (f"tcp://127.0.0.1:{vrije_poort()}", f"unix://{tmp_path}/clamd.ctl"):
        with pytest.raises(scanner.ScannerWeg):
            scanner.scan(url, io.BytesIO(b"x"))


def test_a_scanner_that_never_answers(monkeypatch):
    monkeypatch.setattr(scanner, "WACHTTIJD", 0.2)
    begin = time.monotonic()
    with Clamd(hoe="stil") as server, pytest.raises(scanner.ScannerWeg, match="Timeout"):
        scan(server, b"x")
    assert time.monotonic() - begin < 4


def test_one_file_has_its_time(monkeypatch):
    monkeypatch.setattr(scanner, "LANGST", -1)
    with Clamd() as server, pytest.raises(scanner.ScannerWeg, match="Timeout"):
        scan(server, b"x")


@pytest.mark.parametrize("hoe", ["weg", "halverwege"])
def test_a_scanner_that_hangs_up_says_nothing_about_the_next_file(hoe):
    with Clamd(hoe=hoe) as server, pytest.raises(scanner.NietTeScannen):
        scan(server, bytes(3_000_000))


def test_larger_than_the_scanner_takes():
    with Clamd(hoogstens=100_000) as server, pytest.raises(scanner.NietTeScannen):
        scan(server, bytes(3_000_000))


@pytest.mark.parametrize("antwoord", [b"stream: O\0", b"UNKNOWN COMMAND\0", b"", b"stream: NOT OK?\0"])
def test_only_ok_is_clean(monkeypatch, antwoord):
    monkeypatch.setattr(scanner, "_antwoord", lambda *_: antwoord.rstrip(b"\0").decode())
    with Clamd() as server, pytest.raises(scanner.NietTeScannen):
        scan(server, b"x")
