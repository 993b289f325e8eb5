"""The text of a besluit as a page shows it, and what the investigation found, beside it. Reads only."""

from cimot import beoordeling, besluittekst
from cimot.actions.besluit import college
from cimot.models import Besluit, Besluitonderdeel
from kern.brieven import maken
from kern.proces.weigering import Weigering
from kern.tijd.kalender import datum_nl

# The headings of `cimot.besluittekst`: an approved text is kept as one text, and shown with its headings again.
KOPPEN = {
    "Besluit",
    "Welke hulp",
    "Wanneer",
    "Waarom",
    "Verordening",
    "Doelen",
    "Hoe wordt de hulp lichter",
    "Opnieuw bekijken op",
    "Eigen bijdrage",
    "Reden van weigering",
    "Mening van de cliënt",
    *Besluitonderdeel.Groep.labels,
    *(Besluit._meta.get_field(veld).verbose_name for veld in Besluit.ELEMENTEN),
}


def alineas(tekst: str, koppen=KOPPEN) -> list[dict]:
    """Headings with what stands under them: the words of the text, every one, in their order."""
    delen: list[dict] = []
    for blok in tekst.split("\n\n"):
        kop, _, rest = blok.partition("\n")
        if kop in koppen or not delen:
            delen.append({"kop": kop, "tekst": rest})
        else:
            delen[-1]["tekst"] += f"\n\n{blok}"
    return delen


def van(dossier) -> list[dict]:
    """The text that was approved, else the text as it reads now; nothing when there is no besluit."""
    besluit = getattr(dossier, "besluit", None)
    if besluit is None:
        return []
    return alineas(besluit.tekst or besluittekst.tekst_van(dossier))


def concept(dossier, op) -> list:
    """The sheets of the letter of a besluit that is being written. Raises Weigering while it has no outcome."""
    besluit = dossier.besluit
    if not besluit.uitkomst:
        raise Weigering("Kies eerst wat u besluit.")
    # For this letter only: the text is kept on the besluit when it is approved.
    besluit.tekst = besluit.tekst or besluittekst.tekst_van(dossier)
    versturen = dossier.proces.acties["besluit_versturen"][0]
    return [paar for soort in maken.soorten_bij(dossier, versturen) for paar in maken.concept(dossier, soort.code, op)]


def ondertekening(dossier) -> list[str]:
    """In whose name, who signed and when it left (L-66)."""
    besluit = dossier.besluit
    if not besluit.goedgekeurd_op:
        return []
    regels = [f"Namens het college van burgemeester en wethouders van {college(dossier)}", str(besluit.ondertekenaar)]
    regels.append(f"Ondertekend op {datum_nl(besluit.goedgekeurd_op)}")
    if besluit.verzonden_op:
        regels.append(f"Verzonden op {datum_nl(besluit.verzonden_op)}")
    return regels


def gevonden(dossier) -> list[dict]:
    """What the investigation found, in groups of {titel, rijen}; a group without answers is left out."""
    onderzoek, verslag = getattr(dossier, "onderzoek", None), getattr(dossier, "verslag", None)
    groepen = []
    if verslag:
        rijen = [("Conclusie", verslag.conclusie), ("Voorstel", verslag.voorstel)]
        groepen.append(("Verslag", [*rijen, ("Opmerkingen van de cliënt", verslag.reactie_tekst)]))
    if onderzoek:
        groepen += [("Criteria", _criteria(onderzoek)), ("Beoordeling", _beoordeling(onderzoek))]
        groepen.append(("Adviezen", _adviezen(onderzoek)))
    gevuld = ((titel, [{"naam": n, "waarde": w} for n, w in rijen if w.strip()]) for titel, rijen in groepen)
    return [{"titel": titel, "rijen": rijen} for titel, rijen in gevuld if rijen]


def _criteria(onderzoek):
    uitkomsten = onderzoek.criteriumuitkomsten.select_related("criterium").order_by("criterium__volgorde")
    return [(u.criterium.vraag, f"{u.get_uitkomst_display()}. {u.toelichting}".strip(" ")) for u in uitkomsten]


def _beoordeling(onderzoek):
    return [
        ("Kan het thuis", f"{onderzoek.get_thuis_display()}\n{onderzoek.thuis_toelichting}".strip()),
        ("Psychosociaal", beoordeling.conclusie(beoordeling.psychosociaal(onderzoek.is_beperkt, onderzoek.is_verstoord))),
        ("Vooral een woonvraag", f"{onderzoek.get_woonvraag_display()}\n{onderzoek.woonvraag_toelichting}".strip()),
        ("Recht op Wlz", onderzoek.get_wlz_display()),
        ("Werkt mee aan CIZ", onderzoek.get_wlz_medewerking_display()),
    ]


def _adviezen(onderzoek):
    return [(a.get_discipline_display(), a.advies) for a in onderzoek.adviezen.filter(gegeven_op__isnull=False)]
