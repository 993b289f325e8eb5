"""Every transition of SM-9 by its real action, with its letter; by nobody else, and in no other status."""

from datetime import timedelta

import pytest

from aanbieders.processen.toelating import LEVERT, TOELATING
from kern.models import Gebeurtenis
from kern.proces import actions as kern
from kern.proces.weigering import NietBevoegd
from tests import aanbiederwegen, factories
from tests.test_processen import BRIEVEN, ROLCODES, TOELATING_OVERGANGEN

# From, action, who: what changes facts and no status, typed by hand from domein.md 3.9.
VOORAF = ("aangemeld", "toelating_toets", "aanvulling")
FEITEN = {
    ("aangemeld", "informeren", "CON"),
    *((s, "aanvraag_wijzigen", "CON") for s in VOORAF),
    ("toelating_toets", "kwaliteit_toetsen", "CON TK"),
    ("toelating_toets", "financien_toetsen", "CON FIN"),
    ("contract", "contract_vastleggen", "CON"),
    ("contract", "contract_koppelen", "CON"),
    ("voortgangsgesprek", "gesprek_schrijven", "CON"),
    ("verscherpt", "verscherpen", "TL"),
    *((s, actie, "CON") for s in LEVERT for actie in ("contract_vastleggen", "contract_koppelen", "reactie_vastleggen")),
    *((s, actie, "CON") for s in LEVERT for actie in ("afspraak_maken", "afspraak_afronden")),
    *((s, actie, "CON") for s in LEVERT for actie in ("einde_voorbereiden", "overdracht_regelen")),
    *((s, "kosten_verantwoorden", "CON FIN") for s in LEVERT),
    *((s, "toewijzen", "CON TL") for s in (*VOORAF, "toegelaten", "contract", *LEVERT)),
}


def test_who_records_facts_in_which_status():
    tabel = {
        (str(van), o.actie, " ".join(sorted(ROLCODES[rol] for rol in o.wie)))
        for o in TOELATING.overgangen
        if not o.naar
        for van in o.van
    }
    assert tabel == FEITEN


@pytest.mark.eis("SC-14")
@pytest.mark.parametrize(("van", "actie", "naar", "wie"), sorted(TOELATING_OVERGANGEN))
def test_every_transition_for_real_and_for_nobody_else(cast, van, actie, naar, wie):
    dossier = factories.toelating(cast, van)
    op, per_rol = factories.laatste_moment(dossier) + timedelta(days=1), cast.per_rol()
    for rol in set(per_rol) - {rol for rol, code in ROLCODES.items() if code in wie.split()}:
        with pytest.raises(NietBevoegd):
            kern.overgaan(dossier, actie, door=per_rol[rol], op=op, reden="x")
    al_verstuurd = set(dossier.brieven.values_list("pk", flat=True))
    dossier = aanbiederwegen.stap(van, actie)(dossier, cast, op)
    assert dossier.status == naar and dossier.is_open == (naar not in TOELATING.eind)
    rij = Gebeurtenis.objects.filter(dossier_id=dossier.pk, actie=actie).order_by("-id").first()
    assert (rij.van, rij.naar, ROLCODES[rij.rol] in wie.split()) == (van, naar, True)
    nieuw = dossier.brieven.exclude(pk__in=al_verstuurd)
    assert sorted(brief.code for brief in nieuw) == sorted(BRIEVEN["toelating"].get(actie, "").split())
    assert all(brief.gebeurtenis_id == rij.pk and brief.exemplaren.count() == 1 for brief in nieuw)
