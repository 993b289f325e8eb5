"""What a higher app knows about a component that somebody wants to grant: why it cannot be, and what to know all the same.

The access does not know the providers; whoever does registers here, from its AppConfig (X-13). Questions come in lists, so
that a page asks the database the same number of times however many components and providers it shows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Vraag:
    """One component as somebody wants to grant it. `aanbieder` is an Organisatie or None."""

    regio: object
    soort: str
    aanbieder: object
    op: date
    vanaf: date | None = None
    huurt_van: str = ""
    draagkracht: str = ""
    leveringsvorm: str = "zin"


@dataclass(frozen=True)
class Antwoord:
    """`nee`: sentences for which it cannot be granted. `let_op`: what may be so but must be seen.

    `bij`: beside which column of the component a sentence of `nee` belongs; without one it is the variant itself that
    cannot be. `tarief`: what is paid for it, in words, for who may read that (D11).
    """

    nee: tuple[str, ...] = ()
    let_op: tuple[str, ...] = ()
    bij: dict[str, str] = field(default_factory=dict)
    tarief: str = ""

    @property
    def kolom(self) -> str:
        """The one column that all of it is about, else the variant."""
        kolommen = {self.bij.get(zin, "soort") for zin in self.nee}
        return kolommen.pop() if len(kolommen) == 1 else "soort"

    @property
    def sluit(self) -> bool:
        """Whether the variant itself cannot be, with what is known of this client and this provider."""
        return any(zin not in self.bij for zin in self.nee)


Poort = Callable[[Sequence[Vraag]], list[Antwoord]]
_POORTEN: list[Poort] = []


def registreer(poort: Poort) -> None:
    """`poort` gives one answer per question, in their order."""
    _POORTEN.append(poort)


def antwoorden(vragen: Sequence[Vraag]) -> list[Antwoord]:
    """Per question all that the registered apps say together."""
    per_poort = [poort(vragen) for poort in _POORTEN] if vragen else []
    return [_samen([antwoorden_[i] for antwoorden_ in per_poort]) for i in range(len(vragen))]


def antwoord(vraag: Vraag) -> Antwoord:
    return antwoorden([vraag])[0]


def _samen(delen: list[Antwoord]) -> Antwoord:
    return Antwoord(
        tuple(zin for a in delen for zin in a.nee),
        tuple(zin for a in delen for zin in a.let_op),
        {zin: kolom for a in delen for zin, kolom in a.bij.items()},
        next((a.tarief for a in delen if a.tarief), ""),
    )


def van_besluit(dossier, op: date) -> list[tuple]:
    """Each component that the besluit of a dossier grants, with the answer about it on a day."""
    besluit = getattr(dossier, "besluit", None)
    toegekend = [o for o in besluit.onderdelen.all() if o.beslissing == "toegekend"] if besluit else []
    vragen = [vraag_over(onderdeel, dossier.regio, op) for onderdeel in toegekend]
    return list(zip(toegekend, antwoorden(vragen), strict=True))


def vraag_over(onderdeel, regio, op: date) -> Vraag:
    return Vraag(
        regio,
        onderdeel.soort,
        onderdeel.aanbieder,
        op,
        onderdeel.vanaf,
        onderdeel.huurt_van,
        onderdeel.draagkracht,
        onderdeel.leveringsvorm,
    )


def zinnen(paren, welke: str) -> list[str]:
    """The sentences of `nee` or `let_op` of some components, each once, after the components that it is about."""
    over: dict[str, list[str]] = {}
    for onderdeel, antwoord_ in paren:
        for zin in getattr(antwoord_, welke):
            over.setdefault(zin, []).append(onderdeel.get_soort_display())
    return [f"{', '.join(namen)}: {zin}" for zin, namen in over.items()]
