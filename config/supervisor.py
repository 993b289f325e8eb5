"""Runs a few processes as one: the end of one, or of the supervisor, is the end of all."""

import contextlib
import signal
import subprocess
import sys
import time
from pathlib import Path

from config.guard import send
from config.lokaal.server import end_with_parent

GUARD = Path(__file__).with_name("guard.py")
# A worker may finish the task that it is doing.
GRACE = 20


class ChildEnded(RuntimeError):
    """One of the processes stopped by itself."""


class Supervisor:
    def __init__(self, logs):
        self.logs = logs
        self.children = {}
        self.asked_to_stop = False

    def __enter__(self):
        self.logs.mkdir(parents=True, exist_ok=True)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)
        # Linux also ends the children by itself (end_with_parent); other systems have only this one.
        self.guard = subprocess.Popen(
            [sys.executable, "-I", str(GUARD)], stdin=subprocess.PIPE, text=True, start_new_session=True
        )
        return self

    def __exit__(self, *_):
        self._stop()
        with contextlib.suppress(BrokenPipeError), self.guard.stdin as guard:
            guard.write("done\n")
        self.guard.wait()

    def _ask_to_stop(self, *_):
        self.asked_to_stop = True

    def start(self, name, command):
        """Each in its own session: Ctrl-C reaches only us, and a child's own children belong to its group."""
        with (self.logs / f"{name}.log").open("w") as log:
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=end_with_parent(signal.SIGTERM),
            )
        self.children[name] = child
        self.guard.stdin.write(f"{child.pid}\n")
        self.guard.stdin.flush()

    def check(self):
        """Fails when a child has ended; false when we were asked to stop."""
        for name, child in self.children.items():
            if child.poll() is not None:
                tail = (self.logs / f"{name}.log").read_text(errors="replace")[-3000:]
                raise ChildEnded(f"{name} ended (exit status {child.returncode}):\n{tail}")
        return not self.asked_to_stop

    def wait(self):
        while self.check():
            time.sleep(0.2)

    def groups(self):
        return [child.pid for child in self.children.values()]

    def _stop(self):
        send(self.groups(), signal.SIGTERM)
        until = time.monotonic() + GRACE
        for child in self.children.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(timeout=max(0.1, until - time.monotonic()))
        send(self.groups(), signal.SIGKILL)
        for child in self.children.values():
            child.wait()
