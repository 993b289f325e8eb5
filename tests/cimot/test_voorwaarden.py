"""Each condition of SM-1 is refused alone, with its own sentence, when everything else is in order."""

from datetime import date

import pytest
from django.utils import timezone

from cimot import actions
from cimot.leefgebieden import Leefgebied
from cimot.models import Bevinding, Criterium, Criteriumuitkomst, Melding, Onderzoek, Verslag
from cimot.processen.aanmelding import AANMELDING, Status
from cimot.processen.landelijk import Status as LandelijkStatus
from cimot.voorwaarden import toegang as voorwaarden
from kern.models import Client, Gemeente, RegioInstelling
from kern.proces import actions as kern
from kern.proces import correctie
from kern.proces.tabel import Voorwaarde
from kern.proces.weigering import Weigering
from kern.tijd import signalen
from tests.factories import compleet_maken, landelijk, melding, moment, naar

pytestmark = pytest.mark.django_db
VORIGE_EEUW = date(2000, 1, 1)


def zet(model, **waarden):
    """Set columns of every row."""
    return lambda d, cast: model.objects.update(**waarden)


# Per condition: the action that asks it, how to break it alone, and its sentence, typed by hand.
WACHTEN = {
    "ER_IS_EEN_PERSOON": None,  # a melding without a person misses more: see below
    "ONDERWERP_BEKEND": (
        "bevestigen",
        lambda d, cast: d.__class__.objects.update(onderwerp="onbekend"),
        "beschermd wonen of opvang",
    ),
    "GROND_BEKEND": ("bevestigen", zet(Melding, grond=""), "toestemming of een wettelijke grond"),
    "HERKOMST_BEKEND": ("bevestigen", zet(Client, herkomst=None), "de gemeente van herkomst is ingevuld"),
    "BSN_OF_REDEN": ("bevestigen", zet(Client, bsn_reden=""), "het BSN is ingevuld, of waarom het er niet is"),
    "ER_IS_EEN_CASEMANAGER": None,  # nobody but the casemanager may start: see below
    "DUBBEL_BEKEKEN": ("onderzoek_starten", zet(Melding, is_dubbel_bekeken=False), "of de cliënt al bekend is"),
    "ACHTTIEN_OF_BIJNA": ("onderzoek_starten", zet(Client, geboren="2012-01-01"), "de cliënt is 18 jaar"),
    "WLZ_BEKEKEN": ("onderzoek_starten", zet(Melding, is_wlz_bekeken=False), "of de Wlz kan helpen"),
    "ETHOS_BEKEND": (
        "onderzoek_starten",
        lambda d, cast: d.__class__.objects.update(onderwerp="mo"),
        "u weet waar de cliënt nu slaapt",
    ),
    "LANDELIJK_BEKEKEN": (
        "onderzoek_starten",
        lambda d, cast: Client.objects.update(herkomst=Gemeente.objects.get(naam="Hengelo")),
        "komt de cliënt van buiten de regio",
    ),
    "EERSTE_CONTACT_GEWEEST": ("onderzoek_starten", zet(Melding, eerste_contact_op=None), "het eerste contact is geweest"),
    "PLAN_GEWEEST": (
        "onderzoek_starten",
        zet(Onderzoek, plan="aangeboden", plan_afgehandeld_op=None),
        "het persoonlijk plan is er, de cliënt wil het niet, of de zeven dagen zijn voorbij",
    ),
    "OP_ONDERSTEUNING_GEWEZEN": (
        "onderzoek_starten",
        zet(Onderzoek, ondersteuning="", ondersteuning_op=None),
        "op gratis cliëntondersteuning gewezen",
    ),
    "IDENTITEIT_BEKEKEN": ("verslag_maken", zet(Onderzoek, identiteitsbewijs=""), "de identiteit is vastgesteld"),
    "LID_4_INGEVULD": ("verslag_maken", zet(Onderzoek, mantelzorger=" \n"), "alle zeven vragen van de wet"),
    "LEEFGEBIEDEN_INGEVULD": (
        "verslag_maken",
        lambda d, cast: Bevinding.objects.filter(leefgebied="taal").update(is_niet_aan_de_orde=False),
        "alle leefgebieden zijn bekeken",
    ),
    "VERSLAG_GESCHREVEN": ("verslag_versturen", zet(Verslag, voorstel="  "), "een conclusie en een voorstel"),
    "BEOORDELING_INGEVULD": ("verslag_versturen", zet(Onderzoek, woonvraag_toelichting=" "), "de beoordeling is ingevuld"),
    "LANDELIJK_KLAAR": (
        "verslag_versturen",
        lambda d, cast: landelijk(cast, LandelijkStatus.LT_ONDERZOEK, aanmelding=d),
        "in welke regio de kans het best is",
    ),
    "CRITERIA_INGEVULD": (
        "verslag_versturen",
        lambda d, cast: Criteriumuitkomst.objects.filter(pk=Criteriumuitkomst.objects.first().pk).update(
            uitkomst="onbekend"
        ),
        "alle criteria van de regio zijn beantwoord",
    ),
    "REACTIE_OF_TERMIJN_VOORBIJ": (
        "definitief_maken",
        zet(Verslag, reactie="", reactie_op=None),
        "de cliënt heeft gereageerd, of de tijd om te reageren is voorbij",
    ),
}
VOOR = {
    "bevestigen": Status.MELDING_ONTVANGEN,
    "onderzoek_starten": Status.MELDING_BEVESTIGD,
    "verslag_maken": Status.ONDERZOEK,
    "verslag_versturen": Status.VERSLAG_CONCEPT,
    "definitief_maken": Status.VERSLAG_CLIENT,
}


def klaar_voor(actie, cast):
    """A dossier in the status before the action, with all that the action asks: one step too far, and reversed."""
    volgende = list(VOOR.values())[list(VOOR).index(actie) + 1] if actie != "definitief_maken" else Status.VERSLAG_DEFINITIEF
    dossier = naar(melding(cast), volgende, cast)
    dossier = correctie.corrigeren(dossier, door=cast.tineke, op=timezone.now(), reden="Terug.")
    if actie == "definitief_maken":
        assert dossier.verslag.reactie
    assert dossier.status == VOOR[actie]
    return dossier


def probeer(dossier, actie, cast, op=None):
    door = cast.bas if actie == "bevestigen" else cast.anke
    return kern.overgaan(dossier, actie, door=door, op=op or moment("2026-11-08"))


def test_every_condition_of_the_table_is_tried_here():
    """Those of the besluit: tests/cimot/test_besluit.py and test_aanvraag.py."""
    namen = {id(w): naam for naam, w in vars(voorwaarden).items() if isinstance(w, Voorwaarde)}
    gevraagd = {(namen[id(w)], o.actie) for o in AANMELDING.overgangen for w in o.mits if id(w) in namen}
    assert {naam for naam, _ in gevraagd} == set(WACHTEN) == set(namen.values())
    assert {(naam, w[0]) for naam, w in WACHTEN.items() if w} <= gevraagd


@pytest.mark.eis("SM-1", "L-07", "L-08", "L-09", "L-11", "L-14", "L-17", "L-37", "L-38", "X-17", "R-VIS-26", "R-VIS-24")
@pytest.mark.eis("R-VIS-11", "R-VIS-25", "R-AAN-04")
@pytest.mark.parametrize("naam", [naam for naam, geval in WACHTEN.items() if geval])
def test_each_condition_is_refused_alone_with_its_sentence(cast, naam):
    actie, breek, zin = WACHTEN[naam]
    dossier = klaar_voor(actie, cast)
    breek(dossier, cast)
    with pytest.raises(Weigering) as fout:
        probeer(dossier, actie, cast)
    assert fout.value.zin == f"Dit kan nog niet. Nog nodig: {getattr(voorwaarden, naam).zin}."
    assert zin in fout.value.zin
    assert dossier.__class__.objects.get().status == VOOR[actie]


@pytest.mark.eis("SM-1")
@pytest.mark.parametrize("actie", VOOR)
def test_with_everything_in_order_the_step_is_made(cast, actie):
    assert probeer(klaar_voor(actie, cast), actie, cast).status != VOOR[actie]


@pytest.mark.eis("SM-1")
def test_without_a_person_or_a_casemanager_the_dossier_waits(cast):
    dossier = melding(cast, naam="", omschrijving="Station.", grond="wet")
    with pytest.raises(Weigering, match="de naam van de cliënt is bekend; "):
        probeer(dossier, "bevestigen", cast)
    dossier = klaar_voor("onderzoek_starten", cast)
    d = dossier.__class__.objects.get(pk=dossier.pk)
    d.behandelaar = None
    overgang = AANMELDING.overgang(d.status, "onderzoek_starten")
    assert kern.ontbreekt(d, overgang, date(2026, 11, 8)) == ["er is een casemanager"]


@pytest.mark.eis("L-07", "T-PERSPLAN")
@pytest.mark.parametrize(("dag", "mag"), [("2026-11-09 23:59", False), ("2026-11-10 00:00", True)])
@pytest.mark.parametrize("gecontroleerd", [True, False])
def test_the_investigation_starts_when_the_seven_days_lapsed_whether_the_night_came_by_or_not(cast, dag, mag, gecontroleerd):
    dossier = klaar_voor("onderzoek_starten", cast)
    Onderzoek.objects.update(plan="aangeboden", plan_afgehandeld_op=None)
    dossier = actions.ondersteuning_vastleggen(
        dossier, door=cast.anke, op=moment("2026-11-04"), ondersteuning="nee", ondersteuning_op=date(2026, 11, 4)
    )
    if gecontroleerd:
        signalen.controleer(timezone.localdate(), op=timezone.now())
    if mag:
        assert probeer(dossier, "onderzoek_starten", cast, moment(dag)).status == Status.ONDERZOEK
    else:
        with pytest.raises(Weigering, match="de zeven dagen zijn voorbij"):
            probeer(dossier, "onderzoek_starten", cast, moment(dag))


@pytest.mark.eis("R-VIS-03", "R-EXT-01")
@pytest.mark.parametrize(
    ("geboren", "almelo", "enschede"),
    [
        ("2008-11-08", True, True),  # 18 on the day itself
        ("2008-11-09", True, False),
        ("2009-05-08", True, False),  # six months before the birthday
        ("2009-05-09", False, False),
        ("2009-05-00", True, True),  # an unknown day does not block
        ("", True, True),
    ],
)
def test_eighteen_or_within_the_months_of_the_region(cast, geboren, almelo, enschede):
    dossier = klaar_voor("onderzoek_starten", cast)
    dossier.client.geboren = geboren
    for regio, mag in ((cast.almelo, almelo), (cast.enschede, enschede)):
        dossier.regio = regio
        assert voorwaarden.ACHTTIEN_OF_BIJNA.test(dossier, date(2026, 11, 8)) is mag


@pytest.mark.parametrize(("dag", "mag"), [("2026-11-13", False), ("2026-11-14", True)])
def test_without_a_reaction_the_account_becomes_final_after_the_days_of_the_region(cast, dag, mag):
    dossier = klaar_voor("definitief_maken", cast)
    Verslag.objects.update(reactie="", reactie_op=None)
    assert dossier.verslag.naar_client_op == date(2026, 11, 6)
    overgang = AANMELDING.overgang(dossier.status, "definitief_maken")
    dossier = dossier.__class__.objects.get()
    assert (kern.ontbreekt(dossier, overgang, moment(dag).date()) == []) is mag
    RegioInstelling.objects.create(
        regio=cast.almelo, sleutel="onderzoek.reactie_dagen", waarde=14, geldig_vanaf=VORIGE_EEUW, reden="proef"
    )
    dossier = dossier.__class__.objects.get()
    assert kern.ontbreekt(dossier, overgang, date(2026, 11, 20))
    assert not kern.ontbreekt(dossier, overgang, date(2026, 11, 21))


@pytest.mark.eis("R-EXT-01", "R-VIS-02", "X-14")
def test_the_checklist_is_that_of_the_region_on_the_day_of_the_melding_and_never_refuses(cast):
    codes = {
        regio.code: set(regio.criteria.filter(onderwerp="bw").values_list("code", flat=True))
        for regio in (cast.almelo, cast.enschede)
    }
    assert codes["almelo"] != codes["enschede"]
    dossier = klaar_voor("verslag_versturen", cast)
    Criterium.objects.create(
        regio=cast.almelo, onderwerp="bw", code="later", vraag="x", bron="x", periode=(date(2026, 11, 3), None)
    )
    Criteriumuitkomst.objects.update(uitkomst="nee")
    assert probeer(dossier, "verslag_versturen", cast).status == Status.VERSLAG_CLIENT


@pytest.mark.eis("R-VIS-19", "R-VIS-26")
def test_all_nineteen_life_domains_are_asked(cast):
    assert len(Leefgebied) == 19
    dossier = klaar_voor("verslag_maken", cast)
    Bevinding.objects.filter(leefgebied="wonen").delete()
    with pytest.raises(Weigering, match="alle leefgebieden"):
        probeer(dossier, "verslag_maken", cast)
    actions.leefgebieden_invullen(
        dossier,
        door=cast.anke,
        op=moment("2026-11-08"),
        bevindingen={"wonen": {"tekst": "Bij moeder.", "is_niet_aan_de_orde": False}},
    )
    assert probeer(dossier, "verslag_maken", cast).status == Status.VERSLAG_CONCEPT


@pytest.mark.eis("L-13", "L-38")
def test_a_missing_bsn_blocks_nothing_once_there_is_a_reason(cast):
    dossier = compleet_maken(melding(cast), cast, moment("2026-11-03"))
    Client.objects.update(bsn_reden="wil_niet")
    assert probeer(dossier, "bevestigen", cast).status == Status.MELDING_BEVESTIGD


@pytest.mark.eis("R-VIS-11", "R-VIS-24", "R-VIS-25", "L-17", "R-AAN-04")
@pytest.mark.parametrize(
    "veld",
    [
        "thuis",
        "thuis_toelichting",
        "is_beperkt",
        "is_verstoord",
        "woonvraag",
        "woonvraag_toelichting",
        "wlz",
        "instroombron",
    ],
)
def test_each_answer_of_the_assessment_is_asked(cast, veld):
    dossier = klaar_voor("verslag_versturen", cast)
    Onderzoek.objects.update(**{veld: ""})
    with pytest.raises(Weigering, match="de beoordeling is ingevuld"):
        probeer(dossier, "verslag_versturen", cast)


@pytest.mark.parametrize(("onderwerp", "mag"), [("bw", True), ("mo", False)])
def test_only_opvang_asks_a_plan_for_a_lasting_solution(cast, onderwerp, mag):
    dossier = naar(melding(cast, onderwerp=onderwerp), Status.VERSLAG_CLIENT, cast)
    Onderzoek.objects.update(duurzaam_plan="")
    dossier = dossier.__class__.objects.get()
    assert voorwaarden.BEOORDELING_INGEVULD.test(dossier, date(2026, 11, 8)) is mag


@pytest.mark.eis("L-02")
@pytest.mark.parametrize(
    ("herkomst", "van_elders"),
    [("Wierden", False), ("Hengelo", True), ("Buiten de regio", True), ("Onbekend", False)],
)
def test_who_comes_from_elsewhere_is_looked_at_and_never_refused(cast, herkomst, van_elders):
    dossier = klaar_voor("onderzoek_starten", cast)
    Client.objects.update(herkomst=Gemeente.objects.get(naam=herkomst))
    if van_elders:
        with pytest.raises(Weigering, match="“Beste kans in welke regio” begonnen"):
            probeer(dossier, "onderzoek_starten", cast)
        landelijk(cast, aanmelding=dossier)
    assert probeer(dossier, "onderzoek_starten", cast).status == Status.ONDERZOEK
