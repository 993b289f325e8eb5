"""Every constraint of the database is broken once by a raw row, past all forms and actions, and says its own sentence."""

from datetime import date
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F
from django.utils import timezone

from cimot.models import (
    Aanvraag,
    Aanvulling,
    Besluit,
    Besluitonderdeel,
    Bevinding,
    Criterium,
    Criteriumuitkomst,
    Expertiseadvies,
    Gesprek,
    Kansweging,
    LandelijkeToegang,
    Mandaat,
    Onderzoek,
    Spoedvoorziening,
    Verordening,
    Verslag,
)
from cimot.processen.aanmelding import Status
from kern.models import (
    Adres,
    Afwezigheid,
    Bezoek,
    Client,
    Concept,
    Document,
    Dossier,
    Gebruiker,
    GelijkgesteldeDag,
    Gemeente,
    Kenmerkteller,
    Opschorting,
    RegioInstelling,
    Relatie,
    Rolverlening,
    Samenvoeging,
    Signaal,
    Taak,
    Toestemming,
    Verantwoordelijkheid,
    WachtOp,
)
from kern.proces import actions
from tests.aanbieders import opstelling
from tests.factories import landelijk, melding, naar, spoed
from tests.kern import breekt
from tests.kern.breekt import tweemaal, wijzig

DAG_1, DAG_2, DAG_3 = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4)
ALTIJD = DateRange(date(2000, 1, 1), None, "[)")


def rol(naam, **plek):
    def doe(s):
        model_plek = {k: v(s) for k, v in plek.items()}
        Rolverlening.objects.bulk_create([Rolverlening(gebruiker=s.frida, rol=naam, periode=ALTIJD, **model_plek)])

    return doe


def naast(maak, model, **waarden):
    """The same as `wijzig`, of what runs beside a dossier."""

    def doe(s):
        maak(s.cast, aanmelding=s.leeg)
        model.objects.update(**waarden)

    return doe


def document(s, **waarden):
    rij = {"dossier": s.dossier, "wereld": "zorg", "titel": "x", "sha256": "x", "grootte": 1, "gedateerd_op": DAG_2}
    return Document.objects.create(**rij, door=s.anke, **waarden)


def twee_naast(s):
    """Two linked dossiers of one kind, both moved to the same first one."""
    for hoofd in (s.dossier, s.leeg):
        spoed(s.cast, aanmelding=hoofd)
    Dossier.objects.filter(soort="spoed").update(hoofddossier=s.leeg)


ADRES = {"straat": "A", "huisnummer": "1", "plaats": "Almelo", "soort": "brp", "client": lambda s: s.dossier.client}
BIJ_DOSSIER = {"dossier": lambda s: s.dossier, "wereld": "zorg"}
WACHT = {**BIJ_DOSSIER, "wie": "x", "door": lambda s: s.anke, "vanaf": DAG_2}
STIL = {**BIJ_DOSSIER, "taak": lambda s: s.taak, "grond": "x", "reden": "x"}
GESPREK = {"onderzoek": lambda s: s.dossier.onderzoek, "plaats": "x", "aanwezigen": "x", "door": lambda s: s.anke}
RELATIE = {"client": lambda s: s.dossier.client, "soort": "ouder", "naam": "x", "vanaf": DAG_2, "door": lambda s: s.anke}
SAMEN = {"bron": lambda s: s.dossier.client, "doel_versie": 1, "door": lambda s: s.anke}
VERZOEK = {"aanvraag": lambda s: s.zaak.aanvraag, "ontbreekt": "x", "gevraagd_op": DAG_2, "via": "brief"}
ADVIES = {"discipline": "ggz", "adviseur": "x", "vraag": "x", "gevraagd_op": DAG_2, "door": lambda s: s.anke}
LATER = date(2030, 1, 1)

BREEKT = {
    "aanvraag_compleet_na_ontvangst": wijzig(Aanvraag, compleet_op=date(2000, 1, 1)),
    "aanvraag_mededeling_met_datum": wijzig(Aanvraag, mededeling_op=DAG_2, mededeling_tot=DAG_2),
    "aanvulling_een_open": tweemaal(Aanvulling, **VERZOEK),
    "aanvulling_ontvangen_na_verzoek": tweemaal(Aanvulling, ontvangen_op=DAG_1, **VERZOEK),
    "aanvulling_termijn_na_verzoek": tweemaal(Aanvulling, gesteld_tot=DAG_2, **VERZOEK),
    "adres_een_lopend_per_soort": tweemaal(Adres, vanaf=DAG_1, **ADRES),
    "adres_periode": tweemaal(Adres, vanaf=DAG_2, tot=DAG_1, **ADRES),
    "afwezigheid_ander_neemt_waar": tweemaal(
        Afwezigheid, gebruiker=lambda s: s.anke, waarnemer=lambda s: s.anke, periode=DateRange(DAG_1, DAG_2)
    ),
    "afwezigheid_niet_dubbel": tweemaal(
        Afwezigheid, gebruiker=lambda s: s.anke, waarnemer=lambda s: s.karim, periode=DateRange(DAG_1, DAG_2)
    ),
    "besluit_aanvraag_goedgekeurd": wijzig(Besluit, goedgekeurd_door=None, verzonden_op=LATER),
    "besluit_gehoord_met_datum": wijzig(Besluit, gehoord="gehoord"),
    "besluit_goedgekeurd_met_datum": wijzig(Besluit, goedgekeurd_op=None, tekst_hash=""),
    "besluit_een_in_concept": tweemaal(Besluit, dossier=lambda s: s.zaak, wereld="zorg", auteur=lambda s: s.anke),
    "besluit_goedgekeurd_met_mandaat": wijzig(Besluit, mandaat=None),
    "besluit_verzonden_na_goedkeuring": wijzig(Besluit, verzonden_op=date(2000, 1, 1)),
    "besluit_vier_ogen": wijzig(Besluit, goedgekeurd_door=F("auteur")),
    "besluit_weigering_met_grond": wijzig(Besluit, uitkomst="afwijzing", verzonden_op=LATER),
    "besluitonderdeel_een_variant": tweemaal(
        Besluitonderdeel, besluit=lambda s: s.zaak.besluit, groep="toeslag", soort="toeslag", beslissing="afgewezen"
    ),
    "besluitonderdeel_met_einddatum": wijzig(Besluitonderdeel, tot=date(2000, 1, 1)),
    "besluitonderdeel_ozl_uren": wijzig(Besluitonderdeel, uren=10),
    "besluitonderdeel_soort_bij_groep": wijzig(Besluitonderdeel, groep="omd"),
    "besluitonderdeel_woon_bij_feit": wijzig(
        Besluitonderdeel, groep="woon", soort="compensatie", uren=None, huurt_van="aanbieder", draagkracht="voldoende"
    ),
    "bevinding_een_per_leefgebied": tweemaal(Bevinding, onderzoek=lambda s: s.leeg.onderzoek, leefgebied="wonen"),
    "bezoek_een": tweemaal(Bezoek, gebruiker=lambda s: s.anke, dossier=lambda s: s.dossier, op=timezone.now()),
    "client_achternaam": wijzig(Client, achternaam=""),
    "client_bsn_of_reden": wijzig(Client, bsn_index="1:x"),
    "client_bsn_uniek": wijzig(Client, bsn_index="1:x", bsn_cijfer="1:x", bsn_reden=""),
    "client_kanaal_email": wijzig(Client, kanaal="email", email=""),
    "client_niet_met_zichzelf": wijzig(Client, samengevoegd_met=F("pk")),
    "client_geboren_vorm": wijzig(Client, geboren="2007-13-01"),
    "concept_een_per_formulier": tweemaal(
        Concept, gebruiker=lambda s: s.anke, sleutel="/x/", velden={}, bewaard_op=timezone.now()
    ),
    "criterium_een_versie_per_dag": lambda s: Criterium.objects.bulk_create(
        [Criterium(regio=s.almelo, onderwerp="bw", code="x", vraag="x", bron="x", periode=p) for p in (ALTIJD, s.later)]
    ),
    "criteriumuitkomst_een": tweemaal(
        Criteriumuitkomst, onderzoek=lambda s: s.leeg.onderzoek, criterium=lambda s: Criterium.objects.first()
    ),
    "dossier_een_neven": twee_naast,
    "document_een_keer": lambda s: [document(s) for _ in range(2)],
    "document_ingetrokken_met_reden": lambda s: document(s, ingetrokken_op=timezone.now()),
    "document_scan_met_moment": lambda s: document(s, scan="schoon"),
    "dossier_een_per_client": lambda s: Dossier.objects.filter(wereld="zorg").update(client=s.dossier.client),
    "dossier_gesloten_na_geopend": wijzig(Dossier, gesloten_op=date(2000, 1, 1)),
    "dossier_gesloten_wereld_zonder_client": wijzig(Dossier, wereld="kwaliteit"),
    "dossier_niet_bij_zichzelf": lambda s: Dossier.objects.update(hoofddossier=F("id")),
    "expertiseadvies_met_datum": tweemaal(Expertiseadvies, onderzoek=lambda s: s.leeg.onderzoek, advies="x", **ADVIES),
    "gebruiker_email_uniek": lambda s: Gebruiker.objects.filter(pk=s.anke.pk).update(email=s.bas.email.upper()),
    "gebruiker_gebruikersnaam_uniek": lambda s: Gebruiker.objects.filter(pk=s.anke.pk).update(gebruikersnaam="BAS"),
    "gelijkgesteldedag_versie": wijzig(GelijkgesteldeDag, versie="2027"),
    "gemeente_een_centrum": lambda s: Gemeente.objects.filter(soort="twente").update(is_centrum=True),
    "gemeente_cbs_code_uniek": lambda s: Gemeente.objects.filter(soort="twente").update(cbs_code="0141"),
    "gemeente_regio_en_code": lambda s: Gemeente.objects.filter(soort="twente").update(regio=None),
    "gesprek_duur": lambda s: Gesprek.objects.create(
        uid=uuid4(), op=timezone.now(), minuten=4, **{k: v(s) if callable(v) else v for k, v in GESPREK.items()}
    ),
    "kansweging_een_per_criterium": tweemaal(
        Kansweging, landelijk=lambda s: landelijk(s.cast, aanmelding=s.leeg), criterium="wens", voorkeur="hier"
    ),
    "kenmerkteller_een": tweemaal(Kenmerkteller, letter="Z", jaar=2026),
    "landelijketoegang_akkoord_met_datum": naast(landelijk, LandelijkeToegang, akkoord_naam="x"),
    "landelijketoegang_overname_met_datum": naast(landelijk, LandelijkeToegang, overgenomen_op=DAG_1),
    "landelijketoegang_woonperiode": naast(landelijk, LandelijkeToegang, woonde_vanaf=DAG_2, woonde_tot=DAG_1),
    "mandaat_een_per_dag": tweemaal(
        Mandaat, gebruiker=lambda s: s.anke, college=lambda s: s.dossier.gemeente, soort="aanvraag", periode=ALTIJD, bron="x"
    ),
    "onderzoek_identiteit_met_reden": wijzig(Onderzoek, identiteitsbewijs="niet_vastgesteld", identiteit_reden=""),
    "onderzoek_ondersteuning_met_datum": wijzig(Onderzoek, ondersteuning="ja", ondersteuning_op=None),
    "onderzoek_plan_met_datum": wijzig(Onderzoek, plan="ontvangen", plan_afgehandeld_op=None),
    "onderzoek_wlz_met_medewerking": wijzig(Onderzoek, wlz="ja", wlz_medewerking=""),
    "opschorting_een_lopend": tweemaal(Opschorting, vanaf=DAG_1, **STIL),
    "opschorting_periode": tweemaal(Opschorting, vanaf=DAG_3, tot=DAG_1, **STIL),
    "regioinstelling_een_per_dag": tweemaal(
        RegioInstelling, regio=lambda s: s.almelo, sleutel="mi.min_cel", waarde=5, geldig_vanaf=DAG_1, reden="x"
    ),
    "regioinstelling_met_reden": tweemaal(
        RegioInstelling, regio=lambda s: s.almelo, sleutel="mi.min_cel", waarde=5, geldig_vanaf=DAG_1, reden=""
    ),
    "relatie_brieven_met_adres": wijzig(Relatie, krijgt_brieven=True),
    "relatie_door_rechter": wijzig(Relatie, soort="mentor", grond="volmacht"),
    "relatie_een_curator": tweemaal(
        Relatie, **{**RELATIE, "soort": "curator", "grond": "rechter", "email": "x@example.org"}
    ),
    "relatie_een_eerste_contact": tweemaal(Relatie, is_eerste_contact=True, **RELATIE),
    "relatie_gemachtigde_met_volmacht": wijzig(Relatie, soort="gemachtigde", grond="wet"),
    "relatie_periode": wijzig(Relatie, tot=DAG_1),
    "relatie_rechter_benoemt": wijzig(Relatie, grond="rechter"),
    "relatie_wet_voor_naasten": wijzig(Relatie, soort="ondersteuner", grond="wet"),
    "samenvoeging_een_keer": tweemaal(Samenvoeging, doel=lambda s: s.leeg.client, **SAMEN),
    "samenvoeging_twee_personen": lambda s: Samenvoeging.objects.create(
        doel=s.dossier.client, bron=s.dossier.client, doel_versie=1, door=s.anke
    ),
    "rolverlening_met_gemeente": rol("regiogemeente"),
    "rolverlening_met_organisatie": rol("corporatie"),
    "rolverlening_met_regio": rol("teamleider"),
    "rolverlening_niet_aan_zichzelf": rol("archief", verleend_door=lambda s: s.frida),
    "rolverlening_niet_dubbel": rol("functioneel_beheerder"),
    "rolverlening_toezicht_apart": lambda s: Rolverlening.objects.bulk_create(
        [Rolverlening(gebruiker=s.anke, rol="toezicht_kwaliteit", periode=ALTIJD)]
    ),
    "signaal_een_per_drempel": tweemaal(
        Signaal, taak=lambda s: s.taak, wereld="zorg", drempel=7, vervalt_op=DAG_1, op=DAG_1
    ),
    "spoedvoorziening_periode": naast(spoed, Spoedvoorziening, tijdelijk_vanaf=DAG_2, tijdelijk_tot=DAG_1),
    "taak_een_open": lambda s: Taak.objects.filter(dossier=s.dossier).update(code="x", status="open", gesloten_op=None),
    "taak_gesloten_met_datum": lambda s: Taak.objects.filter(pk=s.taak.pk).update(status="afgedaan", gesloten_op=None),
    "taak_vervalt_na_begin": wijzig(Taak, vervalt_op=date(2000, 1, 1)),
    "toestemming_ingetrokken": wijzig(Toestemming, ingetrokken_op=DAG_2),
    "toestemming_periode": wijzig(Toestemming, geldig_tot=DAG_1),
    "verantwoordelijkheid_een_lopend": tweemaal(
        Verantwoordelijkheid,
        dossier=lambda s: s.dossier,
        gemeente=lambda s: s.dossier.gemeente,
        regel="x",
        grond="x",
        vanaf=DAG_1,
    ),
    "verordening_een_per_dag": tweemaal(
        Verordening, college=lambda s: s.dossier.gemeente, naam="x", versie="1", periode=ALTIJD
    ),
    "verslag_definitief_met_hash": wijzig(Verslag, definitief_op=DAG_1, naar_client_op=DAG_1),
    "verslag_definitief_na_client": wijzig(Verslag, definitief_op=DAG_1, naar_client_op=DAG_2, definitief_hash="x"),
    "verslag_reactie_met_datum": wijzig(Verslag, reactie="akkoord", reactie_op=None),
    "wachtop_een_open": tweemaal(WachtOp, tot=DAG_3, **WACHT),
    "wachtop_periode": tweemaal(WachtOp, tot=DAG_1, **WACHT),
    **breekt.BRIEVEN,
    **breekt.AANBIEDERS,
}
# A comparison with an empty column is neither true nor false, and a check lets that pass: the same rules once more.
LEEG = {
    "toestemming_ingetrokken": wijzig(Toestemming, ingetrokken_via="telefoon"),
    "aanvraag_mededeling_met_datum": wijzig(Aanvraag, mededeling_op=DAG_2, mededeling_tot=None),
    "besluitonderdeel_met_einddatum": wijzig(Besluitonderdeel, tot=None),
    "besluitonderdeel_ozl_uren": wijzig(Besluitonderdeel, uren=None),
    "expertiseadvies_met_datum": BREEKT["expertiseadvies_met_datum"],
    "spoedvoorziening_periode": naast(spoed, Spoedvoorziening, tijdelijk_vanaf=DAG_2),
    "besluitonderdeel_woon_bij_feit": wijzig(
        Besluitonderdeel, groep="woon", soort="verblijf", uren=None, huurt_van="derde", draagkracht=""
    ),
    **breekt.AANBIEDERS_LEEG,
}
# Of (id, wereld) the id alone is unique already: it is there for the foreign keys of whatever points at it.
ALLEEN_VOOR_SLEUTELS = {"dossier_id_wereld", "brief_id_wereld"}
ANDERE_WERELD = "UPDATE kern_{} SET wereld = 'kwaliteit'"
SLEUTELS = ("taak", "opschorting", "contactmoment", "herinnering", "wachtop", "toelichting", "document", "klaargezet")


class Scene:
    """Dossiers with everything that a constraint speaks of."""

    def __init__(self, cast):
        self.dossier = naar(melding(cast), Status.VERSLAG_CONCEPT, cast)
        self.leeg = naar(melding(cast, naam="Leeg, L"), Status.MELDING_BEVESTIGD, cast)
        client, door = self.dossier.client, cast.anke
        Relatie.objects.create(client=client, soort="ouder", naam="x", vanaf=DAG_2, door=door)
        Toestemming.objects.create(client=client, waarvoor="delen", partij="x", omvang="x", gegeven_op=DAG_2, door=door)
        self.zaak = naar(melding(cast, naam="Besluit, B"), Status.BESLUIT_ONDERTEKEND, cast)
        self.taak = self.dossier.taken.get(code="onderzoek")
        self.toelating = opstelling.toelating(cast.coen, opstelling.aanbieder(), cast.almelo, contract=False)
        self.locatie = opstelling.locatie(self.toelating.organisatie.aanbieder)
        self.cast = cast
        self.later = DateRange(date(2026, 1, 1), None, "[)")
        self.anke, self.karim, self.bas, self.frida, self.almelo = cast.anke, cast.karim, cast.bas, cast.frida, cast.almelo


def constraints():
    modellen = [m for app in ("kern", "cimot", "aanbieders") for m in apps.get_app_config(app).get_models()]
    return {c.name: c for model in modellen for c in model._meta.constraints}


def test_every_constraint_has_an_entry_here():
    assert set(constraints()) == set(BREEKT) | ALLEEN_VOOR_SLEUTELS


def _gebroken(breek, scene) -> tuple[str | None, str | None]:
    """Which constraint refuses it, and what it says; None when nothing does. Nothing of it stays."""
    try:
        with transaction.atomic():
            breek(scene)
            transaction.set_rollback(True)
    except IntegrityError as fout:
        return fout.__cause__.diag.constraint_name, actions.zin_bij(fout)
    return None, None


def test_every_constraint_refuses_what_breaks_it(cast):
    scene, zinnen, anders = Scene(cast), {}, []
    for naam, breek in [*BREEKT.items(), *LEEG.items()]:
        gebroken, zin = _gebroken(breek, scene)
        if gebroken != naam:
            anders.append(f"{naam}: broken is {gebroken}")
        zinnen.setdefault(naam, zin)
    assert not anders
    # A rule that people can break has its sentence; the others are broken only by a mistake of ours.
    van_ons = {
        "taak_",
        "signaal_",
        "kenmerkteller_",
        "concept_",
        "bezoek_",
        "opschorting_periode",
        "bevinding_",
        "criteriumu",
    }
    van_ons |= {"samenvoeging_twee_personen", "client_niet_met_zichzelf"}
    van_ons |= {"dossier_gesloten_wereld", "verslag_definitief_met", "dossier_niet_bij_zichzelf", "kansweging_"}
    van_ons |= {"besluit_goedgekeurd_met_datum", "besluitonderdeel_soort_bij_groep", "document_scan_met_moment"}
    van_ons |= {"bijlage_", "brief_", "briefsjabloon_een_per_versie", "klaargezet_weg", "klaargezet_ingetrokken"}
    van_ons |= {"dossier_van_een_aanbieder", "kwaliteitstoets_een", "locatie_code", "overdracht_een"}
    zonder = {naam for naam, zin in zinnen.items() if not zin}
    assert {naam for naam in zonder if not naam.startswith(tuple(van_ons))} == set()
    assert all(zin.endswith(".") and "!" not in zin for zin in zinnen.values() if zin)


def test_a_copy_of_the_world_that_is_not_that_of_its_dossier_is_refused(cast):
    dossier = melding(cast)
    dossier.herinneringen.create(wereld="zorg", gebruiker=cast.anke, op=DAG_1, tekst="x")
    dossier.wachten.create(wereld="zorg", wie="x", vanaf=DAG_1, tot=DAG_2, door=cast.anke)
    dossier.contactmomenten.create(wereld="zorg", op=timezone.now(), met="x", tekst="x", door=cast.anke)
    dossier.toelichtingen.create(wereld="zorg", gebeurtenis_id=1, reden="x")
    dossier.taken.first().opschortingen.create(dossier=dossier, wereld="zorg", vanaf=DAG_1, tot=DAG_2, grond="x", reden="x")
    dossier.documenten.create(wereld="zorg", titel="x", sha256="x", grootte=1, gedateerd_op=DAG_1, door=cast.anke)
    dossier.klaargezet.create(wereld="zorg", actie="x", formulier={}, door=cast.anke)
    for tabel in SLEUTELS:
        with pytest.raises(IntegrityError) as fout, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(ANDERE_WERELD.format(tabel))
            assert cursor.rowcount
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        assert fout.value.__cause__.diag.constraint_name == f"{tabel}_wereld"


@pytest.mark.eis("L-74")
@pytest.mark.parametrize("opdracht", ["UPDATE kern_{} SET op = now()", "DELETE FROM kern_{}"])
@pytest.mark.parametrize("tabel", ["gebeurtenis", "inzage"])
def test_the_logs_only_grow(cast, inloggen, opdracht, tabel):
    dossier = melding(cast)
    inloggen(cast.bas).get(f"/aanmelding/{dossier.pk}/")
    with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht.format(tabel))
