"""SM-1 step by step: what each action writes and what it refuses."""

import hashlib
from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from cimot import actions
from cimot.models import Aanmelding, Gesprek, Melding, Onderzoek, Verslag, Vraag
from cimot.processen.aanmelding import AANMELDING, Status
from kern.models import Client, Dossier, Gebeurtenis, Uitgaand
from kern.personen import clienten
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.toegang.rollen import Rol
from tests.draden import tegelijk
from tests.factories import NAMENS, melding, moment, naar

pytestmark = pytest.mark.django_db


# Taking down.


@pytest.mark.eis("R-AAN-01", "L-06")
def test_a_melding_without_a_name_needs_a_description(cast):
    for leeg in ({"naam": "", "omschrijving": ""}, {"naam": "  ", "omschrijving": "\n"}):
        with pytest.raises(Weigering, match="Vul de naam van de cliënt in") as fout:
            melding(cast, **leeg)
        assert fout.value.veld == "naam"
    dossier = melding(cast, naam="", omschrijving="Man bij het station.")
    assert (dossier.client, dossier.titel) == (None, "Nog zonder naam")
    assert dossier.taken.filter(code="onderzoek").exists()


def test_a_melding_is_not_received_in_the_future(cast):
    with pytest.raises(Weigering, match="toekomst") as fout:
        melding(cast, ontvangen=timezone.now() + timedelta(minutes=1))
    assert fout.value.veld == "ontvangen_op"
    assert not Client.objects.exists()


@pytest.mark.eis("L-13")
def test_spoed_is_told_to_the_teamleiders_of_the_region_alone(cast):
    elders = cast.gebruiker("teun", Rol.TEAMLEIDER, regio=cast.enschede)
    dossier = melding(cast, is_spoed=True)
    [bericht] = Uitgaand.objects.all()
    assert (bericht.soort, bericht.gebruiker, bericht.gegevens) == ("spoed", cast.tineke, {"dossier": dossier.pk})
    assert elders.uitgaand.count() == 0
    openen = Gebeurtenis.objects.get(actie="openen", soort="aanmelding")
    assert openen.waarden == {"spoed": True, "kanaal": "telefoon", "gevonden": False}
    melding(cast, naam="Rustig, R")
    assert Uitgaand.objects.count() == 1


def test_a_question_starts_no_term_and_becomes_a_melding_that_keeps_its_text(cast):
    vraag = actions.vraag_vastleggen(
        door=cast.bas, op=moment("2026-11-02"), regio=cast.almelo, kanaal="balie", melder="zelf", tekst="Waar kan ik slapen?"
    )
    assert not Dossier.objects.exists()
    dossier = melding(cast, ontvangen="2026-11-05", vraag=vraag, omschrijving=vraag.tekst)
    vraag.refresh_from_db()
    assert (vraag.aanmelding, vraag.tekst) == (dossier, "Waar kan ik slapen?")
    assert (dossier.melding.omschrijving, dossier.gemeld_op) == ("Waar kan ik slapen?", date(2026, 11, 5))
    with pytest.raises(Weigering, match="al een melding geworden"):
        melding(cast, naam="Tweede, T", vraag=vraag)
    assert Dossier.objects.count() == Vraag.objects.count() == 1


# One person appears once.


@pytest.mark.eis("R-AAN-03")
def test_a_client_has_one_running_aanmelding(cast):
    dossier = melding(cast)
    with pytest.raises(Weigering, match=f"heeft al een lopende aanmelding: {dossier.kenmerk}"):
        melding(cast, client=dossier.client)
    ander = melding(cast, naam="", omschrijving="Dezelfde?")
    with pytest.raises(Weigering, match="heeft al een lopende aanmelding"):
        actions.client_koppelen(ander, door=cast.bas, op=moment("2026-11-03"), client=dossier.client)
    actions.intrekken(dossier, door=cast.bas, op=moment("2026-11-03"), reden="Weg.", namens=NAMENS)
    assert melding(cast, client=dossier.client).client == dossier.client


@pytest.mark.eis("R-AAN-03")
@pytest.mark.django_db(transaction=True)
def test_two_meldingen_of_one_client_at_once_become_one(cast):
    client = Client.objects.create(achternaam="Bekend")
    uitkomsten = tegelijk(*[lambda d=d: melding(cast, client=client, door=d) for d in (cast.bas, cast.anke)])
    [fout] = [u for u in uitkomsten if isinstance(u, Exception)]
    assert isinstance(fout, IntegrityError | Weigering)
    zin = fout.zin if isinstance(fout, Weigering) else kern.zin_bij(fout)
    assert "lopend" in zin
    assert Aanmelding.objects.count() == Melding.objects.count() == 1
    assert Aanmelding.objects.get().kenmerk == "A-2026-0001"


@pytest.mark.eis("R-AAN-03")
def test_choosing_the_client_says_that_he_was_compared(cast):
    dossier = melding(cast, naam="", omschrijving="Station.", is_dubbel_bekeken=False)
    op = moment("2026-11-03")
    with pytest.raises(Weigering, match="Vul de naam"):
        actions.client_koppelen(dossier, door=cast.bas, op=op, naam=" ")
    dossier = actions.client_koppelen(dossier, door=cast.bas, op=op, naam="Bakker, Hans")
    assert (dossier.client.naam, dossier.melding.is_dubbel_bekeken) == ("Hans Bakker", False)
    with pytest.raises(Weigering, match="hoort al bij deze aanmelding"):
        actions.client_koppelen(dossier, door=cast.bas, op=op, client=dossier.client)
    bekend = Client.objects.create(achternaam="Bekend")
    dossier = actions.client_koppelen(dossier, door=cast.bas, op=op, client=bekend)
    assert (dossier.client, dossier.melding.is_dubbel_bekeken) == (bekend, True)


# The road.


@pytest.mark.eis("SM-1")
def test_the_whole_road_in_order_with_its_letters(cast):
    dossier = naar(melding(cast), Status.VERSLAG_DEFINITIEF, cast)
    rijen = Gebeurtenis.objects.filter(dossier_id=dossier.pk).exclude(naar="").order_by("id")
    weg = [(r.actie, r.naar, r.waarden.get("brief")) for r in rijen if r.van != r.naar]
    assert weg == [
        ("openen", "melding_ontvangen", None),
        ("bevestigen", "melding_bevestigd", "BRF-01"),
        ("onderzoek_starten", "onderzoek", None),
        ("verslag_maken", "verslag_concept", None),
        ("verslag_versturen", "verslag_client", "BRF-06"),
        ("definitief_maken", "verslag_definitief", "BRF-07, BRF-08"),
    ]
    assert dossier.onderzoek.gestart_op == date(2026, 11, 4)
    assert (dossier.melding.bevestigd_op, dossier.melding.bevestigd_via) == (date(2026, 11, 3), "brief")
    assert rijen.get(actie="verslag_versturen").waarden == {"brief": "BRF-06"}
    assert set(AANMELDING.eind).isdisjoint({dossier.status})


@pytest.mark.eis("L-11")
def test_the_final_text_is_frozen_with_its_hash(cast):
    dossier = naar(melding(cast), Status.VERSLAG_DEFINITIEF, cast)
    verslag = Verslag.objects.get()
    for deel in ("Wat heeft de cliënt nodig", "Ingevuld.", "Conclusie.", "Voorstel.", "Akkoord"):
        assert deel in verslag.definitieve_tekst
    assert verslag.definitief_hash == hashlib.sha256(verslag.definitieve_tekst.encode()).hexdigest()
    Onderzoek.objects.update(behoeften="Later veranderd.")
    assert "Later veranderd." not in Verslag.objects.get().definitieve_tekst
    for actie in ("onderzoek_invullen", "verslag_schrijven", "reactie_vastleggen", "leefgebieden_invullen"):
        with pytest.raises(Weigering, match="kan niet meer"):
            kern.overgaan(dossier, actie, door=cast.anke, op=timezone.now())


@pytest.mark.eis("L-11")
def test_the_reaction_is_recorded_on_behalf_of_the_client_and_not_before_the_account(cast):
    dossier = naar(melding(cast), Status.VERSLAG_CLIENT, cast)
    reactie = {
        "reactie": "gezien",
        "reactie_tekst": "Klopt.",
        "is_ondertekend": True,
        "namens": {"wie": "client", "kanaal": "brief"},
    }
    with pytest.raises(Weigering, match="niet vóór het verslag"):
        actions.reactie_vastleggen(dossier, door=cast.anke, op=moment("2026-11-05"), **reactie)
    actions.reactie_vastleggen(dossier, door=cast.anke, op=moment("2026-11-09"), **reactie)
    rij = Gebeurtenis.objects.get(actie="reactie_vastleggen")
    assert (rij.namens, rij.kanaal) == ("client", "brief")
    verslag = Verslag.objects.get()
    assert (verslag.reactie, verslag.reactie_op, verslag.is_ondertekend) == ("gezien", date(2026, 11, 9), True)


def test_only_a_casemanager_of_the_region_gets_the_case(cast):
    dossier = melding(cast)
    weg = cast.gebruiker("weg", Rol.CASEMANAGER, regio=cast.almelo)
    weg.is_active = False
    weg.save()
    for mens in (cast.els, cast.bas, cast.tineke, weg):
        with pytest.raises(Weigering, match="Kies een casemanager van deze regio") as fout:
            actions.toewijzen(dossier, door=cast.bas, op=moment("2026-11-03"), behandelaar=mens)
        assert fout.value.veld == "behandelaar"
    assert actions.toewijzen(dossier, door=cast.bas, op=moment("2026-11-03"), behandelaar=cast.anke).behandelaar == cast.anke


def test_a_conversation_is_planned_with_who_is_there(cast):
    dossier = naar(melding(cast), Status.ONDERZOEK, cast)
    gesprek = {
        "wanneer": timezone.now() + timedelta(days=3),
        "minuten": 60,
        "plaats": "Almelo",
        "aanwezigen": "Petra, moeder",
    }
    actions.gesprek_plannen(dossier, door=cast.anke, op=timezone.now(), **gesprek)
    rij = Gesprek.objects.get()
    assert (rij.aanwezigen, rij.door, rij.onderzoek_id) == ("Petra, moeder", cast.anke, dossier.pk)
    assert "moeder" not in str(Gebeurtenis.objects.get(actie="gesprek_plannen").waarden)


@pytest.mark.eis("L-03")
def test_while_residence_is_checked_what_is_missing_can_still_be_recorded(cast):
    """From there the road goes on to the investigation; nothing that it asks may be out of reach."""
    dossier = naar(melding(cast), Status.MELDING_BEVESTIGD, cast)
    op = moment("2026-11-04")
    dossier = actions.toewijzen(dossier, door=cast.bas, op=op, behandelaar=cast.anke)
    dossier = actions.ingezetenschap_nagaan(dossier, door=cast.anke, op=op, reden="Geen document.")
    with pytest.raises(Weigering, match="alleen de casemanager"):
        actions.melding_wijzigen(dossier, door=cast.bas, op=op, onderwerp="bw")
    dossier = actions.melding_wijzigen(
        dossier, door=cast.anke, op=op, onderwerp="bw", is_dubbel_bekeken=True, is_wlz_bekeken=True
    )
    dossier = actions.eerste_contact(dossier, door=cast.anke, op=op)
    dossier = actions.plan_vastleggen(dossier, door=cast.anke, op=op, plan="niet_gewenst", namens=NAMENS)
    dossier = actions.ondersteuning_vastleggen(
        dossier, door=cast.anke, op=op, ondersteuning="ja", ondersteuning_op=op.date()
    )
    assert actions.onderzoek_starten(dossier, door=cast.anke, op=op).status == Status.ONDERZOEK


def test_the_name_of_the_client_follows_in_the_lists(cast):
    dossier = melding(cast)
    clienten.wijzigen(dossier.client, door=cast.bas, achternaam="Zwart")
    assert Aanmelding.objects.get().sorteernaam.startswith("zwart")
