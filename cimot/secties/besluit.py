"""The besluit: what was decided (D3 once it is signed) and why (D4)."""

from django.urls import reverse
from django.utils import timezone

from cimot import poort
from cimot.models import Besluit
from cimot.secties import basis
from kern.schermen.views.dossier import Sectie
from kern.toegang.rollen import Klasse

_U = Besluit.Uitkomst


def _onderdeel(onderdeel) -> str:
    uren = f"{onderdeel.uren.normalize():f} uur per week".replace(".", ",") if onderdeel.uren else ""
    vervoer = "met vervoer" if onderdeel.is_vervoer else ""
    delen = [onderdeel.get_soort_display(), uren, vervoer, onderdeel.get_leveringsvorm_display().lower()]
    return ", ".join(filter(None, delen))


def _periode(onderdeel) -> str:
    dagen = (
        f"{basis.dag(onderdeel.vanaf)} tot en met {basis.dag(onderdeel.tot)}" if onderdeel.vanaf and onderdeel.tot else ""
    )
    aanbieder = str(onderdeel.aanbieder or "aanbieder nog niet bekend")
    return ", ".join(filter(None, [dagen, aanbieder]))


def _onderdelen(besluit):
    woord = {"toegekend": "Toegekend", "afgewezen": "Afgewezen"}
    for onderdeel in besluit.onderdelen.all():
        is_toegekend = onderdeel.beslissing == "toegekend"
        yield basis.rij(
            woord[onderdeel.beslissing],
            _onderdeel(onderdeel),
            toelichting=", ".join(filter(None, [_periode(onderdeel), _woont(onderdeel)])) if is_toegekend else "",
        )


def _woont(onderdeel) -> str:
    return onderdeel.get_huurt_van_display().lower() if onderdeel.huurt_van else ""


def gewogen(besluit_, dossier) -> list:
    """What the providers say of each component: as it was on the day of sending, before that as it is today."""
    return poort.van_besluit(dossier, besluit_.verzonden_op or timezone.localdate())


def tarief(paren) -> list[Sectie]:
    """What is paid for it, for who may read contracts and tarieven (D11)."""
    rijen = [basis.rij(str(onderdeel), antwoord.tarief) for onderdeel, antwoord in paren if antwoord.tarief]
    return [Sectie("Tarief", Klasse.D11, rijen)] if rijen else []


def _poort(besluit_, paren) -> list:
    """What is wrong or unusual about a provider; what is wrong only until it was sent."""
    rijen = [] if besluit_.verzonden_op else [("Kan niet", zin) for zin in poort.zinnen(paren, "nee")]
    rijen += [("Let op", zin) for zin in poort.zinnen(paren, "let_op")]
    return [basis.rij(naam, zin) for naam, zin in rijen]


def besluit(dossier, paren=()):
    """Before it is signed it is a concept: for who may read the content."""
    rij, besluit_ = basis.rij, dossier.besluit
    rijen = [rij("Besluit", besluit_.get_uitkomst_display()), *_onderdelen(besluit_), *_poort(besluit_, paren)]
    rijen.append(rij("Opgesteld door", str(besluit_.auteur)))
    if besluit_.goedgekeurd_op:
        door = f" door {besluit_.goedgekeurd_door}" if besluit_.goedgekeurd_door else ""
        rijen += [
            rij("Goedgekeurd", f"{basis.dag(besluit_.goedgekeurd_op)}{door}"),
            rij("Ondertekend door", str(besluit_.ondertekenaar), toelichting=f"mandaat: {besluit_.mandaat.bron}"),
        ]
    if besluit_.verzonden_op:
        rijen.append(rij("Verzonden", f"{basis.dag(besluit_.verzonden_op)}, {besluit_.get_verzonden_via_display().lower()}"))
        rijen += [rij("Bezwaar kan tot en met", basis.dag(t.vervalt_op)) for t in dossier.taken.all() if t.code == "bezwaar"]
    klasse = Klasse.D3 if besluit_.goedgekeurd_op else Klasse.D4
    return Sectie("Besluit", klasse, rijen, acties=("onderdelen_kiezen",))


def motivering(dossier):
    besluit_ = dossier.besluit
    rijen = [basis.rij(besluit_._meta.get_field(veld).verbose_name, getattr(besluit_, veld)) for veld in besluit_.ELEMENTEN]
    rijen += [
        basis.rij("Doelen", "\n".join(doel.label for doel in Besluit.Doel if doel in besluit_.doelen)),
        basis.rij("Hoe wordt de hulp lichter", besluit_.afbouwdoel),
        basis.rij("Opnieuw bekijken op", basis.dag(besluit_.herbeoordelen_op)),
        basis.rij("Eigen bijdrage", besluit_.get_cak_regime_display()),
        basis.rij("Verordening", str(besluit_.verordening or "")),
        basis.rij("Reden van weigering", besluit_.get_weigeringsgrond_display()),
        basis.rij("Uitleg bij de weigering", besluit_.weigering_toelichting),
        basis.rij("Gehoord", _gehoord(besluit_)),
        basis.rij("Wat vindt de cliënt", besluit_.zienswijze),
    ]
    weigert = besluit_.uitkomst in (_U.AFWIJZING, _U.GEDEELTELIJK)
    kent_toe = besluit_.uitkomst in (_U.TOEKENNING, _U.GEDEELTELIJK)
    gemotiveerd = all(getattr(besluit_, veld).strip() for veld in besluit_.ELEMENTEN)
    return Sectie(
        "Motivering van het besluit",
        Klasse.D4,
        [rij for rij in rijen if rij["waarde"].strip()],
        acties=("besluit_schrijven", "hoor_vastleggen"),
        nodig=basis.leeg(
            besluit_schrijven=besluit_.uitkomst and besluit_.verordening_id and gemotiveerd,
            onderdelen_kiezen=not kent_toe or besluit_.onderdelen.all(),
            hoor_vastleggen=not weigert or besluit_.gehoord,
        ),
        extra={
            "vorm": "vragen",
            "links": [{"label": "Besluit lezen en afdrukken", "url": reverse("aanmelding_besluit", args=[dossier.pk])}],
        },
    )


def _gehoord(besluit_) -> str:
    return f"{besluit_.get_gehoord_display()}, {basis.dag(besluit_.gehoord_op)}" if besluit_.gehoord else ""
