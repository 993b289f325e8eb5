"""The blocks of the tab *Gegevens* of an aanmelding, each with its data class (domein.md 4.2)."""

from dataclasses import replace
from itertools import chain

from cimot.processen.aanmelding import NIEUW, TOT_VERSLAG
from cimot.secties import aanvraag as a
from cimot.secties import besluit as b
from cimot.secties import melding as m
from cimot.secties import onderzoek as o
from kern.schermen.views.dossier import Sectie

# What the blocks of the besluit read of other tables.
VAN_BESLUIT = ("verordening", "auteur", "goedgekeurd_door", "ondertekenaar", "mandaat")


def van(dossier, gebruiker) -> list[Sectie]:
    """The phase of now first; what was needed to get there stands below it, folded once the verslag is there."""
    client, gemeente = m.client(dossier, gebruiker), a.gemeente(dossier, gebruiker)
    melding, aanleiding = m.melding(dossier), m.aanleiding(dossier)
    fasen = [_besluit(dossier), _aanvraag(dossier), _verslag(dossier), _onderzoek(dossier)]
    besluit, aanvraag, verslag, onderzoek = fasen
    if dossier.status in NIEUW:
        return [client, melding, aanleiding, *chain(*fasen), gemeente]
    if dossier.status in TOT_VERSLAG or not verslag:
        return [*chain(*fasen), aanleiding, melding, client, gemeente]
    nu, eerder = [*besluit, *aanvraag], [*onderzoek, aanleiding, melding]
    if besluit:
        eerder = [*verslag, *eerder]
    else:
        nu += verslag
    return [*nu, client, gemeente, *(replace(sectie, is_eerder=True) for sectie in eerder)]


def _besluit(dossier) -> list[Sectie]:
    if dossier.besluit is None:
        return []
    paren = b.gewogen(dossier.besluit, dossier)
    return [b.besluit(dossier, paren), b.motivering(dossier), *b.tarief(paren)]


def _aanvraag(dossier) -> list[Sectie]:
    if not hasattr(dossier, "aanvraag"):
        return []
    stil = [rij for taak in dossier.taken.all() if taak.code == "besluit" for rij in taak.opschortingen.all()]
    return [a.aanvraag(dossier.aanvraag, stil), *a.ontbreekt(dossier.aanvraag)]


def _verslag(dossier) -> list[Sectie]:
    return [o.verslag(dossier.verslag)] if hasattr(dossier, "verslag") else []


def _onderzoek(dossier) -> list[Sectie]:
    onderzoek = getattr(dossier, "onderzoek", None)
    if onderzoek is None:
        return []
    secties = [o.onderzoek(onderzoek), o.gesprekken(onderzoek)]
    if dossier.status not in NIEUW:
        secties += [o.vragen(onderzoek), o.criteria(dossier, onderzoek), o.beoordeling(dossier, onderzoek)]
        secties += [o.adviezen(onderzoek), *o.leefgebieden(onderzoek)]
    return secties
