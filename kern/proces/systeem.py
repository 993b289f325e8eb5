"""Who acts when nobody does: the table names the steps that follow by themselves (domein.md 4.1 SYS)."""

from kern.toegang.rechten import mag
from kern.toegang.rollen import Rol


class Systeem:
    """Stands where an action wants to know who did it. It has no row, no login and no right but those of the table."""

    pk = None
    rol = Rol.SYSTEEM
    naam = "het systeem"

    def has_perm(self, recht: str, dossier=None) -> bool:
        return mag(self, recht, dossier)


SYSTEEM = Systeem()
