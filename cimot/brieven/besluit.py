"""Letters that are a besluit: BRF-03 and BRF-11 to BRF-14 (L-55, L-62, L-66).

What was approved stands in them word for word.
"""

from functools import partial

from cimot import besluitblad
from cimot.brieven import basis
from cimot.brieven.basis import dag, velden
from cimot.models import Besluit, Besluitonderdeel
from kern.brieven.soorten import Briefsoort, registreer
from kern.models import Document

U, Cak = Besluit.Uitkomst, Besluit.Cak
BIJDRAGE = {
    "bijdrage_cak": (Cak.BW_INTRAMURAAL, Cak.ABONNEMENT),
    "bijdrage_opvang": (Cak.OPVANG_INSTELLING,),
    "bijdrage_geen": (Cak.GEEN,),
    "bijdrage_onbekend": (Cak.ONBEPAALD,),
}
OP_AANVRAAG = velden("soort_hulp", "aangevraagd_op", "besluit", verordening="de verordening van de gemeente")
TOEGEKEND = {
    **OP_AANVRAAG,
    "pgb": "ja als een deel met een pgb wordt betaald",
    "bijdrage_cak": "ja als het CAK de eigen bijdrage int",
    "bijdrage_opvang": "ja als de cliënt aan de opvang betaalt",
    "bijdrage_geen": "ja als er geen eigen bijdrage is",
    "bijdrage_onbekend": "ja als de eigen bijdrage nog niet is bepaald",
}


def _besluit(dossier, op):
    besluit = dossier.besluit
    return {
        "soort_hulp": basis.soort_hulp(dossier),
        "aangevraagd_op": dag(dossier.aangevraagd_op),
        "besluit": besluitblad.alineas(besluit.tekst),
        "verordening": str(besluit.verordening or ""),
    }


def _toegekend(dossier, op):
    pgb = dossier.besluit.onderdelen.filter(
        leveringsvorm=Besluitonderdeel.Leveringsvorm.PGB, beslissing=Besluitonderdeel.Beslissing.TOEGEKEND
    )
    bijdrage = {veld: dossier.besluit.cak_regime in regimes for veld, regimes in BIJDRAGE.items()}
    return {**_besluit(dossier, op), **bijdrage, "pgb": pgb.exists()}


def _buiten_behandeling(dossier, op):
    verzoek = dossier.aanvulling
    return {
        "soort_hulp": basis.soort_hulp(dossier),
        "aangevraagd_op": dag(dossier.aangevraagd_op),
        "besluit": besluitblad.alineas(dossier.besluit.tekst),
        "gevraagd_op": dag(verzoek.gevraagd_op),
        "aanvullen_tot": dag(verzoek.gesteld_tot),
        "ontbreekt": basis.regels(verzoek.ontbreekt),
    }


def _tijdelijk(spoed, op):
    return {
        "besluit": besluitblad.alineas(spoed.besluit.tekst),
        "tijdelijk_vanaf": dag(spoed.tijdelijk_vanaf),
        "tijdelijk_tot": dag(spoed.tijdelijk_tot),
        "verlengd": hasattr(spoed, "verlengd_na"),
        "verlengd_na": dag(getattr(spoed, "verlengd_na", None)),
    }


_brief = partial(Briefsoort, map=basis.MAP, ontvangers=basis.aan_wie, is_besluit=True, document=Document.Soort.BESLUIT)


def _bij(uitkomst):
    return lambda dossier: dossier.besluit.uitkomst == uitkomst


registreer(
    _brief(
        "BRF-03", "Besluit over tijdelijke hulp", gegevens=_tijdelijk, nodig=("besluit", "tijdelijk_vanaf", "tijdelijk_tot"),
        velden=velden(
            "besluit", "tijdelijk_tot", tijdelijk_vanaf="de eerste dag van de tijdelijke hulp",
            verlengd="ja als de tijdelijke hulp langer duurt dan eerst", verlengd_na="de laatste dag van vóór de verlenging",
        ),
    ),
    _brief(
        "BRF-11", "Besluit buiten behandeling", gegevens=_buiten_behandeling,
        nodig=("besluit", "gevraagd_op", "aanvullen_tot", "ontbreekt"),
        velden=velden(
            "soort_hulp", "aangevraagd_op", "besluit", "ontbreekt", "aanvullen_tot",
            gevraagd_op="de dag waarop wij om aanvulling vroegen",
        ),
    ),
    _brief(
        "BRF-12", "Besluit: toekenning", velden=TOEGEKEND, gegevens=_toegekend,
        nodig=("besluit", "aangevraagd_op", "verordening"), wanneer=_bij(U.TOEKENNING),
    ),
    _brief(
        "BRF-13", "Besluit: afwijzing", velden=OP_AANVRAAG, gegevens=_besluit,
        nodig=("besluit", "aangevraagd_op", "verordening"), wanneer=_bij(U.AFWIJZING),
    ),
    _brief(
        "BRF-14", "Besluit: gedeeltelijke toekenning", velden=TOEGEKEND, gegevens=_toegekend,
        nodig=("besluit", "aangevraagd_op", "verordening"), wanneer=_bij(U.GEDEELTELIJK),
    ),
)  # fmt: skip
