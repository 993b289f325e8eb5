"""Names a circle of imports, if there is one; for bin/check. An import inside a function counts too."""

import sys
from graphlib import CycleError, TopologicalSorter

import grimp

HOUSE = ("kern", "cimot", "indicaties", "aanbieders", "opvang", "uitstroom", "toezicht", "sturing")


def main():
    graph = grimp.build_graph(*HOUSE, include_external_packages=False)
    try:
        TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules}).prepare()
    except CycleError as error:
        print("These import each other in a circle:", " <- ".join(error.args[1]))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
