"""Keyset paging: every row once, whatever the ties, the scopes or the link."""

import base64
import json
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from cimot.models import Vraag
from kern.models import Bezoek, Client, Dossier
from kern.schermen import bladeren
from kern.schermen.bladeren import Volgorde, lees_cursor, per_scope, schrijf_cursor
from kern.toegang.rollen import Rol
from tests.factories import melding, moment, verleen

OPLOPEND, AFLOPEND = Volgorde("Oudste", "op"), Volgorde("Nieuwste", "op", aflopend=True)


def als_cursor(waarde) -> str:
    return base64.urlsafe_b64encode(json.dumps(waarde).encode()).decode().rstrip("=")


def alles(querysets, volgorde, per_pagina):
    """The ids of all pages one after another, as the links of a list give them."""
    gezien, cursor = [], None
    while True:
        rijen = per_scope(querysets, volgorde, cursor, per_pagina + 1)
        gezien += [rij.pk for rij in rijen[:per_pagina]]
        assert len(gezien) < 1000, "the pages have no end"
        if len(rijen) <= per_pagina:
            return gezien
        cursor = lees_cursor(schrijf_cursor(*volgorde.sleutel(rijen[per_pagina - 1])))
        assert cursor


@pytest.fixture
def vragen(cast):
    """Forty questions in two regions on three moments: mostly ties."""
    momenten = [moment("2026-11-02 10:00"), moment("2026-11-02 10:01"), moment("2026-11-09")]
    rijen = [
        Vraag(
            regio=(cast.almelo, cast.enschede)[n % 3 == 0],
            op=momenten[n % 7 % 3],
            kanaal="telefoon",
            melder="zelf",
            tekst=f"{n}",
            door=cast.anke,
        )
        for n in range(40)
    ]
    return Vraag.objects.bulk_create(rijen)


@pytest.mark.parametrize("per_pagina", [1, 7, 39, 40, 100])
@pytest.mark.parametrize("volgorde", [OPLOPEND, AFLOPEND], ids=["oplopend", "aflopend"])
def test_two_regions_are_one_list_in_which_every_row_stands_once(cast, vragen, volgorde, per_pagina):
    scopes = [Vraag.objects.filter(regio=regio) for regio in (cast.enschede, cast.almelo)]
    verwacht = list(Vraag.objects.order_by(*volgorde.order_by).values_list("pk", flat=True))
    assert len(verwacht) == 40
    assert alles(scopes, volgorde, per_pagina) == verwacht


def test_the_reversed_order_is_the_same_list_backwards(cast, vragen):
    scopes = [Vraag.objects.all()]
    assert alles(scopes, OPLOPEND.omgekeerd(), 7) == alles(scopes, OPLOPEND, 7)[::-1]


def test_rows_that_come_and_go_between_two_pages_move_no_other(cast, vragen):
    scopes = [Vraag.objects.all()]
    pagina = per_scope(scopes, OPLOPEND, None, 10)
    cursor = OPLOPEND.sleutel(pagina[-1])
    volgende = [rij.pk for rij in per_scope(scopes, OPLOPEND, cursor, 10)]
    Vraag.objects.filter(pk__in=[rij.pk for rij in pagina]).delete()
    Vraag.objects.create(
        regio=cast.almelo, op=moment("2026-10-01"), kanaal="brief", melder="zelf", tekst="x", door=cast.anke
    )
    assert [rij.pk for rij in per_scope(scopes, OPLOPEND, cursor, 10)] == volgende


@pytest.mark.django_db
def test_names_with_accents_are_merged_in_the_order_of_the_database():
    namen = ["Ápfel", "Apfel", "apfel", "Zahn", "Österreich", "Ñuñez", "van Aa", "李", "O'Brien", "O Brien"] * 3
    Client.objects.bulk_create([Client(achternaam=naam, voornamen=str(n % 2)) for n, naam in enumerate(namen)])
    volgorde = Volgorde("Naam", "sorteernaam")
    even = [Client.objects.filter(voornamen="0"), Client.objects.filter(voornamen="1")]
    verwacht = list(Client.objects.order_by("sorteernaam", "id").values_list("pk", flat=True))
    assert alles(even, volgorde, 4) == verwacht


def test_no_scope_is_an_empty_list():
    assert per_scope([], OPLOPEND, None, 25) == []


# Cursors.


def test_a_cursor_comes_back_as_it_went():
    nu = timezone.now()
    assert lees_cursor(schrijf_cursor(nu, 7)) == (nu.isoformat(), 7)
    assert lees_cursor(schrijf_cursor("wit, petra 李", 2**62)) == ("wit, petra 李", 2**62)


VERMINKT = {
    "letters": "x",
    "no base64": "a%b",
    "accents": "é",
    "nothing": "",
    "no list": als_cursor("tekst"),
    "too short": als_cursor(["a"]),
    "too long": als_cursor(["a", 1, 2]),
    "a number for a value": als_cursor([1, 1]),
    "nothing for a value": als_cursor([None, 1]),
    "a text for an id": als_cursor(["a", "1"]),
    "a fraction": als_cursor(["a", 1.5]),
    "id zero": als_cursor(["a", 0]),
    "id below": als_cursor(["a", -1]),
    "id too large": als_cursor(["a", 2**63]),
    "a NUL": als_cursor(["a\x00", 1]),
    "half a character": als_cursor(["\ud800", 1]),
    "no JSON": base64.urlsafe_b64encode(b"{[").decode(),
    "endless": base64.urlsafe_b64encode(b"[" * 3000).decode(),
    "no UTF-8": base64.urlsafe_b64encode(b"\xff\xfe").decode(),
}


@pytest.mark.parametrize("tekst", VERMINKT.values(), ids=VERMINKT)
def test_a_mangled_cursor_is_none(tekst):
    assert lees_cursor(tekst) is None


@given(st.text(max_size=60))
def test_whatever_stands_in_the_link_is_a_cursor_or_none(tekst):
    cursor = lees_cursor(tekst)
    assert cursor is None or (isinstance(cursor[0], str) and 0 < cursor[1] < 2**63)


LEESBAAR_MAAR_FOUT = {
    "31 February": als_cursor(["2026-02-31", 1]),
    "month 13": als_cursor(["2026-13-01", 1]),
    "no zone": als_cursor(["2026-11-02T10:00:00", 1]),
    "year 0": als_cursor(["0000-00-00", 1]),
    "text": als_cursor(["tekst", 1]),
}


@pytest.mark.parametrize("na", [*VERMINKT.values(), *LEESBAAR_MAAR_FOUT.values()], ids=[*VERMINKT, *LEESBAAR_MAAR_FOUT])
def test_a_mangled_link_shows_the_first_page_of_every_list(cast, inloggen, na):
    melding(cast)
    Vraag.objects.create(
        regio=cast.almelo, op=timezone.now(), kanaal="brief", melder="zelf", tekst="Hoe laat?", door=cast.bas
    )
    client = inloggen(cast.bas)
    # A text is a good cursor for a list by name, of which every row may come before it.
    namen = () if na in LEESBAAR_MAAR_FOUT.values() else ("/client/", "/aanmelding/?volgorde=sorteernaam")
    for pad in ("/?kring=team", "/aanmelding/", "/aanmelding/?volgorde=geopend_op", "/vraag/", *namen):
        antwoord = client.get(f"{pad}{'&' if '?' in pad else '?'}{urlencode({'na': na})}")
        assert antwoord.status_code == 200
        assert "Hoe laat?" in antwoord.content.decode() or "Wit" in antwoord.content.decode(), pad


@pytest.mark.parametrize("na", LEESBAAR_MAAR_FOUT.values(), ids=LEESBAAR_MAAR_FOUT)
def test_no_cursor_breaks_a_list_by_name(cast, inloggen, na):
    melding(cast)
    client = inloggen(cast.bas)
    for pad in ("/client/", "/mijn-zaken/"):
        assert client.get(pad, {"na": na}).status_code == 200
    assert client.get("/aanmelding/", {"na": na, "volgorde": "sorteernaam"}).status_code == 200


def test_a_user_of_two_regions_pages_through_both(cast, inloggen):
    verleen(cast.bas, Rol.FRONTOFFICE, regio=cast.enschede)
    for n in range(26):
        melding(cast, naam=f"Naam{n % 2}, {n}", regio=(cast.almelo, cast.enschede)[n % 2])
    client = inloggen(cast.bas)
    eerste = client.get("/aanmelding/")
    tweede = client.get(f"/aanmelding/{eerste.context['volgende_url']}")
    kenmerken = [rij["dossier"].kenmerk for antwoord in (eerste, tweede) for rij in antwoord.context["rijen"]]
    assert (len(kenmerken), len(set(kenmerken))) == (26, 26)
    assert tweede.context["volgende_url"] is None


def test_the_next_page_of_ones_own_cases_keeps_the_label(cast, inloggen):
    """And a mangled label shows nothing, not an error."""
    zaken = [melding(cast, naam=f"N, {n:03}") for n in range(102)]
    Dossier.objects.update(behandelaar=cast.anke)
    Bezoek.objects.bulk_create(
        [Bezoek(gebruiker=cast.anke, dossier=z, op=timezone.now(), label="bel & vraag") for z in zaken[:101]]
    )
    client = inloggen(cast.anke)
    eerste = client.get("/mijn-zaken/", {"label": "bel & vraag"})
    tweede = client.get(f"/mijn-zaken/{eerste.context['volgende_url']}")
    assert (len(eerste.context["rijen"]), len(tweede.context["rijen"])) == (100, 1)
    assert client.get("/mijn-zaken/", {"label": "\x00", "na": "\x00"}).status_code == 200


# Counts.


@pytest.mark.django_db
def test_a_count_stops_one_past_the_limit():
    Client.objects.bulk_create([Client(achternaam=f"N{n}") for n in range(12)])
    assert [bladeren.begrensd(Client.objects.all(), hoogstens=n) for n in (5, 11, 12, 13)] == [6, 12, 12, 12]
    assert bladeren.begrensd(Client.objects.none()) == 0


@pytest.mark.parametrize(("aantal", "tekst"), [(0, "0"), (999, "999"), (1000, "1000"), (1001, "meer dan 1.000")])
def test_a_count_past_the_limit_is_said_in_words(aantal, tekst):
    assert bladeren.aantal_tekst(aantal) == tekst
