"""A change shows what it touches: the list of dates first, and only after a yes the change and the new dates."""

from datetime import date

import pytest
from django.urls import reverse

from kern.models import Gebeurtenis, GelijkgesteldeDag, Regio, RegioInstelling, Taak
from tests.kern.mensen import maak_aanmelding

pytestmark = pytest.mark.django_db


def onderzoek(dossier):
    return Taak.objects.get(dossier=dossier, code="onderzoek").vervalt_op


def bevestig(beheer, pad, velden, antwoord):
    """Press the button of the page that shows what the change touches."""
    return beheer.post(pad, velden | {"_raakt": antwoord.context["vingerafdruk"]})


DAG = {"naam": "gelijkgestelde dag", "bron": "besluit", "versie": "2032-1"}


def test_a_holiday_first_shows_the_dates_and_then_moves_them(beheer, frida, almelo):
    dossier = maak_aanmelding(almelo, "2026-11-02")
    pad, velden = reverse("admin:kern_gelijkgesteldedag_add"), {**DAG, "datum": "14-12-2026"}
    antwoord = beheer.post(pad, velden)
    tekst = antwoord.content.decode()
    assert "Dit raakt 1 lopende termijn" in tekst
    for woord in (dossier.kenmerk, "ma 14 dec 2026", "di 15 dec 2026"):
        assert woord in tekst
    assert not GelijkgesteldeDag.objects.filter(datum=date(2026, 12, 14)).exists()
    assert onderzoek(dossier) == date(2026, 12, 14)
    assert not Gebeurtenis.objects.filter(actie="herberekenen").exists()
    assert bevestig(beheer, pad, velden, antwoord).status_code == 302
    assert onderzoek(dossier) == date(2026, 12, 15)
    log = Gebeurtenis.objects.get(actie="herberekenen")
    assert (log.gebruiker_id, log.waarden["van"], log.waarden["naar"]) == (frida.pk, "2026-12-14", "2026-12-15")


def test_a_free_monday_moves_what_ended_on_the_saturday_before(beheer, almelo):
    dossier = maak_aanmelding(almelo, "2026-11-07")
    assert onderzoek(dossier) == date(2026, 12, 21)
    pad, velden = reverse("admin:kern_gelijkgesteldedag_add"), {**DAG, "datum": "21-12-2026"}
    bevestig(beheer, pad, velden, beheer.post(pad, velden))
    assert onderzoek(dossier) == date(2026, 12, 22)


def test_a_list_that_changed_meanwhile_is_shown_again(beheer, almelo):
    maak_aanmelding(almelo, "2026-11-02")
    pad, velden = reverse("admin:kern_gelijkgesteldedag_add"), {**DAG, "datum": "14-12-2026"}
    antwoord = beheer.post(pad, velden)
    maak_aanmelding(almelo, "2026-11-02")
    nog_eens = bevestig(beheer, pad, velden, antwoord)
    assert "De lijst is intussen veranderd" in nog_eens.content.decode()
    assert "Dit raakt 2 lopende termijnen" in nog_eens.content.decode()
    assert not GelijkgesteldeDag.objects.filter(datum=date(2026, 12, 14)).exists()


def test_a_holiday_that_touches_nothing_is_saved_at_once(beheer, almelo):
    maak_aanmelding(almelo, "2026-11-02")
    antwoord = beheer.post(reverse("admin:kern_gelijkgesteldedag_add"), {**DAG, "datum": "14-12-2032"}, follow=True)
    assert "raakt geen lopende termijnen" in antwoord.content.decode()
    assert GelijkgesteldeDag.objects.filter(datum=date(2032, 12, 14)).exists()


def test_moving_a_holiday_looks_at_both_days(beheer, almelo):
    dag = GelijkgesteldeDag.objects.create(datum=date(2026, 12, 14), bron="besluit", versie="2026-1")
    dossier = maak_aanmelding(almelo, "2026-11-02")
    assert onderzoek(dossier) == date(2026, 12, 15)
    pad, velden = reverse("admin:kern_gelijkgesteldedag_change", args=[dag.pk]), {**DAG, "datum": "14-12-2032"}
    antwoord = beheer.post(pad, velden)
    assert "Dit raakt 1 lopende termijn" in antwoord.content.decode()
    bevestig(beheer, pad, velden, antwoord)
    assert onderzoek(dossier) == date(2026, 12, 14)


def instelling(regio, waarde, **extra):
    return {
        "regio": regio.pk,
        "sleutel": "opvang.intake_contact_werkdagen",
        "waarde": waarde,
        "geldig_vanaf": "01-01-2026",
        "reden": "besluit van het college",
        **extra,
    }


def test_a_setting_may_let_a_deadline_begin_move_and_end(beheer, almelo):
    dossier = maak_aanmelding(almelo, "2026-11-02")
    eerste_contact = Taak.objects.filter(dossier=dossier, code="eerste_contact")
    assert not eerste_contact.exists()
    pad = reverse("admin:kern_regioinstelling_add")
    antwoord = beheer.post(pad, instelling(almelo, "10"))
    assert "liep niet" in antwoord.content.decode()
    assert not eerste_contact.exists()
    bevestig(beheer, pad, instelling(almelo, "10"), antwoord)
    assert eerste_contact.get().vervalt_op == date(2026, 11, 16)
    rij = RegioInstelling.objects.get()
    pad = reverse("admin:kern_regioinstelling_change", args=[rij.pk])
    bevestig(beheer, pad, instelling(almelo, "5"), beheer.post(pad, instelling(almelo, "5")))
    assert eerste_contact.get().vervalt_op == date(2026, 11, 9)
    antwoord = beheer.post(pad, instelling(almelo, ""))
    assert "loopt niet meer" in antwoord.content.decode()
    bevestig(beheer, pad, instelling(almelo, ""), antwoord)
    assert eerste_contact.get().status == Taak.Status.VERVALLEN


def test_another_region_is_not_touched(beheer, almelo):
    enschede = Regio.objects.get_or_create(code="enschede", defaults={"naam": "Enschede"})[0]
    maak_aanmelding(almelo, "2026-11-02")
    antwoord = beheer.post(reverse("admin:kern_regioinstelling_add"), instelling(enschede, "3"), follow=True)
    assert "raakt geen lopende termijnen" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("extra", "zin"),
    [
        ({"reden": ""}, "veld is verplicht"),
        ({"waarde": "veel"}, "Vul een heel getal van 0 tot en met 1000 in"),
        ({"waarde": "-1"}, "Vul een heel getal van 0 tot en met 1000 in"),
        ({"sleutel": "nachtopvang", "waarde": "soms"}, "Vul ja of nee in"),
        ({"geldig_vanaf": "31-02-2026"}, "bestaat niet"),
        ({"sleutel": "onbekend"}, "onbekend"),
    ],
)
def test_a_badly_typed_setting_is_a_sentence(beheer, almelo, extra, zin):
    antwoord = beheer.post(reverse("admin:kern_regioinstelling_add"), instelling(almelo, "10") | extra)
    assert antwoord.status_code == 200
    assert zin in antwoord.content.decode()
    assert not RegioInstelling.objects.exists()


def test_yes_and_no_are_typed_and_shown_as_words(beheer, almelo):
    velden = instelling(almelo, "Nee", sleutel="nachtopvang")
    beheer.post(reverse("admin:kern_regioinstelling_add"), velden)
    rij = RegioInstelling.objects.get()
    assert rij.waarde is False
    tekst = beheer.get(reverse("admin:kern_regioinstelling_change", args=[rij.pk])).content.decode()
    assert ">\nnee</textarea>" in tekst
    assert "Nachtopvang het hele jaar" in beheer.get(reverse("admin:kern_regio_change", args=[almelo.pk])).content.decode()


def test_the_history_says_who_changed_what(beheer, frida, almelo):
    beheer.post(reverse("admin:kern_regioinstelling_add"), instelling(almelo, "ja", sleutel="nachtopvang"))
    rij = RegioInstelling.objects.get()
    pad = reverse("admin:kern_regioinstelling_change", args=[rij.pk])
    beheer.post(pad, instelling(almelo, "nee", sleutel="nachtopvang"))
    tekst = beheer.get(reverse("admin:kern_regioinstelling_history", args=[rij.pk])).content.decode()
    assert "Frida" in tekst
    assert "waarde: ja → nee" in tekst
