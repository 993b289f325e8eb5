"""No field of a form lets through what its column cannot hold."""

import pytest
from django import forms
from django.apps import apps
from django.db import models
from django.urls import get_resolver

from kern.schermen.forms.basis import Formulier
from tests.werelden import APPS

# Typed with points, spaces or the name of a month, and kept without: the form itself reads and bounds it.
ANDERS_BEWAARD = {"agb", "kvk", "geboren"}


def _formulieren(klasse=Formulier):
    """Those of the apps: a form of another test may be imported beside them."""
    for onder in klasse.__subclasses__():
        if onder.__module__.partition(".")[0] in APPS:
            yield onder
        yield from _formulieren(onder)


def _kolommen() -> dict[str, int]:
    """Name → the longest text that a column of this name holds; a text without a bound is no column here."""
    lengtes: dict[str, list] = {}
    for model in apps.get_models(include_auto_created=True):
        for veld in model._meta.concrete_fields:
            if isinstance(veld, models.CharField | models.TextField) and veld.name not in ANDERS_BEWAARD:
                lengtes.setdefault(veld.name, []).append(veld.max_length if isinstance(veld, models.CharField) else None)
    return {naam: max(alle) for naam, alle in lengtes.items() if None not in alle}


@pytest.mark.django_db
def test_no_field_is_longer_than_its_column():
    assert get_resolver().url_patterns  # every form is imported with its page
    kolommen, te_lang, gezien = _kolommen(), set(), set()
    for formulier in _formulieren():
        for naam, veld in formulier.base_fields.items():
            if not isinstance(veld, forms.CharField) or isinstance(veld, forms.ModelChoiceField):
                continue
            gezien.add(naam)
            if veld.max_length is None or veld.max_length > kolommen.get(naam, 100_000):
                te_lang.add(f"{formulier.__module__}.{formulier.__name__}.{naam}: {veld.max_length}")
    assert "\n".join(sorted(te_lang)) == ""
    assert {"email", "melder_email", *ANDERS_BEWAARD} <= gezien
