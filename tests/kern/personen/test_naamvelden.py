"""A typed name, taken apart; nothing of it may get lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kern.personen.naamvelden import Naam, ontleed


@pytest.mark.parametrize(
    ("getypt", "roepnaam", "tussenvoegsel", "achternaam"),
    [
        ("Berg", "", "", "Berg"),
        ("Sanne Berg", "Sanne", "", "Berg"),
        ("Sanne van den Berg", "Sanne", "van den", "Berg"),
        ("Berg, Sanne van den", "Sanne", "van den", "Berg"),
        ("Berg, S. v.d.", "S.", "v.d.", "Berg"),
        ("v.d. Berg, Sanne", "Sanne", "v.d.", "Berg"),
        ("Sanne v.d. Berg", "Sanne", "v.d.", "Berg"),
        ("Sanne v.d.Berg", "Sanne", "v.d.", "Berg"),
        ("van der Berg", "", "van der", "Berg"),
        ("Wit, Petra de", "Petra", "de", "Wit"),
        ("Petra de Wit", "Petra", "de", "Wit"),
        ("Jan 't Hooft", "Jan", "'t", "Hooft"),
        ("’t Hooft, Jan", "Jan", "’t", "Hooft"),
        ("Mohammed El Amrani", "Mohammed", "El", "Amrani"),
        ("Hoxha-de Boer, Sanne", "Sanne", "", "Hoxha-de Boer"),
        ("Jan Willem Jansen", "Jan Willem", "", "Jansen"),
        ("Jansen, Jan Willem", "Jan Willem", "", "Jansen"),
        ("  Jansen ,  Jan  ", "Jan", "", "Jansen"),
        ("Jansen,", "", "", "Jansen"),
        (", Jan", "", "", "Jan"),
        ("Dennis Vos", "Dennis", "", "Vos"),
        ("Denise Deen", "Denise", "", "Deen"),
        ("Van", "", "", "Van"),
        ("Ann van", "Ann", "", "van"),
        ("Şahin, Ümit", "Ümit", "", "Şahin"),
        ("李 小龍", "李", "", "小龍"),
        ("O'Brien", "", "", "O'Brien"),
    ],
)
def test_a_name_is_taken_apart(getypt, roepnaam, tussenvoegsel, achternaam):
    assert ontleed(getypt) == Naam(roepnaam, tussenvoegsel, achternaam)


@given(st.text(max_size=80))
def test_whatever_is_typed_nothing_is_lost_and_nothing_breaks(tekst):
    naam = ontleed(tekst)

    def letters(stuk):
        return sorted(re.sub(r"[\s,]", "", stuk))

    assert letters(naam.roepnaam + naam.tussenvoegsel + naam.achternaam) == letters(tekst)
    assert naam.achternaam or not letters(tekst)


@given(st.lists(st.sampled_from(["van", "de", "v.d.", "Berg", "Jan", ",", "'t", "Op"]), min_size=1, max_size=6))
def test_there_is_always_a_surname_in_a_name_of_known_parts(delen):
    tekst = " ".join(delen)
    if tekst.strip(" ,"):
        assert ontleed(tekst).achternaam


def test_a_long_row_of_particles_is_read_at_once():
    """The patterns may not take exponential time on what looks almost like a match."""
    assert ontleed("van de " * 400 + ",").achternaam
