"""What the page of a client says about his people, his consents, his letters and his conversations. Reads only."""

from django.urls import reverse

from kern.personen import relaties
from kern.toegang.rollen import Klasse

HOE = {"brief": "per post", "email": "per e-mail", "": "kan nog niet aankomen"}


def kaarten(client, klassen, *, ziet_geheim: bool, bewijs_ids, mag_wijzigen: bool, dag) -> dict:
    """The context of the three cards. `bewijs_ids`: the documents that the user may read the title of."""
    rijen = [
        _relatie(relatie, ziet_geheim or not relaties.is_adres_geheim(relatie, client), bewijs_ids, mag_wijzigen, dag)
        for relatie in sorted(relaties.zichtbaar(client.relaties.all(), klassen), key=relaties.gewicht)
    ]
    return {
        "relaties": [rij for rij in rijen if not rij["voorbij"]],
        "relaties_voorbij": [rij for rij in rijen if rij["voorbij"]],
        "adviezen": relaties.adviezen(client, dag, klassen),
        **_toestemmingen(client, klassen, bewijs_ids, mag_wijzigen, dag),
        **_brieven(client, klassen, ziet_geheim, dag),
    }


def _periode(vanaf, tot, dag) -> dict:
    """For the template: which words go before which date."""
    return {"vanaf": vanaf, "tot": tot, "begint_nog": vanaf > dag, "voorbij": tot is not None and tot < dag}


def _bewijs(rij, bewijs_ids) -> dict | None:
    if rij.bewijs is None:
        return None
    if rij.bewijs_id in bewijs_ids:
        return {"tekst": rij.bewijs.titel, "url": reverse("document_downloaden", args=[rij.bewijs_id])}
    return {"tekst": "het document is ingetrokken" if rij.bewijs.ingetrokken_op else "er is een document"}


def _relatie(relatie, toont_adres, bewijs_ids, mag_wijzigen, dag) -> dict:
    krijgt = [
        zin
        for zin, geldt in (
            ("krijgt de brieven", relatie.soort == relatie.Soort.CURATOR),
            ("krijgt een kopie van brieven", relatie.krijgt_brieven and relatie.soort != relatie.Soort.CURATOR),
            ("wordt uitgenodigd", relatie.wordt_uitgenodigd),
        )
        if geldt
    ]
    lopend = relatie.tot is None or relatie.tot >= dag
    return {
        "relatie": relatie,
        "rol": relatie.get_soort_display(),
        "grond": relatie.get_grond_display() if relatie.is_vertegenwoordiger else "",
        "adres": relatie.adres if toont_adres else "",
        "adres_verborgen": bool(relatie.adres) and not toont_adres,
        "krijgt": krijgt if lopend else [],
        "bewijs": _bewijs(relatie, bewijs_ids),
        "wijzigen": reverse("relatie_wijzigen", args=[relatie.pk]) if mag_wijzigen else "",
        "beeindigen": reverse("relatie_beeindigen", args=[relatie.pk]) if mag_wijzigen and lopend else "",
        **_periode(relatie.vanaf, relatie.tot, dag),
    }


def _toestemmingen(client, klassen, bewijs_ids, mag_wijzigen, dag) -> dict:
    if Klasse.D4 not in klassen:
        return {"ziet_toestemming": False}
    rijen = []
    for toestemming in client.toestemmingen.all():
        geldt = toestemming.geldt(dag)
        mag_intrekken = mag_wijzigen and geldt and not toestemming.ingetrokken_op
        rijen.append(
            {
                "toestemming": toestemming,
                "geldt": geldt,
                "door": toestemming.gegeven_door.naam if toestemming.gegeven_door else "de cliënt",
                "bewijs": _bewijs(toestemming, bewijs_ids),
                "intrekken": reverse("toestemming_intrekken", args=[toestemming.pk]) if mag_intrekken else "",
            }
        )
    return {
        "ziet_toestemming": True,
        "toestemmingen": [rij for rij in rijen if rij["geldt"]],
        "toestemmingen_voorbij": [rij for rij in rijen if not rij["geldt"]],
    }


def _brieven(client, klassen, ziet_geheim, dag) -> dict:
    ontvangers, uitgenodigden = relaties.ontvangers(client, dag), relaties.uitgenodigden(client, dag)
    brieven = [_ontvanger(o, client, ziet_geheim) for o in ontvangers if o.relatie is None or o.relatie.klasse in klassen]
    genodigd = [u for u in uitgenodigden if u.relatie is None or u.relatie.klasse in klassen]
    return {
        "brieven": brieven,
        "uitgenodigden": genodigd,
        "is_iemand_verborgen": len(brieven) + len(genodigd) < len(ontvangers) + len(uitgenodigden),
        "gesprek": _gesprek(client),
    }


def _gesprek(client) -> list[dict]:
    waarom = f"De cliënt spreekt {client.taal}." if client.taal else "Welke taal de cliënt spreekt, is nog niet ingevuld."
    tolk = {"naam": "Tolk", "waarde": "nodig" if client.is_tolk_nodig else "niet nodig"}
    return [{"naam": "Taal", "waarde": client.taal}, tolk | ({"toelichting": waarom} if client.is_tolk_nodig else {})]


def _ontvanger(ontvanger, client, ziet_geheim) -> dict:
    geheim = ontvanger.is_geheim or (ontvanger.relatie is not None and relaties.is_adres_geheim(ontvanger.relatie, client))
    waar = ontvanger.email if ontvanger.kanaal == "email" else ontvanger.adres
    verborgen = ontvanger.kanaal == "brief" and geheim and not ziet_geheim
    return {
        "naam": ontvanger.naam,
        "rol": ontvanger.rol,
        "hoe": HOE[ontvanger.kanaal],
        "waar": "" if verborgen else waar,
        "verborgen": verborgen,
        "waarom": ontvanger.waarom,
        "is_kopie": ontvanger.is_kopie,
        "ontbreekt": not ontvanger.kanaal,
    }
