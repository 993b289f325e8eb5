"""What happens around every request: idle end, no caching, a strict policy, and a reference on what went wrong."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from kern.models import Concept, Gebruiker
from kern.toegang.rollen import ZONDER_INLOG, Rol
from kern.werk.views.werkvoorraad import Werkvoorraad
from tests.factories import GebruikerFactory, melding

pytestmark = pytest.mark.django_db
PAGINA = "/termijnen/berekenen/"
# domein.md 4.6 asks for an idle end that can be set; typed by hand.
RUST = {
    **dict.fromkeys(["frontoffice", "casemanager", "teamleider", "woonmedewerker", "contractmanager"], 60),
    **dict.fromkeys(["administratie", "regiogemeente", "regiogemeente_indicerend", "bemoeizorger"], 30),
    **dict.fromkeys(["bezwaarbehandelaar", "beleidsadviseur"], 30),
    **dict.fromkeys(["zorgaanbieder", "opvangaanbieder", "corporatie", "functioneel_beheerder"], 15),
    **dict.fromkeys(["toezicht_kwaliteit", "toezicht_calamiteiten", "privacy_officer", "archief"], 15),
}


def stil(client, minuten, seconden=0):
    """As if the last request of this session was so long ago."""
    sessie = client.session
    sessie["laatst"] = int(timezone.now().timestamp()) - minuten * 60 - seconden
    sessie.save()


@pytest.fixture
def per_rol(cast):
    return cast.per_rol()


def test_every_role_has_its_idle_end(per_rol, inloggen):
    assert set(RUST) == {rol.value for rol in per_rol} == {rol.value for rol in Rol if rol not in ZONDER_INLOG}
    for rol, gebruiker in per_rol.items():
        client = inloggen(gebruiker)
        client.get(PAGINA)
        stil(client, RUST[rol], seconden=-10)
        assert client.get(PAGINA).status_code == 200, rol
        stil(client, RUST[rol], seconden=2)
        antwoord = client.get(PAGINA)
        assert (antwoord.status_code, antwoord["Location"]) == (302, f"/inloggen/?next={PAGINA}"), rol


def test_who_has_no_role_has_the_shortest_idle_end(db, inloggen):
    client = inloggen(GebruikerFactory())
    client.get("/rol/")
    stil(client, 15, seconden=2)
    assert client.get("/rol/").status_code == 302


def test_the_login_page_says_why_and_the_session_is_gone(cast, inloggen):
    client = inloggen(cast.anke)
    client.get(PAGINA)
    stil(client, 61)
    antwoord = client.get(PAGINA, follow=True)
    assert antwoord.status_code == 200
    assert "U was een tijd niet actief. Log opnieuw in; wat u typte is bewaard." in antwoord.content.decode()
    assert "_auth_user_id" not in client.session
    assert client.get(PAGINA).status_code == 302


def test_work_goes_on_while_somebody_works(cast, inloggen):
    client = inloggen(cast.anke)
    client.get(PAGINA)
    for _ in range(3):
        stil(client, 59)
        assert client.get(PAGINA).status_code == 200
    assert timezone.now().timestamp() - client.session["laatst"] < 5


def test_what_was_typed_before_an_idle_end_waits_as_a_draft(cast, inloggen):
    client = inloggen(cast.bas)
    pad = "/aanmelding/nieuw/"
    van = client.get(pad).context["van"]
    stil(client, 61)
    antwoord = client.post(pad, {"naam": "Jansen", "_van": van, "bsn": "999990019"})
    assert antwoord["Location"].startswith("/inloggen/")
    concept = Concept.objects.get()
    assert (concept.gebruiker, concept.sleutel, concept.velden) == (cast.bas, pad, {"naam": ["Jansen"]})


def test_who_may_no_longer_log_in_is_out_at_once(cast, inloggen):
    client = inloggen(cast.anke)
    assert client.get(PAGINA).status_code == 200
    Gebruiker.objects.filter(pk=cast.anke.pk).update(is_active=False)
    assert client.get(PAGINA).status_code == 302


# Never cached.


@pytest.mark.eis("L-73")
def test_no_page_behind_the_login_is_kept_by_anybody(cast, inloggen):
    dossier = melding(cast)
    client = inloggen(cast.anke)
    paden = ["/", PAGINA, "/aanmelding/", f"/aanmelding/{dossier.pk}/", "/aanmelding/?export=csv", "/inzage/"]
    statussen = set()
    for pad in [*paden, f"/aanmelding/{dossier.pk + 1}/", "/zoeken/?q=Wit", "/bestaat-niet/"]:
        antwoord = client.get(pad)
        statussen.add(antwoord.status_code)
        assert {"no-store", "private", "max-age=0"} <= set(antwoord["Cache-Control"].split(", ")), pad
    assert statussen == {200, 403, 404}
    client.logout()
    assert "no-store" in client.get("/inloggen/")["Cache-Control"]


# The policy.


def test_the_policy_is_strict_on_every_kind_of_page(cast, inloggen, client):
    paden = ["/inloggen/", "/bestaat-niet/", "/gezondheid/levend/"]
    antwoorden = [client.get(pad) for pad in paden]
    dossier = melding(cast)
    client = inloggen(cast.anke)
    antwoorden += [client.get(pad) for pad in ("/", f"/aanmelding/{dossier.pk}/", "/inzage/", "/aanmelding/nieuw/")]
    for antwoord in antwoorden:
        beleid = antwoord["Content-Security-Policy"]
        assert "unsafe-" not in beleid
        assert not re.search(r"https?:|\*|//", beleid)
        delen = {deel.split()[0]: deel.split()[1:] for deel in beleid.split(";")}
        assert delen["default-src"] == delen["frame-ancestors"] == delen["base-uri"] == ["'none'"]
        assert delen["script-src"] == delen["style-src"] == delen["form-action"] == delen["connect-src"] == ["'self'"]
        assert antwoord["X-Content-Type-Options"] == "nosniff"
        assert antwoord["Referrer-Policy"] == "same-origin"


# The reference.


def referentie(antwoord):
    code = antwoord["X-Referentie"]
    assert re.fullmatch(r"[0-9A-F]{8}", code)
    return code


def test_an_error_page_shows_the_reference_that_the_log_has(cast, inloggen, monkeypatch):
    client = inloggen(cast.anke)
    client.raise_request_exception = False
    gezien = set()
    for pad, status in (("/inzage/", 403), ("/aanmelding/999999/", 404), ("/bestaat-niet/", 404)):
        antwoord = client.get(pad)
        assert antwoord.status_code == status
        assert referentie(antwoord) in antwoord.content.decode()
        gezien.add(referentie(antwoord))

    def kapot(self, request):
        raise RuntimeError("kanarie")

    monkeypatch.setattr(Werkvoorraad, "get", kapot)
    antwoord = client.get("/")
    assert antwoord.status_code == 500
    assert referentie(antwoord) in antwoord.content.decode()
    assert "kanarie" not in antwoord.content.decode()
    assert len({*gezien, referentie(antwoord)}) == 4


def test_a_session_is_written_once_a_minute_and_not_on_every_page(cast, inloggen):
    client = inloggen(cast.anke)
    client.get(PAGINA)
    eerst = client.session["laatst"]
    sessie = client.session
    sessie["laatst"] = eerst - int(timedelta(seconds=30).total_seconds())
    sessie.save()
    client.get(PAGINA)
    assert client.session["laatst"] == eerst - 30
