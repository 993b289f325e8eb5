"""The pages of SM-9 up to the end: list, opening, the dossier and its steps, for who may and who may not."""

import html
import re
from datetime import date

import pytest
from django.urls import reverse

from aanbieders import plaatsingen
from aanbieders.actions import einde
from aanbieders.models import Contract, Toelating
from aanbieders.plaatsingen import Plaatsing
from kern.toegang.rollen import Rol
from tests.aanbieders.weg import dag, organisatie
from tests.kern.scherm import open_

pytestmark = pytest.mark.django_db


def lees(antwoord) -> str:
    return re.sub(r"\s+", " ", html.unescape(antwoord.content.decode()))


class Browser:
    """Somebody who logs in again each time: between two steps of a story days go by."""

    def __init__(self, wie, inloggen):
        self.wie, self.inloggen = wie, inloggen

    def get(self, *args, **kwargs):
        return self.inloggen(self.wie).get(*args, **kwargs)

    def post(self, *args, **kwargs):
        return self.inloggen(self.wie).post(*args, **kwargs)


@pytest.fixture
def coen(weg, inloggen):
    return Browser(weg.con, inloggen)


def pad(dossier, actie, regel=None):
    url = reverse(f"toelating_{actie}", args=[dossier.pk])
    return f"{url}?regel={regel.pk}" if regel else url


def doe(browser, dossier, actie, regel=None, **getypt):
    url = pad(dossier, actie, regel)
    return browser.post(url, open_(browser, url, **getypt))


def fouten(antwoord) -> dict:
    assert antwoord.status_code == 422, antwoord.status_code
    return {veld: list(zinnen) for veld, zinnen in antwoord.context["form"].errors.items()}


@pytest.mark.eis("R-FIN-08", "X-11")
def test_a_provider_is_reported_from_the_list(weg, coen):
    lijst = lees(coen.get(reverse("toelating_lijst")))
    assert "Nieuwe aanbieder" in lijst and "Nieuwe melding" not in lijst
    url = reverse("toelating_nieuw")
    leeg = coen.post(url, open_(coen, url))
    assert "organisatie" in fouten(leeg)
    fout = coen.post(url, open_(coen, url, naam="Zorghuis", kvk="123", agb="1234567a"))
    assert fouten(fout) == {"kvk": ["Een KvK-nummer heeft 8 cijfers."], "agb": ["Een AGB-code heeft 8 cijfers."]}
    antwoord = coen.post(url, open_(coen, url, naam="Zorghuis", kvk="1234 5678", aanvraag="OZL."))
    dossier = Toelating.objects.get()
    assert antwoord.headers["Location"] == dossier.get_absolute_url()
    assert dossier.organisatie.aanbieder.kvk == "12345678"
    weer = coen.post(url, open_(coen, url, organisatie=dossier.organisatie_id))
    assert fouten(weer) == {"organisatie": [f"Deze aanbieder heeft in deze regio al een lopend dossier: {dossier.kenmerk}."]}
    ander = coen.post(url, open_(coen, url, naam="Zorghuis B", kvk="12345678"))
    assert fouten(ander) == {"kvk": ["Dit KvK-nummer staat al bij Zorghuis."]}


def test_the_list_filters_and_the_search_finds_by_name(weg, coen):
    dossier = weg.aanmelden(naam="Stichting De Wending")
    weg.aanmelden(naam="Anders BV", regio=weg.cast.enschede)
    url = reverse("toelating_lijst")
    for vraag, gevonden in (
        ("", True),
        ("?zoek=wending", True),
        ("?zoek=WEND stich", True),
        (f"?zoek={dossier.kenmerk.lower()}", True),
        ("?zoek=anders", False),
        ("?status=actief", False),
        ("?stand=gesloten", False),
        ("?zoek=%00", False),
    ):
        tekst = lees(coen.get(url + vraag))
        assert ("Stichting De Wending" in tekst) is gevonden, vraag
        assert "Anders BV" not in tekst
    gezocht = lees(coen.get(reverse("zoeken"), {"q": "wending"}))
    assert "Stichting De Wending" in gezocht and dossier.kenmerk in gezocht
    assert "Niets gevonden" in lees(coen.get(reverse("zoeken"), {"q": "anders"}))
    assert coen.get(reverse("zoeken"), {"q": dossier.kenmerk}).headers["Location"] == dossier.get_absolute_url()
    for naam in ("werkvoorraad", "mijn_zaken"):
        assert "Stichting De Wending" in lees(coen.get(reverse(naam))), naam


def test_who_has_no_part_in_it_sees_nothing(weg, inloggen, client):
    dossier = weg.in_toets()
    url = dossier.get_absolute_url()
    for wie in (weg.cast.anke, weg.cast.bas, weg.cast.gerda, weg.cast.frida):
        browser = inloggen(wie)
        assert browser.get(url).status_code == 403
        assert browser.get(reverse("toelating_lijst")).status_code == 403
        assert browser.get(pad(dossier, "toelaten")).status_code in (403, 404)
    vreemd = inloggen(weg.con_enschede)
    assert vreemd.get(url).status_code == 404
    assert vreemd.get(pad(dossier, "kwaliteit_toetsen")).status_code == 404
    assert "niets gevonden" in lees(vreemd.get(reverse("zoeken"), {"q": "zorghuis"})).lower()


def test_the_page_reads_as_one_about_a_provider(weg, coen):
    tekst = lees(coen.get(weg.in_toets().get_absolute_url()))
    for woord in ("Zorghuis Nieuw BV", "contractmanager", "Verklaringen omtrent gedrag", "nog niet bekeken", "Betaling"):
        assert woord in tekst, woord
    for woord in ("casemanager", "Nog zonder naam", "cliënt is", "geheim"):
        assert woord not in tekst, woord
    for tab in ("contact", "documenten", "tijdlijn"):
        antwoord = coen.get(Toelating.objects.get().get_absolute_url(), {"tab": tab})
        assert antwoord.status_code == 200 and "Nog zonder naam" not in lees(antwoord)


@pytest.mark.eis("R-FIN-01")
def test_the_whole_test_by_forms(weg, coen):
    dossier = weg.in_toets()
    half = doe(coen, dossier, "kwaliteit_toetsen", uitkomst_vog="voldoet", uitkomst_meldcode="voldoet_niet")
    assert fouten(half) == {"toelichting_meldcode": ["Leg uit waarom de aanbieder hier niet aan voldoet."]}
    los = doe(coen, dossier, "kwaliteit_toetsen", toelichting_vog="Gezien.")
    assert fouten(los) == {"uitkomst_vog": ["Kies de uitkomst, of maak de toelichting leeg."]}
    assert doe(coen, dossier, "kwaliteit_toetsen", uitkomst_vog="voldoet").status_code == 302
    eisen = [f"uitkomst_{rij}" for rij in dossier.kwaliteitstoetsen.model.Eis.values]
    assert doe(coen, dossier, "kwaliteit_toetsen", **dict.fromkeys(eisen, "voldoet")).status_code == 302
    geld = {"boekjaar": "2025", "oordeel": "voldoende"}
    for getypt, zin in (
        ("veel", "Vul een getal in, bijvoorbeeld 27,5."),
        ("27,55", "Gebruik hoogstens één cijfer achter de komma."),
        ("2700", "Dit getal is te hoog. Kijk of de komma goed staat."),
    ):
        antwoord = doe(coen, dossier, "financien_toetsen", **geld, solvabiliteit=getypt)
        assert fouten(antwoord) == {"solvabiliteit": [zin]}
        assert getypt in lees(antwoord)
    assert doe(coen, dossier, "financien_toetsen", **geld, solvabiliteit="-27,5 %", liquiditeit="1,35").status_code == 302
    tekst = lees(coen.get(dossier.get_absolute_url()))
    assert "-27,5 %" in tekst and "1,35" in tekst


@pytest.mark.eis("R-FIN-01", "R-FIN-07")
def test_completed_admitted_and_a_contract_by_forms(weg, coen):
    dossier = weg.getoetst("2-11-2026")
    weg.op("16-11-2026")
    fout = doe(coen, dossier, "aanvulling_vragen", ontbreekt="Jaarrekening", aanvulling_tot="16-11-2026")
    zin = "De laatste dag ligt na de dag waarop u om aanvulling vraagt."
    assert fouten(fout) == {"aanvulling_tot": [zin]}
    antwoord = doe(coen, dossier, "aanvulling_vragen", ontbreekt="Jaarrekening", aanvulling_tot="30-11-2026")
    assert "staat stil, uiterlijk tot en met" in lees(coen.get(antwoord.headers["Location"]))
    weg.op("20-11-2026")
    antwoord = doe(coen, dossier, "aanvulling_ontvangen", namens_kanaal="email")
    tekst = lees(coen.get(antwoord.headers["Location"] + "?tab=tijdlijn"))
    assert "namens de aanbieder" in tekst
    assert doe(coen, dossier, "toelaten", motivering="Voldoet.", toegelaten_vanaf="20-11-2026").status_code == 302
    assert doe(coen, dossier, "contract_opstellen").status_code == 302
    assert "Er is nog geen overeenkomst." in lees(coen.get(dossier.get_absolute_url()))
    periode = {"vanaf": "1-1-2027", "tot": "31-12-2027"}
    assert doe(coen, dossier, "contract_vastleggen", **periode, nummer="UO-1").status_code == 302
    rij = dossier.contracten.get()
    fout = doe(coen, dossier, "contract_vastleggen", vanaf="1-6-2027", tot="31-12-2028")
    assert list(fouten(fout)) == ["vanaf"]
    pagina = coen.get(pad(dossier, "contract_vastleggen", rij))
    assert 'value="UO-1"' in lees(pagina) and "Individuele afspraak" not in lees(pagina)
    assert doe(coen, dossier, "contract_vastleggen", rij, ondertekend_op="20-11-2026").status_code == 302
    assert doe(coen, dossier, "contract_ingaan").status_code == 302
    tekst = lees(coen.get(dossier.get_absolute_url()))
    assert "Uitvoeringsovereenkomst UO-1" in tekst and "begint nog" in tekst and "Contract wijzigen" in tekst
    assert coen.get(f"{pad(dossier, 'contract_vastleggen')}?regel=999999").status_code == 404


@pytest.mark.eis("R-FIN-05", "R-FIN-06", "X-11")
def test_a_subsidie_is_typed_as_people_write_amounts(weg, inloggen):
    carla = Browser(weg.con_enschede, inloggen)
    dossier = weg.bij_contract("2-11-2026", regio=weg.cast.enschede)
    getypt = {
        "vanaf": "1-1-2027", "tot": "31-12-2027", "afspraak": "Twintig plekken.", "ondertekend_op": "2-11-2026",
        "verantwoorden_uiterlijk": "1-4-2028", "subsidie_maximaal": "1.250.000,50", "doelen_herstel": "on",
    }  # fmt: skip
    fout = doe(carla, dossier, "contract_vastleggen", **{**getypt, "subsidie_maximaal": "veel", "doelen_herstel": ""})
    assert set(fouten(fout)) == {"subsidie_maximaal", "doelen_participatie"}
    assert doe(carla, dossier, "contract_vastleggen", **getypt).status_code == 302
    assert str(Contract.objects.get().subsidie_maximaal) == "1250000.50"
    doe(carla, dossier, "contract_ingaan")
    weg.op("15-3-2028")
    hoger = doe(carla, dossier, "kosten_verantwoorden", werkelijke_kosten="1.250.000,51")
    tekst = lees(carla.get(hoger.headers["Location"]))
    assert "€ 1.250.000,51" in tekst and "hoger dan het hoogste bedrag" in tekst


def test_two_people_who_change_one_contract_both_keep_their_text(weg, coen):
    dossier = weg.contract(weg.bij_contract(), nummer="UO-1", voorwaarden="Oud.")
    rij = dossier.contracten.get()
    url = pad(dossier, "contract_vastleggen", rij)
    getypt = open_(coen, url, nummer="UO-2")
    weg.contract(dossier, contract=rij, voorwaarden="Van een collega.")
    assert coen.post(url, getypt).status_code == 302
    rij.refresh_from_db()
    assert (rij.nummer, rij.voorwaarden) == ("UO-2", "Van een collega.")


def test_the_transfer_plan_by_its_form(weg, coen, monkeypatch):
    lijnen = [
        Plaatsing(f"I-2026-000{n}", "OZL", "ozl", date(2026, 1, 1), date(2028, 1, 1), None, weg.cast.almelo.pk)
        for n in (1, 2)
    ]
    monkeypatch.setattr(plaatsingen, "_BRONNEN", [lambda organisatie_id, op: lijnen])
    dossier, ander = weg.actief(), organisatie("De Wending")
    weg.op("4-1-2027")
    antwoord = doe(coen, dossier, "einde_voorbereiden", eindigt_op="31-3-2027", reden="Stopt.")
    assert "2 cliënten moeten naar een andere aanbieder" in lees(coen.get(antwoord.headers["Location"]))
    half = {"naar_I-2026-0001": str(ander.pk), "uiterlijk_I-2026-0001": "1-4-2027"}
    fout = doe(coen, dossier, "overdracht_regelen", **half)
    assert list(fouten(fout)) == ["uiterlijk_I-2026-0001"]
    half["uiterlijk_I-2026-0001"] = "31-3-2027"
    antwoord = doe(coen, dossier, "overdracht_regelen", **half)
    tekst = lees(coen.get(antwoord.headers["Location"]))
    assert "Let op bij De Wending" in tekst and "nog te regelen" in tekst
    assert dossier.overdrachten.get(kenmerk="I-2026-0001").naar == ander
    fout = doe(coen, dossier, "overdracht_regelen", **{"naar_I-2026-0002": "999999"})
    assert fouten(fout) == {"naar_I-2026-0002": ["Kies een aanbieder uit de lijst."]}
    assert not einde.aanbieders(dossier).filter(pk=dossier.organisatie_id).exists()


def test_readers_see_the_contract_and_change_nothing(weg, inloggen):
    dossier = weg.actief()
    weg.op("4-1-2027")
    for rol in (Rol.ADMINISTRATIE, Rol.TOEZICHT_KWALITEIT, Rol.TOEZICHT_CALAMITEITEN):
        browser = inloggen(weg.cast.gebruiker(rol.value, rol, regio=weg.cast.almelo))
        tekst = lees(browser.get(dossier.get_absolute_url()))
        assert "Uitvoeringsovereenkomst" in tekst and "Contract wijzigen" not in tekst
        assert browser.get(pad(dossier, "contract_vastleggen")).status_code == 403


def test_the_number_of_queries_does_not_grow(weg, coen, django_assert_max_num_queries):
    dossier = weg.actief()
    weg.op("4-1-2027")
    url = dossier.get_absolute_url()

    def meer(jaar):
        weg.contract(dossier, "4-1-2027", vanaf=dag(f"1-1-{jaar}"), tot=dag(f"31-12-{jaar}"))
        dossier.gekoppeld.create(zorgvorm=f"Jeugd {jaar}", opdrachtgever="OZJT")
        dossier.overdrachten.create(kenmerk=f"I-2026-{jaar}", product="OZL", naar=organisatie(f"Aanbieder {jaar}"))

    meer(2028)
    coen.get(url)
    with django_assert_max_num_queries(90) as eerst:
        coen.get(url)
    for jaar in (2029, 2030, 2031):
        meer(jaar)
    coen.get(url)
    with django_assert_max_num_queries(90) as later:
        coen.get(url)
    assert len(later) == len(eerst)
