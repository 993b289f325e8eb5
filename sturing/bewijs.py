"""Which tests prove which rule, read from the marks `@pytest.mark.eis(...)` without running or importing a test.

Collecting the suite with pytest says the same and takes a minute; tests/sturing/test_bewijs.py proves that it does.
Reading can only see what is written out: a mark that is computed, or hidden where it is not looked for, is refused.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path


class Onleesbaar(Exception):
    """A mark that cannot be read without running the file."""


def bewijzen(map_: Path) -> dict[str, list[str]]:
    """Per rule its tests, as pytest names them."""
    gevonden = defaultdict(set)
    for pad in sorted((map_ / "tests").rglob("test_*.py")):
        naam = pad.relative_to(map_).as_posix()
        for test, eisen in van_bestand(pad.read_text(encoding="utf-8"), naam).items():
            for eis in eisen:
                gevonden[eis].add(f"{naam}::{test}")
    return {eis: sorted(tests) for eis, tests in sorted(gevonden.items())}


def van_bestand(tekst: str, naam: str) -> dict[str, set[str]]:
    """Per test function its rules: its own, those of a case in its `parametrize`, of its class and of its file."""
    if ".eis(" not in tekst:
        return {}
    boom = ast.parse(tekst)
    gelezen: set[ast.Call] = set()
    gevonden = defaultdict(set)
    for test, plekken in _tests(boom, _pytestmark(boom)):
        for merk in (merk for plek in plekken for merk in _merken(plek)):
            gelezen.add(merk)
            gevonden[test] |= {_id(argument, naam) for argument in merk.args}
    for merk in _merken(boom):
        if merk not in gelezen:
            raise Onleesbaar(f"{naam}:{merk.lineno}: an eis mark stands on a test, its class, or in pytestmark")
    return dict(gevonden)


def _tests(blok: ast.Module | ast.ClassDef, boven: list[ast.expr]) -> Iterator[tuple[str, list[ast.expr]]]:
    """Every test with the expressions that may mark it."""
    for knoop in blok.body:
        if isinstance(knoop, ast.ClassDef) and (knoop.name.startswith("Test") or _is_unittest(knoop)):
            yield from _tests(knoop, [*boven, *knoop.decorator_list, *_pytestmark(knoop)])
        elif isinstance(knoop, ast.FunctionDef) and knoop.name.startswith("test"):
            yield knoop.name, [*boven, *knoop.decorator_list]


def _is_unittest(klasse: ast.ClassDef) -> bool:
    return any(ast.unparse(basis).endswith("TestCase") for basis in klasse.bases)


def _pytestmark(blok: ast.Module | ast.ClassDef) -> list[ast.expr]:
    toewijzingen = [knoop for knoop in blok.body if isinstance(knoop, ast.Assign)]
    return [knoop.value for knoop in toewijzingen if ast.unparse(knoop.targets[0]) == "pytestmark"]


def _merken(boom: ast.AST) -> Iterator[ast.Call]:
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute) and knoop.func.attr == "eis":
            yield knoop


def _id(argument: ast.expr, naam: str) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise Onleesbaar(f"{naam}:{argument.lineno}: write the id of the rule out: {ast.unparse(argument)}")
