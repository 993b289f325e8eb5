"""The deadlines that every besluit starts, whatever dossier it belongs to (L-62, domein.md 2.4)."""

from kern.kalender import Duur
from kern.proces import Termijn
from kern.rollen import Rol


def bezwaar(vanaf: str, zolang: tuple[str, ...]) -> tuple[Termijn, Termijn]:
    """Six weeks from the day after sending, and a week for what was posted in time: the client's, never ours to miss."""
    return (
        Termijn(
            "bezwaar", "Bezwaar 6 weken", vanaf, Duur(weken=6), Rol.CASEMANAGER, "Awb 6:7, 6:8 (T-BEZWAAR)",
            zolang=zolang, te_doen="Bezwaar afwachten", gebeurtenis="Besluit verzonden", atw=True, van_client=True,
        ),
        Termijn(
            "bezwaar_post", "Bezwaar per post", vanaf, Duur(weken=1), Rol.CASEMANAGER, "Awb 6:9 (T-BEZWAAR-POST)",
            zolang=zolang, te_doen="Bezwaar per post afwachten", gebeurtenis="Einde van de bezwaartermijn", atw=True,
            van_client=True, na="bezwaar",
        ),
    )  # fmt: skip
