"""Copies in bulk of the demo: they keep every rule, and what belongs together stays together."""

import pytest
from django.db import connection
from django.db.models import Count

from cimot.models import Aanmelding, Besluit, Melding
from kern.models import Client, Document, Dossier, Gebeurtenis, Gebruiker, Relatie, Signaal, Taak
from sturing.demo import massa
from tests.demodag import PEILDATUM, stil


@pytest.mark.django_db
def test_zonder_dossiers_is_er_niets_te_kopieren():
    assert massa.kopieer(10, meld=stil) == 0


def test_kopieen_houden_zich_aan_alle_regels(gelezen):
    per_dossier = {d.pk: d.n for d in Dossier.objects.annotate(n=Count("taken"))}
    laatste = max(per_dossier)
    nieuw = 1000 - len(per_dossier)
    assert massa.kopieer(nieuw, meld=stil) == nieuw
    assert Dossier.objects.count() == 1000
    assert 800 < Aanmelding.objects.count() == Melding.objects.count() < 1000
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # raises when a key points nowhere
    stride = laatste - min(per_dossier) + 1
    for dossier in Dossier.objects.filter(pk__gt=laatste).annotate(n=Count("taken")):
        origineel = min(per_dossier) + (dossier.pk - min(per_dossier)) % stride
        assert dossier.n == per_dossier[origineel]
    _sleutels_kloppen()
    assert Client.objects.filter(pk__gt=0).exclude(bsn_index="").count() == Client.objects.exclude(bsn_cijfer="").count()
    assert Client.objects.values("sorteernaam").distinct().count() > 700
    assert not Document.objects.filter(dossier__gt=laatste).exists()
    for dossier in Dossier.objects.filter(client__isnull=False).select_related("client")[::37]:
        assert dossier.sorteernaam == dossier.client.sorteernaam
    gesloten = Taak.objects.filter(dossier__gesloten_op__isnull=False)
    # Only what is kept, and the time in which a client may object, run on after the end.
    assert {t.code for t in gesloten.filter(status="open")} == {"bewaar", "bezwaar", "bezwaar_post"}
    assert not gesloten.filter(status="open", vervalt_op__lt=PEILDATUM).exists()


def _van_clienten(model):
    """The rows of the world of care: a provider has one dossier per region, and is not copied."""
    if model is Signaal:
        return model.objects.filter(taak__wereld="zorg")
    velden = {veld.name for veld in model._meta.get_fields()}
    return model.objects.filter(wereld="zorg") if "wereld" in velden else model.objects.all()


def test_kopieen_hebben_alles_wat_erbij_hoort(gelezen):
    aantallen = {model: _van_clienten(model).count() for model in massa.MODELLEN}
    dossiers_, samengevoegd = _van_clienten(Dossier).count(), Client.objects.filter(samengevoegd_met__isnull=False).count()
    massa.kopieer(2 * dossiers_, meld=stil)
    for model, aantal in aantallen.items():
        # Who was merged has no dossier, and an event about a person has none either: those are not copied.
        zonder = {Client: samengevoegd, Gebeurtenis: _van_clienten(Gebeurtenis).filter(dossier_id=None).count()}.get(
            model, 0
        )
        assert aantal > 0 and _van_clienten(model).count() == 3 * aantal - 2 * zonder, model
    assert not Relatie.objects.filter(bewijs__isnull=False, pk__gt=aantallen[Relatie]).exists()


def test_wat_bij_een_dossier_hoort_blijft_erbij(gelezen):
    """A closed dossier moves back in time, with what runs beside it; together with an open one nothing moves."""
    massa.kopieer(1000, meld=stil)
    neven = Dossier.objects.filter(hoofddossier__isnull=False).select_related("hoofddossier")
    assert neven.count() > 100
    for rij in neven:
        assert rij.geopend_op >= rij.hoofddossier.geopend_op
        assert rij.client_id == rij.hoofddossier.client_id
        assert (rij.geopend_op - rij.hoofddossier.geopend_op).days < 60
    for besluit in Besluit.objects.filter(verzonden_op__isnull=False).select_related("dossier"):
        assert besluit.verzonden_op >= besluit.dossier.geopend_op


def test_kopieren_kan_ook_als_gewone_rol(gelezen, monkeypatch):
    """Without the right to let the database's own checks rest, these check every row."""
    monkeypatch.setattr(massa, "mag_rusten", lambda cursor: False)
    laatste = Dossier.objects.order_by("-pk").first().pk
    assert massa.kopieer(160, meld=stil) == 160
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert not Dossier.pgh_event_model.objects.filter(pgh_obj_id__gt=laatste).exists()


def _sleutels_kloppen():
    """Every foreign key of every copied table, asked anew: the load may have skipped the database's own check."""
    for model in massa.MODELLEN:
        for veld in model._meta.local_concrete_fields:
            if veld.is_relation:
                met = model.objects.filter(**{f"{veld.name}__isnull": False})
                assert met.count() == met.filter(**{f"{veld.name}__pk__in": veld.related_model.objects.all()}).count(), veld


def test_na_de_kopieen_gaat_het_nummeren_verder(gelezen):
    from cimot import actions
    from kern.models import Regio
    from sturing.demo.toneel import moment

    massa.kopieer(200, meld=stil)
    op = moment(PEILDATUM, 0)
    fenna = Gebruiker.objects.get(gebruikersnaam="fenna")
    nieuw = actions.melden(
        door=fenna,
        op=op,
        regio=Regio.objects.get(code="almelo"),
        ontvangen_op=op,
        onderwerp="bw",
        kanaal="telefoon",
        melder="zelf",
        naam="Nieuw, Nina",
    )
    assert nieuw.pk == Dossier.objects.order_by("-pk").first().pk
    assert Dossier.objects.filter(kenmerk=nieuw.kenmerk).count() == 1
