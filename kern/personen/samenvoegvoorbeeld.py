"""What a merge would do, before anybody does it: both values of every field, what moves, and what stands in the way."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Max

from kern.models import Adres, Client, Dossier, Relatie, Toestemming
from kern.personen import geboortedatum
from kern.personen.namen import Graad
from kern.templatetags.cimot import opsomming
from kern.tijd.kalender import datum_nl

DOEL, BRON = "doel", "bron"
LABELS = {
    "voornamen": "Voornamen",
    "roepnaam": "Roepnaam",
    "tussenvoegsel": "Tussenvoegsel",
    "achternaam": "Achternaam",
    "geboren": "Geboren op",
    "bsn": "BSN",
    "herkomst_id": "Gemeente van herkomst",
    "woongemeente_id": "Woongemeente",
    "telefoon": "Telefoon",
    "email": "E-mail",
    "taal": "Taal",
    "is_tolk_nodig": "Tolk nodig",
    "kanaal": "Hoe wil hij brieven krijgen",
    "is_geheim": "Verblijfplaats geheim",
}
_BIJ_CLIENT = {"adres": Adres, "relatie": Relatie, "toestemming": Toestemming}


@dataclass(frozen=True)
class Veld:
    """One field of the two. `voorstel` is empty when a person must choose; `is_keuze` when he may."""

    naam: str
    label: str
    doel: str
    bron: str
    voorstel: str
    is_keuze: bool


@dataclass(frozen=True)
class Blokkade:
    """Why it cannot be done, and where it can be mended."""

    zin: str
    links: tuple[tuple[str, str], ...] = ()


@dataclass
class Voorbeeld:
    doel: Client
    bron: Client
    velden: list[Veld]
    adressen: list[Veld]
    verhuist: dict[str, int]
    blokkades: list[Blokkade]
    geboren_botst: bool
    gelezen: dict

    @cached_property
    def stand(self) -> str:
        """A mark of everything that was looked at: it travels in the form, and any change makes another one."""
        return hashlib.sha256(json.dumps(self.gelezen, sort_keys=True).encode()).hexdigest()[:24]

    @property
    def keuzes(self) -> list[Veld]:
        return [veld for veld in (*self.velden, *self.adressen) if veld.is_keuze]

    @property
    def gelijk(self) -> list[Veld]:
        """What stays as it is, because both are equal or because there is nothing to choose."""
        return [veld for veld in self.velden if not veld.is_keuze and (veld.doel or veld.bron)]


def voorbeeld(doel: Client, bron: Client, *, gebruiker) -> Voorbeeld:
    """Read both persons. The number of queries does not depend on what they have. Changes nothing, raises nothing."""
    dossiers = list(Dossier.objects.filter(client__in=[doel.pk, bron.pk]).select_related("client").order_by("id"))
    adressen = list(Adres.objects.filter(client__in=[doel.pk, bron.pk]).order_by("id"))
    relaties = list(Relatie.objects.filter(client__in=[doel.pk, bron.pk], tot__isnull=True))
    gelezen = stand(doel, bron)
    paren = _lopende_paren(adressen, doel, bron)
    return Voorbeeld(
        doel=doel,
        bron=bron,
        velden=[_veld(naam, doel, bron) for naam in LABELS],
        adressen=[_adreskeuze(soort, *paar) for soort, paar in paren.items()],
        verhuist={
            "dossier": sum(dossier.client_id == bron.pk for dossier in dossiers),
            **{soort: sum(rij[0] == bron.pk for rij in gelezen[soort].values()) for soort in _BIJ_CLIENT},
        },
        blokkades=_blokkades(doel, bron, gebruiker, dossiers, paren, relaties),
        geboren_botst=_botst(doel.geboren, bron.geboren),
        gelezen=gelezen,
    )


def stand(doel: Client, bron: Client) -> dict:
    """Ids and versions of both persons and of what they have, ready for JSON; the row history says what changed."""
    ids = [doel.pk, bron.pk]
    clienten = Client.objects.filter(pk__in=ids).annotate(laatst=Max("versies__pgh_id"))
    dossiers = Dossier.objects.filter(client__in=ids)
    gelezen = {
        "client": {str(pk): rest for pk, *rest in clienten.values_list("pk", "versie", "laatst")},
        "dossier": {str(pk): rest for pk, *rest in dossiers.values_list("pk", "client_id", "versie")},
    }
    for soort, model in _BIJ_CLIENT.items():
        rijen = model.objects.filter(client__in=ids).order_by().annotate(laatst=Max("versies__pgh_id"))
        gelezen[soort] = {str(pk): rest for pk, *rest in rijen.values_list("pk", "client_id", "laatst")}
    return gelezen


def _veld(naam: str, doel: Client, bron: Client) -> Veld:
    teksten = _tekst(naam, doel), _tekst(naam, bron)
    if naam == "bsn" and (doel.heeft_bsn or bron.heeft_bsn):
        # A number goes before a reason that there is none: it stands nowhere else, and could not be given back.
        return Veld(naam, LABELS[naam], *teksten, DOEL if doel.heeft_bsn else BRON, is_keuze=False)
    kolom = "bsn_reden" if naam == "bsn" else naam
    een, ander = getattr(doel, kolom), getattr(bron, kolom)
    leeg = (None, "")
    voorstel = DOEL if een == ander or ander in leeg else BRON if een in leeg else ""
    return Veld(naam, LABELS[naam], *teksten, voorstel, is_keuze=een != ander)


def _tekst(naam: str, client: Client) -> str:
    """The value in the words of the screen; of a BSN only that it is known."""
    if naam == "bsn":
        return "bekend" if client.heeft_bsn else client.get_bsn_reden_display()
    if naam == "geboren":
        return client.geboren_tekst if client.geboren else ""
    if naam == "kanaal":
        return client.get_kanaal_display()
    waarde = getattr(client, naam.removesuffix("_id"))
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return str(waarde or "")


def _botst(een: str, ander: str) -> bool:
    """Two dates that cannot both be true; a date that is partly unknown can be the other one."""
    return geboortedatum.vergelijk(een, ander) in (Graad.ANDERS, Graad.BIJNA)


def _lopende_paren(adressen, doel, bron) -> dict[str, tuple[Adres, Adres]]:
    lopend = {(adres.client_id, adres.soort): adres for adres in adressen if adres.tot is None}
    paren = {soort: (lopend.get((doel.pk, soort)), lopend.get((bron.pk, soort))) for soort in Adres.Soort.values}
    return {soort: paar for soort, paar in paren.items() if all(paar)}


def _adreskeuze(soort: str, een: Adres, ander: Adres) -> Veld:
    """Of two running addresses of one kind one goes on; the other one gets an end date."""
    zelfde = str(een).lower() == str(ander).lower()
    teksten = (f"{adres}, sinds {datum_nl(adres.vanaf)}" for adres in (een, ander))
    label = f"Welk adres geldt nu: {Adres.Soort(soort).label}"
    return Veld(f"adres_{soort}", label, *teksten, DOEL if zelfde else "", is_keuze=True)


def _blokkades(doel, bron, gebruiker, dossiers, paren, relaties) -> list[Blokkade]:
    if doel.pk == bron.pk:
        return [Blokkade("Dit is twee keer dezelfde cliënt.")]
    if doel.samengevoegd_met_id or bron.samengevoegd_met_id:
        return [Blokkade("Een van deze twee is al samengevoegd met een ander.")]
    zichtbaar = set(Dossier.objects.voor(gebruiker).filter(pk__in=[d.pk for d in dossiers]).values_list("pk", flat=True))
    if zichtbaar != {dossier.pk for dossier in dossiers} or not _beide_in_beeld(doel, bron, dossiers):
        return [Blokkade("U ziet niet alles van deze twee cliënten. Vraag uw teamleider wie hen kan samenvoegen.")]
    if not _plaatsen_zichtbaar(doel, bron, gebruiker, paren):
        zin = "Van een van de twee is een adres geheim. Alleen de casemanager van die cliënt kan hen samenvoegen."
        return [Blokkade(zin)]
    gevonden = []
    if doel.heeft_bsn and bron.heeft_bsn and not _zelfde_bsn(doel, bron):
        zin = "Deze cliënten hebben elk een ander BSN. Dit zijn twee mensen. Klopt een BSN niet, verbeter het dan eerst."
        gevonden.append(Blokkade(zin, _naar_clienten(doel, bron)))
    return gevonden + _dubbele_dossiers(dossiers) + _dubbele_relaties(doel, bron, relaties)


def _beide_in_beeld(doel, bron, dossiers) -> bool:
    return {doel.pk, bron.pk} == {dossier.client_id for dossier in dossiers}


def _plaatsen_zichtbaar(doel, bron, gebruiker, paren) -> bool:
    """Who may not see a secret place, may not choose between it and another one either (domein.md 4.6)."""
    for client, plek in ((doel, 0), (bron, 1)):
        geheim = client.is_geheim or any(paar[plek].is_geheim for paar in paren.values())
        if geheim and not Client(pk=client.pk, is_geheim=True).plaats_zichtbaar(gebruiker):
            return False
    return True


def _zelfde_bsn(een: Client, ander: Client) -> bool:
    return een.bsn_index == ander.bsn_index or een.lees_bsn() == ander.lees_bsn()


def _dubbele_dossiers(dossiers) -> list[Blokkade]:
    """Two running dossiers of a kind that a person has once (the constraint dossier_een_per_client)."""
    per_soort = {}
    for dossier in dossiers:
        if dossier.is_een_per_client and dossier.is_open:
            per_soort.setdefault(dossier.soort, []).append(dossier)
    gevonden = []
    for rijen in per_soort.values():
        if len({rij.client_id for rij in rijen}) > 1:
            kenmerken = opsomming(rij.kenmerk for rij in rijen)
            zin = f"Er lopen twee dossiers waarvan een cliënt er maar een kan hebben: {kenmerken}. Rond er eerst een af."
            gevonden.append(Blokkade(zin, tuple((rij.kenmerk, rij.get_absolute_url()) for rij in rijen)))
    return gevonden


def _dubbele_relaties(doel, bron, relaties) -> list[Blokkade]:
    """Two running curators, or two people to call first."""
    soorten = (
        ("een curator", lambda r: r.soort == Relatie.Soort.CURATOR, "Zet bij een van de twee eerst een einddatum."),
        ("iemand die u het eerst belt", lambda r: r.is_eerste_contact, "Zet dat bij een van de twee eerst uit."),
    )
    gevonden = []
    for wat, is_soort, doe in soorten:
        rijen = [relatie for relatie in relaties if is_soort(relatie)]
        if {relatie.client_id for relatie in rijen} == {doel.pk, bron.pk}:
            wie = opsomming(relatie.naam for relatie in rijen)
            gevonden.append(Blokkade(f"Beide cliënten hebben {wat}: {wie}. {doe}", _naar_clienten(doel, bron)))
    return gevonden


def _naar_clienten(*clienten) -> tuple[tuple[str, str], ...]:
    return tuple((f"Cliënt {client.pk}: {client.naam}", client.get_absolute_url()) for client in clienten)
