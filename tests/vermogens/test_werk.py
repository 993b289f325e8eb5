"""Standing still, notes, documents, hand-over, pages, scope and the log of who looked: for every kind."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kern.models import Dossier, Gebeurtenis, Inzage, Taak
from kern.proces.weigering import Weigering
from kern.tijd import klok, opschorten
from kern.tijd.gronden import GRONDEN
from kern.toegang.rollen import Rol
from kern.werk import notities, team
from tests.kern import bestandenmaker

pytestmark = [pytest.mark.django_db, pytest.mark.wereld("rechten")]
TABS = ("", "?tab=contact", "?tab=documenten", "?tab=tijdlijn")


def eigen(dossier, wereld):
    """Who is responsible for it."""
    return dossier.behandelaar or wereld.gebruikers[dossier.behandelrol]


@pytest.mark.eis("L-59", "L-06")
def test_a_deadline_stands_still_only_on_a_ground_of_its_own(geval, wereld):
    leider, vandaag = wereld.gebruikers[Rol.TEAMLEIDER], klok.vandaag()
    for taak in geval.taken.filter(status=Taak.Status.OPEN):
        for grond in set(GRONDEN) - set(taak.termijn.opschorten):
            with pytest.raises(Weigering, match="kan niet worden opgeschort"):
                opschorten.opschorten(taak, grond=grond, reden="x", vanaf=vandaag, door=leider, op=klok.nu())


@pytest.mark.eis("L-59")
def test_a_deadline_that_may_stand_still_moves_by_its_days_and_back(geval, wereld):
    leider = wereld.gebruikers[Rol.TEAMLEIDER]
    for taak in geval.taken.filter(status=Taak.Status.OPEN):
        if not taak.termijn.opschorten or taak.opschortingen.exists():
            continue
        vanaf, nominaal = taak.begin_op + timedelta(days=1), taak.nominaal_op
        grond = taak.termijn.opschorten[-1]
        opschorten.opschorten(taak, grond=grond, reden="Ziek.", vanaf=vanaf, door=leider, op=klok.nu())
        taak.refresh_from_db()
        assert taak.vervalt_op is None
        opschorten.hervatten(taak, klaar_op=vanaf + timedelta(days=3), door=leider, op=klok.nu())
        taak.refresh_from_db()
        assert (taak.opgeschorte_dagen, taak.vervalt_op >= nominaal + timedelta(days=3)) == (3, True)


def test_notes_are_kept_and_shown_in_its_timeline(een, wereld, client):
    door, morgen = eigen(een, wereld), klok.vandaag() + timedelta(days=1)
    notities.contact_vastleggen(een, op=klok.nu(), met="Wim", kanaal="telefoon", tekst="Belt morgen terug.", door=door)
    notities.herinnering_maken(een, op=morgen, tekst="Bel Wim", door=door)
    if not een.wachten.filter(klaar_op__isnull=True).exists():
        notities.wacht_zetten(een, wie="Wim", waarop="antwoord", tot=morgen, door=door, op=klok.nu())
    een.refresh_from_db()
    assert een.wacht_tot == morgen
    client.force_login(door, backend="kern.toegang.backends.RolBackend")
    assert "Belt morgen terug." in client.get(f"{een.get_absolute_url()}?tab=tijdlijn").content.decode()


def test_a_document_is_added_logged_and_shown(een, wereld, client):
    door = eigen(een, wereld)
    document = bestandenmaker.document(een, door, titel="Verklaring van de huisarts")
    assert (document.dossier_id, document.wereld) == (een.pk, een.wereld)
    assert Gebeurtenis.objects.filter(dossier_id=een.pk, actie="document_toevoegen").exists()
    client.force_login(door, backend="kern.toegang.backends.RolBackend")
    assert "Verklaring van de huisarts" in client.get(f"{een.get_absolute_url()}?tab=documenten").content.decode()


def test_a_case_is_handed_over_to_who_can_have_it_and_to_nobody_else(een, wereld):
    leider, op = wereld.gebruikers[Rol.TEAMLEIDER], klok.nu()
    with pytest.raises(Weigering, match="van deze regio"):
        team.toewijzen(een, door=leider, op=op, behandelaar=wereld.gebruikers[Rol.FRONTOFFICE])
    ander = team.collegas([een.regio_id], een.behandelrol).exclude(pk=een.behandelaar_id).first()
    if ander is None:
        ander = wereld.cast.gebruiker("nieuw", een.behandelrol, regio=een.regio)
    een = team.toewijzen(een, door=leider, op=op, behandelaar=ander)
    assert een.behandelaar == ander and een.is_eigen(ander)


@pytest.mark.eis("L-74")
@pytest.mark.parametrize("tab", TABS)
def test_every_tab_answers_and_who_looked_is_logged(geval, wereld, client, tab):
    client.force_login(eigen(geval, wereld), backend="kern.toegang.backends.RolBackend")
    al = Inzage.objects.count()
    assert client.get(f"{geval.get_absolute_url()}{tab}").status_code == 200
    rij = Inzage.objects.order_by("-pk").first()
    assert (Inzage.objects.count(), rij.dossier_id, rij.client_ids) == (
        al + 1, geval.pk, [geval.client_id] if geval.client_id else [],
    )  # fmt: skip


@pytest.mark.eis("R-ORG-10", "L-37")
def test_out_of_scope_is_nowhere(een, wereld, client):
    """Somebody with the same role in the other region: no page, no list, no count."""
    vreemd = wereld.cast.gebruiker("ver", een.behandelrol, regio=wereld.cast.enschede)
    assert not Dossier.objects.voor(vreemd).filter(pk=een.pk).exists()
    client.force_login(vreemd, backend="kern.toegang.backends.RolBackend")
    assert client.get(een.get_absolute_url()).status_code == 404
    assert een.kenmerk not in client.get(reverse(f"{een.soort}_lijst")).content.decode()


def test_what_is_of_a_colleague_is_not_acted_on(geval, wereld):
    """A casemanager takes no step that the table keeps for the one of the case."""
    ander = wereld.cast.gebruiker("collega", geval.behandelrol, regio=geval.regio)
    for overgang in geval.proces.vanuit(geval.status):
        if overgang.alleen_eigen and geval.behandelrol in overgang.wie:
            assert not ander.has_perm(f"{geval.soort}.{overgang.actie}", geval)
            assert eigen(geval, wereld).has_perm(f"{geval.soort}.{overgang.actie}", geval)


def test_the_page_costs_few_queries(een, wereld, client, django_assert_max_num_queries):
    client.force_login(eigen(een, wereld), backend="kern.toegang.backends.RolBackend")
    with django_assert_max_num_queries(60):
        client.get(een.get_absolute_url())


@pytest.mark.eis("L-73")
def test_who_does_not_see_the_kind_gets_no_page(een, wereld, client):
    for rol in set(wereld.gebruikers) - set(een.proces.zicht):
        client.force_login(wereld.gebruikers[rol], backend="kern.toegang.backends.RolBackend")
        assert client.get(een.get_absolute_url()).status_code in (403, 404), rol
