"""Deadlines in the timeline: started, moved and why, stood still, ended; each told once."""

from dataclasses import replace
from datetime import date, timedelta

import pgtrigger
import pytest
from django.utils import timezone

from cimot import actions as cimot
from cimot.models import Melding
from cimot.processen.aanmelding import AANMELDING, Status
from kern.models import GelijkgesteldeDag, Opschorting, Taak
from kern.proces import actions, correctie
from kern.tijd import opschorten
from kern.tijdlijn.termijnen import TaakVersie
from tests.factories import melding, moment, naar
from tests.kern.tijdlijnen import lees

pytestmark = pytest.mark.django_db
GROND = "Awb 4:15 lid 1 onder a"


@pytest.fixture
def opschortbaar(monkeypatch):
    termijnen = [replace(t, opschorten=(GROND,)) if t.code == "onderzoek" else t for t in AANMELDING.termijnen]
    monkeypatch.setitem(AANMELDING.__dict__, "termijnen", tuple(termijnen))


@pytest.fixture
def zaak(cast):
    return naar(melding(cast), Status.ONDERZOEK, cast)


def onderzoek(zaak):
    return Taak.objects.select_related("dossier").get(dossier=zaak, code="onderzoek")


def termijnen(zaak, wie):
    return lees(zaak, wie, soort="termijn")


def met(momenten, titel):
    return [m for m in momenten if m.titel == titel]


def test_what_started_and_ended_on_one_day_is_one_line(cast, zaak):
    momenten = termijnen(zaak, cast.gerda)
    [begonnen] = met(momenten, "Termijnen gestart")
    assert begonnen.wanneer == date(2026, 11, 2)
    assert "Onderzoek 6 weken: uiterlijk ma 14 dec 2026." in begonnen.regels
    assert begonnen.door == ""
    ontvangst = next(m for m in momenten if "Ontvangst bevestigen" in m.tekst and m is not begonnen)
    assert (ontvangst.wanneer, ontvangst.titel) == (date(2026, 11, 3), "Termijn afgedaan")
    assert "te laat, de laatste dag was ma 2 nov 2026" in ontvangst.tekst


def test_a_deadline_without_history_still_stands_there(cast, zaak):
    voor = [(m.op, m.titel, m.tekst) for m in termijnen(zaak, cast.anke)]
    with pgtrigger.ignore():
        TaakVersie.objects.all().delete()
    assert sorted((m.op, m.titel, sorted(m.regels)) for m in termijnen(zaak, cast.anke)) == sorted(
        (op, titel, sorted(regels.split("\n"))) for op, titel, regels in voor
    )


def test_a_corrected_first_day_moves_the_date_and_says_why(cast, zaak):
    cimot.meldmoment_corrigeren(
        zaak, door=cast.anke, op=timezone.now(), ontvangen_op=moment("2026-10-30 10:00"), reden="Brief lag er al."
    )
    momenten = met(termijnen(zaak, cast.anke), "Termijn verschoven")
    [onderzoek_regels] = [m.regels for m in momenten if "Onderzoek 6 weken" in m.tekst]
    assert onderzoek_regels == [
        "Onderzoek 6 weken: van ma 14 dec 2026 naar vr 11 dec 2026.",
        "De begindag is gewijzigd: van ma 2 nov 2026 naar vr 30 okt 2026.",
    ]


@pytest.mark.parametrize("wie", ["anke", "karim"])
def test_standing_still_and_running_again_are_one_line_each_with_dates_and_ground(cast, zaak, opschortbaar, wie):
    taak, nu = onderzoek(zaak), timezone.now()
    opschorten.opschorten(taak, grond=GROND, reden="kanarie-reden", vanaf=date(2026, 11, 16), door=cast.anke, op=nu)
    opschorten.hervatten(taak, klaar_op=date(2026, 11, 20), door=cast.anke, op=nu + timedelta(minutes=1))
    momenten = termijnen(zaak, getattr(cast, wie))
    [stil], [verder] = met(momenten, "Termijn staat stil"), met(momenten, "Termijn loopt weer")
    assert "Onderzoek 6 weken: de laatste dag was ma 14 dec 2026." in stil.regels
    assert f"Vanaf ma 16 nov 2026. Grond: {GROND}." in stil.regels
    assert ("kanarie-reden" in stil.tekst) == (wie == "anke")
    assert "Onderzoek 6 weken: van ma 14 dec 2026 naar vr 18 dec 2026." in verder.regels
    assert "Dagen dat de termijn stilstond: 4." in verder.regels
    assert (stil.door, verder.door) == ("Anke (casemanager)", "Anke (casemanager)")
    assert not met(momenten, "Termijn verschoven")


def test_a_suspension_without_a_row_of_its_own_in_the_log_is_told_too(cast, zaak, opschortbaar):
    """An action of the table that lets a deadline stand still, with a last day that is known."""
    taak = onderzoek(zaak)
    for vanaf, tot in ((date(2026, 11, 5), date(2026, 11, 9)), (date(2026, 11, 16), None)):
        Opschorting.objects.create(
            taak=taak, dossier_id=zaak.pk, wereld=zaak.wereld, grond=GROND, reden="kanarie", vanaf=vanaf, tot=tot
        )
        actions.bewaar(actions.vergrendel(zaak), timezone.now())
    momenten = termijnen(zaak, cast.anke)
    [verschoven], [stil] = met(momenten, "Termijn verschoven"), met(momenten, "Termijn staat stil")
    assert verschoven.regels[0].startswith("Onderzoek 6 weken: van ma 14 dec 2026 naar ")
    assert verschoven.regels[1:] == [f"Vanaf do 5 nov 2026. Grond: {GROND}."]
    assert f"Vanaf ma 16 nov 2026. Grond: {GROND}." in stil.regels


def test_a_recomputation_is_told_once_with_both_dates(cast, zaak):
    GelijkgesteldeDag.objects.create(datum=date(2026, 12, 14), naam="Vrije dag", versie="2026-11")
    verschoven = opschorten.herbereken(
        opschorten.geraakt(), door=cast.frida, op=timezone.now(), reden="Nieuw besluit over vrije dagen."
    )
    assert [r["code"] for r in verschoven] == ["onderzoek"]
    momenten = termijnen(zaak, cast.anke)
    [rij] = met(momenten, "Termijn opnieuw berekend")
    assert rij.regels[0] == "Onderzoek 6 weken: van ma 14 dec 2026 naar di 15 dec 2026."
    assert "Nieuw besluit over vrije dagen." in rij.tekst
    assert not met(momenten, "Termijn verschoven")
    assert "Nieuw besluit" not in "".join(m.tekst for m in termijnen(zaak, cast.karim))


def test_a_step_that_is_reversed_lets_the_deadline_run_again(cast):
    zaak = naar(melding(cast), Status.VERSLAG_DEFINITIEF, cast)
    [einde] = [m for m in termijnen(zaak, cast.anke) if "Onderzoek 6 weken" in m.tekst and "afgedaan" in m.titel]
    correctie.corrigeren(zaak, door=cast.tineke, op=timezone.now(), reden="Te vroeg.")
    momenten = termijnen(zaak, cast.anke)
    [weer] = [m for m in met(momenten, "Termijn loopt weer") if "Onderzoek 6 weken" in m.tekst]
    assert weer.op > einde.op
    assert einde.plaats in {m.plaats for m in momenten}


def test_what_lapsed_by_itself_or_was_cut_off_says_so(cast):
    zaak = melding(cast, ontvangen="2026-11-02")
    Melding.objects.update(is_spoed=False)
    zaak = cimot.intrekken(
        zaak, door=cast.bas, op=moment("2026-11-16"), reden="Niet meer nodig.", namens={"wie": "client", "kanaal": "brief"}
    )
    momenten = {m.titel: m for m in termijnen(zaak, cast.bas) if m.titel != "Termijnen gestart"}
    assert "Persoonlijk plan 7 dagen" in momenten["Termijn voorbij"].tekst
    assert momenten["Termijn voorbij"].wanneer == date(2026, 11, 9)
    assert "Onderzoek 6 weken" in "".join(m.tekst for titel, m in momenten.items() if "vervallen" in titel)
