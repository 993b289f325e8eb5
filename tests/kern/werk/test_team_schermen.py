"""The screens of the team as people use them: figures with their list, dividing, handing over, sharing, stopping."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cimot import actions as cimot
from cimot.processen.aanmelding import Status
from kern.models import Afwezigheid, Dossier, Gebeurtenis, Gebruiker, Inzage
from kern.toegang.rollen import Rol
from kern.werk import afwezigheid, team
from tests.factories import melding, naar, verleen
from tests.kern.mensen import browser
from tests.kern.scherm import open_, tekst

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)
INHOUD = "kanarie-inhoud"


def nu():
    return timezone.now()


def vers(rij):
    return type(rij).objects.get(pk=rij.pk)


def zaak(cast, behandelaar=None, naam="Wit, Petra", dagen=2, **velden):
    dossier = melding(cast, ontvangen=nu() - dagen * DAG, naam=naam, omschrijving=INHOUD, **velden)
    return team.toewijzen(dossier, door=cast.bas, op=nu(), behandelaar=behandelaar) if behandelaar else dossier


def geef(client, pad, *dossiers, behandelaar, **extra):
    velden = {"dossier": [d.pk for d in dossiers], "behandelaar": getattr(behandelaar, "pk", behandelaar)}
    return client.post(pad, {**velden, **extra})


@pytest.fixture
def tineke(cast):
    return browser(cast.tineke)


# The team.


def test_every_figure_counts_what_stands_in_the_list_behind_it(cast, tineke):
    for i in range(2):
        zaak(cast, cast.anke, naam=f"Laat, {i}", dagen=80)
    zaak(cast, cast.anke, naam="Nieuw, N", dagen=0)
    zaak(cast, cast.karim, naam="Ander, A")
    zaak(cast, naam="Elders, E", regio=cast.enschede)
    antwoord = tineke.get(reverse("team"))
    [anke] = [p for p in antwoord.context["personen"] if p["wie"].gebruiker == cast.anke]
    getallen = {g["code"]: g["aantal"] for g in anke["getallen"]}
    assert (getallen["open"], getallen["te_laat"]) == (3, 2)
    assert getallen["nieuw"] >= 1
    for getal in anke["getallen"]:
        rijen = tineke.get(getal["url"]).context["rijen"]
        assert len(rijen) == getal["aantal"], getal["code"]
    assert (anke["wie"].deel, anke["wie"].deel_laat) == (100, 67)
    assert {p["wie"].gebruiker for p in antwoord.context["personen"]} == {cast.anke, cast.karim}


def test_who_lost_the_role_stands_there_while_work_is_left(cast, tineke):
    zaak(cast, cast.anke)
    cast.anke.rolverleningen.all().delete()
    tekst_ = tekst(tineke.get(reverse("team")))
    assert "is geen casemanager meer: draag dit werk over" in tekst_
    assert team.overdragen(cast.anke, naar=cast.karim, door=cast.tineke, op=nu()).zaken == 1
    assert "Anke" not in tekst(tineke.get(reverse("team")))


def test_absence_and_shared_cases_stand_beside_the_name_and_in_the_choice(cast, tineke):
    dossier = zaak(cast, cast.karim)
    team.medebehandelaar_toevoegen(dossier, gebruiker=cast.anke, door=cast.karim, op=nu(), reden="x")
    zaak(cast, naam="Vrij, V")
    dag = timezone.localdate()
    afwezigheid.melden(cast.anke, eerste=dag, laatste=dag, waarnemer=cast.karim, op=nu())
    pagina = tekst(tineke.get(reverse("team")))
    assert "waarnemer Karim" in pagina and "werkt mee aan 1 zaak van een ander" in pagina
    assert re.search(r"Anke \(0 zaken, afwezig t/m [^)]+\)</option>", pagina)
    assert "Karim (1 zaak)</option>" in pagina


def test_urgent_first_then_the_oldest_with_place_and_subject(cast, tineke):
    jong = zaak(cast, naam="Jong, J", dagen=1)
    oud = zaak(cast, naam="Oud, O", dagen=9)
    spoed = zaak(cast, naam="Spoed, S", dagen=3, is_spoed=True)
    antwoord = tineke.get(reverse("team"))
    rijen = antwoord.context["rijen"]
    assert [r["pk"] for r in rijen][0] == spoed.pk
    assert [r["pk"] for r in rijen if r["pk"] in (oud.pk, jong.pk)] == [oud.pk, jong.pk]
    assert [r["spoed"] for r in rijen if r["pk"] in (spoed.pk, oud.pk)] == [True, False]
    assert rijen[-1]["plek"] == "Wierden · beschermd wonen"


def test_paging_shows_every_row_once(cast, tineke, monkeypatch):
    from kern.werk import teamblad

    monkeypatch.setattr(teamblad, "PER_PAGINA", 2)
    alles = {zaak(cast, naam=f"N, {i}", dagen=i // 2).pk for i in range(5)} | {zaak(cast, naam="S, S", is_spoed=True).pk}
    gezien, url = [], reverse("team")
    while url:
        antwoord = tineke.get(url)
        gezien += [r["pk"] for r in antwoord.context["rijen"]]
        url = antwoord.context["volgende_url"] and reverse("team") + antwoord.context["volgende_url"]
    assert len(gezien) == len(set(gezien))
    assert set(gezien) >= alles


def test_the_number_of_queries_is_the_same_for_one_and_for_many(cast, tineke):
    def tel():
        aantallen = []
        for url in (reverse("team"), reverse("team_zaken", args=[cast.anke.pk])):
            tineke.get(url)
            with CaptureQueriesContext(connection) as vragen:
                assert tineke.get(url).status_code == 200
            aantallen.append(len(vragen))
        return aantallen

    zaak(cast), zaak(cast, cast.anke, naam="A, A")
    voor = tel()
    for i in range(12):
        zaak(cast, naam=f"N, {i}", is_spoed=i < 2)
        zaak(cast, cast.anke, naam=f"M, {i}")
        cast.gebruiker(f"cm{i}", Rol.CASEMANAGER, regio=cast.almelo)
    assert tel() == voor


def test_dividing_gives_the_ticked_ones_and_says_so(cast, tineke):
    een, twee, drie = (zaak(cast, naam=f"N, {i}") for i in range(3))
    antwoord = geef(tineke, reverse("team"), een, twee, behandelaar=cast.anke)
    assert antwoord.url == reverse("team")
    assert "2 dossiers zijn nu van Anke." in tekst(tineke.get(antwoord.url))
    assert [vers(d).behandelaar for d in (een, twee, drie)] == [cast.anke, cast.anke, None]


def test_a_double_submit_divides_once(cast, tineke):
    een = zaak(cast)
    sleutel = str(uuid4())
    for _ in range(2):
        assert geef(tineke, reverse("team"), een, behandelaar=cast.anke, _eenmalig=sleutel).status_code == 302
    assert Gebeurtenis.objects.filter(actie="toewijzen", dossier_id=een.pk).count() == 1


def test_what_a_colleague_took_is_a_sentence_and_the_rest_stays_ticked(cast, tineke):
    een, twee = zaak(cast, naam="N, 1"), zaak(cast, naam="N, 2")
    cimot.toewijzen(een, door=cast.bas, op=nu(), behandelaar=cast.karim)
    antwoord = geef(tineke, reverse("team"), een, twee, behandelaar=cast.anke)
    assert antwoord.status_code == 422
    assert f"{een.kenmerk} (Karim) is intussen veranderd. Er is niets verdeeld." in tekst(antwoord)
    assert [(r["pk"], r["gekozen"]) for r in antwoord.context["rijen"] if r["pk"] == twee.pk] == [(twee.pk, True)]
    assert vers(twee).behandelaar is None


@pytest.mark.parametrize(
    ("dossier", "behandelaar", "zin"),
    [
        (["x"], "goed", "Laad de lijst opnieuw"),
        (["-1"], "goed", "Laad de lijst opnieuw"),
        (["9" * 30], "goed", "Laad de lijst opnieuw"),
        (["²"], "goed", "Laad de lijst opnieuw"),
        (["0\x00"], "goed", "Laad de lijst opnieuw"),
        ([], "goed", "Kies eerst een of meer dossiers."),
        (["1"], "", "Kies een collega."),
        (["1"], "9" * 30, "Deze collega kunt u niet kiezen."),
        (["1"], "els", "Deze collega kunt u niet kiezen."),
    ],
)
def test_bad_input_is_a_sentence(cast, tineke, dossier, behandelaar, zin):
    zaak(cast)
    wie = {"goed": cast.anke.pk, "els": cast.els.pk}.get(behandelaar, behandelaar)
    for url in (reverse("team"), reverse("team_zaken", args=[cast.karim.pk])):
        antwoord = tineke.post(url, {"dossier": dossier, "behandelaar": wie})
        assert antwoord.status_code == 422
        assert zin in tekst(antwoord)


def test_a_mangled_address_shows_the_first_page(cast, tineke):
    zaak(cast, cast.anke)
    for vraag in ("?na=x", "?toon=alles", "?toon=open&na=%00", "?na=WyIyMDI2LTAyLTMxIiwgMV0"):
        for url in (reverse("team"), reverse("team_zaken", args=[cast.anke.pk])):
            assert tineke.get(url + vraag).status_code == 200


def test_who_looks_is_in_the_log(cast, tineke):
    vrij, eigen = zaak(cast, naam="N, 1"), zaak(cast, cast.anke, naam="N, 2")
    tineke.get(reverse("team"))
    assert Inzage.objects.latest("id").client_ids == [vrij.client_id]
    tineke.get(reverse("team_zaken", args=[cast.anke.pk]))
    assert Inzage.objects.latest("id").client_ids == [eigen.client_id]


# One colleague.


def test_ticked_or_all_goes_to_a_colleague(cast, tineke):
    een, twee, drie = (zaak(cast, cast.anke, naam=f"N, {i}") for i in range(3))
    url = reverse("team_zaken", args=[cast.anke.pk])
    assert geef(tineke, url, een, behandelaar=cast.karim).status_code == 302
    assert [vers(d).behandelaar for d in (een, twee, drie)] == [cast.karim, cast.anke, cast.anke]
    antwoord = geef(tineke, url, behandelaar=cast.karim, alles="1")
    assert "2 dossiers zijn overgedragen aan Karim." in tekst(tineke.get(antwoord.url))
    assert not Dossier.objects.filter(behandelaar=cast.anke).exists()


def test_of_another_region_and_of_nobody_there_is_no_page(cast, tineke):
    for pk in (cast.els.pk, cast.bas.pk, 2**40):
        for naam in ("team_zaken", "team_afwezig"):
            assert tineke.get(reverse(naam, args=[pk])).status_code == 404


def test_of_who_works_in_two_regions_only_the_own_region_is_shown(cast, tineke):
    verleen(cast.anke, Rol.CASEMANAGER, regio=cast.enschede)
    daar = zaak(cast, naam="Elders, E", regio=cast.enschede)
    Dossier.objects.filter(pk=daar.pk).update(behandelaar=cast.anke)
    hier = zaak(cast, cast.anke, naam="Hier, H")
    url = reverse("team_zaken", args=[cast.anke.pk])
    assert [r["pk"] for r in tineke.get(url).context["rijen"]] == [hier.pk]
    geef(tineke, url, behandelaar=cast.karim, alles="1")
    assert (vers(hier).behandelaar, vers(daar).behandelaar) == (cast.karim, cast.anke)


def test_the_teamleider_tells_that_a_colleague_is_ill_and_back(cast, tineke):
    dossier = zaak(cast, cast.anke)
    pad = reverse("team_afwezig", args=[cast.anke.pk])
    dag = f"{timezone.localdate():%d-%m-%Y}"
    velden = open_(tineke, pad, eerste=dag, laatste=dag, waarnemer=cast.karim.pk)
    assert tineke.post(pad, velden).url == reverse("team_zaken", args=[cast.anke.pk])
    werklijst = tekst(browser(cast.karim).get("/"))
    assert "waarnemer voor Anke" in werklijst and dossier.kenmerk in werklijst
    rij = Afwezigheid.objects.get()
    assert "Karim neemt waar" in tekst(tineke.get(reverse("team_zaken", args=[cast.anke.pk])))
    assert browser(cast.els).post(reverse("afwezigheid_intrekken", args=[rij.pk])).status_code == 404
    antwoord = tineke.post(reverse("afwezigheid_intrekken", args=[rij.pk]))
    assert antwoord.url == reverse("team_zaken", args=[cast.anke.pk])
    assert dossier.kenmerk not in tekst(browser(cast.karim).get("/?kring=mij"))


# Sharing.


def test_a_colleague_sees_the_content_while_he_works_along(cast):
    dossier = naar(zaak(cast, cast.anke, dagen=9), Status.ONDERZOEK, cast)
    karim, detail = browser(cast.karim), dossier.get_absolute_url()
    assert INHOUD not in tekst(karim.get(detail))
    anke, pad = browser(cast.anke), reverse("dossier_medebehandelaars", args=[dossier.pk])
    assert pad in tekst(anke.get(detail)) and pad not in tekst(karim.get(detail))
    assert anke.post(pad, open_(anke, pad, gebruiker=cast.karim.pk, reden="Samen.")).url == pad
    assert "Karim werkt nu mee aan deze zaak." in tekst(anke.get(pad))
    assert INHOUD in tekst(karim.get(detail))
    assert karim.get(pad).status_code == 403
    weg = reverse("medebehandelaar_verwijderen", args=[dossier.pk])
    for gebruiker in ("", "x", "9" * 30, "²", cast.karim.pk, cast.karim.pk):
        assert anke.post(weg, {"gebruiker": gebruiker}).url == pad
    assert INHOUD not in tekst(karim.get(detail))


def test_sharing_with_nobody_and_without_a_reason_is_a_sentence(cast):
    dossier = zaak(cast, cast.anke)
    anke, pad = browser(cast.anke), reverse("dossier_medebehandelaars", args=[dossier.pk])
    antwoord = anke.post(pad, {"gebruiker": "", "reden": ""})
    assert antwoord.status_code == 422
    assert "Kies een collega." in tekst(antwoord) and "Vul in waarom u dit doet." in tekst(antwoord)
    assert {g.pk for g in antwoord.context["form"].fields["gebruiker"].queryset} == {cast.karim.pk}


# The administrator.


def test_the_administrator_hands_over_and_stops_without_seeing_a_case(cast):
    dossier = zaak(cast, cast.anke, naam="Kanarienaam, K")
    frida = browser(cast.frida)
    velden = {"action": "inloggen_stoppen", "_selected_action": [cast.anke.pk]}
    pagina = tekst(frida.post(reverse("admin:kern_gebruiker_changelist"), velden, follow=True))
    pad = reverse("admin:kern_gebruiker_overdragen", args=[cast.anke.pk])
    assert f'<a href="{pad}">Werk overdragen en daarna stoppen</a>' in pagina
    pagina += tekst(frida.get(pad))
    assert "Werk in Almelo" in pagina and "1 open zaak" in pagina
    fout = frida.post(pad, {f"regio_{cast.almelo.pk}": ""})
    assert "Kies een collega." in tekst(fout) and vers(cast.anke).is_active
    antwoord = frida.post(pad, {f"regio_{cast.almelo.pk}": cast.karim.pk}, follow=True)
    pagina += tekst(fout) + tekst(antwoord)
    assert "Het werk van Anke is overgedragen. Anke kan niet meer inloggen." in tekst(antwoord)
    assert (vers(dossier).behandelaar, vers(cast.anke).is_active) == (cast.karim, False)
    for geheim in ("Kanarienaam", dossier.kenmerk, INHOUD):
        assert geheim not in pagina


def test_the_administrator_names_who_replaces_a_colleague_from_now_on(cast):
    piet = cast.gebruiker("piet", Rol.CASEMANAGER, regio=cast.almelo)
    dag = timezone.localdate()
    rij = afwezigheid.melden(cast.karim, eerste=dag, laatste=dag, waarnemer=cast.anke, op=nu())
    frida, pad = browser(cast.frida), reverse("admin:kern_gebruiker_overdragen", args=[cast.anke.pk])
    assert "Waarnemer voor Karim" in tekst(frida.get(pad))
    assert frida.post(pad, {f"waarneming_{rij.pk}": piet.pk}).status_code == 302
    assert (vers(rij).waarnemer, vers(cast.anke).is_active) == (piet, False)


def test_an_account_without_work_stops_on_the_same_page_and_nobody_stops_himself(cast):
    frida = browser(cast.frida)
    assert frida.post(reverse("admin:kern_gebruiker_overdragen", args=[cast.karim.pk])).status_code == 302
    assert not vers(cast.karim).is_active
    eigen = frida.post(reverse("admin:kern_gebruiker_overdragen", args=[cast.frida.pk]))
    assert "eigen toegang niet stoppen" in tekst(eigen)
    assert frida.get(reverse("admin:kern_gebruiker_overdragen", args=[2**40])).status_code == 404
    pad = reverse("admin:kern_gebruiker_overdragen", args=[cast.anke.pk])
    assert browser(cast.tineke).get(pad).status_code == 403
    assert Gebruiker.objects.get(pk=cast.anke.pk).is_active
