"""Who opens the pages of providers (domein.md 4.1, 4.3)."""

from kern.toegang import rechten
from kern.toegang.rollen import CONTRACT, CONTRACT_EN_GELD, CONTRACTLEZERS, Rol

rechten.registreer(
    paginas={
        "aanbieder.bekijken": frozenset({Rol.CASEMANAGER, Rol.FRONTOFFICE}) | CONTRACTLEZERS,
        "aanbieder.wijzigen": CONTRACT,
        "tarief.bekijken": CONTRACTLEZERS,
        "tarief.wijzigen": CONTRACT_EN_GELD,
        "product.bekijken": frozenset({Rol.CASEMANAGER}) | CONTRACTLEZERS,
        "product.wijzigen": CONTRACT,
        "plaatsing.bekijken": CONTRACT_EN_GELD | {Rol.TEAMLEIDER},
    }
)
