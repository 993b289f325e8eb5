"""Python and PostgreSQL must reduce a name to the same words, or what is typed does not find what is stored."""

import csv
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from kern.personen import geboortedatum, namen
from kern.personen.namen import Graad

PAREN = list(csv.DictReader((Path(__file__).parent / "lijkt_op.csv").read_text(encoding="utf-8").splitlines()))
TEKSTEN = [
    *(f"{paar['tussenvoegsel1']} {paar['achternaam1']}" for paar in PAREN),
    *(paar["getypte_naam2"] for paar in PAREN),
    "",
    "van de",
    "'s-Gravesande",
    "IJsbrand VAN DER WIJK",
    "ĳ Ÿ İstanbul ığüşöç ŁĄĘŻ Æøß",
    "Абрамов Ёлка",
    "محمد",
]


def sql(functie: str, teksten: list[str]) -> list:
    with connection.cursor() as cursor:
        return [_sql(cursor, functie, tekst) for tekst in teksten]


def _sql(cursor, functie: str, tekst: str):
    cursor.callproc(functie, [tekst])
    return cursor.fetchone()[0]


@pytest.mark.django_db
def test_python_and_postgresql_agree_on_letters():
    # ASCII, the languages of Europe, Romanian, and those with more than one mark on a letter (Vietnamese).
    reeksen = (range(0x20, 0x7F), range(0xC0, 0x180), range(0x218, 0x21C), range(0x1E00, 0x1E9A), range(0x1EA0, 0x1EFA))
    letters = [chr(nummer) for reeks in reeksen for nummer in reeks]
    verschillen = [
        (letter, in_sql)
        for letter, in_sql in zip(letters, sql("kern_woorden", letters), strict=True)
        if " ".join(namen.woorden(letter)) != in_sql
    ]
    assert verschillen == []


@pytest.mark.django_db
def test_python_and_postgresql_agree_on_names():
    assert sql("kern_naamkern", TEKSTEN) == [" ".join(namen.naamkern(tekst)) for tekst in TEKSTEN]
    woorden = [woord for tekst in TEKSTEN for woord in namen.woorden(tekst)] + ["a" * 120]
    assert [set(vormen) for vormen in sql("kern_vormen", woorden)] == [namen.vormen(woord) for woord in woorden]


@given(st.text("abcd", min_size=1, max_size=7), st.integers(0, 6), st.sampled_from("abcdx"), st.integers(0, 3))
def test_a_typing_error_is_recognised_and_shares_a_form(woord, plek, letter, soort):
    plek = min(plek, len(woord) - 1)
    fout = [
        woord[:plek] + letter + woord[plek:],
        woord[:plek] + woord[plek + 1 :],
        woord[:plek] + letter + woord[plek + 1 :],
        woord[:plek] + woord[plek : plek + 2][::-1] + woord[plek + 2 :],
    ][soort]
    lang = max(len(woord), len(fout)) >= namen.KORTSTE_MET_FOUT
    assert namen.is_een_fout(woord, fout) == namen.is_een_fout(fout, woord) == (lang and woord != fout)
    if len(woord) >= namen.KORTSTE_MET_FOUT and len(fout) >= namen.KORTSTE_MET_FOUT:
        assert namen.vormen(woord) & namen.vormen(fout)


@pytest.mark.parametrize(("een", "ander"), [("bakker", "dekker"), ("jansen", "hansens"), ("abcd", "bcda"), ("bos", "vos")])
def test_two_errors_or_a_short_name_is_another_name(een, ander):
    assert not namen.is_een_fout(een, ander)


@given(st.text(max_size=60))
def test_anything_typed_can_be_read(tekst):
    for _voor, achter in namen.lees(tekst):
        assert achter.kern and achter.vol
    geboortedatum.lees(tekst)


@pytest.mark.parametrize(
    ("getypt", "verwacht"),
    [
        ("12-03-1990", ("1990-03-12",)),
        ("12031990", ("1990-03-12",)),
        ("1990-3-12", ("1990-03-12",)),
        ("12 mrt 1990", ("1990-03-12",)),
        ("12-3-90", ("1990-03-12", "2090-03-12")),
        ("29-02-00", ("2000-02-29",)),
        ("1990", ("1990-00-00",)),
        ("1990-00-00", ("1990-00-00",)),
        ("00-00-1990", ("1990-00-00",)),
        ("1990-03-00", ("1990-03-00",)),
        ("00-03-1990", ("1990-03-00",)),
        ("3-1990", ("1990-03-00",)),
        ("maart 1990", ("1990-03-00",)),
        ("berg 1990", ()),
        ("31-02-1990", ()),
        ("13-1990", ()),
        ("12-03", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_birth_dates_as_people_type_them(getypt, verwacht):
    assert geboortedatum.lees(getypt) == verwacht


@pytest.mark.parametrize(
    ("bekend", "getypt", "graad"),
    [
        ("1990-03-12", "1990-03-12", Graad.GELIJK),
        ("1990-03-12", "1990-12-03", Graad.BIJNA),
        ("1990-03-12", "1990-03-13", Graad.BIJNA),
        ("1990-03-12", "1990-04-13", Graad.ANDERS),
        ("1990-03-12", "1990-00-00", Graad.DEELS),
        ("1990-03-00", "1990-03-00", Graad.DEELS),
        ("1990-03-00", "1990-04-01", Graad.ANDERS),
        ("", "1990-03-12", Graad.LEEG),
    ],
)
def test_comparing_birth_dates(bekend, getypt, graad):
    assert geboortedatum.vergelijk(bekend, getypt) is graad
