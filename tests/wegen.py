"""The roads of the tests: the real actions that bring a dossier from one status of its table to the next."""

from datetime import timedelta

from cimot import actions
from cimot.leefgebieden import Leefgebied
from cimot.models import Besluit
from cimot.processen.aanmelding import Status
from cimot.processen.landelijk import Status as LandelijkStatus
from cimot.regels import groepen_bij
from kern.models import Client, Gemeente
from kern.personen import clienten
from kern.tijd.kalender import Duur, laatste_dag
from tests.nevenwegen import VAN_ELDERS, langs

NAMENS = {"wie": "client", "kanaal": "telefoon"}
BEOORDELING = {
    "thuis": "nee",
    "thuis_toelichting": "Ook met ambulante hulp gaat het thuis niet.",
    "is_beperkt": "ja",
    "is_verstoord": "nee",
    "woonvraag": "nee",
    "woonvraag_toelichting": "Er is elke dag hulp nodig.",
    "wlz": "nee",
    "instroombron": "thuis",
    "duurzaam_plan": "Eerst opvang, dan een eigen plek.",
}


def compleet_maken(aanmelding, cast, op):
    """What must be known before the melding can be confirmed."""
    client = Client.objects.get(pk=aanmelding.client_id)
    eigen = "Rijssen-Holten" if aanmelding.regio.code == "almelo" else "Hengelo"
    clienten.wijzigen(
        client,
        door=cast.bas,
        op=op,
        bsn_reden="" if client.heeft_bsn else client.bsn_reden or "niet_vastgesteld",
        herkomst=client.herkomst or Gemeente.objects.get(naam=eigen),
    )
    is_mo = aanmelding.onderwerp == "mo"
    return actions.melding_wijzigen(
        aanmelding,
        door=cast.bas,
        op=op,
        onderwerp="mo" if is_mo else "bw",
        grond="toestemming",
        ethos=aanmelding.melding.ethos or ("noodopvang" if is_mo else ""),
        omschrijving=aanmelding.melding.omschrijving,
        is_wlz_bekeken=True,
        is_dubbel_bekeken=True,
    )


def _van_elders(a) -> bool:
    herkomst = a.client.herkomst
    return herkomst.soort != "onbekend" and herkomst.regio_id != a.regio_id


def _bevestigd(a, cast, op, cm):
    return actions.bevestigen(compleet_maken(a, cast, op), door=cast.bas, op=op, via="brief")


def _toets(a, cast, op, cm):
    a = actions.toewijzen(a, door=cast.bas, op=op, behandelaar=cm)
    return actions.ingezetenschap_nagaan(a, door=cm, op=op, reden="Geen document.")


def _onderzoek(a, cast, op, cm):
    a = actions.toewijzen(a, door=cast.bas, op=op, behandelaar=cm)
    a = actions.eerste_contact(a, door=cm, op=op)
    a = actions.plan_vastleggen(a, door=cm, op=op, plan="niet_gewenst", namens=NAMENS)
    a = actions.ondersteuning_vastleggen(a, door=cm, op=op, ondersteuning="nee", ondersteuning_op=op.date())
    if _van_elders(a) and not a.nevendossiers.filter(soort="landelijk").exists():
        a = actions.lt_openen(a, door=cm, op=op, **VAN_ELDERS)
    return actions.onderzoek_starten(a, door=cm, op=op)


def _concept(a, cast, op, cm):
    a = actions.identiteit_vaststellen(a, door=cm, op=op, identiteitsbewijs="paspoort", identiteit_op=op.date())
    a = actions.onderzoek_invullen(a, door=cm, op=op, **dict.fromkeys(a.onderzoek.LID_4, "Ingevuld."))
    bevindingen = {g: {"tekst": "", "is_niet_aan_de_orde": True} for g in Leefgebied.values}
    a = actions.leefgebieden_invullen(a, door=cm, op=op, bevindingen=bevindingen)
    return actions.verslag_maken(a, door=cm, op=op)


def _naar_client(a, cast, op, cm):
    vragen = a.regio.criteria.filter(onderwerp=a.onderwerp, periode__contains=a.gemeld_op)
    uitkomsten = {c.pk: {"uitkomst": "ja", "toelichting": ""} for c in vragen}
    a = actions.criteria_invullen(a, door=cm, op=op, uitkomsten=uitkomsten)
    a = actions.beoordeling_vastleggen(a, door=cm, op=op, **BEOORDELING)
    for neven in a.nevendossiers.filter(soort="landelijk", gesloten_op__isnull=True):
        langs(neven.concreet(), LandelijkStatus.LT_HIER, cast, op=op)
    a = actions.verslag_schrijven(a, door=cm, op=op, conclusie="Conclusie.", voorstel="Voorstel.")
    return actions.verslag_versturen(a, door=cm, op=op, via="brief")


def _definitief(a, cast, op, cm):
    a = actions.reactie_vastleggen(a, door=cm, op=op, reactie="akkoord", is_ondertekend=True, namens=NAMENS)
    return actions.definitief_maken(a, door=cm, op=op)


def _aangevraagd(a, cast, op, cm):
    return actions.aanvraag_vastleggen(a, door=cast.bas, op=op, vorm="formulier", is_ondertekend=True)


def _onvolledig(a, cast, op, cm):
    tot = op.date() + timedelta(days=14)
    return actions.aanvulling_vragen(a, door=cast.bas, op=op, ontbreekt="Budgetplan.", via="brief", gesteld_tot=tot)


def _compleet(a, cast, op, cm):
    return actions.aanvraag_compleet_verklaren(a, door=cm, op=op)


def _besluit_concept(a, cast, op, cm):
    return actions.besluit_opstellen(a, door=cm, op=op)


def _vier_ogen(a, cast, op, cm, uitkomst="toekenning"):
    return actions.besluit_voorleggen(besluit_schrijven(a, uitkomst, cast, op=op, cm=cm), door=cm, op=op)


def _ondertekend(a, cast, op, cm):
    leider = cast.leider(a.regio)
    return actions.besluit_goedkeuren(a, door=leider, op=op, ondertekenaar=leider)


def _verzonden(a, cast, op, cm):
    return actions.besluit_versturen(a, door=cast.bas, op=op, via="brief")


def onderdelen_van(a, begin, **anders) -> list[dict]:
    """What may be granted in the region of this aanmelding: one of each that it needs."""
    groep = groepen_bij(a.onderwerp, a.regio.instelling("bw.productcatalogus", a.gemeld_op))[0]
    soort, uren = {"ozl": ("ozl_intensief", 11), "product": ("all_inclusive", None), "opvang": ("opvang", None)}[groep]
    einde = laatste_dag(begin, Duur(jaren=2))
    rij = {"soort": soort, "beslissing": "toegekend", "uren": uren, "vanaf": begin, "tot": einde, "motivering": "Nodig."}
    return [{**rij, **anders}]


def besluit_schrijven(a, uitkomst, cast, *, op, cm, **anders):
    """A besluit in concept gets all that the law asks for this outcome."""
    dag = op.date()
    a = actions.besluit_schrijven(a, door=cm, op=op, **{
        "uitkomst": uitkomst,
        **dict.fromkeys(Besluit.ELEMENTEN, "Gemotiveerd."),
        "doelen": [] if uitkomst == "afwijzing" else ["zelfredzaamheid"],
        "afbouwdoel": "" if uitkomst == "afwijzing" else "Elk half jaar minder uren.",
        "herbeoordelen_op": None if uitkomst == "afwijzing" else dag + timedelta(days=180),
        "weigeringsgrond": "" if uitkomst == "toekenning" else "eigen_kracht",
        "weigering_toelichting": "" if uitkomst == "toekenning" else "Het netwerk helpt genoeg.",
        "verordening": actions.college(a).verordeningen.get(periode__contains=dag),
        **anders,
    })  # fmt: skip
    onderdelen = [] if uitkomst == "afwijzing" else onderdelen_van(a, dag)
    a = actions.onderdelen_kiezen(a, door=cm, op=op, onderdelen=onderdelen)
    if uitkomst != "toekenning":
        a = actions.hoor_vastleggen(a, door=cm, op=op, gehoord="gehoord", zienswijze="Oneens.", namens=NAMENS)
    return a


S = Status
# The status before each, and the step from there. What stands beside the main road branches off it.
AANMELDING = {
    S.MELDING_BEVESTIGD: (S.MELDING_ONTVANGEN, _bevestigd),
    S.GEEN_INGEZETENE_TOETS: (S.MELDING_BEVESTIGD, _toets),
    S.ONDERZOEK: (S.MELDING_BEVESTIGD, _onderzoek),
    S.VERSLAG_CONCEPT: (S.ONDERZOEK, _concept),
    S.VERSLAG_CLIENT: (S.VERSLAG_CONCEPT, _naar_client),
    S.VERSLAG_DEFINITIEF: (S.VERSLAG_CLIENT, _definitief),
    S.AANVRAAG_ONTVANGEN: (S.VERSLAG_DEFINITIEF, _aangevraagd),
    S.AANVRAAG_ONVOLLEDIG: (S.AANVRAAG_ONTVANGEN, _onvolledig),
    S.AANVRAAG_COMPLEET: (S.AANVRAAG_ONTVANGEN, _compleet),
    S.BESLUIT_CONCEPT: (S.AANVRAAG_COMPLEET, _besluit_concept),
    S.BESLUIT_4OGEN: (S.BESLUIT_CONCEPT, _vier_ogen),
    S.BESLUIT_ONDERTEKEND: (S.BESLUIT_4OGEN, _ondertekend),
    S.INDICATIE_ACTIEF: (S.BESLUIT_ONDERTEKEND, _verzonden),
}
