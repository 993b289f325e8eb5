"""Dates as people in the Netherlands type them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from kern.schermen.forms.velden import DatumTijdVeld, DatumVeld

TWEE_NOVEMBER = date(2026, 11, 2)


@pytest.mark.parametrize(
    "getypt",
    [
        *["02-11-2026", "2-11-2026", "02/11/2026", "2.11.2026", "2 11 2026", "02112026", "2026-11-02"],
        *["2 nov 2026", "2 november 2026", "2 NOV. 2026", " 2  november  2026 ", "2-nov-2026", "2nov2026"],
        *["ma 2 nov 2026", "maandag 2 november 2026", "Ma 02-11-2026", "ma. 2 nov 2026"],
    ],
)
def test_a_date_is_read(getypt):
    assert DatumVeld().clean(getypt) == TWEE_NOVEMBER


@pytest.mark.parametrize(
    ("getypt", "maand"), [("1 mrt 2026", 3), ("1 maart 2026", 3), ("1 sept 2026", 9), ("1 mei 2026", 5)]
)
def test_months_have_more_than_one_short_name(getypt, maand):
    assert DatumVeld().clean(getypt) == date(2026, maand, 1)


@pytest.mark.parametrize(
    ("getypt", "reden"),
    [
        ("31-02-2026", "31-02-2026 bestaat niet. Controleer de dag en de maand."),
        ("31 feb 2026", "31-02-2026 bestaat niet. Controleer de dag en de maand."),
        ("29-2-2027", "29-02-2027 bestaat niet. Controleer de dag en de maand."),
        ("01-13-2026", "01-13-2026 bestaat niet. Controleer de dag en de maand."),
        ("0-1-2026", "00-01-2026 bestaat niet. Controleer de dag en de maand."),
        ("02-11-26", "Het jaar 26 klopt niet. Gebruik vier cijfers, bijvoorbeeld 2026."),
        ("02-11-0026", "Het jaar 26 klopt niet. Gebruik vier cijfers, bijvoorbeeld 2026."),
        ("0026-11-02", "Het jaar 26 klopt niet. Gebruik vier cijfers, bijvoorbeeld 2026."),
        ("02-11-20266", "Het jaar 20266 klopt niet. Gebruik vier cijfers, bijvoorbeeld 2026."),
        ("02-11-0000", "Het jaar 0 klopt niet. Gebruik vier cijfers, bijvoorbeeld 2026."),
        ("02-11-1026", "Het jaar 1026 klopt niet. Gebruik een jaar van 1900 tot en met 2200."),
        ("02-11-9999", "Het jaar 9999 klopt niet. Gebruik een jaar van 1900 tot en met 2200."),
        ("2 novembre 2026", "De maand novembre is niet bekend. Schrijf bijvoorbeeld 02-11-2026."),
        ("di 2 nov 2026", "02-11-2026 is een maandag. Controleer de datum."),
        ("gisteren", "Dit is geen datum. Schrijf bijvoorbeeld 02-11-2026."),
        ("\U0001f4c5", "Dit is geen datum. Schrijf bijvoorbeeld 02-11-2026."),
        ("2-11-2026\x00", "Dit is geen datum. Schrijf bijvoorbeeld 02-11-2026."),
        ("٢-11-2026", "Dit is geen datum. Schrijf bijvoorbeeld 02-11-2026."),
        ("9" * 100_000, "Dit is geen datum. Schrijf bijvoorbeeld 02-11-2026."),
        (" " * 100_000 + "x", "Dit is geen datum. Schrijf bijvoorbeeld 02-11-2026."),
        ("", "Vul een datum in."),
        ("  ", "Vul een datum in."),
    ],
)
def test_a_wrong_date_gets_a_sentence(getypt, reden):
    with pytest.raises(ValidationError) as fout:
        DatumVeld().clean(getypt)
    assert fout.value.messages == [reden]


def test_an_optional_date_may_be_empty():
    assert DatumVeld(required=False).clean("") is None
    assert DatumTijdVeld(required=False).clean(" ") is None


def test_a_day_after_today_is_refused_where_it_makes_no_sense():
    vandaag = timezone.localdate()
    veld = DatumVeld(mag_toekomst=False)
    assert veld.clean(f"{vandaag:%d-%m-%Y}") == vandaag
    with pytest.raises(ValidationError, match="Deze datum ligt in de toekomst."):
        veld.clean(f"{vandaag + timedelta(days=1):%d-%m-%Y}")
    assert DatumVeld().clean("02-11-2126")


@pytest.mark.parametrize("vroegst", [TWEE_NOVEMBER, lambda: TWEE_NOVEMBER])
def test_a_date_may_have_a_lower_limit(vroegst):
    for veld, tijd in ((DatumVeld(vroegst=vroegst), ""), (DatumTijdVeld(vroegst=vroegst), " 00:00")):
        assert veld.clean(f"02-11-2026{tijd}")
        with pytest.raises(ValidationError, match="mag niet voor ma 2 nov 2026 liggen"):
            veld.clean(f"01-11-2026{tijd}")


@pytest.mark.parametrize(
    "getypt",
    [
        *["02-11-2026 14:30", "2-11-2026 14.30", "2 nov 2026 14:30", "2 nov 2026 om 14:30 uur"],
        *[
            "2026-11-02T14:30",
            "2026-11-02 14:30:15",
            "ma 2 nov 2026, 14:30",
            "02112026 14:30",
            "2.11.2026 14.30",
        ],
    ],
)
def test_a_moment_is_read_in_local_time(getypt):
    assert DatumTijdVeld().clean(getypt) == datetime(2026, 11, 2, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("getypt", "reden"),
    [
        ("02-11-2026", "Vul ook de tijd in, bijvoorbeeld 02-11-2026 14:30."),
        ("02-11-2026 1430", "Dit is geen datum. Schrijf bijvoorbeeld 02-11-2026."),
        ("02-11-2026 25:00", "25:00 is geen tijd. Schrijf bijvoorbeeld 14:30."),
        ("02-11-2026 14:60", "14:60 is geen tijd. Schrijf bijvoorbeeld 14:30."),
        ("31-02-2026 14:30", "31-02-2026 bestaat niet. Controleer de dag en de maand."),
        ("28-03-2027 02:30", "02:30 bestaat niet op 28-03-2027: toen ging de zomertijd in."),
        ("morgen", "Dit is geen datum. Schrijf bijvoorbeeld 02-11-2026."),
        ("", "Vul een datum en een tijd in."),
    ],
)
def test_a_wrong_moment_gets_a_sentence(getypt, reden):
    with pytest.raises(ValidationError) as fout:
        DatumTijdVeld().clean(getypt)
    assert fout.value.messages == [reden]


def test_the_hour_that_comes_twice_is_the_first_one():
    moment = DatumTijdVeld().clean("25-10-2026 02:30")
    assert moment.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_moment_that_is_still_to_come_is_refused_where_it_makes_no_sense():
    veld = DatumTijdVeld(mag_toekomst=False)
    nu = timezone.localtime()
    assert veld.clean(f"{nu - timedelta(minutes=1):%d-%m-%Y %H:%M}")
    with pytest.raises(ValidationError, match="Dit moment ligt in de toekomst."):
        veld.clean(f"{nu + timedelta(hours=26):%d-%m-%Y %H:%M}")


class Formulier(forms.Form):
    dag = DatumVeld()
    moment = DatumTijdVeld()


def test_a_value_is_shown_as_it_is_typed():
    moment = datetime(2026, 11, 2, 13, 30, tzinfo=UTC)
    tekst = Formulier(initial={"dag": TWEE_NOVEMBER, "moment": moment}).as_p()
    assert 'value="02-11-2026"' in tekst
    assert 'value="02-11-2026 14:30"' in tekst
    assert tekst.count('type="text"') == tekst.count('autocomplete="off"') == 2
    assert 'inputmode="numeric"' in tekst


def test_what_was_typed_stays():
    assert 'value="31-2-2026"' in Formulier({"dag": "31-2-2026", "moment": "x"}).as_p()


def test_an_unchanged_value_is_no_change():
    moment = datetime(2026, 11, 2, 13, 30, tzinfo=UTC)
    gegevens = {"dag": "2 nov 2026", "moment": "02-11-2026 14:30"}
    assert not Formulier(gegevens, initial={"dag": TWEE_NOVEMBER, "moment": moment}).has_changed()
