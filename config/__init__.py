"""How Cimot is put together and run; holds no domain code."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
