"""Two teamleiders at once: one wins, the other reads why, and nobody waits for ever."""

import pytest
from django.utils import timezone

from kern.models import Afwezigheid, Dossier, Gebeurtenis, Gebruiker
from kern.proces.weigering import Weigering
from kern.toegang import gebruikers
from kern.toegang.rollen import Rol
from kern.werk import afwezigheid, team
from tests.draden import tegelijk
from tests.factories import melding

pytestmark = pytest.mark.django_db(transaction=True)


def nu():
    return timezone.now()


@pytest.fixture
def tom(cast):
    return cast.gebruiker("tom", Rol.TEAMLEIDER, regio=cast.almelo)


def test_of_two_who_divide_the_same_one_wins_and_the_other_changes_nothing(cast, tom):
    """They tick the same two in another order, and each one more of his own."""
    a, b, c, d = (melding(cast, naam=f"N, {i}").pk for i in range(4))

    def geef(ids, door, naar):
        return lambda: team.verdelen(ids, door=door, op=nu(), behandelaar=naar)

    uitkomsten = tegelijk(geef([a, b, c], cast.tineke, cast.anke), geef([b, a, d], tom, cast.karim))
    [weigering] = [u for u in uitkomsten if isinstance(u, Exception)]
    assert isinstance(weigering, Weigering) and "intussen veranderd. Er is niets verdeeld." in weigering.zin
    winnaar, eigen, ander = (cast.anke, c, d) if uitkomsten[0] == 3 else (cast.karim, d, c)
    van = dict(Dossier.objects.values_list("pk", "behandelaar"))
    assert van == {a: winnaar.pk, b: winnaar.pk, eigen: winnaar.pk, ander: None}
    assert Gebeurtenis.objects.filter(actie="toewijzen").count() == 3


def test_an_account_that_stops_is_not_given_a_case(cast):
    dossier = melding(cast)
    uitkomsten = tegelijk(
        lambda: team.verdelen([dossier.pk], door=cast.tineke, op=nu(), behandelaar=cast.anke),
        lambda: gebruikers.inloggen_stoppen(cast.anke, door=cast.frida, op=nu()),
    )
    assert len([u for u in uitkomsten if isinstance(u, Weigering)]) == 1
    anke, dossier = Gebruiker.objects.get(pk=cast.anke.pk), Dossier.objects.get()
    assert anke.is_active == (dossier.behandelaar_id == anke.pk)


def test_two_who_hand_over_to_each_other_do_not_wait_for_ever(cast, tom):
    for i, wie in enumerate((cast.anke, cast.karim) * 2):
        team.toewijzen(melding(cast, naam=f"N, {i}"), door=cast.bas, op=nu(), behandelaar=wie)

    def over(van, naar, door):
        return lambda: team.overdragen(van, naar=naar, door=door, op=nu())

    uitkomsten = tegelijk(over(cast.anke, cast.karim, cast.tineke), over(cast.karim, cast.anke, tom))
    assert all(isinstance(u, team.Overdracht | Weigering) for u in uitkomsten), uitkomsten


def test_two_absences_at_once_never_point_at_each_other(cast):

    dag = timezone.localdate()

    def weg(wie, waarnemer):
        return lambda: afwezigheid.melden(wie, eerste=dag, laatste=dag, waarnemer=waarnemer, op=nu())

    uitkomsten = tegelijk(weg(cast.anke, cast.karim), weg(cast.karim, cast.anke))
    assert len([u for u in uitkomsten if isinstance(u, Weigering)]) == 1, uitkomsten
    assert Afwezigheid.objects.count() == 1
