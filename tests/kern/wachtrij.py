"""Another broker for this process than the one of the test run."""

import socket
from contextlib import contextmanager

from config.celery import app


@contextmanager
def wachtrij_op(url: str):
    """Publish to this address, from connections of its own."""
    oud = {naam: app.conf[naam] for naam in ("broker_url", "broker_write_url", "broker_read_url")}
    app.conf.update(dict.fromkeys(oud, url))
    _vergeet_verbindingen()
    try:
        yield
    finally:
        app.conf.update(oud)
        _vergeet_verbindingen()


def _vergeet_verbindingen():
    """Celery keeps open connections in pools that were made for the earlier address."""
    app.amqp._producer_pool = None
    app._pool = None


def vrije_poort() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
