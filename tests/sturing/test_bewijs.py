"""What is read from the marks of the tests is what pytest collects."""

import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from sturing import bewijs

VOORBEELD = """
import unittest
import pytest
pytestmark = [pytest.mark.filterwarnings("error"), pytest.mark.eis("L-01")]

@pytest.mark.eis("L-02", "L-03")
@pytest.mark.parametrize("n", [
    1, pytest.param(2, marks=pytest.mark.eis("L-04")), pytest.param(3, marks=[pytest.mark.eis("L-05")])
])
def test_cases(n): ...

@pytest.mark.eis("L-06")
class TestKlasse:
    pytestmark = pytest.mark.eis("L-07")

    def test_here(self): ...

    class TestBinnen:
        @pytest.mark.eis("L-08")
        def test_deeper(self): ...

class Ouderwets(unittest.TestCase):
    @pytest.mark.eis("L-09")
    def test_of_the_library(self): ...

def test_of_the_file(): ...
def hulp(): ...
class Geen:
    def test_nothing(self): ...
"""
VERZAMELAAR = """
def pytest_collection_finish(session):
    for item in session.items:
        print("EIS", item.originalname, *sorted({eis for merk in item.iter_markers("eis") for eis in merk.args}))
"""
GELEZEN = {
    "test_cases": {"L-01", "L-02", "L-03", "L-04", "L-05"},
    "test_here": {"L-01", "L-06", "L-07"},
    "test_deeper": {"L-01", "L-06", "L-07", "L-08"},
    "test_of_the_library": {"L-01", "L-09"},
    "test_of_the_file": {"L-01"},
}


def test_every_place_of_a_mark_is_read():
    assert bewijs.van_bestand(VOORBEELD, "test_voorbeeld.py") == GELEZEN


def test_pytest_collects_the_same_from_each_place(tmp_path):
    (tmp_path / "test_voorbeeld.py").write_text(VOORBEELD)
    (tmp_path / "conftest.py").write_text(VERZAMELAAR)
    opdracht = [sys.executable, "-m", "pytest", "-c", os.devnull, "--rootdir", tmp_path, "--collect-only", "-qs", tmp_path]
    omgeving = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    uit = subprocess.run(opdracht, cwd=tmp_path, env=omgeving, capture_output=True, text=True, check=True).stdout
    verzameld = defaultdict(set)
    for _, test, *eisen in (regel.split() for regel in uit.splitlines() if regel.startswith("EIS ")):
        verzameld[test] |= set(eisen)
    assert verzameld == GELEZEN


def test_the_tests_of_this_run_prove_what_is_read(request):
    """In a run of the whole suite: all of it."""
    wortel = Path(__file__).resolve().parents[2]
    gelezen = defaultdict(set)
    for eis, tests in bewijs.bewijzen(wortel).items():
        for test in tests:
            gelezen[test].add(eis)
    verzameld = defaultdict(set)
    for item in request.session.items:
        test = f"{item.nodeid.split('::')[0]}::{item.originalname}"
        verzameld[test] |= {eis for merk in item.iter_markers("eis") for eis in merk.args}
    assert {test: gelezen[test] for test in verzameld} == verzameld


@pytest.mark.parametrize(
    "tekst",
    [
        "import pytest\n@pytest.mark.eis(*IDS)\ndef test_x(): ...",
        'import pytest\n@pytest.mark.eis(f"L-{1}")\ndef test_x(): ...',
        'import pytest\nMERK = pytest.mark.eis("L-01")\n@MERK\ndef test_x(): ...',
        'import pytest\ndef merk(naam):\n    return pytest.mark.eis("L-01")\ndef test_x(): ...',
        'import pytest\n@pytest.mark.eis("L-01")\ndef hulp(): ...',
    ],
    ids=["unpacked", "composed", "behind a name", "from a function", "on no test"],
)
def test_a_mark_that_cannot_be_read_is_refused(tekst):
    with pytest.raises(bewijs.Onleesbaar, match=r"^test_x\.py:\d+: "):
        bewijs.van_bestand(tekst, "test_x.py")
