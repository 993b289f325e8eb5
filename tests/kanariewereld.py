"""A case in which every field holds a text that says of which data class it is, and the pages on which it may stand."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from aanbieders.processen.toelating import Status as ToelatingStatus
from cimot import actions
from cimot.leefgebieden import Leefgebied
from cimot.models import Aanmelding, Aanvulling, Besluit, Besluitonderdeel, Bevinding, Onderzoek, Verslag
from cimot.processen.aanmelding import Status
from cimot.processen.landelijk import Status as LandelijkStatus
from cimot.processen.spoed import Status as SpoedStatus
from kern.models import Gemeente
from kern.personen import clienten, relaties
from kern.stukken import documenten
from kern.werk import notities
from tests import aanbiederwereld, factories
from tests.kern import bestandenmaker
from tests.rechtenwereld import ELDERS, MATRIX, urlnamen

# One text per data class; where each stands is written in the fixture below.
KANARIES = {
    "D1": "Kanarienaam",
    "D2": "999990639",
    "D4": "kanarie-zorginhoud",
    "D5": "kanarie-justitie",
    "D6": "kanarie-schulden",
}


def met_kanaries(cast, casemanager, status=Status.ONDERZOEK):
    dossier = factories.melding(
        cast, naam=f"{KANARIES['D1']}, Klaas", omschrijving=KANARIES["D4"], gemeente=Gemeente.objects.get(naam="Wierden")
    )
    clienten.wijzigen(dossier.client, door=cast.bas, bsn=KANARIES["D2"])
    dossier = factories.naar(dossier, Status.ONDERZOEK, cast, casemanager=casemanager)
    op = dossier.melding.ontvangen_op
    actions.onderzoek_invullen(dossier, door=casemanager, op=op, **dict.fromkeys(dossier.onderzoek.LID_4, KANARIES["D4"]))
    teksten = {g: KANARIES["D4"] for g in Leefgebied.values}
    teksten |= {Leefgebied.JUSTITIE: KANARIES["D5"], Leefgebied.VEILIGHEID: KANARIES["D5"]}
    teksten |= {Leefgebied.SCHULDEN: KANARIES["D6"], Leefgebied.INKOMEN: KANARIES["D6"]}
    bevindingen = {g: {"tekst": t, "is_niet_aan_de_orde": False} for g, t in teksten.items()}
    actions.leefgebieden_invullen(dossier, door=casemanager, op=op, bevindingen=bevindingen)
    actions.vertraging_noteren(dossier, door=casemanager, op=op, reden=KANARIES["D4"])
    d4 = KANARIES["D4"]
    notities.contact_vastleggen(dossier, op=op, met=d4, kanaal="telefoon", tekst=d4, door=casemanager)
    morgen = timezone.localdate() + timedelta(days=1)
    notities.wacht_zetten(dossier, wie=d4, waarop=d4, tot=morgen, door=casemanager, op=timezone.now())
    notities.herinnering_maken(dossier, op=morgen, tekst=d4, door=casemanager)
    notities.label_zetten(dossier, label=d4, door=casemanager)
    _met_mensen(dossier, casemanager)
    _met_documenten(dossier, casemanager)
    _met_neven(cast, dossier)
    return _met_besluit(cast, dossier, casemanager) if status == Status.BESLUIT_CONCEPT else dossier


def _met_neven(cast, dossier):
    """What runs beside it, past the moment on which every colleague must know why."""
    d4 = KANARIES["D4"]
    spoed = factories.spoed(cast, SpoedStatus.TIJDELIJK_BESLUIT, aanmelding=dossier)
    velden = dict.fromkeys(("reden", "risico", "voorziening"), d4)
    spoed.__class__.objects.filter(pk=spoed.pk).update(**velden)
    Besluit.objects.filter(dossier=spoed).update(weigering_toelichting=d4)
    van_elders = {"laatst_gewoond": d4, "reden_komst": d4}
    landelijk = factories.landelijk(cast, LandelijkStatus.LT_ONDERZOEK, aanmelding=dossier, **van_elders)
    velden = dict.fromkeys(("motivering", "tijdelijk_toelichting", "contact_naam", "stukken", "geschil_uitkomst"), d4)
    landelijk.__class__.objects.filter(pk=landelijk.pk).update(**velden)
    for punt, tekst in (("netwerk", d4), ("veiligheid", KANARIES["D5"]), ("justitie", KANARIES["D5"])):
        landelijk.wegingen.create(criterium=punt, voorkeur="hier", toelichting=tekst)


def _met_besluit(cast, dossier, casemanager):
    """The same case further on: what was found, what is missing, and the besluit with its reasons."""
    d4, teksten = KANARIES["D4"], dict(Bevinding.objects.filter(onderzoek_id=dossier.pk).values_list("leefgebied", "tekst"))
    op = factories.laatste_moment(dossier)
    dossier = factories.naar(dossier, Status.AANVRAAG_ONVOLLEDIG, cast, casemanager=casemanager, op=op)
    Aanvulling.objects.update(ontbreekt=d4)
    for leefgebied, tekst in teksten.items():
        Bevinding.objects.filter(onderzoek_id=dossier.pk, leefgebied=leefgebied).update(tekst=tekst)
    velden = dict.fromkeys((*Onderzoek.LID_4, "thuis_toelichting", "woonvraag_toelichting", "duurzaam_plan"), d4)
    Onderzoek.objects.filter(pk=dossier.pk).update(**velden)
    Verslag.objects.filter(pk=dossier.pk).update(conclusie=d4, voorstel=d4, reactie_tekst=d4)
    op = factories.laatste_moment(dossier)
    dossier = actions.aanvulling_ontvangen(dossier, door=casemanager, op=op)
    velden = dict.fromkeys((*Besluit.ELEMENTEN, "afbouwdoel", "weigering_toelichting"), d4)
    dossier = factories.besluit_van(dossier, "gedeeltelijk", cast, op=op, **velden)
    Besluit.objects.filter(dossier=dossier).update(zienswijze=d4)
    dossier.besluit.onderdelen.update(motivering=d4)
    return dossier


def _met_documenten(dossier, door):
    """The title of a document has the class of its kind; a withdrawn one too."""
    for soort, klasse in (("verslag", "D4"), ("justitie", "D5"), ("geld", "D6"), ("overig", "D4")):
        inhoud = f"%PDF-1.7 {soort}".encode()
        rij = bestandenmaker.document(dossier, door, titel=KANARIES[klasse], soort=soort, inhoud=inhoud)
    documenten.intrekken(rij, reden=KANARIES["D4"], door=door, op=timezone.now())


def _met_mensen(dossier, door):
    """Who helps a client, and what he allows, is content; who represents him is not."""
    d1, d4, op, dag = KANARIES["D1"], KANARIES["D4"], timezone.now(), timezone.localdate()
    ouder = {"soort": "ouder", "naam": d1, "grond": "volmacht", "toelichting": d1, "is_eerste_contact": True}
    hulp = {"soort": "hulpverlener", "naam": d4, "organisatie": d4, "telefoon": d4, "straat": d4, "plaats": d4}
    hulp |= {"huisnummer": "1", "toelichting": d4, "krijgt_brieven": True, "wordt_uitgenodigd": True}
    for gegevens in (ouder, hulp):
        relaties.relatie_toevoegen(dossier.client, door=door, op=op, vanaf=dag, **gegevens)
    gegeven = {"waarvoor": "delen", "partij": d4, "omvang": d4, "gegeven_op": dag, "via": "telefoon"}
    toestemming = relaties.toestemming_vastleggen(dossier.client, door=door, op=op, **gegeven)
    relaties.toestemming_vastleggen(dossier.client, door=door, op=op, **gegeven)
    relaties.toestemming_intrekken(toestemming, door=door, op=op, ingetrokken_op=dag, ingetrokken_via="brief")


def paginas(dossier):
    detail = dossier.get_absolute_url()
    yield from (detail, f"{detail}?tab=contact", f"{detail}?tab=tijdlijn", dossier.client.get_absolute_url())
    yield f"{detail}?tab=documenten"
    for naam in sorted(urlnamen() - ELDERS):
        rij = next((r for r in MATRIX if r["url"] == naam and r["methode"] == "GET"), None)
        if rij is None:
            continue
        if rij["object"] == "-":
            yield reverse(naam)
        elif naam in ("relatie_toevoegen", "toestemming_vastleggen"):
            yield reverse(naam, args=[dossier.client_id])
        elif naam.startswith("aanmelding_") or naam in ("contact_vastleggen", "herinnering_maken", "wacht_zetten"):
            yield reverse(naam, args=[dossier.pk])
    for neven in dossier.nevendossiers.all():
        namen = {r["url"] for r in MATRIX if r["object"] != "-" and r["url"].startswith(f"{neven.soort}_")}
        yield from (reverse(naam, args=[neven.pk]) for naam in sorted(namen))
    for relatie in dossier.client.relaties.all():
        yield reverse("relatie_wijzigen", args=[relatie.pk])
        yield reverse("relatie_beeindigen", args=[relatie.pk])
    for toestemming in dossier.client.toestemmingen.all():
        yield reverse("toestemming_intrekken", args=[toestemming.pk])
    yield f"{reverse('zoeken')}?q=Kanarienaam"
    yield f"{reverse('client_lijkt_op')}?naam=Kanarienaam&geboren=03-03-2007"
    yield f"{reverse('aanmelding_lijst')}?export=csv"
    yield f"{reverse('werkvoorraad')}?kring=team&tab=te_doen"


def bij_een_aanbieder():
    """The client of a colleague with a running indicatie at a provider of the own region, and letters to him."""
    cast, dossier = factories.Cast(), Aanmelding.objects.get()
    op = factories.laatste_moment(dossier)
    dossier = factories.naar(dossier, Status.INDICATIE_ACTIEF, cast, casemanager=cast.anke, op=op)
    toelating = factories.toelating(cast, ToelatingStatus.ACTIEF)
    Besluitonderdeel.objects.filter(besluit__dossier=dossier).update(
        aanbieder=toelating.organisatie, motivering=KANARIES["D4"]
    )
    return dossier, toelating, aanbiederwereld.rijen(cast, toelating)
