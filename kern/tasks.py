"""What the worker does: one call per task. The schedule is in the settings; every task is harmless to repeat."""

from celery import shared_task
from django.utils import timezone

from kern import signalen, uitgaand


@shared_task(acks_late=True, ignore_result=True)
def controleer_termijnen():
    signalen.controleer(timezone.localdate(), op=timezone.now())


@shared_task(acks_late=True, ignore_result=True)
def maak_dagberichten():
    uitgaand.maak_dagberichten(timezone.localdate())


@shared_task(acks_late=True, ignore_result=True)
def verstuur_berichten():
    uitgaand.verstuur()
