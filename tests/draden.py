"""Real threads, each with its own connection to the database, that start at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections

GENOEG = 30  # seconds; a test that waits longer hangs


def tegelijk(*functies) -> list:
    """Run the functions at once; per function its answer, or the exception that it raised."""
    start = Barrier(len(functies))

    def draad(functie):
        try:
            connections["default"].ensure_connection()
            start.wait(GENOEG)
            return functie()
        except Exception as fout:
            return fout
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(functies)) as pool:
        return list(pool.map(draad, functies, timeout=GENOEG))
