"""The blocks of the page of SM-9: status and days are D3; what was tested, agreed and paid is D11 (domein.md 4.2)."""

from django.urls import reverse
from django.utils import timezone

from aanbieders import regels
from aanbieders.models import Contract, Kwaliteitstoets
from aanbieders.processen.toelating import LEVERT, Status
from aanbieders.secties import gesprek
from kern.schermen.views.dossier import Sectie
from kern.tijd.kalender import datum_nl
from kern.toegang.rollen import Klasse

VOOR_CONTRACT = (Status.AANGEMELD, Status.TOELATING_TOETS, Status.AANVULLING)
IN_TOETS = (Status.TOELATING_TOETS, Status.AANVULLING)


def rij(naam, waarde, **extra) -> dict:
    return {"naam": naam, "waarde": waarde, **extra}


def dag(waarde) -> str:
    return datum_nl(waarde) if waarde else ""


def van(dossier, gebruiker) -> list[Sectie]:
    """What is going on first: the test, then the contract with what belongs to it, then how it came so far."""
    wie = _aanbieder(dossier, gebruiker)
    aanvraag, toets, besluit = _aanvraag(dossier), _toets(dossier), _besluit(dossier)
    if dossier.status in VOOR_CONTRACT:
        return [*(toets if dossier.status in IN_TOETS else ()), *aanvraag, wie]
    contracten = [*_contracten(dossier, gebruiker), _gekoppeld(dossier, gebruiker)]
    loopt = [*_einde(dossier), *gesprek.van(dossier), *contracten] if dossier.contracten.all() else contracten
    eerder = [*besluit, *toets, *aanvraag]
    for sectie in eerder if dossier.status in LEVERT or not dossier.is_open else ():
        sectie.is_eerder = True
    return [*loopt, wie, *eerder] if loopt else [*eerder, wie]


def _aanbieder(dossier, gebruiker) -> Sectie:
    zelf = dossier.organisatie.aanbieder
    url = reverse("aanbieder_detail", args=[zelf.pk]) if gebruiker.has_perm("aanbieder.bekijken") else None
    rijen = [
        rij("Naam", dossier.organisatie.naam, **({"url": url} if url else {})),
        rij("KvK-nummer", zelf.kvk or ""),
        rij("AGB-code", zelf.agb or ""),
        rij("Rechtsvorm", zelf.get_rechtsvorm_display()),
    ]
    ontbreekt = not (zelf.kvk and zelf.agb and zelf.rechtsvorm and zelf.ubo.strip())
    nodig = []
    if dossier.status == Status.AANGEMELD and gebruiker.has_perm("aanbieder.wijzigen"):
        if ontbreekt:
            nodig.append(
                {"label": "Gegevens van de aanbieder invullen", "url": reverse("aanbieder_wijzigen", args=[zelf.pk])}
            )
        if not zelf.locaties.all():
            nodig.append({"label": "Locatie toevoegen", "url": reverse("locatie_toevoegen", args=[zelf.pk])})
    return Sectie("Aanbieder", Klasse.D3, rijen, nodig=nodig)


def _aanvraag(dossier) -> list[Sectie]:
    dagen = [
        rij("Ontvangen", dag(dossier.aangevraagd_op)),
        rij("Informatie gestuurd", dag(dossier.geinformeerd_op)),
        rij("Betaling", dossier.get_financiering_display()),
    ]
    if dossier.getoetst_vanaf:
        dagen.append(rij("Toets begonnen", dag(dossier.getoetst_vanaf)))
    if dossier.aanvulling_gevraagd_op:
        tot = f"tijd tot en met {dag(dossier.aanvulling_tot)}"
        dagen.append(rij("Om aanvulling gevraagd", dag(dossier.aanvulling_gevraagd_op), toelichting=tot))
    if dossier.aangevuld_op:
        dagen.append(rij("Aanvulling ontvangen", dag(dossier.aangevuld_op)))
    wens = [rij("Wil leveren", dossier.aanvraag)]
    if dossier.ontbreekt:
        wens.append(rij("Wat ontbrak" if dossier.aangevuld_op else "Wat ontbreekt", dossier.ontbreekt))
    nodig = [] if dossier.aanvraag.strip() else ["aanvraag_wijzigen"]
    return [
        Sectie("Aanvraag", Klasse.D3, dagen, acties=("informeren",)),
        Sectie("Wat de aanbieder wil", Klasse.D11, wens, acties=("aanvraag_wijzigen",), nodig=nodig),
    ]


def _toets(dossier) -> list[Sectie]:
    bekend = {toets.eis: toets for toets in dossier.kwaliteitstoetsen.all()}
    if not (dossier.getoetst_vanaf or bekend):
        return []
    rijen = [_eis(eis, bekend.get(eis)) for eis in Kwaliteitstoets.Eis]
    geld = getattr(dossier, "financieletoets", None)
    return [
        Sectie(
            "Kwaliteit", Klasse.D11, rijen, acties=("kwaliteit_toetsen",),
            nodig=[] if len(bekend) == len(rijen) else ["kwaliteit_toetsen"],
        ),
        Sectie(
            "Financiële continuïteit", Klasse.D11, _geld(geld) if geld else [], acties=("financien_toetsen",),
            nodig=[] if geld else ["financien_toetsen"], tekst="" if geld else "Nog niet getoetst.",
        ),
    ]  # fmt: skip


def _eis(eis, toets) -> dict:
    if toets is None:
        return rij(eis.label, "", pil={"soort": "wacht", "tekst": "nog niet bekeken"})
    goed = toets.uitkomst == Kwaliteitstoets.Uitkomst.VOLDOET
    pil = {"soort": "goed" if goed else "laat", "tekst": toets.get_uitkomst_display().lower()}
    return rij(eis.label, toets.toelichting, pil=pil, toelichting=f"{dag(toets.gezien_op)}, {toets.door}")


def _geld(toets) -> list[dict]:
    goed = toets.oordeel == toets.Oordeel.VOLDOENDE
    pil = {"soort": "goed" if goed else "laat", "tekst": toets.get_oordeel_display().lower()}
    return [
        rij("Oordeel", toets.toelichting, pil=pil, toelichting=f"{dag(toets.gezien_op)}, {toets.door}"),
        rij("Jaarrekening over", toets.boekjaar),
        rij("Solvabiliteit", f"{_komma(toets.solvabiliteit)} %"),
        rij("Liquiditeit", _komma(toets.liquiditeit) if toets.liquiditeit is not None else ""),
    ]


def _komma(getal) -> str:
    return str(getal).replace(".", ",")


def _besluit(dossier) -> list[Sectie]:
    if dossier.besloten_op is None:
        return []
    rijen = [rij("Besluit verzonden", dag(dossier.besloten_op))]
    if dossier.toegelaten_vanaf:
        rijen.append(rij("Toegelaten", _periode(dossier.toegelaten_vanaf, dossier.toegelaten_tot)))
    return [
        Sectie("Besluit over toelating", Klasse.D3, rijen),
        Sectie("Waarom zo besloten", Klasse.D11, [rij("Motivering", dossier.motivering)]),
    ]


def _periode(vanaf, tot) -> str:
    return f"{dag(vanaf)} tot en met {dag(tot)}" if tot else f"vanaf {dag(vanaf)}"


def _contracten(dossier, gebruiker) -> list[Sectie]:
    """Each contract with its period and what is left of it; those that are over stand folded below."""
    vandaag, mag = timezone.localdate(), _mag(dossier, gebruiker, "contract_vastleggen")
    rijen = list(dossier.contracten.all())
    acties = ("contract_vastleggen",)
    if not rijen and dossier.status == Status.CONTRACT:
        soort = "subsidie" if dossier.financiering == dossier.Financiering.SUBSIDIE else "overeenkomst"
        tekst = f"Er is nog geen {soort}."
        return [Sectie("Contract", Klasse.D11, tekst=tekst, acties=acties, nodig=["contract_vastleggen"])]
    secties = [_contract(contract, vandaag, dossier, mag) for contract in rijen]
    lopend = [sectie for sectie in secties if not sectie.is_eerder]
    for sectie in lopend[:1]:
        sectie.acties = (*acties, "kosten_verantwoorden")
    return [*lopend, *(sectie for sectie in secties if sectie.is_eerder)]


def _mag(dossier, gebruiker, actie: str) -> bool:
    return gebruiker.has_perm(f"toelating.{actie}", dossier) and dossier.proces.overgang(dossier.status, actie) is not None


def _contract(contract, vandaag, dossier, mag) -> Sectie:
    subsidie = contract.soort == Contract.Soort.SUBSIDIE
    rijen = [
        rij("Loopt", _periode(contract.vanaf, contract.tot), **_stand(contract, vandaag)),
        rij("Nummer", contract.nummer),
        rij("Verleend op" if subsidie else "Ondertekend op", dag(contract.ondertekend_op)),
    ]
    if subsidie:
        rijen += _van_subsidie(contract)
    rijen.append(rij("Subsidievoorwaarden" if subsidie else "Voorwaarden", contract.voorwaarden))
    if contract.document:
        url = reverse("document_downloaden", args=[contract.document_id])
        rijen.append(rij("Het contract zelf", contract.document.titel, url=url))
    pad = reverse("toelating_contract_vastleggen", args=[dossier.pk])
    links = [{"label": "Contract wijzigen", "url": f"{pad}?regel={contract.pk}"}] if mag else []
    over = contract.tot < vandaag
    titel = f"{contract} (afgelopen)" if over else str(contract)
    return Sectie(titel, Klasse.D11, rijen, extra={"links": links}, is_eerder=over)


def _stand(contract, vandaag) -> dict:
    if contract.tot < vandaag:
        return {"pil": {"soort": "wacht", "tekst": "afgelopen"}}
    if contract.ondertekend_op is None:
        return {"pil": {"soort": "gauw", "tekst": "nog niet getekend"}}
    if contract.vanaf > vandaag:
        return {"pil": {"soort": "wacht", "tekst": "begint nog"}}
    dagen = (contract.tot - vandaag).days
    nog = "vandaag de laatste dag" if dagen == 0 else f"nog {dagen} {'dag' if dagen == 1 else 'dagen'}"
    return {"pil": {"soort": "gauw" if dagen <= 183 else "goed", "tekst": nog if dagen <= 183 else "loopt"}}


def _van_subsidie(contract):
    yield rij("Draagt bij aan", ", ".join(Contract.Doel(code).label for code in contract.doelen))
    yield rij("Individuele afspraak", contract.afspraak)
    bedrag = contract.subsidie_maximaal
    yield rij("Hoogste bedrag", regels.euro(bedrag) if bedrag is not None else "")
    yield rij("Verantwoorden uiterlijk", dag(contract.verantwoorden_uiterlijk))
    if contract.verantwoord_op:
        hoger = bedrag is not None and contract.werkelijke_kosten > bedrag
        pil = {"pil": {"soort": "gauw", "tekst": "meer dan het hoogste bedrag"}} if hoger else {}
        op = f"verantwoord op {dag(contract.verantwoord_op)}"
        yield rij("Werkelijke kosten", regels.euro(contract.werkelijke_kosten), toelichting=op, **pil)


def _gekoppeld(dossier, gebruiker) -> Sectie:
    mag = _mag(dossier, gebruiker, "contract_koppelen")
    pad = reverse("toelating_contract_koppelen", args=[dossier.pk])
    rijen, links = [], []
    for ander in dossier.gekoppeld.all():
        tot = f", tot en met {dag(ander.tot)}" if ander.tot else ""
        rijen.append(rij(ander.zorgvorm, f"{ander.opdrachtgever}{tot}", toelichting=ander.toelichting))
        if mag:
            links.append({"label": f"Wijzigen: {ander.zorgvorm}", "url": f"{pad}?regel={ander.pk}"})
    return Sectie(
        "Andere contracten met deze aanbieder", Klasse.D11, rijen, acties=("contract_koppelen",), extra={"links": links},
        tekst="" if rijen else "Er zijn geen andere contracten genoteerd.",
    )  # fmt: skip


def _einde(dossier) -> list[Sectie]:
    """The last day, and per client, by the number of his case, where he goes."""
    if dossier.eindigt_op is None:
        return []
    rijen = [rij("Laatste dag", dag(dossier.eindigt_op)), rij("Waarom", dossier.einde_reden)]
    plan = [_overdracht(regel) for regel in dossier.overdrachten.all()]
    onaf = [regel for regel in dossier.overdrachten.all() if regel.naar_id is None or regel.uiterlijk is None]
    nodig = ["overdracht_regelen"] if onaf else []
    return [
        Sectie("Einde van de samenwerking", Klasse.D11, rijen, acties=("einde_voorbereiden",)),
        Sectie(
            "Overdracht van cliënten", Klasse.D11, plan, acties=("overdracht_regelen",), nodig=nodig,
            tekst="" if plan else "Er zijn geen cliënten die naar een andere aanbieder moeten.",
        ),
    ]  # fmt: skip


def _overdracht(regel) -> dict:
    wat = " · ".join(filter(None, [regel.product, regel.toelichting]))
    if regel.overgedragen_op:
        pil = {"soort": "goed", "tekst": "overgegaan"}
        return rij(regel.kenmerk, f"{regel.naar}, {dag(regel.overgedragen_op)}", pil=pil, toelichting=wat)
    if regel.naar_id and regel.uiterlijk:
        laat = regel.uiterlijk < timezone.localdate()
        pil = {"soort": "laat" if laat else "wacht", "tekst": "te laat" if laat else "gepland"}
        return rij(regel.kenmerk, f"{regel.naar}, uiterlijk {dag(regel.uiterlijk)}", pil=pil, toelichting=wat)
    pil = {"soort": "gauw", "tekst": "nog te regelen"}
    return rij(regel.kenmerk, str(regel.naar or ""), pil=pil, toelichting=wat)
