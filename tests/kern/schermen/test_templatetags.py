"""What a person reads: dates, terms and pills in words, the same on every machine."""

import re
from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import engines
from django.template.loader import render_to_string

from kern.templatetags import cimot

VANDAAG = date(2026, 11, 22)


def teken(bron, **context):
    return engines["django"].from_string(bron).render(context)


@pytest.mark.parametrize(
    ("filter_", "verwacht"),
    [
        (cimot.datum, "do 17 dec 2026"),
        (cimot.datum_dag, "do 17 dec"),
        (cimot.datum_kort, "17 dec"),
        (cimot.datum_lang, "donderdag 17 december 2026"),
    ],
)
def test_a_date_reads_in_dutch(filter_, verwacht):
    assert filter_(date(2026, 12, 17)) == verwacht


@pytest.mark.parametrize(
    "filter_",
    [
        *(cimot.datum, cimot.datum_dag, cimot.datum_kort, cimot.datum_lang),
        *(cimot.tijd, cimot.datumtijd, cimot.over_dagen),
    ],
)
def test_no_date_is_no_text(filter_):
    assert filter_(None) == ""


def test_march_is_mrt():
    assert cimot.datum_kort(date(2007, 3, 3)) == "3 mrt"


def test_a_moment_is_told_in_dutch_time():
    laat = datetime(2026, 12, 17, 23, 30, tzinfo=UTC)
    assert cimot.datumtijd(laat) == "vr 18 dec 2026, 00:30"
    assert cimot.datum(datetime(2026, 7, 1, 22, 0, tzinfo=UTC)) == "do 2 jul 2026"
    assert cimot.datumtijd(datetime(2026, 12, 17, 14, 1)) == "do 17 dec 2026, 14:01"


@pytest.mark.parametrize(
    ("dag", "tekst", "soort"),
    [
        (date(2026, 11, 19), "3 dagen te laat", "laat"),
        (date(2026, 11, 21), "1 dag te laat", "laat"),
        (date(2026, 11, 22), "vandaag", "gauw"),
        (date(2026, 11, 23), "morgen", "gauw"),
        (date(2026, 11, 24), "over 2 dagen", "gauw"),
        (date(2026, 11, 29), "over 7 dagen", "gauw"),
        (date(2026, 11, 30), "over 8 dagen", "goed"),
        (date(2028, 11, 21), "over 730 dagen", "goed"),
        (date(2041, 11, 22), "over 15 jaar", "goed"),
    ],
)
def test_the_pill_says_how_far_away_a_date_is(dag, tekst, soort):
    assert cimot.over_dagen(dag, VANDAAG) == tekst
    assert cimot.pil_van(dag, VANDAAG) == {"soort": soort, "tekst": tekst, "op": dag}


def test_a_term_warns_as_early_as_its_rule_says():
    assert cimot.pil_van(date(2026, 12, 10), VANDAAG, waarschuw=30)["soort"] == "gauw"


def test_a_suspended_term_stands_still_even_when_its_date_has_passed():
    html = teken("{% termijnpil dag vandaag=vandaag opgeschort=True %}", dag=date(2026, 1, 1), vandaag=VANDAAG)
    assert "staat stil" in html
    assert "pil-stil" in html


@pytest.mark.parametrize("soort", cimot.PIL_ICONEN)
def test_a_pill_never_speaks_by_colour_alone(soort):
    html = teken("{% pil soort 'woorden' %}", soort=soort)
    assert "<svg" in html
    assert "woorden" in html


def test_the_pill_holds_the_whole_date():
    html = teken("{% termijnpil dag vandaag=vandaag %}", dag=date(2026, 11, 23), vandaag=VANDAAG)
    assert '<time datetime="2026-11-23" title="maandag 23 november 2026">morgen</time>' in html


def test_pills_have_different_icons():
    assert len(set(cimot.PIL_ICONEN.values())) == len(cimot.PIL_ICONEN)


def test_an_icon_is_drawn_inline_and_skipped_by_screen_readers():
    html = teken('{% icoon "phone-incoming" %}')
    assert html.startswith("<svg")
    assert 'aria-hidden="true"' in html
    assert 'class="icoon"' in html
    assert 'width="18"' in html
    assert "style=" not in html


def test_an_unknown_icon_stops_the_page():
    with pytest.raises(Exception, match="bestaat-niet"):
        teken('{% icoon "bestaat-niet" %}')


@pytest.mark.parametrize(("aantal", "tekst"), [(0, "0 dagen"), (1, "1 dag"), (3, "3 dagen")])
def test_meervoud(aantal, tekst):
    assert teken('{% meervoud n "dag" "dagen" %}', n=aantal) == tekst


@pytest.mark.parametrize(
    ("delen", "tekst"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_opsomming(delen, tekst):
    assert cimot.opsomming(delen) == tekst


def test_what_cannot_be_done_yet_says_what_must_be_true_first():
    acties = [
        {"label": "Verslag maken", "url": "/v/", "mag": True, "hoofd": True},
        {
            "label": "Aanvraag vastleggen",
            "mag": False,
            "waarom": ["het verslag is definitief.", "de zes weken zijn voorbij"],
        },
        {"label": "Doorzenden", "mag": False, "waarom": ["er is een reden"]},
    ]
    html = render_to_string("onderdelen/nu_kaart.html", {"acties": acties})
    tekst = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
    assert "Aanvraag vastleggen kan nog niet. Dit moet eerst kloppen: het verslag is definitief de zes weken" in tekst
    assert "Doorzenden kan nog niet. Dit moet eerst kloppen: er is een reden." in tekst
    assert 'btn-primary" href="/v/"' in html


class Formulier(forms.Form):
    naam = forms.CharField(label="Naam")
    hoe = forms.ChoiceField(label="Hoe", choices=[("t", "Telefoon")], widget=forms.RadioSelect)


def test_the_list_of_mistakes_leads_to_its_fields():
    html = render_to_string("onderdelen/foutenlijst.html", {"form": Formulier({})})
    assert 'href="#id_naam"' in html
    assert 'href="#id_hoe_0"' in html


def test_a_mistake_is_tied_to_its_field():
    html = teken("{% load crispy_forms_tags %}{{ form|crispy }}", form=Formulier({}))
    assert re.search(r'<input type="text"[^>]*aria-invalid="true" aria-describedby="id_naam_error"', html)
    assert 'id="id_naam_error"' in html
    assert '<fieldset aria-describedby="id_hoe_error">' in html
    assert "Velden met * zijn verplicht." in html


@pytest.mark.parametrize("pagina", ["404.html", "500.html"])
def test_an_error_page_needs_neither_request_nor_database(pagina, settings):
    # The hashed names of production exist only after collectstatic.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    assert "7F3K" in render_to_string(pagina, {"referentie": "7F3K"})


def test_what_was_typed_is_never_markup():
    rij = {"pil": {"soort": "laat", "tekst": "<b>"}, "titel": "<b>", "waarom": "<b>", "url": "/"}
    html = render_to_string("onderdelen/rij.html", {"rij": rij})
    assert "<b>" not in html
