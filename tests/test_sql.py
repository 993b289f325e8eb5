"""What the most used pages ask the database, as text: a query that changes is seen in review.

Renew after a change that was meant: bin/test tests/test_sql.py --snapshot-update
"""

import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.urls import reverse

from cimot.processen.aanmelding import Status
from kern.toegang.rollen import Rol

pytestmark = pytest.mark.wereld("rechten")


def _dossier(wereld):
    return wereld.dossiers["eigen"][Status.ONDERZOEK]


PAGINAS = {
    "werkvoorraad": lambda wereld: reverse("werkvoorraad"),
    "mijn_zaken": lambda wereld: reverse("mijn_zaken"),
    "aanmelding_lijst": lambda wereld: reverse("aanmelding_lijst"),
    "dossier": lambda wereld: _dossier(wereld).get_absolute_url(),
    "client": lambda wereld: _dossier(wereld).client.get_absolute_url(),
    "team": lambda wereld: reverse("team"),
}


def leesbaar(sql: str) -> str:
    """On lines, without what depends on how many rows there are or on the process."""
    sql = re.sub(r'"s\d+_x\d+"', '"savepoint"', " ".join(sql.split()))
    sql = re.sub(r"\(%s(?:, %s)+\)", "(%s, …)", sql)
    sql = re.sub(r"(\((?:[^()]*%s[^()]*)\))(?:, \1)+", r"\1, …", sql)
    return re.sub(r" (?=(?:FROM|WHERE|(?:LEFT OUTER|INNER) JOIN|GROUP BY|ORDER BY|LIMIT|RETURNING|UNION)\b)", "\n  ", sql)


@pytest.fixture
def gevraagd(bewaking):
    vragen = []

    def noteer(execute, sql, params, many, context):
        vragen.append(leesbaar(str(sql)))
        return execute(sql, params, many, context)

    bewaking.met_toeval = False
    with connection.execute_wrapper(noteer):
        yield vragen
    bewaking.met_toeval = True


@pytest.mark.parametrize("pagina", PAGINAS)
def test_the_queries_of_a_page_are_known(db, client, wereldkeuze, gevraagd, snapshot, pagina):
    wereld = wereldkeuze.lees("rechten")
    rol = Rol.TEAMLEIDER if pagina == "team" else Rol.CASEMANAGER
    client.force_login(wereld.gebruikers[rol], backend="kern.toegang.backends.RolBackend")
    url = PAGINAS[pagina](wereld)
    # The first visit notes more than the next, and what a process keeps may be there already.
    client.get(url)
    ContentType.objects.clear_cache()
    gevraagd.clear()
    assert client.get(url).status_code == 200
    assert "\n".join(gevraagd) == snapshot
