"""What the actions of the log are called in a timeline, and which kind they are."""

from functools import cache

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q

from kern.models import Adres, Client, Relatie, Toestemming
from kern.proces.tabel import PROCESSEN

ICONEN = {
    "openen": "folder-plus",
    "corrigeren": "undo-2",
    "contact_wijzigen": "pencil",
    "herberekenen": "calendar-clock",
    "opschorten": "pause",
    "hervatten": "play",
    "client_wijzigen": "user-round",
    "adres_toevoegen": "map-pin",
}
NAMEN = {
    "openen": "Dossier geopend",
    "corrigeren": "Stap teruggedraaid",
    "herberekenen": "Termijn opnieuw berekend",
    "opschorten": "Termijn staat stil",
    "hervatten": "Termijn loopt weer",
    "contact_wijzigen": "Contact verbeterd",
    "client_wijzigen": "Gegevens van de cliënt gewijzigd",
    "adres_toevoegen": "Adres toegevoegd",
    "relatie_toevoegen": "Relatie toegevoegd",
    "relatie_wijzigen": "Relatie gewijzigd",
    "relatie_beeindigen": "Relatie beëindigd",
    "toestemming_vastleggen": "Toestemming vastgelegd",
    "toestemming_intrekken": "Toestemming ingetrokken",
    "client_samenvoegen": "Cliënt samengevoegd met een andere",
    "samenvoeging_ongedaan": "Samenvoegen teruggedraaid",
    "wacht_zetten": "Wacht op iemand",
    "wacht_klaar": "Antwoord is binnen",
    "brief_klaarzetten": "Brief klaargelegd voor de dagpost",
    "brief_niet_versturen": "Brief toch niet verstuurd",
    "medebehandelaar_toevoegen": "Collega werkt mee",
    "medebehandelaar_verwijderen": "Collega werkt niet meer mee",
}
NAMENS = {"client": "de cliënt", "andere_regio": "de andere regio", "aanbieder": "de aanbieder"}

# Logged for the person and for each of his dossiers: the timeline of the person tells it once.
VAN_CLIENT_ZELF = ("client_samenvoegen", "samenvoeging_ongedaan")

TERMIJNACTIES = ("opschorten", "hervatten", "herberekenen")
CORRECTIES = ("corrigeren", "contact_wijzigen")
CORRECTIE_EINDE = "_corrigeren"
# A contact and a document speak for themselves: they stand in the timeline with their own row.
ELDERS = Q(actie="contact_vastleggen") | Q(actie__startswith="document_")

_TERMIJN = Q(actie__in=TERMIJNACTIES)
_CORRECTIE = Q(actie__in=CORRECTIES) | Q(actie__endswith=CORRECTIE_EINDE)
SOORTEN = ("besluit", "termijn", "correctie", "stap")


@cache
def besluiten() -> frozenset[str]:
    """The actions that the process tables call part of a decision."""
    return frozenset(o.actie for proces in PROCESSEN.values() for o in proces.overgangen if o.is_besluit)


def per_soort(soort: str) -> Q:
    """The rows of the log of one kind."""
    besluit = Q(actie__in=besluiten())
    return {
        "besluit": besluit & ~_CORRECTIE,
        "termijn": _TERMIJN,
        "correctie": _CORRECTIE,
        "stap": ~(besluit | _TERMIJN | _CORRECTIE),
    }[soort]


def soort(actie: str) -> str:
    """The kind of an action: the same division as `per_soort`, for one row."""
    if actie in CORRECTIES or actie.endswith(CORRECTIE_EINDE):
        return "correctie"
    if actie in TERMIJNACTIES:
        return "termijn"
    return "besluit" if actie in besluiten() else "stap"


def icoon(actie: str) -> str:
    return ICONEN.get(actie) or {"besluit": "scale", "correctie": "undo-2"}.get(soort(actie), "circle-dot")


def leesbaar(actie: str) -> str:
    return NAMEN.get(actie) or actie.replace("_", " ").capitalize()


def naam(proces, actie: str) -> str:
    gevonden = proces.acties.get(actie)
    return NAMEN.get(actie) or (gevonden[0].knop if gevonden else leesbaar(actie))


def veld(actie: str, code: str) -> str:
    """A field in the words of the screen; never its value."""
    if code in Adres.Soort.values:
        return Adres.Soort(code).label
    if code == "bsn":
        return "BSN"
    model = {"relatie": Relatie, "toestemming": Toestemming}.get(actie.split("_")[0], Client)
    try:
        return str(model._meta.get_field(code).verbose_name)
    except FieldDoesNotExist:
        return code.replace("_", " ")
