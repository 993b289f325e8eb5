"""Letters of landelijke toegankelijkheid: BRF-33 to the other region, BRF-34 and BRF-35 to the client (SM-4, L-02)."""

import re

from cimot.brieven import basis
from cimot.brieven.basis import dag, uiterlijk, velden
from cimot.models import LandelijkeToegang
from cimot.processen.landelijk import Status
from kern.brieven.soorten import Briefsoort, Geadresseerde, registreer
from kern.models import Exemplaar

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def _andere_regio(landelijk, op, *, is_kopie=False) -> list[Geadresseerde]:
    gevonden = _EMAIL.search(landelijk.contact_gegevens)
    naam = ", t.a.v. ".join(filter(None, [landelijk.andere_regio, landelijk.contact_naam]))
    return [
        Geadresseerde(
            "andere_regio", naam, "andere regio", email=gevonden[0] if gevonden else "", is_kopie=is_kopie,
            kanaal=Exemplaar.Kanaal.EMAIL if gevonden else Exemplaar.Kanaal.MEEGEVEN,
            waarom="Deze regio neemt de hulp over." if is_kopie else "Met deze regio bekijken wij waar de kans het best is.",
        )
    ]  # fmt: skip


def _aan_client_en_regio(landelijk, op):
    return [*basis.aan_wie(landelijk, op), *_andere_regio(landelijk, op, is_kopie=True)]


def _overleg(landelijk, op):
    client = landelijk.client
    return {
        "soort_hulp": basis.soort_hulp(landelijk),
        "onderzoek_uiterlijk": dag(uiterlijk(basis.aanmelding_van(landelijk), "onderzoek")),
        "contact_op": dag(landelijk.contact_op),
        "client_geboren": client.geboren_tekst if client else "",
        "laatst_gewoond": landelijk.laatst_gewoond,
        "komt_hier": landelijk.richting == LandelijkeToegang.Richting.IN,
    }


def _uitleg(landelijk, op):
    geregeld = landelijk.tijdelijk == LandelijkeToegang.Tijdelijk.GEREGELD
    return {
        "soort_hulp": basis.soort_hulp(landelijk),
        "onderzoek_uiterlijk": dag(uiterlijk(basis.aanmelding_van(landelijk), "onderzoek")),
        "andere_regio": landelijk.andere_regio,
        "contact_naam": landelijk.contact_naam,
        "hier": landelijk.status == Status.LT_HIER,
        "motivering": [{"kop": "Waarom denken wij dat?", "tekst": landelijk.motivering}] if landelijk.motivering else [],
        "tijdelijke_hulp": landelijk.tijdelijk_toelichting if geregeld else "",
    }


def _overgenomen(landelijk, op):
    return {
        "andere_regio": landelijk.andere_regio,
        "contact_naam": landelijk.contact_naam,
        "contact_gegevens": landelijk.contact_gegevens,
        "gesprek_op": dag(landelijk.gesprek_op),
        "aangekomen_op": dag(landelijk.aangekomen_op),
        "stukken": basis.regels(landelijk.stukken),
        "overgenomen_op": dag(landelijk.overgenomen_op),
        "overgenomen_naam": landelijk.overgenomen_naam,
    }


registreer(
    Briefsoort(
        "BRF-33", "Overleg met een andere regio", gegevens=_overleg, ontvangers=_andere_regio, map=basis.MAP,
        nodig=("client.naam", "contact_op", "laatst_gewoond"),
        velden=velden(
            "soort_hulp", "onderzoek_uiterlijk", contact_op="de dag waarop u met de andere regio sprak",
            client_geboren="de geboortedatum van de cliënt", laatst_gewoond="waar de cliënt het laatst woonde",
            komt_hier="ja als de cliënt van de andere regio komt",
        ),
    ),
    Briefsoort(
        "BRF-34", "Uitleg: in welke regio u hulp krijgt", gegevens=_uitleg, ontvangers=basis.aan_wie, map=basis.MAP,
        nodig=("andere_regio", "motivering"),
        velden=velden(
            "soort_hulp", "onderzoek_uiterlijk", "andere_regio", "contact_naam",
            hier="ja als de cliënt bij ons blijft", motivering="waarom daar of hier, met een kop",
            tijdelijke_hulp="de hulp totdat de andere regio het overneemt",
        ),
    ),
    Briefsoort(
        "BRF-35", "Warme overdracht", gegevens=_overgenomen, ontvangers=_aan_client_en_regio, map=basis.MAP,
        nodig=("andere_regio", "overgenomen_op", "overgenomen_naam", "gesprek_op"),
        velden=velden(
            "andere_regio", "contact_naam", contact_gegevens="telefoon of e-mail van die contactpersoon",
            gesprek_op="de dag van het gesprek met cliënt en ontvanger",
            aangekomen_op="de dag waarop de cliënt daar aankwam", stukken="welke stukken meegingen, als lijst",
            overgenomen_op="de dag waarop de andere regio het overnam", overgenomen_naam="wie dat bevestigde",
        ),
    ),
)  # fmt: skip
