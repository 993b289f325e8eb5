"""The pages of a merge, over HTTP: finding the other one, choosing, taking back, and who may stand there twice."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cimot import actions as cimot
from kern.models import Client, Gebeurtenis, Inzage, Samenvoeging
from kern.personen import clienten, dubbel, samenvoegen
from tests.factories import NAMENS, melding, moment
from tests.kern.personen.test_samenvoegen import ANDER_BSN, BSN, paar, voeg_samen

pytestmark = pytest.mark.django_db


def tekst(antwoord) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", antwoord.content.decode()).split())


def gezien(antwoord) -> str:
    return re.search(r'name="gezien" value="(\w+)"', antwoord.content.decode())[1]


def met(doel, bron) -> str:
    return reverse("client_samenvoegen_met", args=[doel.pk, bron.pk])


@pytest.mark.eis("R-AAN-03")
def test_from_the_preview_to_one_person_and_back(cast, inloggen):
    doel, bron = paar(cast)
    browser = inloggen(cast.bas)
    pagina = browser.get(met(doel, bron))
    assert "Zijn dit dezelfde mens?" in tekst(pagina) and pagina.content.count(b'type="radio"') == 4
    assert Inzage.objects.filter(client_ids__contains=[doel.pk, bron.pk], klassen=["D1", "D2", "D3"]).exists()
    velden = {"gezien": gezien(pagina)}
    leeg = browser.post(met(doel, bron), velden)
    assert leeg.status_code == 422 and tekst(leeg).count("Kies wat blijft.") == 4  # the list, and beside each field
    goed = browser.post(met(doel, bron), {**velden, "roepnaam": "doel", "woongemeente_id": "bron"}, follow=True)
    assert goed.redirect_chain == [(doel.get_absolute_url(), 302)] and "Dit is nu één cliënt." in tekst(goed)
    doel.refresh_from_db()
    assert (doel.roepnaam, doel.woongemeente.naam) == ("Petra", "Borne")
    oud = browser.get(bron.get_absolute_url(), follow=True)
    assert oud.redirect_chain == [(doel.get_absolute_url(), 302)]
    assert "Deze cliënt is samengevoegd. U ziet nu de cliënt die bleef." in tekst(oud)
    [rij] = Samenvoeging.objects.all()
    assert (
        reverse("samenvoeging_ongedaan", args=[rij.pk])
        in browser.get(reverse("client_samenvoegen", args=[doel.pk])).content.decode()
    )
    terug = browser.post(reverse("samenvoeging_ongedaan", args=[rij.pk]), follow=True)
    assert "Dit zijn weer twee cliënten." in tekst(terug)
    assert browser.get(bron.get_absolute_url()).status_code == 200


def test_what_changed_since_the_preview_is_said_and_nothing_is_done(cast, inloggen):
    doel, bron = paar(cast)
    browser = inloggen(cast.bas)
    velden = {"gezien": gezien(browser.get(met(doel, bron))), "roepnaam": "doel", "woongemeente_id": "bron"}
    clienten.wijzigen(bron, door=cast.anke, telefoon="0612345678")
    antwoord = browser.post(met(doel, bron), {**velden, "telefoon": "bron"})
    assert antwoord.status_code == 422 and samenvoegen.INTUSSEN in tekst(antwoord)
    assert "0612345678" in tekst(antwoord) and not Samenvoeging.objects.exists()
    velden |= {"gezien": gezien(antwoord), "telefoon": "bron"}
    assert browser.post(met(doel, bron), velden).status_code == 302
    for weg in ({}, {"gezien": ""}, {"gezien": "x"}):
        assert browser.post(met(doel, bron), {**velden, **weg}).status_code == 404


@pytest.mark.parametrize("gezien_", [None, "", "x" * 500, "\x00"])
def test_without_the_mark_of_the_preview_nothing_is_done(cast, inloggen, gezien_):
    doel, bron = paar(cast)
    velden = {"roepnaam": "doel", "woongemeente_id": "bron"} | ({} if gezien_ is None else {"gezien": gezien_})
    assert inloggen(cast.bas).post(met(doel, bron), velden).status_code == 422
    assert not Samenvoeging.objects.exists()


def test_a_second_submit_changes_nothing(cast, inloggen):
    doel, bron = paar(cast)
    browser = inloggen(cast.bas)
    pagina = browser.get(met(doel, bron))
    eenmalig = re.search(r'name="_eenmalig" value="([\w-]+)"', pagina.content.decode())[1]
    velden = {"gezien": gezien(pagina), "_eenmalig": eenmalig, "roepnaam": "doel", "woongemeente_id": "bron"}
    for _ in range(2):
        assert browser.post(met(doel, bron), velden)["Location"] == doel.get_absolute_url()
    assert browser.post(met(doel, bron), {**velden, "_eenmalig": ""}).status_code == 404
    assert Samenvoeging.objects.count() == 1


def test_what_blocks_is_named_with_the_way_to_it(cast, inloggen):
    een, ander = melding(cast), melding(cast, naam="Wit, P")
    pagina = inloggen(cast.bas).get(met(een.client, ander.client))
    html = pagina.content.decode()
    assert "Samenvoegen kan nu niet" in html and 'name="gezien"' not in html
    assert all(f'<a href="{d.get_absolute_url()}">{d.kenmerk}</a>' in html for d in (een, ander))


def test_dates_that_contradict_are_confirmed(cast, inloggen):
    doel, bron = paar(cast, geboren="1999-01-01")
    browser = inloggen(cast.bas)
    velden = {
        "gezien": gezien(browser.get(met(doel, bron))),
        "roepnaam": "doel",
        "woongemeente_id": "bron",
        "geboren": "doel",
    }
    antwoord = browser.post(met(doel, bron), velden)
    assert antwoord.status_code == 422 and "Bevestig dit, of voeg deze cliënten niet samen." in tekst(antwoord)
    assert browser.post(met(doel, bron), {**velden, "is_zeker": "on"}).status_code == 302


@pytest.mark.parametrize("pagina", ["dubbel", "kiezen", "zoeken", "met"])
def test_nothing_of_another_region_is_shown(cast, inloggen, pagina):
    eva = cast.gebruiker("eva", "frontoffice", regio=cast.enschede)
    eigen = melding(cast, naam="Wit, Petra de").client
    vreemd = melding(cast, naam="Wit, Petra de", regio=cast.enschede, door=eva)
    clienten.wijzigen(vreemd.client, door=eva, telefoon="0687654321", bsn=BSN)
    browser = inloggen(cast.bas)
    kiezen = reverse("client_samenvoegen", args=[eigen.pk])
    antwoord = {
        "dubbel": lambda: browser.get(reverse("client_dubbel")),
        "kiezen": lambda: browser.get(kiezen),
        "zoeken": lambda: browser.post(kiezen, {"q": "petra wit"}),
        "met": lambda: browser.get(met(eigen, vreemd.client)),
    }[pagina]()
    html = antwoord.content.decode()
    assert antwoord.status_code == (404 if pagina == "met" else 200)
    for kanarie in (
        vreemd.kenmerk,
        "0687654321",
        BSN,
        vreemd.client.get_absolute_url(),
        f"/samenvoegen/{vreemd.client_id}/",
    ):
        assert kanarie not in html, kanarie
    assert ("Nog iemand lijkt hierop, buiten uw regio." in html) == (pagina in ("kiezen", "zoeken"))


def test_a_number_is_searched_and_never_repeated(cast, inloggen):
    doel, bron = paar(cast)
    bron = clienten.wijzigen(bron, door=cast.bas, bsn=BSN)
    browser = inloggen(cast.bas)
    antwoord = browser.post(reverse("client_samenvoegen", args=[doel.pk]), {"q": BSN})
    assert met(doel, bron) in antwoord.content.decode() and BSN not in antwoord.content.decode()
    assert BSN not in browser.get(met(doel, bron)).content.decode()
    for q in ("", "x", "x" * 101, "\x00"):
        assert browser.post(reverse("client_samenvoegen", args=[doel.pk]), {"q": q}).status_code == 422
    eigen = browser.post(reverse("client_samenvoegen", args=[doel.pk]), {"q": "Petra"})
    assert f"/samenvoegen/{doel.pk}/" not in eigen.content.decode()


def test_an_old_address_leads_on_only_for_who_sees_the_kept_one(cast, inloggen):
    doel, bron = paar(cast)
    voeg_samen(cast, doel, bron)
    assert inloggen(cast.els).get(bron.get_absolute_url()).status_code == 404
    assert inloggen(cast.frida).get(bron.get_absolute_url()).status_code == 403
    assert inloggen(cast.bas).get(met(doel, bron)).status_code == 404
    assert inloggen(cast.bas).get(met(doel, doel)).status_code == 404


def test_a_merged_person_cannot_be_chosen_in_the_form_of_a_melding(cast, inloggen):
    doel, bron = paar(cast)
    voeg_samen(cast, doel, bron)
    velden = {"ontvangen_op": "02-11-2026 10:00", "kanaal": "telefoon", "melder": "zelf", "onderwerp": "bw", "spoed": "nee"}
    antwoord = inloggen(cast.bas).post(reverse("aanmelding_nieuw"), {**velden, "client": bron.pk, "omschrijving": "x"})
    assert antwoord.status_code == 422 and "Deze cliënt kunt u niet kiezen." in tekst(antwoord)


def test_after_a_change_the_button_says_why_not(cast, inloggen):
    doel, bron = paar(cast)
    rij = voeg_samen(cast, doel, bron)
    clienten.wijzigen(doel, door=cast.bas, taal="Pools")
    antwoord = inloggen(cast.bas).post(reverse("samenvoeging_ongedaan", args=[rij.pk]), follow=True)
    assert "Terugdraaien kan niet meer. Na het samenvoegen is gewijzigd: de gegevens van de cliënt" in tekst(antwoord)


# Counting, and who may be double.


@pytest.mark.eis("R-AAN-03")
def test_what_was_found_twice_at_entry_is_counted(cast, inloggen):
    doel, bron = paar(cast)
    rij = voeg_samen(cast, doel, bron)
    assert rij.pk
    leeg = melding(cast, naam="", omschrijving="Iemand bij het station.")
    assert "gevonden" not in Gebeurtenis.objects.get(dossier_id=leeg.pk, actie="openen").waarden
    cimot.intrekken(leeg, door=cast.bas, op=moment("2026-11-03"), reden="x", namens=NAMENS)
    dossier = doel.dossiers.get(gesloten_op=None).concreet()
    cimot.intrekken(dossier, door=cast.bas, op=timezone.now(), reden="x", namens=NAMENS)
    melding(cast, client=Client.objects.get(pk=doel.pk))
    zonder = melding(cast, naam="", omschrijving="Nog iemand.")
    cimot.client_koppelen(zonder, door=cast.bas, op=moment("2026-11-03"), naam="Nieuw, N")
    vorig = melding(cast, naam="Vorig, V", ontvangen="2025-06-01")
    cimot.intrekken(vorig, door=cast.bas, op=moment("2025-06-02"), reden="x", namens=NAMENS)
    zonder = melding(cast, naam="", omschrijving="En nog een.")
    cimot.client_koppelen(zonder, door=cast.bas, op=moment("2026-11-03"), client=Client.objects.get(pk=vorig.client_id))
    melding(cast, naam="Elders, E", regio=cast.enschede, door=cast.gebruiker("eva", "frontoffice", regio=cast.enschede))
    [telling] = dubbel.tellingen(cast.bas, moment("2026-11-20").date())
    assert telling == {"regio": cast.almelo, "gevonden": 2, "nieuw": 3, "gevonden_ooit": 2, "nieuw_ooit": 4}
    pagina = tekst(inloggen(cast.bas).get(reverse("client_dubbel")))
    assert "Was al bekend 2 in 2026 2 in totaal" in pagina and "Nieuw gemaakt 3 in 2026 4 in totaal" in pagina
    assert "Enschede" not in pagina.split("Gevonden bij de melding")[1]


def test_the_count_reads_along_its_own_index(cast):
    melding(cast)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    gevonden = Gebeurtenis.objects.filter(waarden__has_key="gevonden").order_by("op")
    assert "gebeurtenis_gevonden" in gevonden.explain()


def test_who_may_be_double_has_the_same_date_and_nearly_the_same_name(cast, inloggen):
    namen = ["Jansen, Petra", "Jansn, Petra", "Jansen, Peter", "Bakker, Petra"]
    clienten_ = [melding(cast, naam=naam, geboren="1990-05-17").client for naam in namen]
    melding(cast, naam="Jansen, Petra", geboren="1991-05-17")
    melding(cast, naam="Jansen, Petra", geboren="1990-00-00")
    assert dubbel.mogelijk(cast.bas) == [(clienten_[0], clienten_[1])]
    assert dubbel.mogelijk(cast.els) == []
    browser = inloggen(cast.bas)
    assert met(clienten_[0], clienten_[1]) in browser.get(reverse("client_dubbel")).content.decode()
    cimot.intrekken(clienten_[1].dossiers.get().concreet(), door=cast.bas, op=moment("2026-11-03"), reden="x", namens=NAMENS)
    voeg_samen(cast, *clienten_[:2])
    pagina = tekst(browser.get(reverse("client_dubbel")))
    assert dubbel.mogelijk(cast.bas) == [] and "Niemand staat er zichtbaar dubbel in" in pagina
    assert "door Bas" in pagina and "Terugdraaien" in pagina


def test_the_pages_ask_a_fixed_number_of_questions(cast, inloggen):
    doel, bron = paar(cast)
    browser = inloggen(cast.bas)
    paginas = [reverse("client_dubbel"), reverse("client_samenvoegen", args=[doel.pk]), met(doel, bron)]

    def tel():
        tellingen = []
        for pagina in paginas:
            browser.get(pagina)
            with CaptureQueriesContext(connection) as vragen:
                assert browser.get(pagina).status_code == 200
            tellingen.append(len(vragen))
        return tellingen

    voor = tel()
    for i in range(6):
        extra = melding(cast, naam=f"Wit, P{'a' * i} de", client=None).client
        extra_dossier = extra.dossiers.get().concreet()
        cimot.intrekken(extra_dossier, door=cast.bas, op=moment("2026-11-03"), reden="x", namens=NAMENS)
        if i % 2:
            voeg_samen(cast, bron, extra)
            bron.refresh_from_db()
    assert tel() == voor


def test_two_numbers_show_as_two_people(cast, inloggen):
    doel, bron = paar(cast)
    clienten.wijzigen(doel, door=cast.bas, bsn=BSN)
    clienten.wijzigen(bron, door=cast.bas, bsn=ANDER_BSN)
    pagina = tekst(inloggen(cast.bas).get(met(doel, bron)))
    assert "Dit zijn twee mensen." in pagina and BSN not in pagina and ANDER_BSN not in pagina
