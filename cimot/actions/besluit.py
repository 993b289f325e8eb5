"""Actions of the besluit: written, looked at by a second person, signed under mandate, sent (L-16, L-55, L-57, L-66)."""

from datetime import date

from django.db import transaction

from cimot import besluittekst, poort, terugdraaien
from cimot.models import Aanmelding, Besluit, Besluitonderdeel, Besluitsoort, Mandaat
from cimot.regels import GROEPEN, groepen_bij
from kern.models import Gebruiker
from kern.proces import actions as kern
from kern.proces.systeem import SYSTEEM
from kern.proces.weigering import NietBevoegd, Weigering
from kern.tijd import klok

_GROEP_VAN = {soort: groep for groep, soorten in GROEPEN.items() for soort in soorten}


def college(dossier):
    """The college in whose name is decided: the centre municipality of the region (Q-03)."""
    return dossier.regio.gemeenten.filter(is_centrum=True).first()


def mandaten(dossier, soort: str, dag: date):
    """The mandates with which this kind of besluit may be signed on a day."""
    rijen = Mandaat.objects.filter(college=college(dossier), soort=soort, periode__contains=dag, gebruiker__is_active=True)
    return rijen.select_related("gebruiker").order_by("gebruiker__naam")


def _mandaat(dossier, ondertekenaar: Gebruiker, soort: str, dag: date) -> Mandaat:
    mandaat = mandaten(dossier, soort, dag).filter(gebruiker=ondertekenaar).first()
    if mandaat is None:
        raise Weigering(f"{ondertekenaar.naam} mag dit besluit op deze dag niet ondertekenen.", "ondertekenaar")
    return mandaat


def besluit_opstellen(aanmelding, *, door, op) -> Aanmelding:
    """Begin the besluit: only when the onderzoek is finished (L-12)."""

    def wijzig(a):
        if a.besluit is None:
            a.besluiten.create(wereld=a.wereld, auteur=door)

    return kern.overgaan(aanmelding, "besluit_opstellen", door=door, op=op, wijzig=wijzig)


def _geschreven(besluit, door, **waarden) -> None:
    for naam, waarde in waarden.items():
        setattr(besluit, naam, waarde)
    besluit.auteur = door
    besluit.save()


def besluit_schrijven(aanmelding, *, door, op, **waarden) -> Aanmelding:
    """Outcome, reasons per element of the law, goals, ground of refusal, verordening (L-16, L-18, R-VIS-04, R-VIS-06)."""
    return kern.overgaan(
        aanmelding, "besluit_schrijven", door=door, op=op, wijzig=lambda a: _geschreven(a.besluit, door, **waarden)
    )


def onderdelen_kiezen(aanmelding, *, door, op, onderdelen: list[dict]) -> Aanmelding:
    """`onderdelen`: the columns of each Besluitonderdeel; what is not among them disappears (R-IND-01 to R-IND-04).

    Raises Weigering for an end before the begin, and for what cannot be granted with this provider (X-13).
    """

    def wijzig(a):
        _mag_worden_toegekend(a, onderdelen, klok.dag(op))
        groepen = []
        for waarden in onderdelen:
            groep = _GROEP_VAN[waarden["soort"]]
            if waarden.get("vanaf") and waarden.get("tot") and waarden["tot"] < waarden["vanaf"]:
                raise Weigering("De einddatum ligt vóór de begindatum.", f"{groep}_tot")
            Besluitonderdeel.objects.update_or_create(besluit=a.besluit, groep=groep, defaults=waarden)
            groepen.append(groep)
        a.besluit.onderdelen.exclude(groep__in=groepen).delete()
        _geschreven(a.besluit, door)

    return kern.overgaan(aanmelding, "onderdelen_kiezen", door=door, op=op, wijzig=wijzig)


def _mag_worden_toegekend(aanmelding, onderdelen: list[dict], dag: date) -> None:
    """Only what fits the region, so that its own sentence is said of the rest. Raises Weigering beside the field."""
    catalogus = groepen_bij(aanmelding.onderwerp, aanmelding.regio.instelling("bw.productcatalogus", dag))
    rijen = [Besluitonderdeel(groep=_GROEP_VAN[waarden["soort"]], **waarden) for waarden in onderdelen]
    rijen = [rij for rij in rijen if rij.beslissing == Besluitonderdeel.Beslissing.TOEGEKEND and rij.groep in catalogus]
    antwoorden = poort.antwoorden([poort.vraag_over(rij, aanmelding.regio, dag) for rij in rijen])
    for rij, antwoord in zip(rijen, antwoorden, strict=True):
        if antwoord.nee:
            raise Weigering(" ".join(antwoord.nee), f"{rij.groep}_{antwoord.kolom}")


def hoor_vastleggen(aanmelding, *, door, op, gehoord: str, zienswijze: str = "", namens: dict) -> Aanmelding:
    """What the client thinks of an intended refusal (Awb 4:7, L-57), on the day of `op`."""

    def wijzig(a):
        _geschreven(a.besluit, door, gehoord=gehoord, gehoord_op=klok.dag(op), zienswijze=zienswijze)

    return kern.overgaan(aanmelding, "hoor_vastleggen", door=door, op=op, wijzig=wijzig, namens=namens)


def besluit_voorleggen(aanmelding, *, door, op) -> Aanmelding:
    return kern.overgaan(aanmelding, "besluit_voorleggen", door=door, op=op)


def besluit_terugsturen(aanmelding, *, door, op, reden: str) -> Aanmelding:
    return kern.overgaan(aanmelding, "besluit_terugsturen", door=door, op=op, reden=reden)


def besluit_aanpassen(aanmelding, *, door, op, reden: str) -> Aanmelding:
    """Back to the concept: the approval was for a text that will change, so it is gone."""

    def wijzig(a):
        terugdraaien.intrekken_goedkeuring(a.besluit)

    return kern.overgaan(aanmelding, "besluit_aanpassen", door=door, op=op, wijzig=wijzig, reden=reden)


def besluit_goedkeuren(aanmelding, *, door, op, ondertekenaar: Gebruiker) -> Aanmelding:
    """A second person approves, and a mandated person signs; the text is frozen with a hash (SM-1, L-66).

    Raises NietBevoegd for whoever wrote on it, Weigering when the signatory has no mandate on that day.
    """

    def wijzig(a):
        if a.besluit.auteur_id == door.pk or a.besluit.versies.filter(auteur=door.pk).exists():
            raise NietBevoegd("U schreef zelf aan dit besluit. Een ander moet het goedkeuren.")
        a.besluit.mandaat = _mandaat(a, ondertekenaar, Besluitsoort.AANVRAAG, klok.dag(op))
        a.besluit.goedgekeurd_door, a.besluit.goedgekeurd_op = door, klok.dag(op)
        _onderteken(a, a.besluit, ondertekenaar)

    return kern.overgaan(aanmelding, "besluit_goedkeuren", door=door, op=op, wijzig=wijzig)


def _onderteken(dossier, besluit, ondertekenaar) -> None:
    besluit.ondertekenaar = ondertekenaar
    besluit.tekst, besluit.tekst_hash = besluittekst.tekst_van(dossier), besluittekst.hash_van(dossier)
    besluit.save()


@transaction.atomic
def besluit_versturen(aanmelding, *, door, op, via: str, brief=None) -> Aanmelding:
    """Bekendmaking: T-BESLUIT ends, T-BEZWAAR starts, and the aanmelding ends as granted or refused (L-55)."""

    def wijzig(a):
        a.besluit.verzonden_op, a.besluit.verzonden_via = klok.dag(op), via
        a.besluit.save()

    waarden = {"uitkomst": aanmelding.besluit.uitkomst} if aanmelding.besluit else {}
    verzonden = kern.overgaan(aanmelding, "besluit_versturen", door=door, op=op, wijzig=wijzig, waarden=waarden, brief=brief)
    afgewezen = verzonden.besluit.uitkomst == Besluit.Uitkomst.AFWIJZING
    vervolg = "afwijzing_afronden" if afgewezen else "toekenning_afronden"
    return kern.overgaan(verzonden, vervolg, door=SYSTEEM, op=op, reden="Het besluit is verzonden.")


def besluit_zonder_aanvraag(
    dossier, uitkomst: str, soort: str, *, door, dag, waarom: str, ondertekenaar, via: str
) -> Besluit:
    """A besluit that is made and sent in one step: buiten behandeling, or a temporary provision. Signed under mandate."""
    mandaat = _mandaat(dossier, ondertekenaar, soort, dag)
    if dossier.besluit is None or dossier.besluit.verzonden_op:
        dossier.besluiten.create(wereld=dossier.wereld, auteur=door)
    besluit = dossier.besluit
    besluit.uitkomst, besluit.auteur, besluit.weigering_toelichting = uitkomst, door, waarom
    besluit.mandaat, besluit.goedgekeurd_op = mandaat, dag
    besluit.verzonden_op, besluit.verzonden_via = dag, via
    _onderteken(dossier, besluit, ondertekenaar)
    return besluit
