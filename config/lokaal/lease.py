"""A lease: as long as one process holds it, the server runs.

Three lock files per service. `use.lock` is held shared by every lease. `keeper.lock` is held by the living
keeper. `start.lock` serialises starting and stopping. The kernel releases them when a process dies, also
after kill -9, so that nothing has to be tidied up and no pid file has to be believed.
"""

import fcntl
import os
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from .account import make_open

PACKAGE_PARENT = Path(__file__).resolve().parent.parent


class NotStarted(RuntimeError):
    """The server could not be started; the text is for the person at the terminal."""


class Lease:
    def __init__(self, folder, url, use):
        self.folder, self.url, self._use = folder, url, use

    def release(self):
        if self._use is not None:
            os.close(self._use)
            self._use = None

    def release_and_wait(self):
        """Return when the server has stopped, or at once when others still hold a lease."""
        self.release()
        with suppress(FileNotFoundError):  # a temporary folder goes with its server
            while self._is_about_to_stop():
                time.sleep(0.02)

    def _is_about_to_stop(self):
        # Under start.lock, because the keeper tries use.lock only while it holds that.
        with locked(self.folder / "start.lock"):
            return keeper_lives(self.folder) and try_lock(self.folder / "use.lock")


def acquire(kind, folder, *options):
    """Take a lease on the `kind` (postgres or valkey) in this folder, and start the server if need be.

    Options, for who starts it: `temporary` and `quick`, as in server.py.
    """
    folder = Path(folder) / kind
    make_open(folder)
    with locked(folder / "start.lock"):
        use = open_lock(folder / "use.lock")
        fcntl.flock(use, fcntl.LOCK_SH)
        try:
            if not keeper_lives(folder):
                _start_keeper(kind, folder, options)
            return Lease(folder, (folder / "url").read_text(), use)
        except BaseException:
            os.close(use)
            raise


def open_lock(path):
    """Readable by all and opened read-only: root and an ordinary user may take turns in one checkout."""
    return os.open(path, os.O_RDONLY | os.O_CREAT, 0o644)


@contextmanager
def locked(path):
    lock = open_lock(path)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def try_lock(path):
    """Is the lock free at this moment?"""
    lock = open_lock(path)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(lock)
    return True


def keeper_lives(folder):
    return not try_lock(folder / "keeper.lock")


def _start_keeper(kind, folder, options):
    command = [sys.executable, "-P", "-m", "lokaal.keeper", kind, str(folder), *(f"--{option}" for option in options)]
    log = folder / "keeper.log"
    with log.open("w") as errors:
        keeper = subprocess.Popen(
            command,
            # A session of its own: Ctrl-C in the terminal is for the holders of the leases.
            start_new_session=True,
            cwd="/",
            env={**os.environ, "PYTHONPATH": str(PACKAGE_PARENT)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    with keeper.stdout as answer:
        line = answer.readline()
        keeper.wait()  # it has gone on as a process of its own
        if line != "ready\n":
            raise NotStarted(f"{kind} could not be started:\n{log.read_text()[-2000:]}")
