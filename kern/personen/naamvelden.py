"""A typed name, taken apart into the columns of a person: "v.d. Berg, Sanne", "Sanne van den Berg", "Berg"."""

import re
from dataclasses import dataclass

_DEEL = r"(?:v\.?\s?d\.?\s?r?\.?|v/d|van|von|de|den|der|het|'t|’t|ter|ten|te|la|le|du|da|di|dos|el|al|op|in|aan|bij)"
_VOORAAN = re.compile(rf"^((?:{_DEEL}(?:\s+|(?<=\.)))+)(?=\S)", re.IGNORECASE)
_ACHTERAAN = re.compile(rf"(?:^|\s)((?:{_DEEL}\s?)+)$", re.IGNORECASE)


@dataclass(frozen=True)
class Naam:
    roepnaam: str
    tussenvoegsel: str
    achternaam: str


def _splits(tekst: str) -> tuple[str, str]:
    gevonden = _VOORAAN.match(tekst)
    return (gevonden[1].strip(), tekst[gevonden.end() :]) if gevonden else ("", tekst)


def ontleed(tekst: str) -> Naam:
    """Surname first when there is a comma; else the particles begin it, or the last word is it."""
    netjes = " ".join(tekst.split()).strip(", ")
    achter, komma, voor = (deel.strip() for deel in netjes.partition(","))
    if komma:
        tussen, achter = _splits(achter)
        achteraan = _ACHTERAAN.search(voor)
        if achteraan and not tussen:
            voor, tussen = voor[: achteraan.start()].strip(), achteraan[1].strip()
        return Naam(voor, tussen, achter)
    woorden = netjes.split(" ")
    for i in range(len(woorden)):
        tussen, achter = _splits(" ".join(woorden[i:]))
        if tussen:
            return Naam(" ".join(woorden[:i]), tussen, achter)
    return Naam(" ".join(woorden[:-1]), "", woorden[-1])
