"""What a reversed transition takes back: the fact that it recorded, so that its deadline runs again.

Named in the column `terug` of the table. The row history keeps what was there.
"""

from datetime import timedelta

from django.db.models import F

from cimot.models import Aanvraag, Besluit, LandelijkeToegang, Melding, Onderzoek, Spoedvoorziening, Verslag
from kern.models import Gebeurtenis, Opschorting
from kern.proces.weigering import Weigering
from kern.tijd.gronden import AANVULLING


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


def aanvraag(aanmelding) -> None:
    """An aanvraag that came before the account was final stays: only the step is reversed."""
    if not Gebeurtenis.objects.filter(dossier_id=aanmelding.pk, actie="aanvraag_vastleggen", van=F("naar")).exists():
        Aanvraag.objects.filter(aanmelding=aanmelding).delete()


def compleet(aanmelding) -> None:
    """Not complete after all: what this step let run, stands still again until the term that was set."""
    verzoek, was = aanmelding.aanvulling, aanmelding.aanvraag.compleet_op
    aangevuld = verzoek.ontvangen_op if verzoek else None
    Aanvraag.objects.filter(aanmelding=aanmelding).update(compleet_op=aangevuld)
    if verzoek is None or verzoek.gesteld_tot is None or aangevuld or was is None:
        return
    stil = Opschorting.objects.filter(dossier=aanmelding, grond=AANVULLING).order_by("-vanaf").first()
    een_dag = timedelta(days=1)
    # It may have ended before, by hand: then its last day is another one.
    if stil and stil.vanaf > verzoek.gevraagd_op and stil.tot == max(was, stil.vanaf) - een_dag:
        stil.tot = verzoek.gesteld_tot - een_dag
        stil.save()


def aanvulling(aanmelding) -> None:
    """The request disappears, and with it the standing still that it caused."""
    verzoek = aanmelding.aanvulling
    if verzoek.gesteld_tot:
        Opschorting.objects.filter(dossier=aanmelding, grond=AANVULLING, vanaf__gt=verzoek.gevraagd_op).delete()
    verzoek.delete()


def aangevuld(aanmelding) -> None:
    verzoek = aanmelding.aanvulling
    verzoek.ontvangen_op = None
    verzoek.save()
    compleet(aanmelding)


def goedkeuring(dossier) -> None:
    intrekken_goedkeuring(dossier.besluit)


def intrekken_goedkeuring(besluit) -> None:
    """What the second person and the signatory did holds for one text only."""
    besluit.goedgekeurd_door = besluit.goedgekeurd_op = besluit.ondertekenaar = besluit.mandaat = None
    besluit.tekst = besluit.tekst_hash = ""
    besluit.save()


def besluit_verzending(dossier) -> None:
    Besluit.objects.filter(pk=dossier.besluit.pk).update(verzonden_op=None, verzonden_via="")


def besluit_weg(dossier) -> None:
    """A besluit that only this step made."""
    dossier.besluit.delete()


def tijdelijk_besluit(spoed) -> None:
    besluit_weg(spoed)
    Spoedvoorziening.objects.filter(pk=spoed.pk).update(tijdelijk_vanaf=None, tijdelijk_tot=None)


def overname(landelijk) -> None:
    """Until the other region confirms anew, this one helps. Raises Weigering when the aanmelding ended because of it."""
    if landelijk.hoofddossier.status == "doorgezonden":
        raise Weigering("De aanmelding is hierom afgesloten. Draai eerst daar de laatste stap terug.")
    LandelijkeToegang.objects.filter(pk=landelijk.pk).update(overgenomen_naam="", overgenomen_op=None)
