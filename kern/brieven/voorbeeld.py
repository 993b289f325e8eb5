"""An example of a letter, made of invented values only, so that the administrator never sees a case."""

from datetime import date, timedelta

from kern.brieven import maken, opmaak, pdf
from kern.brieven.beheer import VRIJE_DELEN, plaatsen, plaatsfouten, soort_van
from kern.brieven.clausules import CLAUSULES
from kern.brieven.lezer import BLOKKEN, LIJST, TABEL, Blok
from kern.brieven.soorten import ALGEMEEN, Briefsoort
from kern.models import Briefsjabloon, Regio
from kern.proces.weigering import Weigering
from kern.tijd.kalender import datum_nl

HOOFD = ("organisatie", "afzender", "adres", "telefoon", "email", "website")


def maak(*, sjabloon: Briefsjabloon, regio: Regio, op: date, is_kort: bool = False) -> bytes:
    """The letter as PDF with invented values; `is_kort` leaves out what may be left out. Raises Weigering."""
    soort = soort_van(sjabloon.code)
    blokken = opmaak.lees(sjabloon.tekst)
    hoofd = maken.briefhoofd(regio, op)
    onbekend = sorted(opmaak.clausules(sjabloon.tekst) - set(CLAUSULES))
    for zin in [*(f"De vaste tekst {naam} bestaat niet." for naam in onbekend), *plaatsfouten(blokken, soort)]:
        raise Weigering(zin)
    gegevens = _waarden(soort, regio, hoofd, op) | _eigen_waarden(sjabloon, blokken, soort)
    if is_kort:
        gegevens |= dict.fromkeys(_te_missen(blokken) - set(soort.nodig), "")
    vrij = {naam: f"‹{wat}›" for naam, wat in VRIJE_DELEN.items()}
    onderwerp = " ".join(blok.get("tekst", "") for blok in opmaak.vul(sjabloon.onderwerp, gegevens, {})).strip()
    return pdf.pdf(
        pdf.Blad(
            hoofd={naam: getattr(hoofd, naam) for naam in HOOFD},
            ontvanger=["J. Voorbeeld", "Voorbeeldstraat 1", "0000 AA Voorbeeld"],
            titel=f"Voorbeeld van {soort.naam}",
            datum=datum_nl(op, kort=False),
            kenmerk=gegevens["kenmerk"],
            onderwerp=onderwerp,
            blokken=opmaak.vul(sjabloon.tekst, gegevens, vrij),
            concept=True,
            gemaakt_op=op,
        )
    )


def _waarden(soort: Briefsoort, regio: Regio, hoofd, op: date) -> dict:
    """The fields of every letter, and those of this one in words between angle brackets."""
    centrum = regio.gemeenten.filter(is_centrum=True).first()
    return {
        **{naam: f"‹{wat}›" for naam, wat in (ALGEMEEN | soort.velden).items()},
        "datum": datum_nl(op, kort=False),
        "kenmerk": "A-0000-00000",
        "regio": regio.naam,
        "college": centrum.naam if centrum else regio.naam,
        "ontvanger.naam": "J. Voorbeeld",
        "client.naam": "J. Voorbeeld",
        "aan_client": True,
        "contact.naam": "K. Voorbeeld",
        "contact.telefoon": hoofd.telefoon,
        "contact.email": hoofd.email,
        "ondertekenaar.naam": "T. Voorbeeld",
        "ondertekenaar.functie": "Teamleider",
        "bezwaar_tot": datum_nl(op + timedelta(weeks=6), kort=False),
        "bezwaar_adres": hoofd.bezwaar_adres,
    }


def _eigen_waarden(sjabloon: Briefsjabloon, blokken: list[Blok], soort: Briefsoort) -> dict:
    """A list, a table or blocks where the text has a place for them; a field that nobody knows shows its name."""
    namen = opmaak.velden(sjabloon.tekst) | opmaak.velden(sjabloon.onderwerp)
    waarden = {naam: f"‹onbekend veld {naam}›" for naam in namen - soort.bekend}
    for naam, plaats in plaatsen(blokken).items():
        wat = f"‹{(ALGEMEEN | soort.velden).get(naam, f'onbekend veld {naam}')}›"
        waarden[naam] = {
            BLOKKEN: [{"kop": "‹kop›", "tekst": wat}],
            LIJST: [wat, wat],
            TABEL: {"kop": ["‹kolom›", "‹kolom›"], "rijen": [[wat, wat]]},
        }[plaats]
    return waarden


def _te_missen(blokken: list[Blok]) -> set[str]:
    """The fields on which a block or an item depends."""
    return {als.veld for blok in blokken for als in [*blok.als, *(deel for item in blok.items for deel in item.als)]}
