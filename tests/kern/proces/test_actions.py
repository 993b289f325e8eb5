"""The engine: what it writes with a step, and what it refuses with a sentence and without a trace."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cimot import actions as cimot
from cimot.models import Aanmelding, Melding
from cimot.processen.aanmelding import Status
from kern.models import Dossier, Gebeurtenis, Gebruiker, Kenmerkteller, Taak, Toelichting, Verantwoordelijkheid
from kern.proces import actions, correctie
from kern.proces.weigering import NietBevoegd, Weigering
from tests.factories import compleet_maken, melding, moment, naar

pytestmark = pytest.mark.django_db
NAMENS = {"wie": "client", "kanaal": "telefoon"}


def rijen(dossier, **filter):
    return Gebeurtenis.objects.filter(dossier_id=dossier.pk, **filter).order_by("id")


def weigert(zin, functie, *args, fout=Weigering, **kwargs):
    """The refusal, after proof that it has this sentence and that the database kept nothing."""
    voor = (Gebeurtenis.objects.count(), Toelichting.objects.count(), list(Dossier.objects.order_by("id").values()))
    with pytest.raises(fout, match=zin) as gevangen:
        functie(*args, **kwargs)
    assert voor == (Gebeurtenis.objects.count(), Toelichting.objects.count(), list(Dossier.objects.order_by("id").values()))
    return gevangen.value


# Opening.


@pytest.mark.eis("SM-1", "L-06")
def test_opening_gives_the_first_status_a_kenmerk_a_log_row_and_the_deadlines(cast):
    dossier = melding(cast)
    assert (dossier.status, dossier.wereld, dossier.kenmerk) == (Status.MELDING_ONTVANGEN, "zorg", "A-2026-0001")
    assert dossier.geopend_op == dossier.status_sinds == date(2026, 11, 2)
    [rij] = rijen(dossier)
    assert (rij.actie, rij.van, rij.naar, rij.soort) == ("openen", "", "melding_ontvangen", "aanmelding")
    assert (rij.gebruiker_id, rij.rol, rij.client_id) == (cast.bas.pk, "frontoffice", dossier.client_id)
    assert set(dossier.taken.values_list("code", "wereld")) == {
        ("ontvangst", "zorg"),
        ("persplan", "zorg"),
        ("onderzoek", "zorg"),
    }


def test_what_is_entered_later_began_on_its_own_day_and_may_go_on_from_there(cast):
    dossier = melding(cast, ontvangen="2026-10-01")
    laat = Aanmelding(soort="aanmelding", regio=cast.almelo, geopend_op=date(2026, 10, 1))

    def feiten(d):
        Melding.objects.create(aanmelding=d, ontvangen_op=moment("2026-10-01"), kanaal="brief", melder="zelf")

    actions.openen(laat, door=cast.bas, op=moment("2026-10-05"), feiten=feiten)
    assert laat.status_sinds == laat.geopend_op == date(2026, 10, 1)
    assert laat.kenmerk == "A-2026-0002"
    bevestigd = cimot.bevestigen(
        compleet_maken(dossier, cast, moment("2026-10-05")), door=cast.bas, op=moment("2026-10-02"), via="brief"
    )
    assert bevestigd.status_sinds == date(2026, 10, 2)


def test_a_role_that_may_not_open_is_refused_and_takes_no_number(cast):
    for door in (cast.tineke, cast.gerda, cast.frida):
        weigert("Uw rol mag geen aanmelding openen", melding, cast, door=door, naam="Ander, Mens", fout=NietBevoegd)
    assert not Kenmerkteller.objects.exists()
    assert melding(cast).kenmerk == "A-2026-0001"


def test_a_kenmerk_counts_per_year(cast):
    kenmerken = [melding(cast, naam=f"N, {i}", ontvangen=dag).kenmerk for i, dag in enumerate(["2025-12-31", "2026-01-01"])]
    assert kenmerken == ["A-2025-0001", "A-2026-0001"]


# One step.


@pytest.mark.eis("SM-1")
def test_a_step_moves_the_status_and_writes_who_when_and_which_letter(cast):
    dossier = naar(melding(cast), Status.MELDING_BEVESTIGD, cast)
    versie = Dossier.objects.get(pk=dossier.pk).versie
    [rij] = rijen(dossier, actie="bevestigen")
    assert (rij.van, rij.naar, rij.gebruiker_id) == ("melding_ontvangen", "melding_bevestigd", cast.bas.pk)
    assert (rij.waarden, rij.op) == ({"brief": "BRF-01"}, moment("2026-11-03"))
    assert abs(timezone.now() - rij.vastgelegd_op) < timedelta(minutes=5)
    dossier = cimot.eerste_contact(dossier, door=cast.anke, op=moment("2026-11-04"))
    assert dossier.versie == versie + 1
    assert (dossier.status, dossier.status_sinds) == (Status.MELDING_BEVESTIGD, date(2026, 11, 3))


def test_not_now_not_you_and_not_yours_are_three_sentences(cast):
    dossier = melding(cast)
    op = moment("2026-11-03")
    weigert(
        "kan niet meer of nog niet: de status is nu “Melding ontvangen”", cimot.verslag_maken, dossier, door=cast.anke, op=op
    )
    for door in (cast.tineke, cast.gerda, cast.frida):
        weigert("Uw rol mag dit niet", cimot.bevestigen, dossier, door=door, op=op, via="brief", fout=NietBevoegd)
    dossier = naar(dossier, Status.ONDERZOEK, cast)
    fout = weigert(
        "alleen de casemanager van deze zaak",
        cimot.verslag_maken,
        dossier,
        door=cast.karim,
        op=moment("2026-11-05"),
        fout=NietBevoegd,
    )
    assert fout.veld is None
    dossier.medebehandelaars.add(cast.karim)
    karim = Gebruiker.objects.get(pk=cast.karim.pk)
    weigert("Nog nodig", cimot.verslag_maken, dossier, door=karim, op=moment("2026-11-05"))


@pytest.mark.parametrize("reden", ["", "  \n "])
def test_a_reason_is_asked_where_the_table_says_so(cast, reden):
    fout = weigert(
        "Vul in waarom", actions.overgaan, melding(cast), "doorzenden", door=cast.anke, op=moment("2026-11-03"), reden=reden
    )
    assert fout.veld == "reden"


def test_a_step_is_not_in_the_future_nor_before_the_step_before_it(cast):
    dossier = naar(melding(cast), Status.ONDERZOEK, cast)
    stap = {"door": cast.anke, "reden": "Verhuisd.", "namens": NAMENS}
    assert weigert("in de toekomst", cimot.intrekken, dossier, op=timezone.now() + timedelta(minutes=1), **stap).veld == "op"
    fout = weigert("De vorige stap was op wo 4 nov 2026", cimot.intrekken, dossier, op=moment("2026-11-03 23:59"), **stap)
    assert fout.veld == "op"
    assert cimot.intrekken(dossier, op=moment("2026-11-04 00:00"), **stap).gesloten_op == date(2026, 11, 4)


def test_nothing_happens_before_the_dossier_began(cast):
    dossier = melding(cast)
    fout = weigert("begon op ma 2 nov 2026", cimot.eerste_contact, dossier, door=cast.bas, op=moment("2026-11-01 23:59"))
    assert fout.veld == "op"
    assert cimot.eerste_contact(dossier, door=cast.bas, op=moment("2026-11-02 00:00")).eerste_contact_op == date(2026, 11, 2)


def test_all_missing_conditions_are_named_and_what_was_written_is_taken_back(cast):
    dossier = melding(cast)
    dossier.client.bsn_reden = ""
    fout = weigert("Nog nodig", cimot.bevestigen, dossier, door=cast.bas, op=moment("2026-11-03"), via="brief")
    assert "toestemming of een wettelijke grond; de gemeente van herkomst" in fout.zin
    assert Melding.objects.get().bevestigd_op is None
    assert set(Taak.objects.values_list("status", flat=True)) == {"open"}


@pytest.mark.eis("SM-1")
def test_an_end_status_closes_with_day_and_reason(cast):
    dossier = cimot.doorzenden(
        melding(cast), door=cast.tineke, op=moment("2026-11-05"), reden="Hoort bij Zwolle.", ontvanger="Zwolle"
    )
    assert (dossier.gesloten_op, dossier.sluitreden) == (date(2026, 11, 5), "Doorgezonden aan Zwolle. Hoort bij Zwolle.")
    assert not dossier.is_open
    assert set(dossier.taken.exclude(code="bewaar").values_list("status", flat=True)) == {"vervallen"}


# Who said it, and why.


def test_what_an_outside_party_did_is_recorded_on_its_behalf(cast):
    dossier = cimot.intrekken(melding(cast), door=cast.bas, op=moment("2026-11-05"), reden="Wil niet meer.", namens=NAMENS)
    [rij] = rijen(dossier, actie="intrekken")
    assert (rij.namens, rij.kanaal, rij.gebruiker_id, rij.waarden) == (
        "client",
        "telefoon",
        cast.bas.pk,
        {"brief": "BRF-16"},
    )


def test_a_reason_lives_with_the_dossier_and_not_in_the_log(cast):
    dossier = cimot.intrekken(melding(cast), door=cast.bas, op=moment("2026-11-05"), reden="Kanariegeel.", namens=NAMENS)
    [toelichting] = dossier.toelichtingen.all()
    assert (toelichting.reden, toelichting.wereld) == ("Kanariegeel.", "zorg")
    assert toelichting.gebeurtenis_id == rijen(dossier, actie="intrekken").get().pk


@pytest.mark.eis("L-74")
def test_the_log_holds_no_name_and_no_free_text(cast):
    """Everything typed on the whole road carries a canary; the log carries none of it."""
    kanarie = {
        "naam": "Kanarie, Xerxes de",
        "omschrijving": "kanarie",
        "melder_naam": "Kanarie",
        "melder_telefoon": "0612345678",
    }
    dossier = naar(melding(cast, **kanarie), Status.VERSLAG_DEFINITIEF, cast)
    dossier = cimot.intrekken(dossier, door=cast.bas, op=timezone.now(), reden="kanarie", namens=NAMENS)
    correctie.corrigeren(dossier, door=cast.tineke, op=timezone.now(), reden="kanarie")
    alles = " ".join(str(rij) for rij in Gebeurtenis.objects.values()).lower()
    assert Gebeurtenis.objects.count() > 15
    for verboden in (
        "kanarie",
        "xerxes",
        "0612345678",
        "rijssen",
        "ingevuld",
        "conclusie",
        cast.bas.naam.lower(),
        "2007-03-03",
    ):
        assert verboden not in alles


# Who answers for it.


@pytest.mark.eis("X-21", "R-ORG-01")
def test_the_centre_municipality_answers_and_a_next_one_follows_the_day_after(cast):
    dossier = melding(cast)
    eerste = dossier.verantwoordelijkheden.get()
    assert (eerste.gemeente.naam, eerste.vanaf, eerste.tot) == ("Almelo", date(2026, 11, 2), None)
    wierden = dossier.gemeente
    maak = {"regel": "woonplaats", "grond": "proef", "vanaf": date(2026, 11, 20)}
    tweede = actions.verantwoordelijk_maken(dossier, gemeente=wierden, **maak)
    assert actions.verantwoordelijk_maken(dossier, gemeente=wierden, **maak) == tweede
    eerste.refresh_from_db()
    assert eerste.tot == date(2026, 11, 19)
    assert Verantwoordelijkheid.objects.count() == 2
