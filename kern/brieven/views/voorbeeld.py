"""A form with its letter beside it: what would leave is made in a transaction that goes back, and shown."""

from base64 import b64encode
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.forms import CheckboxInput
from django.shortcuts import render

from kern.brieven import maken, pdf
from kern.brieven.vraag import Kijker
from kern.models import Exemplaar, Inzage
from kern.proces import actions
from kern.proces.weigering import Weigering
from kern.toegang import inzage

KNOP = "_voorbeeld"
FRAGMENT = "kern/brieven/brief_voorbeeld.html"
ONBEKEND = "De brief kan nog niet worden gemaakt."
NIET_VOOR_U = "U mag deze brief nu niet lezen. Er is geen voorbeeld gemaakt, en de stap is niet gedaan."


@contextmanager
def die_teruggaat():
    """A transaction that is never committed, whatever is done in it and however it ends."""
    with transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


class MetVoorbeeld:
    """For a page about one dossier (`onderwerp`) whose form leads to a letter."""

    voorbeeld = None

    @property
    def met_voorbeeld(self) -> bool:
        """Whether this user sees the letter: it holds content."""
        return False

    def stel_op(self, form) -> None:
        """Do what makes the letter. Raises maken.Proef with the sheets; whatever was done goes back."""
        raise NotImplementedError

    def post(self, request, *args, **kwargs):
        # Who asks for a preview gets a preview or a "no", and never the step: between the page and its button the case
        # may have gone to somebody else.
        return self._toon_voorbeeld(request) if KNOP in request.POST else super().post(request, *args, **kwargs)

    def _toon_voorbeeld(self, request):
        if not self.met_voorbeeld:
            form = self.maak_form(request.POST)
            form.add_error(None, NIET_VOOR_U)
            if request.htmx:
                return render(request, FRAGMENT, {"voorbeeld": {"ontbreekt": [NIET_VOOR_U]}})
            return self.toon(form, status=422)
        data, conflicten = self._samengevoegd()
        form = self.maak_form(data)
        if conflicten and not request.htmx:
            return self.toon(form, conflicten=conflicten, status=409)
        self.voorbeeld = self.maak_voorbeeld(form)
        if not request.htmx:
            return self.toon(form)
        inzage.noteer(
            request,
            soort=Inzage.Soort.DETAIL,
            dossier=self.onderwerp,
            klassen=self.onderwerp.klassen(request.user),
        )
        return render(request, FRAGMENT, {"voorbeeld": self.voorbeeld})

    def maak_voorbeeld(self, form) -> dict:
        """The letters as this user may see them, or what is still missing as sentences."""
        if not form.is_valid():
            return {"ontbreekt": _nog_in_te_vullen(form)}
        try:
            with die_teruggaat():
                self.stel_op(form)
            return {"brieven": []}
        except maken.Proef as proef:
            kijker = Kijker(self.onderwerp, self.request.user)
            return {"brieven": [_brief(kijker, rijen) for rijen in _per_brief(proef.bladen)]}
        except Weigering as weigering:
            return {"ontbreekt": [weigering.zin]}
        except IntegrityError as fout:
            return {"ontbreekt": [actions.zin_bij(fout) or ONBEKEND]}


def _nog_in_te_vullen(form) -> list[str]:
    zinnen = list(form.non_field_errors())
    for naam, fouten in form.errors.items():
        if naam in form.fields:
            veld = form[naam]
            leeg = veld.value() in (None, "", []) and not isinstance(veld.field.widget, CheckboxInput)
            zinnen.append(f"Nog in te vullen: {veld.label}" if leeg else f"{veld.label}: {fouten[0]}")
    return zinnen


def _per_brief(bladen) -> list[list]:
    """The sheets of one letter together: they differ in the addressee alone."""
    groepen: dict[tuple, list] = {}
    for aan, blad in bladen:
        groepen.setdefault((blad.titel, blad.onderwerp), []).append((aan, blad))
    return list(groepen.values())


def _brief(kijker: Kijker, rijen) -> dict:
    """The pages for the first addressee; the others get the same letter with their own name."""
    aan, blad = rijen[0]
    blad = kijker.blad(aan, blad)
    return {
        "onderwerp": blad.onderwerp,
        "aan": [
            {"naam": rij.naam, "is_kopie": rij.is_kopie, "hoe": _hoe(rij), "waar": kijker.waar(rij)} for rij, _ in rijen
        ],
        "beelden": [f"data:image/png;base64,{b64encode(beeld).decode()}" for beeld in pdf.beelden(blad)],
        "blokken": blad.blokken,
        "bijlagen": blad.bijlagen,
    }


def _hoe(aan) -> str:
    return Exemplaar.Kanaal(aan.kanaal).label.lower()
