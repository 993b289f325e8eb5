"""A letter that exists for a test only, with its first text in a file as the real ones have."""

import io
from datetime import date

from django.utils import timezone
from pypdf import PdfWriter

from kern.brieven.soorten import SOORTEN, Briefsoort
from kern.models import Brief, Briefhoofd, Briefsjabloon, Dagpost, Exemplaar, Gebeurtenis, Klaargezet
from tests.kern import bestandenmaker

CODE = "BRF-99"
TEKST = """Beste {{ client.naam }},

Wij spreken u op {{ gesprek.dag }}.

[als gesprek.uitleg] {{ gesprek.uitleg }}

[lijst gesprek.meenemen]

[tabel gesprek.rooster]

[vrij persoonlijk]

[clausule ondersteuning]

[clausule bij_vragen]

[clausule groet_cimot]"""
VELDEN = {
    "gesprek.dag": "de dag van het gesprek",
    "gesprek.uitleg": "uitleg over het gesprek",
    "gesprek.meenemen": "wat de cliënt meeneemt",
    "gesprek.rooster": "de tijden",
}


def registreer(monkeypatch, map_, **meer):
    """The letter, until the end of the test."""
    (map_ / f"{CODE}.txt").write_text(f"Uw gesprek – {{{{ kenmerk }}}}\n\n{TEKST}\n", encoding="utf-8")
    velden = {
        "code": CODE,
        "naam": "proefbrief",
        "velden": VELDEN,
        "gegevens": lambda dossier, op: {},
        "ontvangers": lambda dossier, op: [],
        "nodig": ("gesprek.dag",),
        "map": map_,
    }
    soort = Briefsoort(**(velden | meer))
    monkeypatch.setitem(SOORTEN, CODE, soort)
    return soort


def eerste_versie(op):
    return Briefsjabloon.objects.create(
        code=CODE, versie=1, onderwerp="Uw gesprek – {{ kenmerk }}", tekst=TEKST, reden="Eerste tekst", gepubliceerd_op=op
    )


def briefhoofd(regio, **anders):
    return Briefhoofd.objects.create(
        **{
            "regio": regio,
            "geldig_vanaf": date(2015, 1, 1),
            "organisatie": "Cimot",
            "afzender": "Cimot, Postbus 0, 7600 AA Almelo",
            "adres": "Postbus 0, 7600 AA Almelo",
            "telefoon": "0546-000000",
            "email": "almelo@example.org",
            "bezwaar_adres": "Postbus 0, 7600 AA Almelo",
        }
        | anders
    )


def post(dossier, door) -> dict:
    """A letter that left with a post of the day, and a step that lies ready for the next: as rows, without their steps."""
    vandaag, papier, bestand = timezone.localdate(), PdfWriter(), io.BytesIO()
    papier.add_blank_page(width=595, height=842)
    papier.write(bestand)
    dagpost = Dagpost.objects.create(regio=dossier.regio, dag=vandaag, door=door)
    brief = Brief.objects.create(
        dossier_id=dossier.pk,
        wereld=dossier.wereld,
        code="BRF-01",
        sjabloon=Briefsjabloon.objects.filter(code="BRF-01").first(),
        briefhoofd=Briefhoofd.objects.filter(regio=dossier.regio).first(),
        gebeurtenis_id=Gebeurtenis.objects.filter(dossier_id=dossier.pk).first().pk,
        onderwerp="Uw melding",
        inhoud=[{"soort": "alinea", "tekst": "Wij kregen uw melding."}],
        dagpost=dagpost,
        gedateerd_op=vandaag,
        door=door,
    )
    document = bestandenmaker.document(dossier, door, soort="brief", richting="uit", inhoud=bestand.getvalue())
    Exemplaar.objects.create(
        brief=brief,
        naam="Iemand",
        rol="cliënt",
        adres=["Straat 1"],
        kanaal="post",
        document=document,
        sha256=document.sha256,
    )
    klaargezet = Klaargezet.objects.create(
        dossier_id=dossier.pk,
        wereld=dossier.wereld,
        actie="bevestigen",
        formulier={"velden": {}, "rol": door.rol},
        door=door,
    )
    return {"brief": brief, "dagpost": dagpost, "klaargezet": klaargezet}
