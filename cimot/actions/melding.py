"""Actions from the telephone call up to the confirmed melding, and the ways out of it."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cimot.actions.neven import spoed_bij_melding, zonder_antwoord_sluiten
from cimot.models import Aanmelding, Melding, Onderzoek, Vraag
from kern.models import Client, Dossier, Gebruiker
from kern.personen import clienten
from kern.personen.naamvelden import ontleed
from kern.personen.zoekvraag import vind_bsn
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.tijd import klok
from kern.tijd.kalender import datum_nl
from kern.werk import team
from kern.werk.uitgaand import spoed_melden


def _nieuwe_client(naam: str, geboren: str, gemeente) -> Client:
    if vind_bsn(naam):
        raise Weigering("Hierin staat een nummer dat een BSN kan zijn. Vul alleen de naam in.", "naam")
    delen = ontleed(naam)
    if any(len(waarde) > Client._meta.get_field(veld).max_length for veld, waarde in asdict(delen).items()):
        raise Weigering("Deze naam is te lang. Kort de voornamen af tot voorletters.", "naam")
    client = Client.objects.create(
        **asdict(delen),
        geboren=geboren,
        woongemeente=gemeente,
    )
    client.refresh_from_db()
    return client


def _vrij(client, door) -> None:
    """Raises Weigering when the client is already in the access: one person appears once (R-AAN-03)."""
    lopend = Dossier.objects.filter(client=client, soort="aanmelding", gesloten_op__isnull=True).first()
    if lopend:
        # Of what is out of view not even the number.
        in_beeld = Dossier.objects.voor(door).filter(pk=lopend.pk).exists()
        waar = f": {lopend.kenmerk}" if in_beeld else " buiten uw regio"
        raise Weigering(f"Deze cliënt heeft al een lopende aanmelding{waar}.", "naam")


def _woont_in(client, gemeente, door) -> None:
    """What was typed is kept: the municipality of the melding, when none was known of this client."""
    if gemeente and client.woongemeente_id is None:
        clienten.wijzigen(client, door=door, woongemeente=gemeente)
        client.refresh_from_db()


@transaction.atomic
def melden(
    *, door, op: datetime, regio, onderwerp: str, naam="", geboren="", gemeente=None, client=None, vraag=None, **melding
) -> Aanmelding:
    """Take down a melding and start its deadlines (L-06). The day of receipt does not count and may lie in the past.

    `melding`: the columns of Melding (ontvangen_op, kanaal, melder and what else is known). Raises Weigering without a
    name and without a description, for a moment in the future, and for a client who already has a running aanmelding.
    """
    if not (naam.strip() or client or melding.get("omschrijving", "").strip()):
        raise Weigering("Vul de naam van de cliënt in, of wat er aan de hand is.", "naam")
    if melding["ontvangen_op"] > timezone.now():
        raise Weigering("Dit moment ligt in de toekomst.", "ontvangen_op")
    gevonden = client is not None
    if client:
        clienten.vergrendel(client)
        _vrij(client, door)
        _woont_in(client, gemeente, door)
    elif naam.strip():
        client = _nieuwe_client(naam, geboren, gemeente)
    dag = klok.dag(melding["ontvangen_op"])
    aanmelding = Aanmelding(
        soort="aanmelding", client=client, regio=regio, gemeente=gemeente, geopend_op=dag, onderwerp=onderwerp
    )

    def feiten(dossier):
        Melding.objects.create(aanmelding=dossier, **melding)
        _verantwoordelijk(dossier, dag)

    waarden = {"spoed": melding.get("is_spoed", False), "kanaal": melding["kanaal"]}
    if client:
        waarden["gevonden"] = gevonden
    kern.openen(aanmelding, door=door, op=op, feiten=feiten, waarden=waarden)
    if vraag:
        _koppel_vraag(vraag, aanmelding)
    if melding.get("is_spoed"):
        spoed_bij_melding(aanmelding, door=door, op=op)
        spoed_melden(aanmelding)
    return aanmelding


def _verantwoordelijk(dossier, dag: date) -> None:
    """The municipality that answers for the case follows from the rule of the region on that day (X-21, L-02)."""
    regel = dossier.regio.instelling("verantwoordelijke_gemeente.regel", dag)
    gemeente = dossier.gemeente if regel == "woongemeente" else None
    gemeente = gemeente or dossier.regio.gemeenten.filter(is_centrum=True).first()
    if gemeente:
        kern.verantwoordelijk_maken(dossier, gemeente=gemeente, regel=regel, grond="Wmo 1.2.1", vanaf=dag)


def _koppel_vraag(vraag, aanmelding) -> None:
    vraag = Vraag.objects.select_for_update(of=("self",)).get(pk=vraag.pk)
    if vraag.aanmelding_id:
        raise Weigering("Deze vraag is al een melding geworden.")
    vraag.aanmelding = aanmelding
    vraag.save()


def vraag_vastleggen(*, door, op: datetime, regio, kanaal: str, melder: str, tekst: str) -> Vraag:
    """Half of all calls: only a question. Counted, no term starts."""
    return Vraag.objects.create(regio=regio, op=op, kanaal=kanaal, melder=melder, tekst=tekst, door=door)


def bevestigen(aanmelding, *, door, op, via: str, brief=None) -> Aanmelding:
    """The confirmation of receipt leaves (BRF-01): T-ONTVANGST ends, the investigation gets its record (L-06, L-52)."""

    def wijzig(a):
        a.melding.bevestigd_op, a.melding.bevestigd_via = klok.dag(op), via
        a.melding.save()
        if not hasattr(a, "onderzoek"):
            Onderzoek.objects.create(aanmelding=a)

    return kern.overgaan(aanmelding, "bevestigen", door=door, op=op, wijzig=wijzig, brief=brief)


def melding_wijzigen(aanmelding, *, door, op, onderwerp: str, is_dubbel_bekeken: bool = False, **waarden) -> Aanmelding:
    """Complete the melding; everything that was not known on the telephone follows here."""

    def wijzig(a):
        a.onderwerp = onderwerp
        for naam, waarde in waarden.items():
            setattr(a.melding, naam, waarde)
        a.melding.is_dubbel_bekeken = is_dubbel_bekeken
        a.melding.save()

    return kern.overgaan(aanmelding, "melding_wijzigen", door=door, op=op, wijzig=wijzig)


@transaction.atomic
def client_koppelen(aanmelding, *, door, op, client=None, naam="", geboren="", is_dubbel_bekeken=False) -> Aanmelding:
    """Say who it is: an existing client or a new one (R-AAN-03). Raises Weigering when he already has an aanmelding."""

    def wijzig(a):
        if client is None and not naam.strip():
            raise Weigering("Vul de naam van de cliënt in.", "naam")
        if client is not None and client.pk == a.client_id:
            raise Weigering("Deze cliënt hoort al bij deze aanmelding.", "naam")
        if client is not None:
            _vrij(client, door)
            _woont_in(client, a.gemeente, door)
        a.client = client or _nieuwe_client(naam, geboren, a.gemeente)
        a.melding.is_dubbel_bekeken = client is not None or is_dubbel_bekeken
        a.melding.save()
        for neven in kern.vergrendel_alle(a.nevendossiers.values_list("pk", flat=True)):
            neven.client = a.client
            kern.bewaar(neven, op)

    if client is not None:
        # The person before the dossier, as whoever merges or changes him.
        clienten.vergrendel(client)
    waarden = {"gevonden": client is not None}
    return kern.overgaan(aanmelding, "client_koppelen", door=door, op=op, wijzig=wijzig, waarden=waarden)


def toewijzen(aanmelding, *, door, op, behandelaar: Gebruiker) -> Aanmelding:
    """Give the case to a casemanager of the region (`kern.werk.team.toewijzen`). Raises Weigering when he is none today."""
    return team.toewijzen(aanmelding, door=door, op=op, behandelaar=behandelaar)


def _voor_wat_volgde(aanmelding, gemeld_op: date) -> None:
    """Raises Weigering when the melding would come after its own confirmation or the first contact."""
    feiten = {"De bevestiging": aanmelding.bevestigd_op, "Het eerste contact": aanmelding.eerste_contact_op}
    for wat, op in feiten.items():
        if op and op < gemeld_op:
            raise Weigering(f"{wat} was al op {datum_nl(op)}. De melding kwam dus eerder.", "ontvangen_op")


def meldmoment_corrigeren(aanmelding, *, door, op, ontvangen_op: datetime, reden: str) -> Aanmelding:
    """Correct the moment of receipt; the open deadlines are recomputed, what was communicated stays in the history."""

    def wijzig(a):
        if ontvangen_op > timezone.now():
            raise Weigering("Dit moment ligt in de toekomst.", "ontvangen_op")
        _voor_wat_volgde(a, klok.dag(ontvangen_op))
        a.melding.ontvangen_op = ontvangen_op
        a.melding.save()
        a.geopend_op = klok.dag(ontvangen_op)
        if a.status == a.proces.begin:
            a.status_sinds = a.geopend_op

    waarden = {"van": aanmelding.gemeld_op.isoformat(), "naar": klok.dag(ontvangen_op).isoformat()}
    return kern.overgaan(aanmelding, "meldmoment_corrigeren", door=door, op=op, wijzig=wijzig, reden=reden, waarden=waarden)


def eerste_contact(aanmelding, *, door, op) -> Aanmelding:
    """The first contact with the client was on the day of `op` (R-EXT-02)."""

    def wijzig(a):
        a.melding.eerste_contact_op = klok.dag(op)
        a.melding.save()

    return kern.overgaan(aanmelding, "eerste_contact", door=door, op=op, wijzig=wijzig)


@transaction.atomic
def _afsluiten(aanmelding, actie: str, *, door, op, reden: str, **meer) -> Aanmelding:
    gesloten = kern.overgaan(aanmelding, actie, door=door, op=op, reden=reden, **meer)
    zonder_antwoord_sluiten(gesloten, op=op)
    return gesloten


def _doorgezonden(aanmelding, actie: str, *, ontvanger: str, reden: str, **meer) -> Aanmelding:
    def wijzig(a):
        # For the letter: to whom it went stands nowhere but in the reason.
        a.doorgezonden_aan = ontvanger

    return _afsluiten(aanmelding, actie, reden=f"Doorgezonden aan {ontvanger}. {reden}", wijzig=wijzig, **meer)


def doorzenden(aanmelding, *, door, op, reden: str, ontvanger: str, brief=None) -> Aanmelding:
    """Meant for another authority: forward it without delay (L-54)."""
    return _doorgezonden(aanmelding, "doorzenden", door=door, op=op, reden=reden, ontvanger=ontvanger, brief=brief)


def ingezetenschap_nagaan(aanmelding, *, door, op, reden: str) -> Aanmelding:
    """Find out about lawful residence (L-03); the clock runs on."""
    return kern.overgaan(aanmelding, "ingezetenschap_nagaan", door=door, op=op, reden=reden)


def niet_bevoegd_verklaren(aanmelding, *, door, op, reden: str, ontvanger: str, brief=None) -> Aanmelding:
    return _doorgezonden(
        aanmelding, "niet_bevoegd_verklaren", door=door, op=op, reden=reden, ontvanger=ontvanger, brief=brief
    )


def intrekken(aanmelding, *, door, op, reden: str, namens: dict, brief=None) -> Aanmelding:
    """The client withdraws: recorded on his behalf."""
    return _afsluiten(aanmelding, "intrekken", door=door, op=op, reden=reden, namens=namens, brief=brief)
