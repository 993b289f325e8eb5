"""The administrator, and her browser."""

import pytest

from kern.models import Regio
from kern.toegang.rollen import Rol
from tests.kern.mensen import browser, maak


@pytest.fixture
def almelo():
    return Regio.objects.get_or_create(code="almelo", defaults={"naam": "Almelo"})[0]


@pytest.fixture
def frida():
    return maak("frida", Rol.FUNCTIONEEL_BEHEERDER)


@pytest.fixture
def beheer(frida):
    return browser(frida)
