"""The one clock: now, today, the day of a moment. Read in views and tasks; everything below them receives `op`."""

from datetime import date, datetime, time

from django.utils import timezone


def nu() -> datetime:
    return timezone.now()


def vandaag() -> date:
    """Today in Amsterdam."""
    return timezone.localdate()


def dag(op: datetime) -> date:
    """The calendar day in Amsterdam."""
    return timezone.localdate(op)


def moment(dag_: date) -> datetime:
    """Noon of a calendar day, for facts of which only the day is known."""
    return timezone.make_aware(datetime.combine(dag_, time(12)))


def op_dag(dag_: date | None) -> datetime:
    """A day of which the hour is not known: now when it is today, or no day; else its noon."""
    return nu() if dag_ is None or dag_ == vandaag() else moment(dag_)
