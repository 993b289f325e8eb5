"""The row history of one object in words: when, who, and what differs from the version before."""

from datetime import date, datetime

from django.db.backends.postgresql.psycopg_any import Range
from django.utils import timezone

from kern.models import Gebruiker
from kern.tijd.periode import Periode

LAATSTE = 100
WAT = {"insert": "toegevoegd", "update": "gewijzigd", "delete": "verwijderd"}


def van(onderwerp, *meer) -> list[dict]:
    """The last changes of an object, and of `meer` that belong to it, newest first."""
    regels = [regel for object_ in (onderwerp, *meer) for regel in _regels(object_)]
    return sorted(regels, key=lambda regel: regel["op"], reverse=True)[:LAATSTE]


def _regels(onderwerp) -> list[dict]:
    versies = list(onderwerp.versies.select_related("pgh_context").order_by("-pgh_id")[: LAATSTE + 1])
    namen = dict(Gebruiker.objects.filter(pk__in={_wie(v) for v in versies} - {None}).values_list("pk", "naam"))
    paren = zip(versies, [*versies[1:], None], strict=True)
    return [
        {
            "op": versie.pgh_created_at,
            "wie": namen.get(_wie(versie), "Cimot zelf"),
            "wat": f"{onderwerp._meta.verbose_name} {WAT.get(versie.pgh_label, versie.pgh_label)}",
            "velden": _verschillen(onderwerp, vorige, versie),
        }
        for versie, vorige in list(paren)[:LAATSTE]
    ]


def _wie(versie) -> int | None:
    return versie.pgh_context.metadata.get("user") if versie.pgh_context else None


def _verschillen(onderwerp, vorige, versie) -> list[dict]:
    bekend = {veld.name for veld in versie._meta.get_fields()}
    velden = [
        veld
        for veld in onderwerp._meta.concrete_fields
        if veld.name in bekend and not veld.primary_key and not veld.generated
    ]
    return [
        {"naam": veld.verbose_name, "van": _woord(vorige, veld) if vorige else "", "naar": _woord(versie, veld)}
        for veld in velden
        if _is_anders(vorige, versie, veld.attname)
    ]


def _is_anders(vorige, versie, naam) -> bool:
    if vorige is None:
        return getattr(versie, naam) not in (None, "")
    return getattr(vorige, naam) != getattr(versie, naam)


def _woord(versie, veld) -> str:
    waarde = getattr(versie, veld.attname)
    if waarde is None or waarde == "":
        return "leeg"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Range):
        return periode_nl(waarde)
    if isinstance(waarde, datetime):
        return f"{timezone.localtime(waarde):%d-%m-%Y %H:%M}"
    if isinstance(waarde, date):
        return f"{waarde:%d-%m-%Y}"
    if veld.choices:
        return str(dict(veld.flatchoices).get(waarde, waarde))
    return str(getattr(versie, veld.name))


def periode_nl(bereik) -> str:
    """A period as people say it; a row of the history has it as the database keeps it."""
    periode = Periode.van_bereik(bereik)
    if periode.tot is None:
        return f"vanaf {periode.vanaf:%d-%m-%Y}"
    return f"{periode.vanaf:%d-%m-%Y} tot en met {periode.tot:%d-%m-%Y}"
