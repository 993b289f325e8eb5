"""The blocks of spoed and of landelijke toegankelijkheid, each with its data class (domein.md 4.2)."""

from cimot.models import Kansweging, LandelijkeToegang
from cimot.processen.landelijk import Status as LtStatus
from cimot.processen.spoed import Status as SpoedStatus
from kern.schermen.views.dossier import Sectie
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Klasse

ONBEKEND = Kansweging.Voorkeur.ONBEKEND
D5_CRITERIA = (Kansweging.Criterium.VEILIGHEID, Kansweging.Criterium.JUSTITIE)


def _rij(naam, waarde, **extra):
    return {"naam": naam, "waarde": waarde, **extra}


def _dag(waarde):
    return datum_nl(waarde) if waarde else ""


def _client(dossier, zonder: str):
    client = dossier.client
    if client is None:
        return Sectie("Cliënt", Klasse.D1, tekst=zonder)
    rijen = [
        _rij("Naam", client.naam, url=client.get_absolute_url()),
        _rij("Geboren", client.geboren_tekst),
        _rij("Herkomst", str(client.herkomst or "")),
        _rij("Telefoon", client.telefoon),
    ]
    return Sectie("Cliënt", Klasse.D1, rijen)


# Spoed.


def van_spoed(dossier) -> list[Sectie]:
    secties = [_hulp(dossier), _waarom_hulp(dossier)] if dossier.tijdelijk_vanaf else []
    zonder = "De cliënt is nog niet bekend. Dat hoeft ook niet: u kunt nu al beslissen."
    return [*secties, *_spoed(dossier), _client(dossier, zonder)]


def _spoed(dossier):
    rijen = [
        _rij("Waarom kan dit niet wachten", dossier.reden),
        _rij("Wat gebeurt er als we wachten", dossier.risico),
        _rij("Welke hulp is nu nodig", dossier.voorziening),
    ]
    compleet = all(rij["waarde"].strip() for rij in rijen)
    beslist = dossier.status != SpoedStatus.SPOED
    tekst = "" if beslist else "De teamleider beslist meteen. Ontbreekt het BSN of een document? Dat kan later."
    yield Sectie(
        "Spoed",
        Klasse.D4,
        rijen,
        acties=("spoed_beoordelen", "toewijzen"),
        nodig=[] if compleet else ["spoed_beoordelen"],
        tekst=tekst,
        extra={"vorm": "vragen"},
    )
    let_op = {"pil": {"soort": "laat", "tekst": "let op"}} if dossier.is_geweld else {}
    yield Sectie(
        "Veiligheid", Klasse.D5, [_rij("Huiselijk geweld of onveilig thuis", "ja" if dossier.is_geweld else "nee", **let_op)]
    )


def _hulp(dossier):
    besluit = getattr(dossier, "besluit", None)
    rijen = [_rij("Vanaf", _dag(dossier.tijdelijk_vanaf)), _rij("Tot en met", _dag(dossier.tijdelijk_tot))]
    if besluit:
        rijen += [
            _rij("Besluit verzonden", _dag(besluit.verzonden_op), toelichting=besluit.get_verzonden_via_display().lower()),
            _rij("Ondertekend door", str(besluit.ondertekenaar or "")),
        ]
    return Sectie("Tijdelijke hulp", Klasse.D3, rijen, acties=("voorziening_verlengen",))


def _waarom_hulp(dossier):
    besluit = getattr(dossier, "besluit", None)
    rijen = [_rij("Waarom krijgt de cliënt deze hulp", besluit.weigering_toelichting if besluit else "")]
    return Sectie("Besluit", Klasse.D4, rijen, extra={"vorm": "vragen"})


# Landelijke toegankelijkheid.


def van_landelijk(dossier, klassen) -> list[Sectie]:
    """What is decided first; below it where somebody comes from and where his chance is best."""
    secties = []
    if dossier.gesprek_op or dossier.overgenomen_op or dossier.status == LtStatus.OVERDRACHT:
        secties.append(_overdracht(dossier))
    if dossier.geschilstap:
        secties.append(_geschil(dossier))
    if dossier.motivering:
        secties.append(_uitkomst(dossier))
    if dossier.status != LtStatus.LT_SIGNAAL:
        secties += [*_kans(dossier, klassen), _contact(dossier), _tot_de_overname(dossier)]
    zonder = "De cliënt is nog niet bekend. Kies de cliënt bij de aanmelding."
    return [*secties, _herkomst(dossier), _client(dossier, zonder)]


def _herkomst(dossier):
    periode = " tot en met ".join(filter(None, [_dag(dossier.woonde_vanaf), _dag(dossier.woonde_tot)]))
    rijen = [
        _rij("Welke kant op", dossier.get_richting_display()),
        _rij("Andere regio", dossier.andere_regio),
        _rij("Woonde het laatst", dossier.laatst_gewoond, toelichting=periode),
        _rij("Waarom", dossier.reden_komst),
    ]
    compleet = all(rij["waarde"].strip() for rij in rijen)
    nodig = [] if compleet else ["signaal_aanvullen"]
    return Sectie("Waar de cliënt woonde", Klasse.D4, rijen, acties=("signaal_aanvullen", "toewijzen"), nodig=nodig)


def balans(wegingen) -> str:
    """ "hier 3, daar 2, maakt niet uit 1": how the points lie. Never an answer."""
    namen = [v for v in Kansweging.Voorkeur if v != ONBEKEND]
    aantal = {v: sum(1 for w in wegingen if w.voorkeur == v) for v in namen}
    return ", ".join(f"{v.label.lower()} {aantal[v]}" for v in namen)


def _kans(dossier, klassen):
    """One block per data class: who may not read D5 gets neither those two points nor their weight."""
    gewogen = {w.criterium: w for w in dossier.wegingen.all() if w.voorkeur != ONBEKEND}
    leest_alles = Klasse.D5 in klassen
    zichtbaar = [w for w in gewogen.values() if leest_alles or w.criterium not in D5_CRITERIA]
    tekst = f"Dit is een hulp bij het kiezen. U beslist. Stand: {balans(zichtbaar)}." if zichtbaar else ""
    nodig = [] if len(gewogen) == len(Kansweging.Criterium) else ["kans_wegen"]
    gewoon = [c for c in Kansweging.Criterium if c not in D5_CRITERIA]
    titel, rijen = _gewogen("Beste kans", gewoon, gewogen)
    yield Sectie(titel, Klasse.D4, rijen, tekst=tekst, acties=("kans_wegen",), nodig=nodig)
    titel, rijen = _gewogen("Veiligheid en recht", D5_CRITERIA, gewogen)
    yield Sectie(titel, Klasse.D5, rijen)


def _gewogen(naam, criteria, gewogen) -> tuple[str, list]:
    rijen = [
        _rij(c.label, gewogen[c].get_voorkeur_display(), toelichting=gewogen[c].toelichting)
        for c in criteria
        if c in gewogen
    ]
    return f"{naam}: {len(rijen)} van {len(criteria)} gewogen", rijen


def _contact(dossier):
    rijen = []
    if dossier.contact_op:
        rijen = [
            _rij("Met wie", dossier.contact_naam, toelichting=dossier.contact_gegevens),
            _rij("Wanneer", _dag(dossier.contact_op)),
        ]
    if dossier.akkoord_op:
        rijen.append(_rij("Instemming", dossier.akkoord_naam, toelichting=_dag(dossier.akkoord_op)))
    tekst = "" if rijen else "U hebt nog niet vastgelegd dat u de andere regio sprak."
    nodig = [] if dossier.contact_op else ["contact_andere_regio"]
    if dossier.status == LtStatus.LT_DAAR and not dossier.akkoord_op:
        nodig = ["akkoord_vastleggen"]
    acties = ("contact_andere_regio", "akkoord_vastleggen")
    return Sectie("Contact met de andere regio", Klasse.D4, rijen, tekst=tekst, acties=acties, nodig=nodig)


def _tot_de_overname(dossier):
    rijen = [_rij(dossier.get_tijdelijk_display(), dossier.tijdelijk_toelichting)] if dossier.tijdelijk else []
    tekst = "" if rijen else "Nodig als de andere regio gaat helpen: welke hulp heeft de cliënt tot die tijd?"
    return Sectie("Hulp tot de overname", Klasse.D4, rijen, tekst=tekst, acties=("tijdelijk_regelen",))


def _uitkomst(dossier):
    rijen = [
        _rij("Waarom daar of hier", dossier.motivering),
        _rij("Uitgelegd aan de cliënt", dossier.get_uitleg_via_display()),
    ]
    return Sectie("Beste kans: uitkomst", Klasse.D4, rijen)


def _geschil(dossier):
    """The three steps of the agreement between municipalities, and which of them runs (L-102)."""
    codes = LandelijkeToegang.Geschilstap.values
    nu = codes.index(dossier.geschilstap)
    loopt = dossier.status == LtStatus.GESCHIL
    stappen = [
        # The label begins with its number, which the list shows by itself.
        {"naam": stap.label.partition(". ")[2], "stand": "nu" if i == nu and loopt else "gedaan" if i <= nu else "straks"}
        for i, stap in enumerate(LandelijkeToegang.Geschilstap)
    ]
    return Sectie(
        "Geschil tussen regio's",
        Klasse.D4,
        [_rij("Besproken of beslist", dossier.geschil_uitkomst)],
        tekst="De teamleider legt de stappen en de uitkomst vast." if loopt else "",
        acties=("geschil_bijwerken",),
        template="cimot/landelijk_geschil.html",
        extra={"stappen": stappen},
    )


def _overdracht(dossier):
    rijen = [
        _rij("Gesprek met cliënt en ontvanger", _dag(dossier.gesprek_op)),
        _rij("Stukken", dossier.stukken),
        _rij("Cliënt aangekomen", _dag(dossier.aangekomen_op)),
        _rij("Overname bevestigd", dossier.overgenomen_naam, toelichting=_dag(dossier.overgenomen_op)),
    ]
    nodig = [] if dossier.gesprek_op and dossier.aangekomen_op else ["overdracht_vastleggen"]
    return Sectie("Warme overdracht", Klasse.D4, rijen, acties=("overdracht_vastleggen",), nodig=nodig)
