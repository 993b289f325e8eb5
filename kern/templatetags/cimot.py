"""How dates, terms and icons look on every page.

A date must read the same on every machine, in every letter and in every calculation, so its words
come from the calendar and not from a locale. A builtin of the template engine: no page loads it.
"""

import secrets
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from django import forms, template
from django.utils import timezone
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

from kern.tijd.kalender import datum_nl

register = template.Library()

# Every kind of pill has its own icon, because colour alone says nothing to many people and on paper.
PIL_ICONEN = {
    "laat": "triangle-alert",
    "gauw": "clock",
    "goed": "check",
    "wacht": "hourglass",
    "stil": "pause",
}


def _dag(waarde: date | datetime) -> date:
    """The day on the Dutch calendar: a moment at 23:30 UTC is already tomorrow here."""
    if not isinstance(waarde, datetime):
        return waarde
    return (timezone.localtime(waarde) if timezone.is_aware(waarde) else waarde).date()


@register.filter
def datum(waarde: date | datetime | None) -> str:
    """do 17 dec 2026"""
    return datum_nl(_dag(waarde)) if waarde else ""


@register.filter
def datum_dag(waarde: date | datetime | None) -> str:
    """do 17 dec"""
    return datum(waarde).rpartition(" ")[0]


@register.filter
def datum_kort(waarde: date | datetime | None) -> str:
    """17 dec"""
    return datum_dag(waarde).partition(" ")[2]


@register.filter
def datum_lang(waarde: date | datetime | None) -> str:
    """donderdag 17 december 2026"""
    return datum_nl(_dag(waarde), kort=False) if waarde else ""


@register.filter
def tijd(waarde: datetime | None) -> str:
    """14:01"""
    if not waarde:
        return ""
    return f"{timezone.localtime(waarde) if timezone.is_aware(waarde) else waarde:%H:%M}"


@register.filter
def datumtijd(waarde: datetime | None) -> str:
    """do 17 dec 2026, 14:01"""
    return f"{datum(waarde)}, {tijd(waarde)}" if waarde else ""


@register.simple_tag
def afgedrukt_op() -> str:
    """The moment of rendering, for the head of a printed page."""
    return datumtijd(timezone.now())


@register.filter
def over_dagen(waarde: date | datetime | None, vandaag: date | None = None) -> str:
    """over 5 dagen, morgen, vandaag, 3 dagen te laat, over 14 jaar"""
    if not waarde:
        return ""
    nog = (_dag(waarde) - (vandaag or timezone.localdate())).days
    if nog < 0:
        return f"{meervoud(-nog, 'dag', 'dagen')} te laat"
    if nog > 2 * 365:
        return f"over {nog // 365} jaar"
    return {0: "vandaag", 1: "morgen"}.get(nog, f"over {nog} dagen")


@register.simple_tag
def meervoud(aantal: int, een: str, meer: str) -> str:
    """1 dag, 3 dagen"""
    return f"{aantal} {een if aantal == 1 else meer}"


@register.filter
def opsomming(delen: list[str], laatste: str = " en ") -> str:
    """a, b en c"""
    delen = [str(deel) for deel in delen]
    return ", ".join(delen) if len(delen) < 2 else ", ".join(delen[:-1]) + laatste + delen[-1]


@register.filter
def onder_sleutel(bron: Mapping | None, sleutel: object) -> object:
    """The value under a key that only the template knows, or nothing."""
    return bron.get(str(sleutel), "") if bron else ""


@register.filter
def vraagt_iets(form: forms.BaseForm) -> bool:
    """Whether an asterisk stands on this form that has to be explained."""
    return any(veld.field.required and not isinstance(veld.field.widget, forms.CheckboxInput) for veld in form)


@register.filter
def zonder_leestekens(tekst: object) -> str:
    """A sentence that goes on in another one loses its full stop."""
    return str(tekst).rstrip(" .")


@lru_cache(maxsize=512)
def _icoon(naam: str, maat: int) -> SafeString:
    return lucide(naam, size=maat, **{"class": "icoon", "aria-hidden": "true", "focusable": "false"})


@register.simple_tag
def icoon(naam: str, maat: int = 18) -> SafeString:
    """An inline drawing that screen readers skip: words always stand beside it."""
    return _icoon(str(naam), int(maat))


# Everything by which htmx can be told what to do.
# fmt: off
HTMX = (
    "boost", "confirm", "delete", "disabled-elt", "disinherit", "encoding", "ext", "get", "headers", "history",
    "history-elt", "include", "indicator", "inherit", "params", "patch", "post", "preserve", "prompt", "push-url", "put",
    "replace-url", "request", "select", "select-oob", "swap", "swap-oob", "sync", "target", "trigger", "validate", "vals",
    "vars",
)
# fmt: on


@register.simple_tag(takes_context=True)
def htmx_sleutel(context) -> str:
    """A word of this one answer, which nobody can have typed before: htmx acts only for an element that carries it."""
    verzoek = context.get("request")
    sleutel = getattr(verzoek, "htmx_sleutel", None) or f"k{secrets.token_hex(12)}"
    if verzoek is not None:
        verzoek.htmx_sleutel = sleutel
    return sleutel


@register.simple_tag(takes_context=True)
def htmx_alleen_met_sleutel(context) -> str:
    """For htmx's own setting `disableSelector`: every element that asks for something and does not carry the key."""
    vragers = ",".join(f"[{voor}hx-{naam}]" for naam in HTMX for voor in ("", "data-"))
    return f":is({vragers}):not([data-htmx={htmx_sleutel(context)}])"


def pil_van(vervalt_op, vandaag=None, *, opgeschort=False, waarschuw=7) -> dict:
    """What the pill of a term says; also for views that build the rows of a worklist."""
    if opgeschort:
        return {"soort": "stil", "tekst": "staat stil", "op": vervalt_op}
    if not vervalt_op:
        return {"soort": "wacht", "tekst": "geen datum", "op": None}
    vandaag = vandaag or timezone.localdate()
    nog = (_dag(vervalt_op) - vandaag).days
    soort = "laat" if nog < 0 else "gauw" if nog <= waarschuw else "goed"
    return {"soort": soort, "tekst": over_dagen(vervalt_op, vandaag), "op": vervalt_op}


@register.inclusion_tag("onderdelen/pil.html")
def termijnpil(vervalt_op, vandaag=None, *, opgeschort=False, waarschuw=7) -> dict:
    """{% termijnpil taak.vervalt_op vandaag=vandaag opgeschort=taak.staat_stil %}"""
    return _pil(**pil_van(vervalt_op, vandaag, opgeschort=opgeschort, waarschuw=waarschuw))


@register.inclusion_tag("onderdelen/pil.html")
def pil(soort: str | Mapping, tekst: str = "", *, icoon: str = "", op=None) -> dict:
    """{% pil "goed" "4 van 5 ingevuld" %}, or {% pil rij.pil %} with a mapping of the same words."""
    if isinstance(soort, Mapping):
        return _pil(**soort)
    return _pil(soort, tekst, icoon, op)


def _pil(soort: str, tekst: str, icoon: str = "", op: date | datetime | None = None) -> dict:
    dag = _dag(op) if op else None
    return {"soort": soort, "tekst": tekst, "icoon": icoon or PIL_ICONEN[soort], "op": dag}
