"""Actions of the account of the investigation (L-11)."""

import hashlib

from cimot.models import Aanmelding, Onderzoek, Verslag
from kern.proces import actions as kern
from kern.proces.weigering import Weigering
from kern.tijd import klok

REACTIE = "Reactie van de cliënt"
KOPPEN = {*(Onderzoek._meta.get_field(veld).verbose_name for veld in Onderzoek.LID_4), "Conclusie", "Voorstel", REACTIE}


def verslag_maken(aanmelding, *, door, op) -> Aanmelding:
    return kern.overgaan(
        aanmelding,
        "verslag_maken",
        door=door,
        op=op,
        wijzig=lambda a: Verslag.objects.get_or_create(aanmelding=a),
    )


def verslag_schrijven(aanmelding, *, door, op, conclusie: str, voorstel: str) -> Aanmelding:
    def wijzig(a):
        a.verslag.conclusie, a.verslag.voorstel = conclusie, voorstel
        a.verslag.save()

    return kern.overgaan(aanmelding, "verslag_schrijven", door=door, op=op, wijzig=wijzig)


def verslag_versturen(aanmelding, *, door, op, via: str, brief=None) -> Aanmelding:
    """The account goes to the client for a reaction (BRF-06, L-11)."""

    def wijzig(a):
        a.verslag.naar_client_op, a.verslag.naar_client_via = klok.dag(op), via
        a.verslag.save()

    return kern.overgaan(aanmelding, "verslag_versturen", door=door, op=op, wijzig=wijzig, brief=brief)


def reactie_vastleggen(aanmelding, *, door, op, reactie, reactie_tekst="", is_ondertekend=False, namens) -> Aanmelding:
    """What the client says of the account, and whether he signed: recorded on his behalf (L-11)."""

    def wijzig(a):
        verslag = a.verslag
        if verslag.naar_client_op and klok.dag(op) < verslag.naar_client_op:
            raise Weigering("De reactie kan niet vóór het verslag komen.", "op")
        verslag.reactie, verslag.reactie_op = reactie, klok.dag(op)
        verslag.reactie_tekst, verslag.is_ondertekend = reactie_tekst, is_ondertekend
        verslag.save()

    return kern.overgaan(aanmelding, "reactie_vastleggen", door=door, op=op, wijzig=wijzig, namens=namens)


def definitief_maken(aanmelding, *, door, op, brief=None) -> Aanmelding:
    """The final account leaves: its text is frozen with a hash, and T-ONDERZOEK ends on this day (L-06, L-11)."""

    def wijzig(a):
        verslag = a.verslag
        verslag.definitief_op = klok.dag(op)
        verslag.definitieve_tekst = verslagtekst(a)
        verslag.definitief_hash = hashlib.sha256(verslag.definitieve_tekst.encode()).hexdigest()
        verslag.save()

    return kern.overgaan(aanmelding, "definitief_maken", door=door, op=op, wijzig=wijzig, brief=brief)


def delen(aanmelding) -> list[tuple[str, str]]:
    """The account without the reaction: the seven questions, conclusion, proposal, each with its heading."""
    onderzoek, verslag = aanmelding.onderzoek, aanmelding.verslag
    rijen = [(onderzoek._meta.get_field(veld).verbose_name, getattr(onderzoek, veld)) for veld in onderzoek.LID_4]
    return [*rijen, ("Conclusie", verslag.conclusie), ("Voorstel", verslag.voorstel)]


def verslagtekst(aanmelding) -> str:
    """The account as one text: the seven questions, conclusion, proposal, reaction."""
    verslag = aanmelding.verslag
    reactie = verslag.get_reactie_display() or "Geen reactie gekregen"
    rijen = [*delen(aanmelding), (REACTIE, f"{reactie}\n{verslag.reactie_tekst}".strip())]
    return "\n\n".join(f"{kop}\n{tekst}" for kop, tekst in rijen)
