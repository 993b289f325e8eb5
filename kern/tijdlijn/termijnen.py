"""What happened to the deadlines of a dossier: started, moved and why, stood still, ended.

The row history of `Taak` knows every date there was; the log knows who let it stand still and why. Both are read
whole: a dossier has some tens of such rows, and what moved is only seen beside the row before it.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kern.models import Gebeurtenis, Opschorting, Taak
from kern.tijd.kalender import datum_nl
from kern.tijdlijn import woorden
from kern.tijdlijn.venster import Moment, einde_van

BRON = 90
OPEN = Taak.Status.OPEN
TaakVersie = Taak.versies.rel.related_model
VELDEN = (
    "pgh_id",
    "pgh_created_at",
    "pgh_label",
    "dossier_id",
    "code",
    "onderwerp",
    "begin_op",
    "vervalt_op",
    "opgeschorte_dagen",
    "regelversie",
    "status",
    "gesloten_op",
)
TITELS = {
    "begonnen": ("Termijn gestart", "Termijnen gestart", "calendar-plus"),
    Taak.Status.AFGEDAAN: ("Termijn afgedaan", "Termijnen afgedaan", "calendar-check"),
    Taak.Status.VERSTREKEN: ("Termijn voorbij", "Termijnen voorbij", "calendar-x"),
    Taak.Status.VERVALLEN: ("Termijn vervallen", "Termijnen vervallen", "calendar-off"),
}


def _sleutel(rij: dict) -> tuple[int, str, str]:
    return rij["dossier_id"], rij["code"], rij["onderwerp"]


@dataclass(eq=False)
class Wissel:
    """One change of the date of a deadline: the state after it, the one before, and the last date that there was."""

    rij: dict
    vorig: dict
    van: date | None
    opschorting: Opschorting | None = None

    @property
    def heropend(self) -> bool:
        return self.vorig["status"] != OPEN

    @property
    def begint(self) -> bool:
        """It began to stand still, or is going to, up to a day that is known."""
        if self.heropend or not self.vorig["vervalt_op"]:
            return False
        return not self.rij["vervalt_op"] or self.rij["opgeschorte_dagen"] > self.vorig["opgeschorte_dagen"]

    @property
    def eindigt(self) -> bool:
        if self.heropend or not self.rij["vervalt_op"]:
            return False
        return not self.vorig["vervalt_op"] or self.rij["opgeschorte_dagen"] < self.vorig["opgeschorte_dagen"]

    def past_bij(self, rij: Gebeurtenis, sleutel) -> bool:
        """Whether this row of the log tells of this change; the first that fits in the order of both is the one."""
        if _sleutel(self.rij) != sleutel:
            return False
        if rij.actie == "herberekenen":
            datums = (str(self.vorig["vervalt_op"]), str(self.rij["vervalt_op"]))
            return datums == (rij.waarden.get("van"), rij.waarden.get("naar"))
        if rij.actie == "hervatten":
            return self.eindigt
        return self.begint and (self.opschorting is None or self.opschorting.grond == rij.waarden.get("grond"))

    def regel(self, naam: str) -> str:
        return verschoven(naam, self.van, self.rij["vervalt_op"])

    def waarom(self) -> list[str]:
        """Why the date changed, in words that are no content; the reason that somebody typed is another matter."""
        rij, vorig = self.rij, self.vorig
        if self.opschorting:
            return [f"Vanaf {datum_nl(self.opschorting.vanaf)}. Grond: {self.opschorting.grond}."]
        if rij["begin_op"] != vorig["begin_op"]:
            return [f"De begindag is gewijzigd: van {datum_nl(vorig['begin_op'])} naar {datum_nl(rij['begin_op'])}."]
        if rij["opgeschorte_dagen"] != vorig["opgeschorte_dagen"]:
            return [f"Dagen dat de termijn stilstond: {rij['opgeschorte_dagen']}."]
        return ["De regel is gewijzigd."] if rij["regelversie"] != vorig["regelversie"] else []


class Geschiedenis:
    """The deadlines of some dossiers: their moments, and per row of the log what it did to the date."""

    def __init__(self, dossiers: dict):
        self.dossiers = dossiers
        self.momenten: list[Moment] = []
        self._groepen = defaultdict(list)
        self._stilstand, self._verschoven = defaultdict(list), []
        for rijen in self._versies():
            self._lees(rijen)
        self._opschortingen()
        self.bij = self._verbind()
        los = [wissel for wissels in self._stilstand.values() for wissel in wissels]
        for wissel in los + self._verschoven:
            self._verschuiving(wissel)
        self._begin_en_einde()

    def naam(self, rij: dict) -> str:
        proces, code = self.dossiers[rij["dossier_id"]].proces, rij["code"]
        if code in proces.termijncodes:
            return proces.termijn(code, rij.get("begin_op")).naam
        return code.replace("_", " ").capitalize()

    def _versies(self):
        """The states of each deadline in order; of a deadline without history its present one."""
        versies = TaakVersie.objects.filter(dossier_id__in=self.dossiers).exclude(pgh_label="delete")
        rijen = list(versies.order_by("id", "pgh_id").values("id", *VELDEN))
        bekend = {rij["id"] for rij in rijen}
        nu = Taak.objects.filter(dossier_id__in=self.dossiers).order_by("id")
        for taak in nu.values("id", "vastgelegd_op", *(v for v in VELDEN if not v.startswith("pgh"))):
            if taak["id"] not in bekend:
                rijen.append({**taak, "pgh_id": taak["id"], "pgh_created_at": taak["vastgelegd_op"], "pgh_label": "insert"})
        return [list(groep) for _, groep in groupby(rijen, key=lambda rij: rij["id"])]

    def _lees(self, rijen: list[dict]) -> None:
        vorig, laatst = None, None  # the state before this one; the last date that it had
        for rij in rijen:
            if vorig is None:
                self._groepen["begonnen", rij["dossier_id"], rij["begin_op"]].append(rij)
            if rij["status"] != OPEN and (vorig is None or vorig["status"] != rij["status"]):
                self._groepen[rij["status"], rij["dossier_id"], rij["gesloten_op"]].append(rij)
            elif vorig is not None and rij["status"] == OPEN:
                self._vergelijk(vorig, rij, laatst)
            laatst = rij["vervalt_op"] or laatst
            vorig = rij

    def _vergelijk(self, vorig: dict, rij: dict, laatst) -> None:
        wissel = Wissel(rij, vorig, laatst)
        if wissel.begint or wissel.eindigt:
            self._stilstand[_sleutel(rij)].append(wissel)
        elif wissel.heropend or (vorig["vervalt_op"], vorig["begin_op"]) != (rij["vervalt_op"], rij["begin_op"]):
            self._verschoven.append(wissel)

    # The log and the history of the same change.

    def _opschortingen(self) -> None:
        """The n-th suspension of a deadline is the n-th time that it stood still."""
        gevonden = defaultdict(list)
        rijen = Opschorting.objects.filter(dossier_id__in=self.dossiers).order_by("id").select_related("taak")
        for rij in rijen:
            gevonden[rij.dossier_id, rij.taak.code, rij.taak.onderwerp].append(rij)
        for sleutel, opschortingen in gevonden.items():
            begonnen = [wissel for wissel in self._stilstand[sleutel] if wissel.begint]
            if len(begonnen) == len(opschortingen):
                for wissel, opschorting in zip(begonnen, opschortingen, strict=True):
                    wissel.opschorting = opschorting

    def _verbind(self) -> dict[int, "Wissel"]:
        """Per row of the log what it did to a date. What is told there is not told twice."""
        log = Gebeurtenis.objects.filter(dossier_id__in=self.dossiers, actie__in=woorden.TERMIJNACTIES).order_by("id")
        gevonden = {}
        for rij in log:
            sleutel = (rij.dossier_id, rij.waarden.get("termijn", ""), rij.waarden.get("onderwerp", ""))
            lijst = self._verschoven if rij.actie == "herberekenen" else self._stilstand[sleutel]
            wissel = next((wissel for wissel in lijst if wissel.past_bij(rij, sleutel)), None)
            if wissel:
                gevonden[rij.pk] = wissel
                lijst.remove(wissel)
        return gevonden

    # Moments.

    def _moment(self, rij: dict, op, titel: str, icoon: str, regels: list[str], **anders) -> None:
        plaats = {"op": op, "bron": BRON, "id": rij["pgh_id"], "dossier_id": rij["dossier_id"]}
        self.momenten.append(Moment(**plaats, soort="termijn", titel=titel, icoon=icoon, regels=regels, **anders))

    def _begin_en_einde(self) -> None:
        """What started or ended together on one day is one line."""
        for (wat, _, dag), rijen in self._groepen.items():
            een, meer, icoon = TITELS[wat]
            regels = [self._regel(rij, wat) for rij in rijen]
            titel = een if len(rijen) == 1 else meer
            self._moment(min(rijen, key=lambda r: r["pgh_id"]), einde_van(dag), titel, icoon, regels, is_dag=True)

    def _regel(self, rij: dict, wat: str) -> str:
        naam, laatste = self.naam(rij), rij["vervalt_op"]
        if not laatste:
            return f"{naam}: stond stil."
        if wat == "begonnen":
            return f"{naam}: uiterlijk {datum_nl(laatste)}."
        if wat == Taak.Status.AFGEDAAN and rij["gesloten_op"] > laatste:
            return f"{naam}: te laat, de laatste dag was {datum_nl(laatste)}."
        return f"{naam}: de laatste dag was {datum_nl(laatste)}."

    def _verschuiving(self, wissel: "Wissel") -> None:
        rij = wissel.rij
        titel = "Termijn staat stil" if not rij["vervalt_op"] else "Termijn verschoven"
        titel = "Termijn loopt weer" if wissel.heropend else titel
        regels = [wissel.regel(self.naam(rij)), *wissel.waarom()]
        self._moment(rij, rij["pgh_created_at"], titel, "calendar-clock", regels)


def verschoven(naam: str, van, naar) -> str:
    """ "Besluit 2 weken: van do 17 dec 2026 naar ma 4 jan 2027." """
    if naar is None:
        return f"{naam}: de laatste dag was {datum_nl(van)}." if van else f"{naam}."
    if van is None or van == naar:
        return f"{naam}: de laatste dag is {datum_nl(naar)}."
    return f"{naam}: van {datum_nl(van)} naar {datum_nl(naar)}."
