"""What the stories of the demo share: the day, chance, the clock, people, places, and how long a step takes."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from cimot.models import Criterium
from cimot.processen.aanmelding import Status as S
from kern.models import Gebruiker, Gemeente, Organisatie, Regio
from kern.tijd.kalender import werkdag
from sturing.demo.klok import Klok

# Days after the melding on which a step is usually done; a story that must be further sooner goes faster.
BEVESTIGEN, TOEWIJZEN, CONTACT, PLAN, STARTEN, INVULLEN = 1, 1, 3, 6, 12, 18
VERSLAG, VERSTUREN, REACTIE, DEFINITIEF = 25, 27, 33, 36
AANVRAGEN, AANVULLEN, COMPLEET, OPSTELLEN, SCHRIJVEN, VOORLEGGEN = 39, 41, 43, 44, 46, 47
GOEDKEUREN, BESLUITEN = 48, 50
# The client has two weeks to complete his aanvraag; some days after them it is left untreated.
AANVULDAGEN, BUITEN = 14, 58
DUUR = {
    S.MELDING_ONTVANGEN: BEVESTIGEN,
    S.MELDING_BEVESTIGD: PLAN,
    S.GEEN_INGEZETENE_TOETS: PLAN + 2,
    S.ONDERZOEK: INVULLEN,
    S.VERSLAG_CONCEPT: VERSLAG + 1,
    S.VERSLAG_CLIENT: VERSTUREN + 1,
    S.VERSLAG_DEFINITIEF: DEFINITIEF + 1,
    S.AANVRAAG_ONTVANGEN: AANVRAGEN + 1,
    S.AANVRAAG_ONVOLLEDIG: AANVULLEN + 1,
    S.AANVRAAG_COMPLEET: COMPLEET + 1,
    S.BESLUIT_CONCEPT: SCHRIJVEN + 1,
    S.BESLUIT_4OGEN: VOORLEGGEN + 1,
    S.BESLUIT_ONDERTEKEND: GOEDKEUREN + 1,
    S.INDICATIE_ACTIEF: BESLUITEN,
    S.AFGEWEZEN_AFGESLOTEN: BESLUITEN,
    S.BUITEN_BEHANDELING: BUITEN + 3,
    S.GEEN_AANVRAAG: AANVRAGEN,
    S.AFGESLOTEN_ALGEMENE_VOORZIENING: AANVRAGEN,
    S.DOORGEZONDEN: CONTACT,
    S.NIET_BEVOEGD: PLAN + 2,
    S.INGETROKKEN: PLAN,
}
HOOFDWEG = (
    S.MELDING_BEVESTIGD,
    S.ONDERZOEK,
    S.VERSLAG_CONCEPT,
    S.VERSLAG_CLIENT,
    S.VERSLAG_DEFINITIEF,
    S.AANVRAAG_ONTVANGEN,
    S.AANVRAAG_COMPLEET,
    S.BESLUIT_CONCEPT,
    S.BESLUIT_4OGEN,
    S.BESLUIT_ONDERTEKEND,
    S.INDICATIE_ACTIEF,
)
# Where a story leaves the main road.
AFSLAG = {
    S.AANVRAAG_ONVOLLEDIG: S.AANVRAAG_ONTVANGEN,
    S.BUITEN_BEHANDELING: S.AANVRAAG_ONTVANGEN,
    S.GEEN_AANVRAAG: S.VERSLAG_DEFINITIEF,
    S.AFGESLOTEN_ALGEMENE_VOORZIENING: S.VERSLAG_DEFINITIEF,
    S.AFGEWEZEN_AFGESLOTEN: S.INDICATIE_ACTIEF,
}


def moment(dag: date, uur: int, minuut: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time(uur, minuut)))


@dataclass
class Toneel:
    """What all stories share: the day of the demo, its chance, its clock, its people and places."""

    peildatum: date
    kans: Random
    klok: Klok
    mensen: dict[str, Gebruiker]
    regios: dict[str, Regio]
    gemeenten: dict[str, list[Gemeente]]
    buiten: Gemeente
    criteria: dict[tuple[int, str], list[Criterium]] = field(default_factory=dict)
    aanbieders: dict[str, Organisatie] = field(default_factory=dict)

    @property
    def uiterlijk(self) -> date:
        """The last working day before the day of the demo: nobody has worked yet today."""
        dag = self.peildatum - timedelta(days=1)
        while not werkdag(dag):
            dag -= timedelta(days=1)
        return dag


@dataclass(frozen=True)
class Scene:
    """Where a story must be on the day of the demo. `extra` names what else happens in it."""

    doel: str
    regio: str
    casemanager: str  # empty: nobody has it yet
    gemeld: date
    extra: frozenset[str] = frozenset()


FRONTOFFICE = {"almelo": "fenna", "enschede": "merel"}
TEAMLEIDER = {"almelo": "tineke", "enschede": "ruben"}
COLLEGA = {"anke": "karim", "karim": "anke", "joost": "lieke", "lieke": "joost"}
