"""The same for what runs beside an aanmelding: spoed and landelijke toegankelijkheid, all on one day."""

from datetime import timedelta

from cimot import actions
from cimot.models import Kansweging
from cimot.processen import landelijk as lt
from cimot.processen import spoed as sp

VAN_ELDERS = {"andere_regio": "Zwolle", "laatst_gewoond": "Zwolle", "reden_komst": "Zus woont hier."}


def stappen_naar(wegen: dict, van: str, naar: str) -> list:
    """The steps from one status to another; none when the dossier is already there or beyond a fork."""
    stappen = []
    while naar != van and naar in wegen:
        vorige, stap = wegen[naar]
        stappen.insert(0, (naar, stap))
        naar = vorige
    return stappen if naar == van else []


def _tijdelijk_besluit(d, cast, op):
    leider, dag = cast.leider(d.regio), op.date()
    d = actions.spoed_beoordelen(d, door=leider, op=op, reden="Slaapt buiten.", risico="Kou.", voorziening="Nachtopvang.")
    tot = dag + timedelta(days=28)
    waarden = {
        "tijdelijk_vanaf": dag,
        "tijdelijk_tot": tot,
        "waarom": "Het vriest.",
        "ondertekenaar": leider,
        "via": "balie",
    }
    return actions.tijdelijk_besluiten(d, door=leider, op=op, **waarden)


def _voorziening_gestopt(d, cast, op):
    return actions.voorziening_beeindigen(d, door=cast.leider(d.regio), op=op, reden="Heeft een plek.")


def _geen_spoed(d, cast, op):
    return actions.geen_spoed(d, door=cast.leider(d.regio), op=op, reden="Kan bij zijn zus slapen.")


def _lt_onderzoek(d, cast, op):
    return actions.lt_onderzoeken(d, door=d.behandelaar, op=op)


def _gewogen(d, op, voorkeur):
    wegingen = {c: {"voorkeur": voorkeur, "toelichting": ""} for c in Kansweging.Criterium.values}
    return actions.kans_wegen(d, door=d.behandelaar, op=op, wegingen=wegingen)


def _lt_hier(d, cast, op):
    return actions.hier_helpen(
        _gewogen(d, op, "hier"), door=d.behandelaar, op=op, motivering="Zijn zus.", uitleg_via="telefoon"
    )


def _lt_daar(d, cast, op):
    d, cm = _gewogen(d, op, "daar"), d.behandelaar
    d = actions.contact_andere_regio(d, door=cm, op=op, contact_naam="M. Bos", contact_gegevens="06-00000001")
    d = actions.tijdelijk_regelen(d, door=cm, op=op, tijdelijk="geregeld", tijdelijk_toelichting="Nachtopvang.")
    return actions.daar_helpen(d, door=cm, op=op, motivering="Zijn werk is daar.", uitleg_via="telefoon")


def _overdracht(d, cast, op):
    namens = {"wie": "gemeente Zwolle", "kanaal": "email"}
    d = actions.akkoord_vastleggen(d, door=d.behandelaar, op=op, akkoord_naam="M. Bos", namens=namens)
    return actions.overdragen(d, door=d.behandelaar, op=op)


def _overgenomen(d, cast, op):
    waarden = {"gesprek_op": op.date(), "aangekomen_op": op.date(), "stukken": "Verslag, met toestemming."}
    d = actions.overdracht_vastleggen(d, door=d.behandelaar, op=op, **waarden)
    return actions.overdracht_afronden(d, door=d.behandelaar, op=op, overgenomen_naam="M. Bos")


def _geschil(d, cast, op):
    return actions.geschil_melden(d, door=d.behandelaar, op=op, reden="Zij willen niet.", geschilstap="contactpersonen")


def _lt_vervallen(d, cast, op):
    return actions.vervallen(d, door=d.behandelaar, op=op, reden="Blijkt van hier.")


SPOED = {
    sp.Status.TIJDELIJK_BESLUIT: (sp.Status.SPOED, _tijdelijk_besluit),
    sp.Status.BEEINDIGD: (sp.Status.TIJDELIJK_BESLUIT, _voorziening_gestopt),
    sp.Status.GEEN_SPOED: (sp.Status.SPOED, _geen_spoed),
}
LANDELIJK = {
    lt.Status.LT_ONDERZOEK: (lt.Status.LT_SIGNAAL, _lt_onderzoek),
    lt.Status.LT_HIER: (lt.Status.LT_ONDERZOEK, _lt_hier),
    lt.Status.LT_DAAR: (lt.Status.LT_ONDERZOEK, _lt_daar),
    lt.Status.OVERDRACHT: (lt.Status.LT_DAAR, _overdracht),
    lt.Status.GESCHIL: (lt.Status.LT_DAAR, _geschil),
    lt.Status.OVERDRACHT_AFGEROND: (lt.Status.OVERDRACHT, _overgenomen),
    lt.Status.VERVALLEN: (lt.Status.LT_SIGNAAL, _lt_vervallen),
}


def langs(neven, status, cast, *, op):
    """Bring what runs beside an aanmelding to a status, all on one day."""
    for doel, stap in stappen_naar({"spoed": SPOED, "landelijk": LANDELIJK}[neven.soort], neven.status, status):
        neven = stap(neven, cast, op)
        assert neven.status == doel
    return neven
