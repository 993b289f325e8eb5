"""The demo: the same for the same seed, something on every screen, nobody real, and copies that keep every rule."""

from datetime import date
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import check_password
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Count
from django.utils import timezone

from cimot.models import Aanmelding, Besluit, Melding, Verordening, Vraag
from kern.models import (
    Client,
    Contactmoment,
    Document,
    Dossier,
    Gebeurtenis,
    Gebruiker,
    Herinnering,
    Signaal,
    Uitgaand,
    WachtOp,
)
from kern.proces.tabel import PROCESSEN
from kern.stukken import documenten, opslag
from kern.toegang.rollen import ZONDER_INLOG, Rol
from kern.werk import voorraad
from sturing.demo import dossiers, namen, stukken
from sturing.demo.accounts import ACCOUNTS, WACHTWOORD
from tests.demodag import PEILDATUM, stil


def afdruk():
    """What the demo says, without what is drawn by the machine: keys, ciphers."""
    return [
        list(
            Aanmelding.objects.order_by("kenmerk").values_list(
                "kenmerk", "status", "status_sinds", "client__zoeknaam", "client__geboren", "client__bsn_index"
            )
        ),
        list(Contactmoment.objects.order_by("op", "pk").values_list("op", "met", "tekst")),
        list(Vraag.objects.order_by("op", "pk").values_list("op", "tekst")),
        list(Besluit.objects.order_by("dossier__kenmerk", "pk").values_list("dossier__kenmerk", "uitkomst", "tekst")),
    ]


@pytest.mark.langzaam("makes a demo of its own")
@pytest.mark.django_db
def test_zelfde_seed_en_dag_geven_hetzelfde():
    from sturing import referentie
    from sturing.demo import opruimen

    afdrukken = []
    for seed in (5, 5, 6):
        referentie.laad()
        dossiers.maak(peildatum=PEILDATUM, seed=seed, aantal=25, meld=stil)
        afdrukken.append(afdruk())
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        opruimen.alles()
    assert afdrukken[0] == afdrukken[1] != afdrukken[2]


def test_elke_status_komt_voor(gelezen):
    _elke_status()
    assert 150 <= Aanmelding.objects.count() == dossiers.VOL <= 170


def _elke_status():
    """Of every process; only a besluit that was sent goes on at once."""
    for proces in PROCESSEN.values():
        gevonden = set(Dossier.objects.filter(soort=proces.soort).values_list("status", flat=True))
        assert gevonden == set(proces.statussen.values) - {"besluit_verzonden"}, proces.soort


@pytest.mark.langzaam("makes a demo")
@pytest.mark.django_db
def test_ook_de_kleine_demo_heeft_elke_status_en_een_volle_werkvoorraad():
    call_command("demo_data", peildatum=PEILDATUM, stdout=StringIO())
    _elke_status()
    assert Aanmelding.objects.count() == dossiers.KLEIN <= 50
    for wie in ("anke", "joost", "tineke", "ruben"):
        for tab, _ in voorraad.TABS:
            assert _op_tab(Gebruiker.objects.get(gebruikersnaam=wie), "mij", tab).exists(), (wie, tab)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _op_tab(gebruiker, kring, tab):
    vragen = voorraad.vanzelf(gebruiker, PEILDATUM)
    return voorraad.op_tab(voorraad.in_kring(gebruiker, kring, vragen), tab, PEILDATUM, vragen)


@pytest.mark.parametrize("tab", [tab for tab, _ in voorraad.TABS])
@pytest.mark.parametrize("wie", ["anke", "joost", "tineke", "ruben"])
def test_elke_tab_heeft_iets(gelezen, wie, tab):
    assert _op_tab(Gebruiker.objects.get(gebruikersnaam=wie), "mij", tab).exists()


@pytest.mark.parametrize("wie", ["fenna", "tineke", "merel", "ruben"])
def test_nieuwe_meldingen_wachten_op_frontoffice_en_teamleider(gelezen, wie):
    gebruiker = Gebruiker.objects.get(gebruikersnaam=wie)
    assert _op_tab(gebruiker, "onverdeeld", "te_doen").count() >= 3
    assert _op_tab(gebruiker, "onverdeeld", "te_laat").exists()


def test_er_is_van_alles_wat(gelezen):
    assert Melding.objects.filter(is_spoed=True).count() >= 3
    assert Aanmelding.objects.filter(client__isnull=True).exclude(melding__omschrijving="").exists()
    assert Client.objects.filter(is_geheim=True, adressen__is_geheim=True).count() >= 2
    assert Client.objects.filter(geboren__endswith="-00").count() >= 2
    assert Client.objects.filter(bsn_index="").exclude(bsn_reden="").count() >= 3
    assert Vraag.objects.filter(aanmelding__isnull=False).count() >= 3
    assert Vraag.objects.filter(aanmelding__isnull=True).count() >= 20
    assert Gebeurtenis.objects.filter(actie="corrigeren").count() >= 2
    assert Gebeurtenis.objects.filter(actie="vertraging_noteren").exists()
    assert Gebeurtenis.objects.filter(actie="meldmoment_corrigeren").exists()
    assert WachtOp.objects.filter(klaar_op__isnull=True, tot__lt=PEILDATUM).exists()
    assert Herinnering.objects.filter(gedaan_op__isnull=True).count() >= 5
    assert Client.objects.annotate(n=Count("dossiers")).filter(n=2).exists()
    assert Signaal.objects.filter(drempel=0).exists() and Signaal.objects.filter(drempel__gt=0).exists()
    assert not Uitgaand.objects.filter(verzonden_op__isnull=True).exists()


@pytest.mark.eis("SC-01", "SC-02")
def test_petra_en_hans_staan_aan_het_begin(gelezen):
    petra = Aanmelding.objects.get(client__zoeknaam__contains=" wit petra ")
    assert petra.behandelaar.naam == "Anke Visser"
    assert petra.client.herkomst.naam == "Rijssen-Holten"
    assert petra.gemeld_op == date(2026, 11, 2)
    assert petra.melding.kanaal == "telefoon" and petra.melding.melder == "familie"
    assert {t.code: t.vervalt_op for t in petra.taken.all()} | {"ontvangst": None} == {
        "persplan": date(2026, 11, 9),
        "onderzoek": date(2026, 12, 14),
        "ontvangst": None,
    }
    hans = Aanmelding.objects.get(client__zoeknaam__contains=" bakker hans ")
    assert hans.gemeld_op == date(2026, 11, 20)
    assert hans.taken.get(code="onderzoek").vervalt_op == date(2027, 1, 4)
    assert hans.taken.get(code="persplan").vervalt_op == date(2026, 11, 27)


def test_accounts_een_per_rol_en_iedereen_kan_inloggen(gelezen, rf):
    assert {rol for account in ACCOUNTS for rol in (account.rol, *account.ook)} == set(Rol) - ZONDER_INLOG
    hashes = set(Gebruiker.objects.values_list("password", flat=True))
    assert len(hashes) == 1 and check_password(WACHTWOORD, hashes.pop())
    for account in ACCOUNTS:
        gebruiker = Gebruiker.objects.get(gebruikersnaam=account.gebruikersnaam)
        assert gebruiker.rol == account.rol, account
        assert gebruiker.email.endswith("@example.org")
    assert authenticate(rf.post("/inloggen/"), username="anke", password=WACHTWOORD).naam == "Anke Visser"


def test_anke_neemt_karim_waar(gelezen, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: PEILDATUM)
    karim = Gebruiker.objects.get(gebruikersnaam="karim")
    assert Gebruiker.objects.get(gebruikersnaam="anke").waargenomen_ids == [karim.pk]


def test_alleen_testnummers(gelezen):
    nummers = [client.lees_bsn() for client in Client.objects.exclude(bsn_index="")]
    assert len(nummers) == len(set(nummers)) > 90
    assert all(nummer.startswith("9999") and len(nummer) == 9 and namen.is_elfproef(nummer) for nummer in nummers)


def test_klok_loopt_daarna_weer_gewoon(gelezen):
    assert timezone.now.__name__ == "now"


@pytest.mark.django_db
def test_commando_raakt_gegevens_van_anderen_niet_aan():
    Gebruiker.objects.create(gebruikersnaam="echt", naam="Echt Mens", email="echt@gemeente.example")
    for opties in ({}, {"reset": True}):
        with pytest.raises(CommandError, match="do not belong to the demo"):
            call_command("demo_data", clienten=5, **opties)
    assert Gebruiker.objects.count() == 1


@pytest.mark.langzaam("makes a demo of its own")
@pytest.mark.django_db
def test_commando_doet_niets_als_er_dossiers_zijn():
    uit = StringIO()
    call_command("demo_data", clienten=5, peildatum=PEILDATUM, stdout=uit)
    call_command("demo_data", clienten=5, peildatum=PEILDATUM, stdout=uit)
    assert Aanmelding.objects.count() == 5
    assert "There are dossiers already" in uit.getvalue()


@pytest.mark.langzaam("makes a demo of its own")
@pytest.mark.django_db
def test_reset_begint_opnieuw(django_capture_on_commit_callbacks):
    call_command("demo_data", clienten=4, peildatum=PEILDATUM, stdout=StringIO())
    waarden = {"soort": "brief", "richting": "in", "gedateerd_op": PEILDATUM, "door": Gebruiker.objects.first()}
    brief = stukken.pdf("brief.pdf", "Brief", ["Beste mevrouw,"])
    [oud], _ = documenten.toevoegen(Dossier.objects.first(), bestanden=[brief], op=timezone.now(), **waarden)
    oude_regel = Verordening.objects.order_by("pk").first()
    Verordening.objects.filter(pk=oude_regel.pk).update(versie="eigen versie")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    with django_capture_on_commit_callbacks(execute=True):
        call_command("demo_data", clienten=6, peildatum=PEILDATUM, reset=True, stdout=StringIO())
    assert not opslag.is_er(oud.uuid) and not Document.objects.filter(uuid=oud.uuid).exists()
    assert Verordening.objects.get(pk=oude_regel.pk).versie == "eigen versie"
    assert Aanmelding.objects.count() == 6
    assert Gebruiker.objects.count() == len(ACCOUNTS)
