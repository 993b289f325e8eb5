"""Asking a worker to hurry. What must be done stands in the database: without the broker, beat does it within a minute."""

import logging

from celery import current_app
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


def zet_in_gang(taak: str, *argumenten) -> None:
    """Have a task of `kern.tasks` done now, by its name: those stand above who asks. Call it after the commit."""
    try:
        current_app.tasks[f"kern.tasks.{taak}"].delay(*argumenten)
    except OperationalError:
        logger.warning("The broker cannot be reached; %s waits until it is back.", taak)
