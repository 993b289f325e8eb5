"""What the worker does: one call per task. The schedule is in the settings; every task is harmless to repeat."""

from celery import shared_task
from django.utils import timezone

from kern.stukken import nakijken, scannen
from kern.tijd import signalen
from kern.werk import uitgaand


@shared_task(acks_late=True, ignore_result=True)
def controleer_termijnen():
    signalen.controleer(timezone.localdate(), op=timezone.now())


@shared_task(acks_late=True, ignore_result=True)
def maak_dagberichten():
    uitgaand.maak_dagberichten(timezone.localdate())


@shared_task(acks_late=True, ignore_result=True)
def verstuur_berichten():
    uitgaand.verstuur()


@shared_task(acks_late=True, ignore_result=True)
def scan_documenten(na=0):
    scannen.scan_wachtende(timezone.now(), na=na)


@shared_task(acks_late=True, ignore_result=True)
def controleer_documenten():
    nakijken.nachtelijk(timezone.now())
