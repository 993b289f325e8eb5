"""What the two tests of psychosociale problematiek say together, and the advice of the region. Advice, never a refusal."""

from datetime import date

from cimot.models import Onderwerp, Onderzoek

HUIS_TE_LEEN = (
    "In deze regio is de opvang voor mensen met psychische of psychosociale problemen. "
    "Kijk of een Huis te leen of hulp van de gemeente past. Dit is een advies: u beslist."
)


def psychosociaal(is_beperkt: str, is_verstoord: str) -> bool | None:
    """R-VIS-11: there are such problems when one of both tests says so; None as long as that is not known."""
    antwoorden = {is_beperkt, is_verstoord}
    if Onderzoek.JaNee.JA in antwoorden:
        return True
    return False if antwoorden == {Onderzoek.JaNee.NEE} else None


def conclusie(aanwezig: bool | None) -> str:
    woorden = {True: "Psychosociale problemen zijn aanwezig.", False: "Psychosociale problemen zijn niet aanwezig."}
    return woorden.get(aanwezig, "")


def advies(dossier, aanwezig: bool | None, op: date) -> str:
    """R-AAN-08: opvang without psychosociale problemen is not for every region."""
    past_niet = dossier.onderwerp == Onderwerp.MO and aanwezig is False
    if not past_niet or dossier.regio.instelling("mo.zonder_psychische_problematiek", op) is not False:
        return ""
    return HUIS_TE_LEEN
