"""The tables are total, and equal to lists typed by hand from domein.md: a test that reads only the table proves nothing."""

import pytest
from django.urls import resolve, reverse

from cimot.processen.aanmelding import AANMELDING, Status
from kern.brieven.soorten import SOORTEN
from kern.proces.tabel import PROCESSEN, Overgang, Proces
from kern.tijd.kalender import Duur
from kern.toegang.rollen import Rol

OPEN = (
    "melding_ontvangen",
    "melding_bevestigd",
    "geen_ingezetene_toets",
    "onderzoek",
    "verslag_concept",
    "verslag_client",
    "verslag_definitief",
    "aanvraag_ontvangen",
    "aanvraag_onvolledig",
    "aanvraag_compleet",
    "besluit_concept",
    "besluit_4ogen",
    "besluit_ondertekend",
)
# From, action, to, who, typed by hand from domein.md 3.1 (SM-1, spoed) and 3.4 (SM-4).
AANMELDING_OVERGANGEN = {
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
    # The receiver confirms the warm hand-over (SM-4): the aanmelding ends.
    ("melding_bevestigd", "elders_overgenomen", "doorgezonden", "CM"),
    ("geen_ingezetene_toets", "elders_overgenomen", "doorgezonden", "CM"),
    ("onderzoek", "elders_overgenomen", "doorgezonden", "CM"),
    ("verslag_concept", "elders_overgenomen", "doorgezonden", "CM"),
    ("verslag_client", "elders_overgenomen", "doorgezonden", "CM"),
    ("verslag_definitief", "aanvraag_vastleggen", "aanvraag_ontvangen", "BAL CM"),
    ("verslag_definitief", "geen_aanvraag", "geen_aanvraag", "CM"),
    ("verslag_definitief", "algemene_voorziening", "afgesloten_algemene_voorziening", "CM"),
    ("aanvraag_ontvangen", "aanvraag_compleet_verklaren", "aanvraag_compleet", "BAL CM"),
    ("aanvraag_ontvangen", "aanvulling_vragen", "aanvraag_onvolledig", "BAL CM"),
    ("aanvraag_ontvangen", "buiten_behandeling_laten", "buiten_behandeling", "BAL CM"),
    ("aanvraag_onvolledig", "aanvulling_ontvangen", "aanvraag_compleet", "BAL CM"),
    ("aanvraag_onvolledig", "aanvraag_compleet_verklaren", "aanvraag_compleet", "CM"),
    ("aanvraag_onvolledig", "buiten_behandeling_laten", "buiten_behandeling", "BAL CM"),
    ("aanvraag_compleet", "besluit_opstellen", "besluit_concept", "CM"),
    ("besluit_concept", "besluit_voorleggen", "besluit_4ogen", "CM"),
    ("besluit_4ogen", "besluit_goedkeuren", "besluit_ondertekend", "TL"),
    ("besluit_4ogen", "besluit_terugsturen", "besluit_concept", "TL"),
    ("besluit_4ogen", "besluit_aanpassen", "besluit_concept", "CM"),
    ("besluit_ondertekend", "besluit_aanpassen", "besluit_concept", "CM"),
    ("besluit_ondertekend", "besluit_versturen", "besluit_verzonden", "BAL CM"),
    ("besluit_verzonden", "toekenning_afronden", "indicatie_actief", "SYS"),
    ("besluit_verzonden", "afwijzing_afronden", "afgewezen_afgesloten", "SYS"),
    *((status, "intrekken", "ingetrokken", "BAL CM") for status in OPEN),
}
SPOED_OVERGANGEN = {
    ("spoed", "tijdelijk_besluiten", "tijdelijk_besluit", "TL"),
    ("spoed", "geen_spoed", "geen_spoed", "CM TL"),
    ("tijdelijk_besluit", "voorziening_beeindigen", "beeindigd", "CM TL"),
}
LANDELIJK_OVERGANGEN = {
    ("lt_signaal", "lt_onderzoeken", "lt_onderzoek", "CM"),
    ("lt_onderzoek", "hier_helpen", "lt_hier", "CM"),
    ("lt_onderzoek", "daar_helpen", "lt_daar", "CM TL"),
    ("lt_daar", "overdragen", "overdracht", "CM TL"),
    ("lt_daar", "geschil_melden", "geschil", "CM TL"),
    ("overdracht", "geschil_melden", "geschil", "CM TL"),
    ("overdracht", "overdracht_afronden", "overdracht_afgerond", "CM"),
    ("geschil", "geschil_overdragen", "overdracht", "TL"),
    ("geschil", "geschil_hier", "lt_hier", "TL"),
    *(
        (van, "vervallen", "vervallen", "CM SYS TL")
        for van in ("lt_signaal", "lt_onderzoek", "lt_daar", "overdracht", "geschil")
    ),
}
# SM-9, domein.md 3.9: the contractmanager does the work, the teamleider takes measures.
LEVERT = ("actief", "voortgangsgesprek", "verscherpt", "opgeschort")
TOELATING_OVERGANGEN = {
    ("aangemeld", "toets_starten", "toelating_toets", "CON"),
    ("aangemeld", "intrekken", "ingetrokken", "CON"),
    # Somebody who withdraws while we wait for him, or while we test, is not refused.
    ("toelating_toets", "intrekken", "ingetrokken", "CON"),
    ("aanvulling", "intrekken", "ingetrokken", "CON"),
    ("toelating_toets", "toelaten", "toegelaten", "CON"),
    ("toelating_toets", "afwijzen", "afgewezen", "CON"),
    ("toelating_toets", "aanvulling_vragen", "aanvulling", "CON"),
    ("aanvulling", "aanvulling_ontvangen", "toelating_toets", "CON"),
    ("aanvulling", "afwijzen", "afgewezen", "CON"),
    ("toegelaten", "contract_opstellen", "contract", "CON TL"),
    ("contract", "contract_ingaan", "actief", "CON"),
    ("actief", "gesprek_plannen", "voortgangsgesprek", "CON"),
    ("voortgangsgesprek", "gesprek_afronden", "actief", "CON"),
    ("voortgangsgesprek", "gesprek_afzeggen", "actief", "CON"),
    ("actief", "verscherpen", "verscherpt", "TL"),
    ("voortgangsgesprek", "verscherpen", "verscherpt", "TL"),
    ("actief", "opschorten", "opgeschort", "TL"),
    ("verscherpt", "opschorten", "opgeschort", "TL"),
    ("verscherpt", "maatregel_opheffen", "actief", "TL"),
    ("opgeschort", "maatregel_opheffen", "actief", "TL"),
    *((status, "beeindigen", "beeindigd", "CON") for status in LEVERT),
}
OVERGANGEN = {
    "aanmelding": AANMELDING_OVERGANGEN,
    "spoed": SPOED_OVERGANGEN,
    "landelijk": LANDELIJK_OVERGANGEN,
    "toelating": TOELATING_OVERGANGEN,
}
ROLCODES = {
    Rol.FRONTOFFICE: "BAL",
    Rol.CASEMANAGER: "CM",
    Rol.TEAMLEIDER: "TL",
    Rol.SYSTEEM: "SYS",
    Rol.CONTRACTMANAGER: "CON",
    Rol.ADMINISTRATIE: "FIN",
    Rol.TOEZICHT_KWALITEIT: "TK",
}

# Code, length, Atw, warning days, may be suspended: domein.md 2.4, typed by hand. A text is the day that somebody set.
BEZWAAR = {
    "bezwaar": (Duur(weken=6), True, (), False),
    "bezwaar_post": (Duur(weken=1), True, (), False),
}
BEWAAR = {"bewaar": (Duur(jaren=15), False, (), False)}
TERMIJNEN = {
    "aanmelding": {
        "ontvangst": (None, False, (), False),
        "persplan": (Duur(dagen=7), True, (2,), False),
        "onderzoek": (Duur(weken=6), True, (14, 7, 1), False),
        "besluit": (Duur(weken=2), True, (5, 1), True),
        "aanvulling": ("aanvulling_tot", False, (3,), False),
        # One day more than the catalogue: as soon as the client is too late.
        "buiten_behandeling": (Duur(weken=4), True, (27, 7), False),
        **BEZWAAR,
        **BEWAAR,
    },
    "spoed": {"spoed": ("spoed.norm_dagen", False, (), False), **BEZWAAR, **BEWAAR},
    # No deadline of its own: the six weeks of the melding run on (domein.md 3.4).
    "landelijk": BEWAAR,
    # No person, so nothing of the fifteen years of the Wmo. The term to decide is a setting: eight weeks (domein.md 3.9).
    "toelating": {
        "toelating": ("toelating.beslis_weken", True, (14, 5), True),
        "aanvulling": ("aanvulling_tot", False, (3,), False),
        **BEZWAAR,
    },
}
# What was agreed with a provider, and from what it counts: half a year ahead of the end of a contract it is work.
AFGESPROKEN = {
    "contract_einde": ("contract_begin", "contract_eind", (183, 91, 30)),
    "gesprek": ("gesproken_op", "aanbieder.gesprek_maanden", (42, 14)),
    "afspraak": ("gemaakt_op", "uiterlijk", (14, 3)),
    "verantwoording": ("vanaf", "verantwoorden_uiterlijk", (30, 7)),
    "maatregel": ("vanaf", "tot", (14, 3)),
    "overdracht": ("actief_vanaf", "eindigt_op", (91, 30, 7)),
}
GRONDEN = {  # L-59
    "Awb 4:15 lid 1 a",
    "Awb 4:15 lid 1 b",
    "Awb 4:15 lid 2 a",
    "Awb 4:15 lid 2 b",
    "Awb 4:15 lid 2 c",
}
# Which letter leaves with which step, of one of them per comma: domein.md 3.1, 3.4, 3.9 and the catalogue of 3.14.
BRIEVEN = {
    "aanmelding": {
        "bevestigen": "BRF-01",
        "gesprek_plannen": "BRF-02 BRF-04",
        "informatie_vragen": "BRF-05",
        "verslag_versturen": "BRF-06",
        "definitief_maken": "BRF-07 BRF-08",
        "aanvraag_vastleggen": "BRF-09",
        "aanvulling_vragen": "BRF-10",
        "buiten_behandeling_laten": "BRF-11",
        "besluit_versturen": "BRF-12 BRF-13 BRF-14",
        "doorzenden": "BRF-15",
        "niet_bevoegd_verklaren": "BRF-15",
        "intrekken": "BRF-16",
    },
    "spoed": {"tijdelijk_besluiten": "BRF-03", "voorziening_verlengen": "BRF-03"},
    "landelijk": {
        "contact_andere_regio": "BRF-33",
        "hier_helpen": "BRF-34",
        "daar_helpen": "BRF-34",
        "overdracht_afronden": "BRF-35",
    },
    "toelating": {
        "informeren": "BRF-50",
        "toets_starten": "BRF-51",
        "aanvulling_vragen": "BRF-51",
        "toelaten": "BRF-52",
        "afwijzen": "BRF-52",
        "gesprek_afronden": "BRF-53",
        "verscherpen": "BRF-54",
        "opschorten": "BRF-54",
        "maatregel_opheffen": "BRF-54",
        "beeindigen": "BRF-55",
    },
}
ALLE = pytest.mark.parametrize("proces", PROCESSEN.values(), ids=lambda p: p.soort)


@pytest.mark.eis("SM-1")
@ALLE
def test_transitions_are_those_of_the_dossier(proces):
    tabel = {
        (van, o.actie, str(o.naar), " ".join(sorted(ROLCODES[rol] for rol in o.wie)))
        for o in proces.overgangen
        if o.naar
        for van in o.van
    }
    assert tabel == OVERGANGEN[proces.soort]


def _lengte(duur):
    """A length, or the name of what sets it: an attribute of the dossier, or a setting of the region."""
    return getattr(duur, "attribuut", None) or getattr(duur, "sleutel", None) or duur


@pytest.mark.eis(
    "T-ONTVANGST", "T-PERSPLAN", "T-ONDERZOEK", "T-BESLUIT", "T-AANVUL", "T-4:5", "T-BEZWAAR", "T-BEZWAAR-POST", "T-BEWAAR",
    "T-SPOED", "L-06", "L-07", "L-15",
)  # fmt: skip
@ALLE
def test_deadlines_are_those_of_the_catalogue(proces):
    tabel = {t.code: (_lengte(t.duur), t.atw, t.waarschuw, bool(t.opschorten)) for t in proces.termijnen if t.wettelijk}
    assert tabel == TERMIJNEN[proces.soort]


@pytest.mark.eis("R-FIN-05", "R-FIN-07")
def test_what_was_agreed_with_a_provider_has_its_day():
    afgesproken = {t.code: t for t in PROCESSEN["toelating"].termijnen if not t.wettelijk}
    assert {code: (t.vanaf, _lengte(t.duur), t.waarschuw) for code, t in afgesproken.items()} == AFGESPROKEN
    assert {code for code, t in afgesproken.items() if t.voor == Rol.TEAMLEIDER} == {"maatregel"}
    assert {code for code, t in afgesproken.items() if t.voor == Rol.CONTRACTMANAGER} == set(AFGESPROKEN) - {"maatregel"}


@pytest.mark.eis("L-59", "L-06")
def test_only_the_term_to_decide_is_suspended_and_on_the_grounds_of_the_law():
    stil = {(p.soort, t.code): set(t.opschorten) for p in PROCESSEN.values() for t in p.termijnen if t.opschorten}
    assert stil == {("aanmelding", "besluit"): GRONDEN, ("toelating", "toelating"): GRONDEN}


@pytest.mark.eis("SM-1")
@ALLE
def test_letters_leave_with_their_transition(proces):
    tabel = {(o.actie, " ".join(o.verstuurt)) for o in proces.overgangen if o.verstuurt}
    assert tabel == set(BRIEVEN[proces.soort].items())


def test_every_letter_of_a_step_can_be_made():
    codes = [*range(1, 17), *range(33, 36), *range(50, 56)]
    assert set(SOORTEN) == {f"BRF-{code:02d}" for code in codes}
    in_tabellen = {code for per_actie in BRIEVEN.values() for letters in per_actie.values() for code in letters.split()}
    assert in_tabellen == set(SOORTEN)


@ALLE
def test_every_status_can_be_reached_and_left(proces):
    bereikbaar = {proces.begin} | {o.naar for o in proces.overgangen if o.naar}
    assert bereikbaar == set(proces.statussen.values)
    verlaatbaar = {van for o in proces.overgangen if o.naar for van in o.van}
    assert verlaatbaar | set(proces.eind) == set(proces.statussen.values)
    assert not verlaatbaar & set(proces.eind)


def acties_van_mensen(proces):
    """What the system does by itself has no page: it follows inside the action of a person."""
    return [actie for actie, overgangen in proces.acties.items() if any(set(o.wie) - {Rol.SYSTEEM} for o in overgangen)]


@pytest.mark.eis("SM-1")
def test_the_system_ends_an_aanmelding_and_does_nothing_else():
    van_systeem = {(p.soort, a) for p in PROCESSEN.values() for a in set(p.acties) - set(acties_van_mensen(p))}
    assert van_systeem == {("aanmelding", "toekenning_afronden"), ("aanmelding", "afwijzing_afronden")}


@ALLE
def test_an_action_stands_once_per_status_and_has_its_url_and_function(proces):
    paren = [(van, o.actie) for o in proces.overgangen for van in o.van]
    assert len(paren) == len(set(paren))
    for actie in acties_van_mensen(proces):
        view = resolve(reverse(f"{proces.soort}_{actie}", args=[1])).func.view_class
        assert view.actie.__name__ == actie


@ALLE
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
