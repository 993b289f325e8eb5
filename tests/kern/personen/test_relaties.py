"""Who stands beside a client: what is refused, who represents him, who gets letters and invitations, what he allows."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cimot import actions as cimot
from kern.models import Client, Document, Dossier, Gebeurtenis, Relatie, Toestemming
from kern.personen import clienten, relaties
from kern.proces.weigering import Weigering
from kern.toegang.rollen import Klasse
from tests.draden import tegelijk
from tests.factories import melding, moment

pytestmark = pytest.mark.django_db
VROEG, DAG, LAAT = date(2026, 1, 1), date(2026, 6, 1), date(2026, 6, 2)
OP = moment("2026-06-01")
THUIS = {"straat": "Dorpsstraat", "huisnummer": "2", "postcode": "7641 AA", "plaats": "Wierden"}
KAART = {Klasse.D1, Klasse.D3}


@pytest.fixture
def petra(cast):
    return melding(cast).client


@pytest.fixture
def voeg(cast, petra):
    """Add somebody beside Petra: `voeg("mentor", "Mia")`."""

    def doe(soort, naam, **anders):
        gegevens = {"soort": soort, "naam": naam, "vanaf": VROEG, **anders}
        return relaties.relatie_toevoegen(petra, door=cast.bas, op=OP, **gegevens)

    return doe


def opnieuw(rij):
    return rij.__class__.objects.get(pk=rij.pk)


def document(dossier, door, **anders):
    gegevens = {"titel": "Beschikking", "bestandsnaam": "b.pdf", "mime": "application/pdf", "grootte": 1}
    gegevens |= {"sha256": f"{Document.objects.count():064}", "gedateerd_op": VROEG, **anders}
    return Document.objects.create(dossier_id=dossier.pk, wereld="zorg", door=door, **gegevens)


# What is refused.

ZONDER_ADRES = "Hij krijgt brieven. Vul straat, huisnummer en plaats in, of een e-mailadres."
GEWEIGERD = [
    ({"soort": "mentor", "grond": "volmacht"}, "grond", "heeft een uitspraak nodig"),
    ({"soort": "curator", "grond": "geen", "email": "c@example.org"}, "grond", "heeft een uitspraak nodig"),
    ({"soort": "voogd", "grond": "wet"}, "grond", "heeft een uitspraak nodig"),
    ({"soort": "bewindvoerder", "grond": "geen"}, "grond", "heeft een uitspraak nodig"),
    ({"soort": "gemachtigde", "grond": "wet"}, "grond", "volmacht van de cliënt nodig"),
    ({"soort": "gemachtigde", "grond": "geen"}, "grond", "volmacht van de cliënt nodig"),
    ({"soort": "gemachtigde", "grond": "rechter"}, "grond", "volmacht van de cliënt nodig"),
    ({"soort": "ouder", "grond": "rechter"}, "grond", "De rechter benoemt een curator"),
    ({"soort": "hulpverlener", "grond": "wet"}, "grond", "Volgens de wet kan alleen"),
    ({"soort": "mantelzorger", "grond": "wet"}, "grond", "Volgens de wet kan alleen"),
    ({"soort": "ouder", "krijgt_brieven": True}, "straat", ZONDER_ADRES),
    ({"soort": "ouder", "krijgt_brieven": True, "straat": "Dorpsstraat", "plaats": "Wierden"}, "straat", ZONDER_ADRES),
    ({"soort": "curator"}, "straat", ZONDER_ADRES),
    ({"soort": "ouder", "tot": date(2025, 12, 31)}, "tot", "vóór de begindatum"),
]


@pytest.mark.eis("L-01")
@pytest.mark.parametrize(("gegevens", "veld", "zin"), GEWEIGERD)
def test_a_relation_that_cannot_be_is_refused_next_to_its_field(voeg, gegevens, veld, zin):
    with pytest.raises(Weigering, match=zin) as fout:
        voeg(naam="Mia", **gegevens)
    assert fout.value.veld == veld
    assert not Relatie.objects.exists()


VANZELF = {"mentor": "rechter", "bewindvoerder": "rechter", "voogd": "rechter", "gemachtigde": "volmacht", "ouder": "geen"}


@pytest.mark.eis("L-01")
@pytest.mark.parametrize(("soort", "grond"), VANZELF.items())
def test_the_ground_follows_from_the_kind_when_it_is_left_open(voeg, cast, soort, grond):
    relatie = voeg(soort, "Mia")
    assert relatie.grond == grond
    relatie = relaties.relatie_wijzigen(relatie, door=cast.bas, op=OP, grond="", soort="mentor")
    assert relatie.grond == "rechter"


def test_one_curator_at_a_time_and_one_who_is_called_first(voeg, cast):
    curator = voeg("curator", "Cor", email="c@example.org", tot=DAG)
    with pytest.raises(Weigering, match="Er is in die tijd al een curator") as fout:
        voeg("curator", "Cees", email="c@example.org", vanaf=DAG)
    assert fout.value.veld == "vanaf"
    opvolger = voeg("curator", "Cees", email="c@example.org", vanaf=LAAT)
    with pytest.raises(Weigering, match="al een curator"):
        relaties.relatie_wijzigen(curator, door=cast.bas, op=OP, tot=None)
    voeg("ouder", "Moe", is_eerste_contact=True)
    with pytest.raises(Weigering, match="Er is al iemand die u het eerst belt") as fout:
        relaties.relatie_wijzigen(opvolger, door=cast.bas, op=OP, is_eerste_contact=True)
    assert fout.value.veld == "is_eerste_contact"


def test_evidence_is_a_document_of_this_client_that_was_not_withdrawn(voeg, cast, petra):
    eigen = document(petra.dossiers.get(), cast.bas)
    ander = document(melding(cast, naam="Ander, A"), cast.bas)
    with pytest.raises(Weigering, match="hoort niet bij deze cliënt") as fout:
        voeg("mentor", "Mia", bewijs=ander)
    assert fout.value.veld == "bewijs"
    mentor = voeg("mentor", "Mia", bewijs=eigen)
    gegevens = {"ingetrokken_op": timezone.now(), "ingetrokken_door": cast.bas, "ingetrokken_reden": "Verkeerd."}
    Document.objects.filter(pk=eigen.pk).update(**gegevens)
    mentor = relaties.relatie_wijzigen(mentor, door=cast.bas, op=OP, telefoon="06-00001111")
    assert mentor.bewijs == eigen  # what was chosen before stays
    with pytest.raises(Weigering, match="of het is ingetrokken"):
        voeg("bewindvoerder", "Bea", bewijs=opnieuw(eigen))


# Change, end, and what each leaves behind.


def test_a_change_keeps_the_old_version_and_logs_names_of_fields_only(voeg, cast, petra):
    relatie = voeg("ouder", "Moeder", telefoon="06-00001111")
    relaties.relatie_wijzigen(relatie, door=cast.anke, op=OP, naam="Moeder de Wit", telefoon="06-00001111")
    relaties.relatie_wijzigen(relatie, door=cast.anke, op=OP, naam="Moeder de Wit")  # nothing changed
    assert [v.naam for v in relatie.versies.order_by("pgh_id")] == ["Moeder", "Moeder de Wit"]
    toegevoegd, gewijzigd = Gebeurtenis.objects.filter(actie__startswith="relatie_").order_by("id")
    assert (toegevoegd.actie, toegevoegd.waarden) == ("relatie_toevoegen", {"relatie": relatie.pk})
    assert (gewijzigd.actie, gewijzigd.waarden) == ("relatie_wijzigen", {"relatie": relatie.pk, "velden": ["naam"]})
    assert (gewijzigd.client_id, gewijzigd.gebruiker_id, gewijzigd.rol) == (petra.pk, cast.anke.pk, "casemanager")
    assert (gewijzigd.op, gewijzigd.dossier_id, gewijzigd.soort) == (OP, None, "client")
    assert "Wit" not in str(Gebeurtenis.objects.filter(actie__startswith="relatie_").values())


def test_a_relation_ends_once_and_holds_through_its_last_day(voeg, cast, petra):
    relatie = voeg("ouder", "Moeder", krijgt_brieven=True, wordt_uitgenodigd=True, grond="volmacht", **THUIS)
    with pytest.raises(Weigering, match="vóór de begindatum") as fout:
        relaties.relatie_beeindigen(relatie, door=cast.bas, op=OP, tot=date(2025, 1, 1))
    assert fout.value.veld == "tot"
    relaties.relatie_beeindigen(relatie, door=cast.bas, op=OP, tot=DAG)
    petra = opnieuw(petra)
    for dag, aantal in ((DAG, 1), (LAAT, 0), (date(2025, 12, 31), 0)):
        namen = [rij.naam for rij in (*relaties.ontvangers(petra, dag), *relaties.uitgenodigden(petra, dag))]
        assert namen.count("Moeder") == 2 * aantal
        assert len(relaties.vertegenwoordigers(petra, dag)) == aantal
        assert Relatie.objects.op(dag).count() == aantal
    with pytest.raises(Weigering, match="al beëindigd") as fout:
        relaties.relatie_beeindigen(relatie, door=cast.bas, op=moment("2026-06-02"), tot=LAAT)
    assert fout.value.veld == "tot"
    assert relaties.relatie_wijzigen(relatie, door=cast.bas, op=moment("2026-06-02"), tot=None).tot is None


@pytest.mark.eis("L-40")
def test_every_change_of_personal_data_moves_the_day_from_which_all_is_kept(voeg, cast, petra, monkeypatch):
    gesloten = cimot.intrekken(
        petra.dossiers.get().concreet(),
        door=cast.bas,
        op=timezone.now(),
        reden="Weg.",
        namens={"wie": "client", "kanaal": "brief"},
    )
    loopt = melding(cast, client=petra)
    Client.objects.update(gewijzigd_op=VROEG)
    Dossier.objects.update(gewijzigd_op=VROEG)
    bijgewerkt = []
    echt = clienten.termijnen.bijwerken
    monkeypatch.setattr(
        clienten.termijnen,
        "bijwerken",
        lambda d, dag, dagen=None: bijgewerkt.append((d.pk, d.bewaren_vanaf)) or echt(d, dag, dagen),
    )
    adres = {"soort": "brp", "straat": "A", "huisnummer": "1", "plaats": "Almelo", "vanaf": VROEG}
    gegeven = {"waarvoor": "delen", "partij": "x", "omvang": "x", "gegeven_op": VROEG, "via": "brief"}
    intrek = {"ingetrokken_op": DAG, "ingetrokken_via": "brief"}
    stappen = [
        lambda op: clienten.wijzigen(petra, door=cast.bas, op=op, taal="Arabisch"),
        lambda op: clienten.adres_toevoegen(petra, door=cast.bas, op=op, **adres),
        lambda op: relaties.relatie_toevoegen(petra, door=cast.bas, op=op, soort="ouder", naam="M", vanaf=VROEG),
        lambda op: relaties.relatie_wijzigen(Relatie.objects.get(), door=cast.bas, op=op, naam="N"),
        lambda op: relaties.relatie_beeindigen(Relatie.objects.get(), door=cast.bas, op=op, tot=DAG),
        lambda op: relaties.toestemming_vastleggen(petra, door=cast.bas, op=op, **gegeven),
        lambda op: relaties.toestemming_intrekken(Toestemming.objects.get(), door=cast.bas, op=op, **intrek),
    ]
    versie, dossierversie = opnieuw(petra).versie, Dossier.objects.get(pk=loopt.pk).versie
    for nummer, stap in enumerate(stappen, start=1):
        bijgewerkt.clear()
        stap(OP + timedelta(days=nummer))
        nu = opnieuw(petra)
        assert (nu.gewijzigd_op, nu.versie) == (DAG + timedelta(days=nummer), versie + nummer)
        assert bijgewerkt == [(gesloten.pk, nu.gewijzigd_op)]
    clienten.wijzigen(petra, door=cast.bas, op=OP, taal="Turks")
    assert opnieuw(petra).gewijzigd_op == DAG + timedelta(days=7)  # never back
    # Only the data of the person himself are copied on what runs.
    assert Dossier.objects.get(pk=loopt.pk).versie == dossierversie + 2


def test_saving_what_was_there_already_changes_nothing(cast, petra):
    clienten.wijzigen(petra, door=cast.bas, op=OP, achternaam=petra.achternaam)
    assert (opnieuw(petra).versie, Gebeurtenis.objects.filter(actie="client_wijzigen").count()) == (petra.versie, 0)


def test_a_merged_client_is_left_alone(cast, petra):
    ander = Client.objects.create(achternaam="Bewaard")
    Client.objects.filter(pk=petra.pk).update(samengevoegd_met=ander)
    with pytest.raises(Weigering, match="samengevoegd met een ander"):
        relaties.relatie_toevoegen(petra, door=cast.bas, op=OP, soort="ouder", naam="M", vanaf=VROEG)


@pytest.mark.django_db(transaction=True)
def test_two_people_name_a_curator_at_once(cast, petra):
    gegevens = {"door": cast.bas, "op": OP, "soort": "curator", "vanaf": VROEG, "email": "c@example.org"}
    uitkomsten = tegelijk(*[lambda n=n: relaties.relatie_toevoegen(petra, naam=n, **gegevens) for n in ("Cor", "Cees")])
    [fout] = [u for u in uitkomsten if isinstance(u, Exception)]
    assert isinstance(fout, Weigering) and "al een curator" in fout.zin
    assert Relatie.objects.count() == 1
    assert Client.objects.get(pk=petra.pk).versie == petra.versie + 1


# Who represents the client (L-01).

VERTEGENWOORDIGT = [
    ([], []),
    ([("ouder", "geen")], []),
    ([("bewindvoerder", "rechter"), ("curator", "rechter"), ("mentor", "rechter")], ["curator", "mentor", "bewindvoerder"]),
    ([("ouder", "wet"), ("mentor", "rechter")], ["mentor"]),
    ([("ouder", "wet"), ("gemachtigde", "volmacht")], ["gemachtigde"]),
    ([("partner", "wet"), ("kind", "volmacht")], ["kind"]),
    ([("ouder", "wet"), ("bewindvoerder", "rechter")], ["bewindvoerder", "ouder"]),
    ([("ouder", "wet"), ("partner", "wet")], ["partner"]),
    ([("ouder", "wet"), ("broer_zus", "wet")], ["broer_zus", "ouder"]),
]


@pytest.mark.eis("L-01", "L-50", "R-ACT-02")
@pytest.mark.parametrize(("wie", "verwacht"), VERTEGENWOORDIGT)
def test_who_represents_the_client(voeg, petra, wie, verwacht):
    for soort, grond in wie:
        voeg(soort, soort.capitalize(), grond=grond, email="x@example.org")
    assert [r.soort for r in relaties.vertegenwoordigers(petra, DAG)] == verwacht


@pytest.mark.eis("L-01")
def test_a_relation_of_the_law_beside_a_mentor_is_kept_with_a_word_of_advice(voeg, petra):
    voeg("ouder", "Moe", grond="wet")
    assert relaties.adviezen(petra, DAG) == []
    mentor = voeg("mentor", "Mia")
    petra = opnieuw(petra)
    assert relaties.adviezen(petra, DAG) == [
        "Mia (mentor) gaat voor. Daarom vertegenwoordigt Moe (ouder) de cliënt nu niet volgens de wet.",
        "Van Mia (mentor) is er nog geen uitspraak.",
    ]
    Relatie.objects.filter(pk=mentor.pk).update(tot=DAG)
    assert relaties.adviezen(opnieuw(petra), LAAT) == []
    voeg("hulpverlener", "Hans", grond="volmacht")
    assert "Hans" in " ".join(relaties.adviezen(opnieuw(petra), LAAT))
    assert relaties.adviezen(opnieuw(petra), LAAT, KAART) == []


def test_the_card_of_the_dossier_names_who_decides_and_who_is_called(voeg, petra):
    voeg("ouder", "Moe", telefoon="06-1", is_eerste_contact=True)
    voeg("mentor", "Mia", telefoon="06-2", organisatie="De Linde")
    voeg("hulpverlener", "Hans", grond="volmacht")
    basis = {"organisatie": "", "eerst_bellen": False, "vertegenwoordigt": True}
    mia = {**basis, "naam": "Mia", "rol": "mentor", "telefoon": "06-2", "organisatie": "De Linde"}
    moe = {**basis, "naam": "Moe", "rol": "ouder", "telefoon": "06-1", "eerst_bellen": True, "vertegenwoordigt": False}
    hans = {**basis, "naam": "Hans", "rol": "hulpverlener", "telefoon": ""}
    assert relaties.kaart(petra, KAART, DAG) == [mia, moe]
    assert relaties.kaart(petra, KAART | {Klasse.D4}, DAG) == [mia, hans, moe]
    assert relaties.kaart(petra, {Klasse.D3}, DAG) == []


# Who gets letters, how, and where.

BRP = {"soort": "brp", "straat": "Kerkstraat", "huisnummer": "1", "postcode": "7607 AB", "plaats": "Almelo"}
BRIEF = {"soort": "brief", "straat": "Postweg", "huisnummer": "9", "plaats": "Almelo"}
VERBLIJF = {"soort": "verblijf", "straat": "Opvang", "huisnummer": "5", "plaats": "Enschede"}
CURATOR = {"soort": "curator", "naam": "Cor", **THUIS}
MOEDER = {"soort": "ouder", "naam": "Moe", "krijgt_brieven": True, "email": "moe@example.org"}
BIJ_COR, BIJ_BRP = "Dorpsstraat 2, 7641 AA Wierden", "Kerkstraat 1, 7607 AB Almelo"
# name → (adressen, relations, data of the client, who · channel · address · copy)
BRIEVEN = {
    "no address": ([], [], {}, [("Petra de Wit", "", "", False)]),
    "municipality": ([BRP], [], {}, [("Petra de Wit", "brief", BIJ_BRP, False)]),
    "stay only": ([VERBLIJF], [], {}, [("Petra de Wit", "brief", "Opvang 5, Enschede", False)]),
    "letters first": ([VERBLIJF, BRP, BRIEF], [], {}, [("Petra de Wit", "brief", "Postweg 9, Almelo", False)]),
    "past address for letters": (
        [BRP, {**BRIEF, "tot": date(2026, 5, 31)}], [], {}, [("Petra de Wit", "brief", BIJ_BRP, False)],
    ),
    "by mail": ([BRP], [], {"kanaal": "email", "email": "p@x.nl"}, [("Petra de Wit", "email", BIJ_BRP, False)]),
    "mail known, not wished": ([BRP], [], {"email": "p@x.nl"}, [("Petra de Wit", "brief", BIJ_BRP, False)]),
    "curator": ([BRP], [CURATOR], {}, [("Cor", "brief", BIJ_COR, False), ("Petra de Wit", "brief", BIJ_BRP, True)]),
    "curator once": (
        [], [{**CURATOR, "krijgt_brieven": True}], {}, [("Cor", "brief", BIJ_COR, False), ("Petra de Wit", "", "", True)],
    ),
    "curator to come": ([], [{**CURATOR, "vanaf": LAAT}], {}, [("Petra de Wit", "", "", False)]),
    "copy by mail": ([], [MOEDER], {}, [("Petra de Wit", "", "", False), ("Moe", "email", "", True)]),
    "address before mail": (
        [], [{**MOEDER, **THUIS}], {}, [("Petra de Wit", "", "", False), ("Moe", "brief", BIJ_COR, True)],
    ),
    "no copy": ([], [{**MOEDER, "krijgt_brieven": False}], {}, [("Petra de Wit", "", "", False)]),
    "mentor without flag": ([], [{"soort": "mentor", "naam": "Mia", **THUIS}], {}, [("Petra de Wit", "", "", False)]),
}  # fmt: skip


@pytest.mark.eis("L-01", "L-50", "L-51")
@pytest.mark.parametrize("geval", BRIEVEN)
def test_who_gets_letters(cast, petra, voeg, geval):
    adressen, mensen, gegevens, verwacht = BRIEVEN[geval]
    for adres in adressen:
        petra.adressen.create(vanaf=VROEG, **adres)
    for mens in mensen:
        voeg(**mens)
    if gegevens:
        clienten.wijzigen(petra, door=cast.bas, op=OP, **gegevens)
    rijen = relaties.ontvangers(opnieuw(petra), DAG)
    assert [(r.naam, r.kanaal, r.adres, r.is_kopie) for r in rijen] == verwacht
    assert all(r.waarom or not r.kanaal for r in rijen)


def test_a_secret_address_is_known_for_sending_and_marked(cast, petra):
    petra.adressen.create(vanaf=VROEG, is_geheim=True, **BRP)
    [rij] = relaties.ontvangers(petra, DAG)
    assert (rij.adres, rij.is_geheim) == (BIJ_BRP, True)
    petra.adressen.update(is_geheim=False)
    assert not relaties.ontvangers(opnieuw(petra), DAG)[0].is_geheim
    clienten.wijzigen(petra, door=cast.anke, op=OP, is_geheim=True)
    assert relaties.ontvangers(opnieuw(petra), DAG)[0].is_geheim


def test_who_is_invited(voeg, petra):
    voeg(**CURATOR)
    voeg("ouder", "Moe", wordt_uitgenodigd=True, telefoon="06-1")
    voeg("partner", "Piet")
    voeg("kind", "Klaas", wordt_uitgenodigd=True, tot=date(2026, 5, 31))
    rijen = [(r.naam, r.rol, r.telefoon) for r in relaties.uitgenodigden(petra, DAG)]
    assert rijen == [("Petra de Wit", "cliënt", ""), ("Cor", "curator", ""), ("Moe", "ouder", "06-1")]
    assert all(r.waarom for r in relaties.uitgenodigden(petra, DAG))


def test_the_reads_ask_nothing_when_all_is_loaded(voeg, petra):
    voeg(**CURATOR)
    voeg(**MOEDER)
    client = Client.objects.prefetch_related("relaties", "adressen").get(pk=petra.pk)
    with CaptureQueriesContext(connection) as vragen:
        relaties.ontvangers(client, DAG)
        relaties.uitgenodigden(client, DAG)
        relaties.kaart(client, KAART, DAG)
        relaties.adviezen(client, DAG)
    assert len(vragen) == 0


# What the client allows (L-37).


@pytest.fixture
def sta_toe(cast, petra):
    def doe(**anders):
        gegevens = {"waarvoor": "opvragen", "partij": "huisarts", "omvang": "Medicijnen.", "via": "brief"}
        gegevens |= {"gegeven_op": VROEG, **anders}
        return relaties.toestemming_vastleggen(petra, door=cast.anke, op=OP, **gegevens)

    return doe


def intrekken(toestemming, door, dag, op=OP):
    return relaties.toestemming_intrekken(toestemming, door=door, op=op, ingetrokken_op=dag, ingetrokken_via="telefoon")


@pytest.mark.eis("L-37")
def test_from_the_day_of_withdrawal_it_holds_no_more_and_it_stays_in_sight(sta_toe, cast):
    rij = intrekken(sta_toe(), cast.anke, DAG)
    for dag, geldt in ((date(2025, 12, 31), False), (VROEG, True), (date(2026, 5, 31), True), (DAG, False), (LAAT, False)):
        assert rij.geldt(dag) == Toestemming.objects.op(dag).exists() == geldt, dag
    assert (rij.ingetrokken_op, rij.ingetrokken_via) == (DAG, "telefoon")
    assert [v.ingetrokken_op for v in rij.versies.order_by("pgh_id")] == [None, DAG]
    assert list(Gebeurtenis.objects.filter(actie__startswith="toestemming_").values_list("actie", "waarden")) == [
        ("toestemming_intrekken", {"toestemming": rij.pk, "velden": ["ingetrokken_op"]}),
        ("toestemming_vastleggen", {"toestemming": rij.pk}),
    ]


@pytest.mark.eis("L-37")
def test_it_is_withdrawn_once_and_only_while_it_holds(sta_toe, cast):
    rij = sta_toe(geldig_tot=date(2026, 5, 31))
    for dag, zin in ((LAAT, "in de toekomst"), (DAG, "gold toen al niet meer"), (date(2025, 12, 31), "niet vóór")):
        with pytest.raises(Weigering, match=zin) as fout:
            intrekken(rij, cast.anke, dag)
        assert fout.value.veld == "ingetrokken_op"
    intrekken(rij, cast.anke, VROEG)
    with pytest.raises(Weigering, match="al ingetrokken"):
        intrekken(rij, cast.anke, VROEG)


@pytest.mark.eis("L-37", "L-01")
def test_only_who_represents_the_client_on_that_day_may_give_it_for_him(sta_toe, voeg, cast):
    mentor, moeder = voeg("mentor", "Mia", tot=date(2026, 5, 31)), voeg("ouder", "Moe")
    vader = voeg("ouder", "Va", grond="wet")
    assert sta_toe(gegeven_door=mentor, gegeven_op=date(2026, 5, 31)).gegeven_door == mentor
    for wie, dag in ((mentor, DAG), (moeder, DAG), (vader, VROEG)):
        with pytest.raises(Weigering, match="vertegenwoordigde de cliënt toen niet") as fout:
            sta_toe(gegeven_door=wie, gegeven_op=dag)
        assert fout.value.veld == "gegeven_door"
    assert sta_toe(gegeven_door=vader, gegeven_op=DAG).gegeven_door == vader


def test_a_consent_has_a_possible_period(sta_toe):
    for anders, veld in (({"gegeven_op": LAAT}, "gegeven_op"), ({"geldig_tot": date(2025, 12, 31)}, "geldig_tot")):
        with pytest.raises(Weigering) as fout:
            sta_toe(**anders)
        assert fout.value.veld == veld
    assert not Toestemming.objects.exists()
