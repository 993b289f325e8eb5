"""The page on which the administrator sees what did not come right by itself."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kern import tasks
from kern.beheer.views import gezondheid
from kern.models import Controle, Uitgaand
from kern.tijd import signalen
from kern.toegang.rollen import Rol
from tests.kern.zaken import gebruiker

pytestmark = pytest.mark.django_db
URL = "/storingen/"


@pytest.fixture(autouse=True)
def zonder_wachtrij(monkeypatch):
    gevraagd = []
    monkeypatch.setattr(tasks.verstuur_berichten, "delay", lambda: gevraagd.append(1))
    return gevraagd


@pytest.fixture
def beheerder(client, settings):
    mens = gebruiker(Rol.FUNCTIONEEL_BEHEERDER)
    client.force_login(mens, backend=settings.AUTHENTICATION_BACKENDS[1])
    return mens


@pytest.fixture
def gecontroleerd():
    signalen.controleer(timezone.localdate(), op=timezone.now())


def mislukt(mens, aantal=1, **velden):
    return [
        Uitgaand.objects.create(
            soort=Uitgaand.Soort.SPOED,
            gebruiker=mens,
            sleutel=f"spoed:{n}:{mens.pk}",
            **{"pogingen": Uitgaand.MAX_POGINGEN, "fout": "SMTPRecipientsRefused"} | velden,
        )
        for n in range(aantal)
    ]


def pagina(client, url=URL):
    antwoord = client.get(url)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def test_all_is_well(client, beheerder, gecontroleerd):
    tekst = pagina(client)
    assert "Er zijn geen storingen" in tekst
    assert "bericht-laat" not in tekst


def test_mail_that_failed_is_shown_without_its_address(client, beheerder, gecontroleerd):
    mens = gebruiker()
    mislukt(mens)
    tekst = pagina(client)
    assert mens.naam in tekst
    assert "spoedmelding" in tekst
    assert "SMTPRecipientsRefused" in tekst
    assert "na 5 pogingen" in tekst
    assert mens.email not in tekst


def test_mail_that_is_still_tried_or_no_longer_needed_is_not_shown(client, beheerder, gecontroleerd):
    mislukt(gebruiker(), pogingen=Uitgaand.MAX_POGINGEN - 1)
    mislukt(gebruiker(), verzonden_op=timezone.now())
    mislukt(gebruiker(), vervallen_op=timezone.now())
    assert "Er zijn geen storingen" in pagina(client)


def test_trying_again(client, beheerder, zonder_wachtrij, django_capture_on_commit_callbacks):
    [bericht] = mislukt(gebruiker())
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = client.post(reverse("storing_opnieuw", args=[bericht.pk]), follow=True)
    assert "De e-mail gaat opnieuw op weg." in antwoord.content.decode()
    bericht.refresh_from_db()
    assert bericht.pogingen == 0
    assert zonder_wachtrij == [1]
    antwoord = client.post(reverse("storing_opnieuw", args=[bericht.pk]), follow=True)
    assert "Deze e-mail staat niet meer stil. U hoeft niets te doen." in antwoord.content.decode()


def test_trying_again_needs_the_right_the_method_and_a_mail(client, beheerder, settings):
    [bericht] = mislukt(gebruiker())
    url = reverse("storing_opnieuw", args=[bericht.pk])
    assert client.get(url).status_code == 405
    assert client.post(reverse("storing_opnieuw", args=[bericht.pk + 1])).status_code == 404
    client.force_login(gebruiker(Rol.TEAMLEIDER), backend=settings.AUTHENTICATION_BACKENDS[1])
    assert client.post(url).status_code == 403
    assert client.get(URL).status_code == 403
    client.logout()
    assert client.get(URL).status_code == 302
    bericht.refresh_from_db()
    assert bericht.pogingen == Uitgaand.MAX_POGINGEN


def test_paging(client, beheerder, gecontroleerd):
    berichten = mislukt(gebruiker(), 51)
    eerste = pagina(client)
    assert eerste.count("<tr>") == 51
    volgende = f"?na={berichten[49].pk}"
    assert f'href="{volgende}"' in eerste
    tweede = pagina(client, URL + volgende)
    assert tweede.count("<tr>") == 2
    assert 'rel="next"' not in tweede
    assert "Hier is niets meer" in pagina(client, f"{URL}?na={berichten[50].pk}")


@pytest.mark.parametrize("na", ["x", "-1", "²", "9" * 30, "%00"])
def test_a_mangled_link_shows_the_first_page(client, beheerder, gecontroleerd, na):
    mislukt(gebruiker())
    assert "SMTPRecipientsRefused" in pagina(client, f"{URL}?na={na}")


def test_the_number_of_queries_does_not_grow(client, beheerder, gecontroleerd, django_assert_max_num_queries):
    pagina(client)
    with django_assert_max_num_queries(20) as een:
        pagina(client)
    for _ in range(20):
        mislukt(gebruiker())
    with django_assert_max_num_queries(20) as veel:
        pagina(client)
    assert len(veel) == len(een)


def test_a_check_that_did_not_run_is_shown(client, beheerder, gecontroleerd):
    toen = timezone.now() - timedelta(hours=30)
    Controle.objects.update(klaar_op=toen, peildatum=timezone.localdate(toen))
    assert "De termijnen zijn 30 uur geleden voor het laatst gecontroleerd." in pagina(client)
    Controle.objects.all().delete()
    assert "De termijnen zijn nog nooit gecontroleerd." in pagina(client)


def test_a_silent_broker_is_shown(client, beheerder, gecontroleerd, monkeypatch):
    monkeypatch.setattr(gezondheid, "broker_antwoordt", lambda: False)
    tekst = pagina(client)
    assert "De wachtrij antwoordt niet." in tekst
    assert "Alle e-mail is weg" in tekst
