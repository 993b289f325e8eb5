"""Fictitious people: names as they occur in Twente, test-range BSNs, birth dates. Pure functions of a seeded `Random`."""

from dataclasses import dataclass, replace
from random import Random

from kern.personen.namen import plat


@dataclass(frozen=True)
class Persoon:
    roepnaam: str
    tussenvoegsel: str
    achternaam: str
    voornamen: str = ""
    geboren: str = ""
    taal: str = ""
    bsn: str = ""

    @property
    def lijst(self) -> str:
        """ "Wit, Petra de", which is read back in one way only."""
        return f"{self.achternaam}, {' '.join(filter(None, [self.roepnaam, self.tussenvoegsel]))}"


# Per group: how often, language when an interpreter may be needed, calling names, surnames ("particle|surname").
_GROEPEN = (
    (
        60,
        "",
        "Mark Sanne Gerrit Lotte Emma Daan Lars Femke Bert Ineke Wim Anja Niels Iris Harm Joke Tim Eline Roel Marit"
        " Henk Truus Kevin Priscilla Dennis Wendy Sjoerd Mirjam Gijs Kelly Stefan Chantal Berend Hilde Jorn Demi",
        "Jansen,van den|Berg,Nijhof,Kamphuis,de|Vries,Bakhuis,ter|Haar,Wolbers,Oude Nijhuis,van der|Veen,Lansink,"
        "Klein Haarhuis,Wassink,te|Riele,Meijerink,Brinkhuis,van|Dijk,Huisjes,Kroeze,de|Groot,Grobben,Hofstede,"
        "Olde Scholtenhuis,ten|Cate,Westenberg,Morsink,Tijhuis,Bosman,Ekkel,Slaghuis",
    ),
    (
        14,
        "Turks",
        "Emre Elif Murat Zeynep Hakan Derya Ömer Sevgi Cem Büşra",
        "Demir,Yılmaz,Kaya,Öztürk,Şahin,Arslan,Doğan,Çelik",
    ),
    (
        12,
        "Arabisch",
        "Ahmad Rima Khaled Noor Yousef Hanan Samir Layla Bilal Amal",
        "al|Hassan,Haddad,Khalil,el|Idrissi,Mansour,Darwish,Aziz,Benali",
    ),
    (8, "Pools", "Piotr Agnieszka Tomasz Kasia Marek Ewa", "Kowalski,Nowak,Wójcik,Zieliński,Kamiński"),
    (4, "Tigrinya", "Yonas Selam Filmon Rahwa", "Tesfay,Gebremedhin,Habte"),
    (4, "", "Marlon Shanice Rodney Cheryl", "Pinas,Wongsodikromo,Emanuelson"),
    (3, "Oekraïens", "Oksana Dmytro Iryna", "Kovalenko,Shevchuk,Bondarenko"),
)


_GEWICHTEN = [groep[0] for groep in _GROEPEN]
_ROEPNAMEN = [groep[2].split() for groep in _GROEPEN]
_ACHTERNAMEN = [groep[3].split(",") for groep in _GROEPEN]
_TWEEDE = ("Maria", "Johannes", "Hendrika", "Willem", "Elisabeth", "Jan", "Geertruida", "Antonius")


def geboren(kans: Random, jaar: int) -> str:
    """A birth date of somebody who is 18 to 80 in that year; most are young."""
    leeftijd = min(80, 19 + int(kans.expovariate(1 / 18)))
    return f"{jaar - leeftijd:04d}-{kans.randint(1, 12):02d}-{kans.randint(1, 28):02d}"


def is_elfproef(nummer: str) -> bool:
    return sum(int(cijfer) * gewicht for cijfer, gewicht in zip(nummer, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0


def testbsns(kans: Random, aantal: int) -> list[str]:
    """Different numbers of the test range (9999…) that pass the check; the range is never given out."""
    gevonden: dict[str, None] = {}
    while len(gevonden) < aantal:
        # Below 10 is Petra's.
        nummer = f"9999{kans.randrange(10, 100_000):05d}"
        if is_elfproef(nummer):
            gevonden[nummer] = None
    return list(gevonden)


def personen(kans: Random, aantal: int, jaar: int) -> list[Persoon]:
    """So many people, each with another name, birth date and BSN."""
    bsns = testbsns(kans, aantal)
    gezien, gevonden = set(), []
    while len(gevonden) < aantal:
        groep = kans.choices(range(len(_GROEPEN)), _GEWICHTEN)[0]
        roepnaam = kans.choice(_ROEPNAMEN[groep])
        tussen, _, achter = kans.choice(_ACHTERNAMEN[groep]).rpartition("|")
        if (roepnaam, achter) in gezien:
            continue
        gezien.add((roepnaam, achter))
        voornamen = f"{roepnaam} {kans.choice(_TWEEDE)}" if groep == 0 and kans.random() < 0.5 else roepnaam
        taal = _GROEPEN[groep][1]
        gevonden.append(Persoon(roepnaam, tussen, achter, voornamen, geboren(kans, jaar), taal, bsns[len(gevonden)]))
    return gevonden


def gelijkend(persoon: Persoon) -> Persoon:
    """Written as somebody else would write it, without BSN: without accents, or with a letter missing."""
    achternaam = plat(persoon.achternaam).title()
    if achternaam == persoon.achternaam:
        midden = len(achternaam) // 2
        achternaam = achternaam[:midden] + achternaam[midden + 1 :]
    return replace(persoon, achternaam=achternaam, voornamen=persoon.roepnaam, bsn="")


def deels_bekend(kans: Random, persoon: Persoon) -> Persoon:
    """Only the year, or the year and the month, of his birth is known."""
    return replace(persoon, geboren=persoon.geboren[:4] + "-00-00" if kans.random() < 0.5 else persoon.geboren[:7] + "-00")


# For copies in bulk: a thousand surnames that nobody has to think up.
VOORSTUK = (
    "Wester Ooster Noorder Zuider Hulst Berken Eiken Linden Elzen Broek Veld Bos Hof Beek Molen Kerk Brug Heide Weide"
    " Zand Steen Vaar Wold Meer Kamp Esch Heuvel Goor Vonder Hage"
)
ACHTERSTUK = (
    "huis hof man stra veld beek kamp ink berg bosch meijer dijk horst laar mans hoek brink stede camp rink loo broek"
    " schot haar link"
)
MASSA_ACHTERNAMEN = sorted(f"{voor}{achter}" for voor in VOORSTUK.split() for achter in ACHTERSTUK.split())
MASSA_ROEPNAMEN = [naam for reeks in _ROEPNAMEN for naam in reeks]
