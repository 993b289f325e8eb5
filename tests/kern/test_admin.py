"""The administration: exactly the listed models and rights, nobody gives himself a role, a change shows what it touches."""

from datetime import date, timedelta

import pytest
from django.contrib import admin
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from cimot.models import Aanmelding, Criterium, Melding
from kern import actions
from kern.backends import BEHEERMODELLEN
from kern.models import (
    Dossier,
    Gebeurtenis,
    Gebruiker,
    GelijkgesteldeDag,
    Gemeente,
    Organisatie,
    Regio,
    RegioInstelling,
    Rolverlening,
    Taak,
    Uitgaand,
)
from kern.rollen import ZONDER_INLOG, Rol

pytestmark = pytest.mark.django_db
SITE = admin.site
VASTE_PADEN = ("/beheer/", "/beheer/kern/", "/beheer/cimot/", "/beheer/jsi18n/")


@pytest.fixture(autouse=True)
def plain_http(settings):
    settings.SECURE_SSL_REDIRECT = False


@pytest.fixture
def almelo():
    return Regio.objects.get_or_create(code="almelo", defaults={"naam": "Almelo"})[0]


def maak(naam, rol=None, **plek):
    gebruiker = Gebruiker.objects.create(
        gebruikersnaam=naam, naam=naam.capitalize(), email=f"{naam}@voorbeeld.nl", password="!"
    )
    if rol:
        gebruiker.rolverleningen.create(rol=rol, periode=DateRange(date(2020, 1, 1), None, "[)"), **plek)
    return gebruiker


def browser(gebruiker):
    client = Client()
    client.force_login(gebruiker, backend="kern.backends.RolBackend")
    return client


@pytest.fixture
def frida():
    return maak("frida", Rol.FUNCTIONEEL_BEHEERDER)


@pytest.fixture
def beheer(frida):
    return browser(frida)


@pytest.fixture
def voorbeelden(almelo, frida):
    """One row of every model that the administration shows."""
    return {
        Regio: almelo,
        RegioInstelling: RegioInstelling.objects.create(
            regio=almelo, sleutel="nachtopvang", waarde=True, geldig_vanaf=date(2026, 1, 1), reden="besluit"
        ),
        Gemeente: Gemeente.objects.get_or_create(
            naam="Wierden", defaults={"cbs_code": "0189", "regio": almelo}
        )[0],
        GelijkgesteldeDag: GelijkgesteldeDag.objects.create(datum=date(2031, 5, 2), bron="besluit", versie="2031-1"),
        Organisatie: Organisatie.objects.create(naam="Stichting Proef", soort="zorgaanbieder"),
        Gebruiker: frida,
        Criterium: Criterium.objects.create(
            regio=almelo,
            onderwerp="bw",
            code="proef",
            vraag="Is het een proef?",
            bron="proef",
            periode=DateRange(date(2026, 1, 1), None, "[)"),
        ),
    }


def paden(model, rij):
    """(kind of page, path) of every page that the admin has for a model."""
    begin = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    yield "lijst", reverse(f"{begin}_changelist")
    yield "toevoegen", reverse(f"{begin}_add")
    for soort in ("change", "history", "delete"):
        yield soort, reverse(f"{begin}_{soort}", args=[rij.pk])


def kan(model, handeling):
    return handeling in BEHEERMODELLEN[model._meta.label_lower].split()


# What is there.


def test_exactly_the_listed_models_are_here():
    geregistreerd = {m._meta.label_lower for m in SITE._registry}
    inlines = {i.model._meta.label_lower for beheer in SITE._registry.values() for i in beheer.inlines}
    assert geregistreerd | inlines == set(BEHEERMODELLEN)
    assert inlines == {"kern.rolverlening"}


def test_no_page_of_django_itself_that_we_do_not_want():
    namen = {url.name for url in SITE.get_urls() if getattr(url, "name", None)}
    assert namen == {"index", "login", "autocomplete", "jsi18n", "app_list"}


def test_every_page_answers_the_administrator_and_nothing_can_be_deleted(beheer, voorbeelden):
    assert set(voorbeelden) == set(SITE._registry)
    for model, rij in voorbeelden.items():
        for soort, pad in paden(model, rij):
            mag = {"toevoegen": kan(model, "add"), "delete": False}.get(soort, True)
            assert beheer.get(pad).status_code == (200 if mag else 403), pad
    for pad in VASTE_PADEN:
        assert beheer.get(pad).status_code == 200, pad


@pytest.mark.parametrize("rol", sorted(set(Rol) - ZONDER_INLOG - {Rol.FUNCTIONEEL_BEHEERDER}))
def test_every_other_role_is_refused_everywhere(rol, almelo, voorbeelden):
    ander = browser(maak("ander", rol, regio=almelo, gemeente=voorbeelden[Gemeente], organisatie=voorbeelden[Organisatie]))
    alle = [pad for model, rij in voorbeelden.items() for _, pad in paden(model, rij)]
    for pad in (*VASTE_PADEN, *alle, "/beheer/autocomplete/", "/beheer/login/", "/beheer/nergens/"):
        assert ander.get(pad).status_code == 403, pad
        assert ander.post(pad, {}).status_code == 403, pad


def test_without_login_everything_leads_to_the_one_login_page(client, voorbeelden):
    alle = [pad for model, rij in voorbeelden.items() for _, pad in paden(model, rij)]
    for pad in (*VASTE_PADEN, *alle):
        antwoord = client.get(pad, follow=True)
        assert antwoord.redirect_chain[-1][0].startswith(reverse("inloggen")), pad
        assert antwoord.status_code == 200
    assert client.get("/beheer/login/").url == "/inloggen/?next=/beheer/"


def test_there_is_no_bulk_delete(beheer, frida):
    tekst = beheer.get(reverse("admin:kern_gebruiker_changelist")).content.decode()
    assert "delete_selected" not in tekst
    assert "Uitnodiging sturen" in tekst


def test_a_list_costs_the_same_for_one_row_and_for_many(beheer, frida, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    pad = reverse("admin:kern_gebruiker_changelist")
    beheer.get(pad)
    with CaptureQueriesContext(connection) as eerst:
        beheer.get(pad)
    for nummer in range(12):
        maak(f"extra{nummer}", Rol.PRIVACY_OFFICER)
    with django_assert_num_queries(len(eerst)):
        beheer.get(pad)


# Users and roles.


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
    assert (rol.periode.lower, rol.periode.upper) == (date(2026, 11, 2), date(2027, 1, 1))
    assert rol.verleend_door == frida


def test_neither_password_nor_active_role_can_be_typed(beheer, frida):
    karin = maak("karin")
    wijzig(beheer, karin, password="x", is_active="", actieve_rol="teamleider", dagbericht="")
    karin.refresh_from_db()
    assert (karin.password, karin.is_active, karin.actieve_rol) == ("!", True, "")


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
    assert eigen.periode.upper is None


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
    assert (eigen.rol, eigen.periode.lower, eigen.periode.upper) == ("casemanager", date(2020, 1, 1), date(2027, 1, 1))
    assert eigen.verleend_door == frida


@pytest.mark.parametrize(("veld", "zin"), [("gebruikersnaam", "Deze gebruikersnaam bestaat al."), ("email", "al van een andere")])
def test_a_name_or_address_that_exists_is_a_sentence(beheer, veld, zin):
    ander, karin = maak("ander"), maak("karin")
    antwoord = wijzig(beheer, karin, **{veld: getattr(ander, veld).upper()})
    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()


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


# A change shows what it touches.


def maak_aanmelding(regio, ontvangen):
    """A melding of a day, without the forms of the access domain."""
    op = actions.moment(date.fromisoformat(ontvangen))
    frontoffice = Gebruiker.objects.filter(gebruikersnaam="bas").first() or maak("bas", Rol.FRONTOFFICE, regio=regio)

    def feiten(dossier):
        Melding.objects.create(aanmelding=dossier, ontvangen_op=op, kanaal="telefoon", melder="zelf")

    return actions.openen(Aanmelding(soort="aanmelding", regio=regio), door=frontoffice, op=op, feiten=feiten)


def onderzoek(dossier):
    return Taak.objects.get(dossier=dossier, code="onderzoek").vervalt_op


def bevestig(beheer, pad, velden, antwoord):
    """Press the button of the page that shows what the change touches."""
    return beheer.post(pad, velden | {"_raakt": antwoord.context["vingerafdruk"]})


DAG = {"naam": "gelijkgestelde dag", "bron": "besluit", "versie": "2032-1"}


def test_a_holiday_first_shows_the_dates_and_then_moves_them(beheer, frida, almelo):
    dossier = maak_aanmelding(almelo, "2026-11-02")
    pad, velden = reverse("admin:kern_gelijkgesteldedag_add"), {**DAG, "datum": "14-12-2026"}
    antwoord = beheer.post(pad, velden)
    tekst = antwoord.content.decode()
    assert "Dit raakt 1 lopende termijn" in tekst
    for woord in (dossier.kenmerk, "ma 14 dec 2026", "di 15 dec 2026"):
        assert woord in tekst
    assert not GelijkgesteldeDag.objects.filter(datum=date(2026, 12, 14)).exists()
    assert onderzoek(dossier) == date(2026, 12, 14)
    assert not Gebeurtenis.objects.filter(actie="herberekenen").exists()
    assert bevestig(beheer, pad, velden, antwoord).status_code == 302
    assert onderzoek(dossier) == date(2026, 12, 15)
    log = Gebeurtenis.objects.get(actie="herberekenen")
    assert (log.gebruiker_id, log.waarden["van"], log.waarden["naar"]) == (frida.pk, "2026-12-14", "2026-12-15")


def test_a_free_monday_moves_what_ended_on_the_saturday_before(beheer, almelo):
    dossier = maak_aanmelding(almelo, "2026-11-07")
    assert onderzoek(dossier) == date(2026, 12, 21)
    pad, velden = reverse("admin:kern_gelijkgesteldedag_add"), {**DAG, "datum": "21-12-2026"}
    bevestig(beheer, pad, velden, beheer.post(pad, velden))
    assert onderzoek(dossier) == date(2026, 12, 22)


def test_a_list_that_changed_meanwhile_is_shown_again(beheer, almelo):
    maak_aanmelding(almelo, "2026-11-02")
    pad, velden = reverse("admin:kern_gelijkgesteldedag_add"), {**DAG, "datum": "14-12-2026"}
    antwoord = beheer.post(pad, velden)
    maak_aanmelding(almelo, "2026-11-02")
    nog_eens = bevestig(beheer, pad, velden, antwoord)
    assert "De lijst is intussen veranderd" in nog_eens.content.decode()
    assert "Dit raakt 2 lopende termijnen" in nog_eens.content.decode()
    assert not GelijkgesteldeDag.objects.filter(datum=date(2026, 12, 14)).exists()


def test_a_holiday_that_touches_nothing_is_saved_at_once(beheer, almelo):
    maak_aanmelding(almelo, "2026-11-02")
    antwoord = beheer.post(reverse("admin:kern_gelijkgesteldedag_add"), {**DAG, "datum": "14-12-2032"}, follow=True)
    assert "raakt geen lopende termijnen" in antwoord.content.decode()
    assert GelijkgesteldeDag.objects.filter(datum=date(2032, 12, 14)).exists()


def test_moving_a_holiday_looks_at_both_days(beheer, almelo):
    dag = GelijkgesteldeDag.objects.create(datum=date(2026, 12, 14), bron="besluit", versie="2026-1")
    dossier = maak_aanmelding(almelo, "2026-11-02")
    assert onderzoek(dossier) == date(2026, 12, 15)
    pad, velden = reverse("admin:kern_gelijkgesteldedag_change", args=[dag.pk]), {**DAG, "datum": "14-12-2032"}
    antwoord = beheer.post(pad, velden)
    assert "Dit raakt 1 lopende termijn" in antwoord.content.decode()
    bevestig(beheer, pad, velden, antwoord)
    assert onderzoek(dossier) == date(2026, 12, 14)


def instelling(regio, waarde, **extra):
    return {
        "regio": regio.pk,
        "sleutel": "opvang.intake_contact_werkdagen",
        "waarde": waarde,
        "geldig_vanaf": "01-01-2026",
        "reden": "besluit van het college",
        **extra,
    }


def test_a_setting_may_let_a_deadline_begin_move_and_end(beheer, almelo):
    dossier = maak_aanmelding(almelo, "2026-11-02")
    eerste_contact = Taak.objects.filter(dossier=dossier, code="eerste_contact")
    assert not eerste_contact.exists()
    pad = reverse("admin:kern_regioinstelling_add")
    antwoord = beheer.post(pad, instelling(almelo, "10"))
    assert "liep niet" in antwoord.content.decode()
    assert not eerste_contact.exists()
    bevestig(beheer, pad, instelling(almelo, "10"), antwoord)
    assert eerste_contact.get().vervalt_op == date(2026, 11, 16)
    rij = RegioInstelling.objects.get()
    pad = reverse("admin:kern_regioinstelling_change", args=[rij.pk])
    bevestig(beheer, pad, instelling(almelo, "5"), beheer.post(pad, instelling(almelo, "5")))
    assert eerste_contact.get().vervalt_op == date(2026, 11, 9)
    antwoord = beheer.post(pad, instelling(almelo, ""))
    assert "loopt niet meer" in antwoord.content.decode()
    bevestig(beheer, pad, instelling(almelo, ""), antwoord)
    assert eerste_contact.get().status == Taak.Status.VERVALLEN


def test_another_region_is_not_touched(beheer, almelo):
    enschede = Regio.objects.get_or_create(code="enschede", defaults={"naam": "Enschede"})[0]
    maak_aanmelding(almelo, "2026-11-02")
    antwoord = beheer.post(reverse("admin:kern_regioinstelling_add"), instelling(enschede, "3"), follow=True)
    assert "raakt geen lopende termijnen" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("extra", "zin"),
    [
        ({"reden": ""}, "veld is verplicht"),
        ({"waarde": "veel"}, "Vul een heel getal van 0 tot en met 1000 in"),
        ({"waarde": "-1"}, "Vul een heel getal van 0 tot en met 1000 in"),
        ({"sleutel": "nachtopvang", "waarde": "soms"}, "Vul ja of nee in"),
        ({"geldig_vanaf": "31-02-2026"}, "bestaat niet"),
        ({"sleutel": "onbekend"}, "onbekend"),
    ],
)
def test_a_badly_typed_setting_is_a_sentence(beheer, almelo, extra, zin):
    antwoord = beheer.post(reverse("admin:kern_regioinstelling_add"), instelling(almelo, "10") | extra)
    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert not RegioInstelling.objects.exists()


def test_yes_and_no_are_typed_and_shown_as_words(beheer, almelo):
    velden = instelling(almelo, "Nee", sleutel="nachtopvang")
    beheer.post(reverse("admin:kern_regioinstelling_add"), velden)
    rij = RegioInstelling.objects.get()
    assert rij.waarde is False
    tekst = beheer.get(reverse("admin:kern_regioinstelling_change", args=[rij.pk])).content.decode()
    assert ">\nnee</textarea>" in tekst
    assert "Nachtopvang het hele jaar" in beheer.get(reverse("admin:kern_regio_change", args=[almelo.pk])).content.decode()


def test_the_history_says_who_changed_what(beheer, frida, almelo):
    beheer.post(reverse("admin:kern_regioinstelling_add"), instelling(almelo, "ja", sleutel="nachtopvang"))
    rij = RegioInstelling.objects.get()
    pad = reverse("admin:kern_regioinstelling_change", args=[rij.pk])
    beheer.post(pad, instelling(almelo, "nee", sleutel="nachtopvang"))
    tekst = beheer.get(reverse("admin:kern_regioinstelling_history", args=[rij.pk])).content.decode()
    assert "Frida" in tekst
    assert "waarde: ja → nee" in tekst


def test_a_criterium_has_two_days_and_one_version_per_day(beheer, voorbeelden, almelo):
    velden = {
        "regio": almelo.pk, "onderwerp": "bw", "code": "proef", "vraag": "Nieuw?", "bron": "b", "volgorde": "10",
        "vanaf": "02-11-2026", "tot_en_met": "",
    }  # fmt: skip
    pad = reverse("admin:cimot_criterium_add")
    assert "heeft in deze periode al een versie" in beheer.post(pad, velden).content.decode()
    oud = voorbeelden[Criterium]
    oud.periode = DateRange(date(2026, 1, 1), date(2026, 11, 2), "[)")
    oud.save()
    assert beheer.post(pad, velden).status_code == 302
    assert Criterium.objects.get(vraag="Nieuw?").periode == DateRange(date(2026, 11, 2), None, "[)")


def test_a_gemeente_in_twente_needs_its_code(beheer, almelo):
    velden = {"naam": "Proefdam", "soort": "twente", "regio": almelo.pk, "cbs_code": "12"}
    antwoord = beheer.post(reverse("admin:kern_gemeente_add"), velden)
    assert "Een gemeente in Twente heeft een regio en een CBS-code" in antwoord.content.decode()


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
    assert (rol.rol, rol.periode.lower) == ("privacy_officer", later)
