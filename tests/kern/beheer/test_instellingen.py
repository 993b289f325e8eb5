"""What differs per region, against domein.md 1.20 typed by hand."""

import pytest

from kern.beheer.instellingen import INSTELLINGEN

# key: (Almelo, Enschede)
STANDAARD = {
    "bw.verblijf_vereist": (False, True),
    "bw.aanmelden_voor_18": (6, None),
    "bw.reclassering_uitsluiting": (False, True),
    "onuitstelbaar_minuten": (15, 30),
    "financiering.model": ("per indicatie", "subsidie"),
    "aanbieder.toelating": ("open", "selectie"),
    "woonvoorziening.historisch_recht": (True, False),
    "toeslag.bijzondere_omstandigheden": (True, False),
    "toelating.beslis_weken": (8, 8),
    "toelating.is_besluit": (True, True),
    "aanbieder.gesprek_maanden": (12, 12),
    "pgb.dekking_huisvesting": (None, False),
    "nachtopvang": (True, False),
    "winteropvang": (None, True),
    "winteropvang.max_temp": (None, 2),
    "bemoeizorg.eigenaar": ("centrumgemeente", "gemeente"),
    "mo.zonder_psychische_problematiek": (True, False),
    "huis_te_leen": (False, True),
    "opvang.nazorg_maanden": (12, None),
    "passanten.max_weken": (6, None),
    "wachtlijst.norm_plaatsing": (None, None),
    "uitstroom.aanbod_maanden": (6, 6),
    "uitstroom.nazorg_maanden": (12, 12),
    "ggz.convenant": ("Dimence", "Mediant"),
    "verantwoordelijke_gemeente.regel": ("centrumgemeente", "centrumgemeente"),
    "indiceren.lokaal": (False, False),
    "opvang.intake_contact_werkdagen": (None, 10),
    "bezwaarcommissie": (False, False),
    "spoed.norm_dagen": (1, 1),  # T-SPOED
    "mi.min_cel": (5, 5),
}
IN_WOORDEN = {"bw.definitie", "bw.productcatalogus", "pgb.beleid", "kwaliteit.toetsing", "toezicht.calamiteiten"}
EIGEN = {"onderzoek.reactie_dagen", "aanvraag.aanvul_dagen", "spoed.max_dagen"}


@pytest.mark.eis("X-23", "R-WL-04", "R-PIL-05", "R-ACT-18")
def test_defaults_per_region():
    assert set(INSTELLINGEN) == set(STANDAARD) | IN_WOORDEN | EIGEN
    assert {s: (INSTELLINGEN[s].almelo, INSTELLINGEN[s].enschede) for s in STANDAARD} == STANDAARD


@pytest.mark.eis("X-14", "R-VIS-02")
def test_each_region_has_its_own_definition():
    definitie = INSTELLINGEN["bw.definitie"]
    assert "24 uur per dag" in definitie.almelo and "Verblijf" in definitie.enschede


@pytest.mark.parametrize(
    ("sleutel", "getypt", "waarde"),
    [
        ("onuitstelbaar_minuten", "20", 20),
        ("onuitstelbaar_minuten", "", None),
        ("huis_te_leen", "Ja", True),
        ("huis_te_leen", "nee", False),
        ("ggz.convenant", " Dimence ", "Dimence"),
        ("verantwoordelijke_gemeente.regel", "woongemeente", "woongemeente"),
    ],
)
def test_typed_values_are_read(sleutel, getypt, waarde):
    assert INSTELLINGEN[sleutel].lees(getypt) == waarde


@pytest.mark.parametrize(
    ("sleutel", "getypt"),
    [
        ("onuitstelbaar_minuten", "veel"),
        ("onuitstelbaar_minuten", "-1"),
        ("onuitstelbaar_minuten", True),
        ("huis_te_leen", "misschien"),
        ("ggz.convenant", "x" * 2001),
        ("verantwoordelijke_gemeente.regel", "rijk"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(sleutel, getypt):
    with pytest.raises(ValueError, match="Vul"):
        INSTELLINGEN[sleutel].lees(getypt)
