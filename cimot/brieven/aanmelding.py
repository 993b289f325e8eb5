"""Letters from melding to aanvraag: BRF-01, 02, 04 to 10, 15 and 16 (SM-1)."""

from datetime import timedelta

from cimot import besluitblad
from cimot.actions.verslag import KOPPEN, delen
from cimot.brieven import basis
from cimot.brieven.basis import dag, uiterlijk, velden
from cimot.models import Melder
from cimot.processen.aanmelding import Status
from kern.brieven.soorten import Briefsoort, Geadresseerde, registreer
from kern.models import Document, Exemplaar

GESPREK = {
    "gesprek_op": "dag en tijd van het gesprek",
    "gesprek_minuten": "hoe lang het gesprek duurt, in minuten",
    "gesprek_plaats": "waar het gesprek is",
    "gesprek_aanwezigen": "wie erbij zijn",
}


def _ontvangst(dossier, op):
    melding, plan_tot = dossier.melding, uiterlijk(dossier, "persplan")
    return {
        "soort_hulp": basis.soort_hulp(dossier),
        "gemeld_op": dag(dossier.gemeld_op),
        "onderzoek_uiterlijk": dag(uiterlijk(dossier, "onderzoek")),
        "kanaal": melding.get_kanaal_display().lower(),
        "zelf": melding.melder == Melder.ZELF,
        "spoed": melding.is_spoed,
        "plan_tot": dag(plan_tot),
        "plan_kan_nog": bool(plan_tot and op <= plan_tot and not dossier.plan_afgehandeld_op),
    }


def _gesprek(dossier, op):
    gesprek = dossier.onderzoek.gesprekken.order_by("-id").first()
    return {
        "soort_hulp": basis.soort_hulp(dossier),
        "gesprek_op": basis.tijdstip(gesprek.op),
        "gesprek_minuten": str(gesprek.minuten),
        "gesprek_plaats": gesprek.plaats,
        "gesprek_aanwezigen": gesprek.aanwezigen,
    }


def _opgevraagd(dossier, op):
    toestemming = dossier.opgevraagd["toestemming"]
    namens = toestemming.gegeven_door
    return {
        "client_geboren": dossier.client.geboren_tekst,
        "vragen": basis.regels(dossier.opgevraagd["wat"]),
        "toestemming_op": dag(toestemming.gegeven_op),
        "toestemming_door": f"{namens.naam} ({namens.get_soort_display().lower()})" if namens else dossier.client.naam,
        "toestemming_partij": toestemming.partij,
        "toestemming_omvang": toestemming.omvang,
        "toestemming_tot": dag(toestemming.geldig_tot),
    }


def _gevraagde(dossier, op):
    aan, adres = dossier.opgevraagd["aan"], dossier.opgevraagd["adres"]
    regels = tuple(deel.strip() for deel in adres.replace("\n", ",").split(",") if deel.strip())
    kanaal = Exemplaar.Kanaal.POST if regels else Exemplaar.Kanaal.MEEGEVEN
    waarom = "De cliënt gaf toestemming om hier informatie op te vragen."
    return [Geadresseerde("gevraagde", aan, "gevraagde partij", adres=regels, kanaal=kanaal, waarom=waarom)]


def _verslag(dossier, op):
    dagen = dossier.regio.instelling("onderzoek.reactie_dagen", op)
    verslag = dossier.verslag
    return {
        # The reaction is what this letter asks for.
        "verslag": [{"kop": kop, "tekst": tekst} for kop, tekst in delen(dossier)],
        "reageren_tot": dag((verslag.naar_client_op or op) + timedelta(days=dagen)) if dagen else "",
    }


def _definitief(dossier, op):
    verslag = dossier.verslag
    return {
        "verslag": besluitblad.alineas(verslag.definitieve_tekst, KOPPEN),
        "reactie_op": dag(verslag.reactie_op),
    }


def _uitleg_aanvraag(dossier, op):
    return {"soort_hulp": basis.soort_hulp(dossier), "ondertekend": dossier.verslag.is_ondertekend}


def _aangevraagd(dossier, op):
    return {
        "soort_hulp": basis.soort_hulp(dossier),
        "aangevraagd_op": dag(dossier.aangevraagd_op),
        "besluit_uiterlijk": dag(uiterlijk(dossier, "besluit")),
        "onderzoek_loopt": dossier.verslag_definitief_op is None,
    }


def _aanvulling(dossier, op):
    verzoek, taak = dossier.aanvulling, basis.termijn(dossier, "besluit")
    stil = taak.opschortingen.filter(vanaf=verzoek.gevraagd_op + timedelta(days=1)).first() if taak else None
    return {
        "soort_hulp": basis.soort_hulp(dossier),
        "aangevraagd_op": dag(dossier.aangevraagd_op),
        "ontbreekt": basis.regels(verzoek.ontbreekt),
        "aanvullen_tot": dag(verzoek.gesteld_tot),
        "stil_vanaf": dag(stil.vanaf) if stil and verzoek.gesteld_tot else "",
        "besluit_uiterlijk": dag(taak.vervalt_op) if taak else "",
        "te_laat": bool(taak and taak.vervalt_op and taak.vervalt_op < op),
    }


def _doorgezonden(dossier, op):
    return {
        "gemeld_op": dag(dossier.gemeld_op),
        "doorgezonden_aan": getattr(dossier, "doorgezonden_aan", ""),
        "niet_bevoegd": dossier.status == Status.NIET_BEVOEGD,
    }


def _ingetrokken(dossier, op):
    spoed = dossier.nevendossiers.filter(soort="spoed", gesloten_op__isnull=True).first()
    tot = spoed.concreet().tijdelijk_tot if spoed else None
    return {
        "gemeld_op": dag(dossier.gemeld_op),
        "aangevraagd_op": dag(dossier.aangevraagd_op),
        "tijdelijk_tot": dag(tot) if tot and tot >= op else "",
    }


def _in_onderzoek(dossier) -> bool:
    return dossier.status == Status.ONDERZOEK


def _brief(code, naam, gegevens, velden_, **opties) -> Briefsoort:
    opties = {"ontvangers": basis.aan_wie, **opties}
    return Briefsoort(code=code, naam=naam, velden=velden_, gegevens=gegevens, map=basis.MAP, **opties)


registreer(
    _brief(
        "BRF-01", "Ontvangstbevestiging van de melding", _ontvangst,
        velden(
            "soort_hulp", "gemeld_op", "onderzoek_uiterlijk", kanaal="hoe de melding kwam",
            zelf="ja als de cliënt zichzelf meldde", spoed="ja als het haast heeft",
            plan_tot="de laatste dag voor het persoonlijk plan", plan_kan_nog="ja als het plan nog op tijd kan komen",
        ),
        nodig=("gemeld_op", "onderzoek_uiterlijk", "plan_tot"),
    ),
    _brief(
        "BRF-02", "Afspraak voor een gesprek", _gesprek, velden("soort_hulp", **GESPREK),
        nodig=tuple(GESPREK), wanneer=lambda d: not _in_onderzoek(d),
    ),
    _brief(
        "BRF-04", "Uitnodiging voor een gesprek", _gesprek, velden("soort_hulp", **GESPREK),
        nodig=tuple(GESPREK), wanneer=_in_onderzoek,
    ),
    _brief(
        "BRF-05", "Verzoek om informatie", _opgevraagd,
        velden(
            client_geboren="de geboortedatum van de cliënt", vragen="wat u wilt weten, als lijst",
            toestemming_op="de dag van de toestemming", toestemming_door="wie de toestemming gaf",
            toestemming_partij="voor welke partij de toestemming is", toestemming_omvang="waarover de toestemming gaat",
            toestemming_tot="tot wanneer de toestemming geldt",
        ),
        ontvangers=_gevraagde, nodig=("vragen", "toestemming_op", "toestemming_omvang"),
    ),
    _brief(
        "BRF-06", "Verslag om te lezen", _verslag,
        velden("verslag", reageren_tot="de laatste dag om te reageren"),
        nodig=("verslag",), document=Document.Soort.VERSLAG,
    ),
    _brief(
        "BRF-07", "Definitief verslag", _definitief,
        velden("verslag", reactie_op="de dag van de reactie van de cliënt"),
        nodig=("verslag",), document=Document.Soort.VERSLAG,
    ),
    _brief(
        "BRF-08", "Uitleg over de aanvraag", _uitleg_aanvraag,
        velden("soort_hulp", ondertekend="ja als de cliënt het verslag ondertekende"),
        # Who could not wait for the account has applied already (L-12).
        wanneer=lambda d: d.aangevraagd_op is None,
    ),
    _brief(
        "BRF-09", "Ontvangstbevestiging van de aanvraag", _aangevraagd,
        velden(
            "soort_hulp", "aangevraagd_op", "besluit_uiterlijk",
            onderzoek_loopt="ja als het onderzoek nog niet klaar is",
        ),
        nodig=("aangevraagd_op", "besluit_uiterlijk"),
    ),
    _brief(
        "BRF-10", "Verzoek om aanvulling", _aanvulling,
        velden(
            "soort_hulp", "aangevraagd_op", "ontbreekt", "aanvullen_tot", "besluit_uiterlijk",
            stil_vanaf="vanaf wanneer de tijd om te beslissen stilstaat",
            te_laat="ja als de tijd om te beslissen al voorbij is",
        ),
        nodig=("aangevraagd_op", "ontbreekt"),
    ),
    _brief(
        "BRF-15", "Doorzending", _doorgezonden,
        velden(
            "gemeld_op", doorgezonden_aan="naar wie de melding is doorgestuurd",
            niet_bevoegd="ja als wij over deze vraag niet mogen beslissen",
        ),
        ontvangers=basis.aan_client_of_melder, nodig=("gemeld_op", "doorgezonden_aan"),
    ),
    _brief(
        "BRF-16", "Bevestiging van het intrekken", _ingetrokken,
        velden("gemeld_op", "aangevraagd_op", "tijdelijk_tot"),
        ontvangers=basis.aan_client_of_melder, nodig=("gemeld_op",),
    ),
)  # fmt: skip
