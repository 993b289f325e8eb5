"""pytest plugin: the test run's own PostgreSQL and Valkey, and the rest of the environment.

Loaded with `-p`. The controller starts the servers, xdist's workers inherit the addresses; a keeper stops the
servers when the controller is gone, also when it was killed.
"""

import pytest

from config import limits
from config.lokaal import environment

LEASES = pytest.StashKey[list]()
LOOKING_ONLY = {"-h", "--help", "--version", "-V", "--collect-only", "--co", "--markers", "--fixtures"}


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config, args):
    """A wrapper, because only that runs before pytest-django's own hook, which reads the settings."""
    limits.begin("test")
    environment.fill_test()
    if LOOKING_ONLY & set(args):
        environment.fill_placeholders()
    else:
        early_config.stash[LEASES] = environment.fill()
    return (yield)


def pytest_unconfigure(config):
    for lease in config.stash.get(LEASES, []):
        lease.release_and_wait()
