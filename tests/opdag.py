"""Run a module in a process of its own, on the clock of the test: python -m tests.opdag MOMENT MODULE ARGUMENT…"""

import runpy
import sys
from datetime import datetime

import time_machine
from django.utils import timezone


def opdracht(module: str, *argumenten: str) -> list[str]:
    """The command line that goes on from the present moment of the test."""
    return [sys.executable, "-m", "tests.opdag", timezone.now().isoformat(), module, *argumenten]


if __name__ == "__main__":
    time_machine.travel(datetime.fromisoformat(sys.argv[1]).timestamp(), tick=True).start()
    del sys.argv[:2]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
