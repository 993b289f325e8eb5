"""The calendar of the law: what the last day of a term is, and why.

Pure functions: no database, no clock, no settings. Every computed date carries the steps that
led to it, because a date that nobody can explain is a date that nobody can defend.

"Atw" is the Algemene termijnenwet.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kern.tijd.duur import EENHEDEN, Duur, Ongeldig, in_bereik, is_ingekort, plus_dagen, telwoord, verschuif
from kern.tijd.feestdagen import EERSTE_JAAR, LAATSTE_JAAR, STANDAARD, WEEKDAGEN, Feestdagen

__all__ = [
    "EENHEDEN",
    "EERSTE_JAAR",
    "LAATSTE_JAAR",
    "MAANDEN",
    "MAANDEN_KORT",
    "STANDAARD",
    "WEEKDAGEN",
    "Berekening",
    "Duur",
    "Feestdagen",
    "Ongeldig",
    "Stap",
    "afstand_nl",
    "bereken",
    "datum_nl",
    "eu_termijn",
    "laatste_dag",
    "opgeschorte_dagen",
    "terugtellen",
    "werkdag",
]

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_EEN_DAG = timedelta(days=1)

# Per regime: the rule on a free last day, and the rule on terms with hardly an ordinary day in them.
_ATW = ("Algemene termijnenwet, artikel 1", "Algemene termijnenwet, artikel 2")
_EU = ("EU-verordening 1182/71, artikel 3 lid 4", "EU-verordening 1182/71, artikel 3 lid 5")


@dataclass(frozen=True)
class Stap:
    """One line under "Waarom deze datum"."""

    soort: str
    datum: date
    tekst: str


@dataclass(frozen=True)
class Berekening:
    """A term with its outcome: `nominaal` is before, `vervalt` after the rule on free days."""

    begin: date
    duur: Duur
    opgeschorte_dagen: int
    nominaal: date
    vervalt: date
    atw_toegepast: bool
    feestdagversie: str
    stappen: tuple[Stap, ...]

    def als_json(self) -> list[dict]:
        return [{"soort": stap.soort, "datum": stap.datum.isoformat(), "tekst": stap.tekst} for stap in self.stappen]


def bereken(
    begin: date,
    duur: Duur,
    *,
    atw: bool,
    opgeschorte_dagen: int = 0,
    stil_tot: date | None = None,
    feestdagen: Feestdagen = STANDAARD,
) -> Berekening:
    """The last day of a term that starts with an event on `begin`.

    `atw` says whether the act governs this kind of term at all; whether its length is within the
    act (art. 4) follows from the term as set, however long it was suspended. The term never ends
    inside its own standstill, of which `stil_tot` is the last day (L-59).
    """
    stappen = list(_tot_nominaal(begin, duur, opgeschorte_dagen, feestdagen))
    nominaal = stappen[-1].datum
    toegepast = atw and duur.valt_onder_atw
    if toegepast:
        minstens = 0 if duur.dagen in (1, 2) else 2
        stappen += _verleng(begin, nominaal, minstens, feestdagen, _ATW)
    else:
        stappen += _niet_verlengd(nominaal, duur, atw, feestdagen)
    return _berekening(begin, duur, opgeschorte_dagen, nominaal, toegepast, stappen, feestdagen, stil_tot)


def eu_termijn(begin: date, duur: Duur, feestdagen: Feestdagen = STANDAARD) -> Berekening:
    """A term under EU law (Regulation 1182/71): always to the next working day, however long."""
    stappen = list(_tot_nominaal(begin, duur, 0, feestdagen))
    nominaal = stappen[-1].datum
    if not duur.werkdagen:
        minstens = 0 if duur.dagen == 1 else 2
        stappen += _verleng(begin, nominaal, minstens, feestdagen, _EU)
    return _berekening(begin, duur, 0, nominaal, False, stappen, feestdagen)


def terugtellen(eind: date, duur: Duur, feestdagen: Feestdagen = STANDAARD) -> date:
    """The day that lies `duur` before `eind`; never rolled (art. 1 lid 2 Atw)."""
    return verschuif(in_bereik(eind), duur, -1, feestdagen)


def laatste_dag(start: date, duur: Duur, feestdagen: Feestdagen = STANDAARD) -> date:
    """The last day of a period that begins on `start`, with that day included."""
    in_bereik(start)
    if duur.werkdagen:
        return verschuif(start - _EEN_DAG, duur, 1, feestdagen)
    volgende = verschuif(start, duur, 1, feestdagen)
    if is_ingekort(start, volgende, duur):
        # From 31 August for six months: 31 February does not exist, so February is the last month.
        return volgende
    return in_bereik(volgende - _EEN_DAG)


def opgeschorte_dagen(uitnodiging: date, einde: date) -> int:
    """Awb 4:15: the days after the invitation, up to but not including the day of completion."""
    if einde < uitnodiging:
        raise Ongeldig("Het einde van de opschorting ligt voor de uitnodiging.")
    return max(0, (einde - uitnodiging).days - 1)


def werkdag(dag: date, feestdagen: Feestdagen = STANDAARD) -> bool:
    return feestdagen.vrij(dag) is None


def datum_nl(dag: date, kort: bool = True) -> str:
    if kort:
        return f"{WEEKDAGEN[dag.weekday()][:2]} {dag.day} {MAANDEN_KORT[dag.month - 1]} {dag.year}"
    return f"{WEEKDAGEN[dag.weekday()]} {dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def afstand_nl(dag: date, vandaag: date) -> str:
    """How far away a day is, in words: "over 5 dagen"."""
    verschil = (dag - vandaag).days
    if abs(verschil) <= 1:
        return ("vandaag", "morgen", "gisteren")[verschil]
    return f"over {verschil} dagen" if verschil > 0 else f"{-verschil} dagen geleden"


def _tot_nominaal(begin: date, duur: Duur, opgeschort: int, feestdagen: Feestdagen) -> Iterator[Stap]:
    """The steps up to the nominal end, which is the date of the last one."""
    yield Stap("begin", in_bereik(begin), f"{datum_nl(begin)}: de dag van de gebeurtenis telt niet mee.")
    eind = verschuif(begin, duur, 1, feestdagen)
    uitleg = ""
    if is_ingekort(begin, eind, duur):
        uitleg = f" Die maand heeft geen dag {begin.day}, dus het is de laatste dag van de maand."
    elif duur.werkdagen:
        uitleg = " Zaterdagen, zondagen en feestdagen tellen niet mee."
    yield Stap("duur", eind, f"+ {duur} = {datum_nl(eind)}.{uitleg}")
    if type(opgeschort) is not int or opgeschort < 0:
        raise Ongeldig("Het aantal opgeschorte dagen moet een heel getal zijn, 0 of meer.")
    if opgeschort:
        later = plus_dagen(eind, opgeschort)
        dagen = telwoord(opgeschort, "dagen")
        yield Stap("opgeschort", later, f"{dagen} opgeschort: het einde schuift op naar {datum_nl(later)}.")


def _verleng(begin: date, nominaal: date, minstens: int, feestdagen: Feestdagen, bronnen: tuple[str, str]) -> Iterator[Stap]:
    """Past free days, and on until the term contains at least `minstens` ordinary days."""
    op_vrije_dag, te_kort = bronnen
    dag = nominaal
    gewoon = _gewone_dagen(begin, nominaal, minstens, feestdagen)
    while (naam := feestdagen.vrij(dag)) or gewoon < minstens:
        if naam:
            tekst = f"{_is_vrij(dag, naam)}: de termijn loopt door ({op_vrije_dag})."
            yield Stap("overgeslagen", dag, tekst)
        else:
            aantal = telwoord(gewoon, "dagen")
            tekst = f"Tot en met {datum_nl(dag)} telt de termijn maar {aantal} zonder weekend of feestdag"
            yield Stap("te kort", dag, f"{tekst}. Dat moeten er {minstens} zijn ({te_kort}).")
        dag = in_bereik(dag + _EEN_DAG)
        gewoon += werkdag(dag, feestdagen)


def _is_vrij(dag: date, naam: str) -> str:
    return f"{datum_nl(dag)} is {'een ' if naam in WEEKDAGEN else ''}{naam}"


def _gewone_dagen(begin: date, eind: date, genoeg: int, feestdagen: Feestdagen) -> int:
    """The ordinary days after `begin` up to `eind`; stops counting when there are enough."""
    aantal, dag = 0, begin
    while dag < eind and aantal < genoeg:
        dag += _EEN_DAG
        aantal += werkdag(dag, feestdagen)
    return aantal


def _niet_verlengd(nominaal: date, duur: Duur, atw: bool, feestdagen: Feestdagen) -> Iterator[Stap]:
    """Why a free day at the end changes nothing; silent when the end is an ordinary day."""
    naam = feestdagen.vrij(nominaal)
    if not naam:
        return
    if not atw:
        reden = "de Algemene termijnenwet geldt niet voor deze termijn"
    elif duur.werkdagen:
        reden = "de Algemene termijnenwet geldt niet voor een termijn in werkdagen"
    else:
        reden = f"de Algemene termijnenwet geldt niet voor een termijn van {duur} (artikel 4)"
    yield Stap("niet verlengd", nominaal, f"{_is_vrij(nominaal, naam)}, maar {reden}.")


def _berekening(
    begin: date,
    duur: Duur,
    opgeschort: int,
    nominaal: date,
    atw: bool,
    stappen: list[Stap],
    feestdagen: Feestdagen,
    stil_tot: date | None = None,
) -> Berekening:
    laatste = stappen[-1]
    verlengd = laatste.soort in ("overgeslagen", "te kort")
    vervalt = laatste.datum + _EEN_DAG if verlengd else nominaal
    if stil_tot and vervalt < stil_tot:
        tekst = f"De termijn stond stil tot en met {datum_nl(stil_tot)} en eindigt niet eerder (Awb 4:15)."
        stappen.append(Stap("stilstand", stil_tot, tekst))
        vrij = list(_verleng(begin, stil_tot, 0, feestdagen, _ATW)) if atw else []
        stappen += vrij
        vervalt = stil_tot + len(vrij) * _EEN_DAG
    bekend_tot = feestdagen.laatste_jaar
    if atw and bekend_tot and vervalt.year > bekend_tot:
        tekst = f"Extra vrije dagen bij besluit zijn nu bekend tot en met {bekend_tot}."
        stappen.append(Stap("voorbehoud", vervalt, tekst))
    stappen.append(Stap("einde", vervalt, f"De laatste dag is {datum_nl(vervalt)}."))
    return Berekening(begin, duur, opgeschort, nominaal, vervalt, atw, feestdagen.versie, tuple(stappen))
