"""Under which account a server runs, and from which places that account can read."""

import os
import pwd
import shutil
import stat
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

# PostgreSQL refuses to run as root. Where root's own folders are closed to others, its server lives here.
ROOT_HOME = Path("/var/lib/cimot-lokaal")


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int

    @property
    def is_other(self):
        return self.uid != os.geteuid()

    def popen(self):
        """The arguments that make subprocess start something as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_other else {}

    def own(self, path, mode):
        path.chmod(mode)
        if self.is_other:
            os.chown(path, self.uid, self.gid)


def account_for(existing):
    """The owner of what already exists; else oneself, or `nobody` for root."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if existing.exists() and (found := existing.stat()).st_uid != 0:
        return Account(found.st_uid, found.st_gid)
    nobody = pwd.getpwnam("nobody")
    return Account(nobody.pw_uid, nobody.pw_gid)


def is_open(path):
    """Can every account reach and read this? Judged by the mode bits of the path and all that is above it."""
    path = path.resolve()
    wanted = stat.S_IXOTH if path.is_dir() else stat.S_IXOTH | stat.S_IROTH
    above = all(parent.stat().st_mode & stat.S_IXOTH for parent in path.parents)
    return above and path.stat().st_mode & wanted == wanted


def home_for(folder):
    """Where the server's own files go: in the folder, or elsewhere for root when that is closed to others."""
    if os.geteuid() != 0 or is_open(folder):
        return folder
    home = ROOT_HOME / sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    make_open(ROOT_HOME)
    make_open(home)
    return home


def make_open(folder):
    """Others may pass through and look; what is private has a mode of its own. Whatever the umask says."""
    folder.mkdir(parents=True, exist_ok=True)
    if folder.stat().st_uid == os.geteuid() == 0:
        folder.chmod(0o755)


def reachable_copy(source, probe, label, *, beside=()):
    """The folder `source`, or for root a copy that `nobody` can reach. `probe` is a binary inside it."""
    if os.geteuid() != 0 or is_open(source / probe):
        return source
    home = ROOT_HOME / label
    target = home / source.parent.name / source.name
    if not target.exists():
        make_open(ROOT_HOME)
        made = Path(tempfile.mkdtemp(dir=ROOT_HOME))
        ignore = shutil.ignore_patterns("include", "*.a", "__pycache__")
        shutil.copytree(source, made / source.parent.name / source.name, ignore=ignore, symlinks=True)
        for path in beside:
            shutil.copytree(path, made / path.name, symlinks=True)
        _open_up(made)
        try:
            made.rename(home)
        except OSError:  # another process finished the same copy first
            shutil.rmtree(made)
    return target


def _open_up(folder):
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | (0o555 if path.is_dir() or mode & stat.S_IXUSR else 0o444))
