"""Actions of the investigation (L-06 to L-09)."""

from datetime import date, datetime
from uuid import uuid4

from django.db import transaction

from cimot.models import Aanmelding, Bevinding, Criteriumuitkomst, Gesprek, Onderzoek
from kern.models import Toestemming
from kern.personen import clienten
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.tijd import klok


def _onderzoek(aanmelding) -> Onderzoek:
    """Its investigation as it was read under the lock; a new one when there is none yet."""
    return getattr(aanmelding, "onderzoek", None) or Onderzoek(aanmelding=aanmelding)


def onderzoek_starten(aanmelding, *, door, op) -> Aanmelding:
    """Start the investigation: not before the plan came, was waived, or its seven days lapsed (L-07)."""

    def wijzig(a):
        a.onderzoek = _onderzoek(a)
        a.onderzoek.gestart_op = klok.dag(op)
        a.onderzoek.save()

    return kern.overgaan(aanmelding, "onderzoek_starten", door=door, op=op, wijzig=wijzig)


def _onderzoek_wijzigen(aanmelding, actie, *, door, op, namens=None, **waarden) -> Aanmelding:
    def wijzig(a):
        a.onderzoek = _onderzoek(a)
        for naam, waarde in waarden.items():
            setattr(a.onderzoek, naam, waarde)
        a.onderzoek.save()

    return kern.overgaan(aanmelding, actie, door=door, op=op, wijzig=wijzig, namens=namens)


def plan_vastleggen(aanmelding, *, door, op, plan: str, plan_tekst: str = "", namens: dict) -> Aanmelding:
    """The client's own plan came, or he does not want to make one: T-PERSPLAN ends (L-07)."""
    klaar = None if plan == Onderzoek.Plan.AANGEBODEN else klok.dag(op)
    return _onderzoek_wijzigen(
        aanmelding,
        "plan_vastleggen",
        door=door,
        op=op,
        namens=namens,
        plan=plan,
        plan_tekst=plan_tekst,
        plan_afgehandeld_op=klaar,
    )


def ondersteuning_vastleggen(aanmelding, *, door, op, ondersteuning: str, ondersteuning_op: date) -> Aanmelding:
    """The client was pointed at free cliëntondersteuning (L-05, L-08)."""
    return _onderzoek_wijzigen(
        aanmelding,
        "ondersteuning_vastleggen",
        door=door,
        op=op,
        ondersteuning=ondersteuning,
        ondersteuning_op=ondersteuning_op,
    )


def identiteit_vaststellen(
    aanmelding, *, door, op, identiteitsbewijs: str, identiteit_op=None, identiteit_reden=""
) -> Aanmelding:
    """Which document was seen and when, or why not yet; its number is not copied (L-14)."""
    return _onderzoek_wijzigen(
        aanmelding,
        "identiteit_vaststellen",
        door=door,
        op=op,
        identiteitsbewijs=identiteitsbewijs,
        identiteit_op=identiteit_op,
        identiteit_reden=identiteit_reden,
    )


def onderzoek_invullen(aanmelding, *, door, op, **antwoorden) -> Aanmelding:
    """The seven questions of the law, letters a to g (L-09)."""
    return _onderzoek_wijzigen(aanmelding, "onderzoek_invullen", door=door, op=op, **antwoorden)


def gesprek_plannen(
    aanmelding, *, door, op, wanneer: datetime, minuten: int, plaats: str, aanwezigen: str, brief=None
) -> Aanmelding:
    def wijzig(a):
        onderzoek = _onderzoek(a)
        onderzoek.save()
        Gesprek.objects.create(
            onderzoek=onderzoek,
            uid=uuid4(),
            op=wanneer,
            minuten=minuten,
            plaats=plaats,
            aanwezigen=aanwezigen,
            door=door,
        )

    return kern.overgaan(aanmelding, "gesprek_plannen", door=door, op=op, wijzig=wijzig, brief=brief)


@transaction.atomic
def informatie_vragen(
    aanmelding, *, door, op, aan: str, adres: str, wat: str, toestemming: Toestemming, brief=None
) -> Aanmelding:
    """Ask somebody outside for information about the client, for which he gave his consent (BRF-05, L-37).

    Raises Weigering when the consent is not for this, is another client's, or does not hold on the day of `op`.
    """

    def wijzig(a):
        rij = Toestemming.objects.select_for_update(of=("self",)).get(pk=toestemming.pk)
        if rij.client_id != a.client_id or rij.waarvoor != Toestemming.Waarvoor.OPVRAGEN:
            raise Weigering("Kies een toestemming van deze cliënt om informatie op te vragen.", "toestemming")
        if not rij.geldt(klok.dag(op)):
            raise Weigering("Deze toestemming geldt niet op deze dag. Vraag de cliënt opnieuw.", "toestemming")
        # For the letter, which is the only record of it.
        a.opgevraagd = {"aan": aan, "adres": adres, "wat": wat, "toestemming": rij}

    if aanmelding.client:
        # The person before the dossier, as whoever takes his consent back.
        clienten.vergrendel(aanmelding.client)
    waarden = {"toestemming": toestemming.pk}
    return kern.overgaan(aanmelding, "informatie_vragen", door=door, op=op, wijzig=wijzig, waarden=waarden, brief=brief)


def _alle_tegelijk(rijen, sleutel: list[str], waarden) -> None:
    """Insert or update the answers of a whole form in one statement."""
    velden = sorted({veld for antwoord in waarden for veld in antwoord})
    if velden:
        type(rijen[0]).objects.bulk_create(rijen, update_conflicts=True, unique_fields=sleutel, update_fields=velden)


def leefgebieden_invullen(aanmelding, *, door, op, bevindingen: dict[str, dict]) -> Aanmelding:
    """`bevindingen`: per life domain {tekst, is_niet_aan_de_orde} (R-VIS-19, R-VIS-26)."""

    def wijzig(a):
        rijen = [Bevinding(onderzoek=a.onderzoek, leefgebied=g, **waarden) for g, waarden in bevindingen.items()]
        _alle_tegelijk(rijen, ["onderzoek", "leefgebied"], bevindingen.values())

    return kern.overgaan(aanmelding, "leefgebieden_invullen", door=door, op=op, wijzig=wijzig)


def criteria_invullen(aanmelding, *, door, op, uitkomsten: dict[int, dict]) -> Aanmelding:
    """`uitkomsten`: per id of a Criterium {uitkomst, toelichting}; advice, never a refusal (R-VIS-03, R-EXT-01)."""

    def wijzig(a):
        rijen = [Criteriumuitkomst(onderzoek=a.onderzoek, criterium_id=c, **waarden) for c, waarden in uitkomsten.items()]
        _alle_tegelijk(rijen, ["onderzoek", "criterium"], uitkomsten.values())

    return kern.overgaan(aanmelding, "criteria_invullen", door=door, op=op, wijzig=wijzig)


def vertraging_noteren(aanmelding, *, door, op, reden: str) -> Aanmelding:
    """An agreed delay is a note: the six weeks run on and the legal date stays visible (L-06)."""
    return kern.overgaan(aanmelding, "vertraging_noteren", door=door, op=op, reden=reden)


def beoordeling_vastleggen(aanmelding, *, door, op, **antwoorden) -> Aanmelding:
    """At home first, psychosociaal, housing question, Wlz, where from (R-VIS-11, R-VIS-24, R-VIS-25, L-17, R-AAN-04)."""
    return _onderzoek_wijzigen(aanmelding, "beoordeling_vastleggen", door=door, op=op, **antwoorden)


def advies_vragen(aanmelding, *, door, op, discipline: str, adviseur: str, vraag: str) -> Aanmelding:
    """Ask another discipline of Cimot for its opinion (R-ORG-12)."""

    def wijzig(a):
        a.onderzoek.adviezen.create(
            discipline=discipline, adviseur=adviseur, vraag=vraag, gevraagd_op=klok.dag(op), door=door
        )

    return kern.overgaan(aanmelding, "advies_vragen", door=door, op=op, wijzig=wijzig)


def advies_vastleggen(aanmelding, *, door, op, advies_id: int, advies: str) -> Aanmelding:
    """The advice that came on the day of `op`. Raises Weigering when it was not asked, or already given."""

    def wijzig(a):
        rij = a.onderzoek.adviezen.select_for_update(of=("self",)).filter(pk=advies_id, gegeven_op__isnull=True).first()
        if rij is None:
            raise Weigering("Kies een advies dat u vroeg en dat er nog niet is.", "advies_id")
        if klok.dag(op) < rij.gevraagd_op:
            raise Weigering("Het advies kan niet vóór de vraag komen.", "op")
        rij.advies, rij.gegeven_op = advies, klok.dag(op)
        rij.save()

    return kern.overgaan(aanmelding, "advies_vastleggen", door=door, op=op, wijzig=wijzig)


def verantwoordelijke_vastleggen(aanmelding, *, door, op, gemeente, regel: str, grond: str, vanaf: date) -> Aanmelding:
    """Another municipality answers for this dossier from a day on, by which rule and on which ground (X-21, L-02)."""

    def wijzig(a):
        kern.verantwoordelijk_maken(a, gemeente=gemeente, regel=regel, grond=grond, vanaf=vanaf)

    waarden = {"gemeente": gemeente.pk, "vanaf": vanaf.isoformat()}
    return kern.overgaan(aanmelding, "verantwoordelijke_vastleggen", door=door, op=op, wijzig=wijzig, waarden=waarden)
