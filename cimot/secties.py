"""The blocks of the tab *Gegevens* of an aanmelding, each with its data class (domein.md 4.2)."""

from django.urls import reverse

from cimot.leefgebieden import Leefgebied, klasse
from cimot.processen.aanmelding import NIEUW
from kern.kalender import datum_nl
from kern.rollen import Klasse
from kern.templatetags.cimot import datumtijd
from kern.views.dossier import Sectie


def _rij(naam, waarde, **extra):
    return {"naam": naam, "waarde": waarde, **extra}


def _dag(waarde):
    return datum_nl(waarde) if waarde else ""


def van(dossier, gebruiker) -> list[Sectie]:
    """The phase of now first: what was needed to get there stands below it."""
    verslag, onderzoek = getattr(dossier, "verslag", None), getattr(dossier, "onderzoek", None)
    secties = [_verslag(verslag)] if verslag else []
    if onderzoek:
        secties += [_onderzoek(onderzoek), _gesprekken(onderzoek)]
        if dossier.status not in NIEUW:
            secties += [_vragen(onderzoek), _criteria(dossier, onderzoek), *_leefgebieden(onderzoek)]
    if dossier.status in NIEUW:
        return [_client(dossier, gebruiker), _melding(dossier), _aanleiding(dossier), *secties]
    return [*secties, _aanleiding(dossier), _melding(dossier), _client(dossier, gebruiker)]


def _leeg(**feiten) -> list[str]:
    """The actions of which the fact is not there yet."""
    return [actie for actie, feit in feiten.items() if not feit]


def _client(dossier, gebruiker):
    client = dossier.client
    if client is None:
        tekst = "De cliënt is nog niet bekend. Kies of maak de cliënt."
        return Sectie("Cliënt", Klasse.D1, acties=("client_koppelen",), nodig=["client_koppelen"], tekst=tekst)
    bsn = "bekend" if client.heeft_bsn else client.get_bsn_reden_display()
    zichtbaar = not client.is_geheim or (dossier.is_eigen(gebruiker) and gebruiker.has_perm("client.wijzigen"))
    rijen = [
        _rij("Naam", client.naam, url=client.get_absolute_url()),
        _rij("Geboren", client.geboren_tekst),
        _rij("BSN", bsn),
        _rij("Herkomst", str(client.herkomst or "")),
        _rij("Woont in", str(client.woongemeente or "") if zichtbaar else "geheim"),
        _rij("Telefoon", client.telefoon),
    ]
    if client.taal or client.is_tolk_nodig:
        rijen.append(_rij("Taal", " ".join(filter(None, [client.taal, "tolk nodig" if client.is_tolk_nodig else ""]))))
    links = []
    if gebruiker.has_perm("client.wijzigen"):
        links.append({"label": "Gegevens wijzigen", "url": reverse("client_wijzigen", args=[client.pk])})
    compleet = client.herkomst_id and client.bsn_compleet
    acties = ("client_koppelen",)
    return Sectie("Cliënt", Klasse.D1, rijen, acties=acties, nodig=[] if compleet else links, extra={"links": links})


def _melding(dossier):
    melding = dossier.melding
    melder = melding.get_melder_display()
    if melding.melder_naam:
        melder = f"{melder}: {melding.melder_naam}"
    rijen = [
        _rij("Ontvangen", datumtijd(melding.ontvangen_op)),
        _rij("Hoe", melding.get_kanaal_display()),
        _rij("Melder", melder, toelichting=melding.melder_telefoon),
        _rij("Gaat om", dossier.get_onderwerp_display()),
        _rij(
            "Spoed",
            "ja" if melding.is_spoed else "nee",
            pil={"soort": "laat", "tekst": "spoed"} if melding.is_spoed else None,
        ),
        _rij("Bevestigd", _dag(melding.bevestigd_op)),
        _rij("Eerste contact", _dag(melding.eerste_contact_op)),
        _rij("Grond", melding.get_grond_display()),
    ]
    if melding.is_spoed:
        rijen[4]["waarde"] = ""
    return Sectie(
        "Melding",
        Klasse.D3,
        rijen,
        acties=("melding_wijzigen", "eerste_contact", "meldmoment_corrigeren", "toewijzen"),
        nodig=_leeg(
            melding_wijzigen=melding.grond and melding.is_wlz_bekeken,
            toewijzen=dossier.behandelaar_id,
            eerste_contact=melding.eerste_contact_op,
        ),
    )


def _aanleiding(dossier):
    melding = dossier.melding
    rijen = [
        _rij("Wat is er aan de hand", melding.omschrijving),
        _rij("Woonsituatie", melding.get_woonsituatie_display()),
        _rij("Wlz", melding.wlz_uitkomst or ("bekeken" if melding.is_wlz_bekeken else "")),
    ]
    return Sectie("Aanleiding", Klasse.D4, rijen)


def _onderzoek(onderzoek):
    plan = onderzoek.get_plan_display()
    if onderzoek.plan_afgehandeld_op:
        plan = f"{plan}, {_dag(onderzoek.plan_afgehandeld_op)}"
    steun = onderzoek.get_ondersteuning_display()
    if onderzoek.ondersteuning_op:
        steun = f"{steun}, op gewezen op {_dag(onderzoek.ondersteuning_op)}"
    identiteit = onderzoek.get_identiteitsbewijs_display()
    rijen = [
        _rij("Gestart", _dag(onderzoek.gestart_op)),
        _rij("Persoonlijk plan", plan, toelichting=onderzoek.plan_tekst),
        _rij("Cliëntondersteuning", steun),
        _rij("Identiteit", identiteit, toelichting=onderzoek.identiteit_reden or _dag(onderzoek.identiteit_op)),
    ]
    acties = ("plan_vastleggen", "ondersteuning_vastleggen", "identiteit_vaststellen", "vertraging_noteren")
    nodig = _leeg(
        plan_vastleggen=onderzoek.plan_afgehandeld_op,
        ondersteuning_vastleggen=onderzoek.ondersteuning_op,
        identiteit_vaststellen=onderzoek.identiteitsbewijs,
    )
    return Sectie("Onderzoek", Klasse.D4, rijen, acties=acties, nodig=nodig)


def _gesprekken(onderzoek):
    rijen = [
        _rij(
            datumtijd(gesprek.op),
            f"{gesprek.plaats}, {gesprek.minuten} minuten, met {gesprek.aanwezigen}",
            bestand={"label": "In mijn agenda", "url": reverse("gesprek_agenda", args=[gesprek.pk])},
        )
        for gesprek in onderzoek.gesprekken.all()
    ]
    tekst = "" if rijen else "Er is nog geen gesprek gepland."
    nodig = _leeg(gesprek_plannen=rijen)
    return Sectie("Gesprekken", Klasse.D4, rijen, acties=("gesprek_plannen",), nodig=nodig, tekst=tekst)


def _vragen(onderzoek):
    rijen = [_rij(onderzoek._meta.get_field(veld).verbose_name, getattr(onderzoek, veld)) for veld in onderzoek.LID_4]
    ingevuld = [rij for rij in rijen if rij["waarde"].strip()]
    return Sectie(
        f"Vragen van de wet: {len(ingevuld)} van {len(rijen)} ingevuld",
        Klasse.D4,
        ingevuld,
        acties=("onderzoek_invullen",),
        extra={"vorm": "vragen"},
        nodig=_leeg(onderzoek_invullen=len(ingevuld) == len(rijen)),
    )


def _criteria(dossier, onderzoek):
    rijen = [
        _rij(uitkomst.criterium.vraag, uitkomst.get_uitkomst_display(), toelichting=uitkomst.toelichting)
        for uitkomst in onderzoek.criteriumuitkomsten.all()
    ]
    tekst = "" if rijen else "De criteria zijn nog niet ingevuld. Ze zijn een hulpmiddel: u beslist."
    return Sectie(
        f"Criteria {dossier.regio}",
        Klasse.D4,
        rijen,
        acties=("criteria_invullen",),
        nodig=_leeg(criteria_invullen=rijen),
        tekst=tekst,
        extra={"vorm": "criteria"},
    )


def _leefgebieden(onderzoek):
    """One block per data class: who may not read D5 or D6 does not get that block."""
    bekeken = {b.leefgebied: b for b in onderzoek.bevindingen.all() if b.tekst or b.is_niet_aan_de_orde}
    namen = {Klasse.D4: "Leefgebieden", Klasse.D5: "Veiligheid en justitie", Klasse.D6: "Geld"}
    secties = []
    for soort, naam in namen.items():
        gebieden = [leefgebied for leefgebied in Leefgebied if klasse(leefgebied) == soort]
        rijen = [_rij(g.label, bekeken[g].tekst or "niet aan de orde") for g in gebieden if g in bekeken]
        secties.append(Sectie(f"{naam}: {len(rijen)} van {len(gebieden)} bekeken", soort, rijen))
    secties[0].acties = ("leefgebieden_invullen",)
    secties[0].nodig = _leeg(leefgebieden_invullen=len(bekeken) == len(Leefgebied))
    return secties


def _verslag(verslag):
    rijen = [
        _rij("Conclusie", verslag.conclusie),
        _rij("Voorstel", verslag.voorstel),
        _rij("Naar cliënt gestuurd", _dag(verslag.naar_client_op)),
        _rij("Reactie van cliënt", verslag.get_reactie_display(), toelichting=_dag(verslag.reactie_op)),
        _rij("Opmerkingen van cliënt", verslag.reactie_tekst),
        _rij("Ondertekend", "ja" if verslag.is_ondertekend else "nee"),
        _rij("Definitief gestuurd", _dag(verslag.definitief_op)),
    ]
    nodig = _leeg(verslag_schrijven=verslag.conclusie and verslag.voorstel, reactie_vastleggen=verslag.reactie)
    return Sectie("Verslag", Klasse.D4, rijen, acties=("verslag_schrijven", "reactie_vastleggen"), nodig=nodig)
