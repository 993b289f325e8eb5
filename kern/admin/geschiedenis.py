"""The row history of one object in words: when, who, and what differs from the version before."""

from kern.models import Gebruiker

LAATSTE = 100
WAT = {"insert": "toegevoegd", "update": "gewijzigd", "delete": "verwijderd"}


def van(onderwerp) -> list[dict]:
    """The last changes, newest first."""
    versies = list(onderwerp.versies.select_related("pgh_context").order_by("-pgh_id")[: LAATSTE + 1])
    namen = dict(Gebruiker.objects.filter(pk__in={_wie(v) for v in versies} - {None}).values_list("pk", "naam"))
    paren = zip(versies, [*versies[1:], None], strict=True)
    return [
        {
            "op": versie.pgh_created_at,
            "wie": namen.get(_wie(versie), "Cimot zelf"),
            "wat": WAT.get(versie.pgh_label, versie.pgh_label),
            "velden": _verschillen(onderwerp, vorige, versie),
        }
        for versie, vorige in list(paren)[:LAATSTE]
    ]


def _wie(versie) -> int | None:
    return versie.pgh_context.metadata.get("user") if versie.pgh_context else None


def _verschillen(onderwerp, vorige, versie) -> list[dict]:
    bekend = {veld.name for veld in versie._meta.get_fields()}
    velden = [veld for veld in onderwerp._meta.concrete_fields if veld.name in bekend and not veld.primary_key]
    return [
        {"naam": veld.verbose_name, "van": _woord(vorige, veld) if vorige else "", "naar": _woord(versie, veld)}
        for veld in velden
        if (getattr(versie, veld.attname) if vorige is None else None) not in (None, "")
        or (vorige is not None and getattr(vorige, veld.attname) != getattr(versie, veld.attname))
    ]


def _woord(versie, veld) -> str:
    waarde = getattr(versie, veld.attname)
    if waarde is None or waarde == "":
        return "leeg"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if veld.choices:
        return str(dict(veld.flatchoices).get(waarde, waarde))
    return str(getattr(versie, veld.name))
