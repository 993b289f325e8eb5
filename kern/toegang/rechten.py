"""Who may do what: answered from the process tables, the rights of pages and those of the Django admin.

The rights of a process come from its table. Those of pages and of the admin stand here for the kernel; an app registers its
own from its AppConfig.
"""

from kern.proces.tabel import PROCESSEN
from kern.toegang.rollen import (
    AANNEMERS,
    CONTRACT,
    CONTRACTLEZERS,
    IEDEREEN,
    KIJKERS,
    Rol,
)

# What the functional administrator keeps in the Django admin: configuration, never a case (domein.md 4.1 FB).
BEHEERMODELLEN = {
    "kern.regio": "change",
    "kern.regioinstelling": "add change",
    "kern.gemeente": "add change",
    "kern.gelijkgesteldedag": "add change",
    "kern.organisatie": "add change",
    "kern.gebruiker": "add change",
    "kern.rolverlening": "add change",
    "kern.briefhoofd": "add change",
    "kern.bouwsteen": "add change",
    "kern.briefsjabloon": "change",
}

# Page rights that a casemanager has on his own cases only.
ALLEEN_EIGEN = frozenset({"termijn.opschorten"})

# Rights of pages that do not belong to one process. Rights of a process come from its table (backends.py).
PAGINARECHTEN: dict[str, frozenset[Rol]] = {
    "werkvoorraad.bekijken": IEDEREEN,
    "voorkeuren.wijzigen": IEDEREEN,
    "termijn.berekenen": IEDEREEN,
    "termijn.opschorten": frozenset({Rol.CASEMANAGER, Rol.TEAMLEIDER, Rol.CONTRACTMANAGER}),
    "client.bekijken": KIJKERS,
    "client.wijzigen": AANNEMERS - {Rol.TEAMLEIDER},
    "client.vergelijken": AANNEMERS - {Rol.TEAMLEIDER},
    "client.samenvoegen": AANNEMERS,
    "dossier.zoeken": KIJKERS | CONTRACTLEZERS,
    "dossier.noteren": AANNEMERS | CONTRACT,
    "dossier.exporteren": frozenset({Rol.CASEMANAGER, Rol.TEAMLEIDER, Rol.CONTRACTMANAGER}),
    "dossier.terugdraaien": AANNEMERS | CONTRACT,
    "dossier.delen": frozenset({Rol.CASEMANAGER, Rol.TEAMLEIDER, Rol.CONTRACTMANAGER}),
    "team.bekijken": frozenset({Rol.TEAMLEIDER}),
    "team.verdelen": frozenset({Rol.TEAMLEIDER}),
    "document.bekijken": AANNEMERS | CONTRACTLEZERS,
    "document.toevoegen": AANNEMERS | CONTRACT,
    "document.intrekken": AANNEMERS | CONTRACT,
    "brief.bekijken": AANNEMERS | CONTRACTLEZERS,
    "dagpost.bekijken": AANNEMERS | CONTRACT,
    "dagpost.sluiten": frozenset({Rol.FRONTOFFICE, Rol.TEAMLEIDER}) | CONTRACT,
    "inzage.bekijken": frozenset({Rol.PRIVACY_OFFICER}),
    "storing.oplossen": frozenset({Rol.FUNCTIONEEL_BEHEERDER}),
    "beheer.openen": frozenset({Rol.FUNCTIONEEL_BEHEERDER}),
}


def registreer(*, paginas: dict[str, frozenset[Rol]] | None = None, beheer: dict[str, str] | None = None) -> None:
    """Rights of an app: `{"tarief.wijzigen": roles}` for its pages, `{"app.model": "add change"}` for the admin."""
    PAGINARECHTEN.update(paginas or {})
    BEHEERMODELLEN.update(beheer or {})


def mag(gebruiker, recht: str, dossier=None) -> bool:
    """Whether the active role has a right: `<soort>.<actie>`, a page right, or one of Django's admin rights.

    With a dossier, an action of which the table says `alleen_eigen` also asks that the user is responsible for it.
    """
    rol = gebruiker.rol
    if rol is None:
        return False
    if recht in PAGINARECHTEN:
        vreemd = dossier is not None and rol == Rol.CASEMANAGER and recht in ALLEEN_EIGEN and not dossier.is_eigen(gebruiker)
        return rol in PAGINARECHTEN[recht] and not vreemd
    soort, _, actie = recht.partition(".")
    if soort in PROCESSEN:
        return _mag_actie(gebruiker, rol, PROCESSEN[soort], actie, dossier)
    return _mag_beheer(rol, soort, actie)


def _mag_actie(gebruiker, rol, proces, actie, dossier) -> bool:
    if not proces.mag(rol, actie):
        return False
    if dossier is None or actie not in proces.acties:
        return True
    overgang = proces.overgang(dossier.status, actie) or proces.acties[actie][0]
    # A teamleider who is named beside the casemanager acts for the region, not for a case of his own.
    vreemd = overgang.alleen_eigen and rol == Rol.CASEMANAGER and not dossier.is_eigen(gebruiker)
    return rol in overgang.wie and not vreemd


def _mag_beheer(rol, app, codename) -> bool:
    """`kern.change_regio` and the like."""
    if rol != Rol.FUNCTIONEEL_BEHEERDER or "_" not in codename:
        return False
    handeling, model = codename.split("_", 1)
    toegestaan = BEHEERMODELLEN.get(f"{app}.{model}", "")
    return bool(toegestaan) and (handeling == "view" or handeling in toegestaan.split())
