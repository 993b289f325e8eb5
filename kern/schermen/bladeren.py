"""Keyset paging and capped counts: a list costs the same at ten rows and at a million (techniek.md)."""

import base64
import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db.models import Q

HOOGSTENS = 1000


@dataclass(frozen=True)
class Volgorde:
    """An order that a list offers: the column after the scope, the direction, and the index it stands on."""

    naam: str
    veld: str
    aflopend: bool = False

    @property
    def order_by(self) -> tuple[str, str]:
        teken = "-" if self.aflopend else ""
        return f"{teken}{self.veld}", f"{teken}id"

    def sleutel(self, rij):
        return getattr(rij, self.veld), rij.pk

    def na(self, queryset, cursor: tuple):
        """The rows after the cursor in this order."""
        waarde, pk = cursor
        richting = "lt" if self.aflopend else "gt"
        return queryset.filter(
            Q(**{f"{self.veld}__{richting}e": waarde})
            & (Q(**{f"{self.veld}__{richting}": waarde}) | Q(**{self.veld: waarde, f"id__{richting}": pk}))
        )

    def lees(self, model, tekst: str) -> tuple | None:
        """The cursor of a URL, when its value can stand in the column of this order (31 February cannot)."""
        cursor = lees_cursor(tekst)
        try:
            waarde = model._meta.get_field(self.veld).to_python(cursor[0]) if cursor else None
        except ValidationError:
            return None
        # Our own cursors are in UTC; PostgreSQL does not know every distance to it that Python does.
        return None if isinstance(waarde, datetime) and waarde.utcoffset() != timedelta(0) else cursor

    def omgekeerd(self) -> "Volgorde":
        return Volgorde(self.naam, self.veld, not self.aflopend)


def schrijf_cursor(waarde, pk: int) -> str:
    tekst = json.dumps([waarde.isoformat() if hasattr(waarde, "isoformat") else waarde, pk])
    return base64.urlsafe_b64encode(tekst.encode()).decode().rstrip("=")


def lees_cursor(tekst: str) -> tuple | None:
    """The cursor of a URL; None for anything that is not one (a mangled link shows the first page)."""
    try:
        waarde, pk = json.loads(base64.urlsafe_b64decode(tekst + "=" * (-len(tekst) % 4)))
        # PostgreSQL has no text with a NUL or half a character in it.
        leesbaar = isinstance(waarde, str) and b"\x00" not in waarde.encode()
    except (ValueError, TypeError, RecursionError):
        return None
    return (waarde, pk) if leesbaar and isinstance(pk, int) and 0 < pk < 2**63 else None


def per_scope(querysets, volgorde: Volgorde, cursor, aantal: int) -> list:
    """The first rows of several scopes together: each scope is read along its own index, then merged here.

    One query per scope, and a user has a fixed number of scopes (regions), whatever the number of rows.
    """
    rijen = []
    for queryset in querysets:
        gefilterd = volgorde.na(queryset, cursor) if cursor else queryset
        rijen += gefilterd.order_by(*volgorde.order_by)[:aantal]
    rijen.sort(key=volgorde.sleutel, reverse=volgorde.aflopend)
    return rijen[:aantal]


def begrensd(queryset, hoogstens: int = HOOGSTENS) -> int:
    """How many rows, counting no further than one past the limit."""
    return queryset.order_by()[: hoogstens + 1].count()


def aantal_tekst(aantal: int, hoogstens: int = HOOGSTENS) -> str:
    return f"meer dan {hoogstens:,}".replace(",", ".") if aantal > hoogstens else str(aantal)
