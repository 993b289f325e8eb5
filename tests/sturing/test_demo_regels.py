"""Nothing in the demo contradicts the rules: deadlines, besluiten, what runs beside, and the order of what happened."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.db.models import Count, F, Q

from cimot import actions, besluittekst
from cimot.models import (
    Aanmelding,
    Aanvraag,
    Aanvulling,
    Besluit,
    Expertiseadvies,
    LandelijkeToegang,
    Mandaat,
    Spoedvoorziening,
    Verordening,
)
from kern.models import (
    Document,
    Dossier,
    Gebeurtenis,
    Gebruiker,
    Opschorting,
    Relatie,
    Samenvoeging,
    Signaal,
    Taak,
    Toestemming,
)
from kern.personen import dubbel, relaties
from kern.personen.samenvoegvoorbeeld import voorbeeld
from kern.stukken import documenten, opslag
from kern.tijd import opschorten, signalen
from kern.toegang.rollen import Klasse
from kern.werk import voorraad
from sturing import referentie
from sturing.demo import dossiers, opruimen
from sturing.demo.toneel import moment
from tests.demodag import PEILDATUM, stil

# After the holidays, before the dates of the worked examples (they come as long before it), and the days of .ci/run.
# After the holidays, before the dates of the worked examples (they come as long before it), and the awkward days of .ci/run.
DAGEN = (
    "2027-01-04", "2026-05-06", "2026-11-30", "2026-12-31", "2027-01-16", "2027-02-28", "2027-03-25", "2027-03-28",
    "2027-05-05", "2027-10-31", "2028-02-29",
)  # fmt: skip


@pytest.mark.langzaam("makes a demo of its own")
@pytest.mark.django_db
@pytest.mark.parametrize("dag", DAGEN)
def test_de_demo_kan_op_elke_dag_staan(dag):
    dag = date.fromisoformat(dag)
    referentie.laad()
    dossiers.maak(peildatum=dag, seed=3, aantal=12, meld=stil)
    assert Aanmelding.objects.count() == 12
    assert not Gebeurtenis.objects.filter(op__gt=moment(dag, 7)).exists()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    opruimen.alles()


@pytest.mark.langzaam("makes a demo of its own")
@pytest.mark.django_db
@pytest.mark.eis("SC-01")
def test_petra_gaat_zo_ver_als_de_dag_van_de_demo():
    stand = {}
    for dag in (date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 18)):
        referentie.laad()
        dossiers.maak(peildatum=dag, seed=3, aantal=2, meld=stil)
        petra = Aanmelding.objects.get(client__zoeknaam__contains=" wit petra ")
        stand[dag.day] = petra.status
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        if dag.day < 18:
            opruimen.alles()
    assert stand == {8: "verslag_definitief", 15: "besluit_4ogen", 18: "indicatie_actief"}
    taken_ = {taak.code: (taak.begin_op, taak.vervalt_op) for taak in petra.taken.all()}
    assert taken_["besluit"] == (date(2026, 12, 9), date(2026, 12, 23))
    assert taken_["bezwaar"] == (date(2026, 12, 17), date(2027, 1, 28))
    delen = {deel.soort: (deel.uren, deel.vanaf, deel.tot) for deel in petra.besluit.onderdelen.all()}
    assert delen["ozl_intensief"] == (11, date(2027, 2, 1), date(2029, 1, 31))
    assert delen.keys() == {"ozl_intensief", "omd", "verblijf"}


def mens(naam) -> Gebruiker:
    return Gebruiker.objects.get(gebruikersnaam=naam)


def taken(code, **filters):
    return Taak.objects.filter(code=code, status="open", **filters)


@pytest.mark.langzaam("computes every deadline of the demo")
def test_elke_termijn_komt_bij_herberekenen_op_dezelfde_dag_uit(gelezen):
    op = moment(PEILDATUM, 8)
    alle = Taak.objects.filter(status=Taak.Status.OPEN)
    assert alle.count() > 200
    assert opschorten.herbereken(alle, door=mens("frida"), op=op, alleen_tonen=True) == []


def test_de_controle_vindt_niets_nieuws(gelezen):
    aantal = Signaal.objects.count()
    signalen.controleer(PEILDATUM, op=moment(PEILDATUM, 8))
    assert Signaal.objects.count() == aantal > 20


def test_niets_gebeurt_na_vandaag_of_voor_wat_eraan_voorafging(gelezen):
    assert not Gebeurtenis.objects.filter(op__gt=moment(PEILDATUM, 7)).exists()
    assert not Dossier.objects.filter(Q(status_sinds__lt=F("geopend_op")) | Q(status_sinds__gt=PEILDATUM)).exists()
    vorige = {}
    for rij in Gebeurtenis.objects.filter(dossier_id__isnull=False).order_by("pk"):
        assert rij.op >= vorige.get(rij.dossier_id, rij.op), rij
        vorige[rij.dossier_id] = rij.op


def test_wat_is_vastgelegd_staat_op_zijn_eigen_dag(gelezen):
    momenten = set(Gebeurtenis.objects.values_list("op", flat=True))
    for model in (Dossier, Document, Relatie, Toestemming):
        assert set(model.objects.values_list("vastgelegd_op", flat=True)) <= momenten, model


def test_elk_besluit_is_geschreven_bekeken_en_ondertekend_door_wie_dat_mag(gelezen):
    verzonden = Besluit.objects.filter(verzonden_op__isnull=False)
    assert set(verzonden.values_list("uitkomst", flat=True)) == set(Besluit.Uitkomst.values)
    for besluit in Besluit.objects.exclude(tekst_hash="").select_related("mandaat", "dossier"):
        zaak = besluit.dossier.concreet()
        # An earlier besluit of the same dossier was hashed with what held then.
        assert besluit != zaak.besluit or besluit.tekst_hash == besluittekst.hash_van(zaak), zaak
        assert besluit.mandaat.gebruiker_id == besluit.ondertekenaar_id
        assert besluit.mandaat.college == actions.college(zaak)
        assert besluit.goedgekeurd_op in besluit.mandaat.periode
        assert besluit.goedgekeurd_door_id != besluit.auteur_id
    # Who got a besluit may object for six weeks, and the demo has some of those.
    assert taken("bezwaar", vervalt_op__gt=PEILDATUM).exists()
    assert Taak.objects.filter(code="bezwaar", status="verstreken").exists()


def test_wie_tekent_heeft_een_mandaat_voor_elk_besluit(gelezen):
    gevonden = Mandaat.objects.filter(periode__contains=PEILDATUM).values_list("gebruiker__gebruikersnaam", "college__naam")
    assert set(gevonden) == {("tineke", "Almelo"), ("ruben", "Enschede")}
    assert Mandaat.objects.count() == 6
    assert Verordening.objects.filter(periode__contains=PEILDATUM).count() == 2


@pytest.mark.eis("L-59", "L-58", "L-12")
def test_aanvragen_in_elke_stand(gelezen):
    onvolledig = Aanmelding.objects.filter(status="aanvraag_onvolledig")
    open_ = Aanvulling.objects.filter(aanvraag__aanmelding__in=onvolledig, ontvangen_op__isnull=True)
    assert open_.filter(gesteld_tot__gt=PEILDATUM).exists()
    assert open_.filter(gesteld_tot__lt=PEILDATUM).exists()
    assert open_.filter(gesteld_tot__isnull=True).exists()
    besluit = taken("besluit")
    assert any(taak.stil_op(PEILDATUM) for taak in besluit), "one stands still now"
    assert besluit.filter(vervalt_op__lt=PEILDATUM).exists()
    te_laat = Aanvraag.objects.filter(mededeling_op__isnull=False, aanmelding__gesloten_op__isnull=True)
    assert te_laat.filter(mededeling_tot__gt=PEILDATUM).exists()
    eerder = Aanvulling.objects.filter(ontvangen_op__lt=F("gesteld_tot")).get()
    stil = Opschorting.objects.get(dossier=eerder.aanvraag_id)
    assert stil.tot == eerder.ontvangen_op - timedelta(days=1)
    assert Aanvraag.objects.filter(aanmelding__status="onderzoek").exists()


def test_spoed_en_landelijk_in_elke_stand(gelezen):
    loopt = Spoedvoorziening.objects.filter(status="tijdelijk_besluit")
    assert loopt.filter(tijdelijk_tot__gte=PEILDATUM).count() == loopt.count() >= 3
    assert Gebeurtenis.objects.filter(actie="voorziening_verlengen").exists()
    assert taken("spoed").exists()
    assert LandelijkeToegang.objects.filter(status="lt_daar", akkoord_op__isnull=False).exists()
    assert LandelijkeToegang.objects.filter(status="lt_daar", akkoord_op__isnull=True).exists()
    over = LandelijkeToegang.objects.get(status="overdracht_afgerond")
    assert over.hoofddossier.status == "doorgezonden" and over.overgenomen_op


@pytest.mark.eis("L-01", "L-37", "R-ORG-12")
def test_rond_de_client_staat_van_alles(gelezen):
    soorten = {"curator", "mentor", "bewindvoerder", "ouder", "hulpverlener"}
    assert soorten <= set(Relatie.objects.values_list("soort", flat=True))
    assert Toestemming.objects.op(PEILDATUM).count() >= 10
    assert Toestemming.objects.filter(ingetrokken_op__isnull=False).count() >= 2
    assert Expertiseadvies.objects.filter(gegeven_op__isnull=True).exists()
    assert Expertiseadvies.objects.filter(gegeven_op__isnull=False).exists()
    for relatie in Relatie.objects.filter(soort="curator").select_related("client"):
        assert relaties.ontvangers(relatie.client, PEILDATUM)[0].relatie == relatie
    gedeeld = Dossier.objects.filter(medebehandelaars__isnull=False)
    assert gedeeld.filter(regio__code="almelo").exists() and gedeeld.filter(regio__code="enschede").exists()


def test_documenten_zijn_te_openen(gelezen):
    alle = list(Document.objects.all())
    assert {document.soort for document in alle} >= {"besluit", "medisch", "geld", "plan"}
    assert {document.klasse for document in alle} >= {Klasse.D4, Klasse.D6}
    for document in alle:
        with opslag.lees(document.uuid) as bestand:
            assert opslag.som(bestand) == document.sha256
        assert not documenten.weigering(document)


@pytest.mark.eis("R-AAN-03")
def test_een_mens_die_er_twee_keer_staat(gelezen):
    """One pair to merge, without anything in the way, and one that was merged."""
    tineke = mens("tineke")
    paren = dubbel.mogelijk(tineke)
    assert any(not voorbeeld(een, ander, gebruiker=tineke).blokkades for een, ander in paren)
    samen = Samenvoeging.objects.get()
    assert samen.bron.samengevoegd_met == samen.doel and samen.doel.dossiers.count() == 2
    assert not samen.bron.dossiers.exists()


@pytest.mark.parametrize("wie", ["tineke", "ruben"])
def test_de_teamleider_heeft_besluiten_te_bekijken(gelezen, wie):
    leider = mens(wie)
    gevraagd = voorraad.in_kring(leider, "mij", voorraad.vanzelf(leider, PEILDATUM))
    assert gevraagd.filter(status="besluit_4ogen").count() >= 3


def test_een_client_heeft_hoogstens_een_open_aanmelding(gelezen):
    open_ = Aanmelding.objects.filter(gesloten_op__isnull=True, client__isnull=False)
    assert not open_.values("client").annotate(n=Count("pk")).filter(n__gt=1).exists()
