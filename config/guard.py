"""Ends the demo's processes when the demo itself was killed and could not; started by config/supervisor.py.

It reads the numbers of process groups from standard input. The end of that input before the word `done`
means that the writer is gone. Run as a file, on the standard library only.
"""

import contextlib
import os
import signal
import sys
import time

GRACE = 10


def send(groups, number):
    """Signal what is left; returns the groups that still had a process."""
    left = []
    for group in groups:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, number)
            left.append(group)
    return left


def main():
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    groups = []
    for line in sys.stdin:
        if line.strip() == "done":
            return
        groups.append(int(line))
    until = time.monotonic() + GRACE
    send(groups, signal.SIGTERM)
    while send(groups, 0) and time.monotonic() < until:
        time.sleep(0.1)
    send(groups, signal.SIGKILL)


if __name__ == "__main__":
    main()
