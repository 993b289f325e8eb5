"""The catalogue and the tarieven as a browser uses them: who sees an amount, what is refused beside which field."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from aanbieders.models import Maximumtarief, Product, Tarief
from tests.aanbieders import opstelling
from tests.kern.scherm import open_, tekst

pytestmark = pytest.mark.django_db
VERBLIJF = {"soort": "verblijf", "eenheid": "etmaal"}


@pytest.fixture
def zorghuis(cast):
    return opstelling.aanbieder()


def doe(client, pad, /, **getypt):
    return client.post(pad, open_(client, pad, **getypt))


@pytest.mark.eis("R-IND-26", "L-73")
def test_the_catalogue_shows_amounts_only_to_who_may_read_them(cast, inloggen):
    Maximumtarief.objects.create(
        regio=cast.almelo, soort="verblijf", eenheid="etmaal", bedrag="52.10", periode=DateRange(date(2026, 1, 1), None)
    )
    pagina = tekst(inloggen(cast.anke).get("/product/"))
    assert "OZL intensief" in pagina and "Regio Almelo" in pagina
    assert "BW modulair" not in pagina and "52,10" not in pagina and "maximum" not in pagina.lower()
    pagina = tekst(inloggen(cast.coen).get("/product/"))
    assert "€ 52,10 per etmaal" in pagina and "Nog geen maximum bekend: Compensatie huurlasten en –risico." in pagina
    assert inloggen(cast.bas).get("/product/").status_code == 403


@pytest.mark.eis("R-IND-26")
def test_a_new_version_begins_as_the_old_one_reads(cast, inloggen):
    oud = Product.objects.get(regio=cast.almelo, soort="omd")
    client, pad = inloggen(cast.coen), f"/product/nieuw/?van={oud.pk}"
    dag = timezone.localdate().replace(day=1, month=1, year=timezone.localdate().year + 1)
    antwoord = doe(client, pad, naam="OMD nieuw", vanaf=f"{dag:%d-%m-%Y}")
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    oud.refresh_from_db()
    nieuw = Product.objects.exclude(pk=oud.pk).get(regio=cast.almelo, soort="omd")
    assert (oud.periode.bereik.upper, nieuw.periode.bereik.lower, nieuw.naam, nieuw.omschrijving) == (
        dag,
        dag,
        "OMD nieuw",
        oud.omschrijving,
    )
    assert "Eerder of later geldig (1)" in tekst(client.get("/product/"))
    weer = doe(client, pad, vanaf=f"{dag:%d-%m-%Y}")
    assert weer.status_code == 422 and "Kies een latere dag" in weer.context["form"].errors["vanaf"][0]
    # A version of another region tells nothing.
    vreemd = Product.objects.get(regio=cast.enschede, soort="modulair")
    assert vreemd.omschrijving not in tekst(client.get(f"/product/nieuw/?van={vreemd.pk}"))
    assert client.get("/product/nieuw/?van=x").status_code == 200


@pytest.mark.eis("R-IND-17", "R-FIN-11")
def test_a_tarief_is_typed_with_a_comma_and_what_is_wrong_stands_beside_it(cast, inloggen, zorghuis):
    client, pad = inloggen(cast.coen), f"/aanbieder/{zorghuis.pk}/tarief/nieuw/"
    assert doe(client, "/product/maximum/", **VERBLIJF, bedrag="60", vanaf="01-01-2027").status_code == 302
    for getypt, veld, zin in (
        ({"bedrag": "zestig"}, "bedrag", "Vul een bedrag in"),
        ({"bedrag": "60,01"}, "bedrag", "is het maximum € 60,00 per etmaal"),
        ({"bedrag": "50", "tot": "31-12-2026"}, "tot", "vóór de begindatum"),
        ({"bedrag": "50", "eenheid": "maand"}, "eenheid", "Kies dezelfde eenheid"),
        ({"bedrag": "50", "vanaf": "01-01-2014"}, "soort", "niet in de catalogus"),
    ):
        antwoord = doe(client, pad, **{**VERBLIJF, "vanaf": "01-01-2027", **getypt})
        assert antwoord.status_code == 422 and zin in antwoord.context["form"].errors[veld][0], (getypt, veld)
        assert f'value="{getypt["bedrag"]}"' in tekst(antwoord)
    assert not Tarief.objects.exists()
    assert doe(client, pad, **VERBLIJF, vanaf="01-01-2027", bedrag="1.0,5").status_code == 422
    assert doe(client, pad, **VERBLIJF, vanaf="01-01-2027", bedrag="59,5").status_code == 302
    [rij] = Tarief.objects.all()
    assert rij.bedrag == Decimal("59.50")
    pagina = tekst(client.get(f"/aanbieder/{zorghuis.pk}/tarief/"))
    assert "€ 59,50 per etmaal" in pagina and "vanaf vr 1 jan 2027" in pagina and "Nog geen tarief bekend" in pagina
    assert doe(client, f"/tarief/{rij.pk}/wijzigen/", tot="31-12-2027").status_code == 302
    rij.refresh_from_db()
    assert rij.periode.bereik.upper == date(2028, 1, 1)
    te_laag = doe(client, "/product/maximum/", **VERBLIJF, bedrag="59,49", vanaf="01-06-2027")
    assert te_laag.status_code == 422 and "Er is 1 tarief" in te_laag.context["form"].errors["bedrag"][0]
    overlap = doe(client, pad, **VERBLIJF, vanaf="01-12-2027", bedrag="59,5")
    assert "van vr 1 jan 2027 tot en met vr 31 dec 2027" in overlap.context["form"].errors["vanaf"][0]


@pytest.mark.eis("L-73")
def test_another_region_is_not_there(cast, inloggen, zorghuis):
    rij = Tarief.objects.create(aanbieder=zorghuis, regio=cast.enschede, soort="modulair", bedrag="77.77",
                                eenheid="etmaal", periode=DateRange(date(2026, 1, 1), None))  # fmt: skip
    client = inloggen(cast.coen)
    assert client.get(f"/tarief/{rij.pk}/wijzigen/").status_code == 404
    assert "77,77" not in tekst(client.get(f"/aanbieder/{zorghuis.pk}/tarief/"))
    assert "77,77" in tekst(inloggen(cast.ruben).get(f"/aanbieder/{zorghuis.pk}/tarief/"))
    assert inloggen(cast.anke).get(f"/aanbieder/{zorghuis.pk}/tarief/").status_code == 403


def test_the_number_of_queries_does_not_grow(cast, inloggen, zorghuis):
    client = inloggen(cast.coen)

    def tel(pad):
        client.get(pad)
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(pad).status_code == 200
        return len(vragen)

    paden = ("/product/", f"/aanbieder/{zorghuis.pk}/tarief/")
    voor = [tel(pad) for pad in paden]
    for jaar in range(2016, 2026):
        periode = DateRange(date(jaar, 1, 1), date(jaar + 1, 1, 1))
        Tarief.objects.create(aanbieder=zorghuis, regio=cast.almelo, soort="omd", bedrag="1", eenheid="uur", periode=periode)
        Maximumtarief.objects.create(regio=cast.almelo, soort="verblijf", bedrag="1", eenheid="uur", periode=periode)
    assert [tel(pad) for pad in paden] == voor
