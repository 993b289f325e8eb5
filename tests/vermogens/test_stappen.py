"""Opening, every action as every role, what is refused, and putting right: for every kind in every open status."""

from datetime import timedelta

import pytest

from kern.models import Gebeurtenis, Taak
from kern.proces import actions, correctie
from kern.proces.tabel import PROCESSEN
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import klok, termijnen
from kern.toegang.rollen import ZONDER_INLOG, Rol
from tests.vermogens.gevallen import GEVALLEN, per_status

pytestmark = [pytest.mark.django_db, pytest.mark.wereld("rechten")]


def stand(dossier) -> tuple:
    """All that a refused action must leave as it was."""
    rij = type(dossier).objects.values().get(pk=dossier.pk)
    taken = list(Taak.objects.filter(dossier=dossier.pk).order_by("pk").values())
    return rij, taken, Gebeurtenis.objects.filter(dossier_id=dossier.pk).count(), dossier.brieven.count()


def test_every_kind_stands_in_the_world_in_every_open_status(wereld):
    assert {(soort, status) for soort in PROCESSEN for status in per_status(wereld, soort)} >= set(GEVALLEN)


def test_opening_is_numbered_logged_and_watched(een):
    proces = een.proces
    assert een.kenmerk.startswith(f"{proces.letter}-{een.geopend_op.year}-")
    eerste = Gebeurtenis.objects.filter(dossier_id=een.pk).order_by("pk").first()
    assert (eerste.actie, eerste.naar, eerste.wereld) == ("openen", proces.begin, proces.wereld)
    assert Rol(eerste.rol) in proces.openen


def test_nobody_else_opens_it(een, wereld):
    for rol in set(wereld.gebruikers) - set(een.proces.openen):
        nieuw = type(een)(soort=een.soort, regio=een.regio, client=een.client, organisatie=een.organisatie)
        with pytest.raises(NietBevoegd):
            actions.openen(nieuw, door=wereld.gebruikers[rol], op=klok.nu())


def test_what_the_table_does_not_name_is_refused_and_changes_nothing(geval, wereld):
    voor, op = stand(geval), klok.nu()
    for actie, overgangen in geval.proces.acties.items():
        if geval.proces.overgang(geval.status, actie):
            continue
        for rol in set(overgangen[0].wie) - ZONDER_INLOG:
            with pytest.raises(Weigering, match="de status is nu|Dit kan alleen de"):
                actions.overgaan(geval, actie, door=wereld.gebruikers[rol], op=op, reden="x")
    assert stand(geval) == voor


def test_what_the_table_names_is_for_its_roles_alone(geval, wereld):
    """Asked of the function that the engine asks first; and once of the engine itself, which leaves all as it was."""
    voor, geweigerd = stand(geval), None
    for overgang in geval.proces.vanuit(geval.status):
        wie = {rol for o in geval.proces.acties[overgang.actie] for rol in o.wie}
        for rol in set(wereld.gebruikers) - wie:
            geweigerd = overgang.actie, wereld.gebruikers[rol]
            with pytest.raises(NietBevoegd):
                actions.toegestaan(geval, overgang.actie, door=geweigerd[1])
    with pytest.raises(NietBevoegd):
        actions.overgaan(geval, geweigerd[0], door=geweigerd[1], op=klok.nu(), reden="x")
    assert stand(geval) == voor


def test_a_day_that_cannot_be_is_refused(geval, wereld):
    voor = stand(geval)
    for overgang in geval.proces.vanuit(geval.status):
        mensen = [wereld.gebruikers[rol] for rol in overgang.wie if rol not in ZONDER_INLOG]
        for door in mensen[:1]:
            with pytest.raises(Weigering, match="in de toekomst"):
                actions.overgaan(geval, overgang.actie, door=door, op=klok.nu() + timedelta(days=1), reden="x")
    assert stand(geval) == voor


@pytest.mark.eis("SM-1")
def test_the_last_step_is_put_right_and_its_deadlines_with_it(geval, wereld):
    """By the teamleider, with a reason; both steps stay visible, and the deadlines are those of the facts."""
    leider, laatste = wereld.gebruikers[Rol.TEAMLEIDER], correctie.laatste_overgang(geval)
    if laatste is None:
        with pytest.raises(NietBevoegd):
            correctie.corrigeren(geval, door=leider, op=klok.nu(), reden="Verkeerd.")
        return
    with pytest.raises(Weigering, match="Vul in waarom"):
        correctie.corrigeren(geval, door=leider, op=klok.nu(), reden=" ")
    terug = correctie.corrigeren(geval, door=leider, op=klok.nu(), reden="Verkeerd geklikt.")
    assert (terug.status, terug.is_open) == (laatste.van, True)
    rij = Gebeurtenis.objects.filter(dossier_id=geval.pk).order_by("-pk").first()
    assert (rij.actie, rij.van, rij.naar, rij.verwijst_naar_id) == ("corrigeren", laatste.naar, laatste.van, laatste.pk)
    assert Gebeurtenis.objects.filter(pk=laatste.pk).exists()


def test_computing_the_deadlines_again_changes_nothing(geval):
    voor = list(Taak.objects.filter(dossier=geval.pk).order_by("pk").values())
    assert termijnen.bijwerken(actions.vers(geval), klok.vandaag()) == []
    assert list(Taak.objects.filter(dossier=geval.pk).order_by("pk").values()) == voor
