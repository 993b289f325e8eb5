"""Pages of providers ask the database the same number of questions with one provider as with a dozen."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aanbieders.actions import gesprek
from aanbieders.processen.toelating import Status
from tests import aanbiederwereld, factories


def _urls(toelating, rijen):
    detail = toelating.get_absolute_url()
    yield from (detail, *(f"{detail}?tab={tab}" for tab in ("contact", "tijdlijn", "documenten")))
    yield from (reverse(naam) for naam in ("toelating_lijst", "aanbieder_lijst", "product_lijst", "dagpost", "werkvoorraad"))
    yield f"{reverse('werkvoorraad')}?kring=team"
    yield f"{reverse('zoeken')}?q=Aanbieder"
    yield f"{reverse('toelating_lijst')}?zoek=Aanbieder"
    for naam in ("aanbieder_detail", "aanbieder_cijfer", "locatie_detail", "tarief_lijst", "tarief_nieuw"):
        yield reverse(naam, args=aanbiederwereld.argumenten(naam, rijen))
    for actie in ("contract_vastleggen", "gesprek_plannen", "einde_voorbereiden", "afspraak_afronden", "verscherpen"):
        yield reverse(f"toelating_{actie}", args=[toelating.pk])


def _tel(client, urls):
    tellingen = {}
    for url in urls:
        client.get(url)
        ContentType.objects.clear_cache()
        with CaptureQueriesContext(connection) as vragen:
            antwoord = client.get(url)
        if antwoord.status_code == 200:
            tellingen[url] = len(vragen)
    return tellingen


def _meer(cast, toelating, rijen):
    """Eleven more providers, and on the first one more of everything that stands on its page."""
    for nummer in range(11):
        ander = factories.toelating(cast, Status.ACTIEF, aanbieder=f"Aanbieder {nummer}")
        aanbiederwereld.rijen(cast, ander)
        aanbiederwereld.rijen(cast, factories.toelating(cast, aanbieder=ander.organisatie, regio=cast.enschede))
    op = factories.laatste_moment(toelating)
    for nummer in range(8):
        aanbiederwereld.locatie_erbij(cast, rijen, f"Huis {nummer}")
        gesprek.afspraak_maken(toelating, door=cast.coen, op=op, tekst=f"{nummer}", wie="cimot", uiterlijk=op.date())


@pytest.mark.langzaam("every list, short and long")
@pytest.mark.parametrize("wie", ["coen", "fien", "tess", "tineke", "anke"])
def test_the_number_of_queries_does_not_grow(cast, client, wie):
    toelating = factories.toelating(cast, Status.ACTIEF, aanbieder="Aanbieder eerste")
    rijen, op = aanbiederwereld.rijen(cast, toelating), factories.laatste_moment(toelating)
    gesprek.afspraak_maken(toelating, door=cast.coen, op=op, tekst="x", wie="cimot", uiterlijk=op.date())
    client.force_login(getattr(cast, wie), backend="kern.toegang.backends.RolBackend")
    urls = list(_urls(toelating, rijen))
    voor = _tel(client, urls)
    _meer(cast, toelating, rijen)
    na = _tel(client, urls)
    assert {url: (voor[url], aantal) for url, aantal in na.items() if voor[url] != aantal} == {}
    assert max(na.values()) < 45
