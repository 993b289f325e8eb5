"""What the letters of a step ask of whoever does it: to whom they go and how, what may be added, when they leave. Reads."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from kern.brieven import maken
from kern.brieven.pdf import Blad
from kern.brieven.soorten import SOORTEN, Briefsoort, Geadresseerde
from kern.models import Document, Exemplaar
from kern.personen import clienten, relaties
from kern.stukken import documenten
from kern.toegang.rollen import Klasse

GEHEIM = "adres is geheim"
_POST, _EMAIL, _MEEGEVEN = Exemplaar.Kanaal.POST, Exemplaar.Kanaal.EMAIL, Exemplaar.Kanaal.MEEGEVEN


class Kijker:
    """What one user may read of the addressees of a dossier: names of a class that he may not read, secret addresses."""

    def __init__(self, dossier, gebruiker):
        self.klassen = dossier.klassen(gebruiker)
        self.leest_inhoud = dossier.proces.inhoud in self.klassen
        self._ziet_geheim = dossier.client is None or clienten.ziet_geheim([dossier], gebruiker)
        self._client = dossier.client
        self._relaties = {f"relatie{rij.pk}": rij for rij in dossier.client.relaties.all()} if dossier.client else {}

    def mag_naam(self, sleutel: str) -> bool:
        relatie = self._relaties.get(sleutel)
        return relatie is None or relatie.klasse in self.klassen

    def mag_adres(self, aan: Geadresseerde) -> bool:
        relatie = self._relaties.get(aan.sleutel)
        geheim = aan.is_geheim or (relatie is not None and relaties.is_adres_geheim(relatie, self._client))
        return self._ziet_geheim or not geheim

    def mag_exemplaar(self, exemplaar: Exemplaar) -> bool:
        """Whether the address on a letter that left may be seen. Who hides may be found at the address of another."""
        client = self._client
        geheim = exemplaar.is_geheim or (
            client is not None and (client.is_geheim or any(adres.is_geheim for adres in client.adressen.all()))
        )
        return self._ziet_geheim or exemplaar.kanaal != _POST or not geheim

    def naam(self, aan: Geadresseerde) -> str:
        return aan.naam if self.mag_naam(aan.sleutel) else "Iemand die de cliënt helpt"

    def waar(self, aan: Geadresseerde) -> str:
        """Where it goes, by its channel."""
        if aan.kanaal == _MEEGEVEN or not self.mag_naam(aan.sleutel):
            return ""
        if not self.mag_adres(aan):
            return GEHEIM if aan.kanaal == _POST else ""
        return aan.email if aan.kanaal == _EMAIL else ", ".join(aan.adres)

    def blad(self, aan: Geadresseerde, blad: Blad) -> Blad:
        """The sheet as this user may see it."""
        return blad if self.mag_adres(aan) else replace(blad, ontvanger=[aan.naam, GEHEIM])


@dataclass(frozen=True)
class Briefvraag:
    """The letters of one step. `is_later_bekend`: which they are, or to whom they go, follows from the step itself."""

    soorten: tuple[Briefsoort, ...]
    aan: tuple[Geadresseerde, ...]
    is_later_bekend: bool
    kijker: Kijker
    bouwstenen: tuple
    bijlagen: tuple[Document, ...]
    mag_dagpost: bool

    @property
    def namen(self) -> list[str]:
        return [soort.naam for soort in self.soorten]

    @staticmethod
    def kanalen(aan: Geadresseerde) -> list[tuple[str, str]]:
        """The ways that are open to this addressee."""
        kan = {_POST: bool(aan.adres), _EMAIL: bool(aan.email), _MEEGEVEN: True}
        return [(kanaal.value, kanaal.label) for kanaal, open_ in kan.items() if open_]


def van(dossier, overgang, gebruiker) -> Briefvraag | None:
    """None when this step sends nothing."""
    if overgang is None or not overgang.verstuurt:
        return None
    soorten, onzeker = _soorten(dossier, overgang)
    if not soorten and not onzeker:
        return None
    aan, later = _geadresseerden(dossier, soorten, timezone.localdate())
    kijker = Kijker(dossier, gebruiker)
    mag_post = later or onzeker or any(rij.adres for rij in aan)
    return Briefvraag(
        soorten=tuple(soorten),
        aan=tuple(aan),
        is_later_bekend=later or onzeker,
        kijker=kijker,
        bouwstenen=tuple(maken.te_kiezen_bouwstenen(soorten)),
        bijlagen=tuple(_bijlagen(dossier, kijker.klassen, gebruiker)),
        mag_dagpost=mag_post and gebruiker.has_perm("dagpost.bekijken"),
    )


# A letter may ask for a fact that the step itself records: an attribute or a record that is not there yet.
NOG_NIET = (AttributeError, LookupError)


def _soorten(dossier, overgang) -> tuple[list[Briefsoort], bool]:
    soorten, onzeker = [], False
    for code in overgang.verstuurt:
        if code not in SOORTEN:
            continue
        try:
            if SOORTEN[code].wanneer(dossier):
                soorten.append(SOORTEN[code])
        except NOG_NIET:
            onzeker = True
    return soorten, onzeker


def _geadresseerden(dossier, soorten, op: date) -> tuple[list[Geadresseerde], bool]:
    gevonden, later = {}, False
    for soort in soorten:
        try:
            rijen = soort.ontvangers(dossier, op)
        except NOG_NIET:
            later = True
            continue
        for rij in rijen:
            gevonden.setdefault(rij.sleutel, rij)
    return list(gevonden.values()), later


def _bijlagen(dossier, klassen: frozenset[Klasse], gebruiker) -> list[Document]:
    if not gebruiker.has_perm("document.bekijken"):
        return []
    return [rij for rij in documenten.van(dossier, klassen, gebruiker).zichtbaar if not rij.weigering]
