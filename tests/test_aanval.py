"""What an attacker or a curious colleague tries, over HTTP: each of these was possible once."""

from io import BytesIO
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.urls import reverse

from cimot import actions
from cimot.models import Aanmelding, Gesprek
from cimot.processen.aanmelding import Status
from config.lokaal import postgres
from config.wsgi import application
from kern.models import Adres, Client, Concept, Gebruiker, Gemeente, RegioInstelling
from kern.personen import clienten
from kern.proces.weigering import Weigering
from kern.schermen import bladeren
from kern.toegang import concepten
from tests.factories import WACHTWOORD, melding, moment, naar

pytestmark = pytest.mark.django_db
BSN = "999990007"
PARTJE = '--B\r\nContent-Disposition: form-data; name="wie"\r\n\r\n+2AA-\\ud800\r\n--B--\r\n'  # half a character


def tekst(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


# What a request claims about itself.


def stuur(pad, soort, inhoud=b"", vraag="") -> tuple[str, dict]:
    """A request as the web server hands it over, before Django looks at it."""
    antwoord = {}
    omgeving = {
        "REQUEST_METHOD": "POST" if inhoud else "GET",
        "PATH_INFO": pad,
        "QUERY_STRING": vraag,
        "CONTENT_TYPE": soort,
        "CONTENT_LENGTH": str(len(inhoud)),
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(inhoud),
    }
    b"".join(application(omgeving, lambda status, koppen, *_: antwoord.update({"status": status, **dict(koppen)})))
    return antwoord["status"][:3], antwoord


@pytest.mark.parametrize(
    "naam", ["hex", "rot13", "idna", "undefined", "utf-7", "unicode_escape", "latin-1", '"a;charset=hex"']
)
def test_another_character_set_breaks_no_page(naam):
    status, koppen = stuur("/inloggen/", f"text/plain; CharSet = {naam}", vraag="next=%5Cud800")
    assert (status, "Content-Security-Policy" in koppen) == ("200", True)
    # Without a token: the refusal itself reads the form.
    assert stuur("/inloggen/", f"multipart/form-data; charset={naam}; boundary=B", PARTJE.encode())[0] == "403"
    assert stuur("/inloggen/", f"application/x-www-form-urlencoded; charset*=utf-8''{naam}", b"wie=%80")[0] == "403"


def test_a_cursor_far_from_utc_shows_the_first_page(cast, inloggen):
    actions.vraag_vastleggen(
        door=cast.bas, op=moment("2026-11-02"), regio=cast.almelo, kanaal="telefoon", melder="client", tekst="Hoe laat?"
    )
    client = inloggen(cast.bas)
    for op in ("2026-01-01T00:00:00+23:59", "2026-01-01T00:00:00+01:00:00.5"):
        antwoord = client.get("/vraag/", {"na": bladeren.schrijf_cursor(op, 1)})
        assert antwoord.status_code == 200
        assert "Hoe laat?" in tekst(antwoord)


@pytest.mark.eis("L-39")
def test_the_administration_gives_no_hash_away(cast, inloggen):
    """`?password__startswith=` would answer letter by letter; a NUL would break the list."""
    client = inloggen(cast.frida)
    RegioInstelling.objects.create(
        regio=cast.almelo, sleutel="bw.aanmelden_voor_18", waarde=3, geldig_vanaf="2026-01-01", reden="x"
    )
    gebruikers, regels = reverse("admin:kern_gebruiker_changelist"), reverse("admin:kern_regioinstelling_changelist")
    for pad, vraag in (
        (gebruikers, {"password__startswith": "a"}),
        (gebruikers, {"password__regex": "."}),
        (regels, {"sleutel__exact": "\x00"}),
        (regels, {"sleutel": "\x00"}),
        (reverse("admin:kern_gemeente_changelist"), {"soort__exact": "\x00"}),
    ):
        assert client.get(pad, vraag).status_code == 400, vraag
    assert client.get(regels, {"sleutel": "bw.aanmelden_voor_18"}).status_code == 200
    assert client.get(gebruikers, {"is_active__exact": "1"}).status_code == 200


# Who somebody says he is.


def test_a_name_has_one_spelling_and_so_one_counter(cast, client):
    """ "ı" is an I in capitals: each way to write a name would give five more passwords to try."""
    tineke = Gebruiker.objects.get(gebruikersnaam="tineke")
    tineke.set_password(WACHTWOORD)
    tineke.save()
    for naam in ("tıneke", "tİneke"):
        antwoord = client.post(reverse("inloggen"), {"username": naam, "password": WACHTWOORD})
        assert antwoord.status_code == 200
        assert "_auth_user_id" not in client.session
    assert client.post(reverse("inloggen"), {"username": "TINEKE", "password": WACHTWOORD}).status_code == 302


# Drafts.


def test_no_password_becomes_a_draft_and_names_of_fields_count(cast):
    velden = {"old_password": ["geheim"], "new_password1": ["geheim"], "bsn": [BSN]}
    assert concepten.bewaar(cast.anke.pk, "/x/", _post(velden)) is None
    assert concepten.bewaar(cast.anke.pk, "/x/", _post({"n" * 1000 + str(n): ["1"] for n in range(300)})) is None
    assert not Concept.objects.exists()


def _post(velden):
    return QueryDict(urlencode(velden, doseq=True))


# What leaks.


@pytest.mark.eis("L-72")
def test_the_log_of_the_database_repeats_no_refused_row(cast):
    """The driver puts values into the statement, and a refusal names the whole row."""
    with connection.cursor() as cursor:
        for naam, waarde in postgres.DISCREET.items():
            cursor.execute("SELECT current_setting(%s)", [naam])
            assert cursor.fetchone() == (waarde,)
            assert f"-c {naam}={waarde}" in (settings.BASE_DIR / "docker-compose.yml").read_text()


@pytest.mark.eis("L-72")
def test_a_bsn_is_no_name(cast, inloggen):
    """Names stand in the clear in lists and in the history."""
    for naam in (BSN, f"Wit {BSN[:4]} {BSN[4:]}, Petra"):
        with pytest.raises(Weigering) as fout:
            melding(cast, naam=naam)
        assert fout.value.veld == "naam"
    assert not Client.objects.exists()
    client = melding(cast).client
    for veld in ("voornamen", "roepnaam", "achternaam"):
        gegevens = {"achternaam": "Wit", veld: BSN, "_eenmalig": uuid4()}
        antwoord = inloggen(cast.bas).post(reverse("client_wijzigen", args=[client.pk]), gegevens)
        assert antwoord.status_code == 422
        assert "kan zijn. Vul alleen de naam in." in tekst(antwoord)


@pytest.mark.eis("L-72")
def test_what_is_typed_about_a_person_goes_into_no_address(cast, inloggen):
    melding(cast, naam="Wit, Petra de")
    client = inloggen(cast.bas)
    assert f'hx-post="{reverse("client_lijkt_op")}"' in tekst(client.get(reverse("aanmelding_nieuw")))
    getypt = {"naam": "Wit, Petra de", "geboren": "03-03-2007"}
    assert "Petra de Wit" in tekst(client.post(reverse("client_lijkt_op"), getypt))


@pytest.fixture
def geheim(cast):
    """A case of Karim, of somebody whose place is secret."""
    dossier = naar(melding(cast), Status.ONDERZOEK, cast, casemanager=cast.karim)
    clienten.wijzigen(dossier.client, door=cast.karim, is_geheim=True, woongemeente=Gemeente.objects.get(naam="Losser"))
    clienten.adres_toevoegen(
        dossier.client, door=cast.karim, vanaf=moment("2026-11-03").date(), soort=Adres.Soort.VERBLIJF,
        straat="Schuilweg", huisnummer="1", plaats="Losser",
    )  # fmt: skip
    return dossier


def test_where_somebody_hides_is_for_who_does_the_work(cast, inloggen, geheim):
    paden = [geheim.get_absolute_url(), geheim.client.get_absolute_url(), "/client/", "/zoeken/?q=Petra", "/aanmelding/"]
    for gebruiker in (cast.anke, cast.bas, cast.tineke):
        for pad in paden:
            antwoord = inloggen(gebruiker).get(pad)
            assert antwoord.status_code == 200, (gebruiker, pad)
            assert "Losser" not in tekst(antwoord), (gebruiker, pad)
            assert "Schuilweg" not in tekst(antwoord), (gebruiker, pad)
    for pad in paden[:2]:
        assert "Losser" in tekst(inloggen(cast.karim).get(pad))


def test_an_appointment_is_for_who_speaks_with_the_client(cast, inloggen, geheim):
    actions.gesprek_plannen(
        geheim, door=cast.karim, op=moment("2026-11-10"), wanneer=moment("2026-12-01"), minuten=60, plaats="Thuis",
        aanwezigen="Petra",
    )  # fmt: skip
    url = reverse("gesprek_agenda", args=[Gesprek.objects.get().pk])
    wie = {cast.karim: 200, cast.anke: 403, cast.bas: 403, cast.els: 404}
    assert {gebruiker: inloggen(gebruiker).get(url).status_code for gebruiker in wie} == wie


@pytest.mark.eis("R-AAN-03")
def test_the_refusal_of_a_second_aanmelding_names_nothing_out_of_view(cast, inloggen):
    """A closed case here, a running one in the other region."""
    hier = melding(cast)
    persoon = Client.objects.get(pk=hier.client_id)
    actions.intrekken(hier, door=cast.anke, op=moment("2026-11-03"), reden="x", namens={"wie": "client", "kanaal": "brief"})
    daar = melding(cast, client=persoon, door=cast.els, regio=cast.enschede)
    with pytest.raises(Weigering) as fout:
        melding(cast, client=persoon)
    assert daar.kenmerk not in fout.value.zin
    assert "lopende aanmelding buiten uw regio" in fout.value.zin
    with pytest.raises(Weigering, match=daar.kenmerk):
        melding(cast, client=persoon, door=cast.els, regio=cast.enschede)
    assert Aanmelding.objects.count() == 2
