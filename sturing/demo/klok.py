"""The demo is lived through from day to day: actions that ask what time it is get the moment of the story.

Only then a reminder can be made that is late by now, or a wait whose answer did not come.
"""

from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone


class Klok:
    """`nu` is the moment of the story; `timezone.now` answers it inside `loopt`."""

    def __init__(self, nu: datetime):
        self.nu = nu

    @contextmanager
    def loopt(self):
        echt = timezone.now
        timezone.now = lambda: self.nu
        try:
            yield self
        finally:
            timezone.now = echt
