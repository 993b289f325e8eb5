"""For the machine that watches over this one: does it live, and can it work? Public, without personal data.

A system that never ran the deadline check is not ready: nobody may work with dates that nothing watches. The check runs
within the hour by itself, at once in the demo, and at any moment with `manage.py controleer_termijnen`.
"""

from dataclasses import dataclass
from datetime import timedelta

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis.backoff import NoBackoff
from redis.retry import Retry

from kern.tijd import signalen

WACHTTIJD = 2  # seconds for the broker to answer


@dataclass(frozen=True)
class Stand:
    """What is up; `controle_minuten` is None when no check ran yet, or the database cannot say."""

    database: bool
    broker: bool
    controle_minuten: int | None

    @property
    def controle(self) -> bool:
        hoogste = signalen.HOOGSTE_LEEFTIJD / timedelta(minutes=1)
        return self.controle_minuten is not None and self.controle_minuten <= hoogste

    @property
    def controle_uren(self) -> int | None:
        return None if self.controle_minuten is None else self.controle_minuten // 60

    @property
    def redenen(self) -> list[str]:
        redenen = [] if self.database else ["de database antwoordt niet"]
        if not self.broker:
            redenen.append("de wachtrij antwoordt niet")
        if self.database and self.controle_minuten is None:
            redenen.append("de controle van de termijnen is nog niet gedraaid")
        elif self.database and not self.controle:
            redenen.append(f"de laatste controle van de termijnen is {self.controle_uren} uur oud")
        return redenen


def broker_antwoordt() -> bool:
    """One question, one attempt: a health check must not wait."""
    client = redis.Redis.from_url(
        settings.REDIS_URL,
        socket_connect_timeout=WACHTTIJD,
        socket_timeout=WACHTTIJD,
        retry=Retry(NoBackoff(), 0),
    )
    try:
        with client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def stand() -> Stand:
    try:
        laatste = signalen.laatste_controle()
    except (DatabaseError, InterfaceError):
        # Persistent connections: the next request must not inherit this one.
        connection.close()
        return Stand(database=False, broker=broker_antwoordt(), controle_minuten=None)
    minuten = None if laatste is None else max(0, (timezone.now() - laatste) // timedelta(minutes=1))
    return Stand(database=True, broker=broker_antwoordt(), controle_minuten=minuten)


@login_not_required
@require_safe
@never_cache
def levend(request):
    """The process answers. Nothing else is asked, so that a broken database does not restart the web server."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@require_safe
@never_cache
def gereed(request):
    nu = stand()
    inhoud = {
        "gereed": not nu.redenen,
        "database": nu.database,
        "broker": nu.broker,
        "laatste_controle_minuten": nu.controle_minuten,
        "redenen": nu.redenen,
    }
    return JsonResponse(inhoud, status=503 if nu.redenen else 200)
