"""What the functional administrator does with the text of a letter: a next version, its check, publishing.

A text that asks for what nobody fills in, or that would cost the reader a right, cannot be published.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from kern.brieven import opmaak
from kern.brieven.lezer import ALINEA, BLOKKEN, LIJST, TABEL, Blok, Veld
from kern.brieven.soorten import SOORTEN, Briefsoort
from kern.models import Briefsjabloon, Gebeurtenis, Gebruiker
from kern.proces.weigering import NietBevoegd, Weigering
from kern.toegang.rollen import Wereld

RECHT = "kern.change_briefsjabloon"
VRIJE_DELEN = {"persoonlijk": "wat de medewerker er zelf bij schrijft, met de bouwstenen die hij kiest"}
# These may be chosen freely; every other clause of the first text is there because of a right of the reader.
LOSSE_CLAUSULES = {opmaak.BEZWAAR, *opmaak.GROETEN, "bij_vragen"}
PLAATSEN = (BLOKKEN, LIJST, TABEL)


class NietTePubliceren(Weigering):
    """Why a text cannot be published: per field of the form its sentences."""

    def __init__(self, zinnen: dict[str, list[str]]):
        super().__init__(" ".join(zin for rij in zinnen.values() for zin in rij))
        self.zinnen = zinnen


def soort_van(code: str) -> Briefsoort:
    """Raises Weigering for a letter that Cimot no longer makes."""
    if code not in SOORTEN:
        raise Weigering(f"Cimot maakt de brief {code} niet meer.")
    return SOORTEN[code]


def _bevoegd(door: Gebruiker) -> None:
    if not door.has_perm(RECHT):
        raise NietBevoegd("Alleen de functioneel beheerder wijzigt de tekst van een brief.")


def _leg_vast(actie: str, rij: Briefsjabloon, *, door: Gebruiker, op: datetime) -> None:
    Gebeurtenis.objects.create(
        wereld=Wereld.ZORG,
        soort="brieftekst",
        actie=actie,
        gebruiker_id=door.pk,
        rol=door.rol or "",
        waarden={"betreft": rij.pk, "code": rij.code, "versie": rij.versie},
        op=op,
    )


@transaction.atomic
def nieuwe_versie(*, code: str, door: Gebruiker, op: datetime) -> Briefsjabloon:
    """A concept that begins as the newest version. Raises NietBevoegd; Weigering when there is a concept already."""
    _bevoegd(door)
    soort_van(code)
    rijen = list(Briefsjabloon.objects.select_for_update(of=("self",)).filter(code=code).order_by("-versie"))
    if not rijen:
        raise Weigering("Van deze brief is er nog geen tekst om te kopiëren.")
    if any(rij.gepubliceerd_op is None for rij in rijen):
        raise Weigering("Van deze brief is er al een concept. Maak dat af.")
    nieuwste = rijen[0]
    concept = Briefsjabloon.objects.create(
        code=code, versie=nieuwste.versie + 1, onderwerp=nieuwste.onderwerp, tekst=nieuwste.tekst
    )
    _leg_vast("nieuwe_versie", concept, door=door, op=op)
    return concept


@transaction.atomic
def publiceren(*, sjabloon: Briefsjabloon, door: Gebruiker, op: datetime) -> Briefsjabloon:
    """From now on every new letter has this text. Raises NietBevoegd, Weigering, NietTePubliceren with all sentences."""
    _bevoegd(door)
    rij = Briefsjabloon.objects.select_for_update(of=("self",)).get(pk=sjabloon.pk)
    if rij.gepubliceerd_op is not None:
        raise Weigering("Deze versie is al gepubliceerd.")
    zinnen = controleer(code=rij.code, onderwerp=rij.onderwerp, tekst=rij.tekst)
    if not rij.reden.strip():
        zinnen["reden"] = ["Vul in wat er anders is dan in de vorige versie."]
    if zinnen:
        raise NietTePubliceren(zinnen)
    rij.gepubliceerd_op, rij.gepubliceerd_door = op, door
    rij.save(update_fields=["gepubliceerd_op", "gepubliceerd_door"])
    _leg_vast("publiceren", rij, door=door, op=op)
    return rij


def geldende_versies() -> dict[str, int]:
    """Per letter the version that new letters are made with."""
    gepubliceerd = Briefsjabloon.objects.filter(gepubliceerd_op__isnull=False).order_by()
    return dict(gepubliceerd.values_list("code").annotate(Max("versie")))


# What stands in the way of publishing


def controleer(*, code: str, onderwerp: str, tekst: str) -> dict[str, list[str]]:
    """Per field what stands in the way of publishing, as sentences; empty when nothing does."""
    soort = soort_van(code)
    zinnen = {
        "onderwerp": list(_onderwerpfouten(onderwerp, soort)),
        # A letter that is a besluit in one region only has its clause in the text; `maken` leaves it out elsewhere.
        "tekst": opmaak.controleer(tekst, soort.bekend, is_besluit=bool(soort.is_besluit)),
    }
    if _is_leesbaar(tekst):
        zinnen["tekst"] += [*plaatsfouten(opmaak.lees(tekst), soort), *_weggelaten(tekst, soort)]
    return {veld: rij for veld, rij in zinnen.items() if rij}


def _is_leesbaar(tekst: str) -> bool:
    try:
        return bool(opmaak.lees(tekst))
    except Weigering:
        return False


def _onderwerpfouten(onderwerp: str, soort: Briefsoort) -> Iterator[str]:
    if not _is_leesbaar(onderwerp):
        yield "Schrijf het onderwerp als één gewone regel. Een veld schrijft u zo: {{ kenmerk }}."
        return
    blokken = opmaak.lees(onderwerp)
    if [blok.soort for blok in blokken] != [ALINEA] or blokken[0].als:
        yield "Schrijf het onderwerp als één gewone regel, zonder kop, voorwaarde of vaste tekst."
    plaatsen = _plaatsen_van(soort)
    for naam in sorted(opmaak.velden(onderwerp)):
        if naam not in soort.bekend:
            yield f"Het veld {naam} bestaat niet."
        elif naam in plaatsen:
            yield f"Het veld {naam} past niet in een onderwerp."


def _eerste_tekst(soort: Briefsoort) -> str:
    return soort.tekst[1] if soort.bestand.is_file() else ""


def plaatsen(blokken: list[Blok]) -> dict[str, str]:
    return {blok.naam: blok.soort for blok in blokken if blok.soort in PLAATSEN and blok.naam}


def _plaatsen_van(soort: Briefsoort) -> dict[str, str]:
    """The fields that are no words but a list, a table or blocks, as the first text has them."""
    return plaatsen(opmaak.lees(_eerste_tekst(soort)))


def schrijf(naam: str, soort: Briefsoort) -> str:
    """How a field is written in the text of this letter."""
    plaats = _plaatsen_van(soort).get(naam)
    return f"[{plaats} {naam}]" if plaats else f"{{{{ {naam} }}}}"


def plaatsfouten(blokken: list[Blok], soort: Briefsoort) -> Iterator[str]:
    """A table in a sentence, or words as a table: it would fail on the day that the letter is sent."""
    eigen = _plaatsen_van(soort)
    for blok in blokken:
        if blok.soort in PLAATSEN and blok.naam in soort.bekend and eigen.get(blok.naam) != blok.soort:
            goed = schrijf(blok.naam, soort)
            yield f"Regel {blok.regel}: [{blok.soort} {blok.naam}] past niet bij dit veld. Schrijf {goed}."
        delen = [*blok.tekst, *(deel for item in blok.items for deel in item.tekst)]
        for naam in dict.fromkeys(deel.naam for deel in delen if isinstance(deel, Veld)):
            if eigen.get(naam) in (BLOKKEN, TABEL):
                goed = f"{schrijf(naam, soort)} op een eigen regel"
                yield f"Regel {blok.regel}: het veld {naam} past niet in een zin. Schrijf {goed}."


def _weggelaten(tekst: str, soort: Briefsoort) -> Iterator[str]:
    """The rights of the reader, and the place for the words of the sender, that the first text has and this one lost."""
    eerste = _eerste_tekst(soort)
    altijd = {blok.naam for blok in opmaak.lees(tekst) if not blok.als}
    moet_altijd = {blok.naam for blok in opmaak.lees(eerste) if not blok.als}
    for naam in sorted(opmaak.clausules(eerste) - LOSSE_CLAUSULES):
        if naam not in opmaak.clausules(tekst):
            yield f"De vaste tekst {naam} hoort in deze brief. Zet [clausule {naam}] erin."
        elif naam in moet_altijd - altijd:
            yield f"De vaste tekst {naam} hoort altijd in deze brief. Zet [clausule {naam}] er zonder voorwaarde in."
    vrij = opmaak.vrije_delen(tekst)
    for naam in sorted(vrij - set(VRIJE_DELEN)):
        yield f"[vrij {naam}] bestaat niet. Schrijf [vrij persoonlijk]."
    for naam in sorted(opmaak.vrije_delen(eerste) - vrij):
        yield f"Zet [vrij {naam}] erin. Anders verdwijnt wat de medewerker er zelf bij schrijft."
