"""Logging in and out, passwords, the active role and preferences, as a browser sees them."""

import re
from datetime import date, timedelta
from unittest import mock
from urllib.parse import urlparse

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kern.models import Afwezigheid, Gebeurtenis, Gebruiker, Uitgaand
from kern.toegang import gebruikers
from kern.toegang.rollen import Rol
from tests.kern.mensen import WACHTWOORD, inloggen, is_binnen, maak

pytestmark = pytest.mark.django_db


@pytest.fixture
def karin(almelo):
    return maak("Karin", Rol.CASEMANAGER, regio=almelo, wachtwoord=WACHTWOORD)


# Logging in.


@pytest.mark.eis("L-39")
def test_the_login_page_reminds_of_secrecy(client):
    tekst = client.get(reverse("inloggen")).content.decode()
    assert "is geheim: deel het alleen met wie het voor het werk nodig heeft" in tekst


def test_a_right_password_leads_to_the_work_and_changes_the_session_key(client, karin):
    client.get(reverse("inloggen"))
    client.session["x"] = 1
    client.session.save()
    eerst = client.session.session_key
    antwoord = inloggen(client)
    assert (antwoord.status_code, antwoord.url) == (302, "/")
    assert client.session.session_key != eerst
    assert Gebeurtenis.objects.get(actie="inloggen").gebruiker_id == karin.pk


def test_capitals_in_the_name_do_not_matter(client, karin):
    assert inloggen(client, " KARIN ").status_code == 302


@pytest.mark.parametrize(
    ("naam", "wachtwoord"),
    [
        ("karin", "niet het goede woord"),
        ("niemand", WACHTWOORD),
        ("karin", WACHTWOORD.upper()),
        ("k" * 60, "\U0001f511" * 500),
    ],
)
def test_a_wrong_name_or_password_gets_the_same_sentence(client, karin, naam, wachtwoord):
    tekst = inloggen(client, naam, wachtwoord).content.decode()
    assert "De gebruikersnaam of het wachtwoord klopt niet" in tekst
    assert wachtwoord not in tekst


def test_a_stopped_user_gets_that_sentence_too(client, karin):
    Gebruiker.objects.update(is_active=False)
    assert "De gebruikersnaam of het wachtwoord klopt niet" in inloggen(client).content.decode()


@pytest.mark.parametrize("naam", ["k" * 5000, "karin\x00", ""])
def test_odd_names_are_a_message(client, karin, naam):
    antwoord = inloggen(client, naam)
    assert antwoord.status_code == 200
    assert "foutenlijst" in antwoord.content.decode()


@pytest.mark.parametrize("doel", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)", "http:///x"])
def test_next_never_leaves_the_site(client, karin, doel):
    assert inloggen(client, next=doel).url == "/"


def test_next_within_the_site_is_followed(client, karin):
    assert inloggen(client, next="/voorkeuren/").url == "/voorkeuren/"


def test_five_wrong_passwords_close_the_door_and_say_until_when(client, karin):
    for naam in ("karin", "Karin", "KARIN", "karin"):
        assert inloggen(client, naam, "fout").status_code == 200
    antwoord = inloggen(client, wachtwoord="fout")
    assert antwoord.status_code == 429
    tekst = antwoord.content.decode()
    over = timezone.localtime() + timedelta(minutes=16)
    kort_ervoor = over - timedelta(minutes=1)
    assert f"om {over:%H:%M} uur" in tekst or f"om {kort_ervoor:%H:%M} uur" in tekst
    # The right password does not open it either.
    assert inloggen(client).status_code == 429
    assert not is_binnen(client)


def test_an_unknown_name_is_locked_in_the_same_way(client):
    uitkomsten = [inloggen(client, "niemand", "fout").status_code for _ in range(5)]
    assert uitkomsten == [200, 200, 200, 200, 429]


def test_a_good_login_starts_the_count_again(client, karin):
    for _ in range(2):
        for _ in range(4):
            inloggen(client, wachtwoord="fout")
        assert inloggen(client).status_code == 302
        client.post(reverse("uitloggen"))


def test_logging_out_is_a_post(client, karin):
    inloggen(client)
    assert client.get(reverse("uitloggen")).status_code == 405
    assert is_binnen(client)
    assert client.post(reverse("uitloggen"), follow=True).redirect_chain == [(reverse("inloggen"), 302)]
    assert not is_binnen(client)


# Passwords.


def link_uit_de_mail(soort="wachtwoord"):
    _, tekst = gebruikers.brief(Uitgaand.objects.filter(soort=soort).latest("pk"))
    return urlparse(re.search(r"http\S+", tekst)[0]).path


def kies(client, pad, nieuw="vier nieuwe lange woorden", nog_eens=None):
    formulier = client.get(pad, follow=True)
    doel = formulier.redirect_chain[-1][0] if formulier.redirect_chain else pad
    return client.post(doel, {"new_password1": nieuw, "new_password2": nog_eens or nieuw})


def test_asking_for_a_password_gives_one_answer_for_every_name(client, karin):
    antwoorden = [client.post(reverse("wachtwoord_vergeten"), {"wie": wie}, follow=True) for wie in ("karin", "niemand")]
    assert len({re.sub(rb"\w{8}", b"", a.content) for a in antwoorden}) == 1
    assert Uitgaand.objects.count() == 1


def test_a_password_link_works_once(client, karin):
    gebruikers.wachtwoord_aanvragen("karin", op=timezone.now())
    pad = link_uit_de_mail()
    assert kies(client, pad).url == reverse("inloggen")
    assert inloggen(client, wachtwoord="vier nieuwe lange woorden").status_code == 302
    assert "Deze link werkt niet meer" in Client().get(pad).content.decode()


def test_a_password_link_works_for_a_day(client, karin):
    gebruikers.wachtwoord_aanvragen("karin", op=timezone.now())
    pad = link_uit_de_mail()
    with mock.patch("django.contrib.auth.tokens.PasswordResetTokenGenerator._now") as klok:
        klok.return_value = timezone.localtime().replace(tzinfo=None) + timedelta(hours=24, minutes=1)
        assert "Deze link werkt niet meer" in client.get(pad).content.decode()
        klok.return_value -= timedelta(minutes=3)
        assert client.get(pad).status_code == 302


@pytest.mark.parametrize("pad", ["/wachtwoord/nieuw/abc/def/", "/wachtwoord/nieuw/MQ/set-password/"])
def test_a_made_up_link_is_a_friendly_page(client, karin, pad):
    antwoord = client.get(pad)
    assert antwoord.status_code == 200
    assert "Deze link werkt niet meer" in antwoord.content.decode()


def test_a_link_of_a_stopped_user_no_longer_works(client, karin):
    gebruikers.wachtwoord_aanvragen("karin", op=timezone.now())
    pad = link_uit_de_mail()
    Gebruiker.objects.update(is_active=False)
    assert "Deze link werkt niet meer" in client.get(pad).content.decode()


def test_an_invitation_welcomes(client, karin):
    karin.set_unusable_password()
    karin.save()
    gebruikers.uitnodigen(karin, door=None, op=timezone.now())
    tekst = client.get(link_uit_de_mail("uitnodiging"), follow=True).content.decode()
    assert "Kies uw wachtwoord" in tekst
    assert "Welkom, Karin." in tekst


@pytest.mark.parametrize(
    ("een", "twee", "zin"),
    [
        ("kort", "kort", "Dit wachtwoord is te kort. Gebruik 12 tekens of meer."),
        ("karin@voorbeeld.nl", "karin@voorbeeld.nl", "lijkt te veel op"),
        ("vier nieuwe lange woorden", "vier andere lange woorden", "niet gelijk"),
    ],
)
def test_a_bad_new_password_is_explained(client, karin, een, twee, zin):
    gebruikers.wachtwoord_aanvragen("karin", op=timezone.now())
    assert zin in kies(client, link_uit_de_mail(), een, twee).content.decode()


def test_a_new_password_opens_a_closed_door(client, karin):
    for _ in range(5):
        inloggen(client, wachtwoord="fout")
    gebruikers.wachtwoord_aanvragen("karin", op=timezone.now())
    kies(client, link_uit_de_mail())
    assert inloggen(client, wachtwoord="vier nieuwe lange woorden").status_code == 302


def test_changing_the_password_ends_the_other_sessions(client, karin):
    ander = Client()
    inloggen(client)
    inloggen(ander)
    velden = {"old_password": WACHTWOORD, "new_password1": "vier nieuwe lange woorden"}
    antwoord = client.post(reverse("wachtwoord_wijzigen"), {**velden, "new_password2": "vier nieuwe lange woorden"})
    assert antwoord.url == reverse("voorkeuren")
    assert is_binnen(client)
    assert not is_binnen(ander)


def test_changing_needs_the_password_of_now(client, karin):
    inloggen(client)
    velden = {"old_password": "fout", "new_password1": "vier nieuwe woorden", "new_password2": "vier nieuwe woorden"}
    assert "niet uw wachtwoord van nu" in client.post(reverse("wachtwoord_wijzigen"), velden).content.decode()


# The active role.


def test_the_roles_of_today_are_shown_with_their_place(client, karin):
    inloggen(client)
    tekst = client.get(reverse("rol_kiezen")).content.decode()
    assert "Casemanager · Almelo (nu)" in tekst
    assert "Teamleider" not in tekst


def test_with_two_roles_and_no_choice_the_role_is_asked(client, karin, almelo):
    karin.rolverleningen.create(rol=Rol.TEAMLEIDER, regio=almelo, periode=DateRange(date(2020, 1, 1), None, "[)"))
    assert inloggen(client).url == reverse("rol_kiezen")
    assert client.post(reverse("rol_kiezen"), {"rol": "teamleider"}).url == "/"
    karin.refresh_from_db()
    assert karin.actieve_rol == Rol.TEAMLEIDER
    client.post(reverse("uitloggen"))
    assert inloggen(client).url == "/"


@pytest.mark.parametrize("rol", ["functioneel_beheerder", "", "x" * 4000])
def test_a_role_that_one_does_not_hold_is_403(client, karin, rol):
    inloggen(client)
    assert client.post(reverse("rol_kiezen"), {"rol": rol}).status_code == 403


def test_without_a_role_one_reads_whom_to_ask(client):
    maak("Leeg", wachtwoord=WACHTWOORD)
    assert inloggen(client, "leeg").url == reverse("rol_kiezen")
    assert "U hebt vandaag geen rol" in client.get(reverse("rol_kiezen")).content.decode()
    assert client.get(reverse("voorkeuren")).status_code == 403


# Preferences.


def test_the_daily_mail_can_be_turned_off_and_the_page_says_what_stays(client, karin):
    inloggen(client)
    assert "wettelijke termijnen" in client.get(reverse("voorkeuren")).content.decode()
    client.post(reverse("voorkeuren"), {})
    karin.refresh_from_db()
    assert karin.dagbericht is False
    client.post(reverse("voorkeuren"), {"dagbericht": "on"})
    karin.refresh_from_db()
    assert karin.dagbericht is True


def test_being_away_from_the_form_to_the_withdrawal(client, karin, almelo):
    ans = maak("Ans", Rol.CASEMANAGER, regio=almelo)
    inloggen(client)
    vandaag = timezone.localdate()
    velden = {"eerste": f"{vandaag:%d-%m-%Y}", "laatste": f"{vandaag + timedelta(days=6):%d-%m-%Y}", "waarnemer": ans.pk}
    assert client.post(reverse("afwezig_melden"), velden).url == reverse("voorkeuren")
    rij = Afwezigheid.objects.get()
    assert rij.periode.bereik.upper == vandaag + timedelta(days=7)
    assert "Ans doet uw werk" in client.get(reverse("voorkeuren")).content.decode()
    assert client.get(reverse("afwezigheid_intrekken", args=[rij.pk])).status_code == 405
    client.post(reverse("afwezigheid_intrekken", args=[rij.pk]))
    assert not Afwezigheid.objects.exists()


def test_an_absence_of_somebody_else_is_404(client, karin, almelo):
    ans = maak("Ans", Rol.CASEMANAGER, regio=almelo)
    morgen = timezone.localdate() + timedelta(days=1)
    rij = Afwezigheid.objects.create(gebruiker=ans, waarnemer=karin, periode=DateRange(morgen, morgen + timedelta(2), "[)"))
    inloggen(client)
    assert client.post(reverse("afwezigheid_intrekken", args=[rij.pk])).status_code == 404
