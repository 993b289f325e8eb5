"""Would the tests notice? Changes the rules in small ways, one at a time, and runs the tests that prove them.

    bin/mutanten [kern/tijd/kalender.py ...] [--steekproef N] [--zaad S]

A command of its own: the whole takes hours, a sample of ten per module some twenty minutes. Without files it writes
docs/mutanten.md.
"""

import argparse
import ast
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from tests.mutant import mutaties

ROOT = Path(__file__).resolve().parent.parent
# What a rule is proved by. Short, so that a mutant is judged in seconds.
# fmt: off
BEWIJS = {
    "kern/tijd/kalender.py": "tests/kern/tijd/test_kalender.py tests/kern/tijd/test_opschorten.py",
    "kern/tijd/duur.py": "tests/kern/tijd/test_kalender.py",
    "kern/tijd/feestdagen.py": "tests/kern/tijd/test_feestdagen.py tests/kern/tijd/test_kalender.py",
    "kern/tijd/periode.py": "tests/kern/tijd/test_periode.py tests/aanbieders/test_tarief.py",
    "kern/tijd/termijnen.py": "tests/kern/tijd tests/cimot/test_spoed.py tests/cimot/test_termijnen.py",
    "kern/proces/tabel.py": "tests/test_processen.py tests/kern/proces tests/kern/tijd/test_termijnen.py",
    "cimot/regels.py": "tests/cimot/test_regels.py tests/cimot/test_voorwaarden.py",
    "cimot/voorwaarden/besluit.py": "tests/cimot/test_voorwaarden.py tests/cimot/test_besluit.py",
    "cimot/voorwaarden/neven.py": "tests/cimot/test_landelijk.py tests/cimot/test_spoed.py",
    "cimot/voorwaarden/toegang.py": "tests/cimot/test_voorwaarden.py tests/cimot/test_melding_regels.py",
    "aanbieders/regels.py": "tests/aanbieders/test_regels.py",
    "aanbieders/voorwaarden.py": "tests/aanbieders",
    "cimot/processen/aanmelding.py": "tests/test_processen.py",
    "cimot/processen/spoed.py": "tests/test_processen.py tests/cimot/test_processen_neven.py tests/cimot/test_spoed.py",
    "cimot/processen/landelijk.py":
        "tests/test_processen.py tests/cimot/test_landelijk.py tests/cimot/test_processen_neven.py",
    "aanbieders/processen/toelating.py": "tests/test_processen.py tests/test_processen_toelating.py",
}
# fmt: on
GENOEG = 300  # seconds; a mutant that never ends is noticed too


def overleeft(bestand: str, nummer: int) -> bool:
    module = bestand.removesuffix(".py").replace("/", ".")
    proces = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.mutant",
        "-x",
        "-q",
        "-p",
        "no:randomly",
        *BEWIJS[bestand].split(),
    ]
    omgeving = os.environ | {"MUTANT": f"{module}:{nummer}"}
    try:
        return subprocess.run(proces, cwd=ROOT, env=omgeving, capture_output=True, timeout=GENOEG).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def meet(bestand: str, steekproef: int | None, zaad: int) -> tuple[int, int, list[str]]:
    """(made, killed, survivors)."""
    bron = (ROOT / bestand).read_text()
    alle = mutaties(ast.parse(bron))
    kans = random.Random(f"{zaad} {bestand}")
    gekozen = sorted(kans.sample(range(len(alle)), min(steekproef or len(alle), len(alle))))
    with ThreadPoolExecutor(max(os.cpu_count() // 2, 1)) as pool:
        levend = [n for n, leeft in zip(gekozen, pool.map(lambda n: overleeft(bestand, n), gekozen), strict=True) if leeft]
    regels = bron.splitlines()
    return len(gekozen), len(gekozen) - len(levend), [
        f"{bestand}:{alle[n][0]} {alle[n][1]}: `{regels[alle[n][0] - 1].strip()[:90]}`" for n in levend
    ]  # fmt: skip


def main():
    opties = argparse.ArgumentParser(prog="bin/mutanten", description=__doc__.splitlines()[0])
    opties.add_argument("bestanden", nargs="*", metavar="FILE", help="only these modules")
    opties.add_argument("--steekproef", type=int, metavar="N", help="at most N mutants per module")
    opties.add_argument("--zaad", type=int, default=date.today().toordinal(), help="which sample")
    gekozen = opties.parse_args()
    print(f"seed {gekozen.zaad}", flush=True)
    rijen, over = [], []
    for bestand in gekozen.bestanden or BEWIJS:
        gemaakt, gedood, levend = meet(bestand, gekozen.steekproef, gekozen.zaad)
        print(f"{bestand}: {gedood} of {gemaakt} killed", *levend, sep="\n  ", flush=True)
        rijen.append((bestand, gemaakt, gedood))
        over += levend
    if not gekozen.bestanden:
        schrijf(rijen, over, gekozen)


def schrijf(rijen, over, gekozen) -> None:
    gemaakt, gedood = sum(r[1] for r in rijen), sum(r[2] for r in rijen)
    wat = f"at most {gekozen.steekproef} mutants per module, seed {gekozen.zaad}" if gekozen.steekproef else "every mutant"
    kop = ["# Mutants", "", f"`bin/mutanten` on {date.today():%-d %B %Y}: {wat}.", ""]
    tabel = ["| module | mutants | killed |", "|---|---|---|", *(f"| `{b}` | {g} | {d} |" for b, g, d in rijen)]
    tabel.append(f"| together | {gemaakt} | {gedood} ({gedood * 100 // max(gemaakt, 1)} %) |")
    (ROOT / "docs" / "mutanten.md").write_text(
        "\n".join([*kop, *tabel, "", "## Survivors", "", *(f"- {r}" for r in over)]) + "\n"
    )


if __name__ == "__main__":
    main()
