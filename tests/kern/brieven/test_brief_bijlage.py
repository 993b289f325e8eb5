"""The title of an annex has the data class of its document: a letter is read by more people than its annexes."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from cimot import actions
from kern.brieven.soorten import Opdracht
from kern.toegang.rollen import Klasse
from tests import factories, wegen
from tests.kern import bestandenmaker

KANARIE = "kanarie-justitie"
pytestmark = [pytest.mark.django_db, pytest.mark.eis("L-37")]


@pytest.fixture
def brief(cast):
    """The account as it leaves, with one annex about justice (D5) and one of the ordinary content."""
    dossier = factories.naar(factories.melding(cast), "verslag_concept", cast)
    op = factories.laatste_moment(dossier)
    geheim = bestandenmaker.document(dossier, cast.anke, titel=KANARIE, soort="justitie")
    gewoon = bestandenmaker.document(dossier, cast.anke, titel="het persoonlijk plan", soort="plan", inhoud=b"%PDF-1.7 plan")
    vragen = dossier.regio.criteria.filter(onderwerp=dossier.onderwerp, periode__contains=dossier.gemeld_op)
    antwoorden = {vraag.pk: {"uitkomst": "ja", "toelichting": ""} for vraag in vragen}
    dossier = actions.criteria_invullen(dossier, door=cast.anke, op=op, uitkomsten=antwoorden)
    dossier = actions.beoordeling_vastleggen(dossier, door=cast.anke, op=op, **wegen.BEOORDELING)
    dossier = actions.verslag_schrijven(dossier, door=cast.anke, op=op, conclusie="C", voorstel="V")
    opdracht = Opdracht(bijlagen=(geheim.pk, gewoon.pk))
    dossier = actions.verslag_versturen(dossier, door=cast.anke, op=op, via="brief", brief=opdracht)
    return dossier.brieven.get(code="BRF-06")


def test_on_the_page_of_the_letter(cast, inloggen, brief):
    pad = reverse("brief_lezen", args=[brief.uuid])
    van_leider = inloggen(cast.tineke).get(pad).content.decode()
    assert KANARIE not in van_leider and "Een bijlage" in van_leider and "het persoonlijk plan" in van_leider
    assert KANARIE in inloggen(cast.anke).get(pad).content.decode()


def test_in_the_pdf_that_more_colleagues_may_open(cast, inloggen, brief):
    document = brief.exemplaren.get().document
    assert document.klasse == Klasse.D4
    antwoord = inloggen(cast.tineke).get(reverse("document_downloaden", args=[document.pk]))
    lezer = PdfReader(io.BytesIO(b"".join(antwoord.streaming_content)))
    tekst = "".join(bladzijde.extract_text() for bladzijde in lezer.pages)
    assert KANARIE not in tekst and "Een bijlage" in tekst and "het persoonlijk plan" in tekst
