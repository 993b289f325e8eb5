"""Run a module in a process of its own, on the clock of the test: python -m tests.opdag MOMENT TICKS MODULE ARGUMENT…"""

import runpy
import sys
import time
from datetime import datetime, timedelta

from django.utils import timezone

from tests.klok import reis


def opdracht(module: str, *argumenten: str) -> list[str]:
    """The command line of a process whose clock never differs from the test's, however slowly it starts."""
    # Every process of a machine reads the same ticks, and nothing travels in them.
    moment, ticks = timezone.now().isoformat(), str(time.monotonic())
    return [sys.executable, "-m", "tests.opdag", moment, ticks, module, *argumenten]


if __name__ == "__main__":
    onderweg = timedelta(seconds=time.monotonic() - float(sys.argv[2]))
    reis(datetime.fromisoformat(sys.argv[1]) + onderweg)
    del sys.argv[:3]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
