"""Forms of the catalogue and of what is paid (R-IND-17, R-IND-26, R-FIN-11)."""

from django import forms
from django.utils import timezone

from aanbieders.forms.velden import BedragVeld
from aanbieders.models import Product
from aanbieders.models.product import HUISVESTING, Eenheid, Productcategorie, Productsoort
from kern.models import Regio
from kern.schermen.forms.basis import Formulier
from kern.schermen.forms.velden import DatumVeld

KIES = "Kies een van de mogelijkheden."
_FOUTEN = {"required": KIES, "invalid_choice": KIES}


def _keuze(label, keuzes, *, leeg="kies", **opties):
    """A list to choose from; nothing is chosen beforehand."""
    return forms.ChoiceField(label=label, choices=[("", leeg), *keuzes], error_messages=_FOUTEN, **opties)


class PerRegio(Formulier):
    """Which region it is about; not asked of who has one."""

    regio = forms.ModelChoiceField(Regio.objects.none(), label="Regio", empty_label="kies", error_messages=_FOUTEN)
    eenheid = _keuze("Eenheid", Eenheid.choices)
    vanaf = DatumVeld(label="Vanaf")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        eigen = Regio.objects.filter(pk__in=self.gebruiker.regio_ids)
        self.fields["regio"].queryset = eigen
        self.enige = eigen.first() if len(eigen) == 1 else None
        if self.enige:
            del self.fields["regio"]

    def begin(self):
        return {"vanaf": timezone.localdate()}

    def argumenten(self):
        return {"regio": self.enige, **super().argumenten()}


class ProductVastleggen(PerRegio):
    soort = _keuze("Product", Productsoort.choices)
    naam = forms.CharField(label="Naam in de regio", max_length=120)
    omschrijving = forms.CharField(
        label="Wat het inhoudt", max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    categorie = _keuze("Productcategorie", Productcategorie.choices)
    vanaf = DatumVeld(label="Vanaf", help_text="De versie die nu geldt, eindigt de dag ervoor.")

    field_order = ["regio", "soort", "naam", "omschrijving", "categorie", "eenheid", "vanaf"]


class MaximumVastleggen(PerRegio):
    soort = _keuze("Onderdeel", [(soort, Productsoort(soort).label) for soort in HUISVESTING])
    bedrag = BedragVeld(label="Hoogste bedrag in euro", help_text="Bijvoorbeeld 1.234,50")
    vanaf = DatumVeld(label="Vanaf", help_text="Het maximum dat nu geldt, eindigt de dag ervoor.")

    field_order = ["regio", "soort", "bedrag", "eenheid", "vanaf"]


class TariefVastleggen(PerRegio):
    soort = _keuze("Product", [])
    bedrag = BedragVeld(label="Bedrag in euro", help_text="Bijvoorbeeld 1.234,50")
    tot = DatumVeld(label="Tot en met", required=False, help_text="Leeg: er is nog geen einddatum.")
    vorige_afsluiten = forms.BooleanField(
        label="Sluit het tarief dat nu loopt af",
        required=False,
        help_text="Het eindigt dan op de dag vóór de begindatum hierboven.",
    )

    field_order = ["regio", "soort", "bedrag", "eenheid", "vanaf", "tot", "vorige_afsluiten"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        soorten = set(Product.objects.filter(regio__in=self.gebruiker.regio_ids).values_list("soort", flat=True))
        # Who lives in his own dwelling costs no housing (R-IND-18).
        keuzes = [(w, label) for w, label in Productsoort.choices if w in soorten and w != Productsoort.ZELFVOORZIENEND]
        self.fields["soort"].choices = [("", "kies"), *keuzes]


class TariefWijzigen(Formulier):
    """Of one tarief: its product, provider and region stay."""

    bedrag = BedragVeld(label="Bedrag in euro", help_text="Bijvoorbeeld 1.234,50")
    eenheid = _keuze("Eenheid", Eenheid.choices)
    vanaf = DatumVeld(label="Vanaf")
    tot = DatumVeld(label="Tot en met", required=False, help_text="Leeg: er is nog geen einddatum.")

    def lees_opgeslagen(self):
        periode = self.onderwerp.periode
        return {
            "bedrag": self.onderwerp.bedrag,
            "eenheid": self.onderwerp.eenheid,
            "vanaf": periode.vanaf,
            "tot": periode.tot,
        }
