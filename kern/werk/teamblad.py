"""What the screens of the team show: caseload per person, and what nobody has yet. Reads only."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Count, Q

from kern.models import Afwezigheid, Dossier, Gebruiker
from kern.proces.tabel import PROCESSEN
from kern.schermen import bladeren
from kern.toegang.gebruikers import laatste_dag
from kern.toegang.rollen import Wereld
from kern.werk import team, voorraad

OUDSTE = bladeren.Volgorde("Oudste", "geopend_op")
PER_PAGINA = 25
# Per kind: which dossiers are urgent. A domain app fills it in its AppConfig, as it does with a gevolg.
SPOED: dict[str, Q] = {}


def _zorg(gebruiker: Gebruiker):
    """The cases of casemanagers; who follows a provider is no part of the caseload of the team."""
    return Dossier.objects.voor(gebruiker).filter(wereld=Wereld.ZORG)


def cijfers(vandaag: date) -> dict[str, tuple[str, Q]]:
    """The figures per person: code → its label and its condition on the columns of the dossier."""
    maandag = vandaag - timedelta(days=vandaag.weekday())
    week = vandaag + timedelta(days=voorraad.BINNENKORT_DAGEN)
    return {
        "open": ("Open zaken", Q()),
        "te_laat": ("Te laat", Q(vervalt_op__lt=vandaag)),
        "aandacht": ("Nu te doen", Q(aandacht_op__lte=vandaag)),
        "binnenkort": ("Termijn binnen 7 dagen", Q(vervalt_op__gte=vandaag, vervalt_op__lte=week)),
        "wacht": ("Wacht op iemand", Q(wacht_tot__gte=vandaag, aandacht_op__gt=vandaag)),
        "nieuw": ("Nieuw deze week", Q(geopend_op__gte=maandag)),
    }


@dataclass
class Persoon:
    """One row of the team: somebody with his figures, in the order of `cijfers`."""

    gebruiker: Gebruiker
    getallen: dict[str, int]
    medezaken: int
    afwezig: Afwezigheid | None
    is_casemanager: bool
    deel: int = 0  # of the largest caseload, in percent, for the bar
    deel_laat: int = 0

    @property
    def open(self) -> int:
        return self.getallen["open"]

    @property
    def tot_en_met(self) -> str:
        return laatste_dag(self.afwezig) if self.afwezig else ""

    @property
    def keuze(self) -> str:
        """How he reads in a list to choose from."""
        weg = f", afwezig t/m {self.tot_en_met}" if self.afwezig else ""
        return f"{self.gebruiker} ({self.open} {'zaak' if self.open == 1 else 'zaken'}{weg})"


def _getallen(bereik, vandaag: date) -> dict[int, dict[str, int]]:
    tellers = {code: Count("pk", filter=voorwaarde) for code, (_, voorwaarde) in cijfers(vandaag).items() if voorwaarde}
    rijen = bereik.filter(behandelaar__isnull=False).order_by().values("behandelaar")
    return {rij.pop("behandelaar"): rij for rij in rijen.annotate(open=Count("pk"), **tellers)}


def _gedeeld(bereik) -> dict[int, int]:
    rijen = bereik.filter(medebehandelaars__isnull=False).order_by().values_list("medebehandelaars")
    return dict(rijen.annotate(aantal=Count("pk")))


def personen(gebruiker: Gebruiker, vandaag: date) -> list[Persoon]:
    """The casemanagers of one's regions, and whoever still has open work there. A fixed number of queries."""
    bereik = _zorg(gebruiker).open()
    getallen, gedeeld = _getallen(bereik, vandaag), _gedeeld(bereik)
    nul = dict.fromkeys(cijfers(vandaag), 0)
    actief = set(team.casemanagers(gebruiker.regio_ids).values_list("pk", flat=True))
    mensen = list(Gebruiker.objects.filter(pk__in={*actief, *getallen, *gedeeld}).order_by("naam", "pk"))
    weg = Afwezigheid.objects.filter(gebruiker__in=mensen, periode__contains=vandaag).select_related("waarnemer")
    afwezig = {rij.gebruiker_id: rij for rij in weg}
    rijen = [
        Persoon(g, nul | getallen.get(g.pk, {}), gedeeld.get(g.pk, 0), afwezig.get(g.pk), g.pk in actief) for g in mensen
    ]
    meest = max((rij.open for rij in rijen), default=0) or 1
    for rij in rijen:
        rij.deel, rij.deel_laat = round(100 * rij.open / meest), round(100 * rij.getallen["te_laat"] / meest)
    return rijen


# --- Rows of dossiers --------------------------------------------------------------------------------------------


def _is_spoed() -> Q:
    spoed = Q(pk__in=[])
    for soort, voorwaarde in SPOED.items():
        spoed |= Q(soort=soort) & voorwaarde
    return spoed


def _onderwerpen(dossiers) -> dict[int, str]:
    """What each case is about, for the kinds that have an onderwerp: one query per such kind."""
    gevonden = {}
    for proces in PROCESSEN.values():
        model = apps.get_model(proces.model)
        try:
            labels = dict(model._meta.get_field("onderwerp").flatchoices)
        except FieldDoesNotExist:
            continue
        # Never an empty list: the same number of queries whatever is on the page.
        ids = [0, *(d.pk for d in dossiers if d.soort == proces.soort)]
        gevonden |= {pk: labels.get(w, "") for pk, w in model.objects.filter(pk__in=ids).values_list("pk", "onderwerp")}
    return gevonden


def rijen(dossiers, gebruiker: Gebruiker, *, vandaag: date, gekozen=()) -> list[dict]:
    """Rows to choose from, as the worklist shows them, with the gemeente and what it is about."""
    onderwerpen = _onderwerpen(dossiers)
    spoed = set(Dossier.objects.filter(_is_spoed(), pk__in=[d.pk for d in dossiers]).values_list("pk", flat=True))
    return [
        {
            **voorraad.rij(dossier, gebruiker, vandaag=vandaag),
            "pk": dossier.pk,
            "kenmerk": dossier.kenmerk,
            "spoed": dossier.pk in spoed,
            "gekozen": dossier.pk in gekozen,
            "plek": " · ".join(filter(None, [str(dossier.gemeente or ""), onderwerpen.get(dossier.pk, "").lower()])),
            "geopend_op": dossier.geopend_op,
            "bij": dossier.behandelaar,
        }
        for dossier in dossiers
    ]


def _geladen(queryset, gebruiker):
    return voorraad.met_zaken(queryset, gebruiker).select_related("client", "regio", "behandelaar", "gemeente")


def van_niemand(gebruiker: Gebruiker):
    """Open and given to nobody. What runs beside another one of nobody is left out: it goes along with that one."""
    alleen = Q(hoofddossier__isnull=True) | Q(hoofddossier__behandelaar__isnull=False)
    los = alleen | Q(hoofddossier__gesloten_op__isnull=False)
    return _zorg(gebruiker).open().filter(los, behandelaar__isnull=True)


def onverdeeld(gebruiker: Gebruiker, cursor) -> tuple[list, tuple | None]:
    """A page of what nobody has: first what is urgent, then the oldest. And the key after which there is more, if any."""
    alles = van_niemand(gebruiker).order_by(*OUDSTE.order_by)
    dringend = list(alles.filter(_is_spoed()).values_list("pk", flat=True)[:PER_PAGINA])
    rest = alles.exclude(pk__in=dringend)
    scopes = [rest.filter(regio=regio) for regio in sorted(set(gebruiker.regio_ids))]
    rest = bladeren.per_scope(scopes, OUDSTE, cursor, PER_PAGINA + 1)
    meer = OUDSTE.sleutel(rest[PER_PAGINA - 1]) if len(rest) > PER_PAGINA else None
    ids = [*(dringend if cursor is None else []), *(d.pk for d in rest[:PER_PAGINA])]
    geladen = _geladen(_zorg(gebruiker), gebruiker).in_bulk(ids)
    return [geladen[pk] for pk in ids if pk in geladen], meer


def zaken_van(persoon: Gebruiker, gebruiker: Gebruiker, cijfer: str, vandaag: date):
    """The open cases of one colleague within view, behind one figure."""
    voorwaarde = cijfers(vandaag)[cijfer][1]
    return _geladen(_zorg(gebruiker).open().filter(voorwaarde, behandelaar=persoon), gebruiker)


def medezaken_van(persoon: Gebruiker, gebruiker: Gebruiker, hoogstens: int = 100):
    """The open cases of others in which he works along."""
    zaken = _zorg(gebruiker).open().filter(pk__in=persoon.medezaak_ids).exclude(behandelaar=persoon)
    return list(_geladen(zaken, gebruiker).order_by(*voorraad.EERST.order_by)[:hoogstens])
