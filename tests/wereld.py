"""In which database a test plays. A world is made once, sealed, kept between runs and cloned per process.

A test that asks for `cast` plays in the world that has the cast, one that asks for `referentie` in that of the
reference data, any other in an empty one; `@pytest.mark.wereld("demo")` names another of tests/werelden.py. What a
test writes is rolled back; after a test that commits the clone is made again.
"""

import os
import pickle
import secrets
import shutil
from dataclasses import dataclass

import pytest
from django.test import TransactionTestCase
from pytest_django.plugin import blocking_manager_key

from tests import klok
from tests.zegels import Zegels, map_van

# By the fixture that a test asks for; the first that fits.
NAMEN = {"gelezen": "demo", "cast": "cast", "referentie": "referentie"}
MET_DATABASE = {"db", "transactional_db", "live_server"}
BOUWDAG = "2026-01-02"


@dataclass
class Kloon:
    naam: str
    is_vuil: bool = True


def pytest_configure(config):
    config.addinivalue_line("markers", "wereld(name): the world of tests/werelden.py in which this test plays")
    os.environ.setdefault("CIMOT_PROEF", str(secrets.randbelow(2**31)))  # the workers of a run share it
    config.pluginmanager.register(Wereldkeuze(config), "wereldkeuze")


def _wereld_van(item) -> str | None:
    merk = item.get_closest_marker("wereld")
    if merk:
        return merk.args[0]
    if item.cls and issubclass(item.cls, TransactionTestCase):
        return "leeg"
    if item.get_closest_marker("django_db") or MET_DATABASE & set(item.fixturenames):
        return next((naam for fixture, naam in NAMEN.items() if fixture in item.fixturenames), "leeg")
    return None


class Wereldkeuze:
    def __init__(self, config):
        self.config, self.huidig = config, None
        self.klonen, self.inhoud, self.gezegeld = {}, {}, {}
        self._zegels = self.speelt = None

    @property
    def zegels(self):
        self._zegels = self._zegels or Zegels(os.environ["DATABASE_URL"], int(os.environ["CIMOT_PROEF"]))
        return self._zegels

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item):
        self.speelt = naam = _wereld_van(item)
        if naam:
            with self.config.stash[blocking_manager_key].unblock():
                self.kies(naam)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item):
        if self.huidig and self._is_blijvend(item):
            self.klonen[self.huidig].is_vuil = True
        return (yield)

    @staticmethod
    def _is_blijvend(item):
        merk = item.get_closest_marker("django_db")
        return bool(merk and merk.kwargs.get("transaction")) or bool(
            {"transactional_db", "live_server"} & set(item.fixturenames)
        )

    def kies(self, naam: str) -> None:
        from django.db import connection

        kloon = self.klonen.setdefault(naam, Kloon(f"proef_{os.environ['CIMOT_PROEF']}_{_proces()}_{naam}"))
        if naam == self.huidig and not kloon.is_vuil:
            return
        connection.close()
        if kloon.is_vuil:
            self.zegels.kloon(self.zegel_van(naam), kloon.naam)
            kloon.is_vuil = False
        connection.settings_dict["NAME"], self.huidig = kloon.naam, naam

    def zegel_van(self, naam: str) -> str:
        """The name of its seal; the world is made first when it is not there yet."""
        if naam in self.gezegeld:
            return self.gezegeld[naam]
        from tests import werelden

        wereld = werelden.WERELDEN[naam]
        zegel = f"zegel_{naam}_{werelden.vingerafdruk(wereld, self._moment(wereld))}"
        with self.zegels.slot(zegel):
            if not self.zegels.is_er(zegel):
                self._maak(wereld, zegel)
        self.gezegeld[naam] = zegel
        return zegel

    def _moment(self, wereld):
        dag = self.config.getoption("vandaag") if wereld.is_van_vandaag else klok.moment(BOUWDAG)
        return dag - klok.EERDER

    def _maak(self, wereld, zegel):
        from tests import werelden

        basis = self.zegel_van(wereld.op) if wereld.op else "template0"
        bouw = zegel.replace("zegel_", "bouw_")
        self.zegels.kloon(basis, bouw)
        reis = klok.reis(self._moment(wereld))
        try:
            werelden.vul(wereld, bouw)
        finally:
            reis.stop()
        self.zegels.verzegel(bouw, zegel)

    def lees(self, naam):
        """What the maker of a world gave back, new for every test."""
        if naam not in self.inhoud:
            self.inhoud[naam] = (map_van(self.zegel_van(naam)) / "inhoud").read_bytes()
        return pickle.loads(self.inhoud[naam])  # noqa: S301  written by ourselves

    def documenten_naar(self, doel):
        """A copy for one test, by links: a document is never written twice."""
        bron = map_van(self.zegel_van(self.huidig)) / "documenten" if self.speelt else None
        if bron and any(bron.iterdir()):
            shutil.copytree(bron, doel, copy_function=_link)
        return doel

    def pytest_unconfigure(self):
        if self._zegels is None:
            return
        from django.db import connections

        connections.close_all()
        for kloon in self.klonen.values():
            self.zegels.weg(kloon.naam)
        self.zegels.sluit()


def _proces() -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "gw")


def _link(bron, doel):
    try:
        os.link(bron, doel)
    except OSError:  # on another disk
        shutil.copy2(bron, doel)


def _blijft(self):
    """In place of a TRUNCATE of every table: the clone is made again (`Kloon.is_vuil`)."""


TransactionTestCase._fixture_teardown = _blijft


@pytest.fixture(scope="session")
def wereldkeuze(pytestconfig):
    return pytestconfig.pluginmanager.get_plugin("wereldkeuze")
