"""A number out of an address is bounded before anything else looks at it."""

import pytest

from kern.models import Gebruiker
from kern.schermen.nummers import nummer
from kern.toegang.rollen import Rol
from tests.kern.mensen import browser, maak


@pytest.mark.parametrize("tekst", ["", "x", "-1", "1.0", " 1", "²", "٣", "9" * 19, "9" * 5000])
def test_what_is_no_number_of_a_row_is_none(tekst):
    assert nummer(tekst) is None


@pytest.mark.parametrize(("tekst", "waarde"), [("0", 0), ("42", 42), ("9" * 18, 10**18 - 1)])
def test_a_number_is_a_number(tekst, waarde):
    assert nummer(tekst) == waarde


@pytest.mark.parametrize("pk", ["9" * 5000, "x", "-1", "٣"])
def test_an_id_that_cannot_be_one_is_no_error(cast, pk):
    tineke = browser(cast.tineke)
    assert tineke.post(f"/team/{cast.anke.pk}/", {"dossier": [pk]}).status_code in (404, 422)
    assert browser(cast.bas).get(f"/aanmelding/nieuw/?vraag={pk}").status_code == 404
    beheer = browser(maak("beheerder", Rol.FUNCTIONEEL_BEHEERDER))
    antwoord = beheer.post("/beheer/kern/gebruiker/", {"action": "inloggen_stoppen", "_selected_action": [pk]})
    assert antwoord.status_code == 400
    assert not Gebruiker.objects.filter(is_active=False).exists()
