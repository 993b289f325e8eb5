"""The kernel's nouns. Import from here: `from kern.models import Dossier`."""

from kern.models.brief import Bijlage, Bouwsteen, Brief, Briefhoofd, Briefsjabloon, Dagpost, Exemplaar, Klaargezet
from kern.models.client import Adres, Client
from kern.models.document import Document
from kern.models.dossier import Dossier, Kenmerkteller, Verantwoordelijkheid
from kern.models.gebruiker import Afwezigheid, Gebruiker, Rolverlening
from kern.models.logboek import Gebeurtenis, Inzage
from kern.models.organisatie import Organisatie
from kern.models.regio import GelijkgesteldeDag, Gemeente, Regio, RegioInstelling
from kern.models.relatie import Relatie, Toestemming
from kern.models.samenvoeging import Samenvoeging
from kern.models.termijn import Controle, Opschorting, Signaal, Taak
from kern.models.uitgaand import Uitgaand
from kern.models.werk import Bezoek, Concept, Contactmoment, Herinnering, Ingediend, Toelichting, WachtOp

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
