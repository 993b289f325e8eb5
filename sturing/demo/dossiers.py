"""The cast of stories: which ones there are, so that every tab of everybody's worklist has something."""

import time as stopwatch
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from django.db import transaction

from cimot import actions
from cimot.models import Criterium
from cimot.processen.aanmelding import Status as S
from kern import signalen
from kern.models import Gemeente, Regio, Uitgaand
from sturing.demo import accounts, bekenden, namen, teksten
from sturing.demo.klok import Klok
from sturing.demo.snel import zonder_savepoints
from sturing.demo.terugdateren import terugdateren
from sturing.demo.toneel import FRONTOFFICE, Scene, Toneel, moment
from sturing.demo.verhaal import Verhaal

A, E = "almelo", "enschede"
# how many, where it stands, region, casemanager, days since the melding (from, to), what else happens
PLAN = (
    (5, S.MELDING_ONTVANGEN, A, "", 0, 0, ""),
    (1, S.MELDING_ONTVANGEN, A, "", 0, 0, "spoed"),
    (1, S.MELDING_ONTVANGEN, A, "", 0, 0, "naamloos spoed"),
    (2, S.MELDING_ONTVANGEN, A, "", 1, 3, ""),
    (1, S.MELDING_ONTVANGEN, A, "", 1, 2, "naamloos"),
    (1, S.MELDING_ONTVANGEN, A, "", 1, 1, "dubbel"),
    (1, S.MELDING_ONTVANGEN, A, "", 3, 4, "later_naam"),
    (2, S.MELDING_ONTVANGEN, A, "", 0, 1, "vraag"),
    (3, S.MELDING_BEVESTIGD, A, "", 1, 4, ""),
    (1, S.MELDING_BEVESTIGD, A, "", 2, 5, "spoed vraag"),
    (1, S.MELDING_BEVESTIGD, A, "anke", 3, 8, "geheim herinnering"),
    (3, S.MELDING_BEVESTIGD, A, "anke", 3, 9, ""),
    (1, S.MELDING_BEVESTIGD, A, "anke", 3, 6, "opnieuw"),
    (1, S.MELDING_BEVESTIGD, A, "anke", 2, 4, "geen_contact"),
    (1, S.MELDING_BEVESTIGD, A, "anke", 12, 14, "deels_bekend zonder_bsn"),
    (1, S.MELDING_BEVESTIGD, A, "anke", 5, 9, "meldmoment"),
    (1, S.MELDING_BEVESTIGD, A, "anke", 5, 9, "correctie"),
    (3, S.MELDING_BEVESTIGD, A, "anke", 3, 8, "dubbel zonder_bsn"),
    (1, S.GEEN_INGEZETENE_TOETS, A, "anke", 9, 18, "zonder_bsn"),
    (4, S.ONDERZOEK, A, "anke", 14, 24, "wacht"),
    (2, S.ONDERZOEK, A, "anke", 16, 25, "wacht_laat"),
    (4, S.ONDERZOEK, A, "anke", 12, 26, ""),
    (2, S.ONDERZOEK, A, "anke", 29, 41, "herinnering label"),
    (3, S.ONDERZOEK, A, "anke", 44, 52, ""),
    (1, S.ONDERZOEK, A, "anke", 44, 50, "vertraging"),
    (1, S.ONDERZOEK, A, "anke", 20, 30, "spoed geheim"),
    (1, S.ONDERZOEK, A, "anke", 26, 34, "terug"),
    (3, S.VERSLAG_CONCEPT, A, "anke", 28, 40, ""),
    (1, S.VERSLAG_CONCEPT, A, "anke", 43, 48, "herinnering"),
    (4, S.VERSLAG_CLIENT, A, "anke", 22, 26, ""),
    (2, S.VERSLAG_CLIENT, A, "anke", 22, 25, "wacht"),
    (2, S.VERSLAG_CLIENT, A, "anke", 30, 41, "label"),
    (1, S.VERSLAG_CLIENT, A, "anke", 44, 47, ""),
    (7, S.VERSLAG_DEFINITIEF, A, "anke", 38, 110, ""),
    (3, S.INGETROKKEN, A, "anke", 10, 90, ""),
    (1, S.NIET_BEVOEGD, A, "anke", 20, 60, "zonder_bsn"),
    (3, S.MELDING_BEVESTIGD, A, "karim", 3, 10, ""),
    (4, S.ONDERZOEK, A, "karim", 12, 40, ""),
    (1, S.ONDERZOEK, A, "karim", 43, 46, "deels_bekend"),
    (1, S.ONDERZOEK, A, "karim", 14, 24, "wacht"),
    (2, S.VERSLAG_CONCEPT, A, "karim", 28, 40, ""),
    (3, S.VERSLAG_CLIENT, A, "karim", 22, 40, ""),
    (4, S.VERSLAG_DEFINITIEF, A, "karim", 38, 130, ""),
    (1, S.INGETROKKEN, A, "karim", 10, 90, ""),
    (2, S.DOORGEZONDEN, A, "", 5, 60, ""),
    (3, S.MELDING_ONTVANGEN, E, "", 0, 0, ""),
    (1, S.MELDING_ONTVANGEN, E, "", 0, 1, "vraag"),
    (1, S.MELDING_ONTVANGEN, E, "", 1, 2, "naamloos"),
    (2, S.MELDING_BEVESTIGD, E, "", 1, 4, ""),
    (3, S.MELDING_BEVESTIGD, E, "joost", 3, 10, ""),
    (1, S.MELDING_BEVESTIGD, E, "joost", 16, 20, "geen_contact"),
    (1, S.MELDING_BEVESTIGD, E, "joost", 4, 9, "spoed geheim"),
    (1, S.GEEN_INGEZETENE_TOETS, E, "joost", 9, 18, "zonder_bsn"),
    (6, S.ONDERZOEK, E, "joost", 12, 41, "herinnering"),
    (3, S.ONDERZOEK, E, "joost", 14, 24, "wacht"),
    (1, S.ONDERZOEK, E, "joost", 16, 25, "wacht_laat"),
    (2, S.ONDERZOEK, E, "joost", 44, 50, ""),
    (3, S.VERSLAG_CONCEPT, E, "joost", 28, 41, ""),
    (3, S.VERSLAG_CLIENT, E, "joost", 22, 26, ""),
    (2, S.VERSLAG_CLIENT, E, "joost", 30, 46, ""),
    (7, S.VERSLAG_DEFINITIEF, E, "joost", 38, 120, ""),
    (2, S.INGETROKKEN, E, "joost", 10, 90, ""),
    (1, S.NIET_BEVOEGD, E, "joost", 20, 60, "deels_bekend"),
    (3, S.ONDERZOEK, E, "lieke", 12, 38, ""),
    (2, S.VERSLAG_CONCEPT, E, "lieke", 28, 44, ""),
    (2, S.VERSLAG_CLIENT, E, "lieke", 22, 40, "wacht"),
    (3, S.VERSLAG_DEFINITIEF, E, "lieke", 38, 90, ""),
    (1, S.DOORGEZONDEN, E, "", 5, 60, ""),
)
AANTAL_VRAGEN = 40
# Petra and Hans stand beside the plan.
STANDAARD = sum(rij[0] for rij in PLAN) + 2
VOORTGANG = 2  # seconds between two lines

Melden = Callable[[str], None]


def scenes(kans: Random, peildatum: date, aantal: int) -> list[Scene]:
    """The first of every row, then the second, …: also a small demo has something of everything. In order of date."""
    rijen = []
    for aantal_hiervan, doel, regio, casemanager, vanaf, tot, extra in PLAN:
        for nummer in range(aantal_hiervan):
            gemeld = peildatum - timedelta(days=kans.randint(vanaf, tot))
            rijen.append((nummer, Scene(doel, regio, casemanager, gemeld, frozenset(extra.split()))))
    rijen.sort(key=lambda rij: rij[0])
    return sorted((scene for _, scene in rijen[:aantal]), key=lambda scene: scene.gemeld)


def _toneel(peildatum: date, kans: Random, klok: Klok) -> Toneel:
    regios = {regio.code: regio for regio in Regio.objects.all()}
    criteria: dict[tuple[int, str], list] = {}
    for vraag in Criterium.objects.filter(periode__contains=peildatum):
        criteria.setdefault((vraag.regio_id, vraag.onderwerp), []).append(vraag)
    return Toneel(
        peildatum=peildatum,
        kans=kans,
        klok=klok,
        mensen=accounts.maak(peildatum),
        regios=regios,
        gemeenten={code: list(regio.gemeenten.order_by("cbs_code")) for code, regio in regios.items()},
        buiten=Gemeente.objects.get(soort=Gemeente.Soort.BUITEN),
        criteria=criteria,
    )


@transaction.atomic
def maak(*, peildatum: date, seed: int, aantal: int = STANDAARD, meld: Melden = print) -> int:
    """Live `aantal` stories; all of them or none. The same seed and date give the same stories."""
    kans, klok = Random(seed), Klok(moment(peildatum, 0))
    with klok.loopt(), zonder_savepoints():
        toneel = _toneel(peildatum, kans, klok)
        gemaakt = _speel(toneel, scenes(kans, peildatum, max(aantal - 2, 0)), meld)
        gemaakt += bekenden.speel(toneel)
        _vragen(toneel)
        klok.nu = moment(peildatum, 7)
        # What was urgent then was mailed then.
        Uitgaand.objects.filter(verzonden_op__isnull=True).update(verzonden_op=klok.nu)
        terugdateren()
        signalen.controleer(peildatum, op=klok.nu)
    return gemaakt


def _speel(toneel: Toneel, rijen: list[Scene], meld: Melden) -> int:
    personen = namen.personen(toneel.kans, len(rijen), toneel.peildatum.year)
    gespeeld: list[Verhaal] = []
    gemeld = stopwatch.monotonic()
    for scene, persoon in zip(rijen, personen, strict=True):
        if "dubbel" in scene.extra and gespeeld:
            persoon = namen.gelijkend(toneel.kans.choice(gespeeld).persoon)
        elif "deels_bekend" in scene.extra:
            persoon = namen.deels_bekend(toneel.kans, persoon)
        client = _oude_bekende(gespeeld, scene) if "opnieuw" in scene.extra else None
        verhaal = Verhaal(toneel, scene, persoon, client)
        verhaal.speel()
        verhaal.naderhand()
        gespeeld.append(verhaal)
        if stopwatch.monotonic() - gemeld > VOORTGANG:
            gemeld = stopwatch.monotonic()
            meld(f"{len(gespeeld)} of {len(rijen)} dossiers")
    return len(gespeeld)


def _oude_bekende(gespeeld: list[Verhaal], scene: Scene):
    """The client of an earlier request that had ended by then, if there is one."""
    for verhaal in gespeeld:
        if verhaal.zaak.client and verhaal.zaak.gesloten_op and verhaal.zaak.gesloten_op < scene.gemeld:
            return verhaal.zaak.client
    return None


def _vragen(toneel: Toneel) -> None:
    """Half of all calls are only a question."""
    kans = toneel.kans
    for _ in range(AANTAL_VRAGEN):
        regio = kans.choice([A, A, E])
        dag = toneel.uiterlijk - timedelta(weeks=kans.randint(0, 8), days=kans.choice([0, 0, 7]))
        toneel.klok.nu = moment(dag, kans.randint(9, 16), kans.randint(0, 59))
        actions.vraag_vastleggen(
            door=toneel.mensen[FRONTOFFICE[regio]],
            op=toneel.klok.nu,
            regio=toneel.regios[regio],
            kanaal=kans.choice(["telefoon", "telefoon", "email", "balie"]),
            melder=kans.choice(["zelf", "familie", "aanbieder", "gemeente"]),
            tekst=kans.choice(teksten.VRAGEN),
        )
