"""The process behind one server: starts it, restarts it when it dies, stops it after the last lease."""

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

from .lease import open_lock
from .postgres import Postgres
from .server import StartFailed, write_private
from .valkey import Valkey

KINDS = {"postgres": Postgres, "valkey": Valkey}
PAUSE = 0.1
# A server that keeps dying is given up, so that its users get an error and not a loop.
MAX_DEATHS = 5


class Keeper:
    def __init__(self, kind, folder, *, temporary=False, quick=False):
        self.folder, self.temporary = folder, temporary
        self.server = KINDS[kind](folder, temporary=temporary, quick=quick)
        self.asked_to_stop = threading.Event()

    def run(self):
        alive = open_lock(self.folder / "keeper.lock")
        fcntl.flock(alive, fcntl.LOCK_EX)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.asked_to_stop.set())
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        with self.server:
            self.server.start()
            write_private(self.folder / "url", self.server.url)
            print("ready", flush=True)
            # Nobody reads after this line; what is printed later must not break on a closed pipe.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            start = self._watch()
        (self.folder / "url").unlink(missing_ok=True)
        if self.temporary:
            self._remove()
        # In this order: whoever then gets start.lock must find no living keeper.
        os.close(alive)
        if start is not None:
            os.close(start)

    def _watch(self):
        """Until the last lease is gone; returns the start.lock that keeps newcomers waiting while we stop."""
        deaths = 0
        while not self.asked_to_stop.wait(PAUSE):
            if not self.server.is_alive() and (deaths := deaths + 1) <= MAX_DEATHS:
                with contextlib.suppress(StartFailed):
                    self.server.start()
            if (start := self._unused()) is not None:
                return start
        return None

    def _unused(self):
        """Never waits for a lock: who is taking a lease goes first."""
        start = open_lock(self.folder / "start.lock")
        use = open_lock(self.folder / "use.lock")
        try:
            fcntl.flock(start, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(start)
            return None
        finally:
            os.close(use)
        return start

    def _remove(self):
        """Again until it is gone: who waits for our end may have put a lock file back."""
        while self.folder.exists():
            shutil.rmtree(self.folder, ignore_errors=True)
        with contextlib.suppress(OSError):  # the other server's keeper is the last
            self.folder.parent.rmdir()


def main(kind, folder, *options):
    # Who takes the first lease is not our parent: it may live long, and need not know of our end.
    if os.fork():
        os._exit(0)
    try:
        Keeper(kind, Path(folder), **{option.removeprefix("--"): True for option in options}).run()
    except (StartFailed, OSError, subprocess.SubprocessError) as error:
        sys.exit(f"{type(error).__name__}: {error}")
    # At once, because who waits for our end may look for remaining processes.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
