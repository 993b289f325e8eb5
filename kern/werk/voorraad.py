"""What a worklist row, a list row and the head of a dossier page say. Reads only; every function works on loaded objects."""

from datetime import timedelta

from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils import timezone

from kern.models import Dossier, Herinnering, Taak, WachtOp
from kern.proces.models.dossier import NOOIT
from kern.proces.tabel import PROCESSEN
from kern.schermen import bladeren
from kern.templatetags.cimot import pil_van
from kern.tijd.kalender import datum_nl

BINNENKORT_DAGEN = 7
EERST = bladeren.Volgorde("Eerste datum", "eerst_op")

# The tabs of the worklist; `aandacht_op` is kept by kern.tijd.termijnen.samenvatten.
TABS = (
    ("te_doen", "Te doen"),
    ("wacht_op", "Wacht op"),
    ("binnenkort", "Binnenkort"),
    ("te_laat", "Te laat"),
)
KRINGEN = (("mij", "Van mij"), ("onverdeeld", "Nog van niemand"), ("team", "Van het team"))


def vanzelf(gebruiker, vandaag) -> Q:
    """The dossiers that ask this user by himself, whoever has the case: a reminder for today, or a step that only his role
    can take (the teamleider approves a besluit). A step as columns, not as numbers: thousands may wait for one role."""
    rijen = Herinnering.objects.filter(gebruiker=gebruiker, gedaan_op__isnull=True, op__lte=vandaag)
    gevonden = Q(pk__in=list(rijen.values_list("dossier_id", flat=True)))
    for proces in PROCESSEN.values():
        stappen = [o for o in proces.overgangen if o.hoofd and o.wie == (gebruiker.rol,) and not o.alleen_eigen]
        if stappen:
            gevonden |= Q(soort=proces.soort, status__in=sorted({s for stap in stappen for s in stap.van}))
    return gevonden


def in_kring(gebruiker, kring: str, vragen: Q):
    """Open dossiers in view: one's own, those that nobody has yet, or all of the team."""
    open_ = Dossier.objects.voor(gebruiker).open()
    if kring == "mij":
        zelf = Q(behandelaar__in=gebruiker.werkt_voor_ids) | Q(pk__in=gebruiker.medezaak_ids)
        return open_.filter(zelf | vragen)
    return open_.filter(behandelaar__isnull=True) if kring == "onverdeeld" else open_


def op_tab(queryset, tab: str, vandaag, vragen: Q):
    """One tab of the worklist; what asks somebody by himself is always something to do."""
    wacht = Q(wacht_tot__gte=vandaag)
    return {
        "te_doen": queryset.filter(Q(aandacht_op__lte=vandaag) | vragen),
        "wacht_op": queryset.filter(wacht, aandacht_op__gt=vandaag),
        "binnenkort": queryset.filter(
            ~wacht | Q(wacht_tot__isnull=True),
            aandacht_op__gt=vandaag,
            aandacht_op__lte=vandaag + timedelta(days=BINNENKORT_DAGEN),
        ),
        "te_laat": queryset.filter(vervalt_op__lt=vandaag),
    }[tab]


def met_zaken(queryset, gebruiker):
    """Load what a row needs: client, open deadlines and suspensions, own reminders, whom it waits for. Five queries."""
    return queryset.select_related("client", "organisatie", "regio", "behandelaar").prefetch_related(
        Prefetch("taken", Taak.objects.filter(status=Taak.Status.OPEN).prefetch_related("opschortingen")),
        Prefetch("herinneringen", Herinnering.objects.filter(gedaan_op__isnull=True, gebruiker=gebruiker)),
        Prefetch("wachten", WachtOp.objects.filter(klaar_op__isnull=True)),
    )


def zaken(dossier, gebruiker) -> list[dict]:
    """Everything that asks attention on this dossier, most urgent first: {op, doen, waarom, soort}.

    What somebody typed about the waiting is content: who may only read the card sees that the dossier waits.
    """
    inhoud = dossier.proces.inhoud in dossier.klassen(gebruiker)
    doen = dossier.proces.te_doen.get(dossier.status, "")
    gevonden = []
    for taak in dossier.taken.all():
        if taak.status != Taak.Status.OPEN:
            continue
        termijn = dossier.proces.termijn(taak.code, taak.begin_op)
        waarom = f"{taak.naam} · staat stil" if taak.vervalt_op is None else _waarom(taak.naam, taak.vervalt_op)
        gevonden.append({"op": taak.vervalt_op or NOOIT, "doen": termijn.te_doen or doen, "waarom": waarom, "taak": taak})
    for herinnering in dossier.herinneringen.all():
        waarom = f"Eigen herinnering · {datum_nl(herinnering.op)}"
        gevonden.append({"op": herinnering.op, "doen": herinnering.tekst, "waarom": waarom})
    for wacht in dossier.wachten.all():
        wie, waarop = (wacht.wie, wacht.waarop or "antwoord") if inhoud else ("iemand", "antwoord")
        waarom = f"{waarop} · tot en met {datum_nl(wacht.tot)}"
        gevonden.append({"op": wacht.tot, "doen": f"Wacht op {wie}", "waarom": waarom, "wacht": True})
    gevonden.sort(key=lambda zaak: zaak["op"])
    return gevonden or [
        {"op": None, "doen": doen or dossier.status_naam, "waarom": f"sinds {datum_nl(dossier.status_sinds)}"}
    ]


def _waarom(naam: str, op) -> str:
    kort = datum_nl(op).rsplit(" ", 1)[0]
    return f"{naam} · {'verviel ' if op < timezone.localdate() else ''}{kort}"


def pil(zaak, vandaag) -> dict:
    if zaak["op"] is None:
        return {"soort": "wacht", "tekst": "geen termijn"}
    if zaak["op"] == NOOIT:
        return {"soort": "stil", "tekst": "staat stil"}
    if zaak.get("wacht"):
        tekst = "antwoord te laat" if zaak["op"] < vandaag else f"wacht {pil_van(zaak['op'], vandaag)['tekst']}"
        return {"soort": "laat" if zaak["op"] < vandaag else "wacht", "tekst": tekst}
    taak = zaak.get("taak")
    if taak is not None and taak.stil_op(vandaag):
        return {"soort": "stil", "tekst": "staat stil", "op": zaak["op"]}
    if taak is not None and taak.is_van_client and zaak["op"] < vandaag:
        return {"soort": "goed", "tekst": "voorbij", "op": zaak["op"]}
    return pil_van(zaak["op"], vandaag)


def rij(dossier, gebruiker, *, vandaag, vraag="") -> dict:
    """A row of the worklist: one per dossier, the most urgent matter first and the others as "+2"."""
    alle = zaken(dossier, gebruiker)
    eerste = next((z for z in alle if not (z.get("wacht") and len(alle) > 1 and z["op"] >= vandaag)), alle[0])
    return {
        "pil": pil(eerste, vandaag),
        "titel": dossier.lijsttitel,
        "ondertitel": f"{dossier.proces.naam} {dossier.kenmerk} · {dossier.status_naam}",
        "doen": eerste["doen"],
        "waarom": eerste["waarom"],
        "extra": len(alle) - 1,
        "url": f"{dossier.get_absolute_url()}{vraag}",
        "client_id": dossier.client_id,
    }


def lijstrij(dossier) -> dict:
    """A row of a list of one kind, from the columns of the dossier alone."""
    return {
        "dossier": dossier,
        "titel": dossier.lijsttitel,
        "url": dossier.get_absolute_url(),
        "ondertitel": f"{dossier.proces.naam} {dossier.kenmerk}",
        "pil": _lijstpil(dossier),
        "doen": dossier.status_naam,
        "waarom": f"bij {dossier.behandelaar}" if dossier.behandelaar else "nog van niemand",
    }


def levensrij(dossier, gebruiker) -> dict:
    """A row of the page of one client: what it is, and what it asks or how it ended."""
    periode = f"sinds {datum_nl(dossier.geopend_op)}"
    if not dossier.is_open:
        periode = f"{datum_nl(dossier.geopend_op)} tot en met {datum_nl(dossier.gesloten_op)}"
    zaak = zaken(dossier, gebruiker)[0] if dossier.is_open else {"doen": dossier.status_naam, "waarom": ""}
    bij = f" · bij {dossier.behandelaar}" if dossier.behandelaar else ""
    return {
        **lijstrij(dossier),
        "titel": f"{dossier.proces.naam} {dossier.kenmerk}",
        "ondertitel": f"{dossier.status_naam}{bij}" if dossier.is_open else bij.removeprefix(" · "),
        "doen": zaak["doen"],
        "waarom": " · ".join(filter(None, [zaak["waarom"], periode])),
    }


def _lijstpil(dossier) -> dict:
    if not dossier.is_open:
        return {"soort": "wacht", "tekst": "afgesloten", "icoon": "archive", "op": dossier.gesloten_op}
    if dossier.eerst_op == NOOIT:
        return {"soort": "wacht", "tekst": "geen termijn"}
    return pil_van(dossier.eerst_op)


def buren(request, dossier) -> dict:
    """Previous and next in the worklist one came from (`?lijst=te_doen&kring=mij`), and the place in it."""
    tab, kring = request.GET.get("lijst"), request.GET.get("kring", "mij")
    if tab not in dict(TABS) or kring not in dict(KRINGEN):
        return {}
    vandaag = timezone.localdate()
    vragen = vanzelf(request.user, vandaag)
    lijst = op_tab(in_kring(request.user, kring, vragen), tab, vandaag, vragen)
    hier = (dossier.eerst_op, dossier.pk)
    terug = EERST.omgekeerd()
    vraag = f"?lijst={tab}&kring={kring}"
    volgende = EERST.na(lijst, hier).order_by(*EERST.order_by).first()
    vorige = terug.na(lijst, hier).order_by(*terug.order_by).first()
    return {
        "lijst_naam": "Werkvoorraad",
        "lijst_url": f"{reverse('werkvoorraad')}?tab={tab}&kring={kring}",
        "vorige_url": f"{vorige.get_absolute_url()}{vraag}" if vorige else None,
        "volgende_url": f"{volgende.get_absolute_url()}{vraag}" if volgende else None,
        "positie": bladeren.begrensd(terug.na(lijst, hier)) + 1,
        "totaal": bladeren.aantal_tekst(bladeren.begrensd(lijst)),
    }
