"""The second step of logging in: a code of the telephone, asked until it was given."""

import re
import time

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from kern.models import Gebeurtenis
from kern.toegang import tweede_stap
from kern.toegang.rollen import Rol
from tests.kern.mensen import WACHTWOORD, browser, inloggen, is_binnen, maak

pytestmark = pytest.mark.django_db


@pytest.fixture
def karin(almelo):
    return maak("Karin", Rol.CASEMANAGER, regio=almelo, wachtwoord=WACHTWOORD)


def code(apparaat, stappen=0):
    totp = TOTP(apparaat.bin_key, apparaat.step, apparaat.t0, apparaat.digits, apparaat.drift)
    totp.time = time.time() + stappen * 30
    return f"{totp.token():06d}"


@pytest.fixture
def apparaat(karin):
    return TOTPDevice.objects.create(user=karin, name="app", confirmed=True)


def test_setting_up_shows_a_picture_and_letters_and_asks_the_code(client, karin):
    inloggen(client)
    tekst = client.get(reverse("tweede_stap_instellen")).content.decode()
    assert 'src="data:image/svg+xml;base64,' in tekst
    assert "<svg" not in re.search(r"<main.*?</main>", tekst, re.DOTALL)[0].split("data:image")[1].split(">")[0]
    sleutel = client.session["tweede_stap_sleutel"]
    assert client.post(reverse("tweede_stap_instellen"), {"code": "000000"}).status_code == 422
    assert not TOTPDevice.objects.exists()
    goed = code(TOTPDevice(user=karin, key=sleutel))
    antwoord = client.post(reverse("tweede_stap_instellen"), {"code": f" {goed[:3]} {goed[3:]} "})
    assert antwoord.url == reverse("voorkeuren")
    assert TOTPDevice.objects.get().key == sleutel
    assert is_binnen(client)
    assert "tweede_stap_sleutel" not in client.session


def test_until_the_code_every_page_leads_to_it(client, karin, apparaat):
    inloggen(client)
    for naam in ("werkvoorraad", "voorkeuren", "rol_kiezen", "tweede_stap_uitzetten", "zoeken"):
        antwoord = client.get(reverse(naam))
        assert antwoord.status_code == 302
        assert antwoord.url.startswith(reverse("tweede_stap"))
    assert client.post(reverse("rol_kiezen"), {"rol": "casemanager"}).url.startswith(reverse("tweede_stap"))
    assert client.post(reverse("tweede_stap"), {"code": code(apparaat), "next": "/voorkeuren/"}).url == "/voorkeuren/"
    assert client.get(reverse("voorkeuren")).status_code == 200


def test_a_session_that_never_answered_is_asked(karin, apparaat):
    assert browser(karin).get("/voorkeuren/").url == "/tweede-stap/?next=/voorkeuren/"


def test_the_code_does_not_lead_outside(client, karin, apparaat):
    inloggen(client)
    assert client.post(reverse("tweede_stap"), {"code": code(apparaat), "next": "//kwaad.example"}).url == "/"


def test_a_code_works_once(client, karin, apparaat):
    inloggen(client)
    goed = code(apparaat)
    client.post(reverse("tweede_stap"), {"code": goed})
    ander = Client()
    inloggen(ander)
    assert ander.post(reverse("tweede_stap"), {"code": goed}).status_code == 422


def test_wrong_codes_make_the_next_try_wait(client, karin, apparaat):
    inloggen(client)
    for fout in ("000000", "abc", ""):
        assert client.post(reverse("tweede_stap"), {"code": fout}).status_code == 422
    apparaat.refresh_from_db()
    assert apparaat.throttling_failure_count == 1
    antwoord = client.post(reverse("tweede_stap"), {"code": code(apparaat)})
    assert antwoord.status_code == 422
    assert re.search(r"Wacht nog \d+ second", antwoord.content.decode())


def test_logging_out_is_possible_before_the_code(client, karin, apparaat):
    inloggen(client)
    assert client.post(reverse("uitloggen")).url == reverse("inloggen")


def test_turning_off_needs_a_code(client, karin, apparaat):
    inloggen(client)
    client.post(reverse("tweede_stap"), {"code": code(apparaat)})
    assert client.post(reverse("tweede_stap_uitzetten"), {"code": "000000"}).status_code == 422
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert client.post(reverse("tweede_stap_uitzetten"), {"code": code(apparaat, 1)}).url == reverse("voorkeuren")
    assert not TOTPDevice.objects.exists()
    assert is_binnen(client)


def test_a_lost_telephone_is_helped_by_the_administrator(client, karin, apparaat):
    inloggen(client)
    assert client.get(reverse("voorkeuren")).url.startswith(reverse("tweede_stap"))
    bea = maak("Bea", Rol.FUNCTIONEEL_BEHEERDER)
    tweede_stap.wissen(karin, door=bea, op=timezone.now())
    assert client.get(reverse("voorkeuren")).url.startswith(reverse("tweede_stap"))
    assert client.get(reverse("tweede_stap")).url == "/"
    assert client.get(reverse("voorkeuren")).status_code == 200
    assert Gebeurtenis.objects.get(actie="tweede_stap_wissen").waarden == {"betreft": karin.pk}
