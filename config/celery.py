"""The Celery application: its schedule and limits are in the settings, its tasks in each app's tasks.py."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("cimot")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
