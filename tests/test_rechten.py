"""Every URL × every role × own, a colleague's and a foreign object, against the hand-typed tests/rechten.csv."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from cimot import actions
from cimot.leefgebieden import Leefgebied
from cimot.models import Aanvulling, Besluit, Bevinding, Gesprek, Onderzoek, Verslag
from cimot.processen.aanmelding import AANMELDING, Status
from cimot.processen.landelijk import Status as LandelijkStatus
from cimot.processen.spoed import Status as SpoedStatus
from kern.models import Client, Gemeente, Inzage, Samenvoeging
from kern.personen import clienten, relaties
from kern.proces.tabel import PROCESSEN
from kern.stukken import documenten
from kern.toegang.rollen import Rol
from kern.werk import notities
from tests import aanbiederwereld, factories
from tests.kern import bestandenmaker, briefproef

KOLOMMEN = {
    Rol.FRONTOFFICE: "BAL",
    Rol.CASEMANAGER: "CM",
    Rol.TEAMLEIDER: "TL",
    Rol.REGIOGEMEENTE: "GEM",
    Rol.REGIOGEMEENTE_INDICEREND: "GEM",
    Rol.FUNCTIONEEL_BEHEERDER: "FB",
    Rol.PRIVACY_OFFICER: "FG",
    Rol.CONTRACTMANAGER: "CON",
    Rol.ADMINISTRATIE: "FIN",
    Rol.TOEZICHT_KWALITEIT: "TK",
    Rol.TOEZICHT_CALAMITEITEN: "TC",
}
# Pages before or around the login; tests/kern/test_account.py has them. The admin: tests/kern/test_admin.py.
ELDERS = {
    "inloggen",
    "uitloggen",
    "wachtwoord_vergeten",
    "wachtwoord_verstuurd",
    "wachtwoord_nieuw",
    "tweede_stap",
    "tweede_stap_uitzetten",
    "afwezigheid_intrekken",
    "storing_opnieuw",
    "gezondheid_gereed",
}
with (Path(__file__).parent / "rechten.csv").open(encoding="utf-8") as bestand:
    MATRIX = list(csv.DictReader(bestand, delimiter=";"))


def urlnamen(resolver=None) -> set[str]:
    namen = set()
    for patroon in (resolver or get_resolver()).url_patterns:
        if isinstance(patroon, URLPattern):
            namen.add(patroon.name)
        elif getattr(patroon, "app_name", None) != "admin":
            namen |= urlnamen(patroon)
    return namen


def test_every_url_stands_in_the_matrix():
    assert urlnamen() - ELDERS == {rij["url"] for rij in MATRIX}


class Wereld:
    """Per relation one dossier in every status, by real steps, with a note, a reminder and an appointment."""

    def __init__(self, cast):
        self.cast = cast
        self.gebruikers = cast.per_rol()
        cm = self.gebruikers[Rol.CASEMANAGER]
        wierden, borne = Gemeente.objects.get(naam="Wierden"), Gemeente.objects.get(naam="Borne")
        anders = {
            "gemeente": borne,
            "regio": cast.enschede,
            "door": cast.gebruiker("eva", Rol.FRONTOFFICE, regio=cast.enschede),
        }
        self.dossiers = {
            "eigen": self._alle(cm, {"gemeente": wierden}),
            "collega": self._alle(cast.anke, {"gemeente": wierden}),
            "vreemd": {Status.MELDING_ONTVANGEN: factories.melding(cast, naam="Vreemd, V", **anders)},
        }
        self.neven = {wie: self._neven(dossiers) for wie, dossiers in self.dossiers.items()}
        toelatingen, self.van_aanbieder = aanbiederwereld.maak(cast)
        for wie, dossiers in toelatingen.items():
            self.neven[wie]["toelating"] = dossiers
        self.notities = {
            "eigen": self._notities(self.dossiers["eigen"][Status.ONDERZOEK], cm),
            "vreemd": self._notities(self.dossiers["vreemd"][Status.MELDING_ONTVANGEN], cast.els),
        }

    def _alle(self, casemanager, plek):
        # A besluit that was sent is granted or refused at the same moment.
        statussen = [s for s in Status if s not in (*AANMELDING.eind, Status.BESLUIT_VERZONDEN)]
        dossiers = {}
        for status in statussen:
            dossier = factories.melding(self.cast, naam=f"{casemanager.naam}, {status}", **plek)
            dossier = factories.naar(dossier, status, self.cast, casemanager=casemanager)
            op = dossier.melding.ontvangen_op
            dossiers[status] = actions.toewijzen(dossier, door=self.cast.bas, op=op, behandelaar=casemanager)
        return dossiers

    def _neven(self, aanmeldingen):
        """What runs beside them, in every open status: one of each kind per aanmelding. Elsewhere the first status."""
        maken = {"spoed": factories.spoed, "landelijk": factories.landelijk}
        neven = {}
        for soort, maak in maken.items():
            open_ = [s for s in PROCESSEN[soort].statussen if s not in PROCESSEN[soort].eind]
            paren = zip(open_, aanmeldingen.values(), strict=False)
            neven[soort] = {status: maak(self.cast, status, aanmelding=a) for status, a in paren}
        return neven

    def _notities(self, dossier, door):
        morgen = timezone.localdate() + timedelta(days=1)
        contact = notities.contact_vastleggen(
            dossier, op=timezone.now(), met="moeder", kanaal="telefoon", tekst="Gebeld.", door=door
        )
        herinnering = notities.herinnering_maken(dossier, op=morgen, tekst="Bel", door=door)
        wacht = notities.wacht_zetten(dossier, wie="huisarts", waarop="brief", tot=morgen, door=door, op=timezone.now())
        if dossier.status == Status.ONDERZOEK:
            actions.gesprek_plannen(
                dossier, door=door, op=timezone.now(), wanneer=timezone.now(), minuten=30, plaats="thuis", aanwezigen="A"
            )
            gesprek = Gesprek.objects.get(onderzoek_id=dossier.pk)
        else:
            onderzoek = Onderzoek.objects.create(aanmelding=dossier)
            gesprek = Gesprek.objects.create(
                onderzoek=onderzoek, uid=dossier.client.uuid, op=timezone.now(), plaats="x", aanwezigen="y", door=door
            )
        rijen = {"contact": contact, "herinnering": herinnering, "wacht": wacht, "gesprek": gesprek}
        relatie = relaties.relatie_toevoegen(
            dossier.client, door=door, op=timezone.now(), soort="ouder", naam="Moeder", vanaf=timezone.localdate()
        )
        toestemming = relaties.toestemming_vastleggen(
            dossier.client,
            door=door,
            op=timezone.now(),
            waarvoor="overleg",
            partij="huisarts",
            omvang="Alles.",
            gegeven_op=timezone.localdate(),
            via="telefoon",
        )
        # A merge that cannot be taken back any more: the page says so, and nothing changes.
        verplaatst = {"dossier": [], "stand": dict.fromkeys(("client", "dossier", "adres", "relatie", "toestemming"), {})}
        samenvoeging = Samenvoeging.objects.create(
            doel=dossier.client, bron=Client.objects.create(achternaam="X"), verplaatst=verplaatst, doel_versie=1, door=door
        )
        rijen |= {"relatie": relatie, "toestemming": toestemming, "samenvoeging": samenvoeging}
        return rijen | {"document": bestandenmaker.document(dossier, door), **briefproef.post(dossier, door)}

    def argumenten(self, url, relatie):
        if relatie == "-":
            return []
        prefix = url.split("_")[0]
        if url in ("termijn_opschorten", "termijn_hervatten"):
            taken = self._dossier("aanmelding_besluit_opstellen", relatie).taken.order_by("-id")
            return [next((t for t in taken if t.code == "besluit"), taken[0]).pk]
        if url == "aanmelding_besluit":
            return [self._dossier("aanmelding_besluit_schrijven", relatie).pk]
        if prefix == "team":
            return [{"eigen": self.gebruikers[Rol.CASEMANAGER], "vreemd": self.cast.els}[relatie].pk]
        if prefix == "brief":
            return [self.notities[relatie]["brief"].uuid]
        if relatie in self.van_aanbieder and (gevonden := aanbiederwereld.argumenten(url, self.van_aanbieder[relatie])):
            return gevonden
        van_rij = not url.endswith(("maken", "zetten", "vastleggen", "toevoegen"))
        if url == "client_samenvoegen_met":
            ander = {"eigen": "collega", "vreemd": "vreemd"}[relatie]
            return [self._dossier(url, wie).client_id for wie in ("eigen", ander)]
        if prefix in self.notities["eigen"] and van_rij:
            return [self.notities[relatie][prefix].pk]
        dossier = self._dossier(url, relatie)
        return [dossier.client_id if prefix in ("client", "relatie", "toestemming") else dossier.pk]

    def _dossier(self, url, relatie):
        soort = url.split("_")[0]
        soort = soort if soort in PROCESSEN else "aanmelding"
        dossiers = {**self.neven[relatie], "aanmelding": self.dossiers[relatie]}[soort]
        overgangen = PROCESSEN[soort].acties.get(url.removeprefix(f"{soort}_"))
        if overgangen:
            passend = [dossiers[van] for o in overgangen for van in o.van if van in dossiers]
            return passend[0] if passend else next(iter(dossiers.values()))
        return dossiers.get(Status.ONDERZOEK) or next(iter(dossiers.values()))


@pytest.mark.eis("R-ORG-10", "L-73", "L-37")
def test_every_url_for_every_role(cast, client):
    wereld = Wereld(cast)
    client.raise_request_exception = True
    fouten = []
    for rol, gebruiker in wereld.gebruikers.items():
        client.force_login(gebruiker, backend="kern.toegang.backends.RolBackend")
        for rij in MATRIX:
            url = reverse(rij["url"], args=wereld.argumenten(rij["url"], rij["object"]))
            antwoord = client.get(url) if rij["methode"] == "GET" else client.post(url)
            verwacht = int(rij[KOLOMMEN.get(rol, "overig")])
            if antwoord.status_code != verwacht:
                fouten.append(
                    f"{rij['methode']} {rij['url']} ({rij['object']}) {rol}: {antwoord.status_code}, not {verwacht}"
                )
    assert not fouten, "\n".join(fouten)


def test_without_login_every_page_leads_to_the_login(cast, client):
    wereld = Wereld(cast)
    for rij in MATRIX:
        if rij["url"] == "gezondheid_levend":
            continue
        url = reverse(rij["url"], args=wereld.argumenten(rij["url"], rij["object"]))
        antwoord = client.get(url) if rij["methode"] == "GET" else client.post(url)
        assert antwoord.status_code == 302 and antwoord["Location"].startswith("/inloggen/"), rij["url"]


# One text per data class; where each stands is written in the fixture below.
KANARIES = {
    "D1": "Kanarienaam",
    "D2": "999990639",
    "D4": "kanarie-zorginhoud",
    "D5": "kanarie-justitie",
    "D6": "kanarie-schulden",
}
# Role → relation → the canaries that may be on the page of the dossier. Typed from domein.md 4.1 and 4.3. Content is for
# the casemanager of the case and the teamleider; D5 and D6 for the casemanager of the case alone; D2 is never shown.
MAG_ZIEN = {
    (Rol.CASEMANAGER, "eigen"): {"D1", "D4", "D5", "D6"},
    (Rol.CASEMANAGER, "collega"): {"D1"},
    (Rol.TEAMLEIDER, "collega"): {"D1", "D4"},
    (Rol.FRONTOFFICE, "collega"): {"D1"},
    (Rol.REGIOGEMEENTE, "collega"): {"D1"},
    (Rol.REGIOGEMEENTE_INDICEREND, "collega"): {"D1"},
}


def _met_kanaries(cast, casemanager, status=Status.ONDERZOEK):
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


def _paginas(dossier):
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


@pytest.mark.eis("L-72", "L-73", "L-74", "L-37")
@pytest.mark.parametrize("relatie", ["eigen", "collega"])
@pytest.mark.parametrize("status", [Status.ONDERZOEK, Status.BESLUIT_CONCEPT])
def test_canaries_stay_where_they_belong_and_are_logged(cast, client, relatie, status):
    """A text of every data class is absent from every response of who may not see it; where one is, the log has a row."""
    gebruikers = cast.per_rol()
    casemanager = gebruikers[Rol.CASEMANAGER] if relatie == "eigen" else cast.anke
    dossier = _met_kanaries(cast, casemanager, status)
    for rol, gebruiker in gebruikers.items():
        if relatie == "eigen" and rol != Rol.CASEMANAGER:
            continue
        mag = MAG_ZIEN.get((rol, relatie), set())
        gezien = set()
        client.force_login(gebruiker, backend="kern.toegang.backends.RolBackend")
        for url in _paginas(dossier):
            laatste = Inzage.objects.order_by("-id").values_list("id", flat=True).first() or 0
            antwoord = client.get(url)
            inhoud = antwoord.content.decode()
            aanwezig = {klasse for klasse, tekst in KANARIES.items() if tekst in inhoud}
            # What the user himself typed in the address comes back to him.
            if "Kanarienaam" in url and dossier.kenmerk not in inhoud:
                aanwezig -= {"D1"}
            gezien |= aanwezig
            assert aanwezig <= mag, f"{rol} sees {aanwezig - mag} at {url}"
            if aanwezig:
                rijen = Inzage.objects.filter(id__gt=laatste, gebruiker_id=gebruiker.pk)
                assert any(dossier.client_id in rij.client_ids for rij in rijen), f"{url} is not in the log"
        assert gezien == mag, f"{rol} never sees {mag - gezien}"


@pytest.mark.eis("X-14")
def test_out_of_scope_is_in_no_list_count_search_or_message(cast, client):
    """An Almelo client is nowhere for Enschede and for another municipality."""
    dossier = _met_kanaries(cast, cast.anke)
    assert Client.objects.filter(pk=dossier.client_id).exists()
    for gebruiker in (cast.els, cast.berend):
        client.force_login(gebruiker, backend="kern.toegang.backends.RolBackend")
        for url in _paginas(dossier):
            antwoord = client.get(url)
            inhoud = antwoord.content.decode()
            assert "Kanarienaam, K" not in inhoud and dossier.kenmerk not in inhoud and "kanarie-" not in inhoud, url
            if f"/{dossier.pk}/" in url:
                assert antwoord.status_code in (403, 404), url
