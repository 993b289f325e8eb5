"""What happens to users: invitations, roles, absence, the first administrator."""

import io
import re
from datetime import date, datetime, timedelta
from urllib.parse import urlparse

import pytest
from django.core.management import CommandError, call_command
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from kern.models import Gebeurtenis, Gebruiker, Regio, Uitgaand
from kern.proces.weigering import NietBevoegd, Weigering
from kern.toegang import gebruikers
from kern.toegang.rollen import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def almelo():
    return Regio.objects.get_or_create(code="almelo", defaults={"naam": "Almelo"})[0]


@pytest.fixture
def enschede():
    return Regio.objects.get_or_create(code="enschede", defaults={"naam": "Enschede"})[0]


def maak(naam, *rollen, tot=None):
    """A user with roles as (rol, regio)."""
    gebruiker = Gebruiker.objects.create(gebruikersnaam=naam.lower(), naam=naam, email=f"{naam.lower()}@voorbeeld.nl")
    for rol, regio in rollen:
        gebruiker.rolverleningen.create(rol=rol, regio=regio, periode=DateRange(date(2020, 1, 1), tot, "[)"))
    return gebruiker


def nu():
    return timezone.now()


def over(dagen):
    return timezone.localdate() + timedelta(days=dagen)


def test_an_invitation_waits_without_text_and_gets_its_link_when_it_leaves(settings, client):
    settings.SITE_URL = "https://cimot.voorbeeld.nl/"
    beheerder = maak("Bea", (Rol.FUNCTIONEEL_BEHEERDER, None))
    karin = maak("Karin & co")
    rij = gebruikers.uitnodigen(karin, door=beheerder, op=nu())
    assert (rij.soort, rij.gegevens, rij.verzonden_op) == ("uitnodiging", {}, None)
    onderwerp, tekst = gebruikers.brief(rij)
    assert onderwerp == "Uw account bij Cimot"
    assert "Beste Karin & co," in tekst
    link = re.search(r"https://cimot\.voorbeeld\.nl/wachtwoord/nieuw/\S+", tekst)[0]
    assert client.get(urlparse(link).path).status_code == 302
    log = Gebeurtenis.objects.get(actie="uitnodigen")
    assert (log.gebruiker_id, log.waarden) == (beheerder.pk, {"betreft": karin.pk})


def test_two_invitations_are_two_mails():
    karin = maak("Karin")
    gebruikers.uitnodigen(karin, door=None, op=nu())
    gebruikers.uitnodigen(karin, door=None, op=nu())
    assert Uitgaand.objects.count() == 2


def test_who_may_not_log_in_is_not_invited():
    karin = maak("Karin")
    karin.is_active = False
    with pytest.raises(Weigering, match="mag niet inloggen"):
        gebruikers.uitnodigen(karin, door=None, op=nu())


@pytest.mark.parametrize("wie", ["karin", "KARIN", " karin@voorbeeld.nl ", "Karin@Voorbeeld.nl"])
def test_asking_for_a_password_mails_once_per_ten_minutes(wie):
    maak("Karin")
    begin = datetime(2026, 11, 20, 10, 0, tzinfo=timezone.get_current_timezone())
    gebruikers.wachtwoord_aanvragen(wie, op=begin)
    gebruikers.wachtwoord_aanvragen(wie, op=begin + timedelta(minutes=9))
    assert Uitgaand.objects.filter(soort="wachtwoord").count() == 1
    gebruikers.wachtwoord_aanvragen(wie, op=begin + timedelta(minutes=11))
    assert Uitgaand.objects.filter(soort="wachtwoord").count() == 2


def test_asking_for_an_unknown_or_stopped_user_mails_nothing():
    Gebruiker.objects.filter(pk=maak("Karin").pk).update(is_active=False)
    gebruikers.wachtwoord_aanvragen("karin", op=nu())
    gebruikers.wachtwoord_aanvragen("niemand", op=nu())
    assert not Uitgaand.objects.exists()


def test_choosing_a_role_is_logged_and_takes_effect(almelo):
    karin = maak("Karin", (Rol.CASEMANAGER, almelo), (Rol.TEAMLEIDER, almelo))
    assert karin.rol == Rol.CASEMANAGER
    gebruikers.rol_kiezen(karin, "teamleider", op=nu())
    assert karin.rol == Rol.TEAMLEIDER
    log = Gebeurtenis.objects.get(actie="rol_kiezen")
    assert (log.soort, log.wereld, log.gebruiker_id) == ("gebruiker", "zorg", karin.pk)
    assert log.waarden == {"betreft": karin.pk, "van": "casemanager", "naar": "teamleider"}


@pytest.mark.parametrize("rol", ["functioneel_beheerder", "", "keizer", "systeem"])
def test_a_role_that_one_does_not_hold_is_refused(almelo, rol):
    karin = maak("Karin", (Rol.CASEMANAGER, almelo))
    with pytest.raises(NietBevoegd):
        gebruikers.rol_kiezen(karin, rol, op=nu())
    karin.refresh_from_db()
    assert karin.actieve_rol == ""


def test_a_role_that_ended_cannot_be_chosen(almelo):
    karin = maak("Karin", (Rol.CASEMANAGER, almelo), tot=timezone.localdate())
    with pytest.raises(NietBevoegd):
        gebruikers.rol_kiezen(karin, "casemanager", op=nu())


# Stopping.


def test_nobody_stops_himself():
    bea = maak("Bea", (Rol.FUNCTIONEEL_BEHEERDER, None))
    with pytest.raises(Weigering, match="eigen toegang"):
        gebruikers.inloggen_stoppen(bea, door=bea, op=nu())


def test_stopping_and_allowing_again_are_logged():
    bea, karin = maak("Bea", (Rol.FUNCTIONEEL_BEHEERDER, None)), maak("Karin")
    gebruikers.inloggen_stoppen(karin, door=bea, op=nu())
    karin.refresh_from_db()
    assert not karin.is_active
    gebruikers.inloggen_toestaan(karin, door=bea, op=nu())
    karin.refresh_from_db()
    assert karin.is_active
    acties = Gebeurtenis.objects.order_by("id").values_list("actie", flat=True)
    assert list(acties) == ["inloggen_stoppen", "inloggen_toestaan"]


# The first administrator.

ARGUMENTEN = {"gebruikersnaam": "Bea", "naam": "Bea de Beer", "email": "bea@voorbeeld.nl"}


def opdracht(**extra):
    uit = io.StringIO()
    call_command("maak_beheerder", **ARGUMENTEN, **extra, stdout=uit)
    return uit.getvalue()


def test_the_first_administrator_gets_a_role_that_nobody_gave(monkeypatch, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    monkeypatch.setattr("sys.stdin", io.StringIO("drie lange woorden\n"))
    assert "bea" in opdracht(wachtwoord_van_stdin=True).lower()
    bea = Gebruiker.objects.get()
    assert bea.gebruikersnaam == "bea"
    assert bea.check_password("drie lange woorden")
    assert bea.password.startswith("argon2")
    assert bea.rol == Rol.FUNCTIONEEL_BEHEERDER
    assert bea.rolverleningen.get().verleend_door is None


def test_without_a_password_an_invitation_leaves(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert "uitnodiging" in opdracht()
    assert not Gebruiker.objects.get().has_usable_password()
    assert Uitgaand.objects.get().soort == "uitnodiging"


def test_a_second_administrator_only_on_purpose(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    maak("Ada", (Rol.FUNCTIONEEL_BEHEERDER, None))
    with pytest.raises(CommandError, match="al een functioneel beheerder"):
        opdracht()
    opdracht(nog_een=True)
    assert Gebruiker.objects.count() == 2


@pytest.mark.parametrize("wachtwoord", ["kort", "", "bea@voorbeeld.nl"])
def test_a_weak_password_makes_no_account(monkeypatch, wachtwoord):
    monkeypatch.setattr("sys.stdin", io.StringIO(wachtwoord + "\n"))
    with pytest.raises(CommandError):
        opdracht(wachtwoord_van_stdin=True)
    assert not Gebruiker.objects.exists()


def test_a_name_that_exists_is_a_sentence(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    maak("Bea")
    with pytest.raises(CommandError, match="bestaat al"):
        opdracht()


def test_an_administrator_whose_role_ended_does_not_count():
    maak("Oud", (Rol.FUNCTIONEEL_BEHEERDER, None), tot=timezone.localdate())
    assert not gebruikers.beheerders(timezone.localdate()).exists()
