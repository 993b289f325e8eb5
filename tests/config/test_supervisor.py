"""The demo's processes live and die together."""

import signal
import subprocess

import pytest

from config import supervisor

from .conftest import is_running

SUPERVISE = """
import sys
from pathlib import Path
from config.supervisor import ChildEnded, Supervisor
with Supervisor(Path(sys.argv[1])) as supervisor:
    # The first has a child of its own, as gunicorn and Celery have.
    supervisor.start("web", ["sh", "-c", "sleep 100 & echo $!; wait"])
    supervisor.start("worker", ["sleep", "100"])
    supervisor.start("beat", ["sh", "-c", sys.argv[2]])
    print(supervisor.guard.pid, *supervisor.groups(), flush=True)
    try:
        supervisor.wait()
    except ChildEnded as error:
        print("ended:", str(error).replace("\\n", " "), flush=True)
"""


@pytest.fixture
def supervise(script, tmp_path, eventually):
    def start(beat="sleep 100"):
        process = script(SUPERVISE, tmp_path, beat)
        guard, *children = map(int, process.stdout.readline().split())
        web = tmp_path / "web.log"
        assert eventually(lambda: web.read_text().strip())
        return process, guard, [*children, int(web.read_text())]

    return start


def all_gone(pids):
    return not any(is_running(pid) for pid in pids)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_all(supervise, number):
    process, guard, children = supervise()
    process.send_signal(number)
    assert process.wait(timeout=10) == 0
    assert all_gone([guard, *children])


def test_the_end_of_one_stops_all_and_says_why(supervise):
    process, guard, children = supervise(beat="sleep 0.5; echo reason; exit 3")
    assert process.wait(timeout=10) == 0
    assert "beat ended (exit status 3): reason" in process.stdout.read()
    assert all_gone([guard, *children])


def test_a_killed_supervisor_leaves_no_child(supervise, eventually):
    process, guard, children = supervise()
    process.kill()
    assert eventually(lambda: all_gone([guard, *children]))


def test_the_guard_alone_ends_a_group(script):
    """As on a system where the kernel does not tell a child that its parent died."""
    with subprocess.Popen(["sh", "-c", "sleep 100; true"], start_new_session=True) as child:
        guard = script(supervisor.GUARD.read_text())
        guard.stdin.write(f"{child.pid}\n")
        guard.stdin.flush()
        assert is_running(child.pid)
        guard.stdin.close()
        assert child.wait(timeout=5) == -signal.SIGTERM
        assert guard.wait(timeout=15) == 0
