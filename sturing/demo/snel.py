from contextlib import contextmanager

from django.db import connection


@contextmanager
def zonder_savepoints():
    """Within one transaction that succeeds or fails as a whole, the savepoint of every action is a quarter of the work."""
    kan_het = connection.features.uses_savepoints
    connection.features.uses_savepoints = False
    try:
        yield
    finally:
        connection.features.uses_savepoints = kan_het
