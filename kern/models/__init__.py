"""The kernel's nouns. Import from here: `from kern.models import Dossier`."""

from kern.beheer.models.organisatie import Organisatie
from kern.beheer.models.regio import GelijkgesteldeDag, Gemeente, Regio, RegioInstelling
from kern.brieven.models.brief import Bijlage, Bouwsteen, Brief, Briefhoofd, Briefsjabloon, Dagpost, Exemplaar, Klaargezet
from kern.personen.models.client import Adres, Client
from kern.personen.models.relatie import Relatie, Toestemming
from kern.personen.models.samenvoeging import Samenvoeging
from kern.proces.models.dossier import Dossier, Kenmerkteller, Verantwoordelijkheid
from kern.stukken.models.document import Document
from kern.tijd.models.termijn import Controle, Opschorting, Signaal, Taak
from kern.toegang.models.gebruiker import Afwezigheid, Gebruiker, Rolverlening
from kern.toegang.models.logboek import Gebeurtenis, Inzage
from kern.werk.models.uitgaand import Uitgaand
from kern.werk.models.werk import Bezoek, Concept, Contactmoment, Herinnering, Ingediend, Toelichting, WachtOp

__all__ = [
    "Adres",
    "Afwezigheid",
    "Bezoek",
    "Bijlage",
    "Bouwsteen",
    "Brief",
    "Briefhoofd",
    "Briefsjabloon",
    "Client",
    "Concept",
    "Contactmoment",
    "Controle",
    "Dagpost",
    "Document",
    "Dossier",
    "Exemplaar",
    "Gebeurtenis",
    "Gebruiker",
    "GelijkgesteldeDag",
    "Gemeente",
    "Herinnering",
    "Ingediend",
    "Inzage",
    "Kenmerkteller",
    "Klaargezet",
    "Opschorting",
    "Organisatie",
    "Regio",
    "RegioInstelling",
    "Relatie",
    "Rolverlening",
    "Samenvoeging",
    "Signaal",
    "Taak",
    "Toelichting",
    "Toestemming",
    "Uitgaand",
    "Verantwoordelijkheid",
    "WachtOp",
]
