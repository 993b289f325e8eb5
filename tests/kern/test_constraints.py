"""Every constraint of the database is broken once by a raw row, past all forms and actions, and says its own sentence."""

from datetime import date
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from cimot.models import Bevinding, Criterium, Criteriumuitkomst, Gesprek, Onderzoek, Verslag
from cimot.processen.aanmelding import Status
from kern import actions
from kern.models import (
    Adres,
    Afwezigheid,
    Bezoek,
    Client,
    Concept,
    Dossier,
    Gebruiker,
    GelijkgesteldeDag,
    Gemeente,
    Kenmerkteller,
    Opschorting,
    RegioInstelling,
    Rolverlening,
    Signaal,
    Taak,
    Verantwoordelijkheid,
    WachtOp,
)
from tests.factories import melding, naar

DAG_1, DAG_2, DAG_3 = date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4)
ALTIJD = DateRange(date(2000, 1, 1), None, "[)")


def wijzig(model, **waarden):
    """Set columns of all rows of a model at once, by one statement."""
    return lambda s: model.objects.update(**waarden)


def tweemaal(model, **waarden):
    """The same row twice; a value may be a function of the scene."""

    def doe(s):
        rij = {naam: waarde(s) if callable(waarde) else waarde for naam, waarde in waarden.items()}
        model.objects.bulk_create([model(**rij), model(**rij)])

    return doe


def rol(naam, **plek):
    def doe(s):
        model_plek = {k: v(s) for k, v in plek.items()}
        Rolverlening.objects.bulk_create([Rolverlening(gebruiker=s.frida, rol=naam, periode=ALTIJD, **model_plek)])

    return doe


ADRES = {"straat": "A", "huisnummer": "1", "plaats": "Almelo", "soort": "brp", "client": lambda s: s.dossier.client}
BIJ_DOSSIER = {"dossier": lambda s: s.dossier, "wereld": "zorg"}
WACHT = {**BIJ_DOSSIER, "wie": "x", "door": lambda s: s.anke, "vanaf": DAG_2}
STIL = {**BIJ_DOSSIER, "taak": lambda s: s.taak, "grond": "x", "reden": "x"}
GESPREK = {"onderzoek": lambda s: s.dossier.onderzoek, "plaats": "x", "aanwezigen": "x", "door": lambda s: s.anke}

BREEKT = {
    "adres_een_lopend_per_soort": tweemaal(Adres, vanaf=DAG_1, **ADRES),
    "adres_periode": tweemaal(Adres, vanaf=DAG_2, tot=DAG_1, **ADRES),
    "afwezigheid_ander_neemt_waar": tweemaal(
        Afwezigheid, gebruiker=lambda s: s.anke, waarnemer=lambda s: s.anke, periode=DateRange(DAG_1, DAG_2)
    ),
    "afwezigheid_niet_dubbel": tweemaal(
        Afwezigheid, gebruiker=lambda s: s.anke, waarnemer=lambda s: s.karim, periode=DateRange(DAG_1, DAG_2)
    ),
    "bevinding_een_per_leefgebied": tweemaal(Bevinding, onderzoek=lambda s: s.leeg.onderzoek, leefgebied="wonen"),
    "bezoek_een": tweemaal(Bezoek, gebruiker=lambda s: s.anke, dossier=lambda s: s.dossier, op=timezone.now()),
    "client_achternaam": wijzig(Client, achternaam=""),
    "client_bsn_of_reden": wijzig(Client, bsn_index="1:x"),
    "client_bsn_uniek": wijzig(Client, bsn_index="1:x", bsn_cijfer="1:x", bsn_reden=""),
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
    "dossier_een_per_client": lambda s: Dossier.objects.update(client=s.dossier.client),
    "dossier_gesloten_na_geopend": wijzig(Dossier, gesloten_op=date(2000, 1, 1)),
    "dossier_gesloten_wereld_zonder_client": wijzig(Dossier, wereld="kwaliteit"),
    "gebruiker_email_uniek": lambda s: Gebruiker.objects.filter(pk=s.anke.pk).update(email=s.bas.email.upper()),
    "gebruiker_gebruikersnaam_uniek": lambda s: Gebruiker.objects.filter(pk=s.anke.pk).update(gebruikersnaam="BAS"),
    "gelijkgesteldedag_versie": wijzig(GelijkgesteldeDag, versie="2027"),
    "gemeente_een_centrum": lambda s: Gemeente.objects.filter(soort="twente").update(is_centrum=True),
    "gemeente_cbs_code_uniek": lambda s: Gemeente.objects.filter(soort="twente").update(cbs_code="0141"),
    "gemeente_regio_en_code": lambda s: Gemeente.objects.filter(soort="twente").update(regio=None),
    "gesprek_duur": lambda s: Gesprek.objects.create(
        uid=uuid4(), op=timezone.now(), minuten=4, **{k: v(s) if callable(v) else v for k, v in GESPREK.items()}
    ),
    "kenmerkteller_een": tweemaal(Kenmerkteller, letter="Z", jaar=2026),
    "onderzoek_identiteit_met_reden": wijzig(Onderzoek, identiteitsbewijs="niet_vastgesteld", identiteit_reden=""),
    "onderzoek_ondersteuning_met_datum": wijzig(Onderzoek, ondersteuning="ja", ondersteuning_op=None),
    "onderzoek_plan_met_datum": wijzig(Onderzoek, plan="ontvangen", plan_afgehandeld_op=None),
    "opschorting_een_lopend": tweemaal(Opschorting, vanaf=DAG_1, **STIL),
    "opschorting_periode": tweemaal(Opschorting, vanaf=DAG_3, tot=DAG_1, **STIL),
    "regioinstelling_een_per_dag": tweemaal(
        RegioInstelling, regio=lambda s: s.almelo, sleutel="mi.min_cel", waarde=5, geldig_vanaf=DAG_1, reden="x"
    ),
    "regioinstelling_met_reden": tweemaal(
        RegioInstelling, regio=lambda s: s.almelo, sleutel="mi.min_cel", waarde=5, geldig_vanaf=DAG_1, reden=""
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
    "taak_een_open": lambda s: Taak.objects.filter(dossier=s.dossier).update(code="x", status="open", gesloten_op=None),
    "taak_gesloten_met_datum": lambda s: Taak.objects.filter(pk=s.taak.pk).update(status="afgedaan", gesloten_op=None),
    "taak_vervalt_na_begin": wijzig(Taak, vervalt_op=date(2000, 1, 1)),
    "verantwoordelijkheid_een_lopend": tweemaal(
        Verantwoordelijkheid,
        dossier=lambda s: s.dossier,
        gemeente=lambda s: s.dossier.gemeente,
        regel="x",
        grond="x",
        vanaf=DAG_1,
    ),
    "verslag_definitief_met_hash": wijzig(Verslag, definitief_op=DAG_1, naar_client_op=DAG_1),
    "verslag_definitief_na_client": wijzig(Verslag, definitief_op=DAG_1, naar_client_op=DAG_2, definitief_hash="x"),
    "verslag_reactie_met_datum": wijzig(Verslag, reactie="akkoord", reactie_op=None),
    "wachtop_een_open": tweemaal(WachtOp, tot=DAG_3, **WACHT),
    "wachtop_periode": tweemaal(WachtOp, tot=DAG_1, **WACHT),
}
# Of (id, wereld) the id alone is unique already: it is there for the foreign keys of whatever points at a dossier.
ALLEEN_VOOR_SLEUTELS = {"dossier_id_wereld"}
ANDERE_WERELD = "UPDATE kern_{} SET wereld = 'kwaliteit'"
SLEUTELS = ("taak", "opschorting", "contactmoment", "herinnering", "wachtop", "toelichting")


class Scene:
    """Two dossiers with everything that a constraint speaks of."""

    def __init__(self, cast):
        self.dossier = naar(melding(cast), Status.VERSLAG_CONCEPT, cast)
        self.leeg = naar(melding(cast, naam="Leeg, L"), Status.MELDING_BEVESTIGD, cast)
        self.taak = self.dossier.taken.get(code="onderzoek")
        self.later = DateRange(date(2026, 1, 1), None, "[)")
        self.anke, self.karim, self.bas, self.frida, self.almelo = cast.anke, cast.karim, cast.bas, cast.frida, cast.almelo


def constraints():
    modellen = [m for app in ("kern", "cimot") for m in apps.get_app_config(app).get_models()]
    return {c.name: c for model in modellen for c in model._meta.constraints}


def test_every_constraint_has_an_entry_here():
    assert set(constraints()) == set(BREEKT) | ALLEEN_VOOR_SLEUTELS


def test_every_constraint_refuses_what_breaks_it(cast):
    scene, zinnen = Scene(cast), {}
    for naam, breek in BREEKT.items():
        with pytest.raises(IntegrityError) as fout, transaction.atomic():
            breek(scene)
        assert fout.value.__cause__.diag.constraint_name == naam
        zinnen[naam] = actions.zin_bij(fout.value)
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
    van_ons |= {"dossier_gesloten_wereld", "verslag_definitief_met"}
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
