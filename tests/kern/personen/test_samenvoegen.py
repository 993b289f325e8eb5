"""Two rows of one person: the preview, the merge, and taking it back (R-AAN-03)."""

from datetime import date

import pytest
from django.core import serializers
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cimot import actions as cimot
from kern.models import Adres, Client, Dossier, Gebeurtenis, Gemeente, Relatie, Samenvoeging, Taak, Toestemming
from kern.personen import clienten, samenvoegen, zoeken, zoekvraag
from kern.proces import actions, correctie
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import termijnen
from tests.draden import tegelijk
from tests.factories import NAMENS, Cast, melding, moment

pytestmark = pytest.mark.django_db
BSN, ANDER_BSN = "999990019", "999990007"
ADRES = {"straat": "Westerstraat", "huisnummer": "1", "postcode": "7607 AB", "plaats": "Almelo"}
CONTACT = {"soort": "partner", "naam": "Jan", "email": "jan@example.org", "vanaf": date(2026, 1, 1)}
TOESTEMMING = {"waarvoor": "delen", "partij": "huisarts", "omvang": "alles", "gegeven_op": date(2026, 1, 1), "via": "brief"}


def paar(cast, **bron):
    """A person with a running dossier, and a second row of him whose dossier was withdrawn."""
    doel = melding(cast, naam="Wit, Petra de").client
    dossier = melding(cast, **{"naam": "Wit, P de", "gemeente": Gemeente.objects.get(naam="Borne"), **bron})
    cimot.intrekken(dossier, door=cast.bas, op=moment("2026-11-03"), reden="Toch niet.", namens=NAMENS)
    return doel, dossier.client


def verouder(*clienten_):
    """As if nothing changed in their data since weeks: how long is kept then counts from that day."""
    Client.objects.update(gewijzigd_op=date(2026, 11, 3))
    for client in clienten_:
        client.refresh_from_db()
    with transaction.atomic():
        for dossier in actions.vergrendel_alle(Dossier.objects.values_list("pk", flat=True)):
            termijnen.bijwerken(dossier, date(2026, 11, 3))
            actions.bewaar_kopie(dossier)


def alles_kiezen(doel, bron, door, kant="bron", **anders):
    beeld = samenvoegen.voorbeeld(doel, bron, gebruiker=door)
    return {veld.naam: veld.voorstel or kant for veld in beeld.keuzes} | anders


def voeg_samen(cast, doel, bron, *, door=None, **anders):
    door = door or cast.bas
    keuzes = alles_kiezen(doel, bron, door, **anders.pop("keuzes", {}))
    return samenvoegen.samenvoegen(doel, bron, keuzes=keuzes, door=door, op=timezone.now(), **anders)


def foto() -> dict:
    """All rows that a merge may touch, without what only says that something was done."""
    rijen = {}
    for model in (Client, Dossier, Adres, Relatie, Toestemming, Taak):
        for rij in serializers.serialize("python", model.objects.order_by("pk")):
            rij["fields"].pop("versie", None)
            rijen[rij["model"], rij["pk"]] = rij["fields"]
    for aanmelding in cimot_rijen():
        rijen["aanmelding", aanmelding[0]] = aanmelding
    return rijen


def cimot_rijen():
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cimot_aanmelding ORDER BY 1")
        return cursor.fetchall()


# The preview.


def test_the_preview_proposes_what_is_certain_and_asks_what_differs(cast):
    doel, bron = paar(cast, geboren="2007-03-03")
    bron = clienten.wijzigen(bron, door=cast.bas, telefoon="0612345678", bsn=BSN)
    velden = {v.naam: v for v in samenvoegen.voorbeeld(doel, bron, gebruiker=cast.bas).velden}
    assert (velden["achternaam"].voorstel, velden["achternaam"].is_keuze) == ("doel", False)
    assert (velden["roepnaam"].doel, velden["roepnaam"].bron) == ("Petra", "P")
    assert (velden["roepnaam"].voorstel, velden["roepnaam"].is_keuze) == ("", True)
    assert (velden["telefoon"].voorstel, velden["telefoon"].is_keuze) == ("bron", True)
    assert (velden["bsn"].bron, velden["bsn"].voorstel, velden["bsn"].is_keuze) == ("bekend", "bron", False)
    assert velden["woongemeente_id"].is_keuze and velden["woongemeente_id"].bron == "Borne"
    beeld = samenvoegen.voorbeeld(doel, bron, gebruiker=cast.bas)
    assert beeld.verhuist == {"dossier": 1, "adres": 0, "relatie": 0, "toestemming": 0}
    assert not beeld.blokkades and not beeld.geboren_botst
    assert BSN not in repr(beeld)


@pytest.mark.parametrize(
    "een, ander, verwacht",
    [
        ("", "", ("doel", False)),
        ("wil_niet", "", ("doel", True)),
        ("", "wil_niet", ("bron", True)),
        ("wil_niet", "wil_niet", ("doel", False)),
        ("wil_niet", "heeft_geen", ("", True)),
        (BSN, "wil_niet", ("doel", False)),
        ("wil_niet", BSN, ("bron", False)),
        ("", BSN, ("bron", False)),
    ],
)
def test_a_number_goes_before_a_reason(cast, een, ander, verwacht):
    doel, bron = paar(cast)
    for client, waarde in ((doel, een), (bron, ander)):
        clienten.wijzigen(client, door=cast.bas, **({"bsn": waarde} if waarde.isdigit() else {"bsn_reden": waarde}))
        client.refresh_from_db()
    [veld] = [v for v in samenvoegen.voorbeeld(doel, bron, gebruiker=cast.bas).velden if v.naam == "bsn"]
    assert (veld.voorstel, veld.is_keuze) == verwacht
    if verwacht[0]:
        voeg_samen(cast, doel, bron)
        doel.refresh_from_db()
        assert (doel.lees_bsn() or doel.bsn_reden) == (een if verwacht[0] == "doel" else ander)


@pytest.mark.eis("R-AAN-03")
def test_what_overlaps_is_named_and_blocks(cast):
    doel, bron = (melding(cast, naam=naam) for naam in ("Wit, Petra", "Wit, P"))
    zin = samenvoegen.voorbeeld(doel.client, bron.client, gebruiker=cast.bas).blokkades[0]
    assert doel.kenmerk in zin.zin and bron.kenmerk in zin.zin
    assert [url for _, url in zin.links] == [doel.get_absolute_url(), bron.get_absolute_url()]
    with pytest.raises(Weigering, match="Er lopen twee dossiers"):
        voeg_samen(cast, doel.client, bron.client)
    cimot.intrekken(bron, door=cast.bas, op=moment("2026-11-03"), reden="Dubbel.", namens=NAMENS)
    assert not samenvoegen.voorbeeld(doel.client, bron.client, gebruiker=cast.bas).blokkades
    voeg_samen(cast, doel.client, bron.client)


@pytest.mark.parametrize(
    "extra, zin",
    [
        ({"soort": "curator", "grond": "rechter"}, "Beide cliënten hebben een curator: Jan en Jan."),
        ({"is_eerste_contact": True}, "Beide cliënten hebben iemand die u het eerst belt: Jan en Jan."),
    ],
)
def test_two_curators_or_two_to_call_first_block(cast, extra, zin):
    doel, bron = paar(cast)
    for client in (doel, bron):
        Relatie.objects.create(client=client, door=cast.bas, **{**CONTACT, **extra})
    with pytest.raises(Weigering, match=zin):
        voeg_samen(cast, doel, bron)
    Relatie.objects.filter(client=bron).update(tot=date(2026, 2, 1))
    voeg_samen(cast, doel, bron)
    assert doel.relaties.count() == 2


def test_two_numbers_are_two_people(cast):
    doel, bron = paar(cast)
    doel, bron = clienten.wijzigen(doel, door=cast.bas, bsn=BSN), clienten.wijzigen(bron, door=cast.bas, bsn=ANDER_BSN)
    with pytest.raises(Weigering, match="Dit zijn twee mensen"):
        voeg_samen(cast, doel, bron)


def test_what_one_does_not_see_blocks_without_saying_what(cast):
    doel, bron = paar(cast)
    eva = cast.gebruiker("eva", "frontoffice", regio=cast.enschede)
    elders = melding(cast, client=bron, regio=cast.enschede, door=eva)
    for een, ander in ((doel, bron), (bron, doel)):
        [blokkade] = samenvoegen.voorbeeld(een, ander, gebruiker=cast.bas).blokkades
        assert blokkade.zin.startswith("U ziet niet alles") and not blokkade.links
        assert elders.kenmerk not in blokkade.zin and "Enschede" not in blokkade.zin
        with pytest.raises(Weigering, match="U ziet niet alles"):
            voeg_samen(cast, een, ander)
    nergens = Client.objects.create(achternaam="Nergens")
    with pytest.raises(Weigering, match="U ziet niet alles"):
        voeg_samen(cast, doel, nergens)


def test_a_secret_place_is_chosen_only_by_who_sees_it(cast):
    doel, bron = paar(cast)
    bron = clienten.wijzigen(bron, door=cast.bas, is_geheim=True)
    for door in (cast.bas, cast.tineke, cast.karim):
        with pytest.raises(Weigering, match="een adres geheim"):
            voeg_samen(cast, doel, bron, door=door)
    Dossier.objects.filter(client=bron).update(behandelaar=cast.karim)
    voeg_samen(cast, doel, bron, door=cast.karim)
    assert Client.objects.get(pk=doel.pk).is_geheim


def test_dates_that_contradict_need_a_confirmation(cast):
    doel, bron = paar(cast, geboren="1999-01-01")
    with pytest.raises(Weigering, match="spreken elkaar tegen") as fout:
        voeg_samen(cast, doel, bron)
    assert fout.value.veld == "is_zeker"
    voeg_samen(cast, doel, bron, is_zeker=True)
    assert Client.objects.get(pk=doel.pk).geboren == "1999-01-01"


@pytest.mark.parametrize("geboren", ["2007-00-00", "2007-03-00", ""])
def test_a_date_that_is_partly_known_does_not_contradict(cast, geboren):
    doel, bron = paar(cast, geboren=geboren)
    voeg_samen(cast, doel, bron, keuzes={"kant": "doel"})
    assert Client.objects.get(pk=doel.pk).geboren == "2007-03-03"


def test_who_may_not(cast):
    doel, bron = paar(cast)
    rij = voeg_samen(cast, doel, bron)
    for door in (cast.gerda, cast.frida):
        with pytest.raises(NietBevoegd):
            samenvoegen.samenvoegen(doel, bron, keuzes={}, door=door, op=timezone.now())
        with pytest.raises(NietBevoegd):
            samenvoegen.ongedaan_maken(rij, door=door, op=timezone.now())


def test_a_difference_without_a_choice_is_asked_and_never_guessed(cast):
    doel, bron = paar(cast)
    for keuze in ({}, {"roepnaam": "geen"}, {"roepnaam": ["doel"]}):
        with pytest.raises(Weigering, match="Kies wat blijft") as fout:
            samenvoegen.samenvoegen(doel, bron, keuzes=keuze, door=cast.bas, op=timezone.now())
        assert fout.value.veld == "roepnaam"
    assert not Samenvoeging.objects.exists()


def test_another_state_than_was_looked_at_is_refused_under_the_lock(cast):
    doel, bron = paar(cast)
    gezien = samenvoegen.voorbeeld(doel, bron, gebruiker=cast.bas).stand
    clienten.wijzigen(bron, door=cast.anke, telefoon="0612345678")
    with pytest.raises(Weigering, match="intussen iets gewijzigd"):
        voeg_samen(cast, doel, Client.objects.get(pk=bron.pk), gezien=gezien)
    assert not Samenvoeging.objects.exists()


def test_letters_by_email_need_the_address(cast):
    doel, bron = paar(cast)
    doel = clienten.wijzigen(doel, door=cast.bas, email="een@example.org")
    bron = clienten.wijzigen(bron, door=cast.bas, email="ander@example.org", kanaal="email")
    Client.objects.filter(pk=doel.pk).update(email="")
    with pytest.raises(Weigering, match="Kies ook het e-mailadres") as fout:
        voeg_samen(cast, doel, bron, keuzes={"email": "doel"})
    assert fout.value.veld == "kanaal"


# The merge.


@pytest.mark.eis("R-AAN-03")
def test_everything_goes_along_and_the_other_one_is_gone(cast):
    doel, bron = paar(cast)
    bron = clienten.wijzigen(bron, door=cast.bas, bsn=BSN, telefoon="0612345678")
    clienten.adres_toevoegen(bron, door=cast.bas, soort="brp", vanaf=date(2026, 1, 1), **ADRES)
    relatie = Relatie.objects.create(client=bron, door=cast.bas, **CONTACT)
    Toestemming.objects.create(client=bron, gegeven_door=relatie, door=cast.bas, **TOESTEMMING)
    versie = Dossier.objects.get(client=bron).versie
    rij = voeg_samen(cast, doel, bron)
    doel, bron = Client.objects.get(pk=doel.pk), Client.objects.get(pk=bron.pk)
    assert (doel.dossiers.count(), doel.adressen.count(), doel.relaties.count(), doel.toestemmingen.count()) == (2, 1, 1, 1)
    assert not (bron.dossiers.exists() or bron.adressen.exists() or bron.relaties.exists() or bron.toestemmingen.exists())
    assert (bron.samengevoegd_met, doel.lees_bsn(), doel.telefoon) == (doel, BSN, "0612345678")
    assert (doel.roepnaam, doel.woongemeente.naam, doel.gewijzigd_op) == ("P", "Borne", timezone.localdate())
    assert {(d.sorteernaam, d.gemeente.naam) for d in doel.dossiers.all()} == {("wit, p", "Borne")}
    assert doel.dossiers.get(gesloten_op__isnull=False).versie == versie + 1
    assert BSN not in repr((rij.keuzes, rij.oud, rij.verplaatst)) and bron.bsn_index not in repr(rij.oud)
    for client, met in ((doel, bron), (bron, doel)):
        gebeurtenis = Gebeurtenis.objects.get(client_id=client.pk, dossier_id=None, actie="client_samenvoegen")
        assert gebeurtenis.waarden == {"samenvoeging": rij.pk, "met": met.pk}


@pytest.mark.eis("R-AAN-03")
def test_a_merged_person_is_found_nowhere(cast):
    doel, bron = paar(cast, naam="Zeldzaam, Petra")
    bron = clienten.wijzigen(bron, door=cast.bas, bsn=BSN, telefoon="0612345678")
    voeg_samen(cast, doel, bron, keuzes={"kant": "doel"})
    assert list(Client.objects.met_bsn(BSN)) == [doel]
    assert not zoeken.lijkt_op("Zeldzaam, Petra", "2007-03-03", gebruiker=cast.bas)
    assert [t.client for t in zoeken.lijkt_op("", "", gebruiker=cast.bas, bsn=BSN).treffers] == [doel]
    for vraag in ("zeldzaam", "0612345678", BSN):
        gevonden = zoeken.zoek(zoekvraag.lees(vraag), gebruiker=cast.bas).clienten
        assert bron not in gevonden, vraag
    assert list(Client.objects.voor(cast.bas)) == [doel]
    with pytest.raises(Weigering, match="samengevoegd"):
        melding(cast, client=bron)
    with pytest.raises(Weigering, match="samengevoegd"):
        zonder = melding(cast, naam="", omschrijving="Iemand.")
        cimot.client_koppelen(zonder, door=cast.bas, op=moment("2026-11-03"), client=bron)


def test_of_two_running_addresses_the_other_one_ends(cast):
    doel, bron = paar(cast)
    oud = clienten.adres_toevoegen(doel, door=cast.bas, soort="brp", vanaf=date(2026, 1, 1), **ADRES)
    nieuw = clienten.adres_toevoegen(
        bron, door=cast.bas, soort="brp", vanaf=date(2026, 6, 1), **{**ADRES, "huisnummer": "2"}
    )
    with transaction.atomic():
        rij = voeg_samen(cast, doel, bron, keuzes={"adres_brp": "bron"})
        assert [a.tot for a in Adres.objects.order_by("pk")] == [date(2026, 5, 31), None]
        samenvoegen.ongedaan_maken(rij, door=cast.bas, op=timezone.now())
        assert [a.tot for a in Adres.objects.order_by("pk")] == [None, None]
    voeg_samen(cast, doel, bron, keuzes={"adres_brp": "doel"})
    assert (Adres.objects.get(pk=oud.pk).tot, Adres.objects.get(pk=nieuw.pk).tot) == (None, timezone.localdate())
    assert doel.adressen.count() == 2


def test_nothing_comes_to_a_merged_person_any_more(cast):
    doel, bron = paar(cast)
    voeg_samen(cast, doel, bron)
    for wijzig in (
        lambda: Dossier.objects.filter(client=doel).update(client=bron),
        lambda: Adres.objects.create(client=bron, soort="brp", vanaf=date(2026, 1, 1), **ADRES),
        lambda: Relatie.objects.create(client=bron, door=cast.bas, **CONTACT),
        lambda: Toestemming.objects.create(client=bron, door=cast.bas, **TOESTEMMING),
        lambda: Client.objects.filter(pk=bron.pk).update(versie=99),
    ):
        with pytest.raises(IntegrityError) as fout, transaction.atomic():
            wijzig()
        assert actions.zin_bij(fout.value) == "Deze cliënt is al samengevoegd."


def test_a_chain_of_merges_leads_to_the_last_one(cast):
    eerste, tweede = paar(cast)
    voeg_samen(cast, eerste, tweede)
    derde = melding(cast, naam="Wit, Pietje").client
    cimot.intrekken(derde.dossiers.get().concreet(), door=cast.bas, op=moment("2026-11-03"), reden="x", namens=NAMENS)
    eerste.refresh_from_db()
    voeg_samen(cast, derde, eerste)
    assert samenvoegen.opvolger(tweede.pk, cast.bas) == derde
    assert samenvoegen.opvolger(tweede.pk, cast.els) is None and samenvoegen.opvolger(derde.pk, cast.bas) is None
    assert samenvoegen.ids_van(derde) == [derde.pk, eerste.pk, tweede.pk] == samenvoegen.ids_van(derde.pk)
    with pytest.raises(Weigering, match="is al samengevoegd"):
        voeg_samen(cast, derde, tweede)


def test_whatever_points_at_a_person_is_thought_of():
    """A new table with a person in it must move along with him, and then stands here."""
    bekend = {"kern_dossier", "kern_adres", "kern_relatie", "kern_toestemming", "kern_samenvoeging", "kern_client"}
    velden = [veld for veld in Client._meta.get_fields(include_hidden=True) if veld.auto_created and veld.is_relation]
    tabellen = {veld.related_model._meta.db_table for veld in velden}
    assert {tabel for tabel in tabellen if not tabel.endswith("versie")} == bekend


# Taking it back.


@pytest.mark.eis("R-AAN-03")
def test_taking_it_back_restores_every_row(cast):
    doel, bron = paar(cast)
    bron = clienten.wijzigen(bron, door=cast.bas, bsn=BSN, telefoon="0612345678")
    clienten.wijzigen(doel, door=cast.bas, bsn_reden="wil_niet")
    for client in (doel, bron):
        clienten.adres_toevoegen(client, door=cast.bas, soort="brp", vanaf=date(2026, 1, 1), **ADRES)
    verouder(doel, bron)
    voor = foto()
    rij = voeg_samen(cast, doel, bron, keuzes={"adres_brp": "bron"})
    assert foto() != voor
    samenvoegen.ongedaan_maken(rij, door=cast.karim, op=timezone.now())
    assert foto() == voor
    rij.refresh_from_db()
    assert (rij.ongedaan_door, rij.ongedaan_op is not None) == (cast.karim, True)
    with pytest.raises(Weigering, match="al teruggedraaid"):
        samenvoegen.ongedaan_maken(rij, door=cast.bas, op=timezone.now())
    doel.refresh_from_db()
    bron.refresh_from_db()
    assert (doel.lees_bsn(), bron.lees_bsn(), samenvoegen.ids_van(doel)) == ("", BSN, [doel.pk])
    voeg_samen(cast, doel, bron, keuzes={"adres_brp": "bron"})


def _anders(cast, doel):
    gesloten = doel.dossiers.get(gesloten_op__isnull=False)
    op = timezone.now()
    eva = cast.gebruiker("eva", "frontoffice", regio=cast.almelo)
    return {
        "de gegevens van de cliënt": lambda: clienten.wijzigen(doel, door=cast.bas, taal="Pools"),
        "BSN": lambda: clienten.wijzigen(doel, door=cast.bas, bsn=BSN),
        "een adres": lambda: Adres.objects.create(client=doel, soort="brief", vanaf=date(2026, 1, 1), **ADRES),
        "een adres anders": lambda: Adres.objects.update(plaats="Borne"),
        "een adres weg": lambda: Adres.objects.all().delete(),
        "een relatie": lambda: Relatie.objects.create(client=doel, door=cast.bas, **CONTACT),
        "een toestemming": lambda: Toestemming.objects.create(client=doel, door=cast.bas, **TOESTEMMING),
        f"dossier {gesloten.kenmerk}": lambda: cimot_corrigeren(cast, gesloten, op),
        "een dossier dat nu": lambda: elders(cast, doel, eva),
    }


def cimot_corrigeren(cast, dossier, op):
    Dossier.objects.filter(client=dossier.client, gesloten_op__isnull=True).update(is_een_per_client=False)
    correctie.corrigeren(dossier.concreet(), door=cast.tineke, op=op, reden="Toch wel.")


def elders(cast, doel, door):
    dossier = doel.dossiers.get(gesloten_op__isnull=True).concreet()
    cimot.client_koppelen(dossier, door=door, op=moment("2026-11-03"), naam="Iemand anders")


@pytest.mark.parametrize("welke", range(9))
def test_after_the_next_change_there_is_no_way_back(cast, welke):
    doel, bron = paar(cast)
    clienten.adres_toevoegen(bron, door=cast.bas, soort="brp", vanaf=date(2026, 1, 1), **ADRES)
    rij = voeg_samen(cast, doel, bron)
    wat, wijzig = list(_anders(cast, doel).items())[welke]
    wijzig()
    wat = "de gegevens" if wat == "BSN" else wat.removesuffix(" anders").removesuffix(" weg")
    with pytest.raises(Weigering, match=f"Na het samenvoegen is gewijzigd: .*{wat}"):
        samenvoegen.ongedaan_maken(rij, door=cast.bas, op=timezone.now())
    assert Client.objects.get(pk=bron.pk).samengevoegd_met == doel


def test_what_happens_in_a_case_that_was_there_already_does_not_stand_in_the_way(cast):
    doel, bron = paar(cast)
    rij = voeg_samen(cast, doel, bron)
    dossier = doel.dossiers.get(gesloten_op__isnull=True).concreet()
    cimot.toewijzen(dossier, door=cast.bas, op=timezone.now(), behandelaar=cast.karim)
    samenvoegen.ongedaan_maken(rij, door=cast.bas, op=timezone.now())
    assert bron.dossiers.count() == doel.dossiers.count() == 1
    assert Dossier.objects.get(client=doel).behandelaar == cast.karim


def test_a_new_case_of_this_person_stands_in_the_way(cast):
    doel, bron = paar(cast)
    rij = voeg_samen(cast, doel, bron)
    cimot.intrekken(
        doel.dossiers.get(gesloten_op__isnull=True).concreet(), door=cast.bas, op=timezone.now(), reden="x", namens=NAMENS
    )
    nieuw = melding(cast, client=Client.objects.get(pk=doel.pk))
    with pytest.raises(Weigering, match=nieuw.kenmerk):
        samenvoegen.ongedaan_maken(rij, door=cast.bas, op=timezone.now())


def test_who_does_not_see_everything_does_not_take_it_back(cast):
    doel, bron = paar(cast)
    rij = voeg_samen(cast, doel, bron)
    Dossier.objects.filter(client=doel, gesloten_op__isnull=False).update(regio=cast.enschede)
    with pytest.raises(Weigering, match="U ziet niet alles"):
        samenvoegen.ongedaan_maken(rij, door=cast.bas, op=timezone.now())


def test_a_number_that_would_stand_twice_is_not_given_back(cast):
    doel, bron = paar(cast)
    bron = clienten.wijzigen(bron, door=cast.bas, bsn=BSN)
    rij = voeg_samen(cast, doel, bron)
    Client.objects.filter(pk=doel.pk).update(bsn_index="", bsn_cijfer="")
    clienten.wijzigen(melding(cast, naam="Derde, D").client, door=cast.bas, bsn=BSN)
    with pytest.raises(Weigering, match="nog een cliënt met hetzelfde BSN"):
        samenvoegen.ongedaan_maken(rij, door=cast.bas, op=timezone.now())


# At the same time.


@pytest.mark.django_db(transaction=True)
def test_two_people_merge_the_same_two_at_once(cast):
    doel, bron = paar(cast)
    keuzes = [alles_kiezen(*twee, cast.bas) for twee in ((doel, bron), (bron, doel))]
    uitkomsten = tegelijk(
        lambda: samenvoegen.samenvoegen(doel, bron, keuzes=keuzes[0], door=cast.bas, op=timezone.now()),
        lambda: samenvoegen.samenvoegen(bron, doel, keuzes=keuzes[1], door=cast.anke, op=timezone.now()),
    )
    [fout] = [u for u in uitkomsten if isinstance(u, Exception)]
    assert isinstance(fout, Weigering) and "al samengevoegd" in fout.zin
    assert Samenvoeging.objects.count() == 1 and Client.objects.filter(samengevoegd_met=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_merge_while_somebody_edits_keeps_both_or_refuses_one(cast):
    doel, bron = paar(cast)
    beeld = samenvoegen.voorbeeld(doel, bron, gebruiker=cast.bas)
    keuzes = alles_kiezen(doel, bron, cast.bas)
    samen, wijzig = tegelijk(
        lambda: samenvoegen.samenvoegen(doel, bron, keuzes=keuzes, gezien=beeld.stand, door=cast.bas, op=timezone.now()),
        lambda: clienten.wijzigen(bron, door=cast.anke, telefoon="0612345678"),
    )
    bron.refresh_from_db()
    if isinstance(samen, Weigering):
        assert samen.zin == samenvoegen.INTUSSEN and bron.telefoon == "0612345678" and bron.samengevoegd_met is None
    else:
        assert isinstance(wijzig, Weigering) and bron.samengevoegd_met == doel and bron.telefoon == ""


@pytest.mark.django_db(transaction=True)
def test_a_melding_while_one_merges_never_comes_to_the_merged_one(cast):
    doel, bron = paar(cast)
    dossier = doel.dossiers.get().concreet()
    cimot.intrekken(dossier, door=cast.bas, op=moment("2026-11-03"), reden="x", namens=NAMENS)
    keuzes = alles_kiezen(doel, bron, cast.bas)
    tegelijk(
        lambda: samenvoegen.samenvoegen(doel, bron, keuzes=keuzes, door=cast.bas, op=timezone.now()),
        lambda: melding(cast, client=bron),
    )
    if Client.objects.get(pk=bron.pk).samengevoegd_met_id:
        assert not bron.dossiers.exists()


# Whatever was chosen, taking it back is the identity.

WAARDEN = st.fixed_dictionaries(
    {
        "roepnaam": st.sampled_from(["", "Petra", "P"]),
        "geboren": st.sampled_from(["", "2007-03-03", "2007-00-00", "1999-01-01"]),
        "telefoon": st.sampled_from(["", "0612345678"]),
        "taal": st.sampled_from(["", "Pools"]),
        "is_tolk_nodig": st.booleans(),
        "plaats": st.sampled_from([None, "Wierden", "Borne"]),
        "bsn": st.sampled_from(["", "wil_niet", "heeft_geen", BSN]),
        "adressen": st.lists(st.sampled_from(["brp", "verblijf"]), unique=True),
        "toestemming": st.booleans(),
    }
)


class TakingBack(TestCase):
    @classmethod
    def setUpTestData(cls):
        from sturing.referentie import laad

        laad()

    def _vul(self, client, waarden, cast):
        plaats = waarden["plaats"] and Gemeente.objects.get(naam=waarden["plaats"])
        velden = {n: waarden[n] for n in ("roepnaam", "geboren", "telefoon", "taal", "is_tolk_nodig")}
        bsn = waarden["bsn"]
        velden |= {"bsn": bsn} if bsn.isdigit() else {"bsn_reden": bsn}
        clienten.wijzigen(client, door=cast.bas, woongemeente=plaats, herkomst=plaats, **velden)
        for i, soort in enumerate(waarden["adressen"]):
            vanaf = date(2026, 1 + i + len(waarden["adressen"]), 1)
            clienten.adres_toevoegen(client, door=cast.bas, soort=soort, vanaf=vanaf, **ADRES)
        if waarden["toestemming"]:
            Toestemming.objects.create(client=client, door=cast.bas, **TOESTEMMING)

    @pytest.mark.langzaam("twelve made-up pairs, merged and parted")
    @settings(max_examples=12, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
    @given(een=WAARDEN, ander=WAARDEN, kant=st.sampled_from(["doel", "bron"]))
    def test_is_the_identity(self, een, ander, kant):
        if een["bsn"] == BSN:
            ander["bsn"] = "wil_niet" if ander["bsn"] == BSN else ander["bsn"]
        cast = Cast()
        doel, bron = paar(cast)
        for client, waarden in ((doel, een), (bron, ander)):
            self._vul(client, waarden, cast)
        verouder(doel, bron)
        voor = foto()
        rij = voeg_samen(cast, doel, bron, is_zeker=True, keuzes={"kant": kant})
        self.assertTrue(Dossier.objects.filter(client=doel).count() == 2)
        samenvoegen.ongedaan_maken(rij, door=cast.bas, op=timezone.now())
        self.assertEqual(foto(), voor)
