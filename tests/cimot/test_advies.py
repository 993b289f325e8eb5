"""A second opinion of another discipline, and the municipality that answers for a dossier (R-ORG-12, X-21)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cimot import actions
from cimot.processen.aanmelding import AANMELDING, Status
from kern.models import Gemeente
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.tijd.kalender import datum_nl
from tests.factories import melding, naar

pytestmark = pytest.mark.django_db
VRAAG = {"discipline": "verslaving", "adviseur": "Tactus", "vraag": "Is opname eerst nodig?"}


@pytest.fixture
def onderzoek(cast):
    return naar(melding(cast), Status.ONDERZOEK, cast)


@pytest.mark.eis("R-ORG-12")
def test_advice_is_asked_and_answered_once(cast, onderzoek):
    op = timezone.now()
    assert kern.ontbreekt(onderzoek, AANMELDING.overgang(Status.ONDERZOEK, "advies_vastleggen"), timezone.localdate(op)) == [
        "u hebt om advies gevraagd"
    ]
    zaak = actions.advies_vragen(onderzoek, door=cast.anke, op=op, **VRAAG)
    gevraagd = zaak.onderzoek.adviezen.get()
    with pytest.raises(Weigering, match="niet vóór de vraag"):
        actions.advies_vastleggen(zaak, door=cast.anke, op=op - timedelta(days=1), advies_id=gevraagd.pk, advies="Ja.")
    actions.advies_vastleggen(zaak, door=cast.anke, op=op, advies_id=gevraagd.pk, advies="Nee, ambulant kan.")
    gevraagd.refresh_from_db()
    assert (gevraagd.advies, gevraagd.gegeven_op) == ("Nee, ambulant kan.", timezone.localdate(op))
    with pytest.raises(Weigering, match="dat er nog niet is"):
        actions.advies_vastleggen(zaak, door=cast.anke, op=op, advies_id=gevraagd.pk, advies="Toch wel.")


@pytest.mark.eis("X-21", "L-02")
def test_another_municipality_answers_from_a_day_on(cast, onderzoek):
    almelo, wierden = Gemeente.objects.get(naam="Almelo"), Gemeente.objects.get(naam="Wierden")
    wie = {"door": cast.tineke, "op": timezone.now(), "regel": "woongemeente"}
    begin = onderzoek.verantwoordelijkheden.get()
    assert (begin.gemeente, begin.tot) == (almelo, None)
    with pytest.raises(Weigering, match=f"Almelo is verantwoordelijk vanaf {datum_nl(begin.vanaf)}"):
        actions.verantwoordelijke_vastleggen(onderzoek, **wie, gemeente=wierden, grond="Afspraak", vanaf=begin.vanaf)
    dag = begin.vanaf + timedelta(days=3)
    actions.verantwoordelijke_vastleggen(onderzoek, **wie, gemeente=wierden, grond="Afspraak", vanaf=dag)
    rijen = [(v.gemeente, v.grond, v.vanaf, v.tot) for v in onderzoek.verantwoordelijkheden.order_by("vanaf")]
    assert rijen == [
        (almelo, begin.grond, begin.vanaf, dag - timedelta(days=1)),
        (wierden, "Afspraak", dag, None),
    ]
    # Another ground for the same municipality is a new row too; the same once more is not.
    for _ in range(2):
        actions.verantwoordelijke_vastleggen(
            onderzoek, **wie, gemeente=wierden, grond="Besluit", vanaf=dag + timedelta(days=1)
        )
    assert onderzoek.verantwoordelijkheden.count() == 3
