"""What every kind of dossier must be able to: each test here runs for each kind in each open status, by itself.

The dossiers come from the world `rechten`, where real steps brought them there. A new kind joins by standing in that world
(tests/rechtenwereld.py) and in the hand-typed lists of tests/test_processen.py; the first test of this folder says so.
"""

import pytest

from kern.proces.tabel import PROCESSEN
from tests.vermogens.gevallen import GEVALLEN, per_status


def pytest_generate_tests(metafunc):
    if "geval" in metafunc.fixturenames:
        metafunc.parametrize("geval", GEVALLEN, ids="-".join, indirect=True)
    elif "soort" in metafunc.fixturenames:
        metafunc.parametrize("soort", sorted(PROCESSEN))


@pytest.fixture
def wereld(db, wereldkeuze):
    return wereldkeuze.lees("rechten")


@pytest.fixture
def geval(wereld, request):
    """The dossier of one kind in one status, afresh."""
    soort, status = request.param
    return per_status(wereld, soort)[status].concreet()


@pytest.fixture
def een(wereld, soort):
    """A dossier of one kind, whatever its status."""
    return next(iter(per_status(wereld, soort).values())).concreet()
