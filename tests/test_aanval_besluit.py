"""What a sceptic tries between aanvraag and besluit: dates, approvals, files and locks. Most of these were possible once."""

from contextlib import suppress
from datetime import date, timedelta
from threading import Barrier, BrokenBarrierError
from uuid import uuid4

import pytest
from django.conf import settings as instellingen
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser
from django.urls import reverse
from django.utils import timezone

from cimot import actions
from cimot.models import Besluit, Verordening
from cimot.processen import spoed as sp
from cimot.processen.aanmelding import Status as S
from kern.models import Client, Dossier, GelijkgesteldeDag, Inzage, Samenvoeging, Taak
from kern.proces import actions as kern
from kern.proces import correctie
from kern.proces.weigering import NietBevoegd, Weigering
from kern.stukken import documenten
from kern.tijd import opschorten, signalen, termijnen
from kern.toegang.rollen import Rol
from tests import factories, wegen
from tests.draden import tegelijk
from tests.factories import laatste_moment, melding, moment, naar, verleen

pytestmark = pytest.mark.django_db
INSTEMMING = "Awb 4:15 lid 2 a"


@pytest.fixture
def later(cast, monkeypatch):
    """The clock stands far past the dates of a test."""
    monkeypatch.setattr(timezone, "now", lambda: moment("2030-01-01"))


@pytest.fixture
def ontvangen(cast, later):
    return naar(melding(cast), S.AANVRAAG_ONTVANGEN, cast)


def browser(gebruiker) -> Browser:
    browser = Browser(raise_request_exception=False)
    browser.force_login(gebruiker, backend=instellingen.AUTHENTICATION_BACKENDS[1])
    return browser


def dagen(aantal: int) -> timedelta:
    return timedelta(days=aantal)


def beslistermijn(dossier) -> Taak:
    return Taak.objects.get(dossier_id=dossier.pk, code="besluit")


def vraag_aan(dossier, cast, op, tot):
    return actions.aanvulling_vragen(dossier, door=cast.anke, op=op, ontbreekt="Budgetplan.", via="brief", gesteld_tot=tot)


def zet_stil(dossier, cast, vanaf, tot, op=None):
    op = op or laatste_moment(dossier)
    taak = beslistermijn(dossier)
    return opschorten.opschorten(taak, grond=INSTEMMING, reden="Brief.", vanaf=vanaf, tot=tot, door=cast.anke, op=op)


# 1. What stands still, and until when.


@pytest.mark.eis("L-59")
def test_completing_the_aanvraag_ends_the_suspension_of_that_request_and_no_other(cast, ontvangen):
    dag, op = ontvangen.aangevraagd_op, laatste_moment(ontvangen)
    dossier = vraag_aan(ontvangen, cast, op, dag + dagen(8))
    zet_stil(dossier, cast, dag + dagen(8), dag + dagen(10))
    dossier = actions.aanvulling_ontvangen(dossier, door=cast.anke, op=op + dagen(3))
    assert beslistermijn(dossier).opgeschorte_dagen == 2 + 3


@pytest.mark.eis("L-59")
def test_what_the_client_agreed_to_goes_on_when_the_aanvraag_is_complete(cast, ontvangen):
    dag = ontvangen.aangevraagd_op
    zet_stil(ontvangen, cast, dag + dagen(1), dag + dagen(10))
    actions.aanvraag_compleet_verklaren(ontvangen, door=cast.anke, op=laatste_moment(ontvangen) + dagen(3))
    assert beslistermijn(ontvangen).opgeschorte_dagen == 10


@pytest.mark.eis("L-59")
@pytest.mark.parametrize(("vanaf", "zin"), [(-300, "De termijn begon op"), (0, "De termijn begon op"), (20, "al voorbij")])
def test_a_term_stands_still_only_while_it_runs(cast, ontvangen, vanaf, zin):
    """A wrong year moved the legal date by a year, and a term that was over came back to life."""
    eerste = ontvangen.aangevraagd_op + dagen(vanaf)
    with pytest.raises(Weigering, match=zin) as fout:
        zet_stil(ontvangen, cast, eerste, eerste + dagen(30), op=laatste_moment(ontvangen) + dagen(20))
    assert fout.value.veld == "vanaf"


@pytest.mark.eis("L-56", "L-59")
def test_a_request_after_the_term_to_decide_is_made_but_moves_nothing(cast, inloggen, ontvangen):
    was = beslistermijn(ontvangen).vervalt_op
    op = laatste_moment(ontvangen)
    with pytest.raises(Weigering, match="al voorbij"):
        zet_stil(ontvangen, cast, was + dagen(2), None, op=op + dagen(16))
    na = was + dagen(1)
    velden = {"ontbreekt": "Budgetplan.", "via": "brief", "termijn": "met", "op": f"{na:%d-%m-%Y}"}
    velden |= {"gesteld_tot": f"{na + dagen(14):%d-%m-%Y}", "_eenmalig": uuid4()}
    pad = reverse("aanmelding_aanvulling_vragen", args=[ontvangen.pk])
    pagina = inloggen(cast.anke).post(pad, velden, follow=True).content.decode()
    assert beslistermijn(ontvangen).vervalt_op == was
    assert "al voorbij en staat daarom niet stil" in pagina and "stond niet stil" in pagina and "staat stil" not in pagina
    assert Taak.objects.get(dossier_id=ontvangen.pk, code="buiten_behandeling").begin_op == na + dagen(14)


# 2. Put right what was mistyped.


def stand(dossier):
    rij = Dossier.objects.get(pk=dossier.pk)
    kolommen = ("code", "status", "begin_op", "nominaal_op", "vervalt_op", "opgeschorte_dagen", "gesloten_op")
    taken = set(rij.taken.exclude(status=Taak.Status.VERVALLEN).values_list(*kolommen))
    return (rij.status, rij.status_sinds, rij.gesloten_op, rij.vervalt_op, rij.eerst_op), taken


WEG = (
    S.AANVRAAG_ONTVANGEN,
    S.AANVRAAG_ONVOLLEDIG,
    S.AANVRAAG_COMPLEET,
    S.BESLUIT_CONCEPT,
    S.BESLUIT_4OGEN,
    S.BESLUIT_ONDERTEKEND,
    S.INDICATIE_ACTIEF,
)


@pytest.mark.eis("L-15", "L-55")
def test_every_step_back_gives_the_dates_of_before_and_every_step_again_those_of_after(cast, later):
    """From the besluit that was sent all the way back to the aanvraag, and there again."""
    dossier = naar(melding(cast), S.VERSLAG_DEFINITIEF, cast)
    heen, op = [stand(dossier)], laatste_moment(dossier)
    weg = [doel for doel in WEG if doel != S.AANVRAAG_ONVOLLEDIG]
    for doel in weg:
        op += dagen(1)
        dossier = wegen.AANMELDING[doel][1](dossier, cast, op, cast.anke)
        heen.append(stand(dossier))
    for verwacht in reversed(heen[:-1]):
        dossier = correctie.corrigeren(dossier, door=cast.tineke, op=op + dagen(2), reden="Verkeerde dag.")
        assert stand(dossier) == verwacht
    op = laatste_moment(dossier)
    for doel, verwacht in zip(weg, heen[1:], strict=True):
        op += dagen(1)
        dossier = wegen.AANMELDING[doel][1](kern.vergrendel(dossier), cast, op, cast.anke)
        assert stand(dossier) == verwacht


@pytest.mark.eis("L-12", "L-15")
def test_the_day_of_an_early_aanvraag_can_be_corrected_until_the_account_is_final(cast, later):
    dossier = naar(melding(cast), S.VERSLAG_CLIENT, cast)
    for dag in ("2026-12-20", "2026-12-22"):
        dossier = wegen._aangevraagd(dossier, cast, moment(dag), cast.anke)
        assert (dossier.aanvraag.ontvangen_op, beslistermijn(dossier).begin_op) == (date.fromisoformat(dag),) * 2
    dossier = vraag_aan(dossier, cast, moment("2026-12-23"), date(2027, 1, 5))
    with pytest.raises(Weigering, match="De aanvraag kwam dus eerder") as fout:
        wegen._aangevraagd(dossier, cast, moment("2026-12-24"), cast.anke)
    assert fout.value.veld == "op"


@pytest.mark.eis("L-59")
def test_not_complete_after_all_keeps_what_ended_before(cast, later):
    """An answer that came early, and a term that somebody let run by hand, are not what this step did."""
    dossier = naar(melding(cast), S.VERSLAG_CLIENT, cast)
    dossier = wegen._aangevraagd(dossier, cast, moment("2026-12-20"), cast.anke)
    dossier = vraag_aan(dossier, cast, moment("2026-12-20"), date(2027, 1, 10))
    dossier = actions.aanvulling_ontvangen(dossier, door=cast.anke, op=moment("2026-12-24"))
    was = beslistermijn(dossier).vervalt_op
    for stap, dag in (
        (wegen._definitief, "2026-12-28"),
        (wegen._aangevraagd, "2026-12-29"),
        (wegen._compleet, "2026-12-30"),
    ):
        dossier = stap(dossier, cast, moment(dag), cast.anke)
    dossier = correctie.corrigeren(dossier, door=cast.tineke, op=moment("2026-12-30"), reden="x")
    assert (beslistermijn(dossier).vervalt_op, dossier.aanvraag.compleet_op) == (was, date(2026, 12, 24))


@pytest.mark.eis("L-59")
def test_a_term_that_was_let_run_by_hand_does_not_stand_still_again(cast, ontvangen):
    dag, op = ontvangen.aangevraagd_op, laatste_moment(ontvangen)
    dossier = vraag_aan(ontvangen, cast, op, dag + dagen(14))
    opschorten.hervatten(beslistermijn(dossier), klaar_op=dag + dagen(4), door=cast.anke, op=op + dagen(4))
    was = beslistermijn(dossier).vervalt_op
    dossier = actions.aanvraag_compleet_verklaren(dossier, door=cast.anke, op=op + dagen(6))
    correctie.corrigeren(dossier, door=cast.anke, op=op + dagen(6), reden="x")
    assert beslistermijn(dossier).vervalt_op == was


def test_who_handed_the_case_over_turns_nothing_back(cast, later):
    dossier = naar(melding(cast), S.AANVRAAG_COMPLEET, cast)
    op = laatste_moment(dossier)
    dossier = actions.besluit_opstellen(dossier, door=cast.anke, op=op)
    dossier = actions.toewijzen(dossier, door=cast.tineke, op=op, behandelaar=cast.karim)
    with pytest.raises(NietBevoegd):
        correctie.corrigeren(dossier, door=cast.anke, op=op, reden="x")
    assert correctie.corrigeren(dossier, door=cast.tineke, op=op, reden="x").status == S.AANVRAAG_COMPLEET


@pytest.mark.eis("L-56")
def test_left_untreated_says_only_why(cast, later):
    """What was once written on the aanvraag itself, a refusal even, is no part of this besluit."""
    dossier = naar(melding(cast), S.BESLUIT_CONCEPT, cast)
    op = laatste_moment(dossier)
    dossier = wegen.besluit_schrijven(dossier, "afwijzing", cast, op=op, cm=cast.anke)
    for _ in range(2):
        dossier = correctie.corrigeren(dossier, door=cast.anke, op=op, reden="x")
    dossier = vraag_aan(dossier, cast, op, op.date() + dagen(5))
    waarden = {"waarom": "Niet aangevuld.", "ondertekenaar": cast.tineke, "via": "brief"}
    dossier = actions.buiten_behandeling_laten(dossier, door=cast.anke, op=op + dagen(7), **waarden)
    assert dossier.besluit.tekst == "Besluit\nBuiten behandeling laten\n\nWaarom\nNiet aangevuld."


# 3. Computing again, in whatever status.


@pytest.mark.langzaam("a dossier in every status")
@pytest.mark.eis("T-BESLUIT")
def test_the_check_and_the_engine_agree_in_every_status_and_computing_again_changes_nothing(cast, monkeypatch):
    """Running, suspended, lapsed and closed; then a day is declared free."""
    klok = [moment("2027-03-01")]
    monkeypatch.setattr(timezone, "now", lambda: klok[0])
    for nummer, status in enumerate(WEG):
        naar(melding(cast, naam=f"N, {chr(65 + nummer)}"), status, cast)
    naar(melding(cast, naam="Nee, X"), S.INDICATIE_ACTIEF, cast, uitkomst="afwijzing")
    stil = naar(melding(cast, naam="Stil, X"), S.AANVRAAG_COMPLEET, cast)
    zet_stil(stil, cast, stil.aangevraagd_op + dagen(3), None)
    for nummer, status in enumerate((sp.Status.TIJDELIJK_BESLUIT, sp.Status.BEEINDIGD)):
        naast = naar(melding(cast, naam=f"S, {chr(65 + nummer)}"), S.ONDERZOEK, cast)
        factories.spoed(cast, status, aanmelding=naast)
    _eensgezind()
    for dag in ("2026-11-20", "2026-12-29", "2027-02-01"):
        klok[0] = moment(dag)
        signalen.controleer(klok[0].date(), op=klok[0])
        _eensgezind()
        voor = _alles()
        for dossier in Dossier.objects.order_by("pk"):
            dossier = kern.vergrendel(dossier)
            termijnen.bijwerken(dossier, klok[0].date())
            dossier.save()
        assert _alles() == voor
        assert opschorten.herbereken(Taak.objects.filter(status="open"), door=cast.frida, op=klok[0]) == []
    GelijkgesteldeDag.objects.create(datum=date(2027, 2, 5), naam="Vrij", versie="2099-1")
    opschorten.herbereken(opschorten.geraakt(), door=cast.frida, op=klok[0])
    _eensgezind()
    assert opschorten.herbereken(opschorten.geraakt(), door=cast.frida, op=klok[0]) == []


def _alles():
    return list(
        Taak.objects.order_by("pk").values_list("dossier", "code", "status", "begin_op", "vervalt_op", "gesloten_op")
    )


def _eensgezind():
    """The copies on the dossier, by SQL or not, are those of the engine."""
    kopie = ("vervalt_op", "eerst_op", "aandacht_op", "wacht_tot", "sorteernaam")
    for dossier in map(Dossier.concreet, Dossier.objects.order_by("pk")):
        was = [getattr(dossier, naam) for naam in kopie]
        termijnen.samenvatten(dossier)
        assert [getattr(dossier, naam) for naam in kopie] == was, (dossier.soort, dossier.status)


# 4. Four eyes.


@pytest.mark.eis("SM-1")
def test_who_wrote_it_does_not_approve_it_under_another_role(cast, later):
    dossier = naar(melding(cast), S.BESLUIT_CONCEPT, cast)
    op = laatste_moment(dossier)
    dossier = wegen.besluit_schrijven(dossier, "toekenning", cast, op=op, cm=cast.anke)
    dossier = actions.toewijzen(dossier, door=cast.tineke, op=op, behandelaar=cast.karim)
    # The last one who wrote is somebody else: she did write.
    dossier = wegen.besluit_schrijven(dossier, "toekenning", cast, op=op, cm=cast.karim)
    dossier = actions.besluit_voorleggen(dossier, door=cast.karim, op=op)
    verleen(cast.anke, Rol.TEAMLEIDER, regio=cast.almelo)
    cast.anke.actieve_rol = Rol.TEAMLEIDER
    cast.anke.__dict__.pop("rol", None)
    assert cast.anke.rol == Rol.TEAMLEIDER
    with pytest.raises(NietBevoegd, match="U schreef zelf"):
        actions.besluit_goedkeuren(dossier, door=cast.anke, op=op, ondertekenaar=cast.tineke)


@pytest.mark.eis("SM-1", "L-66")
@pytest.mark.django_db(transaction=True)
def test_approved_once_and_sent_once_or_changed_and_not_sent(cast):
    tom = cast.gebruiker("tom", Rol.TEAMLEIDER, regio=cast.almelo)
    dossier = naar(melding(cast), S.BESLUIT_4OGEN, cast)

    def goedkeuren(wie):
        return lambda: actions.besluit_goedkeuren(dossier, door=wie, op=timezone.now(), ondertekenaar=cast.tineke)

    def versturen(wie):
        return lambda: actions.besluit_versturen(dossier, door=wie, op=timezone.now(), via="brief")

    assert [type(u) for u in tegelijk(goedkeuren(cast.tineke), goedkeuren(tom))].count(Weigering) == 1
    uitkomsten = tegelijk(
        versturen(cast.bas),
        lambda: actions.besluit_aanpassen(dossier, door=cast.anke, op=timezone.now(), reden="x"),
        versturen(cast.anke),
    )
    assert [type(u) for u in uitkomsten].count(Weigering) == 2
    besluit, status = Besluit.objects.get(), Dossier.objects.get().status
    verzonden = status == S.INDICATIE_ACTIEF
    assert verzonden or status == S.BESLUIT_CONCEPT
    assert (bool(besluit.verzonden_op), bool(besluit.goedgekeurd_door), bool(besluit.tekst_hash)) == (verzonden,) * 3


@pytest.mark.eis("L-04", "L-66")
def test_a_form_takes_no_more_than_it_asks_and_nothing_of_another_college(cast):
    dossier = naar(melding(cast), S.BESLUIT_CONCEPT, cast)
    anke, tineke = browser(cast.anke), browser(cast.tineke)
    pad = reverse("aanmelding_besluit_schrijven", args=[dossier.pk])
    elders = Verordening.objects.exclude(college=actions.college(dossier)).get()
    velden = {"uitkomst": "toekenning", "cak_regime": "geen"}
    antwoord = anke.post(pad, velden | {"verordening": elders.pk, "_eenmalig": uuid4()})
    assert antwoord.status_code == 422 and list(antwoord.context["form"].errors) == ["verordening"]
    extra = {"auteur": cast.karim.pk, "goedgekeurd_door": cast.tineke.pk, "goedgekeurd_op": "01-12-2026", "tekst_hash": "x"}
    assert anke.post(pad, velden | extra | {"status": S.BESLUIT_ONDERTEKEND, "_eenmalig": uuid4()}).status_code == 302
    besluit = Besluit.objects.get()
    assert (besluit.auteur, besluit.goedgekeurd_door, besluit.goedgekeurd_op, besluit.tekst_hash) == (
        cast.anke,
        None,
        None,
        "",
    )
    dossier = wegen.besluit_schrijven(dossier, "toekenning", cast, op=timezone.now(), cm=cast.anke)
    actions.besluit_voorleggen(dossier, door=cast.anke, op=timezone.now())
    pad = reverse("aanmelding_besluit_goedkeuren", args=[dossier.pk])
    for ondertekenaar, status in ((cast.ruben, 422), (cast.karim, 422), (cast.tineke, 302)):
        assert tineke.post(pad, {"ondertekenaar": ondertekenaar.pk, "_eenmalig": uuid4()}).status_code == status
    pad = reverse("aanmelding_besluit_versturen", args=[dossier.pk])
    wie = {cast.ruben: 403, cast.els: 404, cast.frida: 403, cast.gerda: 403}
    assert {g: browser(g).post(pad, {"via": "brief", "_eenmalig": uuid4()}).status_code for g in wie} == wie


# 5. Files and the log.


def test_a_dead_disk_is_a_sentence_and_keeps_what_was_typed(cast, settings, tmp_path):
    """The file is received before any form looks at it."""
    (tmp_path / "stuk").write_text("")
    settings.DOCUMENTEN_MAP = tmp_path / "stuk" / "map"
    velden = {"bestanden": SimpleUploadedFile("brief.pdf", b"%PDF-1.4"), "soort": "brief", "titel": "Wat ik typte"}
    antwoord = browser(cast.bas).post(reverse("document_toevoegen", args=[melding(cast).pk]), velden)
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "“brief.pdf” kon nu niet worden opgeslagen. Probeer het later opnieuw." in pagina and "Wat ik typte" in pagina


@pytest.mark.eis("L-74")
def test_a_refusal_names_the_dossier_of_what_was_asked_for(cast):
    dossier = naar(melding(cast), S.AANVRAAG_ONTVANGEN, cast)
    bestand, vandaag = SimpleUploadedFile("a.txt", b"hallo daar"), timezone.localdate()
    [document], _ = documenten.toevoegen(
        dossier, bestanden=[bestand], soort="overig", richting="in", gedateerd_op=vandaag, door=cast.anke, op=timezone.now()
    )
    termijn = reverse("termijn_opschorten", args=[beslistermijn(dossier).pk])
    download = reverse("document_downloaden", args=[document.pk])
    for wie, pad, status in ((cast.karim, download, 403), (cast.els, download, 404), (cast.karim, termijn, 403)):
        assert browser(wie).get(pad).status_code == status
        rij = Inzage.objects.latest("id")
        assert (rij.soort, rij.status, rij.dossier_id, rij.client_ids) == ("weigering", status, dossier.pk, [])


# 6. Nobody waits for ever.


@pytest.mark.eis("R-AAN-03")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("andere", ["wijzigen", "samenvoegen"])
def test_a_linked_dossier_and_a_change_of_its_person_do_not_wait_for_each_other(cast, monkeypatch, andere):
    """One has the dossier and asks for the person, the other has the person and asks for the dossier."""
    dossier = naar(melding(cast), S.ONDERZOEK, cast)
    tweede = Client.objects.create(achternaam="Wit", voornamen="Petra", tussenvoegsel="de", geboren="2007-03-03")
    oud = melding(cast, client=tweede)
    actions.intrekken(oud, door=cast.anke, op=timezone.now(), reden="x", namens=wegen.NAMENS)
    anke, karim, hek = browser(cast.anke), browser(cast.karim), Barrier(2)

    def eerst_allebei(functie):
        def doe(*args, **opties):
            with suppress(BrokenBarrierError):
                hek.wait(3)
            return functie(*args, **opties)

        return doe

    paden = {
        "wijzigen": reverse("client_wijzigen", args=[dossier.client_id]),
        "samenvoegen": reverse("client_samenvoegen_met", args=[dossier.client_id, tweede.pk]),
    }
    context = anke.get(paden[andere]).context
    velden = {naam: waarde for naam, waarde in context["form"].initial.items() if waarde not in (None, False)}
    if andere == "samenvoegen":
        velden = {veld.naam: "doel" for veld in context["beeld"].keuzes} | {"gezien": context["beeld"].stand}
    velden |= {"telefoon": "0612345678"} if andere == "wijzigen" else {}
    monkeypatch.setattr(kern, "openen", eerst_allebei(kern.openen))
    monkeypatch.setattr(kern, "vergrendel_alle", eerst_allebei(kern.vergrendel_alle))
    spoed = {"op": f"{timezone.localdate():%d-%m-%Y}", "reden": "Kou.", "_eenmalig": uuid4()}
    een, twee = tegelijk(
        lambda: anke.post(paden[andere], velden | {"_eenmalig": uuid4(), "_basis": context["basis"]}),
        lambda: karim.post(reverse("aanmelding_spoed_openen", args=[dossier.pk]), spoed),
    )
    assert twee.status_code == 302 and dossier.nevendossiers.get().client_id == dossier.client_id
    assert een.status_code == 302 or (een.status_code == 422 and "Er is intussen iets gewijzigd" in een.content.decode())
    assert andere == "wijzigen" or Samenvoeging.objects.exists() == (een.status_code == 302)
