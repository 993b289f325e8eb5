"""A clock that stands where the story is: actions refuse the future."""

import pytest
from django.utils import timezone

from tests.cimot.scenario import Scenario
from tests.factories import moment


@pytest.fixture
def scenario(cast, monkeypatch):
    verhaal = Scenario(cast)
    monkeypatch.setattr(timezone, "now", lambda: verhaal.nu)
    return verhaal


@pytest.fixture
def later(cast, monkeypatch):
    """The clock stands far past the dates of a test."""
    monkeypatch.setattr(timezone, "now", lambda: moment("2030-01-01"))
