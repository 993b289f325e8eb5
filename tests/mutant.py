"""pytest plugin of bin/mutanten: one module is imported with one small change. MUTANT is "module:number"."""

import ast
import importlib.abc
import importlib.machinery
import os
import sys

ANDERS = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip


def _teken(knoop):
    """Another comparison or operator in the same place."""
    waar, naam = (knoop.ops, 0) if isinstance(knoop, ast.Compare) else (knoop, "op")
    oud = waar[0] if naam == 0 else knoop.op
    if type(oud) in ANDERS:
        yield type(oud).__name__, waar, naam, ANDERS[type(oud)]()


def _niet(knoop):
    if isinstance(knoop.op, ast.Not):
        yield "not", knoop, "op", ast.UAdd()


def _constante(knoop):
    if isinstance(knoop.value, bool):
        yield repr(knoop.value), knoop, "value", not knoop.value
    elif isinstance(knoop.value, int):
        yield repr(knoop.value), knoop, "value", knoop.value + 1


def _antwoord(knoop):
    if knoop.value is not None and not isinstance(knoop.value, ast.Constant):
        yield "return", knoop, "value", ast.Constant(None)


def _rij(knoop):
    """A list of statuses, roles, conditions or days without its last one."""
    if len(knoop.elts) > 1 and isinstance(knoop.ctx, ast.Load):
        yield "tuple", knoop, "elts", knoop.elts[:-1]


SOORTEN = {
    ast.Compare: _teken, ast.BinOp: _teken, ast.BoolOp: _teken, ast.AugAssign: _teken, ast.UnaryOp: _niet,
    ast.Constant: _constante, ast.Return: _antwoord, ast.Tuple: _rij,
}  # fmt: skip


def mutaties(boom) -> list[tuple]:
    """Every change that can be made, in the order of the lines: (line, what, where, which place, by what)."""
    # A type is no rule, and neither is how a class is made.
    types = {id(deel) for knoop in ast.walk(boom) if isinstance(knoop, ast.Subscript) for deel in ast.walk(knoop.slice)}
    gemaakt = {
        id(deel)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.ClassDef)
        for versiering in knoop.decorator_list
        for deel in ast.walk(versiering)
    }
    gevonden = [
        (knoop.lineno, *mutatie)
        for knoop in ast.walk(boom)
        if type(knoop) in SOORTEN and id(knoop) not in gemaakt and not (isinstance(knoop, ast.Tuple) and id(knoop) in types)
        for mutatie in SOORTEN[type(knoop)](knoop)
    ]
    return sorted(gevonden, key=lambda mutatie: mutatie[:2])


def broncode(bron: str, nummer: int):
    boom = ast.parse(bron)
    _, _, waar, plek, waarde = mutaties(boom)[nummer]
    if isinstance(waar, list):
        waar[plek] = waarde
    else:
        setattr(waar, plek, waarde)
    return ast.fix_missing_locations(boom)


class Lader(importlib.abc.MetaPathFinder, importlib.machinery.SourceFileLoader):
    def __init__(self, module, nummer):
        self.module, self.nummer = module, nummer

    def find_spec(self, naam, pad, doel=None):
        if naam != self.module:
            return None
        bestand = f"{naam.replace('.', '/')}.py"
        importlib.machinery.SourceFileLoader.__init__(self, naam, bestand)
        return importlib.machinery.ModuleSpec(naam, self, origin=bestand)

    def get_code(self, naam):
        return compile(broncode(self.get_source(naam), self.nummer), self.path, "exec")


if "MUTANT" in os.environ:
    deze, _, nummer = os.environ["MUTANT"].partition(":")
    sys.meta_path.insert(0, Lader(deze, int(nummer)))
