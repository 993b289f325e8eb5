"""A provider asks to be admitted: its dossier opens and it becomes known as a provider (SM-9, R-FIN-08, X-11)."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint

from aanbieders.models import Aanbieder, Toelating
from kern.models import Dossier, Organisatie
from kern.proces import actions as kern
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import klok

_FINANCIERING = {
    "per indicatie": Toelating.Financiering.PER_INDICATIE,
    "subsidie": Toelating.Financiering.SUBSIDIE,
}


SOORTEN = (Organisatie.Soort.ZORGAANBIEDER, Organisatie.Soort.OPVANGAANBIEDER)
NUMMERS = {
    "kvk": ("Dit KvK-nummer", "Een KvK-nummer heeft 8 cijfers."),
    "agb": ("Deze AGB-code", "Een AGB-code heeft 8 cijfers."),
}


def bewaak(rij, velden: dict[str, str]) -> None:
    """The constraints of one row, as Weigering with their sentence beside a field: `velden` is constraint → field."""
    for constraint in type(rij)._meta.constraints:
        if isinstance(constraint, CheckConstraint):
            try:
                constraint.validate(type(rij), rij)
            except ValidationError as fout:
                raise Weigering(fout.messages[0], velden.get(constraint.name)) from None


def financiering(regio, op: date) -> str:
    """How a region pays on a day (X-11). Raises Weigering when its setting says neither of the two."""
    model = str(regio.instelling("financiering.model", op) or "").strip().lower()
    if model not in _FINANCIERING:
        zin = f"Van de regio {regio} is niet bekend hoe zij betaalt: per indicatie of met subsidie."
        raise Weigering(f"{zin} De functioneel beheerder vult “Financiering” in.", "regio")
    return _FINANCIERING[model]


@transaction.atomic
def aanmelden(
    *, door, op: datetime, regio, organisatie: Organisatie | None = None, aanvraag: str = "", aangevraagd_op: date,
    naam: str = "", soort: str = SOORTEN[0], kvk: str = "", agb: str = "",
) -> Toelating:  # fmt: skip
    """Open the dossier of a provider in a region: an organisation that is known, or a new one by its name (R-FIN-08).

    How it is financed follows from the region (X-11); whoever opens it follows it. Raises Weigering for a day in the
    future, for a number that is wrong or of somebody else, and when a dossier of this provider runs here already;
    NietBevoegd outside the own region.
    """
    if regio.pk not in door.regio_ids:
        raise NietBevoegd("Dit is een andere regio dan die van u.")
    if aangevraagd_op > klok.dag(op):
        raise Weigering("Deze datum ligt in de toekomst.", "aangevraagd_op")
    nieuw = organisatie is None
    try:
        with transaction.atomic():
            organisatie = organisatie or _nieuwe_organisatie(naam, soort)
            _aanbieder(organisatie, {"kvk": kvk, "agb": agb})
    except IntegrityError:
        # A colleague was a moment faster.
        raise Weigering(
            "Deze naam of dit nummer staat al bij een andere aanbieder. Kies die uit de lijst.", "naam"
        ) from None
    lopend = Dossier.objects.filter(organisatie=organisatie, regio=regio, soort="toelating", gesloten_op__isnull=True)
    if rij := lopend.first():
        raise Weigering(f"Deze aanbieder heeft in deze regio al een lopend dossier: {rij.kenmerk}.", "organisatie")
    toelating = Toelating(
        soort="toelating",
        regio=regio,
        organisatie=organisatie,
        behandelaar=door,
        geopend_op=aangevraagd_op,
        aanvraag=aanvraag,
        aangevraagd_op=aangevraagd_op,
        financiering=financiering(regio, aangevraagd_op),
    )
    return kern.openen(toelating, door=door, op=op, waarden={"financiering": toelating.financiering, "nieuw": nieuw})


def _nieuwe_organisatie(naam: str, soort: str) -> Organisatie:
    naam = " ".join(naam.split())
    if not naam:
        raise Weigering("Kies een organisatie, of vul de naam van een nieuwe in.", "naam")
    if soort not in SOORTEN:
        raise Weigering("Kies een zorgaanbieder of een opvangaanbieder.", "soort")
    if bekend := Organisatie.objects.filter(naam__iexact=naam).first():
        raise Weigering(f"Er is al een organisatie “{bekend.naam}”. Kies die uit de lijst.", "naam")
    return Organisatie.objects.create(naam=naam, soort=soort)


def _aanbieder(organisatie: Organisatie, nummers: dict[str, str]) -> None:
    """The row of the provider, made when it is missing; a number that was not known yet is kept."""
    if organisatie.soort not in SOORTEN:
        raise Weigering("Kies een zorgaanbieder of een opvangaanbieder.", "organisatie")
    Aanbieder.objects.get_or_create(organisatie=organisatie)
    # Two people who open one for the same provider wait here for each other.
    aanbieder = Aanbieder.objects.select_for_update(of=("self",)).get(pk=organisatie.pk)
    # The organisation goes on with this row.
    organisatie.aanbieder = aanbieder
    for veld, waarde in nummers.items():
        if waarde and waarde != getattr(aanbieder, veld):
            _vrij_nummer(aanbieder, veld, waarde)
            setattr(aanbieder, veld, waarde)
            aanbieder.versie += 1
            aanbieder.save()


def _vrij_nummer(aanbieder: Aanbieder, veld: str, waarde: str) -> None:
    wat, vorm = NUMMERS[veld]
    if not (waarde.isascii() and waarde.isdecimal() and len(waarde) == 8):
        raise Weigering(vorm, veld)
    if bekend := getattr(aanbieder, veld):
        raise Weigering(f"Bij deze aanbieder staat een ander nummer: {bekend}.", veld)
    ander = Aanbieder.objects.filter(**{veld: waarde}).select_related("organisatie").first()
    if ander:
        raise Weigering(f"{wat} staat al bij {ander.organisatie.naam}.", veld)
