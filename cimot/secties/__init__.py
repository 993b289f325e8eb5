"""The blocks of the tab *Gegevens* of an aanmelding, each with its data class (domein.md 4.2)."""

from cimot.processen.aanmelding import NIEUW
from cimot.secties import aanvraag as a
from cimot.secties import besluit as b
from cimot.secties import melding as m
from cimot.secties import onderzoek as o
from kern.views.dossier import Sectie

# What the blocks of the besluit read of other tables.
VAN_BESLUIT = ("verordening", "auteur", "goedgekeurd_door", "ondertekenaar", "mandaat")


def van(dossier, gebruiker) -> list[Sectie]:
    """The phase of now first: what was needed to get there stands below it."""
    if dossier.status in NIEUW:
        return [
            m.client(dossier, gebruiker),
            m.melding(dossier),
            m.aanleiding(dossier),
            *_fasen(dossier),
            a.gemeente(dossier, gebruiker),
        ]
    nu = [*_fasen(dossier), m.aanleiding(dossier), m.melding(dossier), m.client(dossier, gebruiker), a.gemeente(dossier, gebruiker)]
    for sectie in nu:
        sectie.is_eerder = not sectie.titel.startswith(_nu_open(dossier))
    return sorted(nu, key=lambda sectie: sectie.is_eerder)


def _fasen(dossier) -> list[Sectie]:
    verslag, onderzoek = getattr(dossier, "verslag", None), getattr(dossier, "onderzoek", None)
    secties = [b.besluit(dossier), b.motivering(dossier)] if hasattr(dossier, "besluit") else []
    if hasattr(dossier, "aanvraag"):
        secties += [a.aanvraag(dossier.aanvraag), *a.ontbreekt(dossier.aanvraag)]
    secties += [o.verslag(verslag)] if verslag else []
    if onderzoek:
        secties += [o.onderzoek(onderzoek), o.gesprekken(onderzoek)]
        if dossier.status not in NIEUW:
            secties += [o.vragen(onderzoek), o.criteria(dossier, onderzoek), o.beoordeling(dossier, onderzoek)]
            secties += [o.adviezen(onderzoek), *o.leefgebieden(onderzoek)]
    return secties
