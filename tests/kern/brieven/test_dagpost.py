"""The post of the day: what lies ready is done on the day that it leaves, once, and what cannot is said."""

import io
from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone
from pypdf import PdfReader

from cimot import actions as cimot
from cimot.models import Aanmelding
from cimot.processen.aanmelding import Status
from kern.brieven import dagpost
from kern.models import Brief, Dagpost, Exemplaar, Gebeurtenis, Inzage, Klaargezet
from kern.personen import clienten
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import klok
from tests.draden import tegelijk
from tests.factories import melding, naar
from tests.kern.scherm import open_, tekst

pytestmark = pytest.mark.django_db
DAGPOST = "/dagpost/"


def browser(gebruiker):
    client = Browser()
    client.force_login(gebruiker, backend="kern.toegang.backends.RolBackend")
    return client


def maak_zaak(cast, status=Status.BESLUIT_ONDERTEKEND, *, adres=True, **gegevens):
    op = timezone.now() - timedelta(days=20)
    dossier = melding(cast, ontvangen=op, **gegevens)
    if adres:
        clienten.adres_toevoegen(
            dossier.client, door=cast.bas, op=op, soort="brp", straat="Grotestraat", huisnummer="1", postcode="7607 AA",
            plaats="Almelo", vanaf=op.date(),
        )  # fmt: skip
    return naar(dossier, status, cast)


@pytest.fixture
def zaak(cast):
    return lambda *args, **gegevens: maak_zaak(cast, *args, **gegevens)


def zet_klaar(dossier, gebruiker, actie="besluit_versturen", **getypt):
    client, adres = browser(gebruiker), f"{dossier.get_absolute_url()}{actie}/"
    return client.post(adres, open_(client, adres, brief_wanneer="dagpost", **getypt))


def gisteren(rij):
    """As if it was put ready the day before."""
    Klaargezet.objects.filter(pk=rij.pk).update(klaargezet_op=timezone.now() - timedelta(days=1))


def nu(dossier):
    return Aanmelding.objects.get(pk=dossier.pk)


def verstuur(door, regio, dag=None):
    return dagpost.maken(regio=regio, dag=dag or timezone.localdate(), door=door, op=timezone.now())


# Putting ready.


@pytest.mark.eis("L-55")
def test_what_lies_ready_is_not_done_yet_and_says_so(cast, zaak):
    dossier = zaak()
    assert zet_klaar(dossier, cast.bas).status_code == 302
    assert nu(dossier).status == Status.BESLUIT_ONDERTEKEND
    assert not Brief.objects.filter(dossier=dossier, code="BRF-12").exists()
    assert not dossier.taken.filter(code="bezwaar").exists()
    pagina = tekst(browser(cast.anke).get(dossier.get_absolute_url()))
    assert "Besluit versturen ligt klaar voor de dagpost." in pagina and "pas gedaan als de post weg is" in pagina
    lijst = tekst(browser(cast.bas).get(DAGPOST))
    assert dossier.kenmerk in lijst and "Besluit versturen" in lijst and "door Bas" in lijst


def test_a_second_step_of_the_same_case_is_refused_while_one_waits(cast, zaak):
    dossier = zaak()
    zet_klaar(dossier, cast.bas)
    antwoord = zet_klaar(dossier, cast.bas)
    assert antwoord.status_code == 422 and "ligt al een brief van dit dossier klaar" in tekst(antwoord)


def test_nothing_impossible_is_put_ready(cast, zaak):
    dossier = zaak()
    cast.almelo.briefhoofden.update(geldig_vanaf=timezone.localdate() + timedelta(days=1))
    antwoord = zet_klaar(dossier, cast.bas)
    assert antwoord.status_code == 422 and "geen briefhoofd" in tekst(antwoord)
    assert not Klaargezet.objects.exists() and nu(dossier).status == Status.BESLUIT_ONDERTEKEND


@pytest.mark.langzaam("several cases up to a signed besluit")
def test_what_nobody_gets_by_post_does_not_wait_for_it(cast, zaak):
    dossier = zaak()
    antwoord = zet_klaar(dossier, cast.bas, brief_kanaal_client="meegeven")
    assert antwoord.status_code == 422 and "Niemand krijgt deze brief per post" in tekst(antwoord)
    zonder = zaak(adres=False, naam="Zonder, Adres")
    form = browser(cast.bas).get(f"{zonder.get_absolute_url()}besluit_versturen/").context["form"]
    assert "brief_wanneer" not in form.fields
    velden = {"op": ["1-1-2026"], "brief_kanaal_client": ["meegeven"]}
    with pytest.raises(Weigering, match="Niemand krijgt"):
        dagpost.klaarzetten(nu(zonder), actie="besluit_versturen", velden=velden, door=cast.bas, op=timezone.now())


def test_it_is_taken_back_by_who_may_and_never_twice(cast, zaak):
    dossier = zaak()
    zet_klaar(dossier, cast.bas)
    adres = f"/klaargezet/{Klaargezet.objects.get().pk}/intrekken/"
    assert browser(cast.els).post(adres).status_code == 404 and browser(cast.gerda).post(adres).status_code == 403
    assert browser(cast.bas).get(adres).status_code == 405
    assert browser(cast.tineke).post(adres).status_code == 302
    rij = Klaargezet.objects.get()
    assert rij.ingetrokken_door == cast.tineke and nu(dossier).status == Status.BESLUIT_ONDERTEKEND
    assert "ligt klaar" not in tekst(browser(cast.anke).get(dossier.get_absolute_url()))
    assert "lag al niet meer klaar" in tekst(browser(cast.tineke).post(adres, follow=True))
    assert [r.actie for r in Gebeurtenis.objects.filter(dossier_id=dossier.pk)[:2]] == [
        "brief_niet_versturen", "brief_klaarzetten",
    ]  # fmt: skip


# The post.


@pytest.mark.langzaam("several cases up to a signed besluit")
@pytest.mark.eis("L-55", "L-62", "T-BEZWAAR")
def test_the_day_of_the_post_is_the_day_of_sending(cast, zaak):
    een, twee = zaak(), zaak(naam="Zwart, Z")
    for dossier in (een, twee):
        zet_klaar(dossier, cast.bas)
    for rij in Klaargezet.objects.all():
        gisteren(rij)
    dag = timezone.localdate() - timedelta(days=1)
    bas = browser(cast.bas)
    antwoord = bas.post(DAGPOST, {"_eenmalig": "", "regio": str(cast.almelo.pk), "dag": f"{dag:%d-%m-%Y}"}, follow=True)
    post = Dagpost.objects.get()
    assert antwoord.redirect_chain[-1][0] == f"/dagpost/{post.pk}/" and post.dag == dag
    for dossier in (een, twee):
        verzonden = nu(dossier)
        assert verzonden.status == Status.INDICATIE_ACTIEF and verzonden.besluit.verzonden_op == dag
        assert verzonden.taken.get(code="bezwaar").begin_op == dag
        brief = Brief.objects.get(dossier=dossier, code="BRF-12")
        assert (brief.dagpost, brief.gedateerd_op, brief.door) == (post, dag, cast.bas)
        assert Gebeurtenis.objects.get(dossier_id=dossier.pk, actie="besluit_versturen").op == klok.moment(dag)
    assert set(Klaargezet.objects.values_list("dagpost", flat=True)) == {post.pk}
    assert "Er ligt niets klaar voor de post" in tekst(bas.get(DAGPOST))


@pytest.mark.langzaam("several cases up to a signed besluit")
def test_what_is_refused_stays_with_the_reason_and_the_others_go(cast, zaak):
    een, twee, drie = zaak(), zaak(naam="Zwart, Z"), zaak(naam="Groen, G")
    for dossier in (een, twee, drie):
        zet_klaar(dossier, cast.bas)
    # The approval is withdrawn while it waits; of another, whoever put it ready left.
    cimot.besluit_aanpassen(nu(een), door=cast.anke, op=timezone.now(), reden="Fout in de uren.")
    cast.bas.rolverleningen.filter(rol="frontoffice").update(regio=cast.enschede)
    Klaargezet.objects.filter(dossier=drie.pk).update(door=cast.anke, formulier=_als(drie, "casemanager"))
    post, geweigerd = verstuur(cast.tineke, cast.almelo)
    assert {rij.dossier_id for rij in geweigerd} == {een.pk, twee.pk}
    assert nu(drie).status == Status.INDICATIE_ACTIEF and post.brieven.get().dossier_id == drie.pk
    assert nu(een).status == Status.BESLUIT_CONCEPT and nu(twee).status == Status.BESLUIT_ONDERTEKEND
    pagina = tekst(browser(cast.tineke).get(DAGPOST))
    assert "heeft dit dossier niet meer in beeld" in pagina
    assert "De brief ging niet mee met de post" in tekst(browser(cast.anke).get(een.get_absolute_url()))


def _als(dossier, rol):
    return {**Klaargezet.objects.get(dossier=dossier.pk).formulier, "rol": rol}


def test_when_all_is_refused_there_is_no_post(cast, zaak):
    dossier = zaak()
    zet_klaar(dossier, cast.bas)
    cimot.besluit_aanpassen(nu(dossier), door=cast.anke, op=timezone.now(), reden="Fout.")
    post, [rij] = verstuur(cast.bas, cast.almelo)
    assert post is None and not Dagpost.objects.exists()
    assert "status is nu" in Klaargezet.objects.get().weigering and rij.dagpost_id is None


@pytest.mark.langzaam("several cases up to a signed besluit")
def test_a_fault_in_one_letter_holds_back_no_other(cast, zaak, monkeypatch):
    een, twee = zaak(), zaak(naam="Zwart, Z")
    for dossier in (een, twee):
        zet_klaar(dossier, cast.bas)
    echt = dagpost._doe

    def stuk(dossier, *args, **opties):
        if dossier.pk == een.pk:
            raise RuntimeError("typst")
        return echt(dossier, *args, **opties)

    monkeypatch.setattr(dagpost, "_doe", stuk)
    post, [rij] = verstuur(cast.bas, cast.almelo)
    assert rij.dossier_id == een.pk and "storing" in rij.weigering and nu(twee).status == Status.INDICATIE_ACTIEF


def test_a_role_that_is_held_no_more_sends_nothing(cast, zaak):
    dossier = zaak()
    zet_klaar(dossier, cast.bas)
    cast.bas.is_active = False
    cast.bas.save()
    _, [rij] = verstuur(cast.tineke, cast.almelo)
    assert "heeft de rol niet meer" in rij.weigering and nu(dossier).status == Status.BESLUIT_ONDERTEKEND


@pytest.mark.parametrize(("dagen", "zin"), [(1, "ligt in de toekomst"), (-1, "De laatste brief werd klaargelegd op")])
def test_a_day_that_cannot_be_is_refused_beside_its_field(cast, zaak, dagen, zin):
    dossier, bas = zaak(), browser(cast.bas)
    zet_klaar(dossier, cast.bas)
    dag = timezone.localdate() + timedelta(days=dagen)
    antwoord = bas.post(DAGPOST, {"regio": str(cast.almelo.pk), "dag": f"{dag:%d-%m-%Y}"})
    assert antwoord.status_code == 422 and zin in antwoord.context["form"].errors["dag"][0]
    assert nu(dossier).status == Status.BESLUIT_ONDERTEKEND
    assert bas.post(DAGPOST, {"regio": "x", "dag": "\x00"}).status_code == 422


@pytest.mark.eis("L-37", "L-73")
def test_only_who_closes_the_post_sends_and_prints_and_only_what_he_has_in_view(cast, zaak):
    dossier = zaak()
    zet_klaar(dossier, cast.bas)
    with pytest.raises(NietBevoegd):
        verstuur(cast.anke, cast.almelo)
    with pytest.raises(Weigering, match="niets meer klaar"):
        verstuur(cast.ruben, cast.almelo)
    assert browser(cast.anke).post(DAGPOST, {}).status_code == 403
    assert "Post maken" not in tekst(browser(cast.anke).get(DAGPOST))
    assert dossier.kenmerk not in tekst(browser(cast.ruben).get(DAGPOST))
    post, _ = verstuur(cast.bas, cast.almelo)
    for einde in ("", "afdrukken/"):
        codes = [browser(g).get(f"/dagpost/{post.pk}/{einde}").status_code for g in (cast.bas, cast.anke, cast.ruben)]
        assert codes == [200, 403, 404]


@pytest.mark.langzaam("several cases up to a signed besluit")
@pytest.mark.eis("L-74")
def test_one_file_for_the_printer_and_a_list_of_the_rest(cast, zaak):
    een, twee = zaak(), zaak(naam="Zwart, Z")
    for dossier in (een, twee):
        zet_klaar(dossier, cast.bas)
    post, _ = verstuur(cast.bas, cast.almelo)
    # What one hands over oneself goes with the same post.
    brief = post.brieven.get(dossier=twee)
    los = brief.exemplaren.get()
    stuk = los.document
    stuk.pk, stuk.uuid, stuk.sha256 = None, timezone.now().strftime("00000000-0000-0000-0000-%H%M%S%f"), "0" * 64
    stuk.save()
    los.pk, los.document, los.naam, los.kanaal, los.is_kopie = None, stuk, "Moeder", Exemplaar.Kanaal.MEEGEVEN, True
    los.save()
    bas = browser(cast.bas)
    pagina = tekst(bas.get(f"/dagpost/{post.pk}/"))
    assert "Per post: 2 brieven" in pagina and "Persoonlijk meegeven: 1 brief" in pagina and "Moeder" in pagina
    voor = Inzage.objects.count()
    antwoord = bas.get(f"/dagpost/{post.pk}/afdrukken/")
    bladen = PdfReader(io.BytesIO(b"".join(antwoord.streaming_content))).pages
    tekst_ = " ".join(blad.extract_text() for blad in bladen)
    assert een.kenmerk in tekst_ and twee.kenmerk in tekst_ and len(bladen) % 2 == 0
    rijen = Inzage.objects.order_by("-id")[: Inzage.objects.count() - voor]
    assert {(rij.soort, rij.dossier_id) for rij in rijen} == {("export", een.pk), ("export", twee.pk)}


@pytest.mark.langzaam("several cases up to a signed besluit")
@pytest.mark.django_db(transaction=True)
def test_two_who_press_at_once_send_every_letter_once(cast):
    zaken = [maak_zaak(cast, naam=f"Wit, W{i}") for i in range(3)]
    for dossier in zaken:
        zet_klaar(dossier, cast.bas)
    uit = tegelijk(lambda: verstuur(cast.bas, cast.almelo), lambda: verstuur(cast.tineke, cast.almelo))
    gelukt = [rij for rij in uit if isinstance(rij, tuple)]
    geweigerd = [rij for rij in uit if isinstance(rij, Weigering)]
    assert len(gelukt) == 1 and "niets meer klaar" in geweigerd[0].zin
    assert Dagpost.objects.count() == 1
    for dossier in zaken:
        assert Brief.objects.filter(dossier=dossier, code="BRF-12").count() == 1
        assert Gebeurtenis.objects.filter(dossier_id=dossier.pk, actie="besluit_versturen").count() == 1
