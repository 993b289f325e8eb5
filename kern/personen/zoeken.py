"""Finding people: who resembles a name and birth date while they are typed, and the search in the header.

Resembling (R-AAN-03) is decided in two steps. Indexes give at most some hundreds of candidates: by birth date, and by
surname together with first name, where an index on the forms of a word forgives one typing error. Then `gelijkenis`
judges each: surname, first name and birth date must agree, with at most one error in all, and

- with the same complete birth date an initial is enough, or no first name at all; another first name is somebody
  else (a twin);
- with a birth date that is nearly the same (one other figure, day and month swapped), partly known or unknown, the
  first name must be written out and agree.
"""

from dataclasses import dataclass, field

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import F, Func, Q, TextField

from kern.models import Client, Dossier
from kern.personen import geboortedatum, namen
from kern.personen.namen import Graad
from kern.personen.zoekvraag import Zoekvraag, schoon
from kern.proces.tabel import PROCESSEN
from kern.toegang.rollen import Wereld

MEESTE_KANDIDATEN = 150
MEESTE_GELIJKENISSEN = 5
MEESTE_RESULTATEN = 25
LANGSTE_NAAM = 200
LAATST = (F("gesloten_op").desc(nulls_first=True), "-geopend_op", "-id")


@dataclass
class Treffer:
    client: Client
    dossiers: list[Dossier] = field(default_factory=list)


@dataclass
class Gelijkenissen:
    """Who resembles: the people in view, and for the others only whom to ask."""

    treffers: list[Treffer] = field(default_factory=list)
    buiten: list[str] = field(default_factory=list)

    def __bool__(self):
        return bool(self.treffers or self.buiten)


@dataclass(frozen=True)
class Getypt:
    lezingen: tuple[tuple[namen.Voornamen, namen.Achternaam], ...]
    geboren: tuple[str, ...]  # the dates that can be meant; one empty text when unknown
    tekst: str


def lijkt_op(naam: str, geboren: str | None, *, gebruiker, bsn: str = "") -> Gelijkenissen:
    """Known clients that resemble what was typed. Five queries at most, whatever is found."""
    naam = schoon(naam[:LANGSTE_NAAM])
    data = geboortedatum.lees(geboren) or ("",)
    getypt = Getypt(tuple(namen.lees(naam)), data, " ".join(namen.voornaamwoorden(naam)))
    punten = {}
    if getypt.lezingen:
        for client in [*_op_datum(getypt), *_op_naam(getypt)]:
            if waarde := gelijkenis(client, getypt):
                punten[client.pk] = waarde
    if bsn:
        punten |= dict.fromkeys(Client.objects.met_bsn(bsn).values_list("pk", flat=True), 99)
    return _verdeeld(punten, gebruiker)


def gelijkenis(client: Client, getypt: Getypt) -> int:
    """How much this client resembles, 0 when not: the rule in the head of this module."""
    bekend = namen.achternaam(client.achternaam, client.tussenvoegsel)
    if bekend is None:
        return 0
    voornamen = namen.voornamen(client.voornamen, client.roepnaam)
    datum = max(geboortedatum.vergelijk(client.geboren, geboren) for geboren in getypt.geboren)
    return max((_punten(bekend, voornamen, datum, lezing) for lezing in getypt.lezingen), default=0)


def _punten(bekend, bekende_voornamen, datum: Graad, lezing) -> int:
    getypte_voornamen, getypt = lezing
    achternaam = namen.vergelijk_achternamen(bekend, getypt)
    voornaam = namen.vergelijk_voornamen(bekende_voornamen, getypte_voornamen)
    graden = (achternaam, voornaam, datum)
    if Graad.ANDERS in graden or graden.count(Graad.BIJNA) > 1:
        return 0
    if datum is not Graad.GELIJK and voornaam < Graad.BIJNA:
        return 0
    return sum(graden)


_PERSOON = ("voornamen", "roepnaam", "tussenvoegsel", "achternaam", "geboren")


def _lijkend(clienten, getypt: Getypt):
    op = TrigramWordSimilarity(getypt.tekst, F("zoeknaam"))
    enkel = clienten.filter(samengevoegd_met__isnull=True)
    return enkel.only(*_PERSOON).annotate(lijkt=op).order_by("-lijkt", "id")[:MEESTE_KANDIDATEN]


def _op_datum(getypt: Getypt):
    """Everybody with exactly this birth date, the most alike names first."""
    volledig = [geboren for geboren in getypt.geboren if geboortedatum.is_volledig(geboren)]
    return _lijkend(Client.objects.filter(geboren__in=volledig), getypt) if volledig else []


def _op_naam(getypt: Getypt):
    """Surname and first name agree, each with at most one error; the birth date is another one that can be meant."""
    paren = {}
    for voornamen, achternaam in getypt.lezingen:
        if voornamen.namen:
            sleutel = frozenset([frozenset(voornamen.namen), achternaam.woorden])
            paren.setdefault(sleutel, (voornamen, achternaam))
    if not paren:
        return []
    naam = Q()
    for voornamen, achternaam in paren.values():
        naam |= Q(vormen__overlap=_vormen_voor(voornamen)) & Q(vormen__overlap=_vormen_achter(achternaam))
    vormen = Func(F("zoeknaam"), function="kern_vormen", output_field=ArrayField(TextField()))
    return _lijkend(Client.objects.alias(vormen=vormen).filter(naam, _andere_datum(getypt)), getypt)


def _andere_datum(getypt: Getypt) -> Q:
    """Nearly the typed birth date, or known on one side only; no condition when none was typed."""
    datum = Q(geboren="")
    for geboren in getypt.geboren:
        if not geboren:
            return Q()
        if geboortedatum.is_volledig(geboren):
            datum |= Q(geboren__in=[*geboortedatum.bijna(geboren), *geboortedatum.deels(geboren)])
        else:
            datum |= Q(geboren__startswith=geboren[:5])
    return datum


def _vormen_achter(achternaam: namen.Achternaam) -> list[str]:
    woorden = {*achternaam.woorden, *achternaam.helften, achternaam.vol, achternaam.kern}
    return sorted(set().union(*map(namen.vormen, woorden)))


def _vormen_voor(voornamen: namen.Voornamen) -> list[str]:
    ook = set().union(*map(namen.roepnamen, voornamen.namen))
    return sorted(ook.union(*map(namen.vormen, voornamen.namen)))


def _verdeeld(punten: dict[int, int], gebruiker) -> Gelijkenissen:
    """In view with their open dossiers; out of view only the region to ask, without name, content or number."""
    zichtbaar = Client.objects.voor(gebruiker).filter(pk__in=punten).select_related("woongemeente")
    clienten = sorted(zichtbaar, key=lambda client: (-punten[client.pk], client.pk))
    treffers = {client.pk: Treffer(client) for client in clienten[:MEESTE_GELIJKENISSEN]}
    lopend = Dossier.objects.voor(gebruiker).open().filter(client__in=treffers).select_related("behandelaar")
    for dossier in lopend.order_by("-geopend_op", "id"):
        treffers[dossier.client_id].dossiers.append(dossier)
    buiten = set(punten) - {client.pk for client in clienten}
    return Gelijkenissen(list(treffers.values()), _wie_te_vragen(buiten, gebruiker))


def _wie_te_vragen(client_ids: set[int], gebruiker) -> list[str]:
    """The one place that looks past `voor`: it reads which regions know these people, and nothing else."""
    velden = [f"{weg}__{veld}" for weg in ("dossiers__regio", "woongemeente__regio") for veld in ("id", "naam", "telefoon")]
    zinnen = set()
    for rij in Client.objects.filter(pk__in=client_ids).values_list(*velden).distinct():
        regio_id, naam, telefoon = rij[:3] if rij[0] else rij[3:]
        waar = "buiten wat u mag zien" if regio_id in (None, *gebruiker.regio_ids) else "buiten uw regio"
        wie = ", ".join(filter(None, [f"Cimot {naam}", telefoon])) if regio_id else "uw teamleider"
        zinnen.add(f"Nog iemand lijkt hierop, {waar}. Neem contact op met {wie}.")
    return sorted(zinnen)


@dataclass
class Resultaat:
    clienten: list[Client] = field(default_factory=list)
    dossiers: list[Dossier] = field(default_factory=list)
    meer_clienten: bool = False
    meer_dossiers: bool = False


def zoek(vraag: Zoekvraag, *, gebruiker) -> Resultaat:
    """Clients and dossiers in view, at most 25 of each, in two queries. Never looks in what was written."""
    if vraag.kenmerk:
        gevonden = Dossier.objects.voor(gebruiker).filter(kenmerk=vraag.kenmerk)
        return Resultaat(dossiers=list(gevonden.select_related("client", "organisatie", "behandelaar")))
    wie = _wie(vraag)
    if not wie:
        return Resultaat()
    clienten = list(Client.objects.voor(gebruiker).filter(wie).select_related("woongemeente")[: MEESTE_RESULTATEN + 1])
    clienten.sort(key=lambda client: (client.sorteernaam, client.pk))
    getoond = clienten[:MEESTE_RESULTATEN]
    lijst = Dossier.objects.voor(gebruiker).filter(client__in=getoond).select_related("client", "behandelaar")
    dossiers = [*_van_aanbieders(vraag, gebruiker), *lijst.order_by(*LAATST)[: MEESTE_RESULTATEN + 1]]
    return Resultaat(
        getoond,
        dossiers[:MEESTE_RESULTATEN],
        len(clienten) > MEESTE_RESULTATEN,
        len(dossiers) > MEESTE_RESULTATEN,
    )


def _van_aanbieders(vraag: Zoekvraag, gebruiker) -> list[Dossier]:
    """The dossiers of providers whose name holds each of the words, for who sees providers: one query more."""
    soorten = [p.soort for p in PROCESSEN.values() if p.wereld == Wereld.AANBIEDERS and gebruiker.rol in p.zicht]
    if not soorten or not vraag.woorden or vraag.geboren:
        return []
    lijst = Dossier.objects.voor(gebruiker).filter(soort__in=soorten, regio__in=gebruiker.regio_ids)
    for woord in vraag.woorden:
        lijst = lijst.filter(sorteernaam__contains=woord)
    return list(lijst.select_related("organisatie", "behandelaar").order_by(*LAATST)[: MEESTE_RESULTATEN + 1])


def _wie(vraag: Zoekvraag) -> Q:
    if not vraag.bsn and not vraag.belnummer:
        return _op_woorden(vraag)
    # What the number can be, each along its own index: an OR would read the whole table.
    belnummer = Func(F("telefoon"), function="kern_belnummer", output_field=TextField())
    kan_zijn = [Client.objects.met_bsn(vraag.bsn)] if vraag.bsn else []
    if vraag.belnummer:
        met_nummer = Client.objects.exclude(telefoon="").alias(belnummer=belnummer)
        kan_zijn.append(met_nummer.filter(belnummer=vraag.belnummer))
    if vraag.geboren:
        kan_zijn.append(Client.objects.filter(geboren__in=vraag.geboren)[: MEESTE_RESULTATEN + 1])
    eerste, *rest = [clienten.values("pk") for clienten in kan_zijn]
    return Q(pk__in=eerste.union(*rest, all=True) if rest else eerste)


def _op_woorden(vraag: Zoekvraag) -> Q:
    """Each word begins one of the words of the name; words of one or two letters alone must be the whole word."""
    einde = "" if vraag.geboren or any(len(woord) > 2 for woord in vraag.woorden) else " "
    wie = Q()
    for woord in vraag.woorden:
        wie &= Q(zoeknaam__contains=f" {woord}{einde}")
    geboren = Q()
    for datum in vraag.geboren:
        geboren |= Q(geboren=datum) if geboortedatum.is_volledig(datum) else Q(geboren__startswith=datum.replace("-00", ""))
    return wie & geboren
