"""From the request of a provider to the decision on its admission (SM-9, R-FIN-01, X-11)."""

from datetime import date, timedelta
from decimal import Decimal

from aanbieders.actions.aanmelden import aanmelden as aanmelden
from aanbieders.actions.aanmelden import bewaak
from aanbieders.models import Financieletoets, Kwaliteitstoets, Toelating
from kern.models import Gebruiker, Rolverlening
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.tijd import klok, opschorten
from kern.tijd.gronden import AANVULLING
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Rol


def _zet(**waarden):
    def wijzig(toelating):
        for naam, waarde in waarden.items():
            setattr(toelating, naam, waarde)

    return wijzig


def informeren(toelating, *, door, op, brief=None) -> Toelating:
    """The new provider is told what is asked of it (R-FIN-08)."""
    wijzig = _zet(geinformeerd_op=klok.dag(op))
    return kern.overgaan(toelating, "informeren", door=door, op=op, wijzig=wijzig, brief=brief)


def aanvraag_wijzigen(toelating, *, door, op, aanvraag: str, aangevraagd_op: date | None = None) -> Toelating:
    """What it wants to deliver, and the day of its request. Raises Weigering for a day after what already followed."""

    def wijzig(t):
        ontvangen = aangevraagd_op or t.aangevraagd_op
        if ontvangen > klok.dag(op):
            raise Weigering("Deze datum ligt in de toekomst.", "aangevraagd_op")
        for wat, dag in (("De informatie ging weg", t.geinformeerd_op), ("De toets begon", t.getoetst_vanaf)):
            if dag and dag < ontvangen:
                raise Weigering(f"{wat} op {datum_nl(dag)}. De aanvraag kwam dus eerder.", "aangevraagd_op")
        t.aanvraag, t.aangevraagd_op, t.geopend_op = aanvraag, ontvangen, ontvangen
        if t.status == t.proces.begin:
            t.status_sinds = ontvangen

    return kern.overgaan(toelating, "aanvraag_wijzigen", door=door, op=op, wijzig=wijzig)


def toets_starten(toelating, *, door, op, brief=None) -> Toelating:
    """The term to decide runs from this day (SM-9)."""
    wijzig = _zet(getoetst_vanaf=klok.dag(op))
    return kern.overgaan(toelating, "toets_starten", door=door, op=op, wijzig=wijzig, brief=brief)


def intrekken(toelating, *, door, op, reden: str, namens: dict) -> Toelating:
    return kern.overgaan(toelating, "intrekken", door=door, op=op, reden=reden, namens=namens)


def kwaliteit_toetsen(toelating, *, door, op, toetsen: dict[str, dict]) -> Toelating:
    """What was seen per quality item: {item: {uitkomst, toelichting}}. Half of it may be saved (R-FIN-01).

    An empty uitkomst takes an item away. What did not change keeps its day and who saw it. Raises Weigering for an item
    that does not hold without saying why.
    """

    def wijzig(t):
        bekend = {rij.eis: rij for rij in t.kwaliteitstoetsen.all()}
        for eis, nieuw in toetsen.items():
            rij = bekend.get(eis) or Kwaliteitstoets(toelating=t, eis=eis)
            if nieuw["uitkomst"]:
                _leg_vast(rij, nieuw["uitkomst"], nieuw.get("toelichting", "").strip(), door, klok.dag(op))
                bekend[eis] = rij
            elif rij.pk:
                rij.delete()
        Kwaliteitstoets.objects.bulk_create(rij for rij in bekend.values() if rij._state.adding)

    return kern.overgaan(toelating, "kwaliteit_toetsen", door=door, op=op, wijzig=wijzig)


def _leg_vast(rij: Kwaliteitstoets, uitkomst: str, toelichting: str, door, dag: date) -> None:
    if rij.pk and (rij.uitkomst, rij.toelichting) == (uitkomst, toelichting):
        return
    rij.uitkomst, rij.toelichting, rij.gezien_op, rij.door = uitkomst, toelichting, dag, door
    bewaak(rij, {"kwaliteitstoets_niet_met_uitleg": f"toelichting_{rij.eis}"})
    if rij.pk:
        rij.save()


def financien_toetsen(
    toelating, *, door, op, boekjaar: int, solvabiliteit: Decimal, oordeel: str, liquiditeit: Decimal | None = None,
    toelichting: str = "",
) -> Toelating:  # fmt: skip
    """Financiële continuïteit: the annual accounts and what they say (R-FIN-01).

    Raises Weigering for a year that has still to begin, and for onvoldoende without saying why.
    """

    def wijzig(t):
        if boekjaar > klok.dag(op).year:
            raise Weigering("Dit jaar moet nog beginnen.", "boekjaar")
        rij = Financieletoets.objects.filter(toelating=t).first() or Financieletoets(toelating=t)
        rij.boekjaar, rij.solvabiliteit, rij.liquiditeit = boekjaar, solvabiliteit, liquiditeit
        rij.oordeel, rij.toelichting, rij.gezien_op, rij.door = oordeel, toelichting.strip(), klok.dag(op), door
        bewaak(rij, {"financieletoets_boekjaar": "boekjaar", "financieletoets_onvoldoende_met_uitleg": "toelichting"})
        rij.save()
        t.financieletoets = rij

    return kern.overgaan(toelating, "financien_toetsen", door=door, op=op, wijzig=wijzig)


def _beslistermijn(toelating):
    taak = toelating.taken.filter(code="toelating").order_by("-id").first()
    if taak:
        taak.dossier = toelating
    return taak


def aanvulling_vragen(toelating, *, door, op, ontbreekt: str, aanvulling_tot: date, brief=None) -> Toelating:
    """What is missing and until when: the term to decide stands still from the day after (Awb 4:5, 4:15, L-59).

    Raises Weigering for a last day that does not lie after the request, or more than a year after it.
    """
    dag, een_dag = klok.dag(op), timedelta(days=1)
    if not ontbreekt.strip():
        raise Weigering("Vul in wat er ontbreekt.", "ontbreekt")
    if aanvulling_tot <= dag:
        raise Weigering("De laatste dag ligt na de dag waarop u om aanvulling vraagt.", "aanvulling_tot")
    if aanvulling_tot - dag > opschorten.LANGST:
        raise Weigering("Dit is langer dan een jaar. Kijk het jaartal na.", "aanvulling_tot")

    def wijzig(t):
        _zet(ontbreekt=ontbreekt, aanvulling_gevraagd_op=dag, aanvulling_tot=aanvulling_tot, aangevuld_op=None)(t)
        taak = _beslistermijn(t)
        if taak and taak.status == taak.Status.OPEN and not opschorten.is_voorbij(taak, dag):
            opschorten.zet_stil(
                taak, grond=AANVULLING, reden="Verzoek om aanvulling", vanaf=dag + een_dag, tot=aanvulling_tot - een_dag
            )

    return kern.overgaan(toelating, "aanvulling_vragen", door=door, op=op, wijzig=wijzig, brief=brief)


def aanvulling_ontvangen(toelating, *, door, op, namens: dict) -> Toelating:
    """The request was completed on the day of `op`, itself no suspended day (L-59)."""

    def wijzig(t):
        _zet(aangevuld_op=klok.dag(op))(t)
        if taak := _beslistermijn(t):
            opschorten.laat_lopen(taak, klaar_op=klok.dag(op), grond=AANVULLING)

    return kern.overgaan(toelating, "aanvulling_ontvangen", door=door, op=op, wijzig=wijzig, namens=namens)


def toelaten(
    toelating, *, door, op, motivering: str, toegelaten_vanaf: date, toegelaten_tot: date | None = None, brief=None
) -> Toelating:
    """The decision leaves on the day of `op`; T-BEZWAAR runs from it (BRF-52, L-55).

    Raises Weigering without saying why, for a begin before the request, and for an end before the begin.
    """
    if toegelaten_vanaf < toelating.geopend_op:
        zin = f"De aanvraag kwam op {datum_nl(toelating.geopend_op)}. Deze datum ligt daarvoor."
        raise Weigering(zin, "toegelaten_vanaf")
    if not motivering.strip():
        raise Weigering("Vul in waarom u dit besluit.", "motivering")
    if toegelaten_tot and toegelaten_tot < toegelaten_vanaf:
        raise Weigering("De einddatum ligt vóór de begindatum.", "toegelaten_tot")
    wijzig = _zet(
        besloten_op=klok.dag(op), motivering=motivering, toegelaten_vanaf=toegelaten_vanaf, toegelaten_tot=toegelaten_tot
    )
    return kern.overgaan(toelating, "toelaten", door=door, op=op, wijzig=wijzig, brief=brief)


def afwijzen(toelating, *, door, op, reden: str, brief=None) -> Toelating:
    """Refused, with its reasons in the letter (L-55)."""
    wijzig = _zet(besloten_op=klok.dag(op), motivering=reden)
    return kern.overgaan(toelating, "afwijzen", door=door, op=op, wijzig=wijzig, reden=reden, brief=brief)


def contractmanagers(regio, dag: date):
    """Who may be responsible for a provider of this region on a day."""
    rollen = Rolverlening.objects.op(dag).filter(rol=Rol.CONTRACTMANAGER, regio=regio)
    return Gebruiker.objects.filter(is_active=True, pk__in=rollen.values("gebruiker")).order_by("naam")


def toewijzen(toelating, *, door, op, behandelaar: Gebruiker) -> Toelating:
    """Raises Weigering when this colleague is no contractmanager of the region today."""
    if not contractmanagers(toelating.regio, klok.dag(op)).filter(pk=behandelaar.pk).exists():
        raise Weigering(f"{behandelaar} is vandaag geen contractmanager van deze regio.", "behandelaar")

    def wijzig(t):
        t.behandelaar = behandelaar
        # Whoever is responsible does not also share his own case.
        t.medebehandelaars.remove(behandelaar)

    waarden = {"behandelaar": behandelaar.pk}
    return kern.overgaan(toelating, "toewijzen", door=door, op=op, wijzig=wijzig, waarden=waarden)
