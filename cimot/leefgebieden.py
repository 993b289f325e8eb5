"""The life domains of an onderzoek (R-VIS-19 and domein.md 3.0), each with the data class of its text."""

from django.db import models

from kern.toegang.rollen import Klasse


class Leefgebied(models.TextChoices):
    WONEN = "wonen", "Wonen"
    SCHULDEN = "schulden", "Financiën en schulden"
    INKOMEN = "inkomen", "Inkomen"
    WERK = "werk", "Werk en opleiding"
    DAGBESTEDING = "dagbesteding", "Dagbesteding"
    PSYCHISCH = "psychisch", "Psychische gezondheid"
    VERSLAVING = "verslaving", "Verslaving"
    LICHAMELIJK = "lichamelijk", "Lichamelijke gezondheid"
    VERSTANDELIJK = "verstandelijk", "Verstandelijk functioneren"
    NETWERK = "netwerk", "Sociaal netwerk en mantelzorg"
    ZELFZORG = "zelfzorg", "Zelfzorg"
    VEILIGHEID = "veiligheid", "Huiselijke relaties en veiligheid"
    JUSTITIE = "justitie", "Justitie"
    KINDEREN = "kinderen", "Kinderen"
    TAAL = "taal", "Taal en cultuur"
    MOTIVATIE = "motivatie", "Motivatie en perspectief"
    OVERLAST = "overlast", "Overlast"
    ZELFREDZAAMHEID = "zelfredzaamheid", "Zelfredzaamheid"
    WENSEN = "wensen", "Wensen van de cliënt"


# Everything else is care content (D4); domein.md 4.2.
_KLASSEN = {
    Leefgebied.JUSTITIE: Klasse.D5,
    Leefgebied.VEILIGHEID: Klasse.D5,
    Leefgebied.SCHULDEN: Klasse.D6,
    Leefgebied.INKOMEN: Klasse.D6,
}


def klasse(leefgebied: str) -> Klasse:
    return _KLASSEN.get(leefgebied, Klasse.D4)
