"""What the steps of SM-9 share."""

from django.http import Http404

from kern.schermen.nummers import nummer
from kern.schermen.views.actie import DossierActie


class ToelatingStap(DossierActie):
    soort = "toelating"


class OverRegel(ToelatingStap):
    """A step about one row of the dossier, named in the address (`?regel=7`), or about a new one."""

    rijen = ""  # the name of the rows on the dossier

    def zoek_onderwerp(self):
        dossier = super().zoek_onderwerp()
        self.regel = None
        if (regel := nummer(self.request.GET.get("regel", ""))) is not None:
            self.regel = getattr(dossier, self.rijen).filter(pk=regel).first()
            if self.regel is None:
                raise Http404
        return dossier

    def maak_form(self, data=None, initial=None):
        return self.form_class(
            data, None, onderwerp=self.onderwerp, gebruiker=self.request.user, initial=initial, regel=self.regel
        )


def uiterlijk(dossier, code: str):
    """The last day of a deadline; None when there is none, or when it stands still without an end."""
    return dossier.taken.filter(code=code).values_list("vervalt_op", flat=True).first()
