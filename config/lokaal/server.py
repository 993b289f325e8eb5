"""What PostgreSQL and Valkey have in common: a child process with a log, a private folder and an end."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PR_SET_PDEATHSIG = 1
ATTEMPTS = 10
RUNTIME = Path("/tmp/cimot-")
# Nothing of ours: PGHOST or PYTHONPATH of a developer must not steer a server.
BARE_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}


class StartFailed(RuntimeError):
    """The server did not become ready."""


class Server:
    """A subclass names its account, command, url and test of readiness."""

    stop_signals = (signal.SIGTERM, signal.SIGKILL)
    patience = 60
    account = None

    def __init__(self, folder, *, temporary=False, quick=False):
        """`temporary` goes with its folder at the end; `quick` may lose everything when the machine stops."""
        self.folder, self.temporary, self.quick = folder, temporary, temporary or quick
        self.log = folder / "server.log"
        self.log.write_text("")
        self.process = None

    def __enter__(self):
        """Closed to others, and short: the path of a socket may have some hundred characters at most."""
        self._remove_runtime()  # that of a keeper that was killed
        self.runtime = Path(tempfile.mkdtemp(prefix=RUNTIME.name, dir=RUNTIME.parent))
        write_private(self.folder / "runtime", str(self.runtime))
        self.account.own(self.runtime, 0o700)
        return self

    def __exit__(self, *_):
        self.stop()
        self._remove_runtime()

    def _remove_runtime(self):
        known = self.folder / "runtime"
        if known.exists() and known.read_text().startswith(str(RUNTIME)):
            shutil.rmtree(known.read_text(), ignore_errors=True)
        known.unlink(missing_ok=True)

    def start(self):
        """Start and wait. One that dies at once is tried again: remains of a killed one may be ending."""
        until = time.monotonic() + self.patience
        for _ in range(ATTEMPTS):
            self.prepare()
            self._spawn()
            while self.process.poll() is None and time.monotonic() < until:
                if self.is_ready():
                    return
                time.sleep(0.02)
            time.sleep(0.3)
        self.stop()
        raise StartFailed(self.log.read_text(errors="replace")[-2000:])

    def is_alive(self):
        return self.process is not None and self.process.poll() is None

    def stop(self):
        for number in self.stop_signals:
            if not self.is_alive():
                return
            self.process.send_signal(number)
            try:
                self.process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                continue

    def _spawn(self):
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(),
                **self.account.popen(),
                preexec_fn=end_with_parent(self.stop_signals[0]),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd="/",
                env=BARE_ENVIRONMENT,
            )
        with self.process.stdin as handle:
            handle.write(self.configuration().encode())

    def prepare(self):
        """What must be in order before the server can start."""

    def configuration(self):
        """What the server reads from standard input."""
        return ""


def end_with_parent(number):
    """For a child, on Linux: the kernel sends it this signal when its parent dies, however that happened."""
    if not sys.platform.startswith("linux"):
        return None
    libc, parent = ctypes.CDLL(None, use_errno=True), os.getpid()

    def prepare():
        libc.prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)

    return prepare


def write_private(path, text):
    """Replace the file in one step, readable by its owner only from the first moment."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as handle:
        handle.write(text)
    new.replace(path)
