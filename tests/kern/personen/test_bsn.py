"""The BSN at rest: unreadable, bound to its own row, unique, and written again under new keys by one command."""

import base64
import json
import os
from io import StringIO

import pytest
from cryptography.exceptions import InvalidTag
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from kern.models import Client, Gebeurtenis
from kern.personen import bsn, clienten
from kern.proces import actions
from kern.proces.weigering import Weigering
from tests.factories import melding

pytestmark = [pytest.mark.django_db, pytest.mark.eis("L-72")]
BSN, ANDER = "999990019", "999990020"


def sleutel(versie):
    return f"{versie}:{base64.b64encode(os.urandom(32)).decode()}"


@pytest.fixture
def sleutels(settings):
    """Gives the settings one fresh key of each kind in front of those that were there."""
    settings.BSN_SLEUTELS, settings.BSN_INDEXSLEUTELS = [sleutel("1")], [sleutel("1")]

    def nieuw(versie):
        settings.BSN_SLEUTELS = [sleutel(versie), *settings.BSN_SLEUTELS]
        settings.BSN_INDEXSLEUTELS = [sleutel(versie), *settings.BSN_INDEXSLEUTELS]

    return nieuw


def maak(nummer=BSN, naam="Wit"):
    client = Client(achternaam=naam)
    client.zet_bsn(nummer)
    client.save()
    return client


def roteer(**opties):
    uit = StringIO()
    call_command("roteer_bsn", stdout=uit, **opties)
    return json.loads(uit.getvalue())


def test_nothing_in_the_database_shows_the_number(sleutels):
    client = maak()
    with connection.cursor() as cursor:
        cursor.execute("SELECT c::text FROM kern_client c UNION ALL SELECT v::text FROM kern_clientversie v")
        rijen = [rij for (rij,) in cursor.fetchall()]
    assert len(rijen) == 2
    assert not any(BSN in rij for rij in rijen)
    assert client.bsn_index not in rijen[1]
    assert client.lees_bsn() == BSN
    assert maak(ANDER).bsn_cijfer != client.bsn_cijfer


def test_equal_numbers_encrypt_differently_and_have_one_index(sleutels):
    a, b = Client(achternaam="A"), Client(achternaam="B")
    a.zet_bsn(BSN)
    b.zet_bsn(BSN)
    assert a.bsn_cijfer != b.bsn_cijfer
    assert a.bsn_index == b.bsn_index == bsn.index(BSN)


def test_a_value_of_another_row_does_not_decrypt(sleutels):
    client, dief = maak(), Client(achternaam="Dief")
    dief.bsn_cijfer, dief.bsn_index = client.bsn_cijfer, "1:x"
    with pytest.raises(InvalidTag):
        dief.lees_bsn()


@pytest.mark.eis("L-38")
def test_one_client_per_number_and_none_with_number_and_reason(sleutels):
    maak()
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        maak(naam="Ander")
    assert actions.zin_bij(fout.value) == "Er is al een cliënt met dit BSN."
    with pytest.raises(IntegrityError) as fout, transaction.atomic():
        Client.objects.update(bsn_reden="wil_niet")
    assert "Niet allebei" in actions.zin_bij(fout.value)


@pytest.mark.parametrize("waarden", [["1:a29ydA=="], []])
def test_a_wrong_key_stops_at_once(settings, waarden):
    settings.BSN_SLEUTELS = waarden
    with pytest.raises(ValueError, match="version:base64"):
        Client(achternaam="X").zet_bsn(BSN)


# Rotation.


def test_with_two_versions_old_rows_are_read_and_found_and_new_ones_use_the_newest(sleutels):
    oud = maak()
    sleutels("2")
    nieuw = maak(ANDER)
    assert (oud.bsn_cijfer[:2], nieuw.bsn_cijfer[:2]) == ("1:", "2:")
    for client, nummer in ((oud, BSN), (nieuw, ANDER)):
        assert Client.objects.get(pk=client.pk).lees_bsn() == nummer
        assert Client.objects.met_bsn(nummer).get() == client
    assert not Client.objects.met_bsn("111222333").exists()


def test_the_same_number_under_an_older_key_is_refused_too(sleutels, cast):
    maak()
    sleutels("2")
    dossier = melding(cast)
    with pytest.raises(Weigering, match="al een cliënt met dit BSN") as fout:
        clienten.wijzigen(dossier.client, door=cast.bas, bsn=BSN)
    assert fout.value.veld == "bsn"
    clienten.wijzigen(dossier.client, door=cast.bas, bsn=ANDER)
    clienten.wijzigen(dossier.client, door=cast.bas, bsn=ANDER)
    assert Client.objects.get(pk=dossier.client_id).lees_bsn() == ANDER


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_rotation_rewrites_every_row_after_which_the_old_keys_can_go(sleutels, settings, batch):
    nummers = [BSN, ANDER, "999990032"]
    clienten_ = [maak(nummer) for nummer in nummers]
    zonder = Client.objects.create(achternaam="Zonder", bsn_reden="heeft_geen")
    versies = Client.pgh_event_model.objects.count()
    sleutels("2")
    assert roteer(batch=batch) == {"herschreven": 3, "onleesbaar": 0, "dubbel": 0}
    settings.BSN_SLEUTELS, settings.BSN_INDEXSLEUTELS = settings.BSN_SLEUTELS[:1], settings.BSN_INDEXSLEUTELS[:1]
    for client, nummer in zip(clienten_, nummers, strict=True):
        client.refresh_from_db()
        assert (client.lees_bsn(), Client.objects.met_bsn(nummer).get()) == (nummer, client)
        assert client.bsn_cijfer.startswith("2:")
    zonder.refresh_from_db()
    assert (zonder.bsn_cijfer, zonder.bsn_index) == ("", "")
    assert roteer() == {"herschreven": 0, "onleesbaar": 0, "dubbel": 0}
    assert Client.pgh_event_model.objects.count() == versies
    assert not Gebeurtenis.objects.exists()


def test_what_cannot_be_rewritten_is_named_by_number_and_the_rest_goes_on(sleutels, settings):
    zoek, dubbel, goed = maak(), maak(ANDER), maak("999990032")
    Client.objects.filter(pk=zoek.pk).update(bsn_cijfer=f"9:{zoek.bsn_cijfer[2:]}")
    sleutels("2")
    maak(ANDER, naam="Tweemaal")
    with pytest.raises(CommandError, match=f"cliënt {zoek.pk}, {dubbel.pk}\\.$"):
        roteer()
    goed.refresh_from_db()
    assert goed.bsn_cijfer.startswith("2:")
    dubbel.refresh_from_db()
    assert dubbel.lees_bsn() == ANDER
