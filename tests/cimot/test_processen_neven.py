"""What runs beside an aanmelding: who records which facts, which deadlines run, who sees it. Typed by hand."""

import pytest
from django.urls import reverse

from cimot import actions
from cimot.processen.landelijk import LANDELIJK
from cimot.processen.landelijk import Status as LtStatus
from cimot.processen.spoed import SPOED
from cimot.processen.spoed import Status as SpoedStatus
from kern.proces import actions as kern
from kern.proces.tabel import TotDatum, UitInstelling
from kern.proces.weigering import Weigering
from kern.tijd.kalender import Duur
from kern.toegang.rollen import Rijen, Rol
from tests.factories import landelijk, melding, spoed

CODES = {Rol.FRONTOFFICE: "BAL", Rol.CASEMANAGER: "CM", Rol.TEAMLEIDER: "TL"}
# From, action, who.
SPOED_FEITEN = {
    ("spoed", "spoed_beoordelen", "CM TL"),
    ("spoed", "toewijzen", "BAL CM TL"),
    ("tijdelijk_besluit", "toewijzen", "BAL CM TL"),
    ("tijdelijk_besluit", "voorziening_verlengen", "TL"),
}
LT_FEITEN = {
    ("lt_signaal", "signaal_aanvullen", "BAL CM"),
    ("lt_onderzoek", "kans_wegen", "CM"),
    ("lt_onderzoek", "contact_andere_regio", "CM"),
    ("lt_daar", "contact_andere_regio", "CM"),
    ("lt_onderzoek", "tijdelijk_regelen", "CM"),
    ("lt_daar", "akkoord_vastleggen", "CM"),
    ("overdracht", "overdracht_vastleggen", "CM"),
    ("geschil", "geschil_bijwerken", "TL"),
    *((s, "toewijzen", "BAL CM TL") for s in ("lt_signaal", "lt_onderzoek", "lt_daar", "overdracht", "geschil")),
}
# Code, length, Atw, of the law, the client's own, warning days.
SPOED_TERMIJNEN = {
    "spoed": (UitInstelling("spoed.norm_dagen", "dagen"), False, True, False, ()),
    "tijdelijk": (TotDatum("tijdelijk_tot", "De tijdelijke hulp loopt tot en met"), False, False, False, (7, 1)),
    "bezwaar": (Duur(weken=6), True, True, True, ()),
    "bezwaar_post": (Duur(weken=1), True, True, True, ()),
}


def _wie(overgang) -> str:
    return " ".join(sorted(CODES[rol] for rol in overgang.wie))


@pytest.mark.parametrize(("proces", "feiten"), [(SPOED, SPOED_FEITEN), (LANDELIJK, LT_FEITEN)], ids=["spoed", "landelijk"])
def test_who_records_facts_in_which_status(proces, feiten):
    assert {(van, o.actie, _wie(o)) for o in proces.overgangen if not o.naar for van in o.van} == feiten


@pytest.mark.eis("T-SPOED", "T-BEZWAAR", "T-BEZWAAR-POST", "L-13")
def test_deadlines_are_those_of_the_catalogue():
    tabel = {t.code: (t.duur, t.atw, t.wettelijk, t.van_client, t.waarschuw) for t in SPOED.termijnen if t.code != "bewaar"}
    assert tabel == SPOED_TERMIJNEN
    # The question of the region has no clock: that of the melding runs on, and neither of them can be suspended.
    assert [t.code for t in LANDELIJK.termijnen] == ["bewaar"]
    assert not any(t.opschorten for t in (*SPOED.termijnen, *LANDELIJK.termijnen))


@pytest.mark.eis("L-37")
@pytest.mark.parametrize("proces", [SPOED, LANDELIJK], ids=["spoed", "landelijk"])
def test_only_the_people_of_the_region_see_it(proces):
    wie = {Rol.FRONTOFFICE: Rijen.REGIO, Rol.CASEMANAGER: Rijen.REGIO, Rol.TEAMLEIDER: Rijen.REGIO}
    assert proces.zicht == wie
    assert reverse(f"{proces.soort}_lijst") and reverse(f"{proces.soort}_detail", args=[1])


@pytest.mark.parametrize(
    ("maak", "statussen"),
    [(spoed, (SpoedStatus.SPOED, SpoedStatus.TIJDELIJK_BESLUIT, SpoedStatus.BEEINDIGD, SpoedStatus.GEEN_SPOED)),
     (landelijk, tuple(LtStatus))],
    ids=["spoed", "landelijk"],
)  # fmt: skip
def test_no_transition_is_possible_outside_its_status(cast, maak, statussen):
    """Every status × every action: what the table does not name is refused with a sentence and changes nothing."""
    door = {Rol.FRONTOFFICE: cast.bas, Rol.CASEMANAGER: cast.anke, Rol.TEAMLEIDER: cast.tineke}
    for i, status in enumerate(statussen):
        hoofd = melding(cast, naam=f"Test, {i}")
        hoofd = actions.toewijzen(hoofd, door=cast.bas, op=hoofd.melding.ontvangen_op, behandelaar=cast.anke)
        neven = maak(cast, status, aanmelding=hoofd)
        for actie, overgangen in neven.proces.acties.items():
            if neven.proces.overgang(status, actie):
                continue
            with pytest.raises(Weigering, match="de status is nu"):
                kern.overgaan(neven, actie, door=door[overgangen[0].wie[0]], op=hoofd.melding.ontvangen_op, reden="x")
            neven.refresh_from_db()
            assert neven.status == status
