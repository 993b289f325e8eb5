"""All stories of the demo together: those of the plan, the two of the worked examples, and the questions."""

import math
import time as stopwatch
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from django.db import transaction

from cimot import actions
from cimot.models import Criterium
from kern.models import Dossier, Gemeente, Organisatie, Regio, Uitgaand
from kern.personen import geboortedatum, samenvoegen
from kern.tijd import signalen
from sturing.demo import aanbieders, accounts, bekenden, namen, teksten
from sturing.demo.klok import Klok
from sturing.demo.plan import PLAN, A, E
from sturing.demo.snel import zonder_savepoints
from sturing.demo.terugdateren import terugdateren
from sturing.demo.toneel import FRONTOFFICE, Scene, Toneel, moment
from sturing.demo.verhaal import Verhaal

# Petra and Hans stand beside the plan; what runs beside a dossier is not counted.
VOL = sum(rij[0] for rij in PLAN) + 2
KLEIN = sum("eerst" in rij[-1].split() for rij in PLAN) + 2
VRAGEN_PER_DOSSIER = 1 / 4
VOORTGANG = 2  # seconds between two lines

Melden = Callable[[str], None]


def scenes(kans: Random, peildatum: date, aantal: int) -> list[Scene]:
    """Those of the small demo, then the first of every row, then the second, …: each has something of all. By date."""
    rijen = []
    for aantal_hiervan, doel, regio, casemanager, vanaf, tot, extra in PLAN:
        for nummer in range(aantal_hiervan):
            gemeld = peildatum - timedelta(days=kans.randint(vanaf, tot))
            scene = Scene(doel, regio, casemanager, gemeld, frozenset(extra.split()) - {"eerst"})
            rijen.append((nummer or ("eerst" not in extra.split()) * 0.5, scene))
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
        aanbieders={
            "bw": Organisatie.objects.get(naam=accounts.WENDING),
            "mo": Organisatie.objects.get(naam=accounts.LUIFEL),
        },
    )


@transaction.atomic
def maak(*, peildatum: date, seed: int, aantal: int = VOL, meld: Melden = print) -> int:
    """Live `aantal` stories, all of them or none; returns how many dossiers they became.

    The same seed and date give the same stories.
    """
    kans, klok = Random(seed), Klok(moment(peildatum, 0))
    with klok.loopt(), zonder_savepoints():
        toneel = _toneel(peildatum, kans, klok)
        aanbieders.speel(toneel, klein=aantal <= KLEIN)
        _speel(toneel, scenes(kans, peildatum, max(aantal - 2, 0)), meld)
        bekenden.speel(toneel)
        _vragen(toneel, math.ceil(aantal * VRAGEN_PER_DOSSIER))
        klok.nu = moment(peildatum, 7)
        # What was urgent then was mailed then.
        Uitgaand.objects.filter(verzonden_op__isnull=True).update(verzonden_op=klok.nu)
        terugdateren()
        signalen.controleer(peildatum, op=klok.nu)
    return Dossier.objects.count()


def _speel(toneel: Toneel, rijen: list[Scene], meld: Melden) -> None:
    personen = namen.personen(toneel.kans, len(rijen), toneel.peildatum.year)
    gespeeld: list[Verhaal] = []
    gemeld = stopwatch.monotonic()
    for scene, persoon in zip(rijen, personen, strict=True):
        if "dubbel" in scene.extra and gespeeld:
            persoon = namen.gelijkend(toneel.kans.choice(gespeeld).persoon)
        elif "deels_bekend" in scene.extra:
            persoon = namen.deels_bekend(toneel.kans, persoon)
        eerder = _oude_bekende(gespeeld, scene)
        if eerder and scene.extra & {"zelfde", "samengevoegd"}:
            persoon = namen.gelijkend(eerder.persoon)
        verhaal = Verhaal(toneel, scene, persoon, eerder.zaak.client if eerder and "opnieuw" in scene.extra else None)
        verhaal.speel()
        verhaal.naderhand()
        gespeeld.append(verhaal)
        if eerder and "samengevoegd" in scene.extra:
            _samenvoegen(eerder, verhaal)
        if stopwatch.monotonic() - gemeld > VOORTGANG:
            gemeld = stopwatch.monotonic()
            meld(f"{len(gespeeld)} of {len(rijen)} stories")


def _oude_bekende(gespeeld: list[Verhaal], scene: Scene) -> Verhaal | None:
    """An earlier request of somebody that had ended by then, if the story asks for one; each person once."""
    if not scene.extra & {"opnieuw", "zelfde", "samengevoegd"}:
        return None
    for verhaal in gespeeld:
        zaak = verhaal.zaak
        past = verhaal.scene.regio == scene.regio and zaak.client and zaak.gesloten_op and zaak.gesloten_op < scene.gemeld
        if past and not verhaal.is_teruggekomen and geboortedatum.is_volledig(verhaal.persoon.geboren):
            verhaal.is_teruggekomen = True
            return verhaal
    return None


def _samenvoegen(eerder: Verhaal, verhaal: Verhaal) -> None:
    """The teamleider saw that it was the same person, and kept what was known first."""
    doel, bron, leider = eerder.zaak.client, verhaal.zaak.client, verhaal.leider
    doel.refresh_from_db()
    bron.refresh_from_db()
    beeld = samenvoegen.voorbeeld(doel, bron, gebruiker=leider)
    keuzes = {veld.naam: veld.voorstel or samenvoegen.DOEL for veld in beeld.keuzes}
    samenvoegen.samenvoegen(doel, bron, keuzes=keuzes, door=leider, op=verhaal.klok.nu)


def _vragen(toneel: Toneel, aantal: int) -> None:
    """Half of all calls are only a question."""
    kans = toneel.kans
    for _ in range(aantal):
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
