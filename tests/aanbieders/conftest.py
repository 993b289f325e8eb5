"""A provider that delivers in Almelo, the people who follow it, and a clock that stands still."""

import pytest
from django.utils import timezone

from kern.toegang.rollen import Rol
from tests.aanbieders import opstelling
from tests.aanbieders.weg import Weg


@pytest.fixture
def klok(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: opstelling.NU)


@pytest.fixture
def con(cast):
    return opstelling.contractmanager(cast)


@pytest.fixture
def fin(cast):
    return cast.gebruiker("fin", Rol.ADMINISTRATIE, regio=cast.almelo)


@pytest.fixture
def zorghuis(cast, klok):
    return opstelling.aanbieder()


@pytest.fixture
def dossier(con, zorghuis, cast):
    return opstelling.toelating(con, zorghuis, cast.almelo)


@pytest.fixture
def weg(cast, monkeypatch):
    """A story of SM-9 by real steps; the clock stands where it is."""
    verhaal = Weg(cast)
    monkeypatch.setattr(timezone, "now", lambda: verhaal.nu)
    return verhaal
