"""The calculator on screen: the answer is a link, and no input breaks the page."""

import html
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory
from django.utils import timezone

from kern.models import GelijkgesteldeDag
from kern.tijd import kalender
from kern.tijd.forms.termijnen import Berekenen
from kern.tijd.views import termijnen

GOED = {"begin": "20-11-2026", "aantal": "6", "eenheid": "weken", "atw": "ja", "opgeschorte_dagen": "0"}


pytestmark = pytest.mark.usefixtures("referentie")


class Collega(AnonymousUser):
    """Somebody with every right and nothing else."""

    def has_perms(self, perm_list, obj=None):
        return True


def pagina(gegevens: dict, gebruiker=None) -> str:
    request = RequestFactory().get("/termijnen/berekenen/", gegevens)
    request.user = gebruiker or Collega()
    antwoord = termijnen.berekenen(request)
    assert antwoord.status_code == 200
    return html.unescape(antwoord.content.decode())


def test_the_page_starts_empty_and_without_reproach():
    tekst = pagina({})
    assert 'name="begin"' in tekst
    assert "Vul een datum in" not in tekst
    assert "De laatste dag is" not in tekst
    assert "Vul een datum in" not in pagina({"utm": "x"})


@pytest.mark.eis("T-ONDERZOEK", "SC-02")
def test_a_link_shows_the_date_and_why():
    tekst = pagina(GOED)
    assert "De laatste dag is maandag 4 januari 2027" in tekst
    assert "Zonder de verlenging was het vrijdag 1 januari 2027." in tekst
    assert "vr 1 jan 2027 is Nieuwjaarsdag: de termijn loopt door (Algemene termijnenwet, artikel 1)." in tekst
    assert "versie 2026-1" in tekst
    assert 'value="20-11-2026"' in tekst


def test_a_day_that_the_administrator_added_counts_here_too():
    GelijkgesteldeDag.objects.create(datum=date(2027, 1, 4), naam="vrije maandag", bron="KB", versie="2027-1")
    tekst = pagina(GOED)
    assert "De laatste dag is dinsdag 5 januari 2027" in tekst
    assert "vrije maandag" in tekst and "versie 2027-1" in tekst


def test_the_distance_is_in_words():
    over_vijf = timezone.localdate() + timedelta(days=5)
    begin = kalender.datum_nl(over_vijf - timedelta(weeks=1))
    tekst = pagina({**GOED, "begin": begin, "aantal": "1", "atw": "nee"})
    assert "Dat is over 5 dagen." in tekst
    assert "Zonder de verlenging" not in tekst
    assert "Algemene termijnenwet niet toegepast" in tekst


@pytest.mark.parametrize("begin", ["20-11-2026", "20/11/2026", "2026-11-20", "20 nov 2026", "vr 20 nov 2026"])
def test_the_date_may_be_typed_in_many_ways(begin):
    form = Berekenen({**GOED, "begin": begin})
    assert form.is_valid()
    assert form.berekening.vervalt == date(2027, 1, 4)


@pytest.mark.eis("L-59", "SC-03")
def test_suspended_days_are_added():
    form = Berekenen({**GOED, "begin": "11-12-2026", "aantal": "2", "opgeschorte_dagen": "12"})
    assert form.is_valid()
    assert form.berekening.vervalt == date(2027, 1, 6)
    zonder = Berekenen({**GOED, "opgeschorte_dagen": ""})
    assert zonder.is_valid() and zonder.berekening.opgeschorte_dagen == 0


@pytest.mark.parametrize(
    ("veld", "getypt", "reden"),
    [
        ("begin", "31-02-2026", "31-02-2026 bestaat niet. Controleer de dag en de maand."),
        ("begin", "02-11-0026", "Het jaar 26 klopt niet. Gebruik vier cijfers, bijvoorbeeld 2026."),
        ("begin", "", "Vul een datum in."),
        ("begin", "\U0001f4c5<b>", "Dit is geen datum."),
        ("begin", "20-11-2026\x00", "Dit is geen datum."),
        ("aantal", "", "Vul de lengte van de termijn in."),
        ("aantal", "zes", "Vul een heel getal in, bijvoorbeeld 6."),
        ("aantal", "0", "Vul een getal in van 1 of meer."),
        ("aantal", "-3", "Vul een getal in van 1 of meer."),
        ("aantal", str(10**30), "Dit getal is te groot."),
        ("aantal", "9" * 6000, "Vul een heel getal in, bijvoorbeeld 6."),
        ("aantal", "99999", "Deze termijn is te lang. De datum moet liggen tussen 1900 en 2200."),
        ("eenheid", "eeuwen", "Kies dagen, werkdagen, weken, maanden of jaren."),
        ("atw", "misschien", "Kies ja of nee."),
        ("atw", "", "Kies ja of nee."),
        ("opgeschorte_dagen", "-1", "Vul een getal in van 0 of meer."),
        ("opgeschorte_dagen", str(10**30), "Dit getal is te groot."),
        ("opgeschorte_dagen", "99999", "Deze termijn is te lang."),
    ],
)
def test_a_mistake_is_a_sentence_at_its_field_and_what_was_typed_stays(veld, getypt, reden):
    form = Berekenen({**GOED, veld: getypt})
    assert not form.is_valid()
    bij_veld = "aantal" if "te lang" in reden else veld
    assert list(form.errors) == [bij_veld]
    assert form.errors[bij_veld][0].startswith(reden)
    tekst = pagina({**GOED, veld: getypt})
    assert reden in tekst
    assert "De laatste dag is" not in tekst
    if veld not in ("eenheid", "atw"):
        assert f'value="{getypt}"' in tekst or not getypt


def test_a_link_that_was_cut_off_says_what_is_missing():
    tekst = pagina({"begin": "20-11-2026"})
    assert "Vul de lengte van de termijn in." in tekst
    assert 'value="20-11-2026"' in tekst


def test_somebody_without_the_right_is_refused():
    with pytest.raises(PermissionDenied):
        pagina(GOED, AnonymousUser())


def test_the_page_only_answers_questions():
    request = RequestFactory().post("/termijnen/berekenen/", GOED)
    request.user = Collega()
    assert termijnen.berekenen(request).status_code == 405
