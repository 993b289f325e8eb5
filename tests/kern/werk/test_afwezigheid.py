"""Being away while a colleague does the work: who can, which days, no chains, and told by the teamleider."""

from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from kern.models import Afwezigheid, Gebeurtenis, Gebruiker, Regio
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd.periode import Periode
from kern.toegang.rollen import Rol
from kern.werk import afwezigheid

pytestmark = pytest.mark.django_db


@pytest.fixture
def almelo():
    return Regio.objects.get_or_create(code="almelo", defaults={"naam": "Almelo"})[0]


@pytest.fixture
def enschede():
    return Regio.objects.get_or_create(code="enschede", defaults={"naam": "Enschede"})[0]


def maak(naam, *rollen, tot=None):
    """A user with roles as (rol, regio)."""
    gebruiker = Gebruiker.objects.create(gebruikersnaam=naam.lower(), naam=naam, email=f"{naam.lower()}@voorbeeld.nl")
    for rol, regio in rollen:
        gebruiker.rolverleningen.create(rol=rol, regio=regio, periode=DateRange(date(2020, 1, 1), tot, "[)"))
    return gebruiker


def nu():
    return timezone.now()


def over(dagen):
    return timezone.localdate() + timedelta(days=dagen)


def test_both_days_count_and_the_period_is_stored_without_its_end(almelo):
    karin, ans = maak("Karin", (Rol.CASEMANAGER, almelo)), maak("Ans", (Rol.CASEMANAGER, almelo))
    rij = afwezigheid.melden(karin, eerste=over(1), laatste=over(3), waarnemer=ans, op=nu())
    rij.refresh_from_db()
    assert (rij.periode.bereik.lower, rij.periode.bereik.upper) == (over(1), over(4))


def test_only_the_same_role_in_the_same_region_all_those_days_can_take_over(almelo, enschede):
    karin = maak("Karin", (Rol.CASEMANAGER, almelo))
    goed = maak("Goed", (Rol.CASEMANAGER, almelo))
    maak("Elders", (Rol.CASEMANAGER, enschede))
    maak("Anders", (Rol.FRONTOFFICE, almelo))
    kort = maak("Kort", (Rol.CASEMANAGER, almelo), tot=over(3))
    Gebruiker.objects.filter(pk=maak("Weg", (Rol.CASEMANAGER, almelo)).pk).update(is_active=False)
    assert set(afwezigheid.waarnemers(karin, Periode.tot_dag(over(1), over(3)))) == {goed, kort}
    assert set(afwezigheid.waarnemers(karin, Periode.tot_dag(over(1), over(4)))) == {goed}
    with pytest.raises(Weigering, match="niet dezelfde rol en regio") as weigering:
        afwezigheid.melden(karin, eerste=over(1), laatste=over(3), waarnemer=kort, op=nu())
    assert weigering.value.veld == "waarnemer"


def test_who_works_in_two_regions_needs_somebody_for_both(almelo, enschede):
    karin = maak("Karin", (Rol.CASEMANAGER, almelo), (Rol.CASEMANAGER, enschede))
    maak("Half", (Rol.CASEMANAGER, almelo))
    heel = maak("Heel", (Rol.CASEMANAGER, almelo), (Rol.CASEMANAGER, enschede))
    assert list(afwezigheid.waarnemers(karin, Periode.tot_dag(over(1), over(2)))) == [heel]


def test_nobody_replaces_a_user_without_a_role(almelo):
    maak("Ans", (Rol.CASEMANAGER, almelo))
    assert not afwezigheid.waarnemers(maak("Leeg"), Periode.tot_dag(over(0), over(1))).exists()


@pytest.mark.parametrize(
    ("eerste", "laatste", "veld"), [(3, 1, "laatste"), (-1, 2, "eerste")], ids=["reversed", "in the past"]
)
def test_wrong_days_are_refused_at_their_field(almelo, eerste, laatste, veld):
    karin, ans = maak("Karin", (Rol.CASEMANAGER, almelo)), maak("Ans", (Rol.CASEMANAGER, almelo))
    with pytest.raises(Weigering) as weigering:
        afwezigheid.melden(karin, eerste=over(eerste), laatste=over(laatste), waarnemer=ans, op=nu())
    assert weigering.value.veld == veld


def test_a_second_absence_in_the_same_days_is_a_sentence(almelo):
    karin, ans = maak("Karin", (Rol.CASEMANAGER, almelo)), maak("Ans", (Rol.CASEMANAGER, almelo))
    afwezigheid.melden(karin, eerste=over(1), laatste=over(3), waarnemer=ans, op=nu())
    with pytest.raises(Weigering, match="In deze periode staat al een afwezigheid"):
        afwezigheid.melden(karin, eerste=over(3), laatste=over(5), waarnemer=ans, op=nu())


def test_a_colleague_who_is_away_himself_cannot_take_over(almelo):
    karin, ans = maak("Karin", (Rol.CASEMANAGER, almelo)), maak("Ans", (Rol.CASEMANAGER, almelo))
    afwezigheid.melden(ans, eerste=over(3), laatste=over(9), waarnemer=karin, op=nu())
    with pytest.raises(Weigering, match="dan zelf afwezig"):
        afwezigheid.melden(karin, eerste=over(1), laatste=over(3), waarnemer=ans, op=nu())


@pytest.mark.parametrize(("van", "blijft"), [(-2, True), (0, False), (2, False)])
def test_being_back_ends_what_runs_and_removes_what_did_not_start(almelo, van, blijft):
    karin, ans = maak("Karin", (Rol.CASEMANAGER, almelo)), maak("Ans", (Rol.CASEMANAGER, almelo))
    rij = Afwezigheid.objects.create(gebruiker=karin, waarnemer=ans, periode=DateRange(over(van), over(5), "[)"))
    afwezigheid.intrekken(rij, door=karin, op=nu())
    assert Afwezigheid.objects.exists() is blijft
    assert not Afwezigheid.objects.filter(periode__contains=over(0)).exists()


def test_an_absence_of_somebody_else_or_of_the_past_stays(almelo):
    karin, ans = maak("Karin", (Rol.CASEMANAGER, almelo)), maak("Ans", (Rol.CASEMANAGER, almelo))
    rij = Afwezigheid.objects.create(gebruiker=karin, waarnemer=ans, periode=DateRange(over(-5), over(0), "[)"))
    with pytest.raises(NietBevoegd):
        afwezigheid.intrekken(rij, door=ans, op=nu())
    with pytest.raises(Weigering, match="al voorbij"):
        afwezigheid.intrekken(rij, door=karin, op=nu())


def test_who_counts_on_you_must_first_find_somebody_else(almelo):
    """No chain the other way round either: the work of Ans would be nobody's."""
    karin, ans, bert = (maak(naam, (Rol.CASEMANAGER, almelo)) for naam in ("Karin", "Ans", "Bert"))
    afwezigheid.melden(ans, eerste=over(3), laatste=over(9), waarnemer=karin, op=nu())
    with pytest.raises(Weigering, match="U neemt dan waar voor Ans") as weigering:
        afwezigheid.melden(karin, eerste=over(9), laatste=over(12), waarnemer=bert, op=nu())
    assert weigering.value.veld == "eerste"
    afwezigheid.melden(karin, eerste=over(10), laatste=over(12), waarnemer=bert, op=nu())


def test_the_teamleider_tells_for_a_colleague_of_the_region(almelo, enschede):
    karin, ans = maak("Karin", (Rol.CASEMANAGER, almelo)), maak("Ans", (Rol.CASEMANAGER, almelo))
    tineke, tom = maak("Tineke", (Rol.TEAMLEIDER, almelo)), maak("Tom", (Rol.TEAMLEIDER, enschede))
    for ander in (tom, ans):
        with pytest.raises(NietBevoegd, match="geen casemanager van uw regio"):
            afwezigheid.melden(karin, eerste=over(0), laatste=over(3), waarnemer=ans, op=nu(), door=ander)
    rij = afwezigheid.melden(karin, eerste=over(0), laatste=over(3), waarnemer=ans, op=nu(), door=tineke)
    log = Gebeurtenis.objects.get(actie="afwezig_melden")
    assert (log.gebruiker_id, log.waarden["betreft"], log.waarden["waarnemer"]) == (tineke.pk, karin.pk, ans.pk)
    assert Gebruiker.objects.get(pk=ans.pk).waargenomen_ids == [karin.pk]
    with pytest.raises(NietBevoegd):
        afwezigheid.intrekken(rij, door=tom, op=nu())
    afwezigheid.intrekken(rij, door=tineke, op=nu())
    assert not Afwezigheid.objects.exists()
    assert Gebeurtenis.objects.get(actie="afwezigheid_intrekken").waarden == {"betreft": karin.pk}


def test_for_a_colleague_who_now_works_in_another_role_the_casemanagers_replace_her(almelo):
    karin = maak("Karin", (Rol.CASEMANAGER, almelo), (Rol.FRONTOFFICE, almelo))
    karin.actieve_rol = Rol.FRONTOFFICE
    ans, tineke = maak("Ans", (Rol.CASEMANAGER, almelo)), maak("Tineke", (Rol.TEAMLEIDER, almelo))
    assert not afwezigheid.waarnemers(karin, Periode.tot_dag(over(0), over(1))).exists()
    afwezigheid.melden(karin, eerste=over(0), laatste=over(3), waarnemer=ans, op=nu(), door=tineke)


def test_another_waarnemer_only_when_he_is_there_himself(almelo):
    karin, ans, bert, cees = (maak(naam, (Rol.CASEMANAGER, almelo)) for naam in ("Karin", "Ans", "Bert", "Cees"))
    rij = afwezigheid.melden(karin, eerste=over(0), laatste=over(5), waarnemer=ans, op=nu())
    afwezigheid.melden(bert, eerste=over(5), laatste=over(6), waarnemer=cees, op=nu())
    assert set(afwezigheid.vervangers(rij, over(0))) == {cees}
    with pytest.raises(Weigering, match="Bert kan niet waarnemen voor Karin"):
        afwezigheid.waarnemer_wijzigen(rij, waarnemer=bert, door=karin, op=nu())
    afwezigheid.waarnemer_wijzigen(rij, waarnemer=cees, door=karin, op=nu())
    rij.refresh_from_db()
    assert rij.waarnemer == cees
