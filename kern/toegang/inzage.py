"""The log of who saw whom. A view notes what it shows; the middleware writes one row per response (L-74)."""

from dataclasses import dataclass, field

from kern.models import Inzage
from kern.proces.tabel import PROCESSEN


@dataclass
class Notitie:
    soort: str = Inzage.Soort.DETAIL
    client_ids: set[int] = field(default_factory=set)
    dossier_id: int | None = None
    wereld: str = ""
    klassen: set[str] = field(default_factory=set)
    aantal: int = 0


def noteer(request, *, soort, clienten=(), dossier=None, klassen=(), aantal=None) -> None:
    """Note that this response shows these clients (ids, None is skipped). May be called several times per request."""
    notitie = getattr(request, "inzage", None) or Notitie()
    request.inzage = notitie
    notitie.soort = soort
    nieuw = {pk for pk in clienten if pk}
    notitie.client_ids |= nieuw
    notitie.klassen |= set(klassen)
    notitie.aantal += len(nieuw) if aantal is None else aantal
    if dossier is not None:
        notitie.dossier_id, notitie.wereld = dossier.pk, dossier.wereld
        if dossier.client_id:
            notitie.client_ids.add(dossier.client_id)


def per_dossier(request, *, soort, dossiers, klassen) -> None:
    """Write a row for each of several dossiers of which this response holds the content, before it leaves."""
    gebruiker, match = request.user, request.resolver_match
    Inzage.objects.bulk_create(
        Inzage(
            soort=soort,
            wereld=dossier.wereld,
            gebruiker_id=gebruiker.pk,
            rol=gebruiker.rol or "",
            namens_ids=gebruiker.waargenomen_ids,
            pagina=match.view_name if match else "",
            dossier_id=dossier.pk,
            client_ids=[dossier.client_id] if dossier.client_id else [],
            klassen=sorted(klassen),
            aantal=1 if dossier.client_id else 0,
            status=200,
            referentie=request.referentie,
        )
        for dossier in dossiers
    )


def gevraagd(request, *, dossier: int | None = None, client: int | None = None) -> None:
    """Note whom a page is about whose address may not say so (a document, a relation): a refusal names them (L-74)."""
    request.gevraagd = dossier, client


def schrijf(request, response) -> None:
    """Write the row. A refusal (403, 404) of a page about a client or dossier is written too."""
    gebruiker = getattr(request, "user", None)
    if gebruiker is None or not gebruiker.is_authenticated:
        return
    match = request.resolver_match
    notitie = _weigering(response.status_code, match, request) or getattr(request, "inzage", None)
    if notitie is None:
        return
    Inzage.objects.create(
        soort=notitie.soort,
        wereld=notitie.wereld,
        gebruiker_id=gebruiker.pk,
        rol=gebruiker.rol or "",
        namens_ids=gebruiker.waargenomen_ids,
        pagina=match.view_name if match else "",
        dossier_id=notitie.dossier_id,
        client_ids=sorted(notitie.client_ids),
        klassen=sorted(notitie.klassen),
        aantal=notitie.aantal,
        status=response.status_code,
        referentie=request.referentie,
    )


def _weigering(status: int, match, request) -> Notitie | None:
    """A page that was refused: nothing was seen, and what was asked for is known."""
    if match is None or status not in (403, 404):
        return None
    pk = match.kwargs.get("pk")
    dossier, client = getattr(request, "gevraagd", (None, None))
    if pk is None and status == 404 and dossier is None:
        return None
    over = match.route.split("/")[0]
    clienten = {pk if over == "client" else None, client}
    dossier = pk if over in ("dossier", *PROCESSEN) else dossier
    return Notitie(
        soort=Inzage.Soort.WEIGERING,
        client_ids={c for c in clienten if c is not None and c < 2**63},
        dossier_id=dossier if dossier is not None and dossier < 2**63 else None,
    )
