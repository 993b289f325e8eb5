"""The generated documentation of the letters: every letter with the steps that send it."""

import pytest

from kern.brieven.soorten import SOORTEN
from kern.proces.tabel import PROCESSEN
from sturing import documentatie


def rijen():
    deel = documentatie.processen().split("## Which letter leaves when\n")[1].split("\n## ")[0]
    regels = [regel.strip("| ").split(" | ") for regel in deel.strip().split("\n")[2:]]
    return {regel[0]: regel[1:] for regel in regels}


def test_every_letter_and_every_code_of_a_step_is_there():
    gestuurd = {code for proces in PROCESSEN.values() for o in proces.overgangen for code in o.verstuurt}
    assert set(rijen()) == gestuurd | set(SOORTEN)


@pytest.mark.parametrize(
    ("code", "stap", "besluit"),
    [
        ("BRF-01", "aanmelding `bevestigen`", "no"),
        ("BRF-12", "aanmelding `besluit_versturen`", "yes"),
        ("BRF-52", "toelating `toelaten`, toelating `afwijzen`", "depends on the dossier"),
    ],
)
def test_who_sends_it_and_whether_it_is_a_besluit(code, stap, besluit):
    _, stappen, aan, is_besluit = rijen()[code]
    assert (stappen, is_besluit) == (stap, besluit)
    assert aan


def test_the_same_every_time():
    assert documentatie.processen() == documentatie.processen()


def test_a_transition_names_all_its_letters():
    assert "| BRF-12, BRF-13, BRF-14 |" in documentatie.processen()
