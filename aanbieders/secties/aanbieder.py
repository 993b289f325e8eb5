"""The blocks of the page of a provider and of a location, each with its data class (domein.md 4.2)."""

from django.urls import reverse

from aanbieders import cijfers
from aanbieders.models import Maatregel, Toelating
from aanbieders.models.aanbieder import Doelgroep, Verleden
from aanbieders.plaatsen import HOUDT_TEGEN, loopt
from kern.schermen.views.dossier import Sectie
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Klasse, Relatie

NIET_BEKEND = "Nog niet bekend: verblijf en compensatie zijn niet te kiezen."


def klassen(gebruiker) -> frozenset[Klasse]:
    """What this user reads of a provider: no provider is somebody's own case."""
    return gebruiker.zicht.klassen(Relatie.ANDER) if gebruiker.zicht else frozenset()


def rij(naam, waarde, **extra) -> dict:
    return {"naam": naam, "waarde": waarde, **extra}


def periode(ding) -> str:
    if ding.tot:
        return f"{datum_nl(ding.vanaf)} tot en met {datum_nl(ding.tot)}"
    return f"vanaf {datum_nl(ding.vanaf)}"


def adres(ding) -> str:
    straat = f"{ding.straat} {ding.huisnummer}".strip()
    return ", ".join(filter(None, [straat, f"{ding.postcode} {ding.plaats}".strip()]))


def doelgroepen(codes) -> str:
    return ", ".join(Doelgroep(code).label for code in codes)


def links(gebruiker, *paren) -> dict:
    """Links of a block, for who may change a provider."""
    mag = gebruiker.has_perm("aanbieder.wijzigen")
    return {"links": [{"label": label, "url": url} for label, url in paren] if mag else []}


def van(aanbieder, gebruiker) -> list[Sectie]:
    """Who it is, and what it was before 2015; who is no reader of contracts does not see whose it is."""
    mag = klassen(gebruiker)
    return [s for s in (_wie(aanbieder, gebruiker), _ubo(aanbieder), _verleden(aanbieder, gebruiker)) if s.klasse in mag]


def _wie(aanbieder, gebruiker) -> Sectie:
    rijen = [
        rij("KvK-nummer", aanbieder.kvk or ""),
        rij("AGB-code", aanbieder.agb or ""),
        rij("Rechtsvorm", aanbieder.get_rechtsvorm_display()),
        rij("Opgericht op", datum_nl(aanbieder.opgericht_op) if aanbieder.opgericht_op else ""),
        rij("Adres", adres(aanbieder)),
        rij("Website", aanbieder.website, **({"url": aanbieder.website} if aanbieder.website else {})),
        rij("Specialisaties", doelgroepen(aanbieder.specialisaties)),
    ]
    url = reverse("aanbieder_wijzigen", args=[aanbieder.pk])
    return Sectie("Wie het is", Klasse.D3, rijen, extra=links(gebruiker, ("Gegevens wijzigen", url)))


def _ubo(aanbieder) -> Sectie:
    return Sectie("Belanghebbenden", Klasse.D11, [rij("UBO", aanbieder.ubo)])


def _verleden(aanbieder, gebruiker) -> Sectie:
    """The newest row counts; the others stay, with who wrote them and why (X-13)."""
    rijen = list(aanbieder.verledens.all())
    nu = rijen[0] if rijen else None
    url = reverse("aanbieder_verleden", args=[aanbieder.pk])
    extra = links(gebruiker, ("Status vóór 2015 vastleggen", url)) | {"eerder": rijen[1:]}
    onbekend = nu is None or nu.verleden == Verleden.ONBEKEND
    return Sectie(
        "Vóór 1-1-2015",
        Klasse.D3,
        _vaststelling(nu) if nu else [],
        tekst=NIET_BEKEND if onbekend else "",
        template="aanbieders/sectie_verleden.html",
        extra=extra,
    )


def _vaststelling(nu) -> list[dict]:
    return [
        rij("Wat het leverde", nu.get_verleden_display()),
        rij("Waaruit dat blijkt", nu.bewijs),
        rij("Waarom vastgelegd", nu.reden),
        rij("Vastgesteld", datum_nl(nu.vastgesteld_op), toelichting=f"door {nu.door}"),
    ]


def maatregelen(organisatie_ids, gebruiker, op) -> list[Maatregel]:
    """What runs on a day in the regions of this user.

    Who does not read contracts learns only that nobody new can come, and since when.
    """
    rijen = Maatregel.objects.filter(
        loopt(op), toelating__organisatie__in=organisatie_ids, toelating__regio__in=gebruiker.regio_ids
    )
    if Klasse.D11 not in klassen(gebruiker):
        rijen = rijen.filter(soort__in=HOUDT_TEGEN)
    return list(rijen.select_related("toelating__regio").order_by("vanaf", "id"))


def dossiers(aanbieder, gebruiker) -> list[Toelating]:
    """Its dossiers of SM-9 in view, the newest first."""
    rijen = Toelating.objects.voor(gebruiker).filter(organisatie=aanbieder.pk)
    return list(rijen.select_related("regio").order_by("gesloten_op", "-pk"))


def locatie(ding, gebruiker) -> Sectie:
    """Every field of a location; capacity with its unit (X-19), supervision in full words (R-IND-22)."""
    leeftijd = " tot en met ".join(str(n) for n in (ding.leeftijd_vanaf, ding.leeftijd_tot) if n is not None)
    if ding.leeftijd_vanaf is None or ding.leeftijd_tot is None:
        leeftijd = f"{'tot en met' if ding.leeftijd_vanaf is None else 'vanaf'} {leeftijd}" if leeftijd else ""
    rijen = [
        rij("Ook bekend als", ding.alias),
        rij("Categorie", ding.get_categorie_display()),
        rij("Soort plek", ding.get_type_display()),
        rij("Eigen instelling", "ja" if ding.is_eigen_instelling else "nee"),
        rij("Adres", adres(ding)),
        rij("Gemeente", str(ding.gemeente or "")),
        rij("Capaciteit", cijfers.capaciteit(ding), toelichting=f"voor {ding.voor_regio}" if ding.voor_regio else ""),
        rij("Toezicht", ding.get_toezicht_display()),
        rij("Ruimte", ding.get_ruimte_display()),
        rij("Rolstoel", "toegankelijk" if ding.is_toegankelijk else "niet toegankelijk"),
        rij("Doelgroepen", doelgroepen(ding.doelgroepen)),
        rij("Leeftijd", leeftijd),
        rij("Bijzonderheid", ding.bijzonderheid),
        rij("In gebruik", periode(ding)),
        rij("Code lijst 2020", ding.code),
    ]
    acties = [("Wijzigen", reverse("locatie_wijzigen", args=[ding.pk]))]
    if ding.tot is None:
        acties.append(("Beëindigen", reverse("locatie_beeindigen", args=[ding.pk])))
    return Sectie("Gegevens", Klasse.D3, rijen, extra=links(gebruiker, *acties))
