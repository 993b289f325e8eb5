"""The people of the demo: one per role, and a few more where colleagues are needed. All of them are fictitious."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from cimot.models import Besluitsoort, Mandaat
from kern.models import Afwezigheid, Gebruiker, Gemeente, Organisatie, Regio, Rolverlening
from kern.tijd.periode import Periode
from kern.toegang.rollen import Rol

WACHTWOORD = "welkom-bij-cimot"
IN_DIENST = Periode(date(2020, 1, 1))


@dataclass(frozen=True)
class Account:
    """`plek` is the region, municipality or organisation of the role; `ook` are further roles at the same place."""

    gebruikersnaam: str
    naam: str
    rol: Rol
    waarvoor: str
    regio: str = ""
    gemeente: str = ""
    organisatie: str = ""
    ook: tuple[Rol, ...] = ()

    @property
    def email(self) -> str:
        return f"{self.gebruikersnaam}@example.org"


ALMELO, ENSCHEDE = "almelo", "enschede"
WENDING, LUIFEL, ESDAL = "Stichting De Wending", "Opvang De Luifel", "Woonstichting Esdal"
# Organisations of the demo only, so that no real one has an account with a published password.
ORGANISATIES = {
    WENDING: Organisatie.Soort.ZORGAANBIEDER,
    LUIFEL: Organisatie.Soort.OPVANGAANBIEDER,
    ESDAL: Organisatie.Soort.CORPORATIE,
}

ACCOUNTS = [
    Account("anke", "Anke Visser", Rol.CASEMANAGER, "meldingen onderzoeken; neemt Karim waar", ALMELO),
    Account("karim", "Karim Aydin", Rol.CASEMANAGER, "is deze week afwezig", ALMELO),
    Account("fenna", "Fenna Kuiper", Rol.FRONTOFFICE, "meldingen en vragen opnemen", ALMELO),
    Account("tineke", "Tineke ter Braak", Rol.TEAMLEIDER, "werk verdelen, stappen terugdraaien", ALMELO),
    Account("joost", "Joost Wolters", Rol.CASEMANAGER, "meldingen onderzoeken in de andere regio", ENSCHEDE),
    Account("merel", "Merel Hofstede", Rol.FRONTOFFICE, "meldingen en vragen opnemen", ENSCHEDE),
    Account("ruben", "Ruben Nijland", Rol.TEAMLEIDER, "werk verdelen, stappen terugdraaien", ENSCHEDE),
    Account(
        "lieke",
        "Lieke Bruins",
        Rol.CASEMANAGER,
        "twee rollen: casemanager en frontoffice",
        ENSCHEDE,
        ook=(Rol.FRONTOFFICE,),
    ),
    Account(
        "greet",
        "Greet Lansink",
        Rol.REGIOGEMEENTE,
        "inwoners van de eigen gemeente volgen",
        gemeente="Rijssen-Holten",
    ),
    Account(
        "hugo",
        "Hugo Scholten",
        Rol.REGIOGEMEENTE_INDICEREND,
        "idem, in de proef met indiceren",
        gemeente="Haaksbergen",
    ),
    Account("frida", "Frida Oonk", Rol.FUNCTIONEEL_BEHEERDER, "gebruikers, instellingen, storingen"),
    Account("paul", "Paul Ensink", Rol.PRIVACY_OFFICER, "nagaan wie wat heeft gezien"),
    Account("willemijn", "Willemijn Bos", Rol.WOONMEDEWERKER, "uitstroom naar een woning", ALMELO),
    Account("coen", "Coen Dekker", Rol.CONTRACTMANAGER, "aanbieders en contracten", ALMELO),
    Account("carla", "Carla Nijhuis", Rol.CONTRACTMANAGER, "aanbieders en subsidies in de andere regio", ENSCHEDE),
    Account("ayse", "Ayse Kaplan", Rol.ADMINISTRATIE, "indicaties verwerken en betalen", ALMELO),
    Account("karin", "Karin Vos", Rol.TOEZICHT_KWALITEIT, "onderzoek naar kwaliteit", ALMELO),
    Account("tom", "Tom Meijer", Rol.TOEZICHT_CALAMITEITEN, "onderzoek naar calamiteiten", ALMELO),
    Account("wanda", "Wanda Pol", Rol.ZORGAANBIEDER, "eigen cliënten van een aanbieder", organisatie=WENDING),
    Account("lucas", "Lucas Brand", Rol.OPVANGAANBIEDER, "eigen opvang en verblijf", organisatie=LUIFEL),
    Account("esther", "Esther Vrielink", Rol.CORPORATIE, "aanmeldingen voor een woning", organisatie=ESDAL),
    Account("bram", "Bram Lubbers", Rol.BEMOEIZORGER, "bemoeizorg", ALMELO),
    Account("jurre", "Jurre Kok", Rol.BEZWAARBEHANDELAAR, "bezwaar en klachten", ALMELO),
    Account("bea", "Bea Smeets", Rol.BELEIDSADVISEUR, "cijfers zonder personen"),
    Account("arie", "Arie Stam", Rol.ARCHIEF, "bewaren en vernietigen"),
]


def maak(peildatum: date) -> dict[str, Gebruiker]:
    """Make the accounts that are missing and return all of them by name. One hash serves all: it takes its time."""
    for naam, soort in ORGANISATIES.items():
        Organisatie.objects.get_or_create(naam=naam, defaults={"soort": soort})
    bekend = set(Gebruiker.objects.values_list("gebruikersnaam", flat=True))
    ontbreekt = [account for account in ACCOUNTS if account.gebruikersnaam not in bekend]
    if ontbreekt:
        wachtwoord = make_password(WACHTWOORD)
        Gebruiker.objects.bulk_create(
            Gebruiker(gebruikersnaam=a.gebruikersnaam, naam=a.naam, email=a.email, actieve_rol=a.rol, password=wachtwoord)
            for a in ontbreekt
        )
        _verleen(ontbreekt)
        _mandateer(peildatum)
        _karim_is_er_niet(peildatum)
    return {mens.gebruikersnaam: mens for mens in Gebruiker.objects.all()}


def _verleen(accounts) -> None:
    mensen = {mens.gebruikersnaam: mens for mens in Gebruiker.objects.all()}
    regios = {regio.code: regio for regio in Regio.objects.all()}
    gemeenten = {gemeente.naam: gemeente for gemeente in Gemeente.objects.all()}
    organisaties = {organisatie.naam: organisatie for organisatie in Organisatie.objects.all()}
    for account in accounts:
        for rol in (account.rol, *account.ook):
            Rolverlening.objects.create(
                gebruiker=mensen[account.gebruikersnaam],
                rol=rol,
                regio=regios.get(account.regio),
                gemeente=gemeenten.get(account.gemeente),
                organisatie=organisaties.get(account.organisatie),
                periode=IN_DIENST,
            )


def _mandateer(peildatum: date) -> None:
    """The teamleiders sign for the centre municipality of their region, since a day before the first story."""
    vanaf = min(date(2026, 1, 1), peildatum - timedelta(days=365))
    leiders = Gebruiker.objects.filter(rolverleningen__rol=Rol.TEAMLEIDER)
    Mandaat.objects.bulk_create(
        Mandaat(
            gebruiker=leider,
            college=Gemeente.objects.get(regio__in=leider.regio_ids, is_centrum=True),
            soort=soort,
            periode=Periode(vanaf),
            bron="Mandaatbesluit Wmo (demo)",
        )
        for leider in leiders
        for soort in Besluitsoort.values
    )


def _karim_is_er_niet(peildatum: date) -> None:
    """Away from the Monday before to the Friday after, so that the demo has a replacement whatever the weekday."""
    maandag = peildatum - timedelta(days=peildatum.weekday())
    mensen = {mens.gebruikersnaam: mens for mens in Gebruiker.objects.filter(gebruikersnaam__in=["anke", "karim"])}
    if len(mensen) == 2 and not Afwezigheid.objects.filter(gebruiker=mensen["karim"]).exists():
        periode = Periode(maandag, maandag + timedelta(days=11))
        Afwezigheid.objects.create(gebruiker=mensen["karim"], waarnemer=mensen["anke"], periode=periode)


def alleen_demo() -> bool:
    """Whether nobody has an account but the people of the demo: then the data can be thrown away."""
    adressen = {account.gebruikersnaam: account.email for account in ACCOUNTS}
    return all(adressen.get(naam) == email for naam, email in Gebruiker.objects.values_list("gebruikersnaam", "email"))
