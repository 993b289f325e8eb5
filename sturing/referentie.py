"""Reference data that every installation starts with: regions, municipalities, days, organisations, criteria, bye-laws,
letters, products and the opvang places of 2020.

A row is made when it is missing and left alone when it is there: what an administrator changed stays changed. A row
that he gave another name is recognised by its code, or by the row history.
"""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from aanbieders.models import Locatie, Product
from cimot.models import Criterium, Verordening
from kern.brieven.soorten import SOORTEN
from kern.models import Bouwsteen, Briefhoofd, Briefsjabloon, GelijkgesteldeDag, Gemeente, Organisatie, Regio
from kern.tijd.periode import Periode

GEGEVENS = Path(__file__).parent / "gegevens"
DAGEN = Path(__file__).parent.parent / "kern" / "tijd" / "gegevens" / "gelijkgestelde_dagen.csv"
# The centre municipalities work with these questions since they became responsible (R-ORG-01).
BEGIN = date(2015, 1, 1)
GELDIG = Periode(BEGIN)
# The regioplan that lists the places of opvang; which of them are still there is not known.
LIJST_VAN = date(2020, 1, 1)


def _rijen(bestand: Path) -> list[dict[str, str]]:
    with bestand.open(encoding="utf-8", newline="") as inhoud:
        return list(csv.DictReader(inhoud))


@transaction.atomic
def laad() -> Counter:
    """Make what is missing; returns per kind how many rows are new. Harmless to repeat."""
    nieuw = Counter()
    nieuw["regio"] = _regios()
    regios = {regio.code: regio for regio in Regio.objects.all()}
    nieuw["gemeente"] = _gemeenten(regios)
    gemeenten = {gemeente.naam: gemeente for gemeente in Gemeente.objects.all()}
    nieuw["gelijkgestelde dag"] = _dagen()
    nieuw["organisatie"] = _organisaties(regios, gemeenten)
    nieuw["criterium"] = _criteria(regios)
    nieuw["verordening"] = _verordeningen()
    nieuw["briefhoofd"] = _briefhoofden(regios)
    nieuw["brieftekst"] = _briefteksten()
    nieuw["bouwsteen"] = _bouwstenen()
    nieuw["product"] = _producten(regios)
    nieuw["locatie"] = _locaties(regios["almelo"], gemeenten)
    return nieuw


def _regios() -> int:
    bekend = set(Regio.objects.values_list("code", flat=True))
    rijen = [Regio(**rij) for rij in _rijen(GEGEVENS / "regio.csv") if rij["code"] not in bekend]
    return len(Regio.objects.bulk_create(rijen))


def _gemeenten(regios) -> int:
    """Known by the CBS code; the two rests, of which one exists each, by their kind."""
    bekend = set(Gemeente.objects.values_list("soort", "cbs_code"))
    rijen = [
        Gemeente(
            naam=rij["naam"],
            cbs_code=rij["cbs_code"],
            soort=rij["soort"],
            regio=regios.get(rij["regio"]),
            is_centrum=rij["is_centrum"] == "ja",
        )
        for rij in _rijen(GEGEVENS / "gemeente.csv")
        if (rij["soort"], rij["cbs_code"]) not in bekend
    ]
    return len(Gemeente.objects.bulk_create(rijen))


def _ooit(model, veld: str) -> set:
    """Every value that this column has now, or had before somebody changed it."""
    return {*model.objects.values_list(veld, flat=True), *model.pgh_event_model.objects.values_list(veld, flat=True)}


def _dagen() -> int:
    bekend = _ooit(GelijkgesteldeDag, "datum")
    rijen = [GelijkgesteldeDag(**rij) for rij in _rijen(DAGEN) if date.fromisoformat(rij["datum"]) not in bekend]
    return len(GelijkgesteldeDag.objects.bulk_create(rijen))


def _organisaties(regios, gemeenten) -> int:
    bekend = _ooit(Organisatie, "naam")
    rijen = [
        Organisatie(
            naam=rij["naam"],
            soort=rij["soort"],
            regio=regios.get(rij["regio"]),
            gemeente=gemeenten.get(rij["gemeente"]),
        )
        for rij in _rijen(GEGEVENS / "organisatie.csv")
        if rij["naam"] not in bekend
    ]
    return len(Organisatie.objects.bulk_create(rijen))


def _criteria(regios) -> int:
    """A question that was ended, or got a newer version, is not asked again in its first form."""
    bekend = set(Criterium.objects.values_list("regio__code", "onderwerp", "code"))
    rijen = [
        Criterium(**{**rij, "regio": regios[rij["regio"]], "periode": GELDIG})
        for rij in _rijen(GEGEVENS / "criterium.csv")
        if (rij["regio"], rij["onderwerp"], rij["code"]) not in bekend
    ]
    return len(Criterium.objects.bulk_create(rijen))


def _verordeningen() -> int:
    """The first version of each college that decides, by its CBS code; a newer one is the administrator's (L-04)."""
    bekend = set(Verordening.objects.values_list("college__cbs_code", flat=True))
    colleges = {gemeente.cbs_code: gemeente for gemeente in Gemeente.objects.filter(is_centrum=True)}
    rijen = [
        Verordening(
            college=colleges[rij["college"]],
            naam=rij["naam"],
            versie=rij["versie"],
            periode=Periode(date.fromisoformat(rij["vanaf"])),
        )
        for rij in _rijen(GEGEVENS / "verordening.csv")
        if rij["college"] in colleges and rij["college"] not in bekend
    ]
    return len(Verordening.objects.bulk_create(rijen))


def _briefhoofden(regios) -> int:
    """The first letterhead of a region, with addresses that exist nowhere: they are placeholders."""
    bekend = set(Briefhoofd.objects.values_list("regio__code", flat=True))
    rijen = [
        Briefhoofd(**{**rij, "regio": regios[rij["regio"]], "geldig_vanaf": BEGIN})
        for rij in _rijen(GEGEVENS / "briefhoofd.csv")
        if rij["regio"] not in bekend
    ]
    return len(Briefhoofd.objects.bulk_create(rijen))


def _briefteksten() -> int:
    """The first version of every letter, from its file; a letter that has any version keeps what it has."""
    bekend = set(Briefsjabloon.objects.values_list("code", flat=True))
    rijen = []
    for soort in SOORTEN.values():
        if soort.code not in bekend and soort.bestand.exists():
            onderwerp, tekst = soort.tekst
            rijen.append(
                Briefsjabloon(
                    code=soort.code,
                    versie=1,
                    onderwerp=onderwerp,
                    tekst=tekst,
                    reden="Eerste tekst",
                    gepubliceerd_op=timezone.now(),
                )
            )
    return len(Briefsjabloon.objects.bulk_create(rijen))


def _bouwstenen() -> int:
    bekend = _ooit(Bouwsteen, "naam")
    rijen = [
        Bouwsteen(naam=rij["naam"], tekst=rij["tekst"], codes=rij["codes"].split())
        for rij in _rijen(GEGEVENS / "bouwsteen.csv")
        if rij["naam"] not in bekend
    ]
    return len(Bouwsteen.objects.bulk_create(rijen))


def _producten(regios) -> int:
    """What each region can grant (R-IND-21, R-IND-26), without a tarief: those are not known (Q-13)."""
    bekend = set(Product.objects.values_list("regio__code", "soort"))
    rijen = [
        Product(**{**rij, "regio": regios[rij["regio"]], "periode": GELDIG})
        for rij in _rijen(GEGEVENS / "product.csv")
        if (rij["regio"], rij["soort"]) not in bekend
    ]
    return len(Product.objects.bulk_create(rijen))


def _locaties(almelo, gemeenten) -> int:
    """T-CAP: the places for the region Almelo, wherever they stand (X-18), each with its own unit (X-19)."""
    bekend = _ooit(Locatie, "code")
    rijen = [
        Locatie(
            **{
                **rij,
                "gemeente": gemeenten.get(rij["gemeente"]),
                "capaciteit": int(rij["capaciteit"]) if rij["capaciteit"] else None,
            },
            voor_regio=almelo,
            vanaf=LIJST_VAN,
            is_te_bevestigen=True,
        )
        for rij in _rijen(GEGEVENS / "locatie.csv")
        if rij["code"] not in bekend
    ]
    return len(Locatie.objects.bulk_create(rijen))
