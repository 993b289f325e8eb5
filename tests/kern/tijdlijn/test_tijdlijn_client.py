"""The timeline of a person: every dossier in view with its own classes, his own data without values, linked dossiers."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cimot import actions as cimot
from cimot.models import Aanmelding
from cimot.processen.aanmelding import Status
from kern.models import Client, Document, Dossier, Gebeurtenis, Inzage
from kern.personen import clienten
from kern.proces import actions, correctie
from kern.tijdlijn import woorden
from kern.toegang.rollen import Klasse
from tests.factories import melding, moment, naar
from tests.kern.scherm import tekst
from tests.kern.tijdlijnen import document, lees, noteer

pytestmark = pytest.mark.django_db
NAMENS = {"wie": "client", "kanaal": "telefoon"}
TEKST = {Klasse.D4: "kanarie-zorg", Klasse.D5: "kanarie-justitie", Klasse.D6: "kanarie-schulden"}
SOORT = {Klasse.D4: "medisch", Klasse.D5: "justitie", Klasse.D6: "geld"}


def url(zaak, vraag=""):
    return f"/client/{zaak.client_id}/tijdlijn/{vraag}"


def met_kanaries(zaak, door, naam):
    """A text of every class in one case, that names the case."""
    noteer(zaak, door, tekst=f"{TEKST[Klasse.D4]}-{naam}", met=f"{TEKST[Klasse.D4]}-{naam}")
    cimot.vertraging_noteren(zaak, door=door, op=timezone.now(), reden=f"{TEKST[Klasse.D4]}-{naam}")
    for klasse, inhoud in TEKST.items():
        document(zaak, door, titel=f"{inhoud}-{naam}", klasse=klasse, soort=SOORT[klasse])
    return zaak


@pytest.fixture
def eerste(cast):
    """A case of Anke that ended; its person came back, and then it was Karim's."""
    zaak = met_kanaries(naar(melding(cast), Status.ONDERZOEK, cast), cast.anke, "anke")
    return cimot.intrekken(zaak, door=cast.anke, op=timezone.now(), reden=f"{TEKST[Klasse.D4]}-anke", namens=NAMENS)


@pytest.fixture
def tweede(cast, eerste):
    zaak = melding(cast, client=eerste.client, ontvangen="2026-11-10")
    return met_kanaries(naar(zaak, Status.ONDERZOEK, cast, casemanager=cast.karim), cast.karim, "karim")


MAG = {
    "anke": {"kanarie-zorg-anke", "kanarie-justitie-anke", "kanarie-schulden-anke"},
    "karim": {"kanarie-zorg-karim", "kanarie-justitie-karim", "kanarie-schulden-karim"},
    "tineke": {"kanarie-zorg-anke", "kanarie-zorg-karim"},
    "bas": set(),
    "gerda": set(),
}


@pytest.mark.eis("L-72", "L-73", "L-74")
@pytest.mark.parametrize("wie", MAG)
def test_each_dossier_shows_what_the_reader_may_read_of_that_dossier(cast, eerste, tweede, inloggen, wie):
    client = inloggen(getattr(cast, wie))
    paginas = [url(eerste), *(url(eerste, f"?soort={code}") for code in woorden.SOORTEN)]
    paginas += [url(eerste, f"?dossier={z.pk}") for z in (eerste, tweede)] + [url(eerste, "?soort=document")]
    inhoud = "".join(tekst(client.get(pagina)) for pagina in paginas)
    alles = {f"{kanarie}-{naam}" for kanarie in TEKST.values() for naam in ("anke", "karim")}
    assert {kanarie for kanarie in alles if kanarie in inhoud} == MAG[wie]
    # The card of both is there: which case, and what happened.
    assert inhoud.count(eerste.kenmerk) > 1
    assert inhoud.count(tweede.kenmerk) > 1


@pytest.mark.eis("L-74")
@pytest.mark.parametrize(
    ("wie", "vraag", "klassen"),
    [
        ("gerda", "", ["D1", "D3"]),
        ("anke", "?soort=termijn", ["D1", "D3"]),
        ("anke", "?soort=contact", ["D1", "D3", "D4"]),
        ("anke", "?soort=document", ["D1", "D3", "D4", "D5", "D6"]),
    ],
)
def test_the_log_has_the_classes_that_were_shown(cast, eerste, tweede, inloggen, wie, vraag, klassen):
    inloggen(getattr(cast, wie)).get(url(eerste, vraag))
    rij = Inzage.objects.latest("id")
    assert (rij.pagina, rij.client_ids, rij.klassen) == ("client_tijdlijn", [eerste.client_id], klassen)


def test_of_one_dossier_only_that_dossier(cast, eerste, tweede, inloggen):
    clienten.wijzigen(eerste.client, door=cast.bas, telefoon="0546123456")
    client = inloggen(cast.anke)
    context = client.get(url(eerste, f"?dossier={tweede.pk}")).context
    assert {m.dossier_id for m in context["momenten"]} == {tweede.pk}
    assert [k["label"] for k in context["dossierkeuzes"] if k["actief"]] == [f"Aanmelding {tweede.kenmerk}"]
    for onzin in ("999999", "x", str(naar(melding(cast, naam="Ander, A"), Status.ONDERZOEK, cast).pk)):
        context = client.get(url(eerste, f"?dossier={onzin}")).context
        assert {m.dossier_id for m in context["momenten"]} == {None, eerste.pk, tweede.pk}


def test_the_person_himself_names_of_fields_and_no_values(cast, eerste, inloggen):
    clienten.wijzigen(eerste.client, door=cast.bas, telefoon="0546-kanarie", bsn="999990639")
    clienten.adres_toevoegen(
        Client.objects.get(pk=eerste.client_id),
        door=cast.bas,
        vanaf=moment("2026-11-05").date(),
        soort="verblijf",
        straat="Kanariestraat",
        huisnummer="1",
        plaats="Almelo",
        is_geheim=True,
    )
    antwoord = inloggen(cast.gerda).get(url(eerste, "?soort=stap"))
    eigen = [(m.titel, m.tekst) for m in antwoord.context["momenten"] if m.dossier_id is None]
    assert ("Gegevens van de cliënt gewijzigd", "BSN, telefoon") in eigen
    assert ("Adres toegevoegd", "Verblijft nu op") in eigen
    assert not any(waarde in tekst(antwoord) for waarde in ("0546-kanarie", "999990639", "Kanariestraat"))


def test_a_merged_person_brings_his_history_and_the_merge_is_told_once(cast, eerste, inloggen):
    bron = Client.objects.create(achternaam="Wit", samengevoegd_met=eerste.client)
    nog_een = Client.objects.create(achternaam="Wit", samengevoegd_met=bron)
    for client_id, actie, waarden in (
        (nog_een.pk, "adres_toevoegen", {"velden": ["brief"]}),
        (bron.pk, "relatie_beeindigen", {"velden": ["tot"]}),
        (eerste.client_id, "client_samenvoegen", {"samenvoeging": 7, "met": bron.pk}),
        (bron.pk, "client_samenvoegen", {"samenvoeging": 7, "met": eerste.client_id}),
    ):
        Gebeurtenis.objects.create(
            wereld="zorg", client_id=client_id, soort="client", actie=actie, waarden=waarden, op=timezone.now()
        )
    actions.vastleggen(eerste, "client_samenvoegen", door=cast.bas, op=timezone.now())
    titels = [m.titel for m in inloggen(cast.bas).get(url(eerste, "?soort=stap")).context["momenten"]]
    assert titels.count("Cliënt samengevoegd met een andere") == 1
    assert titels.count("Adres toegevoegd") == 1
    assert titels.count("Relatie beëindigd") == 1
    assert "Cliënt samengevoegd met een andere" in [m.titel for m in lees(eerste, cast.anke)]


@pytest.mark.eis("X-14")
def test_out_of_view_is_not_there(cast, eerste, inloggen):
    for wie, status in ((cast.els, 404), (cast.berend, 404), (cast.frida, 403)):
        assert inloggen(wie).get(url(eerste)).status_code == status
    client = inloggen(cast.bas)
    assert client.get("/client/999999999/tijdlijn/").status_code == 404


def test_a_dossier_of_another_region_is_in_neither_list(cast, eerste, inloggen):
    vreemd = melding(
        cast, client=eerste.client, regio=cast.enschede, door=cast.gebruiker("eva", "frontoffice", regio=cast.enschede)
    )
    antwoord = inloggen(cast.anke).get(url(eerste))
    assert vreemd.kenmerk not in tekst(antwoord)
    assert antwoord.context["dossierkeuzes"] == []


@pytest.mark.langzaam("two hundred rows")
def test_the_number_of_queries_is_the_same_at_5_and_at_200_rows(cast, eerste, tweede, inloggen):
    client, tellingen = inloggen(cast.karim), []
    for aantal in (5, 200):
        for zaak in (eerste, tweede) * aantal:
            noteer(zaak, cast.karim)
            document(zaak, cast.karim)
            clienten.wijzigen(Client.objects.get(pk=zaak.client_id), door=cast.bas, taal=f"taal{Document.objects.count()}")
        client.get(url(eerste))
        with CaptureQueriesContext(connection) as vragen:
            client.get(url(eerste))
        tellingen.append(len(vragen))
    assert tellingen[0] == tellingen[1] < 40


# Linked dossiers.


@pytest.fixture
def neven(cast, eerste):
    """A second dossier that runs beside the first."""
    zaak = melding(cast, client=eerste.client, ontvangen=timezone.now() - timedelta(hours=1))
    Dossier.objects.filter(pk=zaak.pk).update(hoofddossier=eerste.pk)
    return Aanmelding.objects.get(pk=zaak.pk)


def test_a_linked_dossier_is_one_line_with_its_link_in_both(cast, eerste, neven, inloggen):
    for van, naar_ in ((eerste, neven), (neven, eerste)):
        lijnen = [m for m in lees(van, cast.anke, soort="stap") if m.url]
        assert lijnen[-1].titel == f"Aanmelding {naar_.kenmerk} geopend"
        assert {m.url for m in lijnen} == {naar_.get_absolute_url()}
    assert f'<a href="{neven.get_absolute_url()}">Aanmelding {neven.kenmerk} geopend</a>' in tekst(
        inloggen(cast.anke).get(f"{eerste.get_absolute_url()}?tab=tijdlijn")
    )


def test_its_end_and_its_return_are_told_its_steps_are_not(cast, eerste, neven):
    cimot.eerste_contact(neven, door=cast.bas, op=timezone.now())
    cimot.intrekken(neven, door=cast.bas, op=timezone.now(), reden="Weg.", namens=NAMENS)
    correctie.corrigeren(neven, door=cast.tineke, op=timezone.now(), reden="Toch niet.")
    titels = [m.titel for m in lees(eerste, cast.anke, soort="stap") if m.url]
    kenmerk = f"Aanmelding {neven.kenmerk}"
    assert titels == [f"{kenmerk} weer geopend", f"{kenmerk} gesloten", f"{kenmerk} geopend"]


def test_a_linked_dossier_out_of_view_is_not_named(cast, eerste, neven):
    Dossier.objects.filter(pk=neven.pk).update(regio=cast.enschede)
    assert not [m for m in lees(eerste, cast.anke) if m.url]
