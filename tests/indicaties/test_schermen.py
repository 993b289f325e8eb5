"""What the gate says on the screens of the access, and to whom (Q-13, L-73)."""

from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client as Browser
from django.utils import timezone

from aanbieders.models import Maatregel, Tarief
from cimot import actions
from cimot.processen.aanmelding import Status
from indicaties.poort import GEEN_TARIEF, NIET_TOEGELATEN
from tests.aanbieders import opstelling
from tests.factories import besluit_van, laatste_moment, melding, naar
from tests.kern.scherm import open_, tekst
from tests.wegen import onderdelen_van

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(settings):
    def maak(gebruiker):
        client = Browser()
        client.force_login(gebruiker, backend=settings.AUTHENTICATION_BACKENDS[1])
        return client

    return maak


@pytest.fixture
def wending(cast):
    return opstelling.wending(cast.coen)


@pytest.fixture
def zaak(cast, wending):
    """A besluit in concept with OZL at De Wending."""
    begin = timezone.now() - timedelta(days=16)
    zaak = besluit_van(naar(melding(cast, ontvangen=begin), Status.AANVRAAG_COMPLEET, cast), "toekenning", cast)
    rijen = onderdelen_van(zaak, zaak.status_sinds, aanbieder=wending.organisatie)
    return actions.onderdelen_kiezen(zaak, door=cast.anke, op=laatste_moment(zaak), onderdelen=rijen)


@pytest.mark.eis("X-13", "L-73")
def test_what_must_be_seen_is_seen_up_to_the_approval(cast, zaak, browser):
    for pad in ("", "onderdelen_kiezen/", "besluit_voorleggen/"):
        pagina = tekst(browser(cast.anke).get(f"/aanmelding/{zaak.pk}/{pad}"))
        assert NIET_TOEGELATEN in pagina and GEEN_TARIEF in pagina, pad
    # Who may not read the concept does not read it here either.
    assert GEEN_TARIEF not in tekst(browser(cast.bas).get(f"/aanmelding/{zaak.pk}/"))
    actions.besluit_voorleggen(zaak, door=cast.anke, op=laatste_moment(zaak))
    pagina = tekst(browser(cast.tineke).get(f"/aanmelding/{zaak.pk}/besluit_goedkeuren/"))
    assert NIET_TOEGELATEN in pagina and f"OZL intensief: {GEEN_TARIEF}" in pagina


@pytest.mark.eis("L-73")
def test_the_tarief_of_a_besluit_is_for_who_reads_tarieven(cast, zaak, wending, browser):
    Tarief.objects.create(aanbieder=wending, regio=cast.almelo, soort="ozl_intensief", bedrag="66.25", eenheid="uur",
                          periode=DateRange(date(2026, 1, 1), None))  # fmt: skip
    pad = f"/aanmelding/{zaak.pk}/"
    assert "€ 66,25 per uur" in tekst(browser(cast.tineke).get(pad))
    pagina = tekst(browser(cast.anke).get(pad))
    assert "66,25" not in pagina and GEEN_TARIEF not in pagina and NIET_TOEGELATEN in pagina


@pytest.mark.eis("X-13")
def test_a_measure_is_told_where_it_stops_the_besluit(cast, zaak, wending, browser):
    dossier = opstelling.toelating(cast.coen, wending, cast.almelo)
    Maatregel.objects.create(toelating=dossier, soort="opschorting", reden="Geheime reden.", vanaf=zaak.status_sinds)
    client, pad = browser(cast.anke), f"/aanmelding/{zaak.pk}/"
    for pagina in (tekst(client.get(pad)), tekst(client.get(f"{pad}besluit_voorleggen/"))):
        assert "Er geldt een opschorting" in pagina and "Geheime reden." not in pagina
    assert "elk onderdeel kan bij de gekozen aanbieder" in tekst(client.get(pad))
    # The form says it beside the provider, keeps what was typed, and saves nothing.
    kiezen = f"{pad}onderdelen_kiezen/"
    antwoord = client.post(kiezen, open_(client, kiezen, ozl_motivering="Nieuwe tekst."))
    assert antwoord.status_code == 422 and "opschorting" in antwoord.context["form"].errors["ozl_aanbieder"][0]
    assert "Nieuwe tekst." in tekst(antwoord)
    assert zaak.besluit.onderdelen.get().motivering == "Nodig."
