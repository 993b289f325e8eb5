"""A command that needs no database works at once, on any machine, and starts no server."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import manage

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["help"],
        ["migrate", "--help"],
        ["check", "--deploy"],
        ["makemigrations", "--check", "--dry-run"],
        ["bereken_termijn", "--csv"],
        ["collectstatic"],
    ],
)
def test_needs_no_database(arguments):
    assert not manage.needs_database(arguments)


@pytest.mark.parametrize("arguments", [["migrate"], ["makemigrations"], ["controleer_termijnen"], ["runserver"]])
def test_needs_a_database(arguments):
    assert manage.needs_database(arguments)


def test_starts_no_server(folder):
    """With nothing in its environment but the folder in which a server would be made."""
    result = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "version"],
        env={"PATH": os.environ["PATH"], "CIMOT_DATA": str(folder)},
        capture_output=True,
        text=True,
    )
    assert (result.returncode, result.stdout[:1]) == (0, "5"), result.stderr
    assert not any(folder.iterdir())
