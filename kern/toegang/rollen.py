"""Roles as code: what a role is called, how long it may sit idle, and which data classes it sees.

Which kinds of dossier and which rows a role sees stands in each process table (`Proces.zicht`): a role that is not named
there sees nothing. Source: domein.md 4.1, 4.2, 4.3.
"""

from dataclasses import dataclass

from django.db import models


class Rol(models.TextChoices):
    """The roles of domein.md 4.1, stored as words."""

    CLIENT = "client", "Cliënt"
    FRONTOFFICE = "frontoffice", "Frontoffice"
    CASEMANAGER = "casemanager", "Casemanager"
    WOONMEDEWERKER = "woonmedewerker", "Woonmedewerker"
    TEAMLEIDER = "teamleider", "Teamleider"
    CONTRACTMANAGER = "contractmanager", "Contractmanager"
    ADMINISTRATIE = "administratie", "Gemeentelijke administratie"
    TOEZICHT_KWALITEIT = "toezicht_kwaliteit", "Toezichthouder kwaliteit"
    TOEZICHT_CALAMITEITEN = "toezicht_calamiteiten", "Toezichthouder calamiteiten en geweld"
    REGIOGEMEENTE = "regiogemeente", "Wmo-consulent regiogemeente"
    REGIOGEMEENTE_INDICEREND = "regiogemeente_indicerend", "Wmo-consulent die indiceert"
    ZORGAANBIEDER = "zorgaanbieder", "Medewerker zorgaanbieder"
    OPVANGAANBIEDER = "opvangaanbieder", "Medewerker opvangaanbieder"
    CORPORATIE = "corporatie", "Medewerker woningcorporatie"
    BEMOEIZORGER = "bemoeizorger", "Bemoeizorger"
    BEZWAARBEHANDELAAR = "bezwaarbehandelaar", "Bezwaar- en klachtbehandelaar"
    BELEIDSADVISEUR = "beleidsadviseur", "Beleidsadviseur"
    FUNCTIONEEL_BEHEERDER = "functioneel_beheerder", "Functioneel beheerder"
    PRIVACY_OFFICER = "privacy_officer", "Privacy officer"
    ARCHIEF = "archief", "Archief"
    SYSTEEM = "systeem", "Systeem"


class Wereld(models.TextChoices):
    """Worlds that never see each other's dossiers (ontwerp: closed worlds; L-35, L-37)."""

    ZORG = "zorg", "Zorg"
    AANBIEDERS = "aanbieders", "Aanbieders"
    KWALITEIT = "kwaliteit", "Kwaliteit"
    CALAMITEITEN = "calamiteiten", "Calamiteiten"


class Rijen(models.TextChoices):
    """Which rows of a kind of dossier a role sees (the row filter of domein.md 4.1)."""

    REGIO = "regio", "de dossiers van de eigen regio"
    GEMEENTE = "gemeente", "de inwoners van de eigen gemeente"
    ORGANISATIE = "organisatie", "de dossiers van de eigen organisatie"


class Klasse(models.TextChoices):
    """Data classes (domein.md 4.2). Every section of a page, letter and export carries one."""

    D1 = "D1", "Identiteit en contact"
    D2 = "D2", "BSN en identiteitsbewijs"
    D3 = "D3", "Status, data en termijnen"
    D4 = "D4", "Zorginhoud"
    D5 = "D5", "Justitie en veiligheid"
    D6 = "D6", "Geld"
    D7 = "D7", "Wonen"
    D8 = "D8", "Verblijf in de opvang"
    D9 = "D9", "Toezicht kwaliteit"
    D10 = "D10", "Toezicht calamiteiten"
    D11 = "D11", "Contracten en tarieven"
    D12 = "D12", "Cijfers"
    D13 = "D13", "Logboek"


class Relatie(models.TextChoices):
    """How a user stands to one dossier that is in his scope."""

    EIGEN = "eigen", "eigen zaak"
    AANNAME = "aanname", "nog niet overgedragen"
    ANDER = "ander", "zaak van een collega"


@dataclass(frozen=True)
class Zicht:
    """The data classes of one role per relation, and the idle time in minutes before it is logged out."""

    eigen: frozenset[Klasse] = frozenset()
    aanname: frozenset[Klasse] = frozenset()
    ander: frozenset[Klasse] = frozenset()
    rust_minuten: int = 15

    def klassen(self, relatie: Relatie) -> frozenset[Klasse]:
        return getattr(self, relatie.value)


_KAART = frozenset({Klasse.D1, Klasse.D3})
_KAART_BSN = _KAART | {Klasse.D2}
_INHOUD = _KAART_BSN | {Klasse.D4}
# The dossier of a provider holds no client: its status, and what was agreed and paid.
_AANBIEDER = frozenset({Klasse.D3, Klasse.D11})
_BESLIST = _INHOUD | {Klasse.D11}
_ALLES_EIGEN = _INHOUD | {Klasse.D5, Klasse.D6, Klasse.D7, Klasse.D8}

# domein.md 4.3. A casemanager sees the content of his own cases and the card of the others; the frontoffice loses the
# content once a case is handed over; a teamleider decides and so reads the content of his region, but not D5.
ZICHT: dict[Rol, Zicht] = {
    Rol.CLIENT: Zicht(),
    Rol.FRONTOFFICE: Zicht(eigen=_KAART_BSN, aanname=_INHOUD, ander=_KAART_BSN, rust_minuten=60),
    Rol.CASEMANAGER: Zicht(eigen=_ALLES_EIGEN, aanname=_INHOUD, ander=_KAART, rust_minuten=60),
    Rol.WOONMEDEWERKER: Zicht(rust_minuten=60),
    Rol.TEAMLEIDER: Zicht(_BESLIST, _BESLIST, _BESLIST, rust_minuten=60),
    Rol.CONTRACTMANAGER: Zicht(_AANBIEDER, _AANBIEDER, _AANBIEDER, rust_minuten=60),
    Rol.ADMINISTRATIE: Zicht(_AANBIEDER, _AANBIEDER, _AANBIEDER, rust_minuten=30),
    Rol.TOEZICHT_KWALITEIT: Zicht(_AANBIEDER, _AANBIEDER, _AANBIEDER, rust_minuten=15),
    Rol.TOEZICHT_CALAMITEITEN: Zicht(_AANBIEDER, _AANBIEDER, _AANBIEDER, rust_minuten=15),
    Rol.REGIOGEMEENTE: Zicht(eigen=_KAART, aanname=_KAART, ander=_KAART, rust_minuten=30),
    Rol.REGIOGEMEENTE_INDICEREND: Zicht(eigen=_KAART, aanname=_KAART, ander=_KAART, rust_minuten=30),
    Rol.ZORGAANBIEDER: Zicht(rust_minuten=15),
    Rol.OPVANGAANBIEDER: Zicht(rust_minuten=15),
    Rol.CORPORATIE: Zicht(rust_minuten=15),
    Rol.BEMOEIZORGER: Zicht(rust_minuten=30),
    Rol.BEZWAARBEHANDELAAR: Zicht(rust_minuten=30),
    Rol.BELEIDSADVISEUR: Zicht(rust_minuten=30),
    Rol.FUNCTIONEEL_BEHEERDER: Zicht(rust_minuten=15),
    Rol.PRIVACY_OFFICER: Zicht(rust_minuten=15),
    Rol.ARCHIEF: Zicht(rust_minuten=15),
    Rol.SYSTEEM: Zicht(),
}

# One person never combines a role of the first group with one of the second (domein.md 4.1; a database constraint).
TOEZICHTROLLEN = frozenset({Rol.TOEZICHT_KWALITEIT, Rol.TOEZICHT_CALAMITEITEN})
UITVOERENDE_ROLLEN = frozenset({Rol.CASEMANAGER, Rol.CONTRACTMANAGER})
# A system account has no interactive login; a client's own access does not exist yet.
ZONDER_INLOG = frozenset({Rol.SYSTEEM, Rol.CLIENT})

IEDEREEN = frozenset(Rol) - ZONDER_INLOG
# Who takes a melding down and handles it.
AANNEMERS = frozenset({Rol.FRONTOFFICE, Rol.CASEMANAGER, Rol.TEAMLEIDER})
CONTRACT = frozenset({Rol.CONTRACTMANAGER})
CONTRACT_EN_GELD = CONTRACT | {Rol.ADMINISTRATIE}
# Who reads contracts and tarieven (D11), and who sees whom Cimot knows.
CONTRACTLEZERS = CONTRACT_EN_GELD | TOEZICHTROLLEN | {Rol.TEAMLEIDER}
KIJKERS = AANNEMERS | {Rol.REGIOGEMEENTE, Rol.REGIOGEMEENTE_INDICEREND}
