"""Fills what the environment lacks, before Django's settings are read: addresses, keys and placeholders."""

import base64
import hashlib
import json
import os
import secrets
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

from . import lease, postgres, valkey
from .server import write_private

ROOT = Path(__file__).resolve().parent.parent.parent
SERVICES = {"DATABASE_URL": ("postgres", postgres), "REDIS_URL": ("valkey", valkey)}


def data_folder():
    """Where the servers of this checkout keep their files; CIMOT_DATA points to another demo's folder."""
    return Path(os.environ.get("CIMOT_DATA") or ROOT / ".data").resolve()


def fill(folder=None):
    """Start (or share) every server of which the address is unset, and return the leases.

    Without a folder: those of the tests. The database is quick and kept for the next run, because it holds the
    templates of the tests' databases; the broker is the run's own. In production the wheels are not installed:
    then nothing starts, and the settings name what is missing.
    """
    wanted = {name: kind for name, (kind, module) in SERVICES.items() if name not in os.environ and module.is_installed()}
    if not wanted:
        return []
    places = {"postgres": (folder,), "valkey": (folder,)} if folder else _places_of_tests(wanted.values())
    with ThreadPoolExecutor() as pool:
        leases = list(pool.map(lambda kind: lease.acquire(kind, *places[kind]), wanted.values()))
    os.environ.update(zip(wanted, (one.url for one in leases), strict=True))
    return leases


def fill_shared(folder):
    """For the demo and for commands: a database of our own comes with our own keys; given ones never."""
    own = "DATABASE_URL" not in os.environ and postgres.is_installed()
    leases = fill(folder)
    if own:
        fill_local(folder)
    return leases


def fill_local(folder):
    """What a single machine needs besides its servers: its own keys, no TLS, e-mail as files."""
    _set_defaults(
        _keys(folder),
        BEHIND_TLS="0",
        ALLOWED_HOSTS="localhost,127.0.0.1,[::1]",
        EMAIL_URL=f"filemail:///{quote(str(folder / 'mail'))}",
        DOCUMENTEN_MAP=str(folder / "documenten"),
    )


def fill_test():
    _set_defaults(
        _test_keys(),
        BEHIND_TLS="0",
        ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
        EMAIL_URL="memorymail://",
        # Each test has its own folder; what forgets that finds none.
        DOCUMENTEN_MAP="/nonexistent/documenten",
        # Playwright's sync API runs inside an event loop, in which Django otherwise refuses database work.
        DJANGO_ALLOW_ASYNC_UNSAFE="true",
    )


def fill_placeholders():
    """For a command that needs no database: the settings must load, and nothing may connect by accident."""
    if "DATABASE_URL" in os.environ or not postgres.is_installed():
        return
    os.environ["DATABASE_URL"] = "postgres://geen@/geen?host=/nonexistent"
    _set_defaults(_new_keys(), REDIS_URL="redis://127.0.0.1:1/0", DOCUMENTEN_MAP="/nonexistent/documenten")


def _set_defaults(*groups, **more):
    for name, value in [pair for group in (*groups, more) for pair in group.items()]:
        os.environ.setdefault(name, value)


def _places_of_tests(kinds):
    return {
        "postgres": (data_folder() / "proef", "quick"),
        "valkey": (_temporary_folder(), "temporary") if "valkey" in kinds else None,
    }


def _temporary_folder():
    """In /tmp and open to traverse, so that root's servers, which run as another account, can reach it."""
    folder = Path(tempfile.mkdtemp(prefix="cimot-test-", dir="/tmp"))
    folder.chmod(0o711)
    return folder


def _keys(folder):
    path = folder / "keys.json"
    folder.mkdir(parents=True, exist_ok=True)
    with lease.locked(folder / "keys.lock"):
        if not path.exists():
            write_private(path, json.dumps(_new_keys(), indent=1))
        return json.loads(path.read_text())


def _test_keys():
    """The same in every run: what a kept database holds must be readable by the next."""
    key = base64.b64encode(hashlib.sha256(b"only for tests").digest()).decode()
    return {"SECRET_KEY": "only-for-tests-" * 4, "BSN_SLEUTELS": f"1:{key}", "BSN_INDEXSLEUTELS": f"1:{key}"}


def _new_keys():
    versioned = [f"1:{base64.b64encode(secrets.token_bytes(32)).decode()}" for _ in range(2)]
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "BSN_SLEUTELS": versioned[0],
        "BSN_INDEXSLEUTELS": versioned[1],
    }
