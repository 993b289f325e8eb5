"""Changing a person: logged by field, never by value; the copies on the dossiers follow at once."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cimot import actions as cimot
from kern.models import Client, Dossier, Gebeurtenis, Gemeente
from kern.personen import clienten
from kern.proces import actions
from kern.proces.weigering import Weigering
from tests.draden import tegelijk
from tests.factories import melding, moment

pytestmark = pytest.mark.django_db


def test_a_change_names_its_fields_and_not_their_values(cast):
    client = melding(cast).client
    clienten.wijzigen(client, door=cast.bas, achternaam="Kanarie", roepnaam=client.roepnaam, bsn="999990019")
    rij = Gebeurtenis.objects.get(actie="client_wijzigen")
    assert rij.waarden == {"velden": ["achternaam", "bsn"]}
    assert (rij.client_id, rij.gebruiker_id, rij.rol, rij.soort) == (client.pk, cast.bas.pk, "frontoffice", "client")
    versies = client.versies.order_by("pgh_id")
    assert [v.achternaam for v in versies] == ["Wit", "Kanarie"]
    assert not {"bsn_cijfer", "bsn_index"} & {veld.name for veld in Client.pgh_event_model._meta.get_fields()}


def test_the_copies_on_every_dossier_follow(cast):
    dossier = melding(cast)
    versie = Dossier.objects.get().versie
    clienten.wijzigen(dossier.client, door=cast.bas, achternaam="Ápfel", woongemeente=Gemeente.objects.get(naam="Borne"))
    dossier = Dossier.objects.get()
    assert (dossier.sorteernaam, dossier.gemeente.naam, dossier.versie) == ("apfel, petra", "Borne", versie + 1)
    assert Dossier.objects.voor(cast.berend).exists()
    assert not Dossier.objects.voor(cast.gerda).exists()


@pytest.mark.eis("L-38")
def test_a_number_takes_the_place_of_the_reason_that_it_was_missing(cast):
    client = melding(cast).client
    clienten.wijzigen(client, door=cast.bas, bsn_reden="wil_niet")
    client = clienten.wijzigen(client, door=cast.bas, bsn="999990019")
    assert (client.lees_bsn(), client.bsn_reden, client.bsn_compleet) == ("999990019", "", True)
    client = clienten.wijzigen(client, door=cast.bas, taal="Nederlands")
    assert client.lees_bsn() == "999990019"
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        clienten.wijzigen(client, door=cast.bas, bsn_reden="wil_niet")
    assert "Niet allebei" in actions.zin_bij(fout.value)


def test_a_next_address_ends_the_one_before_it(cast):
    client = melding(cast).client
    adres = {"door": cast.bas, "soort": "verblijf", "straat": "Westerstraat", "huisnummer": "1", "plaats": "Almelo"}
    eerste = clienten.adres_toevoegen(client, vanaf=date(2026, 1, 1), **adres)
    clienten.adres_toevoegen(client, vanaf=date(2026, 6, 1), **adres)
    eerste.refresh_from_db()
    assert eerste.tot == date(2026, 5, 31)
    for vanaf in (date(2026, 6, 1), date(2026, 5, 1)):
        with pytest.raises(Weigering, match="Het vorige adres begon") as fout:
            clienten.adres_toevoegen(client, vanaf=vanaf, **adres)
        assert fout.value.veld == "vanaf"
    clienten.adres_toevoegen(client, vanaf=date(2026, 2, 1), **{**adres, "soort": "brief"})
    assert client.adressen.filter(tot__isnull=True).count() == 2


# The name and municipality that were typed with a melding.


def test_the_municipality_of_the_melding_is_kept_for_a_client_who_had_none(cast):
    wierden, borne = (Gemeente.objects.get(naam=naam) for naam in ("Wierden", "Borne"))
    bekend = Client.objects.create(achternaam="Bekend")
    dossier = melding(cast, client=bekend, gemeente=wierden)
    assert (dossier.client.woongemeente, dossier.gemeente) == (wierden, wierden)
    ander = Client.objects.create(achternaam="Ander", woongemeente=borne)
    dossier = melding(cast, client=ander, gemeente=wierden)
    assert (dossier.client.woongemeente, dossier.gemeente) == (borne, borne)
    derde = Client.objects.create(achternaam="Derde")
    dossier = melding(cast, naam="", omschrijving="Station.", gemeente=wierden)
    dossier = cimot.client_koppelen(dossier, door=cast.bas, op=moment("2026-11-03"), client=derde)
    assert (dossier.gemeente, Client.objects.get(pk=derde.pk).woongemeente) == (wierden, wierden)


@pytest.mark.parametrize("naam", ["A" * 121, f"{'B' * 61} Jansen", f"Jansen, {'C' * 61}"])
def test_a_name_that_does_not_fit_is_refused_and_not_cut_off(cast, naam):
    with pytest.raises(Weigering, match="Deze naam is te lang") as fout:
        melding(cast, naam=naam)
    assert fout.value.veld == "naam"
    assert not Client.objects.exists()


@pytest.mark.parametrize("naam", [",", " - , ", ",,"])
def test_a_name_of_signs_alone_is_refused_or_kept_whole(cast, naam):
    try:
        with transaction.atomic():
            dossier = melding(cast, naam=naam)
    except IntegrityError as fout:
        assert actions.zin_bij(fout) == "Vul een achternaam in."
    else:
        assert dossier.client.achternaam.strip()


@pytest.mark.django_db(transaction=True)
@pytest.mark.eis("L-38")
def test_two_people_enter_one_number_at_once(cast):
    a, b = (melding(cast, naam=f"N, {i}").client for i in range(2))
    uitkomsten = tegelijk(*[lambda c=c: clienten.wijzigen(c, door=cast.bas, bsn="999990019") for c in (a, b)])
    [fout] = [u for u in uitkomsten if isinstance(u, Exception)]
    zin = fout.zin if isinstance(fout, Weigering) else actions.zin_bij(fout)
    assert zin == "Er is al een cliënt met dit BSN."
    assert Client.objects.met_bsn("999990019").count() == 1
