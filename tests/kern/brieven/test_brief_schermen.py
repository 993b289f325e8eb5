"""The screens of the letters: what the form asks, the letter beside it, and the page of a letter that left."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cimot.actions import toewijzen
from cimot.models import Aanmelding
from cimot.processen.aanmelding import Status
from kern.brieven.views.voorbeeld import die_teruggaat
from kern.models import Bouwsteen, Brief, Exemplaar, Gebeurtenis, Inzage
from kern.personen import clienten
from tests.factories import besluit_van, melding, naar
from tests.kern.bestandenmaker import document
from tests.kern.mensen import browser
from tests.kern.scherm import open_, tekst

pytestmark = pytest.mark.django_db


@pytest.fixture
def zaak(cast):
    """A case in a status, reported sixteen days ago, of a client with an address."""

    def maak(status, *, is_geheim=False, **gegevens):
        op = timezone.now() - timedelta(days=16)
        dossier = melding(cast, ontvangen=op, **gegevens)
        clienten.adres_toevoegen(
            dossier.client, door=cast.bas, op=op, soort="brp", straat="Grotestraat", huisnummer="1", postcode="7607 AA",
            plaats="Almelo", vanaf=op.date(), is_geheim=is_geheim,
        )  # fmt: skip
        return naar(dossier, status, cast)

    return maak


def pad(dossier, actie=""):
    return f"{dossier.get_absolute_url()}{actie}/" if actie else dossier.get_absolute_url()


def voorbeeld(client, adres, /, *, htmx=True, **getypt):
    kop = {"HTTP_HX_REQUEST": "true"} if htmx else {}
    return client.post(adres, {**open_(client, adres, **getypt), "_voorbeeld": "1"}, **kop)


# What the form asks.


@pytest.mark.eis("L-55", "L-51")
def test_a_step_that_sends_asks_to_whom_and_how_and_nothing_twice(cast, zaak):
    anke, naar_client = browser(cast.anke), zaak(Status.VERSLAG_CLIENT)
    form = anke.get(pad(naar_client, "definitief_maken")).context["form"]
    assert "brief_kanaal_client" in form.fields and "bestand" not in form.fields
    pagina = tekst(anke.get(pad(naar_client, "definitief_maken")))
    assert "Dit is het adres volgens de gemeente. Grotestraat 1, 7607 AA Almelo." in pagina
    assert "Per post" in pagina and "Beveiligde e-mail" not in pagina  # he has no e-mail address
    getekend = zaak(Status.BESLUIT_ONDERTEKEND, naam="Zwart, Z")
    form = browser(cast.bas).get(pad(getekend, "besluit_versturen")).context["form"]
    assert "via" not in form.fields and "brief_kanaal_client" in form.fields


def test_a_step_that_sends_nothing_asks_nothing(cast, zaak):
    pagina = browser(cast.anke).get(pad(zaak(Status.ONDERZOEK), "onderzoek_invullen"))
    assert pagina.context["brief"] is None and "De brief" not in tekst(pagina)


@pytest.mark.eis("L-55")
def test_what_is_chosen_is_in_the_letter_and_its_channel_is_how_it_went(cast, zaak):
    bas, dossier = browser(cast.bas), zaak(Status.BESLUIT_ONDERTEKEND)
    blok = Bouwsteen.objects.create(naam="Parkeren", tekst="U kunt gratis parkeren.")
    adres = pad(dossier, "besluit_versturen")
    data = open_(bas, adres, brief_persoonlijk="Veel sterkte.", brief_bouwstenen=[blok.pk], brief_kanaal_client="meegeven")
    assert bas.post(adres, data).status_code == 302
    brief, nu = Brief.objects.filter(dossier=dossier).first(), Aanmelding.objects.get(pk=dossier.pk)
    assert nu.besluit.verzonden_via == "balie"
    assert [rij.kanaal for rij in brief.exemplaren.all()] == [Exemplaar.Kanaal.MEEGEVEN]
    inhoud = str(brief.inhoud)
    assert "Veel sterkte." in inhoud and "U kunt gratis parkeren." in inhoud


def test_only_documents_that_the_sender_may_open_are_annexes(cast, zaak):
    dossier = zaak(Status.BESLUIT_ONDERTEKEND)
    stuk = document(dossier, cast.anke, titel="Huurcontract")
    for wie, ziet in ((cast.bas, False), (cast.anke, True)):
        form = browser(wie).get(pad(dossier, "besluit_versturen")).context["form"]
        keuzes = [naam for _, naam in form.fields["brief_bijlagen"].choices] if "brief_bijlagen" in form.fields else []
        assert ("Huurcontract" in keuzes) is ziet
    adres = pad(dossier, "besluit_versturen")
    weigert = browser(cast.bas).post(adres, open_(browser(cast.bas), adres, brief_bijlagen=[stuk.pk]))
    assert weigert.status_code == 302 and not Brief.objects.filter(bijlagen__document=stuk).exists()


@pytest.mark.eis("L-73")
def test_a_secret_address_is_for_the_casemanager_alone(cast, zaak):
    dossier = zaak(Status.BESLUIT_ONDERTEKEND, is_geheim=True)
    bas, anke = browser(cast.bas), browser(cast.anke)
    pagina = tekst(bas.get(pad(dossier, "besluit_versturen")))
    assert "Adres is geheim." in pagina and "Grotestraat" not in pagina
    assert "Grotestraat 1" in tekst(anke.get(pad(dossier, "besluit_versturen")))
    bas.post(pad(dossier, "besluit_versturen"), open_(bas, pad(dossier, "besluit_versturen")))
    brief = Brief.objects.filter(dossier=dossier).first()
    tineke = browser(cast.tineke)
    pagina = tekst(tineke.get(f"/brief/{brief.uuid}/"))
    assert "adres is geheim" in pagina and "Grotestraat" not in pagina
    pdf = f"/document/{brief.exemplaren.get().document_id}/"
    assert tineke.get(pdf).status_code == 403 and anke.get(pdf).status_code == 200


# The letter beside the form.


@pytest.mark.eis("L-55")
def test_the_preview_shows_the_pages_and_the_text_and_leaves_nothing(cast, zaak):
    anke, dossier = browser(cast.anke), zaak(Status.VERSLAG_CLIENT)
    voor = Gebeurtenis.objects.count()
    antwoord = voorbeeld(anke, pad(dossier, "definitief_maken"), brief_persoonlijk="Bel mij gerust.")
    pagina = tekst(antwoord)
    assert antwoord.status_code == 200 and "<html" not in pagina
    assert re.search(r'<img [^>]*src="data:image/png;base64,[\w+/=]+" alt="Voorbeeld van de brief, bladzijde 1">', pagina)
    assert "Lees de tekst" in pagina and "Bel mij gerust." in pagina
    assert Aanmelding.objects.get(pk=dossier.pk).status == Status.VERSLAG_CLIENT
    assert Gebeurtenis.objects.count() == voor and not Brief.objects.filter(dossier=dossier, code="BRF-07").exists()
    assert Inzage.objects.order_by("-id").first().dossier_id == dossier.pk


@pytest.mark.parametrize("htmx", [True, False])
def test_a_preview_never_does_the_step_also_for_who_may_not_read_it(cast, zaak, htmx):
    """The frontoffice sends a besluit without reading it: the button of a preview is no way to send it."""
    bas, dossier = browser(cast.bas), zaak(Status.BESLUIT_ONDERTEKEND)
    antwoord = voorbeeld(bas, pad(dossier, "besluit_versturen"), htmx=htmx)
    assert "Er is geen voorbeeld gemaakt, en de stap is niet gedaan." in tekst(antwoord)
    assert Aanmelding.objects.get(pk=dossier.pk).status == Status.BESLUIT_ONDERTEKEND


def test_a_case_that_went_to_somebody_else_meanwhile_is_not_touched_by_a_preview(cast, zaak):
    anke, dossier = browser(cast.anke), zaak(Status.VERSLAG_CLIENT)
    adres = pad(dossier, "definitief_maken")
    data = {**open_(anke, adres), "_voorbeeld": "1"}
    toewijzen(dossier, door=cast.tineke, op=timezone.now(), behandelaar=cast.karim)
    anke.post(adres, data)
    nu = Aanmelding.objects.get(pk=dossier.pk)
    assert nu.status == Status.VERSLAG_CLIENT and not Brief.objects.filter(dossier=dossier, code="BRF-07").exists()


def test_what_a_preview_did_is_never_committed(cast):
    with die_teruggaat():
        Bouwsteen.objects.create(naam="Proef", tekst="Weg.")
    assert not Bouwsteen.objects.filter(naam="Proef").exists()


def test_without_script_the_button_shows_the_whole_page_with_what_was_typed(cast, zaak):
    anke, dossier = browser(cast.anke), zaak(Status.VERSLAG_CLIENT)
    antwoord = voorbeeld(anke, pad(dossier, "definitief_maken"), htmx=False, brief_persoonlijk="Bel mij gerust.")
    pagina = tekst(antwoord)
    assert antwoord.status_code == 200 and "<html" in pagina
    assert "data:image/png" in pagina and pagina.count("Bel mij gerust.") == 2
    # What was shown can be sent from there.
    assert "Definitief verslag sturen" in pagina


def test_what_is_missing_is_said_before_the_letter_is_made(cast, zaak):
    bas, dossier = browser(cast.anke), zaak(Status.AANVRAAG_ONTVANGEN)
    pagina = tekst(voorbeeld(bas, pad(dossier, "aanvulling_vragen")))
    assert "De brief kan nog niet worden gemaakt." in pagina and "Nog in te vullen: Wat ontbreekt er" in pagina
    cast.almelo.briefhoofden.update(geldig_vanaf=timezone.localdate() + timedelta(days=1))
    pagina = tekst(voorbeeld(bas, pad(dossier, "aanvulling_vragen"), ontbreekt="Alles.", termijn="zonder"))
    assert "Er is geen briefhoofd voor de regio Almelo." in pagina and "data:image" not in pagina


@pytest.mark.eis("L-73", "L-74")
def test_the_letter_is_not_shown_to_whom_the_content_is_not(cast, zaak):
    bas, dossier = browser(cast.bas), zaak(Status.BESLUIT_ONDERTEKEND)
    pagina = bas.get(pad(dossier, "besluit_versturen"))
    assert not pagina.context["met_voorbeeld"] and "Voorbeeld bijwerken" not in tekst(pagina)
    # Asking for it anyway is no way around: it is the step itself that is then sent.
    assert "data:image" not in tekst(voorbeeld(bas, pad(dossier, "besluit_versturen")))


@pytest.mark.eis("L-16")
def test_the_besluit_is_written_beside_its_letter(cast, zaak):
    anke, dossier = browser(cast.anke), zaak(Status.BESLUIT_CONCEPT)
    adres = pad(dossier, "besluit_schrijven")
    assert "Kies eerst wat u besluit." in tekst(voorbeeld(anke, adres))
    besluit_van(dossier, "toekenning", cast)
    pagina = tekst(voorbeeld(anke, adres, motivering_doel="Zij leert koken."))
    assert "data:image/png" in pagina and "Zij leert koken." in pagina
    assert "Vaste tekst: bezwaar maken" in pagina and "[de laatste dag voor bezwaar]" in pagina
    assert Aanmelding.objects.get(pk=dossier.pk).besluit.motivering_doel == "Gemotiveerd."
    assert "data:image/png" in tekst(voorbeeld(anke, pad(dossier, "onderdelen_kiezen")))


# The page of a letter.


@pytest.fixture
def verstuurd(cast, zaak):
    dossier = zaak(Status.INDICATIE_ACTIEF)
    return Brief.objects.filter(dossier=dossier, code="BRF-12").get()


@pytest.mark.eis("L-73", "L-74", "L-37")
def test_a_letter_is_read_by_who_may_read_the_content_and_that_is_logged(cast, verstuurd):
    adres = f"/brief/{verstuurd.uuid}/"
    mensen = {wie: gebruiker for wie, gebruiker in vars(cast).items() if hasattr(gebruiker, "rol")}
    gelezen, verborgen, elders = ["anke", "tineke"], ["karim", "bas", "gerda", "berend", "frida"], ["els", "ruben"]
    verwacht = dict.fromkeys(gelezen, 200) | dict.fromkeys(verborgen, 403) | dict.fromkeys(elders, 404)
    assert {wie: browser(mensen[wie]).get(adres).status_code for wie in verwacht} == verwacht
    weigering = Inzage.objects.get(gebruiker_id=cast.els.pk, soort="weigering")
    assert (weigering.dossier_id, weigering.status) == (verstuurd.dossier_id, 404)
    rij = Inzage.objects.filter(pagina="brief_lezen", status=200).order_by("-id").first()
    assert rij.dossier_id == verstuurd.dossier_id and rij.client_ids == [verstuurd.dossier.client_id]


def test_the_page_of_a_letter_shows_whom_when_and_what_proves_it(cast, verstuurd):
    pagina = tekst(browser(cast.anke).get(f"/brief/{verstuurd.uuid}/"))
    exemplaar = verstuurd.exemplaren.get()
    assert exemplaar.sha256 in pagina and f"/document/{exemplaar.document_id}/" in pagina
    assert f"BRF-12, versie {verstuurd.sjabloon.versie}" in pagina and "Grotestraat 1" in pagina
    assert "Vaste tekst: bezwaar maken" in pagina and "Gemotiveerd." in pagina
    assert f"/brief/{verstuurd.uuid}/" in tekst(browser(cast.anke).get(f"{pad(verstuurd.dossier)}?tab=documenten"))


def test_the_pages_ask_as_many_questions_with_many_letters_as_with_one(cast, zaak):
    anke, dossier = browser(cast.anke), zaak(Status.BESLUIT_ONDERTEKEND)
    adressen = [f"{pad(dossier)}?tab=documenten", pad(dossier, "besluit_versturen")]

    def tel():
        uit = []
        for adres in adressen:
            anke.get(adres)
            with CaptureQueriesContext(connection) as vragen:
                assert anke.get(adres).status_code == 200
            uit.append(len(vragen))
        return uit

    voor = tel()
    for i in range(5):
        document(dossier, cast.anke, inhoud=f"%PDF-1.7 {i}".encode())
        Bouwsteen.objects.create(naam=f"Blok {i}", tekst="Tekst.")
    assert tel() == voor
