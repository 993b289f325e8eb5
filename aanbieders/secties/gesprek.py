"""The blocks of reviews, agreements and measures on the page of SM-9; all of it is D11."""

from django.utils import timezone

from aanbieders import cijfers
from kern.schermen.views.dossier import Sectie
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Klasse


def _rij(naam, waarde, **extra):
    return {"naam": naam, "waarde": waarde, **extra}


def _dag(waarde) -> str:
    return datum_nl(waarde) if waarde else ""


def van(dossier) -> list[Sectie]:
    """Measures first, then the review that is open, what was agreed, and the reviews before with their figures."""
    gesprekken = list(dossier.gesprekken.all())
    open_ = [g for g in gesprekken if g.gesloten_op is None]
    klaar = [g for g in gesprekken if g.gesloten_op]
    return [*_maatregelen(dossier), *_gepland(open_), *_afspraken(dossier), *_gehouden(dossier, klaar)]


def _maatregelen(dossier):
    rijen = []
    for maatregel in dossier.maatregelen.all():
        loopt = maatregel.beeindigd_op is None
        periode = f"vanaf {datum_nl(maatregel.vanaf)}" + (f" tot en met {datum_nl(maatregel.tot)}" if maatregel.tot else "")
        if not loopt:
            periode += f". Opgeheven op {datum_nl(maatregel.beeindigd_op)}: {maatregel.beeindigd_reden}"
        pil = {"pil": {"soort": "laat", "tekst": "loopt"}} if loopt else {}
        rijen.append(_rij(maatregel.get_soort_display(), periode, **pil))
        rijen.append(_rij("Waarom", maatregel.reden))
        if maatregel.advies:
            rijen.append(_rij("Advies", maatregel.advies, toelichting=_dag(maatregel.advies_op)))
    if rijen:
        yield Sectie("Maatregelen", Klasse.D11, rijen)


def _gepland(gesprekken):
    for gesprek in gesprekken:
        rijen = [
            _rij("Gepland op", _dag(gesprek.gepland_op)),
            _rij("Agenda", gesprek.agenda),
            _rij("Gehouden op", _dag(gesprek.gehouden_op)),
            _rij("Wie waren erbij", gesprek.aanwezigen),
            _rij("Verslag", gesprek.verslag),
        ]
        compleet = gesprek.gehouden_op and gesprek.aanwezigen.strip() and gesprek.verslag.strip()
        nodig = [] if compleet else ["gesprek_schrijven"]
        yield Sectie("Voortgangsgesprek", Klasse.D11, rijen, acties=("gesprek_schrijven",), nodig=nodig)


def _afspraken(dossier):
    afspraken, vandaag = list(dossier.afspraken.all()), timezone.localdate()
    acties = ("afspraak_maken", "afspraak_afronden")
    rijen = [
        _afspraak(rij, vandaag) for rij in sorted(afspraken, key=lambda rij: (rij.gedaan_op is not None, rij.uiterlijk))
    ]
    if rijen or (dossier.is_open and dossier.actief_vanaf):
        tekst = "" if rijen else "Er zijn nog geen afspraken gemaakt."
        yield Sectie("Afspraken", Klasse.D11, rijen, tekst=tekst, acties=acties)


def _afspraak(rij, vandaag) -> dict:
    if rij.gedaan_op:
        soort, tekst = ("gauw", "te laat klaar") if rij.gedaan_op > rij.uiterlijk else ("goed", "klaar")
        waarde = f"{datum_nl(rij.gedaan_op)}: {rij.uitkomst}" if rij.uitkomst else datum_nl(rij.gedaan_op)
    else:
        soort, tekst = ("laat", "te laat") if rij.uiterlijk < vandaag else ("wacht", "open")
        waarde = f"uiterlijk {datum_nl(rij.uiterlijk)}"
    return _rij(rij.tekst, waarde, pil={"soort": soort, "tekst": tekst}, toelichting=rij.get_wie_display())


def _gehouden(dossier, gesprekken):
    """Each finished review: the figures as they were, and those of now beside them for comparison."""
    if not gesprekken:
        return
    nu = {c.code: c for c in cijfers.van(dossier.organisatie.aanbieder, [dossier.regio_id], timezone.localdate())}
    for nummer, gesprek in enumerate(gesprekken):
        rijen = [
            _rij("Gehouden op", _dag(gesprek.gehouden_op)),
            _rij("Wie waren erbij", gesprek.aanwezigen),
            _rij("Agenda", gesprek.agenda),
            _rij("Verslag", gesprek.verslag),
            _rij("Reactie aanbieder", gesprek.reactie, toelichting=_dag(gesprek.reactie_op)),
        ]
        yield Sectie(
            f"Voortgangsgesprek {datum_nl(gesprek.gehouden_op)}",
            Klasse.D11,
            rijen,
            template="aanbieders/sectie_gesprek.html",
            acties=("reactie_vastleggen",) if nummer == 0 else (),
            extra={"cijfers": _naast_nu(gesprek, nu), "op": gesprek.gesloten_op, "aanbieder": dossier.organisatie_id},
            is_eerder=nummer > 0,
        )


def _naast_nu(gesprek, nu) -> list[dict]:
    return [
        {**cijfer, "nu": str(nu[cijfer["code"]].waarde) if cijfer["code"] in nu else "", "is_er_nu": cijfer["code"] in nu}
        for cijfer in gesprek.cijfers
    ]
