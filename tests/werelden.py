"""The worlds that tests share (see tests/wereld.py): what is in them, and what they are made from."""

import hashlib
import inspect
import pickle
import shutil
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings

from tests import klok
from tests.zegels import map_van

ROOT = Path(__file__).resolve().parent.parent
APPS = ("kern", "cimot", "indicaties", "aanbieders", "opvang", "uitstroom", "toezicht", "sturing")
# What decides on tables, triggers, reference data and cast; a world of dossiers depends on all the code.
STRUCTUUR = ("**/migrations/*.py", "**/models/*.py", "**/gegevens/*", "**/brieven/*.txt", "**/brieven/*.py", "**/rollen.py")
VAN_TESTS = ("tests/factories.py", "requirements/test.txt", "config/settings.py", "config/lokaal/environment.py")
VELDEN = ("kern/schema.py", "kern/tijd/velden.py", "kern/tijd/periode.py", "sturing/referentie.py")
DIEP = ("**/*.py", "**/*.txt", "**/*.csv", "**/*.typ")


@dataclass(frozen=True)
class Wereld:
    naam: str
    maak: Callable
    op: str | None
    is_diep: bool = False
    is_van_vandaag: bool = False


WERELDEN: dict[str, Wereld] = {}


def wereld(naam, *, op, **eigenschappen):
    def inschrijven(maak):
        WERELDEN[naam] = Wereld(naam, maak, op, **eigenschappen)
        return maak

    return inschrijven


@wereld("leeg", op=None)
def leeg():
    """Every table and trigger, and no row."""
    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)


@wereld("referentie", op="leeg")
def referentie():
    from sturing.referentie import laad

    laad()


@wereld("cast", op="referentie")
def cast():
    from tests import factories

    return factories.Cast()


@wereld("demo", op="leeg", is_diep=True)
def demo():
    """The demo of one day, lived through; the tests about it only read, or take back what they write."""
    from sturing.demo import dossiers
    from sturing.referentie import laad
    from tests.demodag import PEILDATUM, stil

    laad()
    with klok.op(PEILDATUM.isoformat()):
        dossiers.maak(peildatum=PEILDATUM, seed=1, meld=stil)


@wereld("rechten", op="cast", is_diep=True, is_van_vandaag=True)
def rechten():
    """A dossier in every status, for every relation to who looks."""
    from tests.factories import Cast
    from tests.rechtenwereld import Wereld

    return Wereld(Cast())


def _kanarie(relatie, status):
    def maak():
        from kern.toegang.rollen import Rol
        from tests.factories import Cast
        from tests.kanariewereld import met_kanaries

        cast = Cast()
        gebruikers = cast.per_rol()
        casemanager = gebruikers[Rol.CASEMANAGER] if relatie == "eigen" else cast.anke
        return gebruikers, met_kanaries(cast, casemanager, status)

    return maak


for _relatie in ("eigen", "collega"):
    for _status in ("onderzoek", "besluit_concept"):
        _naam = f"kanarie_{_relatie}_{_status}"
        wereld(_naam, op="cast", is_diep=True, is_van_vandaag=True)(_kanarie(_relatie, _status))


@wereld("kanarie_aanbieder", op="kanarie_collega_onderzoek", is_diep=True, is_van_vandaag=True)
def kanarie_aanbieder():
    from tests.kanariewereld import bij_een_aanbieder

    return bij_een_aanbieder()


def vul(deze: Wereld, bouw: str) -> None:
    """Make a world in the database `bouw`; its documents and what its maker gives back go into its folder."""
    map_ = map_van(bouw)
    shutil.rmtree(map_, ignore_errors=True)
    (map_ / "documenten").mkdir(parents=True)
    connection.close()
    connection.settings_dict["NAME"] = bouw
    # A migration may need to be outside a transaction.
    in_een_keer = transaction.atomic() if deze.op else nullcontext()
    with override_settings(DOCUMENTEN_MAP=map_ / "documenten"), in_een_keer:
        inhoud = deze.maak()
        # Nothing outside the database may hear of it: there is no worker.
        connection.run_on_commit.clear()
    connection.close()
    (map_ / "inhoud").write_bytes(pickle.dumps(inhoud))


@cache
def _hash(is_diep: bool) -> str:
    paden = {p for app in APPS for patroon in (DIEP if is_diep else ()) for p in (ROOT / app).glob(patroon)}
    paden |= {p for app in APPS for patroon in STRUCTUUR for p in (ROOT / app).glob(patroon)}
    paden |= {ROOT / naam for naam in (*VAN_TESTS, *VELDEN)}
    paden |= set((ROOT / "tests").glob("*.py")) if is_diep else set()
    som = hashlib.sha256()
    for pad in sorted(p for p in paden if p.is_file()):
        som.update(f"{pad.relative_to(ROOT)}\0".encode() + pad.read_bytes())
    return som.hexdigest()


def vingerafdruk(deze: Wereld, moment) -> str:
    dag = moment.isoformat() if deze.is_van_vandaag else ""
    return hashlib.sha256(f"{_hash(deze.is_diep)} {dag} {inspect.getsource(deze.maak)}".encode()).hexdigest()[:16]
