"""The pages of documents: adding, opening, withdrawing, and what each viewer sees."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as instellingen
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cimot.processen.aanmelding import Status
from kern import tasks
from kern.brieven import maken
from kern.models import Document, Ingediend, Inzage
from kern.schermen.views.formulier import Formulierpagina
from kern.stukken import documenten, opslag
from kern.tijd.kalender import datum_nl
from tests.factories import melding, naar
from tests.kern import bestandenmaker as maak
from tests.kern.bestandenmaker import upload
from tests.kern.scherm import tekst, velden

pytestmark = pytest.mark.django_db
MB = 1024 * 1024


@pytest.fixture
def zaak(cast, monkeypatch):
    # The letters of its steps are documents as well: here only what people add counts.
    with monkeypatch.context() as zonder:
        zonder.setattr(maken, "maak", lambda *args, **kwargs: [])
        return naar(melding(cast, ontvangen=timezone.now() - timedelta(days=14)), Status.ONDERZOEK, cast)


@pytest.fixture(autouse=True)
def gevraagd(monkeypatch):
    gevraagd = []
    monkeypatch.setattr(tasks.scan_documenten, "delay", lambda na=0: gevraagd.append(na))
    return gevraagd


@pytest.fixture
def anke(cast, inloggen):
    return inloggen(cast.anke)


def pad(zaak):
    return reverse("document_toevoegen", args=[zaak.pk])


def stuur(client, zaak, *bestanden, **anders):
    gegevens = {"soort": "verslag", "richting": "in", "gedateerd_op": f"{timezone.localdate():%d-%m-%Y}", "titel": ""}
    return client.post(pad(zaak), {"bestanden": list(bestanden), **gegevens, **anders})


def tab(client, zaak):
    return " ".join(tekst(client.get(f"{zaak.get_absolute_url()}?tab=documenten")).split())


# Adding.


def test_the_good_ones_are_kept_and_the_others_named(anke, zaak):
    antwoord = stuur(
        anke, zaak, upload("Brief.pdf"), upload("factuur.pdf", maak.EXE), upload("foto.jpg", maak.JPEG), kanaal="email"
    )
    assert antwoord.status_code == 302 and antwoord["Location"].endswith("?tab=documenten")
    assert set(Document.objects.values_list("titel", "kanaal")) == {("Brief", "email"), ("foto", "email")}
    pagina = tab(anke, zaak)
    assert "2 documenten toegevoegd." in pagina
    assert "Niet toegevoegd: “factuur.pdf” is een programma." in pagina
    assert "verslag" in pagina.lower() and "ontvangen per e-mail op" in pagina and "1 kB" in pagina
    assert not opslag._map(opslag.BINNEN).exists() or not list(opslag._map(opslag.BINNEN).iterdir())


def test_all_refused_comes_back_with_every_sentence_and_what_was_typed(anke, zaak):
    antwoord = stuur(anke, zaak, upload("a.pdf", maak.EXE), upload("b.pdf", b""), titel="Een titel", richting="uit")
    assert antwoord.status_code == 422
    pagina = tekst(antwoord)
    for zin in ("“a.pdf” is een programma", "“b.pdf” is leeg", "Kies uw bestand opnieuw"):
        assert zin in pagina, zin
    assert antwoord.context["form"]["titel"].value() == "Een titel" and not Document.objects.exists()
    assert 'enctype="multipart/form-data"' in pagina


def test_a_wrong_date_keeps_nothing_and_says_that_the_file_must_be_chosen_again(anke, zaak):
    antwoord = stuur(anke, zaak, upload("a.pdf"), gedateerd_op="31-02-2026")
    assert antwoord.status_code == 422 and "Kies uw bestand opnieuw" in tekst(antwoord)
    morgen = f"{timezone.localdate() + timedelta(days=1):%d-%m-%Y}"
    assert "ligt in de toekomst" in tekst(stuur(anke, zaak, upload("a.pdf"), gedateerd_op=morgen))
    assert "Kies uw bestand opnieuw" not in tekst(stuur(anke, zaak))
    assert "Kies een bestand." in tekst(stuur(anke, zaak))
    assert "Kies wat het is." in tekst(stuur(anke, zaak, upload("a.pdf"), soort=""))
    assert not Document.objects.exists()


def test_the_same_file_again_is_refused_with_the_day_of_the_first(anke, zaak):
    stuur(anke, zaak, upload("a.pdf"))
    antwoord = stuur(anke, zaak, upload("b.pdf"), upload("c.pdf", maak.EXE))
    assert antwoord.status_code == 422
    pagina = tekst(antwoord)
    assert f"“b.pdf” staat al in dit dossier, toegevoegd op {datum_nl(timezone.localdate())}." in pagina
    assert "“c.pdf” is een programma" in pagina


def test_one_press_is_one_document(anke, zaak):
    gezien = anke.get(pad(zaak))
    sleutel = velden(gezien)["_eenmalig"]
    for _ in range(2):
        assert stuur(anke, zaak, upload("a.pdf"), _eenmalig=sleutel).status_code == 302
    assert (Document.objects.count(), Ingediend.objects.count()) == (1, 1)


def test_too_many_at_once(anke, zaak, settings):
    settings.DOCUMENT_MEESTE = 3
    antwoord = stuur(anke, zaak, *[upload(f"{n}.pdf", maak.PDF + b" " * n) for n in range(4)])
    assert antwoord.status_code == 422
    assert "U koos 4 bestanden. Kies er hoogstens 3 tegelijk." in tekst(antwoord)
    antwoord = stuur(anke, zaak, *[upload(f"{n}.pdf") for n in range(120)])
    assert "U koos 120 bestanden" in tekst(antwoord)


def test_too_large_is_a_sentence_and_never_fills_the_disk(anke, zaak, settings, monkeypatch):
    settings.DOCUMENT_MAX_MB = 1
    geschreven = []
    oud = opslag.BegrensdOntvangen.file_complete

    def tel(zelf, grootte):
        geschreven.append(zelf.file.file.seek(0, 2))
        return oud(zelf, grootte)

    monkeypatch.setattr(opslag.BegrensdOntvangen, "file_complete", tel)
    antwoord = stuur(anke, zaak, upload("groot.pdf", maak.PDF.ljust(30 * MB, b" ")), upload("klein.pdf"))
    assert antwoord.status_code == 302
    assert geschreven[0] <= MB + 64 * 1024 and geschreven[1] == len(maak.PDF)
    assert "“groot.pdf” is te groot: 30 MB. Een bestand mag hoogstens 1 MB zijn." in tab(anke, zaak)


def test_together_too_large(anke, zaak, settings):
    settings.DOCUMENT_TOTAAL_MB = 1
    een, twee = (maak.PDF.ljust(700 * 1024, vulling) for vulling in (b" ", b"\n"))
    assert stuur(anke, zaak, upload("een.pdf", een), upload("twee.pdf", twee)).status_code == 302
    assert "“twee.pdf” past er niet meer bij: samen mogen de bestanden hoogstens 1 MB zijn." in tab(anke, zaak)
    assert Document.objects.get().titel == "een"


def test_who_is_not_logged_in_writes_nothing(client, zaak, settings, monkeypatch):
    geschreven = []
    monkeypatch.setattr(opslag.Ontvangen, "write", lambda *a: geschreven.append(a), raising=False)
    antwoord = stuur(client, zaak, upload("a.pdf", maak.PDF.ljust(MB, b" ")))
    assert antwoord.status_code == 302 and antwoord["Location"].startswith("/inloggen/")
    assert geschreven == [] and not Document.objects.exists()


def test_uploads_go_to_the_disk_of_the_documents(anke, zaak, monkeypatch):
    plekken = []
    echt = documenten.toevoegen

    def kijk(*args, **kwargs):
        plekken.extend(bestand.inhoud.temporary_file_path() for bestand in kwargs["bestanden"])
        return echt(*args, **kwargs)

    monkeypatch.setattr(documenten, "toevoegen", kijk)
    stuur(anke, zaak, upload("a.pdf"))
    [plek] = plekken
    assert plek.startswith(str(opslag._map(opslag.BINNEN)))


def test_a_request_without_end_is_cut_off(anke, zaak, monkeypatch):
    monkeypatch.setattr(opslag, "AFBREKEN_BIJ_MB", 0)
    antwoord = stuur(anke, zaak, upload("a.pdf"))
    assert antwoord.status_code in (400, 403, 422) and not Document.objects.exists()


@pytest.mark.parametrize(
    "velden_", [{"bestanden": "geen bestand"}, {"soort": "x"}, {"richting": "\x00"}, {"kanaal": "duif"}]
)
def test_nonsense_is_a_sentence(anke, zaak, velden_):
    inhoud = {"soort": "verslag", "richting": "in", "gedateerd_op": "02-11-2026", "bestanden": upload("a.pdf"), **velden_}
    assert anke.post(pad(zaak), inhoud).status_code == 422
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "naam", ["../../../x.pdf", "a\x00b.pdf", "é\u202e.pdf", "x" * 400 + ".pdf", '"; filename=x.exe.pdf', ".pdf"]
)
def test_strange_names_are_only_names(anke, zaak, naam):
    antwoord = stuur(anke, zaak, SimpleUploadedFile("x", maak.PDF), SimpleUploadedFile(naam, maak.JPEG, "x/y"))
    assert antwoord.status_code in (302, 422)
    for rij in Document.objects.all():
        assert "/" not in rij.bestandsnaam and len(rij.bestandsnaam) <= 200


# Opening.


def test_a_download_is_never_a_page(anke, zaak, cast):
    rij = maak.document(zaak, cast.anke, naam="Brief van Zoë.pdf")
    antwoord = anke.get(reverse("document_downloaden", args=[rij.pk]))
    assert b"".join(antwoord.streaming_content) == b"%PDF-1.7 brief"
    assert antwoord["Content-Type"] == "application/pdf"
    assert antwoord["Content-Disposition"] == "attachment; filename*=utf-8''Brief%20van%20Zo%C3%AB.pdf"
    assert antwoord["X-Content-Type-Options"] == "nosniff" and "no-store" in antwoord["Cache-Control"]
    assert antwoord["Content-Security-Policy"] == "sandbox; default-src 'none'"


@pytest.mark.eis("L-74")
def test_every_download_and_every_refusal_is_logged(anke, zaak, cast):
    rij = maak.document(zaak, cast.anke, soort="justitie")
    url = reverse("document_downloaden", args=[rij.pk])
    anke.get(url)
    log = Inzage.objects.first()
    assert (log.pagina, log.dossier_id, log.client_ids, log.klassen) == (
        "document_downloaden",
        zaak.pk,
        [zaak.client_id],
        ["D5"],
    )
    documenten.intrekken(rij, reden="Fout.", door=cast.anke, op=timezone.now())
    assert anke.get(url).status_code == 409 and Inzage.objects.first().status == 409


@pytest.mark.eis("L-73")
@pytest.mark.parametrize(("wie", "soort", "status"), [
    ("anke", "verslag", 200), ("anke", "justitie", 200), ("tineke", "verslag", 200), ("tineke", "justitie", 403),
    ("tineke", "geld", 403), ("karim", "verslag", 403), ("bas", "verslag", 403), ("els", "verslag", 404),
    ("gerda", "verslag", 403), ("frida", "verslag", 403),
])  # fmt: skip
def test_right_scope_and_class_of_a_download(cast, zaak, inloggen, wie, soort, status):
    rij = maak.document(zaak, cast.anke, soort=soort)
    assert inloggen(getattr(cast, wie)).get(reverse("document_downloaden", args=[rij.pk])).status_code == status
    assert inloggen(cast.anke).get(reverse("document_downloaden", args=[rij.pk + 1000])).status_code == 404


def test_why_a_document_cannot_be_opened(anke, zaak, cast, settings):
    rij = maak.document(zaak, cast.anke)
    url = reverse("document_downloaden", args=[rij.pk])
    Document.objects.update(scan="wacht")
    assert anke.get(url).status_code == 200  # without a scanner nobody would ever answer
    settings.CLAMD_URL = "tcp://127.0.0.1:9"
    assert "wordt nog gescand" in tekst(anke.get(url))
    Document.objects.update(scan="besmet", gescand_op=timezone.now())
    assert "virus gevonden" in tekst(anke.get(url))
    Document.objects.update(scan="schoon")
    opslag.verwijder(rij.uuid)
    antwoord = anke.get(url)
    assert antwoord.status_code == 503 and "ontbreekt" in tekst(antwoord)


# Seeing.


def test_what_is_not_scanned_says_so(anke, zaak, cast, settings):
    maak.document(zaak, cast.anke)
    assert "niet gescand" in tab(anke, zaak)
    Document.objects.update(scan="schoon", gescand_op=timezone.now())
    assert "niet gescand" not in tab(anke, zaak)
    Document.objects.update(scan="wacht", gescand_op=None)
    settings.CLAMD_URL = "tcp://127.0.0.1:9"
    pagina = tab(anke, zaak)
    assert "wordt gescand" in pagina and "/document/" + str(Document.objects.get().pk) + '/"' not in pagina


def test_a_colleague_adds_and_sees_only_that_there_are_documents(zaak, cast, inloggen):
    maak.document(zaak, cast.anke, titel="Geheime titel")
    karim = inloggen(cast.karim)
    assert stuur(karim, zaak, upload("Brief over gokken.pdf")).status_code == 302
    pagina = tab(karim, zaak)
    assert "1 document toegevoegd." in pagina and "De inhoud is zichtbaar voor de casemanager" in pagina
    assert "2 documenten zijn niet zichtbaar voor u." in pagina
    assert "Geheime titel" not in pagina and "gokken" not in pagina


def test_a_municipality_has_no_tab_of_documents(zaak, cast, inloggen):
    maak.document(zaak, cast.anke, titel="Geheime titel")
    pagina = tab(inloggen(cast.gerda), zaak)
    assert "Documenten" not in pagina and "Geheime titel" not in pagina


def test_a_virus_stands_on_top_of_the_dossier(anke, zaak, cast):
    maak.document(zaak, cast.anke)
    Document.objects.update(scan="besmet", gescand_op=timezone.now())
    assert "In een document is een virus gevonden." in tekst(anke.get(zaak.get_absolute_url()))
    karim = Client()
    karim.force_login(cast.karim, backend=instellingen.AUTHENTICATION_BACKENDS[1])
    assert "een virus gevonden" not in tekst(karim.get(zaak.get_absolute_url()))


def test_the_number_of_queries_does_not_grow_with_the_documents(anke, zaak, cast, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    tab(anke, zaak)
    with CaptureQueriesContext(connection) as eerst:
        tab(anke, zaak)
    for n in range(8):
        rij = maak.document(zaak, cast.anke if n % 2 else cast.tineke, inhoud=maak.PDF + b" " * n)
        if n % 3 == 0:
            documenten.intrekken(rij, reden="Fout.", door=cast.tineke, op=timezone.now())
    with CaptureQueriesContext(connection) as daarna:
        tab(anke, zaak)
    assert len(daarna) == len(eerst)


# Withdrawing.


def test_withdrawing_asks_a_reason_and_hides_it_behind_a_heading(anke, zaak, cast):
    rij = maak.document(zaak, cast.anke)
    url = reverse("document_intrekken", args=[rij.pk])
    assert "Vul in waarom u dit document intrekt." in tekst(anke.post(url, {"reden": " "}))
    assert (
        "te lang" in tekst(anke.post(url, {"reden": "x" * 501})) or anke.post(url, {"reden": "x" * 501}).status_code == 422
    )
    antwoord = anke.post(url, {"reden": "Van een ander."})
    assert antwoord["Location"].endswith("?tab=documenten")
    pagina = tab(anke, zaak)
    assert "Ingetrokken (1)" in pagina and "Van een ander." in pagina
    assert not re.search(rf'href="/document/{rij.pk}/"', pagina)
    assert anke.get(url).status_code == 403


def test_only_ones_own_upload_or_by_the_teamleider(zaak, cast, inloggen):
    rij = maak.document(zaak, cast.bas)
    url = reverse("document_intrekken", args=[rij.pk])
    assert inloggen(cast.anke).get(url).status_code == 403
    assert "Intrekken" not in tab(inloggen(cast.anke), zaak)
    assert inloggen(cast.tineke).get(url).status_code == 200


# Where nothing may go wrong unseen.


def test_the_administrator_sees_what_waits_too_long(zaak, cast, inloggen):
    maak.document(zaak, cast.anke)
    Document.objects.update(scan="wacht", vastgelegd_op=timezone.now() - timedelta(hours=2))
    pagina = tekst(inloggen(cast.frida).get("/storingen/"))
    assert "1 document wacht" in pagina and "viruscontrole" in pagina


def test_files_must_lie_out_of_sight(settings):
    from kern.beheer.controles import documenten_kunnen_worden_bewaard, documenten_liggen_niet_in_beeld

    assert documenten_liggen_niet_in_beeld(None) == []
    settings.DOCUMENTEN_MAP = settings.BASE_DIR / "static" / "documenten"
    assert [f.id for f in documenten_liggen_niet_in_beeld(None)] == ["kern.E003"]
    settings.DOCUMENTEN_MAP = f"{settings.STATIC_ROOT}/x/../documenten"
    assert [f.id for f in documenten_liggen_niet_in_beeld(None)] == ["kern.E003"]
    settings.DOCUMENTEN_MAP = "/proc/documenten"
    assert [f.id for f in documenten_kunnen_worden_bewaard(None, databases=["default"])] == ["kern.E005"]
    settings.CLAMD_URL = "clamav:3310"
    assert [f.id for f in documenten_liggen_niet_in_beeld(None)] == ["kern.E004"]


def test_a_folder_that_can_be_written_passes(settings):
    from kern.beheer.controles import documenten_kunnen_worden_bewaard

    assert documenten_kunnen_worden_bewaard(None, databases=["default"]) == []
    assert [p for p in settings.DOCUMENTEN_MAP.rglob("*") if p.is_file()] == []


def test_every_form_page_can_take_a_file():
    assert "files" in Formulierpagina.maak_form.__code__.co_varnames
