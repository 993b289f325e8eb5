"""What left stays as it left: the database refuses every change of it, and a mistake is put right by a new letter."""

import hashlib
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from aanbieders.models import Verledenvaststelling
from cimot import actions
from cimot.processen.aanmelding import Status
from kern.models import Bijlage, Brief, Briefsjabloon, Exemplaar
from kern.proces import correctie
from kern.stukken import opslag
from tests import factories
from tests.aanbieders import opstelling
from tests.kern import bestandenmaker

# Every column of a letter, its copies and its annexes, and of a text that was published.
KOLOMMEN = {
    "kern_brief": {
        "onderwerp": "'x'",
        "inhoud": "'[]'",
        "gedateerd_op": "'2020-01-01'",
        "clausules": "'{}'",
        "code": "'BRF-99'",
        "door_id": "NULL",
        "vervangt_id": "NULL",
        "dagpost_id": "NULL",
        "sjabloon_id": "sjabloon_id",
    },
    "kern_exemplaar": {
        "sha256": "'x'",
        "naam": "'x'",
        "adres": "'{}'",
        "kanaal": "'email'",
        "is_geheim": "true",
        "document_id": "document_id",
    },
    "kern_bijlage": {"titel": "'x'", "document_id": "document_id"},
    "kern_briefsjabloon": {"tekst": "'x'", "onderwerp": "'x'", "gepubliceerd_op": "NULL", "versie": "9"},
    "aanbieders_verledenvaststelling": {"verleden": "'geen'", "bewijs": "'x'", "reden": "'x'"},
}
WIJZIG, WEG = "UPDATE {} SET {} = {}", "DELETE FROM {}"
GEVALLEN = [(tabel, kolom, waarde) for tabel, kolommen in KOLOMMEN.items() for kolom, waarde in kolommen.items()]


@pytest.fixture
def bevestigd(cast):
    return factories.naar(factories.melding(cast), Status.MELDING_BEVESTIGD, cast)


@pytest.fixture
def rijen(cast, bevestigd):
    """A row of every table, of which the letter is a real one."""
    brief = bevestigd.brieven.get(code="BRF-01")
    Bijlage.objects.create(brief=brief, document=bestandenmaker.document(bevestigd, cast.anke), titel="Folder")
    Verledenvaststelling.objects.create(
        aanbieder=opstelling.aanbieder(), verleden="awbz", bewijs="Toelating WTZi", reden="Aanvraag", door=cast.coen,
        vastgesteld_op=date(2026, 11, 2),
    )  # fmt: skip
    return brief


def _weigert(opdracht):
    with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


@pytest.mark.eis("L-55")
def test_no_column_of_what_left_can_be_changed_past_the_application(rijen):
    for tabel, kolom, waarde in GEVALLEN:
        _weigert(WIJZIG.format(tabel, kolom, waarde))


def test_what_was_published_or_established_is_not_taken_away(rijen):
    for tabel in ("kern_briefsjabloon", "aanbieders_verledenvaststelling"):
        _weigert(WEG.format(tabel))


def test_a_draft_of_a_text_may_change(referentie):
    concept = Briefsjabloon.objects.create(code="BRF-01", versie=99, onderwerp="x", tekst="x")
    Briefsjabloon.objects.filter(pk=concept.pk).update(tekst="y")
    concept.delete()


def test_every_row_is_refused_and_not_only_the_first(rijen):
    assert Briefsjabloon.objects.filter(gepubliceerd_op__isnull=False).count() > 1
    for sjabloon in Briefsjabloon.objects.filter(gepubliceerd_op__isnull=False)[:3]:
        with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
            sjabloon.save()


@pytest.mark.eis("L-55")
def test_the_file_that_is_kept_is_the_one_that_the_copy_proves(cast, bevestigd):
    exemplaren = Exemplaar.objects.filter(brief__dossier_id=bevestigd.pk).select_related("document")
    assert exemplaren
    for exemplaar in exemplaren:
        with opslag.lees(exemplaar.document.uuid) as bestand:
            inhoud = bestand.read()
        assert inhoud.startswith(b"%PDF-")
        assert hashlib.sha256(inhoud).hexdigest() == exemplaar.sha256 == exemplaar.document.sha256


@pytest.mark.eis("L-55")
def test_a_step_that_is_done_again_makes_a_new_letter_that_names_the_old_one(cast, bevestigd):
    """And a third names the second: one chain, in which no letter is replaced twice."""
    eerste = bevestigd.brieven.get(code="BRF-01")
    voor = Brief.objects.filter(pk=eerste.pk).values().get()
    ketting = [eerste]
    for dag in ("2026-11-05", "2026-11-06"):
        dossier = correctie.corrigeren(bevestigd, door=cast.tineke, op=factories.moment(dag), reden="Verkeerde datum.")
        assert dossier.status == Status.MELDING_ONTVANGEN
        actions.bevestigen(dossier, door=cast.bas, op=factories.moment(dag), via="brief")
        nieuw = Brief.objects.filter(dossier_id=bevestigd.pk, code="BRF-01").order_by("-id").first()
        assert nieuw.vervangt_id == ketting[-1].pk and nieuw.pk not in {brief.pk for brief in ketting}
        ketting.append(nieuw)
    assert Brief.objects.filter(pk=eerste.pk).values().get() == voor
    assert [brief.vervangen_door.count() for brief in ketting] == [1, 1, 0]
    assert Exemplaar.objects.filter(brief__in=ketting).values("document").distinct().count() >= 3
