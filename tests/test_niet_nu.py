"""Somebody else was first: a form of a step that is no longer possible is refused with a sentence, whatever is gone."""

import pytest
from django.urls import NoReverseMatch, reverse

from kern.proces.tabel import PROCESSEN
from kern.toegang.rollen import Rol

pytestmark = [pytest.mark.usefixtures("stil"), pytest.mark.wereld("rechten"), pytest.mark.langzaam("every step of a kind")]
# Who does most of the steps of this kind; the others do the rest.
WIE = {
    "aanmelding": (Rol.CASEMANAGER, Rol.TEAMLEIDER, Rol.FRONTOFFICE),
    "spoed": (Rol.CASEMANAGER, Rol.TEAMLEIDER),
    "landelijk": (Rol.CASEMANAGER, Rol.TEAMLEIDER),
    "toelating": (Rol.CONTRACTMANAGER,),
}


def _dossiers(wereld, soort):
    eigen = wereld.dossiers["eigen"] if soort == "aanmelding" else wereld.neven["eigen"][soort]
    return eigen.values()


@pytest.mark.parametrize("soort", WIE)
def test_a_form_that_comes_too_late_or_too_early_is_a_sentence(client, db, wereldkeuze, soort):
    wereld, proces, geweigerd = wereldkeuze.lees("rechten"), PROCESSEN[soort], 0
    for rol in WIE[soort]:
        gebruiker = wereld.gebruikers[rol]
        client.force_login(gebruiker, backend="kern.toegang.backends.RolBackend")
        mijn = [actie for actie in proces.acties if _doet(soort, actie, wereld) == gebruiker]
        for dossier in _dossiers(wereld, soort):
            for actie in mijn:
                if proces.overgang(dossier.status, actie) is not None:
                    continue
                adres = reverse(f"{soort}_{actie}", args=[dossier.pk])
                antwoord = client.post(adres, {"reden": "Getypt."})
                assert antwoord.status_code in (403, 404, 422), f"{adres} in {dossier.status}: {antwoord.status_code}"
                if antwoord.status_code == 422:
                    geweigerd += 1
                    assert antwoord.context["form"].non_field_errors(), f"{adres} in {dossier.status} says nothing"
    assert geweigerd, "all of it was refused for its right alone"


def _doet(soort, actie, wereld):
    """Who sends the form of this step; nobody when it is a step of the system."""
    try:
        reverse(f"{soort}_{actie}", args=[1])
    except NoReverseMatch:
        return None
    mogen = (wereld.gebruikers[rol] for rol in WIE[soort])
    return next((gebruiker for gebruiker in mogen if gebruiker.has_perm(f"{soort}.{actie}")), None)
