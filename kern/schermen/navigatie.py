"""The navigation of the left column: groups of vormgeving.md, only what the active role may open.

The kernel has the first and the last groups. Between them stand those of the apps: the lists that their tables put in a
group (`Proces.menu`), and what an app adds from its AppConfig.
"""

from typing import NamedTuple

from django.urls import reverse

from kern.proces.tabel import PROCESSEN


class Pagina(NamedTuple):
    label: str
    url: str  # the name
    icoon: str
    recht: str


EERST = {
    "Werk": [
        Pagina("Werkvoorraad", "werkvoorraad", "inbox", "werkvoorraad.bekijken"),
        Pagina("Mijn zaken", "mijn_zaken", "briefcase", "dossier.zoeken"),
        Pagina("Cliënten", "client_lijst", "users", "client.bekijken"),
        Pagina("Dagpost", "dagpost", "mails", "dagpost.bekijken"),
        Pagina("Team", "team", "users-round", "team.bekijken"),
    ],
}
LAATST = {
    "Overzicht": [Pagina("Termijn berekenen", "termijn_berekenen", "calculator", "termijn.berekenen")],
    "Beheer": [
        Pagina("Beheer", "admin:index", "settings", "beheer.openen"),
        Pagina("Storingen", "storing_lijst", "triangle-alert", "storing.oplossen"),
        Pagina("Inzagelog", "inzage_lijst", "eye", "inzage.bekijken"),
    ],
}
_VAN_APPS: dict[str, list[Pagina]] = {}


def voeg_toe(groep: str, *paginas: Pagina) -> None:
    """Pages of an app that are no list of dossiers; below its lists."""
    _VAN_APPS.setdefault(groep, []).extend(paginas)


def groepen() -> dict[str, list[Pagina]]:
    midden: dict[str, list[Pagina]] = {}
    for proces in PROCESSEN.values():
        if proces.menu:
            lijst = Pagina(proces.meervoud, f"{proces.soort}_lijst", proces.menu.icoon, f"{proces.soort}.lijst")
            midden.setdefault(proces.menu.groep, []).append(lijst)
    for groep, paginas in _VAN_APPS.items():
        midden.setdefault(groep, []).extend(paginas)
    return EERST | midden | LAATST


def _item(request, label, naam, icoon):
    url = reverse(naam)
    actief = request.path == url or (url != "/" and request.path.startswith(url))
    return {"label": label, "url": url, "icoon": icoon, "aantal": None, "actief": actief}


def navigatie(request):
    gebruiker = getattr(request, "user", None)
    if gebruiker is None or not gebruiker.is_authenticated:
        return {"navigatie": []}
    gevonden = []
    for groep, items in groepen().items():
        zichtbaar = [_item(request, label, naam, icoon) for label, naam, icoon, recht in items if gebruiker.has_perm(recht)]
        if zichtbaar:
            gevonden.append({"naam": groep, "items": zichtbaar})
    return {"navigatie": gevonden}
