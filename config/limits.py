"""How long a statement may last and wait for a lock, per kind of process. The one place that knows.

An entry point says which kind it is before the settings are read; the rest is told by how the process was started. The
variables STATEMENT_TIMEOUT and LOCK_TIMEOUT (seconds, 0 is no limit) win. See docs/beheer.md.
"""

import sys
from pathlib import Path

# Seconds: a statement, waiting for a lock.
LIMITS = {
    "web": (15, 5),  # somebody waits for the page; gunicorn itself gives up after 30
    "worker": (300, 30),  # a task may be repeated, and has a limit of its own (CELERY_TASK_TIME_LIMIT)
    "migrate": (0, 3),  # it may work long, but never holds up everybody behind the lock that it waits for
    "command": (1800, 30),  # demo data, benchmarks, new keys, a report
    "test": (120, 60),
}
_kind = None


def begin(kind):
    """Say what this process is. Later has no effect: a connection gets its limits when it is made."""
    global _kind
    assert kind in LIMITS
    _kind = kind


def kind():
    if _kind:
        return _kind
    program = Path(sys.argv[0])
    if "celery" in (program.name, program.parent.name):
        return "worker"
    return "command"


def options(env):
    """For libpq: every new connection begins with these."""
    statement, lock = LIMITS[kind()]
    statement, lock = env.int("STATEMENT_TIMEOUT", default=statement), env.int("LOCK_TIMEOUT", default=lock)
    return f"-c statement_timeout={statement}s -c lock_timeout={lock}s"
