"""Reference data: complete, harmless to repeat, and never in the way of an administrator."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.backends.postgresql.psycopg_any import DateRange

from aanbieders.models import Locatie, Maximumtarief, Product, Tarief
from cimot.models import Criterium, Verordening
from kern.brieven import beheer, maken, voorbeeld
from kern.brieven.soorten import SOORTEN
from kern.models import Bouwsteen, Briefhoofd, Briefsjabloon, GelijkgesteldeDag, Gemeente, Organisatie, Regio
from kern.proces.tabel import PROCESSEN
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
    assert Criterium.objects.get(regio__code="almelo", onderwerp="bw", code="onuitstelbaar").periode.bereik == beeindigd


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


# Places of opvang. Typed from domein.md 1.18 T-CAP, column by column.
T_CAP = """
F01|opvang_woonbegeleiding|24-uursopvang incl. begeleiding|Adastraat|Almelo|20|plekken|
F02|opvang_woonbegeleiding|crisisopvang (bij 24-uursopvang)|Adastraat|Almelo|2|plekken|
F03|opvang_woonbegeleiding|talentontwikkeling bewoners 24-uursopvang|Hagengracht|Almelo|10|gem_personen|
F04|opvang_woonbegeleiding|nachtopvang|Westerstraat|Almelo|7|plekken|
F05|opvang_woonbegeleiding|TOB jongerenopvang incl. begeleiding||Enschede|4|plekken|
F06|opvang_woonbegeleiding|nazorg begeleiding eerste 12 maanden na uitstroom||||onbekend|ambulant; 12 maanden
F07|opvang_woonbegeleiding|dagloon voor mensen op straat|Hagengracht|Almelo|20|gem_personen|
F08|opvang_woonbegeleiding|straathoekwerk||||onbekend|
F09|opvang_woonbegeleiding|woonbegeleiding||regio Almelo|10|adressen|ambulant
F10|jongeren|KamerRaad woon- en begeleidingsvoorziening|Centrumplein|Almelo|9|plekken|startkwalificatie ROC
F11|verslavingszorg|opvang/zorg incl. gebruikersruimte|Wierdensestraat|Almelo||onbekend|
F12|verslavingszorg|herstel en zelfhulp||||onbekend|
F13|verslavingszorg|ondersteuning (opvoeding; ouders)||||onbekend|
F14|verslavingszorg|outreachende hulpverlening||||onbekend|onderdeel van bemoeizorg
F15|verslavingszorg|casemanagement/begeleiding||||onbekend|
F16|verslavingszorg|zorgcoördinatie||||onbekend|
F17|verslavingszorg|medische heroïneverstrekking|Ripperdastraat|Enschede|4|gem_personen|gemiddeld 4 personen uit regio Almelo
F18|verslavingszorg|preventieactiviteiten||elke regiogemeente||onbekend|
F19|ggz_ondersteuning|bemoeizorg||||onbekend|ambulant
F20|ggz_ondersteuning|passantenplaatsen|Brugstraat|Almelo|6|plekken|max 6 weken
"""


def van_de_lijst():
    return Locatie.objects.exclude(code="").order_by("code")


@pytest.mark.eis("T-CAP", "X-19")
def test_de_plekken_van_de_opvang_staan_er_precies_zo_in():
    rijen = van_de_lijst().values_list(
        "code", "categorie", "naam", "straat", "plaats", "capaciteit", "eenheid", "bijzonderheid"
    )
    assert ["|".join("" if cel is None else str(cel) for cel in rij) for rij in rijen] == T_CAP.split("\n")[1:-1]


@pytest.mark.eis("X-18")
def test_een_plek_staat_in_een_gemeente_en_is_voor_een_regio():
    elders = {(p.naam, p.alias) for p in van_de_lijst().filter(gemeente__naam="Enschede")}
    assert elders == {("TOB jongerenopvang incl. begeleiding", "TOV"), ("medische heroïneverstrekking", "")}
    assert set(van_de_lijst().values_list("voor_regio__code", flat=True)) == {"almelo"}
    for plek in van_de_lijst():
        assert (plek.gemeente.naam if plek.gemeente else "") == plek.plaats or plek.plaats in (
            "regio Almelo",
            "elke regiogemeente",
        ), plek.code


# Their own process comes with the opvang.
def test_passantenplaatsen_zijn_ggz_ondersteuning():
    plek = van_de_lijst().get(naam="passantenplaatsen")
    assert (plek.categorie, plek.capaciteit, plek.bijzonderheid) == ("ggz_ondersteuning", 6, "max 6 weken")


def test_van_wie_een_plek_uit_2020_is_moet_nog_blijken():
    for plek in van_de_lijst():
        assert (plek.vanaf, plek.tot, plek.is_te_bevestigen, plek.aanbieder) == (date(2020, 1, 1), None, True, None)
        assert plek.huisnummer == ""


# Products.


@pytest.mark.eis("R-IND-21", "R-IND-26")
def test_elke_regio_heeft_haar_eigen_producten_zonder_tarief():
    def soorten(regio):
        return set(Product.objects.filter(regio__code=regio).values_list("soort", flat=True))

    assert soorten("almelo") == {
        "ozl_standaard",
        "ozl_intensief",
        "ozl_zeer_intensief",
        "omd",
        "verblijf",
        "compensatie",
        "zelfvoorzienend",
        "toeslag",
        "opvang",
    }
    assert soorten("enschede") == {"all_inclusive", "modulair", "opvang"}
    assert not Tarief.objects.exists() and not Maximumtarief.objects.exists()
    for product in Product.objects.all():
        assert (product.periode.bereik.lower, product.periode.bereik.upper) == (date(2015, 1, 1), None)
        assert product.categorie == ("opvang" if product.soort == "opvang" else "beschermd_wonen")


# Letters.


def test_elke_regio_heeft_een_briefhoofd_dat_nergens_bestaat():
    assert Briefhoofd.objects.count() == 2
    for hoofd in Briefhoofd.objects.all():
        assert "Postbus 0," in hoofd.adres and "Postbus 0," in hoofd.bezwaar_adres
        assert hoofd.email.endswith("@example.org")
        assert maken.briefhoofd(hoofd.regio, date(2015, 1, 1)) == hoofd


def test_elke_brief_heeft_een_eerste_gepubliceerde_tekst_waar_niets_aan_mankeert():
    assert set(Briefsjabloon.objects.values_list("code", flat=True)) == set(SOORTEN)
    for rij in Briefsjabloon.objects.all():
        assert (rij.versie, rij.gepubliceerd_door) == (1, None)
        assert rij.gepubliceerd_op is not None
        assert beheer.controleer(code=rij.code, onderwerp=rij.onderwerp, tekst=rij.tekst) == {}, rij.code


@pytest.mark.parametrize("is_kort", [False, True])
def test_van_elke_brief_is_een_voorbeeld(is_kort):
    regio = Regio.objects.get(code="almelo")
    for rij in Briefsjabloon.objects.all():
        inhoud = voorbeeld.maak(sjabloon=rij, regio=regio, op=date(2026, 11, 23), is_kort=is_kort)
        assert inhoud.startswith(b"%PDF"), rij.code


def test_elke_brief_die_een_stap_verstuurt_bestaat():
    codes = {code for proces in PROCESSEN.values() for overgang in proces.overgangen for code in overgang.verstuurt}
    assert codes == set(SOORTEN)


def test_elke_bouwsteen_hoort_bij_brieven_die_er_zijn():
    assert Bouwsteen.objects.count() >= 8
    for bouwsteen in Bouwsteen.objects.all():
        assert set(bouwsteen.codes) <= set(SOORTEN), bouwsteen
        assert "!" not in bouwsteen.tekst and "{{" not in bouwsteen.tekst


def test_wat_een_beheerder_aan_brieven_producten_en_plekken_wijzigde_blijft():
    Briefhoofd.objects.filter(regio__code="almelo").update(telefoon="0546-111111", geldig_vanaf=date(2026, 1, 1))
    Bouwsteen.objects.filter(naam="Tolk").update(naam="Tolk of vertaler")
    Product.objects.filter(regio__code="enschede", soort="modulair").update(
        naam="Modulair", periode=DateRange(date(2015, 1, 1), date(2026, 1, 1), "[)")
    )
    Locatie.objects.filter(code="F05").update(naam="TOV", is_te_bevestigen=False, capaciteit=6)
    Locatie.objects.filter(code="F08").update(code="")

    assert sum(referentie.laad().values()) == 0

    assert Briefhoofd.objects.get(regio__code="almelo").telefoon == "0546-111111"
    assert not Bouwsteen.objects.filter(naam="Tolk").exists()
    assert Product.objects.get(soort="modulair").naam == "Modulair"
    assert Locatie.objects.get(code="F05").capaciteit == 6
    assert not Locatie.objects.filter(code="F08").exists()


def test_een_brief_met_een_nieuwere_tekst_krijgt_de_eerste_niet_terug():
    code = sorted(SOORTEN)[0]
    Briefsjabloon.objects.create(code=code, versie=2, onderwerp="Nieuw", tekst="Nieuw", gepubliceerd_op="2026-11-23T09:00Z")
    assert sum(referentie.laad().values()) == 0
    assert maken.sjabloon(code).onderwerp == "Nieuw"
