"""The conditions of what runs beside an aanmelding: spoed and landelijke toegankelijkheid (domein.md 3.1, 3.4)."""

from cimot.models import Kansweging
from kern.proces.tabel import Voorwaarde


def _gewogen(d, op) -> bool:
    """Every criterium has an answer, and no answer is "weet ik nog niet"."""
    gewogen = {w.criterium for w in d.wegingen.all() if w.voorkeur != Kansweging.Voorkeur.ONBEKEND}
    return gewogen == set(Kansweging.Criterium.values)


def _tijdelijk(d, op) -> bool:
    return bool(d.tijdelijk) and bool(d.tijdelijk_toelichting.strip())


SPOED_BEOORDEELD = Voorwaarde(
    "er staat waarom het niet kan wachten, wat het risico is en welke hulp nu nodig is",
    lambda d, op: all(tekst.strip() for tekst in (d.reden, d.risico, d.voorziening)),
    "L-13",
)
HERKOMST_VAN_ELDERS = Voorwaarde(
    "u weet uit welke regio de cliënt komt, waar hij het laatst woonde en waarom hij hier komt",
    lambda d, op: all(tekst.strip() for tekst in (d.andere_regio, d.laatst_gewoond, d.reden_komst)),
    "SM-4",
)
KANS_GEWOGEN = Voorwaarde("alle acht punten zijn gewogen", _gewogen, "R-LT-02")
CONTACT_GEWEEST = Voorwaarde(
    "u hebt de andere regio gesproken", lambda d, op: bool(d.contact_naam and d.contact_op), "R-LT-04"
)
TIJDELIJK_GEREGELD = Voorwaarde("de hulp tot de overname is geregeld, of niet nodig", _tijdelijk, "L-13, SM-4")
AKKOORD = Voorwaarde("de andere regio heeft ingestemd", lambda d, op: d.akkoord_op is not None, "SM-4")
GESPREK_GEWEEST = Voorwaarde(
    "het gesprek met de cliënt en de ontvanger is geweest, en de cliënt is aangekomen",
    lambda d, op: d.gesprek_op is not None and d.aangekomen_op is not None,
    "SM-4",
)
OVERGENOMEN = Voorwaarde("de andere regio heeft de overname bevestigd", lambda d, op: d.overgenomen_op is not None, "SM-4")
