"""SM-4 beside an aanmelding: where has somebody the best chance? His place of residence never refuses him (L-02)."""

from datetime import date

import pytest

from cimot import actions
from cimot.models import Aanmelding, Besluit, Kansweging, LandelijkeToegang
from cimot.processen.aanmelding import AANMELDING
from cimot.processen.aanmelding import Status as AStatus
from cimot.processen.landelijk import LANDELIJK, Status
from cimot.secties_neven import balans
from kern.models import Dossier, Gebeurtenis
from kern.proces import correctie
from kern.proces.weigering import NietBevoegd, Weigering
from tests.factories import landelijk, melding, moment, naar
from tests.nevenwegen import VAN_ELDERS

pytestmark = pytest.mark.django_db
OP = "2026-11-09"
ZWOLLE = {"wie": "andere_regio", "kanaal": "email"}
ALLE_ACHT = ("netwerk", "werk", "zorg", "veiligheid", "wonen", "wens", "voorziening", "justitie")


def _wegen(neven, cast, voorkeur="daar", zonder=()):
    wegingen = {c: {"voorkeur": "onbekend" if c in zonder else voorkeur, "toelichting": "Omdat."} for c in ALLE_ACHT}
    return actions.kans_wegen(neven, door=cast.anke, op=moment(OP), wegingen=wegingen)


def _daar(cast, **opties):
    return landelijk(cast, Status.LT_DAAR, op=moment(OP), **opties)


def _weg(neven) -> list:
    rijen = Gebeurtenis.objects.filter(dossier_id=neven.pk).exclude(naar="").order_by("id")
    return [(r.actie, r.naar, r.waarden.get("brief")) for r in rijen if r.van != r.naar]


# The road here.


@pytest.mark.eis("L-02", "SM-4", "R-LT-01", "R-LT-02", "R-LT-04")
def test_the_whole_road_to_helping_here_while_the_six_weeks_run_on(cast):
    dossier = naar(melding(cast), AStatus.ONDERZOEK, cast)
    voor = dossier.taken.get(code="onderzoek").vervalt_op
    neven = landelijk(cast, aanmelding=dossier, op=moment(OP))
    assert (neven.status, neven.hoofddossier_id, neven.behandelaar) == (Status.LT_SIGNAAL, dossier.pk, cast.anke)
    assert not neven.taken.exists()  # no deadline of its own
    neven = actions.lt_onderzoeken(neven, door=cast.anke, op=moment(OP))
    with pytest.raises(Weigering, match="alle acht punten zijn gewogen"):
        actions.hier_helpen(neven, door=cast.anke, op=moment(OP), motivering="Zus.", uitleg_via="telefoon")
    neven = _wegen(neven, cast, "hier")
    neven = actions.hier_helpen(neven, door=cast.anke, op=moment("2026-11-10"), motivering="Zus.", uitleg_via="telefoon")
    assert (neven.status, neven.is_open, neven.motivering) == (Status.LT_HIER, False, "Zus.")
    assert _weg(neven) == [
        ("openen", "lt_signaal", None),
        ("lt_onderzoeken", "lt_onderzoek", None),
        ("hier_helpen", "lt_hier", "BRF-34"),
    ]
    dossier.refresh_from_db()
    assert (dossier.status, dossier.taken.get(code="onderzoek").vervalt_op, voor) == (
        "onderzoek",
        date(2026, 12, 14),
        date(2026, 12, 14),
    )
    assert dossier.taken.get(code="onderzoek").status == "open"


@pytest.mark.eis("L-02")
def test_where_somebody_comes_from_is_asked_before_the_question_begins(cast):
    neven = landelijk(cast, reden_komst="", laatst_gewoond="", op=moment(OP))
    with pytest.raises(Weigering, match="u weet uit welke regio de cliënt komt"):
        actions.lt_onderzoeken(neven, door=cast.anke, op=moment(OP))
    feiten = {**VAN_ELDERS, "woonde_vanaf": date(2019, 1, 1), "woonde_tot": date(2026, 10, 31), "richting": "in"}
    neven = actions.signaal_aanvullen(neven, door=cast.bas, op=moment(OP), **feiten)
    assert actions.lt_onderzoeken(neven, door=cast.anke, op=moment(OP)).status == Status.LT_ONDERZOEK


def test_a_second_one_beside_the_same_aanmelding_is_refused(cast):
    neven = landelijk(cast, op=moment(OP))
    dossier = Aanmelding.objects.get(pk=neven.hoofddossier_id)
    with pytest.raises(Weigering, match="Dit loopt al bij deze aanmelding"):
        actions.lt_openen(dossier, door=cast.anke, op=moment(OP), **VAN_ELDERS)
    actions.vervallen(neven, door=cast.anke, op=moment(OP), reden="Blijkt van hier.")
    assert landelijk(cast, aanmelding=dossier, op=moment(OP)).status == Status.LT_SIGNAAL


@pytest.mark.eis("SM-4", "R-LT-02")
def test_every_one_of_the_eight_points_needs_an_answer(cast):
    assert tuple(Kansweging.Criterium.values) == ALLE_ACHT
    neven = actions.lt_onderzoeken(landelijk(cast, op=moment(OP)), door=cast.anke, op=moment(OP))
    for open_ in ALLE_ACHT:
        neven = _wegen(neven, cast, "hier", zonder=(open_,))
        with pytest.raises(Weigering, match="alle acht punten zijn gewogen"):
            actions.hier_helpen(neven, door=cast.anke, op=moment(OP), motivering="x", uitleg_via="brief")
    assert Kansweging.objects.count() == 8


def test_the_balance_counts_and_decides_nothing(cast):
    neven = actions.lt_onderzoeken(landelijk(cast, op=moment(OP)), door=cast.anke, op=moment(OP))
    neven = _wegen(neven, cast, "daar")
    assert balans(neven.wegingen.all()) == "hier 0, daar 8, maakt niet uit 0"
    # Everything speaks for there, and helping here is as possible as ever.
    neven = actions.hier_helpen(neven, door=cast.anke, op=moment(OP), motivering="Hij wil dit zelf.", uitleg_via="balie")
    assert neven.status == Status.LT_HIER


# The road there.


@pytest.mark.eis("L-02", "L-13", "SM-4", "R-LT-03", "R-LT-05", "R-ACT-21")
def test_the_whole_road_there_with_a_warm_handover(cast):
    dossier = naar(melding(cast), AStatus.ONDERZOEK, cast)
    neven = landelijk(cast, Status.LT_ONDERZOEK, aanmelding=dossier, op=moment(OP), richting="uit")
    neven = _wegen(neven, cast)
    daar = {"door": cast.anke, "op": moment(OP), "motivering": "Zijn werk is daar.", "uitleg_via": "telefoon"}
    with pytest.raises(Weigering, match="de andere regio gesproken; de hulp tot de overname"):
        actions.daar_helpen(neven, **daar)
    neven = actions.contact_andere_regio(
        neven, door=cast.anke, op=moment(OP), contact_naam="M. Bos", contact_gegevens="06-00000001"
    )
    with pytest.raises(Weigering, match="de hulp tot de overname is geregeld"):
        actions.daar_helpen(neven, **daar)
    neven = actions.tijdelijk_regelen(
        neven, door=cast.anke, op=moment(OP), tijdelijk="geregeld", tijdelijk_toelichting="Nachtopvang in Almelo."
    )
    neven = actions.daar_helpen(neven, **daar)
    with pytest.raises(Weigering, match="de andere regio heeft ingestemd"):
        actions.overdragen(neven, door=cast.anke, op=moment("2026-11-10"))
    neven = actions.akkoord_vastleggen(neven, door=cast.anke, op=moment("2026-11-10"), akkoord_naam="M. Bos", namens=ZWOLLE)
    assert (neven.akkoord_op, neven.akkoord_naam) == (date(2026, 11, 10), "M. Bos")
    assert Gebeurtenis.objects.get(actie="akkoord_vastleggen").namens == "andere_regio"
    neven = actions.overdragen(neven, door=cast.anke, op=moment("2026-11-10"))
    klaar = {"door": cast.anke, "op": moment("2026-11-20"), "overgenomen_naam": "M. Bos"}
    with pytest.raises(Weigering, match="het gesprek met de cliënt en de ontvanger is geweest"):
        actions.overdracht_afronden(neven, **klaar)
    stuk = {"gesprek_op": date(2026, 11, 16), "aangekomen_op": None, "stukken": "Verslag, met toestemming."}
    neven = actions.overdracht_vastleggen(neven, door=cast.anke, op=moment("2026-11-16"), **stuk)
    with pytest.raises(Weigering, match="de cliënt is aangekomen"):
        actions.overdracht_afronden(neven, **klaar)
    stuk["aangekomen_op"] = date(2026, 11, 19)
    neven = actions.overdracht_vastleggen(neven, door=cast.anke, op=moment("2026-11-20"), **stuk)
    neven = actions.overdracht_afronden(neven, **klaar)
    assert (neven.status, str(neven.gesloten_op), str(neven.overgenomen_op)) == (
        "overdracht_afgerond",
        "2026-11-20",
        "2026-11-20",
    )
    assert _weg(neven)[2:] == [
        ("daar_helpen", "lt_daar", "BRF-34"),
        ("overdragen", "overdracht", None),
        ("overdracht_afronden", "overdracht_afgerond", "BRF-35"),
    ]
    dossier.refresh_from_db()
    taak = dossier.taken.get(code="onderzoek")
    assert (dossier.status, taak.status, str(taak.vervalt_op)) == ("onderzoek", "open", "2026-12-14")


@pytest.mark.eis("L-02", "R-LT-05")
def test_the_aanmelding_ends_as_taken_over_only_after_the_other_region_confirmed(cast):
    dossier = naar(melding(cast), AStatus.ONDERZOEK, cast)
    sluit = {"door": cast.anke, "op": moment("2026-11-20")}
    with pytest.raises(Weigering, match="een andere regio heeft bevestigd dat zij het overneemt"):
        actions.elders_overgenomen(dossier, **sluit)
    neven = landelijk(cast, aanmelding=dossier, op=moment(OP))
    for status in (Status.LT_ONDERZOEK, Status.LT_DAAR, Status.OVERDRACHT):
        neven = _verder(neven, status, cast)
        with pytest.raises(Weigering, match="bevestigd dat zij het overneemt"):
            actions.elders_overgenomen(dossier, **sluit)
    _verder(neven, Status.OVERDRACHT_AFGEROND, cast)
    dossier = actions.elders_overgenomen(dossier, **sluit)
    assert (dossier.status, dossier.is_open) == (AStatus.DOORGEZONDEN, False)
    assert dossier.taken.get(code="onderzoek").status == "vervallen"


def _verder(neven, status, cast):
    from tests.nevenwegen import langs

    return langs(neven, status, cast, op=moment(OP))


# The dispute.


@pytest.mark.eis("SM-4", "L-102", "R-LT-03")
@pytest.mark.parametrize("einde", ["overdracht", "lt_hier"])
def test_a_dispute_goes_through_its_three_steps_to_one_of_two_ends(cast, einde):
    """Contact persons, regional adviser, commission: L-102."""
    neven = _daar(cast)
    voor = Dossier.objects.get(pk=neven.hoofddossier_id).taken.get(code="onderzoek").vervalt_op
    neven = actions.geschil_melden(
        neven, door=cast.anke, op=moment("2026-11-10"), reden="Zwolle wil niet.", geschilstap="contactpersonen"
    )
    stap = {"door": cast.tineke, "op": moment("2026-11-12")}
    for code in ("regioadviseur", "commissie"):
        neven = actions.geschil_bijwerken(neven, geschilstap=code, geschil_uitkomst=f"Naar {code}.", **stap)
        assert (neven.status, neven.geschilstap) == (Status.GESCHIL, code)
    with pytest.raises(NietBevoegd):
        actions.geschil_hier(neven, door=cast.anke, op=moment("2026-11-12"), reden="Wij.")
    uitkomst = actions.geschil_overdragen if einde == "overdracht" else actions.geschil_hier
    with pytest.raises(Weigering, match="Vul in waarom"):
        uitkomst(neven, reden=" ", **stap)
    neven = uitkomst(neven, reden="Oordeel van de commissie.", **stap)
    assert (neven.status, neven.is_open) == (einde, einde == "overdracht")
    assert Dossier.objects.get(pk=neven.hoofddossier_id).taken.get(code="onderzoek").vervalt_op == voor


def test_a_handover_that_fails_becomes_a_dispute(cast):
    neven = landelijk(cast, Status.OVERDRACHT, op=moment(OP))
    neven = actions.geschil_melden(
        neven, door=cast.anke, op=moment(OP), reden="Trekt zich terug.", geschilstap="contactpersonen"
    )
    assert neven.status == Status.GESCHIL


# Nobody is refused for where he lives.


@pytest.mark.eis("L-02", "R-LT-01")
def test_no_ground_no_way_out_and_no_transition_refuses_for_residence():
    """Typed by hand: the grounds of refusal (SM-1 rule 3), and every way out of the access and of this question."""
    assert set(Besluit.Weigeringsgrond.values) == {
        "verblijfsrecht",
        "eigen_kracht",
        "algemeen",
        "wlz",
        "zvw",
        "jeugdhulp",
        "forensisch",
        "geen_problematiek",
        "geen_ongepland",
        "geen_verblijf",
        "woonvraag",
        "medewerking",
        "pgb",
    }
    for grond in Besluit.Weigeringsgrond:
        assert not any(woord in grond.label.lower() for woord in ("regio", "gemeente", "herkomst", "woonplaats", "elders"))
    uit = {o.actie: {v.zin for v in o.mits} for o in AANMELDING.overgangen if o.naar in AANMELDING.eind}
    assert set(uit) == {
        "elders_overgenomen",
        "doorzenden",
        "niet_bevoegd_verklaren",
        "geen_aanvraag",
        "algemene_voorziening",
        "buiten_behandeling_laten",
        "toekenning_afronden",
        "afwijzing_afronden",
        "intrekken",
    }
    # The one that speaks of another region waits until that region helps; the others have no condition about residence.
    assert uit.pop("elders_overgenomen") == {"een andere regio heeft bevestigd dat zij het overneemt"}
    assert not any("regio" in zin or "woon" in zin for zinnen in uit.values() for zin in zinnen)
    # And this question itself ends in help: here, or over there after the other region took over.
    assert {o.naar for o in LANDELIJK.overgangen if o.naar in LANDELIJK.eind} == {
        "lt_hier",
        "overdracht_afgerond",
        "vervallen",
    }


@pytest.mark.eis("L-02")
def test_that_it_is_no_longer_needed_leaves_the_aanmelding_as_it_was(cast):
    neven = landelijk(cast, op=moment(OP))
    actions.vervallen(neven, door=cast.anke, op=moment(OP), reden="Blijkt van hier.")
    dossier = Aanmelding.objects.get(pk=neven.hoofddossier_id)
    assert (dossier.status, dossier.is_open) == (AStatus.ONDERZOEK, True)


# Reversed steps.


@pytest.mark.parametrize(
    ("naar_", "van"),
    [
        (Status.LT_ONDERZOEK, Status.LT_SIGNAAL),
        (Status.LT_HIER, Status.LT_ONDERZOEK),
        (Status.LT_DAAR, Status.LT_ONDERZOEK),
        (Status.OVERDRACHT, Status.LT_DAAR),
        (Status.GESCHIL, Status.LT_DAAR),
        (Status.OVERDRACHT_AFGEROND, Status.OVERDRACHT),
        (Status.VERVALLEN, Status.LT_SIGNAAL),
    ],
)
def test_every_step_can_be_reversed(cast, naar_, van):
    neven = landelijk(cast, naar_, op=moment(OP))
    neven = correctie.corrigeren(neven, door=cast.tineke, op=moment("2026-11-10"), reden="Verkeerde knop.")
    assert (neven.status, neven.is_open, neven.gesloten_op, neven.sluitreden) == (van, True, None, "")
    # What only that step recorded is gone, or the page would still say it.
    assert (neven.overgenomen_op, neven.overgenomen_naam) == (None, "")
    assert not neven.taken.filter(status="open").exists()


@pytest.mark.parametrize("uitkomst", ["geschil_overdragen", "geschil_hier"])
def test_the_end_of_a_dispute_can_be_reversed(cast, uitkomst):
    neven = landelijk(cast, Status.GESCHIL, op=moment(OP))
    neven = getattr(actions, uitkomst)(neven, door=cast.tineke, op=moment(OP), reden="Oordeel.")
    neven = correctie.corrigeren(neven, door=cast.tineke, op=moment("2026-11-10"), reden="Ander oordeel.")
    assert (neven.status, neven.is_open) == (Status.GESCHIL, True)


def test_the_takeover_is_not_reversed_under_an_aanmelding_that_ended_with_it(cast):
    neven = landelijk(cast, Status.OVERDRACHT_AFGEROND, op=moment(OP))
    dossier = Aanmelding.objects.get(pk=neven.hoofddossier_id)
    dossier = actions.elders_overgenomen(dossier, door=cast.anke, op=moment("2026-11-10"))
    terug = {"door": cast.tineke, "op": moment("2026-11-11"), "reden": "Toch niet."}
    with pytest.raises(Weigering, match="Draai eerst daar de laatste stap terug"):
        correctie.corrigeren(neven, **terug)
    dossier = correctie.corrigeren(dossier, **terug)
    assert (dossier.status, dossier.is_open) == (AStatus.ONDERZOEK, True)
    assert correctie.corrigeren(neven, **terug).status == Status.OVERDRACHT


# Who goes along.


def test_the_client_and_the_casemanager_of_the_aanmelding_reach_it(cast):
    dossier = melding(cast, naam="", omschrijving="Van elders.")
    actions.lt_openen(dossier, door=cast.bas, op=moment("2026-11-03"), **VAN_ELDERS)
    actions.client_koppelen(dossier, door=cast.bas, op=moment("2026-11-03"), naam="Bakker, Hans")
    actions.toewijzen(dossier, door=cast.bas, op=moment("2026-11-03"), behandelaar=cast.karim)
    neven = LandelijkeToegang.objects.get()
    assert (neven.client.achternaam, neven.behandelaar) == ("Bakker", cast.karim)
    dossier = Aanmelding.objects.get()
    dossier.medebehandelaars.add(cast.anke)
    ander = melding(cast, naam="Twee, T")
    ander.medebehandelaars.add(cast.anke)
    actions.lt_openen(ander, door=cast.bas, op=moment("2026-11-03"), **VAN_ELDERS)
    assert list(ander.nevendossiers.get().medebehandelaars.all()) == [cast.anke]


# The pages.


def _pagina(client, gebruiker, pad):
    client.force_login(gebruiker, backend="kern.toegang.backends.RolBackend")
    return client.get(pad).content.decode()


@pytest.mark.eis("L-02")
def test_the_page_says_who_helps_until_the_other_region_confirms(cast, client):
    zin = "Tot de overname helpt Almelo deze cliënt."
    neven = landelijk(cast, Status.OVERDRACHT, op=moment(OP))
    pad = neven.get_absolute_url()
    # Also for who reads no content.
    for gebruiker in (cast.anke, cast.karim, cast.tineke, cast.bas):
        assert zin in _pagina(client, gebruiker, pad)
    _verder(neven, Status.OVERDRACHT_AFGEROND, cast)
    assert zin not in _pagina(client, cast.anke, pad)


def test_the_page_shows_the_points_and_the_balance_as_help(cast, client):
    neven = _wegen(landelijk(cast, Status.LT_ONDERZOEK, op=moment(OP)), cast)
    pad = neven.get_absolute_url()
    tekst = _pagina(client, cast.anke, pad)
    assert "Beste kans: 6 van 6 gewogen" in tekst and "Veiligheid en recht: 2 van 2 gewogen" in tekst
    assert "U beslist. Stand: hier 0, daar 8, maakt niet uit 0." in tekst
    # The teamleider reads no D5: neither the two points nor their weight.
    tekst = _pagina(client, cast.tineke, pad)
    assert "daar 6, maakt niet uit 0" in tekst and "Veiligheid en recht" not in tekst and "Justitie en recht" not in tekst
    for gebruiker in (cast.karim, cast.bas):
        tekst = _pagina(client, gebruiker, pad)
        assert "Beste kans: " not in tekst and "Zus woont hier." not in tekst and "Stand:" not in tekst


def test_the_eight_points_are_weighed_on_one_form_and_half_of_them_is_kept(cast, client):
    neven = landelijk(cast, Status.LT_ONDERZOEK, op=moment(OP))
    pad = f"{neven.get_absolute_url()}kans_wegen/"
    tekst = _pagina(client, cast.anke, pad)
    assert tekst.count('value="onbekend"') == 8 and "Nog te wegen" in tekst
    antwoord = client.post(pad, {"netwerk": "hier", "netwerk_toelichting": "Zus.", "justitie": "daar"})
    assert antwoord.status_code == 302
    gewogen = dict(Kansweging.objects.exclude(voorkeur="onbekend").values_list("criterium", "voorkeur"))
    assert gewogen == {"netwerk": "hier", "justitie": "daar"}
    tekst = _pagina(client, cast.anke, pad)
    assert "Hier 1, daar 1, maakt niet uit 0" in tekst and "Zus." in tekst
    fout = client.post(pad, {"netwerk": "ergens", "netwerk_toelichting": "Getypt."})
    assert fout.status_code == 422 and "Kies een van de mogelijkheden." in fout.content.decode()
    assert "Getypt." in fout.content.decode()


def test_what_the_other_region_did_is_recorded_on_its_behalf(cast, client):
    neven = _daar(cast)
    client.force_login(cast.anke, backend="kern.toegang.backends.RolBackend")
    velden = {"akkoord_naam": "M. Bos", "op": "10-11-2026", "namens_kanaal": "email"}
    assert client.post(f"{neven.get_absolute_url()}akkoord_vastleggen/", velden).status_code == 302
    rij = Gebeurtenis.objects.get(actie="akkoord_vastleggen")
    assert (rij.namens, rij.kanaal) == ("andere_regio", "email")
    assert "namens de andere regio" in client.get(f"{neven.get_absolute_url()}?tab=tijdlijn").content.decode()


def test_the_form_begins_with_what_is_known_of_the_client(cast, client):
    dossier = naar(melding(cast), AStatus.ONDERZOEK, cast)
    pad = f"/aanmelding/{dossier.pk}/lt_openen/"
    assert 'value="Enschede"' not in _pagina(client, cast.anke, pad)  # he comes from this region
    velden = {"richting": "in", "andere_regio": "Zwolle", "laatst_gewoond": "Zwolle"}
    fout = client.post(pad, {**velden, "woonde_vanaf": "01-01-2026", "woonde_tot": "01-01-2025"})
    assert fout.status_code == 422 and "De einddatum ligt vóór de begindatum." in fout.content.decode()
    antwoord = client.post(pad, velden)
    neven = LandelijkeToegang.objects.get()
    assert antwoord["Location"] == neven.get_absolute_url()


def test_the_dispute_shows_its_three_steps(cast, client):
    neven = landelijk(cast, Status.GESCHIL, op=moment(OP))
    tekst = _pagina(client, cast.tineke, neven.get_absolute_url())
    for stap in ("Contactpersonen overleggen", "Regioadviseur van de VNG", "Geschillencommissie"):
        assert stap in tekst
    assert "deze stap loopt" in tekst
