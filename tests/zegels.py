"""Sealed template databases on the server of the tests, and the clones that one process works in.

A seal is named after what it was made from, so that it is never out of date, only superfluous. Everything here is
done under a lock of the server: two runs at once wait for each other and find the other's seal.
"""

import shutil
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg2
from psycopg2 import sql

from config.lokaal.environment import data_folder

SLOT = 7_348_101
# The present one, and the one of the branch from which somebody just came.
BEWAARD = 2


class Zegels:
    def __init__(self, url: str, run: int):
        self.url, self.run = url, run
        self._verbinding = None

    @property
    def verbinding(self):
        """Open for the whole run: its lock tells others that the clones of this run are in use."""
        if self._verbinding is None:
            self._verbinding = psycopg2.connect(self.url)
            self._verbinding.autocommit = True
            self._doe("SELECT pg_advisory_lock_shared(%s)", self.run)
            with self.slot():
                self._ruim_achtergelaten_op()
        return self._verbinding

    def _doe(self, opdracht: str, *waarden, **namen):
        with (self._verbinding or self.verbinding).cursor() as cursor:
            opdracht = sql.SQL(opdracht).format(**{naam: sql.Identifier(waarde) for naam, waarde in namen.items()})
            cursor.execute(opdracht, waarden or None)
            return [rij[0] for rij in cursor.fetchall()] if cursor.description else []

    @contextmanager
    def slot(self, naam: str = ""):
        """One at a time for this name: two processes make two worlds beside each other, and none of them twice."""
        self._doe("SELECT pg_advisory_lock(%s, hashtext(%s))", SLOT, naam)
        try:
            yield
        finally:
            self._doe("SELECT pg_advisory_unlock(%s, hashtext(%s))", SLOT, naam)

    def is_er(self, naam: str) -> bool:
        return bool(self._doe("SELECT datname FROM pg_database WHERE datname = %s", naam)) and map_van(naam).exists()

    def kloon(self, zegel: str, naam: str) -> None:
        self.weg(naam)
        self._doe("CREATE DATABASE {naam} TEMPLATE {zegel} STRATEGY FILE_COPY", naam=naam, zegel=zegel)

    def weg(self, naam: str) -> None:
        self._doe("DROP DATABASE IF EXISTS {naam} WITH (FORCE)", naam=naam)

    def verzegel(self, bouw: str, naam: str) -> None:
        """From here on it can be cloned and not be changed."""
        self._weg_met_map(naam)
        self._doe("ALTER DATABASE {bouw} RENAME TO {naam}", bouw=bouw, naam=naam)
        self._doe("ALTER DATABASE {naam} ALLOW_CONNECTIONS false", naam=naam)
        map_van(bouw).rename(map_van(naam))
        soort = naam.rsplit("_", 1)[0]
        alle = self._doe("SELECT datname FROM pg_database WHERE datname ~ %s ORDER BY oid DESC", rf"^{soort}_[0-9a-f]+$")
        for oud in alle[BEWAARD:]:
            self._weg_met_map(oud)

    def _weg_met_map(self, naam):
        self.weg(naam)
        shutil.rmtree(map_van(naam), ignore_errors=True)

    def _ruim_achtergelaten_op(self):
        """The clones of runs that were killed: nobody holds their lock any more."""
        namen = self._doe("SELECT datname FROM pg_database WHERE datname ~ '^proef_[0-9]+_'")
        for run in {int(naam.split("_")[1]) for naam in namen} - {self.run}:
            if self._doe("SELECT pg_try_advisory_lock(%s)", run)[0]:
                for naam in namen:
                    if naam.startswith(f"proef_{run}_"):
                        self.weg(naam)
                self._doe("SELECT pg_advisory_unlock(%s)", run)

    def sluit(self):
        if self._verbinding is not None:
            with suppress(psycopg2.Error):
                self._verbinding.close()


def map_van(naam: str) -> Path:
    """The files that belong to a world: its documents, and what its maker gave back."""
    return data_folder() / "proef" / "werelden" / naam
