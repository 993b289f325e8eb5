"""The investigation and its account."""

from django.urls import reverse
from django.utils import timezone

from cimot import beoordeling as oordeel
from cimot.leefgebieden import Leefgebied, klasse
from cimot.secties import basis
from kern.schermen.views.dossier import Sectie
from kern.templatetags.cimot import datumtijd
from kern.toegang.rollen import Klasse


def onderzoek(onderzoek):
    plan = onderzoek.get_plan_display()
    if onderzoek.plan_afgehandeld_op:
        plan = f"{plan}, {basis.dag(onderzoek.plan_afgehandeld_op)}"
    steun = onderzoek.get_ondersteuning_display()
    if onderzoek.ondersteuning_op:
        steun = f"{steun}, op gewezen op {basis.dag(onderzoek.ondersteuning_op)}"
    identiteit = onderzoek.get_identiteitsbewijs_display()
    rijen = [
        basis.rij("Gestart", basis.dag(onderzoek.gestart_op)),
        basis.rij("Persoonlijk plan", plan, toelichting=onderzoek.plan_tekst),
        basis.rij("Cliëntondersteuning", steun),
        basis.rij("Identiteit", identiteit, toelichting=onderzoek.identiteit_reden or basis.dag(onderzoek.identiteit_op)),
    ]
    acties = ("plan_vastleggen", "ondersteuning_vastleggen", "identiteit_vaststellen", "vertraging_noteren")
    nodig = basis.leeg(
        plan_vastleggen=onderzoek.plan_afgehandeld_op,
        ondersteuning_vastleggen=onderzoek.ondersteuning_op,
        identiteit_vaststellen=onderzoek.identiteitsbewijs,
    )
    return Sectie("Onderzoek", Klasse.D4, rijen, acties=acties, nodig=nodig)


def gesprekken(onderzoek):
    rijen = [
        basis.rij(
            datumtijd(gesprek.op),
            f"{gesprek.plaats}, {gesprek.minuten} minuten, met {gesprek.aanwezigen}",
            bestand={"label": "In mijn agenda", "url": reverse("gesprek_agenda", args=[gesprek.pk])},
        )
        for gesprek in onderzoek.gesprekken.all()
    ]
    tekst = "" if rijen else "Er is nog geen gesprek gepland."
    nodig = basis.leeg(gesprek_plannen=rijen)
    return Sectie("Gesprekken", Klasse.D4, rijen, acties=("gesprek_plannen",), nodig=nodig, tekst=tekst)


def vragen(onderzoek):
    rijen = [basis.rij(onderzoek._meta.get_field(veld).verbose_name, getattr(onderzoek, veld)) for veld in onderzoek.LID_4]
    ingevuld = [rij for rij in rijen if rij["waarde"].strip()]
    return Sectie(
        f"Vragen van de wet: {len(ingevuld)} van {len(rijen)} ingevuld",
        Klasse.D4,
        ingevuld,
        acties=("onderzoek_invullen",),
        extra={"vorm": "vragen"},
        nodig=basis.leeg(onderzoek_invullen=len(ingevuld) == len(rijen)),
    )


def criteria(dossier, onderzoek):
    rijen = [
        basis.rij(uitkomst.criterium.vraag, uitkomst.get_uitkomst_display(), toelichting=uitkomst.toelichting)
        for uitkomst in onderzoek.criteriumuitkomsten.all()
    ]
    tekst = "" if rijen else "De criteria zijn nog niet ingevuld. Ze zijn een hulpmiddel: u beslist."
    return Sectie(
        f"Criteria {dossier.regio}",
        Klasse.D4,
        rijen,
        acties=("criteria_invullen",),
        nodig=basis.leeg(criteria_invullen=rijen),
        tekst=tekst,
        extra={"vorm": "criteria"},
    )


def leefgebieden(onderzoek):
    """One block per data class: who may not read D5 or D6 does not get that block."""
    bekeken = {b.leefgebied: b for b in onderzoek.bevindingen.all() if b.tekst or b.is_niet_aan_de_orde}
    namen = {Klasse.D4: "Leefgebieden", Klasse.D5: "Veiligheid en justitie", Klasse.D6: "Geld"}
    secties = []
    for soort, naam in namen.items():
        gebieden = [leefgebied for leefgebied in Leefgebied if klasse(leefgebied) == soort]
        rijen = [basis.rij(g.label, bekeken[g].tekst or "niet aan de orde") for g in gebieden if g in bekeken]
        secties.append(Sectie(f"{naam}: {len(rijen)} van {len(gebieden)} bekeken", soort, rijen))
    secties[0].acties = ("leefgebieden_invullen",)
    secties[0].nodig = basis.leeg(leefgebieden_invullen=len(bekeken) == len(Leefgebied))
    return secties


def verslag(verslag):
    rijen = [
        basis.rij("Conclusie", verslag.conclusie),
        basis.rij("Voorstel", verslag.voorstel),
        basis.rij("Naar cliënt gestuurd", basis.dag(verslag.naar_client_op)),
        basis.rij("Reactie van cliënt", verslag.get_reactie_display(), toelichting=basis.dag(verslag.reactie_op)),
        basis.rij("Opmerkingen van cliënt", verslag.reactie_tekst),
        basis.rij("Ondertekend", "ja" if verslag.is_ondertekend else "nee"),
        basis.rij("Definitief gestuurd", basis.dag(verslag.definitief_op)),
    ]
    nodig = basis.leeg(verslag_schrijven=verslag.conclusie and verslag.voorstel, reactie_vastleggen=verslag.reactie)
    return Sectie("Verslag", Klasse.D4, rijen, acties=("verslag_schrijven", "reactie_vastleggen"), nodig=nodig)


def beoordeling(dossier, onderzoek):
    """R-VIS-11, R-VIS-24, R-VIS-25, L-17, R-AAN-04; the advice of the region refuses nothing (R-AAN-08)."""
    aanwezig = oordeel.psychosociaal(onderzoek.is_beperkt, onderzoek.is_verstoord)
    ciz = onderzoek.get_wlz_medewerking_display()
    rijen = [
        basis.rij("Kan het thuis", onderzoek.get_thuis_display(), toelichting=onderzoek.thuis_toelichting),
        basis.rij("Ernstig beperkt in zelfredzaamheid", onderzoek.get_is_beperkt_display()),
        basis.rij("Omgang ernstig verstoord", onderzoek.get_is_verstoord_display()),
        basis.rij("Conclusie", oordeel.conclusie(aanwezig)),
        basis.rij("Vooral een woonvraag", onderzoek.get_woonvraag_display(), toelichting=onderzoek.woonvraag_toelichting),
        basis.rij(
            "Recht op Wlz", onderzoek.get_wlz_display(), toelichting=f"Werkt mee aan CIZ: {ciz.lower()}" if ciz else ""
        ),
        basis.rij("Komt uit", onderzoek.get_instroombron_display()),
    ]
    extra = {"Andere hulp": onderzoek.andere_hulp, "Plan voor een vaste oplossing": onderzoek.duurzaam_plan}
    extra["Pgb uitgelegd op"] = basis.dag(onderzoek.pgb_uitgelegd_op)
    rijen += [basis.rij(naam, waarde) for naam, waarde in extra.items() if waarde]
    antwoorden = ("thuis", "is_beperkt", "is_verstoord", "woonvraag", "wlz", "instroombron")
    return Sectie(
        "Beoordeling",
        Klasse.D4,
        rijen,
        acties=("beoordeling_vastleggen",),
        nodig=basis.leeg(beoordeling_vastleggen=all(getattr(onderzoek, veld) for veld in antwoorden)),
        tekst=oordeel.advies(dossier, aanwezig, timezone.localdate()),
    )


def adviezen(onderzoek):
    rijen, open_ = [], False
    for advies in onderzoek.adviezen.all():
        wie = f"{advies.get_discipline_display()}: {advies.adviseur}, gevraagd op {basis.dag(advies.gevraagd_op)}"
        open_ = open_ or not advies.gegeven_op
        antwoord = f"{advies.advies}\n{basis.dag(advies.gegeven_op)}" if advies.gegeven_op else "Nog geen advies"
        rijen.append(basis.rij(wie, antwoord, toelichting="" if advies.gegeven_op else advies.vraag))
    return Sectie(
        "Advies van andere disciplines",
        Klasse.D4,
        rijen,
        acties=("advies_vragen", "advies_vastleggen"),
        nodig=["advies_vastleggen"] if open_ else [],
        tekst="" if rijen else "Er is geen advies gevraagd.",
        extra={"vorm": "vragen"},
    )
