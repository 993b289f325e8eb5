"""A text of every data class is on no page for who may not see it; where one is, the log has a row."""

import pytest

from cimot.processen.aanmelding import Status
from kern.models import Client, Inzage
from kern.toegang.rollen import ZONDER_INLOG, Rol
from tests.kanariewereld import KANARIES, paginas

pytestmark = pytest.mark.usefixtures("stil")

# Role → relation → the canaries that may be on the page of the dossier. Typed from domein.md 4.1 and 4.3. Content is for
# the casemanager of the case and the teamleider; D5 and D6 for the casemanager of the case alone; D2 is never shown.
MAG_ZIEN = {
    (Rol.CASEMANAGER, "eigen"): {"D1", "D4", "D5", "D6"},
    (Rol.CASEMANAGER, "collega"): {"D1"},
    (Rol.TEAMLEIDER, "collega"): {"D1", "D4"},
    (Rol.FRONTOFFICE, "collega"): {"D1"},
    (Rol.REGIOGEMEENTE, "collega"): {"D1"},
    (Rol.REGIOGEMEENTE_INDICEREND, "collega"): {"D1"},
}


def _gevallen():
    """Of an own case only the casemanager is asked: to everybody else it is a colleague's."""
    for status in (Status.ONDERZOEK, Status.BESLUIT_CONCEPT):
        for rol in (rol for rol in Rol if rol not in ZONDER_INLOG):
            for relatie in ("eigen", "collega") if rol == Rol.CASEMANAGER else ("collega",):
                merk = pytest.mark.wereld(f"kanarie_{relatie}_{status}")
                yield pytest.param(rol, relatie, status, marks=merk, id=f"{rol}-{relatie}-{status}")


@pytest.mark.langzaam("every page of a case")
@pytest.mark.eis("L-72", "L-73", "L-74", "L-37")
@pytest.mark.parametrize(("rol", "relatie", "status"), list(_gevallen()))
def test_canaries_stay_where_they_belong_and_are_logged(client, wereldkeuze, db, rol, relatie, status):
    """A text of every data class is absent from every response of who may not see it; where one is, the log has a row."""
    gebruikers, dossier = wereldkeuze.lees(f"kanarie_{relatie}_{status}")
    gebruiker, mag, gezien = gebruikers[rol], MAG_ZIEN.get((rol, relatie), set()), set()
    client.force_login(gebruiker, backend="kern.toegang.backends.RolBackend")
    for url in paginas(dossier):
        laatste = Inzage.objects.order_by("-id").values_list("id", flat=True).first() or 0
        antwoord = client.get(url)
        inhoud = antwoord.content.decode()
        aanwezig = {klasse for klasse, tekst in KANARIES.items() if tekst in inhoud}
        # What the user himself typed in the address comes back to him.
        if "Kanarienaam" in url and dossier.kenmerk not in inhoud:
            aanwezig -= {"D1"}
        gezien |= aanwezig
        assert aanwezig <= mag, f"{rol} sees {aanwezig - mag} at {url}"
        if aanwezig:
            rijen = Inzage.objects.filter(id__gt=laatste, gebruiker_id=gebruiker.pk)
            assert any(dossier.client_id in rij.client_ids for rij in rijen), f"{url} is not in the log"
    assert gezien == mag, f"{rol} never sees {mag - gezien}"


@pytest.mark.langzaam("every page of a case")
@pytest.mark.eis("X-14")
@pytest.mark.wereld("kanarie_collega_onderzoek")
@pytest.mark.parametrize("wie", ["els", "berend"])
def test_out_of_scope_is_in_no_list_count_search_or_message(cast, client, wereldkeuze, wie):
    """An Almelo client is nowhere for Enschede and for another municipality."""
    _, dossier = wereldkeuze.lees("kanarie_collega_onderzoek")
    assert Client.objects.filter(pk=dossier.client_id).exists()
    client.force_login(getattr(cast, wie), backend="kern.toegang.backends.RolBackend")
    for url in paginas(dossier):
        antwoord = client.get(url)
        inhoud = antwoord.content.decode()
        assert "Kanarienaam, K" not in inhoud and dossier.kenmerk not in inhoud and "kanarie-" not in inhoud, url
        if f"/{dossier.pk}/" in url:
            assert antwoord.status_code in (403, 404), url
