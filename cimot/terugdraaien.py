"""What a reversed transition takes back: the fact that it recorded, so that its deadline runs again.

Named in the column `terug` of the table. The row history keeps what was there.
"""

from cimot.models import Melding, Onderzoek, Verslag


def bevestiging(aanmelding) -> None:
    Melding.objects.filter(aanmelding=aanmelding).update(bevestigd_op=None, bevestigd_via="")


def start(aanmelding) -> None:
    Onderzoek.objects.filter(aanmelding=aanmelding).update(gestart_op=None)


def verzending(aanmelding) -> None:
    """What the client said was about an account that will be sent again."""
    geen_reactie = {"reactie": "", "reactie_op": None, "reactie_tekst": "", "is_ondertekend": False}
    Verslag.objects.filter(aanmelding=aanmelding).update(naar_client_op=None, naar_client_via="", **geen_reactie)


def definitief(aanmelding) -> None:
    Verslag.objects.filter(aanmelding=aanmelding).update(definitief_op=None, definitieve_tekst="", definitief_hash="")
