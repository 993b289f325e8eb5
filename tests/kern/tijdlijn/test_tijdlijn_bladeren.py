"""The pages of a timeline: order, the same number of queries, the period, and addresses that were mangled."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cimot.processen.aanmelding import Status
from kern import tijdlijn
from kern.proces import actions
from kern.tijd import klok
from kern.werk import notities
from tests.factories import melding, moment, naar
from tests.kern.scherm import tekst
from tests.kern.tijdlijnen import document, lees, noteer, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def zaak(cast):
    return naar(melding(cast), Status.ONDERZOEK, cast)


def bladeren(zaak, gebruiker, **venster):
    """Every page after the other, as a reader walks through them."""
    momenten, cursor = [], None
    while True:
        pagina = lees(zaak, gebruiker, cursor=cursor, **venster)
        aantal = venster.get("aantal", tijdlijn.Venster.aantal)
        momenten += pagina[:aantal]
        if len(pagina) <= aantal:
            return momenten
        cursor = tijdlijn.lees_cursor(tijdlijn.schrijf_cursor(pagina[aantal - 1]))


# Order, pages, queries.


def test_pages_show_everything_once_also_at_equal_moments(cast, zaak):
    zelfde = klok.moment(moment("2026-11-10").date())
    for nummer in range(7):
        noteer(zaak, cast.anke, op=zelfde, tekst=f"Noot {nummer}.")
        actions.vastleggen(zaak, "wacht_zetten", door=cast.anke, op=zelfde)
        document(zaak, cast.anke)
    alles = lees(zaak, cast.anke, aantal=1000)
    for aantal in (1, 3, 50):
        assert [m.plaats for m in bladeren(zaak, cast.anke, aantal=aantal)] == [m.plaats for m in alles]
    assert len(alles) == len({m.plaats for m in alles})


def test_the_pages_of_the_screen_follow_each_other_and_keep_the_choice(cast, zaak, inloggen):
    for nummer in range(120):
        noteer(zaak, cast.anke, tekst=f"Noot {nummer:03}.", op=moment("2026-11-10") + timedelta(minutes=nummer // 3))
    client, volgende, gezien = inloggen(cast.anke), url(zaak, "&soort=contact"), []
    while volgende:
        context = client.get(volgende).context
        gezien += [m.tekst for m in context["momenten"]]
        assert [k["label"] for k in context["soorten"] if k["actief"]] == ["Contact"]
        volgende = context["bladeren"]["volgende_url"] and zaak.get_absolute_url() + context["bladeren"]["volgende_url"]
    assert gezien == [f"Noot {nummer:03}." for nummer in reversed(range(120))]


@pytest.mark.parametrize("tab", ["tijdlijn", "contact"])
def test_the_number_of_queries_is_the_same_at_5_and_at_200_rows(cast, zaak, inloggen, tab):
    client, tellingen = inloggen(cast.anke), []
    for aantal in (5, 200):
        for _ in range(aantal):
            rij = noteer(zaak, cast.anke)
            actions.toelichten(zaak, actions.vastleggen(zaak, "wacht_zetten", door=cast.anke, op=timezone.now()), "Reden.")
            document(zaak, cast.anke)
        notities.contact_wijzigen(rij, tekst="Anders.", met="vader", door=cast.anke, op=timezone.now())
        client.get(f"{zaak.get_absolute_url()}?tab={tab}")
        with CaptureQueriesContext(connection) as vragen:
            assert len(client.get(f"{zaak.get_absolute_url()}?tab={tab}").context["momenten"]) >= 5
        tellingen.append(len(vragen))
    assert tellingen[0] == tellingen[1]


# The period, and what was mangled.


def test_a_period_has_both_its_days(cast, zaak, inloggen):
    for dag in ("2026-11-09 23:59", "2026-11-10 00:00", "2026-11-11 23:59", "2026-11-12 00:00"):
        noteer(zaak, cast.anke, op=moment(dag), tekst=dag)
    antwoord = inloggen(cast.anke).get(url(zaak, "&soort=contact&van=10-11-2026&tot=11-11-2026"))
    assert [m.tekst for m in antwoord.context["momenten"]] == ["2026-11-11 23:59", "2026-11-10 00:00"]
    dagen = [m.op.date() for m in lees(zaak, cast.anke, soort="termijn", van=moment("2026-11-03").date())]
    assert dagen
    assert min(dagen) >= moment("2026-11-03").date()


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ("&van=31-02-2026", "31-02-2026 bestaat niet."),
        ("&van=11-11-2026&tot=10-11-2026", "Deze dag ligt vóór de eerste dag."),
        ("&tot=morgen", "Dit is geen datum."),
        ("&van=01-01-0026", "Het jaar 26 klopt niet."),
    ],
)
def test_a_wrong_period_is_a_sentence_beside_the_field(cast, zaak, inloggen, vraag, zin):
    antwoord = inloggen(cast.anke).get(url(zaak, vraag))
    assert antwoord.status_code == 200
    assert zin in tekst(antwoord)
    assert antwoord.context["momenten"] == []


@pytest.mark.parametrize("na", ["x", "W10", "%00", "eyJ9", "WyIyMDI2IDMwIiwgMV0", "9" * 300])
def test_a_mangled_page_is_the_first(cast, zaak, inloggen, na):
    antwoord = inloggen(cast.anke).get(url(zaak, f"&na={na}&soort=onzin"))
    assert [m.plaats for m in antwoord.context["momenten"]] == [m.plaats for m in lees(zaak, cast.anke)]


def test_links_of_the_tabs_leave_the_filters_behind(cast, zaak, inloggen):
    context = inloggen(cast.anke).get(url(zaak, "&soort=stap&van=01-11-2026&lijst=te_doen")).context
    for tab in context["tabs"]:
        assert "soort" not in tab["url"]
        assert "van=" not in tab["url"]
        assert "lijst=te_doen" in tab["url"]
