"""Which letters exist: per code its name, its fields and where their values come from.

An app registers its letters from its AppConfig; the text of a letter is a version in the database (`Briefsjabloon`), of
which the first is the file `<app>/brieven/BRF-nn.txt` (first line the subject, then an empty line, then the text).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kern.models import Document, Exemplaar
from kern.personen import relaties

# The fields that every letter has: name and what it is, in words for the administrator.
ALGEMEEN = {
    "datum": "de datum van de brief",
    "kenmerk": "het kenmerk van het dossier",
    "regio": "de naam van de regio",
    "college": "de centrumgemeente",
    "ontvanger.naam": "aan wie de brief gaat",
    "client.naam": "de naam van de cliënt",
    "voor_aanbieder": "ja als de brief naar een aanbieder gaat",
    "aan_client": "ja als de brief naar de cliënt zelf gaat",
    "contact.naam": "de casemanager of contractmanager",
    "contact.telefoon": "het telefoonnummer van het team",
    "contact.email": "het e-mailadres van het team",
    "ondertekenaar.naam": "wie de brief ondertekent",
    "ondertekenaar.functie": "de functie van wie ondertekent",
    "bezwaar_tot": "de laatste dag voor bezwaar",
    "bezwaar_adres": "waar bezwaar heen gaat",
    "vervangt": "de datum van de brief die deze vervangt",
}


@dataclass(frozen=True)
class Geadresseerde:
    """One addressee as he stands in the data; `sleutel` names him on the form. `kanaal` is the proposal."""

    sleutel: str
    naam: str
    rol: str
    adres: tuple[str, ...] = ()
    email: str = ""
    kanaal: str = Exemplaar.Kanaal.MEEGEVEN
    is_kopie: bool = False
    is_geheim: bool = False
    waarom: str = ""


@dataclass(frozen=True)
class Opdracht:
    """What the sender adds to a letter. `proef`: show what would leave, and leave nothing (raises `maken.Proef`)."""

    persoonlijk: str = ""
    bouwstenen: tuple[int, ...] = ()
    kanalen: dict[str, str] = field(default_factory=dict)
    bijlagen: tuple[int, ...] = ()
    dagpost: object = None
    proef: bool = False


@dataclass(frozen=True)
class Briefsoort:
    """One letter of the catalogue (domein.md 3.14).

    `gegevens(dossier, op)` gives the values of `velden`, after the transition. `nodig`: fields that must have a value,
    else the letter is not made and the sentence says what is missing. `wanneer`: whether it leaves with this transition.
    """

    code: str
    naam: str
    velden: dict[str, str]
    gegevens: Callable[[object, date], dict]
    ontvangers: Callable[[object, date], list[Geadresseerde]]
    nodig: tuple[str, ...] = ()
    wanneer: Callable[[object], bool] = lambda dossier: True
    is_besluit: Callable[[object], bool] | bool = False
    document: str = Document.Soort.BRIEF
    map: Path = Path()

    @property
    def bekend(self) -> set[str]:
        return {*ALGEMEEN, *self.velden}

    def met_bezwaar(self, dossier) -> bool:
        return self.is_besluit(dossier) if callable(self.is_besluit) else self.is_besluit

    @property
    def bestand(self) -> Path:
        return self.map / f"{self.code}.txt"

    @property
    def tekst(self) -> tuple[str, str]:
        """Subject and text of the first version, from its file."""
        onderwerp, _, tekst = self.bestand.read_text(encoding="utf-8").partition("\n\n")
        return onderwerp.strip(), tekst.strip()


SOORTEN: dict[str, Briefsoort] = {}


def registreer(*soorten: Briefsoort) -> None:
    for soort in soorten:
        SOORTEN[soort.code] = soort


def aan_client(dossier, op: date) -> list[Geadresseerde]:
    """The client, whoever represents him, and who gets a copy (`kern.personen.relaties`); nobody without a client."""
    if dossier.client is None:
        return []
    return [_van_relatie(rij) for rij in relaties.ontvangers(dossier.client, op)]


def _van_relatie(rij) -> Geadresseerde:
    kanalen = {"brief": Exemplaar.Kanaal.POST, "email": Exemplaar.Kanaal.EMAIL}
    return Geadresseerde(
        sleutel=f"relatie{rij.relatie.pk}" if rij.relatie else "client",
        naam=rij.naam,
        rol=rij.rol,
        adres=tuple(deel.strip() for deel in rij.adres.split(",") if deel.strip()),
        email=rij.email,
        kanaal=kanalen.get(rij.kanaal, Exemplaar.Kanaal.MEEGEVEN),
        is_kopie=rij.is_kopie,
        is_geheim=rij.is_geheim,
        waarom=rij.waarom,
    )
