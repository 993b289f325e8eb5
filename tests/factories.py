"""The fixed cast, and dossiers that reach a status by the real steps of the table."""

from datetime import date, datetime, timedelta

import factory
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from cimot import actions
from cimot.leefgebieden import Leefgebied
from cimot.processen.aanmelding import Status
from kern import clienten
from kern.models import Client, Gebruiker, Gemeente, Organisatie, Regio, Rolverlening
from kern.rollen import ZONDER_INLOG, Rol

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
    Rolverlening.objects.create(gebruiker=gebruiker, rol=rol, periode=DateRange(VORIGE_EEUW, None), **plek)
    # The roles are read once per object.
    for naam in ("verleningen", "rol", "waargenomen_ids"):
        gebruiker.__dict__.pop(naam, None)
    return gebruiker


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


def compleet_maken(aanmelding, cast, op):
    """What must be known before the melding can be confirmed."""
    client = Client.objects.get(pk=aanmelding.client_id)
    clienten.wijzigen(
        client,
        door=cast.bas,
        bsn_reden="" if client.heeft_bsn else "niet_vastgesteld",
        herkomst=Gemeente.objects.get(naam="Rijssen-Holten"),
    )
    return actions.melding_wijzigen(
        aanmelding,
        door=cast.bas,
        op=op,
        onderwerp="bw",
        grond="toestemming",
        omschrijving=aanmelding.melding.omschrijving,
        is_wlz_bekeken=True,
        is_dubbel_bekeken=True,
    )


NAMENS = {"wie": "client", "kanaal": "telefoon"}


def _stappen(cast, casemanager):
    """Status to the function that brings a dossier there from the status before it."""

    def bevestigd(a, op):
        a = compleet_maken(a, cast, op)
        return actions.bevestigen(a, door=cast.bas, op=op, via="brief")

    def onderzoek(a, op):
        a = actions.toewijzen(a, door=cast.bas, op=op, behandelaar=casemanager)
        a = actions.eerste_contact(a, door=casemanager, op=op)
        a = actions.plan_vastleggen(a, door=casemanager, op=op, plan="niet_gewenst", namens=NAMENS)
        a = actions.ondersteuning_vastleggen(a, door=casemanager, op=op, ondersteuning="nee", ondersteuning_op=op.date())
        return actions.onderzoek_starten(a, door=casemanager, op=op)

    def concept(a, op):
        a = actions.identiteit_vaststellen(a, door=casemanager, op=op, identiteitsbewijs="paspoort", identiteit_op=op.date())
        a = actions.onderzoek_invullen(a, door=casemanager, op=op, **dict.fromkeys(a.onderzoek.LID_4, "Ingevuld."))
        bevindingen = {g: {"tekst": "", "is_niet_aan_de_orde": True} for g in Leefgebied.values}
        a = actions.leefgebieden_invullen(a, door=casemanager, op=op, bevindingen=bevindingen)
        return actions.verslag_maken(a, door=casemanager, op=op)

    def naar_client(a, op):
        vragen = a.regio.criteria.filter(onderwerp=a.onderwerp, periode__contains=a.gemeld_op)
        uitkomsten = {c.pk: {"uitkomst": "ja", "toelichting": ""} for c in vragen}
        a = actions.criteria_invullen(a, door=casemanager, op=op, uitkomsten=uitkomsten)
        a = actions.verslag_schrijven(a, door=casemanager, op=op, conclusie="Conclusie.", voorstel="Voorstel.")
        return actions.verslag_versturen(a, door=casemanager, op=op, via="brief")

    def definitief(a, op):
        a = actions.reactie_vastleggen(a, door=casemanager, op=op, reactie="akkoord", is_ondertekend=True, namens=NAMENS)
        return actions.definitief_maken(a, door=casemanager, op=op)

    return {
        Status.MELDING_BEVESTIGD: bevestigd,
        Status.ONDERZOEK: onderzoek,
        Status.VERSLAG_CONCEPT: concept,
        Status.VERSLAG_CLIENT: naar_client,
        Status.VERSLAG_DEFINITIEF: definitief,
    }


def naar(aanmelding, status, cast, *, casemanager=None, op=None, dagen_per_stap=1):
    """Bring a dossier to a status of the main road by real transitions, one day after another."""
    casemanager = casemanager or cast.anke
    op = op or aanmelding.melding.ontvangen_op
    for doel, stap in _stappen(cast, casemanager).items():
        if aanmelding.status == status:
            break
        op += timedelta(days=dagen_per_stap)
        aanmelding = stap(aanmelding, op)
        assert aanmelding.status == doel
    return aanmelding
