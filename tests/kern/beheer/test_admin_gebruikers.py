"""The administrator keeps users: no password, no role for himself, and what the database forbids is a sentence."""

from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from kern.models import Dossier, Gebeurtenis, Gebruiker, Rolverlening, Uitgaand
from kern.toegang.rollen import Rol
from tests.kern.mensen import maak, maak_aanmelding

pytestmark = pytest.mark.django_db


def gebruikervelden(gebruiker=None, *rollen, **extra):
    """The form of a user with its roles: (id or "", rol, regio, vanaf, tot_en_met)."""
    velden = {
        "gebruikersnaam": gebruiker.gebruikersnaam if gebruiker else "nieuw",
        "naam": gebruiker.naam if gebruiker else "Nieuw Iemand",
        "email": gebruiker.email if gebruiker else "nieuw@voorbeeld.nl",
        "rolverleningen-TOTAL_FORMS": len(rollen),
        "rolverleningen-INITIAL_FORMS": sum(1 for rol in rollen if rol[0]),
    }
    for i, (pk, rol, regio, vanaf, tot) in enumerate(rollen):
        begin = f"rolverleningen-{i}-"
        velden |= {f"{begin}id": pk, f"{begin}gebruiker": gebruiker.pk if gebruiker else "", f"{begin}rol": rol}
        velden |= {f"{begin}regio": regio, f"{begin}vanaf": vanaf, f"{begin}tot_en_met": tot}
    return velden | extra


def wijzig(beheer, gebruiker, *rollen, **extra):
    pad = reverse("admin:kern_gebruiker_change", args=[gebruiker.pk])
    return beheer.post(pad, gebruikervelden(gebruiker, *rollen, **extra))


def test_a_new_user_has_no_password_and_gets_roles_from_the_administrator(beheer, frida, almelo):
    antwoord = beheer.post(
        reverse("admin:kern_gebruiker_add"),
        gebruikervelden(None, ("", "casemanager", almelo.pk, "02-11-2026", "31-12-2026"), gebruikersnaam="NIEUW"),
    )
    assert antwoord.status_code == 302
    nieuw = Gebruiker.objects.get(gebruikersnaam="nieuw")
    assert not nieuw.has_usable_password()
    rol = nieuw.rolverleningen.get()
    assert (rol.periode.bereik.lower, rol.periode.bereik.upper) == (date(2026, 11, 2), date(2027, 1, 1))
    assert rol.verleend_door == frida


def test_neither_password_nor_active_role_can_be_typed(beheer, frida):
    karin = maak("karin")
    wijzig(beheer, karin, password="x", is_active="", actieve_rol="teamleider", dagbericht="")
    karin.refresh_from_db()
    assert not karin.has_usable_password()
    assert (karin.is_active, karin.actieve_rol) == (True, "")


def test_nobody_gives_himself_a_role(beheer, frida, almelo):
    eigen = frida.rolverleningen.get()
    rijen = [(eigen.pk, eigen.rol, "", "01-01-2020", ""), ("", "casemanager", almelo.pk, "02-11-2026", "")]
    antwoord = wijzig(beheer, frida, *rijen)
    assert antwoord.status_code == 200
    assert "U kunt uzelf geen rol geven" in antwoord.content.decode()
    assert frida.rolverleningen.count() == 1


def test_nobody_prolongs_or_ends_his_own_role(beheer, frida):
    eigen = frida.rolverleningen.get()
    antwoord = wijzig(beheer, frida, (eigen.pk, eigen.rol, "", "01-01-2020", "31-12-2099"))
    assert "U kunt uzelf geen rol geven" in antwoord.content.decode()
    eigen.refresh_from_db()
    assert eigen.periode.bereik.upper is None


def test_a_row_of_somebody_else_cannot_be_smuggled_in(beheer, frida, almelo):
    """The hidden fields of a row name another user, or the row itself belongs to another user."""
    karin = maak("karin", Rol.CASEMANAGER, regio=almelo)
    velden = gebruikervelden(karin, ("", "frontoffice", almelo.pk, "02-11-2026", ""))
    velden["rolverleningen-0-gebruiker"] = frida.pk
    beheer.post(reverse("admin:kern_gebruiker_change", args=[karin.pk]), velden)
    rij = karin.rolverleningen.get(rol=Rol.CASEMANAGER)
    wijzig(beheer, frida, (rij.pk, "functioneel_beheerder", "", "01-01-2020", ""))
    assert frida.rolverleningen.count() == 1


@pytest.mark.parametrize(
    ("rol", "met_regio", "vanaf", "tot", "zin"),
    [
        ("casemanager", False, "02-11-2026", "", "Kies een regio bij deze rol."),
        ("regiogemeente", False, "02-11-2026", "", "Kies een gemeente bij deze rol."),
        ("zorgaanbieder", False, "02-11-2026", "", "Kies een organisatie bij deze rol."),
        ("contractmanager", False, "02-11-2026", "", "Een toezichthouder kan niet ook casemanager of contractmanager"),
        ("toezicht_kwaliteit", False, "02-11-2026", "", "heeft deze rol al in deze periode"),
        ("frontoffice", True, "02-11-2026", "01-11-2026", "De laatste dag ligt vóór de eerste dag."),
        ("frontoffice", True, "31-02-2026", "", "31-02-2026 bestaat niet"),
        ("frontoffice", True, "02-11-0026", "", "Het jaar 26 klopt niet"),
        ("frontoffice", True, "", "", "Vul een datum in."),
        ("keizer", True, "02-11-2026", "", "keizer"),
    ],
)
def test_what_the_database_forbids_is_a_sentence(beheer, almelo, rol, met_regio, vanaf, tot, zin):
    karin = maak("karin", Rol.TOEZICHT_KWALITEIT)
    eigen = karin.rolverleningen.get()
    nieuw = ("", rol, almelo.pk if met_regio else "", vanaf, tot)
    antwoord = wijzig(beheer, karin, (eigen.pk, eigen.rol, "", "01-01-2020", ""), nieuw)
    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert karin.rolverleningen.count() == 1


def test_two_new_rows_that_exclude_each_other_are_a_sentence(beheer):
    karin = maak("karin")
    rij = ("", "privacy_officer", "", "02-11-2026", "")
    antwoord = wijzig(beheer, karin, rij, rij)
    assert antwoord.status_code == 200
    assert "heeft deze rol al in deze periode" in antwoord.content.decode()
    assert not karin.rolverleningen.exists()


def test_what_has_begun_can_only_be_ended(beheer, almelo, frida):
    karin = maak("karin", Rol.CASEMANAGER, regio=almelo)
    eigen = karin.rolverleningen.get()
    assert wijzig(beheer, karin, (eigen.pk, "teamleider", almelo.pk, "05-05-2025", "31-12-2026")).status_code == 302
    eigen.refresh_from_db()
    assert (eigen.rol, eigen.periode.bereik) == ("casemanager", DateRange(date(2020, 1, 1), date(2027, 1, 1)))
    assert eigen.verleend_door == frida


@pytest.mark.parametrize(
    ("veld", "zin"), [("gebruikersnaam", "Deze gebruikersnaam bestaat al."), ("email", "van een andere")]
)
def test_a_name_or_address_that_exists_is_a_sentence(beheer, veld, zin):
    ander, karin = maak("ander"), maak("karin")
    antwoord = wijzig(beheer, karin, **{veld: getattr(ander, veld).upper()})
    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()


def test_the_history_of_a_user_says_who_gave_which_role(beheer, almelo):
    karin = maak("karin")
    wijzig(beheer, karin, ("", "casemanager", almelo.pk, "02-11-2026", "31-12-2026"))
    tekst = beheer.get(reverse("admin:kern_gebruiker_history", args=[karin.pk])).content.decode()
    for woorden in ("rol van een gebruiker toegevoegd", "verleend door: Frida", "02-11-2026 tot en met 31-12-2026"):
        assert woorden in tekst


def doe(beheer, actie, *gebruikers):
    velden = {"action": actie, "_selected_action": [g.pk for g in gebruikers]}
    return beheer.post(reverse("admin:kern_gebruiker_changelist"), velden, follow=True).content.decode()


def test_the_invitation_is_an_action(beheer, frida):
    karin = maak("karin")
    assert "Uitnodigingen die worden verstuurd: 1." in doe(beheer, "uitnodiging_sturen", karin)
    assert Uitgaand.objects.get().gebruiker == karin
    assert Gebeurtenis.objects.get(actie="uitnodigen").gebruiker_id == frida.pk


def test_wiping_the_second_step_is_an_action(beheer):
    karin, ans = maak("karin"), maak("ans")
    TOTPDevice.objects.create(user=karin, name="app", confirmed=True)
    tekst = doe(beheer, "tweede_stap_wissen", karin, ans)
    assert "Tweede stap gewist: 1." in tekst
    assert "Ans heeft geen tweede stap ingesteld." in tekst
    assert not TOTPDevice.objects.exists()


def test_who_has_open_dossiers_or_is_oneself_cannot_be_stopped(beheer, frida, almelo):
    karin, ans = maak("karin", Rol.CASEMANAGER, regio=almelo), maak("ans")
    dossier = maak_aanmelding(almelo, "2026-11-02")
    Dossier.objects.filter(pk=dossier.pk).update(behandelaar=karin)
    tekst = doe(beheer, "inloggen_stoppen", karin, ans, frida)
    assert "Karin heeft nog 1 open dossier. Draag die eerst over." in tekst
    assert "U kunt uw eigen toegang niet stoppen." in tekst
    assert dict(Gebruiker.objects.filter(pk__in=[karin.pk, ans.pk, frida.pk]).values_list("naam", "is_active")) == {
        "Karin": True,
        "Ans": False,
        "Frida": True,
    }
    doe(beheer, "inloggen_toestaan", ans)
    ans.refresh_from_db()
    assert ans.is_active


def test_a_race_ends_in_a_sentence_too(beheer, frida, almelo, monkeypatch):
    """The form found nothing, the database did: somebody else was faster."""
    maak("snel")
    karin = maak("karin")
    monkeypatch.setattr(Gebruiker, "validate_constraints", lambda self, exclude=None: None)
    antwoord = wijzig(beheer, karin, gebruikersnaam="snel")
    assert antwoord.status_code == 200
    assert "Deze gebruikersnaam bestaat al." in antwoord.content.decode()


def test_the_day_of_a_role_that_starts_today_can_still_be_put_right(beheer):
    karin = maak("karin")
    vandaag = timezone.localdate()
    rol = Rolverlening.objects.create(gebruiker=karin, rol=Rol.ARCHIEF, periode=DateRange(vandaag, None, "[)"))
    later = vandaag + timedelta(days=3)
    wijzig(beheer, karin, (rol.pk, "privacy_officer", "", f"{later:%d-%m-%Y}", ""))
    rol.refresh_from_db()
    assert (rol.rol, rol.periode.bereik.lower) == ("privacy_officer", later)
