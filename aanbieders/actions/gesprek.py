"""Reviews with a provider and the agreements made in them (SM-9 `voortgangsgesprek`, R-FIN-07)."""

from datetime import date

from aanbieders import cijfers
from aanbieders.models import Afspraak, Gesprek, Toelating
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.tijd import klok
from kern.tijd.kalender import datum_nl


def _open(toelating) -> Gesprek | None:
    return toelating.gesprekken.filter(gesloten_op__isnull=True).first()


def gesprek_plannen(toelating, *, door, op, gepland_op: date, agenda: str = "") -> Toelating:
    """Raises Weigering for a day before today. A talk that a measure came in between goes on as it was."""
    if gepland_op < klok.dag(op):
        raise Weigering("Deze dag is al geweest. Kies een dag vanaf vandaag.", "gepland_op")

    def wijzig(t):
        gesprek = _open(t) or Gesprek(toelating=t)
        gesprek.gepland_op, gesprek.agenda = gepland_op, agenda
        gesprek.save()

    return kern.overgaan(toelating, "gesprek_plannen", door=door, op=op, wijzig=wijzig)


def gesprek_schrijven(
    toelating, *, door, op, agenda="", gehouden_op: date | None = None, aanwezigen="", verslag="", afspraken: list[dict] = ()
) -> Toelating:
    """What was said, and agreements to add: {tekst, wie, uiterlijk} each, made on the day of the talk.

    Raises Weigering for a talk in the future, and for an agreement that ends before it was made.
    """
    if gehouden_op and gehouden_op > klok.dag(op):
        raise Weigering("Deze datum ligt in de toekomst.", "gehouden_op")

    def wijzig(t):
        if gehouden_op and gehouden_op < t.geopend_op:
            raise Weigering(f"Dit dossier begon op {datum_nl(t.geopend_op)}. Deze datum ligt daarvoor.", "gehouden_op")
        # After a cancelled talk that was set right there is none any more.
        gesprek = _open(t) or Gesprek(toelating=t, gepland_op=gehouden_op or klok.dag(op))
        gesprek.agenda, gesprek.gehouden_op = agenda, gehouden_op
        gesprek.aanwezigen, gesprek.verslag = aanwezigen, verslag
        gesprek.save()
        for nummer, afspraak in enumerate(afspraken, start=1):
            _maak_afspraak(t, gesprek, gehouden_op or klok.dag(op), veld=f"uiterlijk_{nummer}", **afspraak)

    return kern.overgaan(toelating, "gesprek_schrijven", door=door, op=op, wijzig=wijzig)


def gesprek_afronden(toelating, *, door, op, brief=None) -> Toelating:
    """The report leaves, and the figures of the provider of this day are kept with it for good (R-FIN-07).

    Raises Weigering without a report, or when the talk was after the day of `op`.
    """

    def wijzig(t):
        gesprek = _open(t)
        if gesprek is None or not (gesprek.verslag.strip() and gesprek.aanwezigen.strip() and gesprek.gehouden_op):
            raise Weigering("Schrijf eerst het verslag: wanneer het gesprek was, wie erbij waren en wat er is besproken.")
        if gesprek.gehouden_op > klok.dag(op):
            raise Weigering(f"Het gesprek was op {datum_nl(gesprek.gehouden_op)}. Deze datum ligt daarvoor.", "op")
        gesprek.cijfers = cijfers.bevroren(t.organisatie.aanbieder, [t.regio_id], klok.dag(op))
        gesprek.gesloten_op, gesprek.gesloten_door = klok.dag(op), door
        gesprek.save()

    return kern.overgaan(toelating, "gesprek_afronden", door=door, op=op, wijzig=wijzig, brief=brief)


def gesprek_afzeggen(toelating, *, door, op, reden: str) -> Toelating:
    """The talk that was planned is gone; its history stays. Raises Weigering when agreements were made in it."""

    def wijzig(t):
        gesprek = _open(t)
        if gesprek is None:
            return
        if gesprek.afspraken.exists():
            raise Weigering("Bij dit gesprek zijn al afspraken gemaakt. Rond het gesprek af.")
        gesprek.delete()

    return kern.overgaan(toelating, "gesprek_afzeggen", door=door, op=op, wijzig=wijzig, reden=reden)


def reactie_vastleggen(toelating, *, door, op, reactie: str, namens: dict) -> Toelating:
    """What the provider says of the last report, on the day of `op`. Raises Weigering before the day of the report."""

    def wijzig(t):
        gesprek = t.gesprekken.filter(gesloten_op__isnull=False).order_by("-gesloten_op", "-id").first()
        if gesprek is None:
            raise Weigering("Er is nog geen verslag waar de aanbieder op kan reageren.")
        if klok.dag(op) < gesprek.gesloten_op:
            raise Weigering(f"Het verslag ging weg op {datum_nl(gesprek.gesloten_op)}. Deze datum ligt daarvoor.", "op")
        gesprek.reactie, gesprek.reactie_op = reactie, klok.dag(op)
        gesprek.save()

    return kern.overgaan(toelating, "reactie_vastleggen", door=door, op=op, wijzig=wijzig, namens=namens)


def afspraak_maken(toelating, *, door, op, tekst: str, wie: str, uiterlijk: date) -> Toelating:
    """An agreement outside a talk, made on the day of `op`. Raises Weigering when it ends before that day."""
    return kern.overgaan(
        toelating,
        "afspraak_maken",
        door=door,
        op=op,
        wijzig=lambda t: _maak_afspraak(t, None, klok.dag(op), tekst=tekst, wie=wie, uiterlijk=uiterlijk),
    )


def _maak_afspraak(toelating, gesprek, gemaakt_op: date, *, tekst: str, wie: str, uiterlijk: date, veld="uiterlijk") -> None:
    if uiterlijk < gemaakt_op:
        raise Weigering("De laatste dag ligt vóór de dag waarop u dit afsprak.", veld)
    Afspraak.objects.create(
        toelating=toelating, gesprek=gesprek, tekst=tekst, wie=wie, gemaakt_op=gemaakt_op, uiterlijk=uiterlijk
    )


def afspraak_afronden(toelating, *, door, op, afspraak: Afspraak, uitkomst: str) -> Toelating:
    """Done on the day of `op`, and what came of it.

    Raises Weigering for an agreement with another provider, one that is done already, or a day before it was made.
    """

    def wijzig(t):
        rij = t.afspraken.filter(pk=afspraak.pk).first()
        if rij is None or rij.gedaan_op:
            raise Weigering("Deze afspraak is al afgerond of hoort hier niet bij.", "afspraak")
        if klok.dag(op) < rij.gemaakt_op:
            raise Weigering("Dit kan niet klaar zijn vóór het was afgesproken.", "op")
        rij.gedaan_op, rij.uitkomst = klok.dag(op), uitkomst
        rij.save()

    waarden = {"afspraak": afspraak.pk}
    return kern.overgaan(toelating, "afspraak_afronden", door=door, op=op, wijzig=wijzig, waarden=waarden)
