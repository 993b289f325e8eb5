"""The administration: exactly the listed models and rights, nobody gives himself a role, a change shows what it touches."""

from datetime import date

import pytest
from django.contrib import admin
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from cimot.models import Criterium, Mandaat, Verordening
from kern.models import (
    Bouwsteen,
    Briefhoofd,
    Briefsjabloon,
    Gebruiker,
    GelijkgesteldeDag,
    Gemeente,
    Organisatie,
    Regio,
    RegioInstelling,
)
from kern.toegang.rechten import BEHEERMODELLEN
from kern.toegang.rollen import ZONDER_INLOG, Rol
from tests.kern import briefproef
from tests.kern.mensen import browser, maak

pytestmark = pytest.mark.django_db
SITE = admin.site
VASTE_PADEN = ("/beheer/", "/beheer/kern/", "/beheer/cimot/", "/beheer/jsi18n/")


@pytest.fixture
def voorbeelden(almelo, frida):
    """One row of every model that the administration shows."""
    return {
        Regio: almelo,
        RegioInstelling: RegioInstelling.objects.create(
            regio=almelo, sleutel="nachtopvang", waarde=True, geldig_vanaf=date(2026, 1, 1), reden="besluit"
        ),
        Gemeente: Gemeente.objects.get_or_create(naam="Wierden", defaults={"cbs_code": "0189", "regio": almelo})[0],
        GelijkgesteldeDag: GelijkgesteldeDag.objects.create(datum=date(2031, 5, 2), bron="besluit", versie="2031-1"),
        Organisatie: Organisatie.objects.create(naam="Stichting Proef", soort="zorgaanbieder"),
        Gebruiker: frida,
        Briefhoofd: briefproef.briefhoofd(almelo),
        Briefsjabloon: Briefsjabloon.objects.create(code="BRF-99", versie=1, onderwerp="Over u", tekst="Beste lezer,"),
        Bouwsteen: Bouwsteen.objects.create(naam="Tolk", tekst="Wij regelen een tolk."),
        Criterium: Criterium.objects.create(
            regio=almelo,
            onderwerp="bw",
            code="proef",
            vraag="Is het een proef?",
            bron="proef",
            periode=DateRange(date(2026, 1, 1), None, "[)"),
        ),
        **_van_het_college(almelo, frida),
    }


def _van_het_college(regio, wie):
    """The bye-law and the mandate of a centre municipality."""
    college = Gemeente.objects.get_or_create(naam="Almelo", defaults={"cbs_code": "0141", "regio": regio})[0]
    periode = DateRange(date(2026, 1, 1), None, "[)")
    mandaat = {"gebruiker": wie, "college": college, "soort": "aanvraag", "periode": periode, "bron": "Mandaatbesluit"}
    verordening = Verordening.objects.create(college=college, naam="Verordening", versie="proef", periode=periode)
    return {Verordening: verordening, Mandaat: Mandaat.objects.create(**mandaat)}


def paden(model, rij):
    """(kind of page, path) of every page that the admin has for a model."""
    begin = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    yield "lijst", reverse(f"{begin}_changelist")
    yield "toevoegen", reverse(f"{begin}_add")
    for soort in ("change", "history", "delete"):
        yield soort, reverse(f"{begin}_{soort}", args=[rij.pk])


def kan(model, handeling):
    return handeling in BEHEERMODELLEN[model._meta.label_lower].split()


# What is there.


def test_exactly_the_listed_models_are_here():
    geregistreerd = {m._meta.label_lower for m in SITE._registry}
    inlines = {i.model._meta.label_lower for beheer in SITE._registry.values() for i in beheer.inlines}
    assert geregistreerd | inlines == set(BEHEERMODELLEN)
    assert inlines == {"kern.rolverlening"}


def test_no_page_of_django_itself_that_we_do_not_want():
    namen = {url.name for url in SITE.get_urls() if getattr(url, "name", None)}
    assert namen == {"index", "login", "autocomplete", "jsi18n", "app_list"}


def test_every_page_answers_the_administrator_and_nothing_can_be_deleted(beheer, voorbeelden):
    assert set(voorbeelden) == set(SITE._registry)
    for model, rij in voorbeelden.items():
        for soort, pad in paden(model, rij):
            mag = {"toevoegen": kan(model, "add"), "delete": False}.get(soort, True)
            assert beheer.get(pad).status_code == (200 if mag else 403), pad
    for pad in VASTE_PADEN:
        assert beheer.get(pad).status_code == 200, pad


@pytest.mark.parametrize("rol", sorted(set(Rol) - ZONDER_INLOG - {Rol.FUNCTIONEEL_BEHEERDER}))
@pytest.mark.langzaam("every page of the administration")
def test_every_other_role_is_refused_everywhere(rol, almelo, voorbeelden):
    ander = browser(maak("ander", rol, regio=almelo, gemeente=voorbeelden[Gemeente], organisatie=voorbeelden[Organisatie]))
    alle = [pad for model, rij in voorbeelden.items() for _, pad in paden(model, rij)]
    for pad in (*VASTE_PADEN, *alle, "/beheer/autocomplete/", "/beheer/login/", "/beheer/nergens/"):
        assert ander.get(pad).status_code == 403, pad
        assert ander.post(pad, {}).status_code == 403, pad


def test_without_login_everything_leads_to_the_one_login_page(client, voorbeelden):
    alle = [pad for model, rij in voorbeelden.items() for _, pad in paden(model, rij)]
    for pad in (*VASTE_PADEN, *alle):
        antwoord = client.get(pad, follow=True)
        assert antwoord.redirect_chain[-1][0].startswith(reverse("inloggen")), pad
        assert antwoord.status_code == 200
    assert client.get("/beheer/login/").url == "/inloggen/?next=/beheer/"


def test_there_is_no_bulk_delete(beheer, frida):
    tekst = beheer.get(reverse("admin:kern_gebruiker_changelist")).content.decode()
    assert "delete_selected" not in tekst
    assert "Uitnodiging sturen" in tekst


def test_a_list_costs_the_same_for_one_row_and_for_many(beheer, frida, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    pad = reverse("admin:kern_gebruiker_changelist")
    beheer.get(pad)
    with CaptureQueriesContext(connection) as eerst:
        beheer.get(pad)
    for nummer in range(12):
        maak(f"extra{nummer}", Rol.PRIVACY_OFFICER)
    with django_assert_num_queries(len(eerst)):
        beheer.get(pad)


def test_a_criterium_has_two_days_and_one_version_per_day(beheer, voorbeelden, almelo):
    velden = {
        "regio": almelo.pk, "onderwerp": "bw", "code": "proef", "vraag": "Nieuw?", "bron": "b", "volgorde": "10",
        "vanaf": "02-11-2026", "tot_en_met": "",
    }  # fmt: skip
    pad = reverse("admin:cimot_criterium_add")
    assert "heeft in deze periode al een versie" in beheer.post(pad, velden).content.decode()
    oud = voorbeelden[Criterium]
    oud.periode = DateRange(date(2026, 1, 1), date(2026, 11, 2), "[)")
    oud.save()
    assert beheer.post(pad, velden).status_code == 302
    assert Criterium.objects.get(vraag="Nieuw?").periode.bereik == DateRange(date(2026, 11, 2), None, "[)")


def test_a_gemeente_in_twente_needs_its_code(beheer, almelo):
    velden = {"naam": "Proefdam", "soort": "twente", "regio": almelo.pk, "cbs_code": "12"}
    antwoord = beheer.post(reverse("admin:kern_gemeente_add"), velden)
    assert "Een gemeente in Twente heeft een regio en een CBS-code" in antwoord.content.decode()
