"""Giving work, handing it over, sharing it: who may, what goes along, all or nothing, and what the log and history keep."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from cimot import actions as cimot
from cimot.models import Aanmelding
from kern.models import Afwezigheid, Dossier, Gebeurtenis, Gebruiker, Toelichting
from kern.proces import actions
from kern.proces.weigering import NietBevoegd, Weigering
from kern.toegang import gebruikers
from kern.toegang.rollen import Klasse, Relatie, Rol
from kern.werk import afwezigheid, notities, team
from tests.factories import melding, verleen

pytestmark = pytest.mark.django_db


def nu():
    return timezone.now()


def vers(rij):
    """As the next request reads it."""
    return type(rij).objects.get(pk=rij.pk)


def zaak(cast, behandelaar=None, naam="Wit, Petra", **velden):
    dossier = melding(cast, ontvangen=nu() - timedelta(days=2), naam=naam, **velden)
    return team.toewijzen(dossier, door=cast.bas, op=nu(), behandelaar=behandelaar) if behandelaar else dossier


def neven(hoofd, behandelaar=None, soort="aanmelding"):
    """A dossier beside another one. The kind does not matter here, the link does."""
    rij = Aanmelding(soort=soort, regio=hoofd.regio, hoofddossier_id=hoofd.pk, behandelaar=behandelaar)
    return actions.openen(rij, door=Gebruiker.objects.get(gebruikersnaam="bas"), op=nu(), feiten=_melding_erbij)


def _melding_erbij(dossier):
    from cimot.models import Melding

    Melding.objects.create(aanmelding=dossier, ontvangen_op=nu(), kanaal="telefoon", melder="zelf")


def mee(dossier, gebruiker, door):
    team.medebehandelaar_toevoegen(dossier, gebruiker=gebruiker, door=door, op=nu(), reden="Samen beter.")


# Giving one.


def test_a_case_is_for_a_casemanager_of_the_region_who_can_log_in(cast):
    dossier = zaak(cast)
    for ander in (cast.els, cast.bas, cast.tineke):
        with pytest.raises(Weigering, match="Kies een casemanager van deze regio") as fout:
            cimot.toewijzen(dossier, door=cast.tineke, op=nu(), behandelaar=ander)
        assert fout.value.veld == "behandelaar"
    Gebruiker.objects.filter(pk=cast.karim.pk).update(is_active=False)
    with pytest.raises(Weigering):
        cimot.toewijzen(dossier, door=cast.tineke, op=nu(), behandelaar=cast.karim)
    assert cimot.toewijzen(dossier, door=cast.tineke, op=nu(), behandelaar=cast.anke).behandelaar == cast.anke
    log = Gebeurtenis.objects.filter(actie="toewijzen").get()
    assert (log.waarden, log.gebruiker_id) == ({"behandelaar": cast.anke.pk}, cast.tineke.pk)


def test_what_runs_beside_a_case_goes_along_but_not_its_head(cast):
    hoofd = zaak(cast, cast.anke)
    samen, van_ander = neven(hoofd, cast.anke), None
    team.toewijzen(hoofd, door=cast.tineke, op=nu(), behandelaar=cast.karim)
    assert vers(samen).behandelaar == cast.karim
    team.toewijzen(samen, door=cast.tineke, op=nu(), behandelaar=cast.anke)
    assert (vers(hoofd).behandelaar, vers(samen).behandelaar) == (cast.karim, cast.anke)
    # Now it is somebody else's own: the next move of the head leaves it.
    van_ander = samen
    team.toewijzen(hoofd, door=cast.tineke, op=nu(), behandelaar=cast.karim)
    assert vers(van_ander).behandelaar == cast.anke


def test_what_is_closed_stays_with_whom_it_was(cast):
    hoofd = zaak(cast, cast.anke)
    samen = neven(hoofd, cast.anke)
    Dossier.objects.filter(pk=samen.pk).update(gesloten_op=timezone.localdate())
    team.toewijzen(hoofd, door=cast.tineke, op=nu(), behandelaar=cast.karim)
    assert vers(samen).behandelaar == cast.anke


def test_who_gets_the_case_no_longer_shares_it(cast):
    dossier = zaak(cast, cast.anke)
    mee(dossier, cast.karim, cast.anke)
    team.toewijzen(dossier, door=cast.tineke, op=nu(), behandelaar=cast.karim)
    assert not vers(dossier).medebehandelaars.exists()


# Dividing.


def test_several_are_given_at_once(cast):
    ids = [zaak(cast, naam=f"N, {i}").pk for i in range(3)]
    assert team.verdelen(ids, door=cast.tineke, op=nu(), behandelaar=cast.anke) == 3
    assert set(Dossier.objects.values_list("behandelaar", flat=True)) == {cast.anke.pk}


@pytest.mark.parametrize("wie", ["anke", "bas", "frida", "gerda"])
def test_only_the_teamleider_divides(cast, wie):
    dossier = zaak(cast)
    with pytest.raises(NietBevoegd, match="Alleen de teamleider"):
        team.verdelen([dossier.pk], door=getattr(cast, wie), op=nu(), behandelaar=cast.anke)
    with pytest.raises(NietBevoegd, match="Alleen de teamleider"):
        team.overdragen(cast.karim, naar=cast.anke, door=getattr(cast, wie), op=nu())


def test_when_one_was_taken_meanwhile_nothing_changes_and_it_is_named(cast):
    vrij, genomen = zaak(cast, naam="V, V"), zaak(cast, cast.karim, naam="G, G")
    with pytest.raises(Weigering) as fout:
        team.verdelen([vrij.pk, genomen.pk], door=cast.tineke, op=nu(), behandelaar=cast.anke)
    assert fout.value.zin == f"{genomen.kenmerk} (Karim) is intussen veranderd. Er is niets verdeeld. Kies opnieuw."
    assert vers(vrij).behandelaar is None


def test_when_one_cannot_nothing_changes_and_it_is_named(cast):
    eerst, vreemd = zaak(cast, naam="V, V"), zaak(cast, naam="E, E", regio=cast.enschede)
    verleen(cast.tineke, Rol.TEAMLEIDER, regio=cast.enschede)
    with pytest.raises(Weigering) as fout:
        team.verdelen([eerst.pk, vreemd.pk], door=cast.tineke, op=nu(), behandelaar=cast.anke)
    assert fout.value.zin == f"{vreemd.kenmerk}: Kies een casemanager van deze regio."
    assert fout.value.veld == "behandelaar"
    assert vers(eerst).behandelaar is None


def test_out_of_view_none_and_too_many_are_refused(cast, monkeypatch):
    vreemd = zaak(cast, naam="E, E", regio=cast.enschede)
    for ids, woorden in (([vreemd.pk], "kunt u niet verdelen"), ([2**60], "kunt u niet verdelen"), ([], "Kies eerst")):
        with pytest.raises(Weigering, match=woorden):
            team.verdelen(ids, door=cast.tineke, op=nu(), behandelaar=cast.anke)
    monkeypatch.setattr(team, "HOOGSTENS", 1)
    with pytest.raises(Weigering, match="hoogstens 1"):
        team.verdelen([1, 2], door=cast.tineke, op=nu(), behandelaar=cast.anke)


# Handing over.


def test_everything_goes_to_a_colleague_and_reminders_stay(cast):
    eigen, gedeeld = zaak(cast, cast.anke), zaak(cast, cast.karim, naam="G, G")
    mee(gedeeld, cast.anke, cast.karim)
    piet = cast.gebruiker("piet", Rol.CASEMANAGER, regio=cast.almelo)
    notities.herinnering_maken(eigen, op=timezone.localdate(), tekst="Bel", door=cast.anke)
    gedaan = team.overdragen(cast.anke, naar=piet, door=cast.tineke, op=nu())
    assert gedaan == team.Overdracht(zaken=1, medezaken=1, herinneringen=1)
    assert vers(eigen).behandelaar == piet
    assert (vers(gedeeld).behandelaar, list(vers(gedeeld).medebehandelaars.all())) == (cast.karim, [piet])
    log = Gebeurtenis.objects.get(actie="overdragen")
    assert log.waarden == {"betreft": cast.anke.pk, "naar": piet.pk, "zaken": 1, "medezaken": 1}


def test_a_shared_case_of_the_colleague_himself_is_then_only_his(cast):
    gedeeld = zaak(cast, cast.karim)
    mee(gedeeld, cast.anke, cast.karim)
    team.overdragen(cast.anke, naar=cast.karim, door=cast.tineke, op=nu())
    assert (vers(gedeeld).behandelaar, vers(gedeeld).medebehandelaars.count()) == (cast.karim, 0)


def test_a_chosen_part_goes_and_the_rest_stays(cast):
    gaat, blijft = zaak(cast, cast.anke, naam="A, A"), zaak(cast, cast.anke, naam="B, B")
    team.overdragen(cast.anke, naar=cast.karim, door=cast.tineke, op=nu(), dossier_ids=[gaat.pk])
    assert (vers(gaat).behandelaar, vers(blijft).behandelaar) == (cast.karim, cast.anke)


def test_what_is_no_longer_his_is_named_and_nothing_changes(cast):
    zijn, niet = zaak(cast, cast.anke, naam="A, A"), zaak(cast, cast.karim, naam="B, B")
    piet = cast.gebruiker("piet", Rol.CASEMANAGER, regio=cast.almelo)
    with pytest.raises(Weigering, match=rf"{niet.kenmerk} \(Karim\) is intussen veranderd"):
        team.overdragen(cast.anke, naar=piet, door=cast.tineke, op=nu(), dossier_ids=[zijn.pk, niet.pk])
    assert vers(zijn).behandelaar == cast.anke


def test_nothing_to_hand_over_and_to_himself_are_sentences(cast):
    with pytest.raises(Weigering, match="geen open werk"):
        team.overdragen(cast.anke, naar=cast.karim, door=cast.tineke, op=nu())
    zaak(cast, cast.anke)
    with pytest.raises(Weigering, match="andere collega"):
        team.overdragen(cast.anke, naar=cast.anke, door=cast.tineke, op=nu())


# Stopping an account.


def test_an_account_with_work_cannot_stop_and_says_what_hangs_on_it(cast):
    zaak(cast, cast.anke)
    gedeeld = zaak(cast, cast.karim, naam="G, G")
    mee(gedeeld, cast.anke, cast.karim)
    dag = timezone.localdate()
    Afwezigheid.objects.create(
        gebruiker=cast.karim, waarnemer=cast.anke, periode=DateRange(dag + timedelta(days=5), dag + timedelta(days=9))
    )
    with pytest.raises(gebruikers.WerkHangt) as fout:
        gebruikers.inloggen_stoppen(cast.anke, door=cast.frida, op=nu())
    assert "Anke heeft nog 1 open dossier en werkt mee aan 1 open dossier van een collega. Draag die eerst over." in (
        fout.value.zin
    )
    assert "Anke neemt waar voor Karim (tot en met " in fout.value.zin


def test_everything_goes_and_the_account_stops_in_one_action(cast):
    eigen, gedeeld = zaak(cast, cast.anke), zaak(cast, cast.karim, naam="G, G")
    mee(gedeeld, cast.anke, cast.karim)
    piet = cast.gebruiker("piet", Rol.CASEMANAGER, regio=cast.almelo)
    dag = timezone.localdate()
    weg = afwezigheid.melden(
        cast.karim, eerste=dag, laatste=dag + timedelta(days=3), waarnemer=cast.anke, op=nu()
    )  # fmt: skip
    team.overdragen_en_stoppen(
        cast.anke, naar={cast.almelo.pk: piet}, waarnemers={weg.pk: piet}, door=cast.frida, op=nu()
    )  # fmt: skip
    assert vers(eigen).behandelaar == piet
    assert list(vers(gedeeld).medebehandelaars.all()) == [piet]
    assert vers(weg).waarnemer == piet
    assert not vers(cast.anke).is_active
    log = Gebeurtenis.objects.filter(actie="toewijzen", gebruiker_id=cast.frida.pk).get()
    assert (log.rol, log.waarden) == ("functioneel_beheerder", {"behandelaar": piet.pk})


def test_who_works_in_two_regions_needs_a_colleague_in_each_or_nothing_happens(cast):
    verleen(cast.anke, Rol.CASEMANAGER, regio=cast.enschede)
    hier, daar = zaak(cast, cast.anke, naam="A, A"), zaak(cast, naam="B, B", regio=cast.enschede)
    eva = cast.gebruiker("eva", Rol.FRONTOFFICE, regio=cast.enschede)
    team.toewijzen(daar, door=eva, op=nu(), behandelaar=cast.anke)
    with pytest.raises(Weigering, match="Kies een collega voor het werk in Enschede") as fout:
        team.overdragen_en_stoppen(cast.anke, naar={cast.almelo.pk: cast.karim}, waarnemers={}, door=cast.frida, op=nu())
    assert fout.value.veld == f"regio_{cast.enschede.pk}"
    assert vers(hier).behandelaar == cast.anke and vers(cast.anke).is_active
    naar = {cast.almelo.pk: cast.karim, cast.enschede.pk: cast.els}
    team.overdragen_en_stoppen(cast.anke, naar=naar, waarnemers={}, door=cast.frida, op=nu())
    assert (vers(hier).behandelaar, vers(daar).behandelaar) == (cast.karim, cast.els)


def test_a_waarneming_without_a_successor_keeps_the_account(cast):
    dag = timezone.localdate()
    afwezigheid.melden(cast.karim, eerste=dag, laatste=dag, waarnemer=cast.anke, op=nu())
    with pytest.raises(Weigering, match="Kies wie waarneemt voor Karim"):
        team.overdragen_en_stoppen(cast.anke, naar={}, waarnemers={}, door=cast.frida, op=nu())
    assert vers(cast.anke).is_active


@pytest.mark.parametrize("wie", ["anke", "tineke"])
def test_only_the_administrator_stops_an_account(cast, wie):
    with pytest.raises(NietBevoegd):
        team.overdragen_en_stoppen(cast.karim, naar={}, waarnemers={}, door=getattr(cast, wie), op=nu())


# Sharing.


def test_who_shares_a_case_reads_its_content_until_he_no_longer_does(cast):
    dossier = zaak(cast, cast.anke)
    Dossier.objects.filter(pk=dossier.pk).update(status="onderzoek")
    versie = vers(dossier).versie
    assert vers(dossier).relatie(vers(cast.karim)) == Relatie.ANDER
    mee(dossier, cast.karim, cast.anke)
    assert vers(dossier).relatie(vers(cast.karim)) == Relatie.EIGEN
    assert Klasse.D4 in vers(dossier).klassen(vers(cast.karim))
    team.medebehandelaar_verwijderen(dossier, gebruiker=cast.karim, door=cast.anke, op=nu())
    assert Klasse.D4 not in vers(dossier).klassen(vers(cast.karim))
    assert vers(dossier).versie == versie + 2
    acties = Gebeurtenis.objects.filter(actie__startswith="medebehandelaar").order_by("id")
    assert [(r.actie, r.waarden) for r in acties] == [
        ("medebehandelaar_toevoegen", {"medebehandelaar": cast.karim.pk}),
        ("medebehandelaar_verwijderen", {"medebehandelaar": cast.karim.pk}),
    ]
    assert Toelichting.objects.get(gebeurtenis_id=acties[0].pk).reden == "Samen beter."


def test_the_row_history_keeps_who_shared_a_case(cast):
    dossier = zaak(cast, cast.anke)
    mee(dossier, cast.karim, cast.anke)
    team.medebehandelaar_verwijderen(dossier, gebruiker=cast.karim, door=cast.anke, op=nu())
    rijen = apps.get_model("kern", "MedebehandelaarVersie").objects.filter(dossier_id=dossier.pk, gebruiker_id=cast.karim.pk)
    assert list(rijen.order_by("pgh_id").values_list("pgh_label", flat=True)) == ["insert", "delete"]


def test_the_casemanager_who_replaces_him_and_the_teamleider_share_and_nobody_else(cast):
    dossier = zaak(cast, cast.anke)
    piet = cast.gebruiker("piet", Rol.CASEMANAGER, regio=cast.almelo)
    for ander in (cast.karim, cast.bas, cast.frida):
        with pytest.raises(NietBevoegd):
            mee(dossier, piet, ander)
    mee(dossier, piet, cast.tineke)
    # Who only shares a case does not decide who else does.
    with pytest.raises(NietBevoegd):
        mee(dossier, cast.karim, vers(piet))
    dag = timezone.localdate()
    afwezigheid.melden(cast.anke, eerste=dag, laatste=dag, waarnemer=cast.karim, op=nu())
    team.medebehandelaar_verwijderen(dossier, gebruiker=piet, door=vers(cast.karim), op=nu())
    assert not vers(dossier).medebehandelaars.exists()


def test_sharing_is_refused_with_a_sentence_at_its_field(cast):
    dossier = zaak(cast, cast.anke)
    mee(dossier, cast.karim, cast.anke)
    gevallen = [
        (cast.els, "ok", "gebruiker", "Kies een casemanager van deze regio"),
        (cast.anke, "ok", "gebruiker", "is al de casemanager"),
        (cast.karim, "ok", "gebruiker", "werkt al mee"),
        (cast.karim, " ", "reden", "waarom"),
    ]
    for wie, reden, veld, woorden in gevallen:
        with pytest.raises(Weigering, match=woorden) as fout:
            team.medebehandelaar_toevoegen(dossier, gebruiker=wie, door=cast.anke, op=nu(), reden=reden)
        assert fout.value.veld == veld


def test_a_closed_case_gets_nobody_new_but_can_lose_somebody(cast):
    dossier = zaak(cast, cast.anke)
    mee(dossier, cast.karim, cast.anke)
    Dossier.objects.filter(pk=dossier.pk).update(gesloten_op=timezone.localdate())
    piet = cast.gebruiker("piet", Rol.CASEMANAGER, regio=cast.almelo)
    with pytest.raises(Weigering, match="gesloten"):
        mee(dossier, piet, cast.anke)
    for _ in range(2):
        team.medebehandelaar_verwijderen(dossier, gebruiker=cast.karim, door=cast.anke, op=nu())
    assert Gebeurtenis.objects.filter(actie="medebehandelaar_verwijderen").count() == 1


def test_a_colleague_who_is_away_can_get_work_and_his_waarnemer_has_it(cast):
    dossier = zaak(cast)
    dag = timezone.localdate()
    afwezigheid.melden(cast.anke, eerste=dag, laatste=dag, waarnemer=cast.karim, op=nu())
    team.verdelen([dossier.pk], door=cast.tineke, op=nu(), behandelaar=cast.anke)
    assert vers(dossier).is_eigen(vers(cast.karim))
