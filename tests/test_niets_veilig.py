"""Nothing that somebody typed is ever called safe: what leaves the automatic escaping is named here, with its reason."""

import ast
import re
from pathlib import Path

import pytest
from django import forms
from django.template import Context, Template
from django.utils.safestring import mark_safe

from kern.schermen.forms.basis import Formulier
from tests.werelden import APPS, ROOT

# File → what it says, and why that is no text of people.
MAG = {
    "kern/templatetags/cimot.py": {"SafeString"},  # the type of an icon that lucide drew
}
ONVEILIG = {"mark_safe", "SafeString", "SafeText", "SafeData", "html_safe", "safestring", "__html__"}
UIT_HET_SJABLOON = re.compile(r"\|\s*safe|\bautoescape\b|\|\s*safeseq|\{%\s*filter\b")
GETYPT = "<b hx-post=/x/ hx-trigger=load>"


def _namen(pad: Path) -> set[str]:
    namen = set()
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        for veld in ("id", "attr", "name"):
            naam = getattr(knoop, veld, None)
            namen |= {naam} if isinstance(naam, str) else set()
    return namen & ONVEILIG


def test_no_code_calls_a_text_safe():
    gevonden = {}
    for app in (*APPS, "config"):
        for pad in (ROOT / app).rglob("*.py"):
            if namen := _namen(pad):
                gevonden[str(pad.relative_to(ROOT))] = namen
    assert gevonden == MAG


def test_no_template_calls_a_text_safe():
    """The plain text of a mail is no page: there an ampersand is an ampersand."""
    html = (pad for pad in (ROOT / "templates").rglob("*") if pad.parent.name != "mail" or pad.suffix != ".txt")
    paden = [*html, *(pad for app in APPS for pad in (ROOT / app).rglob("*.html"))]
    gevonden = [
        str(pad.relative_to(ROOT))
        for pad in paden
        if pad.is_file() and UIT_HET_SJABLOON.search(pad.read_text(encoding="utf-8"))
    ]
    assert gevonden == []


class Alles(Formulier):
    tekst = forms.CharField(label=GETYPT, help_text=GETYPT, initial=GETYPT)
    lang = forms.CharField(label=GETYPT, help_text=GETYPT, initial=GETYPT, widget=forms.Textarea)
    ja = forms.BooleanField(label=GETYPT, help_text=GETYPT)
    keuze = forms.ChoiceField(label=GETYPT, help_text=GETYPT, choices=[(GETYPT, GETYPT)])
    groep = forms.ChoiceField(label=GETYPT, choices=[(GETYPT, [(GETYPT, GETYPT)])])
    rond = forms.ChoiceField(label=GETYPT, help_text=GETYPT, choices=[(GETYPT, GETYPT)], widget=forms.RadioSelect)
    kruis = forms.MultipleChoiceField(label=GETYPT, choices=[(GETYPT, GETYPT)], widget=forms.CheckboxSelectMultiple)


@pytest.mark.parametrize("naam", Alles.base_fields)
@pytest.mark.parametrize("data", [None, {}, dict.fromkeys(Alles.base_fields, GETYPT)], ids=["new", "empty", "typed"])
def test_a_form_shows_what_was_typed_as_text(naam, data):
    form = Alles(data)
    form.add_error(naam, GETYPT) if data is not None else None
    getoond = Template("{% load crispy_forms_tags %}{{ veld|as_crispy_field }}").render(Context({"veld": form[naam]}))
    assert "&lt;b hx-post" in getoond and "<b hx-post" not in getoond


def test_a_text_of_ourselves_may_still_hold_markup():
    """What Django itself composes, as the rules for a password, is a list and stays one."""
    form = Alles()
    form.fields["tekst"].help_text = mark_safe("<ul><li>Minstens 12 tekens.</li></ul>")
    getoond = Template("{% load crispy_forms_tags %}{{ veld|as_crispy_field }}").render(Context({"veld": form["tekst"]}))
    assert "<ul><li>" in getoond
