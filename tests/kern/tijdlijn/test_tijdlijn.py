"""The timeline of a dossier: what stands in it, for whom, in which order."""

import pytest
from django.utils import timezone

from cimot import actions as cimot
from cimot.processen.aanmelding import Status
from kern import tijdlijn
from kern.brieven import maken
from kern.models import Contactmoment, Document, Gebeurtenis, Inzage
from kern.proces import actions, correctie
from kern.tijd import klok
from kern.tijd.kalender import datum_nl
from kern.tijdlijn import woorden
from kern.toegang.rollen import Klasse
from kern.werk import notities
from tests.factories import melding, moment, naar
from tests.kern.scherm import open_, tekst
from tests.kern.tijdlijnen import document, lees, noteer, url

pytestmark = pytest.mark.django_db
KANARIE = "kanarie-zorginhoud"


@pytest.fixture
def zaak(cast, monkeypatch):
    """A case of Anke, in the middle of its investigation."""
    # The letters of its steps are documents as well: here only what people add counts.
    with monkeypatch.context() as zonder:
        zonder.setattr(maken, "maak", lambda *args, **kwargs: [])
        return naar(melding(cast), Status.ONDERZOEK, cast)


# What stands in it.


def test_every_kind_is_there_once_newest_first(cast, zaak):
    noteer(zaak, cast.anke)
    document(zaak, cast.anke)
    correctie.corrigeren(zaak, door=cast.anke, op=timezone.now(), reden="Verkeerd geklikt.")
    momenten = lees(zaak, cast.anke)
    assert {m.soort for m in momenten} == {"stap", "contact", "document", "termijn", "correctie"}
    assert [m.plaats for m in momenten] == sorted((m.plaats for m in momenten), reverse=True)
    assert len({(m.bron, m.id) for m in momenten}) == len(momenten)
    titels = [m.titel for m in momenten]
    assert titels.count("Telefoon met moeder") == 1
    assert titels.count("Stap teruggedraaid") == 1
    assert "Dossier geopend" in titels
    assert "Document ontvangen" in titels


@pytest.mark.parametrize("soort", [code for code, _ in tijdlijn.SOORTEN if code])
def test_a_filter_shows_its_kind_and_nothing_else(cast, zaak, soort):
    noteer(zaak, cast.anke)
    document(zaak, cast.anke)
    actions.vastleggen(zaak, "besluit_versturen", door=cast.anke, op=timezone.now())
    actions.vastleggen(zaak, "meldmoment_corrigeren", door=cast.anke, op=timezone.now())
    alles = lees(zaak, cast.anke)
    gezocht = [m for m in alles if m.soort == soort]
    assert gezocht
    assert [m.plaats for m in lees(zaak, cast.anke, soort=soort)] == [m.plaats for m in gezocht]


@pytest.mark.parametrize(
    ("actie", "soort"),
    [
        ("besluit_versturen", "besluit"),
        ("tijdelijk_besluiten", "besluit"),
        ("buiten_behandeling_laten", "besluit"),
        ("opschorten", "termijn"),
        ("corrigeren", "correctie"),
        ("contact_wijzigen", "correctie"),
        ("meldmoment_corrigeren", "correctie"),
        ("besluitvorming", "stap"),
        ("bevestigen", "stap"),
    ],
)
def test_the_kind_of_an_action_is_the_same_in_python_and_in_the_database(cast, zaak, actie, soort):
    assert woorden.soort(actie) == soort
    rij = actions.vastleggen(zaak, actie, door=cast.anke, op=timezone.now())
    gevonden = [naam for naam in woorden.SOORTEN if Gebeurtenis.objects.filter(woorden.per_soort(naam), pk=rij.pk).exists()]
    assert gevonden == [soort]


def test_a_step_says_who_did_it_and_what_the_status_became(cast, zaak):
    stap = next(m for m in lees(zaak, cast.anke) if m.titel == "Onderzoek starten")
    assert (stap.tekst, stap.door) == ("Status: Onderzoek", "Anke (casemanager)")


def test_a_step_of_which_only_the_day_is_known_shows_no_hour(cast, zaak, inloggen):
    noteer(zaak, cast.anke, op=moment("2026-11-12 14:01"))
    cimot.vertraging_noteren(zaak, door=cast.anke, op=klok.moment(moment("2026-11-13").date()), reden="Druk.")
    inhoud = tekst(inloggen(cast.anke).get(url(zaak)))
    assert "do 12 nov 2026, 14:01" in inhoud
    assert "vr 13 nov 2026" in inhoud
    assert "vr 13 nov 2026," not in inhoud


# A corrected note.


def test_a_corrected_note_keeps_its_old_versions_for_who_reads_the_content(cast, zaak, inloggen):
    rij = noteer(zaak, cast.anke, tekst="Eerste tekst.", op=moment("2026-11-12 14:01"))
    for nieuw in ("Tweede tekst.", "Derde tekst."):
        notities.contact_wijzigen(rij, tekst=nieuw, met="vader", door=cast.anke, op=timezone.now())
    [contact] = lees(zaak, cast.anke, soort="contact")
    assert contact.tekst == "Derde tekst."
    assert [v.tekst for v in contact.versies] == ["Tweede tekst.", "Eerste tekst."]
    assert [v.met for v in contact.versies] == ["vader", "moeder"]
    inhoud = tekst(inloggen(cast.anke).get(url(zaak)))
    assert "Verbeterd op" in inhoud
    assert "Eerste tekst." in inhoud
    for ander in (cast.karim, cast.bas, cast.gerda):
        inhoud = tekst(inloggen(ander).get(url(zaak)))
        assert "Verbeterd op" in inhoud
        assert not any(t in inhoud for t in ("Eerste tekst.", "Tweede tekst.", "Derde tekst.", "vader"))


def test_a_note_that_was_never_changed_says_nothing_about_versions(cast, zaak):
    rij = noteer(zaak, cast.anke)
    Contactmoment.objects.filter(pk=rij.pk).update(vastgelegd_op=timezone.now())  # a clock that is put back
    [contact] = lees(zaak, cast.anke, soort="contact")
    assert (contact.verbeterd_op, contact.versies) == (None, [])


# Who may read what.


def test_any_casemanager_of_the_region_adds_a_note_without_seeing_content(cast, zaak, inloggen):
    """He reads his own note again, and corrects it; of the note of the casemanager he sees that there was a call."""
    noteer(zaak, cast.anke, tekst=KANARIE, met=KANARIE)
    cimot.vertraging_noteren(zaak, door=cast.anke, op=timezone.now(), reden=KANARIE)
    client, pad = inloggen(cast.karim), f"/dossier/{zaak.pk}/contact/"
    assert KANARIE not in tekst(client.get(pad))
    antwoord = client.post(pad, open_(client, pad, met="buurman", tekst="Van Karim."), follow=True)
    assert antwoord.status_code == 200
    for pagina in (antwoord, client.get(url(zaak)), client.get(zaak.get_absolute_url())):
        assert KANARIE not in tekst(pagina)
    assert "Van Karim." in tekst(antwoord)
    eigen = Contactmoment.objects.get(door=cast.karim)
    assert f"/contact/{eigen.pk}/wijzigen/" in tekst(antwoord)
    assert "D4" in Inzage.objects.filter(gebruiker_id=cast.karim.pk, pagina="aanmelding_detail").order_by("id")[0].klassen
    # For the casemanager both are there; for another colleague neither.
    assert "Van Karim." in tekst(inloggen(cast.anke).get(url(zaak)))
    assert "Van Karim." not in tekst(inloggen(cast.bas).get(url(zaak)))


def test_the_log_names_content_only_when_it_was_shown(cast, zaak, inloggen):
    noteer(zaak, cast.anke, tekst=KANARIE)
    inloggen(cast.karim).get(url(zaak))
    assert Inzage.objects.latest("id").klassen == ["D1", "D3"]


@pytest.mark.parametrize(
    ("soort", "klasse"), [("medisch", Klasse.D4), ("justitie", Klasse.D5), ("geld", Klasse.D6)], ids=["D4", "D5", "D6"]
)
def test_the_title_of_a_document_has_the_class_of_the_document(cast, zaak, soort, klasse):
    rij = document(zaak, cast.anke, titel=KANARIE, soort=soort, klasse=klasse)
    Document.objects.filter(pk=rij.pk).update(
        ingetrokken_op=timezone.now(), ingetrokken_door=cast.anke, ingetrokken_reden=KANARIE
    )
    gezien = {}
    for wie in (cast.anke, cast.karim, cast.tineke, cast.bas):
        ingetrokken, ontvangen = lees(zaak, wie, soort="document")
        gezien[wie.gebruikersnaam] = KANARIE in ontvangen.tekst
        assert (KANARIE in ingetrokken.tekst) == (KANARIE in ontvangen.tekst)
        assert ingetrokken.titel == "Document ingetrokken"
        assert (klasse in ontvangen.klassen) == gezien[wie.gebruikersnaam]
        if not gezien[wie.gebruikersnaam]:
            assert ontvangen.titel == "Document toegevoegd"
    assert gezien == {"anke": True, "karim": False, "tineke": klasse == Klasse.D4, "bas": False}


def test_a_document_stands_on_the_day_that_it_came(cast, zaak):
    document(zaak, cast.anke, richting="uit")
    [rij] = lees(zaak, cast.anke, soort="document")
    assert (rij.op, rij.titel) == (klok.moment(moment("2026-11-10").date()), "Document verstuurd")
    assert f"Toegevoegd op {datum_nl(timezone.localdate())}" in rij.tekst


def test_without_the_class_of_dates_there_is_no_timeline(cast, zaak):
    assert tijdlijn.van_dossier(zaak, frozenset({Klasse.D1}), cast.anke, tijdlijn.Venster()) == []
