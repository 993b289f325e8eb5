"""What breaks the constraints of letters and of providers: raw rows, past all forms and actions."""

from datetime import date
from decimal import Decimal

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from aanbieders import models as ab
from kern.models import Bijlage, Brief, Briefhoofd, Briefsjabloon, Dagpost, Document, Dossier, Exemplaar, Klaargezet
from tests.aanbieders import opstelling

DAG_1, DAG_2 = date(2026, 11, 2), date(2026, 11, 3)
ALTIJD = DateRange(date(2000, 1, 1), None, "[)")
OMGEKEERD = {"vanaf": DAG_2, "tot": DAG_1}


def wijzig(model, **waarden):
    """Set columns of all rows of a model at once, by one statement."""
    return lambda s: model.objects.update(**waarden)


def rijen(model, *, keer=1, **waarden):
    """The same row so many times; a value may be a function of the scene."""

    def doe(s):
        rij = {naam: waarde(s) if callable(waarde) else waarde for naam, waarde in waarden.items()}
        model.objects.bulk_create([model(**rij) for _ in range(keer)])

    return doe


def tweemaal(model, **waarden):
    return rijen(model, keer=2, **waarden)


def brief(s, **anders):
    rij = {
        "dossier_id": s.dossier.pk,
        "wereld": "zorg",
        "code": "BRF-01",
        "sjabloon": Briefsjabloon.objects.first(),
        "briefhoofd": Briefhoofd.objects.first(),
        "gebeurtenis_id": 1,
        "onderwerp": "x",
        "inhoud": [],
        "gedateerd_op": DAG_1,
    }
    return Brief.objects.create(**rij | anders)


def pdf(s):
    return Document.objects.create(
        dossier_id=s.dossier.pk, wereld="zorg", titel="x", sha256="pdf", grootte=1, gedateerd_op=DAG_1, door=s.anke
    )


def dagpost(s):
    return Dagpost.objects.create(regio=s.almelo, dag=DAG_1, door=s.anke)


def twee_teksten(s):
    Briefsjabloon.objects.bulk_create([Briefsjabloon(code="BRF-98", versie=v, onderwerp="x", tekst="x") for v in (1, 2)])


def tweede_dossier(s):
    """The same provider in two regions, and then both in one."""
    opstelling.toelating(s.cast.cees, s.toelating.organisatie.aanbieder, s.cast.enschede, contract=False)
    Dossier.objects.filter(wereld="aanbieders").update(regio=s.almelo)


def _toelating(s):
    return s.toelating


def _aanbieder(s):
    return s.toelating.organisatie.aanbieder


def _almelo(s):
    return s.almelo


def _anke(s):
    return s.anke


SJABLOON = {"code": "BRF-99", "versie": 1, "onderwerp": "x", "tekst": "x", "gepubliceerd_op": lambda s: timezone.now()}
EXEMPLAAR = {"brief": brief, "naam": "x", "rol": "x", "document": pdf, "sha256": "x"}
KLAAR = {
    "dossier_id": lambda s: s.dossier.pk,
    "wereld": "zorg",
    "actie": "x",
    "formulier": {},
    "door": _anke,
}

BRIEVEN = {
    "bijlage_een_keer": tweemaal(Bijlage, brief=brief, document=pdf, titel="x"),
    "brief_vervangt_ander": lambda s: brief(s, pk=987654, vervangt_id=987654),
    "briefhoofd_een_per_dag": tweemaal(Briefhoofd, regio=_almelo, geldig_vanaf=DAG_1),
    "briefsjabloon_code": rijen(Briefsjabloon, **{**SJABLOON, "code": "BRIEF"}),
    "briefsjabloon_een_concept": twee_teksten,
    "briefsjabloon_een_per_versie": tweemaal(Briefsjabloon, **SJABLOON),
    "exemplaar_email_met_adres": rijen(Exemplaar, **EXEMPLAAR, kanaal="email", adres=["x"]),
    "exemplaar_post_met_adres": rijen(Exemplaar, **EXEMPLAAR, kanaal="post", email="x@example.org"),
    "klaargezet_een_per_dossier": tweemaal(Klaargezet, **KLAAR),
    "klaargezet_ingetrokken_door": rijen(Klaargezet, **KLAAR, ingetrokken_op=lambda s: timezone.now()),
    "klaargezet_weg_of_ingetrokken": rijen(
        Klaargezet, **KLAAR, dagpost=dagpost, ingetrokken_op=lambda s: timezone.now(), ingetrokken_door=_anke
    ),
}

CONTRACT = {"toelating": _toelating, "vanaf": date(2030, 1, 1), "tot": date(2030, 12, 31)}
SUBSIDIE = {"soort": "subsidie", "doelen": ["herstel"], "afspraak": "x", "verantwoorden_uiterlijk": date(2031, 4, 1)}
GESPREK = {"toelating": _toelating, "gepland_op": DAG_1}
AF = {"gehouden_op": DAG_1, "gesloten_op": DAG_1, "gesloten_door": _anke, "verslag": "x", "aanwezigen": "x"}
AFSPRAAK = {"toelating": _toelating, "tekst": "x", "wie": "cimot", "gemaakt_op": DAG_2, "uiterlijk": DAG_2}
LOCATIE = {"naam": "x", "vanaf": DAG_1, "capaciteit": 1}
PLEK = {"locatie": lambda s: s.locatie, "naam": "1", "vanaf": DAG_1}
MAATREGEL = {"toelating": _toelating, "soort": "opschorting", "reden": "x", "vanaf": DAG_1}
PERSOON = {"aanbieder": _aanbieder, "naam": "x", "telefoon": "0546-000000", "vanaf": DAG_1}
KWALITEIT = {"toelating": _toelating, "eis": "vog", "uitkomst": "voldoet", "gezien_op": DAG_1, "door": _anke}
GELD = {"toelating": _toelating, "boekjaar": 2025, "solvabiliteit": 30, "oordeel": "voldoende", "gezien_op": DAG_1}
GELD |= {"door": _anke}
OVERDRACHT = {"toelating": _toelating, "kenmerk": "A-1", "product": "x"}
VERLEDEN = {"aanbieder": _aanbieder, "verleden": "awbz", "vastgesteld_op": DAG_1, "door": _anke}
PRODUCT = {"regio": _almelo, "soort": "omd", "naam": "x", "categorie": "overig", "eenheid": "uur", "periode": ALTIJD}
MAXIMUM = {"regio": _almelo, "soort": "verblijf", "bedrag": Decimal(1), "eenheid": "maand", "periode": ALTIJD}
TARIEF = {**MAXIMUM, "aanbieder": _aanbieder}
NIETS = DateRange(DAG_2, DAG_2)

AANBIEDERS = {
    "aanbieder_agb_acht_cijfers": wijzig(ab.Aanbieder, agb="1234567"),
    "aanbieder_kvk_acht_cijfers": wijzig(ab.Aanbieder, kvk="1234567x"),
    "afspraak_gedaan_na_gemaakt": rijen(ab.Afspraak, **AFSPRAAK, gedaan_op=DAG_1),
    "afspraak_uiterlijk": rijen(ab.Afspraak, **{**AFSPRAAK, "uiterlijk": DAG_1}),
    "contactpersoon_bereikbaar": rijen(ab.Contactpersoon, **{**PERSOON, "telefoon": ""}),
    "contactpersoon_periode": rijen(ab.Contactpersoon, **{**PERSOON, **OMGEKEERD}),
    "contract_bedrag_boven_nul": rijen(ab.Contract, **CONTRACT, **SUBSIDIE, subsidie_maximaal=0),
    "contract_een_per_dag": tweemaal(ab.Contract, **CONTRACT, soort="overeenkomst"),
    "contract_periode": rijen(ab.Contract, **{**CONTRACT, **OMGEKEERD}, soort="overeenkomst"),
    "contract_subsidie_met_afspraak": rijen(ab.Contract, **CONTRACT, **{**SUBSIDIE, "doelen": []}),
    "contract_verantwoord_met_kosten": rijen(ab.Contract, **CONTRACT, **SUBSIDIE, werkelijke_kosten=5),
    "dossier_een_per_aanbieder": tweede_dossier,
    "dossier_van_een_aanbieder": lambda s: Dossier.objects.filter(wereld="aanbieders").update(organisatie=None),
    "financieletoets_boekjaar": rijen(ab.Financieletoets, **{**GELD, "boekjaar": 25}),
    "financieletoets_onvoldoende_met_uitleg": rijen(ab.Financieletoets, **{**GELD, "oordeel": "onvoldoende"}),
    "gesprek_afgerond_met_verslag": rijen(ab.Gesprek, **GESPREK, **{**AF, "verslag": ""}),
    "gesprek_een_open": tweemaal(ab.Gesprek, **GESPREK),
    "gesprek_reactie_met_datum": rijen(ab.Gesprek, **GESPREK, **AF, reactie="x"),
    "kwaliteitstoets_een_per_eis": tweemaal(ab.Kwaliteitstoets, **KWALITEIT),
    "kwaliteitstoets_niet_met_uitleg": rijen(ab.Kwaliteitstoets, **{**KWALITEIT, "uitkomst": "voldoet_niet"}),
    "locatie_capaciteit_met_eenheid": rijen(ab.Locatie, **{**LOCATIE, "capaciteit": None}),
    "locatie_code_een_keer": tweemaal(ab.Locatie, **LOCATIE, code="Z9"),
    "locatie_leeftijd": rijen(ab.Locatie, **LOCATIE, leeftijd_vanaf=30, leeftijd_tot=18),
    "locatie_periode": rijen(ab.Locatie, **{**LOCATIE, **OMGEKEERD}),
    "maatregel_advies_met_datum": rijen(ab.Maatregel, **MAATREGEL, advies="x"),
    "maatregel_een_lopend": tweemaal(ab.Maatregel, **MAATREGEL),
    "maatregel_met_reden": rijen(ab.Maatregel, **{**MAATREGEL, "reden": ""}),
    "maatregel_na_advies": rijen(ab.Maatregel, **{**MAATREGEL, "soort": "clientenstop"}),
    "maatregel_opgeheven_met_reden": rijen(ab.Maatregel, **MAATREGEL, beeindigd_op=DAG_2),
    "maatregel_periode": rijen(ab.Maatregel, **{**MAATREGEL, **OMGEKEERD}),
    "maximumtarief_boven_nul": rijen(ab.Maximumtarief, **{**MAXIMUM, "bedrag": 0}),
    "maximumtarief_een_per_dag": tweemaal(ab.Maximumtarief, **MAXIMUM),
    "maximumtarief_huisvesting": rijen(ab.Maximumtarief, **{**MAXIMUM, "soort": "omd"}),
    "maximumtarief_periode": rijen(ab.Maximumtarief, **{**MAXIMUM, "periode": NIETS}),
    "overdracht_een_per_zaak": tweemaal(ab.Overdracht, **OVERDRACHT),
    "overdracht_naar_wie": rijen(ab.Overdracht, **OVERDRACHT, overgedragen_op=DAG_1),
    "plek_een_keer": tweemaal(ab.Plek, **PLEK),
    "plek_periode": rijen(ab.Plek, **{**PLEK, **OMGEKEERD}),
    "product_een_per_dag": tweemaal(ab.Product, **PRODUCT),
    "product_periode": rijen(ab.Product, **{**PRODUCT, "periode": NIETS}),
    "tarief_boven_nul": rijen(ab.Tarief, **{**TARIEF, "bedrag": 0}),
    "tarief_een_per_dag": tweemaal(ab.Tarief, **TARIEF),
    "tarief_niet_zelfvoorzienend": rijen(ab.Tarief, **{**TARIEF, "soort": "zelfvoorzienend"}),
    "tarief_periode": rijen(ab.Tarief, **{**TARIEF, "periode": NIETS}),
    "toelating_aanvulling": wijzig(ab.Toelating, aanvulling_gevraagd_op=DAG_2, aanvulling_tot=DAG_2),
    "toelating_einde_met_reden": wijzig(ab.Toelating, eindigt_op=DAG_1),
    "toelating_periode": wijzig(ab.Toelating, toegelaten_vanaf=DAG_2, toegelaten_tot=DAG_1),
    "verleden_met_bewijs_en_reden": rijen(ab.Verledenvaststelling, **VERLEDEN, bewijs="x"),
}
# With the column empty where the rule compares it.
AANBIEDERS_LEEG = {
    "contract_subsidie_met_afspraak": rijen(ab.Contract, **CONTRACT, **{**SUBSIDIE, "verantwoorden_uiterlijk": None}),
    "contract_verantwoord_met_kosten": rijen(ab.Contract, **CONTRACT, **SUBSIDIE, verantwoord_op=DAG_1),
    "gesprek_afgerond_met_verslag": rijen(ab.Gesprek, **GESPREK, **{**AF, "gesloten_op": None}),
    "gesprek_reactie_met_datum": rijen(ab.Gesprek, **GESPREK, reactie="x", reactie_op=DAG_1),
    "locatie_capaciteit_met_eenheid": rijen(ab.Locatie, **LOCATIE, eenheid="onbekend"),
    "maatregel_advies_met_datum": rijen(ab.Maatregel, **MAATREGEL, advies_op=DAG_1),
    "product_periode": rijen(ab.Product, **{**PRODUCT, "periode": DateRange(None, DAG_2)}),
    "tarief_periode": rijen(ab.Tarief, **{**TARIEF, "periode": DateRange(None, DAG_2)}),
    "toelating_aanvulling": wijzig(ab.Toelating, aanvulling_gevraagd_op=None, aanvulling_tot=DAG_2),
    "toelating_periode": wijzig(ab.Toelating, toegelaten_vanaf=None, toegelaten_tot=DAG_1),
    "klaargezet_ingetrokken_door": rijen(Klaargezet, **KLAAR, ingetrokken_door=_anke),
}
