"""What two people at once, hostile words and a wrong order do to the dossier of a provider (SM-9)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from aanbieders.actions import maatregel
from aanbieders.actions import toelating as actions
from aanbieders.actions.aanmelden import aanmelden
from aanbieders.models import Aanbieder, Maatregel, Toelating
from aanbieders.processen.toelating import Status
from kern.models import Brief, Organisatie
from kern.proces.weigering import NietBevoegd, Weigering
from tests import aanbiederwegen, factories
from tests.draden import tegelijk

NAAM = "<script>alert(1)</script> {{ client.naam }} [clausule bezwaar]"
ONTBREEKT = "{{ bezwaar_tot }}\n# kop\n[clausule bezwaar]\n<b>vet</b> #let x = 1"


def een_wint(*functies):
    """One does it, the other reads a sentence."""
    uitkomsten = tegelijk(*functies)
    [fout] = [u for u in uitkomsten if isinstance(u, Exception)]
    assert isinstance(fout, Weigering), repr(fout)
    return fout.zin


# Two people at once.


@pytest.mark.django_db(transaction=True)
def test_two_who_report_the_same_new_provider_make_one(cast):
    op = factories.moment("2026-10-05")

    def meld():
        waarden = {"naam": "Zorghuis Nieuw BV", "aangevraagd_op": op.date()}
        return aanmelden(door=cast.coen, op=op, regio=cast.almelo, **waarden)

    een_wint(meld, meld)
    assert Organisatie.objects.filter(naam="Zorghuis Nieuw BV").count() == Aanbieder.objects.count() == 1
    assert Toelating.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_admitting_and_refusing_at_once_sends_one_letter(cast):
    toelating = factories.toelating(cast, Status.TOELATING_TOETS)
    op = factories.laatste_moment(toelating)
    toelating = aanbiederwegen.getoetst(toelating, cast, op)
    zin = een_wint(
        lambda: actions.toelaten(toelating, door=cast.coen, op=op, motivering="Goed.", toegelaten_vanaf=op.date()),
        lambda: actions.afwijzen(toelating, door=cast.coen, op=op, reden="Niet goed."),
    )
    assert "de status is nu" in zin
    assert Brief.objects.filter(dossier=toelating, code="BRF-52").count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_measure_that_two_take_at_once_runs_once(cast):
    toelating = factories.toelating(cast, Status.ACTIEF)
    op = factories.laatste_moment(toelating)

    def schort_op():
        return maatregel.opschorten(toelating, door=cast.tineke, op=op, reden="Fraude.", vanaf=op.date())

    een_wint(schort_op, schort_op)
    assert Maatregel.objects.count() == Brief.objects.filter(code="BRF-54").count() == 1


# Hostile words.


@pytest.mark.django_db
def test_words_that_look_like_our_own_language_stay_words(cast, inloggen):
    toelating = factories.toelating(cast, Status.TOELATING_TOETS, aanbieder=NAAM)
    op = factories.laatste_moment(toelating)
    tot = op.date() + timedelta(days=9)
    toelating = actions.aanvulling_vragen(toelating, door=cast.coen, op=op, ontbreekt=ONTBREEKT, aanvulling_tot=tot)
    brief = toelating.brieven.order_by("-id").first()
    [lijst] = [blok["regels"] for blok in brief.inhoud if blok["soort"] == "lijst"]
    assert lijst[:3] == ONTBREEKT.split("\n")[:3]
    assert [blok["naam"] for blok in brief.inhoud if blok["soort"] == "clausule"] == ["bij_vragen", "groet_cimot"]
    client = inloggen(cast.coen)
    for url in (
        toelating.get_absolute_url(),
        reverse("brief_lezen", args=[brief.uuid]),
        reverse("toelating_lijst"),
        reverse("aanbieder_lijst"),
        reverse("aanbieder_detail", args=[toelating.organisatie_id]),
    ):
        pagina = client.get(url).content.decode()
        assert "<script>alert" not in pagina and "<b>vet</b>" not in pagina, url


@pytest.mark.django_db
@pytest.mark.parametrize(
    "vraag",
    ["toelating/?zoek=%00", "aanbieder/?zoek=%00", "aanbieder/?specialisatie=%00", "aanbieder/?gemeente=9" + "9" * 30,
     "aanbieder/?na=xx", "toelating/?na=xx"],
)  # fmt: skip
def test_an_address_that_somebody_made_up_breaks_no_list(cast, inloggen, vraag):
    assert inloggen(cast.coen).get(f"/{vraag}").status_code == 200


# Wrong order, other region.


@pytest.mark.django_db
def test_a_withdrawal_is_not_reversed_beside_a_new_request(cast, inloggen):
    oud = factories.toelating(cast, Status.INGETROKKEN)
    factories.toelating(cast)
    url = reverse("dossier_corrigeren", args=[oud.pk])
    antwoord = inloggen(cast.coen).post(url, {"reden": "Vergissing.", "_eenmalig": uuid4(), "versie": oud.versie})
    assert antwoord.status_code == 422
    assert "heeft in deze regio al een lopend dossier" in antwoord.content.decode()
    oud.refresh_from_db()
    assert oud.status == Status.INGETROKKEN


@pytest.mark.django_db
def test_nobody_acts_on_a_provider_for_another_region(cast):
    op = factories.moment("2026-10-05")
    with pytest.raises(NietBevoegd):
        factories.aanmelden(
            door=cast.cees, op=op, regio=cast.almelo, organisatie=factories.zorgaanbieder(), aangevraagd_op=op.date()
        )
    toelating = factories.toelating(cast)
    assert Toelating.objects.voor(cast.cees).filter(pk=toelating.pk).first() is None
    assert Toelating.objects.voor(cast.ruben).filter(pk=toelating.pk).first() is None
    assert {g.naam for g in (cast.coen, cast.fien, cast.tess, cast.tineke) if Toelating.objects.voor(g).exists()} == {
        "Coen", "Fien", "Tess", "Tineke",
    }  # fmt: skip
    for wie in (cast.anke, cast.bas, cast.gerda, cast.frida):
        assert not Toelating.objects.voor(wie).exists()
