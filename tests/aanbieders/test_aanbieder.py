"""The data of a provider: what is refused, what stays in the history, what the log says (R-FIN-04, X-13, X-19)."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.utils import InternalError

from aanbieders.actions import aanbieder as acties
from aanbieders.models import Verledenvaststelling
from aanbieders.models.aanbieder import Verleden
from kern.models import Gebeurtenis
from kern.proces.weigering import NietBevoegd, Weigering
from tests.aanbieders import opstelling
from tests.aanbieders.opstelling import NU, VANDAAG

pytestmark = pytest.mark.django_db
MORGEN, GISTEREN = VANDAAG + timedelta(days=1), VANDAAG - timedelta(days=1)


def wijzig(van, con, **waarden):
    return acties.aanbieder_wijzigen(van, door=con, op=NU, **waarden)


@pytest.mark.eis("R-FIN-04")
def test_data_change_with_a_new_version_and_without_a_value_in_the_log(zorghuis, con):
    wijzig(zorghuis, con, kvk="12345678", agb="87654321", rechtsvorm="bv", ubo="J. Jansen", specialisaties=["lvb"])
    zorghuis.refresh_from_db()
    assert (zorghuis.kvk, zorghuis.versie, zorghuis.specialisaties) == ("12345678", 2, ["lvb"])
    rij = Gebeurtenis.objects.get(actie="aanbieder_wijzigen")
    assert (rij.wereld, rij.soort, rij.dossier_id, rij.gebruiker_id) == ("aanbieders", "aanbieder", None, con.pk)
    assert rij.waarden["velden"] == ["agb", "kvk", "rechtsvorm", "specialisaties", "ubo"]
    assert "Jansen" not in str(rij.waarden) and "12345678" not in str(rij.waarden)
    wijzig(zorghuis, con, kvk="12345678")
    assert Gebeurtenis.objects.filter(actie="aanbieder_wijzigen").count() == 1


@pytest.mark.parametrize("veld", ["kvk", "agb"])
@pytest.mark.parametrize("waarde", ["1234567", "123456789", "1234567a", "١٢٣٤٥٦٧٨", " 1234567"])
def test_a_number_that_is_no_number_is_refused_beside_its_field(zorghuis, con, veld, waarde):
    with pytest.raises(Weigering, match="heeft 8 cijfers") as fout:
        wijzig(zorghuis, con, **{veld: waarde})
    assert fout.value.veld == veld


@pytest.mark.parametrize("veld", ["kvk", "agb"])
def test_a_number_of_another_provider_is_refused_without_saying_whose(zorghuis, con, veld):
    opstelling.aanbieder("Geheime Zorg BV", **{veld: "11111111"})
    with pytest.raises(Weigering, match="al bij een andere aanbieder") as fout:
        wijzig(zorghuis, con, **{veld: "11111111"})
    assert fout.value.veld == veld and "Geheime" not in fout.value.zin


def test_two_providers_may_both_have_no_number(zorghuis, con):
    ander = opstelling.aanbieder("Ander")
    wijzig(zorghuis, con, kvk="", plaats="Almelo")
    wijzig(ander, con, kvk="", plaats="Wierden")
    zorghuis.refresh_from_db()
    assert zorghuis.kvk is None


def test_only_the_contractmanager_changes_a_provider(zorghuis, cast):
    plek = opstelling.locatie(zorghuis).plekken.create(naam="1", vanaf=VANDAAG)
    doen = [
        lambda: wijzig(zorghuis, cast.tineke, plaats="x"),
        lambda: acties.verleden_vaststellen(zorghuis, door=cast.anke, op=NU, verleden="awbz", bewijs="x", reden="y"),
        lambda: acties.locatie_toevoegen(zorghuis, door=cast.bas, op=NU, naam="x", vanaf=VANDAAG),
        lambda: acties.plek_beeindigen(plek, door=cast.tineke, op=NU, tot=VANDAAG),
    ]
    for actie in doen:
        with pytest.raises(NietBevoegd):
            actie()


# Before 2015.


@pytest.mark.eis("X-13", "SC-14")
def test_the_status_before_2015_is_added_to_and_never_overwritten(zorghuis, con):
    def vast(verleden, bewijs, reden):
        return acties.verleden_vaststellen(zorghuis, door=con, op=NU, verleden=verleden, bewijs=bewijs, reden=reden)

    vast("awbz", "Toelatingsbesluit 2011", "Eerste keer.")
    vast("geen", "KvK: opgericht in 2018", "Verkeerd besluit gezien.")
    assert [rij.verleden for rij in zorghuis.verledens.all()] == ["geen", "awbz"]
    for doe in (lambda: zorghuis.verledens.update(verleden="pgb"), lambda: zorghuis.verledens.all().delete()):
        with pytest.raises(InternalError), transaction.atomic():
            doe()
    assert Gebeurtenis.objects.filter(actie="verleden_vaststellen").count() == 2


@pytest.mark.eis("X-13")
@pytest.mark.parametrize(
    ("anders", "veld"),
    [({"bewijs": " \n"}, "bewijs"), ({"reden": "\t"}, "reden"), ({"verleden": Verleden.ONBEKEND}, "verleden")],
)
def test_without_evidence_or_a_reason_nothing_is_established(zorghuis, con, anders, veld):
    gegevens = {"verleden": "awbz", "bewijs": "Besluit", "reden": "Gezien", **anders}
    with pytest.raises(Weigering) as fout:
        acties.verleden_vaststellen(zorghuis, door=con, op=NU, **gegevens)
    assert fout.value.veld == veld
    assert not Verledenvaststelling.objects.exists()


def test_the_same_with_the_same_evidence_is_not_established_twice(zorghuis, con):
    gegevens = {"door": con, "op": NU, "verleden": "awbz", "reden": "x"}
    acties.verleden_vaststellen(zorghuis, bewijs="Besluit", **gegevens)
    with pytest.raises(Weigering, match="staat er al zo"):
        acties.verleden_vaststellen(zorghuis, bewijs=" Besluit ", **gegevens)
    acties.verleden_vaststellen(zorghuis, bewijs="Ander stuk", **gegevens)
    assert zorghuis.verledens.count() == 2


# Contact persons.


def test_a_contact_person_is_reachable_and_ends_once(zorghuis, con):
    with pytest.raises(Weigering, match="telefoonnummer of een e-mailadres") as fout:
        acties.contactpersoon_toevoegen(zorghuis, door=con, op=NU, naam="Wanda", vanaf=VANDAAG)
    assert fout.value.veld == "telefoon"
    rij = acties.contactpersoon_toevoegen(zorghuis, door=con, op=NU, naam="Wanda", telefoon="06", vanaf=GISTEREN)
    rij = acties.contactpersoon_wijzigen(rij, door=con, op=NU, functie="directeur")
    with pytest.raises(Weigering) as fout:
        acties.contactpersoon_beeindigen(rij, door=con, op=NU, tot=date(2020, 1, 1))
    assert fout.value.veld == "tot"
    rij = acties.contactpersoon_beeindigen(rij, door=con, op=NU, tot=GISTEREN)
    with pytest.raises(Weigering, match="al geëindigd"):
        acties.contactpersoon_beeindigen(rij, door=con, op=NU, tot=VANDAAG)
    assert (rij.functie, rij.tot) == ("directeur", GISTEREN)


# Locations and places.


@pytest.mark.eis("X-19", "R-FIN-04")
@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"capaciteit": None}, "capaciteit"),
        ({"eenheid": "onbekend"}, "capaciteit"),
        ({"leeftijd_vanaf": 27, "leeftijd_tot": 18}, "leeftijd_tot"),
        ({"tot": GISTEREN}, "tot"),
    ],
)
def test_a_location_that_cannot_be_is_refused_beside_its_field(zorghuis, con, anders, veld):
    gegevens = {"naam": "Huis", "vanaf": VANDAAG, "capaciteit": 10, "eenheid": "plekken", **anders}
    with pytest.raises(Weigering) as fout:
        acties.locatie_toevoegen(zorghuis, door=con, op=NU, **gegevens)
    assert fout.value.veld == veld
    assert not zorghuis.locaties.exists()


def test_a_location_ends_with_its_places(zorghuis, con):
    huis = opstelling.locatie(zorghuis)
    for naam in ("1", "2"):
        acties.plek_toevoegen(huis, door=con, op=NU, naam=naam, vanaf=VANDAAG)
    laat = acties.plek_toevoegen(huis, door=con, op=NU, naam="3", vanaf=MORGEN)
    with pytest.raises(Weigering, match="begint later"):
        acties.locatie_beeindigen(huis, door=con, op=NU, tot=VANDAAG)
    huis.refresh_from_db()
    assert huis.tot is None
    acties.plek_wijzigen(laat, door=con, op=NU, vanaf=VANDAAG)
    with pytest.raises(Weigering, match="loopt langer door"):
        acties.locatie_wijzigen(huis, door=con, op=NU, tot=VANDAAG)
    huis = acties.locatie_beeindigen(huis, door=con, op=NU, tot=VANDAAG)
    assert {plek.tot for plek in huis.plekken.all()} == {VANDAAG}


def test_a_place_is_within_its_location_and_has_one_name(zorghuis, con):
    huis = opstelling.locatie(zorghuis, vanaf=VANDAAG)
    plek = acties.plek_toevoegen(huis, door=con, op=NU, naam="1", vanaf=VANDAAG)
    with pytest.raises(Weigering, match="al een plek met deze naam") as fout:
        acties.plek_toevoegen(huis, door=con, op=NU, naam="1", vanaf=VANDAAG)
    assert fout.value.veld == "naam"
    with pytest.raises(Weigering, match="nog niet in gebruik"):
        acties.plek_wijzigen(plek, door=con, op=NU, vanaf=GISTEREN)
    acties.locatie_beeindigen(huis, door=con, op=NU, tot=MORGEN)
    with pytest.raises(Weigering, match="niet meer in gebruik"):
        acties.plek_beeindigen(plek, door=con, op=NU, tot=MORGEN + timedelta(days=1))
    with pytest.raises(Weigering, match="niet meer in gebruik"):
        acties.plek_toevoegen(huis, door=con, op=NU, naam="2", vanaf=VANDAAG)


@pytest.mark.eis("X-19")
def test_a_location_of_nobody_gets_its_provider_once(zorghuis, con):
    huis = opstelling.locatie(None)
    huis = acties.locatie_wijzigen(huis, door=con, op=NU, aanbieder=zorghuis)
    assert huis.aanbieder_id == zorghuis.pk
    with pytest.raises(Weigering, match="al bekend"):
        acties.locatie_wijzigen(huis, door=con, op=NU, aanbieder=opstelling.aanbieder("Ander"))
    rij = Gebeurtenis.objects.get(actie="locatie_wijzigen")
    assert rij.waarden == {"aanbieder": zorghuis.pk, "locatie": huis.pk, "velden": ["aanbieder"]}
