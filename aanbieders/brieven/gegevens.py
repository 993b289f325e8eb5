"""What the letters to a provider say, from its dossier (SM-9), and to whom they go."""

from datetime import date, timedelta

from aanbieders.models import Kwaliteitstoets, Maatregel, Toelating
from aanbieders.processen.toelating import Status
from kern.brieven.soorten import Geadresseerde
from kern.models import Exemplaar
from kern.tijd import termijnen
from kern.tijd.kalender import datum_nl


def dag(op: date | None) -> str:
    """A day in full: "maandag 2 november 2026"."""
    return datum_nl(op, kort=False) if op else ""


def _regels(tekst: str) -> list[str]:
    return [regel for regel in (regel.strip().lstrip("-•* \t") for regel in tekst.splitlines()) if regel]


def _blok(kop: str, tekst: str) -> list[dict]:
    return [{"kop": kop, "tekst": tekst}] if tekst.strip() else []


def _termijn(toelating, code: str):
    return termijnen.nieuwste(toelating, code)


# To whom.


def _adres(aanbieder) -> tuple[str, ...]:
    """Nothing when street or place is not known: then nothing can go by post."""
    if not (aanbieder.straat and aanbieder.plaats):
        return ()
    straat, plaats = f"{aanbieder.straat} {aanbieder.huisnummer}", f"{aanbieder.postcode} {aanbieder.plaats}"
    return straat.strip(), plaats.strip()


def _kanaal(email: str, adres) -> str:
    if email:
        return Exemplaar.Kanaal.EMAIL
    return Exemplaar.Kanaal.POST if adres else Exemplaar.Kanaal.MEEGEVEN


def ontvangers(toelating, op: date) -> list[Geadresseerde]:
    """The contact persons who get our letters on a day, the first of them for real; else the organisation itself."""
    organisatie = toelating.organisatie
    aanbieder = organisatie.aanbieder
    adres = _adres(aanbieder)
    rijen = aanbieder.contactpersonen.filter(krijgt_brieven=True, vanaf__lte=op).order_by("id")
    lopend = [rij for rij in rijen if rij.tot is None or rij.tot >= op]
    if not lopend:
        waarom = "Er is geen contactpersoon die onze brieven krijgt."
        return [Geadresseerde("organisatie", organisatie.naam, "aanbieder", adres, kanaal=_kanaal("", adres), waarom=waarom)]
    return [
        Geadresseerde(
            f"contact{rij.pk}", rij.naam, rij.functie[:60] or "contactpersoon",
            adres=(organisatie.naam, *adres) if adres else (), email=rij.email, kanaal=_kanaal(rij.email, adres),
            is_kopie=nummer > 0, waarom=f"Krijgt onze brieven bij {organisatie.naam}.",
        )
        for nummer, rij in enumerate(lopend)
    ]  # fmt: skip


# What.


def is_besluit(toelating) -> bool:
    """Whether the region decides on a toelating by a besluit, on the day of that decision (X-11, L-55)."""
    return bool(toelating.regio.instelling("toelating.is_besluit", toelating.besloten_op or toelating.gewijzigd_op))


def _met_subsidie(toelating) -> bool:
    return toelating.financiering == Toelating.Financiering.SUBSIDIE


def informatie(toelating, op):
    weken = toelating.regio.instelling("toelating.beslis_weken", op)
    return {
        "aangevraagd_op": dag(toelating.aangevraagd_op),
        "open_toelating": toelating.regio.instelling("aanbieder.toelating", op) == "open",
        "eisen": Kwaliteitstoets.Eis.labels,
        "beslis_weken": str(weken or ""),
        "is_besluit": is_besluit(toelating),
        "subsidie": _met_subsidie(toelating),
    }


def toets(toelating, op):
    """The beginning of the test, or what is missing during it. The last day is that of the deadline itself."""
    aanvulling = toelating.status == Status.AANVULLING
    taak, tot = _termijn(toelating, "toelating"), toelating.aanvulling_tot if aanvulling else None
    stil = None
    if taak and tot:
        stil = taak.opschortingen.filter(vanaf=toelating.aanvulling_gevraagd_op + timedelta(days=1)).first()
    return {
        "onderwerp": "Wilt u uw aanvraag aanvullen?" if aanvulling else "Wij toetsen uw aanvraag om toelating",
        "aangevraagd_op": dag(toelating.aangevraagd_op),
        "getoetst_vanaf": dag(toelating.getoetst_vanaf),
        "aanvulling": aanvulling,
        "ontbreekt": _regels(toelating.ontbreekt) if aanvulling else [],
        "aanvullen_tot": dag(tot),
        "eisen": Kwaliteitstoets.Eis.labels,
        "stil_vanaf": dag(stil.vanaf) if stil else "",
        "beslissen_uiterlijk": dag(taak.vervalt_op) if taak else "",
    }


def besluit(toelating, op):
    toegelaten = toelating.status == Status.TOEGELATEN
    return {
        "onderwerp": "U bent toegelaten als aanbieder" if toegelaten else "Wij laten u niet toe als aanbieder",
        "aangevraagd_op": dag(toelating.aangevraagd_op),
        "toegelaten": toegelaten,
        "toegelaten_vanaf": dag(toelating.toegelaten_vanaf),
        "toegelaten_tot": dag(toelating.toegelaten_tot),
        "motivering": _blok("", toelating.motivering),
        "subsidie": _met_subsidie(toelating),
        "is_besluit": is_besluit(toelating),
    }


def gesprek(toelating, op):
    rij = toelating.gesprekken.filter(gesloten_op__isnull=False).order_by("-gesloten_op", "-id").first()
    if rij is None:
        return {"gehouden_op": "", "aanwezigen": "", "verslag": [], "afspraken": {}}
    afspraken = [[a.tekst, a.get_wie_display(), datum_nl(a.uiterlijk)] for a in rij.afspraken.all()]
    return {
        "gehouden_op": dag(rij.gehouden_op),
        "aanwezigen": ", ".join(_regels(rij.aanwezigen)),
        "verslag": [*_blok("Agenda", rij.agenda), *_blok("Wat is er besproken?", rij.verslag)],
        "afspraken": {"kop": ["Afspraak", "Wie doet dit", "Uiterlijk"], "rijen": afspraken},
    }


def maatregel(toelating, op):
    """The measure that was just taken; or those that were lifted together, when the provider may go on."""
    opgeheven = toelating.status == Status.ACTIEF
    lopend = None if opgeheven else toelating.maatregelen.order_by("-id").first()
    # One that had still to begin ends on its own first day.
    rijen = list(toelating.maatregelen.filter(beeindigd_op__gte=op)) if opgeheven else []
    return {
        "onderwerp": "Wij nemen een maatregel" if lopend else "De maatregel is opgeheven",
        "maatregel": lopend.get_soort_display() if lopend else "",
        "maatregel_vanaf": dag(lopend.vanaf) if lopend else "",
        "maatregel_tot": dag(lopend.tot) if lopend else "",
        "geen_nieuwe": bool(lopend) and lopend.soort != Maatregel.Soort.TOEZICHT,
        "opgeheven": opgeheven,
        "opgeheven_op": dag(op),
        "opgeheven_maatregelen": [f"{rij.get_soort_display()}, vanaf {dag(rij.vanaf)}" for rij in rijen],
        "motivering": _waarom_maatregel(lopend, rijen),
    }


def _waarom_maatregel(lopend, opgeheven) -> list[dict]:
    if lopend is None:
        return _blok("Waarom?", "\n".join(dict.fromkeys(rij.beeindigd_reden for rij in opgeheven)))
    advies = f"Advies van de toezichthouder van {dag(lopend.advies_op)}"
    return [*_blok("Waarom?", lopend.reden), *_blok(advies, lopend.advies)]


def einde(toelating, op):
    """Clients by the number of their case only: a provider of whom nothing else is known here gets no names from us."""
    rijen = [
        [rij.kenmerk, rij.product, str(rij.naar or ""), datum_nl(rij.overgedragen_op or rij.uiterlijk)]
        for rij in toelating.overdrachten.select_related("naar")
    ]
    return {
        "eindigt_op": dag(toelating.eindigt_op),
        "reden": _blok("Waarom?", toelating.einde_reden),
        "overdracht": {"kop": ["Zaaknummer", "Product", "Nieuwe aanbieder", "Wanneer"], "rijen": rijen},
        "subsidie": _met_subsidie(toelating),
    }
