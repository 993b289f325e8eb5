"""The forms of the besluit: what may be chosen in which region, and what is passed on."""

from datetime import date
from decimal import Decimal

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from cimot import besluitblad, besluittekst, forms
from cimot.forms.onderdelen import UrenVeld
from cimot.models import Besluit, Verordening
from cimot.processen.aanmelding import Status
from kern.models import Organisatie
from tests.factories import besluit_van, melding, naar

pytestmark = pytest.mark.django_db
LEEG = {f"{groep}_{veld}": w for groep in ("ozl", "omd", "woon", "toeslag")
        for veld, w in {"soort": "", "beslissing": "toegekend", "leveringsvorm": "zin"}.items()}  # fmt: skip
OZL = {"ozl_soort": "ozl_intensief", "ozl_uren": "11,5", "ozl_vanaf": "01-12-2026", "ozl_tot": "30-11-2028"}


@pytest.fixture
def zaak(cast):
    return naar(melding(cast), Status.BESLUIT_CONCEPT, cast)


def kiezen(zaak, cast, **data):
    return forms.OnderdelenKiezen(data or None, onderwerp=zaak, gebruiker=cast.anke)


@pytest.mark.eis("R-IND-01", "R-IND-21", "X-11")
def test_a_region_offers_its_own_components(cast, zaak):
    assert kiezen(zaak, cast).groepen == ("ozl", "omd", "woon", "toeslag")
    zaak.regio = cast.enschede
    assert kiezen(zaak, cast).groepen == ("product",)
    zaak.onderwerp = "mo"
    assert kiezen(zaak, cast).groepen == ("opvang",)
    assert "omd_is_vervoer" in kiezen(naar(melding(cast, naam="B"), Status.BESLUIT_CONCEPT, cast), cast).fields


@pytest.mark.eis("R-IND-05", "R-IND-06", "R-IND-07")
def test_what_is_not_asked_is_left_out_and_a_comma_is_a_comma(cast, zaak):
    form = kiezen(zaak, cast, **{**LEEG, **OZL, "ozl_motivering": "Nodig."})
    assert form.is_valid(), form.errors
    [rij] = form.argumenten()["onderdelen"]
    assert rij == {
        "soort": "ozl_intensief", "beslissing": "toegekend", "leveringsvorm": "zin", "uren": Decimal("11.5"),
        "aanbieder": None, "vanaf": date(2026, 12, 1), "tot": date(2028, 11, 30), "motivering": "Nodig.",
    }  # fmt: skip
    for uren, soort in (
        ("7", "ozl_standaard"),
        ("10,9", "ozl_intensief"),
        ("17", "ozl_zeer_intensief"),
        ("", "ozl_standaard"),
    ):
        fout = kiezen(zaak, cast, **{**LEEG, **OZL, "ozl_soort": soort, "ozl_uren": uren})
        assert "uur per week" in fout.errors["ozl_uren"][0]


@pytest.mark.eis("R-VIS-08")
def test_what_is_granted_has_a_begin_and_an_end(cast, zaak):
    fout = kiezen(zaak, cast, **{**LEEG, **OZL, "ozl_vanaf": "", "ozl_tot": ""})
    assert set(fout.errors) == {"ozl_vanaf", "ozl_tot"}
    afgewezen = kiezen(zaak, cast, **{**LEEG, "omd_soort": "omd", "omd_beslissing": "afgewezen", "omd_motivering": "Nee."})
    assert afgewezen.is_valid(), afgewezen.errors


def test_nothing_that_was_typed_disappears_because_no_kind_was_chosen(cast, zaak):
    fout = kiezen(zaak, cast, **{**LEEG, "woon_motivering": "Lang verhaal."})
    assert fout.errors == {"woon_soort": ["Kies wat is gevraagd, of maak de velden van dit onderdeel leeg."]}


@pytest.mark.parametrize(("getypt", "waarde"), [("8", 8), ("8,5", Decimal("8.5")), ("8.25", Decimal("8.25"))])
def test_hours_as_people_write_them(getypt, waarde):
    veld = UrenVeld(label="x", required=False)
    assert veld.clean(getypt) == waarde
    assert veld.prepare_value(Decimal("8.50")) == "8,5" and veld.prepare_value(Decimal("10.00")) == "10"


@pytest.mark.parametrize("getypt", ["acht", "-1", "169", "8,123", "NaN", "1e3"])
def test_hours_that_are_none(getypt, cast, zaak):
    fout = kiezen(zaak, cast, **{**LEEG, **OZL, "ozl_uren": getypt})
    assert fout.errors["ozl_uren"] and all("Vul een getal in" in zin for zin in fout.errors["ozl_uren"])


def test_only_providers_that_are_active_may_be_chosen(cast, zaak):
    Organisatie.objects.filter(naam="RIBW").update(is_actief=False)
    namen = {o.naam for o in kiezen(zaak, cast).fields["ozl_aanbieder"].queryset}
    assert {"Humanitas onder Dak", "Jarabee"} <= namen and {"RIBW", "Menzis", "Tactus"}.isdisjoint(namen)


@pytest.mark.eis("L-04")
def test_only_a_verordening_of_this_college_that_is_valid_today(cast, zaak):
    def form():
        return forms.BesluitSchrijven(onderwerp=zaak, gebruiker=cast.anke)

    geldig = Verordening.objects.get(college__naam="Almelo")
    assert list(form().fields["verordening"].queryset) == [geldig] and form().initial["verordening"] == geldig.pk
    geldig.periode = DateRange(date(2015, 1, 1), date(2020, 1, 1))
    geldig.save()
    assert not form().fields["verordening"].queryset and "functioneel beheerder" in form().fields["verordening"].help_text


@pytest.mark.eis("R-VIS-04")
def test_goals_are_kept_one_by_one(cast, zaak):
    form = forms.BesluitSchrijven({"cak_regime": "geen", "doel_zingeving": "on"}, onderwerp=zaak, gebruiker=cast.anke)
    assert form.is_valid(), form.errors
    argumenten = form.argumenten()
    assert argumenten["doelen"] == ["zingeving"] and not any(naam.startswith("doel_") for naam in argumenten)
    zaak.besluit.doelen = ["gevaar"]
    opgeslagen = forms.BesluitSchrijven(onderwerp=zaak, gebruiker=cast.anke).opgeslagen
    assert [naam for naam, waarde in opgeslagen.items() if naam.startswith("doel_") and waarde] == ["doel_gevaar"]


@pytest.mark.eis("L-02")
def test_living_elsewhere_is_no_ground_of_refusal():
    assert not any("woont" in label or "regio" in label.lower() for label in Besluit.Weigeringsgrond.labels)


@pytest.mark.parametrize("uitkomst", ["toekenning", "gedeeltelijk", "afwijzing"])
def test_every_heading_of_the_text_is_recognised(cast, zaak, uitkomst):
    dossier = besluit_van(zaak, uitkomst, cast, motivering_doel="Eerste.\n\nTweede alinea.")
    verwacht = [kop for kop, tekst in besluittekst.delen(dossier) if tekst.strip()]
    delen = besluitblad.alineas(besluittekst.tekst_van(dossier))
    assert [deel["kop"] for deel in delen] == verwacht
    assert "Eerste.\n\nTweede alinea." in [deel["tekst"] for deel in delen]
