"""The mandates and bye-laws as the functional administrator keeps them: two days that both count, and a history."""

from datetime import date

import pytest

from cimot.models import Mandaat, Verordening
from kern.models import Gemeente

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheer(cast, inloggen):
    return inloggen(cast.frida)


@pytest.mark.eis("L-66")
def test_a_mandate_has_a_first_and_a_last_day_that_count(beheer, cast):
    college = Gemeente.objects.get(naam="Almelo")
    data = {"gebruiker": cast.karim.pk, "college": college.pk, "soort": "aanvraag", "bron": "Besluit 7"}
    fout = beheer.post("/beheer/cimot/mandaat/add/", {**data, "vanaf": "01-11-2026", "tot_en_met": "01-10-2026"})
    assert "De laatste dag ligt vóór de eerste dag." in fout.content.decode()
    assert (
        beheer.post("/beheer/cimot/mandaat/add/", {**data, "vanaf": "01-11-2026", "tot_en_met": "30-11-2026"}).status_code
        == 302
    )
    mandaat = Mandaat.objects.get(gebruiker=cast.karim)
    assert (mandaat.periode.bereik.lower, mandaat.periode.bereik.upper) == (date(2026, 11, 1), date(2026, 12, 1))
    dubbel = beheer.post("/beheer/cimot/mandaat/add/", {**data, "vanaf": "30-11-2026"})
    assert "Deze persoon heeft dit mandaat in deze periode al." in dubbel.content.decode()
    lijst = beheer.get("/beheer/cimot/mandaat/").content.decode()
    assert "Karim" in lijst and "Besluit op een aanvraag" in lijst
    assert "Besluit 7" in beheer.get(f"/beheer/cimot/mandaat/{mandaat.pk}/history/").content.decode()


@pytest.mark.eis("L-04")
def test_a_verordening_is_of_a_college_that_decides(beheer, cast):
    pagina = beheer.get("/beheer/cimot/verordening/add/").content.decode()
    assert "Enschede" in pagina and "Wierden" not in pagina
    college = Gemeente.objects.get(naam="Almelo")
    data = {"college": college.pk, "naam": "Verordening Wmo", "versie": "2027", "vanaf": "01-01-2027"}
    bezet = beheer.post("/beheer/cimot/verordening/add/", data)
    assert "Deze gemeente heeft in deze periode al een verordening." in bezet.content.decode()
    oud = Verordening.objects.get(college=college)
    tot = {**data, "naam": oud.naam, "versie": oud.versie, "vanaf": "01-01-2015", "tot_en_met": "31-12-2026"}
    assert beheer.post(f"/beheer/cimot/verordening/{oud.pk}/change/", tot).status_code == 302
    assert beheer.post("/beheer/cimot/verordening/add/", data).status_code == 302
