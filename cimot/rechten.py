"""Who opens the pages of the access beside its dossiers, and what the administrator keeps for it (domein.md 4.1)."""

from kern.toegang import rechten
from kern.toegang.rollen import AANNEMERS

rechten.registreer(
    paginas={
        "vraag.vastleggen": AANNEMERS,
    },
    beheer={
        "cimot.criterium": "add change",
        "cimot.mandaat": "add change",
        "cimot.verordening": "add change",
    },
)
