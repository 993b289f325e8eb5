"""The tables are total, and equal to lists typed by hand from domein.md: a test that reads only the table proves nothing."""

import pytest
from django.urls import reverse

from cimot import actions
from cimot.processen.aanmelding import AANMELDING, Status
from kern.kalender import Duur
from kern.proces import PROCESSEN, Overgang, Proces
from kern.rollen import Rol
from tests import factories

# From, action, to, who: SM-1 (domein.md 3.1), typed by hand.
OVERGANGEN = {
    ("melding_ontvangen", "bevestigen", "melding_bevestigd", "BAL CM"),
    ("melding_ontvangen", "doorzenden", "doorgezonden", "CM TL"),
    ("melding_bevestigd", "doorzenden", "doorgezonden", "CM TL"),
    ("melding_bevestigd", "ingezetenschap_nagaan", "geen_ingezetene_toets", "CM"),
    ("melding_bevestigd", "niet_bevoegd_verklaren", "niet_bevoegd", "CM TL"),
    ("geen_ingezetene_toets", "niet_bevoegd_verklaren", "niet_bevoegd", "CM TL"),
    ("melding_bevestigd", "onderzoek_starten", "onderzoek", "CM"),
    ("geen_ingezetene_toets", "onderzoek_starten", "onderzoek", "CM"),
    ("onderzoek", "verslag_maken", "verslag_concept", "CM"),
    ("verslag_concept", "verslag_versturen", "verslag_client", "CM"),
    ("verslag_client", "definitief_maken", "verslag_definitief", "CM"),
    ("melding_ontvangen", "intrekken", "ingetrokken", "BAL CM"),
    ("melding_bevestigd", "intrekken", "ingetrokken", "BAL CM"),
    ("geen_ingezetene_toets", "intrekken", "ingetrokken", "BAL CM"),
    ("onderzoek", "intrekken", "ingetrokken", "BAL CM"),
    ("verslag_concept", "intrekken", "ingetrokken", "BAL CM"),
    ("verslag_client", "intrekken", "ingetrokken", "BAL CM"),
    ("verslag_definitief", "intrekken", "ingetrokken", "BAL CM"),
}
ROLCODES = {Rol.FRONTOFFICE: "BAL", Rol.CASEMANAGER: "CM", Rol.TEAMLEIDER: "TL"}

# Code, length, Atw, warning days, may be suspended: domein.md 2.4, typed by hand.
TERMIJNEN = {
    "ontvangst": (None, False, (), False),
    "persplan": (Duur(dagen=7), True, (2,), False),
    "onderzoek": (Duur(weken=6), True, (14, 7, 1), False),
}
BRIEVEN = {
    "bevestigen": "BRF-01",
    "verslag_versturen": "BRF-06",
    "definitief_maken": "BRF-07",
    "doorzenden": "BRF-15",
    "niet_bevoegd_verklaren": "BRF-15",
    "intrekken": "BRF-16",
}


@pytest.mark.eis("SM-1")
def test_transitions_are_those_of_the_dossier():
    tabel = {
        (van, o.actie, str(o.naar), " ".join(sorted(ROLCODES[rol] for rol in o.wie)))
        for o in AANMELDING.overgangen
        if o.naar
        for van in o.van
    }
    assert tabel == OVERGANGEN


@pytest.mark.eis("T-ONTVANGST", "T-PERSPLAN", "T-ONDERZOEK", "L-06", "L-07")
def test_deadlines_are_those_of_the_catalogue():
    tabel = {t.code: (t.duur, t.atw, t.waarschuw, bool(t.opschorten)) for t in AANMELDING.termijnen if t.wettelijk}
    assert tabel == TERMIJNEN


@pytest.mark.eis("SM-1")
def test_letters_leave_with_their_transition():
    assert {o.actie: o.verstuurt for o in AANMELDING.overgangen if o.verstuurt} == BRIEVEN


@pytest.mark.parametrize("proces", PROCESSEN.values(), ids=lambda p: p.soort)
def test_every_status_can_be_reached_and_left(proces):
    bereikbaar = {proces.begin} | {o.naar for o in proces.overgangen if o.naar}
    assert bereikbaar == set(proces.statussen.values)
    verlaatbaar = {van for o in proces.overgangen if o.naar for van in o.van}
    assert verlaatbaar | set(proces.eind) == set(proces.statussen.values)
    assert not verlaatbaar & set(proces.eind)


@pytest.mark.parametrize("proces", PROCESSEN.values(), ids=lambda p: p.soort)
def test_an_action_stands_once_per_status_and_has_its_url_and_function(proces):
    paren = [(van, o.actie) for o in proces.overgangen for van in o.van]
    assert len(paren) == len(set(paren))
    for actie in proces.acties:
        assert reverse(f"{proces.soort}_{actie}", args=[1])
        assert callable(getattr(actions, actie))


@pytest.mark.parametrize("proces", PROCESSEN.values(), ids=lambda p: p.soort)
def test_open_statuses_say_what_to_do_and_belong_to_one_step(proces):
    open_ = set(proces.statussen.values) - set(proces.eind)
    assert set(proces.te_doen) == open_
    in_stappen = [status for stap in proces.stappen for status in stap.statussen]
    assert sorted(in_stappen) == sorted(open_)
    assert all(sum(1 for o in proces.vanuit(status) if o.hoofd) <= 1 for status in open_)


def test_a_table_that_contradicts_itself_is_refused():
    velden = {naam: getattr(AANMELDING, naam) for naam in AANMELDING.__dataclass_fields__}
    fout = (Overgang((Status.INGETROKKEN,), "heropenen", Status.ONDERZOEK, (Rol.CASEMANAGER,)),)
    with pytest.raises(ValueError, match="end status"):
        Proces(**{**velden, "overgangen": (*AANMELDING.overgangen, *fout)})
    onbekend = (Overgang((Status.ONDERZOEK,), "x", "bestaat_niet", (Rol.CASEMANAGER,)),)
    with pytest.raises(ValueError, match="unknown status"):
        Proces(**{**velden, "overgangen": (*AANMELDING.overgangen, *onbekend)})
    assert PROCESSEN["aanmelding"] is AANMELDING


@pytest.mark.eis("SM-1")
def test_no_transition_is_possible_outside_its_status(cast):
    """Every status × every action: what the table does not name is refused with a sentence and changes nothing."""
    from kern import actions as kern
    from kern.proces import Weigering

    dossiers = {
        status: factories.naar(factories.melding(cast, naam=f"Test, {i}"), status, cast)
        for i, status in enumerate(
            [s for s in Status if s not in AANMELDING.eind and s != Status.GEEN_INGEZETENE_TOETS], start=1
        )
    }
    for status, dossier in dossiers.items():
        for actie, overgangen in AANMELDING.acties.items():
            if AANMELDING.overgang(status, actie):
                continue
            rol = overgangen[0].wie[0]
            door = {Rol.FRONTOFFICE: cast.bas, Rol.CASEMANAGER: cast.anke, Rol.TEAMLEIDER: cast.tineke}[rol]
            with pytest.raises(Weigering, match="de status is nu"):
                kern.overgaan(dossier, actie, door=door, op=dossier.melding.ontvangen_op, reden="x")
            dossier.refresh_from_db()
            assert dossier.status == status
