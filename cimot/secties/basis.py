"""What the blocks of an aanmelding share."""

from kern.tijd.kalender import datum_nl


def rij(naam, waarde, **extra):
    return {"naam": naam, "waarde": waarde, **extra}


def dag(waarde) -> str:
    return datum_nl(waarde) if waarde else ""


def leeg(**feiten) -> list[str]:
    """The actions of which the fact is not there yet."""
    return [actie for actie, feit in feiten.items() if not feit]
