from datetime import date, timedelta
import pytest
from django.urls import reverse
from cimot import actions
from cimot.models import Aanvulling
from cimot.processen.aanmelding import Status as S
from kern import actions as kern, opschorten, termijnen
from kern.models import Taak, Dossier, Opschorting
from kern.proces import Weigering, NietBevoegd
from tests import wegen
from tests.factories import melding, moment, naar, NAMENS

pytestmark = pytest.mark.django_db


def stand(dossier):
    d = Dossier.objects.get(pk=dossier.pk)
    taken = {t.code: (t.status, t.begin_op, t.nominaal_op, t.vervalt_op, t.opgeschorte_dagen, t.gesloten_op) for t in d.taken.all() if t.status != "vervallen"}
    return d.status, d.status_sinds, d.gesloten_op, d.vervalt_op, d.eerst_op, d.aandacht_op, taken


def d(t):
    return date.fromisoformat(t)


STAPPEN = [S.MELDING_BEVESTIGD, S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK, S.VERSLAG_CONCEPT, S.VERSLAG_CLIENT, S.VERSLAG_DEFINITIEF, S.AANVRAAG_ONTVANGEN, S.AANVRAAG_ONVOLLEDIG, S.AANVRAAG_COMPLEET, S.BESLUIT_CONCEPT, S.BESLUIT_4OGEN, S.BESLUIT_ONDERTEKEND, S.INDICATIE_ACTIEF]


@pytest.fixture
def later(cast, monkeypatch):
    from django.utils import timezone
    monkeypatch.setattr(timezone, "now", lambda: moment("2030-01-01"))


@pytest.mark.parametrize("doel", STAPPEN)
def test_x_reverse_each(cast, later, doel):
    vorige, stap = wegen.AANMELDING[doel]
    z = naar(melding(cast), vorige, cast)
    voor = stand(z)
    op = moment(z.status_sinds.isoformat()) + timedelta(days=3)
    na = stap(z, cast, op, cast.anke)
    tussen = stand(na)
    kern.corrigeren(na, door=cast.tineke, op=op + timedelta(days=2), reden="x")
    weer = stand(z)
    for a, b in zip(voor[:3], weer[:3]): assert a == b
    for code in set(voor[6]) | set(weer[6]):
        if voor[6].get(code) != weer[6].get(code): print("VERSCHIL", doel, code, voor[6].get(code), weer[6].get(code))
    # again the same step on the same day
    z = kern.vergrendel(z)
    if doel not in (S.GEEN_INGEZETENE_TOETS, S.ONDERZOEK, S.VERSLAG_CONCEPT, S.VERSLAG_CLIENT, S.VERSLAG_DEFINITIEF):
        stap(z, cast, op, cast.anke)
        opnieuw = stand(z)
        assert opnieuw == tussen
    assert {k: v for k, v in voor[6].items()} == {k: v for k, v in weer[6].items()}


@pytest.fixture
def ontvangen(cast, later):
    return naar(melding(cast), S.AANVRAAG_ONTVANGEN, cast)


def taak(z, code="besluit"):
    return Taak.objects.get(dossier_id=z.pk, code=code)


def vraag_aan(z, cast, op, tot):
    return actions.aanvulling_vragen(z, door=cast.anke, op=op, ontbreekt="x", via="brief", gesteld_tot=tot)


def test_x_planned_other(cast, ontvangen):
    dag = ontvangen.aangevraagd_op
    op = moment(dag.isoformat())
    z = vraag_aan(ontvangen, cast, op, dag + timedelta(days=8))   # still d+1..d+7
    opschorten.opschorten(taak(z), grond="Awb 4:15 lid 2 a", reden="x", vanaf=dag + timedelta(days=8), tot=dag + timedelta(days=10), door=cast.anke, op=op)
    z = actions.aanvulling_ontvangen(z, door=cast.anke, op=op + timedelta(days=3))
    print(list(Opschorting.objects.values_list("grond", "vanaf", "tot")))
    assert taak(z).opgeschorte_dagen == 2 + 3


def test_x_other_ground_cut(cast, ontvangen):
    dag = ontvangen.aangevraagd_op
    op = moment(dag.isoformat())
    opschorten.opschorten(taak(ontvangen), grond="Awb 4:15 lid 2 a", reden="x", vanaf=dag + timedelta(days=1), tot=dag + timedelta(days=10), door=cast.anke, op=op)
    z = actions.aanvraag_compleet_verklaren(ontvangen, door=cast.anke, op=op + timedelta(days=3))
    assert taak(z).opgeschorte_dagen == 10


def test_x_before_begin(cast, ontvangen):
    op = moment(ontvangen.aangevraagd_op.isoformat())
    with pytest.raises(Weigering):
        opschorten.opschorten(taak(ontvangen), grond="Awb 4:15 lid 2 a", reden="x", vanaf=d("2025-01-01"), tot=d("2025-12-31"), door=cast.anke, op=op)


def test_x_after_lapse(cast, ontvangen):
    t = taak(ontvangen)
    dag = t.vervalt_op + timedelta(days=5)
    with pytest.raises(Weigering):
        opschorten.opschorten(t, grond="Awb 4:15 lid 2 a", reden="x", vanaf=dag, tot=dag + timedelta(days=30), door=cast.anke, op=moment(dag.isoformat()))


def test_x_aanvulling_after_lapse(cast, ontvangen):
    t = taak(ontvangen)
    dag = t.vervalt_op + timedelta(days=5)
    z = vraag_aan(ontvangen, cast, moment(dag.isoformat()), dag + timedelta(days=14))
    assert taak(z).vervalt_op == t.vervalt_op


def test_x_early_received_then_reversed(cast, later):
    z = naar(melding(cast), S.VERSLAG_CLIENT, cast)
    op = moment("2026-12-20")
    z = wegen._aangevraagd(z, cast, op, cast.anke)
    z = vraag_aan(z, cast, op, d("2027-01-10"))
    z = actions.aanvulling_ontvangen(z, door=cast.anke, op=moment("2026-12-24"))
    voor = taak(z).vervalt_op
    z = wegen._definitief(z, cast, moment("2026-12-28"), cast.anke)
    z = wegen._aangevraagd(z, cast, moment("2026-12-29"), cast.anke)
    z = actions.aanvraag_compleet_verklaren(z, door=cast.anke, op=moment("2026-12-30"))
    assert taak(z).vervalt_op == voor
    z = kern.corrigeren(z, door=cast.tineke, op=moment("2026-12-30"), reden="x")
    assert taak(z).vervalt_op == voor


def test_x_hervat_then_reversed(cast, ontvangen):
    dag = ontvangen.aangevraagd_op
    op = moment(dag.isoformat())
    z = vraag_aan(ontvangen, cast, op, dag + timedelta(days=14))
    opschorten.hervatten(taak(z), klaar_op=dag + timedelta(days=4), door=cast.anke, op=op + timedelta(days=4))
    voor = taak(z).vervalt_op
    z = actions.aanvraag_compleet_verklaren(z, door=cast.anke, op=op + timedelta(days=6))
    z = kern.corrigeren(z, door=cast.anke, op=op + timedelta(days=6), reden="x")
    assert taak(z).vervalt_op == voor


def test_x_buiten_behandeling_text(cast, later):
    z = naar(melding(cast), S.BESLUIT_CONCEPT, cast)
    op = moment(z.status_sinds.isoformat())
    z = wegen.besluit_schrijven(z, "afwijzing", cast, op=op, cm=cast.anke)
    z = kern.corrigeren(z, door=cast.anke, op=op, reden="x")
    z = kern.corrigeren(z, door=cast.anke, op=op, reden="x")
    assert z.status == S.AANVRAAG_ONTVANGEN
    z = vraag_aan(z, cast, op, op.date() + timedelta(days=5))
    z = actions.buiten_behandeling_laten(z, door=cast.anke, op=op + timedelta(days=7), waarom="Niet aangevuld.", ondertekenaar=cast.tineke, via="brief")
    print(z.besluit.tekst)
    assert "Gemotiveerd" not in z.besluit.tekst and "netwerk" not in z.besluit.tekst


def test_x_former_casemanager(cast, later):
    z = naar(melding(cast), S.AANVRAAG_COMPLEET, cast)
    op = moment(z.status_sinds.isoformat())
    z = actions.besluit_opstellen(z, door=cast.anke, op=op)
    z = actions.toewijzen(z, door=cast.tineke, op=op, behandelaar=cast.karim)
    with pytest.raises(NietBevoegd):
        kern.corrigeren(z, door=cast.anke, op=op, reden="x")


def test_x_dead_disk(cast, inloggen, settings, tmp_path):
    from django.core.files.uploadedfile import SimpleUploadedFile
    z = melding(cast)
    (tmp_path / "stuk").write_text("")
    settings.DOCUMENTEN_MAP = tmp_path / "stuk" / "x"
    b = inloggen(cast.bas)
    b.raise_request_exception = False
    r = b.post(reverse("document_toevoegen", args=[z.pk]), {"bestanden": SimpleUploadedFile("a.pdf", b"%PDF-1.4 x")})
    assert r.status_code in (422, 503), r.status_code
