"""The head of a dossier page: where it stands, what can be done now, which dates run. Reads only, on loaded objects."""

from datetime import timedelta

from django.db.models import F, Prefetch, Q
from django.urls import reverse

from kern.models import Dossier, Taak
from kern.proces import actions
from kern.proces.models.dossier import NOOIT
from kern.templatetags.cimot import datum_kort, opsomming
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Klasse
from kern.werk import voorraad


def stappen(dossier, vandaag) -> list[dict]:
    proces = dossier.proces
    nu = next((i for i, stap in enumerate(proces.stappen) if dossier.status in stap.statussen), None)
    resultaat = []
    for i, stap in enumerate(proces.stappen):
        stand = "straks" if nu is None or i > nu else ("nu" if i == nu else "gedaan")
        is_nu = stand == "nu"
        resultaat.append(
            {
                "naam": stap.naam,
                "stand": stand,
                "datum": dossier.geopend_op if i == 0 and not is_nu else None,
                "status": _status_bij(dossier, stap) if is_nu else "",
                "tekst": _voortgang(dossier, vandaag) if is_nu else "",
            }
        )
    return resultaat


def _status_bij(dossier, stap) -> str:
    """The status under its step, without the name of the step again."""
    naam = dossier.status_naam
    if not naam.casefold().startswith(stap.naam.casefold()):
        return naam
    return naam[len(stap.naam) :].strip().capitalize()


def _termijn(dossier, taak):
    """Its row of the table, without asking the database for the dossier again."""
    return dossier.proces.termijn(taak.code, taak.begin_op)


def hoofdtermijn(dossier, vandaag):
    """The deadline by which a case is judged: the last duty that the law sets us and that has begun."""
    if not dossier.is_open:
        return None
    onze = [t for t in dossier.taken.all() if t.status == Taak.Status.OPEN and t.is_wettelijk and not t.is_van_client]
    begonnen = [t for t in onze if t.vervalt_op and t.begin_op <= vandaag and not _termijn(dossier, t).bevoegdheid]
    return max(begonnen, key=lambda t: t.vervalt_op, default=None)


def _voortgang(dossier, vandaag) -> str:
    """ "dag 20 van 42" of the legal term, that it stands still, or since when."""
    taak = hoofdtermijn(dossier, vandaag)
    if taak and taak.stil_op(vandaag):
        return "termijn staat stil"
    if taak and taak.begin_op < taak.vervalt_op and vandaag <= taak.vervalt_op:
        dag, dagen = (vandaag - taak.begin_op).days, (taak.vervalt_op - taak.begin_op).days
        return f"dag {dag} van {dagen}" if dag else f"vandaag begonnen, {dagen} dagen"
    return f"sinds {datum_nl(dossier.status_sinds).rsplit(' ', 1)[0]}"


def acties(dossier, gebruiker, vandaag) -> list[dict]:
    """The actions of the table in this status for this role, and for those that cannot be done yet: why."""
    resultaat = []
    for overgang in dossier.proces.vanuit(dossier.status):
        if gebruiker.rol not in overgang.wie or (overgang.toon_als and not overgang.toon_als(dossier)):
            continue
        recht = gebruiker.has_perm(f"{dossier.soort}.{overgang.actie}", dossier)
        waarom = actions.ontbreekt(dossier, overgang, vandaag) if recht else ["dit is een zaak van een collega"]
        resultaat.append(
            {
                "actie": overgang.actie,
                "label": overgang.knop,
                "naar": overgang.naar,
                "sluit": overgang.naar in dossier.proces.eind,
                "van_collega": not recht,
                "hoofd": overgang.hoofd,
                "mag": recht and not waarom,
                "waarom": waarom,
                "url": reverse(f"{dossier.soort}_{overgang.actie}", args=[dossier.pk]),
            }
        )
    return sorted(resultaat, key=lambda actie: (not actie["hoofd"], actie["sluit"]))


def _stil_url(taak, termijn, stil) -> dict | None:
    """The one thing that can be done with this deadline: let it stand still, or let it run again (L-59)."""
    if taak.status != Taak.Status.OPEN or not termijn.opschorten:
        return None
    label, naam = ("Weer laten lopen", "termijn_hervatten") if stil else ("Laten stilstaan", "termijn_opschorten")
    return {"label": label, "url": reverse(naam, args=[taak.pk])}


def termijnen(dossier, gebruiker, vandaag) -> list[dict]:
    """The deadlines of the dossier: open ones first by date, then the ended ones."""
    resultaat = []
    belangrijkste = hoofdtermijn(dossier, vandaag)
    mag_stil = gebruiker.has_perm("termijn.opschorten", dossier)
    for taak in dossier.taken.all():
        termijn = _termijn(dossier, taak)
        stil = taak.stil_op(vandaag)
        waarschuwt = [taak.vervalt_op - timedelta(days=d) for d in taak.waarschuw] if taak.vervalt_op else []
        regel = ["wet" if taak.is_wettelijk else "afspraak"]
        nog = sorted(dag for dag in waarschuwt if dag >= vandaag)
        if nog and taak.status == Taak.Status.OPEN:
            regel.append(f"waarschuwt {opsomming(datum_kort(dag) for dag in nog)}")
        if stil and stil.tot:
            regel.append(f"staat stil tot en met {datum_nl(stil.tot)}")
        if taak.gesloten_op:
            laat = ", te laat" if taak.is_te_laat_afgedaan else ""
            regel.append(f"{taak.get_status_display()} op {datum_nl(taak.gesloten_op)}{laat}")
        resultaat.append(
            {
                "taak": taak,
                "naam": taak.naam,
                "vervalt_op": taak.vervalt_op,
                "opgeschort": stil is not None,
                "stil_url": _stil_url(taak, termijn, stil) if mag_stil else None,
                "is_open": taak.status == Taak.Status.OPEN,
                "is_belangrijkste": taak == belangrijkste,
                "pil": voorraad.pil({"op": taak.vervalt_op or NOOIT, "taak": taak}, vandaag),
                "is_laat": taak.is_te_laat_afgedaan,
                "regel": " · ".join(regel),
            }
        )
    return sorted(resultaat, key=lambda t: (not t["is_open"], t["vervalt_op"] or NOOIT))


def verband(dossier, gebruiker, vandaag) -> dict:
    """The dossier beside which this one runs, with the deadlines that go on there, and what runs beside this one.

    Only what this user has in view, and no more than its card. Three queries, however many there are.
    """
    bij = Q(hoofddossier=dossier.pk) | Q(pk=dossier.hoofddossier_id)
    rijen = Dossier.objects.voor(gebruiker).filter(bij).order_by(F("gesloten_op").desc(nulls_first=True), "pk")
    open_taken = Taak.objects.filter(status=Taak.Status.OPEN).prefetch_related("opschortingen")
    rijen = rijen.prefetch_related(Prefetch("taken", open_taken))
    kaart = [rij for rij in rijen if Klasse.D3 in rij.klassen(gebruiker)]
    hoofd = next((rij for rij in kaart if rij.pk == dossier.hoofddossier_id), None)
    neven = [rij for rij in kaart if rij.hoofddossier_id == dossier.pk]
    return {
        "hoofddossier": hoofd,
        "hoofdtermijnen": termijnen(hoofd, gebruiker, vandaag) if hoofd and hoofd.is_open else [],
        "nevendossiers": [
            {"dossier": rij, "termijnen": termijnen(rij, gebruiker, vandaag)[:1] if rij.is_open else []} for rij in neven
        ],
        "loopt_hiernaast": any(rij.is_open for rij in neven),
    }
