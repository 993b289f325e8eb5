"""Reviews with a provider: planned, written, finished with its figures, answered (R-FIN-07)."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aanbieders import cijfers
from aanbieders.actions import gesprek, maatregel
from aanbieders.models import Afspraak
from kern.proces import correctie
from kern.proces.weigering import NietBevoegd, Weigering
from tests.aanbieders import opstelling
from tests.aanbieders.opstelling import NU, VANDAAG

pytestmark = pytest.mark.django_db
MORGEN, GISTEREN = VANDAAG + timedelta(days=1), VANDAAG - timedelta(days=1)
NAMENS = {"wie": "aanbieder", "kanaal": "email"}
VERSLAG = {"agenda": "Cijfers", "gehouden_op": VANDAAG, "aanwezigen": "Coen en Wanda", "verslag": "Het gaat goed."}


def plan(dossier, con, **anders):
    return gesprek.gesprek_plannen(dossier, door=con, op=NU, **{"gepland_op": VANDAAG, "agenda": "Cijfers", **anders})


def rond_af(dossier, con, **anders):
    dossier = gesprek.gesprek_schrijven(plan(dossier, con), door=con, op=NU, **{**VERSLAG, **anders})
    return gesprek.gesprek_afronden(dossier, door=con, op=NU)


@pytest.mark.eis("R-FIN-07")
def test_a_talk_is_planned_written_and_finished(dossier, con):
    dossier = plan(dossier, con, gepland_op=MORGEN)
    assert dossier.status == "voortgangsgesprek"
    afspraken = [{"tekst": "Personeel werven", "wie": "aanbieder", "uiterlijk": MORGEN}]
    dossier = gesprek.gesprek_schrijven(dossier, door=con, op=NU, **VERSLAG, afspraken=afspraken)
    dossier = gesprek.gesprek_afronden(dossier, door=con, op=NU)
    rij = dossier.gesprekken.get()
    assert (dossier.status, rij.gesloten_op, rij.gesloten_door) == ("actief", VANDAAG, con)
    afspraak = rij.afspraken.get()
    assert (afspraak.toelating_id, afspraak.gemaakt_op, afspraak.uiterlijk) == (dossier.pk, VANDAAG, MORGEN)
    dossier = gesprek.reactie_vastleggen(dossier, door=con, op=NU, reactie="Mee eens.", namens=NAMENS)
    rij.refresh_from_db()
    assert (rij.reactie, rij.reactie_op) == ("Mee eens.", VANDAAG)


@pytest.mark.parametrize("mist", ["gehouden_op", "aanwezigen", "verslag"])
def test_without_a_report_a_talk_is_not_finished(dossier, con, mist):
    dossier = gesprek.gesprek_schrijven(
        plan(dossier, con), door=con, op=NU, **{**VERSLAG, mist: None if mist == "gehouden_op" else " "}
    )
    with pytest.raises(Weigering, match="Schrijf eerst het verslag"):
        gesprek.gesprek_afronden(dossier, door=con, op=NU)


def test_days_that_cannot_be_are_refused(dossier, con):
    with pytest.raises(Weigering, match="al geweest") as fout:
        plan(dossier, con, gepland_op=GISTEREN)
    assert fout.value.veld == "gepland_op"
    dossier = plan(dossier, con)
    for dag in (MORGEN, date(1900, 1, 1)):
        with pytest.raises(Weigering) as fout:
            gesprek.gesprek_schrijven(dossier, door=con, op=NU, **{**VERSLAG, "gehouden_op": dag})
        assert fout.value.veld == "gehouden_op"
    laat = [{"tekst": "x", "wie": "cimot", "uiterlijk": GISTEREN}]
    with pytest.raises(Weigering, match="vóór de dag") as fout:
        gesprek.gesprek_schrijven(dossier, door=con, op=NU, **VERSLAG, afspraken=laat)
    assert fout.value.veld == "uiterlijk_1"
    assert not Afspraak.objects.exists()


def test_only_the_contractmanager_holds_talks(dossier, cast):
    with pytest.raises(NietBevoegd):
        plan(dossier, cast.tineke)


def test_a_talk_that_is_cancelled_is_gone_unless_something_was_agreed(dossier, con):
    dossier = gesprek.gesprek_afzeggen(plan(dossier, con), door=con, op=NU, reden="Ziek.")
    assert (dossier.status, dossier.gesprekken.count()) == ("actief", 0)
    afspraken = [{"tekst": "x", "wie": "cimot", "uiterlijk": MORGEN}]
    dossier = gesprek.gesprek_schrijven(plan(dossier, con), door=con, op=NU, **VERSLAG, afspraken=afspraken)
    with pytest.raises(Weigering, match="al afspraken gemaakt"):
        gesprek.gesprek_afzeggen(dossier, door=con, op=NU, reden="Toch niet.")


def test_a_cancelling_that_is_set_right_can_be_written_and_finished(dossier, con, cast):
    dossier = gesprek.gesprek_afzeggen(plan(dossier, con), door=con, op=NU, reden="Ziek.")
    dossier = correctie.corrigeren(dossier, door=cast.tineke, op=NU, reden="Het ging toch door.")
    assert dossier.status == "voortgangsgesprek"
    with pytest.raises(Weigering, match="Schrijf eerst het verslag"):
        gesprek.gesprek_afronden(dossier, door=con, op=NU)
    dossier = gesprek.gesprek_schrijven(dossier, door=con, op=NU, **VERSLAG)
    assert gesprek.gesprek_afronden(dossier, door=con, op=NU).status == "actief"


def test_a_planning_that_is_set_right_leaves_what_was_agreed(dossier, con, cast):
    afspraken = [{"tekst": "x", "wie": "cimot", "uiterlijk": MORGEN}]
    dossier = gesprek.gesprek_schrijven(plan(dossier, con), door=con, op=NU, **VERSLAG, afspraken=afspraken)
    dossier = correctie.corrigeren(dossier, door=cast.tineke, op=NU, reden="Verkeerde aanbieder.")
    assert (dossier.status, dossier.gesprekken.count()) == ("actief", 0)
    assert dossier.afspraken.get().gesprek is None


def test_a_talk_that_a_measure_came_in_between_goes_on(dossier, con, cast):
    dossier = gesprek.gesprek_schrijven(plan(dossier, con), door=con, op=NU, **VERSLAG)
    gegevens = {"soort": "toezicht", "reden": "x", "advies": "y", "advies_op": VANDAAG, "vanaf": VANDAAG}
    dossier = maatregel.verscherpen(dossier, door=cast.tineke, op=NU, **gegevens)
    dossier = maatregel.maatregel_opheffen(dossier, door=cast.tineke, op=NU, reden="Op orde.")
    dossier = plan(dossier, con, gepland_op=MORGEN)
    rij = dossier.gesprekken.get()
    assert (rij.gepland_op, rij.verslag) == (MORGEN, VERSLAG["verslag"])


def test_an_answer_belongs_to_the_last_report_and_not_before_it(dossier, con):
    with pytest.raises(Weigering, match="nog geen verslag"):
        gesprek.reactie_vastleggen(dossier, door=con, op=NU, reactie="x", namens=NAMENS)
    dossier = rond_af(dossier, con)
    with pytest.raises(Weigering, match="ligt daarvoor") as fout:
        gesprek.reactie_vastleggen(dossier, door=con, op=NU - timedelta(days=1), reactie="x", namens=NAMENS)
    assert fout.value.veld == "op"


# Agreements.


def test_an_agreement_is_made_and_done_once(dossier, con):
    dossier = gesprek.afspraak_maken(dossier, door=con, op=NU, tekst="Rooster", wie="aanbieder", uiterlijk=MORGEN)
    rij = dossier.afspraken.get()
    dossier = gesprek.afspraak_afronden(dossier, door=con, op=NU, afspraak=rij, uitkomst="Ontvangen.")
    rij.refresh_from_db()
    assert (rij.gedaan_op, rij.uitkomst) == (VANDAAG, "Ontvangen.")
    with pytest.raises(Weigering, match="al afgerond"):
        gesprek.afspraak_afronden(dossier, door=con, op=NU, afspraak=rij, uitkomst="Nog eens.")


@pytest.mark.eis("R-FIN-07")
def test_each_agreement_has_a_deadline_of_its_own(dossier, con):
    """The one that is done first is not the one that was due first: each keeps its own day and says what it is about."""
    later = MORGEN + timedelta(days=14)
    for tekst, uiterlijk in (("Meldcode sturen", MORGEN), ("Rooster sturen", later)):
        dossier = gesprek.afspraak_maken(dossier, door=con, op=NU, tekst=tekst, wie="aanbieder", uiterlijk=uiterlijk)
    taken = dossier.taken.filter(code="afspraak").order_by("vervalt_op")
    assert [(t.naam, t.vervalt_op, t.status) for t in taken] == [
        ("Afspraak met aanbieder: Meldcode sturen", MORGEN, "open"),
        ("Afspraak met aanbieder: Rooster sturen", later, "open"),
    ]
    tweede = dossier.afspraken.get(tekst="Rooster sturen")
    gesprek.afspraak_afronden(dossier, door=con, op=NU, afspraak=tweede, uitkomst="Binnen.")
    assert [(t.onderwerp_naam, t.status) for t in taken.all()] == [
        ("Meldcode sturen", "open"),
        ("Rooster sturen", "afgedaan"),
    ]


def test_an_agreement_with_another_provider_is_refused(dossier, con, cast):
    ander = opstelling.toelating(con, opstelling.aanbieder("Ander"), cast.almelo)
    gesprek.afspraak_maken(ander, door=con, op=NU, tekst="x", wie="cimot", uiterlijk=MORGEN)
    with pytest.raises(Weigering, match="hoort hier niet bij"):
        gesprek.afspraak_afronden(dossier, door=con, op=NU, afspraak=Afspraak.objects.get(), uitkomst="x")


def test_an_agreement_is_not_done_before_it_was_made(dossier, con):
    dossier = gesprek.afspraak_maken(dossier, door=con, op=NU, tekst="x", wie="cimot", uiterlijk=MORGEN)
    with pytest.raises(Weigering, match="vóór het was afgesproken"):
        gesprek.afspraak_afronden(
            dossier, door=con, op=NU - timedelta(days=3), afspraak=dossier.afspraken.get(), uitkomst="x"
        )


# The figures of that day.


@pytest.mark.eis("R-FIN-07", "X-15")
def test_figures_are_kept_with_their_day_and_unit_and_can_be_stored(dossier, con, zorghuis):
    opstelling.locatie(zorghuis)
    rij = rond_af(dossier, con).gesprekken.get()
    assert json.loads(json.dumps(rij.cijfers)) == rij.cijfers
    assert {c["op"] for c in rij.cijfers} == {VANDAAG.isoformat()}
    assert all(isinstance(c["waarde"], str) and c["eenheid"] for c in rij.cijfers)
    assert {
        "code": "capaciteit_plekken",
        "naam": "Capaciteit: plekken",
        "waarde": "10",
        "eenheid": "plekken",
        "op": "2026-11-23",
    } in rij.cijfers


def test_a_finished_talk_that_is_set_right_keeps_its_figures_anew(dossier, con, cast, zorghuis):
    dossier = rond_af(dossier, con)
    dossier = correctie.corrigeren(dossier, door=cast.tineke, op=NU, reden="Fout.")
    assert dossier.gesprekken.get().cijfers == []
    opstelling.locatie(zorghuis)
    dossier = gesprek.gesprek_afronden(dossier, door=con, op=NU)
    assert "capaciteit_plekken" in {c["code"] for c in dossier.gesprekken.get().cijfers}


LATER = st.lists(
    st.one_of(
        st.tuples(st.just("locatie"), st.integers(0, 500), st.sampled_from(["plekken", "adressen", "gem_personen"])),
        st.tuples(st.just("afspraak"), st.integers(0, 40), st.sampled_from(["aanbieder", "cimot"])),
        st.tuples(st.just("klaar"), st.just(0), st.just("")),
        st.tuples(st.just("weg"), st.just(0), st.just("")),
        st.tuples(st.just("gesprek"), st.just(0), st.just("")),
    ),
    max_size=6,
)


@pytest.mark.eis("R-FIN-07")
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(later=LATER)
def test_nothing_that_happens_later_changes_the_figures_of_a_report(dossier, con, zorghuis, later):
    if not dossier.gesprekken.exists():
        opstelling.locatie(zorghuis)
        rond_af(dossier, con, afspraken=[{"tekst": "x", "wie": "cimot", "uiterlijk": MORGEN}])
    eerste = dossier.gesprekken.order_by("id").first()
    toen = list(eerste.cijfers)
    assert toen
    for wat, aantal, soort in later:
        _gebeur(wat, aantal, soort, dossier, con, zorghuis)
    eerste.refresh_from_db()
    assert eerste.cijfers == toen


def _gebeur(wat, aantal, soort, dossier, con, zorghuis):
    dossier = type(dossier).objects.get(pk=dossier.pk)
    open_ = dossier.afspraken.filter(gedaan_op=None).first()
    if wat == "locatie":
        opstelling.locatie(zorghuis, capaciteit=aantal, eenheid=soort)
    elif wat == "afspraak":
        tot = VANDAAG + timedelta(days=aantal)
        gesprek.afspraak_maken(dossier, door=con, op=NU, tekst="y", wie=soort, uiterlijk=tot)
    elif wat == "klaar" and open_:
        gesprek.afspraak_afronden(dossier, door=con, op=NU, afspraak=open_, uitkomst="z")
    elif wat == "weg":
        zorghuis.locaties.update(tot=date(2026, 6, 1))
    elif wat == "gesprek":
        rond_af(dossier, con, verslag=f"Gesprek {dossier.gesprekken.count()}")
    assert cijfers.van(zorghuis, [dossier.regio_id], VANDAAG)
