"""The fixed cast, and dossiers that reach a status by the real steps of the table."""

from datetime import date, datetime, timedelta

import factory
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from aanbieders.actions.aanmelden import aanmelden
from cimot import actions
from cimot.models import Besluitsoort, Mandaat, Verordening
from cimot.processen.aanmelding import Status
from cimot.processen.landelijk import Status as LandelijkStatus
from cimot.processen.spoed import Status as SpoedStatus
from kern.models import Gebruiker, Gemeente, Organisatie, Regio, Rolverlening
from kern.toegang.rollen import ZONDER_INLOG, Rol
from tests import aanbiederwegen, nevenwegen, wegen
from tests.wegen import NAMENS as NAMENS
from tests.wegen import compleet_maken as compleet_maken

WACHTWOORD = "een-lang-wachtwoord"
VORIGE_EEUW = date(2000, 1, 1)


class GebruikerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Gebruiker
        django_get_or_create = ("gebruikersnaam",)
        skip_postgeneration_save = True

    gebruikersnaam = factory.Sequence(lambda n: f"gebruiker{n}")
    naam = factory.LazyAttribute(lambda o: o.gebruikersnaam.capitalize())
    email = factory.LazyAttribute(lambda o: f"{o.gebruikersnaam}@example.org")
    password = "!"

    @factory.post_generation
    def rol(self, create, rol, **plek):
        if rol:
            verleen(self, rol, **plek)


def verleen(gebruiker, rol, **plek):
    Rolverlening.objects.get_or_create(
        gebruiker=gebruiker, rol=rol, defaults={"periode": DateRange(VORIGE_EEUW, None)}, **plek
    )
    # The roles are read once per object.
    for naam in ("verleningen", "rol", "waargenomen_ids"):
        gebruiker.__dict__.pop(naam, None)
    return gebruiker


def _mag_ondertekenen(leider):
    """The register of mandates; and the bye-law of the centre municipality, where none was loaded (L-04, L-66)."""
    college = Gemeente.objects.get(regio=leider.rolverleningen.get().regio, is_centrum=True)
    periode = DateRange(date(2015, 1, 1), None)
    if not college.verordeningen.exists():
        Verordening.objects.create(college=college, naam=f"Verordening {college.naam}", versie="2015", periode=periode)
    for soort in Besluitsoort.values:
        stuk = {"periode": periode, "bron": "Mandaatbesluit 2015"}
        Mandaat.objects.get_or_create(gebruiker=leider, college=college, soort=soort, defaults=stuk)


class Cast:
    """One user per role; the people of Almelo by name."""

    def __init__(self):
        self.almelo, self.enschede = Regio.objects.get(code="almelo"), Regio.objects.get(code="enschede")
        self.anke = self.gebruiker("anke", Rol.CASEMANAGER, regio=self.almelo)
        self.karim = self.gebruiker("karim", Rol.CASEMANAGER, regio=self.almelo)
        self.els = self.gebruiker("els", Rol.CASEMANAGER, regio=self.enschede)
        self.bas = self.gebruiker("bas", Rol.FRONTOFFICE, regio=self.almelo)
        self.tineke = self.gebruiker("tineke", Rol.TEAMLEIDER, regio=self.almelo)
        self.gerda = self.gebruiker("gerda", Rol.REGIOGEMEENTE, gemeente=Gemeente.objects.get(naam="Wierden"))
        self.berend = self.gebruiker("berend", Rol.REGIOGEMEENTE, gemeente=Gemeente.objects.get(naam="Borne"))
        self.frida = self.gebruiker("frida", Rol.FUNCTIONEEL_BEHEERDER)
        self.ruben = self.gebruiker("ruben", Rol.TEAMLEIDER, regio=self.enschede)
        self.coen = self.gebruiker("coen", Rol.CONTRACTMANAGER, regio=self.almelo)
        self.cees = self.gebruiker("cees", Rol.CONTRACTMANAGER, regio=self.enschede)
        self.fien = self.gebruiker("fien", Rol.ADMINISTRATIE, regio=self.almelo)
        self.tess = self.gebruiker("tess", Rol.TOEZICHT_KWALITEIT, regio=self.almelo)
        for leider in (self.tineke, self.ruben):
            _mag_ondertekenen(leider)

    def leider(self, regio):
        """The teamleider, who also signs."""
        return {"almelo": self.tineke, "enschede": self.ruben}[regio.code]

    def casemanager(self, regio):
        return {"almelo": self.anke, "enschede": self.els}[regio.code]

    def contractmanager(self, regio):
        return {"almelo": self.coen, "enschede": self.cees}[regio.code]

    def gebruiker(self, naam, rol, **plek):
        return GebruikerFactory(gebruikersnaam=naam, rol=rol, **{f"rol__{k}": w for k, w in plek.items()})

    def per_rol(self) -> dict[Rol, Gebruiker]:
        """A user of every role that can log in; region Almelo, municipality Wierden, some organisation."""
        bekend = {
            Rol.CASEMANAGER: self.karim,
            Rol.FRONTOFFICE: self.bas,
            Rol.TEAMLEIDER: self.tineke,
            Rol.REGIOGEMEENTE: self.gerda,
            Rol.FUNCTIONEEL_BEHEERDER: self.frida,
            Rol.CONTRACTMANAGER: self.coen,
            Rol.ADMINISTRATIE: self.fien,
            Rol.TOEZICHT_KWALITEIT: self.tess,
        }
        organisatie = Organisatie.objects.get_or_create(naam="De Wending", soort=Organisatie.Soort.ZORGAANBIEDER)[0]
        for rol in Rol:
            if rol in bekend or rol in ZONDER_INLOG:
                continue
            bekend[rol] = self.gebruiker(
                rol.value,
                rol,
                regio=self.almelo,
                gemeente=Gemeente.objects.get(naam="Wierden"),
                organisatie=organisatie,
            )
        return bekend


def moment(tekst: str) -> datetime:
    """ "2026-11-02" or "2026-11-02 14:01", in Amsterdam."""
    return timezone.make_aware(datetime.fromisoformat(tekst if " " in tekst else f"{tekst} 10:00"))


def melding(cast, *, ontvangen="2026-11-02", door=None, regio=None, **gegevens):
    """A melding by telephone, taken down on its own day."""
    op = moment(ontvangen) if isinstance(ontvangen, str) else ontvangen
    standaard = {
        "naam": "Wit, Petra de",
        "geboren": "2007-03-03",
        "onderwerp": "bw",
        "kanaal": "telefoon",
        "melder": "familie",
        "omschrijving": "Moeder belt.",
        "gemeente": Gemeente.objects.get(naam="Wierden"),
        "is_dubbel_bekeken": True,
    }
    if "client" in gegevens:
        standaard.pop("naam")
    return actions.melden(
        door=door or cast.bas, op=op, regio=regio or cast.almelo, ontvangen_op=op, **{**standaard, **gegevens}
    )


def naar(aanmelding, status, cast, *, casemanager=None, op=None, dagen_per_stap=1, uitkomst="toekenning"):
    """Bring a dossier to a status of its table by real transitions, one day after another.

    `uitkomst` is that of the besluit. A status that is behind, or on another branch, leaves the dossier where it is.
    """
    casemanager = casemanager or cast.casemanager(aanmelding.regio)
    op = op or aanmelding.melding.ontvangen_op
    if uitkomst == "afwijzing" and status == Status.AFGEWEZEN_AFGESLOTEN:
        status = Status.INDICATIE_ACTIEF
    for doel, stap in nevenwegen.stappen_naar(wegen.AANMELDING, aanmelding.status, status):
        op += timedelta(days=dagen_per_stap)
        extra = {"uitkomst": uitkomst} if doel == Status.BESLUIT_4OGEN else {}
        aanmelding = stap(aanmelding, cast, op, casemanager, **extra)
        afgewezen = uitkomst == "afwijzing" and doel == Status.INDICATIE_ACTIEF
        assert aanmelding.status == (Status.AFGEWEZEN_AFGESLOTEN if afgewezen else doel)
    return aanmelding


def besluit_van(aanmelding, uitkomst, cast, *, casemanager=None, op=None, **anders):
    """A besluit with this outcome, complete and still in concept; `anders` are columns of the besluit."""
    op = op or laatste_moment(aanmelding)
    cm = casemanager or aanmelding.behandelaar or cast.casemanager(aanmelding.regio)
    aanmelding = naar(aanmelding, Status.BESLUIT_CONCEPT, cast, casemanager=cm, op=op, dagen_per_stap=0)
    return wegen.besluit_schrijven(aanmelding, uitkomst, cast, op=op, cm=cm, **anders)


def laatste_moment(dossier):
    """Ten o'clock on the day of the last step."""
    return moment(dossier.status_sinds.isoformat())


def spoed(cast, status=SpoedStatus.SPOED, *, aanmelding=None, op=None, **feiten):
    """A spoed in a status, beside an aanmelding of which the investigation runs unless one is given."""
    aanmelding = aanmelding or naar(melding(cast, naam="Spoed, S"), Status.ONDERZOEK, cast)
    op = op or laatste_moment(aanmelding)
    actions.spoed_openen(aanmelding, door=cast.casemanager(aanmelding.regio), op=op, **feiten)
    neven = aanmelding.nevendossiers.get(soort="spoed", gesloten_op__isnull=True).concreet()
    return nevenwegen.langs(neven, status, cast, op=op)


def landelijk(cast, status=LandelijkStatus.LT_SIGNAAL, *, aanmelding=None, op=None, **feiten):
    """A question of landelijke toegankelijkheid in a status, beside an aanmelding as for `spoed`."""
    aanmelding = aanmelding or naar(melding(cast, naam="Elders, E"), Status.ONDERZOEK, cast)
    op = op or laatste_moment(aanmelding)
    cm = cast.casemanager(aanmelding.regio)
    actions.lt_openen(aanmelding, door=cm, op=op, **{**nevenwegen.VAN_ELDERS, **feiten})
    neven = aanmelding.nevendossiers.get(soort="landelijk", gesloten_op__isnull=True).concreet()
    return nevenwegen.langs(neven, status, cast, op=op)


def zorgaanbieder(naam="De Nieuwe Wending"):
    """A provider by name, in no region yet."""
    return Organisatie.objects.get_or_create(naam=naam, soort=Organisatie.Soort.ZORGAANBIEDER)[0]


def toelating(cast, status="aangemeld", *, aanbieder="De Nieuwe Wending", regio=None, op="2026-10-05", dagen_per_stap=1):
    """A provider in a status of SM-9, by real steps, one day after another."""
    regio, op = regio or cast.almelo, moment(op) if isinstance(op, str) else op
    organisatie = zorgaanbieder(aanbieder) if isinstance(aanbieder, str) else aanbieder
    dossier = aanmelden(
        door=cast.contractmanager(regio), op=op, regio=regio, organisatie=organisatie, aanvraag="Begeleiding en verblijf.",
        aangevraagd_op=op.date(),
    )  # fmt: skip
    return toelating_naar(dossier, status, cast, op=op, dagen_per_stap=dagen_per_stap)


def toelating_naar(dossier, status, cast, *, op=None, dagen_per_stap=1):
    """From where it is to a status; on another branch it stays where it is."""
    op = op or laatste_moment(dossier)
    for doel, stap in nevenwegen.stappen_naar(aanbiederwegen.TOELATING, dossier.status, status):
        op += timedelta(days=dagen_per_stap)
        dossier = stap(dossier, cast, op)
        assert dossier.status == doel
    return dossier
