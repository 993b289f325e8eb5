"""The demo, lived through once for all tests that read it."""

import pytest
from django.db import transaction
from django.test import override_settings

from sturing import referentie
from sturing.demo import dossiers
from tests.demodag import PEILDATUM, stil


@pytest.fixture(scope="package")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """Rolled back at the end; the tests only read, or run inside their own savepoint. Gives the folder of its files."""
    map_ = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), transaction.atomic():
        referentie.laad()
        with override_settings(DOCUMENTEN_MAP=map_):
            dossiers.maak(peildatum=PEILDATUM, seed=1, meld=stil)
        yield map_
        transaction.set_rollback(True)


@pytest.fixture
def gelezen(demo, django_db_blocker, settings):
    """The demo inside a savepoint of the test."""
    settings.DOCUMENTEN_MAP = demo
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
