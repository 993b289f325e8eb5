"""What only real threads prove: locks, their order, and numbers without twins and without gaps."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from cimot import actions as cimot
from cimot.processen.aanmelding import Status
from kern.models import Dossier, Gebeurtenis, Kenmerkteller
from kern.proces import actions
from kern.proces.weigering import Weigering
from tests.draden import tegelijk
from tests.factories import compleet_maken, melding, moment, naar

pytestmark = pytest.mark.django_db(transaction=True)
OP = moment("2026-11-03")


@pytest.mark.eis("SM-1")
def test_of_two_people_at_once_one_wins_and_the_other_reads_why(cast):
    dossier = compleet_maken(melding(cast), cast, OP)

    def bevestig(door):
        return lambda: cimot.bevestigen(dossier, door=door, op=OP, via="brief")

    uitkomsten = tegelijk(bevestig(cast.bas), bevestig(cast.anke))
    [weigering] = [u for u in uitkomsten if isinstance(u, Exception)]
    assert isinstance(weigering, Weigering)
    assert weigering.zin == "“Melding bevestigen” kan niet meer of nog niet: de status is nu “Melding bevestigd”."
    assert Gebeurtenis.objects.filter(actie="bevestigen").count() == 1
    assert Dossier.objects.get().status == Status.MELDING_BEVESTIGD


def test_two_changes_of_one_dossier_wait_for_each_other_and_both_count(cast):
    dossier = naar(melding(cast), Status.MELDING_BEVESTIGD, cast)
    versie = Dossier.objects.get().versie
    tegelijk(
        lambda: cimot.toewijzen(dossier, door=cast.bas, op=OP, behandelaar=cast.karim),
        lambda: cimot.eerste_contact(dossier, door=cast.bas, op=OP),
    )
    dossier = dossier.__class__.objects.get()
    assert (dossier.versie, dossier.behandelaar, dossier.eerste_contact_op) == (versie + 2, cast.karim, OP.date())


def test_several_dossiers_are_locked_in_one_order_whatever_was_asked(cast):
    a, b, c = (melding(cast, naam=f"N, {i}").pk for i in range(3))
    with (
        transaction.atomic(),
        CaptureQueriesContext(
            connection,
        ) as vragen,
    ):
        assert [d.pk for d in actions.vergrendel_alle([c, a, b])] == [a, b, c]
    eerste = vragen.captured_queries[0]["sql"]
    assert "FOR UPDATE" in eerste
    assert 'ORDER BY "kern_dossier"."id" ASC' in eerste

    def beide(ids):
        def doe():
            with transaction.atomic():
                for dossier in actions.vergrendel_alle(ids):
                    dossier.organisatie = None
                    actions.bewaar_kopie(dossier)
            return "klaar"

        return doe

    for _ in range(10):
        assert tegelijk(beide([a, b, c]), beide([c, b, a])) == ["klaar", "klaar"]


def test_a_lock_holds_until_the_end_of_the_action(cast):
    """Without the lock both would read the same version and one change would be lost."""
    dossier = melding(cast)
    versie = Dossier.objects.get().versie
    tegelijk(*[lambda: cimot.eerste_contact(dossier, door=cast.bas, op=OP)] * 4)
    assert Dossier.objects.get().versie == versie + 4


def test_eight_at_once_get_numbers_without_twins_or_gaps(cast):
    uitkomsten = tegelijk(*[lambda i=i: melding(cast, naam=f"Naam, {i}").kenmerk for i in range(8)])
    assert sorted(uitkomsten) == [f"A-2026-{n:04d}" for n in range(1, 9)]

    def mislukt():
        with transaction.atomic():
            melding(cast, naam="Terug, Gedraaid")
            raise Weigering("Toch niet.")

    uitkomsten = tegelijk(mislukt, *[lambda i=i: melding(cast, naam=f"Tweede, {i}").kenmerk for i in range(3)])
    assert sorted(u for u in uitkomsten if isinstance(u, str)) == ["A-2026-0009", "A-2026-0010", "A-2026-0011"]
    assert Kenmerkteller.objects.get().laatste == 11
