"""Actions of the aanvraag: received, completed or not, left untreated (L-12, L-15, L-56, L-58, L-59)."""

from datetime import date, timedelta

from cimot.actions.besluit import besluit_zonder_aanvraag
from cimot.models import Aanmelding, Aanvraag, Besluit, Besluitsoort
from kern.models import Taak
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.tijd import klok, opschorten
from kern.tijd.gronden import AANVULLING
from kern.tijd.kalender import datum_nl


def aanvraag_vastleggen(aanmelding, *, door, op, vorm: str, is_ondertekend: bool, brief=None) -> Aanmelding:
    """The aanvraag came on the day of `op`: T-BESLUIT starts (L-15). One that came before the account keeps its own day.

    Before the account is final it is accepted only after the six weeks (L-12), and as long as it is not, recording it
    again corrects its day. Raises Weigering when it would then come after the request to complete it.
    """

    def wijzig(a):
        nu, dag = {"vorm": vorm, "is_ondertekend": is_ondertekend}, {"ontvangen_op": klok.dag(op)}
        verbeterd = nu if a.verslag_definitief_op else nu | dag
        _niet_na_verzoek(a, klok.dag(op) if verbeterd != nu else None)
        a.aanvraag, _ = Aanvraag.objects.update_or_create(aanmelding=a, defaults=verbeterd, create_defaults=nu | dag)

    return kern.overgaan(aanmelding, "aanvraag_vastleggen", door=door, op=op, wijzig=wijzig, brief=brief)


def _niet_na_verzoek(aanmelding, ontvangen_op: date | None) -> None:
    verzoek = aanmelding.aanvraag.aanvullingen.first() if hasattr(aanmelding, "aanvraag") else None
    if verzoek and ontvangen_op and verzoek.gevraagd_op < ontvangen_op:
        zin = f"U vroeg op {datum_nl(verzoek.gevraagd_op)} om aanvulling. De aanvraag kwam dus eerder."
        raise Weigering(zin, "op")


def geen_aanvraag(aanmelding, *, door, op, reden: str, namens: dict) -> Aanmelding:
    return kern.overgaan(aanmelding, "geen_aanvraag", door=door, op=op, reden=reden, namens=namens)


def algemene_voorziening(aanmelding, *, door, op, reden: str, namens: dict) -> Aanmelding:
    """The client is helped by a general facility and asks no decision (R-VIS-06)."""
    return kern.overgaan(aanmelding, "algemene_voorziening", door=door, op=op, reden=reden, namens=namens)


def _beslistermijn(aanmelding) -> Taak:
    taak = aanmelding.taken.get(code="besluit")
    taak.dossier = aanmelding
    return taak


def _compleet(a, op: date) -> None:
    a.aanvraag.compleet_op = op
    a.aanvraag.save()
    opschorten.laat_lopen(_beslistermijn(a), klaar_op=op, grond=AANVULLING)


def aanvraag_compleet_verklaren(aanmelding, *, door, op) -> Aanmelding:
    """Everything is there, or it can be decided without: T-BESLUIT runs again if it stood still (L-56)."""
    return kern.overgaan(
        aanmelding, "aanvraag_compleet_verklaren", door=door, op=op, wijzig=lambda a: _compleet(a, klok.dag(op))
    )


def aanvulling_vragen(aanmelding, *, door, op, ontbreekt: str, via: str, gesteld_tot: date | None, brief=None) -> Aanmelding:
    """Invite the client to complete his aanvraag (Awb 4:5).

    With a set term T-BESLUIT stands still from the day after the invitation, at the latest up to the day before the term
    ends: on the day on which it ends unused it runs again. Without a set term, or when T-BESLUIT was over already,
    nothing stands still (L-59).
    """

    def wijzig(a):
        dag = klok.dag(op)
        if a.aangevraagd_op is None:
            raise Weigering("Er is nog geen aanvraag. Leg die eerst vast.")
        if dag < a.aangevraagd_op:
            raise Weigering(f"De aanvraag kwam op {datum_nl(a.aangevraagd_op)}. Deze datum ligt daarvoor.", "op")
        if gesteld_tot and gesteld_tot <= dag:
            raise Weigering("De termijn moet na de dag van het verzoek liggen.", "gesteld_tot")
        if gesteld_tot and gesteld_tot - dag > opschorten.LANGST:
            raise Weigering("Dit is langer dan een jaar. Kijk het jaartal na.", "gesteld_tot")
        if a.aanvraag.aanvullingen.filter(ontvangen_op__isnull=True).exists():
            raise Weigering("Er loopt al een verzoek om aanvulling.")
        a.aanvraag.aanvullingen.create(ontbreekt=ontbreekt, gevraagd_op=dag, via=via, gesteld_tot=gesteld_tot)
        een_dag = timedelta(days=1)
        beslistermijn = _beslistermijn(a)
        if gesteld_tot and not opschorten.is_voorbij(beslistermijn, dag):
            opschorten.zet_stil(
                beslistermijn,
                grond=AANVULLING,
                reden="Verzoek om aanvulling",
                vanaf=dag + een_dag,
                tot=gesteld_tot - een_dag,
            )

    waarden = {"gesteld_tot": gesteld_tot.isoformat() if gesteld_tot else ""}
    return kern.overgaan(aanmelding, "aanvulling_vragen", door=door, op=op, wijzig=wijzig, waarden=waarden, brief=brief)


def aanvulling_ontvangen(aanmelding, *, door, op) -> Aanmelding:
    """The aanvraag was completed on the day of `op`, itself no suspended day (L-59)."""

    def wijzig(a):
        verzoek = a.aanvulling
        if verzoek is None or verzoek.ontvangen_op:
            raise Weigering("Er loopt geen verzoek om aanvulling.")
        if klok.dag(op) < verzoek.gevraagd_op:
            raise Weigering(f"U vroeg erom op {datum_nl(verzoek.gevraagd_op)}. Deze datum ligt daarvoor.", "op")
        verzoek.ontvangen_op = klok.dag(op)
        verzoek.save()
        _compleet(a, klok.dag(op))

    return kern.overgaan(aanmelding, "aanvulling_ontvangen", door=door, op=op, wijzig=wijzig)


def buiten_behandeling_laten(aanmelding, *, door, op, waarom: str, ondertekenaar, via: str, brief=None) -> Aanmelding:
    """Not completed within the set term: decide within four weeks to leave it untreated (Awb 4:5, T-4:5)."""

    def wijzig(a):
        besluit_zonder_aanvraag(
            a, Besluit.Uitkomst.BUITEN_BEHANDELING, Besluitsoort.BUITEN_BEHANDELING,
            door=door, dag=klok.dag(op), waarom=waarom, ondertekenaar=ondertekenaar, via=via,
        )  # fmt: skip

    return kern.overgaan(
        aanmelding,
        "buiten_behandeling_laten",
        door=door,
        op=op,
        wijzig=wijzig,
        reden="Aanvraag niet aangevuld",
        brief=brief,
    )


def vertraging_meedelen(aanmelding, *, door, op, reden: str, via: str, mededeling_tot: date) -> Aanmelding:
    """Tell the client that the decision is late and when it comes; the legal date does not move (Awb 4:14, L-58)."""

    def wijzig(a):
        if mededeling_tot <= klok.dag(op):
            raise Weigering("Noem een dag na het bericht.", "mededeling_tot")
        a.aanvraag.mededeling_op, a.aanvraag.mededeling_via = klok.dag(op), via
        a.aanvraag.mededeling_tot = mededeling_tot
        a.aanvraag.save()

    return kern.overgaan(aanmelding, "vertraging_meedelen", door=door, op=op, wijzig=wijzig, reden=reden)
