"""Reference data: complete, harmless to repeat, and never in the way of an administrator."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.backends.postgresql.psycopg_any import DateRange

from cimot.models import Criterium, Verordening
from kern.models import GelijkgesteldeDag, Gemeente, Organisatie, Regio
from sturing import referentie

pytestmark = pytest.mark.django_db

# Typed from domein.md T-GEM.
ALMELO = {
    "Almelo": "0141",
    "Hellendoorn": "0163",
    "Rijssen-Holten": "1742",
    "Tubbergen": "0183",
    "Twenterand": "1700",
    "Wierden": "0189",
}
ENSCHEDE = {
    "Borne": "0147",
    "Dinkelland": "1774",
    "Enschede": "0153",
    "Haaksbergen": "0158",
    "Hengelo": "0164",
    "Hof van Twente": "1735",
    "Losser": "0168",
    "Oldenzaal": "0173",
}


@pytest.fixture(autouse=True)
def geladen():
    return referentie.laad()


@pytest.mark.parametrize(("regio", "gemeenten"), [("almelo", ALMELO), ("enschede", ENSCHEDE)])
@pytest.mark.eis("R-ORG-02", "R-ORG-03", "T-GEM")
def test_gemeenten_van_een_regio(regio, gemeenten):
    gevonden = Gemeente.objects.filter(regio__code=regio, soort="twente").values_list("naam", "cbs_code")
    assert dict(gevonden) == gemeenten
    assert Gemeente.objects.get(regio__code=regio, is_centrum=True).naam.lower() == regio


def test_buiten_en_onbekend_horen_bij_geen_regio():
    rest = Gemeente.objects.exclude(soort="twente").order_by("soort")
    assert [(g.naam, g.soort, g.regio_id, g.cbs_code) for g in rest] == [
        ("Buiten de regio", "buiten", None, ""),
        ("Onbekend", "onbekend", None, ""),
    ]


def test_tweede_keer_verandert_niets(geladen):
    assert sum(geladen.values()) > 50
    assert sum(referentie.laad().values()) == 0


def test_wat_een_beheerder_wijzigde_blijft():
    Regio.objects.filter(code="almelo").update(telefoon="0546-111111")
    Gemeente.objects.filter(cbs_code="0141").update(naam="Almelo-Stad")
    Organisatie.objects.filter(naam="Tactus").update(naam="Tactus Verslavingszorg")
    GelijkgesteldeDag.objects.filter(datum=date(2027, 5, 7)).update(datum=date(2027, 5, 10))
    beeindigd = DateRange(date(2015, 1, 1), date(2026, 1, 1), "[)")
    Criterium.objects.filter(regio__code="almelo", code="onuitstelbaar").update(periode=beeindigd)

    assert sum(referentie.laad().values()) == 0

    assert Regio.objects.get(code="almelo").telefoon == "0546-111111"
    assert Gemeente.objects.get(cbs_code="0141").naam == "Almelo-Stad"
    assert not Organisatie.objects.filter(naam="Tactus").exists()
    assert not GelijkgesteldeDag.objects.filter(datum=date(2027, 5, 7)).exists()
    assert Criterium.objects.get(regio__code="almelo", onderwerp="bw", code="onuitstelbaar").periode == beeindigd


def test_wat_ontbreekt_wordt_gemaakt():
    GelijkgesteldeDag.objects.filter(datum=date(2027, 5, 7)).delete()
    Criterium.objects.filter(regio__code="enschede", code="geen-reclassering").delete()
    nieuw = referentie.laad()
    # The day existed before, so somebody took it away on purpose; questions have no history.
    assert {soort: aantal for soort, aantal in nieuw.items() if aantal} == {"criterium": 1}


@pytest.mark.eis("R-EXT-01")
@pytest.mark.parametrize(("regio", "minuten"), [("almelo", "15"), ("enschede", "30")])
def test_hulp_kan_zo_lang_wachten(regio, minuten):
    vraag = Criterium.objects.get(regio__code=regio, onderwerp="bw", code="onuitstelbaar")
    assert f"{minuten} minuten" in vraag.vraag


@pytest.mark.eis("R-VIS-02", "R-VIS-03", "R-EXT-01")
def test_elke_regio_heeft_haar_eigen_vragen():
    def codes(regio):
        return set(Criterium.objects.filter(regio__code=regio, onderwerp="bw").values_list("code", flat=True))

    assert codes("almelo") - codes("enschede") == {"ongepland-24-uur"}
    assert codes("enschede") - codes("almelo") == {"verblijf-24-uur", "geen-reclassering"}
    assert {"volwassen", "psychisch", "toezicht-en-begeleiding"} <= codes("almelo") & codes("enschede")


def test_elke_vraag_heeft_advies_en_bron():
    for vraag in Criterium.objects.all():
        assert vraag.advies and vraag.bron and vraag.vraag.endswith(("?", "mee.")), vraag


def test_het_commando_zegt_wat_nieuw_is():
    uit = StringIO()
    call_command("referentiegegevens", stdout=uit)
    assert uit.getvalue() == "Reference data: complete.\n"


@pytest.mark.eis("L-04")
def test_elke_centrumgemeente_begint_met_een_verordening_en_een_nieuwere_blijft():
    oud = Verordening.objects.get(college__naam="Almelo")
    assert Verordening.objects.filter(college__is_centrum=True).count() == Verordening.objects.count() == 2
    oud.naam, oud.periode = "Anders", DateRange(date(2015, 1, 1), date(2026, 1, 1), "[)")
    oud.save()
    assert sum(referentie.laad().values()) == 0
    assert Verordening.objects.get(college__naam="Almelo").naam == "Anders"
