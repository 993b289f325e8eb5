"""Set-up shared by bin/demo, bin/test and bin/check: makes .venv, installs what is pinned, goes on inside it.

Standard library only, because it runs before anything is installed. A distribution's own Python refuses
`pip install` and may lack ensurepip, so the environment is made without pip and filled by a pip from outside.
"""

import os
import shutil
import sys

if sys.version_info < (3, 11):
    # The plain name may be an older Python while a newer one is installed beside it.
    for newer in ("python3.14", "python3.13", "python3.12", "python3.11"):
        if shutil.which(newer):
            os.execvp(newer, [newer, *sys.argv])
    sys.exit("Cimot needs Python 3.11 or newer; this is " + sys.version.split()[0])

import fcntl
import hashlib
import json
import subprocess
import threading
import time
import venv
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "cimot.json"


def start(pins, *arguments):
    """Install what `requirements/<pins>.txt` names and go on as the environment's own Python."""
    prepare(pins)
    path = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    os.environ["PYTHONPATH"] = os.pathsep.join(path)
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    os.execv(PYTHON, [str(PYTHON), *arguments, *sys.argv[1:]])


def prepare(pins):
    if _is_current(pins):
        return
    with _lock(ROOT / ".data" / "opstart.lock"):
        if _is_current(pins):  # somebody else was first
            return
        if not _is_usable():
            with _progress("Making the Python environment .venv"):
                venv.EnvBuilder(clear=True, symlinks=True, with_pip=False).create(VENV)
        with _progress(f"Installing what requirements/{pins}.txt pins"):
            _install(ROOT / "requirements" / f"{pins}.txt")
        STAMP.write_text(json.dumps({"venv": str(VENV), "python": sys.version, "installed": _digests(pins)}))


def _read_stamp():
    try:
        return json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}


def _is_usable():
    """A copied or moved environment still points at its old place; one of a removed Python points nowhere."""
    stamp = _read_stamp()
    return stamp.get("venv") == str(VENV) and PYTHON.exists()


def _is_current(pins):
    installed = _read_stamp().get("installed", {})
    return _is_usable() and all(installed.get(name) == digest for name, digest in _digests(pins).items())


def _digests(pins):
    """What has been installed once `pins` is: test.txt contains everything of lokaal.txt."""
    names = {"lokaal": ["lokaal"], "test": ["lokaal", "test"]}[pins]
    files = {name: ROOT / "requirements" / f"{name}.txt" for name in names}
    return {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files.items()}


def _install(pinned):
    command = _installer()
    try:
        result = subprocess.run(
            [*command, "--require-hashes", "-r", str(pinned)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    except KeyboardInterrupt:
        sys.exit(130)
    if result.returncode:
        sys.exit(f"{result.stdout}\nThe packages could not be installed. The first run needs a package registry.")


def _installer():
    """The first installer that this machine has; pip and uv can both fill an environment from outside."""
    # Every package is pinned, so there is nothing to resolve; and Python compiles what it uses when it uses it.
    quiet = ["install", "--quiet", "--disable-pip-version-check", "--no-input", "--no-deps", "--no-compile"]
    if _has_pip([sys.executable, "-m", "pip"]):
        return [sys.executable, "-m", "pip", "--python", str(PYTHON), *quiet]
    for name in ("pip3", "pip"):
        if shutil.which(name) and _has_pip([name]):
            return [name, "--python", str(PYTHON), *quiet]
    if shutil.which("uv"):
        return ["uv", "pip", "install", "--quiet", "--python", str(PYTHON)]
    if subprocess.run([str(PYTHON), "-m", "ensurepip", "--default-pip"], capture_output=True).returncode == 0:
        return [str(PYTHON), "-m", "pip", *quiet]
    sys.exit("Neither pip, uv nor ensurepip was found. On Debian or Ubuntu: apt install python3-pip")


def _has_pip(command):
    """`--python` came with pip 22.3."""
    result = subprocess.run([*command, "--python", str(PYTHON), "--version"], capture_output=True)
    return result.returncode == 0


@contextmanager
def _lock(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def _progress(what):
    """A line at the start and one every five seconds, so that nobody wonders whether it hangs."""
    began = time.monotonic()
    done = threading.Event()

    def tick():
        while not done.wait(5):
            print(f"  … {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)

    print(what, file=sys.stderr, flush=True)
    threading.Thread(target=tick, daemon=True).start()
    try:
        yield
    finally:
        done.set()
    print(f"  done in {time.monotonic() - began:.1f} s", file=sys.stderr, flush=True)
