"""Who it is, and what was reported."""

from django.urls import reverse

from cimot.secties import basis
from kern.schermen.views.dossier import Sectie
from kern.templatetags.cimot import datumtijd
from kern.toegang.rollen import Klasse


def ziet_adres(dossier, gebruiker) -> bool:
    """Who may know where somebody with a secret address lives."""
    return dossier.is_eigen(gebruiker) and gebruiker.has_perm("client.wijzigen")


def client(dossier, gebruiker):
    client = dossier.client
    if client is None:
        tekst = "De cliënt is nog niet bekend. Kies of maak de cliënt."
        return Sectie("Cliënt", Klasse.D1, acties=("client_koppelen",), nodig=["client_koppelen"], tekst=tekst)
    bsn = "bekend" if client.heeft_bsn else client.get_bsn_reden_display()
    zichtbaar = not client.is_geheim or ziet_adres(dossier, gebruiker)
    rijen = [
        basis.rij("Naam", client.naam, url=client.get_absolute_url()),
        basis.rij("Geboren", client.geboren_tekst),
        basis.rij("BSN", bsn),
        basis.rij("Herkomst", str(client.herkomst or "")),
        basis.rij("Woont in", str(client.woongemeente or "") if zichtbaar else "geheim"),
        basis.rij("Telefoon", client.telefoon),
    ]
    if client.taal or client.is_tolk_nodig:
        rijen.append(basis.rij("Taal", " ".join(filter(None, [client.taal, "tolk nodig" if client.is_tolk_nodig else ""]))))
    links = []
    if gebruiker.has_perm("client.wijzigen"):
        links.append({"label": "Gegevens wijzigen", "url": reverse("client_wijzigen", args=[client.pk])})
    compleet = client.herkomst_id and client.bsn_compleet
    acties = ("client_koppelen",)
    return Sectie("Cliënt", Klasse.D1, rijen, acties=acties, nodig=[] if compleet else links, extra={"links": links})


def melding(dossier):
    melding = dossier.melding
    melder = melding.get_melder_display()
    if melding.melder_naam:
        melder = f"{melder}: {melding.melder_naam}"
    rijen = [
        basis.rij("Ontvangen", datumtijd(melding.ontvangen_op)),
        basis.rij("Hoe", melding.get_kanaal_display()),
        basis.rij("Melder", melder, toelichting=melding.melder_telefoon),
        basis.rij("Gaat om", dossier.get_onderwerp_display()),
        basis.rij(
            "Spoed",
            "ja" if melding.is_spoed else "nee",
            pil={"soort": "laat", "tekst": "spoed"} if melding.is_spoed else None,
        ),
        basis.rij("Bevestigd", basis.dag(melding.bevestigd_op)),
        basis.rij("Eerste contact", basis.dag(melding.eerste_contact_op)),
        basis.rij("Grond", melding.get_grond_display()),
    ]
    if melding.is_spoed:
        rijen[4]["waarde"] = ""
    return Sectie(
        "Melding",
        Klasse.D3,
        rijen,
        acties=("melding_wijzigen", "eerste_contact", "meldmoment_corrigeren", "toewijzen"),
        nodig=basis.leeg(
            melding_wijzigen=melding.grond and melding.is_wlz_bekeken,
            toewijzen=dossier.behandelaar_id,
            eerste_contact=melding.eerste_contact_op,
        ),
    )


def aanleiding(dossier):
    melding = dossier.melding
    rijen = [
        basis.rij("Wat is er aan de hand", melding.omschrijving),
        basis.rij("Woonsituatie", melding.get_woonsituatie_display()),
        *([basis.rij("Slaapt nu", melding.get_ethos_display())] if dossier.onderwerp == "mo" or melding.ethos else []),
        basis.rij("Wlz", melding.wlz_uitkomst or ("bekeken" if melding.is_wlz_bekeken else "")),
    ]
    return Sectie("Aanleiding", Klasse.D4, rijen)
