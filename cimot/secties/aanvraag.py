"""The aanvraag, what was asked to complete it, and the municipality that answers for the case."""

from django.utils import timezone

from cimot.forms.beoordeling import Verantwoordelijke
from cimot.secties import basis, melding
from kern.schermen.views.dossier import Sectie
from kern.tijd.gronden import AANVULLING
from kern.toegang.rollen import Klasse

LOOPT_DOOR = "geen termijn gegeven: de beslistermijn loopt door"


def aanvraag(aanvraag_, stil=()):
    """Days and forms only: what is missing is content, and stands in the block after it. `stil`: the suspensions."""
    rijen = [
        basis.rij("Ontvangen", basis.dag(aanvraag_.ontvangen_op)),
        basis.rij("Gedaan met", aanvraag_.get_vorm_display()),
        basis.rij("Ondertekend", "ja" if aanvraag_.is_ondertekend else "nee"),
        basis.rij("Compleet", basis.dag(aanvraag_.compleet_op)),
    ]
    rijen += [rij for verzoek in aanvraag_.aanvullingen.all() for rij in _verzoek(verzoek, stil)]
    if aanvraag_.mededeling_op:
        hoe = f"{basis.dag(aanvraag_.mededeling_op)}, {aanvraag_.get_mededeling_via_display().lower()}"
        rijen.append(
            basis.rij(
                "Uitstel gemeld",
                hoe,
                toelichting=f"Besluit toegezegd op {basis.dag(aanvraag_.mededeling_tot)}. De wettelijke datum blijft staan.",
            )
        )
    acties = (
        "aanvraag_vastleggen",
        "aanvulling_vragen",
        "aanvulling_ontvangen",
        "vertraging_meedelen",
    )
    return Sectie("Aanvraag", Klasse.D3, rijen, acties=acties)


def _verzoek(verzoek, stil):
    """Asked, how long, until when nothing runs, received."""
    tot = basis.dag(verzoek.gesteld_tot)
    yield basis.rij(
        "Om aanvulling gevraagd",
        f"{basis.dag(verzoek.gevraagd_op)}, {verzoek.get_via_display().lower()}",
        toelichting=f"de cliënt heeft de tijd tot en met {tot}" if tot else LOOPT_DOOR,
    )
    if verzoek.ontvangen_op:
        yield basis.rij("Aanvulling ontvangen", basis.dag(verzoek.ontvangen_op))
    elif tot:
        yield basis.rij("Beslistermijn", _stilstand(verzoek, stil))


def _stilstand(verzoek, stil) -> str:
    """Until when the time to decide stands still because of the last request: it may have ended sooner, or been over."""
    rijen = [rij for rij in stil if rij.grond == AANVULLING and rij.vanaf > verzoek.gevraagd_op]
    laatste = rijen[-1].tot if rijen else verzoek.gevraagd_op
    if laatste <= verzoek.gevraagd_op:
        return "stond niet stil"
    stand = "stond stil tot en met" if laatste < timezone.localdate() else "staat stil, uiterlijk tot en met"
    return f"{stand} {basis.dag(laatste)}"


def ontbreekt(aanvraag_) -> list[Sectie]:
    rijen = [
        basis.rij(f"Gevraagd op {basis.dag(verzoek.gevraagd_op)}", verzoek.ontbreekt)
        for verzoek in aanvraag_.aanvullingen.all()
    ]
    return [Sectie("Wat er ontbrak aan de aanvraag", Klasse.D4, rijen)] if rijen else []


def gemeente(dossier, gebruiker):
    """Which municipality answers now; earlier ones folded (X-21). Where somebody with a secret address lives is not told."""
    geheim = dossier.client and dossier.client.is_geheim and not melding.ziet_adres(dossier, gebruiker)
    alle = list(dossier.verantwoordelijkheden.all())
    nu = next((v for v in alle if v.tot is None), None)
    rijen = []
    if nu:
        rijen = [
            basis.rij("Gemeente", _naam(nu, geheim)),
            basis.rij("Regel", _regel(nu)),
            basis.rij("Gebaseerd op", nu.grond),
            basis.rij("Sinds", basis.dag(nu.vanaf)),
        ]
    eerder = [
        basis.rij(
            f"{basis.dag(v.vanaf)} tot en met {basis.dag(v.tot)}", _naam(v, geheim), toelichting=f"{_regel(v)}, {v.grond}"
        )
        for v in alle
        if v.tot is not None
    ]
    return Sectie(
        "Verantwoordelijke gemeente",
        Klasse.D3,
        rijen,
        acties=("verantwoordelijke_vastleggen",),
        tekst="" if nu else "Er is nog geen gemeente verantwoordelijk.",
        template="cimot/sectie_eerder.html",
        extra={"eerder": eerder},
    )


def _naam(verantwoordelijkheid, geheim: bool) -> str:
    verraadt = geheim and verantwoordelijkheid.regel != "centrumgemeente"
    return "geheim" if verraadt else verantwoordelijkheid.gemeente.naam


def _regel(verantwoordelijkheid) -> str:
    return dict(Verantwoordelijke.REGELS).get(verantwoordelijkheid.regel, verantwoordelijkheid.regel)
