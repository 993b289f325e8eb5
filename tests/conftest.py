"""The fixed cast of the tests: two regions, their people, and a client browser of each."""

import logging

import pytest
from django.conf import settings


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment):
    """The worlds take the place of one test database (tests/wereld.py)."""


@pytest.fixture(autouse=True)
def _plain_static_files(settings):
    """Tests collect no static files: serve them by name."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Argon2 is slow on purpose; the tests of the login type many passwords."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]


@pytest.fixture(autouse=True)
def _documenten_map(settings, tmp_path, wereldkeuze):
    """Each test keeps its documents to itself, and begins with those of its world."""
    settings.DOCUMENTEN_MAP = wereldkeuze.documenten_naar(tmp_path / "documenten")


@pytest.fixture
def referentie(db):
    """Regions, municipalities, criteria: the reference data of production (tests/wereld.py)."""


@pytest.fixture
def cast(referentie, wereldkeuze):
    """The people of tests/factories.py."""
    return wereldkeuze.lees("cast")


@pytest.fixture
def stil():
    """For a test that is refused hundreds of times: writing each of them down costs more than the refusal."""
    logger = logging.getLogger("django.request")
    logger.disabled = True
    yield
    logger.disabled = False


@pytest.fixture
def inloggen(client):
    """Log a user in with the test client, past the password (its own tests prove that)."""

    def doe(gebruiker):
        client.force_login(gebruiker, backend=settings.AUTHENTICATION_BACKENDS[1])
        return client

    return doe
