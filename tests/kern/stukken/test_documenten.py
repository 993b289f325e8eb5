"""Adding, sending along, withdrawing, scanning and comparing documents."""

import os
import re
import stat
import time
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from cimot.processen.aanmelding import Status
from kern import tasks
from kern.brieven import maken
from kern.models import Document, Gebeurtenis
from kern.proces import actions
from kern.proces.weigering import NietBevoegd, Weigering
from kern.stukken import documenten, nakijken, opslag, scannen, scanner
from kern.toegang.rollen import Klasse
from tests.factories import melding, naar
from tests.kern import bestandenmaker as maak
from tests.kern.bestandenmaker import upload
from tests.kern.stukken.clamd import EICAR, Clamd
from tests.kern.wachtrij import vrije_poort

pytestmark = pytest.mark.django_db


@pytest.fixture
def zaak(cast, monkeypatch):
    # The letters of its steps are documents as well: here only what people add counts.
    with monkeypatch.context() as zonder:
        zonder.setattr(maken, "maak", lambda *args, **kwargs: [])
        return naar(melding(cast, ontvangen=timezone.now() - timedelta(days=14)), Status.ONDERZOEK, cast)


@pytest.fixture(autouse=True)
def gevraagd(monkeypatch):
    """What was asked of a worker."""
    gevraagd = []
    monkeypatch.setattr(tasks.scan_documenten, "delay", lambda na=0: gevraagd.append(na))
    return gevraagd


def vandaag():
    return timezone.localdate()


def toevoegen(zaak, *uploads, door, **anders):
    gegevens = {"soort": "verslag", "richting": "in", "gedateerd_op": vandaag(), "op": timezone.now()}
    return documenten.toevoegen(zaak, bestanden=list(uploads), door=door, **{**gegevens, **anders})


def een(zaak, door, naam="brief.pdf", inhoud=maak.PDF, **anders):
    return toevoegen(zaak, upload(naam, inhoud), door=door, **anders)[0][0]


def alle_bestanden(settings):
    return [p for p in settings.DOCUMENTEN_MAP.rglob("*") if p.is_file()]


# Adding.


def test_several_files_become_rows_with_their_bytes_and_a_log_without_names(zaak, cast):
    rijen, dubbel = toevoegen(
        zaak, upload("Brief van moeder.pdf"), upload("foto.jpg", maak.JPEG), door=cast.anke, kanaal="email"
    )
    assert [r.titel for r in rijen] == ["Brief van moeder", "foto"] and dubbel == []
    rij = Document.objects.get(pk=rijen[0].pk)
    assert (rij.dossier_id, rij.wereld, rij.klasse, rij.scan, rij.door) == (zaak.pk, "zorg", "D4", "niet_gescand", cast.anke)
    assert (rij.mime, rij.grootte, rij.kanaal, rij.richting) == ("application/pdf", len(maak.PDF), "email", "in")
    with opslag.lees(rij.uuid) as bestand:
        assert bestand.read() == maak.PDF
    log = Gebeurtenis.objects.filter(actie="document_toevoegen").order_by("id")
    assert [g.waarden for g in log] == [{"document": r.pk} for r in rijen]
    assert "moeder" not in str(list(log.values()))


def test_the_class_follows_from_the_kind(zaak, cast):
    klassen = {}
    for n, soort in enumerate(Document.Soort.values):
        klassen[soort] = een(zaak, cast.anke, inhoud=maak.PDF + b" " * n, soort=soort).klasse
    assert klassen.pop("justitie") == Klasse.D5 and klassen.pop("geld") == Klasse.D6
    assert set(klassen.values()) == {Klasse.D4}


def test_a_title_is_for_one_file_or_stands_before_the_names(zaak, cast):
    assert een(zaak, cast.anke, titel="Beschikking").titel == "Beschikking"
    rijen, _ = toevoegen(zaak, upload("a.png", maak.PNG), upload("b.jpg", maak.JPEG), door=cast.anke, titel="Huurcontract")
    assert [r.titel for r in rijen] == ["Huurcontract: a", "Huurcontract: b"]


def test_where_it_lies_says_nothing_about_what_it_is(zaak, cast, settings):
    rij = een(zaak, cast.anke, naam="../../../etc/passwd.pdf")
    assert rij.bestandsnaam == "passwd.pdf"
    [bestand] = alle_bestanden(settings)
    assert re.fullmatch(r"open/(..)/(..)/\1\2[0-9a-f-]{32}", str(bestand.relative_to(settings.DOCUMENTEN_MAP)))
    assert stat.S_IMODE(bestand.stat().st_mode) == 0o600
    for map_ in (settings.DOCUMENTEN_MAP, *list(bestand.parents)[:3]):
        assert stat.S_IMODE(map_.stat().st_mode) == 0o700, map_


def test_the_same_file_is_kept_once_per_dossier(zaak, cast):
    eerste = een(zaak, cast.anke)
    with pytest.raises(Weigering, match="“kopie.pdf” staat al in dit dossier, toegevoegd op") as fout:
        een(zaak, cast.bas, naam="kopie.pdf")
    assert fout.value.veld == "bestanden"
    rijen, dubbel = toevoegen(zaak, upload("kopie.pdf"), upload("foto.jpg", maak.JPEG), door=cast.anke)
    assert [r.titel for r in rijen] == ["foto"] and len(dubbel) == 1
    andere = melding(cast, naam="Ander, A")
    assert een(andere, cast.anke).sha256 == eerste.sha256
    documenten.intrekken(eerste, reden="Verkeerde versie.", door=cast.anke, op=timezone.now())
    assert een(zaak, cast.anke).pk != eerste.pk


def test_the_same_file_twice_in_one_go_is_kept_once(zaak, cast):
    rijen, dubbel = toevoegen(zaak, upload("a.pdf"), upload("b.pdf"), door=cast.anke)
    assert ([r.titel for r in rijen], len(dubbel)) == (["a"], 1)


def test_a_bad_file_stores_nothing_of_this_action(zaak, cast, settings):
    with pytest.raises(Weigering, match="“x.pdf” is een programma") as fout:
        toevoegen(zaak, upload("goed.pdf"), upload("x.pdf", maak.EXE), door=cast.anke)
    assert fout.value.veld == "bestanden"
    assert not Document.objects.exists() and not [p for p in settings.DOCUMENTEN_MAP.rglob("*") if p.is_file()]


def test_what_fails_halfway_leaves_no_row_and_no_file(zaak, cast, settings, monkeypatch):
    echt, gedaan = actions.vastleggen, []

    def eens(*args, **kwargs):
        gedaan.append(1)
        if len(gedaan) == 2:
            raise RuntimeError
        return echt(*args, **kwargs)

    monkeypatch.setattr(documenten.actions, "vastleggen", eens)
    with pytest.raises(RuntimeError):
        toevoegen(zaak, upload("a.pdf"), upload("b.jpg", maak.JPEG), door=cast.anke)
    assert not Document.objects.exists() and not alle_bestanden(settings)


def test_a_disk_that_is_full_is_a_sentence(zaak, cast, settings, monkeypatch):
    def vol(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(opslag.os, "fsync", vol)
    with pytest.raises(Weigering, match="kon nu niet worden opgeslagen"):
        een(zaak, cast.anke)
    assert not Document.objects.exists() and not alle_bestanden(settings)


def test_not_in_the_future(zaak, cast):
    with pytest.raises(Weigering, match="toekomst") as fout:
        een(zaak, cast.anke, gedateerd_op=vandaag() + timedelta(days=1))
    assert fout.value.veld == "gedateerd_op"


@pytest.mark.eis("L-40")
def test_in_a_closed_dossier_the_time_of_keeping_begins_again(zaak, cast):
    versie = zaak.versie
    een(zaak, cast.anke)
    zaak.refresh_from_db()
    assert zaak.versie == versie
    zaak.__class__.objects.filter(pk=zaak.pk).update(
        gesloten_op=vandaag(), status=zaak.proces.eind[0], gewijzigd_op=vandaag() - timedelta(days=9)
    )
    een(zaak, cast.anke, inhoud=maak.JPEG, naam="a.jpg")
    zaak.refresh_from_db()
    assert (zaak.versie, zaak.gewijzigd_op) == (versie + 1, vandaag())


def test_the_database_keeps_one_copy_and_one_world(zaak, cast):
    rij = een(zaak, cast.anke)
    nog = Document(
        **{f: getattr(rij, f) for f in ("dossier", "wereld", "titel", "bestandsnaam", "mime", "grootte", "sha256", "door")},
        gedateerd_op=vandaag(),
    )
    with pytest.raises(IntegrityError, match="document_een_keer"), transaction.atomic():
        nog.save()


# A letter of a transition.


def test_a_letter_is_kept_with_its_day_and_channel(zaak, cast):
    rij = documenten.eigen(
        zaak, b"%PDF-1.7 besluit", naam="Besluit.pdf", soort="besluit", titel="Besluit", gedateerd_op=vandaag(),
        kanaal="brief", door=cast.anke, op=timezone.now(),
    )  # fmt: skip
    assert (rij.richting, rij.soort, rij.kanaal, rij.gedateerd_op) == ("uit", "besluit", "brief", vandaag())
    assert rij.scan == "niet_gescand" and opslag.is_er(rij.uuid)


# Withdrawing.


def test_withdrawn_with_a_reason_by_who_added_it_or_the_teamleider(zaak, cast):
    rij = een(zaak, cast.anke)
    with pytest.raises(NietBevoegd, match="Alleen wie dit toevoegde"):
        documenten.intrekken(rij, reden="Fout.", door=cast.karim, op=timezone.now())
    with pytest.raises(Weigering, match="Vul in waarom") as fout:
        documenten.intrekken(rij, reden="  ", door=cast.anke, op=timezone.now())
    assert fout.value.veld == "reden"
    documenten.intrekken(rij, reden="Van een ander.", door=cast.tineke, op=timezone.now())
    rij.refresh_from_db()
    assert (rij.ingetrokken_door, rij.ingetrokken_reden) == (cast.tineke, "Van een ander.")
    assert opslag.is_er(rij.uuid)
    with pytest.raises(Weigering, match="al ingetrokken"):
        documenten.intrekken(rij, reden="Nog eens.", door=cast.anke, op=timezone.now())
    log = Gebeurtenis.objects.get(actie="document_intrekken")
    assert log.waarden == {"document": rij.pk}
    assert rij.versies.count() == 2


def test_the_list_shows_classes_of_the_viewer_and_counts_the_rest(zaak, cast, django_assert_num_queries):
    een(zaak, cast.anke, inhoud=maak.PDF + b"1", soort="justitie")
    eigen = een(zaak, cast.anke)
    weg = een(zaak, cast.anke, inhoud=maak.PDF + b"2")
    documenten.intrekken(weg, reden="Fout.", door=cast.anke, op=timezone.now())
    assert cast.tineke.rol  # read once per request
    with django_assert_num_queries(1):
        lijst = documenten.van(zaak, {Klasse.D4}, cast.tineke)
    assert ([d.pk for d in lijst.zichtbaar], [d.pk for d in lijst.ingetrokken], lijst.verborgen) == ([eigen.pk], [weg.pk], 1)
    assert lijst.zichtbaar[0].intrekbaar
    assert not documenten.van(zaak, {Klasse.D4}, cast.karim).zichtbaar[0].intrekbaar
    assert documenten.van(zaak, {Klasse.D1}, cast.karim).verborgen == 3


# Scanning.


@pytest.fixture
def clamd(settings):
    with Clamd() as server:
        settings.CLAMD_URL = server.url
        yield server


def scan(na=0):
    return scannen.scan_wachtende(timezone.now(), na=na)


def test_without_a_scanner_nothing_waits(zaak, cast, settings, gevraagd, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        rij = een(zaak, cast.anke)
    assert gevraagd == [] and rij.scan == "niet_gescand" and documenten.weigering(rij) == ""
    Document.objects.update(scan="wacht")
    assert scan() == 0
    rij.refresh_from_db()
    assert rij.scan == "niet_gescand"


def test_a_clean_file_waits_and_is_then_open(zaak, cast, clamd, gevraagd, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        rij = een(zaak, cast.anke)
    assert gevraagd == [0] and "nog gescand" in documenten.weigering(rij)
    assert (scan(), scan()) == (1, 0)
    rij.refresh_from_db()
    assert rij.scan == "schoon" and rij.gescand_op and documenten.weigering(rij) == ""
    assert clamd.gezien == [maak.PDF]


def test_a_virus_goes_into_quarantine_and_who_added_it_is_told(zaak, cast, clamd, django_capture_on_commit_callbacks):
    rij = een(zaak, cast.karim, inhoud=maak.PDF + EICAR)
    with django_capture_on_commit_callbacks(execute=True):
        assert scan() == 1
    rij.refresh_from_db()
    assert rij.scan == "besmet" and "virus" in documenten.weigering(rij)
    assert opslag.is_er(rij.uuid, opslag.QUARANTAINE) and not opslag.is_er(rij.uuid)
    with pytest.raises(FileNotFoundError):
        opslag.lees(rij.uuid)
    log = Gebeurtenis.objects.get(actie="document_besmet")
    assert log.waarden == {"document": rij.pk, "virus": "Eicar-Test-Signature"} and log.gebruiker_id is None
    assert documenten.van(zaak, {Klasse.D1}, cast.karim).besmet == [rij]
    assert documenten.van(zaak, {Klasse.D1}, cast.bas).besmet == []
    documenten.intrekken(rij, reden="Virus.", door=cast.karim, op=timezone.now())
    assert documenten.van(zaak, {Klasse.D4}, cast.karim).besmet == []


def test_a_dead_scanner_leaves_it_waiting_and_after_an_hour_that_is_seen(zaak, cast, settings):
    settings.CLAMD_URL = f"tcp://127.0.0.1:{vrije_poort()}"
    rij = een(zaak, cast.anke)
    assert scan() == 0
    rij.refresh_from_db()
    assert rij.scan == "wacht"
    assert scannen.wacht_te_lang(timezone.now()) == 0
    assert scannen.wacht_te_lang(timezone.now() + timedelta(minutes=61)) == 1


def test_a_file_that_cannot_be_scanned_does_not_keep_the_others_waiting(zaak, cast, clamd):
    clamd.hoogstens = 100_000
    groot = een(zaak, cast.anke, inhoud=maak.PDF.ljust(3_000_000, b" "))
    klein = een(zaak, cast.anke, naam="a.jpg", inhoud=maak.JPEG)
    weg = een(zaak, cast.anke, naam="a.png", inhoud=maak.PNG)
    opslag.verwijder(weg.uuid)
    assert scan() == 1
    assert dict(Document.objects.values_list("pk", "scan")) == {groot.pk: "wacht", klein.pk: "schoon", weg.pk: "wacht"}


def test_a_run_that_takes_long_goes_on_where_it_was(zaak, cast, clamd, gevraagd, monkeypatch):
    for n in range(3):
        een(zaak, cast.anke, inhoud=maak.PDF + b" " * n)
    monkeypatch.setattr(scannen, "HOOGSTENS_SECONDEN", 0.02)
    monkeypatch.setattr(scanner, "scan", lambda *_: time.sleep(0.05))
    assert scan() == 1
    assert gevraagd == [Document.objects.order_by("pk").first().pk]


# Rows and files compared.


def ouder(bestand, dagen=2):
    toen = time.time() - dagen * 86400
    os.utime(bestand, (toen, toen))


def test_rows_and_files_are_compared_both_ways(zaak, cast, capsys):
    goed, weg, anders = (een(zaak, cast.anke, inhoud=maak.PDF + b" " * n) for n in range(3))
    call_command("documenten_controleren")
    opslag.verwijder(weg.uuid)
    opslag.pad(anders.uuid).write_bytes(maak.PDF + b"ab")
    uitkomst = nakijken.controleer(timezone.now())
    assert (uitkomst.documenten, uitkomst.zonder_bestand, uitkomst.andere_inhoud) == (3, [weg.pk], [])
    assert nakijken.controleer(timezone.now(), inhoud=True).andere_inhoud == [anders.pk]
    with pytest.raises(CommandError, match=rf"Zonder bestand: \[{weg.pk}\]. Andere inhoud: \[{anders.pk}\]"):
        call_command("documenten_controleren", "--inhoud")


def test_a_file_without_a_row_is_found_after_a_day_and_removed_by_hand_only(zaak, cast, settings, capsys):
    with pytest.raises(RuntimeError), transaction.atomic():
        wees = een(zaak, cast.anke)
        raise RuntimeError
    bestand = opslag.pad(wees.uuid)
    assert bestand.exists()
    assert nakijken.controleer(timezone.now()).wezen == []
    ouder(bestand)
    half = settings.DOCUMENTEN_MAP / "binnen" / "tmpabc.binnen"
    half.parent.mkdir()
    half.write_bytes(b"x")
    ouder(half)
    goed = een(zaak, cast.anke, inhoud=maak.PDF + b" ")
    ouder(opslag.pad(goed.uuid))
    tasks.controleer_documenten()
    assert bestand.exists() and not half.exists()
    call_command("documenten_controleren")
    assert str(bestand) in capsys.readouterr().out and bestand.exists()
    call_command("documenten_controleren", "--ruim-op")
    assert not bestand.exists() and opslag.is_er(goed.uuid)


def test_what_was_not_scanned_can_be_scanned_later(zaak, cast, settings, capsys):
    rij = een(zaak, cast.anke)
    call_command("documenten_controleren", "--scan")
    rij.refresh_from_db()
    assert rij.scan == "wacht"


def test_a_quarantine_that_was_not_reached_is_reached_by_the_check(zaak, cast):
    rij = een(zaak, cast.anke)
    Document.objects.update(scan="besmet", gescand_op=timezone.now())
    assert nakijken.controleer(timezone.now()).is_goed
    assert opslag.is_er(rij.uuid, opslag.QUARANTAINE)
