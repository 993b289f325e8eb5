"""The command line calculator: good lines, bad lines, and everything that people paste into a file."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kern.management.commands import bereken_termijn


def draai(monkeypatch, invoer: bytes) -> tuple[list[str], bool]:
    """The lines that come out, and whether the command ended well."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(invoer), encoding="utf-8"))
    uit = io.StringIO()
    try:
        call_command("bereken_termijn", csv=True, stdout=uit)
    except CommandError as fout:
        assert fout.returncode == 1
        return uit.getvalue().splitlines(), False
    return uit.getvalue().splitlines(), True


GOED = "2026-11-20,6,weken,ja,0"


@pytest.mark.eis("T-ONDERZOEK", "SC-02")
@pytest.mark.parametrize(
    ("regel", "uitkomst"),
    [
        (GOED, "2027-01-01,2027-01-04"),
        ("2026-11-20,6,weken,nee,0", "2027-01-01,2027-01-01"),
        ("2026-12-11,2,weken,ja,12", "2027-01-06,2027-01-06"),
        ("2027-03-25,3,dagen,ja,0", "2027-03-28,2027-03-31"),
        ("2026-12-24,5,werkdagen,ja,0", "2027-01-04,2027-01-04"),
        ("2026-11-30,3,maanden,ja,0", "2027-02-28,2027-03-01"),
        ("2026-11-30,6,maanden,ja,0", "2027-05-30,2027-05-30"),
        ("2028-02-29,15,jaren,ja,0", "2043-02-28,2043-02-28"),
        (' 2026-11-20 ,"6",weken , ja,00', "2027-01-01,2027-01-04"),
    ],
)
def test_a_line_is_repeated_with_both_dates(monkeypatch, regel, uitkomst):
    assert draai(monkeypatch, f"{regel}\n".encode()) == ([f"{regel},{uitkomst}"], True)


def test_a_header_gets_the_two_new_names(monkeypatch):
    kop = "begin,aantal,eenheid,atw,opgeschorte_dagen"
    regels, goed = draai(monkeypatch, f"\ufeff{kop}\r\n{GOED}\r\n".encode())
    assert regels == [f"{kop},nominaal,vervalt", f"{GOED},2027-01-01,2027-01-04"]
    assert goed
    regels, goed = draai(monkeypatch, f"{GOED}\n{kop}\n".encode())
    assert regels[1].startswith(f"{kop},fout,") and not goed


@pytest.mark.parametrize(
    ("regel", "reden"),
    [
        ("2026-02-31,6,weken,ja,0", "2026-02-31 bestaat niet"),
        ("20-11-2026,6,weken,ja,0", "jjjj-mm-dd"),
        ("20261120,6,weken,ja,0", "jjjj-mm-dd"),
        ("2026-W47-5,6,weken,ja,0", "jjjj-mm-dd"),
        ("٢٠٢٦-11-20,6,weken,ja,0", "jjjj-mm-dd"),
        (",6,weken,ja,0", "jjjj-mm-dd"),
        ("0026-11-20,6,weken,ja,0", "tussen 1900 en 2200"),
        ("9999-12-31,6,weken,ja,0", "tussen 1900 en 2200"),
        ("2026-11-20,-6,weken,ja,0", "aantal moet een heel getal"),
        ("2026-11-20,0,weken,ja,0", "aantal moet een heel getal"),
        ("2026-11-20,,weken,ja,0", "aantal moet een heel getal"),
        ("2026-11-20,6.0,weken,ja,0", "aantal moet een heel getal"),
        ("2026-11-20,1_0,weken,ja,0", "aantal moet een heel getal"),
        ("2026-11-20,²,weken,ja,0", "aantal moet een heel getal"),
        ("2026-11-20," + "9" * 30 + ",weken,ja,0", "te groot"),
        ("2026-11-20," + "9" * 6000 + ",weken,ja,0", "te groot"),
        ("2026-11-20,999999,werkdagen,ja,0", "tussen 1900 en 2200"),
        ("2026-11-20,1,maand,ja,0", "Schrijf maanden"),
        ("2026-11-20,6,Weken,ja,0", "Schrijf weken"),
        ("2026-11-20,6,uren,ja,0", "Kies dagen, werkdagen"),
        ("2026-11-20,6,weken,Ja,0", "atw moet ja of nee"),
        ("2026-11-20,6,weken,,0", "atw moet ja of nee"),
        ("2026-11-20,6,weken,ja,-1", "opgeschorte_dagen moet een heel getal"),
        ("2026-11-20,6,weken,ja,", "opgeschorte_dagen moet een heel getal"),
        ("2026-11-20,6,weken,ja,999999999", "tussen 1900 en 2200"),
        ("2026-11-20,6,weken,ja", "Dit zijn er 4"),
        ("2026-11-20,6,weken,ja,0,", "Dit zijn er 6"),
        ("2026-11-20;6;weken;ja;0", "Dit zijn er 1"),
        ("onzin \U0001f4c5", "Dit zijn er 1"),
        ("\x00", "Dit zijn er 1"),
    ],
)
def test_a_malformed_line_is_repeated_with_the_reason_and_the_others_are_answered(monkeypatch, regel, reden):
    regels, goed = draai(monkeypatch, f"{GOED}\n{regel}\n{GOED}\n".encode())
    assert not goed
    assert regels[0] == regels[2] == f"{GOED},2027-01-01,2027-01-04"
    assert regels[1].startswith(f"{regel},fout,")
    assert reden in regels[1]
    assert len(regels) == 3


@pytest.mark.parametrize("regel", ['"2026-11-20,6,weken,ja,0', '2026-11-20,6,weken,"ja,0', '"a"b,6,weken,ja,0'])
def test_an_open_quote_spoils_only_its_own_line(monkeypatch, regel):
    regels, goed = draai(monkeypatch, f"{regel}\n{GOED}\n".encode())
    assert not goed
    velden = next(bereken_termijn.csv.reader([regels[0]]))
    assert velden[:-2] == regel.split(",")
    assert velden[-2:] == ["fout", "De aanhalingstekens of regeleinden in de regel kloppen niet."]
    assert regels[1] == f"{GOED},2027-01-01,2027-01-04"


def test_foreign_bytes_are_a_wrong_line_and_no_crash(monkeypatch):
    regels, goed = draai(monkeypatch, b"2026-11-20,6,w\xe9ken,ja,0\n\xff\xfe\n" + GOED.encode())
    assert not goed
    assert regels[0].startswith("2026-11-20,6,wéken,ja,0,fout,")
    assert regels[2] == f"{GOED},2027-01-01,2027-01-04"


def test_a_blank_line_is_wrong_in_the_middle_and_nothing_at_the_end(monkeypatch):
    regels, goed = draai(monkeypatch, f"{GOED}\n\n{GOED}\n\n \n".encode())
    assert [regel.partition(",fout,")[2] for regel in regels] == ["", "De regel is leeg.", ""]
    assert not goed
    assert draai(monkeypatch, f"{GOED}\n\n\n".encode())[1]
    assert draai(monkeypatch, b"") == ([], True)


def test_a_line_without_end_does_not_fill_the_memory(monkeypatch):
    lang = b"\xc3\xab" * bereken_termijn.LANGSTE_REGEL
    regels, goed = draai(monkeypatch, lang + b"\n" + GOED.encode() + b"\n")
    assert not goed
    assert regels[0].endswith(",fout,De regel is te lang.")
    assert regels[1:] == [f"{GOED},2027-01-01,2027-01-04"]


def test_a_column_of_line_ends_stays_one_line(monkeypatch):
    regels, goed = draai(monkeypatch, b"2026-11-20\r2026-11-21\n")
    assert not goed
    assert "regeleinden" in regels[-1]


def test_the_answers_are_a_stream(monkeypatch):
    """The first answer is there before the second question is asked."""
    uit = io.StringIO()

    class Vragen(io.RawIOBase):
        vragen = iter([f"{GOED}\n".encode(), f"{GOED}\n".encode(), b""])
        beantwoord: list[int] = []

        def readline(self, _grens=-1):
            self.beantwoord.append(uit.getvalue().count("\n"))
            return next(self.vragen)

    bereken_termijn.Command(stdout=uit).stroom(Vragen())
    assert Vragen.beantwoord == [0, 1, 2]


@pytest.mark.eis("T-ONDERZOEK", "SC-02")
def test_one_term_is_explained():
    uit = io.StringIO()
    call_command("bereken_termijn", "2026-11-20", "6", "weken", stdout=uit)
    tekst = uit.getvalue()
    assert "Laatste dag: maandag 4 januari 2027" in tekst
    assert "3. vr 1 jan 2027 is Nieuwjaarsdag" in tekst
    assert "versie 2026-1" in tekst


def test_one_term_takes_options_and_a_singular():
    uit = io.StringIO()
    call_command("bereken_termijn", "2026-12-31", "1", "maand", "--zonder-atw", "--opgeschort", "1", stdout=uit)
    assert "Laatste dag: maandag 1 februari 2027" in uit.getvalue()


@pytest.mark.parametrize(
    ("argumenten", "reden"),
    [
        ([], "Geef begin, aantal en eenheid"),
        (["2026-11-20", "6"], "Geef begin, aantal en eenheid"),
        (["2026-02-31", "6", "weken"], "bestaat niet"),
        (["2026-11-20", "6", "weken", "--csv"], "standaardinvoer"),
    ],
)
def test_a_wrong_question_is_a_sentence(argumenten, reden):
    with pytest.raises(CommandError, match=reden):
        call_command("bereken_termijn", *argumenten)


def test_the_command_needs_no_database_and_no_terminal():
    omgeving = {
        **os.environ,
        "DATABASE_URL": "postgres://niemand@127.0.0.1:1/niets",
        "PYTHONIOENCODING": "ascii",
    }
    uitkomst = subprocess.run(
        [sys.executable, "manage.py", "bereken_termijn", "--csv"],
        cwd=Path(__file__).parents[3],
        env=omgeving,
        input=f"{GOED}\n2026-11-20,6,wéken,ja,0\n".encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    regels = uitkomst.stdout.decode().splitlines()
    assert regels[0] == f"{GOED},2027-01-01,2027-01-04"
    assert regels[1].startswith("2026-11-20,6,wéken,ja,0,fout,")
    assert uitkomst.returncode == 1
    assert b"Traceback" not in uitkomst.stderr
