"""A worked example of domein.md 6, day by day: each step moves the clock to its own day and is a real action."""

from datetime import date

from cimot import actions
from cimot.processen.aanmelding import Status
from kern.models import Taak
from kern.tijd import signalen
from tests import factories, wegen


def dag(tekst: str) -> date:
    """ "17-12-2026", as the examples write it."""
    d, m, j = tekst.split("-")
    return date(int(j), int(m), int(d))


def termijn(zaak, code) -> tuple[date, date, date]:
    """Begin, nominal and effective end of a deadline as it is stored now."""
    taak = Taak.objects.get(dossier_id=zaak.pk, code=code)
    return taak.begin_op, taak.nominaal_op, taak.vervalt_op


def stand(zaak, code) -> tuple[str, date | None]:
    taak = Taak.objects.get(dossier_id=zaak.pk, code=code)
    return taak.status, taak.gesloten_op


def waarom(zaak, code) -> str:
    return " ".join(stap["tekst"] for stap in Taak.objects.get(dossier_id=zaak.pk, code=code).stappen)


class Scenario:
    def __init__(self, cast):
        self.cast, self.nu = cast, factories.moment("2026-11-01")

    def op(self, dag_: str, tijd="10:00"):
        """That moment; the clock stands at it from now on."""
        self.nu = factories.moment(f"{dag(dag_)} {tijd}")
        return self.nu

    def melding(self, dag_: str, **gegevens):
        return factories.melding(self.cast, ontvangen=self.op(dag_), **gegevens)

    def stap(self, zaak, status: Status, dag_: str, cm=None, **extra):
        """The step that leads to this status, on that day."""
        cm = cm or self.cast.casemanager(zaak.regio)
        zaak = wegen.AANMELDING[status][1](zaak, self.cast, self.op(dag_), cm, **extra)
        assert zaak.status == status
        return zaak

    def langs(self, zaak, *stappen: tuple[Status, str]):
        for status, dag_ in stappen:
            zaak = self.stap(zaak, status, dag_)
        return zaak

    def nacht(self, dag_: str) -> dict:
        """The check of that day (kern.tijd.signalen)."""
        return signalen.controleer(dag(dag_), op=self.op(dag_, "03:00"))

    def aanvraag(self, zaak, dag_: str, *, vorm="formulier"):
        return actions.aanvraag_vastleggen(zaak, door=self.cast.bas, op=self.op(dag_), vorm=vorm, is_ondertekend=True)

    def versturen(self, zaak, dag_: str):
        return actions.besluit_versturen(zaak, door=self.cast.bas, op=self.op(dag_), via="brief")
