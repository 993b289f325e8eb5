"""What may differ per region (domein.md 1.20), with the default of each region and how a typed value is read."""

from collections.abc import Callable
from dataclasses import dataclass


def _geheel(waarde):
    if waarde in (None, ""):
        return None
    if isinstance(waarde, bool) or not str(waarde).isdecimal() or not 0 <= int(waarde) <= 1000:
        raise ValueError("Vul een heel getal van 0 tot en met 1000 in, of laat het leeg.")
    return int(waarde)


def _ja_nee(waarde):
    if waarde in (None, ""):
        return None
    tekst = str(waarde).strip().lower()
    if tekst not in ("ja", "nee", "true", "false"):
        raise ValueError("Vul ja of nee in, of laat het leeg.")
    return tekst in ("ja", "true")


def _tekst(waarde):
    if waarde in (None, ""):
        return None
    if not isinstance(waarde, str) or len(waarde) > 2000:
        raise ValueError("Vul een tekst van hoogstens 2000 tekens in.")
    return waarde.strip()


def _gemeenteregel(waarde):
    if waarde not in ("centrumgemeente", "woongemeente"):
        raise ValueError("Vul centrumgemeente of woongemeente in.")
    return waarde


@dataclass(frozen=True)
class Instelling:
    """`almelo` and `enschede` are the defaults; `lees` turns input into the stored value or raises ValueError (Dutch)."""

    naam: str
    lees: Callable
    almelo: object
    enschede: object
    bron: str = "1.20"
    te_bevestigen: bool = False  # [ext, verify]: to be confirmed by the centre municipality before going live

    def standaard(self, regio_code: str):
        return getattr(self, regio_code, None)


def _(naam, lees, almelo, enschede, bron="1.20", te_bevestigen=False):
    return Instelling(naam, lees, almelo, enschede, bron, te_bevestigen)


INSTELLINGEN: dict[str, Instelling] = {
    "bw.definitie": _(
        "Beschermd wonen: omschrijving",
        _tekst,
        "Begeleiding is ongepland en 24 uur per dag op te roepen; wonen bij de aanbieder mag, maar hoeft niet.",
        "Verblijf in een instelling met 24 uur toezicht.",
        "R-VIS-02, X-14",
    ),
    "bw.verblijf_vereist": _("Beschermd wonen: verblijf vereist", _ja_nee, False, True, "X-14"),
    "bw.productcatalogus": _("Beschermd wonen: producten", _tekst, "componenten", "all inclusive en modulair", "R-IND-21"),
    "bw.aanmelden_voor_18": _("Aanmelden vóór de 18e verjaardag (maanden)", _geheel, 6, None, "R-EXT-01", True),
    "bw.reclassering_uitsluiting": _("Waarschuwen bij reclassering", _ja_nee, False, True, "R-EXT-01", True),
    "onuitstelbaar_minuten": _("Hulp kan niet wachten (minuten)", _geheel, 15, 30, "R-EXT-01", True),
    "financiering.model": _("Financiering", _tekst, "per indicatie", "subsidie", "X-11"),
    "aanbieder.toelating": _("Toelating van aanbieders", _tekst, "open", "selectie", "X-11"),
    "woonvoorziening.historisch_recht": _("Recht van vóór 2015 bepaalt woonvoorziening", _ja_nee, True, False, "X-13"),
    "toeslag.bijzondere_omstandigheden": _("Toeslag bijzondere omstandigheden", _ja_nee, True, False, "R-IND-19"),
    "pgb.beleid": _("Pgb: beleid", _tekst, "terughoudend", "in principe niet passend"),
    "pgb.dekking_huisvesting": _("Pgb dekt huisvesting", _ja_nee, None, False, "X-24", True),
    "nachtopvang": _("Nachtopvang het hele jaar", _ja_nee, True, False),
    "winteropvang": _("Winteropvang", _ja_nee, None, True, "X-20"),
    "winteropvang.max_temp": _("Winteropvang: open tot en met (graden)", _geheel, None, 2, "X-20", True),
    "bemoeizorg.eigenaar": _("Bemoeizorg is van", _tekst, "centrumgemeente", "gemeente", "X-23"),
    "mo.zonder_psychische_problematiek": _("Opvang zonder psychische problematiek", _ja_nee, True, False, "R-AAN-08"),
    "huis_te_leen": _("Huis te leen", _ja_nee, False, True),
    "opvang.nazorg_maanden": _("Opvang: nazorg (maanden)", _geheel, 12, None),
    "passanten.max_weken": _("Passanten: langste verblijf (weken)", _geheel, 6, None, "X-07"),
    "wachtlijst.norm_plaatsing": _("Wachtlijst: norm voor plaatsing (dagen)", _geheel, None, None, "R-WL-04"),
    "uitstroom.aanbod_maanden": _("Uitstroom: aanbod binnen (maanden)", _geheel, 6, 6, "X-06"),
    "uitstroom.nazorg_maanden": _("Uitstroom: nazorg (maanden)", _geheel, 12, 12),
    "kwaliteit.toetsing": _("Kwaliteit: manieren van toetsen", _tekst, "alle", "alle"),
    "toezicht.calamiteiten": _("Toezicht op calamiteiten: wie", _tekst, "centrumgemeente Almelo", None, te_bevestigen=True),
    "ggz.convenant": _("Partner voor behandeling", _tekst, "Dimence", "Mediant", "R-ACT-18"),
    "verantwoordelijke_gemeente.regel": _(
        "Verantwoordelijke gemeente", _gemeenteregel, "centrumgemeente", "centrumgemeente", "X-21"
    ),
    "indiceren.lokaal": _("Gemeente mag zelf indiceren", _ja_nee, False, False, "R-PIL-05"),
    "opvang.intake_contact_werkdagen": _("Eerste contact binnen (werkdagen)", _geheel, None, 10, "R-EXT-02", True),
    "bezwaarcommissie": _("Bezwaarcommissie", _ja_nee, False, False, te_bevestigen=True),
    "onderzoek.reactie_dagen": _("Cliënt reageert op het verslag binnen (dagen)", _geheel, 7, 7, "SM-1", True),
    "aanvraag.aanvul_dagen": _("Aanvraag aanvullen binnen (dagen)", _geheel, 14, 14, "T-AANVUL", True),
    "spoed.norm_dagen": _("Op spoed beslissen binnen (dagen)", _geheel, 1, 1, "T-SPOED", True),
    "spoed.max_dagen": _("Tijdelijke hulp bij spoed duurt hoogstens (dagen)", _geheel, 91, 91, "L-13", True),
    "toelating.beslis_weken": _("Besluit over toelating binnen (weken)", _geheel, 8, 8, "SM-9", True),
    "toelating.is_besluit": _("Toelating is een besluit (bezwaar kan)", _ja_nee, True, True, "SM-9", True),
    "aanbieder.gesprek_maanden": _("Voortgangsgesprek elke (maanden)", _geheel, 12, 12, "SM-9", True),
    "mi.min_cel": _("Kleinste aantal in externe cijfers", _geheel, 5, 5, "5.1"),
}


def keuzes():
    return [(sleutel, instelling.naam) for sleutel, instelling in INSTELLINGEN.items()]
