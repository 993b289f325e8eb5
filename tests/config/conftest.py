"""Servers and processes of their own: these tests kill them."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder():
    """With a space in it, and open above, so that root's servers can reach it."""
    folder = Path(tempfile.mkdtemp(prefix="cimot proef ", dir="/tmp"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def script(tmp_path):
    """Start a script with this project on its path; whatever still runs at the end is killed."""
    started = []

    def start(source, *arguments):
        path = tmp_path / f"script{len(started)}.py"
        path.write_text(source)
        process = subprocess.Popen(
            [sys.executable, str(path), *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdin.close()
        process.stdout.close()


@pytest.fixture
def eventually():
    def wait(condition, seconds=15):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if condition():
                return True
            time.sleep(0.05)
        return False

    return wait


def is_running(pid):
    """A zombie waits for a parent that reads its end; it does not run any more."""
    result = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return bool(result.stdout.strip()) and not result.stdout.strip().startswith("Z")
