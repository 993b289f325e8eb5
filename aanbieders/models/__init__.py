from aanbieders.models.aanbieder import Aanbieder, Contactpersoon, Verledenvaststelling
from aanbieders.models.contract import Contract, Gekoppeldcontract
from aanbieders.models.gesprek import Afspraak, Gesprek
from aanbieders.models.locatie import Locatie, Plek
from aanbieders.models.maatregel import Maatregel, Overdracht
from aanbieders.models.product import Maximumtarief, Product, Tarief
from aanbieders.models.toelating import Financieletoets, Kwaliteitstoets, Toelating

__all__ = [
    "Aanbieder",
    "Afspraak",
    "Contactpersoon",
    "Contract",
    "Financieletoets",
    "Gekoppeldcontract",
    "Gesprek",
    "Kwaliteitstoets",
    "Locatie",
    "Maatregel",
    "Maximumtarief",
    "Overdracht",
    "Plek",
    "Product",
    "Tarief",
    "Toelating",
    "Verledenvaststelling",
]
