#!/usr/bin/env python3
"""Django's command line. Without DATABASE_URL it shares the servers of a running demo, or starts them."""

import os
import sys
from importlib import util
from pathlib import Path

# These need no database: they must work on any machine, at once, and must not start a server.
WITHOUT_DATABASE = {
    "bereken_termijn",
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "maak_docs",
    "makemessages",
    "startapp",
    "version",
}
# Any other is a command of its own kind; see config/limits.py.
KINDS = {"migrate": "migrate", "runserver": "web"}


def needs_database(arguments):
    if not arguments or {"-h", "--help", "--version"} & set(arguments):
        return False
    if arguments[0] == "makemigrations":
        return "--check" not in arguments
    return arguments[0] not in WITHOUT_DATABASE


def use_own_environment():
    """`python3 manage.py` works too, once bin/demo or bin/test has made .venv."""
    python = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
    if util.find_spec("django") is None and python.exists():
        os.execv(python, [str(python), *sys.argv])


def main():
    use_own_environment()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    from config import limits
    from config.lokaal import environment, lease

    limits.begin(KINDS.get(sys.argv[1] if len(sys.argv) > 1 else "", "command"))
    leases = []
    try:
        if needs_database(sys.argv[1:]):
            leases = environment.fill_shared(environment.data_folder())
        else:
            environment.fill_placeholders()
    except (lease.NotStarted, OSError) as error:
        sys.exit(str(error))
    try:
        execute_from_command_line(sys.argv)
    finally:
        for one in leases:
            one.release()


if __name__ == "__main__":
    main()
