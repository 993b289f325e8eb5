"""The demo, lived through once for all tests that read it (tests/werelden.py)."""

import pytest


@pytest.fixture
def gelezen(db):
    """In the world of the demo, with its documents; what a test writes is taken back."""
